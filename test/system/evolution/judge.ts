// Requirements on a validator: it accepts what Ajv accepts by the edited description, rejects what
// Ajv rejects, and reports every listed rule for some input that Ajv accepts.

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

/** The validator of a generated file. */
export function validatorIn(output: ReadonlyMap<string, string>, folder: string): Validate {
  const found = Object.entries(loaded(output, `${folder}/schema.ts`)).find(
    ([name, value]) => name.startsWith("validate") && typeof value === "function",
  )?.[1];
  if (typeof found !== "function") throw new TypeError("no validator was generated");
  return found as Validate;
}

/** A problem, and Ajv's errors for an input that a validator accepts. */
interface Finding {
  readonly problem: string;
  readonly objections: readonly Objection[];
}

const judged = new Map<string, readonly Finding[]>();

/**
 * The errors of the validators, in words. Validators with the same code and description are judged
 * once.
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
      // Parts with a notice are not checked.
      .filter(({ objections }) => !objections.some((one) => isLoosened(one, subject, loosened)))
      .map(({ problem }) => `${subject.id} ${problem}`.slice(0, 600))
      .slice(0, 6),
  );
}

interface Around {
  readonly reading: Reading;
  readonly usual: ReadonlySet<string>;
  /** Of all rules, those of objects inside requests among them. */
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

/** Kinds of rules that reject a field which is present. */
const FORBIDS = ["forbidden-when", "forbidden-values-when", "only-when"];

/**
 * The rules between fields that the smallest requests violate, because the prose requires more than
 * the schema, and those that forbid an optional field, which an edit may make required.
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
 * Valid inputs that a validator rejects. A rule between fields may reject a random input, and the
 * smallest one if it does so by the unedited description, or for an optional field.
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

/** Replacements of a value: other types, too long, too many, not listed. */
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

/** So many inputs are put out of order, at so many places. */
const SPOILT = 3;
const PLACES = 150;

interface Place {
  /** A list is held by its indexes. */
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
    // A rule between fields may have rejected the input before the change.
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

/** Every value inside an input, each with its schema. */
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

/** Values just outside the limits of a schema. */
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

/** Keywords that fail when something inside of them does. */
const AROUND = ["oneOf", "anyOf", "allOf", "not", "if", "contains", "dependentSchemas"];

/** What a notice says of all that stands inside its place. */
const INSIDE = /any value is accepted|not checked|distinguished by their structure|share one type/;

/** Whether a notice says that this check is left out there, or at what is around it. */
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
    // What is said of a schema that contains itself holds below the field by which it does.
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

/** A place without what lies between a parameter or a body and its schema. */
function shortened(place: string): string {
  return place.replace(/\/content\/[^/]+(?=\/)/, "").replace(/\/schema(?=\/|$)/, "");
}
