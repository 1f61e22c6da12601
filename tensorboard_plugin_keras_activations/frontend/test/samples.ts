/** A small run to test with. */

import type {
  Diagnosed,
  Diagnosis,
  Evidence,
  Finding,
  Firing,
  Latest,
  Layer,
  Manifest,
  Run,
  Series,
} from "../src/types";

export function layer(name: string, more: Partial<Layer> = {}): Layer {
  return {
    tag: name,
    name,
    short: name,
    activation: "relu",
    units: 10,
    can_die: true,
    unit_axis: null,
    slope: "",
    ...more,
  };
}

export function manifest(layers: Layer[], limits = {}): Manifest {
  return {
    schema: 1,
    version: "0.1.0",
    prefix: "health",
    layers,
    limits,
    hparams: {},
    weights: [],
    not_watched: [],
  };
}

export function run(name: string, more: Partial<Run> = {}): Run {
  return {
    run: name,
    short: name,
    time: 0,
    diagnosed: { causes: null, looked_at: "", time: null, problem: "" },
    manifest: manifest([]),
    problem: "",
    ...more,
  };
}

export function latest(layers: Latest["layers"]): Latest {
  return { layers, run: {} };
}

export function series(measure: string, values: (number | null)[]): Series {
  const steps = values.map((_, index) => index);
  return { [measure]: { steps, layers: { dense: values } } };
}

/** Rows are epochs, columns units; 0 is an epoch without firing. */
export function firing(...rows: number[][]): Firing {
  return {
    steps: rows.map((_, index) => index),
    units: rows[0]?.length ?? 0,
    values: Uint8Array.from(
      (rows[0] ?? []).flatMap((_, unit) => rows.map((row) => row[unit] ?? 0)),
    ),
    recycled: rows.map(() => []),
    deaths: rows.map(() => []),
  };
}

export function evidence(more: Partial<Evidence> = {}): Evidence {
  return {
    what: "units that died in training",
    value: 0.61,
    limit: 0.4,
    above: true,
    layer: "dense",
    measure: "dead_ratio",
    ...more,
  };
}

export function finding(more: Partial<Finding> = {}): Finding {
  return {
    cause: "dying_units",
    layers: ["dense"],
    since: "epoch 3",
    sentence: "Most units of dense died while the model trained.",
    evidence: [evidence()],
    remedies: [],
    confidence: null,
    reference: "",
    ...more,
  };
}

export function diagnosed(
  findings: Finding[],
  more: Partial<Diagnosis> = {},
): Diagnosed {
  const diagnosis = {
    verdict: "",
    looked_at: "3 activations and 8 epochs",
    not_checked: {},
    findings,
    ...more,
  };
  return { diagnosis, step: 7, time: 1e9, problem: "" };
}
