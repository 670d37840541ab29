import type { Reading } from "./draft.js";
import * as dates from "./read-dates.js";
import * as fields from "./read-fields.js";
import type { Groups, Sight } from "./sight.js";

/** A way to say a rule, however it is worded: the signs that must be there, and nothing beside them. */
export interface Kernel {
  readonly kind: string;
  readonly tests: readonly RegExp[];
  /** Where the condition may stand. "Only ids are allowed if …" and "if …, only ids are allowed" say two things. */
  readonly condition: "anywhere or none" | "anywhere" | "behind" | "none";
  /** Whether permission and duty change nothing: "a maximum of 3 days is allowed", "must be at most 3 days". */
  readonly isBound?: true;
  readonly read: (groups: Groups, sight: Sight) => Reading;
}

const days = (name: string): string => `@D:(?<${name}>[\\d.]+):(?<${name}Unit>\\w+)`;
const exactly = (...sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(`^${source}$`));

const upper = "@(?:LE|MAX)";
const backwards: readonly string[] = [
  `@(?:LE|MAX|SINCE) (?:@AGO )?${days("back")} @AGO`,
  `@(?:LE|SINCE) @AGO ${days("back")}`,
  `@AGO @(?:LE|MAX) ${days("back")}`,
  `@(?:LE|ONLY) @LAST ${days("back")}`,
  `@OLDER ${days("back")} @NOT`,
  `@NOT @OLDER ${days("back")}`,
];
const across: readonly string[] = [
  `${upper} @RANGE(?: @LE)? ${days("span")}`,
  `@RANGE ${upper} ${days("span")}`,
  `${upper} ${days("span")} @RANGE`,
  `${days("span")} @MAX @RANGE`,
  `${days("span")} @RANGE @MAX`,
  `@SPAN ${upper} ${days("span")} @APART`,
];
const atLeast: readonly string[] = [
  `@(?:GE|MIN) @RANGE ${days("least")}`,
  `@RANGE @(?:GE|MIN) ${days("least")}`,
  `@(?:GE|MIN) ${days("least")} @RANGE`,
  `${days("least")} @MIN @RANGE`,
  `@SPAN @GE ${days("least")} @APART`,
];
const together = backwards.flatMap((back) => across.flatMap((span) => [`${back} @AND ${span}`, `${span} @AND ${back}`]));
const list = (sign: string, name: string): string => `(?<${name}>@${sign}:\\w+(?: @(?:AND|OR) @${sign}:\\w+)*)`;
const group = (name: string): string => `(?<${name}>@F:\\w+(?: @AND @F:\\w+)*)`;

