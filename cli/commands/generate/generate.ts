import type { Model } from "../../../generator/model/model.js";
import { fetchDescription, withoutSecrets } from "../../../generator/parse/fetch.js";
import { noticeLines, sanitize, sanitizeLines } from "../../../generator/print.js";
import { Problems } from "../../../generator/problem.js";
import { folderUrl, workspace } from "../../../generator/workspace.js";
import { compareFolder, type Difference } from "../../../generator/write/compare.js";
import { writeFolder } from "../../../generator/write/write.js";
import { pluralize } from "../../../runtime/validation/wording.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { shellCommand } from "../../terminal/shell-command.js";
import {
  type CheckOptions,
  check,
  checkNoPackage,
  folderName,
  foldersOf,
  MOST_NAMED,
  problemsOf,
  reportDifferences,
  withoutForeign,
  writtenCounts,
} from "./check.js";
import { type DescriptionInputs, descriptionMemory, rememberGood } from "./fingerprint.js";
import { foldersIn, recoverFolders, refuseUnfinished } from "./recovery.js";
import { type UserAnnotations, userFiles } from "./user-files.js";

/** The user's own annotation files need `spec`. */
export interface GenerateOptions extends CheckOptions, UserAnnotations {
  /** Compares instead of writing. */
  readonly check: boolean;
  /** A description: pulls and generates in one step. */
  readonly spec?: string;
  /** The output folder; with `spec`. */
  readonly out?: string;
  /** Accepts the rules proposed for sentences in new wording; with `spec`. Otherwise they are notices. */
  readonly acceptProposed?: boolean;
  /** Writes the rest if a named operation cannot be generated, and resolves to 3. */
  readonly keepGoing?: boolean;
  /** Reports sentences that may state a rule and are not understood as errors; with `spec`. */
  readonly strictProse?: boolean;
  /** Whether comments include the description's text; default true; with `spec`. */
  readonly descriptions?: boolean;
  /** Adds schema.ts, openapi-typescript's types; with `spec`. */
  readonly schema?: boolean;
  /** Prints notices for programs, on stdout. */
  readonly format?: "github" | "json";
}

/** Exit code: written, but a named operation was left out. */
const LEFT_OUT = 3;

/**
 * Generates generated/ from spec/, or the folder `out` from the description `spec`, and prints the changes. Resolves to 0; with `check`, to
 * 1 if files differ; with `keepGoing`, to 3 if a named operation was left out. Rejects with `Problems`.
 */
export async function generate(options: GenerateOptions, io: Io): Promise<number> {
  if (options.spec !== undefined && options.out !== undefined)
    return generateFromDescription(options.spec, options.out, { ...options, cwd: io.cwd }, io);
  const { keepGoing = false } = options;
  if (options.check) return check(options, io);
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
  printForPrograms(noticesOf(built), options, io);
  printText(changesAsText(differences, output.size, "generated"), io);
  for (const text of foreignLines(differences, "generated", "left unchanged; `check` reports it")) printText(text, io);
  if (withoutForeign(inDocs).length > 0) printText(changesAsText(inDocs, docs.size, "docs"), io);
  printText(`done in ${((performance.now() - startMs) / 1000).toFixed(1)} s`, io);
  return refused.length > 0 ? LEFT_OUT : 0;
}

async function generateFromDescription(spec: string, out: string, options: GenerateOptions, io: Io): Promise<number> {
  const { check: isCheck, asProblems = false } = options;
  const { text } = await fetchDescription(spec, fullPath(spec, io));
  const folder = folderUrl(fullPath(out, io));
  const called = folderName(out);
  const memory = descriptionMemory(folder, folderUrl(io.cwd ?? "."), () => inputsOf(text, options));
  const compared = { folder: called, fix: commandLine(options), from: withoutSecrets(spec) };
  checkNoPackage(folder, called);
  const folders = [{ folder, called }];
  if (isCheck) refuseUnfinished(folders);
  else await recoverFolders(folders, io);
  // Unchanged since the last successful run: nothing is parsed, and no tool is loaded.
  if (isCheck && memory.isGood()) return reportDifferences([], compared, io);
  const { buildFromDescription, noticesOf, printForPrograms, reviewLines } = await import("./from-description.js");
  const built = await buildFromDescription(text, options);
  const { model, output, refused } = built;
  const exit = refused.length > 0 ? LEFT_OUT : 0;
  if (isCheck) {
    const differences = withoutForeign(compareFolder(folder, output, called));
    if (asProblems && differences.length > 0) throw new Problems(problemsOf(differences, compared));
    const result = reportDifferences(differences, compared, io) || exit;
    if (result === 0) memory.remember();
    return result;
  }
  const { writtenModel } = await import("../diff/models.js");
  const lines = reviewLines(built, writtenModel(folder, model));
  const differences = await writeFolder(folder, output, { label: called });
  if (exit === 0) memory.remember();
  printText(modelSummary(model), io);
  for (const [name, file] of userFiles(options))
    if (name !== "flows.yaml") printText(`added      ${file}, to the package's own annotations`, io);
  for (const text of lines) printText(text, io);
  printForPrograms([...noticesOf(built), ...built.newRules()], options, io);
  printText(changesAsText(differences, output.size, called), io);
  for (const text of foreignLines(differences, called, "left unchanged")) printText(text, io);
  return exit;
}

