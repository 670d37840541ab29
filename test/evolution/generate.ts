import { readKnowledge } from "../../generator/load/load.js";
import type { Model } from "../../generator/model/model.js";
import { build } from "../../generator/pipeline.js";
import { ownFile } from "../../generator/place.js";
import { type Problem, Problems } from "../../generator/problem.js";
import { contractOf } from "../../generator/prose/contract.js";
import type { Tree } from "./draft.js";

/** What came of `generate --spec`. */
export type Generated =
  | Made
  | { readonly is: "refused"; readonly problems: readonly Problem[] }
  | { readonly is: "crashed"; readonly error: Error };

export interface Made {
  readonly is: "made";
  readonly model: Model;
  readonly output: ReadonlyMap<string, string>;
  /** What the types of paths are made from. */
  readonly document: object;
}

const knowledge = readKnowledge(ownFile);

/** The stages of `generate --spec <description> --out <folder>`, in this process and without writing. */
export async function generated(description: Tree): Promise<Generated> {
  try {
    const problems: Problem[] = [];
    const wanted = { ...knowledge.flows, undecided: problems };
    const { document, source, notices, leftOut } = contractOf(JSON.stringify(description), wanted, knowledge.skipped);
    const { model, output } = await build({ document, source, knowledge, met: { problems, notices, leftOut } }, "elsewhere");
    return { is: "made", model, output, document };
  } catch (error) {
    if (error instanceof Problems) return { is: "refused", problems: error.list };
    return { is: "crashed", error: error instanceof Error ? error : new Error(String(error)) };
  }
}
