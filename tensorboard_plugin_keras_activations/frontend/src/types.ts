/** What the routes answer; see reader.py. */

/** A number that was logged; null where none was. */
export type Value = number | null;

export interface Layer {
  tag: string;
  name: string;
  /** Without what all layers of the run begin with. */
  short: string;
  activation: string;
  units: number | null;
  can_die: boolean | null;
  /** The axis of its units; null if it was not written. */
  unit_axis: number | null;
  /** How its slope is found: "closed form", "not measured"; or empty. */
  slope: string;
}

export interface Manifest {
  schema: number;
  version: string;
  prefix: string;
  layers: Layer[];
  /** From these values on, a layer needs a look. */
  limits: Record<string, number>;
  hparams: Record<string, number | string>;
  /** Names of the weight matrices, in the order of the model. */
  weights: string[];
  not_watched: Gap[];
}

/** An activation of the model that is not watched, and why. */
export interface Gap {
  name: string;
  reason: string;
}

export interface Run {
  run: string;
  /** Without the directories that all runs share. */
  short: string;
  /** When the last training in it began, in seconds; 0 if not known. */
  time: number;
  diagnosed: RunDiagnosed;
  manifest: Manifest;
  /** What of the run cannot be read, in words; empty if nothing. */
  problem: string;
}

export interface Latest {
  /** Measure, then the layer's tag. */
  layers: Record<string, Record<string, Value>>;
  /** Of the whole run: measures, and what Keras logged such as the loss. */
  run: Record<string, Value>;
  /** What cannot be read, in words. */
  problem?: string;
}

export interface Columns {
  steps: number[];
  layers: Record<string, Value[]>;
  run?: Value[];
}

export type Series = Record<string, Columns>;

/** The latest diagnosis of a run, without its figures. */
export interface RunDiagnosed {
  /** null where there is no diagnosis. */
  causes: string[] | null;
  looked_at: string;
  time: number | null;
  /** What is wrong with it, in words; empty if nothing. */
  problem: string;
}

/** One number per step and unit, unit by unit. */
export interface PerUnit<Numbers> {
  steps: number[];
  units: number;
  values: Numbers;
}

/** Which share of the samples each unit fires for. */
export interface Firing extends PerUnit<Uint8Array> {
  /** For each step, the units that were given new weights after it. */
  recycled: number[][];
  /** For each step, the units that died, and at which training step. */
  deaths: [unit: number, step: number][][];
}

/** Histograms of activations, of what they are given, and by step. */
export type Spread = "values" | "pre_activations" | "batch.values";

export interface Histograms {
  steps: number[];
  /** For each step rows of left edge, right edge and count. */
  bins: [number, number, number][][];
}

/** What the rules found in a run; see findings.py. */
export interface Diagnosed {
  /** null where none was written, or none can be read. */
  diagnosis: Diagnosis | null;
  /** The epoch after which it was made. */
  step: number | null;
  /** When, in seconds. */
  time: number | null;
  /** What is wrong with it, in words; empty if nothing. */
  problem: string;
}

export interface Diagnosis {
  verdict: string;
  /** What was looked at, in words. */
  looked_at: string;
  /** Causes that could not be checked, and why. */
  not_checked: Record<string, string>;
  /** The most important first. */
  findings: Finding[];
}

export interface Finding {
  cause: string;
  /** Names of layers. */
  layers: string[];
  /** "birth", or "epoch 3". */
  since: string;
  sentence: string;
  evidence: Evidence[];
  remedies: Remedy[];
  /** How often such a finding was right; null if not measured. */
  confidence: number | null;
  reference: string;
}

/** A figure on which a finding rests. */
export interface Evidence {
  what: string;
  value: Value;
  limit: Value;
  /** Whether it counts above the limit, or below. */
  above: boolean;
  /** The layer's name; empty for the whole run. */
  layer: string;
  /** The measure of the history that shows it; empty if none does. */
  measure: string;
}

export interface Remedy {
  text: string;
  /** What to type; empty if that depends on more. */
  code: string;
}
