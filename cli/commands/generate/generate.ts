import { noticeLines } from "../../../generator/print.js";
import { Problems } from "../../../generator/problem.js";
import { workspace } from "../../../generator/workspace.js";
import { compareFolder } from "../../../generator/write/compare.js";
import { writeFolder } from "../../../generator/write/write.js";
import { EXIT } from "../../terminal/exit-codes.js";
import type { Io } from "../../terminal/io.js";
import { changesAsText, foreignLines, problemsOf, reportDifferences, withoutForeign } from "./differences.js";
import { isKnownGood, rememberGood } from "./fingerprint.js";
import type { FolderOptions } from "./folder-options.js";
import { generateIntoFolder } from "./into-folder.js";
import { modelSummary, printText } from "./printed.js";
import { foldersIn, recoverFolders, refuseUnfinished } from "./recovery.js";

/** Options of `generate`. Without `spec` and `out`, this workspace's generated/ is written from its spec/. */
export type GenerateOptions = FolderOptions | WorkspaceOptions;

interface WorkspaceOptions extends Pick<FolderOptions, "check" | "asProblems" | "keepGoing" | "format"> {
  readonly spec?: undefined;
  readonly out?: undefined;
}

/**
 * Writes generated code and prints the changes, or compares it with `check`.
 *
 * Resolves to 0, to 1 if `check` finds differences, or to 3 if something was left out. Rejects with `Problems`; then nothing was written.
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
  const { build, readSpec } = await import("../../../generator/pipeline.js");
  const { noticesOf, printForPrograms, ruleLines } = await import("./from-description.js");
  const { writtenModel } = await import("../diff/models.js");
  const contract = readSpec(project);
  const built = await build(contract, project.home, { keepGoing });
  const { model, output, docs, refused } = built;
  const folder = new URL("generated/", project.root);
  const changed = ruleLines(writtenModel(folder, model), model);
  const differences = await writeFolder(folder, output, { label: "generated" });
  const inDocs = docs.size === 0 ? [] : await writeFolder(new URL("docs/", project.root), docs, { label: "docs" });
  if (refused.length === 0 && withoutForeign(differences).length === differences.length) rememberGood(project.root);
  printText(modelSummary(model), io);
  for (const text of changed) printText(text, io);
  for (const text of noticeLines(noticesOf(built))) printText(text, io);
  printForPrograms(noticesOf(built), { ...(format && { format }) }, io);
  printText(changesAsText(differences, output.size, "generated"), io);
  for (const text of foreignLines(differences, "generated", "left unchanged; --check reports it")) printText(text, io);
  if (withoutForeign(inDocs).length > 0) printText(changesAsText(inDocs, docs.size, "docs"), io);
  printText(`done in ${((performance.now() - startMs) / 1000).toFixed(1)} s`, io);
  return refused.length > 0 ? EXIT.leftOut : EXIT.done;
}

/**
 * Compares generated/ and the generated pages of docs/ with what is generated from spec/ and templates/. If nothing has changed since the
 * last successful run, nothing is generated. Other files of docs/ do not count.
 */
async function checkWorkspace({ asProblems = false }: WorkspaceOptions, io: Io): Promise<number> {
  const project = workspace(io.cwd);
  const fix = project.home === "here" ? "npm run generate" : "pinterest-reports generate";
  refuseUnfinished(foldersIn(project));
  // Unchanged since the last successful check: skip loading the compiler.
  if (isKnownGood(project.root)) return reportDifferences([], { folder: "generated", fix }, io);
  const { build, readSpec } = await import("../../../generator/pipeline.js");
  const { output, docs } = await build(readSpec(project), project.home);
  const differences = compareFolder(new URL("generated/", project.root), output);
  // docs/ also has handwritten pages, so foreign files there are not differences.
  const inDocs = docs.size === 0 ? [] : withoutForeign(compareFolder(new URL("docs/", project.root), docs));
  if (differences.length === 0 && inDocs.length === 0) rememberGood(project.root);
  const comparisons = [
    { differences, folder: "generated", fix },
    ...(inDocs.length === 0 ? [] : [{ differences: inDocs, folder: "docs", fix }]),
  ];
  const problems = asProblems ? comparisons.flatMap((comparison) => problemsOf(comparison.differences, comparison)) : [];
  if (problems.length > 0) throw new Problems(problems);
  return Math.max(...comparisons.map((comparison) => reportDifferences(comparison.differences, comparison, io)));
}
