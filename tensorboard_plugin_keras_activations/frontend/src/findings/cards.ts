/** The findings of a run: what is wrong, on what evidence, what to do. */

import { copied } from "../clipboard";
import { curve } from "../charts/sparkline";
import type { Context } from "../context";
import {
  causeOf,
  figureOf,
  notChecked,
  sinceOf,
  summaryOf,
  trustIn,
  verdictOf,
} from "../diagnosis";
import { element } from "../dom";
import { counted, listed, shown } from "../format";
import { known } from "../health";
import { measureOf } from "../measures";
import type {
  Diagnosed,
  Diagnosis,
  Evidence,
  Finding,
  Layer,
  Remedy,
  Series,
  Value,
} from "../types";

const CODE_NEEDS =
  "The code is for a compiled model that has not been trained yet, after " +
  "`import keras` and `import keras_activations as ka`; `x` and `y` are " +
  "your data.";

/** The verdict on a run. */
export function verdict(diagnosed: Diagnosed): HTMLElement {
  const sick = Boolean(diagnosed.diagnosis?.findings.length);
  return element(
    "p",
    { class: sick ? "verdict warn" : "verdict", id: "verdict" },
    sick && element("span", { "aria-hidden": true }, "▲"),
    element("span", { class: "said" }, verdictOf(summaryOf(diagnosed))),
  );
}

/** All that is below the verdict; nothing where nothing was found. */
export function cards(
  context: Context,
  { diagnosis, problem }: Diagnosed,
  series: Series,
): HTMLElement | null {
  if (!diagnosis) return null;
  const { findings } = diagnosis;
  const unlooked = unchecked(diagnosis);
  if (!findings.length && !unlooked) return null;
  return element(
    "div",
    { class: "findings", id: "findings" },
    problem && findings.length
      ? element("p", { class: "muted" }, problem)
      : null,
    ...findings.map((finding, place) => card(context, finding, place, series)),
    findings.some(({ remedies }) => remedies.some(({ code }) => code))
      ? element("p", { class: "muted" }, ...withCode(CODE_NEEDS))
      : null,
    unlooked,
  );
}

function card(
  context: Context,
  finding: Finding,
  place: number,
  series: Series,
): HTMLElement {
  const { cause, evidence, layers, reference, remedies, sentence } = finding;
  const id = `finding-${place}`;
  const more = [trustIn(finding), reference && `More: \`${reference}\``];
  return element(
    "article",
    { class: "finding", id, "aria-labelledby": `${id}-cause` },
    element(
      "div",
      { class: "finding-head" },
      element("h2", { id: `${id}-cause` }, causeOf(cause)),
      element("span", { class: "muted" }, sinceOf(finding)),
      element("code", { class: "muted" }, cause),
    ),
    sentence && element("p", {}, ...withCode(sentence)),
    layers.length > 0 &&
      element(
        "p",
        { class: "where" },
        element("span", { class: "muted" }, "Where it begins:"),
        ...[...new Set(layers)].map((name, index) =>
          layerLink(context, name, `${id}-layer-${index}`),
        ),
      ),
    evidence.length > 0 && evidenceTable(context, evidence, id, series),
    remedies.length > 0 && element("h3", {}, "What to do"),
    remedies.length > 0 &&
      element(
        "ol",
        { class: "remedies" },
        ...remedies.map((remedy, index) =>
          remedyItem(remedy, `${id}-copy-${index}`),
        ),
      ),
    more.some(Boolean) &&
      element(
        "p",
        { class: "muted" },
        ...withCode(more.filter(Boolean).join(" ")),
      ),
  );
}

/** A link to the layer's units; its name alone where it is not watched. */
function layerLink(context: Context, name: string, id: string): HTMLElement {
  const layer = layerCalled(context, name);
  if (!layer) return element("span", {}, name);
  return element(
    "button",
    {
      type: "button",
      class: "link",
      id,
      title: `Show the units of ${name}`,
      click: () => {
        context.choose({ view: "units", layer: layer.tag });
      },
    },
    name,
  );
}

