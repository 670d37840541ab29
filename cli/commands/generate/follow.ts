import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Diff, isAtLeast } from "../../../generator/diff/change.js";
import { compareModels } from "../../../generator/diff/compare.js";
import type { Model, Source } from "../../../generator/model/model.js";
import { isBefore } from "../../../generator/parse/config.js";
import type { Annotations } from "../../../generator/parse/contract.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { fetchNewer, type Origin } from "../../../generator/parse/fetch.js";
import { getOwn, isObject, type Json } from "../../../generator/parse/json.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { build } from "../../../generator/pipeline.js";
import { noticeLines, sanitize, sanitizeLines } from "../../../generator/print.js";
import { distinct, type Message, type Problem, Problems } from "../../../generator/problem.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { folderUrl, markedSpec, specFiles, workspace } from "../../../generator/workspace.js";
import { isRegularFile } from "../../../generator/write/commit.js";
import { FOLLOWED } from "../../../generator/write/compare.js";
import { writeFolder } from "../../../generator/write/write.js";
import { pluralize } from "../../../runtime/validation/wording.js";
import type { NamedPath } from "../../terminal/distinct-paths.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { Usage } from "../../terminal/usage.js";
import { writtenModel } from "../diff/models.js";
import { olderThan, preparePull } from "../pull/pull.js";
import { unlistedUnreadText } from "../pull/pull-summary.js";
import { annotationsWith } from "./annotations.js";
import { checkNoPackage, folderName, withoutForeign } from "./check.js";
import { checkSummary, summaryOf, withSummary } from "./follow-summary.js";
import { buildFromDescription, type DescriptionOptions, noticesOf, printForPrograms, reviewLines, ruleLines } from "./from-description.js";
import { changesAsText, foreignLines, modelSummary } from "./generate.js";
import { foldersIn, recoverFolders } from "./recovery.js";
import { userFiles } from "./user-files.js";

const HEADER = "Generated from Pinterest's API description. Do not edit: run `pinterest-reports follow` again.";

/** State of the last `follow` run, stored as `follow.json` in the output folder, so that the next run asks only for a newer description. */
export interface FollowState extends Source {
  /** Origin of the description: a URL with the ETag of these bytes, or a file. */
  readonly origin: Origin;
  /** SHA-256 of all other inputs of the output: the generator's version, the flags and the user's own annotation files. */
  readonly settings: string;
  /** SHA-256 of model.json. */
  readonly model: string;
}

/** Reads `follow.json` in the output folder; undefined if there is none, or it is not valid JSON with all members. */
function readFollowState(folder: URL): FollowState | undefined {
  const file = fileURLToPath(new URL(FOLLOWED, folder));
  if (!isRegularFile(file)) return undefined;
  const value = parsed(readFileSync(file, "utf8"));
  const [title, version, sha256, settings, model] = ["title", "version", "sha256", "settings", "model"].map((name) => getOwn(value, name));
  const origin = originOf(getOwn(value, "origin"));
  const texts = [title, version, sha256, settings, model];
  if (origin === undefined || !texts.every((text) => typeof text === "string")) return undefined;
  return {
    title: String(title),
    version: String(version),
    sha256: String(sha256),
    origin,
    settings: String(settings),
    model: String(model),
  };
}

/** The text of `follow.json`, with a note not to edit it. */
function followStateText({ title, version, sha256, origin, settings, model }: FollowState): string {
  return `${JSON.stringify({ "//": HEADER, title, version, sha256, origin, settings, model }, null, 1)}\n`;
}

/**
 * Whether `followed`, the state of the last `follow`, has the same `settings` (a hash of all inputs but the description) and model.json in
 * `folder` is still the one of that run: then an unchanged description changes nothing. False if `followed` is undefined.
 */
function isCurrent(followed: FollowState | undefined, folder: URL, settings: string): followed is FollowState {
  return followed !== undefined && followed.settings === settings && isUntouched(followed, folder);
}

/**
 * Whether model.json in `folder`, read with CRLF as LF, is the one of the last `follow`, so that no other command has generated since. No
 * other file is compared. False if it is missing.
 */
function isUntouched({ model }: FollowState, folder: URL): boolean {
  const file = fileURLToPath(new URL("model.json", folder));
  return isRegularFile(file) && sha256(readFileSync(file, "utf8").replaceAll("\r\n", "\n")) === model;
}

/**
 * SHA-256, in hex, of all inputs of the output except the description: the generator's `version`, the options and the user's annotation
 * files, read with CRLF as LF. Throws `Problems` for a folder with no annotation file or with another YAML file, and the file system's
 * errors.
 */
function settingsOf(version: string, options: DescriptionOptions): string {
  const { acceptProposed = false, keepGoing = false, strictProse = false, descriptions = true, schema = false } = options;
  const files = [...userFiles(options)].map(([name, file]) => [
    name,
    readFileSync(fullPath(file, options), "utf8").replaceAll("\r\n", "\n"),
  ]);
  return sha256(JSON.stringify({ version, acceptProposed, keepGoing, strictProse, descriptions, schema, files }));
}

