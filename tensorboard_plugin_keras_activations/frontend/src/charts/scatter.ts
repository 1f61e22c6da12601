/** Points: one number of each run against another. */

import { lineStyle } from "../colours";
import { element, svg } from "../dom";
import type { Unit } from "../format";
import { shown } from "../format";
import { nameElement } from "../names";
import { hideTip, showTip } from "../tip";
import { tick } from "./lines";
import { roundValues } from "./ticks";

export interface Point {
  id: string;
  name: string;
  x: number;
  y: number;
  /** Which of the kinds it is of. */
  kind: number;
}

export interface Scatter {
  id: string;
  points: Point[];
  /** What the colours and shapes mean. */
  kinds: string[];
  x: { name: string; unit: Unit };
  y: { name: string; unit: Unit };
  height: number;
  /** Called with the id of a point that was clicked. */
  choose: (id: string) => void;
}

const LEFT = 64;
const RIGHT = 16;
const TOP = 12;
const BOTTOM = 44;

/** Outlines around the origin; the colour alone would not tell all. */
const SHAPES = [
  "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z",
  "M-4.5-4.5H4.5V4.5H-4.5Z",
  "M0-6L5.5 4H-5.5Z",
  "M0-6.5L6.5 0L0 6.5L-6.5 0Z",
];

export function scatter(chart: Scatter): HTMLElement {
  const panel = element("div", { class: "plot scatter", id: chart.id });
  const draw = () => {
    if (panel.clientWidth)
      panel.replaceChildren(drawn(chart, panel.clientWidth));
  };
  new ResizeObserver(draw).observe(panel);
  return element(
    "div",
    { class: "chart beside" },
    element("div", { class: "lines" }, panel),
    element(
      "ul",
      { class: "legend" },
      ...chart.kinds.map((kind, place) =>
        element(
          "li",
          {},
          svg(
            "svg",
            { width: 22, height: 14, viewBox: "-11 -7 22 14", class: "swatch" },
            mark(place),
          ),
          nameElement(kind),
        ),
      ),
    ),
  );
}

function mark(kind: number, attributes = {}): SVGElement {
  return svg("path", {
    d: SHAPES[kind % SHAPES.length],
    fill: lineStyle(kind).colour,
    "fill-opacity": 0.8,
    ...attributes,
  });
}

function drawn(chart: Scatter, width: number): SVGElement {
  const { points, height, x, y } = chart;
  const across = scaleOf(
    points.map((point) => point.x),
    LEFT,
    width - RIGHT,
  );
  const up = scaleOf(
    points.map((point) => point.y),
    height - BOTTOM,
    TOP,
  );
  const text = (at: [number, number], said: string, more = {}) =>
    svg("text", { x: at[0], y: at[1], ...more }, said);
  return svg(
    "svg",
    { width, height, role: "group", "aria-label": `${y.name} by ${x.name}` },
    ...across.marks((width - LEFT) / 90).flatMap((value) => [
      svg("line", {
        class: "grid",
        x1: across.at(value),
        x2: across.at(value),
        y1: TOP,
        y2: height - BOTTOM,
      }),
      text([across.at(value), height - BOTTOM + 16], tick(value, x.unit), {
        "text-anchor": "middle",
      }),
    ]),
    ...up.marks(height / 50).flatMap((value) => [
      svg("line", {
        class: "grid",
        x1: LEFT,
        x2: width - RIGHT,
        y1: up.at(value),
        y2: up.at(value),
      }),
      text([LEFT - 6, up.at(value) + 4], tick(value, y.unit), {
        "text-anchor": "end",
      }),
    ]),
    text([width - RIGHT, height - 8], x.name, { "text-anchor": "end" }),
    text([0, 0], y.name, {
      transform: `translate(12 ${TOP}) rotate(-90)`,
      "text-anchor": "end",
    }),
    ...points.map((point) => {
      const lines = [
        point.name,
        `${x.name}: ${shown(point.x, x.unit)}`,
        `${y.name}: ${shown(point.y, y.unit)}`,
      ];
      return svg(
        "g",
        {
          class: "point",
          id: `point-${point.id}`,
          tabindex: 0,
          role: "button",
          "aria-label": lines.join(", "),
          transform: `translate(${across.at(point.x)} ${up.at(point.y)})`,
          mousemove: (event) => {
            showTip(event as MouseEvent, ...lines);
          },
          mouseleave: hideTip,
          click: () => {
            chart.choose(point.id);
          },
          keydown: (event) => {
            if ((event as KeyboardEvent).key === "Enter")
              chart.choose(point.id);
          },
        },
        mark(point.kind),
      );
    }),
  );
}

/** From values to pixels, with a little room at both ends. */
function scaleOf(values: number[], from: number, to: number) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = 0.05 * (high - low || Math.abs(high) || 1);
  const [first, last] = [low - room, high + room];
  return {
    at: (value: number) =>
      from + ((value - first) / (last - first)) * (to - from),
    marks: (most: number) => roundValues(first, last, Math.max(2, most)),
  };
}
