import type { Step } from "../reply.js";
import { connectionFaults } from "./connections.js";
import type { FaultFacts, FaultKind, FaultName, FaultValue } from "./fault.js";
import { contentFaults, fileFaults, gzipFaults } from "./files.js";
import { reportFaults, responseFaults } from "./responses.js";

/** A fault for the server to produce. `faults` describes each fault. */
export interface Fault {
  readonly name: FaultName;
  /**
   * Id of the ad account whose calls the fault affects. These are create calls, polls, file
   * downloads of its reports, and other calls with the account in the path or query. `skip` and
   * `times` then count only these calls. Default: any account.
   */
  readonly account?: string | undefined;
  /** Call that the fault affects. Default: the first call in the fault's `on`; see `faults`. */
  readonly on?: Step | undefined;
  /**
   * How many times in a row the fault happens; `Infinity` for always. Default: `times` in `faults`.
   */
  readonly times?: number | undefined;
  /**
   * Number of matching calls to skip first. A call that gets an earlier fault of the list does not
   * count. Default: 0.
   */
  readonly skip?: number | undefined;
  /**
   * Value of the fault, if it has one. Examples are seconds to wait, a status, a number of bytes,
   * and the bytes of the file.
   */
  readonly value?: FaultValue | undefined;
  /** Additional response headers, for `other-file` only. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** All faults with their implementations. A test checks that none is missing. */
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

/** Description of each fault: its effect, the calls it can affect, and its defaults. */
export const faults: Readonly<Record<FaultName, FaultFacts>> = Object.fromEntries(
  Object.entries(KINDS).map(([name, { effect, on, times, value }]) => [
    name,
    { effect, on, times, ...(value && { value }) },
  ]),
) as Record<FaultName, FaultFacts>;
