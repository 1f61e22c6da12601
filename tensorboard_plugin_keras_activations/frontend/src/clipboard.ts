/** Text on the clipboard, also where the browser makes that difficult. */

import { element } from "./dom";

/** The clipboard needs a secure page; the old way works elsewhere. */
export async function copied(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (!clipboard) throw new Error("no clipboard");
    await clipboard.writeText(text);
  } catch {
    const field = element("textarea", { class: "sr" });
    field.value = text;
    document.body.append(field);
    field.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand("copy");
    field.remove();
  }
}
