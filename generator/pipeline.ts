import { below, stepsOf } from "../runtime/validation/pointer.js";
import { editInstead, fileViews as filesOf, modelText } from "./emit/files.js";
import { clashesIn, renderer } from "./emit/render.js";
import { rulesPage } from "./export/markdown.js";
import { type Lowered, lower } from "./lower/lower.js";
import { NO_CLASHES } from "./lower/names.js";
import type { Model } from "./model/model.js";
import type { Contract } from "./parse/contract.js";
import { readAnnotations, readContract } from "./parse/contract.js";
import { entriesOf, getOwn, isObject, type Json, type JsonObject } from "./parse/json.js";
import type { Notice } from "./problem.js";
import { type Problem, Problems } from "./problem.js";
import {
  type Home,
  markedSpec,
  type Output,
  packageRoot as ownFolder,
  specFiles,
  type Workspace,
} from "./workspace.js";
import { MODEL } from "./write/compare.js";

/**
 * Reads the contract and the annotations of a workspace. The contract is read from the workspace's
 * `spec/`. The annotations are the generator's own, plus the workspace's if `pull` wrote the
 * workspace's contract. Throws `Problems` for files that are missing, unreadable or invalid, and
 * for a contract that does not match its source.
 */
export function readSpec(workspace: Workspace): Contract {
  const contract = readContract(new URL("spec/", workspace.root));
  return {
    ...contract,
    annotations: readAnnotations((name) => specFiles(name, markedSpec(workspace))),
  };
}

/** The result of a build. */
export interface Built {
  readonly model: Model;
  /** The files of `generated/`, or of the output folder that replaces it. */
  readonly output: Output;
  /** The pages of docs/ that are generated from the model; empty outside this repository. */
  readonly docs: Output;
  /** Findings that did not stop the build. */
  readonly notices: readonly Notice[];
  /**
   * Problems of operations that were left out. Always empty without `keepGoing`, because the
   * problems are then thrown.
   */
  readonly refused: readonly Problem[];
}

/** Options for `build`. */
export interface BuildOptions {
  /**
   * Leaves out operations with problems, and returns the problems as `refused`. By default, the
   * problems are thrown.
   */
  readonly keepGoing?: boolean;
  /**
   * Adds `schema.ts`, with types printed by openapi-typescript, so that you can use openapi-fetch
   * directly. Default: true only in this repository.
   */
  readonly schema?: boolean;
}

/**
 * Builds the generated files of a contract in memory, without writing them.
 *
 * Lowers the contract to the model, and renders views with templates. `home` determines where
 * generated code imports the runtime from. Throws `Problems`, for example if no operation is left
 * to generate.
 */
export async function build(
  contract: Contract,
  home: Home,
  options: BuildOptions = {},
): Promise<Built> {
  const { schema: hasSchema = home === "here" } = options;
  const render = renderer(new URL("templates/", ownFolder));
  // Load the printer of `schema.ts` only if needed, because it loads a compiler.
  const print = hasSchema ? await schemaPrinter(home) : null;
  const { model, notices, refused, code } = lowerWithoutClashes(contract, options, (candidate) => {
    const code = new Map<string, string>();
    for (const { path, template, view } of filesOf(candidate, home))
      add(code, path, render(template, view));
    return code;
  });
  const output = new Map<string, string>();
  add(output, MODEL, modelText(model));
  const schema = print?.(
    offeredOf(contract.document, model),
    render("header", { mend: editInstead(home) }),
  );
  if (schema !== undefined) add(output, "schema.ts", schema.text);
  for (const [path, text] of code) add(output, path, text);
  return {
    model,
    output,
    docs: new Map(home === "here" ? [["rules.md", rulesPage(model)]] : []),
    notices: [...notices, ...(schema?.notices ?? [])],
    refused,
  };
}

/**
 * Lowers the contract and renders its code repeatedly, until all names are unique. A clashing entry
 * gets a suffix if its name is derived, and becomes a problem if its name is written by hand.
 * Clashing types get a suffix. The rendered code must be checked, because files also declare and
 * import names that the model does not contain.
 */
function lowerWithoutClashes(
  contract: Contract,
  options: BuildOptions,
  codeOf: (model: Model) => Output,
): Lowered & { readonly code: Output } {
  let clashes = NO_CLASHES;
  for (;;) {
    const lowered = lower(contract, { ...options, clashes });
    const { model, refused, notices } = lowered;
    if (model.flows.length === 0 && model.operations.length === 0)
      throw new Problems(refused.length > 0 ? refused : [nothingLeft(contract, notices)]);
    const code = codeOf(model);
    const newClashes = clashesIn(code, model);
    const [entries, types] = [
      new Map([...clashes.entries, ...newClashes.entries]),
      new Set([...clashes.types, ...newClashes.types]),
    ];
    if (newClashes.entries.size + newClashes.types.size === 0) return { ...lowered, code };
    if (entries.size === clashes.entries.size && types.size === clashes.types.size)
      throw new Error(
        `two definitions have the name ${[...newClashes.types, ...newClashes.entries.keys()].join(", ")}`,
      );
    clashes = { entries, types };
  }
}

