/** Overview: the diagnosis, and one row per layer. */

import { sparkline } from "../charts/sparkline";
import type { Context, Shown } from "../context";
import { element } from "../dom";
import { causesByLayer, figureOf, measuresBehind } from "../diagnosis";
import { cards, verdict } from "../findings/cards";
import { shown } from "../format";
import {
  concerns,
  counting,
  known,
  limitOf,
  sentence,
  worseFirst,
} from "../health";
import { measureOf, samplesOf } from "../measures";
import { nameElement } from "../names";
import type { Table } from "../save";
import type { Column } from "../sortable";
import { sortableTable, sorted } from "../sortable";
import type { Diagnosed, Gap, Latest, Layer, Manifest, Series } from "../types";

interface Row {
  layer: Layer;
  place: number;
}

const HISTORY = ["dead_ratio", "one_sided_ratio", "died", "revived"];

const WORST_FIRST = "worst-first";

/** Milliseconds to wait for the history before a partial view is shown. */
const PATIENCE = 250;

export async function overview(context: Context): Promise<Shown> {
  const { source, run, choices, choose } = context;
  const { manifest } = run;
  const asked = source.findings(run);
  const history = asked.then(({ diagnosis }) => {
    const behind = measuresBehind(diagnosis?.findings ?? []);
    return source.series(run, [...new Set([...HISTORY, ...behind])]);
  });
  const [latest, diagnosed, arrived] = await Promise.all([
    source.latest(run),
    asked,
    // Reading a long history takes time: the last values are shown first.
    Promise.race([history, wait(PATIENCE)]),
  ]);
  const series = arrived ?? {};
  const columns = columnsOf(latest, series).filter(
    ({ id, of }) =>
      // Not known yet.
      (!arrived && OVER_TIME_COLUMNS.has(id)) ||
      manifest.layers.some((layer, place) => {
        const value = of({ layer, place });
        return value !== undefined && value !== null && value !== "";
      }),
  );
  const flagged = flaggedOf(manifest, diagnosed, latest, series);

  const rows = sorted(
    manifest.layers.map((layer, place) => ({ layer, place })),
    columns,
    choices.sort,
  );
  const worstFirst = choices.sort === WORST_FIRST;
  if (worstFirst) {
    const order = worseFirst(diagnosed.diagnosis?.findings ?? [], latest);
    rows.sort((one, other) => order(one.layer, other.layer));
  }
  const body = rows.map(({ layer, place }) => {
    const clause = flagged.get(layer.tag);
    return element(
      "tr",
      { class: clause ? "flagged" : "", "data-layer": layer.tag },
      ...columns.map((each) =>
        cell(each, { layer, place }, context, latest, clause),
      ),
      element("td", { class: "text" }, spark(layer, series)),
    );
  });

  const whole = element(
    "section",
    { class: "view overview" },
    ...(diagnosed.diagnosis
      ? [verdict(diagnosed)]
      : [
          byLimits(manifest, latest, arrived),
          element("p", { class: "gaps muted" }, diagnosed.problem || OLD),
        ]),
    gaps(manifest.not_watched),
    cards(context, diagnosed, series),
    element(
      "div",
      { class: "bar" },
      element(
        "button",
        {
          type: "button",
          id: "worst-first",
          title:
            "Layers that findings name, then those with NaN or infinite values, then by the largest of the shares of dead, one-sided and saturated units",
          "aria-pressed": worstFirst ? "true" : "false",
          click: () => {
            choose({ sort: worstFirst ? "" : WORST_FIRST });
          },
        },
        "Worst first",
      ),
      element("span", { class: "muted" }, samplesOf(latest, "dead_ratio")),
    ),
    sortableTable({
      id: "layers",
      columns,
      after: element(
        "th",
        { scope: "col", class: "text", title: OVER_TIME },
        "over time",
      ),
      rows: body,
      sort: choices.sort,
      choose,
    }),
    glossary(columns),
  );
  return {
    element: whole,
    ...(arrived ? {} : { more: history }),
    table: () => [
      columns.map((each) => each.name),
      ...rows.map((row) => columns.map((each) => each.of(row))),
      ...tableOf(diagnosed),
    ],
  };
}

