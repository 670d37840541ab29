import { InvalidArgumentError } from "./errors.js";

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
