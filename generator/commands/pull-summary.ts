import { type JsonObject, listOf, own } from "../load/json.js";
import type { Skipped } from "../load/skipped.js";
import type { Ledger } from "../prose/account.js";
import type { Pulled } from "../prose/contract.js";

/** What `pull` has to tell besides what it read. */
export interface Beside {
  /** What became of the rules of the contract that was there. */
  readonly changes: readonly string[];
  /** Of these it is told when no sentence has them. */
  readonly skipped: Skipped;
  /** The names of the files written. */
  readonly written: readonly string[];
}

/** What was read, what became of it, and what a person should look at. */
export function pullSummary(pulled: Pulled, { changes, skipped, written }: Beside): string {
  const { document, ledger, remarks, unread, accepted, idleSkips, source } = pulled;
  const lines = [
    `spec       ${source.title} ${source.version}, ${Object.keys(ledger).length} operations`,
    ...Object.entries(ledger).map(([id, sums]) => `sentences  ${id}: ${inWords(sums)}`),
    `rules      ${rulesOf(document)}`,
    ...changes,
    ...accepted.map(acceptedLine),
    ...remarks.map((remark) => `remark     ${remark}`),
    ...[...unreadCounts(unread)].map(
      ([id, count]) => `remark     ${id} has ${count === 1 ? "a sentence that binds" : `${count} sentences that bind`}, not enforced`,
    ),
    ...idleSkips.filter((fingerprint) => skipped.has(fingerprint)).map((fingerprint) => idleLine(fingerprint, skipped)),
    written.length === 0 ? "contract   nothing changed" : `contract   wrote ${written.map((name) => `spec/${name}`).join(" and ")}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** By operation, in their order. */
function unreadCounts(unread: Pulled["unread"]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { operation } of unread) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return counts;
}

/** A rule that holds because a person accepted a proposal. */
export function acceptedLine(rule: string): string {
  return `accepted   ${rule}, as proposed`;
}

function idleLine(fingerprint: string, skipped: Skipped): string {
  const why = skipped.get(fingerprint)?.because ?? "";
  return `remark     spec/skipped.yaml: no sentence has the fingerprint ${fingerprint} (${why}) Take the entry out, or say with \`until\` which description had it last`;
}

function inWords({ sentences, ...sums }: Ledger): string {
  const parts = Object.entries(sums).filter(([, sum]) => sum > 0);
  return `${sentences} = ${parts.map(([label, sum]) => `${sum} ${label}`).join(" + ")}`;
}

function rulesOf(document: JsonObject): number {
  const operations = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item as JsonObject));
  return operations.reduce<number>((sum, operation) => sum + listOf(own(operation, "x-rules")).length, 0);
}
