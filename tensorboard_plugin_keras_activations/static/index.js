// Licences: see THIRD_PARTY_NOTICES.txt beside this file.
var Ca='.uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: ":";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline "background" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}';var Af={run:"",view:"",layer:"",measure:"",form:"",order:"",sort:"",hidden:"",filter:"",where:"",ticked:"",group:"",score:"",detail:"",of:"",epoch:"",epoch2:"",run2:"",which:""},Fs="keras_activations";function Pf(e,t){let o={...Af};for(let n of e.replace(/^#/,"").split("&")){let[r="",s=""]=n.split("=",2).map($a),i=r.startsWith(t)?r.slice(t.length):"";Object.hasOwn(o,i)&&(o[i]=s)}return o}function Nf(e,t){return Object.entries(e).filter(([,o])=>o!=="").map(([o,n])=>`${t}${o}=${encodeURIComponent(String(n))}`).join("&")}function so(e){return[...e].map(encodeURIComponent).join(",")}function zo(e){return new Set(e?e.split(",").map($a):[])}function $a(e){try{return decodeURIComponent(e.replaceAll("+"," "))}catch{return e}}var yr=class{constructor(t,o){this.window=t;this.inTensorBoard=o;this.prefix=o?`p.${Fs}.`:""}window;inTensorBoard;prefix;read(){return Pf(this.window.location.hash,this.prefix)}write(t,o=!1){let n=Nf(t,this.prefix),r=this.inTensorBoard?`${Fs}&`:"",s=new URL(this.window.location.href);s.hash=r+n;let{history:i}=this.window;o?i.pushState(i.state,"",s.href):i.replaceState(i.state,"",s.href)}link(){return this.window.location.href}onKey(t){document.addEventListener("keydown",t),this.inTensorBoard&&this.window.document.addEventListener("keydown",o=>{this.inSight()&&t(o)})}onLink(t){this.window.addEventListener("hashchange",()=>{this.inSight()&&t()})}inSight(){let{hash:t}=this.window.location;return!this.inTensorBoard||t.startsWith(`#${Fs}`)}};function Oa(){try{let e=window.parent;return e!==window&&e.location.href?e:void 0}catch{return}}function Ra(e){return new yr(e??window,e!==void 0)}function Aa(e,t){let o=document.documentElement,n=window.matchMedia("(prefers-color-scheme: dark)"),r=()=>{let i=(e?e.document.body.classList.contains("dark-mode"):n.matches)?"dark":"light";o.dataset.theme!==i&&(o.dataset.theme=i,t())};r(),e?new MutationObserver(r).observe(e.document.body,{attributeFilter:["class"]}):n.addEventListener("change",r)}function Pa(e,t){let o=new MessageChannel;o.port1.onmessage=n=>{let r=JSON.parse(n.data);if(r.isReply)return;let{type:s,id:i}=r;o.port1.postMessage(JSON.stringify({type:s,id:i,payload:null,error:null,isReply:!0})),s==="experimental.DataReloaded"&&t()},e.postMessage("experimental.bootstrap","*",[o.port2])}function w(e,t={},...o){let n=document.createElement(e);return Na(n,t,o),n}function ye(e,t={},...o){let n=document.createElementNS("http://www.w3.org/2000/svg",e);return Na(n,t,o),n}function Na(e,t,o){for(let[n,r]of Object.entries(t))r===void 0||r===!1||(typeof r=="function"?e.addEventListener(n,r):e.setAttribute(n,r===!0?"":String(r)));for(let n of o)n==null||n===!1||e.append(typeof n=="number"?String(n):n)}function nt(e,t,o,n,r,s){let i=w("select",{id:t,title:s,change:()=>{r(i.value)}});for(let[a,l]of o)i.append(w("option",{value:a,selected:a===n},l));return w("label",{class:"choice"},w("span",{},e),i)}function zt(e,t,o,n,r){return w("div",{class:"segments",role:"group","aria-label":e},...o.map(([s,i])=>w("button",{id:`${t}-${s}`,type:"button","aria-pressed":s===n?"true":"false",click:()=>{r(s)}},i)))}async function xr(e){let t=navigator.clipboard;try{if(!t)throw new Error("no clipboard");await t.writeText(e)}catch{let o=w("textarea",{class:"sr"});o.value=e,document.body.append(o),o.select(),document.execCommand("copy"),o.remove()}}var Da=new Intl.NumberFormat("en",{maximumFractionDigits:0});function ee(e,t){return e==null?"–":Number.isFinite(e)?t==="share"?Fo(e):t==="count"?Da.format(e):Kt(e):String(e)}function Fo(e){let t=e*100;return t!==0&&Math.abs(t)<.05?"< 0.1 %":`${t.toFixed(1)} %`}function sn(e){return`${Math.round(e*100)} %`}function Kt(e){if(e===0)return"0";let t=Math.abs(e);return t>=1e4||t<.001?e.toExponential(2):e.toPrecision(3)}function _e(e,t){return`${Da.format(e)} ${t}${e===1?"":"s"}`}function Vo(e,t=6){let o=e.length-t,n=e.slice(0,t).map(String);o>0&&n.push(`${o} more`);let r=n.pop();return n.length?`${n.join(", ")} and ${r}`:r??""}var Tn={unit:"share",axis:[0,1],worse:"high"},io={unit:"count",axis:"from zero",worse:"high"},Ha={unit:"number",axis:"log",worse:"high"},ao={unit:"number",axis:"fit",worse:"far"},Vs=[{id:"dead_ratio",name:"dead units",...Tn,help:"Share of units that fired for no sample of the epoch. A unit fires where the slope of its activation is not 0; a channel of a convolution is one unit.",formula:"dead = #{u : fired(u) = 0} / units"},{id:"dead_ratio_batch",name:"dead units per mini-batch",...Tn,help:"Share of units that did not fire on any sample of one mini-batch. It is larger than the share per epoch: a unit that fires with probability p looks dead in n samples with probability (1 − p)ⁿ, 72 % for p = 1 % and n = 32.",formula:"mean over mini-batches of #{u : fired in batch(u) = 0} / units"},{id:"one_sided_ratio",name:"one-sided units",...Tn,help:"For kinds that cannot die (leaky ReLU, PReLU, ELU): share of units that were on the negative side for every sample of the epoch.",formula:"one-sided = #{u : z(u) ≤ 0 for every sample} / units"},{id:"born_dead",name:"born dead",...io,help:"Units that have not fired once since training began: an effect of the initial weights and of the inputs.",formula:"#{u : fired(u) = 0 in every epoch so far}"},{id:"died",name:"died",...io,help:"Units that fired in the epoch before and not in this one.",formula:"#{u : fired before, not in this epoch, newly so}"},{id:"revived",name:"revived",...io,help:"Units that were dead in the epoch before and fired in this one; of a unit born dead, when it first fires.",formula:"#{u : dead in the epoch before, fired in this one}"},{id:"recycled",name:"recycled units",...io,seldom:!0,help:"Units that RecycleUnits gave new weights after the epoch, so that they learn anew.",formula:"#{u : new weights after this epoch}"},{id:"rare_ratio",name:"rarely firing units",...Tn,help:"Share of units that fired for fewer than 1 % of the samples.",formula:"#{u : rate(u) < 0.01} / units"},{id:"dormant_ratio",name:"dormant units",...Tn,help:"Share of units whose mean size is at most 0.025 of the layer's average: they fire, and carry next to nothing.",formula:"#{u : E|a(u)| / mean over k of E|a(k)| ≤ 0.025} / units"},{id:"mean",name:"mean",...ao,help:"Mean of the activations. Far from 0 it pushes all weights of a unit of the next layer the same way.",formula:"mean over units of E a(u)"},{id:"std",name:"standard deviation",...ao,axis:"from zero",colours:"log",help:"Standard deviation of the activations.",formula:"√(E a² − (E a)²)"},{id:"bias_shift",name:"bias shift",unit:"number",axis:[0,1],worse:"high",help:"How far from zero mean, whatever the scale: 0 for a unit with mean 0, 1 for a constant one. Dotted, or beside it, is what this activation has for inputs from N(0, 1).",formula:"mean of |E a(u)| / √(E a(u)²) over units that are not always 0"},{id:"zero_fraction",name:"exact zeros",...Tn,help:"Share of the single activations, not units, that are exactly 0: how sparse the layer is. Half of them are 0 in a sound ReLU layer.",formula:"#{a = 0} / (samples · units)"},{id:"saturation",name:"saturated units",...Tn,help:"Share of units on a flat part of their activation for at least 99 % of the samples: next to no gradient passes them.",formula:"#{u : |φ′(z)| < 0.06 · max|φ′| for ≥ 99 % of samples} / units"},{id:"nonfinite",name:"NaN and infinite values",...io,help:"Activations that were NaN or infinite; they are left out of all other numbers.",formula:"#{a : a is NaN or ±∞}"},{id:"alpha",name:"learned slope, mean",...ao,help:"Mean of the layer's learned alpha (PReLU: slope on the negative side; ELU: depth of its plateau).",formula:"mean over channels of α"},{id:"alpha_min",name:"learned slope, smallest",...ao,help:"Smallest learned alpha of the layer.",formula:"min over channels of α"},{id:"alpha_max",name:"learned slope, largest",...ao,help:"Largest learned alpha of the layer.",formula:"max over channels of α"},{id:"gradient_norm",name:"gradient norm",...Ha,help:"Length of the gradient of the layer's weights.",formula:"‖∂L/∂W‖"},{id:"update_ratio",name:"update ratio",...Ha,usual:.001,help:"How large a step is beside the weights it changes. About 0.001 is usual.",formula:"‖ΔW‖ / ‖W‖"},{id:"sign_agreement",name:"sign agreement",unit:"number",axis:[0,1],worse:"high",help:"1 where all incoming weights of a unit are pushed the same way; such a step cannot raise one and lower another. Dotted is what random signs give.",formula:"mean over units of |Σ g| / Σ|g| over the unit's incoming weights"},{id:"samples",name:"observations",...io,help:"Observations per unit in the epoch; every position of a convolution counts.",formula:"n"}],Df=new Map(Vs.map(e=>[e.id,e])),vr=[["batch.",({name:e,help:t})=>({name:e.endsWith("mini-batch")?e:`${e}, per mini-batch`,help:`Since the last time it was written, by training step. ${t}`})],["val_",({name:e,help:t})=>({name:`${e}, validation`,help:`On the validation data. ${t}`})]];function de(e){let t=Df.get(e);if(t)return t;for(let[n,r]of vr){if(!e.startsWith(n))continue;let s=de(e.slice(n.length));return{...s,...r(s),id:e}}let o=e.replaceAll("_"," ");return{...ao,id:e,name:o,help:"Logged beside the others.",formula:""}}function Sr({id:e,seldom:t}){return t?[e,"samples"]:[e]}function Mr({id:e,seldom:t},o){let n=o[e]??{steps:[],layers:{}};if(!t||!n.steps.length)return n;let r=[...n.steps,...o.samples?.steps??[]];return Is(n,[...new Set(r)].sort((s,i)=>s-i))}var Hf=1e3;function Is(e,t){let o=new Map(e.steps.map((r,s)=>[r,s])),n=e.steps.length<Hf?0:null;return{steps:t,layers:Object.fromEntries(Object.entries(e.layers).map(([r,s])=>[r,t.map(i=>s[o.get(i)??-1]??n)]))}}var za={id:"bias_shift_expected",name:"expected for inputs from N(0, 1)"},Fa=new Map([["bias_shift",za],["val_bias_shift",za],["sign_agreement",{id:"sign_agreement_random",name:"random signs"}]]),zf=new Set([...Fa.values()].map(({id:e})=>e));function an(e){return Fa.get(e)}function lo(...e){let t=n=>{let r=vr.findIndex(([a])=>n.startsWith(a)),[s]=vr[r]??[""],i=Vs.findIndex(a=>a.id===n.slice(s.length));return(i<0?Vs.length:i)+(r+1)*1e3},o=e.flatMap(n=>Object.keys(n.layers));return[...new Set(o)].filter(n=>!zf.has(n)).sort((n,r)=>t(n)-t(r)).map(de)}var Ff=/^(?!(batch\.|val_)?(alpha|gradient_|update_|sign_|samples|died|revived|recycled))/;function Va(e){return vr.find(([t])=>e.startsWith(t))?.[0]??""}function Us(e,t,o){if(!Ff.test(t))return[];let n=e.layers[`${Va(t)}samples`]??{};return(o===void 0?Object.values(n):[n[o]]).filter(r=>typeof r=="number"&&r>0)}function ln(e,t,o){return Ws(Us(e,t,o),t)}function Ws(e,t){if(!e.length)return"";let o=Math.min(...e),n=Math.max(...e);return`${o===n?ee(o,"count"):`${ee(o,"count")} to ${ee(n,"count")}`} observations per unit`+(Va(t)==="batch."?".":" and epoch.")}var Ia={dead_ratio:.25,one_sided_ratio:.5,saturation:.5},Vf=3;function Io(e,t){return e.limits[t]??Ia[t]}function kr(e,t){let o=r=>Er(e,t,r)||0;return Math.max(...Object.keys(Ia).map(o))+(o("nonfinite")>0?2:0)}function Lr(e,t){let o=({name:n})=>{let r=e.findIndex(({layers:s})=>s.includes(n));return r<0?e.length:r};return(n,r)=>o(n)-o(r)||kr(t,r)-kr(t,n)}function Er(e,t,o){let n=e.layers[o]?.[t.tag];return o!=="saturation"||typeof n!="number"?n:n-(e.layers.dead_ratio?.[t.tag]??0)}function Bs(e,t,o){let n=[];for(let r of e.layers){let s=If(r,e,t,o);s&&n.push({layer:r,clause:s})}return n.sort((r,s)=>kr(t,s.layer)-kr(t,r.layer))}function If(e,t,o,n){let r=l=>Er(o,e,l),s=r("nonfinite");if(s)return`${e.name} gave ${ee(s,"count")} NaN or infinite values in the last epoch`;let i=l=>{let c=Io(t,l),f=r(l);return typeof f=="number"&&c!==void 0&&f>=c?f:void 0};if(i("dead_ratio")!==void 0)return`${e.name} ${Uf(e,o,n.dead_ratio)}`;let a=i("one_sided_ratio");if(a!==void 0)return`${sn(a)} of the units of ${e.name} stay on the negative side`;if(i("saturation")!==void 0){let l=o.layers.saturation?.[e.tag]??0;return`${sn(l)} of the units of ${e.name} are saturated`}for(let[l,c]of Object.entries(t.limits)){let f=i(l);if(f!==void 0){let{name:p,unit:m}=de(l);return`${p} of ${e.name} is ${ee(f,m)} (limit ${ee(c,m)})`}}}function Uf(e,t,o){let n=t.layers.dead_ratio?.[e.tag]??0,r=t.layers.born_dead?.[e.tag];if(e.units&&r&&r/e.units>n/2)return`has ${sn(r/e.units)} units that never fired`;let s=Et(o?.steps??[],o?.layers[e.tag]??[]),i=s[0],a=s.at(-1);if(!i||!a||a.value-i.value<n/2)return`has ${sn(n)} dead units`;let l=a.value-i.value,c=s.findLastIndex(m=>m.value<i.value+.9*l)+1,f=s[c]??a,p=s.slice(0,c).findLast(m=>m.value<=i.value+.1*l)??i;return`lost ${sn(l)} of its units between epochs ${p.step} and ${f.step}`}function Ua(e,t){let o=e.layers.length;if(!o)return"No layer of this run was watched.";if(!t.length)return o===1?"The watched layer needs no look.":`None of the ${o} watched layers needs a look.`;let n=t.length===1?"needs":"need",r=o===1?"The layer":`${t.length} of ${_e(o,"layer")}`,s=t.slice(0,Vf).map(({clause:a})=>a),i=t.length-s.length;return i&&s.push(`${i} more`),`${r} ${n} a look: ${s.join("; ")}.`}function Et(e,t){let o=[];return e.forEach((n,r)=>{let s=t[r];typeof s=="number"&&Number.isFinite(s)&&o.push({step:n,value:s})}),o}function Uo(e,t,o){return e.worse==="far"?Math.abs(t)>Math.abs(o):e.worse==="high"?t>o:t<o}async function cn({source:e,run:t,choices:o},n=t.manifest.layers){let r=n.find(l=>l.tag===o.layer);if(r)return r;let[s,{diagnosis:i}]=await Promise.all([e.latest(t),e.findings(t)]),a=Lr(i?.findings??[],s);return[...n].sort(a)[0]}function js(e){return Wo(e)[0]}function Wo(e){return[...e].reverse().sort((t,o)=>o.time-t.time)}function co({diagnosed:e}){return!!e.causes?.length}function Gs({time:e}){if(!e)return"";let t=new Date(1e3*e);return new Date(+t-6e4*t.getTimezoneOffset()).toISOString().slice(0,16).replace("T"," ")}function Ks(e,t){if(!t)return;let o=e.find(({run:s})=>s===t);if(o)return o;let[n]=e.filter(({run:s})=>t.endsWith(`/${s}`)).sort((s,i)=>i.run.length-s.run.length);if(n)return n;let r=e.filter(({run:s})=>s.endsWith(`/${t}`));return r.length===1?r[0]:void 0}function Ys({manifest:e,problem:t}){return e.layers.length>0||!t}function _r(e){return e instanceof Error?e.message:String(e)}function $e({run:e,manifest:t}){return qs(e,t.prefix)}function qs(e,t){let o=`/${t}`;return(e.endsWith(o)?e.slice(0,-o.length):e)||e}var Wf=16,Ba=10,ja=24;function Ga(e){if(e.length<2)return e;let t=e.map(l=>l.split("/")),[o=[]]=t,n=l=>o.at(l)!==void 0&&t.every(c=>c.at(l)===o.at(l)),r=l=>{let c=t.map(f=>f.filter((p,m)=>!l(m,f.length)).join("/"));return c.every(Boolean)&&Wa(c)&&c},s=r((l,c)=>n(l)||n(l-c))||r(l=>n(l))||e,i=Zs(s),a=i.map(l=>l.split("/").map(c=>Ft(c,ja)).join("/"));return Wa(a)?a:i}function Wa(e){return new Set(e).size===e.length}function Zs(e){let[t=""]=e;if(e.length<2||Math.max(...e.map(f=>f.length))<=Wf)return e;let o=Math.min(...e.map(({length:f})=>f)),n=(f,p)=>Bf(f,m=>!e.every(b=>b.at(p(m))===t.at(p(m)))),r=n(o,f=>f),s=t.slice(0,r).search(/[^/._-]*$/),i=n(o-s,f=>-1-f),a=/[/._-].*$/.exec(t.slice(t.length-i))??[""],l=[e.map(f=>f.slice(s,f.length-a[0].length)),e.map(f=>f.slice(s))],c=f=>/\p{L}/u.test(f);return l.find(f=>f.every(c))??e}function Bf(e,t){let o=0;for(;o<e&&!t(o);)o++;return o}function Ft(e,t){if(e.length<=t)return e;let o=Math.min(Ba,Math.floor(t/2));return`${e.slice(0,t-o-1)}…${e.slice(-o)}`}function jf(e){let t=Math.max(0,e.length-Ba),o=e.lastIndexOf("/",t)+1;return o>0&&e.length-o<=ja?o:t}function _t(e,t=e){let o=jf(e),n=w("span",{class:"name",title:t},o>0&&w("span",{class:"start"},e.slice(0,o)),w("span",{class:"end"},e.slice(o)));return n.style.setProperty("--end",`${e.length-o}ch`),n}function Ka(e){return e.map(t=>t.map(Gf).join(",")+`\r
`).join("")}function Gf(e){if(e==null)return"";if(typeof e=="number")return String(e);let t=/^[=+\-@\t\r]/.test(e)?`'${e}`:e;return/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t}function Js(e,t){let o=document.createElement("a");o.href=URL.createObjectURL(t),o.download=e,o.click(),setTimeout(()=>{URL.revokeObjectURL(o.href)},1e4)}var Kf=40;async function Ya(e,t,o){let n=[...e.querySelectorAll(".scroll")].map(L=>L.scrollWidth-L.clientWidth),r=Math.ceil(e.scrollWidth)+Math.max(0,...n),s=Math.ceil(e.scrollHeight)+Kf,i=e.cloneNode(!0),a=e.querySelectorAll("canvas");i.querySelectorAll("canvas").forEach((L,x)=>{let O=a[x];if(!O)return;let k=document.createElement("img");k.src=O.toDataURL(),k.style.cssText=O.style.cssText,k.style.width=`${O.clientWidth}px`,k.style.height=`${O.clientHeight}px`,L.replaceWith(k)});let l=e.querySelectorAll("select");i.querySelectorAll("select").forEach((L,x)=>{let O=document.createElement("b");O.textContent=l[x]?.selectedOptions[0]?.textContent??"",L.replaceWith(O)});let c=document.createElement("div");c.className="picture",c.dataset.theme=document.documentElement.dataset.theme??"light",c.style.width=`${r}px`;let f=document.createElement("style");f.textContent=t;let p=document.createElement("p");p.className="caption",p.textContent=o,c.append(f,p,i);let m=new XMLSerializer().serializeToString(c),b=`<svg xmlns="http://www.w3.org/2000/svg" width="${r}" height="${s}"><foreignObject width="100%" height="100%">${m}</foreignObject></svg>`,v=new Image;v.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(b)}`,await v.decode();let M=document.createElement("canvas");M.width=2*r,M.height=2*s;let $=M.getContext("2d");if(!$)throw new Error("This browser gives no canvas to draw on.");return $.scale(2,2),$.drawImage(v,0,0),new Promise((L,x)=>{M.toBlob(O=>{O?L(O):x(new Error("The view is too large for one picture."))})})}var uo=14,Vt;function fo({clientX:e,clientY:t},...o){Vt??=w("div",{class:"tip","aria-hidden":!0}),Vt.isConnected||document.getElementById("page")?.append(Vt),Vt.hidden=!1,Vt.replaceChildren(...o.map(p=>w("div",{},p)));let{offsetWidth:n,offsetHeight:r}=Vt,{clientWidth:s,clientHeight:i}=document.documentElement,a=e+uo+n>s,l=t+uo+r>i,c=a?e-uo-n:e+uo,f=l?t-uo-r:t+uo;Vt.style.left=`${Math.max(0,c)}px`,Vt.style.top=`${Math.max(0,f)}px`}function Yt(){Vt&&(Vt.hidden=!0)}var Yf="uplot",qf="u-hz",Zf="u-vt",Jf="u-title",Qf="u-wrap",Xf="u-under",ed="u-over",td="u-axis",On="u-off",nd="u-select",od="u-cursor-x",rd="u-cursor-y",sd="u-cursor-pt",id="u-legend",ad="u-live",ld="u-inline",cd="u-series",ud="u-marker",qa="u-label",fd="u-value",jo="width",Go="height";var Za="bottom",po="left",Qs="right",hi="#000",Ja=hi+"0",Xs="mousemove",Qa="mousedown",ei="mouseup",Xa="mouseenter",el="mouseleave",tl="dblclick",dd="resize",pd="scroll",nl="change",Rr="dppxchange",gi="--",xo=typeof window<"u",si=xo?document:null,ho=xo?window:null,md=xo?navigator:null,ae,Tr;function ii(){let e=devicePixelRatio;ae!=e&&(ae=e,Tr&&li(nl,Tr,ii),Tr=matchMedia(`(min-resolution: ${ae-.001}dppx) and (max-resolution: ${ae+.001}dppx)`),Rn(nl,Tr,ii),ho.dispatchEvent(new CustomEvent(Rr)))}function lt(e,t){if(t!=null){let o=e.classList;!o.contains(t)&&o.add(t)}}function ai(e,t){let o=e.classList;o.contains(t)&&o.remove(t)}function xe(e,t,o){e.style[t]=o+"px"}function Tt(e,t,o,n){let r=si.createElement(e);return t!=null&&lt(r,t),o?.insertBefore(r,n),r}function wt(e,t){return Tt("div",e,t)}var ol=new WeakMap;function It(e,t,o,n,r){let s="translate("+t+"px,"+o+"px)",i=ol.get(e);s!=i&&(e.style.transform=s,ol.set(e,s),t<0||o<0||t>n||o>r?lt(e,On):ai(e,On))}var rl=new WeakMap;function sl(e,t,o){let n=t+o,r=rl.get(e);n!=r&&(rl.set(e,n),e.style.background=t,e.style.borderColor=o)}var il=new WeakMap;function al(e,t,o,n){let r=t+""+o,s=il.get(e);r!=s&&(il.set(e,r),e.style.height=o+"px",e.style.width=t+"px",e.style.marginLeft=n?-t/2+"px":0,e.style.marginTop=n?-o/2+"px":0)}var wi={passive:!0},hd={...wi,capture:!0};function Rn(e,t,o,n){t.addEventListener(e,o,n?hd:wi)}function li(e,t,o,n){t.removeEventListener(e,o,wi)}xo&&ii();function Ct(e,t,o,n){let r;o=o||0,n=n||t.length-1;let s=n<=2147483647;for(;n-o>1;)r=s?o+n>>1:ct((o+n)/2),t[r]<e?o=r:n=r;return e-t[o]<=t[n]-e?o:n}function Nl(e){return(o,n,r)=>{let s=-1,i=-1;for(let a=n;a<=r;a++)if(e(o[a])){s=a;break}for(let a=r;a>=n;a--)if(e(o[a])){i=a;break}return[s,i]}}var Dl=e=>e!=null,Hl=e=>e!=null&&e>0,Nr=Nl(Dl),gd=Nl(Hl);function wd(e,t,o,n=0,r=!1){let s=r?gd:Nr,i=r?Hl:Dl;[t,o]=s(e,t,o);let a=e[t],l=e[t];if(t>-1)if(n==1)a=e[t],l=e[o];else if(n==-1)a=e[o],l=e[t];else for(let c=t;c<=o;c++){let f=e[c];i(f)&&(f<a?a=f:f>l&&(l=f))}return[a??pe,l??-pe]}function Dr(e,t,o,n){let r=ul(e),s=ul(t);e==t&&(r==-1?(e*=o,t/=o):(e/=o,t*=o));let i=o==10?qt:zl,a=r==1?ct:bt,l=s==1?bt:ct,c=a(i(Ne(e))),f=l(i(Ne(t))),p=go(o,c),m=go(o,f);return o==10&&(c<0&&(p=me(p,-c)),f<0&&(m=me(m,-f))),n||o==2?(e=p*r,t=m*s):(e=Ul(e,p),t=Hr(t,m)),[e,t]}function bi(e,t,o,n){let r=Dr(e,t,o,n);return e==0&&(r[0]=0),t==0&&(r[1]=0),r}var yi=.1,ll={mode:3,pad:yi},Yo={pad:0,soft:null,mode:0},bd={min:Yo,max:Yo};function Ar(e,t,o,n){return zr(o)?cl(e,t,o):(Yo.pad=o,Yo.soft=n?0:null,Yo.mode=n?3:0,cl(e,t,bd))}function se(e,t){return e??t}function yd(e,t,o){for(t=se(t,0),o=se(o,e.length-1);t<=o;){if(e[t]!=null)return!0;t++}return!1}function cl(e,t,o){let n=o.min,r=o.max,s=se(n.pad,0),i=se(r.pad,0),a=se(n.hard,-pe),l=se(r.hard,pe),c=se(n.soft,pe),f=se(r.soft,-pe),p=se(n.mode,0),m=se(r.mode,0),b=t-e,v=qt(b),M=Qe(Ne(e),Ne(t)),$=qt(M),L=Ne($-v);(b<1e-24||L>10)&&(b=0,(e==0||t==0)&&(b=1e-24,p==2&&c!=pe&&(s=0),m==2&&f!=-pe&&(i=0)));let x=b||M||1e3,O=qt(x),k=go(10,ct(O)),D=x*(b==0?e==0?.1:1:s),T=me(Ul(e-D,k/10),24),A=e>=c&&(p==1||p==3&&T<=c||p==2&&T>=c)?c:pe,N=Qe(a,T<A&&e>=A?A:$t(A,T)),E=x*(b==0?t==0?.1:1:i),R=me(Hr(t+E,k/10),24),_=t<=f&&(m==1||m==3&&R>=f||m==2&&R<=f)?f:-pe,U=$t(l,R>_&&t<=_?_:Qe(_,R));return N==U&&N==0&&(U=100),[N,U]}var xd=new Intl.NumberFormat(xo?md.language:"en-US"),xi=e=>xd.format(e),ut=Math,Or=ut.PI,Ne=ut.abs,ct=ut.floor,Pe=ut.round,bt=ut.ceil,$t=ut.min,Qe=ut.max,go=ut.pow,ul=ut.sign,qt=ut.log10,zl=ut.log2,vd=(e,t=1)=>ut.sinh(e)*t,ti=(e,t=1)=>ut.asinh(e/t),pe=1/0;function fl(e){return(qt((e^e>>31)-(e>>31))|0)+1}function ci(e,t,o){return $t(Qe(e,t),o)}function Fl(e){return typeof e=="function"}function te(e){return Fl(e)?e:()=>e}var Sd=()=>{},Vl=e=>e,Il=(e,t)=>t,Md=e=>null,dl=e=>!0,pl=(e,t)=>e==t,kd=/\.\d*?(?=9{6,}|0{6,})/gm,An=e=>{if(Bl(e)||fn.has(e))return e;let t=`${e}`,o=t.match(kd);if(o==null)return e;let n=o[0].length-1;if(t.indexOf("e-")!=-1){let[r,s]=t.split("e");return+`${An(r)}e${s}`}return me(e,n)};function Cn(e,t){return An(me(An(e/t))*t)}function Hr(e,t){return An(bt(An(e/t))*t)}function Ul(e,t){return An(ct(An(e/t))*t)}function me(e,t=0){if(Bl(e))return e;let o=10**t,n=e*o*(1+Number.EPSILON);return Pe(n)/o}var fn=new Map;function Wl(e){return((""+e).split(".")[1]||"").length}function Zo(e,t,o,n){let r=[],s=n.map(Wl);for(let i=t;i<o;i++){let a=Ne(i),l=me(go(e,i),a);for(let c=0;c<n.length;c++){let f=e==10?+`${n[c]}e${i}`:n[c]*l,p=(i>=0?0:a)+(i>=s[c]?0:s[c]),m=e==10?f:me(f,p);r.push(m),fn.set(m,p)}}return r}var qo={},vi=[],wo=[null,null],un=Array.isArray,Bl=Number.isInteger,Ld=e=>e===void 0;function ml(e){return typeof e=="string"}function zr(e){let t=!1;if(e!=null){let o=e.constructor;t=o==null||o==Object}return t}function Ed(e){return e!=null&&typeof e=="object"}var _d=Object.getPrototypeOf(Uint8Array),jl="__proto__";function bo(e,t=zr){let o;if(un(e)){let n=e.find(r=>r!=null);if(un(n)||t(n)){o=Array(e.length);for(let r=0;r<e.length;r++)o[r]=bo(e[r],t)}else o=e.slice()}else if(e instanceof _d)o=e.slice();else if(t(e)){o={};for(let n in e)n!=jl&&(o[n]=bo(e[n],t))}else o=e;return o}function Oe(e){let t=arguments;for(let o=1;o<t.length;o++){let n=t[o];for(let r in n)r!=jl&&(zr(e[r])?Oe(e[r],bo(n[r])):e[r]=bo(n[r]))}return e}var Td=0,Cd=1,$d=2;function Od(e,t,o){for(let n=0,r,s=-1;n<t.length;n++){let i=t[n];if(i>s){for(r=i-1;r>=0&&e[r]==null;)e[r--]=null;for(r=i+1;r<o&&e[r]==null;)e[s=r++]=null}}}function Rd(e,t){if(Nd(e)){let i=e[0].slice();for(let a=1;a<e.length;a++)i.push(...e[a].slice(1));return Dd(i[0])||(i=Pd(i)),i}let o=new Set;for(let i=0;i<e.length;i++){let l=e[i][0],c=l.length;for(let f=0;f<c;f++)o.add(l[f])}let n=[Array.from(o).sort((i,a)=>i-a)],r=n[0].length,s=new Map;for(let i=0;i<r;i++)s.set(n[0][i],i);for(let i=0;i<e.length;i++){let a=e[i],l=a[0];for(let c=1;c<a.length;c++){let f=a[c],p=Array(r).fill(void 0),m=t?t[i][c]:Cd,b=[];for(let v=0;v<f.length;v++){let M=f[v],$=s.get(l[v]);M===null?m!=Td&&(p[$]=M,m==$d&&b.push($)):p[$]=M}Od(p,b,r),n.push(p)}}return n}var Ad=typeof queueMicrotask>"u"?e=>Promise.resolve().then(e):queueMicrotask;function Pd(e){let t=e[0],o=t.length,n=Array(o);for(let s=0;s<n.length;s++)n[s]=s;n.sort((s,i)=>t[s]-t[i]);let r=[];for(let s=0;s<e.length;s++){let i=e[s],a=Array(o);for(let l=0;l<o;l++)a[l]=i[n[l]];r.push(a)}return r}function Nd(e){let t=e[0][0],o=t.length;for(let n=1;n<e.length;n++){let r=e[n][0];if(r.length!=o)return!1;if(r!=t){for(let s=0;s<o;s++)if(r[s]!=t[s])return!1}}return!0}function Dd(e,t=100){let o=e.length;if(o<=1)return!0;let n=0,r=o-1;for(;n<=r&&e[n]==null;)n++;for(;r>=n&&e[r]==null;)r--;if(r<=n)return!0;let s=Qe(1,ct((r-n+1)/t));for(let i=e[n],a=n+s;a<=r;a+=s){let l=e[a];if(l!=null){if(l<=i)return!1;i=l}}return!0}var Gl=["January","February","March","April","May","June","July","August","September","October","November","December"],Kl=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function Yl(e){return e.slice(0,3)}var Hd=Kl.map(Yl),zd=Gl.map(Yl),Fd={MMMM:Gl,MMM:zd,WWWW:Kl,WWW:Hd};function Bo(e){return(e<10?"0":"")+e}function Vd(e){return(e<10?"00":e<100?"0":"")+e}var Id={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+"").slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Bo(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Bo(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Bo(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?"PM":"AM",aa:e=>e.getHours()>=12?"pm":"am",a:e=>e.getHours()>=12?"p":"a",mm:e=>Bo(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Bo(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>Vd(e.getMilliseconds())};function Si(e,t){t=t||Fd;let o=[],n=/\{([a-z]+)\}|[^{]+/gi,r;for(;r=n.exec(e);)o.push(r[0][0]=="{"?Id[r[1]]:r[0]);return s=>{let i="";for(let a=0;a<o.length;a++)i+=typeof o[a]=="string"?o[a]:o[a](s,t);return i}}var Ud=new Intl.DateTimeFormat().resolvedOptions().timeZone;function Wd(e,t){let o;return t=="UTC"||t=="Etc/UTC"?o=new Date(+e+e.getTimezoneOffset()*6e4):t==Ud?o=e:(o=new Date(e.toLocaleString("en-US",{timeZone:t})),o.setMilliseconds(e.getMilliseconds())),o}var ql=e=>e%1==0,Pr=[1,2,2.5,5],Bd=Zo(10,-32,0,Pr),Zl=Zo(10,0,32,Pr),jd=Zl.filter(ql),$n=Bd.concat(Zl),Mi=`
`,Jl="{YYYY}",hl=Mi+Jl,Ql="{M}/{D}",Ko=Mi+Ql,Cr=Ko+"/{YY}",Xl="{aa}",Gd="{h}:{mm}",mo=Gd+Xl,gl=Mi+mo,wl=":{ss}",ce=null;function ec(e){let t=e*1e3,o=t*60,n=o*60,r=n*24,s=r*30,i=r*365,l=(e==1?Zo(10,0,3,Pr).filter(ql):Zo(10,-3,0,Pr)).concat([t,t*5,t*10,t*15,t*30,o,o*5,o*10,o*15,o*30,n,n*2,n*3,n*4,n*6,n*8,n*12,r,r*2,r*3,r*4,r*5,r*6,r*7,r*8,r*9,r*10,r*15,s,s*2,s*3,s*4,s*6,i,i*2,i*5,i*10,i*25,i*50,i*100]),c=[[i,Jl,ce,ce,ce,ce,ce,ce,1],[r*28,"{MMM}",hl,ce,ce,ce,ce,ce,1],[r,Ql,hl,ce,ce,ce,ce,ce,1],[n,"{h}"+Xl,Cr,ce,Ko,ce,ce,ce,1],[o,mo,Cr,ce,Ko,ce,ce,ce,1],[t,wl,Cr+" "+mo,ce,Ko+" "+mo,ce,gl,ce,1],[e,wl+".{fff}",Cr+" "+mo,ce,Ko+" "+mo,ce,gl,ce,1]];function f(p){return(m,b,v,M,$,L)=>{let x=[],O=$>=i,k=$>=s&&$<i,D=p(v),T=me(D*e,3),A=ni(D.getFullYear(),O?0:D.getMonth(),k||O?1:D.getDate()),N=me(A*e,3);if(k||O){let E=k?$/s:0,R=O?$/i:0,_=T==N?T:me(ni(A.getFullYear()+R,A.getMonth()+E,1)*e,3),U=new Date(Pe(_/e)),z=U.getFullYear(),Y=U.getMonth();for(let K=0;_<=M;K++){let ne=ni(z+R*K,Y+E*K,1),G=ne-p(me(ne*e,3));_=me((+ne+G)*e,3),_<=M&&x.push(_)}}else{let E=$>=r?r:$,R=ct(v)-ct(T),_=N+R+Hr(T-N,E);x.push(_);let U=p(_),z=U.getHours()+U.getMinutes()/o+U.getSeconds()/n,Y=$/n,K=m.axes[b]._space,ne=L/K;for(;_=me(_+$,e==1?0:3),!(_>M);)if(Y>1){let G=ct(me(z+Y,6))%24,oe=p(_).getHours()-G;oe>1&&(oe=-1),_-=oe*n,z=(z+Y)%24;let ue=x[x.length-1];me((_-ue)/$,3)*ne>=.7&&x.push(_)}else x.push(_)}return x}}return[l,c,f]}var[Kd,Yd,qd]=ec(1),[Zd,Jd,Qd]=ec(.001);Zo(2,-53,53,[1]);function bl(e,t){return e.map(o=>o.map((n,r)=>r==0||r==8||n==null?n:t(r==1||o[8]==0?n:o[1]+n)))}function yl(e,t){return(o,n,r,s,i)=>{let a=t.find(v=>i>=v[0])||t[t.length-1],l,c,f,p,m,b;return n.map(v=>{let M=e(v),$=M.getFullYear(),L=M.getMonth(),x=M.getDate(),O=M.getHours(),k=M.getMinutes(),D=M.getSeconds(),T=$!=l&&a[2]||L!=c&&a[3]||x!=f&&a[4]||O!=p&&a[5]||k!=m&&a[6]||D!=b&&a[7]||a[1];return l=$,c=L,f=x,p=O,m=k,b=D,T(M)})}}function Xd(e,t){let o=Si(t);return(n,r,s,i,a)=>r.map(l=>o(e(l)))}function ni(e,t,o){return new Date(e,t,o)}function xl(e,t){return t(e)}var ep="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function vl(e,t){return(o,n,r,s)=>s==null?gi:t(e(n))}function tp(e,t){let o=e.series[t];return o.width?o.stroke(e,t):o.points.width?o.points.stroke(e,t):null}function np(e,t){return e.series[t].fill(e,t)}var op={show:!0,live:!0,isolate:!1,mount:Sd,markers:{show:!0,width:2,stroke:tp,fill:np,dash:"solid"},idx:null,idxs:null,values:[]};function rp(e,t){let o=e.cursor.points,n=wt(),r=o.size(e,t);xe(n,jo,r),xe(n,Go,r);let s=r/-2;xe(n,"marginLeft",s),xe(n,"marginTop",s);let i=o.width(e,t,r);return i&&xe(n,"borderWidth",i),n}function sp(e,t){let o=e.series[t].points;return o._fill||o._stroke}function ip(e,t){let o=e.series[t].points;return o._stroke||o._fill}function ap(e,t){return e.series[t].points.size}var oi=[0,0];function lp(e,t,o){return oi[0]=t,oi[1]=o,oi}function $r(e,t,o,n=!0){return r=>{r.button==0&&(!n||r.target==t)&&o(r)}}function ri(e,t,o,n=!0){return r=>{(!n||r.target==t)&&o(r)}}var cp={show:!0,x:!0,y:!0,lock:!1,move:lp,points:{one:!1,show:rp,size:ap,width:0,stroke:ip,fill:sp},bind:{mousedown:$r,mouseup:$r,click:$r,dblclick:$r,mousemove:ri,mouseleave:ri,mouseenter:ri},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,o,n,r)=>n-r,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},tc={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},ki=Oe({},tc,{filter:Il}),nc=Oe({},ki,{size:10}),oc=Oe({},tc,{show:!1}),Li='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',rc="bold "+Li,sc=1.5,Sl={show:!0,scale:"x",stroke:hi,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:rc,side:2,grid:ki,ticks:nc,border:oc,font:Li,lineGap:sc,rotate:0},up="Value",fp="Time",Ml={show:!0,scale:"x",auto:!1,sorted:1,min:pe,max:-pe,idxs:[]};function dp(e,t,o,n,r){return t.map(s=>s==null?"":xi(s))}function pp(e,t,o,n,r,s,i){let a=[],l=fn.get(r)||0;o=i?o:me(Hr(o,r),l);for(let c=o;c<=n;c=me(c+r,l))a.push(Object.is(c,-0)?0:c);return a}function ui(e,t,o,n,r,s,i){let a=[],l=e.scales[e.axes[t].scale].log,c=l==10?qt:zl,f=ct(c(o));r=go(l,f),l==10&&(r=$n[Ct(r,$n)]);let p=o,m=r*l;l==10&&(m=$n[Ct(m,$n)]);do a.push(p),p=p+r,l==10&&!fn.has(p)&&(p=me(p,fn.get(r))),p>=m&&(r=p,m=r*l,l==10&&(m=$n[Ct(m,$n)]));while(p<=n);return a}function mp(e,t,o,n,r,s,i){let l=e.scales[e.axes[t].scale].asinh,c=n>l?ui(e,t,Qe(l,o),n,r):[l],f=n>=0&&o<=0?[0]:[];return(o<-l?ui(e,t,Qe(l,-n),-o,r):[l]).reverse().map(m=>-m).concat(f,c)}var ic=/./,hp=/[12357]/,gp=/[125]/,kl=/1/,fi=(e,t,o,n)=>e.map((r,s)=>t==4&&r==0||s%n==0&&o.test(r.toExponential()[r<0?1:0])?r:null);function wp(e,t,o,n,r){let s=e.axes[o],i=s.scale,a=e.scales[i],l=e.valToPos,c=s._space,f=l(10,i),p=l(9,i)-f>=c?ic:l(7,i)-f>=c?hp:l(5,i)-f>=c?gp:kl;if(p==kl){let m=Ne(l(1,i)-f);if(m<c)return fi(t.slice().reverse(),a.distr,p,bt(c/m)).reverse()}return fi(t,a.distr,p,1)}function bp(e,t,o,n,r){let s=e.axes[o],i=s.scale,a=s._space,l=e.valToPos,c=Ne(l(1,i)-l(2,i));return c<a?fi(t.slice().reverse(),3,ic,bt(a/c)).reverse():t}function yp(e,t,o,n){return n==null?gi:t==null?"":xi(t)}var Ll={show:!0,scale:"y",stroke:hi,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:rc,side:3,grid:ki,ticks:nc,border:oc,font:Li,lineGap:sc,rotate:0};function xp(e,t){let o=3+(e||1)*2;return me(o*t,3)}function vp(e,t){let{scale:o,idxs:n}=e.series[0],r=e._data[0],s=e.valToPos(r[n[0]],o,!0),i=e.valToPos(r[n[1]],o,!0),a=Ne(i-s),l=e.series[t],c=a/(l.points.space*ae);return n[1]-n[0]<=c}var El={scale:null,auto:!0,sorted:0,min:pe,max:-pe},ac=(e,t,o,n,r)=>r,_l={show:!0,auto:!0,sorted:0,gaps:ac,alpha:1,facets:[Oe({},El,{scale:"x"}),Oe({},El,{scale:"y"})]},Tl={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:ac,alpha:1,points:{show:vp,filter:null},values:null,min:pe,max:-pe,idxs:[],path:null,clip:null};function Sp(e,t,o,n,r){return o/10}var lc={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},Mp=Oe({},lc,{time:!1,ori:1}),Cl={};function cc(e,t){let o=Cl[e];return o||(o={key:e,plots:[],sub(n){o.plots.push(n)},unsub(n){o.plots=o.plots.filter(r=>r!=n)},pub(n,r,s,i,a,l,c){for(let f=0;f<o.plots.length;f++)o.plots[f]!=r&&o.plots[f].pub(n,r,s,i,a,l,c)}},e!=null&&(Cl[e]=o)),o}var yo=1,di=2;function Pn(e,t,o){let n=e.mode,r=e.series[t],s=n==2?e._data[t]:e._data,i=e.scales,a=e.bbox,l=s[0],c=n==2?s[1]:s[t],f=n==2?i[r.facets[0].scale]:i[e.series[0].scale],p=n==2?i[r.facets[1].scale]:i[r.scale],m=a.left,b=a.top,v=a.width,M=a.height,$=e.valToPosH,L=e.valToPosV;return f.ori==0?o(r,l,c,f,p,$,L,m,b,v,M,Vr,vo,Ur,fc,pc):o(r,l,c,f,p,L,$,b,m,M,v,Ir,So,Ti,dc,mc)}function Ei(e,t){let o=0,n=0,r=se(e.bands,vi);for(let s=0;s<r.length;s++){let i=r[s];i.series[0]==t?o=i.dir:i.series[1]==t&&(i.dir==1?n|=1:n|=2)}return[o,n==1?-1:n==2?1:n==3?2:0]}function kp(e,t,o,n,r){let s=e.mode,i=e.series[t],a=s==2?i.facets[1].scale:i.scale,l=e.scales[a];return r==-1?l.min:r==1?l.max:l.distr==3?l.dir==1?l.min:l.max:0}function Zt(e,t,o,n,r,s){return Pn(e,t,(i,a,l,c,f,p,m,b,v,M,$)=>{let L=i.pxRound,x=c.dir*(c.ori==0?1:-1),O=c.ori==0?vo:So,k,D;x==1?(k=o,D=n):(k=n,D=o);let T=L(p(a[k],c,M,b)),A=L(m(l[k],f,$,v)),N=L(p(a[D],c,M,b)),E=L(m(s==1?f.max:f.min,f,$,v)),R=new Path2D(r);return O(R,N,E),O(R,T,E),O(R,T,A),R})}function Fr(e,t,o,n,r,s){let i=null;if(e.length>0){i=new Path2D;let a=t==0?Ur:Ti,l=o;for(let p=0;p<e.length;p++){let m=e[p];if(m[1]>m[0]){let b=m[0]-l;b>0&&a(i,l,n,b,n+s),l=m[1]}}let c=o+r-l,f=10;c>0&&a(i,l,n-f/2,c,n+s+f)}return i}function Lp(e,t,o){let n=e[e.length-1];n&&n[0]==t?n[1]=o:e.push([t,o])}function _i(e,t,o,n,r,s,i){let a=[],l=e.length;for(let c=r==1?o:n;c>=o&&c<=n;c+=r)if(t[c]===null){let p=c,m=c;if(r==1)for(;++c<=n&&t[c]===null;)m=c;else for(;--c>=o&&t[c]===null;)m=c;let b=s(e[p]),v=m==p?b:s(e[m]),M=p-r;b=i<=0&&M>=0&&M<l?s(e[M]):b;let L=m+r;v=i>=0&&L>=0&&L<l?s(e[L]):v,v>=b&&a.push([b,v])}return a}function $l(e){return e==0?Vl:e==1?Pe:t=>Cn(t,e)}function uc(e){let t=e==0?Vr:Ir,o=e==0?(r,s,i,a,l,c)=>{r.arcTo(s,i,a,l,c)}:(r,s,i,a,l,c)=>{r.arcTo(i,s,l,a,c)},n=e==0?(r,s,i,a,l)=>{r.rect(s,i,a,l)}:(r,s,i,a,l)=>{r.rect(i,s,l,a)};return(r,s,i,a,l,c=0,f=0)=>{c==0&&f==0?n(r,s,i,a,l):(c=$t(c,a/2,l/2),f=$t(f,a/2,l/2),t(r,s+c,i),o(r,s+a,i,s+a,i+l,c),o(r,s+a,i+l,s,i+l,f),o(r,s,i+l,s,i,f),o(r,s,i,s+a,i,c),r.closePath())}}var Vr=(e,t,o)=>{e.moveTo(t,o)},Ir=(e,t,o)=>{e.moveTo(o,t)},vo=(e,t,o)=>{e.lineTo(t,o)},So=(e,t,o)=>{e.lineTo(o,t)},Ur=uc(0),Ti=uc(1),fc=(e,t,o,n,r,s)=>{e.arc(t,o,n,r,s)},dc=(e,t,o,n,r,s)=>{e.arc(o,t,n,r,s)},pc=(e,t,o,n,r,s,i)=>{e.bezierCurveTo(t,o,n,r,s,i)},mc=(e,t,o,n,r,s,i)=>{e.bezierCurveTo(o,t,r,n,i,s)};function hc(e){return(t,o,n,r,s)=>Pn(t,o,(i,a,l,c,f,p,m,b,v,M,$)=>{let{pxRound:L,points:x}=i,O,k;c.ori==0?(O=Vr,k=fc):(O=Ir,k=dc);let D=me(x.width*ae,3),T=(x.size-x.width)/2*ae,A=me(T*2,3),N=new Path2D,E=new Path2D,{left:R,top:_,width:U,height:z}=t.bbox;Ur(E,R-A,_-A,U+A*2,z+A*2);let Y=K=>{if(l[K]!=null){let ne=L(p(a[K],c,M,b)),G=L(m(l[K],f,$,v));O(N,ne+T,G),k(N,ne,G,T,0,Or*2)}};if(s)s.forEach(Y);else for(let K=n;K<=r;K++)Y(K);return{stroke:D>0?N:null,fill:N,clip:E,flags:yo|di}})}function gc(e){return(t,o,n,r,s,i)=>{n!=r&&(s!=n&&i!=n&&e(t,o,n),s!=r&&i!=r&&e(t,o,r),e(t,o,i))}}var Ep=gc(vo),_p=gc(So);function wc(e){let t=se(e?.alignGaps,0);return(o,n,r,s)=>Pn(o,n,(i,a,l,c,f,p,m,b,v,M,$)=>{[r,s]=Nr(l,r,s);let L=i.pxRound,x=z=>L(p(z,c,M,b)),O=z=>L(m(z,f,$,v)),k,D;c.ori==0?(k=vo,D=Ep):(k=So,D=_p);let T=c.dir*(c.ori==0?1:-1),A={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:yo},N=A.stroke,E=!1;if(s-r>=M*4){let z=B=>o.posToVal(B,c.key,!0),Y=null,K=null,ne,G,Xe,ve=x(a[T==1?r:s]),oe=x(a[r]),ue=x(a[s]),Q=z(T==1?oe+1:ue-1);for(let B=T==1?r:s;B>=r&&B<=s;B+=T){let Re=a[B],Se=(T==1?Re<Q:Re>Q)?ve:x(Re),le=l[B];Se==ve?le!=null?(G=le,Y==null?(k(N,Se,O(G)),ne=Y=K=G):G<Y?Y=G:G>K&&(K=G)):le===null&&(E=!0):(Y!=null&&D(N,ve,O(Y),O(K),O(ne),O(G)),le!=null?(G=le,k(N,Se,O(G)),Y=K=ne=G):(Y=K=null,le===null&&(E=!0)),ve=Se,Q=z(ve+T))}Y!=null&&Y!=K&&Xe!=ve&&D(N,ve,O(Y),O(K),O(ne),O(G))}else for(let z=T==1?r:s;z>=r&&z<=s;z+=T){let Y=l[z];Y===null?E=!0:Y!=null&&k(N,x(a[z]),O(Y))}let[_,U]=Ei(o,n);if(i.fill!=null||_!=0){let z=A.fill=new Path2D(N),Y=i.fillTo(o,n,i.min,i.max,_),K=O(Y),ne=x(a[r]),G=x(a[s]);T==-1&&([G,ne]=[ne,G]),k(z,G,K),k(z,ne,K)}if(!i.spanGaps){let z=[];E&&z.push(..._i(a,l,r,s,T,x,t)),A.gaps=z=i.gaps(o,n,r,s,z),A.clip=Fr(z,c.ori,b,v,M,$)}return U!=0&&(A.band=U==2?[Zt(o,n,r,s,N,-1),Zt(o,n,r,s,N,1)]:Zt(o,n,r,s,N,U)),A})}function Tp(e){let t=se(e.align,1),o=se(e.ascDesc,!1),n=se(e.alignGaps,0),r=se(e.extend,!1);return(s,i,a,l)=>Pn(s,i,(c,f,p,m,b,v,M,$,L,x,O)=>{[a,l]=Nr(p,a,l);let k=c.pxRound,{left:D,width:T}=s.bbox,A=oe=>k(v(oe,m,x,$)),N=oe=>k(M(oe,b,O,L)),E=m.ori==0?vo:So,R={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:yo},_=R.stroke,U=m.dir*(m.ori==0?1:-1),z=N(p[U==1?a:l]),Y=A(f[U==1?a:l]),K=Y,ne=Y;r&&t==-1&&(ne=D,E(_,ne,z)),E(_,Y,z);for(let oe=U==1?a:l;oe>=a&&oe<=l;oe+=U){let ue=p[oe];if(ue==null)continue;let Q=A(f[oe]),B=N(ue);t==1?E(_,Q,z):E(_,K,B),E(_,Q,B),z=B,K=Q}let G=K;r&&t==1&&(G=D+T,E(_,G,z));let[Xe,ve]=Ei(s,i);if(c.fill!=null||Xe!=0){let oe=R.fill=new Path2D(_),ue=c.fillTo(s,i,c.min,c.max,Xe),Q=N(ue);E(oe,G,Q),E(oe,ne,Q)}if(!c.spanGaps){let oe=[];oe.push(..._i(f,p,a,l,U,A,n));let ue=c.width*ae/2,Q=o||t==1?ue:-ue,B=o||t==-1?-ue:ue;oe.forEach(Re=>{Re[0]+=Q,Re[1]+=B}),R.gaps=oe=c.gaps(s,i,a,l,oe),R.clip=Fr(oe,m.ori,$,L,x,O)}return ve!=0&&(R.band=ve==2?[Zt(s,i,a,l,_,-1),Zt(s,i,a,l,_,1)]:Zt(s,i,a,l,_,ve)),R})}function Ol(e,t,o,n,r,s,i=pe){if(e.length>1){let a=null;for(let l=0,c=1/0;l<e.length;l++)if(t[l]!==void 0){if(a!=null){let f=Ne(e[l]-e[a]);f<c&&(c=f,i=Ne(o(e[l],n,r,s)-o(e[a],n,r,s)))}a=l}}return i}function Cp(e){e=e||qo;let t=se(e.size,[.6,pe,1]),o=e.align||0,n=e.gap||0,r=e.radius;r=r==null?[0,0]:typeof r=="number"?[r,0]:r;let s=te(r),i=1-t[0],a=se(t[1],pe),l=se(t[2],1),c=se(e.disp,qo),f=se(e.each,b=>{}),{fill:p,stroke:m}=c;return(b,v,M,$)=>Pn(b,v,(L,x,O,k,D,T,A,N,E,R,_)=>{let U=L.pxRound,z=o,Y=n*ae,K=a*ae,ne=l*ae,G,Xe;k.ori==0?[G,Xe]=s(b,v):[Xe,G]=s(b,v);let ve=k.dir*(k.ori==0?1:-1),oe=k.ori==0?Ur:Ti,ue=k.ori==0?f:(I,he,Ae,Wn,xn,Rt,vn)=>{f(I,he,Ae,xn,Wn,vn,Rt)},Q=se(b.bands,vi).find(I=>I.series[0]==v),B=Q!=null?Q.dir:0,Re=L.fillTo(b,v,L.min,L.max,B),Ke=U(A(Re,D,_,E)),Se,le,vt,ot=R,ke=U(L.width*ae),Ot=!1,Bt=null,ft=null,Xt=null,Vn=null;p!=null&&(ke==0||m!=null)&&(Ot=!0,Bt=p.values(b,v,M,$),ft=new Map,new Set(Bt).forEach(I=>{I!=null&&ft.set(I,new Path2D)}),ke>0&&(Xt=m.values(b,v,M,$),Vn=new Map,new Set(Xt).forEach(I=>{I!=null&&Vn.set(I,new Path2D)})));let{x0:In,size:$o}=c;if(In!=null&&$o!=null){z=1,x=In.values(b,v,M,$),In.unit==2&&(x=x.map(Ae=>b.posToVal(N+Ae*R,k.key,!0)));let I=$o.values(b,v,M,$);$o.unit==2?le=I[0]*R:le=T(I[0],k,R,N)-T(0,k,R,N),ot=Ol(x,O,T,k,R,N,ot),vt=ot-le+Y}else ot=Ol(x,O,T,k,R,N,ot),vt=ot*i+Y,le=ot-vt;vt<1&&(vt=0),ke>=le/2&&(ke=0),vt<5&&(U=Vl);let cr=vt>0,bn=ot-vt-(cr?ke:0);le=U(ci(bn,ne,K)),Se=(z==0?le/2:z==ve?0:le)-z*ve*((z==0?Y/2:0)+(cr?ke/2:0));let Ye={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},Un=Ot?null:new Path2D,jt=null;if(Q!=null)jt=b.data[Q.series[1]];else{let{y0:I,y1:he}=c;I!=null&&he!=null&&(O=he.values(b,v,M,$),jt=I.values(b,v,M,$))}let yn=G*le,J=Xe*le;for(let I=ve==1?M:$;I>=M&&I<=$;I+=ve){let he=O[I];if(he==null)continue;if(jt!=null){let et=jt[I]??0;if(he-et==0)continue;Ke=A(et,D,_,E)}let Ae=k.distr!=2||c!=null?x[I]:I,Wn=T(Ae,k,R,N),xn=A(se(he,Re),D,_,E),Rt=U(Wn-Se),vn=U(Qe(xn,Ke)),rt=U($t(xn,Ke)),dt=vn-rt;if(he!=null){let et=he<0?J:yn,St=he<0?yn:J;Ot?(ke>0&&Xt[I]!=null&&oe(Vn.get(Xt[I]),Rt,rt+ct(ke/2),le,Qe(0,dt-ke),et,St),Bt[I]!=null&&oe(ft.get(Bt[I]),Rt,rt+ct(ke/2),le,Qe(0,dt-ke),et,St)):oe(Un,Rt,rt+ct(ke/2),le,Qe(0,dt-ke),et,St),ue(b,v,I,Rt-ke/2,rt,le+ke,dt)}}return ke>0?Ye.stroke=Ot?Vn:Un:Ot||(Ye._fill=L.width==0?L._fill:L._stroke??L._fill,Ye.width=0),Ye.fill=Ot?ft:Un,Ye})}function $p(e,t){let o=se(t?.alignGaps,0);return(n,r,s,i)=>Pn(n,r,(a,l,c,f,p,m,b,v,M,$,L)=>{[s,i]=Nr(c,s,i);let x=a.pxRound,O=G=>x(m(G,f,$,v)),k=G=>x(b(G,p,L,M)),D,T,A;f.ori==0?(D=Vr,A=vo,T=pc):(D=Ir,A=So,T=mc);let N=f.dir*(f.ori==0?1:-1),E=O(l[N==1?s:i]),R=E,_=[],U=[];for(let G=N==1?s:i;G>=s&&G<=i;G+=N)if(c[G]!=null){let ve=l[G],oe=O(ve);_.push(R=oe),U.push(k(c[G]))}let z={stroke:e(_,U,D,A,T,x),fill:null,clip:null,band:null,gaps:null,flags:yo},Y=z.stroke,[K,ne]=Ei(n,r);if(a.fill!=null||K!=0){let G=z.fill=new Path2D(Y),Xe=a.fillTo(n,r,a.min,a.max,K),ve=k(Xe);A(G,R,ve),A(G,E,ve)}if(!a.spanGaps){let G=[];G.push(..._i(l,c,s,i,N,O,o)),z.gaps=G=a.gaps(n,r,s,i,G),z.clip=Fr(G,f.ori,v,M,$,L)}return ne!=0&&(z.band=ne==2?[Zt(n,r,s,i,Y,-1),Zt(n,r,s,i,Y,1)]:Zt(n,r,s,i,Y,ne)),z})}function Op(e){return $p(Rp,e)}function Rp(e,t,o,n,r,s){let i=e.length;if(i<2)return null;let a=new Path2D;if(o(a,e[0],t[0]),i==2)n(a,e[1],t[1]);else{let l=Array(i),c=Array(i-1),f=Array(i-1),p=Array(i-1);for(let m=0;m<i-1;m++)f[m]=t[m+1]-t[m],p[m]=e[m+1]-e[m],c[m]=f[m]/p[m];l[0]=c[0];for(let m=1;m<i-1;m++)c[m]===0||c[m-1]===0||c[m-1]>0!=c[m]>0?l[m]=0:(l[m]=3*(p[m-1]+p[m])/((2*p[m]+p[m-1])/c[m-1]+(p[m]+2*p[m-1])/c[m]),isFinite(l[m])||(l[m]=0));l[i-1]=c[i-2];for(let m=0;m<i-1;m++)r(a,e[m]+p[m]/3,t[m]+l[m]*p[m]/3,e[m+1]-p[m]/3,t[m+1]-l[m+1]*p[m]/3,e[m+1],t[m+1])}return a}var pi=new Set;function Rl(){for(let e of pi)e.syncRect(!0)}xo&&(Rn(dd,ho,Rl),Rn(pd,ho,Rl,!0),Rn(Rr,ho,()=>{Ue.pxRatio=ae}));var Ap=wc(),Pp=hc();function Al(e,t,o,n){return(n?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((s,i)=>mi(s,i,t,o))}function Np(e,t){return e.map((o,n)=>n==0?{}:Oe({},t,o))}function mi(e,t,o,n){return Oe({},t==0?o:n,e)}function bc(e,t,o){return t==null?wo:[t,o]}var Dp=bc;function Hp(e,t,o){return t==null?wo:Ar(t,o,yi,!0)}function yc(e,t,o,n){return t==null?wo:Dr(t,o,e.scales[n].log,!1)}var zp=yc;function xc(e,t,o,n){return t==null?wo:bi(t,o,e.scales[n].log,!1)}var Fp=xc;function Vp(e,t,o,n,r){let s=Qe(fl(e),fl(t)),i=t-e,a=Ct(r/n*i,o);do{let l=o[a],c=n*l/i;if(c>=r&&s+(l<5?fn.get(l):0)<=17)return[l,c]}while(++a<o.length);return[0,0]}function Pl(e){let t,o;return e=e.replace(/(\d+)px/,(n,r)=>(t=Pe((o=+r)*ae))+"px"),[e,t,o]}function Ip(e){e.show&&[e.font,e.labelFont].forEach(t=>{let o=me(t[2]*ae,1);t[0]=t[0].replace(/[0-9.]+px/,o+"px"),t[1]=o})}function Ue(e,t,o){let n={mode:se(e.mode,1)},r=n.mode;function s(u,d,h,g){let y=d.valToPct(u);return g+h*(d.dir==-1?1-y:y)}function i(u,d,h,g){let y=d.valToPct(u);return g+h*(d.dir==-1?y:1-y)}function a(u,d,h,g){return d.ori==0?s(u,d,h,g):i(u,d,h,g)}n.valToPosH=s,n.valToPosV=i;let l=!1;n.status=0;let c=n.root=wt(Yf);if(e.id!=null&&(c.id=e.id),lt(c,e.class),e.title){let u=wt(Jf,c);u.textContent=e.title}let f=Tt("canvas"),p=n.ctx=f.getContext("2d"),m=wt(Qf,c);Rn("click",m,u=>{u.target===v&&(ge!=eo||Me!=to)&&Be.click(n,u)},!0);let b=n.under=wt(Xf,m);m.appendChild(f);let v=n.over=wt(ed,m);e=bo(e);let M=+se(e.pxAlign,1),$=$l(M);(e.plugins||[]).forEach(u=>{u.opts&&(e=u.opts(n,e)||e)});let L=e.ms||.001,x=n.series=r==1?Al(e.series||[],Ml,Tl,!1):Np(e.series||[null],_l),O=n.axes=Al(e.axes||[],Sl,Ll,!0),k=n.scales={},D=n.bands=e.bands||[];D.forEach(u=>{u.fill=te(u.fill||null),u.dir=se(u.dir,-1)});let T=r==2?x[1].facets[0].scale:x[0].scale,A={axes:wf,series:df},N=(e.drawOrder||["axes","series"]).map(u=>A[u]);function E(u){let d=u.distr==3?h=>qt(h>0?h:u.clamp(n,h,u.min,u.max,u.key)):u.distr==4?h=>ti(h,u.asinh):u.distr==100?h=>u.fwd(h):h=>h;return h=>{let g=d(h),{_min:y,_max:S}=u,C=S-y;return(g-y)/C}}function R(u){let d=k[u];if(d==null){let h=(e.scales||qo)[u]||qo;if(h.from!=null){R(h.from);let g=Oe({},k[h.from],h,{key:u});g.valToPct=E(g),k[u]=g}else{d=k[u]=Oe({},u==T?lc:Mp,h),d.key=u;let g=d.time,y=d.range,S=un(y);if((u!=T||r==2&&!g)&&(S&&(y[0]==null||y[1]==null)&&(y={min:y[0]==null?ll:{mode:1,hard:y[0],soft:y[0]},max:y[1]==null?ll:{mode:1,hard:y[1],soft:y[1]}},S=!1),!S&&zr(y))){let C=y;y=(P,H,F)=>H==null?wo:Ar(H,F,C)}d.range=te(y||(g?Dp:u==T?d.distr==3?zp:d.distr==4?Fp:bc:d.distr==3?yc:d.distr==4?xc:Hp)),d.auto=te(S?!1:d.auto),d.clamp=te(d.clamp||Sp),d._min=d._max=null,d.valToPct=E(d)}}}R("x"),R("y"),r==1&&x.forEach(u=>{R(u.scale)}),O.forEach(u=>{R(u.scale)});for(let u in e.scales)R(u);let _=k[T],U=_.distr,z,Y;_.ori==0?(lt(c,qf),z=s,Y=i):(lt(c,Zf),z=i,Y=s);let K={};for(let u in k){let d=k[u];(d.min!=null||d.max!=null)&&(K[u]={min:d.min,max:d.max},d.min=d.max=null)}let ne=e.tzDate||(u=>new Date(Pe(u/L))),G=e.fmtDate||Si,Xe=L==1?qd(ne):Qd(ne),ve=yl(ne,bl(L==1?Yd:Jd,G)),oe=vl(ne,xl(ep,G)),ue=[],Q=n.legend=Oe({},op,e.legend),B=n.cursor=Oe({},cp,{drag:{y:r==2}},e.cursor),Re=Q.show,Ke=B.show,Se=Q.markers;Q.idxs=ue,Se.width=te(Se.width),Se.dash=te(Se.dash),Se.stroke=te(Se.stroke),Se.fill=te(Se.fill);let le,vt,ot,ke=[],Ot=[],Bt,ft=!1,Xt={};if(Q.live){let u=x[1]?x[1].values:null;ft=u!=null,Bt=ft?u(n,1,0):{_:0};for(let d in Bt)Xt[d]=gi}if(Re)if(le=Tt("table",id,c),ot=Tt("tbody",null,le),Q.mount(n,le),ft){vt=Tt("thead",null,le,ot);let u=Tt("tr",null,vt);Tt("th",null,u);for(var Vn in Bt)Tt("th",qa,u).textContent=Vn}else lt(le,ld),Q.live&&lt(le,ad);let In={show:!0},$o={show:!1};function cr(u,d){if(d==0&&(ft||!Q.live||r==2))return wo;let h=[],g=Tt("tr",cd,ot,ot.childNodes[d]);lt(g,u.class),u.show||lt(g,On);let y=Tt("th",null,g);if(Se.show){let P=wt(ud,y);if(d>0){let H=Se.width(n,d);H&&(P.style.border=H+"px "+Se.dash(n,d)+" "+Se.stroke(n,d)),P.style.background=Se.fill(n,d)}}let S=wt(qa,y);u.label instanceof HTMLElement?S.appendChild(u.label):S.textContent=u.label,d>0&&(Se.show||(S.style.color=u.width>0?Se.stroke(n,d):Se.fill(n,d)),Ye("click",y,P=>{if(B._lock)return;Mn(P);let H=x.indexOf(u);if((P.ctrlKey||P.metaKey)!=Q.isolate){let F=x.some((V,W)=>W>0&&W!=H&&V.show);x.forEach((V,W)=>{W>0&&Pt(W,F?W==H?In:$o:In,!0,Ce.setSeries)})}else Pt(H,{show:!u.show},!0,Ce.setSeries)},!1),jn&&Ye(Xa,y,P=>{B._lock||(Mn(P),Pt(x.indexOf(u),oo,!0,Ce.setSeries))},!1));for(var C in Bt){let P=Tt("td",fd,g);P.textContent="--",h.push(P)}return[g,h]}let bn=new Map;function Ye(u,d,h,g=!0){let y=bn.get(d)||{},S=B.bind[u](n,d,h,g);S&&(Rn(u,d,y[u]=S),bn.set(d,y))}function Un(u,d,h){let g=bn.get(d)||{};for(let y in g)(u==null||y==u)&&(li(y,d,g[y]),delete g[y]);u==null&&bn.delete(d)}let jt=0,yn=0,J=0,I=0,he=0,Ae=0,Wn=he,xn=Ae,Rt=J,vn=I,rt=0,dt=0,et=0,St=0;n.bbox={};let gs=!1,ur=!1,Bn=!1,Sn=!1,fr=!1,pt=!1;function ws(u,d,h){(h||u!=n.width||d!=n.height)&&Xi(u,d),Zn(!1),Bn=!0,ur=!0,Jn()}function Xi(u,d){n.width=jt=J=u,n.height=yn=I=d,he=Ae=0,rf(),sf();let h=n.bbox;rt=h.left=Cn(he*ae,.5),dt=h.top=Cn(Ae*ae,.5),et=h.width=Cn(J*ae,.5),St=h.height=Cn(I*ae,.5)}let tf=3;function nf(){let u=!1,d=0;for(;!u;){d++;let h=hf(d),g=gf(d);u=d==tf||h&&g,u||(Xi(n.width,n.height),ur=!0)}}function of({width:u,height:d}){ws(u,d)}n.setSize=of;function rf(){let u=!1,d=!1,h=!1,g=!1;O.forEach((y,S)=>{if(y.show&&y._show){let{side:C,_size:P}=y,H=C%2,F=y.label!=null?y.labelSize:0,V=P+F;V>0&&(H?(J-=V,C==3?(he+=V,g=!0):h=!0):(I-=V,C==0?(Ae+=V,u=!0):d=!0))}}),kn[0]=u,kn[1]=h,kn[2]=d,kn[3]=g,J-=en[1]+en[3],he+=en[3],I-=en[2]+en[0],Ae+=en[0]}function sf(){let u=he+J,d=Ae+I,h=he,g=Ae;function y(S,C){switch(S){case 1:return u+=C,u-C;case 2:return d+=C,d-C;case 3:return h-=C,h+C;case 0:return g-=C,g+C}}O.forEach((S,C)=>{if(S.show&&S._show){let P=S.side;S._pos=y(P,S._size),S.label!=null&&(S._lpos=y(P,S.labelSize))}})}if(B.dataIdx==null){let u=B.hover,d=u.skip=new Set(u.skip??[]);d.add(void 0);let h=u.prox=te(u.prox),g=u.bias??=0;B.dataIdx=(y,S,C,P)=>{if(S==0)return C;let H=C,F=h(y,S,C,P)??pe,V=F>=0&&F<pe,W=_.ori==0?J:I,Z=B.left,ie=t[0],re=t[S];if(d.has(re[C])){H=null;let X=null,q=null,j;if(g==0||g==-1)for(j=C;X==null&&j-- >0;)d.has(re[j])||(X=j);if(g==0||g==1)for(j=C;q==null&&j++<re.length;)d.has(re[j])||(q=j);if(X!=null||q!=null)if(V){let be=X==null?-1/0:z(ie[X],_,W,0),Le=q==null?1/0:z(ie[q],_,W,0),Ie=Z-be,fe=Le-Z;Ie<=fe?Ie<=F&&(H=X):fe<=F&&(H=q)}else H=q==null?X:X==null?q:C-X<=q-C?X:q}else V&&Ne(Z-z(ie[C],_,W,0))>F&&(H=null);return H}}let Mn=u=>{B.event=u};B.idxs=ue,B._lock=!1;let Ge=B.points;Ge.show=te(Ge.show),Ge.size=te(Ge.size),Ge.stroke=te(Ge.stroke),Ge.width=te(Ge.width),Ge.fill=te(Ge.fill);let At=n.focus=Oe({},e.focus||{alpha:.3},B.focus),jn=At.prox>=0,Gn=jn&&Ge.one,mt=[],Kn=[],Yn=[];function ea(u,d){let h=Ge.show(n,d);if(h instanceof HTMLElement)return lt(h,sd),lt(h,u.class),It(h,-10,-10,J,I),v.insertBefore(h,mt[d]),h}function ta(u,d){if(r==1||d>0){let h=r==1&&k[u.scale].time,g=u.value;u.value=h?ml(g)?vl(ne,xl(g,G)):g||oe:g||yp,u.label=u.label||(h?fp:up)}if(Gn||d>0){u.width=u.width==null?1:u.width,u.paths=u.paths||Ap||Md,u.fillTo=te(u.fillTo||kp),u.pxAlign=+se(u.pxAlign,M),u.pxRound=$l(u.pxAlign),u.stroke=te(u.stroke||null),u.fill=te(u.fill||null),u._stroke=u._fill=u._paths=u._focus=null;let h=xp(Qe(1,u.width),1),g=u.points=Oe({},{size:h,width:Qe(1,h*.2),stroke:u.stroke,space:h*2,paths:Pp,_stroke:null,_fill:null},u.points);g.show=te(g.show),g.filter=te(g.filter),g.fill=te(g.fill),g.stroke=te(g.stroke),g.paths=te(g.paths),g.pxAlign=u.pxAlign}if(Re){let h=cr(u,d);ke.splice(d,0,h[0]),Ot.splice(d,0,h[1]),Q.values.push(null)}if(Ke){ue.splice(d,0,null);let h=null;Gn?d==0&&(h=ea(u,d)):d>0&&(h=ea(u,d)),mt.splice(d,0,h),Kn.splice(d,0,0),Yn.splice(d,0,0)}Ve("addSeries",d)}function af(u,d){d=d??x.length,u=r==1?mi(u,d,Ml,Tl):mi(u,d,{},_l),x.splice(d,0,u),ta(x[d],d)}n.addSeries=af;function lf(u){if(x.splice(u,1),Re){Q.values.splice(u,1),Ot.splice(u,1);let d=ke.splice(u,1)[0];Un(null,d.firstChild),d.remove()}Ke&&(ue.splice(u,1),mt.splice(u,1)[0].remove(),Kn.splice(u,1),Yn.splice(u,1)),Ve("delSeries",u)}n.delSeries=lf;let kn=[!1,!1,!1,!1];function cf(u,d){if(u._show=u.show,u.show){let h=u.side%2,g=k[u.scale];g==null&&(u.scale=h?x[1].scale:T,g=k[u.scale]);let y=g.time;u.size=te(u.size),u.space=te(u.space),u.rotate=te(u.rotate),un(u.incrs)&&u.incrs.forEach(C=>{!fn.has(C)&&fn.set(C,Wl(C))}),u.incrs=te(u.incrs||(g.distr==2?jd:y?L==1?Kd:Zd:$n)),u.splits=te(u.splits||(y&&g.distr==1?Xe:g.distr==3?ui:g.distr==4?mp:pp)),u.stroke=te(u.stroke),u.grid.stroke=te(u.grid.stroke),u.ticks.stroke=te(u.ticks.stroke),u.border.stroke=te(u.border.stroke);let S=u.values;u.values=un(S)&&!un(S[0])?te(S):y?un(S)?yl(ne,bl(S,G)):ml(S)?Xd(ne,S):S||ve:S||dp,u.filter=te(u.filter||(g.distr>=3&&g.log==10?wp:g.distr==3&&g.log==2?bp:Il)),u.font=Pl(u.font),u.labelFont=Pl(u.labelFont),u._size=u.size(n,null,d,0),u._space=u._rotate=u._incrs=u._found=u._splits=u._values=null,u._size>0&&(kn[d]=!0,u._el=wt(td,m))}}function Oo(u,d,h,g){let[y,S,C,P]=h,H=d%2,F=0;return H==0&&(P||S)&&(F=d==0&&!y||d==2&&!C?Pe(Sl.size/3):0),H==1&&(y||C)&&(F=d==1&&!S||d==3&&!P?Pe(Ll.size/2):0),F}let na=n.padding=(e.padding||[Oo,Oo,Oo,Oo]).map(u=>te(se(u,Oo))),en=n._padding=na.map((u,d)=>u(n,d,kn,0)),We,De=null,He=null,dr=r==1?x[0].idxs:null,Mt=null,Ro=!1;function oa(u,d){if(t=u??[],n.data=n._data=t,r==2){We=0;for(let h=1;h<x.length;h++)We+=t[h][0].length}else{t.length==0&&(n.data=n._data=t=[[]]),Mt=t[0],We=Mt.length;let h=t;if(U==2){h=t.slice();let g=h[0]=Array(We);for(let y=0;y<We;y++)g[y]=y}n._data=t=h}if(Zn(!0),Ve("setData"),U==2&&(Bn=!0),d!==!1){let h=_;h.auto(n,Ro)?bs():nn(T,h.min,h.max),Sn=Sn||B.left>=0,pt=!0,Jn()}}n.setData=oa;function bs(){Ro=!0;let u,d;r==1&&(We>0?(De=dr[0]=0,He=dr[1]=We-1,u=t[0][De],d=t[0][He],U==2?(u=De,d=He):u==d&&(U==3?[u,d]=Dr(u,u,_.log,!1):U==4?[u,d]=bi(u,u,_.log,!1):_.time?d=u+Pe(86400/L):[u,d]=Ar(u,d,yi,!0))):(De=dr[0]=u=null,He=dr[1]=d=null)),nn(T,u,d)}let pr,qn,ys,xs,vs,Ss,Ms,ks,Ls,tt;function ra(u,d,h,g,y,S){u??=Ja,h??=vi,g??="butt",y??=Ja,S??="round",u!=pr&&(p.strokeStyle=pr=u),y!=qn&&(p.fillStyle=qn=y),d!=ys&&(p.lineWidth=ys=d),S!=vs&&(p.lineJoin=vs=S),g!=Ss&&(p.lineCap=Ss=g),h!=xs&&p.setLineDash(xs=h)}function sa(u,d,h,g){d!=qn&&(p.fillStyle=qn=d),u!=Ms&&(p.font=Ms=u),h!=ks&&(p.textAlign=ks=h),g!=Ls&&(p.textBaseline=Ls=g)}function Es(u,d,h,g,y=0){if(g.length>0&&u.auto(n,Ro)&&(d==null||d.min==null)){let S=se(De,0),C=se(He,g.length-1),P=h.min==null?wd(g,S,C,y,u.distr==3):[h.min,h.max];u.min=$t(u.min,h.min=P[0]),u.max=Qe(u.max,h.max=P[1])}}let ia={min:null,max:null};function uf(){for(let g in k){let y=k[g];K[g]==null&&(y.min==null||K[T]!=null&&y.auto(n,Ro))&&(K[g]=ia)}for(let g in k){let y=k[g];K[g]==null&&y.from!=null&&K[y.from]!=null&&(K[g]=ia)}K[T]!=null&&Zn(!0);let u={};for(let g in K){let y=K[g];if(y!=null){let S=u[g]=bo(k[g],Ed);if(y.min!=null)Oe(S,y);else if(g!=T||r==2)if(We==0&&S.from==null){let C=S.range(n,null,null,g);S.min=C[0],S.max=C[1]}else S.min=pe,S.max=-pe}}if(We>0){x.forEach((g,y)=>{if(r==1){let S=g.scale,C=K[S];if(C==null)return;let P=u[S];if(y==0){let H=P.range(n,P.min,P.max,S);P.min=H[0],P.max=H[1],De=Ct(P.min,t[0]),He=Ct(P.max,t[0]),He-De>1&&(t[0][De]<P.min&&De++,t[0][He]>P.max&&He--),g.min=Mt[De],g.max=Mt[He]}else g.show&&g.auto&&Es(P,C,g,t[y],g.sorted);g.idxs[0]=De,g.idxs[1]=He}else if(y>0&&g.show&&g.auto){let[S,C]=g.facets,P=S.scale,H=C.scale,[F,V]=t[y],W=u[P],Z=u[H];W!=null&&Es(W,K[P],S,F,S.sorted),Z!=null&&Es(Z,K[H],C,V,C.sorted),g.min=C.min,g.max=C.max}});for(let g in u){let y=u[g],S=K[g];if(y.from==null&&(S==null||S.min==null)){let C=y.range(n,y.min==pe?null:y.min,y.max==-pe?null:y.max,g);y.min=C[0],y.max=C[1]}}}for(let g in u){let y=u[g];if(y.from!=null){let S=u[y.from];if(S.min==null)y.min=y.max=null;else{let C=y.range(n,S.min,S.max,g);y.min=C[0],y.max=C[1]}}}let d={},h=!1;for(let g in u){let y=u[g],S=k[g];if(S.min!=y.min||S.max!=y.max){S.min=y.min,S.max=y.max;let C=S.distr;S._min=C==3?qt(S.min):C==4?ti(S.min,S.asinh):C==100?S.fwd(S.min):S.min,S._max=C==3?qt(S.max):C==4?ti(S.max,S.asinh):C==100?S.fwd(S.max):S.max,d[g]=h=!0}}if(h){x.forEach((g,y)=>{r==2?y>0&&d.y&&(g._paths=null):d[g.scale]&&(g._paths=null)});for(let g in d)Bn=!0,Ve("setScale",g);Ke&&B.left>=0&&(Sn=pt=!0)}for(let g in K)K[g]=null}function ff(u){let d=ci(De-1,0,We-1),h=ci(He+1,0,We-1);for(;u[d]==null&&d>0;)d--;for(;u[h]==null&&h<We-1;)h++;return[d,h]}function df(){if(We>0){let u=x.some(d=>d._focus)&&tt!=At.alpha;u&&(p.globalAlpha=tt=At.alpha),x.forEach((d,h)=>{if(h>0&&d.show&&(aa(h,!1),aa(h,!0),d._paths==null)){let g=tt;tt!=d.alpha&&(p.globalAlpha=tt=d.alpha);let y=r==2?[0,t[h][0].length-1]:ff(t[h]);d._paths=d.paths(n,h,y[0],y[1]),tt!=g&&(p.globalAlpha=tt=g)}}),x.forEach((d,h)=>{if(h>0&&d.show){let g=tt;tt!=d.alpha&&(p.globalAlpha=tt=d.alpha),d._paths!=null&&la(h,!1);{let y=d._paths!=null?d._paths.gaps:null,S=d.points.show(n,h,De,He,y),C=d.points.filter(n,h,S,y);(S||C)&&(d.points._paths=d.points.paths(n,h,De,He,C),la(h,!0))}tt!=g&&(p.globalAlpha=tt=g),Ve("drawSeries",h)}}),u&&(p.globalAlpha=tt=1)}}function aa(u,d){let h=d?x[u].points:x[u];h._stroke=h.stroke(n,u),h._fill=h.fill(n,u)}function la(u,d){let h=d?x[u].points:x[u],{stroke:g,fill:y,clip:S,flags:C,_stroke:P=h._stroke,_fill:H=h._fill,_width:F=h.width}=h._paths;F=me(F*ae,3);let V=null,W=F%2/2;d&&H==null&&(H=F>0?"#fff":P);let Z=h.pxAlign==1&&W>0;if(Z&&p.translate(W,W),!d){let ie=rt-F/2,re=dt-F/2,X=et+F,q=St+F;V=new Path2D,V.rect(ie,re,X,q)}d?_s(P,F,h.dash,h.cap,H,g,y,C,S):pf(u,P,F,h.dash,h.cap,H,g,y,C,V,S),Z&&p.translate(-W,-W)}function pf(u,d,h,g,y,S,C,P,H,F,V){let W=!1;H!=0&&D.forEach((Z,ie)=>{if(Z.series[0]==u){let re=x[Z.series[1]],X=t[Z.series[1]],q=(re._paths||qo).band;un(q)&&(q=Z.dir==1?q[0]:q[1]);let j,be=null;re.show&&q&&yd(X,De,He)?(be=Z.fill(n,ie)||S,j=re._paths.clip):q=null,_s(d,h,g,y,be,C,P,H,F,V,j,q),W=!0}}),W||_s(d,h,g,y,S,C,P,H,F,V)}let ca=yo|di;function _s(u,d,h,g,y,S,C,P,H,F,V,W){ra(u,d,h,g,y),(H||F||W)&&(p.save(),H&&p.clip(H),F&&p.clip(F)),W?(P&ca)==ca?(p.clip(W),V&&p.clip(V),hr(y,C),mr(u,S,d)):P&di?(hr(y,C),p.clip(W),mr(u,S,d)):P&yo&&(p.save(),p.clip(W),V&&p.clip(V),hr(y,C),p.restore(),mr(u,S,d)):(hr(y,C),mr(u,S,d)),(H||F||W)&&p.restore()}function mr(u,d,h){h>0&&(d instanceof Map?d.forEach((g,y)=>{p.strokeStyle=pr=y,p.stroke(g)}):d!=null&&u&&p.stroke(d))}function hr(u,d){d instanceof Map?d.forEach((h,g)=>{p.fillStyle=qn=g,p.fill(h)}):d!=null&&u&&p.fill(d)}function mf(u,d,h,g){let y=O[u],S;if(g<=0)S=[0,0];else{let C=y._space=y.space(n,u,d,h,g),P=y._incrs=y.incrs(n,u,d,h,g,C);S=Vp(d,h,P,g,C)}return y._found=S}function Ts(u,d,h,g,y,S,C,P,H,F){let V=C%2/2;M==1&&p.translate(V,V),ra(P,C,H,F,P),p.beginPath();let W,Z,ie,re,X=y+(g==0||g==3?-S:S);h==0?(Z=y,re=X):(W=y,ie=X);for(let q=0;q<u.length;q++)d[q]!=null&&(h==0?W=ie=u[q]:Z=re=u[q],p.moveTo(W,Z),p.lineTo(ie,re));p.stroke(),M==1&&p.translate(-V,-V)}function hf(u){let d=!0;return O.forEach((h,g)=>{if(!h.show)return;let y=k[h.scale];if(y.min==null){h._show&&(d=!1,h._show=!1,Zn(!1));return}else h._show||(d=!1,h._show=!0,Zn(!1));let S=h.side,C=S%2,{min:P,max:H}=y,[F,V]=mf(g,P,H,C==0?J:I);if(V==0)return;let W=y.distr==2,Z=h._splits=h.splits(n,g,P,H,F,V,W),ie=y.distr==2?Z.map(j=>Mt[j]):Z,re=y.distr==2?Mt[Z[1]]-Mt[Z[0]]:F,X=h._values=h.values(n,h.filter(n,ie,g,V,re),g,V,re);h._rotate=S==2?h.rotate(n,X,g,V):0;let q=h._size;h._size=bt(h.size(n,X,g,u)),q!=null&&h._size!=q&&(d=!1)}),d}function gf(u){let d=!0;return na.forEach((h,g)=>{let y=h(n,g,kn,u);y!=en[g]&&(d=!1),en[g]=y}),d}function wf(){for(let u=0;u<O.length;u++){let d=O[u];if(!d.show||!d._show)continue;let h=d.side,g=h%2,y,S,C=d.stroke(n,u),P=h==0||h==3?-1:1,[H,F]=d._found;if(d.label!=null){let Ze=d.labelGap*P,at=Pe((d._lpos+Ze)*ae);sa(d.labelFont[0],C,"center",h==2?"top":Za),p.save(),g==1?(y=S=0,p.translate(at,Pe(dt+St/2)),p.rotate((h==3?-Or:Or)/2)):(y=Pe(rt+et/2),S=at);let _n=Fl(d.label)?d.label(n,u,H,F):d.label;p.fillText(_n,y,S),p.restore()}if(F==0)continue;let V=k[d.scale],W=g==0?et:St,Z=g==0?rt:dt,ie=d._splits,re=V.distr==2?ie.map(Ze=>Mt[Ze]):ie,X=V.distr==2?Mt[ie[1]]-Mt[ie[0]]:H,q=d.ticks,j=d.border,be=q.show?q.size:0,Le=Pe(be*ae),Ie=Pe((d.alignTo==2?d._size-be-d.gap:d.gap)*ae),fe=d._rotate*-Or/180,Ee=$(d._pos*ae),st=(Le+Ie)*P,qe=Ee+st;S=g==0?qe:0,y=g==1?qe:0;let ht=d.font[0],kt=d.align==1?po:d.align==2?Qs:fe>0?po:fe<0?Qs:g==0?"center":h==3?Qs:po,Dt=fe||g==1?"middle":h==2?"top":Za;sa(ht,C,kt,Dt);let it=d.font[1]*d.lineGap,gt=ie.map(Ze=>$(a(Ze,V,W,Z))),Lt=d._values;for(let Ze=0;Ze<Lt.length;Ze++){let at=Lt[Ze];if(at!=null){g==0?y=gt[Ze]:S=gt[Ze],at=""+at;let _n=at.indexOf(`
`)==-1?[at]:at.split(/\n/gm);for(let Je=0;Je<_n.length;Je++){let Ta=_n[Je];fe?(p.save(),p.translate(y,S+Je*it),p.rotate(fe),p.fillText(Ta,0,0),p.restore()):p.fillText(Ta,y,S+Je*it)}}}q.show&&Ts(gt,q.filter(n,re,u,F,X),g,h,Ee,Le,me(q.width*ae,3),q.stroke(n,u),q.dash,q.cap);let Ht=d.grid;Ht.show&&Ts(gt,Ht.filter(n,re,u,F,X),g,g==0?2:1,g==0?dt:rt,g==0?St:et,me(Ht.width*ae,3),Ht.stroke(n,u),Ht.dash,Ht.cap),j.show&&Ts([Ee],[1],g==0?1:0,g==0?1:2,g==1?dt:rt,g==1?St:et,me(j.width*ae,3),j.stroke(n,u),j.dash,j.cap)}Ve("drawAxes")}function Zn(u){x.forEach((d,h)=>{h>0&&(d._paths=null,u&&(r==1?(d.min=null,d.max=null):d.facets.forEach(g=>{g.min=null,g.max=null})))})}let gr=!1,Cs=!1,Ao=[];function bf(){Cs=!1;for(let u=0;u<Ao.length;u++)Ve(...Ao[u]);Ao.length=0}function Jn(){gr||(Ad(ua),gr=!0)}function yf(u,d=!1){gr=!0,Cs=d,u(n),ua(),d&&Ao.length>0&&queueMicrotask(bf)}n.batch=yf;function ua(){if(gs&&(uf(),gs=!1),Bn&&(nf(),Bn=!1),ur){if(xe(b,po,he),xe(b,"top",Ae),xe(b,jo,J),xe(b,Go,I),xe(v,po,he),xe(v,"top",Ae),xe(v,jo,J),xe(v,Go,I),xe(m,jo,jt),xe(m,Go,yn),f.width=Pe(jt*ae),f.height=Pe(yn*ae),O.forEach(({_el:u,_show:d,_size:h,_pos:g,side:y})=>{if(u!=null)if(d){let S=y===3||y===0?h:0,C=y%2==1;xe(u,C?"left":"top",g-S),xe(u,C?"width":"height",h),xe(u,C?"top":"left",C?Ae:he),xe(u,C?"height":"width",C?I:J),ai(u,On)}else lt(u,On)}),pr=qn=ys=vs=Ss=Ms=ks=Ls=xs=null,tt=1,Do(!0),he!=Wn||Ae!=xn||J!=Rt||I!=vn){Zn(!1);let u=J/Rt,d=I/vn;if(Ke&&!Sn&&B.left>=0){B.left*=u,B.top*=d,Qn&&It(Qn,Pe(B.left),0,J,I),Xn&&It(Xn,0,Pe(B.top),J,I);for(let h=0;h<mt.length;h++){let g=mt[h];g!=null&&(Kn[h]*=u,Yn[h]*=d,It(g,bt(Kn[h]),bt(Yn[h]),J,I))}}if(we.show&&!fr&&we.left>=0&&we.width>0){we.left*=u,we.width*=u,we.top*=d,we.height*=d;for(let h in Ns)xe(no,h,we[h])}Wn=he,xn=Ae,Rt=J,vn=I}Ve("setSize"),ur=!1}jt>0&&yn>0&&(p.clearRect(0,0,f.width,f.height),Ve("drawClear"),N.forEach(u=>u()),Ve("draw")),we.show&&fr&&(wr(we),fr=!1),Ke&&Sn&&(En(null,!0,!1),Sn=!1),Q.show&&Q.live&&pt&&(As(),pt=!1),l||(l=!0,n.status=1,Ve("ready")),Ro=!1,gr=!1}n.redraw=(u,d)=>{Bn=d||!1,u!==!1?nn(T,_.min,_.max):Jn()};function $s(u,d){let h=k[u];if(h.from==null){if(We==0){let g=h.range(n,d.min,d.max,u);d.min=g[0],d.max=g[1]}if(d.min>d.max){let g=d.min;d.min=d.max,d.max=g}if(We>1&&d.min!=null&&d.max!=null&&d.max-d.min<1e-16)return;u==T&&h.distr==2&&We>0&&(d.min=Ct(d.min,t[0]),d.max=Ct(d.max,t[0]),d.min==d.max&&d.max++),K[u]=d,gs=!0,Jn()}}n.setScale=$s;let Os,Rs,Qn,Xn,fa,da,eo,to,pa,ma,ge,Me,tn=!1,Be=B.drag,ze=Be.x,Fe=Be.y;Ke&&(B.x&&(Os=wt(od,v)),B.y&&(Rs=wt(rd,v)),_.ori==0?(Qn=Os,Xn=Rs):(Qn=Rs,Xn=Os),ge=B.left,Me=B.top);let we=n.select=Oe({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),no=we.show?wt(nd,we.over?v:b):null;function wr(u,d){if(we.show){for(let h in u)we[h]=u[h],h in Ns&&xe(no,h,u[h]);d!==!1&&Ve("setSelect")}}n.setSelect=wr;function xf(u){if(x[u].show)Re&&ai(ke[u],On);else if(Re&&lt(ke[u],On),Ke){let h=Gn?mt[0]:mt[u];h!=null&&It(h,-10,-10,J,I)}}function nn(u,d,h){$s(u,{min:d,max:h})}function Pt(u,d,h,g){d.focus!=null&&Lf(u),d.show!=null&&x.forEach((y,S)=>{S>0&&(u==S||u==null)&&(y.show=d.show,xf(S),r==2?(nn(y.facets[0].scale,null,null),nn(y.facets[1].scale,null,null)):nn(y.scale,null,null),Jn())}),h!==!1&&Ve("setSeries",u,d),g&&Ho("setSeries",n,u,d)}n.setSeries=Pt;function vf(u,d){Oe(D[u],d)}function Sf(u,d){u.fill=te(u.fill||null),u.dir=se(u.dir,-1),d=d??D.length,D.splice(d,0,u)}function Mf(u){u==null?D.length=0:D.splice(u,1)}n.addBand=Sf,n.setBand=vf,n.delBand=Mf;function kf(u,d){x[u].alpha=d,Ke&&mt[u]!=null&&(mt[u].style.opacity=d),Re&&ke[u]&&(ke[u].style.opacity=d)}let Gt,on,Ln,oo={focus:!0};function Lf(u){if(u!=Ln){let d=u==null,h=At.alpha!=1;x.forEach((g,y)=>{if(r==1||y>0){let S=d||y==0||y==u;g._focus=d?null:S,h&&kf(y,S?1:At.alpha)}}),Ln=u,h&&Jn()}}Re&&jn&&Ye(el,le,u=>{B._lock||(Mn(u),Ln!=null&&Pt(null,oo,!0,Ce.setSeries))});function Nt(u,d,h){let g=k[d];h&&(u=u/ae-(g.ori==1?Ae:he));let y=J;g.ori==1&&(y=I,u=y-u),g.dir==-1&&(u=y-u);let S=g._min,C=g._max,P=u/y,H=S+(C-S)*P,F=g.distr;return F==3?go(10,H):F==4?vd(H,g.asinh):F==100?g.bwd(H):H}function Ef(u,d){let h=Nt(u,T,d);return Ct(h,t[0],De,He)}n.valToIdx=u=>Ct(u,t[0]),n.posToIdx=Ef,n.posToVal=Nt,n.valToPos=(u,d,h)=>k[d].ori==0?s(u,k[d],h?et:J,h?rt:0):i(u,k[d],h?St:I,h?dt:0),n.setCursor=(u,d,h)=>{ge=u.left,Me=u.top,En(null,d,h)};function ha(u,d){xe(no,po,we.left=u),xe(no,jo,we.width=d)}function ga(u,d){xe(no,"top",we.top=u),xe(no,Go,we.height=d)}let Po=_.ori==0?ha:ga,No=_.ori==1?ha:ga;function _f(){if(Re&&Q.live)for(let u=r==2?1:0;u<x.length;u++){if(u==0&&ft)continue;let d=Q.values[u],h=0;for(let g in d)Ot[u][h++].firstChild.nodeValue=d[g]}}function As(u,d){if(u!=null&&(u.idxs?u.idxs.forEach((h,g)=>{ue[g]=h}):Ld(u.idx)||ue.fill(u.idx),Q.idx=ue[0]),Re&&Q.live){for(let h=0;h<x.length;h++)(h>0||r==1&&!ft)&&Tf(h,ue[h]);_f()}pt=!1,d!==!1&&Ve("setLegend")}n.setLegend=As;function Tf(u,d){let h=x[u],g=u==0&&U==2?Mt:t[u],y;ft?y=h.values(n,u,d)??Xt:(y=h.value(n,d==null?null:g[d],u,d),y=y==null?Xt:{_:y}),Q.values[u]=y}function En(u,d,h){pa=ge,ma=Me,[ge,Me]=B.move(n,ge,Me),B.left=ge,B.top=Me,Ke&&(Qn&&It(Qn,Pe(ge),0,J,I),Xn&&It(Xn,0,Pe(Me),J,I));let g,y=De>He;Gt=pe,on=null;let S=_.ori==0?J:I,C=_.ori==1?J:I;if(ge<0||We==0||y){g=B.idx=null;for(let P=0;P<x.length;P++){let H=mt[P];H!=null&&It(H,-10,-10,J,I)}jn&&Pt(null,oo,!0,u==null&&Ce.setSeries),Q.live&&(ue.fill(g),pt=!0)}else{let P,H,F;r==1&&(P=_.ori==0?ge:Me,H=Nt(P,T),g=B.idx=Ct(H,t[0],De,He),F=z(t[0][g],_,S,0));let V=-10,W=-10,Z=0,ie=0,re=!0,X="",q="";for(let j=r==2?1:0;j<x.length;j++){let be=x[j],Le=ue[j],Ie=Le==null?null:r==1?t[j][Le]:t[j][1][Le],fe=B.dataIdx(n,j,g,H),Ee=fe==null?null:r==1?t[j][fe]:t[j][1][fe];if(pt=pt||Ee!=Ie||fe!=Le,ue[j]=fe,j>0&&be.show){let st=fe==null?-10:fe==g?F:z(r==1?t[0][fe]:t[j][0][fe],_,S,0),qe=Ee==null?-10:Y(Ee,r==1?k[be.scale]:k[be.facets[1].scale],C,0);if(jn&&Ee!=null){let ht=_.ori==1?ge:Me,kt=Ne(At.dist(n,j,fe,qe,ht));if(kt<Gt){let Dt=At.bias;if(Dt!=0){let it=Nt(ht,be.scale),gt=Ee>=0?1:-1,Lt=it>=0?1:-1;Lt==gt&&(Lt==1?Dt==1?Ee>=it:Ee<=it:Dt==1?Ee<=it:Ee>=it)&&(Gt=kt,on=j)}else Gt=kt,on=j}}if(pt||Gn){let ht,kt;_.ori==0?(ht=st,kt=qe):(ht=qe,kt=st);let Dt,it,gt,Lt,Ht,Ze,at=!0,_n=Ge.bbox;if(_n!=null){at=!1;let Je=_n(n,j);gt=Je.left,Lt=Je.top,Dt=Je.width,it=Je.height}else gt=ht,Lt=kt,Dt=it=Ge.size(n,j);if(Ze=Ge.fill(n,j),Ht=Ge.stroke(n,j),Gn)j==on&&Gt<=At.prox&&(V=gt,W=Lt,Z=Dt,ie=it,re=at,X=Ze,q=Ht);else{let Je=mt[j];Je!=null&&(Kn[j]=gt,Yn[j]=Lt,al(Je,Dt,it,at),sl(Je,Ze,Ht),It(Je,bt(gt),bt(Lt),J,I))}}}}if(Gn){let j=At.prox,be=Ln==null?Gt<=j:Gt>j||on!=Ln;if(pt||be){let Le=mt[0];Le!=null&&(Kn[0]=V,Yn[0]=W,al(Le,Z,ie,re),sl(Le,X,q),It(Le,bt(V),bt(W),J,I))}}}if(we.show&&tn)if(u!=null){let[P,H]=Ce.scales,[F,V]=Ce.match,[W,Z]=u.cursor.sync.scales,ie=u.cursor.drag;if(ze=ie._x,Fe=ie._y,ze||Fe){let{left:re,top:X,width:q,height:j}=u.select,be=u.scales[W].ori,Le=u.posToVal,Ie,fe,Ee,st,qe,ht=P!=null&&F(P,W),kt=H!=null&&V(H,Z);ht&&ze?(be==0?(Ie=re,fe=q):(Ie=X,fe=j),Ee=k[P],st=z(Le(Ie,W),Ee,S,0),qe=z(Le(Ie+fe,W),Ee,S,0),Po($t(st,qe),Ne(qe-st))):Po(0,S),kt&&Fe?(be==1?(Ie=re,fe=q):(Ie=X,fe=j),Ee=k[H],st=Y(Le(Ie,Z),Ee,C,0),qe=Y(Le(Ie+fe,Z),Ee,C,0),No($t(st,qe),Ne(qe-st))):No(0,C)}else Ds()}else{let P=Ne(pa-fa),H=Ne(ma-da);if(_.ori==1){let Z=P;P=H,H=Z}ze=Be.x&&P>=Be.dist,Fe=Be.y&&H>=Be.dist;let F=Be.uni;F!=null?ze&&Fe&&(ze=P>=F,Fe=H>=F,!ze&&!Fe&&(H>P?Fe=!0:ze=!0)):Be.x&&Be.y&&(ze||Fe)&&(ze=Fe=!0);let V,W;ze&&(_.ori==0?(V=eo,W=ge):(V=to,W=Me),Po($t(V,W),Ne(W-V)),Fe||No(0,C)),Fe&&(_.ori==1?(V=eo,W=ge):(V=to,W=Me),No($t(V,W),Ne(W-V)),ze||Po(0,S)),!ze&&!Fe&&(Po(0,0),No(0,0))}if(Be._x=ze,Be._y=Fe,u==null){if(h){if(_a!=null){let[P,H]=Ce.scales;Ce.values[0]=P!=null?Nt(_.ori==0?ge:Me,P):null,Ce.values[1]=H!=null?Nt(_.ori==1?ge:Me,H):null}Ho(Xs,n,ge,Me,J,I,g)}if(jn){let P=h&&Ce.setSeries,H=At.prox;Ln==null?Gt<=H&&Pt(on,oo,!0,P):Gt>H?Pt(null,oo,!0,P):on!=Ln&&Pt(on,oo,!0,P)}}pt&&(Q.idx=g,As()),d!==!1&&Ve("setCursor")}let rn=null;Object.defineProperty(n,"rect",{get(){return rn==null&&Do(!1),rn}});function Do(u=!1){u?rn=null:(rn=v.getBoundingClientRect(),Ve("syncRect",rn))}function wa(u,d,h,g,y,S,C){B._lock||tn&&u!=null&&u.movementX==0&&u.movementY==0||(Ps(u,d,h,g,y,S,C,!1,u!=null),u!=null?En(null,!0,!0):En(d,!0,!1))}function Ps(u,d,h,g,y,S,C,P,H){if(rn==null&&Do(!1),Mn(u),u!=null)h=u.clientX-rn.left,g=u.clientY-rn.top;else{if(h<0||g<0){ge=-10,Me=-10;return}let[F,V]=Ce.scales,W=d.cursor.sync,[Z,ie]=W.values,[re,X]=W.scales,[q,j]=Ce.match,be=d.axes[0].side%2==1,Le=_.ori==0?J:I,Ie=_.ori==1?J:I,fe=be?S:y,Ee=be?y:S,st=be?g:h,qe=be?h:g;if(re!=null?h=q(F,re)?a(Z,k[F],Le,0):-10:h=Le*(st/fe),X!=null?g=j(V,X)?a(ie,k[V],Ie,0):-10:g=Ie*(qe/Ee),_.ori==1){let ht=h;h=g,g=ht}}H&&(d==null||d.cursor.event.type==Xs)&&((h<=1||h>=J-1)&&(h=Cn(h,J)),(g<=1||g>=I-1)&&(g=Cn(g,I))),P?(fa=h,da=g,[eo,to]=B.move(n,h,g)):(ge=h,Me=g)}let Ns={width:0,height:0,left:0,top:0};function Ds(){wr(Ns,!1)}let ba,ya,xa,va;function Sa(u,d,h,g,y,S,C){tn=!0,ze=Fe=Be._x=Be._y=!1,Ps(u,d,h,g,y,S,C,!0,!1),u!=null&&(Ye(ei,si,Ma,!1),Ho(Qa,n,eo,to,J,I,null));let{left:P,top:H,width:F,height:V}=we;ba=P,ya=H,xa=F,va=V}function Ma(u,d,h,g,y,S,C){tn=Be._x=Be._y=!1,Ps(u,d,h,g,y,S,C,!1,!0);let{left:P,top:H,width:F,height:V}=we,W=F>0||V>0,Z=ba!=P||ya!=H||xa!=F||va!=V;if(W&&Z&&wr(we),Be.setScale&&W&&Z){let ie=P,re=F,X=H,q=V;if(_.ori==1&&(ie=H,re=V,X=P,q=F),ze&&nn(T,Nt(ie,T),Nt(ie+re,T)),Fe)for(let j in k){let be=k[j];j!=T&&be.from==null&&be.min!=pe&&nn(j,Nt(X+q,j),Nt(X,j))}Ds()}else B.lock&&(B._lock=!B._lock,En(d,!0,u!=null));u!=null&&(Un(ei,si),Ho(ei,n,ge,Me,J,I,null))}function Cf(u,d,h,g,y,S,C){if(B._lock)return;Mn(u);let P=tn;if(tn){let H=!0,F=!0,V=10,W,Z;_.ori==0?(W=ze,Z=Fe):(W=Fe,Z=ze),W&&Z&&(H=ge<=V||ge>=J-V,F=Me<=V||Me>=I-V),W&&H&&(ge=ge<eo?0:J),Z&&F&&(Me=Me<to?0:I),En(null,!0,!0),tn=!1}ge=-10,Me=-10,ue.fill(null),En(null,!0,!0),P&&(tn=P)}function ka(u,d,h,g,y,S,C){B._lock||(Mn(u),bs(),Ds(),u!=null&&Ho(tl,n,ge,Me,J,I,null))}function La(){O.forEach(Ip),ws(n.width,n.height,!0)}Rn(Rr,ho,La);let ro={};ro.mousedown=Sa,ro.mousemove=wa,ro.mouseup=Ma,ro.dblclick=ka,ro.setSeries=(u,d,h,g)=>{let y=Ce.match[2];h=y(n,d,h),h!=-1&&Pt(h,g,!0,!1)},Ke&&(Ye(Qa,v,Sa),Ye(Xs,v,wa),Ye(Xa,v,u=>{Mn(u),Do(!1)}),Ye(el,v,Cf),Ye(tl,v,ka),pi.add(n),n.syncRect=Do);let br=n.hooks=e.hooks||{};function Ve(u,d,h){Cs?Ao.push([u,d,h]):u in br&&br[u].forEach(g=>{g.call(null,n,d,h)})}(e.plugins||[]).forEach(u=>{for(let d in u.hooks)br[d]=(br[d]||[]).concat(u.hooks[d])});let Ea=(u,d,h)=>h,Ce=Oe({key:null,setSeries:!1,filters:{pub:dl,sub:dl},scales:[T,x[1]?x[1].scale:null],match:[pl,pl,Ea],values:[null,null]},B.sync);Ce.match.length==2&&Ce.match.push(Ea),B.sync=Ce;let _a=Ce.key,Hs=cc(_a);function Ho(u,d,h,g,y,S,C){Ce.filters.pub(u,d,h,g,y,S,C)&&Hs.pub(u,d,h,g,y,S,C)}Hs.sub(n);function $f(u,d,h,g,y,S,C){Ce.filters.sub(u,d,h,g,y,S,C)&&ro[u](null,d,h,g,y,S,C)}n.pub=$f;function Of(){Hs.unsub(n),pi.delete(n),bn.clear(),li(Rr,ho,La),c.remove(),le?.remove(),Ve("destroy")}n.destroy=Of;function zs(){Ve("init",e,t),oa(t||e.data,!1),K[T]?$s(T,K[T]):bs(),fr=we.show&&(we.width>0||we.height>0),Sn=pt=!0,ws(e.width,e.height)}return x.forEach(ta),O.forEach(cf),o?o instanceof HTMLElement?(o.appendChild(c),zs()):o(n,zs):zs(),n}Ue.assign=Oe;Ue.fmtNum=xi;Ue.rangeNum=Ar;Ue.rangeLog=Dr;Ue.rangeAsinh=bi;Ue.orient=Pn;Ue.pxRatio=ae;Ue.join=Rd;Ue.fmtDate=Si,Ue.tzDate=Wd;Ue.sync=cc;{Ue.addGap=Lp,Ue.clipGaps=Fr;let e=Ue.paths={points:hc};e.linear=wc,e.stepped=Tp,e.bars=Cp,e.spline=Op}function yt(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function Sc(){return document.documentElement.dataset.theme==="dark"}var Up=["#0072b2","#d55e00","#009e73","#cc79a7","#e69f00","#56b4e9"],Wp=["#4aa8e8","#ff8a3d","#2fcf9f","#e39ac4","#f0b83a","#a5dcff"],vc=[[],[8,4],[4,3],[12,3,3,3]],Bp=new Set([2,4,5]);function Nn(e){let t=Sc()?Wp:Up,o=e%t.length,n=Math.floor(e/t.length)%vc.length,r=n>=2,s=2*(n%2)+ +(Bp.has(o)!==r);return{colour:t[o]??"#888",dash:vc[s]??[]}}function Mo(){return kc(Lc(yt("missing")),[[68,1,84],[72,40,120],[62,74,137],[49,104,142],[38,130,142],[31,158,137],[53,183,121],[110,206,88],[181,222,43],[253,231,37]])}function Mc(){let e=Sc()?[[32,56,84],[60,120,180],[170,215,255]]:[[214,230,244],[107,174,214],[8,69,148]];return kc(Lc(yt("dead")),e,Math.sqrt)}var Jo={inside:"#ffffff",edge:"#16191d"};function Ci([e,t,o]){return`rgb(${e} ${t} ${o})`}function kc(e,t,o=n=>n){let n=[e];for(let r=1;r<256;r++){let s=o((r-1)/254)*(t.length-1),i=Math.min(Math.floor(s),t.length-2),a=t[i]??e,l=t[i+1]??e,c=s-i;n.push(a.map((f,p)=>Math.round(f+c*((l[p]??0)-f))))}return n}function Lc(e){let t=Number.parseInt(e.slice(1),16);return[t>>16&255,t>>8&255,t&255]}function Dn(e,t,o){let n=Math.max(1,t-e),r=1;for(let i of jp())if(r=i,n/i<=o)break;let s=[];for(let i=Math.ceil(e/r)*r;i<=t;i+=r)s.push(i);return s}function Wr(e,t,o){let n=10**Math.floor(Math.log10((t-e)/o));return Dn(e/n,t/n,o).map(r=>Number((r*n).toPrecision(12)))}function*jp(){for(let e=1;e<1e12;e*=10)yield e,yield 2*e,yield 5*e}var _c=3,Gp=[...Array(16).keys()].flatMap(e=>[1,2,5].map(t=>t*10**e)),$i=14,Kp=64,Yp=16,Tc=[1.5,5];function je(e){let{steps:t,lines:o,unit:n}=e,r=e.hidden??new Set,s=o.filter(E=>!r.has(E.id)),i=(e.expected??[]).filter(E=>!r.has(E.id)),a=new Map,l=w("span",{class:"at"}),c=w("div",{class:"plot"}),f=w("div",{class:"sr","aria-live":"polite"}),p=w("div",{class:"lines",id:e.id,tabindex:0,role:"group","aria-label":"Line chart. Left and right arrow keys move through the steps."});p.append(c,f);let m=t.length-1,b=o.map(({values:E})=>E.findLastIndex(R=>R!==null)),v=b.every(E=>E===m||E<0),M=E=>E===void 0?"":e.stepText?.(E)??String(E),$=E=>{let R=E??m;l.textContent=t.length?E===null&&!v?`last ${e.stepName}`:`${e.stepName} ${M(t[R])}`:"",o.forEach((_,U)=>{let z=a.get(_.id),Y=_.values[E??b[U]??m];z&&(z.textContent=ee(Y,n))})},L=qp(e,r,a,l);$(null);let x=[...s,...i],O=e.bars===!0&&s.length*t.length<=Xp,k=yt("text-2"),D={stroke:yt("grid"),width:1},T="12px system-ui, Roboto, sans-serif",A=new Ue({width:600,height:e.height,legend:{show:!1},padding:[10,Yp,0,0],cursor:{...e.group?{sync:{key:e.group}}:{},points:O?{show:!1}:{size:7},drag:{x:!0,y:!1,uni:20},focus:{prox:12}},focus:{alpha:.35},scales:{x:{time:!1,range:(E,R,_)=>sm(R,_,e)},y:Zp(e,x)},axes:[{stroke:k,grid:D,font:T,ticks:D,size:e.bare?6:32,label:e.bare||e.legend==="above"?void 0:e.stepName,labelSize:18,labelFont:T,splits:E=>{let{min:R=0,max:_=1}=E.scales.x??{},U=e.stepText?8*$i:90;return Dn(R,_,Math.max(2,E.width/U))},values:(E,R)=>R.map(_=>e.bare?"":im(M(_)))},{stroke:k,grid:{...D,filter:Ec},font:T,ticks:{...D,filter:Ec},size:e.left??Kp,...n==="count"?{incrs:Gp}:{},values:(E,R)=>R.map(_=>_===null?"":jr(_,n))}],series:[{},...x.map((E,R)=>{let{colour:_,dash:U}=Nn(E.place),z=R>=s.length;return{stroke:_,width:z?1.25:2,dash:z?Tc:U,spanGaps:!0,points:{show:am(E)&&!z&&!O,size:7},...O?{paths:()=>null}:{}}})],hooks:{setCursor:[E=>{$(E.cursor.idx??null)}],drawAxes:[E=>{for(let{place:R,low:_,high:U}of e.bands??[])om(E,Nn(R).colour,_,U)}],draw:[E=>{O&&tm(E,s);for(let R of e.levels??[])lm(E,R,T)}]}},[t,...x.map(E=>E.values.map(R=>Qp(R,e)))],c);A.over.addEventListener("mousemove",E=>{let R=A.posToIdx(E.offsetX),_=rm(A,s,R,E.offsetY);if(!_){Yt();return}let U=ee(_.values[R],n);fo(E,...o.length>1?[_.name]:[],`${e.stepName} ${M(t[R])}: ${U}`)}),A.over.addEventListener("mouseleave",Yt),p.addEventListener("keydown",E=>{let _={ArrowLeft:-1,ArrowRight:1}[E.key];if(_===void 0||!t.length)return;E.preventDefault();let U=A.cursor.idx??(_>0?-1:t.length),z=Math.min(m,Math.max(0,U+_));A.setCursor({left:A.valToPos(t[z]??0,"x"),top:0}),f.textContent=`${l.textContent}: ${s.map(Y=>`${Y.name} ${ee(Y.values[z],n)}`).join(", ")}`});let N=w("div",{class:`chart ${e.legend??"beside"}`},p,L);return new ResizeObserver(()=>{let E=c.clientWidth;E>0&&E!==A.width&&A.setSize({width:E,height:e.height})}).observe(c),N}function qp(e,t,o,n){let{lines:r,hide:s}=e,i=w("ul",{class:"legend"});e.legend!=="above"&&(i.style.maxHeight=`${e.height}px`);let a=w("li",{class:"head"},n);if(s&&r.length>1){let l=()=>{s(new Set)};a.append(w("button",{type:"button",class:"quiet",id:`${e.id}-all`,disabled:!t.size,click:l},"show all"))}return i.append(a),r.forEach((l,c)=>{let f=w("span",{class:"value"});o.set(l.id,f);let p=_t(l.short??l.name,l.name),m=w("li",{class:t.has(l.id)?"off":"","data-line":l.id});if(s){let b=()=>{let M=new Set(t);M.delete(l.id)||M.add(l.id),s(M)},v=()=>{s(new Set(r.map(M=>M.id).filter(M=>M!==l.id)))};m.append(w("button",{type:"button",class:"line",id:`${e.id}-line-${c}`,"aria-pressed":t.has(l.id)?"false":"true",title:"Show or hide",click:b},Br(l.place),p),w("button",{type:"button",class:"quiet only",id:`${e.id}-only-${c}`,"aria-label":`Show only ${l.name}`,click:v},"only"))}else m.append(Br(l.place),p);m.append(f),i.append(m)}),e.expectedName&&e.expected?.length&&i.append(w("li",{class:"muted"},Cc(yt("text-2"),Tc,1.5),e.expectedName)),i}function Br(e){let{colour:t,dash:o}=Nn(e);return Cc(t,o,3)}function Cc(e,t,o){return ye("svg",{width:22,height:10,class:"swatch","aria-hidden":!0},ye("line",{x1:0,y1:5,x2:22,y2:5,stroke:e,"stroke-width":o,"stroke-dasharray":t.join(" ")}))}function Zp(e,t){let{axis:o,levels:n=[],bands:r=[]}=e,s=[...n.map(({value:i})=>i),...r.flatMap(({low:i,high:a})=>[...i,...a]).filter($c)];return typeof o!="string"?{range:[o[0],o[1]]}:o==="log"&&t.some(i=>i.values.some(Jp))?{distr:_c,range:(i,a,l)=>{let c=[a,l,...s.filter(f=>f>0)];return Ue.rangeLog(Math.min(...c),Math.max(...c),10,!1)}}:{range:(i,a,l)=>{let c=a??0,f=l??1;for(let m of s)c=Math.min(c,m),f=Math.max(f,m);o==="from zero"&&(c=Math.min(0,c)),e.unit==="count"&&(f=Math.max(1,f));let p=.05*(f-c||Math.abs(f)||1);return[o==="from zero"?c:c-p,f+p]}}}function $c(e){return e!==null&&Number.isFinite(e)}function Jp(e){return e!==null&&e>0&&Number.isFinite(e)}function Qp(e,t){return e===null||!Number.isFinite(e)||t.axis==="log"&&e<=0?null:e}var Xp=400,em=.8;function tm(e,t){let{ctx:o,bbox:n}=e,r=e.data[0],s=c=>e.valToPos(c,"x",!0),i=Math.min(n.width,...r.slice(1).map((c,f)=>s(c)-s(r[f]??0))),a=em*i/t.length,l=e.valToPos(0,"y",!0);o.save(),t.forEach(({place:c,values:f},p)=>{o.fillStyle=Nn(c).colour,r.forEach((m,b)=>{let v=f[b];if(!v||!Number.isFinite(v))return;let M=s(m)+(p-t.length/2)*a,$=e.valToPos(v,"y",!0);o.fillRect(M,$,Math.max(1,a-1),l-$)})}),o.restore()}var nm=.18;function om(e,t,o,n){let{ctx:r}=e,s=i=>[...e.data[0]].flatMap((a,l)=>{let c=i[l];return $c(c??null)?[[e.valToPos(a,"x",!0),e.valToPos(c,"y",!0)]]:[]});r.save(),r.globalAlpha=nm,r.fillStyle=t,r.beginPath();for(let[i,a]of[...s(n),...s(o).reverse()])r.lineTo(i,a);r.fill(),r.restore()}function rm(e,t,o,n){let r;for(let s of t){let i=s.values[o];if(i==null)continue;let a=Math.abs(e.valToPos(i,"y")-n);a<(r?.distance??1/0)&&(r={line:s,distance:a})}return r?.line}function sm(e,t,{steps:o,overMap:n}){let[r]=o;if(o.length===1&&r!==void 0)return[r-1,r+1];let s=n?(t-e)/(o.length-1)/2:0;return[e-s,t+s]}function im(e){return e.length>$i?`…${e.slice(1-$i)}`:e}function am(e){return e.values.filter(t=>t!==null).length<3}function Ec(e,t){return e.scales.y?.distr!==_c?t:t.map(o=>Number.isInteger(Number(Math.log10(o).toFixed(6)))?o:null)}function jr(e,t){return t==="share"?`${Number((e*100).toPrecision(4))} %`:e!==0&&(Math.abs(e)<.001||Math.abs(e)>=1e6)?e.toExponential(0):String(Number(e.toPrecision(6)))}function lm(e,t,o){let{ctx:n,bbox:r}=e,s=Math.round(e.valToPos(t.value,"y",!0));if(s<r.top||s>r.top+r.height)return;let i=window.devicePixelRatio;n.save(),n.strokeStyle=yt("text-2"),n.fillStyle=yt("text-2"),n.lineWidth=i,n.setLineDash([4*i,4*i]),n.beginPath(),n.moveTo(r.left,s),n.lineTo(r.left+r.width,s),n.stroke(),n.font=o.replace("12px",`${11*i}px`),n.textAlign="left",n.setLineDash([]),n.lineWidth=4*i,n.strokeStyle=yt("page");let a=[r.left+8*i,s-5*i];n.strokeText(t.name,...a),n.fillText(t.name,...a),n.restore()}var Gr=64,Oi=16,Ri=12,Ai=44,Oc=["M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z","M-4.5-4.5H4.5V4.5H-4.5Z","M0-6L5.5 4H-5.5Z","M0-6.5L6.5 0L0 6.5L-6.5 0Z"];function Ac(e){let t=w("div",{class:"plot scatter",id:e.id}),o=()=>{t.clientWidth&&t.replaceChildren(cm(e,t.clientWidth))};return new ResizeObserver(o).observe(t),w("div",{class:"chart beside"},w("div",{class:"lines"},t),w("ul",{class:"legend"},...e.kinds.map((n,r)=>w("li",{},ye("svg",{width:22,height:14,viewBox:"-11 -7 22 14",class:"swatch"},Pc(r)),_t(n)))))}function Pc(e,t={}){return ye("path",{d:Oc[e%Oc.length],fill:Nn(e).colour,"fill-opacity":.8,...t})}function cm(e,t){let{points:o,height:n,x:r,y:s}=e,i=Rc(o.map(c=>c.x),Gr,t-Oi),a=Rc(o.map(c=>c.y),n-Ai,Ri),l=(c,f,p={})=>ye("text",{x:c[0],y:c[1],...p},f);return ye("svg",{width:t,height:n,role:"group","aria-label":`${s.name} by ${r.name}`},...i.marks((t-Gr)/90).flatMap(c=>[ye("line",{class:"grid",x1:i.at(c),x2:i.at(c),y1:Ri,y2:n-Ai}),l([i.at(c),n-Ai+16],jr(c,r.unit),{"text-anchor":"middle"})]),...a.marks(n/50).flatMap(c=>[ye("line",{class:"grid",x1:Gr,x2:t-Oi,y1:a.at(c),y2:a.at(c)}),l([Gr-6,a.at(c)+4],jr(c,s.unit),{"text-anchor":"end"})]),l([t-Oi,n-8],r.name,{"text-anchor":"end"}),l([0,0],s.name,{transform:`translate(12 ${Ri}) rotate(-90)`,"text-anchor":"end"}),...o.map(c=>{let f=[c.name,`${r.name}: ${ee(c.x,r.unit)}`,`${s.name}: ${ee(c.y,s.unit)}`];return ye("g",{class:"point",id:`point-${c.id}`,tabindex:0,role:"button","aria-label":f.join(", "),transform:`translate(${i.at(c.x)} ${a.at(c.y)})`,mousemove:p=>{fo(p,...f)},mouseleave:Yt,click:()=>{e.choose(c.id)},keydown:p=>{p.key==="Enter"&&e.choose(c.id)}},Pc(c.kind))}))}function Rc(e,t,o){let n=Math.min(...e),r=Math.max(...e),s=.05*(r-n||Math.abs(r)||1),[i,a]=[n-s,r+s];return{at:l=>t+(l-i)/(a-i)*(o-t),marks:l=>Wr(i,a,Math.max(2,l))}}var dn="worst",Hn="whole",um=2e3,Dc={layers:{},run:{}},Nc={steps:[],layers:{}};async function Hc({source:e},t,o){return Fc(t,e.latests(t),Dc,o)}async function zc({source:e},t,o,n,r,s,i){let a=0,l=new Set(t.filter(s));for(let m of Wo(t))a+=m.manifest.layers.length,a<=um&&l.add(m);let c=t.filter(m=>l.has(m)),f=await Fc(c,e.measures(c,n.id),Nc,i),p=new Map(c.map((m,b)=>[m,f[b]]));return t.map((m,b)=>{let v=o[b]??Dc,M=p.get(m)??Nc,$=fm(m,M,n,r),L=r===Hn?void 0:r===dn?dm(m,v,n):m.manifest.layers.find(({name:O})=>O===r),x=r===Hn?v.run[n.id]:v.layers[n.id]?.[L?.tag??""];return{run:m,place:b,latest:v,points:$,now:$.at(-1)?.value??(n.seldom?void 0:Pi(x)),layer:L}})}async function Fc(e,t,o,n){return Promise.all(t.map(async(r,s)=>{try{return await r}catch(i){let a=e[s],l=a?$e(a):"";return n.some(c=>c.run===l)||n.push({run:l,reason:_r(i)}),o}}))}function Pi(e){return typeof e=="number"&&Number.isFinite(e)?e:void 0}function fm(e,t,o,n){if(n===Hn)return Et(t.steps,t.run??[]);let r=e.manifest.layers.filter(({name:i})=>n===dn||i===n),s=t.steps.map((i,a)=>{let l=null;for(let{tag:c}of r){let f=Pi(t.layers[c]?.[a]);f!==void 0&&(l===null||Uo(o,f,l))&&(l=f)}return l});return Et(t.steps,s)}function dm(e,t,o){let n;for(let r of e.manifest.layers){let s=Pi(t.layers[o.id]?.[r.tag]);s!==void 0&&(!n||Uo(o,s,n.value))&&(n={layer:r,value:s})}return n?.layer}function Ni({latest:e,layer:t},o,n){let r=n===Hn||n===dn?void 0:t?.tag??"";return Us(e,o.id,r)}function Qo({manifest:e}){let{activation:t}=e.hparams;return typeof t=="string"&&t?t:[...new Set(e.layers.map(o=>o.activation))].filter(Boolean).join(", ")}function Kr(e){let t=e.flatMap(({manifest:o})=>Object.keys(o.hparams));return[...new Set(t)].filter(o=>o!=="activation")}function pn(e){return Kr(e).filter(t=>new Set(e.map(o=>zn(o,t))).size>1)}function zn({manifest:e},t){let o=e.hparams[t];return typeof o=="number"?Number(o.toPrecision(7)):o}function Yr(e){let t=new Set(e.flatMap(({run:n})=>Object.keys(n))),o=new Set(e.flatMap(({layers:n})=>Object.keys(n)));return[...t].filter(n=>!o.has(n)&&!pm.has(n)).sort((n,r)=>Number(r.startsWith("val_"))-Number(n.startsWith("val_")))}var pm=new Set(["dead_ratio_worst","layers_unhealthy"]);function Xo(e){return e.replace(/^val_/,"validation ").replaceAll("_"," ")}var ko=12,mm=24,Di="all",qr="none";function Vc(e,t,o){let n=t.toLowerCase().split(/\s+/).filter(Boolean),r=[...Zr(o)];return e.filter(s=>{let i=[$e(s),Qo(s),...Object.entries(s.manifest.hparams).map(([a,l])=>`${a}=${l}`)].join(`
`).toLowerCase();return n.every(a=>i.includes(a))&&r.every(([a,l])=>er(s,a)===l)})}function Ic(e){return["activation",...pn(e)].flatMap(t=>{let o=[...new Set(e.map(n=>er(n,t)))];return o.length>1&&o.length<=mm?[[t,o.sort(Hi)]]:[]})}function Hi(e,t){return e.localeCompare(t,"en",{numeric:!0})}function er(e,t){return t==="activation"?Qo(e):String(zn(e,t)??"–")}function Zr(e){return new Map([...zo(e)].map(t=>{let o=t.indexOf("=");return[t.slice(0,o),t.slice(o+1)]}))}function Uc(e,t,o){let n=Zr(e);return o?n.set(t,o):n.delete(t),so([...n].map(([r,s])=>`${r}=${s}`))}function Wc(e,t,o){let n=t===qr?[]:t===Di||!t&&o?e:t?e.filter(({run:r})=>zo(t).has(r)):Wo(e).slice(0,ko);return new Set(n.map(({run:r})=>r))}var Bc="seeds",zi=/(^|_)seed$/i;function Fi(e){let t=e.map(({run:n})=>n),o=pn(t);return[["","no"],...o.some(n=>zi.test(n))?[[Bc,"over seeds"]]:[],["activation","by activation"],...o.filter(n=>!zi.test(n)).map(n=>[n,`by ${n.replaceAll("_"," ")}`])]}function Jr(e,t){let o=pn(e.map(({run:i})=>i)).filter(i=>!zi.test(i)),n=t===Bc?["activation",...o]:[t],r=({run:i})=>n.map(a=>a==="activation"?er(i,a):`${a.replaceAll("_"," ")} ${er(i,a)}`).join(", "),s=new Map;for(let i of e){let a=r(i);s.set(a,[...s.get(a)??[],i])}return[...s].sort(([i],[a])=>Hi(i,a)).map(([i,a],l)=>({name:i,place:l,members:a}))}function jc({members:e},t){let o=e.map(({points:s})=>new Map(s.map(({step:i,value:a})=>[i,a]))),n=t.map(s=>o.flatMap(i=>{let a=i.get(s);return a===void 0?[]:[a]})),r=s=>n.map(i=>i.length?s(i):null);return{mean:r(s=>s.reduce((i,a)=>i+a,0)/s.length),low:r(s=>Math.min(...s)),high:r(s=>Math.max(...s))}}function Qr(e,t,o){let[n,r]=o.split(" "),s=t.find(a=>a.id===n);if(!s)return[...e];let i=r==="down"?-1:1;return[...e].sort((a,l)=>wm(s.of(a),s.of(l),i))}function Xr(e){let{id:t,columns:o,before:n,after:r,rows:s,sort:i,choose:a}=e,l=o.map(c=>hm(c,i,a));return w("div",{class:"scroll"},w("table",{id:t},w("thead",{},w("tr",{},n,...l,r)),w("tbody",{},...s)))}function hm(e,t,o){let{id:n,name:r,unit:s,help:i}=e,[a,l]=t.split(" "),c=l==="down",f=a===n?c?" ↓":" ↑":"";return w("th",{scope:"col",class:s==="text"?"text":"","aria-sort":f?c?"descending":"ascending":void 0},w("button",{type:"button",id:`sort-${n}`,title:i,click:()=>{o({sort:gm(e,t)})}},r+f))}function gm(e,t){let{id:o,unit:n}=e,r=e.first??(n==="text"?"up":"down"),s=r==="up"?"down":"up";return t===`${o} ${r}`?`${o} ${s}`:t===`${o} ${s}`?"":`${o} ${r}`}function wm(e,t,o){let n=r=>r==null||Number.isNaN(r);return n(e)||n(t)?Number(n(e))-Number(n(t)):typeof e=="number"&&typeof t=="number"?o*(e-t):o*String(e).localeCompare(String(t),"en",{numeric:!0})}var Jt=34,tr=16,Kc=13,Gc=4;function mn(e){let{steps:t,rows:o,zoom:n}=e,r=t.length,s=w("canvas",{}),i=w("div",{class:"cursor"}),a=w("div",{class:"brush"}),l=w("p",{class:"told",id:`${e.id}-told`,"aria-live":"polite"},bm),c=w("div",{class:"map",id:e.id,tabindex:0,role:"group","aria-label":"Map. Arrow keys move through the cells, plus and minus zoom, 0 shows all."},s,i,a),f,p=64,m=()=>n.bottom-n.top,b=()=>({width:Math.max(1,c.clientWidth-p-tr),height:e.height-Jt}),v=()=>{c.clientWidth!==0&&(p=Ii(e,s),ym(e,s,c.clientWidth,p),M())},M=()=>{if(i.hidden=!f||f.row<n.top||f.row>=n.bottom,!f)return;let{width:N,height:E}=b(),R=E/m(),_=N/r;i.style.left=`${p+f.column*_-1}px`,i.style.top=`${(f.row-n.top)*R-1}px`,i.style.width=`${Math.max(3,_)}px`,i.style.height=`${Math.max(3,R)}px`},$=(N,E)=>{f={row:Fn(N,0,o-1),column:Fn(E,0,r-1)},l.textContent=e.describe(f.row,f.column),M()},L=(N,E)=>{let R=Fn(Math.round(E-N),Math.min(Gc,o),o);n.top=Fn(Math.round(N),0,o-R),n.bottom=n.top+R,A.classList.toggle("zoomed",R<o),v()},x=N=>{let E=f?f.row+.5:(n.top+n.bottom)/2,R=m()*N;L(E-R/2,E+R/2)},O=N=>{let E=N.clientY-c.getBoundingClientRect().top;return n.top+Math.floor(E/b().height*m())},k=N=>{let E=N.clientX-c.getBoundingClientRect().left-p;return Math.floor(E/b().width*r)},D;c.addEventListener("pointerdown",N=>{D=N}),c.addEventListener("pointerleave",Yt),c.addEventListener("pointermove",N=>{$(O(N),k(N)),f&&fo(N,e.describe(f.row,f.column));let E=D&&N.buttons===1;if(a.hidden=!E,!D||!E)return;let R=c.getBoundingClientRect().top,[_,U]=[D.clientY,N.clientY].sort((z,Y)=>z-Y);a.style.left=`${p}px`,a.style.width=`${b().width}px`,a.style.top=`${(_??0)-R}px`,a.style.height=`${(U??0)-(_??0)}px`}),c.addEventListener("pointerup",N=>{if(a.hidden=!0,!D)return;let E=O(D),R=O(N);Math.abs(N.clientY-D.clientY)>6?L(Math.min(E,R),Math.max(E,R)+1):e.choose&&E>=0&&E<o&&e.choose(E),D=void 0}),c.addEventListener("dblclick",()=>{L(0,o)}),c.addEventListener("keydown",N=>{let{row:E,column:R}=f??{row:n.top,column:0},U={ArrowLeft:()=>{$(E,R-1)},ArrowRight:()=>{$(E,R+1)},ArrowUp:()=>{$(E-1,R)},ArrowDown:()=>{$(E+1,R)},Home:()=>{$(E,0)},End:()=>{$(E,r-1)},Enter:()=>e.choose?.(E),"+":()=>{x(.5)},"-":()=>{x(2)},0:()=>{L(0,o)}}[N.key];if(U&&(N.preventDefault(),N.stopPropagation(),U(),f&&(f.row<n.top||f.row>=n.bottom))){let z=f.row<n.top?f.row:f.row-m()+1;L(z,z+m())}});let T=(N,E,R)=>w("button",{type:"button",class:"quiet","aria-label":E,title:E,click:R},N),A=w("div",{class:"heat"},w("div",{class:"heat-head"},e.key,o>Gc&&w("span",{class:"zoom"},T("+","Zoom in",()=>{x(.5)}),T("−","Zoom out",()=>{x(2)}),T("all","Show all rows",()=>{L(0,o)}))),c,l);return s.style.height=`${e.height}px`,i.hidden=!0,a.hidden=!0,(n.bottom<=n.top||n.bottom>o)&&(n.top=0,n.bottom=o),A.classList.toggle("zoomed",m()<o),new ResizeObserver(v).observe(c),A}var bm="Point at a cell; drag over rows to zoom, double click shows all.";function Ii(e,t=document.createElement("canvas")){let o=t.getContext("2d");if(!o)return 64;o.font=Jc(1);let n=0;for(let[r]of qc(e))n=Math.max(n,o.measureText(r).width);return Math.min(200,Math.max(64,Math.ceil(n)+30))}function Yc({zoom:e,height:t}){return(t-Jt)/(e.bottom-e.top)>=Kc}function qc(e){let{rows:t,rowNames:o,placeAxis:n,zoom:r,height:s}=e,{top:i,bottom:a}=r,l=s-Jt,c=l/(a-i);if(typeof o=="function"){let b=Yc(e),v=Math.max(2,l/(b?Kc:40));return n&&!b?Dn(i+1,a,v).map(M=>[String(M),(M-i-.5)*c]):Dn(i,a-1,v).map(M=>[o(M),(M-i+.5)*c])}let[f,p]=o,m=(p-f)/t;return Wr(p-a*m,p-i*m,l/40).map(b=>[String(b),((p-b)/m-i)*c])}function ym(e,t,o,n){let r=t.getContext("2d");if(!r)return;let s=window.devicePixelRatio||1;t.style.width=`${o}px`,t.width=Math.round(o*s),t.height=Math.round(e.height*s);let i=Math.max(1,Math.round((o-n-tr)*s)),a=Math.round((e.height-Jt)*s),l=r.createImageData(i,a);Sm(e,l),r.putImageData(l,Math.round(n*s),0),r.scale(s,s),xm(e,r,n,o-n-tr),r.font=Jc(1),r.fillStyle=yt("text-2"),r.strokeStyle=yt("text-2"),r.textBaseline="middle",r.textAlign="right";for(let[m,b]of qc(e)){let v=Fn(b,7,e.height-Jt-7);r.fillText(Mm(r,m,n-28),n-6,v)}r.textBaseline="top",r.textAlign="center";let c=(o-n-tr)/e.steps.length,f=e.steps[0]??0,p=e.steps.at(-1)??0;for(let m of Dn(f,p,(o-n)/90)){let b=e.steps.findIndex(M=>M>=m);if(b<0)continue;let v=n+(b+.5)*c;r.fillRect(v,e.height-Jt,1,4),r.fillText(String(m),v,e.height-Jt+6)}r.textAlign="right",r.fillText(e.stepName,o-tr,e.height-12),r.translate(10,(e.height-Jt)/2),r.rotate(-Math.PI/2),r.textAlign="center",r.textBaseline="middle",r.fillText(!Yc(e)&&e.placeAxis||e.rowAxis,0,0)}var Vi=3.5,es=1;function xm(e,t,o,n){let{radius:r,places:s}=vm(e,n);for(let[i,a]of[[Jo.edge,r+es],[Jo.inside,r]]){t.fillStyle=i;for(let[l,c]of s){if(r<1.5){t.fillRect(o+l-a,c-a,2*a,2*a);continue}t.beginPath(),t.arc(o+l,c,a,0,2*Math.PI),t.fill()}}}function vm(e,t){let{marks:o=[],zoom:n}=e,r=t/e.steps.length,s=(e.height-Jt)/(n.bottom-n.top),i=(Math.min(r,s)-1)/2-es,a=Fn(i,1,Vi),l=Math.min(r/2,a+es+3),c=new Map;for(let f=n.top;f<n.bottom;f++)for(let p of o[f]??[]){let m=(p+1)*r-l,b=(f-n.top+.5)*s;c.set(`${Math.round(m)} ${Math.round(b)}`,[m,b])}return{radius:a,places:[...c.values()]}}function Zc(e){let t=Vi+es;return[w("span",{class:"mark"},ye("svg",{width:2*t,height:2*t,"aria-hidden":!0},ye("circle",{cx:t,cy:t,r:t,fill:Jo.edge}),ye("circle",{cx:t,cy:t,r:Vi,fill:Jo.inside}))),w("span",{},e)]}function Sm(e,t){let{cells:o,palette:n,zoom:r}=e,s=e.steps.length,{width:i,height:a,data:l}=t,[c,f,p]=[0,1,2].map(v=>Uint8Array.from({length:256},(M,$)=>n[$]?.[v]??0)),m=Uint32Array.from({length:i+1},(v,M)=>Math.floor(M*s/i)),b=r.bottom-r.top;for(let v=0;v<a;v++){let M=r.top+Math.floor(v*b/a),$=Math.max(M+1,r.top+Math.floor((v+1)*b/a));for(let L=0;L<i;L++){let x=m[L],O=Math.max(x+1,m[L+1]),k=0,D=0,T=0;for(let E=M;E<$;E++)for(let R=E*s+x;R<E*s+O;R++){let _=o[R];k+=c[_],D+=f[_],T+=p[_]}let A=($-M)*(O-x),N=4*(v*i+L);l[N]=k/A,l[N+1]=D/A,l[N+2]=T/A,l[N+3]=255}}}function hn(e,t,o,n){let r=[1,64,128,192,255].map(a=>Ci(e[a]??[0,0,0])),s=w("span",{class:"strip"});s.style.background=`linear-gradient(to right, ${r.join(", ")})`;let i=w("span",{class:"key"});if(n){let a=w("span",{class:"patch"});a.style.background=Ci(e[0]??[0,0,0]),i.append(a,w("span",{},n))}return i.append(w("span",{},t),s,w("span",{},o)),i}function Lo(e,t,o){if(e==null||!Number.isFinite(e))return 0;let n=o>t?(e-t)/(o-t):.5;return 1+Math.round(254*Fn(n,0,1))}function Mm(e,t,o){let n=t;for(let r=t.length;r>2&&e.measureText(n).width>o;r--)n=Ft(t,r);return n}function Jc(e){return`${12*e}px system-ui, Roboto, sans-serif`}function Fn(e,t,o){return Math.min(o,Math.max(t,e))}var Eo=12;function Ut(e,t=""){return w("p",{class:"help",id:`help-${e.id}`},`${e.help} `,e.formula&&w("code",{},e.formula)," ",w("span",{class:"muted"},t))}var km=60;function gn({run:e,choose:t},o,n=e.manifest.layers){return nt("Layer","layer",n.map(({tag:r,short:s,activation:i})=>[r,Ft(s,km)+(i?` (${i})`:"")]),o.tag,r=>{t({layer:r})},o.name)}function Xc({unit_axis:e,slope:t}){return[e===null?"":`units along axis ${e}`,t&&`slope: ${t}`].filter(Boolean).join("; ")}function xt(e,t,o=900){return Math.min(o,Math.max(t,window.innerHeight-e))}function Wt({layers:e,weights:t},o){let n=new Set(e.map(({tag:i})=>i)),r=i=>t.includes(i)?t.indexOf(i):t.length,s=Object.keys(o.layers).filter(i=>!n.has(i)).sort((i,a)=>r(i)-r(a));return[...e.filter(({tag:i})=>o.layers[i]!==void 0),...s.map(i=>({tag:i,name:Qc(i,s),short:Qc(i,s),activation:"",units:null,can_die:null,unit_axis:null,slope:""}))]}function Qc(e,t){let o=e.split("/",1)[0]??"";return(t.length>1&&t.every(r=>r.startsWith(`${o}/`))?e.slice(o.length+1):e).replace(/\/kernel$/,"")}function Qt(e){return e.startsWith("batch.")?"step":"epoch"}function ts(e,t,o,n,r,s,i){let{run:a,choices:l,choose:c}=e,f=(L,x)=>({id:L.tag,name:L.name,short:L.short,values:x,place:v.get(L.tag)??0}),p=Wt(e.run.manifest,o),b=[...a.manifest.layers.some(({tag:L})=>o.layers[L])?a.manifest.layers:[],...p].map(({tag:L})=>L),v=new Map([...new Set(b)].map((L,x)=>[L,x])),M=Io(a.manifest,t.id),$=[...M===void 0?[]:[{value:M,name:`limit ${ee(M,t.unit)}`}],...Ui(t)];return je({id:n,steps:o.steps,stepName:Qt(t.id),lines:p.map(L=>f(L,o.layers[L.tag]??[])),unit:t.unit,axis:t.axis,levels:$,...i?{group:i}:{},expected:s?Lm(o,p,s,f):[],expectedName:an(t.id)?.name??"",height:r,hidden:zo(l.hidden),hide:L=>{c({hidden:so(L)})}})}function Ui({usual:e}){return e===void 0?[]:[{value:e,name:`about ${e} is usual`}]}function Lm(e,t,o,n){let r=new Map(o.steps.map((s,i)=>[s,i]));return t.map(s=>n(s,e.steps.map(i=>o.layers[s.tag]?.[r.get(i)??-1]??null)))}function eu(e,t){return{rows:t.length,rowNames:o=>t[o]?.short??"",height:Math.min(xt(310,420),40+Math.max(200,t.length*34)),zoom:e.zoom(`layers ${e.run.run}`)}}function tu(e,t){let o=eu(e,Wt(e.run.manifest,t)),{zoom:n}=o,r=n.bottom>n.top?n:{top:0,bottom:o.rows};return Ii({...o,zoom:r})}function ns(e,t,o){let n=Wt(e.run.manifest,o),r=n.map(({tag:m})=>o.layers[m]??[]),s=(t.colours??t.axis)==="log",[i,a]=Em(s?"log":t.axis,r),l=s?m=>Math.log10(m>0?m:i):Number,c=new Uint8Array(n.length*o.steps.length);r.forEach((m,b)=>{m.forEach((v,M)=>{c[b*o.steps.length+M]=Lo(v===null?null:l(v),l(i),l(a))})});let f=Mo(),p=Qt(t.id);return mn({id:"layer-map",steps:o.steps,...eu(e,n),cells:c,palette:f,rowAxis:"layers, input on top",stepName:p,describe:(m,b)=>`${n[m]?.name??""}, ${p} ${o.steps[b]??""}: ${t.name} ${ee(r[m]?.[b],t.unit)}`,key:hn(f,ee(i,t.unit),ee(a,t.unit)+(s?", logarithmic":""),"none"),choose:m=>{let b=n[m];b?.units&&e.choose({view:"units",layer:b.tag})}})}function Em(e,t){if(typeof e!="string")return e;let o=e==="from zero"?0:1/0,n=-1/0;for(let r of t)for(let{value:s}of Et(r.map((i,a)=>a),r))e==="log"&&s<=0||(o=Math.min(o,s),n=Math.max(n,s));return n>=o?[o,n]:[0,1]}function os(e,t,o){let n=Wt(e.run.manifest,o);return[[Qt(t.id),...n.map(({name:r})=>r)],...o.steps.map((r,s)=>[r,...n.map(({tag:i})=>o.layers[i]?.[s])])]}function Te(e){return w("p",{class:"nothing"},e)}var Wi={output_loss_mismatch:"last layer and loss do not fit together",symmetric_units:"units that are copies of each other",target_scale:"targets too large",input_scale:"inputs too large, or far from 0",born_dead:"units dead from birth",saturated_at_birth:"units saturated from birth",exploding_at_birth:"activations that explode",vanishing_signal:"vanishing signal",diverged:"loss not finite",rate_too_high:"learning rate too high",rate_too_low:"learning rate too low",over_regularised:"too much regularization",train_validation_gap:"training and validation differ",dying_units:"dying units",constant_units:"constant units",not_learning:"nothing is learned"};function nr(e){return Object.hasOwn(Wi,e)?Wi[e]??e:e.replaceAll("_"," ")}function rs(e){let{causes:t,looked_at:o,problem:n}=e;if(!t||n&&!t.length)return n;let r=o?` in ${o}`:"";return t.length?`${_e(t.length,"finding")}${r}: ${Bi(t)}.`:`No finding${r}.`}function nu(e){let{diagnosis:t,time:o,problem:n}=e;return{causes:t&&t.findings.map(({cause:r})=>r),looked_at:t?.looked_at??"",time:o,problem:n}}function Bi(e){return[...new Set(e.map(nr))].join("; ")}function ou({since:e}){return e?`since ${e}`:""}function ss(e){let t=de(e.measure).unit==="share",{value:o,limit:n,above:r}=e;return{value:ee(o,t?"share":"number"),limit:n===null?"–":`${r?"at least":"at most"} ${_m(n,t)}`}}function _m(e,t){return t?`${Number((100*e).toPrecision(3))} %`:String(Number(e.toPrecision(3)))}function ru({confidence:e}){return e===null?"":`Of the findings of this cause, ${Math.round(e*100)} % were right on programs that were not used to make the rules.`}function su({not_checked:e}){let t=new Map;for(let[o,n]of Object.entries(e))t.set(n,[...t.get(n)??[],nr(o)]);return[...t]}function iu(e){let t=new Map;for(let{cause:o,layers:n}of e)for(let r of new Set(n)){let s=t.get(r),i=nr(o);t.set(r,s?`${s}; ${i}`:i)}return t}function au(e){let t=e.flatMap(({evidence:o})=>o.map(({measure:n})=>n));return[...new Set(t)].filter(Boolean)}function lu(e){let t=Object.keys(Wi),o=({diagnosed:{causes:r}})=>{if(!r)return t.length+2;let s=r.map(i=>t.indexOf(i));return s.length?Math.min(...s.map(i=>i<0?t.length:i)):t.length+1},n=({diagnosed:r})=>r.time??0;return[...e].sort((r,s)=>o(r)-o(s)||n(s)-n(r))}var is=6;function cu(e){let t=lu(e.runs),o=t.filter(co),n=t.some(({diagnosed:s})=>s.causes??s.problem),r=t.map((s,i)=>Cm(e,s,i));return w("section",{class:"run-findings",id:"run-findings"},w("p",{class:o.length?"verdict warn":"verdict"},o.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},Tm(t,o.length))),n&&w("ul",{},...r.slice(0,is)),n&&r.length>is&&w("details",{id:"more-runs"},w("summary",{},_e(r.length-is,"more run")),w("ul",{},...r.slice(is))))}function Tm(e,t){let o=t===1?"has":"have";return e.some(({diagnosed:n})=>n.causes)?t?`${t} of ${_e(e.length,"run")} ${o} findings.`:"No run has a finding.":"None of these runs has a diagnosis in its log."}function Cm({choose:e},t,o){let{causes:n,problem:r}=t.diagnosed,s=co(t),i=s?Bi(n??[]):n||r?rs(t.diagnosed):"No diagnosis in this log.";return w("li",{"data-run":t.run,class:s?"warn":""},w("button",{type:"button",class:"link",id:`findings-of-${o}`,title:`Show the diagnosis of ${$e(t)}`,click:()=>{e({run:t.run,view:"overview",hidden:""})}},w("span",{class:"flag","aria-hidden":!0},s?"▲":""),_t(t.short,$e(t))),w("span",{class:s?"":"muted"},i))}var or="scatter";async function fu(e){let{runs:t,choices:o}=e,n=[],r=cu(e),s=await Hc(e,t,n),i=lo(...s),a=i.find(({id:T})=>T===o.measure)??Om(i,s);if(!a)return{element:w("section",{class:"view"},...uu(n),r,Te("No run has measures yet.")),table:()=>[]};let l=o.which||dn,c=Vc(t,o.filter,o.where),f=Wc(c,o.ticked,!!o.group),p=new Map(t.map((T,A)=>[T,s[A]])),m=await zc(e,c,c.map(T=>p.get(T)),a,l,({run:T})=>f.has(T),n);for(let T of m)T.place=t.indexOf(T.run);let b=m.filter(({run:T})=>f.has(T.run)),v=Fi(m).some(([T])=>T===o.group)?o.group:"",M=v?Jr(b,v).slice(0,ko):[],$=Yr(s),L=$.find(T=>T===o.score)??$[0],x=zm(m,a,l,$),O=Qr(m,x,o.sort),k=Nm(e,{drawn:b,groups:M,measure:a,score:L});return{element:w("section",{class:"view"},...uu(n),r,Rm(e,i,a,$,L),Ut(a,Ws(b.flatMap(T=>Ni(T,a,l)),a.id)),Am(e,m,v),Pm(e,m,b,v?Jr(b,v).length:0),k.element,Im(e,O,x,f,a,M),w("p",{class:"muted",id:"same"},Vm(c))),about:[a.name],table:()=>[["run",...x.map(({name:T})=>T)],...O.map(T=>[$e(T.run),...x.map(A=>A.of(T))]),[],...k.table()]}}var $m=["dead_ratio","bias_shift"];function Om(e,t){let o=({id:s})=>t.filter(({layers:i})=>s in i).length,n=Math.max(...e.map(o)),r=e.filter(s=>o(s)===n);return r.find(({id:s})=>$m.includes(s))??r[0]}function uu(e){return e.map(({run:t,reason:o})=>w("p",{class:"unreadable"},w("strong",{},t),` cannot be shown. ${o}`))}function Rm({runs:e,choices:t,choose:o},n,r,s,i){let a=new Set(e.flatMap(({manifest:l})=>l.layers.map(({name:c})=>c)));return w("div",{class:"bar"},nt("Measure","measure",n.map(({id:l,name:c})=>[l,c]),r.id,l=>{o({measure:l})}),nt("Of","which",[[dn,"the worst layer of each run"],[Hn,"the whole run"],...[...a].map(l=>[l,l])],t.which||dn,l=>{o({which:l})}),i===void 0?null:zt("Form","form",[["lines","Over time"],[or,"Against a score"]],t.form===or?or:"lines",l=>{o({form:l})}),i!==void 0&&t.form===or?nt("Score","score",s.map(l=>[l,Xo(l)]),i,l=>{o({score:l})}):null)}function Am({runs:e,choices:t,choose:o},n,r){let s=w("input",{type:"search",id:"filter",value:t.filter,placeholder:"words of a name or value",input:()=>{o({filter:s.value,ticked:""})}}),i=Zr(t.where);return w("div",{class:"bar filters"},w("label",{class:"choice"},w("span",{},"Filter"),s),...Ic(e).map(([a,l])=>nt(a.replaceAll("_"," "),`where-${a}`,[["","any"],...l.map(c=>[c,c])],i.get(a)??"",c=>{o({where:Uc(t.where,a,c),ticked:""})})),nt("Group","group",Fi(n),r,a=>{o({group:a,ticked:""})}))}function Pm({runs:e,choices:t,choose:o},n,r,s){let i=n.length===e.length?_e(n.length,"run"):`${n.length} of ${_e(e.length,"run")} listed`,a=!t.ticked&&!s&&r.length<n.length?", the newest":"",l=s>ko?`, the first ${ko}`:"",c=s?` in ${_e(s,"group")}${l}`:"",f=(m,b,v)=>w("button",{type:"button",class:"quiet",id:`tick-${m||"newest"}`,title:v,click:()=>{o({ticked:m})}},b),p=r.length===n.length?"all":`${r.length} of them`;return w("div",{class:"bar drawn"},w("span",{id:"drawn",class:"muted"},`${i}, ${p} drawn${a}${c}. Tick runs in the table, or`),f(Di,"all","Draw all runs that are listed"),f(qr,"none","Draw no run, to tick some"),f("",`the ${ko} newest`,"Draw those that began last"))}function Nm(e,t){return e.choices.form===or&&t.score!==void 0?Hm(e,t,t.score):Dm(e,t)}function Dm({choices:e},{drawn:t,groups:o,measure:n}){let r=[...new Set(t.flatMap(({points:l})=>l.map(({step:c})=>c)))].sort((l,c)=>l-c),s=o.map(l=>({group:l,...jc(l,r)})),i=e.group?s.map(({group:l,mean:c})=>({id:l.name,name:`${l.name} (${_e(l.members.length,"run")})`,values:c,place:l.place})):t.map(({run:l,place:c,points:f})=>{let p=new Map(f.map(({step:m,value:b})=>[m,b]));return{id:l.run,name:$e(l),short:l.short,values:r.map(m=>p.get(m)??null),place:c}}),a=t.length?"None of the chosen runs has this measure for this layer.":"No run is ticked.";return{element:r.length?w("div",{},je({id:"run-lines",steps:r,stepName:Qt(n.id),lines:i,bands:s.map(({group:{place:l},low:c,high:f})=>({place:l,low:c,high:f})),unit:n.unit,axis:n.axis,height:xt(420,320,560)}),o.length?w("p",{class:"muted",id:"band"},"The line is the mean of the runs of a group, the band goes from the lowest to the highest."):null):Te(a),table:()=>[[Qt(n.id),...i.map(({name:l})=>l)],...r.map((l,c)=>[l,...i.map(({values:f})=>f[c])])]}}var ji=12;function Hm({choices:e,choose:t},{drawn:o,measure:n},r){let s=Jr(o,e.group||"activation"),i=s.flatMap(({members:c,place:f})=>c.flatMap(({run:p,now:m,latest:b})=>{let v=b.run[r];return m===void 0||typeof v!="number"||!Number.isFinite(v)?[]:[{id:p.run,name:$e(p),x:m,y:v,kind:Math.min(f,ji)}]})),a=s.map(({name:c})=>c),l=o.length-i.length;return{element:i.length?w("div",{},Ac({id:"run-points",points:i,kinds:a.length>ji?[...a.slice(0,ji),"others"]:a,x:{name:`${n.name}, last`,unit:n.unit},y:{name:Xo(r),unit:"number"},height:xt(420,320,560),choose:c=>{t({run:c,view:"overview",hidden:""})}}),l?w("p",{class:"muted"},`${_e(l,"run")} without one of the two left out.`):null):Te("None of the chosen runs has both this measure and the score."),table:()=>[["run",n.name,Xo(r)],...i.map(({name:c,x:f,y:p})=>[c,f,p])]}}function zm(e,t,o,n){let{unit:r,name:s}=t,i=[{id:"activation",name:"activation",unit:"text",of:({run:c})=>Qo(c)},...Fm(e),{id:"now",name:`${s}, last`,unit:r,of:({now:c})=>c},{id:"worst",name:`${s}, worst`,unit:r,of:({points:c})=>c.reduce((f,{value:p})=>f===void 0||Uo(t,p,f)?p:f,void 0)}];o===dn&&i.push({id:"worstlayer",name:"worst layer",unit:"text",of:({layer:c})=>c?.name});let a=an(t.id)?.id??"";t.id.endsWith("bias_shift")&&o!==Hn&&i.push({id:"expected",name:"expected",unit:"number",of:({layer:c,latest:f})=>c&&f.layers[a]?.[c.tag]});let l=c=>c.layer&&Ni(c,t,c.layer.name)[0];new Set(e.map(l)).size>1&&i.push({id:"samples",name:"observations",unit:"count",of:l}),i.push({id:"epochs",name:Qt(t.id)==="epoch"?"last epoch":"last step",unit:"count",of:({points:c})=>c.at(-1)?.step});for(let c of n)i.push({id:`log.${c}`,name:Xo(c),unit:"number",of:({latest:f})=>f.run[c]});return i.filter(({id:c,of:f})=>c==="now"||e.some(p=>{let m=f(p);return m!=null&&m!==""}))}function Fm(e){let t=e.map(({run:n})=>n);return(t.length>1?pn(t):Kr(t)).map(n=>{let r=t.map(s=>zn(s,n));return{id:`hparam.${n}`,name:n.replaceAll("_"," "),unit:r.some(s=>typeof s=="string")?"text":"given",of:({run:s})=>zn(s,n)}})}function Vm(e){if(e.length<2)return"";let t=new Set(pn(e)),o=Kr(e).flatMap(n=>{let[r]=e,s=r&&zn(r,n);return t.has(n)||s===void 0?[]:[`${n.replaceAll("_"," ")} ${s}`]});return o.length?`The same in all runs: ${o.join(", ")}.`:""}function Im({choices:e,choose:t},o,n,r,s,i){let a=new Map(i.flatMap(({members:c,place:f})=>c.map(({run:p})=>[p,f]))),l=c=>{let{run:f,place:p}=c,m=()=>{let M=new Set(r);M.delete(f.run)||M.add(f.run),t({ticked:M.size?so(M):qr})},b=s.id.includes("dead")&&f.manifest.layers.every(M=>M.can_die===!1),v=e.group?a.get(f):p;return w("tr",{"data-run":f.run},w("td",{class:"text name"},w("label",{class:"run"},w("input",{type:"checkbox",id:`with-${p}`,checked:r.has(f.run),change:m}),r.has(f.run)&&v!==void 0?Br(v):w("span",{class:"swatch none"}),_t(f.short,$e(f)))),...n.map(({id:M,unit:$,of:L})=>{let x=L(c);if(x===void 0&&M==="now"&&b)return w("td",{class:"muted"},"cannot die");if(M==="worstlayer"&&c.layer){let{short:O,name:k}=c.layer;return w("td",{class:"text"},_t(O,k))}return $==="text"||typeof x=="string"?w("td",{class:"text",title:x??""},x??"–"):$==="given"?w("td",{},x??"–"):w("td",{"data-value":x??""},ee(x,$))}))};return Xr({id:"runs",columns:n,before:w("th",{scope:"col",class:"text"},"run"),rows:o.map(l),sort:e.sort,choose:t})}var sr=["std","gradient_norm","update_ratio"],ir=-1,pu="birth";async function mu(e,t,o){let{source:n,run:r,choices:s,choose:i}=e,a=await n.series(r,[...sr.filter(k=>k in t.layers),...sr.map(k=>`birth.${k}`)]),l=sr.flatMap(k=>{let D=Um(a[`birth.${k}`],a[k]);return D?[{id:k,columns:D}]:[]}),c=Wt(r.manifest,{steps:[],layers:Object.assign({},...l.map(({columns:k})=>k.layers))}),f=l.map(k=>({...k,layers:c})),p=[...new Set(f.flatMap(({columns:k})=>k.steps))].sort((k,D)=>k-D),m=p.length-1;if(m<0)return{element:Te("Nothing was logged."),table:()=>[]};let b=s.epoch?p.findIndex(k=>rr(k)===s.epoch):m,v=b<0?m:b,M=w("div",{}),$=w("output",{for:"epoch"}),L=k=>{let D=p[k]??0;$.textContent=rr(D),x.setAttribute("aria-valuetext",rr(D)),M.replaceChildren(...f.map(T=>Wm(T,D)))},x=w("input",{type:"range",id:"epoch",min:0,max:m,value:v,input:()=>{L(Number(x.value))},change:()=>{let k=Number(x.value);i({epoch:k===m?"":rr(p[k]??0)})}});return o.append(w("label",{class:"choice"},w("span",{},"Epoch"),x,$)),L(v),{element:w("div",{},w("p",{class:"help"},"Each measure along the layers, from the input on the left to the output on the right, on a logarithmic axis. In a network that learns, neither the signal nor its gradient grows or shrinks by powers of ten on the way."),m>0&&f.some(({columns:k})=>hu(k))?w("p",{class:"muted",id:"first-steps"},Bm):null,M),table:()=>jm(f,p)}}function Um(e,t){if(!e||!t)return e??t;let o=({steps:r,layers:s},i)=>s[i]??r.map(()=>null),n=Object.keys({...e.layers,...t.layers});return{steps:[...e.steps,...t.steps],layers:Object.fromEntries(n.map(r=>[r,[...o(e,r),...o(t,r)]]))}}function rr(e){return e===ir?pu:String(e)}function du(e,t){return t!==ir?`epoch ${t}`:e==="std"?`${pu}, before the first update`:"the first ten steps"}function hu({steps:e}){return e.length===1&&e[0]===ir}function Wm({id:e,layers:t,columns:o},n){let r=de(e),[s=n]=o.steps,i=hu(o)?ir:n,a=l=>{let c=o.steps.indexOf(l);return{id:String(l),name:du(e,l),values:t.map(({tag:f})=>o.layers[f]?.[c]??null),place:0}};return w("section",{},w("h2",{},r.name),je({id:`depth-${e}`,steps:t.map((l,c)=>c+1),stepName:"layer",stepText:l=>t[l-1]?.short??"",overMap:!0,lines:[a(i)],expected:i===s?[]:[a(s)],expectedName:du(e,s)+(s===ir?"":", the first one"),unit:r.unit,levels:Ui(r),axis:"log",height:230}))}var Bm="Gradient norm and update ratio are those of the first ten steps: ActivationMonitor(log_dir, gradients=True) measures every epoch.";function jm(e,t){return e.flatMap(({id:o,layers:n,columns:r})=>[[de(o).name,...n.map(({name:s})=>s)],...t.filter(s=>r.steps.includes(s)).map(s=>[rr(s),...n.map(({tag:i})=>r.layers[i]?.[r.steps.indexOf(s)])]),[]])}var wn=96,gu=.01,Gm=[{of:"values",name:"Activations",axis:"activation",help:"How the activations of one mini-batch other than exact zeros are spread, epoch by epoch; the shade is the share of them per value, on a logarithmic scale. "},{of:"pre_activations",name:"Before the activation",axis:"input of the activation",help:"What the activation is given, in one mini-batch of each epoch: a unit of ReLU is dead where all of it lies below 0, and the way there shows whether it drifted, was pushed at once, or began there. "},{of:"batch.values",name:"Over the steps",axis:"activation",help:"How the activations of single mini-batches other than exact zeros are spread, step by step: what fastai calls the colourful dimension. A sound layer spreads soon and stays so; one that collapses falls back to zero again and again. "}];async function bu(e,t,o){let{source:n,run:r,choices:s,choose:i}=e,a=await cn(e);if(!a)return{element:Te("This run has no layers."),table:()=>[]};let l=await Promise.all(Gm.map(async b=>({...b,found:await n.histograms(r,a.tag,b.of)}))),c=l.filter(({found:b})=>b.steps.length),f=c.find(({of:b})=>b===s.of)??c[0]??l[0];if(!f)throw new Error("There are no histograms.");o.append(gn(e,a)),c.length>1&&o.append(zt("Histograms","of",c.map(({of:b,name:v})=>[b,v]),f.of,b=>{i({of:b})})),o.append(w("span",{class:"muted",id:"how"},Xc(a)));let p=await Ym(e,a.tag,f);return{element:w("div",{},p.columns.steps.length?p.help(t):null,p.columns.steps.length?je({id:"zero-lines",steps:p.columns.steps,stepName:p.stepName,lines:[{id:a.tag,name:p.name,values:p.columns.layers[a.tag]??[],place:0}],unit:"share",axis:[0,1],height:120,legend:"above",overMap:!0}):null,f.found.steps.length?qm(e,a.tag,f,p.columns.steps,p.stepName):Te("No histograms were logged. ActivationMonitor(log_dir, histogram_freq=1) logs them once per epoch."),c.length&&c.length<l.length?w("p",{class:"muted",id:"more-histograms"},Km):null),about:[a.name,f.name],table:()=>[[p.stepName,"left edge","right edge","count"],...f.found.steps.flatMap((b,v)=>(f.found.bins[v]??[]).map(M=>[b,...M]))]}}var Km='pre_activations=True logs histograms of what the activation is given, too; update_freq="batch" those of mini-batches over the steps.';async function Ym({source:e,run:t},o,{of:n,found:r}){let s=c=>()=>w("p",{class:"help"},c),{steps:i}=r;if(n==="pre_activations"){let c=wu(r,([,f])=>f<=0);return{name:"inputs below 0",stepName:"epoch",columns:{steps:i,layers:{[o]:c}},help:s("Share of what the activation is given that lies below 0.")}}if(n==="batch.values"){let c=wu(r,([m,b])=>Math.max(-m,b)<=gu),f=await e.measure(t,"batch.zero_fraction"),p=i.map((m,b)=>{let v=f.layers[o]?.[f.steps.indexOf(m)]??0;return v+(1-v)*(c[b]??0)});return{name:"near zero",stepName:"step",columns:{steps:i,layers:{[o]:p}},help:s(`Share of the activations that are 0, or smaller than ${gu} in size.`)}}let a=de("zero_fraction"),l=await e.measure(t,a.id);return{name:a.name,stepName:"epoch",columns:l.layers[o]?l:{steps:[],layers:{}},help:c=>Ut(a,ln(c,a.id,o))}}function wu({bins:e},t){let o=n=>n.reduce((r,[,,s])=>r+s,0);return e.map(n=>o(n.filter(t))/(o(n)||1))}function qm(e,t,{of:o,axis:n,help:r,found:s},i,a){let{low:l,high:c,density:f,most:p}=Gi(s),m=[...new Set([...i,...s.steps])].sort((k,D)=>k-D),b=m.map(k=>s.steps.findLastIndex(D=>D<=k)),v=(k,D)=>f[k*s.steps.length+(b[D]??-1)]??0,M=new Uint8Array(wn*m.length);for(let k=0;k<M.length;k++){let D=k%m.length,T=b[D]===-1?0:v(Math.floor(k/m.length),D);M[k]=T>0?Lo(Math.log10(T/p),-4,0):0}let $=a==="epoch"?"Epoch":"Step",L=Mo(),x=(c-l)/wn,O=k=>c-k*x;return w("div",{},w("p",{class:"help"},r,m.length>s.steps.length?"An epoch without a histogram shows the last one before it. ":"",w("code",{},"log₁₀ of count / (all · width of the bin)")),mn({id:"value-map",steps:m,rows:wn,cells:M,palette:L,rowNames:[l,c],rowAxis:n,stepName:a,height:xt(460,280),describe:(k,D)=>{let T=s.steps[b[D]??-1];if(T===void 0)return`${$} ${m[D]??""}: no histogram yet`;let A=T===m[D];return`${$} ${m[D]??""}`+(A?"":` (histogram of ${a} ${T})`)+`, from ${Kt(O(k+1))} to ${Kt(O(k))}: ${Fo(v(k,D)*x)} of ${o==="pre_activations"?"its inputs":"the activations that are not 0"}`},key:hn(L,"10⁻⁴ of the highest","highest","none"),zoom:e.zoom(`${o} ${e.run.run} ${t}`)}))}function Gi({steps:e,bins:t}){let o=1/0,n=-1/0;for(let[a,l]of t.flat())!Number.isFinite(a)||!Number.isFinite(l)||(o=Math.min(o,a),n=Math.max(n,l));if(!(n>o)){let a=Number.isFinite(o)?o:0;[o,n]=[a-.5,a+.5]}let r=(n-o)/wn,s=new Float64Array(wn*e.length);return t.forEach((a,l)=>{let c=a.reduce((f,[,,p])=>f+p,0);for(let[f,p,m]of a)!m||!Number.isFinite(f)||!Number.isFinite(p)||i(f,p,m/c,l)}),{rows:wn,low:o,high:n,density:s,most:s.reduce((a,l)=>Math.max(a,l),0)};function i(a,l,c,f){let p=Math.min(wn-1,Math.floor((n-l)/r)),m=Math.min(wn-1,Math.floor((n-a)/r));for(let b=p;b<=m;b++){let v=Math.min(l,n-b*r),M=Math.max(a,n-(b+1)*r),$=l>a?Math.max(0,v-M)/(l-a):1,L=b*e.length+f;s[L]=(s[L]??0)+c*$/r}}}var Zm=30;async function Su(e,t,o){let{source:n,run:r,runs:s,choices:i,choose:a}=e,l=await cn(e),c=lo(t).filter(({id:A})=>!A.includes(".")),f=c.map(({id:A})=>A),p=async(A,N)=>{let[E,R]=await Promise.all([n.series(A,f,N.tag),n.histograms(A,N.tag,"values")]),_=new Set(Object.values(E).flatMap(({steps:U,layers:z})=>z[N.tag]?U:[]));return{run:A,layer:N,series:E,histograms:R,epochs:[..._].sort((U,z)=>U-z)}};if(!l)return{element:Te("This run has no layers."),table:()=>[]};let m=({manifest:A})=>A.layers.find(({name:N})=>N===l.name),b=s.filter(A=>A!==r&&m(A)),v=b.find(A=>A.run===i.run2),[M,$]=await Promise.all([p(r,l),p(v??r,(v&&m(v))??l)]);if(o.append(gn(e,l)),!M.epochs.length||!$.epochs.length)return{element:Te("Nothing was logged."),table:()=>[]};let L=$.epochs.length-1,x={here:xu(M,i.epoch,M.epochs.length-1),there:xu($,i.epoch2,v?L:0)},O=w("div",{}),k=()=>{O.replaceChildren(Qm(M,_o(M,x.here),$,_o($,x.there)),Jm(D()))},D=()=>c.flatMap(({id:A,name:N,unit:E})=>{let R=vu(M,A,_o(M,x.here)),_=vu($,A,_o($,x.there)),U=typeof R=="number"&&typeof _=="number"?R-_:null;return R===null&&_===null?[]:[{name:N,unit:E,one:R,two:_,by:U}]}),T=(A,N,E,R)=>{let _=w("output",{for:E}),U=()=>{_.textContent=String(_o(N,x[A]))},z=w("input",{type:"range",id:E,min:0,max:N.epochs.length-1,value:x[A],input:()=>{x[A]=Number(z.value),U(),k()},change:()=>{R(String(_o(N,x[A])))}});return U(),w("label",{class:"choice"},w("span",{},A==="here"?"Epoch":"and epoch"),z,_)};return o.append(T("here",M,"epoch",A=>{a({epoch:A})}),nt("against","run2",[["","this run"],...b.map(A=>[A.run,Ft(A.short,Zm)])],v?.run??"",A=>{a({run2:A,epoch2:""})}),T("there",$,"epoch2",A=>{a({epoch2:A})})),k(),{element:w("div",{},w("p",{class:"help"},"The layer at one epoch, and the same layer at another epoch or in another run."),O),about:[l.name],table:()=>[["measure","first","second","difference"],...D().map(({name:A,one:N,two:E,by:R})=>[A,N,E,R])]}}function Jm(e){let t=(o,n="")=>w("th",{scope:"col",class:n},o);return w("div",{class:"scroll"},w("table",{id:"difference"},w("thead",{},w("tr",{},t("measure","text"),t("first"),t("second"),t("difference"))),w("tbody",{},...e.map(({name:o,unit:n,one:r,two:s,by:i})=>w("tr",{},w("td",{class:"text"},o),w("td",{},ee(r,n)),w("td",{},ee(s,n)),w("td",{class:i?"":"muted"},`${i&&i>0?"+":""}${ee(i,n)}`))))))}function Qm(e,t,o,n){let r=[yu(e.histograms,t),yu(o.histograms,n)];if(!r.every(({length:b})=>b))return w("p",{class:"muted"},"How the activations are spread is shown where ActivationMonitor(log_dir, histogram_freq=1) has logged histograms.");let{rows:s,low:i,high:a,density:l}=Gi({steps:[0,1],bins:r}),c=(a-i)/s,f=b=>Array.from({length:s},(v,M)=>(l[(s-1-M)*2+b]??0)*c),[p,m]=[f(0),f(1)];return je({id:"spreads",steps:Array.from({length:s},(b,v)=>v),stepName:"activation",stepText:b=>Kt(i+(b+.5)*c),lines:[{id:"first",name:`first, epoch ${t}`,values:p,place:0},{id:"second",name:`second, epoch ${n}`,values:m,place:1},{id:"difference",name:"difference",values:p.map((b,v)=>b-(m[v]??0)),place:2}],levels:[{value:0,name:""}],unit:"share",axis:"fit",height:280})}function yu({steps:e,bins:t},o){return t[e.findLastIndex(n=>n<=o)]??[]}function _o({epochs:e},t){return e[t]??0}function xu({epochs:e},t,o){let n=t?e.indexOf(Number(t)):-1;return n<0?o:n}function vu({series:e,layer:t},o,n){let r=e[o],s=r?.steps.indexOf(n)??-1;return r?.layers[t.tag]?.[s]??null}var Ki=["update_ratio","sign_agreement","gradient_norm"];function Mu(e){return an(e)?.id??""}async function ku(e,t){let o=Ki.filter(i=>i in t.layers),n=await e.source.series(e.run,[...o,...o.map(Mu)]),r=w("div",{}),s=[];for(let i of o){let a=de(i),l=n[i];if(!l)continue;let c=Wt(e.run.manifest,l).length>Eo;r.append(w("h2",{},a.name),Ut(a),c?ns(e,a,l):ts(e,a,l,i,280,n[Mu(i)])),s.push([a.name],...os(e,a,l),[])}return{element:r,table:()=>s}}var Lu=["alpha","alpha_min","alpha_max"];async function Eu(e,t,o){let{source:n,run:r}=e,s=r.manifest.layers.filter(({tag:p})=>p in(t.layers.alpha??{})),i=await cn(e,s);if(!i)return{element:Te("No slopes were logged."),table:()=>[]};let[a,l]=await Promise.all([n.series(r,Lu),n.alphas(r,i.tag)]),c=Lu.flatMap((p,m)=>{let b=a[p]?.layers[i.tag];return b?[{id:p,name:de(p).name,values:b,place:m}]:[]});return o.append(gn(e,i,s),w("span",{class:"muted"},l.units?_e(l.units,"channel"):"")),{element:w("div",{},Ut(de("alpha")),je({id:"slope-lines",steps:a.alpha?.steps??[],stepName:"epoch",lines:c,unit:"number",axis:"fit",levels:[{value:0,name:"0: ReLU"}],height:180,legend:"above",overMap:!0}),l.units?Xm(e,i,l):null),about:[i.name],table:()=>[["epoch",...Array.from({length:l.units},(p,m)=>`alpha ${m}`)],...l.steps.map((p,m)=>[p,...Array.from({length:l.units},(b,v)=>l.values[v*l.steps.length+m])])]}}function Xm(e,t,{steps:o,units:n,values:r}){let s=(f,p)=>r[f*o.length+p];if(n<=Eo)return je({id:"channel-lines",steps:o,stepName:"epoch",lines:Array.from({length:n},(f,p)=>({id:String(p),name:`channel ${p}`,values:o.map((m,b)=>s(p,b)??null),place:p})),unit:"number",axis:"fit",height:300});let i=1/0,a=-1/0;for(let f of r)Number.isFinite(f)&&(i=Math.min(i,f),a=Math.max(a,f));let l=new Uint8Array(r.length);for(let f=0;f<n;f++)for(let p=0;p<o.length;p++)l[f*o.length+p]=Lo(s(f,p),i,a);let c=Mo();return mn({id:"channel-map",steps:o,rows:n,cells:l,palette:c,rowNames:String,rowAxis:"channel",stepName:"epoch",height:Math.min(xt(440,300),34+Math.max(200,n*12)),describe:(f,p)=>`Channel ${f}, epoch ${o[p]??""}: alpha ${ee(s(f,p),"number")}`,key:hn(c,`alpha ${Kt(i)}`,Kt(a)),zoom:e.zoom(`slopes ${e.run.run} ${t.tag}`)})}var Yi=[{id:"histograms",name:"Histograms",show:bu,logged:()=>!0,missing:""},{id:"slopes",name:"Slopes",show:Eu,logged:e=>"alpha"in e.layers,missing:"No layer of this run learns a slope (PReLU, or ELU with a learned alpha)."},{id:"gradients",name:"Gradients",show:ku,logged:e=>Ki.some(t=>t in e.layers),missing:"No gradients were logged. ActivationMonitor(log_dir, gradients=True) logs them."},{id:"depth",name:"Depth",show:mu,logged:e=>sr.some(t=>t in e.layers),missing:"This run has no measures that can be shown along its layers."},{id:"difference",name:"Difference",show:Su,logged:()=>!0,missing:""}];async function _u(e){let{source:t,run:o,choices:n,choose:r}=e,s=await t.latest(o),i=Yi.find(({id:c})=>c===n.detail)??Yi[0];if(!i)throw new Error("There are no details.");let a=w("div",{class:"bar"},zt("Details","detail",Yi.map(({id:c,name:f})=>[c,f]),i.id,c=>{r({detail:c})})),l=i.logged(s)?await i.show(e,s,a):{element:Te(i.missing),table:()=>[]};return{element:w("section",{class:"view"},a,l.element),about:[i.name,...l.about??[]],table:l.table}}var eh=92,th=/^(lr|learning_rate)$/;async function Tu({source:e,run:t},o,n,r){let s=Yr([o]).filter(p=>!th.test(p)),i=s.filter(p=>/(^|_)loss$/.test(p)),a=s.find(p=>!i.includes(p)),l=[i.at(-1),a].map(p=>{let m=p?.replace(/^val_/,"");return s.filter(b=>b.replace(/^val_/,"")===m).reverse()}),c=await e.series(t,l.flat()),f=l.flatMap(p=>{let m=p.flatMap((b,v)=>{let M=c[b];if(!M?.run)return[];let $=new Map(M.steps.map((x,O)=>[x,M.run?.[O]])),L=n.map(x=>$.get(x)??null);return[{id:b,name:de(b).name,values:L,place:v}]});return m.some(({values:b})=>b.some(v=>v!==null))?[je({id:`course-${p[0]??""}`,steps:n,stepName:"epoch",lines:m,unit:"number",axis:"fit",bare:!0,height:eh,...r})]:[]});return f.length?w("div",{class:"courses"},...f):null}var Cu="courses",nh=new Set(["lines","map"]);async function $u(e){let{source:t,run:o,choices:n,choose:r}=e,s=await t.latest(o),i=lo(s),a=i.find(({id:L})=>L===n.measure)??i[0];if(!a)return{element:Te("This run has no measures yet."),table:()=>[]};let l=an(a.id)?.id??"",c=await t.series(o,[...Sr(a),...l in s.layers?[l]:[]]),f=Mr(a,c),m=Wt(e.run.manifest,f).length>Eo?"map":"lines",b=nh.has(n.form)?n.form:m,v=b==="map",M=Qt(a.id)==="epoch"?await Tu(e,s,f.steps,{group:Cu,legend:v?"above":"beside",...v?{left:tu(e,f),overMap:!0}:{}}):null;return{element:w("section",{class:"view"},w("div",{class:"bar"},nt("Measure","measure",i.map(({id:L,name:x})=>[L,x]),a.id,L=>{r({measure:L})}),zt("Form","form",[["lines","Lines"],["map","Heat map"]],b,L=>{r({form:L})})),Ut(a,ln(s,a.id)),M,v?ns(e,a,f):ts(e,a,f,"layer-lines",xt(M?440:260,340,720),c[l],Cu)),about:[a.name],table:()=>os(e,a,f)}}var as=100,ls=28;function Ou(e,t){let o=Math.max(1,e.length-1),n=ls-3,r="",s,i;return e.forEach((a,l)=>{if(a===null||!Number.isFinite(a))return;let c=1+l/o*(as-6),f=n-a*(ls-6);s??=c,r+=`${r?"L":"M"}${c.toFixed(1)} ${f.toFixed(1)}`,i=[c,f]}),ye("svg",{class:"spark",width:as,height:ls,viewBox:`0 0 ${as} ${ls}`,role:"img","aria-label":t},ye("line",{class:"base",x1:1,y1:n,x2:as-5,y2:n}),i&&ye("path",{class:"under",d:`${r}L${i[0].toFixed(1)} ${n}L${(s??1).toFixed(1)} ${n}Z`}),ye("path",{d:r,fill:"none"}),i&&ye("circle",{cx:i[0],cy:i[1],r:2.5}))}var cs=190,us=52,oh=30;function Ru(e){let{values:t,limit:o,description:n}=e,r=rh(e),s=t.length-1,i=[];t.forEach((f,p)=>{if(f===null||!Number.isFinite(f))return;let m=s?p/s:.5;i.push([4+m*(cs-8),r(f)])});let a=i.map(([f,p],m)=>`${m?"L":"M"}${f.toFixed(1)} ${p.toFixed(1)}`).join(""),l=i.at(-1),c=o===null||!Number.isFinite(o)?void 0:r(o);return ye("svg",{class:"spark",width:cs,height:us,viewBox:`0 0 ${cs} ${us}`,role:"img","aria-label":n},c!==void 0&&ye("line",{class:"limit",x1:0,y1:c.toFixed(1),x2:cs,y2:c.toFixed(1)}),ye("path",{d:a,fill:"none"}),l&&ye("circle",{cx:l[0],cy:l[1],r:3}))}function rh({values:e,limit:t,axis:o}){let n=[...e,t].filter(b=>b!==null&&Number.isFinite(b)),r=n.filter(b=>b>0),s=n.every(b=>b>=0)&&Math.max(...r)>oh*Math.min(...r),i=typeof o=="string"&&(o==="log"||s),a=Math.min(...r),l=b=>i?Math.log10(Math.max(b,a)):b,c=typeof o=="string"?[...n,...o==="from zero"&&!i?[0]:[]].map(l):[...o],f=Math.min(...c),m=Math.max(...c)-f;return b=>{let v=m>0?(l(b)-f)/m:.5;return us-5-v*(us-10)}}var sh="The code is for a compiled model that has not been trained yet, after `import keras` and `import keras_activations as ka`; `x` and `y` are your data.";function Au(e){let t=!!e.diagnosis?.findings.length;return w("p",{class:t?"verdict warn":"verdict",id:"verdict"},t&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},rs(nu(e))))}function Pu(e,{diagnosis:t,problem:o},n){if(!t)return null;let{findings:r}=t,s=dh(t);return!r.length&&!s?null:w("div",{class:"findings",id:"findings"},o&&r.length?w("p",{class:"muted"},o):null,...r.map((i,a)=>ih(e,i,a,n)),r.some(({remedies:i})=>i.some(({code:a})=>a))?w("p",{class:"muted"},...To(sh)):null,s)}function ih(e,t,o,n){let{cause:r,evidence:s,layers:i,reference:a,remedies:l,sentence:c}=t,f=`finding-${o}`,p=[ru(t),a&&`More: \`${a}\``];return w("article",{class:"finding",id:f,"aria-labelledby":`${f}-cause`},w("div",{class:"finding-head"},w("h2",{id:`${f}-cause`},nr(r)),w("span",{class:"muted"},ou(t)),w("code",{class:"muted"},r)),c&&w("p",{},...To(c)),i.length>0&&w("p",{class:"where"},w("span",{class:"muted"},"Where it begins:"),...[...new Set(i)].map((m,b)=>ah(e,m,`${f}-layer-${b}`))),s.length>0&&lh(e,s,f,n),l.length>0&&w("h3",{},"What to do"),l.length>0&&w("ol",{class:"remedies"},...l.map((m,b)=>uh(m,`${f}-copy-${b}`))),p.some(Boolean)&&w("p",{class:"muted"},...To(p.filter(Boolean).join(" "))))}function ah(e,t,o){let n=Nu(e,t);return n?w("button",{type:"button",class:"link",id:o,title:`Show the units of ${t}`,click:()=>{e.choose({view:"units",layer:n.tag})}},t):w("span",{},t)}function Nu({run:e},t){return e.manifest.layers.find(o=>o.name===t)}function lh(e,t,o,n){let r=t.map((i,a)=>ch(e,i,`${o}-curve-${a}`,n)),s=(i,a="")=>w("th",{scope:"col",class:a},i);return w("div",{class:"scroll"},w("table",{class:"evidence"},w("thead",{},w("tr",{},s("evidence","text"),s("found"),s("counts if","text"),r.some(Boolean)&&s("over the epochs, with its limit","text"))),w("tbody",{},...t.map((i,a)=>{let{value:l,limit:c}=ss(i);return w("tr",{},w("td",{class:"text"},...To(i.what)),w("td",{class:"figure"},l),w("td",{class:"text"},c),r.some(Boolean)&&w("td",{class:"text"},r[a]))}))))}function ch(e,{layer:t,limit:o,measure:n},r,s){let i=n?s[n]:void 0,a=Nu(e,t),l=t?i?.layers[a?.tag??t]:i?.run??void 0;if(!i||!l)return null;let c=de(n),f=Et(i.steps,l),[p,m]=[f[0],f.at(-1)];if(!p||!m)return null;let b=M=>ee(M,c.unit),v=Ru({values:l,limit:o,axis:c.axis,description:`${c.name} of ${t||"the run"}: ${b(p.value)} at epoch ${p.step}, ${b(m.value)} at epoch ${m.step}; limit ${b(o)}`});return w("button",{type:"button",class:"curve",id:r,title:`Show the ${c.name} of all layers over time; dashed is the limit`,click:()=>{e.choose({view:"layers",measure:n,form:"lines"})}},v)}function uh({text:e,code:t},o){return w("li",{},...To(e),t?fh(t,o):null)}function fh(e,t){let o=w("button",{type:"button",class:"quiet copy",id:t,"aria-label":"Copy the code",click:()=>{xr(e).then(()=>{o.textContent="Copied",n.textContent="Copied"})}},"Copy"),n=w("span",{class:"sr",role:"status"});return w("div",{class:"code"},w("pre",{tabindex:0},w("code",{},e)),o,n)}function dh(e){let t=su(e);if(!t.length)return null;let o=Object.keys(e.not_checked).length,n=w("dl",{});for(let[r,s]of t)n.append(w("dt",{},Vo(s,s.length)),w("dd",{},...To(r)));return w("details",{class:"unchecked",id:"not-checked"},w("summary",{},`${_e(o,"cause")} ${o===1?"was":"were"} not checked`),n)}function To(e){let t=e.split("`");return t.length%2===0?[e]:t.map((o,n)=>n%2?w("code",{},o):o)}var ph=["dead_ratio","one_sided_ratio","died","revived"],Du="worst-first",mh=250;async function Hu(e){let{source:t,run:o,choices:n,choose:r}=e,{manifest:s}=o,i=t.findings(o),a=i.then(({diagnosis:x})=>{let O=au(x?.findings??[]);return t.series(o,[...new Set([...ph,...O])])}),[l,c,f]=await Promise.all([t.latest(o),i,Promise.race([a,yh(mh)])]),p=f??{},m=xh(l,p).filter(({id:x,of:O})=>!f&&kh.has(x)||s.layers.some((k,D)=>{let T=O({layer:k,place:D});return T!=null&&T!==""})),b=hh(s,c,l,p),v=Qr(s.layers.map((x,O)=>({layer:x,place:O})),m,n.sort),M=n.sort===Du;if(M){let x=Lr(c.diagnosis?.findings??[],l);v.sort((O,k)=>x(O.layer,k.layer))}let $=v.map(({layer:x,place:O})=>{let k=b.get(x.tag);return w("tr",{class:k?"flagged":"","data-layer":x.tag},...m.map(D=>vh(D,{layer:x,place:O},e,l,k)),w("td",{class:"text"},_h(x,p)))});return{element:w("section",{class:"view overview"},...c.diagnosis?[Au(c)]:[gh(s,l,f),w("p",{class:"gaps muted"},c.problem||Mh)],bh(s.not_watched),Pu(e,c,p),w("div",{class:"bar"},w("button",{type:"button",id:"worst-first",title:"Layers that findings name, then those with NaN or infinite values, then by the largest of the shares of dead, one-sided and saturated units","aria-pressed":M?"true":"false",click:()=>{r({sort:M?"":Du})}},"Worst first"),w("span",{class:"muted"},ln(l,"dead_ratio"))),Xr({id:"layers",columns:m,after:w("th",{scope:"col",class:"text",title:zu},"over time"),rows:$,sort:n.sort,choose:r}),Th(m)),...f?{}:{more:a},table:()=>[m.map(x=>x.name),...v.map(x=>m.map(O=>O.of(x))),...wh(c)]}}function hh(e,{diagnosis:t},o,n){if(t){let r=iu(t.findings);return new Map(e.layers.flatMap(({tag:s,name:i})=>{let a=r.get(i);return a?[[s,a]]:[]}))}return new Map(Bs(e,o,n).map(({layer:r,clause:s})=>[r.tag,s]))}function gh(e,t,o){let n=Bs(e,t,o??{});return w("p",{class:n.length?"verdict warn":"verdict",id:"verdict"},n.length>0&&w("span",{"aria-hidden":!0},"▲"),w("span",{class:"said"},o?Ua(e,n):"Reading the history of the run …"))}function wh({diagnosis:e}){return e?.findings.length?[[],["finding","layers","since","evidence","found","counts if"],...e.findings.flatMap(({cause:t,layers:o,since:n,evidence:r})=>r.map(s=>[t,o.join(" "),n,s.what,s.value,ss(s).limit]))]:[]}function bh(e){if(!e.length)return null;let t=e.map(({name:o,reason:n})=>`${o} (${n})`);return w("p",{class:"gaps muted",id:"not-watched"},`Not watched: ${t.join(", ")}.`)}function yh(e){return new Promise(t=>{setTimeout(t,e,void 0)})}function xh(e,t){let o=a=>({layer:l})=>e.layers[a]?.[l.tag],n=(a,l)=>Et(t[a]?.steps??[],t[a]?.layers[l.tag]??[]).map(({value:c})=>c),r=a=>({layer:l})=>{let c=n(a,l);return c.length?c.reduce((f,p)=>f+p):void 0},s=({layer:a})=>{let l=n("dead_ratio",a);return l.length?Math.max(...l):void 0},i=(a,l,c,f,p="")=>{let{name:m,unit:b,help:v,formula:M}=de(l);return{id:a,name:f??m,unit:b,help:`${v} ${M}${p}`,of:c}};return[{id:"place",name:"#",unit:"count",help:"Place of the layer in the model.",first:"up",of:({place:a})=>a+1},{id:"layer",name:"layer",unit:"text",help:"Name of the layer; a click shows its units.",of:({layer:a})=>a.name},{id:"activation",name:"activation",unit:"text",help:"Activation function of the layer.",of:({layer:a})=>a.activation},{id:"units",name:"units",unit:"count",help:"Output features of the layer, or channels of a convolution.",of:({layer:a})=>a.units},i("now","dead_ratio",o("dead_ratio"),"dead now"),i("worst","dead_ratio",s,"worst","; the largest of all epochs"),i("born","born_dead",o("born_dead")),i("died","died",r("died"),"died","; sum over all epochs"),i("revived","revived",r("revived"),"revived","; sum over all epochs"),i("onesided","one_sided_ratio",o("one_sided_ratio"),"one-sided"),i("mean","mean",o("mean")),i("shift","bias_shift",a=>Sh(e,a.layer)?void 0:o("bias_shift")(a)),{id:"expected",name:"expected",unit:"number",help:"Bias shift that this activation has for inputs from N(0, 1); of a learned slope, with what it is now.",of:o("bias_shift_expected")},i("saturation","saturation",o("saturation"),"saturated")]}function vh(e,t,{choose:o,run:n},r,s){let{layer:i,place:a}=t,l=e.of(t);if(e.id==="layer")return w("td",{class:"text name"},w("button",{type:"button",class:"link",id:`layer-${a}`,title:s??`Show the units of ${i.name}`,click:()=>{o({view:"units",layer:i.tag})}},w("span",{class:"flag"},s?"▲":""),_t(i.short,i.name)));if(e.unit==="text"||e.unit==="given")return w("td",{class:"text"},l||"–");if(l==null||typeof l=="string"){let f=i.can_die===!1&&Lh.has(e.id);return w("td",{class:"muted",title:f?"This activation cannot die.":""},"–")}let c=w("td",{"data-column":e.id,"data-value":l},ee(l,e.unit));if(e.id==="expected"&&c.classList.add("muted"),e.unit==="share"){let f=Eh[e.id]??"",p=Io(n.manifest,f)??1/0;((f==="saturation"?Er(r,i,f):l)??0)>=p&&c.classList.add("high"),c.style.setProperty("--share",`${Math.min(100,100*l)}%`),c.classList.add("share")}return c}function Sh({layers:e},{tag:t}){return(e.dead_ratio?.[t]??0)>=1&&e.bias_shift?.[t]===0}var Mh="There is no diagnosis in this log: the sentence follows from limits alone.",zu="Share of dead units epoch by epoch, from 0 to 100 %; of one-sided units where they cannot die.",kh=new Set(["worst","died","revived"]),Lh=new Set(["now","worst","born","died","revived"]),Eh={now:"dead_ratio",worst:"dead_ratio",onesided:"one_sided_ratio",saturation:"saturation"};function _h(e,t){let o=e.can_die===!1?"one_sided_ratio":"dead_ratio",n=t[o],r=n?.layers[e.tag];if(!n||!r)return null;let s=Et(n.steps,r),i=ee(s[0]?.value,"share"),a=ee(s.at(-1)?.value,"share");return Ou(r,`${de(o).name} of ${e.name}: from ${i} to ${a}`)}function Th(e){let t=w("dl",{});for(let{name:o,help:n}of[...e,{name:"over time",help:zu}])t.append(w("dt",{},o),w("dd",{},n));return w("details",{class:"glossary",id:"glossary"},w("summary",{},"What the columns say"),t)}function Zi(e,t){let{steps:o,values:n,recycled:r}=e,s={bornDead:!0,deadNow:!1,timeDead:0,died:[],diedSteps:e.deaths.flatMap(a=>a.filter(([l])=>l===t).map(([,l])=>l)),revived:[],recycled:o.filter((a,l)=>r[l]?.includes(t))},i=!1;return o.forEach((a,l)=>{let c=n[t*o.length+l]!==0;c?(i&&s.revived.push(a),s.bornDead=!1):(!i&&l>0&&s.died.push(a),s.timeDead+=1),i=!c}),s.deadNow=i,s}function Fu(e){let{steps:t,units:o,values:n}=e,r=new Uint32Array(o),s=new Uint32Array(o).fill(t.length);for(let a=0;a<o;a++){let l=a*t.length,c=0;for(let f=t.length-1;f>=0;f--)n[l+f]===0&&(c+=1,s[a]=f);r[a]=c}let i=(a,l)=>a[l]??0;return Array.from({length:o},(a,l)=>l).sort((a,l)=>i(r,l)-i(r,a)||i(s,a)-i(s,l)||a-l)}function Vu(e){let{steps:t,units:o,values:n}=e,r=t.map(()=>0),s=t.map(()=>0),i=t.map(()=>0);for(let a=0;a<o;a++){let l=!1,c;for(let f=0;f<t.length;f++){let p=n[a*t.length+f]!==0;l||=p,l||(r[f]=(r[f]??0)+1),c===!0&&!p&&(s[f]=(s[f]??0)+1),c===!1&&p&&(i[f]=(i[f]??0)+1),c=p}}return[r,s,i]}var Ji={off:"dead",on:"alive",always:"dead from birth: it never fired",wentOff:"died",wentOn:"revived"},fs={off:"one-sided",on:"two-sided",always:"one-sided from birth: its input was never above 0",wentOff:"went one-sided",wentOn:"came back"};function Iu(e,t){let o=e.recycled.length?[`recycled after ${qi(e.recycled)}`]:[];if(e.bornDead)return[t.always,...o].join("; ");let n=[];if(e.died.length){let r=e.diedSteps.length?` (training step${e.diedSteps.length===1?"":"s"} ${Vo(e.diedSteps)})`:"";n.push(`${t.wentOff} at ${qi(e.died)}${r}`)}return n.push(...o),e.revived.length&&n.push(`${t.wentOn} at ${qi(e.revived)}`),!e.died.length&&!e.revived.length?[`${t.on} throughout`,...o].join(", "):`${n.join(", ")}; now ${e.deadNow?t.off:t.on}`}function qi(e){return`epoch${e.length===1?"":"s"} ${Vo(e)}`}var Uu=["born_dead","died","revived"],ar="recycled";async function Wu(e){let{source:t,run:o,choices:n,choose:r}=e,s=await cn(e);if(!s)return{element:Te("This run has no layers."),table:()=>[]};let[i,a,l]=await Promise.all([t.latest(o),t.series(o,[...Uu,ar]),t.firing(o,s.tag)]),c=n.order||"dead",f=c==="dead"?Fu(l):Array.from({length:l.units},(v,M)=>M),p=s.can_die===!1,m=p?fs:Ji;return{element:w("section",{class:"view"},w("div",{class:"bar"},gn(e,s),zt("Order of the units","order",[["dead",`By time ${m.off}`],["index","By index"]],c,v=>{r({order:v})}),w("span",{class:"muted",id:"unit-summary"},Ch(l,m))),w("p",{class:"help"},p?"This activation cannot die. A unit is one-sided in an epoch in which its input was above 0 for no sample; the shade is the share of samples for which it was. ":"A unit is dead in an epoch in which it fired for no sample; the shade is the share of samples for which it fired. ",w("code",{},p?"one-sided(u) ⇔ #{samples : z(u) > 0} = 0":"dead(u) ⇔ #{samples : φ′(z(u)) ≠ 0} = 0")," ",w("span",{class:"muted"},ln(i,p?"one_sided_ratio":"dead_ratio",s.tag))),p?Oh(l,s,a):$h(s,a),l.units&&l.steps.length?Rh(e,s,l,f,m):Te("No map of units was written for this layer."),Ah(l.steps)),about:[s.name],table:()=>Ph(l,f,m)}}function Ch(e,{off:t}){let{units:o,steps:n,values:r}=e;if(!o||!n.length)return"";let s=0;for(let i=1;i<=o;i++)r[i*n.length-1]===0&&(s+=1);return`${_e(o,"unit")}, ${_e(n.length,"epoch")}; ${t} now: ${s} (${sn(s/o)})`}function $h(e,t){let o=t.died??t.born_dead,n=Uu.flatMap((s,i)=>{let a=t[s]?.layers[e.tag];return a?[{id:s,name:de(s).name,values:a,place:i}]:[]});if(!o||!n.length)return null;let{steps:r}=o;return ju(r,[...n,...Bu(e,t,r)])}function Oh(e,t,o){if(!e.steps.length)return null;let n=["one-sided from birth",fs.wentOff,fs.wentOn],r=Vu(e).map((i,a)=>{let l=n[a]??"";return{id:l,name:l,values:i,place:a}}),{steps:s}=e;return ju(s,[...r,...Bu(t,o,s)])}function Bu(e,t,o){let n=t[ar],r=n&&Is(n,o).layers[e.tag];return r?[{id:ar,name:ar,values:r,place:9}]:[]}function ju(e,t){return w("div",{class:"counts"},je({id:"counts",steps:e,stepName:"epoch",lines:t,unit:"count",axis:"from zero",bars:!0,height:150,legend:"above",overMap:!0}))}function Rh(e,t,o,n,r){let{steps:s,units:i,values:a,recycled:l}=o,c=new Uint8Array(a.length),f=s.length;n.forEach((L,x)=>{c.set(a.subarray(L*f,(L+1)*f),x*f)});let p=n.map(()=>[]),m=new Map(n.map((L,x)=>[L,x]));l.forEach((L,x)=>{for(let O of L)p[m.get(O)??-1]?.push(x)});let b=Mc(),v=r===Ji?"fires":"above 0",M=hn(b,`${v} rarely`,"always",r.off);l.some(L=>L.length)&&M.append(...Zc(ar));let $=n.every((L,x)=>L===x);return mn({id:"unit-map",steps:s,rows:i,cells:c,palette:b,marks:p,rowNames:L=>String(n[L]??""),rowAxis:$?"unit":`unit, longest ${r.off} on top`,...$?{}:{placeAxis:`place by time ${r.off}`},stepName:"epoch",height:Math.min(xt(440,340),34+Math.max(200,i*13)),describe:(L,x)=>{let O=n[L]??0,k=a[O*f+x]??0,D=Fo(k/255),T=k===0?r.off:`${v} for ${D} of the samples`,A=$?"":` (place ${L+1})`,N=l[x]?.includes(O)?", recycled after this epoch":"";return`Unit ${O}${A}, epoch ${s[x]??""}: ${T}${N}. In this run: ${Iu(Zi(o,O),r)}.`},key:M,zoom:e.zoom(`units ${e.run.run} ${t.tag}`)})}function Ah(e){let t=e[0],o=e.at(-1);if(t===void 0||o===void 0||e.length<1e3)return null;let n=o-t+1;return e.length>=n?null:w("p",{class:"muted"},`TensorBoard keeps ${_e(e.length,"epoch")} of ${n}. Start it with --samples_per_plugin keras_activations=${n} to see all of them.`)}function Ph(e,t,o){let{steps:n,values:r,recycled:s}=e,i=s.some(a=>a.length);return[["unit","state",`${o.wentOff} at`,`${o.wentOn} at`,...i?["recycled after"]:[],...n.map(a=>`rate at epoch ${a}`)],...t.map(a=>{let l=Zi(e,a),c=l.bornDead?`born ${o.off}`:l.deadNow?o.off:o.on;return[a,c,l.died.join(" "),l.revived.join(" "),...i?[l.recycled.join(" ")]:[],...n.map((f,p)=>Number(((r[a*n.length+p]??0)/255).toFixed(4)))]})]}var Co=[{id:"overview",name:"Overview",view:Hu},{id:"layers",name:"Layers over time",view:$u},{id:"units",name:"Units",view:Wu},{id:"compare",name:"Compare runs",view:fu},{id:"details",name:"Details",view:_u}],Nh=["run","view","layer","measure","detail","which"],ds="compare",Dh="overview",Hh=36,Gu=5,zh=`from keras_activations.callbacks import ActivationMonitor

monitor = ActivationMonitor("logs/run1")
model.fit(x, y, callbacks=[monitor])`,ps=class{constructor(t,o,n,r){this.root=t;this.source=o;this.place=n;this.styles=r;this.choices=n.read(),this.root.append(this.head,this.unreadable,this.notice,this.main),this.place.onLink(()=>{this.choices=this.place.read(),this.show()}),this.place.onKey(s=>{this.key(s)})}root;source;place;styles;choices;runs=[];shown;turn=0;zooms=new Map;head=w("header",{});main=w("main",{});notice=w("p",{class:"notice",role:"status",hidden:!0});unreadable=w("div",{class:"unreadable",id:"unreadable",role:"status",hidden:!0});async reload(){this.source.forget(),await this.show()}async show(){let t=++this.turn;this.root.dataset.ready="false";let o,n=Co[0];try{let r=await this.source.runs();this.runs=r.filter(Ys),this.drawUnreadable(r.filter(a=>!Ys(a))),o=Ks(this.runs,this.choices.run)??js(this.runs);let s=this.runs.length>1&&!this.choices.run?ds:"",i=this.choices.view||s;if(n=Co.find(({id:a})=>a===i)??Co[0],!o||!n)this.put(void 0,Vh(),"");else{let a=await n.view(this.context(o)),l=await this.problemOf(o);if(t!==this.turn)return;let c=[this.noticeOf(o),l].filter(Boolean).join(" ");if(this.put(a,a.element,c),a.more){this.drawHead(o,n.id),this.root.dataset.ready="partly",await a.more,t===this.turn&&await this.show();return}}this.drawHead(o,n?.id??"")}catch(r){if(t!==this.turn)return;let s=`This cannot be shown. ${_r(r)}`;this.put(void 0,w("p",{class:"nothing"},s),""),o&&this.drawHead(o,n?.id??"")}t===this.turn&&(this.root.dataset.ready="true")}context(t){return{source:this.source,runs:this.runs,run:t,choices:this.choices,choose:o=>{this.choose(o)},zoom:o=>{let n=this.zooms.get(o)??{top:0,bottom:0};return this.zooms.set(o,n),n}}}choose(t){let o=this.choices;this.choices={...o,...t},this.choices.view!==o.view&&(this.choices.sort="");let n=Nh.some(r=>this.choices[r]!==o[r]);this.place.write(this.choices,n),this.show()}put(t,o,n){let r=document.activeElement,s=r?.id,i=r instanceof HTMLInputElement&&r.type==="search"?r.selectionStart:null,a=new Set(this.foldable().filter(({open:c})=>c).map(({id:c})=>c)),{scrollTop:l}=document.documentElement;Yt(),this.shown=t,this.main.replaceChildren(o),this.notice.hidden=!n,this.notice.textContent=n,s&&document.getElementById(s)?.focus({preventScroll:!0}),i!==null&&document.activeElement instanceof HTMLInputElement&&document.activeElement.setSelectionRange(i,i);for(let c of this.foldable())a.has(c.id)&&(c.open=!0);document.documentElement.scrollTop=l}foldable(){return[...this.main.querySelectorAll("details")]}async problemOf(t){try{return(await this.source.latest(t)).problem}catch{return}}noticeOf(t){let o=this.choices.run;return o&&Ks(this.runs,o)!==t?`There is no run "${qs(o,t.manifest.prefix)}" here: this is "${$e(t)}". ${t.problem}`:t.problem}drawUnreadable(t){let o=t.length-Gu;this.unreadable.hidden=!t.length,this.unreadable.replaceChildren(...t.slice(0,Gu).map(n=>w("p",{"data-run":n.run},w("strong",{},$e(n)),` ${n.problem}`)),...o>0?[w("p",{},`${o} more runs cannot be read.`)]:[])}drawHead(t,o){let n=document.activeElement?.id;if(!t){this.head.replaceChildren();return}let r=Co.map(({id:f,name:p},m)=>w("button",{type:"button",id:`view-${f}`,title:`${p} (key ${m+1})`,"aria-current":f===o?"page":void 0,click:()=>{this.choose({view:f})}},p)),s=[["png","PNG",()=>this.savePicture(t,o)],["csv","CSV",()=>this.saveNumbers(t,o)],["link","Link",()=>this.copyLink()]],i={png:"Save a picture of this view",csv:"Save the numbers of this view",link:"Copy a link to this view"},a=o===ds,l=nt("Run","run",[...this.runs.length>1?[["",`all ${this.runs.length} runs`]]:[],...this.runs.map(f=>[f.run,`${co(f)?"▲ ":""}${Ft(f.short,Hh)}`])],a&&this.runs.length>1?"":t.run,f=>{f?a?this.choose({run:f,view:Dh,hidden:""}):this.choose({run:f,hidden:""}):this.choose({view:ds})}),c=co(t)?", with findings (▲)":"";l.title=a?"Runs with findings are marked (▲)":`${$e(t)}, ${Gs(t)}${c}`,this.head.replaceChildren(l,w("nav",{"aria-label":"Views"},...r),w("span",{class:"actions"},...s.map(([f,p,m])=>w("button",{type:"button",id:`save-${f}`,title:i[f],click:()=>{m().catch(b=>{this.notice.hidden=!1,this.notice.textContent=`That did not work. ${String(b)}`})}},p)))),n&&document.getElementById(n)?.focus({preventScroll:!0})}async savePicture(t,o){if(!this.shown)return;let n=this.aboutOf(t,o);Js(`${Yu(n)}.png`,await Ya(this.shown.element,this.styles,n.join(" · ")))}saveNumbers(t,o){return this.shown&&Js(`${Yu(this.aboutOf(t,o))}.csv`,new Blob([Ka(this.shown.table())],{type:"text/csv"})),Promise.resolve()}aboutOf(t,o){let n=o===ds;return[n?`${this.runs.length} runs`:$e(t),Gs((n?js(this.runs):void 0)??t),Co.find(({id:r})=>r===o)?.name??o,...this.shown?.about??[]].filter(Boolean)}async copyLink(){this.place.write(this.choices),await xr(this.place.link()),this.notice.hidden=!1,this.notice.textContent="The link to this view is on the clipboard."}key(t){if(t.target&&Fh(t.target)||t.ctrlKey||t.metaKey||t.altKey)return;let o=Co[Number(t.key)-1];o&&this.runs.length&&this.choose({view:o.id})}};function Fh(e){return e.matches("input, select, textarea, .map, [role=combobox], [role=listbox]")}var Ku=120;function Yu(e){return e.map(o=>Ft(o.replaceAll(/[^\p{L}\p{N}.=-]+/gu,"-"),Ku/3)).join("_").replaceAll("…","-").slice(0,Ku)}function Vh(){return w("section",{class:"view empty",id:"empty"},w("h1",{},"No activations have been logged yet"),w("p",{},"This tab shows which units of a network are dead, saturated or far from zero mean while it trains. Add the monitor to a training run:"),w("pre",{},w("code",{},zh)),w("p",{class:"muted"},"The tab fills after the first epoch; TensorBoard's reload button asks for it at once."))}var ms=class{constructor(t){this.ask=t}ask;answers=new Map;forget(){this.answers.clear()}async runs(){return(await this.cached("runs",{},Ih)).runs}latest(t){return this.latests([t])[0]}latests(t){return this.ofRuns("latest",t,{})}series(t,o,n){let r={measure:o,...n?{layer:n}:{}};return this.ofRuns("series",[t],r)[0]}measure(t,o){return this.measures([t],o)[0]}measures(t,o){let n=de(o),r={measure:Sr(n)};return this.ofRuns("series",t,r).map(async i=>Mr(n,await i))}async firing(t,o){let n={run:t.run,layer:o},r=await this.cached("firing",n),s=await Qi(r.values),i=r.steps.length;for(let a=0;a<s.length;a++)a%i&&(s[a]=(s[a]??0)+(s[a-1]??0));return{...r,values:s}}async alphas(t,o){let n={run:t.run,layer:o},r=await this.cached("alphas",n),s=await Qi(r.values);return{...r,values:new Float32Array(s.buffer)}}histograms(t,o,n){let r={run:t.run,prefix:t.manifest.prefix,layer:o,of:n};return this.cached("histograms",r)}findings(t){let o={run:t.run};return this.cached("findings",o,Uh)}ofRuns(t,o,n){let r=i=>JSON.stringify([t,i.run,n]),s=o.filter(i=>!this.answers.has(r(i)));for(let i=0;i<s.length;i+=qu){let a=s.slice(i,i+qu),l=this.askFor(t,a,n);for(let c of a){let f=l.then(p=>p[c.run],async p=>{if(a.length===1)throw p;return(await this.askFor(t,[c],n))[c.run]});f.catch(()=>this.answers.delete(r(c))),this.answers.set(r(c),f)}}return o.map(i=>this.answers.get(r(i)))}async askFor(t,o,n){let r=await this.ask(t,{run:o.map(({run:s})=>s),prefix:o.map(({manifest:s})=>s.prefix),...n});return lr(r)}cached(t,o,n=lr){let r=JSON.stringify([t,o]),s=this.answers.get(r);return s||(s=this.ask(t,o).then(n),s.catch(()=>this.answers.delete(r)),this.answers.set(r,s)),s}},qu=50;function Ih(e){let{runs:t}=lr(e),o=Ga(t.map($e));return t.forEach((n,r)=>{n.short=o[r]??$e(n);let{layers:s}=n.manifest,i=Zs(s.map(({name:a})=>a));s.forEach((a,l)=>{a.short=i[l]??a.name})}),e}var Ju=async(e,t)=>{let o=new URLSearchParams;for(let[r,s]of Object.entries(t))for(let i of[s].flat())o.append(r,i);let n=await fetch(`./${e}?${o.toString()}`);if(!n.ok)throw new Error(`TensorBoard did not answer "${e}" (status ${n.status}).`);return await n.json()};function Qu(e){let t=async()=>JSON.parse(new TextDecoder().decode(await Qi(e))),o;return async(n,r)=>{let s=await(o??=t()),i=String(r.run),a=String(r.layer),l=c=>Object.fromEntries([r.run??[]].flat().map(f=>[f,c(f)]));switch(n){case"runs":return s.runs;case"latest":return l(c=>s.latest[c]);case"findings":return s.findings[i];case"series":return l(c=>Object.fromEntries([r.measure??[]].flat().map(f=>[f,s.series[c]?.[f]]).filter(([,f])=>f!==void 0)));case"histograms":return s.histograms[i]?.[String(r.of)]?.[a]??Zu;case"firing":case"alphas":return s[n][i]?.[a]??Zu;default:throw new Error(`No such route: ${n}`)}}}var Zu={steps:[],bins:[],units:0,values:"",recycled:[],deaths:[]};async function Qi(e){if(!e)return new Uint8Array;let t=atob(e),o=new Uint8Array(t.length);for(let r=0;r<t.length;r++)o[r]=t.charCodeAt(r);let n=new Blob([o]).stream().pipeThrough(new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}var hs=new Map([["NaN",NaN],["Infinity",1/0],["-Infinity",-1/0]]);function lr(e){if(Array.isArray(e))e.forEach((t,o)=>{e[o]=hs.get(t)??lr(t)});else if(typeof e=="object"&&e!==null){let t=e;for(let[o,n]of Object.entries(t))o==="manifest"||o==="diagnosed"||(typeof n=="object"?lr(n):o!=="run"&&(t[o]=hs.get(n)??n))}return e}function Uh(e){let{diagnosis:t}=e;for(let{evidence:o}of t?.findings??[])for(let n of o)n.value=hs.get(n.value)??n.value,n.limit=hs.get(n.limit)??n.limit;return e}var Xu=`:root,
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
  grid-template-columns: minmax(160px, 400px) minmax(0, 1fr);
  gap: 16px;
  padding: 3px 0;
  overflow-wrap: anywhere;
  border-bottom: 1px solid var(--grid);
}
.run-findings li button {
  display: flex;
  min-width: 0;
}
.run-findings li .flag {
  flex: none;
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
  --room: 320px;
  max-width: var(--room);
  overflow: hidden;
  text-overflow: ellipsis;
}
/* Per cent of a cell would be those of what is in it. */
td.name .flag + .name {
  max-width: calc(var(--room) - 36px);
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
  max-width: calc(100% - var(--end));
  overflow: hidden;
  text-overflow: ellipsis;
  vertical-align: bottom;
}
.name .start + .end {
  display: inline-block;
  min-width: var(--end);
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
  header .choice {
    flex: 1 0 100%;
  }
  #run {
    max-width: 100%;
  }
  :is(#layers, #runs) {
    font-size: 12px;
  }
  :is(#layers, #runs) :is(td, th button, th:not(:has(button))) {
    padding-right: 3px;
    padding-left: 3px;
  }
  .overview td.name {
    --room: 130px;
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
`;var ef="keras-activations-data";async function Bh(){let e=document.getElementById(ef)?.textContent,t=Ca+Xu,o=document.createElement("style");o.textContent=t,document.head.append(o);let n=document.createElement("div");n.id="page",document.body.append(n);let r=e?void 0:Oa(),s=new ms(e?Qu(e.trim()):Ju),i=new ps(n,s,Ra(r),t),a=!1;Aa(r,()=>{a&&i.show()}),a=!0,r&&Pa(r,()=>{i.reload()}),await i.show()}document.getElementById(ef)&&Bh();export{Bh as render};
