import type { Condition, RuleSource } from "../model/rule.js";
import { below, entriesOf, isObject, type Json, listOf, own } from "../parse/json.js";
import type { SlicedOperation } from "../parse/slice.js";
import type { Problem } from "../problem.js";
import type { Account, Ledger } from "./account.js";
import type { NamedRule } from "./draft.js";

const labels = ["rule", "schema-implied", "server-side", "informational", "skipped"];

/** The account of an operation as its contract states it: a contract has no prose left to read. */
export function carried({ path, method, node }: SlicedOperation): Account {
  const at = below("#", "paths", path, method);
  const rules = own(node, "x-rules");
  const ledger = own(node, "x-ledger");
  const problems: Problem[] = [];
  if (!Array.isArray(rules)) problems.push(broken("a contract without x-rules", at));
  for (const [index, rule] of listOf(rules).entries())
    if (!isRule(rule)) problems.push(broken("a rule that `pull` did not write", below(at, "x-rules", index)));
  const names = listOf(rules).map((rule) => own(rule, "id"));
  if (new Set(names).size < names.length) problems.push(broken("two rules of one name", below(at, "x-rules")));
  if (!isLedger(ledger)) problems.push(broken("a ledger that does not add up", below(at, "x-ledger")));
  return {
    rules: problems.length === 0 ? listOf(rules).map(ruleOf) : [],
    ledger: ledger as unknown as Ledger,
    problems,
    unread: [],
    skips: [],
    remarks: [],
    accepted: [],
  };
}

export function isRule(rule: Json): boolean {
  const sources = listOf(own(rule, "sources"));
  const isNamed = ["id", "kind"].every((key) => /^[a-z][a-z0-9-]*$/.test(String(own(rule, key))));
  const isSourced =
    sources.length > 0 && sources.every((source) => ["at", "fingerprint"].every((key) => typeof own(source, key) === "string"));
  return (
    isNamed &&
    isSourced &&
    Array.isArray(own(rule, "when")) &&
    listOf(own(rule, "when")).every((condition) => typeof own(condition, "field") === "string")
  );
}

function isLedger(ledger: Json | undefined): boolean {
  const sums = labels.map((label) => own(ledger, label));
  const isComplete = isObject(ledger) && Object.keys(ledger).length === labels.length + 1 && sums.every((sum) => Number.isInteger(sum));
  return isComplete && sums.reduce<number>((all, sum) => all + Number(sum), 0) === own(ledger, "sentences");
}

export function ruleOf(rule: Json): NamedRule {
  const params = entriesOf(rule).filter(([key]) => !["id", "kind", "when", "until", "sources"].includes(key));
  const until = own(rule, "until");
  return {
    id: String(own(rule, "id")),
    kind: String(own(rule, "kind")),
    when: own(rule, "when") as unknown as readonly Condition[],
    params: Object.fromEntries(params),
    sources: own(rule, "sources") as unknown as readonly RuleSource[],
    ...(typeof until === "string" && { until }),
  };
}

function broken(what: string, where: string): Problem {
  return {
    what,
    where,
    why: "A contract's rules are taken as they stand; what is not whole there would be missing in the package.",
    fix: "Take the contract as `pull` wrote it, or pull from Pinterest's description.",
  };
}
