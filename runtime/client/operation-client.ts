import { basicAuth, checkApp, refusesGrant } from "../auth/token-endpoint.js";
import { collect } from "../collect.js";
import { InvalidArgumentError } from "../errors.js";
import { type Authenticator, bearerAuth, rateLimitKeyOf, sendCall } from "../http/call.js";
import type { CallConfig, CallSettings, SharedOptions } from "../http/config.js";
import { changeConfig, resolveOptions } from "../http/resolve-options.js";
import type { ExpectedResponse, ResponseInfo } from "../http/response.js";
import type { SendOptions as RequestSending } from "../http/send.js";
import type { ItemStream, ToArrayOptions } from "../item-stream.js";
import { checkRequest, ownOptions } from "../options.js";
import { isRecord } from "../validation/checks.js";
import { type Connected, configOf } from "./connection.js";
import {
  type CallArgs,
  type CallOptions,
  identityBody,
  type Operation,
  type OperationClient,
  type PagedOperation,
  type Paging,
  parseWithStringIds,
} from "./operation.js";
import { valueAt } from "./path.js";
import { type ResponsePromise, responsePromise } from "./response-promise.js";

/** Methods of a page for requesting the next page. */
export interface NextPage<Output, Item> {
  /**
   * Returns whether there is a next page to request. Also true if this page is invalid; `nextPage`
   * then reports the problem.
   */
  hasNextPage(): boolean;
  /**
   * Requests the next page, with the same options as this page.
   * @throws `InvalidArgumentError`: this is the last page. `ApiError`: this page contains no list
   * of items, or a bookmark that was already followed. Also any error from the call.
   * @example
   * ```ts
   * let page = await client.adAccounts();
   * while (page.hasNextPage()) page = await page.nextPage();
   * ```
   */
  nextPage(): PagePromise<Output, Item>;
}

/** A page of a list: the response, with methods that request the next page. */
export type Page<Output, Item> = (Output & NextPage<Output, Item>) | Extract<Output, null>;

/**
 * A list result: await it for one page, or iterate over it for all items. Iteration starts with
 * this page, and requests the next page when you have read all items of the current page. It throws
 * any error from the call. It also throws an `ApiError` if a page has no list of items or repeats a
 * bookmark, so a list never ends early without an error.
 * @example
 * ```ts
 * const page = await client.adAccounts({ page_size: 100 });
 * for await (const account of client.adAccounts()) console.log(account.name);
 * ```
 */
export interface PagePromise<Output, Item>
  extends ResponsePromise<Page<Output, Item>>,
    ItemStream<Item> {}

/** Requests a list. Await the result for one page, or iterate over it for all items. */
export interface PagedClient<Input, Output, Item> {
  (...args: CallArgs<Input>): PagePromise<Output, Item>;
  /**
   * Returns the items of all pages. Sends nothing until you read them, and they can be read only
   * once. Reading them throws any error from the call. It also throws an `ApiError` if a page has
   * no list of items or repeats a bookmark, so a list never ends early without an error.
   * @example
   * ```ts
   * for await (const account of client.adAccounts.each()) console.log(account.name);
   * ```
   */
  each(...args: CallArgs<Input>): ItemStream<Item>;
}

// HTTP methods whose requests can be sent again after an unknown outcome.
const IDEMPOTENT: readonly string[] = ["GET", "PUT", "DELETE"];

// Maximum size of a response in bytes. One response can contain daily analytics of many entities.
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;

/**
 * Returns a function that sends one call with the connection's user token. It validates the input,
 * waits for the rate limits, and resolves to the data of the response. GET, PUT and DELETE calls
 * are retried after temporary failures. Other calls are retried only if it is certain that they
 * were not processed.
 *
 * It rejects with a `TypeError` if `connection` is neither a connection nor a client. It rejects
 * with an `InvalidArgumentError` if the operation needs the app's own credentials, or if a path
 * parameter is missing, empty, `.` or `..`. It also rejects with an `InvalidBodyError` and with any
 * other error from the call.
 */
