import { existsSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Change, Diff } from "../../../generator/diff/change.js";
import { chaptersOf, countsInWords, inMarkdown } from "../../../generator/diff/report.js";
import { escapedText, inlineCode } from "../../../generator/export/markdown.js";
import type { Problem } from "../../../generator/problem.js";
import { distinct, type Message } from "../../../generator/problem.js";
import { linkOrCopy } from "../../../generator/write/commit.js";
import { CreatedFolders } from "../../../generator/write/write.js";
import { type Destination, destinationOf, writeTo } from "../../terminal/destination.js";
import { checkDistinct, type NamedPath } from "../../terminal/distinct-paths.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { registerTemporary, unregisterTemporary } from "../../terminal/temporary-files.js";

/** The content of a pull request text about a newer description. */
export interface SummaryContent {
  /** The previous version; undefined if there is no previous output, or none that can be compared. */
  readonly before: string | undefined;
  readonly version: string;
  /** The changes for users of the code; null if there is nothing to compare with. */
  readonly diff: Diff | null;
  /** What this run left out or loosened, and the rules that need review. */
  readonly messages: readonly Message[];
  /** The number of unread sentences in operations whose prose is not read in full, in words; empty for none. */
  readonly unlistedUnread: string;
  /** Sentences in new wording whose proposed rules were accepted. */
  readonly proposals: readonly Problem[];
}

/** In characters; GitHub accepts 65,536. */
const LONGEST = 60_000;

/** Maximum number of lines in a section; the rest is counted. */
const MOST = 50;

const SECTIONS: readonly (readonly [kind: string, title: string, what: string])[] = [
  ["rule", "Rules that are new to this generator", "The contract of the generator does not have them: compare each with its sentence."],
  ["left out", "Left out", "Not in the client."],
  ["loosened", "Loosened", "The types or checks are wider than the description."],
  ["unread", "Not enforced", "Sentences that may state a rule, and from which none was read."],
  ["dormant", "Dormant", "Rules of `rules.yaml` about fields or operations that this description does not have."],
];

/**
 * The result of an update as Markdown: breaking changes, lost and new rules, proposed rules to accept or reject, messages by kind (new to
 * the generator, left out, loosened, not enforced, dormant), then all other changes. Empty parts are left out. Above 60,000 characters it
 * ends at a line end, and the number of omitted lines follows.
 */
export function summaryOf({ before, version, diff, messages, unlistedUnread, proposals }: SummaryContent): string {
  const title =
    before === undefined ? `Pinterest API ${escapedText(version)}` : `Pinterest API ${escapedText(before)} to ${escapedText(version)}`;
  const chapters = diff === null ? [] : chaptersOf({ ...diff, changes: diff.changes.filter((change) => !isListedAsRule(change)) });
  const parts = [
    `# ${title}`,
    stepOf(diff),
    ...chapters.filter(({ step }) => step === "major").flatMap(inMarkdown),
    ...rulesOf(diff),
    ...(proposals.length === 0 ? [] : ["### Decide before merging", ACCEPTED, problemsInMarkdown(proposals)]),
    ...SECTIONS.flatMap(([kind, heading, what]) =>
      section(
        heading,
        what,
        messages.filter((message) => message.kind === kind),
      ),
    ),
    ...(unlistedUnread === "" ? [] : [`Besides, there ${unlistedUnread.startsWith("1 ") ? "is" : "are"} ${unlistedUnread}.`]),
    ...chapters.filter(({ step }) => step !== "major").flatMap(inMarkdown),
  ];
  return truncated(`${parts.join("\n\n")}\n`);
}

const ACCEPTED = "These rules are proposed for sentences in new wording and included here: merging accepts them.";

/**
 * Problems with all their details, numbered, each as a code block, in which third-party text cannot format, link or mention users. An empty
 * string without problems.
 */
export function problemsInMarkdown(problems: readonly Problem[]): string {
  return problems.map((problem, index) => `**${index + 1}**\n\n${fenced(problemAsText(problem))}`).join("\n\n");
}

/** A problem as text: `what`, then the indented lines `at`, its notes, `why` and `fix`. It does not end with a line feed. */
export function problemAsText({ what, where, why, fix, notes = [] }: Problem): string {
  const lines = [["at", where], ...notes, ["why", why], ["fix", fix]] as const;
  const width = Math.max(...lines.map(([name]) => name.length));
  const indented = ([name, value]: readonly [string, string]): string =>
    `  ${name.padEnd(width)}  ${value.replaceAll("\n", `\n${" ".repeat(width + 4)}`)}`;
  return [what, ...lines.map(indented)].join("\n");
}

