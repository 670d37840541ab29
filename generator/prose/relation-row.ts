import type { Condition } from "../model/model.js";
import { signsOf } from "./relation-words.js";
import { type Sentence, sentencesOf } from "./sentences.js";
import { piecesOf } from "./tokens.js";
import { type Field, fieldMeant, ownerOf, type ReadContext, valueMeant } from "./vocabulary.js";

/** A value of a field in a rule. */
export type Value = string | number | boolean;

/** Fields that a sentence lists. */
export interface Listed {
  /** The alternatives. Each is one field, or several that belong together. */
  readonly groups: readonly (readonly Field[])[];
  readonly isOr: boolean;
  /** Whether the list contains both "or" and "and". */
  readonly isMixed?: boolean;
}

/** The beginning of a condition. */
const opensCase =
  /(?:^|[;:]) (?:if|when|whenever|once|with|without|for|in|as soon as|where|unless)\b[^,;:]*$/;
/** Words that are verbs as often as plural names of fields. */
const VERB = /^(?:names|lists|states|types|uses|forms|sets|filters|counts|values|limits|links)$/i;

/** Words before a field or value that add nothing. */
const BESIDE_MARK =
  / (?:the|an?|its(?: own)?|your|all|any|every|of type|type of|values?|of the|either|EITHER|(?:the |these )?(?:query |body )?(?:parameters?|fields?|properties|attributes?))(?= (?:the |an? )?[FV]\d)/g;

/** "The type of your ad group is": the object that has the field. */
const OF_HOLDER =
  /(?<= F\d+) (?:of|for|in|on) (?:your|this) (?:(?!F\d|(?:parent|linked|other|related|previous|next|account|business|app|catalog|feed|profile|settings?|report|response)\b)[a-z]+ ){1,2}(?=IS )/g;

const article = "(?:(?:the|an?|by|with|any|its|of|field|parameter) )*";
const joint = `(?: ,)?(?: (?:and|or|nor|plus|and also|as well as|\\+|&|and\\/or|[,]))`;
const noun = "(?: (?:fields?|parameters?|property|properties|attributes?|filters?|keys?|lists?))?";
const further = `(?: or by| or with)? ${article}(?:pair (?:of )?|both )?F\\d+${noun}`;
/** A list of field marks. */
const FIELDS = new RegExp(
  `F\\d+${noun}(?:(?: ,${further})*(?:(?: ,)? (?:and|or|nor|plus|and also|as well as|[+&])${further})+|(?: ,${further}){2,}|(?: ,${further})+(?=(?: ,)? or (?:both|all|several|the two|an?y? combination)\\b))`,
  "g",
);
const VALUES = new RegExp(`V\\d+(?:${joint} ${article}V\\d+)+`, "g");
const PAIR = /\b(?:both|pair(?: of)?|combination(?: of)?) (F\d+) and (F\d+)/g;

/**
 * A replacement for the parts of a row that match `form`. If `read` returns null, the part is kept.
 */
type Change = readonly [form: string, read: (...groups: readonly string[]) => string | null];

/**
 * A sentence as a row of symbols, such as `C0 , F1 MUST GIVEN`. `F1` is a list of fields, `V1` a
 * list of values, `C0` a condition, and other symbols are classes of words. Words in no class stay
 * as they are. `C1+2` stands for two conditions that apply separately.
 */
export class RelationRow {
  readonly text: string;
  readonly #context: ReadContext;
  readonly #lists: Listed[] = [];
  readonly #values: (readonly string[])[] = [];
  readonly #conditions: (readonly Condition[])[] = [];
  readonly #spans: string[] = [];

  constructor(sentence: Sentence, context: ReadContext) {
    this.#context = context;
    const marked = this.#joined(this.#withOwn(this.#mark(withItems(sentence))));
    this.text = / [FV]\d+ /.test(marked) ? this.#withConditions(signsOf(marked)) : marked;
  }

  /** The conditions of the mark with this number. */
  conditionsOf(at: string): readonly Condition[] {
    return this.#conditions[Number(at)] ?? [];
  }

