import { compareModels, type Named } from "../generator/diff/compare.js";
import type { Model } from "../generator/model/model.js";
import type { Notice, Told } from "../generator/notice.js";
import type { Built } from "../generator/pipeline.js";
import { noticeLines, noticesAs, toldLines, visible } from "../generator/print.js";
import type { Problem } from "../generator/problem.js";
import type { Elsewhere } from "./elsewhere.js";
import { acceptedLine, remarkLines, unaskedLines } from "./pull-summary.js";

/** All that stopped nothing; what could not be made is left out. */
export function noticesOf({ notices, refused }: Pick<Built, "notices" | "refused">): readonly Notice[] {
  return [...refused.map(asNotice), ...notices];
}

function asNotice({ what, where, notes = [] }: Problem): Notice {
  const [, operations] = notes.find(([name]) => name === "part of") ?? [];
  return { kind: "left out", what: operations === undefined ? what : `${operations}: ${what}`, where };
}

/** What became of the rules since the last run, those that are gone first. */
export function ruleLines(before: Named["model"] | null, now: Model): readonly string[] {
  if (before === null) return [];
  const { changes } = compareModels({ name: "", model: before }, { name: "", model: now });
  const rules = changes.filter(({ kind }) => kind === "rule");
  const line = (word: string, { flow, place, text }: (typeof rules)[number]): string =>
    visible(`${word.padEnd(10)} ${flow} ${place}: ${text.replace(/^(?:new rule|rule gone): /, "")}`);
  return [
    ...rules.filter((rule) => rule.new === null).map((rule) => line("lost", rule)),
    ...rules.filter((rule) => rule.old === null).map((rule) => line("new", rule)),
    ...rules.filter((rule) => rule.old !== null && rule.new !== null).map((rule) => line("changed", rule)),
  ];
}

/** What a person should read of a run, the gravest first; `before` is what was there. */
export function tellingLines(made: Elsewhere, before: Named["model"] | null): readonly string[] {
  const { pulled, newRules } = made;
  return [
    ...ruleLines(before, made.model),
    ...pulled.accepted.map(acceptedLine),
    ...toldLines("rule", newRules()),
    ...noticeLines(noticesOf(made)),
    ...unaskedLines(pulled),
    ...remarkLines(pulled.remarks),
  ].map(visible);
}

export interface NoticeFormat {
  /** For programs, who get all of them on stdout; people get lines on stderr. */
  readonly format?: "github" | "json";
  /** The file that a notice means by `description`. */
  readonly spec?: string;
}

/** Prints what a program should know of a run; nothing where only people read. */
export function printForPrograms(told: readonly Told[], { format, spec }: NoticeFormat): void {
  if (format !== undefined) process.stdout.write(noticesAs(format, told, spec));
}
