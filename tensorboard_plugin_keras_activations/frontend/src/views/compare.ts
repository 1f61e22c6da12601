/** Compare runs: the page for choosing an activation. */

import { packed } from "../address";
import type { Line } from "../charts/lines";
import { lineChart, swatch } from "../charts/lines";
import type { Point } from "../charts/scatter";
import { scatter } from "../charts/scatter";
import type { Compared, Failed } from "../compare/compared";
import {
  activationOf,
  comparedOf,
  hparamOf,
  hparamsOf,
  latestOf,
  outcomeName,
  outcomesOf,
  samplesBehind,
  varyingOf,
  WHOLE,
  WORST,
} from "../compare/compared";
import {
  ALL,
  filtered,
  hparamChoices,
  MOST_DRAWN,
  NONE,
  tickedOf,
  whereWith,
  wherePairs,
} from "../compare/filter";
import type { Group } from "../compare/groups";
import { groupings, groupsOf, spreadOf } from "../compare/groups";
import type { Context, Shown } from "../context";
import { nameOf } from "../context";
import { choice, element, segments } from "../dom";
import { counted, shown } from "../format";
import { isWorse } from "../health";
import type { Measure } from "../measures";
import { measuresOf, referenceOf, samplesTold } from "../measures";
import { nameElement } from "../names";
import type { Table } from "../save";
import type { Column } from "../sortable";
import { sortableTable, sorted } from "../sortable";
import type { Latest, Run } from "../types";
import { chartHeight, helpOf, nothing, stepName } from "../measured";
import { runFindings } from "../findings/runs";

const SCATTER = "scatter";

export async function compare(context: Context): Promise<Shown> {
  const { runs, choices } = context;
  const failed: Failed[] = [];
  const found = runFindings(context);
  const latests = await latestOf(context, runs, failed);
  const measures = measuresOf(...latests);
  const measure =
    measures.find(({ id }) => id === choices.measure) ??
    commonest(measures, latests);
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
  const listed = filtered(runs, choices.filter, choices.where);
  const ticked = tickedOf(listed, choices.ticked, Boolean(choices.group));
  const latestOfRun = new Map(runs.map((run, place) => [run, latests[place]]));
  const all = await comparedOf(
    context,
    listed,
    listed.map((run) => latestOfRun.get(run) as Latest),
    measure,
    which,
    ({ run }) => ticked.has(run),
    failed,
  );
  // A run keeps its colour, whatever else is listed.
  for (const each of all) each.place = runs.indexOf(each.run);
  const drawn = all.filter(({ run }) => ticked.has(run.run));
  const by = groupings(all).some(([id]) => id === choices.group)
    ? choices.group
    : "";
  const groups = by ? groupsOf(drawn, by).slice(0, MOST_DRAWN) : [];
  const outcomes = outcomesOf(latests);
  const score =
    outcomes.find((metric) => metric === choices.score) ?? outcomes[0];

  const columns = columnsOf(all, measure, which, outcomes);
  const rows = sorted(all, columns, choices.sort);
  const chart = chartOf(context, { drawn, groups, measure, score });
  const whole = element(
    "section",
    { class: "view" },
    ...failures(failed),
    found,
    bar(context, measures, measure, outcomes, score),
    helpOf(
      measure,
      samplesTold(
        drawn.flatMap((each) => samplesBehind(each, measure, which)),
        measure.id,
      ),
    ),
    filterBar(context, all, by),
    drawnBar(context, all, drawn, by ? groupsOf(drawn, by).length : 0),
    chart.element,
    runTable(context, rows, columns, ticked, measure, groups),
    element("p", { class: "muted", id: "same" }, sameInAll(listed)),
  );
  return {
    element: whole,
    about: [measure.name],
    table: () => [
      ["run", ...columns.map(({ name }) => name)],
      ...rows.map((each) => [
        nameOf(each.run),
        ...columns.map((column) => column.of(each)),
      ]),
      [],
      ...chart.table(),
    ],
  };
}

/** What is compared first. */
const FIRST = ["dead_ratio", "bias_shift"];

