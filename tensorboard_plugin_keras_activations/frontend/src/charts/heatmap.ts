/** A map of rows over steps on a canvas, fast up to millions of cells. */

import type { Palette } from "../colours";
import { css, MARK, themed } from "../colours";
import { element, svg } from "../dom";
import { middle } from "../names";
import { hideTip, showTip } from "../tip";
import { roundSteps, roundValues } from "./ticks";

/** The visible rows; kept by the caller, so that a reload keeps them. */
export interface Zoom {
  top: number;
  bottom: number;
}

export interface HeatMap {
  id: string;
  steps: number[];
  rows: number;
  /** Indices into the palette, row by row, one for each step. */
  cells: Uint8Array;
  palette: Palette;
  /** For each row, the columns at the end of which something happened. */
  marks?: number[][];
  /** The names of the rows, or the lowest and the highest value. */
  rowNames: ((row: number) => string) | readonly [number, number];
  rowAxis: string;
  /** The title of the axis if rows are numbered because names do not fit. */
  placeAxis?: string;
  stepName: string;
  height: number;
  /** The text below the map for a cell. */
  describe: (row: number, column: number) => string;
  key: HTMLElement;
  zoom: Zoom;
  /** Called when a cell was chosen, by click or Enter. */
  choose?: (row: number) => void;
}

const BOTTOM = 34;
const RIGHT = 16;
const LABEL_SPACE = 13;
const FEWEST_ROWS = 4;

