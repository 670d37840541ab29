import { errorReply, jsonReply, type ReceivedRequest, type Reply } from "./reply.js";
import { CHILDREN, entityId, entityName, targetingValues } from "./report-data.js";

type Item = Readonly<Record<string, unknown>>;

/** A list of `total` items, made one at a time from 0. */
interface List {
  readonly total: number;
  readonly itemAt: (index: number) => Item;
}

const MAX_PAGE_SIZE = 250;

/**
 * One page of a list. It begins at `bookmark` (default: the first item) and has up to `page_size`
 * items; its own bookmark is that of the next page, and null on the last. 400 for an unknown
 * bookmark or a `page_size` (default 25) other than 1 to 250.
 */
function pageReply(
  { total, itemAt }: List,
  { bookmark = "", page_size = "25" }: Readonly<Record<string, string>>,
): Reply {
  const size = Number(page_size);
  if (!(Number.isInteger(size) && size >= 1 && size <= MAX_PAGE_SIZE))
    return errorReply(400, { code: 1, message: "Invalid page_size" });
  const start = bookmark === "" ? 0 : Number(/^page-(\d+)$/.exec(bookmark)?.[1] ?? Number.NaN);
  if (Number.isNaN(start)) return errorReply(400, { code: 1, message: "Invalid bookmark" });
  const end = Math.min(total, start + size);
  const items = Array.from({ length: Math.max(0, end - start) }, (_, index) =>
    itemAt(start + index),
  );
  return jsonReply(200, { items, bookmark: end < total ? `page-${end}` : null });
}

/** An ad account of the fake server. What is left out differs from account to account. */
export interface FakeAccount {
  /** 1 to 18 digits. Default: one more than that of the account before. */
  readonly id?: string;
  readonly name?: string;
  /** Such as `EUR`. */
  readonly currency?: string;
  /** Such as `Europe/Berlin`. */
  readonly time_zone?: string;
  /** Such as `DE`. */
  readonly country?: string;
}

/** Where the accounts are, in turn: amounts and days of two of them are not the same thing. */
const PLACES = [
  { currency: "USD", time_zone: "America/New_York", country: "US" },
  { currency: "EUR", time_zone: "Europe/Berlin", country: "DE" },
  { currency: "JPY", time_zone: "Asia/Tokyo", country: "JP" },
  { currency: "GBP", time_zone: "Europe/London", country: "GB" },
  { currency: "BRL", time_zone: "America/Sao_Paulo", country: "BR" },
  { currency: "AUD", time_zone: "Australia/Sydney", country: "AU" },
];

/** The id of listed account `index` (from 0), unless another one is given. */
export function accountId(index: number): string {
  return String(549_755_885_175 + index);
}

/**
 * The response to `GET /ad_accounts`: a page of the accounts, which are made up if `accounts` is
 * their number.
 */
export function accountsReply(
  accounts: number | readonly FakeAccount[],
  query: Readonly<Record<string, string>>,
): Reply {
  const [total, given] =
    typeof accounts === "number" ? [accounts, []] : [accounts.length, accounts];
  const itemAt = (index: number): Item => ({
    id: accountId(index),
    name: `Made-up account ${index + 1}`,
    ...PLACES[index % PLACES.length],
    owner: { username: "made-up" },
    permissions: ["OWNER"],
    ...given[index],
  });
  return pageReply({ total, itemAt }, query);
}

/** An item, and the ids by which it can be selected: its own, and those of its parents. */
interface Entity {
  readonly item: Item;
  readonly ids: Readonly<Record<string, string>>;
}

const ARCHIVED = "ARCHIVED";

/**
 * By list, the entity with a number (from 0) in the account, under the id and the name that rows of
 * reports have.
 */
const ENTITIES: Readonly<
  Record<string, (account: string, number: number, status: string) => Entity>
