/** The page: its header, the chosen view, and how it follows new data. */

import type { Choices, Place } from "./address";
import type { Zoom } from "./charts/heatmap";
import { copied } from "./clipboard";
import type { Context, Shown, View } from "./context";
import {
  dateOf,
  isReadable,
  isSick,
  nameOf,
  newestOf,
  reasonOf,
  runOf,
  withoutDirectory,
} from "./context";
import { choice, element } from "./dom";
import { middle } from "./names";
import { csv, download, picture } from "./save";
import type { Source } from "./source";
import { hideTip } from "./tip";
import type { Run } from "./types";
import { compare } from "./views/compare";
import { details } from "./views/details";
import { layers } from "./views/layers";
import { overview } from "./views/overview";
import { units } from "./views/units";

const VIEWS: { id: string; name: string; view: View }[] = [
  { id: "overview", name: "Overview", view: overview },
  { id: "layers", name: "Layers over time", view: layers },
  { id: "units", name: "Units", view: units },
  { id: "compare", name: "Compare runs", view: compare },
  { id: "details", name: "Details", view: details },
];

/** The choices that the browser's back and forward buttons change. */
const PLACES: (keyof Choices)[] = [
  "run",
  "view",
  "layer",
  "measure",
  "detail",
  "which",
];

/** The view of all runs. */
const ALL_RUNS = "compare";

/** The view that a run opens with. */
const OF_A_RUN = "overview";

/** Letters of a run for which the list has room. */
const RUN_NAME = 36;

/** Of more runs that cannot be read than this, only the number is told. */
const MOST_UNREADABLE = 5;

const LINES_TO_ADD = `from keras_activations.callbacks import ActivationMonitor

monitor = ActivationMonitor("logs/run1")
model.fit(x, y, callbacks=[monitor])`;

export class Page {
  private choices: Choices;
  private runs: Run[] = [];
  private shown: Shown | undefined;
  private turn = 0;
  private readonly zooms = new Map<string, Zoom>();
  private readonly head = element("header", {});
  private readonly main = element("main", {});
  private readonly notice = element("p", {
    class: "notice",
    role: "status",
    hidden: true,
  });
  private readonly unreadable = element("div", {
    class: "unreadable",
    id: "unreadable",
    role: "status",
    hidden: true,
  });

  constructor(
    private readonly root: HTMLElement,
    private readonly source: Source,
    private readonly place: Place,
    private readonly styles: string,
  ) {
    this.choices = place.read();
    this.root.append(this.head, this.unreadable, this.notice, this.main);
    this.place.onLink(() => {
      this.choices = this.place.read();
      void this.show();
    });
    this.place.onKey((event) => {
      this.key(event);
    });
  }

  /** Ask for the data again and show the same place with the new data. */
  async reload(): Promise<void> {
    this.source.forget();
    await this.show();
  }

  /** Show what is chosen; an older, slower call never replaces a newer one. */
  async show(): Promise<void> {
    const turn = ++this.turn;
    this.root.dataset["ready"] = "false";
    let run: Run | undefined;
    let chosen = VIEWS[0];
    try {
      const found = await this.source.runs();
      this.runs = found.filter(isReadable);
      this.drawUnreadable(found.filter((each) => !isReadable(each)));
      run = runOf(this.runs, this.choices.run) ?? newestOf(this.runs);
      const all = this.runs.length > 1 && !this.choices.run ? ALL_RUNS : "";
      const wanted = this.choices.view || all;
      chosen = VIEWS.find(({ id }) => id === wanted) ?? VIEWS[0];
      if (!run || !chosen) {
        this.put(undefined, emptyPage(), "");
      } else {
        const shown = await chosen.view(this.context(run));
        const problem = await this.problemOf(run);
        if (turn !== this.turn) return;
        const notice = [this.noticeOf(run), problem].filter(Boolean).join(" ");
        this.put(shown, shown.element, notice);
        if (shown.more) {
          this.drawHead(run, chosen.id);
          this.root.dataset["ready"] = "partly";
          await shown.more;
          if (turn === this.turn) await this.show();
          return;
        }
      }
      this.drawHead(run, chosen?.id ?? "");
    } catch (error) {
      if (turn !== this.turn) return;
      const said = `This cannot be shown. ${reasonOf(error)}`;
      this.put(undefined, element("p", { class: "nothing" }, said), "");
      // Another run or view may be sound.
      if (run) this.drawHead(run, chosen?.id ?? "");
    }
    if (turn === this.turn) this.root.dataset["ready"] = "true";
  }

