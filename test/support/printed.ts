import { inspect } from "node:util";
import type { Meter, Span, Tracer } from "../../runtime/telemetry.js";

/** The output of all ways to print a value, concatenated. Includes its causes. */
export function printed(value: unknown): string {
  const error =
    value instanceof Error
      ? [value.message, value.stack, String(value), printed(value.cause ?? "")]
      : [];
  const shown = inspect(value, {
    depth: 12,
    showHidden: true,
    maxArrayLength: null,
    maxStringLength: null,
  });
  return [...error, shown, JSON.stringify(value) ?? ""].join("\n");
}

/** A tracer and a meter that record everything their spans and instruments receive. */
export function recorder(): {
  readonly tracer: Tracer;
  readonly meter: Meter;
  readonly told: readonly unknown[];
} {
  const told: unknown[] = [];
  const span: Span = {
    setAttribute: (name, value) => told.push([name, value]),
    setStatus: (status) => told.push(status),
    end: () => {},
  };
  const tracer: Tracer = {
    startActiveSpan(name, options, work) {
      told.push([name, options]);
      return work(span);
    },
  };
  const meter: Meter = {
    createHistogram: (name) => ({ record: (_, attributes) => told.push([name, attributes]) }),
    createCounter: (name) => ({ add: (_, attributes) => told.push([name, attributes]) }),
  };
  return { tracer, meter, told };
}
