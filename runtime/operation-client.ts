import { call, tokenEntry } from "./call.js";
import { type Connection, settingsOf } from "./connection.js";
import type { Endpoint } from "./endpoint.js";
import { InvalidArgumentError, InvalidBodyError } from "./errors.js";
import type { Operation } from "./operation.js";
import type { Settings } from "./options.js";
import type { CreateOptions } from "./report.js";
import { exchange } from "./transport.js";

/** What a single call can be told: like the creation of a report. */
export type CallOptions = CreateOptions;

/** What a call is given: where all fields may be left out, so may the whole. */
// biome-ignore lint/complexity/noBannedTypes: asked is whether nothing at all would do.
export type Asked<Input> = {} extends Input ? [input?: Input, options?: CallOptions] : [input: Input, options?: CallOptions];

/** One call and its answer. One of more than 64 MiB is an `ApiError` that says so. */
export type OperationClient<Input, Output> = (...asked: Asked<Input>) => Promise<Output>;

/** One page, or with `each` all items of all pages as they arrive. */
export interface PagedClient<Input, Output, Item> extends OperationClient<Input, Output> {
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
export function operationClient<Call, Input extends object, Output>(
  connection: Connection,
  operation: Operation<Call, Input, Output>,
): OperationClient<Input, Output> {
  return (...asked) => send(settingsOf(connection), operation, asked[0], asked[1]);
}

/** The same for a call that answers page by page. */
export function pagedClient<Call, Input extends { readonly bookmark?: string }, Output extends Page<Item>, Item>(
  connection: Connection,
  operation: Operation<Call, Input, Output & Page<Item>>,
): PagedClient<Input, Output, Item> {
  async function* each(...asked: Asked<Input>): AsyncGenerator<Item> {
    const [input, options] = asked;
    const seen = new Set<string>();
    for (let at = input?.bookmark; ; ) {
      const asked = at === undefined ? input : Object.assign({}, input, { bookmark: at });
      const { items, bookmark } = await send(settingsOf(connection), operation, asked, options);
      yield* items;
      // A bookmark that comes again would lead in circles.
      if (typeof bookmark !== "string" || bookmark === "" || seen.has(bookmark)) return;
      seen.add(bookmark);
      at = bookmark;
    }
  }
  return Object.assign(operationClient(connection, operation), { each });
}

async function send<Call, Input extends object, Output>(
  settings: Settings,
  operation: Operation<Call, Input, Output>,
  input: Input | undefined,
  { signal, validate = settings.validate }: CallOptions = {},
): Promise<Output> {
  signal?.throwIfAborted();
  const { name, method, rateLimit, answers = "object", parse, basic } = operation;
  if (basic === true) throw new InvalidArgumentError(`${name} needs the app's own credentials, and a client has a user's token`);
  // A copy, as it is now: the caller may change it while an attempt waits for the next. Whether it is whole, the validator says.
  const sent = { ...input } as Input;
  check(settings, operation, sent, validate);
  checkPath(operation, sent);
  const account = accountOf(sent);
  const pace = { category: rateLimit, operation: name, account };
  const entry = tokenEntry(settings.tokens, signal);
  const deadline = settings.clock.now() + settings.deadlineMs;
  const options = { name, repeatable: REPEATABLE.includes(method), deadline, signal, pace, entry };
  return call(settings, options, async (number, access, ms) => {
    const step = exchange<object>(settings, { number, signal, access, ms, pace, answers, parse, longest: LONGEST, openQuery: true });
    const { data } = await operation.call(step.api as object as Endpoint<Call>, sent, step.init);
    // An answer that should be empty has no data; what is none of another kind never gets here.
    return data as Output;
  });
}

function accountOf(input: object): string {
  return "ad_account_id" in input ? String(input.ad_account_id) : "";
}

/** What stands in a path must not lead to another: openapi-fetch sends `..` as it is. */
function checkPath<Call, Input extends object, Output>({ name, path }: Operation<Call, Input, Output>, input: Input): void {
  for (const [, part = ""] of path.matchAll(/\{([^}]+)\}/g)) {
    const value: unknown = Object.hasOwn(input, part) ? Reflect.get(input, part) : undefined;
    const fits = typeof value === "number" || (typeof value === "string" && value !== "" && !/^\.{1,2}$/.test(value));
    if (!fits) throw new InvalidArgumentError(`${name} needs ${part}, and it may be neither empty nor only dots; nothing was sent`);
  }
}

function check<Call, Input extends object, Output>(
  settings: Settings,
  operation: Operation<Call, Input, Output>,
  input: Input,
  validate: "error" | "warn" | false,
): void {
  if (validate === false) return;
  const violations = operation.validate(input, { today: new Date(settings.clock.date()).toISOString().slice(0, 10) });
  const errors = violations.filter(({ severity }) => severity === "error");
  if (validate === "error" && errors.length > 0) throw new InvalidBodyError(errors, `the request of ${operation.name}`);
  if (violations.length > 0) settings.emit({ type: "violations", flow: operation.name, adAccountId: accountOf(input), violations });
}
