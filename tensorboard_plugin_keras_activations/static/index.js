// Licences: see THIRD_PARTY_NOTICES.txt beside this file.
var Rs='.uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: ":";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline "background" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}';var iu={run:"",view:"",layer:"",measure:"",form:"",order:"",sort:"",hidden:"",without:"",detail:"",epoch:"",which:""},sr="keras_activations";function ru(e,t){let o={...iu};for(let n of e.replace(/^#/,"").split("&")){let[i="",r=""]=n.split("=",2).map(Ns),s=i.startsWith(t)?i.slice(t.length):"";Object.hasOwn(o,s)&&(o[s]=r)}return o}function su(e,t){return Object.entries(e).filter(([,o])=>o!=="").map(([o,n])=>`${t}${o}=${encodeURIComponent(String(n))}`).join("&")}function Go(e){return[...e].map(encodeURIComponent).join(",")}function Yo(e){return new Set(e?e.split(",").map(Ns):[])}function Ns(e){try{return decodeURIComponent(e.replaceAll("+"," "))}catch{return e}}var jo=class{constructor(t,o){this.window=t;this.inTensorBoard=o;this.prefix=o?`p.${sr}.`:""}window;inTensorBoard;prefix;read(){return ru(this.window.location.hash,this.prefix)}write(t,o=!1){let n=su(t,this.prefix),i=this.inTensorBoard?`${sr}&`:"",r=new URL(this.window.location.href);r.hash=i+n;let{history:s}=this.window;o?s.pushState(s.state,"",r.href):s.replaceState(s.state,"",r.href)}link(){return this.window.location.href}onKey(t){document.addEventListener("keydown",t),this.inTensorBoard&&this.window.document.addEventListener("keydown",o=>{this.inSight()&&t(o)})}onLink(t){this.window.addEventListener("hashchange",()=>{this.inSight()&&t()})}inSight(){let{hash:t}=this.window.location;return!this.inTensorBoard||t.startsWith(`#${sr}`)}};function Ds(){try{let e=window.parent;return e!==window&&e.location.href?e:void 0}catch{return}}function Hs(e){return new jo(e??window,e!==void 0)}function zs(e,t){let o=document.documentElement,n=window.matchMedia("(prefers-color-scheme: dark)"),i=()=>{let s=(e?e.document.body.classList.contains("dark-mode"):n.matches)?"dark":"light";o.dataset.theme!==s&&(o.dataset.theme=s,t())};i(),e?new MutationObserver(i).observe(e.document.body,{attributeFilter:["class"]}):n.addEventListener("change",i)}function Fs(e,t){let o=new MessageChannel;o.port1.onmessage=n=>{let i=JSON.parse(n.data);if(i.isReply)return;let{type:r,id:s}=i;o.port1.postMessage(JSON.stringify({type:r,id:s,payload:null,error:null,isReply:!0})),r==="experimental.DataReloaded"&&t()},e.postMessage("experimental.bootstrap","*",[o.port2])}function w(e,t={},...o){let n=document.createElement(e);return Is(n,t,o),n}function it(e,t={},...o){let n=document.createElementNS("http://www.w3.org/2000/svg",e);return Is(n,t,o),n}function Is(e,t,o){for(let[n,i]of Object.entries(t))i===void 0||i===!1||(typeof i=="function"?e.addEventListener(n,i):e.setAttribute(n,i===!0?"":String(i)));for(let n of o)n==null||n===!1||e.append(typeof n=="number"?String(n):n)}function Vt(e,t,o,n,i){let r=w("select",{id:t,change:()=>{i(r.value)}});for(let[s,c]of o)r.append(w("option",{value:s,selected:s===n},c));return w("label",{class:"choice"},w("span",{},e),r)}function Yn(e,t,o,n,i){return w("div",{class:"segments",role:"group","aria-label":e},...o.map(([r,s])=>w("button",{id:`${t}-${r}`,type:"button","aria-pressed":r===n?"true":"false",click:()=>{i(r)}},s)))}async function Ko(e){let t=navigator.clipboard;try{if(!t)throw new Error("no clipboard");await t.writeText(e)}catch{let o=w("textarea",{class:"sr"});o.value=e,document.body.append(o),o.select(),document.execCommand("copy"),o.remove()}}function Kn(e,t){let o=t??e.run.manifest.layers;return o.find(n=>n.tag===e.choices.layer)??o[0]}function lr(e,t){if(!t)return;let o=e.find(({run:r})=>r===t);if(o)return o;let[n]=e.filter(({run:r})=>t.endsWith(`/${r}`)).sort((r,s)=>s.run.length-r.run.length);if(n)return n;let i=e.filter(({run:r})=>r.endsWith(`/${t}`));return i.length===1?i[0]:void 0}function kt({run:e,manifest:t}){return ar(e,t.prefix)}function ar(e,t){let o=`/${t}`;return(e.endsWith(o)?e.slice(0,-o.length):e)||e}function Vs(e){return e.map(t=>t.map(lu).join(",")+`\r
`).join("")}function lu(e){if(e==null)return"";if(typeof e=="number")return String(e);let t=/^[=+\-@\t\r]/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t}function cr(e,t){let o=document.createElement("a");o.href=URL.createObjectURL(t),o.download=e,o.click(),setTimeout(()=>{URL.revokeObjectURL(o.href)},1e4)}async function Us(e,t){let o=[...e.querySelectorAll(".scroll")].map(S=>S.scrollWidth-S.clientWidth),n=Math.ceil(e.scrollWidth)+Math.max(0,...o),i=Math.ceil(e.scrollHeight),r=e.cloneNode(!0),s=e.querySelectorAll("canvas");r.querySelectorAll("canvas").forEach((S,E)=>{let $=s[E];if(!$)return;let k=document.createElement("img");k.src=$.toDataURL(),k.style.cssText=$.style.cssText,k.style.width=`${$.clientWidth}px`,k.style.height=`${$.clientHeight}px`,S.replaceWith(k)});let c=e.querySelectorAll("select");r.querySelectorAll("select").forEach((S,E)=>{let $=document.createElement("b");$.textContent=c[E]?.selectedOptions[0]?.textContent??"",S.replaceWith($)});let a=document.createElement("div");a.className="picture",a.dataset.theme=document.documentElement.dataset.theme??"light",a.style.width=`${n}px`;let f=document.createElement("style");f.textContent=t,a.append(f,r);let p=new XMLSerializer().serializeToString(a),m=`<svg xmlns="http://www.w3.org/2000/svg" width="${n}" height="${i}"><foreignObject width="100%" height="100%">${p}</foreignObject></svg>`,g=new Image;g.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(m)}`,await g.decode();let y=document.createElement("canvas");y.width=2*n,y.height=2*i;let v=y.getContext("2d");if(!v)throw new Error("This browser gives no canvas to draw on.");return v.scale(2,2),v.drawImage(g,0,0),new Promise((S,E)=>{y.toBlob($=>{$?S($):E(new Error("The view is too large for one picture."))})})}var au="uplot",cu="u-hz",uu="u-vt",fu="u-title",du="u-wrap",pu="u-under",mu="u-over",hu="u-axis",bn="u-off",gu="u-select",wu="u-cursor-x",bu="u-cursor-y",yu="u-cursor-pt",xu="u-legend",vu="u-live",Su="u-inline",Mu="u-series",ku="u-marker",Ws="u-label",_u="u-value",So="width",Mo="height";var Bs="bottom",qn="left",ur="right",Er="#000",js=Er+"0",fr="mousemove",Gs="mousedown",dr="mouseup",Ys="mouseenter",Ks="mouseleave",qs="dblclick",Lu="resize",Eu="scroll",Zs="change",Xo="dppxchange",Tr="--",no=typeof window<"u",wr=no?document:null,Jn=no?window:null,Tu=no?navigator:null,se,qo;function br(){let e=devicePixelRatio;se!=e&&(se=e,qo&&xr(Zs,qo,br),qo=matchMedia(`(min-resolution: ${se-.001}dppx) and (max-resolution: ${se+.001}dppx)`),yn(Zs,qo,br),Jn.dispatchEvent(new CustomEvent(Xo)))}function rt(e,t){if(t!=null){let o=e.classList;!o.contains(t)&&o.add(t)}}function yr(e,t){let o=e.classList;o.contains(t)&&o.remove(t)}function be(e,t,o){e.style[t]=o+"px"}function _t(e,t,o,n){let i=wr.createElement(e);return t!=null&&rt(i,t),o?.insertBefore(i,n),i}function ht(e,t){return _t("div",e,t)}var Js=new WeakMap;function Dt(e,t,o,n,i){let r="translate("+t+"px,"+o+"px)",s=Js.get(e);r!=s&&(e.style.transform=r,Js.set(e,r),t<0||o<0||t>n||o>i?rt(e,bn):yr(e,bn))}var Qs=new WeakMap;function Xs(e,t,o){let n=t+o,i=Qs.get(e);n!=i&&(Qs.set(e,n),e.style.background=t,e.style.borderColor=o)}var el=new WeakMap;function tl(e,t,o,n){let i=t+""+o,r=el.get(e);i!=r&&(el.set(e,i),e.style.height=o+"px",e.style.width=t+"px",e.style.marginLeft=n?-t/2+"px":0,e.style.marginTop=n?-o/2+"px":0)}var Cr={passive:!0},Cu={...Cr,capture:!0};function yn(e,t,o,n){t.addEventListener(e,o,n?Cu:Cr)}function xr(e,t,o,n){t.removeEventListener(e,o,Cr)}no&&br();function Lt(e,t,o,n){let i;o=o||0,n=n||t.length-1;let r=n<=2147483647;for(;n-o>1;)i=r?o+n>>1:st((o+n)/2),t[i]<e?o=i:n=i;return e-t[o]<=t[n]-e?o:n}function Cl(e){return(o,n,i)=>{let r=-1,s=-1;for(let c=n;c<=i;c++)if(e(o[c])){r=c;break}for(let c=i;c>=n;c--)if(e(o[c])){s=c;break}return[r,s]}}var $l=e=>e!=null,Al=e=>e!=null&&e>0,ni=Cl($l),$u=Cl(Al);function Au(e,t,o,n=0,i=!1){let r=i?$u:ni,s=i?Al:$l;[t,o]=r(e,t,o);let c=e[t],a=e[t];if(t>-1)if(n==1)c=e[t],a=e[o];else if(n==-1)c=e[o],a=e[t];else for(let f=t;f<=o;f++){let p=e[f];s(p)&&(p<c?c=p:p>a&&(a=p))}return[c??de,a??-de]}function oi(e,t,o,n){let i=il(e),r=il(t);e==t&&(i==-1?(e*=o,t/=o):(e/=o,t*=o));let s=o==10?Ut:Pl,c=i==1?st:gt,a=r==1?gt:st,f=c(s(Ae(e))),p=a(s(Ae(t))),m=Qn(o,f),g=Qn(o,p);return o==10&&(f<0&&(m=pe(m,-f)),p<0&&(g=pe(g,-p))),n||o==2?(e=m*i,t=g*r):(e=Dl(e,m),t=ii(t,g)),[e,t]}function $r(e,t,o,n){let i=oi(e,t,o,n);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}var Ar=.1,nl={mode:3,pad:Ar},_o={pad:0,soft:null,mode:0},Pu={min:_o,max:_o};function ei(e,t,o,n){return ri(o)?ol(e,t,o):(_o.pad=o,_o.soft=n?0:null,_o.mode=n?3:0,ol(e,t,Pu))}function ie(e,t){return e??t}function Ou(e,t,o){for(t=ie(t,0),o=ie(o,e.length-1);t<=o;){if(e[t]!=null)return!0;t++}return!1}function ol(e,t,o){let n=o.min,i=o.max,r=ie(n.pad,0),s=ie(i.pad,0),c=ie(n.hard,-de),a=ie(i.hard,de),f=ie(n.soft,de),p=ie(i.soft,-de),m=ie(n.mode,0),g=ie(i.mode,0),y=t-e,v=Ut(y),S=Ke(Ae(e),Ae(t)),E=Ut(S),$=Ae(E-v);(y<1e-24||$>10)&&(y=0,(e==0||t==0)&&(y=1e-24,m==2&&f!=de&&(r=0),g==2&&p!=-de&&(s=0)));let k=y||S||1e3,T=Ut(k),M=Qn(10,st(T)),D=k*(y==0?e==0?.1:1:r),N=pe(Dl(e-D,M/10),24),G=e>=f&&(m==1||m==3&&N<=f||m==2&&N>=f)?f:de,_=Ke(c,N<G&&e>=G?G:Et(G,N)),P=k*(y==0?t==0?.1:1:s),R=pe(ii(t+P,M/10),24),A=t<=p&&(g==1||g==3&&R>=p||g==2&&R<=p)?p:-de,B=Et(a,R>A&&t<=A?A:Ke(A,R));return _==B&&_==0&&(B=100),[_,B]}var Ru=new Intl.NumberFormat(no?Tu.language:"en-US"),Pr=e=>Ru.format(e),lt=Math,Qo=lt.PI,Ae=lt.abs,st=lt.floor,$e=lt.round,gt=lt.ceil,Et=lt.min,Ke=lt.max,Qn=lt.pow,il=lt.sign,Ut=lt.log10,Pl=lt.log2,Nu=(e,t=1)=>lt.sinh(e)*t,pr=(e,t=1)=>lt.asinh(e/t),de=1/0;function rl(e){return(Ut((e^e>>31)-(e>>31))|0)+1}function vr(e,t,o){return Et(Ke(e,t),o)}function Ol(e){return typeof e=="function"}function ee(e){return Ol(e)?e:()=>e}var Du=()=>{},Rl=e=>e,Nl=(e,t)=>t,Hu=e=>null,sl=e=>!0,ll=(e,t)=>e==t,zu=/\.\d*?(?=9{6,}|0{6,})/gm,xn=e=>{if(zl(e)||Qt.has(e))return e;let t=`${e}`,o=t.match(zu);if(o==null)return e;let n=o[0].length-1;if(t.indexOf("e-")!=-1){let[i,r]=t.split("e");return+`${xn(i)}e${r}`}return pe(e,n)};function gn(e,t){return xn(pe(xn(e/t))*t)}function ii(e,t){return xn(gt(xn(e/t))*t)}function Dl(e,t){return xn(st(xn(e/t))*t)}function pe(e,t=0){if(zl(e))return e;let o=10**t,n=e*o*(1+Number.EPSILON);return $e(n)/o}var Qt=new Map;function Hl(e){return((""+e).split(".")[1]||"").length}function Eo(e,t,o,n){let i=[],r=n.map(Hl);for(let s=t;s<o;s++){let c=Ae(s),a=pe(Qn(e,s),c);for(let f=0;f<n.length;f++){let p=e==10?+`${n[f]}e${s}`:n[f]*a,m=(s>=0?0:c)+(s>=r[f]?0:r[f]),g=e==10?p:pe(p,m);i.push(g),Qt.set(g,m)}}return i}var Lo={},Or=[],Xn=[null,null],Jt=Array.isArray,zl=Number.isInteger,Fu=e=>e===void 0;function al(e){return typeof e=="string"}function ri(e){let t=!1;if(e!=null){let o=e.constructor;t=o==null||o==Object}return t}function Iu(e){return e!=null&&typeof e=="object"}var Vu=Object.getPrototypeOf(Uint8Array),Fl="__proto__";function eo(e,t=ri){let o;if(Jt(e)){let n=e.find(i=>i!=null);if(Jt(n)||t(n)){o=Array(e.length);for(let i=0;i<e.length;i++)o[i]=eo(e[i],t)}else o=e.slice()}else if(e instanceof Vu)o=e.slice();else if(t(e)){o={};for(let n in e)n!=Fl&&(o[n]=eo(e[n],t))}else o=e;return o}function Ee(e){let t=arguments;for(let o=1;o<t.length;o++){let n=t[o];for(let i in n)i!=Fl&&(ri(e[i])?Ee(e[i],eo(n[i])):e[i]=eo(n[i]))}return e}var Uu=0,Wu=1,Bu=2;function ju(e,t,o){for(let n=0,i,r=-1;n<t.length;n++){let s=t[n];if(s>r){for(i=s-1;i>=0&&e[i]==null;)e[i--]=null;for(i=s+1;i<o&&e[i]==null;)e[r=i++]=null}}}function Gu(e,t){if(qu(e)){let s=e[0].slice();for(let c=1;c<e.length;c++)s.push(...e[c].slice(1));return Zu(s[0])||(s=Ku(s)),s}let o=new Set;for(let s=0;s<e.length;s++){let a=e[s][0],f=a.length;for(let p=0;p<f;p++)o.add(a[p])}let n=[Array.from(o).sort((s,c)=>s-c)],i=n[0].length,r=new Map;for(let s=0;s<i;s++)r.set(n[0][s],s);for(let s=0;s<e.length;s++){let c=e[s],a=c[0];for(let f=1;f<c.length;f++){let p=c[f],m=Array(i).fill(void 0),g=t?t[s][f]:Wu,y=[];for(let v=0;v<p.length;v++){let S=p[v],E=r.get(a[v]);S===null?g!=Uu&&(m[E]=S,g==Bu&&y.push(E)):m[E]=S}ju(m,y,i),n.push(m)}}return n}var Yu=typeof queueMicrotask>"u"?e=>Promise.resolve().then(e):queueMicrotask;function Ku(e){let t=e[0],o=t.length,n=Array(o);for(let r=0;r<n.length;r++)n[r]=r;n.sort((r,s)=>t[r]-t[s]);let i=[];for(let r=0;r<e.length;r++){let s=e[r],c=Array(o);for(let a=0;a<o;a++)c[a]=s[n[a]];i.push(c)}return i}function qu(e){let t=e[0][0],o=t.length;for(let n=1;n<e.length;n++){let i=e[n][0];if(i.length!=o)return!1;if(i!=t){for(let r=0;r<o;r++)if(i[r]!=t[r])return!1}}return!0}function Zu(e,t=100){let o=e.length;if(o<=1)return!0;let n=0,i=o-1;for(;n<=i&&e[n]==null;)n++;for(;i>=n&&e[i]==null;)i--;if(i<=n)return!0;let r=Ke(1,st((i-n+1)/t));for(let s=e[n],c=n+r;c<=i;c+=r){let a=e[c];if(a!=null){if(a<=s)return!1;s=a}}return!0}var Il=["January","February","March","April","May","June","July","August","September","October","November","December"],Vl=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function Ul(e){return e.slice(0,3)}var Ju=Vl.map(Ul),Qu=Il.map(Ul),Xu={MMMM:Il,MMM:Qu,WWWW:Vl,WWW:Ju};function vo(e){return(e<10?"0":"")+e}function ef(e){return(e<10?"00":e<100?"0":"")+e}var tf={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+"").slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>vo(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>vo(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>vo(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?"PM":"AM",aa:e=>e.getHours()>=12?"pm":"am",a:e=>e.getHours()>=12?"p":"a",mm:e=>vo(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>vo(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>ef(e.getMilliseconds())};function Rr(e,t){t=t||Xu;let o=[],n=/\{([a-z]+)\}|[^{]+/gi,i;for(;i=n.exec(e);)o.push(i[0][0]=="{"?tf[i[1]]:i[0]);return r=>{let s="";for(let c=0;c<o.length;c++)s+=typeof o[c]=="string"?o[c]:o[c](r,t);return s}}var nf=new Intl.DateTimeFormat().resolvedOptions().timeZone;function of(e,t){let o;return t=="UTC"||t=="Etc/UTC"?o=new Date(+e+e.getTimezoneOffset()*6e4):t==nf?o=e:(o=new Date(e.toLocaleString("en-US",{timeZone:t})),o.setMilliseconds(e.getMilliseconds())),o}var Wl=e=>e%1==0,ti=[1,2,2.5,5],rf=Eo(10,-32,0,ti),Bl=Eo(10,0,32,ti),sf=Bl.filter(Wl),wn=rf.concat(Bl),Nr=`
`,jl="{YYYY}",cl=Nr+jl,Gl="{M}/{D}",ko=Nr+Gl,Zo=ko+"/{YY}",Yl="{aa}",lf="{h}:{mm}",Zn=lf+Yl,ul=Nr+Zn,fl=":{ss}",ae=null;function Kl(e){let t=e*1e3,o=t*60,n=o*60,i=n*24,r=i*30,s=i*365,a=(e==1?Eo(10,0,3,ti).filter(Wl):Eo(10,-3,0,ti)).concat([t,t*5,t*10,t*15,t*30,o,o*5,o*10,o*15,o*30,n,n*2,n*3,n*4,n*6,n*8,n*12,i,i*2,i*3,i*4,i*5,i*6,i*7,i*8,i*9,i*10,i*15,r,r*2,r*3,r*4,r*6,s,s*2,s*5,s*10,s*25,s*50,s*100]),f=[[s,jl,ae,ae,ae,ae,ae,ae,1],[i*28,"{MMM}",cl,ae,ae,ae,ae,ae,1],[i,Gl,cl,ae,ae,ae,ae,ae,1],[n,"{h}"+Yl,Zo,ae,ko,ae,ae,ae,1],[o,Zn,Zo,ae,ko,ae,ae,ae,1],[t,fl,Zo+" "+Zn,ae,ko+" "+Zn,ae,ul,ae,1],[e,fl+".{fff}",Zo+" "+Zn,ae,ko+" "+Zn,ae,ul,ae,1]];function p(m){return(g,y,v,S,E,$)=>{let k=[],T=E>=s,M=E>=r&&E<s,D=m(v),N=pe(D*e,3),G=mr(D.getFullYear(),T?0:D.getMonth(),M||T?1:D.getDate()),_=pe(G*e,3);if(M||T){let P=M?E/r:0,R=T?E/s:0,A=N==_?N:pe(mr(G.getFullYear()+R,G.getMonth()+P,1)*e,3),B=new Date($e(A/e)),I=B.getFullYear(),q=B.getMonth();for(let Y=0;A<=S;Y++){let te=mr(I+R*Y,q+P*Y,1),j=te-m(pe(te*e,3));A=pe((+te+j)*e,3),A<=S&&k.push(A)}}else{let P=E>=i?i:E,R=st(v)-st(N),A=_+R+ii(N-_,P);k.push(A);let B=m(A),I=B.getHours()+B.getMinutes()/o+B.getSeconds()/n,q=E/n,Y=g.axes[y]._space,te=$/Y;for(;A=pe(A+E,e==1?0:3),!(A>S);)if(q>1){let j=st(pe(I+q,6))%24,ne=m(A).getHours()-j;ne>1&&(ne=-1),A-=ne*n,I=(I+q)%24;let ue=k[k.length-1];pe((A-ue)/E,3)*te>=.7&&k.push(A)}else k.push(A)}return k}}return[a,f,p]}var[af,cf,uf]=Kl(1),[ff,df,pf]=Kl(.001);Eo(2,-53,53,[1]);function dl(e,t){return e.map(o=>o.map((n,i)=>i==0||i==8||n==null?n:t(i==1||o[8]==0?n:o[1]+n)))}function pl(e,t){return(o,n,i,r,s)=>{let c=t.find(v=>s>=v[0])||t[t.length-1],a,f,p,m,g,y;return n.map(v=>{let S=e(v),E=S.getFullYear(),$=S.getMonth(),k=S.getDate(),T=S.getHours(),M=S.getMinutes(),D=S.getSeconds(),N=E!=a&&c[2]||$!=f&&c[3]||k!=p&&c[4]||T!=m&&c[5]||M!=g&&c[6]||D!=y&&c[7]||c[1];return a=E,f=$,p=k,m=T,g=M,y=D,N(S)})}}function mf(e,t){let o=Rr(t);return(n,i,r,s,c)=>i.map(a=>o(e(a)))}function mr(e,t,o){return new Date(e,t,o)}function ml(e,t){return t(e)}var hf="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function hl(e,t){return(o,n,i,r)=>r==null?Tr:t(e(n))}function gf(e,t){let o=e.series[t];return o.width?o.stroke(e,t):o.points.width?o.points.stroke(e,t):null}function wf(e,t){return e.series[t].fill(e,t)}var bf={show:!0,live:!0,isolate:!1,mount:Du,markers:{show:!0,width:2,stroke:gf,fill:wf,dash:"solid"},idx:null,idxs:null,values:[]};function yf(e,t){let o=e.cursor.points,n=ht(),i=o.size(e,t);be(n,So,i),be(n,Mo,i);let r=i/-2;be(n,"marginLeft",r),be(n,"marginTop",r);let s=o.width(e,t,i);return s&&be(n,"borderWidth",s),n}function xf(e,t){let o=e.series[t].points;return o._fill||o._stroke}function vf(e,t){let o=e.series[t].points;return o._stroke||o._fill}function Sf(e,t){return e.series[t].points.size}var hr=[0,0];function Mf(e,t,o){return hr[0]=t,hr[1]=o,hr}function Jo(e,t,o,n=!0){return i=>{i.button==0&&(!n||i.target==t)&&o(i)}}function gr(e,t,o,n=!0){return i=>{(!n||i.target==t)&&o(i)}}var kf={show:!0,x:!0,y:!0,lock:!1,move:Mf,points:{one:!1,show:yf,size:Sf,width:0,stroke:vf,fill:xf},bind:{mousedown:Jo,mouseup:Jo,click:Jo,dblclick:Jo,mousemove:gr,mouseleave:gr,mouseenter:gr},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,o,n,i)=>n-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},ql={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},Dr=Ee({},ql,{filter:Nl}),Zl=Ee({},Dr,{size:10}),Jl=Ee({},ql,{show:!1}),Hr='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',Ql="bold "+Hr,Xl=1.5,gl={show:!0,scale:"x",stroke:Er,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Ql,side:2,grid:Dr,ticks:Zl,border:Jl,font:Hr,lineGap:Xl,rotate:0},_f="Value",Lf="Time",wl={show:!0,scale:"x",auto:!1,sorted:1,min:de,max:-de,idxs:[]};function Ef(e,t,o,n,i){return t.map(r=>r==null?"":Pr(r))}function Tf(e,t,o,n,i,r,s){let c=[],a=Qt.get(i)||0;o=s?o:pe(ii(o,i),a);for(let f=o;f<=n;f=pe(f+i,a))c.push(Object.is(f,-0)?0:f);return c}function Sr(e,t,o,n,i,r,s){let c=[],a=e.scales[e.axes[t].scale].log,f=a==10?Ut:Pl,p=st(f(o));i=Qn(a,p),a==10&&(i=wn[Lt(i,wn)]);let m=o,g=i*a;a==10&&(g=wn[Lt(g,wn)]);do c.push(m),m=m+i,a==10&&!Qt.has(m)&&(m=pe(m,Qt.get(i))),m>=g&&(i=m,g=i*a,a==10&&(g=wn[Lt(g,wn)]));while(m<=n);return c}function Cf(e,t,o,n,i,r,s){let a=e.scales[e.axes[t].scale].asinh,f=n>a?Sr(e,t,Ke(a,o),n,i):[a],p=n>=0&&o<=0?[0]:[];return(o<-a?Sr(e,t,Ke(a,-n),-o,i):[a]).reverse().map(g=>-g).concat(p,f)}var ea=/./,$f=/[12357]/,Af=/[125]/,bl=/1/,Mr=(e,t,o,n)=>e.map((i,r)=>t==4&&i==0||r%n==0&&o.test(i.toExponential()[i<0?1:0])?i:null);function Pf(e,t,o,n,i){let r=e.axes[o],s=r.scale,c=e.scales[s],a=e.valToPos,f=r._space,p=a(10,s),m=a(9,s)-p>=f?ea:a(7,s)-p>=f?$f:a(5,s)-p>=f?Af:bl;if(m==bl){let g=Ae(a(1,s)-p);if(g<f)return Mr(t.slice().reverse(),c.distr,m,gt(f/g)).reverse()}return Mr(t,c.distr,m,1)}function Of(e,t,o,n,i){let r=e.axes[o],s=r.scale,c=r._space,a=e.valToPos,f=Ae(a(1,s)-a(2,s));return f<c?Mr(t.slice().reverse(),3,ea,gt(c/f)).reverse():t}function Rf(e,t,o,n){return n==null?Tr:t==null?"":Pr(t)}var yl={show:!0,scale:"y",stroke:Er,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Ql,side:3,grid:Dr,ticks:Zl,border:Jl,font:Hr,lineGap:Xl,rotate:0};function Nf(e,t){let o=3+(e||1)*2;return pe(o*t,3)}function Df(e,t){let{scale:o,idxs:n}=e.series[0],i=e._data[0],r=e.valToPos(i[n[0]],o,!0),s=e.valToPos(i[n[1]],o,!0),c=Ae(s-r),a=e.series[t],f=c/(a.points.space*se);return n[1]-n[0]<=f}var xl={scale:null,auto:!0,sorted:0,min:de,max:-de},ta=(e,t,o,n,i)=>i,vl={show:!0,auto:!0,sorted:0,gaps:ta,alpha:1,facets:[Ee({},xl,{scale:"x"}),Ee({},xl,{scale:"y"})]},Sl={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:ta,alpha:1,points:{show:Df,filter:null},values:null,min:de,max:-de,idxs:[],path:null,clip:null};function Hf(e,t,o,n,i){return o/10}var na={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},zf=Ee({},na,{time:!1,ori:1}),Ml={};function oa(e,t){let o=Ml[e];return o||(o={key:e,plots:[],sub(n){o.plots.push(n)},unsub(n){o.plots=o.plots.filter(i=>i!=n)},pub(n,i,r,s,c,a,f){for(let p=0;p<o.plots.length;p++)o.plots[p]!=i&&o.plots[p].pub(n,i,r,s,c,a,f)}},e!=null&&(Ml[e]=o)),o}var to=1,kr=2;function vn(e,t,o){let n=e.mode,i=e.series[t],r=n==2?e._data[t]:e._data,s=e.scales,c=e.bbox,a=r[0],f=n==2?r[1]:r[t],p=n==2?s[i.facets[0].scale]:s[e.series[0].scale],m=n==2?s[i.facets[1].scale]:s[i.scale],g=c.left,y=c.top,v=c.width,S=c.height,E=e.valToPosH,$=e.valToPosV;return p.ori==0?o(i,a,f,p,m,E,$,g,y,v,S,li,oo,ci,ra,la):o(i,a,f,p,m,$,E,y,g,S,v,ai,io,Ir,sa,aa)}function zr(e,t){let o=0,n=0,i=ie(e.bands,Or);for(let r=0;r<i.length;r++){let s=i[r];s.series[0]==t?o=s.dir:s.series[1]==t&&(s.dir==1?n|=1:n|=2)}return[o,n==1?-1:n==2?1:n==3?2:0]}function Ff(e,t,o,n,i){let r=e.mode,s=e.series[t],c=r==2?s.facets[1].scale:s.scale,a=e.scales[c];return i==-1?a.min:i==1?a.max:a.distr==3?a.dir==1?a.min:a.max:0}function Wt(e,t,o,n,i,r){return vn(e,t,(s,c,a,f,p,m,g,y,v,S,E)=>{let $=s.pxRound,k=f.dir*(f.ori==0?1:-1),T=f.ori==0?oo:io,M,D;k==1?(M=o,D=n):(M=n,D=o);let N=$(m(c[M],f,S,y)),G=$(g(a[M],p,E,v)),_=$(m(c[D],f,S,y)),P=$(g(r==1?p.max:p.min,p,E,v)),R=new Path2D(i);return T(R,_,P),T(R,N,P),T(R,N,G),R})}function si(e,t,o,n,i,r){let s=null;if(e.length>0){s=new Path2D;let c=t==0?ci:Ir,a=o;for(let m=0;m<e.length;m++){let g=e[m];if(g[1]>g[0]){let y=g[0]-a;y>0&&c(s,a,n,y,n+r),a=g[1]}}let f=o+i-a,p=10;f>0&&c(s,a,n-p/2,f,n+r+p)}return s}function If(e,t,o){let n=e[e.length-1];n&&n[0]==t?n[1]=o:e.push([t,o])}function Fr(e,t,o,n,i,r,s){let c=[],a=e.length;for(let f=i==1?o:n;f>=o&&f<=n;f+=i)if(t[f]===null){let m=f,g=f;if(i==1)for(;++f<=n&&t[f]===null;)g=f;else for(;--f>=o&&t[f]===null;)g=f;let y=r(e[m]),v=g==m?y:r(e[g]),S=m-i;y=s<=0&&S>=0&&S<a?r(e[S]):y;let $=g+i;v=s>=0&&$>=0&&$<a?r(e[$]):v,v>=y&&c.push([y,v])}return c}function kl(e){return e==0?Rl:e==1?$e:t=>gn(t,e)}function ia(e){let t=e==0?li:ai,o=e==0?(i,r,s,c,a,f)=>{i.arcTo(r,s,c,a,f)}:(i,r,s,c,a,f)=>{i.arcTo(s,r,a,c,f)},n=e==0?(i,r,s,c,a)=>{i.rect(r,s,c,a)}:(i,r,s,c,a)=>{i.rect(s,r,a,c)};return(i,r,s,c,a,f=0,p=0)=>{f==0&&p==0?n(i,r,s,c,a):(f=Et(f,c/2,a/2),p=Et(p,c/2,a/2),t(i,r+f,s),o(i,r+c,s,r+c,s+a,f),o(i,r+c,s+a,r,s+a,p),o(i,r,s+a,r,s,p),o(i,r,s,r+c,s,f),i.closePath())}}var li=(e,t,o)=>{e.moveTo(t,o)},ai=(e,t,o)=>{e.moveTo(o,t)},oo=(e,t,o)=>{e.lineTo(t,o)},io=(e,t,o)=>{e.lineTo(o,t)},ci=ia(0),Ir=ia(1),ra=(e,t,o,n,i,r)=>{e.arc(t,o,n,i,r)},sa=(e,t,o,n,i,r)=>{e.arc(o,t,n,i,r)},la=(e,t,o,n,i,r,s)=>{e.bezierCurveTo(t,o,n,i,r,s)},aa=(e,t,o,n,i,r,s)=>{e.bezierCurveTo(o,t,i,n,s,r)};function ca(e){return(t,o,n,i,r)=>vn(t,o,(s,c,a,f,p,m,g,y,v,S,E)=>{let{pxRound:$,points:k}=s,T,M;f.ori==0?(T=li,M=ra):(T=ai,M=sa);let D=pe(k.width*se,3),N=(k.size-k.width)/2*se,G=pe(N*2,3),_=new Path2D,P=new Path2D,{left:R,top:A,width:B,height:I}=t.bbox;ci(P,R-G,A-G,B+G*2,I+G*2);let q=Y=>{if(a[Y]!=null){let te=$(m(c[Y],f,S,y)),j=$(g(a[Y],p,E,v));T(_,te+N,j),M(_,te,j,N,0,Qo*2)}};if(r)r.forEach(q);else for(let Y=n;Y<=i;Y++)q(Y);return{stroke:D>0?_:null,fill:_,clip:P,flags:to|kr}})}function ua(e){return(t,o,n,i,r,s)=>{n!=i&&(r!=n&&s!=n&&e(t,o,n),r!=i&&s!=i&&e(t,o,i),e(t,o,s))}}var Vf=ua(oo),Uf=ua(io);function fa(e){let t=ie(e?.alignGaps,0);return(o,n,i,r)=>vn(o,n,(s,c,a,f,p,m,g,y,v,S,E)=>{[i,r]=ni(a,i,r);let $=s.pxRound,k=I=>$(m(I,f,S,y)),T=I=>$(g(I,p,E,v)),M,D;f.ori==0?(M=oo,D=Vf):(M=io,D=Uf);let N=f.dir*(f.ori==0?1:-1),G={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:to},_=G.stroke,P=!1;if(r-i>=S*4){let I=U=>o.posToVal(U,f.key,!0),q=null,Y=null,te,j,Ze,ye=k(c[N==1?i:r]),ne=k(c[i]),ue=k(c[r]),Q=I(N==1?ne+1:ue-1);for(let U=N==1?i:r;U>=i&&U<=r;U+=N){let Te=c[U],xe=(N==1?Te<Q:Te>Q)?ye:k(Te),le=a[U];xe==ye?le!=null?(j=le,q==null?(M(_,xe,T(j)),te=q=Y=j):j<q?q=j:j>Y&&(Y=j)):le===null&&(P=!0):(q!=null&&D(_,ye,T(q),T(Y),T(te),T(j)),le!=null?(j=le,M(_,xe,T(j)),q=Y=te=j):(q=Y=null,le===null&&(P=!0)),ye=xe,Q=I(ye+N))}q!=null&&q!=Y&&Ze!=ye&&D(_,ye,T(q),T(Y),T(te),T(j))}else for(let I=N==1?i:r;I>=i&&I<=r;I+=N){let q=a[I];q===null?P=!0:q!=null&&M(_,k(c[I]),T(q))}let[A,B]=zr(o,n);if(s.fill!=null||A!=0){let I=G.fill=new Path2D(_),q=s.fillTo(o,n,s.min,s.max,A),Y=T(q),te=k(c[i]),j=k(c[r]);N==-1&&([j,te]=[te,j]),M(I,j,Y),M(I,te,Y)}if(!s.spanGaps){let I=[];P&&I.push(...Fr(c,a,i,r,N,k,t)),G.gaps=I=s.gaps(o,n,i,r,I),G.clip=si(I,f.ori,y,v,S,E)}return B!=0&&(G.band=B==2?[Wt(o,n,i,r,_,-1),Wt(o,n,i,r,_,1)]:Wt(o,n,i,r,_,B)),G})}function Wf(e){let t=ie(e.align,1),o=ie(e.ascDesc,!1),n=ie(e.alignGaps,0),i=ie(e.extend,!1);return(r,s,c,a)=>vn(r,s,(f,p,m,g,y,v,S,E,$,k,T)=>{[c,a]=ni(m,c,a);let M=f.pxRound,{left:D,width:N}=r.bbox,G=ne=>M(v(ne,g,k,E)),_=ne=>M(S(ne,y,T,$)),P=g.ori==0?oo:io,R={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:to},A=R.stroke,B=g.dir*(g.ori==0?1:-1),I=_(m[B==1?c:a]),q=G(p[B==1?c:a]),Y=q,te=q;i&&t==-1&&(te=D,P(A,te,I)),P(A,q,I);for(let ne=B==1?c:a;ne>=c&&ne<=a;ne+=B){let ue=m[ne];if(ue==null)continue;let Q=G(p[ne]),U=_(ue);t==1?P(A,Q,I):P(A,Y,U),P(A,Q,U),I=U,Y=Q}let j=Y;i&&t==1&&(j=D+N,P(A,j,I));let[Ze,ye]=zr(r,s);if(f.fill!=null||Ze!=0){let ne=R.fill=new Path2D(A),ue=f.fillTo(r,s,f.min,f.max,Ze),Q=_(ue);P(ne,j,Q),P(ne,te,Q)}if(!f.spanGaps){let ne=[];ne.push(...Fr(p,m,c,a,B,G,n));let ue=f.width*se/2,Q=o||t==1?ue:-ue,U=o||t==-1?-ue:ue;ne.forEach(Te=>{Te[0]+=Q,Te[1]+=U}),R.gaps=ne=f.gaps(r,s,c,a,ne),R.clip=si(ne,g.ori,E,$,k,T)}return ye!=0&&(R.band=ye==2?[Wt(r,s,c,a,A,-1),Wt(r,s,c,a,A,1)]:Wt(r,s,c,a,A,ye)),R})}function _l(e,t,o,n,i,r,s=de){if(e.length>1){let c=null;for(let a=0,f=1/0;a<e.length;a++)if(t[a]!==void 0){if(c!=null){let p=Ae(e[a]-e[c]);p<f&&(f=p,s=Ae(o(e[a],n,i,r)-o(e[c],n,i,r)))}c=a}}return s}function Bf(e){e=e||Lo;let t=ie(e.size,[.6,de,1]),o=e.align||0,n=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i=="number"?[i,0]:i;let r=ee(i),s=1-t[0],c=ie(t[1],de),a=ie(t[2],1),f=ie(e.disp,Lo),p=ie(e.each,y=>{}),{fill:m,stroke:g}=f;return(y,v,S,E)=>vn(y,v,($,k,T,M,D,N,G,_,P,R,A)=>{let B=$.pxRound,I=o,q=n*se,Y=c*se,te=a*se,j,Ze;M.ori==0?[j,Ze]=r(y,v):[Ze,j]=r(y,v);let ye=M.dir*(M.ori==0?1:-1),ne=M.ori==0?ci:Ir,ue=M.ori==0?p:(F,me,Ce,An,an,$t,cn)=>{p(F,me,Ce,an,An,cn,$t)},Q=ie(y.bands,Or).find(F=>F.series[0]==v),U=Q!=null?Q.dir:0,Te=$.fillTo(y,v,$.min,$.max,U),We=B(G(Te,D,A,P)),xe,le,yt,Xe=R,Se=B($.width*se),Ct=!1,zt=null,ct=null,jt=null,Tn=null;m!=null&&(Se==0||g!=null)&&(Ct=!0,zt=m.values(y,v,S,E),ct=new Map,new Set(zt).forEach(F=>{F!=null&&ct.set(F,new Path2D)}),Se>0&&(jt=g.values(y,v,S,E),Tn=new Map,new Set(jt).forEach(F=>{F!=null&&Tn.set(F,new Path2D)})));let{x0:Cn,size:po}=f;if(Cn!=null&&po!=null){I=1,k=Cn.values(y,v,S,E),Cn.unit==2&&(k=k.map(Ce=>y.posToVal(_+Ce*R,M.key,!0)));let F=po.values(y,v,S,E);po.unit==2?le=F[0]*R:le=N(F[0],M,R,_)-N(0,M,R,_),Xe=_l(k,T,N,M,R,_,Xe),yt=Xe-le+q}else Xe=_l(k,T,N,M,R,_,Xe),yt=Xe*s+q,le=Xe-yt;yt<1&&(yt=0),Se>=le/2&&(Se=0),yt<5&&(B=Rl);let No=yt>0,sn=Xe-yt-(No?Se:0);le=B(vr(sn,te,Y)),xe=(I==0?le/2:I==ye?0:le)-I*ye*((I==0?q/2:0)+(No?Se/2:0));let Be={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},$n=Ct?null:new Path2D,Ft=null;if(Q!=null)Ft=y.data[Q.series[1]];else{let{y0:F,y1:me}=f;F!=null&&me!=null&&(T=me.values(y,v,S,E),Ft=F.values(y,v,S,E))}let ln=j*le,J=Ze*le;for(let F=ye==1?S:E;F>=S&&F<=E;F+=ye){let me=T[F];if(me==null)continue;if(Ft!=null){let Je=Ft[F]??0;if(me-Je==0)continue;We=G(Je,D,A,P)}let Ce=M.distr!=2||f!=null?k[F]:F,An=N(Ce,M,R,_),an=G(ie(me,Te),D,A,P),$t=B(An-xe),cn=B(Ke(an,We)),et=B(Et(an,We)),ut=cn-et;if(me!=null){let Je=me<0?J:ln,xt=me<0?ln:J;Ct?(Se>0&&jt[F]!=null&&ne(Tn.get(jt[F]),$t,et+st(Se/2),le,Ke(0,ut-Se),Je,xt),zt[F]!=null&&ne(ct.get(zt[F]),$t,et+st(Se/2),le,Ke(0,ut-Se),Je,xt)):ne($n,$t,et+st(Se/2),le,Ke(0,ut-Se),Je,xt),ue(y,v,F,$t-Se/2,et,le+Se,ut)}}return Se>0?Be.stroke=Ct?Tn:$n:Ct||(Be._fill=$.width==0?$._fill:$._stroke??$._fill,Be.width=0),Be.fill=Ct?ct:$n,Be})}function jf(e,t){let o=ie(t?.alignGaps,0);return(n,i,r,s)=>vn(n,i,(c,a,f,p,m,g,y,v,S,E,$)=>{[r,s]=ni(f,r,s);let k=c.pxRound,T=j=>k(g(j,p,E,v)),M=j=>k(y(j,m,$,S)),D,N,G;p.ori==0?(D=li,G=oo,N=la):(D=ai,G=io,N=aa);let _=p.dir*(p.ori==0?1:-1),P=T(a[_==1?r:s]),R=P,A=[],B=[];for(let j=_==1?r:s;j>=r&&j<=s;j+=_)if(f[j]!=null){let ye=a[j],ne=T(ye);A.push(R=ne),B.push(M(f[j]))}let I={stroke:e(A,B,D,G,N,k),fill:null,clip:null,band:null,gaps:null,flags:to},q=I.stroke,[Y,te]=zr(n,i);if(c.fill!=null||Y!=0){let j=I.fill=new Path2D(q),Ze=c.fillTo(n,i,c.min,c.max,Y),ye=M(Ze);G(j,R,ye),G(j,P,ye)}if(!c.spanGaps){let j=[];j.push(...Fr(a,f,r,s,_,T,o)),I.gaps=j=c.gaps(n,i,r,s,j),I.clip=si(j,p.ori,v,S,E,$)}return te!=0&&(I.band=te==2?[Wt(n,i,r,s,q,-1),Wt(n,i,r,s,q,1)]:Wt(n,i,r,s,q,te)),I})}function Gf(e){return jf(Yf,e)}function Yf(e,t,o,n,i,r){let s=e.length;if(s<2)return null;let c=new Path2D;if(o(c,e[0],t[0]),s==2)n(c,e[1],t[1]);else{let a=Array(s),f=Array(s-1),p=Array(s-1),m=Array(s-1);for(let g=0;g<s-1;g++)p[g]=t[g+1]-t[g],m[g]=e[g+1]-e[g],f[g]=p[g]/m[g];a[0]=f[0];for(let g=1;g<s-1;g++)f[g]===0||f[g-1]===0||f[g-1]>0!=f[g]>0?a[g]=0:(a[g]=3*(m[g-1]+m[g])/((2*m[g]+m[g-1])/f[g-1]+(m[g]+2*m[g-1])/f[g]),isFinite(a[g])||(a[g]=0));a[s-1]=f[s-2];for(let g=0;g<s-1;g++)i(c,e[g]+m[g]/3,t[g]+a[g]*m[g]/3,e[g+1]-m[g]/3,t[g+1]-a[g+1]*m[g]/3,e[g+1],t[g+1])}return c}var _r=new Set;function Ll(){for(let e of _r)e.syncRect(!0)}no&&(yn(Lu,Jn,Ll),yn(Eu,Jn,Ll,!0),yn(Xo,Jn,()=>{Ie.pxRatio=se}));var Kf=fa(),qf=ca();function El(e,t,o,n){return(n?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((r,s)=>Lr(r,s,t,o))}function Zf(e,t){return e.map((o,n)=>n==0?{}:Ee({},t,o))}function Lr(e,t,o,n){return Ee({},t==0?o:n,e)}function da(e,t,o){return t==null?Xn:[t,o]}var Jf=da;function Qf(e,t,o){return t==null?Xn:ei(t,o,Ar,!0)}function pa(e,t,o,n){return t==null?Xn:oi(t,o,e.scales[n].log,!1)}var Xf=pa;function ma(e,t,o,n){return t==null?Xn:$r(t,o,e.scales[n].log,!1)}var ed=ma;function td(e,t,o,n,i){let r=Ke(rl(e),rl(t)),s=t-e,c=Lt(i/n*s,o);do{let a=o[c],f=n*a/s;if(f>=i&&r+(a<5?Qt.get(a):0)<=17)return[a,f]}while(++c<o.length);return[0,0]}function Tl(e){let t,o;return e=e.replace(/(\d+)px/,(n,i)=>(t=$e((o=+i)*se))+"px"),[e,t,o]}function nd(e){e.show&&[e.font,e.labelFont].forEach(t=>{let o=pe(t[2]*se,1);t[0]=t[0].replace(/[0-9.]+px/,o+"px"),t[1]=o})}function Ie(e,t,o){let n={mode:ie(e.mode,1)},i=n.mode;function r(l,u,d,h){let b=u.valToPct(l);return h+d*(u.dir==-1?1-b:b)}function s(l,u,d,h){let b=u.valToPct(l);return h+d*(u.dir==-1?b:1-b)}function c(l,u,d,h){return u.ori==0?r(l,u,d,h):s(l,u,d,h)}n.valToPosH=r,n.valToPosV=s;let a=!1;n.status=0;let f=n.root=ht(au);if(e.id!=null&&(f.id=e.id),rt(f,e.class),e.title){let l=ht(fu,f);l.textContent=e.title}let p=_t("canvas"),m=n.ctx=p.getContext("2d"),g=ht(du,f);yn("click",g,l=>{l.target===v&&(he!=Un||ve!=Wn)&&Fe.click(n,l)},!0);let y=n.under=ht(pu,g);g.appendChild(p);let v=n.over=ht(mu,g);e=eo(e);let S=+ie(e.pxAlign,1),E=kl(S);(e.plugins||[]).forEach(l=>{l.opts&&(e=l.opts(n,e)||e)});let $=e.ms||.001,k=n.series=i==1?El(e.series||[],wl,Sl,!1):Zf(e.series||[null],vl),T=n.axes=El(e.axes||[],gl,yl,!0),M=n.scales={},D=n.bands=e.bands||[];D.forEach(l=>{l.fill=ee(l.fill||null),l.dir=ie(l.dir,-1)});let N=i==2?k[1].facets[0].scale:k[0].scale,G={axes:Uc,series:Hc},_=(e.drawOrder||["axes","series"]).map(l=>G[l]);function P(l){let u=l.distr==3?d=>Ut(d>0?d:l.clamp(n,d,l.min,l.max,l.key)):l.distr==4?d=>pr(d,l.asinh):l.distr==100?d=>l.fwd(d):d=>d;return d=>{let h=u(d),{_min:b,_max:x}=l,L=x-b;return(h-b)/L}}function R(l){let u=M[l];if(u==null){let d=(e.scales||Lo)[l]||Lo;if(d.from!=null){R(d.from);let h=Ee({},M[d.from],d,{key:l});h.valToPct=P(h),M[l]=h}else{u=M[l]=Ee({},l==N?na:zf,d),u.key=l;let h=u.time,b=u.range,x=Jt(b);if((l!=N||i==2&&!h)&&(x&&(b[0]==null||b[1]==null)&&(b={min:b[0]==null?nl:{mode:1,hard:b[0],soft:b[0]},max:b[1]==null?nl:{mode:1,hard:b[1],soft:b[1]}},x=!1),!x&&ri(b))){let L=b;b=(C,O,H)=>O==null?Xn:ei(O,H,L)}u.range=ee(b||(h?Jf:l==N?u.distr==3?Xf:u.distr==4?ed:da:u.distr==3?pa:u.distr==4?ma:Qf)),u.auto=ee(x?!1:u.auto),u.clamp=ee(u.clamp||Hf),u._min=u._max=null,u.valToPct=P(u)}}}R("x"),R("y"),i==1&&k.forEach(l=>{R(l.scale)}),T.forEach(l=>{R(l.scale)});for(let l in e.scales)R(l);let A=M[N],B=A.distr,I,q;A.ori==0?(rt(f,cu),I=r,q=s):(rt(f,uu),I=s,q=r);let Y={};for(let l in M){let u=M[l];(u.min!=null||u.max!=null)&&(Y[l]={min:u.min,max:u.max},u.min=u.max=null)}let te=e.tzDate||(l=>new Date($e(l/$))),j=e.fmtDate||Rr,Ze=$==1?uf(te):pf(te),ye=pl(te,dl($==1?cf:df,j)),ne=hl(te,ml(hf,j)),ue=[],Q=n.legend=Ee({},bf,e.legend),U=n.cursor=Ee({},kf,{drag:{y:i==2}},e.cursor),Te=Q.show,We=U.show,xe=Q.markers;Q.idxs=ue,xe.width=ee(xe.width),xe.dash=ee(xe.dash),xe.stroke=ee(xe.stroke),xe.fill=ee(xe.fill);let le,yt,Xe,Se=[],Ct=[],zt,ct=!1,jt={};if(Q.live){let l=k[1]?k[1].values:null;ct=l!=null,zt=ct?l(n,1,0):{_:0};for(let u in zt)jt[u]=Tr}if(Te)if(le=_t("table",xu,f),Xe=_t("tbody",null,le),Q.mount(n,le),ct){yt=_t("thead",null,le,Xe);let l=_t("tr",null,yt);_t("th",null,l);for(var Tn in zt)_t("th",Ws,l).textContent=Tn}else rt(le,Su),Q.live&&rt(le,vu);let Cn={show:!0},po={show:!1};function No(l,u){if(u==0&&(ct||!Q.live||i==2))return Xn;let d=[],h=_t("tr",Mu,Xe,Xe.childNodes[u]);rt(h,l.class),l.show||rt(h,bn);let b=_t("th",null,h);if(xe.show){let C=ht(ku,b);if(u>0){let O=xe.width(n,u);O&&(C.style.border=O+"px "+xe.dash(n,u)+" "+xe.stroke(n,u)),C.style.background=xe.fill(n,u)}}let x=ht(Ws,b);l.label instanceof HTMLElement?x.appendChild(l.label):x.textContent=l.label,u>0&&(xe.show||(x.style.color=l.width>0?xe.stroke(n,u):xe.fill(n,u)),Be("click",b,C=>{if(U._lock)return;fn(C);let O=k.indexOf(l);if((C.ctrlKey||C.metaKey)!=Q.isolate){let H=k.some((z,V)=>V>0&&V!=O&&z.show);k.forEach((z,V)=>{V>0&&Pt(V,H?V==O?Cn:po:Cn,!0,Le.setSeries)})}else Pt(O,{show:!l.show},!0,Le.setSeries)},!1),On&&Be(Ys,b,C=>{U._lock||(fn(C),Pt(k.indexOf(l),jn,!0,Le.setSeries))},!1));for(var L in zt){let C=_t("td",_u,h);C.textContent="--",d.push(C)}return[h,d]}let sn=new Map;function Be(l,u,d,h=!0){let b=sn.get(u)||{},x=U.bind[l](n,u,d,h);x&&(yn(l,u,b[l]=x),sn.set(u,b))}function $n(l,u,d){let h=sn.get(u)||{};for(let b in h)(l==null||b==l)&&(xr(b,u,h[b]),delete h[b]);l==null&&sn.delete(u)}let Ft=0,ln=0,J=0,F=0,me=0,Ce=0,An=me,an=Ce,$t=J,cn=F,et=0,ut=0,Je=0,xt=0;n.bbox={};let Hi=!1,Do=!1,Pn=!1,un=!1,Ho=!1,ft=!1;function zi(l,u,d){(d||l!=n.width||u!=n.height)&&is(l,u),zn(!1),Pn=!0,Do=!0,Fn()}function is(l,u){n.width=Ft=J=l,n.height=ln=F=u,me=Ce=0,$c(),Ac();let d=n.bbox;et=d.left=gn(me*se,.5),ut=d.top=gn(Ce*se,.5),Je=d.width=gn(J*se,.5),xt=d.height=gn(F*se,.5)}let Ec=3;function Tc(){let l=!1,u=0;for(;!l;){u++;let d=Ic(u),h=Vc(u);l=u==Ec||d&&h,l||(is(n.width,n.height),Do=!0)}}function Cc({width:l,height:u}){zi(l,u)}n.setSize=Cc;function $c(){let l=!1,u=!1,d=!1,h=!1;T.forEach((b,x)=>{if(b.show&&b._show){let{side:L,_size:C}=b,O=L%2,H=b.label!=null?b.labelSize:0,z=C+H;z>0&&(O?(J-=z,L==3?(me+=z,h=!0):d=!0):(F-=z,L==0?(Ce+=z,l=!0):u=!0))}}),dn[0]=l,dn[1]=d,dn[2]=u,dn[3]=h,J-=Gt[1]+Gt[3],me+=Gt[3],F-=Gt[2]+Gt[0],Ce+=Gt[0]}function Ac(){let l=me+J,u=Ce+F,d=me,h=Ce;function b(x,L){switch(x){case 1:return l+=L,l-L;case 2:return u+=L,u-L;case 3:return d-=L,d+L;case 0:return h-=L,h+L}}T.forEach((x,L)=>{if(x.show&&x._show){let C=x.side;x._pos=b(C,x._size),x.label!=null&&(x._lpos=b(C,x.labelSize))}})}if(U.dataIdx==null){let l=U.hover,u=l.skip=new Set(l.skip??[]);u.add(void 0);let d=l.prox=ee(l.prox),h=l.bias??=0;U.dataIdx=(b,x,L,C)=>{if(x==0)return L;let O=L,H=d(b,x,L,C)??de,z=H>=0&&H<de,V=A.ori==0?J:F,Z=U.left,re=t[0],oe=t[x];if(u.has(oe[L])){O=null;let X=null,K=null,W;if(h==0||h==-1)for(W=L;X==null&&W-- >0;)u.has(oe[W])||(X=W);if(h==0||h==1)for(W=L;K==null&&W++<oe.length;)u.has(oe[W])||(K=W);if(X!=null||K!=null)if(z){let we=X==null?-1/0:I(re[X],A,V,0),ke=K==null?1/0:I(re[K],A,V,0),He=Z-we,fe=ke-Z;He<=fe?He<=H&&(O=X):fe<=H&&(O=K)}else O=K==null?X:X==null?K:L-X<=K-L?X:K}else z&&Ae(Z-I(re[L],A,V,0))>H&&(O=null);return O}}let fn=l=>{U.event=l};U.idxs=ue,U._lock=!1;let Ue=U.points;Ue.show=ee(Ue.show),Ue.size=ee(Ue.size),Ue.stroke=ee(Ue.stroke),Ue.width=ee(Ue.width),Ue.fill=ee(Ue.fill);let At=n.focus=Ee({},e.focus||{alpha:.3},U.focus),On=At.prox>=0,Rn=On&&Ue.one,dt=[],Nn=[],Dn=[];function rs(l,u){let d=Ue.show(n,u);if(d instanceof HTMLElement)return rt(d,yu),rt(d,l.class),Dt(d,-10,-10,J,F),v.insertBefore(d,dt[u]),d}function ss(l,u){if(i==1||u>0){let d=i==1&&M[l.scale].time,h=l.value;l.value=d?al(h)?hl(te,ml(h,j)):h||ne:h||Rf,l.label=l.label||(d?Lf:_f)}if(Rn||u>0){l.width=l.width==null?1:l.width,l.paths=l.paths||Kf||Hu,l.fillTo=ee(l.fillTo||Ff),l.pxAlign=+ie(l.pxAlign,S),l.pxRound=kl(l.pxAlign),l.stroke=ee(l.stroke||null),l.fill=ee(l.fill||null),l._stroke=l._fill=l._paths=l._focus=null;let d=Nf(Ke(1,l.width),1),h=l.points=Ee({},{size:d,width:Ke(1,d*.2),stroke:l.stroke,space:d*2,paths:qf,_stroke:null,_fill:null},l.points);h.show=ee(h.show),h.filter=ee(h.filter),h.fill=ee(h.fill),h.stroke=ee(h.stroke),h.paths=ee(h.paths),h.pxAlign=l.pxAlign}if(Te){let d=No(l,u);Se.splice(u,0,d[0]),Ct.splice(u,0,d[1]),Q.values.push(null)}if(We){ue.splice(u,0,null);let d=null;Rn?u==0&&(d=rs(l,u)):u>0&&(d=rs(l,u)),dt.splice(u,0,d),Nn.splice(u,0,0),Dn.splice(u,0,0)}De("addSeries",u)}function Pc(l,u){u=u??k.length,l=i==1?Lr(l,u,wl,Sl):Lr(l,u,{},vl),k.splice(u,0,l),ss(k[u],u)}n.addSeries=Pc;function Oc(l){if(k.splice(l,1),Te){Q.values.splice(l,1),Ct.splice(l,1);let u=Se.splice(l,1)[0];$n(null,u.firstChild),u.remove()}We&&(ue.splice(l,1),dt.splice(l,1)[0].remove(),Nn.splice(l,1),Dn.splice(l,1)),De("delSeries",l)}n.delSeries=Oc;let dn=[!1,!1,!1,!1];function Rc(l,u){if(l._show=l.show,l.show){let d=l.side%2,h=M[l.scale];h==null&&(l.scale=d?k[1].scale:N,h=M[l.scale]);let b=h.time;l.size=ee(l.size),l.space=ee(l.space),l.rotate=ee(l.rotate),Jt(l.incrs)&&l.incrs.forEach(L=>{!Qt.has(L)&&Qt.set(L,Hl(L))}),l.incrs=ee(l.incrs||(h.distr==2?sf:b?$==1?af:ff:wn)),l.splits=ee(l.splits||(b&&h.distr==1?Ze:h.distr==3?Sr:h.distr==4?Cf:Tf)),l.stroke=ee(l.stroke),l.grid.stroke=ee(l.grid.stroke),l.ticks.stroke=ee(l.ticks.stroke),l.border.stroke=ee(l.border.stroke);let x=l.values;l.values=Jt(x)&&!Jt(x[0])?ee(x):b?Jt(x)?pl(te,dl(x,j)):al(x)?mf(te,x):x||ye:x||Ef,l.filter=ee(l.filter||(h.distr>=3&&h.log==10?Pf:h.distr==3&&h.log==2?Of:Nl)),l.font=Tl(l.font),l.labelFont=Tl(l.labelFont),l._size=l.size(n,null,u,0),l._space=l._rotate=l._incrs=l._found=l._splits=l._values=null,l._size>0&&(dn[u]=!0,l._el=ht(hu,g))}}function mo(l,u,d,h){let[b,x,L,C]=d,O=u%2,H=0;return O==0&&(C||x)&&(H=u==0&&!b||u==2&&!L?$e(gl.size/3):0),O==1&&(b||L)&&(H=u==1&&!x||u==3&&!C?$e(yl.size/2):0),H}let ls=n.padding=(e.padding||[mo,mo,mo,mo]).map(l=>ee(ie(l,mo))),Gt=n._padding=ls.map((l,u)=>l(n,u,dn,0)),ze,Pe=null,Oe=null,zo=i==1?k[0].idxs:null,vt=null,ho=!1;function as(l,u){if(t=l??[],n.data=n._data=t,i==2){ze=0;for(let d=1;d<k.length;d++)ze+=t[d][0].length}else{t.length==0&&(n.data=n._data=t=[[]]),vt=t[0],ze=vt.length;let d=t;if(B==2){d=t.slice();let h=d[0]=Array(ze);for(let b=0;b<ze;b++)h[b]=b}n._data=t=d}if(zn(!0),De("setData"),B==2&&(Pn=!0),u!==!1){let d=A;d.auto(n,ho)?Fi():Kt(N,d.min,d.max),un=un||U.left>=0,ft=!0,Fn()}}n.setData=as;function Fi(){ho=!0;let l,u;i==1&&(ze>0?(Pe=zo[0]=0,Oe=zo[1]=ze-1,l=t[0][Pe],u=t[0][Oe],B==2?(l=Pe,u=Oe):l==u&&(B==3?[l,u]=oi(l,l,A.log,!1):B==4?[l,u]=$r(l,l,A.log,!1):A.time?u=l+$e(86400/$):[l,u]=ei(l,u,Ar,!0))):(Pe=zo[0]=l=null,Oe=zo[1]=u=null)),Kt(N,l,u)}let Fo,Hn,Ii,Vi,Ui,Wi,Bi,ji,Gi,Qe;function cs(l,u,d,h,b,x){l??=js,d??=Or,h??="butt",b??=js,x??="round",l!=Fo&&(m.strokeStyle=Fo=l),b!=Hn&&(m.fillStyle=Hn=b),u!=Ii&&(m.lineWidth=Ii=u),x!=Ui&&(m.lineJoin=Ui=x),h!=Wi&&(m.lineCap=Wi=h),d!=Vi&&m.setLineDash(Vi=d)}function us(l,u,d,h){u!=Hn&&(m.fillStyle=Hn=u),l!=Bi&&(m.font=Bi=l),d!=ji&&(m.textAlign=ji=d),h!=Gi&&(m.textBaseline=Gi=h)}function Yi(l,u,d,h,b=0){if(h.length>0&&l.auto(n,ho)&&(u==null||u.min==null)){let x=ie(Pe,0),L=ie(Oe,h.length-1),C=d.min==null?Au(h,x,L,b,l.distr==3):[d.min,d.max];l.min=Et(l.min,d.min=C[0]),l.max=Ke(l.max,d.max=C[1])}}let fs={min:null,max:null};function Nc(){for(let h in M){let b=M[h];Y[h]==null&&(b.min==null||Y[N]!=null&&b.auto(n,ho))&&(Y[h]=fs)}for(let h in M){let b=M[h];Y[h]==null&&b.from!=null&&Y[b.from]!=null&&(Y[h]=fs)}Y[N]!=null&&zn(!0);let l={};for(let h in Y){let b=Y[h];if(b!=null){let x=l[h]=eo(M[h],Iu);if(b.min!=null)Ee(x,b);else if(h!=N||i==2)if(ze==0&&x.from==null){let L=x.range(n,null,null,h);x.min=L[0],x.max=L[1]}else x.min=de,x.max=-de}}if(ze>0){k.forEach((h,b)=>{if(i==1){let x=h.scale,L=Y[x];if(L==null)return;let C=l[x];if(b==0){let O=C.range(n,C.min,C.max,x);C.min=O[0],C.max=O[1],Pe=Lt(C.min,t[0]),Oe=Lt(C.max,t[0]),Oe-Pe>1&&(t[0][Pe]<C.min&&Pe++,t[0][Oe]>C.max&&Oe--),h.min=vt[Pe],h.max=vt[Oe]}else h.show&&h.auto&&Yi(C,L,h,t[b],h.sorted);h.idxs[0]=Pe,h.idxs[1]=Oe}else if(b>0&&h.show&&h.auto){let[x,L]=h.facets,C=x.scale,O=L.scale,[H,z]=t[b],V=l[C],Z=l[O];V!=null&&Yi(V,Y[C],x,H,x.sorted),Z!=null&&Yi(Z,Y[O],L,z,L.sorted),h.min=L.min,h.max=L.max}});for(let h in l){let b=l[h],x=Y[h];if(b.from==null&&(x==null||x.min==null)){let L=b.range(n,b.min==de?null:b.min,b.max==-de?null:b.max,h);b.min=L[0],b.max=L[1]}}}for(let h in l){let b=l[h];if(b.from!=null){let x=l[b.from];if(x.min==null)b.min=b.max=null;else{let L=b.range(n,x.min,x.max,h);b.min=L[0],b.max=L[1]}}}let u={},d=!1;for(let h in l){let b=l[h],x=M[h];if(x.min!=b.min||x.max!=b.max){x.min=b.min,x.max=b.max;let L=x.distr;x._min=L==3?Ut(x.min):L==4?pr(x.min,x.asinh):L==100?x.fwd(x.min):x.min,x._max=L==3?Ut(x.max):L==4?pr(x.max,x.asinh):L==100?x.fwd(x.max):x.max,u[h]=d=!0}}if(d){k.forEach((h,b)=>{i==2?b>0&&u.y&&(h._paths=null):u[h.scale]&&(h._paths=null)});for(let h in u)Pn=!0,De("setScale",h);We&&U.left>=0&&(un=ft=!0)}for(let h in Y)Y[h]=null}function Dc(l){let u=vr(Pe-1,0,ze-1),d=vr(Oe+1,0,ze-1);for(;l[u]==null&&u>0;)u--;for(;l[d]==null&&d<ze-1;)d++;return[u,d]}function Hc(){if(ze>0){let l=k.some(u=>u._focus)&&Qe!=At.alpha;l&&(m.globalAlpha=Qe=At.alpha),k.forEach((u,d)=>{if(d>0&&u.show&&(ds(d,!1),ds(d,!0),u._paths==null)){let h=Qe;Qe!=u.alpha&&(m.globalAlpha=Qe=u.alpha);let b=i==2?[0,t[d][0].length-1]:Dc(t[d]);u._paths=u.paths(n,d,b[0],b[1]),Qe!=h&&(m.globalAlpha=Qe=h)}}),k.forEach((u,d)=>{if(d>0&&u.show){let h=Qe;Qe!=u.alpha&&(m.globalAlpha=Qe=u.alpha),u._paths!=null&&ps(d,!1);{let b=u._paths!=null?u._paths.gaps:null,x=u.points.show(n,d,Pe,Oe,b),L=u.points.filter(n,d,x,b);(x||L)&&(u.points._paths=u.points.paths(n,d,Pe,Oe,L),ps(d,!0))}Qe!=h&&(m.globalAlpha=Qe=h),De("drawSeries",d)}}),l&&(m.globalAlpha=Qe=1)}}function ds(l,u){let d=u?k[l].points:k[l];d._stroke=d.stroke(n,l),d._fill=d.fill(n,l)}function ps(l,u){let d=u?k[l].points:k[l],{stroke:h,fill:b,clip:x,flags:L,_stroke:C=d._stroke,_fill:O=d._fill,_width:H=d.width}=d._paths;H=pe(H*se,3);let z=null,V=H%2/2;u&&O==null&&(O=H>0?"#fff":C);let Z=d.pxAlign==1&&V>0;if(Z&&m.translate(V,V),!u){let re=et-H/2,oe=ut-H/2,X=Je+H,K=xt+H;z=new Path2D,z.rect(re,oe,X,K)}u?Ki(C,H,d.dash,d.cap,O,h,b,L,x):zc(l,C,H,d.dash,d.cap,O,h,b,L,z,x),Z&&m.translate(-V,-V)}function zc(l,u,d,h,b,x,L,C,O,H,z){let V=!1;O!=0&&D.forEach((Z,re)=>{if(Z.series[0]==l){let oe=k[Z.series[1]],X=t[Z.series[1]],K=(oe._paths||Lo).band;Jt(K)&&(K=Z.dir==1?K[0]:K[1]);let W,we=null;oe.show&&K&&Ou(X,Pe,Oe)?(we=Z.fill(n,re)||x,W=oe._paths.clip):K=null,Ki(u,d,h,b,we,L,C,O,H,z,W,K),V=!0}}),V||Ki(u,d,h,b,x,L,C,O,H,z)}let ms=to|kr;function Ki(l,u,d,h,b,x,L,C,O,H,z,V){cs(l,u,d,h,b),(O||H||V)&&(m.save(),O&&m.clip(O),H&&m.clip(H)),V?(C&ms)==ms?(m.clip(V),z&&m.clip(z),Vo(b,L),Io(l,x,u)):C&kr?(Vo(b,L),m.clip(V),Io(l,x,u)):C&to&&(m.save(),m.clip(V),z&&m.clip(z),Vo(b,L),m.restore(),Io(l,x,u)):(Vo(b,L),Io(l,x,u)),(O||H||V)&&m.restore()}function Io(l,u,d){d>0&&(u instanceof Map?u.forEach((h,b)=>{m.strokeStyle=Fo=b,m.stroke(h)}):u!=null&&l&&m.stroke(u))}function Vo(l,u){u instanceof Map?u.forEach((d,h)=>{m.fillStyle=Hn=h,m.fill(d)}):u!=null&&l&&m.fill(u)}function Fc(l,u,d,h){let b=T[l],x;if(h<=0)x=[0,0];else{let L=b._space=b.space(n,l,u,d,h),C=b._incrs=b.incrs(n,l,u,d,h,L);x=td(u,d,C,h,L)}return b._found=x}function qi(l,u,d,h,b,x,L,C,O,H){let z=L%2/2;S==1&&m.translate(z,z),cs(C,L,O,H,C),m.beginPath();let V,Z,re,oe,X=b+(h==0||h==3?-x:x);d==0?(Z=b,oe=X):(V=b,re=X);for(let K=0;K<l.length;K++)u[K]!=null&&(d==0?V=re=l[K]:Z=oe=l[K],m.moveTo(V,Z),m.lineTo(re,oe));m.stroke(),S==1&&m.translate(-z,-z)}function Ic(l){let u=!0;return T.forEach((d,h)=>{if(!d.show)return;let b=M[d.scale];if(b.min==null){d._show&&(u=!1,d._show=!1,zn(!1));return}else d._show||(u=!1,d._show=!0,zn(!1));let x=d.side,L=x%2,{min:C,max:O}=b,[H,z]=Fc(h,C,O,L==0?J:F);if(z==0)return;let V=b.distr==2,Z=d._splits=d.splits(n,h,C,O,H,z,V),re=b.distr==2?Z.map(W=>vt[W]):Z,oe=b.distr==2?vt[Z[1]]-vt[Z[0]]:H,X=d._values=d.values(n,d.filter(n,re,h,z,oe),h,z,oe);d._rotate=x==2?d.rotate(n,X,h,z):0;let K=d._size;d._size=gt(d.size(n,X,h,l)),K!=null&&d._size!=K&&(u=!1)}),u}function Vc(l){let u=!0;return ls.forEach((d,h)=>{let b=d(n,h,dn,l);b!=Gt[h]&&(u=!1),Gt[h]=b}),u}function Uc(){for(let l=0;l<T.length;l++){let u=T[l];if(!u.show||!u._show)continue;let d=u.side,h=d%2,b,x,L=u.stroke(n,l),C=d==0||d==3?-1:1,[O,H]=u._found;if(u.label!=null){let Ge=u.labelGap*C,ot=$e((u._lpos+Ge)*se);us(u.labelFont[0],L,"center",d==2?"top":Bs),m.save(),h==1?(b=x=0,m.translate(ot,$e(ut+xt/2)),m.rotate((d==3?-Qo:Qo)/2)):(b=$e(et+Je/2),x=ot);let hn=Ol(u.label)?u.label(n,l,O,H):u.label;m.fillText(hn,b,x),m.restore()}if(H==0)continue;let z=M[u.scale],V=h==0?Je:xt,Z=h==0?et:ut,re=u._splits,oe=z.distr==2?re.map(Ge=>vt[Ge]):re,X=z.distr==2?vt[re[1]]-vt[re[0]]:O,K=u.ticks,W=u.border,we=K.show?K.size:0,ke=$e(we*se),He=$e((u.alignTo==2?u._size-we-u.gap:u.gap)*se),fe=u._rotate*-Qo/180,_e=E(u._pos*se),tt=(ke+He)*C,je=_e+tt;x=h==0?je:0,b=h==1?je:0;let pt=u.font[0],St=u.align==1?qn:u.align==2?ur:fe>0?qn:fe<0?ur:h==0?"center":d==3?ur:qn,Rt=fe||h==1?"middle":d==2?"top":Bs;us(pt,L,St,Rt);let nt=u.font[1]*u.lineGap,mt=re.map(Ge=>E(c(Ge,z,V,Z))),Mt=u._values;for(let Ge=0;Ge<Mt.length;Ge++){let ot=Mt[Ge];if(ot!=null){h==0?b=mt[Ge]:x=mt[Ge],ot=""+ot;let hn=ot.indexOf(`
`)==-1?[ot]:ot.split(/\n/gm);for(let Ye=0;Ye<hn.length;Ye++){let Os=hn[Ye];fe?(m.save(),m.translate(b,x+Ye*nt),m.rotate(fe),m.fillText(Os,0,0),m.restore()):m.fillText(Os,b,x+Ye*nt)}}}K.show&&qi(mt,K.filter(n,oe,l,H,X),h,d,_e,ke,pe(K.width*se,3),K.stroke(n,l),K.dash,K.cap);let Nt=u.grid;Nt.show&&qi(mt,Nt.filter(n,oe,l,H,X),h,h==0?2:1,h==0?ut:et,h==0?xt:Je,pe(Nt.width*se,3),Nt.stroke(n,l),Nt.dash,Nt.cap),W.show&&qi([_e],[1],h==0?1:0,h==0?1:2,h==1?ut:et,h==1?xt:Je,pe(W.width*se,3),W.stroke(n,l),W.dash,W.cap)}De("drawAxes")}function zn(l){k.forEach((u,d)=>{d>0&&(u._paths=null,l&&(i==1?(u.min=null,u.max=null):u.facets.forEach(h=>{h.min=null,h.max=null})))})}let Uo=!1,Zi=!1,go=[];function Wc(){Zi=!1;for(let l=0;l<go.length;l++)De(...go[l]);go.length=0}function Fn(){Uo||(Yu(hs),Uo=!0)}function Bc(l,u=!1){Uo=!0,Zi=u,l(n),hs(),u&&go.length>0&&queueMicrotask(Wc)}n.batch=Bc;function hs(){if(Hi&&(Nc(),Hi=!1),Pn&&(Tc(),Pn=!1),Do){if(be(y,qn,me),be(y,"top",Ce),be(y,So,J),be(y,Mo,F),be(v,qn,me),be(v,"top",Ce),be(v,So,J),be(v,Mo,F),be(g,So,Ft),be(g,Mo,ln),p.width=$e(Ft*se),p.height=$e(ln*se),T.forEach(({_el:l,_show:u,_size:d,_pos:h,side:b})=>{if(l!=null)if(u){let x=b===3||b===0?d:0,L=b%2==1;be(l,L?"left":"top",h-x),be(l,L?"width":"height",d),be(l,L?"top":"left",L?Ce:me),be(l,L?"height":"width",L?F:J),yr(l,bn)}else rt(l,bn)}),Fo=Hn=Ii=Ui=Wi=Bi=ji=Gi=Vi=null,Qe=1,yo(!0),me!=An||Ce!=an||J!=$t||F!=cn){zn(!1);let l=J/$t,u=F/cn;if(We&&!un&&U.left>=0){U.left*=l,U.top*=u,In&&Dt(In,$e(U.left),0,J,F),Vn&&Dt(Vn,0,$e(U.top),J,F);for(let d=0;d<dt.length;d++){let h=dt[d];h!=null&&(Nn[d]*=l,Dn[d]*=u,Dt(h,gt(Nn[d]),gt(Dn[d]),J,F))}}if(ge.show&&!Ho&&ge.left>=0&&ge.width>0){ge.left*=l,ge.width*=l,ge.top*=u,ge.height*=u;for(let d in nr)be(Bn,d,ge[d])}An=me,an=Ce,$t=J,cn=F}De("setSize"),Do=!1}Ft>0&&ln>0&&(m.clearRect(0,0,p.width,p.height),De("drawClear"),_.forEach(l=>l()),De("draw")),ge.show&&Ho&&(Wo(ge),Ho=!1),We&&un&&(mn(null,!0,!1),un=!1),Q.show&&Q.live&&ft&&(er(),ft=!1),a||(a=!0,n.status=1,De("ready")),ho=!1,Uo=!1}n.redraw=(l,u)=>{Pn=u||!1,l!==!1?Kt(N,A.min,A.max):Fn()};function Ji(l,u){let d=M[l];if(d.from==null){if(ze==0){let h=d.range(n,u.min,u.max,l);u.min=h[0],u.max=h[1]}if(u.min>u.max){let h=u.min;u.min=u.max,u.max=h}if(ze>1&&u.min!=null&&u.max!=null&&u.max-u.min<1e-16)return;l==N&&d.distr==2&&ze>0&&(u.min=Lt(u.min,t[0]),u.max=Lt(u.max,t[0]),u.min==u.max&&u.max++),Y[l]=u,Hi=!0,Fn()}}n.setScale=Ji;let Qi,Xi,In,Vn,gs,ws,Un,Wn,bs,ys,he,ve,Yt=!1,Fe=U.drag,Re=Fe.x,Ne=Fe.y;We&&(U.x&&(Qi=ht(wu,v)),U.y&&(Xi=ht(bu,v)),A.ori==0?(In=Qi,Vn=Xi):(In=Xi,Vn=Qi),he=U.left,ve=U.top);let ge=n.select=Ee({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),Bn=ge.show?ht(gu,ge.over?v:y):null;function Wo(l,u){if(ge.show){for(let d in l)ge[d]=l[d],d in nr&&be(Bn,d,l[d]);u!==!1&&De("setSelect")}}n.setSelect=Wo;function jc(l){if(k[l].show)Te&&yr(Se[l],bn);else if(Te&&rt(Se[l],bn),We){let d=Rn?dt[0]:dt[l];d!=null&&Dt(d,-10,-10,J,F)}}function Kt(l,u,d){Ji(l,{min:u,max:d})}function Pt(l,u,d,h){u.focus!=null&&Zc(l),u.show!=null&&k.forEach((b,x)=>{x>0&&(l==x||l==null)&&(b.show=u.show,jc(x),i==2?(Kt(b.facets[0].scale,null,null),Kt(b.facets[1].scale,null,null)):Kt(b.scale,null,null),Fn())}),d!==!1&&De("setSeries",l,u),h&&xo("setSeries",n,l,u)}n.setSeries=Pt;function Gc(l,u){Ee(D[l],u)}function Yc(l,u){l.fill=ee(l.fill||null),l.dir=ie(l.dir,-1),u=u??D.length,D.splice(u,0,l)}function Kc(l){l==null?D.length=0:D.splice(l,1)}n.addBand=Yc,n.setBand=Gc,n.delBand=Kc;function qc(l,u){k[l].alpha=u,We&&dt[l]!=null&&(dt[l].style.opacity=u),Te&&Se[l]&&(Se[l].style.opacity=u)}let It,qt,pn,jn={focus:!0};function Zc(l){if(l!=pn){let u=l==null,d=At.alpha!=1;k.forEach((h,b)=>{if(i==1||b>0){let x=u||b==0||b==l;h._focus=u?null:x,d&&qc(b,x?1:At.alpha)}}),pn=l,d&&Fn()}}Te&&On&&Be(Ks,le,l=>{U._lock||(fn(l),pn!=null&&Pt(null,jn,!0,Le.setSeries))});function Ot(l,u,d){let h=M[u];d&&(l=l/se-(h.ori==1?Ce:me));let b=J;h.ori==1&&(b=F,l=b-l),h.dir==-1&&(l=b-l);let x=h._min,L=h._max,C=l/b,O=x+(L-x)*C,H=h.distr;return H==3?Qn(10,O):H==4?Nu(O,h.asinh):H==100?h.bwd(O):O}function Jc(l,u){let d=Ot(l,N,u);return Lt(d,t[0],Pe,Oe)}n.valToIdx=l=>Lt(l,t[0]),n.posToIdx=Jc,n.posToVal=Ot,n.valToPos=(l,u,d)=>M[u].ori==0?r(l,M[u],d?Je:J,d?et:0):s(l,M[u],d?xt:F,d?ut:0),n.setCursor=(l,u,d)=>{he=l.left,ve=l.top,mn(null,u,d)};function xs(l,u){be(Bn,qn,ge.left=l),be(Bn,So,ge.width=u)}function vs(l,u){be(Bn,"top",ge.top=l),be(Bn,Mo,ge.height=u)}let wo=A.ori==0?xs:vs,bo=A.ori==1?xs:vs;function Qc(){if(Te&&Q.live)for(let l=i==2?1:0;l<k.length;l++){if(l==0&&ct)continue;let u=Q.values[l],d=0;for(let h in u)Ct[l][d++].firstChild.nodeValue=u[h]}}function er(l,u){if(l!=null&&(l.idxs?l.idxs.forEach((d,h)=>{ue[h]=d}):Fu(l.idx)||ue.fill(l.idx),Q.idx=ue[0]),Te&&Q.live){for(let d=0;d<k.length;d++)(d>0||i==1&&!ct)&&Xc(d,ue[d]);Qc()}ft=!1,u!==!1&&De("setLegend")}n.setLegend=er;function Xc(l,u){let d=k[l],h=l==0&&B==2?vt:t[l],b;ct?b=d.values(n,l,u)??jt:(b=d.value(n,u==null?null:h[u],l,u),b=b==null?jt:{_:b}),Q.values[l]=b}function mn(l,u,d){bs=he,ys=ve,[he,ve]=U.move(n,he,ve),U.left=he,U.top=ve,We&&(In&&Dt(In,$e(he),0,J,F),Vn&&Dt(Vn,0,$e(ve),J,F));let h,b=Pe>Oe;It=de,qt=null;let x=A.ori==0?J:F,L=A.ori==1?J:F;if(he<0||ze==0||b){h=U.idx=null;for(let C=0;C<k.length;C++){let O=dt[C];O!=null&&Dt(O,-10,-10,J,F)}On&&Pt(null,jn,!0,l==null&&Le.setSeries),Q.live&&(ue.fill(h),ft=!0)}else{let C,O,H;i==1&&(C=A.ori==0?he:ve,O=Ot(C,N),h=U.idx=Lt(O,t[0],Pe,Oe),H=I(t[0][h],A,x,0));let z=-10,V=-10,Z=0,re=0,oe=!0,X="",K="";for(let W=i==2?1:0;W<k.length;W++){let we=k[W],ke=ue[W],He=ke==null?null:i==1?t[W][ke]:t[W][1][ke],fe=U.dataIdx(n,W,h,O),_e=fe==null?null:i==1?t[W][fe]:t[W][1][fe];if(ft=ft||_e!=He||fe!=ke,ue[W]=fe,W>0&&we.show){let tt=fe==null?-10:fe==h?H:I(i==1?t[0][fe]:t[W][0][fe],A,x,0),je=_e==null?-10:q(_e,i==1?M[we.scale]:M[we.facets[1].scale],L,0);if(On&&_e!=null){let pt=A.ori==1?he:ve,St=Ae(At.dist(n,W,fe,je,pt));if(St<It){let Rt=At.bias;if(Rt!=0){let nt=Ot(pt,we.scale),mt=_e>=0?1:-1,Mt=nt>=0?1:-1;Mt==mt&&(Mt==1?Rt==1?_e>=nt:_e<=nt:Rt==1?_e<=nt:_e>=nt)&&(It=St,qt=W)}else It=St,qt=W}}if(ft||Rn){let pt,St;A.ori==0?(pt=tt,St=je):(pt=je,St=tt);let Rt,nt,mt,Mt,Nt,Ge,ot=!0,hn=Ue.bbox;if(hn!=null){ot=!1;let Ye=hn(n,W);mt=Ye.left,Mt=Ye.top,Rt=Ye.width,nt=Ye.height}else mt=pt,Mt=St,Rt=nt=Ue.size(n,W);if(Ge=Ue.fill(n,W),Nt=Ue.stroke(n,W),Rn)W==qt&&It<=At.prox&&(z=mt,V=Mt,Z=Rt,re=nt,oe=ot,X=Ge,K=Nt);else{let Ye=dt[W];Ye!=null&&(Nn[W]=mt,Dn[W]=Mt,tl(Ye,Rt,nt,ot),Xs(Ye,Ge,Nt),Dt(Ye,gt(mt),gt(Mt),J,F))}}}}if(Rn){let W=At.prox,we=pn==null?It<=W:It>W||qt!=pn;if(ft||we){let ke=dt[0];ke!=null&&(Nn[0]=z,Dn[0]=V,tl(ke,Z,re,oe),Xs(ke,X,K),Dt(ke,gt(z),gt(V),J,F))}}}if(ge.show&&Yt)if(l!=null){let[C,O]=Le.scales,[H,z]=Le.match,[V,Z]=l.cursor.sync.scales,re=l.cursor.drag;if(Re=re._x,Ne=re._y,Re||Ne){let{left:oe,top:X,width:K,height:W}=l.select,we=l.scales[V].ori,ke=l.posToVal,He,fe,_e,tt,je,pt=C!=null&&H(C,V),St=O!=null&&z(O,Z);pt&&Re?(we==0?(He=oe,fe=K):(He=X,fe=W),_e=M[C],tt=I(ke(He,V),_e,x,0),je=I(ke(He+fe,V),_e,x,0),wo(Et(tt,je),Ae(je-tt))):wo(0,x),St&&Ne?(we==1?(He=oe,fe=K):(He=X,fe=W),_e=M[O],tt=q(ke(He,Z),_e,L,0),je=q(ke(He+fe,Z),_e,L,0),bo(Et(tt,je),Ae(je-tt))):bo(0,L)}else or()}else{let C=Ae(bs-gs),O=Ae(ys-ws);if(A.ori==1){let Z=C;C=O,O=Z}Re=Fe.x&&C>=Fe.dist,Ne=Fe.y&&O>=Fe.dist;let H=Fe.uni;H!=null?Re&&Ne&&(Re=C>=H,Ne=O>=H,!Re&&!Ne&&(O>C?Ne=!0:Re=!0)):Fe.x&&Fe.y&&(Re||Ne)&&(Re=Ne=!0);let z,V;Re&&(A.ori==0?(z=Un,V=he):(z=Wn,V=ve),wo(Et(z,V),Ae(V-z)),Ne||bo(0,L)),Ne&&(A.ori==1?(z=Un,V=he):(z=Wn,V=ve),bo(Et(z,V),Ae(V-z)),Re||wo(0,x)),!Re&&!Ne&&(wo(0,0),bo(0,0))}if(Fe._x=Re,Fe._y=Ne,l==null){if(d){if(Ps!=null){let[C,O]=Le.scales;Le.values[0]=C!=null?Ot(A.ori==0?he:ve,C):null,Le.values[1]=O!=null?Ot(A.ori==1?he:ve,O):null}xo(fr,n,he,ve,J,F,h)}if(On){let C=d&&Le.setSeries,O=At.prox;pn==null?It<=O&&Pt(qt,jn,!0,C):It>O?Pt(null,jn,!0,C):qt!=pn&&Pt(qt,jn,!0,C)}}ft&&(Q.idx=h,er()),u!==!1&&De("setCursor")}let Zt=null;Object.defineProperty(n,"rect",{get(){return Zt==null&&yo(!1),Zt}});function yo(l=!1){l?Zt=null:(Zt=v.getBoundingClientRect(),De("syncRect",Zt))}function Ss(l,u,d,h,b,x,L){U._lock||Yt&&l!=null&&l.movementX==0&&l.movementY==0||(tr(l,u,d,h,b,x,L,!1,l!=null),l!=null?mn(null,!0,!0):mn(u,!0,!1))}function tr(l,u,d,h,b,x,L,C,O){if(Zt==null&&yo(!1),fn(l),l!=null)d=l.clientX-Zt.left,h=l.clientY-Zt.top;else{if(d<0||h<0){he=-10,ve=-10;return}let[H,z]=Le.scales,V=u.cursor.sync,[Z,re]=V.values,[oe,X]=V.scales,[K,W]=Le.match,we=u.axes[0].side%2==1,ke=A.ori==0?J:F,He=A.ori==1?J:F,fe=we?x:b,_e=we?b:x,tt=we?h:d,je=we?d:h;if(oe!=null?d=K(H,oe)?c(Z,M[H],ke,0):-10:d=ke*(tt/fe),X!=null?h=W(z,X)?c(re,M[z],He,0):-10:h=He*(je/_e),A.ori==1){let pt=d;d=h,h=pt}}O&&(u==null||u.cursor.event.type==fr)&&((d<=1||d>=J-1)&&(d=gn(d,J)),(h<=1||h>=F-1)&&(h=gn(h,F))),C?(gs=d,ws=h,[Un,Wn]=U.move(n,d,h)):(he=d,ve=h)}let nr={width:0,height:0,left:0,top:0};function or(){Wo(nr,!1)}let Ms,ks,_s,Ls;function Es(l,u,d,h,b,x,L){Yt=!0,Re=Ne=Fe._x=Fe._y=!1,tr(l,u,d,h,b,x,L,!0,!1),l!=null&&(Be(dr,wr,Ts,!1),xo(Gs,n,Un,Wn,J,F,null));let{left:C,top:O,width:H,height:z}=ge;Ms=C,ks=O,_s=H,Ls=z}function Ts(l,u,d,h,b,x,L){Yt=Fe._x=Fe._y=!1,tr(l,u,d,h,b,x,L,!1,!0);let{left:C,top:O,width:H,height:z}=ge,V=H>0||z>0,Z=Ms!=C||ks!=O||_s!=H||Ls!=z;if(V&&Z&&Wo(ge),Fe.setScale&&V&&Z){let re=C,oe=H,X=O,K=z;if(A.ori==1&&(re=O,oe=z,X=C,K=H),Re&&Kt(N,Ot(re,N),Ot(re+oe,N)),Ne)for(let W in M){let we=M[W];W!=N&&we.from==null&&we.min!=de&&Kt(W,Ot(X+K,W),Ot(X,W))}or()}else U.lock&&(U._lock=!U._lock,mn(u,!0,l!=null));l!=null&&($n(dr,wr),xo(dr,n,he,ve,J,F,null))}function eu(l,u,d,h,b,x,L){if(U._lock)return;fn(l);let C=Yt;if(Yt){let O=!0,H=!0,z=10,V,Z;A.ori==0?(V=Re,Z=Ne):(V=Ne,Z=Re),V&&Z&&(O=he<=z||he>=J-z,H=ve<=z||ve>=F-z),V&&O&&(he=he<Un?0:J),Z&&H&&(ve=ve<Wn?0:F),mn(null,!0,!0),Yt=!1}he=-10,ve=-10,ue.fill(null),mn(null,!0,!0),C&&(Yt=C)}function Cs(l,u,d,h,b,x,L){U._lock||(fn(l),Fi(),or(),l!=null&&xo(qs,n,he,ve,J,F,null))}function $s(){T.forEach(nd),zi(n.width,n.height,!0)}yn(Xo,Jn,$s);let Gn={};Gn.mousedown=Es,Gn.mousemove=Ss,Gn.mouseup=Ts,Gn.dblclick=Cs,Gn.setSeries=(l,u,d,h)=>{let b=Le.match[2];d=b(n,u,d),d!=-1&&Pt(d,h,!0,!1)},We&&(Be(Gs,v,Es),Be(fr,v,Ss),Be(Ys,v,l=>{fn(l),yo(!1)}),Be(Ks,v,eu),Be(qs,v,Cs),_r.add(n),n.syncRect=yo);let Bo=n.hooks=e.hooks||{};function De(l,u,d){Zi?go.push([l,u,d]):l in Bo&&Bo[l].forEach(h=>{h.call(null,n,u,d)})}(e.plugins||[]).forEach(l=>{for(let u in l.hooks)Bo[u]=(Bo[u]||[]).concat(l.hooks[u])});let As=(l,u,d)=>d,Le=Ee({key:null,setSeries:!1,filters:{pub:sl,sub:sl},scales:[N,k[1]?k[1].scale:null],match:[ll,ll,As],values:[null,null]},U.sync);Le.match.length==2&&Le.match.push(As),U.sync=Le;let Ps=Le.key,ir=oa(Ps);function xo(l,u,d,h,b,x,L){Le.filters.pub(l,u,d,h,b,x,L)&&ir.pub(l,u,d,h,b,x,L)}ir.sub(n);function tu(l,u,d,h,b,x,L){Le.filters.sub(l,u,d,h,b,x,L)&&Gn[l](null,u,d,h,b,x,L)}n.pub=tu;function nu(){ir.unsub(n),_r.delete(n),sn.clear(),xr(Xo,Jn,$s),f.remove(),le?.remove(),De("destroy")}n.destroy=nu;function rr(){De("init",e,t),as(t||e.data,!1),Y[N]?Ji(N,Y[N]):Fi(),Ho=ge.show&&(ge.width>0||ge.height>0),un=ft=!0,zi(e.width,e.height)}return k.forEach(ss),T.forEach(Rc),o?o instanceof HTMLElement?(o.appendChild(f),rr()):o(n,rr):rr(),n}Ie.assign=Ee;Ie.fmtNum=Pr;Ie.rangeNum=ei;Ie.rangeLog=oi;Ie.rangeAsinh=$r;Ie.orient=vn;Ie.pxRatio=se;Ie.join=Gu;Ie.fmtDate=Rr,Ie.tzDate=of;Ie.sync=oa;{Ie.addGap=If,Ie.clipGaps=si;let e=Ie.paths={points:ca};e.linear=fa,e.stepped=Wf,e.bars=Bf,e.spline=Gf}function wt(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function ga(){return document.documentElement.dataset.theme==="dark"}var od=["#0072b2","#d55e00","#009e73","#cc79a7","#e69f00","#56b4e9"],id=["#4aa8e8","#ff8a3d","#2fcf9f","#e39ac4","#f0b83a","#a5dcff"],ha=[[],[8,4],[4,3],[12,3,3,3]],rd=new Set([2,4,5]);function Vr(e){let t=ga()?id:od,o=e%t.length,n=Math.floor(e/t.length)%ha.length,i=n>=2,r=2*(n%2)+ +(rd.has(o)!==i);return{colour:t[o]??"#888",dash:ha[r]??[]}}function ro(){return ba(ya(wt("missing")),[[68,1,84],[72,40,120],[62,74,137],[49,104,142],[38,130,142],[31,158,137],[53,183,121],[110,206,88],[181,222,43],[253,231,37]])}function wa(){let e=ga()?[[32,56,84],[60,120,180],[170,215,255]]:[[214,230,244],[107,174,214],[8,69,148]];return ba(ya(wt("dead")),e,Math.sqrt)}function Ur([e,t,o]){return`rgb(${e} ${t} ${o})`}function ba(e,t,o=n=>n){let n=[e];for(let i=1;i<256;i++){let r=o((i-1)/254)*(t.length-1),s=Math.min(Math.floor(r),t.length-2),c=t[s]??e,a=t[s+1]??e,f=r-s;n.push(c.map((p,m)=>Math.round(p+f*((a[m]??0)-p))))}return n}function ya(e){let t=Number.parseInt(e.slice(1),16);return[t>>16&255,t>>8&255,t&255]}var xa=new Intl.NumberFormat("en",{maximumFractionDigits:0});function ce(e,t){return e==null?"–":Number.isFinite(e)?t==="share"?To(e):t==="count"?xa.format(e):Sn(e):String(e)}function To(e){let t=e*100;return t!==0&&Math.abs(t)<.05?"< 0.1 %":`${t.toFixed(1)} %`}function Xt(e){return`${Math.round(e*100)} %`}function Sn(e){if(e===0)return"0";let t=Math.abs(e);return t>=1e4||t<.001?e.toExponential(2):e.toPrecision(3)}function qe(e,t){return`${xa.format(e)} ${t}${e===1?"":"s"}`}function ui(e,t=6){let o=e.length-t,n=e.slice(0,t).map(String);o>0&&n.push(`${o} more`);let i=n.pop();return n.length?`${n.join(", ")} and ${i}`:i??""}function Mn(e,t,o){let n=Math.max(1,t-e),i=1;for(let s of sd())if(i=s,n/s<=o)break;let r=[];for(let s=Math.ceil(e/i)*i;s<=t;s+=i)r.push(s);return r}function va(e,t,o){let n=10**Math.floor(Math.log10((t-e)/o));return Mn(e/n,t/n,o).map(i=>Number((i*n).toPrecision(12)))}function*sd(){for(let e=1;e<1e12;e*=10)yield e,yield 2*e,yield 5*e}var Ma={distr:3},ld=[...Array(16).keys()].flatMap(e=>[1,2,5].map(t=>t*10**e)),Wr=14,ad=64,cd=16,ka=[1.5,5];function at(e){let{steps:t,lines:o,unit:n}=e,i=e.hidden??new Set,r=o.filter(_=>!i.has(_.id)),s=(e.expected??[]).filter(_=>!i.has(_.id)),c=new Map,a=w("span",{class:"at"}),f=w("div",{class:"plot"}),p=w("div",{class:"sr","aria-live":"polite"}),m=w("div",{class:"lines",id:e.id,tabindex:0,role:"group","aria-label":"Line chart. Left and right arrow keys move through the steps."});m.append(f,p);let g=t.length-1,y=o.map(({values:_})=>_.findLastIndex(P=>P!==null)),v=y.every(_=>_===g||_<0),S=_=>_===void 0?"":e.stepText?.(_)??String(_),E=_=>{let P=_??g;a.textContent=t.length?_===null&&!v?`last ${e.stepName}`:`${e.stepName} ${S(t[P])}`:"",o.forEach((R,A)=>{let B=c.get(R.id),I=R.values[_??y[A]??g];B&&(B.textContent=ce(I,n))})},$=ud(e,i,c,a);E(null);let k=[...r,...s],T=wt("text-2"),M={stroke:wt("grid"),width:1},D="12px system-ui, Roboto, sans-serif",N=new Ie({width:600,height:e.height,legend:{show:!1},padding:[10,cd,0,0],cursor:{points:{size:7},drag:{x:!0,y:!1,uni:20},focus:{prox:12}},focus:{alpha:.35},scales:{x:{time:!1,range:(_,P,R)=>md(P,R,e)},y:fd(e,k)},axes:[{stroke:T,grid:M,font:D,ticks:M,size:32,label:e.legend==="above"?void 0:e.stepName,labelSize:18,labelFont:D,splits:_=>{let{min:P=0,max:R=1}=_.scales.x??{},A=e.stepText?8*Wr:90;return Mn(P,R,Math.max(2,_.width/A))},values:(_,P)=>P.map(R=>hd(S(R)))},{stroke:T,grid:{...M,filter:Sa},font:D,ticks:{...M,filter:Sa},size:ad,...n==="count"?{incrs:ld}:{},values:(_,P)=>P.map(R=>R===null?"":wd(R,n))}],series:[{},...k.map((_,P)=>{let{colour:R,dash:A}=Vr(_.place),B=P>=r.length;return{stroke:R,width:B?1.25:2,dash:B?ka:A,spanGaps:!0,points:{show:gd(_)&&!B,size:7}}})],hooks:{setCursor:[_=>{E(_.cursor.idx??null)}],draw:[_=>{for(let P of e.levels??[])bd(_,P,D)}]}},[t,...k.map(_=>_.values.map(P=>pd(P,e)))],f);m.addEventListener("keydown",_=>{let R={ArrowLeft:-1,ArrowRight:1}[_.key];if(R===void 0||!t.length)return;_.preventDefault();let A=N.cursor.idx??(R>0?-1:t.length),B=Math.min(g,Math.max(0,A+R));N.setCursor({left:N.valToPos(t[B]??0,"x"),top:0}),p.textContent=`${a.textContent}: ${r.map(I=>`${I.name} ${ce(I.values[B],n)}`).join(", ")}`});let G=w("div",{class:`chart ${e.legend??"beside"}`},m,$);return new ResizeObserver(()=>{let _=f.clientWidth;_>0&&_!==N.width&&N.setSize({width:_,height:e.height})}).observe(f),G}function ud(e,t,o,n){let{lines:i,hide:r}=e,s=w("ul",{class:"legend"});e.legend!=="above"&&(s.style.maxHeight=`${e.height}px`);let c=w("li",{class:"head"},n);if(r&&i.length>1){let a=()=>{r(new Set)};c.append(w("button",{type:"button",class:"quiet",id:`${e.id}-all`,disabled:!t.size,click:a},"show all"))}return s.append(c),i.forEach((a,f)=>{let p=w("span",{class:"value"});o.set(a.id,p);let m=w("span",{class:"name",title:a.name},a.name),g=w("li",{class:t.has(a.id)?"off":"","data-line":a.id});if(r){let y=()=>{let S=new Set(t);S.delete(a.id)||S.add(a.id),r(S)},v=()=>{r(new Set(i.map(S=>S.id).filter(S=>S!==a.id)))};g.append(w("button",{type:"button",class:"line",id:`${e.id}-line-${f}`,"aria-pressed":t.has(a.id)?"false":"true",title:"Show or hide",click:y},fi(a.place),m),w("button",{type:"button",class:"quiet only",id:`${e.id}-only-${f}`,"aria-label":`Show only ${a.name}`,click:v},"only"))}else g.append(fi(a.place),m);g.append(p),s.append(g)}),e.expectedName&&e.expected?.length&&s.append(w("li",{class:"muted"},_a(wt("text-2"),ka,1.5),e.expectedName)),s}function fi(e){let{colour:t,dash:o}=Vr(e);return _a(t,o,3)}function _a(e,t,o){return it("svg",{width:22,height:10,class:"swatch","aria-hidden":!0},it("line",{x1:0,y1:5,x2:22,y2:5,stroke:e,"stroke-width":o,"stroke-dasharray":t.join(" ")}))}function fd(e,t){let{axis:o,levels:n=[]}=e;return typeof o!="string"?{range:[o[0],o[1]]}:o==="log"&&t.some(i=>i.values.some(dd))?Ma:{range:(i,r,s)=>{let c=r??0,a=s??1;for(let p of n)c=Math.min(c,p.value),a=Math.max(a,p.value);o==="from zero"&&(c=Math.min(0,c)),e.unit==="count"&&(a=Math.max(1,a));let f=.05*(a-c||Math.abs(a)||1);return[o==="from zero"?c:c-f,a+f]}}}function dd(e){return e!==null&&e>0&&Number.isFinite(e)}function pd(e,t){return e===null||!Number.isFinite(e)||t.axis==="log"&&e<=0?null:e}function md(e,t,{steps:o,overMap:n}){let[i]=o;if(o.length===1&&i!==void 0)return[i-1,i+1];let r=n?(t-e)/(o.length-1)/2:0;return[e-r,t+r]}function hd(e){return e.length>Wr?`…${e.slice(1-Wr)}`:e}function gd(e){return e.values.filter(t=>t!==null).length<3}function Sa(e,t){return e.scales.y?.distr!==Ma.distr?t:t.map(o=>Number.isInteger(Number(Math.log10(o).toFixed(6)))?o:null)}function wd(e,t){return t==="share"?`${Number((e*100).toPrecision(4))} %`:e!==0&&(Math.abs(e)<.001||Math.abs(e)>=1e6)?e.toExponential(0):String(Number(e.toPrecision(6)))}function bd(e,t,o){let{ctx:n,bbox:i}=e,r=Math.round(e.valToPos(t.value,"y",!0));if(r<i.top||r>i.top+i.height)return;let s=window.devicePixelRatio;n.save(),n.strokeStyle=wt("text-2"),n.fillStyle=wt("text-2"),n.lineWidth=s,n.setLineDash([4*s,4*s]),n.beginPath(),n.moveTo(i.left,r),n.lineTo(i.left+i.width,r),n.stroke(),n.font=o.replace("12px",`${11*s}px`),n.textAlign="left",n.setLineDash([]),n.lineWidth=4*s,n.strokeStyle=wt("page");let c=[i.left+8*s,r-5*s];n.strokeText(t.name,...c),n.fillText(t.name,...c),n.restore()}var kn={unit:"share",axis:[0,1],worse:"high"},Co={unit:"count",axis:"from zero",worse:"high"},La={unit:"number",axis:"log",worse:"high"},so={unit:"number",axis:"fit",worse:"far"},Br=[{id:"dead_ratio",name:"dead units",...kn,help:"Share of units that fired for no sample of the epoch. A unit fires where the slope of its activation is not 0; a channel of a convolution is one unit.",formula:"dead = #{u : fired(u) = 0} / units"},{id:"dead_ratio_batch",name:"dead units per mini-batch",...kn,help:"Share of units that did not fire on any sample of one mini-batch. It is larger than the share per epoch: a unit that fires with probability p looks dead in n samples with probability (1 − p)ⁿ, 72 % for p = 1 % and n = 32.",formula:"mean over mini-batches of #{u : fired in batch(u) = 0} / units"},{id:"one_sided_ratio",name:"one-sided units",...kn,help:"For kinds that cannot die (leaky ReLU, PReLU, ELU): share of units that were on the negative side for every sample of the epoch.",formula:"one-sided = #{u : z(u) ≤ 0 for every sample} / units"},{id:"born_dead",name:"born dead",...Co,help:"Units that have not fired once since training began: an effect of the initial weights and of the inputs.",formula:"#{u : fired(u) = 0 in every epoch so far}"},{id:"died",name:"died",...Co,help:"Units that fired in the epoch before and not in this one.",formula:"#{u : fired before, not in this epoch, newly so}"},{id:"revived",name:"revived",...Co,help:"Units that were dead in the epoch before and fired in this one; of a unit born dead, when it first fires.",formula:"#{u : dead in the epoch before, fired in this one}"},{id:"rare_ratio",name:"rarely firing units",...kn,help:"Share of units that fired for fewer than 1 % of the samples.",formula:"#{u : rate(u) < 0.01} / units"},{id:"dormant_ratio",name:"dormant units",...kn,help:"Share of units whose mean size is at most 0.025 of the layer's average: they fire, and carry next to nothing.",formula:"#{u : E|a(u)| / mean over k of E|a(k)| ≤ 0.025} / units"},{id:"mean",name:"mean",...so,help:"Mean of the activations. Far from 0 it pushes all weights of a unit of the next layer the same way.",formula:"mean over units of E a(u)"},{id:"std",name:"standard deviation",...so,axis:"from zero",colours:"log",help:"Standard deviation of the activations.",formula:"√(E a² − (E a)²)"},{id:"bias_shift",name:"bias shift",unit:"number",axis:[0,1],worse:"high",help:"How far from zero mean, whatever the scale: 0 for a unit with mean 0, 1 for a constant one. Dotted, or beside it, is what this activation has for inputs from N(0, 1).",formula:"mean of |E a(u)| / √(E a(u)²) over units that are not always 0"},{id:"zero_fraction",name:"exact zeros",...kn,help:"Share of the single activations, not units, that are exactly 0: how sparse the layer is. Half of them are 0 in a sound ReLU layer.",formula:"#{a = 0} / (samples · units)"},{id:"saturation",name:"saturated units",...kn,help:"Share of units on a flat part of their activation for at least 99 % of the samples: next to no gradient passes them.",formula:"#{u : |φ′(z)| < 0.06 · max|φ′| for ≥ 99 % of samples} / units"},{id:"nonfinite",name:"NaN and infinite values",...Co,help:"Activations that were NaN or infinite; they are left out of all other numbers.",formula:"#{a : a is NaN or ±∞}"},{id:"alpha",name:"learned slope, mean",...so,help:"Mean of the layer's learned alpha (PReLU: slope on the negative side; ELU: depth of its plateau).",formula:"mean over channels of α"},{id:"alpha_min",name:"learned slope, smallest",...so,help:"Smallest learned alpha of the layer.",formula:"min over channels of α"},{id:"alpha_max",name:"learned slope, largest",...so,help:"Largest learned alpha of the layer.",formula:"max over channels of α"},{id:"gradient_norm",name:"gradient norm",...La,help:"Length of the gradient of the layer's weights.",formula:"‖∂L/∂W‖"},{id:"update_ratio",name:"update ratio",...La,help:"How large a step is beside the weights it changes. About 0.001 is usual.",formula:"‖ΔW‖ / ‖W‖"},{id:"sign_agreement",name:"sign agreement",unit:"number",axis:[0,1],worse:"high",help:"1 where all incoming weights of a unit are pushed the same way, so that a step can only zig-zag; dotted is what random signs give.",formula:"mean over units of |Σ g| / Σ|g| over the unit's incoming weights"},{id:"samples",name:"samples",...Co,help:"Observations per unit in the epoch; every position of a convolution counts.",formula:"n"}],yd=new Map(Br.map(e=>[e.id,e])),di=[["batch.",({name:e,help:t})=>({name:e.endsWith("mini-batch")?e:`${e}, per mini-batch`,help:`Since the last time it was written, by training step. ${t}`})],["val_",({name:e,help:t})=>({name:`${e}, validation`,help:`On the validation data. ${t}`})]];function Me(e){let t=yd.get(e);if(t)return t;for(let[n,i]of di){if(!e.startsWith(n))continue;let r=Me(e.slice(n.length));return{...r,...i(r),id:e}}let o=e.replaceAll("_"," ");return{...so,id:e,name:o,help:"Logged beside the others.",formula:""}}var Ea={id:"bias_shift_expected",name:"expected for inputs from N(0, 1)"},Ta=new Map([["bias_shift",Ea],["val_bias_shift",Ea],["sign_agreement",{id:"sign_agreement_random",name:"random signs"}]]),xd=new Set([...Ta.values()].map(({id:e})=>e));function en(e){return Ta.get(e)}function pi(...e){let t=n=>{let i=di.findIndex(([c])=>n.startsWith(c)),[r]=di[i]??[""],s=Br.findIndex(c=>c.id===n.slice(r.length));return(s<0?Br.length:s)+(i+1)*1e3},o=e.flatMap(n=>Object.keys(n.layers));return[...new Set(o)].filter(n=>!xd.has(n)).sort((n,i)=>t(n)-t(i)).map(Me)}var vd=/^(val_)?(dead_ratio|one_sided_ratio|born_dead)$/,Sd=/^(?!(batch\.|val_)?(alpha|gradient_|update_|sign_|samples|died|revived))/;function Ca(e){return di.find(([t])=>e.startsWith(t))?.[0]??""}function mi(e,t,o){if(!Sd.test(t))return[];let n=e.layers[`${Ca(t)}samples`]??{};return(o===void 0?Object.values(n):[n[o]]).filter(i=>typeof i=="number"&&i>0)}function tn(e,t,o){return jr(mi(e,t,o),t)}function jr(e,t){if(!e.length)return"";let o=Math.min(...e),n=Math.max(...e),r=`${o===n?ce(o,"count"):`${ce(o,"count")} to ${ce(n,"count")}`} samples per unit`+(Ca(t)==="batch."?"":" and epoch");if(!vd.test(t))return`${r}.`;let s=Number((300/o).toPrecision(2)),c=t.includes("one_sided")?"was above 0":"fired";return`${r}: a unit that ${c} for none of ${ce(o,"count")} does so for less than ${s} % of all (95 % confidence).`}var $a={dead_ratio:.25,one_sided_ratio:.5,saturation:.5},Md=3;function $o(e,t){return e.limits[t]??$a[t]}function hi(e,t){let o=i=>gi(e,t,i)||0;return Math.max(...Object.keys($a).map(o))+(o("nonfinite")>0?2:0)}function Aa(e,t){let o=({name:n})=>{let i=e.findIndex(({layers:r})=>r.includes(n));return i<0?e.length:i};return(n,i)=>o(n)-o(i)||hi(t,i)-hi(t,n)}function gi(e,t,o){let n=e.layers[o]?.[t.tag];return o!=="saturation"||typeof n!="number"?n:n-(e.layers.dead_ratio?.[t.tag]??0)}function Gr(e,t,o){let n=[];for(let i of e.layers){let r=kd(i,e,t,o);r&&n.push({layer:i,clause:r})}return n.sort((i,r)=>hi(t,r.layer)-hi(t,i.layer))}function kd(e,t,o,n){let i=a=>gi(o,e,a),r=i("nonfinite");if(r)return`${e.name} gave ${ce(r,"count")} NaN or infinite values in the last epoch`;let s=a=>{let f=$o(t,a),p=i(a);return typeof p=="number"&&f!==void 0&&p>=f?p:void 0};if(s("dead_ratio")!==void 0)return`${e.name} ${_d(e,o,n.dead_ratio)}`;let c=s("one_sided_ratio");if(c!==void 0)return`${Xt(c)} of the units of ${e.name} stay on the negative side`;if(s("saturation")!==void 0){let a=o.layers.saturation?.[e.tag]??0;return`${Xt(a)} of the units of ${e.name} are saturated`}for(let[a,f]of Object.entries(t.limits)){let p=s(a);if(p!==void 0){let{name:m,unit:g}=Me(a);return`${m} of ${e.name} is ${ce(p,g)} (limit ${ce(f,g)})`}}}function _d(e,t,o){let n=t.layers.dead_ratio?.[e.tag]??0,i=t.layers.born_dead?.[e.tag];if(e.units&&i&&i/e.units>n/2)return`has ${Xt(i/e.units)} units that never fired`;let r=bt(o?.steps??[],o?.layers[e.tag]??[]),s=r[0],c=r.at(-1);if(!s||!c||c.value-s.value<n/2)return`has ${Xt(n)} dead units`;let a=c.value-s.value,f=r.findLastIndex(g=>g.value<s.value+.9*a)+1,p=r[f]??c,m=r.slice(0,f).findLast(g=>g.value<=s.value+.1*a)??s;return`lost ${Xt(a)} of its units between epochs ${m.step} and ${p.step}`}function Pa(e,t){let o=e.layers.length;if(!o)return"No layer of this run was watched.";if(!t.length)return o===1?"The watched layer needs no look.":`None of the ${o} watched layers needs a look.`;let n=t.length===1?"needs":"need",i=o===1?"The layer":`${t.length} of ${qe(o,"layer")}`,r=t.slice(0,Md).map(({clause:c})=>c),s=t.length-r.length;return s&&r.push(`${s} more`),`${i} ${n} a look: ${r.join("; ")}.`}function bt(e,t){let o=[];return e.forEach((n,i)=>{let r=t[i];typeof r=="number"&&Number.isFinite(r)&&o.push({step:n,value:r})}),o}function wi(e,t,o){return e.worse==="far"?Math.abs(t)>Math.abs(o):e.worse==="high"?t>o:t<o}function bi(e,t,o){let[n,i]=o.split(" "),r=t.find(c=>c.id===n);if(!r)return[...e];let s=i==="down"?-1:1;return[...e].sort((c,a)=>Td(r.of(c),r.of(a),s))}function yi(e){let{id:t,columns:o,before:n,after:i,rows:r,sort:s,choose:c}=e,a=o.map(f=>Ld(f,s,c));return w("div",{class:"scroll"},w("table",{id:t},w("thead",{},w("tr",{},n,...a,i)),w("tbody",{},...r)))}function Ld(e,t,o){let{id:n,name:i,unit:r,help:s}=e,[c,a]=t.split(" "),f=a==="down",p=c===n?f?" ↓":" ↑":"";return w("th",{scope:"col",class:r==="text"?"text":"","aria-sort":p?f?"descending":"ascending":void 0},w("button",{type:"button",id:`sort-${n}`,title:s,click:()=>{o({sort:Ed(e,t)})}},i+p))}function Ed(e,t){let{id:o,unit:n}=e,i=e.first??(n==="text"?"up":"down"),r=i==="up"?"down":"up";return t===`${o} ${i}`?`${o} ${r}`:t===`${o} ${r}`?"":`${o} ${i}`}function Td(e,t,o){let n=i=>i==null||Number.isNaN(i);return n(e)||n(t)?Number(n(e))-Number(n(t)):typeof e=="number"&&typeof t=="number"?o*(e-t):o*String(e).localeCompare(String(t),"en",{numeric:!0})}var nn=34,xi=16,Ra=13,Oa=4;function on(e){let{steps:t,rows:o,zoom:n}=e,i=t.length,r=w("canvas",{}),s=w("div",{class:"cursor"}),c=w("div",{class:"brush"}),a=w("p",{class:"told",id:`${e.id}-told`,"aria-live":"polite"},Cd),f=w("div",{class:"map",id:e.id,tabindex:0,role:"group","aria-label":"Map. Arrow keys move through the cells, plus and minus zoom, 0 shows all."},r,s,c),p,m=64,g=()=>n.bottom-n.top,y=()=>({width:Math.max(1,f.clientWidth-m-xi),height:e.height-nn}),v=()=>{f.clientWidth!==0&&(m=$d(e,r),Ad(e,r,f.clientWidth,m),S())},S=()=>{if(s.hidden=!p||p.row<n.top||p.row>=n.bottom,!p)return;let{width:_,height:P}=y(),R=P/g(),A=_/i;s.style.left=`${m+p.column*A-1}px`,s.style.top=`${(p.row-n.top)*R-1}px`,s.style.width=`${Math.max(3,A)}px`,s.style.height=`${Math.max(3,R)}px`},E=(_,P)=>{p={row:lo(_,0,o-1),column:lo(P,0,i-1)},a.textContent=e.describe(p.row,p.column),S()},$=(_,P)=>{let R=lo(Math.round(P-_),Math.min(Oa,o),o);n.top=lo(Math.round(_),0,o-R),n.bottom=n.top+R,G.classList.toggle("zoomed",R<o),v()},k=_=>{let P=p?p.row+.5:(n.top+n.bottom)/2,R=g()*_;$(P-R/2,P+R/2)},T=_=>{let P=_.clientY-f.getBoundingClientRect().top;return n.top+Math.floor(P/y().height*g())},M=_=>{let P=_.clientX-f.getBoundingClientRect().left-m;return Math.floor(P/y().width*i)},D;f.addEventListener("pointerdown",_=>{D=_}),f.addEventListener("pointermove",_=>{E(T(_),M(_));let P=D&&_.buttons===1;if(c.hidden=!P,!D||!P)return;let R=f.getBoundingClientRect().top,[A,B]=[D.clientY,_.clientY].sort((I,q)=>I-q);c.style.left=`${m}px`,c.style.width=`${y().width}px`,c.style.top=`${(A??0)-R}px`,c.style.height=`${(B??0)-(A??0)}px`}),f.addEventListener("pointerup",_=>{if(c.hidden=!0,!D)return;let P=T(D),R=T(_);Math.abs(_.clientY-D.clientY)>6?$(Math.min(P,R),Math.max(P,R)+1):e.choose&&P>=0&&P<o&&e.choose(P),D=void 0}),f.addEventListener("dblclick",()=>{$(0,o)}),f.addEventListener("keydown",_=>{let{row:P,column:R}=p??{row:n.top,column:0},B={ArrowLeft:()=>{E(P,R-1)},ArrowRight:()=>{E(P,R+1)},ArrowUp:()=>{E(P-1,R)},ArrowDown:()=>{E(P+1,R)},Home:()=>{E(P,0)},End:()=>{E(P,i-1)},Enter:()=>e.choose?.(P),"+":()=>{k(.5)},"-":()=>{k(2)},0:()=>{$(0,o)}}[_.key];if(B&&(_.preventDefault(),_.stopPropagation(),B(),p&&(p.row<n.top||p.row>=n.bottom))){let I=p.row<n.top?p.row:p.row-g()+1;$(I,I+g())}});let N=(_,P,R)=>w("button",{type:"button",class:"quiet","aria-label":P,title:P,click:R},_),G=w("div",{class:"heat"},w("div",{class:"heat-head"},e.key,o>Oa&&w("span",{class:"zoom"},N("+","Zoom in",()=>{k(.5)}),N("−","Zoom out",()=>{k(2)}),N("all","Show all rows",()=>{$(0,o)}))),f,a);return r.style.height=`${e.height}px`,s.hidden=!0,c.hidden=!0,(n.bottom<=n.top||n.bottom>o)&&(n.top=0,n.bottom=o),G.classList.toggle("zoomed",g()<o),new ResizeObserver(v).observe(f),G}var Cd="Point at a cell; drag over rows to zoom, double click shows all.";function $d(e,t){let o=t.getContext("2d");if(!o)return 64;o.font=Ha(1);let n=0;for(let[i]of Da(e))n=Math.max(n,o.measureText(i).width);return Math.min(200,Math.max(64,Math.ceil(n)+30))}function Na({zoom:e,height:t}){return(t-nn)/(e.bottom-e.top)>=Ra}function Da(e){let{rows:t,rowNames:o,placeAxis:n,zoom:i,height:r}=e,{top:s,bottom:c}=i,a=r-nn,f=a/(c-s);if(typeof o=="function"){let y=Na(e),v=Math.max(2,a/(y?Ra:40));return n&&!y?Mn(s+1,c,v).map(S=>[String(S),(S-s-.5)*f]):Mn(s,c-1,v).map(S=>[o(S),(S-s+.5)*f])}let[p,m]=o,g=(m-p)/t;return va(m-c*g,m-s*g,a/40).map(y=>[String(y),((m-y)/g-s)*f])}function Ad(e,t,o,n){let i=t.getContext("2d");if(!i)return;let r=window.devicePixelRatio||1;t.style.width=`${o}px`,t.width=Math.round(o*r),t.height=Math.round(e.height*r);let s=Math.max(1,Math.round((o-n-xi)*r)),c=Math.round((e.height-nn)*r),a=i.createImageData(s,c);Pd(e,a),i.putImageData(a,Math.round(n*r),0),i.scale(r,r),i.font=Ha(1),i.fillStyle=wt("text-2"),i.strokeStyle=wt("text-2"),i.textBaseline="middle",i.textAlign="right";for(let[g,y]of Da(e)){let v=lo(y,7,e.height-nn-7);i.fillText(Od(i,g,n-28),n-6,v)}i.textBaseline="top",i.textAlign="center";let f=(o-n-xi)/e.steps.length,p=e.steps[0]??0,m=e.steps.at(-1)??0;for(let g of Mn(p,m,(o-n)/90)){let y=e.steps.indexOf(g);if(y<0)continue;let v=n+(y+.5)*f;i.fillRect(v,e.height-nn,1,4),i.fillText(String(g),v,e.height-nn+6)}i.textAlign="right",i.fillText(e.stepName,o-xi,e.height-12),i.translate(10,(e.height-nn)/2),i.rotate(-Math.PI/2),i.textAlign="center",i.textBaseline="middle",i.fillText(!Na(e)&&e.placeAxis||e.rowAxis,0,0)}function Pd(e,t){let{cells:o,palette:n,zoom:i}=e,r=e.steps.length,{width:s,height:c,data:a}=t,[f,p,m]=[0,1,2].map(v=>Uint8Array.from({length:256},(S,E)=>n[E]?.[v]??0)),g=Uint32Array.from({length:s+1},(v,S)=>Math.floor(S*r/s)),y=i.bottom-i.top;for(let v=0;v<c;v++){let S=i.top+Math.floor(v*y/c),E=Math.max(S+1,i.top+Math.floor((v+1)*y/c));for(let $=0;$<s;$++){let k=g[$],T=Math.max(k+1,g[$+1]),M=0,D=0,N=0;for(let P=S;P<E;P++)for(let R=P*r+k;R<P*r+T;R++){let A=o[R];M+=f[A],D+=p[A],N+=m[A]}let G=(E-S)*(T-k),_=4*(v*s+$);a[_]=M/G,a[_+1]=D/G,a[_+2]=N/G,a[_+3]=255}}}function rn(e,t,o,n){let i=[1,64,128,192,255].map(c=>Ur(e[c]??[0,0,0])),r=w("span",{class:"strip"});r.style.background=`linear-gradient(to right, ${i.join(", ")})`;let s=w("span",{class:"key"});if(n){let c=w("span",{class:"patch"});c.style.background=Ur(e[0]??[0,0,0]),s.append(c,w("span",{},n))}return s.append(w("span",{},t),r,w("span",{},o)),s}function ao(e,t,o){if(e==null||!Number.isFinite(e))return 0;let n=o>t?(e-t)/(o-t):.5;return 1+Math.round(254*lo(n,0,1))}function Od(e,t,o){if(e.measureText(t).width<=o)return t;let n=t;for(;n&&e.measureText(`${n}…`).width>o;)n=n.slice(0,-1);return`${n}…`}function Ha(e){return`${12*e}px system-ui, Roboto, sans-serif`}function lo(e,t,o){return Math.min(o,Math.max(t,e))}var co=12;function Ht(e,t=""){return w("p",{class:"help",id:`help-${e.id}`},`${e.help} `,e.formula&&w("code",{},e.formula)," ",w("span",{class:"muted"},t))}function uo({run:e,choose:t},o,n=e.manifest.layers){return Vt("Layer","layer",n.map(({tag:i,name:r,activation:s})=>[i,s?`${r} (${s})`:r]),o.tag,i=>{t({layer:i})})}function za({unit_axis:e,slope:t}){return[e===null?"":`units along axis ${e}`,t&&`slope: ${t}`].filter(Boolean).join("; ")}function Tt(e,t,o=900){return Math.min(o,Math.max(t,window.innerHeight-e))}function Bt({layers:e,weights:t},o){let n=new Set(e.map(({tag:s})=>s)),i=s=>t.includes(s)?t.indexOf(s):t.length,r=Object.keys(o.layers).filter(s=>!n.has(s)).sort((s,c)=>i(s)-i(c));return[...e.filter(({tag:s})=>o.layers[s]!==void 0),...r.map(s=>({tag:s,name:Rd(s,r),activation:"",units:null,can_die:null,unit_axis:null,slope:""}))]}function Rd(e,t){let o=e.split("/",1)[0]??"";return(t.length>1&&t.every(i=>i.startsWith(`${o}/`))?e.slice(o.length+1):e).replace(/\/kernel$/,"")}function _n(e){return e.startsWith("batch.")?"step":"epoch"}function vi(e,t,o,n,i,r){let{run:s,choices:c,choose:a}=e,f=(E,$)=>({id:E.tag,name:E.name,values:$,place:y.get(E.tag)??0}),p=Bt(e.run.manifest,o),g=[...s.manifest.layers.some(({tag:E})=>o.layers[E])?s.manifest.layers:[],...p].map(({tag:E})=>E),y=new Map([...new Set(g)].map((E,$)=>[E,$])),v=$o(s.manifest,t.id),S=v===void 0?[]:[{value:v,name:`limit ${ce(v,t.unit)}`}];return at({id:n,steps:o.steps,stepName:_n(t.id),lines:p.map(E=>f(E,o.layers[E.tag]??[])),unit:t.unit,axis:t.axis,levels:S,expected:r?Nd(o,p,r,f):[],expectedName:en(t.id)?.name??"",height:i,hidden:Yo(c.hidden),hide:E=>{a({hidden:Go(E)})}})}function Nd(e,t,o,n){let i=new Map(o.steps.map((r,s)=>[r,s]));return t.map(r=>n(r,e.steps.map(s=>o.layers[r.tag]?.[i.get(s)??-1]??null)))}function Si(e,t,o){let n=Bt(e.run.manifest,o),i=n.map(({tag:g})=>o.layers[g]??[]),r=(t.colours??t.axis)==="log",[s,c]=Dd(r?"log":t.axis,i),a=r?g=>Math.log10(g>0?g:s):Number,f=new Uint8Array(n.length*o.steps.length);i.forEach((g,y)=>{g.forEach((v,S)=>{f[y*o.steps.length+S]=ao(v===null?null:a(v),a(s),a(c))})});let p=ro(),m=_n(t.id);return on({id:"layer-map",steps:o.steps,rows:n.length,cells:f,palette:p,rowNames:g=>n[g]?.name??"",rowAxis:"layers, input on top",stepName:m,height:Math.min(Tt(310,420),40+Math.max(200,n.length*34)),describe:(g,y)=>`${n[g]?.name??""}, ${m} ${o.steps[y]??""}: ${t.name} ${ce(i[g]?.[y],t.unit)}`,key:rn(p,ce(s,t.unit),ce(c,t.unit)+(r?", logarithmic":""),"none"),zoom:e.zoom(`layers ${e.run.run}`),choose:g=>{let y=n[g];y?.units&&e.choose({view:"units",layer:y.tag})}})}function Dd(e,t){if(typeof e!="string")return e;let o=e==="from zero"?0:1/0,n=-1/0;for(let i of t)for(let{value:r}of bt(i.map((s,c)=>c),i))e==="log"&&r<=0||(o=Math.min(o,r),n=Math.max(n,r));return n>=o?[o,n]:[0,1]}function Mi(e,t,o){let n=Bt(e.run.manifest,o);return[[_n(t.id),...n.map(({name:i})=>i)],...o.steps.map((i,r)=>[i,...n.map(({tag:s})=>o.layers[s]?.[r])])]}function Ve(e){return w("p",{class:"nothing"},e)}var Yr={output_loss_mismatch:"last layer and loss do not fit together",symmetric_units:"units that are copies of each other",target_scale:"targets too large",input_scale:"inputs too large, or far from 0",born_dead:"units dead from birth",saturated_at_birth:"units saturated from birth",exploding_at_birth:"activations that explode",vanishing_signal:"vanishing signal",diverged:"loss not finite",rate_too_high:"learning rate too high",rate_too_low:"learning rate too low",over_regularised:"too much regularization",train_validation_gap:"training and validation differ",dying_units:"dying units",constant_units:"constant units",not_learning:"nothing is learned"};function Ao(e){return Object.hasOwn(Yr,e)?Yr[e]??e:e.replaceAll("_"," ")}function ki({diagnosis:e,problem:t}){if(!e||t&&!e.findings.length)return t;let{findings:o,looked_at:n}=e,i=n?` in ${n}`:"";return o.length?`${qe(o.length,"finding")}${i}: ${Kr(o)}.`:`No finding${i}.`}function Kr(e){return[...new Set(e.map(({cause:o})=>Ao(o)))].join("; ")}function Fa({since:e}){return e?`since ${e}`:""}function _i(e){let t=Me(e.measure).unit==="share",{value:o,limit:n,above:i}=e;return{value:ce(o,t?"share":"number"),limit:n===null?"–":`${i?"at least":"at most"} ${Hd(n,t)}`}}function Hd(e,t){return t?`${Number((100*e).toPrecision(3))} %`:String(Number(e.toPrecision(3)))}function Ia({confidence:e}){return e===null?"":`Of the findings of this cause, ${Math.round(e*100)} % were right on programs that were not used to make the rules.`}function Va({not_checked:e}){let t=new Map;for(let[o,n]of Object.entries(e))t.set(n,[...t.get(n)??[],Ao(o)]);return[...t]}function Ua(e){let t=new Map;for(let{cause:o,layers:n}of e)for(let i of new Set(n)){let r=t.get(i),s=Ao(o);t.set(i,r?`${r}; ${s}`:s)}return t}function Wa(e){let t=e.flatMap(({evidence:o})=>o.map(({measure:n})=>n));return[...new Set(t)].filter(Boolean)}function Ba(e){let t=Object.keys(Yr),o=({diagnosed:{diagnosis:i}})=>{if(!i)return t.length+2;let r=i.findings.map(({cause:s})=>t.indexOf(s));return r.length?Math.min(...r.map(s=>s<0?t.length:s)):t.length+1},n=({diagnosed:i})=>i.time??0;return[...e].sort((i,r)=>o(i)-o(r)||n(r)-n(i))}var Li=6;async function ja(e){let{source:t,runs:o}=e,n=Ba(await Promise.all(o.map(async s=>({run:s,diagnosed:await t.findings(s)})))),i=n.filter(Ga),r=n.map((s,c)=>Fd(e,s,c));return w("section",{class:"run-findings",id:"run-findings"},w("p",{class:i.length?"verdict warn":"verdict"},i.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},zd(n,i.length))),w("ul",{},...r.slice(0,Li)),r.length>Li&&w("details",{id:"more-runs"},w("summary",{},qe(r.length-Li,"more run")),w("ul",{},...r.slice(Li))))}function Ga({diagnosed:e}){return!!e.diagnosis?.findings.length}function zd(e,t){let o=t===1?"has":"have";return e.some(({diagnosed:n})=>n.diagnosis)?t?`${t} of ${qe(e.length,"run")} ${o} findings.`:"No run has a finding.":"None of these runs has a diagnosis in its log."}function Fd({choose:e},t,o){let{run:n,diagnosed:i}=t,{diagnosis:r,problem:s}=i,c=Ga(t),a=c?Kr(r?.findings??[]):r||s?ki(i):"No diagnosis in this log.";return w("li",{"data-run":n.run,class:c?"warn":""},w("button",{type:"button",class:"link",id:`findings-of-${o}`,title:`Show the diagnosis of ${kt(n)}`,click:()=>{e({run:n.run,view:"overview",hidden:""})}},w("span",{class:"flag","aria-hidden":!0},c?"▲":""),kt(n)),w("span",{class:c?"":"muted"},a))}var Ln="worst",Ei="whole",Id=12;async function Ya(e){let{source:t,runs:o,choices:n,choose:i}=e,[r,s]=await Promise.all([Promise.all(o.map(T=>t.latest(T))),ja(e)]),c=pi(...r),a=c.find(({id:T})=>T===n.measure)??c[0];if(!a)return{element:w("section",{class:"view"},s,Ve("No run has measures yet.")),table:()=>[]};let f=n.which||Ln,p=n.without?Yo(n.without):new Set(o.slice(Id).map(({run:T})=>T)),m=await Promise.all(o.map(async(T,M)=>{let D=p.has(T.run)?{steps:[],layers:{}}:await t.measure(T,a.id),N=Vd(T,D,a,f),G=r[M]??{layers:{},run:{}};return{run:T,place:M,latest:G,columns:D,points:N}})),g=[...new Set(m.flatMap(({points:T})=>T.map(({step:M})=>M)))].sort((T,M)=>T-M),y=m.filter(({run:T})=>!p.has(T.run)),v=y.map(({run:T,place:M,points:D})=>{let N=new Map(D.map(({step:G,value:_})=>[G,_]));return{id:T.run,name:kt(T),values:g.map(G=>N.get(G)??null),place:M}}),S=y.flatMap(({run:T,latest:M})=>mi(M,a.id,Ka(T,f))),E=Wd(m,a,f),$=bi(m,E,n.sort);return{element:w("section",{class:"view"},s,w("div",{class:"bar"},Vt("Measure","measure",c.map(({id:T,name:M})=>[T,M]),a.id,T=>{i({measure:T})}),Vt("Of","which",Ud(o,m),f,T=>{i({which:T})})),Ht(a,jr(S,a.id)),g.length?at({id:"run-lines",steps:g,stepName:_n(a.id),lines:v,unit:a.unit,axis:a.axis,height:Tt(360+30*o.length,320,640)}):Ve("None of the chosen runs has this measure for this layer."),Kd(e,$,E,p,a),w("p",{class:"muted",id:"same"},jd(m))),table:()=>[["run",...E.map(({name:T})=>T)],...$.map(T=>[kt(T.run),...E.map(M=>M.of(T))]),[],[_n(a.id),...v.map(({name:T})=>T)],...g.map((T,M)=>[T,...v.map(({values:D})=>D[M])])]}}function Vd(e,t,o,n){if(n===Ei)return bt(t.steps,t.run??[]);let i=e.manifest.layers.filter(({name:s})=>n===Ln||s===n),r=t.steps.map((s,c)=>{let a=null;for(let{tag:f}of i){let p=t.layers[f]?.[c];p==null||!Number.isFinite(p)||(a===null||wi(o,p,a))&&(a=p)}return a});return bt(t.steps,r)}function Ka(e,t){if(!(t===Ln||t===Ei))return e.manifest.layers.find(({name:o})=>o===t)?.tag??""}function Ud(e,t){let o=new Set(e.flatMap(({manifest:i})=>i.layers.map(({name:r})=>r))),n=[[Ln,"the worst layer of each run"]];return t.some(({columns:i})=>i.run)&&n.push([Ei,"the whole run"]),[...n,...[...o].map(i=>[i,i])]}function Wd(e,t,o){let{unit:n,name:i}=t,r=[{id:"activation",name:"activation",unit:"text",of:({run:a})=>[...new Set(a.manifest.layers.map(({activation:f})=>f))].filter(Boolean).join(", ")},...Bd(e),{id:"now",name:`${i}, last`,unit:n,of:a=>a.points.at(-1)?.value},{id:"worst",name:`${i}, worst`,unit:n,of:({points:a})=>a.reduce((f,{value:p})=>f===void 0||wi(t,p,f)?p:f,void 0)}];o===Ln&&r.push({id:"worstlayer",name:"worst layer",unit:"text",of:a=>qr(a,t)?.name});let s=en(t.id)?.id??"";t.id.endsWith("bias_shift")&&o!==Ei&&r.push({id:"expected",name:"expected",unit:"number",of:a=>{let f=o===Ln?qr(a,t):a.run.manifest.layers.find(({name:p})=>p===o);return f&&a.latest.layers[s]?.[f.tag]}});let c=a=>mi(a.latest,t.id,o===Ln?qr(a,t)?.tag:Ka(a.run,o))[0];new Set(e.map(c)).size>1&&r.push({id:"samples",name:"samples",unit:"count",of:c}),r.push({id:"epochs",name:_n(t.id)==="epoch"?"last epoch":"last step",unit:"count",of:({points:a})=>a.at(-1)?.step});for(let a of Gd(e))r.push({id:`log.${a}`,name:a.replace(/^val_/,"validation ").replaceAll("_"," "),unit:"number",of:({latest:f})=>f.run[a]});return r}function Bd(e){return qa(e).flatMap(t=>{let o=e.map(n=>Zr(n,t));return e.length>1&&new Set(o).size===1?[]:[{id:`hparam.${t}`,name:t.replaceAll("_"," "),unit:o.some(n=>typeof n=="string")?"text":"given",of:n=>Zr(n,t)}]})}function qa(e){let t=e.flatMap(({run:o})=>Object.keys(o.manifest.hparams));return[...new Set(t)].filter(o=>o!=="activation")}function Zr({run:e},t){let o=e.manifest.hparams[t];return typeof o=="number"?Number(o.toPrecision(7)):o}function jd(e){if(e.length<2)return"";let t=qa(e).flatMap(o=>{let n=new Set(e.map(r=>Zr(r,o))),[i]=n;return n.size===1&&i!==void 0?[`${o.replaceAll("_"," ")} ${i}`]:[]});return t.length?`The same in all runs: ${t.join(", ")}.`:""}function qr({run:e,columns:t},o){let n;for(let i of e.manifest.layers){let r=t.layers[i.tag]??[],s=bt(t.steps,r).at(-1)?.value;s!==void 0&&(!n||wi(o,s,n.value))&&(n={layer:i,value:s})}return n?.layer}function Gd(e){let t=new Set(e.flatMap(({latest:i})=>Object.keys(i.run))),o=new Set(e.flatMap(({latest:i})=>Object.keys(i.layers)));return[...t].filter(i=>!o.has(i)&&!Yd.has(i)).sort((i,r)=>Number(r.startsWith("val_"))-Number(i.startsWith("val_")))}var Yd=new Set(["dead_ratio_worst","layers_unhealthy"]);function Kd({choices:e,choose:t},o,n,i,r){let s=c=>{let a=c.run.run,f=kt(c.run),p=()=>{let g=new Set(i);g.delete(a)||g.add(a),t({without:Go(g)||","})},m=r.id.includes("dead")&&c.run.manifest.layers.every(g=>g.can_die===!1);return w("tr",{"data-run":a},w("td",{class:"text name"},w("label",{class:"run"},w("input",{type:"checkbox",id:`with-${c.place}`,checked:!i.has(a),change:p}),fi(c.place),w("span",{class:"name",title:f},f))),...n.map(({id:g,unit:y,of:v})=>{let S=v(c);return S===void 0&&g==="now"&&m?w("td",{class:"muted"},"cannot die"):y==="text"||typeof S=="string"?w("td",{class:"text",title:S??""},S??"–"):y==="given"?w("td",{},S??"–"):w("td",{"data-value":S??""},ce(S,y))}))};return yi({id:"runs",columns:n,before:w("th",{scope:"col",class:"text"},"run"),rows:o.map(s),sort:e.sort,choose:t})}var Oo=["std","gradient_norm","update_ratio"],Ro=-1,Ja="birth";async function Qa(e,t,o){let{source:n,run:i,choices:r,choose:s}=e,c=await n.series(i,[...Oo.filter(M=>M in t.layers),...Oo.map(M=>`birth.${M}`)]),a=Oo.flatMap(M=>{let D=qd(c[`birth.${M}`],c[M]);return D?[{id:M,columns:D}]:[]}),f=Bt(i.manifest,{steps:[],layers:Object.assign({},...a.map(({columns:M})=>M.layers))}),p=a.map(M=>({...M,layers:f})),m=[...new Set(p.flatMap(({columns:M})=>M.steps))].sort((M,D)=>M-D),g=m.length-1;if(g<0)return{element:Ve("Nothing was logged."),table:()=>[]};let y=r.epoch?m.findIndex(M=>Po(M)===r.epoch):g,v=y<0?g:y,S=w("div",{}),E=w("output",{for:"epoch"}),$=M=>{let D=m[M]??0;E.textContent=Po(D),k.setAttribute("aria-valuetext",Po(D)),S.replaceChildren(...p.map(N=>Zd(N,D)))},k=w("input",{type:"range",id:"epoch",min:0,max:g,value:v,input:()=>{$(Number(k.value))},change:()=>{let M=Number(k.value);s({epoch:M===g?"":Po(m[M]??0)})}});return o.append(w("label",{class:"choice"},w("span",{},"Epoch"),k,E)),$(v),{element:w("div",{},w("p",{class:"help"},"Each measure along the layers, from the input on the left to the output on the right, on a logarithmic axis. In a network that learns, neither the signal nor its gradient grows or shrinks by powers of ten on the way."),g>0&&p.some(({columns:M})=>Xa(M))?w("p",{class:"muted",id:"first-steps"},Jd):null,S),table:()=>Qd(p,m)}}function qd(e,t){if(!e||!t)return e??t;let o=({steps:i,layers:r},s)=>r[s]??i.map(()=>null),n=Object.keys({...e.layers,...t.layers});return{steps:[...e.steps,...t.steps],layers:Object.fromEntries(n.map(i=>[i,[...o(e,i),...o(t,i)]]))}}function Po(e){return e===Ro?Ja:String(e)}function Za(e,t){return t!==Ro?`epoch ${t}`:e==="std"?`${Ja}, before the first update`:"the first ten steps"}function Xa({steps:e}){return e.length===1&&e[0]===Ro}function Zd({id:e,layers:t,columns:o},n){let i=Me(e),[r=n]=o.steps,s=Xa(o)?Ro:n,c=a=>{let f=o.steps.indexOf(a);return{id:String(a),name:Za(e,a),values:t.map(({tag:p})=>o.layers[p]?.[f]??null),place:0}};return w("section",{},w("h2",{},i.name),at({id:`depth-${e}`,steps:t.map((a,f)=>f+1),stepName:"layer",stepText:a=>t[a-1]?.name??"",overMap:!0,lines:[c(s)],expected:s===r?[]:[c(r)],expectedName:Za(e,r)+(r===Ro?"":", the first one"),unit:i.unit,axis:"log",height:230}))}var Jd="Gradient norm and update ratio are those of the first ten steps: ActivationMonitor(log_dir, gradients=True) measures every epoch.";function Qd(e,t){return e.flatMap(({id:o,layers:n,columns:i})=>[[Me(o).name,...n.map(({name:r})=>r)],...t.filter(r=>i.steps.includes(r)).map(r=>[Po(r),...n.map(({tag:s})=>i.layers[s]?.[i.steps.indexOf(r)])]),[]])}var Jr=["update_ratio","sign_agreement","gradient_norm"];function ec(e){return en(e)?.id??""}async function tc(e,t){let o=Jr.filter(s=>s in t.layers),n=await e.source.series(e.run,[...o,...o.map(ec)]),i=w("div",{}),r=[];for(let s of o){let c=Me(s),a=n[s];if(!a)continue;let f=Bt(e.run.manifest,a).length>co;i.append(w("h2",{},c.name),Ht(c),f?Si(e,c,a):vi(e,c,a,s,280,n[ec(s)])),r.push([c.name],...Mi(e,c,a),[])}return{element:i,table:()=>r}}var En=96;async function nc(e,t,o){let{source:n,run:i}=e,r=Kn(e);if(!r)return{element:Ve("This run has no layers."),table:()=>[]};let[s,c]=await Promise.all([n.histograms(i,r.tag),n.measure(i,"zero_fraction")]),a=c.layers[r.tag],f=Me("zero_fraction");return o.append(uo(e,r),w("span",{class:"muted",id:"how"},za(r))),{element:w("div",{},a?Ht(f,tn(t,f.id,r.tag)):null,a?at({id:"zero-lines",steps:c.steps,stepName:"epoch",lines:[{id:r.tag,name:f.name,values:a,place:0}],unit:f.unit,axis:f.axis,height:120,legend:"above",overMap:!0}):null,s.steps.length?Xd(e,r.tag,s,a?c.steps:[]):Ve("No histograms were logged. ActivationMonitor(log_dir, histogram_freq=1) logs them once per epoch.")),table:()=>[["epoch","left edge","right edge","count"],...s.steps.flatMap((m,g)=>(s.bins[g]??[]).map(y=>[m,...y]))]}}function Xd(e,t,o,n){let{low:i,high:r,density:s,most:c}=ep(o),a=[...new Set([...n,...o.steps])].sort((S,E)=>S-E),f=a.map(S=>o.steps.findLastIndex(E=>E<=S)),p=(S,E)=>s[S*o.steps.length+(f[E]??-1)]??0,m=new Uint8Array(En*a.length);for(let S=0;S<m.length;S++){let E=S%a.length,$=f[E]===-1?0:p(Math.floor(S/a.length),E);m[S]=$>0?ao(Math.log10($/c),-4,0):0}let g=ro(),y=(r-i)/En,v=S=>r-S*y;return w("div",{},w("p",{class:"help"},"How the activations of one mini-batch other than exact zeros are spread, epoch by epoch; the shade is the share of them per value, on a logarithmic scale. ",a.length>o.steps.length?"An epoch without a histogram shows the last one before it. ":"",w("code",{},"log₁₀ of count / (all · width of the bin)")),on({id:"value-map",steps:a,rows:En,cells:m,palette:g,rowNames:[i,r],rowAxis:"activation",stepName:"epoch",height:Tt(460,280),describe:(S,E)=>{let $=o.steps[f[E]??-1];if($===void 0)return`Epoch ${a[E]??""}: no histogram yet`;let k=$===a[E];return`Epoch ${a[E]??""}`+(k?"":` (histogram of epoch ${$})`)+`, from ${Sn(v(S+1))} to ${Sn(v(S))}: ${To(p(S,E)*y)} of the activations that are not 0`},key:rn(g,"10⁻⁴ of the highest","highest","none"),zoom:e.zoom(`values ${e.run.run} ${t}`)}))}function ep({steps:e,bins:t}){let o=1/0,n=-1/0;for(let[c,a]of t.flat())!Number.isFinite(c)||!Number.isFinite(a)||(o=Math.min(o,c),n=Math.max(n,a));if(!(n>o)){let c=Number.isFinite(o)?o:0;[o,n]=[c-.5,c+.5]}let i=(n-o)/En,r=new Float64Array(En*e.length);return t.forEach((c,a)=>{let f=c.reduce((p,[,,m])=>p+m,0);for(let[p,m,g]of c)!g||!Number.isFinite(p)||!Number.isFinite(m)||s(p,m,g/f,a)}),{low:o,high:n,density:r,most:r.reduce((c,a)=>Math.max(c,a),0)};function s(c,a,f,p){let m=Math.min(En-1,Math.floor((n-a)/i)),g=Math.min(En-1,Math.floor((n-c)/i));for(let y=m;y<=g;y++){let v=Math.min(a,n-y*i),S=Math.max(c,n-(y+1)*i),E=a>c?Math.max(0,v-S)/(a-c):1,$=y*e.length+p;r[$]=(r[$]??0)+f*E/i}}}var oc=["alpha","alpha_min","alpha_max"];async function ic(e,t,o){let{source:n,run:i}=e,r=i.manifest.layers.filter(({tag:m})=>m in(t.layers.alpha??{})),s=Kn(e,r);if(!s)return{element:Ve("No slopes were logged."),table:()=>[]};let[c,a]=await Promise.all([n.series(i,oc),n.alphas(i,s.tag)]),f=oc.flatMap((m,g)=>{let y=c[m]?.layers[s.tag];return y?[{id:m,name:Me(m).name,values:y,place:g}]:[]});return o.append(uo(e,s,r),w("span",{class:"muted"},a.units?qe(a.units,"channel"):"")),{element:w("div",{},Ht(Me("alpha")),at({id:"slope-lines",steps:c.alpha?.steps??[],stepName:"epoch",lines:f,unit:"number",axis:"fit",levels:[{value:0,name:"0: ReLU"}],height:180,legend:"above",overMap:!0}),a.units?tp(e,s,a):null),table:()=>[["epoch",...Array.from({length:a.units},(m,g)=>`alpha ${g}`)],...a.steps.map((m,g)=>[m,...Array.from({length:a.units},(y,v)=>a.values[v*a.steps.length+g])])]}}function tp(e,t,{steps:o,units:n,values:i}){let r=(p,m)=>i[p*o.length+m];if(n<=co)return at({id:"channel-lines",steps:o,stepName:"epoch",lines:Array.from({length:n},(p,m)=>({id:String(m),name:`channel ${m}`,values:o.map((g,y)=>r(m,y)??null),place:m})),unit:"number",axis:"fit",height:300});let s=1/0,c=-1/0;for(let p of i)Number.isFinite(p)&&(s=Math.min(s,p),c=Math.max(c,p));let a=new Uint8Array(i.length);for(let p=0;p<n;p++)for(let m=0;m<o.length;m++)a[p*o.length+m]=ao(r(p,m),s,c);let f=ro();return on({id:"channel-map",steps:o,rows:n,cells:a,palette:f,rowNames:String,rowAxis:"channel",stepName:"epoch",height:Math.min(Tt(440,300),34+Math.max(200,n*12)),describe:(p,m)=>`Channel ${p}, epoch ${o[m]??""}: alpha ${ce(r(p,m),"number")}`,key:rn(f,`alpha ${Sn(s)}`,Sn(c)),zoom:e.zoom(`slopes ${e.run.run} ${t.tag}`)})}var Qr=[{id:"histograms",name:"Histograms",show:nc,logged:()=>!0,missing:""},{id:"slopes",name:"Slopes",show:ic,logged:e=>"alpha"in e.layers,missing:"No layer of this run learns a slope (PReLU, or ELU with a learned alpha)."},{id:"gradients",name:"Gradients",show:tc,logged:e=>Jr.some(t=>t in e.layers),missing:"No gradients were logged. ActivationMonitor(log_dir, gradients=True) logs them."},{id:"depth",name:"Depth",show:Qa,logged:e=>Oo.some(t=>t in e.layers),missing:"This run has no measures that can be shown along its layers."}];async function rc(e){let{source:t,run:o,choices:n,choose:i}=e,r=await t.latest(o),s=Qr.find(({id:f})=>f===n.detail)??Qr[0];if(!s)throw new Error("There are no details.");let c=w("div",{class:"bar"},Yn("Details","detail",Qr.map(({id:f,name:p})=>[f,p]),s.id,f=>{i({detail:f})})),a=s.logged(r)?await s.show(e,r,c):{element:Ve(s.missing),table:()=>[]};return{element:w("section",{class:"view"},c,a.element),table:a.table}}async function sc(e){let{source:t,run:o,choices:n,choose:i}=e,r=await t.latest(o),s=pi(r),c=s.find(({id:v})=>v===n.measure)??s[0];if(!c)return{element:Ve("This run has no measures yet."),table:()=>[]};let a=en(c.id)?.id??"",f=await t.series(o,[c.id,...a in r.layers?[a]:[]]),p=f[c.id]??{steps:[],layers:{}},m=Bt(e.run.manifest,p).length>co,g=n.form||(m?"map":"lines");return{element:w("section",{class:"view"},w("div",{class:"bar"},Vt("Measure","measure",s.map(({id:v,name:S})=>[v,S]),c.id,v=>{i({measure:v})}),Yn("Form","form",[["lines","Lines"],["map","Heat map"]],g,v=>{i({form:v})})),Ht(c,tn(r,c.id)),g==="map"?Si(e,c,p):vi(e,c,p,"layer-lines",Tt(260,380,720),f[a])),table:()=>Mi(e,c,p)}}var Ti=100,Ci=28;function lc(e,t){let o=Math.max(1,e.length-1),n=Ci-3,i="",r,s;return e.forEach((c,a)=>{if(c===null||!Number.isFinite(c))return;let f=1+a/o*(Ti-6),p=n-c*(Ci-6);r??=f,i+=`${i?"L":"M"}${f.toFixed(1)} ${p.toFixed(1)}`,s=[f,p]}),it("svg",{class:"spark",width:Ti,height:Ci,viewBox:`0 0 ${Ti} ${Ci}`,role:"img","aria-label":t},it("line",{class:"base",x1:1,y1:n,x2:Ti-5,y2:n}),s&&it("path",{class:"under",d:`${i}L${s[0].toFixed(1)} ${n}L${(r??1).toFixed(1)} ${n}Z`}),it("path",{d:i,fill:"none"}),s&&it("circle",{cx:s[0],cy:s[1],r:2.5}))}var $i=190,Ai=52,np=30;function ac(e){let{values:t,limit:o,description:n}=e,i=op(e),r=t.length-1,s=[];t.forEach((p,m)=>{if(p===null||!Number.isFinite(p))return;let g=r?m/r:.5;s.push([4+g*($i-8),i(p)])});let c=s.map(([p,m],g)=>`${g?"L":"M"}${p.toFixed(1)} ${m.toFixed(1)}`).join(""),a=s.at(-1),f=o===null||!Number.isFinite(o)?void 0:i(o);return it("svg",{class:"spark",width:$i,height:Ai,viewBox:`0 0 ${$i} ${Ai}`,role:"img","aria-label":n},f!==void 0&&it("line",{class:"limit",x1:0,y1:f.toFixed(1),x2:$i,y2:f.toFixed(1)}),it("path",{d:c,fill:"none"}),a&&it("circle",{cx:a[0],cy:a[1],r:3}))}function op({values:e,limit:t,axis:o}){let n=[...e,t].filter(y=>y!==null&&Number.isFinite(y)),i=n.filter(y=>y>0),r=n.every(y=>y>=0)&&Math.max(...i)>np*Math.min(...i),s=typeof o=="string"&&(o==="log"||r),c=Math.min(...i),a=y=>s?Math.log10(Math.max(y,c)):y,f=typeof o=="string"?[...n,...o==="from zero"&&!s?[0]:[]].map(a):[...o],p=Math.min(...f),g=Math.max(...f)-p;return y=>{let v=g>0?(a(y)-p)/g:.5;return Ai-5-v*(Ai-10)}}var ip="The code is for a compiled model that has not been trained yet, after `import keras` and `import keras_activations as ka`; `x` and `y` are your data.";function cc(e){let t=!!e.diagnosis?.findings.length;return w("p",{class:t?"verdict warn":"verdict",id:"verdict"},t&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},ki(e)))}function uc(e,{diagnosis:t,problem:o},n){if(!t)return null;let{findings:i}=t,r=fp(t);return!i.length&&!r?null:w("div",{class:"findings",id:"findings"},o&&i.length?w("p",{class:"muted"},o):null,...i.map((s,c)=>rp(e,s,c,n)),i.some(({remedies:s})=>s.some(({code:c})=>c))?w("p",{class:"muted"},...fo(ip)):null,r)}function rp(e,t,o,n){let{cause:i,evidence:r,layers:s,reference:c,remedies:a,sentence:f}=t,p=`finding-${o}`,m=[Ia(t),c&&`More: \`${c}\``];return w("article",{class:"finding",id:p,"aria-labelledby":`${p}-cause`},w("div",{class:"finding-head"},w("h2",{id:`${p}-cause`},Ao(i)),w("span",{class:"muted"},Fa(t)),w("code",{class:"muted"},i)),f&&w("p",{},...fo(f)),s.length>0&&w("p",{class:"where"},w("span",{class:"muted"},"Where it begins:"),...[...new Set(s)].map((g,y)=>sp(e,g,`${p}-layer-${y}`))),r.length>0&&lp(e,r,p,n),a.length>0&&w("h3",{},"What to do"),a.length>0&&w("ol",{class:"remedies"},...a.map((g,y)=>cp(g,`${p}-copy-${y}`))),m.some(Boolean)&&w("p",{class:"muted"},...fo(m.filter(Boolean).join(" "))))}function sp(e,t,o){let n=fc(e,t);return n?w("button",{type:"button",class:"link",id:o,title:`Show the units of ${t}`,click:()=>{e.choose({view:"units",layer:n.tag})}},t):w("span",{},t)}function fc({run:e},t){return e.manifest.layers.find(o=>o.name===t)}function lp(e,t,o,n){let i=t.map((s,c)=>ap(e,s,`${o}-curve-${c}`,n)),r=(s,c="")=>w("th",{scope:"col",class:c},s);return w("div",{class:"scroll"},w("table",{class:"evidence"},w("thead",{},w("tr",{},r("evidence","text"),r("found"),r("counts if","text"),i.some(Boolean)&&r("over the epochs, with its limit","text"))),w("tbody",{},...t.map((s,c)=>{let{value:a,limit:f}=_i(s);return w("tr",{},w("td",{class:"text"},...fo(s.what)),w("td",{class:"figure"},a),w("td",{class:"text"},f),i.some(Boolean)&&w("td",{class:"text"},i[c]))}))))}function ap(e,{layer:t,limit:o,measure:n},i,r){let s=n?r[n]:void 0,c=fc(e,t),a=t?s?.layers[c?.tag??t]:s?.run??void 0;if(!s||!a)return null;let f=Me(n),p=bt(s.steps,a),[m,g]=[p[0],p.at(-1)];if(!m||!g)return null;let y=S=>ce(S,f.unit),v=ac({values:a,limit:o,axis:f.axis,description:`${f.name} of ${t||"the run"}: ${y(m.value)} at epoch ${m.step}, ${y(g.value)} at epoch ${g.step}; limit ${y(o)}`});return w("button",{type:"button",class:"curve",id:i,title:`Show the ${f.name} of all layers over time; dashed is the limit`,click:()=>{e.choose({view:"layers",measure:n,form:"lines"})}},v)}function cp({text:e,code:t},o){return w("li",{},...fo(e),t?up(t,o):null)}function up(e,t){let o=w("button",{type:"button",class:"quiet copy",id:t,"aria-label":"Copy the code",click:()=>{Ko(e).then(()=>{o.textContent="Copied",n.textContent="Copied"})}},"Copy"),n=w("span",{class:"sr",role:"status"});return w("div",{class:"code"},w("pre",{tabindex:0},w("code",{},e)),o,n)}function fp(e){let t=Va(e);if(!t.length)return null;let o=Object.keys(e.not_checked).length,n=w("dl",{});for(let[i,r]of t)n.append(w("dt",{},ui(r,r.length)),w("dd",{},...fo(i)));return w("details",{class:"unchecked",id:"not-checked"},w("summary",{},`${qe(o,"cause")} ${o===1?"was":"were"} not checked`),n)}function fo(e){let t=e.split("`");return t.length%2===0?[e]:t.map((o,n)=>n%2?w("code",{},o):o)}var dp=["dead_ratio","one_sided_ratio","died","revived"],dc="worst-first",pp=250;async function pc(e){let{source:t,run:o,choices:n,choose:i}=e,{manifest:r}=o,s=t.findings(o),c=s.then(({diagnosis:k})=>{let T=Wa(k?.findings??[]);return t.series(o,[...new Set([...dp,...T])])}),[a,f,p]=await Promise.all([t.latest(o),s,Promise.race([c,bp(pp)])]),m=p??{},g=yp(a,m),y=mp(r,f,a,m),v=bi(r.layers.map((k,T)=>({layer:k,place:T})),g,n.sort),S=n.sort===dc;if(S){let k=Aa(f.diagnosis?.findings??[],a);v.sort((T,M)=>k(T.layer,M.layer))}let E=v.map(({layer:k,place:T})=>{let M=y.get(k.tag);return w("tr",{class:M?"flagged":"","data-layer":k.tag},...g.map(D=>xp(D,{layer:k,place:T},e,a,M)),w("td",{class:"text"},_p(k,m)))});return{element:w("section",{class:"view overview"},...f.diagnosis?[cc(f)]:[hp(r,a,p),w("p",{class:"gaps muted"},f.problem||Sp)],wp(r.not_watched),uc(e,f,m),w("div",{class:"bar"},w("button",{type:"button",id:"worst-first",title:"Layers that findings name, then those with NaN or infinite values, then by the largest of the shares of dead, one-sided and saturated units","aria-pressed":S?"true":"false",click:()=>{i({sort:S?"":dc})}},"Worst first"),w("span",{class:"muted"},tn(a,"dead_ratio"))),yi({id:"layers",columns:g,after:w("th",{scope:"col",class:"text",title:mc},"over time"),rows:E,sort:n.sort,choose:i}),Lp(g)),...p?{}:{more:c},table:()=>[g.map(k=>k.name),...v.map(k=>g.map(T=>T.of(k))),...gp(f)]}}function mp(e,{diagnosis:t},o,n){if(t){let i=Ua(t.findings);return new Map(e.layers.flatMap(({tag:r,name:s})=>{let c=i.get(s);return c?[[r,c]]:[]}))}return new Map(Gr(e,o,n).map(({layer:i,clause:r})=>[i.tag,r]))}function hp(e,t,o){let n=Gr(e,t,o??{});return w("p",{class:n.length?"verdict warn":"verdict",id:"verdict"},n.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},o?Pa(e,n):"Reading the history of the run …"))}function gp({diagnosis:e}){return e?.findings.length?[[],["finding","layers","since","evidence","found","counts if"],...e.findings.flatMap(({cause:t,layers:o,since:n,evidence:i})=>i.map(r=>[t,o.join(" "),n,r.what,r.value,_i(r).limit]))]:[]}function wp(e){if(!e.length)return null;let t=e.map(({name:o,reason:n})=>`${o} (${n})`);return w("p",{class:"gaps muted",id:"not-watched"},`Not watched: ${t.join(", ")}.`)}function bp(e){return new Promise(t=>{setTimeout(t,e,void 0)})}function yp(e,t){let o=c=>({layer:a})=>e.layers[c]?.[a.tag],n=(c,a)=>bt(t[c]?.steps??[],t[c]?.layers[a.tag]??[]).map(({value:f})=>f),i=c=>({layer:a})=>{let f=n(c,a);return f.length?f.reduce((p,m)=>p+m):void 0},r=({layer:c})=>{let a=n("dead_ratio",c);return a.length?Math.max(...a):void 0},s=(c,a,f,p,m="")=>{let{name:g,unit:y,help:v,formula:S}=Me(a);return{id:c,name:p??g,unit:y,help:`${v} ${S}${m}`,of:f}};return[{id:"place",name:"#",unit:"count",help:"Place of the layer in the model.",first:"up",of:({place:c})=>c+1},{id:"layer",name:"layer",unit:"text",help:"Name of the layer; a click shows its units.",of:({layer:c})=>c.name},{id:"activation",name:"activation",unit:"text",help:"Activation function of the layer.",of:({layer:c})=>c.activation},{id:"units",name:"units",unit:"count",help:"Output features of the layer, or channels of a convolution.",of:({layer:c})=>c.units},s("now","dead_ratio",o("dead_ratio"),"dead now"),s("worst","dead_ratio",r,"worst","; the largest of all epochs"),s("born","born_dead",o("born_dead")),s("died","died",i("died"),"died","; sum over all epochs"),s("revived","revived",i("revived"),"revived","; sum over all epochs"),s("onesided","one_sided_ratio",o("one_sided_ratio"),"one-sided"),s("mean","mean",o("mean")),s("shift","bias_shift",c=>vp(e,c.layer)?void 0:o("bias_shift")(c)),{id:"expected",name:"expected",unit:"number",help:"Bias shift that this activation has for inputs from N(0, 1); of a learned slope, with what it is now.",of:o("bias_shift_expected")},s("saturation","saturation",o("saturation"),"saturated")]}function xp(e,t,{choose:o,run:n},i,r){let{layer:s,place:c}=t,a=e.of(t);if(e.id==="layer")return w("td",{class:"text name"},w("button",{type:"button",class:"link",id:`layer-${c}`,title:r??"Show its units",click:()=>{o({view:"units",layer:s.tag})}},w("span",{class:"flag"},r?"▲":""),s.name));if(e.unit==="text"||e.unit==="given")return w("td",{class:"text"},a||"–");if(a==null||typeof a=="string"){let p=s.can_die===!1&&Mp.has(e.id);return w("td",{class:"muted",title:p?"This activation cannot die.":""},"–")}let f=w("td",{"data-column":e.id,"data-value":a},ce(a,e.unit));if(e.id==="expected"&&f.classList.add("muted"),e.unit==="share"){let p=kp[e.id]??"",m=$o(n.manifest,p)??1/0;((p==="saturation"?gi(i,s,p):a)??0)>=m&&f.classList.add("high"),f.style.setProperty("--share",`${Math.min(100,100*a)}%`),f.classList.add("share")}return f}function vp({layers:e},{tag:t}){return(e.dead_ratio?.[t]??0)>=1&&e.bias_shift?.[t]===0}var Sp="There is no diagnosis in this log: the sentence follows from limits alone.",mc="Share of dead units epoch by epoch, from 0 to 100 %; of one-sided units where they cannot die.",Mp=new Set(["now","worst","born","died","revived"]),kp={now:"dead_ratio",worst:"dead_ratio",onesided:"one_sided_ratio",saturation:"saturation"};function _p(e,t){let o=e.can_die===!1?"one_sided_ratio":"dead_ratio",n=t[o],i=n?.layers[e.tag];if(!n||!i)return null;let r=bt(n.steps,i),s=ce(r[0]?.value,"share"),c=ce(r.at(-1)?.value,"share");return lc(i,`${Me(o).name} of ${e.name}: from ${s} to ${c}`)}function Lp(e){let t=w("dl",{});for(let{name:o,help:n}of[...e,{name:"over time",help:mc}])t.append(w("dt",{},o),w("dd",{},n));return w("details",{class:"glossary",id:"glossary"},w("summary",{},"What the columns say"),t)}function Xr(e,t){let{steps:o,values:n}=e,i={bornDead:!0,deadNow:!1,timeDead:0,died:[],revived:[]},r=!1;return o.forEach((s,c)=>{let a=n[t*o.length+c]!==0;a?(r&&i.revived.push(s),i.bornDead=!1):(!r&&c>0&&i.died.push(s),i.timeDead+=1),r=!a}),i.deadNow=r,i}function gc(e){let{steps:t,units:o,values:n}=e,i=new Uint32Array(o),r=new Uint32Array(o).fill(t.length);for(let c=0;c<o;c++){let a=c*t.length,f=0;for(let p=t.length-1;p>=0;p--)n[a+p]===0&&(f+=1,r[c]=p);i[c]=f}let s=(c,a)=>c[a]??0;return Array.from({length:o},(c,a)=>a).sort((c,a)=>s(i,a)-s(i,c)||s(r,c)-s(r,a)||c-a)}function wc(e){let{steps:t,units:o,values:n}=e,i=t.map(()=>0),r=t.map(()=>0),s=t.map(()=>0);for(let c=0;c<o;c++){let a=!1,f;for(let p=0;p<t.length;p++){let m=n[c*t.length+p]!==0;a||=m,a||(i[p]=(i[p]??0)+1),f===!0&&!m&&(r[p]=(r[p]??0)+1),f===!1&&m&&(s[p]=(s[p]??0)+1),f=m}}return[i,r,s]}var es={off:"dead",on:"alive",always:"dead from birth: it never fired",wentOff:"died",wentOn:"revived"},Pi={off:"one-sided",on:"two-sided",always:"one-sided from birth: its input was never above 0",wentOff:"went one-sided",wentOn:"came back"};function bc(e,t){if(e.bornDead)return t.always;let o=[];return e.died.length&&o.push(`${t.wentOff} at ${hc(e.died)}`),e.revived.length&&o.push(`${t.wentOn} at ${hc(e.revived)}`),o.length?`${o.join(", ")}; now ${e.deadNow?t.off:t.on}`:`${t.on} throughout`}function hc(e){return`epoch${e.length===1?"":"s"} ${ui(e)}`}var yc=["born_dead","died","revived"];async function xc(e){let{source:t,run:o,choices:n,choose:i}=e,r=Kn(e);if(!r)return{element:Ve("This run has no layers."),table:()=>[]};let[s,c,a]=await Promise.all([t.latest(o),t.series(o,yc),t.firing(o,r.tag)]),f=n.order||"dead",p=f==="dead"?gc(a):Array.from({length:a.units},(v,S)=>S),m=r.can_die===!1,g=m?Pi:es;return{element:w("section",{class:"view"},w("div",{class:"bar"},uo(e,r),Yn("Order of the units","order",[["dead",`By time ${g.off}`],["index","By index"]],f,v=>{i({order:v})}),w("span",{class:"muted",id:"unit-summary"},Ep(a,g))),w("p",{class:"help"},m?"This activation cannot die. A unit is one-sided in an epoch in which its input was above 0 for no sample; the shade is the share of samples for which it was. ":"A unit is dead in an epoch in which it fired for no sample; the shade is the share of samples for which it fired. ",w("code",{},m?"one-sided(u) ⇔ #{samples : z(u) > 0} = 0":"dead(u) ⇔ #{samples : φ′(z(u)) ≠ 0} = 0")," ",w("span",{class:"muted"},tn(s,m?"one_sided_ratio":"dead_ratio",r.tag))),m?Cp(a):Tp(r,c),a.units&&a.steps.length?$p(e,r,a,p,g):Ve("No map of units was written for this layer."),Ap(a.steps)),table:()=>Pp(a,p,g)}}function Ep(e,{off:t}){let{units:o,steps:n,values:i}=e;if(!o||!n.length)return"";let r=0;for(let s=1;s<=o;s++)i[s*n.length-1]===0&&(r+=1);return`${qe(o,"unit")}, ${qe(n.length,"epoch")}; ${t} now: ${r} (${Xt(r/o)})`}function Tp(e,t){let o=t.died??t.born_dead,n=yc.flatMap((i,r)=>{let s=t[i]?.layers[e.tag];return s?[{id:i,name:Me(i).name,values:s,place:r}]:[]});return o&&n.length?vc(o.steps,n):null}function Cp(e){if(!e.steps.length)return null;let t=["one-sided from birth",Pi.wentOff,Pi.wentOn],o=wc(e).map((n,i)=>{let r=t[i]??"";return{id:r,name:r,values:n,place:i}});return vc(e.steps,o)}function vc(e,t){return w("div",{class:"counts"},at({id:"counts",steps:e,stepName:"epoch",lines:t,unit:"count",axis:"from zero",height:150,legend:"above",overMap:!0}))}function $p(e,t,o,n,i){let{steps:r,units:s,values:c}=o,a=new Uint8Array(c.length),f=r.length;n.forEach((y,v)=>{a.set(c.subarray(y*f,(y+1)*f),v*f)});let p=wa(),m=i===es?"fires":"above 0",g=n.every((y,v)=>y===v);return on({id:"unit-map",steps:r,rows:s,cells:a,palette:p,rowNames:y=>String(n[y]??""),rowAxis:g?"unit":`unit, longest ${i.off} on top`,...g?{}:{placeAxis:`place by time ${i.off}`},stepName:"epoch",height:Math.min(Tt(440,340),34+Math.max(200,s*13)),describe:(y,v)=>{let S=n[y]??0,E=c[S*f+v]??0,$=To(E/255),k=E===0?i.off:`${m} for ${$} of the samples`,T=g?"":` (place ${y+1})`;return`Unit ${S}${T}, epoch ${r[v]??""}: ${k}. In this run: ${bc(Xr(o,S),i)}.`},key:rn(p,`${m} rarely`,"always",i.off),zoom:e.zoom(`units ${e.run.run} ${t.tag}`)})}function Ap(e){let t=e[0],o=e.at(-1);if(t===void 0||o===void 0||e.length<1e3)return null;let n=o-t+1;return e.length>=n?null:w("p",{class:"muted"},`TensorBoard keeps ${qe(e.length,"epoch")} of ${n}. Start it with --samples_per_plugin keras_activations=${n} to see all of them.`)}function Pp(e,t,o){let{steps:n,values:i}=e;return[["unit","state",`${o.wentOff} at`,`${o.wentOn} at`,...n.map(r=>`rate at epoch ${r}`)],...t.map(r=>{let s=Xr(e,r),c=s.bornDead?`born ${o.off}`:s.deadNow?o.off:o.on;return[r,c,s.died.join(" "),s.revived.join(" "),...n.map((a,f)=>Number(((i[r*n.length+f]??0)/255).toFixed(4)))]})]}var Oi=[{id:"overview",name:"Overview",view:pc},{id:"layers",name:"Layers over time",view:sc},{id:"units",name:"Units",view:xc},{id:"compare",name:"Compare runs",view:Ya},{id:"details",name:"Details",view:rc}],Op=["run","view","layer","measure","detail","which"],Rp=`from keras_activations.callbacks import ActivationMonitor

monitor = ActivationMonitor("logs/run1")
model.fit(x, y, callbacks=[monitor])`,Ri=class{constructor(t,o,n,i){this.root=t;this.source=o;this.place=n;this.styles=i;this.choices=n.read(),this.root.append(this.head,this.notice,this.main),this.place.onLink(()=>{this.choices=this.place.read(),this.show()}),this.place.onKey(r=>{this.key(r)})}root;source;place;styles;choices;runs=[];shown;turn=0;zooms=new Map;head=w("header",{});main=w("main",{});notice=w("p",{class:"notice",role:"status",hidden:!0});async reload(){this.source.forget(),await this.show()}async show(){let t=++this.turn;this.root.dataset.ready="false";try{this.runs=await this.source.runs();let o=lr(this.runs,this.choices.run)??this.runs[0],n=Oi.find(({id:i})=>i===this.choices.view)??Oi[0];if(!o||!n)this.put(void 0,Dp(),"");else{let i=await n.view(this.context(o));if(t!==this.turn)return;if(this.put(i,i.element,this.noticeOf(o)),i.more){this.drawHead(o,n.id),this.root.dataset.ready="partly",await i.more,t===this.turn&&await this.show();return}}this.drawHead(o,n?.id??"")}catch(o){if(t!==this.turn)return;let n=o instanceof Error?o.message:String(o);this.put(void 0,w("p",{class:"nothing"},`This cannot be shown. ${n}`),"")}t===this.turn&&(this.root.dataset.ready="true")}context(t){return{source:this.source,runs:this.runs,run:t,choices:this.choices,choose:o=>{this.choose(o)},zoom:o=>{let n=this.zooms.get(o)??{top:0,bottom:0};return this.zooms.set(o,n),n}}}choose(t){let o=this.choices;this.choices={...o,...t},this.choices.view!==o.view&&(this.choices.sort="");let n=Op.some(i=>this.choices[i]!==o[i]);this.place.write(this.choices,n),this.show()}put(t,o,n){let i=document.activeElement?.id,r=new Set(this.foldable().filter(({open:c})=>c).map(({id:c})=>c)),{scrollTop:s}=document.documentElement;this.shown=t,this.main.replaceChildren(o),this.notice.hidden=!n,this.notice.textContent=n,i&&document.getElementById(i)?.focus({preventScroll:!0});for(let c of this.foldable())r.has(c.id)&&(c.open=!0);document.documentElement.scrollTop=s}foldable(){return[...this.main.querySelectorAll("details")]}noticeOf(t){let o=this.choices.run;return o&&lr(this.runs,o)!==t?`There is no run "${ar(o,t.manifest.prefix)}" here: this is "${kt(t)}". ${t.problem}`:t.problem}drawHead(t,o){let n=document.activeElement?.id;if(!t){this.head.replaceChildren();return}let i=Oi.map(({id:a,name:f},p)=>w("button",{type:"button",id:`view-${a}`,title:`${f} (key ${p+1})`,"aria-current":a===o?"page":void 0,click:()=>{this.choose({view:a})}},f)),r=[["png","PNG",()=>this.savePicture(t,o)],["csv","CSV",()=>this.saveNumbers(t,o)],["link","Link",()=>this.copyLink()]],s={png:"Save a picture of this view",csv:"Save the numbers of this view",link:"Copy a link to this view"},c=Vt("Run","run",this.runs.map(a=>[a.run,kt(a)]),t.run,a=>{this.choose({run:a,hidden:""})});o==="compare"&&(c.title="All runs are compared here",c.querySelector("select")?.setAttribute("disabled","")),this.head.replaceChildren(c,w("nav",{"aria-label":"Views"},...i),w("span",{class:"actions"},...r.map(([a,f,p])=>w("button",{type:"button",id:`save-${a}`,title:s[a],click:()=>{p().catch(m=>{this.notice.hidden=!1,this.notice.textContent=`That did not work. ${String(m)}`})}},f)))),n&&document.getElementById(n)?.focus({preventScroll:!0})}async savePicture(t,o){this.shown&&cr(`${Sc(t,o)}.png`,await Us(this.shown.element,this.styles))}saveNumbers(t,o){return this.shown&&cr(`${Sc(t,o)}.csv`,new Blob([Vs(this.shown.table())],{type:"text/csv"})),Promise.resolve()}async copyLink(){this.place.write(this.choices),await Ko(this.place.link()),this.notice.hidden=!1,this.notice.textContent="The link to this view is on the clipboard."}key(t){if(t.target&&Np(t.target)||t.ctrlKey||t.metaKey||t.altKey)return;let o=Oi[Number(t.key)-1];o&&this.runs.length&&this.choose({view:o.id})}};function Np(e){return e.matches("input, select, textarea, .map, [role=combobox], [role=listbox]")}function Sc(e,t){return`${kt(e)}-${t}`.replaceAll(/[^\w.-]+/g,"_")}function Dp(){return w("section",{class:"view empty",id:"empty"},w("h1",{},"No activations have been logged yet"),w("p",{},"This tab shows which units of a network are dead, saturated or far from zero mean while it trains. Add the monitor to a training run:"),w("pre",{},w("code",{},Rp)),w("p",{class:"muted"},"The tab fills after the first epoch; TensorBoard's reload button asks for it at once."))}var Ni=class{constructor(t){this.ask=t}ask;answers=new Map;forget(){this.answers.clear()}async runs(){return(await this.cached("runs",{})).runs}latest(t){return this.cached("latest",ts(t))}series(t,o){let n={...ts(t),measure:o};return this.cached("series",n)}async measure(t,o){return(await this.series(t,[o]))[o]??{steps:[],layers:{}}}async firing(t,o){let n={run:t.run,layer:o},i=await this.cached("firing",n),r=await ns(i.values),s=i.steps.length;for(let c=0;c<r.length;c++)c%s&&(r[c]=(r[c]??0)+(r[c-1]??0));return{...i,values:r}}async alphas(t,o){let n={run:t.run,layer:o},i=await this.cached("alphas",n),r=await ns(i.values);return{...i,values:new Float32Array(r.buffer)}}histograms(t,o){let n={...ts(t),layer:o};return this.cached("histograms",n)}findings(t){let o={run:t.run};return this.cached("findings",o,zp)}cached(t,o,n=os){let i=JSON.stringify([t,o]),r=this.answers.get(i);return r||(r=this.ask(t,o).then(n),r.catch(()=>this.answers.delete(i)),this.answers.set(i,r)),r}};function ts({run:e,manifest:t}){return{run:e,prefix:t.prefix}}var Mc=async(e,t)=>{let o=new URLSearchParams;for(let[i,r]of Object.entries(t))for(let s of[r].flat())o.append(i,s);let n=await fetch(`./${e}?${o.toString()}`);if(!n.ok)throw new Error(`TensorBoard did not answer "${e}" (status ${n.status}).`);return await n.json()};function kc(e){let t=async()=>JSON.parse(new TextDecoder().decode(await ns(e))),o;return async(n,i)=>{let r=await(o??=t()),s=String(i.run),c=String(i.layer);switch(n){case"runs":return r.runs;case"latest":return r.latest[s];case"findings":return r.findings[s];case"series":return Object.fromEntries([i.measure??[]].flat().map(a=>[a,r.series[s]?.[a]]).filter(([,a])=>a!==void 0));case"firing":case"alphas":case"histograms":return r[n][s]?.[c]??Hp;default:throw new Error(`No such route: ${n}`)}}}var Hp={steps:[],bins:[],units:0,values:""};async function ns(e){if(!e)return new Uint8Array;let t=atob(e),o=new Uint8Array(t.length);for(let i=0;i<t.length;i++)o[i]=t.charCodeAt(i);let n=new Blob([o]).stream().pipeThrough(new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}var Di=new Map([["NaN",NaN],["Infinity",1/0],["-Infinity",-1/0]]);function os(e){if(Array.isArray(e))e.forEach((t,o)=>{e[o]=Di.get(t)??os(t)});else if(typeof e=="object"&&e!==null){let t=e;for(let[o,n]of Object.entries(t))o!=="manifest"&&(typeof n=="object"?os(n):o!=="run"&&(t[o]=Di.get(n)??n))}return e}function zp(e){let{diagnosis:t}=e;for(let{evidence:o}of t?.findings??[])for(let n of o)n.value=Di.get(n.value)??n.value,n.limit=Di.get(n.limit)??n.limit;return e}var _c=`:root,
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
`;var Lc="keras-activations-data";async function Ip(){let e=document.getElementById(Lc)?.textContent,t=Rs+_c,o=document.createElement("style");o.textContent=t,document.head.append(o);let n=document.createElement("div");n.id="page",document.body.append(n);let i=e?void 0:Ds(),r=new Ni(e?kc(e.trim()):Mc),s=new Ri(n,r,Hs(i),t),c=!1;zs(i,()=>{c&&s.show()}),c=!0,i&&Fs(i,()=>{s.reload()}),await s.show()}document.getElementById(Lc)&&Ip();export{Ip as render};
