/** A line as small as a word. */

import { svg } from "../dom";
import type { Measure } from "../measures";
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

const CURVE_WIDTH = 190;
const CURVE_HEIGHT = 52;

/** Above this ratio, values of one sign are drawn on a logarithmic axis. */
const WIDE = 30;

/** Any measure over time, and its limit as a dashed line. */
export function curve(drawn: {
  values: Value[];
  limit: Value;
  axis: Measure["axis"];
  description: string;
}): SVGElement {
  const { values, limit, description } = drawn;
  const scale = scaled(drawn);
  const last = values.length - 1;
  const points: [number, number][] = [];
  values.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) return;
    const across = last ? index / last : 0.5;
    points.push([4 + across * (CURVE_WIDTH - 8), scale(value)]);
  });
  const path = points
    .map(
      ([x, y], index) => `${index ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`,
    )
    .join("");
  const end = points.at(-1);
  const level =
    limit === null || !Number.isFinite(limit) ? undefined : scale(limit);
  return svg(
    "svg",
    {
      class: "spark",
      width: CURVE_WIDTH,
      height: CURVE_HEIGHT,
      viewBox: `0 0 ${CURVE_WIDTH} ${CURVE_HEIGHT}`,
      role: "img",
      "aria-label": description,
    },
    level !== undefined &&
      svg("line", {
        class: "limit",
        x1: 0,
        y1: level.toFixed(1),
        x2: CURVE_WIDTH,
        y2: level.toFixed(1),
      }),
    svg("path", { d: path, fill: "none" }),
    end && svg("circle", { cx: end[0], cy: end[1], r: 3 }),
  );
}

/** From a value to its height in the drawing, from the top. */
export function scaled({
  values,
  limit,
  axis,
}: {
  values: Value[];
  limit: Value;
  axis: Measure["axis"];
}): (value: number) => number {
  const all = [...values, limit].filter(
    (value): value is number => value !== null && Number.isFinite(value),
  );
  const sizes = all.filter((value) => value > 0);
  const widely =
    all.every((value) => value >= 0) &&
    Math.max(...sizes) > WIDE * Math.min(...sizes);
  const logarithmic = typeof axis === "string" && (axis === "log" || widely);
  const least = Math.min(...sizes);
  // What is 0 lies at the bottom.
  const bent = (value: number) =>
    logarithmic ? Math.log10(Math.max(value, least)) : value;
  const heights =
    typeof axis === "string"
      ? [...all, ...(axis === "from zero" && !logarithmic ? [0] : [])].map(bent)
      : [...axis];
  const low = Math.min(...heights);
  const high = Math.max(...heights);
  const span = high - low;
  return (value) => {
    const share = span > 0 ? (bent(value) - low) / span : 0.5;
    return CURVE_HEIGHT - 5 - share * (CURVE_HEIGHT - 10);
  };
}
