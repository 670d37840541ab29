import { describe, expect, it } from "vitest";
import { payloadOf } from "../../../generator/lower/operation.js";
import { checkParameters, takenAs, takenBy } from "../../../generator/lower/report-parameters.js";
import type { FlowEntry } from "../../../generator/parse/config.js";
import type { JsonObject } from "../../../generator/parse/json.js";

/** Parameters by name: `{id}` is in the path, `token!` is a required query parameter. */
const described = (names: string) =>
  names
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => ({
      name: name.replace(/[{}!]/g, ""),
      in: name.startsWith("{") ? "path" : "query",
      required: /[{!]/.test(name),
    }));
const entry = (mapping?: FlowEntry["mapping"]): FlowEntry => ({
  name: "thing",
  create: "a",
  poll: "b",
  ...(mapping && { mapping }),
});
const where = "flows.yaml:1";
const both = (create: string, poll: string) => ({
  create: described(create),
  poll: described(poll),
});

describe("the parameters of a report", () => {
  const token = (from: string, as?: string) => ({
    token: { from, where, ...(as !== undefined && { as }) },
  });
  const account = (create: string, poll: string) => ({ account: { create, poll, where } });

  it.each<readonly [create: string, poll: string, mapping: FlowEntry["mapping"], taken: string]>([
    ["{ad_account_id}", "{ad_account_id} token!", undefined, "ad_account_id, ad_account_id, token"],
    ["{owner}", "{owner} token", undefined, "owner, owner, token"],
    ["ad_account_id!", "ad_account_id! token!", undefined, "ad_account_id, ad_account_id, token"],
    ["kind! {owner}", "{token}", undefined, "owner, , token"],
    ["{owner}", "{account} token!", undefined, "owner, account, token"],
    ["{a} {b}", "{b} token!", undefined, "b, b, token"],
    // If create has two path parameters, it is unclear which one is the account.
    ["{a} {b}", "token!", undefined, ", , token"],
    ["owner!", "owner! token!", undefined, ", , token"],
    ["{owner}", "{owner} job!", undefined, "owner, owner, "],
    // A parameter of create is never the report's token.
    ["{token}", "{token} job!", undefined, "token, token, "],
    ["{owner}", "{owner} job_id!", token("job_id"), "owner, owner, job_id"],
    ["{owner}", "{owner} job_id!", token("data.job_id"), "owner, owner, job_id"],
    ["{owner}", "{owner} token!", token("data.job_id"), "owner, owner, token"],
    ["{owner}", "{owner} job!", token("data.job_id"), "owner, owner, job"],
    ["{owner}", "{owner} job", token("data.job_id"), "owner, owner, "],
    ["{owner}", "{owner} job! kind!", token("data.job_id"), "owner, owner, "],
    ["{owner}", "{owner} job! kind!", token("data.job_id", "kind"), "owner, owner, kind"],
    ["{id}", "{id} job!", token("data.id"), "id, id, job"],
    ["{owner}", "{job}", token("job"), "owner, , job"],
    ["a! b!", "a! token!", account("b", "a"), "b, a, token"],
    ["a!", "b! c!", { ...account("a", "b"), ...token("x") }, "a, b, c"],
  ])("get their roles for create %s and poll %s with %j: %s", (create, poll, mapping, taken) => {
    const found = takenBy(both(create, poll), entry(mapping));
    expect([found.create.account, found.poll.account, found.poll.token].join(", ")).toBe(taken);
  });

  it("are found by their mapping if they have unusual names", () => {
    expect([takenAs({ account: "ad_account_id" }), takenAs({ account: "" })]).toStrictEqual([
      {},
      {},
    ]);
    expect(takenAs({ account: "owner" })).toStrictEqual({ account: "owner" });
  });

  const OTHERWISE = "Alternatively, choose other operations for the flow, or remove the flow.";
  const NO_ACCOUNT =
    "cannot tell which parameters take the ad account: create and poll have neither a path parameter nor ad_account_id in common";
  const NO_TOKEN = "poll has no parameter for the token that create returns";

  it.each<
    readonly [create: string, poll: string, mapping: FlowEntry["mapping"], flaws: readonly object[]]
  >([
    ["{owner}", "{owner} token! more", undefined, []],
    ["{owner}", "{token}", undefined, []],
    [
      "{a} {b}",
      "token!",
      undefined,
      [
        {
          what: NO_ACCOUNT,
          fix: `Specify in the entry which parameters take the ad account, as in \`account: { create: a, poll: token }\`. ${OTHERWISE}`,
        },
      ],
    ],
    [
      "",
      "",
      undefined,
      [
        {
          what: NO_ACCOUNT,
          fix: `Specify in the entry which parameters take the ad account, as in \`account: { create: …, poll: … }\`. ${OTHERWISE}`,
        },
      ],
    ],
    [
      "{a}",
      "{b} token!",
      undefined,
      [
        {
          what: NO_ACCOUNT,
          fix: `Specify in the entry which parameters take the ad account, as in \`account: { create: a, poll: b }\`. ${OTHERWISE}`,
        },
      ],
    ],
    [
      "{a}",
      "{a} job",
      undefined,
      [
        {
          what: NO_TOKEN,
          fix: `Specify in the entry which parameter takes the token, as in \`token: { from: token, as: job }\`. ${OTHERWISE}`,
        },
      ],
    ],
    [
      "{a}",
      "{a}",
      token("data.id"),
      [
        {
          what: NO_TOKEN,
          where,
          fix: `Specify in the entry which parameter takes the token, as in \`token: { from: data.id, as: … }\`. ${OTHERWISE}`,
        },
      ],
    ],
    [
      "{a}",
      "{a} token! kind! more!",
      undefined,
      [{ what: "poll requires parameters other than the ad account and the token: kind, more" }],
    ],
    [
      "{a}",
      "{a} job!",
      token("id", "jbo"),
      [
        {
          what: "poll has no parameter jbo (named in `token`); did you mean job?",
          where,
          fix: "Use one of its parameters: a, job.",
        },
      ],
    ],
    [
      "",
      "{a} token!",
      account("b", "a"),
      [
        {
          what: "create has no parameter b (named in `account`)",
          where,
          fix: "Choose another operation: this one has no parameters.",
        },
      ],
    ],
  ])("are checked: create %s, poll %s, by %j", (create, poll, mapping, flaws) => {
    const parameters = both(create, poll);
    const takes = takenBy(parameters, entry(mapping));
    const told = { ...(mapping && { mapping }), knowsToken: true };
    expect(checkParameters(parameters, takes, told)).toStrictEqual(flaws);
  });
});

