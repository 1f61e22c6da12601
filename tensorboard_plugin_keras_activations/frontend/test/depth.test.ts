import assert from "node:assert/strict";
import { test } from "node:test";

import { fromBirth } from "../src/details/depth";

test("birth comes before the first epoch, with gaps where it is not known", () => {
  const birth = { steps: [-1], layers: { a: [1], b: [2] } };
  const epochs = { steps: [0, 1], layers: { b: [3, null], c: [4, 5] } };
  assert.deepEqual(fromBirth(birth, epochs), {
    steps: [-1, 0, 1],
    layers: {
      a: [1, null, null],
      b: [2, 3, null],
      c: [null, 4, 5],
    },
  });
  assert.equal(fromBirth(birth, undefined), birth);
  assert.equal(fromBirth(undefined, epochs), epochs);
  assert.equal(fromBirth(undefined, undefined), undefined);
});
