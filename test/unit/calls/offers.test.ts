import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { build } from "../../../generator/pipeline.js";
import { didYouMean } from "../../../runtime/validation/wording.js";
import { answer, contract, get, problems, text } from "../../support/offered.js";

const inHeader: JsonObject = { name: "X-Key", in: "header", required: true, schema: text };

const said = (attempt: () => unknown): string =>
  problems(attempt)
    .map(({ what, where, fix }) => `${where}: ${what} | ${fix}`)
    .join("\n");

const names = (paths: JsonObject, flows?: string) =>
  lower(contract(paths, flows)).model.operations.map(({ name, call }) => `${name} ${call.id}`);

describe("call names derived from operation ids", () => {
  it.each<[string, string, string]>([
    ["punctuation", "a/b", "a-b"],
    ["letter case", "lists/get", "lists/Get"],
    ["punctuation that names in code cannot have", "a/1", "a1"],
  ])("are distinct if two ids differ in %s, regardless of other operations", (_, one, other) => {
    const paths = { "/a": get(one), "/b": get(other) };
    const [first, second = ""] = names(paths);
    expect(first).toMatch(/^[a-z0-9-]+ /);
    expect(second).toMatch(/^[a-z0-9-]+-[0-9a-f]{6} /);
    expect(names({ "/0": get("unrelated"), ...paths })).toEqual([
      "unrelated unrelated",
      first,
      second,
    ]);
    expect(names(paths, `operations: { all: true, second: ${JSON.stringify(other)} }\n`)).toContain(
      `second ${other}`,
    );
    expect(
      names(paths, `operations: { all: true, except: [${JSON.stringify(other)}] }\n`),
    ).toHaveLength(1);
  });

  it.each([
    "а",
    ".",
    "1st/list",
    "then",
    "to/string",
    "con",
    "NUL",
    "COM1",
    `${"long/".repeat(1000)}x`,
  ])("can be created for any id: %s", (id) => {
    const paths = { "/a": get(id), "/b": get("b") };
    const [made = ""] = names(paths);
    expect(made).toMatch(/^operation-([a-z0-9-]+-)?[0-9a-f]{6} /);
    expect(made.split(" ")[0]?.length).toBeLessThan(100);
    expect(names(paths, `operations: { all: true, mine: ${JSON.stringify(id)} }\n`)).toEqual([
      `mine ${id}`,
      "b b",
    ]);
  });

  it("are distinct from names given in flows.yaml", () => {
    expect(
      names({ "/a": get("a/b"), "/b": get("c") }, "operations: { all: true, a-b: c }\n"),
    ).toEqual(["a-b c", expect.stringMatching(/^a-b-[0-9a-f]{6} a\/b$/)]);
  });

  it("are rejected if two names in flows.yaml become the same", () => {
    expect(
      said(() =>
        lower(contract({ "/a": get("a"), "/b": get("b") }, "operations: { x-1: a, x1: b }\n")),
      ),
    ).toContain("two entries would get the name x1: x1 and x-1");
  });

  it("are rejected if the package already uses the name", async () => {
    const flows = "operations: { create-client: a }\n";
    const made = build(contract({ "/a": get("a") }, flows), "elsewhere");
    await expect(made).rejects.toThrow(
      "my.yaml:1: two entries would get the name createClient: create-client and the client itself",
    );
  });
});

it.each<[string, JsonObject]>([
  ["a list", { type: "array", items: text }],
  ["any value", {}],
  ["a reference", { $ref: "#/components/schemas/Sent" }],
  ["one of several", { oneOf: [text, { type: "array", items: text }] }],
])("a body declared read-only is still sent: %s", (_, schema) => {
  const requestBody = {
    required: true,
    content: { "application/json": { schema: { ...schema, readOnly: true } } },
  };
  const schemas = { Sent: { type: "array", items: text, readOnly: true } };
  const paths = { "/a": { post: { operationId: "a", requestBody, responses: answer } } };
  const [one] = lower(contract(paths, undefined, {}, schemas)).model.operations;
  expect(one?.body.fields.map(({ name }) => name)).toEqual([one?.bodyField]);
});

