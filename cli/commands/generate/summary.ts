import { type Change, type Diff, isLoss } from "../../../generator/diff/change.js";
import { chaptersOf, countsInWords, groupsOf, inMarkdown } from "../../../generator/diff/report.js";
import { escapedText, inlineCode } from "../../../generator/export/markdown.js";
import {
  distinct,
  type Message,
  type Problem,
  Problems,
  withoutDuplicates,
} from "../../../generator/problem.js";
import { UNREADABLE } from "./news.js";
import { type Summary, withSummary } from "./summary-file.js";

/** What the text for a pull request contains. */
export interface SummaryContent {
  /**
   * The description's previous version; undefined if there is no previous output to compare with.
   */
  readonly before: string | undefined;
  readonly version: string;
  /** The changes for users of the code; null if there is nothing to compare with. */
  readonly diff: Diff | null;
  /** Whether there is a previous output that cannot be compared. */
  readonly isUnreadable: boolean;
  /** What this run left out or loosened, and the rules to review. */
  readonly messages: readonly Message[];
  /**
   * The number of unread sentences in operations where unread sentences are allowed: `3 sentences
   * that may state a rule, in 2 operations …`. Empty if there are none.
   */
  readonly unlistedUnread: string;
  /** Accepted proposals for reworded sentences. */
  readonly proposals: readonly Problem[];
}

/** Maximum length in characters; GitHub accepts 65,536. */
const MAX_LENGTH = 60_000;

/** Maximum number of lines in a section; the rest are counted. */
const MAX_LINES = 50;

const SECTIONS: readonly (readonly [kind: string, title: string, what: string])[] = [
  [
    "rule",
    "Rules that are new to this generator",
    "The generator's contract does not contain them. Compare each rule with the sentence it comes from.",
  ],
  ["left out", "Left out", "The client does not contain these."],
  ["loosened", "Loosened", "The types or checks allow more than the description does."],
  ["unread", "Not enforced", "Sentences that may state a rule but were not understood."],
  [
    "dormant",
    "Dormant",
    "Rules in `rules.yaml` for fields or operations that are not in this description.",
  ],
];

/**
 * The result of an update as Markdown. In order: the versions and the semver bump, breaking
 * changes, lost and new rules, other losses, proposed rules (which merging accepts), messages by
 * kind, all other changes. Empty sections are omitted. A list of messages, or of lost and new
 * rules, shows at most 50 entries, then counts the rest. If the text is longer than 60,000
 * characters, it is truncated after a line, followed by the number of omitted lines.
 */
export function summaryOf({
  before,
  version,
  diff,
  isUnreadable,
  messages,
  unlistedUnread,
  proposals,
}: SummaryContent): string {
  const title =
    before === undefined
      ? `Pinterest API ${escapedText(version)}`
      : `Pinterest API ${escapedText(before)} to ${escapedText(version)}`;
  const changes = diff?.changes.filter((change) => !isListedAsRule(change)) ?? [];
  const isGone = (change: Change): boolean => change.kind !== "rule" && isLoss(change);
  const gone = groupsOf(changes.filter(isGone));
  const chapters = chaptersOf(changes.filter((change) => !isGone(change)));
  const parts = [
    `# ${title}`,
    diff === null && isUnreadable
      ? `The earlier output cannot be compared: its model.json ${UNREADABLE}.`
      : stepOf(diff),
    ...chapters.filter(({ step }) => step === "major").flatMap(inMarkdown),
    ...rulesOf(diff),
    ...(gone.length === 0
      ? []
      : inMarkdown({ title: "Removed without breaking code", groups: gone })),
    ...(proposals.length === 0
      ? []
      : ["### Decide before merging", ACCEPTED, problemsInMarkdown(proposals)]),
    ...SECTIONS.flatMap(([kind, heading, what]) =>
      section(
        heading,
        what,
        messages.filter((message) => message.kind === kind),
      ),
    ),
    ...(unlistedUnread === ""
      ? []
      : [`There ${unlistedUnread.startsWith("1 ") ? "is" : "are"} also ${unlistedUnread}.`]),
    ...chapters.filter(({ step }) => step !== "major").flatMap(inMarkdown),
  ];
  return truncated(`${parts.join("\n\n")}\n`);
}

/**
 * Runs `work`. If it rejects with `Problems` that need decisions, writes them to the summary, and
 * rejects with the same `Problems`. If `file` is undefined, nothing is written. An input that
 * cannot be read, or may be available later, needs no decision, so the summary is not changed.
 */
export async function explainRefusal<Done>(
  { file, io }: Omit<Summary, "text">,
  work: () => Promise<Done>,
): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (file !== undefined && error instanceof Problems && error.kind === "refused")
      await withSummary(
        { file, text: refusalText(withoutDuplicates(error.list)), io },
        async () => {},
      );
    throw error;
  }
}

