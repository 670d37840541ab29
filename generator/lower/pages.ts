import { didYouMean } from "../../runtime/validation/wording.js";
import type { HttpCall, Operation, Paging, Type } from "../model/model.js";
import type { MappedField, OperationEntry } from "../parse/config.js";
import type { Problem } from "../problem.js";
import type { SchemaContext } from "./context.js";
import {
  didYouMeanField,
  type FieldAt,
  fieldAt,
  fieldsIn,
  listNames,
  objectsOf,
  typesIn,
  withoutNull,
  writtenPath,
} from "./fields.js";
import { FLOWS_FILE } from "./names.js";

const ITEMS = "items";
const CURSOR = "bookmark";

/** Matches parameters that lead to the next page, in any vendor's description. */
const LEADS_ON = /^(?:.*_)?(?:bookmark|cursor|(?:page|next|continuation|pagination)_?token)$/i;

/** The facts about an operation that `pagesOf` needs. */
interface Paged {
  readonly call: HttpCall;
  readonly response: Type | null;
  /** JSON pointer of the operation. */
  readonly pointer: string;
}

/**
 * Finds the items of a paged list, and how to get to the next page.
 *
 * `paging` describes both. It is absent in the usual case: `items` and `bookmark` at the top level
 * of the response, and the parameter `bookmark`. If the entry has neither `cursor` nor `items`, a
 * list is paged if:
 * * the call is a GET with the query parameter `bookmark`,
 * * its response is an object with a list `items` and a cursor `bookmark`. Only the outermost
 *   field with each name counts, and its name must be unique on its level.
 *
 * Otherwise, `pageOf` is null. Problems with the entry, and lists that only look like pages, are
 * reported.
 */
export function pagesOf(
  entry: OperationEntry,
  paged: Paged,
  context: SchemaContext,
): Pick<Operation, "pageOf" | "paging"> {
  const fields = fieldsOf(paged.response, context);
  const isMapped = entry.cursor !== undefined || entry.items !== undefined;
  const found = isMapped
    ? pagesFromEntry(entry, paged, fields, context)
    : usualPages(paged, fields, context);
  if (found === null) {
    if (!isMapped) reportPages(paged, fields, context);
    return { pageOf: null };
  }
  const { items, cursor, parameter } = found;
  const paging: Paging = {
    items: items.path,
    cursor: cursor.path,
    parameter,
    ...(items.optional && { optionalItems: items.optional }),
  };
  const isUsual =
    writtenPath(items) === ITEMS &&
    writtenPath(cursor) === CURSOR &&
    parameter === CURSOR &&
    !items.optional;
  const type = withoutNull(items.type);
  return {
    pageOf: type.kind === "array" ? type.items : null,
    ...(!isUsual && { paging }),
  };
}

interface Pages {
  readonly items: FieldAt;
  readonly cursor: FieldAt;
  readonly parameter: string;
}

/**
 * All fields of the response. If the response has several variants, all fields are optional,
 * because some variants may lack a field. Empty if the response is not an object.
 */
function fieldsOf(response: Type | null, context: SchemaContext): readonly FieldAt[] {
  const forms = response === null ? [] : objectsOf(response, context);
  const fields = forms.flatMap((form) => fieldsIn(form, context));
  return forms.length < 2 ? fields : fields.map((field) => ({ ...field, optional: true }));
}

/**
 * The paging of a GET call with the usual names: `items` and `bookmark`. Null if the call lacks any
 * of them.
 */
function usualPages(
  { call: { method, parameters }, response }: Paged,
  fields: readonly FieldAt[],
  context: SchemaContext,
): Pages | null {
  const takes = parameters.some(
    ({ name, in: location, type }) =>
      name === CURSOR && location === "query" && isCursor(type, context),
  );
  const items = onlyOne(ITEMS, fields.filter(isArray));
  const cursor = onlyOne(
    CURSOR,
    fields.filter(({ type }) => isCursor(type, context)),
  );
  const isOneForm = response !== null && withoutNull(response).kind === "object";
  return method === "get" && isOneForm && takes && items !== null && cursor !== null
    ? { items, cursor, parameter: CURSOR }
    : null;
}

/**
 * The outermost field with this name. Null if there is no such field, or if there are several on
 * the same level.
 */
function onlyOne(name: string, fields: readonly FieldAt[]): FieldAt | null {
  const named = fields.filter(({ path }) => path.at(-1) === name);
  const [first, second] = named;
  return first === undefined || second?.path.length === first.path.length ? null : first;
}

/** Whether a field is a list, nullable or not. */
function isArray({ type }: FieldAt): boolean {
  return withoutNull(type).kind === "array";
}

/**
 * Whether a value can be a cursor. A cursor is a string, or a number that the client sends back as
 * a string.
 */
function isCursor(type: Type, types: Pick<SchemaContext, "unions">): boolean {
  return typesIn(type, types).every(({ kind }) =>
    ["string", "integer", "number", "any"].includes(kind),
  );
}

/**
 * The paging that the entry describes. If the entry does not match the description, reports this
 * and returns null.
 */
