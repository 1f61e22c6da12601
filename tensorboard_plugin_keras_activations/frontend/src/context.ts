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

/** What a run is called: without the monitor's own directory. */
export function nameOf(run: string): string {
  return run.replace(/\/health$/, "") || run;
}
