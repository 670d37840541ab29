import { describe, expect, it } from "vitest";
import { type LowerOptions, lower } from "../../../generator/lower/lower.js";
import type { FlowEntry } from "../../../generator/parse/config.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { printProblems } from "../../../generator/print.js";
import { type Problem, Problems } from "../../../generator/problem.js";
import { smallContract } from "../../support/small-contract.js";

const THINGS = "/accounts/{account_id}/things";
const POST = ["paths", THINGS, "post"];
const GET = ["paths", THINGS, "get"];
const BODY = [...POST, "requestBody", "content", "application/json", "schema"];

/** The small contract with one place of its document changed. */
function changed(path: readonly string[], value: Json): Contract {
  const contract = smallContract({
    body: { type: "object", properties: { name: { type: "string" } } },
  });
  return { ...contract, document: put(contract.document, path, value) as JsonObject };
}

function put(node: Json | undefined, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(node))
    return node.map((item, at) => (at === Number(step) ? put(item, rest, value) : item));
  const object = (node ?? {}) as JsonObject;
  return { ...object, [step]: put(object[step], rest, value) };
}

function said(contract: Contract): string {
  try {
    lower(contract);
  } catch (error) {
    if (error instanceof Problems) return printProblems(error.list);
    throw error;
  }
  return "nothing was refused";
}

const parameter = (name: string, place: string, required = true) => ({
  name,
  in: place,
  required,
  schema: { type: "string" },
});