/** The layers that need a look, by their tags, and why. */
function flaggedOf(
  manifest: Manifest,
  { diagnosis }: Diagnosed,
  latest: Latest,
  series: Series,
): Map<string, string> {
  // A sign beside a layer must not contradict the verdict.
  if (diagnosis) {
    const causes = causesByLayer(diagnosis.findings);
    return new Map(
      manifest.layers.flatMap(({ tag, name }) => {
        const cause = causes.get(name);
        return cause ? [[tag, cause]] : [];
      }),
    );
  }
  return new Map(
    concerns(manifest, latest, series).map(({ layer, clause }) => [
      layer.tag,
      clause,
    ]),
  );
}

/** The verdict on a run of before there were findings. */
function byLimits(
  manifest: Manifest,
  latest: Latest,
  series: Series | undefined,
): HTMLElement {
  const found = concerns(manifest, latest, series ?? {});
  return element(
    "p",
    { class: found.length ? "verdict warn" : "verdict", id: "verdict" },
    found.length > 0 && element("span", { "aria-hidden": true }, "▲"),
    element(
      "span",
      { class: "said" },
      series ? sentence(manifest, found) : "Reading the history of the run …",
    ),
  );
}

/** The findings, a row for each figure. */
function tableOf({ diagnosis }: Diagnosed): Table {
  if (!diagnosis?.findings.length) return [];
  return [
    [],
    ["finding", "layers", "since", "evidence", "found", "counts if"],
    ...diagnosis.findings.flatMap(({ cause, layers, since, evidence }) =>
      evidence.map((each) => [
        cause,
        layers.join(" "),
        since,
        each.what,
        each.value,
        figureOf(each).limit,
      ]),
    ),
  ];
}

/** What the verdict does not cover. */
function gaps(notWatched: Gap[]): HTMLElement | null {
  if (!notWatched.length) return null;
  const named = notWatched.map(({ name, reason }) => `${name} (${reason})`);
  return element(
    "p",
    { class: "gaps muted", id: "not-watched" },
    `Not watched: ${named.join(", ")}.`,
  );
}

function wait(time: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, time, undefined);
  });
}

function columnsOf(latest: Latest, series: Series): Column<Row>[] {
  const now =
    (measure: string) =>
    ({ layer }: Row) =>
      latest.layers[measure]?.[layer.tag];
  const points = (measure: string, layer: Layer) =>
    known(
      series[measure]?.steps ?? [],
      series[measure]?.layers[layer.tag] ?? [],
    ).map(({ value }) => value);
  const total =
    (measure: string) =>
    ({ layer }: Row) => {
      const values = points(measure, layer);
      return values.length
        ? values.reduce((sum, value) => sum + value)
        : undefined;
    };
  const worst = ({ layer }: Row) => {
    const values = points("dead_ratio", layer);
    return values.length ? Math.max(...values) : undefined;
  };
  const measured = (
    id: string,
    measure: string,
    of: Column<Row>["of"],
    name?: string,
    more = "",
  ): Column<Row> => {
    const { name: usual, unit, help, formula } = measureOf(measure);
    return {
      id,
      name: name ?? usual,
      unit,
      help: `${help} ${formula}${more}`,
      of,
    };
  };
  return [
    {
      id: "place",
      name: "#",
      unit: "count",
      help: "Place of the layer in the model.",
      first: "up",
      of: ({ place }) => place + 1,
    },
    {
      id: "layer",
      name: "layer",
      unit: "text",
      help: "Name of the layer; a click shows its units.",
      of: ({ layer }) => layer.name,
    },
    {
      id: "activation",
      name: "activation",
      unit: "text",
      help: "Activation function of the layer.",
      of: ({ layer }) => layer.activation,
    },
    {
      id: "units",
      name: "units",
      unit: "count",
      help: "Output features of the layer, or channels of a convolution.",
      of: ({ layer }) => layer.units,
    },
    measured("now", "dead_ratio", now("dead_ratio"), "dead now"),
    measured(
      "worst",
      "dead_ratio",
      worst,
      "worst",
      "; the largest of all epochs",
    ),
    measured("born", "born_dead", now("born_dead")),
    measured("died", "died", total("died"), "died", "; sum over all epochs"),
    measured(
      "revived",
      "revived",
      total("revived"),
      "revived",
      "; sum over all epochs",
    ),
    measured(
      "onesided",
      "one_sided_ratio",
      now("one_sided_ratio"),
      "one-sided",
    ),
    measured("mean", "mean", now("mean")),
    measured("shift", "bias_shift", (row) =>
      // Where all outputs are 0, there is nothing to be off centre.
      isAllDead(latest, row.layer) ? undefined : now("bias_shift")(row),
    ),
    {
      id: "expected",
      name: "expected",
      unit: "number",
      help: "Bias shift that this activation has for inputs from N(0, 1); of a learned slope, with what it is now.",
      of: now("bias_shift_expected"),
    },
    measured("saturation", "saturation", now("saturation"), "saturated"),
  ];
}

