// Uses a client as a user would, with a server made from the edited description: a report from
// create to rows, calls, and all pages of lists.

import { isDeepStrictEqual } from "node:util";
import type { Clock } from "../../../runtime/clock.js";
import * as supportClient from "../../../runtime/support-client.js";
import { isTree, listed, type Tree, tree, type Value } from "./draft.js";
import { TODAY } from "./judge.js";
import { keyOf, loaded } from "./loaded.js";
import { type Mapping, mappingOf, type PageMapping, pageMappingOf } from "./mapping.js";
import { isFlow, type ListedOperation, type Made } from "./output.js";
import { randomBy } from "./random.js";
import { type Described, isCursor, kindOf, type Reading, schemaOf, Unreadable } from "./reading.js";
import { type Answer, APP, DescribedServer, type Received, TOKEN } from "./server.js";
import { bodyOf, type Stage, type Subject } from "./subject.js";

const ACCOUNT = "12345";
/** A clock that advances whenever a client waits, so that endless waits reach their deadline. */
function clockOf(): Clock {
  let now = 0;
  return {
    now: () => now,
    date: () => Date.parse(`${TODAY}T12:00:00Z`) + now,
    sleep: async (ms) => {
      now += ms;
    },
    random: () => 0,
  };
}

/** Number of inputs for each call, and of runs of each report. */
const SENT = 3;

/** Maximum number of attempts to generate a response that Ajv accepts. */
const DRAWS = 8;

const PAGES = 3;

const played = new Set<string>();

/**
 * Describes errors in what the client sends and reads. Calls with the same code and description are
 * played only once.
 */
export async function misplayed(
  made: Made,
  stage: Stage,
  offers: Tree,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const subject of stage.subjects) {
    const { listed: one, folder, id } = subject;
    const path = `${folder}/${isFlow(one) ? "flow" : "call"}.ts`;
    const key = JSON.stringify([
      keyOf(made.output, path),
      subject.key,
      isFlow(one)
        ? mappingOf(one.name, offers)
        : [
            one.pageOf !== null,
            one.onClient ?? made.model.allOperations ?? false,
            pageMappingOf(one.name, offers),
          ],
    ]);
    if (played.has(key)) continue;
    const problems = isFlow(one)
      ? await playedFlow(made, subject, stage, mappingOf(one.name, offers))
      : await playedCall(made, subject, one, stage, pageMappingOf(one.name, offers));
    if (problems.length === 0) played.add(key);
    wrong.push(...problems.map((problem) => `${id} ${problem}`.slice(0, 600)));
  }
  return wrong;
}

/** Creates the client as a user does. */
function clientOf({ output }: Made, server: DescribedServer): Tree {
  const { createClient } = loaded(output, "index.ts");
  if (typeof createClient !== "function") throw new TypeError("the output has no createClient");
  return createClient({
    accessToken: TOKEN,
    fetch: server.fetch,
    clock: clockOf(),
    rateLimits: false,
  });
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The error message of a call; null if it succeeds. */
async function failureOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return String(error).slice(0, 300);
  }
}

// Reports.

