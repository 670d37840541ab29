import { visible } from "../../generator/print.js";
import { daysOf } from "../dates.js";
import { amount } from "./account-lines.js";
import type { Task } from "./tasks.js";

/** A request that failed, and why. */
export interface Failure {
  readonly task: Task;
  readonly why: string;
  /** Whether nobody knows if there is a report. */
  readonly unknown: boolean;
  /** Why it had not come when the run was given up; null when that is not why it failed. */
  readonly givenUp: string | null;
}

/** What a run was about, as far as its failures are told. */
export interface About {
  readonly accounts: number;
  readonly spans: number;
  readonly journal: string | undefined;
}

export function failureOf(task: Task, error: unknown): Failure {
  const { code, because } = error as { readonly code?: unknown; readonly because?: unknown };
  const givenUp = code !== "run_deadline" ? null : typeof because === "string" ? because : "";
  return { task, why: wordsOf(error), unknown: code === "create_outcome_unknown", givenUp };
}

/** An error's words, on one line. */
export function wordsOf(error: unknown): string {
  return visible(error instanceof Error ? error.message : String(error));
}

/** Those that failed, a line each. */
export function failureLines(failures: readonly Failure[], { spans }: About): string {
  return failures.map(({ task, why }) => `failed    ${task.adAccountId}${spans > 1 ? `, ${daysOf(task.body)}` : ""}: ${why}\n`).join("");
}

/** How many failed, and what to do about it. */
export function failureWords(failures: readonly Failure[], about: About, whole: number): string {
  const { accounts, spans } = about;
  const count = new Set(failures.map(({ task }) => task.adAccountId)).size;
  const reports = spans > 1 ? `, ${failures.length} of ${amount(accounts * spans, "report")}` : "";
  const rest = whole === 0 ? "Nothing was written." : "The rows of the others are written.";
  const fixes = fixesOf(failures, about);
  const late = failures.filter(({ givenUp }) => givenUp !== null);
  const why = late.find(({ givenUp }) => givenUp !== "")?.givenUp ?? null;
  const out = why === null ? "" : why === "no answer" ? ", while Pinterest did not answer" : `, while Pinterest answered ${visible(why)}`;
  const waits = late.length === 1 ? "1 report was" : `${amount(late.length, "report")} were`;
  const gaveUp = late.length === 0 ? "" : ` ${waits} still waited for when the run was given up${out}.`;
  return `error  ${count} of ${amount(accounts, "account")} failed${reports}.${gaveUp} ${rest}\n${fixes.map((fix) => `  fix  ${fix}\n`).join("")}`;
}

function fixesOf(failures: readonly Failure[], { journal }: About): readonly string[] {
  const unknown = failures.filter((failure) => failure.unknown).length;
  const known = failures.length - unknown;
  if (journal === undefined) {
    const second =
      unknown > 0 ? ` Of ${amount(unknown, "report")} nobody knows whether it is made: asking again may make a second one.` : "";
    return [`With --journal FILE the same command could ask for what failed, and for nothing else.${second}`];
  }
  return [
    ...(known > 0
      ? [`The same command asks again for ${unknown > 0 ? amount(known, "report") : "what failed"}, and for nothing else.`]
      : []),
    ...(unknown > 0
      ? [`Of ${amount(unknown, "report")} nobody knows whether it is made: --recreate-unknown asks for it again, maybe a second time.`]
      : []),
  ];
}
