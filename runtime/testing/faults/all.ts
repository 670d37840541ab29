import type { Step } from "../reply.js";
import { connectionFaults } from "./connections.js";
import type { FaultFacts, FaultKind, FaultName, FaultValue } from "./fault.js";
import { contentFaults, fileFaults, gzipFaults } from "./files.js";
import { answerFaults, lifeFaults } from "./responses.js";

/** Something that goes wrong, once or always as its kind has it. `faults` says of each what it does, where it can happen and what its value is. */
export interface Fault {
  readonly name: FaultName;
  /** The call that it happens to. Default: the first of those that the kind can happen to. */
  readonly on?: Step;
  /** How many times in a row; `Infinity` for always. Default: as the kind has it. */
  readonly times?: number;
  /** How many calls of that step go well before. Default: 0. */
  readonly skip?: number;
  /** What the fault is about, where it has something: seconds to wait, a status, how many bytes come, or the bytes themselves. */
  readonly value?: FaultValue;
  /** Headers of the answer, for `other-file` alone. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every kind, as the server makes it; a test holds that none is missing. */
export const KINDS = { ...answerFaults, ...connectionFaults, ...lifeFaults, ...fileFaults, ...gzipFaults, ...contentFaults } as Readonly<
  Record<FaultName, FaultKind>
>;

/** Every fault that the server can be asked for. */
export const faultNames: readonly FaultName[] = Object.keys(KINDS) as FaultName[];

/** What each fault does, to which calls it can happen, how often it does unless told, and what its value is. */
export const faults: Readonly<Record<FaultName, FaultFacts>> = Object.fromEntries(
  Object.entries(KINDS).map(([name, { does, on, times, value }]) => [name, { does, on, times, ...(value && { value }) }]),
) as Record<FaultName, FaultFacts>;