export function operationClient<Input extends object, Output, Client>(
  connection: Connected,
  operation: Operation<Input, Output, Client>,
): Client {
  const client: OperationClient<Input, Output> = (...[input, options]) =>
    responsePromise(async (onResponse) =>
      sendOperation(userContext(connection, operation), operation, { input, onResponse }, options),
    );
  return client as Client;
}

const USUAL: Paging = { items: ["items"], cursor: ["bookmark"], parameter: "bookmark" };

/** Where to start reading a list: its input, or the bookmark of an earlier page. */
interface PageStart<Input> {
  readonly input: Input;
  /** Undefined for the page that the input itself requests. */
  readonly next: Readonly<Record<string, string>> | undefined;
  /** The bookmarks followed to reach this page. */
  readonly seen: ReadonlySet<string>;
}

/**
 * Creates the client for a paginated call. Calling it requests one page immediately; `each`
 * requests the first page when you read its first item. Iteration requests more pages until a page
 * has no bookmark. Iteration and `nextPage` fail with an `ApiError` if a page has no list of items,
 * or if its bookmark is invalid or repeated. Awaiting such a page without requesting more does not
 * fail.
 */
export function pagedClient<
  Input extends object,
  Output,
  Item = Output extends { readonly items?: readonly (infer One)[] | null } ? One : never,
>(
  connection: Connected,
  operation: PagedOperation<Input, Output, Item>,
): PagedClient<Input, Output, Item> {
  const { paging = USUAL } = operation;
  const send = async (request: Sending<Input>, options?: CallOptions): Promise<Output> =>
    sendOperation(userContext(connection, operation), operation, request, options);
  const startOf = (rawInput: Input | undefined): PageStart<Input> => {
    const input = cloneInput(rawInput);
    const first = valueAt(input, [paging.parameter]);
    return { input, next: undefined, seen: new Set(isCursor(first) ? [String(first)] : []) };
  };
  /** Yields the items of the first page, which `firstPage` returns, and of all pages after it. */
  async function* items(
    { input, seen: before }: PageStart<Input>,
    firstPage: (problemIn: ProblemIn) => Promise<unknown>,
    options?: CallOptions,
  ): AsyncGenerator<Item> {
    const seen = new Set(before);
    const problemIn: ProblemIn = (page) => problemOfPage(page, { paging, seen });
    for (let page = await firstPage(problemIn); ; ) {
      yield* (valueAt(page, paging.items) ?? []) as readonly Item[];
      const cursor = valueAt(page, paging.cursor);
      if (!isCursor(cursor)) return;
      const text = String(cursor);
      seen.add(text);
      page = await send({ input, problemIn, next: { [paging.parameter]: text } }, options);
    }
  }
  /**
   * Requests one page. If the page is invalid, the error is not thrown until the next page is
   * requested.
   */
  const onePage = (
    begin: () => PageStart<Input>,
    options?: CallOptions,
  ): PagePromise<Output, Item> => {
    let start: PageStart<Input>;
    let failure: Error | null = null;
    const page = responsePromise<Page<Output, Item>>(async (onResponse) => {
      start = begin();
      const { input, next, seen } = start;
      let invalidResponse: ((problem: string) => Error) | undefined;
      const received: Sending<Input>["onResponse"] = (response, errorFor) => {
        invalidResponse = errorFor;
        onResponse(response);
      };
      const data = await send({ input, next, onResponse: received }, options);
      const problem = problemOfPage(data, { paging, seen });
      failure = problem === null ? null : (invalidResponse?.(problem) ?? null);
      const cursor = valueAt(data, paging.cursor);
      return withMethods(data, {
        hasNextPage: () => failure !== null || isCursor(cursor),
        nextPage: () => onePage(() => pageAfter(start, cursor, failure), options),
      });
    });
    const firstPage = async (): Promise<unknown> => {
      const data = await page;
      if (failure !== null) throw failure;
      return data;
    };
    async function* fromPage(): AsyncGenerator<Item> {
      // Waiting for the page sets `start`, or throws.
      await page;
      yield* items(start, firstPage, options);
    }
    const stream = (): ItemStream<Item> => {
      // The code that reads the items handles the page's error.
      page.catch(() => {});
      return itemStream(fromPage());
    };
    return Object.assign(page, {
      [Symbol.asyncIterator]: () => stream()[Symbol.asyncIterator](),
      toArray: (limits?: ToArrayOptions) => stream().toArray(limits),
    });
  };
  /**
   * Returns how to request the next page. Throws if the current page is invalid or the last one.
   */
  const pageAfter = (
    { input, seen }: PageStart<Input>,
    cursor: unknown,
    failure: Error | null,
  ): PageStart<Input> => {
    if (failure !== null) throw failure;
    if (!isCursor(cursor))
      throw new InvalidArgumentError(
        "this is the last page: call nextPage() only if hasNextPage() is true; nothing was sent",
      );
    const text = String(cursor);
    return { input, next: { [paging.parameter]: text }, seen: new Set([...seen, text]) };
  };
  const client = (...[input, options]: CallArgs<Input>): PagePromise<Output, Item> =>
    onePage(() => startOf(input), options);
  const each = (...[input, options]: CallArgs<Input>): ItemStream<Item> => {
    const start = startOf(input);
    return itemStream(
      items(start, (problemIn) => send({ input: start.input, problemIn }, options), options),
    );
  };
  return Object.assign(client, { each });
}