it("one candidate for the token parameter is enough while the token's field is unknown", () => {
  const asked = (create: string, poll: string) => {
    const parameters = both(create, poll);
    return checkParameters(parameters, takenBy(parameters, entry()), { knowsToken: false }).length;
  };
  expect([asked("{a}", "{a} job!"), asked("{a}", "{a}"), asked("{a}", "{a} token! b!")]).toEqual([
    0, 1, 1,
  ]);
});

it("a poll parameter with a single value is allowed", () => {
  const parameters = both("{a}", "{a} token! kind! more!");
  const takes = takenBy(parameters, entry());
  expect(
    checkParameters(parameters, takes, { knowsToken: true, constants: ["kind"] }),
  ).toStrictEqual([
    { what: "poll requires parameters other than the ad account and the token: more" },
  ]);
});

describe("the object of a response that contains certain fields", () => {
  const text: JsonObject = { type: "string" };
  const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });
  const inner = object({ url: text, state: text });
  const inData = object({ data: inner });
  const found = (schemas: readonly JsonObject[], ...fields: readonly string[]) => {
    const payload = payloadOf(schemas, fields, "#", { components: { schemas: { Inner: inner } } });
    return payload && [payload.schema, payload.envelope];
  };

  it("is one of the schemas, a variant of one, or a property of one", () => {
    expect(found([inner], "url", "state")).toStrictEqual([inner, null]);
    expect(found([text, inner], "url")).toStrictEqual([inner, null]);
    expect(found([{ oneOf: [text, inner] }], "url")).toStrictEqual([inner, null]);
    expect(found([inData], "url", "state")).toStrictEqual([inner, "data"]);
    expect(found([object({ other: text, data: { oneOf: [text, inner] } })], "url")).toStrictEqual([
      inner,
      "data",
    ]);
    expect(found([{ oneOf: [text, inData] }], "url")).toStrictEqual([inner, "data"]);
    // Fields that need no envelope are preferred.
    expect(found([inData, inner], "url")).toStrictEqual([inner, null]);
    const reference = { $ref: "#/components/schemas/Inner" };
    expect(found([object({ data: reference })], "url")).toStrictEqual([reference, "data"]);
  });

  it("has all fields, at their paths", () => {
    expect(found([inData], "data.url")).toStrictEqual([inData, null]);
    expect(found([object({ data: { oneOf: [text, inner] } })], "data.url")?.[1]).toBeNull();
    const deeper = object({ result: inData });
    expect(found([deeper], "data.url")).toStrictEqual([inData, "result"]);
    expect(found([deeper], "url")).toBeNull();
    expect(found([inner], "url", "token")).toBeNull();
    expect(found([inData], "data.token")).toBeNull();
    expect(found([inData], "dat.url")).toBeNull();
    expect(found([object({ data: text, dat: text })], "data.url")).toBeNull();
    expect(found([], "url")).toBeNull();
  });
});
