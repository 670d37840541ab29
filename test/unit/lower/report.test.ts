import { describe, expect, it } from "vitest";
import { didYouMeanField, fieldAt, fieldsIn } from "../../../generator/lower/fields.js";
import { lower } from "../../../generator/lower/lower.js";
import { operationColumns, rowLocationOf } from "../../../generator/lower/report.js";
import type { Field, ObjectType, Operation, Type } from "../../../generator/model/model.js";
import { parseColumns, parseRows } from "../../../generator/parse/annotations.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { shapeOf } from "../../../generator/rules/shape.js";
import { smallContract } from "../../support/small-contract.js";

const text: Type = { kind: "string" };
const inNull = (type: Type): Type => ({ kind: "nullable", of: type });
const listOf = (items: Type): Type => ({ kind: "array", items, each: {} });
const named = (name: string): Type => ({ kind: "object", name });
const field = (name: string, type: Type = text, required = false): Field => ({
  name,
  type,
  required,
  limits: {},
  doc: "",
});
const object = (name: string, ...fields: readonly (Field | string)[]): ObjectType => ({
  name,
  fields: fields.map((one) => (typeof one === "string" ? field(one) : one)),
});

describe("the rows of a response", () => {
  const COLUMNS = { name: "Columns", values: ["CTR", "SPEND"] };
  const columns = listOf({ kind: "enum", name: "Columns" });
  const operation = (
    response: Type | null,
    objects: readonly ObjectType[],
    more: Partial<Operation> = {},
  ): Operation =>
    ({
      body: object("Request", field("columns", columns)),
      response,
      objects,
      enums: [COLUMNS],
      pageOf: null,
      ...more,
    }) as unknown as Operation;
  const place = (...args: Parameters<typeof operation>) => {
    const found = rowLocationOf(operation(...args));
    return found && [found.list, found.item.name, found.cells];
  };
  const item = object("Item", "ID", "CTR");
  const odd = object("Odd", "ID");
  const whole = (...fields: readonly (Field | string)[]) => object("Whole", ...fields);
  const rows = (type: Type = listOf(named("Item"))) => field("rows", type);
  const cells = object("Cells", "CTR", "DATE");
  const around = object("Around", field("cells", named("Cells")), "ID");

  it.each<
    readonly [what: string, response: Type | null, objects: readonly ObjectType[], place: unknown]
  >([
    ["a list of any objects", listOf(named("Odd")), [odd], [null, "Odd", null]],
    [
      "a list of objects with cells",
      listOf(named("Around")),
      [around, cells],
      [null, "Around", "cells"],
    ],
    ["a list of texts", listOf(text), [], null],
    ["a list in an object", named("Whole"), [whole("other", rows()), item], ["rows", "Item", null]],
    [
      "a list that may be null",
      named("Whole"),
      [whole(rows(inNull(listOf(named("Item"))))), item],
      ["rows", "Item", null],
    ],
    [
      "a list of dates",
      named("Whole"),
      [whole(rows(listOf(named("Odd")))), object("Odd", "DATE")],
      ["rows", "Odd", null],
    ],
    ["a list of others", named("Whole"), [whole(rows(listOf(named("Odd")))), odd], null],
    [
      "the second list",
      named("Whole"),
      [whole(field("odd", listOf(named("Odd"))), rows()), odd, item],
      ["rows", "Item", null],
    ],
    [
      "a list of objects with cells in an object",
      named("Whole"),
      [whole(rows(listOf(named("Around")))), around, cells],
      ["rows", "Around", "cells"],
    ],
    [
      "cells that may be null",
      listOf(named("Around")),
      [object("Around", field("cells", inNull(named("Cells")))), cells],
      [null, "Around", "cells"],
    ],
    [
      "cells without fields",
      listOf(named("Around")),
      [around, object("Cells")],
      [null, "Around", "cells"],
    ],
    [
      "cells with another field",
      listOf(named("Around")),
      [around, object("Cells", "CTR", "x")],
      [null, "Around", null],
    ],
    [
      "two objects of cells",
      listOf(named("Around")),
      [object("Around", field("a", named("Cells")), field("b", named("Cells"))), cells],
      [null, "Around", null],
    ],
    [
      "cells beside columns",
      listOf(named("Around")),
      [object("Around", field("cells", named("Cells")), "SPEND"), cells],
      [null, "Around", null],
    ],
    ["items in several forms", listOf(named("Item")), [{ ...item, oneOf: "Item" }], null],
    [
      "items in several forms in an object",
      named("Whole"),
      [whole(rows()), { ...item, oneOf: "Item" }],
      null,
    ],
    [
      "an object that is not a list",
      named("Whole"),
      [whole(field("row", named("Item"))), item],
      null,
    ],
    ["nothing", null, [item], null],
  ])("are in %s", (_, response, objects, found) => {
    expect(place(response, objects)).toStrictEqual(found);
  });

  it("are found only if the request has a list of columns and the response is not paginated", () => {
    const response = listOf(named("Item"));
    const body = (...fields: readonly Field[]) => ({ body: object("Request", ...fields) });
    expect(place(response, [item])).not.toBeNull();
    expect(place(response, [item], body(field("columns", inNull(columns))))).not.toBeNull();
    expect(place(response, [item], body())).toBeNull();
    expect(place(response, [item], body(field("column", columns)))).toBeNull();
    expect(
      place(
        response,
        [item],
        body(field("columns", columns.kind === "array" ? columns.items : text)),
      ),
    ).toBeNull();
    expect(place(response, [item], body(field("columns", listOf(text))))).toBeNull();
    expect(
      place(response, [item], { enums: [{ name: "Columns", values: [1, "CTR"] }] }),
    ).toBeNull();
    expect(place(response, [item], { pageOf: named("Item") })).toBeNull();
  });

  it("have each column once, with the known facts about it", () => {
    const known = parseColumns("columns:\n  CTR: { value: ratio, evidence: unverified }\n");
    const some = operation(listOf(named("Item")), [item]);
    expect(operationColumns([some, some, operation(null, [])], known)).toStrictEqual([
      { name: "CTR", value: "ratio", verified: false },
      { name: "SPEND", value: "unknown", verified: false },
    ]);
    expect(operationColumns([operation(null, [])], known)).toStrictEqual([]);
  });
});

