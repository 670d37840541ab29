import { data, identifier, joined, literal, property, type View } from "../code.js";
import { camel, pascal } from "../lower/names.js";
import type { Flow, Model, Operation } from "../model/model.js";
import type { Home } from "../workspace.js";
import { isPlanned } from "./planner.js";
import { flowNames } from "./types.js";

const ACCOUNTS = "ad-accounts";
const STATUSES = "entity_statuses";
/** The lists that become tables, by the name of the table. */
const ENTITIES = { campaigns: "campaigns", ad_groups: "ad-groups", ads: "ads" } as const;

/**
 * The report that `sync` loads into tables: the first one whose rows can be told apart. Null
 * outside of this repository, and for a description without the lists of accounts, campaigns, ad
 * groups and ads.
 */
export function syncedFlow({ flows, operations }: Model, home: Home): Flow | null {
  const names = operations.map(({ name }) => name);
  if (
    home !== "here" ||
    ![ACCOUNTS, ...Object.values(ENTITIES)].every((name) => names.includes(name))
  )
    return null;
  return (
    flows.find((flow) => flow.levels !== undefined && flow.columns.length > 0 && isPlanned(flow)) ??
    null
  );
}

/** The view of `sync.ts`. */
export function syncView(flow: Flow, { operations: all }: Model): View {
  const operations = [ACCOUNTS, ...Object.values(ENTITIES)];
  return {
    ...flowNames(flow),
    plan: identifier(`plan${pascal(flow.name)}`),
    flowFile: literal(`./${flow.name}/flow.js`),
    typesFile: literal(`./${flow.name}/types.js`),
    syncing: literal("../runtime/sync/index.js"),
    lists: operations.map((list) => ({
      operation: identifier(camel(list)),
      call: literal(`./operations/${list}/call.js`),
    })),
    accounts: identifier(camel(ACCOUNTS)),
    entities: Object.entries(ENTITIES).map(([table, list]) => ({
      table: property(table),
      operation: identifier(camel(list)),
      input: data(wholeList(all.find(({ name }) => name === list))),
    })),
    windows: windowsOf(flow).map(
      ({ field, usual }) => joined`{ field: ${literal(field)}, default: ${literal(usual)} }`,
    ),
  };
}

/**
 * The input with which a list has its items of all statuses: by default, those that are archived
 * are left out.
 */
function wholeList(
  operation: Operation | undefined,
): Readonly<Record<string, readonly (string | number)[]>> {
  const type = operation?.body.fields.find(({ name }) => name === STATUSES)?.type;
  const item = type?.kind === "array" && type.items.kind === "enum" ? type.items.name : null;
  const values = operation?.enums.find(({ name }) => name === item)?.values;
  return values === undefined ? {} : { [STATUSES]: values };
}

/** The fields with attribution windows in days, and what the API assumes for an absent one. */
function windowsOf({ body }: Flow): readonly { readonly field: string; readonly usual: number }[] {
  return body.fields.flatMap((field) =>
    field.name.endsWith("_window_days") && typeof field.default === "number"
      ? [{ field: field.name, usual: field.default }]
      : [],
  );
}
