// JSON pointers (RFC 6901). The generator and the command line also import this module.

/** Escapes a name for a JSON pointer: `~` becomes `~0` and `/` becomes `~1`. */
function escapeStep(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * Unescapes a step of a JSON pointer: `~1` becomes `/` and `~0` becomes `~`. Percent signs stay
 * unchanged.
 */
export function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Returns the JSON pointer to a top-level member: `/` and the escaped name. */
export function pointerTo(name: string): string {
  return `/${escapeStep(name)}`;
}

/** Appends `steps` to `pointer`, each escaped and after a `/`. Without steps, returns `pointer`. */
export function below(pointer: string, ...steps: readonly (string | number)[]): string {
  return [pointer, ...steps.map((step) => escapeStep(String(step)))].join("/");
}

/**
 * Returns the unescaped steps of a JSON pointer, which may start with `#`. Empty for the root (`""`
 * or `#`).
 */
export function stepsOf(pointer: string): readonly string[] {
  return pointer.split("/").slice(1).map(unescapeStep);
}
