import type { Source } from "../model/model.js";
import type { Notice } from "../notice.js";
import type { Problem } from "../problem.js";
import type { ColumnFacts } from "./columns.js";
import type { Docs } from "./docs.js";
import type { FlowsFile } from "./flows.js";
import type { JsonObject } from "./json.js";
import type { RowFacts } from "./rows.js";
import type { OwnRule } from "./rules.js";
import type { Skipped } from "./skipped.js";

/** All that is read before anything is made: the contract, where it came from, and what we know beside it. */
export interface Contract {
  readonly document: JsonObject;
  readonly source: Source;
  readonly knowledge: Knowledge;
  /** What was met while the contract was made of a description; a contract that was read as it stands has none. */
  readonly met?: Met;
}

/** What a stage before the lowering met: it is told together with what the lowering meets. */
export interface Met {
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** The operations that are not in the contract though the description has them: what is wrong with them is among the problems or notices. */
  readonly leftOut: readonly string[];
}

/** Everything in `spec/` that people write. */
export interface Knowledge {
  readonly flows: FlowsFile;
  readonly skipped: Skipped;
  readonly rules: readonly OwnRule[];
  readonly docs: Docs;
  readonly columns: ReadonlyMap<string, ColumnFacts>;
  readonly rows: RowFacts;
  /** What files beside those of the generator speak of: each operation must be offered, or the words would be for nobody. */
  readonly added?: readonly Added[];
}

export interface Added {
  readonly operation: string;
  readonly where: string;
}
