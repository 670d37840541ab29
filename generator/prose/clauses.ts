import type { Condition } from "../model/rule.js";
import { conditions, type Groups, type Sight } from "./sight.js";

/** A sentence taken apart: its condition, and what it says when the condition holds. */
export interface Parted {
  readonly groups: Groups;
  /** Resolved; empty where the whole sentence is without a condition. */
  readonly when: readonly Condition[];
  readonly said: string;
  /** Whether the condition stands before what is said. */
  readonly leads: boolean;
}

const tokens = String.raw`\w+(?:(?:, or |, | or )\w+){0,20}`;
const phrase = String.raw`\w+(?: \w+){0,4}?`;
const isNot =
  "is set to any value other than|is any value other than|is anything other than|is not set to|is not equal to|is not one of|is not|isn't";
const is = "is set to one of|is set to|is equal to|is one of|is either|is|equals|set to|=";
const state = (n: string): string => `(?:the )?(?<${n}Field>${phrase}) (?<${n}Op>${isNot}|${is}) (?<${n}Values>${tokens})`;
const lead = "(?:if|when|whenever|where|in case)";
const beside = "(?:for|with|at|in)";
const report = "(?:reports?|data|requests?|granularity|reporting)";

/** All that a condition may be; what `conditions` reads. */
const clauses: readonly RegExp[] = [
  `${lead} ${state("cond")}(?: and ${state("also")})?`,
  `${beside} (?:the |an? )?(?<condAdverb>hourly|daily|weekly|monthly)(?: ${report}){1,2}`,
  `${beside} (?:the |an? )?(?<condLevel>\\w+(?: \\w+){0,3}?)[ -]levels?(?: ${report})?`,
  `${beside} (?:the )?${report} (?:at|of|in) (?:the )?(?<condLevel>\\w+(?: \\w+){0,3}?)[ -]level`,
  `${beside} (?:(?:the )?${report} (?:with|at|of) )?(?:an? |the )?(?<condField>${phrase})(?: (?:of|=|equal to|set to))? (?<condValues>${tokens})`,
].map((source) => new RegExp(`^${source}$`, "i"));

/** The ways to take a sentence apart into a condition that resolves and the rest; the whole sentence is one of them. */
export function partsOf(text: string, sight: Sight): readonly Parted[] {
  const parted: Parted[] = [{ groups: {}, when: [], said: text, leads: false }];
  const begins = new RegExp(`^(?:${lead}|${beside}) `, "i").test(text);
  for (const { index } of begins ? text.matchAll(/, /g) : [])
    parted.push(...resolved(text.slice(0, index), { said: text.slice(index + 2), leads: true }, sight));
  for (const { index, 0: gap } of text.matchAll(new RegExp(`,? (?=(?:${lead}|${beside}) )`, "gi"))) {
    const clause = text.slice(index + gap.length);
    const [, shorter = clause, only = ""] = /^(.*?)( only)?$/i.exec(clause) ?? [];
    parted.push(...resolved(shorter, { said: text.slice(0, index) + only, leads: false }, sight));
  }
  return parted;
}

function resolved(clause: string, rest: { readonly said: string; readonly leads: boolean }, sight: Sight): readonly Parted[] {
  return clauses.flatMap((test) => {
    const groups = test.exec(clause)?.groups;
    const when = groups ? conditions(groups, sight) : null;
    return groups && when && when.length > 0 ? [{ groups, when, ...rest }] : [];
  });
}
