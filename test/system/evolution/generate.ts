import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { buildFromDescription } from "../../../cli/commands/generate/from-description.js";
import type { Model } from "../../../generator/model/model.js";
import { type Problem, Problems } from "../../../generator/problem.js";
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
  /** All that is said: where and what. */
  readonly lines: readonly string[];
}

/**
 * An integer that a JavaScript number cannot hold: a marked text in a draft, a number in the
 * description.
 */
export function exactly(digits: string): string {
  return `@exactly ${digits}@`;
}

/** A draft as the JSON of its description. */
export function written(description: Tree): string {
  return exact(JSON.stringify(description));
}

/** A draft as YAML, with an anchor and aliases for what stands at several places. */
export function writtenAsYaml(description: Tree): string {
  return exact(stringify(description, { lineWidth: 0 }));
}

/** What a reader of YAML makes of it, aliases resolved; nothing where they stand for too much. */
export function readAsYaml(text: string): Tree {
  try {
    return copied(parse(text, { merge: true, maxAliasCount: 100_000 }) as Tree);
  } catch (error) {
    if (error instanceof ReferenceError) return {};
    throw error;
  }
}

function copied(tree: Tree): Tree {
  return JSON.parse(JSON.stringify(tree)) as Tree;
}

function exact(text: string): string {
  return text.replace(/"@exactly (-?\d+)@"/g, "$1");
}

/**
 * What `generate --spec <description> --out <folder> --schema` makes, with `--flows` where there
 * are others, in this process and without writing.
 */
export async function generated(
  description: string,
  offers: Tree | null = null,
): Promise<Generated> {
  const folder = offers === null ? null : mkdtempSync(join(tmpdir(), "offers-"));
  try {
    const flows = folder === null ? undefined : join(folder, "flows.yaml");
    if (flows !== undefined) writeFileSync(flows, JSON.stringify(offers));
    const { model, output, pulled, notices, refused } = await buildFromDescription(description, {
      schema: true,
      ...(flows && { flows }),
    });
    const said = (some: readonly Pick<Problem, "where" | "what">[]): readonly string[] =>
      some.map(({ where, what }) => `${where}: ${what}`);
    const left = [...notices.filter(({ kind }) => kind === "left out"), ...refused];
    return {
      is: "made",
      model,
      output,
      document: pulled.document,
      leftOut: said(left),
      lines: said([...notices, ...refused]),
    };
  } catch (error) {
    if (error instanceof Problems) return { is: "refused", problems: error.list };
    return { is: "crashed", error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}
