import { checkCount, checkNames, meant, quoted } from "../check-names.js";
import { type Fault, faultNames, KINDS } from "./all.js";
import type { FaultKind, FaultValue, FaultValueFacts } from "./fault-kind.js";

const FAULT = ["name", "on", "times", "skip", "value", "headers"];

/** Throws unless the server can make this fault, and it can happen where it is asked for. */
export function checkFault(fault: Fault, where: string): void {
  if (typeof fault !== "object" || fault === null) throw new TypeError(`${where} must be an object with a name`);
  const { name, on, times, skip, value, headers } = fault;
  const kind: FaultKind | undefined = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (kind === undefined) {
    throw new TypeError(
      `${where}: there is no fault ${quoted(name)}${meant(String(name), faultNames)}; there are ${faultNames.join(", ")}`,
    );
  }
  checkNames(where, fault, FAULT);
  if (on !== undefined && !kind.on.includes(on)) {
    throw new TypeError(`${where}: ${name} cannot happen on ${quoted(on)}; it can on ${kind.on.join(", ")}`);
  }
  if (times !== undefined) checkCount(`${where}: times`, times, { least: 1, most: Number.POSITIVE_INFINITY });
  if (skip !== undefined) checkCount(`${where}: skip`, skip, { least: 0 });
  if (headers !== undefined && name !== "other-file") throw new TypeError(`${where}: ${name} takes no headers; other-file does`);
  if (value !== undefined) checkValue(`${where}: ${name}`, value, kind.value);
}

function checkValue(what: string, value: FaultValue, facts: FaultValueFacts | undefined): void {
  if (facts === undefined) throw new TypeError(`${what} has no value`);
  const { type, is } = facts;
  if (!fits(value, type)) throw new TypeError(`${what} needs as its value ${is}: ${TYPES[type]}`);
}

const TYPES: Readonly<Record<FaultValueFacts["type"], string>> = {
  number: "a number, 0 or more",
  text: "text",
  "number or text": "text, or a number, 0 or more",
  "text or bytes": "text, or a Uint8Array",
  status: "a whole number from 200 to 599",
};

function fits(value: unknown, type: FaultValueFacts["type"]): boolean {
  if (typeof value === "string") return type.includes("text");
  if (value instanceof Uint8Array) return type.includes("bytes");
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  return type === "status" ? Number.isInteger(value) && value >= 200 && value < 600 : value >= 0 && type.includes("number");
}