/**
 * Adds methods to a response. They are not enumerable, so that the response is printed, compared
 * and stored as received. A response field with the same name takes precedence.
 */
function withMethods<Output, Item>(
  data: Output,
  methods: NextPage<Output, Item>,
): Page<Output, Item> {
  if (isRecord(data))
    for (const [name, value] of Object.entries(methods))
      if (!Object.hasOwn(data, name)) Object.defineProperty(data, name, { value });
  return data as Page<Output, Item>;
}

/** Adds `toArray` to the items, which can still be read only once. */
function itemStream<Item>(items: AsyncGenerator<Item>): ItemStream<Item> {
  return Object.assign(items, { toArray: (limits?: ToArrayOptions) => collect(items, limits) });
}

/** Describes what is wrong with a response; null if it is valid. */
type ProblemIn = (response: unknown) => string | null;

/** Whether a value refers to another page: a non-empty string, or a safe integer. */
function isCursor(value: unknown): value is string | number {
  return (typeof value === "string" && value !== "") || Number.isSafeInteger(value);
}

/**
 * What is wrong with a page or its bookmark, such as `without a list of items`; null if both are
 * valid. `seen` contains the bookmarks that were already followed, so that a list that repeats its
 * pages is detected.
 */
function problemOfPage(
  page: unknown,
  { paging, seen }: { readonly paging: Paging; readonly seen: ReadonlySet<string> },
): string | null {
  const items = valueAt(page, paging.items) ?? null;
  if (!Array.isArray(items) && !(items === null && paging.optionalItems === true))
    return "without a list of items";
  const cursor = valueAt(page, paging.cursor) ?? "";
  if (cursor === "") return null;
  if (!isCursor(cursor)) return "with a bookmark that is neither a string nor an integer";
  return seen.has(String(cursor)) ? "with a bookmark that was already followed" : null;
}

/**
 * A copy of the input; empty for undefined. The copy is needed because the caller can change the
 * input while an attempt waits, or between pages. If a member cannot be cloned, the copy is
 * shallow, and the validator reports the member. Throws an `InvalidArgumentError` if reading a
 * property throws.
 */
function cloneInput<Input extends object>(input: Input | undefined): Input {
  try {
    return structuredClone({ ...input } as Input);
  } catch {
    // A member cannot be cloned; the validator reports it.
  }
  try {
    return { ...input } as Input;
  } catch {
    throw new InvalidArgumentError(
      "the request cannot be read: one of its properties throws; nothing was sent",
    );
  }
}

/** How a call reaches the API and is authenticated. */
export interface CallContext {
  readonly transport: CallConfig;
  /** Which parts of a call an error may show. */
  readonly visibility: Pick<ExpectedResponse, "refusesAccess" | "showable"> &
    Pick<RequestSending, "openQuery">;
  authenticator(signal: AbortSignal | undefined): Authenticator;
}

/**
 * The context of a call with the connection's user token. Throws an `InvalidArgumentError` for an
 * operation that needs the app's own credentials, and a `TypeError` for an invalid connection.
 */
