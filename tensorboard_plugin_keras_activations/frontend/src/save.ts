/** Save a view as a picture, and its numbers as CSV. */

/** Rows of cells; the first row names the columns. */
export type Table = (string | number | null | undefined)[][];

/** In the form that spreadsheets read; empty where nothing was logged. */
export function csv(table: Table): string {
  return table.map((row) => row.map(field).join(",") + "\r\n").join("");
}

function field(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  // A spreadsheet must not run a name that starts like a formula.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}

/** The height of the caption of a picture. */
const CAPTION = 40;

/** A picture of an element as it is drawn, at twice the resolution. */
export async function picture(
  shown: HTMLElement,
  styles: string,
  caption: string,
): Promise<Blob> {
  // The picture includes what a narrow window would scroll.
  const wider = [...shown.querySelectorAll(".scroll")].map(
    (part) => part.scrollWidth - part.clientWidth,
  );
  const width = Math.ceil(shown.scrollWidth) + Math.max(0, ...wider);
  const height = Math.ceil(shown.scrollHeight) + CAPTION;
  const copy = shown.cloneNode(true) as HTMLElement;
  const canvases = shown.querySelectorAll("canvas");
  copy.querySelectorAll("canvas").forEach((canvas, index) => {
    const original = canvases[index];
    if (!original) return;
    const image = document.createElement("img");
    image.src = original.toDataURL();
    image.style.cssText = original.style.cssText;
    image.style.width = `${original.clientWidth}px`;
    image.style.height = `${original.clientHeight}px`;
    canvas.replaceWith(image);
  });
  const chosen = shown.querySelectorAll("select");
  copy.querySelectorAll("select").forEach((select, index) => {
    const text = document.createElement("b");
    text.textContent = chosen[index]?.selectedOptions[0]?.textContent ?? "";
    select.replaceWith(text);
  });
  const page = document.createElement("div");
  page.className = "picture";
  page.dataset["theme"] = document.documentElement.dataset["theme"] ?? "light";
  page.style.width = `${width}px`;
  const style = document.createElement("style");
  style.textContent = styles;
  const head = document.createElement("p");
  head.className = "caption";
  head.textContent = caption;
  page.append(style, head, copy);

  const markup = new XMLSerializer().serializeToString(page);
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" ` +
    `height="${height}"><foreignObject width="100%" height="100%">` +
    `${markup}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no canvas to draw on.");
  context.scale(2, 2);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error("The view is too large for one picture."));
    });
  });
}