/** Returns the text of `schema.ts`, and notices about it. */
type PrintSchema = (
  document: JsonObject,
  header: string,
) => { readonly text: string; readonly notices: readonly Notice[] };

/**
 * Returns a function that prints `schema.ts`. Outside this repository, if openapi-typescript cannot
 * read a description, the file has no types and a notice gives the reason. Throws `Problems` if
 * openapi-typescript is not installed.
 */
async function schemaPrinter(home: Home): Promise<PrintSchema> {
  const { loadPrinter, schemaText, schemaWithout } = await import("./emit/schema.js");
  const printer = loadPrinter();
  return (document, header) => {
    try {
      return { text: schemaText(document, header, printer), notices: [] };
    } catch (error) {
      if (home === "here" || !(error instanceof Error)) throw error;
      const what = `schema.ts has no types: openapi-typescript cannot read the description: ${error.message.split("\n")[0]}`;
      return { text: schemaWithout(header), notices: [{ kind: "loosened", what, where: "#/" }] };
    }
  };
}

/**
 * The document without operations that the model lacks, and without components that only those
 * operations use.
 */
function offeredOf(document: JsonObject, { flows, operations }: Model): JsonObject {
  const offered = new Set<Json>([
    ...flows.flatMap(({ create, poll }) => [create.id, poll.id]),
    ...operations.map(({ call }) => call.id),
  ]);
  const isOffered = ([, node]: readonly [string, Json]): boolean =>
    !isObject(node) || node.operationId === undefined || offered.has(node.operationId);
  const items = entriesOf(document.paths);
  if (items.every(([, item]) => entriesOf(item).every(isOffered))) return document;
  const paths = Object.fromEntries(
    items.map(([path, item]) => [path, Object.fromEntries(entriesOf(item).filter(isOffered))]),
  );
  const reached = new Set(referencesIn(paths));
  // Iterating over a Set also visits entries that are added during the loop.
  for (const at of reached) {
    const [, section = "", name = ""] = stepsOf(at);
    for (const next of referencesIn(getOwn(getOwn(document.components, section), name) ?? null))
      reached.add(next);
  }
  const sections = entriesOf(document.components).map(([section, names]): [string, JsonObject] => {
    const components = entriesOf(names).filter(
      ([name]) =>
        section === "securitySchemes" || reached.has(below("#", "components", section, name)),
    );
    return [section, Object.fromEntries(components)];
  });
  return { ...document, paths, components: Object.fromEntries(sections) };
}

/** The components that a part of a document refers to, as JSON pointers. */
function referencesIn(part: Json): readonly string[] {
  if (typeof part === "string")
    return part.startsWith("#/components/") ? [part.split("/").slice(0, 4).join("/")] : [];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(referencesIn) : [];
}

/** Maximum number of left-out operations that a problem lists. Each is listed with the reason. */
const MAX_LISTED = 20;

/**
 * Returns the problem that no operation is left to generate.
 *
 * Writing such a client would remove all files of an earlier run, even if the only mistake is a
 * misspelled version. A note lists why operations were left out.
 */
function nothingLeft(
  { annotations: { flows }, source }: Contract,
  notices: readonly Notice[],
): Problem {
  const reasons = notices
    .filter(({ kind }) => kind === "left out")
    .map(({ what, where }) => `${what} (${where})`);
  const more = reasons.length - MAX_LISTED;
  const listed = [...reasons.slice(0, MAX_LISTED), ...(more > 0 ? [`and ${more} more`] : [])];
  const isNoneLeft = flows.remaining !== undefined && reasons.length > 0;
  return {
    what: isNoneLeft
      ? `version ${source.version} of the description has no operation that can be generated`
      : `version ${source.version} of the description has none of the requested operations`,
    where: flows.file ?? "spec/flows.yaml",
    why: "The generated client would be empty.",
    fix: "Check the operations in the flows file, and the version of the description.",
    ...(reasons.length > 0 && { notes: [["left out", listed.join("\n")] as const] }),
  };
}

/**
 * Adds a file. Throws an Error if its path is invalid or already used. This is only a safeguard,
 * because clashing names are resolved earlier.
 */
function add(output: Map<string, string>, path: string, text: string): void {
  const isPlain = /^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(?:ts|json)$/.test(path);
  if (!isPlain || output.has(path)) throw new Error(`the path is already used or invalid: ${path}`);
  output.set(path, text);
}