/** SHA-256 of the text as UTF-8, in hex. */
function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function originOf(value: Json | undefined): Origin | undefined {
  if (!isObject(value)) return undefined;
  const [url, etag, file] = ["url", "etag", "file"].map((name) => getOwn(value, name));
  if (typeof url === "string") return { url, ...(typeof etag === "string" && { etag }) };
  return typeof file === "string" ? { file } : undefined;
}

/** Options of `follow`. */
export interface FollowOptions extends DescriptionOptions {
  /** A description: a file path or a URL. */
  readonly spec: string;
  /** The output folder. Without it, the repository's own spec/ and generated/ are updated. */
  readonly out?: string;
  /** The file that receives the text of a pull request; `-` for stdout. */
  readonly summary?: string;
  /** Prints notices for programs, on stdout. */
  readonly format?: "github" | "json";
  /** This package's own version: another version may generate other files. */
  readonly version: string;
}

/** Exit code: written, but with a breaking change, or something was left out, loosened or not enforced. */
const WITH_LOSS = 3;

/**
 * Updates the output folder to a newer description or changed options, or without `out` the repository's own spec/ and generated/ to a
 * newer description, and prints the changes. Resolves to 3 if a change is breaking or anything was left out, loosened or not enforced; else
 * to 0, also if nothing is new. Rejects with `Problems`, also for an older description, or `Usage`; then nothing was written.
 */
export async function follow(options: FollowOptions, io: Io): Promise<number> {
  return options.out === undefined ? followHere(options, io) : followOutput(options.out, { ...options, cwd: io.cwd }, io);
}

async function followOutput(out: string, options: FollowOptions, io: Io): Promise<number> {
  const { spec, version } = options;
  const [folder, called] = [folderUrl(fullPath(out, io)), folderName(out)];
  checkNoPackage(folder, called);
  const inputs = [...userFiles(options).values()].map((path) => ({ name: "the input file", path }));
  await checkSummary(options.summary, [...specPaths(spec), ...inputs, { name: "the output folder", path: out, folder: true }], io);
  await recoverFolders([{ folder, called }], io);
  // Report problems in the user's own files before fetching.
  annotationsWith(options);
  const [known, settings] = [readFollowState(folder), settingsOf(version, options)];
  const current = isCurrent(known, folder, settings) ? known : undefined;
  const fetched = await fetchNewer(spec, current?.origin, fullPath(spec, io));
  if (current && (fetched === null || sha256(fetched.text) === current.sha256)) return nothingNew(current, called, io);
  if (fetched === null) throw new Error("the server responded 304 to an unconditional request");
  const built = await buildFromDescription(fetched.text, options);
  const { source } = built.pulled;
  if (known && isUntouched(known, folder) && isBefore(source.version, known.version))
    throw new Problems([olderThan(known.version, source.version, `${called}/${FOLLOWED}`, `remove ${called}/${FOLLOWED} first`)]);
  const before = writtenModel(folder, built.model);
  const diff =
    before && compareModels({ name: known?.version ?? "the previous output", model: before }, { name: source.version, model: built.model });
  // A rule that an earlier pull request has shown is not reported again.
  const rules = built.newRules(before);
  const messages = [...noticesOf(built), ...rules];
  const proposals = built.pulled.accepted.length > 0 ? proposalsIn(fetched.text, built.annotations) : [];
  const news = {
    before: before ? (known?.version ?? "an earlier run") : undefined,
    version: source.version,
    diff,
    messages,
    unlistedUnread: unlistedUnreadText(built.pulled),
    proposals,
  };
  const followed = { ...source, origin: fetched.origin, settings, model: sha256(built.output.get("model.json") ?? "") };
  const output = new Map([...built.output, [FOLLOWED, followStateText(followed)] as const]);
  const differences = await withSummary({ file: options.summary, text: summaryOf(news), io }, () =>
    writeFolder(folder, output, { label: called }),
  );
  printText(modelSummary(built.model), io);
  for (const text of reviewLines(built, before, rules)) printText(text, io);
  printForPrograms(messages, options, io);
  printText(changesAsText(differences, output.size, called), io);
  for (const text of foreignLines(differences, called, "left unchanged")) printText(text, io);
  return reportEnd(messages, diff, options, io);
}

