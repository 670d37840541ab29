import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { parseFlows } from "../../../generator/parse/config.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { Problems } from "../../../generator/problem.js";
import { smallContract } from "../../support/small-contract.js";

const text: JsonObject = { type: "string" };
const object = (properties: JsonObject, ...required: readonly string[]): JsonObject => ({
  type: "object",
  properties,
  required,
});
const list = (items: JsonObject = text): JsonObject => ({ type: "array", items });
const query = (name: string, more: JsonObject = {}): JsonObject => ({
  name,
  in: "query",
  schema: text,
  ...more,
});

interface List {
  readonly response: JsonObject | null;
  readonly parameters?: readonly JsonObject[];
  readonly method?: string;
  /** Keys of the entry in flows.yaml. */
  readonly mapping?: string;
  readonly schemas?: JsonObject;
}

/** How a list is paginated, and the notices about it. */
function pagesOf({
  response,
  parameters = [query("bookmark")],
  method = "get",
  mapping = "",
  schemas = {},
}: List) {
  const base = smallContract({ body: {}, schemas });
  const content = response === null ? {} : { "application/json": { schema: response } };
  const operation = { operationId: "things/list", parameters, responses: { "200": { content } } };
  const flows = `operations: { things: { operation: things/list${mapping === "" ? "" : `, ${mapping}`} } }\n`;
  try {
    const { model, notices } = lower({
      ...base,
      document: { ...base.document, paths: { "/things": { [method]: operation } } } as JsonObject,
      annotations: { ...base.annotations, flows: parseFlows(flows, "flows.yaml") },
    });
    const { pageOf, paging } = model.operations[0] ?? {};
    return { pageOf, paging, said: notices.map(({ what }) => what) };
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    return {
      said: error.list.map(({ what, where, why, fix }) => `${where}: ${what}. ${why} ${fix}`),
    };
  }
}

const usual = object({ items: list(), bookmark: text }, "items", "bookmark");
const TEXT = { kind: "string" };

