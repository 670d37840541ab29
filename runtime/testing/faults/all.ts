import type { Step } from "../reply.js";
import { connectionFaults } from "./connections.js";
import type { FaultFacts, FaultKind, FaultName, FaultValue } from "./fault.js";
import { contentFaults, fileFaults, gzipFaults } from "./files.js";
import { reportFaults, responseFaults } from "./responses.js";

/**
 * A fault for the server to produce. `faults` has the effect of each, the calls to which it can
 * happen, how often it happens, and its value.
 */
export interface Fault {
  readonly name: FaultName;
  /**
   * Id of the ad account to whose calls alone the fault happens: create, poll, the files of its
   * reports, and other calls with the account in path or query. `skip` and `times` then count these
   * calls only. Default: any account.
   */
  readonly account?: string | undefined;
  /** The call that the fault happens to. Default: the first of its `on` in `faults`. */
  readonly on?: Step | undefined;
  /** Number of times in a row; `Infinity` for always. Default: its `times` in `faults`. */
  readonly times?: number | undefined;
  /**
   * Number of calls of that step to pass over first; a call with a fault that is listed before this
   * one does not count. Default: 0.
   */
  readonly skip?: number | undefined;
  /**
   * The value, for faults that have one: seconds to wait, a status, a number of bytes, or the bytes
   * of the file.
   */
  readonly value?: FaultValue | undefined;
  /** Additional response headers, for `other-file` only. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Every fault with its implementation; a test checks that none is missing. */
export const KINDS = {
  ...responseFaults,
  ...connectionFaults,
  ...reportFaults,
  ...fileFaults,
  ...gzipFaults,
  ...contentFaults,
} as Readonly<Record<FaultName, FaultKind>>;

/** The names of all faults. */
export const faultNames: readonly FaultName[] = Object.keys(KINDS) as FaultName[];

/**
 * For each fault: its effect, the calls to which it can happen, how many times in a row by default,
 * and its value.
 */
export const faults: Readonly<Record<FaultName, FaultFacts>> = Object.fromEntries(
  Object.entries(KINDS).map(([name, { effect, on, times, value }]) => [
    name,
    { effect, on, times, ...(value && { value }) },
  ]),
) as Record<FaultName, FaultFacts>;