/** The text as a Markdown code block whose fence has more backticks than any run of them in the text. */
export function fenced(text: string): string {
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}text\n${text}\n${fence}`;
}

function stepOf(diff: Diff | null): string {
  if (diff === null) return "There is no earlier output to compare with: everything is new.";
  if (diff.changes.length === 0) return "Nothing changes for users of the code.";
  return `Proposed step: **${diff.step}**. ${countsInWords(diff)}.`;
}

/** Whether the change is listed with the rules that are lost or new; breaking rule changes are listed with the other breaking changes. */
function isListedAsRule(change: Change): boolean {
  return change.kind === "rule" && change.step !== "major" && (change.old === null || isLost(change));
}

/** Whether the description no longer states the rule, even if it is kept as a warning. */
function isLost(change: Change): boolean {
  return change.new === null || change.text.startsWith("rule no longer stated: ");
}

function rulesOf(diff: Diff | null): readonly string[] {
  const changes = diff?.changes.filter(isListedAsRule) ?? [];
  const lost = changes.filter(isLost).map((change) => ({ ...change, word: "lost" }));
  const added = changes.filter((change) => change.old === null).map((change) => ({ ...change, word: "new" }));
  const lines = [...lost, ...added].map(({ word, flow, path, text }) => {
    return `- ${word}: **${escapedText(flow)}** ${inlineCode(path)}: ${escapedText(text.replace(/^(?:new rule|rule gone|rule no longer stated): /, ""))}`;
  });
  return lines.length === 0 ? [] : ["### Rules lost and new", listOf(lines)];
}

function section(heading: string, what: string, messages: readonly Message[]): readonly string[] {
  const lines = distinct(messages).map(({ what, where, fingerprint, locationCount }) => {
    const location = `${inlineCode(where)}${locationCount > 1 ? ` and ${locationCount - 1} more` : ""}`;
    return `- ${escapedText(what)}: ${[location, ...(fingerprint === undefined ? [] : [inlineCode(fingerprint)])].join(", ")}`;
  });
  return lines.length === 0 ? [] : [`### ${heading}`, what, listOf(lines)];
}

function listOf(lines: readonly string[]): string {
  const hidden = lines.length - MOST;
  return (hidden > 0 ? [...lines.slice(0, MOST), `- and ${hidden} more`] : lines).join("\n");
}

/** Truncates the text at a line end and states the number of lines left out. */
function truncated(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf("\n", LONGEST);
  const lines = text.slice(end).trim().split("\n").length;
  // A code fence left open would include all that follows.
  const fences = [...text.slice(0, end).matchAll(/^`{3,}/gm)].map(([fence]) => fence);
  const open = fences.length % 2 === 0 ? "" : `\n${fences.at(-1)}`;
  return `${text.slice(0, end)}${open}\n\n… and ${lines} more lines: \`pinterest-reports diff\` prints all.\n`;
}

const FLAG = "--summary";

/**
 * Rejects with `Usage` if the summary's file cannot be written, or is one of `paths` or within a folder of them that is reserved for the
 * run. A folder that does not exist yet passes. Does nothing without a file or for `-` (stdout).
 */
export async function checkSummary(
  summary: string | undefined,
  paths: readonly NamedPath[],
  io: Pick<Io, "stdout" | "cwd">,
): Promise<void> {
  if (summary === undefined || summary === "-") return;
  // Compared with each place, not all places with each other: a repository may keep its own files in its output folder.
  for (const path of paths) await checkDistinct([path, { name: FLAG, path: summary }], io);
  if (existsSync(dirname(resolve(fullPath(summary, io))))) await destinationOf(summary, io, FLAG);
}

/** A summary and where it is written: no `file` for none, `-` for stdout. */
export interface Summary {
  readonly file: string | undefined;
  readonly text: string;
  readonly io: Pick<Io, "stdout" | "cwd">;
}

/**
 * Writes the summary, in folders that are created if they are missing, then runs `work` and resolves to its result; without `file`, only
 * runs `work`. If the summary cannot be written, rejects and does not run `work`. If `work` fails, restores the previous file, removes the
 * created folders and rejects with that error. If the process ends in between, the next run finds the same changes.
 */
export async function withSummary<Done>({ file, text, io }: Summary, work: () => Promise<Done>): Promise<Done> {
  if (file === undefined) return work();
  const createdFolders = new CreatedFolders();
  let old: Backup | undefined;
  try {
    if (file !== "-") createdFolders.folder(dirname(resolve(fullPath(file, io))));
    const destination = await destinationOf(file, io, FLAG);
    old = backUp(destination);
    await writeTo([text], destination, { signal: new AbortController().signal, io });
    return await work();
  } catch (error) {
    old?.restore();
    createdFolders.remove();
    throw error;
  } finally {
    old?.discard();
  }
}

/** The previous content of the summary's file. */
interface Backup {
  restore(): void;
  discard(): void;
}

/** Saves the previous content; undefined for stdout, a pipe or a device, which cannot be restored. */
function backUp(destination: Destination): Backup | undefined {
  if (destination.kind !== "file") return undefined;
  const { real, old } = destination;
  if (old === null) return { restore: () => rmSync(real, { force: true }), discard: () => {} };
  const backup = `${real}.${crypto.randomUUID()}.old`;
  registerTemporary(backup);
  linkOrCopy(real, backup);
  return {
    restore: () => renameSync(backup, real),
    discard: () => {
      rmSync(backup, { force: true });
      unregisterTemporary(backup);
    },
  };
}
