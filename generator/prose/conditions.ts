import type { Condition } from "../model/model.js";
import { negateCondition } from "../rules/condition.js";
import type { Tokens } from "./tokens.js";
import { type Field, type ReadContext, valueMeant } from "./vocabulary.js";

/** A condition extracted from a sentence. */
export interface Clause {
  /** Conditions that must all hold. `others` stands for "in all other cases". */
  readonly when: readonly Condition[] | "others";
  /**
   * How it is stated: `if` stands for "if" or "unless", `with` for "for" or "with", and `noun` for
   * a phrase such as "hourly reports". A `remark` is in parentheses.
   */
  readonly form: "if" | "with" | "noun" | "remark";
}

/**
 * A sentence with its conditions extracted. In `tokens`, `C:0` stands for the first of `clauses`.
 */
export interface ExtractedConditions {
  readonly tokens: Tokens;
  readonly clauses: readonly Clause[];
}

/** A condition, and the index of the first token after it. */
interface ConditionMatch {
  readonly end: number;
  readonly when: readonly Condition[] | "others";
}

/**
 * Replaces each condition in the tokens with `C:0`, `C:1` and so on.
 *
 * The number is the index in `clauses`. Conditions begin with "if", "unless", "for" or "with", are
 * nouns such as "hourly reports", or are in parentheses. After "unless", the condition is negated.
 * A condition that is not understood stays in the tokens, and the sentence cannot be read. Returns
 * new tokens and throws nothing.
 */
export function extractConditions(tokens: Tokens, context: ReadContext): ExtractedConditions {
  const reader = new Reader(tokens, context);
  const remaining: string[] = [];
  const clauses: Clause[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = reader.conditionAt(at);
    if (match) {
      remaining.push(`C:${clauses.length}`);
      clauses.push({ when: match.when, form: match.form });
      at = match.end;
    } else remaining.push(tokens[at++] as string);
  }
  return { tokens: remaining, clauses };
}

const payload = (token = ""): string => token.slice(token.indexOf(":") + 1);

class Reader {
  readonly #tokens: Tokens;
  readonly #context: ReadContext;

  constructor(tokens: Tokens, context: ReadContext) {
    this.#tokens = tokens;
    this.#context = context;
  }