/** Why a run stops, as Markdown: each decision with its location, sentence and fix. */
function refusalText(problems: readonly Problem[]): string {
  return `The generator stops here.\n\n## Decide before merging\n\n${problemsInMarkdown(problems)}\n`;
}

const ACCEPTED =
  "These rules, proposed for newly worded sentences, are included here: merging accepts them.";

/**
 * Lists problems with all their details, each as a numbered code block. In a code block,
 * third-party text cannot add formatting, links or mentions. Empty if there are no problems.
 */
function problemsInMarkdown(problems: readonly Problem[]): string {
  return problems
    .map((problem, index) => `**${index + 1}**\n\n${fenced(problemAsText(problem))}`)
    .join("\n\n");
}

/** A problem as text: `what`, then indented lines with `at`, its notes, `why` and `fix`. */
function problemAsText({ what, where, why, fix, notes = [] }: Problem): string {
  const lines = [["at", where], ...notes, ["why", why], ["fix", fix]] as const;
  const width = Math.max(...lines.map(([name]) => name.length));
  const indented = ([name, value]: readonly [string, string]): string =>
    `  ${name.padEnd(width)}  ${value.replaceAll("\n", `\n${" ".repeat(width + 4)}`)}`;
  return [what, ...lines.map(indented)].join("\n");
}

/** Wraps text in a Markdown code block that the text cannot close. */
function fenced(text: string): string {
  const fence = "`".repeat(
    Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)),
  );
  return `${fence}text\n${text}\n${fence}`;
}

/** A sentence about the semver bump and the number of changes. */
function stepOf(diff: Diff | null): string {
  if (diff === null) return "There is no earlier output to compare with: everything is new.";
  if (diff.changes.length === 0) return "Nothing changes for users of the code.";
  return `Proposed version bump: **${diff.step}**. ${countsInWords(diff)}.`;
}

/**
 * Whether the change belongs in the list of lost and new rules. Breaking rule changes are listed
 * with the other breaking changes.
 */
function isListedAsRule(change: Change): boolean {
  return (
    change.kind === "rule" && change.step !== "major" && (change.old === null || isLoss(change))
  );
}

/** The section about lost and new rules. Empty if there are none. */
function rulesOf(diff: Diff | null): readonly string[] {
  const changes = diff?.changes.filter(isListedAsRule) ?? [];
  const lost = changes.filter(isLoss).map((change) => ({ ...change, word: "lost" }));
  const added = changes
    .filter((change) => change.old === null)
    .map((change) => ({ ...change, word: "new" }));
  const lines = [...lost, ...added].map(({ word, flow, path, text }) => {
    return `- ${word}: **${escapedText(flow)}** ${inlineCode(path)}: ${escapedText(text.replace(/^(?:new rule|rule removed|rule no longer stated): /, ""))}`;
  });
  return lines.length === 0 ? [] : ["### Lost and new rules", listOf(lines)];
}

/** A section with a list of messages. Empty if there are no messages. */
function section(heading: string, what: string, messages: readonly Message[]): readonly string[] {
  const lines = distinct(messages).map(
    ({ what, where, fingerprint, locationCount, paste = [] }) => {
      const location = `${inlineCode(where)}${locationCount > 1 ? ` and ${locationCount - 1} more` : ""}`;
      const places = [location, ...(fingerprint === undefined ? [] : [inlineCode(fingerprint)])];
      const entries = paste.map((line) => `\n  - ${inlineCode(line)}`).join("");
      return `- ${escapedText(what)}: ${places.join(", ")}${entries}`;
    },
  );
  return lines.length === 0 ? [] : [`### ${heading}`, what, listOf(lines)];
}

/** The first 50 lines, then the number of remaining lines. */
function listOf(lines: readonly string[]): string {
  const hidden = lines.length - MAX_LINES;
  return (hidden > 0 ? [...lines.slice(0, MAX_LINES), `- and ${hidden} more`] : lines).join("\n");
}

/** Truncates the text after a line and says how many lines are missing. */
function truncated(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const end = text.lastIndexOf("\n", MAX_LENGTH);
  const lines = text.slice(end).trim().split("\n").length;
  // An open code fence would swallow everything that follows.
  const fences = [...text.slice(0, end).matchAll(/^`{3,}/gm)].map(([fence]) => fence);
  const open = fences.length % 2 === 0 ? "" : `\n${fences.at(-1)}`;
  return `${text.slice(0, end)}${open}\n\n… and ${lines} more lines: \`pinterest-reports diff\` prints them all.\n`;
}
