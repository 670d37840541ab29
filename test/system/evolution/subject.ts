// The requests that an output offers, each with its edited description, valid inputs generated from
// that description, and a check by Ajv.

import { isTree, listed, type Tree, tree, type Value } from "./draft.js";
import { type Mapping, mappingOf } from "./mapping.js";
import { idOf, isFlow, type Listed, listedIn, type Made } from "./output.js";
import { type Random, randomBy } from "./random.js";
import { type Described, Reading, schemaOf, Unreadable } from "./reading.js";
import { type Check, type Objection, Schemas } from "./schema.js";

// Fields that the prose requires but the schema does not, for the smallest request of an operation.
const MORE: Readonly<Record<string, Tree>> = {
  "ads/analytics": { ad_ids: ["1"] },
  "analytics/create_conversion_product_report": { end_date: "2026-03-08" },
};

/** How many inputs are generated besides the smallest and the fullest. */
const DRAWN = 5;

/** A field of a request: a parameter or a field of its body. */
export interface Field {
  readonly schema: Value;
  /** The schema merged with its parts. */
  readonly whole: Tree;
  readonly isRequired: boolean;
  readonly isParameter: boolean;
}

/** A request or report that the output offers. */
export interface Subject {
  readonly id: string;
  readonly listed: Listed;
  readonly folder: string;
  /** The name of the request's type. */
  readonly type: string;
  readonly described: Described;
  readonly poll: Described | undefined;
  /** The account parameter of a report. */
  readonly account: string | undefined;
  /**
   * The smallest input, the fullest, then random ones. Only inputs that Ajv accepts are included.
   * Empty if the description contradicts itself.
   */
  readonly inputs: readonly Tree[];
  /** The smallest input; undefined if it is not valid. */
  readonly least: Tree | undefined;
  readonly fields: ReadonlyMap<string, Field>;
  readonly check: (input: Tree) => readonly Objection[];
  /** Whether a JSON pointer is part of the input's description. */
  readonly reaches: (place: string) => boolean;
  /** Equal for subjects with the same description. */
  readonly key: string;
}

/** An edited description and what its output offers. */
export interface Stage {
  readonly reading: Reading;
  readonly schemas: Schemas;
  readonly subjects: readonly Subject[];
  /** Descriptions of requests for which no valid input was found. */
  readonly unreadable: readonly string[];
}

type Drawing = Pick<Subject, "inputs" | "least">;

const drawings = new Map<string, Drawing>();

export function stageOf(
  { model, said }: Pick<Made, "model" | "said">,
  document: Tree,
  offers: Tree,
): Stage {
  const reading = new Reading(document);
  const schemas = new Schemas(document);
  const unreadable: string[] = [];
  const subjects = listedIn(model).flatMap((one): Subject[] => {
    const whole = reading.operation(idOf(one));
    if (whole === undefined) return [];
    const omitted = omittedOf(one, whole);
    const described = {
      ...whole,
      parameters: whole.parameters.filter(({ name }) => !omitted.includes(String(name))),
    };
    const silent = omitted.filter((name) => !said.some(({ what }) => what.includes(name)));
    unreadable.push(...silent.map((name) => `${idOf(one)} lacks ${name}, without a notice`));
    try {
      return [subjectOf(one, described, { reading, schemas, offers })];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push(`${idOf(one)}: ${error.message}`);
      return [];
    }
  });
  return { reading, schemas, subjects, unreadable };
}

/** Optional parameters that an output omits. */
function omittedOf(one: Listed, { parameters }: Described): readonly string[] {
  const call = isFlow(one) ? one.create : one.call;
  const offered = call.parameters.map(({ name }) => name);
  return parameters
    .filter(({ required, name }) => required !== true && !offered.includes(String(name)))
    .map(({ name }) => String(name));
}

function subjectOf(
  listed: Listed,
  described: Described,
  {
    reading,
    schemas,
    offers,
  }: { readonly reading: Reading; readonly schemas: Schemas; readonly offers: Tree },
): Subject {
  const mapping = mappingOf(listed.name, offers);
  const poll = isFlow(listed) ? reading.operation(listed.poll.id) : undefined;
  const account =
    poll === undefined ? undefined : (mapping.account?.create ?? accountIn(poll, mapping));
  const check = checkOf({ listed, described, account }, schemas);
  const key = JSON.stringify([
    listed.name,
    listed.content,
    isFlow(listed) ? (account ?? null) : listed.bodyField,
    [described, ...(poll === undefined ? [] : [poll])].map((one) => keyOf(one, schemas)),
  ]);
  const made = {
    id: idOf(listed),
    listed,
    folder: isFlow(listed) ? listed.name : `operations/${listed.name}`,
    type: listed.body.name,
    described,
    poll,
    account,
    fields: fieldsIn(listed, described, reading),
    check,
    reaches: reachOf(described, schemas),
    key,
  };
  const drawing = drawings.get(key) ?? drawn(made, reading);
  drawings.set(key, drawing);
  return { ...made, ...drawing };
}

