/** Long names, so that what distinguishes them is in sight. */

import { element } from "./dom";

/** Names that are no longer than this stay as they are. */
const SHORT = 16;

/** How much of the end of a name is never left out. */
const END = 10;

/** Of a directory in the name of a run, no more is shown. */
const PART = 24;

/**
 * The names of runs without the directories that all of them share, at the same
 * place from the beginning or from the end. Long ones that are left lose their
 * middle.
 */
export function shortRuns(names: string[]): string[] {
  if (names.length < 2) return names;
  const paths = names.map((name) => name.split("/"));
  const [first = []] = paths;
  const shared = (place: number) =>
    first.at(place) !== undefined &&
    paths.every((path) => path.at(place) === first.at(place));
  const without = (left: (place: number, length: number) => boolean) => {
    const kept = paths.map((path) =>
      path.filter((_, place) => !left(place, path.length)).join("/"),
    );
    return kept.every(Boolean) && areDifferent(kept) && kept;
  };
  const kept =
    without((place, length) => shared(place) || shared(place - length)) ||
    without((place) => shared(place)) ||
    names;
  const told = shortened(kept);
  const brief = told.map((name) =>
    name
      .split("/")
      .map((part) => middle(part, PART))
      .join("/"),
  );
  return areDifferent(brief) ? brief : told;
}

function areDifferent(names: string[]): boolean {
  return new Set(names).size === names.length;
}

/** Names without the words that all begin or end with, if they are long. */
export function shortened(names: string[]): string[] {
  const [first = ""] = names;
  if (
    names.length < 2 ||
    Math.max(...names.map((name) => name.length)) <= SHORT
  )
    return names;
  const least = Math.min(...names.map(({ length }) => length));
  const shared = (most: number, at: (place: number) => number) =>
    firstPlace(
      most,
      (place) =>
        !names.every((name) => name.at(at(place)) === first.at(at(place))),
    );
  const same = shared(least, (place) => place);
  const head = first.slice(0, same).search(/[^/._-]*$/);
  const alike = shared(least - head, (place) => -1 - place);
  const tail = /[/._-].*$/.exec(first.slice(first.length - alike)) ?? [""];
  const told = [
    names.map((name) => name.slice(head, name.length - tail[0].length)),
    names.map((name) => name.slice(head)),
  ];
  // A number alone says nothing.
  const isTold = (name: string) => /\p{L}/u.test(name);
  return told.find((rest) => rest.every(isTold)) ?? names;
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

/** Where the end of a name begins: with a directory, if that is not long. */
function beginOfEnd(name: string): number {
  const place = Math.max(0, name.length - END);
  const begin = name.lastIndexOf("/", place) + 1;
  return begin > 0 && name.length - begin <= PART ? begin : place;
}

/** A name whose middle is left out where there is no room for it. */
export function nameElement(short: string, whole = short): HTMLElement {
  const place = beginOfEnd(short);
  const name = element(
    "span",
    { class: "name", title: whole },
    place > 0 && element("span", { class: "start" }, short.slice(0, place)),
    element("span", { class: "end" }, short.slice(place)),
  );
  name.style.setProperty("--end", `${short.length - place}ch`);
  return name;
}
