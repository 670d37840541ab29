import { fileURLToPath } from "node:url";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { isObject } from "../../../generator/parse/json.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { build } from "../../../generator/pipeline.js";
import { noticeLines } from "../../../generator/print.js";
import { type Problem, Problems } from "../../../generator/problem.js";
import { markedSpec, specFiles, workspace } from "../../../generator/workspace.js";
import type { Io } from "../../terminal/io.js";
import { Usage } from "../../terminal/usage.js";
import { noticesOf, printForPrograms, proposalsIn } from "../generate/from-description.js";
import { earlierOutput, lossExit, printNews } from "../generate/news.js";
import { nothingNew, printText } from "../generate/printed.js";
import { explainRefusal, summaryOf } from "../generate/summary.js";
import { checkSummary, descriptionPaths, withSummary } from "../generate/summary-file.js";
import { type PrepareOptions, preparePull } from "./prepare.js";
import { unlistedUnreadText } from "./pull-summary.js";

/** Options for a pull with a summary. */
export interface ReviewOptions extends Omit<PrepareOptions, "undecided"> {
  /** The file for the text of a pull request; `-` for stdout. */
  readonly summary: string;
  /** Accept that `generate` will leave out operations that cannot be generated. */
  readonly keepGoing?: boolean;
  /** Print notices in a machine-readable format on stdout. */
  readonly format?: "github" | "json";
}

/**
 * Pulls a description and describes the update for a reviewer. Also generates the code in memory,
 * so that the summary can list what changes for users. spec/ changes only if `generate` will
 * succeed.
 * Resolves to 0, or to 3 for a breaking change, or if something was left out, loosened or not
 * enforced. If nothing is new, resolves to 0 and writes no summary.
 *
 * Rejects with `Usage` if there is no contract yet, or if the summary cannot be written. Rejects
 * with all `Problems` of the contract and the client. The summary then lists the problems that need
 * decisions.
 */
export async function pullForReview(options: ReviewOptions, io: Io): Promise<number> {
  const { from, summary, keepGoing = false, format } = options;
  const project = workspace(io.cwd);
  if (markedSpec(project) === null)
    throw new Usage(
      "there is no spec/contract.yaml here",
      "Pull a description without --summary first.",
    );
  const folder = {
    name: "the folder",
    path: fileURLToPath(new URL("spec", project.root)),
    folder: true,
  };
  await checkSummary(summary, [...descriptionPaths(from), folder], io);
  const work = async () => {
    const problems: Problem[] = [];
    const prepared = await preparePull(
      { ...options, spec: new URL("spec/", project.root), undecided: problems },
      io,
    );
    if (!("pulled" in prepared)) return { source: prepared };
    const { pulled } = prepared;
    // Problems in the contract are errors even if operations are left out.
    if (keepGoing && problems.length > 0) throw new Problems(problems);
    const annotations = readAnnotations((name) => specFiles(name, markedSpec(project)));
    // The contract is parsed again from its YAML, because the file omits the description's prose.
    const document = parseYaml(prepared.contract, "spec/contract.yaml").value;
    if (!isObject(document)) throw new Error("the contract is not an object");
    // Problems in the client and problems in the contract are reported together.
    const findings =
      problems.length > 0 ? { findings: { problems, notices: [], leftOut: pulled.leftOut } } : {};
    return {
      prepared,
      annotations,
      built: await build(
        { document, source: pulled.source, annotations, ...findings },
        project.home,
        { keepGoing },
      ),
    };
  };
  const result = await explainRefusal({ file: summary, io }, work);
  if (result.prepared === undefined) return nothingNew(result.source, "contract", io);
  const { prepared, annotations, built } = result;
  const { pulled, known, text } = prepared;
  const { version } = pulled.source;
  const earlier = earlierOutput(new URL("generated/", project.root), built.model, [
    known?.version ?? "the previous output",
    version,
  ]);
  const { diff } = earlier;
  const messages = [...noticesOf(built), ...pulled.notices];
  const proposals = pulled.accepted.length > 0 ? proposalsIn(text, annotations) : [];
  const news = summaryOf({
    before: known?.version,
    version,
    diff,
    isUnreadable: earlier.isUnreadable,
    messages,
    unlistedUnread: unlistedUnreadText(pulled),
    proposals,
  });
  const writtenFiles = await withSummary({ file: summary, text: news, io }, () => prepared.write());
  io.stderr.write(prepared.summary(writtenFiles));
  printNews(earlier, "generated", undefined, io);
  for (const line of noticeLines(noticesOf(built))) printText(line, io);
  printForPrograms(messages, { ...(format && { format }) }, io);
  return lossExit({ messages, diff, file: summary }, io);
}
