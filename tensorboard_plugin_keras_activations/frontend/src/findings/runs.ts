/** Which runs have findings: those to look at first. */

import type { Context } from "../context";
import { nameOf, reasonOf } from "../context";
import type { RunFindings } from "../diagnosis";
import { causesOf, verdictOf, worstFirst } from "../diagnosis";
import { element } from "../dom";
import { counted } from "../format";

/** Of more runs than this, those that come later are folded away. */
const MOST = 6;

export async function runFindings(context: Context): Promise<HTMLElement> {
  const { source, runs } = context;
  const all = worstFirst(
    await Promise.all(
      runs.map(async (run): Promise<RunFindings> => {
        try {
          return { run, diagnosed: await source.findings(run) };
        } catch (error) {
          const problem = reasonOf(error);
          return {
            run,
            diagnosed: { diagnosis: null, step: null, time: null, problem },
          };
        }
      }),
    ),
  );
  const sick = all.filter(isSick);
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
    element("ul", {}, ...items.slice(0, MOST)),
    items.length > MOST &&
      element(
        "details",
        { id: "more-runs" },
        element("summary", {}, counted(items.length - MOST, "more run")),
        element("ul", {}, ...items.slice(MOST)),
      ),
  );
}

function isSick({ diagnosed }: RunFindings): boolean {
  return Boolean(diagnosed.diagnosis?.findings.length);
}

function summary(all: RunFindings[], sick: number): string {
  const verb = sick === 1 ? "has" : "have";
  if (!all.some(({ diagnosed }) => diagnosed.diagnosis)) {
    return "None of these runs has a diagnosis in its log.";
  }
  return sick
    ? `${sick} of ${counted(all.length, "run")} ${verb} findings.`
    : "No run has a finding.";
}

function item(
  { choose }: Context,
  each: RunFindings,
  place: number,
): HTMLElement {
  const { run, diagnosed } = each;
  const { diagnosis, problem } = diagnosed;
  const sick = isSick(each);
  const said = sick
    ? causesOf(diagnosis?.findings ?? [])
    : diagnosis || problem
      ? verdictOf(diagnosed)
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
      nameOf(run),
    ),
    element("span", { class: sick ? "" : "muted" }, said),
  );
}