/** The first measure that all runs have, or the most. */
function commonest(
  measures: Measure[],
  latests: Latest[],
): Measure | undefined {
  const count = ({ id }: Measure) =>
    latests.filter(({ layers }) => id in layers).length;
  const most = Math.max(...measures.map(count));
  const all = measures.filter((measure) => count(measure) === most);
  return all.find(({ id }) => FIRST.includes(id)) ?? all[0];
}

/** A notice for each run that failed. */
function failures(failed: Failed[]): HTMLElement[] {
  return failed.map(({ run, reason }) =>
    element(
      "p",
      { class: "unreadable" },
      element("strong", {}, run),
      ` cannot be shown. ${reason}`,
    ),
  );
}

/** What is compared, and how it is drawn. */
function bar(
  { runs, choices, choose }: Context,
  measures: Measure[],
  measure: Measure,
  outcomes: string[],
  score: string | undefined,
): HTMLElement {
  const names = new Set(
    runs.flatMap(({ manifest }) => manifest.layers.map(({ name }) => name)),
  );
  return element(
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
    choice(
      "Of",
      "which",
      [
        [WORST, "the worst layer of each run"],
        [WHOLE, "the whole run"],
        ...[...names].map((name): [string, string] => [name, name]),
      ],
      choices.which || WORST,
      (value) => {
        choose({ which: value });
      },
    ),
    score === undefined
      ? null
      : segments(
          "Form",
          "form",
          [
            ["lines", "Over time"],
            [SCATTER, "Against a score"],
          ],
          choices.form === SCATTER ? SCATTER : "lines",
          (form) => {
            choose({ form });
          },
        ),
    score !== undefined && choices.form === SCATTER
      ? choice(
          "Score",
          "score",
          outcomes.map((metric) => [metric, outcomeName(metric)]),
          score,
          (value) => {
            choose({ score: value });
          },
        )
      : null,
  );
}

/** Which runs are listed, and how they are grouped. */
function filterBar(
  { runs, choices, choose }: Context,
  all: Compared[],
  by: string,
): HTMLElement {
  const text = element("input", {
    type: "search",
    id: "filter",
    value: choices.filter,
    placeholder: "words of a name or value",
    input: () => {
      choose({ filter: text.value, ticked: "" });
    },
  });
  const where = wherePairs(choices.where);
  return element(
    "div",
    { class: "bar filters" },
    element("label", { class: "choice" }, element("span", {}, "Filter"), text),
    ...hparamChoices(runs).map(([name, values]) =>
      choice(
        name.replaceAll("_", " "),
        `where-${name}`,
        [["", "any"], ...values.map((each): [string, string] => [each, each])],
        where.get(name) ?? "",
        (value) => {
          choose({ where: whereWith(choices.where, name, value), ticked: "" });
        },
      ),
    ),
    choice("Group", "group", groupings(all), by, (value) => {
      choose({ group: value, ticked: "" });
    }),
  );
}

/** How many of the runs are listed and drawn, and the choice of others. */
function drawnBar(
  { runs, choices, choose }: Context,
  all: Compared[],
  drawn: Compared[],
  groups: number,
): HTMLElement {
  const listed =
    all.length === runs.length
      ? counted(all.length, "run")
      : `${all.length} of ${counted(runs.length, "run")} listed`;
  const newest =
    !choices.ticked && !groups && drawn.length < all.length
      ? ", the newest"
      : "";
  const most = groups > MOST_DRAWN ? `, the first ${MOST_DRAWN}` : "";
  const inGroups = groups ? ` in ${counted(groups, "group")}${most}` : "";
  const button = (ticked: string, name: string, title: string) =>
    element(
      "button",
      {
        type: "button",
        class: "quiet",
        id: `tick-${ticked || "newest"}`,
        title,
        click: () => {
          choose({ ticked });
        },
      },
      name,
    );
  const some = drawn.length === all.length ? "all" : `${drawn.length} of them`;
  return element(
    "div",
    { class: "bar drawn" },
    element(
      "span",
      { id: "drawn", class: "muted" },
      `${listed}, ${some} drawn${newest}${inGroups}. ` +
        "Tick runs in the table, or",
    ),
    button(ALL, "all", "Draw all runs that are listed"),
    button(NONE, "none", "Draw no run, to tick some"),
    button("", `the ${MOST_DRAWN} newest`, "Draw those that began last"),
  );
}

