import { given } from "../given.js";
import { type ListedItems, madeItem } from "./made-items.js";
import { errorReply, jsonReply, type ReceivedRequest, type Reply } from "./reply.js";
import { CHILDREN, entityId, entityName, targetingValues } from "./report-data.js";

type Item = Readonly<Record<string, unknown>>;

/** A list of `total` items. `itemAt` creates an item, given its index. */
interface List {
  readonly total: number;
  readonly itemAt: (index: number) => Item;
}

const MAX_PAGE_SIZE = 250;

/**
 * Returns one page of a list. It starts at `bookmark`, by default with the first item, and has up
 * to `page_size` items (1 to 250, default 25). The page's own bookmark leads to the next page; on
 * the last page, it is null. For an unknown bookmark or an invalid `page_size`, returns a 400.
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

/** An ad account of the fake server. The defaults of its fields differ between accounts. */
export interface FakeAccount {
  /** Id of 1 to 18 digits. Default: 549755885175 plus the account's index in the list, from 0. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Currency code, such as `EUR`. */
  readonly currency?: string | undefined;
  /** Name of the time zone, such as `Europe/Berlin`. */
  readonly time_zone?: string | undefined;
  /** Country code, such as `DE`. */
  readonly country?: string | undefined;
}

/**
 * Locations of the accounts, assigned in turn. Their currencies and time zones differ, so tests
 * notice when amounts or days are mixed up.
 */
const PLACES = [
  { currency: "USD", time_zone: "America/New_York", country: "US" },
  { currency: "EUR", time_zone: "Europe/Berlin", country: "DE" },
  { currency: "JPY", time_zone: "Asia/Tokyo", country: "JP" },
  { currency: "GBP", time_zone: "Europe/London", country: "GB" },
  { currency: "BRL", time_zone: "America/Sao_Paulo", country: "BR" },
  { currency: "AUD", time_zone: "Australia/Sydney", country: "AU" },
];

/** Options for generating list items. */
export interface ListOptions {
  /** Number of entities of each kind in an account. */
  readonly entities: number;
  readonly seed: number;
  /**
   * Fields of the items in each described list. Items in other lists have only basic fields, such
   * as `id`.
   */
  readonly items: ListedItems;
}

/** Adds made-up values for the described fields to an item. Fields in `known` keep their values. */
function wholeItem(
  known: Item,
  list: string,
  { seed, items }: Omit<ListOptions, "entities">,
): Item {
  const fields = Object.hasOwn(items, list) ? items[list] : undefined;
  return fields === undefined
    ? known
    : { ...madeItem(fields, `${seed} ${list} ${known.id}`), ...known };
}

/** Returns the default id of listed account `index` (from 0). */
export function accountId(index: number): string {
  return String(549_755_885_175 + index);
}

/**
 * Responds to `GET /ad_accounts` with a page of accounts. If `accounts` is a number, that many
 * accounts are made up. Missing fields of listed accounts are made up too. `query` may contain
 * `bookmark` and `page_size` (1 to 250, default 25). If either is invalid, the status is 400.
 */
export function accountsReply(
  accounts: number | readonly FakeAccount[],
  query: Readonly<Record<string, string>>,
  options: Omit<ListOptions, "entities">,
): Reply {
  const [total, listed] =
    typeof accounts === "number" ? [accounts, []] : [accounts.length, accounts];
  const itemAt = (index: number): Item => {
    const known = {
      id: accountId(index),
      name: `Made-up account ${index + 1}`,
      ...PLACES[index % PLACES.length],
      owner: { username: "made-up", id: entityId("USER", accountId(index), 0) },
      permissions: ["OWNER"],
      ...given(listed[index] ?? {}),
    };
    return wholeItem(known, "ad_accounts", options);
  };
  return pageReply({ total, itemAt }, query);
}

/** An item, and the ids that select it: its own id and its parents' ids. */
interface Entity {
  readonly item: Item;
  readonly ids: Readonly<Record<string, string>>;
}

const ARCHIVED = "ARCHIVED";

/** Identifies an entity. `number` counts from 0 within the account. */
interface EntityPlace {
  readonly account: string;
  readonly number: number;
  readonly status: string;
  /** Number of entities of each kind that are not archived. */
  readonly entities: number;
}

/**
 * Functions that create the entities of each list. Ids and names are the same as in report rows.
 */