function reachOf(
  { at, parameters, places, body }: Described,
  schemas: Schemas,
): Subject["reaches"] {
  const own = [at, ...[...places.values()].flatMap(({ listed, written }) => [listed, written])];
  const definitions = (): readonly string[] =>
    [
      ...parameters.map((one) => schemas.standing(schemaOf(one), "parameter")),
      schemas.standing(body?.schema ?? true, "request"),
    ].flatMap((standing) => Object.keys(tree(tree(standing).$defs)));
  return (place) =>
    [...own, ...definitions()].some((root) => place === root || place.startsWith(`${root}/`));
}

/** Everything that a description says about an operation, as text. */
function keyOf(described: Described, schemas: Schemas): string {
  const standing = (
    schema: Value | undefined,
    side: "request" | "response" | "parameter",
  ): Value => (schema === undefined ? null : schemas.standing(schema, side));
  return JSON.stringify([
    described.method,
    described.path,
    described.security,
    described.servers,
    described.bodyRequired,
    [...described.parameters, ...described.others].map(({ description: _, ...one }) => [
      { ...one, schema: null, content: one.content === undefined ? null : true },
      standing(schemaOf(one), "parameter"),
    ]),
    described.bodies.map(({ type, media }) => [
      type,
      media.encoding ?? null,
      standing(media.schema, "request"),
    ]),
    described.good.map(({ status, contents }) => [
      status,
      contents.map(({ type, media }) => [type, standing(media.schema, "response")]),
    ]),
  ]);
}

function drawn(subject: Omit<Subject, keyof Drawing>, reading: Reading): Drawing {
  const { described, fields, check, id } = subject;
  const one = (random?: Random): Tree => whole(subject, reading.drawn(described, random));
  const needed = more(id, fields, reading);
  const least = { ...one(), ...needed };
  // The first random input has every field.
  const full: Random = { ...randomBy("full", id), next: () => 0 };
  const draws = [full, ...[...Array(DRAWN).keys()].map((seed) => randomBy(seed, id))];
  const others = draws.flatMap((random): Tree[] => {
    try {
      return [{ ...needed, ...one(random) }];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return [];
    }
  });
  const valid = [least, ...others].filter((input) => check(input).length === 0);
  if (valid.length > 0) return { inputs: valid, least: valid.includes(least) ? least : undefined };
  const objections = check(least);
  // If a field's type excludes all of its enum values, no request can have the field, so nothing
  // can be tested.
  if (objections.every(({ keyword }) => keyword === "enum"))
    return { inputs: [], least: undefined };
  throw new Unreadable(`Ajv accepts no generated input: ${objections[0]?.message}`);
}

/** The additional fields that the prose requires, as far as they still exist. */
function more(id: string, fields: ReadonlyMap<string, Field>, reading: Reading): Tree {
  return Object.fromEntries(
    Object.entries(MORE[id] ?? {}).flatMap(([name, value]): [string, Value][] => {
      const { whole: schema } = fields.get(name) ?? {};
      if (schema === undefined || listed(schema.enum).length > 0 || schema.const !== undefined)
        return [];
      if (schema.type === "array" && Array.isArray(value))
        return [[name, [reading.value(schema.items ?? true, "request")]]];
      if (schema.type !== "string" || Array.isArray(value)) return [];
      const isAsEver = schema.pattern === undefined && schema.format === undefined;
      return [[name, isAsEver ? value : reading.value(schema, "request")]];
    }),
  );
}

/** The account parameter of a report. Its poll takes only the account and the token. */
function accountIn({ parameters }: Described, { tokenParameter }: Mapping): string | undefined {
  const account = parameters.find(
    ({ in: place, name }) =>
      name !== tokenParameter && (place === "path" || name === "ad_account_id"),
  );
  return account === undefined ? undefined : String(account.name);
}

type Owner = Pick<Subject, "listed" | "described" | "account">;

function bodyFieldOf(one: Listed): string | null {
  return isFlow(one) ? null : one.bodyField;
}

