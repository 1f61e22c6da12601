/** What a view is given, and what it gives back. */

import type { Choices } from "./address";
import type { Zoom } from "./charts/heatmap";
import type { Table } from "./save";
import type { Source } from "./source";
import type { Layer, Run } from "./types";

export interface Context {
  source: Source;
  runs: Run[];
  /** The chosen run. */
  run: Run;
  choices: Choices;
  /** Choose something else, and show it. */
  choose: (changes: Partial<Choices>) => void;
  /** Rows in sight of a map, kept while the page lives. */
  zoom: (map: string) => Zoom;
}

export interface Shown {
  element: HTMLElement;
  /** Its numbers; made when they are saved. */
  table: () => Table;
  /** Where part of the data is still on its way: show again when it is here. */
  more?: Promise<unknown>;
}

export type View = (context: Context) => Promise<Shown>;

/** The chosen layer, else the first. */
export function layerOf(context: Context, among?: Layer[]): Layer | undefined {
  const layers = among ?? context.run.manifest.layers;
  return (
    layers.find((layer) => layer.tag === context.choices.layer) ?? layers[0]
  );
}

/**
 * The run that a link asks for. A run is called by its path below the directory
 * that TensorBoard was given, which the link may not know: where no run has just
 * this name, it is the one whose path ends like that of the link.
 */
export function runOf(runs: Run[], asked: string): Run | undefined {
  if (!asked) return undefined;
  const exact = runs.find(({ run }) => run === asked);
  if (exact) return exact;
  // TensorBoard was started further down: of several, the longest path.
  const [below] = runs
    .filter(({ run }) => asked.endsWith(`/${run}`))
    .sort((one, other) => other.run.length - one.run.length);
  if (below) return below;
  // Or further up; of several, none can be told to be meant.
  const above = runs.filter(({ run }) => run.endsWith(`/${asked}`));
  return above.length === 1 ? above[0] : undefined;
}

/** What a run is called: without the monitor's own directory. */
export function nameOf(run: string): string {
  return run.replace(/\/health$/, "") || run;
}
