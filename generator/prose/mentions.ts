import { piecesOf } from "./tokens.js";
import type { Field, ReadContext, Vocabulary } from "./vocabulary.js";
import { valueMeant } from "./vocabulary.js";

/**
 * A part of the request that a sentence names. In the text, a mark such as `<F0>` replaces it: a
 * letter for its kind, and its index in `mentions`. The kinds are fields (F), groups of values (C),
 * time spans (D), numbers (N), dates (T), and beginnings or endings of values (S).
 */
export type Mention =
  | { readonly kind: "F"; readonly field: Field }
  | { readonly kind: "C"; readonly group: Group }
  | { readonly kind: "D"; readonly amount: number; readonly unit: string }
  | { readonly kind: "N"; readonly amount: number }
  | { readonly kind: "T"; readonly date: string }
  | { readonly kind: "S"; readonly word: string };

/** Values that are named together, with their field. */
export interface Group {
  readonly field: Field;
  readonly values: readonly (string | number | boolean)[];
  /** Whether the values are excluded: "level other than KEYWORD". */
  readonly isNegated: boolean;
  /** Whether the values are required rather than a condition: "level must be KEYWORD". */
  readonly isDemanded: boolean;
  /** Whether the text names the field. */
  readonly isNamed: boolean;
  /**
   * Whether the values stand for the reports that a statement is about: "hourly", "KEYWORD level".
   */
  readonly isNoun: boolean;
}

/**
 * A sentence in which each mention is replaced with a mark. The number in a mark is an index into
 * `mentions`. The rest is in lower case. The text begins and ends with a space.
 */
export interface MarkedText {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

const markedTexts = new WeakMap<Vocabulary, Map<string, MarkedText>>();

/**
 * Replaces the mentions in a sentence with marks such as `<F0>`.
 *
 * Mentions are fields, groups of values, time spans, numbers and dates. Beginnings and endings that
 * could not be resolved to values are mentions, too. The rest of the text is converted to lower
 * case, with a space at both ends. A number from 400 to 599 becomes "error", unless it counts
 * something ("500 characters"). 0 becomes "zero". Numbers that are values of the described field
 * count as values. `mentions` can contain items whose mark is no longer in the text. Results are
 * cached by vocabulary, described field and text.
 */
export function markMentions(text: string, context: ReadContext): MarkedText {
  const key = `${context.self?.name ?? ""}\n${text}`;
  const known = markedTexts.get(context.vocabulary) ?? new Map<string, MarkedText>();
  markedTexts.set(context.vocabulary, known);
  const output = known.get(key) ?? new Marker(text, context).marked();
  known.set(key, output);
  return output;
}

/** Spellings that are normalized for the scanner. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[A-Z0-9_`"])\s*[/|]\s*(?=[`"]?[A-Z][A-Z0-9_]+)/g, ", "],
  [/\b([A-Za-z][A-Za-z0-9_]*)-(?=level\b)/g, "$1 "],
  [/\b(min|max)\. ?(?=\d)/gi, "$1 "],
  [/(?<=\d)-(?=(?:day|week|month|year|hour)s?\b)/g, " "],
  [/(?<=\d) ?d\b/g, " days"],
  [/(?<=\d) ?h(?:rs?)?\b/g, " hours"],
  [/(?<=[0-9A-Z_`]) ?& ?(?=[`A-Z])/g, " and "],
  [/\b(?:by|per) (?:the )?hour\b|\b(?:on an|at an) hour(?:-by-hour)? basis\b/gi, "hourly"],
  [/\bby (?:the )?day\b|\bday-by-day\b/gi, "daily"],
  [/\bby (?:the )?week\b/gi, "weekly"],
  [/\bby (?:the )?month\b/gi, "monthly"],
  [/\b(hour|week|month)[- ]level\b/gi, "$1ly"],
  [/\bday[- ]level\b/gi, "daily"],
  [/ *(?:! ?=|<>) */g, " is not "],
  [/\bN\/A\b|\bnot applicable\b/gi, "not available"],
  [/\bboth dates\b|\bthe two dates\b/gi, "start_date and end_date"],
  [/,? (?:for example|for instance|such as|e\.\s?g\.),? (?=\d{4}-\d\d-\d\d)[\d-]+/gi, " "],
  [/\be\.\s?g\.,? [^();.]*|\(such as [^()]*\)/gi, " "],
  [
    /(?<=^|\b(?:for|at|in|with|all|of|the|any|every|and|or|to|other|than|are|is|not) )(?:\*|\.\.\.|…)?targeting[ -](?:level|report)s?\b/gi,
    "levels ending in _TARGETING",
  ],
  [/\blevels ending in _TARGETING \(/g, "_TARGETING ("],
  [/\*_/g, "_"],
  [/\b(\w+) or (more|fewer|less) (days?|weeks?|months?|years?)\b/gi, "$1 $3 or $2"],
  [/\bhalf a year\b/gi, "6 months"],
  [/\b(?:a quarter of a year|one quarter|a quarter)\b/gi, "3 months"],
  [/\btwelve-month\b/gi, "12 months"],
];

