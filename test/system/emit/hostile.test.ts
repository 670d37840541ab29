import { expect, it } from "vitest";
import type { JsonObject } from "../../../generator/parse/json.js";
import { build } from "../../../generator/pipeline.js";
import { compile } from "../../support/compile.js";
import { smallContract } from "../../support/small-contract.js";

it("names in a description that clash with names in the generated code do not cause unused imports", async () => {
  const names = [
    "dayNumber",
    "isDayShaped",
    "isDigits",
    "patternMismatch",
    "notOneOf",
    "outOfRange",
    "violation",
  ].map((name) => `${name}(`);
  const made = new Map<string, string>();
  for (const [index, name] of ["choice", "any", "array", "number", "string", ...names].entries()) {
    const bodies = [
      fields({ [name]: { type: "boolean" } }),
      fields({ one: fields({ [name]: {} }), list: { type: "array", items: {} } }),
    ];
    for (const [number, body] of bodies.entries()) {
      const { output } = await build(smallContract({ body }), "elsewhere", { schema: true });
      for (const [path, text] of output)
        if (path.endsWith(".ts")) made.set(`${index}-${number}/${path}`, text);
    }
  }
  expect(compile(made)).toEqual([]);
});

function fields(properties: JsonObject): JsonObject {
  return { type: "object", properties };
}
