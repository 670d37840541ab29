import { didYouMean } from "../../runtime/validation/wording.js";
import { Diagnostics } from "../diagnostics.js";
import type { FixedHeader } from "../model/model.js";
import { type FlowEntry, idsOf, type OperationEntry } from "../parse/config.js";
import { headerNameError, headerValueError } from "../parse/headers.js";
import { isNode, type LocatedNode, type Node, type SchemaContext } from "./context.js";
import { type FlatSchema, flatten } from "./flatten.js";
import { breaks, LIMITS } from "./limits.js";
import { FLOWS_FILE } from "./names.js";
import { type Form, formsOf } from "./schema.js";

type Context = Pick<SchemaContext, "document" | "diagnostics">;

/**
 * Determines the headers that each request of an operation sends.
 *
 * `described` contains the operation's header parameters. Their values come from `given`, the
 * headers in the flows file; header names are not case-sensitive. Headers that are in `given` but
 * not in `described` are ignored. A required header that `given` lacks gets the only value its
 * schema accepts, or its default. Reports optional headers that are left out, required headers
 * without a value, and required headers that only the client can set.
 */
export function fixedHeaders(
  described: readonly LocatedNode[],
  given: readonly FixedHeader[],
  context: Context,
): readonly FixedHeader[] {
  return described.flatMap(({ node, pointer }): FixedHeader[] => {
    const name = String(node.name);
    const chosen = given.find((header) => isNamed(header, name));
    if (chosen !== undefined) return [{ name, value: chosen.value }];
    if (node.required !== true) {
      context.diagnostics.report("optional parameter", pointer, `${name}, in header`);
      return [];
    }
    const value = headerNameError(name) === null ? impliedValue(node, pointer, context) : null;
    if (value !== null) return [{ name, value }];
    const flaw =
      headerNameError(name) !== null
        ? "reserved header"
        : mayBeText(node, pointer, context)
          ? "header without a value"
          : "header that is not text";
    context.diagnostics.report(flaw, pointer, name);
    return [];
  });
}

/**
 * Checks the headers of an entry.
 *
 * Adds a problem to `diagnostics` for each header that is not among `described`, the headers of the
 * entry's operations. Also adds a problem for each value that the header's schema does not accept.
 * Header names are not case-sensitive.
 */
export function checkHeaders(
  entry: FlowEntry | OperationEntry,
  described: readonly LocatedNode[],
  { document, diagnostics }: Context,
): void {
  const { headers = [], where = FLOWS_FILE } = entry;
  const ids = idsOf(entry).join(" and ");
  const names = [...new Set(described.map(({ node }) => String(node.name)))];
  for (const header of headers) {
    const { name, value } = header;
    const accepts = (node: Node, pointer: string): boolean =>
      acceptsText(formOf(node, pointer, document), value, document);
    const own = described.filter(({ node }) => isNamed(header, String(node.name)));
    const flaw =
      own.length === 0
        ? `the description has no header ${name} for ${ids}${didYouMean(name, names)}`
        : own.some(({ node, pointer }) => !accepts(node, pointer))
          ? `the header ${name} of ${ids} does not accept ${JSON.stringify(value)}`
          : null;
    if (flaw === null) continue;
    diagnostics.problems.push({
      what: flaw,
      where,
      why: "The API would ignore the header or reject the request.",
      fix: "Use a header that the operation defines, with a value that the header's schema accepts.",
    });
  }
}

/** Whether a header has this name, ignoring case. */
function isNamed({ name }: FixedHeader, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}

/**
 * Whether flows.yaml can set a header. It cannot if the header takes a list or an object, or an
 * enum without a plain text value.
 */
function mayBeText(node: Node, pointer: string, { document }: Context): boolean {
  const form = formOf(node, pointer, document);
  const { keywords, properties } = form.flat;
  if (Array.isArray(keywords.enum))
    return keywords.enum
      .map(String)
      .some((text) => headerValueError(text) === null && acceptsText(form, text, document));
  return keywords.type !== "array" && keywords.type !== "object" && properties.size === 0;
}

/**
 * The only value that a header's schema accepts, or else its default. Returns null if there is
 * neither.
 */
function impliedValue(node: Node, pointer: string, { document }: Context): string | null {
  const form = formOf(node, pointer, document);
  const { keywords } = form.flat;
  const values = Array.isArray(keywords.enum)
    ? keywords.enum.filter((value) => value !== null)
    : [];
  const text = textOf(values.length === 1 ? values[0] : keywords.default, keywords.type);
  return text !== null && headerValueError(text) === null && acceptsText(form, text, document)
    ? text
    : null;
}

/** A header's schema, with its references merged. Findings are dropped. */
function formOf({ schema }: Node, pointer: string, document: Node): Form {
  const flat = flatten(document, isNode(schema) ? schema : {}, pointer, new Diagnostics());
  return { flat, through: new Set() };
}

/**
 * Converts a value to a string for a header. Returns null if it is not a single value of the right
 * type. Numbers are not accepted for strings: parsing may have dropped digits, as in an unquoted
 * 1.0.
 */
function textOf(value: unknown, type: unknown): string | null {
  if (typeof value === "string") return type === undefined || type === "string" ? value : null;
  return (typeof value === "number" || typeof value === "boolean") && type !== "string"
    ? String(value)
    : null;
}

/**
 * Whether a schema accepts a string as a header value. The string is parsed if a number or boolean
 * is expected. Lists and objects are never accepted. Patterns that the client does not check are
 * ignored.
 */
function acceptsText(form: Form, text: string, document: Node): boolean {
  const { keywords, alternatives } = form.flat;
  if (alternatives !== null)
    return formsOf(form, document).some((inner) => acceptsText(inner, text, document));
  const { enum: values, type } = keywords;
  const value = type === "integer" || type === "number" ? Number(text) : text;
  return (
    isOfType(form.flat, text) &&
    (!Array.isArray(values) || values.some((each) => String(each) === text)) &&
    !LIMITS.some((limit) => breaks(value, limit, keywords[limit]))
  );
}

/** Whether a string can be parsed as a value of the schema's type. False for lists and objects. */
function isOfType({ keywords: { type }, properties }: FlatSchema, text: string): boolean {
  if (type === "integer") return /^-?\d+$/.test(text);
  if (type === "number") return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text);
  if (type === "boolean") return text === "true" || text === "false";
  return (type === undefined || type === "string") && properties.size === 0;
}
