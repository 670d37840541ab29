import { stepsOf } from "./pointer.js";

/** A validator as Standard Schema v1 (https://standardschema.dev), which form and router libraries accept. */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "pinterest-reports";
    readonly validate: (value: unknown) => StandardResult<Value>;
    readonly types?: { readonly input: Value; readonly output: Value };
  };
}

/** Result of a Standard Schema: the value, or its issues with their paths. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[] };

/**
 * Wraps a validator as a Standard Schema. Its `validate` is synchronous: it returns the errors as issues; a value without errors is
 * returned unchanged, and warnings are dropped.
 */
export function standardSchema<Value>(
  validate: (value: unknown, options?: ValidateOptions) => readonly Violation[],
): StandardSchema<Value> {
  return {
    "~standard": {
      version: 1,
      vendor: "pinterest-reports",
      validate(value) {
        const errors = validate(value).filter(({ severity }) => severity === "error");
        if (errors.length === 0) return { value: value as Value };
        return { issues: errors.map(({ message, path }) => ({ message, path: pathOf(path) })) };
      },
    },
  };
}

/** Steps of a JSON pointer; a step of digits without a leading zero becomes a number. */
function pathOf(pointer: string): readonly (string | number)[] {
  return stepsOf(pointer).map((step) => (/^(0|[1-9]\d*)$/.test(step) ? Number(step) : step));
}

/** One problem of a request body. */
export interface Violation {
  /** The rule's id, such as `max-range-hour`, or the limit of a single field, such as `enum` or `unknown-field`. */
  readonly rule: string;
  /** Only errors stop a request. A warning is a value that one reading of Pinterest's prose allows and another does not. */
  readonly severity: "error" | "warning";
  /** JSON pointer into the body, such as `/columns/3`; empty for the body itself. */
  readonly path: string;
  /** What is wrong, in a sentence without the path. Computed when read, because suggestions take time. */
  readonly message: string;
}

/** Options of validators. */
export interface ValidateOptions {
  /** The day that "today" means in rules about age, as `YYYY-MM-DD` in UTC. Default: today in UTC. */
  readonly today?: string;
}

/** A violation as one line, path first: `/end_date: at most 3 days after start_date [max-range-hour]`. An empty path is shown as `body`. */
export function formatViolation({ path, message, rule }: Violation): string {
  return `${path || "body"}: ${message} [${rule}]`;
}
