import type { Client } from "../../generated/index.js";

export type Item = Readonly<Record<string, unknown>>;

/** An account's lists as Pinterest returns them, with all statuses, by table. */
export type Listed = Readonly<Record<string, readonly Item[]>>;

const STATUSES = ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"];

/**
 * Requests the server's lists of an account call by call, without `sync`. Keywords and product
 * groups are requested per ad group or campaign.
 */
export async function listedOf(
  client: Pick<Client, "request">,
  account: string,
  targetingTypes: readonly string[],
): Promise<Listed> {
  const all = async (path: string, query: object): Promise<readonly Item[]> => {
    const items: Item[] = [];
    let bookmark: string | null | undefined;
    do {
      const page: { readonly items: readonly Item[]; readonly bookmark?: string | null } =
        await client.request("GET", `/ad_accounts/${account}/${path}`, {
          query: { ...query, page_size: 100, ...(bookmark && { bookmark }) },
        });
      items.push(...page.items);
      ({ bookmark } = page);
    } while (bookmark);
    return items.map((item) => ({ ...item, ad_account_id: account }));
  };
  const ofEach = async (
    path: string,
    parents: readonly (readonly [parameter: string, items: readonly Item[]])[],
    query: object = {},
  ): Promise<readonly Item[]> => {
    const items: Item[] = [];
    for (const [parameter, of] of parents)
      for (const { id } of of) items.push(...(await all(path, { ...query, [parameter]: id })));
    return items;
  };
  const entity_statuses = STATUSES;
  const [campaigns = [], adGroups = [], ads = []] = [
    await all("campaigns", { entity_statuses }),
    await all("ad_groups", { entity_statuses }),
    await all("ads", { entity_statuses }),
  ];
  const options: Item[] = [];
  for (const targeting_type of targetingTypes)
    for (const names of await client.request<readonly Record<string, string>[]>(
      "GET",
      `/resources/targeting/${targeting_type}`,
      { query: { ad_account_id: account } },
    ))
      for (const [id, name] of Object.entries(names))
        options.push({ ad_account_id: account, targeting_type, id, name });
  return {
    campaigns,
    ad_groups: adGroups,
    ads,
    keywords: [
      ...(await all("keywords", {})),
      ...(await ofEach("keywords", [
        ["campaign_id", campaigns],
        ["ad_group_id", adGroups],
      ])),
    ],
    product_groups: await ofEach("product_group_promotions", [["ad_group_id", adGroups]], {
      entity_statuses,
    }),
    targeting_options: options,
  };
}

/**
 * Converts items or rows to sorted text that does not depend on a database's types: without nulls
 * and load times, objects as JSON, numbers and booleans as text.
 */
export function comparable(rows: readonly Item[]): readonly string[] {
  return rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .filter(([name, value]) => (value ?? null) !== null && name !== "_loaded_at")
          .map(([name, value]) => [
            name,
            typeof value === "object" ? JSON.stringify(value) : String(value),
          ])
          .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
      ),
    )
    .sort();
}
