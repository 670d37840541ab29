// Tests the judge with deliberately broken outputs, and with descriptions that do not match the
// output. It must detect each error.

import { beforeAll, describe, expect, it } from "vitest";
import { copyOf, listed, type Tree, tree, type Value } from "./draft.js";
import { lostPages } from "./evolution.js";
import { generated, written } from "./generate.js";
import { brokenBy, misjudged } from "./judge.js";
import { lostRules } from "./lost-rules.js";
import type { Made } from "./output.js";
import { misplayed } from "./play.js";
import { Schemas } from "./schema.js";
import { stageOf } from "./subject.js";
import { descriptionOf, offersOf, versions } from "./versions.js";

const VERSION = [...versions.keys()].at(-1) ?? "";
const OFFERS = offersOf();
const document = descriptionOf(VERSION);
let made: Made;

beforeAll(async () => {
  const result = await generated(written(document));
  if (result.is !== "made") throw new Error(`it is ${result.is}`);
  made = result;
}, 120_000);

/** The errors that the judge finds in an output for a description. */
async function found(output: Made, edited: Tree = document): Promise<readonly string[]> {
  const stage = stageOf(output, edited, OFFERS);
  const usual = brokenBy(made, stageOf(made, document, OFFERS).subjects);
  return [
    ...stage.unreadable,
    ...misjudged(output, stage, usual),
    ...(await misplayed(output, stage, OFFERS)),
  ];
}

/** The output with one file changed. Fails if nothing changed. */
function broken(path: string, before: string | RegExp, after: string): Made {
  const text = made.output.get(path) ?? "";
  const changed = text.replace(before, () => after);
  expect(changed).not.toBe(text);
  return { ...made, output: new Map([...made.output, [path, changed]]) };
}

/**
 * A copy of the description in which `edit` has changed an operation. Its references are resolved
 * as needed.
 */
function edited(id: string, edit: (operation: Tree, document: Tree) => void): Tree {
  const copy = copyOf(document);
  for (const item of Object.values(tree(copy.paths)))
    for (const node of Object.values(tree(item)))
      if (tree(node).operationId === id) edit(tree(node), copy);
  expect(JSON.stringify(copy)).not.toBe(JSON.stringify(document));
  return copy;
}

/** An operation's parameter in a description, safe to edit. */
function parameterOf(operation: Tree, all: Tree, name: string): Tree {
  const parameters = listed(operation.parameters).map((one) => target(one, all));
  return parameters.find((one) => one.name === name) ?? {};
}

function target(node: Value | undefined, all: Tree): Tree {
  const { $ref } = tree(node);
  if (typeof $ref !== "string") return tree(node);
  const steps = $ref.split("/").slice(1);
  return target(
    steps.reduce<Value | undefined>((one, step) => tree(one)[step], all),
    all,
  );
}

/** A field of a JSON body or of a successful response in a description, safe to edit. */
function fieldOf(media: Value | undefined, all: Tree, name: string): Tree {
  const schema = target(tree(Object.values(tree(tree(media).content))[0]).schema, all);
  const parts = [schema, ...listed(schema.allOf).map((one) => target(one, all))];
  const owner = parts.find((one) => Object.hasOwn(tree(one.properties), name));
  return target(tree(owner?.properties)[name], all);
}

