/** Loss and score of the run, above what happens in its layers. */

import type { LineChart } from "./charts/lines";
import { lineChart } from "./charts/lines";
import { outcomesOf } from "./compare/compared";
import type { Context } from "./context";
import { element } from "./dom";
import { measureOf } from "./measures";
import type { Latest, Value } from "./types";

const HEIGHT = 92;

const RATE = /^(lr|learning_rate)$/;

/** On the same axis of epochs as the chart below; null if nothing is logged. */
export async function runCurves(
  { source, run }: Context,
  latest: Latest,
  epochs: number[],
  look: Pick<LineChart, "group" | "legend" | "left" | "overMap">,
): Promise<HTMLElement | null> {
  const logged = outcomesOf([latest]).filter((name) => !RATE.test(name));
  const losses = logged.filter((name) => /(^|_)loss$/.test(name));
  const score = logged.find((name) => !losses.includes(name));
  // Of several scores and losses, one of each.
  const pairs = [losses.at(-1), score].map((name) => {
    const bare = name?.replace(/^val_/, "");
    return logged
      .filter((each) => each.replace(/^val_/, "") === bare)
      .reverse();
  });
  const series = await source.series(run, pairs.flat());
  const charts = pairs.flatMap((names) => {
    const lines = names.flatMap((id, place) => {
      const columns = series[id];
      if (!columns?.run) return [];
      const at = new Map(
        columns.steps.map((step, index) => [step, columns.run?.[index]]),
      );
      const values = epochs.map((epoch): Value => at.get(epoch) ?? null);
      return [{ id, name: measureOf(id).name, values, place }];
    });
    return lines.some(({ values }) => values.some((value) => value !== null))
      ? [
          lineChart({
            id: `course-${names[0] ?? ""}`,
            steps: epochs,
            stepName: "epoch",
            lines,
            unit: "number",
            axis: "fit",
            bare: true,
            height: HEIGHT,
            ...look,
          }),
        ]
      : [];
  });
  return charts.length ? element("div", { class: "courses" }, ...charts) : null;
}
