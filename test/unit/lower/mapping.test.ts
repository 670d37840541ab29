import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { parseFlows } from "../../../generator/parse/config.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { Problems } from "../../../generator/problem.js";
import { smallContract } from "../../support/small-contract.js";

const text: JsonObject = { type: "string" };
const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });
const list = (items: JsonObject): JsonObject => ({ type: "array", items });
const reply = (schema: JsonObject): JsonObject => ({
  "200": { description: "", content: { "application/json": { schema } } },
});
const parameter = (name: string, place: string, required = false): JsonObject => ({
  name,
  in: place,
  required,
  schema: text,
});

const STATUSES = "statuses: { pending: [IN_PROGRESS], done: [FINISHED], failed: [FAILED] }\n";

/** Operations worded differently from Pinterest's: a report and two lists. */
const PATHS: JsonObject = {
  "/jobs/{owner}": {
    post: {
      operationId: "jobs/create",
      parameters: [parameter("owner", "path", true)],
      requestBody: {
        required: true,
        content: { "application/json": { schema: object({ name: text }) } },
      },
      responses: reply(object({ data: object({ job_id: text, count: { type: "integer" } }) })),
    },
    get: {
      operationId: "jobs/get",
      parameters: [parameter("owner", "path", true), parameter("job", "query", true)],
      responses: reply(
        object({
          state: { type: "string", enum: ["IN_PROGRESS", "COMPLETED", "FAILED"] },
          result: object({ link: text, rows: list(text) }),
        }),
      ),
    },
  },
  "/things": {
    get: {
      operationId: "things/list",
      parameters: [parameter("after", "query"), parameter("limit", "query")],
      responses: reply(
        object({ results: list(object({ id: text })), page: object({ next: text }) }),
      ),
    },
  },
  "/plain": {
    get: {
      operationId: "plain/list",
      parameters: [parameter("page_token", "query")],
      responses: reply(list(object({ id: text }))),
    },
    post: {
      operationId: "plain/search",
      parameters: [parameter("bookmark", "query")],
      responses: reply(object({ items: list(text), bookmark: text })),
    },
  },
};

function contractOf(flows: string, paths: Json = PATHS): Contract {
  const base = smallContract({ body: object({ name: text }) });
  return {
    ...base,
    document: { ...base.document, paths },
    annotations: { ...base.annotations, flows: parseFlows(flows, "flows.yaml") },
  };
}

/** The problems or notices for a flows file: what is wrong, where and how to fix it. */
function told(flows: string): readonly string[] {
  try {
    return lower(contractOf(flows)).notices.map(({ what, where }) => `${where}: ${what}`);
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    return error.list.map(({ what, where, fix }) => `${where}: ${what}. ${fix}`);
  }
}

const report = (mapping: string): string =>
  `flows:\n  job:\n    create: jobs/create\n    poll: jobs/get\n${mapping
    .split("\n")
    .map((line) => `    ${line}\n`)
    .join("")}${STATUSES}`;

const WHOLE = "token: job_id\nstatus: state\nlink: result.link\ndone: [COMPLETED]";
const OTHERWISE = " Alternatively, choose other operations for the flow, or remove the flow.";

