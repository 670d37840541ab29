import type { Diff } from "../../../generator/diff/change.js";
import { isBefore } from "../../../generator/parse/config.js";
import type { Fetched } from "../../../generator/parse/fetch.js";
import { type Message, type Problem, Problems } from "../../../generator/problem.js";
import { type Inputs, readManifest, withManifest } from "../../../generator/write/manifest.js";
import { writeFolder } from "../../../generator/write/write.js";
import { EXIT } from "../../terminal/exit-codes.js";
import type { Io } from "../../terminal/io.js";
import { limitMessages, unlistedUnreadText } from "../pull/pull-summary.js";
import { changesAsText, foreignIn, foreignLines } from "./differences.js";
import type { FolderOptions } from "./folder-options.js";
import {
  buildFromDescription,
  leftOutOf,
  noticesOf,
  printForPrograms,
  proposalsIn,
  reviewLines,
} from "./from-description.js";
import { earlierOutput, lossExit, printNews, stepLine } from "./news.js";
import { modelSummary, printText } from "./printed.js";
import { explainRefusal, summaryOf } from "./summary.js";
import { withSummary } from "./summary-file.js";
import { userFiles } from "./user-files.js";

/** The output folder, and its inputs apart from the description. */
export interface Target {
  readonly folder: URL;
  /** The folder's name in messages. */
  readonly called: string;
  readonly inputs: Inputs;
}

/**
 * Generates the folder from a description and prints the changes. Generates even if nothing has
 * changed. Writes the summary if `summary` is set. Ignores `check`.
 *
 * The caller must have checked the paths and recovered unfinished runs. A run that is still
 * unfinished is recovered silently, after the folder has been read for the comparison. Resolves to
 * 3 if an operation was left out. With `summary`, also resolves to 3 for a breaking change, or if
 * anything was left out, loosened or not enforced. Otherwise resolves to 0. Rejects with the same
 * errors as `generateIntoFolder` when `check` is not set.
 */
export async function writeFromDescription(
  { text, origin }: Fetched,
  target: Target,
  options: FolderOptions,
  io: Io,
): Promise<number> {
  const { folder, called, inputs } = target;
  const known = readManifest(folder)?.description;
  const built = await explainRefusal({ file: options.summary, io }, async () => {
    const result = await buildFromDescription(text, options);
    checkNotOlder(result.pulled.source.version, { known: known?.version, called }, options);
    return result;
  });
  const { pulled, model, refused } = built;
  const { source } = pulled;
  const earlier = earlierOutput(folder, model, [
    known?.version ?? "the previous output",
    source.version,
  ]);
  const { diff } = earlier;
  // Leaves out rules that an earlier run has already reported.
  const rules = built.newRules(earlier.model);
  const messages = [...noticesOf(built), ...rules];
  const news = {
    before: earlier.model ? (known?.version ?? "an earlier run") : undefined,
    isUnreadable: earlier.isUnreadable,
    version: source.version,
    diff,
    messages,
    unlistedUnread: unlistedUnreadText(pulled),
    proposals:
      options.summary !== undefined && pulled.accepted.length > 0
        ? proposalsIn(text, built.annotations)
        : [],
  };
  const leftOut = leftOutOf(built);
  const output = withManifest(built.output, { ...inputs, description: source, origin, leftOut });
  const summary = {
    file: options.summary,
    text: options.summary === undefined ? "" : summaryOf(news),
    io,
  };
  const differences = await withSummary(summary, () =>
    writeFolder(folder, output, { label: called }),
  );
  printText(modelSummary(model), io);
  for (const [name, file] of userFiles(options))
    if (name !== "flows.yaml")
      printText(`added      ${file}, to the package's own annotations`, io);
  const replaced = { side: "old", text: earlier.text } as const;
  printNews(earlier, called, options.summary === undefined ? replaced : undefined, io);
  for (const line of reviewLines(built, rules)) printText(line, io);
  printForPrograms(messages, options, io);
  if (options.format === "json") printForPrograms(limitMessages(pulled), options, io);
  printText(changesAsText(differences, output.size, called), io);
  for (const line of foreignLines(foreignIn(differences), called, "left unchanged"))
    printText(line, io);
  return exitOf({ messages, diff, refused }, options, io);
}

interface Outcome {
  readonly messages: readonly Message[];
  readonly diff: Diff | null;
  readonly refused: readonly Problem[];
}

/**
 * Prints the semver bump and returns the exit code. With a summary, any loss affects the exit code,
 * because someone will review the summary.
 */
function exitOf({ messages, diff, refused }: Outcome, { summary }: FolderOptions, io: Io): number {
  if (summary !== undefined) return lossExit({ messages, diff, file: summary }, io);
  if (diff !== null && diff.changes.length > 0) printText(stepLine(diff), io);
  return refused.length > 0 ? EXIT.leftOut : EXIT.done;
}

/** Throws `Problems` for a description older than the last one, unless that is allowed. */
function checkNotOlder(
  version: string,
  { known, called }: { readonly known: string | undefined; readonly called: string },
  { allowOlder = false }: FolderOptions,
): void {
  if (known === undefined || allowOlder || !isBefore(version, known)) return;
  throw new Problems([
    {
      what: `the description has version ${version}, but ${called} was generated from version ${known}`,
      where: "description",
      why: "A description with a lower version is probably outdated.",
      fix: "Check where the description comes from. To go back on purpose, add --allow-older.",
    },
  ]);
}