describe("a changed description", () => {
  it("is valid if only its title differs", () => {
    expect(said(changed(["info", "title"], "Small"))).toBe("nothing was refused");
  });

  it.each<readonly [what: string, path: readonly string[], value: Json, says: string]>([
    [
      "another server",
      ["servers"],
      [{ url: "https://evil.example" }],
      "the description's server is not https://api.pinterest.com/v5: https://evil.example",
    ],
    [
      "another server of the operation",
      [...POST, "servers"],
      [{ url: "https://evil.example" }],
      "the operation declares another server: https://evil.example",
    ],
    [
      "another server of the path",
      ["paths", THINGS, "servers"],
      [{ url: "https://evil.example" }],
      "the operation declares another server",
    ],
    [
      "no such operation",
      [...POST, "operationId"],
      "things/make",
      "thing uses operation things/create, which the description does not have",
    ],
    [
      "no operation to poll",
      [...GET, "operationId"],
      "things/look",
      "thing uses operation things/get, which the description does not have",
    ],
    [
      "no body",
      [...POST, "requestBody"],
      { required: true, content: { "multipart/mixed": {} } },
      "the required body cannot be sent: the client cannot send it as multipart/mixed",
    ],
    [
      "no JSON answer",
      [...POST, "responses"],
      { "200": { description: "" } },
      "a success response is not JSON: empty",
    ],
    [
      "no token in the answer",
      answer(POST),
      { report_status: { type: "string" } },
      "the response of things/create has no token",
    ],
    [
      "no link in the answer",
      answer(GET),
      { report_status: { type: "string" } },
      "the response of things/get has no url",
    ],
    [
      "a parameter in a header",
      [...POST, "parameters"],
      [parameter("account_id", "path"), parameter("X-Key", "header")],
      "the client cannot send the required header parameter X-Key",
    ],
    [
      "a parameter that is a schema",
      [...POST, "parameters"],
      [parameter("account_id", "path"), { type: "string" }],
      "a parameter lacks `name` or `in`",
    ],
    [
      "a body that is not an object",
      BODY,
      { type: "array", items: { type: "string" } },
      "the request body of things/create is not a JSON object",
    ],
    [
      "another account",
      [...POST, "parameters"],
      [parameter("owner", "path")],
      "cannot tell which parameters take the ad account",
    ],
    [
      "more than a token to poll with",
      [...GET, "parameters"],
      [parameter("account_id", "path"), parameter("token", "query"), parameter("kind", "query")],
      "poll requires parameters other than the ad account and the token: kind",
    ],
    [
      "no token to poll with",
      [...GET, "parameters"],
      [parameter("account_id", "path")],
      "poll has no parameter for the token that create returns",
    ],
  ])("stops generation: %s", (_, path, value, says) => {
    const text = said(changed(path, value));
    expect(text).toContain(says);
    // Each problem says what is wrong, where, why and how to fix it.
    expect(text).toMatch(
      /^error {2}.+\n\n {2}\S.+\n(?: {4}.+\n)*\n {2}why {2}.+\n(?: {7}.+\n)*\n? {2}fix {2}.+/,
    );
    expect(text).toMatch(/\d+ errors?\. Nothing was written\.\n$/);
  });

  it.each([
    ["a query that create needs", parameter("kind", "query")],
    ["a query that create may leave out", parameter("kind", "query", false)],
  ])("may have %s, which becomes part of the request", (_, one) => {
    expect(said(changed([...POST, "parameters"], [parameter("account_id", "path"), one]))).toBe(
      "nothing was refused",
    );
  });

  it.each<readonly [what: string, path: readonly string[], value: Json]>([
    [
      "a second server",
      ["servers"],
      [{ url: "https://api.pinterest.com/v5" }, { url: "https://b.example" }],
    ],
    ["a slash behind the server", ["servers"], [{ url: "https://api.pinterest.com/v5/" }]],
    [
      "a header that may be left out",
      [...POST, "parameters"],
      [parameter("account_id", "path"), parameter("X-Key", "header", false)],
    ],
    [
      "a header that every client sends",
      [...POST, "parameters"],
      [parameter("account_id", "path"), parameter("Authorization", "header")],
    ],
  ])("may have %s", (_, path, value) => {
    expect(said(changed(path, value))).toBe("nothing was refused");
  });

  it("can have a second path parameter, which becomes part of the request", () => {
    const { document, ...contract } = changed(
      [...POST, "parameters"],
      [parameter("account_id", "path"), parameter("pin", "path")],
    );
    expect(lower({ ...contract, document }).notices.map(({ what }) => what)).toStrictEqual([
      "the path parameter pin does not occur in the path and is left out",
    ]);
    const { [THINGS]: item = {} } = document.paths as JsonObject;
    const { post, ...others } = item as JsonObject;
    const paths = {
      [THINGS]: others,
      "/accounts/{account_id}/pins/{pin}/things": { post },
    } as JsonObject;
    expect(said({ ...contract, document: { ...document, paths } })).toBe("nothing was refused");
  });

  it("reports all of its errors at once", () => {
    const contract = changed(["servers"], [{ url: "https://evil.example" }]);
    const document = put(contract.document, [...answer(POST)], {}) as JsonObject;
    expect(said({ ...contract, document })).toContain("2 errors. Nothing was written.");
  });
});

describe("a schema that infinitely contains itself", () => {
  const holding = (schema: JsonObject) =>
    smallContract({
      body: { type: "object", properties: { a: { $ref: "#/components/schemas/A" } } },
      schemas: { A: schema },
    });

  it.each([
    ["a reference to itself", { $ref: "#/components/schemas/A" }],
    ["parts of itself", { allOf: [{ $ref: "#/components/schemas/A" }] }],
    [
      "a field of its own type",
      { type: "object", properties: { a: { $ref: "#/components/schemas/A" } } },
    ],
    ["items of its own type", { type: "array", items: { $ref: "#/components/schemas/A" } }],
  ])("accepts any value from its second level on, with a notice: %s", (_, schema) => {
    const { model, notices } = lower(holding(schema as JsonObject));
    expect(notices.map(({ kind, what }) => `${kind}: ${what}`)).toStrictEqual([
      "loosened: #/components/schemas/A contains itself; deeper levels are not checked",
    ]);
    expect(JSON.stringify(model.flows[0]?.body)).toMatch(/"kind":"(any|object|array)"/);
  });

  it("does not cause a problem, unlike a reference to a missing schema", () => {
    expect(said(holding({ $ref: "#/components/schemas/B" }))).toContain(
      "the target of a reference does not exist: #/components/schemas/B",
    );
  });
});

