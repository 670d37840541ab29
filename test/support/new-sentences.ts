import { readFileSync } from "node:fs";
import { operationsOf } from "../../generator/lower/operation.js";
import { readDescription } from "../../generator/parse/description.js";
import {
  getOwn,
  isObject,
  type Json,
  type JsonObject,
  listOf,
} from "../../generator/parse/json.js";
import { findOperations, slice } from "../../generator/parse/slice.js";
import { parseYaml } from "../../generator/parse/yaml.js";
import { classifySentence, proposeRules } from "../../generator/prose/classify.js";
import type { Draft } from "../../generator/prose/draft.js";
import { sentencesOf } from "../../generator/prose/sentences.js";
import { textsOf } from "../../generator/prose/texts.js";
import { type Vocabulary, vocabularyOf } from "../../generator/prose/vocabulary.js";
import { READERS } from "./prose-readers.js";

/** A text by someone who did not know the parser's patterns, and the rules it states. */
export interface NewText {
  readonly id: string;
  readonly operation: string;
  /** `operation`, `field:<name>`, `enum:<name>`, `tag`, `externalDocs` or `response`. */
  readonly place: string;
  readonly text: string;
  readonly label: string;
  readonly rules: readonly LabelledRule[];
  /** Other correct readings of the text. */
  readonly acceptable?: readonly LabelledRule[];
  readonly note?: string;
}

type LabelledRule = Readonly<Record<string, unknown>> & { readonly kind: string };

/**
 * How a text was read. Rules are counted individually: forbidding three fields, or three values,
 * counts as three rules.
 */
export interface Outcome {
  readonly text: NewText;
  readonly expected: number;
  readonly emitted: number;
  readonly proposed: number;
  /** Enforced rules that the text does not state. */
  readonly wrong: readonly string[];
  /** Proposed rules that the text does not state. */
  readonly wronglyProposed: readonly string[];
  readonly missed: readonly string[];
  /** Sentences that may state a rule but produce none. */
  readonly flagged: readonly string[];
  /** Whether the text states a rule that was neither found nor flagged. */
  readonly isSilent: boolean;
  /** The results of the individual readers, which are tried in turn. */
  readonly byReader: readonly ReaderOutcome[];
}

/** The result of a single reader. */
interface ReaderOutcome {
  readonly reader: string;
  /** How many rules the text states and the reader found. */
  readonly right: number;
  readonly wrong: number;
}

/**
 * Texts by several writers. The tuned ones were used while writing the parser, and the unseen ones
 * were only counted.
 */
export type Corpus = "tuned" | "unseen";