/** Words between a field and its values. */
const linking =
  "(?:fields?|parameters?|filter|setting|values?|is|are|be|being|was|were|equals?|equal|set|sets|to|of|one|any|either|in|has|have|with|as|the|a|an|=|==|:|must|has|needs?|can|cannot|may|should|shall|only|both|stays?|remains?|becomes?|selected|chosen|picked|contains?|includes?|containing|including|lists?|ends?|ending|suffix|not|other|than|except|anything|something|but|different|from|neither|nor|whose|name|names|those|that|which|specified|configured|currently|always|and|then|therefore|takes?|taken|reads?|levels?|->|requested|split|broken|down|by|column|columns|metrics?|dimensions?)";
/** A field and the value that follows it. */
const VALUES_BEHIND = new RegExp(`<F(\\d+)>((?:[ :=]+${linking}){0,9}?)[ :=(]+<C(\\d+)>`, "g");
/** A field and the boolean that follows it, including "enabled" or "off". */
const STATE_BEHIND = new RegExp(
  `<F(\\d+)>((?:[ :=]+${linking}){0,9}?)[ :=]+(true|false|enabled|disabled|on|off)\\b`,
  "g",
);
const joint =
  "(?:,? (?:and also|and|or|as well as|plus|nor|to) |, |,)(?:the |an? |by |at |in |for |with )?";
/** A value, or a list of values. */
const LISTED = new RegExp(`<V\\d+>(?:${joint}<V\\d+>)*`, "g");
const denying = /\b(?:not|other than|except|anything but|different from|neither|nor|cannot)\b/;
const demanding = /\b(?:must|should|shall|can only|may only|cannot|can)\b/;

/** A counted noun: "500 characters", unlike "400 errors" and "400 is returned". */
const counted = /^(?!errors$|responses$|status$|codes$|is$|was$|as$|means$)[a-z]{2,}s$/i;

class Marker {
  readonly #context: ReadContext;
  readonly #mentions: Mention[] = [];
  /** Values found by the scanner but not yet assigned to a field. */
  readonly #words: (string | number)[] = [];
  readonly #text: string;

  constructor(text: string, context: ReadContext) {
    this.#context = context;
    const spelled = spellings.reduce(
      (result, [test, replacement]) => result.replaceAll(test, replacement),
      text,
    );
    const pieces = piecesOf(spelled, context);
    const parts = pieces.map(({ token, text: words }, index) =>
      this.#mark(token, words, pieces[index + 1]?.text ?? ""),
    );
    this.#text = ` ${parts.filter((part) => part !== "").join(" ")} `
      .replaceAll(/ ([,;:.)?!])/g, "$1")
      .replaceAll(/< =/g, "<=")
      .replaceAll(/> =/g, ">=")
      .replaceAll(/([=-]) >/g, "$1>")
      .replaceAll(/\( /g, "(");
  }

