/** Compare runs: the page for choosing an activation. */

import { packed, unpackedNames } from "../address";
import type { Line } from "../charts/lines";
import { lineChart, swatch } from "../charts/lines";
import type { Context, Shown } from "../context";
import { nameOf, reasonOf } from "../context";
import { choice, element } from "../dom";
import { shown } from "../format";
import { isWorse, known } from "../health";
import type { Measure } from "../measures";
import {
  measuresOf,
  referenceOf,
  sampleCounts,
  samplesTold,
} from "../measures";
import type { Column } from "../sortable";
import { sortableTable, sorted } from "../sortable";
import type { Columns, Latest, Layer, Run, Value } from "../types";
import { chartHeight, helpOf, nothing, stepName } from "../measured";
import { runFindings } from "../findings/runs";

const WORST = "worst";
const WHOLE = "whole";
const MOST_RUNS = 12;

const NOTHING_LATEST: Latest = { layers: {}, run: {} };
const NO_COLUMNS: Columns = { steps: [], layers: {} };

interface Compared {
  run: Run;
  place: number;
  latest: Latest;
  columns: Columns;
  points: { step: number; value: number }[];
}

export async function compare(context: Context): Promise<Shown> {
  const { source, runs, choices, choose } = context;
  const failed = new Map<string, string>();
  /** What one run has; nothing if it fails, since the others are shown. */
  const tried = async <T>(run: Run, asked: Promise<T>, none: T): Promise<T> => {
    try {
      return await asked;
    } catch (error) {
      failed.set(nameOf(run), reasonOf(error));
      return none;
    }
  };
  const [latests, found] = await Promise.all([
    Promise.all(
      runs.map((run) => tried(run, source.latest(run), NOTHING_LATEST)),
    ),
    runFindings(context),
  ]);
  const measures = measuresOf(...latests);
  const measure =
    measures.find(({ id }) => id === choices.measure) ?? measures[0];
  if (!measure) {
    return {
      element: element(
        "section",
        { class: "view" },
        ...failures(failed),
        found,
        nothing("No run has measures yet."),
      ),
      table: () => [],
    };
  }
  const which = choices.which || WORST;
  const without = choices.without
    ? unpackedNames(choices.without)
    : new Set(runs.slice(MOST_RUNS).map(({ run }) => run));

  const all = await Promise.all(
    runs.map(async (run, place): Promise<Compared> => {
      const columns = without.has(run.run)
        ? NO_COLUMNS
        : await tried(run, source.measure(run, measure.id), NO_COLUMNS);
      const points = pointsOf(run, columns, measure, which);
      const latest = latests[place] ?? NOTHING_LATEST;
      return { run, place, latest, columns, points };
    }),
  );
  const steps = [
    ...new Set(all.flatMap(({ points }) => points.map(({ step }) => step))),
  ].sort((one, other) => one - other);
  const chosen = all.filter(({ run }) => !without.has(run.run));
  const lines = chosen.map(({ run, place, points }): Line => {
    const at = new Map(points.map(({ step, value }) => [step, value]));
    return {
      id: run.run,
      name: nameOf(run),
      values: steps.map((step) => at.get(step) ?? null),
      place,
    };
  });
  const counts = chosen.flatMap(({ run, latest }) =>
    sampleCounts(latest, measure.id, tagOf(run, which)),
  );

  const columns = columnsOf(all, measure, which);
  const rows = sorted(all, columns, choices.sort);
  const whole = element(
    "section",
    { class: "view" },
    ...failures(failed),
    found,
    element(
      "div",
      { class: "bar" },
      choice(
        "Measure",
        "measure",
        measures.map(({ id, name }) => [id, name]),
        measure.id,
        (id) => {
          choose({ measure: id });
        },
      ),
      choice("Of", "which", layerOptions(runs, all), which, (value) => {
        choose({ which: value });
      }),
    ),
    helpOf(measure, samplesTold(counts, measure.id)),
    steps.length
      ? lineChart({
          id: "run-lines",
          steps,
          stepName: stepName(measure.id),
          lines,
          unit: measure.unit,
          axis: measure.axis,
          height: chartHeight(360 + 30 * runs.length, 320, 640),
        })
      : nothing("None of the chosen runs has this measure for this layer."),
    runTable(context, rows, columns, without, measure),
    element("p", { class: "muted", id: "same" }, sameInAll(all)),
  );
  return {
    element: whole,
    table: () => [
      ["run", ...columns.map(({ name }) => name)],
      ...rows.map((each) => [
        nameOf(each.run),
        ...columns.map((column) => column.of(each)),
      ]),
      [],
      [stepName(measure.id), ...lines.map(({ name }) => name)],
      ...steps.map((step, index) => [
        step,
        ...lines.map(({ values }) => values[index]),
      ]),
    ],
  };
}

