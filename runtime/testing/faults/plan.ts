import { didYouMean } from "../../validation/wording.js";
import { checkCount, checkNames, jsonForMessage } from "../fake-clock.js";
import type { Reply, Step } from "../reply.js";
import type { ReportFile } from "../report-file.js";
import { type Fault, faultNames, KINDS } from "./all.js";
import type { FaultKind, FaultValue, FaultValueFacts, FaultyCall, FaultyContent } from "./fault.js";

const FAULT = ["name", "account", "on", "times", "skip", "value", "headers"];

/**
 * Throws a `TypeError` or a `RangeError` for an invalid fault. A fault is invalid if its name is
 * unknown, if it cannot apply to its call, or if its options are invalid. `where` identifies the
 * fault in the message.
 */
function checkFault(fault: Fault, where: string): void {
  if (typeof fault !== "object" || fault === null)
    throw new TypeError(`${where} must be an object with a name`);
  const { name, account, on, times, skip, value, headers } = fault;
  const kind: FaultKind | undefined = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (kind === undefined) {
    throw new TypeError(
      `${where}: there is no fault ${jsonForMessage(name)}${didYouMean(String(name), faultNames)}; the faults are ${faultNames.join(", ")}`,
    );
  }
  checkNames(where, fault, FAULT);
  if (on !== undefined && !kind.on.includes(on)) {
    throw new TypeError(
      `${where}: ${name} cannot happen on ${jsonForMessage(on)}; only on ${kind.on.join(", ")}`,
    );
  }
  if (account !== undefined) checkAccount(where, account, on ?? kind.on[0]);
  if (times !== undefined)
    checkCount(`${where}: times`, times, { min: 1, max: Number.POSITIVE_INFINITY });
  if (skip !== undefined) checkCount(`${where}: skip`, skip, { min: 0 });
  if (headers !== undefined && name !== "other-file")
    throw new TypeError(`${where}: ${name} cannot have headers; only other-file can`);
  if (value !== undefined) checkValue(`${where}: ${name}`, value, kind.value);
}

// The calls that belong to an ad account.
const ACCOUNT_STEPS: readonly (Step | undefined)[] = ["create", "poll", "file", "other"];

/** Throws a `TypeError` for an invalid account id, or for a call that belongs to no account. */
function checkAccount(where: string, account: string, step: Step | undefined): void {
  if (typeof account !== "string" || !/^\d{1,18}$/.test(account))
    throw new TypeError(
      `${where}: account must be the id of an ad account: a string of up to 18 digits`,
    );
  if (!ACCOUNT_STEPS.includes(step))
    throw new TypeError(
      `${where}: ${step} does not belong to an account; ${ACCOUNT_STEPS.join(", ")} do`,
    );
}

/** Throws a `TypeError` if the fault takes no value, or a value of the wrong type. */
function checkValue(what: string, value: FaultValue, facts: FaultValueFacts | undefined): void {
  if (facts === undefined) throw new TypeError(`${what} takes no value`);
  const { type, meaning } = facts;
  if (!isOfType(value, type))
    throw new TypeError(`${what}: value must be ${TYPES[type]} (${meaning})`);
}

const TYPES: Readonly<Record<FaultValueFacts["type"], string>> = {
  number: "a number, 0 or more",
  text: "text",
  "number or text": "text, or a number, 0 or more",
  "text or bytes": "text, or a Uint8Array",
  status: "a whole number from 200 to 599",
};

/** Whether a value is of the type that a fault expects. */
function isOfType(value: unknown, type: FaultValueFacts["type"]): boolean {
  if (typeof value === "string") return type.includes("text");
  if (value instanceof Uint8Array) return type.includes("bytes");
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  return type === "status"
    ? Number.isInteger(value) && value >= 200 && value < 600
    : value >= 0 && type.includes("number");
}

interface Planned {
  readonly fault: Fault;
  readonly kind: FaultKind;
  readonly on: Step | undefined;
  readonly value: FaultValue;
  skip: number;
  remaining: number;
  happened: boolean;
}

/** A call to which planned faults can apply. */
export interface PlannedCall extends Omit<FaultyCall, "value"> {
  /** Ad account of the call; undefined if there is none. */
  readonly account: string | undefined;
  readonly content?: Omit<FaultyContent, "value">;
  /** Returns the usual response with a different file and additional headers. */
  served(file: ReportFile, headers: Readonly<Record<string, string>>): Reply;
}

/**
 * Chooses the fault for each call, and counts how often each fault must still happen. The
 * constructor throws a `TypeError` or a `RangeError` for an invalid fault.
 */
export class FaultPlan {
  readonly #plan: readonly Planned[];

  constructor(faults: readonly Fault[]) {
    this.#plan = faults.map((fault, index) => {
      checkFault(fault, `faults[${index}]`);
      const kind: FaultKind = KINDS[fault.name];
      return {
        fault,
        kind,
        on: fault.on ?? kind.on[0],
        value: fault.value ?? kind.value?.default ?? "",
        skip: fault.skip ?? 0,
        remaining: fault.times ?? kind.times,
        happened: false,
      };
    });
  }

  /**
   * Faults that have happened less often than planned. A fault with `times: Infinity` is pending
   * until it happens once.
   */
  get pending(): readonly Fault[] {
    return this.#plan
      .filter(
        ({ remaining, happened }) =>
          remaining > 0 && !(happened && remaining === Number.POSITIVE_INFINITY),
      )
      .map(({ fault }) => fault);
  }

  /**
   * Returns the response of the first fault that can apply to this call. Returns null if there is
   * none; otherwise counts the fault. A fault with calls left to skip is passed over, and the
   * number of calls to skip is decremented.
   */
  reply(call: PlannedCall): Reply | null {
    for (const planned of this.#plan) {
      if (
        planned.on !== call.request.step ||
        planned.remaining <= 0 ||
        !isFor(planned, call.account)
      )
        continue;
      if (planned.skip > 0) {
        planned.skip--;
        continue;
      }
      const reply = replyOf(planned, call);
      if (reply === null) continue;
      planned.remaining--;
      planned.happened = true;
      return reply;
    }
    return null;
  }

  /**
   * Returns the file of the first content fault that can change this report's file. Returns null if
   * there is none. The fault is not counted yet, because the API announces the file's size before
   * the download.
   */
  file(content: Omit<FaultyContent, "value">, account: string): ReportFile | null {
    for (const planned of this.#plan) {
      const { kind, remaining, skip, value } = planned;
      if (remaining <= 0 || skip > 0 || !isFor(planned, account)) continue;
      const file = kind.content?.({ ...content, value });
      if (file) return file;
    }
    return null;
  }
}

/** Whether the fault applies to this account. A fault without an account applies to all. */
function isFor({ fault }: Planned, account: string | undefined): boolean {
  return fault.account === undefined || fault.account === account;
}

/** Returns the fault's response to this call; null if the fault cannot apply to it. */
function replyOf(
  { kind, value, fault }: Planned,
  { content, served, ...call }: PlannedCall,
): Reply | null {
  if (kind.reply !== undefined) return kind.reply({ ...call, value });
  const file = content && kind.content?.({ ...content, value });
  return file ? served(file, fault.headers ?? {}) : null;
}