  conditionAt(at: number): (ConditionMatch & Pick<Clause, "form">) | null {
    const [token, next = ""] = [this.#sign(at), this.#sign(at + 1)];
    if (token === "IF" || token === "UNLESS") {
      const after = token === "UNLESS" && next === "WITH" ? at + 2 : at + 1;
      const stated = this.#states(after);
      const match = stated ?? this.#noun(after);
      if (!match) return null;
      // "Unless hourly" is a complete condition only at the end of a clause.
      if (
        !stated &&
        token === "UNLESS" &&
        !/^(?:|COMMA|STOP|RPAR|SEMI)$/.test(this.#sign(match.end))
      )
        return null;
      if (token === "IF") return { ...match, form: "if" };
      return match.when !== "others" && match.when.length === 1
        ? { end: match.end, when: match.when.map(negateCondition), form: "if" }
        : null;
    }
    if (token === "WITH") {
      const match = this.#noun(at + 1);
      return match && { ...match, form: "with" };
    }
    if (token === "TOGETHER") {
      const match = this.#noun(at + 1);
      return match && match.when !== "others" ? { ...match, form: "with" } : null;
    }
    if (token === "LPAR") {
      const match = this.#states(at + 1) ?? this.#noun(at + 1);
      return match && this.#sign(match.end) === "RPAR"
        ? { ...match, end: match.end + 1, form: "remark" }
        : null;
    }
    if (
      token === "V" &&
      at === 0 &&
      this.#tokens.some((each) => /^(?:D|DATE):|^CONV$/.test(each))
    ) {
      const values = this.#values(
        0,
        "any",
        this.#context.self?.isList === false ? this.#context.self : null,
      );
      const condition =
        values &&
        /^(?:NEED|FINE|LIMITED|CAN|RANGE|MAX|LE|GET|MUST|NEG|HAS|IS)$/.test(this.#sign(values.end))
          ? this.#condition(null, values.values, false)
          : null;
      if (values && condition) return { end: values.end, when: [condition], form: "noun" };
    }
    if (token === "OTHERTHAN" && at === 0) {
      const values = this.#values(1);
      const comma = values && this.#sign(values.end) === "COMMA" ? values.end + 1 : null;
      const every =
        comma !== null && this.#sign(comma) === "ALL" && this.#sign(comma + 1) === "F"
          ? this.#fieldAt(comma + 1)
          : null;
      const resolved = values && every ? this.#condition(every, values.values, true) : null;
      return resolved && comma !== null ? { end: comma + 2, when: [resolved], form: "noun" } : null;
    }
    if (token === "OTHERS" || token === "OTHERWISE")
      return {
        end: at + 1 + (next === "F" || next === "REPORT" ? 1 : 0),
        when: "others",
        form: "noun",
      };
    const isNoun =
      token === "A" ||
      token === "NA" ||
      (token === "V" && this.#endsAsNoun(at)) ||
      (token === "REPORT" && /^(?:WITH|WHOSE|PUT|ISTO)$/.test(next));
    const match = isNoun || (token === "ALL" && next === "F") ? this.#noun(at) : null;
    return match && match.when !== "others" ? { ...match, form: "noun" } : null;
  }

  #sign(at: number): string {
    const token = this.#tokens[at] ?? "";
    const colon = token.indexOf(":");
    return colon < 0 ? token : token.slice(0, colon);
  }

  /** Whether values come before a noun they belong to: "HOUR reports", "HOUR granularity". */
  #endsAsNoun(at: number): boolean {
    const values = this.#values(at);
    if (!values) return false;
    const next = this.#sign(values.end);
    if (next === "F")
      return this.#condition(this.#fieldAt(values.end), values.values, false) !== null;
    return next === "REPORT" || next === "LEVELN";
  }

  #fieldAt(at: number): Field | null {
    return this.#sign(at) === "F"
      ? (this.#context.vocabulary.fields.get(payload(this.#tokens[at])) ?? null)
      : null;
  }

  /** Reads "granularity is HOUR and level is not KEYWORD". */
  #states(at: number): ConditionMatch | null {
    const first = this.#state(at);
    if (!first || first.when === "others") return first;
    const and = this.#sign(first.end) === "AND" ? this.#state(first.end + 1) : null;
    if (!and || and.when === "others") return first;
    const fields = new Set([...first.when, ...and.when].map(({ field }) => field));
    return fields.size === first.when.length + and.when.length
      ? { end: and.end, when: [...first.when, ...and.when] }
      : null;
  }

  #state(from: number): ConditionMatch | null {
    const at = this.#skip(from, ["ALL", "BOTH", "EITHER"]);
    const sign = this.#sign(at);
    // For example, "if no start_hour is given".
    const absent = sign === "NEG" ? this.#fieldAt(at + 1) : null;
    const there = this.#skip(at + 2, ["IS"]);
    if (absent && this.#sign(there) === "PUT")
      return { end: there + 1, when: [{ field: absent.name, present: false }] };
    const self =
      sign === "THIS" ||
      sign === "PUT" ||
      sign === "ISTO" ||
      sign === "IS" ||
      sign === "DROP" ||
      sign === "NEG"
        ? this.#context.self
        : null;
    const field = this.#fieldAt(at) ?? self;
    const subject = sign === "F" || sign === "THIS" ? at + 1 : at;
    const after = this.#skip(subject, ["FIELDN", "VALUEN"]);
    if (field) {
      const stated = this.#predicate(field, after);
      if (stated) return stated;
    }
    if (sign === "V" || sign === "A") return this.#chosen(at);
    // "If you pass start_hour".
    const verb = this.#skip(at, ["REPORT", "CAN", "GET"]);
    const passed =
      this.#sign(verb) === "PUT" ? this.#fieldAt(this.#skip(verb + 1, ["ALL", "FIELDN"])) : null;
    if (
      passed &&
      !/^(?:V|A|ISTO|IS|WITH|B|N)$/.test(this.#sign(this.#skip(verb + 1, ["ALL", "FIELDN"]) + 1))
    )
      return {
        end: this.#skip(verb + 1, ["ALL", "FIELDN"]) + 1,
        when: [{ field: passed.name, present: true }],
      };
    if (/^(?:REPORT|GET|PUT)$/.test(sign))
      return this.#noun(
        this.#skip(at, ["REPORT", "GET", "PUT", "IS", "WITH", "ISTO", "FOR", "CAN", "MUST"]),
      );
    return null;
  }

