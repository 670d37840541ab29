import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { callTree } from "../../../generator/emit/call-tree.js";
import { namesIn } from "../../../generator/emit/render.js";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
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

/** Where each call is, by id. */
function places(calls: readonly Call[]): Readonly<Record<string, string>> {
  const tree = callTree(lower(contract(pathsOf(calls))).model.operations);
  return Object.fromEntries(
    tree.flatMap(({ name, calls }) =>
      calls.map(({ method, operation }) => [operation.call.id, `${name} ${method}`]),
    ),
  );
}

describe("a call's place", () => {
  it.each<[string, Call, string]>([
    ["an id with a slash", { id: "campaigns/create", tag: "other_tag" }, "campaigns create"],
    ["an id with two", { id: "user_account/analytics/top_pins" }, "user-account analyticsTopPins"],
    [
      "an id that begins with a verb",
      { id: "get/business_members", tag: "business_access" },
      "business-access getBusinessMembers",
    ],
    [
      "an id without a slash",
      { id: "search_partner_pins", tag: "search" },
      "search searchPartnerPins",
    ],
    [
      "an id without a slash and a tag",
      { id: "cancelAll", path: "/v1/{id}/invites" },
      "v1 cancelAll",
    ],
    ["an id with nothing beside it", { id: "cancelAll", path: "/{id}" }, "other cancelAll"],
    [
      "an id that is no name",
      { id: "1st/list", tag: "Ad Previews" },
      "ad-previews operation1stListHASH",
    ],
    ["a tag that is no name", { id: "find", tag: "é" }, "things find"],
    [
      "a tag that is prose",
      { id: "find", tag: "All of the calls that anyone has ever made of it" },
      "things find",
    ],
    ["a method that would make a promise of it", { id: "boards/then" }, "boards boardsThen"],
    ["a reserved word", { id: "boards/delete" }, "boards delete"],
  ])("%s", (_, call, place) => {
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

  it("is another one for a second call of the same name, whatever else there is", () => {
    const two = [{ id: "a/b-c" }, { id: "a/b_c" }];
    const { "a/b-c": first, "a/b_c": second } = places(two);
    expect(first).toBe("a bC");
    expect(second).toMatch(/^a bC[0-9A-F][0-9a-f]{5}$/);
    expect(places([{ id: "0" }, ...two, { id: "a/z" }])).toMatchObject({
      "a/b-c": first,
      "a/b_c": second,
    });
  });

  it("is one namespace where names differ in case and hyphens only", () => {
    expect(places([{ id: "adPins/a" }, { id: "ad_pins/b" }, { id: "adpins/c" }])).toEqual({
      "adPins/a": "ad-pins a",
      "ad_pins/b": "ad-pins b",
      "adpins/c": "ad-pins c",
    });
  });
});

const HOSTILE = [
  ..."client connect connection createFullClient flowClient operationClient options pagedClient shareConnection FullClient Connected".split(
    " ",
  ),
  ..."withOptions with_options reconnect fullClientOf".split(" "),
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

/** What a parser finds wrong with a file, and names that a scope has twice. */
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

describe("namespaces of drawn ids and tags", () => {
  it("keep the name of the function that makes a client with other settings", () => {
    const files = generatedFrom(contract(pathsOf([{ id: "with_options/list" }])), "elsewhere");
    expect([...files.keys()].filter((path) => path.startsWith("calls/"))).toEqual([
      "calls/with-options-calls.ts",
    ]);
    const members = (files.get("calls.ts") ?? "").match(/(?<=^ {4})with\w+.*(?=,$)/gm);
    expect(members).toEqual(["withOptionsCalls: withOptionsCalls(connection)", "withOptions"]);
  });

  it("have each call once, in valid code without clashes", () => {
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
      }),
      { numRuns: many(80, 25) },
    );
  });
});