describe("a list operation", () => {
  it.each<readonly [what: string, described: List]>([
    ["as Pinterest describes it", { response: usual }],
    [
      "with a bookmark that may be missing",
      { response: object({ items: list(), bookmark: text }, "items") },
    ],
    [
      "with a bookmark that is null in the end",
      { response: object({ items: list(), bookmark: { ...text, nullable: true } }, "items") },
    ],
    [
      "with a number for a bookmark",
      {
        response: object({ items: list(), bookmark: { type: "integer" } }, "items"),
        parameters: [query("bookmark", { schema: { type: "number" } })],
      },
    ],
    ["with any bookmark", { response: object({ items: list(), bookmark: {} }, "items") }],
    [
      "with a text or a number for a bookmark",
      {
        response: object(
          { items: list(), bookmark: { oneOf: [text, { type: "integer" }] } },
          "items",
        ),
      },
    ],
    [
      "with another list in an object",
      {
        response: object(
          { items: list(), bookmark: text, more: object({ items: list() }) },
          "items",
        ),
      },
    ],
  ])("%s is paginated", (_, described) => {
    expect(pagesOf(described)).toStrictEqual({ pageOf: TEXT, paging: undefined, said: [] });
  });

  it.each<readonly [what: string, described: List, paging: object]>([
    [
      "items that may be missing",
      { response: object({ items: list(), bookmark: text }) },
      { items: ["items"], cursor: ["bookmark"], optionalItems: true },
    ],
    [
      "items that may be null",
      { response: object({ items: { ...list(), nullable: true }, bookmark: text }, "items") },
      { items: ["items"], cursor: ["bookmark"], optionalItems: true },
    ],
    [
      "items in an object",
      { response: object({ page: object({ items: list() }, "items"), bookmark: text }, "page") },
      { items: ["page", "items"], cursor: ["bookmark"] },
    ],
    [
      "a bookmark in an object",
      { response: object({ items: list(), page: object({ bookmark: text }) }, "items") },
      { items: ["items"], cursor: ["page", "bookmark"] },
    ],
    [
      "a bookmark in an object beside one that is none",
      {
        response: object(
          { items: list(), bookmark: list(), page: object({ bookmark: text }) },
          "items",
        ),
      },
      { items: ["items"], cursor: ["page", "bookmark"] },
    ],
  ])("has a mapping if it has %s", (_, described, paging) => {
    expect(pagesOf(described)).toStrictEqual({
      pageOf: TEXT,
      paging: { parameter: "bookmark", ...paging },
      said: [],
    });
  });

  const LOOKS =
    "the list is not paged automatically: bookmark leads to the next page, but the response fields for the cursor and the items could not be identified; name them as `cursor` and `items` in flows.yaml";

  it.each<readonly [what: string, described: List, says: string | null]>([
    [
      "that takes no bookmark",
      { response: usual, parameters: [query("limit")] },
      "the list is not paged automatically: no query parameter for bookmark was found; set `cursor.as` in flows.yaml to the parameter's name",
    ],
    [
      "that neither takes nor gives a bookmark",
      { response: object({ items: list() }), parameters: [query("limit")] },
      null,
    ],
    [
      "that is read by a POST",
      { response: usual, method: "post" },
      "the list is not paged automatically: bookmark leads to the next page, but only GET requests are safe to repeat; pass bookmark yourself",
    ],
    ...[{}, { oneOf: [list(), text] }].map(
      (items) =>
        [
          `whose items are ${JSON.stringify(items)}`,
          { response: object({ items, bookmark: text }) },
          LOOKS,
        ] as const,
    ),
    [
      "that is read by a POST with a cursor in an object",
      { response: object({ items: list(), page: object({ next_cursor: text }) }), method: "post" },
      "the list is not paged automatically: bookmark leads to the next page, but only GET requests are safe to repeat; pass bookmark yourself",
    ],
    [
      "that is read by a POST without a cursor",
      { response: object({ items: list(), next: text }), method: "post" },
      null,
    ],
    ["without a response", { response: null }, null],
    ["that is a text", { response: text }, null],
    [
      "that takes a list of bookmarks",
      { response: usual, parameters: [query("bookmark", { schema: list() })] },
      LOOKS,
    ],
    ["that is the response", { response: list() }, LOOKS],
    ["that is the response, or null", { response: { ...list(), nullable: true } }, LOOKS],
    ["without a bookmark", { response: object({ items: list() }) }, LOOKS],
    [
      "with a list for a bookmark",
      { response: object({ items: list(), bookmark: list() }) },
      LOOKS,
    ],
    [
      "with a list or a text for a bookmark",
      { response: object({ items: list(), bookmark: { oneOf: [text, list()] } }) },
      LOOKS,
    ],
    [
      "with a text for items",
      { response: object({ items: text, bookmark: text, others: list() }) },
      LOOKS,
    ],
    ["without a list", { response: object({ items: text, bookmark: text }) }, null],
    [
      "with two bookmarks at one level",
      {
        response: object({
          items: list(),
          a: object({ bookmark: text }),
          b: object({ bookmark: text }),
        }),
      },
      LOOKS,
    ],
    [
      "with two lists of items at one level",
      {
        response: object({
          bookmark: text,
          a: object({ items: list() }),
          b: object({ items: list() }),
        }),
      },
      LOOKS,
    ],
    ["in one of two forms", { response: { oneOf: [usual, object({ a: text })] } }, LOOKS],
    ["of texts that may be objects", { response: { oneOf: [usual, text] } }, LOOKS],
  ])("%s is not paginated", (_, described, says) => {
    expect(pagesOf(described)).toStrictEqual({
      pageOf: null,
      paging: undefined,
      said: says === null ? [] : [says],
    });
  });

  it.each<readonly [name: string, leads: boolean]>([
    ["bookmark", true],
    ["page_token", true],
    ["pageToken", true],
    ["next_cursor", true],
    ["Cursor", true],
    ["continuation_token", true],
    ["pagination_token", true],
    ["next_token", true],
    ["token", false],
    ["page", false],
    ["cursors", false],
    ["bookmarked_by", false],
    ["precursor", false],
  ])("is paginated by the parameter %s: %s", (name, leads) => {
    const parameters = [query(name)];
    expect(pagesOf({ response: list(), parameters }).said).toStrictEqual(
      leads ? [LOOKS.replace("bookmark leads", `${name} leads`)] : [],
    );
    expect(pagesOf({ response: list(), parameters, method: "post" }).said).toStrictEqual([]);
  });
});

