/** The life of units: born dead, died, recycled, revived. */

import { listed } from "./format";
import type { Firing, PerUnit } from "./types";

export interface Life {
  /** It has never fired. */
  bornDead: boolean;
  deadNow: boolean;
  /** Number of epochs without firing. */
  timeDead: number;
  died: number[];
  /** The training steps at which it died, as far as they are known. */
  diedSteps: number[];
  /** Epochs with firing after one without; also the first one if born dead. */
  revived: number[];
  /** Epochs after which it was given new weights. */
  recycled: number[];
}

export function lifeOf(firing: Firing, unit: number): Life {
  const { steps, values, recycled } = firing;
  const life: Life = {
    bornDead: true,
    deadNow: false,
    timeDead: 0,
    died: [],
    diedSteps: firing.deaths.flatMap((deaths) =>
      deaths.filter(([dead]) => dead === unit).map(([, step]) => step),
    ),
    revived: [],
    recycled: steps.filter((_, epoch) => recycled[epoch]?.includes(unit)),
  };
  let dead = false;
  steps.forEach((step, epoch) => {
    const fires = values[unit * steps.length + epoch] !== 0;
    if (fires) {
      if (dead) life.revived.push(step);
      life.bornDead = false;
    } else {
      if (!dead && epoch > 0) life.died.push(step);
      life.timeDead += 1;
    }
    dead = !fires;
  });
  life.deadNow = dead;
  return life;
}

/** Units, those dead for the longest time first. */
export function byTimeDead(firing: PerUnit<Uint8Array>): number[] {
  const { steps, units, values } = firing;
  const time = new Uint32Array(units);
  const onset = new Uint32Array(units).fill(steps.length);
  for (let unit = 0; unit < units; unit++) {
    const start = unit * steps.length;
    let dead = 0;
    for (let epoch = steps.length - 1; epoch >= 0; epoch--) {
      if (values[start + epoch] !== 0) continue;
      dead += 1;
      onset[unit] = epoch;
    }
    time[unit] = dead;
  }
  const at = (numbers: Uint32Array, unit: number) => numbers[unit] ?? 0;
  return Array.from({ length: units }, (_, unit) => unit).sort(
    (one, other) =>
      at(time, other) - at(time, one) ||
      at(onset, one) - at(onset, other) ||
      one - other,
  );
}

/** Counts for each epoch: never on so far, newly off, and on again. */
export function changesOf(
  firing: PerUnit<Uint8Array>,
): [number[], number[], number[]] {
  const { steps, units, values } = firing;
  const never = steps.map(() => 0);
  const wentOff = steps.map(() => 0);
  const wentOn = steps.map(() => 0);
  for (let unit = 0; unit < units; unit++) {
    let ever = false;
    let before: boolean | undefined;
    for (let epoch = 0; epoch < steps.length; epoch++) {
      const on = values[unit * steps.length + epoch] !== 0;
      ever ||= on;
      if (!ever) never[epoch] = (never[epoch] ?? 0) + 1;
      if (before === true && !on) wentOff[epoch] = (wentOff[epoch] ?? 0) + 1;
      if (before === false && on) wentOn[epoch] = (wentOn[epoch] ?? 0) + 1;
      before = on;
    }
  }
  return [never, wentOff, wentOn];
}

/** What the states of a unit are called. */
export interface Words {
  off: string;
  on: string;
  always: string;
  wentOff: string;
  wentOn: string;
}

export const DEATH: Words = {
  off: "dead",
  on: "alive",
  always: "dead from birth: it never fired",
  wentOff: "died",
  wentOn: "revived",
};

/** For activations that cannot die. */
export const ONE_SIDED: Words = {
  off: "one-sided",
  on: "two-sided",
  always: "one-sided from birth: its input was never above 0",
  wentOff: "went one-sided",
  wentOn: "came back",
};

/** What happened to a unit, in words. */
export function told(life: Life, words: Words): string {
  const recycled = life.recycled.length
    ? [`recycled after ${epochs(life.recycled)}`]
    : [];
  if (life.bornDead) return [words.always, ...recycled].join("; ");
  const parts = [];
  if (life.died.length) {
    const steps = life.diedSteps.length
      ? ` (training step${life.diedSteps.length === 1 ? "" : "s"} ${listed(life.diedSteps)})`
      : "";
    parts.push(`${words.wentOff} at ${epochs(life.died)}${steps}`);
  }
  parts.push(...recycled);
  if (life.revived.length)
    parts.push(`${words.wentOn} at ${epochs(life.revived)}`);
  if (!life.died.length && !life.revived.length)
    return [`${words.on} throughout`, ...recycled].join(", ");
  return `${parts.join(", ")}; now ${life.deadNow ? words.off : words.on}`;
}

function epochs(steps: number[]): string {
  return `epoch${steps.length === 1 ? "" : "s"} ${listed(steps)}`;
}