describe("the mapping of a report", () => {
  it("has the paths below the envelope, and the parameters and statuses of its calls", () => {
    const [flow] = lower(contractOf(report(WHOLE))).model.flows;
    expect(flow?.create).toMatchObject({
      envelope: "data",
      account: "owner",
      paths: { token: ["job_id"] },
    });
    expect(flow?.poll).toMatchObject({
      account: "owner",
      token: "job",
      paths: { report_status: ["state"], url: ["result", "link"] },
    });
    expect(flow?.statuses).toEqual({
      pending: ["IN_PROGRESS"],
      done: ["COMPLETED", "FINISHED"],
      failed: ["FAILED"],
    });
    expect(lower(contractOf(report(WHOLE))).notices).toEqual([]);
  });

  it("finds an unmapped field under its usual name next to a mapped one", () => {
    const { "/jobs/{owner}": jobs } = structuredClone(PATHS) as Record<
      string,
      Record<string, JsonObject>
    >;
    const { get = {}, post = {} } = jobs ?? {};
    const status = { type: "string", enum: ["IN_PROGRESS", "FINISHED"] };
    const responses = reply(object({ data: object({ state: status, url: text }) }));
    const paths = { "/jobs/{owner}": { post, get: { ...get, responses } } };
    const [flow] = lower(contractOf(report("token: job_id\nstatus: data.state"), paths)).model
      .flows;
    expect(flow?.poll.paths).toEqual({ report_status: ["data", "state"], url: ["data", "url"] });
  });

  it("does not confuse the account with a token of the same name, and does not need an account to poll", () => {
    const { "/jobs/{owner}": jobs } = structuredClone(PATHS) as Record<
      string,
      Record<string, Record<string, Json>>
    >;
    const create = { ...jobs?.post, parameters: [parameter("id", "path", true)] };
    const poll = (...parameters: Json[]) => ({ ...jobs?.get, parameters });
    const mapping = WHOLE.replace("job_id", "data.id");
    const named = JSON.parse(JSON.stringify(create).replace('"job_id"', '"id"')) as Json;
    const [id, token] = [parameter("id", "path", true), parameter("token", "query", true)];
    const beside: Json = { "/jobs/{id}": { post: named, get: poll(id, token) } };
    const alone: Json = {
      "/jobs/{id}": { post: named },
      "/made/{job}": { get: poll(parameter("job", "path", true)) },
    };
    const [first] = lower(contractOf(report(mapping), beside)).model.flows;
    expect([first?.create.account, first?.poll.account, first?.poll.token]).toEqual([
      "id",
      "id",
      undefined,
    ]);
    const [second] = lower(contractOf(report(mapping), alone)).model.flows;
    expect([second?.create.account, second?.poll.account, second?.poll.token]).toEqual([
      "id",
      undefined,
      "job",
    ]);
  });

  it.each<readonly [what: string, mapping: string, says: readonly string[]]>([
    [
      "no remaining status for done",
      `${WHOLE.replace("done: [COMPLETED]", "pending: [FINISHED]")}`,
      [
        "flows.yaml:2: the flow job is not a report: none of the statuses means that a report is done. Specify in the entry which status means done, as in `done: [COMPLETED]`.",
      ],
    ],
    [
      "a misspelled path",
      WHOLE.replace("result.link", "result.lnk"),
      [
        "flows.yaml:7: the flow job is not a report: the response of jobs/get has no result.lnk (named in `link`); did you mean result.link?. " +
          `Specify the field in the entry, as in \`link: result.link\`: the response has result.link.${OTHERWISE}`,
      ],
    ],
    [
      "a field at another depth",
      WHOLE.replace("result.link", "link"),
      [
        "flows.yaml:7: the flow job is not a report: the response of jobs/get has no link (named in `link`); did you mean result.link?. " +
          `Specify the field in the entry, as in \`link: result.link\`: the response has result.link.${OTHERWISE}`,
      ],
    ],
    [
      "a link where only the status is left",
      WHOLE.replace("state", "result.link").replace("link: result.link", "link: files.url"),
      [
        "flows.yaml:7: the flow job is not a report: the response of jobs/get has no files.url (named in `link`). " +
          `Specify the field in the entry, as in \`link: state\`: the response has state.${OTHERWISE}`,
      ],
    ],
    [
      "a field that is not text",
      WHOLE.replace("result.link", "result.rows"),
      [
        "flows.yaml:7: the flow job is not a report: result.rows in the response of jobs/get is not a string. " +
          "Choose other operations for the flow, or remove the flow.",
      ],
    ],
    [
      "no mapping",
      "required: true",
      [
        "flows.yaml:2: the flow job is not a report: the response of jobs/create has no token. " +
          `Specify the field in the entry, as in \`token: data.job_id\`: the response has data.job_id, data.count.${OTHERWISE}`,
        "flows.yaml:2: the flow job is not a report: the response of jobs/get has no report_status. " +
          `Specify the field in the entry, as in \`status: state\`: the response has state, result.link.${OTHERWISE}`,
        "flows.yaml:2: the flow job is not a report: the response of jobs/get has no url. " +
          `Specify the field in the entry, as in \`link: result.link\`: the response has state, result.link.${OTHERWISE}`,
      ],
    ],
    [
      "no status that means done",
      WHOLE.replace("\ndone: [COMPLETED]", ""),
      [
        "flows.yaml:2: the flow job is not a report: state in the response of jobs/get never means done: its values are IN_PROGRESS, COMPLETED, FAILED, but `done` lists FINISHED. " +
          `Specify in the entry which status means that the report is done, as in \`done: [COMPLETED]\`.${OTHERWISE}`,
      ],
    ],
    [
      "a misspelled status",
      WHOLE.replace("[COMPLETED]", "[COMPLETD]"),
      [
        "flows.yaml:8: the flow job is not a report: state in the response of jobs/get is never COMPLETD (listed in `done`); did you mean COMPLETED?. " +
          "Use a status from the description: IN_PROGRESS, COMPLETED, FAILED.",
      ],
    ],
    [
      "a misspelled parameter of the token",
      WHOLE.replace("token: job_id", "token: { from: data.job_id, as: jobb }"),
      [
        "flows.yaml:5: the flow job is not a report: poll has no parameter jobb (named in `token`); did you mean job?. " +
          "Use one of its parameters: owner, job.",
      ],
    ],
    [
      "a misspelled parameter of the account",
      `${WHOLE}\naccount: ownr`,
      [
        "flows.yaml:9: the flow job is not a report: create has no parameter ownr (named in `account`); did you mean owner?. Use one of its parameters: owner.",
        "flows.yaml:9: the flow job is not a report: poll has no parameter ownr (named in `account`); did you mean owner?. Use one of its parameters: owner, job.",
      ],
    ],
  ])("is checked: %s", (_, mapping, says) => {
    expect(told(report(mapping))).toEqual(says);
  });
});

