/** Colours that the colour-blind can tell apart, on light and dark. */

export type Rgb = [number, number, number];

/** A colour of the style sheet. */
export function themed(name: string): string {
  return getComputedStyle(document.documentElement)
    .getPropertyValue(`--${name}`)
    .trim();
}

export function isDark(): boolean {
  return document.documentElement.dataset["theme"] === "dark";
}

/** Okabe and Ito's, without black and yellow, each invisible on one theme. */
const LINES = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#e69f00",
  "#56b4e9",
];
const LINES_ON_DARK = [
  "#4aa8e8",
  "#ff8a3d",
  "#2fcf9f",
  "#e39ac4",
  "#f0b83a",
  "#a5dcff",
];
const DASHES = [[], [8, 4], [4, 3], [12, 3, 3, 3]];

/** Colours that some people confuse with one of the others, such as green. */
const DOUBTFUL = new Set([2, 4, 5]);

/**
 * Colour and dashes of the n-th line; 24 before one repeats. Among the first
 * twelve, lines with the same dashes have colours that the colour-blind can
 * tell apart too.
 */
export function lineStyle(index: number): { colour: string; dash: number[] } {
  const colours = isDark() ? LINES_ON_DARK : LINES;
  const place = index % colours.length;
  const round = Math.floor(index / colours.length) % DASHES.length;
  const swapped = round >= 2;
  const dash = 2 * (round % 2) + Number(DOUBTFUL.has(place) !== swapped);
  return { colour: colours[place] ?? "#888", dash: DASHES[dash] ?? [] };
}

/** A ramp of 256 colours; the first is separate: missing, or dead. */
export type Palette = Rgb[];

/** Viridis: even in lightness, readable without telling red from green. */
export function viridis(): Palette {
  return ramp(rgb(themed("missing")), [
    [68, 1, 84],
    [72, 40, 120],
    [62, 74, 137],
    [49, 104, 142],
    [38, 130, 142],
    [31, 158, 137],
    [53, 183, 121],
    [110, 206, 88],
    [181, 222, 43],
    [253, 231, 37],
  ]);
}

/**
 * Dead units in orange; the more another unit fires, the more its colour
 * differs from the page.
 */
export function firingPalette(): Palette {
  const blues: Rgb[] = isDark()
    ? [
        [32, 56, 84],
        [60, 120, 180],
        [170, 215, 255],
      ]
    : [
        [214, 230, 244],
        [107, 174, 214],
        [8, 69, 148],
      ];
  // The square root makes a rate of 1 % look different from one of 5 %.
  return ramp(rgb(themed("dead")), blues, Math.sqrt);
}

/**
 * What marks a cell of a map, and the edge around it: one of the two stands out
 * from any colour, on light and dark.
 */
export const MARK = { inside: "#ffffff", edge: "#16191d" };

export function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}

function ramp(
  first: Rgb,
  anchors: Rgb[],
  bend: (share: number) => number = (share) => share,
): Palette {
  const palette: Palette = [first];
  for (let index = 1; index < 256; index++) {
    const position = bend((index - 1) / 254) * (anchors.length - 1);
    const low = Math.min(Math.floor(position), anchors.length - 2);
    const from = anchors[low] ?? first;
    const to = anchors[low + 1] ?? first;
    const part = position - low;
    palette.push(
      from.map((value, channel) =>
        Math.round(value + part * ((to[channel] ?? 0) - value)),
      ) as Rgb,
    );
  }
  return palette;
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
