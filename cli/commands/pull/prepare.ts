import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseOwnRules, parseSkipped } from "../../../generator/parse/annotations.js";
import { isBefore, parseFlows, unofferedIn } from "../../../generator/parse/config.js";
import {
  contractDigest,
  markSource,
  parseSource,
  type RecordedSource,
  sourceMismatch,
} from "../../../generator/parse/contract.js";
import { type Fetched, fetchNewer } from "../../../generator/parse/fetch.js";
import { isObject, type Json, type JsonObject } from "../../../generator/parse/json.js";
import { parseYaml, printYaml } from "../../../generator/parse/yaml.js";
import { type Problem, Problems } from "../../../generator/problem.js";
import { contractOf, type Pulled } from "../../../generator/prose/contract.js";
import { ruleChanges } from "../../../generator/prose/kept-rules.js";
import { shippedFile, workspace } from "../../../generator/workspace.js";
import { isPulled } from "../../../generator/write/compare.js";
import { writeFiles } from "../../../generator/write/write.js";
import { downloading } from "../../terminal/downloading.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { recoverFolders } from "../generate/recovery.js";
import { pullSummary } from "./pull-summary.js";

/** Options for preparing a pull. */
export interface PrepareOptions {
  /** A description or a contract: a file path or a URL. */
  readonly from: string;
  /**
   * The folder that contains flows.yaml, rules.yaml and skipped.yaml. contract.yaml and source.yaml
   * are written to it.
   */
  readonly spec?: URL | string;
  /** Accept the rules proposed for reworded sentences. By default, they stop the pull. */
  readonly acceptProposed?: boolean;
  /**
   * Write nothing if source.yaml already records this description. Reject a description with an
   * older version.
   */
  readonly ifNew?: boolean;
  /**
   * Receives problems that would otherwise be thrown. If any problem was added, do not call
   * `write`.
   */
  readonly undecided?: Problem[];
}

/** What a pull has read, before anything is written. */
export interface Prepared {
  readonly pulled: Pulled;
  /** The description that source.yaml records; undefined if it records none. */
  readonly known: RecordedSource | undefined;
  /** The new text of contract.yaml. */
  readonly contract: string;
  /** The text of the description. */
  readonly text: string;
  /** Writes both files or neither; resolves to the names of the changed files. */
  write(): Promise<readonly string[]>;
  /** Returns the text that `pull` prints. */
  summary(writtenFiles: readonly string[], verbose?: boolean): string;
}

/**
 * Reads and computes everything that a pull writes; the result's `write` then writes it. First
 * completes or undoes the writes of an interrupted run. With `ifNew`, resolves to the existing
 * contract's source if the description is unchanged, and rejects if the description's version is
 * older. Rejects with `Problems`, except for problems that `undecided` collects. For example,
 * rejects if `pull` did not write the existing contract.yaml.
 */