  marked(): MarkedText {
    let text = this.#replaceSuffixes(this.#replaceLevelWords(this.#text));
    text = this.#joinLists(text);
    text = this.#attachFields(text);
    text = this.#mergeRestated(text);
    return { text, mentions: this.#mentions };
  }

  #add(mention: Mention): string {
    this.#mentions.push(mention);
    return `<${mention.kind}${this.#mentions.length - 1}>`;
  }

  #mark(token: string, words: string, next: string): string {
    const [sign = "", payload = ""] = [token.split(":")[0], token.slice(token.indexOf(":") + 1)];
    const field = sign === "F" ? this.#context.vocabulary.fields.get(payload) : undefined;
    if (field) return this.#add({ kind: "F", field });
    if (sign === "V" || sign === "B") return this.#value(payload);
    if (sign === "A" || sign === "NA") {
      const owner = this.#context.vocabulary.fields.get("granularity");
      const value = owner ? valueMeant(payload, owner) : null;
      return owner && value !== null
        ? this.#group({
            field: owner,
            values: [value],
            isNegated: sign === "NA",
            isNoun: true,
            isNamed: true,
          })
        : words;
    }
    if (sign === "D") {
      const [amount, unit = ""] = payload.split(":");
      return this.#add({ kind: "D", amount: Number(amount), unit });
    }
    if (sign === "N") {
      const { self } = this.#context;
      if (
        Number(payload) >= 400 &&
        Number(payload) < 600 &&
        !counted.test(next) &&
        !self?.values.includes(Number(payload))
      )
        return "error";
      if (Number(payload) === 0 && !self?.values.includes(0)) return "zero";
      // "Only 1 and 7 are possible": numbers that are values of the field itself.
      return self?.values.includes(Number(payload))
        ? this.#value(payload)
        : this.#add({ kind: "N", amount: Number(payload) });
    }
    if (sign === "DATE") return this.#add({ kind: "T", date: payload });
    if (sign === "SUFFIX" || sign === "PREFIX") return this.#add({ kind: "S", word: payload });
    if (sign === "ABOUT") return `columns about ${words.toLowerCase()}`;
    if (/^w:$/i.test(`${sign}:`) || token.startsWith("W:")) return payload;
    return (
      { COMMA: ",", SEMI: ";", COLON: ":", LPAR: "(", RPAR: ")", STOP: ".", DASH: "-" }[token] ??
      words.toLowerCase()
    );
  }

  #value(word: string): string {
    this.#words.push(word);
    return `<V${this.#words.length - 1}>`;
  }

  #group({
    field,
    values,
    isNegated = false,
    isDemanded = false,
    isNamed = false,
    isNoun = false,
  }: Partial<Group> & Pick<Group, "field" | "values">): string {
    const inOrder =
      field.values.length > 0 ? field.values.filter((value) => values.includes(value)) : values;
    return this.#add({
      kind: "C",
      group: {
        field,
        values: inOrder.length > 0 ? inOrder : values,
        isNegated,
        isDemanded,
        isNamed,
        isNoun,
      },
    });
  }

  /** Replaces a level that is written in words and ends a phrase: "For ad group targeting,". */
  #replaceLevelWords(text: string): string {
    const owner = this.#context.vocabulary.fields.get("level");
    if (!owner) return text;
    return owner.values
      .map(String)
      .filter((value) => value.includes("_"))
      .toSorted((a, b) => b.length - a.length)
      .reduce((result, value) => {
        const words = value.toLowerCase().replaceAll("_", " ");
        return result.replaceAll(
          new RegExp(
            `(?<=\\b(?:for|at|with|of|on|about) )(?:the )?${words}s?(?=[,.;:)]| \\(|$)`,
            "g",
          ),
          () => this.#group({ field: owner, values: [value], isNoun: true, isNamed: true }),
        );
      }, text);
  }

  /** Replaces a reference to values with the same start or end: "A level that ends in _X". */
  #replaceSuffixes(text: string): string {
    return text
      .replaceAll(
        /(?:(?:one of |any of |a |the |those )*(?:values?|levels?|names?) )?(?:(?:that|which|whose names?|whose|with|the) )*(?:(?:ends?|ending|starts?|starting|begins?|beginning|suffix|prefix) ?(?:in|with|on)? ?(?:the )?(?:suffix )?)?<S(\d+)>/g,
        (match, index: string) => {
          const mention = this.#mentions[Number(index)];
          const word = mention?.kind === "S" ? mention.word : "";
          if (/\b(?:start|begin|prefix)/.test(match) === word.startsWith("_")) return match;
          const { self, vocabulary } = this.#context;
          const valuesOf = (field: Field): readonly string[] =>
            field.values
              .map(String)
              .filter((value) =>
                word.startsWith("_") ? value.endsWith(word) : value.startsWith(word),
              );
          const near = [self, vocabulary.fields.get("level"), ...vocabulary.fields.values()];
          const owner = near.find((field): field is Field => !!field && valuesOf(field).length > 0);
          const values = owner ? valuesOf(owner) : [];
          return owner && values.length > 0
            ? ` ${this.#group({ field: owner, values, isNoun: !owner.isList && owner !== self, isNamed: true })}`
            : match;
        },
      )
      .replaceAll(/ {2,}/g, " ");
  }

  /** Joins listed values of one field into a group: "A, B and C". */
  #joinLists(text: string): string {
    return text.replaceAll(LISTED, (run) => {
      let remaining = run;
      let output = "";
      while (remaining !== "") {
        const marks = [...remaining.matchAll(/<V(\d+)>/g)];
        if (marks.length === 0) break;
        let count = marks.length;
        let group: string | null = null;
        for (; count > 0 && group === null; count -= 1) {
          const words = marks.slice(0, count).map((each) => String(this.#words[Number(each[1])]));
          const owner = this.#ownerOf(words);
          if (owner)
            group = this.#group({
              field: owner,
              values: words.map((word) => fieldValue(word, owner) as string),
            });
        }
        const used = marks[count] ?? marks[0];
        const end = (used?.index ?? 0) + (used?.[0].length ?? 0);
        output += group ?? String(this.#words[Number(marks[0]?.[1])]).toLowerCase();
        remaining = remaining.slice(
          group === null ? (marks[0]?.index ?? 0) + (marks[0]?.[0].length ?? 0) : end,
        );
        const link = /^[^<]*/.exec(remaining)?.[0] ?? "";
        output += link;
        remaining = remaining.slice(link.length);
      }
      return output;
    });
  }

  /** The field that these values belong to, judging by the values alone. */
  #ownerOf(words: readonly string[]): Field | null {
    const { self, vocabulary } = this.#context;
    const has = (field: Field): boolean => words.every((word) => fieldValue(word, field) !== null);
    if (words.every((word) => word === "true" || word === "false"))
      return self && has(self) ? self : null;
    if (self && has(self)) return self;
    const owners = [...vocabulary.fields.values()].filter(
      (field) => field.facts.type !== "boolean" && has(field),
    );
    return (
      owners.find(({ name }) => name === "granularity" || name === "level") ??
      owners.find(({ isList }) => !isList) ??
      owners.find(({ name }) => name === "columns") ??
      owners[0] ??
      null
    );
  }

  /** Assigns values to the field named next to them. */
  #attachFields(text: string): string {
    const link = (match: string, fieldAt: string, words: string, groupAt: string): string => {
      const field = this.#field(fieldAt);
      const group = this.#groupAt(groupAt);
      if (!field || !group || (group.isNamed && group.field !== field)) return match;
      const values = group.values.map((value) => fieldValue(String(value), field));
      if (values.includes(null)) return match;
      const open = match.includes("(") ? "(" : "";
      return (
        open +
        this.#group({
          field,
          values: values as readonly (string | number | boolean)[],
          isNegated: denying.test(words),
          isDemanded: demanding.test(words),
          isNamed: true,
          isNoun: group.isNoun,
        })
      );
    };
    return text
      .replaceAll(VALUES_BEHIND, link)
      .replaceAll(STATE_BEHIND, (match, fieldAt: string, words: string, word: string) => {
        const field = this.#field(fieldAt);
        if (field?.facts.type !== "boolean") return match;
        return this.#group({
          field,
          values: [/^(?:true|enabled|on)$/.test(word)],
          isNegated: denying.test(words),
          isDemanded: demanding.test(words),
          isNamed: true,
        });
      })
      .replaceAll(
        /<C(\d+)>,? (?:as (?:the )?|for (?:the )?)?(?:values? (?:of|for) (?:the )?)?<F(\d+)>/g,
        (match, groupAt: string, fieldAt: string) => {
          const field = this.#field(fieldAt);
          const group = this.#groupAt(groupAt);
          const values = group?.values.map((value) =>
            field ? fieldValue(String(value), field) : null,
          ) ?? [null];
          if (!field || !group || values.includes(null) || (group.isNamed && group.field !== field))
            return match;
          return this.#group({
            ...group,
            field,
            values: values as readonly (string | number | boolean)[],
            isNamed: true,
            isNoun: !field.isList,
          });
        },
      );
  }

  /**
   * Merges two groups that are listed or that restate each other: "Weekly or monthly", "product
   * items (PRODUCT_ITEM)".
   */
  #mergeRestated(text: string): string {
    const both = (match: string, firstAt: string, secondAt: string): string => {
      const [first, second] = [this.#groupAt(firstAt), this.#groupAt(secondAt)];
      if (!first || !second || first.field !== second.field || first.isNegated !== second.isNegated)
        return match;
      return this.#group({ ...first, values: [...new Set([...first.values, ...second.values])] });
    };
    const exactly = (match: string, firstAt: string, secondAt: string): string => {
      const [first, second] = [this.#groupAt(firstAt), this.#groupAt(secondAt)];
      if (!first || !second || first.field !== second.field) return match;
      return `<C${secondAt}>`;
    };
    let result = text;
    for (let before = ""; before !== result; ) {
      before = result;
      result = result.replace(
        /<C(\d+)>(?: (?:reports?|data|levels?))?(?:,? (?:or|and|or at|and at|or for|and for)|,) <C(\d+)>/,
        both,
      );
    }
    // For example, "campaign and ad group level".
    result = result.replaceAll(
      /\b([a-z]+(?: [a-z]+)?),? (?:and|or) <C(\d+)>/g,
      (match, words: string, at: string) => {
        const group = this.#groupAt(at);
        const value = group?.isNoun ? valueMeant(words, group.field) : null;
        return group && value !== null
          ? this.#group({ ...group, values: [value, ...group.values] })
          : match;
      },
    );
    return result
      .replaceAll(
        /<C(\d+)>(?: (?:reports?|data|levels?|granularity|breakdowns?|requests?|content))? \(<C(\d+)>\)/g,
        exactly,
      )
      .replaceAll(/<C(\d+)>[^<.;]{0,20}(?:that is|i\. ?e\.),?[^<.;]{0,40}<C(\d+)>/g, exactly);
  }

  #field(at: string): Field | null {
    const mention = this.#mentions[Number(at)];
    return mention?.kind === "F" ? mention.field : null;
  }

  #groupAt(at: string): Group | null {
    const mention = this.#mentions[Number(at)];
    return mention?.kind === "C" ? mention.group : null;
  }
}

/**
 * The field's value that a word means. For a boolean field, true or false. Null if there is none.
 */
function fieldValue(word: string, field: Field): string | number | boolean | null {
  const value =
    field.values.length > 0
      ? (valueMeant(word, field) ?? field.values.find((value) => String(value) === word) ?? null)
      : null;
  if (value !== null) return value;
  return field.facts.type === "boolean" && (word === "true" || word === "false")
    ? word === "true"
    : null;
}
