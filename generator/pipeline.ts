import { rulesPage } from "./exports/rules-page.js";
import type { Contract } from "./load/contract.js";
import { readContract, readKnowledge } from "./load/load.js";
import { lower } from "./lower/lower.js";
import type { Model } from "./model/model.js";
import type { Notice } from "./notice.js";
import { markedSpec, own, specFiles, type Workplace } from "./place.js";
import { type Problem, Problems } from "./problem.js";
import { renderer } from "./render.js";
import { files, type Home, mendOf } from "./views/files.js";
import { modelText } from "./views/model.js";
import { schemaText } from "./views/schema.js";

/** Everything that the generator writes: text by path below the output folder, in a fixed order. */
export type Output = ReadonlyMap<string, string>;

/** `spec/` as the contract with all that we know about it. */
export function readSpec(place: Workplace): Contract {
  const contract = readContract(new URL("spec/", place.root));
  return { ...contract, knowledge: readKnowledge((name) => specFiles(name, markedSpec(place))) };
}

/** All that is made from a contract. */
export interface Built {
  readonly model: Model;
  /** The files of generated/, or of the folder that stands for it. */
  readonly output: Output;
  /** The pages of docs/ that are made from the model; there are none elsewhere. */
  readonly docs: Output;
  /** What stopped nothing and should be known. */
  readonly notices: readonly Notice[];
  /** What could not be made; with `keepGoing`, else it is thrown. */
  readonly refused: readonly Problem[];
}

export interface BuildOptions {
  /** Makes what can be made, and says what cannot in `refused`. */
  readonly keepGoing?: boolean;
}

/** The contract as files: lowered to the model, then views and templates, and openapi-typescript beside them. Throws `Problems`. */
export async function build(contract: Contract, home: Home, options: BuildOptions = {}): Promise<Built> {
  const { model, notices, refused } = lower(contract, options);
  if (model.flows.length === 0 && model.operations.length === 0) throw new Problems([nothingLeft(contract)]);
  const render = renderer(new URL("templates/", own));
  const output = new Map<string, string>();
  add(output, "model.json", modelText(model));
  add(output, "schema.ts", await schemaText(contract.document, render("header", { mend: mendOf(home) })));
  for (const { path, template, view } of files(model, home)) add(output, path, render(template, view));
  return { model, output, docs: new Map(home === "here" ? [["rules.md", rulesPage(model)]] : []), notices, refused };
}

/** Files of an earlier run would be removed, all of them, for a slip in a version. */
function nothingLeft({ knowledge, source }: Contract): Problem {
  return {
    what: `nothing is asked for that a description of version ${source.version} has`,
    where: knowledge.flows.file ?? "spec/flows.yaml",
    why: "An empty client is of no use to anybody.",
    fix: "Look at `since` of what is named there, and at the version of the description.",
  };
}

/** Two names that some disk takes for one would be one file there: names are told apart before, and this is the last to see it. */
function add(output: Map<string, string>, path: string, text: string): void {
  const isPlain = /^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(?:ts|json)$/.test(path);
  if (!isPlain || output.has(path)) throw new Error(`two files, or none that can be, would be called ${path}`);
  output.set(path, text);
}
