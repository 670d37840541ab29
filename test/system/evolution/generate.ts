import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import {
  buildFromDescription,
  noticesOf,
} from "../../../cli/commands/generate/from-description.js";
import { compareModels } from "../../../generator/diff/compare.js";
import type { Model } from "../../../generator/model/model.js";
import { withShared } from "../../../generator/model/written.js";
import { type Problem, Problems } from "../../../generator/problem.js";
import type { Tree } from "./draft.js";
import { type Made, modelIn } from "./output.js";

/** The result of `generate --spec`. */
export type Generated =
  | Made
  | { readonly is: "refused"; readonly problems: readonly Problem[] }
  | { readonly is: "crashed"; readonly error: Error };

/**
 * An integer that a JavaScript number cannot represent. In a draft it is a marked string, in the
 * description a number.
 */
export function exactly(digits: string): string {
  return `@exactly ${digits}@`;
}

/** The draft as a JSON description. */
export function written(description: Tree): string {
  return exact(JSON.stringify(description));
}

/** The draft as YAML, with an anchor and aliases for objects that occur more than once. */
export function writtenAsYaml(description: Tree): string {
  return exact(stringify(description, { lineWidth: 0 }));
}

/** Reads YAML with aliases resolved. Throws if they expand too much. */
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
 * Does what `generate --spec <description> --out <folder> --schema` does, optionally with
 * `--flows`, but in this process and without writing files.
 */
export async function generated(
  description: string,
  offers: Tree | null = null,
): Promise<Generated> {
  const folder = offers === null ? null : mkdtempSync(join(tmpdir(), "offers-"));
  try {
    const flows = folder === null ? undefined : join(folder, "flows.yaml");
    if (flows !== undefined) writeFileSync(flows, JSON.stringify(offers));
    const built = await buildFromDescription(description, {
      schema: true,
      ...(flows && { flows }),
    });
    const { output, pulled } = built;
    return {
      is: "made",
      model: modelIn(output),
      output,
      document: pulled.document,
      said: noticesOf(built),
    };
  } catch (error) {
    if (error instanceof Problems) return { is: "refused", problems: error.list };
    return { is: "crashed", error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

/** What `diff` prints for two outputs. */
export function differencesOf(before: Made, after: Made): readonly string[] {
  const named = ({ model }: Made): { readonly name: string; readonly model: Model } => ({
    name: "one",
    // The output was generated from an equal model.
    model: withShared(model as unknown as Model),
  });
  return compareModels(named(before), named(after)).changes.map(
    ({ flow, path, text }) => `${flow} ${path}: ${text}`,
  );
}
