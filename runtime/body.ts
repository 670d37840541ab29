import { InvalidArgumentError } from "./errors.js";
import type { Format } from "./rows.js";

/** The body as it is now: the caller may change it while an attempt waits for the next. */
export function snapshot<Body>(body: Body): Body {
  try {
    return JSON.parse(JSON.stringify(body));
  } catch {
    throw new InvalidArgumentError("the report body cannot be written as JSON; nothing was sent");
  }
}

/** The format that the body asks for; JSON when it does not say, as the API does. */
export function formatOf(body: unknown): Format {
  return typeof body === "object" && body !== null && "report_format" in body && body.report_format === "CSV" ? "CSV" : "JSON";
}