export async function preparePull(
  { from, spec: specFolder, acceptProposed = false, ifNew, undecided }: PrepareOptions,
  io: Pick<Io, "cwd" | "stderr" | "env" | "clock">,
): Promise<Prepared | RecordedSource> {
  const project = workspace(io.cwd);
  const spec = specFolder ?? new URL("spec/", project.root);
  const folder =
    typeof spec === "string" ? pathToFileURL(spec.endsWith("/") ? spec : `${spec}/`) : spec;
  const file = (name: string): URL => new URL(name, folder);
  await recoverFolders([{ folder, called: "spec", mayReplace: isPulled }], io);
  for (const name of ["contract.yaml", "source.yaml"])
    rejectForeignFile(name, existing(file(name)));
  // Files missing from the workspace come from the package. A sentence is skipped if either
  // skipped.yaml lists it.
  const skippedText = existing(file("skipped.yaml"));
  const skippedHere = skippedText === null ? undefined : parseSkipped(skippedText);
  const packageFlows = readFileSync(shippedFile("flows.yaml"), "utf8");
  const named = parseFlows(existing(file("flows.yaml")) ?? packageFlows);
  // The prose of every operation that this package offers is read in full.
  const flows =
    project.home === "here"
      ? named
      : { ...named, unoffered: unofferedIn(named, parseFlows(packageFlows)) };
  const skipped = new Map([
    ...parseSkipped(readFileSync(shippedFile("skipped.yaml"), "utf8")),
    ...(skippedHere ?? []),
  ]);
  const rulesHere = existing(file("rules.yaml"));
  const rules = [
    ...parseOwnRules(readFileSync(shippedFile("rules.yaml"), "utf8")),
    ...(rulesHere === null ? [] : parseOwnRules(rulesHere)),
  ];
  const known = unlessBroken(() => parseSource(existing(file("source.yaml"))));
  const before = existing(file("contract.yaml"));
  const earlier =
    before === null ? undefined : unlessBroken(() => parseYaml(before, "spec/contract.yaml").value);
  // If the contract is from a different pull, source.yaml does not describe it.
  const current =
    known && isObject(earlier) && sourceMismatch(earlier, known) === null ? known : undefined;
  const fetched = await downloading(from, io, () =>
    fetchNewer(from, ifNew ? current?.origin : undefined, fullPath(from, io)),
  );
  if (ifNew && current && (fetched === null || isSameText(fetched, current))) return current;
  const { text, origin } = fetched as Fetched;
  const contractOptions = {
    ...flows,
    rules,
    acceptProposed,
    ...(isObject(earlier) && { before: earlier }),
    ...(undecided && { undecided }),
  };
  const pulled = contractOf(text, contractOptions, skipped);
  if (ifNew && known && isBefore(pulled.source.version, known.version))
    throw new Problems([olderThan(known.version, pulled.source.version)]);
  const contractText = printYaml(pulled.document, "contract");
  // If the input is the contract that is already in spec/, source.yaml stays as it is, because it
  // records the contract's origin.
  const isSame = pulled.isContract && before === contractText;
  // Any other contract is treated like a description, and gets a new source.yaml.
  const contract =
    isSame || !pulled.isContract
      ? contractText
      : printYaml(markSource(pulled.document, pulled.source), "contract");
  const digest = contractDigest(parseYaml(contract, "spec/contract.yaml").value as JsonObject);
  const source = isSame
    ? existing(file("source.yaml"))
    : printYaml({ ...pulled.source, contract: digest, ...origin }, "source");
  const changes = before === null || before === contract ? [] : changesSince(earlier, pulled);
  // One skipped.yaml serves many versions of the description, so it may contain entries that this
  // version does not need.
  const isNewer = known !== undefined && !isBefore(pulled.source.version, known.version);
  const reportable = isNewer && skippedHere !== undefined ? skippedHere : new Map();
  return {
    pulled,
    known,
    contract,
    text,
    write: () =>
      writeFiles(
        folder,
        new Map([
          ["contract.yaml", contract],
          ...(source === null ? [] : [["source.yaml", source] as const]),
        ]),
        isPulled,
      ),
    summary: (writtenFiles, verbose = false) =>
      pullSummary(pulled, { changes, skipped: reportable, writtenFiles, verbose }),
  };
}

/**
 * Throws `Problems` for a file that `pull` did not write. Other projects may use the same file
 * names in their spec/ folder. Broken files and files with conflict markers count as written by
 * `pull` if they are recognizable.
 */
function rejectForeignFile(name: string, text: string | null): void {
  const ours = /^(?:<<<<<<< |# Written by `npm run pull`|"?x-contract"?:)/m;
  if (text === null || text.trim() === "" || ours.test(text)) return;
  throw new Problems([
    {
      what: `spec/${name} was not written by \`pull\``,
      where: `spec/${name}`,
      why: "Its contents would be lost.",
      fix: "Move it elsewhere, or use generate with --spec and --out, which writes nothing to spec/.",
    },
  ]);
}

/** The changes to rules since the previous contract. */
function changesSince(before: Json | undefined, { document, dropped }: Pulled): readonly string[] {
  if (isObject(before)) return ruleChanges(before, document, dropped);
  return ["note       the previous contract cannot be read: changes to its rules are not reported"];
}

/**
 * The result of `read`; undefined if the file is broken, because a broken file must still be
 * replaceable.
 */
function unlessBroken<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problems) return undefined;
    throw error;
  }
}

/** Whether source.yaml records exactly this text. */
function isSameText({ text }: Fetched, { sha256 }: RecordedSource): boolean {
  return createHash("sha256").update(text).digest("hex") === sha256;
}

/** The problem to report for a description that is older than the recorded one. */
function olderThan(known: string, version: string): Problem {
  return {
    what: `the description has version ${version}, but spec/source.yaml has ${known}`,
    where: "description",
    why: "A description with a lower version is probably outdated.",
    fix: "Check where the description comes from. To use it anyway, pull it without --if-new.",
  };
}

/** The text of a file; null if it does not exist. Throws `Problems` if it is not a regular file. */
function existing(file: URL): string | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (stats.isFile()) return readFileSync(file, "utf8");
  const name = `spec/${file.pathname.split("/").at(-1)}`;
  throw new Problems([
    {
      what: `${name} is not a file`,
      where: name,
      why: "Reading from a pipe or a device might never end.",
      fix: "Move it elsewhere.",
    },
  ]);
}