describe("the mapping of a paginated list", () => {
  const call = (operation: string, mapping: string): string =>
    `operations:\n  things:\n    operation: ${operation}\n    ${mapping}\n`;

  it("is stored with its call", () => {
    const { model, notices } = lower(
      contractOf(call("things/list", "cursor: { from: page.next, as: after }\n    items: results")),
    );
    expect(model.operations[0]?.pageOf).toMatchObject({ kind: "object" });
    expect(model.operations[0]?.paging).toEqual({
      items: ["results"],
      cursor: ["page", "next"],
      parameter: "after",
      optionalItems: true,
    });
    expect(notices).toEqual([]);
  });

  it.each<readonly [what: string, flows: string, says: readonly string[]]>([
    [
      "misspelled paths and another parameter",
      call("things/list", "cursor: page.nxt\n    items: result"),
      [
        "flows.yaml:5: the call things cannot be paged: the response of things/list has no result (named in `items`); did you mean results?. Specify the field, as in `items: results`. Candidates: results.",
        "flows.yaml:4: the call things cannot be paged: the response of things/list has no page.nxt (named in `cursor`); did you mean page.next?. Specify the field, as in `cursor: page.next`. Candidates: page.next.",
        "flows.yaml:4: the call things cannot be paged: no query parameter is called nxt or bookmark. Specify which parameter takes the cursor, as in `cursor: { from: page.nxt, as: after }`. Candidates: after, limit.",
      ],
    ],
    [
      "a misspelled parameter",
      call("things/list", "cursor: { from: page.next, as: aftr }\n    items: results"),
      [
        "flows.yaml:4: the call things cannot be paged: no query parameter is called aftr (named in `cursor`); did you mean after?. Use one of the query parameters: after, limit.",
      ],
    ],
    [
      "fields of other types",
      call("things/list", "cursor: { from: results, as: after }\n    items: page"),
      [
        "flows.yaml:5: the call things cannot be paged: page in the response of things/list is not a list. Specify the field, as in `items: results`. Candidates: results.",
        "flows.yaml:4: the call things cannot be paged: results in the response of things/list is not a string or a number. Specify the field, as in `cursor: page.next`. Candidates: page.next.",
      ],
    ],
    [
      "no items",
      call("things/list", "cursor: { from: page.next, as: after }"),
      [
        "flows.yaml:2: the call things cannot be paged: the response of things/list has no items. Specify the field, as in `items: results`. Candidates: results.",
      ],
    ],
    [
      "a response that is a list",
      call("plain/list", "cursor: { from: next, as: page_token }"),
      [
        "flows.yaml:4: the call things cannot be paged: the response of plain/list is not an object with fields. Remove `cursor` and `items`.",
      ],
    ],
    [
      "a request that is not a GET",
      call("plain/search", "cursor: bookmark"),
      [
        "flows.yaml:4: the call things cannot be paged: plain/search is not a GET request. Remove `cursor` and `items`.",
      ],
    ],
  ])("is checked: %s", (_, flows, says) => {
    expect(told(flows)).toEqual(says);
  });

  it("must be in flows.yaml if only one of two variants of a response has the list; otherwise a notice appears", () => {
    const forms = object({ items: list(object({ id: text })), bookmark: text });
    const paths: Json = {
      "/forms": {
        get: {
          operationId: "forms/list",
          parameters: [parameter("bookmark", "query")],
          responses: reply({ oneOf: [forms, object({ problem: text })] }),
        },
      },
    };
    const plain = lower(contractOf("operations: { forms: forms/list }\n", paths));
    expect([plain.model.operations[0]?.pageOf, plain.notices.length]).toEqual([null, 1]);
    const named = lower(
      contractOf("operations: { forms: { operation: forms/list, cursor: bookmark } }\n", paths),
    );
    expect(named.model.operations[0]?.paging?.optionalItems).toBe(true);
    expect(named.notices).toEqual([]);
  });

  it("is ignored with a notice if the call is not a GET request", () => {
    expect(told("operations: { search: plain/search }\n")).toEqual([
      "#/paths/~1plain/post: the list is not paged automatically: bookmark leads to the next page, but only GET requests are safe to repeat; pass bookmark yourself",
    ]);
  });

  it("is ignored with a notice if a list only looks paginated", () => {
    expect(told("operations: { plain: plain/list, things: things/list }\n")).toEqual([
      "#/paths/~1plain/get: the list is not paged automatically: page_token leads to the next page, but the response fields for the cursor and the items could not be identified; name them as `cursor` and `items` in flows.yaml",
    ]);
  });
});