interface Drawn {
  drawn: Compared[];
  groups: Group[];
  measure: Measure;
  score: string | undefined;
}

function chartOf(
  context: Context,
  what: Drawn,
): { element: HTMLElement; table: () => Table } {
  return context.choices.form === SCATTER && what.score !== undefined
    ? pointChart(context, what, what.score)
    : courseChart(context, what);
}

/** The measure over time, a line for each run or group. */
function courseChart(
  { choices }: Context,
  { drawn, groups, measure }: Drawn,
): { element: HTMLElement; table: () => Table } {
  const steps = [
    ...new Set(drawn.flatMap(({ points }) => points.map(({ step }) => step))),
  ].sort((one, other) => one - other);
  const spreads = groups.map((group) => ({ group, ...spreadOf(group, steps) }));
  const lines = choices.group
    ? spreads.map(({ group, mean }): Line => ({
        id: group.name,
        name: `${group.name} (${counted(group.members.length, "run")})`,
        values: mean,
        place: group.place,
      }))
    : drawn.map(({ run, place, points }): Line => {
        const at = new Map(points.map(({ step, value }) => [step, value]));
        return {
          id: run.run,
          name: nameOf(run),
          short: run.short,
          values: steps.map((step) => at.get(step) ?? null),
          place,
        };
      });
  const missing = drawn.length
    ? "None of the chosen runs has this measure for this layer."
    : "No run is ticked.";
  return {
    element: steps.length
      ? element(
          "div",
          {},
          lineChart({
            id: "run-lines",
            steps,
            stepName: stepName(measure.id),
            lines,
            bands: spreads.map(({ group: { place }, low, high }) => ({
              place,
              low,
              high,
            })),
            unit: measure.unit,
            axis: measure.axis,
            height: chartHeight(420, 320, 560),
          }),
          groups.length
            ? element(
                "p",
                { class: "muted", id: "band" },
                "The line is the mean of the runs of a group, the band goes " +
                  "from the lowest to the highest.",
              )
            : null,
        )
      : nothing(missing),
    table: () => [
      [stepName(measure.id), ...lines.map(({ name }) => name)],
      ...steps.map((step, index) => [
        step,
        ...lines.map(({ values }) => values[index]),
      ]),
    ],
  };
}

/** Colours of more kinds than this could not be told apart. */
const MOST_KINDS = 12;

/** The last value of the measure against a score, a point for each run. */
function pointChart(
  { choices, choose }: Context,
  { drawn, measure }: Drawn,
  score: string,
): { element: HTMLElement; table: () => Table } {
  const kinds = groupsOf(drawn, choices.group || "activation");
  const points = kinds.flatMap(({ members, place }) =>
    members.flatMap(({ run, now, latest }): Point[] => {
      const y = latest.run[score];
      return now === undefined || typeof y !== "number" || !Number.isFinite(y)
        ? []
        : [
            {
              id: run.run,
              name: nameOf(run),
              x: now,
              y,
              kind: Math.min(place, MOST_KINDS),
            },
          ];
    }),
  );
  const names = kinds.map(({ name }) => name);
  const left = drawn.length - points.length;
  return {
    element: points.length
      ? element(
          "div",
          {},
          scatter({
            id: "run-points",
            points,
            kinds:
              names.length > MOST_KINDS
                ? [...names.slice(0, MOST_KINDS), "others"]
                : names,
            x: { name: `${measure.name}, last`, unit: measure.unit },
            y: { name: outcomeName(score), unit: "number" },
            height: chartHeight(420, 320, 560),
            choose: (run) => {
              choose({ run, view: "overview", hidden: "" });
            },
          }),
          left
            ? element(
                "p",
                { class: "muted" },
                `${counted(left, "run")} without one of the two left out.`,
              )
            : null,
        )
      : nothing("None of the chosen runs has both this measure and the score."),
    table: () => [
      ["run", measure.name, outcomeName(score)],
      ...points.map(({ name, x, y }) => [name, x, y]),
    ],
  };
}

