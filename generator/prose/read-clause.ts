import { dayNumber, isoDay } from "../../runtime/validation/dates.js";
import type { Condition } from "../model/model.js";
import { columnsIn } from "../rules/column-groups.js";
import { negateCondition } from "../rules/condition.js";
import type { Clause } from "./conditions.js";
import type { Draft } from "./draft.js";
import type { Tokens } from "./tokens.js";
import { type Field, type ReadContext, valueMeant } from "./vocabulary.js";

/** What a clause inherits from its context. */
export interface ClauseContext {
  /** Conditions that apply to the clause although it does not state them. */
  readonly when: readonly Condition[];
  /** The rules stated just before: "the same" and "otherwise" refer to them. */
  readonly before: readonly Draft[];
  /** The kind of window that a bare number of days limits: "lookback: 8 days". */
  readonly window: "max-lookback" | "max-range" | "min-range" | null;
  /** The unit of numbers that are stated without one. */
  readonly unit: string | null;
  /** The value being explained, as in "HOUR: …". A statement without a subject is about it. */
  readonly value: { readonly field: Field; readonly values: readonly string[] } | null;
  /** The fields mentioned just before. */
  readonly subjects: readonly Field[];
}

/** A clause with its conditions extracted, and its context. */
export interface ClauseInput {
  readonly tokens: Tokens;
  readonly clauses: readonly Clause[];
  readonly context: ClauseContext;
  readonly readContext: ReadContext;
}

const payload = (token: string): string => token.slice(token.indexOf(":") + 1);
const kindOfToken = (token: string): string =>
  token.includes(":") ? token.slice(0, token.indexOf(":")) : token;

/**
 * Reads the rules that a clause states, including the conditions of its context. The list is empty
 * if the clause only repeats the schema.
 *
 * Null if the clause cannot be read: it contains a word that is not in the grammar or weakens the
 * statement, a condition contradicts the context, or there is not exactly one reading. Also null if
 * a condition is about the field of its own rule, unless the rule is about values.
 */
export function readClause(input: ClauseInput): readonly Draft[] | null {
  const reader = new ClauseReader(input);
  if (
    reader.tokenKinds.has("HEDGE") ||
    reader.tokenKinds.has("W") ||
    reader.tokenKinds.has("X") ||
    reader.when === null
  )
    return null;
  const readings = [
    reader.noData(),
    reader.window(),
    reader.dates(),
    reader.order(),
    reader.format(),
    reader.choice(),
    reader.pair(),
    reader.needs(),
    reader.values(),
    reader.fields(),
  ];
  const distinct = new Map(
    readings.flatMap((drafts) =>
      drafts === null ? [] : [[JSON.stringify(drafts), drafts] as const],
    ),
  );
  const [only, ...otherReadings] = distinct.values();
  return only &&
    otherReadings.length === 0 &&
    only.every(
      ({ when, params }) =>
        !when.some(({ field }) => field === params.field && !("values" in params)),
    )
    ? only
    : null;
}

class ClauseReader {
  readonly tokenKinds: ReadonlySet<string>;
  /** The conditions of the clause and its context; null if they contradict each other. */
  readonly when: readonly Condition[] | null;
  readonly #clause: ClauseInput;
  readonly #words: readonly string[];
  /** The kinds of all tokens, separated by spaces. C stands for a condition. */
  readonly #row: string;
  readonly #ownConditions: readonly Condition[];
  readonly #fields: readonly Field[];

