/** Layers over time: one measure of all layers. */

import type { Context, Shown } from "../context";
import { runCurves } from "../curves";
import { choice, element, segments } from "../dom";
import {
  measuresOf,
  referenceOf,
  samplesOf,
  seriesBehind,
  withZeros,
} from "../measures";
import {
  chartHeight,
  helpOf,
  layerLines,
  layerMap,
  layerTable,
  layersWith,
  leftOfMap,
  MOST_LINES,
  nothing,
  stepName,
} from "../measured";

/** The charts of this view have one cursor. */
const COURSES = "courses";

const FORMS = new Set(["lines", "map"]);

export async function layers(context: Context): Promise<Shown> {
  const { source, run, choices, choose } = context;
  const latest = await source.latest(run);
  const measures = measuresOf(latest);
  const measure =
    measures.find(({ id }) => id === choices.measure) ?? measures[0];
  if (!measure) {
    return {
      element: nothing("This run has no measures yet."),
      table: () => [],
    };
  }
  const reference = referenceOf(measure.id)?.id ?? "";
  const series = await source.series(run, [
    ...seriesBehind(measure),
    ...(reference in latest.layers ? [reference] : []),
  ]);
  const columns = withZeros(measure, series);
  const many = layersWith(context.run.manifest, columns).length > MOST_LINES;
  const usual = many ? "map" : "lines";
  const form = FORMS.has(choices.form) ? choices.form : usual;
  const isMap = form === "map";
  const courses =
    stepName(measure.id) === "epoch"
      ? await runCurves(context, latest, columns.steps, {
          group: COURSES,
          legend: isMap ? "above" : "beside",
          ...(isMap
            ? { left: leftOfMap(context, columns), overMap: true }
            : {}),
        })
      : null;
  const whole = element(
    "section",
    { class: "view" },
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
      segments(
        "Form",
        "form",
        [
          ["lines", "Lines"],
          ["map", "Heat map"],
        ],
        form,
        (value) => {
          choose({ form: value });
        },
      ),
    ),
    helpOf(measure, samplesOf(latest, measure.id)),
    courses,
    isMap
      ? layerMap(context, measure, columns)
      : layerLines(
          context,
          measure,
          columns,
          "layer-lines",
          chartHeight(courses ? 440 : 260, 340, 720),
          series[reference],
          COURSES,
        ),
  );
  return {
    element: whole,
    about: [measure.name],
    table: () => layerTable(context, measure, columns),
  };
}
