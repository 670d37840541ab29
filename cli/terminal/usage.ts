import { nearest } from "../../runtime/validation/wording.js";

/** A usage error. It has exit code 2, and a hint instead of a stack trace. */
export class Usage extends Error {
  override readonly name = "Usage";
  /** What to do instead, in one line. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/**
 * Creates a `Usage` error, but does not throw it. Its hint is `hint`, if any, followed by a
 * reference to `--help`.
 */
export function usageError(command: string, message: string, hint?: string): Usage {
  return new Usage(
    message,
    [hint, `\`pinterest-reports ${command} --help\` shows examples.`].filter(Boolean).join(" "),
  );
}

/**
 * A hint for an unknown word: `Did you mean x?` if the known word `x` is similar. If no known word
 * is similar, the hint lists all of them: `Use one of x, y.`
 */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? `Use one of ${known.join(", ")}.` : `Did you mean ${near}?`;
}