export function heatMap(map: HeatMap): HTMLElement {
  const { steps, rows, zoom } = map;
  const columns = steps.length;
  const canvas = element("canvas", {});
  const box = element("div", { class: "cursor" });
  const brush = element("div", { class: "brush" });
  const told = element(
    "p",
    { class: "told", id: `${map.id}-told`, "aria-live": "polite" },
    HINT,
  );
  const surface = element(
    "div",
    {
      class: "map",
      id: map.id,
      tabindex: 0,
      role: "group",
      "aria-label":
        "Map. Arrow keys move through the cells, plus and minus zoom, 0 shows all.",
    },
    canvas,
    box,
    brush,
  );
  let cell: { row: number; column: number } | undefined;
  let left = 64;

  const inSight = () => zoom.bottom - zoom.top;
  const sizes = () => ({
    width: Math.max(1, surface.clientWidth - left - RIGHT),
    height: map.height - BOTTOM,
  });

  const draw = () => {
    if (surface.clientWidth === 0) return;
    left = leftOf(map, canvas);
    drawAll(map, canvas, surface.clientWidth, left);
    place();
  };

  const place = () => {
    box.hidden = !cell || cell.row < zoom.top || cell.row >= zoom.bottom;
    if (!cell) return;
    const { width, height } = sizes();
    const tall = height / inSight();
    const wide = width / columns;
    box.style.left = `${left + cell.column * wide - 1}px`;
    box.style.top = `${(cell.row - zoom.top) * tall - 1}px`;
    box.style.width = `${Math.max(3, wide)}px`;
    box.style.height = `${Math.max(3, tall)}px`;
  };

  const show = (row: number, column: number) => {
    cell = {
      row: clamp(row, 0, rows - 1),
      column: clamp(column, 0, columns - 1),
    };
    told.textContent = map.describe(cell.row, cell.column);
    place();
  };

  const zoomTo = (top: number, bottom: number) => {
    const size = clamp(
      Math.round(bottom - top),
      Math.min(FEWEST_ROWS, rows),
      rows,
    );
    zoom.top = clamp(Math.round(top), 0, rows - size);
    zoom.bottom = zoom.top + size;
    whole.classList.toggle("zoomed", size < rows);
    draw();
  };

  const zoomBy = (factor: number) => {
    const centre = cell ? cell.row + 0.5 : (zoom.top + zoom.bottom) / 2;
    const size = inSight() * factor;
    zoomTo(centre - size / 2, centre + size / 2);
  };

  const rowAt = (event: PointerEvent | MouseEvent) => {
    const y = event.clientY - surface.getBoundingClientRect().top;
    return zoom.top + Math.floor((y / sizes().height) * inSight());
  };
  const columnAt = (event: PointerEvent | MouseEvent) => {
    const x = event.clientX - surface.getBoundingClientRect().left - left;
    return Math.floor((x / sizes().width) * columns);
  };

  let dragFrom: PointerEvent | undefined;
  surface.addEventListener("pointerdown", (event) => {
    dragFrom = event;
  });
  surface.addEventListener("pointerleave", hideTip);
  surface.addEventListener("pointermove", (event) => {
    show(rowAt(event), columnAt(event));
    if (cell) showTip(event, map.describe(cell.row, cell.column));
    const dragged = dragFrom && event.buttons === 1;
    brush.hidden = !dragged;
    if (!dragFrom || !dragged) return;
    const above = surface.getBoundingClientRect().top;
    const [low, high] = [dragFrom.clientY, event.clientY].sort((a, b) => a - b);
    brush.style.left = `${left}px`;
    brush.style.width = `${sizes().width}px`;
    brush.style.top = `${(low ?? 0) - above}px`;
    brush.style.height = `${(high ?? 0) - (low ?? 0)}px`;
  });
  surface.addEventListener("pointerup", (event) => {
    brush.hidden = true;
    if (!dragFrom) return;
    const from = rowAt(dragFrom);
    const to = rowAt(event);
    if (Math.abs(event.clientY - dragFrom.clientY) > 6) {
      zoomTo(Math.min(from, to), Math.max(from, to) + 1);
    } else if (map.choose && from >= 0 && from < rows) {
      map.choose(from);
    }
    dragFrom = undefined;
  });
  surface.addEventListener("dblclick", () => {
    zoomTo(0, rows);
  });
  surface.addEventListener("keydown", (event) => {
    const { row, column } = cell ?? { row: zoom.top, column: 0 };
    const actions: Record<string, () => void> = {
      ArrowLeft: () => {
        show(row, column - 1);
      },
      ArrowRight: () => {
        show(row, column + 1);
      },
      ArrowUp: () => {
        show(row - 1, column);
      },
      ArrowDown: () => {
        show(row + 1, column);
      },
      Home: () => {
        show(row, 0);
      },
      End: () => {
        show(row, columns - 1);
      },
      Enter: () => map.choose?.(row),
      "+": () => {
        zoomBy(0.5);
      },
      "-": () => {
        zoomBy(2);
      },
      "0": () => {
        zoomTo(0, rows);
      },
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
    if (cell && (cell.row < zoom.top || cell.row >= zoom.bottom)) {
      const up = cell.row < zoom.top ? cell.row : cell.row - inSight() + 1;
      zoomTo(up, up + inSight());
    }
  });

  const button = (text: string, label: string, act: () => void) =>
    element(
      "button",
      {
        type: "button",
        class: "quiet",
        "aria-label": label,
        title: label,
        click: act,
      },
      text,
    );
  const whole = element(
    "div",
    { class: "heat" },
    element(
      "div",
      { class: "heat-head" },
      map.key,
      rows > FEWEST_ROWS &&
        element(
          "span",
          { class: "zoom" },
          button("+", "Zoom in", () => {
            zoomBy(0.5);
          }),
          button("−", "Zoom out", () => {
            zoomBy(2);
          }),
          button("all", "Show all rows", () => {
            zoomTo(0, rows);
          }),
        ),
    ),
    surface,
    told,
  );
  canvas.style.height = `${map.height}px`;
  box.hidden = true;
  brush.hidden = true;
  if (zoom.bottom <= zoom.top || zoom.bottom > rows) {
    zoom.top = 0;
    zoom.bottom = rows;
  }
  whole.classList.toggle("zoomed", inSight() < rows);
  new ResizeObserver(draw).observe(surface);
  return whole;
}

const HINT = "Point at a cell; drag over rows to zoom, double click shows all.";

/** Where the cells of a map begin. */
export function leftOf(
  map: Pick<HeatMap, "rows" | "rowNames" | "placeAxis" | "zoom" | "height">,
  canvas = document.createElement("canvas"),
): number {
  const context = canvas.getContext("2d");
  if (!context) return 64;
  context.font = font(1);
  let widest = 0;
  for (const [name] of rowMarks(map)) {
    widest = Math.max(widest, context.measureText(name).width);
  }
  return Math.min(200, Math.max(64, Math.ceil(widest) + 30));
}

/** Whether each visible row has room for its name. */
function allNamed({ zoom, height }: Pick<HeatMap, "zoom" | "height">): boolean {
  return (height - BOTTOM) / (zoom.bottom - zoom.top) >= LABEL_SPACE;
}

/** The labels of the visible rows, and how far down they are. */
export function rowMarks(
  map: Pick<HeatMap, "rows" | "rowNames" | "placeAxis" | "zoom" | "height">,
): [string, number][] {
  const { rows, rowNames, placeAxis, zoom, height: all } = map;
  const { top, bottom } = zoom;
  const height = all - BOTTOM;
  const tall = height / (bottom - top);
  if (typeof rowNames === "function") {
    const named = allNamed(map);
    const most = Math.max(2, height / (named ? LABEL_SPACE : 40));
    if (placeAxis && !named) {
      return roundSteps(top + 1, bottom, most).map((place) => [
        String(place),
        (place - top - 0.5) * tall,
      ]);
    }
    return roundSteps(top, bottom - 1, most).map((row): [string, number] => [
      rowNames(row),
      (row - top + 0.5) * tall,
    ]);
  }
  const [low, high] = rowNames;
  const size = (high - low) / rows;
  return roundValues(high - bottom * size, high - top * size, height / 40).map(
    (value): [string, number] => [
      String(value),
      ((high - value) / size - top) * tall,
    ],
  );
}

function drawAll(
  map: HeatMap,
  canvas: HTMLCanvasElement,
  fullWidth: number,
  left: number,
): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const scale = window.devicePixelRatio || 1;
  canvas.style.width = `${fullWidth}px`;
  canvas.width = Math.round(fullWidth * scale);
  canvas.height = Math.round(map.height * scale);
  const width = Math.max(1, Math.round((fullWidth - left - RIGHT) * scale));
  const height = Math.round((map.height - BOTTOM) * scale);
  const image = context.createImageData(width, height);
  paint(map, image);
  context.putImageData(image, Math.round(left * scale), 0);

  context.scale(scale, scale);
  drawMarks(map, context, left, fullWidth - left - RIGHT);
  context.font = font(1);
  context.fillStyle = themed("text-2");
  context.strokeStyle = themed("text-2");
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const [name, y] of rowMarks(map)) {
    // The first and the last label stay inside the picture.
    const inside = clamp(y, 7, map.height - BOTTOM - 7);
    context.fillText(fitted(context, name, left - 28), left - 6, inside);
  }
  context.textBaseline = "top";
  context.textAlign = "center";
  const wide = (fullWidth - left - RIGHT) / map.steps.length;
  const first = map.steps[0] ?? 0;
  const last = map.steps.at(-1) ?? 0;
  for (const mark of roundSteps(first, last, (fullWidth - left) / 90)) {
    // Of the steps of mini-batches, not each is there.
    const column = map.steps.findIndex((step) => step >= mark);
    if (column < 0) continue;
    const x = left + (column + 0.5) * wide;
    context.fillRect(x, map.height - BOTTOM, 1, 4);
    context.fillText(String(mark), x, map.height - BOTTOM + 6);
  }
  context.textAlign = "right";
  context.fillText(map.stepName, fullWidth - RIGHT, map.height - 12);
  context.translate(10, (map.height - BOTTOM) / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText((!allNamed(map) && map.placeAxis) || map.rowAxis, 0, 0);
}

