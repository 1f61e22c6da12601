/** What is chosen, and how the address stores it. */

export interface Choices {
  run: string;
  view: string;
  layer: string;
  measure: string;
  /** Lines or a heat-map. */
  form: string;
  /** Order of the units; column and direction of the table. */
  order: string;
  sort: string;
  /** Layers whose lines are hidden. */
  hidden: string;
  /** Of the comparison: words, hyperparameters, and which runs are drawn. */
  filter: string;
  where: string;
  ticked: string;
  /** How runs are grouped, and the score they are drawn against. */
  group: string;
  score: string;
  /** Which of histograms, slopes, gradients and depth. */
  detail: string;
  /** Which histograms: of activations, of their inputs, or by step. */
  of: string;
  /** Which epoch, where one at a time is shown; the last if empty. */
  epoch: string;
  /** What it is compared with: another epoch, of another run if one is named. */
  epoch2: string;
  run2: string;
  /** Which layer of each run to compare. */
  which: string;
}

export const NOTHING_CHOSEN: Choices = {
  run: "",
  view: "",
  layer: "",
  measure: "",
  form: "",
  order: "",
  sort: "",
  hidden: "",
  filter: "",
  where: "",
  ticked: "",
  group: "",
  score: "",
  detail: "",
  of: "",
  epoch: "",
  epoch2: "",
  run2: "",
  which: "",
};

const PLUGIN = "keras_activations";

/** The choices that a fragment such as "#keras_activations&p..." makes. */
export function choicesOf(fragment: string, prefix: string): Choices {
  const choices = { ...NOTHING_CHOSEN };
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const [name = "", value = ""] = part.split("=", 2).map(decoded);
    const key = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (Object.hasOwn(choices, key)) choices[key as keyof Choices] = value;
  }
  return choices;
}

/** The fragment that makes these choices. */
export function fragmentOf(choices: Choices, prefix: string): string {
  return Object.entries(choices)
    .filter(([, value]) => value !== "")
    .map(
      ([name, value]) =>
        `${prefix}${name}=${encodeURIComponent(String(value))}`,
    )
    .join("&");
}

/** A list of names in one choice. */
export function packed(names: Iterable<string>): string {
  return [...names].map(encodeURIComponent).join(",");
}

export function unpackedNames(text: string): Set<string> {
  return new Set(text ? text.split(",").map(decoded) : []);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text; // a stray percent sign
  }
}

/** Where the address is: TensorBoard's window, or the HTML file's own. */
export class Place {
  private readonly prefix: string;

  constructor(
    private readonly window: Window,
    private readonly inTensorBoard: boolean,
  ) {
    this.prefix = inTensorBoard ? `p.${PLUGIN}.` : "";
  }

  read(): Choices {
    return choicesOf(this.window.location.hash, this.prefix);
  }

  /** Put the choices into the address; `entry` makes a new history entry. */
  write(choices: Choices, entry = false): void {
    const fragment = fragmentOf(choices, this.prefix);
    const head = this.inTensorBoard ? `${PLUGIN}&` : "";
    const address = new URL(this.window.location.href);
    address.hash = head + fragment;
    const { history } = this.window;
    if (entry) history.pushState(history.state, "", address.href);
    else history.replaceState(history.state, "", address.href);
  }

  link(): string {
    return this.window.location.href;
  }

  /**
   * Call when a key is pressed here. In TensorBoard, keys go to the outer
   * window until something in the tab is clicked: these count too while the
   * tab is visible.
   */
  onKey(press: (event: KeyboardEvent) => void): void {
    document.addEventListener("keydown", press);
    if (!this.inTensorBoard) return;
    this.window.document.addEventListener("keydown", (event) => {
      if (this.inSight()) press(event);
    });
  }

  /** Call when a link to this page was followed or pasted. */
  onLink(follow: () => void): void {
    this.window.addEventListener("hashchange", () => {
      if (this.inSight()) follow();
    });
  }

  /** Whether the page is shown, not another tab of TensorBoard. */
  private inSight(): boolean {
    const { hash } = this.window.location;
    return !this.inTensorBoard || hash.startsWith(`#${PLUGIN}`);
  }
}
