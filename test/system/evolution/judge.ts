// What a validator must do: accept what Ajv accepts by the edited description, reject what Ajv
// rejects, and report every listed rule for at least one input that Ajv accepts.

import type { Violation } from "../../../runtime/validation/violation.js";
import { define, isTree, listed, type Tree, tree, type Value } from "./draft.js";
import { keyOf, loaded } from "./loaded.js";
import { type Made, ruleIdsIn, type Said } from "./output.js";
import type { Reading } from "./reading.js";
import { idleRules } from "./rules.js";
import type { Objection } from "./schema.js";
import type { Stage, Subject } from "./subject.js";

export const TODAY = "2026-03-08";

export type Validate = (input: unknown, options: object) => readonly Violation[];

/** The validator that a generated file exports. */
export function validatorIn(output: ReadonlyMap<string, string>, folder: string): Validate {
  const found = Object.entries(loaded(output, `${folder}/schema.ts`)).find(
    ([name, value]) => name.startsWith("validate") && typeof value === "function",
  )?.[1];
  if (typeof found !== "function") throw new TypeError("no validator was generated");
  return found as Validate;
}

/** A problem, with Ajv's errors for an input that the validator accepts. */
interface Finding {
  readonly problem: string;
  readonly objections: readonly Objection[];
}

const judged = new Map<string, readonly Finding[]>();

/**
 * Describes the errors of the validators. Validators with the same code and description are judged
 * only once.
 */
export function misjudged(
  { output, said, model }: Pick<Made, "output" | "said" | "model">,
  { subjects, reading }: Stage,
  usual: ReadonlySet<string>,
): readonly string[] {
  const loosened = said.filter(({ kind }) => kind === "loosened");
  const around = { reading, usual, ruleIds: ruleIdsIn(model) };
  return subjects.flatMap((subject) =>
    findings(output, subject, around)
      // Parts with a notice about a missing check are skipped.
      .filter(({ objections }) => !objections.some((one) => isLoosened(one, subject, loosened)))
      .map(({ problem }) => `${subject.id} ${problem}`.slice(0, 600))
      .slice(0, 6),
  );
}

interface Around {
  readonly reading: Reading;
  readonly usual: ReadonlySet<string>;
  /** All rules, including those of objects inside requests. */
  readonly ruleIds: ReadonlySet<string>;
}

function findings(
  output: ReadonlyMap<string, string>,
  subject: Subject,
  around: Around,
): readonly Finding[] {
  const { reading } = around;
  const { folder, listed: one } = subject;
  const key = JSON.stringify([keyOf(output, `${folder}/schema.ts`), subject.key, one.rules]);
  const known = judged.get(key);
  if (known !== undefined) return known;
  const validate = validatorIn(output, folder);
  const refuses = (input: Tree): readonly Violation[] =>
    validate(input, { today: TODAY }).filter(({ severity }) => severity === "error");
  const plain = (problem: string): Finding => ({ problem, objections: [] });
  const found = [
    ...refusedInputs(subject, refuses, around).map(plain),
    ...acceptedInputs(subject, refuses, around),
    ...idleRules(subject, (input) => validate(input, { today: TODAY }), reading).map(plain),
  ];
  judged.set(key, found);
  return found;
}

/** Kinds of rules that reject a field for being present. */
const FORBIDS = ["forbidden-when", "forbidden-values-when", "only-when"];

/**
 * The rules between fields that the smallest requests violate, because the prose requires more than
 * the schema. Also the rules that forbid an optional field, because an edit may make the field
 * required.
 */
export function brokenBy(
  { output }: Pick<Made, "output">,
  subjects: readonly Subject[],
): ReadonlySet<string> {
  return new Set(
    subjects.flatMap(({ id, folder, least, fields, listed: { rules } }) => {
      const broken =
        least === undefined
          ? []
          : validatorIn(output, folder)(least, { today: TODAY }).map(({ rule }) => rule);
      const forbidding = rules
        .filter(
          ({ kind, params }) =>
            FORBIDS.includes(kind) && fields.get(String(params.field))?.isRequired !== true,
        )
        .map(({ id: rule }) => rule);
      return [...broken, ...forbidding].map((rule) => `${id} ${rule}`);
    }),
  );
}

