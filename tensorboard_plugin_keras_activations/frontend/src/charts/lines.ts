/** Lines over steps, with a legend that shows the values under the cursor. */

import uPlot from "uplot";

import { lineStyle, themed } from "../colours";
import { element, svg } from "../dom";
import type { Unit } from "../format";
import { shown } from "../format";
import { nameElement } from "../names";
import { hideTip, showTip } from "../tip";
import type { Measure } from "../measures";
import type { Value } from "../types";
import { roundSteps } from "./ticks";

export interface Line {
  id: string;
  name: string;
  /** The same, shorter. */
  short?: string;
  values: Value[];
  /** Index of the colour, so that a layer keeps its colour. */
  place: number;
}

/** A level to compare with: a limit, or what is expected. */
export interface Level {
  value: number;
  name: string;
}

export interface LineChart {
  /** Names the chart's parts for the keyboard and for tests. */
  id: string;
  steps: number[];
  stepName: string;
  /** A step in words, where it is not a number: the name of a layer. */
  stepText?: (step: number) => string;
  lines: Line[];
  unit: Unit;
  axis: Measure["axis"];
  levels?: Level[];
  /** Lines beside each line, of the same colour, dotted: what is expected. */
  expected?: Line[];
  /** What the dotted lines are, for the legend. */
  expectedName?: string;
  /** Bars instead of lines, where there is room for them: for counts. */
  bars?: boolean;
  /** Without the marks of the steps: a chart below has them. */
  bare?: boolean;
  /** Where the axis begins, if not at the usual place. */
  left?: number;
  /** Charts of the same group have one cursor. */
  group?: string;
  /** From the lowest to the highest of several: shaded, of a line's colour. */
  bands?: { place: number; low: Value[]; high: Value[] }[];
  /** Half a step of room at both ends, like the cells of a map below. */
  overMap?: boolean;
  height: number;
  hidden?: Set<string>;
  /** Called with the lines to hide; without it they cannot be hidden. */
  hide?: (hidden: Set<string>) => void;
  legend?: "beside" | "above";
}

// uPlot's const enum for it does not exist at run time.
const LOGARITHMIC = 3;

/** Distances between the marks of counts. */
const WHOLE = [...Array(16).keys()].flatMap((power) =>
  [1, 2, 5].map((factor) => factor * 10 ** power),
);

/** Letters of a name for which an axis has room. */
const NAME = 14;

const LEFT = 64;
const RIGHT = 16;
const DOTTED = [1.5, 5];

