import { entriesOf, getOwn, isObject, type Json, listOf } from "../parse/json.js";

/** Maximum number of differences shown per rule. */
const MOST = 4;

/**
 * Changes from the rules of an earlier contract: a line for each lost, new or changed rule, none if all are the same. `reasons`: why a rule
 * is gone, by operation and id.
 */
export function ruleChanges(before: Json, after: Json, reasons: ReadonlyMap<string, string> = new Map()): readonly string[] {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((operation) => {
    const [were, are] = [old.get(operation), now.get(operation)];
    if (were === undefined) return whole("new", operation, are);
    return are === undefined ? whole("lost", operation, were) : between(operation, were, are, reasons);
  });
}

type Rules = ReadonlyMap<string, Json>;

/** Rules by operation id, then by rule id. */
function rulesOf(contract: Json): ReadonlyMap<string, Rules> {
  const operations = entriesOf(getOwn(contract, "paths")).flatMap(([, item]) => entriesOf(item).map(([, operation]) => operation));
  return new Map(
    operations
      .filter((operation) => getOwn(operation, "x-rules") !== undefined)
      .map((operation) => {
        const rules = listOf(getOwn(operation, "x-rules")).map((rule) => [String(getOwn(rule, "id")), rule] as const);
        return [String(getOwn(operation, "operationId")), new Map(rules)];
      }),
  );
}

/** A line for an operation that is new or gone as a whole; none if it has no rules. */
function whole(what: "new" | "lost", operation: string, rules: Rules = new Map()): readonly string[] {
  return rules.size === 0 ? [] : [`${what.padEnd(10)} ${operation}, ${rules.size === 1 ? "its only rule" : `all its ${rules.size} rules`}`];
}

function between(operation: string, were: Rules, are: Rules, reasons: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((id) => {
    const [was, is] = [were.get(id), are.get(id)];
    if (was === undefined) return [line("new", operation, id)];
    if (is === undefined) return [line("lost", operation, id, reasons.get(`${operation} ${id}`))];
    const [until, earlier] = [getOwn(is, "until"), getOwn(was, "until")];
    if (until !== undefined && earlier === undefined)
      return [line("lost", operation, id, `its sentence is gone; it stays as a warning, said until ${String(until)}`)];
    if (until === undefined && earlier !== undefined) return [line("new", operation, id, `said again, last in ${String(earlier)}`)];
    const [gone, come] = [leavesOf(was), leavesOf(is)];
    const signs = [
      ...come.filter((leaf) => !gone.includes(leaf)).map((leaf) => `+${leaf}`),
      ...gone.filter((leaf) => !come.includes(leaf)).map((leaf) => `-${leaf}`),
    ];
    const more = signs.length > MOST ? ` and ${signs.length - MOST} more` : "";
    return signs.length === 0 ? [] : [`changed    ${operation} ${id}: ${signs.slice(0, MOST).join(", ")}${more}`];
  });
}

function line(what: string, operation: string, id: string, why?: string): string {
  return `${what.padEnd(10)} ${operation} ${id}${why === undefined ? "" : `: ${why}`}`;
}

/** The statements of a rule, value by value, without its sources. */
function leavesOf(rule: Json): readonly string[] {
  return entriesOf(rule).flatMap(([name, value]) => (name === "sources" ? [] : leavesIn(value, name)));
}

function leavesIn(value: Json, name: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => leavesIn(item, name));
  if (isObject(value)) return entriesOf(value).flatMap(([inner, held]) => leavesIn(held, `${name}.${inner}`));
  return [`${name} ${String(value)}`];
}