describe("the judge", () => {
  it("accepts an unchanged output", async () => {
    expect(await found(made)).toEqual([]);
  });

  it("notices a missing check in a validator", async () => {
    const output = broken("report/schema.ts", /^.*value\.length < 1\).*$/m, "");
    expect(await found(output)).toContainEqual(
      expect.stringMatching(/create_report accepts .*minItems/),
    );
  });

  it("does not confuse messages about two fields with the same name", async () => {
    const output = broken("report/schema.ts", /^.*value\.length < 1\).*$/m, "");
    const about = async (where: string, what: string): Promise<readonly string[]> =>
      (await found({ ...output, said: [{ kind: "loosened", where, what }] })).filter((one) =>
        one.includes("minItems"),
      );
    const [problem = ""] = await about("#/", "nothing");
    const place = / at (#\S+)$/.exec(problem)?.[1] ?? "";
    const field = place.split("/").at(-1) ?? "";
    const unchecked = "`minItems` is not checked";
    expect(await about(place, unchecked)).toEqual([]);
    for (const other of ["#/components/schemas/Other", "#/paths/~1other/post/requestBody"])
      expect(await about(`${other}/properties/${field}`, unchecked)).toEqual([problem]);
    const circle = "#/components/schemas/Other contains itself; deeper levels are not checked";
    expect(await about(`${circle.split(" ")[0]}/properties/${field}`, circle)).toEqual([problem]);
  });

  it("notices a validator that rejects a valid value", async () => {
    const output = broken(
      "operations/ad-accounts/schema.ts",
      /(export function validate\w+\([^{]*\{)/,
      `export function validateAdAccounts(): object[] {
  return [{ rule: "required", severity: "error", path: "/x", message: "is missing" }];
}
export function unused() {`,
    );
    expect(await found(output)).toContainEqual(
      expect.stringMatching(/ad_accounts\/list rejects .* is missing/),
    );
  });

  it("notices a rule that no valid input can violate", async () => {
    const compact = edited("analytics/create_report", (operation, all) => {
      for (const name of ["start_date", "end_date"]) {
        const field = fieldOf(operation.requestBody, all, name);
        field.pattern = "^\\d{8}$";
      }
    });
    expect(await found(made, compact)).toContainEqual(
      expect.stringMatching(/create_report lists the rule max-range-hour/),
    );
  });

  it.each(["another", "max-range"])("notices a rule that is renamed to %s", async (name) => {
    const output = broken("report/schema.ts", /"max-range-hour"/g, `"${name}"`);
    const text = output.output.get("report/schema.ts") ?? "";
    expect(text).not.toContain('"max-range-hour"');
    expect(await found(output)).toContainEqual(
      expect.stringMatching(/create_report lists the rule max-range-hour/),
    );
  });

  it("notices lost rules", () => {
    const model = {
      ...made.model,
      flows: made.model.flows.map((flow) => ({ ...flow, rules: flow.rules.slice(1) })),
    };
    expect(lostRules({ model: made.model, document }, { model, document })).toContainEqual(
      expect.stringMatching(/_report lost the rule max-lookback/),
    );
  });

  it("notices a list that is no longer paginated", () => {
    const operations = made.model.operations.map((one) => ({ ...one, pageOf: null }));
    const output = { ...made, model: { ...made.model, operations } };
    const stage = stageOf(output, document, OFFERS);
    expect(lostPages(output, stage, OFFERS, new Set(["ad_accounts/list"]))).toEqual([
      "ad_accounts/list is no longer read page by page, without a notice",
    ]);
    const said = [{ kind: "loosened", where: "ad_accounts/list", what: "is no page: no cursor" }];
    expect(lostPages({ ...output, said }, stage, OFFERS, new Set(["ad_accounts/list"]))).toEqual(
      [],
    );
  });

  it("notices a client without pagination", async () => {
    const output = broken(
      "index.ts",
      /pagedClient\((\w+), adAccounts\)/,
      "operationClient(connection, adAccounts)",
    );
    // Calls that were already made are cached, so this description must be different.
    const other = edited("ad_accounts/list", (operation) => {
      operation.responses = { "201": tree(operation.responses)["200"] ?? null };
    });
    expect(await found(output, other)).toContainEqual(
      expect.stringMatching(/ad_accounts\/list is paginated, but cannot be read/),
    );
  });

  it("notices a cursor under another name", async () => {
    const renamed = edited("ad_accounts/list", (operation, all) => {
      parameterOf(operation, all, "bookmark").name = "cursor";
    });
    expect(await found(made, renamed)).toContainEqual(
      "ad_accounts/list lacks cursor, without a notice",
    );
  });

  it("notices a request to another path", async () => {
    const moved = broken("operations/ad-accounts/call.ts", /"\/ad_accounts"/g, '"/accounts"');
    expect(await found(moved)).toContainEqual(
      expect.stringMatching(/ad_accounts\/list calls GET .*\/accounts/),
    );
  });

  it.each([
    ["an API key", { type: "apiKey", in: "header", name: "x-key" }],
    ["mutual TLS", { type: "mutualTLS" }],
    ["the app's id and secret", { type: "http", scheme: "basic" }],
  ])("notices a bearer token where %s is required", async (_, scheme) => {
    const secured = edited("ad_accounts/list", (operation, all) => {
      operation.security = [{ other: [] }];
      tree(tree(all.components).securitySchemes).other = scheme;
    });
    expect(await found(made, secured)).toContainEqual(
      expect.stringMatching(/ad_accounts\/list sends Bearer, not/),
    );
  });

  it("accepts a bearer token if the API uses OpenID Connect or requires no authentication", async () => {
    for (const security of [[{ other: [] }], [], [{}]] as Value[][]) {
      const secured = edited("ad_accounts/list", (operation, all) => {
        operation.security = security;
        tree(tree(all.components).securitySchemes).other = { type: "openIdConnect" };
      });
      expect(await found(made, secured)).toEqual([]);
    }
  });

  it("notices a missing required header", async () => {
    const wanted = edited("ad_accounts/list", (operation) => {
      const header = {
        name: "x-version",
        in: "header",
        required: true,
        schema: { type: "string" },
      };
      operation.parameters = [...listed(operation.parameters), header];
    });
    expect(await found(made, wanted)).toContainEqual(
      expect.stringMatching(/ad_accounts\/list sends no header x-version/),
    );
  });

  it("notices a list in another serialization style", async () => {
    const styled = edited("ad_account/analytics", (operation, all) => {
      const columns = parameterOf(operation, all, "columns");
      columns.style = "pipeDelimited";
      columns.explode = false;
    });
    expect(await found(made, styled)).toContainEqual(
      expect.stringMatching(/analytics sends columns as/),
    );
  });

  it("notices a missing body", async () => {
    const output = broken("report/flow.ts", /account \} \},\s+body/, "account } }");
    expect(await found(output)).toContainEqual(
      expect.stringMatching(/create_report sends no body, which is required/),
    );
  });

  it("notices a body with another media type", async () => {
    const other = edited("analytics/create_report", (operation) => {
      const { content } = tree(operation.requestBody);
      tree(operation.requestBody).content = {
        "application/vnd.other+json": Object.values(tree(content))[0] ?? {},
      };
    });
    expect(await found(made, other)).toContainEqual(
      expect.stringMatching(/create_report sends a body as application\/json/),
    );
  });

  it("notices a report that never ends", async () => {
    const other = edited("analytics/get_report", (operation, all) => {
      const status = fieldOf(tree(operation.responses)["200"], all, "report_status");
      status.enum = ["IN_PROGRESS", "COMPLETED", "FAILED"];
    });
    expect(await found(made, other)).toContainEqual(
      expect.stringMatching(/create_report fails with PollTimeoutError/),
    );
  });

  it("notices a report that is treated as done too early", async () => {
    const output = broken(
      "report/flow.ts",
      'done: ["FINISHED"]',
      'done: ["FINISHED", "IN_PROGRESS"]',
    );
    expect(await found(output)).toContainEqual(expect.stringMatching(/create_report (fails|ends)/));
  });

  it("notices requests that do not go to the described server", async () => {
    const moved = edited("ad_accounts/list", (operation) => {
      operation.servers = [{ url: "https://other.example.com/v5" }];
    });
    expect(await found(made, moved)).toContainEqual(
      expect.stringMatching(/ad_accounts\/list calls GET https:\/\/api\.pinterest\.com/),
    );
  });
});