function userContext(
  connection: Connected,
  { name, clientCredentials }: { readonly name: string; readonly clientCredentials?: true },
): CallContext {
  if (clientCredentials === true)
    throw new InvalidArgumentError(
      `${name} needs the app's own credentials, but a client has a user's token: call it with appClient({ clientId, clientSecret }, …)`,
    );
  const config = configOf(connection);
  return {
    transport: config,
    visibility: { openQuery: true },
    authenticator: (signal) => bearerAuth(config.tokens, signal),
  };
}

/** The arguments of one call, in addition to the user's options. */
interface Sending<Input> {
  readonly input: Input | undefined;
  /**
   * The next page's bookmark, under its parameter name. Not validated, because it comes from the
   * API.
   */
  readonly next?: Readonly<Record<string, string>> | undefined;
  /** Checks the response. A problem becomes an `ApiError`. */
  readonly problemIn?: ProblemIn;
  /**
   * Called with the response whose data the call resolves to. `errorFor` creates the error for a
   * problem that is found in the response later.
   */
  readonly onResponse?: (response: ResponseInfo, errorFor: (problem: string) => Error) => void;
}

/**
 * Validates and sends one call; resolves to the data of its response. GET, PUT and DELETE are
 * retried after outages, others only if it is certain that they were not processed. Throws an
 * `InvalidBodyError` or `InvalidArgumentError` before anything is sent. Afterwards, throws an
 * `ApiError` (even for a 2xx response, if `problemIn` finds a problem), an `AuthError`,
 * `RateLimitError` or `ConnectionError`, or `signal.reason`.
 */
async function sendOperation<Input extends object, Output>(
  context: CallContext,
  operation: Operation<Input, Output, unknown>,
  request: Sending<Input>,
  options: CallOptions = {},
): Promise<Output> {
  const { signal, ...settings } = ownOptions(options);
  const { input, next, problemIn = () => null, onResponse } = ownOptions(request);
  const { visibility } = context;
  signal?.throwIfAborted();
  const config = changeConfig(context.transport, settings);
  const { validate } = config;
  const { name, method, responseKind = "object", parse } = operation;
  const sent = cloneInput(input);
  const account = accountOf(sent);
  checkRequest(config, operation, sent, {
    account,
    validate,
    what: `the request of ${operation.name}`,
  });
  checkPath(operation, sent);
  const rateLimitKey = rateLimitKeyOf(operation, { operation: name, account });
  const authenticator = context.authenticator(signal);
  const deadline = config.clock.now() + config.deadlineMs;
  const expected = { responseKind, parse, maxBytes: MAX_RESPONSE_BYTES, ...visibility };
  return sendCall(config, {
    operation,
    input: { ...sent, ...next },
    options: {
      work: { name, account },
      idempotent: IDEMPOTENT.includes(method),
      deadline,
      signal,
      rateLimitKey,
      authenticator,
    },
    expected,
    read({ data, info, invalid }) {
      const problem = problemIn(data);
      if (problem !== null) throw invalid(problem);
      onResponse?.(info, invalid);
      return data;
    },
  });
}

/** The ad account in the input, for rate limits and events. An empty string if there is none. */
function accountOf(input: object): string {
  const id = "ad_account_id" in input ? input.ad_account_id : "";
  // Anything else is reported by the validator, and converting it to a string may throw.
  return typeof id === "string" || typeof id === "number" ? String(id) : "";
}

/**
 * Throws an `InvalidArgumentError` if a path parameter is missing, empty, `.` or `..`.
 * openapi-fetch sends `..` unchanged, which would change the path.
 */
function checkPath<Input extends object, Output>(
  { name, path }: Operation<Input, Output, unknown>,
  input: Input,
): void {
  for (const [, part = ""] of path.matchAll(/\{([^}]+)\}/g)) {
    const value: unknown = Object.hasOwn(input, part) ? Reflect.get(input, part) : undefined;
    const isText = (one: unknown): boolean =>
      ["number", "boolean"].includes(typeof one) || (typeof one === "string" && one !== "");
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const isDots = items.length === 1 && /^\.{1,2}$/.test(String(items[0]));
    if (items.length === 0 || !items.every(isText) || isDots)
      throw new InvalidArgumentError(
        `${name} needs ${part}, which must not be empty, "." or ".."; nothing was sent`,
      );
  }
}