describe("`operations: all`", () => {
  const odd = {
    "/b": get("b", { parameters: [{ name: "key", in: "header", required: true, schema: text }] }),
  };

  it("leaves out operations that cannot be generated, with a notice", () => {
    const { model, notices } = lower(contract({ "/a": get("a"), ...odd }));
    expect(model.operations.map(({ name }) => name)).toEqual(["a"]);
    expect(notices).toEqual([
      {
        kind: "left out",
        what: expect.stringMatching(/^b: the client cannot send the required header parameter key/),
        where: expect.any(String),
      },
    ]);
  });

  it("rejects a mistake in a user's file, however the operation is requested", () => {
    const entry: JsonObject = {
      id: "mine",
      kind: "forbidden-when",
      field: "a",
      when: { field: "a", in: [3] },
      reason: "Mine.",
    };
    const query = { name: "a", in: "query", schema: { type: "integer" } };
    const slip = contract(
      { "/a": get("a", { parameters: [query] }), "/b": get("b") },
      "operations: all\n",
      {
        rules: [{ operation: "a", entry, where: "own/rules.yaml:1" }],
      },
    );
    expect(problems(() => lower(slip))).toMatchObject([
      { where: "own/rules.yaml:1", what: expect.stringContaining("when") },
    ]);
  });

  it("rejects an invalid operation that is requested by name, or leaves it out with keepGoing", () => {
    const described = contract({ "/a": get("a"), ...odd }, "operations: { all: true, mine: b }\n");
    expect(problems(() => lower(described))).toMatchObject([{ notes: [["part of", "b"]] }]);
    const { model, refused } = lower(described, { keepGoing: true });
    expect(model.operations.map(({ name }) => name)).toEqual(["a"]);
    expect(refused).toMatchObject([{ notes: [["part of", "b"]] }]);
  });

  it("reports a reason once if several operations share it", () => {
    const responses = {
      "200": {
        description: "",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Odd" } } },
      },
    };
    const paths = Object.fromEntries(
      [..."abcdefg"].map((id) => [`/${id}`, get(id, { responses })]),
    );
    const schemas = {
      Odd: {
        type: "object",
        required: ["a"],
        properties: { a: { $ref: "#/components/schemas/Gone" } },
      },
    };
    const named = `operations: { ${[..."abcdefg"].map((id) => `${id}: ${id}`).join(", ")} }\n`;
    const found = problems(() => contract(paths, named, {}, schemas));
    expect(found.map(({ what, where, notes }) => [what, where, notes])).toEqual([
      [
        "the target of a reference does not exist: #/components/schemas/Gone",
        "#/components/schemas/Odd/properties/a/$ref",
        undefined,
      ],
    ]);
  });

  it("rejects an excluded operation that does not exist, and suggests a similar id", () => {
    expect(
      said(() =>
        contract(
          { "/a": get("boards/list") },
          "operations: { all: true, except: [boards/lsit] }\n",
        ),
      ),
    ).toMatch(
      /^my\.yaml:1: the description has no operation boards\/lsit to exclude; did you mean boards\/list\?/,
    );
  });

  it("identifies an operation without an id, or with an unusual method, by method and path", () => {
    const paths: JsonObject = {
      "/a": { get: { responses: answer }, head: { operationId: "a/look", responses: answer } },
      "/b": get("b"),
    };
    expect(lower(contract(paths)).notices.map(({ what }) => what)).toEqual([
      "GET /a: the operation has no id",
      "HEAD /a: this method is not supported",
    ]);
    expect(names(paths, 'operations: { all: true, except: ["GET /a", "HEAD /a"] }\n')).toEqual([
      "b b",
    ]);
  });
});

describe("a path that is a reference to another", () => {
  const elsewhere = { "x-moved": { a: get("a"), again: { $ref: "#/paths/x-moved/a" } } };

  it("is resolved through any number of references", () => {
    expect(
      names({ "/a": { $ref: "#/paths/x-moved/again" }, "/b": get("b"), ...elsewhere }),
    ).toEqual(["a a", "b b"]);
  });

  it("is resolved even if another path contains the referenced content", () => {
    const paths = {
      "/b": get("b", { description: "Unlike a, it gives all." }),
      "/a": { $ref: "#/paths/x-moved/a" },
      ...elsewhere,
    };
    expect(names(paths, "operations: { mine: a }\n")).toEqual(["mine a"]);
  });

  it.each(["./paths.yaml", "#/paths/~1a", "#/nowhere", "#/paths/~1b/get/operationId"])(
    "is reported if its target does not exist: %s",
    ($ref) => {
      const { model, notices } = lower(contract({ "/a": { $ref }, "/b": get("b") }));
      expect(model.operations.map(({ name }) => name)).toEqual(["b"]);
      expect(notices).toEqual([
        {
          kind: "left out",
          what: expect.stringMatching(
            /^\/a: (the target of a reference does not exist|a reference is not a path in this document): /,
          ),
          where: "#/paths/~1a/$ref",
        },
      ]);
    },
  );
});

