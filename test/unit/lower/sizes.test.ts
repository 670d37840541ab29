import { describe, expect, it } from "vitest";
import type { Json } from "../../../generator/parse/json.js";
import { generated, put, smallDescription } from "../../support/small-description.js";

const POST = ["paths", "/boards", "post"];
const BODY = [...POST, "requestBody", "content", "application/json", "schema"];

const named = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `name_${index}`);
const each = (names: readonly string[], value: Json) =>
  Object.fromEntries(names.map((name) => [name, value]));
const withBody = (fields: number, keywords: object): Json =>
  put(smallDescription, BODY, {
    type: "object",
    properties: each(named(fields), { type: "string", enum: ["a", "b"] }),
    ...keywords,
  });

// Expanding these would take hours.
describe("a short description with a huge expansion", { timeout: 30_000 }, () => {
  it("is rejected if its security requires many schemes with several flows", async () => {
    const flows = { implicit: {}, password: {}, clientCredentials: {}, authorizationCode: {} };
    const schemes = each(named(40), { type: "oauth2", flows });
    const description = put(smallDescription, ["components", "securitySchemes"], schemes);
    const { said } = await generated(
      put(description, [...POST, "security"], [each(named(40), [])]),
    );
    expect(said).toEqual([
      expect.stringMatching(/^left out .* an access token alone is not enough/),
    ]);
  });

  it.each([
    [3, 20_000],
    [5_000, 2],
  ])(
    "is not treated as Pinterest's if its server has %i variables with %i values",
    async (count, values) => {
      const url = `https://${named(count)
        .map((name) => `{${name}}`)
        .join("")}`;
      const variables = each(named(count), { default: "z", enum: named(values) });
      const { problems } = await generated(
        put(smallDescription, ["servers"], [{ url, variables }]),
      );
      expect(problems.map(({ what }) => what)).toEqual([
        expect.stringMatching(/^the description's server is not/),
      ]);
    },
  );

  it.each<readonly [what: string, fields: number, keywords: object]>([
    ["each of many fields with all others", 60, { dependentRequired: each(named(60), named(60)) }],
    ["one of many fields with all others", 300, { dependentRequired: { name_0: named(300) } }],
    ["all of many fields", 2_000, { not: { required: named(2_000) } }],
    [
      "many choices at once",
      20,
      {
        not: {
          allOf: named(20).map((name) => ({
            anyOf: [{ required: [name] }, { properties: { [name]: { enum: ["a"] } } }],
          })),
        },
      },
    ],
  ])("gets at most a hundred rules about %s, with a notice", async (_, fields, keywords) => {
    const { model, problems, said } = await generated(withBody(fields, keywords));
    expect(problems).toEqual([]);
    expect(said).toContainEqual(expect.stringMatching(/^loosened .* (?:partly|not) checked$/));
    expect(model?.operations.flatMap(({ rules }) => rules).length).toBeLessThanOrEqual(100);
  });
});
