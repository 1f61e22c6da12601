/** Depth: how the signal, and its gradient, change from layer to layer. */

import { lineChart } from "../charts/lines";
import type { Line } from "../charts/lines";
import type { Context, Shown } from "../context";
import { element } from "../dom";
import { layersWith, nothing } from "../measured";
import { measureOf } from "../measures";
import type { Table } from "../save";
import type { Columns, Latest, Layer, Value } from "../types";

export const DEPTHS = ["std", "gradient_norm", "update_ratio"];

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
  const ids = DEPTHS.filter((id) => id in latest.layers);
  const series = await source.series(run, ids);
  // Below each other, a layer has the same place in all charts.
  const layers = layersWith(run.manifest, {
    steps: [],
    layers: Object.assign(
      {},
      ...ids.map((id) => series[id]?.layers),
    ) as Columns["layers"],
  });
  const profiles = ids.flatMap((id): Profile[] => {
    const columns = series[id];
    return columns ? [{ id, columns, layers }] : [];
  });
  const epochs = [
    ...new Set(profiles.flatMap(({ columns }) => columns.steps)),
  ].sort((one, other) => one - other);
  const last = epochs.length - 1;
  if (last < 0) {
    return { element: nothing("Nothing was logged."), table: () => [] };
  }
  const asked = choices.epoch ? epochs.indexOf(Number(choices.epoch)) : last;
  const chosen = asked < 0 ? last : asked;

  const panel = element("div", {});
  const said = element("output", { for: "epoch" });
  const draw = (place: number) => {
    const epoch = epochs[place] ?? 0;
    said.textContent = String(epoch);
    panel.replaceChildren(
      ...profiles.map((profile) => chartOf(profile, epoch, epochs[0] ?? 0)),
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
      choose({ epoch: place === last ? "" : String(epochs[place]) });
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
    panel,
  );
  return { element: whole, table: () => tableOf(profiles, epochs) };
}

function chartOf(
  { id, layers, columns }: Profile,
  epoch: number,
  first: number,
): HTMLElement {
  const measure = measureOf(id);
  const at = (step: number): Line => {
    const index = columns.steps.indexOf(step);
    return {
      id: String(step),
      name: `epoch ${step}`,
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
      stepText: (place) => layers[place - 1]?.name ?? "",
      overMap: true,
      lines: [at(epoch)],
      expected: epoch === first ? [] : [at(first)],
      expectedName: `epoch ${first}, the first one`,
      unit: measure.unit,
      axis: "log",
      height: 230,
    }),
  );
}

/** Epochs down, layers across, one measure after the other. */
function tableOf(profiles: Profile[], epochs: number[]): Table {
  return profiles.flatMap(({ id, layers, columns }): Table => [
    [measureOf(id).name, ...layers.map(({ name }) => name)],
    ...epochs.map((epoch) => [
      epoch,
      ...layers.map(
        ({ tag }) => columns.layers[tag]?.[columns.steps.indexOf(epoch)],
      ),
    ]),
    [],
  ]);
}
