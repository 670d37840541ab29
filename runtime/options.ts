import type { Clock } from "./clock.js";
import { InvalidArgumentError } from "./errors.js";
import type { Tracer } from "./telemetry.js";

const CLOCK = ["now", "date", "random", "sleep"] as const;

/**
 * Returns a shallow copy of the own enumerable properties of `options`, without a prototype, so that properties added to `Object.prototype`
 * are not read. Throws a `TypeError` if `options` is null or not an object.
 */
export function ownOptions<Options extends object>(options: Options): Options {
  if (typeof options !== "object" || options === null) throw new TypeError("the options must be an object, such as { accessToken }");
  return Object.assign(Object.create(null), options);
}

/** Options that the client calls. */
interface Callable {
  readonly fetch?: unknown;
  readonly onEvent?: unknown;
  readonly clock?: Clock;
  readonly tracer?: Tracer;
}

/**
 * Checks the options that the client calls; missing (undefined) ones are valid. Throws a `TypeError` if `fetch` or `onEvent` is not a
 * function, `clock` lacks one of its four methods, or `tracer` has no `startActiveSpan`; otherwise the error would appear at the first
 * call.
 */
export function checkKinds({ fetch, onEvent, clock, tracer }: Callable): void {
  checkFunction("fetch", fetch);
  checkFunction("onEvent", onEvent);
  if (clock !== undefined)
    for (const name of CLOCK) if (typeof clock?.[name] !== "function") throw new TypeError(`clock must have ${name}()`);
  if (tracer !== undefined && typeof tracer?.startActiveSpan !== "function") throw new TypeError("tracer must have startActiveSpan()");
}

/** Throws a `TypeError` if `value` is neither undefined nor a function; `name` is the option's name in the message. */
export function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== "function") throw new TypeError(`${name} must be a function`);
}

/**
 * Returns a deep copy of `body` by `JSON.stringify` and `JSON.parse`, because the caller may change the body while an attempt waits.
 * Returns undefined for a value that JSON omits, such as undefined or a function. Throws an `InvalidArgumentError` if the body cannot be
 * written as JSON.
 */
export function cloneBody<Body>(body: Body): Body {
  try {
    const text: string | undefined = JSON.stringify(body);
    return text === undefined ? (undefined as Body) : JSON.parse(text);
  } catch {
    throw new InvalidArgumentError("the report body cannot be written as JSON; nothing was sent");
  }
}

/** Version of this package, for the user agent. A constant, because a browser cannot read `package.json`. */
export const VERSION = "0.1.0";
