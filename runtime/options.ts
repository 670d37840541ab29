import type { Clock } from "./clock.js";
import type { Tracer } from "./telemetry.js";

const CLOCK = ["now", "date", "random", "sleep"] as const;

/** The options that were given, and none that somebody has put on the prototype of all objects. */
export function ownOptions<Options extends object>(options: Options): Options {
  if (typeof options !== "object" || options === null) throw new TypeError("the options must be an object, such as { accessToken }");
  return Object.assign(Object.create(null), options);
}

/** The options that are called. */
interface Callable {
  readonly fetch?: unknown;
  readonly onEvent?: unknown;
  readonly clock?: Clock;
  readonly tracer?: Tracer;
}

/** Throws where an option is of another kind than it should be: else it would be found out when it is called, far from here. */
export function checkKinds({ fetch, onEvent, clock, tracer }: Callable): void {
  checkFunction("fetch", fetch);
  checkFunction("onEvent", onEvent);
  if (clock !== undefined)
    for (const name of CLOCK) if (typeof clock?.[name] !== "function") throw new TypeError(`clock must have ${name}()`);
  if (tracer !== undefined && typeof tracer?.startActiveSpan !== "function") throw new TypeError("tracer must have startActiveSpan()");
}

/** Throws where this is given and no function. */
export function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== "function") throw new TypeError(`${name} must be a function`);
}

/** This package's version, for the user agent: `package.json` cannot be read in a browser. */
export const VERSION = "0.1.0";
