// Licences: see THIRD_PARTY_NOTICES.txt beside this file.
var Cl='.uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: ":";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline "background" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}';var Cf={run:"",view:"",layer:"",measure:"",form:"",order:"",sort:"",hidden:"",filter:"",where:"",ticked:"",group:"",score:"",detail:"",epoch:"",epoch2:"",run2:"",which:""},zs="keras_activations";function $f(e,t){let r={...Cf};for(let n of e.replace(/^#/,"").split("&")){let[o="",s=""]=n.split("=",2).map($l),i=o.startsWith(t)?o.slice(t.length):"";Object.hasOwn(r,i)&&(r[i]=s)}return r}function Of(e,t){return Object.entries(e).filter(([,r])=>r!=="").map(([r,n])=>`${t}${r}=${encodeURIComponent(String(n))}`).join("&")}function sr(e){return[...e].map(encodeURIComponent).join(",")}function Hr(e){return new Set(e?e.split(",").map($l):[])}function $l(e){try{return decodeURIComponent(e.replaceAll("+"," "))}catch{return e}}var yo=class{constructor(t,r){this.window=t;this.inTensorBoard=r;this.prefix=r?`p.${zs}.`:""}window;inTensorBoard;prefix;read(){return $f(this.window.location.hash,this.prefix)}write(t,r=!1){let n=Of(t,this.prefix),o=this.inTensorBoard?`${zs}&`:"",s=new URL(this.window.location.href);s.hash=o+n;let{history:i}=this.window;r?i.pushState(i.state,"",s.href):i.replaceState(i.state,"",s.href)}link(){return this.window.location.href}onKey(t){document.addEventListener("keydown",t),this.inTensorBoard&&this.window.document.addEventListener("keydown",r=>{this.inSight()&&t(r)})}onLink(t){this.window.addEventListener("hashchange",()=>{this.inSight()&&t()})}inSight(){let{hash:t}=this.window.location;return!this.inTensorBoard||t.startsWith(`#${zs}`)}};function Ol(){try{let e=window.parent;return e!==window&&e.location.href?e:void 0}catch{return}}function Rl(e){return new yo(e??window,e!==void 0)}function Al(e,t){let r=document.documentElement,n=window.matchMedia("(prefers-color-scheme: dark)"),o=()=>{let i=(e?e.document.body.classList.contains("dark-mode"):n.matches)?"dark":"light";r.dataset.theme!==i&&(r.dataset.theme=i,t())};o(),e?new MutationObserver(o).observe(e.document.body,{attributeFilter:["class"]}):n.addEventListener("change",o)}function Pl(e,t){let r=new MessageChannel;r.port1.onmessage=n=>{let o=JSON.parse(n.data);if(o.isReply)return;let{type:s,id:i}=o;r.port1.postMessage(JSON.stringify({type:s,id:i,payload:null,error:null,isReply:!0})),s==="experimental.DataReloaded"&&t()},e.postMessage("experimental.bootstrap","*",[r.port2])}function w(e,t={},...r){let n=document.createElement(e);return Nl(n,t,r),n}function ye(e,t={},...r){let n=document.createElementNS("http://www.w3.org/2000/svg",e);return Nl(n,t,r),n}function Nl(e,t,r){for(let[n,o]of Object.entries(t))o===void 0||o===!1||(typeof o=="function"?e.addEventListener(n,o):e.setAttribute(n,o===!0?"":String(o)));for(let n of r)n==null||n===!1||e.append(typeof n=="number"?String(n):n)}function nt(e,t,r,n,o,s){let i=w("select",{id:t,title:s,change:()=>{o(i.value)}});for(let[l,a]of r)i.append(w("option",{value:l,selected:l===n},a));return w("label",{class:"choice"},w("span",{},e),i)}function on(e,t,r,n,o){return w("div",{class:"segments",role:"group","aria-label":e},...r.map(([s,i])=>w("button",{id:`${t}-${s}`,type:"button","aria-pressed":s===n?"true":"false",click:()=>{o(s)}},i)))}async function xo(e){let t=navigator.clipboard;try{if(!t)throw new Error("no clipboard");await t.writeText(e)}catch{let r=w("textarea",{class:"sr"});r.value=e,document.body.append(r),r.select(),document.execCommand("copy"),r.remove()}}var Dl=new Intl.NumberFormat("en",{maximumFractionDigits:0});function ee(e,t){return e==null?"–":Number.isFinite(e)?t==="share"?zr(e):t==="count"?Dl.format(e):jt(e):String(e)}function zr(e){let t=e*100;return t!==0&&Math.abs(t)<.05?"< 0.1 %":`${t.toFixed(1)} %`}function sn(e){return`${Math.round(e*100)} %`}function jt(e){if(e===0)return"0";let t=Math.abs(e);return t>=1e4||t<.001?e.toExponential(2):e.toPrecision(3)}function Te(e,t){return`${Dl.format(e)} ${t}${e===1?"":"s"}`}function Fr(e,t=6){let r=e.length-t,n=e.slice(0,t).map(String);r>0&&n.push(`${r} more`);let o=n.pop();return n.length?`${n.join(", ")} and ${o}`:o??""}var _n={unit:"share",axis:[0,1],worse:"high"},ir={unit:"count",axis:"from zero",worse:"high"},Hl={unit:"number",axis:"log",worse:"high"},lr={unit:"number",axis:"fit",worse:"far"},Fs=[{id:"dead_ratio",name:"dead units",..._n,help:"Share of units that fired for no sample of the epoch. A unit fires where the slope of its activation is not 0; a channel of a convolution is one unit.",formula:"dead = #{u : fired(u) = 0} / units"},{id:"dead_ratio_batch",name:"dead units per mini-batch",..._n,help:"Share of units that did not fire on any sample of one mini-batch. It is larger than the share per epoch: a unit that fires with probability p looks dead in n samples with probability (1 − p)ⁿ, 72 % for p = 1 % and n = 32.",formula:"mean over mini-batches of #{u : fired in batch(u) = 0} / units"},{id:"one_sided_ratio",name:"one-sided units",..._n,help:"For kinds that cannot die (leaky ReLU, PReLU, ELU): share of units that were on the negative side for every sample of the epoch.",formula:"one-sided = #{u : z(u) ≤ 0 for every sample} / units"},{id:"born_dead",name:"born dead",...ir,help:"Units that have not fired once since training began: an effect of the initial weights and of the inputs.",formula:"#{u : fired(u) = 0 in every epoch so far}"},{id:"died",name:"died",...ir,help:"Units that fired in the epoch before and not in this one.",formula:"#{u : fired before, not in this epoch, newly so}"},{id:"revived",name:"revived",...ir,help:"Units that were dead in the epoch before and fired in this one; of a unit born dead, when it first fires.",formula:"#{u : dead in the epoch before, fired in this one}"},{id:"recycled",name:"recycled units",...ir,seldom:!0,help:"Units that RecycleUnits gave new weights after the epoch, so that they learn anew.",formula:"#{u : new weights after this epoch}"},{id:"rare_ratio",name:"rarely firing units",..._n,help:"Share of units that fired for fewer than 1 % of the samples.",formula:"#{u : rate(u) < 0.01} / units"},{id:"dormant_ratio",name:"dormant units",..._n,help:"Share of units whose mean size is at most 0.025 of the layer's average: they fire, and carry next to nothing.",formula:"#{u : E|a(u)| / mean over k of E|a(k)| ≤ 0.025} / units"},{id:"mean",name:"mean",...lr,help:"Mean of the activations. Far from 0 it pushes all weights of a unit of the next layer the same way.",formula:"mean over units of E a(u)"},{id:"std",name:"standard deviation",...lr,axis:"from zero",colours:"log",help:"Standard deviation of the activations.",formula:"√(E a² − (E a)²)"},{id:"bias_shift",name:"bias shift",unit:"number",axis:[0,1],worse:"high",help:"How far from zero mean, whatever the scale: 0 for a unit with mean 0, 1 for a constant one. Dotted, or beside it, is what this activation has for inputs from N(0, 1).",formula:"mean of |E a(u)| / √(E a(u)²) over units that are not always 0"},{id:"zero_fraction",name:"exact zeros",..._n,help:"Share of the single activations, not units, that are exactly 0: how sparse the layer is. Half of them are 0 in a sound ReLU layer.",formula:"#{a = 0} / (samples · units)"},{id:"saturation",name:"saturated units",..._n,help:"Share of units on a flat part of their activation for at least 99 % of the samples: next to no gradient passes them.",formula:"#{u : |φ′(z)| < 0.06 · max|φ′| for ≥ 99 % of samples} / units"},{id:"nonfinite",name:"NaN and infinite values",...ir,help:"Activations that were NaN or infinite; they are left out of all other numbers.",formula:"#{a : a is NaN or ±∞}"},{id:"alpha",name:"learned slope, mean",...lr,help:"Mean of the layer's learned alpha (PReLU: slope on the negative side; ELU: depth of its plateau).",formula:"mean over channels of α"},{id:"alpha_min",name:"learned slope, smallest",...lr,help:"Smallest learned alpha of the layer.",formula:"min over channels of α"},{id:"alpha_max",name:"learned slope, largest",...lr,help:"Largest learned alpha of the layer.",formula:"max over channels of α"},{id:"gradient_norm",name:"gradient norm",...Hl,help:"Length of the gradient of the layer's weights.",formula:"‖∂L/∂W‖"},{id:"update_ratio",name:"update ratio",...Hl,usual:.001,help:"How large a step is beside the weights it changes. About 0.001 is usual.",formula:"‖ΔW‖ / ‖W‖"},{id:"sign_agreement",name:"sign agreement",unit:"number",axis:[0,1],worse:"high",help:"1 where all incoming weights of a unit are pushed the same way, so that a step can only zig-zag; dotted is what random signs give.",formula:"mean over units of |Σ g| / Σ|g| over the unit's incoming weights"},{id:"samples",name:"observations",...ir,help:"Observations per unit in the epoch; every position of a convolution counts.",formula:"n"}],Rf=new Map(Fs.map(e=>[e.id,e])),vo=[["batch.",({name:e,help:t})=>({name:e.endsWith("mini-batch")?e:`${e}, per mini-batch`,help:`Since the last time it was written, by training step. ${t}`})],["val_",({name:e,help:t})=>({name:`${e}, validation`,help:`On the validation data. ${t}`})]];function de(e){let t=Rf.get(e);if(t)return t;for(let[n,o]of vo){if(!e.startsWith(n))continue;let s=de(e.slice(n.length));return{...s,...o(s),id:e}}let r=e.replaceAll("_"," ");return{...lr,id:e,name:r,help:"Logged beside the others.",formula:""}}function Mo({id:e,seldom:t}){return t?[e,"samples"]:[e]}function So({id:e,seldom:t},r){let n=r[e]??{steps:[],layers:{}};if(!t||!n.steps.length)return n;let o=[...n.steps,...r.samples?.steps??[]];return Vs(n,[...new Set(o)].sort((s,i)=>s-i))}var Af=1e3;function Vs(e,t){let r=new Map(e.steps.map((o,s)=>[o,s])),n=e.steps.length<Af?0:null;return{steps:t,layers:Object.fromEntries(Object.entries(e.layers).map(([o,s])=>[o,t.map(i=>s[r.get(i)??-1]??n)]))}}var zl={id:"bias_shift_expected",name:"expected for inputs from N(0, 1)"},Fl=new Map([["bias_shift",zl],["val_bias_shift",zl],["sign_agreement",{id:"sign_agreement_random",name:"random signs"}]]),Pf=new Set([...Fl.values()].map(({id:e})=>e));function ln(e){return Fl.get(e)}function ar(...e){let t=n=>{let o=vo.findIndex(([l])=>n.startsWith(l)),[s]=vo[o]??[""],i=Fs.findIndex(l=>l.id===n.slice(s.length));return(i<0?Fs.length:i)+(o+1)*1e3},r=e.flatMap(n=>Object.keys(n.layers));return[...new Set(r)].filter(n=>!Pf.has(n)).sort((n,o)=>t(n)-t(o)).map(de)}var Nf=/^(?!(batch\.|val_)?(alpha|gradient_|update_|sign_|samples|died|revived|recycled))/;function Vl(e){return vo.find(([t])=>e.startsWith(t))?.[0]??""}function Is(e,t,r){if(!Nf.test(t))return[];let n=e.layers[`${Vl(t)}samples`]??{};return(r===void 0?Object.values(n):[n[r]]).filter(o=>typeof o=="number"&&o>0)}function an(e,t,r){return Us(Is(e,t,r),t)}function Us(e,t){if(!e.length)return"";let r=Math.min(...e),n=Math.max(...e);return`${r===n?ee(r,"count"):`${ee(r,"count")} to ${ee(n,"count")}`} observations per unit`+(Vl(t)==="batch."?".":" and epoch.")}var Il={dead_ratio:.25,one_sided_ratio:.5,saturation:.5},Df=3;function Vr(e,t){return e.limits[t]??Il[t]}function ko(e,t){let r=o=>Eo(e,t,o)||0;return Math.max(...Object.keys(Il).map(r))+(r("nonfinite")>0?2:0)}function Lo(e,t){let r=({name:n})=>{let o=e.findIndex(({layers:s})=>s.includes(n));return o<0?e.length:o};return(n,o)=>r(n)-r(o)||ko(t,o)-ko(t,n)}function Eo(e,t,r){let n=e.layers[r]?.[t.tag];return r!=="saturation"||typeof n!="number"?n:n-(e.layers.dead_ratio?.[t.tag]??0)}function Ws(e,t,r){let n=[];for(let o of e.layers){let s=Hf(o,e,t,r);s&&n.push({layer:o,clause:s})}return n.sort((o,s)=>ko(t,s.layer)-ko(t,o.layer))}function Hf(e,t,r,n){let o=a=>Eo(r,e,a),s=o("nonfinite");if(s)return`${e.name} gave ${ee(s,"count")} NaN or infinite values in the last epoch`;let i=a=>{let c=Vr(t,a),d=o(a);return typeof d=="number"&&c!==void 0&&d>=c?d:void 0};if(i("dead_ratio")!==void 0)return`${e.name} ${zf(e,r,n.dead_ratio)}`;let l=i("one_sided_ratio");if(l!==void 0)return`${sn(l)} of the units of ${e.name} stay on the negative side`;if(i("saturation")!==void 0){let a=r.layers.saturation?.[e.tag]??0;return`${sn(a)} of the units of ${e.name} are saturated`}for(let[a,c]of Object.entries(t.limits)){let d=i(a);if(d!==void 0){let{name:p,unit:m}=de(a);return`${p} of ${e.name} is ${ee(d,m)} (limit ${ee(c,m)})`}}}function zf(e,t,r){let n=t.layers.dead_ratio?.[e.tag]??0,o=t.layers.born_dead?.[e.tag];if(e.units&&o&&o/e.units>n/2)return`has ${sn(o/e.units)} units that never fired`;let s=Et(r?.steps??[],r?.layers[e.tag]??[]),i=s[0],l=s.at(-1);if(!i||!l||l.value-i.value<n/2)return`has ${sn(n)} dead units`;let a=l.value-i.value,c=s.findLastIndex(m=>m.value<i.value+.9*a)+1,d=s[c]??l,p=s.slice(0,c).findLast(m=>m.value<=i.value+.1*a)??i;return`lost ${sn(a)} of its units between epochs ${p.step} and ${d.step}`}function Ul(e,t){let r=e.layers.length;if(!r)return"No layer of this run was watched.";if(!t.length)return r===1?"The watched layer needs no look.":`None of the ${r} watched layers needs a look.`;let n=t.length===1?"needs":"need",o=r===1?"The layer":`${t.length} of ${Te(r,"layer")}`,s=t.slice(0,Df).map(({clause:l})=>l),i=t.length-s.length;return i&&s.push(`${i} more`),`${o} ${n} a look: ${s.join("; ")}.`}function Et(e,t){let r=[];return e.forEach((n,o)=>{let s=t[o];typeof s=="number"&&Number.isFinite(s)&&r.push({step:n,value:s})}),r}function Ir(e,t,r){return e.worse==="far"?Math.abs(t)>Math.abs(r):e.worse==="high"?t>r:t<r}async function cn({source:e,run:t,choices:r},n=t.manifest.layers){let o=n.find(a=>a.tag===r.layer);if(o)return o;let[s,{diagnosis:i}]=await Promise.all([e.latest(t),e.findings(t)]),l=Lo(i?.findings??[],s);return[...n].sort(l)[0]}function Bs(e){return Ur(e)[0]}function Ur(e){return[...e].reverse().sort((t,r)=>r.time-t.time)}function cr({diagnosed:e}){return!!e.causes?.length}function js({time:e}){if(!e)return"";let t=new Date(1e3*e);return new Date(+t-6e4*t.getTimezoneOffset()).toISOString().slice(0,16).replace("T"," ")}function Gs(e,t){if(!t)return;let r=e.find(({run:s})=>s===t);if(r)return r;let[n]=e.filter(({run:s})=>t.endsWith(`/${s}`)).sort((s,i)=>i.run.length-s.run.length);if(n)return n;let o=e.filter(({run:s})=>s.endsWith(`/${t}`));return o.length===1?o[0]:void 0}function Ks({manifest:e,problem:t}){return e.layers.length>0||!t}function To(e){return e instanceof Error?e.message:String(e)}function $e({run:e,manifest:t}){return Ys(e,t.prefix)}function Ys(e,t){let r=`/${t}`;return(e.endsWith(r)?e.slice(0,-r.length):e)||e}var Ff=16,Wl=10;function Bl(e){if(e.length<2)return e;let t=e.map(l=>l.split("/")),r=t[0]??[],n=Math.min(...t.map(({length:l})=>l))-1,o=l=>jl(n,a=>!t.every(c=>l(c,a)===l(r,a))),s=o((l,a)=>l[a]),i=Math.min(n-s,o((l,a)=>l.at(-1-a)));return qs(t.map(l=>l.slice(s,l.length-i).join("/")))}function qs(e){let[t=""]=e;if(e.length<2||Math.max(...e.map(s=>s.length))<=Ff)return e;let r=jl(t.length,s=>!e.every(i=>i[s]===t[s])),n=t.slice(0,r).search(/[^/._-]*$/),o=e.map(s=>s.slice(n));return o.every(s=>/\p{L}/u.test(s))?o:e}function jl(e,t){let r=0;for(;r<e&&!t(r);)r++;return r}function Gt(e,t){if(e.length<=t)return e;let r=Math.min(Wl,Math.floor(t/2));return`${e.slice(0,t-r-1)}…${e.slice(-r)}`}function Tt(e,t=e){let r=Math.max(0,e.length-Wl);return w("span",{class:"name",title:t},r>0&&w("span",{class:"start"},e.slice(0,r)),w("span",{class:"end"},e.slice(r)))}function Gl(e){return e.map(t=>t.map(Vf).join(",")+`\r
`).join("")}function Vf(e){if(e==null)return"";if(typeof e=="number")return String(e);let t=/^[=+\-@\t\r]/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t}function Zs(e,t){let r=document.createElement("a");r.href=URL.createObjectURL(t),r.download=e,r.click(),setTimeout(()=>{URL.revokeObjectURL(r.href)},1e4)}var If=40;async function Kl(e,t,r){let n=[...e.querySelectorAll(".scroll")].map(k=>k.scrollWidth-k.clientWidth),o=Math.ceil(e.scrollWidth)+Math.max(0,...n),s=Math.ceil(e.scrollHeight)+If,i=e.cloneNode(!0),l=e.querySelectorAll("canvas");i.querySelectorAll("canvas").forEach((k,x)=>{let O=l[x];if(!O)return;let L=document.createElement("img");L.src=O.toDataURL(),L.style.cssText=O.style.cssText,L.style.width=`${O.clientWidth}px`,L.style.height=`${O.clientHeight}px`,k.replaceWith(L)});let a=e.querySelectorAll("select");i.querySelectorAll("select").forEach((k,x)=>{let O=document.createElement("b");O.textContent=a[x]?.selectedOptions[0]?.textContent??"",k.replaceWith(O)});let c=document.createElement("div");c.className="picture",c.dataset.theme=document.documentElement.dataset.theme??"light",c.style.width=`${o}px`;let d=document.createElement("style");d.textContent=t;let p=document.createElement("p");p.className="caption",p.textContent=r,c.append(d,p,i);let m=new XMLSerializer().serializeToString(c),y=`<svg xmlns="http://www.w3.org/2000/svg" width="${o}" height="${s}"><foreignObject width="100%" height="100%">${m}</foreignObject></svg>`,v=new Image;v.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(y)}`,await v.decode();let M=document.createElement("canvas");M.width=2*o,M.height=2*s;let T=M.getContext("2d");if(!T)throw new Error("This browser gives no canvas to draw on.");return T.scale(2,2),T.drawImage(v,0,0),new Promise((k,x)=>{M.toBlob(O=>{O?k(O):x(new Error("The view is too large for one picture."))})})}var ur=14,zt;function fr({clientX:e,clientY:t},...r){zt??=w("div",{class:"tip","aria-hidden":!0}),zt.isConnected||document.getElementById("page")?.append(zt),zt.hidden=!1,zt.replaceChildren(...r.map(p=>w("div",{},p)));let{offsetWidth:n,offsetHeight:o}=zt,{clientWidth:s,clientHeight:i}=document.documentElement,l=e+ur+n>s,a=t+ur+o>i,c=l?e-ur-n:e+ur,d=a?t-ur-o:t+ur;zt.style.left=`${Math.max(0,c)}px`,zt.style.top=`${Math.max(0,d)}px`}function Kt(){zt&&(zt.hidden=!0)}var Uf="uplot",Wf="u-hz",Bf="u-vt",jf="u-title",Gf="u-wrap",Kf="u-under",Yf="u-over",qf="u-axis",On="u-off",Zf="u-select",Jf="u-cursor-x",Qf="u-cursor-y",Xf="u-cursor-pt",ed="u-legend",td="u-live",nd="u-inline",rd="u-series",od="u-marker",Yl="u-label",sd="u-value",Br="width",jr="height";var ql="bottom",dr="left",Js="right",mi="#000",Zl=mi+"0",Qs="mousemove",Jl="mousedown",Xs="mouseup",Ql="mouseenter",Xl="mouseleave",ea="dblclick",id="resize",ld="scroll",ta="change",Ro="dppxchange",hi="--",yr=typeof window<"u",oi=yr?document:null,mr=yr?window:null,ad=yr?navigator:null,le,_o;function si(){let e=devicePixelRatio;le!=e&&(le=e,_o&&li(ta,_o,si),_o=matchMedia(`(min-resolution: ${le-.001}dppx) and (max-resolution: ${le+.001}dppx)`),Rn(ta,_o,si),mr.dispatchEvent(new CustomEvent(Ro)))}function at(e,t){if(t!=null){let r=e.classList;!r.contains(t)&&r.add(t)}}function ii(e,t){let r=e.classList;r.contains(t)&&r.remove(t)}function xe(e,t,r){e.style[t]=r+"px"}function _t(e,t,r,n){let o=oi.createElement(e);return t!=null&&at(o,t),r?.insertBefore(o,n),o}function wt(e,t){return _t("div",e,t)}var na=new WeakMap;function Ft(e,t,r,n,o){let s="translate("+t+"px,"+r+"px)",i=na.get(e);s!=i&&(e.style.transform=s,na.set(e,s),t<0||r<0||t>n||r>o?at(e,On):ii(e,On))}var ra=new WeakMap;function oa(e,t,r){let n=t+r,o=ra.get(e);n!=o&&(ra.set(e,n),e.style.background=t,e.style.borderColor=r)}var sa=new WeakMap;function ia(e,t,r,n){let o=t+""+r,s=sa.get(e);o!=s&&(sa.set(e,o),e.style.height=r+"px",e.style.width=t+"px",e.style.marginLeft=n?-t/2+"px":0,e.style.marginTop=n?-r/2+"px":0)}var gi={passive:!0},cd={...gi,capture:!0};function Rn(e,t,r,n){t.addEventListener(e,r,n?cd:gi)}function li(e,t,r,n){t.removeEventListener(e,r,gi)}yr&&si();function Ct(e,t,r,n){let o;r=r||0,n=n||t.length-1;let s=n<=2147483647;for(;n-r>1;)o=s?r+n>>1:ct((r+n)/2),t[o]<e?r=o:n=o;return e-t[r]<=t[n]-e?r:n}function Pa(e){return(r,n,o)=>{let s=-1,i=-1;for(let l=n;l<=o;l++)if(e(r[l])){s=l;break}for(let l=o;l>=n;l--)if(e(r[l])){i=l;break}return[s,i]}}var Na=e=>e!=null,Da=e=>e!=null&&e>0,No=Pa(Na),ud=Pa(Da);function fd(e,t,r,n=0,o=!1){let s=o?ud:No,i=o?Da:Na;[t,r]=s(e,t,r);let l=e[t],a=e[t];if(t>-1)if(n==1)l=e[t],a=e[r];else if(n==-1)l=e[r],a=e[t];else for(let c=t;c<=r;c++){let d=e[c];i(d)&&(d<l?l=d:d>a&&(a=d))}return[l??pe,a??-pe]}function Do(e,t,r,n){let o=ca(e),s=ca(t);e==t&&(o==-1?(e*=r,t/=r):(e/=r,t*=r));let i=r==10?Yt:Ha,l=o==1?ct:bt,a=s==1?bt:ct,c=l(i(Ne(e))),d=a(i(Ne(t))),p=hr(r,c),m=hr(r,d);return r==10&&(c<0&&(p=me(p,-c)),d<0&&(m=me(m,-d))),n||r==2?(e=p*o,t=m*s):(e=Ia(e,p),t=Ho(t,m)),[e,t]}function wi(e,t,r,n){let o=Do(e,t,r,n);return e==0&&(o[0]=0),t==0&&(o[1]=0),o}var bi=.1,la={mode:3,pad:bi},Kr={pad:0,soft:null,mode:0},dd={min:Kr,max:Kr};function Ao(e,t,r,n){return zo(r)?aa(e,t,r):(Kr.pad=r,Kr.soft=n?0:null,Kr.mode=n?3:0,aa(e,t,dd))}function se(e,t){return e??t}function pd(e,t,r){for(t=se(t,0),r=se(r,e.length-1);t<=r;){if(e[t]!=null)return!0;t++}return!1}function aa(e,t,r){let n=r.min,o=r.max,s=se(n.pad,0),i=se(o.pad,0),l=se(n.hard,-pe),a=se(o.hard,pe),c=se(n.soft,pe),d=se(o.soft,-pe),p=se(n.mode,0),m=se(o.mode,0),y=t-e,v=Yt(y),M=Qe(Ne(e),Ne(t)),T=Yt(M),k=Ne(T-v);(y<1e-24||k>10)&&(y=0,(e==0||t==0)&&(y=1e-24,p==2&&c!=pe&&(s=0),m==2&&d!=-pe&&(i=0)));let x=y||M||1e3,O=Yt(x),L=hr(10,ct(O)),z=x*(y==0?e==0?.1:1:s),$=me(Ia(e-z,L/10),24),P=e>=c&&(p==1||p==3&&$<=c||p==2&&$>=c)?c:pe,N=Qe(l,$<P&&e>=P?P:$t(P,$)),E=x*(y==0?t==0?.1:1:i),R=me(Ho(t+E,L/10),24),_=t<=d&&(m==1||m==3&&R>=d||m==2&&R<=d)?d:-pe,U=$t(a,R>_&&t<=_?_:Qe(_,R));return N==U&&N==0&&(U=100),[N,U]}var md=new Intl.NumberFormat(yr?ad.language:"en-US"),yi=e=>md.format(e),ut=Math,Oo=ut.PI,Ne=ut.abs,ct=ut.floor,Pe=ut.round,bt=ut.ceil,$t=ut.min,Qe=ut.max,hr=ut.pow,ca=ut.sign,Yt=ut.log10,Ha=ut.log2,hd=(e,t=1)=>ut.sinh(e)*t,ei=(e,t=1)=>ut.asinh(e/t),pe=1/0;function ua(e){return(Yt((e^e>>31)-(e>>31))|0)+1}function ai(e,t,r){return $t(Qe(e,t),r)}function za(e){return typeof e=="function"}function te(e){return za(e)?e:()=>e}var gd=()=>{},Fa=e=>e,Va=(e,t)=>t,wd=e=>null,fa=e=>!0,da=(e,t)=>e==t,bd=/\.\d*?(?=9{6,}|0{6,})/gm,An=e=>{if(Wa(e)||fn.has(e))return e;let t=`${e}`,r=t.match(bd);if(r==null)return e;let n=r[0].length-1;if(t.indexOf("e-")!=-1){let[o,s]=t.split("e");return+`${An(o)}e${s}`}return me(e,n)};function Cn(e,t){return An(me(An(e/t))*t)}function Ho(e,t){return An(bt(An(e/t))*t)}function Ia(e,t){return An(ct(An(e/t))*t)}function me(e,t=0){if(Wa(e))return e;let r=10**t,n=e*r*(1+Number.EPSILON);return Pe(n)/r}var fn=new Map;function Ua(e){return((""+e).split(".")[1]||"").length}function qr(e,t,r,n){let o=[],s=n.map(Ua);for(let i=t;i<r;i++){let l=Ne(i),a=me(hr(e,i),l);for(let c=0;c<n.length;c++){let d=e==10?+`${n[c]}e${i}`:n[c]*a,p=(i>=0?0:l)+(i>=s[c]?0:s[c]),m=e==10?d:me(d,p);o.push(m),fn.set(m,p)}}return o}var Yr={},xi=[],gr=[null,null],un=Array.isArray,Wa=Number.isInteger,yd=e=>e===void 0;function pa(e){return typeof e=="string"}function zo(e){let t=!1;if(e!=null){let r=e.constructor;t=r==null||r==Object}return t}function xd(e){return e!=null&&typeof e=="object"}var vd=Object.getPrototypeOf(Uint8Array),Ba="__proto__";function wr(e,t=zo){let r;if(un(e)){let n=e.find(o=>o!=null);if(un(n)||t(n)){r=Array(e.length);for(let o=0;o<e.length;o++)r[o]=wr(e[o],t)}else r=e.slice()}else if(e instanceof vd)r=e.slice();else if(t(e)){r={};for(let n in e)n!=Ba&&(r[n]=wr(e[n],t))}else r=e;return r}function Oe(e){let t=arguments;for(let r=1;r<t.length;r++){let n=t[r];for(let o in n)o!=Ba&&(zo(e[o])?Oe(e[o],wr(n[o])):e[o]=wr(n[o]))}return e}var Md=0,Sd=1,kd=2;function Ld(e,t,r){for(let n=0,o,s=-1;n<t.length;n++){let i=t[n];if(i>s){for(o=i-1;o>=0&&e[o]==null;)e[o--]=null;for(o=i+1;o<r&&e[o]==null;)e[s=o++]=null}}}function Ed(e,t){if(Cd(e)){let i=e[0].slice();for(let l=1;l<e.length;l++)i.push(...e[l].slice(1));return $d(i[0])||(i=_d(i)),i}let r=new Set;for(let i=0;i<e.length;i++){let a=e[i][0],c=a.length;for(let d=0;d<c;d++)r.add(a[d])}let n=[Array.from(r).sort((i,l)=>i-l)],o=n[0].length,s=new Map;for(let i=0;i<o;i++)s.set(n[0][i],i);for(let i=0;i<e.length;i++){let l=e[i],a=l[0];for(let c=1;c<l.length;c++){let d=l[c],p=Array(o).fill(void 0),m=t?t[i][c]:Sd,y=[];for(let v=0;v<d.length;v++){let M=d[v],T=s.get(a[v]);M===null?m!=Md&&(p[T]=M,m==kd&&y.push(T)):p[T]=M}Ld(p,y,o),n.push(p)}}return n}var Td=typeof queueMicrotask>"u"?e=>Promise.resolve().then(e):queueMicrotask;function _d(e){let t=e[0],r=t.length,n=Array(r);for(let s=0;s<n.length;s++)n[s]=s;n.sort((s,i)=>t[s]-t[i]);let o=[];for(let s=0;s<e.length;s++){let i=e[s],l=Array(r);for(let a=0;a<r;a++)l[a]=i[n[a]];o.push(l)}return o}function Cd(e){let t=e[0][0],r=t.length;for(let n=1;n<e.length;n++){let o=e[n][0];if(o.length!=r)return!1;if(o!=t){for(let s=0;s<r;s++)if(o[s]!=t[s])return!1}}return!0}function $d(e,t=100){let r=e.length;if(r<=1)return!0;let n=0,o=r-1;for(;n<=o&&e[n]==null;)n++;for(;o>=n&&e[o]==null;)o--;if(o<=n)return!0;let s=Qe(1,ct((o-n+1)/t));for(let i=e[n],l=n+s;l<=o;l+=s){let a=e[l];if(a!=null){if(a<=i)return!1;i=a}}return!0}var ja=["January","February","March","April","May","June","July","August","September","October","November","December"],Ga=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function Ka(e){return e.slice(0,3)}var Od=Ga.map(Ka),Rd=ja.map(Ka),Ad={MMMM:ja,MMM:Rd,WWWW:Ga,WWW:Od};function Wr(e){return(e<10?"0":"")+e}function Pd(e){return(e<10?"00":e<100?"0":"")+e}var Nd={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+"").slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Wr(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Wr(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Wr(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?"PM":"AM",aa:e=>e.getHours()>=12?"pm":"am",a:e=>e.getHours()>=12?"p":"a",mm:e=>Wr(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Wr(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>Pd(e.getMilliseconds())};function vi(e,t){t=t||Ad;let r=[],n=/\{([a-z]+)\}|[^{]+/gi,o;for(;o=n.exec(e);)r.push(o[0][0]=="{"?Nd[o[1]]:o[0]);return s=>{let i="";for(let l=0;l<r.length;l++)i+=typeof r[l]=="string"?r[l]:r[l](s,t);return i}}var Dd=new Intl.DateTimeFormat().resolvedOptions().timeZone;function Hd(e,t){let r;return t=="UTC"||t=="Etc/UTC"?r=new Date(+e+e.getTimezoneOffset()*6e4):t==Dd?r=e:(r=new Date(e.toLocaleString("en-US",{timeZone:t})),r.setMilliseconds(e.getMilliseconds())),r}var Ya=e=>e%1==0,Po=[1,2,2.5,5],zd=qr(10,-32,0,Po),qa=qr(10,0,32,Po),Fd=qa.filter(Ya),$n=zd.concat(qa),Mi=`
`,Za="{YYYY}",ma=Mi+Za,Ja="{M}/{D}",Gr=Mi+Ja,Co=Gr+"/{YY}",Qa="{aa}",Vd="{h}:{mm}",pr=Vd+Qa,ha=Mi+pr,ga=":{ss}",ce=null;function Xa(e){let t=e*1e3,r=t*60,n=r*60,o=n*24,s=o*30,i=o*365,a=(e==1?qr(10,0,3,Po).filter(Ya):qr(10,-3,0,Po)).concat([t,t*5,t*10,t*15,t*30,r,r*5,r*10,r*15,r*30,n,n*2,n*3,n*4,n*6,n*8,n*12,o,o*2,o*3,o*4,o*5,o*6,o*7,o*8,o*9,o*10,o*15,s,s*2,s*3,s*4,s*6,i,i*2,i*5,i*10,i*25,i*50,i*100]),c=[[i,Za,ce,ce,ce,ce,ce,ce,1],[o*28,"{MMM}",ma,ce,ce,ce,ce,ce,1],[o,Ja,ma,ce,ce,ce,ce,ce,1],[n,"{h}"+Qa,Co,ce,Gr,ce,ce,ce,1],[r,pr,Co,ce,Gr,ce,ce,ce,1],[t,ga,Co+" "+pr,ce,Gr+" "+pr,ce,ha,ce,1],[e,ga+".{fff}",Co+" "+pr,ce,Gr+" "+pr,ce,ha,ce,1]];function d(p){return(m,y,v,M,T,k)=>{let x=[],O=T>=i,L=T>=s&&T<i,z=p(v),$=me(z*e,3),P=ti(z.getFullYear(),O?0:z.getMonth(),L||O?1:z.getDate()),N=me(P*e,3);if(L||O){let E=L?T/s:0,R=O?T/i:0,_=$==N?$:me(ti(P.getFullYear()+R,P.getMonth()+E,1)*e,3),U=new Date(Pe(_/e)),H=U.getFullYear(),Y=U.getMonth();for(let K=0;_<=M;K++){let ne=ti(H+R*K,Y+E*K,1),G=ne-p(me(ne*e,3));_=me((+ne+G)*e,3),_<=M&&x.push(_)}}else{let E=T>=o?o:T,R=ct(v)-ct($),_=N+R+Ho($-N,E);x.push(_);let U=p(_),H=U.getHours()+U.getMinutes()/r+U.getSeconds()/n,Y=T/n,K=m.axes[y]._space,ne=k/K;for(;_=me(_+T,e==1?0:3),!(_>M);)if(Y>1){let G=ct(me(H+Y,6))%24,re=p(_).getHours()-G;re>1&&(re=-1),_-=re*n,H=(H+Y)%24;let ue=x[x.length-1];me((_-ue)/T,3)*ne>=.7&&x.push(_)}else x.push(_)}return x}}return[a,c,d]}var[Id,Ud,Wd]=Xa(1),[Bd,jd,Gd]=Xa(.001);qr(2,-53,53,[1]);function wa(e,t){return e.map(r=>r.map((n,o)=>o==0||o==8||n==null?n:t(o==1||r[8]==0?n:r[1]+n)))}function ba(e,t){return(r,n,o,s,i)=>{let l=t.find(v=>i>=v[0])||t[t.length-1],a,c,d,p,m,y;return n.map(v=>{let M=e(v),T=M.getFullYear(),k=M.getMonth(),x=M.getDate(),O=M.getHours(),L=M.getMinutes(),z=M.getSeconds(),$=T!=a&&l[2]||k!=c&&l[3]||x!=d&&l[4]||O!=p&&l[5]||L!=m&&l[6]||z!=y&&l[7]||l[1];return a=T,c=k,d=x,p=O,m=L,y=z,$(M)})}}function Kd(e,t){let r=vi(t);return(n,o,s,i,l)=>o.map(a=>r(e(a)))}function ti(e,t,r){return new Date(e,t,r)}function ya(e,t){return t(e)}var Yd="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function xa(e,t){return(r,n,o,s)=>s==null?hi:t(e(n))}function qd(e,t){let r=e.series[t];return r.width?r.stroke(e,t):r.points.width?r.points.stroke(e,t):null}function Zd(e,t){return e.series[t].fill(e,t)}var Jd={show:!0,live:!0,isolate:!1,mount:gd,markers:{show:!0,width:2,stroke:qd,fill:Zd,dash:"solid"},idx:null,idxs:null,values:[]};function Qd(e,t){let r=e.cursor.points,n=wt(),o=r.size(e,t);xe(n,Br,o),xe(n,jr,o);let s=o/-2;xe(n,"marginLeft",s),xe(n,"marginTop",s);let i=r.width(e,t,o);return i&&xe(n,"borderWidth",i),n}function Xd(e,t){let r=e.series[t].points;return r._fill||r._stroke}function ep(e,t){let r=e.series[t].points;return r._stroke||r._fill}function tp(e,t){return e.series[t].points.size}var ni=[0,0];function np(e,t,r){return ni[0]=t,ni[1]=r,ni}function $o(e,t,r,n=!0){return o=>{o.button==0&&(!n||o.target==t)&&r(o)}}function ri(e,t,r,n=!0){return o=>{(!n||o.target==t)&&r(o)}}var rp={show:!0,x:!0,y:!0,lock:!1,move:np,points:{one:!1,show:Qd,size:tp,width:0,stroke:ep,fill:Xd},bind:{mousedown:$o,mouseup:$o,click:$o,dblclick:$o,mousemove:ri,mouseleave:ri,mouseenter:ri},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,r,n,o)=>n-o,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},ec={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},Si=Oe({},ec,{filter:Va}),tc=Oe({},Si,{size:10}),nc=Oe({},ec,{show:!1}),ki='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',rc="bold "+ki,oc=1.5,va={show:!0,scale:"x",stroke:mi,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:rc,side:2,grid:Si,ticks:tc,border:nc,font:ki,lineGap:oc,rotate:0},op="Value",sp="Time",Ma={show:!0,scale:"x",auto:!1,sorted:1,min:pe,max:-pe,idxs:[]};function ip(e,t,r,n,o){return t.map(s=>s==null?"":yi(s))}function lp(e,t,r,n,o,s,i){let l=[],a=fn.get(o)||0;r=i?r:me(Ho(r,o),a);for(let c=r;c<=n;c=me(c+o,a))l.push(Object.is(c,-0)?0:c);return l}function ci(e,t,r,n,o,s,i){let l=[],a=e.scales[e.axes[t].scale].log,c=a==10?Yt:Ha,d=ct(c(r));o=hr(a,d),a==10&&(o=$n[Ct(o,$n)]);let p=r,m=o*a;a==10&&(m=$n[Ct(m,$n)]);do l.push(p),p=p+o,a==10&&!fn.has(p)&&(p=me(p,fn.get(o))),p>=m&&(o=p,m=o*a,a==10&&(m=$n[Ct(m,$n)]));while(p<=n);return l}function ap(e,t,r,n,o,s,i){let a=e.scales[e.axes[t].scale].asinh,c=n>a?ci(e,t,Qe(a,r),n,o):[a],d=n>=0&&r<=0?[0]:[];return(r<-a?ci(e,t,Qe(a,-n),-r,o):[a]).reverse().map(m=>-m).concat(d,c)}var sc=/./,cp=/[12357]/,up=/[125]/,Sa=/1/,ui=(e,t,r,n)=>e.map((o,s)=>t==4&&o==0||s%n==0&&r.test(o.toExponential()[o<0?1:0])?o:null);function fp(e,t,r,n,o){let s=e.axes[r],i=s.scale,l=e.scales[i],a=e.valToPos,c=s._space,d=a(10,i),p=a(9,i)-d>=c?sc:a(7,i)-d>=c?cp:a(5,i)-d>=c?up:Sa;if(p==Sa){let m=Ne(a(1,i)-d);if(m<c)return ui(t.slice().reverse(),l.distr,p,bt(c/m)).reverse()}return ui(t,l.distr,p,1)}function dp(e,t,r,n,o){let s=e.axes[r],i=s.scale,l=s._space,a=e.valToPos,c=Ne(a(1,i)-a(2,i));return c<l?ui(t.slice().reverse(),3,sc,bt(l/c)).reverse():t}function pp(e,t,r,n){return n==null?hi:t==null?"":yi(t)}var ka={show:!0,scale:"y",stroke:mi,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:rc,side:3,grid:Si,ticks:tc,border:nc,font:ki,lineGap:oc,rotate:0};function mp(e,t){let r=3+(e||1)*2;return me(r*t,3)}function hp(e,t){let{scale:r,idxs:n}=e.series[0],o=e._data[0],s=e.valToPos(o[n[0]],r,!0),i=e.valToPos(o[n[1]],r,!0),l=Ne(i-s),a=e.series[t],c=l/(a.points.space*le);return n[1]-n[0]<=c}var La={scale:null,auto:!0,sorted:0,min:pe,max:-pe},ic=(e,t,r,n,o)=>o,Ea={show:!0,auto:!0,sorted:0,gaps:ic,alpha:1,facets:[Oe({},La,{scale:"x"}),Oe({},La,{scale:"y"})]},Ta={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:ic,alpha:1,points:{show:hp,filter:null},values:null,min:pe,max:-pe,idxs:[],path:null,clip:null};function gp(e,t,r,n,o){return r/10}var lc={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},wp=Oe({},lc,{time:!1,ori:1}),_a={};function ac(e,t){let r=_a[e];return r||(r={key:e,plots:[],sub(n){r.plots.push(n)},unsub(n){r.plots=r.plots.filter(o=>o!=n)},pub(n,o,s,i,l,a,c){for(let d=0;d<r.plots.length;d++)r.plots[d]!=o&&r.plots[d].pub(n,o,s,i,l,a,c)}},e!=null&&(_a[e]=r)),r}var br=1,fi=2;function Pn(e,t,r){let n=e.mode,o=e.series[t],s=n==2?e._data[t]:e._data,i=e.scales,l=e.bbox,a=s[0],c=n==2?s[1]:s[t],d=n==2?i[o.facets[0].scale]:i[e.series[0].scale],p=n==2?i[o.facets[1].scale]:i[o.scale],m=l.left,y=l.top,v=l.width,M=l.height,T=e.valToPosH,k=e.valToPosV;return d.ori==0?r(o,a,c,d,p,T,k,m,y,v,M,Vo,xr,Uo,uc,dc):r(o,a,c,d,p,k,T,y,m,M,v,Io,vr,Ti,fc,pc)}function Li(e,t){let r=0,n=0,o=se(e.bands,xi);for(let s=0;s<o.length;s++){let i=o[s];i.series[0]==t?r=i.dir:i.series[1]==t&&(i.dir==1?n|=1:n|=2)}return[r,n==1?-1:n==2?1:n==3?2:0]}function bp(e,t,r,n,o){let s=e.mode,i=e.series[t],l=s==2?i.facets[1].scale:i.scale,a=e.scales[l];return o==-1?a.min:o==1?a.max:a.distr==3?a.dir==1?a.min:a.max:0}function qt(e,t,r,n,o,s){return Pn(e,t,(i,l,a,c,d,p,m,y,v,M,T)=>{let k=i.pxRound,x=c.dir*(c.ori==0?1:-1),O=c.ori==0?xr:vr,L,z;x==1?(L=r,z=n):(L=n,z=r);let $=k(p(l[L],c,M,y)),P=k(m(a[L],d,T,v)),N=k(p(l[z],c,M,y)),E=k(m(s==1?d.max:d.min,d,T,v)),R=new Path2D(o);return O(R,N,E),O(R,$,E),O(R,$,P),R})}function Fo(e,t,r,n,o,s){let i=null;if(e.length>0){i=new Path2D;let l=t==0?Uo:Ti,a=r;for(let p=0;p<e.length;p++){let m=e[p];if(m[1]>m[0]){let y=m[0]-a;y>0&&l(i,a,n,y,n+s),a=m[1]}}let c=r+o-a,d=10;c>0&&l(i,a,n-d/2,c,n+s+d)}return i}function yp(e,t,r){let n=e[e.length-1];n&&n[0]==t?n[1]=r:e.push([t,r])}function Ei(e,t,r,n,o,s,i){let l=[],a=e.length;for(let c=o==1?r:n;c>=r&&c<=n;c+=o)if(t[c]===null){let p=c,m=c;if(o==1)for(;++c<=n&&t[c]===null;)m=c;else for(;--c>=r&&t[c]===null;)m=c;let y=s(e[p]),v=m==p?y:s(e[m]),M=p-o;y=i<=0&&M>=0&&M<a?s(e[M]):y;let k=m+o;v=i>=0&&k>=0&&k<a?s(e[k]):v,v>=y&&l.push([y,v])}return l}function Ca(e){return e==0?Fa:e==1?Pe:t=>Cn(t,e)}function cc(e){let t=e==0?Vo:Io,r=e==0?(o,s,i,l,a,c)=>{o.arcTo(s,i,l,a,c)}:(o,s,i,l,a,c)=>{o.arcTo(i,s,a,l,c)},n=e==0?(o,s,i,l,a)=>{o.rect(s,i,l,a)}:(o,s,i,l,a)=>{o.rect(i,s,a,l)};return(o,s,i,l,a,c=0,d=0)=>{c==0&&d==0?n(o,s,i,l,a):(c=$t(c,l/2,a/2),d=$t(d,l/2,a/2),t(o,s+c,i),r(o,s+l,i,s+l,i+a,c),r(o,s+l,i+a,s,i+a,d),r(o,s,i+a,s,i,d),r(o,s,i,s+l,i,c),o.closePath())}}var Vo=(e,t,r)=>{e.moveTo(t,r)},Io=(e,t,r)=>{e.moveTo(r,t)},xr=(e,t,r)=>{e.lineTo(t,r)},vr=(e,t,r)=>{e.lineTo(r,t)},Uo=cc(0),Ti=cc(1),uc=(e,t,r,n,o,s)=>{e.arc(t,r,n,o,s)},fc=(e,t,r,n,o,s)=>{e.arc(r,t,n,o,s)},dc=(e,t,r,n,o,s,i)=>{e.bezierCurveTo(t,r,n,o,s,i)},pc=(e,t,r,n,o,s,i)=>{e.bezierCurveTo(r,t,o,n,i,s)};function mc(e){return(t,r,n,o,s)=>Pn(t,r,(i,l,a,c,d,p,m,y,v,M,T)=>{let{pxRound:k,points:x}=i,O,L;c.ori==0?(O=Vo,L=uc):(O=Io,L=fc);let z=me(x.width*le,3),$=(x.size-x.width)/2*le,P=me($*2,3),N=new Path2D,E=new Path2D,{left:R,top:_,width:U,height:H}=t.bbox;Uo(E,R-P,_-P,U+P*2,H+P*2);let Y=K=>{if(a[K]!=null){let ne=k(p(l[K],c,M,y)),G=k(m(a[K],d,T,v));O(N,ne+$,G),L(N,ne,G,$,0,Oo*2)}};if(s)s.forEach(Y);else for(let K=n;K<=o;K++)Y(K);return{stroke:z>0?N:null,fill:N,clip:E,flags:br|fi}})}function hc(e){return(t,r,n,o,s,i)=>{n!=o&&(s!=n&&i!=n&&e(t,r,n),s!=o&&i!=o&&e(t,r,o),e(t,r,i))}}var xp=hc(xr),vp=hc(vr);function gc(e){let t=se(e?.alignGaps,0);return(r,n,o,s)=>Pn(r,n,(i,l,a,c,d,p,m,y,v,M,T)=>{[o,s]=No(a,o,s);let k=i.pxRound,x=H=>k(p(H,c,M,y)),O=H=>k(m(H,d,T,v)),L,z;c.ori==0?(L=xr,z=xp):(L=vr,z=vp);let $=c.dir*(c.ori==0?1:-1),P={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:br},N=P.stroke,E=!1;if(s-o>=M*4){let H=B=>r.posToVal(B,c.key,!0),Y=null,K=null,ne,G,Xe,ve=x(l[$==1?o:s]),re=x(l[o]),ue=x(l[s]),Q=H($==1?re+1:ue-1);for(let B=$==1?o:s;B>=o&&B<=s;B+=$){let Re=l[B],Me=($==1?Re<Q:Re>Q)?ve:x(Re),ae=a[B];Me==ve?ae!=null?(G=ae,Y==null?(L(N,Me,O(G)),ne=Y=K=G):G<Y?Y=G:G>K&&(K=G)):ae===null&&(E=!0):(Y!=null&&z(N,ve,O(Y),O(K),O(ne),O(G)),ae!=null?(G=ae,L(N,Me,O(G)),Y=K=ne=G):(Y=K=null,ae===null&&(E=!0)),ve=Me,Q=H(ve+$))}Y!=null&&Y!=K&&Xe!=ve&&z(N,ve,O(Y),O(K),O(ne),O(G))}else for(let H=$==1?o:s;H>=o&&H<=s;H+=$){let Y=a[H];Y===null?E=!0:Y!=null&&L(N,x(l[H]),O(Y))}let[_,U]=Li(r,n);if(i.fill!=null||_!=0){let H=P.fill=new Path2D(N),Y=i.fillTo(r,n,i.min,i.max,_),K=O(Y),ne=x(l[o]),G=x(l[s]);$==-1&&([G,ne]=[ne,G]),L(H,G,K),L(H,ne,K)}if(!i.spanGaps){let H=[];E&&H.push(...Ei(l,a,o,s,$,x,t)),P.gaps=H=i.gaps(r,n,o,s,H),P.clip=Fo(H,c.ori,y,v,M,T)}return U!=0&&(P.band=U==2?[qt(r,n,o,s,N,-1),qt(r,n,o,s,N,1)]:qt(r,n,o,s,N,U)),P})}function Mp(e){let t=se(e.align,1),r=se(e.ascDesc,!1),n=se(e.alignGaps,0),o=se(e.extend,!1);return(s,i,l,a)=>Pn(s,i,(c,d,p,m,y,v,M,T,k,x,O)=>{[l,a]=No(p,l,a);let L=c.pxRound,{left:z,width:$}=s.bbox,P=re=>L(v(re,m,x,T)),N=re=>L(M(re,y,O,k)),E=m.ori==0?xr:vr,R={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:br},_=R.stroke,U=m.dir*(m.ori==0?1:-1),H=N(p[U==1?l:a]),Y=P(d[U==1?l:a]),K=Y,ne=Y;o&&t==-1&&(ne=z,E(_,ne,H)),E(_,Y,H);for(let re=U==1?l:a;re>=l&&re<=a;re+=U){let ue=p[re];if(ue==null)continue;let Q=P(d[re]),B=N(ue);t==1?E(_,Q,H):E(_,K,B),E(_,Q,B),H=B,K=Q}let G=K;o&&t==1&&(G=z+$,E(_,G,H));let[Xe,ve]=Li(s,i);if(c.fill!=null||Xe!=0){let re=R.fill=new Path2D(_),ue=c.fillTo(s,i,c.min,c.max,Xe),Q=N(ue);E(re,G,Q),E(re,ne,Q)}if(!c.spanGaps){let re=[];re.push(...Ei(d,p,l,a,U,P,n));let ue=c.width*le/2,Q=r||t==1?ue:-ue,B=r||t==-1?-ue:ue;re.forEach(Re=>{Re[0]+=Q,Re[1]+=B}),R.gaps=re=c.gaps(s,i,l,a,re),R.clip=Fo(re,m.ori,T,k,x,O)}return ve!=0&&(R.band=ve==2?[qt(s,i,l,a,_,-1),qt(s,i,l,a,_,1)]:qt(s,i,l,a,_,ve)),R})}function $a(e,t,r,n,o,s,i=pe){if(e.length>1){let l=null;for(let a=0,c=1/0;a<e.length;a++)if(t[a]!==void 0){if(l!=null){let d=Ne(e[a]-e[l]);d<c&&(c=d,i=Ne(r(e[a],n,o,s)-r(e[l],n,o,s)))}l=a}}return i}function Sp(e){e=e||Yr;let t=se(e.size,[.6,pe,1]),r=e.align||0,n=e.gap||0,o=e.radius;o=o==null?[0,0]:typeof o=="number"?[o,0]:o;let s=te(o),i=1-t[0],l=se(t[1],pe),a=se(t[2],1),c=se(e.disp,Yr),d=se(e.each,y=>{}),{fill:p,stroke:m}=c;return(y,v,M,T)=>Pn(y,v,(k,x,O,L,z,$,P,N,E,R,_)=>{let U=k.pxRound,H=r,Y=n*le,K=l*le,ne=a*le,G,Xe;L.ori==0?[G,Xe]=s(y,v):[Xe,G]=s(y,v);let ve=L.dir*(L.ori==0?1:-1),re=L.ori==0?Uo:Ti,ue=L.ori==0?d:(I,he,Ae,Wn,xn,Rt,vn)=>{d(I,he,Ae,xn,Wn,vn,Rt)},Q=se(y.bands,xi).find(I=>I.series[0]==v),B=Q!=null?Q.dir:0,Re=k.fillTo(y,v,k.min,k.max,B),Ke=U(P(Re,z,_,E)),Me,ae,vt,rt=R,ke=U(k.width*le),Ot=!1,Ut=null,ft=null,Qt=null,Vn=null;p!=null&&(ke==0||m!=null)&&(Ot=!0,Ut=p.values(y,v,M,T),ft=new Map,new Set(Ut).forEach(I=>{I!=null&&ft.set(I,new Path2D)}),ke>0&&(Qt=m.values(y,v,M,T),Vn=new Map,new Set(Qt).forEach(I=>{I!=null&&Vn.set(I,new Path2D)})));let{x0:In,size:Cr}=c;if(In!=null&&Cr!=null){H=1,x=In.values(y,v,M,T),In.unit==2&&(x=x.map(Ae=>y.posToVal(N+Ae*R,L.key,!0)));let I=Cr.values(y,v,M,T);Cr.unit==2?ae=I[0]*R:ae=$(I[0],L,R,N)-$(0,L,R,N),rt=$a(x,O,$,L,R,N,rt),vt=rt-ae+Y}else rt=$a(x,O,$,L,R,N,rt),vt=rt*i+Y,ae=rt-vt;vt<1&&(vt=0),ke>=ae/2&&(ke=0),vt<5&&(U=Fa);let ao=vt>0,bn=rt-vt-(ao?ke:0);ae=U(ai(bn,ne,K)),Me=(H==0?ae/2:H==ve?0:ae)-H*ve*((H==0?Y/2:0)+(ao?ke/2:0));let Ye={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},Un=Ot?null:new Path2D,Wt=null;if(Q!=null)Wt=y.data[Q.series[1]];else{let{y0:I,y1:he}=c;I!=null&&he!=null&&(O=he.values(y,v,M,T),Wt=I.values(y,v,M,T))}let yn=G*ae,J=Xe*ae;for(let I=ve==1?M:T;I>=M&&I<=T;I+=ve){let he=O[I];if(he==null)continue;if(Wt!=null){let et=Wt[I]??0;if(he-et==0)continue;Ke=P(et,z,_,E)}let Ae=L.distr!=2||c!=null?x[I]:I,Wn=$(Ae,L,R,N),xn=P(se(he,Re),z,_,E),Rt=U(Wn-Me),vn=U(Qe(xn,Ke)),ot=U($t(xn,Ke)),dt=vn-ot;if(he!=null){let et=he<0?J:yn,Mt=he<0?yn:J;Ot?(ke>0&&Qt[I]!=null&&re(Vn.get(Qt[I]),Rt,ot+ct(ke/2),ae,Qe(0,dt-ke),et,Mt),Ut[I]!=null&&re(ft.get(Ut[I]),Rt,ot+ct(ke/2),ae,Qe(0,dt-ke),et,Mt)):re(Un,Rt,ot+ct(ke/2),ae,Qe(0,dt-ke),et,Mt),ue(y,v,I,Rt-ke/2,ot,ae+ke,dt)}}return ke>0?Ye.stroke=Ot?Vn:Un:Ot||(Ye._fill=k.width==0?k._fill:k._stroke??k._fill,Ye.width=0),Ye.fill=Ot?ft:Un,Ye})}function kp(e,t){let r=se(t?.alignGaps,0);return(n,o,s,i)=>Pn(n,o,(l,a,c,d,p,m,y,v,M,T,k)=>{[s,i]=No(c,s,i);let x=l.pxRound,O=G=>x(m(G,d,T,v)),L=G=>x(y(G,p,k,M)),z,$,P;d.ori==0?(z=Vo,P=xr,$=dc):(z=Io,P=vr,$=pc);let N=d.dir*(d.ori==0?1:-1),E=O(a[N==1?s:i]),R=E,_=[],U=[];for(let G=N==1?s:i;G>=s&&G<=i;G+=N)if(c[G]!=null){let ve=a[G],re=O(ve);_.push(R=re),U.push(L(c[G]))}let H={stroke:e(_,U,z,P,$,x),fill:null,clip:null,band:null,gaps:null,flags:br},Y=H.stroke,[K,ne]=Li(n,o);if(l.fill!=null||K!=0){let G=H.fill=new Path2D(Y),Xe=l.fillTo(n,o,l.min,l.max,K),ve=L(Xe);P(G,R,ve),P(G,E,ve)}if(!l.spanGaps){let G=[];G.push(...Ei(a,c,s,i,N,O,r)),H.gaps=G=l.gaps(n,o,s,i,G),H.clip=Fo(G,d.ori,v,M,T,k)}return ne!=0&&(H.band=ne==2?[qt(n,o,s,i,Y,-1),qt(n,o,s,i,Y,1)]:qt(n,o,s,i,Y,ne)),H})}function Lp(e){return kp(Ep,e)}function Ep(e,t,r,n,o,s){let i=e.length;if(i<2)return null;let l=new Path2D;if(r(l,e[0],t[0]),i==2)n(l,e[1],t[1]);else{let a=Array(i),c=Array(i-1),d=Array(i-1),p=Array(i-1);for(let m=0;m<i-1;m++)d[m]=t[m+1]-t[m],p[m]=e[m+1]-e[m],c[m]=d[m]/p[m];a[0]=c[0];for(let m=1;m<i-1;m++)c[m]===0||c[m-1]===0||c[m-1]>0!=c[m]>0?a[m]=0:(a[m]=3*(p[m-1]+p[m])/((2*p[m]+p[m-1])/c[m-1]+(p[m]+2*p[m-1])/c[m]),isFinite(a[m])||(a[m]=0));a[i-1]=c[i-2];for(let m=0;m<i-1;m++)o(l,e[m]+p[m]/3,t[m]+a[m]*p[m]/3,e[m+1]-p[m]/3,t[m+1]-a[m+1]*p[m]/3,e[m+1],t[m+1])}return l}var di=new Set;function Oa(){for(let e of di)e.syncRect(!0)}yr&&(Rn(id,mr,Oa),Rn(ld,mr,Oa,!0),Rn(Ro,mr,()=>{Ue.pxRatio=le}));var Tp=gc(),_p=mc();function Ra(e,t,r,n){return(n?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((s,i)=>pi(s,i,t,r))}function Cp(e,t){return e.map((r,n)=>n==0?{}:Oe({},t,r))}function pi(e,t,r,n){return Oe({},t==0?r:n,e)}function wc(e,t,r){return t==null?gr:[t,r]}var $p=wc;function Op(e,t,r){return t==null?gr:Ao(t,r,bi,!0)}function bc(e,t,r,n){return t==null?gr:Do(t,r,e.scales[n].log,!1)}var Rp=bc;function yc(e,t,r,n){return t==null?gr:wi(t,r,e.scales[n].log,!1)}var Ap=yc;function Pp(e,t,r,n,o){let s=Qe(ua(e),ua(t)),i=t-e,l=Ct(o/n*i,r);do{let a=r[l],c=n*a/i;if(c>=o&&s+(a<5?fn.get(a):0)<=17)return[a,c]}while(++l<r.length);return[0,0]}function Aa(e){let t,r;return e=e.replace(/(\d+)px/,(n,o)=>(t=Pe((r=+o)*le))+"px"),[e,t,r]}function Np(e){e.show&&[e.font,e.labelFont].forEach(t=>{let r=me(t[2]*le,1);t[0]=t[0].replace(/[0-9.]+px/,r+"px"),t[1]=r})}function Ue(e,t,r){let n={mode:se(e.mode,1)},o=n.mode;function s(u,f,h,g){let b=f.valToPct(u);return g+h*(f.dir==-1?1-b:b)}function i(u,f,h,g){let b=f.valToPct(u);return g+h*(f.dir==-1?b:1-b)}function l(u,f,h,g){return f.ori==0?s(u,f,h,g):i(u,f,h,g)}n.valToPosH=s,n.valToPosV=i;let a=!1;n.status=0;let c=n.root=wt(Uf);if(e.id!=null&&(c.id=e.id),at(c,e.class),e.title){let u=wt(jf,c);u.textContent=e.title}let d=_t("canvas"),p=n.ctx=d.getContext("2d"),m=wt(Gf,c);Rn("click",m,u=>{u.target===v&&(ge!=er||Se!=tr)&&Be.click(n,u)},!0);let y=n.under=wt(Kf,m);m.appendChild(d);let v=n.over=wt(Yf,m);e=wr(e);let M=+se(e.pxAlign,1),T=Ca(M);(e.plugins||[]).forEach(u=>{u.opts&&(e=u.opts(n,e)||e)});let k=e.ms||.001,x=n.series=o==1?Ra(e.series||[],Ma,Ta,!1):Cp(e.series||[null],Ea),O=n.axes=Ra(e.axes||[],va,ka,!0),L=n.scales={},z=n.bands=e.bands||[];z.forEach(u=>{u.fill=te(u.fill||null),u.dir=se(u.dir,-1)});let $=o==2?x[1].facets[0].scale:x[0].scale,P={axes:pf,series:af},N=(e.drawOrder||["axes","series"]).map(u=>P[u]);function E(u){let f=u.distr==3?h=>Yt(h>0?h:u.clamp(n,h,u.min,u.max,u.key)):u.distr==4?h=>ei(h,u.asinh):u.distr==100?h=>u.fwd(h):h=>h;return h=>{let g=f(h),{_min:b,_max:S}=u,C=S-b;return(g-b)/C}}function R(u){let f=L[u];if(f==null){let h=(e.scales||Yr)[u]||Yr;if(h.from!=null){R(h.from);let g=Oe({},L[h.from],h,{key:u});g.valToPct=E(g),L[u]=g}else{f=L[u]=Oe({},u==$?lc:wp,h),f.key=u;let g=f.time,b=f.range,S=un(b);if((u!=$||o==2&&!g)&&(S&&(b[0]==null||b[1]==null)&&(b={min:b[0]==null?la:{mode:1,hard:b[0],soft:b[0]},max:b[1]==null?la:{mode:1,hard:b[1],soft:b[1]}},S=!1),!S&&zo(b))){let C=b;b=(A,D,F)=>D==null?gr:Ao(D,F,C)}f.range=te(b||(g?$p:u==$?f.distr==3?Rp:f.distr==4?Ap:wc:f.distr==3?bc:f.distr==4?yc:Op)),f.auto=te(S?!1:f.auto),f.clamp=te(f.clamp||gp),f._min=f._max=null,f.valToPct=E(f)}}}R("x"),R("y"),o==1&&x.forEach(u=>{R(u.scale)}),O.forEach(u=>{R(u.scale)});for(let u in e.scales)R(u);let _=L[$],U=_.distr,H,Y;_.ori==0?(at(c,Wf),H=s,Y=i):(at(c,Bf),H=i,Y=s);let K={};for(let u in L){let f=L[u];(f.min!=null||f.max!=null)&&(K[u]={min:f.min,max:f.max},f.min=f.max=null)}let ne=e.tzDate||(u=>new Date(Pe(u/k))),G=e.fmtDate||vi,Xe=k==1?Wd(ne):Gd(ne),ve=ba(ne,wa(k==1?Ud:jd,G)),re=xa(ne,ya(Yd,G)),ue=[],Q=n.legend=Oe({},Jd,e.legend),B=n.cursor=Oe({},rp,{drag:{y:o==2}},e.cursor),Re=Q.show,Ke=B.show,Me=Q.markers;Q.idxs=ue,Me.width=te(Me.width),Me.dash=te(Me.dash),Me.stroke=te(Me.stroke),Me.fill=te(Me.fill);let ae,vt,rt,ke=[],Ot=[],Ut,ft=!1,Qt={};if(Q.live){let u=x[1]?x[1].values:null;ft=u!=null,Ut=ft?u(n,1,0):{_:0};for(let f in Ut)Qt[f]=hi}if(Re)if(ae=_t("table",ed,c),rt=_t("tbody",null,ae),Q.mount(n,ae),ft){vt=_t("thead",null,ae,rt);let u=_t("tr",null,vt);_t("th",null,u);for(var Vn in Ut)_t("th",Yl,u).textContent=Vn}else at(ae,nd),Q.live&&at(ae,td);let In={show:!0},Cr={show:!1};function ao(u,f){if(f==0&&(ft||!Q.live||o==2))return gr;let h=[],g=_t("tr",rd,rt,rt.childNodes[f]);at(g,u.class),u.show||at(g,On);let b=_t("th",null,g);if(Me.show){let A=wt(od,b);if(f>0){let D=Me.width(n,f);D&&(A.style.border=D+"px "+Me.dash(n,f)+" "+Me.stroke(n,f)),A.style.background=Me.fill(n,f)}}let S=wt(Yl,b);u.label instanceof HTMLElement?S.appendChild(u.label):S.textContent=u.label,f>0&&(Me.show||(S.style.color=u.width>0?Me.stroke(n,f):Me.fill(n,f)),Ye("click",b,A=>{if(B._lock)return;Sn(A);let D=x.indexOf(u);if((A.ctrlKey||A.metaKey)!=Q.isolate){let F=x.some((V,W)=>W>0&&W!=D&&V.show);x.forEach((V,W)=>{W>0&&Pt(W,F?W==D?In:Cr:In,!0,Ce.setSeries)})}else Pt(D,{show:!u.show},!0,Ce.setSeries)},!1),jn&&Ye(Ql,b,A=>{B._lock||(Sn(A),Pt(x.indexOf(u),rr,!0,Ce.setSeries))},!1));for(var C in Ut){let A=_t("td",sd,g);A.textContent="--",h.push(A)}return[g,h]}let bn=new Map;function Ye(u,f,h,g=!0){let b=bn.get(f)||{},S=B.bind[u](n,f,h,g);S&&(Rn(u,f,b[u]=S),bn.set(f,b))}function Un(u,f,h){let g=bn.get(f)||{};for(let b in g)(u==null||b==u)&&(li(b,f,g[b]),delete g[b]);u==null&&bn.delete(f)}let Wt=0,yn=0,J=0,I=0,he=0,Ae=0,Wn=he,xn=Ae,Rt=J,vn=I,ot=0,dt=0,et=0,Mt=0;n.bbox={};let hs=!1,co=!1,Bn=!1,Mn=!1,uo=!1,pt=!1;function gs(u,f,h){(h||u!=n.width||f!=n.height)&&Xi(u,f),Zn(!1),Bn=!0,co=!0,Jn()}function Xi(u,f){n.width=Wt=J=u,n.height=yn=I=f,he=Ae=0,ef(),tf();let h=n.bbox;ot=h.left=Cn(he*le,.5),dt=h.top=Cn(Ae*le,.5),et=h.width=Cn(J*le,.5),Mt=h.height=Cn(I*le,.5)}let Ju=3;function Qu(){let u=!1,f=0;for(;!u;){f++;let h=ff(f),g=df(f);u=f==Ju||h&&g,u||(Xi(n.width,n.height),co=!0)}}function Xu({width:u,height:f}){gs(u,f)}n.setSize=Xu;function ef(){let u=!1,f=!1,h=!1,g=!1;O.forEach((b,S)=>{if(b.show&&b._show){let{side:C,_size:A}=b,D=C%2,F=b.label!=null?b.labelSize:0,V=A+F;V>0&&(D?(J-=V,C==3?(he+=V,g=!0):h=!0):(I-=V,C==0?(Ae+=V,u=!0):f=!0))}}),kn[0]=u,kn[1]=h,kn[2]=f,kn[3]=g,J-=Xt[1]+Xt[3],he+=Xt[3],I-=Xt[2]+Xt[0],Ae+=Xt[0]}function tf(){let u=he+J,f=Ae+I,h=he,g=Ae;function b(S,C){switch(S){case 1:return u+=C,u-C;case 2:return f+=C,f-C;case 3:return h-=C,h+C;case 0:return g-=C,g+C}}O.forEach((S,C)=>{if(S.show&&S._show){let A=S.side;S._pos=b(A,S._size),S.label!=null&&(S._lpos=b(A,S.labelSize))}})}if(B.dataIdx==null){let u=B.hover,f=u.skip=new Set(u.skip??[]);f.add(void 0);let h=u.prox=te(u.prox),g=u.bias??=0;B.dataIdx=(b,S,C,A)=>{if(S==0)return C;let D=C,F=h(b,S,C,A)??pe,V=F>=0&&F<pe,W=_.ori==0?J:I,Z=B.left,ie=t[0],oe=t[S];if(f.has(oe[C])){D=null;let X=null,q=null,j;if(g==0||g==-1)for(j=C;X==null&&j-- >0;)f.has(oe[j])||(X=j);if(g==0||g==1)for(j=C;q==null&&j++<oe.length;)f.has(oe[j])||(q=j);if(X!=null||q!=null)if(V){let be=X==null?-1/0:H(ie[X],_,W,0),Le=q==null?1/0:H(ie[q],_,W,0),Ie=Z-be,fe=Le-Z;Ie<=fe?Ie<=F&&(D=X):fe<=F&&(D=q)}else D=q==null?X:X==null?q:C-X<=q-C?X:q}else V&&Ne(Z-H(ie[C],_,W,0))>F&&(D=null);return D}}let Sn=u=>{B.event=u};B.idxs=ue,B._lock=!1;let Ge=B.points;Ge.show=te(Ge.show),Ge.size=te(Ge.size),Ge.stroke=te(Ge.stroke),Ge.width=te(Ge.width),Ge.fill=te(Ge.fill);let At=n.focus=Oe({},e.focus||{alpha:.3},B.focus),jn=At.prox>=0,Gn=jn&&Ge.one,mt=[],Kn=[],Yn=[];function el(u,f){let h=Ge.show(n,f);if(h instanceof HTMLElement)return at(h,Xf),at(h,u.class),Ft(h,-10,-10,J,I),v.insertBefore(h,mt[f]),h}function tl(u,f){if(o==1||f>0){let h=o==1&&L[u.scale].time,g=u.value;u.value=h?pa(g)?xa(ne,ya(g,G)):g||re:g||pp,u.label=u.label||(h?sp:op)}if(Gn||f>0){u.width=u.width==null?1:u.width,u.paths=u.paths||Tp||wd,u.fillTo=te(u.fillTo||bp),u.pxAlign=+se(u.pxAlign,M),u.pxRound=Ca(u.pxAlign),u.stroke=te(u.stroke||null),u.fill=te(u.fill||null),u._stroke=u._fill=u._paths=u._focus=null;let h=mp(Qe(1,u.width),1),g=u.points=Oe({},{size:h,width:Qe(1,h*.2),stroke:u.stroke,space:h*2,paths:_p,_stroke:null,_fill:null},u.points);g.show=te(g.show),g.filter=te(g.filter),g.fill=te(g.fill),g.stroke=te(g.stroke),g.paths=te(g.paths),g.pxAlign=u.pxAlign}if(Re){let h=ao(u,f);ke.splice(f,0,h[0]),Ot.splice(f,0,h[1]),Q.values.push(null)}if(Ke){ue.splice(f,0,null);let h=null;Gn?f==0&&(h=el(u,f)):f>0&&(h=el(u,f)),mt.splice(f,0,h),Kn.splice(f,0,0),Yn.splice(f,0,0)}Ve("addSeries",f)}function nf(u,f){f=f??x.length,u=o==1?pi(u,f,Ma,Ta):pi(u,f,{},Ea),x.splice(f,0,u),tl(x[f],f)}n.addSeries=nf;function rf(u){if(x.splice(u,1),Re){Q.values.splice(u,1),Ot.splice(u,1);let f=ke.splice(u,1)[0];Un(null,f.firstChild),f.remove()}Ke&&(ue.splice(u,1),mt.splice(u,1)[0].remove(),Kn.splice(u,1),Yn.splice(u,1)),Ve("delSeries",u)}n.delSeries=rf;let kn=[!1,!1,!1,!1];function of(u,f){if(u._show=u.show,u.show){let h=u.side%2,g=L[u.scale];g==null&&(u.scale=h?x[1].scale:$,g=L[u.scale]);let b=g.time;u.size=te(u.size),u.space=te(u.space),u.rotate=te(u.rotate),un(u.incrs)&&u.incrs.forEach(C=>{!fn.has(C)&&fn.set(C,Ua(C))}),u.incrs=te(u.incrs||(g.distr==2?Fd:b?k==1?Id:Bd:$n)),u.splits=te(u.splits||(b&&g.distr==1?Xe:g.distr==3?ci:g.distr==4?ap:lp)),u.stroke=te(u.stroke),u.grid.stroke=te(u.grid.stroke),u.ticks.stroke=te(u.ticks.stroke),u.border.stroke=te(u.border.stroke);let S=u.values;u.values=un(S)&&!un(S[0])?te(S):b?un(S)?ba(ne,wa(S,G)):pa(S)?Kd(ne,S):S||ve:S||ip,u.filter=te(u.filter||(g.distr>=3&&g.log==10?fp:g.distr==3&&g.log==2?dp:Va)),u.font=Aa(u.font),u.labelFont=Aa(u.labelFont),u._size=u.size(n,null,f,0),u._space=u._rotate=u._incrs=u._found=u._splits=u._values=null,u._size>0&&(kn[f]=!0,u._el=wt(qf,m))}}function $r(u,f,h,g){let[b,S,C,A]=h,D=f%2,F=0;return D==0&&(A||S)&&(F=f==0&&!b||f==2&&!C?Pe(va.size/3):0),D==1&&(b||C)&&(F=f==1&&!S||f==3&&!A?Pe(ka.size/2):0),F}let nl=n.padding=(e.padding||[$r,$r,$r,$r]).map(u=>te(se(u,$r))),Xt=n._padding=nl.map((u,f)=>u(n,f,kn,0)),We,De=null,He=null,fo=o==1?x[0].idxs:null,St=null,Or=!1;function rl(u,f){if(t=u??[],n.data=n._data=t,o==2){We=0;for(let h=1;h<x.length;h++)We+=t[h][0].length}else{t.length==0&&(n.data=n._data=t=[[]]),St=t[0],We=St.length;let h=t;if(U==2){h=t.slice();let g=h[0]=Array(We);for(let b=0;b<We;b++)g[b]=b}n._data=t=h}if(Zn(!0),Ve("setData"),U==2&&(Bn=!0),f!==!1){let h=_;h.auto(n,Or)?ws():tn($,h.min,h.max),Mn=Mn||B.left>=0,pt=!0,Jn()}}n.setData=rl;function ws(){Or=!0;let u,f;o==1&&(We>0?(De=fo[0]=0,He=fo[1]=We-1,u=t[0][De],f=t[0][He],U==2?(u=De,f=He):u==f&&(U==3?[u,f]=Do(u,u,_.log,!1):U==4?[u,f]=wi(u,u,_.log,!1):_.time?f=u+Pe(86400/k):[u,f]=Ao(u,f,bi,!0))):(De=fo[0]=u=null,He=fo[1]=f=null)),tn($,u,f)}let po,qn,bs,ys,xs,vs,Ms,Ss,ks,tt;function ol(u,f,h,g,b,S){u??=Zl,h??=xi,g??="butt",b??=Zl,S??="round",u!=po&&(p.strokeStyle=po=u),b!=qn&&(p.fillStyle=qn=b),f!=bs&&(p.lineWidth=bs=f),S!=xs&&(p.lineJoin=xs=S),g!=vs&&(p.lineCap=vs=g),h!=ys&&p.setLineDash(ys=h)}function sl(u,f,h,g){f!=qn&&(p.fillStyle=qn=f),u!=Ms&&(p.font=Ms=u),h!=Ss&&(p.textAlign=Ss=h),g!=ks&&(p.textBaseline=ks=g)}function Ls(u,f,h,g,b=0){if(g.length>0&&u.auto(n,Or)&&(f==null||f.min==null)){let S=se(De,0),C=se(He,g.length-1),A=h.min==null?fd(g,S,C,b,u.distr==3):[h.min,h.max];u.min=$t(u.min,h.min=A[0]),u.max=Qe(u.max,h.max=A[1])}}let il={min:null,max:null};function sf(){for(let g in L){let b=L[g];K[g]==null&&(b.min==null||K[$]!=null&&b.auto(n,Or))&&(K[g]=il)}for(let g in L){let b=L[g];K[g]==null&&b.from!=null&&K[b.from]!=null&&(K[g]=il)}K[$]!=null&&Zn(!0);let u={};for(let g in K){let b=K[g];if(b!=null){let S=u[g]=wr(L[g],xd);if(b.min!=null)Oe(S,b);else if(g!=$||o==2)if(We==0&&S.from==null){let C=S.range(n,null,null,g);S.min=C[0],S.max=C[1]}else S.min=pe,S.max=-pe}}if(We>0){x.forEach((g,b)=>{if(o==1){let S=g.scale,C=K[S];if(C==null)return;let A=u[S];if(b==0){let D=A.range(n,A.min,A.max,S);A.min=D[0],A.max=D[1],De=Ct(A.min,t[0]),He=Ct(A.max,t[0]),He-De>1&&(t[0][De]<A.min&&De++,t[0][He]>A.max&&He--),g.min=St[De],g.max=St[He]}else g.show&&g.auto&&Ls(A,C,g,t[b],g.sorted);g.idxs[0]=De,g.idxs[1]=He}else if(b>0&&g.show&&g.auto){let[S,C]=g.facets,A=S.scale,D=C.scale,[F,V]=t[b],W=u[A],Z=u[D];W!=null&&Ls(W,K[A],S,F,S.sorted),Z!=null&&Ls(Z,K[D],C,V,C.sorted),g.min=C.min,g.max=C.max}});for(let g in u){let b=u[g],S=K[g];if(b.from==null&&(S==null||S.min==null)){let C=b.range(n,b.min==pe?null:b.min,b.max==-pe?null:b.max,g);b.min=C[0],b.max=C[1]}}}for(let g in u){let b=u[g];if(b.from!=null){let S=u[b.from];if(S.min==null)b.min=b.max=null;else{let C=b.range(n,S.min,S.max,g);b.min=C[0],b.max=C[1]}}}let f={},h=!1;for(let g in u){let b=u[g],S=L[g];if(S.min!=b.min||S.max!=b.max){S.min=b.min,S.max=b.max;let C=S.distr;S._min=C==3?Yt(S.min):C==4?ei(S.min,S.asinh):C==100?S.fwd(S.min):S.min,S._max=C==3?Yt(S.max):C==4?ei(S.max,S.asinh):C==100?S.fwd(S.max):S.max,f[g]=h=!0}}if(h){x.forEach((g,b)=>{o==2?b>0&&f.y&&(g._paths=null):f[g.scale]&&(g._paths=null)});for(let g in f)Bn=!0,Ve("setScale",g);Ke&&B.left>=0&&(Mn=pt=!0)}for(let g in K)K[g]=null}function lf(u){let f=ai(De-1,0,We-1),h=ai(He+1,0,We-1);for(;u[f]==null&&f>0;)f--;for(;u[h]==null&&h<We-1;)h++;return[f,h]}function af(){if(We>0){let u=x.some(f=>f._focus)&&tt!=At.alpha;u&&(p.globalAlpha=tt=At.alpha),x.forEach((f,h)=>{if(h>0&&f.show&&(ll(h,!1),ll(h,!0),f._paths==null)){let g=tt;tt!=f.alpha&&(p.globalAlpha=tt=f.alpha);let b=o==2?[0,t[h][0].length-1]:lf(t[h]);f._paths=f.paths(n,h,b[0],b[1]),tt!=g&&(p.globalAlpha=tt=g)}}),x.forEach((f,h)=>{if(h>0&&f.show){let g=tt;tt!=f.alpha&&(p.globalAlpha=tt=f.alpha),f._paths!=null&&al(h,!1);{let b=f._paths!=null?f._paths.gaps:null,S=f.points.show(n,h,De,He,b),C=f.points.filter(n,h,S,b);(S||C)&&(f.points._paths=f.points.paths(n,h,De,He,C),al(h,!0))}tt!=g&&(p.globalAlpha=tt=g),Ve("drawSeries",h)}}),u&&(p.globalAlpha=tt=1)}}function ll(u,f){let h=f?x[u].points:x[u];h._stroke=h.stroke(n,u),h._fill=h.fill(n,u)}function al(u,f){let h=f?x[u].points:x[u],{stroke:g,fill:b,clip:S,flags:C,_stroke:A=h._stroke,_fill:D=h._fill,_width:F=h.width}=h._paths;F=me(F*le,3);let V=null,W=F%2/2;f&&D==null&&(D=F>0?"#fff":A);let Z=h.pxAlign==1&&W>0;if(Z&&p.translate(W,W),!f){let ie=ot-F/2,oe=dt-F/2,X=et+F,q=Mt+F;V=new Path2D,V.rect(ie,oe,X,q)}f?Es(A,F,h.dash,h.cap,D,g,b,C,S):cf(u,A,F,h.dash,h.cap,D,g,b,C,V,S),Z&&p.translate(-W,-W)}function cf(u,f,h,g,b,S,C,A,D,F,V){let W=!1;D!=0&&z.forEach((Z,ie)=>{if(Z.series[0]==u){let oe=x[Z.series[1]],X=t[Z.series[1]],q=(oe._paths||Yr).band;un(q)&&(q=Z.dir==1?q[0]:q[1]);let j,be=null;oe.show&&q&&pd(X,De,He)?(be=Z.fill(n,ie)||S,j=oe._paths.clip):q=null,Es(f,h,g,b,be,C,A,D,F,V,j,q),W=!0}}),W||Es(f,h,g,b,S,C,A,D,F,V)}let cl=br|fi;function Es(u,f,h,g,b,S,C,A,D,F,V,W){ol(u,f,h,g,b),(D||F||W)&&(p.save(),D&&p.clip(D),F&&p.clip(F)),W?(A&cl)==cl?(p.clip(W),V&&p.clip(V),ho(b,C),mo(u,S,f)):A&fi?(ho(b,C),p.clip(W),mo(u,S,f)):A&br&&(p.save(),p.clip(W),V&&p.clip(V),ho(b,C),p.restore(),mo(u,S,f)):(ho(b,C),mo(u,S,f)),(D||F||W)&&p.restore()}function mo(u,f,h){h>0&&(f instanceof Map?f.forEach((g,b)=>{p.strokeStyle=po=b,p.stroke(g)}):f!=null&&u&&p.stroke(f))}function ho(u,f){f instanceof Map?f.forEach((h,g)=>{p.fillStyle=qn=g,p.fill(h)}):f!=null&&u&&p.fill(f)}function uf(u,f,h,g){let b=O[u],S;if(g<=0)S=[0,0];else{let C=b._space=b.space(n,u,f,h,g),A=b._incrs=b.incrs(n,u,f,h,g,C);S=Pp(f,h,A,g,C)}return b._found=S}function Ts(u,f,h,g,b,S,C,A,D,F){let V=C%2/2;M==1&&p.translate(V,V),ol(A,C,D,F,A),p.beginPath();let W,Z,ie,oe,X=b+(g==0||g==3?-S:S);h==0?(Z=b,oe=X):(W=b,ie=X);for(let q=0;q<u.length;q++)f[q]!=null&&(h==0?W=ie=u[q]:Z=oe=u[q],p.moveTo(W,Z),p.lineTo(ie,oe));p.stroke(),M==1&&p.translate(-V,-V)}function ff(u){let f=!0;return O.forEach((h,g)=>{if(!h.show)return;let b=L[h.scale];if(b.min==null){h._show&&(f=!1,h._show=!1,Zn(!1));return}else h._show||(f=!1,h._show=!0,Zn(!1));let S=h.side,C=S%2,{min:A,max:D}=b,[F,V]=uf(g,A,D,C==0?J:I);if(V==0)return;let W=b.distr==2,Z=h._splits=h.splits(n,g,A,D,F,V,W),ie=b.distr==2?Z.map(j=>St[j]):Z,oe=b.distr==2?St[Z[1]]-St[Z[0]]:F,X=h._values=h.values(n,h.filter(n,ie,g,V,oe),g,V,oe);h._rotate=S==2?h.rotate(n,X,g,V):0;let q=h._size;h._size=bt(h.size(n,X,g,u)),q!=null&&h._size!=q&&(f=!1)}),f}function df(u){let f=!0;return nl.forEach((h,g)=>{let b=h(n,g,kn,u);b!=Xt[g]&&(f=!1),Xt[g]=b}),f}function pf(){for(let u=0;u<O.length;u++){let f=O[u];if(!f.show||!f._show)continue;let h=f.side,g=h%2,b,S,C=f.stroke(n,u),A=h==0||h==3?-1:1,[D,F]=f._found;if(f.label!=null){let Ze=f.labelGap*A,lt=Pe((f._lpos+Ze)*le);sl(f.labelFont[0],C,"center",h==2?"top":ql),p.save(),g==1?(b=S=0,p.translate(lt,Pe(dt+Mt/2)),p.rotate((h==3?-Oo:Oo)/2)):(b=Pe(ot+et/2),S=lt);let Tn=za(f.label)?f.label(n,u,D,F):f.label;p.fillText(Tn,b,S),p.restore()}if(F==0)continue;let V=L[f.scale],W=g==0?et:Mt,Z=g==0?ot:dt,ie=f._splits,oe=V.distr==2?ie.map(Ze=>St[Ze]):ie,X=V.distr==2?St[ie[1]]-St[ie[0]]:D,q=f.ticks,j=f.border,be=q.show?q.size:0,Le=Pe(be*le),Ie=Pe((f.alignTo==2?f._size-be-f.gap:f.gap)*le),fe=f._rotate*-Oo/180,Ee=T(f._pos*le),st=(Le+Ie)*A,qe=Ee+st;S=g==0?qe:0,b=g==1?qe:0;let ht=f.font[0],kt=f.align==1?dr:f.align==2?Js:fe>0?dr:fe<0?Js:g==0?"center":h==3?Js:dr,Dt=fe||g==1?"middle":h==2?"top":ql;sl(ht,C,kt,Dt);let it=f.font[1]*f.lineGap,gt=ie.map(Ze=>T(l(Ze,V,W,Z))),Lt=f._values;for(let Ze=0;Ze<Lt.length;Ze++){let lt=Lt[Ze];if(lt!=null){g==0?b=gt[Ze]:S=gt[Ze],lt=""+lt;let Tn=lt.indexOf(`
`)==-1?[lt]:lt.split(/\n/gm);for(let Je=0;Je<Tn.length;Je++){let _l=Tn[Je];fe?(p.save(),p.translate(b,S+Je*it),p.rotate(fe),p.fillText(_l,0,0),p.restore()):p.fillText(_l,b,S+Je*it)}}}q.show&&Ts(gt,q.filter(n,oe,u,F,X),g,h,Ee,Le,me(q.width*le,3),q.stroke(n,u),q.dash,q.cap);let Ht=f.grid;Ht.show&&Ts(gt,Ht.filter(n,oe,u,F,X),g,g==0?2:1,g==0?dt:ot,g==0?Mt:et,me(Ht.width*le,3),Ht.stroke(n,u),Ht.dash,Ht.cap),j.show&&Ts([Ee],[1],g==0?1:0,g==0?1:2,g==1?dt:ot,g==1?Mt:et,me(j.width*le,3),j.stroke(n,u),j.dash,j.cap)}Ve("drawAxes")}function Zn(u){x.forEach((f,h)=>{h>0&&(f._paths=null,u&&(o==1?(f.min=null,f.max=null):f.facets.forEach(g=>{g.min=null,g.max=null})))})}let go=!1,_s=!1,Rr=[];function mf(){_s=!1;for(let u=0;u<Rr.length;u++)Ve(...Rr[u]);Rr.length=0}function Jn(){go||(Td(ul),go=!0)}function hf(u,f=!1){go=!0,_s=f,u(n),ul(),f&&Rr.length>0&&queueMicrotask(mf)}n.batch=hf;function ul(){if(hs&&(sf(),hs=!1),Bn&&(Qu(),Bn=!1),co){if(xe(y,dr,he),xe(y,"top",Ae),xe(y,Br,J),xe(y,jr,I),xe(v,dr,he),xe(v,"top",Ae),xe(v,Br,J),xe(v,jr,I),xe(m,Br,Wt),xe(m,jr,yn),d.width=Pe(Wt*le),d.height=Pe(yn*le),O.forEach(({_el:u,_show:f,_size:h,_pos:g,side:b})=>{if(u!=null)if(f){let S=b===3||b===0?h:0,C=b%2==1;xe(u,C?"left":"top",g-S),xe(u,C?"width":"height",h),xe(u,C?"top":"left",C?Ae:he),xe(u,C?"height":"width",C?I:J),ii(u,On)}else at(u,On)}),po=qn=bs=xs=vs=Ms=Ss=ks=ys=null,tt=1,Nr(!0),he!=Wn||Ae!=xn||J!=Rt||I!=vn){Zn(!1);let u=J/Rt,f=I/vn;if(Ke&&!Mn&&B.left>=0){B.left*=u,B.top*=f,Qn&&Ft(Qn,Pe(B.left),0,J,I),Xn&&Ft(Xn,0,Pe(B.top),J,I);for(let h=0;h<mt.length;h++){let g=mt[h];g!=null&&(Kn[h]*=u,Yn[h]*=f,Ft(g,bt(Kn[h]),bt(Yn[h]),J,I))}}if(we.show&&!uo&&we.left>=0&&we.width>0){we.left*=u,we.width*=u,we.top*=f,we.height*=f;for(let h in Ps)xe(nr,h,we[h])}Wn=he,xn=Ae,Rt=J,vn=I}Ve("setSize"),co=!1}Wt>0&&yn>0&&(p.clearRect(0,0,d.width,d.height),Ve("drawClear"),N.forEach(u=>u()),Ve("draw")),we.show&&uo&&(wo(we),uo=!1),Ke&&Mn&&(En(null,!0,!1),Mn=!1),Q.show&&Q.live&&pt&&(Rs(),pt=!1),a||(a=!0,n.status=1,Ve("ready")),Or=!1,go=!1}n.redraw=(u,f)=>{Bn=f||!1,u!==!1?tn($,_.min,_.max):Jn()};function Cs(u,f){let h=L[u];if(h.from==null){if(We==0){let g=h.range(n,f.min,f.max,u);f.min=g[0],f.max=g[1]}if(f.min>f.max){let g=f.min;f.min=f.max,f.max=g}if(We>1&&f.min!=null&&f.max!=null&&f.max-f.min<1e-16)return;u==$&&h.distr==2&&We>0&&(f.min=Ct(f.min,t[0]),f.max=Ct(f.max,t[0]),f.min==f.max&&f.max++),K[u]=f,hs=!0,Jn()}}n.setScale=Cs;let $s,Os,Qn,Xn,fl,dl,er,tr,pl,ml,ge,Se,en=!1,Be=B.drag,ze=Be.x,Fe=Be.y;Ke&&(B.x&&($s=wt(Jf,v)),B.y&&(Os=wt(Qf,v)),_.ori==0?(Qn=$s,Xn=Os):(Qn=Os,Xn=$s),ge=B.left,Se=B.top);let we=n.select=Oe({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),nr=we.show?wt(Zf,we.over?v:y):null;function wo(u,f){if(we.show){for(let h in u)we[h]=u[h],h in Ps&&xe(nr,h,u[h]);f!==!1&&Ve("setSelect")}}n.setSelect=wo;function gf(u){if(x[u].show)Re&&ii(ke[u],On);else if(Re&&at(ke[u],On),Ke){let h=Gn?mt[0]:mt[u];h!=null&&Ft(h,-10,-10,J,I)}}function tn(u,f,h){Cs(u,{min:f,max:h})}function Pt(u,f,h,g){f.focus!=null&&vf(u),f.show!=null&&x.forEach((b,S)=>{S>0&&(u==S||u==null)&&(b.show=f.show,gf(S),o==2?(tn(b.facets[0].scale,null,null),tn(b.facets[1].scale,null,null)):tn(b.scale,null,null),Jn())}),h!==!1&&Ve("setSeries",u,f),g&&Dr("setSeries",n,u,f)}n.setSeries=Pt;function wf(u,f){Oe(z[u],f)}function bf(u,f){u.fill=te(u.fill||null),u.dir=se(u.dir,-1),f=f??z.length,z.splice(f,0,u)}function yf(u){u==null?z.length=0:z.splice(u,1)}n.addBand=bf,n.setBand=wf,n.delBand=yf;function xf(u,f){x[u].alpha=f,Ke&&mt[u]!=null&&(mt[u].style.opacity=f),Re&&ke[u]&&(ke[u].style.opacity=f)}let Bt,nn,Ln,rr={focus:!0};function vf(u){if(u!=Ln){let f=u==null,h=At.alpha!=1;x.forEach((g,b)=>{if(o==1||b>0){let S=f||b==0||b==u;g._focus=f?null:S,h&&xf(b,S?1:At.alpha)}}),Ln=u,h&&Jn()}}Re&&jn&&Ye(Xl,ae,u=>{B._lock||(Sn(u),Ln!=null&&Pt(null,rr,!0,Ce.setSeries))});function Nt(u,f,h){let g=L[f];h&&(u=u/le-(g.ori==1?Ae:he));let b=J;g.ori==1&&(b=I,u=b-u),g.dir==-1&&(u=b-u);let S=g._min,C=g._max,A=u/b,D=S+(C-S)*A,F=g.distr;return F==3?hr(10,D):F==4?hd(D,g.asinh):F==100?g.bwd(D):D}function Mf(u,f){let h=Nt(u,$,f);return Ct(h,t[0],De,He)}n.valToIdx=u=>Ct(u,t[0]),n.posToIdx=Mf,n.posToVal=Nt,n.valToPos=(u,f,h)=>L[f].ori==0?s(u,L[f],h?et:J,h?ot:0):i(u,L[f],h?Mt:I,h?dt:0),n.setCursor=(u,f,h)=>{ge=u.left,Se=u.top,En(null,f,h)};function hl(u,f){xe(nr,dr,we.left=u),xe(nr,Br,we.width=f)}function gl(u,f){xe(nr,"top",we.top=u),xe(nr,jr,we.height=f)}let Ar=_.ori==0?hl:gl,Pr=_.ori==1?hl:gl;function Sf(){if(Re&&Q.live)for(let u=o==2?1:0;u<x.length;u++){if(u==0&&ft)continue;let f=Q.values[u],h=0;for(let g in f)Ot[u][h++].firstChild.nodeValue=f[g]}}function Rs(u,f){if(u!=null&&(u.idxs?u.idxs.forEach((h,g)=>{ue[g]=h}):yd(u.idx)||ue.fill(u.idx),Q.idx=ue[0]),Re&&Q.live){for(let h=0;h<x.length;h++)(h>0||o==1&&!ft)&&kf(h,ue[h]);Sf()}pt=!1,f!==!1&&Ve("setLegend")}n.setLegend=Rs;function kf(u,f){let h=x[u],g=u==0&&U==2?St:t[u],b;ft?b=h.values(n,u,f)??Qt:(b=h.value(n,f==null?null:g[f],u,f),b=b==null?Qt:{_:b}),Q.values[u]=b}function En(u,f,h){pl=ge,ml=Se,[ge,Se]=B.move(n,ge,Se),B.left=ge,B.top=Se,Ke&&(Qn&&Ft(Qn,Pe(ge),0,J,I),Xn&&Ft(Xn,0,Pe(Se),J,I));let g,b=De>He;Bt=pe,nn=null;let S=_.ori==0?J:I,C=_.ori==1?J:I;if(ge<0||We==0||b){g=B.idx=null;for(let A=0;A<x.length;A++){let D=mt[A];D!=null&&Ft(D,-10,-10,J,I)}jn&&Pt(null,rr,!0,u==null&&Ce.setSeries),Q.live&&(ue.fill(g),pt=!0)}else{let A,D,F;o==1&&(A=_.ori==0?ge:Se,D=Nt(A,$),g=B.idx=Ct(D,t[0],De,He),F=H(t[0][g],_,S,0));let V=-10,W=-10,Z=0,ie=0,oe=!0,X="",q="";for(let j=o==2?1:0;j<x.length;j++){let be=x[j],Le=ue[j],Ie=Le==null?null:o==1?t[j][Le]:t[j][1][Le],fe=B.dataIdx(n,j,g,D),Ee=fe==null?null:o==1?t[j][fe]:t[j][1][fe];if(pt=pt||Ee!=Ie||fe!=Le,ue[j]=fe,j>0&&be.show){let st=fe==null?-10:fe==g?F:H(o==1?t[0][fe]:t[j][0][fe],_,S,0),qe=Ee==null?-10:Y(Ee,o==1?L[be.scale]:L[be.facets[1].scale],C,0);if(jn&&Ee!=null){let ht=_.ori==1?ge:Se,kt=Ne(At.dist(n,j,fe,qe,ht));if(kt<Bt){let Dt=At.bias;if(Dt!=0){let it=Nt(ht,be.scale),gt=Ee>=0?1:-1,Lt=it>=0?1:-1;Lt==gt&&(Lt==1?Dt==1?Ee>=it:Ee<=it:Dt==1?Ee<=it:Ee>=it)&&(Bt=kt,nn=j)}else Bt=kt,nn=j}}if(pt||Gn){let ht,kt;_.ori==0?(ht=st,kt=qe):(ht=qe,kt=st);let Dt,it,gt,Lt,Ht,Ze,lt=!0,Tn=Ge.bbox;if(Tn!=null){lt=!1;let Je=Tn(n,j);gt=Je.left,Lt=Je.top,Dt=Je.width,it=Je.height}else gt=ht,Lt=kt,Dt=it=Ge.size(n,j);if(Ze=Ge.fill(n,j),Ht=Ge.stroke(n,j),Gn)j==nn&&Bt<=At.prox&&(V=gt,W=Lt,Z=Dt,ie=it,oe=lt,X=Ze,q=Ht);else{let Je=mt[j];Je!=null&&(Kn[j]=gt,Yn[j]=Lt,ia(Je,Dt,it,lt),oa(Je,Ze,Ht),Ft(Je,bt(gt),bt(Lt),J,I))}}}}if(Gn){let j=At.prox,be=Ln==null?Bt<=j:Bt>j||nn!=Ln;if(pt||be){let Le=mt[0];Le!=null&&(Kn[0]=V,Yn[0]=W,ia(Le,Z,ie,oe),oa(Le,X,q),Ft(Le,bt(V),bt(W),J,I))}}}if(we.show&&en)if(u!=null){let[A,D]=Ce.scales,[F,V]=Ce.match,[W,Z]=u.cursor.sync.scales,ie=u.cursor.drag;if(ze=ie._x,Fe=ie._y,ze||Fe){let{left:oe,top:X,width:q,height:j}=u.select,be=u.scales[W].ori,Le=u.posToVal,Ie,fe,Ee,st,qe,ht=A!=null&&F(A,W),kt=D!=null&&V(D,Z);ht&&ze?(be==0?(Ie=oe,fe=q):(Ie=X,fe=j),Ee=L[A],st=H(Le(Ie,W),Ee,S,0),qe=H(Le(Ie+fe,W),Ee,S,0),Ar($t(st,qe),Ne(qe-st))):Ar(0,S),kt&&Fe?(be==1?(Ie=oe,fe=q):(Ie=X,fe=j),Ee=L[D],st=Y(Le(Ie,Z),Ee,C,0),qe=Y(Le(Ie+fe,Z),Ee,C,0),Pr($t(st,qe),Ne(qe-st))):Pr(0,C)}else Ns()}else{let A=Ne(pl-fl),D=Ne(ml-dl);if(_.ori==1){let Z=A;A=D,D=Z}ze=Be.x&&A>=Be.dist,Fe=Be.y&&D>=Be.dist;let F=Be.uni;F!=null?ze&&Fe&&(ze=A>=F,Fe=D>=F,!ze&&!Fe&&(D>A?Fe=!0:ze=!0)):Be.x&&Be.y&&(ze||Fe)&&(ze=Fe=!0);let V,W;ze&&(_.ori==0?(V=er,W=ge):(V=tr,W=Se),Ar($t(V,W),Ne(W-V)),Fe||Pr(0,C)),Fe&&(_.ori==1?(V=er,W=ge):(V=tr,W=Se),Pr($t(V,W),Ne(W-V)),ze||Ar(0,S)),!ze&&!Fe&&(Ar(0,0),Pr(0,0))}if(Be._x=ze,Be._y=Fe,u==null){if(h){if(Tl!=null){let[A,D]=Ce.scales;Ce.values[0]=A!=null?Nt(_.ori==0?ge:Se,A):null,Ce.values[1]=D!=null?Nt(_.ori==1?ge:Se,D):null}Dr(Qs,n,ge,Se,J,I,g)}if(jn){let A=h&&Ce.setSeries,D=At.prox;Ln==null?Bt<=D&&Pt(nn,rr,!0,A):Bt>D?Pt(null,rr,!0,A):nn!=Ln&&Pt(nn,rr,!0,A)}}pt&&(Q.idx=g,Rs()),f!==!1&&Ve("setCursor")}let rn=null;Object.defineProperty(n,"rect",{get(){return rn==null&&Nr(!1),rn}});function Nr(u=!1){u?rn=null:(rn=v.getBoundingClientRect(),Ve("syncRect",rn))}function wl(u,f,h,g,b,S,C){B._lock||en&&u!=null&&u.movementX==0&&u.movementY==0||(As(u,f,h,g,b,S,C,!1,u!=null),u!=null?En(null,!0,!0):En(f,!0,!1))}function As(u,f,h,g,b,S,C,A,D){if(rn==null&&Nr(!1),Sn(u),u!=null)h=u.clientX-rn.left,g=u.clientY-rn.top;else{if(h<0||g<0){ge=-10,Se=-10;return}let[F,V]=Ce.scales,W=f.cursor.sync,[Z,ie]=W.values,[oe,X]=W.scales,[q,j]=Ce.match,be=f.axes[0].side%2==1,Le=_.ori==0?J:I,Ie=_.ori==1?J:I,fe=be?S:b,Ee=be?b:S,st=be?g:h,qe=be?h:g;if(oe!=null?h=q(F,oe)?l(Z,L[F],Le,0):-10:h=Le*(st/fe),X!=null?g=j(V,X)?l(ie,L[V],Ie,0):-10:g=Ie*(qe/Ee),_.ori==1){let ht=h;h=g,g=ht}}D&&(f==null||f.cursor.event.type==Qs)&&((h<=1||h>=J-1)&&(h=Cn(h,J)),(g<=1||g>=I-1)&&(g=Cn(g,I))),A?(fl=h,dl=g,[er,tr]=B.move(n,h,g)):(ge=h,Se=g)}let Ps={width:0,height:0,left:0,top:0};function Ns(){wo(Ps,!1)}let bl,yl,xl,vl;function Ml(u,f,h,g,b,S,C){en=!0,ze=Fe=Be._x=Be._y=!1,As(u,f,h,g,b,S,C,!0,!1),u!=null&&(Ye(Xs,oi,Sl,!1),Dr(Jl,n,er,tr,J,I,null));let{left:A,top:D,width:F,height:V}=we;bl=A,yl=D,xl=F,vl=V}function Sl(u,f,h,g,b,S,C){en=Be._x=Be._y=!1,As(u,f,h,g,b,S,C,!1,!0);let{left:A,top:D,width:F,height:V}=we,W=F>0||V>0,Z=bl!=A||yl!=D||xl!=F||vl!=V;if(W&&Z&&wo(we),Be.setScale&&W&&Z){let ie=A,oe=F,X=D,q=V;if(_.ori==1&&(ie=D,oe=V,X=A,q=F),ze&&tn($,Nt(ie,$),Nt(ie+oe,$)),Fe)for(let j in L){let be=L[j];j!=$&&be.from==null&&be.min!=pe&&tn(j,Nt(X+q,j),Nt(X,j))}Ns()}else B.lock&&(B._lock=!B._lock,En(f,!0,u!=null));u!=null&&(Un(Xs,oi),Dr(Xs,n,ge,Se,J,I,null))}function Lf(u,f,h,g,b,S,C){if(B._lock)return;Sn(u);let A=en;if(en){let D=!0,F=!0,V=10,W,Z;_.ori==0?(W=ze,Z=Fe):(W=Fe,Z=ze),W&&Z&&(D=ge<=V||ge>=J-V,F=Se<=V||Se>=I-V),W&&D&&(ge=ge<er?0:J),Z&&F&&(Se=Se<tr?0:I),En(null,!0,!0),en=!1}ge=-10,Se=-10,ue.fill(null),En(null,!0,!0),A&&(en=A)}function kl(u,f,h,g,b,S,C){B._lock||(Sn(u),ws(),Ns(),u!=null&&Dr(ea,n,ge,Se,J,I,null))}function Ll(){O.forEach(Np),gs(n.width,n.height,!0)}Rn(Ro,mr,Ll);let or={};or.mousedown=Ml,or.mousemove=wl,or.mouseup=Sl,or.dblclick=kl,or.setSeries=(u,f,h,g)=>{let b=Ce.match[2];h=b(n,f,h),h!=-1&&Pt(h,g,!0,!1)},Ke&&(Ye(Jl,v,Ml),Ye(Qs,v,wl),Ye(Ql,v,u=>{Sn(u),Nr(!1)}),Ye(Xl,v,Lf),Ye(ea,v,kl),di.add(n),n.syncRect=Nr);let bo=n.hooks=e.hooks||{};function Ve(u,f,h){_s?Rr.push([u,f,h]):u in bo&&bo[u].forEach(g=>{g.call(null,n,f,h)})}(e.plugins||[]).forEach(u=>{for(let f in u.hooks)bo[f]=(bo[f]||[]).concat(u.hooks[f])});let El=(u,f,h)=>h,Ce=Oe({key:null,setSeries:!1,filters:{pub:fa,sub:fa},scales:[$,x[1]?x[1].scale:null],match:[da,da,El],values:[null,null]},B.sync);Ce.match.length==2&&Ce.match.push(El),B.sync=Ce;let Tl=Ce.key,Ds=ac(Tl);function Dr(u,f,h,g,b,S,C){Ce.filters.pub(u,f,h,g,b,S,C)&&Ds.pub(u,f,h,g,b,S,C)}Ds.sub(n);function Ef(u,f,h,g,b,S,C){Ce.filters.sub(u,f,h,g,b,S,C)&&or[u](null,f,h,g,b,S,C)}n.pub=Ef;function Tf(){Ds.unsub(n),di.delete(n),bn.clear(),li(Ro,mr,Ll),c.remove(),ae?.remove(),Ve("destroy")}n.destroy=Tf;function Hs(){Ve("init",e,t),rl(t||e.data,!1),K[$]?Cs($,K[$]):ws(),uo=we.show&&(we.width>0||we.height>0),Mn=pt=!0,gs(e.width,e.height)}return x.forEach(tl),O.forEach(of),r?r instanceof HTMLElement?(r.appendChild(c),Hs()):r(n,Hs):Hs(),n}Ue.assign=Oe;Ue.fmtNum=yi;Ue.rangeNum=Ao;Ue.rangeLog=Do;Ue.rangeAsinh=wi;Ue.orient=Pn;Ue.pxRatio=le;Ue.join=Ed;Ue.fmtDate=vi,Ue.tzDate=Hd;Ue.sync=ac;{Ue.addGap=yp,Ue.clipGaps=Fo;let e=Ue.paths={points:mc};e.linear=gc,e.stepped=Mp,e.bars=Sp,e.spline=Lp}function yt(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function vc(){return document.documentElement.dataset.theme==="dark"}var Dp=["#0072b2","#d55e00","#009e73","#cc79a7","#e69f00","#56b4e9"],Hp=["#4aa8e8","#ff8a3d","#2fcf9f","#e39ac4","#f0b83a","#a5dcff"],xc=[[],[8,4],[4,3],[12,3,3,3]],zp=new Set([2,4,5]);function Nn(e){let t=vc()?Hp:Dp,r=e%t.length,n=Math.floor(e/t.length)%xc.length,o=n>=2,s=2*(n%2)+ +(zp.has(r)!==o);return{colour:t[r]??"#888",dash:xc[s]??[]}}function Mr(){return Sc(kc(yt("missing")),[[68,1,84],[72,40,120],[62,74,137],[49,104,142],[38,130,142],[31,158,137],[53,183,121],[110,206,88],[181,222,43],[253,231,37]])}function Mc(){let e=vc()?[[32,56,84],[60,120,180],[170,215,255]]:[[214,230,244],[107,174,214],[8,69,148]];return Sc(kc(yt("dead")),e,Math.sqrt)}var Zr={inside:"#ffffff",edge:"#16191d"};function _i([e,t,r]){return`rgb(${e} ${t} ${r})`}function Sc(e,t,r=n=>n){let n=[e];for(let o=1;o<256;o++){let s=r((o-1)/254)*(t.length-1),i=Math.min(Math.floor(s),t.length-2),l=t[i]??e,a=t[i+1]??e,c=s-i;n.push(l.map((d,p)=>Math.round(d+c*((a[p]??0)-d))))}return n}function kc(e){let t=Number.parseInt(e.slice(1),16);return[t>>16&255,t>>8&255,t&255]}function Dn(e,t,r){let n=Math.max(1,t-e),o=1;for(let i of Fp())if(o=i,n/i<=r)break;let s=[];for(let i=Math.ceil(e/o)*o;i<=t;i+=o)s.push(i);return s}function Wo(e,t,r){let n=10**Math.floor(Math.log10((t-e)/r));return Dn(e/n,t/n,r).map(o=>Number((o*n).toPrecision(12)))}function*Fp(){for(let e=1;e<1e12;e*=10)yield e,yield 2*e,yield 5*e}var Ec=3,Vp=[...Array(16).keys()].flatMap(e=>[1,2,5].map(t=>t*10**e)),Ci=14,Ip=64,Up=16,Tc=[1.5,5];function je(e){let{steps:t,lines:r,unit:n}=e,o=e.hidden??new Set,s=r.filter(E=>!o.has(E.id)),i=(e.expected??[]).filter(E=>!o.has(E.id)),l=new Map,a=w("span",{class:"at"}),c=w("div",{class:"plot"}),d=w("div",{class:"sr","aria-live":"polite"}),p=w("div",{class:"lines",id:e.id,tabindex:0,role:"group","aria-label":"Line chart. Left and right arrow keys move through the steps."});p.append(c,d);let m=t.length-1,y=r.map(({values:E})=>E.findLastIndex(R=>R!==null)),v=y.every(E=>E===m||E<0),M=E=>E===void 0?"":e.stepText?.(E)??String(E),T=E=>{let R=E??m;a.textContent=t.length?E===null&&!v?`last ${e.stepName}`:`${e.stepName} ${M(t[R])}`:"",r.forEach((_,U)=>{let H=l.get(_.id),Y=_.values[E??y[U]??m];H&&(H.textContent=ee(Y,n))})},k=Wp(e,o,l,a);T(null);let x=[...s,...i],O=e.bars===!0&&s.length*t.length<=Kp,L=yt("text-2"),z={stroke:yt("grid"),width:1},$="12px system-ui, Roboto, sans-serif",P=new Ue({width:600,height:e.height,legend:{show:!1},padding:[10,Up,0,0],cursor:{...e.group?{sync:{key:e.group}}:{},points:{size:7,show:!O},drag:{x:!0,y:!1,uni:20},focus:{prox:12}},focus:{alpha:.35},scales:{x:{time:!1,range:(E,R,_)=>Xp(R,_,e)},y:Bp(e,x)},axes:[{stroke:L,grid:z,font:$,ticks:z,size:e.bare?6:32,label:e.bare||e.legend==="above"?void 0:e.stepName,labelSize:18,labelFont:$,splits:E=>{let{min:R=0,max:_=1}=E.scales.x??{},U=e.stepText?8*Ci:90;return Dn(R,_,Math.max(2,E.width/U))},values:(E,R)=>R.map(_=>e.bare?"":em(M(_)))},{stroke:L,grid:{...z,filter:Lc},font:$,ticks:{...z,filter:Lc},size:e.left??Ip,...n==="count"?{incrs:Vp}:{},values:(E,R)=>R.map(_=>_===null?"":jo(_,n))}],series:[{},...x.map((E,R)=>{let{colour:_,dash:U}=Nn(E.place),H=R>=s.length;return{stroke:_,width:H?1.25:2,dash:H?Tc:U,spanGaps:!0,points:{show:tm(E)&&!H&&!O,size:7},...O?{paths:()=>null}:{}}})],hooks:{setCursor:[E=>{T(E.cursor.idx??null)}],drawAxes:[E=>{for(let{place:R,low:_,high:U}of e.bands??[])Jp(E,Nn(R).colour,_,U)}],draw:[E=>{O&&qp(E,s);for(let R of e.levels??[])nm(E,R,$)}]}},[t,...x.map(E=>E.values.map(R=>Gp(R,e)))],c);P.over.addEventListener("mousemove",E=>{let R=P.posToIdx(E.offsetX),_=Qp(P,s,R,E.offsetY);if(!_){Kt();return}let U=ee(_.values[R],n);fr(E,...r.length>1?[_.name]:[],`${e.stepName} ${M(t[R])}: ${U}`)}),P.over.addEventListener("mouseleave",Kt),p.addEventListener("keydown",E=>{let _={ArrowLeft:-1,ArrowRight:1}[E.key];if(_===void 0||!t.length)return;E.preventDefault();let U=P.cursor.idx??(_>0?-1:t.length),H=Math.min(m,Math.max(0,U+_));P.setCursor({left:P.valToPos(t[H]??0,"x"),top:0}),d.textContent=`${a.textContent}: ${s.map(Y=>`${Y.name} ${ee(Y.values[H],n)}`).join(", ")}`});let N=w("div",{class:`chart ${e.legend??"beside"}`},p,k);return new ResizeObserver(()=>{let E=c.clientWidth;E>0&&E!==P.width&&P.setSize({width:E,height:e.height})}).observe(c),N}function Wp(e,t,r,n){let{lines:o,hide:s}=e,i=w("ul",{class:"legend"});e.legend!=="above"&&(i.style.maxHeight=`${e.height}px`);let l=w("li",{class:"head"},n);if(s&&o.length>1){let a=()=>{s(new Set)};l.append(w("button",{type:"button",class:"quiet",id:`${e.id}-all`,disabled:!t.size,click:a},"show all"))}return i.append(l),o.forEach((a,c)=>{let d=w("span",{class:"value"});r.set(a.id,d);let p=Tt(a.short??a.name,a.name),m=w("li",{class:t.has(a.id)?"off":"","data-line":a.id});if(s){let y=()=>{let M=new Set(t);M.delete(a.id)||M.add(a.id),s(M)},v=()=>{s(new Set(o.map(M=>M.id).filter(M=>M!==a.id)))};m.append(w("button",{type:"button",class:"line",id:`${e.id}-line-${c}`,"aria-pressed":t.has(a.id)?"false":"true",title:"Show or hide",click:y},Bo(a.place),p),w("button",{type:"button",class:"quiet only",id:`${e.id}-only-${c}`,"aria-label":`Show only ${a.name}`,click:v},"only"))}else m.append(Bo(a.place),p);m.append(d),i.append(m)}),e.expectedName&&e.expected?.length&&i.append(w("li",{class:"muted"},_c(yt("text-2"),Tc,1.5),e.expectedName)),i}function Bo(e){let{colour:t,dash:r}=Nn(e);return _c(t,r,3)}function _c(e,t,r){return ye("svg",{width:22,height:10,class:"swatch","aria-hidden":!0},ye("line",{x1:0,y1:5,x2:22,y2:5,stroke:e,"stroke-width":r,"stroke-dasharray":t.join(" ")}))}function Bp(e,t){let{axis:r,levels:n=[],bands:o=[]}=e,s=[...n.map(({value:i})=>i),...o.flatMap(({low:i,high:l})=>[...i,...l]).filter(Cc)];return typeof r!="string"?{range:[r[0],r[1]]}:r==="log"&&t.some(i=>i.values.some(jp))?{distr:Ec,range:(i,l,a)=>{let c=[l,a,...s.filter(d=>d>0)];return Ue.rangeLog(Math.min(...c),Math.max(...c),10,!1)}}:{range:(i,l,a)=>{let c=l??0,d=a??1;for(let m of s)c=Math.min(c,m),d=Math.max(d,m);r==="from zero"&&(c=Math.min(0,c)),e.unit==="count"&&(d=Math.max(1,d));let p=.05*(d-c||Math.abs(d)||1);return[r==="from zero"?c:c-p,d+p]}}}function Cc(e){return e!==null&&Number.isFinite(e)}function jp(e){return e!==null&&e>0&&Number.isFinite(e)}function Gp(e,t){return e===null||!Number.isFinite(e)||t.axis==="log"&&e<=0?null:e}var Kp=400,Yp=.8;function qp(e,t){let{ctx:r,bbox:n}=e,o=e.data[0],s=c=>e.valToPos(c,"x",!0),i=Math.min(n.width,...o.slice(1).map((c,d)=>s(c)-s(o[d]??0))),l=Yp*i/t.length,a=e.valToPos(0,"y",!0);r.save(),t.forEach(({place:c,values:d},p)=>{r.fillStyle=Nn(c).colour,o.forEach((m,y)=>{let v=d[y];if(!v||!Number.isFinite(v))return;let M=s(m)+(p-t.length/2)*l,T=e.valToPos(v,"y",!0);r.fillRect(M,T,Math.max(1,l-1),a-T)})}),r.restore()}var Zp=.18;function Jp(e,t,r,n){let{ctx:o}=e,s=i=>[...e.data[0]].flatMap((l,a)=>{let c=i[a];return Cc(c??null)?[[e.valToPos(l,"x",!0),e.valToPos(c,"y",!0)]]:[]});o.save(),o.globalAlpha=Zp,o.fillStyle=t,o.beginPath();for(let[i,l]of[...s(n),...s(r).reverse()])o.lineTo(i,l);o.fill(),o.restore()}function Qp(e,t,r,n){let o;for(let s of t){let i=s.values[r];if(i==null)continue;let l=Math.abs(e.valToPos(i,"y")-n);l<(o?.distance??1/0)&&(o={line:s,distance:l})}return o?.line}function Xp(e,t,{steps:r,overMap:n}){let[o]=r;if(r.length===1&&o!==void 0)return[o-1,o+1];let s=n?(t-e)/(r.length-1)/2:0;return[e-s,t+s]}function em(e){return e.length>Ci?`…${e.slice(1-Ci)}`:e}function tm(e){return e.values.filter(t=>t!==null).length<3}function Lc(e,t){return e.scales.y?.distr!==Ec?t:t.map(r=>Number.isInteger(Number(Math.log10(r).toFixed(6)))?r:null)}function jo(e,t){return t==="share"?`${Number((e*100).toPrecision(4))} %`:e!==0&&(Math.abs(e)<.001||Math.abs(e)>=1e6)?e.toExponential(0):String(Number(e.toPrecision(6)))}function nm(e,t,r){let{ctx:n,bbox:o}=e,s=Math.round(e.valToPos(t.value,"y",!0));if(s<o.top||s>o.top+o.height)return;let i=window.devicePixelRatio;n.save(),n.strokeStyle=yt("text-2"),n.fillStyle=yt("text-2"),n.lineWidth=i,n.setLineDash([4*i,4*i]),n.beginPath(),n.moveTo(o.left,s),n.lineTo(o.left+o.width,s),n.stroke(),n.font=r.replace("12px",`${11*i}px`),n.textAlign="left",n.setLineDash([]),n.lineWidth=4*i,n.strokeStyle=yt("page");let l=[o.left+8*i,s-5*i];n.strokeText(t.name,...l),n.fillText(t.name,...l),n.restore()}var Go=64,$i=16,Oi=12,Ri=44,$c=["M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z","M-4.5-4.5H4.5V4.5H-4.5Z","M0-6L5.5 4H-5.5Z","M0-6.5L6.5 0L0 6.5L-6.5 0Z"];function Rc(e){let t=w("div",{class:"plot scatter",id:e.id}),r=()=>{t.clientWidth&&t.replaceChildren(rm(e,t.clientWidth))};return new ResizeObserver(r).observe(t),w("div",{class:"chart beside"},w("div",{class:"lines"},t),w("ul",{class:"legend"},...e.kinds.map((n,o)=>w("li",{},ye("svg",{width:22,height:14,viewBox:"-11 -7 22 14",class:"swatch"},Ac(o)),Tt(n)))))}function Ac(e,t={}){return ye("path",{d:$c[e%$c.length],fill:Nn(e).colour,"fill-opacity":.8,...t})}function rm(e,t){let{points:r,height:n,x:o,y:s}=e,i=Oc(r.map(c=>c.x),Go,t-$i),l=Oc(r.map(c=>c.y),n-Ri,Oi),a=(c,d,p={})=>ye("text",{x:c[0],y:c[1],...p},d);return ye("svg",{width:t,height:n,role:"group","aria-label":`${s.name} by ${o.name}`},...i.marks((t-Go)/90).flatMap(c=>[ye("line",{class:"grid",x1:i.at(c),x2:i.at(c),y1:Oi,y2:n-Ri}),a([i.at(c),n-Ri+16],jo(c,o.unit),{"text-anchor":"middle"})]),...l.marks(n/50).flatMap(c=>[ye("line",{class:"grid",x1:Go,x2:t-$i,y1:l.at(c),y2:l.at(c)}),a([Go-6,l.at(c)+4],jo(c,s.unit),{"text-anchor":"end"})]),a([t-$i,n-8],o.name,{"text-anchor":"end"}),a([0,0],s.name,{transform:`translate(12 ${Oi}) rotate(-90)`,"text-anchor":"end"}),...r.map(c=>{let d=[c.name,`${o.name}: ${ee(c.x,o.unit)}`,`${s.name}: ${ee(c.y,s.unit)}`];return ye("g",{class:"point",id:`point-${c.id}`,tabindex:0,role:"button","aria-label":d.join(", "),transform:`translate(${i.at(c.x)} ${l.at(c.y)})`,mousemove:p=>{fr(p,...d)},mouseleave:Kt,click:()=>{e.choose(c.id)},keydown:p=>{p.key==="Enter"&&e.choose(c.id)}},Ac(c.kind))}))}function Oc(e,t,r){let n=Math.min(...e),o=Math.max(...e),s=.05*(o-n||Math.abs(o)||1),[i,l]=[n-s,o+s];return{at:a=>t+(a-i)/(l-i)*(r-t),marks:a=>Wo(i,l,Math.max(2,a))}}var dn="worst",Hn="whole",om=2e3,Nc={layers:{},run:{}},Pc={steps:[],layers:{}};async function Dc({source:e},t,r){return zc(t,e.latests(t),Nc,r)}async function Hc({source:e},t,r,n,o,s,i){let l=0,a=new Set(t.filter(s));for(let m of Ur(t))l+=m.manifest.layers.length,l<=om&&a.add(m);let c=t.filter(m=>a.has(m)),d=await zc(c,e.measures(c,n.id),Pc,i),p=new Map(c.map((m,y)=>[m,d[y]]));return t.map((m,y)=>{let v=r[y]??Nc,M=p.get(m)??Pc,T=sm(m,M,n,o),k=o===Hn?void 0:o===dn?im(m,v,n):m.manifest.layers.find(({name:O})=>O===o),x=o===Hn?v.run[n.id]:v.layers[n.id]?.[k?.tag??""];return{run:m,place:y,latest:v,points:T,now:T.at(-1)?.value??(n.seldom?void 0:Ai(x)),layer:k}})}async function zc(e,t,r,n){return Promise.all(t.map(async(o,s)=>{try{return await o}catch(i){let l=e[s],a=l?$e(l):"";return n.some(c=>c.run===a)||n.push({run:a,reason:To(i)}),r}}))}function Ai(e){return typeof e=="number"&&Number.isFinite(e)?e:void 0}function sm(e,t,r,n){if(n===Hn)return Et(t.steps,t.run??[]);let o=e.manifest.layers.filter(({name:i})=>n===dn||i===n),s=t.steps.map((i,l)=>{let a=null;for(let{tag:c}of o){let d=Ai(t.layers[c]?.[l]);d!==void 0&&(a===null||Ir(r,d,a))&&(a=d)}return a});return Et(t.steps,s)}function im(e,t,r){let n;for(let o of e.manifest.layers){let s=Ai(t.layers[r.id]?.[o.tag]);s!==void 0&&(!n||Ir(r,s,n.value))&&(n={layer:o,value:s})}return n?.layer}function Pi({latest:e,layer:t},r,n){let o=n===Hn||n===dn?void 0:t?.tag??"";return Is(e,r.id,o)}function Jr({manifest:e}){let{activation:t}=e.hparams;return typeof t=="string"&&t?t:[...new Set(e.layers.map(r=>r.activation))].filter(Boolean).join(", ")}function Ko(e){let t=e.flatMap(({manifest:r})=>Object.keys(r.hparams));return[...new Set(t)].filter(r=>r!=="activation")}function pn(e){return Ko(e).filter(t=>new Set(e.map(r=>zn(r,t))).size>1)}function zn({manifest:e},t){let r=e.hparams[t];return typeof r=="number"?Number(r.toPrecision(7)):r}function Yo(e){let t=new Set(e.flatMap(({run:n})=>Object.keys(n))),r=new Set(e.flatMap(({layers:n})=>Object.keys(n)));return[...t].filter(n=>!r.has(n)&&!lm.has(n)).sort((n,o)=>Number(o.startsWith("val_"))-Number(n.startsWith("val_")))}var lm=new Set(["dead_ratio_worst","layers_unhealthy"]);function Qr(e){return e.replace(/^val_/,"validation ").replaceAll("_"," ")}var Sr=12,am=24,Ni="all",qo="none";function Fc(e,t,r){let n=t.toLowerCase().split(/\s+/).filter(Boolean),o=[...Zo(r)];return e.filter(s=>{let i=[$e(s),Jr(s),...Object.entries(s.manifest.hparams).map(([l,a])=>`${l}=${a}`)].join(`
`).toLowerCase();return n.every(l=>i.includes(l))&&o.every(([l,a])=>Xr(s,l)===a)})}function Vc(e){return["activation",...pn(e)].flatMap(t=>{let r=[...new Set(e.map(n=>Xr(n,t)))];return r.length>1&&r.length<=am?[[t,r.sort(Di)]]:[]})}function Di(e,t){return e.localeCompare(t,"en",{numeric:!0})}function Xr(e,t){return t==="activation"?Jr(e):String(zn(e,t)??"–")}function Zo(e){return new Map([...Hr(e)].map(t=>{let r=t.indexOf("=");return[t.slice(0,r),t.slice(r+1)]}))}function Ic(e,t,r){let n=Zo(e);return r?n.set(t,r):n.delete(t),sr([...n].map(([o,s])=>`${o}=${s}`))}function Uc(e,t,r){let n=t===qo?[]:t===Ni||!t&&r?e:t?e.filter(({run:o})=>Hr(t).has(o)):Ur(e).slice(0,Sr);return new Set(n.map(({run:o})=>o))}var Wc="seeds",Hi=/(^|_)seed$/i;function zi(e){let t=e.map(({run:n})=>n),r=pn(t);return[["","no"],...r.some(n=>Hi.test(n))?[[Wc,"over seeds"]]:[],["activation","by activation"],...r.filter(n=>!Hi.test(n)).map(n=>[n,`by ${n.replaceAll("_"," ")}`])]}function Jo(e,t){let r=pn(e.map(({run:i})=>i)).filter(i=>!Hi.test(i)),n=t===Wc?["activation",...r]:[t],o=({run:i})=>n.map(l=>l==="activation"?Xr(i,l):`${l.replaceAll("_"," ")} ${Xr(i,l)}`).join(", "),s=new Map;for(let i of e){let l=o(i);s.set(l,[...s.get(l)??[],i])}return[...s].sort(([i],[l])=>Di(i,l)).map(([i,l],a)=>({name:i,place:a,members:l}))}function Bc({members:e},t){let r=e.map(({points:s})=>new Map(s.map(({step:i,value:l})=>[i,l]))),n=t.map(s=>r.flatMap(i=>{let l=i.get(s);return l===void 0?[]:[l]})),o=s=>n.map(i=>i.length?s(i):null);return{mean:o(s=>s.reduce((i,l)=>i+l,0)/s.length),low:o(s=>Math.min(...s)),high:o(s=>Math.max(...s))}}function Qo(e,t,r){let[n,o]=r.split(" "),s=t.find(l=>l.id===n);if(!s)return[...e];let i=o==="down"?-1:1;return[...e].sort((l,a)=>fm(s.of(l),s.of(a),i))}function Xo(e){let{id:t,columns:r,before:n,after:o,rows:s,sort:i,choose:l}=e,a=r.map(c=>cm(c,i,l));return w("div",{class:"scroll"},w("table",{id:t},w("thead",{},w("tr",{},n,...a,o)),w("tbody",{},...s)))}function cm(e,t,r){let{id:n,name:o,unit:s,help:i}=e,[l,a]=t.split(" "),c=a==="down",d=l===n?c?" ↓":" ↑":"";return w("th",{scope:"col",class:s==="text"?"text":"","aria-sort":d?c?"descending":"ascending":void 0},w("button",{type:"button",id:`sort-${n}`,title:i,click:()=>{r({sort:um(e,t)})}},o+d))}function um(e,t){let{id:r,unit:n}=e,o=e.first??(n==="text"?"up":"down"),s=o==="up"?"down":"up";return t===`${r} ${o}`?`${r} ${s}`:t===`${r} ${s}`?"":`${r} ${o}`}function fm(e,t,r){let n=o=>o==null||Number.isNaN(o);return n(e)||n(t)?Number(n(e))-Number(n(t)):typeof e=="number"&&typeof t=="number"?r*(e-t):r*String(e).localeCompare(String(t),"en",{numeric:!0})}var Zt=34,eo=16,Gc=13,jc=4;function mn(e){let{steps:t,rows:r,zoom:n}=e,o=t.length,s=w("canvas",{}),i=w("div",{class:"cursor"}),l=w("div",{class:"brush"}),a=w("p",{class:"told",id:`${e.id}-told`,"aria-live":"polite"},dm),c=w("div",{class:"map",id:e.id,tabindex:0,role:"group","aria-label":"Map. Arrow keys move through the cells, plus and minus zoom, 0 shows all."},s,i,l),d,p=64,m=()=>n.bottom-n.top,y=()=>({width:Math.max(1,c.clientWidth-p-eo),height:e.height-Zt}),v=()=>{c.clientWidth!==0&&(p=Vi(e,s),pm(e,s,c.clientWidth,p),M())},M=()=>{if(i.hidden=!d||d.row<n.top||d.row>=n.bottom,!d)return;let{width:N,height:E}=y(),R=E/m(),_=N/o;i.style.left=`${p+d.column*_-1}px`,i.style.top=`${(d.row-n.top)*R-1}px`,i.style.width=`${Math.max(3,_)}px`,i.style.height=`${Math.max(3,R)}px`},T=(N,E)=>{d={row:Fn(N,0,r-1),column:Fn(E,0,o-1)},a.textContent=e.describe(d.row,d.column),M()},k=(N,E)=>{let R=Fn(Math.round(E-N),Math.min(jc,r),r);n.top=Fn(Math.round(N),0,r-R),n.bottom=n.top+R,P.classList.toggle("zoomed",R<r),v()},x=N=>{let E=d?d.row+.5:(n.top+n.bottom)/2,R=m()*N;k(E-R/2,E+R/2)},O=N=>{let E=N.clientY-c.getBoundingClientRect().top;return n.top+Math.floor(E/y().height*m())},L=N=>{let E=N.clientX-c.getBoundingClientRect().left-p;return Math.floor(E/y().width*o)},z;c.addEventListener("pointerdown",N=>{z=N}),c.addEventListener("pointerleave",Kt),c.addEventListener("pointermove",N=>{T(O(N),L(N)),d&&fr(N,e.describe(d.row,d.column));let E=z&&N.buttons===1;if(l.hidden=!E,!z||!E)return;let R=c.getBoundingClientRect().top,[_,U]=[z.clientY,N.clientY].sort((H,Y)=>H-Y);l.style.left=`${p}px`,l.style.width=`${y().width}px`,l.style.top=`${(_??0)-R}px`,l.style.height=`${(U??0)-(_??0)}px`}),c.addEventListener("pointerup",N=>{if(l.hidden=!0,!z)return;let E=O(z),R=O(N);Math.abs(N.clientY-z.clientY)>6?k(Math.min(E,R),Math.max(E,R)+1):e.choose&&E>=0&&E<r&&e.choose(E),z=void 0}),c.addEventListener("dblclick",()=>{k(0,r)}),c.addEventListener("keydown",N=>{let{row:E,column:R}=d??{row:n.top,column:0},U={ArrowLeft:()=>{T(E,R-1)},ArrowRight:()=>{T(E,R+1)},ArrowUp:()=>{T(E-1,R)},ArrowDown:()=>{T(E+1,R)},Home:()=>{T(E,0)},End:()=>{T(E,o-1)},Enter:()=>e.choose?.(E),"+":()=>{x(.5)},"-":()=>{x(2)},0:()=>{k(0,r)}}[N.key];if(U&&(N.preventDefault(),N.stopPropagation(),U(),d&&(d.row<n.top||d.row>=n.bottom))){let H=d.row<n.top?d.row:d.row-m()+1;k(H,H+m())}});let $=(N,E,R)=>w("button",{type:"button",class:"quiet","aria-label":E,title:E,click:R},N),P=w("div",{class:"heat"},w("div",{class:"heat-head"},e.key,r>jc&&w("span",{class:"zoom"},$("+","Zoom in",()=>{x(.5)}),$("−","Zoom out",()=>{x(2)}),$("all","Show all rows",()=>{k(0,r)}))),c,a);return s.style.height=`${e.height}px`,i.hidden=!0,l.hidden=!0,(n.bottom<=n.top||n.bottom>r)&&(n.top=0,n.bottom=r),P.classList.toggle("zoomed",m()<r),new ResizeObserver(v).observe(c),P}var dm="Point at a cell; drag over rows to zoom, double click shows all.";function Vi(e,t=document.createElement("canvas")){let r=t.getContext("2d");if(!r)return 64;r.font=Zc(1);let n=0;for(let[o]of Yc(e))n=Math.max(n,r.measureText(o).width);return Math.min(200,Math.max(64,Math.ceil(n)+30))}function Kc({zoom:e,height:t}){return(t-Zt)/(e.bottom-e.top)>=Gc}function Yc(e){let{rows:t,rowNames:r,placeAxis:n,zoom:o,height:s}=e,{top:i,bottom:l}=o,a=s-Zt,c=a/(l-i);if(typeof r=="function"){let y=Kc(e),v=Math.max(2,a/(y?Gc:40));return n&&!y?Dn(i+1,l,v).map(M=>[String(M),(M-i-.5)*c]):Dn(i,l-1,v).map(M=>[r(M),(M-i+.5)*c])}let[d,p]=r,m=(p-d)/t;return Wo(p-l*m,p-i*m,a/40).map(y=>[String(y),((p-y)/m-i)*c])}function pm(e,t,r,n){let o=t.getContext("2d");if(!o)return;let s=window.devicePixelRatio||1;t.style.width=`${r}px`,t.width=Math.round(r*s),t.height=Math.round(e.height*s);let i=Math.max(1,Math.round((r-n-eo)*s)),l=Math.round((e.height-Zt)*s),a=o.createImageData(i,l);gm(e,a),o.putImageData(a,Math.round(n*s),0),o.scale(s,s),mm(e,o,n,r-n-eo),o.font=Zc(1),o.fillStyle=yt("text-2"),o.strokeStyle=yt("text-2"),o.textBaseline="middle",o.textAlign="right";for(let[m,y]of Yc(e)){let v=Fn(y,7,e.height-Zt-7);o.fillText(wm(o,m,n-28),n-6,v)}o.textBaseline="top",o.textAlign="center";let c=(r-n-eo)/e.steps.length,d=e.steps[0]??0,p=e.steps.at(-1)??0;for(let m of Dn(d,p,(r-n)/90)){let y=e.steps.indexOf(m);if(y<0)continue;let v=n+(y+.5)*c;o.fillRect(v,e.height-Zt,1,4),o.fillText(String(m),v,e.height-Zt+6)}o.textAlign="right",o.fillText(e.stepName,r-eo,e.height-12),o.translate(10,(e.height-Zt)/2),o.rotate(-Math.PI/2),o.textAlign="center",o.textBaseline="middle",o.fillText(!Kc(e)&&e.placeAxis||e.rowAxis,0,0)}var Fi=3.5,es=1;function mm(e,t,r,n){let{radius:o,places:s}=hm(e,n);for(let[i,l]of[[Zr.edge,o+es],[Zr.inside,o]]){t.fillStyle=i;for(let[a,c]of s){if(o<1.5){t.fillRect(r+a-l,c-l,2*l,2*l);continue}t.beginPath(),t.arc(r+a,c,l,0,2*Math.PI),t.fill()}}}function hm(e,t){let{marks:r=[],zoom:n}=e,o=t/e.steps.length,s=(e.height-Zt)/(n.bottom-n.top),i=(Math.min(o,s)-1)/2-es,l=Fn(i,1,Fi),a=Math.min(o/2,l+es+3),c=new Map;for(let d=n.top;d<n.bottom;d++)for(let p of r[d]??[]){let m=(p+1)*o-a,y=(d-n.top+.5)*s;c.set(`${Math.round(m)} ${Math.round(y)}`,[m,y])}return{radius:l,places:[...c.values()]}}function qc(e){let t=Fi+es;return[w("span",{class:"mark"},ye("svg",{width:2*t,height:2*t,"aria-hidden":!0},ye("circle",{cx:t,cy:t,r:t,fill:Zr.edge}),ye("circle",{cx:t,cy:t,r:Fi,fill:Zr.inside}))),w("span",{},e)]}function gm(e,t){let{cells:r,palette:n,zoom:o}=e,s=e.steps.length,{width:i,height:l,data:a}=t,[c,d,p]=[0,1,2].map(v=>Uint8Array.from({length:256},(M,T)=>n[T]?.[v]??0)),m=Uint32Array.from({length:i+1},(v,M)=>Math.floor(M*s/i)),y=o.bottom-o.top;for(let v=0;v<l;v++){let M=o.top+Math.floor(v*y/l),T=Math.max(M+1,o.top+Math.floor((v+1)*y/l));for(let k=0;k<i;k++){let x=m[k],O=Math.max(x+1,m[k+1]),L=0,z=0,$=0;for(let E=M;E<T;E++)for(let R=E*s+x;R<E*s+O;R++){let _=r[R];L+=c[_],z+=d[_],$+=p[_]}let P=(T-M)*(O-x),N=4*(v*i+k);a[N]=L/P,a[N+1]=z/P,a[N+2]=$/P,a[N+3]=255}}}function hn(e,t,r,n){let o=[1,64,128,192,255].map(l=>_i(e[l]??[0,0,0])),s=w("span",{class:"strip"});s.style.background=`linear-gradient(to right, ${o.join(", ")})`;let i=w("span",{class:"key"});if(n){let l=w("span",{class:"patch"});l.style.background=_i(e[0]??[0,0,0]),i.append(l,w("span",{},n))}return i.append(w("span",{},t),s,w("span",{},r)),i}function kr(e,t,r){if(e==null||!Number.isFinite(e))return 0;let n=r>t?(e-t)/(r-t):.5;return 1+Math.round(254*Fn(n,0,1))}function wm(e,t,r){let n=t;for(let o=t.length;o>2&&e.measureText(n).width>r;o--)n=Gt(t,o);return n}function Zc(e){return`${12*e}px system-ui, Roboto, sans-serif`}function Fn(e,t,r){return Math.min(r,Math.max(t,e))}var Lr=12;function Vt(e,t=""){return w("p",{class:"help",id:`help-${e.id}`},`${e.help} `,e.formula&&w("code",{},e.formula)," ",w("span",{class:"muted"},t))}var bm=44;function gn({run:e,choose:t},r,n=e.manifest.layers){return nt("Layer","layer",n.map(({tag:o,short:s,activation:i})=>[o,Gt(s,bm)+(i?` (${i})`:"")]),r.tag,o=>{t({layer:o})},r.name)}function Qc({unit_axis:e,slope:t}){return[e===null?"":`units along axis ${e}`,t&&`slope: ${t}`].filter(Boolean).join("; ")}function xt(e,t,r=900){return Math.min(r,Math.max(t,window.innerHeight-e))}function It({layers:e,weights:t},r){let n=new Set(e.map(({tag:i})=>i)),o=i=>t.includes(i)?t.indexOf(i):t.length,s=Object.keys(r.layers).filter(i=>!n.has(i)).sort((i,l)=>o(i)-o(l));return[...e.filter(({tag:i})=>r.layers[i]!==void 0),...s.map(i=>({tag:i,name:Jc(i,s),short:Jc(i,s),activation:"",units:null,can_die:null,unit_axis:null,slope:""}))]}function Jc(e,t){let r=e.split("/",1)[0]??"";return(t.length>1&&t.every(o=>o.startsWith(`${r}/`))?e.slice(r.length+1):e).replace(/\/kernel$/,"")}function Jt(e){return e.startsWith("batch.")?"step":"epoch"}function ts(e,t,r,n,o,s,i){let{run:l,choices:a,choose:c}=e,d=(k,x)=>({id:k.tag,name:k.name,short:k.short,values:x,place:v.get(k.tag)??0}),p=It(e.run.manifest,r),y=[...l.manifest.layers.some(({tag:k})=>r.layers[k])?l.manifest.layers:[],...p].map(({tag:k})=>k),v=new Map([...new Set(y)].map((k,x)=>[k,x])),M=Vr(l.manifest,t.id),T=[...M===void 0?[]:[{value:M,name:`limit ${ee(M,t.unit)}`}],...Ii(t)];return je({id:n,steps:r.steps,stepName:Jt(t.id),lines:p.map(k=>d(k,r.layers[k.tag]??[])),unit:t.unit,axis:t.axis,levels:T,...i?{group:i}:{},expected:s?ym(r,p,s,d):[],expectedName:ln(t.id)?.name??"",height:o,hidden:Hr(a.hidden),hide:k=>{c({hidden:sr(k)})}})}function Ii({usual:e}){return e===void 0?[]:[{value:e,name:`about ${e} is usual`}]}function ym(e,t,r,n){let o=new Map(r.steps.map((s,i)=>[s,i]));return t.map(s=>n(s,e.steps.map(i=>r.layers[s.tag]?.[o.get(i)??-1]??null)))}function Xc(e,t){return{rows:t.length,rowNames:r=>t[r]?.short??"",height:Math.min(xt(310,420),40+Math.max(200,t.length*34)),zoom:e.zoom(`layers ${e.run.run}`)}}function eu(e,t){let r=Xc(e,It(e.run.manifest,t)),{zoom:n}=r,o=n.bottom>n.top?n:{top:0,bottom:r.rows};return Vi({...r,zoom:o})}function ns(e,t,r){let n=It(e.run.manifest,r),o=n.map(({tag:m})=>r.layers[m]??[]),s=(t.colours??t.axis)==="log",[i,l]=xm(s?"log":t.axis,o),a=s?m=>Math.log10(m>0?m:i):Number,c=new Uint8Array(n.length*r.steps.length);o.forEach((m,y)=>{m.forEach((v,M)=>{c[y*r.steps.length+M]=kr(v===null?null:a(v),a(i),a(l))})});let d=Mr(),p=Jt(t.id);return mn({id:"layer-map",steps:r.steps,...Xc(e,n),cells:c,palette:d,rowAxis:"layers, input on top",stepName:p,describe:(m,y)=>`${n[m]?.name??""}, ${p} ${r.steps[y]??""}: ${t.name} ${ee(o[m]?.[y],t.unit)}`,key:hn(d,ee(i,t.unit),ee(l,t.unit)+(s?", logarithmic":""),"none"),choose:m=>{let y=n[m];y?.units&&e.choose({view:"units",layer:y.tag})}})}function xm(e,t){if(typeof e!="string")return e;let r=e==="from zero"?0:1/0,n=-1/0;for(let o of t)for(let{value:s}of Et(o.map((i,l)=>l),o))e==="log"&&s<=0||(r=Math.min(r,s),n=Math.max(n,s));return n>=r?[r,n]:[0,1]}function rs(e,t,r){let n=It(e.run.manifest,r);return[[Jt(t.id),...n.map(({name:o})=>o)],...r.steps.map((o,s)=>[o,...n.map(({tag:i})=>r.layers[i]?.[s])])]}function _e(e){return w("p",{class:"nothing"},e)}var Ui={output_loss_mismatch:"last layer and loss do not fit together",symmetric_units:"units that are copies of each other",target_scale:"targets too large",input_scale:"inputs too large, or far from 0",born_dead:"units dead from birth",saturated_at_birth:"units saturated from birth",exploding_at_birth:"activations that explode",vanishing_signal:"vanishing signal",diverged:"loss not finite",rate_too_high:"learning rate too high",rate_too_low:"learning rate too low",over_regularised:"too much regularization",train_validation_gap:"training and validation differ",dying_units:"dying units",constant_units:"constant units",not_learning:"nothing is learned"};function to(e){return Object.hasOwn(Ui,e)?Ui[e]??e:e.replaceAll("_"," ")}function os(e){let{causes:t,looked_at:r,problem:n}=e;if(!t||n&&!t.length)return n;let o=r?` in ${r}`:"";return t.length?`${Te(t.length,"finding")}${o}: ${Wi(t)}.`:`No finding${o}.`}function tu(e){let{diagnosis:t,time:r,problem:n}=e;return{causes:t&&t.findings.map(({cause:o})=>o),looked_at:t?.looked_at??"",time:r,problem:n}}function Wi(e){return[...new Set(e.map(to))].join("; ")}function nu({since:e}){return e?`since ${e}`:""}function ss(e){let t=de(e.measure).unit==="share",{value:r,limit:n,above:o}=e;return{value:ee(r,t?"share":"number"),limit:n===null?"–":`${o?"at least":"at most"} ${vm(n,t)}`}}function vm(e,t){return t?`${Number((100*e).toPrecision(3))} %`:String(Number(e.toPrecision(3)))}function ru({confidence:e}){return e===null?"":`Of the findings of this cause, ${Math.round(e*100)} % were right on programs that were not used to make the rules.`}function ou({not_checked:e}){let t=new Map;for(let[r,n]of Object.entries(e))t.set(n,[...t.get(n)??[],to(r)]);return[...t]}function su(e){let t=new Map;for(let{cause:r,layers:n}of e)for(let o of new Set(n)){let s=t.get(o),i=to(r);t.set(o,s?`${s}; ${i}`:i)}return t}function iu(e){let t=e.flatMap(({evidence:r})=>r.map(({measure:n})=>n));return[...new Set(t)].filter(Boolean)}function lu(e){let t=Object.keys(Ui),r=({diagnosed:{causes:o}})=>{if(!o)return t.length+2;let s=o.map(i=>t.indexOf(i));return s.length?Math.min(...s.map(i=>i<0?t.length:i)):t.length+1},n=({diagnosed:o})=>o.time??0;return[...e].sort((o,s)=>r(o)-r(s)||n(s)-n(o))}var is=6;function au(e){let t=lu(e.runs),r=t.filter(cr),n=t.map((o,s)=>Sm(e,o,s));return w("section",{class:"run-findings",id:"run-findings"},w("p",{class:r.length?"verdict warn":"verdict"},r.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},Mm(t,r.length))),w("ul",{},...n.slice(0,is)),n.length>is&&w("details",{id:"more-runs"},w("summary",{},Te(n.length-is,"more run")),w("ul",{},...n.slice(is))))}function Mm(e,t){let r=t===1?"has":"have";return e.some(({diagnosed:n})=>n.causes)?t?`${t} of ${Te(e.length,"run")} ${r} findings.`:"No run has a finding.":"None of these runs has a diagnosis in its log."}function Sm({choose:e},t,r){let{causes:n,problem:o}=t.diagnosed,s=cr(t),i=s?Wi(n??[]):n||o?os(t.diagnosed):"No diagnosis in this log.";return w("li",{"data-run":t.run,class:s?"warn":""},w("button",{type:"button",class:"link",id:`findings-of-${r}`,title:`Show the diagnosis of ${$e(t)}`,click:()=>{e({run:t.run,view:"overview",hidden:""})}},w("span",{class:"flag","aria-hidden":!0},s?"▲":""),Tt(t.short,$e(t))),w("span",{class:s?"":"muted"},i))}var no="scatter";async function uu(e){let{runs:t,choices:r}=e,n=[],o=au(e),s=await Dc(e,t,n),i=ar(...s),l=i.find(({id:$})=>$===r.measure)??Lm(i,s);if(!l)return{element:w("section",{class:"view"},...cu(n),o,_e("No run has measures yet.")),table:()=>[]};let a=r.which||dn,c=Fc(t,r.filter,r.where),d=Uc(c,r.ticked,!!r.group),p=new Map(t.map(($,P)=>[$,s[P]])),m=await Hc(e,c,c.map($=>p.get($)),l,a,({run:$})=>d.has($),n);for(let $ of m)$.place=t.indexOf($.run);let y=m.filter(({run:$})=>d.has($.run)),v=zi(m).some(([$])=>$===r.group)?r.group:"",M=v?Jo(y,v).slice(0,Sr):[],T=Yo(s),k=T.find($=>$===r.score)??T[0],x=Rm(m,l,a,T),O=Qo(m,x,r.sort),L=Cm(e,{drawn:y,groups:M,measure:l,score:k});return{element:w("section",{class:"view"},...cu(n),o,Em(e,i,l,T,k),Vt(l,Us(y.flatMap($=>Pi($,l,a)),l.id)),Tm(e,m,v),_m(e,m,y,v?Jo(y,v).length:0),L.element,Nm(e,O,x,d,l,M),w("p",{class:"muted",id:"same"},Pm(c))),about:[l.name],table:()=>[["run",...x.map(({name:$})=>$)],...O.map($=>[$e($.run),...x.map(P=>P.of($))]),[],...L.table()]}}var km=["dead_ratio","bias_shift"];function Lm(e,t){let r=({id:s})=>t.filter(({layers:i})=>s in i).length,n=Math.max(...e.map(r)),o=e.filter(s=>r(s)===n);return o.find(({id:s})=>km.includes(s))??o[0]}function cu(e){return e.map(({run:t,reason:r})=>w("p",{class:"unreadable"},w("strong",{},t),` cannot be shown. ${r}`))}function Em({runs:e,choices:t,choose:r},n,o,s,i){let l=new Set(e.flatMap(({manifest:a})=>a.layers.map(({name:c})=>c)));return w("div",{class:"bar"},nt("Measure","measure",n.map(({id:a,name:c})=>[a,c]),o.id,a=>{r({measure:a})}),nt("Of","which",[[dn,"the worst layer of each run"],[Hn,"the whole run"],...[...l].map(a=>[a,a])],t.which||dn,a=>{r({which:a})}),i===void 0?null:on("Form","form",[["lines","Over time"],[no,"Against a score"]],t.form===no?no:"lines",a=>{r({form:a})}),i!==void 0&&t.form===no?nt("Score","score",s.map(a=>[a,Qr(a)]),i,a=>{r({score:a})}):null)}function Tm({runs:e,choices:t,choose:r},n,o){let s=w("input",{type:"search",id:"filter",value:t.filter,placeholder:"words of a name or value",input:()=>{r({filter:s.value,ticked:""})}}),i=Zo(t.where);return w("div",{class:"bar filters"},w("label",{class:"choice"},w("span",{},"Filter"),s),...Vc(e).map(([l,a])=>nt(l.replaceAll("_"," "),`where-${l}`,[["","any"],...a.map(c=>[c,c])],i.get(l)??"",c=>{r({where:Ic(t.where,l,c),ticked:""})})),nt("Group","group",zi(n),o,l=>{r({group:l,ticked:""})}))}function _m({runs:e,choices:t,choose:r},n,o,s){let i=n.length===e.length?Te(n.length,"run"):`${n.length} of ${Te(e.length,"run")} listed`,l=!t.ticked&&!s&&o.length<n.length?", the newest":"",a=s>Sr?`, the first ${Sr}`:"",c=s?` in ${Te(s,"group")}${a}`:"",d=(m,y,v)=>w("button",{type:"button",class:"quiet",id:`tick-${m||"newest"}`,title:v,click:()=>{r({ticked:m})}},y),p=o.length===n.length?"all":`${o.length} of them`;return w("div",{class:"bar drawn"},w("span",{id:"drawn",class:"muted"},`${i}, ${p} drawn${l}${c}. Tick runs in the table, or`),d(Ni,"all","Draw all runs that are listed"),d(qo,"none","Draw no run, to tick some"),d("",`the ${Sr} newest`,"Draw those that began last"))}function Cm(e,t){return e.choices.form===no&&t.score!==void 0?Om(e,t,t.score):$m(e,t)}function $m({choices:e},{drawn:t,groups:r,measure:n}){let o=[...new Set(t.flatMap(({points:a})=>a.map(({step:c})=>c)))].sort((a,c)=>a-c),s=r.map(a=>({group:a,...Bc(a,o)})),i=e.group?s.map(({group:a,mean:c})=>({id:a.name,name:`${a.name} (${Te(a.members.length,"run")})`,values:c,place:a.place})):t.map(({run:a,place:c,points:d})=>{let p=new Map(d.map(({step:m,value:y})=>[m,y]));return{id:a.run,name:$e(a),short:a.short,values:o.map(m=>p.get(m)??null),place:c}}),l=t.length?"None of the chosen runs has this measure for this layer.":"No run is ticked.";return{element:o.length?w("div",{},je({id:"run-lines",steps:o,stepName:Jt(n.id),lines:i,bands:s.map(({group:{place:a},low:c,high:d})=>({place:a,low:c,high:d})),unit:n.unit,axis:n.axis,height:xt(420,320,560)}),r.length?w("p",{class:"muted",id:"band"},"The line is the mean of the runs of a group, the band goes from the lowest to the highest."):null):_e(l),table:()=>[[Jt(n.id),...i.map(({name:a})=>a)],...o.map((a,c)=>[a,...i.map(({values:d})=>d[c])])]}}var Bi=12;function Om({choices:e,choose:t},{drawn:r,measure:n},o){let s=Jo(r,e.group||"activation"),i=s.flatMap(({members:c,place:d})=>c.flatMap(({run:p,now:m,latest:y})=>{let v=y.run[o];return m===void 0||typeof v!="number"||!Number.isFinite(v)?[]:[{id:p.run,name:$e(p),x:m,y:v,kind:Math.min(d,Bi)}]})),l=s.map(({name:c})=>c),a=r.length-i.length;return{element:i.length?w("div",{},Rc({id:"run-points",points:i,kinds:l.length>Bi?[...l.slice(0,Bi),"others"]:l,x:{name:`${n.name}, last`,unit:n.unit},y:{name:Qr(o),unit:"number"},height:xt(420,320,560),choose:c=>{t({run:c,view:"overview",hidden:""})}}),a?w("p",{class:"muted"},`${Te(a,"run")} without one of the two left out.`):null):_e("None of the chosen runs has both this measure and the score."),table:()=>[["run",n.name,Qr(o)],...i.map(({name:c,x:d,y:p})=>[c,d,p])]}}function Rm(e,t,r,n){let{unit:o,name:s}=t,i=[{id:"activation",name:"activation",unit:"text",of:({run:c})=>Jr(c)},...Am(e),{id:"now",name:`${s}, last`,unit:o,of:({now:c})=>c},{id:"worst",name:`${s}, worst`,unit:o,of:({points:c})=>c.reduce((d,{value:p})=>d===void 0||Ir(t,p,d)?p:d,void 0)}];r===dn&&i.push({id:"worstlayer",name:"worst layer",unit:"text",of:({layer:c})=>c?.name});let l=ln(t.id)?.id??"";t.id.endsWith("bias_shift")&&r!==Hn&&i.push({id:"expected",name:"expected",unit:"number",of:({layer:c,latest:d})=>c&&d.layers[l]?.[c.tag]});let a=c=>c.layer&&Pi(c,t,c.layer.name)[0];new Set(e.map(a)).size>1&&i.push({id:"samples",name:"observations",unit:"count",of:a}),i.push({id:"epochs",name:Jt(t.id)==="epoch"?"last epoch":"last step",unit:"count",of:({points:c})=>c.at(-1)?.step});for(let c of n)i.push({id:`log.${c}`,name:Qr(c),unit:"number",of:({latest:d})=>d.run[c]});return i.filter(({id:c,of:d})=>c==="now"||e.some(p=>{let m=d(p);return m!=null&&m!==""}))}function Am(e){let t=e.map(({run:n})=>n);return(t.length>1?pn(t):Ko(t)).map(n=>{let o=t.map(s=>zn(s,n));return{id:`hparam.${n}`,name:n.replaceAll("_"," "),unit:o.some(s=>typeof s=="string")?"text":"given",of:({run:s})=>zn(s,n)}})}function Pm(e){if(e.length<2)return"";let t=new Set(pn(e)),r=Ko(e).flatMap(n=>{let[o]=e,s=o&&zn(o,n);return t.has(n)||s===void 0?[]:[`${n.replaceAll("_"," ")} ${s}`]});return r.length?`The same in all runs: ${r.join(", ")}.`:""}function Nm({choices:e,choose:t},r,n,o,s,i){let l=new Map(i.flatMap(({members:c,place:d})=>c.map(({run:p})=>[p,d]))),a=c=>{let{run:d,place:p}=c,m=()=>{let M=new Set(o);M.delete(d.run)||M.add(d.run),t({ticked:M.size?sr(M):qo})},y=s.id.includes("dead")&&d.manifest.layers.every(M=>M.can_die===!1),v=e.group?l.get(d):p;return w("tr",{"data-run":d.run},w("td",{class:"text name"},w("label",{class:"run"},w("input",{type:"checkbox",id:`with-${p}`,checked:o.has(d.run),change:m}),o.has(d.run)&&v!==void 0?Bo(v):w("span",{class:"swatch none"}),Tt(d.short,$e(d)))),...n.map(({id:M,unit:T,of:k})=>{let x=k(c);if(x===void 0&&M==="now"&&y)return w("td",{class:"muted"},"cannot die");if(M==="worstlayer"&&c.layer){let{short:O,name:L}=c.layer;return w("td",{class:"text"},Tt(O,L))}return T==="text"||typeof x=="string"?w("td",{class:"text",title:x??""},x??"–"):T==="given"?w("td",{},x??"–"):w("td",{"data-value":x??""},ee(x,T))}))};return Xo({id:"runs",columns:n,before:w("th",{scope:"col",class:"text"},"run"),rows:r.map(a),sort:e.sort,choose:t})}var oo=["std","gradient_norm","update_ratio"],so=-1,du="birth";async function pu(e,t,r){let{source:n,run:o,choices:s,choose:i}=e,l=await n.series(o,[...oo.filter(L=>L in t.layers),...oo.map(L=>`birth.${L}`)]),a=oo.flatMap(L=>{let z=Dm(l[`birth.${L}`],l[L]);return z?[{id:L,columns:z}]:[]}),c=It(o.manifest,{steps:[],layers:Object.assign({},...a.map(({columns:L})=>L.layers))}),d=a.map(L=>({...L,layers:c})),p=[...new Set(d.flatMap(({columns:L})=>L.steps))].sort((L,z)=>L-z),m=p.length-1;if(m<0)return{element:_e("Nothing was logged."),table:()=>[]};let y=s.epoch?p.findIndex(L=>ro(L)===s.epoch):m,v=y<0?m:y,M=w("div",{}),T=w("output",{for:"epoch"}),k=L=>{let z=p[L]??0;T.textContent=ro(z),x.setAttribute("aria-valuetext",ro(z)),M.replaceChildren(...d.map($=>Hm($,z)))},x=w("input",{type:"range",id:"epoch",min:0,max:m,value:v,input:()=>{k(Number(x.value))},change:()=>{let L=Number(x.value);i({epoch:L===m?"":ro(p[L]??0)})}});return r.append(w("label",{class:"choice"},w("span",{},"Epoch"),x,T)),k(v),{element:w("div",{},w("p",{class:"help"},"Each measure along the layers, from the input on the left to the output on the right, on a logarithmic axis. In a network that learns, neither the signal nor its gradient grows or shrinks by powers of ten on the way."),m>0&&d.some(({columns:L})=>mu(L))?w("p",{class:"muted",id:"first-steps"},zm):null,M),table:()=>Fm(d,p)}}function Dm(e,t){if(!e||!t)return e??t;let r=({steps:o,layers:s},i)=>s[i]??o.map(()=>null),n=Object.keys({...e.layers,...t.layers});return{steps:[...e.steps,...t.steps],layers:Object.fromEntries(n.map(o=>[o,[...r(e,o),...r(t,o)]]))}}function ro(e){return e===so?du:String(e)}function fu(e,t){return t!==so?`epoch ${t}`:e==="std"?`${du}, before the first update`:"the first ten steps"}function mu({steps:e}){return e.length===1&&e[0]===so}function Hm({id:e,layers:t,columns:r},n){let o=de(e),[s=n]=r.steps,i=mu(r)?so:n,l=a=>{let c=r.steps.indexOf(a);return{id:String(a),name:fu(e,a),values:t.map(({tag:d})=>r.layers[d]?.[c]??null),place:0}};return w("section",{},w("h2",{},o.name),je({id:`depth-${e}`,steps:t.map((a,c)=>c+1),stepName:"layer",stepText:a=>t[a-1]?.short??"",overMap:!0,lines:[l(i)],expected:i===s?[]:[l(s)],expectedName:fu(e,s)+(s===so?"":", the first one"),unit:o.unit,levels:Ii(o),axis:"log",height:230}))}var zm="Gradient norm and update ratio are those of the first ten steps: ActivationMonitor(log_dir, gradients=True) measures every epoch.";function Fm(e,t){return e.flatMap(({id:r,layers:n,columns:o})=>[[de(r).name,...n.map(({name:s})=>s)],...t.filter(s=>o.steps.includes(s)).map(s=>[ro(s),...n.map(({tag:i})=>o.layers[i]?.[o.steps.indexOf(s)])]),[]])}var wn=96;async function hu(e,t,r){let{source:n,run:o}=e,s=await cn(e);if(!s)return{element:_e("This run has no layers."),table:()=>[]};let[i,l]=await Promise.all([n.histograms(o,s.tag),n.measure(o,"zero_fraction")]),a=l.layers[s.tag],c=de("zero_fraction");return r.append(gn(e,s),w("span",{class:"muted",id:"how"},Qc(s))),{element:w("div",{},a?Vt(c,an(t,c.id,s.tag)):null,a?je({id:"zero-lines",steps:l.steps,stepName:"epoch",lines:[{id:s.tag,name:c.name,values:a,place:0}],unit:c.unit,axis:c.axis,height:120,legend:"above",overMap:!0}):null,i.steps.length?Vm(e,s.tag,i,a?l.steps:[]):_e("No histograms were logged. ActivationMonitor(log_dir, histogram_freq=1) logs them once per epoch.")),about:[s.name],table:()=>[["epoch","left edge","right edge","count"],...i.steps.flatMap((p,m)=>(i.bins[m]??[]).map(y=>[p,...y]))]}}function Vm(e,t,r,n){let{low:o,high:s,density:i,most:l}=ji(r),a=[...new Set([...n,...r.steps])].sort((M,T)=>M-T),c=a.map(M=>r.steps.findLastIndex(T=>T<=M)),d=(M,T)=>i[M*r.steps.length+(c[T]??-1)]??0,p=new Uint8Array(wn*a.length);for(let M=0;M<p.length;M++){let T=M%a.length,k=c[T]===-1?0:d(Math.floor(M/a.length),T);p[M]=k>0?kr(Math.log10(k/l),-4,0):0}let m=Mr(),y=(s-o)/wn,v=M=>s-M*y;return w("div",{},w("p",{class:"help"},"How the activations of one mini-batch other than exact zeros are spread, epoch by epoch; the shade is the share of them per value, on a logarithmic scale. ",a.length>r.steps.length?"An epoch without a histogram shows the last one before it. ":"",w("code",{},"log₁₀ of count / (all · width of the bin)")),mn({id:"value-map",steps:a,rows:wn,cells:p,palette:m,rowNames:[o,s],rowAxis:"activation",stepName:"epoch",height:xt(460,280),describe:(M,T)=>{let k=r.steps[c[T]??-1];if(k===void 0)return`Epoch ${a[T]??""}: no histogram yet`;let x=k===a[T];return`Epoch ${a[T]??""}`+(x?"":` (histogram of epoch ${k})`)+`, from ${jt(v(M+1))} to ${jt(v(M))}: ${zr(d(M,T)*y)} of the activations that are not 0`},key:hn(m,"10⁻⁴ of the highest","highest","none"),zoom:e.zoom(`values ${e.run.run} ${t}`)}))}function ji({steps:e,bins:t}){let r=1/0,n=-1/0;for(let[l,a]of t.flat())!Number.isFinite(l)||!Number.isFinite(a)||(r=Math.min(r,l),n=Math.max(n,a));if(!(n>r)){let l=Number.isFinite(r)?r:0;[r,n]=[l-.5,l+.5]}let o=(n-r)/wn,s=new Float64Array(wn*e.length);return t.forEach((l,a)=>{let c=l.reduce((d,[,,p])=>d+p,0);for(let[d,p,m]of l)!m||!Number.isFinite(d)||!Number.isFinite(p)||i(d,p,m/c,a)}),{rows:wn,low:r,high:n,density:s,most:s.reduce((l,a)=>Math.max(l,a),0)};function i(l,a,c,d){let p=Math.min(wn-1,Math.floor((n-a)/o)),m=Math.min(wn-1,Math.floor((n-l)/o));for(let y=p;y<=m;y++){let v=Math.min(a,n-y*o),M=Math.max(l,n-(y+1)*o),T=a>l?Math.max(0,v-M)/(a-l):1,k=y*e.length+d;s[k]=(s[k]??0)+c*T/o}}}var Im=30;async function yu(e,t,r){let{source:n,run:o,runs:s,choices:i,choose:l}=e,a=await cn(e),c=ar(t).filter(({id:P})=>!P.includes(".")),d=c.map(({id:P})=>P),p=async(P,N)=>{let[E,R]=await Promise.all([n.series(P,d,N.tag),n.histograms(P,N.tag)]),_=new Set(Object.values(E).flatMap(({steps:U,layers:H})=>H[N.tag]?U:[]));return{run:P,layer:N,series:E,histograms:R,epochs:[..._].sort((U,H)=>U-H)}};if(!a)return{element:_e("This run has no layers."),table:()=>[]};let m=({manifest:P})=>P.layers.find(({name:N})=>N===a.name),y=s.filter(P=>P!==o&&m(P)),v=y.find(P=>P.run===i.run2),[M,T]=await Promise.all([p(o,a),p(v??o,(v&&m(v))??a)]);if(r.append(gn(e,a)),!M.epochs.length||!T.epochs.length)return{element:_e("Nothing was logged."),table:()=>[]};let k=T.epochs.length-1,x={here:wu(M,i.epoch,M.epochs.length-1),there:wu(T,i.epoch2,v?k:0)},O=w("div",{}),L=()=>{O.replaceChildren(Wm(M,Er(M,x.here),T,Er(T,x.there)),Um(z()))},z=()=>c.flatMap(({id:P,name:N,unit:E})=>{let R=bu(M,P,Er(M,x.here)),_=bu(T,P,Er(T,x.there)),U=typeof R=="number"&&typeof _=="number"?R-_:null;return R===null&&_===null?[]:[{name:N,unit:E,one:R,two:_,by:U}]}),$=(P,N,E,R)=>{let _=w("output",{for:E}),U=()=>{_.textContent=String(Er(N,x[P]))},H=w("input",{type:"range",id:E,min:0,max:N.epochs.length-1,value:x[P],input:()=>{x[P]=Number(H.value),U(),L()},change:()=>{R(String(Er(N,x[P])))}});return U(),w("label",{class:"choice"},w("span",{},P==="here"?"Epoch":"and epoch"),H,_)};return r.append($("here",M,"epoch",P=>{l({epoch:P})}),nt("against","run2",[["","this run"],...y.map(P=>[P.run,Gt(P.short,Im)])],v?.run??"",P=>{l({run2:P,epoch2:""})}),$("there",T,"epoch2",P=>{l({epoch2:P})})),L(),{element:w("div",{},w("p",{class:"help"},"The layer at one epoch, and the same layer at another epoch or in another run."),O),about:[a.name],table:()=>[["measure","first","second","difference"],...z().map(({name:P,one:N,two:E,by:R})=>[P,N,E,R])]}}function Um(e){let t=(r,n="")=>w("th",{scope:"col",class:n},r);return w("div",{class:"scroll"},w("table",{id:"difference"},w("thead",{},w("tr",{},t("measure","text"),t("first"),t("second"),t("difference"))),w("tbody",{},...e.map(({name:r,unit:n,one:o,two:s,by:i})=>w("tr",{},w("td",{class:"text"},r),w("td",{},ee(o,n)),w("td",{},ee(s,n)),w("td",{class:i?"":"muted"},`${i&&i>0?"+":""}${ee(i,n)}`))))))}function Wm(e,t,r,n){let o=[gu(e.histograms,t),gu(r.histograms,n)];if(!o.every(({length:y})=>y))return w("p",{class:"muted"},"How the activations are spread is shown where ActivationMonitor(log_dir, histogram_freq=1) has logged histograms.");let{rows:s,low:i,high:l,density:a}=ji({steps:[0,1],bins:o}),c=(l-i)/s,d=y=>Array.from({length:s},(v,M)=>(a[(s-1-M)*2+y]??0)*c),[p,m]=[d(0),d(1)];return je({id:"spreads",steps:Array.from({length:s},(y,v)=>v),stepName:"activation",stepText:y=>jt(i+(y+.5)*c),lines:[{id:"first",name:`first, epoch ${t}`,values:p,place:0},{id:"second",name:`second, epoch ${n}`,values:m,place:1},{id:"difference",name:"difference",values:p.map((y,v)=>y-(m[v]??0)),place:2}],levels:[{value:0,name:""}],unit:"share",axis:"fit",height:280})}function gu({steps:e,bins:t},r){return t[e.findLastIndex(n=>n<=r)]??[]}function Er({epochs:e},t){return e[t]??0}function wu({epochs:e},t,r){let n=t?e.indexOf(Number(t)):-1;return n<0?r:n}function bu({series:e,layer:t},r,n){let o=e[r],s=o?.steps.indexOf(n)??-1;return o?.layers[t.tag]?.[s]??null}var Gi=["update_ratio","sign_agreement","gradient_norm"];function xu(e){return ln(e)?.id??""}async function vu(e,t){let r=Gi.filter(i=>i in t.layers),n=await e.source.series(e.run,[...r,...r.map(xu)]),o=w("div",{}),s=[];for(let i of r){let l=de(i),a=n[i];if(!a)continue;let c=It(e.run.manifest,a).length>Lr;o.append(w("h2",{},l.name),Vt(l),c?ns(e,l,a):ts(e,l,a,i,280,n[xu(i)])),s.push([l.name],...rs(e,l,a),[])}return{element:o,table:()=>s}}var Mu=["alpha","alpha_min","alpha_max"];async function Su(e,t,r){let{source:n,run:o}=e,s=o.manifest.layers.filter(({tag:p})=>p in(t.layers.alpha??{})),i=await cn(e,s);if(!i)return{element:_e("No slopes were logged."),table:()=>[]};let[l,a]=await Promise.all([n.series(o,Mu),n.alphas(o,i.tag)]),c=Mu.flatMap((p,m)=>{let y=l[p]?.layers[i.tag];return y?[{id:p,name:de(p).name,values:y,place:m}]:[]});return r.append(gn(e,i,s),w("span",{class:"muted"},a.units?Te(a.units,"channel"):"")),{element:w("div",{},Vt(de("alpha")),je({id:"slope-lines",steps:l.alpha?.steps??[],stepName:"epoch",lines:c,unit:"number",axis:"fit",levels:[{value:0,name:"0: ReLU"}],height:180,legend:"above",overMap:!0}),a.units?Bm(e,i,a):null),about:[i.name],table:()=>[["epoch",...Array.from({length:a.units},(p,m)=>`alpha ${m}`)],...a.steps.map((p,m)=>[p,...Array.from({length:a.units},(y,v)=>a.values[v*a.steps.length+m])])]}}function Bm(e,t,{steps:r,units:n,values:o}){let s=(d,p)=>o[d*r.length+p];if(n<=Lr)return je({id:"channel-lines",steps:r,stepName:"epoch",lines:Array.from({length:n},(d,p)=>({id:String(p),name:`channel ${p}`,values:r.map((m,y)=>s(p,y)??null),place:p})),unit:"number",axis:"fit",height:300});let i=1/0,l=-1/0;for(let d of o)Number.isFinite(d)&&(i=Math.min(i,d),l=Math.max(l,d));let a=new Uint8Array(o.length);for(let d=0;d<n;d++)for(let p=0;p<r.length;p++)a[d*r.length+p]=kr(s(d,p),i,l);let c=Mr();return mn({id:"channel-map",steps:r,rows:n,cells:a,palette:c,rowNames:String,rowAxis:"channel",stepName:"epoch",height:Math.min(xt(440,300),34+Math.max(200,n*12)),describe:(d,p)=>`Channel ${d}, epoch ${r[p]??""}: alpha ${ee(s(d,p),"number")}`,key:hn(c,`alpha ${jt(i)}`,jt(l)),zoom:e.zoom(`slopes ${e.run.run} ${t.tag}`)})}var Ki=[{id:"histograms",name:"Histograms",show:hu,logged:()=>!0,missing:""},{id:"slopes",name:"Slopes",show:Su,logged:e=>"alpha"in e.layers,missing:"No layer of this run learns a slope (PReLU, or ELU with a learned alpha)."},{id:"gradients",name:"Gradients",show:vu,logged:e=>Gi.some(t=>t in e.layers),missing:"No gradients were logged. ActivationMonitor(log_dir, gradients=True) logs them."},{id:"depth",name:"Depth",show:pu,logged:e=>oo.some(t=>t in e.layers),missing:"This run has no measures that can be shown along its layers."},{id:"difference",name:"Difference",show:yu,logged:()=>!0,missing:""}];async function ku(e){let{source:t,run:r,choices:n,choose:o}=e,s=await t.latest(r),i=Ki.find(({id:c})=>c===n.detail)??Ki[0];if(!i)throw new Error("There are no details.");let l=w("div",{class:"bar"},on("Details","detail",Ki.map(({id:c,name:d})=>[c,d]),i.id,c=>{o({detail:c})})),a=i.logged(s)?await i.show(e,s,l):{element:_e(i.missing),table:()=>[]};return{element:w("section",{class:"view"},l,a.element),about:[i.name,...a.about??[]],table:a.table}}var jm=92,Gm=/^(lr|learning_rate)$/;async function Lu({source:e,run:t},r,n,o){let s=Yo([r]).filter(p=>!Gm.test(p)),i=s.filter(p=>/(^|_)loss$/.test(p)),l=s.find(p=>!i.includes(p)),a=[i.at(-1),l].map(p=>{let m=p?.replace(/^val_/,"");return s.filter(y=>y.replace(/^val_/,"")===m).reverse()}),c=await e.series(t,a.flat()),d=a.flatMap(p=>{let m=p.flatMap((y,v)=>{let M=c[y];if(!M?.run)return[];let T=new Map(M.steps.map((x,O)=>[x,M.run?.[O]])),k=n.map(x=>T.get(x)??null);return[{id:y,name:de(y).name,values:k,place:v}]});return m.some(({values:y})=>y.some(v=>v!==null))?[je({id:`course-${p[0]??""}`,steps:n,stepName:"epoch",lines:m,unit:"number",axis:"fit",bare:!0,height:jm,...o})]:[]});return d.length?w("div",{class:"courses"},...d):null}var Eu="courses",Km=new Set(["lines","map"]);async function Tu(e){let{source:t,run:r,choices:n,choose:o}=e,s=await t.latest(r),i=ar(s),l=i.find(({id:k})=>k===n.measure)??i[0];if(!l)return{element:_e("This run has no measures yet."),table:()=>[]};let a=ln(l.id)?.id??"",c=await t.series(r,[...Mo(l),...a in s.layers?[a]:[]]),d=So(l,c),m=It(e.run.manifest,d).length>Lr?"map":"lines",y=Km.has(n.form)?n.form:m,v=y==="map",M=Jt(l.id)==="epoch"?await Lu(e,s,d.steps,{group:Eu,legend:v?"above":"beside",...v?{left:eu(e,d),overMap:!0}:{}}):null;return{element:w("section",{class:"view"},w("div",{class:"bar"},nt("Measure","measure",i.map(({id:k,name:x})=>[k,x]),l.id,k=>{o({measure:k})}),on("Form","form",[["lines","Lines"],["map","Heat map"]],y,k=>{o({form:k})})),Vt(l,an(s,l.id)),M,v?ns(e,l,d):ts(e,l,d,"layer-lines",xt(M?440:260,340,720),c[a],Eu)),about:[l.name],table:()=>rs(e,l,d)}}var ls=100,as=28;function _u(e,t){let r=Math.max(1,e.length-1),n=as-3,o="",s,i;return e.forEach((l,a)=>{if(l===null||!Number.isFinite(l))return;let c=1+a/r*(ls-6),d=n-l*(as-6);s??=c,o+=`${o?"L":"M"}${c.toFixed(1)} ${d.toFixed(1)}`,i=[c,d]}),ye("svg",{class:"spark",width:ls,height:as,viewBox:`0 0 ${ls} ${as}`,role:"img","aria-label":t},ye("line",{class:"base",x1:1,y1:n,x2:ls-5,y2:n}),i&&ye("path",{class:"under",d:`${o}L${i[0].toFixed(1)} ${n}L${(s??1).toFixed(1)} ${n}Z`}),ye("path",{d:o,fill:"none"}),i&&ye("circle",{cx:i[0],cy:i[1],r:2.5}))}var cs=190,us=52,Ym=30;function Cu(e){let{values:t,limit:r,description:n}=e,o=qm(e),s=t.length-1,i=[];t.forEach((d,p)=>{if(d===null||!Number.isFinite(d))return;let m=s?p/s:.5;i.push([4+m*(cs-8),o(d)])});let l=i.map(([d,p],m)=>`${m?"L":"M"}${d.toFixed(1)} ${p.toFixed(1)}`).join(""),a=i.at(-1),c=r===null||!Number.isFinite(r)?void 0:o(r);return ye("svg",{class:"spark",width:cs,height:us,viewBox:`0 0 ${cs} ${us}`,role:"img","aria-label":n},c!==void 0&&ye("line",{class:"limit",x1:0,y1:c.toFixed(1),x2:cs,y2:c.toFixed(1)}),ye("path",{d:l,fill:"none"}),a&&ye("circle",{cx:a[0],cy:a[1],r:3}))}function qm({values:e,limit:t,axis:r}){let n=[...e,t].filter(y=>y!==null&&Number.isFinite(y)),o=n.filter(y=>y>0),s=n.every(y=>y>=0)&&Math.max(...o)>Ym*Math.min(...o),i=typeof r=="string"&&(r==="log"||s),l=Math.min(...o),a=y=>i?Math.log10(Math.max(y,l)):y,c=typeof r=="string"?[...n,...r==="from zero"&&!i?[0]:[]].map(a):[...r],d=Math.min(...c),m=Math.max(...c)-d;return y=>{let v=m>0?(a(y)-d)/m:.5;return us-5-v*(us-10)}}var Zm="The code is for a compiled model that has not been trained yet, after `import keras` and `import keras_activations as ka`; `x` and `y` are your data.";function $u(e){let t=!!e.diagnosis?.findings.length;return w("p",{class:t?"verdict warn":"verdict",id:"verdict"},t&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},os(tu(e))))}function Ou(e,{diagnosis:t,problem:r},n){if(!t)return null;let{findings:o}=t,s=rh(t);return!o.length&&!s?null:w("div",{class:"findings",id:"findings"},r&&o.length?w("p",{class:"muted"},r):null,...o.map((i,l)=>Jm(e,i,l,n)),o.some(({remedies:i})=>i.some(({code:l})=>l))?w("p",{class:"muted"},...Tr(Zm)):null,s)}function Jm(e,t,r,n){let{cause:o,evidence:s,layers:i,reference:l,remedies:a,sentence:c}=t,d=`finding-${r}`,p=[ru(t),l&&`More: \`${l}\``];return w("article",{class:"finding",id:d,"aria-labelledby":`${d}-cause`},w("div",{class:"finding-head"},w("h2",{id:`${d}-cause`},to(o)),w("span",{class:"muted"},nu(t)),w("code",{class:"muted"},o)),c&&w("p",{},...Tr(c)),i.length>0&&w("p",{class:"where"},w("span",{class:"muted"},"Where it begins:"),...[...new Set(i)].map((m,y)=>Qm(e,m,`${d}-layer-${y}`))),s.length>0&&Xm(e,s,d,n),a.length>0&&w("h3",{},"What to do"),a.length>0&&w("ol",{class:"remedies"},...a.map((m,y)=>th(m,`${d}-copy-${y}`))),p.some(Boolean)&&w("p",{class:"muted"},...Tr(p.filter(Boolean).join(" "))))}function Qm(e,t,r){let n=Ru(e,t);return n?w("button",{type:"button",class:"link",id:r,title:`Show the units of ${t}`,click:()=>{e.choose({view:"units",layer:n.tag})}},t):w("span",{},t)}function Ru({run:e},t){return e.manifest.layers.find(r=>r.name===t)}function Xm(e,t,r,n){let o=t.map((i,l)=>eh(e,i,`${r}-curve-${l}`,n)),s=(i,l="")=>w("th",{scope:"col",class:l},i);return w("div",{class:"scroll"},w("table",{class:"evidence"},w("thead",{},w("tr",{},s("evidence","text"),s("found"),s("counts if","text"),o.some(Boolean)&&s("over the epochs, with its limit","text"))),w("tbody",{},...t.map((i,l)=>{let{value:a,limit:c}=ss(i);return w("tr",{},w("td",{class:"text"},...Tr(i.what)),w("td",{class:"figure"},a),w("td",{class:"text"},c),o.some(Boolean)&&w("td",{class:"text"},o[l]))}))))}function eh(e,{layer:t,limit:r,measure:n},o,s){let i=n?s[n]:void 0,l=Ru(e,t),a=t?i?.layers[l?.tag??t]:i?.run??void 0;if(!i||!a)return null;let c=de(n),d=Et(i.steps,a),[p,m]=[d[0],d.at(-1)];if(!p||!m)return null;let y=M=>ee(M,c.unit),v=Cu({values:a,limit:r,axis:c.axis,description:`${c.name} of ${t||"the run"}: ${y(p.value)} at epoch ${p.step}, ${y(m.value)} at epoch ${m.step}; limit ${y(r)}`});return w("button",{type:"button",class:"curve",id:o,title:`Show the ${c.name} of all layers over time; dashed is the limit`,click:()=>{e.choose({view:"layers",measure:n,form:"lines"})}},v)}function th({text:e,code:t},r){return w("li",{},...Tr(e),t?nh(t,r):null)}function nh(e,t){let r=w("button",{type:"button",class:"quiet copy",id:t,"aria-label":"Copy the code",click:()=>{xo(e).then(()=>{r.textContent="Copied",n.textContent="Copied"})}},"Copy"),n=w("span",{class:"sr",role:"status"});return w("div",{class:"code"},w("pre",{tabindex:0},w("code",{},e)),r,n)}function rh(e){let t=ou(e);if(!t.length)return null;let r=Object.keys(e.not_checked).length,n=w("dl",{});for(let[o,s]of t)n.append(w("dt",{},Fr(s,s.length)),w("dd",{},...Tr(o)));return w("details",{class:"unchecked",id:"not-checked"},w("summary",{},`${Te(r,"cause")} ${r===1?"was":"were"} not checked`),n)}function Tr(e){let t=e.split("`");return t.length%2===0?[e]:t.map((r,n)=>n%2?w("code",{},r):r)}var oh=["dead_ratio","one_sided_ratio","died","revived"],Au="worst-first",sh=250;async function Pu(e){let{source:t,run:r,choices:n,choose:o}=e,{manifest:s}=r,i=t.findings(r),l=i.then(({diagnosis:x})=>{let O=iu(x?.findings??[]);return t.series(r,[...new Set([...oh,...O])])}),[a,c,d]=await Promise.all([t.latest(r),i,Promise.race([l,uh(sh)])]),p=d??{},m=fh(a,p).filter(({id:x,of:O})=>!d&&hh.has(x)||s.layers.some((L,z)=>{let $=O({layer:L,place:z});return $!=null&&$!==""})),y=ih(s,c,a,p),v=Qo(s.layers.map((x,O)=>({layer:x,place:O})),m,n.sort),M=n.sort===Au;if(M){let x=Lo(c.diagnosis?.findings??[],a);v.sort((O,L)=>x(O.layer,L.layer))}let T=v.map(({layer:x,place:O})=>{let L=y.get(x.tag);return w("tr",{class:L?"flagged":"","data-layer":x.tag},...m.map(z=>dh(z,{layer:x,place:O},e,a,L)),w("td",{class:"text"},bh(x,p)))});return{element:w("section",{class:"view overview"},...c.diagnosis?[$u(c)]:[lh(s,a,d),w("p",{class:"gaps muted"},c.problem||mh)],ch(s.not_watched),Ou(e,c,p),w("div",{class:"bar"},w("button",{type:"button",id:"worst-first",title:"Layers that findings name, then those with NaN or infinite values, then by the largest of the shares of dead, one-sided and saturated units","aria-pressed":M?"true":"false",click:()=>{o({sort:M?"":Au})}},"Worst first"),w("span",{class:"muted"},an(a,"dead_ratio"))),Xo({id:"layers",columns:m,after:w("th",{scope:"col",class:"text",title:Nu},"over time"),rows:T,sort:n.sort,choose:o}),yh(m)),...d?{}:{more:l},table:()=>[m.map(x=>x.name),...v.map(x=>m.map(O=>O.of(x))),...ah(c)]}}function ih(e,{diagnosis:t},r,n){if(t){let o=su(t.findings);return new Map(e.layers.flatMap(({tag:s,name:i})=>{let l=o.get(i);return l?[[s,l]]:[]}))}return new Map(Ws(e,r,n).map(({layer:o,clause:s})=>[o.tag,s]))}function lh(e,t,r){let n=Ws(e,t,r??{});return w("p",{class:n.length?"verdict warn":"verdict",id:"verdict"},n.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},r?Ul(e,n):"Reading the history of the run …"))}function ah({diagnosis:e}){return e?.findings.length?[[],["finding","layers","since","evidence","found","counts if"],...e.findings.flatMap(({cause:t,layers:r,since:n,evidence:o})=>o.map(s=>[t,r.join(" "),n,s.what,s.value,ss(s).limit]))]:[]}function ch(e){if(!e.length)return null;let t=e.map(({name:r,reason:n})=>`${r} (${n})`);return w("p",{class:"gaps muted",id:"not-watched"},`Not watched: ${t.join(", ")}.`)}function uh(e){return new Promise(t=>{setTimeout(t,e,void 0)})}function fh(e,t){let r=l=>({layer:a})=>e.layers[l]?.[a.tag],n=(l,a)=>Et(t[l]?.steps??[],t[l]?.layers[a.tag]??[]).map(({value:c})=>c),o=l=>({layer:a})=>{let c=n(l,a);return c.length?c.reduce((d,p)=>d+p):void 0},s=({layer:l})=>{let a=n("dead_ratio",l);return a.length?Math.max(...a):void 0},i=(l,a,c,d,p="")=>{let{name:m,unit:y,help:v,formula:M}=de(a);return{id:l,name:d??m,unit:y,help:`${v} ${M}${p}`,of:c}};return[{id:"place",name:"#",unit:"count",help:"Place of the layer in the model.",first:"up",of:({place:l})=>l+1},{id:"layer",name:"layer",unit:"text",help:"Name of the layer; a click shows its units.",of:({layer:l})=>l.name},{id:"activation",name:"activation",unit:"text",help:"Activation function of the layer.",of:({layer:l})=>l.activation},{id:"units",name:"units",unit:"count",help:"Output features of the layer, or channels of a convolution.",of:({layer:l})=>l.units},i("now","dead_ratio",r("dead_ratio"),"dead now"),i("worst","dead_ratio",s,"worst","; the largest of all epochs"),i("born","born_dead",r("born_dead")),i("died","died",o("died"),"died","; sum over all epochs"),i("revived","revived",o("revived"),"revived","; sum over all epochs"),i("onesided","one_sided_ratio",r("one_sided_ratio"),"one-sided"),i("mean","mean",r("mean")),i("shift","bias_shift",l=>ph(e,l.layer)?void 0:r("bias_shift")(l)),{id:"expected",name:"expected",unit:"number",help:"Bias shift that this activation has for inputs from N(0, 1); of a learned slope, with what it is now.",of:r("bias_shift_expected")},i("saturation","saturation",r("saturation"),"saturated")]}function dh(e,t,{choose:r,run:n},o,s){let{layer:i,place:l}=t,a=e.of(t);if(e.id==="layer")return w("td",{class:"text name"},w("button",{type:"button",class:"link",id:`layer-${l}`,title:s??`Show the units of ${i.name}`,click:()=>{r({view:"units",layer:i.tag})}},w("span",{class:"flag"},s?"▲":""),Tt(i.short,i.name)));if(e.unit==="text"||e.unit==="given")return w("td",{class:"text"},a||"–");if(a==null||typeof a=="string"){let d=i.can_die===!1&&gh.has(e.id);return w("td",{class:"muted",title:d?"This activation cannot die.":""},"–")}let c=w("td",{"data-column":e.id,"data-value":a},ee(a,e.unit));if(e.id==="expected"&&c.classList.add("muted"),e.unit==="share"){let d=wh[e.id]??"",p=Vr(n.manifest,d)??1/0;((d==="saturation"?Eo(o,i,d):a)??0)>=p&&c.classList.add("high"),c.style.setProperty("--share",`${Math.min(100,100*a)}%`),c.classList.add("share")}return c}function ph({layers:e},{tag:t}){return(e.dead_ratio?.[t]??0)>=1&&e.bias_shift?.[t]===0}var mh="There is no diagnosis in this log: the sentence follows from limits alone.",Nu="Share of dead units epoch by epoch, from 0 to 100 %; of one-sided units where they cannot die.",hh=new Set(["worst","died","revived"]),gh=new Set(["now","worst","born","died","revived"]),wh={now:"dead_ratio",worst:"dead_ratio",onesided:"one_sided_ratio",saturation:"saturation"};function bh(e,t){let r=e.can_die===!1?"one_sided_ratio":"dead_ratio",n=t[r],o=n?.layers[e.tag];if(!n||!o)return null;let s=Et(n.steps,o),i=ee(s[0]?.value,"share"),l=ee(s.at(-1)?.value,"share");return _u(o,`${de(r).name} of ${e.name}: from ${i} to ${l}`)}function yh(e){let t=w("dl",{});for(let{name:r,help:n}of[...e,{name:"over time",help:Nu}])t.append(w("dt",{},r),w("dd",{},n));return w("details",{class:"glossary",id:"glossary"},w("summary",{},"What the columns say"),t)}function qi(e,t){let{steps:r,values:n,recycled:o}=e,s={bornDead:!0,deadNow:!1,timeDead:0,died:[],diedSteps:e.deaths.flatMap(l=>l.filter(([a])=>a===t).map(([,a])=>a)),revived:[],recycled:r.filter((l,a)=>o[a]?.includes(t))},i=!1;return r.forEach((l,a)=>{let c=n[t*r.length+a]!==0;c?(i&&s.revived.push(l),s.bornDead=!1):(!i&&a>0&&s.died.push(l),s.timeDead+=1),i=!c}),s.deadNow=i,s}function Du(e){let{steps:t,units:r,values:n}=e,o=new Uint32Array(r),s=new Uint32Array(r).fill(t.length);for(let l=0;l<r;l++){let a=l*t.length,c=0;for(let d=t.length-1;d>=0;d--)n[a+d]===0&&(c+=1,s[l]=d);o[l]=c}let i=(l,a)=>l[a]??0;return Array.from({length:r},(l,a)=>a).sort((l,a)=>i(o,a)-i(o,l)||i(s,l)-i(s,a)||l-a)}function Hu(e){let{steps:t,units:r,values:n}=e,o=t.map(()=>0),s=t.map(()=>0),i=t.map(()=>0);for(let l=0;l<r;l++){let a=!1,c;for(let d=0;d<t.length;d++){let p=n[l*t.length+d]!==0;a||=p,a||(o[d]=(o[d]??0)+1),c===!0&&!p&&(s[d]=(s[d]??0)+1),c===!1&&p&&(i[d]=(i[d]??0)+1),c=p}}return[o,s,i]}var Zi={off:"dead",on:"alive",always:"dead from birth: it never fired",wentOff:"died",wentOn:"revived"},fs={off:"one-sided",on:"two-sided",always:"one-sided from birth: its input was never above 0",wentOff:"went one-sided",wentOn:"came back"};function zu(e,t){let r=e.recycled.length?[`recycled after ${Yi(e.recycled)}`]:[];if(e.bornDead)return[t.always,...r].join("; ");let n=[];if(e.died.length){let o=e.diedSteps.length?` (training step${e.diedSteps.length===1?"":"s"} ${Fr(e.diedSteps)})`:"";n.push(`${t.wentOff} at ${Yi(e.died)}${o}`)}return n.push(...r),e.revived.length&&n.push(`${t.wentOn} at ${Yi(e.revived)}`),!e.died.length&&!e.revived.length?[`${t.on} throughout`,...r].join(", "):`${n.join(", ")}; now ${e.deadNow?t.off:t.on}`}function Yi(e){return`epoch${e.length===1?"":"s"} ${Fr(e)}`}var Fu=["born_dead","died","revived"],io="recycled";async function Vu(e){let{source:t,run:r,choices:n,choose:o}=e,s=await cn(e);if(!s)return{element:_e("This run has no layers."),table:()=>[]};let[i,l,a]=await Promise.all([t.latest(r),t.series(r,[...Fu,io]),t.firing(r,s.tag)]),c=n.order||"dead",d=c==="dead"?Du(a):Array.from({length:a.units},(v,M)=>M),p=s.can_die===!1,m=p?fs:Zi;return{element:w("section",{class:"view"},w("div",{class:"bar"},gn(e,s),on("Order of the units","order",[["dead",`By time ${m.off}`],["index","By index"]],c,v=>{o({order:v})}),w("span",{class:"muted",id:"unit-summary"},xh(a,m))),w("p",{class:"help"},p?"This activation cannot die. A unit is one-sided in an epoch in which its input was above 0 for no sample; the shade is the share of samples for which it was. ":"A unit is dead in an epoch in which it fired for no sample; the shade is the share of samples for which it fired. ",w("code",{},p?"one-sided(u) ⇔ #{samples : z(u) > 0} = 0":"dead(u) ⇔ #{samples : φ′(z(u)) ≠ 0} = 0")," ",w("span",{class:"muted"},an(i,p?"one_sided_ratio":"dead_ratio",s.tag))),p?Mh(a,s,l):vh(s,l),a.units&&a.steps.length?Sh(e,s,a,d,m):_e("No map of units was written for this layer."),kh(a.steps)),about:[s.name],table:()=>Lh(a,d,m)}}function xh(e,{off:t}){let{units:r,steps:n,values:o}=e;if(!r||!n.length)return"";let s=0;for(let i=1;i<=r;i++)o[i*n.length-1]===0&&(s+=1);return`${Te(r,"unit")}, ${Te(n.length,"epoch")}; ${t} now: ${s} (${sn(s/r)})`}function vh(e,t){let r=t.died??t.born_dead,n=Fu.flatMap((s,i)=>{let l=t[s]?.layers[e.tag];return l?[{id:s,name:de(s).name,values:l,place:i}]:[]});if(!r||!n.length)return null;let{steps:o}=r;return Uu(o,[...n,...Iu(e,t,o)])}function Mh(e,t,r){if(!e.steps.length)return null;let n=["one-sided from birth",fs.wentOff,fs.wentOn],o=Hu(e).map((i,l)=>{let a=n[l]??"";return{id:a,name:a,values:i,place:l}}),{steps:s}=e;return Uu(s,[...o,...Iu(t,r,s)])}function Iu(e,t,r){let n=t[io],o=n&&Vs(n,r).layers[e.tag];return o?[{id:io,name:io,values:o,place:9}]:[]}function Uu(e,t){return w("div",{class:"counts"},je({id:"counts",steps:e,stepName:"epoch",lines:t,unit:"count",axis:"from zero",bars:!0,height:150,legend:"above",overMap:!0}))}function Sh(e,t,r,n,o){let{steps:s,units:i,values:l,recycled:a}=r,c=new Uint8Array(l.length),d=s.length;n.forEach((k,x)=>{c.set(l.subarray(k*d,(k+1)*d),x*d)});let p=n.map(()=>[]),m=new Map(n.map((k,x)=>[k,x]));a.forEach((k,x)=>{for(let O of k)p[m.get(O)??-1]?.push(x)});let y=Mc(),v=o===Zi?"fires":"above 0",M=hn(y,`${v} rarely`,"always",o.off);a.some(k=>k.length)&&M.append(...qc(io));let T=n.every((k,x)=>k===x);return mn({id:"unit-map",steps:s,rows:i,cells:c,palette:y,marks:p,rowNames:k=>String(n[k]??""),rowAxis:T?"unit":`unit, longest ${o.off} on top`,...T?{}:{placeAxis:`place by time ${o.off}`},stepName:"epoch",height:Math.min(xt(440,340),34+Math.max(200,i*13)),describe:(k,x)=>{let O=n[k]??0,L=l[O*d+x]??0,z=zr(L/255),$=L===0?o.off:`${v} for ${z} of the samples`,P=T?"":` (place ${k+1})`,N=a[x]?.includes(O)?", recycled after this epoch":"";return`Unit ${O}${P}, epoch ${s[x]??""}: ${$}${N}. In this run: ${zu(qi(r,O),o)}.`},key:M,zoom:e.zoom(`units ${e.run.run} ${t.tag}`)})}function kh(e){let t=e[0],r=e.at(-1);if(t===void 0||r===void 0||e.length<1e3)return null;let n=r-t+1;return e.length>=n?null:w("p",{class:"muted"},`TensorBoard keeps ${Te(e.length,"epoch")} of ${n}. Start it with --samples_per_plugin keras_activations=${n} to see all of them.`)}function Lh(e,t,r){let{steps:n,values:o,recycled:s}=e,i=s.some(l=>l.length);return[["unit","state",`${r.wentOff} at`,`${r.wentOn} at`,...i?["recycled after"]:[],...n.map(l=>`rate at epoch ${l}`)],...t.map(l=>{let a=qi(e,l),c=a.bornDead?`born ${r.off}`:a.deadNow?r.off:r.on;return[l,c,a.died.join(" "),a.revived.join(" "),...i?[a.recycled.join(" ")]:[],...n.map((d,p)=>Number(((o[l*n.length+p]??0)/255).toFixed(4)))]})]}var _r=[{id:"overview",name:"Overview",view:Pu},{id:"layers",name:"Layers over time",view:Tu},{id:"units",name:"Units",view:Vu},{id:"compare",name:"Compare runs",view:uu},{id:"details",name:"Details",view:ku}],Eh=["run","view","layer","measure","detail","which"],Ji="compare",Th=36,Wu=5,_h=`from keras_activations.callbacks import ActivationMonitor

monitor = ActivationMonitor("logs/run1")
model.fit(x, y, callbacks=[monitor])`,ds=class{constructor(t,r,n,o){this.root=t;this.source=r;this.place=n;this.styles=o;this.choices=n.read(),this.root.append(this.head,this.unreadable,this.notice,this.main),this.place.onLink(()=>{this.choices=this.place.read(),this.show()}),this.place.onKey(s=>{this.key(s)})}root;source;place;styles;choices;runs=[];shown;turn=0;zooms=new Map;head=w("header",{});main=w("main",{});notice=w("p",{class:"notice",role:"status",hidden:!0});unreadable=w("div",{class:"unreadable",id:"unreadable",role:"status",hidden:!0});async reload(){this.source.forget(),await this.show()}async show(){let t=++this.turn;this.root.dataset.ready="false";let r,n=_r[0];try{let o=await this.source.runs();this.runs=o.filter(Ks),this.drawUnreadable(o.filter(l=>!Ks(l))),r=Gs(this.runs,this.choices.run)??Bs(this.runs);let s=this.runs.length>1&&!this.choices.run?Ji:"",i=this.choices.view||s;if(n=_r.find(({id:l})=>l===i)??_r[0],!r||!n)this.put(void 0,$h(),"");else{let l=await n.view(this.context(r)),a=await this.problemOf(r);if(t!==this.turn)return;let c=[this.noticeOf(r),a].filter(Boolean).join(" ");if(this.put(l,l.element,c),l.more){this.drawHead(r,n.id),this.root.dataset.ready="partly",await l.more,t===this.turn&&await this.show();return}}this.drawHead(r,n?.id??"")}catch(o){if(t!==this.turn)return;let s=`This cannot be shown. ${To(o)}`;this.put(void 0,w("p",{class:"nothing"},s),""),r&&this.drawHead(r,n?.id??"")}t===this.turn&&(this.root.dataset.ready="true")}context(t){return{source:this.source,runs:this.runs,run:t,choices:this.choices,choose:r=>{this.choose(r)},zoom:r=>{let n=this.zooms.get(r)??{top:0,bottom:0};return this.zooms.set(r,n),n}}}choose(t){let r=this.choices;this.choices={...r,...t},this.choices.view!==r.view&&(this.choices.sort="");let n=Eh.some(o=>this.choices[o]!==r[o]);this.place.write(this.choices,n),this.show()}put(t,r,n){let o=document.activeElement,s=o?.id,i=o instanceof HTMLInputElement&&o.type==="search"?o.selectionStart:null,l=new Set(this.foldable().filter(({open:c})=>c).map(({id:c})=>c)),{scrollTop:a}=document.documentElement;Kt(),this.shown=t,this.main.replaceChildren(r),this.notice.hidden=!n,this.notice.textContent=n,s&&document.getElementById(s)?.focus({preventScroll:!0}),i!==null&&document.activeElement instanceof HTMLInputElement&&document.activeElement.setSelectionRange(i,i);for(let c of this.foldable())l.has(c.id)&&(c.open=!0);document.documentElement.scrollTop=a}foldable(){return[...this.main.querySelectorAll("details")]}async problemOf(t){try{return(await this.source.latest(t)).problem}catch{return}}noticeOf(t){let r=this.choices.run;return r&&Gs(this.runs,r)!==t?`There is no run "${Ys(r,t.manifest.prefix)}" here: this is "${$e(t)}". ${t.problem}`:t.problem}drawUnreadable(t){let r=t.length-Wu;this.unreadable.hidden=!t.length,this.unreadable.replaceChildren(...t.slice(0,Wu).map(n=>w("p",{"data-run":n.run},w("strong",{},$e(n)),` ${n.problem}`)),...r>0?[w("p",{},`${r} more runs cannot be read.`)]:[])}drawHead(t,r){let n=document.activeElement?.id;if(!t){this.head.replaceChildren();return}let o=_r.map(({id:c,name:d},p)=>w("button",{type:"button",id:`view-${c}`,title:`${d} (key ${p+1})`,"aria-current":c===r?"page":void 0,click:()=>{this.choose({view:c})}},d)),s=[["png","PNG",()=>this.savePicture(t,r)],["csv","CSV",()=>this.saveNumbers(t,r)],["link","Link",()=>this.copyLink()]],i={png:"Save a picture of this view",csv:"Save the numbers of this view",link:"Copy a link to this view"},l=nt("Run","run",this.runs.map(c=>[c.run,`${cr(c)?"▲ ":""}${Gt(c.short,Th)}`]),t.run,c=>{this.choose({run:c,hidden:""})}),a=cr(t)?", with findings (▲)":"";l.title=`${$e(t)}, ${js(t)}${a}`,r===Ji&&(l.title="All runs are compared here",l.querySelector("select")?.setAttribute("disabled","")),this.head.replaceChildren(l,w("nav",{"aria-label":"Views"},...o),w("span",{class:"actions"},...s.map(([c,d,p])=>w("button",{type:"button",id:`save-${c}`,title:i[c],click:()=>{p().catch(m=>{this.notice.hidden=!1,this.notice.textContent=`That did not work. ${String(m)}`})}},d)))),n&&document.getElementById(n)?.focus({preventScroll:!0})}async savePicture(t,r){if(!this.shown)return;let n=this.aboutOf(t,r);Zs(`${ju(n)}.png`,await Kl(this.shown.element,this.styles,n.join(" · ")))}saveNumbers(t,r){return this.shown&&Zs(`${ju(this.aboutOf(t,r))}.csv`,new Blob([Gl(this.shown.table())],{type:"text/csv"})),Promise.resolve()}aboutOf(t,r){let n=r===Ji;return[n?`${this.runs.length} runs`:$e(t),js((n?Bs(this.runs):void 0)??t),_r.find(({id:o})=>o===r)?.name??r,...this.shown?.about??[]].filter(Boolean)}async copyLink(){this.place.write(this.choices),await xo(this.place.link()),this.notice.hidden=!1,this.notice.textContent="The link to this view is on the clipboard."}key(t){if(t.target&&Ch(t.target)||t.ctrlKey||t.metaKey||t.altKey)return;let r=_r[Number(t.key)-1];r&&this.runs.length&&this.choose({view:r.id})}};function Ch(e){return e.matches("input, select, textarea, .map, [role=combobox], [role=listbox]")}var Bu=120;function ju(e){return e.map(r=>Gt(r.replaceAll(/[^\p{L}\p{N}.=-]+/gu,"-"),Bu/3)).join("_").replaceAll("…","-").slice(0,Bu)}function $h(){return w("section",{class:"view empty",id:"empty"},w("h1",{},"No activations have been logged yet"),w("p",{},"This tab shows which units of a network are dead, saturated or far from zero mean while it trains. Add the monitor to a training run:"),w("pre",{},w("code",{},_h)),w("p",{class:"muted"},"The tab fills after the first epoch; TensorBoard's reload button asks for it at once."))}var ps=class{constructor(t){this.ask=t}ask;answers=new Map;forget(){this.answers.clear()}async runs(){return(await this.cached("runs",{},Oh)).runs}latest(t){return this.latests([t])[0]}latests(t){return this.ofRuns("latest",t,{})}series(t,r,n){let o={measure:r,...n?{layer:n}:{}};return this.ofRuns("series",[t],o)[0]}measure(t,r){return this.measures([t],r)[0]}measures(t,r){let n=de(r),o={measure:Mo(n)};return this.ofRuns("series",t,o).map(async i=>So(n,await i))}async firing(t,r){let n={run:t.run,layer:r},o=await this.cached("firing",n),s=await Qi(o.values),i=o.steps.length;for(let l=0;l<s.length;l++)l%i&&(s[l]=(s[l]??0)+(s[l-1]??0));return{...o,values:s}}async alphas(t,r){let n={run:t.run,layer:r},o=await this.cached("alphas",n),s=await Qi(o.values);return{...o,values:new Float32Array(s.buffer)}}histograms(t,r){let n={run:t.run,prefix:t.manifest.prefix,layer:r};return this.cached("histograms",n)}findings(t){let r={run:t.run};return this.cached("findings",r,Ah)}ofRuns(t,r,n){let o=i=>JSON.stringify([t,i.run,n]),s=r.filter(i=>!this.answers.has(o(i)));for(let i=0;i<s.length;i+=Gu){let l=s.slice(i,i+Gu),a=this.askFor(t,l,n);for(let c of l){let d=a.then(p=>p[c.run],async p=>{if(l.length===1)throw p;return(await this.askFor(t,[c],n))[c.run]});d.catch(()=>this.answers.delete(o(c))),this.answers.set(o(c),d)}}return r.map(i=>this.answers.get(o(i)))}async askFor(t,r,n){let o=await this.ask(t,{run:r.map(({run:s})=>s),prefix:r.map(({manifest:s})=>s.prefix),...n});return lo(o)}cached(t,r,n=lo){let o=JSON.stringify([t,r]),s=this.answers.get(o);return s||(s=this.ask(t,r).then(n),s.catch(()=>this.answers.delete(o)),this.answers.set(o,s)),s}},Gu=50;function Oh(e){let{runs:t}=lo(e),r=Bl(t.map($e));return t.forEach((n,o)=>{n.short=r[o]??$e(n);let{layers:s}=n.manifest,i=qs(s.map(({name:l})=>l));s.forEach((l,a)=>{l.short=i[a]??l.name})}),e}var Ku=async(e,t)=>{let r=new URLSearchParams;for(let[o,s]of Object.entries(t))for(let i of[s].flat())r.append(o,i);let n=await fetch(`./${e}?${r.toString()}`);if(!n.ok)throw new Error(`TensorBoard did not answer "${e}" (status ${n.status}).`);return await n.json()};function Yu(e){let t=async()=>JSON.parse(new TextDecoder().decode(await Qi(e))),r;return async(n,o)=>{let s=await(r??=t()),i=String(o.run),l=String(o.layer),a=c=>Object.fromEntries([o.run??[]].flat().map(d=>[d,c(d)]));switch(n){case"runs":return s.runs;case"latest":return a(c=>s.latest[c]);case"findings":return s.findings[i];case"series":return a(c=>Object.fromEntries([o.measure??[]].flat().map(d=>[d,s.series[c]?.[d]]).filter(([,d])=>d!==void 0)));case"firing":case"alphas":case"histograms":return s[n][i]?.[l]??Rh;default:throw new Error(`No such route: ${n}`)}}}var Rh={steps:[],bins:[],units:0,values:"",recycled:[],deaths:[]};async function Qi(e){if(!e)return new Uint8Array;let t=atob(e),r=new Uint8Array(t.length);for(let o=0;o<t.length;o++)r[o]=t.charCodeAt(o);let n=new Blob([r]).stream().pipeThrough(new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}var ms=new Map([["NaN",NaN],["Infinity",1/0],["-Infinity",-1/0]]);function lo(e){if(Array.isArray(e))e.forEach((t,r)=>{e[r]=ms.get(t)??lo(t)});else if(typeof e=="object"&&e!==null){let t=e;for(let[r,n]of Object.entries(t))r==="manifest"||r==="diagnosed"||(typeof n=="object"?lo(n):r!=="run"&&(t[r]=ms.get(n)??n))}return e}function Ah(e){let{diagnosis:t}=e;for(let{evidence:r}of t?.findings??[])for(let n of r)n.value=ms.get(n.value)??n.value,n.limit=ms.get(n.limit)??n.limit;return e}var qu=`:root,
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
#report,
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
/* The head of an HTML report. */
#report {
  padding: 14px 20px 10px;
}
#report h1,
#report p {
  margin: 0;
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
select,
input {
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
select,
input[type="search"] {
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
/* The middle of a name is left out where there is no room for it. */
span.name:has(.end) {
  display: inline-block;
  max-width: 100%;
  overflow: hidden;
  white-space: pre;
  vertical-align: bottom;
}
.name .start {
  display: inline-block;
  max-width: calc(100% - 10ch);
  overflow: hidden;
  text-overflow: ellipsis;
  vertical-align: bottom;
}
.name .start + .end {
  display: inline-block;
  min-width: 10ch;
}
.tip {
  position: fixed;
  z-index: 30;
  max-width: 360px;
  padding: 6px 10px;
  font-size: 13px;
  color: var(--page);
  background: var(--text);
  border-radius: 6px;
  pointer-events: none;
  overflow-wrap: anywhere;
}
.caption {
  margin: 0;
  padding: 10px 20px 0;
  font-weight: 600;
}
.scatter text {
  font-size: 12px;
  fill: var(--text-2);
}
.scatter .grid {
  stroke: var(--grid);
}
.scatter .point {
  cursor: pointer;
}
.scatter .point path {
  stroke: var(--page);
}
.swatch.none {
  display: inline-block;
  width: 22px;
}
.filters select {
  max-width: 180px;
}
.drawn {
  gap: 8px;
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
  min-width: 0;
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
@media (max-width: 900px) {
  #page header {
    column-gap: 6px;
  }
  header .choice > span {
    display: none;
  }
  #page header button {
    padding: 4px 7px;
  }
  #run {
    max-width: 140px;
  }
  .overview table {
    font-size: 12px;
  }
  .overview :is(td, th button, th:not(:has(button))) {
    padding-right: 3px;
    padding-left: 3px;
  }
  .overview td.name {
    max-width: 130px;
  }
  .overview .flag {
    width: 14px;
  }
  #layers .spark {
    width: 70px;
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
`;var Zu="keras-activations-data";async function Nh(){let e=document.getElementById(Zu)?.textContent,t=Cl+qu,r=document.createElement("style");r.textContent=t,document.head.append(r);let n=document.createElement("div");n.id="page",document.body.append(n);let o=e?void 0:Ol(),s=new ps(e?Yu(e.trim()):Ku),i=new ds(n,s,Rl(o),t),l=!1;Al(o,()=>{l&&i.show()}),l=!0,o&&Pl(o,()=>{i.reload()}),await i.show()}document.getElementById(Zu)&&Nh();export{Nh as render};