function inputsOf(text: string, options: GenerateOptions): DescriptionInputs {
  const { acceptProposed = false, keepGoing = false, strictProse = false, descriptions = true, schema = false } = options;
  const files = [...userFiles(options)].map(([name, file]) => [name, fullPath(file, options)] as const);
  return { text, choices: { acceptProposed, keepGoing, strictProse, descriptions, schema }, files: new Map(files) };
}

/** Maximum number of foreign files that are listed. */
const MOST_FOREIGN = 5;

/**
 * Lines for the foreign files in a folder, those that are not generated: at most five, each ending with `treatment`, such as "left
 * unchanged", then the number of others. Empty without foreign files.
 */
export function foreignLines(differences: readonly Difference[], folder: string, treatment: string): readonly string[] {
  const foreign = differences.filter(({ kind }) => kind === "foreign");
  const lines = foreign
    .slice(0, MOST_FOREIGN)
    .map(({ path }) => `           foreign ${sanitize(`${folder}/${path}`)}   not generated, ${treatment}`);
  return foreign.length > MOST_FOREIGN ? [...lines, `           and ${foreign.length - MOST_FOREIGN} more`] : lines;
}

/** The command as it was given, quoted for a shell. */
function commandLine(options: GenerateOptions): string {
  const { spec, out, flows, specFolder, acceptProposed, keepGoing, strictProse, schema, descriptions = true } = options;
  const choices = {
    "accept-proposed": acceptProposed,
    "keep-going": keepGoing,
    "strict-prose": strictProse,
    "no-descriptions": !descriptions,
    schema,
  };
  const passed = Object.entries({ spec: spec && withoutSecrets(spec), out, flows, "spec-folder": specFolder, ...choices }).filter(
    ([, value]) => value,
  );
  const flags = passed.flatMap(([name, value]) => (typeof value === "string" ? [`--${name}`, value] : [`--${name}`]));
  return shellCommand(["pinterest-reports", "generate", ...flags]);
}

/**
 * Two lines of text about a model, without a line break at the end: title and version of its description with the numbers of reports and
 * operations, zero left out, and the number of rules, split into those of the description and those that rules.yaml adds.
 */
export function modelSummary({ source, flows, operations }: Model): string {
  const rules = [...flows, ...operations].flatMap((request) => request.rules);
  const ours = rules.filter(({ reason }) => reason !== undefined).length;
  const counts = [pluralize(flows.length, "report"), pluralize(operations.length, "operation")].filter((part) => !part.startsWith("0"));
  return `spec       ${sanitize(`${source.title} ${source.version}`)}, ${counts.join(", ")}\nrules      ${rules.length} rules: ${rules.length - ours} from the description, ${ours} added`;
}

/**
 * The changes of a run as text without a line feed at the end: how many of `files` (the number of all generated files) changed and how many
 * were removed, then one line for each of them, or for each top-level folder above 30 of them. One line if nothing changed. Foreign files
 * do not count. `folder` is the name of the output folder.
 */
export function changesAsText(differences: readonly Difference[], files: number, folder: string): string {
  const ours = withoutForeign(differences);
  if (ours.length === 0) return `${folder}  nothing changed in ${files} files`;
  const removed = ours.filter(({ kind }) => kind === "orphan").length;
  const sums = `${ours.length - removed} of ${files} files changed${removed > 0 ? `, ${removed} removed` : ""}`;
  const lines =
    ours.length > MOST_NAMED
      ? foldersOf(ours).map((changed) => `${sanitize(`${folder}/${changed.path}`)}   ${writtenCounts(changed)}`)
      : ours.map((difference) => differenceLine(difference, folder));
  return [`${folder.padEnd("generated".length)}  ${sums}`, ...lines.map((text) => `           ${text}`)].join("\n");
}

function differenceLine({ kind, path, added, removed }: Difference, folder: string): string {
  return `${kind === "orphan" ? "removed " : ""}${sanitize(`${folder}/${path}`)}   +${added} -${removed}`;
}

function printText(text: string, { stderr }: Io): void {
  stderr.write(`${sanitizeLines(text)}\n`);
}