/** The texts of a corpus. */
export function newTexts(corpus: Corpus): readonly NewText[] {
  return readFileSync(new URL(`new-sentences-${corpus}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as NewText);
}

/** The contract without prose, into which the texts are inserted. */
const contract = ((): JsonObject => {
  const file = "spec/contract.yaml";
  const { value } = parseYaml(
    readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"),
    file,
  );
  const { "x-contract": _, ...document } = value as JsonObject;
  return document as JsonObject;
})();

const parts = new Map<string, JsonObject>();

/** The part of the contract about one operation. Reading all of it takes twenty times as long. */
function partOf(id: string): JsonObject {
  const known = parts.get(id);
  if (known) return known;
  const description = readDescription(JSON.stringify(contract));
  const { document } = slice(description, findOperations(description, new Set([id])));
  parts.set(id, document);
  return document;
}

/** Reads a text at its place in the contract. */
export function outcomeOf(text: NewText): Outcome {
  const { sentences, vocabulary } = placed(text);
  const read = sentences.map((sentence) => {
    const verdict = classifySentence(sentence, vocabulary);
    const isUnread = verdict.label === "unknown";
    const proposals = isUnread ? proposeRules(sentence, vocabulary) : [];
    const isFlagged = verdict.label === "unknown" && proposals.length === 0;
    return {
      emitted: verdict.label === "rule" ? verdict.drafts : [],
      proposals,
      flagged: isFlagged ? [sentence.text] : [],
    };
  });
  const plain = (drafts: readonly Draft[]): readonly string[] =>
    drafts.flatMap((draft) => canonicalDraft(draft, vocabulary));
  const emitted = new Set(plain(read.flatMap((each) => each.emitted)));
  const proposed = new Set(plain(read.flatMap((each) => each.proposals)));
  // A rule that the schema also states needs no separate rule.
  const isImplied = ({ kind, field }: LabelledRule): boolean =>
    kind === "date-format" && vocabulary.fields.get(String(field))?.facts.format === "date";
  const rules = text.rules.filter((rule) => !isImplied(rule));
  const expected = new Set(rules.flatMap((rule) => canonicalRule(rule, vocabulary)));
  const fine = new Set([
    ...expected,
    ...(text.acceptable ?? []).flatMap((rule) => canonicalRule(rule, vocabulary)),
  ]);
  // If another correct reading was found, it replaces the expected rules of the same kind.
  const kindOf = (rule: string): string => String((JSON.parse(rule) as readonly unknown[])[0]);
  const given = [...emitted, ...proposed];
  const stoodFor = (rule: string): boolean =>
    given.some((one) => fine.has(one) && !expected.has(one) && kindOf(one) === kindOf(rule));
  const missed = [...expected].filter(
    (rule) => !emitted.has(rule) && !proposed.has(rule) && !stoodFor(rule),
  );
  const flagged = read.flatMap((each) => each.flagged);
  const right = [...expected].filter((rule) => !missed.includes(rule));
  const isEmitted = (rule: string): boolean =>
    emitted.has(rule) || (!proposed.has(rule) && [...emitted].some((one) => fine.has(one)));
  // A rule about several values counts as read if all of them are.
  const whole = (rules: readonly string[]): readonly string[] => [
    ...new Set(rules.map(withoutValue)),
  ];
  const wholly = whole(right).filter((rule) => !whole(missed).includes(rule));
  const emittedWhole = new Set(whole(right.filter(isEmitted)));
  return {
    text,
    expected: whole([...expected]).length,
    emitted: wholly.filter((rule) => emittedWhole.has(rule)).length,
    proposed: wholly.filter((rule) => !emittedWhole.has(rule)).length,
    wrong: [...emitted].filter((rule) => !fine.has(rule)),
    wronglyProposed: [...proposed].filter((rule) => !fine.has(rule) && !emitted.has(rule)),
    missed,
    flagged,
    isSilent: missed.length > 0 && flagged.length === 0 && proposed.size === 0,
    byReader: Object.entries(READERS).map(([reader, draftsOf]) => {
      const said = [...new Set(plain(sentences.flatMap((one) => draftsOf(one, vocabulary))))];
      const right = said.filter((rule) => fine.has(rule)).length;
      return { reader, right, wrong: said.length - right };
    }),
  };
}

function withoutValue(rule: string): string {
  const parts = JSON.parse(rule) as readonly unknown[];
  return JSON.stringify(
    /^(?:forbidden-values-when|no-data-when)$/.test(String(parts[0])) ? parts.slice(0, 3) : parts,
  );
}

/**
 * One line about how a text was read: how many rules were found in which way, and by which readers.
 */
export function readingIn(outcome: Outcome): string {
  const { text, emitted, proposed, wrong, wronglyProposed, missed, flagged, byReader } = outcome;
  const amounts: readonly (readonly [string, number])[] = [
    ["bound", emitted],
    ["proposed", proposed],
    ["wrong", wrong.length],
    ["wrongly proposed", wronglyProposed.length],
    ["missed", missed.length],
    ["told", flagged.length],
    ...byReader.flatMap(({ reader, right, wrong }): readonly (readonly [string, number])[] => [
      [`by ${reader}`, right],
      [`wrong by ${reader}`, wrong],
    ]),
  ];
  const some = amounts.filter(([, amount]) => amount > 0);
  return `${text.id}: ${some.map(([name, amount]) => `${amount} ${name}`).join(", ") || "nothing"}`;
}

/** The totals of one corpus. */
export interface Totals {
  readonly texts: number;
  readonly rules: number;
  readonly emitted: number;
  readonly proposed: number;
  readonly recall: number;
  readonly wrong: number;
  readonly wronglyProposed: number;
  readonly silent: number;
  /** Texts without a rule, and how many of them stop generation nevertheless. */
  readonly harmless: number;
  readonly harmlessFlagged: number;
}

export function totals(outcomes: readonly Outcome[]): Totals {
  const sum = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((all, outcome) => all + of(outcome), 0);
  const harmless = outcomes.filter(({ expected }) => expected === 0);
  const rules = sum(({ expected }) => expected);
  return {
    texts: outcomes.length,
    rules,
    emitted: sum(({ emitted }) => emitted),
    proposed: sum(({ proposed }) => proposed),
    recall: sum(({ emitted, proposed }) => emitted + proposed) / rules,
    wrong: sum(({ wrong }) => wrong.length),
    wronglyProposed: sum(({ wronglyProposed }) => wronglyProposed.length),
    silent: sum(({ isSilent }) => (isSilent ? 1 : 0)),
    harmless: harmless.length,
    harmlessFlagged: harmless.filter(
      ({ flagged, proposed, wrong, wronglyProposed }) =>
        flagged.length + proposed + wrong.length + wronglyProposed.length > 0,
    ).length,
  };
}

/** A text's sentences at its place, and the vocabulary there. */
function placed({ operation: id, place, text }: NewText): {
  sentences: ReturnType<typeof sentencesOf>;
  vocabulary: Vocabulary;
} {
  const document = structuredClone(partOf(id)) as { [key: string]: Json };
  const paths = Object.values(document.paths as JsonObject).flatMap((item) =>
    Object.values(item as JsonObject),
  );
  const operation = paths.find((one) => getOwn(one, "operationId") === id) as
    | { [key: string]: Json }
    | undefined;
  if (!operation) throw new Error(`the contract has no operation ${id}`);
  put(document, operation, { place, text });
  const description = readDescription(JSON.stringify(document));
  const kept = slice(description, findOperations(description, new Set([id])));
  const [sliced] = kept.operations;
  const node = operationsOf(kept.document).get(id);
  if (!sliced || !node) throw new Error(`the excerpt lacks ${id}`);
  const read = textsOf(sliced, node, kept.document).filter((each) => each.text === text);
  if (read.length === 0) throw new Error(`the text has no place: ${id} ${place}`);
  return {
    sentences: read.slice(0, 1).flatMap(sentencesOf),
    vocabulary: vocabularyOf(node, kept.document),
  };
}

type Node = { [key: string]: Json };

function put(
  document: Node,
  operation: Node,
  { place, text }: Pick<NewText, "place" | "text">,
): void {
  const [kind, name = ""] = place.split(":");
  if (kind === "operation") operation.description = text;
  else if (kind === "externalDocs")
    operation.externalDocs = { description: text, url: "https://example.com" };
  else if (kind === "response")
    Object.assign(Object.values(operation.responses as Node)[0] as Node, { description: text });
  else if (kind === "tag") {
    operation.tags = ["reports"];
    document.tags = [{ name: "reports", description: text }];
  } else {
    const resolve = (node: Json | undefined): Json | undefined => followed(node, document);
    const parameter = listOf(operation.parameters)
      .map((one) => resolve(one) as Node)
      .find((one) => getOwn(one, "name") === name);
    const body = Object.values(
      (getOwn(resolve(operation.requestBody), "content") ?? {}) as Node,
    )[0];
    const holder = parameter ?? propertiesIn(getOwn(body, "schema"), name, resolve);
    if (!holder) throw new Error(`no field ${name}`);
    const field = parameter ? parameter : (holder[name] as Node);
    if (kind === "field") {
      if (parameter) parameter.description = text;
      else
        holder[name] =
          "$ref" in field ? { allOf: [field], description: text } : { ...field, description: text };
      return;
    }
    const schema = (parameter ? resolve(parameter.schema) : resolve(field)) as Node;
    const items = resolve(schema.items) as Node | undefined;
    Object.assign(items ?? schema, { description: text });
  }
}

function followed(node: Json | undefined, document: Node): Json | undefined {
  const reference = getOwn(node, "$ref");
  if (typeof reference !== "string") return node;
  const steps = reference.split("/").slice(1);
  return followed(
    steps.reduce<Json | undefined>(
      (at, step) => getOwn(at, step.replaceAll("~1", "/").replaceAll("~0", "~")),
      document,
    ),
    document,
  );
}

/** The `properties` objects that contain a field with this name. */
function propertiesIn(
  node: Json | undefined,
  name: string,
  resolve: (node: Json | undefined) => Json | undefined,
): Node | null {
  const schema = resolve(node);
  if (!isObject(schema)) return null;
  const properties = getOwn(schema, "properties") as Node | undefined;
  if (properties && name in properties) return properties;
  for (const join of ["allOf", "oneOf", "anyOf"])
    for (const part of listOf(getOwn(schema, join))) {
      const found = propertiesIn(part, name, resolve);
      if (found) return found;
    }
  return null;
}

type Plain = readonly (readonly [field: string, state: string, values: readonly unknown[]])[];

/**
 * A rule as text that is equal for rules with the same meaning, such as "only when" a value and
 * "forbidden when" any other, or the forbidden values of an enum and the remaining ones.
 */
function canonicalDraft({ kind, when, params }: Draft, vocabulary: Vocabulary): readonly string[] {
  const conditions: Plain = when.map((one) =>
    "present" in one
      ? [one.field, one.present ? "present" : "absent", []]
      : "is" in one
        ? [one.field, "in", one.is]
        : [one.field, "notIn", one.isNot],
  );
  return canonical(kind, conditions, params, vocabulary);
}

function canonicalRule(
  { kind, when, ...params }: LabelledRule,
  vocabulary: Vocabulary,
): readonly string[] {
  const listed =
    when === undefined
      ? []
      : isObject(when as Json) && "and" in (when as object)
        ? (when as { and: unknown[] }).and
        : [when];
  const conditions: Plain = listed.map((one) => {
    const { f, op, v = [] } = one as { f: string; op: string; v?: readonly unknown[] };
    return [f, op, v];
  });
  const { requires } = params as {
    requires?: readonly string[] | { f: string; op: string; v: readonly string[] };
  };
  if (kind === "requires-present") {
    const owner =
      params.field === undefined ? [] : ([[String(params.field), "present", []]] as Plain);
    return (requires as readonly string[]).flatMap((field) =>
      canonical(kind, [...conditions, ...owner], { field }, vocabulary),
    );
  }
  if (kind === "requires-value") {
    const { f, op, v } = requires as { f: string; op: string; v: readonly string[] };
    const needed = op === "in" ? { field: f, is: v } : { field: f, isNot: v };
    return canonical(kind, conditions, { field: params.field, requires: needed }, vocabulary);
  }
  if (kind === "mutually-exclusive") {
    const [one, other] = params.fields as readonly string[];
    return canonical(
      "forbidden-when",
      [...conditions, [String(other), "present", []]],
      { field: one },
      vocabulary,
    );
  }
  const fields = Array.isArray(params.fields)
    ? (params.fields as readonly string[])
    : [params.field];
  return fields.flatMap((field) => canonical(kind, conditions, { ...params, field }, vocabulary));
}

function canonical(
  kind: string,
  given: Plain,
  written: Readonly<Record<string, unknown>>,
  vocabulary: Vocabulary,
): readonly string[] {
  // Seven days equal one week, and "required without another" equals "one of two".
  const params =
    written.unit === "week"
      ? { ...written, amount: 7 * Number(written.amount), unit: "day" }
      : written;
  const [absent, ...more] = kind === "requires-present" ? given : [];
  if (absent?.[1] === "absent" && more.length === 0)
    return canonical(
      "at-least-one-of",
      [],
      { groups: [[String(params.field)], [absent[0]]] },
      vocabulary,
    );
  const valuesOf = (field: string): readonly unknown[] =>
    vocabulary.fields.get(field)?.values ?? [];
  const state = ([field, op, values]: Plain[number]): Plain[number] => {
    if (op !== "in" && op !== "notIn") return [field, op, []];
    const all = valuesOf(field);
    const known =
      op === "in" || all.length === 0 ? values : all.filter((value) => !values.includes(value));
    return [
      field,
      op === "notIn" && all.length === 0 ? "notIn" : "in",
      [...known].map(String).sort(),
    ];
  };
  const negated = ([field, op, values]: Plain[number]): Plain[number] =>
    state([
      field,
      op === "in" ? "notIn" : op === "notIn" ? "in" : op === "present" ? "absent" : "present",
      values,
    ]);
  const conditions = given.map(state);
  const line = (name: string, when: Plain, ...rest: readonly unknown[]): readonly string[] => [
    JSON.stringify([
      name,
      when.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
      ...rest,
    ]),
  ];
  const { field } = params;
  if (kind === "only-when")
    return given.length === 1
      ? line("forbidden-when", [negated(given[0] as Plain[number])], field)
      : line(kind, conditions, field);
  if (kind === "requires-value") {
    const { requires } = params as {
      requires: { field: string; is?: readonly unknown[]; isNot?: readonly unknown[] };
    };
    const needed = negated([
      requires.field,
      requires.is ? "in" : "notIn",
      requires.is ?? requires.isNot ?? [],
    ]);
    return line("forbidden-when", [...conditions, needed], field);
  }
  if (kind === "forbidden-when") {
    const [pair] = conditions.filter(([, op]) => op === "present");
    const sorted = pair ? [String(field), pair[0]].sort() : null;
    return sorted && pair
      ? line(
          "exclusive",
          conditions.filter((one) => one !== pair),
          sorted,
        )
      : line(kind, conditions, field);
  }
  if (kind === "forbidden-values-when" || kind === "no-data-when")
    return (
      (params.values as readonly unknown[] | undefined) ?? [
        params.fieldClass ?? (params.group === "conversion" ? "conversion metrics" : null),
      ]
    ).flatMap((value) => line(kind, conditions, field ?? "columns", String(value)));
  if (kind === "min-date") {
    const inclusive = params.exclusive === false;
    const date = String(params.date ?? params.after);
    return line(
      kind,
      conditions,
      field,
      inclusive
        ? new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
        : date,
    );
  }
  if (kind === "at-least-one-of")
    return line(
      kind,
      conditions,
      (params.groups as readonly (readonly string[])[])
        .map((group) => [...group].sort().join("+"))
        .sort(),
    );
  if (kind === "date-format") return line(kind, conditions, field);
  return line(kind, conditions, field, params.start, params.end, params.amount, params.unit);
}