describe("the fields of a response", () => {
  const types = {
    objects: [
      object("Page", "next", field("more", named("More"), true)),
      object("More", field("token", text, true)),
      object("A", "a", "both"),
      object("B", "b", "both"),
      object("Loop", field("loop", named("Loop"), true), field("id", text, true)),
    ],
    unions: [
      {
        name: "Either",
        discriminator: null,
        members: [
          { type: named("A"), limits: {}, values: [] },
          { type: inNull(named("B")), limits: {}, values: [] },
        ],
      },
    ],
  };
  const paths = (...fields: readonly Field[]) =>
    fieldsIn(object("Root", ...fields), types).map(
      ({ path, optional }) => path.join(".") + (optional ? "?" : ""),
    );

  it("are listed level by level from the outside, without the fields inside lists", () => {
    expect(
      paths(
        field("page", named("Page"), true),
        field("id", text, true),
        field("list", listOf(named("A")), true),
        field("maybe", inNull(named("Page")), true),
        field("either", { kind: "union", name: "Either" }, true),
        field("lost", { kind: "union", name: "Lost" }),
      ),
    ).toStrictEqual([
      "page",
      "id",
      "list",
      "maybe?",
      "either",
      "lost?",
      "page.next?",
      "page.more",
      "maybe.next?",
      "maybe.more?",
      "either.a?",
      "either.both?",
      "either.b?",
      "either.both?",
      "page.more.token",
      "maybe.more.token?",
    ]);
    const forms: ObjectType = { ...object("Root", field("id", text, true)), oneOf: "Either" };
    expect(fieldsIn(forms, types)[0]?.optional).toBe(true);
  });

  it("are read to a depth of five levels, up to two thousand fields", () => {
    expect(paths(field("loop", named("Loop"), true))).toStrictEqual([
      "loop",
      "loop.loop",
      "loop.id",
      "loop.loop.loop",
      "loop.loop.id",
      "loop.loop.loop.loop",
      "loop.loop.loop.id",
      "loop.loop.loop.loop.loop",
      "loop.loop.loop.loop.id",
    ]);
    const many = Array.from({ length: 1_999 }, (_, at) => field(`f${at}`));
    expect(paths(...many, field("page", named("Page")))).toHaveLength(2_000);
    const wide = object(
      "Wide",
      ...Array.from({ length: 60 }, (_, at) => field(`w${at}`, named("Wide"))),
    );
    expect(fieldsIn(wide, { objects: [wide] })).toHaveLength(2_000);
  });

  it("are found by path, and a wrong path gets a suggestion", () => {
    const fields = fieldsIn(object("Root", "id", field("page", named("Page"))), types);
    expect(fieldAt("page.more.token", fields)?.path).toStrictEqual(["page", "more", "token"]);
    expect(fieldAt("token", fields)).toBeUndefined();
    const meant = (path: string) => didYouMeanField(path, fields);
    expect(meant("token")).toBe("; did you mean page.more.token?");
    expect(meant("other.NEXT")).toBe("; did you mean page.next?");
    expect(meant("page.mor")).toBe("; did you mean page.more?");
    expect(meant("result.tokn")).toBe("; did you mean page.more.token?");
    expect(meant("quite_another")).toBe("");
  });
});