describe("a list that is mapped in flows.yaml", () => {
  const other = object({ results: list(), next: text, page: object({ after: text }) }, "results");

  it.each<readonly [mapping: string, paging: object | undefined, described: Partial<List>]>([
    [
      "cursor: { from: next, as: after }, items: results",
      { items: ["results"], cursor: ["next"], parameter: "after" },
      {},
    ],
    [
      "cursor: page.after, items: results",
      { items: ["results"], cursor: ["page", "after"], parameter: "after" },
      {},
    ],
    [
      "cursor: next, items: results",
      { items: ["results"], cursor: ["next"], parameter: "bookmark" },
      { parameters: [query("bookmark"), query("after")] },
    ],
    [
      "cursor: next, items: results",
      { items: ["results"], cursor: ["next"], parameter: "next" },
      { parameters: [query("bookmark"), query("next")] },
    ],
    [
      "items: results",
      { items: ["results"], cursor: ["bookmark"], parameter: "bookmark" },
      {
        response: object({ results: list(), bookmark: text }, "results"),
        parameters: [query("bookmark")],
      },
    ],
    ["items: items", undefined, { response: usual, parameters: [query("bookmark")] }],
  ])("is paginated by its mapping: %s", (mapping, paging, described) => {
    expect(
      pagesOf({ response: other, parameters: [query("after")], mapping, ...described }),
    ).toStrictEqual({ pageOf: TEXT, paging, said: [] });
  });

  const WHY = "The next page is requested with the cursor from the previous page.";
  const OUT = "Remove `cursor` and `items`";
  const no = (what: string, fix: string): string =>
    `flows.yaml:1: the call things cannot be paged: ${what}. ${WHY} ${fix}`;

  it.each<readonly [what: string, described: List, says: readonly string[]]>([
    [
      "of a call without parameters",
      { response: other, parameters: [], mapping: "cursor: next, items: results" },
      [
        no(
          "no query parameter is called next or bookmark",
          `${OUT}: the call has no query parameters.`,
        ),
      ],
    ],
    [
      "of a call without parameters by name",
      { response: other, parameters: [], mapping: "cursor: { from: next, as: a }, items: results" },
      [
        no(
          "no query parameter is called a (named in `cursor`)",
          `${OUT}: the call has no query parameters.`,
        ),
      ],
    ],
    [
      "with a parameter in no query",
      { response: usual, parameters: [query("limit")], mapping: "items: items" },
      [
        no(
          "no query parameter is called bookmark",
          "Specify which parameter takes the cursor, as in `cursor: { from: bookmark, as: limit }`. Candidates: limit.",
        ),
      ],
    ],
    [
      "without a response",
      { response: null, mapping: "items: a" },
      [no("the response of things/list is not an object with fields", `${OUT}.`)],
    ],
    [
      "without fields",
      { response: { type: "object" }, mapping: "cursor: a" },
      [no("the response of things/list is not an object with fields", `${OUT}.`)],
    ],
    [
      "of a POST",
      { response: usual, method: "post", mapping: "items: items" },
      [no("things/list is not a GET request", `${OUT}.`)],
    ],
    [
      "with no list",
      { response: object({ a: text, bookmark: text }), mapping: "items: list" },
      [
        no(
          "the response of things/list has no list (named in `items`)",
          "Choose another operation, or remove `cursor` and `items`.",
        ),
      ],
    ],
    [
      "with a text for a list",
      { response: object({ a: text, b: list(), bookmark: text }), mapping: "items: a" },
      [
        no(
          "a in the response of things/list is not a list",
          "Specify the field, as in `items: b`. Candidates: b.",
        ),
      ],
    ],
  ])("is checked: %s", (_, described, says) => {
    expect(pagesOf(described).said).toStrictEqual(says);
  });

  it("with wrong names causes an error that lists at most twelve candidates and the number of others", () => {
    const names = Array.from({ length: 14 }, (_, at) => `list${at}`);
    const some = `${names.slice(0, 12).join(", ")}, 2 more`;
    const said = pagesOf({
      response: object({
        ...Object.fromEntries(names.map((name) => [name, list()])),
        bookmark: text,
      }),
      parameters: names.map((name) => query(name)),
      mapping: "items: quite",
    }).said;
    expect(said).toStrictEqual([
      no(
        "the response of things/list has no quite (named in `items`)",
        `Specify the field, as in \`items: list0\`. Candidates: ${some}.`,
      ),
      no(
        "no query parameter is called bookmark",
        `Specify which parameter takes the cursor, as in \`cursor: { from: bookmark, as: list0 }\`. Candidates: ${some}.`,
      ),
    ]);
  });
});