  constructor(input: ClauseInput) {
    this.#clause = input;
    const { tokens, clauses, context, readContext } = input;
    this.#words = tokens.filter(
      (token) => !/^(?:LPAR|RPAR|DASH|COLON|SEMI|STOP|THENCE|ALSO|SOFT)$/.test(token),
    );
    const kinds = this.#words.map(kindOfToken);
    this.tokenKinds = new Set(kinds);
    this.#row = kinds.join(" ");
    const conditions = this.#words
      .filter((token) => token.startsWith("C:"))
      .flatMap((token) => clauses[Number(payload(token))] ?? []);
    const statedCases = conditions.map(({ when }) => when);
    // A remark in parentheses makes the words before it more specific.
    const exact = new Set(
      conditions.flatMap(({ when, form }) =>
        form === "remark" && when !== "others" ? when.map(({ field }) => field) : [],
      ),
    );
    this.#ownConditions = conditions.flatMap(({ when, form }) =>
      when === "others"
        ? []
        : form === "remark"
          ? when
          : when.filter(({ field }) => !exact.has(field)),
    );
    this.when = statedCases.includes("others")
      ? this.#otherCases()
      : mergeConditions(context.when, this.#ownConditions);
    this.#fields = this.#words
      .filter((token) => token.startsWith("F:"))
      .flatMap((token) => readContext.vocabulary.fields.get(payload(token)) ?? []);
  }

  /** "In all other cases": the opposite of the previous rules' condition. */
  #otherCases(): readonly Condition[] | null {
    const { before, when } = this.#clause.context;
    const conditions = [...new Set(before.map((draft) => JSON.stringify(draft.when)))];
    const [only] = conditions.length === 1 ? (before[0]?.when ?? []) : [];
    return only && before[0]?.when.length === 1 && this.#ownConditions.length === 0
      ? mergeConditions(
          when.filter(({ field }) => field !== only.field),
          [negateCondition(only)],
        )
      : null;
  }

  #has(...kinds: readonly string[]): boolean {
    return kinds.some((sign) => this.tokenKinds.has(sign));
  }

  #count(...kinds: readonly string[]): number {
    return this.#words.filter((token) => kinds.includes(kindOfToken(token))).length;
  }

  /** Whether all tokens are of these kinds. */
  #isOnly(kinds: string): boolean {
    const fine = new Set(kinds.split(" "));
    return [...this.tokenKinds].every((sign) => fine.has(sign));
  }

  #field(name: string): Field | null {
    return this.#clause.readContext.vocabulary.fields.get(name) ?? null;
  }

  /** Reads limits on the age of a date or the length of a date range. */
  window(): readonly Draft[] | null {
    const { readContext, context } = this.#clause;
    const allowed =
      "D N LE GE GT LT MAX MIN AGO LAST OLDER SINCE RANGE APART MUST CAN NEED NEEDED FINE PUT GET IS ISTO NEG BAD ONLY F BOTHDATES BOTH AND OR THIS THESE REPORT WITH C AFTER TILL ORLATER LIMITED COMMA VALUEN DAYSN ALL THELIMIT FIELDN BETWEEN THENCE";
    const amounts = this.#words.filter((token) => /^(?:D|N):/.test(token));
    const [amount] = amounts;
    if (!this.#isOnly(allowed) || amounts.length !== 1 || !amount || this.when === null)
      return null;
    const [, number = "", unit = context.unit ?? ""] = amount.split(":");
    const scaled = spanOf(Number(number), unit);
    const [start, end] = [this.#field("start_date"), this.#field("end_date")];
    if (!scaled || !start || !end) return null;
    const names = [...new Set(this.#fields.map(({ name }) => name))];
    if (names.some((name) => name !== "start_date" && name !== "end_date")) return null;
    const isFromStart =
      / (?:AFTER|WITH|TILL|LE|GT|OR|D) (?:AFTER )?F/.test(` ${this.#row}`) &&
      names.includes("start_date") &&
      this.#has("AFTER", "TILL");
    const bound = this.#bound();
    if (bound === null) return null;
    const isBack = this.#has("AGO", "LAST", "OLDER", "SINCE");
    const isRange =
      this.#has("RANGE", "APART", "BETWEEN") ||
      isFromStart ||
      (names.length === 2 && this.#has("WITH", "AND") && !isBack);
    const isPlain =
      !isBack &&
      !isRange &&
      bound === "LE" &&
      context.window === null &&
      this.#isOnly("D LE MAX CAN PUT GET C COMMA REPORT IS WITH ALL");
    const kind = isPlain
      ? "max-range"
      : isBack
        ? bound === "LE"
          ? "max-lookback"
          : null
        : isRange
          ? bound === "LE"
            ? "max-range"
            : "min-range"
          : context.window;
    if (kind === null || (isBack && isFromStart)) return null;
    if (kind !== context.window && !isBack && !isRange && !isPlain) return null;
    if (isFromStart && names.length === 1 && readContext.self !== null && readContext.self !== end)
      return null;
    const self =
      readContext.self === null ||
      readContext.self === start ||
      readContext.self === end ||
      this.when.some(({ field }) => field === readContext.self?.name);
    if (!self && names.length === 0 && !this.#has("RANGE") && !(isBack && this.#has("REPORT")))
      return null;
    if (
      isPlain &&
      readContext.self !== null &&
      !this.when.some(({ field }) => field === readContext.self?.name)
    )
      return null;
    if (readContext.self !== null && !self && this.#has("THIS")) return null;
    if (kind !== "max-lookback")
      return [
        { kind, when: this.when, params: { start: "start_date", end: "end_date", ...scaled } },
      ];
    const dates =
      names.length > 0
        ? names
        : readContext.self === end && this.#has("THIS", "MUST", "NEG")
          ? ["end_date"]
          : ["start_date"];
    return dates.map((field) => ({ kind, when: this.when ?? [], params: { field, ...scaled } }));
  }

  /** Returns LE for an upper bound, GE for a lower one, otherwise null. */
  #bound(): "LE" | "GE" | null {
    const not = this.#count("NEG", "BAD");
    const [upper, lower] = [this.#has("LE", "MAX", "LIMITED"), this.#has("GE", "MIN", "ORLATER")];
    const [beyond, under] = [this.#has("GT", "OLDER"), this.#has("LT")];
    if ([upper, lower, beyond, under].filter(Boolean).length > 1)
      return upper && beyond && not === 1 && !lower && !under && this.#has("OLDER") ? "LE" : null;
    if (upper) return not === 0 ? "LE" : null;
    if (lower) return not === 0 ? "GE" : null;
    // "With MONTH, of less than 28": the text before it says what is limited.
    const isShort = not === 0 && this.#isOnly("C COMMA GT LT N D WITH");
    if (beyond)
      return not === 1 || (isShort && this.#clause.context.window === "max-range") ? "LE" : null;
    if (under)
      return not === 1 || (isShort && this.#clause.context.window === "min-range") ? "GE" : null;
    if (not > 0) return null;
    if (this.#has("SINCE", "TILL")) return "LE";
    // "You can also get …" is a permission rather than a bound.
    if (this.#clause.tokens.includes("ALSO") && !this.#has("ONLY", "MUST")) return null;
    if (this.#has("LAST") && this.#has("ONLY", "CAN", "FINE", "MUST", "GET", "IS", "RANGE", "PUT"))
      return "LE";
    if (/^(?:C )?(?:AGO|RANGE|SINCE) (?:IS )?D(?: C)?$/.test(this.#row)) return "LE";
    if (
      this.#has("AGO") &&
      /(?:GET|CAN|FINE|REPORT|RANGE).* (?:D AGO|AGO D)|^D AGO$/.test(this.#row)
    )
      return "LE";
    const names = this.#fields.map(({ name }) => name);
    if (this.#has("AFTER") && names.length > 0) return null;
    if (this.#clause.context.window !== null && this.#isOnly("D N C WITH COMMA")) return "LE";
    return this.#has("RANGE") &&
      /^(?:C )?(?:REPORT |CAN |GET |AND )*RANGE (?:C |REPORT )?D(?: RANGE)?$|^(?:C )?D RANGE$/.test(
        this.#row,
      ) &&
      !this.#has("MUST")
      ? "LE"
      : null;
  }

  /** Reads an earliest date. */
  dates(): readonly Draft[] | null {
    const dates = this.#words.filter((token) => token.startsWith("DATE:"));
    const [date] = dates;
    if (dates.length !== 1 || !date || this.when === null || this.#has("NODATA")) return null;
    if (
      !this.#isOnly(
        "DATE AFTER BEFORE NOTBEFORE NOTON SINCE ORLATER MUST NEED NEEDED NEG BAD CAN IS ISTO F THIS REPORT WITH C GET FINE PUT ONLY COMMA LAST LE GE RANGE GT BOTHDATES",
      )
    )
      return null;
    const [named, ...further] = this.#fields;
    const { self } = this.#clause.readContext;
    const field =
      named ??
      (self && /_date$/.test(self.name)
        ? self
        : this.#has("THIS")
          ? null
          : this.#field("start_date"));
    if (!field || further.length > 0 || !/_date$/.test(field.name)) return null;
    const not = this.#count("NEG", "BAD");
    const day = payload(date);
    const isStrict = this.#has("AFTER") || this.#has("NOTON");
    const isForced =
      this.#has("MUST", "NEED", "NEEDED", "ONLY", "NOTBEFORE", "SINCE") ||
      not > 0 ||
      /^(?:C )?GET/.test(this.#row);
    const fromOn =
      (this.#has("NOTBEFORE", "SINCE") && not === 0) ||
      (this.#has("BEFORE") && not === 1) ||
      (this.#has("ORLATER") && not === 0);
    if (isStrict && !fromOn && not === 0 && isForced && !this.#has("BEFORE", "LE"))
      return [{ kind: "min-date", when: this.when, params: { field: field.name, after: day } }];
    if (this.#has("NOTON") && not === 0)
      return [{ kind: "min-date", when: this.when, params: { field: field.name, after: day } }];
    return fromOn && isForced && !this.#has("AFTER", "LE")
      ? [
          {
            kind: "min-date",
            when: this.when,
            params: { field: field.name, after: dayBefore(day) },
          },
        ]
      : null;
  }

  /** Reads a clause that forbids a date that is before another date, or after today. */
  order(): readonly Draft[] | null {
    const isFuture = this.#has("FUTURE");
    const allowed =
      "AFTER BEFORE NOTBEFORE TILL SINCE OLDER GT LT FUTURE MUST NEED NEEDED NEG CAN IS ISTO F THIS C COMMA PUT FIELDN OR ORLATER";
    // "Dates in the future are refused."
    if (
      this.when === null ||
      !this.#isOnly(isFuture ? `${allowed} BOTHDATES GET FINE BAD` : allowed)
    )
      return null;
    const { self } = this.#clause.readContext;
    const [named, other, ...further] = this.#fields;
    const pair = isFuture || other ? [named ?? self, other] : [self, named];
    const [subject, second] = pair;
    if (further.length > 0 || !subject || !isDay(subject)) return null;
    const not = this.#count("NEG", ...(isFuture ? ["BAD"] : []));
    if (isFuture)
      return other === undefined && not === 1
        ? [{ kind: "not-after-today", when: this.when, params: { field: subject.name, grace: 1 } }]
        : null;
    if (!second || second === subject || !isDay(second)) return null;
    const isForced = this.#has("MUST", "NEED", "TILL", "NOTBEFORE", "SINCE") || not > 0;
    const isLater = this.#has("AFTER", "GT");
    const isEarlier = this.#has("BEFORE", "OLDER", "LT");
    const isBound = this.#has("TILL", "NOTBEFORE", "SINCE");
    if (!isForced || not > 1 || [isLater, isEarlier, isBound].filter(Boolean).length !== 1)
      return null;
    if (isBound && not > 0) return null;
    const isSecondFirst = isBound ? !this.#has("TILL") : isLater === (not === 0);
    const [start, end] = isSecondFirst ? [second, subject] : [subject, second];
    return [{ kind: "date-order", when: this.when, params: { start: start.name, end: end.name } }];
  }

  /** Reads a date format: "Written as YYYY-MM-DD". */
  format(): readonly Draft[] | null {
    if (!this.#has("YMD") || this.#ownConditions.length > 0) return null;
    if (
      !this.#isOnly(
        "YMD FORMAT F THIS BOTHDATES BOTH AND MUST NEED NEEDED CAN IS ISTO PUT FINE GET REPORT WITH FIELDN VALUEN COMMA ONLY ALL AGO C",
      )
    )
      return null;
    const { self, vocabulary } = this.#clause.readContext;
    const both = this.#has("BOTHDATES")
      ? [...vocabulary.fields.values()].filter(({ name }) => /^(?:start|end)_date$/.test(name))
      : [];
    const named =
      this.#fields.length > 0
        ? this.#fields
        : both.length > 0 && self === null
          ? both
          : self
            ? [self]
            : [];
    if (named.length === 0 || !named.every((field) => isDay(field))) return null;
    return named
      .filter(({ facts }) => facts.format !== "date")
      .map(({ name }) => ({ kind: "date-format", when: [], params: { field: name } }));
  }

  /** Reads values that the API accepts but may return no data for. */
  noData(): readonly Draft[] | null {
    if (!this.#has("NODATA") || this.when === null) return null;
    if (
      !this.#isOnly(
        "NODATA CONV V F C IS REPORT WITH THIS VALUEN COMMA GET OR AND ALL FIELDN CAN AGO",
      )
    )
      return null;
    const { self } = this.#clause.readContext;
    const columns = this.#field("columns");
    const words = this.#words.filter((token) => token.startsWith("V:"));
    if (this.#has("CONV")) {
      const isThere =
        columns?.isList === true && columnsIn("conversion metrics", columns.values).length > 0;
      if (
        !isThere ||
        this.when.length === 0 ||
        words.length > 0 ||
        this.#fields.some((field) => field !== columns)
      )
        return null;
      return [
        {
          kind: "no-data-when",
          when: this.when,
          params: { field: columns.name, values: ["conversion metrics"] },
        },
      ];
    }
    if (words.length > 0) {
      const field = this.#owner(words);
      const values = field?.isList === true ? this.#meant(words, field) : null;
      const isOfField = field !== null && this.#fields.every((item) => item === field);
      return values &&
        isOfField &&
        this.when.length > 0 &&
        values.every((value) => typeof value === "string")
        ? [{ kind: "no-data-when", when: this.when, params: { field: field.name, values } }]
        : null;
    }
    const [named, ...further] =
      this.#fields.length > 0 ? this.#fields : self && this.#has("THIS") ? [self] : [];
    return named && further.length === 0
      ? [{ kind: "no-data-when", when: this.when, params: { field: named.name } }]
      : null;
  }

  /** Reads a clause that requires at least one of several fields or groups of fields. */
  choice(): readonly Draft[] | null {
    if (
      !this.#isOnly(
        "F AND OR COMMA EITHER BOTH ANYOF ONEOF MUST NEED NEEDED PUT IS REPORT GET WITH C THIS FIELDN ALL",
      ) ||
      this.when === null
    )
      return null;
    if (!this.#has("EITHER", "ANYOF", "ONEOF", "OR") || this.#has("NEG")) return null;
    const isForced =
      this.#has("MUST", "NEED", "NEEDED") ||
      (this.#has("EITHER", "ANYOF", "ONEOF") && /^(?:C )?(?:PUT|GET) /.test(this.#row));
    // Words in parentheses would form a separate group.
    if (this.#clause.tokens.includes("LPAR")) return null;
    // "Either this or B": "this" is the field that the description belongs to.
    const { self } = this.#clause.readContext;
    const named = this.#words.map((word) => (word === "THIS" && self ? `F:${self.name}` : word));
    const row = named.map(kindOfToken).join(" ");
    const list =
      /(?:EITHER |ANYOF |ONEOF )?(?:ALL )?((?:BOTH )?F(?: (?:COMMA OR|COMMA AND|COMMA|OR|AND)(?: BOTH| EITHER)? F)+)/.exec(
        row,
      );
    if (!isForced || !list) return null;
    const before = row.slice(0, list.index + list[0].length - (list[1] ?? "").length).trim();
    const from = before === "" ? 0 : before.split(" ").length;
    const words = named.slice(from, from + (list[1] ?? "").split(" ").length);
    const areAll =
      named.filter((word) => word.startsWith("F:")).length ===
      words.filter((word) => word.startsWith("F:")).length;
    return areAll ? this.#groups(words) : null;
  }

  #groups(words: readonly string[]): readonly Draft[] | null {
    const isAny = this.#has("ANYOF", "ONEOF");
    // "A, B and C or D" can be grouped in more than one way.
    if (
      !isAny &&
      words.includes("COMMA") &&
      words.includes("AND") &&
      !/COMMA OR/.test(words.join(" "))
    )
      return null;
    if (!isAny && !words.includes("OR")) return null;
    const groups: string[][] = [[]];
    for (const word of words) {
      if (word.startsWith("F:")) groups.at(-1)?.push(payload(word));
      else if (
        (word === "OR" || word === "COMMA" || (word === "AND" && isAny)) &&
        (groups.at(-1)?.length ?? 0) > 0
      )
        groups.push([]);
    }
    const all = groups.flat();
    if (
      groups.length < 2 ||
      groups.some((group) => group.length === 0) ||
      new Set(all).size < all.length
    )
      return null;
    return [{ kind: "at-least-one-of", when: this.when ?? [], params: { groups } }];
  }

  /** Reads a clause in which two fields exclude or require each other. */
  pair(): readonly Draft[] | null {
    if (
      !this.#isOnly(
        "F THIS AND OR COMMA EITHER BOTH NEG CAN MUST NEED NEEDED FINE PUT BAD TOGETHER MUTEX WITH IS REPORT GET ONLY C FIELDN",
      ) ||
      this.when === null
    )
      return null;
    const { self } = this.#clause.readContext;
    const isOwn = this.#has("THIS") || this.#fields.length === 1;
    const names = [
      ...(isOwn && self && !this.#fields.includes(self) ? [self.name] : []),
      ...this.#fields.map(({ name }) => name),
    ];
    const [first, second] = names;
    const not = this.#count("NEG", "BAD");
    const when = this.when;
    const isOneList = !this.#has("EITHER") && !(this.#has("AND") && this.#has("OR"));
    if (names.length > 2 && this.#has("MUTEX") && not === 0 && isOneList)
      return names.flatMap((name, index) =>
        names.slice(index + 1).map((other) => ({
          kind: "forbidden-when",
          when: [...when, { field: other, present: true }],
          params: { field: name },
        })),
      );
    if (names.length !== 2 || !first || !second || first === second) return null;
    const isTogether =
      this.#has("TOGETHER") ||
      / (?:PUT|FINE|GET|BAD) WITH F/.test(` ${this.#row}`) ||
      /NEG (?:CAN )?PUT BOTH F AND F$/.test(this.#row);
    if (
      this.#has("MUTEX")
        ? not === 0
        : isTogether && not === 1 && !this.#has("ONLY", "NEED", "NEEDED", "OR")
    )
      return [
        {
          kind: "forbidden-when",
          when: [...when, { field: second, present: true }],
          params: { field: first },
        },
      ];
    if (not > 0 || !this.#has("TOGETHER")) return null;
    if (this.#has("ONLY", "MUST", "NEED") && this.#has("AND"))
      return [
        {
          kind: "requires-present",
          when: [...when, { field: first, present: true }],
          params: { field: second },
        },
        {
          kind: "requires-present",
          when: [...when, { field: second, present: true }],
          params: { field: first },
        },
      ];
    const isNeeded = this.#has("MUST", "NEED", "ONLY");
    return isNeeded && !this.#has("AND")
      ? [
          {
            kind: "requires-present",
            when: [...when, { field: first, present: true }],
            params: { field: second },
          },
        ]
      : null;
  }

  /** Reads a clause in which a field requires another field, or certain values of it. */
  needs(): readonly Draft[] | null {
    const { self, vocabulary } = this.#clause.readContext;
    const { value } = this.#clause.context;
    if (
      this.when === null ||
      this.#has("NEG", "BAD", "DROP", "OTHERTHAN") ||
      !this.#has("NEED", "MUST")
    )
      return null;
    if (
      !this.#isOnly(
        "F V A B THIS TOPURPOSE MUST NEED ISTO IS AMONG EITHER OR COMMA PUT GET WITH C REPORT ENDING SUFFIX FIELDN VALUEN ALL AND ONEOF CAN LEVELN N",
      )
    )
      return null;
    const condition = this.#stated();
    const isStatedTwice =
      condition !== null &&
      this.#ownConditions
        .filter(({ field }) => field === condition.field)
        .some(
          (stated) =>
            !("is" in stated) || JSON.stringify(stated.is) !== JSON.stringify(condition.is),
        );
    if (isStatedTwice) return null;
    if (!condition) {
      const [needed] = this.#fields;
      const isNeed = /^(?:THIS )?NEED F$/.test(this.#row) && needed && self && needed !== self;
      if (isNeed)
        return [
          {
            kind: "requires-present",
            when: [...this.when, { field: self.name, present: true }],
            params: { field: needed.name },
          },
        ];
      const [first, second] = this.#fields;
      if (!/^F NEED F$/.test(this.#row) || !first || !second || first === second) return null;
      return [
        {
          kind: "requires-present",
          when: [...this.when, { field: first.name, present: true }],
          params: { field: second.name },
        },
      ];
    }
    if (
      value &&
      value.field.name !== condition.field &&
      this.#ownConditions.length <= 1 &&
      this.#has("NEED")
    ) {
      const outer = this.when.filter(
        ({ field }) => field !== value.field.name && field !== condition.field,
      );
      return outer.length > 0
        ? null
        : [
            {
              kind: "forbidden-values-when",
              when: [negateCondition(condition)],
              params: { field: value.field.name, values: value.values },
            },
          ];
    }
    const subject = this.#needing(condition.field);
    const remainingConditions = this.when.filter(({ field }) => field !== condition.field);
    const present = remainingConditions.filter(
      (condition) => "present" in condition && condition.present,
    );
    if (subject === undefined && present.length === 1 && remainingConditions.length === 1)
      return [
        {
          kind: "requires-value",
          when: [],
          params: { field: present[0]?.field, requires: condition },
        },
      ];
    if (
      subject !== undefined &&
      remainingConditions.every(
        (condition) => "present" in condition && condition.present && condition.field === subject,
      )
    )
      return [
        { kind: "requires-value", when: [], params: { field: subject, requires: condition } },
      ];
    // "When level is X, granularity must be DAY": all other values are forbidden.
    const field = vocabulary.fields.get(condition.field);
    const isPlainMust =
      this.#has("MUST") &&
      !this.#has("TOPURPOSE") &&
      this.#fields.length === 1 &&
      remainingConditions.length > 0 &&
      remainingConditions.length === this.when.length;
    if (
      !isPlainMust ||
      !field ||
      field.isList ||
      remainingConditions.some((condition) => "present" in condition) ||
      field.values.some((value) => typeof value !== "string")
    )
      return null;
    const values = field.values.filter((value) => !condition.is.includes(value));
    return values.length === 0
      ? null
      : [
          {
            kind: "forbidden-values-when",
            when: remainingConditions,
            params: { field: field.name, values },
          },
        ];
  }

  /** Reads required values: "level to be SHOP", "a level that ends in _X", "hourly granularity". */
  #stated(): {
    readonly field: string;
    readonly is: readonly (string | number | boolean)[];
  } | null {
    const behind = /(?:NEED|MUST)(?: ALL| IS| WITH)* C$/.exec(this.#row);
    const last = this.#words.at(-1) ?? "";
    if (behind && !/(?:^| )C .*(?:^| )C/.test(this.#row)) {
      const when = this.#clause.clauses[Number(payload(last))];
      const [only, ...further] =
        when && when.when !== "others" && when.form !== "if" ? when.when : [];
      return only && "is" in only && further.length === 0 ? only : null;
    }
    const at = this.#words.findIndex((token) => /^(?:V|SUFFIX|A|B):/.test(token));
    const values = this.#words.slice(at).filter((token) => /^(?:V|SUFFIX|A|B):/.test(token));
    const tail = this.#words
      .slice(at)
      .every((token) =>
        /^(?:V|SUFFIX|A|B|C|TOPURPOSE|THIS|OR|COMMA|F|REPORT|LEVELN|FIELDN|PUT)/.test(token),
      );
    const field = this.#words.slice(0, at).findLast((token) => token.startsWith("F:"));
    const owner = field === undefined ? null : this.#field(payload(field));
    if (at < 0 || !tail || !owner || owner.isList) return null;
    const suffix =
      values.length === 1 && values[0]?.startsWith("SUFFIX:") ? payload(values[0]) : null;
    const meant =
      suffix === null
        ? values.map((value) =>
            value.startsWith("B:") ? value === "B:true" : valueMeant(payload(value), owner),
          )
        : owner.values.filter((value) => String(value).endsWith(suffix));
    if (meant.length === 0 || meant.includes(null)) return null;
    const requiredValues = new Set(meant);
    return {
      field: owner.name,
      is:
        owner.values.length > 0
          ? owner.values.filter((value) => requiredValues.has(value))
          : (meant as (string | boolean)[]),
    };
  }

  /**
   * The field that requires something: the one before "requires", or the described field. Undefined
   * if there is none, or if several fields are named.
   */
  #needing(needed: string): string | undefined {
    const { self } = this.#clause.readContext;
    const subjects = this.#fields.filter(({ name }) => name !== needed);
    if (subjects.length > 1) return undefined;
    const [named] = subjects;
    if (named)
      return this.#has("TOPURPOSE", "NEED") || /^F NEED/.test(this.#row) ? named.name : undefined;
    const present = (this.when ?? []).some((condition) => "present" in condition);
    if (present || !self || self.name === needed) return undefined;
    const isOwn = this.#has("TOPURPOSE", "NEED") || this.#ownConditions.length === 0;
    return isOwn && (this.#clause.context.when.length === 0 || this.#has("NEED"))
      ? self.name
      : undefined;
  }

  /** Reads values that are forbidden, or allowed only if a condition holds. */
  values(): readonly Draft[] | null {
    const { readContext, context } = this.#clause;
    if (
      !this.#isOnly(
        "V F THIS THESE AND OR COMMA BOTH EITHER NEG BAD DROP FINE PUT GET MUST CAN ONLY IS ISTO REPORT C LIMITED FIELDN VALUEN ALL WITH ENDING BEGINNING SUFFIX PREFIX ABOUT TOGETHER LEVELN THELIMIT SAME",
      )
    )
      return null;
    const words = this.#words.filter((token) => /^(?:V|SUFFIX|PREFIX|ABOUT):/.test(token));
    const noun = words.length === 0 ? this.#readForbiddenNoun() : null;
    if (noun) return noun;
    const isGloss = words.length === 0 && context.value !== null && this.#fields.length === 0;
    if ((words.length === 0 && !isGloss) || this.when === null) return null;
    const field = isGloss ? (context.value?.field ?? null) : this.#owner(words);
    const values = isGloss ? (context.value?.values ?? []) : field && this.#meant(words, field);
    if (!field || !values || values.length === 0 || this.#fields.some((value) => value !== field))
      return null;
    const bar = (
      when: readonly Condition[],
      forbiddenValues: readonly (string | number)[],
    ): readonly Draft[] | null => {
      const [present, ...further] = when;
      // "If it is given, source must not be X": the rule forbids the other field.
      if (
        present &&
        further.length === 0 &&
        "present" in present &&
        present.present &&
        !field.isList
      )
        return [
          {
            kind: "forbidden-when",
            when: [{ field: field.name, is: forbiddenValues }],
            params: { field: present.field },
          },
        ];
      return forbiddenValues.length === 0 ||
        when.some((condition) => condition.field === field.name) ||
        forbiddenValues.some((value) => typeof value !== "string")
        ? null
        : [
            {
              kind: "forbidden-values-when",
              when,
              params: { field: field.name, values: forbiddenValues },
            },
          ];
    };
    const outer = isGloss ? context.when.filter((item) => item.field !== field.name) : context.when;
    const when = isGloss ? mergeConditions(outer, this.#ownConditions) : this.when;
    if (when === null || when.length === 0) return null;
    const polarity = this.#polarity();
    if (polarity === "barred") return bar(when, values);
    if (polarity !== "only") return null;
    // A value allowed only if a condition holds is forbidden when it does not hold.
    const [only, ...furtherConditions] = this.#ownConditions;
    return only && furtherConditions.length === 0 && outer.length === 0 && readContext
      ? bar([negateCondition(only)], values)
      : null;
  }

  /** Reads "Hourly granularity is not possible at level X": a forbidden noun with a condition. */
  #readForbiddenNoun(): readonly Draft[] | null {
    const { clauses, context, readContext } = this.#clause;
    if (
      !/^C (?:REPORT |VALUEN |IS |CAN |FIELDN )*(?:NEG (?:CAN |IS )*(?:FINE|PUT|GET)|BAD)(?: C)*$/.test(
        this.#row,
      )
    )
      return null;
    const [first, ...furtherClauses] = this.#words
      .filter((token) => token.startsWith("C:"))
      .map((token) => clauses[Number(payload(token))]);
    const [forbiddenNoun, ...further] =
      first && first.form === "noun" && first.when !== "others" ? first.when : [];
    const furtherConditions = furtherClauses.flatMap((clause) =>
      clause && clause.when !== "others" ? clause.when : [],
    );
    const when = mergeConditions(context.when, furtherConditions);
    if (
      !forbiddenNoun ||
      further.length > 0 ||
      !("is" in forbiddenNoun) ||
      !when ||
      when.length === 0 ||
      when.some(({ field }) => field === forbiddenNoun.field)
    )
      return null;
    if (readContext.self !== null && readContext.self.name !== forbiddenNoun.field) return null;
    return forbiddenNoun.is.every((value) => typeof value === "string")
      ? [
          {
            kind: "forbidden-values-when",
            when,
            params: { field: forbiddenNoun.field, values: forbiddenNoun.is },
          },
        ]
      : null;
  }

  #owner(words: readonly string[]): Field | null {
    const { self, vocabulary } = this.#clause.readContext;
    const [named, ...further] = [...new Set(this.#fields)];
    if (named) return further.length === 0 ? named : null;
    if (this.#has("THIS")) return self;
    const has = (field: Field): boolean => this.#meant(words, field) !== null;
    if (self && has(self)) return self;
    const owners = [...vocabulary.fields.values()].filter(has);
    const [only, ...furtherConditions] = owners;
    const columns = owners.find(({ name }) => name === "columns");
    return only && furtherConditions.length === 0 ? only : (columns ?? null);
  }

  #meant(words: readonly string[], field: Field): readonly (string | number)[] | null {
    const groups = words.map((word) => {
      const text = payload(word);
      if (word.startsWith("ABOUT:")) return aboutEntities(text.split("+"), field);
      if (word.startsWith("SUFFIX:"))
        return field.values.filter((value) => String(value).endsWith(text));
      if (word.startsWith("PREFIX:"))
        return field.values.filter((value) => String(value).startsWith(text));
      return field.values.filter((value) => value === valueMeant(text, field));
    });
    if (groups.some((group) => group.length === 0)) return null;
    const meant = new Set(groups.flat());
    return field.values.filter((value) => meant.has(value));
  }

  /** Reads fields that are forbidden, allowed only if a condition holds, or required. */
  fields(): readonly Draft[] | null {
    if (
      !this.#isOnly(
        "F THIS THESE AND OR COMMA BOTH EITHER NEG BAD DROP FINE PUT GET MUST CAN NEEDED ONLY IS ISTO REPORT C LIMITED FIELDN ALL WITH TOGETHER THELIMIT",
      )
    )
      return null;
    const { self } = this.#clause.readContext;
    const { subjects, value } = this.#clause.context;
    const anaphoric = this.#has("THESE") ? (subjects.length > 1 ? subjects : []) : [];
    const named =
      this.#fields.length > 0
        ? this.#fields
        : anaphoric.length > 0
          ? anaphoric
          : self
            ? [self]
            : [];
    if (
      named.length === 0 ||
      this.when === null ||
      this.when.length === 0 ||
      (value !== null && this.#fields.length === 0)
    )
      return null;
    if (this.#fields.length > 0 && this.#has("THIS", "THESE")) return null;
    if (this.#has("OR") && !this.#has("NEG", "BAD", "DROP")) return null;
    const polarity = this.#polarity();
    const when = this.when;
    const each = (kind: string, under: readonly Condition[]): readonly Draft[] =>
      named.map(({ name }) => ({ kind, when: under, params: { field: name } }));
    if (polarity === "barred") return each("forbidden-when", when);
    if (polarity === "only" && this.#ownConditions.length > 0) {
      const outer = this.#clause.context.when;
      return outer.length === 0 ? each("only-when", this.#ownConditions) : null;
    }
    return polarity === "required" ? each("requires-present", when) : null;
  }

  /** Whether a clause forbids, restricts or requires what it names; null if unclear. */
  #polarity(): "barred" | "only" | "required" | null {
    const not = this.#count("NEG", "BAD");
    const [drop, only] = [this.#has("DROP"), this.#has("ONLY", "LIMITED")];
    if (only) {
      // "Only" must belong to the condition right after or before it.
      const isBound =
        /(?:ONLY|LIMITED)(?: (?:MUST|CAN|BE|FINE|PUT|GET|IS|ISTO|WITH|REPORT|F|V|AND|ALL|THIS|LEVELN|TOGETHER|OR|COMMA|BOTH|FIELDN))* C(?: |$)|C ONLY(?:$| )/.test(
          this.#row,
        );
      if (
        !isBound ||
        not > 0 ||
        drop ||
        /^C /.test(this.#row) ||
        /ONLY (?:F|V)(?: |$)/.test(this.#row)
      )
        return null;
      if (this.#has("NEEDED")) return "required";
      return this.#has("FINE", "PUT", "GET", "CAN", "IS", "LIMITED", "MUST") ||
        /^(?:ONLY C|C ONLY|F ONLY C|F C ONLY|V C ONLY)/.test(this.#row)
        ? "only"
        : null;
    }
    if (not === 1 && !drop)
      return this.#has("NEED", "NEEDED") && !this.#has("BAD")
        ? null
        : this.#has("FINE", "PUT", "GET", "BAD", "IS", "CAN", "TOGETHER", "MUST")
          ? "barred"
          : null;
    if (not > 0) return null;
    if (drop)
      return this.#has("MUST", "NEEDED") || /^(?:C )?(?:COMMA )?DROP/.test(this.#row)
        ? "barred"
        : null;
    if (
      this.#has("NEEDED") ||
      (this.#has("MUST") && this.#has("PUT") && !this.#clause.tokens.includes("SOFT"))
    )
      return "required";
    return null;
  }
}

/**
 * The columns with the ids, names and statuses of these entities. Empty if one of the entities has
 * no such column.
 */
function aboutEntities(entities: readonly string[], field: Field): readonly (string | number)[] {
  const columnsOf = (entity: string): readonly string[] =>
    ["ID", "NAME", "STATUS"].map((part) => `${entity}_${part}`);
  const meant = new Set<string | number>(entities.flatMap(columnsOf));
  const values = field.values.filter((value) => meant.has(value));
  return entities.every((entity) => columnsOf(entity).some((column) => values.includes(column)))
    ? values
    : [];
}

/**
 * The conditions of both lists without duplicates. Null if the lists contain different conditions
 * on the same field.
 */
function mergeConditions(
  outer: readonly Condition[],
  ownConditions: readonly Condition[],
): readonly Condition[] | null {
  const fields = [...outer, ...ownConditions].map(({ field }) => field);
  if (new Set(fields).size === fields.length) return [...outer, ...ownConditions];
  const remaining = outer.filter(
    ({ field }) => !ownConditions.some((condition) => condition.field === field),
  );
  const isSame = outer
    .filter((item) => !remaining.includes(item))
    .every((condition) =>
      ownConditions.some(
        (ownCondition) => JSON.stringify(condition) === JSON.stringify(ownCondition),
      ),
    );
  return isSame ? [...remaining, ...ownConditions] : null;
}

/**
 * A time span in days, months or years; a week is 7 days. Units must be singular and in lower case.
 * Null for other units, fractions of weeks, and amounts that are not above 0.
 */
export function spanOf(
  amount: number,
  unit: string,
): { readonly amount: number; readonly unit: string } | null {
  if (!(amount > 0)) return null;
  if (unit === "week") return Number.isInteger(amount) ? { amount: amount * 7, unit: "day" } : null;
  return unit === "day" || unit === "month" || unit === "year" ? { amount, unit } : null;
}

/**
 * The day before a given day, both in YYYY-MM-DD format. Throws a `RangeError` if the given day
 * does not exist.
 */
export function dayBefore(day: string): string {
  return isoDay(dayNumber(day) - 1);
}

function isDay({ name, facts, isList }: Field): boolean {
  return (
    !isList &&
    (facts.type ?? "string") === "string" &&
    /(?:^|_)date$/.test(name) &&
    (facts.format ?? "date") === "date"
  );
}