describe("the known values of a field", () => {
  const values = (type: Type) =>
    shapeOf({
      body: object("Request", field("x", type)),
      enums: [
        { name: "E", values: ["A", "B"] },
        { name: "F", values: ["B", 1] },
      ],
      unions: [
        {
          name: "U",
          discriminator: null,
          members: [
            { type: { kind: "enum", name: "E" }, limits: {}, values: [] },
            { type: inNull({ kind: "enum", name: "F" }), limits: {}, values: [] },
          ],
        },
        {
          name: "V",
          discriminator: null,
          members: [
            { type: { kind: "enum", name: "E" }, limits: {}, values: [] },
            { type: listOf({ kind: "enum", name: "F" }), limits: {}, values: [] },
          ],
        },
      ],
    }).values(type);

  it.each<readonly [type: Type, values: readonly (string | number)[] | null]>([
    [{ kind: "enum", name: "E" }, ["A", "B"]],
    [{ kind: "enum", name: "lost" }, null],
    [listOf({ kind: "enum", name: "F" }), ["B", 1]],
    [inNull(listOf({ kind: "enum", name: "E" })), ["A", "B"]],
    [{ kind: "constant", value: "A" }, ["A"]],
    [{ kind: "constant", value: true }, null],
    [{ kind: "union", name: "U" }, ["A", "B", 1]],
    [{ kind: "union", name: "V" }, null],
    [text, null],
  ])("are correct for %j", (type, known) => {
    expect(values(type)).toStrictEqual(known);
  });

  it("depend on the variant if all variants are known objects", () => {
    const [a, b] = [object("A", "a"), object("B", "b")];
    const member = (type: Type) => ({ type, limits: {}, values: [] });
    const shape = (...types: readonly Type[]) =>
      shapeOf({
        body: { ...object("Request"), oneOf: "Forms" },
        enums: [{ name: "E", values: ["A"] }],
        unions: [{ name: "Forms", discriminator: null, members: types.map(member) }],
        objects: [a, b],
      });
    const forms = shape(named("B"), named("A")).forms;
    expect(forms?.map((form) => [form.field("a")?.name, form.field("b")?.name])).toStrictEqual([
      [undefined, "b"],
      ["a", undefined],
    ]);
    expect(forms?.[0]?.values({ kind: "enum", name: "E" })).toStrictEqual(["A"]);
    expect(shape(named("A"), text)).not.toHaveProperty("forms");
    expect(shape(named("A"), named("Lost"))).not.toHaveProperty("forms");
    expect(shapeOf({ body: a, enums: [], objects: [a] })).not.toHaveProperty("forms");
  });

  it("can be looked up by the field's name", () => {
    const x = field("x");
    const shape = shapeOf({ body: object("Request", x), enums: [] });
    expect([shape.field("x"), shape.field("y")]).toStrictEqual([x, undefined]);
  });
});