async function playedFlow(
  made: Made,
  subject: Subject,
  { reading, schemas }: Stage,
  mapping: Mapping,
): Promise<readonly string[]> {
  const { described: create, poll, account, inputs, listed: one } = subject;
  if (poll === undefined) return [];
  const isJson = (input: Tree): boolean => !/csv/i.test(String(input.report_format));
  for (const input of inputs.filter(isJson).slice(0, SENT)) {
    const server = new DescribedServer([create, poll], reading, schemas);
    const draw = answersOf(reading, schemas);
    const expected = [rowOf(input, 1), rowOf(input, 2)];
    const link = server.link("report.json", JSON.stringify({ "1": expected }));
    let pending: readonly (string | null)[] = [];
    try {
      const id = textFor(create, account, { preferred: ACCOUNT, reading, schemas });
      const polled = textFor(poll, mapping.account?.poll ?? account, {
        preferred: id,
        reading,
        schemas,
      });
      // A client rejects other account ids. An id may also be invalid for one of the two calls.
      if (!/^\d{1,18}$/.test(id) || polled !== id) return [];
      const created = draw(create, {
        [mapping.token]: textFor(poll, mapping.tokenParameter, {
          preferred: "made-up-token",
          reading,
          schemas,
        }),
      });
      const token = String(valueAt(created.value, mapping.token) ?? "made-up-token");
      const { waiting, done } = statusesOf(poll, mapping, reading);
      if (done === null) return ["has no status for a finished report"];
      pending = [...waiting, ...waiting.slice(0, 1), null];
      server.answer = ({ operation, parameters }: Received): Answer => {
        if (operation === create) return created;
        const wrong = expectedPoll(parameters, poll, {
          token,
          account: mapping.account?.poll ?? account,
          id,
          reading,
        });
        if (wrong !== null) server.wrong.push(wrong);
        const [status, ...rest] = pending;
        pending = rest;
        return status === null || status === undefined
          ? draw(poll, { [mapping.status]: done, [mapping.link]: link })
          : draw(poll, { [mapping.status]: status });
      };
      const client = clientOf(made, server)[camel(one.name)] as unknown as
        | supportClient.FlowClient<Tree>
        | undefined;
      if (client === undefined) return ["is not on the client"];
      let rows: readonly unknown[] = [];
      const failure = await failureOf(async () => {
        const report = await client.run(id, input, { validate: false });
        rows = await report.rows().toArray();
      });
      const [first] = server.received;
      const sent =
        first === undefined
          ? "sends nothing"
          : first.operation === create
            ? unexpected(first, subject, { ...input, [account ?? ""]: id })
            : null;
      const [wrong] = server.wrong;
      if (wrong !== undefined) return [wrong];
      if (server.isLost) continue;
      if (failure !== null) return [`fails with ${failure}`];
      if (sent !== null) return [sent];
      if (pending.length > 0) return [`ends after ${server.received.length - 1} polls`];
      const lost = lostIn(rows, expected);
      if (lost !== null) return [lost];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  return [];
}

/**
 * The preferred value if the parameter accepts it or does not exist; otherwise another value that
 * it accepts.
 */
function textFor(
  { parameters }: Described,
  wanted: string | undefined,
  {
    preferred,
    reading,
    schemas,
  }: Pick<Stage, "reading" | "schemas"> & { readonly preferred: string },
): string {
  const parameter = parameters.find(({ name }) => name === wanted);
  if (parameter === undefined) return preferred;
  const schema = schemaOf(parameter);
  const fits = schemas.check(schema, "parameter", "");
  return fits(preferred).length === 0 ? preferred : String(reading.value(schema, "parameter"));
}

/** Checks that a poll sends the account, the token and other required values, and nothing else. */
function expectedPoll(
  parameters: Tree,
  poll: Described,
  {
    token,
    account,
    id,
    reading,
  }: {
    readonly token: string;
    readonly account: string | undefined;
    readonly id: string;
    readonly reading: Reading;
  },
): string | null {
  for (const one of poll.parameters) {
    const { name } = one;
    const value = Object.hasOwn(parameters, String(name)) ? parameters[String(name)] : undefined;
    const [only, ...others] = reading.valuesOf(schemaOf(one) ?? true);
    const isConstant = only !== undefined && others.length === 0;
    const wanted = name === account ? id : isConstant ? String(only) : token;
    if (value !== undefined && String(value) !== wanted)
      return `polls with ${String(name)}=${String(value)}, not ${wanted}`;
  }
  return Object.values(parameters).map(String).includes(token) ? null : "polls without the token";
}

const ENTITY = [
  ...["ADVERTISER_ID", "AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID", "AD_ID"],
  ...["PIN_PROMOTION_ID", "PRODUCT_GROUP_ID", "KEYWORD_ID", "PRODUCT_ITEM_ID"],
];

/** A row of a file: the requested columns, the ids and the date. */
function rowOf({ columns }: Tree, index: number): Tree {
  const requested = listed(columns).map((name) => [String(name), index]);
  const ids = [...new Set([...ENTITY, ...requested.map(([name]) => String(name))])]
    .filter((name) => name.endsWith("_ID"))
    .map((name) => [name, `9007199254740993${index}`]);
  return Object.fromEntries([
    ...requested,
    ...ids,
    ["DATE", `2026-03-0${index}`],
    ["TARGETING_TYPE", "GENDER"],
    ["TARGETING_VALUE", "female"],
  ]);
}

function lostIn(rows: readonly unknown[], expected: readonly Tree[]): string | null {
  if (rows.length !== expected.length) return `reads ${rows.length} of ${expected.length} rows`;
  for (const [index, row] of rows.entries())
    for (const [name, value] of Object.entries(expected[index] ?? {}))
      if (String(tree(row as Value)[name]) !== String(value))
        return `reads ${name} as ${String(tree(row as Value)[name])}, not ${String(value)}`;
  return null;
}

/** The statuses grouped by meaning. */
function statusesOf(
  poll: Described,
  { status, done, failed }: Mapping,
  reading: Reading,
): { readonly waiting: readonly string[]; readonly done: string | null } {
  const schema = schemaAt(poll.response ?? true, status, reading);
  const values = (schema === undefined ? [] : reading.valuesOf(schema)).filter(
    (value): value is string => typeof value === "string",
  );
  if (values.length === 0) return { waiting: ["IN_PROGRESS", "IN_PROGRESS"], done: "FINISHED" };
  const isOf = (words: readonly string[], value: string): boolean =>
    words.some((word) => word.toLowerCase() === value.toLowerCase());
  const isDone = (value: string): boolean =>
    isOf(done, value) || /^(finished|completed?|done|succeeded|success|ready)$/i.test(value);
  const hasFailed = (value: string): boolean =>
    isOf(failed, value) || /fail|error|expire|cancel|not_exist|abort|reject|gone/i.test(value);
  const others = values.filter((value) => !isDone(value) && !hasFailed(value));
  return { waiting: others.slice(0, 3), done: values.find(isDone) ?? null };
}

// Calls.

async function playedCall(
  made: Made,
  subject: Subject,
  one: ListedOperation,
  { reading, schemas }: Stage,
  mapping: PageMapping,
): Promise<readonly string[]> {
  const { described, inputs } = subject;
  const draw = answersOf(reading, schemas);
  if (inputs.length === 0) return [];
  const sends = Math.max(SENT, described.good.length);
  for (let index = 0; index < sends; index += 1) {
    const input = inputs[index % Math.min(SENT, inputs.length)] as Tree;
    const server = new DescribedServer([described], reading, schemas);
    let answered: Value | undefined;
    server.answer = () => {
      const answer = draw(described, {}, { variant: index, seed: index });
      answered = answer.value;
      return answer;
    };
    const call = callOf(made, one, server);
    if (call === null) return ["is not on the client"];
    const failure = await failureOf(async () => call(input, { validate: false }));
    const [wrong] = server.wrong;
    const [received] = server.received;
    if (wrong !== undefined) return [wrong];
    if (received === undefined) return [`sends nothing: ${failure}`];
    const sent = unexpected(received, subject, input);
    if (sent !== null) return [sent];
    // A notice may say that the call rejects responses without content.
    const isTold =
      answered === undefined && made.said.some(({ what }) => /has no content/.test(what));
    if (failure !== null && !server.isLost && !isTold)
      return [`fails with ${failure} on ${JSON.stringify(answered)?.slice(0, 200)}`];
  }
  return one.pageOf === null ? [] : playedPages(made, subject, one, { reading, schemas }, mapping);
}

type Call = ((input: Tree, options: object) => Promise<unknown>) & {
  readonly each?: (
    input: Tree,
    options: object,
  ) => { toArray(): Promise<readonly unknown[]> } & AsyncIterable<unknown>;
};

/** The call on a user's client; null if the client does not have it. */
function callOf(made: Made, one: ListedOperation, server: DescribedServer): Call | null {
  const shared = { fetch: server.fetch, clock: clockOf(), rateLimits: false } as const;
  const operation = (): supportClient.Operation<object, unknown> =>
    Object.values(loaded(made.output, `operations/${one.name}/call.ts`))[0] as never;
  if (one.call.clientCredentials === true)
    return supportClient.appClient({ ...shared, ...APP }, operation()) as Call;
  if (one.onClient === false || made.model.allOperations === true) {
    const connection = supportClient.connect({ ...shared, accessToken: TOKEN });
    return one.pageOf === null
      ? (supportClient.operationClient(connection, operation()) as Call)
      : (supportClient.pagedClient(connection, operation() as never) as unknown as Call);
  }
  const call = clientOf(made, server)[camel(one.name)] as unknown;
  return typeof call === "function" ? (call as Call) : null;
}

// Lists.

/**
 * The path of a response's items (with dots), the path of the next page's cursor, and the parameter
 * for it.
 */
export interface Pages {
  readonly items: string;
  /** The fields that lead to the cursor. */
  readonly cursor: readonly string[];
  readonly parameter: string;
}

/** How an operation is paginated, in any of the known styles; null if it is not. */
export function pagesOf(
  { response, parameters }: Described,
  reading: Reading,
  mapping: PageMapping,
): Pages | null {
  const parameter = parameters.find(
    ({ name, in: place }) => place === "query" && isCursor(`${name}`),
  );
  const place = listIn(response ?? true, reading);
  const found = {
    items: mapping.items ?? place?.items,
    cursor: mapping.cursor?.split(".") ?? place?.cursor,
    parameter: mapping.parameter ?? parameter?.name,
  };
  if (found.items === undefined || found.cursor === undefined || found.parameter === undefined)
    return null;
  return { items: found.items, cursor: found.cursor, parameter: String(found.parameter) };
}

/** The list and cursor of an object, or of the envelope's content. */
function listIn(
  schema: Value,
  reading: Reading,
  isInside = false,
): Pick<Pages, "items" | "cursor"> | null {
  const fields = Object.entries(tree(reading.whole(schema).properties)).map(
    ([name, one]) => [name, reading.whole(one)] as const,
  );
  const lists = fields.filter(([, whole]) => kindOf(whole) === "array").map(([name]) => name);
  const items = ["items", "data", "results"].find((name) => lists.includes(name)) ?? lists[0];
  const objects = fields.filter(([, whole]) => kindOf(whole) === "object");
  const direct = fields.find(([name, whole]) => isCursor(name) && kindOf(whole) !== "object");
  const nested = objects.flatMap(([name, whole]) =>
    Object.keys(tree(whole.properties))
      .filter(isCursor)
      .map((inner) => [name, inner]),
  );
  const cursor = direct === undefined ? nested[0] : [direct[0]];
  // A list next to its cursor is more likely than one around it.
  if (!isInside && direct === undefined)
    for (const [name, whole] of objects) {
      const inner = listIn(whole, reading, true);
      if (inner !== null)
        return { items: `${name}.${inner.items}`, cursor: [name, ...inner.cursor] };
    }
  return items !== undefined && cursor !== undefined ? { items, cursor } : null;
}

async function playedPages(
  made: Made,
  subject: Subject,
  one: ListedOperation,
  { reading, schemas }: Pick<Stage, "reading" | "schemas">,
  mapping: PageMapping,
): Promise<readonly string[]> {
  const { described, inputs } = subject;
  const pages = pagesOf(described, reading, mapping);
  if (pages === null) return ["is paginated, although the description is not"];
  const draw = answersOf(reading, schemas);
  const server = new DescribedServer([described], reading, schemas);
  const sent: Value[] = [];
  let next: Value | undefined;
  let count = 0;
  server.answer = ({ parameters }) => {
    count += 1;
    if (count > PAGES) return draw(described, { [pages.items]: [] });
    const asked = parameters[pages.parameter];
    if (count > 1 && String(asked) !== String(next))
      server.wrong.push(`asks for the page ${String(asked)}, not ${String(next)}`);
    const items = itemsOf(described, pages, count, { reading, schemas });
    sent.push(...items);
    next = count === PAGES ? undefined : cursorOf(described, pages, count, reading);
    const answer = draw(described, { [pages.items]: [...items] });
    if (count === PAGES)
      return { ...answer, value: endOf(answer.value, pages, described, reading) };
    return { ...answer, value: withValue(answer.value ?? {}, pages.cursor, next ?? null) };
  };
  const call = callOf(made, one, server);
  if (typeof call?.each !== "function") return ["is paginated, but cannot be read page by page"];
  let items: readonly unknown[] = [];
  const failure = await failureOf(async () => {
    items = (await call.each?.(inputs[0] ?? {}, { validate: false }).toArray()) ?? [];
  });
  const [wrong] = server.wrong;
  if (wrong !== undefined) return [wrong];
  if (server.isLost) return [];
  if (failure !== null) return [`fails with ${failure} on page ${count}`];
  if (count !== PAGES || !isSame(items as Value, sent))
    return [`reads ${items.length} of ${sent.length} items, ${count} of ${PAGES} pages`];
  return [];
}

/**
 * The items of a page. They differ from those of other pages if the schema allows different items.
 */
function itemsOf(
  { response }: Described,
  { items }: Pages,
  page: number,
  { reading, schemas }: Pick<Stage, "reading" | "schemas">,
): readonly Value[] {
  const list = reading.whole(schemaAt(response ?? true, items, reading) ?? true);
  const schema = list.items ?? true;
  const fits = schemas.check(schema, "response", "");
  const count = Math.max(2, Number(list.minItems ?? 0) || 0);
  return Array.from({ length: count }, (_, index) => {
    for (let seed = 0; seed < DRAWS; seed += 1) {
      const value = reading.value(schema, "response", randomBy(page, index, seed));
      if (fits(value).length === 0) return value;
    }
    return reading.value(schema, "response");
  });
}

function cursorOf(
  { response, parameters }: Described,
  { cursor, parameter }: Pages,
  page: number,
  reading: Reading,
): Value {
  const node = reading.whole(schemaAt(response ?? true, cursor.join("."), reading) ?? true);
  const asked = parameters.find(({ name }) => name === parameter);
  const kinds = [kindOf(node), kindOf(reading.whole(asked === undefined ? true : schemaOf(asked)))];
  if (kinds.some((kind) => kind === "integer" || kind === "number")) return 1000 + page;
  return (
    node.const ?? (listed(node.enum).length > 0 ? (node.enum as Value[])[0] : null) ?? `1000${page}`
  );
}

/** The last page's response: its cursor is absent, null or empty. */
function endOf(
  value: Value | undefined,
  { cursor }: Pages,
  { response }: Described,
  reading: Reading,
): Value {
  const owner = cursor.slice(0, -1).join(".");
  const around =
    owner === "" ? (response ?? true) : (schemaAt(response ?? true, owner, reading) ?? true);
  const whole = reading.whole(around);
  const last = cursor.at(-1) ?? "";
  const node = tree(whole.properties)[last] ?? true;
  if (!listed(whole.required).includes(last)) return withValue(value ?? {}, cursor, undefined);
  const isNullable =
    tree(node).nullable === true || listed(reading.whole(node).type).includes("null");
  return withValue(
    value ?? {},
    cursor,
    isNullable || kindOf(reading.whole(node)) !== "string" ? null : "",
  );
}

// Responses.

type Draw = (
  described: Described,
  fields: Tree,
  options?: { readonly variant?: number; readonly seed?: number },
) => Answer;

/** Responses that the description allows, including these fields if possible. */
function answersOf(reading: Reading, schemas: Stage["schemas"]): Draw {
  return ({ good }, fields, { variant = 0, seed } = {}) => {
    const bodied = good.filter(({ contents }) => contents.some(({ type }) => /json|\*/.test(type)));
    // The fields that a report reads must be in a response with a body.
    const some = Object.keys(fields).length > 0 && bodied.length > 0 ? bodied : good;
    const { status = 200, contents = [] } = some[variant % Math.max(1, some.length)] ?? {};
    const found = contents.find(({ type }) => /json/i.test(type)) ?? contents[0];
    if (found === undefined) return { status };
    if (found.media.schema === undefined) return answerOf(status, found.type, { ...fields });
    const schema = found.media.schema;
    const fits = schemas.check(schema, "response", "");
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const random = draw === 0 && seed !== 1 ? undefined : randomBy(seed ?? 0, draw);
      let value: Value = reading.value(schema, "response", random);
      for (const [path, one] of Object.entries(fields))
        value = withValue(value, pathIn(schema, path, reading), one);
      if (fits(value).length === 0) return answerOf(status, found.type, value);
    }
    throw new Unreadable("no valid response was found");
  };
}

function answerOf(status: number, type: string, value: Value): Answer {
  return { status, type: type.includes("*") ? "application/json" : type, value };
}

/** The fields of a dotted path, which may be inside an envelope. */
function pathIn(schema: Value, path: string, reading: Reading): readonly string[] {
  const steps = path.split(".");
  const [first = ""] = steps;
  const fields = tree(reading.whole(schema).properties);
  if (Object.hasOwn(fields, first)) return steps;
  const outer = Object.keys(fields).find((name) =>
    Object.hasOwn(tree(reading.whole(fields[name] ?? true).properties), first),
  );
  return outer === undefined ? steps : [outer, ...steps];
}

function schemaAt(schema: Value, path: string, reading: Reading): Value | undefined {
  return pathIn(schema, path, reading).reduce<Value | undefined>(
    (node, step) => (node === undefined ? undefined : tree(reading.whole(node).properties)[step]),
    schema,
  );
}

/** The value with a replacement at a path. Undefined removes the value. */
function withValue(value: Value, path: readonly string[], one: Value | undefined): Value {
  const [first, ...rest] = path;
  if (first === undefined) return one ?? null;
  const { [first]: inner, ...others } = tree(value);
  if (rest.length === 0 && one === undefined) return others;
  return { ...tree(value), [first]: withValue(inner ?? {}, rest, one) };
}

function valueAt(value: Value | undefined, path: string): Value | undefined {
  const steps = path.split(".");
  const found = steps.reduce<Value | undefined>((node, step) => tree(node)[step], value);
  return (
    found ??
    Object.values(tree(value))
      .filter(isTree)
      .map((one) => valueAt(one, path))[0]
  );
}

// Requests.

/** Describes how a received request differs from its input; null if it does not. */
function unexpected({ parameters, body }: Received, subject: Subject, input: Tree): string | null {
  const { described } = subject;
  for (const { name, in: place } of described.parameters) {
    const [given, found] = [input, parameters].map((all) =>
      Object.hasOwn(all, String(name)) ? all[String(name)] : undefined,
    );
    // A URL writes a single value like a list with one item.
    if (place !== "cookie" && isSame([given ?? null], found)) continue;
    if (given === undefined && found === undefined) continue;
    // OpenAPI does not define how lists of objects are written.
    if (found === undefined && typeof given === "object") continue;
    if (!isSame(given, found))
      return `sends ${String(name)} as ${JSON.stringify(found)}, not ${JSON.stringify(given)}`;
  }
  const sent = bodyOf(subject, input);
  const isEmpty = sent === undefined || (isTree(sent) && Object.keys(sent).length === 0);
  if (isEmpty && (body === undefined || isSame(body, {}))) return null;
  // Bodies other than JSON and forms are not checked.
  if (body === undefined && subject.listed.content === "binary") return null;
  return isSame(sent, body)
    ? null
    : `sends the body ${JSON.stringify(body)?.slice(0, 200)}, not ${JSON.stringify(sent)?.slice(0, 200)}`;
}

/**
 * Equality that ignores the difference between a number or boolean and its text, because forms,
 * URLs and files only have text.
 */
function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return isDeepStrictEqual(textsOf(one), textsOf(other));
}

function textsOf(value: Value | undefined): unknown {
  if (Array.isArray(value)) return value.map(textsOf);
  if (isTree(value))
    return Object.entries(value)
      .map(([name, one]) => [name, textsOf(one)])
      .sort(([one], [another]) => String(one).localeCompare(String(another)));
  return value === undefined ? undefined : String(value);
}
