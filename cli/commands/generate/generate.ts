import type { Built } from "../../../generator/pipeline.js";
import { noticeLines } from "../../../generator/print.js";
import { Problems } from "../../../generator/problem.js";
import { type Output, type Workspace, workspace } from "../../../generator/workspace.js";
import { compareFolder, compareWithoutManifest, MODEL } from "../../../generator/write/compare.js";
import {
  digestOfOutput,
  type Inputs,
  type Manifest,
  stateOf,
  withManifest,
} from "../../../generator/write/manifest.js";
import { writeFolder } from "../../../generator/write/write.js";
import { EXIT } from "../../terminal/exit-codes.js";
import type { Io } from "../../terminal/io.js";
import {
  changesAsText,
  foreignIn,
  foreignLines,
  problemsOf,
  reportDifferences,
  withoutForeign,
} from "./differences.js";
import type { FolderOptions } from "./folder-options.js";
import { currentManifest, inputsOfWorkspace } from "./inputs.js";
import { generateIntoFolder } from "./into-folder.js";
import { modelSummary, nothingNew, printText } from "./printed.js";
import { foldersIn, recoverFolders, refuseUnfinished } from "./recovery.js";

/**
 * Options for `generate`. Without `spec` and `out`, `generate` writes the workspace's generated/
 * from its spec/.
 */
export type GenerateOptions = FolderOptions | WorkspaceOptions;

interface WorkspaceOptions
  extends Pick<FolderOptions, "check" | "asProblems" | "keepGoing" | "format"> {
  readonly spec?: undefined;
  readonly out?: undefined;
}

/**
 * Writes generated code and prints the changes; with `check`, only compares. Without `spec`,
 * generates the workspace's generated/ and pages of docs/ from its contract. Generates nothing if
 * nothing has changed since the last run.
 *
 * Resolves to 0. With `check`, resolves to 1 if there are differences or, with `asProblems`,
 * rejects with the differences. Without `check`, resolves to 3 if something was left out, and with
 * `summary` also for a breaking change or any other loss. After a rejection with `Problems`,
 * nothing new was generated.
 */
export async function generate(options: GenerateOptions, io: Io): Promise<number> {
  if (options.spec !== undefined) return generateIntoFolder({ ...options, cwd: io.cwd }, io);
  return options.check ? checkWorkspace(options, io) : generateWorkspace(options, io);
}

/** Writes generated/ and the generated pages of docs/ from spec/ and templates/. */
async function generateWorkspace(options: WorkspaceOptions, io: Io): Promise<number> {
  const { keepGoing = false, format } = options;
  const startMs = performance.now();
  const project = workspace(io.cwd);
  await recoverFolders(foldersIn(project), io);
  const inputs = inputsOfWorkspace(project, { keepGoing });
  const current = currentWorkspace(project, inputs);
  if (current !== null && format === undefined)
    return nothingNew(current.description, "generated", io, current.leftOut);
  const { build, readSpec } = await import("../../../generator/pipeline.js");
  const { leftOutOf, noticesOf, printForPrograms } = await import("./from-description.js");
  const { earlierOutput, printNews } = await import("./news.js");
  const contract = readSpec(project);
  const built = await build(contract, project.home, { keepGoing });
  const { model, docs, refused } = built;
  const output = recorded(built, inputs, leftOutOf(built));
  const folder = new URL("generated/", project.root);
  const earlier = earlierOutput(folder, model);
  const differences = await writeFolder(folder, output, { label: "generated" });
  const inDocs =
    docs.size === 0
      ? []
      : await writeFolder(new URL("docs/", project.root), docs, { label: "docs" });
  printText(modelSummary(model), io);
  printNews(earlier, "generated", { side: "old", text: earlier.text }, io);
  for (const text of noticeLines(noticesOf(built))) printText(text, io);
  printForPrograms(noticesOf(built), { ...(format && { format }) }, io);
  printText(changesAsText(differences, output.size, "generated"), io);
  for (const text of foreignLines(
    foreignIn(differences),
    "generated",
    "left unchanged; --check reports it",
  ))
    printText(text, io);
  if (withoutForeign(inDocs).length > 0) printText(changesAsText(inDocs, docs.size, "docs"), io);
  printText(`done in ${((performance.now() - startMs) / 1000).toFixed(1)} s`, io);
  return refused.length > 0 ? EXIT.leftOut : EXIT.done;
}

/**
 * Compares generated/ and the generated pages of docs/ with fresh output from spec/ and templates/.
 * Generates nothing if no input has changed since the last run. Ignores other files in docs/.
 */
async function checkWorkspace(
  { asProblems = false, keepGoing = false }: WorkspaceOptions,
  io: Io,
): Promise<number> {
  const project = workspace(io.cwd);
  const fix = project.home === "here" ? "npm run generate" : "pinterest-reports generate";
  refuseUnfinished(foldersIn(project));
  const inputs = inputsOfWorkspace(project, { keepGoing });
  // Nothing has changed since the last run, so parsing is skipped and the compiler is not loaded.
  if (currentWorkspace(project, inputs) !== null)
    return reportDifferences([], { folder: "generated", fix }, io);
  const { build, readSpec } = await import("../../../generator/pipeline.js");
  const { leftOutOf } = await import("./from-description.js");
  const { earlierOutput, printNews } = await import("./news.js");
  const built = await build(readSpec(project), project.home, { keepGoing });
  const { docs } = built;
  // In other repositories, the manifest is not compared. A newer version of the package may change
  // the manifest even if the generated code stays the same.
  const output = project.home === "here" ? recorded(built, inputs, leftOutOf(built)) : built.output;
  const compare = project.home === "here" ? compareFolder : compareWithoutManifest;
  const differences = compare(new URL("generated/", project.root), output);
  // docs/ also contains handwritten pages, so files there that were not generated are not
  // differences.
  const inDocs =
    docs.size === 0 ? [] : withoutForeign(compareFolder(new URL("docs/", project.root), docs));
  const comparisons = [
    { differences, folder: "generated", fix },
    ...(inDocs.length === 0 ? [] : [{ differences: inDocs, folder: "docs", fix }]),
  ];
  if (differences.length > 0) {
    const made = { side: "new", text: built.output.get(MODEL) ?? "" } as const;
    printNews(
      earlierOutput(new URL("generated/", project.root), built.model),
      "generated",
      made,
      io,
    );
  }
  const problems = asProblems
    ? comparisons.flatMap((comparison) => problemsOf(comparison.differences, comparison))
    : [];
  if (problems.length > 0) throw new Problems(problems);
  return Math.max(
    ...comparisons.map((comparison) => reportDifferences(comparison.differences, comparison, io)),
  );
}

/** The output with a manifest. */
function recorded(
  { model, output, docs }: Built,
  inputs: Inputs,
  leftOut: readonly string[],
): Output {
  const pages = docs.size === 0 ? {} : { docs: digestOfOutput(docs) };
  return withManifest(output, { ...inputs, description: model.source, leftOut, ...pages });
}

/**
 * The manifest of generated/ if its inputs and files are unchanged; otherwise null. Also null if
 * generated/ contains files that were not generated.
 */
function currentWorkspace({ root }: Workspace, inputs: Inputs): Manifest | null {
  const generated = new URL("generated/", root);
  const current = currentManifest(generated, inputs);
  if (current === null || current.foreign.length > 0) return null;
  return current.docs === undefined || current.docs === stateOf(new URL("docs/", root))?.output
    ? current
    : null;
}