export function lineChart(chart: LineChart): HTMLElement {
  const { steps, lines, unit } = chart;
  const hidden = chart.hidden ?? new Set<string>();
  const visible = lines.filter((line) => !hidden.has(line.id));
  const expected = (chart.expected ?? []).filter(
    (line) => !hidden.has(line.id),
  );
  const values = new Map<string, HTMLElement>();
  const at = element("span", { class: "at" });
  const panel = element("div", { class: "plot" });
  const said = element("div", { class: "sr", "aria-live": "polite" });
  const body = element("div", {
    class: "lines",
    id: chart.id,
    tabindex: 0,
    role: "group",
    "aria-label":
      "Line chart. Left and right arrow keys move through the steps.",
  });
  body.append(panel, said);

  const last = steps.length - 1;
  // Lines may end at different steps, such as those of runs.
  const ends = lines.map(({ values }) =>
    values.findLastIndex((value) => value !== null),
  );
  const together = ends.every((end) => end === last || end < 0);
  const text = (step: number | undefined): string =>
    step === undefined ? "" : (chart.stepText?.(step) ?? String(step));
  const tell = (index: number | null) => {
    const row = index ?? last;
    at.textContent = !steps.length
      ? ""
      : index === null && !together
        ? `last ${chart.stepName}`
        : `${chart.stepName} ${text(steps[row])}`;
    lines.forEach((line, place) => {
      const cell = values.get(line.id);
      const value = line.values[index ?? ends[place] ?? last];
      if (cell) cell.textContent = shown(value, unit);
    });
  };
  const legend = legendOf(chart, hidden, values, at);
  tell(null);

  const drawn = [...visible, ...expected];
  const bars =
    chart.bars === true && visible.length * steps.length <= MOST_BARS;
  const axisColour = themed("text-2");
  const grid = { stroke: themed("grid"), width: 1 };
  const font = "12px system-ui, Roboto, sans-serif";
  const plot = new uPlot(
    {
      width: 600,
      height: chart.height,
      legend: { show: false },
      padding: [10, RIGHT, 0, 0],
      cursor: {
        ...(chart.group ? { sync: { key: chart.group } } : {}),
        points: bars ? { show: false } : { size: 7 },
        drag: { x: true, y: false, uni: 20 },
        focus: { prox: 12 },
      },
      focus: { alpha: 0.35 },
      scales: {
        x: { time: false, range: (_, low, high) => wide(low, high, chart) },
        y: scaleOf(chart, drawn),
      },
      axes: [
        {
          stroke: axisColour,
          grid,
          font,
          ticks: grid,
          size: chart.bare ? 6 : 32,
          label:
            chart.bare || chart.legend === "above" ? undefined : chart.stepName,
          labelSize: 18,
          labelFont: font,
          splits: (self) => {
            const { min = 0, max = 1 } = self.scales["x"] ?? {};
            const room = chart.stepText ? 8 * NAME : 90;
            return roundSteps(min, max, Math.max(2, self.width / room));
          },
          values: (_, marks) =>
            marks.map((mark) => (chart.bare ? "" : ended(text(mark)))),
        },
        {
          stroke: axisColour,
          grid: { ...grid, filter: marked },
          font,
          ticks: { ...grid, filter: marked },
          size: chart.left ?? LEFT,
          ...(unit === "count" ? { incrs: WHOLE } : {}),
          values: (_, marks) =>
            marks.map((mark) =>
              (mark as number | null) === null ? "" : tick(mark, unit),
            ),
        },
      ],
      series: [
        {},
        ...drawn.map((line, index): uPlot.Series => {
          const { colour, dash } = lineStyle(line.place);
          const isExpected = index >= visible.length;
          return {
            stroke: colour,
            width: isExpected ? 1.25 : 2,
            dash: isExpected ? DOTTED : dash,
            spanGaps: true,
            points: { show: isShort(line) && !isExpected && !bars, size: 7 },
            ...(bars ? { paths: () => null } : {}),
          };
        }),
      ],
      hooks: {
        setCursor: [
          (self) => {
            tell(self.cursor.idx ?? null);
          },
        ],
        drawAxes: [
          (self) => {
            for (const { place, low, high } of chart.bands ?? [])
              drawBand(self, lineStyle(place).colour, low, high);
          },
        ],
        draw: [
          (self) => {
            if (bars) drawBars(self, visible);
            for (const level of chart.levels ?? [])
              drawLevel(self, level, font);
          },
        ],
      },
    },
    [
      steps,
      ...drawn.map((line) => line.values.map((value) => finite(value, chart))),
    ],
    panel,
  );

  plot.over.addEventListener("mousemove", (event) => {
    const index = plot.posToIdx(event.offsetX);
    const nearest = nearestLine(plot, visible, index, event.offsetY);
    if (!nearest) {
      hideTip();
      return;
    }
    const value = shown(nearest.values[index], unit);
    showTip(
      event,
      ...(lines.length > 1 ? [nearest.name] : []),
      `${chart.stepName} ${text(steps[index])}: ${value}`,
    );
  });
  plot.over.addEventListener("mouseleave", hideTip);
  body.addEventListener("keydown", (event) => {
    const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
    const move = moves[event.key];
    if (move === undefined || !steps.length) return;
    event.preventDefault();
    const from = plot.cursor.idx ?? (move > 0 ? -1 : steps.length);
    const to = Math.min(last, Math.max(0, from + move));
    plot.setCursor({
      left: plot.valToPos(steps[to] ?? 0, "x"),
      top: 0,
    });
    said.textContent = `${at.textContent}: ${visible
      .map((line) => `${line.name} ${shown(line.values[to], unit)}`)
      .join(", ")}`;
  });

  const whole = element(
    "div",
    { class: `chart ${chart.legend ?? "beside"}` },
    body,
    legend,
  );
  // A hidden tab has no width: the chart keeps the one it had.
  new ResizeObserver(() => {
    const width = panel.clientWidth;
    if (width > 0 && width !== plot.width) {
      plot.setSize({ width, height: chart.height });
    }
  }).observe(panel);
  return whole;
}

