import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { callTree } from "../../../generator/emit/call-tree.js";
import { namesIn } from "../../../generator/emit/render.js";
import { lower } from "../../../generator/lower/lower.js";
import type { Operation } from "../../../generator/model/model.js";
import { readDescription } from "../../../generator/parse/description.js";
import { entriesOf, getOwn, type JsonObject, listOf } from "../../../generator/parse/json.js";
import { descriptions, descriptionText, versions } from "../../support/descriptions.js";
import { many } from "../../support/effort.js";
import { generatedFrom } from "../../support/generated-code.js";
import { contract, get } from "../../support/offered.js";

interface Call {
  readonly id: string;
  readonly tag?: string | undefined;
  readonly path?: string | undefined;
}

const pathsOf = (calls: readonly Call[]): JsonObject =>
  Object.fromEntries(
    calls.map(({ id, tag, path }, at) => [
      path ?? `/things/${at}`,
      get(id, tag === undefined ? {} : { tags: [tag] }),
    ]),
  );

/** Where each call is in the tree, by id. */
function places(calls: readonly Call[]): Readonly<Record<string, string>> {
  const tree = callTree(lower(contract(pathsOf(calls))).model.operations);
  return Object.fromEntries(
    tree.flatMap(({ name, calls }) =>
      calls.map(({ method, operation }) => [operation.call.id, `${name} ${method}`]),
    ),
  );
}

describe("the namespace and method name of a call", () => {
  it.each<[string, Call, string]>([
    ["an id without a tag", { id: "campaigns/create" }, "campaigns create"],
    ["an id of the tag's words", { id: "campaigns/create", tag: "Campaigns" }, "campaigns create"],
    [
      "the tag's words in the singular",
      { id: "ad_account/analytics", tag: "ad_accounts" },
      "ad-accounts analytics",
    ],
    [
      "more words than the tag's",
      { id: "ad_groups_bid_floor/get", tag: "ad_groups" },
      "ad-groups getBidFloor",
    ],
    [
      "words before the tag's",
      { id: "trending_keywords/list", tag: "keywords" },
      "keywords listTrending",
    ],
    ["the last words of the tag", { id: "feeds/list", tag: "catalog_feeds" }, "catalog-feeds list"],
    ["other words", { id: "feed_results/list", tag: "catalogs" }, "catalogs listFeedResults"],
    [
      "words after the verb",
      { id: "subscriptions/get_by_id", tag: "lead_ads" },
      "lead-ads getSubscriptionsById",
    ],
    [
      "a verb at the end",
      { id: "groups/product_counts_get", tag: "groups" },
      "groups getProductCounts",
    ],
    ["no verb", { id: "groups/product_counts", tag: "catalogs" }, "catalogs groupsProductCounts"],
    ["a verb that says more", { id: "verify_website/update", tag: "users" }, "users verifyWebsite"],
    ["a short verb", { id: "integrations/del", tag: "integrations" }, "integrations delete"],
    [
      "a tag that says nothing",
      { id: "targeting_options/get", tag: "resources" },
      "targeting-options get",
    ],
    ["an id with two", { id: "user_account/analytics/top_pins" }, "user-account analyticsTopPins"],
    [
      "an id that begins with a verb",
      { id: "get/business_members", tag: "business_access" },
      "business-access getBusinessMembers",
    ],
    ["an id without a slash", { id: "search_partner_pins", tag: "search" }, "search partnerPins"],
    ["the id of its tag", { id: "search", tag: "search" }, "search search"],
    [
      "an id without a slash and a tag",
      { id: "cancelAll", path: "/v1/{id}/invites" },
      "v1 cancelAll",
    ],
    ["an id with nothing beside it", { id: "cancelAll", path: "/{id}" }, "other cancelAll"],
    ["an id that is no name", { id: "1st/a", tag: "Ad Previews" }, "ad-previews operation1stAHASH"],
    ["a tag that is no name", { id: "find", tag: "é" }, "things find"],
    [
      "a tag that is prose",
      { id: "find", tag: "All of the calls that anyone has ever made of it" },
      "things find",
    ],
    ["a method that would make a promise of it", { id: "boards/then" }, "boards boardsThen"],
    ["a reserved word", { id: "boards/delete" }, "boards delete"],
  ])("are derived from %s", (_, call, place) => {
    const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
    const paths = {
      [call.path ?? "/things"]: get(call.id, {
        ...(call.tag !== undefined && { tags: [call.tag] }),
        ...(call.path && { parameters }),
      }),
    };
    const [namespace] = callTree(lower(contract(paths)).model.operations);
    expect(
      `${namespace?.name} ${namespace?.calls[0]?.method.replace(/[0-9A-F][0-9a-f]{5}$/, "HASH")}`,
    ).toBe(place);
  });

  it("get a suffix if an earlier call has the same name, whatever other calls there are", () => {
    const two = [{ id: "a/b-c" }, { id: "a/b_c" }];
    const { "a/b-c": first, "a/b_c": second } = places(two);
    expect(first).toBe("a bC");
    expect(second).toMatch(/^a bC[0-9A-F][0-9a-f]{5}$/);
    expect(places([{ id: "0" }, ...two, { id: "a/z" }])).toMatchObject({
      "a/b-c": first,
      "a/b_c": second,
    });
  });

  it("share a namespace if names differ only in case and hyphens", () => {
    expect(places([{ id: "adPins/a" }, { id: "ad_pins/b" }, { id: "adpins/c" }])).toEqual({
      "adPins/a": "ad-pins a",
      "ad_pins/b": "ad-pins b",
      "adpins/c": "ad-pins c",
    });
  });
});

