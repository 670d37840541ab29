import type { PagedOperation } from "../client/operation.js";
import type { Flow, LevelFacts } from "../contract.js";
import type { Plan, PlanOptions } from "../planner/types.js";
import type { RowsDescription } from "../tables/describe.js";
import type { AttributionWindow } from "../validation/lookback.js";
import type { CellType } from "./target.js";
import type { EntityTable } from "./types.js";

type Item = Readonly<Record<string, unknown>>;

/**
 * A call whose items become the rows of a table. Either it is paginated, or its response is a list
 * of objects that map ids to names.
 */
export type ListOperation = PagedOperation<{ readonly page_size?: number }, object, Item>;

/** What `sync` needs to know about the API. The generator derives these facts from the contract. */
export interface SyncFacts {
  /** The report that fills tables. */
  readonly flow: Flow<Item>;
  plan(body: Item, options: PlanOptions): Plan<Item>;
  describe(body: Item): RowsDescription;
  /** The report's levels, such as campaigns. They define which columns contain the same id. */
  readonly levels: readonly LevelFacts[];
  /** The body's fields for attribution windows, in days, and the API's defaults for them. */
  readonly windows: readonly AttributionWindow[];
  readonly accounts: ListFacts;
  /** The lists that the API description contains. */
  readonly lists: Readonly<Partial<Record<EntityTable, ListFacts>>>;
}

/** A list whose items become the rows of a table. */
export interface ListFacts {
  readonly operation: ListOperation;
  /** The input that selects items with any status. */
  readonly input: Item;
  /** The requests that together return all items. Default: one request. */
  readonly parts?: readonly ListPart[];
  /**
   * The columns that identify an item within an account. Set only for lists whose response maps ids
   * to names. Paginated lists omit it: their items are identified by `id`.
   */
  readonly key?: readonly string[];
  /** The columns for the fields of an item, with their types. */
  readonly columns: Readonly<Record<string, CellType>>;
}

/**
 * One request, or one request for each id in another list. With `most`, each request covers up to
 * that many ids.
 */
export type ListPart =
  | { readonly input: Item }
  | { readonly idsOf: EntityTable; readonly as: string; readonly most?: number };
