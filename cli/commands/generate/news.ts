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

/** What an earlier run has left in an output folder, compared with a new model. */
export interface Earlier {
  /** Its model; null if there is none that can be compared. */
  readonly model: ComparedModel["model"] | null;
  /** The changes since; null without such a model. */
  readonly diff: Diff | null;
  /** Whether there is an earlier output with a model that cannot be compared. */
  readonly isUnreadable: boolean;
  /** The text of its model.json; empty without such a model. */
  readonly text: string;
}

/**
 * Compares the model.json in the folder with the new model. `names` are those of the old and the new
 * side; default: none. Throws nothing for a model.json of any content.
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

/** The words that lines begin with, in their order. A change has the first that fits. */
const WORDS: readonly (readonly [word: string, fits: (change: Change) => boolean])[] = [
  ["breaking", ({ step }) => step === "major"],
  ["lost", isLoss],
  ["new", ({ kind, old }) => kind === "rule" && old === null],
  ["changed", ({ kind }) => kind === "rule"],
];

/** Changes that concern a whole report or call come first, so that they are cut last. */
const FIRST: readonly Change["kind"][] = ["operation", "statuses", "access"];

/** Maximum number of lines for each word. */
const MOST = 20;

/** Lines about the changes since an earlier run, and whether that is all of them. */
interface News {
  readonly lines: readonly string[];
  readonly isCut: boolean;
}

/**
 * Lines about the changes since an earlier run: what breaks, then what else is lost, then new and
 * changed rules; at most 20 of each, then one with the number of the others. Other changes have
 * none. One line if the earlier output cannot be compared. `called` is the name of its folder.
 */
function newsOf(
  { diff, isUnreadable }: Pick<Earlier, "diff" | "isUnreadable">,
  called: string,
): News {
  if (isUnreadable)
    return {
      lines: [
        `${"earlier".padEnd(10)} ${sanitize(`${called}/${MODEL}`)} ${UNREADABLE}: what is gone since the last run is unknown`,
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
    lines: byWord.flatMap((lines) => lines.slice(0, MOST).concat(remainder(lines))),
    isCut: byWord.some((lines) => lines.length > MOST),
  };
}

/** What may be wrong with a model.json that cannot be compared. */
export const UNREADABLE = "is missing, edited, or of another version of the generator";

function linesOf(word: string, groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ flows, items }) =>
    items.map(({ paths, text }) => {
      const places = [flows, paths].filter((names) => names.length > 0).map(shortened);
      const words = word === "breaking" ? text : text.replace(/^(?:new rule|rule gone): /, "");
      return sanitize(`${word.padEnd(10)} ${places.join(" ")}: ${words}`);
    }),
  );
}

function remainder(lines: readonly string[]): readonly string[] {
  const [line = ""] = lines;
  return lines.length > MOST ? [`${line.slice(0, 10)} and ${lines.length - MOST} more`] : [];
}

function shortened(names: readonly string[]): string {
  const { first, omitted } = firstItems(names);
  return `${first.join(", ")}${omitted > 0 ? ` and ${omitted} more` : ""}`;
}

/** A side of the comparison that the output folder does not have, with the text of its model.json. */
export interface Missing {
  readonly side: "old" | "new";
  readonly text: string;
}

/**
 * Prints lines about the changes since an earlier run to stderr. If they are cut, the last one is the
 * command that lists all. For it, the side that the output folder does not have is saved in the
 * folder of the system for temporary files: `generate` replaces the old model, and `--check` does not
 * write the new one. Without `missing`, or if it cannot be saved, that line is left out.
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
    // The run itself does not need the copy.
  }
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