  /** Reads what a clause says about a field: its value, or whether the field is set. */
  #predicate(field: Field, from: number): ConditionMatch | null {
    const at = this.#skip(from, [
      "IS",
      "ISTO",
      "REPORT",
      "PUT",
      "AMONG",
      "EITHER",
      "ONEOF",
      "GET",
      "ALL",
      "VALUEN",
      "BOTH",
    ]);
    const isNegated = this.#sign(at) === "NEG" || this.#sign(at) === "OTHERTHAN";
    const past = isNegated
      ? this.#skip(at + 1, [
          "IS",
          "ISTO",
          "PUT",
          "AMONG",
          "EITHER",
          "ONEOF",
          "OTHERTHAN",
          "ALL",
          "VALUEN",
        ])
      : at;
    const isDouble =
      this.#sign(at) === "NEG" &&
      this.#tokens.slice(at, past).some((token) => token === "OTHERTHAN");
    const values = isDouble ? null : this.#values(past, "or", field);
    if (values) {
      const condition = this.#condition(field, values.values, isNegated);
      return condition && { end: this.#skip(values.end, ["LEVELN"]), when: [condition] };
    }
    const [first, second] = [this.#sign(from), this.#sign(from + 1)];
    const words = this.#tokens
      .slice(from, from + 3)
      .map((token) => token.split(":")[0])
      .join(" ");
    if (first === "DROP" || /^IS DROP/.test(words))
      return {
        end: from + (first === "DROP" ? 1 : 2),
        when: [{ field: field.name, present: false }],
      };
    if (/^(?:IS )?NEG PUT/.test(words))
      return {
        end: from + words.split(" ").indexOf("PUT") + 1,
        when: [{ field: field.name, present: false }],
      };
    if (first === "PUT" || (first === "IS" && second === "PUT"))
      return {
        end: from + (first === "PUT" ? 1 : 2),
        when: [{ field: field.name, present: true }],
      };
    return null;
  }

  /** Reads "HOUR is chosen". */
  #chosen(at: number): ConditionMatch | null {
    const values = this.#sign(at) === "A" ? null : this.#values(at, "or");
    if (!values) return this.#noun(at);
    const next = this.#skip(values.end, ["IS"]);
    if (!/^(?:PUT|GET)$/.test(this.#sign(next))) return null;
    const condition = this.#condition(null, values.values, false);
    return condition && { end: next + 1, when: [condition] };
  }

  /**
   * Reads a noun phrase for the reports that a statement is about. Examples are "hourly reports",
   * "the level PRODUCT_ITEM" and "granularities other than HOUR".
   */
  #noun(from: number): ConditionMatch | null {
    let at = this.#skip(from, ["ALL", "REPORT", "WITH", "WHOSE", "BOTH", "EITHER", "PUT", "ISTO"]);
    if (this.#sign(from) === "OTHERS")
      return {
        end: from + 1 + (/^(?:F|REPORT)$/.test(this.#sign(from + 1)) ? 1 : 0),
        when: "others",
      };
    const sign = this.#sign(at);
    if (sign === "A" || sign === "NA") {
      const value = payload(this.#tokens[at]);
      const condition = this.#condition(null, [value], sign === "NA");
      at = this.#skip(at + 1, ["REPORT", "VALUEN", "LEVELN"]);
      if (this.#sign(at) === "F" && condition?.field === payload(this.#tokens[at])) at += 1;
      return condition && { end: this.#skip(at, ["REPORT"]), when: [condition] };
    }
    const field =
      this.#fieldAt(at) ??
      (sign === "LEVELN" ? (this.#context.vocabulary.fields.get("level") ?? null) : null);
    if (field) {
      if (this.#sign(at + 1) === "OTHERTHAN") {
        const excluded = this.#values(at + 2, "any", field);
        const condition = excluded && this.#condition(field, excluded.values, true);
        return condition && { end: excluded.end, when: [condition] };
      }
      const stated = this.#predicate(field, this.#skip(at + 1, ["FIELDN", "VALUEN"]));
      return stated &&
        stated.when !== "others" &&
        stated.when.every((condition) => !("present" in condition))
        ? { end: this.#skip(stated.end, ["REPORT", "LEVELN"]), when: stated.when }
        : null;
    }
    const values = this.#values(at, "any");
    if (!values) return null;
    const owner = this.#fieldAt(values.end);
    const condition =
      this.#condition(owner, values.values, false) ?? this.#condition(null, values.values, false);
    if (!condition) return null;
    return {
      end: this.#skip(owner && condition.field === owner.name ? values.end + 1 : values.end, [
        "REPORT",
        "LEVELN",
        "VALUEN",
      ]),
      when: [condition],
    };
  }

  #skip(from: number, kinds: readonly string[]): number {
    let at = from;
    while (kinds.includes(this.#sign(at))) at += 1;
    return at;
  }

  /** Reads "A, B or C" and "ending in _X". Also reads "A and B" if `joined` is `any`. */
  #values(
    from: number,
    joined: "or" | "any" = "any",
    field: Field | null = null,
  ): { readonly end: number; readonly values: readonly string[] } | null {
    let at = from;
    if (this.#sign(at) === "ENDING" && this.#sign(at + 1) === "SUFFIX") at += 1;
    if (this.#sign(at) === "SUFFIX") {
      const suffix = payload(this.#tokens[at]);
      const owner = field ?? this.#context.vocabulary.fields.get("level") ?? null;
      const values = owner?.values.map(String).filter((value) => value.endsWith(suffix)) ?? [];
      return values.length > 0 ? { end: at + 1, values } : null;
    }
    const values: string[] = [];
    for (;;) {
      const sign = this.#sign(at);
      if (sign !== "V" && sign !== "B" && !(sign === "N" && field !== null)) break;
      values.push(payload(this.#tokens[at]));
      at += 1;
      const [only, two, three] = [this.#sign(at), this.#sign(at + 1), this.#sign(at + 2)];
      const isLink = only === "OR" || only === "COMMA" || (only === "AND" && joined === "any");
      const isDouble = only === "COMMA" && (two === "OR" || (two === "AND" && joined === "any"));
      const next = isDouble ? three : two;
      if (only === "AND" && joined === "or" && next === "V") return null;
      // A comma before the last value may also end the condition.
      if (!isLink || !/^[VB]$/.test(next)) break;
      const further = [...values, payload(this.#tokens[at + (isDouble ? 2 : 1)])];
      if (!this.#areOfOne(further, field)) break;
      at += isDouble ? 2 : 1;
    }
    return values.length > 0 ? { end: at, values } : null;
  }

  /** Whether these are all values of the same field. */
  #areOfOne(words: readonly string[], field: Field | null): boolean {
    const fields = field ? [field] : [...this.#context.vocabulary.fields.values()];
    return fields.some((item) => words.every((word) => meantBy(word, item) !== null));
  }

  /**
   * Returns a condition on a field's value; null if it is unclear which field is meant. Also null
   * for a list, because a list can contain several values.
   */
  #condition(
    statedField: Field | null,
    words: readonly string[],
    isNegated: boolean,
  ): Condition | null {
    const owns = (field: Field): boolean =>
      !field.isList && words.every((word) => meantBy(word, field) !== null);
    const all = [...this.#context.vocabulary.fields.values()];
    const owners = statedField ? [statedField].filter(owns) : all.filter(owns);
    const preferred =
      owners.length > 1
        ? owners.filter(({ name }) => name === "granularity" || name === "level")
        : owners;
    const [field] = preferred;
    if (!field || preferred.length !== 1) return null;
    const values = words.map((word) => meantBy(word, field) as string | number | boolean);
    const inOrder =
      field.values.length > 0 ? field.values.filter((value) => values.includes(value)) : values;
    return isNegated ? { field: field.name, isNot: inOrder } : { field: field.name, is: inOrder };
  }
}

function meantBy(word: string, field: Field): string | number | boolean | null {
  const meant = field.values.length > 0 ? valueMeant(word, field) : null;
  if (meant !== null) return meant;
  return field.facts.type === "boolean" && (word === "true" || word === "false")
    ? word === "true"
    : null;
}