> = {
  campaigns(account, number, status) {
    const campaign_id = entityId("CAMPAIGN", account, number);
    const name = entityName("CAMPAIGN_NAME", { id: campaign_id, number });
    return {
      item: { id: campaign_id, ad_account_id: account, name, status },
      ids: { campaign_id },
    };
  },
  ad_groups(account, number, status) {
    const { campaign_id } = parentsOf(account, CHILDREN * number);
    const ad_group_id = entityId("AD_GROUP", account, number);
    const name = entityName("AD_GROUP_NAME", { id: ad_group_id, number });
    return {
      item: { id: ad_group_id, ad_account_id: account, campaign_id, name, status },
      ids: { campaign_id, ad_group_id },
    };
  },
  ads(account, number, status) {
    const parents = parentsOf(account, number);
    const ad_id = entityId("PIN_PROMOTION", account, number);
    const name = entityName("AD_NAME", { id: ad_id, number });
    const pin_id = entityId("PIN", account, number);
    return {
      item: { id: ad_id, ad_account_id: account, ...parents, pin_id, name, status },
      ids: { ...parents, ad_id },
    };
  },
  keywords(account, number) {
    const parents = parentsOf(account, number);
    const parent = { parent_id: parents.ad_group_id, parent_type: "ad_group" };
    const value = `made-up keyword ${number + 1}`;
    return {
      item: {
        id: entityId("KEYWORD", account, number),
        ...parent,
        match_type: "BROAD",
        value,
        archived: false,
      },
      ids: parents,
    };
  },
};

/** The ids of the ad group, and of its campaign, that have ad or keyword `number` (from 0). */
function parentsOf(
  account: string,
  number: number,
): { readonly campaign_id: string; readonly ad_group_id: string } {
  const adGroup = Math.floor(number / CHILDREN);
  return {
    campaign_id: entityId("CAMPAIGN", account, Math.floor(adGroup / CHILDREN)),
    ad_group_id: entityId("AD_GROUP", account, adGroup),
  };
}

/** By parameter, the member of an entity that has to be among the parameter's values. */
const FILTERS: Readonly<Record<string, string>> = {
  campaign_id: "campaign_id",
  campaign_ids: "campaign_id",
  ad_group_id: "ad_group_id",
  ad_group_ids: "ad_group_id",
  ad_ids: "ad_id",
  entity_statuses: "status",
  match_types: "match_type",
};

/**
 * The response to a list of campaigns, ad groups, ads or keywords, each of which has `entities` in
 * every account, or to the values of a targeting type; undefined for any other request. Of the
 * first three there is one more, archived, which is listed only if that status is asked for. 400
 * for an account id that is not 1 to 18 digits, and for an invalid page.
 */
export function listReply(
  { method, path, query, search }: ReceivedRequest,
  entities: number,
): Reply | undefined {
  if (method !== "GET") return undefined;
  const [, type] = /^\/v5\/resources\/targeting\/([^/]+)$/.exec(path) ?? [];
  if (type !== undefined)
    return jsonReply(200, [
      Object.fromEntries(targetingValues(type).map((value) => [value, `Made up: ${value}`])),
    ]);
  const [, account = "", name = ""] = /^\/v5\/ad_accounts\/([^/]+)\/(\w+)$/.exec(path) ?? [];
  const entityAt = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  if (entityAt === undefined) return undefined;
  if (!/^\d{1,18}$/.test(account))
    return errorReply(400, { code: 1, message: `'${account}' does not match '^\\d+$'` });
  const filters = Object.entries(FILTERS).filter(([parameter]) => search.has(parameter));
  const entity = (number: number): Entity =>
    entityAt(account, number, number < entities ? "ACTIVE" : ARCHIVED);
  const isSelected = (number: number): boolean => {
    const { item, ids } = entity(number);
    return filters.every(([parameter, member]) =>
      search.getAll(parameter).includes(String(ids[member] ?? item[member])),
    );
  };
  // Without a filter, a page costs nothing for the entities that are not on it, of which there may
  // be millions.
  const count = entities + (search.getAll("entity_statuses").includes(ARCHIVED) ? 1 : 0);
  const numbers =
    filters.length === 0
      ? null
      : Array.from({ length: count }, (_, number) => number).filter(isSelected);
  const total = numbers?.length ?? entities;
  const itemAt = (index: number): Item => {
    const at = query.order === "DESCENDING" ? total - 1 - index : index;
    return entity(numbers?.[at] ?? at).item;
  };
  return pageReply({ total, itemAt }, query);
}
