// Licences: see THIRD_PARTY_NOTICES.txt beside this file.
var Ll='.uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: ":";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline "background" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}';var bf={run:"",view:"",layer:"",measure:"",form:"",order:"",sort:"",hidden:"",filter:"",where:"",ticked:"",group:"",score:"",detail:"",epoch:"",which:""},Di="keras_activations";function yf(e,t){let o={...bf};for(let n of e.replace(/^#/,"").split("&")){let[r="",i=""]=n.split("=",2).map(El),s=r.startsWith(t)?r.slice(t.length):"";Object.hasOwn(o,s)&&(o[s]=i)}return o}function xf(e,t){return Object.entries(e).filter(([,o])=>o!=="").map(([o,n])=>`${t}${o}=${encodeURIComponent(String(n))}`).join("&")}function oo(e){return[...e].map(encodeURIComponent).join(",")}function Do(e){return new Set(e?e.split(",").map(El):[])}function El(e){try{return decodeURIComponent(e.replaceAll("+"," "))}catch{return e}}var wr=class{constructor(t,o){this.window=t;this.inTensorBoard=o;this.prefix=o?`p.${Di}.`:""}window;inTensorBoard;prefix;read(){return yf(this.window.location.hash,this.prefix)}write(t,o=!1){let n=xf(t,this.prefix),r=this.inTensorBoard?`${Di}&`:"",i=new URL(this.window.location.href);i.hash=r+n;let{history:s}=this.window;o?s.pushState(s.state,"",i.href):s.replaceState(s.state,"",i.href)}link(){return this.window.location.href}onKey(t){document.addEventListener("keydown",t),this.inTensorBoard&&this.window.document.addEventListener("keydown",o=>{this.inSight()&&t(o)})}onLink(t){this.window.addEventListener("hashchange",()=>{this.inSight()&&t()})}inSight(){let{hash:t}=this.window.location;return!this.inTensorBoard||t.startsWith(`#${Di}`)}};function _l(){try{let e=window.parent;return e!==window&&e.location.href?e:void 0}catch{return}}function Tl(e){return new wr(e??window,e!==void 0)}function Cl(e,t){let o=document.documentElement,n=window.matchMedia("(prefers-color-scheme: dark)"),r=()=>{let s=(e?e.document.body.classList.contains("dark-mode"):n.matches)?"dark":"light";o.dataset.theme!==s&&(o.dataset.theme=s,t())};r(),e?new MutationObserver(r).observe(e.document.body,{attributeFilter:["class"]}):n.addEventListener("change",r)}function $l(e,t){let o=new MessageChannel;o.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;let{type:i,id:s}=r;o.port1.postMessage(JSON.stringify({type:i,id:s,payload:null,error:null,isReply:!0})),i==="experimental.DataReloaded"&&t()},e.postMessage("experimental.bootstrap","*",[o.port2])}function w(e,t={},...o){let n=document.createElement(e);return Ol(n,t,o),n}function be(e,t={},...o){let n=document.createElementNS("http://www.w3.org/2000/svg",e);return Ol(n,t,o),n}function Ol(e,t,o){for(let[n,r]of Object.entries(t))r===void 0||r===!1||(typeof r=="function"?e.addEventListener(n,r):e.setAttribute(n,r===!0?"":String(r)));for(let n of o)n==null||n===!1||e.append(typeof n=="number"?String(n):n)}function gt(e,t,o,n,r,i){let s=w("select",{id:t,title:i,change:()=>{r(s.value)}});for(let[l,a]of o)s.append(w("option",{value:l,selected:l===n},a));return w("label",{class:"choice"},w("span",{},e),s)}function tn(e,t,o,n,r){return w("div",{class:"segments",role:"group","aria-label":e},...o.map(([i,s])=>w("button",{id:`${t}-${i}`,type:"button","aria-pressed":i===n?"true":"false",click:()=>{r(i)}},s)))}async function br(e){let t=navigator.clipboard;try{if(!t)throw new Error("no clipboard");await t.writeText(e)}catch{let o=w("textarea",{class:"sr"});o.value=e,document.body.append(o),o.select(),document.execCommand("copy"),o.remove()}}var Rl=new Intl.NumberFormat("en",{maximumFractionDigits:0});function re(e,t){return e==null?"–":Number.isFinite(e)?t==="share"?Ho(e):t==="count"?Rl.format(e):Mn(e):String(e)}function Ho(e){let t=e*100;return t!==0&&Math.abs(t)<.05?"< 0.1 %":`${t.toFixed(1)} %`}function nn(e){return`${Math.round(e*100)} %`}function Mn(e){if(e===0)return"0";let t=Math.abs(e);return t>=1e4||t<.001?e.toExponential(2):e.toPrecision(3)}function _e(e,t){return`${Rl.format(e)} ${t}${e===1?"":"s"}`}function zo(e,t=6){let o=e.length-t,n=e.slice(0,t).map(String);o>0&&n.push(`${o} more`);let r=n.pop();return n.length?`${n.join(", ")} and ${r}`:r??""}var Sn={unit:"share",axis:[0,1],worse:"high"},ro={unit:"count",axis:"from zero",worse:"high"},Al={unit:"number",axis:"log",worse:"high"},io={unit:"number",axis:"fit",worse:"far"},Hi=[{id:"dead_ratio",name:"dead units",...Sn,help:"Share of units that fired for no sample of the epoch. A unit fires where the slope of its activation is not 0; a channel of a convolution is one unit.",formula:"dead = #{u : fired(u) = 0} / units"},{id:"dead_ratio_batch",name:"dead units per mini-batch",...Sn,help:"Share of units that did not fire on any sample of one mini-batch. It is larger than the share per epoch: a unit that fires with probability p looks dead in n samples with probability (1 − p)ⁿ, 72 % for p = 1 % and n = 32.",formula:"mean over mini-batches of #{u : fired in batch(u) = 0} / units"},{id:"one_sided_ratio",name:"one-sided units",...Sn,help:"For kinds that cannot die (leaky ReLU, PReLU, ELU): share of units that were on the negative side for every sample of the epoch.",formula:"one-sided = #{u : z(u) ≤ 0 for every sample} / units"},{id:"born_dead",name:"born dead",...ro,help:"Units that have not fired once since training began: an effect of the initial weights and of the inputs.",formula:"#{u : fired(u) = 0 in every epoch so far}"},{id:"died",name:"died",...ro,help:"Units that fired in the epoch before and not in this one.",formula:"#{u : fired before, not in this epoch, newly so}"},{id:"revived",name:"revived",...ro,help:"Units that were dead in the epoch before and fired in this one; of a unit born dead, when it first fires.",formula:"#{u : dead in the epoch before, fired in this one}"},{id:"recycled",name:"recycled units",...ro,seldom:!0,help:"Units that RecycleUnits gave new weights after the epoch, so that they learn anew.",formula:"#{u : new weights after this epoch}"},{id:"rare_ratio",name:"rarely firing units",...Sn,help:"Share of units that fired for fewer than 1 % of the samples.",formula:"#{u : rate(u) < 0.01} / units"},{id:"dormant_ratio",name:"dormant units",...Sn,help:"Share of units whose mean size is at most 0.025 of the layer's average: they fire, and carry next to nothing.",formula:"#{u : E|a(u)| / mean over k of E|a(k)| ≤ 0.025} / units"},{id:"mean",name:"mean",...io,help:"Mean of the activations. Far from 0 it pushes all weights of a unit of the next layer the same way.",formula:"mean over units of E a(u)"},{id:"std",name:"standard deviation",...io,axis:"from zero",colours:"log",help:"Standard deviation of the activations.",formula:"√(E a² − (E a)²)"},{id:"bias_shift",name:"bias shift",unit:"number",axis:[0,1],worse:"high",help:"How far from zero mean, whatever the scale: 0 for a unit with mean 0, 1 for a constant one. Dotted, or beside it, is what this activation has for inputs from N(0, 1).",formula:"mean of |E a(u)| / √(E a(u)²) over units that are not always 0"},{id:"zero_fraction",name:"exact zeros",...Sn,help:"Share of the single activations, not units, that are exactly 0: how sparse the layer is. Half of them are 0 in a sound ReLU layer.",formula:"#{a = 0} / (samples · units)"},{id:"saturation",name:"saturated units",...Sn,help:"Share of units on a flat part of their activation for at least 99 % of the samples: next to no gradient passes them.",formula:"#{u : |φ′(z)| < 0.06 · max|φ′| for ≥ 99 % of samples} / units"},{id:"nonfinite",name:"NaN and infinite values",...ro,help:"Activations that were NaN or infinite; they are left out of all other numbers.",formula:"#{a : a is NaN or ±∞}"},{id:"alpha",name:"learned slope, mean",...io,help:"Mean of the layer's learned alpha (PReLU: slope on the negative side; ELU: depth of its plateau).",formula:"mean over channels of α"},{id:"alpha_min",name:"learned slope, smallest",...io,help:"Smallest learned alpha of the layer.",formula:"min over channels of α"},{id:"alpha_max",name:"learned slope, largest",...io,help:"Largest learned alpha of the layer.",formula:"max over channels of α"},{id:"gradient_norm",name:"gradient norm",...Al,help:"Length of the gradient of the layer's weights.",formula:"‖∂L/∂W‖"},{id:"update_ratio",name:"update ratio",...Al,usual:.001,help:"How large a step is beside the weights it changes. About 0.001 is usual.",formula:"‖ΔW‖ / ‖W‖"},{id:"sign_agreement",name:"sign agreement",unit:"number",axis:[0,1],worse:"high",help:"1 where all incoming weights of a unit are pushed the same way, so that a step can only zig-zag; dotted is what random signs give.",formula:"mean over units of |Σ g| / Σ|g| over the unit's incoming weights"},{id:"samples",name:"observations",...ro,help:"Observations per unit in the epoch; every position of a convolution counts.",formula:"n"}],vf=new Map(Hi.map(e=>[e.id,e])),yr=[["batch.",({name:e,help:t})=>({name:e.endsWith("mini-batch")?e:`${e}, per mini-batch`,help:`Since the last time it was written, by training step. ${t}`})],["val_",({name:e,help:t})=>({name:`${e}, validation`,help:`On the validation data. ${t}`})]];function ye(e){let t=vf.get(e);if(t)return t;for(let[n,r]of yr){if(!e.startsWith(n))continue;let i=ye(e.slice(n.length));return{...i,...r(i),id:e}}let o=e.replaceAll("_"," ");return{...io,id:e,name:o,help:"Logged beside the others.",formula:""}}function xr({id:e,seldom:t}){return t?[e,"samples"]:[e]}function vr({id:e,seldom:t},o){let n=o[e]??{steps:[],layers:{}};if(!t||!n.steps.length)return n;let r=[...n.steps,...o.samples?.steps??[]];return zi(n,[...new Set(r)].sort((i,s)=>i-s))}var Mf=1e3;function zi(e,t){let o=new Map(e.steps.map((r,i)=>[r,i])),n=e.steps.length<Mf?0:null;return{steps:t,layers:Object.fromEntries(Object.entries(e.layers).map(([r,i])=>[r,t.map(s=>i[o.get(s)??-1]??n)]))}}var Pl={id:"bias_shift_expected",name:"expected for inputs from N(0, 1)"},Nl=new Map([["bias_shift",Pl],["val_bias_shift",Pl],["sign_agreement",{id:"sign_agreement_random",name:"random signs"}]]),Sf=new Set([...Nl.values()].map(({id:e})=>e));function on(e){return Nl.get(e)}function Mr(...e){let t=n=>{let r=yr.findIndex(([l])=>n.startsWith(l)),[i]=yr[r]??[""],s=Hi.findIndex(l=>l.id===n.slice(i.length));return(s<0?Hi.length:s)+(r+1)*1e3},o=e.flatMap(n=>Object.keys(n.layers));return[...new Set(o)].filter(n=>!Sf.has(n)).sort((n,r)=>t(n)-t(r)).map(ye)}var kf=/^(?!(batch\.|val_)?(alpha|gradient_|update_|sign_|samples|died|revived|recycled))/;function Dl(e){return yr.find(([t])=>e.startsWith(t))?.[0]??""}function Fi(e,t,o){if(!kf.test(t))return[];let n=e.layers[`${Dl(t)}samples`]??{};return(o===void 0?Object.values(n):[n[o]]).filter(r=>typeof r=="number"&&r>0)}function rn(e,t,o){return Vi(Fi(e,t,o),t)}function Vi(e,t){if(!e.length)return"";let o=Math.min(...e),n=Math.max(...e);return`${o===n?re(o,"count"):`${re(o,"count")} to ${re(n,"count")}`} observations per unit`+(Dl(t)==="batch."?".":" and epoch.")}var Hl={dead_ratio:.25,one_sided_ratio:.5,saturation:.5},Lf=3;function Fo(e,t){return e.limits[t]??Hl[t]}function Sr(e,t){let o=r=>Lr(e,t,r)||0;return Math.max(...Object.keys(Hl).map(o))+(o("nonfinite")>0?2:0)}function kr(e,t){let o=({name:n})=>{let r=e.findIndex(({layers:i})=>i.includes(n));return r<0?e.length:r};return(n,r)=>o(n)-o(r)||Sr(t,r)-Sr(t,n)}function Lr(e,t,o){let n=e.layers[o]?.[t.tag];return o!=="saturation"||typeof n!="number"?n:n-(e.layers.dead_ratio?.[t.tag]??0)}function Ii(e,t,o){let n=[];for(let r of e.layers){let i=Ef(r,e,t,o);i&&n.push({layer:r,clause:i})}return n.sort((r,i)=>Sr(t,i.layer)-Sr(t,r.layer))}function Ef(e,t,o,n){let r=a=>Lr(o,e,a),i=r("nonfinite");if(i)return`${e.name} gave ${re(i,"count")} NaN or infinite values in the last epoch`;let s=a=>{let c=Fo(t,a),d=r(a);return typeof d=="number"&&c!==void 0&&d>=c?d:void 0};if(s("dead_ratio")!==void 0)return`${e.name} ${_f(e,o,n.dead_ratio)}`;let l=s("one_sided_ratio");if(l!==void 0)return`${nn(l)} of the units of ${e.name} stay on the negative side`;if(s("saturation")!==void 0){let a=o.layers.saturation?.[e.tag]??0;return`${nn(a)} of the units of ${e.name} are saturated`}for(let[a,c]of Object.entries(t.limits)){let d=s(a);if(d!==void 0){let{name:p,unit:h}=ye(a);return`${p} of ${e.name} is ${re(d,h)} (limit ${re(c,h)})`}}}function _f(e,t,o){let n=t.layers.dead_ratio?.[e.tag]??0,r=t.layers.born_dead?.[e.tag];if(e.units&&r&&r/e.units>n/2)return`has ${nn(r/e.units)} units that never fired`;let i=Et(o?.steps??[],o?.layers[e.tag]??[]),s=i[0],l=i.at(-1);if(!s||!l||l.value-s.value<n/2)return`has ${nn(n)} dead units`;let a=l.value-s.value,c=i.findLastIndex(h=>h.value<s.value+.9*a)+1,d=i[c]??l,p=i.slice(0,c).findLast(h=>h.value<=s.value+.1*a)??s;return`lost ${nn(a)} of its units between epochs ${p.step} and ${d.step}`}function zl(e,t){let o=e.layers.length;if(!o)return"No layer of this run was watched.";if(!t.length)return o===1?"The watched layer needs no look.":`None of the ${o} watched layers needs a look.`;let n=t.length===1?"needs":"need",r=o===1?"The layer":`${t.length} of ${_e(o,"layer")}`,i=t.slice(0,Lf).map(({clause:l})=>l),s=t.length-i.length;return s&&i.push(`${s} more`),`${r} ${n} a look: ${i.join("; ")}.`}function Et(e,t){let o=[];return e.forEach((n,r)=>{let i=t[r];typeof i=="number"&&Number.isFinite(i)&&o.push({step:n,value:i})}),o}function Vo(e,t,o){return e.worse==="far"?Math.abs(t)>Math.abs(o):e.worse==="high"?t>o:t<o}async function so({source:e,run:t,choices:o},n=t.manifest.layers){let r=n.find(a=>a.tag===o.layer);if(r)return r;let[i,{diagnosis:s}]=await Promise.all([e.latest(t),e.findings(t)]),l=kr(s?.findings??[],i);return[...n].sort(l)[0]}function Ui(e){return Io(e)[0]}function Io(e){return[...e].reverse().sort((t,o)=>o.time-t.time)}function lo({diagnosed:e}){return!!e.causes?.length}function Wi({time:e}){if(!e)return"";let t=new Date(1e3*e);return new Date(+t-6e4*t.getTimezoneOffset()).toISOString().slice(0,16).replace("T"," ")}function Bi(e,t){if(!t)return;let o=e.find(({run:i})=>i===t);if(o)return o;let[n]=e.filter(({run:i})=>t.endsWith(`/${i}`)).sort((i,s)=>s.run.length-i.run.length);if(n)return n;let r=e.filter(({run:i})=>i.endsWith(`/${t}`));return r.length===1?r[0]:void 0}function ji({manifest:e,problem:t}){return e.layers.length>0||!t}function Er(e){return e instanceof Error?e.message:String(e)}function Ce({run:e,manifest:t}){return Gi(e,t.prefix)}function Gi(e,t){let o=`/${t}`;return(e.endsWith(o)?e.slice(0,-o.length):e)||e}var Tf=16,Fl=10;function Vl(e){if(e.length<2)return e;let t=e.map(l=>l.split("/")),o=t[0]??[],n=Math.min(...t.map(({length:l})=>l))-1,r=l=>Il(n,a=>!t.every(c=>l(c,a)===l(o,a))),i=r((l,a)=>l[a]),s=Math.min(n-i,r((l,a)=>l.at(-1-a)));return Ki(t.map(l=>l.slice(i,l.length-s).join("/")))}function Ki(e){let[t=""]=e;if(e.length<2||Math.max(...e.map(i=>i.length))<=Tf)return e;let o=Il(t.length,i=>!e.every(s=>s[i]===t[i])),n=t.slice(0,o).search(/[^/._-]*$/),r=e.map(i=>i.slice(n));return r.every(i=>/\p{L}/u.test(i))?r:e}function Il(e,t){let o=0;for(;o<e&&!t(o);)o++;return o}function kn(e,t){if(e.length<=t)return e;let o=Math.min(Fl,Math.floor(t/2));return`${e.slice(0,t-o-1)}…${e.slice(-o)}`}function Ht(e,t=e){let o=Math.max(0,e.length-Fl);return w("span",{class:"name",title:t},o>0&&w("span",{class:"start"},e.slice(0,o)),w("span",{class:"end"},e.slice(o)))}function Ul(e){return e.map(t=>t.map(Cf).join(",")+`\r
`).join("")}function Cf(e){if(e==null)return"";if(typeof e=="number")return String(e);let t=/^[=+\-@\t\r]/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t}function Yi(e,t){let o=document.createElement("a");o.href=URL.createObjectURL(t),o.download=e,o.click(),setTimeout(()=>{URL.revokeObjectURL(o.href)},1e4)}var $f=40;async function Wl(e,t,o){let n=[...e.querySelectorAll(".scroll")].map(T=>T.scrollWidth-T.clientWidth),r=Math.ceil(e.scrollWidth)+Math.max(0,...n),i=Math.ceil(e.scrollHeight)+$f,s=e.cloneNode(!0),l=e.querySelectorAll("canvas");s.querySelectorAll("canvas").forEach((T,v)=>{let O=l[v];if(!O)return;let k=document.createElement("img");k.src=O.toDataURL(),k.style.cssText=O.style.cssText,k.style.width=`${O.clientWidth}px`,k.style.height=`${O.clientHeight}px`,T.replaceWith(k)});let a=e.querySelectorAll("select");s.querySelectorAll("select").forEach((T,v)=>{let O=document.createElement("b");O.textContent=a[v]?.selectedOptions[0]?.textContent??"",T.replaceWith(O)});let c=document.createElement("div");c.className="picture",c.dataset.theme=document.documentElement.dataset.theme??"light",c.style.width=`${r}px`;let d=document.createElement("style");d.textContent=t;let p=document.createElement("p");p.className="caption",p.textContent=o,c.append(d,p,s);let h=new XMLSerializer().serializeToString(c),y=`<svg xmlns="http://www.w3.org/2000/svg" width="${r}" height="${i}"><foreignObject width="100%" height="100%">${h}</foreignObject></svg>`,S=new Image;S.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(y)}`,await S.decode();let M=document.createElement("canvas");M.width=2*r,M.height=2*i;let L=M.getContext("2d");if(!L)throw new Error("This browser gives no canvas to draw on.");return L.scale(2,2),L.drawImage(S,0,0),new Promise((T,v)=>{M.toBlob(O=>{O?T(O):v(new Error("The view is too large for one picture."))})})}var ao=14,zt;function co({clientX:e,clientY:t},...o){zt??=w("div",{class:"tip","aria-hidden":!0}),zt.isConnected||document.getElementById("page")?.append(zt),zt.hidden=!1,zt.replaceChildren(...o.map(p=>w("div",{},p)));let{offsetWidth:n,offsetHeight:r}=zt,{clientWidth:i,clientHeight:s}=document.documentElement,l=e+ao+n>i,a=t+ao+r>s,c=l?e-ao-n:e+ao,d=a?t-ao-r:t+ao;zt.style.left=`${Math.max(0,c)}px`,zt.style.top=`${Math.max(0,d)}px`}function Bt(){zt&&(zt.hidden=!0)}var Of="uplot",Rf="u-hz",Af="u-vt",Pf="u-title",Nf="u-wrap",Df="u-under",Hf="u-over",zf="u-axis",_n="u-off",Ff="u-select",Vf="u-cursor-x",If="u-cursor-y",Uf="u-cursor-pt",Wf="u-legend",Bf="u-live",jf="u-inline",Gf="u-series",Kf="u-marker",Bl="u-label",Yf="u-value",Wo="width",Bo="height";var jl="bottom",uo="left",qi="right",ds="#000",Gl=ds+"0",Zi="mousemove",Kl="mousedown",Ji="mouseup",Yl="mouseenter",ql="mouseleave",Zl="dblclick",qf="resize",Zf="scroll",Jl="change",Or="dppxchange",ps="--",bo=typeof window<"u",ns=bo?document:null,po=bo?window:null,Jf=bo?navigator:null,le,_r;function os(){let e=devicePixelRatio;le!=e&&(le=e,_r&&is(Jl,_r,os),_r=matchMedia(`(min-resolution: ${le-.001}dppx) and (max-resolution: ${le+.001}dppx)`),Tn(Jl,_r,os),po.dispatchEvent(new CustomEvent(Or)))}function st(e,t){if(t!=null){let o=e.classList;!o.contains(t)&&o.add(t)}}function rs(e,t){let o=e.classList;o.contains(t)&&o.remove(t)}function xe(e,t,o){e.style[t]=o+"px"}function _t(e,t,o,n){let r=ns.createElement(e);return t!=null&&st(r,t),o?.insertBefore(r,n),r}function wt(e,t){return _t("div",e,t)}var Ql=new WeakMap;function Ft(e,t,o,n,r){let i="translate("+t+"px,"+o+"px)",s=Ql.get(e);i!=s&&(e.style.transform=i,Ql.set(e,i),t<0||o<0||t>n||o>r?st(e,_n):rs(e,_n))}var Xl=new WeakMap;function ea(e,t,o){let n=t+o,r=Xl.get(e);n!=r&&(Xl.set(e,n),e.style.background=t,e.style.borderColor=o)}var ta=new WeakMap;function na(e,t,o,n){let r=t+""+o,i=ta.get(e);r!=i&&(ta.set(e,r),e.style.height=o+"px",e.style.width=t+"px",e.style.marginLeft=n?-t/2+"px":0,e.style.marginTop=n?-o/2+"px":0)}var ms={passive:!0},Qf={...ms,capture:!0};function Tn(e,t,o,n){t.addEventListener(e,o,n?Qf:ms)}function is(e,t,o,n){t.removeEventListener(e,o,ms)}bo&&os();function Tt(e,t,o,n){let r;o=o||0,n=n||t.length-1;let i=n<=2147483647;for(;n-o>1;)r=i?o+n>>1:lt((o+n)/2),t[r]<e?o=r:n=r;return e-t[o]<=t[n]-e?o:n}function $a(e){return(o,n,r)=>{let i=-1,s=-1;for(let l=n;l<=r;l++)if(e(o[l])){i=l;break}for(let l=r;l>=n;l--)if(e(o[l])){s=l;break}return[i,s]}}var Oa=e=>e!=null,Ra=e=>e!=null&&e>0,Pr=$a(Oa),Xf=$a(Ra);function ed(e,t,o,n=0,r=!1){let i=r?Xf:Pr,s=r?Ra:Oa;[t,o]=i(e,t,o);let l=e[t],a=e[t];if(t>-1)if(n==1)l=e[t],a=e[o];else if(n==-1)l=e[o],a=e[t];else for(let c=t;c<=o;c++){let d=e[c];s(d)&&(d<l?l=d:d>a&&(a=d))}return[l??de,a??-de]}function Nr(e,t,o,n){let r=ia(e),i=ia(t);e==t&&(r==-1?(e*=o,t/=o):(e/=o,t*=o));let s=o==10?jt:Aa,l=r==1?lt:bt,a=i==1?bt:lt,c=l(s(Pe(e))),d=a(s(Pe(t))),p=mo(o,c),h=mo(o,d);return o==10&&(c<0&&(p=pe(p,-c)),d<0&&(h=pe(h,-d))),n||o==2?(e=p*r,t=h*i):(e=Ha(e,p),t=Dr(t,h)),[e,t]}function hs(e,t,o,n){let r=Nr(e,t,o,n);return e==0&&(r[0]=0),t==0&&(r[1]=0),r}var gs=.1,oa={mode:3,pad:gs},Go={pad:0,soft:null,mode:0},td={min:Go,max:Go};function Rr(e,t,o,n){return Hr(o)?ra(e,t,o):(Go.pad=o,Go.soft=n?0:null,Go.mode=n?3:0,ra(e,t,td))}function ie(e,t){return e??t}function nd(e,t,o){for(t=ie(t,0),o=ie(o,e.length-1);t<=o;){if(e[t]!=null)return!0;t++}return!1}function ra(e,t,o){let n=o.min,r=o.max,i=ie(n.pad,0),s=ie(r.pad,0),l=ie(n.hard,-de),a=ie(r.hard,de),c=ie(n.soft,de),d=ie(r.soft,-de),p=ie(n.mode,0),h=ie(r.mode,0),y=t-e,S=jt(y),M=Je(Pe(e),Pe(t)),L=jt(M),T=Pe(L-S);(y<1e-24||T>10)&&(y=0,(e==0||t==0)&&(y=1e-24,p==2&&c!=de&&(i=0),h==2&&d!=-de&&(s=0)));let v=y||M||1e3,O=jt(v),k=mo(10,lt(O)),D=v*(y==0?e==0?.1:1:i),$=pe(Ha(e-D,k/10),24),U=e>=c&&(p==1||p==3&&$<=c||p==2&&$>=c)?c:de,N=Je(l,$<U&&e>=U?U:Ct(U,$)),E=v*(y==0?t==0?.1:1:s),A=pe(Dr(t+E,k/10),24),C=t<=d&&(h==1||h==3&&A>=d||h==2&&A<=d)?d:-de,W=Ct(a,A>C&&t<=C?C:Je(C,A));return N==W&&N==0&&(W=100),[N,W]}var od=new Intl.NumberFormat(bo?Jf.language:"en-US"),ws=e=>od.format(e),at=Math,$r=at.PI,Pe=at.abs,lt=at.floor,Ae=at.round,bt=at.ceil,Ct=at.min,Je=at.max,mo=at.pow,ia=at.sign,jt=at.log10,Aa=at.log2,rd=(e,t=1)=>at.sinh(e)*t,Qi=(e,t=1)=>at.asinh(e/t),de=1/0;function sa(e){return(jt((e^e>>31)-(e>>31))|0)+1}function ss(e,t,o){return Ct(Je(e,t),o)}function Pa(e){return typeof e=="function"}function ee(e){return Pa(e)?e:()=>e}var id=()=>{},Na=e=>e,Da=(e,t)=>t,sd=e=>null,la=e=>!0,aa=(e,t)=>e==t,ld=/\.\d*?(?=9{6,}|0{6,})/gm,Cn=e=>{if(Fa(e)||ln.has(e))return e;let t=`${e}`,o=t.match(ld);if(o==null)return e;let n=o[0].length-1;if(t.indexOf("e-")!=-1){let[r,i]=t.split("e");return+`${Cn(r)}e${i}`}return pe(e,n)};function Ln(e,t){return Cn(pe(Cn(e/t))*t)}function Dr(e,t){return Cn(bt(Cn(e/t))*t)}function Ha(e,t){return Cn(lt(Cn(e/t))*t)}function pe(e,t=0){if(Fa(e))return e;let o=10**t,n=e*o*(1+Number.EPSILON);return Ae(n)/o}var ln=new Map;function za(e){return((""+e).split(".")[1]||"").length}function Yo(e,t,o,n){let r=[],i=n.map(za);for(let s=t;s<o;s++){let l=Pe(s),a=pe(mo(e,s),l);for(let c=0;c<n.length;c++){let d=e==10?+`${n[c]}e${s}`:n[c]*a,p=(s>=0?0:l)+(s>=i[c]?0:i[c]),h=e==10?d:pe(d,p);r.push(h),ln.set(h,p)}}return r}var Ko={},bs=[],ho=[null,null],sn=Array.isArray,Fa=Number.isInteger,ad=e=>e===void 0;function ca(e){return typeof e=="string"}function Hr(e){let t=!1;if(e!=null){let o=e.constructor;t=o==null||o==Object}return t}function cd(e){return e!=null&&typeof e=="object"}var ud=Object.getPrototypeOf(Uint8Array),Va="__proto__";function go(e,t=Hr){let o;if(sn(e)){let n=e.find(r=>r!=null);if(sn(n)||t(n)){o=Array(e.length);for(let r=0;r<e.length;r++)o[r]=go(e[r],t)}else o=e.slice()}else if(e instanceof ud)o=e.slice();else if(t(e)){o={};for(let n in e)n!=Va&&(o[n]=go(e[n],t))}else o=e;return o}function $e(e){let t=arguments;for(let o=1;o<t.length;o++){let n=t[o];for(let r in n)r!=Va&&(Hr(e[r])?$e(e[r],go(n[r])):e[r]=go(n[r]))}return e}var fd=0,dd=1,pd=2;function md(e,t,o){for(let n=0,r,i=-1;n<t.length;n++){let s=t[n];if(s>i){for(r=s-1;r>=0&&e[r]==null;)e[r--]=null;for(r=s+1;r<o&&e[r]==null;)e[i=r++]=null}}}function hd(e,t){if(bd(e)){let s=e[0].slice();for(let l=1;l<e.length;l++)s.push(...e[l].slice(1));return yd(s[0])||(s=wd(s)),s}let o=new Set;for(let s=0;s<e.length;s++){let a=e[s][0],c=a.length;for(let d=0;d<c;d++)o.add(a[d])}let n=[Array.from(o).sort((s,l)=>s-l)],r=n[0].length,i=new Map;for(let s=0;s<r;s++)i.set(n[0][s],s);for(let s=0;s<e.length;s++){let l=e[s],a=l[0];for(let c=1;c<l.length;c++){let d=l[c],p=Array(r).fill(void 0),h=t?t[s][c]:dd,y=[];for(let S=0;S<d.length;S++){let M=d[S],L=i.get(a[S]);M===null?h!=fd&&(p[L]=M,h==pd&&y.push(L)):p[L]=M}md(p,y,r),n.push(p)}}return n}var gd=typeof queueMicrotask>"u"?e=>Promise.resolve().then(e):queueMicrotask;function wd(e){let t=e[0],o=t.length,n=Array(o);for(let i=0;i<n.length;i++)n[i]=i;n.sort((i,s)=>t[i]-t[s]);let r=[];for(let i=0;i<e.length;i++){let s=e[i],l=Array(o);for(let a=0;a<o;a++)l[a]=s[n[a]];r.push(l)}return r}function bd(e){let t=e[0][0],o=t.length;for(let n=1;n<e.length;n++){let r=e[n][0];if(r.length!=o)return!1;if(r!=t){for(let i=0;i<o;i++)if(r[i]!=t[i])return!1}}return!0}function yd(e,t=100){let o=e.length;if(o<=1)return!0;let n=0,r=o-1;for(;n<=r&&e[n]==null;)n++;for(;r>=n&&e[r]==null;)r--;if(r<=n)return!0;let i=Je(1,lt((r-n+1)/t));for(let s=e[n],l=n+i;l<=r;l+=i){let a=e[l];if(a!=null){if(a<=s)return!1;s=a}}return!0}var Ia=["January","February","March","April","May","June","July","August","September","October","November","December"],Ua=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function Wa(e){return e.slice(0,3)}var xd=Ua.map(Wa),vd=Ia.map(Wa),Md={MMMM:Ia,MMM:vd,WWWW:Ua,WWW:xd};function Uo(e){return(e<10?"0":"")+e}function Sd(e){return(e<10?"00":e<100?"0":"")+e}var kd={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+"").slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Uo(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Uo(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Uo(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?"PM":"AM",aa:e=>e.getHours()>=12?"pm":"am",a:e=>e.getHours()>=12?"p":"a",mm:e=>Uo(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Uo(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>Sd(e.getMilliseconds())};function ys(e,t){t=t||Md;let o=[],n=/\{([a-z]+)\}|[^{]+/gi,r;for(;r=n.exec(e);)o.push(r[0][0]=="{"?kd[r[1]]:r[0]);return i=>{let s="";for(let l=0;l<o.length;l++)s+=typeof o[l]=="string"?o[l]:o[l](i,t);return s}}var Ld=new Intl.DateTimeFormat().resolvedOptions().timeZone;function Ed(e,t){let o;return t=="UTC"||t=="Etc/UTC"?o=new Date(+e+e.getTimezoneOffset()*6e4):t==Ld?o=e:(o=new Date(e.toLocaleString("en-US",{timeZone:t})),o.setMilliseconds(e.getMilliseconds())),o}var Ba=e=>e%1==0,Ar=[1,2,2.5,5],_d=Yo(10,-32,0,Ar),ja=Yo(10,0,32,Ar),Td=ja.filter(Ba),En=_d.concat(ja),xs=`
`,Ga="{YYYY}",ua=xs+Ga,Ka="{M}/{D}",jo=xs+Ka,Tr=jo+"/{YY}",Ya="{aa}",Cd="{h}:{mm}",fo=Cd+Ya,fa=xs+fo,da=":{ss}",ce=null;function qa(e){let t=e*1e3,o=t*60,n=o*60,r=n*24,i=r*30,s=r*365,a=(e==1?Yo(10,0,3,Ar).filter(Ba):Yo(10,-3,0,Ar)).concat([t,t*5,t*10,t*15,t*30,o,o*5,o*10,o*15,o*30,n,n*2,n*3,n*4,n*6,n*8,n*12,r,r*2,r*3,r*4,r*5,r*6,r*7,r*8,r*9,r*10,r*15,i,i*2,i*3,i*4,i*6,s,s*2,s*5,s*10,s*25,s*50,s*100]),c=[[s,Ga,ce,ce,ce,ce,ce,ce,1],[r*28,"{MMM}",ua,ce,ce,ce,ce,ce,1],[r,Ka,ua,ce,ce,ce,ce,ce,1],[n,"{h}"+Ya,Tr,ce,jo,ce,ce,ce,1],[o,fo,Tr,ce,jo,ce,ce,ce,1],[t,da,Tr+" "+fo,ce,jo+" "+fo,ce,fa,ce,1],[e,da+".{fff}",Tr+" "+fo,ce,jo+" "+fo,ce,fa,ce,1]];function d(p){return(h,y,S,M,L,T)=>{let v=[],O=L>=s,k=L>=i&&L<s,D=p(S),$=pe(D*e,3),U=Xi(D.getFullYear(),O?0:D.getMonth(),k||O?1:D.getDate()),N=pe(U*e,3);if(k||O){let E=k?L/i:0,A=O?L/s:0,C=$==N?$:pe(Xi(U.getFullYear()+A,U.getMonth()+E,1)*e,3),W=new Date(Ae(C/e)),H=W.getFullYear(),Y=W.getMonth();for(let K=0;C<=M;K++){let te=Xi(H+A*K,Y+E*K,1),G=te-p(pe(te*e,3));C=pe((+te+G)*e,3),C<=M&&v.push(C)}}else{let E=L>=r?r:L,A=lt(S)-lt($),C=N+A+Dr($-N,E);v.push(C);let W=p(C),H=W.getHours()+W.getMinutes()/o+W.getSeconds()/n,Y=L/n,K=h.axes[y]._space,te=T/K;for(;C=pe(C+L,e==1?0:3),!(C>M);)if(Y>1){let G=lt(pe(H+Y,6))%24,ne=p(C).getHours()-G;ne>1&&(ne=-1),C-=ne*n,H=(H+Y)%24;let ue=v[v.length-1];pe((C-ue)/L,3)*te>=.7&&v.push(C)}else v.push(C)}return v}}return[a,c,d]}var[$d,Od,Rd]=qa(1),[Ad,Pd,Nd]=qa(.001);Yo(2,-53,53,[1]);function pa(e,t){return e.map(o=>o.map((n,r)=>r==0||r==8||n==null?n:t(r==1||o[8]==0?n:o[1]+n)))}function ma(e,t){return(o,n,r,i,s)=>{let l=t.find(S=>s>=S[0])||t[t.length-1],a,c,d,p,h,y;return n.map(S=>{let M=e(S),L=M.getFullYear(),T=M.getMonth(),v=M.getDate(),O=M.getHours(),k=M.getMinutes(),D=M.getSeconds(),$=L!=a&&l[2]||T!=c&&l[3]||v!=d&&l[4]||O!=p&&l[5]||k!=h&&l[6]||D!=y&&l[7]||l[1];return a=L,c=T,d=v,p=O,h=k,y=D,$(M)})}}function Dd(e,t){let o=ys(t);return(n,r,i,s,l)=>r.map(a=>o(e(a)))}function Xi(e,t,o){return new Date(e,t,o)}function ha(e,t){return t(e)}var Hd="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function ga(e,t){return(o,n,r,i)=>i==null?ps:t(e(n))}function zd(e,t){let o=e.series[t];return o.width?o.stroke(e,t):o.points.width?o.points.stroke(e,t):null}function Fd(e,t){return e.series[t].fill(e,t)}var Vd={show:!0,live:!0,isolate:!1,mount:id,markers:{show:!0,width:2,stroke:zd,fill:Fd,dash:"solid"},idx:null,idxs:null,values:[]};function Id(e,t){let o=e.cursor.points,n=wt(),r=o.size(e,t);xe(n,Wo,r),xe(n,Bo,r);let i=r/-2;xe(n,"marginLeft",i),xe(n,"marginTop",i);let s=o.width(e,t,r);return s&&xe(n,"borderWidth",s),n}function Ud(e,t){let o=e.series[t].points;return o._fill||o._stroke}function Wd(e,t){let o=e.series[t].points;return o._stroke||o._fill}function Bd(e,t){return e.series[t].points.size}var es=[0,0];function jd(e,t,o){return es[0]=t,es[1]=o,es}function Cr(e,t,o,n=!0){return r=>{r.button==0&&(!n||r.target==t)&&o(r)}}function ts(e,t,o,n=!0){return r=>{(!n||r.target==t)&&o(r)}}var Gd={show:!0,x:!0,y:!0,lock:!1,move:jd,points:{one:!1,show:Id,size:Bd,width:0,stroke:Wd,fill:Ud},bind:{mousedown:Cr,mouseup:Cr,click:Cr,dblclick:Cr,mousemove:ts,mouseleave:ts,mouseenter:ts},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,o,n,r)=>n-r,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},Za={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},vs=$e({},Za,{filter:Da}),Ja=$e({},vs,{size:10}),Qa=$e({},Za,{show:!1}),Ms='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',Xa="bold "+Ms,ec=1.5,wa={show:!0,scale:"x",stroke:ds,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Xa,side:2,grid:vs,ticks:Ja,border:Qa,font:Ms,lineGap:ec,rotate:0},Kd="Value",Yd="Time",ba={show:!0,scale:"x",auto:!1,sorted:1,min:de,max:-de,idxs:[]};function qd(e,t,o,n,r){return t.map(i=>i==null?"":ws(i))}function Zd(e,t,o,n,r,i,s){let l=[],a=ln.get(r)||0;o=s?o:pe(Dr(o,r),a);for(let c=o;c<=n;c=pe(c+r,a))l.push(Object.is(c,-0)?0:c);return l}function ls(e,t,o,n,r,i,s){let l=[],a=e.scales[e.axes[t].scale].log,c=a==10?jt:Aa,d=lt(c(o));r=mo(a,d),a==10&&(r=En[Tt(r,En)]);let p=o,h=r*a;a==10&&(h=En[Tt(h,En)]);do l.push(p),p=p+r,a==10&&!ln.has(p)&&(p=pe(p,ln.get(r))),p>=h&&(r=p,h=r*a,a==10&&(h=En[Tt(h,En)]));while(p<=n);return l}function Jd(e,t,o,n,r,i,s){let a=e.scales[e.axes[t].scale].asinh,c=n>a?ls(e,t,Je(a,o),n,r):[a],d=n>=0&&o<=0?[0]:[];return(o<-a?ls(e,t,Je(a,-n),-o,r):[a]).reverse().map(h=>-h).concat(d,c)}var tc=/./,Qd=/[12357]/,Xd=/[125]/,ya=/1/,as=(e,t,o,n)=>e.map((r,i)=>t==4&&r==0||i%n==0&&o.test(r.toExponential()[r<0?1:0])?r:null);function ep(e,t,o,n,r){let i=e.axes[o],s=i.scale,l=e.scales[s],a=e.valToPos,c=i._space,d=a(10,s),p=a(9,s)-d>=c?tc:a(7,s)-d>=c?Qd:a(5,s)-d>=c?Xd:ya;if(p==ya){let h=Pe(a(1,s)-d);if(h<c)return as(t.slice().reverse(),l.distr,p,bt(c/h)).reverse()}return as(t,l.distr,p,1)}function tp(e,t,o,n,r){let i=e.axes[o],s=i.scale,l=i._space,a=e.valToPos,c=Pe(a(1,s)-a(2,s));return c<l?as(t.slice().reverse(),3,tc,bt(l/c)).reverse():t}function np(e,t,o,n){return n==null?ps:t==null?"":ws(t)}var xa={show:!0,scale:"y",stroke:ds,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Xa,side:3,grid:vs,ticks:Ja,border:Qa,font:Ms,lineGap:ec,rotate:0};function op(e,t){let o=3+(e||1)*2;return pe(o*t,3)}function rp(e,t){let{scale:o,idxs:n}=e.series[0],r=e._data[0],i=e.valToPos(r[n[0]],o,!0),s=e.valToPos(r[n[1]],o,!0),l=Pe(s-i),a=e.series[t],c=l/(a.points.space*le);return n[1]-n[0]<=c}var va={scale:null,auto:!0,sorted:0,min:de,max:-de},nc=(e,t,o,n,r)=>r,Ma={show:!0,auto:!0,sorted:0,gaps:nc,alpha:1,facets:[$e({},va,{scale:"x"}),$e({},va,{scale:"y"})]},Sa={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:nc,alpha:1,points:{show:rp,filter:null},values:null,min:de,max:-de,idxs:[],path:null,clip:null};function ip(e,t,o,n,r){return o/10}var oc={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},sp=$e({},oc,{time:!1,ori:1}),ka={};function rc(e,t){let o=ka[e];return o||(o={key:e,plots:[],sub(n){o.plots.push(n)},unsub(n){o.plots=o.plots.filter(r=>r!=n)},pub(n,r,i,s,l,a,c){for(let d=0;d<o.plots.length;d++)o.plots[d]!=r&&o.plots[d].pub(n,r,i,s,l,a,c)}},e!=null&&(ka[e]=o)),o}var wo=1,cs=2;function $n(e,t,o){let n=e.mode,r=e.series[t],i=n==2?e._data[t]:e._data,s=e.scales,l=e.bbox,a=i[0],c=n==2?i[1]:i[t],d=n==2?s[r.facets[0].scale]:s[e.series[0].scale],p=n==2?s[r.facets[1].scale]:s[r.scale],h=l.left,y=l.top,S=l.width,M=l.height,L=e.valToPosH,T=e.valToPosV;return d.ori==0?o(r,a,c,d,p,L,T,h,y,S,M,Fr,yo,Ir,sc,ac):o(r,a,c,d,p,T,L,y,h,M,S,Vr,xo,Ls,lc,cc)}function Ss(e,t){let o=0,n=0,r=ie(e.bands,bs);for(let i=0;i<r.length;i++){let s=r[i];s.series[0]==t?o=s.dir:s.series[1]==t&&(s.dir==1?n|=1:n|=2)}return[o,n==1?-1:n==2?1:n==3?2:0]}function lp(e,t,o,n,r){let i=e.mode,s=e.series[t],l=i==2?s.facets[1].scale:s.scale,a=e.scales[l];return r==-1?a.min:r==1?a.max:a.distr==3?a.dir==1?a.min:a.max:0}function Gt(e,t,o,n,r,i){return $n(e,t,(s,l,a,c,d,p,h,y,S,M,L)=>{let T=s.pxRound,v=c.dir*(c.ori==0?1:-1),O=c.ori==0?yo:xo,k,D;v==1?(k=o,D=n):(k=n,D=o);let $=T(p(l[k],c,M,y)),U=T(h(a[k],d,L,S)),N=T(p(l[D],c,M,y)),E=T(h(i==1?d.max:d.min,d,L,S)),A=new Path2D(r);return O(A,N,E),O(A,$,E),O(A,$,U),A})}function zr(e,t,o,n,r,i){let s=null;if(e.length>0){s=new Path2D;let l=t==0?Ir:Ls,a=o;for(let p=0;p<e.length;p++){let h=e[p];if(h[1]>h[0]){let y=h[0]-a;y>0&&l(s,a,n,y,n+i),a=h[1]}}let c=o+r-a,d=10;c>0&&l(s,a,n-d/2,c,n+i+d)}return s}function ap(e,t,o){let n=e[e.length-1];n&&n[0]==t?n[1]=o:e.push([t,o])}function ks(e,t,o,n,r,i,s){let l=[],a=e.length;for(let c=r==1?o:n;c>=o&&c<=n;c+=r)if(t[c]===null){let p=c,h=c;if(r==1)for(;++c<=n&&t[c]===null;)h=c;else for(;--c>=o&&t[c]===null;)h=c;let y=i(e[p]),S=h==p?y:i(e[h]),M=p-r;y=s<=0&&M>=0&&M<a?i(e[M]):y;let T=h+r;S=s>=0&&T>=0&&T<a?i(e[T]):S,S>=y&&l.push([y,S])}return l}function La(e){return e==0?Na:e==1?Ae:t=>Ln(t,e)}function ic(e){let t=e==0?Fr:Vr,o=e==0?(r,i,s,l,a,c)=>{r.arcTo(i,s,l,a,c)}:(r,i,s,l,a,c)=>{r.arcTo(s,i,a,l,c)},n=e==0?(r,i,s,l,a)=>{r.rect(i,s,l,a)}:(r,i,s,l,a)=>{r.rect(s,i,a,l)};return(r,i,s,l,a,c=0,d=0)=>{c==0&&d==0?n(r,i,s,l,a):(c=Ct(c,l/2,a/2),d=Ct(d,l/2,a/2),t(r,i+c,s),o(r,i+l,s,i+l,s+a,c),o(r,i+l,s+a,i,s+a,d),o(r,i,s+a,i,s,d),o(r,i,s,i+l,s,c),r.closePath())}}var Fr=(e,t,o)=>{e.moveTo(t,o)},Vr=(e,t,o)=>{e.moveTo(o,t)},yo=(e,t,o)=>{e.lineTo(t,o)},xo=(e,t,o)=>{e.lineTo(o,t)},Ir=ic(0),Ls=ic(1),sc=(e,t,o,n,r,i)=>{e.arc(t,o,n,r,i)},lc=(e,t,o,n,r,i)=>{e.arc(o,t,n,r,i)},ac=(e,t,o,n,r,i,s)=>{e.bezierCurveTo(t,o,n,r,i,s)},cc=(e,t,o,n,r,i,s)=>{e.bezierCurveTo(o,t,r,n,s,i)};function uc(e){return(t,o,n,r,i)=>$n(t,o,(s,l,a,c,d,p,h,y,S,M,L)=>{let{pxRound:T,points:v}=s,O,k;c.ori==0?(O=Fr,k=sc):(O=Vr,k=lc);let D=pe(v.width*le,3),$=(v.size-v.width)/2*le,U=pe($*2,3),N=new Path2D,E=new Path2D,{left:A,top:C,width:W,height:H}=t.bbox;Ir(E,A-U,C-U,W+U*2,H+U*2);let Y=K=>{if(a[K]!=null){let te=T(p(l[K],c,M,y)),G=T(h(a[K],d,L,S));O(N,te+$,G),k(N,te,G,$,0,$r*2)}};if(i)i.forEach(Y);else for(let K=n;K<=r;K++)Y(K);return{stroke:D>0?N:null,fill:N,clip:E,flags:wo|cs}})}function fc(e){return(t,o,n,r,i,s)=>{n!=r&&(i!=n&&s!=n&&e(t,o,n),i!=r&&s!=r&&e(t,o,r),e(t,o,s))}}var cp=fc(yo),up=fc(xo);function dc(e){let t=ie(e?.alignGaps,0);return(o,n,r,i)=>$n(o,n,(s,l,a,c,d,p,h,y,S,M,L)=>{[r,i]=Pr(a,r,i);let T=s.pxRound,v=H=>T(p(H,c,M,y)),O=H=>T(h(H,d,L,S)),k,D;c.ori==0?(k=yo,D=cp):(k=xo,D=up);let $=c.dir*(c.ori==0?1:-1),U={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:wo},N=U.stroke,E=!1;if(i-r>=M*4){let H=B=>o.posToVal(B,c.key,!0),Y=null,K=null,te,G,Qe,ve=v(l[$==1?r:i]),ne=v(l[r]),ue=v(l[i]),Q=H($==1?ne+1:ue-1);for(let B=$==1?r:i;B>=r&&B<=i;B+=$){let Oe=l[B],Me=($==1?Oe<Q:Oe>Q)?ve:v(Oe),ae=a[B];Me==ve?ae!=null?(G=ae,Y==null?(k(N,Me,O(G)),te=Y=K=G):G<Y?Y=G:G>K&&(K=G)):ae===null&&(E=!0):(Y!=null&&D(N,ve,O(Y),O(K),O(te),O(G)),ae!=null?(G=ae,k(N,Me,O(G)),Y=K=te=G):(Y=K=null,ae===null&&(E=!0)),ve=Me,Q=H(ve+$))}Y!=null&&Y!=K&&Qe!=ve&&D(N,ve,O(Y),O(K),O(te),O(G))}else for(let H=$==1?r:i;H>=r&&H<=i;H+=$){let Y=a[H];Y===null?E=!0:Y!=null&&k(N,v(l[H]),O(Y))}let[C,W]=Ss(o,n);if(s.fill!=null||C!=0){let H=U.fill=new Path2D(N),Y=s.fillTo(o,n,s.min,s.max,C),K=O(Y),te=v(l[r]),G=v(l[i]);$==-1&&([G,te]=[te,G]),k(H,G,K),k(H,te,K)}if(!s.spanGaps){let H=[];E&&H.push(...ks(l,a,r,i,$,v,t)),U.gaps=H=s.gaps(o,n,r,i,H),U.clip=zr(H,c.ori,y,S,M,L)}return W!=0&&(U.band=W==2?[Gt(o,n,r,i,N,-1),Gt(o,n,r,i,N,1)]:Gt(o,n,r,i,N,W)),U})}function fp(e){let t=ie(e.align,1),o=ie(e.ascDesc,!1),n=ie(e.alignGaps,0),r=ie(e.extend,!1);return(i,s,l,a)=>$n(i,s,(c,d,p,h,y,S,M,L,T,v,O)=>{[l,a]=Pr(p,l,a);let k=c.pxRound,{left:D,width:$}=i.bbox,U=ne=>k(S(ne,h,v,L)),N=ne=>k(M(ne,y,O,T)),E=h.ori==0?yo:xo,A={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:wo},C=A.stroke,W=h.dir*(h.ori==0?1:-1),H=N(p[W==1?l:a]),Y=U(d[W==1?l:a]),K=Y,te=Y;r&&t==-1&&(te=D,E(C,te,H)),E(C,Y,H);for(let ne=W==1?l:a;ne>=l&&ne<=a;ne+=W){let ue=p[ne];if(ue==null)continue;let Q=U(d[ne]),B=N(ue);t==1?E(C,Q,H):E(C,K,B),E(C,Q,B),H=B,K=Q}let G=K;r&&t==1&&(G=D+$,E(C,G,H));let[Qe,ve]=Ss(i,s);if(c.fill!=null||Qe!=0){let ne=A.fill=new Path2D(C),ue=c.fillTo(i,s,c.min,c.max,Qe),Q=N(ue);E(ne,G,Q),E(ne,te,Q)}if(!c.spanGaps){let ne=[];ne.push(...ks(d,p,l,a,W,U,n));let ue=c.width*le/2,Q=o||t==1?ue:-ue,B=o||t==-1?-ue:ue;ne.forEach(Oe=>{Oe[0]+=Q,Oe[1]+=B}),A.gaps=ne=c.gaps(i,s,l,a,ne),A.clip=zr(ne,h.ori,L,T,v,O)}return ve!=0&&(A.band=ve==2?[Gt(i,s,l,a,C,-1),Gt(i,s,l,a,C,1)]:Gt(i,s,l,a,C,ve)),A})}function Ea(e,t,o,n,r,i,s=de){if(e.length>1){let l=null;for(let a=0,c=1/0;a<e.length;a++)if(t[a]!==void 0){if(l!=null){let d=Pe(e[a]-e[l]);d<c&&(c=d,s=Pe(o(e[a],n,r,i)-o(e[l],n,r,i)))}l=a}}return s}function dp(e){e=e||Ko;let t=ie(e.size,[.6,de,1]),o=e.align||0,n=e.gap||0,r=e.radius;r=r==null?[0,0]:typeof r=="number"?[r,0]:r;let i=ee(r),s=1-t[0],l=ie(t[1],de),a=ie(t[2],1),c=ie(e.disp,Ko),d=ie(e.each,y=>{}),{fill:p,stroke:h}=c;return(y,S,M,L)=>$n(y,S,(T,v,O,k,D,$,U,N,E,A,C)=>{let W=T.pxRound,H=o,Y=n*le,K=l*le,te=a*le,G,Qe;k.ori==0?[G,Qe]=i(y,S):[Qe,G]=i(y,S);let ve=k.dir*(k.ori==0?1:-1),ne=k.ori==0?Ir:Ls,ue=k.ori==0?d:(V,me,Re,In,mn,Ot,hn)=>{d(V,me,Re,mn,In,hn,Ot)},Q=ie(y.bands,bs).find(V=>V.series[0]==S),B=Q!=null?Q.dir:0,Oe=T.fillTo(y,S,T.min,T.max,B),Ge=W(U(Oe,D,C,E)),Me,ae,vt,tt=A,ke=W(T.width*le),$t=!1,It=null,ut=null,qt=null,zn=null;p!=null&&(ke==0||h!=null)&&($t=!0,It=p.values(y,S,M,L),ut=new Map,new Set(It).forEach(V=>{V!=null&&ut.set(V,new Path2D)}),ke>0&&(qt=h.values(y,S,M,L),zn=new Map,new Set(qt).forEach(V=>{V!=null&&zn.set(V,new Path2D)})));let{x0:Fn,size:To}=c;if(Fn!=null&&To!=null){H=1,v=Fn.values(y,S,M,L),Fn.unit==2&&(v=v.map(Re=>y.posToVal(N+Re*A,k.key,!0)));let V=To.values(y,S,M,L);To.unit==2?ae=V[0]*A:ae=$(V[0],k,A,N)-$(0,k,A,N),tt=Ea(v,O,$,k,A,N,tt),vt=tt-ae+Y}else tt=Ea(v,O,$,k,A,N,tt),vt=tt*s+Y,ae=tt-vt;vt<1&&(vt=0),ke>=ae/2&&(ke=0),vt<5&&(W=Na);let lr=vt>0,dn=tt-vt-(lr?ke:0);ae=W(ss(dn,te,K)),Me=(H==0?ae/2:H==ve?0:ae)-H*ve*((H==0?Y/2:0)+(lr?ke/2:0));let Ke={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},Vn=$t?null:new Path2D,Ut=null;if(Q!=null)Ut=y.data[Q.series[1]];else{let{y0:V,y1:me}=c;V!=null&&me!=null&&(O=me.values(y,S,M,L),Ut=V.values(y,S,M,L))}let pn=G*ae,J=Qe*ae;for(let V=ve==1?M:L;V>=M&&V<=L;V+=ve){let me=O[V];if(me==null)continue;if(Ut!=null){let Xe=Ut[V]??0;if(me-Xe==0)continue;Ge=U(Xe,D,C,E)}let Re=k.distr!=2||c!=null?v[V]:V,In=$(Re,k,A,N),mn=U(ie(me,Oe),D,C,E),Ot=W(In-Me),hn=W(Je(mn,Ge)),nt=W(Ct(mn,Ge)),ft=hn-nt;if(me!=null){let Xe=me<0?J:pn,Mt=me<0?pn:J;$t?(ke>0&&qt[V]!=null&&ne(zn.get(qt[V]),Ot,nt+lt(ke/2),ae,Je(0,ft-ke),Xe,Mt),It[V]!=null&&ne(ut.get(It[V]),Ot,nt+lt(ke/2),ae,Je(0,ft-ke),Xe,Mt)):ne(Vn,Ot,nt+lt(ke/2),ae,Je(0,ft-ke),Xe,Mt),ue(y,S,V,Ot-ke/2,nt,ae+ke,ft)}}return ke>0?Ke.stroke=$t?zn:Vn:$t||(Ke._fill=T.width==0?T._fill:T._stroke??T._fill,Ke.width=0),Ke.fill=$t?ut:Vn,Ke})}function pp(e,t){let o=ie(t?.alignGaps,0);return(n,r,i,s)=>$n(n,r,(l,a,c,d,p,h,y,S,M,L,T)=>{[i,s]=Pr(c,i,s);let v=l.pxRound,O=G=>v(h(G,d,L,S)),k=G=>v(y(G,p,T,M)),D,$,U;d.ori==0?(D=Fr,U=yo,$=ac):(D=Vr,U=xo,$=cc);let N=d.dir*(d.ori==0?1:-1),E=O(a[N==1?i:s]),A=E,C=[],W=[];for(let G=N==1?i:s;G>=i&&G<=s;G+=N)if(c[G]!=null){let ve=a[G],ne=O(ve);C.push(A=ne),W.push(k(c[G]))}let H={stroke:e(C,W,D,U,$,v),fill:null,clip:null,band:null,gaps:null,flags:wo},Y=H.stroke,[K,te]=Ss(n,r);if(l.fill!=null||K!=0){let G=H.fill=new Path2D(Y),Qe=l.fillTo(n,r,l.min,l.max,K),ve=k(Qe);U(G,A,ve),U(G,E,ve)}if(!l.spanGaps){let G=[];G.push(...ks(a,c,i,s,N,O,o)),H.gaps=G=l.gaps(n,r,i,s,G),H.clip=zr(G,d.ori,S,M,L,T)}return te!=0&&(H.band=te==2?[Gt(n,r,i,s,Y,-1),Gt(n,r,i,s,Y,1)]:Gt(n,r,i,s,Y,te)),H})}function mp(e){return pp(hp,e)}function hp(e,t,o,n,r,i){let s=e.length;if(s<2)return null;let l=new Path2D;if(o(l,e[0],t[0]),s==2)n(l,e[1],t[1]);else{let a=Array(s),c=Array(s-1),d=Array(s-1),p=Array(s-1);for(let h=0;h<s-1;h++)d[h]=t[h+1]-t[h],p[h]=e[h+1]-e[h],c[h]=d[h]/p[h];a[0]=c[0];for(let h=1;h<s-1;h++)c[h]===0||c[h-1]===0||c[h-1]>0!=c[h]>0?a[h]=0:(a[h]=3*(p[h-1]+p[h])/((2*p[h]+p[h-1])/c[h-1]+(p[h]+2*p[h-1])/c[h]),isFinite(a[h])||(a[h]=0));a[s-1]=c[s-2];for(let h=0;h<s-1;h++)r(l,e[h]+p[h]/3,t[h]+a[h]*p[h]/3,e[h+1]-p[h]/3,t[h+1]-a[h+1]*p[h]/3,e[h+1],t[h+1])}return l}var us=new Set;function _a(){for(let e of us)e.syncRect(!0)}bo&&(Tn(qf,po,_a),Tn(Zf,po,_a,!0),Tn(Or,po,()=>{Ie.pxRatio=le}));var gp=dc(),wp=uc();function Ta(e,t,o,n){return(n?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((i,s)=>fs(i,s,t,o))}function bp(e,t){return e.map((o,n)=>n==0?{}:$e({},t,o))}function fs(e,t,o,n){return $e({},t==0?o:n,e)}function pc(e,t,o){return t==null?ho:[t,o]}var yp=pc;function xp(e,t,o){return t==null?ho:Rr(t,o,gs,!0)}function mc(e,t,o,n){return t==null?ho:Nr(t,o,e.scales[n].log,!1)}var vp=mc;function hc(e,t,o,n){return t==null?ho:hs(t,o,e.scales[n].log,!1)}var Mp=hc;function Sp(e,t,o,n,r){let i=Je(sa(e),sa(t)),s=t-e,l=Tt(r/n*s,o);do{let a=o[l],c=n*a/s;if(c>=r&&i+(a<5?ln.get(a):0)<=17)return[a,c]}while(++l<o.length);return[0,0]}function Ca(e){let t,o;return e=e.replace(/(\d+)px/,(n,r)=>(t=Ae((o=+r)*le))+"px"),[e,t,o]}function kp(e){e.show&&[e.font,e.labelFont].forEach(t=>{let o=pe(t[2]*le,1);t[0]=t[0].replace(/[0-9.]+px/,o+"px"),t[1]=o})}function Ie(e,t,o){let n={mode:ie(e.mode,1)},r=n.mode;function i(u,f,m,g){let b=f.valToPct(u);return g+m*(f.dir==-1?1-b:b)}function s(u,f,m,g){let b=f.valToPct(u);return g+m*(f.dir==-1?b:1-b)}function l(u,f,m,g){return f.ori==0?i(u,f,m,g):s(u,f,m,g)}n.valToPosH=i,n.valToPosV=s;let a=!1;n.status=0;let c=n.root=wt(Of);if(e.id!=null&&(c.id=e.id),st(c,e.class),e.title){let u=wt(Pf,c);u.textContent=e.title}let d=_t("canvas"),p=n.ctx=d.getContext("2d"),h=wt(Nf,c);Tn("click",h,u=>{u.target===S&&(he!=Qn||Se!=Xn)&&Be.click(n,u)},!0);let y=n.under=wt(Df,h);h.appendChild(d);let S=n.over=wt(Hf,h);e=go(e);let M=+ie(e.pxAlign,1),L=La(M);(e.plugins||[]).forEach(u=>{u.opts&&(e=u.opts(n,e)||e)});let T=e.ms||.001,v=n.series=r==1?Ta(e.series||[],ba,Sa,!1):bp(e.series||[null],Ma),O=n.axes=Ta(e.axes||[],wa,xa,!0),k=n.scales={},D=n.bands=e.bands||[];D.forEach(u=>{u.fill=ee(u.fill||null),u.dir=ie(u.dir,-1)});let $=r==2?v[1].facets[0].scale:v[0].scale,U={axes:tf,series:Zu},N=(e.drawOrder||["axes","series"]).map(u=>U[u]);function E(u){let f=u.distr==3?m=>jt(m>0?m:u.clamp(n,m,u.min,u.max,u.key)):u.distr==4?m=>Qi(m,u.asinh):u.distr==100?m=>u.fwd(m):m=>m;return m=>{let g=f(m),{_min:b,_max:x}=u,_=x-b;return(g-b)/_}}function A(u){let f=k[u];if(f==null){let m=(e.scales||Ko)[u]||Ko;if(m.from!=null){A(m.from);let g=$e({},k[m.from],m,{key:u});g.valToPct=E(g),k[u]=g}else{f=k[u]=$e({},u==$?oc:sp,m),f.key=u;let g=f.time,b=f.range,x=sn(b);if((u!=$||r==2&&!g)&&(x&&(b[0]==null||b[1]==null)&&(b={min:b[0]==null?oa:{mode:1,hard:b[0],soft:b[0]},max:b[1]==null?oa:{mode:1,hard:b[1],soft:b[1]}},x=!1),!x&&Hr(b))){let _=b;b=(R,P,z)=>P==null?ho:Rr(P,z,_)}f.range=ee(b||(g?yp:u==$?f.distr==3?vp:f.distr==4?Mp:pc:f.distr==3?mc:f.distr==4?hc:xp)),f.auto=ee(x?!1:f.auto),f.clamp=ee(f.clamp||ip),f._min=f._max=null,f.valToPct=E(f)}}}A("x"),A("y"),r==1&&v.forEach(u=>{A(u.scale)}),O.forEach(u=>{A(u.scale)});for(let u in e.scales)A(u);let C=k[$],W=C.distr,H,Y;C.ori==0?(st(c,Rf),H=i,Y=s):(st(c,Af),H=s,Y=i);let K={};for(let u in k){let f=k[u];(f.min!=null||f.max!=null)&&(K[u]={min:f.min,max:f.max},f.min=f.max=null)}let te=e.tzDate||(u=>new Date(Ae(u/T))),G=e.fmtDate||ys,Qe=T==1?Rd(te):Nd(te),ve=ma(te,pa(T==1?Od:Pd,G)),ne=ga(te,ha(Hd,G)),ue=[],Q=n.legend=$e({},Vd,e.legend),B=n.cursor=$e({},Gd,{drag:{y:r==2}},e.cursor),Oe=Q.show,Ge=B.show,Me=Q.markers;Q.idxs=ue,Me.width=ee(Me.width),Me.dash=ee(Me.dash),Me.stroke=ee(Me.stroke),Me.fill=ee(Me.fill);let ae,vt,tt,ke=[],$t=[],It,ut=!1,qt={};if(Q.live){let u=v[1]?v[1].values:null;ut=u!=null,It=ut?u(n,1,0):{_:0};for(let f in It)qt[f]=ps}if(Oe)if(ae=_t("table",Wf,c),tt=_t("tbody",null,ae),Q.mount(n,ae),ut){vt=_t("thead",null,ae,tt);let u=_t("tr",null,vt);_t("th",null,u);for(var zn in It)_t("th",Bl,u).textContent=zn}else st(ae,jf),Q.live&&st(ae,Bf);let Fn={show:!0},To={show:!1};function lr(u,f){if(f==0&&(ut||!Q.live||r==2))return ho;let m=[],g=_t("tr",Gf,tt,tt.childNodes[f]);st(g,u.class),u.show||st(g,_n);let b=_t("th",null,g);if(Me.show){let R=wt(Kf,b);if(f>0){let P=Me.width(n,f);P&&(R.style.border=P+"px "+Me.dash(n,f)+" "+Me.stroke(n,f)),R.style.background=Me.fill(n,f)}}let x=wt(Bl,b);u.label instanceof HTMLElement?x.appendChild(u.label):x.textContent=u.label,f>0&&(Me.show||(x.style.color=u.width>0?Me.stroke(n,f):Me.fill(n,f)),Ke("click",b,R=>{if(B._lock)return;wn(R);let P=v.indexOf(u);if((R.ctrlKey||R.metaKey)!=Q.isolate){let z=v.some((F,I)=>I>0&&I!=P&&F.show);v.forEach((F,I)=>{I>0&&At(I,z?I==P?Fn:To:Fn,!0,Te.setSeries)})}else At(P,{show:!u.show},!0,Te.setSeries)},!1),Wn&&Ke(Yl,b,R=>{B._lock||(wn(R),At(v.indexOf(u),to,!0,Te.setSeries))},!1));for(var _ in It){let R=_t("td",Yf,g);R.textContent="--",m.push(R)}return[g,m]}let dn=new Map;function Ke(u,f,m,g=!0){let b=dn.get(f)||{},x=B.bind[u](n,f,m,g);x&&(Tn(u,f,b[u]=x),dn.set(f,b))}function Vn(u,f,m){let g=dn.get(f)||{};for(let b in g)(u==null||b==u)&&(is(b,f,g[b]),delete g[b]);u==null&&dn.delete(f)}let Ut=0,pn=0,J=0,V=0,me=0,Re=0,In=me,mn=Re,Ot=J,hn=V,nt=0,ft=0,Xe=0,Mt=0;n.bbox={};let pi=!1,ar=!1,Un=!1,gn=!1,cr=!1,dt=!1;function mi(u,f,m){(m||u!=n.width||f!=n.height)&&qs(u,f),Yn(!1),Un=!0,ar=!0,qn()}function qs(u,f){n.width=Ut=J=u,n.height=pn=V=f,me=Re=0,Wu(),Bu();let m=n.bbox;nt=m.left=Ln(me*le,.5),ft=m.top=Ln(Re*le,.5),Xe=m.width=Ln(J*le,.5),Mt=m.height=Ln(V*le,.5)}let Vu=3;function Iu(){let u=!1,f=0;for(;!u;){f++;let m=Xu(f),g=ef(f);u=f==Vu||m&&g,u||(qs(n.width,n.height),ar=!0)}}function Uu({width:u,height:f}){mi(u,f)}n.setSize=Uu;function Wu(){let u=!1,f=!1,m=!1,g=!1;O.forEach((b,x)=>{if(b.show&&b._show){let{side:_,_size:R}=b,P=_%2,z=b.label!=null?b.labelSize:0,F=R+z;F>0&&(P?(J-=F,_==3?(me+=F,g=!0):m=!0):(V-=F,_==0?(Re+=F,u=!0):f=!0))}}),bn[0]=u,bn[1]=m,bn[2]=f,bn[3]=g,J-=Zt[1]+Zt[3],me+=Zt[3],V-=Zt[2]+Zt[0],Re+=Zt[0]}function Bu(){let u=me+J,f=Re+V,m=me,g=Re;function b(x,_){switch(x){case 1:return u+=_,u-_;case 2:return f+=_,f-_;case 3:return m-=_,m+_;case 0:return g-=_,g+_}}O.forEach((x,_)=>{if(x.show&&x._show){let R=x.side;x._pos=b(R,x._size),x.label!=null&&(x._lpos=b(R,x.labelSize))}})}if(B.dataIdx==null){let u=B.hover,f=u.skip=new Set(u.skip??[]);f.add(void 0);let m=u.prox=ee(u.prox),g=u.bias??=0;B.dataIdx=(b,x,_,R)=>{if(x==0)return _;let P=_,z=m(b,x,_,R)??de,F=z>=0&&z<de,I=C.ori==0?J:V,Z=B.left,se=t[0],oe=t[x];if(f.has(oe[_])){P=null;let X=null,q=null,j;if(g==0||g==-1)for(j=_;X==null&&j-- >0;)f.has(oe[j])||(X=j);if(g==0||g==1)for(j=_;q==null&&j++<oe.length;)f.has(oe[j])||(q=j);if(X!=null||q!=null)if(F){let we=X==null?-1/0:H(se[X],C,I,0),Le=q==null?1/0:H(se[q],C,I,0),Ve=Z-we,fe=Le-Z;Ve<=fe?Ve<=z&&(P=X):fe<=z&&(P=q)}else P=q==null?X:X==null?q:_-X<=q-_?X:q}else F&&Pe(Z-H(se[_],C,I,0))>z&&(P=null);return P}}let wn=u=>{B.event=u};B.idxs=ue,B._lock=!1;let je=B.points;je.show=ee(je.show),je.size=ee(je.size),je.stroke=ee(je.stroke),je.width=ee(je.width),je.fill=ee(je.fill);let Rt=n.focus=$e({},e.focus||{alpha:.3},B.focus),Wn=Rt.prox>=0,Bn=Wn&&je.one,pt=[],jn=[],Gn=[];function Zs(u,f){let m=je.show(n,f);if(m instanceof HTMLElement)return st(m,Uf),st(m,u.class),Ft(m,-10,-10,J,V),S.insertBefore(m,pt[f]),m}function Js(u,f){if(r==1||f>0){let m=r==1&&k[u.scale].time,g=u.value;u.value=m?ca(g)?ga(te,ha(g,G)):g||ne:g||np,u.label=u.label||(m?Yd:Kd)}if(Bn||f>0){u.width=u.width==null?1:u.width,u.paths=u.paths||gp||sd,u.fillTo=ee(u.fillTo||lp),u.pxAlign=+ie(u.pxAlign,M),u.pxRound=La(u.pxAlign),u.stroke=ee(u.stroke||null),u.fill=ee(u.fill||null),u._stroke=u._fill=u._paths=u._focus=null;let m=op(Je(1,u.width),1),g=u.points=$e({},{size:m,width:Je(1,m*.2),stroke:u.stroke,space:m*2,paths:wp,_stroke:null,_fill:null},u.points);g.show=ee(g.show),g.filter=ee(g.filter),g.fill=ee(g.fill),g.stroke=ee(g.stroke),g.paths=ee(g.paths),g.pxAlign=u.pxAlign}if(Oe){let m=lr(u,f);ke.splice(f,0,m[0]),$t.splice(f,0,m[1]),Q.values.push(null)}if(Ge){ue.splice(f,0,null);let m=null;Bn?f==0&&(m=Zs(u,f)):f>0&&(m=Zs(u,f)),pt.splice(f,0,m),jn.splice(f,0,0),Gn.splice(f,0,0)}Fe("addSeries",f)}function ju(u,f){f=f??v.length,u=r==1?fs(u,f,ba,Sa):fs(u,f,{},Ma),v.splice(f,0,u),Js(v[f],f)}n.addSeries=ju;function Gu(u){if(v.splice(u,1),Oe){Q.values.splice(u,1),$t.splice(u,1);let f=ke.splice(u,1)[0];Vn(null,f.firstChild),f.remove()}Ge&&(ue.splice(u,1),pt.splice(u,1)[0].remove(),jn.splice(u,1),Gn.splice(u,1)),Fe("delSeries",u)}n.delSeries=Gu;let bn=[!1,!1,!1,!1];function Ku(u,f){if(u._show=u.show,u.show){let m=u.side%2,g=k[u.scale];g==null&&(u.scale=m?v[1].scale:$,g=k[u.scale]);let b=g.time;u.size=ee(u.size),u.space=ee(u.space),u.rotate=ee(u.rotate),sn(u.incrs)&&u.incrs.forEach(_=>{!ln.has(_)&&ln.set(_,za(_))}),u.incrs=ee(u.incrs||(g.distr==2?Td:b?T==1?$d:Ad:En)),u.splits=ee(u.splits||(b&&g.distr==1?Qe:g.distr==3?ls:g.distr==4?Jd:Zd)),u.stroke=ee(u.stroke),u.grid.stroke=ee(u.grid.stroke),u.ticks.stroke=ee(u.ticks.stroke),u.border.stroke=ee(u.border.stroke);let x=u.values;u.values=sn(x)&&!sn(x[0])?ee(x):b?sn(x)?ma(te,pa(x,G)):ca(x)?Dd(te,x):x||ve:x||qd,u.filter=ee(u.filter||(g.distr>=3&&g.log==10?ep:g.distr==3&&g.log==2?tp:Da)),u.font=Ca(u.font),u.labelFont=Ca(u.labelFont),u._size=u.size(n,null,f,0),u._space=u._rotate=u._incrs=u._found=u._splits=u._values=null,u._size>0&&(bn[f]=!0,u._el=wt(zf,h))}}function Co(u,f,m,g){let[b,x,_,R]=m,P=f%2,z=0;return P==0&&(R||x)&&(z=f==0&&!b||f==2&&!_?Ae(wa.size/3):0),P==1&&(b||_)&&(z=f==1&&!x||f==3&&!R?Ae(xa.size/2):0),z}let Qs=n.padding=(e.padding||[Co,Co,Co,Co]).map(u=>ee(ie(u,Co))),Zt=n._padding=Qs.map((u,f)=>u(n,f,bn,0)),We,Ne=null,De=null,ur=r==1?v[0].idxs:null,St=null,$o=!1;function Xs(u,f){if(t=u??[],n.data=n._data=t,r==2){We=0;for(let m=1;m<v.length;m++)We+=t[m][0].length}else{t.length==0&&(n.data=n._data=t=[[]]),St=t[0],We=St.length;let m=t;if(W==2){m=t.slice();let g=m[0]=Array(We);for(let b=0;b<We;b++)g[b]=b}n._data=t=m}if(Yn(!0),Fe("setData"),W==2&&(Un=!0),f!==!1){let m=C;m.auto(n,$o)?hi():Qt($,m.min,m.max),gn=gn||B.left>=0,dt=!0,qn()}}n.setData=Xs;function hi(){$o=!0;let u,f;r==1&&(We>0?(Ne=ur[0]=0,De=ur[1]=We-1,u=t[0][Ne],f=t[0][De],W==2?(u=Ne,f=De):u==f&&(W==3?[u,f]=Nr(u,u,C.log,!1):W==4?[u,f]=hs(u,u,C.log,!1):C.time?f=u+Ae(86400/T):[u,f]=Rr(u,f,gs,!0))):(Ne=ur[0]=u=null,De=ur[1]=f=null)),Qt($,u,f)}let fr,Kn,gi,wi,bi,yi,xi,vi,Mi,et;function el(u,f,m,g,b,x){u??=Gl,m??=bs,g??="butt",b??=Gl,x??="round",u!=fr&&(p.strokeStyle=fr=u),b!=Kn&&(p.fillStyle=Kn=b),f!=gi&&(p.lineWidth=gi=f),x!=bi&&(p.lineJoin=bi=x),g!=yi&&(p.lineCap=yi=g),m!=wi&&p.setLineDash(wi=m)}function tl(u,f,m,g){f!=Kn&&(p.fillStyle=Kn=f),u!=xi&&(p.font=xi=u),m!=vi&&(p.textAlign=vi=m),g!=Mi&&(p.textBaseline=Mi=g)}function Si(u,f,m,g,b=0){if(g.length>0&&u.auto(n,$o)&&(f==null||f.min==null)){let x=ie(Ne,0),_=ie(De,g.length-1),R=m.min==null?ed(g,x,_,b,u.distr==3):[m.min,m.max];u.min=Ct(u.min,m.min=R[0]),u.max=Je(u.max,m.max=R[1])}}let nl={min:null,max:null};function Yu(){for(let g in k){let b=k[g];K[g]==null&&(b.min==null||K[$]!=null&&b.auto(n,$o))&&(K[g]=nl)}for(let g in k){let b=k[g];K[g]==null&&b.from!=null&&K[b.from]!=null&&(K[g]=nl)}K[$]!=null&&Yn(!0);let u={};for(let g in K){let b=K[g];if(b!=null){let x=u[g]=go(k[g],cd);if(b.min!=null)$e(x,b);else if(g!=$||r==2)if(We==0&&x.from==null){let _=x.range(n,null,null,g);x.min=_[0],x.max=_[1]}else x.min=de,x.max=-de}}if(We>0){v.forEach((g,b)=>{if(r==1){let x=g.scale,_=K[x];if(_==null)return;let R=u[x];if(b==0){let P=R.range(n,R.min,R.max,x);R.min=P[0],R.max=P[1],Ne=Tt(R.min,t[0]),De=Tt(R.max,t[0]),De-Ne>1&&(t[0][Ne]<R.min&&Ne++,t[0][De]>R.max&&De--),g.min=St[Ne],g.max=St[De]}else g.show&&g.auto&&Si(R,_,g,t[b],g.sorted);g.idxs[0]=Ne,g.idxs[1]=De}else if(b>0&&g.show&&g.auto){let[x,_]=g.facets,R=x.scale,P=_.scale,[z,F]=t[b],I=u[R],Z=u[P];I!=null&&Si(I,K[R],x,z,x.sorted),Z!=null&&Si(Z,K[P],_,F,_.sorted),g.min=_.min,g.max=_.max}});for(let g in u){let b=u[g],x=K[g];if(b.from==null&&(x==null||x.min==null)){let _=b.range(n,b.min==de?null:b.min,b.max==-de?null:b.max,g);b.min=_[0],b.max=_[1]}}}for(let g in u){let b=u[g];if(b.from!=null){let x=u[b.from];if(x.min==null)b.min=b.max=null;else{let _=b.range(n,x.min,x.max,g);b.min=_[0],b.max=_[1]}}}let f={},m=!1;for(let g in u){let b=u[g],x=k[g];if(x.min!=b.min||x.max!=b.max){x.min=b.min,x.max=b.max;let _=x.distr;x._min=_==3?jt(x.min):_==4?Qi(x.min,x.asinh):_==100?x.fwd(x.min):x.min,x._max=_==3?jt(x.max):_==4?Qi(x.max,x.asinh):_==100?x.fwd(x.max):x.max,f[g]=m=!0}}if(m){v.forEach((g,b)=>{r==2?b>0&&f.y&&(g._paths=null):f[g.scale]&&(g._paths=null)});for(let g in f)Un=!0,Fe("setScale",g);Ge&&B.left>=0&&(gn=dt=!0)}for(let g in K)K[g]=null}function qu(u){let f=ss(Ne-1,0,We-1),m=ss(De+1,0,We-1);for(;u[f]==null&&f>0;)f--;for(;u[m]==null&&m<We-1;)m++;return[f,m]}function Zu(){if(We>0){let u=v.some(f=>f._focus)&&et!=Rt.alpha;u&&(p.globalAlpha=et=Rt.alpha),v.forEach((f,m)=>{if(m>0&&f.show&&(ol(m,!1),ol(m,!0),f._paths==null)){let g=et;et!=f.alpha&&(p.globalAlpha=et=f.alpha);let b=r==2?[0,t[m][0].length-1]:qu(t[m]);f._paths=f.paths(n,m,b[0],b[1]),et!=g&&(p.globalAlpha=et=g)}}),v.forEach((f,m)=>{if(m>0&&f.show){let g=et;et!=f.alpha&&(p.globalAlpha=et=f.alpha),f._paths!=null&&rl(m,!1);{let b=f._paths!=null?f._paths.gaps:null,x=f.points.show(n,m,Ne,De,b),_=f.points.filter(n,m,x,b);(x||_)&&(f.points._paths=f.points.paths(n,m,Ne,De,_),rl(m,!0))}et!=g&&(p.globalAlpha=et=g),Fe("drawSeries",m)}}),u&&(p.globalAlpha=et=1)}}function ol(u,f){let m=f?v[u].points:v[u];m._stroke=m.stroke(n,u),m._fill=m.fill(n,u)}function rl(u,f){let m=f?v[u].points:v[u],{stroke:g,fill:b,clip:x,flags:_,_stroke:R=m._stroke,_fill:P=m._fill,_width:z=m.width}=m._paths;z=pe(z*le,3);let F=null,I=z%2/2;f&&P==null&&(P=z>0?"#fff":R);let Z=m.pxAlign==1&&I>0;if(Z&&p.translate(I,I),!f){let se=nt-z/2,oe=ft-z/2,X=Xe+z,q=Mt+z;F=new Path2D,F.rect(se,oe,X,q)}f?ki(R,z,m.dash,m.cap,P,g,b,_,x):Ju(u,R,z,m.dash,m.cap,P,g,b,_,F,x),Z&&p.translate(-I,-I)}function Ju(u,f,m,g,b,x,_,R,P,z,F){let I=!1;P!=0&&D.forEach((Z,se)=>{if(Z.series[0]==u){let oe=v[Z.series[1]],X=t[Z.series[1]],q=(oe._paths||Ko).band;sn(q)&&(q=Z.dir==1?q[0]:q[1]);let j,we=null;oe.show&&q&&nd(X,Ne,De)?(we=Z.fill(n,se)||x,j=oe._paths.clip):q=null,ki(f,m,g,b,we,_,R,P,z,F,j,q),I=!0}}),I||ki(f,m,g,b,x,_,R,P,z,F)}let il=wo|cs;function ki(u,f,m,g,b,x,_,R,P,z,F,I){el(u,f,m,g,b),(P||z||I)&&(p.save(),P&&p.clip(P),z&&p.clip(z)),I?(R&il)==il?(p.clip(I),F&&p.clip(F),pr(b,_),dr(u,x,f)):R&cs?(pr(b,_),p.clip(I),dr(u,x,f)):R&wo&&(p.save(),p.clip(I),F&&p.clip(F),pr(b,_),p.restore(),dr(u,x,f)):(pr(b,_),dr(u,x,f)),(P||z||I)&&p.restore()}function dr(u,f,m){m>0&&(f instanceof Map?f.forEach((g,b)=>{p.strokeStyle=fr=b,p.stroke(g)}):f!=null&&u&&p.stroke(f))}function pr(u,f){f instanceof Map?f.forEach((m,g)=>{p.fillStyle=Kn=g,p.fill(m)}):f!=null&&u&&p.fill(f)}function Qu(u,f,m,g){let b=O[u],x;if(g<=0)x=[0,0];else{let _=b._space=b.space(n,u,f,m,g),R=b._incrs=b.incrs(n,u,f,m,g,_);x=Sp(f,m,R,g,_)}return b._found=x}function Li(u,f,m,g,b,x,_,R,P,z){let F=_%2/2;M==1&&p.translate(F,F),el(R,_,P,z,R),p.beginPath();let I,Z,se,oe,X=b+(g==0||g==3?-x:x);m==0?(Z=b,oe=X):(I=b,se=X);for(let q=0;q<u.length;q++)f[q]!=null&&(m==0?I=se=u[q]:Z=oe=u[q],p.moveTo(I,Z),p.lineTo(se,oe));p.stroke(),M==1&&p.translate(-F,-F)}function Xu(u){let f=!0;return O.forEach((m,g)=>{if(!m.show)return;let b=k[m.scale];if(b.min==null){m._show&&(f=!1,m._show=!1,Yn(!1));return}else m._show||(f=!1,m._show=!0,Yn(!1));let x=m.side,_=x%2,{min:R,max:P}=b,[z,F]=Qu(g,R,P,_==0?J:V);if(F==0)return;let I=b.distr==2,Z=m._splits=m.splits(n,g,R,P,z,F,I),se=b.distr==2?Z.map(j=>St[j]):Z,oe=b.distr==2?St[Z[1]]-St[Z[0]]:z,X=m._values=m.values(n,m.filter(n,se,g,F,oe),g,F,oe);m._rotate=x==2?m.rotate(n,X,g,F):0;let q=m._size;m._size=bt(m.size(n,X,g,u)),q!=null&&m._size!=q&&(f=!1)}),f}function ef(u){let f=!0;return Qs.forEach((m,g)=>{let b=m(n,g,bn,u);b!=Zt[g]&&(f=!1),Zt[g]=b}),f}function tf(){for(let u=0;u<O.length;u++){let f=O[u];if(!f.show||!f._show)continue;let m=f.side,g=m%2,b,x,_=f.stroke(n,u),R=m==0||m==3?-1:1,[P,z]=f._found;if(f.label!=null){let qe=f.labelGap*R,it=Ae((f._lpos+qe)*le);tl(f.labelFont[0],_,"center",m==2?"top":jl),p.save(),g==1?(b=x=0,p.translate(it,Ae(ft+Mt/2)),p.rotate((m==3?-$r:$r)/2)):(b=Ae(nt+Xe/2),x=it);let vn=Pa(f.label)?f.label(n,u,P,z):f.label;p.fillText(vn,b,x),p.restore()}if(z==0)continue;let F=k[f.scale],I=g==0?Xe:Mt,Z=g==0?nt:ft,se=f._splits,oe=F.distr==2?se.map(qe=>St[qe]):se,X=F.distr==2?St[se[1]]-St[se[0]]:P,q=f.ticks,j=f.border,we=q.show?q.size:0,Le=Ae(we*le),Ve=Ae((f.alignTo==2?f._size-we-f.gap:f.gap)*le),fe=f._rotate*-$r/180,Ee=L(f._pos*le),ot=(Le+Ve)*R,Ye=Ee+ot;x=g==0?Ye:0,b=g==1?Ye:0;let mt=f.font[0],kt=f.align==1?uo:f.align==2?qi:fe>0?uo:fe<0?qi:g==0?"center":m==3?qi:uo,Nt=fe||g==1?"middle":m==2?"top":jl;tl(mt,_,kt,Nt);let rt=f.font[1]*f.lineGap,ht=se.map(qe=>L(l(qe,F,I,Z))),Lt=f._values;for(let qe=0;qe<Lt.length;qe++){let it=Lt[qe];if(it!=null){g==0?b=ht[qe]:x=ht[qe],it=""+it;let vn=it.indexOf(`
`)==-1?[it]:it.split(/\n/gm);for(let Ze=0;Ze<vn.length;Ze++){let kl=vn[Ze];fe?(p.save(),p.translate(b,x+Ze*rt),p.rotate(fe),p.fillText(kl,0,0),p.restore()):p.fillText(kl,b,x+Ze*rt)}}}q.show&&Li(ht,q.filter(n,oe,u,z,X),g,m,Ee,Le,pe(q.width*le,3),q.stroke(n,u),q.dash,q.cap);let Dt=f.grid;Dt.show&&Li(ht,Dt.filter(n,oe,u,z,X),g,g==0?2:1,g==0?ft:nt,g==0?Mt:Xe,pe(Dt.width*le,3),Dt.stroke(n,u),Dt.dash,Dt.cap),j.show&&Li([Ee],[1],g==0?1:0,g==0?1:2,g==1?ft:nt,g==1?Mt:Xe,pe(j.width*le,3),j.stroke(n,u),j.dash,j.cap)}Fe("drawAxes")}function Yn(u){v.forEach((f,m)=>{m>0&&(f._paths=null,u&&(r==1?(f.min=null,f.max=null):f.facets.forEach(g=>{g.min=null,g.max=null})))})}let mr=!1,Ei=!1,Oo=[];function nf(){Ei=!1;for(let u=0;u<Oo.length;u++)Fe(...Oo[u]);Oo.length=0}function qn(){mr||(gd(sl),mr=!0)}function of(u,f=!1){mr=!0,Ei=f,u(n),sl(),f&&Oo.length>0&&queueMicrotask(nf)}n.batch=of;function sl(){if(pi&&(Yu(),pi=!1),Un&&(Iu(),Un=!1),ar){if(xe(y,uo,me),xe(y,"top",Re),xe(y,Wo,J),xe(y,Bo,V),xe(S,uo,me),xe(S,"top",Re),xe(S,Wo,J),xe(S,Bo,V),xe(h,Wo,Ut),xe(h,Bo,pn),d.width=Ae(Ut*le),d.height=Ae(pn*le),O.forEach(({_el:u,_show:f,_size:m,_pos:g,side:b})=>{if(u!=null)if(f){let x=b===3||b===0?m:0,_=b%2==1;xe(u,_?"left":"top",g-x),xe(u,_?"width":"height",m),xe(u,_?"top":"left",_?Re:me),xe(u,_?"height":"width",_?V:J),rs(u,_n)}else st(u,_n)}),fr=Kn=gi=bi=yi=xi=vi=Mi=wi=null,et=1,Po(!0),me!=In||Re!=mn||J!=Ot||V!=hn){Yn(!1);let u=J/Ot,f=V/hn;if(Ge&&!gn&&B.left>=0){B.left*=u,B.top*=f,Zn&&Ft(Zn,Ae(B.left),0,J,V),Jn&&Ft(Jn,0,Ae(B.top),J,V);for(let m=0;m<pt.length;m++){let g=pt[m];g!=null&&(jn[m]*=u,Gn[m]*=f,Ft(g,bt(jn[m]),bt(Gn[m]),J,V))}}if(ge.show&&!cr&&ge.left>=0&&ge.width>0){ge.left*=u,ge.width*=u,ge.top*=f,ge.height*=f;for(let m in Ri)xe(eo,m,ge[m])}In=me,mn=Re,Ot=J,hn=V}Fe("setSize"),ar=!1}Ut>0&&pn>0&&(p.clearRect(0,0,d.width,d.height),Fe("drawClear"),N.forEach(u=>u()),Fe("draw")),ge.show&&cr&&(hr(ge),cr=!1),Ge&&gn&&(xn(null,!0,!1),gn=!1),Q.show&&Q.live&&dt&&($i(),dt=!1),a||(a=!0,n.status=1,Fe("ready")),$o=!1,mr=!1}n.redraw=(u,f)=>{Un=f||!1,u!==!1?Qt($,C.min,C.max):qn()};function _i(u,f){let m=k[u];if(m.from==null){if(We==0){let g=m.range(n,f.min,f.max,u);f.min=g[0],f.max=g[1]}if(f.min>f.max){let g=f.min;f.min=f.max,f.max=g}if(We>1&&f.min!=null&&f.max!=null&&f.max-f.min<1e-16)return;u==$&&m.distr==2&&We>0&&(f.min=Tt(f.min,t[0]),f.max=Tt(f.max,t[0]),f.min==f.max&&f.max++),K[u]=f,pi=!0,qn()}}n.setScale=_i;let Ti,Ci,Zn,Jn,ll,al,Qn,Xn,cl,ul,he,Se,Jt=!1,Be=B.drag,He=Be.x,ze=Be.y;Ge&&(B.x&&(Ti=wt(Vf,S)),B.y&&(Ci=wt(If,S)),C.ori==0?(Zn=Ti,Jn=Ci):(Zn=Ci,Jn=Ti),he=B.left,Se=B.top);let ge=n.select=$e({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),eo=ge.show?wt(Ff,ge.over?S:y):null;function hr(u,f){if(ge.show){for(let m in u)ge[m]=u[m],m in Ri&&xe(eo,m,u[m]);f!==!1&&Fe("setSelect")}}n.setSelect=hr;function rf(u){if(v[u].show)Oe&&rs(ke[u],_n);else if(Oe&&st(ke[u],_n),Ge){let m=Bn?pt[0]:pt[u];m!=null&&Ft(m,-10,-10,J,V)}}function Qt(u,f,m){_i(u,{min:f,max:m})}function At(u,f,m,g){f.focus!=null&&uf(u),f.show!=null&&v.forEach((b,x)=>{x>0&&(u==x||u==null)&&(b.show=f.show,rf(x),r==2?(Qt(b.facets[0].scale,null,null),Qt(b.facets[1].scale,null,null)):Qt(b.scale,null,null),qn())}),m!==!1&&Fe("setSeries",u,f),g&&No("setSeries",n,u,f)}n.setSeries=At;function sf(u,f){$e(D[u],f)}function lf(u,f){u.fill=ee(u.fill||null),u.dir=ie(u.dir,-1),f=f??D.length,D.splice(f,0,u)}function af(u){u==null?D.length=0:D.splice(u,1)}n.addBand=lf,n.setBand=sf,n.delBand=af;function cf(u,f){v[u].alpha=f,Ge&&pt[u]!=null&&(pt[u].style.opacity=f),Oe&&ke[u]&&(ke[u].style.opacity=f)}let Wt,Xt,yn,to={focus:!0};function uf(u){if(u!=yn){let f=u==null,m=Rt.alpha!=1;v.forEach((g,b)=>{if(r==1||b>0){let x=f||b==0||b==u;g._focus=f?null:x,m&&cf(b,x?1:Rt.alpha)}}),yn=u,m&&qn()}}Oe&&Wn&&Ke(ql,ae,u=>{B._lock||(wn(u),yn!=null&&At(null,to,!0,Te.setSeries))});function Pt(u,f,m){let g=k[f];m&&(u=u/le-(g.ori==1?Re:me));let b=J;g.ori==1&&(b=V,u=b-u),g.dir==-1&&(u=b-u);let x=g._min,_=g._max,R=u/b,P=x+(_-x)*R,z=g.distr;return z==3?mo(10,P):z==4?rd(P,g.asinh):z==100?g.bwd(P):P}function ff(u,f){let m=Pt(u,$,f);return Tt(m,t[0],Ne,De)}n.valToIdx=u=>Tt(u,t[0]),n.posToIdx=ff,n.posToVal=Pt,n.valToPos=(u,f,m)=>k[f].ori==0?i(u,k[f],m?Xe:J,m?nt:0):s(u,k[f],m?Mt:V,m?ft:0),n.setCursor=(u,f,m)=>{he=u.left,Se=u.top,xn(null,f,m)};function fl(u,f){xe(eo,uo,ge.left=u),xe(eo,Wo,ge.width=f)}function dl(u,f){xe(eo,"top",ge.top=u),xe(eo,Bo,ge.height=f)}let Ro=C.ori==0?fl:dl,Ao=C.ori==1?fl:dl;function df(){if(Oe&&Q.live)for(let u=r==2?1:0;u<v.length;u++){if(u==0&&ut)continue;let f=Q.values[u],m=0;for(let g in f)$t[u][m++].firstChild.nodeValue=f[g]}}function $i(u,f){if(u!=null&&(u.idxs?u.idxs.forEach((m,g)=>{ue[g]=m}):ad(u.idx)||ue.fill(u.idx),Q.idx=ue[0]),Oe&&Q.live){for(let m=0;m<v.length;m++)(m>0||r==1&&!ut)&&pf(m,ue[m]);df()}dt=!1,f!==!1&&Fe("setLegend")}n.setLegend=$i;function pf(u,f){let m=v[u],g=u==0&&W==2?St:t[u],b;ut?b=m.values(n,u,f)??qt:(b=m.value(n,f==null?null:g[f],u,f),b=b==null?qt:{_:b}),Q.values[u]=b}function xn(u,f,m){cl=he,ul=Se,[he,Se]=B.move(n,he,Se),B.left=he,B.top=Se,Ge&&(Zn&&Ft(Zn,Ae(he),0,J,V),Jn&&Ft(Jn,0,Ae(Se),J,V));let g,b=Ne>De;Wt=de,Xt=null;let x=C.ori==0?J:V,_=C.ori==1?J:V;if(he<0||We==0||b){g=B.idx=null;for(let R=0;R<v.length;R++){let P=pt[R];P!=null&&Ft(P,-10,-10,J,V)}Wn&&At(null,to,!0,u==null&&Te.setSeries),Q.live&&(ue.fill(g),dt=!0)}else{let R,P,z;r==1&&(R=C.ori==0?he:Se,P=Pt(R,$),g=B.idx=Tt(P,t[0],Ne,De),z=H(t[0][g],C,x,0));let F=-10,I=-10,Z=0,se=0,oe=!0,X="",q="";for(let j=r==2?1:0;j<v.length;j++){let we=v[j],Le=ue[j],Ve=Le==null?null:r==1?t[j][Le]:t[j][1][Le],fe=B.dataIdx(n,j,g,P),Ee=fe==null?null:r==1?t[j][fe]:t[j][1][fe];if(dt=dt||Ee!=Ve||fe!=Le,ue[j]=fe,j>0&&we.show){let ot=fe==null?-10:fe==g?z:H(r==1?t[0][fe]:t[j][0][fe],C,x,0),Ye=Ee==null?-10:Y(Ee,r==1?k[we.scale]:k[we.facets[1].scale],_,0);if(Wn&&Ee!=null){let mt=C.ori==1?he:Se,kt=Pe(Rt.dist(n,j,fe,Ye,mt));if(kt<Wt){let Nt=Rt.bias;if(Nt!=0){let rt=Pt(mt,we.scale),ht=Ee>=0?1:-1,Lt=rt>=0?1:-1;Lt==ht&&(Lt==1?Nt==1?Ee>=rt:Ee<=rt:Nt==1?Ee<=rt:Ee>=rt)&&(Wt=kt,Xt=j)}else Wt=kt,Xt=j}}if(dt||Bn){let mt,kt;C.ori==0?(mt=ot,kt=Ye):(mt=Ye,kt=ot);let Nt,rt,ht,Lt,Dt,qe,it=!0,vn=je.bbox;if(vn!=null){it=!1;let Ze=vn(n,j);ht=Ze.left,Lt=Ze.top,Nt=Ze.width,rt=Ze.height}else ht=mt,Lt=kt,Nt=rt=je.size(n,j);if(qe=je.fill(n,j),Dt=je.stroke(n,j),Bn)j==Xt&&Wt<=Rt.prox&&(F=ht,I=Lt,Z=Nt,se=rt,oe=it,X=qe,q=Dt);else{let Ze=pt[j];Ze!=null&&(jn[j]=ht,Gn[j]=Lt,na(Ze,Nt,rt,it),ea(Ze,qe,Dt),Ft(Ze,bt(ht),bt(Lt),J,V))}}}}if(Bn){let j=Rt.prox,we=yn==null?Wt<=j:Wt>j||Xt!=yn;if(dt||we){let Le=pt[0];Le!=null&&(jn[0]=F,Gn[0]=I,na(Le,Z,se,oe),ea(Le,X,q),Ft(Le,bt(F),bt(I),J,V))}}}if(ge.show&&Jt)if(u!=null){let[R,P]=Te.scales,[z,F]=Te.match,[I,Z]=u.cursor.sync.scales,se=u.cursor.drag;if(He=se._x,ze=se._y,He||ze){let{left:oe,top:X,width:q,height:j}=u.select,we=u.scales[I].ori,Le=u.posToVal,Ve,fe,Ee,ot,Ye,mt=R!=null&&z(R,I),kt=P!=null&&F(P,Z);mt&&He?(we==0?(Ve=oe,fe=q):(Ve=X,fe=j),Ee=k[R],ot=H(Le(Ve,I),Ee,x,0),Ye=H(Le(Ve+fe,I),Ee,x,0),Ro(Ct(ot,Ye),Pe(Ye-ot))):Ro(0,x),kt&&ze?(we==1?(Ve=oe,fe=q):(Ve=X,fe=j),Ee=k[P],ot=Y(Le(Ve,Z),Ee,_,0),Ye=Y(Le(Ve+fe,Z),Ee,_,0),Ao(Ct(ot,Ye),Pe(Ye-ot))):Ao(0,_)}else Ai()}else{let R=Pe(cl-ll),P=Pe(ul-al);if(C.ori==1){let Z=R;R=P,P=Z}He=Be.x&&R>=Be.dist,ze=Be.y&&P>=Be.dist;let z=Be.uni;z!=null?He&&ze&&(He=R>=z,ze=P>=z,!He&&!ze&&(P>R?ze=!0:He=!0)):Be.x&&Be.y&&(He||ze)&&(He=ze=!0);let F,I;He&&(C.ori==0?(F=Qn,I=he):(F=Xn,I=Se),Ro(Ct(F,I),Pe(I-F)),ze||Ao(0,_)),ze&&(C.ori==1?(F=Qn,I=he):(F=Xn,I=Se),Ao(Ct(F,I),Pe(I-F)),He||Ro(0,x)),!He&&!ze&&(Ro(0,0),Ao(0,0))}if(Be._x=He,Be._y=ze,u==null){if(m){if(Sl!=null){let[R,P]=Te.scales;Te.values[0]=R!=null?Pt(C.ori==0?he:Se,R):null,Te.values[1]=P!=null?Pt(C.ori==1?he:Se,P):null}No(Zi,n,he,Se,J,V,g)}if(Wn){let R=m&&Te.setSeries,P=Rt.prox;yn==null?Wt<=P&&At(Xt,to,!0,R):Wt>P?At(null,to,!0,R):Xt!=yn&&At(Xt,to,!0,R)}}dt&&(Q.idx=g,$i()),f!==!1&&Fe("setCursor")}let en=null;Object.defineProperty(n,"rect",{get(){return en==null&&Po(!1),en}});function Po(u=!1){u?en=null:(en=S.getBoundingClientRect(),Fe("syncRect",en))}function pl(u,f,m,g,b,x,_){B._lock||Jt&&u!=null&&u.movementX==0&&u.movementY==0||(Oi(u,f,m,g,b,x,_,!1,u!=null),u!=null?xn(null,!0,!0):xn(f,!0,!1))}function Oi(u,f,m,g,b,x,_,R,P){if(en==null&&Po(!1),wn(u),u!=null)m=u.clientX-en.left,g=u.clientY-en.top;else{if(m<0||g<0){he=-10,Se=-10;return}let[z,F]=Te.scales,I=f.cursor.sync,[Z,se]=I.values,[oe,X]=I.scales,[q,j]=Te.match,we=f.axes[0].side%2==1,Le=C.ori==0?J:V,Ve=C.ori==1?J:V,fe=we?x:b,Ee=we?b:x,ot=we?g:m,Ye=we?m:g;if(oe!=null?m=q(z,oe)?l(Z,k[z],Le,0):-10:m=Le*(ot/fe),X!=null?g=j(F,X)?l(se,k[F],Ve,0):-10:g=Ve*(Ye/Ee),C.ori==1){let mt=m;m=g,g=mt}}P&&(f==null||f.cursor.event.type==Zi)&&((m<=1||m>=J-1)&&(m=Ln(m,J)),(g<=1||g>=V-1)&&(g=Ln(g,V))),R?(ll=m,al=g,[Qn,Xn]=B.move(n,m,g)):(he=m,Se=g)}let Ri={width:0,height:0,left:0,top:0};function Ai(){hr(Ri,!1)}let ml,hl,gl,wl;function bl(u,f,m,g,b,x,_){Jt=!0,He=ze=Be._x=Be._y=!1,Oi(u,f,m,g,b,x,_,!0,!1),u!=null&&(Ke(Ji,ns,yl,!1),No(Kl,n,Qn,Xn,J,V,null));let{left:R,top:P,width:z,height:F}=ge;ml=R,hl=P,gl=z,wl=F}function yl(u,f,m,g,b,x,_){Jt=Be._x=Be._y=!1,Oi(u,f,m,g,b,x,_,!1,!0);let{left:R,top:P,width:z,height:F}=ge,I=z>0||F>0,Z=ml!=R||hl!=P||gl!=z||wl!=F;if(I&&Z&&hr(ge),Be.setScale&&I&&Z){let se=R,oe=z,X=P,q=F;if(C.ori==1&&(se=P,oe=F,X=R,q=z),He&&Qt($,Pt(se,$),Pt(se+oe,$)),ze)for(let j in k){let we=k[j];j!=$&&we.from==null&&we.min!=de&&Qt(j,Pt(X+q,j),Pt(X,j))}Ai()}else B.lock&&(B._lock=!B._lock,xn(f,!0,u!=null));u!=null&&(Vn(Ji,ns),No(Ji,n,he,Se,J,V,null))}function mf(u,f,m,g,b,x,_){if(B._lock)return;wn(u);let R=Jt;if(Jt){let P=!0,z=!0,F=10,I,Z;C.ori==0?(I=He,Z=ze):(I=ze,Z=He),I&&Z&&(P=he<=F||he>=J-F,z=Se<=F||Se>=V-F),I&&P&&(he=he<Qn?0:J),Z&&z&&(Se=Se<Xn?0:V),xn(null,!0,!0),Jt=!1}he=-10,Se=-10,ue.fill(null),xn(null,!0,!0),R&&(Jt=R)}function xl(u,f,m,g,b,x,_){B._lock||(wn(u),hi(),Ai(),u!=null&&No(Zl,n,he,Se,J,V,null))}function vl(){O.forEach(kp),mi(n.width,n.height,!0)}Tn(Or,po,vl);let no={};no.mousedown=bl,no.mousemove=pl,no.mouseup=yl,no.dblclick=xl,no.setSeries=(u,f,m,g)=>{let b=Te.match[2];m=b(n,f,m),m!=-1&&At(m,g,!0,!1)},Ge&&(Ke(Kl,S,bl),Ke(Zi,S,pl),Ke(Yl,S,u=>{wn(u),Po(!1)}),Ke(ql,S,mf),Ke(Zl,S,xl),us.add(n),n.syncRect=Po);let gr=n.hooks=e.hooks||{};function Fe(u,f,m){Ei?Oo.push([u,f,m]):u in gr&&gr[u].forEach(g=>{g.call(null,n,f,m)})}(e.plugins||[]).forEach(u=>{for(let f in u.hooks)gr[f]=(gr[f]||[]).concat(u.hooks[f])});let Ml=(u,f,m)=>m,Te=$e({key:null,setSeries:!1,filters:{pub:la,sub:la},scales:[$,v[1]?v[1].scale:null],match:[aa,aa,Ml],values:[null,null]},B.sync);Te.match.length==2&&Te.match.push(Ml),B.sync=Te;let Sl=Te.key,Pi=rc(Sl);function No(u,f,m,g,b,x,_){Te.filters.pub(u,f,m,g,b,x,_)&&Pi.pub(u,f,m,g,b,x,_)}Pi.sub(n);function hf(u,f,m,g,b,x,_){Te.filters.sub(u,f,m,g,b,x,_)&&no[u](null,f,m,g,b,x,_)}n.pub=hf;function gf(){Pi.unsub(n),us.delete(n),dn.clear(),is(Or,po,vl),c.remove(),ae?.remove(),Fe("destroy")}n.destroy=gf;function Ni(){Fe("init",e,t),Xs(t||e.data,!1),K[$]?_i($,K[$]):hi(),cr=ge.show&&(ge.width>0||ge.height>0),gn=dt=!0,mi(e.width,e.height)}return v.forEach(Js),O.forEach(Ku),o?o instanceof HTMLElement?(o.appendChild(c),Ni()):o(n,Ni):Ni(),n}Ie.assign=$e;Ie.fmtNum=ws;Ie.rangeNum=Rr;Ie.rangeLog=Nr;Ie.rangeAsinh=hs;Ie.orient=$n;Ie.pxRatio=le;Ie.join=hd;Ie.fmtDate=ys,Ie.tzDate=Ed;Ie.sync=rc;{Ie.addGap=ap,Ie.clipGaps=zr;let e=Ie.paths={points:uc};e.linear=dc,e.stepped=fp,e.bars=dp,e.spline=mp}function yt(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function wc(){return document.documentElement.dataset.theme==="dark"}var Lp=["#0072b2","#d55e00","#009e73","#cc79a7","#e69f00","#56b4e9"],Ep=["#4aa8e8","#ff8a3d","#2fcf9f","#e39ac4","#f0b83a","#a5dcff"],gc=[[],[8,4],[4,3],[12,3,3,3]],_p=new Set([2,4,5]);function On(e){let t=wc()?Ep:Lp,o=e%t.length,n=Math.floor(e/t.length)%gc.length,r=n>=2,i=2*(n%2)+ +(_p.has(o)!==r);return{colour:t[o]??"#888",dash:gc[i]??[]}}function vo(){return yc(xc(yt("missing")),[[68,1,84],[72,40,120],[62,74,137],[49,104,142],[38,130,142],[31,158,137],[53,183,121],[110,206,88],[181,222,43],[253,231,37]])}function bc(){let e=wc()?[[32,56,84],[60,120,180],[170,215,255]]:[[214,230,244],[107,174,214],[8,69,148]];return yc(xc(yt("dead")),e,Math.sqrt)}var qo={inside:"#ffffff",edge:"#16191d"};function Es([e,t,o]){return`rgb(${e} ${t} ${o})`}function yc(e,t,o=n=>n){let n=[e];for(let r=1;r<256;r++){let i=o((r-1)/254)*(t.length-1),s=Math.min(Math.floor(i),t.length-2),l=t[s]??e,a=t[s+1]??e,c=i-s;n.push(l.map((d,p)=>Math.round(d+c*((a[p]??0)-d))))}return n}function xc(e){let t=Number.parseInt(e.slice(1),16);return[t>>16&255,t>>8&255,t&255]}function Rn(e,t,o){let n=Math.max(1,t-e),r=1;for(let s of Tp())if(r=s,n/s<=o)break;let i=[];for(let s=Math.ceil(e/r)*r;s<=t;s+=r)i.push(s);return i}function Ur(e,t,o){let n=10**Math.floor(Math.log10((t-e)/o));return Rn(e/n,t/n,o).map(r=>Number((r*n).toPrecision(12)))}function*Tp(){for(let e=1;e<1e12;e*=10)yield e,yield 2*e,yield 5*e}var Mc=3,Cp=[...Array(16).keys()].flatMap(e=>[1,2,5].map(t=>t*10**e)),_s=14,$p=64,Op=16,Sc=[1.5,5];function ct(e){let{steps:t,lines:o,unit:n}=e,r=e.hidden??new Set,i=o.filter(E=>!r.has(E.id)),s=(e.expected??[]).filter(E=>!r.has(E.id)),l=new Map,a=w("span",{class:"at"}),c=w("div",{class:"plot"}),d=w("div",{class:"sr","aria-live":"polite"}),p=w("div",{class:"lines",id:e.id,tabindex:0,role:"group","aria-label":"Line chart. Left and right arrow keys move through the steps."});p.append(c,d);let h=t.length-1,y=o.map(({values:E})=>E.findLastIndex(A=>A!==null)),S=y.every(E=>E===h||E<0),M=E=>E===void 0?"":e.stepText?.(E)??String(E),L=E=>{let A=E??h;a.textContent=t.length?E===null&&!S?`last ${e.stepName}`:`${e.stepName} ${M(t[A])}`:"",o.forEach((C,W)=>{let H=l.get(C.id),Y=C.values[E??y[W]??h];H&&(H.textContent=re(Y,n))})},T=Rp(e,r,l,a);L(null);let v=[...i,...s],O=e.bars===!0&&i.length*t.length<=Dp,k=yt("text-2"),D={stroke:yt("grid"),width:1},$="12px system-ui, Roboto, sans-serif",U=new Ie({width:600,height:e.height,legend:{show:!1},padding:[10,Op,0,0],cursor:{...e.group?{sync:{key:e.group}}:{},points:{size:7,show:!O},drag:{x:!0,y:!1,uni:20},focus:{prox:12}},focus:{alpha:.35},scales:{x:{time:!1,range:(E,A,C)=>Up(A,C,e)},y:Ap(e,v)},axes:[{stroke:k,grid:D,font:$,ticks:D,size:32,label:e.legend==="above"?void 0:e.stepName,labelSize:18,labelFont:$,splits:E=>{let{min:A=0,max:C=1}=E.scales.x??{},W=e.stepText?8*_s:90;return Rn(A,C,Math.max(2,E.width/W))},values:(E,A)=>A.map(C=>Wp(M(C)))},{stroke:k,grid:{...D,filter:vc},font:$,ticks:{...D,filter:vc},size:e.left??$p,...n==="count"?{incrs:Cp}:{},values:(E,A)=>A.map(C=>C===null?"":Br(C,n))}],series:[{},...v.map((E,A)=>{let{colour:C,dash:W}=On(E.place),H=A>=i.length;return{stroke:C,width:H?1.25:2,dash:H?Sc:W,spanGaps:!0,points:{show:Bp(E)&&!H&&!O,size:7},...O?{paths:()=>null}:{}}})],hooks:{setCursor:[E=>{L(E.cursor.idx??null)}],drawAxes:[E=>{for(let{place:A,low:C,high:W}of e.bands??[])Vp(E,On(A).colour,C,W)}],draw:[E=>{O&&zp(E,i);for(let A of e.levels??[])jp(E,A,$)}]}},[t,...v.map(E=>E.values.map(A=>Np(A,e)))],c);U.over.addEventListener("mousemove",E=>{let A=U.posToIdx(E.offsetX),C=Ip(U,i,A,E.offsetY);if(!C){Bt();return}let W=re(C.values[A],n);co(E,...o.length>1?[C.name]:[],`${e.stepName} ${M(t[A])}: ${W}`)}),U.over.addEventListener("mouseleave",Bt),p.addEventListener("keydown",E=>{let C={ArrowLeft:-1,ArrowRight:1}[E.key];if(C===void 0||!t.length)return;E.preventDefault();let W=U.cursor.idx??(C>0?-1:t.length),H=Math.min(h,Math.max(0,W+C));U.setCursor({left:U.valToPos(t[H]??0,"x"),top:0}),d.textContent=`${a.textContent}: ${i.map(Y=>`${Y.name} ${re(Y.values[H],n)}`).join(", ")}`});let N=w("div",{class:`chart ${e.legend??"beside"}`},p,T);return new ResizeObserver(()=>{let E=c.clientWidth;E>0&&E!==U.width&&U.setSize({width:E,height:e.height})}).observe(c),N}function Rp(e,t,o,n){let{lines:r,hide:i}=e,s=w("ul",{class:"legend"});e.legend!=="above"&&(s.style.maxHeight=`${e.height}px`);let l=w("li",{class:"head"},n);if(i&&r.length>1){let a=()=>{i(new Set)};l.append(w("button",{type:"button",class:"quiet",id:`${e.id}-all`,disabled:!t.size,click:a},"show all"))}return s.append(l),r.forEach((a,c)=>{let d=w("span",{class:"value"});o.set(a.id,d);let p=Ht(a.short??a.name,a.name),h=w("li",{class:t.has(a.id)?"off":"","data-line":a.id});if(i){let y=()=>{let M=new Set(t);M.delete(a.id)||M.add(a.id),i(M)},S=()=>{i(new Set(r.map(M=>M.id).filter(M=>M!==a.id)))};h.append(w("button",{type:"button",class:"line",id:`${e.id}-line-${c}`,"aria-pressed":t.has(a.id)?"false":"true",title:"Show or hide",click:y},Wr(a.place),p),w("button",{type:"button",class:"quiet only",id:`${e.id}-only-${c}`,"aria-label":`Show only ${a.name}`,click:S},"only"))}else h.append(Wr(a.place),p);h.append(d),s.append(h)}),e.expectedName&&e.expected?.length&&s.append(w("li",{class:"muted"},kc(yt("text-2"),Sc,1.5),e.expectedName)),s}function Wr(e){let{colour:t,dash:o}=On(e);return kc(t,o,3)}function kc(e,t,o){return be("svg",{width:22,height:10,class:"swatch","aria-hidden":!0},be("line",{x1:0,y1:5,x2:22,y2:5,stroke:e,"stroke-width":o,"stroke-dasharray":t.join(" ")}))}function Ap(e,t){let{axis:o,levels:n=[],bands:r=[]}=e,i=[...n.map(({value:s})=>s),...r.flatMap(({low:s,high:l})=>[...s,...l]).filter(Lc)];return typeof o!="string"?{range:[o[0],o[1]]}:o==="log"&&t.some(s=>s.values.some(Pp))?{distr:Mc,range:(s,l,a)=>{let c=[l,a,...i.filter(d=>d>0)];return Ie.rangeLog(Math.min(...c),Math.max(...c),10,!1)}}:{range:(s,l,a)=>{let c=l??0,d=a??1;for(let h of i)c=Math.min(c,h),d=Math.max(d,h);o==="from zero"&&(c=Math.min(0,c)),e.unit==="count"&&(d=Math.max(1,d));let p=.05*(d-c||Math.abs(d)||1);return[o==="from zero"?c:c-p,d+p]}}}function Lc(e){return e!==null&&Number.isFinite(e)}function Pp(e){return e!==null&&e>0&&Number.isFinite(e)}function Np(e,t){return e===null||!Number.isFinite(e)||t.axis==="log"&&e<=0?null:e}var Dp=400,Hp=.8;function zp(e,t){let{ctx:o,bbox:n}=e,r=e.data[0],i=c=>e.valToPos(c,"x",!0),s=Math.min(n.width,...r.slice(1).map((c,d)=>i(c)-i(r[d]??0))),l=Hp*s/t.length,a=e.valToPos(0,"y",!0);o.save(),t.forEach(({place:c,values:d},p)=>{o.fillStyle=On(c).colour,r.forEach((h,y)=>{let S=d[y];if(!S||!Number.isFinite(S))return;let M=i(h)+(p-t.length/2)*l,L=e.valToPos(S,"y",!0);o.fillRect(M,L,Math.max(1,l-1),a-L)})}),o.restore()}var Fp=.18;function Vp(e,t,o,n){let{ctx:r}=e,i=s=>[...e.data[0]].flatMap((l,a)=>{let c=s[a];return Lc(c??null)?[[e.valToPos(l,"x",!0),e.valToPos(c,"y",!0)]]:[]});r.save(),r.globalAlpha=Fp,r.fillStyle=t,r.beginPath();for(let[s,l]of[...i(n),...i(o).reverse()])r.lineTo(s,l);r.fill(),r.restore()}function Ip(e,t,o,n){let r;for(let i of t){let s=i.values[o];if(s==null)continue;let l=Math.abs(e.valToPos(s,"y")-n);l<(r?.distance??1/0)&&(r={line:i,distance:l})}return r?.line}function Up(e,t,{steps:o,overMap:n}){let[r]=o;if(o.length===1&&r!==void 0)return[r-1,r+1];let i=n?(t-e)/(o.length-1)/2:0;return[e-i,t+i]}function Wp(e){return e.length>_s?`…${e.slice(1-_s)}`:e}function Bp(e){return e.values.filter(t=>t!==null).length<3}function vc(e,t){return e.scales.y?.distr!==Mc?t:t.map(o=>Number.isInteger(Number(Math.log10(o).toFixed(6)))?o:null)}function Br(e,t){return t==="share"?`${Number((e*100).toPrecision(4))} %`:e!==0&&(Math.abs(e)<.001||Math.abs(e)>=1e6)?e.toExponential(0):String(Number(e.toPrecision(6)))}function jp(e,t,o){let{ctx:n,bbox:r}=e,i=Math.round(e.valToPos(t.value,"y",!0));if(i<r.top||i>r.top+r.height)return;let s=window.devicePixelRatio;n.save(),n.strokeStyle=yt("text-2"),n.fillStyle=yt("text-2"),n.lineWidth=s,n.setLineDash([4*s,4*s]),n.beginPath(),n.moveTo(r.left,i),n.lineTo(r.left+r.width,i),n.stroke(),n.font=o.replace("12px",`${11*s}px`),n.textAlign="left",n.setLineDash([]),n.lineWidth=4*s,n.strokeStyle=yt("page");let l=[r.left+8*s,i-5*s];n.strokeText(t.name,...l),n.fillText(t.name,...l),n.restore()}var jr=64,Ts=16,Cs=12,$s=44,Ec=["M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z","M-4.5-4.5H4.5V4.5H-4.5Z","M0-6L5.5 4H-5.5Z","M0-6.5L6.5 0L0 6.5L-6.5 0Z"];function Tc(e){let t=w("div",{class:"plot scatter",id:e.id}),o=()=>{t.clientWidth&&t.replaceChildren(Gp(e,t.clientWidth))};return new ResizeObserver(o).observe(t),w("div",{class:"chart beside"},w("div",{class:"lines"},t),w("ul",{class:"legend"},...e.kinds.map((n,r)=>w("li",{},be("svg",{width:22,height:14,viewBox:"-11 -7 22 14",class:"swatch"},Cc(r)),Ht(n)))))}function Cc(e,t={}){return be("path",{d:Ec[e%Ec.length],fill:On(e).colour,"fill-opacity":.8,...t})}function Gp(e,t){let{points:o,height:n,x:r,y:i}=e,s=_c(o.map(c=>c.x),jr,t-Ts),l=_c(o.map(c=>c.y),n-$s,Cs),a=(c,d,p={})=>be("text",{x:c[0],y:c[1],...p},d);return be("svg",{width:t,height:n,role:"group","aria-label":`${i.name} by ${r.name}`},...s.marks((t-jr)/90).flatMap(c=>[be("line",{class:"grid",x1:s.at(c),x2:s.at(c),y1:Cs,y2:n-$s}),a([s.at(c),n-$s+16],Br(c,r.unit),{"text-anchor":"middle"})]),...l.marks(n/50).flatMap(c=>[be("line",{class:"grid",x1:jr,x2:t-Ts,y1:l.at(c),y2:l.at(c)}),a([jr-6,l.at(c)+4],Br(c,i.unit),{"text-anchor":"end"})]),a([t-Ts,n-8],r.name,{"text-anchor":"end"}),a([0,0],i.name,{transform:`translate(12 ${Cs}) rotate(-90)`,"text-anchor":"end"}),...o.map(c=>{let d=[c.name,`${r.name}: ${re(c.x,r.unit)}`,`${i.name}: ${re(c.y,i.unit)}`];return be("g",{class:"point",id:`point-${c.id}`,tabindex:0,role:"button","aria-label":d.join(", "),transform:`translate(${s.at(c.x)} ${l.at(c.y)})`,mousemove:p=>{co(p,...d)},mouseleave:Bt,click:()=>{e.choose(c.id)},keydown:p=>{p.key==="Enter"&&e.choose(c.id)}},Cc(c.kind))}))}function _c(e,t,o){let n=Math.min(...e),r=Math.max(...e),i=.05*(r-n||Math.abs(r)||1),[s,l]=[n-i,r+i];return{at:a=>t+(a-s)/(l-s)*(o-t),marks:a=>Ur(s,l,Math.max(2,a))}}var an="worst",An="whole",Kp=2e3,Oc={layers:{},run:{}},$c={steps:[],layers:{}};async function Rc({source:e},t,o){return Pc(t,e.latests(t),Oc,o)}async function Ac({source:e},t,o,n,r,i,s){let l=0,a=new Set(t.filter(i));for(let h of Io(t))l+=h.manifest.layers.length,l<=Kp&&a.add(h);let c=t.filter(h=>a.has(h)),d=await Pc(c,e.measures(c,n.id),$c,s),p=new Map(c.map((h,y)=>[h,d[y]]));return t.map((h,y)=>{let S=o[y]??Oc,M=p.get(h)??$c,L=Yp(h,M,n,r),T=r===An?void 0:r===an?qp(h,S,n):h.manifest.layers.find(({name:O})=>O===r),v=r===An?S.run[n.id]:S.layers[n.id]?.[T?.tag??""];return{run:h,place:y,latest:S,points:L,now:L.at(-1)?.value??(n.seldom?void 0:Os(v)),layer:T}})}async function Pc(e,t,o,n){return Promise.all(t.map(async(r,i)=>{try{return await r}catch(s){let l=e[i],a=l?Ce(l):"";return n.some(c=>c.run===a)||n.push({run:a,reason:Er(s)}),o}}))}function Os(e){return typeof e=="number"&&Number.isFinite(e)?e:void 0}function Yp(e,t,o,n){if(n===An)return Et(t.steps,t.run??[]);let r=e.manifest.layers.filter(({name:s})=>n===an||s===n),i=t.steps.map((s,l)=>{let a=null;for(let{tag:c}of r){let d=Os(t.layers[c]?.[l]);d!==void 0&&(a===null||Vo(o,d,a))&&(a=d)}return a});return Et(t.steps,i)}function qp(e,t,o){let n;for(let r of e.manifest.layers){let i=Os(t.layers[o.id]?.[r.tag]);i!==void 0&&(!n||Vo(o,i,n.value))&&(n={layer:r,value:i})}return n?.layer}function Rs({latest:e,layer:t},o,n){let r=n===An||n===an?void 0:t?.tag??"";return Fi(e,o.id,r)}function Zo({manifest:e}){let{activation:t}=e.hparams;return typeof t=="string"&&t?t:[...new Set(e.layers.map(o=>o.activation))].filter(Boolean).join(", ")}function Gr(e){let t=e.flatMap(({manifest:o})=>Object.keys(o.hparams));return[...new Set(t)].filter(o=>o!=="activation")}function cn(e){return Gr(e).filter(t=>new Set(e.map(o=>Pn(o,t))).size>1)}function Pn({manifest:e},t){let o=e.hparams[t];return typeof o=="number"?Number(o.toPrecision(7)):o}function Nc(e){let t=new Set(e.flatMap(({run:n})=>Object.keys(n))),o=new Set(e.flatMap(({layers:n})=>Object.keys(n)));return[...t].filter(n=>!o.has(n)&&!Zp.has(n)).sort((n,r)=>Number(r.startsWith("val_"))-Number(n.startsWith("val_")))}var Zp=new Set(["dead_ratio_worst","layers_unhealthy"]);function Jo(e){return e.replace(/^val_/,"validation ").replaceAll("_"," ")}var Mo=12,Jp=24,As="all",Kr="none";function Dc(e,t,o){let n=t.toLowerCase().split(/\s+/).filter(Boolean),r=[...Yr(o)];return e.filter(i=>{let s=[Ce(i),Zo(i),...Object.entries(i.manifest.hparams).map(([l,a])=>`${l}=${a}`)].join(`
`).toLowerCase();return n.every(l=>s.includes(l))&&r.every(([l,a])=>Qo(i,l)===a)})}function Hc(e){return["activation",...cn(e)].flatMap(t=>{let o=[...new Set(e.map(n=>Qo(n,t)))];return o.length>1&&o.length<=Jp?[[t,o.sort(Ps)]]:[]})}function Ps(e,t){return e.localeCompare(t,"en",{numeric:!0})}function Qo(e,t){return t==="activation"?Zo(e):String(Pn(e,t)??"–")}function Yr(e){return new Map([...Do(e)].map(t=>{let o=t.indexOf("=");return[t.slice(0,o),t.slice(o+1)]}))}function zc(e,t,o){let n=Yr(e);return o?n.set(t,o):n.delete(t),oo([...n].map(([r,i])=>`${r}=${i}`))}function Fc(e,t,o){let n=t===Kr?[]:t===As||!t&&o?e:t?e.filter(({run:r})=>Do(t).has(r)):Io(e).slice(0,Mo);return new Set(n.map(({run:r})=>r))}var Vc="seeds",Ns=/(^|_)seed$/i;function Ds(e){let t=e.map(({run:n})=>n),o=cn(t);return[["","no"],...o.some(n=>Ns.test(n))?[[Vc,"over seeds"]]:[],["activation","by activation"],...o.filter(n=>!Ns.test(n)).map(n=>[n,`by ${n.replaceAll("_"," ")}`])]}function qr(e,t){let o=cn(e.map(({run:s})=>s)).filter(s=>!Ns.test(s)),n=t===Vc?["activation",...o]:[t],r=({run:s})=>n.map(l=>l==="activation"?Qo(s,l):`${l.replaceAll("_"," ")} ${Qo(s,l)}`).join(", "),i=new Map;for(let s of e){let l=r(s);i.set(l,[...i.get(l)??[],s])}return[...i].sort(([s],[l])=>Ps(s,l)).map(([s,l],a)=>({name:s,place:a,members:l}))}function Ic({members:e},t){let o=e.map(({points:i})=>new Map(i.map(({step:s,value:l})=>[s,l]))),n=t.map(i=>o.flatMap(s=>{let l=s.get(i);return l===void 0?[]:[l]})),r=i=>n.map(s=>s.length?i(s):null);return{mean:r(i=>i.reduce((s,l)=>s+l,0)/i.length),low:r(i=>Math.min(...i)),high:r(i=>Math.max(...i))}}function Zr(e,t,o){let[n,r]=o.split(" "),i=t.find(l=>l.id===n);if(!i)return[...e];let s=r==="down"?-1:1;return[...e].sort((l,a)=>em(i.of(l),i.of(a),s))}function Jr(e){let{id:t,columns:o,before:n,after:r,rows:i,sort:s,choose:l}=e,a=o.map(c=>Qp(c,s,l));return w("div",{class:"scroll"},w("table",{id:t},w("thead",{},w("tr",{},n,...a,r)),w("tbody",{},...i)))}function Qp(e,t,o){let{id:n,name:r,unit:i,help:s}=e,[l,a]=t.split(" "),c=a==="down",d=l===n?c?" ↓":" ↑":"";return w("th",{scope:"col",class:i==="text"?"text":"","aria-sort":d?c?"descending":"ascending":void 0},w("button",{type:"button",id:`sort-${n}`,title:s,click:()=>{o({sort:Xp(e,t)})}},r+d))}function Xp(e,t){let{id:o,unit:n}=e,r=e.first??(n==="text"?"up":"down"),i=r==="up"?"down":"up";return t===`${o} ${r}`?`${o} ${i}`:t===`${o} ${i}`?"":`${o} ${r}`}function em(e,t,o){let n=r=>r==null||Number.isNaN(r);return n(e)||n(t)?Number(n(e))-Number(n(t)):typeof e=="number"&&typeof t=="number"?o*(e-t):o*String(e).localeCompare(String(t),"en",{numeric:!0})}var Kt=34,Xo=16,Wc=13,Uc=4;function un(e){let{steps:t,rows:o,zoom:n}=e,r=t.length,i=w("canvas",{}),s=w("div",{class:"cursor"}),l=w("div",{class:"brush"}),a=w("p",{class:"told",id:`${e.id}-told`,"aria-live":"polite"},tm),c=w("div",{class:"map",id:e.id,tabindex:0,role:"group","aria-label":"Map. Arrow keys move through the cells, plus and minus zoom, 0 shows all."},i,s,l),d,p=64,h=()=>n.bottom-n.top,y=()=>({width:Math.max(1,c.clientWidth-p-Xo),height:e.height-Kt}),S=()=>{c.clientWidth!==0&&(p=nm(e,i),om(e,i,c.clientWidth,p),M())},M=()=>{if(s.hidden=!d||d.row<n.top||d.row>=n.bottom,!d)return;let{width:N,height:E}=y(),A=E/h(),C=N/r;s.style.left=`${p+d.column*C-1}px`,s.style.top=`${(d.row-n.top)*A-1}px`,s.style.width=`${Math.max(3,C)}px`,s.style.height=`${Math.max(3,A)}px`},L=(N,E)=>{d={row:Nn(N,0,o-1),column:Nn(E,0,r-1)},a.textContent=e.describe(d.row,d.column),M()},T=(N,E)=>{let A=Nn(Math.round(E-N),Math.min(Uc,o),o);n.top=Nn(Math.round(N),0,o-A),n.bottom=n.top+A,U.classList.toggle("zoomed",A<o),S()},v=N=>{let E=d?d.row+.5:(n.top+n.bottom)/2,A=h()*N;T(E-A/2,E+A/2)},O=N=>{let E=N.clientY-c.getBoundingClientRect().top;return n.top+Math.floor(E/y().height*h())},k=N=>{let E=N.clientX-c.getBoundingClientRect().left-p;return Math.floor(E/y().width*r)},D;c.addEventListener("pointerdown",N=>{D=N}),c.addEventListener("pointerleave",Bt),c.addEventListener("pointermove",N=>{L(O(N),k(N)),d&&co(N,e.describe(d.row,d.column));let E=D&&N.buttons===1;if(l.hidden=!E,!D||!E)return;let A=c.getBoundingClientRect().top,[C,W]=[D.clientY,N.clientY].sort((H,Y)=>H-Y);l.style.left=`${p}px`,l.style.width=`${y().width}px`,l.style.top=`${(C??0)-A}px`,l.style.height=`${(W??0)-(C??0)}px`}),c.addEventListener("pointerup",N=>{if(l.hidden=!0,!D)return;let E=O(D),A=O(N);Math.abs(N.clientY-D.clientY)>6?T(Math.min(E,A),Math.max(E,A)+1):e.choose&&E>=0&&E<o&&e.choose(E),D=void 0}),c.addEventListener("dblclick",()=>{T(0,o)}),c.addEventListener("keydown",N=>{let{row:E,column:A}=d??{row:n.top,column:0},W={ArrowLeft:()=>{L(E,A-1)},ArrowRight:()=>{L(E,A+1)},ArrowUp:()=>{L(E-1,A)},ArrowDown:()=>{L(E+1,A)},Home:()=>{L(E,0)},End:()=>{L(E,r-1)},Enter:()=>e.choose?.(E),"+":()=>{v(.5)},"-":()=>{v(2)},0:()=>{T(0,o)}}[N.key];if(W&&(N.preventDefault(),N.stopPropagation(),W(),d&&(d.row<n.top||d.row>=n.bottom))){let H=d.row<n.top?d.row:d.row-h()+1;T(H,H+h())}});let $=(N,E,A)=>w("button",{type:"button",class:"quiet","aria-label":E,title:E,click:A},N),U=w("div",{class:"heat"},w("div",{class:"heat-head"},e.key,o>Uc&&w("span",{class:"zoom"},$("+","Zoom in",()=>{v(.5)}),$("−","Zoom out",()=>{v(2)}),$("all","Show all rows",()=>{T(0,o)}))),c,a);return i.style.height=`${e.height}px`,s.hidden=!0,l.hidden=!0,(n.bottom<=n.top||n.bottom>o)&&(n.top=0,n.bottom=o),U.classList.toggle("zoomed",h()<o),new ResizeObserver(S).observe(c),U}var tm="Point at a cell; drag over rows to zoom, double click shows all.";function nm(e,t=document.createElement("canvas")){let o=t.getContext("2d");if(!o)return 64;o.font=Kc(1);let n=0;for(let[r]of jc(e))n=Math.max(n,o.measureText(r).width);return Math.min(200,Math.max(64,Math.ceil(n)+30))}function Bc({zoom:e,height:t}){return(t-Kt)/(e.bottom-e.top)>=Wc}function jc(e){let{rows:t,rowNames:o,placeAxis:n,zoom:r,height:i}=e,{top:s,bottom:l}=r,a=i-Kt,c=a/(l-s);if(typeof o=="function"){let y=Bc(e),S=Math.max(2,a/(y?Wc:40));return n&&!y?Rn(s+1,l,S).map(M=>[String(M),(M-s-.5)*c]):Rn(s,l-1,S).map(M=>[o(M),(M-s+.5)*c])}let[d,p]=o,h=(p-d)/t;return Ur(p-l*h,p-s*h,a/40).map(y=>[String(y),((p-y)/h-s)*c])}function om(e,t,o,n){let r=t.getContext("2d");if(!r)return;let i=window.devicePixelRatio||1;t.style.width=`${o}px`,t.width=Math.round(o*i),t.height=Math.round(e.height*i);let s=Math.max(1,Math.round((o-n-Xo)*i)),l=Math.round((e.height-Kt)*i),a=r.createImageData(s,l);sm(e,a),r.putImageData(a,Math.round(n*i),0),r.scale(i,i),rm(e,r,n,o-n-Xo),r.font=Kc(1),r.fillStyle=yt("text-2"),r.strokeStyle=yt("text-2"),r.textBaseline="middle",r.textAlign="right";for(let[h,y]of jc(e)){let S=Nn(y,7,e.height-Kt-7);r.fillText(lm(r,h,n-28),n-6,S)}r.textBaseline="top",r.textAlign="center";let c=(o-n-Xo)/e.steps.length,d=e.steps[0]??0,p=e.steps.at(-1)??0;for(let h of Rn(d,p,(o-n)/90)){let y=e.steps.indexOf(h);if(y<0)continue;let S=n+(y+.5)*c;r.fillRect(S,e.height-Kt,1,4),r.fillText(String(h),S,e.height-Kt+6)}r.textAlign="right",r.fillText(e.stepName,o-Xo,e.height-12),r.translate(10,(e.height-Kt)/2),r.rotate(-Math.PI/2),r.textAlign="center",r.textBaseline="middle",r.fillText(!Bc(e)&&e.placeAxis||e.rowAxis,0,0)}var Hs=3.5,Qr=1;function rm(e,t,o,n){let{radius:r,places:i}=im(e,n);for(let[s,l]of[[qo.edge,r+Qr],[qo.inside,r]]){t.fillStyle=s;for(let[a,c]of i){if(r<1.5){t.fillRect(o+a-l,c-l,2*l,2*l);continue}t.beginPath(),t.arc(o+a,c,l,0,2*Math.PI),t.fill()}}}function im(e,t){let{marks:o=[],zoom:n}=e,r=t/e.steps.length,i=(e.height-Kt)/(n.bottom-n.top),s=(Math.min(r,i)-1)/2-Qr,l=Nn(s,1,Hs),a=Math.min(r/2,l+Qr+3),c=new Map;for(let d=n.top;d<n.bottom;d++)for(let p of o[d]??[]){let h=(p+1)*r-a,y=(d-n.top+.5)*i;c.set(`${Math.round(h)} ${Math.round(y)}`,[h,y])}return{radius:l,places:[...c.values()]}}function Gc(e){let t=Hs+Qr;return[w("span",{class:"mark"},be("svg",{width:2*t,height:2*t,"aria-hidden":!0},be("circle",{cx:t,cy:t,r:t,fill:qo.edge}),be("circle",{cx:t,cy:t,r:Hs,fill:qo.inside}))),w("span",{},e)]}function sm(e,t){let{cells:o,palette:n,zoom:r}=e,i=e.steps.length,{width:s,height:l,data:a}=t,[c,d,p]=[0,1,2].map(S=>Uint8Array.from({length:256},(M,L)=>n[L]?.[S]??0)),h=Uint32Array.from({length:s+1},(S,M)=>Math.floor(M*i/s)),y=r.bottom-r.top;for(let S=0;S<l;S++){let M=r.top+Math.floor(S*y/l),L=Math.max(M+1,r.top+Math.floor((S+1)*y/l));for(let T=0;T<s;T++){let v=h[T],O=Math.max(v+1,h[T+1]),k=0,D=0,$=0;for(let E=M;E<L;E++)for(let A=E*i+v;A<E*i+O;A++){let C=o[A];k+=c[C],D+=d[C],$+=p[C]}let U=(L-M)*(O-v),N=4*(S*s+T);a[N]=k/U,a[N+1]=D/U,a[N+2]=$/U,a[N+3]=255}}}function fn(e,t,o,n){let r=[1,64,128,192,255].map(l=>Es(e[l]??[0,0,0])),i=w("span",{class:"strip"});i.style.background=`linear-gradient(to right, ${r.join(", ")})`;let s=w("span",{class:"key"});if(n){let l=w("span",{class:"patch"});l.style.background=Es(e[0]??[0,0,0]),s.append(l,w("span",{},n))}return s.append(w("span",{},t),i,w("span",{},o)),s}function So(e,t,o){if(e==null||!Number.isFinite(e))return 0;let n=o>t?(e-t)/(o-t):.5;return 1+Math.round(254*Nn(n,0,1))}function lm(e,t,o){let n=t;for(let r=t.length;r>2&&e.measureText(n).width>o;r--)n=kn(t,r);return n}function Kc(e){return`${12*e}px system-ui, Roboto, sans-serif`}function Nn(e,t,o){return Math.min(o,Math.max(t,e))}var ko=12;function Vt(e,t=""){return w("p",{class:"help",id:`help-${e.id}`},`${e.help} `,e.formula&&w("code",{},e.formula)," ",w("span",{class:"muted"},t))}var am=44;function Lo({run:e,choose:t},o,n=e.manifest.layers){return gt("Layer","layer",n.map(({tag:r,short:i,activation:s})=>[r,kn(i,am)+(s?` (${s})`:"")]),o.tag,r=>{t({layer:r})},o.name)}function qc({unit_axis:e,slope:t}){return[e===null?"":`units along axis ${e}`,t&&`slope: ${t}`].filter(Boolean).join("; ")}function xt(e,t,o=900){return Math.min(o,Math.max(t,window.innerHeight-e))}function Yt({layers:e,weights:t},o){let n=new Set(e.map(({tag:s})=>s)),r=s=>t.includes(s)?t.indexOf(s):t.length,i=Object.keys(o.layers).filter(s=>!n.has(s)).sort((s,l)=>r(s)-r(l));return[...e.filter(({tag:s})=>o.layers[s]!==void 0),...i.map(s=>({tag:s,name:Yc(s,i),short:Yc(s,i),activation:"",units:null,can_die:null,unit_axis:null,slope:""}))]}function Yc(e,t){let o=e.split("/",1)[0]??"";return(t.length>1&&t.every(r=>r.startsWith(`${o}/`))?e.slice(o.length+1):e).replace(/\/kernel$/,"")}function Dn(e){return e.startsWith("batch.")?"step":"epoch"}function Xr(e,t,o,n,r,i){let{run:s,choices:l,choose:a}=e,c=(L,T)=>({id:L.tag,name:L.name,short:L.short,values:T,place:y.get(L.tag)??0}),d=Yt(e.run.manifest,o),h=[...s.manifest.layers.some(({tag:L})=>o.layers[L])?s.manifest.layers:[],...d].map(({tag:L})=>L),y=new Map([...new Set(h)].map((L,T)=>[L,T])),S=Fo(s.manifest,t.id),M=[...S===void 0?[]:[{value:S,name:`limit ${re(S,t.unit)}`}],...zs(t)];return ct({id:n,steps:o.steps,stepName:Dn(t.id),lines:d.map(L=>c(L,o.layers[L.tag]??[])),unit:t.unit,axis:t.axis,levels:M,expected:i?cm(o,d,i,c):[],expectedName:on(t.id)?.name??"",height:r,hidden:Do(l.hidden),hide:L=>{a({hidden:oo(L)})}})}function zs({usual:e}){return e===void 0?[]:[{value:e,name:`about ${e} is usual`}]}function cm(e,t,o,n){let r=new Map(o.steps.map((i,s)=>[i,s]));return t.map(i=>n(i,e.steps.map(s=>o.layers[i.tag]?.[r.get(s)??-1]??null)))}function ei(e,t,o){let n=Yt(e.run.manifest,o),r=n.map(({tag:h})=>o.layers[h]??[]),i=(t.colours??t.axis)==="log",[s,l]=um(i?"log":t.axis,r),a=i?h=>Math.log10(h>0?h:s):Number,c=new Uint8Array(n.length*o.steps.length);r.forEach((h,y)=>{h.forEach((S,M)=>{c[y*o.steps.length+M]=So(S===null?null:a(S),a(s),a(l))})});let d=vo(),p=Dn(t.id);return un({id:"layer-map",steps:o.steps,rows:n.length,cells:c,palette:d,rowNames:h=>n[h]?.short??"",rowAxis:"layers, input on top",stepName:p,height:Math.min(xt(310,420),40+Math.max(200,n.length*34)),describe:(h,y)=>`${n[h]?.name??""}, ${p} ${o.steps[y]??""}: ${t.name} ${re(r[h]?.[y],t.unit)}`,key:fn(d,re(s,t.unit),re(l,t.unit)+(i?", logarithmic":""),"none"),zoom:e.zoom(`layers ${e.run.run}`),choose:h=>{let y=n[h];y?.units&&e.choose({view:"units",layer:y.tag})}})}function um(e,t){if(typeof e!="string")return e;let o=e==="from zero"?0:1/0,n=-1/0;for(let r of t)for(let{value:i}of Et(r.map((s,l)=>l),r))e==="log"&&i<=0||(o=Math.min(o,i),n=Math.max(n,i));return n>=o?[o,n]:[0,1]}function ti(e,t,o){let n=Yt(e.run.manifest,o);return[[Dn(t.id),...n.map(({name:r})=>r)],...o.steps.map((r,i)=>[r,...n.map(({tag:s})=>o.layers[s]?.[i])])]}function Ue(e){return w("p",{class:"nothing"},e)}var Fs={output_loss_mismatch:"last layer and loss do not fit together",symmetric_units:"units that are copies of each other",target_scale:"targets too large",input_scale:"inputs too large, or far from 0",born_dead:"units dead from birth",saturated_at_birth:"units saturated from birth",exploding_at_birth:"activations that explode",vanishing_signal:"vanishing signal",diverged:"loss not finite",rate_too_high:"learning rate too high",rate_too_low:"learning rate too low",over_regularised:"too much regularization",train_validation_gap:"training and validation differ",dying_units:"dying units",constant_units:"constant units",not_learning:"nothing is learned"};function er(e){return Object.hasOwn(Fs,e)?Fs[e]??e:e.replaceAll("_"," ")}function ni(e){let{causes:t,looked_at:o,problem:n}=e;if(!t||n&&!t.length)return n;let r=o?` in ${o}`:"";return t.length?`${_e(t.length,"finding")}${r}: ${Vs(t)}.`:`No finding${r}.`}function Zc(e){let{diagnosis:t,time:o,problem:n}=e;return{causes:t&&t.findings.map(({cause:r})=>r),looked_at:t?.looked_at??"",time:o,problem:n}}function Vs(e){return[...new Set(e.map(er))].join("; ")}function Jc({since:e}){return e?`since ${e}`:""}function oi(e){let t=ye(e.measure).unit==="share",{value:o,limit:n,above:r}=e;return{value:re(o,t?"share":"number"),limit:n===null?"–":`${r?"at least":"at most"} ${fm(n,t)}`}}function fm(e,t){return t?`${Number((100*e).toPrecision(3))} %`:String(Number(e.toPrecision(3)))}function Qc({confidence:e}){return e===null?"":`Of the findings of this cause, ${Math.round(e*100)} % were right on programs that were not used to make the rules.`}function Xc({not_checked:e}){let t=new Map;for(let[o,n]of Object.entries(e))t.set(n,[...t.get(n)??[],er(o)]);return[...t]}function eu(e){let t=new Map;for(let{cause:o,layers:n}of e)for(let r of new Set(n)){let i=t.get(r),s=er(o);t.set(r,i?`${i}; ${s}`:s)}return t}function tu(e){let t=e.flatMap(({evidence:o})=>o.map(({measure:n})=>n));return[...new Set(t)].filter(Boolean)}function nu(e){let t=Object.keys(Fs),o=({diagnosed:{causes:r}})=>{if(!r)return t.length+2;let i=r.map(s=>t.indexOf(s));return i.length?Math.min(...i.map(s=>s<0?t.length:s)):t.length+1},n=({diagnosed:r})=>r.time??0;return[...e].sort((r,i)=>o(r)-o(i)||n(i)-n(r))}var ri=6;function ou(e){let t=nu(e.runs),o=t.filter(lo),n=t.map((r,i)=>pm(e,r,i));return w("section",{class:"run-findings",id:"run-findings"},w("p",{class:o.length?"verdict warn":"verdict"},o.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},dm(t,o.length))),w("ul",{},...n.slice(0,ri)),n.length>ri&&w("details",{id:"more-runs"},w("summary",{},_e(n.length-ri,"more run")),w("ul",{},...n.slice(ri))))}function dm(e,t){let o=t===1?"has":"have";return e.some(({diagnosed:n})=>n.causes)?t?`${t} of ${_e(e.length,"run")} ${o} findings.`:"No run has a finding.":"None of these runs has a diagnosis in its log."}function pm({choose:e},t,o){let{causes:n,problem:r}=t.diagnosed,i=lo(t),s=i?Vs(n??[]):n||r?ni(t.diagnosed):"No diagnosis in this log.";return w("li",{"data-run":t.run,class:i?"warn":""},w("button",{type:"button",class:"link",id:`findings-of-${o}`,title:`Show the diagnosis of ${Ce(t)}`,click:()=>{e({run:t.run,view:"overview",hidden:""})}},w("span",{class:"flag","aria-hidden":!0},i?"▲":""),Ht(t.short,Ce(t))),w("span",{class:i?"":"muted"},s))}var tr="scatter";async function iu(e){let{runs:t,choices:o}=e,n=[],r=ou(e),i=await Rc(e,t,n),s=Mr(...i),l=s.find(({id:$})=>$===o.measure)??mm(s,i);if(!l)return{element:w("section",{class:"view"},...ru(n),r,Ue("No run has measures yet.")),table:()=>[]};let a=o.which||an,c=Dc(t,o.filter,o.where),d=Fc(c,o.ticked,!!o.group),p=new Map(t.map(($,U)=>[$,i[U]])),h=await Ac(e,c,c.map($=>p.get($)),l,a,({run:$})=>d.has($),n);for(let $ of h)$.place=t.indexOf($.run);let y=h.filter(({run:$})=>d.has($.run)),S=Ds(h).some(([$])=>$===o.group)?o.group:"",M=S?qr(y,S).slice(0,Mo):[],L=Nc(i),T=L.find($=>$===o.score)??L[0],v=vm(h,l,a,L),O=Zr(h,v,o.sort),k=bm(e,{drawn:y,groups:M,measure:l,score:T});return{element:w("section",{class:"view"},...ru(n),r,hm(e,s,l,L,T),Vt(l,Vi(y.flatMap($=>Rs($,l,a)),l.id)),gm(e,h,S),wm(e,h,y,S?qr(y,S).length:0),k.element,km(e,O,v,d,l,M),w("p",{class:"muted",id:"same"},Sm(c))),about:[l.name],table:()=>[["run",...v.map(({name:$})=>$)],...O.map($=>[Ce($.run),...v.map(U=>U.of($))]),[],...k.table()]}}function mm(e,t){let o=({id:r})=>t.filter(({layers:i})=>r in i).length,n=Math.max(...e.map(o));return e.find(r=>o(r)===n)}function ru(e){return e.map(({run:t,reason:o})=>w("p",{class:"unreadable"},w("strong",{},t),` cannot be shown. ${o}`))}function hm({runs:e,choices:t,choose:o},n,r,i,s){let l=new Set(e.flatMap(({manifest:a})=>a.layers.map(({name:c})=>c)));return w("div",{class:"bar"},gt("Measure","measure",n.map(({id:a,name:c})=>[a,c]),r.id,a=>{o({measure:a})}),gt("Of","which",[[an,"the worst layer of each run"],[An,"the whole run"],...[...l].map(a=>[a,a])],t.which||an,a=>{o({which:a})}),s===void 0?null:tn("Form","form",[["lines","Over time"],[tr,"Against a score"]],t.form===tr?tr:"lines",a=>{o({form:a})}),s!==void 0&&t.form===tr?gt("Score","score",i.map(a=>[a,Jo(a)]),s,a=>{o({score:a})}):null)}function gm({runs:e,choices:t,choose:o},n,r){let i=w("input",{type:"search",id:"filter",value:t.filter,placeholder:"words of a name or value",input:()=>{o({filter:i.value,ticked:""})}}),s=Yr(t.where);return w("div",{class:"bar filters"},w("label",{class:"choice"},w("span",{},"Filter"),i),...Hc(e).map(([l,a])=>gt(l.replaceAll("_"," "),`where-${l}`,[["","any"],...a.map(c=>[c,c])],s.get(l)??"",c=>{o({where:zc(t.where,l,c),ticked:""})})),gt("Group","group",Ds(n),r,l=>{o({group:l,ticked:""})}))}function wm({runs:e,choices:t,choose:o},n,r,i){let s=n.length===e.length?_e(n.length,"run"):`${n.length} of ${_e(e.length,"run")} listed`,l=!t.ticked&&!i&&r.length<n.length?", the newest":"",a=i>Mo?`, the first ${Mo}`:"",c=i?` in ${_e(i,"group")}${a}`:"",d=(p,h,y)=>w("button",{type:"button",class:"quiet",id:`tick-${p||"newest"}`,title:y,click:()=>{o({ticked:p})}},h);return w("div",{class:"bar drawn"},w("span",{id:"drawn",class:"muted"},`${s}, ${r.length} of them drawn${l}${c}. Tick others in the table, or`),d(As,"all","Draw all runs that are listed"),d(Kr,"none","Draw no run, to tick some"),d("",`the ${Mo} newest`,"Draw those that began last"))}function bm(e,t){return e.choices.form===tr&&t.score!==void 0?xm(e,t,t.score):ym(e,t)}function ym({choices:e},{drawn:t,groups:o,measure:n}){let r=[...new Set(t.flatMap(({points:a})=>a.map(({step:c})=>c)))].sort((a,c)=>a-c),i=o.map(a=>({group:a,...Ic(a,r)})),s=e.group?i.map(({group:a,mean:c})=>({id:a.name,name:`${a.name} (${_e(a.members.length,"run")})`,values:c,place:a.place})):t.map(({run:a,place:c,points:d})=>{let p=new Map(d.map(({step:h,value:y})=>[h,y]));return{id:a.run,name:Ce(a),short:a.short,values:r.map(h=>p.get(h)??null),place:c}}),l=t.length?"None of the chosen runs has this measure for this layer.":"No run is ticked.";return{element:r.length?w("div",{},ct({id:"run-lines",steps:r,stepName:Dn(n.id),lines:s,bands:i.map(({group:{place:a},low:c,high:d})=>({place:a,low:c,high:d})),unit:n.unit,axis:n.axis,height:xt(420,320,560)}),o.length?w("p",{class:"muted",id:"band"},"The line is the mean of the runs of a group, the band goes from the lowest to the highest."):null):Ue(l),table:()=>[[Dn(n.id),...s.map(({name:a})=>a)],...r.map((a,c)=>[a,...s.map(({values:d})=>d[c])])]}}var Is=12;function xm({choices:e,choose:t},{drawn:o,measure:n},r){let i=qr(o,e.group||"activation"),s=i.flatMap(({members:c,place:d})=>c.flatMap(({run:p,now:h,latest:y})=>{let S=y.run[r];return h===void 0||typeof S!="number"||!Number.isFinite(S)?[]:[{id:p.run,name:Ce(p),x:h,y:S,kind:Math.min(d,Is)}]})),l=i.map(({name:c})=>c),a=o.length-s.length;return{element:s.length?w("div",{},Tc({id:"run-points",points:s,kinds:l.length>Is?[...l.slice(0,Is),"others"]:l,x:{name:`${n.name}, last`,unit:n.unit},y:{name:Jo(r),unit:"number"},height:xt(420,320,560),choose:c=>{t({run:c,view:"overview",hidden:""})}}),a?w("p",{class:"muted"},`${_e(a,"run")} without one of the two left out.`):null):Ue("None of the chosen runs has both this measure and the score."),table:()=>[["run",n.name,Jo(r)],...s.map(({name:c,x:d,y:p})=>[c,d,p])]}}function vm(e,t,o,n){let{unit:r,name:i}=t,s=[{id:"activation",name:"activation",unit:"text",of:({run:c})=>Zo(c)},...Mm(e),{id:"now",name:`${i}, last`,unit:r,of:({now:c})=>c},{id:"worst",name:`${i}, worst`,unit:r,of:({points:c})=>c.reduce((d,{value:p})=>d===void 0||Vo(t,p,d)?p:d,void 0)}];o===an&&s.push({id:"worstlayer",name:"worst layer",unit:"text",of:({layer:c})=>c?.name});let l=on(t.id)?.id??"";t.id.endsWith("bias_shift")&&o!==An&&s.push({id:"expected",name:"expected",unit:"number",of:({layer:c,latest:d})=>c&&d.layers[l]?.[c.tag]});let a=c=>c.layer&&Rs(c,t,c.layer.name)[0];new Set(e.map(a)).size>1&&s.push({id:"samples",name:"observations",unit:"count",of:a}),s.push({id:"epochs",name:Dn(t.id)==="epoch"?"last epoch":"last step",unit:"count",of:({points:c})=>c.at(-1)?.step});for(let c of n)s.push({id:`log.${c}`,name:Jo(c),unit:"number",of:({latest:d})=>d.run[c]});return s.filter(({id:c,of:d})=>c==="now"||e.some(p=>{let h=d(p);return h!=null&&h!==""}))}function Mm(e){let t=e.map(({run:n})=>n);return(t.length>1?cn(t):Gr(t)).map(n=>{let r=t.map(i=>Pn(i,n));return{id:`hparam.${n}`,name:n.replaceAll("_"," "),unit:r.some(i=>typeof i=="string")?"text":"given",of:({run:i})=>Pn(i,n)}})}function Sm(e){if(e.length<2)return"";let t=new Set(cn(e)),o=Gr(e).flatMap(n=>{let[r]=e,i=r&&Pn(r,n);return t.has(n)||i===void 0?[]:[`${n.replaceAll("_"," ")} ${i}`]});return o.length?`The same in all runs: ${o.join(", ")}.`:""}function km({choices:e,choose:t},o,n,r,i,s){let l=new Map(s.flatMap(({members:c,place:d})=>c.map(({run:p})=>[p,d]))),a=c=>{let{run:d,place:p}=c,h=()=>{let M=new Set(r);M.delete(d.run)||M.add(d.run),t({ticked:M.size?oo(M):Kr})},y=i.id.includes("dead")&&d.manifest.layers.every(M=>M.can_die===!1),S=e.group?l.get(d):p;return w("tr",{"data-run":d.run},w("td",{class:"text name"},w("label",{class:"run"},w("input",{type:"checkbox",id:`with-${p}`,checked:r.has(d.run),change:h}),r.has(d.run)&&S!==void 0?Wr(S):w("span",{class:"swatch none"}),Ht(d.short,Ce(d)))),...n.map(({id:M,unit:L,of:T})=>{let v=T(c);return v===void 0&&M==="now"&&y?w("td",{class:"muted"},"cannot die"):L==="text"||typeof v=="string"?w("td",{class:"text",title:v??""},v??"–"):L==="given"?w("td",{},v??"–"):w("td",{"data-value":v??""},re(v,L))}))};return Jr({id:"runs",columns:n,before:w("th",{scope:"col",class:"text"},"run"),rows:o.map(a),sort:e.sort,choose:t})}var or=["std","gradient_norm","update_ratio"],rr=-1,lu="birth";async function au(e,t,o){let{source:n,run:r,choices:i,choose:s}=e,l=await n.series(r,[...or.filter(k=>k in t.layers),...or.map(k=>`birth.${k}`)]),a=or.flatMap(k=>{let D=Lm(l[`birth.${k}`],l[k]);return D?[{id:k,columns:D}]:[]}),c=Yt(r.manifest,{steps:[],layers:Object.assign({},...a.map(({columns:k})=>k.layers))}),d=a.map(k=>({...k,layers:c})),p=[...new Set(d.flatMap(({columns:k})=>k.steps))].sort((k,D)=>k-D),h=p.length-1;if(h<0)return{element:Ue("Nothing was logged."),table:()=>[]};let y=i.epoch?p.findIndex(k=>nr(k)===i.epoch):h,S=y<0?h:y,M=w("div",{}),L=w("output",{for:"epoch"}),T=k=>{let D=p[k]??0;L.textContent=nr(D),v.setAttribute("aria-valuetext",nr(D)),M.replaceChildren(...d.map($=>Em($,D)))},v=w("input",{type:"range",id:"epoch",min:0,max:h,value:S,input:()=>{T(Number(v.value))},change:()=>{let k=Number(v.value);s({epoch:k===h?"":nr(p[k]??0)})}});return o.append(w("label",{class:"choice"},w("span",{},"Epoch"),v,L)),T(S),{element:w("div",{},w("p",{class:"help"},"Each measure along the layers, from the input on the left to the output on the right, on a logarithmic axis. In a network that learns, neither the signal nor its gradient grows or shrinks by powers of ten on the way."),h>0&&d.some(({columns:k})=>cu(k))?w("p",{class:"muted",id:"first-steps"},_m):null,M),table:()=>Tm(d,p)}}function Lm(e,t){if(!e||!t)return e??t;let o=({steps:r,layers:i},s)=>i[s]??r.map(()=>null),n=Object.keys({...e.layers,...t.layers});return{steps:[...e.steps,...t.steps],layers:Object.fromEntries(n.map(r=>[r,[...o(e,r),...o(t,r)]]))}}function nr(e){return e===rr?lu:String(e)}function su(e,t){return t!==rr?`epoch ${t}`:e==="std"?`${lu}, before the first update`:"the first ten steps"}function cu({steps:e}){return e.length===1&&e[0]===rr}function Em({id:e,layers:t,columns:o},n){let r=ye(e),[i=n]=o.steps,s=cu(o)?rr:n,l=a=>{let c=o.steps.indexOf(a);return{id:String(a),name:su(e,a),values:t.map(({tag:d})=>o.layers[d]?.[c]??null),place:0}};return w("section",{},w("h2",{},r.name),ct({id:`depth-${e}`,steps:t.map((a,c)=>c+1),stepName:"layer",stepText:a=>t[a-1]?.short??"",overMap:!0,lines:[l(s)],expected:s===i?[]:[l(i)],expectedName:su(e,i)+(i===rr?"":", the first one"),unit:r.unit,levels:zs(r),axis:"log",height:230}))}var _m="Gradient norm and update ratio are those of the first ten steps: ActivationMonitor(log_dir, gradients=True) measures every epoch.";function Tm(e,t){return e.flatMap(({id:o,layers:n,columns:r})=>[[ye(o).name,...n.map(({name:i})=>i)],...t.filter(i=>r.steps.includes(i)).map(i=>[nr(i),...n.map(({tag:s})=>r.layers[s]?.[r.steps.indexOf(i)])]),[]])}var Us=["update_ratio","sign_agreement","gradient_norm"];function uu(e){return on(e)?.id??""}async function fu(e,t){let o=Us.filter(s=>s in t.layers),n=await e.source.series(e.run,[...o,...o.map(uu)]),r=w("div",{}),i=[];for(let s of o){let l=ye(s),a=n[s];if(!a)continue;let c=Yt(e.run.manifest,a).length>ko;r.append(w("h2",{},l.name),Vt(l),c?ei(e,l,a):Xr(e,l,a,s,280,n[uu(s)])),i.push([l.name],...ti(e,l,a),[])}return{element:r,table:()=>i}}var Hn=96;async function du(e,t,o){let{source:n,run:r}=e,i=await so(e);if(!i)return{element:Ue("This run has no layers."),table:()=>[]};let[s,l]=await Promise.all([n.histograms(r,i.tag),n.measure(r,"zero_fraction")]),a=l.layers[i.tag],c=ye("zero_fraction");return o.append(Lo(e,i),w("span",{class:"muted",id:"how"},qc(i))),{element:w("div",{},a?Vt(c,rn(t,c.id,i.tag)):null,a?ct({id:"zero-lines",steps:l.steps,stepName:"epoch",lines:[{id:i.tag,name:c.name,values:a,place:0}],unit:c.unit,axis:c.axis,height:120,legend:"above",overMap:!0}):null,s.steps.length?Cm(e,i.tag,s,a?l.steps:[]):Ue("No histograms were logged. ActivationMonitor(log_dir, histogram_freq=1) logs them once per epoch.")),about:[i.name],table:()=>[["epoch","left edge","right edge","count"],...s.steps.flatMap((p,h)=>(s.bins[h]??[]).map(y=>[p,...y]))]}}function Cm(e,t,o,n){let{low:r,high:i,density:s,most:l}=$m(o),a=[...new Set([...n,...o.steps])].sort((M,L)=>M-L),c=a.map(M=>o.steps.findLastIndex(L=>L<=M)),d=(M,L)=>s[M*o.steps.length+(c[L]??-1)]??0,p=new Uint8Array(Hn*a.length);for(let M=0;M<p.length;M++){let L=M%a.length,T=c[L]===-1?0:d(Math.floor(M/a.length),L);p[M]=T>0?So(Math.log10(T/l),-4,0):0}let h=vo(),y=(i-r)/Hn,S=M=>i-M*y;return w("div",{},w("p",{class:"help"},"How the activations of one mini-batch other than exact zeros are spread, epoch by epoch; the shade is the share of them per value, on a logarithmic scale. ",a.length>o.steps.length?"An epoch without a histogram shows the last one before it. ":"",w("code",{},"log₁₀ of count / (all · width of the bin)")),un({id:"value-map",steps:a,rows:Hn,cells:p,palette:h,rowNames:[r,i],rowAxis:"activation",stepName:"epoch",height:xt(460,280),describe:(M,L)=>{let T=o.steps[c[L]??-1];if(T===void 0)return`Epoch ${a[L]??""}: no histogram yet`;let v=T===a[L];return`Epoch ${a[L]??""}`+(v?"":` (histogram of epoch ${T})`)+`, from ${Mn(S(M+1))} to ${Mn(S(M))}: ${Ho(d(M,L)*y)} of the activations that are not 0`},key:fn(h,"10⁻⁴ of the highest","highest","none"),zoom:e.zoom(`values ${e.run.run} ${t}`)}))}function $m({steps:e,bins:t}){let o=1/0,n=-1/0;for(let[l,a]of t.flat())!Number.isFinite(l)||!Number.isFinite(a)||(o=Math.min(o,l),n=Math.max(n,a));if(!(n>o)){let l=Number.isFinite(o)?o:0;[o,n]=[l-.5,l+.5]}let r=(n-o)/Hn,i=new Float64Array(Hn*e.length);return t.forEach((l,a)=>{let c=l.reduce((d,[,,p])=>d+p,0);for(let[d,p,h]of l)!h||!Number.isFinite(d)||!Number.isFinite(p)||s(d,p,h/c,a)}),{low:o,high:n,density:i,most:i.reduce((l,a)=>Math.max(l,a),0)};function s(l,a,c,d){let p=Math.min(Hn-1,Math.floor((n-a)/r)),h=Math.min(Hn-1,Math.floor((n-l)/r));for(let y=p;y<=h;y++){let S=Math.min(a,n-y*r),M=Math.max(l,n-(y+1)*r),L=a>l?Math.max(0,S-M)/(a-l):1,T=y*e.length+d;i[T]=(i[T]??0)+c*L/r}}}var pu=["alpha","alpha_min","alpha_max"];async function mu(e,t,o){let{source:n,run:r}=e,i=r.manifest.layers.filter(({tag:p})=>p in(t.layers.alpha??{})),s=await so(e,i);if(!s)return{element:Ue("No slopes were logged."),table:()=>[]};let[l,a]=await Promise.all([n.series(r,pu),n.alphas(r,s.tag)]),c=pu.flatMap((p,h)=>{let y=l[p]?.layers[s.tag];return y?[{id:p,name:ye(p).name,values:y,place:h}]:[]});return o.append(Lo(e,s,i),w("span",{class:"muted"},a.units?_e(a.units,"channel"):"")),{element:w("div",{},Vt(ye("alpha")),ct({id:"slope-lines",steps:l.alpha?.steps??[],stepName:"epoch",lines:c,unit:"number",axis:"fit",levels:[{value:0,name:"0: ReLU"}],height:180,legend:"above",overMap:!0}),a.units?Om(e,s,a):null),about:[s.name],table:()=>[["epoch",...Array.from({length:a.units},(p,h)=>`alpha ${h}`)],...a.steps.map((p,h)=>[p,...Array.from({length:a.units},(y,S)=>a.values[S*a.steps.length+h])])]}}function Om(e,t,{steps:o,units:n,values:r}){let i=(d,p)=>r[d*o.length+p];if(n<=ko)return ct({id:"channel-lines",steps:o,stepName:"epoch",lines:Array.from({length:n},(d,p)=>({id:String(p),name:`channel ${p}`,values:o.map((h,y)=>i(p,y)??null),place:p})),unit:"number",axis:"fit",height:300});let s=1/0,l=-1/0;for(let d of r)Number.isFinite(d)&&(s=Math.min(s,d),l=Math.max(l,d));let a=new Uint8Array(r.length);for(let d=0;d<n;d++)for(let p=0;p<o.length;p++)a[d*o.length+p]=So(i(d,p),s,l);let c=vo();return un({id:"channel-map",steps:o,rows:n,cells:a,palette:c,rowNames:String,rowAxis:"channel",stepName:"epoch",height:Math.min(xt(440,300),34+Math.max(200,n*12)),describe:(d,p)=>`Channel ${d}, epoch ${o[p]??""}: alpha ${re(i(d,p),"number")}`,key:fn(c,`alpha ${Mn(s)}`,Mn(l)),zoom:e.zoom(`slopes ${e.run.run} ${t.tag}`)})}var Ws=[{id:"histograms",name:"Histograms",show:du,logged:()=>!0,missing:""},{id:"slopes",name:"Slopes",show:mu,logged:e=>"alpha"in e.layers,missing:"No layer of this run learns a slope (PReLU, or ELU with a learned alpha)."},{id:"gradients",name:"Gradients",show:fu,logged:e=>Us.some(t=>t in e.layers),missing:"No gradients were logged. ActivationMonitor(log_dir, gradients=True) logs them."},{id:"depth",name:"Depth",show:au,logged:e=>or.some(t=>t in e.layers),missing:"This run has no measures that can be shown along its layers."}];async function hu(e){let{source:t,run:o,choices:n,choose:r}=e,i=await t.latest(o),s=Ws.find(({id:c})=>c===n.detail)??Ws[0];if(!s)throw new Error("There are no details.");let l=w("div",{class:"bar"},tn("Details","detail",Ws.map(({id:c,name:d})=>[c,d]),s.id,c=>{r({detail:c})})),a=s.logged(i)?await s.show(e,i,l):{element:Ue(s.missing),table:()=>[]};return{element:w("section",{class:"view"},l,a.element),about:[s.name,...a.about??[]],table:a.table}}var Rm=new Set(["lines","map"]);async function gu(e){let{source:t,run:o,choices:n,choose:r}=e,i=await t.latest(o),s=Mr(i),l=s.find(({id:M})=>M===n.measure)??s[0];if(!l)return{element:Ue("This run has no measures yet."),table:()=>[]};let a=on(l.id)?.id??"",c=await t.series(o,[...xr(l),...a in i.layers?[a]:[]]),d=vr(l,c),h=Yt(e.run.manifest,d).length>ko?"map":"lines",y=Rm.has(n.form)?n.form:h;return{element:w("section",{class:"view"},w("div",{class:"bar"},gt("Measure","measure",s.map(({id:M,name:L})=>[M,L]),l.id,M=>{r({measure:M})}),tn("Form","form",[["lines","Lines"],["map","Heat map"]],y,M=>{r({form:M})})),Vt(l,rn(i,l.id)),y==="map"?ei(e,l,d):Xr(e,l,d,"layer-lines",xt(260,380,720),c[a])),about:[l.name],table:()=>ti(e,l,d)}}var ii=100,si=28;function wu(e,t){let o=Math.max(1,e.length-1),n=si-3,r="",i,s;return e.forEach((l,a)=>{if(l===null||!Number.isFinite(l))return;let c=1+a/o*(ii-6),d=n-l*(si-6);i??=c,r+=`${r?"L":"M"}${c.toFixed(1)} ${d.toFixed(1)}`,s=[c,d]}),be("svg",{class:"spark",width:ii,height:si,viewBox:`0 0 ${ii} ${si}`,role:"img","aria-label":t},be("line",{class:"base",x1:1,y1:n,x2:ii-5,y2:n}),s&&be("path",{class:"under",d:`${r}L${s[0].toFixed(1)} ${n}L${(i??1).toFixed(1)} ${n}Z`}),be("path",{d:r,fill:"none"}),s&&be("circle",{cx:s[0],cy:s[1],r:2.5}))}var li=190,ai=52,Am=30;function bu(e){let{values:t,limit:o,description:n}=e,r=Pm(e),i=t.length-1,s=[];t.forEach((d,p)=>{if(d===null||!Number.isFinite(d))return;let h=i?p/i:.5;s.push([4+h*(li-8),r(d)])});let l=s.map(([d,p],h)=>`${h?"L":"M"}${d.toFixed(1)} ${p.toFixed(1)}`).join(""),a=s.at(-1),c=o===null||!Number.isFinite(o)?void 0:r(o);return be("svg",{class:"spark",width:li,height:ai,viewBox:`0 0 ${li} ${ai}`,role:"img","aria-label":n},c!==void 0&&be("line",{class:"limit",x1:0,y1:c.toFixed(1),x2:li,y2:c.toFixed(1)}),be("path",{d:l,fill:"none"}),a&&be("circle",{cx:a[0],cy:a[1],r:3}))}function Pm({values:e,limit:t,axis:o}){let n=[...e,t].filter(y=>y!==null&&Number.isFinite(y)),r=n.filter(y=>y>0),i=n.every(y=>y>=0)&&Math.max(...r)>Am*Math.min(...r),s=typeof o=="string"&&(o==="log"||i),l=Math.min(...r),a=y=>s?Math.log10(Math.max(y,l)):y,c=typeof o=="string"?[...n,...o==="from zero"&&!s?[0]:[]].map(a):[...o],d=Math.min(...c),h=Math.max(...c)-d;return y=>{let S=h>0?(a(y)-d)/h:.5;return ai-5-S*(ai-10)}}var Nm="The code is for a compiled model that has not been trained yet, after `import keras` and `import keras_activations as ka`; `x` and `y` are your data.";function yu(e){let t=!!e.diagnosis?.findings.length;return w("p",{class:t?"verdict warn":"verdict",id:"verdict"},t&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},ni(Zc(e))))}function xu(e,{diagnosis:t,problem:o},n){if(!t)return null;let{findings:r}=t,i=Um(t);return!r.length&&!i?null:w("div",{class:"findings",id:"findings"},o&&r.length?w("p",{class:"muted"},o):null,...r.map((s,l)=>Dm(e,s,l,n)),r.some(({remedies:s})=>s.some(({code:l})=>l))?w("p",{class:"muted"},...Eo(Nm)):null,i)}function Dm(e,t,o,n){let{cause:r,evidence:i,layers:s,reference:l,remedies:a,sentence:c}=t,d=`finding-${o}`,p=[Qc(t),l&&`More: \`${l}\``];return w("article",{class:"finding",id:d,"aria-labelledby":`${d}-cause`},w("div",{class:"finding-head"},w("h2",{id:`${d}-cause`},er(r)),w("span",{class:"muted"},Jc(t)),w("code",{class:"muted"},r)),c&&w("p",{},...Eo(c)),s.length>0&&w("p",{class:"where"},w("span",{class:"muted"},"Where it begins:"),...[...new Set(s)].map((h,y)=>Hm(e,h,`${d}-layer-${y}`))),i.length>0&&zm(e,i,d,n),a.length>0&&w("h3",{},"What to do"),a.length>0&&w("ol",{class:"remedies"},...a.map((h,y)=>Vm(h,`${d}-copy-${y}`))),p.some(Boolean)&&w("p",{class:"muted"},...Eo(p.filter(Boolean).join(" "))))}function Hm(e,t,o){let n=vu(e,t);return n?w("button",{type:"button",class:"link",id:o,title:`Show the units of ${t}`,click:()=>{e.choose({view:"units",layer:n.tag})}},t):w("span",{},t)}function vu({run:e},t){return e.manifest.layers.find(o=>o.name===t)}function zm(e,t,o,n){let r=t.map((s,l)=>Fm(e,s,`${o}-curve-${l}`,n)),i=(s,l="")=>w("th",{scope:"col",class:l},s);return w("div",{class:"scroll"},w("table",{class:"evidence"},w("thead",{},w("tr",{},i("evidence","text"),i("found"),i("counts if","text"),r.some(Boolean)&&i("over the epochs, with its limit","text"))),w("tbody",{},...t.map((s,l)=>{let{value:a,limit:c}=oi(s);return w("tr",{},w("td",{class:"text"},...Eo(s.what)),w("td",{class:"figure"},a),w("td",{class:"text"},c),r.some(Boolean)&&w("td",{class:"text"},r[l]))}))))}function Fm(e,{layer:t,limit:o,measure:n},r,i){let s=n?i[n]:void 0,l=vu(e,t),a=t?s?.layers[l?.tag??t]:s?.run??void 0;if(!s||!a)return null;let c=ye(n),d=Et(s.steps,a),[p,h]=[d[0],d.at(-1)];if(!p||!h)return null;let y=M=>re(M,c.unit),S=bu({values:a,limit:o,axis:c.axis,description:`${c.name} of ${t||"the run"}: ${y(p.value)} at epoch ${p.step}, ${y(h.value)} at epoch ${h.step}; limit ${y(o)}`});return w("button",{type:"button",class:"curve",id:r,title:`Show the ${c.name} of all layers over time; dashed is the limit`,click:()=>{e.choose({view:"layers",measure:n,form:"lines"})}},S)}function Vm({text:e,code:t},o){return w("li",{},...Eo(e),t?Im(t,o):null)}function Im(e,t){let o=w("button",{type:"button",class:"quiet copy",id:t,"aria-label":"Copy the code",click:()=>{br(e).then(()=>{o.textContent="Copied",n.textContent="Copied"})}},"Copy"),n=w("span",{class:"sr",role:"status"});return w("div",{class:"code"},w("pre",{tabindex:0},w("code",{},e)),o,n)}function Um(e){let t=Xc(e);if(!t.length)return null;let o=Object.keys(e.not_checked).length,n=w("dl",{});for(let[r,i]of t)n.append(w("dt",{},zo(i,i.length)),w("dd",{},...Eo(r)));return w("details",{class:"unchecked",id:"not-checked"},w("summary",{},`${_e(o,"cause")} ${o===1?"was":"were"} not checked`),n)}function Eo(e){let t=e.split("`");return t.length%2===0?[e]:t.map((o,n)=>n%2?w("code",{},o):o)}var Wm=["dead_ratio","one_sided_ratio","died","revived"],Mu="worst-first",Bm=250;async function Su(e){let{source:t,run:o,choices:n,choose:r}=e,{manifest:i}=o,s=t.findings(o),l=s.then(({diagnosis:v})=>{let O=tu(v?.findings??[]);return t.series(o,[...new Set([...Wm,...O])])}),[a,c,d]=await Promise.all([t.latest(o),s,Promise.race([l,qm(Bm)])]),p=d??{},h=Zm(a,p).filter(({id:v,of:O})=>!d&&eh.has(v)||i.layers.some((k,D)=>{let $=O({layer:k,place:D});return $!=null&&$!==""})),y=jm(i,c,a,p),S=Zr(i.layers.map((v,O)=>({layer:v,place:O})),h,n.sort),M=n.sort===Mu;if(M){let v=kr(c.diagnosis?.findings??[],a);S.sort((O,k)=>v(O.layer,k.layer))}let L=S.map(({layer:v,place:O})=>{let k=y.get(v.tag);return w("tr",{class:k?"flagged":"","data-layer":v.tag},...h.map(D=>Jm(D,{layer:v,place:O},e,a,k)),w("td",{class:"text"},oh(v,p)))});return{element:w("section",{class:"view overview"},...c.diagnosis?[yu(c)]:[Gm(i,a,d),w("p",{class:"gaps muted"},c.problem||Xm)],Ym(i.not_watched),xu(e,c,p),w("div",{class:"bar"},w("button",{type:"button",id:"worst-first",title:"Layers that findings name, then those with NaN or infinite values, then by the largest of the shares of dead, one-sided and saturated units","aria-pressed":M?"true":"false",click:()=>{r({sort:M?"":Mu})}},"Worst first"),w("span",{class:"muted"},rn(a,"dead_ratio"))),Jr({id:"layers",columns:h,after:w("th",{scope:"col",class:"text",title:ku},"over time"),rows:L,sort:n.sort,choose:r}),rh(h)),...d?{}:{more:l},table:()=>[h.map(v=>v.name),...S.map(v=>h.map(O=>O.of(v))),...Km(c)]}}function jm(e,{diagnosis:t},o,n){if(t){let r=eu(t.findings);return new Map(e.layers.flatMap(({tag:i,name:s})=>{let l=r.get(s);return l?[[i,l]]:[]}))}return new Map(Ii(e,o,n).map(({layer:r,clause:i})=>[r.tag,i]))}function Gm(e,t,o){let n=Ii(e,t,o??{});return w("p",{class:n.length?"verdict warn":"verdict",id:"verdict"},n.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},o?zl(e,n):"Reading the history of the run …"))}function Km({diagnosis:e}){return e?.findings.length?[[],["finding","layers","since","evidence","found","counts if"],...e.findings.flatMap(({cause:t,layers:o,since:n,evidence:r})=>r.map(i=>[t,o.join(" "),n,i.what,i.value,oi(i).limit]))]:[]}function Ym(e){if(!e.length)return null;let t=e.map(({name:o,reason:n})=>`${o} (${n})`);return w("p",{class:"gaps muted",id:"not-watched"},`Not watched: ${t.join(", ")}.`)}function qm(e){return new Promise(t=>{setTimeout(t,e,void 0)})}function Zm(e,t){let o=l=>({layer:a})=>e.layers[l]?.[a.tag],n=(l,a)=>Et(t[l]?.steps??[],t[l]?.layers[a.tag]??[]).map(({value:c})=>c),r=l=>({layer:a})=>{let c=n(l,a);return c.length?c.reduce((d,p)=>d+p):void 0},i=({layer:l})=>{let a=n("dead_ratio",l);return a.length?Math.max(...a):void 0},s=(l,a,c,d,p="")=>{let{name:h,unit:y,help:S,formula:M}=ye(a);return{id:l,name:d??h,unit:y,help:`${S} ${M}${p}`,of:c}};return[{id:"place",name:"#",unit:"count",help:"Place of the layer in the model.",first:"up",of:({place:l})=>l+1},{id:"layer",name:"layer",unit:"text",help:"Name of the layer; a click shows its units.",of:({layer:l})=>l.name},{id:"activation",name:"activation",unit:"text",help:"Activation function of the layer.",of:({layer:l})=>l.activation},{id:"units",name:"units",unit:"count",help:"Output features of the layer, or channels of a convolution.",of:({layer:l})=>l.units},s("now","dead_ratio",o("dead_ratio"),"dead now"),s("worst","dead_ratio",i,"worst","; the largest of all epochs"),s("born","born_dead",o("born_dead")),s("died","died",r("died"),"died","; sum over all epochs"),s("revived","revived",r("revived"),"revived","; sum over all epochs"),s("onesided","one_sided_ratio",o("one_sided_ratio"),"one-sided"),s("mean","mean",o("mean")),s("shift","bias_shift",l=>Qm(e,l.layer)?void 0:o("bias_shift")(l)),{id:"expected",name:"expected",unit:"number",help:"Bias shift that this activation has for inputs from N(0, 1); of a learned slope, with what it is now.",of:o("bias_shift_expected")},s("saturation","saturation",o("saturation"),"saturated")]}function Jm(e,t,{choose:o,run:n},r,i){let{layer:s,place:l}=t,a=e.of(t);if(e.id==="layer")return w("td",{class:"text name"},w("button",{type:"button",class:"link",id:`layer-${l}`,title:i??`Show the units of ${s.name}`,click:()=>{o({view:"units",layer:s.tag})}},w("span",{class:"flag"},i?"▲":""),Ht(s.short,s.name)));if(e.unit==="text"||e.unit==="given")return w("td",{class:"text"},a||"–");if(a==null||typeof a=="string"){let d=s.can_die===!1&&th.has(e.id);return w("td",{class:"muted",title:d?"This activation cannot die.":""},"–")}let c=w("td",{"data-column":e.id,"data-value":a},re(a,e.unit));if(e.id==="expected"&&c.classList.add("muted"),e.unit==="share"){let d=nh[e.id]??"",p=Fo(n.manifest,d)??1/0;((d==="saturation"?Lr(r,s,d):a)??0)>=p&&c.classList.add("high"),c.style.setProperty("--share",`${Math.min(100,100*a)}%`),c.classList.add("share")}return c}function Qm({layers:e},{tag:t}){return(e.dead_ratio?.[t]??0)>=1&&e.bias_shift?.[t]===0}var Xm="There is no diagnosis in this log: the sentence follows from limits alone.",ku="Share of dead units epoch by epoch, from 0 to 100 %; of one-sided units where they cannot die.",eh=new Set(["worst","died","revived"]),th=new Set(["now","worst","born","died","revived"]),nh={now:"dead_ratio",worst:"dead_ratio",onesided:"one_sided_ratio",saturation:"saturation"};function oh(e,t){let o=e.can_die===!1?"one_sided_ratio":"dead_ratio",n=t[o],r=n?.layers[e.tag];if(!n||!r)return null;let i=Et(n.steps,r),s=re(i[0]?.value,"share"),l=re(i.at(-1)?.value,"share");return wu(r,`${ye(o).name} of ${e.name}: from ${s} to ${l}`)}function rh(e){let t=w("dl",{});for(let{name:o,help:n}of[...e,{name:"over time",help:ku}])t.append(w("dt",{},o),w("dd",{},n));return w("details",{class:"glossary",id:"glossary"},w("summary",{},"What the columns say"),t)}function js(e,t){let{steps:o,values:n,recycled:r}=e,i={bornDead:!0,deadNow:!1,timeDead:0,died:[],diedSteps:e.deaths.flatMap(l=>l.filter(([a])=>a===t).map(([,a])=>a)),revived:[],recycled:o.filter((l,a)=>r[a]?.includes(t))},s=!1;return o.forEach((l,a)=>{let c=n[t*o.length+a]!==0;c?(s&&i.revived.push(l),i.bornDead=!1):(!s&&a>0&&i.died.push(l),i.timeDead+=1),s=!c}),i.deadNow=s,i}function Lu(e){let{steps:t,units:o,values:n}=e,r=new Uint32Array(o),i=new Uint32Array(o).fill(t.length);for(let l=0;l<o;l++){let a=l*t.length,c=0;for(let d=t.length-1;d>=0;d--)n[a+d]===0&&(c+=1,i[l]=d);r[l]=c}let s=(l,a)=>l[a]??0;return Array.from({length:o},(l,a)=>a).sort((l,a)=>s(r,a)-s(r,l)||s(i,l)-s(i,a)||l-a)}function Eu(e){let{steps:t,units:o,values:n}=e,r=t.map(()=>0),i=t.map(()=>0),s=t.map(()=>0);for(let l=0;l<o;l++){let a=!1,c;for(let d=0;d<t.length;d++){let p=n[l*t.length+d]!==0;a||=p,a||(r[d]=(r[d]??0)+1),c===!0&&!p&&(i[d]=(i[d]??0)+1),c===!1&&p&&(s[d]=(s[d]??0)+1),c=p}}return[r,i,s]}var Gs={off:"dead",on:"alive",always:"dead from birth: it never fired",wentOff:"died",wentOn:"revived"},ci={off:"one-sided",on:"two-sided",always:"one-sided from birth: its input was never above 0",wentOff:"went one-sided",wentOn:"came back"};function _u(e,t){let o=e.recycled.length?[`recycled after ${Bs(e.recycled)}`]:[];if(e.bornDead)return[t.always,...o].join("; ");let n=[];if(e.died.length){let r=e.diedSteps.length?` (training step${e.diedSteps.length===1?"":"s"} ${zo(e.diedSteps)})`:"";n.push(`${t.wentOff} at ${Bs(e.died)}${r}`)}return n.push(...o),e.revived.length&&n.push(`${t.wentOn} at ${Bs(e.revived)}`),!e.died.length&&!e.revived.length?[`${t.on} throughout`,...o].join(", "):`${n.join(", ")}; now ${e.deadNow?t.off:t.on}`}function Bs(e){return`epoch${e.length===1?"":"s"} ${zo(e)}`}var Tu=["born_dead","died","revived"],ir="recycled";async function Cu(e){let{source:t,run:o,choices:n,choose:r}=e,i=await so(e);if(!i)return{element:Ue("This run has no layers."),table:()=>[]};let[s,l,a]=await Promise.all([t.latest(o),t.series(o,[...Tu,ir]),t.firing(o,i.tag)]),c=n.order||"dead",d=c==="dead"?Lu(a):Array.from({length:a.units},(S,M)=>M),p=i.can_die===!1,h=p?ci:Gs;return{element:w("section",{class:"view"},w("div",{class:"bar"},Lo(e,i),tn("Order of the units","order",[["dead",`By time ${h.off}`],["index","By index"]],c,S=>{r({order:S})}),w("span",{class:"muted",id:"unit-summary"},ih(a,h))),w("p",{class:"help"},p?"This activation cannot die. A unit is one-sided in an epoch in which its input was above 0 for no sample; the shade is the share of samples for which it was. ":"A unit is dead in an epoch in which it fired for no sample; the shade is the share of samples for which it fired. ",w("code",{},p?"one-sided(u) ⇔ #{samples : z(u) > 0} = 0":"dead(u) ⇔ #{samples : φ′(z(u)) ≠ 0} = 0")," ",w("span",{class:"muted"},rn(s,p?"one_sided_ratio":"dead_ratio",i.tag))),p?lh(a,i,l):sh(i,l),a.units&&a.steps.length?ah(e,i,a,d,h):Ue("No map of units was written for this layer."),ch(a.steps)),about:[i.name],table:()=>uh(a,d,h)}}function ih(e,{off:t}){let{units:o,steps:n,values:r}=e;if(!o||!n.length)return"";let i=0;for(let s=1;s<=o;s++)r[s*n.length-1]===0&&(i+=1);return`${_e(o,"unit")}, ${_e(n.length,"epoch")}; ${t} now: ${i} (${nn(i/o)})`}function sh(e,t){let o=t.died??t.born_dead,n=Tu.flatMap((i,s)=>{let l=t[i]?.layers[e.tag];return l?[{id:i,name:ye(i).name,values:l,place:s}]:[]});if(!o||!n.length)return null;let{steps:r}=o;return Ou(r,[...n,...$u(e,t,r)])}function lh(e,t,o){if(!e.steps.length)return null;let n=["one-sided from birth",ci.wentOff,ci.wentOn],r=Eu(e).map((s,l)=>{let a=n[l]??"";return{id:a,name:a,values:s,place:l}}),{steps:i}=e;return Ou(i,[...r,...$u(t,o,i)])}function $u(e,t,o){let n=t[ir],r=n&&zi(n,o).layers[e.tag];return r?[{id:ir,name:ir,values:r,place:9}]:[]}function Ou(e,t){return w("div",{class:"counts"},ct({id:"counts",steps:e,stepName:"epoch",lines:t,unit:"count",axis:"from zero",bars:!0,height:150,legend:"above",overMap:!0}))}function ah(e,t,o,n,r){let{steps:i,units:s,values:l,recycled:a}=o,c=new Uint8Array(l.length),d=i.length;n.forEach((T,v)=>{c.set(l.subarray(T*d,(T+1)*d),v*d)});let p=n.map(()=>[]),h=new Map(n.map((T,v)=>[T,v]));a.forEach((T,v)=>{for(let O of T)p[h.get(O)??-1]?.push(v)});let y=bc(),S=r===Gs?"fires":"above 0",M=fn(y,`${S} rarely`,"always",r.off);a.some(T=>T.length)&&M.append(...Gc(ir));let L=n.every((T,v)=>T===v);return un({id:"unit-map",steps:i,rows:s,cells:c,palette:y,marks:p,rowNames:T=>String(n[T]??""),rowAxis:L?"unit":`unit, longest ${r.off} on top`,...L?{}:{placeAxis:`place by time ${r.off}`},stepName:"epoch",height:Math.min(xt(440,340),34+Math.max(200,s*13)),describe:(T,v)=>{let O=n[T]??0,k=l[O*d+v]??0,D=Ho(k/255),$=k===0?r.off:`${S} for ${D} of the samples`,U=L?"":` (place ${T+1})`,N=a[v]?.includes(O)?", recycled after this epoch":"";return`Unit ${O}${U}, epoch ${i[v]??""}: ${$}${N}. In this run: ${_u(js(o,O),r)}.`},key:M,zoom:e.zoom(`units ${e.run.run} ${t.tag}`)})}function ch(e){let t=e[0],o=e.at(-1);if(t===void 0||o===void 0||e.length<1e3)return null;let n=o-t+1;return e.length>=n?null:w("p",{class:"muted"},`TensorBoard keeps ${_e(e.length,"epoch")} of ${n}. Start it with --samples_per_plugin keras_activations=${n} to see all of them.`)}function uh(e,t,o){let{steps:n,values:r,recycled:i}=e,s=i.some(l=>l.length);return[["unit","state",`${o.wentOff} at`,`${o.wentOn} at`,...s?["recycled after"]:[],...n.map(l=>`rate at epoch ${l}`)],...t.map(l=>{let a=js(e,l),c=a.bornDead?`born ${o.off}`:a.deadNow?o.off:o.on;return[l,c,a.died.join(" "),a.revived.join(" "),...s?[a.recycled.join(" ")]:[],...n.map((d,p)=>Number(((r[l*n.length+p]??0)/255).toFixed(4)))]})]}var _o=[{id:"overview",name:"Overview",view:Su},{id:"layers",name:"Layers over time",view:gu},{id:"units",name:"Units",view:Cu},{id:"compare",name:"Compare runs",view:iu},{id:"details",name:"Details",view:hu}],fh=["run","view","layer","measure","detail","which"],Ks="compare",dh=36,Ru=5,ph=`from keras_activations.callbacks import ActivationMonitor

monitor = ActivationMonitor("logs/run1")
model.fit(x, y, callbacks=[monitor])`,ui=class{constructor(t,o,n,r){this.root=t;this.source=o;this.place=n;this.styles=r;this.choices=n.read(),this.root.append(this.head,this.unreadable,this.notice,this.main),this.place.onLink(()=>{this.choices=this.place.read(),this.show()}),this.place.onKey(i=>{this.key(i)})}root;source;place;styles;choices;runs=[];shown;turn=0;zooms=new Map;head=w("header",{});main=w("main",{});notice=w("p",{class:"notice",role:"status",hidden:!0});unreadable=w("div",{class:"unreadable",id:"unreadable",role:"status",hidden:!0});async reload(){this.source.forget(),await this.show()}async show(){let t=++this.turn;this.root.dataset.ready="false";let o,n=_o[0];try{let r=await this.source.runs();this.runs=r.filter(ji),this.drawUnreadable(r.filter(l=>!ji(l))),o=Bi(this.runs,this.choices.run)??Ui(this.runs);let i=this.runs.length>1&&!this.choices.run?Ks:"",s=this.choices.view||i;if(n=_o.find(({id:l})=>l===s)??_o[0],!o||!n)this.put(void 0,hh(),"");else{let l=await n.view(this.context(o)),a=await this.problemOf(o);if(t!==this.turn)return;let c=[this.noticeOf(o),a].filter(Boolean).join(" ");if(this.put(l,l.element,c),l.more){this.drawHead(o,n.id),this.root.dataset.ready="partly",await l.more,t===this.turn&&await this.show();return}}this.drawHead(o,n?.id??"")}catch(r){if(t!==this.turn)return;let i=`This cannot be shown. ${Er(r)}`;this.put(void 0,w("p",{class:"nothing"},i),""),o&&this.drawHead(o,n?.id??"")}t===this.turn&&(this.root.dataset.ready="true")}context(t){return{source:this.source,runs:this.runs,run:t,choices:this.choices,choose:o=>{this.choose(o)},zoom:o=>{let n=this.zooms.get(o)??{top:0,bottom:0};return this.zooms.set(o,n),n}}}choose(t){let o=this.choices;this.choices={...o,...t},this.choices.view!==o.view&&(this.choices.sort="");let n=fh.some(r=>this.choices[r]!==o[r]);this.place.write(this.choices,n),this.show()}put(t,o,n){let r=document.activeElement,i=r?.id,s=r instanceof HTMLInputElement&&r.type==="search"?r.selectionStart:null,l=new Set(this.foldable().filter(({open:c})=>c).map(({id:c})=>c)),{scrollTop:a}=document.documentElement;Bt(),this.shown=t,this.main.replaceChildren(o),this.notice.hidden=!n,this.notice.textContent=n,i&&document.getElementById(i)?.focus({preventScroll:!0}),s!==null&&document.activeElement instanceof HTMLInputElement&&document.activeElement.setSelectionRange(s,s);for(let c of this.foldable())l.has(c.id)&&(c.open=!0);document.documentElement.scrollTop=a}foldable(){return[...this.main.querySelectorAll("details")]}async problemOf(t){try{return(await this.source.latest(t)).problem}catch{return}}noticeOf(t){let o=this.choices.run;return o&&Bi(this.runs,o)!==t?`There is no run "${Gi(o,t.manifest.prefix)}" here: this is "${Ce(t)}". ${t.problem}`:t.problem}drawUnreadable(t){let o=t.length-Ru;this.unreadable.hidden=!t.length,this.unreadable.replaceChildren(...t.slice(0,Ru).map(n=>w("p",{"data-run":n.run},w("strong",{},Ce(n)),` ${n.problem}`)),...o>0?[w("p",{},`${o} more runs cannot be read.`)]:[])}drawHead(t,o){let n=document.activeElement?.id;if(!t){this.head.replaceChildren();return}let r=_o.map(({id:c,name:d},p)=>w("button",{type:"button",id:`view-${c}`,title:`${d} (key ${p+1})`,"aria-current":c===o?"page":void 0,click:()=>{this.choose({view:c})}},d)),i=[["png","PNG",()=>this.savePicture(t,o)],["csv","CSV",()=>this.saveNumbers(t,o)],["link","Link",()=>this.copyLink()]],s={png:"Save a picture of this view",csv:"Save the numbers of this view",link:"Copy a link to this view"},l=gt("Run","run",this.runs.map(c=>[c.run,`${lo(c)?"▲ ":""}${kn(c.short,dh)}`]),t.run,c=>{this.choose({run:c,hidden:""})}),a=lo(t)?", with findings (▲)":"";l.title=`${Ce(t)}, ${Wi(t)}${a}`,o===Ks&&(l.title="All runs are compared here",l.querySelector("select")?.setAttribute("disabled","")),this.head.replaceChildren(l,w("nav",{"aria-label":"Views"},...r),w("span",{class:"actions"},...i.map(([c,d,p])=>w("button",{type:"button",id:`save-${c}`,title:s[c],click:()=>{p().catch(h=>{this.notice.hidden=!1,this.notice.textContent=`That did not work. ${String(h)}`})}},d)))),n&&document.getElementById(n)?.focus({preventScroll:!0})}async savePicture(t,o){if(!this.shown)return;let n=this.aboutOf(t,o);Yi(`${Pu(n)}.png`,await Wl(this.shown.element,this.styles,n.join(" · ")))}saveNumbers(t,o){return this.shown&&Yi(`${Pu(this.aboutOf(t,o))}.csv`,new Blob([Ul(this.shown.table())],{type:"text/csv"})),Promise.resolve()}aboutOf(t,o){let n=o===Ks;return[n?`${this.runs.length} runs`:Ce(t),Wi((n?Ui(this.runs):void 0)??t),_o.find(({id:r})=>r===o)?.name??o,...this.shown?.about??[]].filter(Boolean)}async copyLink(){this.place.write(this.choices),await br(this.place.link()),this.notice.hidden=!1,this.notice.textContent="The link to this view is on the clipboard."}key(t){if(t.target&&mh(t.target)||t.ctrlKey||t.metaKey||t.altKey)return;let o=_o[Number(t.key)-1];o&&this.runs.length&&this.choose({view:o.id})}};function mh(e){return e.matches("input, select, textarea, .map, [role=combobox], [role=listbox]")}var Au=120;function Pu(e){return e.map(o=>kn(o.replaceAll(/[^\p{L}\p{N}.=-]+/gu,"-"),Au/3)).join("_").replaceAll("…","-").slice(0,Au)}function hh(){return w("section",{class:"view empty",id:"empty"},w("h1",{},"No activations have been logged yet"),w("p",{},"This tab shows which units of a network are dead, saturated or far from zero mean while it trains. Add the monitor to a training run:"),w("pre",{},w("code",{},ph)),w("p",{class:"muted"},"The tab fills after the first epoch; TensorBoard's reload button asks for it at once."))}var fi=class{constructor(t){this.ask=t}ask;answers=new Map;forget(){this.answers.clear()}async runs(){return(await this.cached("runs",{},gh)).runs}latest(t){return this.latests([t])[0]}latests(t){return this.ofRuns("latest",t,{})}series(t,o,n){let r={measure:o,...n?{layer:n}:{}};return this.ofRuns("series",[t],r)[0]}measure(t,o){return this.measures([t],o)[0]}measures(t,o){let n=ye(o),r={measure:xr(n)};return this.ofRuns("series",t,r).map(async s=>vr(n,await s))}async firing(t,o){let n={run:t.run,layer:o},r=await this.cached("firing",n),i=await Ys(r.values),s=r.steps.length;for(let l=0;l<i.length;l++)l%s&&(i[l]=(i[l]??0)+(i[l-1]??0));return{...r,values:i}}async alphas(t,o){let n={run:t.run,layer:o},r=await this.cached("alphas",n),i=await Ys(r.values);return{...r,values:new Float32Array(i.buffer)}}histograms(t,o){let n={run:t.run,prefix:t.manifest.prefix,layer:o};return this.cached("histograms",n)}findings(t){let o={run:t.run};return this.cached("findings",o,bh)}ofRuns(t,o,n){let r=s=>JSON.stringify([t,s.run,n]),i=o.filter(s=>!this.answers.has(r(s)));for(let s=0;s<i.length;s+=Nu){let l=i.slice(s,s+Nu),a=this.askFor(t,l,n);for(let c of l){let d=a.then(p=>p[c.run],async p=>{if(l.length===1)throw p;return(await this.askFor(t,[c],n))[c.run]});d.catch(()=>this.answers.delete(r(c))),this.answers.set(r(c),d)}}return o.map(s=>this.answers.get(r(s)))}async askFor(t,o,n){let r=await this.ask(t,{run:o.map(({run:i})=>i),prefix:o.map(({manifest:i})=>i.prefix),...n});return sr(r)}cached(t,o,n=sr){let r=JSON.stringify([t,o]),i=this.answers.get(r);return i||(i=this.ask(t,o).then(n),i.catch(()=>this.answers.delete(r)),this.answers.set(r,i)),i}},Nu=50;function gh(e){let{runs:t}=sr(e),o=Vl(t.map(Ce));return t.forEach((n,r)=>{n.short=o[r]??Ce(n);let{layers:i}=n.manifest,s=Ki(i.map(({name:l})=>l));i.forEach((l,a)=>{l.short=s[a]??l.name})}),e}var Du=async(e,t)=>{let o=new URLSearchParams;for(let[r,i]of Object.entries(t))for(let s of[i].flat())o.append(r,s);let n=await fetch(`./${e}?${o.toString()}`);if(!n.ok)throw new Error(`TensorBoard did not answer "${e}" (status ${n.status}).`);return await n.json()};function Hu(e){let t=async()=>JSON.parse(new TextDecoder().decode(await Ys(e))),o;return async(n,r)=>{let i=await(o??=t()),s=String(r.run),l=String(r.layer),a=c=>Object.fromEntries([r.run??[]].flat().map(d=>[d,c(d)]));switch(n){case"runs":return i.runs;case"latest":return a(c=>i.latest[c]);case"findings":return i.findings[s];case"series":return a(c=>Object.fromEntries([r.measure??[]].flat().map(d=>[d,i.series[c]?.[d]]).filter(([,d])=>d!==void 0)));case"firing":case"alphas":case"histograms":return i[n][s]?.[l]??wh;default:throw new Error(`No such route: ${n}`)}}}var wh={steps:[],bins:[],units:0,values:"",recycled:[],deaths:[]};async function Ys(e){if(!e)return new Uint8Array;let t=atob(e),o=new Uint8Array(t.length);for(let r=0;r<t.length;r++)o[r]=t.charCodeAt(r);let n=new Blob([o]).stream().pipeThrough(new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}var di=new Map([["NaN",NaN],["Infinity",1/0],["-Infinity",-1/0]]);function sr(e){if(Array.isArray(e))e.forEach((t,o)=>{e[o]=di.get(t)??sr(t)});else if(typeof e=="object"&&e!==null){let t=e;for(let[o,n]of Object.entries(t))o==="manifest"||o==="diagnosed"||(typeof n=="object"?sr(n):o!=="run"&&(t[o]=di.get(n)??n))}return e}function bh(e){let{diagnosis:t}=e;for(let{evidence:o}of t?.findings??[])for(let n of o)n.value=di.get(n.value)??n.value,n.limit=di.get(n.limit)??n.limit;return e}var zu=`:root,
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
.name:has(.end) {
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
`;var Fu="keras-activations-data";async function xh(){let e=document.getElementById(Fu)?.textContent,t=Ll+zu,o=document.createElement("style");o.textContent=t,document.head.append(o);let n=document.createElement("div");n.id="page",document.body.append(n);let r=e?void 0:_l(),i=new fi(e?Hu(e.trim()):Du),s=new ui(n,i,Tl(r),t),l=!1;Cl(r,()=>{l&&s.show()}),l=!0,r&&$l(r,()=>{s.reload()}),await s.show()}document.getElementById(Fu)&&xh();export{xh as render};
