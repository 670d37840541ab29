/** One thing that is wrong with a request body. */
export interface Violation {
  /** The rule's id, such as `max-range-hour`, or the limit that one field breaks, such as `enum` or `unknown-field`. */
  readonly rule: string;
  /** Only errors stop a request. A warning is a value that one reading of Pinterest's prose allows and another does not. */
  readonly severity: "error" | "warning";
  /** JSON pointer into the body: `/columns/3`; empty for the body itself. */
  readonly path: string;
  /** What is wrong, in a sentence without the path. Made when read: suggestions cost nothing until then. */
  readonly message: string;
}

/** What validators take beside the body. */
export interface ValidateOptions {
  /** The day that "today" means in rules about age, as `YYYY-MM-DD` in UTC. Default: today in UTC. */
  readonly today?: string;
}

/** A violation as one line: `/end_date: at most 3 days after start_date [max-range-hour]`. */
export function formatViolation({ path, message, rule }: Violation): string {
  return `${path || "body"}: ${message} [${rule}]`;
}
