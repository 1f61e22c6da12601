/** Gradients: their size, the step they make, and whether signs agree. */

import type { Context, Shown } from "../context";
import { element } from "../dom";
import { measureOf, referenceOf } from "../measures";
import type { Table } from "../save";
import type { Latest } from "../types";
import {
  helpOf,
  layerLines,
  layerMap,
  layersWith,
  layerTable,
  MOST_LINES,
} from "../measured";

export const GRADIENTS = ["update_ratio", "sign_agreement", "gradient_norm"];

function referenceId(measure: string): string {
  return referenceOf(measure)?.id ?? "";
}

export async function gradients(
  context: Context,
  latest: Latest,
): Promise<Shown> {
  const ids = GRADIENTS.filter((id) => id in latest.layers);
  const series = await context.source.series(context.run, [
    ...ids,
    ...ids.map(referenceId),
  ]);
  const whole = element("div", {});
  const table: Table = [];
  for (const id of ids) {
    const measure = measureOf(id);
    const columns = series[id];
    if (!columns) continue;
    const many = layersWith(context.run.manifest, columns).length > MOST_LINES;
    whole.append(
      element("h2", {}, measure.name),
      helpOf(measure),
      many
        ? layerMap(context, measure, columns)
        : layerLines(
            context,
            measure,
            columns,
            id,
            280,
            series[referenceId(id)],
          ),
    );
    table.push([measure.name], ...layerTable(context, measure, columns), []);
  }
  return { element: whole, table: () => table };
}
