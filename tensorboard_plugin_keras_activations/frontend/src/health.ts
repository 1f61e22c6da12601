/** Which layers need a look, and why, in words. */

import { counted, roughly, shown } from "./format";
import { measureOf } from "./measures";
import type {
  Columns,
  Finding,
  Latest,
  Layer,
  Manifest,
  Series,
  Value,
} from "./types";

/** The value from which a measure needs a look, if the run does not say. */
const LIMITS: Record<string, number> = {
  dead_ratio: 0.25,
  one_sided_ratio: 0.5,
  saturation: 0.5,
};

const MOST_CLAUSES = 3;

/** What a layer needs a look for, by the limits of the run alone. */
export interface Concern {
  layer: Layer;
  /** A clause with the layer's name: "dense_2 lost 61 % of its units ...". */
  clause: string;
}

export function limitOf(
  manifest: Manifest,
  measure: string,
): number | undefined {
  return manifest.limits[measure] ?? LIMITS[measure];
}

/**
 * How unhealthy a layer is: the largest of its shares of dead, one-sided and
 * saturated units; a layer with NaN or infinite values is worse than any
 * other.
 */
export function badness(latest: Latest, layer: Layer): number {
  // Without samples a share is NaN, which cannot be compared.
  const now = (measure: string) => counting(latest, layer, measure) || 0;
  const worst = Math.max(...Object.keys(LIMITS).map(now));
  return worst + (now("nonfinite") > 0 ? 2 : 0);
}

/**
 * Which of two layers comes first where the worst does: those that findings
 * name, in the order of the findings, then by `badness`.
 */
export function worseFirst(
  findings: Finding[],
  latest: Latest,
): (one: Layer, other: Layer) => number {
  const place = ({ name }: Layer) => {
    const at = findings.findIndex(({ layers }) => layers.includes(name));
    return at < 0 ? findings.length : at;
  };
  return (one, other) =>
    place(one) - place(other) || badness(latest, other) - badness(latest, one);
}

/**
 * The last value of a measure, as it counts against its limit. A unit that is
 * flat for every sample is saturated and dead: it counts as dead alone.
 */
export function counting(
  latest: Latest,
  layer: Layer,
  measure: string,
): Value | undefined {
  const value = latest.layers[measure]?.[layer.tag];
  if (measure !== "saturation" || typeof value !== "number") return value;
  return value - (latest.layers["dead_ratio"]?.[layer.tag] ?? 0);
}

/** What needs a look, the worst layer first. */
export function concerns(
  manifest: Manifest,
  latest: Latest,
  series: Series,
): Concern[] {
  const found: Concern[] = [];
  for (const layer of manifest.layers) {
    const clause = clauseOf(layer, manifest, latest, series);
    if (clause) found.push({ layer, clause });
  }
  return found.sort(
    (one, other) => badness(latest, other.layer) - badness(latest, one.layer),
  );
}

function clauseOf(
  layer: Layer,
  manifest: Manifest,
  latest: Latest,
  series: Series,
): string | undefined {
  const now = (measure: string) => counting(latest, layer, measure);
  const nonfinite = now("nonfinite");
  if (nonfinite) {
    return `${layer.name} gave ${shown(nonfinite, "count")} NaN or infinite values in the last epoch`;
  }
  const reached = (measure: string) => {
    const limit = limitOf(manifest, measure);
    const value = now(measure);
    return typeof value === "number" && limit !== undefined && value >= limit
      ? value
      : undefined;
  };
  if (reached("dead_ratio") !== undefined) {
    return `${layer.name} ${lossOf(layer, latest, series["dead_ratio"])}`;
  }
  const oneSided = reached("one_sided_ratio");
  if (oneSided !== undefined) {
    return `${roughly(oneSided)} of the units of ${layer.name} stay on the negative side`;
  }
  if (reached("saturation") !== undefined) {
    const saturated = latest.layers["saturation"]?.[layer.tag] ?? 0;
    return `${roughly(saturated)} of the units of ${layer.name} are saturated`;
  }
  for (const [measure, limit] of Object.entries(manifest.limits)) {
    const value = reached(measure);
    if (value !== undefined) {
      const { name, unit } = measureOf(measure);
      return `${name} of ${layer.name} is ${shown(value, unit)} (limit ${shown(limit, unit)})`;
    }
  }
  return undefined;
}

/** "lost 61 % of its units between epochs 3 and 20", or born dead. */
export function lossOf(
  layer: Layer,
  latest: Latest,
  columns: Columns | undefined,
): string {
  const dead = latest.layers["dead_ratio"]?.[layer.tag] ?? 0;
  const born = latest.layers["born_dead"]?.[layer.tag];
  if (layer.units && born && born / layer.units > dead / 2) {
    return `has ${roughly(born / layer.units)} units that never fired`;
  }
  const points = known(columns?.steps ?? [], columns?.layers[layer.tag] ?? []);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || last.value - first.value < dead / 2) {
    return `has ${roughly(dead)} dead units`;
  }
  const rise = last.value - first.value;
  // A loss that was recovered is not reported, only the last one.
  const risen =
    points.findLastIndex((point) => point.value < first.value + 0.9 * rise) + 1;
  const end = points[risen] ?? last;
  const start =
    points
      .slice(0, risen)
      .findLast((point) => point.value <= first.value + 0.1 * rise) ?? first;
  return `lost ${roughly(rise)} of its units between epochs ${start.step} and ${end.step}`;
}

/** The sentence on top of the overview. */
export function sentence(manifest: Manifest, found: Concern[]): string {
  const all = manifest.layers.length;
  if (!all) return "No layer of this run was watched.";
  if (!found.length) {
    return all === 1
      ? "The watched layer needs no look."
      : `None of the ${all} watched layers needs a look.`;
  }
  const verb = found.length === 1 ? "needs" : "need";
  const which =
    all === 1 ? "The layer" : `${found.length} of ${counted(all, "layer")}`;
  const clauses = found.slice(0, MOST_CLAUSES).map(({ clause }) => clause);
  const rest = found.length - clauses.length;
  if (rest) clauses.push(`${rest} more`);
  return `${which} ${verb} a look: ${clauses.join("; ")}.`;
}

/** The points of a series that have a finite value. */
export function known(
  steps: number[],
  values: Value[],
): { step: number; value: number }[] {
  const points: { step: number; value: number }[] = [];
  steps.forEach((step, index) => {
    const value = values[index];
    if (typeof value === "number" && Number.isFinite(value)) {
      points.push({ step, value });
    }
  });
  return points;
}

/** Whether the first of two values of a measure is the worse one. */
export function isWorse(
  measure: { worse: "high" | "low" | "far" },
  one: number,
  other: number,
): boolean {
  if (measure.worse === "far") return Math.abs(one) > Math.abs(other);
  return measure.worse === "high" ? one > other : one < other;
}