  /** The time span of a mark such as `D0`. */
  spanOf(mark: string): { readonly amount: number; readonly unit: string } {
    const [amount = "", unit = ""] = (this.#spans[Number(mark.slice(1))] ?? "").split(":");
    return { amount: Number(amount), unit };
  }

  // ---- marks

  /** The text in lower case, with a mark for each field, value and amount. */
  #mark(text: string): string {
    const { text: spelled, coded } = this.#spelled(text);
    const pieces = piecesOf(spelled, this.#context);
    const parts = pieces.map(({ token, text: words }, index) => {
      if (words === "1" && pieces[index + 1]?.text === "of") return "one";
      const payload = token.slice(token.indexOf(":") + 1);
      const [, code] = /^X:CODE_(\d+)$/.exec(token) ?? [];
      if (code !== undefined) return this.#value([coded[Number(code)] ?? ""]);
      if (token.startsWith("F:")) {
        const field = this.#context.vocabulary.fields.get(payload);
        return field && !(words !== payload && VERB.test(words))
          ? this.#list({ groups: [[field]], isOr: false })
          : words.toLowerCase();
      }
      if (/^[VBA]:/.test(token)) return this.#value([payload]);
      if (token.startsWith("NA:")) return "X";
      if (token.startsWith("D:")) return `D${this.#spans.push(payload) - 1}`;
      if (/^(?:DATE|X|SUFFIX|PREFIX|ABOUT):/.test(token)) return "X";
      if (token.startsWith("N:") && /^\d/.test(words)) return this.#value([payload]);
      return words === "/" ? "or" : words.toLowerCase();
    });
    return ` ${parts.filter((part) => part !== "").join(" ")} `
      .replaceAll(" and or or ", " or ")
      .replaceAll(/ [.!] $/g, " ")
      .replaceAll(/ [.!] /g, " ; ");
  }

  /**
   * Replaces words in backticks with `CODE_0` if they are not in the schema. Words for a boolean
   * such as "switched on" become "set to true".
   */
  #spelled(text: string): { readonly text: string; readonly coded: readonly string[] } {
    const { self, vocabulary } = this.#context;
    const fields = [...vocabulary.fields.values()];
    const coded: string[] = [];
    const isKnown = (word: string): boolean =>
      /^(?:true|false|null|\d+)$/.test(word) ||
      fields.some(({ name, values }) => name === word || values.some((one) => one === word));
    const free = fields
      .filter(
        ({ facts, values, isList }) => facts.type === "string" && values.length === 0 && !isList,
      )
      .map(({ name }) => name.replaceAll(/\W/g, "\\$&"));
    const code = "(?:[a-z0-9]+_\\w+|[A-Z][A-Z_]{2,})";
    // For example "where action_source = app_ios", if no schema lists the field's values.
    const stated = new RegExp(
      `(\\b(?:${free.join("|")})\`? (?:= |(?:is|equals|of) (?:set to |one of |either )?))(\\w+(?<= = \\w+)|${code}(?:(?:, | or |, or )${code})*)(?![\\w\`])`,
      "g",
    );
    const spelled =
      free.length === 0
        ? text
        : text.replaceAll(
            stated,
            (_, lead: string, words: string) =>
              lead +
              words.replaceAll(/\b(?!or\b)\w+/g, (word) => (isKnown(word) ? word : `\`${word}\``)),
          );
    const marked = spelled
      // "The `bid` type" is the field `bid_type`.
      .replaceAll(/`(\w+)` ([a-z]+)\b/g, (whole, head: string, tail: string) =>
        vocabulary.fields.has(`${head}_${tail}`) ? `\`${head}_${tail}\`` : whole,
      )
      .replaceAll(/`([\w-]+)`|"([\w-]+)"/g, (whole, one?: string, other?: string) =>
        isKnown(one ?? other ?? "") ? whole : `CODE_${coded.push(whole) - 1}`,
      );
    return {
      coded,
      text:
        self?.facts.type === "boolean"
          ? marked
              .replaceAll(/\b(?:(?:switched|turned) on|enabled|activated)\b/g, "set to `true`")
              .replaceAll(/\b(?:(?:switched|turned) off|disabled|deactivated)\b/g, "set to `false`")
          : marked,
    };
  }