function columnsOf(
  all: Compared[],
  measure: Measure,
  which: string,
  outcomes: string[],
): Column<Compared>[] {
  const { unit, name } = measure;
  const columns: Column<Compared>[] = [
    {
      id: "activation",
      name: "activation",
      unit: "text",
      of: ({ run }) => activationOf(run),
    },
    // What distinguishes the runs comes before their results.
    ...hparamColumns(all),
    {
      id: "now",
      name: `${name}, last`,
      unit,
      of: ({ now }) => now,
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
      of: ({ layer }) => layer?.name,
    });
  }
  const reference = referenceOf(measure.id)?.id ?? "";
  if (measure.id.endsWith("bias_shift") && which !== WHOLE) {
    columns.push({
      id: "expected",
      name: "expected",
      unit: "number",
      of: ({ layer, latest }) => layer && latest.layers[reference]?.[layer.tag],
    });
  }
  const samples = (each: Compared) =>
    each.layer && samplesBehind(each, measure, each.layer.name)[0];
  if (new Set(all.map(samples)).size > 1) {
    columns.push({
      id: "samples",
      name: "observations",
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
  for (const metric of outcomes) {
    columns.push({
      id: `log.${metric}`,
      name: outcomeName(metric),
      unit: "number",
      of: ({ latest }) => latest.run[metric],
    });
  }
  return columns.filter(
    ({ id, of }) =>
      id === "now" ||
      all.some((each) => {
        const value = of(each);
        return value !== undefined && value !== null && value !== "";
      }),
  );
}

/** The hyperparameters in which runs differ; for a single run, all. */
function hparamColumns(all: Compared[]): Column<Compared>[] {
  const runs = all.map(({ run }) => run);
  const names = runs.length > 1 ? varyingOf(runs) : hparamsOf(runs);
  return names.map((hparam): Column<Compared> => {
    const values = runs.map((run) => hparamOf(run, hparam));
    return {
      id: `hparam.${hparam}`,
      name: hparam.replaceAll("_", " "),
      unit: values.some((value) => typeof value === "string")
        ? "text"
        : "given",
      of: ({ run }) => hparamOf(run, hparam),
    };
  });
}

/** The hyperparameters without a column: they are the same in all runs. */
function sameInAll(runs: Run[]): string {
  if (runs.length < 2) return "";
  const varying = new Set(varyingOf(runs));
  const same = hparamsOf(runs).flatMap((name) => {
    const [run] = runs;
    const value = run && hparamOf(run, name);
    return varying.has(name) || value === undefined
      ? []
      : [`${name.replaceAll("_", " ")} ${value}`];
  });
  return same.length ? `The same in all runs: ${same.join(", ")}.` : "";
}

function runTable(
  { choices, choose }: Context,
  rows: Compared[],
  columns: Column<Compared>[],
  ticked: Set<string>,
  measure: Measure,
  groups: Group[],
): HTMLElement {
  const placeOf = new Map(
    groups.flatMap(({ members, place }) =>
      members.map(({ run }): [Run, number] => [run, place]),
    ),
  );
  const row = (each: Compared) => {
    const { run, place } = each;
    const toggle = () => {
      const next = new Set(ticked);
      if (!next.delete(run.run)) next.add(run.run);
      choose({ ticked: next.size ? packed(next) : NONE });
    };
    const cannotDie =
      measure.id.includes("dead") &&
      run.manifest.layers.every((layer) => layer.can_die === false);
    const colour = choices.group ? placeOf.get(run) : place;
    return element(
      "tr",
      { "data-run": run.run },
      element(
        "td",
        { class: "text name" },
        element(
          "label",
          { class: "run" },
          element("input", {
            type: "checkbox",
            id: `with-${place}`,
            checked: ticked.has(run.run),
            change: toggle,
          }),
          ticked.has(run.run) && colour !== undefined
            ? swatch(colour)
            : element("span", { class: "swatch none" }),
          nameElement(run.short, nameOf(run)),
        ),
      ),
      ...columns.map(({ id: column, unit, of }) => {
        const value = of(each);
        if (value === undefined && column === "now" && cannotDie) {
          return element("td", { class: "muted" }, "cannot die");
        }
        if (column === "worstlayer" && each.layer) {
          const { short, name } = each.layer;
          return element("td", { class: "text" }, nameElement(short, name));
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
