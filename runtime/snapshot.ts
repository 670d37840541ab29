import { InvalidArgumentError } from "./errors.js";

/** The body as JSON has it now: the caller may change it while an attempt waits for the next. What JSON leaves out stays undefined. */
export function cloneBody<Body>(body: Body): Body {
  try {
    const text: string | undefined = JSON.stringify(body);
    return text === undefined ? (undefined as Body) : JSON.parse(text);
  } catch {
    throw new InvalidArgumentError("the report body cannot be written as JSON; nothing was sent");
  }
}