  #list(listed: Listed): string {
    return `F${this.#lists.push(listed) - 1}`;
  }

  #value(words: readonly string[]): string {
    return `V${this.#values.push(words) - 1}`;
  }

  /** Adds conditions and returns the number of their mark. */
  #case(conditions: readonly Condition[]): number {
    return this.#conditions.push(conditions) - 1;
  }

  /**
   * Marks the described field: "This field", "it", "the hero pin" for `collections_hero_pin_id`.
   */
  #withOwn(text: string): string {
    const { self, vocabulary } = this.#context;
    const parts = self === null ? [] : self.name.toLowerCase().split("_");
    const fieldCalled = (...names: readonly string[]): Field | undefined =>
      names.map((name) => vocabulary.fields.get(name)).find((field) => field !== undefined);
    const marked = (field: Field): string => ` ${this.#list({ groups: [[field]], isOr: false })}`;
    /**
     * In the description of `hero_title`, "the description" is `hero_description`; for `end_time`,
     * "its start" is `start_time`.
     */
    const besideOwn = (word: string): Field | undefined =>
      parts.length < 2
        ? undefined
        : fieldCalled(`${parts.slice(0, -1).join("_")}_${word}`, `${word}_${parts.at(-1)}`);
    const named = text
      // "Custom columns" in the description of `custom_column_ids`, if there is also a field
      // `columns`.
      .replaceAll(/ ((?:[a-z]+ ){1,2})(F\d+)(?= )/g, (match, words: string, mark: string) => {
        const [{ name = "" } = {}] = this.fieldsOf(mark);
        const names = [...words.trim().split(" "), ...name.split("_")].map(singularOf);
        const own = parts.map(singularOf);
        const isOwn = names.every(
          (one, at) =>
            own.indexOf(one) >= 0 &&
            own.indexOf(one) > (at === 0 ? -1 : own.indexOf(names[at - 1] ?? "")),
        );
        return self && name !== self.name && isOwn ? marked(self) : match;
      })
      .replaceAll(/(?<= F\d+)(?: that| which)? (?:it|they|this) belongs? to(?= )/g, "")
      .replaceAll(
        / (?:next to|beside|alongside|(?:along|together) with) (?:it|them)(?= )/g,
        " together",
      )
      // "The end of the window (`a`)": the words before the parentheses mean the field.
      .replaceAll(
        / (?:the|an?|its|your) (?:(?:[a-z-]+|F\d+) (?:of (?:the |an? |its )?)?){1,3}\( (F\d+) \)(?= )/g,
        " $1",
      )
      // "Custom columns (`custom_column_ids`)": drops the words that also occur in the field's
      // name.
      .replaceAll(
        /((?: (?:[a-z-]+|F\d+)){1,3}) \( (F\d+) \)(?= )/g,
        (match, before: string, mark: string) => {
          const names = this.fieldsOf(mark).flatMap(({ name }) => name.toLowerCase().split("_"));
          const words = before.trim().split(" ");
          const kept = words.findLastIndex(
            (word) =>
              !/^F\d/.test(word) && !names.some((name) => singularOf(name) === singularOf(word)),
          );
          return kept < words.length - 1
            ? ` ${[...words.slice(0, kept + 1), mark].join(" ")}`
            : match;
        },
      )
      // "Width and height of the screen (`a`, `b`)": the names mean the same as the words before.
      .replace(
        /^ (?!(?:for|in|at|if|with|when|unless) )(?:(?:[a-z-]+|F\d+) )+?and (?:(?:[a-z-]+|F\d+) )+\( (F\d+) (?:,|and) (F\d+) \)(?= )/,
        " $1 and $2",
      )
      // "The number of days given here" is the described field.
      .replaceAll(
        / the (?:number|amount|value|date|day|time|figure|count)(?: of [a-z]+)? (?:given|set|entered|sent|stated|provided|specified|chosen) here(?= )/g,
        (match) => (self ? marked(self) : match),
      )
      // "If `a` is given, `b` must be after it": "it" means `a`.
      .replace(
        /(?<=^ (?:if|when|whenever) (?:an? |the )?(F\d+) [^F,;]*, (?:the )?F\d+ [^F,;]*\b(?:after|before|than|to|exceed|precede)) it(?= )/,
        (_, mark: string) => ` ${mark}`,
      )
      .replaceAll(/ (?:the|an?|your) (?:[a-z-]+ ){0,2}[a-z-]+'s (?=[a-z]+ )/g, " its ")
      // "Screen width and height", "start and end hour": two fields that share part of their names.
      .replaceAll(
        / ([a-z]+) ([a-z]+) and ([a-z]+)(?= )/g,
        (match, ...[one, two, three]: string[]) => {
          const ofHead = [fieldCalled(`${one}_${two}`), fieldCalled(`${one}_${three}`)];
          const ofTail = [fieldCalled(`${one}_${three}`), fieldCalled(`${two}_${three}`)];
          const fields = [ofHead, ofTail].find((pair) => !pair.includes(undefined)) ?? [];
          return fields.length === 0
            ? match
            : fields.map((field) => (field ? marked(field) : "")).join(" and");
        },
      )
      .replaceAll(/ ([a-z]+) and (F\d+)(?= )/g, (match, word: string, mark: string) => {
        const [second] = this.fieldsOf(mark);
        const field = fieldCalled(`${word}_${second?.name.split("_").at(-1)}`);
        return second?.name.includes("_") && field ? `${marked(field)} and ${mark}` : match;
      })
      .replaceAll(/ (F\d+) and ([a-z]+)(?= )/g, (match, mark: string, word: string) => {
        const [first] = this.fieldsOf(mark);
        const field = fieldCalled(`${first?.name.replace(/[^_]+$/, "")}${word}`);
        return first?.name.includes("_") && field ? ` ${mark} and${marked(field)}` : match;
      })
      .replaceAll(/ (?:the|an?|its|any|no) ([a-z]+)(?= )/g, (match, word: string) => {
        const field = besideOwn(word);
        return field && field !== self ? marked(field) : match;
      })
      .replaceAll(
        / (?:the |an? |its )?([a-z]+ [a-z]+(?: [a-z]+)?)(?= )/g,
        (match, words: string) => {
          const name = words.replaceAll(" ", "_");
          const field =
            [...vocabulary.fields.values()].find(
              (each) => each.name.toLowerCase() === name && each.name !== name,
            ) ?? fieldCalled(singularOf(name));
          return field ? marked(field) : match;
        },
      )
      // "The lifetime cap": the only field with these words in its name.
      .replaceAll(/ (?:the|its|an?|either an?) ([a-z]+ [a-z]+)(?= )/g, (match, words: string) => {
        const field = fieldMeant(words, self, vocabulary);
        return field ? marked(field) : match;
      });
    const family = this.#withFamily(named);
    if (self === null) return family;
    const tails = parts.flatMap((_, from) =>
      parts.slice(from).flatMap((__, length) => {
        const words = parts.slice(from, from + length + 1);
        const isEnd = from + length + 1 === parts.length;
        const isHead = from === 0 && parts[length + 1] === "in";
        const isBare = words.length === 1 && parts.length > 1 && !isEnd && !isHead;
        return isBare || words.join(" ") === "id" ? [] : [singularOf(words.join(" "))];
      }),
    );
    // For example "a tie breaker result" for `tie_breaker_custom_result`.
    const shorter =
      parts.length < 4
        ? []
        : parts.slice(1, -1).map((_, at) => singularOf(parts.toSpliced(at + 1, 1).join(" ")));
    const alternatives = [...new Set([...tails, ...shorter])]
      .sort((a, b) => b.length - a.length)
      .join("|");
    const own = `F${this.#lists.length}`;
    const nouns =
      "field|parameter|property|attribute|option|filter|list|array|object|key|setting|value|flag|url|id|text|string|number|date|time|window|one";
    const pattern = new RegExp(
      `(?<= )(?:(?:this|the present) (?:${nouns})|(?<=^ to (?:use|set|send|apply|specify|provide|add) )(?:${alternatives})s?(?= ,)|(?:this|it)(?= (?:is|are|must|may|can|cannot|has|needs?|requires?|should|shall|itself|and|or|also|only|[,;:()]|$|F\\d|when|if|whenever|unless|together|with|to|for|too|as|along|without|out|empty|unset|excludes?|rules?|makes?|forbids|prohibits|precludes|prevents|disallows|bars|bans|conflicts|clashes))|(?:an?|the|this|its|your|no|any|such an?|at least one|one or more) (?:${alternatives})s?(?! (?:level|report))|(?<=^ |[,;:] )(?:${alternatives})s?(?= (?:is|are|must|may|can|cannot|has|needs?|requires?)))(?= |$)`,
      "g",
    );
    let found = false;
    const result = family.replaceAll(pattern, (match) => {
      found = true;
      return match.startsWith("no ") ? `no ${own}` : own;
    });
    if (found) this.#list({ groups: [[self]], isOr: false });
    return result.replaceAll(
      new RegExp(
        `${own}(?= (?:is|'s) (?:not |never )?(?:allowed|possible|permitted|forbidden|an error|invalid|valid|illegal|enough|impossible|required|necessary) to |is an error (?:if|when) )`,
        "g",
      ),
      "it",
    );
  }

  /** "Only one type of goal metadata": stands for all fields whose names end in these words. */
  #withFamily(text: string): string {
    return text.replaceAll(
      / one (?:(?:type|kind|sort) of |of the )?((?:[a-z]+ ){0,2}[a-z]+?)s?(?: objects?| fields?)? (?=(?:can|may|must|should|is|has to|needs to) )/g,
      (match, words: string) => {
        const fields = [...this.#context.vocabulary.fields.values()].filter(({ name }) =>
          singularOf(name).endsWith(`_${words.replaceAll(" ", "_")}`),
        );
        return fields.length < 2
          ? match
          : ` one of ${this.#list({ groups: fields.map((field) => [field]), isOr: true })} `;
      },
    );
  }

  /** Marks field names in a list: "a message, an error or a request". */
  #listed(text: string): string {
    const { fields } = this.#context.vocabulary;
    const marked = text.replaceAll(
      /(?<= (?:an?|the|of|either|both|,|or|and|with|has|have|set|specify|provide|send) |(?:carr|contain|includ)\w+ )([a-z]+)(?=(?: ,| or| and| , or| , and) (?:an? |the )?F\d)|(?<=F\d+(?: ,| or| and| , or| , and) (?:an? |the )?)([a-z]+)(?= )/g,
      (word) => {
        const field = fields.get(word);
        return field ? this.#list({ groups: [[field]], isOr: false }) : word;
      },
    );
    return marked === text ? text : this.#listed(marked);
  }

  /** Joins each list of fields or values into one mark. */
  #joined(text: string): string {
    return this.#listed(text)
      .replaceAll(
        /(F\d+)(?: (?:fields?|parameters?|property|attribute|filter|key|array|object))(?= )/g,
        "$1",
      )
      .replaceAll(/(?<=\b(?:either|or) )\( ((?:F\d+|,|and| )+) \)/g, (_, run: string) =>
        this.#list({
          groups: [[...run.matchAll(/F\d+/g)].flatMap(([mark]) => this.fieldsOf(mark))],
          isOr: false,
        }),
      )
      .replaceAll(
        /(?<=\bor )(?:the )?(?:both|pair(?: of)?|combination(?: of)?) (F\d+) and (?:the )?(F\d+)/g,
        (_, a: string, b: string) =>
          this.#list({ groups: [[...this.fieldsOf(a), ...this.fieldsOf(b)]], isOr: false }),
      )
      .replaceAll(PAIR, (_, a: string, b: string) => `both ${a} and ${b}`)
      .replaceAll(FIELDS, (run, index: number, all: string) => {
        // "If you send a, b and c …": the condition ends at the comma.
        const [, lead = "", rest = run] =
          opensCase.test(all.slice(0, index)) && !all.slice(index + run.length).includes(" ,")
            ? (/^(F\d+(?: [a-z]+)? , (?:the )?)(F.*)$/.exec(run) ?? [])
            : [];
        const marks = rest.match(/F\d+/g) ?? [];
        const list = this.#list({
          isMixed: / or /.test(rest) && / (?:and|plus|[+&]|as well as) /.test(rest),
          groups: marks.flatMap((mark) => this.listOf(mark).groups),
          isOr:
            !/ and /.test(rest) &&
            / (?:or|nor) /.test(rest + all.slice(index + run.length, index + run.length + 7)),
        });
        return marks.length > 1 ? `${lead}${list}` : run;
      })
      .replaceAll(VALUES, (run) =>
        this.#value(
          [...run.matchAll(/V(\d+)/g)].flatMap(([, at]) => this.#values[Number(at)] ?? []),
        ),
      );
  }

  /**
   * Returns a new mark for the fields of several conditions. `cases` contains their numbers, such
   * as `0+1`.
   */
  listOfCases(cases: string): string {
    const names = cases.split("+").flatMap((at) => this.conditionsOf(at).map(({ field }) => field));
    const groups = names.map((name) => [this.#context.vocabulary.fields.get(name) as Field]);
    return this.#list({ groups, isOr: true });
  }

  /** The fields that a mark such as `F0` stands for, including alternatives. */
  listOf(mark: string): Listed {
    return this.#lists[Number(mark.slice(1))] ?? { groups: [], isOr: false };
  }

  /** All fields that a mark such as `F0` stands for, regardless of alternatives. */
  fieldsOf(mark: string): readonly Field[] {
    return this.listOf(mark).groups.flat();
  }

  // ---- values

  /** The values of a field that these words mean. Returns null if the field lacks one of them. */
  valuesOf(mark: string, field: Field): readonly Value[] | null {
    const words = this.#values[Number(mark.slice(1))] ?? [];
    const meant = words.map((word): Value | null => {
      const value = field.values.length > 0 ? valueMeant(word, field) : null;
      if (value !== null) return value;
      // A value in backticks can belong to a string field whose schema lists no values.
      if (isCode(word)) return mayBe(word.slice(1, -1), field) ? word.slice(1, -1) : null;
      if (field.facts.type === "boolean" && /^(?:true|false)$/.test(word)) return word === "true";
      return null;
    });
    return meant.includes(null) ? null : (meant as readonly Value[]);
  }

  /**
   * The field that values belong to if the sentence does not name it. It is the described field, or
   * the only field with these values.
   */
  ownerOf(mark: string): Field | null {
    const { self, vocabulary } = this.#context;
    const [word = ""] = this.#values[Number(mark.slice(1))] ?? [];
    if (isCode(word)) return null;
    if (self && this.valuesOf(mark, self) !== null) return self;
    const owner = ["level", "granularity"]
      .map((kind) => ownerOf(word, kind, vocabulary))
      .find((field) => field !== null);
    return owner && owner.facts.type !== "boolean" && this.valuesOf(mark, owner) !== null
      ? owner
      : null;
  }

  /** Adds a condition that a field has certain values. Returns its mark, such as `K0` or `C0`. */
  #valueCase(sign: "K" | "C", field: Field | null, mark: string, isNegated = false): string | null {
    const values = field && !field.isList ? this.valuesOf(mark, field) : null;
    if (!field || !values) return null;
    const inOrder =
      field.values.length > 0 ? field.values.filter((one) => values.includes(one)) : values;
    const condition: Condition = isNegated
      ? { field: field.name, isNot: inOrder }
      : { field: field.name, is: inOrder };
    return `${sign}${this.#case([condition])}`;
  }

  /** The field of the previous condition. */
  #lastField(): Field | null {
    const { field = "" } = this.#conditions.at(-1)?.[0] ?? {};
    return this.#context.vocabulary.fields.get(field) ?? null;
  }

  // ---- conditions

  /** The row with a mark for each condition. */
  #withConditions(signs: string): string {
    const stated = this.#changed(
      signs
        .replaceAll(/(?<=1 )(?:(?:[a-z]+|F\d+) ){0,3}\( (F\d+) \)/g, "$1")
        .replaceAll(OF_HOLDER, " ")
        .replaceAll(BESIDE_MARK, " ")
        .replaceAll(/ {2,}/g, " "),
      this.#ofValues(),
    );
    return (
      this.#changed(withObjects(stated), this.#ofConditions())
        .replaceAll(/ {2,}/g, " ")
        // "Order lines (those with a kind of A)", "for order lines of this kind".
        .replaceAll(/ (?:[a-z-]+ ){0,2}[a-z]+s \( (?:those |OBJ )*(C\d+)(?: OBJ)* \)/g, " $1")
        .replaceAll(
          /(?<=NEEDED|GIVEN|PUT|OK|BAD|ABSENT) for (?:[a-z-]+ ){0,2}[a-z]+s (?:of |with |in )?(?=C\d)/g,
          " ",
        )
        .replaceAll(/ OBJ \( (F\d+) \)(?= |$)/g, " $1")
        .replaceAll(
          /(?<= C(\d+)(?: OBJ)*) (?:of )?([a-z]+)(?= )/g,
          (match, at: string, word: string) =>
            this.conditionsOf(at).some(({ field }) => field.split("_").includes(word)) ? "" : match,
        )
        // "For A ad groups", "with B order lines".
        .replaceAll(
          /(?<= C[\d+]+)(?: OBJ)?(?: (?!during|after|before|by|from|as|on|at)[a-z]+)? [a-z]+s(?= ?$| [,;])/g,
          "",
        )
        .replaceAll(/ (?:for|in|on|of|at|by|to)(?= C\d)/g, "")
        // "As long as `a` is true as well".
        .replaceAll(/(?<= C[\d+]+) TOG(?= ?$)/g, "")
        .replaceAll(/ ONLY (?:OBJ )+(?=C\d)/g, " ONLY ")
        .replaceAll(/ {2,}/g, " ")
    );
  }

  #changed(row: string, changes: readonly Change[]): string {
    return changes.reduce(
      (result, [form, read]) =>
        result.replaceAll(
          new RegExp(`(?<= )${form}(?= |$)`, "g"),
          (match: string, ...groups: readonly (string | number | undefined)[]) =>
            read(...groups.slice(0, -2).map((group) => String(group ?? ""))) ?? match,
        ),
      row,
    );
  }

  /** "Level is SHOP": a field and its values, marked as `K0`. */
  #ofValues(): readonly Change[] {
    const one = (mark: string): Field | null => {
      const [field = null, ...others] = this.fieldsOf(mark);
      return others.length === 0 ? field : null;
    };
    /** The case that a field has a value spelled like another field's name. */
    const named = (field: string, value: string): string | null => {
      const words = this.fieldsOf(value).map(({ name }) => name);
      return words.length === 1 ? this.#valueCase("K", one(field), this.#value(words)) : null;
    };
    const other =
      "any(?:thing| value| kind)? (?:other than|except|but)|other than|except(?: for)?|different from";
    return [
      [
        "(F\\d+)(?: IS| of| :|(?<=PUTTING F\\d+) to| to IS)*( NOT)?(?: IS| EITHER| ONE1)* (V\\d+)",
        (field = "", not = "", values = "") =>
          this.#valueCase("K", one(field), values, not !== "") ??
          // In "If kind is A, and forbidden if it is B", "it" is the field of the first condition.
          (one(field) === this.#context.self
            ? this.#valueCase("K", this.#lastField(), values, not !== "")
            : null),
      ],
      [
        `(F\\d+)(?: IS| of)* (?:${other}) (V\\d+)`,
        (field = "", values = "") => this.#valueCase("K", one(field), values, true),
      ],
      // A value that is spelled like a field: "the `token` grant type".
      ["(F\\d+) (F\\d+)", (value = "", field = "") => named(field, value)],
      ["(F\\d+) IS (F\\d+)", (field = "", value = "") => named(field, value)],
      [
        "(V\\d+)(?: IS| as| for)* (?:the )?(F\\d+)",
        (values = "", field = "") => this.#valueCase("K", one(field), values),
      ],
    ];
  }

  /** "If a is given", "reports with a", "for SHOP": conditions, marked as `C0`. */
  #ofConditions(): readonly Change[] {
    const of = (list: string, isGiven: boolean): string => {
      const { groups, isOr } = this.listOf(list);
      const all = groups.flat().map(({ name }): Condition => ({ field: name, present: isGiven }));
      // "Or": each condition applies on its own.
      return isOr && all.length > 1
        ? `C${all.map((condition) => this.#case([condition])).join("+")}`
        : `C${this.#case(all)}`;
    };
    const { self } = this.#context;
    const own = (isGiven: boolean): string | null =>
      self && `C${this.#case([{ field: self.name, present: isGiven }])}`;
    const kept = (words: string, mark: string | null): string | null => {
      const how = ["UNLESS", "IFF", "ONLY"].find((word) => words.includes(word));
      return mark && (how === undefined ? mark : `${how} ${mark}`);
    };
    const ofValues = (values: string, isNegated = false): string | null =>
      this.#valueCase("C", this.ownerOf(values), values, isNegated);
    const named = (marks: string): string => {
      const numbers = [...marks.matchAll(/K(\d+)/g)].map(([, at = ""]) => at);
      return `C${this.#case(numbers.flatMap((at) => this.conditionsOf(at)))}`;
    };
    const IF = "(ONLYIF|ONLY IF|IFF|UNLESS|IF) ";
    const WHO = "(?:OBJ |it )?(?:THAT )?(?:CAN |MUST )?(?:TOO |BOTH )*";
    const AT = "(?:TOG WITH|MATCHED|to|for|FOR|in|IN|at|on|WITH|under|of)";
    // The beginning of a clause, and the consequence that follows a condition.
    const FIRST = "(?<=^ |[;:] )";
    const NEXT = "(?= (?:EXCL|NEED|MAKES|IS|,))";
    return [
      [
        `${IF}${WHO}(K\\d+(?: (?:GIVEN|OBJ|OK))*(?: and K\\d+)?)`,
        (how = "", marks = "") => kept(how, named(marks)),
      ],
      [
        `${IF}${WHO}(?:IS )?(NOT )?(V\\d+)(?: (?:GIVEN|OBJ|IS|OK))*`,
        (how = "", not = "", values = "") => kept(how, ofValues(values, not !== "")),
      ],
      [
        `${IF}${WHO}(?:there IS|(?:PUT )*PUTS?|PUTTING|WITH) (?:TOO |BOTH )*(F\\d+)`,
        (how = "", list = "") => kept(how, of(list, true)),
      ],
      [
        `${IF}${WHO}(F\\d+)(?: CAN)? (?:GIVEN|OK|(?<!\\bABSENT\\b.*)(?:PUTS?|IS)(?= ,| ?$))(?: TOO| TOG)?`,
        (how = "", list = "") => kept(how, of(list, true)),
      ],
      [`${IF}NO (F\\d+) (?:GIVEN|PUTS?)`, (how = "", list = "") => kept(how, of(list, false))],
      [
        `${IF}${WHO}(F\\d+) (?:MUST )?(?:IS )?(?:NOT GIVEN|ABSENT)`,
        (how = "", list = "") => kept(how, of(list, false)),
      ],
      [
        `${IF}${WHO}(?:OMIT|NOT PUTS?|MUSTNOT PUTS?|PUTS? NO|WITHOUT|OMITTING) (F\\d+)`,
        (how = "", list = "") => kept(how, of(list, false)),
      ],
      [
        `${IF}(?:OBJ )?(GIVEN|PUTS?|ABSENT)(?= ,| ?$| [CFM;])`,
        (how = "", sign = "") => kept(how, own(sign !== "ABSENT")),
      ],
      [
        `${FIRST}(ONLYIF|UNLESS|IF) (F\\d+)(?= ,)`,
        (how = "", list = "") => kept(how, of(list, true)),
      ],
      ["ONLYIF (?:OBJ )?WHOSE (K\\d+)(?: OBJ)*", (marks = "") => kept("ONLY", named(marks))],
      [
        "OBJ (?:THAT |IF )(?:CAN |TOO |MUST )*(?:PUTS?|WITH) (?:BOTH |TOO )*(F\\d+)",
        (list = "") => `${of(list, true)} OBJ`,
      ],
      ["OBJ (?:WITH|PUTTING) (?:BOTH )?(F\\d+)", (list = "") => `${of(list, true)} OBJ`],
      [
        "OBJ (?:THAT (?:CAN |TOO )?(?:OMIT|MUSTNOT PUTS?|NOT PUTS?|PUTS? NO)|WITHOUT|OMITTING) (F\\d+)",
        (list = "") => `${of(list, false)} OBJ`,
      ],
      [
        `(ONLY )?(?:${AT} )?OBJ (?:THAT |IF )?(?:WHOSE|WITH|PUTS?|PUTTING|of|IS|in|for|at)? ?(K\\d+)(?: OBJ| GIVEN)*`,
        (how = "", mark = "") => `${how}${named(mark)} OBJ`,
      ],
      [
        `(ONLY )?${AT} (K\\d+)(?: OBJ| GIVEN)*`,
        (how = "", mark = "") => `${how}${named(mark)} OBJ`,
      ],
      [
        `(ONLY )?(?:${AT} |OBJ (?:THAT )?(?:of |IS |PUTS )?)(V\\d+)(?: OBJ| GIVEN)*`,
        (how = "", values = "") => {
          const mark = ofValues(values);
          return mark && `${how}${mark} OBJ`;
        },
      ],
      [
        `${FIRST}(V\\d+)(?: OBJ| (?:[a-z]+ )?[a-z]+s)(?= (?:OBJ|MUST|MUSTNOT|NEED|CAN|BAD|OK|ONLY|C\\d))`,
        (values = "") => {
          const mark = ofValues(values);
          return mark && `${mark} OBJ`;
        },
      ],
      [`${FIRST}(V\\d+)(?= OBJ)`, (values = "") => ofValues(values)],
      [`${FIRST}WITH (F\\d+)(?= ,)`, (list = "") => of(list, true)],
      [`${FIRST}WITHOUT (F\\d+)(?= ,)`, (list = "") => of(list, false)],
      // "Send a or b, …" is not a case.
      [
        `${FIRST}(PUTTING|PUTS?) (F\\d+)${NEXT}`,
        (verb = "", list = "") =>
          verb !== "PUTTING" && this.listOf(list).isOr ? null : of(list, true),
      ],
      ["for (F\\d+) to (?:IS )?(?:OK|GIVEN)", (list = "") => of(list, true)],
      [`${FIRST}to PUTS? (F\\d+)(?= ,)`, (list = "") => of(list, true)],
      [`${FIRST}PUTTING (K\\d+)${NEXT}`, (mark = "") => named(mark)],
      [`${FIRST}OMITTING (F\\d+)${NEXT}`, (list = "") => of(list, false)],
      [
        `${FIRST}(?:PUTTING )?(V\\d+)(?= (?:OBJ )?(?:NEED|EXCL|MAKES))`,
        (values = "") => ofValues(values),
      ],
    ];
  }
}