/** The kernels of all kinds that prose can state. None of them explains a negation that is not its own. */
export const kernels: readonly Kernel[] = [
  {
    kind: "max-lookback",
    tests: exactly(...backwards, ...across, ...together),
    condition: "anywhere or none",
    isBound: true,
    read: dates.windows,
  },
  {
    kind: "max-lookback",
    tests: exactly(
      ...[`@F:(?<subject>\\w+) `, `@SINCE @F:(?<subject>\\w+) `].flatMap((subject, index) =>
        index === 0 ? backwards.slice(0, 4).map((back) => subject + back) : [`${subject}${days("back")} @AGO`],
      ),
    ),
    condition: "anywhere or none",
    isBound: true,
    read: dates.lookbackOf,
  },
  {
    kind: "max-range",
    tests: exactly(`(?:@F:(?<subject>\\w+) )?@(?:LE|TILL) ${days("span")} (?<field>@PASTSTART)`),
    condition: "anywhere or none",
    isBound: true,
    read: (groups, sight) => dates.rangeAfter({ ...groups, field: "start_date" }, sight),
  },
  { kind: "min-range", tests: exactly(...atLeast), condition: "anywhere or none", isBound: true, read: dates.minRange },
  {
    kind: "min-date",
    tests: exactly("(?:@F:(?<field>\\w+) )?@(?:MUST|NEED) @AFTER @DATE:(?<date>[\\d-]+)"),
    condition: "anywhere or none",
    read: (groups, sight) => dates.minDate({ ...groups, field: groups.field ?? sight.self?.name }, sight),
  },
  {
    kind: "date-format",
    tests: exactly("(?:@F:(?<owner>\\w+) |[Dd]ates? )?(?:@FINE )?(?:@FORMAT @YMD|@YMD @FORMAT)"),
    condition: "none",
    isBound: true,
    read: (groups, sight) => dates.dateFormat(groups, owned(groups, sight)),
  },
  {
    kind: "forbidden-when",
    tests: exactly(`${list("F", "fields")} @NOT @FINE`, `@NOT @FINE ${list("F", "fields")}`),
    condition: "anywhere",
    read: (groups, sight) => fields.forbidden(unmarked(groups), sight),
  },
  { kind: "forbidden-when", tests: exactly("@NOT @FINE"), condition: "anywhere", read: fields.ownForbidden },
  {
    kind: "only-when",
    tests: exactly(`${list("F", "fields")} (?:@ONLY @FINE|@FINE @ONLY)`, `@ONLY @FINE ${list("F", "fields")}`),
    condition: "behind",
    read: (groups, sight) => fields.only(unmarked(groups), sight),
  },
  { kind: "only-when", tests: exactly("@ONLY", "@ONLY @FINE", "@FINE @ONLY"), condition: "behind", read: fields.ownOnly },
  {
    kind: "forbidden-values-when",
    tests: exactly(`(?:@F:(?<owner>\\w+) )?@NOT @FINE ${list("V", "values")}`, `${list("V", "values")} @NOT @FINE(?: @F:(?<owner>\\w+))?`),
    condition: "anywhere",
    read: (groups, sight) => fields.ownForbiddenValues(unmarked(groups), owned(groups, sight)),
  },
  {
    kind: "forbidden-values-when",
    tests: exactly(`${list("V", "values")} (?:@ONLY @FINE|@FINE @ONLY)`),
    condition: "behind",
    read: (groups, sight) => fields.valuesOnly(unmarked(groups), sight),
  },
  {
    kind: "forbidden-values-when",
    tests: exactly("@ABOUT:(?<entities>\\S+) @NOT @FINE"),
    condition: "anywhere",
    read: (groups, sight) => fields.entityColumns(unmarked(groups), owned({ owner: sight.self?.isList ? undefined : "columns" }, sight)),
  },
  {
    kind: "forbidden-values-when",
    tests: exactly("@ABOUT:(?<entities>\\S+) @NOT @FINE @EITHER"),
    condition: "none",
    read: (groups, sight) => fields.entityColumnsEither(unmarked(groups), sight),
  },
  {
    kind: "requires-value",
    tests: exactly(
      `@NEED @F:(?<field>\\w+) (?:@FINE )?${list("V", "values")}`,
      `@F:(?<field>\\w+) @MUST (?:@FINE )?${list("V", "values")}`,
    ),
    condition: "none",
    read: (groups, sight) => fields.requiresValue(unmarked(groups), sight),
  },
  {
    kind: "requires-value",
    tests: exactly("@NEED @F:(?<field>\\w+) @ENDS:(?<suffix>\\w+)", "@F:(?<field>\\w+) @MUST @ENDS:(?<suffix>\\w+)"),
    condition: "none",
    read: fields.requiresSuffix,
  },
  {
    kind: "at-least-one-of",
    tests: exactly(
      `@(?:MUST|NEED) (?:@FINE )?@EITHER (?:@BOTH )?${group("one")} @OR (?:@BOTH )?${group("other")}`,
      `@EITHER (?:@BOTH )?${group("one")} @OR (?:@BOTH )?${group("other")} @(?:MUST|NEED)(?: @FINE)?`,
    ),
    condition: "none",
    read: (groups, sight) => fields.eitherOr(unmarked(groups), sight),
  },
  {
    kind: "at-least-one-of",
    tests: exactly(`@(?:MUST|NEED) (?:@FINE )?@ANYOF ${list("F", "any")}`, `@ANYOF ${list("F", "any")} @(?:MUST|NEED)(?: @FINE)?`),
    condition: "none",
    read: (groups, sight) => fields.anyOf(unmarked(groups), sight),
  },
];

/** What the signs stand for, as the readings of patterns expect it. */
function unmarked(groups: Groups): Groups {
  const plain = (text: string): string =>
    text
      .replaceAll(/@[FV]:/g, "")
      .replaceAll("@AND", "and")
      .replaceAll("@OR", "or")
      .replaceAll("+~", "+")
      .replaceAll("+", ", ")
      .replaceAll("~", " ");
  return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, text === undefined ? text : plain(text)]));
}

/** The sentence as if it stood at the field that it names. */
function owned({ owner }: Groups, sight: Sight): Sight {
  return owner === undefined ? sight : { ...sight, self: sight.vocabulary.fields.get(owner) ?? null };
}
