import type { Skipped } from "../../../generator/parse/annotations.js";
import { getOwn, type JsonObject, listOf } from "../../../generator/parse/json.js";
import { printEntry } from "../../../generator/parse/yaml.js";
import { noticeLines, sanitize } from "../../../generator/print.js";
import type { Message, Notice } from "../../../generator/problem.js";
import type { Ledger } from "../../../generator/prose/classify.js";
import type { Pulled } from "../../../generator/prose/contract.js";
import { isProposal } from "../../../generator/prose/draft.js";
import { pluralize } from "../../../runtime/validation/wording.js";

/** What the summary contains in addition to what `pull` has read. */
export interface SummaryContext {
  /** The changes to rules since the previous contract. */
  readonly changes: readonly string[];
  /** Entries of skipped.yaml to report if no sentence matches them. */
  readonly skipped: Skipped;
  /** The names of the files written. */
  readonly writtenFiles: readonly string[];
  /**
   * Whether to also print each operation's sentence counts, and the limits stated in descriptions.
   */
  readonly verbose?: boolean;
}

/**
 * The text that `pull` prints. Each line is sanitized. In order: the version; the changes to rules,
 * lost ones first; accepted proposals; loosened parts and unread sentences; contradictions between
 * prose and schema; entries of `skipped` that match no sentence; the number of rules and sentences;
 * the files written. With `verbose`, also the counts for each operation and the limits stated in
 * descriptions. Ends with a line feed.
 */
export function pullSummary(
  pulled: Pulled,
  { changes, skipped, writtenFiles, verbose = false }: SummaryContext,
): string {
  const { document, ledger, remarks, accepted, unusedSkips, source } = pulled;
  const lines = [
    `spec       ${source.title} ${source.version}, ${Object.keys(ledger).length} operations`,
    ...bySeverity(changes),
    ...accepted.map(acceptedLine),
    ...noticeLines([...pulled.notices, ...unreadNotices(pulled)]),
    ...unlistedUnreadLines(pulled),
    ...remarkLines(remarks),
    ...unusedSkips
      .filter((fingerprint) => skipped.has(fingerprint))
      .map((fingerprint) => unusedSkipLine(fingerprint, skipped)),
    `rules      ${rulesOf(document)}`,
    ...(verbose
      ? [
          ...limitMessages(pulled).map(
            ({ what, where, fingerprint }) => `limit      ${what}   ${where}   ${fingerprint}`,
          ),
          ...Object.entries(ledger).map(([id, sums]) => `sentences  ${id}: ${inWords(sums)}`),
        ]
      : []),
    `sentences  ${inWords(total(Object.values(ledger)))}`,
    writtenFiles.length === 0
      ? "contract   nothing changed"
      : `contract   wrote ${writtenFiles.map((name) => `spec/${name}`).join(" and ")}`,
  ];
  return `${lines.map(sanitize).join("\n")}\n`;
}

/** The line for an accepted rule, without a line feed. `rule` is the rule in words. */
export function acceptedLine(rule: string): string {
  return `accepted   ${rule}, as proposed`;
}

const SEVERITY = ["lost", "new", "changed", "note"];

/** Sorts changes to rules: lost, new, changed, then remarks. */
function bySeverity(changes: readonly string[]): readonly string[] {
  const gravity = (change: string): number => SEVERITY.findIndex((word) => change.startsWith(word));
  return changes.toSorted((a, b) => gravity(a) - gravity(b));
}

/**
 * A notice for each sentence that may state a rule but was not read. Covers only operations that
 * must be read in full. A notice contains the reason, the first 300 characters of the sentence, and
 * the entries to paste: all entries for rules.yaml or, if there are none, the first entry for
 * another file.
 */
export function unreadNotices({ unread }: Pick<Pulled, "unread">): readonly Notice[] {
  return unread.flatMap(
    ({ mustBeRead, text, location, fingerprint, entries, ...sentence }): readonly Notice[] => {
      if (!mustBeRead) return [];
      const { reason } = sentence;
      const accepts = isProposal(sentence) ? ": --accept-proposed accepts it" : "";
      const what = `${reason}${accepts}: "${shortened(text)}"`;
      const [first] = entries;
      const rules = entries.filter(({ file }) => file === "rules.yaml");
      const paste = (rules.length > 0 || first === undefined ? rules : [first]).map(
        ({ file, line }) => `${file}: ${line}`,
      );
      return [{ kind: "unread", what, where: location, fingerprint, paste }];
    },
  );
}

/**
 * A message for each sentence that limits a field. It contains the resulting limits, the first 300
 * characters of the sentence, and the entry for skipped.yaml that removes the limits.
 */
export function limitMessages({ limits }: Pick<Pulled, "limits">): readonly Message[] {
  return limits.map(({ limits: { own, items }, text, at, fingerprint }): Message => {
    const words = [...limitsInWords(own, ""), ...limitsInWords(items, " of an item")].join(", ");
    const skip = printEntry({ fingerprint, reason: "The sentence is not true." });
    return {
      kind: "limit",
      what: `${words}, according to "${shortened(text)}"`,
      where: at,
      fingerprint,
      paste: [`skipped.yaml: ${skip}`],
    };
  });
}

/** Limits in words, such as `maxLength 80`. `of` follows the keyword. */
function limitsInWords(limits: Readonly<Record<string, unknown>>, of: string): readonly string[] {
  return Object.entries(limits).map(
    ([keyword, limit]) => `${keyword}${of} ${shortened(JSON.stringify(limit))}`,
  );
}

/** Maximum length of a quoted sentence, in characters. */
const MAX_LENGTH = 300;

