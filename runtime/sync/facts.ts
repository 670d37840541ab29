import type { PagedOperation } from "../client/operation.js";
import type { Flow, LevelFacts } from "../contract.js";
import type { Plan, PlanOptions } from "../planner/types.js";
import type { RowsDescription } from "../tables/describe.js";
import type { AttributionWindow } from "../validation/lookback.js";
import type { CellType } from "./target.js";
import type { EntityTable } from "./types.js";

type Item = Readonly<Record<string, unknown>>;

/**
 * A paginated call whose items become the rows of a table; or one whose response is a list of
 * objects with names by id.
 */
export type ListOperation = PagedOperation<{ readonly page_size?: number }, object, Item>;

/** Facts from the description that `sync` needs. The generator makes them from the contract. */
export interface SyncFacts {
  /** The report that fills tables. */
  readonly flow: Flow<Item>;
  plan(body: Item, options: PlanOptions): Plan<Item>;
  describe(body: Item): RowsDescription;
  /** The levels, by which columns hold the same id. */
  readonly levels: readonly LevelFacts[];
  /**
   * The fields of the body with attribution windows in days, and what the API assumes without them.
   */
  readonly windows: readonly AttributionWindow[];
  readonly accounts: ListFacts;
  /** The lists that the description has. */
  readonly lists: Readonly<Partial<Record<EntityTable, ListFacts>>>;
}

/** A list whose items become the rows of a table. */
export interface ListFacts {
  readonly operation: ListOperation;
  /** The input that selects items of all statuses. */
  readonly input: Item;
  /** The requests that have all items together. Default: one. */
  readonly parts?: readonly ListPart[];
  /**
   * The columns that identify an item within an account, for a list whose response has names by id.
   * Default: `id`, for a list in pages.
   */
  readonly key?: readonly string[];
  /** The fields of an item, as columns. */
  readonly columns: Readonly<Record<string, CellType>>;
}

/** A request of a list, or one for each id of another list, or for up to `most` of its ids. */
export type ListPart =
  | { readonly input: Item }
  | { readonly idsOf: EntityTable; readonly as: string; readonly most?: number };