/** A notice for each run that failed. */
function failures(failed: Map<string, string>): HTMLElement[] {
  return [...failed].map(([run, reason]) =>
    element(
      "p",
      { class: "unreadable" },
      element("strong", {}, run),
      ` cannot be shown. ${reason}`,
    ),
  );
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
      const value = columns.layers[tag]?.[index];
      if (value === null || value === undefined || !Number.isFinite(value))
        continue;
      if (found === null || isWorse(measure, value, found)) found = value;
    }
    return found;
  });
  return known(columns.steps, worst);
}

/** The tag of the layer that is compared; none for all layers. */
function tagOf(run: Run, which: string): string | undefined {
  if (which === WORST || which === WHOLE) return undefined;
  return run.manifest.layers.find(({ name }) => name === which)?.tag ?? "";
}

function layerOptions(runs: Run[], all: Compared[]): [string, string][] {
  const names = new Set(
    runs.flatMap(({ manifest }) => manifest.layers.map(({ name }) => name)),
  );
  const options: [string, string][] = [[WORST, "the worst layer of each run"]];
  if (all.some(({ columns }) => columns.run)) {
    options.push([WHOLE, "the whole run"]);
  }
  return [
    ...options,
    ...[...names].map((name): [string, string] => [name, name]),
  ];
}

function columnsOf(
  all: Compared[],
  measure: Measure,
  which: string,
): Column<Compared>[] {
  const { unit, name } = measure;
  const columns: Column<Compared>[] = [
    {
      id: "activation",
      name: "activation",
      unit: "text",
      of: ({ run }) =>
        [...new Set(run.manifest.layers.map(({ activation }) => activation))]
          .filter(Boolean)
          .join(", "),
    },
    // What distinguishes the runs comes before their results.
    ...hparamColumns(all),
    {
      id: "now",
      name: `${name}, last`,
      unit,
      of: (each) => each.points.at(-1)?.value,
    },
    {
      id: "worst",
      name: `${name}, worst`,
      unit,
      of: ({ points }) =>
        points.reduce<number | undefined>(
          (worst, { value }) =>
            worst === undefined || isWorse(measure, value, worst)
              ? value
              : worst,
          undefined,
        ),
    },
  ];
  if (which === WORST) {
    columns.push({
      id: "worstlayer",
      name: "worst layer",
      unit: "text",
      of: (each) => worstLayer(each, measure)?.name,
    });
  }
  const reference = referenceOf(measure.id)?.id ?? "";
  if (measure.id.endsWith("bias_shift") && which !== WHOLE) {
    columns.push({
      id: "expected",
      name: "expected",
      unit: "number",
      of: (each) => {
        const layer =
          which === WORST
            ? worstLayer(each, measure)
            : each.run.manifest.layers.find(({ name }) => name === which);
        return layer && each.latest.layers[reference]?.[layer.tag];
      },
    });
  }
  const samples = (each: Compared) =>
    sampleCounts(
      each.latest,
      measure.id,
      which === WORST ? worstLayer(each, measure)?.tag : tagOf(each.run, which),
    )[0];
  if (new Set(all.map(samples)).size > 1) {
    columns.push({
      id: "samples",
      name: "samples",
      unit: "count",
      of: samples,
    });
  }
  columns.push({
    id: "epochs",
    name: stepName(measure.id) === "epoch" ? "last epoch" : "last step",
    unit: "count",
    of: ({ points }) => points.at(-1)?.step,
  });
  for (const metric of outcomesOf(all)) {
    columns.push({
      id: `log.${metric}`,
      name: metric.replace(/^val_/, "validation ").replaceAll("_", " "),
      unit: "number",
      of: ({ latest }) => latest.run[metric],
    });
  }
  return columns;
}