/** Singular and plural forms of a word, in spellings that mean the same namespace. */
const NAMES = [
  ["campaign", "campaigns", "Campaigns"],
  ["ad_account", "ad_accounts", "adAccounts", "Ad accounts"],
  ["category", "categories"],
  ["business", "businesses"],
  ["status"],
  ["media"],
] as const;
const natural = fc.uniqueArray(
  fc.record({
    id: fc
      .tuple(
        fc.constantFrom(...NAMES.flat(), "campaign_status", "trending_categories"),
        fc.constantFrom("get", "list", "create", "get_by_id", "analytics"),
      )
      .map((words) => words.join("/")),
    tag: fc.option(fc.constantFrom(...NAMES.flat()), { nil: undefined }),
  }),
  { maxLength: 12, minLength: 2, selector: ({ id }) => id },
);

describe("the namespaces of several calls", () => {
  it("never differ only in a plural, case or hyphens", () => {
    fc.assert(
      fc.property(natural, (calls) => {
        const names = new Set(Object.values(places(calls)).map((place) => place.split(" ")[0]));
        for (const forms of NAMES) {
          const spelt = new Set(forms.map((form) => form.replace(/[ _A-Z]/g, (x) => `-${x}`)));
          const known = [...names].filter((name) =>
            [...spelt].some(
              (form) => form.replace(/[ _-]/g, "").toLowerCase() === name?.replaceAll("-", ""),
            ),
          );
          expect(known.length).toBeLessThan(2);
        }
      }),
      { numRuns: many(80, 25) },
    );
  });

  it("do not depend on the order of the calls or on calls with other names", () => {
    const order = fc.tuple(natural, fc.nat(11));
    fc.assert(
      fc.property(order, ([calls, at]) => {
        const all = places(calls);
        expect(places([...calls.slice(at), ...calls.slice(0, at)])).toEqual(all);
        const rest = calls.filter((_, index) => index !== at);
        const [gone] = calls.filter((_, index) => index === at);
        const alone = places(rest);
        const [space, method = ""] = (all[gone?.id ?? ""] ?? "").split(" ");
        for (const { id } of rest) {
          const [otherSpace, otherMethod = ""] = (all[id] ?? "").split(" ");
          const isOther =
            space !== otherSpace ||
            !(method.startsWith(otherMethod) || otherMethod.startsWith(method));
          if (isOther) expect(alone[id]?.split(" ")[1]).toBe(otherMethod);
        }
      }),
      { numRuns: many(80, 25) },
    );
  });
});

