// What generated calls send and read, before a made-up API that the edited description describes: a
// reading of its own, as all of the judge.

import { posix } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { transformSync } from "esbuild";
import type { Flow, Model, Operation } from "../../../generator/model/model.js";
import type { FetchInit } from "../../../runtime/http/fetch.js";
import * as support from "../../../runtime/support.js";
import * as supportClient from "../../../runtime/support-client.js";
import { keyOf } from "../../support/generated-code.js";
import { isTree, listed, type Tree, tree, type Value } from "./draft.js";
import { accountIn, type Input } from "./judge.js";
import { type Described, Reading, Unreadable } from "./reading.js";

const BASE = "https://api.pinterest.com/v5";
const LINK = "https://files.example.com/report.json";
const clock = {
  now: () => 0,
  date: () => Date.parse("2026-03-08T12:00:00Z"),
  sleep: async () => {},
  random: () => 0,
};

interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly type: string | null;
  readonly body: Value | undefined;
}

/** A `fetch` that notes what comes and responds with what it is told to. */
class MadeUpApi {
  readonly arrived: Arrived[] = [];
  response: Value | undefined;

  readonly fetch = async (
    url: string,
    { method = "GET", body, headers }: FetchInit,
  ): Promise<Response> => {
    const { pathname, searchParams } = new URL(url);
    const type = new Headers(headers).get("content-type");
    this.arrived.push({
      method,
      path: pathname.slice(new URL(BASE).pathname.length),
      query: searchParams,
      type,
      body: bodyOf(body, type),
    });
    const isEmpty = this.response === undefined;
    return new Response(isEmpty ? null : JSON.stringify(this.response), {
      status: isEmpty ? 204 : 200,
      headers: { "content-type": "application/json" },
    });
  };
}

function bodyOf(body: unknown, type: string | null): Value | undefined {
  if (typeof body !== "string" || body === "") return undefined;
  return type?.includes("urlencoded")
    ? Object.fromEntries(new URLSearchParams(body))
    : JSON.parse(body);
}

const played = new Set<string>();

/**
 * What is wrong with what is sent and read, in words. A call of the same code and the same
 * description is played once.
 */
export async function misplayed(
  model: Model,
  output: ReadonlyMap<string, string>,
  document: Tree,
  inputs: readonly Input[],
): Promise<readonly string[]> {
  const reading = new Reading(document);
  const wrong: string[] = [];
  for (const one of [...model.flows, ...model.operations]) {
    const input = inputs.find(({ name }) => name === one.name);
    if (input === undefined) continue;
    const isFlow = "create" in one;
    const calls = (isFlow ? [one.create.id, one.poll.id] : [one.call.id]).map((id) =>
      reading.operation(id),
    );
    const [first, second] = calls;
    if (first === undefined || (isFlow && second === undefined)) continue;
    const path = `${input.folder}/${isFlow ? "flow" : "call"}.ts`;
    const key = JSON.stringify([output.get(path), calls, responsesOf(calls, reading), input.value]);
    if (played.has(key)) continue;
    const problem = isFlow
      ? await playedFlow(one, evaluated(output, path), input, {
          create: first,
          poll: second as Described,
          reading,
        })
      : await playedCall(one, evaluated(output, path), input, first, reading);
    if (problem === null) played.add(key);
    else wrong.push(`${input.id} ${problem}`);
  }
  return wrong;
}

function responsesOf(
  calls: readonly (Described | undefined)[],
  reading: Reading,
): readonly unknown[] {
  return calls.map((one) => (one?.response === undefined ? null : reading.whole(one.response)));
}

interface Report {
  readonly create: Described;
  readonly poll: Described;
  readonly reading: Reading;
}

async function playedFlow(
  flow: Flow,
  module: Tree,
  input: Input,
  { create, poll, reading }: Report,
): Promise<string | null> {
  const api = new MadeUpApi();
  const connection = supportClient.connect({
    accessToken: "token",
    fetch: api.fetch,
    clock,
    rateLimits: false,
  });
  const client = supportClient.flowClient(
    connection,
    Object.values(module)[0] as unknown as supportClient.Flow<object>,
  );
  const account = accountIn(flow, reading) ?? "";
  try {
    api.response = responseWith(create, { token: "made-up-token" }, reading);
    const handle = await client.create("12345", input.value, { validate: false });
    const asked = { ...input.value, [account]: "12345" };
    const sent = unexpected(api.arrived.at(-1), create, asked, flow.content, null);
    if (sent !== null) return sent;
    api.response = responseWith(poll, { report_status: "FINISHED", url: LINK }, reading);
    const look = await client.poll(handle);
    if (look.state !== "done") return `reads ${JSON.stringify(api.response)} as ${look.state}`;
    const filled = {
      ...Object.fromEntries(poll.parameters.map(({ name }) => [String(name), "12345"])),
      token: "made-up-token",
    };
    return unexpected(
      api.arrived.at(-1),
      poll,
      Object.fromEntries(Object.entries(filled).filter(([name]) => isNeeded(name, poll))),
      null,
      null,
    );
  } catch (error) {
    if (error instanceof Unreadable) return null;
    return `fails with ${String(error).slice(0, 300)} on ${JSON.stringify(api.response)?.slice(0, 200)}`;
  }
}

