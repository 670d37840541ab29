import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/parse/json.js";
import { body, contract, empty } from "../../support/every-shape.js";
import { exportsOf, generatedFrom, validatorsOf } from "../../support/generated-code.js";

/** A contract of calls whose bodies have these properties, by name. */
function callsOf(bodies: Readonly<Record<string, JsonObject>>) {
  const paths = Object.entries(bodies).map(([name, properties]) => [
    `/${name}`,
    {
      post: {
        operationId: name,
        requestBody: body("application/json", { type: "object", properties }),
        responses: empty,
      },
    },
  ]);
  return contract(Object.fromEntries(paths));
}

/** The functions of `checks.ts`; null if there is no such file. */
function sharedIn(bodies: Readonly<Record<string, JsonObject>>): readonly string[] | null {
  const files = generatedFrom(callsOf(bodies));
  return files.has("checks.ts") ? Object.keys(exportsOf(files, "checks.ts")) : null;
}

const text = { type: "string" };
const upTo = (maxLength: number) => ({ ...text, maxLength });
const letters = (count: number) => [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].slice(0, count);
const nested = { type: "object", properties: { name: text } };

describe("the checks of fields", () => {
  it("are shared by all requests that have the same field with the same type and limits", () => {
    expect(
      sharedIn({ one: { name: upTo(5), age: upTo(3) }, two: { name: upTo(5), age: upTo(4) } }),
    ).toEqual(["checkName"]);
    expect(
      sharedIn({
        one: { kind: { type: "string", enum: ["A", "B"] } },
        two: { kind: { type: "string", enum: ["A", "B"] } },
      }),
    ).toEqual(["checkKind"]);
  });

  it.each<readonly [string, Readonly<Record<string, JsonObject>>]>([
    ["one request alone", { one: { name: text, title: text } }],
    ["requests with other limits", { one: { name: upTo(5) }, two: { name: upTo(6) } }],
    ["requests with fields with other names", { one: { name: text }, two: { title: text } }],
    [
      "requests with other values",
      {
        one: { kind: { type: "string", enum: ["A", "B"] } },
        two: { kind: { type: "string", enum: ["B", "A"] } },
      },
    ],
    [
      "requests with objects",
      {
        one: { inside: nested, all: { type: "array", items: nested } },
        two: { inside: nested, all: { type: "array", items: nested } },
      },
    ],
    ["requests without fields", { one: {}, two: {} }],
  ])("stay in the requests' own files for %s, without a shared file", (_, bodies) => {
    expect(sharedIn(bodies)).toBeNull();
  });

  it("are named after their field, and the most used check gets the plain name", () => {
    const bodies = {
      one: { name: upTo(1) },
      two: { name: upTo(2) },
      three: { name: upTo(2) },
      four: { name: upTo(1) },
      five: { name: upTo(1) },
    };
    expect(sharedIn(bodies)).toEqual(["checkName", "checkTwoName"]);
    const { five: _, ...equallyMany } = bodies;
    expect(sharedIn(equallyMany)).toEqual(["checkName", "checkOneName"]);
    const validators = validatorsOf(callsOf(bodies));
    expect(
      ["one", "two", "three", "four", "five"].map(
        (name) => validators(name)({ name: "abc" })[0]?.message,
      ),
    ).toEqual([1, 2, 2, 1, 1].map((limit) => expect.stringContaining(`${limit}`)));
  });

  it("have names that differ from all functions of a validator", () => {
    const inside = { item: nested, item_name: text, body: text, "odd-name": text, odd_name: text };
    const files = generatedFrom(callsOf({ one: inside, two: inside }));
    expect(Object.keys(exportsOf(files, "checks.ts")).sort()).toEqual([
      "checkItemName",
      "checkOddName",
      "checkOneBody",
      "checkOneOddName",
    ]);
    const validators = validatorsOf(callsOf({ one: inside, two: inside }));
    const wrong = Object.fromEntries(Object.keys(inside).map((name) => [name, 1]));
    for (const name of ["one", "two"])
      expect(validators(name)(wrong).map(({ path }) => path)).toEqual(
        Object.keys(inside).map((field) => `/${field}`),
      );
  });

  it("include long lists of values, so that a validator imports only those it uses", () => {
    const kind = { type: "string", enum: letters(13) };
    const files = generatedFrom(
      callsOf({ one: { kind, more: { type: "string", enum: letters(14) } }, two: { kind } }),
    );
    expect(files.get("checks.ts")).toContain(
      "const KIND_VALUES = /* @__PURE__ */ valueSet(ONE_KIND_VALUES);",
    );
    expect(files.get("operations/one/schema.ts")).toMatch(/const MORE_VALUES = /);
    // Only the type of the field uses the other list.
    expect(files.get("operations/one/schema.ts")).not.toMatch(/(?<!type(?:of)? )ONE_KIND_VALUES/);
    expect(files.get("operations/two/schema.ts")).not.toContain("valueSet");
    const validators = validatorsOf(callsOf({ one: { kind }, two: { kind } }));
    expect(validators("two")({ kind: "M" })).toEqual([]);
    expect(validators("two")({ kind: "N" })).toMatchObject([{ path: "/kind", rule: "enum" }]);
  });
});