/** The hyperparameters in which runs differ; for a single run, all. */
function hparamColumns(all: Compared[]): Column<Compared>[] {
  return hparamsOf(all).flatMap((hparam): Column<Compared>[] => {
    const values = all.map((each) => hparamOf(each, hparam));
    if (all.length > 1 && new Set(values).size === 1) return [];
    return [
      {
        id: `hparam.${hparam}`,
        name: hparam.replaceAll("_", " "),
        unit: values.some((value) => typeof value === "string")
          ? "text"
          : "given",
        of: (each) => hparamOf(each, hparam),
      },
    ];
  });
}

function hparamsOf(all: Compared[]): string[] {
  const names = all.flatMap(({ run }) => Object.keys(run.manifest.hparams));
  // The activations have a column of their own.
  return [...new Set(names)].filter((name) => name !== "activation");
}

function hparamOf(
  { run }: Compared,
  name: string,
): number | string | undefined {
  const value = run.manifest.hparams[name];
  // A float32, such as a learning rate, has no more digits than that.
  return typeof value === "number" ? Number(value.toPrecision(7)) : value;
}

/** The hyperparameters without a column: they are the same in all runs. */
function sameInAll(all: Compared[]): string {
  if (all.length < 2) return "";
  const same = hparamsOf(all).flatMap((name) => {
    const values = new Set(all.map((each) => hparamOf(each, name)));
    const [value] = values;
    return values.size === 1 && value !== undefined
      ? [`${name.replaceAll("_", " ")} ${value}`]
      : [];
  });
  return same.length ? `The same in all runs: ${same.join(", ")}.` : "";
}

function worstLayer(
  { run, columns }: Compared,
  measure: Measure,
): Layer | undefined {
  let worst: { layer: Layer; value: number } | undefined;
  for (const layer of run.manifest.layers) {
    const values = columns.layers[layer.tag] ?? [];
    const value = known(columns.steps, values).at(-1)?.value;
    if (value === undefined) continue;
    if (!worst || isWorse(measure, value, worst.value))
      worst = { layer, value };
  }
  return worst?.layer;
}

/** What Keras logged, validation first: all except measures of layers. */
function outcomesOf(all: Compared[]): string[] {
  const logged = new Set(all.flatMap(({ latest }) => Object.keys(latest.run)));
  const ours = new Set(all.flatMap(({ latest }) => Object.keys(latest.layers)));
  const outcomes = [...logged].filter(
    (metric) => !ours.has(metric) && !OF_THE_RUN.has(metric),
  );
  return outcomes.sort(
    (one, other) =>
      Number(other.startsWith("val_")) - Number(one.startsWith("val_")),
  );
}

const OF_THE_RUN = new Set(["dead_ratio_worst", "layers_unhealthy"]);

function runTable(
  { choices, choose }: Context,
  rows: Compared[],
  columns: Column<Compared>[],
  without: Set<string>,
  measure: Measure,
): HTMLElement {
  const row = (each: Compared) => {
    const id = each.run.run;
    const name = nameOf(each.run);
    const toggle = () => {
      const next = new Set(without);
      if (!next.delete(id)) next.add(id);
      // A comma distinguishes "none left out" from "not chosen yet".
      choose({ without: packed(next) || "," });
    };
    const cannotDie =
      measure.id.includes("dead") &&
      each.run.manifest.layers.every((layer) => layer.can_die === false);
    return element(
      "tr",
      { "data-run": id },
      element(
        "td",
        { class: "text name" },
        element(
          "label",
          { class: "run" },
          element("input", {
            type: "checkbox",
            id: `with-${each.place}`,
            checked: !without.has(id),
            change: toggle,
          }),
          swatch(each.place),
          element("span", { class: "name", title: name }, name),
        ),
      ),
      ...columns.map(({ id: column, unit, of }) => {
        const value = of(each);
        if (value === undefined && column === "now" && cannotDie) {
          return element("td", { class: "muted" }, "cannot die");
        }
        if (unit === "text" || typeof value === "string") {
          return element(
            "td",
            { class: "text", title: value ?? "" },
            value ?? "–",
          );
        }
        if (unit === "given") return element("td", {}, value ?? "–");
        return element("td", { "data-value": value ?? "" }, shown(value, unit));
      }),
    );
  };
  return sortableTable({
    id: "runs",
    columns,
    before: element("th", { scope: "col", class: "text" }, "run"),
    rows: rows.map(row),
    sort: choices.sort,
    choose,
  });
}
