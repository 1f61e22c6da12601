import assert from "node:assert/strict";
import { test } from "node:test";

import { roundSteps, roundValues } from "../src/charts/ticks";
import { counted, digits, listed, shown } from "../src/format";
import {
  measureOf,
  measuresOf,
  onSteps,
  sampleCounts,
  samplesOf,
  samplesTold,
  seriesBehind,
  withZeros,
} from "../src/measures";
import { csv } from "../src/save";
import { askDocument, Source } from "../src/source";
import { layersWith, shortName } from "../src/measured";
import { compared } from "../src/sortable";
import { latest, layer, manifest } from "./samples";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("values are shown by their unit", () => {
  assert.equal(plain(shown(0.617, "share")), "61.7 %");
  assert.equal(plain(shown(0.0001, "share")), "< 0.1 %");
  assert.equal(plain(shown(0, "share")), "0.0 %");
  assert.equal(shown(12345, "count"), "12,345");
  assert.equal(shown(null, "share"), "–");
  assert.equal(shown(NaN, "number"), "NaN");
  assert.equal(digits(0.564321), "0.564");
  assert.equal(digits(-0.0000123), "-1.23e-5");
});

test("things are counted and listed in words", () => {
  assert.equal(counted(1, "unit"), "1 unit");
  assert.equal(counted(2048, "unit"), "2,048 units");
  assert.equal(listed(["a"]), "a");
  assert.equal(listed([1, 2, 3]), "1, 2 and 3");
  assert.equal(listed([1, 2, 3, 4], 2), "1, 2 and 2 more");
});

test("marks stand at round steps and never too many", () => {
  assert.deepEqual(roundSteps(0, 60, 7), [0, 10, 20, 30, 40, 50, 60]);
  assert.deepEqual(roundSteps(7, 7, 5), [7]);
  for (const last of [3, 99, 1234, 1e6]) {
    assert.ok(roundSteps(0, last, 8).length <= 9);
  }
});

test("numbers at an axis are round too", () => {
  assert.deepEqual(roundValues(-0.13, 0.43, 6), [-0.1, 0, 0.1, 0.2, 0.3, 0.4]);
  assert.deepEqual(roundValues(0, 4.73, 5), [0, 1, 2, 3, 4]);
  assert.deepEqual(roundValues(1200, 5600, 3), [2000, 4000]);
});

test("a table becomes CSV that no spreadsheet runs", () => {
  const table = [
    ["name", "value"],
    ['a "b", c', 0.25],
    ["=1+1", null],
    ["-x", undefined],
  ];
  assert.equal(
    csv(table),
    'name,value\r\n"a ""b"", c",0.25\r\n\'=1+1,\r\n\'-x,\r\n',
  );
});

test("measures have an order, validation's last, unknown ones a name", () => {
  const logged = latest({
    val_dead_ratio: {},
    mean: {},
    something_new: {},
    dead_ratio: {},
    sign_agreement_random: {},
    bias_shift_expected: {},
    "batch.mean": {},
  });
  assert.deepEqual(
    measuresOf(logged).map(({ name }) => name),
    [
      "dead units",
      "mean",
      "something new",
      "mean, per mini-batch",
      "dead units, validation",
    ],
  );
  assert.deepEqual(measureOf("dead_ratio").axis, [0, 1]);
});

test("what is logged only where it happened is 0 elsewhere", () => {
  const recycled = measureOf("recycled");
  assert.equal(recycled.name, "recycled units");
  assert.deepEqual(seriesBehind(recycled), ["recycled", "samples"]);
  assert.deepEqual(seriesBehind(measureOf("mean")), ["mean"]);
  const logged = {
    recycled: { steps: [1, 3], layers: { a: [5, null], b: [null, 2] } },
    samples: { steps: [0, 1, 2, 4], layers: { a: [9, 9, 9, 9] } },
  };
  assert.deepEqual(withZeros(recycled, logged), {
    steps: [0, 1, 2, 3, 4],
    layers: { a: [0, 5, 0, 0, 0], b: [0, 0, 0, 2, 0] },
  });
  const { samples } = logged;
  assert.deepEqual(withZeros(recycled, { samples }).layers, {});
  assert.equal(withZeros(measureOf("samples"), logged), samples);
});

