/** Depth: how the signal, and its gradient, change from layer to layer. */

import { lineChart } from "../charts/lines";
import type { Line } from "../charts/lines";
import type { Context, Shown } from "../context";
import { element } from "../dom";
import { layersWith, nothing, usualLevel } from "../measured";
import { measureOf } from "../measures";
import type { Table } from "../save";
import type { Columns, Latest, Layer, Value } from "../types";

export const DEPTHS = ["std", "gradient_norm", "update_ratio"];

/** The step of the time before the first update, see birth.py. */
const BIRTH = -1;
const BIRTH_NAME = "birth";

/** One measure along the layers. */
interface Profile {
  id: string;
  layers: Layer[];
  columns: Columns;
}

export async function depth(
  context: Context,
  latest: Latest,
  bar: HTMLElement,
): Promise<Shown> {
  const { source, run, choices, choose } = context;
  const series = await source.series(run, [
    ...DEPTHS.filter((id) => id in latest.layers),
    ...DEPTHS.map((id) => `birth.${id}`),
  ]);
  const measured = DEPTHS.flatMap((id) => {
    const columns = fromBirth(series[`birth.${id}`], series[id]);
    return columns ? [{ id, columns }] : [];
  });
  // Below each other, a layer has the same place in all charts.
  const layers = layersWith(run.manifest, {
    steps: [],
    layers: Object.assign(
      {},
      ...measured.map(({ columns }) => columns.layers),
    ) as Columns["layers"],
  });
  const profiles = measured.map((each): Profile => ({ ...each, layers }));
  const epochs = [
    ...new Set(profiles.flatMap(({ columns }) => columns.steps)),
  ].sort((one, other) => one - other);
  const last = epochs.length - 1;
  if (last < 0) {
    return { element: nothing("Nothing was logged."), table: () => [] };
  }
  const asked = choices.epoch
    ? epochs.findIndex((epoch) => named(epoch) === choices.epoch)
    : last;
  const chosen = asked < 0 ? last : asked;

  const panel = element("div", {});
  const said = element("output", { for: "epoch" });
  const draw = (place: number) => {
    const epoch = epochs[place] ?? 0;
    said.textContent = named(epoch);
    slider.setAttribute("aria-valuetext", named(epoch));
    panel.replaceChildren(
      ...profiles.map((profile) => chartOf(profile, epoch)),
    );
  };
  const slider = element("input", {
    type: "range",
    id: "epoch",
    min: 0,
    max: last,
    value: chosen,
    // While it is dragged, it must stay the element that it is.
    input: () => {
      draw(Number(slider.value));
    },
    change: () => {
      const place = Number(slider.value);
      choose({ epoch: place === last ? "" : named(epochs[place] ?? 0) });
    },
  });
  bar.append(
    element(
      "label",
      { class: "choice" },
      element("span", {}, "Epoch"),
      slider,
      said,
    ),
  );
  draw(chosen);
  const whole = element(
    "div",
    {},
    element(
      "p",
      { class: "help" },
      "Each measure along the layers, from the input on the left to the " +
        "output on the right, on a logarithmic axis. In a network that " +
        "learns, neither the signal nor its gradient grows or shrinks by " +
        "powers of ten on the way.",
    ),
    last > 0 && profiles.some(({ columns }) => hasOnlyBirth(columns))
      ? element("p", { class: "muted", id: "first-steps" }, ONLY_FIRST_STEPS)
      : null,
    panel,
  );
  return { element: whole, table: () => tableOf(profiles, epochs) };
}

/** A measure epoch by epoch, after what it was at birth. */
export function fromBirth(
  birth: Columns | undefined,
  epochs: Columns | undefined,
): Columns | undefined {
  if (!birth || !epochs) return birth ?? epochs;
  const of = ({ steps, layers }: Columns, tag: string): Value[] =>
    layers[tag] ?? steps.map(() => null);
  const tags = Object.keys({ ...birth.layers, ...epochs.layers });
  return {
    steps: [...birth.steps, ...epochs.steps],
    layers: Object.fromEntries(
      tags.map((tag) => [tag, [...of(birth, tag), ...of(epochs, tag)]]),
    ),
  };
}

function named(epoch: number): string {
  return epoch === BIRTH ? BIRTH_NAME : String(epoch);
}

/** What a line shows. */
function lineName(id: string, epoch: number): string {
  if (epoch !== BIRTH) return `epoch ${epoch}`;
  return id === "std"
    ? `${BIRTH_NAME}, before the first update`
    : "the first ten steps";
}

function hasOnlyBirth({ steps }: Columns): boolean {
  return steps.length === 1 && steps[0] === BIRTH;
}

function chartOf(
  { id, layers, columns }: Profile,
  chosen: number,
): HTMLElement {
  const measure = measureOf(id);
  const [first = chosen] = columns.steps;
  const epoch = hasOnlyBirth(columns) ? BIRTH : chosen;
  const at = (step: number): Line => {
    const index = columns.steps.indexOf(step);
    return {
      id: String(step),
      name: lineName(id, step),
      values: layers.map(
        ({ tag }): Value => columns.layers[tag]?.[index] ?? null,
      ),
      place: 0,
    };
  };
  return element(
    "section",
    {},
    element("h2", {}, measure.name),
    lineChart({
      id: `depth-${id}`,
      steps: layers.map((_, place) => place + 1),
      stepName: "layer",
      stepText: (place) => layers[place - 1]?.short ?? "",
      overMap: true,
      lines: [at(epoch)],
      expected: epoch === first ? [] : [at(first)],
      expectedName:
        lineName(id, first) + (first === BIRTH ? "" : ", the first one"),
      unit: measure.unit,
      levels: usualLevel(measure),
      axis: "log",
      height: 230,
    }),
  );
}

const ONLY_FIRST_STEPS =
  "Gradient norm and update ratio are those of the first ten steps: " +
  "ActivationMonitor(log_dir, gradients=True) measures every epoch.";

/** Epochs down, layers across, one measure after the other. */
function tableOf(profiles: Profile[], epochs: number[]): Table {
  return profiles.flatMap(({ id, layers, columns }): Table => [
    [measureOf(id).name, ...layers.map(({ name }) => name)],
    ...epochs
      .filter((epoch) => columns.steps.includes(epoch))
      .map((epoch) => [
        named(epoch),
        ...layers.map(
          ({ tag }) => columns.layers[tag]?.[columns.steps.indexOf(epoch)],
        ),
      ]),
    [],
  ]);
}