  private context(run: Run): Context {
    return {
      source: this.source,
      runs: this.runs,
      run,
      choices: this.choices,
      choose: (changes) => {
        this.choose(changes);
      },
      zoom: (map) => {
        const zoom = this.zooms.get(map) ?? { top: 0, bottom: 0 };
        this.zooms.set(map, zoom);
        return zoom;
      },
    };
  }

  private choose(changes: Partial<Choices>): void {
    const before = this.choices;
    this.choices = { ...before, ...changes };
    // Each view has its own sorting.
    if (this.choices.view !== before.view) this.choices.sort = "";
    const moved = PLACES.some((part) => this.choices[part] !== before[part]);
    this.place.write(this.choices, moved);
    void this.show();
  }

  /** Show the view; the element with the keyboard's focus keeps it. */
  private put(
    shown: Shown | undefined,
    content: HTMLElement,
    notice: string,
  ): void {
    const active = document.activeElement;
    const focused = active?.id;
    const caret =
      active instanceof HTMLInputElement && active.type === "search"
        ? active.selectionStart
        : null;
    const unfolded = new Set(
      this.foldable()
        .filter(({ open }) => open)
        .map(({ id }) => id),
    );
    const { scrollTop } = document.documentElement;
    hideTip();
    this.shown = shown;
    this.main.replaceChildren(content);
    this.notice.hidden = !notice;
    this.notice.textContent = notice;
    if (focused)
      document.getElementById(focused)?.focus({ preventScroll: true });
    if (caret !== null && document.activeElement instanceof HTMLInputElement)
      document.activeElement.setSelectionRange(caret, caret);
    for (const part of this.foldable()) {
      if (unfolded.has(part.id)) part.open = true;
    }
    document.documentElement.scrollTop = scrollTop;
  }

  private foldable(): HTMLDetailsElement[] {
    return [...this.main.querySelectorAll("details")];
  }

  /** What of its values cannot be read; if all fail, the view says so. */
  private async problemOf(run: Run): Promise<string | undefined> {
    try {
      return (await this.source.latest(run)).problem;
    } catch {
      return undefined;
    }
  }

  private noticeOf(run: Run): string {
    const asked = this.choices.run;
    return asked && runOf(this.runs, asked) !== run
      ? `There is no run "${withoutDirectory(asked, run.manifest.prefix)}" here: this is "${nameOf(run)}". ${run.problem}`
      : run.problem;
  }

  /** Name the runs of which nothing can be shown, each with the reason. */
  private drawUnreadable(runs: Run[]): void {
    const more = runs.length - MOST_UNREADABLE;
    this.unreadable.hidden = !runs.length;
    this.unreadable.replaceChildren(
      ...runs
        .slice(0, MOST_UNREADABLE)
        .map((run) =>
          element(
            "p",
            { "data-run": run.run },
            element("strong", {}, nameOf(run)),
            ` ${run.problem}`,
          ),
        ),
      ...(more > 0
        ? [element("p", {}, `${more} more runs cannot be read.`)]
        : []),
    );
  }

