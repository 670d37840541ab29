import { type ApiFault, apiFaults } from "./fault-api.js";
import { type FileFault, fileFaults } from "./fault-file.js";
import type { FaultKind, FaultValue } from "./fault-kind.js";
import type { Step } from "./reply.js";

/** The name of a fault; each is described where it is made. */
export type FaultName = ApiFault | FileFault;

/** Something that goes wrong, once unless told otherwise. */
export interface Fault {
  readonly name: FaultName;
  /** Where, when the fault can happen in more than one place. */
  readonly on?: Step;
  /** How many times in a row; `Infinity` for always. Default: as the fault's kind has it. */
  readonly times?: number;
  /** How many calls of that step go well before. Default: 0. */
  readonly skip?: number;
  /** What the fault is about, where it has something: seconds to wait, a status, how many bytes come. */
  readonly value?: FaultValue;
}

const KINDS: Readonly<Record<FaultName, FaultKind>> = { ...apiFaults, ...fileFaults };

/** Every fault that the server can be asked for. */
export const faultNames: readonly FaultName[] = Object.keys(KINDS) as FaultName[];

/** Keeps count of which faults are still to happen. */
export function faultPlan(faults: readonly Fault[]): (step: Step) => { fault: Fault; kind: FaultKind } | null {
  const waiting = faults.map((fault) => {
    const kind: FaultKind | undefined = KINDS[fault.name];
    if (kind === undefined) throw new TypeError(`there is no fault ${JSON.stringify(fault.name)}; there are ${faultNames.join(", ")}`);
    return { fault, kind, on: fault.on ?? kind.on, skip: fault.skip ?? 0, left: fault.times ?? kind.times ?? 1 };
  });
  return (step) => {
    for (const one of waiting) {
      if (one.on !== step || one.left <= 0) continue;
      if (one.skip > 0) {
        one.skip--;
        continue;
      }
      one.left--;
      return one;
    }
    return null;
  };
}
