/** Where the numbers come from: TensorBoard, or the HTML file itself. */

import { nameOf } from "./context";
import { measureOf, seriesBehind, withZeros } from "./measures";
import { shortened, shortRuns } from "./names";
import type {
  Columns,
  Diagnosed,
  Firing,
  Histograms,
  Latest,
  PerUnit,
  Run,
  Series,
  Spread,
} from "./types";

/** Answers a route's question; rejects with a sentence for the user. */
export type Ask = (
  route: string,
  question: Record<string, string | string[]>,
) => Promise<unknown>;

interface Packed {
  steps: number[];
  units: number;
  values: string;
}

/** The routes, typed; each answer is kept until forget(). */
export class Source {
  private readonly answers = new Map<string, Promise<unknown>>();

  constructor(private readonly ask: Ask) {}

  /** Ask again from now on: the logs have grown. */
  forget(): void {
    this.answers.clear();
  }

  async runs(): Promise<Run[]> {
    return ((await this.cached("runs", {}, withShortNames)) as { runs: Run[] })
      .runs;
  }

  latest(run: Run): Promise<Latest> {
    return this.latests([run])[0] as Promise<Latest>;
  }

  latests(runs: Run[]): Promise<Latest>[] {
    return this.ofRuns("latest", runs, {}) as Promise<Latest>[];
  }

  /** Measures of all layers, or of one. */
  series(run: Run, measures: string[], layer?: string): Promise<Series> {
    const question = { measure: measures, ...(layer ? { layer } : {}) };
    return this.ofRuns("series", [run], question)[0] as Promise<Series>;
  }

  /** One measure; empty columns where it was not logged. */
  measure(run: Run, measure: string): Promise<Columns> {
    return this.measures([run], measure)[0] as Promise<Columns>;
  }

  measures(runs: Run[], measure: string): Promise<Columns>[] {
    const shown = measureOf(measure);
    const question = { measure: seriesBehind(shown) };
    const asked = this.ofRuns("series", runs, question) as Promise<Series>[];
    return asked.map(async (series) => withZeros(shown, await series));
  }

  async firing(run: Run, layer: string): Promise<Firing> {
    const question = { run: run.run, layer };
    const packed = (await this.cached("firing", question)) as Packed &
      Pick<Firing, "recycled" | "deaths">;
    const values = await unpacked(packed.values);
    const epochs = packed.steps.length;
    // The values of each unit are sent as changes.
    for (let at = 0; at < values.length; at++) {
      if (at % epochs) values[at] = (values[at] ?? 0) + (values[at - 1] ?? 0);
    }
    return { ...packed, values };
  }

  async alphas(run: Run, layer: string): Promise<PerUnit<Float32Array>> {
    const question = { run: run.run, layer };
    const packed = (await this.cached("alphas", question)) as Packed;
    const bytes = await unpacked(packed.values);
    return { ...packed, values: new Float32Array(bytes.buffer) };
  }

  histograms(run: Run, layer: string, of: Spread): Promise<Histograms> {
    const question = { run: run.run, prefix: run.manifest.prefix, layer, of };
    return this.cached("histograms", question) as Promise<Histograms>;
  }

  findings(run: Run): Promise<Diagnosed> {
    const question = { run: run.run };
    // Its texts stay as they are, even a layer that is called "NaN".
    const answer = this.cached("findings", question, weighed);
    return answer as Promise<Diagnosed>;
  }

  /** What a route says of each run; what was asked before is kept. */
  private ofRuns(
    route: string,
    runs: Run[],
    question: Record<string, string | string[]>,
  ): Promise<unknown>[] {
    const keyOf = (run: Run) => JSON.stringify([route, run.run, question]);
    const missing = runs.filter((run) => !this.answers.has(keyOf(run)));
    for (let at = 0; at < missing.length; at += MOST_AT_ONCE) {
      const some = missing.slice(at, at + MOST_AT_ONCE);
      const together = this.askFor(route, some, question);
      for (const run of some) {
        const answer = together.then(
          (all) => all[run.run],
          // Of several, one may fail.
          async (error: unknown) => {
            if (some.length === 1) throw error;
            return (await this.askFor(route, [run], question))[run.run];
          },
        );
        answer.catch(() => this.answers.delete(keyOf(run)));
        this.answers.set(keyOf(run), answer);
      }
    }
    return runs.map((run) => this.answers.get(keyOf(run)) as Promise<unknown>);
  }

  private async askFor(
    route: string,
    runs: Run[],
    question: Record<string, string | string[]>,
  ): Promise<Record<string, unknown>> {
    const answer = await this.ask(route, {
      run: runs.map(({ run }) => run),
      // TensorBoard need not look them up.
      prefix: runs.map(({ manifest }) => manifest.prefix),
      ...question,
    });
    return numbered(answer) as Record<string, unknown>;
  }