test("nothing is said of steps of which TensorBoard keeps a sample", () => {
  const steps = Array.from({ length: 1000 }, (_, at) => 2 * at);
  const long = { steps, layers: { a: steps.map(() => 1) } };
  assert.deepEqual(onSteps(long, [0, 1, 2]).layers["a"], [1, null, 1]);
});

test("it is told how many observations a measure rests on", () => {
  const logged = latest({ samples: { a: 5000, b: 5000 } });
  assert.equal(
    samplesOf(logged, "mean"),
    "5,000 observations per unit and epoch.",
  );
  const mixed = latest({ samples: { a: 100, b: 2000 } });
  assert.match(samplesOf(mixed, "mean"), /^100 to 2,000 observations/);
  assert.match(samplesOf(mixed, "mean", "b"), /^2,000 observations/);
  assert.equal(samplesOf(latest({}), "mean"), "");
  const several = latest({
    samples: { a: 5000 },
    val_samples: { a: 300 },
    "batch.samples": { a: 32 },
  });
  assert.match(samplesOf(several, "val_dead_ratio"), /^300 observations/);
  assert.equal(samplesOf(several, "batch.mean"), "32 observations per unit.");
  assert.equal(samplesOf(several, "gradient_norm"), "");
  const runs = [mixed, several].flatMap((run) => sampleCounts(run, "mean"));
  assert.match(samplesTold(runs, "mean"), /^100 to 5,000 observations/);
});

test("weights are called by what tells them apart", () => {
  const paths = ["net/dense/kernel", "net/block/dense/kernel"];
  assert.deepEqual(
    paths.map((path) => shortName(path, paths)),
    ["dense", "block/dense"],
  );
  assert.equal(
    shortName("net/dense/kernel", ["net/dense/kernel"]),
    "net/dense",
  );
});

test("layers and other weights stand in the order of the model", () => {
  const known = manifest([layer("b"), layer("a")]);
  known.weights = ["dense_9/kernel", "dense_10/kernel", "classes/kernel"];
  const layers = Object.fromEntries(
    ["a", "b", "classes/kernel", "dense_10/kernel", "dense_9/kernel"].map(
      (tag) => [tag, [1]],
    ),
  );
  assert.deepEqual(
    layersWith(known, { steps: [0], layers }).map(({ name }) => name),
    ["b", "a", "dense_9", "dense_10", "classes"],
  );
});

test("a sorted column has its missing values last, up and down", () => {
  const values = [3, null, 10, undefined, 2];
  const sorted = (sign: number) =>
    [...values].sort((one, other) => compared(one, other, sign));
  assert.deepEqual(sorted(1).slice(0, 3), [2, 3, 10]);
  assert.deepEqual(sorted(-1).slice(0, 3), [10, 3, 2]);
  assert.ok(compared("dense_2", "dense_10", 1) < 0);
});

test("the file's own data are read, NaN by its name", async () => {
  const data = {
    runs: { runs: [{ run: "NaN", problem: "", manifest: manifest([]) }] },
    latest: {},
    series: {
      NaN: { mean: { steps: [0, 1], layers: { a: ["NaN", "-Infinity"] } } },
    },
    firing: {},
    alphas: {},
    histograms: {},
  };
  const stream = new Blob([JSON.stringify(data)])
    .stream()
    .pipeThrough(new CompressionStream("deflate"));
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  const source = new Source(askDocument(bytes.toString("base64")));
  const [run] = await source.runs();
  assert.ok(run);
  assert.equal(run.run, "NaN");
  const series = await source.series(run, ["mean", "std"]);
  assert.deepEqual(series["mean"]?.layers["a"], [NaN, -Infinity]);
  assert.equal(series["std"], undefined);
  const firing = await source.firing(run, "a");
  assert.equal(firing.units, 0);
  assert.deepEqual(firing.recycled, []);
});

test("an answer is asked for once, and anew after forget()", async () => {
  let asked = 0;
  const source = new Source(() => {
    asked += 1;
    return asked === 2
      ? Promise.reject(new Error("gone"))
      : Promise.resolve({ runs: [] });
  });
  await source.runs();
  await source.runs();
  assert.equal(asked, 1);
  source.forget();
  await assert.rejects(source.runs());
  await source.runs();
  assert.equal(asked, 3);
});
