import type { Flow } from "../flow.js";
import { type CertainRows, certainRows } from "../rows/certain.js";
import type { Format } from "../rows/rows.js";

/** What a body says about the file. */
export interface AskedFile extends CertainRows {
  readonly format?: Format;
  readonly columns?: readonly string[];
}

/**
 * What the body says about the file: its format, JSON when it does not say, as the API does; its columns, when it lists any; and what each
 * row has. Where no body says the format, nothing is known of it.
 */
export function fileOf(body: unknown, { saysFormat = true, certain }: Pick<Flow<never>, "saysFormat" | "certain">): AskedFile {
  // Its own members alone: what somebody has put on all objects is not sent.
  const asked: { report_format?: unknown; columns?: unknown } = Object.assign(Object.create(null), body);
  const { report_format, columns } = asked;
  const format = report_format === "CSV" ? "CSV" : "JSON";
  const known = isNames(columns) ? { columns } : {};
  return { ...(saysFormat && { format }), ...known, ...(format === "JSON" && certainRows(asked, known.columns ?? [], certain)) };
}

/** Whether it is a list of names; `__proto__` and the like are none. */
export function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string" && /^[A-Za-z][A-Za-z0-9_]*$/.test(name));
}
