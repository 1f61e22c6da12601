import assert from "node:assert/strict";
import { test } from "node:test";

import type { Rgb } from "../src/colours";
import { firingPalette, lineStyle, MARK } from "../src/colours";

// Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
const VISIONS: Record<string, [Rgb, Rgb, Rgb]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

// White of D65.
const TO_XYZ: [Rgb, Rgb, Rgb] = [
  [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505],
  [0.2126, 0.7152, 0.0722],
  [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089],
];

function times(matrix: [Rgb, Rgb, Rgb], [a, b, c]: Rgb): Rgb {
  return matrix.map(([x, y, z]) => x * a + y * b + z * c) as Rgb;
}

/** How a colour looks: L*, a* and b*. */
function seen(colour: Rgb, vision: [Rgb, Rgb, Rgb]): Rgb {
  const linear = colour.map((value) => (value / 255) ** 2.2) as Rgb;
  const there = times(vision, linear).map((value) =>
    Math.min(1, Math.max(0, value)),
  ) as Rgb;
  const [x, y, z] = times(TO_XYZ, there).map((value) =>
    value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116,
  ) as Rgb;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(one: Rgb, other: Rgb, vision: [Rgb, Rgb, Rgb]): number {
  const [a, b, c] = seen(one, vision);
  const [d, e, f] = seen(other, vision);
  return Math.hypot(a - d, b - e, c - f);
}

function fromHex(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** The theme, without a document. */
function setTheme(theme: string): void {
  Object.assign(globalThis, {
    document: { documentElement: { dataset: { theme } } },
    getComputedStyle: () => ({
      getPropertyValue: () => (theme === "dark" ? "#ff7a1a" : "#d55e00"),
    }),
  });
}

test("24 lines have 24 styles", () => {
  setTheme("light");
  const styles = Array.from({ length: 24 }, (_, at) =>
    JSON.stringify(lineStyle(at)),
  );
  assert.equal(new Set(styles).size, 24);
});

for (const theme of ["light", "dark"]) {
  for (const [name, vision] of Object.entries(VISIONS)) {
    test(`lines differ in dashes or colour: ${theme}, ${name}`, () => {
      setTheme(theme);
      const lines = Array.from({ length: 12 }, (_, at) => lineStyle(at));
      lines.forEach((one, at) => {
        for (const other of lines.slice(0, at)) {
          if (String(one.dash) !== String(other.dash)) continue;
          const far = difference(
            fromHex(one.colour),
            fromHex(other.colour),
            vision,
          );
          assert.ok(far > 15, `${one.colour} ${other.colour}: ${far}`);
        }
      });
    });

    test(`dead units stand out: ${theme}, ${name}`, () => {
      setTheme(theme);
      const [dead, ...alive] = firingPalette();
      assert.ok(dead);
      for (const colour of alive) {
        const far = difference(dead, colour, vision);
        assert.ok(far > 20, `${String(colour)}: ${far}`);
      }
    });

    test(`a mark stands out from any cell: ${theme}, ${name}`, () => {
      setTheme(theme);
      const parts = Object.values(MARK).map(fromHex);
      for (const colour of firingPalette()) {
        const far = parts.map((part) => difference(part, colour, vision));
        assert.ok(Math.max(...far) > 45, `${String(colour)}: ${String(far)}`);
      }
    });
  }
}
