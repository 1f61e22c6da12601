import assert from "node:assert/strict";
import { test } from "node:test";

import { scaled } from "../src/charts/sparkline";
import {
  causeOf,
  causesByLayer,
  figureOf,
  measuresBehind,
  notChecked,
  sinceOf,
  summaryOf,
  trustIn,
  verdictOf,
  worstFirst,
} from "../src/diagnosis";
import { withCode } from "../src/findings/cards";
import { Source } from "../src/source";
import { diagnosed, evidence, finding, run } from "./samples";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("a verdict says in what nothing was found", () => {
  assert.equal(
    verdictOf(summaryOf(diagnosed([]))),
    "No finding in 3 activations and 8 epochs.",
  );
});

test("a verdict names each cause once, in words", () => {
  const found = diagnosed([
    finding({ cause: "born_dead" }),
    finding({ cause: "born_dead" }),
    finding({ cause: "rate_too_high" }),
  ]);
  assert.equal(
    verdictOf(summaryOf(found)),
    "3 findings in 3 activations and 8 epochs: units dead from birth; learning rate too high.",
  );
});

test("findings that cannot be read are not taken for health", () => {
  const problem = "1 of 1 findings of this run cannot be read";
  assert.equal(verdictOf(summaryOf({ ...diagnosed([]), problem })), problem);
  assert.equal(
    verdictOf(summaryOf({ ...diagnosed([]), diagnosis: null, problem })),
    problem,
  );
});

test("a cause of a newer version is called by its name", () => {
  assert.equal(causeOf("moon_phase"), "moon phase");
  assert.equal(causeOf("constructor"), "constructor");
});

test("a figure has the unit of its measure, its limit as it was given", () => {
  const told = (changes: Parameters<typeof evidence>[0]) => {
    const { value, limit } = figureOf(evidence(changes));
    return plain(`${value}, ${limit}`);
  };
  assert.equal(told({}), "61.0 %, at least 40 %");
  assert.equal(
    told({ measure: "", value: 1.29e-4, limit: 0.02, above: false }),
    "1.29e-4, at most 0.02",
  );
  assert.equal(told({ measure: "", value: NaN, limit: null }), "NaN, –");
});

test("when it began, and how far to trust it, may be unknown", () => {
  assert.equal(sinceOf(finding({ since: "epoch 3" })), "since epoch 3");
  assert.equal(sinceOf(finding({ since: "" })), "");
  assert.equal(trustIn(finding({})), "");
  assert.match(plain(trustIn(finding({ confidence: 0.875 }))), / 88 % were/);
});

test("causes not checked for the same reason stand together", () => {
  const { diagnosis } = diagnosed([], {
    not_checked: { born_dead: "no step", moon: "dark", diverged: "no step" },
  });
  assert.ok(diagnosis);
  assert.deepEqual(notChecked(diagnosis), [
    ["no step", ["units dead from birth", "loss not finite"]],
    ["dark", ["moon"]],
  ]);
});

test("a layer is told all its causes, a measure is asked for once", () => {
  const found = [
    finding({ layers: ["a", "a", "b"] }),
    finding({ layers: ["b"], cause: "diverged" }),
    finding({ evidence: [evidence({ measure: "" })], layers: [] }),
  ];
  assert.deepEqual(
    [...causesByLayer(found)],
    [
      ["a", "dying units"],
      ["b", "dying units; loss not finite"],
    ],
  );
  assert.deepEqual(measuresBehind(found), ["dead_ratio"]);
});

test("of the runs the most important cause comes first, then the newest", () => {
  const told = (name: string, time: number, ...causes: string[]) =>
    run(name, {
      diagnosed: summaryOf({
        ...diagnosed(causes.map((cause) => finding({ cause }))),
        time,
      }),
    });
  const sorted = worstFirst([
    run("old log"),
    told("healthy", 8),
    told("healthy again", 9),
    told("newer version", 7, "moon_phase"),
    told("idle", 6, "not_learning"),
    told("dying", 1, "rate_too_high", "dying_units", "not_learning"),
    told("dying again", 2, "rate_too_high"),
    told("scale", 0, "input_scale"),
  ]);
  assert.deepEqual(
    sorted.map((each) => each.run),
    [
      "scale",
      "dying again",
      "dying",
      "idle",
      "newer version",
      "healthy again",
      "healthy",
      "old log",
    ],
  );
});

test("figures are read by their names, texts stay as they are", async () => {
  const answer = diagnosed([
    finding({
      layers: ["NaN"],
      sentence: "Infinity",
      evidence: [evidence({ what: "NaN" })],
    }),
  ]);
  Object.assign(answer.diagnosis?.findings[0]?.evidence[0] ?? {}, {
    value: "NaN",
    limit: "-Infinity",
  });
  const source = new Source((route) => {
    assert.equal(route, "findings");
    return Promise.resolve(answer);
  });
  const read = await source.findings(run("a"));
  const found = read.diagnosis?.findings[0];
  assert.deepEqual(found?.layers, ["NaN"]);
  assert.equal(found.sentence, "Infinity");
  assert.equal(found.evidence[0]?.what, "NaN");
  assert.ok(Number.isNaN(found.evidence[0].value));
  assert.equal(found.evidence[0].limit, -Infinity);
});

test("a single backtick marks no code", () => {
  assert.deepEqual(withCode("a ` b"), ["a ` b"]);
  assert.deepEqual(withCode("a"), ["a"]);
});

test("a curve and its limit fit into the drawing", () => {
  const heights = (values: (number | null)[], limit: number | null) => {
    const height = scaled({ values, limit, axis: "from zero" });
    return values.map((value) => Math.round(height(value ?? 0)));
  };
  // The limit is on top, far from all.
  assert.deepEqual(heights([0, 1, null], 2), [47, 26, 47]);
  // Powers of ten are even; 0, which has none, lies at the bottom.
  assert.deepEqual(heights([1e-4, 1e-2, 0], 1), [47, 26, 47]);
  assert.deepEqual(heights([NaN, 3], null).slice(1), [5]);
  const flat = scaled({ values: [3, 3], limit: null, axis: "fit" });
  assert.equal(flat(3), 26);
});
