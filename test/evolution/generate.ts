import { makeElsewhere } from "../../generator/commands/elsewhere.js";
import type { Model } from "../../generator/model/model.js";
import { type Problem, Problems } from "../../generator/problem.js";
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
  /** What is said of operations that are left out. */
  readonly leftOut: readonly string[];
}

/** What `generate --spec <description> --out <folder>` makes, in this process and without writing. */
export async function generated(description: Tree): Promise<Generated> {
  try {
    const { model, output, pulled, notices, refused } = await makeElsewhere(JSON.stringify(description), {});
    const left = [...notices.filter(({ kind }) => kind === "left out"), ...refused];
    return { is: "made", model, output, document: pulled.document, leftOut: left.map(({ where, what }) => `${where}: ${what}`) };
  } catch (error) {
    if (error instanceof Problems) return { is: "refused", problems: error.list };
    return { is: "crashed", error: error instanceof Error ? error : new Error(String(error)) };
  }
}
