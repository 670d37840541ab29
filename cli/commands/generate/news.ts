import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Change, type Diff, isAtLeast, isLoss } from "../../../generator/diff/change.js";
import { type ComparedModel, compareModels } from "../../../generator/diff/compare.js";
import { countsInWords, type Group, groupsOf } from "../../../generator/diff/report.js";
import { firstItems } from "../../../generator/diff/shape.js";
import type { Model } from "../../../generator/model/model.js";
import { sanitize } from "../../../generator/print.js";
import { distinct, type Message } from "../../../generator/problem.js";
import { isRegularFile } from "../../../generator/write/commit.js";
import { MODEL } from "../../../generator/write/compare.js";
import { digestOf } from "../../../generator/write/digest.js";
import { readManifest } from "../../../generator/write/manifest.js";
import { pluralize } from "../../../runtime/validation/wording.js";
import { EXIT } from "../../terminal/exit-codes.js";
import type { Io } from "../../terminal/io.js";
import { shellCommand } from "../../terminal/shell-command.js";
import { writtenModel } from "../diff/models.js";
import { printText } from "./printed.js";

/** An earlier run's output, compared with a new model. */
export interface Earlier {
  /** The earlier model; null if there is none to compare with. */
  readonly model: ComparedModel["model"] | null;
  /** The changes since that run; null if there is no earlier model. */
  readonly diff: Diff | null;
  /** Whether an earlier output exists but its model cannot be compared. */
  readonly isUnreadable: boolean;
  /** The text of the earlier model.json; empty if there is none. */
  readonly text: string;
}

/**
 * Compares the folder's model.json with the new model. `folder` ends in a slash. `names` are the
 * names of the old and the new side in `diff`; empty by default. A model.json that was edited by
 * hand is not compared. If nothing can be compared, `model` and `diff` are null. Then
 * `isUnreadable` is true if there is a model.json or an index.ts. Never throws, whatever model.json
 * contains.
 */
export function earlierOutput(
  folder: URL,
  current: Model,
  names: readonly [old: string, current: string] = ["", ""],
): Earlier {
  const file = fileURLToPath(new URL(MODEL, folder));
  const hasModel = isRegularFile(file);
  const text = hasModel ? readFileSync(file, "utf8") : "";
  const known = readManifest(folder)?.model;
  const isEdited = known !== undefined && known !== digestOf(text);
  const model = isEdited ? null : writtenModel(text, current);
  if (model === null) {
    const isUnreadable = hasModel || existsSync(new URL("index.ts", folder));
    return { model, diff: null, isUnreadable, text: "" };
  }
  const diff = compareModels({ name: names[0], model }, { name: names[1], model: current });
  return { model, diff, isUnreadable: false, text };
}

/** The words at the start of lines, in print order. A change gets the first word that fits. */
const WORDS: readonly (readonly [word: string, fits: (change: Change) => boolean])[] = [
  ["breaking", ({ step }) => step === "major"],
  ["lost", isLoss],
  ["new", ({ kind, old }) => kind === "rule" && old === null],
  ["changed", ({ kind }) => kind === "rule"],
];

/** Changes to whole reports or calls, listed first so that they are truncated last. */
const FIRST: readonly Change["kind"][] = ["operation", "statuses", "access"];

/** Maximum number of lines that start with the same word. */
const MAX_LINES = 20;

/** Lines about the changes since an earlier run, and whether the list is complete. */
interface News {
  readonly lines: readonly string[];
  readonly isCut: boolean;
}

/**
 * Lists breaking changes since an earlier run, then other removals, then new and changed rules.
 * Lists at most 20 of each, then counts the rest. Other changes are not listed. Returns a single
 * line if the earlier output cannot be compared. `called` is the name of the folder.
 */