describe("a requested operation that does not exist", () => {
  it("is reported at its line in flows.yaml, with a suggestion", () => {
    expect(
      said(() =>
        contract({ "/a": get("boards/list") }, "operations:\n  x: boards/list\n  y: boards/lost\n"),
      ),
    ).toMatch(
      /^my\.yaml:3: y uses operation boards\/lost, which the description does not have; did you mean boards\/list\?/,
    );
  });

  it.each(["head", "options", "trace", "query", "LINK"])(
    "is reported with its method if it exists but calls cannot use that method: %s",
    (method) => {
      const used = { "/a": get("a") };
      const unused = { [method]: (get("b") as { get: JsonObject }).get };
      const paths = {
        ...used,
        "/b": method === "LINK" ? { additionalOperations: unused } : unused,
      };
      expect(said(() => contract(paths, "operations: { x: a, y: b }\n"))).toBe(
        `my.yaml:1: y cannot be generated: the method ${method.toUpperCase()} of b is not supported | Use an operation with another method, or remove the entry.`,
      );
      const { notices } = lower(
        contract(paths, "missing: leave-out\noperations: { all: true, y: b, x: c }\n"),
      );
      expect(notices.map(({ what }) => what)).toEqual([
        `y: the method ${method.toUpperCase()} of b is not supported`,
        "x: the description has no operation c",
      ]);
    },
  );

  it.each([
    ["make", "look"],
    ["look", "make"],
  ])("is reported without suggesting the report's other operation: %s", (absent, there) => {
    const flows =
      "flows:\n  r: { create: make, poll: look }\nstatuses: { pending: [P], done: [D], failed: [F] }\n";
    const paths = { "/a": get("a"), "/b": get(there) };
    expect(said(() => lower(contract(paths, `${flows}operations: { a: a }\n`)))).toMatch(
      new RegExp(
        `^my\\.yaml:2: r uses operation ${absent}, which the description does not have \\| .*$`,
      ),
    );
    const leaveOut = `missing: leave-out\n${flows}operations: { a: a }\n`;
    expect(lower(contract(paths, leaveOut)).notices.map(({ what }) => what)).toEqual([
      `r: the description has no operation ${absent}`,
    ]);
  });

  it("is an error if no operation remains", async () => {
    const made = build(
      contract({ "/a": get("a") }, "missing: leave-out\noperations: { b: b }\n"),
      "elsewhere",
    );
    await expect(made).rejects.toThrow(
      "my.yaml: version 1.0.0 of the description has none of the requested operations",
    );
  });

  it("is an error with the original reason if no operation remains", async () => {
    const made = build(
      contract({ "/a": get("a", { parameters: [inHeader] }) }, "operations: { a: a }\n"),
      "elsewhere",
      {
        keepGoing: true,
      },
    );
    await expect(made).rejects.toMatchObject({
      list: [{ what: "the client cannot send the required header parameter X-Key" }],
    });
  });

  it("is an error if an annotation refers to it", () => {
    const added = [
      { operation: "a", where: "mine/rules.yaml:1" },
      { operation: "b", where: "mine/rules.yaml:2" },
      { operation: "d", where: "mine/docs.yaml" },
    ];
    const flows = "missing: leave-out\noperations: { a: a, d: d }\n";
    expect(
      problems(() => lower(contract({ "/a": get("a") }, flows, { added })).model).map(
        ({ what, where }) => `${where}: ${what}`,
      ),
    ).toEqual(["mine/rules.yaml:2: the entry is for b, which is not generated"]);
  });
});

describe("a description that uses everything OpenAPI allows", () => {
  const inPath = (name: string, schema: JsonObject): JsonObject => ({
    name,
    in: "path",
    required: true,
    schema,
  });
  const paths: JsonObject = {
    "/a/{id}": {
      parameters: [inPath("id", text), { name: "size", in: "query", schema: text }],
      get: {
        operationId: "a",
        parameters: [
          { name: "size", in: "query", required: true, schema: { type: "integer", maximum: 5 } },
          { name: "trace", in: "header", schema: text },
          { name: "session", in: "cookie", schema: text },
        ],
        responses: answer,
      },
    },
  };

  it("prefers operation parameters to path parameters, and omits optional headers and cookies", () => {
    const [single] = lower(contract(paths)).model.operations;
    expect(
      single?.body.fields.map(({ name, required, limits }) => ({ name, required, ...limits })),
    ).toEqual([
      { name: "id", required: true },
      { name: "size", required: true, maximum: 5 },
    ]);
  });
});

it("didYouMean suggests the nearest name", () => {
  const known = ["analytics/create_report", "analytics/get_report", "boards/list"];
  expect(didYouMean("analytics/create_reprt", known)).toBe(
    "; did you mean analytics/create_report?",
  );
  expect(didYouMean("pins/save", known)).toBe("");
});
