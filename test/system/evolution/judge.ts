// What is asked of a validator: it takes what Ajv takes by the edited description, refuses what Ajv
// refuses, and names every rule that is listed for some input that Ajv takes.

import type { Violation } from "../../../runtime/validation/violation.js";
import { isTree, listed, type Tree, tree, type Value } from "./draft.js";
import { keyOf, loaded } from "./loaded.js";
import type { Made, Said } from "./output.js";
import type { Reading } from "./reading.js";
import { idleRules } from "./rules.js";
import type { Objection } from "./schema.js";
import type { Stage, Subject } from "./subject.js";

export const TODAY = "2026-03-08";

export type Validate = (input: unknown, options: object) => readonly Violation[];

/** The validator of a generated file. */
export function validatorIn(output: ReadonlyMap<string, string>, folder: string): Validate {
  const found = Object.entries(loaded(output, `${folder}/validate.ts`)).find(
    ([name, value]) => name.startsWith("validate") && typeof value === "function",
  )?.[1];
  if (typeof found !== "function") throw new TypeError("no validator was generated");
  return found as Validate;
}

const judged = new Map<string, readonly string[]>();

/**
 * What is wrong with the validators, in words. One of the same code and the same description is
 * judged once.
 */
export function misjudged(
  { output, said }: Pick<Made, "output" | "said">,
  { subjects, reading }: Stage,
  usual: ReadonlySet<string>,
): readonly string[] {
  const loosened = said.filter(({ kind }) => kind === "loosened");
  return subjects.flatMap((subject) => {
    const { id, folder, listed: one } = subject;
    const key = JSON.stringify([
      keyOf(output, `${folder}/validate.ts`),
      subject.key,
      one.rules,
      loosened,
    ]);
    const known = judged.get(key);
    if (known !== undefined) return known;
    const validate = validatorIn(output, folder);
    const refuses = (input: Tree): readonly Violation[] =>
      validate(input, { today: TODAY }).filter(({ severity }) => severity === "error");
    const wrong = [
      ...refusedInputs(subject, refuses, usual),
      ...acceptedInputs(subject, refuses, reading, loosened),
      ...idleRules(subject, (input) => validate(input, { today: TODAY }), reading),
    ].map((problem) => `${id} ${problem}`.slice(0, 600));
    if (wrong.length === 0) judged.set(key, wrong);
    return wrong;
  });
}

/**
 * The rules between fields that the smallest requests break: the prose asks for more than the
 * schema.
 */
export function brokenBy(
  { output }: Pick<Made, "output">,
  subjects: readonly Subject[],
): ReadonlySet<string> {
  return new Set(
    subjects.flatMap(({ id, folder, inputs: [least = {}] }) =>
      validatorIn(output, folder)(least, { today: TODAY }).map(({ rule }) => `${id} ${rule}`),
    ),
  );
}

type Refuses = (input: Tree) => readonly Violation[];

/**
 * Valid inputs that a validator refuses. A rule between fields may refuse one that is drawn, and
 * the smallest where it does so by the unedited description.
 */
function refusedInputs(
  { id, inputs, listed: { rules } }: Subject,
  refuses: Refuses,
  usual: ReadonlySet<string>,
): readonly string[] {
  const own = new Set(rules.map(({ id: rule }) => rule));
  const wrong = inputs.flatMap((input, index) =>
    refuses(input)
      .filter(({ rule }) => !own.has(rule) || (index === 0 && !usual.has(`${id} ${rule}`)))
      .map(
        ({ path, rule, message }) =>
          `rejects ${JSON.stringify(input).slice(0, 300)}: ${path} ${rule} ${message}`,
      ),
  );
  return wrong.slice(0, 2);
}

/** What stands in place of a value: of other types, too long, too many, not among those listed. */
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

/** So many places of an input are put out of order. */
const PLACES = 60;

interface Place {
  /** A list is held by its indexes. */
  readonly holder: Tree;
  readonly isList: boolean;
  readonly key: string;
  readonly schema: Tree;
}

/** Invalid inputs that a validator accepts, but for checks that a notice says are left out. */
function acceptedInputs(
  { inputs, fields, check }: Subject,
  refuses: Refuses,
  reading: Reading,
  loosened: readonly Said[],
): readonly string[] {
  const wrong = new Map<string, string>();
  for (const original of inputs) {
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
        put(holder, key, had);
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
      if (objections.length === 0) return;
      if (objections.some((one) => isLoosened(one, loosened))) return;
      const [first] = objections;
      const name = `${first?.schema} ${first?.keyword}`;
      if (wrong.has(name) || refuses(input).length > 0) return;
      wrong.set(
        name,
        `accepts ${JSON.stringify(input).slice(0, 300)}, which is invalid: ${first?.message} at ${first?.schema}`,
      );
    }
  }
  return [...wrong.values()].slice(0, 3);
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

/** Values just beyond the limits of a schema. */
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

function put(holder: Tree, name: string, value: Value): void {
  Object.defineProperty(holder, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** Keywords that fail when something inside of them does. */
const AROUND = ["oneOf", "anyOf", "allOf", "not", "if", "contains", "dependentSchemas"];

/** What a notice says of all that stands inside its place. */
const INSIDE = /any value is accepted|not checked|told apart by their structure|share one type/;

/** Whether a notice says that this check is left out there, or at what is around it. */
function isLoosened({ schema, keyword, path }: Objection, loosened: readonly Said[]): boolean {
  const name = path.split("/").findLast((step) => !/^\d*$/.test(step));
  return loosened.some(({ where, what }) => {
    const [, named] = /^`(\w+)` is not checked/.exec(what) ?? [];
    if (named !== undefined && named !== keyword) return false;
    const place = where.replaceAll("~1", "/");
    const at = schema.replaceAll("~1", "/");
    const isInside = at.startsWith(`${place}/`) && named === undefined && INSIDE.test(what);
    const isAround = AROUND.includes(keyword) && place.startsWith(`${at}/`);
    const isNamed =
      name !== undefined && (place.endsWith(`/${name}`) || place.endsWith(`:${name}`));
    return at === place || isNamed || isAround || (isInside && !/is required but/.test(what));
  });
}
