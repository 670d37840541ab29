import { basicAuth, checkApp } from "../auth/token-endpoint.js";
import { InvalidArgumentError, InvalidBodyError } from "../errors.js";
import { type Authenticator, bearerAuth, call } from "../http/call.js";
import { resolveOptions, type SharedOptions, type TransportConfig } from "../http/config.js";
import { type AttemptOptions, createAttempt } from "../http/transport.js";
import { ownOptions } from "../options.js";
import { type Connection, settingsOf } from "./connection.js";
import type { Asked, CallOptions, Operation, OperationClient } from "./operation.js";

/** One page, or with `each` all items of all pages as they arrive. */
export interface PagedClient<Input, Output, Item> extends OperationClient<Input, Output> {
  /** A page that is none, and a bookmark that came before, are an `ApiError`: the items never end early without a word. */
  each(...asked: Asked<Input>): AsyncIterable<Item>;
}

/** What a call that answers page by page gives. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly bookmark?: string | null;
}

// Doing these twice comes to the same as doing them once.
const REPEATABLE: readonly string[] = ["GET", "PUT", "DELETE"];

// Analytics of many entities by day are one answer.
const LONGEST = 64 * 1024 * 1024;

/** The client of a single call: validated, kept below rate limits, let in and tried again as reports are. */
export function operationClient<Input extends object, Output, Client>(
  connection: Connection,
  operation: Operation<Input, Output, Client>,
): Client {
  const client: OperationClient<Input, Output> = async (...asked) =>
    send(userContext(connection, operation), operation, asked[0], asked[1]);
  return client as Client;
}

/** The same for a call that answers page by page. */
export function pagedClient<Input extends { readonly bookmark?: string | null }, Output extends Page<Item>, Item>(
  connection: Connection,
  operation: Operation<Input, Output & Page<Item>>,
): PagedClient<Input, Output, Item> {
  async function* pages(input: Input, options?: CallOptions): AsyncGenerator<Item> {
    const seen = new Set<unknown>();
    const problemIn = (page: unknown): string | null => problemOfPage(page, seen);
    for (let asked = input; ; ) {
      seen.add(asked.bookmark);
      const { items, bookmark } = await send(userContext(connection, operation), operation, asked, { ...options, problemIn });
      yield* items;
      if (bookmark === undefined || bookmark === null || bookmark === "") return;
      asked = { ...asked, bookmark };
    }
  }
  const each = (...[input, options]: Asked<Input>): AsyncIterable<Item> => pages(cloneInput(input), options);
  return Object.assign(operationClient(connection, operation), { each });
}

/** Why a page cannot be read, or not be followed: a list must not end early without a word. */
function problemOfPage(page: unknown, seen: ReadonlySet<unknown>): string | null {
  const { items, bookmark = null } = page as { readonly items?: unknown; readonly bookmark?: unknown };
  if (!Array.isArray(items)) return "without a list of items";
  if (bookmark === null) return null;
  if (typeof bookmark !== "string") return "with a bookmark that is no text";
  return seen.has(bookmark) ? "with a bookmark that led here already" : null;
}

/** An input as it is now: the caller may change it while an attempt waits for the next, or between pages. Whether it is whole, the validator says. */
function cloneInput<Input extends object>(input: Input | undefined): Input {
  try {
    return structuredClone({ ...input } as Input);
  } catch {
    // Something in it is no data: the validator has the words for that.
  }
  try {
    return { ...input } as Input;
  } catch {
    throw new InvalidArgumentError("what is asked for cannot be read: one of its members throws; nothing was sent");
  }
}

/** How a call reaches the API and is let in. */
export interface CallContext {
  readonly transport: TransportConfig;
  /** What an error may show of it. */
  readonly showSpan: Pick<AttemptOptions, "givesTokens" | "showable" | "openQuery">;
  entry(signal: AbortSignal | undefined): Authenticator;
}

function userContext(connection: Connection, { name, basic }: { readonly name: string; readonly basic?: true }): CallContext {
  if (basic === true)
    throw new InvalidArgumentError(
      `${name} needs the app's own credentials, and a client has a user's token: call it by appClient({ clientId, clientSecret }, …)`,
    );
  const wire = settingsOf(connection);
  return { transport: wire, showSpan: { openQuery: true }, entry: (signal) => bearerAuth(wire.tokens, signal) };
}