function legendOf(
  chart: LineChart,
  hidden: Set<string>,
  values: Map<string, HTMLElement>,
  at: HTMLElement,
): HTMLElement {
  const { lines, hide } = chart;
  const list = element("ul", { class: "legend" });
  if (chart.legend !== "above") list.style.maxHeight = `${chart.height}px`;
  const head = element("li", { class: "head" }, at);
  if (hide && lines.length > 1) {
    const all = () => {
      hide(new Set());
    };
    head.append(
      element(
        "button",
        {
          type: "button",
          class: "quiet",
          id: `${chart.id}-all`,
          disabled: !hidden.size,
          click: all,
        },
        "show all",
      ),
    );
  }
  list.append(head);
  lines.forEach((line, index) => {
    const value = element("span", { class: "value" });
    values.set(line.id, value);
    const name = nameElement(line.short ?? line.name, line.name);
    const entry = element("li", {
      class: hidden.has(line.id) ? "off" : "",
      "data-line": line.id,
    });
    if (hide) {
      const toggle = () => {
        const next = new Set(hidden);
        if (!next.delete(line.id)) next.add(line.id);
        hide(next);
      };
      const isolate = () => {
        hide(
          new Set(lines.map((each) => each.id).filter((id) => id !== line.id)),
        );
      };
      entry.append(
        element(
          "button",
          {
            type: "button",
            class: "line",
            id: `${chart.id}-line-${index}`,
            "aria-pressed": hidden.has(line.id) ? "false" : "true",
            title: "Show or hide",
            click: toggle,
          },
          swatch(line.place),
          name,
        ),
        element(
          "button",
          {
            type: "button",
            class: "quiet only",
            id: `${chart.id}-only-${index}`,
            "aria-label": `Show only ${line.name}`,
            click: isolate,
          },
          "only",
        ),
      );
    } else {
      entry.append(swatch(line.place), name);
    }
    entry.append(value);
    list.append(entry);
  });
  if (chart.expectedName && chart.expected?.length) {
    list.append(
      element(
        "li",
        { class: "muted" },
        dashes(themed("text-2"), DOTTED, 1.5),
        chart.expectedName,
      ),
    );
  }
  return list;
}

/** A short piece of the line as it is drawn. */
export function swatch(place: number): SVGElement {
  const { colour, dash } = lineStyle(place);
  return dashes(colour, dash, 3);
}

function dashes(colour: string, dash: number[], width: number): SVGElement {
  return svg(
    "svg",
    { width: 22, height: 10, class: "swatch", "aria-hidden": true },
    svg("line", {
      x1: 0,
      y1: 5,
      x2: 22,
      y2: 5,
      stroke: colour,
      "stroke-width": width,
      "stroke-dasharray": dash.join(" "),
    }),
  );
}

function scaleOf(chart: LineChart, drawn: Line[]): uPlot.Scale {
  const { axis, levels = [], bands = [] } = chart;
  const more = [
    ...levels.map(({ value }) => value),
    ...bands.flatMap(({ low, high }) => [...low, ...high]).filter(known),
  ];
  if (typeof axis !== "string") return { range: [axis[0], axis[1]] };
  if (axis === "log" && drawn.some((line) => line.values.some(positive))) {
    return {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
      distr: LOGARITHMIC,
      range: (_, low, high) => {
        const ends = [low, high, ...more.filter((value) => value > 0)];
        return uPlot.rangeLog(Math.min(...ends), Math.max(...ends), 10, false);
      },
    };
  }
  return {
    range: (_, low, high) => {
      // uPlot gives no limits where there is no value at all.
      let from = (low as number | null) ?? 0;
      let to = (high as number | null) ?? 1;
      for (const value of more) {
        from = Math.min(from, value);
        to = Math.max(to, value);
      }
      if (axis === "from zero") from = Math.min(0, from);
      if (chart.unit === "count") to = Math.max(1, to);
      const space = 0.05 * (to - from || Math.abs(to) || 1);
      return [axis === "from zero" ? from : from - space, to + space];
    },
  };
}

function known(value: Value): value is number {
  return value !== null && Number.isFinite(value);
}

function positive(value: Value): boolean {
  return value !== null && value > 0 && Number.isFinite(value);
}

function finite(value: Value, chart: LineChart): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return chart.axis === "log" && value <= 0 ? null : value;
}

/** More bars than this could not be told apart. */
const MOST_BARS = 400;

/** The share of a step's width that its bars take. */
const BAR_ROOM = 0.8;