function layerCalled({ run }: Context, name: string): Layer | undefined {
  return run.manifest.layers.find((layer) => layer.name === name);
}

function evidenceTable(
  context: Context,
  evidence: Evidence[],
  id: string,
  series: Series,
): HTMLElement {
  const curves = evidence.map((each, index) =>
    curveOf(context, each, `${id}-curve-${index}`, series),
  );
  const head = (text: string, kind = "") =>
    element("th", { scope: "col", class: kind }, text);
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      { class: "evidence" },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          head("evidence", "text"),
          head("found"),
          head("counts if", "text"),
          curves.some(Boolean) &&
            head("over the epochs, with its limit", "text"),
        ),
      ),
      element(
        "tbody",
        {},
        ...evidence.map((each, index) => {
          const { value, limit } = figureOf(each);
          return element(
            "tr",
            {},
            element("td", { class: "text" }, ...withCode(each.what)),
            element("td", { class: "figure" }, value),
            element("td", { class: "text" }, limit),
            curves.some(Boolean) &&
              element("td", { class: "text" }, curves[index]),
          );
        }),
      ),
    ),
  );
}

/** The measure of the layer with the limit; a click shows it in large. */
function curveOf(
  context: Context,
  { layer: name, limit, measure: id }: Evidence,
  button: string,
  series: Series,
): HTMLElement | null {
  const columns = id ? series[id] : undefined;
  const layer = layerCalled(context, name);
  const values = name
    ? columns?.layers[layer?.tag ?? name]
    : (columns?.run ?? undefined);
  if (!columns || !values) return null;
  const measure = measureOf(id);
  const points = known(columns.steps, values);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const told = (value: Value) => shown(value, measure.unit);
  const drawn = curve({
    values,
    limit,
    axis: measure.axis,
    description:
      `${measure.name} of ${name || "the run"}: ` +
      `${told(first.value)} at epoch ${first.step}, ` +
      `${told(last.value)} at epoch ${last.step}; ` +
      `limit ${told(limit)}`,
  });
  return element(
    "button",
    {
      type: "button",
      class: "curve",
      id: button,
      title: `Show the ${measure.name} of all layers over time; dashed is the limit`,
      click: () => {
        context.choose({ view: "layers", measure: id, form: "lines" });
      },
    },
    drawn,
  );
}

function remedyItem({ text, code }: Remedy, id: string): HTMLElement {
  return element("li", {}, ...withCode(text), code ? block(code, id) : null);
}

/** Code with a button that copies it. */
function block(code: string, id: string): HTMLElement {
  const copy = element(
    "button",
    {
      type: "button",
      class: "quiet copy",
      id,
      "aria-label": "Copy the code",
      click: () => {
        void copied(code).then(() => {
          copy.textContent = "Copied";
          said.textContent = "Copied";
        });
      },
    },
    "Copy",
  );
  // The name of the button hides its text from those who cannot see it.
  const said = element("span", { class: "sr", role: "status" });
  return element(
    "div",
    { class: "code" },
    // Long lines are scrolled with the keyboard too.
    element("pre", { tabindex: 0 }, element("code", {}, code)),
    copy,
    said,
  );
}

/** What no rule could look for, once, and folded away. */
function unchecked(diagnosis: Diagnosis): HTMLElement | null {
  const reasons = notChecked(diagnosis);
  if (!reasons.length) return null;
  const count = Object.keys(diagnosis.not_checked).length;
  const list = element("dl", {});
  for (const [reason, causes] of reasons) {
    list.append(
      element("dt", {}, listed(causes, causes.length)),
      element("dd", {}, ...withCode(reason)),
    );
  }
  return element(
    "details",
    { class: "unchecked", id: "not-checked" },
    element(
      "summary",
      {},
      `${counted(count, "cause")} ${count === 1 ? "was" : "were"} not checked`,
    ),
    list,
  );
}

/** Text in which `code` is marked by backticks. */
export function withCode(text: string): (string | HTMLElement)[] {
  const parts = text.split("`");
  // A single one is none of a pair.
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, index) =>
    index % 2 ? element("code", {}, part) : part,
  );
}
