import type { Clock } from "./clock.js";
import { InvalidArgumentError } from "./errors.js";
import type { Tracer } from "./telemetry.js";

const CLOCK = ["now", "date", "random", "sleep"] as const;

/** A copy of the caller's own options, without properties added to `Object.prototype`. Throws a `TypeError` if they are no object. */
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
 * Throws a `TypeError` if one of these options has the wrong kind. Checked early: otherwise the error would appear at the first call of the
 * option.
 */
export function checkKinds({ fetch, onEvent, clock, tracer }: Callable): void {
  checkFunction("fetch", fetch);
  checkFunction("onEvent", onEvent);
  if (clock !== undefined)
    for (const name of CLOCK) if (typeof clock?.[name] !== "function") throw new TypeError(`clock must have ${name}()`);
  if (tracer !== undefined && typeof tracer?.startActiveSpan !== "function") throw new TypeError("tracer must have startActiveSpan()");
}

/** Throws a `TypeError` if the value is given and not a function. */
export function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== "function") throw new TypeError(`${name} must be a function`);
}

/**
 * Copies the body through JSON: the caller may change it while an attempt waits for the next. A value that JSON leaves out becomes
 * undefined. Throws an `InvalidArgumentError` if the body cannot be JSON.
 */
export function cloneBody<Body>(body: Body): Body {
  try {
    const text: string | undefined = JSON.stringify(body);
    return text === undefined ? (undefined as Body) : JSON.parse(text);
  } catch {
    throw new InvalidArgumentError("the report body cannot be written as JSON; nothing was sent");
  }
}

/** Version of this package for the user agent: a browser cannot read `package.json`. */
export const VERSION = "0.1.0";
