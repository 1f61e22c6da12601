import assert from "node:assert/strict";
import { test } from "node:test";

import {
  badness,
  concerns,
  isWorse,
  known,
  sentence,
  worseFirst,
} from "../src/health";
import { finding, latest, layer, manifest, series } from "./samples";

function told(
  values: (number | null)[],
  now: Record<string, number>,
  limits = {},
) {
  const dense = layer("dense");
  const described = manifest([dense, layer("other")], limits);
  const last = latest(
    Object.fromEntries(
      Object.entries(now).map(([measure, value]) => [
        measure,
        { dense: value },
      ]),
    ),
  );
  const found = concerns(described, last, series("dead_ratio", values));
  return sentence(described, found).replaceAll("\u00a0", " ");
}

test("a layer that lost units is told with the epochs of the loss", () => {
  const dead = [0.02, 0.02, 0.02, 0.05, 0.3, 0.5, 0.6, 0.63, 0.63];
  assert.equal(
    told(dead, { dead_ratio: 0.63, born_dead: 0 }),
    "1 of 2 layers needs a look: dense lost 61 % of its units between epochs 3 and 6.",
  );
});

test("of a loss that was made good again the second is told", () => {
  assert.match(
    told([0, 0.8, 0.3, 0.4, 0.8, 0.8], { dead_ratio: 0.8 }),
    /lost 80 % of its units between epochs 0 and 4/,
  );
});

test("a layer dead from birth is not said to have lost units", () => {
  assert.match(
    told([0.5, 0.5, 0.6], { dead_ratio: 0.6, born_dead: 5 }),
    /dense has 50 % units that never fired/,
  );
});

test("a level without a rise is only stated", () => {
  assert.match(told([0.4], { dead_ratio: 0.4 }), /dense has 40 % dead units/);
});

test("missing epochs do not disturb the story", () => {
  assert.match(
    told([0, null, 0.0, 0.5, null, 0.5], { dead_ratio: 0.5 }),
    /lost 50 % of its units between epochs 2 and 3/,
  );
});

test("below the limit no layer needs a look, and the run sets the limit", () => {
  assert.equal(
    told([0, 0.1], { dead_ratio: 0.1 }),
    "None of the 2 watched layers needs a look.",
  );
  assert.match(
    told([0, 0.1], { dead_ratio: 0.1 }, { dead_ratio: 0.05 }),
    /dense lost 10 % of its units/,
  );
});

test("death is not counted a second time, as saturation", () => {
  const layers = ["a", "b", "c"].map((name) => layer(name));
  const last = latest({
    dead_ratio: { a: 0.2, b: 0.2 },
    saturation: { a: 0.6, b: 0.8, c: 0.55 },
  });
  const found = concerns(manifest(layers), last, {});
  assert.deepEqual(
    found.map(({ clause }) => clause.replaceAll("\u00a0", " ")),
    [
      "80 % of the units of b are saturated",
      "55 % of the units of c are saturated",
    ],
  );
  const [a, b, c] = layers.map((each) => badness(last, each).toFixed(2));
  assert.deepEqual([a, b, c], ["0.40", "0.60", "0.55"]);
});

test("NaN comes before everything else", () => {
  assert.match(
    told([0, 0.9], { dead_ratio: 0.9, nonfinite: 1234 }),
    /dense gave 1,234 NaN or infinite values/,
  );
});

test("a limit on any other measure is told with value and limit", () => {
  assert.match(
    told([], { bias_shift: 0.97 }, { bias_shift: 0.9 }),
    /bias shift of dense is 0.970 \(limit 0.900\)/,
  );
});

test("the worst three are named, the others counted", () => {
  const layers = [1, 2, 3, 4, 5].map((place) => layer(`l${place}`));
  const dead = { l1: 0.3, l2: 0.9, l3: 0.4, l4: 0.5, l5: 0.1 };
  const described = manifest(layers);
  const found = concerns(described, latest({ dead_ratio: dead }), {});
  assert.deepEqual(
    found.map((finding) => finding.layer.name),
    ["l2", "l4", "l3", "l1"],
  );
  assert.match(sentence(described, found), /^4 of 5 layers .* 1 more\.$/);
});

test("the worst is what is of no use for any reason, NaN before all", () => {
  const layers = ["dead", "nan", "saturated", "one-sided"].map((name) =>
    layer(name),
  );
  const found = concerns(
    manifest(layers),
    latest({
      dead_ratio: { dead: 0.6, nan: 0.1 },
      saturation: { dead: 0.6, saturated: 0.9 },
      one_sided_ratio: { "one-sided": 0.7, saturated: NaN },
      nonfinite: { nan: 1 },
    }),
    {},
  );
  assert.deepEqual(
    found.map((finding) => finding.layer.name),
    ["nan", "saturated", "one-sided", "dead"],
  );
});

test("layers that findings name come before those that are worse", () => {
  const layers = ["well", "most", "all", "named", "named too"].map((name) =>
    layer(name),
  );
  const last = latest({
    dead_ratio: { most: 0.69, all: 1, named: 0.1, "named too": 0.2 },
  });
  const order = (...named: string[][]) =>
    [...layers]
      .sort(
        worseFirst(
          named.map((each) => finding({ layers: each })),
          last,
        ),
      )
      .map(({ name }) => name);
  const rest = ["all", "most", "well"];
  assert.deepEqual(order(["named"], ["all", "named too"]), [
    "named",
    "all",
    "named too",
    "most",
    "well",
  ]);
  assert.deepEqual(order(["named", "named too"]), [
    "named too",
    "named",
    ...rest,
  ]);
  assert.deepEqual(order(), ["all", "most", "named too", "named", "well"]);
});

test("one layer, and none, are put in words too", () => {
  assert.equal(sentence(manifest([]), []), "No layer of this run was watched.");
  assert.equal(
    sentence(manifest([layer("a")]), []),
    "The watched layer needs no look.",
  );
});

test("known() leaves out what is missing or not finite", () => {
  assert.deepEqual(known([5, 6, 7, 8], [1, null, NaN, 2]), [
    { step: 5, value: 1 },
    { step: 8, value: 2 },
  ]);
});

test("what is worse depends on the measure", () => {
  assert.ok(isWorse({ worse: "high" }, 2, 1));
  assert.ok(isWorse({ worse: "low" }, 1, 2));
  assert.ok(isWorse({ worse: "far" }, -3, 2));
});
