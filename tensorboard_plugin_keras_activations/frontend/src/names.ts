/** Long names, so that what distinguishes them is in sight. */

import { element } from "./dom";

/** Names that are no longer than this stay as they are. */
const SHORT = 16;

/** How much of the end of a name is never left out. */
const END = 10;

/**
 * The names of runs without the directories that all of them share, at the
 * beginning and at the end.
 */
export function shortRuns(names: string[]): string[] {
  if (names.length < 2) return names;
  const paths = names.map((name) => name.split("/"));
  const first = paths[0] ?? [];
  const least = Math.min(...paths.map(({ length }) => length)) - 1;
  const shared = (at: (path: string[], place: number) => string | undefined) =>
    firstPlace(
      least,
      (place) => !paths.every((path) => at(path, place) === at(first, place)),
    );
  const head = shared((path, place) => path[place]);
  const tail = Math.min(
    least - head,
    shared((path, place) => path.at(-1 - place)),
  );
  return shortened(
    paths.map((path) => path.slice(head, path.length - tail).join("/")),
  );
}

/** Names without the words that all of them begin with, if they are long. */
export function shortened(names: string[]): string[] {
  const [first = ""] = names;
  if (
    names.length < 2 ||
    Math.max(...names.map((name) => name.length)) <= SHORT
  )
    return names;
  const same = firstPlace(
    first.length,
    (place) => !names.every((name) => name[place] === first[place]),
  );
  const words = first.slice(0, same).search(/[^/._-]*$/);
  const rest = names.map((name) => name.slice(words));
  // A number alone says nothing.
  return rest.every((name) => /\p{L}/u.test(name)) ? rest : names;
}

function firstPlace(most: number, differs: (place: number) => boolean): number {
  let place = 0;
  while (place < most && !differs(place)) place++;
  return place;
}

/** At most so many letters, with the middle left out. */
export function middle(name: string, most: number): string {
  if (name.length <= most) return name;
  const end = Math.min(END, Math.floor(most / 2));
  return `${name.slice(0, most - end - 1)}…${name.slice(-end)}`;
}

/** A name whose middle is left out where there is no room for it. */
export function nameElement(short: string, whole = short): HTMLElement {
  const place = Math.max(0, short.length - END);
  return element(
    "span",
    { class: "name", title: whole },
    place > 0 && element("span", { class: "start" }, short.slice(0, place)),
    element("span", { class: "end" }, short.slice(place)),
  );
}
