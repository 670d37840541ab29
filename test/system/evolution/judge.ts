// What is asked of generated code besides that it compiles: it takes the smallest request that the
// edited description allows, and has the rules whose fields, values and words the edit left.

import type { Flow, Model, Operation, Rule } from "../../../generator/model/model.js";
import type { Violation } from "../../../runtime/validation/violation.js";
import { exportsOf, keyOf } from "../../support/generated-code.js";
import { isTree, listed, type Tree, tree, type Value } from "./draft.js";
import type { Made } from "./generate.js";
import { type Described, Reading, Unreadable } from "./reading.js";

const TODAY = "2026-03-08";

// What the prose demands beyond the schema, for the smallest request of an operation that needs
// more.
const MORE: Readonly<Record<string, Tree>> = {
  "ads/analytics": { ad_ids: ["1"] },
  "analytics/create_conversion_product_report": { end_date: "2026-03-08" },
};

/** A request or a report that is offered, with the smallest input for it. */
export interface Input {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly isFlow: boolean;
  readonly isBasic: boolean;
  /** The name of its type. */
  readonly type: string;
  readonly value: Tree;
}

/** The smallest input of all that is offered; what cannot be read is said. */
export function inputsOf(
  model: Model,
  document: Tree,
): { readonly inputs: readonly Input[]; readonly unreadable: readonly string[] } {
  const reading = new Reading(document);
  const unreadable: string[] = [];
  const inputs = [...model.flows, ...model.operations].flatMap((one): Input[] => {
    const isFlow = "create" in one;
    const id = isFlow ? one.create.id : one.call.id;
    const described = reading.operation(id);
    if (described === undefined) return [];
    try {
      const { parameters, body } = reading.least(described);
      return [
        {
          id,
          name: one.name,
          folder: isFlow ? one.name : `operations/${one.name}`,
          isFlow,
          isBasic: !isFlow && one.call.clientCredentials === true,
          type: one.body.name,
          value: {
            ...whole(one, described, { account: accountIn(one, reading), parameters, body }),
            ...more(id, described, reading),
          },
        },
      ];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push(`${id}: ${error.message}`);
      return [];
    }
  });
  return { inputs, unreadable };
}

/** What the prose asks for, as far as it is still there. */
function more(id: string, described: Described, reading: Reading): Tree {
  const fields = fieldsOf(described, reading);
  return Object.fromEntries(
    Object.entries(MORE[id] ?? {}).flatMap(([name, value]): [string, Value][] => {
      const schema = fields.get(name);
      const [only] = schema === undefined ? [] : valuesIn(schema);
      if (schema?.type === "array" && Array.isArray(value))
        return [[name, [reading.value(schema.items ?? true, "request")]]];
      return schema?.type === "string" && !Array.isArray(value) && only === undefined
        ? [[name, value]]
        : [];
    }),
  );
}

/** The parameter of a report that is the account: a poll takes it and the token alone. */
export function accountIn(one: Flow | Operation, reading: Reading): string | undefined {
  const { parameters = [] } = ("create" in one ? reading.operation(one.poll.id) : undefined) ?? {};
  const account = parameters.find(
    ({ in: place, name }) => name !== "token" && (place === "path" || name === "ad_account_id"),
  );
  return account === undefined ? undefined : String(account.name);
}

interface Least {
  readonly account: string | undefined;
  readonly parameters: Tree;
  readonly body: Value | undefined;
}

/**
 * Parameters and body in one, as a caller hands them over. The account stands beside a report's
 * request.
 */
function whole(
  one: Flow | Operation,
  { bodyRequired }: Described,
  { account, parameters, body }: Least,
): Tree {
  const beside = Object.fromEntries(
    Object.entries(parameters).filter(([name]) => name !== account),
  );
  const bodyField = "create" in one ? null : one.bodyField;
  // A body that may be left out is left out where nothing writes its type.
  if (body === undefined || one.content === null) return beside;
  if (bodyField !== null) return bodyRequired ? { ...beside, [bodyField]: body } : beside;
  return { ...beside, ...tree(body) };
}

type Validate = (input: unknown, options: object) => readonly Violation[];

const validators = new Map<string, Validate>();

/**
 * The validator of a generated file, with the lists and checks that it imports. One of the same
 * texts is the same.
 */
export function validatorIn(output: ReadonlyMap<string, string>, path: string): Validate {
  const key = keyOf(output, path) ?? path;
  const known = validators.get(key);
  if (known !== undefined) return known;
  const found = Object.entries(exportsOf(output, path)).find(
    ([name, value]) => name.startsWith("validate") && typeof value === "function",
  )?.[1];
  if (typeof found !== "function") throw new TypeError("no validator was generated");
  validators.set(key, found as Validate);
  return found as Validate;
}

/**
 * What a validator has against a valid request, but for the rules between fields that the request
 * of the unedited description breaks, too.
 */