function cell(
  column: Column<Row>,
  row: Row,
  { choose, run }: Context,
  latest: Latest,
  clause: string | undefined,
): HTMLElement {
  const { layer, place } = row;
  const value = column.of(row);
  if (column.id === "layer") {
    return element(
      "td",
      { class: "text name" },
      element(
        "button",
        {
          type: "button",
          class: "link",
          id: `layer-${place}`,
          title: clause ?? `Show the units of ${layer.name}`,
          click: () => {
            choose({ view: "units", layer: layer.tag });
          },
        },
        element("span", { class: "flag" }, clause ? "▲" : ""),
        nameElement(layer.short, layer.name),
      ),
    );
  }
  if (column.unit === "text" || column.unit === "given") {
    return element("td", { class: "text" }, value || "–");
  }
  if (value === undefined || value === null || typeof value === "string") {
    const cannot = layer.can_die === false && DEATH.has(column.id);
    return element(
      "td",
      { class: "muted", title: cannot ? "This activation cannot die." : "" },
      "–",
    );
  }
  const made = element(
    "td",
    { "data-column": column.id, "data-value": value },
    shown(value, column.unit),
  );
  if (column.id === "expected") made.classList.add("muted");
  if (column.unit === "share") {
    const measure = MEASURE_OF[column.id] ?? "";
    const limit = limitOf(run.manifest, measure) ?? Infinity;
    const counts =
      measure === "saturation" ? counting(latest, layer, measure) : value;
    if ((counts ?? 0) >= limit) made.classList.add("high");
    made.style.setProperty("--share", `${Math.min(100, 100 * value)}%`);
    made.classList.add("share");
  }
  return made;
}

/** Whether a layer gave nothing but 0. */
function isAllDead({ layers }: Latest, { tag }: Layer): boolean {
  const dead = layers["dead_ratio"]?.[tag] ?? 0;
  return dead >= 1 && layers["bias_shift"]?.[tag] === 0;
}

const OLD =
  "There is no diagnosis in this log: the sentence follows from limits alone.";

const OVER_TIME =
  "Share of dead units epoch by epoch, from 0 to 100 %; of one-sided units where they cannot die.";

const OVER_TIME_COLUMNS = new Set(["worst", "died", "revived"]);

const DEATH = new Set(["now", "worst", "born", "died", "revived"]);

const MEASURE_OF: Record<string, string> = {
  now: "dead_ratio",
  worst: "dead_ratio",
  onesided: "one_sided_ratio",
  saturation: "saturation",
};

function spark(layer: Layer, series: Series): SVGElement | null {
  const measure = layer.can_die === false ? "one_sided_ratio" : "dead_ratio";
  const columns = series[measure];
  const values = columns?.layers[layer.tag];
  if (!columns || !values) return null;
  const points = known(columns.steps, values);
  const first = shown(points[0]?.value, "share");
  const last = shown(points.at(-1)?.value, "share");
  return sparkline(
    values,
    `${measureOf(measure).name} of ${layer.name}: from ${first} to ${last}`,
  );
}

function glossary(columns: Column<Row>[]): HTMLElement {
  const list = element("dl", {});
  for (const { name, help } of [
    ...columns,
    { name: "over time", help: OVER_TIME },
  ]) {
    list.append(element("dt", {}, name), element("dd", {}, help));
  }
  return element(
    "details",
    { class: "glossary", id: "glossary" },
    element("summary", {}, "What the columns say"),
    list,
  );
}
