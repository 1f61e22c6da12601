/** What surrounds the page: TensorBoard, or a browser with an HTML file. */

import { Place } from "./address";

/** TensorBoard's window, or undefined if none can be reached. */
export function tensorBoard(): Window | undefined {
  try {
    // Reading the address fails if the outer page has another origin.
    const outer = window.parent;
    return outer !== window && outer.location.href ? outer : undefined;
  } catch {
    return undefined;
  }
}

export function placeOf(outer: Window | undefined): Place {
  return new Place(outer ?? window, outer !== undefined);
}

/** Follow the theme; TensorBoard does not report it, but its page shows it. */
export function followTheme(
  outer: Window | undefined,
  changed: () => void,
): void {
  const page = document.documentElement;
  const preference = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const dark = outer
      ? outer.document.body.classList.contains("dark-mode")
      : preference.matches;
    const theme = dark ? "dark" : "light";
    if (page.dataset["theme"] === theme) return;
    page.dataset["theme"] = theme;
    changed();
  };
  apply();
  if (outer) {
    new MutationObserver(apply).observe(outer.document.body, {
      attributeFilter: ["class"],
    });
  } else {
    preference.addEventListener("change", apply);
  }
}

interface Message {
  type: string;
  id: number;
  isReply: boolean;
}

/** Call when TensorBoard has reloaded its data. */
export function onReload(outer: Window, reload: () => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = (event: MessageEvent<string>) => {
    const message = JSON.parse(event.data) as Message;
    if (message.isReply) return;
    const { type, id } = message;
    channel.port1.postMessage(
      JSON.stringify({ type, id, payload: null, error: null, isReply: true }),
    );
    if (type === "experimental.DataReloaded") reload();
  };
  outer.postMessage("experimental.bootstrap", "*", [channel.port2]);
}