  private drawHead(run: Run | undefined, view: string): void {
    const focused = document.activeElement?.id;
    if (!run) {
      this.head.replaceChildren();
      return;
    }
    const tabs = VIEWS.map(({ id, name }, index) =>
      element(
        "button",
        {
          type: "button",
          id: `view-${id}`,
          title: `${name} (key ${index + 1})`,
          "aria-current": id === view ? "page" : undefined,
          click: () => {
            this.choose({ view: id });
          },
        },
        name,
      ),
    );
    const actions: [string, string, () => Promise<void>][] = [
      ["png", "PNG", () => this.savePicture(run, view)],
      ["csv", "CSV", () => this.saveNumbers(run, view)],
      ["link", "Link", () => this.copyLink()],
    ];
    const titles: Record<string, string> = {
      png: "Save a picture of this view",
      csv: "Save the numbers of this view",
      link: "Copy a link to this view",
    };
    const all = view === ALL_RUNS;
    const runs = choice(
      "Run",
      "run",
      [
        ...(this.runs.length > 1
          ? [["", `all ${this.runs.length} runs`] as [string, string]]
          : []),
        ...this.runs.map((each): [string, string] => [
          each.run,
          `${isSick(each) ? "▲ " : ""}${middle(each.short, RUN_NAME)}`,
        ]),
      ],
      all && this.runs.length > 1 ? "" : run.run,
      (chosen) => {
        if (!chosen) this.choose({ view: ALL_RUNS });
        else if (all) this.choose({ run: chosen, view: OF_A_RUN, hidden: "" });
        else this.choose({ run: chosen, hidden: "" });
      },
    );
    const findings = isSick(run) ? ", with findings (▲)" : "";
    runs.title = all
      ? "Runs with findings are marked (▲)"
      : `${nameOf(run)}, ${dateOf(run)}${findings}`;
    this.head.replaceChildren(
      runs,
      element("nav", { "aria-label": "Views" }, ...tabs),
      element(
        "span",
        { class: "actions" },
        ...actions.map(([id, name, act]) =>
          element(
            "button",
            {
              type: "button",
              id: `save-${id}`,
              title: titles[id],
              click: () => {
                act().catch((error: unknown) => {
                  this.notice.hidden = false;
                  this.notice.textContent = `That did not work. ${String(error)}`;
                });
              },
            },
            name,
          ),
        ),
      ),
    );
    if (focused)
      document.getElementById(focused)?.focus({ preventScroll: true });
  }

  private async savePicture(run: Run, view: string): Promise<void> {
    if (!this.shown) return;
    const about = this.aboutOf(run, view);
    download(
      `${fileName(about)}.png`,
      await picture(this.shown.element, this.styles, about.join(" · ")),
    );
  }

  private saveNumbers(run: Run, view: string): Promise<void> {
    if (this.shown) {
      download(
        `${fileName(this.aboutOf(run, view))}.csv`,
        new Blob([csv(this.shown.table())], { type: "text/csv" }),
      );
    }
    return Promise.resolve();
  }

  /** What is shown: the run, its date, the view, the layer, the measure. */
  private aboutOf(run: Run, view: string): string[] {
    const all = view === ALL_RUNS;
    return [
      all ? `${this.runs.length} runs` : nameOf(run),
      // Of all runs, that of the newest.
      dateOf((all ? newestOf(this.runs) : undefined) ?? run),
      VIEWS.find(({ id }) => id === view)?.name ?? view,
      ...(this.shown?.about ?? []),
    ].filter(Boolean);
  }

  private async copyLink(): Promise<void> {
    this.place.write(this.choices);
    await copied(this.place.link());
    this.notice.hidden = false;
    this.notice.textContent = "The link to this view is on the clipboard.";
  }

  /** Keys 1 to 5 change the view, unless an element uses them itself. */
  private key(event: KeyboardEvent): void {
    if (event.target && wantsKeys(event.target as Element)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = VIEWS[Number(event.key) - 1];
    if (chosen && this.runs.length) this.choose({ view: chosen.id });
  }
}

/** Whether an element uses digits itself. */
function wantsKeys(target: Element): boolean {
  return target.matches(
    "input, select, textarea, .map, [role=combobox], [role=listbox]",
  );
}

/** Letters of a file's name that every system takes. */
const FILE_NAME = 120;

function fileName(about: string[]): string {
  const words = about.map((part) =>
    middle(part.replaceAll(/[^\p{L}\p{N}.=-]+/gu, "-"), FILE_NAME / 3),
  );
  return words.join("_").replaceAll("…", "-").slice(0, FILE_NAME);
}

function emptyPage(): HTMLElement {
  return element(
    "section",
    { class: "view empty", id: "empty" },
    element("h1", {}, "No activations have been logged yet"),
    element(
      "p",
      {},
      "This tab shows which units of a network are dead, saturated or far from zero mean while it trains. Add the monitor to a training run:",
    ),
    element("pre", {}, element("code", {}, LINES_TO_ADD)),
    element(
      "p",
      { class: "muted" },
      "The tab fills after the first epoch; TensorBoard's reload button asks for it at once.",
    ),
  );
}