/** The same for a repository that has the contract itself: there unread sentences are errors, since that contract is reviewed. */
async function followHere(options: FollowOptions, io: Io): Promise<number> {
  const { spec, acceptProposed = false, keepGoing = false } = options;
  const project = workspace(io.cwd);
  if (markedSpec(project) === null)
    throw new Usage("there is no spec/contract.yaml here", "Name the output folder with --out, or pull a description first.");
  const folders = ["spec", "generated"].map((name) => ({
    name: "the folder",
    path: fileURLToPath(new URL(name, project.root)),
    folder: true,
  }));
  await checkSummary(options.summary, [...specPaths(spec), ...folders], io);
  await recoverFolders(foldersIn(project), io);
  const problems: Problem[] = [];
  const prepared = await preparePull(
    { from: spec, spec: new URL("spec/", project.root), acceptProposed, ifNew: true, undecided: problems },
    io,
  );
  if (!("pulled" in prepared)) return nothingNew(prepared, "spec", io);
  const { pulled, known, text } = prepared;
  // Leaving out operations does not fix these.
  if (keepGoing && problems.length > 0) throw new Problems(problems);
  const annotations = readAnnotations((name) => specFiles(name, markedSpec(project)));
  // Parsed from its text, as it will be read again: the file does not include the description's text.
  const document = parseYaml(prepared.contract, "spec/contract.yaml").value;
  if (!isObject(document)) throw new Error("the contract is no object");
  // Reports problems of the client together with those of the contract.
  const findings = problems.length > 0 ? { findings: { problems, notices: [], leftOut: pulled.leftOut } } : {};
  const built = await build({ document, source: pulled.source, annotations, ...findings }, project.home, { keepGoing });
  const folder = new URL("generated/", project.root);
  const before = writtenModel(folder, built.model);
  const version = pulled.source.version;
  const diff =
    before && compareModels({ name: known?.version ?? "the previous output", model: before }, { name: version, model: built.model });
  const messages = [...noticesOf(built), ...pulled.notices];
  const proposals = pulled.accepted.length > 0 ? proposalsIn(text, annotations) : [];
  const news = summaryOf({ before: known?.version, version, diff, messages, unlistedUnread: unlistedUnreadText(pulled), proposals });
  const [differences, inDocs, writtenFiles] = await withSummary({ file: options.summary, text: news, io }, async () => {
    const first = await writeFolder(folder, built.output, { label: "generated" });
    const docs = built.docs.size === 0 ? [] : await writeFolder(new URL("docs/", project.root), built.docs, { label: "docs" });
    return [first, docs, await prepared.write()] as const;
  });
  io.stderr.write(prepared.summary(writtenFiles));
  for (const text of [...ruleLines(before, built.model), ...noticeLines(noticesOf(built))]) printText(text, io);
  printForPrograms(messages, options, io);
  printText(modelSummary(built.model), io);
  printText(changesAsText(differences, built.output.size, "generated"), io);
  if (withoutForeign(inDocs).length > 0) printText(changesAsText(inDocs, built.docs.size, "docs"), io);
  return reportEnd(messages, diff, options, io);
}

/** The description, if it is a file. */
function specPaths(spec: string): readonly NamedPath[] {
  return /^https?:/i.test(spec) ? [] : [{ name: "--spec", path: spec }];
}

/** The problems of sentences in new wording whose proposed rules were accepted, each once. */
function proposalsIn(text: string, { flows, skipped }: Annotations): readonly Problem[] {
  const { unread } = contractOf(text, { ...flows, prose: "tolerant", undecided: [] }, skipped);
  const problems = unread.filter(({ proposed }) => proposed.length > 0).map(({ problem }) => problem);
  return [...new Map(problems.map((problem) => [JSON.stringify([problem.what, problem.notes]), problem])).values()];
}

/** Prints the step and the losses, and returns the exit code: 3 with losses, else 0. */
function reportEnd(messages: readonly Message[], diff: Diff | null, { summary: file }: FollowOptions, io: Io): number {
  const amount = (...kinds: readonly string[]): number => distinct(messages).filter(({ kind }) => kinds.includes(kind)).length;
  const losses = [
    ...(diff !== null && isAtLeast(diff.step, "major") ? ["breaking changes"] : []),
    ...(amount("left out") > 0 ? [`${amount("left out")} left out`] : []),
    ...(amount("loosened") > 0 ? [`${amount("loosened")} loosened`] : []),
    ...(amount("unread") > 0 ? [`${pluralize(amount("unread"), "sentence")} not enforced`] : []),
  ];
  if (file !== undefined) printText(`summary    ${file}`, io);
  if (diff !== null) printText(`step       ${diff.step}`, io);
  if (losses.length > 0) printText(`loss       ${losses.join(", ")}: review before merging`, io);
  return losses.length > 0 ? WITH_LOSS : 0;
}

function nothingNew({ title, version }: Pick<Model["source"], "title" | "version">, called: string, io: Io): number {
  printText(
    `spec       ${sanitize(`${title} ${version}`)}\n${called.padEnd(9)}  nothing new: the description has not changed since the last run`,
    io,
  );
  return 0;
}

function printText(text: string, { stderr }: Io): void {
  stderr.write(`${sanitizeLines(text)}\n`);
}
