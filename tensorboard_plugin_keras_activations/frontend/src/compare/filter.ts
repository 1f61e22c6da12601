/** Which runs are listed, and which of them are drawn. */

import { packed, unpackedNames } from "../address";
import { byAge, nameOf } from "../context";
import type { Run } from "../types";
import { activationOf, hparamOf, varyingOf } from "./compared";

/** So many runs are drawn before any is chosen. */
export const MOST_DRAWN = 12;

/** A hyperparameter with more values than this is no choice. */
const MOST_VALUES = 24;

export const ALL = "all";
export const NONE = "none";

/** Runs that have every word of a text, and the values that are asked for. */
export function filtered(runs: Run[], text: string, where: string): Run[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const asked = [...wherePairs(where)];
  return runs.filter((run) => {
    const said = [
      nameOf(run),
      activationOf(run),
      ...Object.entries(run.manifest.hparams).map(
        ([name, value]) => `${name}=${value}`,
      ),
    ]
      .join("\n")
      .toLowerCase();
    return (
      words.every((word) => said.includes(word)) &&
      asked.every(([name, value]) => valueOf(run, name) === value)
    );
  });
}

/** The hyperparameters that can be chosen from, with their values. */
export function hparamChoices(runs: Run[]): [string, string[]][] {
  return ["activation", ...varyingOf(runs)].flatMap(
    (name): [string, string[]][] => {
      const values = [...new Set(runs.map((run) => valueOf(run, name)))];
      return values.length > 1 && values.length <= MOST_VALUES
        ? [[name, values.sort(naturally)]]
        : [];
    },
  );
}

export function naturally(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

/** A hyperparameter in words; that a run does not have it is "–". */
export function valueOf(run: Run, name: string): string {
  return name === "activation"
    ? activationOf(run)
    : String(hparamOf(run, name) ?? "–");
}

export function wherePairs(where: string): Map<string, string> {
  return new Map(
    [...unpackedNames(where)].map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** The choice with another value for one hyperparameter; empty: any. */
export function whereWith(where: string, name: string, value: string): string {
  const pairs = wherePairs(where);
  if (value) pairs.set(name, value);
  else pairs.delete(name);
  return packed([...pairs].map(([key, of]) => `${key}=${of}`));
}

/** The runs that are ticked: at first the newest, or all if in groups. */
export function tickedOf(
  runs: Run[],
  ticked: string,
  inGroups: boolean,
): Set<string> {
  const chosen =
    ticked === NONE
      ? []
      : ticked === ALL || (!ticked && inGroups)
        ? runs
        : ticked
          ? runs.filter(({ run }) => unpackedNames(ticked).has(run))
          : byAge(runs).slice(0, MOST_DRAWN);
  return new Set(chosen.map(({ run }) => run));
}