const LARGEST_MARK = 3.5;
const EDGE = 1;

function drawMarks(
  map: HeatMap,
  context: CanvasRenderingContext2D,
  left: number,
  width: number,
): void {
  const { radius, places } = markPlaces(map, width);
  for (const [colour, size] of [
    [MARK.edge, radius + EDGE],
    [MARK.inside, radius],
  ] as const) {
    context.fillStyle = colour;
    for (const [x, y] of places) {
      if (radius < 1.5) {
        // No circle can be seen, and there may be very many of them.
        context.fillRect(left + x - size, y - size, 2 * size, 2 * size);
        continue;
      }
      context.beginPath();
      context.arc(left + x, y, size, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

/** The middles of the marks in sight, inside the right edge of their cells. */
export function markPlaces(
  map: Pick<HeatMap, "marks" | "zoom" | "steps" | "height">,
  width: number,
): { radius: number; places: [number, number][] } {
  const { marks = [], zoom } = map;
  const wide = width / map.steps.length;
  const tall = (map.height - BOTTOM) / (zoom.bottom - zoom.top);
  // A pixel between the marks of neighbours, where there is room.
  const room = (Math.min(wide, tall) - 1) / 2 - EDGE;
  const radius = clamp(room, 1, LARGEST_MARK);
  // Beside the frame of the cell that is pointed at.
  const inset = Math.min(wide / 2, radius + EDGE + 3);
  // Of marks that cover each other, one is drawn.
  const places = new Map<string, [number, number]>();
  for (let row = zoom.top; row < zoom.bottom; row++) {
    for (const column of marks[row] ?? []) {
      const x = (column + 1) * wide - inset;
      const y = (row - zoom.top + 0.5) * tall;
      places.set(`${Math.round(x)} ${Math.round(y)}`, [x, y]);
    }
  }
  return { radius, places: [...places.values()] };
}

/** What a mark means, for the key of a map. */
export function markKey(name: string): HTMLElement[] {
  const middle = LARGEST_MARK + EDGE;
  return [
    element(
      "span",
      { class: "mark" },
      svg(
        "svg",
        { width: 2 * middle, height: 2 * middle, "aria-hidden": true },
        svg("circle", { cx: middle, cy: middle, r: middle, fill: MARK.edge }),
        svg("circle", {
          cx: middle,
          cy: middle,
          r: LARGEST_MARK,
          fill: MARK.inside,
        }),
      ),
    ),
    element("span", {}, name),
  ];
}

/** Each pixel is the mean colour of the cells under it. */
export function paint(
  map: Pick<HeatMap, "cells" | "palette" | "zoom" | "steps">,
  image: Pick<ImageData, "width" | "height" | "data">,
): void {
  const { cells, palette, zoom } = map;
  const columns = map.steps.length;
  const { width, height, data } = image;
  const [reds, greens, blues] = [0, 1, 2].map((channel) =>
    Uint8Array.from(
      { length: 256 },
      (_, index) => palette[index]?.[channel as 0] ?? 0,
    ),
  ) as [Uint8Array, Uint8Array, Uint8Array];
  const columnOf = Uint32Array.from({ length: width + 1 }, (_, x) =>
    Math.floor((x * columns) / width),
  );
  const rows = zoom.bottom - zoom.top;
  for (let y = 0; y < height; y++) {
    const rowFrom = zoom.top + Math.floor((y * rows) / height);
    const rowTo = Math.max(
      rowFrom + 1,
      zoom.top + Math.floor(((y + 1) * rows) / height),
    );
    for (let x = 0; x < width; x++) {
      const from = columnOf[x] as number;
      const to = Math.max(from + 1, columnOf[x + 1] as number);
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let row = rowFrom; row < rowTo; row++) {
        for (let at = row * columns + from; at < row * columns + to; at++) {
          const index = cells[at] as number;
          red += reds[index] as number;
          green += greens[index] as number;
          blue += blues[index] as number;
        }
      }
      const count = (rowTo - rowFrom) * (to - from);
      const pixel = 4 * (y * width + x);
      data[pixel] = red / count;
      data[pixel + 1] = green / count;
      data[pixel + 2] = blue / count;
      data[pixel + 3] = 255;
    }
  }
}

/** What the colours mean: a strip from low to high, and the separate colour. */
export function colourKey(
  palette: Palette,
  low: string,
  high: string,
  apart?: string,
): HTMLElement {
  const stops = [1, 64, 128, 192, 255].map((index) =>
    css(palette[index] ?? [0, 0, 0]),
  );
  const strip = element("span", { class: "strip" });
  strip.style.background = `linear-gradient(to right, ${stops.join(", ")})`;
  const key = element("span", { class: "key" });
  if (apart) {
    const patch = element("span", { class: "patch" });
    patch.style.background = css(palette[0] ?? [0, 0, 0]);
    key.append(patch, element("span", {}, apart));
  }
  key.append(element("span", {}, low), strip, element("span", {}, high));
  return key;
}

/** The index of a value on a palette; 0, the separate colour, for no value. */
export function shade(
  value: number | null | undefined,
  low: number,
  high: number,
): number {
  if (value === null || value === undefined || !Number.isFinite(value))
    return 0;
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return 1 + Math.round(254 * clamp(share, 0, 1));
}

function fitted(
  context: CanvasRenderingContext2D,
  text: string,
  width: number,
): string {
  let short = text;
  for (
    let most = text.length;
    most > 2 && context.measureText(short).width > width;
    most--
  ) {
    short = middle(text, most);
  }
  return short;
}

function font(scale: number): string {
  return `${12 * scale}px system-ui, Roboto, sans-serif`;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
