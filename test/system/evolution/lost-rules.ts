// Checks that no rule between fields is lost if an edit did not affect it.

import { isTree, listed, type Tree, tree, unescaped, type Value } from "./draft.js";
import { idOf, type ListedRule, listedIn, type Model } from "./output.js";
import { type Described, Reading } from "./reading.js";
import { fieldsOf as fieldsIn } from "./subject.js";

/** A request's fields by name, with their complete schemas. */
function fieldsOf(described: Described, reading: Reading): ReadonlyMap<string, Tree> {
  return new Map(
    [...fieldsIn(described, reading)].map(([name, { schema, whole, isRequired }]) => [
      name,
      { ...whole, "x-choice": reading.isChoice(schema), "x-required": isRequired },
    ]),
  );
}

/** The unaffected rules that the output lacks. */
export function lostRules(
  before: { readonly model: Model; readonly document: Tree },
  after: { readonly model: Model; readonly document: Tree },
): readonly string[] {
  const [old, now] = [new Reading(before.document), new Reading(after.document)];
  return rulesOf(before.model).flatMap(([id, rules]) => {
    const [was, is] = [old.operation(id), now.operation(id)];
    const kept = rulesOf(after.model).find(([one]) => one === id)?.[1];
    if (was === undefined || is === undefined || kept === undefined) return [];
    const words = wordsOf(after.document, id);
    const [fieldsBefore, fieldsAfter] = [fieldsOf(was, old), fieldsOf(is, now)];
    // A sentence with several rules is read as a whole. If one of the rules can no longer apply,
    // none may be read from it.
    const gone = rules
      .filter((rule) => !applies(rule, fieldsBefore, fieldsAfter))
      .flatMap(({ sources }) => sources.map(sentenceOf));
    return rules
      .filter(
        (rule) => applies(rule, fieldsBefore, fieldsAfter) && isSaid(rule, before.document, words),
      )
      .filter(({ sources }) => !sources.some((source) => gone.includes(sentenceOf(source))))
      .filter((rule) => !kept.some((one) => isSame(rule, one)))
      .map((rule) => `${id} lost the rule ${rule.id}`);
  });
}

function sentenceOf({ at, fingerprint }: ListedRule["sources"][number]): string {
  return `${at} ${fingerprint}`;
}

function rulesOf(model: Model): readonly (readonly [string, readonly ListedRule[]])[] {
  return listedIn(model).map((one) => [
    idOf(one),
    // A body with several variants has its rules in each.
    [...one.rules, ...(one.objects ?? []).flatMap(({ rules = [] }) => rules)],
  ]);
}

function isSame(one: ListedRule, other: ListedRule): boolean {
  return (
    one.id === other.id ||
    (one.kind === other.kind &&
      [...namesIn(one)].sort().join() === [...namesIn(other)].sort().join())
  );
}

interface Named {
  readonly field: string;
  readonly values: readonly Value[];
}

/** The fields and values that a rule names. */
function namedIn({ when, params }: ListedRule): readonly Named[] {
  const { field, fields, date, start, end, startHour, endHour, groups, requires, values } =
    params as Readonly<Record<string, Value>>;
  const plain = [field, ...listed(fields), date, start, end, startHour, endHour].filter(
    (one) => typeof one === "string",
  );
  const conditions = [...when, ...(isTree(requires) ? [requires] : [])] as readonly {
    readonly field: string;
    readonly is?: Value[];
    readonly isNot?: Value[];
  }[];
  return [
    ...plain.map((one) => ({ field: String(one), values: one === field ? listed(values) : [] })),
    ...listed(groups).flatMap((group) =>
      listed(group).map((one) => ({ field: String(one), values: [] })),
    ),
    ...conditions.map(({ field: one, is, isNot }) => ({ field: one, values: is ?? isNot ?? [] })),
  ];
}

function namesIn(rule: ListedRule): ReadonlySet<string> {
  return new Set(namedIn(rule).map(({ field }) => field));
}

