// JSON pointers (RFC 6901). The generator and the command line import this module, too.

/** A name as a step of a JSON pointer: `~` and `/` are escaped. */
export function escapeStep(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The name that a step of a JSON pointer stands for. */
export function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** One step of a JSON pointer, with `~` and `/` escaped. */
export function pointerTo(name: string): string {
  return `/${escapeStep(name)}`;
}

/** The JSON pointer extended by steps, which are escaped. */
export function below(pointer: string, ...steps: readonly (string | number)[]): string {
  return [pointer, ...steps.map((step) => escapeStep(String(step)))].join("/");
}

/** The unescaped steps of a JSON pointer, with or without `#` before it. */
export function stepsOf(pointer: string): readonly string[] {
  return pointer.split("/").slice(1).map(unescapeStep);
}