/** Parameters and body as a caller passes them. For a report, the account is passed separately. */
function whole(
  { listed: one, described: { bodyRequired }, account }: Owner,
  { parameters, body }: { readonly parameters: Tree; readonly body: Value | undefined },
): Tree {
  const beside = Object.fromEntries(
    Object.entries(parameters).filter(([name]) => name !== account),
  );
  const bodyField = bodyFieldOf(one);
  // An optional body is omitted if its content type is not supported.
  if (body === undefined || one.content === null) return beside;
  if (bodyField !== null) return bodyRequired ? { ...beside, [bodyField]: body } : beside;
  return { ...beside, ...tree(body) };
}

/** The body part of an input; undefined if there is no body. */
export function bodyOf({ listed: one, described }: Owner, input: Tree): Value | undefined {
  if (one.content === null || described.body === null) return undefined;
  const bodyField = bodyFieldOf(one);
  if (bodyField !== null) return input[bodyField];
  const names = described.parameters.map(({ name }) => String(name));
  const rest = Object.entries(input).filter(([name]) => !names.includes(name));
  return rest.length === 0 && !described.bodyRequired ? undefined : Object.fromEntries(rest);
}

function checkOf(owner: Owner, schemas: Schemas): (input: Tree) => readonly Objection[] {
  const { described, account } = owner;
  const parameters = described.parameters
    .filter(({ name }) => name !== account)
    .map((one) => {
      const places = described.places.get(one);
      const at = places?.listed ?? described.at;
      return {
        name: String(one.name),
        isRequired: one.required === true,
        at,
        check: schemas.check(schemaOf(one), "parameter", places?.written ?? at),
      };
    });
  const at = `${described.at}/requestBody`;
  const body: Check =
    described.body === null
      ? () => []
      : schemas.check(described.body.schema ?? true, "request", at);
  const absent = (name: string, schema: string): Objection => ({
    keyword: "required",
    path: "",
    schema,
    message: `${name} is missing`,
  });
  return (input) => {
    const found = parameters.flatMap((one): readonly Objection[] => {
      const value = Object.hasOwn(input, one.name) ? input[one.name] : undefined;
      if (value === undefined) return one.isRequired ? [absent(one.name, one.at)] : [];
      return one.check(value).map((said) => ({
        ...said,
        path: `/${one.name}${said.path}`,
        also: `${one.at}${schemaOfPath(said.path)}`,
      }));
    });
    const sent = bodyOf(owner, input);
    if (owner.listed.content === null) return found;
    if (sent === undefined)
      return described.bodyRequired ? [...found, absent("the body", at)] : found;
    const inBody = body(sent).map((said) => ({ ...said, also: `${at}${schemaOfPath(said.path)}` }));
    return [...found, ...inBody];
  };
}

/** The place of a part's schema if no references are followed. */
function schemaOfPath(path: string): string {
  return path
    .split("/")
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? "/items" : `/properties/${step}`))
    .join("");
}

/** The fields of an input, including those of a body that is passed as one argument. */
function fieldsIn(one: Listed, described: Described, reading: Reading): ReadonlyMap<string, Field> {
  const all = fieldsOf(described, reading);
  const bodyField = bodyFieldOf(one);
  if (bodyField === null) return all;
  const schema = described.body?.schema ?? true;
  return new Map([
    ...[...all].filter(([, { isParameter }]) => isParameter),
    [
      bodyField,
      {
        schema,
        whole: reading.whole(schema),
        isRequired: described.bodyRequired,
        isParameter: false,
      },
    ],
  ]);
}

/** The fields of a request by name, each with its complete schema. */
export function fieldsOf(
  { parameters, body }: Described,
  reading: Reading,
): ReadonlyMap<string, Field> {
  const inBody = body === null ? {} : reading.whole(body.schema ?? {});
  const required = listed(inBody.required);
  const all = [
    ...parameters.map((one): [string, Omit<Field, "whole">] => [
      String(one.name),
      {
        schema: schemaOf(one),
        isRequired: one.required === true,
        isParameter: true,
      },
    ]),
    ...Object.entries(tree(inBody.properties)).map(
      ([name, schema]): [string, Omit<Field, "whole">] => [
        name,
        {
          schema,
          isRequired: required.includes(name),
          isParameter: false,
        },
      ],
    ),
  ];
  return new Map(
    all.map(([name, field]) => {
      const { items, ...rest } = reading.whole(field.schema);
      const list = isTree(items) ? { items: reading.whole(items) } : {};
      return [name, { ...field, whole: { ...rest, ...list } }];
    }),
  );
}
