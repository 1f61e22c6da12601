/** Where an axis has its marks. */

/** Whole numbers at round distances within [first, last]; at most `most`. */
export function roundSteps(
  first: number,
  last: number,
  most: number,
): number[] {
  const span = Math.max(1, last - first);
  let distance = 1;
  for (const factor of cycle()) {
    distance = factor;
    if (span / factor <= most) break;
  }
  const marks: number[] = [];
  for (
    let mark = Math.ceil(first / distance) * distance;
    mark <= last;
    mark += distance
  ) {
    marks.push(mark);
  }
  return marks;
}

/** Round numbers within [low, high]; at most `most`. */
export function roundValues(low: number, high: number, most: number): number[] {
  const unit = 10 ** Math.floor(Math.log10((high - low) / most));
  return roundSteps(low / unit, high / unit, most).map((mark) =>
    Number((mark * unit).toPrecision(12)),
  );
}

function* cycle(): Generator<number> {
  for (let power = 1; power < 1e12; power *= 10) {
    yield power;
    yield 2 * power;
    yield 5 * power;
  }
}
