import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createFakeServer } from "../../../generated/testing.js";

interface Node {
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly Schema[];
}

// Read with an independent parser and validator, so that the test does not depend on our own
// reading of schemas.
const contract = parse(
  readFileSync(new URL("../../../spec/contract.yaml", import.meta.url), "utf8"),
  // Null is also allowed for a reference, and in addition to the values of an enum.
  (_, value) => {
    const node = value as Node | null;
    if (node?.nullable !== true) return value;
    if (Array.isArray(node.enum)) return { ...node, enum: [...node.enum, null] };
    return Array.isArray(node.allOf) ? { anyOf: [{ type: "null" }, { allOf: node.allOf }] } : value;
  },
  { maxAliasCount: -1 },
);
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(contract, "contract");

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const ACCOUNT = "549755885175";
const LISTS = [
  { path: "/ad_accounts", query: {} },
  { path: "/ad_accounts/{ad_account_id}/campaigns", query: {} },
  { path: "/ad_accounts/{ad_account_id}/ad_groups", query: {} },
  { path: "/ad_accounts/{ad_account_id}/ads", query: {} },
  { path: "/ad_accounts/{ad_account_id}/keywords", query: { ad_group_ids: "of the account" } },
  {
    path: "/ad_accounts/{ad_account_id}/product_group_promotions",
    query: { product_group_promotion_ids: "of the account" },
  },
];
const ENTITIES = 80;

function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  const { $ref, allOf = [], properties = {} } = schema;
  const referred = $ref
    ?.slice(2)
    .split("/")
    .reduce((node, name) => node[name], contract);
  return Object.assign(
    {},
    ...[...allOf, ...(referred === undefined ? [] : [referred])].map(propertiesOf),
    properties,
  );
}

const responseSchemaOf = (path: string): Schema =>
  contract.paths[path].get.responses["200"].content["application/json"].schema;

type Item = Readonly<Record<string, unknown>>;

/** All items of a list, as the server sends them. */
async function itemsOf(
  { path, query }: (typeof LISTS)[number],
  options: { readonly seed?: number } = {},
): Promise<readonly Item[]> {
  await using server = await createFakeServer({
    entities: ENTITIES,
    accounts: ENTITIES,
    ...options,
  });
  const get = async (from: string, bookmark: string, more: readonly string[]) => {
    const pairs = [...more, "page_size=50", ...(bookmark === "" ? [] : [`bookmark=${bookmark}`])];
    const address = `${server.url}${from.replace("{ad_account_id}", ACCOUNT)}?${pairs.join("&")}`;
    const headers = { authorization: `Bearer ${server.accessToken}` };
    return (await server.fetch(address, { headers })).json() as Promise<{
      readonly items: readonly Item[];
      readonly bookmark: string | null;
    }>;
  };
  const all = async (from: string, more: readonly string[]): Promise<readonly Item[]> => {
    const items: Item[] = [];
    let bookmark: string | null = "";
    while (bookmark !== null) {
      const page = await get(from, bookmark, more);
      items.push(...page.items);
      ({ bookmark } = page);
    }
    return items;
  };
  const [parameter] = Object.keys(query);
  if (parameter === undefined) return all(path, []);
  const ids =
    parameter === "ad_group_ids"
      ? (await all("/ad_accounts/{ad_account_id}/ad_groups", [])).map(({ id }) => id)
      : Array.from({ length: ENTITIES }, (_, at) => productGroupId(at));
  return all(
    path,
    ids.map((id) => `${parameter}=${id}`),
  );
}

/** The ids in reports about product groups start at one. */
const productGroupId = (at: number): string => `29${String(OFFSET + at + 1).padStart(10, "0")}`;
const OFFSET = Number((BigInt(ACCOUNT) * 61_803n) % 100_000n) * 100_000;

describe.each(LISTS)("the items of $path", (list) => {
  it("match the response schema", async () => {
    const at = `#/paths/${list.path.replaceAll("/", "~1")}/get/responses/200/content/application~1json/schema`;
    const items = await itemsOf(list);
    expect(items).toHaveLength(ENTITIES);
    const isValid = ajv.compile({ $ref: `contract${at}` });
    isValid({ items, bookmark: null });
    expect(isValid.errors ?? []).toEqual([]);
  });

  it("have every field in the schema, though some items lack a field or have null in it", async () => {
    const items = await itemsOf(list);
    const item = propertiesOf(responseSchemaOf(list.path)).items?.items ?? {};
    const fields = Object.keys(propertiesOf(item));
    const given = (isGiven: (item: Item, field: string) => boolean) =>
      fields.filter((field) => items.some((one) => isGiven(one, field)));
    expect(given((one, field) => (one[field] ?? null) !== null)).toEqual(fields);
    expect(new Set(items.flatMap(Object.keys))).toEqual(new Set(fields));
    expect(given((one, field) => !(field in one)).length).toBeGreaterThan(0);
    expect(given((one, field) => one[field] === null).length).toBeGreaterThan(0);
  });

  it("are the same for the same seed, and different for another seed", async () => {
    const [once, again, other] = [
      await itemsOf(list),
      await itemsOf(list),
      await itemsOf(list, { seed: 2 }),
    ];
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
    expect(other.map(({ id }) => id)).toEqual(once.map(({ id }) => id));
  });
});

it("the times of listed items are in seconds since 1970, and amounts of money in millionths can exceed 32 bits", async () => {
  const [, campaigns, adGroups] = LISTS as [object, (typeof LISTS)[0], (typeof LISTS)[0]];
  const items = await itemsOf(campaigns);
  for (const { created_time: created } of items)
    expect(created === undefined || new Date(Number(created) * 1000).getUTCFullYear() >= 2020).toBe(
      true,
    );
  const money = (await itemsOf(adGroups)).map((one) => one.budget_in_micro_currency ?? 0);
  expect(Math.max(...money.map(Number))).toBeGreaterThan(2 ** 32);
});