  private cached(
    route: string,
    question: Record<string, string | string[]>,
    cleaned = numbered,
  ): Promise<unknown> {
    const key = JSON.stringify([route, question]);
    let answer = this.answers.get(key);
    if (!answer) {
      answer = this.ask(route, question).then(cleaned);
      answer.catch(() => this.answers.delete(key));
      this.answers.set(key, answer);
    }
    return answer;
  }
}

/** Runs are asked for together: an address can be so long. */
const MOST_AT_ONCE = 50;

function withShortNames(answer: unknown): unknown {
  const { runs } = numbered(answer) as { runs: Run[] };
  const names = shortRuns(runs.map(nameOf));
  runs.forEach((run, place) => {
    run.short = names[place] ?? nameOf(run);
    const { layers } = run.manifest;
    const layerNames = shortened(layers.map(({ name }) => name));
    layers.forEach((layer, at) => {
      layer.short = layerNames[at] ?? layer.name;
    });
  });
  return answer;
}

/** Ask TensorBoard; addresses are relative, so any path prefix works. */
export const askTensorBoard: Ask = async (route, question) => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) {
    for (const each of [value].flat()) parameters.append(name, each);
  }
  const answer = await fetch(`./${route}?${parameters.toString()}`);
  if (!answer.ok) {
    throw new Error(
      `TensorBoard did not answer "${route}" (status ${answer.status}).`,
    );
  }
  return (await answer.json()) as unknown;
};

interface Embedded {
  runs: unknown;
  latest: Record<string, unknown>;
  series: Record<string, Record<string, unknown>>;
  firing: Record<string, Record<string, unknown>>;
  alphas: Record<string, Record<string, unknown>>;
  histograms: Record<string, Record<string, Record<string, unknown>>>;
  findings: Record<string, unknown>;
}

/** Ask the HTML file; packed is its compressed JSON in base64. */
export function askDocument(packed: string): Ask {
  const read = async () =>
    JSON.parse(new TextDecoder().decode(await unpacked(packed))) as Embedded;
  let data: Promise<Embedded> | undefined;
  return async (route, question) => {
    const found = await (data ??= read());
    const run = String(question["run"]);
    const layer = String(question["layer"]);
    const ofEach = (of: (run: string) => unknown) =>
      Object.fromEntries(
        [question["run"] ?? []].flat().map((each) => [each, of(each)]),
      );
    switch (route) {
      case "runs":
        return found.runs;
      case "latest":
        return ofEach((each) => found.latest[each]);
      case "findings":
        return found.findings[run];
      case "series":
        return ofEach((each) =>
          Object.fromEntries(
            [question["measure"] ?? []]
              .flat()
              .map((measure) => [measure, found.series[each]?.[measure]])
              .filter(([, columns]) => columns !== undefined),
          ),
        );
      case "histograms":
        return (
          found.histograms[run]?.[String(question["of"])]?.[layer] ?? NOTHING
        );
      case "firing":
      case "alphas":
        return found[route][run]?.[layer] ?? NOTHING;
      default:
        throw new Error(`No such route: ${route}`);
    }
  };
}

const NOTHING = {
  steps: [],
  bins: [],
  units: 0,
  values: "",
  recycled: [],
  deaths: [],
};

/** Bytes from base64 of zlib; empty from an empty text. */
export async function unpacked(text: string): Promise<Uint8Array> {
  if (!text) return new Uint8Array();
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) {
    bytes[at] = letters.charCodeAt(at);
  }
  const stream = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const NAMES = new Map<unknown, number>([
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
]);

/** JSON has no NaN and no infinity: plain.py writes their names. */
function numbered(answer: unknown): unknown {
  if (Array.isArray(answer)) {
    answer.forEach((value: unknown, index) => {
      answer[index] = NAMES.get(value) ?? numbered(value);
    });
  } else if (typeof answer === "object" && answer !== null) {
    const members = answer as Record<string, unknown>;
    for (const [name, value] of Object.entries(members)) {
      // Names stay as they are, even a name like "NaN".
      if (name === "manifest" || name === "diagnosed") continue;
      if (typeof value === "object") numbered(value);
      else if (name !== "run") members[name] = NAMES.get(value) ?? value;
    }
  }
  return answer;
}

/** The same for the figures of findings alone. */
function weighed(answer: unknown): unknown {
  const { diagnosis } = answer as Diagnosed;
  for (const { evidence } of diagnosis?.findings ?? []) {
    for (const each of evidence) {
      each.value = NAMES.get(each.value) ?? each.value;
      each.limit = NAMES.get(each.limit) ?? each.limit;
    }
  }
  return answer;
}
