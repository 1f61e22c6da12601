/** A table that is sorted by a click on the head of a column. */

import { element } from "./dom";
import type { Unit } from "./format";
import type { Value } from "./types";

export interface Column<Row> {
  id: string;
  name: string;
  /** Given: a number as the user gave it. */
  unit: Unit | "text" | "given";
  help?: string;
  /** Which way the first click sorts; by default numbers down, text up. */
  first?: "up" | "down";
  of: (row: Row) => Value | string | undefined;
}

/** The rows in the order of a choice such as "units down"; else as they are. */
export function sorted<Row>(
  rows: Row[],
  columns: Column<Row>[],
  sort: string,
): Row[] {
  const [id, direction] = sort.split(" ");
  const column = columns.find((each) => each.id === id);
  if (!column) return [...rows];
  const sign = direction === "down" ? -1 : 1;
  return [...rows].sort((one, other) =>
    compared(column.of(one), column.of(other), sign),
  );
}

export function sortableTable<Row>(table: {
  id: string;
  columns: Column<Row>[];
  /** Heads of columns that do not sort the table. */
  before?: HTMLElement;
  after?: HTMLElement;
  rows: HTMLElement[];
  sort: string;
  choose: (changes: { sort: string }) => void;
}): HTMLElement {
  const { id, columns, before, after, rows, sort, choose } = table;
  const heads = columns.map((column) => headOf(column, sort, choose));
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      { id },
      element("thead", {}, element("tr", {}, before, ...heads, after)),
      element("tbody", {}, ...rows),
    ),
  );
}

function headOf<Row>(
  column: Column<Row>,
  sort: string,
  choose: (changes: { sort: string }) => void,
): HTMLElement {
  const { id, name, unit, help } = column;
  const [by, direction] = sort.split(" ");
  const down = direction === "down";
  const arrow = by === id ? (down ? " ↓" : " ↑") : "";
  return element(
    "th",
    {
      scope: "col",
      class: unit === "text" ? "text" : "",
      "aria-sort": arrow ? (down ? "descending" : "ascending") : undefined,
    },
    element(
      "button",
      {
        type: "button",
        id: `sort-${id}`,
        title: help,
        click: () => {
          choose({ sort: nextSort(column, sort) });
        },
      },
      name + arrow,
    ),
  );
}

/** One way first, then the other, then the original order. */
function nextSort<Row>(column: Column<Row>, sort: string): string {
  const { id, unit } = column;
  const first = column.first ?? (unit === "text" ? "up" : "down");
  const second = first === "up" ? "down" : "up";
  if (sort === `${id} ${first}`) return `${id} ${second}`;
  if (sort === `${id} ${second}`) return "";
  return `${id} ${first}`;
}

/** Missing values last, whatever the direction. */
export function compared(
  one: Value | string | undefined,
  other: Value | string | undefined,
  sign: number,
): number {
  const missing = (value: unknown) =>
    value === null || value === undefined || Number.isNaN(value);
  if (missing(one) || missing(other)) {
    return Number(missing(one)) - Number(missing(other));
  }
  if (typeof one === "number" && typeof other === "number") {
    return sign * (one - other);
  }
  return (
    sign * String(one).localeCompare(String(other), "en", { numeric: true })
  );
}
