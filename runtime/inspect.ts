/**
 * Makes the consoles of Node, Deno and Bun print `contents`, after `name` if there is one, in place of `object`, whose getters and private
 * fields they would not read. Returns the object. The hidden member that does it is not copied by a spread, and no comparison sees it.
 */
export function printing<Value extends object>(object: Value, contents: () => unknown, name?: string): Value {
  const value = (_: number, options: object, inspect?: (value: unknown, options: object) => string): unknown =>
    name === undefined || inspect === undefined ? contents() : `${name} ${inspect(contents(), options)}`;
  return Object.defineProperty(object, Symbol.for("nodejs.util.inspect.custom"), { value });
}
