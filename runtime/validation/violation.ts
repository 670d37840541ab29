import { given } from "../given.js";
import { stepsOf } from "./pointer.js";

/**
 * A validator as a Standard Schema v1 (https://standardschema.dev). Form and router libraries
 * accept it.
 */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "pinterest-reports";
    /**
     * `options.libraryOptions` may contain the members of `SchemaOptions`, which override the
     * options passed to `with`.
     */
    readonly validate: (
      value: unknown,
      options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined,
    ) => StandardResult<Value>;
    readonly types?: { readonly input: Value; readonly output: Value };
  };
  /** Returns a copy of this schema with these options replaced. This schema is unchanged. */
  with(options: SchemaOptions): StandardSchema<Value>;
}

/** Options for a Standard Schema. */
export interface SchemaOptions extends ValidateOptions {
  /**
   * Called after each validation with its warnings, which are not reported as issues. The list may
   * be empty.
   */
  readonly onWarnings?: ((warnings: readonly Violation[]) => void) | undefined;
  /**
   * Returns the message for an issue. It can, for example, look up a translation by `rule` and
   * `params`. Default: the violation's message.
   */
  readonly message?: ((violation: Violation) => string) | undefined;
}

/** Result of a Standard Schema: the value, or its issues. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/**
 * An issue: a violation whose path is a list of steps. `rule` and `params` are not part of Standard
 * Schema.
 */
export interface StandardIssue extends Pick<Violation, "message" | "rule" | "params"> {
  readonly path: readonly (string | number)[];
}

/**
 * Wraps a validator as a Standard Schema. Its `validate` is synchronous and returns errors as
 * issues. A value without errors is returned unchanged. Warnings go to `onWarnings`, which is
 * called each time, even if there are none.
 */
export function standardSchema<Value>(
  validate: (value: unknown, options?: ValidateOptions) => readonly Violation[],
  schemaOptions: SchemaOptions = {},
): StandardSchema<Value> {
  return {
    "~standard": {
      version: 1,
      vendor: "pinterest-reports",
      validate(value, options) {
        const { onWarnings, message, ...validateOptions }: SchemaOptions = {
          ...schemaOptions,
          ...given(options?.libraryOptions ?? {}),
        };
        const violations = validate(value, validateOptions);
        const errors = violations.filter(({ severity }) => severity === "error");
        onWarnings?.(violations.filter(({ severity }) => severity === "warning"));
        if (errors.length === 0) return { value: value as Value };
        return {
          issues: errors.map((error) => {
            const { rule, params, path } = error;
            return { message: message?.(error) ?? error.message, path: pathOf(path), rule, params };
          }),
        };
      },
    },
    with: (options) => standardSchema(validate, { ...schemaOptions, ...given(options) }),
  };
}

/**
 * Returns the steps of a JSON pointer. A step of digits without a leading zero becomes a number.
 */
function pathOf(pointer: string): readonly (string | number)[] {
  return stepsOf(pointer).map((step) => (/^(0|[1-9]\d*)$/.test(step) ? Number(step) : step));
}

/** A problem with a request body. */
export interface Violation {
  /**
   * The rule's id, such as `max-range-hour`. For a check of a single field, it is the name of the
   * check, such as `enum` or `unknown-field`.
   */
  readonly rule: string;
  /**
   * Only an error stops a request. A warning is for a value that may be valid, for example because
   * Pinterest's documentation is ambiguous.
   */
  readonly severity: "error" | "warning";
  /** JSON pointer into the body, such as `/columns/3`. Empty for the body itself. */
  readonly path: string;
  /**
   * What is wrong with the field at `path`, in English. It does not begin with the field's name. A
   * message that may suggest a name is computed when it is read, because computing it takes time.
   * `node:assert` prints such a message as `[Getter]`; copy the violation with `{ ...violation }`
   * to see it.
   */
  readonly message: string;
  /** All names and numbers in the message, for translations. The content depends on the rule. */
  readonly params: ViolationParams;
}

/**
 * The data in a violation's message, as JSON. It depends on the rule:
 * - Cross-field rule: the rule's params, and its conditions in `when`, as exported by the `rules`
 *   entry point. `value` is the affected item, and `days` is the actual number of days if the rule
 *   limits it.
 * - Limit on one field: `limit` and `actual`.
 * - `type` and `enum`: `receivedType`, `received` unless it is an object, array or function, and
 *   `expected` or `allowed`. `allowed` contains up to 12 values, and `count` is the total number.
 *   `textOf` is the number or boolean in a received string.
 * - If a name is suggested: `nearest`, the suggested name.
 */
export type ViolationParams = Readonly<Record<string, unknown>>;

/** Options for validators. */
export interface ValidateOptions {
  /** The current day (UTC) for rules about age, in `YYYY-MM-DD` format. Default: today in UTC. */
  readonly today?: string | undefined;
}

/**
 * Formats a violation as one line with its path first. Example: `/end_date: at most 3 days after
 * start_date [max-range-hour]`. An empty path is shown as `body`.
 */
export function formatViolation({ path, message, rule }: Violation): string {
  return `${path || "body"}: ${message} [${rule}]`;
}
