/** The entry: TensorBoard calls render(); an HTML report starts by itself. */

import uPlotStyles from "uplot/dist/uPlot.min.css";

import { followTheme, onReload, placeOf, tensorBoard } from "./host";
import { Page } from "./page";
import { askDocument, askTensorBoard, Source } from "./source";
import styles from "./style.css";

const REPORT_DATA = "keras-activations-data";

/** Called by TensorBoard when the tab is opened. */
export async function render(): Promise<void> {
  const embedded = document.getElementById(REPORT_DATA)?.textContent;
  const allStyles = uPlotStyles + styles;
  const style = document.createElement("style");
  style.textContent = allStyles;
  document.head.append(style);
  const root = document.createElement("div");
  root.id = "page";
  document.body.append(root);

  const outer = embedded ? undefined : tensorBoard();
  const source = new Source(
    embedded ? askDocument(embedded.trim()) : askTensorBoard,
  );
  const page = new Page(root, source, placeOf(outer), allStyles);
  let started = false;
  followTheme(outer, () => {
    if (started) void page.show();
  });
  started = true;
  if (outer) {
    onReload(outer, () => {
      void page.reload();
    });
  }
  await page.show();
}

if (document.getElementById(REPORT_DATA)) void render();
