/** A line as small as a word. */

import { svg } from "../dom";
import type { Value } from "../types";

const WIDTH = 100;
const HEIGHT = 28;

/** Shares over time, on an axis from 0 to 1. */
export function sparkline(values: Value[], description: string): SVGElement {
  const last = Math.max(1, values.length - 1);
  const base = HEIGHT - 3;
  let path = "";
  let start: number | undefined;
  let end: [number, number] | undefined;
  values.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) return;
    const x = 1 + (index / last) * (WIDTH - 6);
    const y = base - value * (HEIGHT - 6);
    start ??= x;
    path += `${path ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
    end = [x, y];
  });
  return svg(
    "svg",
    {
      class: "spark",
      width: WIDTH,
      height: HEIGHT,
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: "img",
      "aria-label": description,
    },
    svg("line", { class: "base", x1: 1, y1: base, x2: WIDTH - 5, y2: base }),
    end &&
      svg("path", {
        class: "under",
        d: `${path}L${end[0].toFixed(1)} ${base}L${(start ?? 1).toFixed(1)} ${base}Z`,
      }),
    svg("path", { d: path, fill: "none" }),
    end && svg("circle", { cx: end[0], cy: end[1], r: 2.5 }),
  );
}
