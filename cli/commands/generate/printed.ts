import { type Diff, isAtLeast } from "../../../generator/diff/change.js";
import { countsInWords } from "../../../generator/diff/report.js";
import type { Model, Source } from "../../../generator/model/model.js";
import { sanitize, sanitizeLines } from "../../../generator/print.js";
import { distinct, type Message } from "../../../generator/problem.js";
import { pluralize } from "../../../runtime/validation/wording.js";
import { EXIT } from "../../terminal/exit-codes.js";
import type { Io } from "../../terminal/io.js";

/** Prints one or more lines to stderr, free of control characters. */
export function printText(text: string, { stderr }: Pick<Io, "stderr">): void {
  stderr.write(`${sanitizeLines(text)}\n`);
}

/**
 * Two lines of text about a model, without a line break at the end: title and version of its
 * description with the numbers of reports and operations, zero left out, and the number of rules,
 * split into those of the description and those that rules.yaml adds.
 */
export function modelSummary({ source, flows, operations }: Model): string {
  const rules = [...flows, ...operations].flatMap((request) => request.rules);
  const ours = rules.filter(({ reason }) => reason !== undefined).length;
  const counts = [
    pluralize(flows.length, "report"),
    pluralize(operations.length, "operation"),
  ].filter((part) => !part.startsWith("0"));
  return `spec       ${sanitize(`${source.title} ${source.version}`)}, ${counts.join(", ")}\nrules      ${rules.length} rules: ${rules.length - ours} from the description, ${ours} added`;
}

/**
 * Prints that there is nothing to write into `called`, and what the last run left out of it.
 * Returns the exit code: 3 if it left anything out, else 0.
 */
export function nothingNew(
  { title, version }: Pick<Source, "title" | "version">,
  called: string,
  io: Pick<Io, "stderr">,
  leftOut: readonly string[] = [],
): number {
  const lines = [`spec       ${title} ${version}`, ...leftOut.map((what) => `left out   ${what}`)];
  printText(
    [...lines.map(sanitize), `${called.padEnd(10)} nothing new since the last run`].join("\n"),
    io,
  );
  return leftOut.length > 0 ? EXIT.leftOut : EXIT.done;
}

/** The semver step of the changes, and the number of changes of each. */
export function stepLine(diff: Diff): string {
  const counts = countsInWords(diff);
  return `step       ${diff.step}${counts === "" ? "" : `: ${counts}`}`;
}

/** What a run with a summary found. */
export interface Reviewed {
  readonly messages: readonly Message[];
  /** The changes for users of the code; null if there is nothing to compare with. */
  readonly diff: Diff | null;
  /** The summary's file. */
  readonly file: string | undefined;
}

/**
 * Prints the summary's file, the semver step and the losses. Returns the exit code: 3 for a
 * breaking change, or if something was left out, loosened or not enforced; else 0.
 */
export function lossExit({ messages, diff, file }: Reviewed, io: Pick<Io, "stderr">): number {
  const amount = (kind: string): number =>
    distinct(messages).filter((message) => message.kind === kind).length;
  const losses = [
    ...(diff !== null && isAtLeast(diff.step, "major") ? ["breaking changes"] : []),
    ...(amount("left out") > 0 ? [`${amount("left out")} left out`] : []),
    ...(amount("loosened") > 0 ? [`${amount("loosened")} loosened`] : []),
    ...(amount("unread") > 0 ? [`${pluralize(amount("unread"), "sentence")} not enforced`] : []),
  ];
  if (file !== undefined) printText(`summary    ${file}`, io);
  if (diff !== null) printText(stepLine(diff), io);
  if (losses.length > 0) printText(`loss       ${losses.join(", ")}: review before merging`, io);
  return losses.length > 0 ? EXIT.leftOut : EXIT.done;
}
