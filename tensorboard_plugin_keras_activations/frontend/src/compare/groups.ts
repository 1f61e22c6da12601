/** Runs in groups: over seeds, or by a hyperparameter. */

import type { Value } from "../types";
import type { Compared } from "./compared";
import { varyingOf } from "./compared";
import { naturally, valueOf } from "./filter";

/** The group of runs that differ in nothing but their seed. */
export const SEEDS = "seeds";

const SEED = /(^|_)seed$/i;

export interface Group {
  name: string;
  place: number;
  members: Compared[];
}

/** By what runs can be grouped, as [value, text]. */
export function groupings(all: Compared[]): [string, string][] {
  const runs = all.map(({ run }) => run);
  const varying = varyingOf(runs);
  return [
    ["", "no"],
    ...(varying.some((name) => SEED.test(name))
      ? [[SEEDS, "over seeds"] as [string, string]]
      : []),
    ["activation", "by activation"],
    ...varying
      .filter((name) => !SEED.test(name))
      .map((name): [string, string] => [
        name,
        `by ${name.replaceAll("_", " ")}`,
      ]),
  ];
}

export function groupsOf(all: Compared[], by: string): Group[] {
  const names = varyingOf(all.map(({ run }) => run)).filter(
    (name) => !SEED.test(name),
  );
  const parts = by === SEEDS ? ["activation", ...names] : [by];
  const nameOf = ({ run }: Compared) =>
    parts
      .map((part) =>
        part === "activation"
          ? valueOf(run, part)
          : `${part.replaceAll("_", " ")} ${valueOf(run, part)}`,
      )
      .join(", ");
  const found = new Map<string, Compared[]>();
  for (const each of all) {
    const name = nameOf(each);
    found.set(name, [...(found.get(name) ?? []), each]);
  }
  return [...found]
    .sort(([one], [other]) => naturally(one, other))
    .map(([name, members], place) => ({ name, place, members }));
}

/** The mean of the members at each step, the lowest and the highest. */
export function spreadOf(
  { members }: Group,
  steps: number[],
): { mean: Value[]; low: Value[]; high: Value[] } {
  const at = members.map(
    ({ points }) => new Map(points.map(({ step, value }) => [step, value])),
  );
  const values = steps.map((step) =>
    at.flatMap((points) => {
      const value = points.get(step);
      return value === undefined ? [] : [value];
    }),
  );
  const each = (of: (some: number[]) => number) =>
    values.map((some) => (some.length ? of(some) : null));
  return {
    mean: each(
      (some) => some.reduce((sum, value) => sum + value, 0) / some.length,
    ),
    low: each((some) => Math.min(...some)),
    high: each((some) => Math.max(...some)),
  };
}
