import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { runs } from "../../support/effort.js";
import { generated, put, smallDescription } from "../../support/small-description.js";

const NAMED = "operations: { boards: boards/list }\n";
const LEVELS = {
  document: ["servers"],
  path: ["paths", "/boards", "servers"],
  operation: ["paths", "/boards", "get", "servers"],
} as const;
const level = fc.constantFrom<keyof typeof LEVELS>("document", "path", "operation");
const served = (at: keyof typeof LEVELS, servers: Json | undefined) =>
  put(smallDescription, LEVELS[at], servers);

/** A URL in which some parts are variables, given by their default or by one of their values. */
const withVariables = (url: string): fc.Arbitrary<JsonObject> =>
  fc
    .array(fc.tuple(fc.nat(url.length), fc.nat(url.length), fc.boolean()), { maxLength: 3 })
    .map((cuts) => {
      const bounds = [...new Set(cuts.flat().filter((cut) => typeof cut === "number"))].sort(
        (one, other) => one - other,
      );
      const parts = [0, ...bounds].map((from, at) => url.slice(from, bounds[at]));
      const variables = parts.flatMap((part, at): [string, Json][] =>
        at % 2 === 0 || part === ""
          ? []
          : [[`v${at}`, at % 4 === 1 ? { default: part } : { enum: ["x", part], default: "x" }]],
      );
      const names = new Set(variables.map(([name]) => name));
      return {
        url: parts.map((part, at) => (names.has(`v${at}`) ? `{v${at}}` : part)).join(""),
        variables: Object.fromEntries(variables),
      };
    });

const scheme = fc.constantFrom("https:", "HTTPS:", "Https:");
const host = fc.constantFrom("api.pinterest.com", "API.Pinterest.com", "api.pinterest.com:443");
const slash = fc.constantFrom("", "/");
const ours = fc
  .oneof(
    fc.tuple(scheme, fc.constant("//"), host, fc.constant("/v5"), slash),
    fc.tuple(fc.constant("//"), host, fc.constant("/v5"), slash),
    fc.tuple(fc.constantFrom("/v5", "v5", "./v5"), slash),
  )
  .map((parts) => parts.join(""));
const others = fc.constantFrom(
  ...["https://evil.example/v5", "//evil.example/v5", "https://api.pinterest.com.evil.example/v5"],
  ...[
    "http://api.pinterest.com/v5",
    "https://api.pinterest.com:8443/v5",
    "ftp://api.pinterest.com/v5",
  ],
  ...["https://api.pinterest.com/v3", "https://api.pinterest.com/v5/x", "/v3", "/", "v55", "../v3"],
  ...["https://api.pinterest.com/V5", "https://api.pinterest.com", "https://api.pinterest.com./v5"],
  ...["https://user:key@api.pinterest.com/v5", "https://api.pinterest.com/v5?a=b", "/v5#a"],
  ...["https://api.pinterest.com@evil.example/v5", "\\\\evil.example\\v5", "https://"],
);

describe("the server of a description", () => {
  it("is recognized as Pinterest's however it is written, even if other servers are listed", async () => {
    const servers = fc
      .tuple(ours.chain(withVariables), fc.array(others, { maxLength: 1 }), fc.boolean())
      .map(([own, beside, isFirst]) => {
        const rest = beside.map((url) => ({ url }));
        return isFirst ? [own, ...rest] : [...rest, own];
      });
    await fc.assert(
      fc.asyncProperty(level, servers, async (at, list) => {
        const { problems, said } = await generated(served(at, list), NAMED);
        expect([problems, said]).toEqual([[], []]);
      }),
      { numRuns: runs(100) },
    );
  });

  it("is rejected by name if it has another host, scheme or base path", async () => {
    await fc.assert(
      fc.asyncProperty(level, others, fc.boolean(), async (at, url, isVariable) => {
        const server = isVariable
          ? { url: "{all}", variables: { all: { default: url } } }
          : { url };
        const { problems } = await generated(served(at, [server]), NAMED);
        expect(problems.map(({ what }) => what)).toEqual([
          at === "document"
            ? `the description's server is not https://api.pinterest.com/v5: ${url}`
            : `the operation declares another server: ${url}`,
        ]);
      }),
      { numRuns: runs(60) },
    );
  });

  it("can be missing at each level", async () => {
    await fc.assert(
      fc.asyncProperty(level, fc.constantFrom(undefined, null, []), async (at, servers) => {
        const { problems, said } = await generated(served(at, servers), NAMED);
        expect([problems, said]).toEqual([[], []]);
      }),
      { numRuns: runs(9) },
    );
  });

  it("is not assumed to be Pinterest's if it is missing and the paths contain the base path", async () => {
    const { "/boards": item } = smallDescription.paths;
    const described = put(served("document", undefined), ["paths"], { "/v5/boards": item });
    expect((await generated(described, NAMED)).problems[0]?.what).toContain(
      "no server is listed, and all paths begin with /v5/",
    );
  });

  it("is ignored if each operation has its own server", async () => {
    const elsewhere = put(served("document", [{ url: "https://evil.example" }]), LEVELS.path, [
      { url: "https://api.pinterest.com/v5" },
    ]);
    expect((await generated(elsewhere)).problems).toEqual([]);
  });

  it.each<readonly [string, Json]>([
    ["an object in place of a list", { url: "https://evil.example" }],
    ["a text in place of a list", "https://evil.example"],
    ["a server without a URL", [{}]],
    ["an empty server", [null]],
  ])("is rejected if it is %s", async (_, servers) => {
    for (const at of ["document", "path", "operation"] as const)
      expect((await generated(served(at, servers), NAMED)).problems).toHaveLength(1);
  });

  it("is expanded to at most a thousand spellings", async () => {
    const variables = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`v${at}`, { default: "a", enum: ["a", "b"] }]),
    );
    const url = Object.keys(variables)
      .map((name) => `{${name}}`)
      .join("");
    const { problems } = await generated(served("document", [{ url, variables }]), NAMED);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.what.length).toBeLessThan(400);
  });
});
