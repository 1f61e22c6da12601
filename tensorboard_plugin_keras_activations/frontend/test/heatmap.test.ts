import assert from "node:assert/strict";
import { test } from "node:test";

import { markPlaces, paint, rowMarks, shade } from "../src/charts/heatmap";
import type { Palette } from "../src/colours";
import { densities } from "../src/details/histograms";

const palette: Palette = Array.from({ length: 256 }, (_, index) => [
  index,
  0,
  255 - index,
]);

function painted(cells: number[], columns: number, size: [number, number]) {
  const [width, height] = size;
  const image = {
    width,
    height,
    data: new Uint8ClampedArray(4 * width * height),
  };
  paint(
    {
      cells: Uint8Array.from(cells),
      palette,
      zoom: { top: 0, bottom: cells.length / columns },
      steps: Array.from({ length: columns }, (_, step) => step),
    },
    image,
  );
  return Array.from({ length: width * height }, (_, at) => image.data[4 * at]);
}

test("each cell fills its pixels", () => {
  assert.deepEqual(
    painted([10, 20, 30, 40], 2, [4, 2]),
    [10, 10, 20, 20, 30, 30, 40, 40],
  );
});

test("of more cells than pixels each pixel is the mean", () => {
  assert.deepEqual(painted([10, 20, 30, 40], 2, [1, 1]), [25]);
  assert.deepEqual(painted([0, 0, 90, 10, 10, 10], 3, [1, 2]), [30, 10]);
});

test("marks stand inside the right edge of their cells", () => {
  const marked = (marks: number[][], columns: number, bottom = marks.length) =>
    markPlaces(
      {
        marks,
        zoom: { top: bottom - 2, bottom },
        steps: Array.from({ length: columns }, (_, step) => step),
        height: 34 + 40,
      },
      200,
    );
  const { radius, places } = marked([[0], [], [1]], 2);
  // Rows of 20 pixels; the first is out of sight.
  assert.deepEqual(places, [[200 - radius - 4, 30]]);
  assert.ok(radius > 2 && radius < 10);
  // In narrow cells they stand in the middle, and are not drawn twice.
  const narrow = marked(
    [Array.from({ length: 1000 }, (_, at) => at), []],
    1000,
  );
  assert.equal(narrow.radius, 1);
  assert.ok(narrow.places.every(([x, y]) => x > 0 && x < 200 && y === 10));
  assert.equal(narrow.places.length, 201);
  assert.deepEqual(marked([[], []], 3).places, []);
});

test("values have a shade, missing ones the colour apart", () => {
  assert.equal(shade(0, 0, 1), 1);
  assert.equal(shade(1, 0, 1), 255);
  assert.equal(shade(5, 0, 1), 255);
  assert.equal(shade(null, 0, 1), 0);
  assert.equal(shade(NaN, 0, 1), 0);
  assert.equal(shade(2, 2, 2), 128);
});

test("histograms of any bins keep their counts on common rows", () => {
  const found = densities({
    steps: [0, 1],
    bins: [
      [
        [0, 1, 30],
        [1, 4, 10],
      ],
      [[2, 2.5, 7]],
    ],
  });
  assert.equal(found.low, 0);
  assert.equal(found.high, 4);
  const rows = found.density.length / 2;
  const width = 4 / rows;
  for (const column of [0, 1]) {
    let total = 0;
    let above2 = 0;
    for (let row = 0; row < rows; row++) {
      const share = (found.density[row * 2 + column] ?? 0) * width;
      total += share;
      if (row < rows / 2) above2 += share;
    }
    assert.ok(Math.abs(total - 1) < 1e-9);
    assert.ok(Math.abs(above2 - (column ? 1 : 1 / 6)) < 1e-9);
  }
});

test("a constant layer and an empty histogram are no error", () => {
  const constant = densities({ steps: [0], bins: [[[2, 2, 5]]] });
  assert.ok(constant.density.some((value) => value > 0));
  assert.equal(densities({ steps: [0], bins: [[]] }).most, 0);
});

test("sorted rows are numbered, and named where each has room", () => {
  const marks = (top: number, bottom: number, placeAxis?: string) =>
    rowMarks({
      rows: 48,
      rowNames: (row) => `unit ${(7 * row) % 48}`,
      ...(placeAxis ? { placeAxis } : {}),
      zoom: { top, bottom },
      height: 34 + 240,
    });
  const sorted = marks(0, 48, "place by time dead");
  assert.deepEqual(
    sorted.map(([name]) => name),
    ["10", "20", "30", "40"],
  );
  // In the middle of the tenth row.
  assert.equal(sorted[0]?.[1], 9.5 * 5);
  assert.deepEqual(
    marks(2, 6, "place by time dead").map(([name]) => name),
    ["unit 14", "unit 21", "unit 28", "unit 35"],
  );
  assert.equal(marks(0, 48)[1]?.[0], "unit 22");
});