const ENTITIES: Readonly<Record<string, (place: EntityPlace) => Entity>> = {
  campaigns({ account, number, status }) {
    const campaign_id = entityId("CAMPAIGN", account, number);
    const name = entityName("CAMPAIGN_NAME", { id: campaign_id, number });
    return {
      item: { id: campaign_id, ad_account_id: account, name, status },
      ids: { campaign_id },
    };
  },
  ad_groups({ account, number, status }) {
    const { campaign_id } = parentsOf(account, CHILDREN * number);
    const ad_group_id = entityId("AD_GROUP", account, number);
    const name = entityName("AD_GROUP_NAME", { id: ad_group_id, number });
    return {
      item: { id: ad_group_id, ad_account_id: account, campaign_id, name, status },
      ids: { campaign_id, ad_group_id },
    };
  },
  ads({ account, number, status }) {
    const parents = parentsOf(account, number);
    const ad_id = entityId("PIN_PROMOTION", account, number);
    const name = entityName("AD_NAME", { id: ad_id, number });
    const pin_id = entityId("PIN", account, number);
    return {
      item: { id: ad_id, ad_account_id: account, ...parents, pin_id, name, status },
      ids: { ...parents, ad_id },
    };
  },
  // The keywords of ad groups come first, then one keyword for the account and one for each
  // campaign.
  keywords({ account, number, entities }) {
    const { ad_group_id } = parentsOf(account, number);
    const parents = [
      number < entities && { parent_type: "ad_group", parent_id: ad_group_id },
      number === entities && { parent_type: "advertiser", parent_id: account },
      { parent_type: "campaign", parent_id: entityId("CAMPAIGN", account, number - entities - 1) },
    ];
    const parent = parents.find((one) => one !== false);
    return {
      item: {
        id: entityId("KEYWORD", account, number),
        ...parent,
        match_type: number < entities ? "BROAD" : "EXACT_NEGATIVE",
        value: `made-up keyword ${number + 1}`,
        archived: number % 4 === 3,
      },
      ids: parent === undefined ? {} : { [`${parent.parent_type}_id`]: parent.parent_id },
    };
  },
  product_group_promotions({ account, number, status }) {
    const { ad_group_id } = parentsOf(account, number);
    const product_group_id = entityId("PRODUCT_GROUP", account, number);
    return {
      item: { id: product_group_id, ad_group_id, status },
      ids: { ad_group_id, product_group_id },
    };
  },
};

/**
 * The parameters that select the entities of a list. If a request has none of them, the list
 * contains the entities whose `otherwise` id, such as `advertiser_id`, is the account's id. If
 * `otherwise` is null, the request is rejected.
 */
const SELECTED_BY: Readonly<
  Record<string, { readonly parameters: readonly string[]; readonly otherwise: string | null }>
> = {
  keywords: {
    parameters: ["campaign_id", "ad_group_id", "ad_group_ids"],
    otherwise: "advertiser_id",
  },
  product_group_promotions: {
    parameters: ["ad_group_id", "product_group_promotion_ids"],
    otherwise: null,
  },
};

/** Returns the ad group and campaign ids of ad or keyword `number` (from 0). */
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

/** For each filter parameter, the entity member that must be among its values. */
const FILTERS: Readonly<Record<string, string>> = {
  campaign_id: "campaign_id",
  campaign_ids: "campaign_id",
  ad_group_id: "ad_group_id",
  ad_group_ids: "ad_group_id",
  ad_ids: "ad_id",
  entity_statuses: "status",
  match_types: "match_type",
  product_group_promotion_ids: "product_group_id",
};

/**
 * Targeting types whose list also contains the values of other types. The other types are named as
 * in reports.
 */
const ALSO_NAMED: Readonly<Record<string, readonly string[]>> = {
  LOCATION: ["COUNTRY"],
  GEO: ["REGION"],
};

/**
 * Responds to requests for entities, such as campaigns, and for a targeting type's values. Returns
 * undefined for any other request.
 *
 * Every account has `options.entities` entities of each kind. All kinds except keywords have one
 * more entity, which is archived and only listed if that status is requested. The account itself
 * and each campaign also have one keyword. The status is 400 for an account id that is not 1 to 18
 * digits, a missing required parameter, or an invalid bookmark or page size.
 */
export function listReply(
  { method, path, query, search }: ReceivedRequest,
  options: ListOptions,
): Reply | undefined {
  if (method !== "GET") return undefined;
  const [, type] = /^\/v5\/resources\/targeting\/([^/]+)$/.exec(path) ?? [];
  if (type !== undefined) {
    const values = [type, ...(ALSO_NAMED[type] ?? [])].flatMap(targetingValues);
    return jsonReply(200, [
      Object.fromEntries(values.map((value) => [value, `Made up: ${value}`])),
    ]);
  }
  const [, account = "", name = ""] = /^\/v5\/ad_accounts\/([^/]+)\/(\w+)$/.exec(path) ?? [];
  const entityAt = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  if (entityAt === undefined) return undefined;
  if (!/^\d{1,18}$/.test(account))
    return errorReply(400, { code: 1, message: `'${account}' does not match '^\\d+$'` });
  const filters = Object.entries(FILTERS).flatMap(([parameter, member]) =>
    search.has(parameter) ? [{ member, values: search.getAll(parameter) }] : [],
  );
  const selected = SELECTED_BY[name];
  if (selected?.parameters.some((parameter) => search.has(parameter)) === false) {
    if (selected.otherwise === null)
      return errorReply(400, { code: 1, message: `Missing ${selected.parameters.join(" or ")}` });
    filters.push({ member: selected.otherwise, values: [account] });
  }
  const { entities } = options;
  const entity = (number: number): Entity =>
    entityAt({ account, number, entities, status: number < entities ? "ACTIVE" : ARCHIVED });
  const isSelected = (number: number): boolean => {
    const { item, ids } = entity(number);
    return filters.every(({ member, values }) =>
      values.includes(String(ids[member] ?? item[member])),
    );
  };
  // Without a filter, entities that are not on the page are not created. There may be millions.
  const others = search.getAll("entity_statuses").includes(ARCHIVED) ? 1 : 0;
  const count = entities + (name === "keywords" ? entities + 1 : others);
  const numbers =
    filters.length === 0
      ? null
      : Array.from({ length: count }, (_, number) => number).filter(isSelected);
  const total = numbers?.length ?? entities;
  const itemAt = (index: number): Item => {
    const at = query.order === "DESCENDING" ? total - 1 - index : index;
    return wholeItem(entity(numbers?.[at] ?? at).item, name, options);
  };
  return pageReply({ total, itemAt }, query);
}
