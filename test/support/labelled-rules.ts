import { existsSync, readdirSync, readFileSync } from "node:fs";
import { operationsOf } from "../../generator/lower/operation.js";
import type { Condition } from "../../generator/model/model.js";
import { readDescription } from "../../generator/parse/description.js";
import { findOperations, slice } from "../../generator/parse/slice.js";
import type { Draft } from "../../generator/prose/draft.js";
import { type Sentence, sentencesOf } from "../../generator/prose/sentences.js";
import { textsOf } from "../../generator/prose/texts.js";
import { type Vocabulary, vocabularyOf } from "../../generator/prose/vocabulary.js";

/** The folder of real descriptions, which are not part of this repository. */
export const specs: string | undefined = process.env.PINTEREST_SPECS;

interface GoldCondition {
  readonly f: string;
  readonly op: "in" | "notIn";
  readonly v: readonly string[];
}

type GoldRule = Readonly<Record<string, unknown>> & {
  readonly kind: string;
  readonly when?: GoldCondition;
};

interface Gold {
  readonly sentences: readonly {
    readonly text: string;
    readonly label: string;
    readonly rules?: readonly { readonly dead?: string }[];
    readonly occurrences: readonly {
      readonly op: string;
      readonly loc: string;
      readonly pointer: string;
      readonly versions: readonly string[];
      readonly resolved?: readonly {
        readonly versions: readonly string[];
        readonly rules: readonly GoldRule[];
      }[];
    }[];
  }[];
}

/** The label of one occurrence of a sentence in the corpus. */
export interface Labelled {
  readonly label: string;
  /** Each rule as text, sorted. */
  readonly rules: readonly string[];
}

const file = `${specs}/../reference/rules-gold.json`;
export const hasGold: boolean = specs !== undefined && existsSync(file);

type ByVersion = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Labelled>>>;
let labelled: ByVersion | undefined;

/** The labels by version and operation, then by place and text. */
export function readGold(): ByVersion {
  labelled ??= parseGold();
  return labelled;
}

function parseGold(): ByVersion {
  const gold: Gold = JSON.parse(readFileSync(file, "utf8"));
  const versions = new Map<string, Map<string, Map<string, Labelled>>>();
  for (const { text, label, rules = [], occurrences } of gold.sentences)
    for (const { op, loc, pointer, versions: within, resolved = [] } of occurrences)
      for (const version of within) {
        const operations = versions.get(version) ?? new Map<string, Map<string, Labelled>>();
        const sentences = operations.get(op) ?? new Map<string, Labelled>();
        versions.set(version, operations.set(op, sentences));
        const isDead = rules.some(({ dead }) => dead !== undefined);
        const meant = isDead
          ? []
          : (resolved.find((each) => each.versions.includes(version))?.rules ?? []);
        // The corpus also labels a rule about a format that the schema already states, and then
        // there is no rule to derive.
        const isImplied = label === "rule" && !isDead && meant.length === 0;
        sentences.set(keyOf(loc, pointer, text), {
          label: isImplied ? "schema-implied" : label,
          rules: meant.flatMap(atoms).map(canonical).sort(),
        });
      }
  return versions;
}

export function keyOf(loc: string, at: string, text: string): string {
  return `${loc} ${at} ${text}`;
}

type Located = readonly [operation: string, sentence: Sentence, vocabulary: Vocabulary];

// A description takes a second to read, so each is read only once per worker.
const read = new Map<string, readonly Located[]>();

/** All sentences of a version's operations, with the vocabulary of each. */
export function readSentences(version: string, operations: Iterable<string>): readonly Located[] {
  const ids = [...operations];
  const key = [version, ...ids].join(" ");
  const known = read.get(key);
  if (known) return known;
  const description = readDescription(specOf(`${version}.yaml`));
  const kept = slice(description, findOperations(description, new Set(ids)));
  const nodes = operationsOf(kept.document);
  const sentences = kept.operations.flatMap((operation) => {
    const node = nodes.get(operation.id);
    if (node === undefined) return [];
    const texts = textsOf(operation, node, kept.document);
    const vocabulary = vocabularyOf(node, kept.document);
    // The corpus only covers text in the request.
    const requested = texts.filter(({ isAside }) => isAside !== true);
    return requested
      .flatMap(sentencesOf)
      .map((sentence): Located => [operation.id, sentence, vocabulary]);
  });
  read.set(key, sentences);
  return sentences;
}

/** The available versions that the labelled corpus covers. */
export function labelledVersions(gold: ReadonlyMap<string, unknown>): readonly string[] {
  return versionsHere().filter((version) => gold.has(version));
}

export function versionsHere(): readonly string[] {
  if (specs === undefined) return [];
  const names = readdirSync(specs).filter((name) => /^\d+\.\d+\.\d+\.yaml$/.test(name));
  return names
    .map((name) => name.replace(".yaml", ""))
    .sort((one, other) => Number(one.split(".")[1]) - Number(other.split(".")[1]));
}

export function specOf(name: string): string {
  return readFileSync(`${specs}/${name}`, "utf8");
}

/** Converts one of our rules to the corpus's format. */
export function canonicalDraft({ kind, when, params }: Draft): string {
  const conditions = when.map((condition: Condition) =>
    "is" in condition
      ? { f: condition.field, op: "in", v: condition.is }
      : { f: condition.field, op: "notIn", v: "isNot" in condition ? condition.isNot : [] },
  );
  const { requires, ...rest } = params as { requires?: { field: string; is: readonly string[] } };
  return canonical({
    kind,
    when: conditions[0],
    ...rest,
    ...(requires ? { requires: { f: requires.field, op: "in", v: requires.is } } : {}),
  });
}

function atoms({ fields, ...rule }: GoldRule): readonly GoldRule[] {
  return Array.isArray(fields)
    ? fields.map((field: string) => ({ ...rule, field }) as GoldRule)
    : [rule as GoldRule];
}

function canonical(rule: GoldRule | object): string {
  const { kind, when, field, start, end, amount, unit, date, after, values, requires, groups } =
    rule as Record<string, unknown>;
  const sorted = (list: unknown): unknown => (Array.isArray(list) ? [...list].sort() : list);
  const plain = (condition: unknown): unknown => {
    if (condition === undefined || condition === null) return null;
    const { f, op, v } = condition as GoldCondition;
    return [f, op, sorted(v)];
  };
  return JSON.stringify([
    kind,
    plain(when),
    field,
    start,
    end,
    amount,
    unit,
    date ?? after,
    sorted(values),
    plain(requires),
    groups,
  ]);
}
