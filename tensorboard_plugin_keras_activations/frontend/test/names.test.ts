import assert from "node:assert/strict";
import { test } from "node:test";

import { middle, shortened, shortRuns } from "../src/names";

test("runs are called by what tells their paths apart", () => {
  assert.deepEqual(
    shortRuns(["demo-2026/relu/lr=0.1/seed=0", "demo-2026/elu/lr=0.1/seed=0"]),
    ["relu", "elu"],
  );
  assert.deepEqual(shortRuns(["a/b/c", "a/b/d/c"]), ["c", "d/c"]);
  assert.deepEqual(shortRuns(["a", "a/b"]), ["a", "a/b"]);
  // What is the same between them does not tell them apart either.
  const sweep = "compare-digits-epochs3-batch32";
  assert.deepEqual(
    shortRuns([
      `${sweep}/relu/lr=0.1/seed=0`,
      `${sweep}/tanh/lr=0.1/seed=1`,
      "demo-2026/relu/lr=0.1/seed=0",
    ]),
    [
      "compare-digit…s3-batch32/relu/seed=0",
      "compare-digit…s3-batch32/tanh/seed=1",
      "demo-2026/relu/seed=0",
    ],
  );
  // Never so much that two have one name.
  const long = ["1", "2"].map((n) => "a".repeat(20) + n + "b".repeat(20));
  assert.deepEqual(shortRuns(long), long);
});

test("long names lose the words that all begin with", () => {
  assert.deepEqual(
    shortened(["encoder_stage_0_relu", "encoder_stage_1_relu", "encoder_head"]),
    ["stage_0_relu", "stage_1_relu", "head"],
  );
  // Only whole words, and never all but a number.
  for (const names of [
    ["dense", "dense_1"],
    ["encoder_activation_1", "encoder_activation_2"],
    ["a_very_long_name_alone"],
  ]) {
    assert.deepEqual(shortened(names), names);
  }
  assert.deepEqual(
    shortened(["network/left_hand/relu", "network/left_foot/relu"]),
    ["hand", "foot"],
  );
  assert.deepEqual(
    shortened(["stage_0_block_1_activation", "stage_1_block_0_activation"]),
    ["stage_0_block_1", "stage_1_block_0"].map((name) => name.slice(6)),
  );
});

test("the middle of a name is left out", () => {
  assert.equal(middle("short", 5), "short");
  assert.equal(
    middle("encoder_stage_0_residual_relu", 20),
    "encoder_s…idual_relu",
  );
  assert.equal(middle("abcdef", 4), "a…ef");
});