/** Method of a request. */
export type RequestMethod = "GET" | "PUT" | "POST" | "DELETE" | "PATCH";

/** Content and settings of a request. */
export interface RequestOptions extends Omit<CallOptions, "validate"> {
  /**
   * Parameters, keyed by name. A list becomes a repeated parameter, and an object is written as
   * `name[key]=value`; undefined and null are left out.
   */
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as JSON, or as a multipart form if it is a `FormData`. Default: no body. */
  readonly body?: unknown;
}

/** Methods of every client, in addition to its reports and calls. */
export interface ClientMethods<Client> {
  /**
   * Sends a request that this package has no method for. It uses the client's token, rate limits,
   * retries and errors. POST and PATCH requests are retried only if it is certain that they were
   * not processed. `path` begins with `/` and is relative to the base URL. Resolves to the parsed
   * JSON, with ids as strings, or to null for an empty body. The type `Data` is not checked.
   * @throws `InvalidArgumentError`: an invalid method, path or body; nothing was sent. `TypeError`,
   * `RangeError`: a setting is invalid.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response
   * arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   * @example
   * ```ts
   * const path = `/ad_accounts/${account}/audiences`;
   * const { items } = await client.request<{ items: unknown[] }>("GET", path);
   * ```
   */
  request<Data = unknown>(
    method: RequestMethod,
    path: string,
    options?: RequestOptions,
  ): ResponsePromise<Data>;
  /**
   * Returns a client with other settings, such as `{ maxRetries: 0 }`. It shares the token, rate
   * limits and retry budget of this client.
   * @throws `TypeError`, `RangeError`: a setting is invalid.
   * @example
   * ```ts
   * const impatient = client.withOptions({ deadlineMs: 10_000, maxRetries: 0 });
   * ```
   */
  withOptions(options: CallSettings): Client;
}

/** Sends a request that this package has no method for. */
export type ApiRequest = <Data = unknown>(
  method: RequestMethod,
  path: string,
  options?: RequestOptions,
) => ResponsePromise<Data>;

const METHODS: readonly string[] = [
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "PATCH",
] satisfies readonly RequestMethod[];

/**
 * Returns a function that sends a request to any path under the base URL. It uses the connection's
 * user token, rate limits, retries and errors. POST and PATCH requests are retried only if it is
 * certain that they were not processed. Neither the request nor the type of the data is validated.
 * It resolves to the parsed JSON, or to null for an empty body. Ids (`*_ID`) and integers too large
 * for a number are strings.
 *
 * It rejects with the same errors as any call, and with a `TypeError` for an invalid `connection`.
 * Before anything is sent, it rejects with an `InvalidArgumentError`:
 * - if the method is unknown
 * - if a GET request has a body, or the body is neither a `FormData` nor plain JSON data
 * - if the path does not begin with `/`, or leaves the base URL
 * - if the path contains a query, a fragment, a placeholder, white space or a backslash
 */
export function apiRequest(connection: Connected): ApiRequest {
  return <Data>(method: RequestMethod, path: string, options: RequestOptions = {}) =>
    responsePromise(async (onResponse) => {
      const { query, body, ...settings } = ownOptions(options);
      const operation = operationOf<Data>(method, path, body);
      const input = { ad_account_id: accountIn(path), query };
      const context = userContext(connection, operation);
      return sendOperation(context, operation, { input, onResponse }, settings);
    });
}

interface RequestInput {
  /** Used for rate limits and events. */
  readonly ad_account_id: string | undefined;
  readonly query: object | undefined;
}

/**
 * Turns the request into a call, without checking it against any rules. Throws an
 * `InvalidArgumentError` for an invalid method, path or body.
 */
