import { given } from "../given.js";
import { stepsOf } from "./pointer.js";

/**
 * A validator as Standard Schema v1 (https://standardschema.dev), which form and router libraries
 * accept.
 */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "pinterest-reports";
    /**
     * `options.libraryOptions` may have the members of `SchemaOptions`, which precede those of
     * `with`.
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

/** Options of a Standard Schema. */
export interface SchemaOptions extends ValidateOptions {
  /**
   * Called after each validation with its warnings, which are not issues. The list may be empty.
   */
  readonly onWarnings?: ((warnings: readonly Violation[]) => void) | undefined;
  /**
   * The message of an issue, such as a translation by `rule` and `params`. Default: the
   * violation's.
   */
  readonly message?: ((violation: Violation) => string) | undefined;
}

/** Result of a Standard Schema: the value, or its issues. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/**
 * An error of a value: a violation with its path in steps. `rule` and `params` are not part of
 * Standard Schema.
 */
export interface StandardIssue extends Pick<Violation, "message" | "rule" | "params"> {
  readonly path: readonly (string | number)[];
}

/**
 * Wraps a validator as a Standard Schema. Its `validate` is synchronous: it returns the errors as
 * issues; a value without errors is returned unchanged, and warnings are passed to `onWarnings`.
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

/** Steps of a JSON pointer; a step of digits without a leading zero becomes a number. */
function pathOf(pointer: string): readonly (string | number)[] {
  return stepsOf(pointer).map((step) => (/^(0|[1-9]\d*)$/.test(step) ? Number(step) : step));
}

/** One problem of a request body. */
export interface Violation {
  /**
   * The rule's id, such as `max-range-hour`. For a single field, its limit, such as `enum` or
   * `unknown-field`.
   */
  readonly rule: string;
  /**
   * Only errors stop a request. A warning is a value that one reading of Pinterest's prose allows
   * and another does not.
   */
  readonly severity: "error" | "warning";
  /** JSON pointer into the body, such as `/columns/3`; empty for the body itself. */
  readonly path: string;
  /**
   * What is wrong with the field at `path`, in English. It does not begin with the field's name. A
   * message that may suggest a name is computed when it is read, because that takes time.
   * `node:assert` prints such a message as `[Getter]`; copy the violation with `{ ...violation }`
   * to see it.
   */
  readonly message: string;
  /** All names and numbers in the message, for translating it. The content depends on `rule`. */
  readonly params: ViolationParams;
}

/**
 * The data of a violation's message, which JSON can hold. For a rule between fields, the params of
 * the rule and its conditions in `when`, as in the entry `rules`; `value` is the item that the rule
 * concerns, `days` a number of days beyond a limit. For a limit of one field, `limit` and `actual`;
 * for `type` and `enum`, `receivedType`, `received` unless it has parts, `expected` or `allowed`
 * (up to 12 values, of which `count` is the number), and `textOf`, the number or boolean that the
 * received text stands for; `nearest` is the suggested name.
 */
export type ViolationParams = Readonly<Record<string, unknown>>;

/** Options of validators. */
export interface ValidateOptions {
  /**
   * The day that "today" means in rules about age, as `YYYY-MM-DD` in UTC. Default: today in UTC.
   */
  readonly today?: string | undefined;
}

/**
 * Formats a violation as one line, path first. Example: `/end_date: at most 3 days after start_date
 * [max-range-hour]`. An empty path is shown as `body`.
 */
export function formatViolation({ path, message, rule }: Violation): string {
  return `${path || "body"}: ${message} [${rule}]`;
}
