import type { Clock } from "./clock.js";
import { InvalidArgumentError, InvalidBodyError } from "./errors.js";
import { quoteWord } from "./redact.js";
import type { ClientEvent } from "./types.js";
import { isoDay, utcToday } from "./validation/dates.js";
import type { ValidateOptions, Violation } from "./validation/violation.js";
import { didYouMean } from "./validation/wording.js";

export { didYouMean };

const CLOCK = ["now", "date", "random", "sleep"] as const;

/**
 * Returns a shallow copy of `options` without a prototype. It contains only own enumerable
 * properties, so that properties added to `Object.prototype` are not read. Throws a `TypeError` if
 * `options` is null or not an object.
 */
export function ownOptions<Options extends object>(options: Options): Options {
  if (typeof options !== "object" || options === null)
    throw new TypeError("the options must be an object, such as { accessToken }");
  return Object.assign(Object.create(null), options);
}

// The options of all calls combined: the same object may be passed to several calls, and each reads
// only its own options.
const REPORT_OPTIONS =
  "timeoutMs maxRetries headers fetchOptions userAgent onEvent signal validate deadlineMs recreate zeroFill exact columnNames maxBytes exactSize " +
  "concurrency ordered journal recreateUnknown runDeadlineMs onProgress";

/**
 * Throws a `TypeError` for an option that no report call or file-reading method has. Checks only
 * own enumerable properties of `options`.
 */
export function checkReportOptions(options: object): void {
  checkNames(options, REPORT_OPTIONS.split(" "));
}

/**
 * Like `ownOptions`, for report calls and file-reading methods. Also throws the same error as
 * `checkReportOptions`.
 */
export function ownReportOptions<Options extends object>(options: Options): Options {
  const copy = ownOptions(options);
  checkReportOptions(copy);
  return copy;
}

/** Options that are functions or have methods. */
interface Callable {
  readonly fetch?: unknown;
  readonly onEvent?: unknown;
  readonly clock?: Clock | undefined;
}

/**
 * Checks the options that are functions or have methods. Undefined options are valid. Throws a
 * `TypeError` if `fetch` or `onEvent` is not a function, or if `clock` lacks one of its four
 * methods.
 */
export function checkKinds({ fetch, onEvent, clock }: Callable): void {
  checkFunction("fetch", fetch);
  checkFunction("onEvent", onEvent);
  if (clock !== undefined)
    for (const name of CLOCK)
      if (typeof clock?.[name] !== "function") throw new TypeError(`clock must have ${name}()`);
}

/**
 * Throws a `TypeError` for the first own property of `options` that is not in `names`. Properties
 * whose value is undefined are checked too. The message suggests the nearest name, or lists all
 * names. A misspelled option must not be ignored: it could affect whose reports are created, where
 * tokens are sent or how long a call takes.
 */
export function checkNames(options: object, names: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new TypeError(
    `${quoteWord(unknown)} is not an option here${didYouMean(unknown, names) || `; the options are ${names.join(", ")}`}`,
  );
}

/**
 * Throws a `TypeError` if `value` is neither undefined nor a function. `name` is the option's name,
 * for the message.
 */
export function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== "function")
    throw new TypeError(`${name} must be a function`);
}

/**
 * Returns `secret` unchanged. Throws a `TypeError` if it is missing (undefined or null), empty, or
 * not a string. Also throws if it contains characters other than visible ASCII, which are not
 * allowed in a header. The message contains the option's `name`, but never the value. If the value
 * is missing or empty, the message also contains the `hint`, which says how to obtain a value.
 */
export function checkVisible(name: string, secret: unknown, hint?: string): string {
  if (typeof secret === "string" && /^[\x21-\x7e]+$/.test(secret)) return secret;
  if (secret === undefined || secret === null || secret === "")
    throw new TypeError(
      `${name} is ${secret === "" ? "empty" : "missing"}${hint === undefined ? "" : `: ${hint}`}`,
    );
  // The value is not shown, because it may be a real token with a stray line break.
  throw new TypeError(
    `${name} must be a string without spaces, line breaks or other characters that a header cannot contain`,
  );
}

/**
 * Returns a deep copy of `body`, made with `JSON.stringify` and `JSON.parse`. A copy is needed
 * because the caller may change the body while an attempt is waiting. Returns undefined for a value
 * that JSON omits, such as undefined or a function. Throws an `InvalidArgumentError` if the body
 * cannot be written as JSON.
 */
export function cloneBody<Body>(body: Body): Body {
  try {
    const text: string | undefined = JSON.stringify(body);
    return text === undefined ? (undefined as Body) : JSON.parse(text);
  } catch {
    throw new InvalidArgumentError("the report body cannot be written as JSON; nothing was sent");
  }
}

/**
 * Version of this package, for the user agent. A constant, because a browser cannot read
 * `package.json`.
 */
export const VERSION = "0.1.0";

/** The clock that determines today's date, and the function that receives violations. */
interface Checking {
  readonly clock: Clock;
  readonly emit: (event: ClientEvent) => void;
}

/** Validates a request. Events about the request's violations contain `name`. */
export interface RequestValidator {
  /** Name of the flow or of the operation. */
  readonly name: string;
  validate(input: unknown, options?: ValidateOptions): readonly Violation[];
}

/**
 * Validates a request, with today's date taken from the client's clock. With `validate: "error"`,
 * throws an `InvalidBodyError` with the errors, if any; `what` is the subject of the error message.
 * Otherwise emits a `violations` event if there are violations, including warnings. With `validate:
 * false`, does nothing.
 */
export function checkRequest(
  { clock, emit }: Checking,
  validator: RequestValidator,
  input: unknown,
  {
    account,
    validate,
    what,
  }: {
    readonly account: string;
    readonly validate: "error" | "warn" | false;
    readonly what?: string;
  },
): void {
  if (validate === false) return;
  const violations = violationsIn({ clock }, validator, input);
  const errors = violations.filter(({ severity }) => severity === "error");
  if (validate === "error" && errors.length > 0) throw new InvalidBodyError(errors, what);
  if (violations.length > 0)
    emit({ type: "violations", flow: validator.name, adAccountId: account, violations });
}

/**
 * The violations of a request, including warnings. The client's clock determines today's date, so
 * that tests can check rules about the age of data.
 */
export function violationsIn(
  { clock }: Pick<Checking, "clock">,
  validator: RequestValidator,
  input: unknown,
): readonly Violation[] {
  return validator.validate(input, { today: isoDay(utcToday(clock.date())) });
}
