/** Which runs have findings: those to look at first. */

import type { Context } from "../context";
import { isSick, nameOf } from "../context";
import { causesOf, verdictOf, worstFirst } from "../diagnosis";
import { element } from "../dom";
import { counted } from "../format";
import { nameElement } from "../names";
import type { Run } from "../types";

/** Of more runs than this, those that come later are folded away. */
const MOST = 6;

export function runFindings(context: Context): HTMLElement {
  const all = worstFirst(context.runs);
  const sick = all.filter(isSick);
  const known = all.some(
    ({ diagnosed }) => diagnosed.causes ?? diagnosed.problem,
  );
  const items = all.map((each, place) => item(context, each, place));
  return element(
    "section",
    { class: "run-findings", id: "run-findings" },
    element(
      "p",
      { class: sick.length ? "verdict warn" : "verdict" },
      sick.length > 0 && element("span", { "aria-hidden": true }, "▲"),
      element("span", { class: "said" }, summary(all, sick.length)),
    ),
    known && element("ul", {}, ...items.slice(0, MOST)),
    known &&
      items.length > MOST &&
      element(
        "details",
        { id: "more-runs" },
        element("summary", {}, counted(items.length - MOST, "more run")),
        element("ul", {}, ...items.slice(MOST)),
      ),
  );
}

function summary(all: Run[], sick: number): string {
  const verb = sick === 1 ? "has" : "have";
  if (!all.some(({ diagnosed }) => diagnosed.causes)) {
    return "None of these runs has a diagnosis in its log.";
  }
  return sick
    ? `${sick} of ${counted(all.length, "run")} ${verb} findings.`
    : "No run has a finding.";
}

function item({ choose }: Context, run: Run, place: number): HTMLElement {
  const { causes, problem } = run.diagnosed;
  const sick = isSick(run);
  const said = sick
    ? causesOf(causes ?? [])
    : causes || problem
      ? verdictOf(run.diagnosed)
      : "No diagnosis in this log.";
  return element(
    "li",
    { "data-run": run.run, class: sick ? "warn" : "" },
    element(
      "button",
      {
        type: "button",
        class: "link",
        id: `findings-of-${place}`,
        title: `Show the diagnosis of ${nameOf(run)}`,
        click: () => {
          choose({ run: run.run, view: "overview", hidden: "" });
        },
      },
      element("span", { class: "flag", "aria-hidden": true }, sick ? "▲" : ""),
      nameElement(run.short, nameOf(run)),
    ),
    element("span", { class: sick ? "" : "muted" }, said),
  );
}
