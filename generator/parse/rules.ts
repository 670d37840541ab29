import { type Problem, Problems } from "../problem.js";
import { isObject, type Json, type JsonObject, listOf, own } from "./json.js";
import { parseYaml } from "./yaml.js";

/** A rule of our own, still to be fitted to a description. */
export interface OwnRule {
  readonly operation: string;
  readonly entry: JsonObject;
  readonly where: string;
}

/** Reads `spec/rules.yaml`. */
export function parseOwnRules(text: string, file = "spec/rules.yaml"): readonly OwnRule[] {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  if (!Array.isArray(yaml.value)) problems.push(broken("file has to be a list, and this is none", `${file}:1`));
  const rules = listOf(yaml.value).flatMap((written, index): OwnRule[] => {
    const where = `${file}:${yaml.lineOf(index)}`;
    const operations = operationsOf(own(written, "operation"));
    const because = own(written, "because");
    const isWhole = operations.length > 0 && isWorded(because);
    if (!isObject(written) || !isWhole) {
      problems.push(broken("needs `operation` and `because`: texts", where));
      return [];
    }
    const { operation: _, ...entry } = written;
    return operations.map((operation) => ({ operation, entry, where }));
  });
  if (problems.length > 0) throw new Problems(problems);
  return rules;
}

function isWorded(because: Json | undefined): boolean {
  return typeof because === "string" && because.trim() !== "";
}

/** One operation, or a list of them: what holds for several is written once. */
function operationsOf(written: Json | undefined): readonly string[] {
  const all = typeof written === "string" ? [written] : listOf(written);
  return all.every((one): one is string => typeof one === "string") && !all.includes("") ? all : [];
}

function broken(what: string, where: string): Problem {
  return {
    what: `a rule ${what}`,
    where,
    why: "A rule that is not understood would not be enforced.",
    fix: "Mend the entry; each kind's parameters stand in generator/rules/.",
  };
}