const lostRule: JsonObject = {
  id: "forbidden-when-name",
  kind: "forbidden-when",
  field: "name",
  when: [{ field: "gone", present: true }],
};

describe("a rule of a contract that cannot be read", () => {
  const rule: JsonObject = {
    id: "forbidden-when-name",
    kind: "forbidden-when",
    field: "name",
    when: [{ field: "level", present: true }],
    sources: [],
  };

  it.each<readonly [what: string, change: JsonObject]>([
    ["an id with an underscore", { id: "no-mood_0-at-day" }],
    ["an id in capitals", { id: "No-mood" }],
    ["no id", { id: null }],
    ["an unknown kind", { kind: "no-such-kind" }],
    ["conditions that are not a list", { when: "level" }],
    ["sources that are not a list", { sources: "x" }],
    ["an unknown key", { colour: "red" }],
  ])("is reported once: %s", (_, change) => {
    const text: JsonObject = { type: "string" };
    const { model, notices } = lower(
      smallContract({
        body: { type: "object", properties: { name: text, level: text } },
        rules: [{ ...rule, ...change }],
      }),
    );
    expect(model.flows[0]?.rules).toEqual([]);
    expect(notices.map(({ what, where }) => `${where}: ${what}`)).toEqual([
      expect.stringMatching(/^things\/create, x-rules, entry 1: a rule is not enforced: /),
    ]);
  });
});

it("a rule that does not fit the body is reported for the sentence that states it", () => {
  const at = "#/paths/~1things/post/description";
  const sources = [{ at, fingerprint: "0123456789abcdef" }];
  const { notices } = lower(
    smallContract({
      body: { type: "object", properties: { name: { type: "string" } } },
      rules: [{ ...lostRule, sources }],
    }),
  );
  expect(notices.map(({ where }) => where)).toEqual([at]);
});

