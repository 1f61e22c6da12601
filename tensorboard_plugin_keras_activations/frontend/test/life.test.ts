import assert from "node:assert/strict";
import { test } from "node:test";

import {
  byTimeDead,
  changesOf,
  DEATH,
  lifeOf,
  ONE_SIDED,
  told,
} from "../src/life";
import { firing } from "./samples";

// Units: alive, born dead, died, died and revived, fired late.
const map = firing(
  [9, 0, 9, 9, 0],
  [9, 0, 9, 0, 0],
  [9, 0, 0, 9, 7],
  [9, 0, 0, 0, 7],
);

test("a life is born dead, died, revived and time dead", () => {
  const lives = [0, 1, 2, 3, 4].map((unit) => lifeOf(map, unit));
  assert.deepEqual(
    lives.map((life) => life.bornDead),
    [false, true, false, false, false],
  );
  assert.deepEqual(
    lives.map((life) => life.died),
    [[], [], [2], [1, 3], []],
  );
  assert.deepEqual(
    lives.map((life) => life.revived),
    [[], [], [], [2], [2]],
  );
  assert.deepEqual(
    lives.map((life) => life.timeDead),
    [0, 4, 2, 2, 2],
  );
  assert.deepEqual(
    lives.map((life) => life.deadNow),
    [false, true, true, true, false],
  );
});

test("lives are told in words", () => {
  const say = (unit: number) => told(lifeOf(map, unit), DEATH);
  assert.equal(say(0), "alive throughout");
  assert.equal(say(1), "dead from birth: it never fired");
  assert.equal(say(2), "died at epoch 2; now dead");
  assert.equal(say(3), "died at epochs 1 and 3, revived at epoch 2; now dead");
  assert.equal(say(4), "revived at epoch 2; now alive");
  assert.equal(
    told(lifeOf(map, 3), ONE_SIDED),
    "went one-sided at epochs 1 and 3, came back at epoch 2; now one-sided",
  );
});

test("when a unit was recycled is told", () => {
  const recycled = { ...map, recycled: [[], [0, 1, 3], [], [1]] };
  const life = (unit: number) => lifeOf(recycled, unit);
  assert.deepEqual(
    [0, 1, 2, 3].map((unit) => life(unit).recycled),
    [[1], [1, 3], [], [1]],
  );
  const say = (unit: number) => told(life(unit), DEATH);
  assert.equal(say(0), "alive throughout, recycled after epoch 1");
  assert.equal(
    say(1),
    "dead from birth: it never fired; recycled after epochs 1 and 3",
  );
  assert.equal(say(2), "died at epoch 2; now dead");
  assert.equal(
    say(3),
    "died at epochs 1 and 3, recycled after epoch 1, revived at epoch 2; now dead",
  );
});

test("the longest dead come first, then those that died first", () => {
  assert.deepEqual(byTimeDead(map), [1, 4, 3, 2, 0]);
});

test("4096 units and 1000 epochs are ordered in a moment", () => {
  const units = 4096;
  const values = new Uint8Array(units * 1000).map((_, at) => at % 7);
  const steps = Array.from({ length: 1000 }, (_, step) => step);
  const start = performance.now();
  assert.equal(byTimeDead({ steps, units, values }).length, units);
  assert.ok(performance.now() - start < 500);
});

test("the changes of each epoch are counted", () => {
  assert.deepEqual(changesOf(map), [
    [2, 2, 1, 1],
    [0, 1, 1, 1],
    [0, 0, 2, 0],
  ]);
});