describe("the schemas of a description", () => {
  const check = (openapi: string, schema: Value, value: unknown): boolean =>
    new Schemas({ openapi, components: { schemas: { Cat, Dog } } }).check(
      schema,
      "request",
      "",
    )(value).length === 0;
  const Cat: Tree = { type: "object", properties: { kind: {}, lives: { type: "integer" } } };
  const Dog: Tree = { type: "object", properties: { kind: {}, name: { type: "string" } } };

  it("are read as OpenAPI 3.0 defines them", () => {
    expect(check("3.0.3", { type: "string", nullable: true }, null)).toBe(true);
    expect(check("3.0.3", { type: "string" }, null)).toBe(false);
    const above = { type: "integer", minimum: 1, exclusiveMinimum: true };
    expect([1, 2].map((value) => check("3.0.3", above, value))).toEqual([false, true]);
    const beside = { $ref: "#/components/schemas/Cat", required: ["lives"] };
    expect(check("3.0.3", beside, {})).toBe(true);
    expect(check("3.1.0", beside, {})).toBe(false);
  });

  it("check a value against the member that its discriminator selects", () => {
    const pet = {
      oneOf: ["Cat", "Dog"].map((name) => ({ $ref: `#/components/schemas/${name}` })),
      discriminator: { propertyName: "kind" },
    };
    expect(check("3.0.3", pet, { kind: "Cat", lives: 9 })).toBe(true);
    expect(check("3.0.3", pet, { kind: "Cat", lives: "nine" })).toBe(false);
    expect(check("3.0.3", pet, { kind: "Dog", lives: "nine" })).toBe(true);
    expect(check("3.0.3", pet, { kind: "Bird" })).toBe(false);
  });

  it("require no field that only the other side sends", () => {
    const schema = {
      type: "object",
      properties: { id: { type: "string", readOnly: true } },
      required: ["id"],
    };
    expect(check("3.1.0", schema, {})).toBe(true);
  });
});
