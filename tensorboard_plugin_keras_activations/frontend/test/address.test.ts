import assert from "node:assert/strict";
import { test } from "node:test";

import {
  choicesOf,
  fragmentOf,
  NOTHING_CHOSEN,
  packed,
  unpackedNames,
} from "../src/address";

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