type Refuses = (input: Tree) => readonly Violation[];

/**
 * Valid inputs that a validator rejects. A rule between fields may reject a random input. It may
 * reject the smallest input only if it also does so for the unedited description, or because of an
 * optional field.
 */
function refusedInputs(
  { id, inputs, least, fields, listed: { rules } }: Subject,
  refuses: Refuses,
  { usual, ruleIds }: Around,
): readonly string[] {
  const own = new Set(rules.map(({ id: rule }) => rule));
  const isOptional = (path: string, input: Tree): boolean => {
    const [, name = ""] = path.split("/");
    return Object.hasOwn(input, name) && fields.get(name)?.isRequired !== true;
  };
  const isMeant = ({ path, rule }: Violation, input: Tree): boolean =>
    input === least && own.has(rule) && !usual.has(`${id} ${rule}`) && !isOptional(path, input);
  const wrong = inputs.flatMap((input) =>
    refuses(input)
      .filter((violation) => !ruleIds.has(violation.rule) || isMeant(violation, input))
      .map(
        ({ path, rule, message }) =>
          `rejects ${JSON.stringify(input).slice(0, 300)}: ${path} ${rule} ${message}`,
      ),
  );
  return wrong.slice(0, 2);
}

/** Invalid replacements for a value: other types, too long, too many, not listed. */
const JUNK: readonly Value[] = [
  null,
  true,
  1.5,
  -7,
  1e9,
  "",
  "not a value of the list",
  "x".repeat(600),
  "2026-02-31",
  [],
  {},
  ["not a value of the list"],
];

/** How many inputs are invalidated, and at how many places each. */
const SPOILT = 3;
const PLACES = 150;

interface Place {
  /** For a list, the keys are its indexes. */
  readonly holder: Tree;
  readonly isList: boolean;
  readonly key: string;
  readonly schema: Tree;
}

/** Invalid inputs that a validator accepts, one for each missing check. */
function acceptedInputs(
  { inputs, fields, check }: Subject,
  refuses: Refuses,
  { reading, ruleIds }: Around,
): readonly Finding[] {
  const wrong = new Map<string, Finding>();
  for (const original of inputs.slice(0, SPOILT)) {
    // A rule between fields may already have rejected the unchanged input.
    const before = new Set(refuses(original).map(({ rule }) => rule));
    const isRefused = (input: Tree): boolean =>
      refuses(input).some(({ rule }) => !ruleIds.has(rule) || !before.has(rule));
    const input = structuredClone(original);
    for (const place of placesIn(input, fields, reading).slice(0, PLACES)) {
      const { holder, key, isList } = place;
      const had = holder[key] as Value;
      for (const value of [...JUNK, ...edgesOf(place.schema, had)]) {
        holder[key] = value;
        tried();
      }
      if (isList) holder[key] = had;
      else {
        delete holder[key];
        tried();
        define(holder, key, had);
      }
    }
    for (const { holder, isList } of placesIn(input, fields, reading).slice(0, PLACES)) {
      if (isList || Object.hasOwn(holder, "x-unlisted")) continue;
      holder["x-unlisted"] = 1;
      tried();
      delete holder["x-unlisted"];
    }
    function tried(): void {
      const objections = check(input);
      const [first] = objections;
      if (first === undefined) return;
      const name = `${first.schema} ${first.keyword} ${first.path}`;
      if (wrong.has(name) || isRefused(input)) return;
      const problem = `accepts ${JSON.stringify(input).slice(0, 300)}, which is invalid: ${first.message} at ${first.schema}`;
      wrong.set(name, { problem, objections });
    }
  }
  return [...wrong.values()];
}

