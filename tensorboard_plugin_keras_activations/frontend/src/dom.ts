/** Elements, built from text only: names in event files are never HTML. */

type Child = Node | string | number | null | undefined | false;

type Attributes = Record<
  string,
  string | number | boolean | ((event: Event) => void) | undefined
>;

/** An element; functions among the attributes are listeners (click: ...). */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  assign(made, attributes, children);
  return made;
}

/** The same for SVG. */
export function svg(
  name: "svg" | "path" | "line" | "circle" | "text" | "g",
  attributes: Attributes = {},
  ...children: Child[]
): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  assign(made, attributes, children);
  return made;
}

function assign(made: Element, attributes: Attributes, children: Child[]) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    made.append(typeof child === "number" ? String(child) : child);
  }
}

/** A labelled choice among options of [value, text]. */
export function choice(
  label: string,
  id: string,
  options: [string, string][],
  chosen: string,
  choose: (value: string) => void,
  title?: string,
): HTMLElement {
  const select = element("select", {
    id,
    title,
    change: () => {
      choose(select.value);
    },
  });
  for (const [value, text] of options) {
    select.append(
      element("option", { value, selected: value === chosen }, text),
    );
  }
  return element(
    "label",
    { class: "choice" },
    element("span", {}, label),
    select,
  );
}

/** Two or more buttons of which one is pressed. */
export function segments(
  label: string,
  id: string,
  options: [string, string][],
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  return element(
    "div",
    { class: "segments", role: "group", "aria-label": label },
    ...options.map(([value, text]) =>
      element(
        "button",
        {
          id: `${id}-${value}`,
          type: "button",
          "aria-pressed": value === chosen ? "true" : "false",
          click: () => {
            choose(value);
          },
        },
        text,
      ),
    ),
  );
}
