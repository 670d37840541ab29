import { InvalidArgumentError } from "../errors.js";

/** Percent-encodes the value as text. Throws an `InvalidArgumentError` for a lone surrogate. */
function encoded(value: unknown, name = "a parameter"): string {
  try {
    return encodeURIComponent(String(value));
  } catch {
    // The value is not shown, because it may be a secret and is not valid text.
    throw new InvalidArgumentError(
      `${name} contains a lone surrogate, which a URL cannot contain; nothing was sent`,
    );
  }
}

/**
 * Replaces the `{name}` placeholders of `pattern` with the percent-encoded values in `parts`. If a
 * name occurs twice, only its first placeholder is replaced. List items are joined with commas
 * (OpenAPI's `simple` style). A placeholder whose name is not a key of `parts` stays. `undefined`
 * and `null` become text, so the caller must omit them. Throws a `TypeError` if the text of a value
 * or of a whole list is empty, `.` or `..`, and an `InvalidArgumentError` if it is not valid
 * Unicode.
 */
export function serializePath(pattern: string, parts: Readonly<Record<string, unknown>>): string {
  let path = pattern;
  for (const [name, value] of Object.entries(parts)) {
    const part = (Array.isArray(value) ? value : [value])
      .map((item) => encoded(item, name))
      .join(",");
    // An empty segment, "." or ".." would change the path.
    if (part === "" || part === "." || part === "..")
      throw new TypeError(`${name} must not be empty, "." or ".."`);
    path = path.replace(`{${name}}`, () => part);
  }
  return path;
}

/**
 * How a list or an object is written in a query, using OpenAPI's styles.
 * - `form`, `spaceDelimited`, `pipeDelimited`: one value, with a comma, space or pipe between the
 *   items (not exploded)
 * - `formExploded`: each property of an object is a parameter
 * - `json`: the value as JSON
 *
 * Without a style, a list becomes a repeated parameter, and property names are in brackets
 * (`deepObject`).
 */
export type QueryStyle = "form" | "spaceDelimited" | "pipeDelimited" | "formExploded" | "json";

/** The separator between list items in this style. */
function separatorOf(style: "form" | "spaceDelimited" | "pipeDelimited"): string {
  if (style === "form") return ",";
  return style === "spaceDelimited" ? "%20" : "%7C";
}

/**
 * Returns a query string without `?`; empty for an empty, null or undefined query. Undefined and
 * null values are left out. `styles` maps the names of parameters to the styles of their lists or
 * objects. Without a style, a list becomes a repeated parameter, and names of nested properties are
 * in brackets: `a=1&a=2`, `a[b]=1`, `a[0][b]=1`. In a list with separators, commas within an item
 * are encoded, and objects and null are written as JSON. Throws an `InvalidArgumentError` for text
 * that is not valid Unicode.
 */
export function serializeQuery(query: unknown, styles?: ReadonlyMap<string, QueryStyle>): string {
  return Object.entries(query ?? {})
    .flatMap(([name, value]: [string, unknown]) => styledParts(name, value, styles?.get(name)))
    .join("&");
}

/** Returns the `name=value` pairs for one parameter in its style. */
function styledParts(
  name: string,
  value: unknown,
  style: QueryStyle | undefined,
): readonly string[] {
  if (style === undefined || typeof value !== "object" || value === null)
    return queryParts(name, value);
  if (style === "json") return [`${encoded(name)}=${encoded(JSON.stringify(value))}`];
  if (style === "formExploded")
    return Array.isArray(value)
      ? queryParts(name, value)
      : Object.entries(value).flatMap(([inner, member]) => queryParts(inner, member));
  const parts = Array.isArray(value)
    ? value.filter((item) => item !== undefined)
    : Object.entries(value).flatMap(([inner, member]) =>
        member === undefined ? [] : [inner, member],
      );
  const items = parts.map((item) =>
    encoded(typeof item === "object" ? JSON.stringify(item) : item, name),
  );
  return items.length === 0 ? [] : [`${encoded(name)}=${items.join(separatorOf(style))}`];
}

/** Returns the `name=value` pairs for a value without a style; empty for undefined and null. */
function queryParts(name: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  // The index groups the fields of one object in a list.
  if (Array.isArray(value))
    return value.flatMap((member, index) =>
      queryParts(Object(member) === member ? `${name}[${index}]` : name, member),
    );
  if (typeof value === "object")
    return Object.entries(value).flatMap(([inner, member]) =>
      queryParts(`${name}[${inner}]`, member),
    );
  return [`${encoded(name)}=${encoded(value, name)}`];
}