describe.skipIf(descriptions === null)("the calls of a whole description", () => {
  it.each(versions.slice(-2))(
    "have names without suffixes, even when each call is generated alone: %s",
    (version) => {
      const description = readDescription(descriptionText(version));
      const calls = description.paths.flatMap((path) =>
        entriesOf(description.path(path)).flatMap(([, node]) => {
          const id = getOwn(node, "operationId");
          const [tag] = listOf(getOwn(node, "tags"));
          return typeof id === "string" ? [{ id, path, ...(tag && { tag: String(tag) }) }] : [];
        }),
      );
      const operations = calls.map((call) => ({ name: call.id, call }) as unknown as Operation);
      const placed = (some: readonly Operation[]) =>
        callTree(some).flatMap(({ name, calls }) => calls.map(({ method }) => `${name}.${method}`));
      const all = placed(operations);
      expect(all).toHaveLength(calls.length);
      expect([...all].sort()).toEqual(operations.flatMap((one) => placed([one])).sort());
      expect(new Set(all).size).toBe(all.length);
      expect(callTree(operations).length).toBeLessThan(60);
    },
  );
});

const HOSTILE = [
  ..."client connect connection createFullClient flowClient operationClient options pagedClient shareConnection FullClient Connected".split(
    " ",
  ),
  ..."request withOptions with_options reconnect fullClientOf".split(" "),
  ..."default import new delete class await yield constructor __proto__ prototype then toString hasOwnProperty types flow rules".split(
    " ",
  ),
  ..."AdsCalls adsCalls adsOperation ads ads_calls ADS index operations calls".split(" "),
  ...['"', "*/ x /*", "`;x;`", "a\nb", "é", "", "1", "{{x}}", "\u2028"],
];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const id = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.join("/"))
  .filter((id) => id !== "");
const tag = fc.option(word, { nil: undefined });
const drawnCalls = fc.uniqueArray(fc.record({ id, tag }), {
  maxLength: 8,
  minLength: 1,
  selector: ({ id }) => id,
});

/** The syntax errors in a file, and names that one scope declares twice. */
function faultsOf(path: string, text: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest) as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.Diagnostic[];
  };
  const { local, exported } = namesIn(text);
  const twice = [local, exported].flatMap((names) =>
    names.filter((name, at) => names.indexOf(name) !== at),
  );
  return [
    ...source.parseDiagnostics.map(({ messageText }) => `${path}: ${messageText}`),
    ...twice.map((name) => `${path}: ${name} twice`),
  ];
}

describe("namespaces of random ids and tags", () => {
  it.each(["with_options", "request"])("avoid the name of the method %s", (method) => {
    const files = generatedFrom(contract(pathsOf([{ id: `${method}/list` }])), "elsewhere");
    expect([...files.keys()].filter((path) => path.startsWith("calls/"))).toEqual([
      "calls/things.ts",
    ]);
  });

  it("contain each call once, in valid code without name conflicts", () => {
    fc.assert(
      fc.property(drawnCalls, (calls) => {
        const paths = pathsOf(calls);
        const { model } = lower(contract(paths));
        const tree = callTree(model.operations);
        const all = tree.flatMap(({ name, calls }) =>
          calls.map(({ method }) => `${name} ${method}`),
        );
        expect(new Set(all).size).toBe(calls.length);
        const files = [...generatedFrom(contract(paths), "elsewhere")].filter(([path]) =>
          /^calls(\.ts|\/)/.test(path),
        );
        expect(files).toHaveLength(tree.length + 1);
        expect(files.flatMap(([path, text]) => faultsOf(path, text))).toEqual([]);
        expect(new Map(files.map(([path]) => [path.toLowerCase(), path])).size).toBe(files.length);
        const [, text = ""] = files[0] as [string, string];
        const members = [...text.matchAll(/^ {4}([\w$]+): \1\(connection\),$/gm)].map(
          ([, name]) => name,
        );
        expect(new Set(members).size).toBe(tree.length);
        expect(members).not.toContain("withOptions");
        expect(members).not.toContain("request");
      }),
      { numRuns: many(80, 25) },
    );
  });
});
