import { describe, expect, it } from "vitest";
import model from "../../../generated/model.json" with { type: "json" };
import * as planner from "../../../generated/planner.js";
import * as validators from "../../../generated/validators.js";
import { body, TODAY } from "./body.js";

type Validate = (
  body: unknown,
  options?: { today?: string },
) => readonly { rule: string; path: string; message: string }[];

interface Field {
  readonly name: string;
  readonly type: { readonly kind: string };
  readonly limits: { readonly maxItems?: number };
}

const pascal = (name: string): string =>
  name.replaceAll(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
const requests = [...model.flows, ...model.operations] as readonly {
  readonly name: string;
  readonly body: { readonly fields: readonly Field[] };
}[];
const lists = requests.flatMap(({ name, body: { fields } }) =>
  fields.flatMap(({ name: field, limits: { maxItems } }) => {
    const validate = (validators as unknown as Readonly<Record<string, Validate>>)[
      `validate${pascal(name)}`
    ];
    return maxItems === undefined || validate === undefined
      ? []
      : [{ name, field, maxItems, validate }];
  }),
);

describe("a list that is too long", () => {
  it("is tested for several requests and several fields", () => {
    expect(new Set(lists.map(({ name }) => name)).size).toBeGreaterThan(5);
    expect(new Set(lists.map(({ field }) => field)).size).toBeGreaterThan(5);
  });

  // Values that break an item's limits, and values that break a rule about the list.
  it.each(lists)(
    "causes one violation, whatever its values: $field of $name",
    ({ field, maxItems, validate }) => {
      for (const item of ["not an id", null, {}, "MEDIA_TYPE", "AUDIENCE_MULTIPLIER"]) {
        const items = Array(maxItems + 1).fill(item);
        const found = validate({ ...body, [field]: items }, { today: TODAY });
        const inList = found.filter(
          ({ path }) => path === `/${field}` || path.startsWith(`/${field}/`),
        );
        // A rule about the field itself may also be broken.
        expect(inList.filter(({ path }) => path !== `/${field}`)).toEqual([]);
        expect(inList.map(({ rule }) => rule)).toContain("max-items");
        // In a list that is just short enough, items are checked.
        const allowed = validate({ ...body, [field]: items.slice(1) }, { today: TODAY });
        expect(allowed.map(({ rule }) => rule)).not.toContain("max-items");
      }
    },
  );

  it("is planned with each message only once, however many requests there are", () => {
    const { problems } = planner.planReport(
      { ...body, ad_ids: Array.from({ length: 5_000 }, (_, at) => `x${at}`) },
      { today: TODAY },
    );
    expect(problems.filter(({ severity }) => severity === "error").length).toBeLessThanOrEqual(500);
    expect(problems).not.toEqual([]);
  });
});
