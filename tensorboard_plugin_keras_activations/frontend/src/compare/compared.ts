/** What is known of each run that is compared. */

import type { Context } from "../context";
import { byAge, nameOf, reasonOf } from "../context";
import { isWorse, known } from "../health";
import type { Measure } from "../measures";
import { sampleCounts } from "../measures";
import type { Columns, Latest, Layer, Run, Value } from "../types";

/** Which layer of each run is compared; else the name of one. */
export const WORST = "worst";
export const WHOLE = "whole";

/** The courses of this many layers are read at once. */
const MOST_LAYERS = 2000;

export interface Compared {
  run: Run;
  place: number;
  latest: Latest;
  /** The measure over time; empty if it was not read. */
  points: { step: number; value: number }[];
  /** Its last value. */
  now: number | undefined;
  /** The layer that it is of. */
  layer: Layer | undefined;
}

const NOTHING_LATEST: Latest = { layers: {}, run: {} };
const NO_COLUMNS: Columns = { steps: [], layers: {} };

export interface Failed {
  run: string;
  reason: string;
}

/** What each run has; nothing of those that fail, since others are shown. */
export async function latestOf(
  { source }: Context,
  runs: Run[],
  failed: Failed[],
): Promise<Latest[]> {
  return tried(runs, source.latests(runs), NOTHING_LATEST, failed);
}

export async function comparedOf(
  { source }: Context,
  runs: Run[],
  latests: Latest[],
  measure: Measure,
  which: string,
  isDrawn: (run: Run) => boolean,
  failed: Failed[],
): Promise<Compared[]> {
  // Those that are drawn are read whatever they cost.
  let layers = 0;
  const read = new Set(runs.filter(isDrawn));
  for (const run of byAge(runs)) {
    layers += run.manifest.layers.length;
    if (layers <= MOST_LAYERS) read.add(run);
  }
  const wanted = runs.filter((run) => read.has(run));
  const found = await tried(
    wanted,
    source.measures(wanted, measure.id),
    NO_COLUMNS,
    failed,
  );
  const columnsOf = new Map(wanted.map((run, at) => [run, found[at]]));
  return runs.map((run, place): Compared => {
    const latest = latests[place] ?? NOTHING_LATEST;
    const columns = columnsOf.get(run) ?? NO_COLUMNS;
    const points = pointsOf(run, columns, measure, which);
    const layer =
      which === WHOLE
        ? undefined
        : which === WORST
          ? worstLayer(run, latest, measure)
          : run.manifest.layers.find(({ name }) => name === which);
    const last =
      which === WHOLE
        ? latest.run[measure.id]
        : latest.layers[measure.id]?.[layer?.tag ?? ""];
    return {
      run,
      place,
      latest,
      points,
      // What happens seldom has a last value of long ago.
      now: points.at(-1)?.value ?? (measure.seldom ? undefined : finite(last)),
      layer,
    };
  });
}

async function tried<T>(
  runs: Run[],
  asked: Promise<T>[],
  none: T,
  failed: Failed[],
): Promise<T[]> {
  return Promise.all(
    asked.map(async (answer, place) => {
      try {
        return await answer;
      } catch (error) {
        const run = runs[place];
        const name = run ? nameOf(run) : "";
        if (!failed.some((each) => each.run === name))
          failed.push({ run: name, reason: reasonOf(error) });
        return none;
      }
    }),
  );
}

function finite(value: Value | undefined): number | undefined {
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : undefined;
}

/** The chosen layer's values; for the worst, the worst layer's at each step. */
function pointsOf(
  run: Run,
  columns: Columns,
  measure: Measure,
  which: string,
): { step: number; value: number }[] {
  if (which === WHOLE) return known(columns.steps, columns.run ?? []);
  const layers = run.manifest.layers.filter(
    ({ name }) => which === WORST || name === which,
  );
  const worst: Value[] = columns.steps.map((_, index) => {
    let found: Value = null;
    for (const { tag } of layers) {
      const value = finite(columns.layers[tag]?.[index]);
      if (value === undefined) continue;
      if (found === null || isWorse(measure, value, found)) found = value;
    }
    return found;
  });
  return known(columns.steps, worst);
}

function worstLayer(
  run: Run,
  latest: Latest,
  measure: Measure,
): Layer | undefined {
  let worst: { layer: Layer; value: number } | undefined;
  for (const layer of run.manifest.layers) {
    const value = finite(latest.layers[measure.id]?.[layer.tag]);
    if (value === undefined) continue;
    if (!worst || isWorse(measure, value, worst.value))
      worst = { layer, value };
  }
  return worst?.layer;
}

export function samplesBehind(
  { latest, layer }: Compared,
  measure: Measure,
  which: string,
): number[] {
  const tag =
    which === WHOLE || which === WORST ? undefined : (layer?.tag ?? "");
  return sampleCounts(latest, measure.id, tag);
}

/** The activation of a run: its label, else those of its layers. */
export function activationOf({ manifest }: Run): string {
  const { activation } = manifest.hparams;
  if (typeof activation === "string" && activation) return activation;
  return [...new Set(manifest.layers.map((layer) => layer.activation))]
    .filter(Boolean)
    .join(", ");
}

/** The hyperparameters of runs by their names, without the activation. */
export function hparamsOf(runs: Run[]): string[] {
  const names = runs.flatMap(({ manifest }) => Object.keys(manifest.hparams));
  return [...new Set(names)].filter((name) => name !== "activation");
}

/** Those in which runs differ. */
export function varyingOf(runs: Run[]): string[] {
  return hparamsOf(runs).filter(
    (name) => new Set(runs.map((run) => hparamOf(run, name))).size > 1,
  );
}

export function hparamOf(
  { manifest }: Run,
  name: string,
): number | string | undefined {
  const value = manifest.hparams[name];
  // A float32, such as a learning rate, has no more digits than that.
  return typeof value === "number" ? Number(value.toPrecision(7)) : value;
}

/** What Keras logged, validation first: all except measures of layers. */
export function outcomesOf(latests: Latest[]): string[] {
  const logged = new Set(latests.flatMap(({ run }) => Object.keys(run)));
  const ours = new Set(latests.flatMap(({ layers }) => Object.keys(layers)));
  return [...logged]
    .filter((metric) => !ours.has(metric) && !OF_THE_RUN.has(metric))
    .sort(
      (one, other) =>
        Number(other.startsWith("val_")) - Number(one.startsWith("val_")),
    );
}

const OF_THE_RUN = new Set(["dead_ratio_worst", "layers_unhealthy"]);

export function outcomeName(metric: string): string {
  return metric.replace(/^val_/, "validation ").replaceAll("_", " ");
}