/** Every value inside an input, with its schema. */
function placesIn(
  input: Tree,
  fields: ReadonlyMap<string, { readonly schema: Value }>,
  reading: Reading,
): readonly Place[] {
  const found: Place[] = [];
  const visit = (holder: Tree, key: string, schema: Value): void => {
    const whole = reading.whole(schema);
    found.push({ holder, isList: Array.isArray(holder), key, schema: whole });
    const value = holder[key];
    if (Array.isArray(value))
      for (const index of value.keys())
        visit(
          value as unknown as Tree,
          String(index),
          listed(whole.prefixItems)[index] ?? whole.items ?? true,
        );
    else if (isTree(value))
      for (const name of Object.keys(value))
        visit(value, name, tree(whole.properties)[name] ?? whole.additionalProperties ?? true);
  };
  for (const name of Object.keys(input)) visit(input, name, fields.get(name)?.schema ?? true);
  return found;
}

/** Values just outside a schema's limits. */
function edgesOf(schema: Tree, value: Value): readonly Value[] {
  const limit = (name: string): number | null =>
    typeof schema[name] === "number" ? (schema[name] as number) : null;
  const about = (name: string, ...offsets: readonly number[]): readonly Value[] => {
    const found = limit(name);
    return found === null ? [] : offsets.map((offset) => found + offset);
  };
  const numbers = [
    ...about("minimum", -1, 0),
    ...about("maximum", 1, 0),
    ...about("exclusiveMinimum", -1, 0),
    ...about("exclusiveMaximum", 1, 0),
  ];
  if (typeof value === "number") return [...numbers, value + 0.5, value * 1000 + 1];
  if (typeof value === "string") {
    const lengths = [(limit("minLength") ?? 0) - 1, (limit("maxLength") ?? 0) + 1];
    return [
      ...numbers,
      value + value,
      ` ${value}`,
      `${value}\n`,
      ...lengths
        .filter((length) => length >= 0 && length < 100_000)
        .map((length) => value.padEnd(length, value || "1").slice(0, length)),
    ];
  }
  if (!Array.isArray(value) || value[0] === undefined) return numbers;
  const [first] = value;
  const counts = [(limit("minItems") ?? 0) - 1, (limit("maxItems") ?? 0) + 1];
  return [
    [...value, first],
    ...counts
      .filter((count) => count > 0 && count < 10_000)
      .map((count) => Array.from({ length: count }, () => first)),
  ];
}

/** Keywords that fail whenever something inside them fails. */
const AROUND = ["oneOf", "anyOf", "allOf", "not", "if", "contains", "dependentSchemas"];

/** Notices that apply to everything inside their place. */
const INSIDE = /any value is accepted|not checked|distinguished by their structure|share one type/;

/** Whether a notice says that this check is omitted, for this value or an enclosing one. */
function isLoosened(
  { schema, also = schema, keyword, path }: Objection,
  { reaches }: Subject,
  loosened: readonly Said[],
): boolean {
  const names = path.split("/").filter((step) => !/^\d*$/.test(step));
  return loosened.some(({ where, what }) => {
    const [, named] = /^`(\w+)` is not checked(?! by position)/.exec(what) ?? [];
    if (named !== undefined && named !== keyword) return false;
    const fields = [...where.matchAll(/\/properties\/([^/]+)/g)].map(([, name]) => name);
    // A notice about a schema that contains itself applies below the recursive field.
    const [, circle] = /^(#\/\S+) contains itself/.exec(what) ?? [];
    const [field] = fields.slice(-1);
    if (circle !== undefined && field !== undefined)
      return names.includes(field) && reaches(circle);
    const place = shortened(circle ?? where);
    const isNamed =
      field !== undefined &&
      place.replace(/(?:\/items)+$/, "").endsWith(`/properties/${field}`) &&
      names.slice(-fields.length).join("/") === fields.join("/") &&
      reaches(where);
    return [schema, also].map(shortened).some((at) => {
      const isInside = at.startsWith(`${place}/`) && named === undefined && INSIDE.test(what);
      const isAround = AROUND.includes(keyword) && place.startsWith(`${at}/`);
      return at === place || isNamed || isAround || (isInside && !/is required but/.test(what));
    });
  });
}

/** A place without the steps between a parameter or body and its schema. */
function shortened(place: string): string {
  return place.replace(/\/content\/[^/]+(?=\/)/, "").replace(/\/schema(?=\/|$)/, "");
}
