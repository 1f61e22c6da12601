// Licences: see THIRD_PARTY_NOTICES.txt beside this file.
var Us='.uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: ":";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline "background" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}';var pu={run:"",view:"",layer:"",measure:"",form:"",order:"",sort:"",hidden:"",without:"",detail:"",epoch:"",which:""},fi="keras_activations";function mu(e,t){let o={...pu};for(let n of e.replace(/^#/,"").split("&")){let[r="",i=""]=n.split("=",2).map(Ws),s=r.startsWith(t)?r.slice(t.length):"";Object.hasOwn(o,s)&&(o[s]=i)}return o}function hu(e,t){return Object.entries(e).filter(([,o])=>o!=="").map(([o,n])=>`${t}${o}=${encodeURIComponent(String(n))}`).join("&")}function qo(e){return[...e].map(encodeURIComponent).join(",")}function Zo(e){return new Set(e?e.split(",").map(Ws):[])}function Ws(e){try{return decodeURIComponent(e.replaceAll("+"," "))}catch{return e}}var Yo=class{constructor(t,o){this.window=t;this.inTensorBoard=o;this.prefix=o?`p.${fi}.`:""}window;inTensorBoard;prefix;read(){return mu(this.window.location.hash,this.prefix)}write(t,o=!1){let n=hu(t,this.prefix),r=this.inTensorBoard?`${fi}&`:"",i=new URL(this.window.location.href);i.hash=r+n;let{history:s}=this.window;o?s.pushState(s.state,"",i.href):s.replaceState(s.state,"",i.href)}link(){return this.window.location.href}onKey(t){document.addEventListener("keydown",t),this.inTensorBoard&&this.window.document.addEventListener("keydown",o=>{this.inSight()&&t(o)})}onLink(t){this.window.addEventListener("hashchange",()=>{this.inSight()&&t()})}inSight(){let{hash:t}=this.window.location;return!this.inTensorBoard||t.startsWith(`#${fi}`)}};function Bs(){try{let e=window.parent;return e!==window&&e.location.href?e:void 0}catch{return}}function js(e){return new Yo(e??window,e!==void 0)}function Gs(e,t){let o=document.documentElement,n=window.matchMedia("(prefers-color-scheme: dark)"),r=()=>{let s=(e?e.document.body.classList.contains("dark-mode"):n.matches)?"dark":"light";o.dataset.theme!==s&&(o.dataset.theme=s,t())};r(),e?new MutationObserver(r).observe(e.document.body,{attributeFilter:["class"]}):n.addEventListener("change",r)}function Ks(e,t){let o=new MessageChannel;o.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;let{type:i,id:s}=r;o.port1.postMessage(JSON.stringify({type:i,id:s,payload:null,error:null,isReply:!0})),i==="experimental.DataReloaded"&&t()},e.postMessage("experimental.bootstrap","*",[o.port2])}function w(e,t={},...o){let n=document.createElement(e);return Ys(n,t,o),n}function Ie(e,t={},...o){let n=document.createElementNS("http://www.w3.org/2000/svg",e);return Ys(n,t,o),n}function Ys(e,t,o){for(let[n,r]of Object.entries(t))r===void 0||r===!1||(typeof r=="function"?e.addEventListener(n,r):e.setAttribute(n,r===!0?"":String(r)));for(let n of o)n==null||n===!1||e.append(typeof n=="number"?String(n):n)}function Vt(e,t,o,n,r){let i=w("select",{id:t,change:()=>{r(i.value)}});for(let[s,c]of o)i.append(w("option",{value:s,selected:s===n},c));return w("label",{class:"choice"},w("span",{},e),i)}function Yn(e,t,o,n,r){return w("div",{class:"segments",role:"group","aria-label":e},...o.map(([i,s])=>w("button",{id:`${t}-${i}`,type:"button","aria-pressed":i===n?"true":"false",click:()=>{r(i)}},s)))}async function Jo(e){let t=navigator.clipboard;try{if(!t)throw new Error("no clipboard");await t.writeText(e)}catch{let o=w("textarea",{class:"sr"});o.value=e,document.body.append(o),o.select(),document.execCommand("copy"),o.remove()}}function qn(e,t){let o=t??e.run.manifest.layers;return o.find(n=>n.tag===e.choices.layer)??o[0]}function di(e,t){if(!t)return;let o=e.find(({run:i})=>i===t);if(o)return o;let[n]=e.filter(({run:i})=>t.endsWith(`/${i}`)).sort((i,s)=>s.run.length-i.run.length);if(n)return n;let r=e.filter(({run:i})=>i.endsWith(`/${t}`));return r.length===1?r[0]:void 0}function kt({run:e,manifest:t}){return pi(e,t.prefix)}function pi(e,t){let o=`/${t}`;return(e.endsWith(o)?e.slice(0,-o.length):e)||e}function qs(e){return e.map(t=>t.map(gu).join(",")+`\r
`).join("")}function gu(e){if(e==null)return"";if(typeof e=="number")return String(e);let t=/^[=+\-@\t\r]/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t}function mi(e,t){let o=document.createElement("a");o.href=URL.createObjectURL(t),o.download=e,o.click(),setTimeout(()=>{URL.revokeObjectURL(o.href)},1e4)}async function Zs(e,t){let o=[...e.querySelectorAll(".scroll")].map(v=>v.scrollWidth-v.clientWidth),n=Math.ceil(e.scrollWidth)+Math.max(0,...o),r=Math.ceil(e.scrollHeight),i=e.cloneNode(!0),s=e.querySelectorAll("canvas");i.querySelectorAll("canvas").forEach((v,E)=>{let C=s[E];if(!C)return;let S=document.createElement("img");S.src=C.toDataURL(),S.style.cssText=C.style.cssText,S.style.width=`${C.clientWidth}px`,S.style.height=`${C.clientHeight}px`,v.replaceWith(S)});let c=e.querySelectorAll("select");i.querySelectorAll("select").forEach((v,E)=>{let C=document.createElement("b");C.textContent=c[E]?.selectedOptions[0]?.textContent??"",v.replaceWith(C)});let a=document.createElement("div");a.className="picture",a.dataset.theme=document.documentElement.dataset.theme??"light",a.style.width=`${n}px`;let f=document.createElement("style");f.textContent=t,a.append(f,i);let p=new XMLSerializer().serializeToString(a),m=`<svg xmlns="http://www.w3.org/2000/svg" width="${n}" height="${r}"><foreignObject width="100%" height="100%">${p}</foreignObject></svg>`,g=new Image;g.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(m)}`,await g.decode();let y=document.createElement("canvas");y.width=2*n,y.height=2*r;let M=y.getContext("2d");if(!M)throw new Error("This browser gives no canvas to draw on.");return M.scale(2,2),M.drawImage(g,0,0),new Promise((v,E)=>{y.toBlob(C=>{C?v(C):E(new Error("The view is too large for one picture."))})})}var wu="uplot",bu="u-hz",yu="u-vt",xu="u-title",vu="u-wrap",Su="u-under",Mu="u-over",ku="u-axis",bn="u-off",_u="u-select",Lu="u-cursor-x",Eu="u-cursor-y",Tu="u-cursor-pt",Cu="u-legend",$u="u-live",Au="u-inline",Pu="u-series",Ru="u-marker",Js="u-label",Ou="u-value",Mo="width",ko="height";var Qs="bottom",Zn="left",hi="right",Pi="#000",Xs=Pi+"0",gi="mousemove",el="mousedown",wi="mouseup",tl="mouseenter",nl="mouseleave",ol="dblclick",Nu="resize",Du="scroll",rl="change",nr="dppxchange",Ri="--",oo=typeof window<"u",Si=oo?document:null,Qn=oo?window:null,Hu=oo?navigator:null,se,Qo;function Mi(){let e=devicePixelRatio;se!=e&&(se=e,Qo&&_i(rl,Qo,Mi),Qo=matchMedia(`(min-resolution: ${se-.001}dppx) and (max-resolution: ${se+.001}dppx)`),yn(rl,Qo,Mi),Qn.dispatchEvent(new CustomEvent(nr)))}function it(e,t){if(t!=null){let o=e.classList;!o.contains(t)&&o.add(t)}}function ki(e,t){let o=e.classList;o.contains(t)&&o.remove(t)}function be(e,t,o){e.style[t]=o+"px"}function _t(e,t,o,n){let r=Si.createElement(e);return t!=null&&it(r,t),o?.insertBefore(r,n),r}function ht(e,t){return _t("div",e,t)}var il=new WeakMap;function Dt(e,t,o,n,r){let i="translate("+t+"px,"+o+"px)",s=il.get(e);i!=s&&(e.style.transform=i,il.set(e,i),t<0||o<0||t>n||o>r?it(e,bn):ki(e,bn))}var sl=new WeakMap;function ll(e,t,o){let n=t+o,r=sl.get(e);n!=r&&(sl.set(e,n),e.style.background=t,e.style.borderColor=o)}var al=new WeakMap;function cl(e,t,o,n){let r=t+""+o,i=al.get(e);r!=i&&(al.set(e,r),e.style.height=o+"px",e.style.width=t+"px",e.style.marginLeft=n?-t/2+"px":0,e.style.marginTop=n?-o/2+"px":0)}var Oi={passive:!0},zu={...Oi,capture:!0};function yn(e,t,o,n){t.addEventListener(e,o,n?zu:Oi)}function _i(e,t,o,n){t.removeEventListener(e,o,Oi)}oo&&Mi();function Lt(e,t,o,n){let r;o=o||0,n=n||t.length-1;let i=n<=2147483647;for(;n-o>1;)r=i?o+n>>1:st((o+n)/2),t[r]<e?o=r:n=r;return e-t[o]<=t[n]-e?o:n}function Hl(e){return(o,n,r)=>{let i=-1,s=-1;for(let c=n;c<=r;c++)if(e(o[c])){i=c;break}for(let c=r;c>=n;c--)if(e(o[c])){s=c;break}return[i,s]}}var zl=e=>e!=null,Fl=e=>e!=null&&e>0,ir=Hl(zl),Fu=Hl(Fl);function Iu(e,t,o,n=0,r=!1){let i=r?Fu:ir,s=r?Fl:zl;[t,o]=i(e,t,o);let c=e[t],a=e[t];if(t>-1)if(n==1)c=e[t],a=e[o];else if(n==-1)c=e[o],a=e[t];else for(let f=t;f<=o;f++){let p=e[f];s(p)&&(p<c?c=p:p>a&&(a=p))}return[c??de,a??-de]}function sr(e,t,o,n){let r=dl(e),i=dl(t);e==t&&(r==-1?(e*=o,t/=o):(e/=o,t*=o));let s=o==10?Ut:Il,c=r==1?st:gt,a=i==1?gt:st,f=c(s(Ae(e))),p=a(s(Ae(t))),m=Xn(o,f),g=Xn(o,p);return o==10&&(f<0&&(m=pe(m,-f)),p<0&&(g=pe(g,-p))),n||o==2?(e=m*r,t=g*i):(e=Bl(e,m),t=lr(t,g)),[e,t]}function Ni(e,t,o,n){let r=sr(e,t,o,n);return e==0&&(r[0]=0),t==0&&(r[1]=0),r}var Di=.1,ul={mode:3,pad:Di},Lo={pad:0,soft:null,mode:0},Vu={min:Lo,max:Lo};function or(e,t,o,n){return ar(o)?fl(e,t,o):(Lo.pad=o,Lo.soft=n?0:null,Lo.mode=n?3:0,fl(e,t,Vu))}function re(e,t){return e??t}function Uu(e,t,o){for(t=re(t,0),o=re(o,e.length-1);t<=o;){if(e[t]!=null)return!0;t++}return!1}function fl(e,t,o){let n=o.min,r=o.max,i=re(n.pad,0),s=re(r.pad,0),c=re(n.hard,-de),a=re(r.hard,de),f=re(n.soft,de),p=re(r.soft,-de),m=re(n.mode,0),g=re(r.mode,0),y=t-e,M=Ut(y),v=qe(Ae(e),Ae(t)),E=Ut(v),C=Ae(E-M);(y<1e-24||C>10)&&(y=0,(e==0||t==0)&&(y=1e-24,m==2&&f!=de&&(i=0),g==2&&p!=-de&&(s=0)));let S=y||v||1e3,L=Ut(S),k=Xn(10,st(L)),D=S*(y==0?e==0?.1:1:i),N=pe(Bl(e-D,k/10),24),B=e>=f&&(m==1||m==3&&N<=f||m==2&&N>=f)?f:de,_=qe(c,N<B&&e>=B?B:Et(B,N)),P=S*(y==0?t==0?.1:1:s),O=pe(lr(t+P,k/10),24),A=t<=p&&(g==1||g==3&&O>=p||g==2&&O<=p)?p:-de,j=Et(a,O>A&&t<=A?A:qe(A,O));return _==j&&_==0&&(j=100),[_,j]}var Wu=new Intl.NumberFormat(oo?Hu.language:"en-US"),Hi=e=>Wu.format(e),lt=Math,tr=lt.PI,Ae=lt.abs,st=lt.floor,$e=lt.round,gt=lt.ceil,Et=lt.min,qe=lt.max,Xn=lt.pow,dl=lt.sign,Ut=lt.log10,Il=lt.log2,Bu=(e,t=1)=>lt.sinh(e)*t,bi=(e,t=1)=>lt.asinh(e/t),de=1/0;function pl(e){return(Ut((e^e>>31)-(e>>31))|0)+1}function Li(e,t,o){return Et(qe(e,t),o)}function Vl(e){return typeof e=="function"}function ee(e){return Vl(e)?e:()=>e}var ju=()=>{},Ul=e=>e,Wl=(e,t)=>t,Gu=e=>null,ml=e=>!0,hl=(e,t)=>e==t,Ku=/\.\d*?(?=9{6,}|0{6,})/gm,xn=e=>{if(Gl(e)||Xt.has(e))return e;let t=`${e}`,o=t.match(Ku);if(o==null)return e;let n=o[0].length-1;if(t.indexOf("e-")!=-1){let[r,i]=t.split("e");return+`${xn(r)}e${i}`}return pe(e,n)};function gn(e,t){return xn(pe(xn(e/t))*t)}function lr(e,t){return xn(gt(xn(e/t))*t)}function Bl(e,t){return xn(st(xn(e/t))*t)}function pe(e,t=0){if(Gl(e))return e;let o=10**t,n=e*o*(1+Number.EPSILON);return $e(n)/o}var Xt=new Map;function jl(e){return((""+e).split(".")[1]||"").length}function To(e,t,o,n){let r=[],i=n.map(jl);for(let s=t;s<o;s++){let c=Ae(s),a=pe(Xn(e,s),c);for(let f=0;f<n.length;f++){let p=e==10?+`${n[f]}e${s}`:n[f]*a,m=(s>=0?0:c)+(s>=i[f]?0:i[f]),g=e==10?p:pe(p,m);r.push(g),Xt.set(g,m)}}return r}var Eo={},zi=[],eo=[null,null],Qt=Array.isArray,Gl=Number.isInteger,Yu=e=>e===void 0;function gl(e){return typeof e=="string"}function ar(e){let t=!1;if(e!=null){let o=e.constructor;t=o==null||o==Object}return t}function qu(e){return e!=null&&typeof e=="object"}var Zu=Object.getPrototypeOf(Uint8Array),Kl="__proto__";function to(e,t=ar){let o;if(Qt(e)){let n=e.find(r=>r!=null);if(Qt(n)||t(n)){o=Array(e.length);for(let r=0;r<e.length;r++)o[r]=to(e[r],t)}else o=e.slice()}else if(e instanceof Zu)o=e.slice();else if(t(e)){o={};for(let n in e)n!=Kl&&(o[n]=to(e[n],t))}else o=e;return o}function Ee(e){let t=arguments;for(let o=1;o<t.length;o++){let n=t[o];for(let r in n)r!=Kl&&(ar(e[r])?Ee(e[r],to(n[r])):e[r]=to(n[r]))}return e}var Ju=0,Qu=1,Xu=2;function ef(e,t,o){for(let n=0,r,i=-1;n<t.length;n++){let s=t[n];if(s>i){for(r=s-1;r>=0&&e[r]==null;)e[r--]=null;for(r=s+1;r<o&&e[r]==null;)e[i=r++]=null}}}function tf(e,t){if(rf(e)){let s=e[0].slice();for(let c=1;c<e.length;c++)s.push(...e[c].slice(1));return sf(s[0])||(s=of(s)),s}let o=new Set;for(let s=0;s<e.length;s++){let a=e[s][0],f=a.length;for(let p=0;p<f;p++)o.add(a[p])}let n=[Array.from(o).sort((s,c)=>s-c)],r=n[0].length,i=new Map;for(let s=0;s<r;s++)i.set(n[0][s],s);for(let s=0;s<e.length;s++){let c=e[s],a=c[0];for(let f=1;f<c.length;f++){let p=c[f],m=Array(r).fill(void 0),g=t?t[s][f]:Qu,y=[];for(let M=0;M<p.length;M++){let v=p[M],E=i.get(a[M]);v===null?g!=Ju&&(m[E]=v,g==Xu&&y.push(E)):m[E]=v}ef(m,y,r),n.push(m)}}return n}var nf=typeof queueMicrotask>"u"?e=>Promise.resolve().then(e):queueMicrotask;function of(e){let t=e[0],o=t.length,n=Array(o);for(let i=0;i<n.length;i++)n[i]=i;n.sort((i,s)=>t[i]-t[s]);let r=[];for(let i=0;i<e.length;i++){let s=e[i],c=Array(o);for(let a=0;a<o;a++)c[a]=s[n[a]];r.push(c)}return r}function rf(e){let t=e[0][0],o=t.length;for(let n=1;n<e.length;n++){let r=e[n][0];if(r.length!=o)return!1;if(r!=t){for(let i=0;i<o;i++)if(r[i]!=t[i])return!1}}return!0}function sf(e,t=100){let o=e.length;if(o<=1)return!0;let n=0,r=o-1;for(;n<=r&&e[n]==null;)n++;for(;r>=n&&e[r]==null;)r--;if(r<=n)return!0;let i=qe(1,st((r-n+1)/t));for(let s=e[n],c=n+i;c<=r;c+=i){let a=e[c];if(a!=null){if(a<=s)return!1;s=a}}return!0}var Yl=["January","February","March","April","May","June","July","August","September","October","November","December"],ql=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function Zl(e){return e.slice(0,3)}var lf=ql.map(Zl),af=Yl.map(Zl),cf={MMMM:Yl,MMM:af,WWWW:ql,WWW:lf};function So(e){return(e<10?"0":"")+e}function uf(e){return(e<10?"00":e<100?"0":"")+e}var ff={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+"").slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>So(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>So(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>So(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?"PM":"AM",aa:e=>e.getHours()>=12?"pm":"am",a:e=>e.getHours()>=12?"p":"a",mm:e=>So(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>So(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>uf(e.getMilliseconds())};function Fi(e,t){t=t||cf;let o=[],n=/\{([a-z]+)\}|[^{]+/gi,r;for(;r=n.exec(e);)o.push(r[0][0]=="{"?ff[r[1]]:r[0]);return i=>{let s="";for(let c=0;c<o.length;c++)s+=typeof o[c]=="string"?o[c]:o[c](i,t);return s}}var df=new Intl.DateTimeFormat().resolvedOptions().timeZone;function pf(e,t){let o;return t=="UTC"||t=="Etc/UTC"?o=new Date(+e+e.getTimezoneOffset()*6e4):t==df?o=e:(o=new Date(e.toLocaleString("en-US",{timeZone:t})),o.setMilliseconds(e.getMilliseconds())),o}var Jl=e=>e%1==0,rr=[1,2,2.5,5],mf=To(10,-32,0,rr),Ql=To(10,0,32,rr),hf=Ql.filter(Jl),wn=mf.concat(Ql),Ii=`
`,Xl="{YYYY}",wl=Ii+Xl,ea="{M}/{D}",_o=Ii+ea,Xo=_o+"/{YY}",ta="{aa}",gf="{h}:{mm}",Jn=gf+ta,bl=Ii+Jn,yl=":{ss}",ae=null;function na(e){let t=e*1e3,o=t*60,n=o*60,r=n*24,i=r*30,s=r*365,a=(e==1?To(10,0,3,rr).filter(Jl):To(10,-3,0,rr)).concat([t,t*5,t*10,t*15,t*30,o,o*5,o*10,o*15,o*30,n,n*2,n*3,n*4,n*6,n*8,n*12,r,r*2,r*3,r*4,r*5,r*6,r*7,r*8,r*9,r*10,r*15,i,i*2,i*3,i*4,i*6,s,s*2,s*5,s*10,s*25,s*50,s*100]),f=[[s,Xl,ae,ae,ae,ae,ae,ae,1],[r*28,"{MMM}",wl,ae,ae,ae,ae,ae,1],[r,ea,wl,ae,ae,ae,ae,ae,1],[n,"{h}"+ta,Xo,ae,_o,ae,ae,ae,1],[o,Jn,Xo,ae,_o,ae,ae,ae,1],[t,yl,Xo+" "+Jn,ae,_o+" "+Jn,ae,bl,ae,1],[e,yl+".{fff}",Xo+" "+Jn,ae,_o+" "+Jn,ae,bl,ae,1]];function p(m){return(g,y,M,v,E,C)=>{let S=[],L=E>=s,k=E>=i&&E<s,D=m(M),N=pe(D*e,3),B=yi(D.getFullYear(),L?0:D.getMonth(),k||L?1:D.getDate()),_=pe(B*e,3);if(k||L){let P=k?E/i:0,O=L?E/s:0,A=N==_?N:pe(yi(B.getFullYear()+O,B.getMonth()+P,1)*e,3),j=new Date($e(A/e)),I=j.getFullYear(),q=j.getMonth();for(let K=0;A<=v;K++){let te=yi(I+O*K,q+P*K,1),G=te-m(pe(te*e,3));A=pe((+te+G)*e,3),A<=v&&S.push(A)}}else{let P=E>=r?r:E,O=st(M)-st(N),A=_+O+lr(N-_,P);S.push(A);let j=m(A),I=j.getHours()+j.getMinutes()/o+j.getSeconds()/n,q=E/n,K=g.axes[y]._space,te=C/K;for(;A=pe(A+E,e==1?0:3),!(A>v);)if(q>1){let G=st(pe(I+q,6))%24,ne=m(A).getHours()-G;ne>1&&(ne=-1),A-=ne*n,I=(I+q)%24;let ue=S[S.length-1];pe((A-ue)/E,3)*te>=.7&&S.push(A)}else S.push(A)}return S}}return[a,f,p]}var[wf,bf,yf]=na(1),[xf,vf,Sf]=na(.001);To(2,-53,53,[1]);function xl(e,t){return e.map(o=>o.map((n,r)=>r==0||r==8||n==null?n:t(r==1||o[8]==0?n:o[1]+n)))}function vl(e,t){return(o,n,r,i,s)=>{let c=t.find(M=>s>=M[0])||t[t.length-1],a,f,p,m,g,y;return n.map(M=>{let v=e(M),E=v.getFullYear(),C=v.getMonth(),S=v.getDate(),L=v.getHours(),k=v.getMinutes(),D=v.getSeconds(),N=E!=a&&c[2]||C!=f&&c[3]||S!=p&&c[4]||L!=m&&c[5]||k!=g&&c[6]||D!=y&&c[7]||c[1];return a=E,f=C,p=S,m=L,g=k,y=D,N(v)})}}function Mf(e,t){let o=Fi(t);return(n,r,i,s,c)=>r.map(a=>o(e(a)))}function yi(e,t,o){return new Date(e,t,o)}function Sl(e,t){return t(e)}var kf="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function Ml(e,t){return(o,n,r,i)=>i==null?Ri:t(e(n))}function _f(e,t){let o=e.series[t];return o.width?o.stroke(e,t):o.points.width?o.points.stroke(e,t):null}function Lf(e,t){return e.series[t].fill(e,t)}var Ef={show:!0,live:!0,isolate:!1,mount:ju,markers:{show:!0,width:2,stroke:_f,fill:Lf,dash:"solid"},idx:null,idxs:null,values:[]};function Tf(e,t){let o=e.cursor.points,n=ht(),r=o.size(e,t);be(n,Mo,r),be(n,ko,r);let i=r/-2;be(n,"marginLeft",i),be(n,"marginTop",i);let s=o.width(e,t,r);return s&&be(n,"borderWidth",s),n}function Cf(e,t){let o=e.series[t].points;return o._fill||o._stroke}function $f(e,t){let o=e.series[t].points;return o._stroke||o._fill}function Af(e,t){return e.series[t].points.size}var xi=[0,0];function Pf(e,t,o){return xi[0]=t,xi[1]=o,xi}function er(e,t,o,n=!0){return r=>{r.button==0&&(!n||r.target==t)&&o(r)}}function vi(e,t,o,n=!0){return r=>{(!n||r.target==t)&&o(r)}}var Rf={show:!0,x:!0,y:!0,lock:!1,move:Pf,points:{one:!1,show:Tf,size:Af,width:0,stroke:$f,fill:Cf},bind:{mousedown:er,mouseup:er,click:er,dblclick:er,mousemove:vi,mouseleave:vi,mouseenter:vi},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,o,n,r)=>n-r,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},oa={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},Vi=Ee({},oa,{filter:Wl}),ra=Ee({},Vi,{size:10}),ia=Ee({},oa,{show:!1}),Ui='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',sa="bold "+Ui,la=1.5,kl={show:!0,scale:"x",stroke:Pi,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:sa,side:2,grid:Vi,ticks:ra,border:ia,font:Ui,lineGap:la,rotate:0},Of="Value",Nf="Time",_l={show:!0,scale:"x",auto:!1,sorted:1,min:de,max:-de,idxs:[]};function Df(e,t,o,n,r){return t.map(i=>i==null?"":Hi(i))}function Hf(e,t,o,n,r,i,s){let c=[],a=Xt.get(r)||0;o=s?o:pe(lr(o,r),a);for(let f=o;f<=n;f=pe(f+r,a))c.push(Object.is(f,-0)?0:f);return c}function Ei(e,t,o,n,r,i,s){let c=[],a=e.scales[e.axes[t].scale].log,f=a==10?Ut:Il,p=st(f(o));r=Xn(a,p),a==10&&(r=wn[Lt(r,wn)]);let m=o,g=r*a;a==10&&(g=wn[Lt(g,wn)]);do c.push(m),m=m+r,a==10&&!Xt.has(m)&&(m=pe(m,Xt.get(r))),m>=g&&(r=m,g=r*a,a==10&&(g=wn[Lt(g,wn)]));while(m<=n);return c}function zf(e,t,o,n,r,i,s){let a=e.scales[e.axes[t].scale].asinh,f=n>a?Ei(e,t,qe(a,o),n,r):[a],p=n>=0&&o<=0?[0]:[];return(o<-a?Ei(e,t,qe(a,-n),-o,r):[a]).reverse().map(g=>-g).concat(p,f)}var aa=/./,Ff=/[12357]/,If=/[125]/,Ll=/1/,Ti=(e,t,o,n)=>e.map((r,i)=>t==4&&r==0||i%n==0&&o.test(r.toExponential()[r<0?1:0])?r:null);function Vf(e,t,o,n,r){let i=e.axes[o],s=i.scale,c=e.scales[s],a=e.valToPos,f=i._space,p=a(10,s),m=a(9,s)-p>=f?aa:a(7,s)-p>=f?Ff:a(5,s)-p>=f?If:Ll;if(m==Ll){let g=Ae(a(1,s)-p);if(g<f)return Ti(t.slice().reverse(),c.distr,m,gt(f/g)).reverse()}return Ti(t,c.distr,m,1)}function Uf(e,t,o,n,r){let i=e.axes[o],s=i.scale,c=i._space,a=e.valToPos,f=Ae(a(1,s)-a(2,s));return f<c?Ti(t.slice().reverse(),3,aa,gt(c/f)).reverse():t}function Wf(e,t,o,n){return n==null?Ri:t==null?"":Hi(t)}var El={show:!0,scale:"y",stroke:Pi,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:sa,side:3,grid:Vi,ticks:ra,border:ia,font:Ui,lineGap:la,rotate:0};function Bf(e,t){let o=3+(e||1)*2;return pe(o*t,3)}function jf(e,t){let{scale:o,idxs:n}=e.series[0],r=e._data[0],i=e.valToPos(r[n[0]],o,!0),s=e.valToPos(r[n[1]],o,!0),c=Ae(s-i),a=e.series[t],f=c/(a.points.space*se);return n[1]-n[0]<=f}var Tl={scale:null,auto:!0,sorted:0,min:de,max:-de},ca=(e,t,o,n,r)=>r,Cl={show:!0,auto:!0,sorted:0,gaps:ca,alpha:1,facets:[Ee({},Tl,{scale:"x"}),Ee({},Tl,{scale:"y"})]},$l={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:ca,alpha:1,points:{show:jf,filter:null},values:null,min:de,max:-de,idxs:[],path:null,clip:null};function Gf(e,t,o,n,r){return o/10}var ua={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},Kf=Ee({},ua,{time:!1,ori:1}),Al={};function fa(e,t){let o=Al[e];return o||(o={key:e,plots:[],sub(n){o.plots.push(n)},unsub(n){o.plots=o.plots.filter(r=>r!=n)},pub(n,r,i,s,c,a,f){for(let p=0;p<o.plots.length;p++)o.plots[p]!=r&&o.plots[p].pub(n,r,i,s,c,a,f)}},e!=null&&(Al[e]=o)),o}var no=1,Ci=2;function vn(e,t,o){let n=e.mode,r=e.series[t],i=n==2?e._data[t]:e._data,s=e.scales,c=e.bbox,a=i[0],f=n==2?i[1]:i[t],p=n==2?s[r.facets[0].scale]:s[e.series[0].scale],m=n==2?s[r.facets[1].scale]:s[r.scale],g=c.left,y=c.top,M=c.width,v=c.height,E=e.valToPosH,C=e.valToPosV;return p.ori==0?o(r,a,f,p,m,E,C,g,y,M,v,ur,ro,dr,pa,ha):o(r,a,f,p,m,C,E,y,g,v,M,fr,io,ji,ma,ga)}function Wi(e,t){let o=0,n=0,r=re(e.bands,zi);for(let i=0;i<r.length;i++){let s=r[i];s.series[0]==t?o=s.dir:s.series[1]==t&&(s.dir==1?n|=1:n|=2)}return[o,n==1?-1:n==2?1:n==3?2:0]}function Yf(e,t,o,n,r){let i=e.mode,s=e.series[t],c=i==2?s.facets[1].scale:s.scale,a=e.scales[c];return r==-1?a.min:r==1?a.max:a.distr==3?a.dir==1?a.min:a.max:0}function Wt(e,t,o,n,r,i){return vn(e,t,(s,c,a,f,p,m,g,y,M,v,E)=>{let C=s.pxRound,S=f.dir*(f.ori==0?1:-1),L=f.ori==0?ro:io,k,D;S==1?(k=o,D=n):(k=n,D=o);let N=C(m(c[k],f,v,y)),B=C(g(a[k],p,E,M)),_=C(m(c[D],f,v,y)),P=C(g(i==1?p.max:p.min,p,E,M)),O=new Path2D(r);return L(O,_,P),L(O,N,P),L(O,N,B),O})}function cr(e,t,o,n,r,i){let s=null;if(e.length>0){s=new Path2D;let c=t==0?dr:ji,a=o;for(let m=0;m<e.length;m++){let g=e[m];if(g[1]>g[0]){let y=g[0]-a;y>0&&c(s,a,n,y,n+i),a=g[1]}}let f=o+r-a,p=10;f>0&&c(s,a,n-p/2,f,n+i+p)}return s}function qf(e,t,o){let n=e[e.length-1];n&&n[0]==t?n[1]=o:e.push([t,o])}function Bi(e,t,o,n,r,i,s){let c=[],a=e.length;for(let f=r==1?o:n;f>=o&&f<=n;f+=r)if(t[f]===null){let m=f,g=f;if(r==1)for(;++f<=n&&t[f]===null;)g=f;else for(;--f>=o&&t[f]===null;)g=f;let y=i(e[m]),M=g==m?y:i(e[g]),v=m-r;y=s<=0&&v>=0&&v<a?i(e[v]):y;let C=g+r;M=s>=0&&C>=0&&C<a?i(e[C]):M,M>=y&&c.push([y,M])}return c}function Pl(e){return e==0?Ul:e==1?$e:t=>gn(t,e)}function da(e){let t=e==0?ur:fr,o=e==0?(r,i,s,c,a,f)=>{r.arcTo(i,s,c,a,f)}:(r,i,s,c,a,f)=>{r.arcTo(s,i,a,c,f)},n=e==0?(r,i,s,c,a)=>{r.rect(i,s,c,a)}:(r,i,s,c,a)=>{r.rect(s,i,a,c)};return(r,i,s,c,a,f=0,p=0)=>{f==0&&p==0?n(r,i,s,c,a):(f=Et(f,c/2,a/2),p=Et(p,c/2,a/2),t(r,i+f,s),o(r,i+c,s,i+c,s+a,f),o(r,i+c,s+a,i,s+a,p),o(r,i,s+a,i,s,p),o(r,i,s,i+c,s,f),r.closePath())}}var ur=(e,t,o)=>{e.moveTo(t,o)},fr=(e,t,o)=>{e.moveTo(o,t)},ro=(e,t,o)=>{e.lineTo(t,o)},io=(e,t,o)=>{e.lineTo(o,t)},dr=da(0),ji=da(1),pa=(e,t,o,n,r,i)=>{e.arc(t,o,n,r,i)},ma=(e,t,o,n,r,i)=>{e.arc(o,t,n,r,i)},ha=(e,t,o,n,r,i,s)=>{e.bezierCurveTo(t,o,n,r,i,s)},ga=(e,t,o,n,r,i,s)=>{e.bezierCurveTo(o,t,r,n,s,i)};function wa(e){return(t,o,n,r,i)=>vn(t,o,(s,c,a,f,p,m,g,y,M,v,E)=>{let{pxRound:C,points:S}=s,L,k;f.ori==0?(L=ur,k=pa):(L=fr,k=ma);let D=pe(S.width*se,3),N=(S.size-S.width)/2*se,B=pe(N*2,3),_=new Path2D,P=new Path2D,{left:O,top:A,width:j,height:I}=t.bbox;dr(P,O-B,A-B,j+B*2,I+B*2);let q=K=>{if(a[K]!=null){let te=C(m(c[K],f,v,y)),G=C(g(a[K],p,E,M));L(_,te+N,G),k(_,te,G,N,0,tr*2)}};if(i)i.forEach(q);else for(let K=n;K<=r;K++)q(K);return{stroke:D>0?_:null,fill:_,clip:P,flags:no|Ci}})}function ba(e){return(t,o,n,r,i,s)=>{n!=r&&(i!=n&&s!=n&&e(t,o,n),i!=r&&s!=r&&e(t,o,r),e(t,o,s))}}var Zf=ba(ro),Jf=ba(io);function ya(e){let t=re(e?.alignGaps,0);return(o,n,r,i)=>vn(o,n,(s,c,a,f,p,m,g,y,M,v,E)=>{[r,i]=ir(a,r,i);let C=s.pxRound,S=I=>C(m(I,f,v,y)),L=I=>C(g(I,p,E,M)),k,D;f.ori==0?(k=ro,D=Zf):(k=io,D=Jf);let N=f.dir*(f.ori==0?1:-1),B={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:no},_=B.stroke,P=!1;if(i-r>=v*4){let I=U=>o.posToVal(U,f.key,!0),q=null,K=null,te,G,Je,xe=S(c[N==1?r:i]),ne=S(c[r]),ue=S(c[i]),Q=I(N==1?ne+1:ue-1);for(let U=N==1?r:i;U>=r&&U<=i;U+=N){let Te=c[U],ve=(N==1?Te<Q:Te>Q)?xe:S(Te),le=a[U];ve==xe?le!=null?(G=le,q==null?(k(_,ve,L(G)),te=q=K=G):G<q?q=G:G>K&&(K=G)):le===null&&(P=!0):(q!=null&&D(_,xe,L(q),L(K),L(te),L(G)),le!=null?(G=le,k(_,ve,L(G)),q=K=te=G):(q=K=null,le===null&&(P=!0)),xe=ve,Q=I(xe+N))}q!=null&&q!=K&&Je!=xe&&D(_,xe,L(q),L(K),L(te),L(G))}else for(let I=N==1?r:i;I>=r&&I<=i;I+=N){let q=a[I];q===null?P=!0:q!=null&&k(_,S(c[I]),L(q))}let[A,j]=Wi(o,n);if(s.fill!=null||A!=0){let I=B.fill=new Path2D(_),q=s.fillTo(o,n,s.min,s.max,A),K=L(q),te=S(c[r]),G=S(c[i]);N==-1&&([G,te]=[te,G]),k(I,G,K),k(I,te,K)}if(!s.spanGaps){let I=[];P&&I.push(...Bi(c,a,r,i,N,S,t)),B.gaps=I=s.gaps(o,n,r,i,I),B.clip=cr(I,f.ori,y,M,v,E)}return j!=0&&(B.band=j==2?[Wt(o,n,r,i,_,-1),Wt(o,n,r,i,_,1)]:Wt(o,n,r,i,_,j)),B})}function Qf(e){let t=re(e.align,1),o=re(e.ascDesc,!1),n=re(e.alignGaps,0),r=re(e.extend,!1);return(i,s,c,a)=>vn(i,s,(f,p,m,g,y,M,v,E,C,S,L)=>{[c,a]=ir(m,c,a);let k=f.pxRound,{left:D,width:N}=i.bbox,B=ne=>k(M(ne,g,S,E)),_=ne=>k(v(ne,y,L,C)),P=g.ori==0?ro:io,O={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:no},A=O.stroke,j=g.dir*(g.ori==0?1:-1),I=_(m[j==1?c:a]),q=B(p[j==1?c:a]),K=q,te=q;r&&t==-1&&(te=D,P(A,te,I)),P(A,q,I);for(let ne=j==1?c:a;ne>=c&&ne<=a;ne+=j){let ue=m[ne];if(ue==null)continue;let Q=B(p[ne]),U=_(ue);t==1?P(A,Q,I):P(A,K,U),P(A,Q,U),I=U,K=Q}let G=K;r&&t==1&&(G=D+N,P(A,G,I));let[Je,xe]=Wi(i,s);if(f.fill!=null||Je!=0){let ne=O.fill=new Path2D(A),ue=f.fillTo(i,s,f.min,f.max,Je),Q=_(ue);P(ne,G,Q),P(ne,te,Q)}if(!f.spanGaps){let ne=[];ne.push(...Bi(p,m,c,a,j,B,n));let ue=f.width*se/2,Q=o||t==1?ue:-ue,U=o||t==-1?-ue:ue;ne.forEach(Te=>{Te[0]+=Q,Te[1]+=U}),O.gaps=ne=f.gaps(i,s,c,a,ne),O.clip=cr(ne,g.ori,E,C,S,L)}return xe!=0&&(O.band=xe==2?[Wt(i,s,c,a,A,-1),Wt(i,s,c,a,A,1)]:Wt(i,s,c,a,A,xe)),O})}function Rl(e,t,o,n,r,i,s=de){if(e.length>1){let c=null;for(let a=0,f=1/0;a<e.length;a++)if(t[a]!==void 0){if(c!=null){let p=Ae(e[a]-e[c]);p<f&&(f=p,s=Ae(o(e[a],n,r,i)-o(e[c],n,r,i)))}c=a}}return s}function Xf(e){e=e||Eo;let t=re(e.size,[.6,de,1]),o=e.align||0,n=e.gap||0,r=e.radius;r=r==null?[0,0]:typeof r=="number"?[r,0]:r;let i=ee(r),s=1-t[0],c=re(t[1],de),a=re(t[2],1),f=re(e.disp,Eo),p=re(e.each,y=>{}),{fill:m,stroke:g}=f;return(y,M,v,E)=>vn(y,M,(C,S,L,k,D,N,B,_,P,O,A)=>{let j=C.pxRound,I=o,q=n*se,K=c*se,te=a*se,G,Je;k.ori==0?[G,Je]=i(y,M):[Je,G]=i(y,M);let xe=k.dir*(k.ori==0?1:-1),ne=k.ori==0?dr:ji,ue=k.ori==0?p:(F,me,Ce,Pn,an,$t,cn)=>{p(F,me,Ce,an,Pn,cn,$t)},Q=re(y.bands,zi).find(F=>F.series[0]==M),U=Q!=null?Q.dir:0,Te=C.fillTo(y,M,C.min,C.max,U),Be=j(B(Te,D,A,P)),ve,le,yt,et=O,Me=j(C.width*se),Ct=!1,zt=null,ct=null,Gt=null,Cn=null;m!=null&&(Me==0||g!=null)&&(Ct=!0,zt=m.values(y,M,v,E),ct=new Map,new Set(zt).forEach(F=>{F!=null&&ct.set(F,new Path2D)}),Me>0&&(Gt=g.values(y,M,v,E),Cn=new Map,new Set(Gt).forEach(F=>{F!=null&&Cn.set(F,new Path2D)})));let{x0:$n,size:mo}=f;if($n!=null&&mo!=null){I=1,S=$n.values(y,M,v,E),$n.unit==2&&(S=S.map(Ce=>y.posToVal(_+Ce*O,k.key,!0)));let F=mo.values(y,M,v,E);mo.unit==2?le=F[0]*O:le=N(F[0],k,O,_)-N(0,k,O,_),et=Rl(S,L,N,k,O,_,et),yt=et-le+q}else et=Rl(S,L,N,k,O,_,et),yt=et*s+q,le=et-yt;yt<1&&(yt=0),Me>=le/2&&(Me=0),yt<5&&(j=Ul);let zo=yt>0,sn=et-yt-(zo?Me:0);le=j(Li(sn,te,K)),ve=(I==0?le/2:I==xe?0:le)-I*xe*((I==0?q/2:0)+(zo?Me/2:0));let je={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},An=Ct?null:new Path2D,Ft=null;if(Q!=null)Ft=y.data[Q.series[1]];else{let{y0:F,y1:me}=f;F!=null&&me!=null&&(L=me.values(y,M,v,E),Ft=F.values(y,M,v,E))}let ln=G*le,J=Je*le;for(let F=xe==1?v:E;F>=v&&F<=E;F+=xe){let me=L[F];if(me==null)continue;if(Ft!=null){let Qe=Ft[F]??0;if(me-Qe==0)continue;Be=B(Qe,D,A,P)}let Ce=k.distr!=2||f!=null?S[F]:F,Pn=N(Ce,k,O,_),an=B(re(me,Te),D,A,P),$t=j(Pn-ve),cn=j(qe(an,Be)),tt=j(Et(an,Be)),ut=cn-tt;if(me!=null){let Qe=me<0?J:ln,xt=me<0?ln:J;Ct?(Me>0&&Gt[F]!=null&&ne(Cn.get(Gt[F]),$t,tt+st(Me/2),le,qe(0,ut-Me),Qe,xt),zt[F]!=null&&ne(ct.get(zt[F]),$t,tt+st(Me/2),le,qe(0,ut-Me),Qe,xt)):ne(An,$t,tt+st(Me/2),le,qe(0,ut-Me),Qe,xt),ue(y,M,F,$t-Me/2,tt,le+Me,ut)}}return Me>0?je.stroke=Ct?Cn:An:Ct||(je._fill=C.width==0?C._fill:C._stroke??C._fill,je.width=0),je.fill=Ct?ct:An,je})}function ed(e,t){let o=re(t?.alignGaps,0);return(n,r,i,s)=>vn(n,r,(c,a,f,p,m,g,y,M,v,E,C)=>{[i,s]=ir(f,i,s);let S=c.pxRound,L=G=>S(g(G,p,E,M)),k=G=>S(y(G,m,C,v)),D,N,B;p.ori==0?(D=ur,B=ro,N=ha):(D=fr,B=io,N=ga);let _=p.dir*(p.ori==0?1:-1),P=L(a[_==1?i:s]),O=P,A=[],j=[];for(let G=_==1?i:s;G>=i&&G<=s;G+=_)if(f[G]!=null){let xe=a[G],ne=L(xe);A.push(O=ne),j.push(k(f[G]))}let I={stroke:e(A,j,D,B,N,S),fill:null,clip:null,band:null,gaps:null,flags:no},q=I.stroke,[K,te]=Wi(n,r);if(c.fill!=null||K!=0){let G=I.fill=new Path2D(q),Je=c.fillTo(n,r,c.min,c.max,K),xe=k(Je);B(G,O,xe),B(G,P,xe)}if(!c.spanGaps){let G=[];G.push(...Bi(a,f,i,s,_,L,o)),I.gaps=G=c.gaps(n,r,i,s,G),I.clip=cr(G,p.ori,M,v,E,C)}return te!=0&&(I.band=te==2?[Wt(n,r,i,s,q,-1),Wt(n,r,i,s,q,1)]:Wt(n,r,i,s,q,te)),I})}function td(e){return ed(nd,e)}function nd(e,t,o,n,r,i){let s=e.length;if(s<2)return null;let c=new Path2D;if(o(c,e[0],t[0]),s==2)n(c,e[1],t[1]);else{let a=Array(s),f=Array(s-1),p=Array(s-1),m=Array(s-1);for(let g=0;g<s-1;g++)p[g]=t[g+1]-t[g],m[g]=e[g+1]-e[g],f[g]=p[g]/m[g];a[0]=f[0];for(let g=1;g<s-1;g++)f[g]===0||f[g-1]===0||f[g-1]>0!=f[g]>0?a[g]=0:(a[g]=3*(m[g-1]+m[g])/((2*m[g]+m[g-1])/f[g-1]+(m[g]+2*m[g-1])/f[g]),isFinite(a[g])||(a[g]=0));a[s-1]=f[s-2];for(let g=0;g<s-1;g++)r(c,e[g]+m[g]/3,t[g]+a[g]*m[g]/3,e[g+1]-m[g]/3,t[g+1]-a[g+1]*m[g]/3,e[g+1],t[g+1])}return c}var $i=new Set;function Ol(){for(let e of $i)e.syncRect(!0)}oo&&(yn(Nu,Qn,Ol),yn(Du,Qn,Ol,!0),yn(nr,Qn,()=>{Ve.pxRatio=se}));var od=ya(),rd=wa();function Nl(e,t,o,n){return(n?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((i,s)=>Ai(i,s,t,o))}function id(e,t){return e.map((o,n)=>n==0?{}:Ee({},t,o))}function Ai(e,t,o,n){return Ee({},t==0?o:n,e)}function xa(e,t,o){return t==null?eo:[t,o]}var sd=xa;function ld(e,t,o){return t==null?eo:or(t,o,Di,!0)}function va(e,t,o,n){return t==null?eo:sr(t,o,e.scales[n].log,!1)}var ad=va;function Sa(e,t,o,n){return t==null?eo:Ni(t,o,e.scales[n].log,!1)}var cd=Sa;function ud(e,t,o,n,r){let i=qe(pl(e),pl(t)),s=t-e,c=Lt(r/n*s,o);do{let a=o[c],f=n*a/s;if(f>=r&&i+(a<5?Xt.get(a):0)<=17)return[a,f]}while(++c<o.length);return[0,0]}function Dl(e){let t,o;return e=e.replace(/(\d+)px/,(n,r)=>(t=$e((o=+r)*se))+"px"),[e,t,o]}function fd(e){e.show&&[e.font,e.labelFont].forEach(t=>{let o=pe(t[2]*se,1);t[0]=t[0].replace(/[0-9.]+px/,o+"px"),t[1]=o})}function Ve(e,t,o){let n={mode:re(e.mode,1)},r=n.mode;function i(l,u,d,h){let b=u.valToPct(l);return h+d*(u.dir==-1?1-b:b)}function s(l,u,d,h){let b=u.valToPct(l);return h+d*(u.dir==-1?b:1-b)}function c(l,u,d,h){return u.ori==0?i(l,u,d,h):s(l,u,d,h)}n.valToPosH=i,n.valToPosV=s;let a=!1;n.status=0;let f=n.root=ht(wu);if(e.id!=null&&(f.id=e.id),it(f,e.class),e.title){let l=ht(xu,f);l.textContent=e.title}let p=_t("canvas"),m=n.ctx=p.getContext("2d"),g=ht(vu,f);yn("click",g,l=>{l.target===M&&(he!=Wn||Se!=Bn)&&Fe.click(n,l)},!0);let y=n.under=ht(Su,g);g.appendChild(p);let M=n.over=ht(Mu,g);e=to(e);let v=+re(e.pxAlign,1),E=Pl(v);(e.plugins||[]).forEach(l=>{l.opts&&(e=l.opts(n,e)||e)});let C=e.ms||.001,S=n.series=r==1?Nl(e.series||[],_l,$l,!1):id(e.series||[null],Cl),L=n.axes=Nl(e.axes||[],kl,El,!0),k=n.scales={},D=n.bands=e.bands||[];D.forEach(l=>{l.fill=ee(l.fill||null),l.dir=re(l.dir,-1)});let N=r==2?S[1].facets[0].scale:S[0].scale,B={axes:Jc,series:Gc},_=(e.drawOrder||["axes","series"]).map(l=>B[l]);function P(l){let u=l.distr==3?d=>Ut(d>0?d:l.clamp(n,d,l.min,l.max,l.key)):l.distr==4?d=>bi(d,l.asinh):l.distr==100?d=>l.fwd(d):d=>d;return d=>{let h=u(d),{_min:b,_max:x}=l,T=x-b;return(h-b)/T}}function O(l){let u=k[l];if(u==null){let d=(e.scales||Eo)[l]||Eo;if(d.from!=null){O(d.from);let h=Ee({},k[d.from],d,{key:l});h.valToPct=P(h),k[l]=h}else{u=k[l]=Ee({},l==N?ua:Kf,d),u.key=l;let h=u.time,b=u.range,x=Qt(b);if((l!=N||r==2&&!h)&&(x&&(b[0]==null||b[1]==null)&&(b={min:b[0]==null?ul:{mode:1,hard:b[0],soft:b[0]},max:b[1]==null?ul:{mode:1,hard:b[1],soft:b[1]}},x=!1),!x&&ar(b))){let T=b;b=($,R,H)=>R==null?eo:or(R,H,T)}u.range=ee(b||(h?sd:l==N?u.distr==3?ad:u.distr==4?cd:xa:u.distr==3?va:u.distr==4?Sa:ld)),u.auto=ee(x?!1:u.auto),u.clamp=ee(u.clamp||Gf),u._min=u._max=null,u.valToPct=P(u)}}}O("x"),O("y"),r==1&&S.forEach(l=>{O(l.scale)}),L.forEach(l=>{O(l.scale)});for(let l in e.scales)O(l);let A=k[N],j=A.distr,I,q;A.ori==0?(it(f,bu),I=i,q=s):(it(f,yu),I=s,q=i);let K={};for(let l in k){let u=k[l];(u.min!=null||u.max!=null)&&(K[l]={min:u.min,max:u.max},u.min=u.max=null)}let te=e.tzDate||(l=>new Date($e(l/C))),G=e.fmtDate||Fi,Je=C==1?yf(te):Sf(te),xe=vl(te,xl(C==1?bf:vf,G)),ne=Ml(te,Sl(kf,G)),ue=[],Q=n.legend=Ee({},Ef,e.legend),U=n.cursor=Ee({},Rf,{drag:{y:r==2}},e.cursor),Te=Q.show,Be=U.show,ve=Q.markers;Q.idxs=ue,ve.width=ee(ve.width),ve.dash=ee(ve.dash),ve.stroke=ee(ve.stroke),ve.fill=ee(ve.fill);let le,yt,et,Me=[],Ct=[],zt,ct=!1,Gt={};if(Q.live){let l=S[1]?S[1].values:null;ct=l!=null,zt=ct?l(n,1,0):{_:0};for(let u in zt)Gt[u]=Ri}if(Te)if(le=_t("table",Cu,f),et=_t("tbody",null,le),Q.mount(n,le),ct){yt=_t("thead",null,le,et);let l=_t("tr",null,yt);_t("th",null,l);for(var Cn in zt)_t("th",Js,l).textContent=Cn}else it(le,Au),Q.live&&it(le,$u);let $n={show:!0},mo={show:!1};function zo(l,u){if(u==0&&(ct||!Q.live||r==2))return eo;let d=[],h=_t("tr",Pu,et,et.childNodes[u]);it(h,l.class),l.show||it(h,bn);let b=_t("th",null,h);if(ve.show){let $=ht(Ru,b);if(u>0){let R=ve.width(n,u);R&&($.style.border=R+"px "+ve.dash(n,u)+" "+ve.stroke(n,u)),$.style.background=ve.fill(n,u)}}let x=ht(Js,b);l.label instanceof HTMLElement?x.appendChild(l.label):x.textContent=l.label,u>0&&(ve.show||(x.style.color=l.width>0?ve.stroke(n,u):ve.fill(n,u)),je("click",b,$=>{if(U._lock)return;fn($);let R=S.indexOf(l);if(($.ctrlKey||$.metaKey)!=Q.isolate){let H=S.some((z,V)=>V>0&&V!=R&&z.show);S.forEach((z,V)=>{V>0&&Pt(V,H?V==R?$n:mo:$n,!0,Le.setSeries)})}else Pt(R,{show:!l.show},!0,Le.setSeries)},!1),On&&je(tl,b,$=>{U._lock||(fn($),Pt(S.indexOf(l),Gn,!0,Le.setSeries))},!1));for(var T in zt){let $=_t("td",Ou,h);$.textContent="--",d.push($)}return[h,d]}let sn=new Map;function je(l,u,d,h=!0){let b=sn.get(u)||{},x=U.bind[l](n,u,d,h);x&&(yn(l,u,b[l]=x),sn.set(u,b))}function An(l,u,d){let h=sn.get(u)||{};for(let b in h)(l==null||b==l)&&(_i(b,u,h[b]),delete h[b]);l==null&&sn.delete(u)}let Ft=0,ln=0,J=0,F=0,me=0,Ce=0,Pn=me,an=Ce,$t=J,cn=F,tt=0,ut=0,Qe=0,xt=0;n.bbox={};let Ur=!1,Fo=!1,Rn=!1,un=!1,Io=!1,ft=!1;function Wr(l,u,d){(d||l!=n.width||u!=n.height)&&ds(l,u),Fn(!1),Rn=!0,Fo=!0,In()}function ds(l,u){n.width=Ft=J=l,n.height=ln=F=u,me=Ce=0,Fc(),Ic();let d=n.bbox;tt=d.left=gn(me*se,.5),ut=d.top=gn(Ce*se,.5),Qe=d.width=gn(J*se,.5),xt=d.height=gn(F*se,.5)}let Dc=3;function Hc(){let l=!1,u=0;for(;!l;){u++;let d=qc(u),h=Zc(u);l=u==Dc||d&&h,l||(ds(n.width,n.height),Fo=!0)}}function zc({width:l,height:u}){Wr(l,u)}n.setSize=zc;function Fc(){let l=!1,u=!1,d=!1,h=!1;L.forEach((b,x)=>{if(b.show&&b._show){let{side:T,_size:$}=b,R=T%2,H=b.label!=null?b.labelSize:0,z=$+H;z>0&&(R?(J-=z,T==3?(me+=z,h=!0):d=!0):(F-=z,T==0?(Ce+=z,l=!0):u=!0))}}),dn[0]=l,dn[1]=d,dn[2]=u,dn[3]=h,J-=Kt[1]+Kt[3],me+=Kt[3],F-=Kt[2]+Kt[0],Ce+=Kt[0]}function Ic(){let l=me+J,u=Ce+F,d=me,h=Ce;function b(x,T){switch(x){case 1:return l+=T,l-T;case 2:return u+=T,u-T;case 3:return d-=T,d+T;case 0:return h-=T,h+T}}L.forEach((x,T)=>{if(x.show&&x._show){let $=x.side;x._pos=b($,x._size),x.label!=null&&(x._lpos=b($,x.labelSize))}})}if(U.dataIdx==null){let l=U.hover,u=l.skip=new Set(l.skip??[]);u.add(void 0);let d=l.prox=ee(l.prox),h=l.bias??=0;U.dataIdx=(b,x,T,$)=>{if(x==0)return T;let R=T,H=d(b,x,T,$)??de,z=H>=0&&H<de,V=A.ori==0?J:F,Z=U.left,ie=t[0],oe=t[x];if(u.has(oe[T])){R=null;let X=null,Y=null,W;if(h==0||h==-1)for(W=T;X==null&&W-- >0;)u.has(oe[W])||(X=W);if(h==0||h==1)for(W=T;Y==null&&W++<oe.length;)u.has(oe[W])||(Y=W);if(X!=null||Y!=null)if(z){let we=X==null?-1/0:I(ie[X],A,V,0),ke=Y==null?1/0:I(ie[Y],A,V,0),He=Z-we,fe=ke-Z;He<=fe?He<=H&&(R=X):fe<=H&&(R=Y)}else R=Y==null?X:X==null?Y:T-X<=Y-T?X:Y}else z&&Ae(Z-I(ie[T],A,V,0))>H&&(R=null);return R}}let fn=l=>{U.event=l};U.idxs=ue,U._lock=!1;let We=U.points;We.show=ee(We.show),We.size=ee(We.size),We.stroke=ee(We.stroke),We.width=ee(We.width),We.fill=ee(We.fill);let At=n.focus=Ee({},e.focus||{alpha:.3},U.focus),On=At.prox>=0,Nn=On&&We.one,dt=[],Dn=[],Hn=[];function ps(l,u){let d=We.show(n,u);if(d instanceof HTMLElement)return it(d,Tu),it(d,l.class),Dt(d,-10,-10,J,F),M.insertBefore(d,dt[u]),d}function ms(l,u){if(r==1||u>0){let d=r==1&&k[l.scale].time,h=l.value;l.value=d?gl(h)?Ml(te,Sl(h,G)):h||ne:h||Wf,l.label=l.label||(d?Nf:Of)}if(Nn||u>0){l.width=l.width==null?1:l.width,l.paths=l.paths||od||Gu,l.fillTo=ee(l.fillTo||Yf),l.pxAlign=+re(l.pxAlign,v),l.pxRound=Pl(l.pxAlign),l.stroke=ee(l.stroke||null),l.fill=ee(l.fill||null),l._stroke=l._fill=l._paths=l._focus=null;let d=Bf(qe(1,l.width),1),h=l.points=Ee({},{size:d,width:qe(1,d*.2),stroke:l.stroke,space:d*2,paths:rd,_stroke:null,_fill:null},l.points);h.show=ee(h.show),h.filter=ee(h.filter),h.fill=ee(h.fill),h.stroke=ee(h.stroke),h.paths=ee(h.paths),h.pxAlign=l.pxAlign}if(Te){let d=zo(l,u);Me.splice(u,0,d[0]),Ct.splice(u,0,d[1]),Q.values.push(null)}if(Be){ue.splice(u,0,null);let d=null;Nn?u==0&&(d=ps(l,u)):u>0&&(d=ps(l,u)),dt.splice(u,0,d),Dn.splice(u,0,0),Hn.splice(u,0,0)}De("addSeries",u)}function Vc(l,u){u=u??S.length,l=r==1?Ai(l,u,_l,$l):Ai(l,u,{},Cl),S.splice(u,0,l),ms(S[u],u)}n.addSeries=Vc;function Uc(l){if(S.splice(l,1),Te){Q.values.splice(l,1),Ct.splice(l,1);let u=Me.splice(l,1)[0];An(null,u.firstChild),u.remove()}Be&&(ue.splice(l,1),dt.splice(l,1)[0].remove(),Dn.splice(l,1),Hn.splice(l,1)),De("delSeries",l)}n.delSeries=Uc;let dn=[!1,!1,!1,!1];function Wc(l,u){if(l._show=l.show,l.show){let d=l.side%2,h=k[l.scale];h==null&&(l.scale=d?S[1].scale:N,h=k[l.scale]);let b=h.time;l.size=ee(l.size),l.space=ee(l.space),l.rotate=ee(l.rotate),Qt(l.incrs)&&l.incrs.forEach(T=>{!Xt.has(T)&&Xt.set(T,jl(T))}),l.incrs=ee(l.incrs||(h.distr==2?hf:b?C==1?wf:xf:wn)),l.splits=ee(l.splits||(b&&h.distr==1?Je:h.distr==3?Ei:h.distr==4?zf:Hf)),l.stroke=ee(l.stroke),l.grid.stroke=ee(l.grid.stroke),l.ticks.stroke=ee(l.ticks.stroke),l.border.stroke=ee(l.border.stroke);let x=l.values;l.values=Qt(x)&&!Qt(x[0])?ee(x):b?Qt(x)?vl(te,xl(x,G)):gl(x)?Mf(te,x):x||xe:x||Df,l.filter=ee(l.filter||(h.distr>=3&&h.log==10?Vf:h.distr==3&&h.log==2?Uf:Wl)),l.font=Dl(l.font),l.labelFont=Dl(l.labelFont),l._size=l.size(n,null,u,0),l._space=l._rotate=l._incrs=l._found=l._splits=l._values=null,l._size>0&&(dn[u]=!0,l._el=ht(ku,g))}}function ho(l,u,d,h){let[b,x,T,$]=d,R=u%2,H=0;return R==0&&($||x)&&(H=u==0&&!b||u==2&&!T?$e(kl.size/3):0),R==1&&(b||T)&&(H=u==1&&!x||u==3&&!$?$e(El.size/2):0),H}let hs=n.padding=(e.padding||[ho,ho,ho,ho]).map(l=>ee(re(l,ho))),Kt=n._padding=hs.map((l,u)=>l(n,u,dn,0)),ze,Pe=null,Re=null,Vo=r==1?S[0].idxs:null,vt=null,go=!1;function gs(l,u){if(t=l??[],n.data=n._data=t,r==2){ze=0;for(let d=1;d<S.length;d++)ze+=t[d][0].length}else{t.length==0&&(n.data=n._data=t=[[]]),vt=t[0],ze=vt.length;let d=t;if(j==2){d=t.slice();let h=d[0]=Array(ze);for(let b=0;b<ze;b++)h[b]=b}n._data=t=d}if(Fn(!0),De("setData"),j==2&&(Rn=!0),u!==!1){let d=A;d.auto(n,go)?Br():qt(N,d.min,d.max),un=un||U.left>=0,ft=!0,In()}}n.setData=gs;function Br(){go=!0;let l,u;r==1&&(ze>0?(Pe=Vo[0]=0,Re=Vo[1]=ze-1,l=t[0][Pe],u=t[0][Re],j==2?(l=Pe,u=Re):l==u&&(j==3?[l,u]=sr(l,l,A.log,!1):j==4?[l,u]=Ni(l,l,A.log,!1):A.time?u=l+$e(86400/C):[l,u]=or(l,u,Di,!0))):(Pe=Vo[0]=l=null,Re=Vo[1]=u=null)),qt(N,l,u)}let Uo,zn,jr,Gr,Kr,Yr,qr,Zr,Jr,Xe;function ws(l,u,d,h,b,x){l??=Xs,d??=zi,h??="butt",b??=Xs,x??="round",l!=Uo&&(m.strokeStyle=Uo=l),b!=zn&&(m.fillStyle=zn=b),u!=jr&&(m.lineWidth=jr=u),x!=Kr&&(m.lineJoin=Kr=x),h!=Yr&&(m.lineCap=Yr=h),d!=Gr&&m.setLineDash(Gr=d)}function bs(l,u,d,h){u!=zn&&(m.fillStyle=zn=u),l!=qr&&(m.font=qr=l),d!=Zr&&(m.textAlign=Zr=d),h!=Jr&&(m.textBaseline=Jr=h)}function Qr(l,u,d,h,b=0){if(h.length>0&&l.auto(n,go)&&(u==null||u.min==null)){let x=re(Pe,0),T=re(Re,h.length-1),$=d.min==null?Iu(h,x,T,b,l.distr==3):[d.min,d.max];l.min=Et(l.min,d.min=$[0]),l.max=qe(l.max,d.max=$[1])}}let ys={min:null,max:null};function Bc(){for(let h in k){let b=k[h];K[h]==null&&(b.min==null||K[N]!=null&&b.auto(n,go))&&(K[h]=ys)}for(let h in k){let b=k[h];K[h]==null&&b.from!=null&&K[b.from]!=null&&(K[h]=ys)}K[N]!=null&&Fn(!0);let l={};for(let h in K){let b=K[h];if(b!=null){let x=l[h]=to(k[h],qu);if(b.min!=null)Ee(x,b);else if(h!=N||r==2)if(ze==0&&x.from==null){let T=x.range(n,null,null,h);x.min=T[0],x.max=T[1]}else x.min=de,x.max=-de}}if(ze>0){S.forEach((h,b)=>{if(r==1){let x=h.scale,T=K[x];if(T==null)return;let $=l[x];if(b==0){let R=$.range(n,$.min,$.max,x);$.min=R[0],$.max=R[1],Pe=Lt($.min,t[0]),Re=Lt($.max,t[0]),Re-Pe>1&&(t[0][Pe]<$.min&&Pe++,t[0][Re]>$.max&&Re--),h.min=vt[Pe],h.max=vt[Re]}else h.show&&h.auto&&Qr($,T,h,t[b],h.sorted);h.idxs[0]=Pe,h.idxs[1]=Re}else if(b>0&&h.show&&h.auto){let[x,T]=h.facets,$=x.scale,R=T.scale,[H,z]=t[b],V=l[$],Z=l[R];V!=null&&Qr(V,K[$],x,H,x.sorted),Z!=null&&Qr(Z,K[R],T,z,T.sorted),h.min=T.min,h.max=T.max}});for(let h in l){let b=l[h],x=K[h];if(b.from==null&&(x==null||x.min==null)){let T=b.range(n,b.min==de?null:b.min,b.max==-de?null:b.max,h);b.min=T[0],b.max=T[1]}}}for(let h in l){let b=l[h];if(b.from!=null){let x=l[b.from];if(x.min==null)b.min=b.max=null;else{let T=b.range(n,x.min,x.max,h);b.min=T[0],b.max=T[1]}}}let u={},d=!1;for(let h in l){let b=l[h],x=k[h];if(x.min!=b.min||x.max!=b.max){x.min=b.min,x.max=b.max;let T=x.distr;x._min=T==3?Ut(x.min):T==4?bi(x.min,x.asinh):T==100?x.fwd(x.min):x.min,x._max=T==3?Ut(x.max):T==4?bi(x.max,x.asinh):T==100?x.fwd(x.max):x.max,u[h]=d=!0}}if(d){S.forEach((h,b)=>{r==2?b>0&&u.y&&(h._paths=null):u[h.scale]&&(h._paths=null)});for(let h in u)Rn=!0,De("setScale",h);Be&&U.left>=0&&(un=ft=!0)}for(let h in K)K[h]=null}function jc(l){let u=Li(Pe-1,0,ze-1),d=Li(Re+1,0,ze-1);for(;l[u]==null&&u>0;)u--;for(;l[d]==null&&d<ze-1;)d++;return[u,d]}function Gc(){if(ze>0){let l=S.some(u=>u._focus)&&Xe!=At.alpha;l&&(m.globalAlpha=Xe=At.alpha),S.forEach((u,d)=>{if(d>0&&u.show&&(xs(d,!1),xs(d,!0),u._paths==null)){let h=Xe;Xe!=u.alpha&&(m.globalAlpha=Xe=u.alpha);let b=r==2?[0,t[d][0].length-1]:jc(t[d]);u._paths=u.paths(n,d,b[0],b[1]),Xe!=h&&(m.globalAlpha=Xe=h)}}),S.forEach((u,d)=>{if(d>0&&u.show){let h=Xe;Xe!=u.alpha&&(m.globalAlpha=Xe=u.alpha),u._paths!=null&&vs(d,!1);{let b=u._paths!=null?u._paths.gaps:null,x=u.points.show(n,d,Pe,Re,b),T=u.points.filter(n,d,x,b);(x||T)&&(u.points._paths=u.points.paths(n,d,Pe,Re,T),vs(d,!0))}Xe!=h&&(m.globalAlpha=Xe=h),De("drawSeries",d)}}),l&&(m.globalAlpha=Xe=1)}}function xs(l,u){let d=u?S[l].points:S[l];d._stroke=d.stroke(n,l),d._fill=d.fill(n,l)}function vs(l,u){let d=u?S[l].points:S[l],{stroke:h,fill:b,clip:x,flags:T,_stroke:$=d._stroke,_fill:R=d._fill,_width:H=d.width}=d._paths;H=pe(H*se,3);let z=null,V=H%2/2;u&&R==null&&(R=H>0?"#fff":$);let Z=d.pxAlign==1&&V>0;if(Z&&m.translate(V,V),!u){let ie=tt-H/2,oe=ut-H/2,X=Qe+H,Y=xt+H;z=new Path2D,z.rect(ie,oe,X,Y)}u?Xr($,H,d.dash,d.cap,R,h,b,T,x):Kc(l,$,H,d.dash,d.cap,R,h,b,T,z,x),Z&&m.translate(-V,-V)}function Kc(l,u,d,h,b,x,T,$,R,H,z){let V=!1;R!=0&&D.forEach((Z,ie)=>{if(Z.series[0]==l){let oe=S[Z.series[1]],X=t[Z.series[1]],Y=(oe._paths||Eo).band;Qt(Y)&&(Y=Z.dir==1?Y[0]:Y[1]);let W,we=null;oe.show&&Y&&Uu(X,Pe,Re)?(we=Z.fill(n,ie)||x,W=oe._paths.clip):Y=null,Xr(u,d,h,b,we,T,$,R,H,z,W,Y),V=!0}}),V||Xr(u,d,h,b,x,T,$,R,H,z)}let Ss=no|Ci;function Xr(l,u,d,h,b,x,T,$,R,H,z,V){ws(l,u,d,h,b),(R||H||V)&&(m.save(),R&&m.clip(R),H&&m.clip(H)),V?($&Ss)==Ss?(m.clip(V),z&&m.clip(z),Bo(b,T),Wo(l,x,u)):$&Ci?(Bo(b,T),m.clip(V),Wo(l,x,u)):$&no&&(m.save(),m.clip(V),z&&m.clip(z),Bo(b,T),m.restore(),Wo(l,x,u)):(Bo(b,T),Wo(l,x,u)),(R||H||V)&&m.restore()}function Wo(l,u,d){d>0&&(u instanceof Map?u.forEach((h,b)=>{m.strokeStyle=Uo=b,m.stroke(h)}):u!=null&&l&&m.stroke(u))}function Bo(l,u){u instanceof Map?u.forEach((d,h)=>{m.fillStyle=zn=h,m.fill(d)}):u!=null&&l&&m.fill(u)}function Yc(l,u,d,h){let b=L[l],x;if(h<=0)x=[0,0];else{let T=b._space=b.space(n,l,u,d,h),$=b._incrs=b.incrs(n,l,u,d,h,T);x=ud(u,d,$,h,T)}return b._found=x}function ei(l,u,d,h,b,x,T,$,R,H){let z=T%2/2;v==1&&m.translate(z,z),ws($,T,R,H,$),m.beginPath();let V,Z,ie,oe,X=b+(h==0||h==3?-x:x);d==0?(Z=b,oe=X):(V=b,ie=X);for(let Y=0;Y<l.length;Y++)u[Y]!=null&&(d==0?V=ie=l[Y]:Z=oe=l[Y],m.moveTo(V,Z),m.lineTo(ie,oe));m.stroke(),v==1&&m.translate(-z,-z)}function qc(l){let u=!0;return L.forEach((d,h)=>{if(!d.show)return;let b=k[d.scale];if(b.min==null){d._show&&(u=!1,d._show=!1,Fn(!1));return}else d._show||(u=!1,d._show=!0,Fn(!1));let x=d.side,T=x%2,{min:$,max:R}=b,[H,z]=Yc(h,$,R,T==0?J:F);if(z==0)return;let V=b.distr==2,Z=d._splits=d.splits(n,h,$,R,H,z,V),ie=b.distr==2?Z.map(W=>vt[W]):Z,oe=b.distr==2?vt[Z[1]]-vt[Z[0]]:H,X=d._values=d.values(n,d.filter(n,ie,h,z,oe),h,z,oe);d._rotate=x==2?d.rotate(n,X,h,z):0;let Y=d._size;d._size=gt(d.size(n,X,h,l)),Y!=null&&d._size!=Y&&(u=!1)}),u}function Zc(l){let u=!0;return hs.forEach((d,h)=>{let b=d(n,h,dn,l);b!=Kt[h]&&(u=!1),Kt[h]=b}),u}function Jc(){for(let l=0;l<L.length;l++){let u=L[l];if(!u.show||!u._show)continue;let d=u.side,h=d%2,b,x,T=u.stroke(n,l),$=d==0||d==3?-1:1,[R,H]=u._found;if(u.label!=null){let Ke=u.labelGap*$,rt=$e((u._lpos+Ke)*se);bs(u.labelFont[0],T,"center",d==2?"top":Qs),m.save(),h==1?(b=x=0,m.translate(rt,$e(ut+xt/2)),m.rotate((d==3?-tr:tr)/2)):(b=$e(tt+Qe/2),x=rt);let hn=Vl(u.label)?u.label(n,l,R,H):u.label;m.fillText(hn,b,x),m.restore()}if(H==0)continue;let z=k[u.scale],V=h==0?Qe:xt,Z=h==0?tt:ut,ie=u._splits,oe=z.distr==2?ie.map(Ke=>vt[Ke]):ie,X=z.distr==2?vt[ie[1]]-vt[ie[0]]:R,Y=u.ticks,W=u.border,we=Y.show?Y.size:0,ke=$e(we*se),He=$e((u.alignTo==2?u._size-we-u.gap:u.gap)*se),fe=u._rotate*-tr/180,_e=E(u._pos*se),nt=(ke+He)*$,Ge=_e+nt;x=h==0?Ge:0,b=h==1?Ge:0;let pt=u.font[0],St=u.align==1?Zn:u.align==2?hi:fe>0?Zn:fe<0?hi:h==0?"center":d==3?hi:Zn,Ot=fe||h==1?"middle":d==2?"top":Qs;bs(pt,T,St,Ot);let ot=u.font[1]*u.lineGap,mt=ie.map(Ke=>E(c(Ke,z,V,Z))),Mt=u._values;for(let Ke=0;Ke<Mt.length;Ke++){let rt=Mt[Ke];if(rt!=null){h==0?b=mt[Ke]:x=mt[Ke],rt=""+rt;let hn=rt.indexOf(`
`)==-1?[rt]:rt.split(/\n/gm);for(let Ye=0;Ye<hn.length;Ye++){let Vs=hn[Ye];fe?(m.save(),m.translate(b,x+Ye*ot),m.rotate(fe),m.fillText(Vs,0,0),m.restore()):m.fillText(Vs,b,x+Ye*ot)}}}Y.show&&ei(mt,Y.filter(n,oe,l,H,X),h,d,_e,ke,pe(Y.width*se,3),Y.stroke(n,l),Y.dash,Y.cap);let Nt=u.grid;Nt.show&&ei(mt,Nt.filter(n,oe,l,H,X),h,h==0?2:1,h==0?ut:tt,h==0?xt:Qe,pe(Nt.width*se,3),Nt.stroke(n,l),Nt.dash,Nt.cap),W.show&&ei([_e],[1],h==0?1:0,h==0?1:2,h==1?ut:tt,h==1?xt:Qe,pe(W.width*se,3),W.stroke(n,l),W.dash,W.cap)}De("drawAxes")}function Fn(l){S.forEach((u,d)=>{d>0&&(u._paths=null,l&&(r==1?(u.min=null,u.max=null):u.facets.forEach(h=>{h.min=null,h.max=null})))})}let jo=!1,ti=!1,wo=[];function Qc(){ti=!1;for(let l=0;l<wo.length;l++)De(...wo[l]);wo.length=0}function In(){jo||(nf(Ms),jo=!0)}function Xc(l,u=!1){jo=!0,ti=u,l(n),Ms(),u&&wo.length>0&&queueMicrotask(Qc)}n.batch=Xc;function Ms(){if(Ur&&(Bc(),Ur=!1),Rn&&(Hc(),Rn=!1),Fo){if(be(y,Zn,me),be(y,"top",Ce),be(y,Mo,J),be(y,ko,F),be(M,Zn,me),be(M,"top",Ce),be(M,Mo,J),be(M,ko,F),be(g,Mo,Ft),be(g,ko,ln),p.width=$e(Ft*se),p.height=$e(ln*se),L.forEach(({_el:l,_show:u,_size:d,_pos:h,side:b})=>{if(l!=null)if(u){let x=b===3||b===0?d:0,T=b%2==1;be(l,T?"left":"top",h-x),be(l,T?"width":"height",d),be(l,T?"top":"left",T?Ce:me),be(l,T?"height":"width",T?F:J),ki(l,bn)}else it(l,bn)}),Uo=zn=jr=Kr=Yr=qr=Zr=Jr=Gr=null,Xe=1,xo(!0),me!=Pn||Ce!=an||J!=$t||F!=cn){Fn(!1);let l=J/$t,u=F/cn;if(Be&&!un&&U.left>=0){U.left*=l,U.top*=u,Vn&&Dt(Vn,$e(U.left),0,J,F),Un&&Dt(Un,0,$e(U.top),J,F);for(let d=0;d<dt.length;d++){let h=dt[d];h!=null&&(Dn[d]*=l,Hn[d]*=u,Dt(h,gt(Dn[d]),gt(Hn[d]),J,F))}}if(ge.show&&!Io&&ge.left>=0&&ge.width>0){ge.left*=l,ge.width*=l,ge.top*=u,ge.height*=u;for(let d in li)be(jn,d,ge[d])}Pn=me,an=Ce,$t=J,cn=F}De("setSize"),Fo=!1}Ft>0&&ln>0&&(m.clearRect(0,0,p.width,p.height),De("drawClear"),_.forEach(l=>l()),De("draw")),ge.show&&Io&&(Go(ge),Io=!1),Be&&un&&(mn(null,!0,!1),un=!1),Q.show&&Q.live&&ft&&(ii(),ft=!1),a||(a=!0,n.status=1,De("ready")),go=!1,jo=!1}n.redraw=(l,u)=>{Rn=u||!1,l!==!1?qt(N,A.min,A.max):In()};function ni(l,u){let d=k[l];if(d.from==null){if(ze==0){let h=d.range(n,u.min,u.max,l);u.min=h[0],u.max=h[1]}if(u.min>u.max){let h=u.min;u.min=u.max,u.max=h}if(ze>1&&u.min!=null&&u.max!=null&&u.max-u.min<1e-16)return;l==N&&d.distr==2&&ze>0&&(u.min=Lt(u.min,t[0]),u.max=Lt(u.max,t[0]),u.min==u.max&&u.max++),K[l]=u,Ur=!0,In()}}n.setScale=ni;let oi,ri,Vn,Un,ks,_s,Wn,Bn,Ls,Es,he,Se,Yt=!1,Fe=U.drag,Oe=Fe.x,Ne=Fe.y;Be&&(U.x&&(oi=ht(Lu,M)),U.y&&(ri=ht(Eu,M)),A.ori==0?(Vn=oi,Un=ri):(Vn=ri,Un=oi),he=U.left,Se=U.top);let ge=n.select=Ee({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),jn=ge.show?ht(_u,ge.over?M:y):null;function Go(l,u){if(ge.show){for(let d in l)ge[d]=l[d],d in li&&be(jn,d,l[d]);u!==!1&&De("setSelect")}}n.setSelect=Go;function eu(l){if(S[l].show)Te&&ki(Me[l],bn);else if(Te&&it(Me[l],bn),Be){let d=Nn?dt[0]:dt[l];d!=null&&Dt(d,-10,-10,J,F)}}function qt(l,u,d){ni(l,{min:u,max:d})}function Pt(l,u,d,h){u.focus!=null&&iu(l),u.show!=null&&S.forEach((b,x)=>{x>0&&(l==x||l==null)&&(b.show=u.show,eu(x),r==2?(qt(b.facets[0].scale,null,null),qt(b.facets[1].scale,null,null)):qt(b.scale,null,null),In())}),d!==!1&&De("setSeries",l,u),h&&vo("setSeries",n,l,u)}n.setSeries=Pt;function tu(l,u){Ee(D[l],u)}function nu(l,u){l.fill=ee(l.fill||null),l.dir=re(l.dir,-1),u=u??D.length,D.splice(u,0,l)}function ou(l){l==null?D.length=0:D.splice(l,1)}n.addBand=nu,n.setBand=tu,n.delBand=ou;function ru(l,u){S[l].alpha=u,Be&&dt[l]!=null&&(dt[l].style.opacity=u),Te&&Me[l]&&(Me[l].style.opacity=u)}let It,Zt,pn,Gn={focus:!0};function iu(l){if(l!=pn){let u=l==null,d=At.alpha!=1;S.forEach((h,b)=>{if(r==1||b>0){let x=u||b==0||b==l;h._focus=u?null:x,d&&ru(b,x?1:At.alpha)}}),pn=l,d&&In()}}Te&&On&&je(nl,le,l=>{U._lock||(fn(l),pn!=null&&Pt(null,Gn,!0,Le.setSeries))});function Rt(l,u,d){let h=k[u];d&&(l=l/se-(h.ori==1?Ce:me));let b=J;h.ori==1&&(b=F,l=b-l),h.dir==-1&&(l=b-l);let x=h._min,T=h._max,$=l/b,R=x+(T-x)*$,H=h.distr;return H==3?Xn(10,R):H==4?Bu(R,h.asinh):H==100?h.bwd(R):R}function su(l,u){let d=Rt(l,N,u);return Lt(d,t[0],Pe,Re)}n.valToIdx=l=>Lt(l,t[0]),n.posToIdx=su,n.posToVal=Rt,n.valToPos=(l,u,d)=>k[u].ori==0?i(l,k[u],d?Qe:J,d?tt:0):s(l,k[u],d?xt:F,d?ut:0),n.setCursor=(l,u,d)=>{he=l.left,Se=l.top,mn(null,u,d)};function Ts(l,u){be(jn,Zn,ge.left=l),be(jn,Mo,ge.width=u)}function Cs(l,u){be(jn,"top",ge.top=l),be(jn,ko,ge.height=u)}let bo=A.ori==0?Ts:Cs,yo=A.ori==1?Ts:Cs;function lu(){if(Te&&Q.live)for(let l=r==2?1:0;l<S.length;l++){if(l==0&&ct)continue;let u=Q.values[l],d=0;for(let h in u)Ct[l][d++].firstChild.nodeValue=u[h]}}function ii(l,u){if(l!=null&&(l.idxs?l.idxs.forEach((d,h)=>{ue[h]=d}):Yu(l.idx)||ue.fill(l.idx),Q.idx=ue[0]),Te&&Q.live){for(let d=0;d<S.length;d++)(d>0||r==1&&!ct)&&au(d,ue[d]);lu()}ft=!1,u!==!1&&De("setLegend")}n.setLegend=ii;function au(l,u){let d=S[l],h=l==0&&j==2?vt:t[l],b;ct?b=d.values(n,l,u)??Gt:(b=d.value(n,u==null?null:h[u],l,u),b=b==null?Gt:{_:b}),Q.values[l]=b}function mn(l,u,d){Ls=he,Es=Se,[he,Se]=U.move(n,he,Se),U.left=he,U.top=Se,Be&&(Vn&&Dt(Vn,$e(he),0,J,F),Un&&Dt(Un,0,$e(Se),J,F));let h,b=Pe>Re;It=de,Zt=null;let x=A.ori==0?J:F,T=A.ori==1?J:F;if(he<0||ze==0||b){h=U.idx=null;for(let $=0;$<S.length;$++){let R=dt[$];R!=null&&Dt(R,-10,-10,J,F)}On&&Pt(null,Gn,!0,l==null&&Le.setSeries),Q.live&&(ue.fill(h),ft=!0)}else{let $,R,H;r==1&&($=A.ori==0?he:Se,R=Rt($,N),h=U.idx=Lt(R,t[0],Pe,Re),H=I(t[0][h],A,x,0));let z=-10,V=-10,Z=0,ie=0,oe=!0,X="",Y="";for(let W=r==2?1:0;W<S.length;W++){let we=S[W],ke=ue[W],He=ke==null?null:r==1?t[W][ke]:t[W][1][ke],fe=U.dataIdx(n,W,h,R),_e=fe==null?null:r==1?t[W][fe]:t[W][1][fe];if(ft=ft||_e!=He||fe!=ke,ue[W]=fe,W>0&&we.show){let nt=fe==null?-10:fe==h?H:I(r==1?t[0][fe]:t[W][0][fe],A,x,0),Ge=_e==null?-10:q(_e,r==1?k[we.scale]:k[we.facets[1].scale],T,0);if(On&&_e!=null){let pt=A.ori==1?he:Se,St=Ae(At.dist(n,W,fe,Ge,pt));if(St<It){let Ot=At.bias;if(Ot!=0){let ot=Rt(pt,we.scale),mt=_e>=0?1:-1,Mt=ot>=0?1:-1;Mt==mt&&(Mt==1?Ot==1?_e>=ot:_e<=ot:Ot==1?_e<=ot:_e>=ot)&&(It=St,Zt=W)}else It=St,Zt=W}}if(ft||Nn){let pt,St;A.ori==0?(pt=nt,St=Ge):(pt=Ge,St=nt);let Ot,ot,mt,Mt,Nt,Ke,rt=!0,hn=We.bbox;if(hn!=null){rt=!1;let Ye=hn(n,W);mt=Ye.left,Mt=Ye.top,Ot=Ye.width,ot=Ye.height}else mt=pt,Mt=St,Ot=ot=We.size(n,W);if(Ke=We.fill(n,W),Nt=We.stroke(n,W),Nn)W==Zt&&It<=At.prox&&(z=mt,V=Mt,Z=Ot,ie=ot,oe=rt,X=Ke,Y=Nt);else{let Ye=dt[W];Ye!=null&&(Dn[W]=mt,Hn[W]=Mt,cl(Ye,Ot,ot,rt),ll(Ye,Ke,Nt),Dt(Ye,gt(mt),gt(Mt),J,F))}}}}if(Nn){let W=At.prox,we=pn==null?It<=W:It>W||Zt!=pn;if(ft||we){let ke=dt[0];ke!=null&&(Dn[0]=z,Hn[0]=V,cl(ke,Z,ie,oe),ll(ke,X,Y),Dt(ke,gt(z),gt(V),J,F))}}}if(ge.show&&Yt)if(l!=null){let[$,R]=Le.scales,[H,z]=Le.match,[V,Z]=l.cursor.sync.scales,ie=l.cursor.drag;if(Oe=ie._x,Ne=ie._y,Oe||Ne){let{left:oe,top:X,width:Y,height:W}=l.select,we=l.scales[V].ori,ke=l.posToVal,He,fe,_e,nt,Ge,pt=$!=null&&H($,V),St=R!=null&&z(R,Z);pt&&Oe?(we==0?(He=oe,fe=Y):(He=X,fe=W),_e=k[$],nt=I(ke(He,V),_e,x,0),Ge=I(ke(He+fe,V),_e,x,0),bo(Et(nt,Ge),Ae(Ge-nt))):bo(0,x),St&&Ne?(we==1?(He=oe,fe=Y):(He=X,fe=W),_e=k[R],nt=q(ke(He,Z),_e,T,0),Ge=q(ke(He+fe,Z),_e,T,0),yo(Et(nt,Ge),Ae(Ge-nt))):yo(0,T)}else ai()}else{let $=Ae(Ls-ks),R=Ae(Es-_s);if(A.ori==1){let Z=$;$=R,R=Z}Oe=Fe.x&&$>=Fe.dist,Ne=Fe.y&&R>=Fe.dist;let H=Fe.uni;H!=null?Oe&&Ne&&(Oe=$>=H,Ne=R>=H,!Oe&&!Ne&&(R>$?Ne=!0:Oe=!0)):Fe.x&&Fe.y&&(Oe||Ne)&&(Oe=Ne=!0);let z,V;Oe&&(A.ori==0?(z=Wn,V=he):(z=Bn,V=Se),bo(Et(z,V),Ae(V-z)),Ne||yo(0,T)),Ne&&(A.ori==1?(z=Wn,V=he):(z=Bn,V=Se),yo(Et(z,V),Ae(V-z)),Oe||bo(0,x)),!Oe&&!Ne&&(bo(0,0),yo(0,0))}if(Fe._x=Oe,Fe._y=Ne,l==null){if(d){if(Is!=null){let[$,R]=Le.scales;Le.values[0]=$!=null?Rt(A.ori==0?he:Se,$):null,Le.values[1]=R!=null?Rt(A.ori==1?he:Se,R):null}vo(gi,n,he,Se,J,F,h)}if(On){let $=d&&Le.setSeries,R=At.prox;pn==null?It<=R&&Pt(Zt,Gn,!0,$):It>R?Pt(null,Gn,!0,$):Zt!=pn&&Pt(Zt,Gn,!0,$)}}ft&&(Q.idx=h,ii()),u!==!1&&De("setCursor")}let Jt=null;Object.defineProperty(n,"rect",{get(){return Jt==null&&xo(!1),Jt}});function xo(l=!1){l?Jt=null:(Jt=M.getBoundingClientRect(),De("syncRect",Jt))}function $s(l,u,d,h,b,x,T){U._lock||Yt&&l!=null&&l.movementX==0&&l.movementY==0||(si(l,u,d,h,b,x,T,!1,l!=null),l!=null?mn(null,!0,!0):mn(u,!0,!1))}function si(l,u,d,h,b,x,T,$,R){if(Jt==null&&xo(!1),fn(l),l!=null)d=l.clientX-Jt.left,h=l.clientY-Jt.top;else{if(d<0||h<0){he=-10,Se=-10;return}let[H,z]=Le.scales,V=u.cursor.sync,[Z,ie]=V.values,[oe,X]=V.scales,[Y,W]=Le.match,we=u.axes[0].side%2==1,ke=A.ori==0?J:F,He=A.ori==1?J:F,fe=we?x:b,_e=we?b:x,nt=we?h:d,Ge=we?d:h;if(oe!=null?d=Y(H,oe)?c(Z,k[H],ke,0):-10:d=ke*(nt/fe),X!=null?h=W(z,X)?c(ie,k[z],He,0):-10:h=He*(Ge/_e),A.ori==1){let pt=d;d=h,h=pt}}R&&(u==null||u.cursor.event.type==gi)&&((d<=1||d>=J-1)&&(d=gn(d,J)),(h<=1||h>=F-1)&&(h=gn(h,F))),$?(ks=d,_s=h,[Wn,Bn]=U.move(n,d,h)):(he=d,Se=h)}let li={width:0,height:0,left:0,top:0};function ai(){Go(li,!1)}let As,Ps,Rs,Os;function Ns(l,u,d,h,b,x,T){Yt=!0,Oe=Ne=Fe._x=Fe._y=!1,si(l,u,d,h,b,x,T,!0,!1),l!=null&&(je(wi,Si,Ds,!1),vo(el,n,Wn,Bn,J,F,null));let{left:$,top:R,width:H,height:z}=ge;As=$,Ps=R,Rs=H,Os=z}function Ds(l,u,d,h,b,x,T){Yt=Fe._x=Fe._y=!1,si(l,u,d,h,b,x,T,!1,!0);let{left:$,top:R,width:H,height:z}=ge,V=H>0||z>0,Z=As!=$||Ps!=R||Rs!=H||Os!=z;if(V&&Z&&Go(ge),Fe.setScale&&V&&Z){let ie=$,oe=H,X=R,Y=z;if(A.ori==1&&(ie=R,oe=z,X=$,Y=H),Oe&&qt(N,Rt(ie,N),Rt(ie+oe,N)),Ne)for(let W in k){let we=k[W];W!=N&&we.from==null&&we.min!=de&&qt(W,Rt(X+Y,W),Rt(X,W))}ai()}else U.lock&&(U._lock=!U._lock,mn(u,!0,l!=null));l!=null&&(An(wi,Si),vo(wi,n,he,Se,J,F,null))}function cu(l,u,d,h,b,x,T){if(U._lock)return;fn(l);let $=Yt;if(Yt){let R=!0,H=!0,z=10,V,Z;A.ori==0?(V=Oe,Z=Ne):(V=Ne,Z=Oe),V&&Z&&(R=he<=z||he>=J-z,H=Se<=z||Se>=F-z),V&&R&&(he=he<Wn?0:J),Z&&H&&(Se=Se<Bn?0:F),mn(null,!0,!0),Yt=!1}he=-10,Se=-10,ue.fill(null),mn(null,!0,!0),$&&(Yt=$)}function Hs(l,u,d,h,b,x,T){U._lock||(fn(l),Br(),ai(),l!=null&&vo(ol,n,he,Se,J,F,null))}function zs(){L.forEach(fd),Wr(n.width,n.height,!0)}yn(nr,Qn,zs);let Kn={};Kn.mousedown=Ns,Kn.mousemove=$s,Kn.mouseup=Ds,Kn.dblclick=Hs,Kn.setSeries=(l,u,d,h)=>{let b=Le.match[2];d=b(n,u,d),d!=-1&&Pt(d,h,!0,!1)},Be&&(je(el,M,Ns),je(gi,M,$s),je(tl,M,l=>{fn(l),xo(!1)}),je(nl,M,cu),je(ol,M,Hs),$i.add(n),n.syncRect=xo);let Ko=n.hooks=e.hooks||{};function De(l,u,d){ti?wo.push([l,u,d]):l in Ko&&Ko[l].forEach(h=>{h.call(null,n,u,d)})}(e.plugins||[]).forEach(l=>{for(let u in l.hooks)Ko[u]=(Ko[u]||[]).concat(l.hooks[u])});let Fs=(l,u,d)=>d,Le=Ee({key:null,setSeries:!1,filters:{pub:ml,sub:ml},scales:[N,S[1]?S[1].scale:null],match:[hl,hl,Fs],values:[null,null]},U.sync);Le.match.length==2&&Le.match.push(Fs),U.sync=Le;let Is=Le.key,ci=fa(Is);function vo(l,u,d,h,b,x,T){Le.filters.pub(l,u,d,h,b,x,T)&&ci.pub(l,u,d,h,b,x,T)}ci.sub(n);function uu(l,u,d,h,b,x,T){Le.filters.sub(l,u,d,h,b,x,T)&&Kn[l](null,u,d,h,b,x,T)}n.pub=uu;function fu(){ci.unsub(n),$i.delete(n),sn.clear(),_i(nr,Qn,zs),f.remove(),le?.remove(),De("destroy")}n.destroy=fu;function ui(){De("init",e,t),gs(t||e.data,!1),K[N]?ni(N,K[N]):Br(),Io=ge.show&&(ge.width>0||ge.height>0),un=ft=!0,Wr(e.width,e.height)}return S.forEach(ms),L.forEach(Wc),o?o instanceof HTMLElement?(o.appendChild(f),ui()):o(n,ui):ui(),n}Ve.assign=Ee;Ve.fmtNum=Hi;Ve.rangeNum=or;Ve.rangeLog=sr;Ve.rangeAsinh=Ni;Ve.orient=vn;Ve.pxRatio=se;Ve.join=tf;Ve.fmtDate=Fi,Ve.tzDate=pf;Ve.sync=fa;{Ve.addGap=qf,Ve.clipGaps=cr;let e=Ve.paths={points:wa};e.linear=ya,e.stepped=Qf,e.bars=Xf,e.spline=td}function wt(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function ka(){return document.documentElement.dataset.theme==="dark"}var dd=["#0072b2","#d55e00","#009e73","#cc79a7","#e69f00","#56b4e9"],pd=["#4aa8e8","#ff8a3d","#2fcf9f","#e39ac4","#f0b83a","#a5dcff"],Ma=[[],[8,4],[4,3],[12,3,3,3]],md=new Set([2,4,5]);function Gi(e){let t=ka()?pd:dd,o=e%t.length,n=Math.floor(e/t.length)%Ma.length,r=n>=2,i=2*(n%2)+ +(md.has(o)!==r);return{colour:t[o]??"#888",dash:Ma[i]??[]}}function so(){return La(Ea(wt("missing")),[[68,1,84],[72,40,120],[62,74,137],[49,104,142],[38,130,142],[31,158,137],[53,183,121],[110,206,88],[181,222,43],[253,231,37]])}function _a(){let e=ka()?[[32,56,84],[60,120,180],[170,215,255]]:[[214,230,244],[107,174,214],[8,69,148]];return La(Ea(wt("dead")),e,Math.sqrt)}var Co={inside:"#ffffff",edge:"#16191d"};function Ki([e,t,o]){return`rgb(${e} ${t} ${o})`}function La(e,t,o=n=>n){let n=[e];for(let r=1;r<256;r++){let i=o((r-1)/254)*(t.length-1),s=Math.min(Math.floor(i),t.length-2),c=t[s]??e,a=t[s+1]??e,f=i-s;n.push(c.map((p,m)=>Math.round(p+f*((a[m]??0)-p))))}return n}function Ea(e){let t=Number.parseInt(e.slice(1),16);return[t>>16&255,t>>8&255,t&255]}var Ta=new Intl.NumberFormat("en",{maximumFractionDigits:0});function ce(e,t){return e==null?"–":Number.isFinite(e)?t==="share"?$o(e):t==="count"?Ta.format(e):Sn(e):String(e)}function $o(e){let t=e*100;return t!==0&&Math.abs(t)<.05?"< 0.1 %":`${t.toFixed(1)} %`}function en(e){return`${Math.round(e*100)} %`}function Sn(e){if(e===0)return"0";let t=Math.abs(e);return t>=1e4||t<.001?e.toExponential(2):e.toPrecision(3)}function Ze(e,t){return`${Ta.format(e)} ${t}${e===1?"":"s"}`}function pr(e,t=6){let o=e.length-t,n=e.slice(0,t).map(String);o>0&&n.push(`${o} more`);let r=n.pop();return n.length?`${n.join(", ")} and ${r}`:r??""}function Mn(e,t,o){let n=Math.max(1,t-e),r=1;for(let s of hd())if(r=s,n/s<=o)break;let i=[];for(let s=Math.ceil(e/r)*r;s<=t;s+=r)i.push(s);return i}function Ca(e,t,o){let n=10**Math.floor(Math.log10((t-e)/o));return Mn(e/n,t/n,o).map(r=>Number((r*n).toPrecision(12)))}function*hd(){for(let e=1;e<1e12;e*=10)yield e,yield 2*e,yield 5*e}var Aa={distr:3},gd=[...Array(16).keys()].flatMap(e=>[1,2,5].map(t=>t*10**e)),Yi=14,wd=64,bd=16,Pa=[1.5,5];function at(e){let{steps:t,lines:o,unit:n}=e,r=e.hidden??new Set,i=o.filter(_=>!r.has(_.id)),s=(e.expected??[]).filter(_=>!r.has(_.id)),c=new Map,a=w("span",{class:"at"}),f=w("div",{class:"plot"}),p=w("div",{class:"sr","aria-live":"polite"}),m=w("div",{class:"lines",id:e.id,tabindex:0,role:"group","aria-label":"Line chart. Left and right arrow keys move through the steps."});m.append(f,p);let g=t.length-1,y=o.map(({values:_})=>_.findLastIndex(P=>P!==null)),M=y.every(_=>_===g||_<0),v=_=>_===void 0?"":e.stepText?.(_)??String(_),E=_=>{let P=_??g;a.textContent=t.length?_===null&&!M?`last ${e.stepName}`:`${e.stepName} ${v(t[P])}`:"",o.forEach((O,A)=>{let j=c.get(O.id),I=O.values[_??y[A]??g];j&&(j.textContent=ce(I,n))})},C=yd(e,r,c,a);E(null);let S=[...i,...s],L=wt("text-2"),k={stroke:wt("grid"),width:1},D="12px system-ui, Roboto, sans-serif",N=new Ve({width:600,height:e.height,legend:{show:!1},padding:[10,bd,0,0],cursor:{points:{size:7},drag:{x:!0,y:!1,uni:20},focus:{prox:12}},focus:{alpha:.35},scales:{x:{time:!1,range:(_,P,O)=>Md(P,O,e)},y:xd(e,S)},axes:[{stroke:L,grid:k,font:D,ticks:k,size:32,label:e.legend==="above"?void 0:e.stepName,labelSize:18,labelFont:D,splits:_=>{let{min:P=0,max:O=1}=_.scales.x??{},A=e.stepText?8*Yi:90;return Mn(P,O,Math.max(2,_.width/A))},values:(_,P)=>P.map(O=>kd(v(O)))},{stroke:L,grid:{...k,filter:$a},font:D,ticks:{...k,filter:$a},size:wd,...n==="count"?{incrs:gd}:{},values:(_,P)=>P.map(O=>O===null?"":Ld(O,n))}],series:[{},...S.map((_,P)=>{let{colour:O,dash:A}=Gi(_.place),j=P>=i.length;return{stroke:O,width:j?1.25:2,dash:j?Pa:A,spanGaps:!0,points:{show:_d(_)&&!j,size:7}}})],hooks:{setCursor:[_=>{E(_.cursor.idx??null)}],draw:[_=>{for(let P of e.levels??[])Ed(_,P,D)}]}},[t,...S.map(_=>_.values.map(P=>Sd(P,e)))],f);m.addEventListener("keydown",_=>{let O={ArrowLeft:-1,ArrowRight:1}[_.key];if(O===void 0||!t.length)return;_.preventDefault();let A=N.cursor.idx??(O>0?-1:t.length),j=Math.min(g,Math.max(0,A+O));N.setCursor({left:N.valToPos(t[j]??0,"x"),top:0}),p.textContent=`${a.textContent}: ${i.map(I=>`${I.name} ${ce(I.values[j],n)}`).join(", ")}`});let B=w("div",{class:`chart ${e.legend??"beside"}`},m,C);return new ResizeObserver(()=>{let _=f.clientWidth;_>0&&_!==N.width&&N.setSize({width:_,height:e.height})}).observe(f),B}function yd(e,t,o,n){let{lines:r,hide:i}=e,s=w("ul",{class:"legend"});e.legend!=="above"&&(s.style.maxHeight=`${e.height}px`);let c=w("li",{class:"head"},n);if(i&&r.length>1){let a=()=>{i(new Set)};c.append(w("button",{type:"button",class:"quiet",id:`${e.id}-all`,disabled:!t.size,click:a},"show all"))}return s.append(c),r.forEach((a,f)=>{let p=w("span",{class:"value"});o.set(a.id,p);let m=w("span",{class:"name",title:a.name},a.name),g=w("li",{class:t.has(a.id)?"off":"","data-line":a.id});if(i){let y=()=>{let v=new Set(t);v.delete(a.id)||v.add(a.id),i(v)},M=()=>{i(new Set(r.map(v=>v.id).filter(v=>v!==a.id)))};g.append(w("button",{type:"button",class:"line",id:`${e.id}-line-${f}`,"aria-pressed":t.has(a.id)?"false":"true",title:"Show or hide",click:y},mr(a.place),m),w("button",{type:"button",class:"quiet only",id:`${e.id}-only-${f}`,"aria-label":`Show only ${a.name}`,click:M},"only"))}else g.append(mr(a.place),m);g.append(p),s.append(g)}),e.expectedName&&e.expected?.length&&s.append(w("li",{class:"muted"},Ra(wt("text-2"),Pa,1.5),e.expectedName)),s}function mr(e){let{colour:t,dash:o}=Gi(e);return Ra(t,o,3)}function Ra(e,t,o){return Ie("svg",{width:22,height:10,class:"swatch","aria-hidden":!0},Ie("line",{x1:0,y1:5,x2:22,y2:5,stroke:e,"stroke-width":o,"stroke-dasharray":t.join(" ")}))}function xd(e,t){let{axis:o,levels:n=[]}=e;return typeof o!="string"?{range:[o[0],o[1]]}:o==="log"&&t.some(r=>r.values.some(vd))?Aa:{range:(r,i,s)=>{let c=i??0,a=s??1;for(let p of n)c=Math.min(c,p.value),a=Math.max(a,p.value);o==="from zero"&&(c=Math.min(0,c)),e.unit==="count"&&(a=Math.max(1,a));let f=.05*(a-c||Math.abs(a)||1);return[o==="from zero"?c:c-f,a+f]}}}function vd(e){return e!==null&&e>0&&Number.isFinite(e)}function Sd(e,t){return e===null||!Number.isFinite(e)||t.axis==="log"&&e<=0?null:e}function Md(e,t,{steps:o,overMap:n}){let[r]=o;if(o.length===1&&r!==void 0)return[r-1,r+1];let i=n?(t-e)/(o.length-1)/2:0;return[e-i,t+i]}function kd(e){return e.length>Yi?`…${e.slice(1-Yi)}`:e}function _d(e){return e.values.filter(t=>t!==null).length<3}function $a(e,t){return e.scales.y?.distr!==Aa.distr?t:t.map(o=>Number.isInteger(Number(Math.log10(o).toFixed(6)))?o:null)}function Ld(e,t){return t==="share"?`${Number((e*100).toPrecision(4))} %`:e!==0&&(Math.abs(e)<.001||Math.abs(e)>=1e6)?e.toExponential(0):String(Number(e.toPrecision(6)))}function Ed(e,t,o){let{ctx:n,bbox:r}=e,i=Math.round(e.valToPos(t.value,"y",!0));if(i<r.top||i>r.top+r.height)return;let s=window.devicePixelRatio;n.save(),n.strokeStyle=wt("text-2"),n.fillStyle=wt("text-2"),n.lineWidth=s,n.setLineDash([4*s,4*s]),n.beginPath(),n.moveTo(r.left,i),n.lineTo(r.left+r.width,i),n.stroke(),n.font=o.replace("12px",`${11*s}px`),n.textAlign="left",n.setLineDash([]),n.lineWidth=4*s,n.strokeStyle=wt("page");let c=[r.left+8*s,i-5*s];n.strokeText(t.name,...c),n.fillText(t.name,...c),n.restore()}var kn={unit:"share",axis:[0,1],worse:"high"},lo={unit:"count",axis:"from zero",worse:"high"},Oa={unit:"number",axis:"log",worse:"high"},ao={unit:"number",axis:"fit",worse:"far"},qi=[{id:"dead_ratio",name:"dead units",...kn,help:"Share of units that fired for no sample of the epoch. A unit fires where the slope of its activation is not 0; a channel of a convolution is one unit.",formula:"dead = #{u : fired(u) = 0} / units"},{id:"dead_ratio_batch",name:"dead units per mini-batch",...kn,help:"Share of units that did not fire on any sample of one mini-batch. It is larger than the share per epoch: a unit that fires with probability p looks dead in n samples with probability (1 − p)ⁿ, 72 % for p = 1 % and n = 32.",formula:"mean over mini-batches of #{u : fired in batch(u) = 0} / units"},{id:"one_sided_ratio",name:"one-sided units",...kn,help:"For kinds that cannot die (leaky ReLU, PReLU, ELU): share of units that were on the negative side for every sample of the epoch.",formula:"one-sided = #{u : z(u) ≤ 0 for every sample} / units"},{id:"born_dead",name:"born dead",...lo,help:"Units that have not fired once since training began: an effect of the initial weights and of the inputs.",formula:"#{u : fired(u) = 0 in every epoch so far}"},{id:"died",name:"died",...lo,help:"Units that fired in the epoch before and not in this one.",formula:"#{u : fired before, not in this epoch, newly so}"},{id:"revived",name:"revived",...lo,help:"Units that were dead in the epoch before and fired in this one; of a unit born dead, when it first fires.",formula:"#{u : dead in the epoch before, fired in this one}"},{id:"recycled",name:"recycled units",...lo,seldom:!0,help:"Units that RecycleUnits gave new weights after the epoch, so that they learn anew.",formula:"#{u : new weights after this epoch}"},{id:"rare_ratio",name:"rarely firing units",...kn,help:"Share of units that fired for fewer than 1 % of the samples.",formula:"#{u : rate(u) < 0.01} / units"},{id:"dormant_ratio",name:"dormant units",...kn,help:"Share of units whose mean size is at most 0.025 of the layer's average: they fire, and carry next to nothing.",formula:"#{u : E|a(u)| / mean over k of E|a(k)| ≤ 0.025} / units"},{id:"mean",name:"mean",...ao,help:"Mean of the activations. Far from 0 it pushes all weights of a unit of the next layer the same way.",formula:"mean over units of E a(u)"},{id:"std",name:"standard deviation",...ao,axis:"from zero",colours:"log",help:"Standard deviation of the activations.",formula:"√(E a² − (E a)²)"},{id:"bias_shift",name:"bias shift",unit:"number",axis:[0,1],worse:"high",help:"How far from zero mean, whatever the scale: 0 for a unit with mean 0, 1 for a constant one. Dotted, or beside it, is what this activation has for inputs from N(0, 1).",formula:"mean of |E a(u)| / √(E a(u)²) over units that are not always 0"},{id:"zero_fraction",name:"exact zeros",...kn,help:"Share of the single activations, not units, that are exactly 0: how sparse the layer is. Half of them are 0 in a sound ReLU layer.",formula:"#{a = 0} / (samples · units)"},{id:"saturation",name:"saturated units",...kn,help:"Share of units on a flat part of their activation for at least 99 % of the samples: next to no gradient passes them.",formula:"#{u : |φ′(z)| < 0.06 · max|φ′| for ≥ 99 % of samples} / units"},{id:"nonfinite",name:"NaN and infinite values",...lo,help:"Activations that were NaN or infinite; they are left out of all other numbers.",formula:"#{a : a is NaN or ±∞}"},{id:"alpha",name:"learned slope, mean",...ao,help:"Mean of the layer's learned alpha (PReLU: slope on the negative side; ELU: depth of its plateau).",formula:"mean over channels of α"},{id:"alpha_min",name:"learned slope, smallest",...ao,help:"Smallest learned alpha of the layer.",formula:"min over channels of α"},{id:"alpha_max",name:"learned slope, largest",...ao,help:"Largest learned alpha of the layer.",formula:"max over channels of α"},{id:"gradient_norm",name:"gradient norm",...Oa,help:"Length of the gradient of the layer's weights.",formula:"‖∂L/∂W‖"},{id:"update_ratio",name:"update ratio",...Oa,help:"How large a step is beside the weights it changes. About 0.001 is usual.",formula:"‖ΔW‖ / ‖W‖"},{id:"sign_agreement",name:"sign agreement",unit:"number",axis:[0,1],worse:"high",help:"1 where all incoming weights of a unit are pushed the same way, so that a step can only zig-zag; dotted is what random signs give.",formula:"mean over units of |Σ g| / Σ|g| over the unit's incoming weights"},{id:"samples",name:"samples",...lo,help:"Observations per unit in the epoch; every position of a convolution counts.",formula:"n"}],Td=new Map(qi.map(e=>[e.id,e])),hr=[["batch.",({name:e,help:t})=>({name:e.endsWith("mini-batch")?e:`${e}, per mini-batch`,help:`Since the last time it was written, by training step. ${t}`})],["val_",({name:e,help:t})=>({name:`${e}, validation`,help:`On the validation data. ${t}`})]];function ye(e){let t=Td.get(e);if(t)return t;for(let[n,r]of hr){if(!e.startsWith(n))continue;let i=ye(e.slice(n.length));return{...i,...r(i),id:e}}let o=e.replaceAll("_"," ");return{...ao,id:e,name:o,help:"Logged beside the others.",formula:""}}function gr({id:e,seldom:t}){return t?[e,"samples"]:[e]}function wr({id:e,seldom:t},o){let n=o[e]??{steps:[],layers:{}};if(!t||!n.steps.length)return n;let r=[...n.steps,...o.samples?.steps??[]];return Zi(n,[...new Set(r)].sort((i,s)=>i-s))}var Cd=1e3;function Zi(e,t){let o=new Map(e.steps.map((r,i)=>[r,i])),n=e.steps.length<Cd?0:null;return{steps:t,layers:Object.fromEntries(Object.entries(e.layers).map(([r,i])=>[r,t.map(s=>i[o.get(s)??-1]??n)]))}}var Na={id:"bias_shift_expected",name:"expected for inputs from N(0, 1)"},Da=new Map([["bias_shift",Na],["val_bias_shift",Na],["sign_agreement",{id:"sign_agreement_random",name:"random signs"}]]),$d=new Set([...Da.values()].map(({id:e})=>e));function tn(e){return Da.get(e)}function br(...e){let t=n=>{let r=hr.findIndex(([c])=>n.startsWith(c)),[i]=hr[r]??[""],s=qi.findIndex(c=>c.id===n.slice(i.length));return(s<0?qi.length:s)+(r+1)*1e3},o=e.flatMap(n=>Object.keys(n.layers));return[...new Set(o)].filter(n=>!$d.has(n)).sort((n,r)=>t(n)-t(r)).map(ye)}var Ad=/^(val_)?(dead_ratio|one_sided_ratio|born_dead)$/,Pd=/^(?!(batch\.|val_)?(alpha|gradient_|update_|sign_|samples|died|revived|recycled))/;function Ha(e){return hr.find(([t])=>e.startsWith(t))?.[0]??""}function yr(e,t,o){if(!Pd.test(t))return[];let n=e.layers[`${Ha(t)}samples`]??{};return(o===void 0?Object.values(n):[n[o]]).filter(r=>typeof r=="number"&&r>0)}function nn(e,t,o){return Ji(yr(e,t,o),t)}function Ji(e,t){if(!e.length)return"";let o=Math.min(...e),n=Math.max(...e),i=`${o===n?ce(o,"count"):`${ce(o,"count")} to ${ce(n,"count")}`} samples per unit`+(Ha(t)==="batch."?"":" and epoch");if(!Ad.test(t))return`${i}.`;let s=Number((300/o).toPrecision(2)),c=t.includes("one_sided")?"was above 0":"fired";return`${i}: a unit that ${c} for none of ${ce(o,"count")} does so for less than ${s} % of all (95 % confidence).`}var za={dead_ratio:.25,one_sided_ratio:.5,saturation:.5},Rd=3;function Ao(e,t){return e.limits[t]??za[t]}function xr(e,t){let o=r=>vr(e,t,r)||0;return Math.max(...Object.keys(za).map(o))+(o("nonfinite")>0?2:0)}function Fa(e,t){let o=({name:n})=>{let r=e.findIndex(({layers:i})=>i.includes(n));return r<0?e.length:r};return(n,r)=>o(n)-o(r)||xr(t,r)-xr(t,n)}function vr(e,t,o){let n=e.layers[o]?.[t.tag];return o!=="saturation"||typeof n!="number"?n:n-(e.layers.dead_ratio?.[t.tag]??0)}function Qi(e,t,o){let n=[];for(let r of e.layers){let i=Od(r,e,t,o);i&&n.push({layer:r,clause:i})}return n.sort((r,i)=>xr(t,i.layer)-xr(t,r.layer))}function Od(e,t,o,n){let r=a=>vr(o,e,a),i=r("nonfinite");if(i)return`${e.name} gave ${ce(i,"count")} NaN or infinite values in the last epoch`;let s=a=>{let f=Ao(t,a),p=r(a);return typeof p=="number"&&f!==void 0&&p>=f?p:void 0};if(s("dead_ratio")!==void 0)return`${e.name} ${Nd(e,o,n.dead_ratio)}`;let c=s("one_sided_ratio");if(c!==void 0)return`${en(c)} of the units of ${e.name} stay on the negative side`;if(s("saturation")!==void 0){let a=o.layers.saturation?.[e.tag]??0;return`${en(a)} of the units of ${e.name} are saturated`}for(let[a,f]of Object.entries(t.limits)){let p=s(a);if(p!==void 0){let{name:m,unit:g}=ye(a);return`${m} of ${e.name} is ${ce(p,g)} (limit ${ce(f,g)})`}}}function Nd(e,t,o){let n=t.layers.dead_ratio?.[e.tag]??0,r=t.layers.born_dead?.[e.tag];if(e.units&&r&&r/e.units>n/2)return`has ${en(r/e.units)} units that never fired`;let i=bt(o?.steps??[],o?.layers[e.tag]??[]),s=i[0],c=i.at(-1);if(!s||!c||c.value-s.value<n/2)return`has ${en(n)} dead units`;let a=c.value-s.value,f=i.findLastIndex(g=>g.value<s.value+.9*a)+1,p=i[f]??c,m=i.slice(0,f).findLast(g=>g.value<=s.value+.1*a)??s;return`lost ${en(a)} of its units between epochs ${m.step} and ${p.step}`}function Ia(e,t){let o=e.layers.length;if(!o)return"No layer of this run was watched.";if(!t.length)return o===1?"The watched layer needs no look.":`None of the ${o} watched layers needs a look.`;let n=t.length===1?"needs":"need",r=o===1?"The layer":`${t.length} of ${Ze(o,"layer")}`,i=t.slice(0,Rd).map(({clause:c})=>c),s=t.length-i.length;return s&&i.push(`${s} more`),`${r} ${n} a look: ${i.join("; ")}.`}function bt(e,t){let o=[];return e.forEach((n,r)=>{let i=t[r];typeof i=="number"&&Number.isFinite(i)&&o.push({step:n,value:i})}),o}function Sr(e,t,o){return e.worse==="far"?Math.abs(t)>Math.abs(o):e.worse==="high"?t>o:t<o}function Mr(e,t,o){let[n,r]=o.split(" "),i=t.find(c=>c.id===n);if(!i)return[...e];let s=r==="down"?-1:1;return[...e].sort((c,a)=>zd(i.of(c),i.of(a),s))}function kr(e){let{id:t,columns:o,before:n,after:r,rows:i,sort:s,choose:c}=e,a=o.map(f=>Dd(f,s,c));return w("div",{class:"scroll"},w("table",{id:t},w("thead",{},w("tr",{},n,...a,r)),w("tbody",{},...i)))}function Dd(e,t,o){let{id:n,name:r,unit:i,help:s}=e,[c,a]=t.split(" "),f=a==="down",p=c===n?f?" ↓":" ↑":"";return w("th",{scope:"col",class:i==="text"?"text":"","aria-sort":p?f?"descending":"ascending":void 0},w("button",{type:"button",id:`sort-${n}`,title:s,click:()=>{o({sort:Hd(e,t)})}},r+p))}function Hd(e,t){let{id:o,unit:n}=e,r=e.first??(n==="text"?"up":"down"),i=r==="up"?"down":"up";return t===`${o} ${r}`?`${o} ${i}`:t===`${o} ${i}`?"":`${o} ${r}`}function zd(e,t,o){let n=r=>r==null||Number.isNaN(r);return n(e)||n(t)?Number(n(e))-Number(n(t)):typeof e=="number"&&typeof t=="number"?o*(e-t):o*String(e).localeCompare(String(t),"en",{numeric:!0})}var Bt=34,Po=16,Ua=13,Va=4;function on(e){let{steps:t,rows:o,zoom:n}=e,r=t.length,i=w("canvas",{}),s=w("div",{class:"cursor"}),c=w("div",{class:"brush"}),a=w("p",{class:"told",id:`${e.id}-told`,"aria-live":"polite"},Fd),f=w("div",{class:"map",id:e.id,tabindex:0,role:"group","aria-label":"Map. Arrow keys move through the cells, plus and minus zoom, 0 shows all."},i,s,c),p,m=64,g=()=>n.bottom-n.top,y=()=>({width:Math.max(1,f.clientWidth-m-Po),height:e.height-Bt}),M=()=>{f.clientWidth!==0&&(m=Id(e,i),Vd(e,i,f.clientWidth,m),v())},v=()=>{if(s.hidden=!p||p.row<n.top||p.row>=n.bottom,!p)return;let{width:_,height:P}=y(),O=P/g(),A=_/r;s.style.left=`${m+p.column*A-1}px`,s.style.top=`${(p.row-n.top)*O-1}px`,s.style.width=`${Math.max(3,A)}px`,s.style.height=`${Math.max(3,O)}px`},E=(_,P)=>{p={row:_n(_,0,o-1),column:_n(P,0,r-1)},a.textContent=e.describe(p.row,p.column),v()},C=(_,P)=>{let O=_n(Math.round(P-_),Math.min(Va,o),o);n.top=_n(Math.round(_),0,o-O),n.bottom=n.top+O,B.classList.toggle("zoomed",O<o),M()},S=_=>{let P=p?p.row+.5:(n.top+n.bottom)/2,O=g()*_;C(P-O/2,P+O/2)},L=_=>{let P=_.clientY-f.getBoundingClientRect().top;return n.top+Math.floor(P/y().height*g())},k=_=>{let P=_.clientX-f.getBoundingClientRect().left-m;return Math.floor(P/y().width*r)},D;f.addEventListener("pointerdown",_=>{D=_}),f.addEventListener("pointermove",_=>{E(L(_),k(_));let P=D&&_.buttons===1;if(c.hidden=!P,!D||!P)return;let O=f.getBoundingClientRect().top,[A,j]=[D.clientY,_.clientY].sort((I,q)=>I-q);c.style.left=`${m}px`,c.style.width=`${y().width}px`,c.style.top=`${(A??0)-O}px`,c.style.height=`${(j??0)-(A??0)}px`}),f.addEventListener("pointerup",_=>{if(c.hidden=!0,!D)return;let P=L(D),O=L(_);Math.abs(_.clientY-D.clientY)>6?C(Math.min(P,O),Math.max(P,O)+1):e.choose&&P>=0&&P<o&&e.choose(P),D=void 0}),f.addEventListener("dblclick",()=>{C(0,o)}),f.addEventListener("keydown",_=>{let{row:P,column:O}=p??{row:n.top,column:0},j={ArrowLeft:()=>{E(P,O-1)},ArrowRight:()=>{E(P,O+1)},ArrowUp:()=>{E(P-1,O)},ArrowDown:()=>{E(P+1,O)},Home:()=>{E(P,0)},End:()=>{E(P,r-1)},Enter:()=>e.choose?.(P),"+":()=>{S(.5)},"-":()=>{S(2)},0:()=>{C(0,o)}}[_.key];if(j&&(_.preventDefault(),_.stopPropagation(),j(),p&&(p.row<n.top||p.row>=n.bottom))){let I=p.row<n.top?p.row:p.row-g()+1;C(I,I+g())}});let N=(_,P,O)=>w("button",{type:"button",class:"quiet","aria-label":P,title:P,click:O},_),B=w("div",{class:"heat"},w("div",{class:"heat-head"},e.key,o>Va&&w("span",{class:"zoom"},N("+","Zoom in",()=>{S(.5)}),N("−","Zoom out",()=>{S(2)}),N("all","Show all rows",()=>{C(0,o)}))),f,a);return i.style.height=`${e.height}px`,s.hidden=!0,c.hidden=!0,(n.bottom<=n.top||n.bottom>o)&&(n.top=0,n.bottom=o),B.classList.toggle("zoomed",g()<o),new ResizeObserver(M).observe(f),B}var Fd="Point at a cell; drag over rows to zoom, double click shows all.";function Id(e,t){let o=t.getContext("2d");if(!o)return 64;o.font=Ga(1);let n=0;for(let[r]of Ba(e))n=Math.max(n,o.measureText(r).width);return Math.min(200,Math.max(64,Math.ceil(n)+30))}function Wa({zoom:e,height:t}){return(t-Bt)/(e.bottom-e.top)>=Ua}function Ba(e){let{rows:t,rowNames:o,placeAxis:n,zoom:r,height:i}=e,{top:s,bottom:c}=r,a=i-Bt,f=a/(c-s);if(typeof o=="function"){let y=Wa(e),M=Math.max(2,a/(y?Ua:40));return n&&!y?Mn(s+1,c,M).map(v=>[String(v),(v-s-.5)*f]):Mn(s,c-1,M).map(v=>[o(v),(v-s+.5)*f])}let[p,m]=o,g=(m-p)/t;return Ca(m-c*g,m-s*g,a/40).map(y=>[String(y),((m-y)/g-s)*f])}function Vd(e,t,o,n){let r=t.getContext("2d");if(!r)return;let i=window.devicePixelRatio||1;t.style.width=`${o}px`,t.width=Math.round(o*i),t.height=Math.round(e.height*i);let s=Math.max(1,Math.round((o-n-Po)*i)),c=Math.round((e.height-Bt)*i),a=r.createImageData(s,c);Bd(e,a),r.putImageData(a,Math.round(n*i),0),r.scale(i,i),Ud(e,r,n,o-n-Po),r.font=Ga(1),r.fillStyle=wt("text-2"),r.strokeStyle=wt("text-2"),r.textBaseline="middle",r.textAlign="right";for(let[g,y]of Ba(e)){let M=_n(y,7,e.height-Bt-7);r.fillText(jd(r,g,n-28),n-6,M)}r.textBaseline="top",r.textAlign="center";let f=(o-n-Po)/e.steps.length,p=e.steps[0]??0,m=e.steps.at(-1)??0;for(let g of Mn(p,m,(o-n)/90)){let y=e.steps.indexOf(g);if(y<0)continue;let M=n+(y+.5)*f;r.fillRect(M,e.height-Bt,1,4),r.fillText(String(g),M,e.height-Bt+6)}r.textAlign="right",r.fillText(e.stepName,o-Po,e.height-12),r.translate(10,(e.height-Bt)/2),r.rotate(-Math.PI/2),r.textAlign="center",r.textBaseline="middle",r.fillText(!Wa(e)&&e.placeAxis||e.rowAxis,0,0)}var Xi=3.5,_r=1;function Ud(e,t,o,n){let{radius:r,places:i}=Wd(e,n);for(let[s,c]of[[Co.edge,r+_r],[Co.inside,r]]){t.fillStyle=s;for(let[a,f]of i){if(r<1.5){t.fillRect(o+a-c,f-c,2*c,2*c);continue}t.beginPath(),t.arc(o+a,f,c,0,2*Math.PI),t.fill()}}}function Wd(e,t){let{marks:o=[],zoom:n}=e,r=t/e.steps.length,i=(e.height-Bt)/(n.bottom-n.top),s=(Math.min(r,i)-1)/2-_r,c=_n(s,1,Xi),a=Math.min(r/2,c+_r+3),f=new Map;for(let p=n.top;p<n.bottom;p++)for(let m of o[p]??[]){let g=(m+1)*r-a,y=(p-n.top+.5)*i;f.set(`${Math.round(g)} ${Math.round(y)}`,[g,y])}return{radius:c,places:[...f.values()]}}function ja(e){let t=Xi+_r;return[w("span",{class:"mark"},Ie("svg",{width:2*t,height:2*t,"aria-hidden":!0},Ie("circle",{cx:t,cy:t,r:t,fill:Co.edge}),Ie("circle",{cx:t,cy:t,r:Xi,fill:Co.inside}))),w("span",{},e)]}function Bd(e,t){let{cells:o,palette:n,zoom:r}=e,i=e.steps.length,{width:s,height:c,data:a}=t,[f,p,m]=[0,1,2].map(M=>Uint8Array.from({length:256},(v,E)=>n[E]?.[M]??0)),g=Uint32Array.from({length:s+1},(M,v)=>Math.floor(v*i/s)),y=r.bottom-r.top;for(let M=0;M<c;M++){let v=r.top+Math.floor(M*y/c),E=Math.max(v+1,r.top+Math.floor((M+1)*y/c));for(let C=0;C<s;C++){let S=g[C],L=Math.max(S+1,g[C+1]),k=0,D=0,N=0;for(let P=v;P<E;P++)for(let O=P*i+S;O<P*i+L;O++){let A=o[O];k+=f[A],D+=p[A],N+=m[A]}let B=(E-v)*(L-S),_=4*(M*s+C);a[_]=k/B,a[_+1]=D/B,a[_+2]=N/B,a[_+3]=255}}}function rn(e,t,o,n){let r=[1,64,128,192,255].map(c=>Ki(e[c]??[0,0,0])),i=w("span",{class:"strip"});i.style.background=`linear-gradient(to right, ${r.join(", ")})`;let s=w("span",{class:"key"});if(n){let c=w("span",{class:"patch"});c.style.background=Ki(e[0]??[0,0,0]),s.append(c,w("span",{},n))}return s.append(w("span",{},t),i,w("span",{},o)),s}function co(e,t,o){if(e==null||!Number.isFinite(e))return 0;let n=o>t?(e-t)/(o-t):.5;return 1+Math.round(254*_n(n,0,1))}function jd(e,t,o){if(e.measureText(t).width<=o)return t;let n=t;for(;n&&e.measureText(`${n}…`).width>o;)n=n.slice(0,-1);return`${n}…`}function Ga(e){return`${12*e}px system-ui, Roboto, sans-serif`}function _n(e,t,o){return Math.min(o,Math.max(t,e))}var uo=12;function Ht(e,t=""){return w("p",{class:"help",id:`help-${e.id}`},`${e.help} `,e.formula&&w("code",{},e.formula)," ",w("span",{class:"muted"},t))}function fo({run:e,choose:t},o,n=e.manifest.layers){return Vt("Layer","layer",n.map(({tag:r,name:i,activation:s})=>[r,s?`${i} (${s})`:i]),o.tag,r=>{t({layer:r})})}function Ka({unit_axis:e,slope:t}){return[e===null?"":`units along axis ${e}`,t&&`slope: ${t}`].filter(Boolean).join("; ")}function Tt(e,t,o=900){return Math.min(o,Math.max(t,window.innerHeight-e))}function jt({layers:e,weights:t},o){let n=new Set(e.map(({tag:s})=>s)),r=s=>t.includes(s)?t.indexOf(s):t.length,i=Object.keys(o.layers).filter(s=>!n.has(s)).sort((s,c)=>r(s)-r(c));return[...e.filter(({tag:s})=>o.layers[s]!==void 0),...i.map(s=>({tag:s,name:Gd(s,i),activation:"",units:null,can_die:null,unit_axis:null,slope:""}))]}function Gd(e,t){let o=e.split("/",1)[0]??"";return(t.length>1&&t.every(r=>r.startsWith(`${o}/`))?e.slice(o.length+1):e).replace(/\/kernel$/,"")}function Ln(e){return e.startsWith("batch.")?"step":"epoch"}function Lr(e,t,o,n,r,i){let{run:s,choices:c,choose:a}=e,f=(E,C)=>({id:E.tag,name:E.name,values:C,place:y.get(E.tag)??0}),p=jt(e.run.manifest,o),g=[...s.manifest.layers.some(({tag:E})=>o.layers[E])?s.manifest.layers:[],...p].map(({tag:E})=>E),y=new Map([...new Set(g)].map((E,C)=>[E,C])),M=Ao(s.manifest,t.id),v=M===void 0?[]:[{value:M,name:`limit ${ce(M,t.unit)}`}];return at({id:n,steps:o.steps,stepName:Ln(t.id),lines:p.map(E=>f(E,o.layers[E.tag]??[])),unit:t.unit,axis:t.axis,levels:v,expected:i?Kd(o,p,i,f):[],expectedName:tn(t.id)?.name??"",height:r,hidden:Zo(c.hidden),hide:E=>{a({hidden:qo(E)})}})}function Kd(e,t,o,n){let r=new Map(o.steps.map((i,s)=>[i,s]));return t.map(i=>n(i,e.steps.map(s=>o.layers[i.tag]?.[r.get(s)??-1]??null)))}function Er(e,t,o){let n=jt(e.run.manifest,o),r=n.map(({tag:g})=>o.layers[g]??[]),i=(t.colours??t.axis)==="log",[s,c]=Yd(i?"log":t.axis,r),a=i?g=>Math.log10(g>0?g:s):Number,f=new Uint8Array(n.length*o.steps.length);r.forEach((g,y)=>{g.forEach((M,v)=>{f[y*o.steps.length+v]=co(M===null?null:a(M),a(s),a(c))})});let p=so(),m=Ln(t.id);return on({id:"layer-map",steps:o.steps,rows:n.length,cells:f,palette:p,rowNames:g=>n[g]?.name??"",rowAxis:"layers, input on top",stepName:m,height:Math.min(Tt(310,420),40+Math.max(200,n.length*34)),describe:(g,y)=>`${n[g]?.name??""}, ${m} ${o.steps[y]??""}: ${t.name} ${ce(r[g]?.[y],t.unit)}`,key:rn(p,ce(s,t.unit),ce(c,t.unit)+(i?", logarithmic":""),"none"),zoom:e.zoom(`layers ${e.run.run}`),choose:g=>{let y=n[g];y?.units&&e.choose({view:"units",layer:y.tag})}})}function Yd(e,t){if(typeof e!="string")return e;let o=e==="from zero"?0:1/0,n=-1/0;for(let r of t)for(let{value:i}of bt(r.map((s,c)=>c),r))e==="log"&&i<=0||(o=Math.min(o,i),n=Math.max(n,i));return n>=o?[o,n]:[0,1]}function Tr(e,t,o){let n=jt(e.run.manifest,o);return[[Ln(t.id),...n.map(({name:r})=>r)],...o.steps.map((r,i)=>[r,...n.map(({tag:s})=>o.layers[s]?.[i])])]}function Ue(e){return w("p",{class:"nothing"},e)}var es={output_loss_mismatch:"last layer and loss do not fit together",symmetric_units:"units that are copies of each other",target_scale:"targets too large",input_scale:"inputs too large, or far from 0",born_dead:"units dead from birth",saturated_at_birth:"units saturated from birth",exploding_at_birth:"activations that explode",vanishing_signal:"vanishing signal",diverged:"loss not finite",rate_too_high:"learning rate too high",rate_too_low:"learning rate too low",over_regularised:"too much regularization",train_validation_gap:"training and validation differ",dying_units:"dying units",constant_units:"constant units",not_learning:"nothing is learned"};function Ro(e){return Object.hasOwn(es,e)?es[e]??e:e.replaceAll("_"," ")}function Cr({diagnosis:e,problem:t}){if(!e||t&&!e.findings.length)return t;let{findings:o,looked_at:n}=e,r=n?` in ${n}`:"";return o.length?`${Ze(o.length,"finding")}${r}: ${ts(o)}.`:`No finding${r}.`}function ts(e){return[...new Set(e.map(({cause:o})=>Ro(o)))].join("; ")}function Ya({since:e}){return e?`since ${e}`:""}function $r(e){let t=ye(e.measure).unit==="share",{value:o,limit:n,above:r}=e;return{value:ce(o,t?"share":"number"),limit:n===null?"–":`${r?"at least":"at most"} ${qd(n,t)}`}}function qd(e,t){return t?`${Number((100*e).toPrecision(3))} %`:String(Number(e.toPrecision(3)))}function qa({confidence:e}){return e===null?"":`Of the findings of this cause, ${Math.round(e*100)} % were right on programs that were not used to make the rules.`}function Za({not_checked:e}){let t=new Map;for(let[o,n]of Object.entries(e))t.set(n,[...t.get(n)??[],Ro(o)]);return[...t]}function Ja(e){let t=new Map;for(let{cause:o,layers:n}of e)for(let r of new Set(n)){let i=t.get(r),s=Ro(o);t.set(r,i?`${i}; ${s}`:s)}return t}function Qa(e){let t=e.flatMap(({evidence:o})=>o.map(({measure:n})=>n));return[...new Set(t)].filter(Boolean)}function Xa(e){let t=Object.keys(es),o=({diagnosed:{diagnosis:r}})=>{if(!r)return t.length+2;let i=r.findings.map(({cause:s})=>t.indexOf(s));return i.length?Math.min(...i.map(s=>s<0?t.length:s)):t.length+1},n=({diagnosed:r})=>r.time??0;return[...e].sort((r,i)=>o(r)-o(i)||n(i)-n(r))}var Ar=6;async function ec(e){let{source:t,runs:o}=e,n=Xa(await Promise.all(o.map(async s=>({run:s,diagnosed:await t.findings(s)})))),r=n.filter(tc),i=n.map((s,c)=>Jd(e,s,c));return w("section",{class:"run-findings",id:"run-findings"},w("p",{class:r.length?"verdict warn":"verdict"},r.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},Zd(n,r.length))),w("ul",{},...i.slice(0,Ar)),i.length>Ar&&w("details",{id:"more-runs"},w("summary",{},Ze(i.length-Ar,"more run")),w("ul",{},...i.slice(Ar))))}function tc({diagnosed:e}){return!!e.diagnosis?.findings.length}function Zd(e,t){let o=t===1?"has":"have";return e.some(({diagnosed:n})=>n.diagnosis)?t?`${t} of ${Ze(e.length,"run")} ${o} findings.`:"No run has a finding.":"None of these runs has a diagnosis in its log."}function Jd({choose:e},t,o){let{run:n,diagnosed:r}=t,{diagnosis:i,problem:s}=r,c=tc(t),a=c?ts(i?.findings??[]):i||s?Cr(r):"No diagnosis in this log.";return w("li",{"data-run":n.run,class:c?"warn":""},w("button",{type:"button",class:"link",id:`findings-of-${o}`,title:`Show the diagnosis of ${kt(n)}`,click:()=>{e({run:n.run,view:"overview",hidden:""})}},w("span",{class:"flag","aria-hidden":!0},c?"▲":""),kt(n)),w("span",{class:c?"":"muted"},a))}var En="worst",Pr="whole",Qd=12;async function nc(e){let{source:t,runs:o,choices:n,choose:r}=e,[i,s]=await Promise.all([Promise.all(o.map(L=>t.latest(L))),ec(e)]),c=br(...i),a=c.find(({id:L})=>L===n.measure)??c[0];if(!a)return{element:w("section",{class:"view"},s,Ue("No run has measures yet.")),table:()=>[]};let f=n.which||En,p=n.without?Zo(n.without):new Set(o.slice(Qd).map(({run:L})=>L)),m=await Promise.all(o.map(async(L,k)=>{let D=p.has(L.run)?{steps:[],layers:{}}:await t.measure(L,a.id),N=Xd(L,D,a,f),B=i[k]??{layers:{},run:{}};return{run:L,place:k,latest:B,columns:D,points:N}})),g=[...new Set(m.flatMap(({points:L})=>L.map(({step:k})=>k)))].sort((L,k)=>L-k),y=m.filter(({run:L})=>!p.has(L.run)),M=y.map(({run:L,place:k,points:D})=>{let N=new Map(D.map(({step:B,value:_})=>[B,_]));return{id:L.run,name:kt(L),values:g.map(B=>N.get(B)??null),place:k}}),v=y.flatMap(({run:L,latest:k})=>yr(k,a.id,oc(L,f))),E=tp(m,a,f),C=Mr(m,E,n.sort);return{element:w("section",{class:"view"},s,w("div",{class:"bar"},Vt("Measure","measure",c.map(({id:L,name:k})=>[L,k]),a.id,L=>{r({measure:L})}),Vt("Of","which",ep(o,m),f,L=>{r({which:L})})),Ht(a,Ji(v,a.id)),g.length?at({id:"run-lines",steps:g,stepName:Ln(a.id),lines:M,unit:a.unit,axis:a.axis,height:Tt(360+30*o.length,320,640)}):Ue("None of the chosen runs has this measure for this layer."),sp(e,C,E,p,a),w("p",{class:"muted",id:"same"},op(m))),table:()=>[["run",...E.map(({name:L})=>L)],...C.map(L=>[kt(L.run),...E.map(k=>k.of(L))]),[],[Ln(a.id),...M.map(({name:L})=>L)],...g.map((L,k)=>[L,...M.map(({values:D})=>D[k])])]}}function Xd(e,t,o,n){if(n===Pr)return bt(t.steps,t.run??[]);let r=e.manifest.layers.filter(({name:s})=>n===En||s===n),i=t.steps.map((s,c)=>{let a=null;for(let{tag:f}of r){let p=t.layers[f]?.[c];p==null||!Number.isFinite(p)||(a===null||Sr(o,p,a))&&(a=p)}return a});return bt(t.steps,i)}function oc(e,t){if(!(t===En||t===Pr))return e.manifest.layers.find(({name:o})=>o===t)?.tag??""}function ep(e,t){let o=new Set(e.flatMap(({manifest:r})=>r.layers.map(({name:i})=>i))),n=[[En,"the worst layer of each run"]];return t.some(({columns:r})=>r.run)&&n.push([Pr,"the whole run"]),[...n,...[...o].map(r=>[r,r])]}function tp(e,t,o){let{unit:n,name:r}=t,i=[{id:"activation",name:"activation",unit:"text",of:({run:a})=>[...new Set(a.manifest.layers.map(({activation:f})=>f))].filter(Boolean).join(", ")},...np(e),{id:"now",name:`${r}, last`,unit:n,of:a=>a.points.at(-1)?.value},{id:"worst",name:`${r}, worst`,unit:n,of:({points:a})=>a.reduce((f,{value:p})=>f===void 0||Sr(t,p,f)?p:f,void 0)}];o===En&&i.push({id:"worstlayer",name:"worst layer",unit:"text",of:a=>ns(a,t)?.name});let s=tn(t.id)?.id??"";t.id.endsWith("bias_shift")&&o!==Pr&&i.push({id:"expected",name:"expected",unit:"number",of:a=>{let f=o===En?ns(a,t):a.run.manifest.layers.find(({name:p})=>p===o);return f&&a.latest.layers[s]?.[f.tag]}});let c=a=>yr(a.latest,t.id,o===En?ns(a,t)?.tag:oc(a.run,o))[0];new Set(e.map(c)).size>1&&i.push({id:"samples",name:"samples",unit:"count",of:c}),i.push({id:"epochs",name:Ln(t.id)==="epoch"?"last epoch":"last step",unit:"count",of:({points:a})=>a.at(-1)?.step});for(let a of rp(e))i.push({id:`log.${a}`,name:a.replace(/^val_/,"validation ").replaceAll("_"," "),unit:"number",of:({latest:f})=>f.run[a]});return i}function np(e){return rc(e).flatMap(t=>{let o=e.map(n=>os(n,t));return e.length>1&&new Set(o).size===1?[]:[{id:`hparam.${t}`,name:t.replaceAll("_"," "),unit:o.some(n=>typeof n=="string")?"text":"given",of:n=>os(n,t)}]})}function rc(e){let t=e.flatMap(({run:o})=>Object.keys(o.manifest.hparams));return[...new Set(t)].filter(o=>o!=="activation")}function os({run:e},t){let o=e.manifest.hparams[t];return typeof o=="number"?Number(o.toPrecision(7)):o}function op(e){if(e.length<2)return"";let t=rc(e).flatMap(o=>{let n=new Set(e.map(i=>os(i,o))),[r]=n;return n.size===1&&r!==void 0?[`${o.replaceAll("_"," ")} ${r}`]:[]});return t.length?`The same in all runs: ${t.join(", ")}.`:""}function ns({run:e,columns:t},o){let n;for(let r of e.manifest.layers){let i=t.layers[r.tag]??[],s=bt(t.steps,i).at(-1)?.value;s!==void 0&&(!n||Sr(o,s,n.value))&&(n={layer:r,value:s})}return n?.layer}function rp(e){let t=new Set(e.flatMap(({latest:r})=>Object.keys(r.run))),o=new Set(e.flatMap(({latest:r})=>Object.keys(r.layers)));return[...t].filter(r=>!o.has(r)&&!ip.has(r)).sort((r,i)=>Number(i.startsWith("val_"))-Number(r.startsWith("val_")))}var ip=new Set(["dead_ratio_worst","layers_unhealthy"]);function sp({choices:e,choose:t},o,n,r,i){let s=c=>{let a=c.run.run,f=kt(c.run),p=()=>{let g=new Set(r);g.delete(a)||g.add(a),t({without:qo(g)||","})},m=i.id.includes("dead")&&c.run.manifest.layers.every(g=>g.can_die===!1);return w("tr",{"data-run":a},w("td",{class:"text name"},w("label",{class:"run"},w("input",{type:"checkbox",id:`with-${c.place}`,checked:!r.has(a),change:p}),mr(c.place),w("span",{class:"name",title:f},f))),...n.map(({id:g,unit:y,of:M})=>{let v=M(c);return v===void 0&&g==="now"&&m?w("td",{class:"muted"},"cannot die"):y==="text"||typeof v=="string"?w("td",{class:"text",title:v??""},v??"–"):y==="given"?w("td",{},v??"–"):w("td",{"data-value":v??""},ce(v,y))}))};return kr({id:"runs",columns:n,before:w("th",{scope:"col",class:"text"},"run"),rows:o.map(s),sort:e.sort,choose:t})}var No=["std","gradient_norm","update_ratio"],Do=-1,sc="birth";async function lc(e,t,o){let{source:n,run:r,choices:i,choose:s}=e,c=await n.series(r,[...No.filter(k=>k in t.layers),...No.map(k=>`birth.${k}`)]),a=No.flatMap(k=>{let D=lp(c[`birth.${k}`],c[k]);return D?[{id:k,columns:D}]:[]}),f=jt(r.manifest,{steps:[],layers:Object.assign({},...a.map(({columns:k})=>k.layers))}),p=a.map(k=>({...k,layers:f})),m=[...new Set(p.flatMap(({columns:k})=>k.steps))].sort((k,D)=>k-D),g=m.length-1;if(g<0)return{element:Ue("Nothing was logged."),table:()=>[]};let y=i.epoch?m.findIndex(k=>Oo(k)===i.epoch):g,M=y<0?g:y,v=w("div",{}),E=w("output",{for:"epoch"}),C=k=>{let D=m[k]??0;E.textContent=Oo(D),S.setAttribute("aria-valuetext",Oo(D)),v.replaceChildren(...p.map(N=>ap(N,D)))},S=w("input",{type:"range",id:"epoch",min:0,max:g,value:M,input:()=>{C(Number(S.value))},change:()=>{let k=Number(S.value);s({epoch:k===g?"":Oo(m[k]??0)})}});return o.append(w("label",{class:"choice"},w("span",{},"Epoch"),S,E)),C(M),{element:w("div",{},w("p",{class:"help"},"Each measure along the layers, from the input on the left to the output on the right, on a logarithmic axis. In a network that learns, neither the signal nor its gradient grows or shrinks by powers of ten on the way."),g>0&&p.some(({columns:k})=>ac(k))?w("p",{class:"muted",id:"first-steps"},cp):null,v),table:()=>up(p,m)}}function lp(e,t){if(!e||!t)return e??t;let o=({steps:r,layers:i},s)=>i[s]??r.map(()=>null),n=Object.keys({...e.layers,...t.layers});return{steps:[...e.steps,...t.steps],layers:Object.fromEntries(n.map(r=>[r,[...o(e,r),...o(t,r)]]))}}function Oo(e){return e===Do?sc:String(e)}function ic(e,t){return t!==Do?`epoch ${t}`:e==="std"?`${sc}, before the first update`:"the first ten steps"}function ac({steps:e}){return e.length===1&&e[0]===Do}function ap({id:e,layers:t,columns:o},n){let r=ye(e),[i=n]=o.steps,s=ac(o)?Do:n,c=a=>{let f=o.steps.indexOf(a);return{id:String(a),name:ic(e,a),values:t.map(({tag:p})=>o.layers[p]?.[f]??null),place:0}};return w("section",{},w("h2",{},r.name),at({id:`depth-${e}`,steps:t.map((a,f)=>f+1),stepName:"layer",stepText:a=>t[a-1]?.name??"",overMap:!0,lines:[c(s)],expected:s===i?[]:[c(i)],expectedName:ic(e,i)+(i===Do?"":", the first one"),unit:r.unit,axis:"log",height:230}))}var cp="Gradient norm and update ratio are those of the first ten steps: ActivationMonitor(log_dir, gradients=True) measures every epoch.";function up(e,t){return e.flatMap(({id:o,layers:n,columns:r})=>[[ye(o).name,...n.map(({name:i})=>i)],...t.filter(i=>r.steps.includes(i)).map(i=>[Oo(i),...n.map(({tag:s})=>r.layers[s]?.[r.steps.indexOf(i)])]),[]])}var rs=["update_ratio","sign_agreement","gradient_norm"];function cc(e){return tn(e)?.id??""}async function uc(e,t){let o=rs.filter(s=>s in t.layers),n=await e.source.series(e.run,[...o,...o.map(cc)]),r=w("div",{}),i=[];for(let s of o){let c=ye(s),a=n[s];if(!a)continue;let f=jt(e.run.manifest,a).length>uo;r.append(w("h2",{},c.name),Ht(c),f?Er(e,c,a):Lr(e,c,a,s,280,n[cc(s)])),i.push([c.name],...Tr(e,c,a),[])}return{element:r,table:()=>i}}var Tn=96;async function fc(e,t,o){let{source:n,run:r}=e,i=qn(e);if(!i)return{element:Ue("This run has no layers."),table:()=>[]};let[s,c]=await Promise.all([n.histograms(r,i.tag),n.measure(r,"zero_fraction")]),a=c.layers[i.tag],f=ye("zero_fraction");return o.append(fo(e,i),w("span",{class:"muted",id:"how"},Ka(i))),{element:w("div",{},a?Ht(f,nn(t,f.id,i.tag)):null,a?at({id:"zero-lines",steps:c.steps,stepName:"epoch",lines:[{id:i.tag,name:f.name,values:a,place:0}],unit:f.unit,axis:f.axis,height:120,legend:"above",overMap:!0}):null,s.steps.length?fp(e,i.tag,s,a?c.steps:[]):Ue("No histograms were logged. ActivationMonitor(log_dir, histogram_freq=1) logs them once per epoch.")),table:()=>[["epoch","left edge","right edge","count"],...s.steps.flatMap((m,g)=>(s.bins[g]??[]).map(y=>[m,...y]))]}}function fp(e,t,o,n){let{low:r,high:i,density:s,most:c}=dp(o),a=[...new Set([...n,...o.steps])].sort((v,E)=>v-E),f=a.map(v=>o.steps.findLastIndex(E=>E<=v)),p=(v,E)=>s[v*o.steps.length+(f[E]??-1)]??0,m=new Uint8Array(Tn*a.length);for(let v=0;v<m.length;v++){let E=v%a.length,C=f[E]===-1?0:p(Math.floor(v/a.length),E);m[v]=C>0?co(Math.log10(C/c),-4,0):0}let g=so(),y=(i-r)/Tn,M=v=>i-v*y;return w("div",{},w("p",{class:"help"},"How the activations of one mini-batch other than exact zeros are spread, epoch by epoch; the shade is the share of them per value, on a logarithmic scale. ",a.length>o.steps.length?"An epoch without a histogram shows the last one before it. ":"",w("code",{},"log₁₀ of count / (all · width of the bin)")),on({id:"value-map",steps:a,rows:Tn,cells:m,palette:g,rowNames:[r,i],rowAxis:"activation",stepName:"epoch",height:Tt(460,280),describe:(v,E)=>{let C=o.steps[f[E]??-1];if(C===void 0)return`Epoch ${a[E]??""}: no histogram yet`;let S=C===a[E];return`Epoch ${a[E]??""}`+(S?"":` (histogram of epoch ${C})`)+`, from ${Sn(M(v+1))} to ${Sn(M(v))}: ${$o(p(v,E)*y)} of the activations that are not 0`},key:rn(g,"10⁻⁴ of the highest","highest","none"),zoom:e.zoom(`values ${e.run.run} ${t}`)}))}function dp({steps:e,bins:t}){let o=1/0,n=-1/0;for(let[c,a]of t.flat())!Number.isFinite(c)||!Number.isFinite(a)||(o=Math.min(o,c),n=Math.max(n,a));if(!(n>o)){let c=Number.isFinite(o)?o:0;[o,n]=[c-.5,c+.5]}let r=(n-o)/Tn,i=new Float64Array(Tn*e.length);return t.forEach((c,a)=>{let f=c.reduce((p,[,,m])=>p+m,0);for(let[p,m,g]of c)!g||!Number.isFinite(p)||!Number.isFinite(m)||s(p,m,g/f,a)}),{low:o,high:n,density:i,most:i.reduce((c,a)=>Math.max(c,a),0)};function s(c,a,f,p){let m=Math.min(Tn-1,Math.floor((n-a)/r)),g=Math.min(Tn-1,Math.floor((n-c)/r));for(let y=m;y<=g;y++){let M=Math.min(a,n-y*r),v=Math.max(c,n-(y+1)*r),E=a>c?Math.max(0,M-v)/(a-c):1,C=y*e.length+p;i[C]=(i[C]??0)+f*E/r}}}var dc=["alpha","alpha_min","alpha_max"];async function pc(e,t,o){let{source:n,run:r}=e,i=r.manifest.layers.filter(({tag:m})=>m in(t.layers.alpha??{})),s=qn(e,i);if(!s)return{element:Ue("No slopes were logged."),table:()=>[]};let[c,a]=await Promise.all([n.series(r,dc),n.alphas(r,s.tag)]),f=dc.flatMap((m,g)=>{let y=c[m]?.layers[s.tag];return y?[{id:m,name:ye(m).name,values:y,place:g}]:[]});return o.append(fo(e,s,i),w("span",{class:"muted"},a.units?Ze(a.units,"channel"):"")),{element:w("div",{},Ht(ye("alpha")),at({id:"slope-lines",steps:c.alpha?.steps??[],stepName:"epoch",lines:f,unit:"number",axis:"fit",levels:[{value:0,name:"0: ReLU"}],height:180,legend:"above",overMap:!0}),a.units?pp(e,s,a):null),table:()=>[["epoch",...Array.from({length:a.units},(m,g)=>`alpha ${g}`)],...a.steps.map((m,g)=>[m,...Array.from({length:a.units},(y,M)=>a.values[M*a.steps.length+g])])]}}function pp(e,t,{steps:o,units:n,values:r}){let i=(p,m)=>r[p*o.length+m];if(n<=uo)return at({id:"channel-lines",steps:o,stepName:"epoch",lines:Array.from({length:n},(p,m)=>({id:String(m),name:`channel ${m}`,values:o.map((g,y)=>i(m,y)??null),place:m})),unit:"number",axis:"fit",height:300});let s=1/0,c=-1/0;for(let p of r)Number.isFinite(p)&&(s=Math.min(s,p),c=Math.max(c,p));let a=new Uint8Array(r.length);for(let p=0;p<n;p++)for(let m=0;m<o.length;m++)a[p*o.length+m]=co(i(p,m),s,c);let f=so();return on({id:"channel-map",steps:o,rows:n,cells:a,palette:f,rowNames:String,rowAxis:"channel",stepName:"epoch",height:Math.min(Tt(440,300),34+Math.max(200,n*12)),describe:(p,m)=>`Channel ${p}, epoch ${o[m]??""}: alpha ${ce(i(p,m),"number")}`,key:rn(f,`alpha ${Sn(s)}`,Sn(c)),zoom:e.zoom(`slopes ${e.run.run} ${t.tag}`)})}var is=[{id:"histograms",name:"Histograms",show:fc,logged:()=>!0,missing:""},{id:"slopes",name:"Slopes",show:pc,logged:e=>"alpha"in e.layers,missing:"No layer of this run learns a slope (PReLU, or ELU with a learned alpha)."},{id:"gradients",name:"Gradients",show:uc,logged:e=>rs.some(t=>t in e.layers),missing:"No gradients were logged. ActivationMonitor(log_dir, gradients=True) logs them."},{id:"depth",name:"Depth",show:lc,logged:e=>No.some(t=>t in e.layers),missing:"This run has no measures that can be shown along its layers."}];async function mc(e){let{source:t,run:o,choices:n,choose:r}=e,i=await t.latest(o),s=is.find(({id:f})=>f===n.detail)??is[0];if(!s)throw new Error("There are no details.");let c=w("div",{class:"bar"},Yn("Details","detail",is.map(({id:f,name:p})=>[f,p]),s.id,f=>{r({detail:f})})),a=s.logged(i)?await s.show(e,i,c):{element:Ue(s.missing),table:()=>[]};return{element:w("section",{class:"view"},c,a.element),table:a.table}}async function hc(e){let{source:t,run:o,choices:n,choose:r}=e,i=await t.latest(o),s=br(i),c=s.find(({id:M})=>M===n.measure)??s[0];if(!c)return{element:Ue("This run has no measures yet."),table:()=>[]};let a=tn(c.id)?.id??"",f=await t.series(o,[...gr(c),...a in i.layers?[a]:[]]),p=wr(c,f),m=jt(e.run.manifest,p).length>uo,g=n.form||(m?"map":"lines");return{element:w("section",{class:"view"},w("div",{class:"bar"},Vt("Measure","measure",s.map(({id:M,name:v})=>[M,v]),c.id,M=>{r({measure:M})}),Yn("Form","form",[["lines","Lines"],["map","Heat map"]],g,M=>{r({form:M})})),Ht(c,nn(i,c.id)),g==="map"?Er(e,c,p):Lr(e,c,p,"layer-lines",Tt(260,380,720),f[a])),table:()=>Tr(e,c,p)}}var Rr=100,Or=28;function gc(e,t){let o=Math.max(1,e.length-1),n=Or-3,r="",i,s;return e.forEach((c,a)=>{if(c===null||!Number.isFinite(c))return;let f=1+a/o*(Rr-6),p=n-c*(Or-6);i??=f,r+=`${r?"L":"M"}${f.toFixed(1)} ${p.toFixed(1)}`,s=[f,p]}),Ie("svg",{class:"spark",width:Rr,height:Or,viewBox:`0 0 ${Rr} ${Or}`,role:"img","aria-label":t},Ie("line",{class:"base",x1:1,y1:n,x2:Rr-5,y2:n}),s&&Ie("path",{class:"under",d:`${r}L${s[0].toFixed(1)} ${n}L${(i??1).toFixed(1)} ${n}Z`}),Ie("path",{d:r,fill:"none"}),s&&Ie("circle",{cx:s[0],cy:s[1],r:2.5}))}var Nr=190,Dr=52,mp=30;function wc(e){let{values:t,limit:o,description:n}=e,r=hp(e),i=t.length-1,s=[];t.forEach((p,m)=>{if(p===null||!Number.isFinite(p))return;let g=i?m/i:.5;s.push([4+g*(Nr-8),r(p)])});let c=s.map(([p,m],g)=>`${g?"L":"M"}${p.toFixed(1)} ${m.toFixed(1)}`).join(""),a=s.at(-1),f=o===null||!Number.isFinite(o)?void 0:r(o);return Ie("svg",{class:"spark",width:Nr,height:Dr,viewBox:`0 0 ${Nr} ${Dr}`,role:"img","aria-label":n},f!==void 0&&Ie("line",{class:"limit",x1:0,y1:f.toFixed(1),x2:Nr,y2:f.toFixed(1)}),Ie("path",{d:c,fill:"none"}),a&&Ie("circle",{cx:a[0],cy:a[1],r:3}))}function hp({values:e,limit:t,axis:o}){let n=[...e,t].filter(y=>y!==null&&Number.isFinite(y)),r=n.filter(y=>y>0),i=n.every(y=>y>=0)&&Math.max(...r)>mp*Math.min(...r),s=typeof o=="string"&&(o==="log"||i),c=Math.min(...r),a=y=>s?Math.log10(Math.max(y,c)):y,f=typeof o=="string"?[...n,...o==="from zero"&&!s?[0]:[]].map(a):[...o],p=Math.min(...f),g=Math.max(...f)-p;return y=>{let M=g>0?(a(y)-p)/g:.5;return Dr-5-M*(Dr-10)}}var gp="The code is for a compiled model that has not been trained yet, after `import keras` and `import keras_activations as ka`; `x` and `y` are your data.";function bc(e){let t=!!e.diagnosis?.findings.length;return w("p",{class:t?"verdict warn":"verdict",id:"verdict"},t&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},Cr(e)))}function yc(e,{diagnosis:t,problem:o},n){if(!t)return null;let{findings:r}=t,i=Mp(t);return!r.length&&!i?null:w("div",{class:"findings",id:"findings"},o&&r.length?w("p",{class:"muted"},o):null,...r.map((s,c)=>wp(e,s,c,n)),r.some(({remedies:s})=>s.some(({code:c})=>c))?w("p",{class:"muted"},...po(gp)):null,i)}function wp(e,t,o,n){let{cause:r,evidence:i,layers:s,reference:c,remedies:a,sentence:f}=t,p=`finding-${o}`,m=[qa(t),c&&`More: \`${c}\``];return w("article",{class:"finding",id:p,"aria-labelledby":`${p}-cause`},w("div",{class:"finding-head"},w("h2",{id:`${p}-cause`},Ro(r)),w("span",{class:"muted"},Ya(t)),w("code",{class:"muted"},r)),f&&w("p",{},...po(f)),s.length>0&&w("p",{class:"where"},w("span",{class:"muted"},"Where it begins:"),...[...new Set(s)].map((g,y)=>bp(e,g,`${p}-layer-${y}`))),i.length>0&&yp(e,i,p,n),a.length>0&&w("h3",{},"What to do"),a.length>0&&w("ol",{class:"remedies"},...a.map((g,y)=>vp(g,`${p}-copy-${y}`))),m.some(Boolean)&&w("p",{class:"muted"},...po(m.filter(Boolean).join(" "))))}function bp(e,t,o){let n=xc(e,t);return n?w("button",{type:"button",class:"link",id:o,title:`Show the units of ${t}`,click:()=>{e.choose({view:"units",layer:n.tag})}},t):w("span",{},t)}function xc({run:e},t){return e.manifest.layers.find(o=>o.name===t)}function yp(e,t,o,n){let r=t.map((s,c)=>xp(e,s,`${o}-curve-${c}`,n)),i=(s,c="")=>w("th",{scope:"col",class:c},s);return w("div",{class:"scroll"},w("table",{class:"evidence"},w("thead",{},w("tr",{},i("evidence","text"),i("found"),i("counts if","text"),r.some(Boolean)&&i("over the epochs, with its limit","text"))),w("tbody",{},...t.map((s,c)=>{let{value:a,limit:f}=$r(s);return w("tr",{},w("td",{class:"text"},...po(s.what)),w("td",{class:"figure"},a),w("td",{class:"text"},f),r.some(Boolean)&&w("td",{class:"text"},r[c]))}))))}function xp(e,{layer:t,limit:o,measure:n},r,i){let s=n?i[n]:void 0,c=xc(e,t),a=t?s?.layers[c?.tag??t]:s?.run??void 0;if(!s||!a)return null;let f=ye(n),p=bt(s.steps,a),[m,g]=[p[0],p.at(-1)];if(!m||!g)return null;let y=v=>ce(v,f.unit),M=wc({values:a,limit:o,axis:f.axis,description:`${f.name} of ${t||"the run"}: ${y(m.value)} at epoch ${m.step}, ${y(g.value)} at epoch ${g.step}; limit ${y(o)}`});return w("button",{type:"button",class:"curve",id:r,title:`Show the ${f.name} of all layers over time; dashed is the limit`,click:()=>{e.choose({view:"layers",measure:n,form:"lines"})}},M)}function vp({text:e,code:t},o){return w("li",{},...po(e),t?Sp(t,o):null)}function Sp(e,t){let o=w("button",{type:"button",class:"quiet copy",id:t,"aria-label":"Copy the code",click:()=>{Jo(e).then(()=>{o.textContent="Copied",n.textContent="Copied"})}},"Copy"),n=w("span",{class:"sr",role:"status"});return w("div",{class:"code"},w("pre",{tabindex:0},w("code",{},e)),o,n)}function Mp(e){let t=Za(e);if(!t.length)return null;let o=Object.keys(e.not_checked).length,n=w("dl",{});for(let[r,i]of t)n.append(w("dt",{},pr(i,i.length)),w("dd",{},...po(r)));return w("details",{class:"unchecked",id:"not-checked"},w("summary",{},`${Ze(o,"cause")} ${o===1?"was":"were"} not checked`),n)}function po(e){let t=e.split("`");return t.length%2===0?[e]:t.map((o,n)=>n%2?w("code",{},o):o)}var kp=["dead_ratio","one_sided_ratio","died","revived"],vc="worst-first",_p=250;async function Sc(e){let{source:t,run:o,choices:n,choose:r}=e,{manifest:i}=o,s=t.findings(o),c=s.then(({diagnosis:S})=>{let L=Qa(S?.findings??[]);return t.series(o,[...new Set([...kp,...L])])}),[a,f,p]=await Promise.all([t.latest(o),s,Promise.race([c,$p(_p)])]),m=p??{},g=Ap(a,m),y=Lp(i,f,a,m),M=Mr(i.layers.map((S,L)=>({layer:S,place:L})),g,n.sort),v=n.sort===vc;if(v){let S=Fa(f.diagnosis?.findings??[],a);M.sort((L,k)=>S(L.layer,k.layer))}let E=M.map(({layer:S,place:L})=>{let k=y.get(S.tag);return w("tr",{class:k?"flagged":"","data-layer":S.tag},...g.map(D=>Pp(D,{layer:S,place:L},e,a,k)),w("td",{class:"text"},Hp(S,m)))});return{element:w("section",{class:"view overview"},...f.diagnosis?[bc(f)]:[Ep(i,a,p),w("p",{class:"gaps muted"},f.problem||Op)],Cp(i.not_watched),yc(e,f,m),w("div",{class:"bar"},w("button",{type:"button",id:"worst-first",title:"Layers that findings name, then those with NaN or infinite values, then by the largest of the shares of dead, one-sided and saturated units","aria-pressed":v?"true":"false",click:()=>{r({sort:v?"":vc})}},"Worst first"),w("span",{class:"muted"},nn(a,"dead_ratio"))),kr({id:"layers",columns:g,after:w("th",{scope:"col",class:"text",title:Mc},"over time"),rows:E,sort:n.sort,choose:r}),zp(g)),...p?{}:{more:c},table:()=>[g.map(S=>S.name),...M.map(S=>g.map(L=>L.of(S))),...Tp(f)]}}function Lp(e,{diagnosis:t},o,n){if(t){let r=Ja(t.findings);return new Map(e.layers.flatMap(({tag:i,name:s})=>{let c=r.get(s);return c?[[i,c]]:[]}))}return new Map(Qi(e,o,n).map(({layer:r,clause:i})=>[r.tag,i]))}function Ep(e,t,o){let n=Qi(e,t,o??{});return w("p",{class:n.length?"verdict warn":"verdict",id:"verdict"},n.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},o?Ia(e,n):"Reading the history of the run …"))}function Tp({diagnosis:e}){return e?.findings.length?[[],["finding","layers","since","evidence","found","counts if"],...e.findings.flatMap(({cause:t,layers:o,since:n,evidence:r})=>r.map(i=>[t,o.join(" "),n,i.what,i.value,$r(i).limit]))]:[]}function Cp(e){if(!e.length)return null;let t=e.map(({name:o,reason:n})=>`${o} (${n})`);return w("p",{class:"gaps muted",id:"not-watched"},`Not watched: ${t.join(", ")}.`)}function $p(e){return new Promise(t=>{setTimeout(t,e,void 0)})}function Ap(e,t){let o=c=>({layer:a})=>e.layers[c]?.[a.tag],n=(c,a)=>bt(t[c]?.steps??[],t[c]?.layers[a.tag]??[]).map(({value:f})=>f),r=c=>({layer:a})=>{let f=n(c,a);return f.length?f.reduce((p,m)=>p+m):void 0},i=({layer:c})=>{let a=n("dead_ratio",c);return a.length?Math.max(...a):void 0},s=(c,a,f,p,m="")=>{let{name:g,unit:y,help:M,formula:v}=ye(a);return{id:c,name:p??g,unit:y,help:`${M} ${v}${m}`,of:f}};return[{id:"place",name:"#",unit:"count",help:"Place of the layer in the model.",first:"up",of:({place:c})=>c+1},{id:"layer",name:"layer",unit:"text",help:"Name of the layer; a click shows its units.",of:({layer:c})=>c.name},{id:"activation",name:"activation",unit:"text",help:"Activation function of the layer.",of:({layer:c})=>c.activation},{id:"units",name:"units",unit:"count",help:"Output features of the layer, or channels of a convolution.",of:({layer:c})=>c.units},s("now","dead_ratio",o("dead_ratio"),"dead now"),s("worst","dead_ratio",i,"worst","; the largest of all epochs"),s("born","born_dead",o("born_dead")),s("died","died",r("died"),"died","; sum over all epochs"),s("revived","revived",r("revived"),"revived","; sum over all epochs"),s("onesided","one_sided_ratio",o("one_sided_ratio"),"one-sided"),s("mean","mean",o("mean")),s("shift","bias_shift",c=>Rp(e,c.layer)?void 0:o("bias_shift")(c)),{id:"expected",name:"expected",unit:"number",help:"Bias shift that this activation has for inputs from N(0, 1); of a learned slope, with what it is now.",of:o("bias_shift_expected")},s("saturation","saturation",o("saturation"),"saturated")]}function Pp(e,t,{choose:o,run:n},r,i){let{layer:s,place:c}=t,a=e.of(t);if(e.id==="layer")return w("td",{class:"text name"},w("button",{type:"button",class:"link",id:`layer-${c}`,title:i??"Show its units",click:()=>{o({view:"units",layer:s.tag})}},w("span",{class:"flag"},i?"▲":""),s.name));if(e.unit==="text"||e.unit==="given")return w("td",{class:"text"},a||"–");if(a==null||typeof a=="string"){let p=s.can_die===!1&&Np.has(e.id);return w("td",{class:"muted",title:p?"This activation cannot die.":""},"–")}let f=w("td",{"data-column":e.id,"data-value":a},ce(a,e.unit));if(e.id==="expected"&&f.classList.add("muted"),e.unit==="share"){let p=Dp[e.id]??"",m=Ao(n.manifest,p)??1/0;((p==="saturation"?vr(r,s,p):a)??0)>=m&&f.classList.add("high"),f.style.setProperty("--share",`${Math.min(100,100*a)}%`),f.classList.add("share")}return f}function Rp({layers:e},{tag:t}){return(e.dead_ratio?.[t]??0)>=1&&e.bias_shift?.[t]===0}var Op="There is no diagnosis in this log: the sentence follows from limits alone.",Mc="Share of dead units epoch by epoch, from 0 to 100 %; of one-sided units where they cannot die.",Np=new Set(["now","worst","born","died","revived"]),Dp={now:"dead_ratio",worst:"dead_ratio",onesided:"one_sided_ratio",saturation:"saturation"};function Hp(e,t){let o=e.can_die===!1?"one_sided_ratio":"dead_ratio",n=t[o],r=n?.layers[e.tag];if(!n||!r)return null;let i=bt(n.steps,r),s=ce(i[0]?.value,"share"),c=ce(i.at(-1)?.value,"share");return gc(r,`${ye(o).name} of ${e.name}: from ${s} to ${c}`)}function zp(e){let t=w("dl",{});for(let{name:o,help:n}of[...e,{name:"over time",help:Mc}])t.append(w("dt",{},o),w("dd",{},n));return w("details",{class:"glossary",id:"glossary"},w("summary",{},"What the columns say"),t)}function ls(e,t){let{steps:o,values:n,recycled:r}=e,i={bornDead:!0,deadNow:!1,timeDead:0,died:[],revived:[],recycled:o.filter((c,a)=>r[a]?.includes(t))},s=!1;return o.forEach((c,a)=>{let f=n[t*o.length+a]!==0;f?(s&&i.revived.push(c),i.bornDead=!1):(!s&&a>0&&i.died.push(c),i.timeDead+=1),s=!f}),i.deadNow=s,i}function kc(e){let{steps:t,units:o,values:n}=e,r=new Uint32Array(o),i=new Uint32Array(o).fill(t.length);for(let c=0;c<o;c++){let a=c*t.length,f=0;for(let p=t.length-1;p>=0;p--)n[a+p]===0&&(f+=1,i[c]=p);r[c]=f}let s=(c,a)=>c[a]??0;return Array.from({length:o},(c,a)=>a).sort((c,a)=>s(r,a)-s(r,c)||s(i,c)-s(i,a)||c-a)}function _c(e){let{steps:t,units:o,values:n}=e,r=t.map(()=>0),i=t.map(()=>0),s=t.map(()=>0);for(let c=0;c<o;c++){let a=!1,f;for(let p=0;p<t.length;p++){let m=n[c*t.length+p]!==0;a||=m,a||(r[p]=(r[p]??0)+1),f===!0&&!m&&(i[p]=(i[p]??0)+1),f===!1&&m&&(s[p]=(s[p]??0)+1),f=m}}return[r,i,s]}var as={off:"dead",on:"alive",always:"dead from birth: it never fired",wentOff:"died",wentOn:"revived"},Hr={off:"one-sided",on:"two-sided",always:"one-sided from birth: its input was never above 0",wentOff:"went one-sided",wentOn:"came back"};function Lc(e,t){let o=e.recycled.length?[`recycled after ${ss(e.recycled)}`]:[];if(e.bornDead)return[t.always,...o].join("; ");let n=[];return e.died.length&&n.push(`${t.wentOff} at ${ss(e.died)}`),n.push(...o),e.revived.length&&n.push(`${t.wentOn} at ${ss(e.revived)}`),!e.died.length&&!e.revived.length?[`${t.on} throughout`,...o].join(", "):`${n.join(", ")}; now ${e.deadNow?t.off:t.on}`}function ss(e){return`epoch${e.length===1?"":"s"} ${pr(e)}`}var Ec=["born_dead","died","revived"],Ho="recycled";async function Tc(e){let{source:t,run:o,choices:n,choose:r}=e,i=qn(e);if(!i)return{element:Ue("This run has no layers."),table:()=>[]};let[s,c,a]=await Promise.all([t.latest(o),t.series(o,[...Ec,Ho]),t.firing(o,i.tag)]),f=n.order||"dead",p=f==="dead"?kc(a):Array.from({length:a.units},(M,v)=>v),m=i.can_die===!1,g=m?Hr:as;return{element:w("section",{class:"view"},w("div",{class:"bar"},fo(e,i),Yn("Order of the units","order",[["dead",`By time ${g.off}`],["index","By index"]],f,M=>{r({order:M})}),w("span",{class:"muted",id:"unit-summary"},Fp(a,g))),w("p",{class:"help"},m?"This activation cannot die. A unit is one-sided in an epoch in which its input was above 0 for no sample; the shade is the share of samples for which it was. ":"A unit is dead in an epoch in which it fired for no sample; the shade is the share of samples for which it fired. ",w("code",{},m?"one-sided(u) ⇔ #{samples : z(u) > 0} = 0":"dead(u) ⇔ #{samples : φ′(z(u)) ≠ 0} = 0")," ",w("span",{class:"muted"},nn(s,m?"one_sided_ratio":"dead_ratio",i.tag))),m?Vp(a,i,c):Ip(i,c),a.units&&a.steps.length?Up(e,i,a,p,g):Ue("No map of units was written for this layer."),Wp(a.steps)),table:()=>Bp(a,p,g)}}function Fp(e,{off:t}){let{units:o,steps:n,values:r}=e;if(!o||!n.length)return"";let i=0;for(let s=1;s<=o;s++)r[s*n.length-1]===0&&(i+=1);return`${Ze(o,"unit")}, ${Ze(n.length,"epoch")}; ${t} now: ${i} (${en(i/o)})`}function Ip(e,t){let o=t.died??t.born_dead,n=Ec.flatMap((i,s)=>{let c=t[i]?.layers[e.tag];return c?[{id:i,name:ye(i).name,values:c,place:s}]:[]});if(!o||!n.length)return null;let{steps:r}=o;return $c(r,[...n,...Cc(e,t,r)])}function Vp(e,t,o){if(!e.steps.length)return null;let n=["one-sided from birth",Hr.wentOff,Hr.wentOn],r=_c(e).map((s,c)=>{let a=n[c]??"";return{id:a,name:a,values:s,place:c}}),{steps:i}=e;return $c(i,[...r,...Cc(t,o,i)])}function Cc(e,t,o){let n=t[Ho],r=n&&Zi(n,o).layers[e.tag];return r?[{id:Ho,name:Ho,values:r,place:9}]:[]}function $c(e,t){return w("div",{class:"counts"},at({id:"counts",steps:e,stepName:"epoch",lines:t,unit:"count",axis:"from zero",height:150,legend:"above",overMap:!0}))}function Up(e,t,o,n,r){let{steps:i,units:s,values:c,recycled:a}=o,f=new Uint8Array(c.length),p=i.length;n.forEach((C,S)=>{f.set(c.subarray(C*p,(C+1)*p),S*p)});let m=n.map(()=>[]),g=new Map(n.map((C,S)=>[C,S]));a.forEach((C,S)=>{for(let L of C)m[g.get(L)??-1]?.push(S)});let y=_a(),M=r===as?"fires":"above 0",v=rn(y,`${M} rarely`,"always",r.off);a.some(C=>C.length)&&v.append(...ja(Ho));let E=n.every((C,S)=>C===S);return on({id:"unit-map",steps:i,rows:s,cells:f,palette:y,marks:m,rowNames:C=>String(n[C]??""),rowAxis:E?"unit":`unit, longest ${r.off} on top`,...E?{}:{placeAxis:`place by time ${r.off}`},stepName:"epoch",height:Math.min(Tt(440,340),34+Math.max(200,s*13)),describe:(C,S)=>{let L=n[C]??0,k=c[L*p+S]??0,D=$o(k/255),N=k===0?r.off:`${M} for ${D} of the samples`,B=E?"":` (place ${C+1})`,_=a[S]?.includes(L)?", recycled after this epoch":"";return`Unit ${L}${B}, epoch ${i[S]??""}: ${N}${_}. In this run: ${Lc(ls(o,L),r)}.`},key:v,zoom:e.zoom(`units ${e.run.run} ${t.tag}`)})}function Wp(e){let t=e[0],o=e.at(-1);if(t===void 0||o===void 0||e.length<1e3)return null;let n=o-t+1;return e.length>=n?null:w("p",{class:"muted"},`TensorBoard keeps ${Ze(e.length,"epoch")} of ${n}. Start it with --samples_per_plugin keras_activations=${n} to see all of them.`)}function Bp(e,t,o){let{steps:n,values:r,recycled:i}=e,s=i.some(c=>c.length);return[["unit","state",`${o.wentOff} at`,`${o.wentOn} at`,...s?["recycled after"]:[],...n.map(c=>`rate at epoch ${c}`)],...t.map(c=>{let a=ls(e,c),f=a.bornDead?`born ${o.off}`:a.deadNow?o.off:o.on;return[c,f,a.died.join(" "),a.revived.join(" "),...s?[a.recycled.join(" ")]:[],...n.map((p,m)=>Number(((r[c*n.length+m]??0)/255).toFixed(4)))]})]}var zr=[{id:"overview",name:"Overview",view:Sc},{id:"layers",name:"Layers over time",view:hc},{id:"units",name:"Units",view:Tc},{id:"compare",name:"Compare runs",view:nc},{id:"details",name:"Details",view:mc}],jp=["run","view","layer","measure","detail","which"],Gp=`from keras_activations.callbacks import ActivationMonitor

monitor = ActivationMonitor("logs/run1")
model.fit(x, y, callbacks=[monitor])`,Fr=class{constructor(t,o,n,r){this.root=t;this.source=o;this.place=n;this.styles=r;this.choices=n.read(),this.root.append(this.head,this.notice,this.main),this.place.onLink(()=>{this.choices=this.place.read(),this.show()}),this.place.onKey(i=>{this.key(i)})}root;source;place;styles;choices;runs=[];shown;turn=0;zooms=new Map;head=w("header",{});main=w("main",{});notice=w("p",{class:"notice",role:"status",hidden:!0});async reload(){this.source.forget(),await this.show()}async show(){let t=++this.turn;this.root.dataset.ready="false";try{this.runs=await this.source.runs();let o=di(this.runs,this.choices.run)??this.runs[0],n=zr.find(({id:r})=>r===this.choices.view)??zr[0];if(!o||!n)this.put(void 0,Yp(),"");else{let r=await n.view(this.context(o));if(t!==this.turn)return;if(this.put(r,r.element,this.noticeOf(o)),r.more){this.drawHead(o,n.id),this.root.dataset.ready="partly",await r.more,t===this.turn&&await this.show();return}}this.drawHead(o,n?.id??"")}catch(o){if(t!==this.turn)return;let n=o instanceof Error?o.message:String(o);this.put(void 0,w("p",{class:"nothing"},`This cannot be shown. ${n}`),"")}t===this.turn&&(this.root.dataset.ready="true")}context(t){return{source:this.source,runs:this.runs,run:t,choices:this.choices,choose:o=>{this.choose(o)},zoom:o=>{let n=this.zooms.get(o)??{top:0,bottom:0};return this.zooms.set(o,n),n}}}choose(t){let o=this.choices;this.choices={...o,...t},this.choices.view!==o.view&&(this.choices.sort="");let n=jp.some(r=>this.choices[r]!==o[r]);this.place.write(this.choices,n),this.show()}put(t,o,n){let r=document.activeElement?.id,i=new Set(this.foldable().filter(({open:c})=>c).map(({id:c})=>c)),{scrollTop:s}=document.documentElement;this.shown=t,this.main.replaceChildren(o),this.notice.hidden=!n,this.notice.textContent=n,r&&document.getElementById(r)?.focus({preventScroll:!0});for(let c of this.foldable())i.has(c.id)&&(c.open=!0);document.documentElement.scrollTop=s}foldable(){return[...this.main.querySelectorAll("details")]}noticeOf(t){let o=this.choices.run;return o&&di(this.runs,o)!==t?`There is no run "${pi(o,t.manifest.prefix)}" here: this is "${kt(t)}". ${t.problem}`:t.problem}drawHead(t,o){let n=document.activeElement?.id;if(!t){this.head.replaceChildren();return}let r=zr.map(({id:a,name:f},p)=>w("button",{type:"button",id:`view-${a}`,title:`${f} (key ${p+1})`,"aria-current":a===o?"page":void 0,click:()=>{this.choose({view:a})}},f)),i=[["png","PNG",()=>this.savePicture(t,o)],["csv","CSV",()=>this.saveNumbers(t,o)],["link","Link",()=>this.copyLink()]],s={png:"Save a picture of this view",csv:"Save the numbers of this view",link:"Copy a link to this view"},c=Vt("Run","run",this.runs.map(a=>[a.run,kt(a)]),t.run,a=>{this.choose({run:a,hidden:""})});o==="compare"&&(c.title="All runs are compared here",c.querySelector("select")?.setAttribute("disabled","")),this.head.replaceChildren(c,w("nav",{"aria-label":"Views"},...r),w("span",{class:"actions"},...i.map(([a,f,p])=>w("button",{type:"button",id:`save-${a}`,title:s[a],click:()=>{p().catch(m=>{this.notice.hidden=!1,this.notice.textContent=`That did not work. ${String(m)}`})}},f)))),n&&document.getElementById(n)?.focus({preventScroll:!0})}async savePicture(t,o){this.shown&&mi(`${Ac(t,o)}.png`,await Zs(this.shown.element,this.styles))}saveNumbers(t,o){return this.shown&&mi(`${Ac(t,o)}.csv`,new Blob([qs(this.shown.table())],{type:"text/csv"})),Promise.resolve()}async copyLink(){this.place.write(this.choices),await Jo(this.place.link()),this.notice.hidden=!1,this.notice.textContent="The link to this view is on the clipboard."}key(t){if(t.target&&Kp(t.target)||t.ctrlKey||t.metaKey||t.altKey)return;let o=zr[Number(t.key)-1];o&&this.runs.length&&this.choose({view:o.id})}};function Kp(e){return e.matches("input, select, textarea, .map, [role=combobox], [role=listbox]")}function Ac(e,t){return`${kt(e)}-${t}`.replaceAll(/[^\w.-]+/g,"_")}function Yp(){return w("section",{class:"view empty",id:"empty"},w("h1",{},"No activations have been logged yet"),w("p",{},"This tab shows which units of a network are dead, saturated or far from zero mean while it trains. Add the monitor to a training run:"),w("pre",{},w("code",{},Gp)),w("p",{class:"muted"},"The tab fills after the first epoch; TensorBoard's reload button asks for it at once."))}var Ir=class{constructor(t){this.ask=t}ask;answers=new Map;forget(){this.answers.clear()}async runs(){return(await this.cached("runs",{})).runs}latest(t){return this.cached("latest",cs(t))}series(t,o){let n={...cs(t),measure:o};return this.cached("series",n)}async measure(t,o){let n=ye(o);return wr(n,await this.series(t,gr(n)))}async firing(t,o){let n={run:t.run,layer:o},r=await this.cached("firing",n),i=await us(r.values),s=r.steps.length;for(let c=0;c<i.length;c++)c%s&&(i[c]=(i[c]??0)+(i[c-1]??0));return{...r,values:i}}async alphas(t,o){let n={run:t.run,layer:o},r=await this.cached("alphas",n),i=await us(r.values);return{...r,values:new Float32Array(i.buffer)}}histograms(t,o){let n={...cs(t),layer:o};return this.cached("histograms",n)}findings(t){let o={run:t.run};return this.cached("findings",o,Zp)}cached(t,o,n=fs){let r=JSON.stringify([t,o]),i=this.answers.get(r);return i||(i=this.ask(t,o).then(n),i.catch(()=>this.answers.delete(r)),this.answers.set(r,i)),i}};function cs({run:e,manifest:t}){return{run:e,prefix:t.prefix}}var Pc=async(e,t)=>{let o=new URLSearchParams;for(let[r,i]of Object.entries(t))for(let s of[i].flat())o.append(r,s);let n=await fetch(`./${e}?${o.toString()}`);if(!n.ok)throw new Error(`TensorBoard did not answer "${e}" (status ${n.status}).`);return await n.json()};function Rc(e){let t=async()=>JSON.parse(new TextDecoder().decode(await us(e))),o;return async(n,r)=>{let i=await(o??=t()),s=String(r.run),c=String(r.layer);switch(n){case"runs":return i.runs;case"latest":return i.latest[s];case"findings":return i.findings[s];case"series":return Object.fromEntries([r.measure??[]].flat().map(a=>[a,i.series[s]?.[a]]).filter(([,a])=>a!==void 0));case"firing":case"alphas":case"histograms":return i[n][s]?.[c]??qp;default:throw new Error(`No such route: ${n}`)}}}var qp={steps:[],bins:[],units:0,values:"",recycled:[]};async function us(e){if(!e)return new Uint8Array;let t=atob(e),o=new Uint8Array(t.length);for(let r=0;r<t.length;r++)o[r]=t.charCodeAt(r);let n=new Blob([o]).stream().pipeThrough(new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}var Vr=new Map([["NaN",NaN],["Infinity",1/0],["-Infinity",-1/0]]);function fs(e){if(Array.isArray(e))e.forEach((t,o)=>{e[o]=Vr.get(t)??fs(t)});else if(typeof e=="object"&&e!==null){let t=e;for(let[o,n]of Object.entries(t))o!=="manifest"&&(typeof n=="object"?fs(n):o!=="run"&&(t[o]=Vr.get(n)??n))}return e}function Zp(e){let{diagnosis:t}=e;for(let{evidence:o}of t?.findings??[])for(let n of o)n.value=Vr.get(n.value)??n.value,n.limit=Vr.get(n.limit)??n.limit;return e}var Oc=`:root,
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
.notice {
  margin: 12px 20px 0;
  padding: 8px 14px;
  background: var(--row);
  border-left: 4px solid var(--dead);
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
`;var Nc="keras-activations-data";async function Qp(){let e=document.getElementById(Nc)?.textContent,t=Us+Oc,o=document.createElement("style");o.textContent=t,document.head.append(o);let n=document.createElement("div");n.id="page",document.body.append(n);let r=e?void 0:Bs(),i=new Ir(e?Rc(e.trim()):Pc),s=new Fr(n,i,js(r),t),c=!1;Gs(r,()=>{c&&s.show()}),c=!0,r&&Ks(r,()=>{s.reload()}),await s.show()}document.getElementById(Nc)&&Qp();export{Qp as render};