/** Beside each other, a bar for each line at each step. */
function drawBars(plot: uPlot, lines: Line[]): void {
  const { ctx, bbox } = plot;
  const steps = plot.data[0];
  const at = (step: number) => plot.valToPos(step, "x", true);
  const apart = Math.min(
    bbox.width,
    ...steps.slice(1).map((step, place) => at(step) - at(steps[place] ?? 0)),
  );
  const wide = (BAR_ROOM * apart) / lines.length;
  const ground = plot.valToPos(0, "y", true);
  ctx.save();
  lines.forEach(({ place, values }, number) => {
    ctx.fillStyle = lineStyle(place).colour;
    steps.forEach((step, index) => {
      const value = values[index];
      if (!value || !Number.isFinite(value)) return;
      const left = at(step) + (number - lines.length / 2) * wide;
      const top = plot.valToPos(value, "y", true);
      ctx.fillRect(left, top, Math.max(1, wide - 1), ground - top);
    });
  });
  ctx.restore();
}

/** How visible the area between the lowest and the highest line is. */
const BAND = 0.18;

function drawBand(
  plot: uPlot,
  colour: string,
  low: Value[],
  high: Value[],
): void {
  const { ctx } = plot;
  const edge = (values: Value[]) =>
    [...plot.data[0]].flatMap((step, index): [number, number][] => {
      const value = values[index];
      return known(value ?? null)
        ? [
            [
              plot.valToPos(step, "x", true),
              plot.valToPos(value as number, "y", true),
            ],
          ]
        : [];
    });
  ctx.save();
  ctx.globalAlpha = BAND;
  ctx.fillStyle = colour;
  ctx.beginPath();
  for (const [x, y] of [...edge(high), ...edge(low).reverse()])
    ctx.lineTo(x, y);
  ctx.fill();
  ctx.restore();
}

/** The line that passes nearest to a height, at a step. */
function nearestLine(
  plot: uPlot,
  lines: Line[],
  index: number,
  height: number,
): Line | undefined {
  let nearest: { line: Line; distance: number } | undefined;
  for (const line of lines) {
    const value = line.values[index];
    if (value === null || value === undefined) continue;
    const distance = Math.abs(plot.valToPos(value, "y") - height);
    if (distance < (nearest?.distance ?? Infinity))
      nearest = { line, distance };
  }
  return nearest?.line;
}

/** Limits of the steps; around a single step uPlot would show a hundred. */
function wide(
  low: number,
  high: number,
  { steps, overMap }: LineChart,
): [number, number] {
  const [first] = steps;
  if (steps.length === 1 && first !== undefined) return [first - 1, first + 1];
  const half = overMap ? (high - low) / (steps.length - 1) / 2 : 0;
  return [low - half, high + half];
}

/** The end of a long name, which tells more than its beginning. */
function ended(name: string): string {
  return name.length > NAME ? `…${name.slice(1 - NAME)}` : name;
}

/** Whether a line has too few points to be seen. */
function isShort(line: Line): boolean {
  return line.values.filter((value) => value !== null).length < 3;
}

/** On a logarithmic axis only powers of ten have a line. */
function marked(self: uPlot, marks: number[]): (number | null)[] {
  if ((self.scales["y"]?.distr as number) !== LOGARITHMIC) return marks;
  return marks.map((mark) =>
    Number.isInteger(Number(Math.log10(mark).toFixed(6))) ? mark : null,
  );
}

export function tick(mark: number, unit: Unit): string {
  if (unit === "share") return `${Number((mark * 100).toPrecision(4))} %`;
  if (mark !== 0 && (Math.abs(mark) < 0.001 || Math.abs(mark) >= 1e6)) {
    return mark.toExponential(0);
  }
  return String(Number(mark.toPrecision(6)));
}

function drawLevel(plot: uPlot, level: Level, font: string): void {
  const { ctx, bbox } = plot;
  const y = Math.round(plot.valToPos(level.value, "y", true));
  if (y < bbox.top || y > bbox.top + bbox.height) return;
  const scale = window.devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = themed("text-2");
  ctx.fillStyle = themed("text-2");
  ctx.lineWidth = scale;
  ctx.setLineDash([4 * scale, 4 * scale]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = font.replace("12px", `${11 * scale}px`);
  ctx.textAlign = "left";
  ctx.setLineDash([]);
  ctx.lineWidth = 4 * scale;
  ctx.strokeStyle = themed("page");
  const at = [bbox.left + 8 * scale, y - 5 * scale] as const;
  ctx.strokeText(level.name, ...at);
  ctx.fillText(level.name, ...at);
  ctx.restore();
}
