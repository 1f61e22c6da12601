import assert from "node:assert/strict";
import { test } from "node:test";

import {
  choicesOf,
  fragmentOf,
  NOTHING_CHOSEN,
  packed,
  unpackedNames,
} from "../src/address";
import { nameOf, runOf } from "../src/context";
import { manifest, run } from "./samples";

const PREFIX = "p.keras_activations.";

test("an address says the choices and gives them back", () => {
  const choices = {
    ...NOTHING_CHOSEN,
    run: "a b/health",
    layer: "01_<x>&y=#%",
    hidden: packed(["a,b", "c&d"]),
  };
  const fragment = fragmentOf(choices, PREFIX);
  assert.deepEqual(
    choicesOf(`#keras_activations&${fragment}`, PREFIX),
    choices,
  );
  assert.deepEqual([...unpackedNames(choices.hidden)], ["a,b", "c&d"]);
});

test("what was not chosen is not in the address", () => {
  assert.equal(fragmentOf(NOTHING_CHOSEN, PREFIX), "");
  assert.equal(
    fragmentOf({ ...NOTHING_CHOSEN, view: "units" }, ""),
    "view=units",
  );
});

test("other plugins' parameters and broken ones are passed over", () => {
  const found = choicesOf(
    "#x&p.other.run=1&p.keras_activations.run=%E0%A4%A&toString=1",
    PREFIX,
  );
  assert.deepEqual(found, { ...NOTHING_CHOSEN, run: "%E0%A4%A" });
  assert.deepEqual(choicesOf("#toString=1&constructor=2", ""), NOTHING_CHOSEN);
});

test("a link finds its run from whatever directory TensorBoard was given", () => {
  const found = (asked: string, ...names: string[]) =>
    runOf(
      names.map((name) => run(name)),
      asked,
    )?.run;
  const asked = "logs/run1/health";
  assert.equal(found(asked, "other/health", asked), asked);
  assert.equal(found(asked, "run2/health", "run1/health"), "run1/health");
  assert.equal(found(asked, "health"), "health");
  assert.equal(found(asked, "health", "run1/health"), "run1/health");
  assert.equal(found(asked, `mine/${asked}`, "x/health"), `mine/${asked}`);
  assert.equal(found(asked, `mine/${asked}`, `yours/${asked}`), undefined);
  assert.equal(found(asked, "run2/health", "1/health"), undefined);
  assert.equal(found("", "health"), undefined);
});

test("the name of a run leaves out the directory of its own monitor", () => {
  const named = (name: string, prefix: string) =>
    nameOf(run(name, { manifest: { ...manifest([]), prefix } }));
  assert.equal(named("logs/run1/health", "health"), "logs/run1");
  assert.equal(named("logs/run1/probe.a", "probe.a"), "logs/run1");
  assert.equal(named("logs/run1/health", "probe.a"), "logs/run1/health");
  assert.equal(named("run1/probeXa", "probe.a"), "run1/probeXa");
  assert.equal(named("health", "health"), "health");
});