describe("the rows of a report", () => {
  const columns = {
    type: "array",
    items: { type: "string", enum: ["C_ID", "A_ID", "P_ID", "CTR", "DAY_ID"] },
  };
  const report = (properties: JsonObject, rows?: string) => {
    const { annotations, ...contract } = smallContract({
      body: { type: "object", properties: { columns, ...properties } },
    });
    const { model } = lower({
      ...contract,
      annotations: {
        ...annotations,
        columns: parseColumns(
          "columns:\n  CTR: { value: ratio, zero: false, evidence: unverified }\n  A_ID: { value: id, evidence: unverified }\n",
        ),
        rows: rows === undefined ? new Map() : parseRows(rows),
      },
    });
    return model.flows[0];
  };
  const ROWS = `things/create:
  CAMPAIGN: { ids: [C_ID], evidence: [airbyte] }
  AD: { ids: [X_ID, A_ID], within: CAMPAIGN, besides: [DAY_ID, X_ID], evidence: [airbyte] }
  PIN: { ids: [P_ID], within: AD, evidence: [airbyte] }
  KEYWORD: { ids: [], ours: K_ID, within: AD, besides: [P_ID], evidence: [airbyte] }
`;
  const level = { type: "string", enum: ["PIN", "CAMPAIGN", "OTHER", "AD_TARGETING", "KEYWORD"] };

  it("have the requestable columns, with the known facts about each", () => {
    const unknown = { value: "unknown", verified: false };
    expect(report({})?.columns).toStrictEqual([
      { name: "C_ID", ...unknown },
      { name: "A_ID", value: "id", verified: false },
      { name: "P_ID", ...unknown },
      { name: "CTR", value: "ratio", verified: false, zero: false },
      { name: "DAY_ID", ...unknown },
    ]);
    expect(
      report({ columns: { type: "array", items: { type: "string" } } })?.columns,
    ).toStrictEqual([]);
    expect(
      report({ columns: { type: "array", items: { enum: [1, "A"] } } })?.columns,
    ).toStrictEqual([]);
    expect(report({})).not.toHaveProperty("known");
  });

  it("are identified at each known level by columns that can be requested", () => {
    expect(report({ level }, ROWS)?.levels).toStrictEqual([
      {
        name: "PIN",
        has: ["C_ID", "A_ID", "P_ID"],
        listedUnder: ["P_ID"],
        distinguishedBy: [["P_ID"]],
      },
      { name: "CAMPAIGN", has: ["C_ID"], listedUnder: ["C_ID"], distinguishedBy: [] },
      {
        name: "AD_TARGETING",
        has: ["C_ID", "A_ID"],
        listedUnder: ["A_ID"],
        distinguishedBy: [["A_ID"], ["DAY_ID"]],
      },
      {
        name: "KEYWORD",
        has: ["C_ID", "A_ID"],
        listedUnder: [],
        ours: "K_ID",
        distinguishedBy: [["P_ID"]],
      },
    ]);
    expect(report({}, ROWS)?.levels).toStrictEqual([]);
    expect(report({ level: { type: "string" } }, ROWS)?.levels).toStrictEqual([]);
    expect(report({ level })).not.toHaveProperty("levels");
  });
});

describe("a report", () => {
  it("is completely described by the model", () => {
    const contract = smallContract({
      body: { type: "object", properties: { a: { type: "string" } } },
    });
    const call = { rateLimit: null, security: [{ schemes: [], scopes: [] }], sandbox: null };
    const account = { name: "account_id", in: "path", required: true, type: text, limits: {} };
    const token = { name: "token", in: "query", required: true, type: text, limits: {} };
    const path = "/accounts/{account_id}/things";
    const flow = {
      name: "thing",
      doc: "",
      body: { name: "ThingRequest", fields: [field("a")] },
      create: {
        id: "things/create",
        method: "post",
        path,
        parameters: [account],
        response: object(
          "ThingCreateResponse",
          field("report_status", { kind: "enum", name: "ThingCreateResponseReportStatus" }),
          "token",
        ),
        ...call,
        account: "account_id",
      },
      poll: {
        id: "things/get",
        method: "get",
        path,
        parameters: [account, token],
        response: object(
          "ThingPollResponse",
          field("report_status", { kind: "enum", name: "ThingPollResponseReportStatus" }),
          field("url", inNull(text)),
        ),
        ...call,
        account: "account_id",
      },
      content: "json",
      objects: [],
      enums: ["Create", "Poll"].map((role) => ({
        name: `Thing${role}ResponseReportStatus`,
        values: ["IN_PROGRESS", "FINISHED"],
      })),
      statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: [] },
      rules: [],
      columns: [],
    };
    expect(lower(contract)).toStrictEqual({
      model: { source: contract.source, flows: [flow], operations: [] },
      notices: [],
      refused: [],
      refusedByEntry: new Map(),
    });
  });
});