function isNeeded(name: string, { parameters }: Described): boolean {
  return (
    name === "token" ||
    parameters.some((one) => one.name === name && (one.in === "path" || one.required === true))
  );
}

async function playedCall(
  single: Operation,
  module: Tree,
  input: Input,
  described: Described,
  reading: Reading,
): Promise<string | null> {
  const api = new MadeUpApi();
  const shared = { fetch: api.fetch, clock, rateLimits: false } as const;
  const operation = Object.values(module)[0] as unknown as supportClient.Operation<object, unknown>;
  const client =
    single.call.clientCredentials === true
      ? supportClient.appClient({ ...shared, clientId: "1", clientSecret: "secret" }, operation)
      : supportClient.operationClient(
          supportClient.connect({ ...shared, accessToken: "token" }),
          operation,
        );
  try {
    api.response =
      described.response === undefined ? undefined : reading.value(described.response, "response");
    await client(input.value, { validate: false });
    return unexpected(api.arrived.at(-1), described, input.value, single.content, single.bodyField);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    return `fails with ${String(error).slice(0, 300)} on ${JSON.stringify(api.response)?.slice(0, 200)}`;
  }
}

/** A valid response in which these fields stand where the description has them. */
function responseWith({ response }: Described, fields: Tree, reading: Reading): Value {
  const whole = reading.whole(response ?? {});
  const value = reading.value(response ?? {}, "response");
  const properties = tree(whole.properties);
  const names = Object.keys(fields);
  if (names.some((name) => Object.hasOwn(properties, name)) || !isTree(value))
    return { ...tree(value), ...fields };
  const outer = Object.keys(properties).find((name) =>
    names.some((one) => Object.hasOwn(tree(reading.whole(properties[name] ?? {}).properties), one)),
  );
  return outer === undefined
    ? { ...value, ...fields }
    : {
        ...value,
        [outer]: { ...tree(reading.value(properties[outer] ?? {}, "response")), ...fields },
      };
}

/** What arrived otherwise than the description has it; null where all is well. */
function unexpected(
  arrived: Arrived | undefined,
  { method, path, parameters, body }: Described,
  input: Tree,
  content: string | null,
  bodyField: string | null,
): string | null {
  if (arrived === undefined) return "sends nothing";
  const given = (place: string): readonly Tree[] =>
    parameters.filter((one) => one.in === place && Object.hasOwn(input, String(one.name)));
  const filled = given("path").reduce(
    (whole, { name }) =>
      whole.replace(`{${String(name)}}`, () => encodeURIComponent(String(input[String(name)]))),
    path,
  );
  if (arrived.method !== method.toUpperCase() || arrived.path !== filled)
    return `calls ${arrived.method} ${arrived.path}, not ${method.toUpperCase()} ${filled}`;
  for (const one of given("query")) {
    const found = arrived.query.getAll(String(one.name));
    const value = input[String(one.name)] ?? null;
    if (isTree(value) || listed(value).some((item) => typeof item === "object")) continue;
    const items = (Array.isArray(value) ? value : [value]).map(String);
    if (
      !isDeepStrictEqual(found, items) &&
      !isDeepStrictEqual(found, [items.join(",")]) &&
      !isDeepStrictEqual(found, [items.join("|")]) &&
      !isDeepStrictEqual(found, [items.join(" ")]) &&
      !isDeepStrictEqual(found, [JSON.stringify(value)])
    )
      return `sends ${String(one.name)}=${found.join("&")}, not ${items.join()}`;
  }
  const names = parameters.map(({ name }) => String(name));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
  const sent =
    body === null || content === null ? undefined : bodyField === null ? rest : input[bodyField];
  const expected =
    content === "form"
      ? Object.fromEntries(Object.entries(tree(sent)).map(([name, value]) => [name, String(value)]))
      : sent;
  const isEmptyForm = content === "form" && Object.keys(tree(expected)).length === 0;
  const isNothing =
    expected === undefined || isEmptyForm || (body === null && arrived.body === undefined);
  if (isNothing ? arrived.body !== undefined : !isDeepStrictEqual(arrived.body, expected))
    return `sends the body ${JSON.stringify(arrived.body)?.slice(0, 200)}, not ${JSON.stringify(expected)?.slice(0, 200)}`;
  return null;
}

const modules = new Map<string, Tree>();

/**
 * What a generated file exports. A validator of the same text, with imports of the same text, is
 * the same.
 */
function evaluated(output: ReadonlyMap<string, string>, path: string): Tree {
  const text = output.get(path) ?? "";
  const key = keyOf(output, path);
  const known = modules.get(key ?? "");
  if (known !== undefined) return known;
  const { code } = transformSync(text, { loader: "ts", format: "cjs" });
  const module: { exports: Tree } = { exports: {} };
  const required = (name: string): unknown => {
    if (name.startsWith("."))
      return evaluated(output, posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts"));
    if (name === "pinterest-reports/support") return support;
    throw new Error(`generated code imports ${name}`);
  };
  new Function("module", "exports", "require", code)(module, module.exports, required);
  if (key !== null) modules.set(key, module.exports);
  return module.exports;
}
