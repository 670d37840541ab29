/** A name as a step of a JSON pointer. */
export function step(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
