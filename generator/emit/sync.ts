import { data, identifier, joined, literal, property, type View } from "../code.js";
import { camel, pascal } from "../lower/names.js";
import type { EnumType, Flow, Model, Operation, Type } from "../model/model.js";
import type { Home } from "../workspace.js";
import { isPlanned } from "./planner.js";
import { flowNames } from "./types.js";

const ACCOUNTS = "ad-accounts";
const STATUSES = "entity_statuses";
/** The lists that `sync` requires, by the names of their tables. */
const USUAL = { campaigns: "campaigns", ad_groups: "ad-groups", ads: "ads" } as const;
/** All paged lists that become tables, starting with the lists in `USUAL`. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...USUAL,
  keywords: "keywords",
  product_groups: "product-groups",
};
const OPTIONS = "targeting-options";
const OPTION_COLUMNS = { targeting_type: "text", id: "text", name: "text" };
/** The targeting types whose values differ between accounts. */
const OWN_VALUES: readonly unknown[] = ["KEYWORD", "AUDIENCE_INCLUDE", "AUDIENCE_EXCLUDE"];

// With more ids, a query may exceed the 8 KiB that many servers accept.
const MAX_IDS = 100;
/** The requests for each list that a single request cannot return completely. */
const PARTS: Readonly<Record<string, readonly object[]>> = {
  // Without an id, the response contains only keywords of the account itself.
  keywords: [
    { input: {} },
    { idsOf: "campaigns", as: "campaign_id" },
    { idsOf: "ad_groups", as: "ad_group_ids", most: MAX_IDS },
  ],
  "product-groups": [{ idsOf: "ad_groups", as: "ad_group_id" }],
};

/**
 * Returns the report that `sync` loads into tables. It is the first report with a date range,
 * columns and facts about its levels. Returns null if there is none, if `home` is "elsewhere", or
 * if the description lacks the list of accounts, campaigns, ad groups or ads. Other lists may be
 * missing.
 */
export function syncedFlow({ flows, operations }: Model, home: Home): Flow | null {
  const names = operations.map(({ name }) => name);
  if (home !== "here" || ![ACCOUNTS, ...Object.values(USUAL)].every((name) => names.includes(name)))
    return null;
  return (
    flows.find((flow) => flow.levels !== undefined && flow.columns.length > 0 && isPlanned(flow)) ??
    null
  );
}

/**
 * The view of `sync.ts`: the report that `sync` loads, and the lists that become tables. Lists of
 * keywords, product groups and targeting options are left out if the model lacks them.
 */
export function syncView(flow: Flow, { operations: all }: Model): View {
  const offered = (name: string): Operation | undefined =>
    all.find((operation) => operation.name === name);
  const entities = Object.entries({ ...ENTITIES, targeting_options: OPTIONS }).flatMap(
    ([table, name]) => {
      const operation = offered(name);
      return operation === undefined ? [] : [{ table, name, operation }];
    },
  );
  const operations = [ACCOUNTS, ...entities.map(({ name }) => name)];
  return {
    ...flowNames(flow),
    plan: identifier(`plan${pascal(flow.name)}`),
    flowFile: literal(`./${flow.name}/flow.js`),
    schemaFile: literal(`./${flow.name}/schema.js`),
    levels: identifier(`${camel(flow.name)}Levels`),
    levelsFile: literal(`./${flow.name}/levels.js`),
    syncing: literal("../runtime/sync/index.js"),
    lists: operations.map((list) => ({
      operation: identifier(camel(list)),
      call: literal(`./operations/${list}/call.js`),
    })),
    accounts: {
      operation: identifier(camel(ACCOUNTS)),
      columns: data(columnsOf(offered(ACCOUNTS))),
    },
    entities: entities.map(({ table, name, operation }) => ({
      table: property(table),
      operation: identifier(camel(name)),
      input: data(wholeList(operation)),
      ...partsView(operation),
    })),
    windows: windowsOf(flow).map(
      ({ field, usual }) => joined`{ field: ${literal(field)}, default: ${literal(usual)} }`,
    ),
  };
}

/**
 * The input that makes a list return items with any status. By default, the API leaves out archived
 * items.
 */
function wholeList(
  operation: Operation | undefined,
): Readonly<Record<string, readonly (string | number)[]>> {
  const type = operation?.body.fields.find(({ name }) => name === STATUSES)?.type;
  const item = type?.kind === "array" && type.items.kind === "enum" ? type.items.name : null;
  const values = operation?.enums.find(({ name }) => name === item)?.values;
  return values === undefined ? {} : { [STATUSES]: values };
}

/**
 * The columns of the list's table, and how its requests are divided. If one request cannot return
 * the whole list, the list is requested separately by targeting type, or by parent ids.
 */
function partsView(operation: Operation): { readonly [name: string]: View } {
  const isOptions = operation.name === OPTIONS;
  const parts = isOptions
    ? targetingTypes(operation).map((type) => ({ input: { targeting_type: type } }))
    : (PARTS[operation.name] ?? []);
  return {
    columns: data(isOptions ? OPTION_COLUMNS : columnsOf(operation)),
    hasParts: parts.length > 0,
    parts: parts.map((part) => data(part)),
    hasKey: isOptions,
    key: data(["targeting_type", "id"]),
  };
}

/** The targeting types whose values are the same for all accounts. */
function targetingTypes({ body, enums }: Operation): readonly unknown[] {
  const type = body.fields.find(({ name }) => name === "targeting_type")?.type;
  const values = type?.kind === "enum" && enums.find(({ name }) => name === type.name)?.values;
  return (values || []).filter((value) => !OWN_VALUES.includes(value));
}

/** The fields of a list's items, each with the type of its column. */
function columnsOf(operation: Operation | undefined): Readonly<Record<string, string>> {
  const item = operation?.pageOf;
  const fields = operation?.objects.find(
    ({ name }) => item?.kind === "object" && item.name === name,
  )?.fields;
  return Object.fromEntries(
    (fields ?? []).map(({ name, type }) => [name, cellTypeOf(type, operation?.enums ?? [])]),
  );
}

/** The column type for values of a type. Lists and objects become JSON text. */
function cellTypeOf(type: Type, enums: readonly EnumType[]): string {
  if (type.kind === "nullable") return cellTypeOf(type.of, enums);
  if (type.kind === "integer" || type.kind === "boolean") return type.kind;
  if (type.kind === "number") return "double";
  const values = type.kind === "enum" ? enums.find(({ name }) => name === type.name)?.values : [];
  const isNumeric = values?.length !== 0 && values?.every((value) => typeof value === "number");
  return isNumeric === true ? "integer" : "text";
}

/**
 * The fields with attribution windows in days, and the API's default for each. A field without a
 * default is left out.
 */
function windowsOf({ body }: Flow): readonly { readonly field: string; readonly usual: number }[] {
  return body.fields.flatMap((field) =>
    field.name.endsWith("_window_days") && typeof field.default === "number"
      ? [{ field: field.name, usual: field.default }]
      : [],
  );
}
