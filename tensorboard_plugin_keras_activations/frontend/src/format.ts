/** Numbers in words and digits. */

import type { Value } from "./types";

export type Unit = "share" | "count" | "number";

const GROUPS = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** A value as the page shows it: "61.7 %", "1,024", "0.0123". */
export function shown(value: Value | undefined, unit: Unit): string {
  if (value === null || value === undefined) return "–";
  if (!Number.isFinite(value)) return String(value);
  if (unit === "share") return percent(value);
  if (unit === "count") return GROUPS.format(value);
  return digits(value);
}

/** A share with one digit after the point; the smallest are "<0.1 %". */
export function percent(value: number): string {
  const hundred = value * 100;
  if (hundred !== 0 && Math.abs(hundred) < 0.05) return "<\u00a00.1\u00a0%";
  return `${hundred.toFixed(1)}\u00a0%`;
}

/** A share without digits after the point, for sentences. */
export function roughly(value: number): string {
  return `${Math.round(value * 100)}\u00a0%`;
}

/** Three significant digits. */
export function digits(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 10000 || size < 0.001) return value.toExponential(2);
  return value.toPrecision(3);
}

/** "1 unit", "2 units". */
export function counted(count: number, thing: string): string {
  return `${GROUPS.format(count)} ${thing}${count === 1 ? "" : "s"}`;
}

/** "3, 8 and 40" from steps; those beyond `most` are only counted. */
export function listed(items: (string | number)[], most = 6): string {
  const rest = items.length - most;
  const named = items.slice(0, most).map(String);
  if (rest > 0) named.push(`${rest} more`);
  const last = named.pop();
  return named.length ? `${named.join(", ")} and ${last}` : (last ?? "");
}
