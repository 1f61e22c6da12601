// Licences: see THIRD_PARTY_NOTICES.txt beside this file.
var Bs='.uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: ":";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline "background" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}';var yu={run:"",view:"",layer:"",measure:"",form:"",order:"",sort:"",hidden:"",without:"",detail:"",epoch:"",which:""},di="keras_activations";function xu(e,t){let o={...yu};for(let n of e.replace(/^#/,"").split("&")){let[r="",i=""]=n.split("=",2).map(js),s=r.startsWith(t)?r.slice(t.length):"";Object.hasOwn(o,s)&&(o[s]=i)}return o}function vu(e,t){return Object.entries(e).filter(([,o])=>o!=="").map(([o,n])=>`${t}${o}=${encodeURIComponent(String(n))}`).join("&")}function Zo(e){return[...e].map(encodeURIComponent).join(",")}function Jo(e){return new Set(e?e.split(",").map(js):[])}function js(e){try{return decodeURIComponent(e.replaceAll("+"," "))}catch{return e}}var qo=class{constructor(t,o){this.window=t;this.inTensorBoard=o;this.prefix=o?`p.${di}.`:""}window;inTensorBoard;prefix;read(){return xu(this.window.location.hash,this.prefix)}write(t,o=!1){let n=vu(t,this.prefix),r=this.inTensorBoard?`${di}&`:"",i=new URL(this.window.location.href);i.hash=r+n;let{history:s}=this.window;o?s.pushState(s.state,"",i.href):s.replaceState(s.state,"",i.href)}link(){return this.window.location.href}onKey(t){document.addEventListener("keydown",t),this.inTensorBoard&&this.window.document.addEventListener("keydown",o=>{this.inSight()&&t(o)})}onLink(t){this.window.addEventListener("hashchange",()=>{this.inSight()&&t()})}inSight(){let{hash:t}=this.window.location;return!this.inTensorBoard||t.startsWith(`#${di}`)}};function Gs(){try{let e=window.parent;return e!==window&&e.location.href?e:void 0}catch{return}}function Ks(e){return new qo(e??window,e!==void 0)}function Ys(e,t){let o=document.documentElement,n=window.matchMedia("(prefers-color-scheme: dark)"),r=()=>{let s=(e?e.document.body.classList.contains("dark-mode"):n.matches)?"dark":"light";o.dataset.theme!==s&&(o.dataset.theme=s,t())};r(),e?new MutationObserver(r).observe(e.document.body,{attributeFilter:["class"]}):n.addEventListener("change",r)}function qs(e,t){let o=new MessageChannel;o.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;let{type:i,id:s}=r;o.port1.postMessage(JSON.stringify({type:i,id:s,payload:null,error:null,isReply:!0})),i==="experimental.DataReloaded"&&t()},e.postMessage("experimental.bootstrap","*",[o.port2])}function w(e,t={},...o){let n=document.createElement(e);return Zs(n,t,o),n}function Ie(e,t={},...o){let n=document.createElementNS("http://www.w3.org/2000/svg",e);return Zs(n,t,o),n}function Zs(e,t,o){for(let[n,r]of Object.entries(t))r===void 0||r===!1||(typeof r=="function"?e.addEventListener(n,r):e.setAttribute(n,r===!0?"":String(r)));for(let n of o)n==null||n===!1||e.append(typeof n=="number"?String(n):n)}function Vt(e,t,o,n,r){let i=w("select",{id:t,change:()=>{r(i.value)}});for(let[s,a]of o)i.append(w("option",{value:s,selected:s===n},a));return w("label",{class:"choice"},w("span",{},e),i)}function Yn(e,t,o,n,r){return w("div",{class:"segments",role:"group","aria-label":e},...o.map(([i,s])=>w("button",{id:`${t}-${i}`,type:"button","aria-pressed":i===n?"true":"false",click:()=>{r(i)}},s)))}async function Qo(e){let t=navigator.clipboard;try{if(!t)throw new Error("no clipboard");await t.writeText(e)}catch{let o=w("textarea",{class:"sr"});o.value=e,document.body.append(o),o.select(),document.execCommand("copy"),o.remove()}}function qn(e,t){let o=t??e.run.manifest.layers;return o.find(n=>n.tag===e.choices.layer)??o[0]}function pi(e,t){if(!t)return;let o=e.find(({run:i})=>i===t);if(o)return o;let[n]=e.filter(({run:i})=>t.endsWith(`/${i}`)).sort((i,s)=>s.run.length-i.run.length);if(n)return n;let r=e.filter(({run:i})=>i.endsWith(`/${t}`));return r.length===1?r[0]:void 0}function mi({manifest:e,problem:t}){return e.layers.length>0||!t}function Zn(e){return e instanceof Error?e.message:String(e)}function it({run:e,manifest:t}){return hi(e,t.prefix)}function hi(e,t){let o=`/${t}`;return(e.endsWith(o)?e.slice(0,-o.length):e)||e}function Js(e){return e.map(t=>t.map(Su).join(",")+`\r
`).join("")}function Su(e){if(e==null)return"";if(typeof e=="number")return String(e);let t=/^[=+\-@\t\r]/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t}function gi(e,t){let o=document.createElement("a");o.href=URL.createObjectURL(t),o.download=e,o.click(),setTimeout(()=>{URL.revokeObjectURL(o.href)},1e4)}async function Qs(e,t){let o=[...e.querySelectorAll(".scroll")].map(S=>S.scrollWidth-S.clientWidth),n=Math.ceil(e.scrollWidth)+Math.max(0,...o),r=Math.ceil(e.scrollHeight),i=e.cloneNode(!0),s=e.querySelectorAll("canvas");i.querySelectorAll("canvas").forEach((S,E)=>{let C=s[E];if(!C)return;let v=document.createElement("img");v.src=C.toDataURL(),v.style.cssText=C.style.cssText,v.style.width=`${C.clientWidth}px`,v.style.height=`${C.clientHeight}px`,S.replaceWith(v)});let a=e.querySelectorAll("select");i.querySelectorAll("select").forEach((S,E)=>{let C=document.createElement("b");C.textContent=a[E]?.selectedOptions[0]?.textContent??"",S.replaceWith(C)});let c=document.createElement("div");c.className="picture",c.dataset.theme=document.documentElement.dataset.theme??"light",c.style.width=`${n}px`;let f=document.createElement("style");f.textContent=t,c.append(f,i);let d=new XMLSerializer().serializeToString(c),m=`<svg xmlns="http://www.w3.org/2000/svg" width="${n}" height="${r}"><foreignObject width="100%" height="100%">${d}</foreignObject></svg>`,g=new Image;g.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(m)}`,await g.decode();let y=document.createElement("canvas");y.width=2*n,y.height=2*r;let M=y.getContext("2d");if(!M)throw new Error("This browser gives no canvas to draw on.");return M.scale(2,2),M.drawImage(g,0,0),new Promise((S,E)=>{y.toBlob(C=>{C?S(C):E(new Error("The view is too large for one picture."))})})}var Mu="uplot",ku="u-hz",_u="u-vt",Lu="u-title",Eu="u-wrap",Tu="u-under",Cu="u-over",$u="u-axis",bn="u-off",Ou="u-select",Au="u-cursor-x",Ru="u-cursor-y",Pu="u-cursor-pt",Nu="u-legend",Du="u-live",Hu="u-inline",zu="u-series",Fu="u-marker",Xs="u-label",Iu="u-value",ko="width",_o="height";var el="bottom",Jn="left",wi="right",Pi="#000",tl=Pi+"0",bi="mousemove",nl="mousedown",yi="mouseup",ol="mouseenter",rl="mouseleave",il="dblclick",Vu="resize",Uu="scroll",sl="change",or="dppxchange",Ni="--",ro=typeof window<"u",ki=ro?document:null,Xn=ro?window:null,Wu=ro?navigator:null,se,Xo;function _i(){let e=devicePixelRatio;se!=e&&(se=e,Xo&&Ei(sl,Xo,_i),Xo=matchMedia(`(min-resolution: ${se-.001}dppx) and (max-resolution: ${se+.001}dppx)`),yn(sl,Xo,_i),Xn.dispatchEvent(new CustomEvent(or)))}function st(e,t){if(t!=null){let o=e.classList;!o.contains(t)&&o.add(t)}}function Li(e,t){let o=e.classList;o.contains(t)&&o.remove(t)}function be(e,t,o){e.style[t]=o+"px"}function _t(e,t,o,n){let r=ki.createElement(e);return t!=null&&st(r,t),o?.insertBefore(r,n),r}function gt(e,t){return _t("div",e,t)}var ll=new WeakMap;function Dt(e,t,o,n,r){let i="translate("+t+"px,"+o+"px)",s=ll.get(e);i!=s&&(e.style.transform=i,ll.set(e,i),t<0||o<0||t>n||o>r?st(e,bn):Li(e,bn))}var al=new WeakMap;function cl(e,t,o){let n=t+o,r=al.get(e);n!=r&&(al.set(e,n),e.style.background=t,e.style.borderColor=o)}var ul=new WeakMap;function fl(e,t,o,n){let r=t+""+o,i=ul.get(e);r!=i&&(ul.set(e,r),e.style.height=o+"px",e.style.width=t+"px",e.style.marginLeft=n?-t/2+"px":0,e.style.marginTop=n?-o/2+"px":0)}var Di={passive:!0},Bu={...Di,capture:!0};function yn(e,t,o,n){t.addEventListener(e,o,n?Bu:Di)}function Ei(e,t,o,n){t.removeEventListener(e,o,Di)}ro&&_i();function Lt(e,t,o,n){let r;o=o||0,n=n||t.length-1;let i=n<=2147483647;for(;n-o>1;)r=i?o+n>>1:lt((o+n)/2),t[r]<e?o=r:n=r;return e-t[o]<=t[n]-e?o:n}function Fl(e){return(o,n,r)=>{let i=-1,s=-1;for(let a=n;a<=r;a++)if(e(o[a])){i=a;break}for(let a=r;a>=n;a--)if(e(o[a])){s=a;break}return[i,s]}}var Il=e=>e!=null,Vl=e=>e!=null&&e>0,sr=Fl(Il),ju=Fl(Vl);function Gu(e,t,o,n=0,r=!1){let i=r?ju:sr,s=r?Vl:Il;[t,o]=i(e,t,o);let a=e[t],c=e[t];if(t>-1)if(n==1)a=e[t],c=e[o];else if(n==-1)a=e[o],c=e[t];else for(let f=t;f<=o;f++){let d=e[f];s(d)&&(d<a?a=d:d>c&&(c=d))}return[a??de,c??-de]}function lr(e,t,o,n){let r=ml(e),i=ml(t);e==t&&(r==-1?(e*=o,t/=o):(e/=o,t*=o));let s=o==10?Ut:Ul,a=r==1?lt:wt,c=i==1?wt:lt,f=a(s(Oe(e))),d=c(s(Oe(t))),m=eo(o,f),g=eo(o,d);return o==10&&(f<0&&(m=pe(m,-f)),d<0&&(g=pe(g,-d))),n||o==2?(e=m*r,t=g*i):(e=Gl(e,m),t=ar(t,g)),[e,t]}function Hi(e,t,o,n){let r=lr(e,t,o,n);return e==0&&(r[0]=0),t==0&&(r[1]=0),r}var zi=.1,dl={mode:3,pad:zi},Eo={pad:0,soft:null,mode:0},Ku={min:Eo,max:Eo};function rr(e,t,o,n){return cr(o)?pl(e,t,o):(Eo.pad=o,Eo.soft=n?0:null,Eo.mode=n?3:0,pl(e,t,Ku))}function re(e,t){return e??t}function Yu(e,t,o){for(t=re(t,0),o=re(o,e.length-1);t<=o;){if(e[t]!=null)return!0;t++}return!1}function pl(e,t,o){let n=o.min,r=o.max,i=re(n.pad,0),s=re(r.pad,0),a=re(n.hard,-de),c=re(r.hard,de),f=re(n.soft,de),d=re(r.soft,-de),m=re(n.mode,0),g=re(r.mode,0),y=t-e,M=Ut(y),S=qe(Oe(e),Oe(t)),E=Ut(S),C=Oe(E-M);(y<1e-24||C>10)&&(y=0,(e==0||t==0)&&(y=1e-24,m==2&&f!=de&&(i=0),g==2&&d!=-de&&(s=0)));let v=y||S||1e3,D=Ut(v),_=eo(10,lt(D)),T=v*(y==0?e==0?.1:1:i),$=pe(Gl(e-T,_/10),24),U=e>=f&&(m==1||m==3&&$<=f||m==2&&$>=f)?f:de,k=qe(a,$<U&&e>=U?U:Et(U,$)),O=v*(y==0?t==0?.1:1:s),P=pe(ar(t+O,_/10),24),R=t<=d&&(g==1||g==3&&P>=d||g==2&&P<=d)?d:-de,j=Et(c,P>R&&t<=R?R:qe(R,P));return k==j&&k==0&&(j=100),[k,j]}var qu=new Intl.NumberFormat(ro?Wu.language:"en-US"),Fi=e=>qu.format(e),at=Math,nr=at.PI,Oe=at.abs,lt=at.floor,$e=at.round,wt=at.ceil,Et=at.min,qe=at.max,eo=at.pow,ml=at.sign,Ut=at.log10,Ul=at.log2,Zu=(e,t=1)=>at.sinh(e)*t,xi=(e,t=1)=>at.asinh(e/t),de=1/0;function hl(e){return(Ut((e^e>>31)-(e>>31))|0)+1}function Ti(e,t,o){return Et(qe(e,t),o)}function Wl(e){return typeof e=="function"}function ee(e){return Wl(e)?e:()=>e}var Ju=()=>{},Bl=e=>e,jl=(e,t)=>t,Qu=e=>null,gl=e=>!0,wl=(e,t)=>e==t,Xu=/\.\d*?(?=9{6,}|0{6,})/gm,xn=e=>{if(Yl(e)||Xt.has(e))return e;let t=`${e}`,o=t.match(Xu);if(o==null)return e;let n=o[0].length-1;if(t.indexOf("e-")!=-1){let[r,i]=t.split("e");return+`${xn(r)}e${i}`}return pe(e,n)};function gn(e,t){return xn(pe(xn(e/t))*t)}function ar(e,t){return xn(wt(xn(e/t))*t)}function Gl(e,t){return xn(lt(xn(e/t))*t)}function pe(e,t=0){if(Yl(e))return e;let o=10**t,n=e*o*(1+Number.EPSILON);return $e(n)/o}var Xt=new Map;function Kl(e){return((""+e).split(".")[1]||"").length}function Co(e,t,o,n){let r=[],i=n.map(Kl);for(let s=t;s<o;s++){let a=Oe(s),c=pe(eo(e,s),a);for(let f=0;f<n.length;f++){let d=e==10?+`${n[f]}e${s}`:n[f]*c,m=(s>=0?0:a)+(s>=i[f]?0:i[f]),g=e==10?d:pe(d,m);r.push(g),Xt.set(g,m)}}return r}var To={},Ii=[],to=[null,null],Qt=Array.isArray,Yl=Number.isInteger,ef=e=>e===void 0;function bl(e){return typeof e=="string"}function cr(e){let t=!1;if(e!=null){let o=e.constructor;t=o==null||o==Object}return t}function tf(e){return e!=null&&typeof e=="object"}var nf=Object.getPrototypeOf(Uint8Array),ql="__proto__";function no(e,t=cr){let o;if(Qt(e)){let n=e.find(r=>r!=null);if(Qt(n)||t(n)){o=Array(e.length);for(let r=0;r<e.length;r++)o[r]=no(e[r],t)}else o=e.slice()}else if(e instanceof nf)o=e.slice();else if(t(e)){o={};for(let n in e)n!=ql&&(o[n]=no(e[n],t))}else o=e;return o}function Ee(e){let t=arguments;for(let o=1;o<t.length;o++){let n=t[o];for(let r in n)r!=ql&&(cr(e[r])?Ee(e[r],no(n[r])):e[r]=no(n[r]))}return e}var of=0,rf=1,sf=2;function lf(e,t,o){for(let n=0,r,i=-1;n<t.length;n++){let s=t[n];if(s>i){for(r=s-1;r>=0&&e[r]==null;)e[r--]=null;for(r=s+1;r<o&&e[r]==null;)e[i=r++]=null}}}function af(e,t){if(ff(e)){let s=e[0].slice();for(let a=1;a<e.length;a++)s.push(...e[a].slice(1));return df(s[0])||(s=uf(s)),s}let o=new Set;for(let s=0;s<e.length;s++){let c=e[s][0],f=c.length;for(let d=0;d<f;d++)o.add(c[d])}let n=[Array.from(o).sort((s,a)=>s-a)],r=n[0].length,i=new Map;for(let s=0;s<r;s++)i.set(n[0][s],s);for(let s=0;s<e.length;s++){let a=e[s],c=a[0];for(let f=1;f<a.length;f++){let d=a[f],m=Array(r).fill(void 0),g=t?t[s][f]:rf,y=[];for(let M=0;M<d.length;M++){let S=d[M],E=i.get(c[M]);S===null?g!=of&&(m[E]=S,g==sf&&y.push(E)):m[E]=S}lf(m,y,r),n.push(m)}}return n}var cf=typeof queueMicrotask>"u"?e=>Promise.resolve().then(e):queueMicrotask;function uf(e){let t=e[0],o=t.length,n=Array(o);for(let i=0;i<n.length;i++)n[i]=i;n.sort((i,s)=>t[i]-t[s]);let r=[];for(let i=0;i<e.length;i++){let s=e[i],a=Array(o);for(let c=0;c<o;c++)a[c]=s[n[c]];r.push(a)}return r}function ff(e){let t=e[0][0],o=t.length;for(let n=1;n<e.length;n++){let r=e[n][0];if(r.length!=o)return!1;if(r!=t){for(let i=0;i<o;i++)if(r[i]!=t[i])return!1}}return!0}function df(e,t=100){let o=e.length;if(o<=1)return!0;let n=0,r=o-1;for(;n<=r&&e[n]==null;)n++;for(;r>=n&&e[r]==null;)r--;if(r<=n)return!0;let i=qe(1,lt((r-n+1)/t));for(let s=e[n],a=n+i;a<=r;a+=i){let c=e[a];if(c!=null){if(c<=s)return!1;s=c}}return!0}var Zl=["January","February","March","April","May","June","July","August","September","October","November","December"],Jl=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function Ql(e){return e.slice(0,3)}var pf=Jl.map(Ql),mf=Zl.map(Ql),hf={MMMM:Zl,MMM:mf,WWWW:Jl,WWW:pf};function Mo(e){return(e<10?"0":"")+e}function gf(e){return(e<10?"00":e<100?"0":"")+e}var wf={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+"").slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Mo(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Mo(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Mo(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?"PM":"AM",aa:e=>e.getHours()>=12?"pm":"am",a:e=>e.getHours()>=12?"p":"a",mm:e=>Mo(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Mo(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>gf(e.getMilliseconds())};function Vi(e,t){t=t||hf;let o=[],n=/\{([a-z]+)\}|[^{]+/gi,r;for(;r=n.exec(e);)o.push(r[0][0]=="{"?wf[r[1]]:r[0]);return i=>{let s="";for(let a=0;a<o.length;a++)s+=typeof o[a]=="string"?o[a]:o[a](i,t);return s}}var bf=new Intl.DateTimeFormat().resolvedOptions().timeZone;function yf(e,t){let o;return t=="UTC"||t=="Etc/UTC"?o=new Date(+e+e.getTimezoneOffset()*6e4):t==bf?o=e:(o=new Date(e.toLocaleString("en-US",{timeZone:t})),o.setMilliseconds(e.getMilliseconds())),o}var Xl=e=>e%1==0,ir=[1,2,2.5,5],xf=Co(10,-32,0,ir),ea=Co(10,0,32,ir),vf=ea.filter(Xl),wn=xf.concat(ea),Ui=`
`,ta="{YYYY}",yl=Ui+ta,na="{M}/{D}",Lo=Ui+na,er=Lo+"/{YY}",oa="{aa}",Sf="{h}:{mm}",Qn=Sf+oa,xl=Ui+Qn,vl=":{ss}",ae=null;function ra(e){let t=e*1e3,o=t*60,n=o*60,r=n*24,i=r*30,s=r*365,c=(e==1?Co(10,0,3,ir).filter(Xl):Co(10,-3,0,ir)).concat([t,t*5,t*10,t*15,t*30,o,o*5,o*10,o*15,o*30,n,n*2,n*3,n*4,n*6,n*8,n*12,r,r*2,r*3,r*4,r*5,r*6,r*7,r*8,r*9,r*10,r*15,i,i*2,i*3,i*4,i*6,s,s*2,s*5,s*10,s*25,s*50,s*100]),f=[[s,ta,ae,ae,ae,ae,ae,ae,1],[r*28,"{MMM}",yl,ae,ae,ae,ae,ae,1],[r,na,yl,ae,ae,ae,ae,ae,1],[n,"{h}"+oa,er,ae,Lo,ae,ae,ae,1],[o,Qn,er,ae,Lo,ae,ae,ae,1],[t,vl,er+" "+Qn,ae,Lo+" "+Qn,ae,xl,ae,1],[e,vl+".{fff}",er+" "+Qn,ae,Lo+" "+Qn,ae,xl,ae,1]];function d(m){return(g,y,M,S,E,C)=>{let v=[],D=E>=s,_=E>=i&&E<s,T=m(M),$=pe(T*e,3),U=vi(T.getFullYear(),D?0:T.getMonth(),_||D?1:T.getDate()),k=pe(U*e,3);if(_||D){let O=_?E/i:0,P=D?E/s:0,R=$==k?$:pe(vi(U.getFullYear()+P,U.getMonth()+O,1)*e,3),j=new Date($e(R/e)),I=j.getFullYear(),q=j.getMonth();for(let K=0;R<=S;K++){let te=vi(I+P*K,q+O*K,1),G=te-m(pe(te*e,3));R=pe((+te+G)*e,3),R<=S&&v.push(R)}}else{let O=E>=r?r:E,P=lt(M)-lt($),R=k+P+ar($-k,O);v.push(R);let j=m(R),I=j.getHours()+j.getMinutes()/o+j.getSeconds()/n,q=E/n,K=g.axes[y]._space,te=C/K;for(;R=pe(R+E,e==1?0:3),!(R>S);)if(q>1){let G=lt(pe(I+q,6))%24,ne=m(R).getHours()-G;ne>1&&(ne=-1),R-=ne*n,I=(I+q)%24;let ue=v[v.length-1];pe((R-ue)/E,3)*te>=.7&&v.push(R)}else v.push(R)}return v}}return[c,f,d]}var[Mf,kf,_f]=ra(1),[Lf,Ef,Tf]=ra(.001);Co(2,-53,53,[1]);function Sl(e,t){return e.map(o=>o.map((n,r)=>r==0||r==8||n==null?n:t(r==1||o[8]==0?n:o[1]+n)))}function Ml(e,t){return(o,n,r,i,s)=>{let a=t.find(M=>s>=M[0])||t[t.length-1],c,f,d,m,g,y;return n.map(M=>{let S=e(M),E=S.getFullYear(),C=S.getMonth(),v=S.getDate(),D=S.getHours(),_=S.getMinutes(),T=S.getSeconds(),$=E!=c&&a[2]||C!=f&&a[3]||v!=d&&a[4]||D!=m&&a[5]||_!=g&&a[6]||T!=y&&a[7]||a[1];return c=E,f=C,d=v,m=D,g=_,y=T,$(S)})}}function Cf(e,t){let o=Vi(t);return(n,r,i,s,a)=>r.map(c=>o(e(c)))}function vi(e,t,o){return new Date(e,t,o)}function kl(e,t){return t(e)}var $f="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function _l(e,t){return(o,n,r,i)=>i==null?Ni:t(e(n))}function Of(e,t){let o=e.series[t];return o.width?o.stroke(e,t):o.points.width?o.points.stroke(e,t):null}function Af(e,t){return e.series[t].fill(e,t)}var Rf={show:!0,live:!0,isolate:!1,mount:Ju,markers:{show:!0,width:2,stroke:Of,fill:Af,dash:"solid"},idx:null,idxs:null,values:[]};function Pf(e,t){let o=e.cursor.points,n=gt(),r=o.size(e,t);be(n,ko,r),be(n,_o,r);let i=r/-2;be(n,"marginLeft",i),be(n,"marginTop",i);let s=o.width(e,t,r);return s&&be(n,"borderWidth",s),n}function Nf(e,t){let o=e.series[t].points;return o._fill||o._stroke}function Df(e,t){let o=e.series[t].points;return o._stroke||o._fill}function Hf(e,t){return e.series[t].points.size}var Si=[0,0];function zf(e,t,o){return Si[0]=t,Si[1]=o,Si}function tr(e,t,o,n=!0){return r=>{r.button==0&&(!n||r.target==t)&&o(r)}}function Mi(e,t,o,n=!0){return r=>{(!n||r.target==t)&&o(r)}}var Ff={show:!0,x:!0,y:!0,lock:!1,move:zf,points:{one:!1,show:Pf,size:Hf,width:0,stroke:Df,fill:Nf},bind:{mousedown:tr,mouseup:tr,click:tr,dblclick:tr,mousemove:Mi,mouseleave:Mi,mouseenter:Mi},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,o,n,r)=>n-r,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},ia={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},Wi=Ee({},ia,{filter:jl}),sa=Ee({},Wi,{size:10}),la=Ee({},ia,{show:!1}),Bi='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',aa="bold "+Bi,ca=1.5,Ll={show:!0,scale:"x",stroke:Pi,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:aa,side:2,grid:Wi,ticks:sa,border:la,font:Bi,lineGap:ca,rotate:0},If="Value",Vf="Time",El={show:!0,scale:"x",auto:!1,sorted:1,min:de,max:-de,idxs:[]};function Uf(e,t,o,n,r){return t.map(i=>i==null?"":Fi(i))}function Wf(e,t,o,n,r,i,s){let a=[],c=Xt.get(r)||0;o=s?o:pe(ar(o,r),c);for(let f=o;f<=n;f=pe(f+r,c))a.push(Object.is(f,-0)?0:f);return a}function Ci(e,t,o,n,r,i,s){let a=[],c=e.scales[e.axes[t].scale].log,f=c==10?Ut:Ul,d=lt(f(o));r=eo(c,d),c==10&&(r=wn[Lt(r,wn)]);let m=o,g=r*c;c==10&&(g=wn[Lt(g,wn)]);do a.push(m),m=m+r,c==10&&!Xt.has(m)&&(m=pe(m,Xt.get(r))),m>=g&&(r=m,g=r*c,c==10&&(g=wn[Lt(g,wn)]));while(m<=n);return a}function Bf(e,t,o,n,r,i,s){let c=e.scales[e.axes[t].scale].asinh,f=n>c?Ci(e,t,qe(c,o),n,r):[c],d=n>=0&&o<=0?[0]:[];return(o<-c?Ci(e,t,qe(c,-n),-o,r):[c]).reverse().map(g=>-g).concat(d,f)}var ua=/./,jf=/[12357]/,Gf=/[125]/,Tl=/1/,$i=(e,t,o,n)=>e.map((r,i)=>t==4&&r==0||i%n==0&&o.test(r.toExponential()[r<0?1:0])?r:null);function Kf(e,t,o,n,r){let i=e.axes[o],s=i.scale,a=e.scales[s],c=e.valToPos,f=i._space,d=c(10,s),m=c(9,s)-d>=f?ua:c(7,s)-d>=f?jf:c(5,s)-d>=f?Gf:Tl;if(m==Tl){let g=Oe(c(1,s)-d);if(g<f)return $i(t.slice().reverse(),a.distr,m,wt(f/g)).reverse()}return $i(t,a.distr,m,1)}function Yf(e,t,o,n,r){let i=e.axes[o],s=i.scale,a=i._space,c=e.valToPos,f=Oe(c(1,s)-c(2,s));return f<a?$i(t.slice().reverse(),3,ua,wt(a/f)).reverse():t}function qf(e,t,o,n){return n==null?Ni:t==null?"":Fi(t)}var Cl={show:!0,scale:"y",stroke:Pi,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:aa,side:3,grid:Wi,ticks:sa,border:la,font:Bi,lineGap:ca,rotate:0};function Zf(e,t){let o=3+(e||1)*2;return pe(o*t,3)}function Jf(e,t){let{scale:o,idxs:n}=e.series[0],r=e._data[0],i=e.valToPos(r[n[0]],o,!0),s=e.valToPos(r[n[1]],o,!0),a=Oe(s-i),c=e.series[t],f=a/(c.points.space*se);return n[1]-n[0]<=f}var $l={scale:null,auto:!0,sorted:0,min:de,max:-de},fa=(e,t,o,n,r)=>r,Ol={show:!0,auto:!0,sorted:0,gaps:fa,alpha:1,facets:[Ee({},$l,{scale:"x"}),Ee({},$l,{scale:"y"})]},Al={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:fa,alpha:1,points:{show:Jf,filter:null},values:null,min:de,max:-de,idxs:[],path:null,clip:null};function Qf(e,t,o,n,r){return o/10}var da={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},Xf=Ee({},da,{time:!1,ori:1}),Rl={};function pa(e,t){let o=Rl[e];return o||(o={key:e,plots:[],sub(n){o.plots.push(n)},unsub(n){o.plots=o.plots.filter(r=>r!=n)},pub(n,r,i,s,a,c,f){for(let d=0;d<o.plots.length;d++)o.plots[d]!=r&&o.plots[d].pub(n,r,i,s,a,c,f)}},e!=null&&(Rl[e]=o)),o}var oo=1,Oi=2;function vn(e,t,o){let n=e.mode,r=e.series[t],i=n==2?e._data[t]:e._data,s=e.scales,a=e.bbox,c=i[0],f=n==2?i[1]:i[t],d=n==2?s[r.facets[0].scale]:s[e.series[0].scale],m=n==2?s[r.facets[1].scale]:s[r.scale],g=a.left,y=a.top,M=a.width,S=a.height,E=e.valToPosH,C=e.valToPosV;return d.ori==0?o(r,c,f,d,m,E,C,g,y,M,S,fr,io,pr,ha,wa):o(r,c,f,d,m,C,E,y,g,S,M,dr,so,Ki,ga,ba)}function ji(e,t){let o=0,n=0,r=re(e.bands,Ii);for(let i=0;i<r.length;i++){let s=r[i];s.series[0]==t?o=s.dir:s.series[1]==t&&(s.dir==1?n|=1:n|=2)}return[o,n==1?-1:n==2?1:n==3?2:0]}function ed(e,t,o,n,r){let i=e.mode,s=e.series[t],a=i==2?s.facets[1].scale:s.scale,c=e.scales[a];return r==-1?c.min:r==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function Wt(e,t,o,n,r,i){return vn(e,t,(s,a,c,f,d,m,g,y,M,S,E)=>{let C=s.pxRound,v=f.dir*(f.ori==0?1:-1),D=f.ori==0?io:so,_,T;v==1?(_=o,T=n):(_=n,T=o);let $=C(m(a[_],f,S,y)),U=C(g(c[_],d,E,M)),k=C(m(a[T],f,S,y)),O=C(g(i==1?d.max:d.min,d,E,M)),P=new Path2D(r);return D(P,k,O),D(P,$,O),D(P,$,U),P})}function ur(e,t,o,n,r,i){let s=null;if(e.length>0){s=new Path2D;let a=t==0?pr:Ki,c=o;for(let m=0;m<e.length;m++){let g=e[m];if(g[1]>g[0]){let y=g[0]-c;y>0&&a(s,c,n,y,n+i),c=g[1]}}let f=o+r-c,d=10;f>0&&a(s,c,n-d/2,f,n+i+d)}return s}function td(e,t,o){let n=e[e.length-1];n&&n[0]==t?n[1]=o:e.push([t,o])}function Gi(e,t,o,n,r,i,s){let a=[],c=e.length;for(let f=r==1?o:n;f>=o&&f<=n;f+=r)if(t[f]===null){let m=f,g=f;if(r==1)for(;++f<=n&&t[f]===null;)g=f;else for(;--f>=o&&t[f]===null;)g=f;let y=i(e[m]),M=g==m?y:i(e[g]),S=m-r;y=s<=0&&S>=0&&S<c?i(e[S]):y;let C=g+r;M=s>=0&&C>=0&&C<c?i(e[C]):M,M>=y&&a.push([y,M])}return a}function Pl(e){return e==0?Bl:e==1?$e:t=>gn(t,e)}function ma(e){let t=e==0?fr:dr,o=e==0?(r,i,s,a,c,f)=>{r.arcTo(i,s,a,c,f)}:(r,i,s,a,c,f)=>{r.arcTo(s,i,c,a,f)},n=e==0?(r,i,s,a,c)=>{r.rect(i,s,a,c)}:(r,i,s,a,c)=>{r.rect(s,i,c,a)};return(r,i,s,a,c,f=0,d=0)=>{f==0&&d==0?n(r,i,s,a,c):(f=Et(f,a/2,c/2),d=Et(d,a/2,c/2),t(r,i+f,s),o(r,i+a,s,i+a,s+c,f),o(r,i+a,s+c,i,s+c,d),o(r,i,s+c,i,s,d),o(r,i,s,i+a,s,f),r.closePath())}}var fr=(e,t,o)=>{e.moveTo(t,o)},dr=(e,t,o)=>{e.moveTo(o,t)},io=(e,t,o)=>{e.lineTo(t,o)},so=(e,t,o)=>{e.lineTo(o,t)},pr=ma(0),Ki=ma(1),ha=(e,t,o,n,r,i)=>{e.arc(t,o,n,r,i)},ga=(e,t,o,n,r,i)=>{e.arc(o,t,n,r,i)},wa=(e,t,o,n,r,i,s)=>{e.bezierCurveTo(t,o,n,r,i,s)},ba=(e,t,o,n,r,i,s)=>{e.bezierCurveTo(o,t,r,n,s,i)};function ya(e){return(t,o,n,r,i)=>vn(t,o,(s,a,c,f,d,m,g,y,M,S,E)=>{let{pxRound:C,points:v}=s,D,_;f.ori==0?(D=fr,_=ha):(D=dr,_=ga);let T=pe(v.width*se,3),$=(v.size-v.width)/2*se,U=pe($*2,3),k=new Path2D,O=new Path2D,{left:P,top:R,width:j,height:I}=t.bbox;pr(O,P-U,R-U,j+U*2,I+U*2);let q=K=>{if(c[K]!=null){let te=C(m(a[K],f,S,y)),G=C(g(c[K],d,E,M));D(k,te+$,G),_(k,te,G,$,0,nr*2)}};if(i)i.forEach(q);else for(let K=n;K<=r;K++)q(K);return{stroke:T>0?k:null,fill:k,clip:O,flags:oo|Oi}})}function xa(e){return(t,o,n,r,i,s)=>{n!=r&&(i!=n&&s!=n&&e(t,o,n),i!=r&&s!=r&&e(t,o,r),e(t,o,s))}}var nd=xa(io),od=xa(so);function va(e){let t=re(e?.alignGaps,0);return(o,n,r,i)=>vn(o,n,(s,a,c,f,d,m,g,y,M,S,E)=>{[r,i]=sr(c,r,i);let C=s.pxRound,v=I=>C(m(I,f,S,y)),D=I=>C(g(I,d,E,M)),_,T;f.ori==0?(_=io,T=nd):(_=so,T=od);let $=f.dir*(f.ori==0?1:-1),U={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:oo},k=U.stroke,O=!1;if(i-r>=S*4){let I=W=>o.posToVal(W,f.key,!0),q=null,K=null,te,G,Je,xe=v(a[$==1?r:i]),ne=v(a[r]),ue=v(a[i]),Q=I($==1?ne+1:ue-1);for(let W=$==1?r:i;W>=r&&W<=i;W+=$){let Te=a[W],ve=($==1?Te<Q:Te>Q)?xe:v(Te),le=c[W];ve==xe?le!=null?(G=le,q==null?(_(k,ve,D(G)),te=q=K=G):G<q?q=G:G>K&&(K=G)):le===null&&(O=!0):(q!=null&&T(k,xe,D(q),D(K),D(te),D(G)),le!=null?(G=le,_(k,ve,D(G)),q=K=te=G):(q=K=null,le===null&&(O=!0)),xe=ve,Q=I(xe+$))}q!=null&&q!=K&&Je!=xe&&T(k,xe,D(q),D(K),D(te),D(G))}else for(let I=$==1?r:i;I>=r&&I<=i;I+=$){let q=c[I];q===null?O=!0:q!=null&&_(k,v(a[I]),D(q))}let[R,j]=ji(o,n);if(s.fill!=null||R!=0){let I=U.fill=new Path2D(k),q=s.fillTo(o,n,s.min,s.max,R),K=D(q),te=v(a[r]),G=v(a[i]);$==-1&&([G,te]=[te,G]),_(I,G,K),_(I,te,K)}if(!s.spanGaps){let I=[];O&&I.push(...Gi(a,c,r,i,$,v,t)),U.gaps=I=s.gaps(o,n,r,i,I),U.clip=ur(I,f.ori,y,M,S,E)}return j!=0&&(U.band=j==2?[Wt(o,n,r,i,k,-1),Wt(o,n,r,i,k,1)]:Wt(o,n,r,i,k,j)),U})}function rd(e){let t=re(e.align,1),o=re(e.ascDesc,!1),n=re(e.alignGaps,0),r=re(e.extend,!1);return(i,s,a,c)=>vn(i,s,(f,d,m,g,y,M,S,E,C,v,D)=>{[a,c]=sr(m,a,c);let _=f.pxRound,{left:T,width:$}=i.bbox,U=ne=>_(M(ne,g,v,E)),k=ne=>_(S(ne,y,D,C)),O=g.ori==0?io:so,P={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:oo},R=P.stroke,j=g.dir*(g.ori==0?1:-1),I=k(m[j==1?a:c]),q=U(d[j==1?a:c]),K=q,te=q;r&&t==-1&&(te=T,O(R,te,I)),O(R,q,I);for(let ne=j==1?a:c;ne>=a&&ne<=c;ne+=j){let ue=m[ne];if(ue==null)continue;let Q=U(d[ne]),W=k(ue);t==1?O(R,Q,I):O(R,K,W),O(R,Q,W),I=W,K=Q}let G=K;r&&t==1&&(G=T+$,O(R,G,I));let[Je,xe]=ji(i,s);if(f.fill!=null||Je!=0){let ne=P.fill=new Path2D(R),ue=f.fillTo(i,s,f.min,f.max,Je),Q=k(ue);O(ne,G,Q),O(ne,te,Q)}if(!f.spanGaps){let ne=[];ne.push(...Gi(d,m,a,c,j,U,n));let ue=f.width*se/2,Q=o||t==1?ue:-ue,W=o||t==-1?-ue:ue;ne.forEach(Te=>{Te[0]+=Q,Te[1]+=W}),P.gaps=ne=f.gaps(i,s,a,c,ne),P.clip=ur(ne,g.ori,E,C,v,D)}return xe!=0&&(P.band=xe==2?[Wt(i,s,a,c,R,-1),Wt(i,s,a,c,R,1)]:Wt(i,s,a,c,R,xe)),P})}function Nl(e,t,o,n,r,i,s=de){if(e.length>1){let a=null;for(let c=0,f=1/0;c<e.length;c++)if(t[c]!==void 0){if(a!=null){let d=Oe(e[c]-e[a]);d<f&&(f=d,s=Oe(o(e[c],n,r,i)-o(e[a],n,r,i)))}a=c}}return s}function id(e){e=e||To;let t=re(e.size,[.6,de,1]),o=e.align||0,n=e.gap||0,r=e.radius;r=r==null?[0,0]:typeof r=="number"?[r,0]:r;let i=ee(r),s=1-t[0],a=re(t[1],de),c=re(t[2],1),f=re(e.disp,To),d=re(e.each,y=>{}),{fill:m,stroke:g}=f;return(y,M,S,E)=>vn(y,M,(C,v,D,_,T,$,U,k,O,P,R)=>{let j=C.pxRound,I=o,q=n*se,K=a*se,te=c*se,G,Je;_.ori==0?[G,Je]=i(y,M):[Je,G]=i(y,M);let xe=_.dir*(_.ori==0?1:-1),ne=_.ori==0?pr:Ki,ue=_.ori==0?d:(F,me,Ce,An,an,$t,cn)=>{d(F,me,Ce,an,An,cn,$t)},Q=re(y.bands,Ii).find(F=>F.series[0]==M),W=Q!=null?Q.dir:0,Te=C.fillTo(y,M,C.min,C.max,W),Be=j(U(Te,T,R,O)),ve,le,xt,et=P,Me=j(C.width*se),Ct=!1,zt=null,ut=null,Gt=null,Cn=null;m!=null&&(Me==0||g!=null)&&(Ct=!0,zt=m.values(y,M,S,E),ut=new Map,new Set(zt).forEach(F=>{F!=null&&ut.set(F,new Path2D)}),Me>0&&(Gt=g.values(y,M,S,E),Cn=new Map,new Set(Gt).forEach(F=>{F!=null&&Cn.set(F,new Path2D)})));let{x0:$n,size:ho}=f;if($n!=null&&ho!=null){I=1,v=$n.values(y,M,S,E),$n.unit==2&&(v=v.map(Ce=>y.posToVal(k+Ce*P,_.key,!0)));let F=ho.values(y,M,S,E);ho.unit==2?le=F[0]*P:le=$(F[0],_,P,k)-$(0,_,P,k),et=Nl(v,D,$,_,P,k,et),xt=et-le+q}else et=Nl(v,D,$,_,P,k,et),xt=et*s+q,le=et-xt;xt<1&&(xt=0),Me>=le/2&&(Me=0),xt<5&&(j=Bl);let Fo=xt>0,sn=et-xt-(Fo?Me:0);le=j(Ti(sn,te,K)),ve=(I==0?le/2:I==xe?0:le)-I*xe*((I==0?q/2:0)+(Fo?Me/2:0));let je={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},On=Ct?null:new Path2D,Ft=null;if(Q!=null)Ft=y.data[Q.series[1]];else{let{y0:F,y1:me}=f;F!=null&&me!=null&&(D=me.values(y,M,S,E),Ft=F.values(y,M,S,E))}let ln=G*le,J=Je*le;for(let F=xe==1?S:E;F>=S&&F<=E;F+=xe){let me=D[F];if(me==null)continue;if(Ft!=null){let Qe=Ft[F]??0;if(me-Qe==0)continue;Be=U(Qe,T,R,O)}let Ce=_.distr!=2||f!=null?v[F]:F,An=$(Ce,_,P,k),an=U(re(me,Te),T,R,O),$t=j(An-ve),cn=j(qe(an,Be)),tt=j(Et(an,Be)),ft=cn-tt;if(me!=null){let Qe=me<0?J:ln,vt=me<0?ln:J;Ct?(Me>0&&Gt[F]!=null&&ne(Cn.get(Gt[F]),$t,tt+lt(Me/2),le,qe(0,ft-Me),Qe,vt),zt[F]!=null&&ne(ut.get(zt[F]),$t,tt+lt(Me/2),le,qe(0,ft-Me),Qe,vt)):ne(On,$t,tt+lt(Me/2),le,qe(0,ft-Me),Qe,vt),ue(y,M,F,$t-Me/2,tt,le+Me,ft)}}return Me>0?je.stroke=Ct?Cn:On:Ct||(je._fill=C.width==0?C._fill:C._stroke??C._fill,je.width=0),je.fill=Ct?ut:On,je})}function sd(e,t){let o=re(t?.alignGaps,0);return(n,r,i,s)=>vn(n,r,(a,c,f,d,m,g,y,M,S,E,C)=>{[i,s]=sr(f,i,s);let v=a.pxRound,D=G=>v(g(G,d,E,M)),_=G=>v(y(G,m,C,S)),T,$,U;d.ori==0?(T=fr,U=io,$=wa):(T=dr,U=so,$=ba);let k=d.dir*(d.ori==0?1:-1),O=D(c[k==1?i:s]),P=O,R=[],j=[];for(let G=k==1?i:s;G>=i&&G<=s;G+=k)if(f[G]!=null){let xe=c[G],ne=D(xe);R.push(P=ne),j.push(_(f[G]))}let I={stroke:e(R,j,T,U,$,v),fill:null,clip:null,band:null,gaps:null,flags:oo},q=I.stroke,[K,te]=ji(n,r);if(a.fill!=null||K!=0){let G=I.fill=new Path2D(q),Je=a.fillTo(n,r,a.min,a.max,K),xe=_(Je);U(G,P,xe),U(G,O,xe)}if(!a.spanGaps){let G=[];G.push(...Gi(c,f,i,s,k,D,o)),I.gaps=G=a.gaps(n,r,i,s,G),I.clip=ur(G,d.ori,M,S,E,C)}return te!=0&&(I.band=te==2?[Wt(n,r,i,s,q,-1),Wt(n,r,i,s,q,1)]:Wt(n,r,i,s,q,te)),I})}function ld(e){return sd(ad,e)}function ad(e,t,o,n,r,i){let s=e.length;if(s<2)return null;let a=new Path2D;if(o(a,e[0],t[0]),s==2)n(a,e[1],t[1]);else{let c=Array(s),f=Array(s-1),d=Array(s-1),m=Array(s-1);for(let g=0;g<s-1;g++)d[g]=t[g+1]-t[g],m[g]=e[g+1]-e[g],f[g]=d[g]/m[g];c[0]=f[0];for(let g=1;g<s-1;g++)f[g]===0||f[g-1]===0||f[g-1]>0!=f[g]>0?c[g]=0:(c[g]=3*(m[g-1]+m[g])/((2*m[g]+m[g-1])/f[g-1]+(m[g]+2*m[g-1])/f[g]),isFinite(c[g])||(c[g]=0));c[s-1]=f[s-2];for(let g=0;g<s-1;g++)r(a,e[g]+m[g]/3,t[g]+c[g]*m[g]/3,e[g+1]-m[g]/3,t[g+1]-c[g+1]*m[g]/3,e[g+1],t[g+1])}return a}var Ai=new Set;function Dl(){for(let e of Ai)e.syncRect(!0)}ro&&(yn(Vu,Xn,Dl),yn(Uu,Xn,Dl,!0),yn(or,Xn,()=>{Ve.pxRatio=se}));var cd=va(),ud=ya();function Hl(e,t,o,n){return(n?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((i,s)=>Ri(i,s,t,o))}function fd(e,t){return e.map((o,n)=>n==0?{}:Ee({},t,o))}function Ri(e,t,o,n){return Ee({},t==0?o:n,e)}function Sa(e,t,o){return t==null?to:[t,o]}var dd=Sa;function pd(e,t,o){return t==null?to:rr(t,o,zi,!0)}function Ma(e,t,o,n){return t==null?to:lr(t,o,e.scales[n].log,!1)}var md=Ma;function ka(e,t,o,n){return t==null?to:Hi(t,o,e.scales[n].log,!1)}var hd=ka;function gd(e,t,o,n,r){let i=qe(hl(e),hl(t)),s=t-e,a=Lt(r/n*s,o);do{let c=o[a],f=n*c/s;if(f>=r&&i+(c<5?Xt.get(c):0)<=17)return[c,f]}while(++a<o.length);return[0,0]}function zl(e){let t,o;return e=e.replace(/(\d+)px/,(n,r)=>(t=$e((o=+r)*se))+"px"),[e,t,o]}function wd(e){e.show&&[e.font,e.labelFont].forEach(t=>{let o=pe(t[2]*se,1);t[0]=t[0].replace(/[0-9.]+px/,o+"px"),t[1]=o})}function Ve(e,t,o){let n={mode:re(e.mode,1)},r=n.mode;function i(l,u,p,h){let b=u.valToPct(l);return h+p*(u.dir==-1?1-b:b)}function s(l,u,p,h){let b=u.valToPct(l);return h+p*(u.dir==-1?b:1-b)}function a(l,u,p,h){return u.ori==0?i(l,u,p,h):s(l,u,p,h)}n.valToPosH=i,n.valToPosV=s;let c=!1;n.status=0;let f=n.root=gt(Mu);if(e.id!=null&&(f.id=e.id),st(f,e.class),e.title){let l=gt(Lu,f);l.textContent=e.title}let d=_t("canvas"),m=n.ctx=d.getContext("2d"),g=gt(Eu,f);yn("click",g,l=>{l.target===M&&(he!=Wn||Se!=Bn)&&Fe.click(n,l)},!0);let y=n.under=gt(Tu,g);g.appendChild(d);let M=n.over=gt(Cu,g);e=no(e);let S=+re(e.pxAlign,1),E=Pl(S);(e.plugins||[]).forEach(l=>{l.opts&&(e=l.opts(n,e)||e)});let C=e.ms||.001,v=n.series=r==1?Hl(e.series||[],El,Al,!1):fd(e.series||[null],Ol),D=n.axes=Hl(e.axes||[],Ll,Cl,!0),_=n.scales={},T=n.bands=e.bands||[];T.forEach(l=>{l.fill=ee(l.fill||null),l.dir=re(l.dir,-1)});let $=r==2?v[1].facets[0].scale:v[0].scale,U={axes:ou,series:Qc},k=(e.drawOrder||["axes","series"]).map(l=>U[l]);function O(l){let u=l.distr==3?p=>Ut(p>0?p:l.clamp(n,p,l.min,l.max,l.key)):l.distr==4?p=>xi(p,l.asinh):l.distr==100?p=>l.fwd(p):p=>p;return p=>{let h=u(p),{_min:b,_max:x}=l,L=x-b;return(h-b)/L}}function P(l){let u=_[l];if(u==null){let p=(e.scales||To)[l]||To;if(p.from!=null){P(p.from);let h=Ee({},_[p.from],p,{key:l});h.valToPct=O(h),_[l]=h}else{u=_[l]=Ee({},l==$?da:Xf,p),u.key=l;let h=u.time,b=u.range,x=Qt(b);if((l!=$||r==2&&!h)&&(x&&(b[0]==null||b[1]==null)&&(b={min:b[0]==null?dl:{mode:1,hard:b[0],soft:b[0]},max:b[1]==null?dl:{mode:1,hard:b[1],soft:b[1]}},x=!1),!x&&cr(b))){let L=b;b=(A,N,H)=>N==null?to:rr(N,H,L)}u.range=ee(b||(h?dd:l==$?u.distr==3?md:u.distr==4?hd:Sa:u.distr==3?Ma:u.distr==4?ka:pd)),u.auto=ee(x?!1:u.auto),u.clamp=ee(u.clamp||Qf),u._min=u._max=null,u.valToPct=O(u)}}}P("x"),P("y"),r==1&&v.forEach(l=>{P(l.scale)}),D.forEach(l=>{P(l.scale)});for(let l in e.scales)P(l);let R=_[$],j=R.distr,I,q;R.ori==0?(st(f,ku),I=i,q=s):(st(f,_u),I=s,q=i);let K={};for(let l in _){let u=_[l];(u.min!=null||u.max!=null)&&(K[l]={min:u.min,max:u.max},u.min=u.max=null)}let te=e.tzDate||(l=>new Date($e(l/C))),G=e.fmtDate||Vi,Je=C==1?_f(te):Tf(te),xe=Ml(te,Sl(C==1?kf:Ef,G)),ne=_l(te,kl($f,G)),ue=[],Q=n.legend=Ee({},Rf,e.legend),W=n.cursor=Ee({},Ff,{drag:{y:r==2}},e.cursor),Te=Q.show,Be=W.show,ve=Q.markers;Q.idxs=ue,ve.width=ee(ve.width),ve.dash=ee(ve.dash),ve.stroke=ee(ve.stroke),ve.fill=ee(ve.fill);let le,xt,et,Me=[],Ct=[],zt,ut=!1,Gt={};if(Q.live){let l=v[1]?v[1].values:null;ut=l!=null,zt=ut?l(n,1,0):{_:0};for(let u in zt)Gt[u]=Ni}if(Te)if(le=_t("table",Nu,f),et=_t("tbody",null,le),Q.mount(n,le),ut){xt=_t("thead",null,le,et);let l=_t("tr",null,xt);_t("th",null,l);for(var Cn in zt)_t("th",Xs,l).textContent=Cn}else st(le,Hu),Q.live&&st(le,Du);let $n={show:!0},ho={show:!1};function Fo(l,u){if(u==0&&(ut||!Q.live||r==2))return to;let p=[],h=_t("tr",zu,et,et.childNodes[u]);st(h,l.class),l.show||st(h,bn);let b=_t("th",null,h);if(ve.show){let A=gt(Fu,b);if(u>0){let N=ve.width(n,u);N&&(A.style.border=N+"px "+ve.dash(n,u)+" "+ve.stroke(n,u)),A.style.background=ve.fill(n,u)}}let x=gt(Xs,b);l.label instanceof HTMLElement?x.appendChild(l.label):x.textContent=l.label,u>0&&(ve.show||(x.style.color=l.width>0?ve.stroke(n,u):ve.fill(n,u)),je("click",b,A=>{if(W._lock)return;fn(A);let N=v.indexOf(l);if((A.ctrlKey||A.metaKey)!=Q.isolate){let H=v.some((z,V)=>V>0&&V!=N&&z.show);v.forEach((z,V)=>{V>0&&At(V,H?V==N?$n:ho:$n,!0,Le.setSeries)})}else At(N,{show:!l.show},!0,Le.setSeries)},!1),Pn&&je(ol,b,A=>{W._lock||(fn(A),At(v.indexOf(l),Gn,!0,Le.setSeries))},!1));for(var L in zt){let A=_t("td",Iu,h);A.textContent="--",p.push(A)}return[h,p]}let sn=new Map;function je(l,u,p,h=!0){let b=sn.get(u)||{},x=W.bind[l](n,u,p,h);x&&(yn(l,u,b[l]=x),sn.set(u,b))}function On(l,u,p){let h=sn.get(u)||{};for(let b in h)(l==null||b==l)&&(Ei(b,u,h[b]),delete h[b]);l==null&&sn.delete(u)}let Ft=0,ln=0,J=0,F=0,me=0,Ce=0,An=me,an=Ce,$t=J,cn=F,tt=0,ft=0,Qe=0,vt=0;n.bbox={};let Wr=!1,Io=!1,Rn=!1,un=!1,Vo=!1,dt=!1;function Br(l,u,p){(p||l!=n.width||u!=n.height)&&ms(l,u),Fn(!1),Rn=!0,Io=!0,In()}function ms(l,u){n.width=Ft=J=l,n.height=ln=F=u,me=Ce=0,jc(),Gc();let p=n.bbox;tt=p.left=gn(me*se,.5),ft=p.top=gn(Ce*se,.5),Qe=p.width=gn(J*se,.5),vt=p.height=gn(F*se,.5)}let Uc=3;function Wc(){let l=!1,u=0;for(;!l;){u++;let p=tu(u),h=nu(u);l=u==Uc||p&&h,l||(ms(n.width,n.height),Io=!0)}}function Bc({width:l,height:u}){Br(l,u)}n.setSize=Bc;function jc(){let l=!1,u=!1,p=!1,h=!1;D.forEach((b,x)=>{if(b.show&&b._show){let{side:L,_size:A}=b,N=L%2,H=b.label!=null?b.labelSize:0,z=A+H;z>0&&(N?(J-=z,L==3?(me+=z,h=!0):p=!0):(F-=z,L==0?(Ce+=z,l=!0):u=!0))}}),dn[0]=l,dn[1]=p,dn[2]=u,dn[3]=h,J-=Kt[1]+Kt[3],me+=Kt[3],F-=Kt[2]+Kt[0],Ce+=Kt[0]}function Gc(){let l=me+J,u=Ce+F,p=me,h=Ce;function b(x,L){switch(x){case 1:return l+=L,l-L;case 2:return u+=L,u-L;case 3:return p-=L,p+L;case 0:return h-=L,h+L}}D.forEach((x,L)=>{if(x.show&&x._show){let A=x.side;x._pos=b(A,x._size),x.label!=null&&(x._lpos=b(A,x.labelSize))}})}if(W.dataIdx==null){let l=W.hover,u=l.skip=new Set(l.skip??[]);u.add(void 0);let p=l.prox=ee(l.prox),h=l.bias??=0;W.dataIdx=(b,x,L,A)=>{if(x==0)return L;let N=L,H=p(b,x,L,A)??de,z=H>=0&&H<de,V=R.ori==0?J:F,Z=W.left,ie=t[0],oe=t[x];if(u.has(oe[L])){N=null;let X=null,Y=null,B;if(h==0||h==-1)for(B=L;X==null&&B-- >0;)u.has(oe[B])||(X=B);if(h==0||h==1)for(B=L;Y==null&&B++<oe.length;)u.has(oe[B])||(Y=B);if(X!=null||Y!=null)if(z){let we=X==null?-1/0:I(ie[X],R,V,0),ke=Y==null?1/0:I(ie[Y],R,V,0),He=Z-we,fe=ke-Z;He<=fe?He<=H&&(N=X):fe<=H&&(N=Y)}else N=Y==null?X:X==null?Y:L-X<=Y-L?X:Y}else z&&Oe(Z-I(ie[L],R,V,0))>H&&(N=null);return N}}let fn=l=>{W.event=l};W.idxs=ue,W._lock=!1;let We=W.points;We.show=ee(We.show),We.size=ee(We.size),We.stroke=ee(We.stroke),We.width=ee(We.width),We.fill=ee(We.fill);let Ot=n.focus=Ee({},e.focus||{alpha:.3},W.focus),Pn=Ot.prox>=0,Nn=Pn&&We.one,pt=[],Dn=[],Hn=[];function hs(l,u){let p=We.show(n,u);if(p instanceof HTMLElement)return st(p,Pu),st(p,l.class),Dt(p,-10,-10,J,F),M.insertBefore(p,pt[u]),p}function gs(l,u){if(r==1||u>0){let p=r==1&&_[l.scale].time,h=l.value;l.value=p?bl(h)?_l(te,kl(h,G)):h||ne:h||qf,l.label=l.label||(p?Vf:If)}if(Nn||u>0){l.width=l.width==null?1:l.width,l.paths=l.paths||cd||Qu,l.fillTo=ee(l.fillTo||ed),l.pxAlign=+re(l.pxAlign,S),l.pxRound=Pl(l.pxAlign),l.stroke=ee(l.stroke||null),l.fill=ee(l.fill||null),l._stroke=l._fill=l._paths=l._focus=null;let p=Zf(qe(1,l.width),1),h=l.points=Ee({},{size:p,width:qe(1,p*.2),stroke:l.stroke,space:p*2,paths:ud,_stroke:null,_fill:null},l.points);h.show=ee(h.show),h.filter=ee(h.filter),h.fill=ee(h.fill),h.stroke=ee(h.stroke),h.paths=ee(h.paths),h.pxAlign=l.pxAlign}if(Te){let p=Fo(l,u);Me.splice(u,0,p[0]),Ct.splice(u,0,p[1]),Q.values.push(null)}if(Be){ue.splice(u,0,null);let p=null;Nn?u==0&&(p=hs(l,u)):u>0&&(p=hs(l,u)),pt.splice(u,0,p),Dn.splice(u,0,0),Hn.splice(u,0,0)}De("addSeries",u)}function Kc(l,u){u=u??v.length,l=r==1?Ri(l,u,El,Al):Ri(l,u,{},Ol),v.splice(u,0,l),gs(v[u],u)}n.addSeries=Kc;function Yc(l){if(v.splice(l,1),Te){Q.values.splice(l,1),Ct.splice(l,1);let u=Me.splice(l,1)[0];On(null,u.firstChild),u.remove()}Be&&(ue.splice(l,1),pt.splice(l,1)[0].remove(),Dn.splice(l,1),Hn.splice(l,1)),De("delSeries",l)}n.delSeries=Yc;let dn=[!1,!1,!1,!1];function qc(l,u){if(l._show=l.show,l.show){let p=l.side%2,h=_[l.scale];h==null&&(l.scale=p?v[1].scale:$,h=_[l.scale]);let b=h.time;l.size=ee(l.size),l.space=ee(l.space),l.rotate=ee(l.rotate),Qt(l.incrs)&&l.incrs.forEach(L=>{!Xt.has(L)&&Xt.set(L,Kl(L))}),l.incrs=ee(l.incrs||(h.distr==2?vf:b?C==1?Mf:Lf:wn)),l.splits=ee(l.splits||(b&&h.distr==1?Je:h.distr==3?Ci:h.distr==4?Bf:Wf)),l.stroke=ee(l.stroke),l.grid.stroke=ee(l.grid.stroke),l.ticks.stroke=ee(l.ticks.stroke),l.border.stroke=ee(l.border.stroke);let x=l.values;l.values=Qt(x)&&!Qt(x[0])?ee(x):b?Qt(x)?Ml(te,Sl(x,G)):bl(x)?Cf(te,x):x||xe:x||Uf,l.filter=ee(l.filter||(h.distr>=3&&h.log==10?Kf:h.distr==3&&h.log==2?Yf:jl)),l.font=zl(l.font),l.labelFont=zl(l.labelFont),l._size=l.size(n,null,u,0),l._space=l._rotate=l._incrs=l._found=l._splits=l._values=null,l._size>0&&(dn[u]=!0,l._el=gt($u,g))}}function go(l,u,p,h){let[b,x,L,A]=p,N=u%2,H=0;return N==0&&(A||x)&&(H=u==0&&!b||u==2&&!L?$e(Ll.size/3):0),N==1&&(b||L)&&(H=u==1&&!x||u==3&&!A?$e(Cl.size/2):0),H}let ws=n.padding=(e.padding||[go,go,go,go]).map(l=>ee(re(l,go))),Kt=n._padding=ws.map((l,u)=>l(n,u,dn,0)),ze,Ae=null,Re=null,Uo=r==1?v[0].idxs:null,St=null,wo=!1;function bs(l,u){if(t=l??[],n.data=n._data=t,r==2){ze=0;for(let p=1;p<v.length;p++)ze+=t[p][0].length}else{t.length==0&&(n.data=n._data=t=[[]]),St=t[0],ze=St.length;let p=t;if(j==2){p=t.slice();let h=p[0]=Array(ze);for(let b=0;b<ze;b++)h[b]=b}n._data=t=p}if(Fn(!0),De("setData"),j==2&&(Rn=!0),u!==!1){let p=R;p.auto(n,wo)?jr():qt($,p.min,p.max),un=un||W.left>=0,dt=!0,In()}}n.setData=bs;function jr(){wo=!0;let l,u;r==1&&(ze>0?(Ae=Uo[0]=0,Re=Uo[1]=ze-1,l=t[0][Ae],u=t[0][Re],j==2?(l=Ae,u=Re):l==u&&(j==3?[l,u]=lr(l,l,R.log,!1):j==4?[l,u]=Hi(l,l,R.log,!1):R.time?u=l+$e(86400/C):[l,u]=rr(l,u,zi,!0))):(Ae=Uo[0]=l=null,Re=Uo[1]=u=null)),qt($,l,u)}let Wo,zn,Gr,Kr,Yr,qr,Zr,Jr,Qr,Xe;function ys(l,u,p,h,b,x){l??=tl,p??=Ii,h??="butt",b??=tl,x??="round",l!=Wo&&(m.strokeStyle=Wo=l),b!=zn&&(m.fillStyle=zn=b),u!=Gr&&(m.lineWidth=Gr=u),x!=Yr&&(m.lineJoin=Yr=x),h!=qr&&(m.lineCap=qr=h),p!=Kr&&m.setLineDash(Kr=p)}function xs(l,u,p,h){u!=zn&&(m.fillStyle=zn=u),l!=Zr&&(m.font=Zr=l),p!=Jr&&(m.textAlign=Jr=p),h!=Qr&&(m.textBaseline=Qr=h)}function Xr(l,u,p,h,b=0){if(h.length>0&&l.auto(n,wo)&&(u==null||u.min==null)){let x=re(Ae,0),L=re(Re,h.length-1),A=p.min==null?Gu(h,x,L,b,l.distr==3):[p.min,p.max];l.min=Et(l.min,p.min=A[0]),l.max=qe(l.max,p.max=A[1])}}let vs={min:null,max:null};function Zc(){for(let h in _){let b=_[h];K[h]==null&&(b.min==null||K[$]!=null&&b.auto(n,wo))&&(K[h]=vs)}for(let h in _){let b=_[h];K[h]==null&&b.from!=null&&K[b.from]!=null&&(K[h]=vs)}K[$]!=null&&Fn(!0);let l={};for(let h in K){let b=K[h];if(b!=null){let x=l[h]=no(_[h],tf);if(b.min!=null)Ee(x,b);else if(h!=$||r==2)if(ze==0&&x.from==null){let L=x.range(n,null,null,h);x.min=L[0],x.max=L[1]}else x.min=de,x.max=-de}}if(ze>0){v.forEach((h,b)=>{if(r==1){let x=h.scale,L=K[x];if(L==null)return;let A=l[x];if(b==0){let N=A.range(n,A.min,A.max,x);A.min=N[0],A.max=N[1],Ae=Lt(A.min,t[0]),Re=Lt(A.max,t[0]),Re-Ae>1&&(t[0][Ae]<A.min&&Ae++,t[0][Re]>A.max&&Re--),h.min=St[Ae],h.max=St[Re]}else h.show&&h.auto&&Xr(A,L,h,t[b],h.sorted);h.idxs[0]=Ae,h.idxs[1]=Re}else if(b>0&&h.show&&h.auto){let[x,L]=h.facets,A=x.scale,N=L.scale,[H,z]=t[b],V=l[A],Z=l[N];V!=null&&Xr(V,K[A],x,H,x.sorted),Z!=null&&Xr(Z,K[N],L,z,L.sorted),h.min=L.min,h.max=L.max}});for(let h in l){let b=l[h],x=K[h];if(b.from==null&&(x==null||x.min==null)){let L=b.range(n,b.min==de?null:b.min,b.max==-de?null:b.max,h);b.min=L[0],b.max=L[1]}}}for(let h in l){let b=l[h];if(b.from!=null){let x=l[b.from];if(x.min==null)b.min=b.max=null;else{let L=b.range(n,x.min,x.max,h);b.min=L[0],b.max=L[1]}}}let u={},p=!1;for(let h in l){let b=l[h],x=_[h];if(x.min!=b.min||x.max!=b.max){x.min=b.min,x.max=b.max;let L=x.distr;x._min=L==3?Ut(x.min):L==4?xi(x.min,x.asinh):L==100?x.fwd(x.min):x.min,x._max=L==3?Ut(x.max):L==4?xi(x.max,x.asinh):L==100?x.fwd(x.max):x.max,u[h]=p=!0}}if(p){v.forEach((h,b)=>{r==2?b>0&&u.y&&(h._paths=null):u[h.scale]&&(h._paths=null)});for(let h in u)Rn=!0,De("setScale",h);Be&&W.left>=0&&(un=dt=!0)}for(let h in K)K[h]=null}function Jc(l){let u=Ti(Ae-1,0,ze-1),p=Ti(Re+1,0,ze-1);for(;l[u]==null&&u>0;)u--;for(;l[p]==null&&p<ze-1;)p++;return[u,p]}function Qc(){if(ze>0){let l=v.some(u=>u._focus)&&Xe!=Ot.alpha;l&&(m.globalAlpha=Xe=Ot.alpha),v.forEach((u,p)=>{if(p>0&&u.show&&(Ss(p,!1),Ss(p,!0),u._paths==null)){let h=Xe;Xe!=u.alpha&&(m.globalAlpha=Xe=u.alpha);let b=r==2?[0,t[p][0].length-1]:Jc(t[p]);u._paths=u.paths(n,p,b[0],b[1]),Xe!=h&&(m.globalAlpha=Xe=h)}}),v.forEach((u,p)=>{if(p>0&&u.show){let h=Xe;Xe!=u.alpha&&(m.globalAlpha=Xe=u.alpha),u._paths!=null&&Ms(p,!1);{let b=u._paths!=null?u._paths.gaps:null,x=u.points.show(n,p,Ae,Re,b),L=u.points.filter(n,p,x,b);(x||L)&&(u.points._paths=u.points.paths(n,p,Ae,Re,L),Ms(p,!0))}Xe!=h&&(m.globalAlpha=Xe=h),De("drawSeries",p)}}),l&&(m.globalAlpha=Xe=1)}}function Ss(l,u){let p=u?v[l].points:v[l];p._stroke=p.stroke(n,l),p._fill=p.fill(n,l)}function Ms(l,u){let p=u?v[l].points:v[l],{stroke:h,fill:b,clip:x,flags:L,_stroke:A=p._stroke,_fill:N=p._fill,_width:H=p.width}=p._paths;H=pe(H*se,3);let z=null,V=H%2/2;u&&N==null&&(N=H>0?"#fff":A);let Z=p.pxAlign==1&&V>0;if(Z&&m.translate(V,V),!u){let ie=tt-H/2,oe=ft-H/2,X=Qe+H,Y=vt+H;z=new Path2D,z.rect(ie,oe,X,Y)}u?ei(A,H,p.dash,p.cap,N,h,b,L,x):Xc(l,A,H,p.dash,p.cap,N,h,b,L,z,x),Z&&m.translate(-V,-V)}function Xc(l,u,p,h,b,x,L,A,N,H,z){let V=!1;N!=0&&T.forEach((Z,ie)=>{if(Z.series[0]==l){let oe=v[Z.series[1]],X=t[Z.series[1]],Y=(oe._paths||To).band;Qt(Y)&&(Y=Z.dir==1?Y[0]:Y[1]);let B,we=null;oe.show&&Y&&Yu(X,Ae,Re)?(we=Z.fill(n,ie)||x,B=oe._paths.clip):Y=null,ei(u,p,h,b,we,L,A,N,H,z,B,Y),V=!0}}),V||ei(u,p,h,b,x,L,A,N,H,z)}let ks=oo|Oi;function ei(l,u,p,h,b,x,L,A,N,H,z,V){ys(l,u,p,h,b),(N||H||V)&&(m.save(),N&&m.clip(N),H&&m.clip(H)),V?(A&ks)==ks?(m.clip(V),z&&m.clip(z),jo(b,L),Bo(l,x,u)):A&Oi?(jo(b,L),m.clip(V),Bo(l,x,u)):A&oo&&(m.save(),m.clip(V),z&&m.clip(z),jo(b,L),m.restore(),Bo(l,x,u)):(jo(b,L),Bo(l,x,u)),(N||H||V)&&m.restore()}function Bo(l,u,p){p>0&&(u instanceof Map?u.forEach((h,b)=>{m.strokeStyle=Wo=b,m.stroke(h)}):u!=null&&l&&m.stroke(u))}function jo(l,u){u instanceof Map?u.forEach((p,h)=>{m.fillStyle=zn=h,m.fill(p)}):u!=null&&l&&m.fill(u)}function eu(l,u,p,h){let b=D[l],x;if(h<=0)x=[0,0];else{let L=b._space=b.space(n,l,u,p,h),A=b._incrs=b.incrs(n,l,u,p,h,L);x=gd(u,p,A,h,L)}return b._found=x}function ti(l,u,p,h,b,x,L,A,N,H){let z=L%2/2;S==1&&m.translate(z,z),ys(A,L,N,H,A),m.beginPath();let V,Z,ie,oe,X=b+(h==0||h==3?-x:x);p==0?(Z=b,oe=X):(V=b,ie=X);for(let Y=0;Y<l.length;Y++)u[Y]!=null&&(p==0?V=ie=l[Y]:Z=oe=l[Y],m.moveTo(V,Z),m.lineTo(ie,oe));m.stroke(),S==1&&m.translate(-z,-z)}function tu(l){let u=!0;return D.forEach((p,h)=>{if(!p.show)return;let b=_[p.scale];if(b.min==null){p._show&&(u=!1,p._show=!1,Fn(!1));return}else p._show||(u=!1,p._show=!0,Fn(!1));let x=p.side,L=x%2,{min:A,max:N}=b,[H,z]=eu(h,A,N,L==0?J:F);if(z==0)return;let V=b.distr==2,Z=p._splits=p.splits(n,h,A,N,H,z,V),ie=b.distr==2?Z.map(B=>St[B]):Z,oe=b.distr==2?St[Z[1]]-St[Z[0]]:H,X=p._values=p.values(n,p.filter(n,ie,h,z,oe),h,z,oe);p._rotate=x==2?p.rotate(n,X,h,z):0;let Y=p._size;p._size=wt(p.size(n,X,h,l)),Y!=null&&p._size!=Y&&(u=!1)}),u}function nu(l){let u=!0;return ws.forEach((p,h)=>{let b=p(n,h,dn,l);b!=Kt[h]&&(u=!1),Kt[h]=b}),u}function ou(){for(let l=0;l<D.length;l++){let u=D[l];if(!u.show||!u._show)continue;let p=u.side,h=p%2,b,x,L=u.stroke(n,l),A=p==0||p==3?-1:1,[N,H]=u._found;if(u.label!=null){let Ke=u.labelGap*A,rt=$e((u._lpos+Ke)*se);xs(u.labelFont[0],L,"center",p==2?"top":el),m.save(),h==1?(b=x=0,m.translate(rt,$e(ft+vt/2)),m.rotate((p==3?-nr:nr)/2)):(b=$e(tt+Qe/2),x=rt);let hn=Wl(u.label)?u.label(n,l,N,H):u.label;m.fillText(hn,b,x),m.restore()}if(H==0)continue;let z=_[u.scale],V=h==0?Qe:vt,Z=h==0?tt:ft,ie=u._splits,oe=z.distr==2?ie.map(Ke=>St[Ke]):ie,X=z.distr==2?St[ie[1]]-St[ie[0]]:N,Y=u.ticks,B=u.border,we=Y.show?Y.size:0,ke=$e(we*se),He=$e((u.alignTo==2?u._size-we-u.gap:u.gap)*se),fe=u._rotate*-nr/180,_e=E(u._pos*se),nt=(ke+He)*A,Ge=_e+nt;x=h==0?Ge:0,b=h==1?Ge:0;let mt=u.font[0],Mt=u.align==1?Jn:u.align==2?wi:fe>0?Jn:fe<0?wi:h==0?"center":p==3?wi:Jn,Pt=fe||h==1?"middle":p==2?"top":el;xs(mt,L,Mt,Pt);let ot=u.font[1]*u.lineGap,ht=ie.map(Ke=>E(a(Ke,z,V,Z))),kt=u._values;for(let Ke=0;Ke<kt.length;Ke++){let rt=kt[Ke];if(rt!=null){h==0?b=ht[Ke]:x=ht[Ke],rt=""+rt;let hn=rt.indexOf(`
`)==-1?[rt]:rt.split(/\n/gm);for(let Ye=0;Ye<hn.length;Ye++){let Ws=hn[Ye];fe?(m.save(),m.translate(b,x+Ye*ot),m.rotate(fe),m.fillText(Ws,0,0),m.restore()):m.fillText(Ws,b,x+Ye*ot)}}}Y.show&&ti(ht,Y.filter(n,oe,l,H,X),h,p,_e,ke,pe(Y.width*se,3),Y.stroke(n,l),Y.dash,Y.cap);let Nt=u.grid;Nt.show&&ti(ht,Nt.filter(n,oe,l,H,X),h,h==0?2:1,h==0?ft:tt,h==0?vt:Qe,pe(Nt.width*se,3),Nt.stroke(n,l),Nt.dash,Nt.cap),B.show&&ti([_e],[1],h==0?1:0,h==0?1:2,h==1?ft:tt,h==1?vt:Qe,pe(B.width*se,3),B.stroke(n,l),B.dash,B.cap)}De("drawAxes")}function Fn(l){v.forEach((u,p)=>{p>0&&(u._paths=null,l&&(r==1?(u.min=null,u.max=null):u.facets.forEach(h=>{h.min=null,h.max=null})))})}let Go=!1,ni=!1,bo=[];function ru(){ni=!1;for(let l=0;l<bo.length;l++)De(...bo[l]);bo.length=0}function In(){Go||(cf(_s),Go=!0)}function iu(l,u=!1){Go=!0,ni=u,l(n),_s(),u&&bo.length>0&&queueMicrotask(ru)}n.batch=iu;function _s(){if(Wr&&(Zc(),Wr=!1),Rn&&(Wc(),Rn=!1),Io){if(be(y,Jn,me),be(y,"top",Ce),be(y,ko,J),be(y,_o,F),be(M,Jn,me),be(M,"top",Ce),be(M,ko,J),be(M,_o,F),be(g,ko,Ft),be(g,_o,ln),d.width=$e(Ft*se),d.height=$e(ln*se),D.forEach(({_el:l,_show:u,_size:p,_pos:h,side:b})=>{if(l!=null)if(u){let x=b===3||b===0?p:0,L=b%2==1;be(l,L?"left":"top",h-x),be(l,L?"width":"height",p),be(l,L?"top":"left",L?Ce:me),be(l,L?"height":"width",L?F:J),Li(l,bn)}else st(l,bn)}),Wo=zn=Gr=Yr=qr=Zr=Jr=Qr=Kr=null,Xe=1,vo(!0),me!=An||Ce!=an||J!=$t||F!=cn){Fn(!1);let l=J/$t,u=F/cn;if(Be&&!un&&W.left>=0){W.left*=l,W.top*=u,Vn&&Dt(Vn,$e(W.left),0,J,F),Un&&Dt(Un,0,$e(W.top),J,F);for(let p=0;p<pt.length;p++){let h=pt[p];h!=null&&(Dn[p]*=l,Hn[p]*=u,Dt(h,wt(Dn[p]),wt(Hn[p]),J,F))}}if(ge.show&&!Vo&&ge.left>=0&&ge.width>0){ge.left*=l,ge.width*=l,ge.top*=u,ge.height*=u;for(let p in ai)be(jn,p,ge[p])}An=me,an=Ce,$t=J,cn=F}De("setSize"),Io=!1}Ft>0&&ln>0&&(m.clearRect(0,0,d.width,d.height),De("drawClear"),k.forEach(l=>l()),De("draw")),ge.show&&Vo&&(Ko(ge),Vo=!1),Be&&un&&(mn(null,!0,!1),un=!1),Q.show&&Q.live&&dt&&(si(),dt=!1),c||(c=!0,n.status=1,De("ready")),wo=!1,Go=!1}n.redraw=(l,u)=>{Rn=u||!1,l!==!1?qt($,R.min,R.max):In()};function oi(l,u){let p=_[l];if(p.from==null){if(ze==0){let h=p.range(n,u.min,u.max,l);u.min=h[0],u.max=h[1]}if(u.min>u.max){let h=u.min;u.min=u.max,u.max=h}if(ze>1&&u.min!=null&&u.max!=null&&u.max-u.min<1e-16)return;l==$&&p.distr==2&&ze>0&&(u.min=Lt(u.min,t[0]),u.max=Lt(u.max,t[0]),u.min==u.max&&u.max++),K[l]=u,Wr=!0,In()}}n.setScale=oi;let ri,ii,Vn,Un,Ls,Es,Wn,Bn,Ts,Cs,he,Se,Yt=!1,Fe=W.drag,Pe=Fe.x,Ne=Fe.y;Be&&(W.x&&(ri=gt(Au,M)),W.y&&(ii=gt(Ru,M)),R.ori==0?(Vn=ri,Un=ii):(Vn=ii,Un=ri),he=W.left,Se=W.top);let ge=n.select=Ee({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),jn=ge.show?gt(Ou,ge.over?M:y):null;function Ko(l,u){if(ge.show){for(let p in l)ge[p]=l[p],p in ai&&be(jn,p,l[p]);u!==!1&&De("setSelect")}}n.setSelect=Ko;function su(l){if(v[l].show)Te&&Li(Me[l],bn);else if(Te&&st(Me[l],bn),Be){let p=Nn?pt[0]:pt[l];p!=null&&Dt(p,-10,-10,J,F)}}function qt(l,u,p){oi(l,{min:u,max:p})}function At(l,u,p,h){u.focus!=null&&fu(l),u.show!=null&&v.forEach((b,x)=>{x>0&&(l==x||l==null)&&(b.show=u.show,su(x),r==2?(qt(b.facets[0].scale,null,null),qt(b.facets[1].scale,null,null)):qt(b.scale,null,null),In())}),p!==!1&&De("setSeries",l,u),h&&So("setSeries",n,l,u)}n.setSeries=At;function lu(l,u){Ee(T[l],u)}function au(l,u){l.fill=ee(l.fill||null),l.dir=re(l.dir,-1),u=u??T.length,T.splice(u,0,l)}function cu(l){l==null?T.length=0:T.splice(l,1)}n.addBand=au,n.setBand=lu,n.delBand=cu;function uu(l,u){v[l].alpha=u,Be&&pt[l]!=null&&(pt[l].style.opacity=u),Te&&Me[l]&&(Me[l].style.opacity=u)}let It,Zt,pn,Gn={focus:!0};function fu(l){if(l!=pn){let u=l==null,p=Ot.alpha!=1;v.forEach((h,b)=>{if(r==1||b>0){let x=u||b==0||b==l;h._focus=u?null:x,p&&uu(b,x?1:Ot.alpha)}}),pn=l,p&&In()}}Te&&Pn&&je(rl,le,l=>{W._lock||(fn(l),pn!=null&&At(null,Gn,!0,Le.setSeries))});function Rt(l,u,p){let h=_[u];p&&(l=l/se-(h.ori==1?Ce:me));let b=J;h.ori==1&&(b=F,l=b-l),h.dir==-1&&(l=b-l);let x=h._min,L=h._max,A=l/b,N=x+(L-x)*A,H=h.distr;return H==3?eo(10,N):H==4?Zu(N,h.asinh):H==100?h.bwd(N):N}function du(l,u){let p=Rt(l,$,u);return Lt(p,t[0],Ae,Re)}n.valToIdx=l=>Lt(l,t[0]),n.posToIdx=du,n.posToVal=Rt,n.valToPos=(l,u,p)=>_[u].ori==0?i(l,_[u],p?Qe:J,p?tt:0):s(l,_[u],p?vt:F,p?ft:0),n.setCursor=(l,u,p)=>{he=l.left,Se=l.top,mn(null,u,p)};function $s(l,u){be(jn,Jn,ge.left=l),be(jn,ko,ge.width=u)}function Os(l,u){be(jn,"top",ge.top=l),be(jn,_o,ge.height=u)}let yo=R.ori==0?$s:Os,xo=R.ori==1?$s:Os;function pu(){if(Te&&Q.live)for(let l=r==2?1:0;l<v.length;l++){if(l==0&&ut)continue;let u=Q.values[l],p=0;for(let h in u)Ct[l][p++].firstChild.nodeValue=u[h]}}function si(l,u){if(l!=null&&(l.idxs?l.idxs.forEach((p,h)=>{ue[h]=p}):ef(l.idx)||ue.fill(l.idx),Q.idx=ue[0]),Te&&Q.live){for(let p=0;p<v.length;p++)(p>0||r==1&&!ut)&&mu(p,ue[p]);pu()}dt=!1,u!==!1&&De("setLegend")}n.setLegend=si;function mu(l,u){let p=v[l],h=l==0&&j==2?St:t[l],b;ut?b=p.values(n,l,u)??Gt:(b=p.value(n,u==null?null:h[u],l,u),b=b==null?Gt:{_:b}),Q.values[l]=b}function mn(l,u,p){Ts=he,Cs=Se,[he,Se]=W.move(n,he,Se),W.left=he,W.top=Se,Be&&(Vn&&Dt(Vn,$e(he),0,J,F),Un&&Dt(Un,0,$e(Se),J,F));let h,b=Ae>Re;It=de,Zt=null;let x=R.ori==0?J:F,L=R.ori==1?J:F;if(he<0||ze==0||b){h=W.idx=null;for(let A=0;A<v.length;A++){let N=pt[A];N!=null&&Dt(N,-10,-10,J,F)}Pn&&At(null,Gn,!0,l==null&&Le.setSeries),Q.live&&(ue.fill(h),dt=!0)}else{let A,N,H;r==1&&(A=R.ori==0?he:Se,N=Rt(A,$),h=W.idx=Lt(N,t[0],Ae,Re),H=I(t[0][h],R,x,0));let z=-10,V=-10,Z=0,ie=0,oe=!0,X="",Y="";for(let B=r==2?1:0;B<v.length;B++){let we=v[B],ke=ue[B],He=ke==null?null:r==1?t[B][ke]:t[B][1][ke],fe=W.dataIdx(n,B,h,N),_e=fe==null?null:r==1?t[B][fe]:t[B][1][fe];if(dt=dt||_e!=He||fe!=ke,ue[B]=fe,B>0&&we.show){let nt=fe==null?-10:fe==h?H:I(r==1?t[0][fe]:t[B][0][fe],R,x,0),Ge=_e==null?-10:q(_e,r==1?_[we.scale]:_[we.facets[1].scale],L,0);if(Pn&&_e!=null){let mt=R.ori==1?he:Se,Mt=Oe(Ot.dist(n,B,fe,Ge,mt));if(Mt<It){let Pt=Ot.bias;if(Pt!=0){let ot=Rt(mt,we.scale),ht=_e>=0?1:-1,kt=ot>=0?1:-1;kt==ht&&(kt==1?Pt==1?_e>=ot:_e<=ot:Pt==1?_e<=ot:_e>=ot)&&(It=Mt,Zt=B)}else It=Mt,Zt=B}}if(dt||Nn){let mt,Mt;R.ori==0?(mt=nt,Mt=Ge):(mt=Ge,Mt=nt);let Pt,ot,ht,kt,Nt,Ke,rt=!0,hn=We.bbox;if(hn!=null){rt=!1;let Ye=hn(n,B);ht=Ye.left,kt=Ye.top,Pt=Ye.width,ot=Ye.height}else ht=mt,kt=Mt,Pt=ot=We.size(n,B);if(Ke=We.fill(n,B),Nt=We.stroke(n,B),Nn)B==Zt&&It<=Ot.prox&&(z=ht,V=kt,Z=Pt,ie=ot,oe=rt,X=Ke,Y=Nt);else{let Ye=pt[B];Ye!=null&&(Dn[B]=ht,Hn[B]=kt,fl(Ye,Pt,ot,rt),cl(Ye,Ke,Nt),Dt(Ye,wt(ht),wt(kt),J,F))}}}}if(Nn){let B=Ot.prox,we=pn==null?It<=B:It>B||Zt!=pn;if(dt||we){let ke=pt[0];ke!=null&&(Dn[0]=z,Hn[0]=V,fl(ke,Z,ie,oe),cl(ke,X,Y),Dt(ke,wt(z),wt(V),J,F))}}}if(ge.show&&Yt)if(l!=null){let[A,N]=Le.scales,[H,z]=Le.match,[V,Z]=l.cursor.sync.scales,ie=l.cursor.drag;if(Pe=ie._x,Ne=ie._y,Pe||Ne){let{left:oe,top:X,width:Y,height:B}=l.select,we=l.scales[V].ori,ke=l.posToVal,He,fe,_e,nt,Ge,mt=A!=null&&H(A,V),Mt=N!=null&&z(N,Z);mt&&Pe?(we==0?(He=oe,fe=Y):(He=X,fe=B),_e=_[A],nt=I(ke(He,V),_e,x,0),Ge=I(ke(He+fe,V),_e,x,0),yo(Et(nt,Ge),Oe(Ge-nt))):yo(0,x),Mt&&Ne?(we==1?(He=oe,fe=Y):(He=X,fe=B),_e=_[N],nt=q(ke(He,Z),_e,L,0),Ge=q(ke(He+fe,Z),_e,L,0),xo(Et(nt,Ge),Oe(Ge-nt))):xo(0,L)}else ci()}else{let A=Oe(Ts-Ls),N=Oe(Cs-Es);if(R.ori==1){let Z=A;A=N,N=Z}Pe=Fe.x&&A>=Fe.dist,Ne=Fe.y&&N>=Fe.dist;let H=Fe.uni;H!=null?Pe&&Ne&&(Pe=A>=H,Ne=N>=H,!Pe&&!Ne&&(N>A?Ne=!0:Pe=!0)):Fe.x&&Fe.y&&(Pe||Ne)&&(Pe=Ne=!0);let z,V;Pe&&(R.ori==0?(z=Wn,V=he):(z=Bn,V=Se),yo(Et(z,V),Oe(V-z)),Ne||xo(0,L)),Ne&&(R.ori==1?(z=Wn,V=he):(z=Bn,V=Se),xo(Et(z,V),Oe(V-z)),Pe||yo(0,x)),!Pe&&!Ne&&(yo(0,0),xo(0,0))}if(Fe._x=Pe,Fe._y=Ne,l==null){if(p){if(Us!=null){let[A,N]=Le.scales;Le.values[0]=A!=null?Rt(R.ori==0?he:Se,A):null,Le.values[1]=N!=null?Rt(R.ori==1?he:Se,N):null}So(bi,n,he,Se,J,F,h)}if(Pn){let A=p&&Le.setSeries,N=Ot.prox;pn==null?It<=N&&At(Zt,Gn,!0,A):It>N?At(null,Gn,!0,A):Zt!=pn&&At(Zt,Gn,!0,A)}}dt&&(Q.idx=h,si()),u!==!1&&De("setCursor")}let Jt=null;Object.defineProperty(n,"rect",{get(){return Jt==null&&vo(!1),Jt}});function vo(l=!1){l?Jt=null:(Jt=M.getBoundingClientRect(),De("syncRect",Jt))}function As(l,u,p,h,b,x,L){W._lock||Yt&&l!=null&&l.movementX==0&&l.movementY==0||(li(l,u,p,h,b,x,L,!1,l!=null),l!=null?mn(null,!0,!0):mn(u,!0,!1))}function li(l,u,p,h,b,x,L,A,N){if(Jt==null&&vo(!1),fn(l),l!=null)p=l.clientX-Jt.left,h=l.clientY-Jt.top;else{if(p<0||h<0){he=-10,Se=-10;return}let[H,z]=Le.scales,V=u.cursor.sync,[Z,ie]=V.values,[oe,X]=V.scales,[Y,B]=Le.match,we=u.axes[0].side%2==1,ke=R.ori==0?J:F,He=R.ori==1?J:F,fe=we?x:b,_e=we?b:x,nt=we?h:p,Ge=we?p:h;if(oe!=null?p=Y(H,oe)?a(Z,_[H],ke,0):-10:p=ke*(nt/fe),X!=null?h=B(z,X)?a(ie,_[z],He,0):-10:h=He*(Ge/_e),R.ori==1){let mt=p;p=h,h=mt}}N&&(u==null||u.cursor.event.type==bi)&&((p<=1||p>=J-1)&&(p=gn(p,J)),(h<=1||h>=F-1)&&(h=gn(h,F))),A?(Ls=p,Es=h,[Wn,Bn]=W.move(n,p,h)):(he=p,Se=h)}let ai={width:0,height:0,left:0,top:0};function ci(){Ko(ai,!1)}let Rs,Ps,Ns,Ds;function Hs(l,u,p,h,b,x,L){Yt=!0,Pe=Ne=Fe._x=Fe._y=!1,li(l,u,p,h,b,x,L,!0,!1),l!=null&&(je(yi,ki,zs,!1),So(nl,n,Wn,Bn,J,F,null));let{left:A,top:N,width:H,height:z}=ge;Rs=A,Ps=N,Ns=H,Ds=z}function zs(l,u,p,h,b,x,L){Yt=Fe._x=Fe._y=!1,li(l,u,p,h,b,x,L,!1,!0);let{left:A,top:N,width:H,height:z}=ge,V=H>0||z>0,Z=Rs!=A||Ps!=N||Ns!=H||Ds!=z;if(V&&Z&&Ko(ge),Fe.setScale&&V&&Z){let ie=A,oe=H,X=N,Y=z;if(R.ori==1&&(ie=N,oe=z,X=A,Y=H),Pe&&qt($,Rt(ie,$),Rt(ie+oe,$)),Ne)for(let B in _){let we=_[B];B!=$&&we.from==null&&we.min!=de&&qt(B,Rt(X+Y,B),Rt(X,B))}ci()}else W.lock&&(W._lock=!W._lock,mn(u,!0,l!=null));l!=null&&(On(yi,ki),So(yi,n,he,Se,J,F,null))}function hu(l,u,p,h,b,x,L){if(W._lock)return;fn(l);let A=Yt;if(Yt){let N=!0,H=!0,z=10,V,Z;R.ori==0?(V=Pe,Z=Ne):(V=Ne,Z=Pe),V&&Z&&(N=he<=z||he>=J-z,H=Se<=z||Se>=F-z),V&&N&&(he=he<Wn?0:J),Z&&H&&(Se=Se<Bn?0:F),mn(null,!0,!0),Yt=!1}he=-10,Se=-10,ue.fill(null),mn(null,!0,!0),A&&(Yt=A)}function Fs(l,u,p,h,b,x,L){W._lock||(fn(l),jr(),ci(),l!=null&&So(il,n,he,Se,J,F,null))}function Is(){D.forEach(wd),Br(n.width,n.height,!0)}yn(or,Xn,Is);let Kn={};Kn.mousedown=Hs,Kn.mousemove=As,Kn.mouseup=zs,Kn.dblclick=Fs,Kn.setSeries=(l,u,p,h)=>{let b=Le.match[2];p=b(n,u,p),p!=-1&&At(p,h,!0,!1)},Be&&(je(nl,M,Hs),je(bi,M,As),je(ol,M,l=>{fn(l),vo(!1)}),je(rl,M,hu),je(il,M,Fs),Ai.add(n),n.syncRect=vo);let Yo=n.hooks=e.hooks||{};function De(l,u,p){ni?bo.push([l,u,p]):l in Yo&&Yo[l].forEach(h=>{h.call(null,n,u,p)})}(e.plugins||[]).forEach(l=>{for(let u in l.hooks)Yo[u]=(Yo[u]||[]).concat(l.hooks[u])});let Vs=(l,u,p)=>p,Le=Ee({key:null,setSeries:!1,filters:{pub:gl,sub:gl},scales:[$,v[1]?v[1].scale:null],match:[wl,wl,Vs],values:[null,null]},W.sync);Le.match.length==2&&Le.match.push(Vs),W.sync=Le;let Us=Le.key,ui=pa(Us);function So(l,u,p,h,b,x,L){Le.filters.pub(l,u,p,h,b,x,L)&&ui.pub(l,u,p,h,b,x,L)}ui.sub(n);function gu(l,u,p,h,b,x,L){Le.filters.sub(l,u,p,h,b,x,L)&&Kn[l](null,u,p,h,b,x,L)}n.pub=gu;function wu(){ui.unsub(n),Ai.delete(n),sn.clear(),Ei(or,Xn,Is),f.remove(),le?.remove(),De("destroy")}n.destroy=wu;function fi(){De("init",e,t),bs(t||e.data,!1),K[$]?oi($,K[$]):jr(),Vo=ge.show&&(ge.width>0||ge.height>0),un=dt=!0,Br(e.width,e.height)}return v.forEach(gs),D.forEach(qc),o?o instanceof HTMLElement?(o.appendChild(f),fi()):o(n,fi):fi(),n}Ve.assign=Ee;Ve.fmtNum=Fi;Ve.rangeNum=rr;Ve.rangeLog=lr;Ve.rangeAsinh=Hi;Ve.orient=vn;Ve.pxRatio=se;Ve.join=af;Ve.fmtDate=Vi,Ve.tzDate=yf;Ve.sync=pa;{Ve.addGap=td,Ve.clipGaps=ur;let e=Ve.paths={points:ya};e.linear=va,e.stepped=rd,e.bars=id,e.spline=ld}function bt(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function La(){return document.documentElement.dataset.theme==="dark"}var bd=["#0072b2","#d55e00","#009e73","#cc79a7","#e69f00","#56b4e9"],yd=["#4aa8e8","#ff8a3d","#2fcf9f","#e39ac4","#f0b83a","#a5dcff"],_a=[[],[8,4],[4,3],[12,3,3,3]],xd=new Set([2,4,5]);function Yi(e){let t=La()?yd:bd,o=e%t.length,n=Math.floor(e/t.length)%_a.length,r=n>=2,i=2*(n%2)+ +(xd.has(o)!==r);return{colour:t[o]??"#888",dash:_a[i]??[]}}function lo(){return Ta(Ca(bt("missing")),[[68,1,84],[72,40,120],[62,74,137],[49,104,142],[38,130,142],[31,158,137],[53,183,121],[110,206,88],[181,222,43],[253,231,37]])}function Ea(){let e=La()?[[32,56,84],[60,120,180],[170,215,255]]:[[214,230,244],[107,174,214],[8,69,148]];return Ta(Ca(bt("dead")),e,Math.sqrt)}var $o={inside:"#ffffff",edge:"#16191d"};function qi([e,t,o]){return`rgb(${e} ${t} ${o})`}function Ta(e,t,o=n=>n){let n=[e];for(let r=1;r<256;r++){let i=o((r-1)/254)*(t.length-1),s=Math.min(Math.floor(i),t.length-2),a=t[s]??e,c=t[s+1]??e,f=i-s;n.push(a.map((d,m)=>Math.round(d+f*((c[m]??0)-d))))}return n}function Ca(e){let t=Number.parseInt(e.slice(1),16);return[t>>16&255,t>>8&255,t&255]}var $a=new Intl.NumberFormat("en",{maximumFractionDigits:0});function ce(e,t){return e==null?"–":Number.isFinite(e)?t==="share"?Oo(e):t==="count"?$a.format(e):Sn(e):String(e)}function Oo(e){let t=e*100;return t!==0&&Math.abs(t)<.05?"< 0.1 %":`${t.toFixed(1)} %`}function en(e){return`${Math.round(e*100)} %`}function Sn(e){if(e===0)return"0";let t=Math.abs(e);return t>=1e4||t<.001?e.toExponential(2):e.toPrecision(3)}function Ze(e,t){return`${$a.format(e)} ${t}${e===1?"":"s"}`}function mr(e,t=6){let o=e.length-t,n=e.slice(0,t).map(String);o>0&&n.push(`${o} more`);let r=n.pop();return n.length?`${n.join(", ")} and ${r}`:r??""}function Mn(e,t,o){let n=Math.max(1,t-e),r=1;for(let s of vd())if(r=s,n/s<=o)break;let i=[];for(let s=Math.ceil(e/r)*r;s<=t;s+=r)i.push(s);return i}function Oa(e,t,o){let n=10**Math.floor(Math.log10((t-e)/o));return Mn(e/n,t/n,o).map(r=>Number((r*n).toPrecision(12)))}function*vd(){for(let e=1;e<1e12;e*=10)yield e,yield 2*e,yield 5*e}var Ra={distr:3},Sd=[...Array(16).keys()].flatMap(e=>[1,2,5].map(t=>t*10**e)),Zi=14,Md=64,kd=16,Pa=[1.5,5];function ct(e){let{steps:t,lines:o,unit:n}=e,r=e.hidden??new Set,i=o.filter(k=>!r.has(k.id)),s=(e.expected??[]).filter(k=>!r.has(k.id)),a=new Map,c=w("span",{class:"at"}),f=w("div",{class:"plot"}),d=w("div",{class:"sr","aria-live":"polite"}),m=w("div",{class:"lines",id:e.id,tabindex:0,role:"group","aria-label":"Line chart. Left and right arrow keys move through the steps."});m.append(f,d);let g=t.length-1,y=o.map(({values:k})=>k.findLastIndex(O=>O!==null)),M=y.every(k=>k===g||k<0),S=k=>k===void 0?"":e.stepText?.(k)??String(k),E=k=>{let O=k??g;c.textContent=t.length?k===null&&!M?`last ${e.stepName}`:`${e.stepName} ${S(t[O])}`:"",o.forEach((P,R)=>{let j=a.get(P.id),I=P.values[k??y[R]??g];j&&(j.textContent=ce(I,n))})},C=_d(e,r,a,c);E(null);let v=[...i,...s],D=bt("text-2"),_={stroke:bt("grid"),width:1},T="12px system-ui, Roboto, sans-serif",$=new Ve({width:600,height:e.height,legend:{show:!1},padding:[10,kd,0,0],cursor:{points:{size:7},drag:{x:!0,y:!1,uni:20},focus:{prox:12}},focus:{alpha:.35},scales:{x:{time:!1,range:(k,O,P)=>Cd(O,P,e)},y:Ld(e,v)},axes:[{stroke:D,grid:_,font:T,ticks:_,size:32,label:e.legend==="above"?void 0:e.stepName,labelSize:18,labelFont:T,splits:k=>{let{min:O=0,max:P=1}=k.scales.x??{},R=e.stepText?8*Zi:90;return Mn(O,P,Math.max(2,k.width/R))},values:(k,O)=>O.map(P=>$d(S(P)))},{stroke:D,grid:{..._,filter:Aa},font:T,ticks:{..._,filter:Aa},size:Md,...n==="count"?{incrs:Sd}:{},values:(k,O)=>O.map(P=>P===null?"":Ad(P,n))}],series:[{},...v.map((k,O)=>{let{colour:P,dash:R}=Yi(k.place),j=O>=i.length;return{stroke:P,width:j?1.25:2,dash:j?Pa:R,spanGaps:!0,points:{show:Od(k)&&!j,size:7}}})],hooks:{setCursor:[k=>{E(k.cursor.idx??null)}],draw:[k=>{for(let O of e.levels??[])Rd(k,O,T)}]}},[t,...v.map(k=>k.values.map(O=>Td(O,e)))],f);m.addEventListener("keydown",k=>{let P={ArrowLeft:-1,ArrowRight:1}[k.key];if(P===void 0||!t.length)return;k.preventDefault();let R=$.cursor.idx??(P>0?-1:t.length),j=Math.min(g,Math.max(0,R+P));$.setCursor({left:$.valToPos(t[j]??0,"x"),top:0}),d.textContent=`${c.textContent}: ${i.map(I=>`${I.name} ${ce(I.values[j],n)}`).join(", ")}`});let U=w("div",{class:`chart ${e.legend??"beside"}`},m,C);return new ResizeObserver(()=>{let k=f.clientWidth;k>0&&k!==$.width&&$.setSize({width:k,height:e.height})}).observe(f),U}function _d(e,t,o,n){let{lines:r,hide:i}=e,s=w("ul",{class:"legend"});e.legend!=="above"&&(s.style.maxHeight=`${e.height}px`);let a=w("li",{class:"head"},n);if(i&&r.length>1){let c=()=>{i(new Set)};a.append(w("button",{type:"button",class:"quiet",id:`${e.id}-all`,disabled:!t.size,click:c},"show all"))}return s.append(a),r.forEach((c,f)=>{let d=w("span",{class:"value"});o.set(c.id,d);let m=w("span",{class:"name",title:c.name},c.name),g=w("li",{class:t.has(c.id)?"off":"","data-line":c.id});if(i){let y=()=>{let S=new Set(t);S.delete(c.id)||S.add(c.id),i(S)},M=()=>{i(new Set(r.map(S=>S.id).filter(S=>S!==c.id)))};g.append(w("button",{type:"button",class:"line",id:`${e.id}-line-${f}`,"aria-pressed":t.has(c.id)?"false":"true",title:"Show or hide",click:y},hr(c.place),m),w("button",{type:"button",class:"quiet only",id:`${e.id}-only-${f}`,"aria-label":`Show only ${c.name}`,click:M},"only"))}else g.append(hr(c.place),m);g.append(d),s.append(g)}),e.expectedName&&e.expected?.length&&s.append(w("li",{class:"muted"},Na(bt("text-2"),Pa,1.5),e.expectedName)),s}function hr(e){let{colour:t,dash:o}=Yi(e);return Na(t,o,3)}function Na(e,t,o){return Ie("svg",{width:22,height:10,class:"swatch","aria-hidden":!0},Ie("line",{x1:0,y1:5,x2:22,y2:5,stroke:e,"stroke-width":o,"stroke-dasharray":t.join(" ")}))}function Ld(e,t){let{axis:o,levels:n=[]}=e;return typeof o!="string"?{range:[o[0],o[1]]}:o==="log"&&t.some(r=>r.values.some(Ed))?Ra:{range:(r,i,s)=>{let a=i??0,c=s??1;for(let d of n)a=Math.min(a,d.value),c=Math.max(c,d.value);o==="from zero"&&(a=Math.min(0,a)),e.unit==="count"&&(c=Math.max(1,c));let f=.05*(c-a||Math.abs(c)||1);return[o==="from zero"?a:a-f,c+f]}}}function Ed(e){return e!==null&&e>0&&Number.isFinite(e)}function Td(e,t){return e===null||!Number.isFinite(e)||t.axis==="log"&&e<=0?null:e}function Cd(e,t,{steps:o,overMap:n}){let[r]=o;if(o.length===1&&r!==void 0)return[r-1,r+1];let i=n?(t-e)/(o.length-1)/2:0;return[e-i,t+i]}function $d(e){return e.length>Zi?`…${e.slice(1-Zi)}`:e}function Od(e){return e.values.filter(t=>t!==null).length<3}function Aa(e,t){return e.scales.y?.distr!==Ra.distr?t:t.map(o=>Number.isInteger(Number(Math.log10(o).toFixed(6)))?o:null)}function Ad(e,t){return t==="share"?`${Number((e*100).toPrecision(4))} %`:e!==0&&(Math.abs(e)<.001||Math.abs(e)>=1e6)?e.toExponential(0):String(Number(e.toPrecision(6)))}function Rd(e,t,o){let{ctx:n,bbox:r}=e,i=Math.round(e.valToPos(t.value,"y",!0));if(i<r.top||i>r.top+r.height)return;let s=window.devicePixelRatio;n.save(),n.strokeStyle=bt("text-2"),n.fillStyle=bt("text-2"),n.lineWidth=s,n.setLineDash([4*s,4*s]),n.beginPath(),n.moveTo(r.left,i),n.lineTo(r.left+r.width,i),n.stroke(),n.font=o.replace("12px",`${11*s}px`),n.textAlign="left",n.setLineDash([]),n.lineWidth=4*s,n.strokeStyle=bt("page");let a=[r.left+8*s,i-5*s];n.strokeText(t.name,...a),n.fillText(t.name,...a),n.restore()}var kn={unit:"share",axis:[0,1],worse:"high"},ao={unit:"count",axis:"from zero",worse:"high"},Da={unit:"number",axis:"log",worse:"high"},co={unit:"number",axis:"fit",worse:"far"},Ji=[{id:"dead_ratio",name:"dead units",...kn,help:"Share of units that fired for no sample of the epoch. A unit fires where the slope of its activation is not 0; a channel of a convolution is one unit.",formula:"dead = #{u : fired(u) = 0} / units"},{id:"dead_ratio_batch",name:"dead units per mini-batch",...kn,help:"Share of units that did not fire on any sample of one mini-batch. It is larger than the share per epoch: a unit that fires with probability p looks dead in n samples with probability (1 − p)ⁿ, 72 % for p = 1 % and n = 32.",formula:"mean over mini-batches of #{u : fired in batch(u) = 0} / units"},{id:"one_sided_ratio",name:"one-sided units",...kn,help:"For kinds that cannot die (leaky ReLU, PReLU, ELU): share of units that were on the negative side for every sample of the epoch.",formula:"one-sided = #{u : z(u) ≤ 0 for every sample} / units"},{id:"born_dead",name:"born dead",...ao,help:"Units that have not fired once since training began: an effect of the initial weights and of the inputs.",formula:"#{u : fired(u) = 0 in every epoch so far}"},{id:"died",name:"died",...ao,help:"Units that fired in the epoch before and not in this one.",formula:"#{u : fired before, not in this epoch, newly so}"},{id:"revived",name:"revived",...ao,help:"Units that were dead in the epoch before and fired in this one; of a unit born dead, when it first fires.",formula:"#{u : dead in the epoch before, fired in this one}"},{id:"recycled",name:"recycled units",...ao,seldom:!0,help:"Units that RecycleUnits gave new weights after the epoch, so that they learn anew.",formula:"#{u : new weights after this epoch}"},{id:"rare_ratio",name:"rarely firing units",...kn,help:"Share of units that fired for fewer than 1 % of the samples.",formula:"#{u : rate(u) < 0.01} / units"},{id:"dormant_ratio",name:"dormant units",...kn,help:"Share of units whose mean size is at most 0.025 of the layer's average: they fire, and carry next to nothing.",formula:"#{u : E|a(u)| / mean over k of E|a(k)| ≤ 0.025} / units"},{id:"mean",name:"mean",...co,help:"Mean of the activations. Far from 0 it pushes all weights of a unit of the next layer the same way.",formula:"mean over units of E a(u)"},{id:"std",name:"standard deviation",...co,axis:"from zero",colours:"log",help:"Standard deviation of the activations.",formula:"√(E a² − (E a)²)"},{id:"bias_shift",name:"bias shift",unit:"number",axis:[0,1],worse:"high",help:"How far from zero mean, whatever the scale: 0 for a unit with mean 0, 1 for a constant one. Dotted, or beside it, is what this activation has for inputs from N(0, 1).",formula:"mean of |E a(u)| / √(E a(u)²) over units that are not always 0"},{id:"zero_fraction",name:"exact zeros",...kn,help:"Share of the single activations, not units, that are exactly 0: how sparse the layer is. Half of them are 0 in a sound ReLU layer.",formula:"#{a = 0} / (samples · units)"},{id:"saturation",name:"saturated units",...kn,help:"Share of units on a flat part of their activation for at least 99 % of the samples: next to no gradient passes them.",formula:"#{u : |φ′(z)| < 0.06 · max|φ′| for ≥ 99 % of samples} / units"},{id:"nonfinite",name:"NaN and infinite values",...ao,help:"Activations that were NaN or infinite; they are left out of all other numbers.",formula:"#{a : a is NaN or ±∞}"},{id:"alpha",name:"learned slope, mean",...co,help:"Mean of the layer's learned alpha (PReLU: slope on the negative side; ELU: depth of its plateau).",formula:"mean over channels of α"},{id:"alpha_min",name:"learned slope, smallest",...co,help:"Smallest learned alpha of the layer.",formula:"min over channels of α"},{id:"alpha_max",name:"learned slope, largest",...co,help:"Largest learned alpha of the layer.",formula:"max over channels of α"},{id:"gradient_norm",name:"gradient norm",...Da,help:"Length of the gradient of the layer's weights.",formula:"‖∂L/∂W‖"},{id:"update_ratio",name:"update ratio",...Da,help:"How large a step is beside the weights it changes. About 0.001 is usual.",formula:"‖ΔW‖ / ‖W‖"},{id:"sign_agreement",name:"sign agreement",unit:"number",axis:[0,1],worse:"high",help:"1 where all incoming weights of a unit are pushed the same way, so that a step can only zig-zag; dotted is what random signs give.",formula:"mean over units of |Σ g| / Σ|g| over the unit's incoming weights"},{id:"samples",name:"samples",...ao,help:"Observations per unit in the epoch; every position of a convolution counts.",formula:"n"}],Pd=new Map(Ji.map(e=>[e.id,e])),gr=[["batch.",({name:e,help:t})=>({name:e.endsWith("mini-batch")?e:`${e}, per mini-batch`,help:`Since the last time it was written, by training step. ${t}`})],["val_",({name:e,help:t})=>({name:`${e}, validation`,help:`On the validation data. ${t}`})]];function ye(e){let t=Pd.get(e);if(t)return t;for(let[n,r]of gr){if(!e.startsWith(n))continue;let i=ye(e.slice(n.length));return{...i,...r(i),id:e}}let o=e.replaceAll("_"," ");return{...co,id:e,name:o,help:"Logged beside the others.",formula:""}}function wr({id:e,seldom:t}){return t?[e,"samples"]:[e]}function br({id:e,seldom:t},o){let n=o[e]??{steps:[],layers:{}};if(!t||!n.steps.length)return n;let r=[...n.steps,...o.samples?.steps??[]];return Qi(n,[...new Set(r)].sort((i,s)=>i-s))}var Nd=1e3;function Qi(e,t){let o=new Map(e.steps.map((r,i)=>[r,i])),n=e.steps.length<Nd?0:null;return{steps:t,layers:Object.fromEntries(Object.entries(e.layers).map(([r,i])=>[r,t.map(s=>i[o.get(s)??-1]??n)]))}}var Ha={id:"bias_shift_expected",name:"expected for inputs from N(0, 1)"},za=new Map([["bias_shift",Ha],["val_bias_shift",Ha],["sign_agreement",{id:"sign_agreement_random",name:"random signs"}]]),Dd=new Set([...za.values()].map(({id:e})=>e));function tn(e){return za.get(e)}function yr(...e){let t=n=>{let r=gr.findIndex(([a])=>n.startsWith(a)),[i]=gr[r]??[""],s=Ji.findIndex(a=>a.id===n.slice(i.length));return(s<0?Ji.length:s)+(r+1)*1e3},o=e.flatMap(n=>Object.keys(n.layers));return[...new Set(o)].filter(n=>!Dd.has(n)).sort((n,r)=>t(n)-t(r)).map(ye)}var Hd=/^(val_)?(dead_ratio|one_sided_ratio|born_dead)$/,zd=/^(?!(batch\.|val_)?(alpha|gradient_|update_|sign_|samples|died|revived|recycled))/;function Fa(e){return gr.find(([t])=>e.startsWith(t))?.[0]??""}function xr(e,t,o){if(!zd.test(t))return[];let n=e.layers[`${Fa(t)}samples`]??{};return(o===void 0?Object.values(n):[n[o]]).filter(r=>typeof r=="number"&&r>0)}function nn(e,t,o){return Xi(xr(e,t,o),t)}function Xi(e,t){if(!e.length)return"";let o=Math.min(...e),n=Math.max(...e),i=`${o===n?ce(o,"count"):`${ce(o,"count")} to ${ce(n,"count")}`} samples per unit`+(Fa(t)==="batch."?"":" and epoch");if(!Hd.test(t))return`${i}.`;let s=Number((300/o).toPrecision(2)),a=t.includes("one_sided")?"was above 0":"fired";return`${i}: a unit that ${a} for none of ${ce(o,"count")} does so for less than ${s} % of all (95 % confidence).`}var Ia={dead_ratio:.25,one_sided_ratio:.5,saturation:.5},Fd=3;function Ao(e,t){return e.limits[t]??Ia[t]}function vr(e,t){let o=r=>Sr(e,t,r)||0;return Math.max(...Object.keys(Ia).map(o))+(o("nonfinite")>0?2:0)}function Va(e,t){let o=({name:n})=>{let r=e.findIndex(({layers:i})=>i.includes(n));return r<0?e.length:r};return(n,r)=>o(n)-o(r)||vr(t,r)-vr(t,n)}function Sr(e,t,o){let n=e.layers[o]?.[t.tag];return o!=="saturation"||typeof n!="number"?n:n-(e.layers.dead_ratio?.[t.tag]??0)}function es(e,t,o){let n=[];for(let r of e.layers){let i=Id(r,e,t,o);i&&n.push({layer:r,clause:i})}return n.sort((r,i)=>vr(t,i.layer)-vr(t,r.layer))}function Id(e,t,o,n){let r=c=>Sr(o,e,c),i=r("nonfinite");if(i)return`${e.name} gave ${ce(i,"count")} NaN or infinite values in the last epoch`;let s=c=>{let f=Ao(t,c),d=r(c);return typeof d=="number"&&f!==void 0&&d>=f?d:void 0};if(s("dead_ratio")!==void 0)return`${e.name} ${Vd(e,o,n.dead_ratio)}`;let a=s("one_sided_ratio");if(a!==void 0)return`${en(a)} of the units of ${e.name} stay on the negative side`;if(s("saturation")!==void 0){let c=o.layers.saturation?.[e.tag]??0;return`${en(c)} of the units of ${e.name} are saturated`}for(let[c,f]of Object.entries(t.limits)){let d=s(c);if(d!==void 0){let{name:m,unit:g}=ye(c);return`${m} of ${e.name} is ${ce(d,g)} (limit ${ce(f,g)})`}}}function Vd(e,t,o){let n=t.layers.dead_ratio?.[e.tag]??0,r=t.layers.born_dead?.[e.tag];if(e.units&&r&&r/e.units>n/2)return`has ${en(r/e.units)} units that never fired`;let i=yt(o?.steps??[],o?.layers[e.tag]??[]),s=i[0],a=i.at(-1);if(!s||!a||a.value-s.value<n/2)return`has ${en(n)} dead units`;let c=a.value-s.value,f=i.findLastIndex(g=>g.value<s.value+.9*c)+1,d=i[f]??a,m=i.slice(0,f).findLast(g=>g.value<=s.value+.1*c)??s;return`lost ${en(c)} of its units between epochs ${m.step} and ${d.step}`}function Ua(e,t){let o=e.layers.length;if(!o)return"No layer of this run was watched.";if(!t.length)return o===1?"The watched layer needs no look.":`None of the ${o} watched layers needs a look.`;let n=t.length===1?"needs":"need",r=o===1?"The layer":`${t.length} of ${Ze(o,"layer")}`,i=t.slice(0,Fd).map(({clause:a})=>a),s=t.length-i.length;return s&&i.push(`${s} more`),`${r} ${n} a look: ${i.join("; ")}.`}function yt(e,t){let o=[];return e.forEach((n,r)=>{let i=t[r];typeof i=="number"&&Number.isFinite(i)&&o.push({step:n,value:i})}),o}function Mr(e,t,o){return e.worse==="far"?Math.abs(t)>Math.abs(o):e.worse==="high"?t>o:t<o}function kr(e,t,o){let[n,r]=o.split(" "),i=t.find(a=>a.id===n);if(!i)return[...e];let s=r==="down"?-1:1;return[...e].sort((a,c)=>Bd(i.of(a),i.of(c),s))}function _r(e){let{id:t,columns:o,before:n,after:r,rows:i,sort:s,choose:a}=e,c=o.map(f=>Ud(f,s,a));return w("div",{class:"scroll"},w("table",{id:t},w("thead",{},w("tr",{},n,...c,r)),w("tbody",{},...i)))}function Ud(e,t,o){let{id:n,name:r,unit:i,help:s}=e,[a,c]=t.split(" "),f=c==="down",d=a===n?f?" ↓":" ↑":"";return w("th",{scope:"col",class:i==="text"?"text":"","aria-sort":d?f?"descending":"ascending":void 0},w("button",{type:"button",id:`sort-${n}`,title:s,click:()=>{o({sort:Wd(e,t)})}},r+d))}function Wd(e,t){let{id:o,unit:n}=e,r=e.first??(n==="text"?"up":"down"),i=r==="up"?"down":"up";return t===`${o} ${r}`?`${o} ${i}`:t===`${o} ${i}`?"":`${o} ${r}`}function Bd(e,t,o){let n=r=>r==null||Number.isNaN(r);return n(e)||n(t)?Number(n(e))-Number(n(t)):typeof e=="number"&&typeof t=="number"?o*(e-t):o*String(e).localeCompare(String(t),"en",{numeric:!0})}var Bt=34,Ro=16,Ba=13,Wa=4;function on(e){let{steps:t,rows:o,zoom:n}=e,r=t.length,i=w("canvas",{}),s=w("div",{class:"cursor"}),a=w("div",{class:"brush"}),c=w("p",{class:"told",id:`${e.id}-told`,"aria-live":"polite"},jd),f=w("div",{class:"map",id:e.id,tabindex:0,role:"group","aria-label":"Map. Arrow keys move through the cells, plus and minus zoom, 0 shows all."},i,s,a),d,m=64,g=()=>n.bottom-n.top,y=()=>({width:Math.max(1,f.clientWidth-m-Ro),height:e.height-Bt}),M=()=>{f.clientWidth!==0&&(m=Gd(e,i),Kd(e,i,f.clientWidth,m),S())},S=()=>{if(s.hidden=!d||d.row<n.top||d.row>=n.bottom,!d)return;let{width:k,height:O}=y(),P=O/g(),R=k/r;s.style.left=`${m+d.column*R-1}px`,s.style.top=`${(d.row-n.top)*P-1}px`,s.style.width=`${Math.max(3,R)}px`,s.style.height=`${Math.max(3,P)}px`},E=(k,O)=>{d={row:_n(k,0,o-1),column:_n(O,0,r-1)},c.textContent=e.describe(d.row,d.column),S()},C=(k,O)=>{let P=_n(Math.round(O-k),Math.min(Wa,o),o);n.top=_n(Math.round(k),0,o-P),n.bottom=n.top+P,U.classList.toggle("zoomed",P<o),M()},v=k=>{let O=d?d.row+.5:(n.top+n.bottom)/2,P=g()*k;C(O-P/2,O+P/2)},D=k=>{let O=k.clientY-f.getBoundingClientRect().top;return n.top+Math.floor(O/y().height*g())},_=k=>{let O=k.clientX-f.getBoundingClientRect().left-m;return Math.floor(O/y().width*r)},T;f.addEventListener("pointerdown",k=>{T=k}),f.addEventListener("pointermove",k=>{E(D(k),_(k));let O=T&&k.buttons===1;if(a.hidden=!O,!T||!O)return;let P=f.getBoundingClientRect().top,[R,j]=[T.clientY,k.clientY].sort((I,q)=>I-q);a.style.left=`${m}px`,a.style.width=`${y().width}px`,a.style.top=`${(R??0)-P}px`,a.style.height=`${(j??0)-(R??0)}px`}),f.addEventListener("pointerup",k=>{if(a.hidden=!0,!T)return;let O=D(T),P=D(k);Math.abs(k.clientY-T.clientY)>6?C(Math.min(O,P),Math.max(O,P)+1):e.choose&&O>=0&&O<o&&e.choose(O),T=void 0}),f.addEventListener("dblclick",()=>{C(0,o)}),f.addEventListener("keydown",k=>{let{row:O,column:P}=d??{row:n.top,column:0},j={ArrowLeft:()=>{E(O,P-1)},ArrowRight:()=>{E(O,P+1)},ArrowUp:()=>{E(O-1,P)},ArrowDown:()=>{E(O+1,P)},Home:()=>{E(O,0)},End:()=>{E(O,r-1)},Enter:()=>e.choose?.(O),"+":()=>{v(.5)},"-":()=>{v(2)},0:()=>{C(0,o)}}[k.key];if(j&&(k.preventDefault(),k.stopPropagation(),j(),d&&(d.row<n.top||d.row>=n.bottom))){let I=d.row<n.top?d.row:d.row-g()+1;C(I,I+g())}});let $=(k,O,P)=>w("button",{type:"button",class:"quiet","aria-label":O,title:O,click:P},k),U=w("div",{class:"heat"},w("div",{class:"heat-head"},e.key,o>Wa&&w("span",{class:"zoom"},$("+","Zoom in",()=>{v(.5)}),$("−","Zoom out",()=>{v(2)}),$("all","Show all rows",()=>{C(0,o)}))),f,c);return i.style.height=`${e.height}px`,s.hidden=!0,a.hidden=!0,(n.bottom<=n.top||n.bottom>o)&&(n.top=0,n.bottom=o),U.classList.toggle("zoomed",g()<o),new ResizeObserver(M).observe(f),U}var jd="Point at a cell; drag over rows to zoom, double click shows all.";function Gd(e,t){let o=t.getContext("2d");if(!o)return 64;o.font=Ya(1);let n=0;for(let[r]of Ga(e))n=Math.max(n,o.measureText(r).width);return Math.min(200,Math.max(64,Math.ceil(n)+30))}function ja({zoom:e,height:t}){return(t-Bt)/(e.bottom-e.top)>=Ba}function Ga(e){let{rows:t,rowNames:o,placeAxis:n,zoom:r,height:i}=e,{top:s,bottom:a}=r,c=i-Bt,f=c/(a-s);if(typeof o=="function"){let y=ja(e),M=Math.max(2,c/(y?Ba:40));return n&&!y?Mn(s+1,a,M).map(S=>[String(S),(S-s-.5)*f]):Mn(s,a-1,M).map(S=>[o(S),(S-s+.5)*f])}let[d,m]=o,g=(m-d)/t;return Oa(m-a*g,m-s*g,c/40).map(y=>[String(y),((m-y)/g-s)*f])}function Kd(e,t,o,n){let r=t.getContext("2d");if(!r)return;let i=window.devicePixelRatio||1;t.style.width=`${o}px`,t.width=Math.round(o*i),t.height=Math.round(e.height*i);let s=Math.max(1,Math.round((o-n-Ro)*i)),a=Math.round((e.height-Bt)*i),c=r.createImageData(s,a);Zd(e,c),r.putImageData(c,Math.round(n*i),0),r.scale(i,i),Yd(e,r,n,o-n-Ro),r.font=Ya(1),r.fillStyle=bt("text-2"),r.strokeStyle=bt("text-2"),r.textBaseline="middle",r.textAlign="right";for(let[g,y]of Ga(e)){let M=_n(y,7,e.height-Bt-7);r.fillText(Jd(r,g,n-28),n-6,M)}r.textBaseline="top",r.textAlign="center";let f=(o-n-Ro)/e.steps.length,d=e.steps[0]??0,m=e.steps.at(-1)??0;for(let g of Mn(d,m,(o-n)/90)){let y=e.steps.indexOf(g);if(y<0)continue;let M=n+(y+.5)*f;r.fillRect(M,e.height-Bt,1,4),r.fillText(String(g),M,e.height-Bt+6)}r.textAlign="right",r.fillText(e.stepName,o-Ro,e.height-12),r.translate(10,(e.height-Bt)/2),r.rotate(-Math.PI/2),r.textAlign="center",r.textBaseline="middle",r.fillText(!ja(e)&&e.placeAxis||e.rowAxis,0,0)}var ts=3.5,Lr=1;function Yd(e,t,o,n){let{radius:r,places:i}=qd(e,n);for(let[s,a]of[[$o.edge,r+Lr],[$o.inside,r]]){t.fillStyle=s;for(let[c,f]of i){if(r<1.5){t.fillRect(o+c-a,f-a,2*a,2*a);continue}t.beginPath(),t.arc(o+c,f,a,0,2*Math.PI),t.fill()}}}function qd(e,t){let{marks:o=[],zoom:n}=e,r=t/e.steps.length,i=(e.height-Bt)/(n.bottom-n.top),s=(Math.min(r,i)-1)/2-Lr,a=_n(s,1,ts),c=Math.min(r/2,a+Lr+3),f=new Map;for(let d=n.top;d<n.bottom;d++)for(let m of o[d]??[]){let g=(m+1)*r-c,y=(d-n.top+.5)*i;f.set(`${Math.round(g)} ${Math.round(y)}`,[g,y])}return{radius:a,places:[...f.values()]}}function Ka(e){let t=ts+Lr;return[w("span",{class:"mark"},Ie("svg",{width:2*t,height:2*t,"aria-hidden":!0},Ie("circle",{cx:t,cy:t,r:t,fill:$o.edge}),Ie("circle",{cx:t,cy:t,r:ts,fill:$o.inside}))),w("span",{},e)]}function Zd(e,t){let{cells:o,palette:n,zoom:r}=e,i=e.steps.length,{width:s,height:a,data:c}=t,[f,d,m]=[0,1,2].map(M=>Uint8Array.from({length:256},(S,E)=>n[E]?.[M]??0)),g=Uint32Array.from({length:s+1},(M,S)=>Math.floor(S*i/s)),y=r.bottom-r.top;for(let M=0;M<a;M++){let S=r.top+Math.floor(M*y/a),E=Math.max(S+1,r.top+Math.floor((M+1)*y/a));for(let C=0;C<s;C++){let v=g[C],D=Math.max(v+1,g[C+1]),_=0,T=0,$=0;for(let O=S;O<E;O++)for(let P=O*i+v;P<O*i+D;P++){let R=o[P];_+=f[R],T+=d[R],$+=m[R]}let U=(E-S)*(D-v),k=4*(M*s+C);c[k]=_/U,c[k+1]=T/U,c[k+2]=$/U,c[k+3]=255}}}function rn(e,t,o,n){let r=[1,64,128,192,255].map(a=>qi(e[a]??[0,0,0])),i=w("span",{class:"strip"});i.style.background=`linear-gradient(to right, ${r.join(", ")})`;let s=w("span",{class:"key"});if(n){let a=w("span",{class:"patch"});a.style.background=qi(e[0]??[0,0,0]),s.append(a,w("span",{},n))}return s.append(w("span",{},t),i,w("span",{},o)),s}function uo(e,t,o){if(e==null||!Number.isFinite(e))return 0;let n=o>t?(e-t)/(o-t):.5;return 1+Math.round(254*_n(n,0,1))}function Jd(e,t,o){if(e.measureText(t).width<=o)return t;let n=t;for(;n&&e.measureText(`${n}…`).width>o;)n=n.slice(0,-1);return`${n}…`}function Ya(e){return`${12*e}px system-ui, Roboto, sans-serif`}function _n(e,t,o){return Math.min(o,Math.max(t,e))}var fo=12;function Ht(e,t=""){return w("p",{class:"help",id:`help-${e.id}`},`${e.help} `,e.formula&&w("code",{},e.formula)," ",w("span",{class:"muted"},t))}function po({run:e,choose:t},o,n=e.manifest.layers){return Vt("Layer","layer",n.map(({tag:r,name:i,activation:s})=>[r,s?`${i} (${s})`:i]),o.tag,r=>{t({layer:r})})}function qa({unit_axis:e,slope:t}){return[e===null?"":`units along axis ${e}`,t&&`slope: ${t}`].filter(Boolean).join("; ")}function Tt(e,t,o=900){return Math.min(o,Math.max(t,window.innerHeight-e))}function jt({layers:e,weights:t},o){let n=new Set(e.map(({tag:s})=>s)),r=s=>t.includes(s)?t.indexOf(s):t.length,i=Object.keys(o.layers).filter(s=>!n.has(s)).sort((s,a)=>r(s)-r(a));return[...e.filter(({tag:s})=>o.layers[s]!==void 0),...i.map(s=>({tag:s,name:Qd(s,i),activation:"",units:null,can_die:null,unit_axis:null,slope:""}))]}function Qd(e,t){let o=e.split("/",1)[0]??"";return(t.length>1&&t.every(r=>r.startsWith(`${o}/`))?e.slice(o.length+1):e).replace(/\/kernel$/,"")}function Ln(e){return e.startsWith("batch.")?"step":"epoch"}function Er(e,t,o,n,r,i){let{run:s,choices:a,choose:c}=e,f=(E,C)=>({id:E.tag,name:E.name,values:C,place:y.get(E.tag)??0}),d=jt(e.run.manifest,o),g=[...s.manifest.layers.some(({tag:E})=>o.layers[E])?s.manifest.layers:[],...d].map(({tag:E})=>E),y=new Map([...new Set(g)].map((E,C)=>[E,C])),M=Ao(s.manifest,t.id),S=M===void 0?[]:[{value:M,name:`limit ${ce(M,t.unit)}`}];return ct({id:n,steps:o.steps,stepName:Ln(t.id),lines:d.map(E=>f(E,o.layers[E.tag]??[])),unit:t.unit,axis:t.axis,levels:S,expected:i?Xd(o,d,i,f):[],expectedName:tn(t.id)?.name??"",height:r,hidden:Jo(a.hidden),hide:E=>{c({hidden:Zo(E)})}})}function Xd(e,t,o,n){let r=new Map(o.steps.map((i,s)=>[i,s]));return t.map(i=>n(i,e.steps.map(s=>o.layers[i.tag]?.[r.get(s)??-1]??null)))}function Tr(e,t,o){let n=jt(e.run.manifest,o),r=n.map(({tag:g})=>o.layers[g]??[]),i=(t.colours??t.axis)==="log",[s,a]=ep(i?"log":t.axis,r),c=i?g=>Math.log10(g>0?g:s):Number,f=new Uint8Array(n.length*o.steps.length);r.forEach((g,y)=>{g.forEach((M,S)=>{f[y*o.steps.length+S]=uo(M===null?null:c(M),c(s),c(a))})});let d=lo(),m=Ln(t.id);return on({id:"layer-map",steps:o.steps,rows:n.length,cells:f,palette:d,rowNames:g=>n[g]?.name??"",rowAxis:"layers, input on top",stepName:m,height:Math.min(Tt(310,420),40+Math.max(200,n.length*34)),describe:(g,y)=>`${n[g]?.name??""}, ${m} ${o.steps[y]??""}: ${t.name} ${ce(r[g]?.[y],t.unit)}`,key:rn(d,ce(s,t.unit),ce(a,t.unit)+(i?", logarithmic":""),"none"),zoom:e.zoom(`layers ${e.run.run}`),choose:g=>{let y=n[g];y?.units&&e.choose({view:"units",layer:y.tag})}})}function ep(e,t){if(typeof e!="string")return e;let o=e==="from zero"?0:1/0,n=-1/0;for(let r of t)for(let{value:i}of yt(r.map((s,a)=>a),r))e==="log"&&i<=0||(o=Math.min(o,i),n=Math.max(n,i));return n>=o?[o,n]:[0,1]}function Cr(e,t,o){let n=jt(e.run.manifest,o);return[[Ln(t.id),...n.map(({name:r})=>r)],...o.steps.map((r,i)=>[r,...n.map(({tag:s})=>o.layers[s]?.[i])])]}function Ue(e){return w("p",{class:"nothing"},e)}var ns={output_loss_mismatch:"last layer and loss do not fit together",symmetric_units:"units that are copies of each other",target_scale:"targets too large",input_scale:"inputs too large, or far from 0",born_dead:"units dead from birth",saturated_at_birth:"units saturated from birth",exploding_at_birth:"activations that explode",vanishing_signal:"vanishing signal",diverged:"loss not finite",rate_too_high:"learning rate too high",rate_too_low:"learning rate too low",over_regularised:"too much regularization",train_validation_gap:"training and validation differ",dying_units:"dying units",constant_units:"constant units",not_learning:"nothing is learned"};function Po(e){return Object.hasOwn(ns,e)?ns[e]??e:e.replaceAll("_"," ")}function $r({diagnosis:e,problem:t}){if(!e||t&&!e.findings.length)return t;let{findings:o,looked_at:n}=e,r=n?` in ${n}`:"";return o.length?`${Ze(o.length,"finding")}${r}: ${os(o)}.`:`No finding${r}.`}function os(e){return[...new Set(e.map(({cause:o})=>Po(o)))].join("; ")}function Za({since:e}){return e?`since ${e}`:""}function Or(e){let t=ye(e.measure).unit==="share",{value:o,limit:n,above:r}=e;return{value:ce(o,t?"share":"number"),limit:n===null?"–":`${r?"at least":"at most"} ${tp(n,t)}`}}function tp(e,t){return t?`${Number((100*e).toPrecision(3))} %`:String(Number(e.toPrecision(3)))}function Ja({confidence:e}){return e===null?"":`Of the findings of this cause, ${Math.round(e*100)} % were right on programs that were not used to make the rules.`}function Qa({not_checked:e}){let t=new Map;for(let[o,n]of Object.entries(e))t.set(n,[...t.get(n)??[],Po(o)]);return[...t]}function Xa(e){let t=new Map;for(let{cause:o,layers:n}of e)for(let r of new Set(n)){let i=t.get(r),s=Po(o);t.set(r,i?`${i}; ${s}`:s)}return t}function ec(e){let t=e.flatMap(({evidence:o})=>o.map(({measure:n})=>n));return[...new Set(t)].filter(Boolean)}function tc(e){let t=Object.keys(ns),o=({diagnosed:{diagnosis:r}})=>{if(!r)return t.length+2;let i=r.findings.map(({cause:s})=>t.indexOf(s));return i.length?Math.min(...i.map(s=>s<0?t.length:s)):t.length+1},n=({diagnosed:r})=>r.time??0;return[...e].sort((r,i)=>o(r)-o(i)||n(i)-n(r))}var Ar=6;async function nc(e){let{source:t,runs:o}=e,n=tc(await Promise.all(o.map(async s=>{try{return{run:s,diagnosed:await t.findings(s)}}catch(a){let c=Zn(a);return{run:s,diagnosed:{diagnosis:null,step:null,time:null,problem:c}}}}))),r=n.filter(oc),i=n.map((s,a)=>op(e,s,a));return w("section",{class:"run-findings",id:"run-findings"},w("p",{class:r.length?"verdict warn":"verdict"},r.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},np(n,r.length))),w("ul",{},...i.slice(0,Ar)),i.length>Ar&&w("details",{id:"more-runs"},w("summary",{},Ze(i.length-Ar,"more run")),w("ul",{},...i.slice(Ar))))}function oc({diagnosed:e}){return!!e.diagnosis?.findings.length}function np(e,t){let o=t===1?"has":"have";return e.some(({diagnosed:n})=>n.diagnosis)?t?`${t} of ${Ze(e.length,"run")} ${o} findings.`:"No run has a finding.":"None of these runs has a diagnosis in its log."}function op({choose:e},t,o){let{run:n,diagnosed:r}=t,{diagnosis:i,problem:s}=r,a=oc(t),c=a?os(i?.findings??[]):i||s?$r(r):"No diagnosis in this log.";return w("li",{"data-run":n.run,class:a?"warn":""},w("button",{type:"button",class:"link",id:`findings-of-${o}`,title:`Show the diagnosis of ${it(n)}`,click:()=>{e({run:n.run,view:"overview",hidden:""})}},w("span",{class:"flag","aria-hidden":!0},a?"▲":""),it(n)),w("span",{class:a?"":"muted"},c))}var En="worst",Rr="whole",rp=12,rc={layers:{},run:{}},ic={steps:[],layers:{}};async function lc(e){let{source:t,runs:o,choices:n,choose:r}=e,i=new Map,s=async(T,$,U)=>{try{return await $}catch(k){return i.set(it(T),Zn(k)),U}},[a,c]=await Promise.all([Promise.all(o.map(T=>s(T,t.latest(T),rc))),nc(e)]),f=yr(...a),d=f.find(({id:T})=>T===n.measure)??f[0];if(!d)return{element:w("section",{class:"view"},...sc(i),c,Ue("No run has measures yet.")),table:()=>[]};let m=n.which||En,g=n.without?Jo(n.without):new Set(o.slice(rp).map(({run:T})=>T)),y=await Promise.all(o.map(async(T,$)=>{let U=g.has(T.run)?ic:await s(T,t.measure(T,d.id),ic),k=ip(T,U,d,m),O=a[$]??rc;return{run:T,place:$,latest:O,columns:U,points:k}})),M=[...new Set(y.flatMap(({points:T})=>T.map(({step:$})=>$)))].sort((T,$)=>T-$),S=y.filter(({run:T})=>!g.has(T.run)),E=S.map(({run:T,place:$,points:U})=>{let k=new Map(U.map(({step:O,value:P})=>[O,P]));return{id:T.run,name:it(T),values:M.map(O=>k.get(O)??null),place:$}}),C=S.flatMap(({run:T,latest:$})=>xr($,d.id,ac(T,m))),v=lp(y,d,m),D=kr(y,v,n.sort);return{element:w("section",{class:"view"},...sc(i),c,w("div",{class:"bar"},Vt("Measure","measure",f.map(({id:T,name:$})=>[T,$]),d.id,T=>{r({measure:T})}),Vt("Of","which",sp(o,y),m,T=>{r({which:T})})),Ht(d,Xi(C,d.id)),M.length?ct({id:"run-lines",steps:M,stepName:Ln(d.id),lines:E,unit:d.unit,axis:d.axis,height:Tt(360+30*o.length,320,640)}):Ue("None of the chosen runs has this measure for this layer."),dp(e,D,v,g,d),w("p",{class:"muted",id:"same"},cp(y))),table:()=>[["run",...v.map(({name:T})=>T)],...D.map(T=>[it(T.run),...v.map($=>$.of(T))]),[],[Ln(d.id),...E.map(({name:T})=>T)],...M.map((T,$)=>[T,...E.map(({values:U})=>U[$])])]}}function sc(e){return[...e].map(([t,o])=>w("p",{class:"unreadable"},w("strong",{},t),` cannot be shown. ${o}`))}function ip(e,t,o,n){if(n===Rr)return yt(t.steps,t.run??[]);let r=e.manifest.layers.filter(({name:s})=>n===En||s===n),i=t.steps.map((s,a)=>{let c=null;for(let{tag:f}of r){let d=t.layers[f]?.[a];d==null||!Number.isFinite(d)||(c===null||Mr(o,d,c))&&(c=d)}return c});return yt(t.steps,i)}function ac(e,t){if(!(t===En||t===Rr))return e.manifest.layers.find(({name:o})=>o===t)?.tag??""}function sp(e,t){let o=new Set(e.flatMap(({manifest:r})=>r.layers.map(({name:i})=>i))),n=[[En,"the worst layer of each run"]];return t.some(({columns:r})=>r.run)&&n.push([Rr,"the whole run"]),[...n,...[...o].map(r=>[r,r])]}function lp(e,t,o){let{unit:n,name:r}=t,i=[{id:"activation",name:"activation",unit:"text",of:({run:c})=>[...new Set(c.manifest.layers.map(({activation:f})=>f))].filter(Boolean).join(", ")},...ap(e),{id:"now",name:`${r}, last`,unit:n,of:c=>c.points.at(-1)?.value},{id:"worst",name:`${r}, worst`,unit:n,of:({points:c})=>c.reduce((f,{value:d})=>f===void 0||Mr(t,d,f)?d:f,void 0)}];o===En&&i.push({id:"worstlayer",name:"worst layer",unit:"text",of:c=>rs(c,t)?.name});let s=tn(t.id)?.id??"";t.id.endsWith("bias_shift")&&o!==Rr&&i.push({id:"expected",name:"expected",unit:"number",of:c=>{let f=o===En?rs(c,t):c.run.manifest.layers.find(({name:d})=>d===o);return f&&c.latest.layers[s]?.[f.tag]}});let a=c=>xr(c.latest,t.id,o===En?rs(c,t)?.tag:ac(c.run,o))[0];new Set(e.map(a)).size>1&&i.push({id:"samples",name:"samples",unit:"count",of:a}),i.push({id:"epochs",name:Ln(t.id)==="epoch"?"last epoch":"last step",unit:"count",of:({points:c})=>c.at(-1)?.step});for(let c of up(e))i.push({id:`log.${c}`,name:c.replace(/^val_/,"validation ").replaceAll("_"," "),unit:"number",of:({latest:f})=>f.run[c]});return i}function ap(e){return cc(e).flatMap(t=>{let o=e.map(n=>is(n,t));return e.length>1&&new Set(o).size===1?[]:[{id:`hparam.${t}`,name:t.replaceAll("_"," "),unit:o.some(n=>typeof n=="string")?"text":"given",of:n=>is(n,t)}]})}function cc(e){let t=e.flatMap(({run:o})=>Object.keys(o.manifest.hparams));return[...new Set(t)].filter(o=>o!=="activation")}function is({run:e},t){let o=e.manifest.hparams[t];return typeof o=="number"?Number(o.toPrecision(7)):o}function cp(e){if(e.length<2)return"";let t=cc(e).flatMap(o=>{let n=new Set(e.map(i=>is(i,o))),[r]=n;return n.size===1&&r!==void 0?[`${o.replaceAll("_"," ")} ${r}`]:[]});return t.length?`The same in all runs: ${t.join(", ")}.`:""}function rs({run:e,columns:t},o){let n;for(let r of e.manifest.layers){let i=t.layers[r.tag]??[],s=yt(t.steps,i).at(-1)?.value;s!==void 0&&(!n||Mr(o,s,n.value))&&(n={layer:r,value:s})}return n?.layer}function up(e){let t=new Set(e.flatMap(({latest:r})=>Object.keys(r.run))),o=new Set(e.flatMap(({latest:r})=>Object.keys(r.layers)));return[...t].filter(r=>!o.has(r)&&!fp.has(r)).sort((r,i)=>Number(i.startsWith("val_"))-Number(r.startsWith("val_")))}var fp=new Set(["dead_ratio_worst","layers_unhealthy"]);function dp({choices:e,choose:t},o,n,r,i){let s=a=>{let c=a.run.run,f=it(a.run),d=()=>{let g=new Set(r);g.delete(c)||g.add(c),t({without:Zo(g)||","})},m=i.id.includes("dead")&&a.run.manifest.layers.every(g=>g.can_die===!1);return w("tr",{"data-run":c},w("td",{class:"text name"},w("label",{class:"run"},w("input",{type:"checkbox",id:`with-${a.place}`,checked:!r.has(c),change:d}),hr(a.place),w("span",{class:"name",title:f},f))),...n.map(({id:g,unit:y,of:M})=>{let S=M(a);return S===void 0&&g==="now"&&m?w("td",{class:"muted"},"cannot die"):y==="text"||typeof S=="string"?w("td",{class:"text",title:S??""},S??"–"):y==="given"?w("td",{},S??"–"):w("td",{"data-value":S??""},ce(S,y))}))};return _r({id:"runs",columns:n,before:w("th",{scope:"col",class:"text"},"run"),rows:o.map(s),sort:e.sort,choose:t})}var Do=["std","gradient_norm","update_ratio"],Ho=-1,fc="birth";async function dc(e,t,o){let{source:n,run:r,choices:i,choose:s}=e,a=await n.series(r,[...Do.filter(_=>_ in t.layers),...Do.map(_=>`birth.${_}`)]),c=Do.flatMap(_=>{let T=pp(a[`birth.${_}`],a[_]);return T?[{id:_,columns:T}]:[]}),f=jt(r.manifest,{steps:[],layers:Object.assign({},...c.map(({columns:_})=>_.layers))}),d=c.map(_=>({..._,layers:f})),m=[...new Set(d.flatMap(({columns:_})=>_.steps))].sort((_,T)=>_-T),g=m.length-1;if(g<0)return{element:Ue("Nothing was logged."),table:()=>[]};let y=i.epoch?m.findIndex(_=>No(_)===i.epoch):g,M=y<0?g:y,S=w("div",{}),E=w("output",{for:"epoch"}),C=_=>{let T=m[_]??0;E.textContent=No(T),v.setAttribute("aria-valuetext",No(T)),S.replaceChildren(...d.map($=>mp($,T)))},v=w("input",{type:"range",id:"epoch",min:0,max:g,value:M,input:()=>{C(Number(v.value))},change:()=>{let _=Number(v.value);s({epoch:_===g?"":No(m[_]??0)})}});return o.append(w("label",{class:"choice"},w("span",{},"Epoch"),v,E)),C(M),{element:w("div",{},w("p",{class:"help"},"Each measure along the layers, from the input on the left to the output on the right, on a logarithmic axis. In a network that learns, neither the signal nor its gradient grows or shrinks by powers of ten on the way."),g>0&&d.some(({columns:_})=>pc(_))?w("p",{class:"muted",id:"first-steps"},hp):null,S),table:()=>gp(d,m)}}function pp(e,t){if(!e||!t)return e??t;let o=({steps:r,layers:i},s)=>i[s]??r.map(()=>null),n=Object.keys({...e.layers,...t.layers});return{steps:[...e.steps,...t.steps],layers:Object.fromEntries(n.map(r=>[r,[...o(e,r),...o(t,r)]]))}}function No(e){return e===Ho?fc:String(e)}function uc(e,t){return t!==Ho?`epoch ${t}`:e==="std"?`${fc}, before the first update`:"the first ten steps"}function pc({steps:e}){return e.length===1&&e[0]===Ho}function mp({id:e,layers:t,columns:o},n){let r=ye(e),[i=n]=o.steps,s=pc(o)?Ho:n,a=c=>{let f=o.steps.indexOf(c);return{id:String(c),name:uc(e,c),values:t.map(({tag:d})=>o.layers[d]?.[f]??null),place:0}};return w("section",{},w("h2",{},r.name),ct({id:`depth-${e}`,steps:t.map((c,f)=>f+1),stepName:"layer",stepText:c=>t[c-1]?.name??"",overMap:!0,lines:[a(s)],expected:s===i?[]:[a(i)],expectedName:uc(e,i)+(i===Ho?"":", the first one"),unit:r.unit,axis:"log",height:230}))}var hp="Gradient norm and update ratio are those of the first ten steps: ActivationMonitor(log_dir, gradients=True) measures every epoch.";function gp(e,t){return e.flatMap(({id:o,layers:n,columns:r})=>[[ye(o).name,...n.map(({name:i})=>i)],...t.filter(i=>r.steps.includes(i)).map(i=>[No(i),...n.map(({tag:s})=>r.layers[s]?.[r.steps.indexOf(i)])]),[]])}var ss=["update_ratio","sign_agreement","gradient_norm"];function mc(e){return tn(e)?.id??""}async function hc(e,t){let o=ss.filter(s=>s in t.layers),n=await e.source.series(e.run,[...o,...o.map(mc)]),r=w("div",{}),i=[];for(let s of o){let a=ye(s),c=n[s];if(!c)continue;let f=jt(e.run.manifest,c).length>fo;r.append(w("h2",{},a.name),Ht(a),f?Tr(e,a,c):Er(e,a,c,s,280,n[mc(s)])),i.push([a.name],...Cr(e,a,c),[])}return{element:r,table:()=>i}}var Tn=96;async function gc(e,t,o){let{source:n,run:r}=e,i=qn(e);if(!i)return{element:Ue("This run has no layers."),table:()=>[]};let[s,a]=await Promise.all([n.histograms(r,i.tag),n.measure(r,"zero_fraction")]),c=a.layers[i.tag],f=ye("zero_fraction");return o.append(po(e,i),w("span",{class:"muted",id:"how"},qa(i))),{element:w("div",{},c?Ht(f,nn(t,f.id,i.tag)):null,c?ct({id:"zero-lines",steps:a.steps,stepName:"epoch",lines:[{id:i.tag,name:f.name,values:c,place:0}],unit:f.unit,axis:f.axis,height:120,legend:"above",overMap:!0}):null,s.steps.length?wp(e,i.tag,s,c?a.steps:[]):Ue("No histograms were logged. ActivationMonitor(log_dir, histogram_freq=1) logs them once per epoch.")),table:()=>[["epoch","left edge","right edge","count"],...s.steps.flatMap((m,g)=>(s.bins[g]??[]).map(y=>[m,...y]))]}}function wp(e,t,o,n){let{low:r,high:i,density:s,most:a}=bp(o),c=[...new Set([...n,...o.steps])].sort((S,E)=>S-E),f=c.map(S=>o.steps.findLastIndex(E=>E<=S)),d=(S,E)=>s[S*o.steps.length+(f[E]??-1)]??0,m=new Uint8Array(Tn*c.length);for(let S=0;S<m.length;S++){let E=S%c.length,C=f[E]===-1?0:d(Math.floor(S/c.length),E);m[S]=C>0?uo(Math.log10(C/a),-4,0):0}let g=lo(),y=(i-r)/Tn,M=S=>i-S*y;return w("div",{},w("p",{class:"help"},"How the activations of one mini-batch other than exact zeros are spread, epoch by epoch; the shade is the share of them per value, on a logarithmic scale. ",c.length>o.steps.length?"An epoch without a histogram shows the last one before it. ":"",w("code",{},"log₁₀ of count / (all · width of the bin)")),on({id:"value-map",steps:c,rows:Tn,cells:m,palette:g,rowNames:[r,i],rowAxis:"activation",stepName:"epoch",height:Tt(460,280),describe:(S,E)=>{let C=o.steps[f[E]??-1];if(C===void 0)return`Epoch ${c[E]??""}: no histogram yet`;let v=C===c[E];return`Epoch ${c[E]??""}`+(v?"":` (histogram of epoch ${C})`)+`, from ${Sn(M(S+1))} to ${Sn(M(S))}: ${Oo(d(S,E)*y)} of the activations that are not 0`},key:rn(g,"10⁻⁴ of the highest","highest","none"),zoom:e.zoom(`values ${e.run.run} ${t}`)}))}function bp({steps:e,bins:t}){let o=1/0,n=-1/0;for(let[a,c]of t.flat())!Number.isFinite(a)||!Number.isFinite(c)||(o=Math.min(o,a),n=Math.max(n,c));if(!(n>o)){let a=Number.isFinite(o)?o:0;[o,n]=[a-.5,a+.5]}let r=(n-o)/Tn,i=new Float64Array(Tn*e.length);return t.forEach((a,c)=>{let f=a.reduce((d,[,,m])=>d+m,0);for(let[d,m,g]of a)!g||!Number.isFinite(d)||!Number.isFinite(m)||s(d,m,g/f,c)}),{low:o,high:n,density:i,most:i.reduce((a,c)=>Math.max(a,c),0)};function s(a,c,f,d){let m=Math.min(Tn-1,Math.floor((n-c)/r)),g=Math.min(Tn-1,Math.floor((n-a)/r));for(let y=m;y<=g;y++){let M=Math.min(c,n-y*r),S=Math.max(a,n-(y+1)*r),E=c>a?Math.max(0,M-S)/(c-a):1,C=y*e.length+d;i[C]=(i[C]??0)+f*E/r}}}var wc=["alpha","alpha_min","alpha_max"];async function bc(e,t,o){let{source:n,run:r}=e,i=r.manifest.layers.filter(({tag:m})=>m in(t.layers.alpha??{})),s=qn(e,i);if(!s)return{element:Ue("No slopes were logged."),table:()=>[]};let[a,c]=await Promise.all([n.series(r,wc),n.alphas(r,s.tag)]),f=wc.flatMap((m,g)=>{let y=a[m]?.layers[s.tag];return y?[{id:m,name:ye(m).name,values:y,place:g}]:[]});return o.append(po(e,s,i),w("span",{class:"muted"},c.units?Ze(c.units,"channel"):"")),{element:w("div",{},Ht(ye("alpha")),ct({id:"slope-lines",steps:a.alpha?.steps??[],stepName:"epoch",lines:f,unit:"number",axis:"fit",levels:[{value:0,name:"0: ReLU"}],height:180,legend:"above",overMap:!0}),c.units?yp(e,s,c):null),table:()=>[["epoch",...Array.from({length:c.units},(m,g)=>`alpha ${g}`)],...c.steps.map((m,g)=>[m,...Array.from({length:c.units},(y,M)=>c.values[M*c.steps.length+g])])]}}function yp(e,t,{steps:o,units:n,values:r}){let i=(d,m)=>r[d*o.length+m];if(n<=fo)return ct({id:"channel-lines",steps:o,stepName:"epoch",lines:Array.from({length:n},(d,m)=>({id:String(m),name:`channel ${m}`,values:o.map((g,y)=>i(m,y)??null),place:m})),unit:"number",axis:"fit",height:300});let s=1/0,a=-1/0;for(let d of r)Number.isFinite(d)&&(s=Math.min(s,d),a=Math.max(a,d));let c=new Uint8Array(r.length);for(let d=0;d<n;d++)for(let m=0;m<o.length;m++)c[d*o.length+m]=uo(i(d,m),s,a);let f=lo();return on({id:"channel-map",steps:o,rows:n,cells:c,palette:f,rowNames:String,rowAxis:"channel",stepName:"epoch",height:Math.min(Tt(440,300),34+Math.max(200,n*12)),describe:(d,m)=>`Channel ${d}, epoch ${o[m]??""}: alpha ${ce(i(d,m),"number")}`,key:rn(f,`alpha ${Sn(s)}`,Sn(a)),zoom:e.zoom(`slopes ${e.run.run} ${t.tag}`)})}var ls=[{id:"histograms",name:"Histograms",show:gc,logged:()=>!0,missing:""},{id:"slopes",name:"Slopes",show:bc,logged:e=>"alpha"in e.layers,missing:"No layer of this run learns a slope (PReLU, or ELU with a learned alpha)."},{id:"gradients",name:"Gradients",show:hc,logged:e=>ss.some(t=>t in e.layers),missing:"No gradients were logged. ActivationMonitor(log_dir, gradients=True) logs them."},{id:"depth",name:"Depth",show:dc,logged:e=>Do.some(t=>t in e.layers),missing:"This run has no measures that can be shown along its layers."}];async function yc(e){let{source:t,run:o,choices:n,choose:r}=e,i=await t.latest(o),s=ls.find(({id:f})=>f===n.detail)??ls[0];if(!s)throw new Error("There are no details.");let a=w("div",{class:"bar"},Yn("Details","detail",ls.map(({id:f,name:d})=>[f,d]),s.id,f=>{r({detail:f})})),c=s.logged(i)?await s.show(e,i,a):{element:Ue(s.missing),table:()=>[]};return{element:w("section",{class:"view"},a,c.element),table:c.table}}async function xc(e){let{source:t,run:o,choices:n,choose:r}=e,i=await t.latest(o),s=yr(i),a=s.find(({id:M})=>M===n.measure)??s[0];if(!a)return{element:Ue("This run has no measures yet."),table:()=>[]};let c=tn(a.id)?.id??"",f=await t.series(o,[...wr(a),...c in i.layers?[c]:[]]),d=br(a,f),m=jt(e.run.manifest,d).length>fo,g=n.form||(m?"map":"lines");return{element:w("section",{class:"view"},w("div",{class:"bar"},Vt("Measure","measure",s.map(({id:M,name:S})=>[M,S]),a.id,M=>{r({measure:M})}),Yn("Form","form",[["lines","Lines"],["map","Heat map"]],g,M=>{r({form:M})})),Ht(a,nn(i,a.id)),g==="map"?Tr(e,a,d):Er(e,a,d,"layer-lines",Tt(260,380,720),f[c])),table:()=>Cr(e,a,d)}}var Pr=100,Nr=28;function vc(e,t){let o=Math.max(1,e.length-1),n=Nr-3,r="",i,s;return e.forEach((a,c)=>{if(a===null||!Number.isFinite(a))return;let f=1+c/o*(Pr-6),d=n-a*(Nr-6);i??=f,r+=`${r?"L":"M"}${f.toFixed(1)} ${d.toFixed(1)}`,s=[f,d]}),Ie("svg",{class:"spark",width:Pr,height:Nr,viewBox:`0 0 ${Pr} ${Nr}`,role:"img","aria-label":t},Ie("line",{class:"base",x1:1,y1:n,x2:Pr-5,y2:n}),s&&Ie("path",{class:"under",d:`${r}L${s[0].toFixed(1)} ${n}L${(i??1).toFixed(1)} ${n}Z`}),Ie("path",{d:r,fill:"none"}),s&&Ie("circle",{cx:s[0],cy:s[1],r:2.5}))}var Dr=190,Hr=52,xp=30;function Sc(e){let{values:t,limit:o,description:n}=e,r=vp(e),i=t.length-1,s=[];t.forEach((d,m)=>{if(d===null||!Number.isFinite(d))return;let g=i?m/i:.5;s.push([4+g*(Dr-8),r(d)])});let a=s.map(([d,m],g)=>`${g?"L":"M"}${d.toFixed(1)} ${m.toFixed(1)}`).join(""),c=s.at(-1),f=o===null||!Number.isFinite(o)?void 0:r(o);return Ie("svg",{class:"spark",width:Dr,height:Hr,viewBox:`0 0 ${Dr} ${Hr}`,role:"img","aria-label":n},f!==void 0&&Ie("line",{class:"limit",x1:0,y1:f.toFixed(1),x2:Dr,y2:f.toFixed(1)}),Ie("path",{d:a,fill:"none"}),c&&Ie("circle",{cx:c[0],cy:c[1],r:3}))}function vp({values:e,limit:t,axis:o}){let n=[...e,t].filter(y=>y!==null&&Number.isFinite(y)),r=n.filter(y=>y>0),i=n.every(y=>y>=0)&&Math.max(...r)>xp*Math.min(...r),s=typeof o=="string"&&(o==="log"||i),a=Math.min(...r),c=y=>s?Math.log10(Math.max(y,a)):y,f=typeof o=="string"?[...n,...o==="from zero"&&!s?[0]:[]].map(c):[...o],d=Math.min(...f),g=Math.max(...f)-d;return y=>{let M=g>0?(c(y)-d)/g:.5;return Hr-5-M*(Hr-10)}}var Sp="The code is for a compiled model that has not been trained yet, after `import keras` and `import keras_activations as ka`; `x` and `y` are your data.";function Mc(e){let t=!!e.diagnosis?.findings.length;return w("p",{class:t?"verdict warn":"verdict",id:"verdict"},t&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},$r(e)))}function kc(e,{diagnosis:t,problem:o},n){if(!t)return null;let{findings:r}=t,i=Cp(t);return!r.length&&!i?null:w("div",{class:"findings",id:"findings"},o&&r.length?w("p",{class:"muted"},o):null,...r.map((s,a)=>Mp(e,s,a,n)),r.some(({remedies:s})=>s.some(({code:a})=>a))?w("p",{class:"muted"},...mo(Sp)):null,i)}function Mp(e,t,o,n){let{cause:r,evidence:i,layers:s,reference:a,remedies:c,sentence:f}=t,d=`finding-${o}`,m=[Ja(t),a&&`More: \`${a}\``];return w("article",{class:"finding",id:d,"aria-labelledby":`${d}-cause`},w("div",{class:"finding-head"},w("h2",{id:`${d}-cause`},Po(r)),w("span",{class:"muted"},Za(t)),w("code",{class:"muted"},r)),f&&w("p",{},...mo(f)),s.length>0&&w("p",{class:"where"},w("span",{class:"muted"},"Where it begins:"),...[...new Set(s)].map((g,y)=>kp(e,g,`${d}-layer-${y}`))),i.length>0&&_p(e,i,d,n),c.length>0&&w("h3",{},"What to do"),c.length>0&&w("ol",{class:"remedies"},...c.map((g,y)=>Ep(g,`${d}-copy-${y}`))),m.some(Boolean)&&w("p",{class:"muted"},...mo(m.filter(Boolean).join(" "))))}function kp(e,t,o){let n=_c(e,t);return n?w("button",{type:"button",class:"link",id:o,title:`Show the units of ${t}`,click:()=>{e.choose({view:"units",layer:n.tag})}},t):w("span",{},t)}function _c({run:e},t){return e.manifest.layers.find(o=>o.name===t)}function _p(e,t,o,n){let r=t.map((s,a)=>Lp(e,s,`${o}-curve-${a}`,n)),i=(s,a="")=>w("th",{scope:"col",class:a},s);return w("div",{class:"scroll"},w("table",{class:"evidence"},w("thead",{},w("tr",{},i("evidence","text"),i("found"),i("counts if","text"),r.some(Boolean)&&i("over the epochs, with its limit","text"))),w("tbody",{},...t.map((s,a)=>{let{value:c,limit:f}=Or(s);return w("tr",{},w("td",{class:"text"},...mo(s.what)),w("td",{class:"figure"},c),w("td",{class:"text"},f),r.some(Boolean)&&w("td",{class:"text"},r[a]))}))))}function Lp(e,{layer:t,limit:o,measure:n},r,i){let s=n?i[n]:void 0,a=_c(e,t),c=t?s?.layers[a?.tag??t]:s?.run??void 0;if(!s||!c)return null;let f=ye(n),d=yt(s.steps,c),[m,g]=[d[0],d.at(-1)];if(!m||!g)return null;let y=S=>ce(S,f.unit),M=Sc({values:c,limit:o,axis:f.axis,description:`${f.name} of ${t||"the run"}: ${y(m.value)} at epoch ${m.step}, ${y(g.value)} at epoch ${g.step}; limit ${y(o)}`});return w("button",{type:"button",class:"curve",id:r,title:`Show the ${f.name} of all layers over time; dashed is the limit`,click:()=>{e.choose({view:"layers",measure:n,form:"lines"})}},M)}function Ep({text:e,code:t},o){return w("li",{},...mo(e),t?Tp(t,o):null)}function Tp(e,t){let o=w("button",{type:"button",class:"quiet copy",id:t,"aria-label":"Copy the code",click:()=>{Qo(e).then(()=>{o.textContent="Copied",n.textContent="Copied"})}},"Copy"),n=w("span",{class:"sr",role:"status"});return w("div",{class:"code"},w("pre",{tabindex:0},w("code",{},e)),o,n)}function Cp(e){let t=Qa(e);if(!t.length)return null;let o=Object.keys(e.not_checked).length,n=w("dl",{});for(let[r,i]of t)n.append(w("dt",{},mr(i,i.length)),w("dd",{},...mo(r)));return w("details",{class:"unchecked",id:"not-checked"},w("summary",{},`${Ze(o,"cause")} ${o===1?"was":"were"} not checked`),n)}function mo(e){let t=e.split("`");return t.length%2===0?[e]:t.map((o,n)=>n%2?w("code",{},o):o)}var $p=["dead_ratio","one_sided_ratio","died","revived"],Lc="worst-first",Op=250;async function Ec(e){let{source:t,run:o,choices:n,choose:r}=e,{manifest:i}=o,s=t.findings(o),a=s.then(({diagnosis:v})=>{let D=ec(v?.findings??[]);return t.series(o,[...new Set([...$p,...D])])}),[c,f,d]=await Promise.all([t.latest(o),s,Promise.race([a,Dp(Op)])]),m=d??{},g=Hp(c,m),y=Ap(i,f,c,m),M=kr(i.layers.map((v,D)=>({layer:v,place:D})),g,n.sort),S=n.sort===Lc;if(S){let v=Va(f.diagnosis?.findings??[],c);M.sort((D,_)=>v(D.layer,_.layer))}let E=M.map(({layer:v,place:D})=>{let _=y.get(v.tag);return w("tr",{class:_?"flagged":"","data-layer":v.tag},...g.map(T=>zp(T,{layer:v,place:D},e,c,_)),w("td",{class:"text"},Wp(v,m)))});return{element:w("section",{class:"view overview"},...f.diagnosis?[Mc(f)]:[Rp(i,c,d),w("p",{class:"gaps muted"},f.problem||Ip)],Np(i.not_watched),kc(e,f,m),w("div",{class:"bar"},w("button",{type:"button",id:"worst-first",title:"Layers that findings name, then those with NaN or infinite values, then by the largest of the shares of dead, one-sided and saturated units","aria-pressed":S?"true":"false",click:()=>{r({sort:S?"":Lc})}},"Worst first"),w("span",{class:"muted"},nn(c,"dead_ratio"))),_r({id:"layers",columns:g,after:w("th",{scope:"col",class:"text",title:Tc},"over time"),rows:E,sort:n.sort,choose:r}),Bp(g)),...d?{}:{more:a},table:()=>[g.map(v=>v.name),...M.map(v=>g.map(D=>D.of(v))),...Pp(f)]}}function Ap(e,{diagnosis:t},o,n){if(t){let r=Xa(t.findings);return new Map(e.layers.flatMap(({tag:i,name:s})=>{let a=r.get(s);return a?[[i,a]]:[]}))}return new Map(es(e,o,n).map(({layer:r,clause:i})=>[r.tag,i]))}function Rp(e,t,o){let n=es(e,t,o??{});return w("p",{class:n.length?"verdict warn":"verdict",id:"verdict"},n.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},o?Ua(e,n):"Reading the history of the run …"))}function Pp({diagnosis:e}){return e?.findings.length?[[],["finding","layers","since","evidence","found","counts if"],...e.findings.flatMap(({cause:t,layers:o,since:n,evidence:r})=>r.map(i=>[t,o.join(" "),n,i.what,i.value,Or(i).limit]))]:[]}function Np(e){if(!e.length)return null;let t=e.map(({name:o,reason:n})=>`${o} (${n})`);return w("p",{class:"gaps muted",id:"not-watched"},`Not watched: ${t.join(", ")}.`)}function Dp(e){return new Promise(t=>{setTimeout(t,e,void 0)})}function Hp(e,t){let o=a=>({layer:c})=>e.layers[a]?.[c.tag],n=(a,c)=>yt(t[a]?.steps??[],t[a]?.layers[c.tag]??[]).map(({value:f})=>f),r=a=>({layer:c})=>{let f=n(a,c);return f.length?f.reduce((d,m)=>d+m):void 0},i=({layer:a})=>{let c=n("dead_ratio",a);return c.length?Math.max(...c):void 0},s=(a,c,f,d,m="")=>{let{name:g,unit:y,help:M,formula:S}=ye(c);return{id:a,name:d??g,unit:y,help:`${M} ${S}${m}`,of:f}};return[{id:"place",name:"#",unit:"count",help:"Place of the layer in the model.",first:"up",of:({place:a})=>a+1},{id:"layer",name:"layer",unit:"text",help:"Name of the layer; a click shows its units.",of:({layer:a})=>a.name},{id:"activation",name:"activation",unit:"text",help:"Activation function of the layer.",of:({layer:a})=>a.activation},{id:"units",name:"units",unit:"count",help:"Output features of the layer, or channels of a convolution.",of:({layer:a})=>a.units},s("now","dead_ratio",o("dead_ratio"),"dead now"),s("worst","dead_ratio",i,"worst","; the largest of all epochs"),s("born","born_dead",o("born_dead")),s("died","died",r("died"),"died","; sum over all epochs"),s("revived","revived",r("revived"),"revived","; sum over all epochs"),s("onesided","one_sided_ratio",o("one_sided_ratio"),"one-sided"),s("mean","mean",o("mean")),s("shift","bias_shift",a=>Fp(e,a.layer)?void 0:o("bias_shift")(a)),{id:"expected",name:"expected",unit:"number",help:"Bias shift that this activation has for inputs from N(0, 1); of a learned slope, with what it is now.",of:o("bias_shift_expected")},s("saturation","saturation",o("saturation"),"saturated")]}function zp(e,t,{choose:o,run:n},r,i){let{layer:s,place:a}=t,c=e.of(t);if(e.id==="layer")return w("td",{class:"text name"},w("button",{type:"button",class:"link",id:`layer-${a}`,title:i??"Show its units",click:()=>{o({view:"units",layer:s.tag})}},w("span",{class:"flag"},i?"▲":""),s.name));if(e.unit==="text"||e.unit==="given")return w("td",{class:"text"},c||"–");if(c==null||typeof c=="string"){let d=s.can_die===!1&&Vp.has(e.id);return w("td",{class:"muted",title:d?"This activation cannot die.":""},"–")}let f=w("td",{"data-column":e.id,"data-value":c},ce(c,e.unit));if(e.id==="expected"&&f.classList.add("muted"),e.unit==="share"){let d=Up[e.id]??"",m=Ao(n.manifest,d)??1/0;((d==="saturation"?Sr(r,s,d):c)??0)>=m&&f.classList.add("high"),f.style.setProperty("--share",`${Math.min(100,100*c)}%`),f.classList.add("share")}return f}function Fp({layers:e},{tag:t}){return(e.dead_ratio?.[t]??0)>=1&&e.bias_shift?.[t]===0}var Ip="There is no diagnosis in this log: the sentence follows from limits alone.",Tc="Share of dead units epoch by epoch, from 0 to 100 %; of one-sided units where they cannot die.",Vp=new Set(["now","worst","born","died","revived"]),Up={now:"dead_ratio",worst:"dead_ratio",onesided:"one_sided_ratio",saturation:"saturation"};function Wp(e,t){let o=e.can_die===!1?"one_sided_ratio":"dead_ratio",n=t[o],r=n?.layers[e.tag];if(!n||!r)return null;let i=yt(n.steps,r),s=ce(i[0]?.value,"share"),a=ce(i.at(-1)?.value,"share");return vc(r,`${ye(o).name} of ${e.name}: from ${s} to ${a}`)}function Bp(e){let t=w("dl",{});for(let{name:o,help:n}of[...e,{name:"over time",help:Tc}])t.append(w("dt",{},o),w("dd",{},n));return w("details",{class:"glossary",id:"glossary"},w("summary",{},"What the columns say"),t)}function cs(e,t){let{steps:o,values:n,recycled:r}=e,i={bornDead:!0,deadNow:!1,timeDead:0,died:[],revived:[],recycled:o.filter((a,c)=>r[c]?.includes(t))},s=!1;return o.forEach((a,c)=>{let f=n[t*o.length+c]!==0;f?(s&&i.revived.push(a),i.bornDead=!1):(!s&&c>0&&i.died.push(a),i.timeDead+=1),s=!f}),i.deadNow=s,i}function Cc(e){let{steps:t,units:o,values:n}=e,r=new Uint32Array(o),i=new Uint32Array(o).fill(t.length);for(let a=0;a<o;a++){let c=a*t.length,f=0;for(let d=t.length-1;d>=0;d--)n[c+d]===0&&(f+=1,i[a]=d);r[a]=f}let s=(a,c)=>a[c]??0;return Array.from({length:o},(a,c)=>c).sort((a,c)=>s(r,c)-s(r,a)||s(i,a)-s(i,c)||a-c)}function $c(e){let{steps:t,units:o,values:n}=e,r=t.map(()=>0),i=t.map(()=>0),s=t.map(()=>0);for(let a=0;a<o;a++){let c=!1,f;for(let d=0;d<t.length;d++){let m=n[a*t.length+d]!==0;c||=m,c||(r[d]=(r[d]??0)+1),f===!0&&!m&&(i[d]=(i[d]??0)+1),f===!1&&m&&(s[d]=(s[d]??0)+1),f=m}}return[r,i,s]}var us={off:"dead",on:"alive",always:"dead from birth: it never fired",wentOff:"died",wentOn:"revived"},zr={off:"one-sided",on:"two-sided",always:"one-sided from birth: its input was never above 0",wentOff:"went one-sided",wentOn:"came back"};function Oc(e,t){let o=e.recycled.length?[`recycled after ${as(e.recycled)}`]:[];if(e.bornDead)return[t.always,...o].join("; ");let n=[];return e.died.length&&n.push(`${t.wentOff} at ${as(e.died)}`),n.push(...o),e.revived.length&&n.push(`${t.wentOn} at ${as(e.revived)}`),!e.died.length&&!e.revived.length?[`${t.on} throughout`,...o].join(", "):`${n.join(", ")}; now ${e.deadNow?t.off:t.on}`}function as(e){return`epoch${e.length===1?"":"s"} ${mr(e)}`}var Ac=["born_dead","died","revived"],zo="recycled";async function Rc(e){let{source:t,run:o,choices:n,choose:r}=e,i=qn(e);if(!i)return{element:Ue("This run has no layers."),table:()=>[]};let[s,a,c]=await Promise.all([t.latest(o),t.series(o,[...Ac,zo]),t.firing(o,i.tag)]),f=n.order||"dead",d=f==="dead"?Cc(c):Array.from({length:c.units},(M,S)=>S),m=i.can_die===!1,g=m?zr:us;return{element:w("section",{class:"view"},w("div",{class:"bar"},po(e,i),Yn("Order of the units","order",[["dead",`By time ${g.off}`],["index","By index"]],f,M=>{r({order:M})}),w("span",{class:"muted",id:"unit-summary"},jp(c,g))),w("p",{class:"help"},m?"This activation cannot die. A unit is one-sided in an epoch in which its input was above 0 for no sample; the shade is the share of samples for which it was. ":"A unit is dead in an epoch in which it fired for no sample; the shade is the share of samples for which it fired. ",w("code",{},m?"one-sided(u) ⇔ #{samples : z(u) > 0} = 0":"dead(u) ⇔ #{samples : φ′(z(u)) ≠ 0} = 0")," ",w("span",{class:"muted"},nn(s,m?"one_sided_ratio":"dead_ratio",i.tag))),m?Kp(c,i,a):Gp(i,a),c.units&&c.steps.length?Yp(e,i,c,d,g):Ue("No map of units was written for this layer."),qp(c.steps)),table:()=>Zp(c,d,g)}}function jp(e,{off:t}){let{units:o,steps:n,values:r}=e;if(!o||!n.length)return"";let i=0;for(let s=1;s<=o;s++)r[s*n.length-1]===0&&(i+=1);return`${Ze(o,"unit")}, ${Ze(n.length,"epoch")}; ${t} now: ${i} (${en(i/o)})`}function Gp(e,t){let o=t.died??t.born_dead,n=Ac.flatMap((i,s)=>{let a=t[i]?.layers[e.tag];return a?[{id:i,name:ye(i).name,values:a,place:s}]:[]});if(!o||!n.length)return null;let{steps:r}=o;return Nc(r,[...n,...Pc(e,t,r)])}function Kp(e,t,o){if(!e.steps.length)return null;let n=["one-sided from birth",zr.wentOff,zr.wentOn],r=$c(e).map((s,a)=>{let c=n[a]??"";return{id:c,name:c,values:s,place:a}}),{steps:i}=e;return Nc(i,[...r,...Pc(t,o,i)])}function Pc(e,t,o){let n=t[zo],r=n&&Qi(n,o).layers[e.tag];return r?[{id:zo,name:zo,values:r,place:9}]:[]}function Nc(e,t){return w("div",{class:"counts"},ct({id:"counts",steps:e,stepName:"epoch",lines:t,unit:"count",axis:"from zero",height:150,legend:"above",overMap:!0}))}function Yp(e,t,o,n,r){let{steps:i,units:s,values:a,recycled:c}=o,f=new Uint8Array(a.length),d=i.length;n.forEach((C,v)=>{f.set(a.subarray(C*d,(C+1)*d),v*d)});let m=n.map(()=>[]),g=new Map(n.map((C,v)=>[C,v]));c.forEach((C,v)=>{for(let D of C)m[g.get(D)??-1]?.push(v)});let y=Ea(),M=r===us?"fires":"above 0",S=rn(y,`${M} rarely`,"always",r.off);c.some(C=>C.length)&&S.append(...Ka(zo));let E=n.every((C,v)=>C===v);return on({id:"unit-map",steps:i,rows:s,cells:f,palette:y,marks:m,rowNames:C=>String(n[C]??""),rowAxis:E?"unit":`unit, longest ${r.off} on top`,...E?{}:{placeAxis:`place by time ${r.off}`},stepName:"epoch",height:Math.min(Tt(440,340),34+Math.max(200,s*13)),describe:(C,v)=>{let D=n[C]??0,_=a[D*d+v]??0,T=Oo(_/255),$=_===0?r.off:`${M} for ${T} of the samples`,U=E?"":` (place ${C+1})`,k=c[v]?.includes(D)?", recycled after this epoch":"";return`Unit ${D}${U}, epoch ${i[v]??""}: ${$}${k}. In this run: ${Oc(cs(o,D),r)}.`},key:S,zoom:e.zoom(`units ${e.run.run} ${t.tag}`)})}function qp(e){let t=e[0],o=e.at(-1);if(t===void 0||o===void 0||e.length<1e3)return null;let n=o-t+1;return e.length>=n?null:w("p",{class:"muted"},`TensorBoard keeps ${Ze(e.length,"epoch")} of ${n}. Start it with --samples_per_plugin keras_activations=${n} to see all of them.`)}function Zp(e,t,o){let{steps:n,values:r,recycled:i}=e,s=i.some(a=>a.length);return[["unit","state",`${o.wentOff} at`,`${o.wentOn} at`,...s?["recycled after"]:[],...n.map(a=>`rate at epoch ${a}`)],...t.map(a=>{let c=cs(e,a),f=c.bornDead?`born ${o.off}`:c.deadNow?o.off:o.on;return[a,f,c.died.join(" "),c.revived.join(" "),...s?[c.recycled.join(" ")]:[],...n.map((d,m)=>Number(((r[a*n.length+m]??0)/255).toFixed(4)))]})]}var Fr=[{id:"overview",name:"Overview",view:Ec},{id:"layers",name:"Layers over time",view:xc},{id:"units",name:"Units",view:Rc},{id:"compare",name:"Compare runs",view:lc},{id:"details",name:"Details",view:yc}],Jp=["run","view","layer","measure","detail","which"],Dc=5,Qp=`from keras_activations.callbacks import ActivationMonitor

monitor = ActivationMonitor("logs/run1")
model.fit(x, y, callbacks=[monitor])`,Ir=class{constructor(t,o,n,r){this.root=t;this.source=o;this.place=n;this.styles=r;this.choices=n.read(),this.root.append(this.head,this.unreadable,this.notice,this.main),this.place.onLink(()=>{this.choices=this.place.read(),this.show()}),this.place.onKey(i=>{this.key(i)})}root;source;place;styles;choices;runs=[];shown;turn=0;zooms=new Map;head=w("header",{});main=w("main",{});notice=w("p",{class:"notice",role:"status",hidden:!0});unreadable=w("div",{class:"unreadable",id:"unreadable",role:"status",hidden:!0});async reload(){this.source.forget(),await this.show()}async show(){let t=++this.turn;this.root.dataset.ready="false";let o,n=Fr.find(({id:r})=>r===this.choices.view)??Fr[0];try{let r=await this.source.runs();if(this.runs=r.filter(mi),this.drawUnreadable(r.filter(i=>!mi(i))),o=pi(this.runs,this.choices.run)??this.runs[0],!o||!n)this.put(void 0,em(),"");else{let i=await n.view(this.context(o)),s=await this.problemOf(o);if(t!==this.turn)return;let a=[this.noticeOf(o),s].filter(Boolean).join(" ");if(this.put(i,i.element,a),i.more){this.drawHead(o,n.id),this.root.dataset.ready="partly",await i.more,t===this.turn&&await this.show();return}}this.drawHead(o,n?.id??"")}catch(r){if(t!==this.turn)return;let i=`This cannot be shown. ${Zn(r)}`;this.put(void 0,w("p",{class:"nothing"},i),""),o&&this.drawHead(o,n?.id??"")}t===this.turn&&(this.root.dataset.ready="true")}context(t){return{source:this.source,runs:this.runs,run:t,choices:this.choices,choose:o=>{this.choose(o)},zoom:o=>{let n=this.zooms.get(o)??{top:0,bottom:0};return this.zooms.set(o,n),n}}}choose(t){let o=this.choices;this.choices={...o,...t},this.choices.view!==o.view&&(this.choices.sort="");let n=Jp.some(r=>this.choices[r]!==o[r]);this.place.write(this.choices,n),this.show()}put(t,o,n){let r=document.activeElement?.id,i=new Set(this.foldable().filter(({open:a})=>a).map(({id:a})=>a)),{scrollTop:s}=document.documentElement;this.shown=t,this.main.replaceChildren(o),this.notice.hidden=!n,this.notice.textContent=n,r&&document.getElementById(r)?.focus({preventScroll:!0});for(let a of this.foldable())i.has(a.id)&&(a.open=!0);document.documentElement.scrollTop=s}foldable(){return[...this.main.querySelectorAll("details")]}async problemOf(t){try{return(await this.source.latest(t)).problem}catch{return}}noticeOf(t){let o=this.choices.run;return o&&pi(this.runs,o)!==t?`There is no run "${hi(o,t.manifest.prefix)}" here: this is "${it(t)}". ${t.problem}`:t.problem}drawUnreadable(t){let o=t.length-Dc;this.unreadable.hidden=!t.length,this.unreadable.replaceChildren(...t.slice(0,Dc).map(n=>w("p",{"data-run":n.run},w("strong",{},it(n)),` ${n.problem}`)),...o>0?[w("p",{},`${o} more runs cannot be read.`)]:[])}drawHead(t,o){let n=document.activeElement?.id;if(!t){this.head.replaceChildren();return}let r=Fr.map(({id:c,name:f},d)=>w("button",{type:"button",id:`view-${c}`,title:`${f} (key ${d+1})`,"aria-current":c===o?"page":void 0,click:()=>{this.choose({view:c})}},f)),i=[["png","PNG",()=>this.savePicture(t,o)],["csv","CSV",()=>this.saveNumbers(t,o)],["link","Link",()=>this.copyLink()]],s={png:"Save a picture of this view",csv:"Save the numbers of this view",link:"Copy a link to this view"},a=Vt("Run","run",this.runs.map(c=>[c.run,it(c)]),t.run,c=>{this.choose({run:c,hidden:""})});o==="compare"&&(a.title="All runs are compared here",a.querySelector("select")?.setAttribute("disabled","")),this.head.replaceChildren(a,w("nav",{"aria-label":"Views"},...r),w("span",{class:"actions"},...i.map(([c,f,d])=>w("button",{type:"button",id:`save-${c}`,title:s[c],click:()=>{d().catch(m=>{this.notice.hidden=!1,this.notice.textContent=`That did not work. ${String(m)}`})}},f)))),n&&document.getElementById(n)?.focus({preventScroll:!0})}async savePicture(t,o){this.shown&&gi(`${Hc(t,o)}.png`,await Qs(this.shown.element,this.styles))}saveNumbers(t,o){return this.shown&&gi(`${Hc(t,o)}.csv`,new Blob([Js(this.shown.table())],{type:"text/csv"})),Promise.resolve()}async copyLink(){this.place.write(this.choices),await Qo(this.place.link()),this.notice.hidden=!1,this.notice.textContent="The link to this view is on the clipboard."}key(t){if(t.target&&Xp(t.target)||t.ctrlKey||t.metaKey||t.altKey)return;let o=Fr[Number(t.key)-1];o&&this.runs.length&&this.choose({view:o.id})}};function Xp(e){return e.matches("input, select, textarea, .map, [role=combobox], [role=listbox]")}function Hc(e,t){return`${it(e)}-${t}`.replaceAll(/[^\w.-]+/g,"_")}function em(){return w("section",{class:"view empty",id:"empty"},w("h1",{},"No activations have been logged yet"),w("p",{},"This tab shows which units of a network are dead, saturated or far from zero mean while it trains. Add the monitor to a training run:"),w("pre",{},w("code",{},Qp)),w("p",{class:"muted"},"The tab fills after the first epoch; TensorBoard's reload button asks for it at once."))}var Vr=class{constructor(t){this.ask=t}ask;answers=new Map;forget(){this.answers.clear()}async runs(){return(await this.cached("runs",{})).runs}latest(t){return this.cached("latest",fs(t))}series(t,o){let n={...fs(t),measure:o};return this.cached("series",n)}async measure(t,o){let n=ye(o);return br(n,await this.series(t,wr(n)))}async firing(t,o){let n={run:t.run,layer:o},r=await this.cached("firing",n),i=await ds(r.values),s=r.steps.length;for(let a=0;a<i.length;a++)a%s&&(i[a]=(i[a]??0)+(i[a-1]??0));return{...r,values:i}}async alphas(t,o){let n={run:t.run,layer:o},r=await this.cached("alphas",n),i=await ds(r.values);return{...r,values:new Float32Array(i.buffer)}}histograms(t,o){let n={...fs(t),layer:o};return this.cached("histograms",n)}findings(t){let o={run:t.run};return this.cached("findings",o,nm)}cached(t,o,n=ps){let r=JSON.stringify([t,o]),i=this.answers.get(r);return i||(i=this.ask(t,o).then(n),i.catch(()=>this.answers.delete(r)),this.answers.set(r,i)),i}};function fs({run:e,manifest:t}){return{run:e,prefix:t.prefix}}var zc=async(e,t)=>{let o=new URLSearchParams;for(let[r,i]of Object.entries(t))for(let s of[i].flat())o.append(r,s);let n=await fetch(`./${e}?${o.toString()}`);if(!n.ok)throw new Error(`TensorBoard did not answer "${e}" (status ${n.status}).`);return await n.json()};function Fc(e){let t=async()=>JSON.parse(new TextDecoder().decode(await ds(e))),o;return async(n,r)=>{let i=await(o??=t()),s=String(r.run),a=String(r.layer);switch(n){case"runs":return i.runs;case"latest":return i.latest[s];case"findings":return i.findings[s];case"series":return Object.fromEntries([r.measure??[]].flat().map(c=>[c,i.series[s]?.[c]]).filter(([,c])=>c!==void 0));case"firing":case"alphas":case"histograms":return i[n][s]?.[a]??tm;default:throw new Error(`No such route: ${n}`)}}}var tm={steps:[],bins:[],units:0,values:"",recycled:[]};async function ds(e){if(!e)return new Uint8Array;let t=atob(e),o=new Uint8Array(t.length);for(let r=0;r<t.length;r++)o[r]=t.charCodeAt(r);let n=new Blob([o]).stream().pipeThrough(new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}var Ur=new Map([["NaN",NaN],["Infinity",1/0],["-Infinity",-1/0]]);function ps(e){if(Array.isArray(e))e.forEach((t,o)=>{e[o]=Ur.get(t)??ps(t)});else if(typeof e=="object"&&e!==null){let t=e;for(let[o,n]of Object.entries(t))o!=="manifest"&&(typeof n=="object"?ps(n):o!=="run"&&(t[o]=Ur.get(n)??n))}return e}function nm(e){let{diagnosis:t}=e;for(let{evidence:o}of t?.findings??[])for(let n of o)n.value=Ur.get(n.value)??n.value,n.limit=Ur.get(n.limit)??n.limit;return e}var Ic=`:root,
[data-theme="light"] {
  --page: #ffffff;
  --raised: #f5f6f8;
  --text: #1c1f23;
  --text-2: #555c66;
  --line: #d9dde2;
  --grid: #e6e9ed;
  --accent: #0b63b0;
  --accent-text: #ffffff;
  --warn: #b34700;
  --bar: rgb(213 94 0 / 18%);
  --bar-high: rgb(213 94 0 / 42%);
  --dead: #d55e00;
  --missing: #e3e6ea;
  --row: #fff6ef;
  --shade: rgb(28 31 35 / 35%);
}
[data-theme="dark"] {
  --page: #303030;
  --raised: #3c3c3c;
  --text: #f1f1f1;
  --text-2: #bdc1c6;
  --line: #565656;
  --grid: #444444;
  --accent: #7cc0ff;
  --accent-text: #10222f;
  --warn: #ffb17a;
  --bar: rgb(255 138 61 / 22%);
  --bar-high: rgb(255 138 61 / 50%);
  --dead: #ff7a1a;
  --missing: #4a4a4a;
  --row: #40352d;
  --shade: rgb(0 0 0 / 60%);
}
html {
  background: var(--page);
}
html[data-theme="dark"] {
  color-scheme: dark;
}
body {
  margin: 0;
}
#page,
.picture {
  font:
    14px/1.45 system-ui,
    Roboto,
    "Segoe UI",
    "DejaVu Sans",
    sans-serif;
  color: var(--text);
  background: var(--page);
}
.picture {
  min-height: 100%;
}
#page * {
  box-sizing: border-box;
}
.picture * {
  box-sizing: border-box;
}
#page header {
  position: sticky;
  top: 0;
  z-index: 20;
  display: flex;
  flex-wrap: wrap;
  gap: 8px 24px;
  align-items: center;
  padding: 8px 20px;
  background: var(--raised);
  border-bottom: 1px solid var(--line);
}
#page header:empty {
  display: none;
}
nav {
  display: flex;
  gap: 4px;
}
button,
select {
  font: inherit;
  color: inherit;
}
button {
  padding: 4px 12px;
  background: none;
  border: 1px solid transparent;
  border-radius: 6px;
  cursor: pointer;
}
button:hover {
  background: color-mix(in srgb, var(--accent) 14%, transparent);
}
button:disabled {
  visibility: hidden;
}
:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 1px;
}
nav button[aria-current] {
  color: var(--accent-text);
  background: var(--accent);
}
.actions {
  display: flex;
  gap: 4px;
  margin-left: auto;
}
.actions button,
#worst-first {
  border-color: var(--line);
}
#worst-first[aria-pressed="true"] {
  color: var(--accent-text);
  background: var(--accent);
}
select {
  max-width: 420px;
  padding: 4px 8px;
  background: var(--page);
  border: 1px solid var(--line);
  border-radius: 6px;
}
#run {
  max-width: 300px;
}
.choice {
  display: inline-flex;
  gap: 8px;
  align-items: center;
}
.choice > span {
  color: var(--text-2);
}
.segments {
  display: inline-flex;
  border: 1px solid var(--line);
  border-radius: 6px;
  overflow: hidden;
}
.segments button {
  border-radius: 0;
}
.segments button[aria-pressed="true"] {
  color: var(--accent-text);
  background: var(--accent);
}
.view {
  max-width: 2400px;
  padding: 14px 20px 28px;
}
.bar {
  display: flex;
  flex-wrap: wrap;
  gap: 10px 20px;
  align-items: center;
  margin: 4px 0 10px;
}
.muted {
  color: var(--text-2);
}
.notice,
.unreadable {
  margin: 12px 20px 0;
  padding: 8px 14px;
  background: var(--row);
  border-left: 4px solid var(--dead);
}
.unreadable p {
  margin: 4px 0;
}
.verdict {
  display: flex;
  gap: 10px;
  margin: 2px 0 14px;
  font-size: 17px;
  overflow-wrap: anywhere;
}
/* Under the sentence, past its sign. */
.gaps {
  margin: -8px 0 14px 26px;
  overflow-wrap: anywhere;
}
.verdict.warn > [aria-hidden] {
  color: var(--warn);
}
.findings {
  max-width: 1100px;
  margin-bottom: 24px;
}
.finding {
  margin: 0 0 16px;
  padding: 12px 18px 4px;
  background: var(--raised);
  border: 1px solid var(--line);
  border-left: 4px solid var(--dead);
  border-radius: 6px;
  overflow-wrap: anywhere;
}
.finding-head {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 14px;
  align-items: baseline;
}
.finding-head h2,
.finding-head code {
  margin: 0;
}
.finding p {
  margin: 6px 0;
}
.finding h3 {
  margin: 14px 0 4px;
  font-size: 14px;
  font-weight: 600;
}
.where {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 12px;
}
.finding .scroll {
  margin: 10px 0;
  background: none;
}
.evidence th:not(:has(button)) {
  padding: 2px 24px 4px 0;
  font-weight: 400;
  color: var(--text-2);
  border-bottom-width: 1px;
}
.evidence td {
  padding: 5px 24px 5px 0;
  white-space: normal;
  border-bottom: 1px solid var(--line);
}
.evidence tr:last-child td {
  border-bottom: none;
}
.evidence tbody tr:hover {
  background: none;
}
.evidence .figure {
  font-weight: 600;
  white-space: nowrap;
}
button.curve {
  padding: 0 4px;
}
.spark .limit {
  stroke: var(--text-2);
  stroke-width: 1.25;
  stroke-dasharray: 5 4;
}
.remedies {
  margin: 0 0 8px;
  padding-left: 22px;
}
.remedies li {
  margin: 4px 0;
}
.code {
  position: relative;
  max-width: 760px;
  margin: 6px 0 10px;
}
.code pre {
  margin: 0;
  padding: 8px 84px 8px 12px;
  background: var(--page);
  border-radius: 6px;
}
.code .copy {
  position: absolute;
  top: 6px;
  right: 6px;
  background: var(--page);
}
.unchecked dl {
  margin: 8px 0 0;
}
summary {
  cursor: pointer;
}
.run-findings {
  max-width: 1100px;
  margin-bottom: 20px;
}
.run-findings .verdict {
  margin-bottom: 6px;
}
.run-findings ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
.run-findings li {
  display: grid;
  grid-template-columns: minmax(120px, 260px) minmax(0, 1fr);
  gap: 16px;
  padding: 3px 0;
  overflow-wrap: anywhere;
  border-bottom: 1px solid var(--grid);
}
.run-findings li.warn button {
  font-weight: 600;
  color: var(--warn);
}
.help {
  max-width: 1200px;
  margin: 0 0 12px;
  color: var(--text);
}
.help code {
  display: inline-block;
  margin-right: 6px;
  padding: 0 6px;
  background: var(--raised);
  border-radius: 4px;
}
h1 {
  font-size: 20px;
  font-weight: 600;
}
h2 {
  margin: 22px 0 6px;
  font-size: 16px;
  font-weight: 600;
}
h2::first-letter {
  text-transform: uppercase;
}
.nothing,
.empty {
  max-width: 760px;
  margin: 24px 20px;
}
.empty {
  margin: 40px auto;
}
pre {
  padding: 14px 18px;
  background: var(--raised);
  border: 1px solid var(--line);
  border-radius: 8px;
  overflow-x: auto;
}
code {
  font:
    13px/1.5 ui-monospace,
    "Roboto Mono",
    "DejaVu Sans Mono",
    monospace;
}
/* A shade at the side says that there is more, and the bar stays in sight
   where the system hides it; the covers move with the table. */
.scroll {
  overflow-x: auto;
  padding-bottom: 2px;
  background:
    linear-gradient(to right, var(--page) 40%, transparent) left / 48px
      calc(100% + 4px) local,
    linear-gradient(to left, var(--page) 40%, transparent) right / 48px
      calc(100% + 4px) local,
    linear-gradient(to right, var(--shade), transparent) left / 18px 100% scroll,
    linear-gradient(to left, var(--shade), transparent) right / 18px 100% scroll;
  background-repeat: no-repeat;
}
.scroll::-webkit-scrollbar {
  height: 10px;
}
.scroll::-webkit-scrollbar-track {
  background: var(--raised);
}
.scroll::-webkit-scrollbar-thumb {
  background: var(--text-2);
  border: 2px solid var(--raised);
  border-radius: 5px;
}
table {
  border-collapse: collapse;
  font-variant-numeric: tabular-nums;
}
th {
  padding: 0;
  font-weight: 600;
  line-height: 1.25;
  text-align: right;
  vertical-align: bottom;
  border-bottom: 2px solid var(--line);
}
th.text {
  text-align: left;
}
th:not(:has(button)) {
  padding: 5px 11px;
}
th button {
  padding: 4px 10px;
  font-weight: 600;
  text-align: inherit;
}
td {
  padding: 3px 10px;
  text-align: right;
  white-space: nowrap;
  border-bottom: 1px solid var(--grid);
}
td.text {
  text-align: left;
}
td.name {
  max-width: 320px;
  overflow: hidden;
  text-overflow: ellipsis;
}
#runs td.text:not(.name) {
  max-width: 180px;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: normal;
}
#runs td,
#runs th button {
  padding-right: 7px;
  padding-left: 7px;
}
#runs td.name {
  max-width: 360px;
}
#runs td.name,
#runs th:first-child {
  position: sticky;
  left: 0;
  background: var(--page);
}
.flag {
  display: inline-block;
  width: 18px;
  text-decoration: none;
}
tbody tr:hover {
  background: color-mix(in srgb, var(--accent) 7%, transparent);
}
tr.flagged td.name {
  font-weight: 600;
}
tr.flagged td.name button {
  color: var(--warn);
}
td.share {
  background: linear-gradient(
    to right,
    var(--bar) var(--share),
    transparent var(--share)
  );
}
td.share.high {
  font-weight: 600;
  background: linear-gradient(
    to right,
    var(--bar-high) var(--share),
    transparent var(--share)
  );
}
button.link {
  padding: 0;
  color: var(--accent);
  text-align: left;
}
button.link:hover {
  text-decoration: underline;
  background: none;
}
.spark {
  display: block;
}
.spark path {
  stroke: var(--dead);
  stroke-width: 1.5;
}
.spark .under {
  fill: var(--dead);
  fill-opacity: 0.22;
  stroke: none;
}
.spark circle {
  fill: var(--dead);
}
.spark .base {
  stroke: var(--line);
}
.glossary {
  max-width: 1200px;
  margin-top: 18px;
}
dl {
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 4px 16px;
}
dt {
  font-weight: 600;
}
dd {
  margin: 0;
}
.chart {
  display: grid;
  grid-template-columns: minmax(0, 1fr) 300px;
  gap: 16px;
}
.chart.above {
  display: flex;
  flex-direction: column-reverse;
  gap: 2px;
}
.lines {
  min-width: 0;
}
.plot {
  width: 100%;
}
.legend {
  margin: 0;
  padding: 0;
  overflow-y: auto;
  list-style: none;
  font-variant-numeric: tabular-nums;
}
.legend li {
  display: flex;
  gap: 6px;
  align-items: center;
  min-height: 27px;
}
.legend .head {
  justify-content: space-between;
  font-weight: 600;
}
.legend .line {
  display: flex;
  flex: 1;
  gap: 8px;
  align-items: center;
  min-width: 0;
  padding: 2px 4px;
  text-align: left;
}
.legend .name {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}
.legend .value {
  min-width: 66px;
  margin-left: auto;
  text-align: right;
}
.legend .off {
  color: var(--text-2);
  text-decoration: line-through;
}
.legend .off .swatch {
  opacity: 0.3;
}
.above .legend {
  display: flex;
  flex-wrap: wrap;
  gap: 0 24px;
  padding-left: 64px;
}
.above .legend .value {
  min-width: 30px;
  margin-left: 2px;
}
.swatch {
  flex: none;
}
.quiet {
  padding: 1px 8px;
  font-size: 12px;
  color: var(--text-2);
  border-color: var(--line);
}
.legend li {
  position: relative;
}
.only {
  position: absolute;
  right: 70px;
  background: var(--page);
  opacity: 0;
}
li:hover .only,
li:focus-within .only {
  opacity: 1;
}
.heat {
  min-width: 0;
}
.heat-head {
  display: flex;
  gap: 20px;
  align-items: center;
  justify-content: space-between;
  margin: 0 16px 6px 0;
}
.key {
  display: inline-flex;
  gap: 8px;
  align-items: center;
}
.patch {
  width: 16px;
  height: 14px;
  border-radius: 3px;
}
.patch + span {
  margin-right: 14px;
}
.strip {
  width: 140px;
  height: 14px;
  border-radius: 3px;
}
.mark {
  display: inline-flex;
  margin-left: 14px;
}
.zoom {
  display: inline-flex;
  gap: 4px;
}
.map {
  position: relative;
  cursor: crosshair;
  touch-action: none;
  user-select: none;
}
.map canvas {
  display: block;
}
.map .cursor {
  position: absolute;
  border: 2px solid var(--text);
  outline: 1px solid var(--page);
  pointer-events: none;
}
.map .brush {
  position: absolute;
  background: color-mix(in srgb, var(--accent) 30%, transparent);
  pointer-events: none;
}
.told {
  min-height: 22px;
  margin: 4px 0 0;
}
.sr {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}
.run {
  display: flex;
  gap: 8px;
  align-items: center;
}
.run .name {
  overflow: hidden;
  text-overflow: ellipsis;
}
[hidden] {
  display: none !important;
}
@media (max-width: 1150px) {
  #page header {
    column-gap: 12px;
    padding: 8px 12px;
  }
  #run {
    max-width: 180px;
  }
  nav {
    gap: 0;
  }
  .chart {
    grid-template-columns: minmax(0, 1fr) 230px;
  }
  table {
    font-size: 13px;
  }
  td,
  th button,
  th:not(:has(button)) {
    padding-right: 5px;
    padding-left: 5px;
  }
}
@media (max-width: 800px) {
  .chart {
    grid-template-columns: minmax(0, 1fr);
  }
  .view {
    padding: 12px 12px 24px;
  }
  .finding {
    padding: 10px 12px 2px;
  }
}
`;var Vc="keras-activations-data";async function rm(){let e=document.getElementById(Vc)?.textContent,t=Bs+Ic,o=document.createElement("style");o.textContent=t,document.head.append(o);let n=document.createElement("div");n.id="page",document.body.append(n);let r=e?void 0:Gs(),i=new Vr(e?Fc(e.trim()):zc),s=new Ir(n,i,Ks(r),t),a=!1;Ys(r,()=>{a&&s.show()}),a=!0,r&&qs(r,()=>{s.reload()}),await s.show()}document.getElementById(Vc)&&rm();export{rm as render};
