/** The diagnosis of a run, in words. */

import { counted, shown } from "./format";
import { measureOf } from "./measures";
import type {
  Diagnosed,
  Diagnosis,
  Evidence,
  Finding,
  Run,
  RunDiagnosed,
} from "./types";

/** What the causes of finding.py are called, within a sentence; in its order. */
const CAUSES: Record<string, string> = {
  output_loss_mismatch: "last layer and loss do not fit together",
  symmetric_units: "units that are copies of each other",
  target_scale: "targets too large",
  input_scale: "inputs too large, or far from 0",
  born_dead: "units dead from birth",
  saturated_at_birth: "units saturated from birth",
  exploding_at_birth: "activations that explode",
  vanishing_signal: "vanishing signal",
  diverged: "loss not finite",
  rate_too_high: "learning rate too high",
  rate_too_low: "learning rate too low",
  over_regularised: "too much regularization",
  train_validation_gap: "training and validation differ",
  dying_units: "dying units",
  constant_units: "constant units",
  not_learning: "nothing is learned",
};

/** A cause in words; one of a newer version by its name. */
export function causeOf(cause: string): string {
  return Object.hasOwn(CAUSES, cause)
    ? (CAUSES[cause] ?? cause)
    : cause.replaceAll("_", " ");
}

/**
 * What was found, and in what: nobody may take the silence of the rules for
 * health where they did not look.
 */
export function verdictOf(told: RunDiagnosed): string {
  const { causes, looked_at: scope, problem } = told;
  if (!causes || (problem && !causes.length)) return problem;
  const within = scope ? ` in ${scope}` : "";
  if (!causes.length) return `No finding${within}.`;
  return `${counted(causes.length, "finding")}${within}: ${causesOf(causes)}.`;
}

/** A diagnosis without its figures. */
export function summaryOf(diagnosed: Diagnosed): RunDiagnosed {
  const { diagnosis, time, problem } = diagnosed;
  return {
    causes: diagnosis && diagnosis.findings.map(({ cause }) => cause),
    looked_at: diagnosis?.looked_at ?? "",
    time,
    problem,
  };
}

/** The causes of several findings in words, each once. */
export function causesOf(causes: string[]): string {
  // Some of them have an "and" in their words.
  return [...new Set(causes.map(causeOf))].join("; ");
}

/** When it began: "since birth", "since epoch 3". */
export function sinceOf({ since }: Finding): string {
  return since ? `since ${since}` : "";
}

/** A figure and its limit, in the unit of its measure. */
export function figureOf(evidence: Evidence): { value: string; limit: string } {
  const share = measureOf(evidence.measure).unit === "share";
  const { value, limit, above } = evidence;
  return {
    value: shown(value, share ? "share" : "number"),
    limit:
      limit === null
        ? "–"
        : `${above ? "at least" : "at most"} ${given(limit, share)}`,
  };
}

/** A limit as it was given: 0.02, not 0.0200. */
function given(limit: number, share: boolean): string {
  return share
    ? `${Number((100 * limit).toPrecision(3))}\u00a0%`
    : String(Number(limit.toPrecision(3)));
}

/** How often findings of this cause were right; empty if not measured. */
export function trustIn({ confidence }: Finding): string {
  if (confidence === null) return "";
  return (
    `Of the findings of this cause, ${Math.round(confidence * 100)}\u00a0% ` +
    "were right on programs that were not used to make the rules."
  );
}

/** Causes that were not checked, by the reason. */
export function notChecked({
  not_checked: reasons,
}: Diagnosis): [reason: string, causes: string[]][] {
  const grouped = new Map<string, string[]>();
  for (const [cause, reason] of Object.entries(reasons)) {
    grouped.set(reason, [...(grouped.get(reason) ?? []), causeOf(cause)]);
  }
  return [...grouped];
}

/** By layer's name, the causes of the findings that begin there. */
export function causesByLayer(findings: Finding[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { cause, layers } of findings) {
    for (const layer of new Set(layers)) {
      const before = found.get(layer);
      const words = causeOf(cause);
      found.set(layer, before ? `${before}; ${words}` : words);
    }
  }
  return found;
}

/** The measures of the history on which findings rest. */
export function measuresBehind(findings: Finding[]): string[] {
  const measures = findings.flatMap(({ evidence }) =>
    evidence.map(({ measure }) => measure),
  );
  return [...new Set(measures)].filter(Boolean);
}

/**
 * Runs by their most important cause, of the same one the newest first; then
 * those without a finding, and last those without a diagnosis.
 */
export function worstFirst(runs: Run[]): Run[] {
  const order = Object.keys(CAUSES);
  const rank = ({ diagnosed: { causes } }: Run) => {
    if (!causes) return order.length + 2;
    const ranks = causes.map((cause) => order.indexOf(cause));
    if (!ranks.length) return order.length + 1;
    // A cause of a newer version comes after those that are known.
    return Math.min(...ranks.map((at) => (at < 0 ? order.length : at)));
  };
  const time = ({ diagnosed }: Run) => diagnosed.time ?? 0;
  return [...runs].sort(
    (one, other) => rank(one) - rank(other) || time(other) - time(one),
  );
}
