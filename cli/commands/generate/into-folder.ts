import { existsSync } from "node:fs";
import { fetchNewer, withoutSecrets } from "../../../generator/parse/fetch.js";
import { Problems } from "../../../generator/problem.js";
import { folderUrl } from "../../../generator/workspace.js";
import {
  compareWithoutManifest,
  type Difference,
  MANIFEST,
  MODEL,
} from "../../../generator/write/compare.js";
import { digestOf } from "../../../generator/write/digest.js";
import { readManifest } from "../../../generator/write/manifest.js";
import type { NamedPath } from "../../terminal/distinct-paths.js";
import { downloading } from "../../terminal/downloading.js";
import { EXIT } from "../../terminal/exit-codes.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { shellCommand } from "../../terminal/shell-command.js";
import {
  checkNoPackage,
  folderName,
  foreignIn,
  foreignLines,
  problemsOf,
  reportDifferences,
  withoutForeign,
} from "./differences.js";
import type { FolderOptions } from "./folder-options.js";
import { currentManifest, inputsOfFolder, outputFlags } from "./inputs.js";
import { nothingNew, printText } from "./printed.js";
import { recoverFolders, refuseUnfinished } from "./recovery.js";
import { checkSummary, descriptionPaths } from "./summary-file.js";
import { userFiles } from "./user-files.js";

/**
 * Generates an output folder from a description; with `check`, only compares.
 *
 * If the description, inputs and output are unchanged since the last run, generates nothing and
 * writes no summary. A URL is requested with its ETag. An interrupted earlier run is first
 * completed or undone, if possible. With `check`, an unfinished run is a problem instead.
 *
 * With `check`, resolves to 1 if there are differences, otherwise to 0. Files in the folder that
 * were not generated do not count. With `asProblems`, rejects with the differences instead of
 * resolving to 1.
 *
 * Without `check`, resolves to 3 in these cases, otherwise to 0:
 * - `keepGoing` left out an operation, in this run or, if nothing changed, in the last one.
 * - With `summary`, this run found a breaking change, or something was left out, loosened or not
 *   enforced.
 *
 * Rejects with `Problems`, for example for an older description, or with `Usage`. In both cases,
 * nothing new was generated.
 */
export async function generateIntoFolder(options: FolderOptions, io: Io): Promise<number> {
  const { spec, out, check, summary } = options;
  const [folder, called] = [folderUrl(fullPath(out, io)), folderName(out)];
  checkNoPackage(folder, called);
  const files = [...userFiles(options).values()].map(
    (path): NamedPath => ({ name: "the input file", path }),
  );
  const outputFolder = { name: "the output folder", path: out, folder: true };
  await checkSummary(summary, [...descriptionPaths(spec), ...files, outputFolder], io);
  if (check) refuseUnfinished([{ folder, called }]);
  else await recoverFolders([{ folder, called }], io);
  const inputs = inputsOfFolder(options);
  const current = currentManifest(folder, inputs);
  const compared = { folder: called, fix: commandLine(options), from: withoutSecrets(spec) };
  // Reports problems in the user's own files, except flows.yaml, before any download. Skips this
  // check if a file is a pipe, which can be read only once.
  if (current === null && Object.values(inputs.inputs).every((digest) => digest !== ""))
    (await import("./from-description.js")).checkAnnotations(options);
  const fetched = await downloading(spec, io, () =>
    fetchNewer(spec, current?.origin, fullPath(spec, io)),
  );
  const printForeign = (foreign: readonly string[]): void => {
    for (const line of foreignLines(foreign, called, check ? "not compared" : "left unchanged"))
      printText(line, io);
  };
  if (
    current !== null &&
    (fetched === null || digestOf(fetched.text) === current.description.sha256)
  ) {
    const exit = check
      ? reportDifferences([], compared, io)
      : nothingNew(current.description, called, io, current.leftOut);
    printForeign(current.foreign);
    return exit;
  }
  if (fetched === null) throw new Error("the server responded 304 to an unconditional request");
  if (!check)
    return (await import("./write-folder.js")).writeFromDescription(
      fetched,
      { inputs, folder, called },
      options,
      io,
    );
  const { buildFromDescription } = await import("./from-description.js");
  const { earlierOutput, printNews } = await import("./news.js");
  const built = await buildFromDescription(fetched.text, options);
  const all = compareWithoutManifest(folder, built.output, called);
  const differences = withoutForeign(all);
  if (differences.length > 0) {
    const made = { side: "new", text: built.output.get(MODEL) ?? "" } as const;
    printNews(earlierOutput(folder, built.model), called, made, io);
  }
  const problems = options.asProblems ? problemsOf(differences, compared) : [];
  const exit = problems.length > 0 ? EXIT.refused : reportDifferences(differences, compared, io);
  printForeign(foreignIn(all));
  if (hasLostManifest(folder, differences))
    printText(
      `           ${called}/${MANIFEST} is missing, damaged or from another version, so everything was generated for the comparison; run generate to rewrite that file`,
      io,
    );
  if (problems.length > 0) throw new Problems(problems);
  return exit;
}

/** Whether an earlier run's output has no readable manifest, and `generate` may write one. */
function hasLostManifest(folder: URL, differences: readonly Difference[]): boolean {
  const isTaken = differences.some(({ kind, path }) => kind === "obstacle" && path === MANIFEST);
  return !isTaken && existsSync(new URL("index.ts", folder)) && readManifest(folder) === null;
}

/** The command that was run, quoted for a shell. */
function commandLine(options: FolderOptions): string {
  const { spec, out, flows, specFolder } = options;
  const named = Object.entries({
    spec: withoutSecrets(spec),
    out,
    flows,
    "spec-folder": specFolder,
  });
  const flags = named.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
  return shellCommand(["pinterest-reports", "generate", ...flags, ...outputFlags(options)]);
}