function pagesFromEntry(
  entry: OperationEntry,
  { call, response }: Paged,
  fields: readonly FieldAt[],
  context: SchemaContext,
): Pages | null {
  const { where: entryAt = FLOWS_FILE } = entry;
  const query = call.parameters.flatMap(({ name, in: place }) => (place === "query" ? [name] : []));
  const problems: Problem[] = [];
  const refuse = (what: string, where: string, fix: string): null => {
    problems.push({
      what: `the call ${entry.name} cannot be paged: ${what}`,
      where,
      why: "The next page is requested with the cursor from the previous page.",
      fix,
    });
    return null;
  };
  const locate = (
    key: "items" | "cursor",
    name: string,
    isFit: (field: FieldAt) => boolean,
    kind: string,
  ): FieldAt | null => {
    const word: MappedField | undefined = entry[key];
    const fit = fields.filter(isFit);
    const field = word === undefined ? onlyOne(name, fit) : fieldAt(word.from, fields);
    const path = word?.from ?? name;
    const fix =
      fit.length === 0
        ? "Choose another operation, or remove `cursor` and `items`."
        : `Specify the field, as in \`${key}: ${writtenPath(fit[0] as FieldAt)}\`. Candidates: ${listNames(fit.map(writtenPath))}.`;
    if (field == null)
      return refuse(
        `the response of ${call.id} has no ${path}${word ? ` (named in \`${key}\`)${didYouMeanField(path, fields)}` : ""}`,
        word?.where ?? entryAt,
        fix,
      );
    return isFit(field)
      ? field
      : refuse(`${path} in the response of ${call.id} is not ${kind}`, word?.where ?? entryAt, fix);
  };
  const cursorAt = entry.cursor?.where ?? entryAt;
  if (call.method !== "get")
    refuse(`${call.id} is not a GET request`, cursorAt, "Remove `cursor` and `items`.");
  else if (response === null || fields.length === 0)
    refuse(
      `the response of ${call.id} is not an object with fields`,
      cursorAt,
      "Remove `cursor` and `items`.",
    );
  const found = problems.length === 0 && {
    items: locate("items", ITEMS, isArray, "a list"),
    cursor: locate("cursor", CURSOR, ({ type }) => isCursor(type, context), "a string or a number"),
    parameter: parameterFor(entry.cursor, query, (what, fix) => refuse(what, cursorAt, fix)),
  };
  context.diagnostics.problems.push(...problems);
  if (!found) return null;
  const { items, cursor, parameter } = found;
  return items === null || cursor === null || parameter === null
    ? null
    : { items, cursor, parameter };
}

/** The query parameter that takes the cursor. If there is none, reports this and returns null. */
function parameterFor(
  cursor: MappedField | undefined,
  query: readonly string[],
  refuse: (what: string, fix: string) => null,
): string | null {
  const { from = CURSOR, as } = cursor ?? {};
  const listed = listNames(query);
  if (as !== undefined)
    return query.includes(as)
      ? as
      : refuse(
          `no query parameter is called ${as} (named in \`cursor\`)${didYouMean(as, query)}`,
          query.length === 0
            ? "Remove `cursor` and `items`: the call has no query parameters."
            : `Use one of the query parameters: ${listed}.`,
        );
  const names = [from.slice(from.lastIndexOf(".") + 1), CURSOR];
  return (
    names.find((name) => query.includes(name)) ??
    refuse(
      `no query parameter is called ${[...new Set(names)].join(" or ")}`,
      query.length === 0
        ? "Remove `cursor` and `items`: the call has no query parameters."
        : `Specify which parameter takes the cursor, as in \`cursor: { from: ${from}, as: ${query.find((name) => LEADS_ON.test(name)) ?? query[0]} }\`. Candidates: ${listed}.`,
    )
  );
}

/** Reports a list with a cursor but no clear way to the next page. */
function reportPages(
  { call, response, pointer }: Paged,
  fields: readonly FieldAt[],
  { diagnostics, unions }: SchemaContext,
): void {
  const mayBeList = ({ type }: FieldAt): boolean =>
    typesIn(type, { unions }).some(({ kind }) => kind === "array" || kind === "any");
  const leading = call.parameters.find(
    ({ name, in: location }) => location === "query" && LEADS_ON.test(name),
  )?.name;
  const cursor = fields.map(({ path }) => path.at(-1) ?? "").find((name) => LEADS_ON.test(name));
  const isList =
    fields.some((field) => isArray(field) || (field.path.at(-1) === ITEMS && mayBeList(field))) ||
    (response !== null && withoutNull(response).kind === "array");
  if (!isList) return;
  if (call.method === "get") {
    if (leading !== undefined) diagnostics.report("list that cannot be paged", pointer, leading);
    else if (cursor !== undefined)
      diagnostics.report("cursor without a parameter", pointer, cursor);
  }
  // With other methods, a response is a paged list only if it also contains a cursor.
  else if (leading !== undefined && cursor !== undefined)
    diagnostics.report("list that is not a GET request", pointer, leading);
}
