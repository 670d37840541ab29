import { type Problem, Problems } from "../problem.js";
import { entriesOf, own } from "./json.js";
import { parseYaml } from "./yaml.js";

/** Why a sentence that binds is not enforced. */
export interface Skip {
  readonly because: string;
  /** The last description that has the sentence; without it, all that are to come may. */
  readonly until?: string;
}

/** Sentences that bind and that we do not enforce, by fingerprint. */
export type Skipped = ReadonlyMap<string, Skip>;

/** Reads `spec/skipped.yaml`. */
export function parseSkipped(text: string, file = "spec/skipped.yaml"): Skipped {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const refuse = (what: string, ...path: readonly (string | number)[]): void => {
    problems.push({
      what,
      where: `${file}:${yaml.lineOf(...path)}`,
      why: "A sentence is passed over only on purpose, and for a reason that the next reader can weigh.",
      fix: "Write `skipped: [{ fingerprint: <16 hex digits>, because: <why, in our words> }]`, and `until: <version>` where newer descriptions lack it.",
    });
  };
  const list = own(yaml.value, "skipped");
  if (!Array.isArray(list)) refuse("there is no list called skipped");
  for (const [key] of entriesOf(yaml.value)) if (key !== "skipped") refuse(`an unknown key: ${key}`, key);
  const skipped = new Map<string, Skip>();
  for (const [index, entry] of (Array.isArray(list) ? list : []).entries()) {
    const { fingerprint, because, until, ...rest } = Object.fromEntries(entriesOf(entry));
    for (const key of Object.keys(rest)) refuse(`an unknown key: ${key}`, "skipped", index, key);
    if (typeof fingerprint !== "string" || !/^[0-9a-f]{16}$/.test(fingerprint))
      refuse("not the fingerprint of a sentence", "skipped", index);
    else if (typeof because !== "string" || because.trim() === "") refuse("a skipped sentence without a reason", "skipped", index);
    else if (skipped.has(fingerprint)) refuse(`the fingerprint ${fingerprint} is there twice`, "skipped", index);
    else if (until !== undefined && (typeof until !== "string" || !/^\d+(\.\d+)+$/.test(until)))
      refuse("until is not a version", "skipped", index, "until");
    else skipped.set(fingerprint, { because, ...(typeof until === "string" && { until }) });
  }
  if (problems.length > 0) throw new Problems(problems);
  return skipped;
}