/** Whether everything that a rule names still exists unchanged. */
function applies(
  rule: ListedRule,
  before: ReadonlyMap<string, Tree>,
  after: ReadonlyMap<string, Tree>,
): boolean {
  return [...namedIn(rule), ...spanOf(rule, before)].every(({ field, values }) => {
    const [was, is] = [before.get(field), after.get(field)];
    // The prose name of a field may only be in the field's own description.
    if (was?.description !== undefined && is?.description === undefined) return false;
    // A required field can be neither forbidden nor required by a rule.
    const isAboutPresence =
      ["only-when", "forbidden-when", "requires-present"].includes(rule.kind) &&
      field === rule.params.field;
    if (isAboutPresence && is?.["x-required"] === true && was?.["x-required"] !== true)
      return false;
    if (was === undefined || is === undefined || is.readOnly === true || sortOf(was) !== sortOf(is))
      return false;
    if (is["x-choice"] === true || (rule.kind === "date-format" && was.format !== is.format))
      return false;
    if (ABOUT_DAYS.includes(rule.kind) && takesDays(was) && !takesDays(is)) return false;
    const [had, has] = [valuesIn(was), valuesIn(is)];
    if ((had.length === 0) !== (has.length === 0)) return false;
    // The name of a group stands for some of the values.
    return values.every((value) =>
      had.includes(value) ? has.includes(value) : had.every((one) => has.includes(one)),
    );
  });
}

/** Kinds of rules that compare days. */
const ABOUT_DAYS = [
  ...["date-format", "date-order", "hour-order", "max-lookback", "max-range"],
  ...["min-date", "min-range", "not-after-today", "inaccurate-when-older"],
];

/** Whether a field contains days in the form that rules compare. */
function takesDays({ format = "date", pattern }: Tree): boolean {
  return format === "date" && (typeof pattern !== "string" || fits(pattern, "2026-03-01"));
}

function fits(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true;
  }
}

/**
 * A general sentence about how far back data goes is about the whole range, so it also needs the
 * end date.
 */
function spanOf(
  { kind, params, sources }: ListedRule,
  fields: ReadonlyMap<string, Tree>,
): readonly Named[] {
  const isAtField = sources.some(({ at: place }) =>
    place.endsWith(`${String(params.field)}/description`),
  );
  return kind === "max-lookback" && !isAtField && fields.has("end_date")
    ? [{ field: "end_date", values: [] }]
    : [];
}

function sortOf(schema: Tree): string {
  const types = [schema.type].flat().filter((type) => type !== "null");
  const items = tree(schema.items);
  return [...types, schema.format === "date" ? "date" : "", String(items.type ?? "")]
    .join()
    .replace("number", "integer");
}

function valuesIn(schema: Tree): readonly Value[] {
  const only = [schema, tree(schema.items)].flatMap((node) =>
    node.const === undefined ? listed(node.enum) : [node.const],
  );
  return only.filter((value) => value !== null);
}

/**
 * Whether the sentences that a rule was read from still exist. A rule that was not read from a
 * sentence exists as long as its fields do.
 */
function isSaid({ sources }: ListedRule, document: Tree, words: string): boolean {
  if (document["x-contract"] !== undefined) return true;
  return sources.every((source) => {
    const text = at(document, source.at);
    return typeof text === "string" && words.includes(plain(text));
  });
}

/** All text of an operation and of everything that it refers to. */
function wordsOf(document: Tree, id: string): string {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (one: Value | undefined): void => {
    if (typeof one !== "object" || one === null) return;
    for (const [key, value] of Object.entries(one)) {
      if ((key === "description" || key === "summary") && typeof value === "string")
        found.push(plain(value));
      else if (typeof value !== "string") visit(value as Value);
      else if (value.startsWith("#/") && !seen.has(value)) {
        seen.add(value);
        visit(at(document, value));
      }
    }
  };
  for (const item of Object.values(tree(document.paths)))
    for (const node of Object.values(tree(item)))
      if (tree(node).operationId === id)
        visit({ ...tree(node), shared: tree(item).parameters ?? [] });
  return found.join("\n");
}

/** The value at a JSON pointer. */
function at(document: Tree, pointer: string): Value | undefined {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<Value | undefined>((node, step) => {
    const name = unescaped(step);
    return Array.isArray(node) ? node[Number(name)] : tree(node)[name];
  }, document);
}

function plain(text: string): string {
  return text
    .replace(/<\/?\w+\/?>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