function newsOf(
  { diff, isUnreadable }: Pick<Earlier, "diff" | "isUnreadable">,
  called: string,
): News {
  if (isUnreadable)
    return {
      lines: [
        `${"earlier".padEnd(10)} ${sanitize(`${called}/${MODEL}`)} ${UNREADABLE}: cannot tell what was removed since the last run`,
      ],
      isCut: false,
    };
  const isLate = ({ kind }: Change): boolean => !FIRST.includes(kind);
  const changes = [...(diff?.changes ?? [])].sort((a, b) => Number(isLate(a)) - Number(isLate(b)));
  const byWord = WORDS.map(([word, fits]) => {
    const isFirst = (change: Change): boolean =>
      WORDS.find(([, other]) => other(change))?.[1] === fits;
    return linesOf(word, groupsOf(changes.filter(isFirst)));
  });
  return {
    lines: byWord.flatMap((lines) => lines.slice(0, MAX_LINES).concat(remainder(lines))),
    isCut: byWord.some((lines) => lines.length > MAX_LINES),
  };
}

/** Why a model.json may not be comparable. */
export const UNREADABLE = "is missing, was edited, or is from another version of the generator";

/** A line for each change, beginning with `word`. */
function linesOf(word: string, groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ flows, items }) =>
    items.map(({ paths, text }) => {
      const places = [flows, paths].filter((names) => names.length > 0).map(shortened);
      const words = word === "breaking" ? text : text.replace(/^(?:new rule|rule removed): /, "");
      return sanitize(`${word.padEnd(10)} ${places.join(" ")}: ${words}`);
    }),
  );
}

/** A line that says how many lines were left out. Empty if none were. */
function remainder(lines: readonly string[]): readonly string[] {
  const [line = ""] = lines;
  return lines.length > MAX_LINES
    ? [`${line.slice(0, 10)} and ${lines.length - MAX_LINES} more`]
    : [];
}

/**
 * Joins names with commas; if there are more than six, only the first three, and counts the others.
 */
function shortened(names: readonly string[]): string {
  const { first, omitted } = firstItems(names);
  return `${first.join(", ")}${omitted > 0 ? ` and ${omitted} more` : ""}`;
}

/**
 * The side of the comparison that is not in the output folder. `text` is that side's model.json.
 */
export interface Missing {
  readonly side: "old" | "new";
  readonly text: string;
}

/**
 * Prints the changes since an earlier run to stderr. Lists breaking changes, losses, new rules and
 * changed rules, at most 20 lines of each, then counts the rest. Other changes are not printed. If
 * the earlier output cannot be compared, a single line says so. `called` is the folder's name.
 *
 * If the list is truncated, the last line is a command that prints all changes. The command
 * compares the model in the folder with `missing`, the model that is not in the folder. Normally,
 * that is the old model, which `generate` has overwritten; with `--check`, it is the new model,
 * which was not written. For the command, `missing` is saved to a temporary file. Without
 * `missing`, or if saving fails, the last line is omitted.
 */
export function printNews(
  earlier: Pick<Earlier, "diff" | "isUnreadable">,
  called: string,
  missing: Missing | undefined,
  io: Pick<Io, "stderr">,
): void {
  const { lines, isCut } = newsOf(earlier, called);
  for (const line of lines) printText(line, io);
  if (!isCut || missing === undefined) return;
  try {
    const saved = join(mkdtempSync(join(tmpdir(), "pinterest-reports-")), MODEL);
    writeFileSync(saved, missing.text);
    const written = `${called}/${MODEL}`;
    const sides = missing.side === "old" ? [saved, written] : [written, saved];
    printText(`all        ${shellCommand(["pinterest-reports", "diff", ...sides])}`, io);
  } catch {
    // Ignored, because the run itself does not need the saved model.
  }
}

/**
 * A line with the semver bump and the number of changes: `step       major: 2 breaking`. Without
 * changes, only the bump. Has no trailing line feed.
 */
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
 * Prints the summary's path, the semver bump and the losses to stderr. Omits each of these if there
 * is none. Returns 3 for a breaking change, or if something was left out, loosened or not enforced;
 * otherwise 0. Equal messages count once.
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