/** A word or a name in the singular. */
export const singularOf = (words: string): string => words.replace(/ies$/, "y").replace(/s$/, "");

const isCode = (word: string): boolean => /^[`"]/.test(word);

/** Whether a string that no schema lists can be a value of a field. */
function mayBe(word: string, { facts, isList, values }: Field): boolean {
  if (isList || values.length > 0 || facts.type !== "string") return false;
  return typeof facts.pattern !== "string" || new RegExp(facts.pattern).test(word);
}

/** Replaces words for the object that contains the fields with `OBJ`: "a report", "you". */
function withObjects(row: string): string {
  return row
    .replaceAll(
      / (?:an?|the|any|every|each|all|such|your|those|these|this|same|another) (?!(?:[a-z-]+ ){0,3}(?:types|kinds|cases) )(?:(?!(?:and|or|but|so|same|other|except|even|also|most|few|in|for|on|of|to|from|at|per|by|the|an?|that|is|as)\b)[a-z-]+ ){1,3}/g,
      " OBJ ",
    )
    .replaceAll(
      /(?<=^ |[,;:] |ONLY |IF |OMIT |of |for |in |on |at |V\d+ )[a-z]+s(?= (?:THAT|WHOSE|WITH|WITHOUT|PUTTING|MUST|MUSTNOT|CAN|of|for|in|K\d|V\d|,|$))/g,
      "OBJ",
    )
    .replaceAll(/(?<=(?:WITH|FOR|for|in) [KV]\d+ )[a-z]+s(?= )/g, "OBJ")
    .replaceAll(/(?<= (?:[,;:(] )?)NO [a-z]+(?= (?:CAN|MUST|PUT|OK))/g, "OBJ NOT")
    .replaceAll(/ (?:you|one|we|they|requests?|reports?|callers?)(?= )/g, " OBJ")
    .replaceAll(/ (?:OBJ )+/g, " OBJ ")
    .replaceAll(/ (?:in|for|of|to|per|inside|within) OBJ(?= (?!THAT|WHOSE|WITH|K|V\d))/g, "")
    .replaceAll(/ OBJ (?:in|of|on|from) (?:the )?(?:OBJ|[a-z]+_\w+|[a-z]+(?= ;| ?$))/g, " OBJ")
    .replaceAll(/ (?:(?:in|for|on|of|per) OBJ|per [a-z]+(?: [a-z]+)?)(?= (?:;|$))/g, "")
    .replaceAll(/ (?:NO|OBJ NOT)(?: OBJ)? (?:CAN|MUST)(?= )/g, " OBJ MUSTNOT")
    .replaceAll(/ (?:OBJ )+/g, " OBJ ");
}

/** Appends the items of the following list to a sentence that ends in a colon. */
function withItems(sentence: Sentence): string {
  if (!/:\W*$/.test(sentence.text)) return sentence.text;
  const items = sentencesOf(sentence.source).filter(
    ({ heading }) =>
      heading === sentence ||
      (heading?.number === sentence.number && heading?.text === sentence.text),
  );
  const names = items.map(({ text }) => text.replace(/[.;,]$/, ""));
  return names.length > 0 && names.every((name) => /^`?\w+`?$/.test(name))
    ? `${sentence.text} ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
    : sentence.text;
}
