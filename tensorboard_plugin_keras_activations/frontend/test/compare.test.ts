import assert from "node:assert/strict";
import { test } from "node:test";

import type { Compared } from "../src/compare/compared";
import {
  ALL,
  filtered,
  hparamChoices,
  MOST_DRAWN,
  NONE,
  tickedOf,
  whereWith,
} from "../src/compare/filter";
import { groupings, groupsOf, SEEDS, spreadOf } from "../src/compare/groups";
import type { Run } from "../src/types";
import { latest, manifest, run } from "./samples";

const RUNS = ["relu", "elu"].flatMap((activation) =>
  [0.1, 1].flatMap((rate) =>
    [0, 1].map((seed) =>
      run(`${activation}/lr=${rate}/seed=${seed}`, {
        time: 10 * rate + seed,
        manifest: {
          ...manifest([]),
          hparams: { activation, learning_rate: rate, seed, units: 8 },
        },
      }),
    ),
  ),
);

const namesOf = (runs: Run[]) => runs.map((each) => each.run);

test("runs are found by words and by hyperparameters", () => {
  assert.equal(filtered(RUNS, "", "").length, 8);
  assert.deepEqual(namesOf(filtered(RUNS, "RELU seed=1", "")), [
    "relu/lr=0.1/seed=1",
    "relu/lr=1/seed=1",
  ]);
  let where = whereWith("", "learning_rate", "1");
  where = whereWith(where, "activation", "elu");
  assert.deepEqual(namesOf(filtered(RUNS, "", where)), [
    "elu/lr=1/seed=0",
    "elu/lr=1/seed=1",
  ]);
  where = whereWith(where, "learning_rate", "");
  assert.equal(filtered(RUNS, "", where).length, 4);
  // What does not vary is no choice.
  assert.deepEqual(hparamChoices(RUNS), [
    ["activation", ["elu", "relu"]],
    ["learning_rate", ["0.1", "1"]],
    ["seed", ["0", "1"]],
  ]);
});

test("the newest runs are drawn until others are ticked", () => {
  const many = Array.from({ length: 30 }, (_, time) =>
    run(`r${time}`, { time }),
  );
  const first = tickedOf(many, "", false);
  assert.equal(first.size, MOST_DRAWN);
  assert.ok(first.has("r29") && !first.has("r17"));
  assert.equal(tickedOf(many, "", true).size, 30);
  assert.equal(tickedOf(many, ALL, false).size, 30);
  assert.equal(tickedOf(many, NONE, true).size, 0);
  assert.deepEqual([...tickedOf(many, "r3,gone", false)], ["r3"]);
});

test("over seeds there is a mean, the lowest and the highest", () => {
  const all = RUNS.map((each, place): Compared => ({
    run: each,
    place,
    latest: latest({}),
    points: [
      { step: 0, value: place },
      ...(place % 2 ? [{ step: 1, value: 10 * place }] : []),
    ],
    now: undefined,
    layer: undefined,
  }));
  assert.deepEqual(
    groupings(all).map(([id]) => id),
    ["", SEEDS, "activation", "learning_rate"],
  );
  const groups = groupsOf(all, SEEDS);
  assert.deepEqual(
    groups.map(({ name, members }) => [name, members.length]),
    [
      ["elu, learning rate 0.1", 2],
      ["elu, learning rate 1", 2],
      ["relu, learning rate 0.1", 2],
      ["relu, learning rate 1", 2],
    ],
  );
  const [group] = groups;
  assert.ok(group);
  // Its runs are the fifth and the sixth.
  assert.deepEqual(spreadOf(group, [0, 1, 2]), {
    mean: [4.5, 50, null],
    low: [4, 50, null],
    high: [5, 50, null],
  });
});