describe("the text of a problem", () => {
  const problemsOf = (contract: Contract, options?: LowerOptions) => {
    try {
      return lower(contract, options).refused;
    } catch (error) {
      if (error instanceof Problems) return error.list;
      throw error;
    }
  };
  const plain = changed(["info", "title"], "Small");
  const annotated = (more: Partial<Contract["annotations"]>): Contract => ({
    ...plain,
    annotations: { ...plain.annotations, ...more },
  });
  const gets = (count: number, schema: JsonObject): Contract => {
    const paths = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `/p${at}`,
        {
          get: {
            operationId: `get/p${at}`,
            responses: { "200": { content: { "application/json": { schema } } } },
          },
        },
      ]),
    );
    const { flows } = plain.annotations;
    return {
      ...annotated({ flows: { ...flows, flows: [], operations: operationsFor(count) } }),
      document: { ...plain.document, paths },
    };
  };
  const operationsFor = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `p${at}`, operation: `get/p${at}` }));
  const missing = (reference: string, ...ids: readonly string[]): Problem => ({
    what: `the target of a reference does not exist: ${reference}`,
    where: reference,
    why: "A type depends on the target of this reference.",
    fix: "Download the complete description, or run `pull` again: a contract contains the targets of all its references.",
    notes: [["part of", ids.join(", ")]],
  });

  it("describes a reference to a missing target, and names at most five of the operations that use it", () => {
    const at = "#/components/schemas/Gone";
    const all = ["get/p0", "get/p1", "get/p2", "get/p3", "get/p4"];
    expect(problemsOf(gets(1, { $ref: at }))).toStrictEqual([missing(at, "get/p0")]);
    expect(problemsOf(gets(5, { $ref: at }))).toStrictEqual([missing(at, ...all)]);
    expect(problemsOf(gets(7, { $ref: at }))).toStrictEqual([
      { ...missing(at), notes: [["part of", `${all.join(", ")} and 2 more`]] },
    ]);
    for (const reference of ["#/components/schemas/A/type/b", "other.yaml#/A", "#/toString"])
      expect(problemsOf(gets(1, { $ref: reference }))).toMatchObject([
        { what: `the target of a reference does not exist: ${reference}` },
      ]);
  });

  it.each([
    [POST, "things/create"],
    [GET, "things/create, things/get"],
  ])("names the operations of a report call that cannot be used: %j", (at, parts) => {
    const server = [{ url: "https://b.example" }];
    expect(problemsOf(changed([...at, "servers"], server))).toMatchObject([
      { notes: [["part of", parts]] },
    ]);
  });

  it("describes a part of the description that only refers to itself", () => {
    const at = "#/components/requestBodies/A";
    const around = changed([...POST, "requestBody"], { $ref: at });
    const document = put(around.document, ["components", "requestBodies"], {
      A: { $ref: at },
    }) as JsonObject;
    expect(problemsOf({ ...around, document })).toStrictEqual([
      {
        what: `a reference refers to itself: ${at}`,
        where: at,
        why: "The reference never leads to a definition.",
        fix: "Download the complete description again.",
        notes: [["part of", "things/create"]],
      },
    ]);
  });

  it("describes two entries with the same name", () => {
    const operation = { name: "Th-ing", operation: "things/get", where: "flows.yaml:9" };
    const clash: Problem = {
      what: "two entries would get the name thIng: Th-ing and thing",
      where: "flows.yaml:9",
      why: "One of them would be missing, or the generated code would not compile.",
      fix: "Choose another name for the entry.",
    };
    const { flows } = plain.annotations;
    expect(problemsOf(annotated({ flows: { ...flows, operations: [operation] } }))).toStrictEqual([
      clash,
    ]);
    const clashes = {
      entries: new Map([["thing", { generatedName: "Client", otherName: "client" }]]),
      types: new Set<string>(),
    };
    expect(problemsOf(plain, { clashes })).toStrictEqual([
      {
        ...clash,
        what: "two entries would get the name Client: thing and client",
        where: "spec/flows.yaml",
      },
    ]);
    expect(
      problemsOf(annotated({ flows: { ...flows, file: "my.yaml" } }), { clashes }),
    ).toMatchObject([{ where: "my.yaml" }]);
  });

  it("describes an entry for an operation that is not generated", () => {
    const added = (...ids: readonly string[]) =>
      ids.map((operation) => ({ operation, where: `rules.yaml:${operation}` }));
    const { flows } = plain.annotations;
    const lost: Problem = {
      what: "the entry is for things/gett, which is not generated; did you mean things/get?",
      where: "rules.yaml:things/gett",
      why: "The entry would have no effect.",
      fix: "Use the operationId of an operation in the flows file, or remove the entry.",
    };
    expect(
      problemsOf(annotated({ added: added("things/get", "things/create", "things/gett") })),
    ).toStrictEqual([lost]);
    const boards = { get: { operationId: "boards/list", responses: {} } };
    const more = {
      ...plain,
      document: put(plain.document, ["paths", "/boards"], boards) as JsonObject,
    };
    const told = (remaining: boolean) =>
      problemsOf({
        ...more,
        annotations: {
          ...annotated({ added: added("boards/list") }).annotations,
          flows: { ...flows, ...(remaining && { remaining: { except: [] } }) },
        },
      }).map(({ where }) => where);
    expect([told(false), told(true)]).toStrictEqual([["rules.yaml:boards/list"], []]);
  });

  it("describes an invalid rule in rules.yaml, and a header that no operation has", () => {
    const entry = { id: "odd", kind: "no-kind", field: "name" };
    const rule = { operation: "things/create", entry, where: "rules.yaml:3" };
    const [problem, ...more] = problemsOf(annotated({ rules: [rule] }));
    expect([problem?.what.startsWith("a rule "), more]).toStrictEqual([true, []]);
    expect(problem).toMatchObject({
      where: "rules.yaml:3",
      why: "An invalid rule would never be enforced.",
      fix: "Correct the entry; generator/rules/ defines the parameters of each kind of rule.",
    });
    const { flows } = plain.annotations;
    const [flow] = flows.flows as readonly [FlowEntry];
    const headers = [{ name: "X-A", value: "1" }];
    expect(
      problemsOf(annotated({ flows: { ...flows, flows: [{ ...flow, headers }] } })),
    ).toStrictEqual([
      {
        what: "the description has no header X-A for things/create and things/get",
        where: "spec/flows.yaml",
        why: "The API would ignore the header or reject the request.",
        fix: "Use a header that the operation defines, with a value that the header's schema accepts.",
      },
    ]);
  });

  it("describes an unexpected server", () => {
    expect(problemsOf(changed(["servers"], [{ url: "https://b.example" }]))).toStrictEqual([
      {
        what: "the description's server is not https://api.pinterest.com/v5: https://b.example",
        where: "#/servers",
        why: "Credentials are only sent to that host, and a description cannot change it.",
        fix: "Confirm that the API has moved, then use a newer version of the generator. In the generator's own repository, change SERVER and the default in runtime/.",
      },
    ]);
  });

  it("describes a flow that is not a report", () => {
    expect(problemsOf(changed(BODY, { type: "array", items: { type: "string" } }))).toStrictEqual([
      {
        what: "the flow thing is not a report: the request body of things/create is not a JSON object",
        where: "spec/flows.yaml",
        why: "A report is created, polled by its token, and downloaded from a link.",
        fix: "Choose other operations for the flow, or remove the flow.",
      },
    ]);
  });

  it("describes a report without a link, and does not suggest the status field as the link", () => {
    const fix = "Choose other operations for the flow, or remove the flow.";
    const status = { report_status: { type: "string" } };
    expect(problemsOf(changed(answer(GET), status))).toMatchObject([{ fix }]);
    const more = { ...status, at: { type: "string" } };
    expect(problemsOf(changed(answer(GET), more))).toMatchObject([
      {
        fix: `Specify the field in the entry, as in \`link: at\`: the response has at. Alternatively, ${fix.replace("Choose", "choose")}`,
      },
    ]);
  });

  it("is returned with the keepGoing option, together with a model of the remaining calls", () => {
    const contract = gets(2, { type: "string" });
    const responses = ["paths", "/p1", "get", "responses", "200", "content"];
    const document = put(contract.document, responses, {
      "application/json": { schema: { $ref: "#/components/schemas/Gone" } },
    }) as JsonObject;
    const broken = { ...contract, document };
    const problem = missing("#/components/schemas/Gone", "get/p1");
    const kept = lower(broken, { keepGoing: true });
    expect(kept.model.operations.map(({ name }) => name)).toStrictEqual(["p0"]);
    expect(
      [...kept.refusedByEntry].map(([name, list]) => [name, list.map(({ what }) => what)]),
    ).toStrictEqual([["p1", [problem.what]]]);
    expect(kept.refused).toStrictEqual([problem]);
    const undecided: Problem[] = [];
    expect(lower(broken, { undecided }).refused).toStrictEqual([]);
    expect(undecided).toStrictEqual([problem]);
    // A problem that does not belong to a single entry always stops generation.
    const elsewhere = put(document, ["servers"], [{ url: "https://b.example" }]) as JsonObject;
    expect(() => lower({ ...broken, document: elsewhere }, { keepGoing: true })).toThrow(
      "the description's server",
    );
  });
});

function answer(operation: readonly string[]): readonly string[] {
  return [...operation, "responses", "200", "content", "application/json", "schema", "properties"];
}