export function objections(
  { output, model }: Made,
  inputs: readonly Input[],
  usual: ReadonlySet<string>,
): readonly string[] {
  const rules = new Map(
    [...model.flows, ...model.operations].map(({ name, rules: own }) => [
      name,
      new Set(own.map(({ id }) => id)),
    ]),
  );
  return inputs.flatMap(({ id, name, folder, value }) => {
    const validate = validatorIn(output, `${folder}/validate.ts`);
    const found = validate(value, { today: TODAY }).filter(({ severity }) => severity === "error");
    const own = rules.get(name) ?? new Set();
    return found
      .filter(({ rule }) => !(own.has(rule) && usual.has(`${id} ${rule}`)))
      .map(({ path, rule, message }) =>
        `${id} rejects ${JSON.stringify(value).slice(0, 300)}: ${path} ${rule} ${message}`.slice(
          0,
          600,
        ),
      );
  });
}

/**
 * The rules between fields that the smallest requests break: the prose asks for more than the
 * schema.
 */
export function brokenBy({ output }: Made, inputs: readonly Input[]): ReadonlySet<string> {
  return new Set(
    inputs.flatMap(({ id, folder, value }) =>
      validatorIn(output, `${folder}/validate.ts`)(value, { today: TODAY }).map(
        ({ rule }) => `${id} ${rule}`,
      ),
    ),
  );
}

/** The fields of a request by name, each with its whole schema. */
function fieldsOf({ parameters, body }: Described, reading: Reading): ReadonlyMap<string, Tree> {
  const inBody = body === null ? {} : reading.whole(body.schema ?? {});
  const required = listed(inBody.required);
  const all = [
    ...parameters.map(
      ({ name, schema, ...one }) => [String(name), schema ?? {}, one.required === true] as const,
    ),
    ...Object.entries(tree(inBody.properties)).map(
      ([name, schema]) => [name, schema, required.includes(name)] as const,
    ),
  ];
  return new Map(
    all.map(([name, schema, isRequired]) => {
      const { items, ...whole } = reading.whole(schema);
      const list = isTree(items) ? { items: reading.whole(items) } : {};
      return [
        name,
        { ...whole, ...list, "x-choice": reading.isChoice(schema), "x-required": isRequired },
      ];
    }),
  );
}

/** The rules that the edit left and that are not there. */
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
    // A sentence that states several rules is read as a whole: where one of them cannot hold any
    // more, none may be told from it.
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

function sentenceOf({ at, fingerprint }: Rule["sources"][number]): string {
  return `${at} ${fingerprint}`;
}

function rulesOf({ flows, operations }: Model): readonly (readonly [string, readonly Rule[]])[] {
  return [
    ...flows.map(({ create, rules }) => [create.id, rules] as const),
    ...operations.map(({ call, rules }) => [call.id, rules] as const),
  ];
}

function isSame(one: Rule, other: Rule): boolean {
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
function namedIn({ when, params }: Rule): readonly Named[] {
  const { field, start, end, startHour, endHour, groups, requires, values } = params as Readonly<
    Record<string, Value>
  >;
  const plain = [field, start, end, startHour, endHour].filter((one) => typeof one === "string");
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

function namesIn(rule: Rule): ReadonlySet<string> {
  return new Set(namedIn(rule).map(({ field }) => field));
}

/** Whether all that a rule names is still there, and what it was. */
function applies(
  rule: Rule,
  before: ReadonlyMap<string, Tree>,
  after: ReadonlyMap<string, Tree>,
): boolean {
  return [...namedIn(rule), ...spanOf(rule, before)].every(({ field, values }) => {
    const [was, is] = [before.get(field), after.get(field)];
    // What a sentence calls a field may be said at the field alone.
    if (was?.description !== undefined && is?.description === undefined) return false;
    // No rule forbids what must be there, and none needs to ask for it.
    const isAboutPresence =
      ["only-when", "forbidden-when", "requires-present"].includes(rule.kind) &&
      field === rule.params.field;
    if (isAboutPresence && is?.["x-required"] === true && was?.["x-required"] !== true)
      return false;
    if (was === undefined || is === undefined || is.readOnly === true || sortOf(was) !== sortOf(is))
      return false;
    if (is["x-choice"] === true || (rule.kind === "date-format" && was.format !== is.format))
      return false;
    const [had, has] = [valuesIn(was), valuesIn(is)];
    if ((had.length === 0) !== (has.length === 0)) return false;
    return values.every((value) => !had.includes(value) || has.includes(value));
  });
}

/**
 * A sentence about how far back data goes that stands at no field is about the span, which has an
 * end as well.
 */
function spanOf(
  { kind, params, sources }: Rule,
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
 * Whether the words that a rule was read from are still there; a rule that was not read from words
 * is as long as its fields are.
 */
function isSaid({ sources }: Rule, document: Tree, words: string): boolean {
  if (document["x-contract"] !== undefined) return true;
  return sources.every((source) => {
    const text = at(document, source.at);
    return typeof text === "string" && words.includes(plain(text));
  });
}

/** All words of an operation, with those of all that it refers to. */
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

/** What stands at a JSON pointer. */
function at(document: Tree, pointer: string): Value | undefined {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<Value | undefined>((node, step) => {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    return Array.isArray(node) ? node[Number(name)] : tree(node)[name];
  }, document);
}

function plain(text: string): string {
  return text
    .replace(/<\/?\w+\/?>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
