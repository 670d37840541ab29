import { type Problem, Problems } from "../problem.js";
import { entriesOf, own } from "./json.js";
import { parseYaml } from "./yaml.js";

/** Fingerprints of sentences that bind and that we do not enforce, each with our reason. */
export type Skipped = ReadonlyMap<string, string>;

/** Reads `spec/skipped.yaml`. */
export function parseSkipped(text: string, file = "spec/skipped.yaml"): Skipped {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const refuse = (what: string, ...path: readonly (string | number)[]): void => {
    problems.push({
      what,
      where: `${file}:${yaml.lineOf(...path)}`,
      why: "A sentence is passed over only on purpose, and for a reason that the next reader can weigh.",
      fix: "Write `skipped: [{ fingerprint: <16 hex digits>, because: <why, in our words> }]`.",
    });
  };
  const list = own(yaml.value, "skipped");
  if (!Array.isArray(list)) refuse("there is no list called skipped");
  for (const [key] of entriesOf(yaml.value)) if (key !== "skipped") refuse(`an unknown key: ${key}`, key);
  const skipped = new Map<string, string>();
  for (const [index, entry] of (Array.isArray(list) ? list : []).entries()) {
    const { fingerprint, because, ...rest } = Object.fromEntries(entriesOf(entry));
    for (const key of Object.keys(rest)) refuse(`an unknown key: ${key}`, "skipped", index, key);
    if (typeof fingerprint !== "string" || !/^[0-9a-f]{16}$/.test(fingerprint))
      refuse("not the fingerprint of a sentence", "skipped", index);
    else if (typeof because !== "string" || because.trim() === "") refuse("a skipped sentence without a reason", "skipped", index);
    else if (skipped.has(fingerprint)) refuse(`the fingerprint ${fingerprint} is there twice`, "skipped", index);
    else skipped.set(fingerprint, because);
  }
  if (problems.length > 0) throw new Problems(problems);
  return skipped;
}