interface SendOptions extends CallOptions {
  /** What is wrong with an answer, if anything is. */
  readonly problemIn?: (answer: unknown) => string | null;
}

/** Validates and sends. */
export async function send<Input extends object, Output>(
  way: CallContext,
  operation: Operation<Input, Output, unknown>,
  input: Input | undefined,
  { signal, validate = way.transport.validate, problemIn = () => null }: SendOptions = {},
): Promise<Output> {
  const { transport: wire, showSpan: shown } = way;
  signal?.throwIfAborted();
  const { name, method, rateLimit, answers = "object", parse } = operation;
  const sent = cloneInput(input);
  check(wire, operation, sent, validate);
  checkPath(operation, sent);
  const account = accountOf(sent);
  const pace = { category: rateLimit, operation: name, account };
  const entry = way.entry(signal);
  const deadline = wire.clock.now() + wire.deadlineMs;
  const options = { work: { name, account }, idempotent: REPEATABLE.includes(method), deadline, signal, pace, entry };
  return call(wire, options, async (number, access, ms) => {
    const step = createAttempt(wire, { number, signal, access, ms, pace, answers, parse, longest: LONGEST, ...shown });
    const { data } = await operation.call(step.api, sent, step.init);
    const problem = problemIn(data);
    if (problem !== null) throw step.invalidResponse(problem);
    // An answer that should be empty has no data; what is none of another kind never gets here.
    return data as Output;
  });
}

function accountOf(input: object): string {
  return "ad_account_id" in input ? String(input.ad_account_id) : "";
}

/** What stands in a path must not lead to another: openapi-fetch sends `..` as it is. */
function checkPath<Input extends object, Output>({ name, path }: Operation<Input, Output, unknown>, input: Input): void {
  for (const [, part = ""] of path.matchAll(/\{([^}]+)\}/g)) {
    const value: unknown = Object.hasOwn(input, part) ? Reflect.get(input, part) : undefined;
    const fits = typeof value === "number" || (typeof value === "string" && value !== "" && !/^\.{1,2}$/.test(value));
    if (!fits) throw new InvalidArgumentError(`${name} needs ${part}, and it may be neither empty nor only dots; nothing was sent`);
  }
}

function check<Input extends object, Output>(
  wire: TransportConfig,
  operation: Operation<Input, Output, unknown>,
  input: Input,
  validate: "error" | "warn" | false,
): void {
  if (validate === false) return;
  const violations = operation.validate(input, { today: new Date(wire.clock.date()).toISOString().slice(0, 10) });
  const errors = violations.filter(({ severity }) => severity === "error");
  if (validate === "error" && errors.length > 0) throw new InvalidBodyError(errors, `the request of ${operation.name}`);
  if (violations.length > 0) wire.emit({ type: "violations", flow: operation.name, adAccountId: accountOf(input), violations });
}

/** An app's own credentials, and how its calls reach the API. */
export interface AppOptions extends SharedOptions {
  /** The app's id, as the developer portal shows it. */
  readonly clientId: string;
  /** The app's secret. */
  readonly clientSecret: string;
}

// What stands in a form of OAuth and lets somebody in.
const SECRET = ["token", "refresh_token", "code"];

/** The client of a call that takes the app's own credentials and no user's token, such as the one that revokes a token. */
export function appClient<Input extends object, Output, Client>(given: AppOptions, operation: Operation<Input, Output, Client>): Client {
  const options = ownOptions(given);
  const app = checkApp(options);
  const wire = resolveOptions(options);
  const { name, basic } = operation;
  const shown = { givesTokens: true, showable: [] };
  const client: OperationClient<Input, Output> = async (...[input, asked]) => {
    if (basic !== true) throw new InvalidArgumentError(`${name} needs a user's token: call it by operationClient(connection, …)`);
    const entry = () =>
      basicAuth(
        app,
        SECRET.map((field) => (input === undefined ? undefined : Reflect.get(input, field))),
      );
    return send({ transport: wire, showSpan: shown, entry }, operation, input, asked);
  };
  return client as Client;
}
