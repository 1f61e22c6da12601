/** What a view is given, and what it gives back. */

import type { Choices } from "./address";
import type { Zoom } from "./charts/heatmap";
import { worseFirst } from "./health";
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
  /** The visible rows of a map, kept as long as the page is open. */
  zoom: (map: string) => Zoom;
}

export interface Shown {
  element: HTMLElement;
  /** What of the run it shows: the layer, the measure. */
  about?: string[];
  /** Its numbers; made when they are saved. */
  table: () => Table;
  /** Set while part of the data is loading: show again when it has arrived. */
  more?: Promise<unknown>;
}

export type View = (context: Context) => Promise<Shown>;

/** The chosen layer, else the one that needs a look most. */
export async function layerOf(
  { source, run, choices }: Context,
  among = run.manifest.layers,
): Promise<Layer | undefined> {
  const chosen = among.find((layer) => layer.tag === choices.layer);
  if (chosen) return chosen;
  const [latest, { diagnosis }] = await Promise.all([
    source.latest(run),
    source.findings(run),
  ]);
  const order = worseFirst(diagnosis?.findings ?? [], latest);
  return [...among].sort(order)[0];
}

/** The run that was begun last; of several at the same time, the last one. */
export function newestOf(runs: Run[]): Run | undefined {
  return byAge(runs)[0];
}

/** Runs, the newest first. */
export function byAge(runs: Run[]): Run[] {
  return [...runs].reverse().sort((one, other) => other.time - one.time);
}

/** Whether something was found to be wrong. */
export function isSick({ diagnosed }: Run): boolean {
  return Boolean(diagnosed.causes?.length);
}

/** A day and a minute, such as "2026-03-14 09:26"; empty if not known. */
export function dateOf({ time }: Pick<Run, "time">): string {
  if (!time) return "";
  const date = new Date(1000 * time);
  // As UTC it would be another day for some.
  const local = new Date(+date - 60_000 * date.getTimezoneOffset());
  return local.toISOString().slice(0, 16).replace("T", " ");
}

/**
 * The run that a link asks for. TensorBoard names a run by its path below the
 * directory that it was given, which the link may not know. If no run has
 * exactly this name, it is one whose path is the end of the path in the link,
 * or the other way round.
 */
export function runOf(runs: Run[], asked: string): Run | undefined {
  if (!asked) return undefined;
  const exact = runs.find(({ run }) => run === asked);
  if (exact) return exact;
  // TensorBoard was started in a subdirectory: of several, the longest path.
  const [below] = runs
    .filter(({ run }) => asked.endsWith(`/${run}`))
    .sort((one, other) => other.run.length - one.run.length);
  if (below) return below;
  // Or in a parent directory; with several, the link is ambiguous.
  const above = runs.filter(({ run }) => run.endsWith(`/${asked}`));
  return above.length === 1 ? above[0] : undefined;
}

/** Whether there is anything to show of a run. */
export function isReadable({ manifest, problem }: Run): boolean {
  return manifest.layers.length > 0 || !problem;
}

/** What an error says, for the user. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The name of a run, without the monitor's own directory. */
export function nameOf({ run, manifest }: Run): string {
  return withoutDirectory(run, manifest.prefix);
}

/** The same of a run that is asked for and not there; some run says how. */
export function withoutDirectory(run: string, prefix: string): string {
  const directory = `/${prefix}`;
  const name = run.endsWith(directory) ? run.slice(0, -directory.length) : run;
  return name || run;
}
