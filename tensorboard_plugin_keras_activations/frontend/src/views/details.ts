/** Histograms, slopes, gradients and depth, where they were logged. */

import type { Context, Shown } from "../context";
import { element, segments } from "../dom";
import type { Latest } from "../types";
import { depth, DEPTHS } from "../details/depth";
import { difference } from "../details/difference";
import { gradients, GRADIENTS } from "../details/gradients";
import { histograms } from "../details/histograms";
import { nothing } from "../measured";
import { slopes } from "../details/slopes";

interface Detail {
  id: string;
  name: string;
  /** Adds its own choices to the bar. */
  show: (context: Context, latest: Latest, bar: HTMLElement) => Promise<Shown>;
  logged: (latest: Latest) => boolean;
  missing: string;
}

const DETAILS: Detail[] = [
  {
    id: "histograms",
    name: "Histograms",
    show: histograms,
    // Only a request for them shows whether there are any.
    logged: () => true,
    missing: "",
  },
  {
    id: "slopes",
    name: "Slopes",
    show: slopes,
    logged: (latest) => "alpha" in latest.layers,
    missing:
      "No layer of this run learns a slope (PReLU, or ELU with a learned alpha).",
  },
  {
    id: "gradients",
    name: "Gradients",
    show: gradients,
    logged: (latest) => GRADIENTS.some((id) => id in latest.layers),
    missing:
      "No gradients were logged. ActivationMonitor(log_dir, gradients=True) logs them.",
  },
  {
    id: "depth",
    name: "Depth",
    show: depth,
    logged: (latest) => DEPTHS.some((id) => id in latest.layers),
    missing: "This run has no measures that can be shown along its layers.",
  },
  {
    id: "difference",
    name: "Difference",
    show: difference,
    logged: () => true,
    missing: "",
  },
];

export async function details(context: Context): Promise<Shown> {
  const { source, run, choices, choose } = context;
  const latest = await source.latest(run);
  const chosen = DETAILS.find(({ id }) => id === choices.detail) ?? DETAILS[0];
  if (!chosen) throw new Error("There are no details.");
  const bar = element(
    "div",
    { class: "bar" },
    segments(
      "Details",
      "detail",
      DETAILS.map(({ id, name }) => [id, name]),
      chosen.id,
      (id) => {
        choose({ detail: id });
      },
    ),
  );
  const shown = chosen.logged(latest)
    ? await chosen.show(context, latest, bar)
    : { element: nothing(chosen.missing), table: () => [] };
  return {
    element: element("section", { class: "view" }, bar, shown.element),
    about: [chosen.name, ...(shown.about ?? [])],
    table: shown.table,
  };
}