/** Truncates a sentence to 300 characters. */
function shortened(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

/**
 * Reports the number of unread sentences in operations where unread sentences are allowed, such as
 * operations that are not in `flows.yaml`. The text also counts the operations: `3 sentences that
 * may state a rule, in 2 operations …`. Empty if there are no such sentences.
 */
export function unlistedUnreadText({ unread }: Pick<Pulled, "unread">): string {
  const unlisted = unread.filter(({ mustBeRead }) => !mustBeRead);
  const operations = new Set(unlisted.map(({ operation }) => operation)).size;
  return unlisted.length === 0
    ? ""
    : `${pluralize(unlisted.length, "sentence")} that may state a rule, in ${pluralize(operations, "operation")} where unread sentences are allowed`;
}

/** The summary line with the result of `unlistedUnreadText`; no line if that result is empty. */
export function unlistedUnreadLines(pulled: Pick<Pulled, "unread">): readonly string[] {
  const text = unlistedUnreadText(pulled);
  return text === "" ? [] : [`unread     ${text}`];
}

/** A remark and the locations it applies to. */
interface Remark {
  readonly text: string;
  readonly locations: readonly string[];
  /** The number of remarks that were joined. */
  readonly times: number;
}

/**
 * The summary's lines about contradictions between prose and schema, such as
 * `note       x3  text   ads/list a and 2 more places`.
 *
 * `remarks` are written as `operation location: text`; any other text has no location. Remarks with
 * the same text share a line, which names the first location and counts the others. Remarks about
 * the same locations that differ in only one word also share a line. `x3` is the number of remarks;
 * it is omitted if there is only one.
 */
export function remarkLines(remarks: readonly string[]): readonly string[] {
  const alike = new Map<string, string[]>();
  for (const remark of remarks) {
    const [, location = "", text = remark] = /^(\S+ \S+): (.*)$/s.exec(remark) ?? [];
    alike.set(text, [...(alike.get(text) ?? []), location]);
  }
  const grouped = [...alike].map(
    ([text, locations]): Remark => ({ text, locations, times: locations.length }),
  );
  return joinRemarks(grouped).map(({ text, locations: [first = "", ...more], times }) => {
    const where = [
      first,
      ...(more.length > 0 ? [` and ${pluralize(more.length, "more place")}`] : []),
    ].join("");
    return `note       ${times > 1 ? `x${times}  ` : ""}${text}${where === "" ? "" : `   ${where}`}`;
  });
}

/**
 * Joins remarks about the same locations that differ in only one word. The result contains all the
 * differing words.
 */
function joinRemarks(remarks: readonly Remark[]): readonly Remark[] {
  const groups: { readonly first: readonly string[]; at: number | null; remark: Remark }[] = [];
  for (const remark of remarks) {
    const words = remark.text.split(" ");
    const known = groups.find(({ first, at, remark: { locations } }) => {
      const differs =
        String(locations) === String(remark.locations) ? differingIndex(first, words) : null;
      return differs !== null && (at ?? differs) === differs;
    });
    const at = known === undefined ? null : differingIndex(known.first, words);
    if (known === undefined || at === null) {
      groups.push({ first: words, at: null, remark });
      continue;
    }
    const [, before = "", mark = ""] =
      /^(.*?)([,.;:]?)$/.exec(known.remark.text.split(" ")[at] ?? "") ?? [];
    const word = (words[at] ?? "").slice(0, (words[at] ?? "").length - mark.length);
    const text = known.remark.text.split(" ").with(at, `${before}/${word}${mark}`);
    known.at = at;
    known.remark = {
      text: text.join(" "),
      locations: remark.locations,
      times: known.remark.times + remark.times,
    };
  }
  return groups.map(({ remark }) => remark);
}

/** The index of the only differing word; null unless exactly one word differs. */
function differingIndex(first: readonly string[], second: readonly string[]): number | null {
  if (first.length !== second.length) return null;
  const at = first.flatMap((word, index) => (word === second[index] ? [] : [index]));
  return at.length === 1 ? (at[0] ?? null) : null;
}

/** The line about an entry of skipped.yaml that matches no sentence. */
function unusedSkipLine(fingerprint: string, skipped: Skipped): string {
  const reason = skipped.get(fingerprint)?.reason ?? "";
  return `note       spec/skipped.yaml: no sentence has the fingerprint ${fingerprint} (${reason}) Remove the entry, or set \`until\` to the version of the last description that contained the sentence`;
}

/** The sentence counts of all operations, added up. */
function total(ledgers: readonly Ledger[]): Ledger {
  const zero: Ledger = {
    sentences: 0,
    rule: 0,
    "schema-implied": 0,
    "server-side": 0,
    informational: 0,
    skipped: 0,
    unread: 0,
  };
  const labels = Object.keys(zero) as (keyof Ledger)[];
  const sum = (label: keyof Ledger): number =>
    ledgers.reduce((sum, ledger) => sum + ledger[label], 0);
  return Object.fromEntries(labels.map((label) => [label, sum(label)])) as unknown as Ledger;
}

/** Sentence counts in words, such as `12 = 9 rule + 3 skipped`. Leaves out zeros. */
function inWords({ sentences, ...sums }: Ledger): string {
  const parts = Object.entries(sums).filter(([, sum]) => sum > 0);
  return `${sentences} = ${parts.map(([label, sum]) => `${sum} ${label}`).join(" + ")}`;
}

/** The number of rules that the operations state. Rules of schemas are not counted. */
function rulesOf(document: JsonObject): number {
  const operations = Object.values(document.paths ?? {}).flatMap((item) =>
    Object.values(item as JsonObject),
  );
  return operations.reduce<number>(
    (sum, operation) => sum + listOf(getOwn(operation, "x-rules")).length,
    0,
  );
}
