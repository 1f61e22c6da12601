/** Overview: a sentence, and one row per layer. */

import { sparkline } from "../charts/sparkline";
import type { Context, Shown } from "../context";
import { element } from "../dom";
import type { Unit } from "../format";
import { shown } from "../format";
import { badness, findings, known, sentence, limitOf } from "../health";
import { measureOf, samplesOf } from "../measures";
import type { Layer, Latest, Series, Value } from "../types";

interface Column {
  id: string;
  name: string;
  unit: Unit | "text";
  help: string;
  of: (layer: Layer, place: number) => Value | string | undefined;
}

const HISTORY = ["dead_ratio", "one_sided_ratio", "died", "revived"];

const WORST_FIRST = "worst-first";

/** Milliseconds in which a history comes without a first, partial view. */
const PATIENCE = 250;

export async function overview(context: Context): Promise<Shown> {
  const { source, run, choices, choose } = context;
  const { manifest } = run;
  const history = source.series(run, HISTORY);
  const [latest, arrived] = await Promise.all([
    source.latest(run),
    // A long history takes longer than the last values: those come first.
    Promise.race([history, wait(PATIENCE)]),
  ]);
  const series = arrived ?? {};
  const columns = columnsOf(latest, series);
  const found = findings(manifest, latest, series);
  const flagged = new Map(
    found.map(({ layer, clause }) => [layer.tag, clause]),
  );

  const rows = manifest.layers.map((layer, place) => ({ layer, place }));
  const [sortedBy = "", direction] = choices.sort.split(" ");
  const column = columns.find(({ id }) => id === sortedBy);
  if (column) {
    const sign = direction === "down" ? -1 : 1;
    rows.sort((one, other) =>
      compared(
        column.of(one.layer, one.place),
        column.of(other.layer, other.place),
        sign,
      ),
    );
  }

  const worstFirst = choices.sort === WORST_FIRST;
  if (worstFirst) {
    rows.sort(
      (one, other) => badness(latest, other.layer) - badness(latest, one.layer),
    );
  }
  const head = element(
    "tr",
    {},
    ...columns.map((each) => {
      const sorted = each.id === sortedBy;
      const arrow = sorted ? (direction === "down" ? " ↓" : " ↑") : "";
      return element(
        "th",
        {
          scope: "col",
          class: each.unit === "text" ? "text" : "",
          "aria-sort": sorted
            ? direction === "down"
              ? "descending"
              : "ascending"
            : undefined,
        },
        element(
          "button",
          {
            type: "button",
            id: `sort-${each.id}`,
            title: each.help,
            click: () => {
              choose({ sort: nextSort(each, choices.sort) });
            },
          },
          each.name + arrow,
        ),
      );
    }),
    element(
      "th",
      { scope: "col", class: "text", title: OVER_TIME },
      "over time",
    ),
  );
  const body = rows.map(({ layer, place }) => {
    const clause = flagged.get(layer.tag);
    return element(
      "tr",
      { class: clause ? "flagged" : "", "data-layer": layer.tag },
      ...columns.map((each) => cell(each, layer, place, context, clause)),
      element("td", { class: "text" }, spark(layer, series)),
    );
  });

  const whole = element(
    "section",
    { class: "view overview" },
    element(
      "p",
      { class: found.length ? "verdict warn" : "verdict", id: "verdict" },
      element("span", { "aria-hidden": true }, found.length ? "▲" : "✓"),
      arrived ? sentence(manifest, found) : "Reading the history of the run …",
    ),
    element(
      "div",
      { class: "bar" },
      element(
        "button",
        {
          type: "button",
          id: "worst-first",
          title:
            "Layers with NaN or infinite values, then by the largest of the shares of dead, one-sided and saturated units",
          "aria-pressed": worstFirst ? "true" : "false",
          click: () => {
            choose({ sort: worstFirst ? "" : WORST_FIRST });
          },
        },
        "Worst first",
      ),
      element("span", { class: "muted" }, samplesOf(latest, "dead_ratio")),
    ),
    element(
      "div",
      { class: "scroll" },
      element(
        "table",
        { id: "layers" },
        element("thead", {}, head),
        element("tbody", {}, ...body),
      ),
    ),
    glossary(columns),
  );
  return {
    element: whole,
    ...(arrived ? {} : { more: history }),
    table: () => [
      columns.map((each) => each.name),
      ...rows.map(({ layer, place }) =>
        columns.map((each) => each.of(layer, place)),
      ),
    ],
  };
}

function wait(time: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, time, undefined);
  });
}

function columnsOf(latest: Latest, series: Series): Column[] {
  const now = (measure: string) => (layer: Layer) =>
    latest.layers[measure]?.[layer.tag];
  const points = (measure: string, layer: Layer) =>
    known(
      series[measure]?.steps ?? [],
      series[measure]?.layers[layer.tag] ?? [],
    ).map(({ value }) => value);
  const total = (measure: string) => (layer: Layer) => {
    const values = points(measure, layer);
    return values.length
      ? values.reduce((sum, value) => sum + value)
      : undefined;
  };
  const worst = (layer: Layer) => {
    const values = points("dead_ratio", layer);
    return values.length ? Math.max(...values) : undefined;
  };
  const measured = (
    id: string,
    measure: string,
    of: Column["of"],
    name?: string,
    more = "",
  ): Column => {
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
      of: (_, place) => place + 1,
    },
    {
      id: "layer",
      name: "layer",
      unit: "text",
      help: "Name of the layer; a click shows its units.",
      of: (layer) => layer.name,
    },
    {
      id: "activation",
      name: "activation",
      unit: "text",
      help: "Activation function of the layer.",
      of: (layer) => layer.activation,
    },
    {
      id: "units",
      name: "units",
      unit: "count",
      help: "Output features of the layer, or channels of a convolution.",
      of: (layer) => layer.units,
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
    measured("shift", "bias_shift", now("bias_shift")),
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
  column: Column,
  layer: Layer,
  place: number,
  { choose, run }: Context,
  clause: string | undefined,
): HTMLElement {
  const value = column.of(layer, place);
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
          title: clause ?? "Show its units",
          click: () => {
            choose({ view: "units", layer: layer.tag });
          },
        },
        element("span", { class: "flag" }, clause ? "▲" : ""),
        layer.name,
      ),
    );
  }
  if (column.unit === "text") {
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
    const high = value >= limit;
    if (high) made.classList.add("high");
    made.style.setProperty("--share", `${Math.min(100, 100 * value)}%`);
    made.classList.add("share");
  }
  return made;
}

const OVER_TIME =
  "Share of dead units epoch by epoch, from 0 to 100 %; of one-sided units where they cannot die.";

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

/** Downwards first for numbers, upwards for names, then the model's order. */
function nextSort(column: Column, sort: string): string {
  const first = column.unit === "text" || column.id === "place" ? "up" : "down";
  const second = first === "up" ? "down" : "up";
  if (sort === `${column.id} ${first}`) return `${column.id} ${second}`;
  if (sort === `${column.id} ${second}`) return "";
  return `${column.id} ${first}`;
}

/** Missing values last, whatever the direction. */
export function compared(
  one: Value | string | undefined,
  other: Value | string | undefined,
  sign: number,
): number {
  const missing = (value: unknown) =>
    value === null || value === undefined || Number.isNaN(value);
  if (missing(one) || missing(other)) {
    return Number(missing(one)) - Number(missing(other));
  }
  if (typeof one === "number" && typeof other === "number") {
    return sign * (one - other);
  }
  return (
    sign * String(one).localeCompare(String(other), "en", { numeric: true })
  );
}

function glossary(columns: Column[]): HTMLElement {
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
