/** A short text beside the pointer. */

import { element } from "./dom";

/** Pixels between the pointer and the text. */
const SPACE = 14;

let tip: HTMLElement | undefined;

export function showTip(
  { clientX, clientY }: MouseEvent,
  ...lines: string[]
): void {
  tip ??= element("div", { class: "tip", "aria-hidden": true });
  if (!tip.isConnected) document.getElementById("page")?.append(tip);
  tip.hidden = false;
  tip.replaceChildren(...lines.map((line) => element("div", {}, line)));
  const { offsetWidth, offsetHeight } = tip;
  const { clientWidth, clientHeight } = document.documentElement;
  // At the right and lower edge, on the other side of the pointer.
  const right = clientX + SPACE + offsetWidth > clientWidth;
  const below = clientY + SPACE + offsetHeight > clientHeight;
  const left = right ? clientX - SPACE - offsetWidth : clientX + SPACE;
  const top = below ? clientY - SPACE - offsetHeight : clientY + SPACE;
  tip.style.left = `${Math.max(0, left)}px`;
  tip.style.top = `${Math.max(0, top)}px`;
}

export function hideTip(): void {
  if (tip) tip.hidden = true;
}