function operationOf<Data>(
  method: RequestMethod,
  path: string,
  rawBody: unknown,
): Operation<RequestInput, Data> {
  if (!METHODS.includes(method))
    throw new InvalidArgumentError(
      `the method must be one of ${METHODS.join(", ")}; nothing was sent`,
    );
  if (typeof path !== "string" || !/^\/[^\s\\?#{}]*$/.test(path))
    throw new InvalidArgumentError(
      "the path must begin with / and must not contain spaces, placeholders such as {id} or a query (use the `query` option); nothing was sent",
    );
  const body = serialized(method, rawBody);
  // Ids are removed, because requests are counted by name and spans are grouped by template.
  const template = path.replace(/[^/]*\d[^/]*/g, "*");
  return {
    name: `${method} ${template}`,
    method,
    path,
    rateLimit: null,
    responseKind: "json",
    // An empty body becomes null.
    parse: (text) => (text.trim() === "" ? null : parseWithStringIds(text)),
    call: (api, { query }, init) =>
      api[method](path, {
        ...init,
        template,
        ...(query && { params: { query } }),
        ...(body !== undefined && { body, bodySerializer: identityBody }),
      }),
    validate: () => [],
  };
}

/** The ad account in the path; undefined if there is none. */
function accountIn(path: string): string | undefined {
  return /^\/ad_accounts\/(\d+)/.exec(path)?.[1];
}

/**
 * The body as it is sent; undefined if there is none. Throws an `InvalidArgumentError` if the
 * method allows no body, or the body cannot be written as JSON.
 */
function serialized(method: RequestMethod, body: unknown): string | FormData | undefined {
  if (method === "GET" && body !== undefined)
    throw new InvalidArgumentError("a GET request cannot have a body; nothing was sent");
  if (body instanceof FormData) return body;
  try {
    // `JSON.stringify` would write a Blob or URLSearchParams as an empty object, and bytes as an
    // object of numbers.
    const kind = Object.prototype.toString.call(body).slice("[object ".length, -1);
    if (
      JSON_KINDS.includes(kind) ||
      typeof (body as { readonly toJSON?: unknown }).toJSON === "function"
    )
      return JSON.stringify(body);
  } catch {
    // The body is circular, or contains a bigint.
  }
  throw new InvalidArgumentError(
    "the body must be a FormData, or plain data that can be written as JSON; nothing was sent",
  );
}

const JSON_KINDS: readonly string[] = [
  "Object",
  "Array",
  "String",
  "Number",
  "Boolean",
  "Null",
  "Undefined",
];

/** An app's own credentials, and the options that all clients share. */
export interface AppOptions extends SharedOptions {
  /** The app's id, from the developer portal. */
  readonly clientId: string;
  /** The app's secret. */
  readonly clientSecret: string;
}

// Fields of an OAuth form that are secrets.
const SECRET = ["token", "refresh_token", "code"];

/**
 * Returns a function that sends a call with the app's own credentials. Such calls, for example
 * token revocation, need no user token. Throws a `TypeError` or `RangeError` for an invalid option.
 * A call rejects with an `InvalidArgumentError` if the operation needs a user's token or the
 * request is invalid, and with an `InvalidBodyError` if validation finds errors. If the call fails,
 * it rejects with an `ApiError`, `AuthError`, `RateLimitError`, `ConnectionError` or
 * `signal.reason`.
 */
export function appClient<Input extends object, Output, Client>(
  rawOptions: AppOptions,
  operation: Operation<Input, Output, Client>,
): Client {
  const options = ownOptions(rawOptions);
  const app = checkApp(options);
  const config = resolveOptions(options);
  const { name, clientCredentials } = operation;
  const visibility = { refusesAccess: refusesGrant, showable: [] };
  const client: OperationClient<Input, Output> = (...[input, callOptions]) =>
    responsePromise(async (onResponse) => {
      if (clientCredentials !== true)
        throw new InvalidArgumentError(
          `${name} needs a user's token: call it with operationClient(connection, …)`,
        );
      const authenticator = () =>
        basicAuth(
          app,
          SECRET.map((field) => (input === undefined ? undefined : Reflect.get(input, field))),
        );
      const context = { transport: config, visibility, authenticator };
      return sendOperation(context, operation, { input, onResponse }, callOptions);
    });
  return client as Client;
}
