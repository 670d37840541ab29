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

/** The value that a YAML reader returns, with aliases resolved; nothing if they expand too much. */
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
 * The result of `generate --spec <description> --out <folder> --schema`, with `--flows` if there
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

/** The output of `diff` for two outputs. */
export function differencesOf(before: Made, after: Made): readonly string[] {
  const named = ({ model }: Made): { readonly name: string; readonly model: Model } => ({
    name: "one",
    // It was written from such a model.
    model: withShared(model as unknown as Model),
  });
  return compareModels(named(before), named(after)).changes.map(
    ({ flow, path, text }) => `${flow} ${path}: ${text}`,
  );
}
