import { lexicon } from "./grammar.js";
import type { ReadContext } from "./vocabulary.js";
import {
  adverbMeant,
  type Field,
  isOwnValue,
  ownerOf,
  type Vocabulary,
  valueMeant,
} from "./vocabulary.js";

/**
 * A sentence as symbols, one for each phrase.
 *
 * `F:name` is a field, `V:VALUE` a value, `D:3:day` a time span, `N:3` a number, `DATE:2024-01-01`
 * a date, `C:0` an extracted condition, and `W:word` a word that the grammar does not know. All
 * other tokens are symbols of the grammar.
 */
export type Tokens = readonly string[];

/**
 * A pattern with one capture group for each entry of the lexicon. If several phrases match at a
 * position, the first is used.
 */
const PHRASE = new RegExp(
  `(?:${lexicon.map(([, phrases]) => `(${phrases})`).join("|")})(?![\\w-]*\\w)`,
  "iy",
);

const units: Readonly<Record<string, string>> = {
  day: "day",
  week: "week",
  month: "month",
  year: "year",
  hour: "hour",
  minute: "minute",
};
const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const ones = new Map(small.split(" ").map((word, index) => [word, index]));
const tens = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, 20 + 10 * index]),
);
const numberWord = [...ones.keys(), ...tens.keys()].join("|");
const wordsOfNumber = `(?:(?:${numberWord})(?:[ -](?:${numberWord}))?(?: and a half)?)`;
const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
/** The first characters of numbers, time spans and dates, in upper case. */
const beginsTime: ReadonlySet<string> = new Set(
  ["a", ...ones.keys(), ...tens.keys(), ...months, ..."0123456789"].map(initialOf),
);

const SPAN = new RegExp(
  `(?<![\\w.])(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|${wordsOfNumber}|an?|one)[ -](?:full |whole |calendar |consecutive |or more )?(day|week|month|year|hour|minute)s?(?:'s?)?(?![\\w])`,
  "iy",
);
const entities = "([a-z]+(?: [a-z]+)?(?:(?:,? and |,? or |, )[a-z]+(?: [a-z]+)?){0,8}?)";
const ABOUT = new RegExp(
  `(?:any )?columns? (?:that are |which are )?(?:(?:related|relating) to|about) (?:the )?${entities}(?= (?:is|are|can|may|must|should|will)\\b)`,
  "iy",
);
const RELATED = new RegExp(`${entities}[ -]related columns?(?!\\w)`, "iy");
const DATE = /(\d{4}-\d{2}-\d{2})(?![\w-])/y;
const DAY_FIRST = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months.join("|")}),? (\\d{4})(?!\\w)`,
  "iy",
);
const MONTH_FIRST = new RegExp(
  `(${months.join("|")}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\w)`,
  "iy",
);
const NUMBER = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?|${wordsOfNumber})(?![\\w-])`, "iy");
const marks: Readonly<Record<string, string>> = {
  ",": "COMMA",
  ";": "SEMI",
  ":": "COLON",
  "(": "LPAR",
  ")": "RPAR",
  ".": "STOP",
  "!": "STOP",
};

/** Nouns that can be field names, but are ordinary words unless marked as code. */
const common = new Set(
  "report reports parameters parameter token data name size url message id ids source order type status query format query body filter limit page time date bookmark".split(
    " ",
  ),
);

const taken = new WeakMap<Vocabulary, Map<string, Tokens>>();

/**
 * Splits a sentence into tokens. Never fails: an unknown word becomes `W:word`. Phrases without
 * meaning, quotation marks and backticks are left out. Results are cached by vocabulary, described
 * field and text.
 */
export function tokenize(text: string, { self, vocabulary }: ReadContext): Tokens {
  const known = taken.get(vocabulary) ?? new Map<string, Tokens>();
  taken.set(vocabulary, known);
  const key = `${self?.name ?? ""}\n${text}`;
  const tokens =
    known.get(key) ?? new Scanner(text, vocabulary, { reads: "phrases", self }).tokens();
  known.set(key, tokens);
  return tokens;
}

/** A piece of a sentence: a mention's symbol, `W:word` for another word, or punctuation. */
export interface Piece {
  readonly token: string;
  /** The words that the token stands for. */
  readonly text: string;
}

/**
 * Splits a sentence into mentions of the request and the uninterpreted words between them. The
 * first words in the description of `self` do not count as a mention of that field.
 */
export function piecesOf(text: string, { self, vocabulary }: ReadContext): readonly Piece[] {
  return new Scanner(text, vocabulary, { reads: "mentions", self }).pieces();
}

class Scanner {
  readonly #text: string;
  readonly #reads: "phrases" | "mentions";
  readonly #pieces: Piece[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #self: Field | null;
  readonly #names: NamesByInitial;
  readonly #values: ReadonlySet<string>;
  /** For each kind of reading, whether the text contains the words it needs. Most texts do not. */
  readonly #has: { readonly columns: boolean; readonly levels: boolean; readonly items: boolean };
  readonly #found: string[] = [];
  #at = 0;

  constructor(
    text: string,
    vocabulary: Vocabulary,
    { reads, self }: { readonly reads: "phrases" | "mentions"; readonly self: Field | null },
  ) {
    this.#reads = reads;
    const spelled =
      reads === "phrases" ? text.replaceAll(/\b(neither\b[^.;]*?),? nor\b/gi, "$1 or") : text;
    this.#text = spelled
      .replaceAll('"', "")
      .replaceAll("**", "")
      .replaceAll(/\bstart(?: date)? and (?:the )?end dates?\b/gi, "start_date and end_date")
      .replaceAll(/\bbetween the (?:two|both) dates\b/gi, "between start_date and end_date");
    this.#vocabulary = vocabulary;
    this.#self = self;
    this.#names = namesOf(vocabulary);
    this.#values = valuesOf(vocabulary);
    this.#has = {
      columns: /columns?\b/i.test(this.#text),
      levels: /level/i.test(this.#text),
      items: / (?:report|data|request)|: ?\d/i.test(this.#text),
    };
  }

  tokens(): Tokens {
    while (this.#at < this.#text.length) this.#step();
    return this.#found;
  }

  pieces(): readonly Piece[] {
    this.tokens();
    return this.#pieces;
  }

  #step(): void {
    const upcoming = this.#text.slice(this.#at, this.#at + 2);
    if (/^[\s`'[\]*_]/.test(upcoming) && !/^_\w/.test(upcoming)) this.#at += 1;
    else if (/^[-\u2013\u2014](?=\s)/.test(upcoming)) this.#take("DASH", upcoming.slice(0, 1));
    else if (marks[upcoming[0] ?? ""] !== undefined)
      this.#take(marks[upcoming[0] ?? ""] ?? "", upcoming[0] ?? "");
    else if (
      !(
        this.#about() ||
        this.#name() ||
        this.#time() ||
        this.#value() ||
        this.#noun() ||
        this.#phrase()
      )
    )
      this.#word();
  }

  #take(tokenNames: string, matched: string): true {
    const tokens = tokenNames === "" ? [] : tokenNames.split(" ");
    this.#found.push(...tokens);
    this.#pieces.push(
      ...tokens.map((token, index) => ({ token, text: index === 0 ? matched : "" })),
    );
    this.#at += Math.max(matched.length, 1);
    return true;
  }

  #match(test: RegExp): RegExpExecArray | null {
    test.lastIndex = this.#at;
    return test.exec(this.#text);
  }

  #name(): boolean {
    if (/[\w-]/.test(this.#text[this.#at - 1] ?? "")) return false;
    const before = this.#text.slice(0, this.#at);
    for (const [test, name, word] of this.#names.get(initialOf(this.#text.charAt(this.#at))) ??
      []) {
      // The first words of a field's own description do not count as its name there.
      if (this.#reads === "mentions" && name === this.#self?.name && word === this.#self.synonym)
        continue;
      const found = this.#match(test);
      // If a value has the same name as another field, then in its own field's description it means
      // the value.
      if (found && name !== this.#self?.name && isOwnValue(found[0], this.#self))
        return this.#take(this.#ownValue(found[0]), found[0]);
      // A name written in capitals, unlike the field's name, is a value.
      if (
        found &&
        !(/[A-Z]/.test(found[0]) && found[0] === found[0].toUpperCase() && found[0] !== name) &&
        ((!common.has(found[0].toLowerCase()) && found[0].length > 2) ||
          before.endsWith("`") ||
          (found[0] === name && name.length === 2 && this.#isListed(before, name)) ||
          this.#isSubject(before, found[0], name))
      )
        return this.#take(`F:${name}`, found[0]);
    }
    return false;
  }

  /**
   * The token for a value of the described field. If the word's case differs from the value's, it
   * is uncertain whether the field is meant.
   */
  #ownValue(word: string): string {
    const isSpelt = this.#self?.values.some((value) => String(value) === word) ?? false;
    return isSpelt ? `V:${word}` : `X:${word}`;
  }

  /** Whether a two-letter name is in a list: "one of em, ph or hashed_maids". */
  #isListed(before: string, name: string): boolean {
    const after = this.#text.slice(this.#at + name.length);
    return (
      !/^(?:is|to|of|in|on|at|by|or|as|an|be|do|if|it|no|so|up|we|my|us|go|id)$/.test(name) &&
      (/\b(?:of|either|both)(?: \d\))? $/.test(before) || /\w(?:,|,? (?:and|or)) $/.test(before)) &&
      /^(?:, \w|,? (?:and|or) \w|[.;]|$)/.test(after)
    );
  }

  /** Whether a common word is a field's name: "source cannot be set", not "the source". */
  #isSubject(before: string, word: string, name: string): boolean {
    const after = this.#text.slice(this.#at + word.length);
    return (
      word === name &&
      /(?:^|[.,;:(] ?|\b(?:and|but|then|so) )$/.test(before) &&
      /^ (?:cannot|can|must|may|is|are|has to|needs to|should|=)\b/.test(after)
    );
  }

  /** Reads columns about an entity: "Columns related to pins and ads". */
  #about(): boolean {
    if (!this.#has.columns || /\w/.test(this.#text[this.#at - 1] ?? "")) return false;
    const before = this.#match(ABOUT);
    const behind = before ? null : this.#match(RELATED);
    const found = before ?? behind;
    if (!found || /\b(?:not|except|all|but|no)\b/i.test(found[1] ?? "")) return false;
    return this.#take(
      `ABOUT:${(found[1] ?? "")
        .split(/,? (?:and|or) |, /)
        .map((entity) => entity.trim().replaceAll(" ", "_").toUpperCase())
        .join("+")}`,
      found[0],
    );
  }

  #time(): boolean {
    if (!beginsTime.has(initialOf(this.#text.charAt(this.#at)))) return false;
    // "The first day of a week" and "once a month" contain a noun or a frequency, not a time span.
    const isNoun = (): boolean =>
      /\b(?:of|once|twice|times|per|each|every|start|end|beginning) $/i.test(
        this.#text.slice(0, this.#at),
      );
    const spanned = this.#match(SPAN);
    const span = spanned && /^an? /i.test(spanned[0]) && isNoun() ? null : spanned;
    const amount = span ? numberOf(span[1] ?? "") : null;
    if (
      span &&
      amount !== null &&
      units[(span[2] ?? "").toLowerCase()] !== undefined &&
      !/^an? (?:day|hour|minute)$/i.test(span[0])
    )
      return this.#take(`D:${amount}:${units[(span[2] ?? "").toLowerCase()]}`, span[0]);
    const date = this.#match(DATE);
    if (date) return this.#take(`DATE:${date[1]}`, date[0]);
    const [day, month] = [this.#match(DAY_FIRST), this.#match(MONTH_FIRST)];
    if (day) return this.#take(`DATE:${isoOf(day[3], day[2], day[1])}`, day[0]);
    if (month) return this.#take(`DATE:${isoOf(month[3], month[1], month[2])}`, month[0]);
    const number = this.#match(NUMBER);
    // "One" is a pronoun as often as a number.
    if (!number || /^one$/i.test(number[0])) return false;
    return this.#take(`N:${numberOf(number[0])}`, number[0]);
  }

  #value(): boolean {
    const low = /\w/.test(this.#text[this.#at - 1] ?? "")
      ? null
      : this.#match(/[a-z][a-z0-9]*(?:_[a-z0-9]+)*(?![\w-])/y);
    if (low && this.#isLowValue(low[0])) return this.#take(`V:${low[0]}`, low[0]);
    if (!/[A-Z*_tf]/.test(this.#text.charAt(this.#at))) return false;
    const part = this.#match(/[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?![A-Za-z0-9])/y);
    if (part) return this.#take(`PREFIX:${part[0]}`, part[0]);
    const end = this.#match(/\*?(_[A-Z0-9_]+)(?!\w)/y);
    if (end) return this.#take(`SUFFIX:${end[1]}`, end[0]);
    const word =
      this.#match(/[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?![A-Za-z0-9_])/y) ??
      this.#match(/(?:true|false)(?!\w)/y);
    if (!word) return false;
    if (word[0] === "true" || word[0] === "false") return this.#take(`B:${word[0]}`, word[0]);
    // Values are written in capitals. A single letter may mean anything, and so may a word in a
    // sentence that is all capitals.
    if (word[0].length > 1 && this.#values.has(word[0])) return this.#take(`V:${word[0]}`, word[0]);
    if (word[0].includes("_") || (word[0].length > 3 && this.#text[this.#at - 1] === "`"))
      return this.#take(`X:${word[0]}`, word[0]);
    return false;
  }

  /** Whether a lower-case word is a value: in backticks, with underscores, or after its field. */
  #isLowValue(word: string): boolean {
    if (!this.#values.has(word)) return false;
    const isCode = this.#text[this.#at - 1] === "`" && this.#text[this.#at + word.length] === "`";
    if (isCode || word.includes("_")) return true;
    const linked =
      /^(?:W:(?:is|are|=|equals|equal|to|set|of|one|either|or)|V:.*|IS|ISTO|ONEOF|OR)$/;
    const field = this.#pieces.findLast(({ token }) => !linked.test(token))?.token ?? "";
    const { values = [] } = this.#vocabulary.fields.get(field.replace(/^F:/, "")) ?? {};
    return values.some((value) => value === word);
  }

  /** "Product item level", "hourly", "by hour": values in everyday words. */
  #noun(): boolean {
    const adverb = this.#match(/(non-?)?(hourly|daily|weekly|monthly)(?!\w)/iy);
    const value = adverb ? this.#adverbial(adverb[2] ?? "") : null;
    if (adverb && value !== null)
      return this.#take(`${adverb[1] ? "NA" : "A"}:${value}`, adverb[0]);
    const leveled = this.#has.levels ? this.#match(/((?:[a-z]+[ -]){1,3}?)level(?![\w])/iy) : null;
    const level = leveled
      ? this.#valueAs((leveled[1] ?? "").replace(/^(?:the|a|an|for|at|with|in|on) /i, ""), "level")
      : null;
    if (leveled && level !== null && !/^(?:the|a|an|for|at|with|in|on) /i.test(leveled[0]))
      return this.#take(`V:${level} F:level`, leveled[0]);
    const item = this.#has.items
      ? this.#match(
          /([a-z]+(?: [a-z]+){1,2}?|[a-z]{4,})s?(?= (?:level )?(?:reports?|data|requests?|reporting)(?!\w)|: ?\d| and [a-z ]+? reports)/iy,
        )
      : null;
    const words = item?.[1] ?? "";
    const named = item
      ? (this.#valueAs(words, "level") ?? this.#valueAs(words.replace(/s$/, ""), "level"))
      : null;
    return item !== null && named !== null && this.#take(`V:${named}`, item[0]);
  }

  #adverbial(word: string): string | number | null {
    const meant = adverbMeant(word);
    const field = meant === null ? null : ownerOf(meant, "granularity", this.#vocabulary);
    return field && meant !== null ? valueMeant(meant, field) : null;
  }

  #valueAs(words: string, kind: string): string | number | null {
    const field: Field | undefined = this.#vocabulary.fields.get(kind);
    return field && words.trim() !== "" ? valueMeant(words, field) : null;
  }

  #phrase(): boolean {
    // A phrase starts at the beginning of a word.
    if (this.#reads === "mentions" || /\w/.test(this.#text[this.#at - 1] ?? "")) return false;
    const found = this.#match(PHRASE);
    const group = found?.findIndex((words, index) => index > 0 && words !== undefined) ?? 0;
    const [sign] = lexicon[group - 1] ?? [];
    return found !== null && sign !== undefined && this.#take(sign, found[0]);
  }

  #word(): void {
    const word = this.#match(/[\p{L}\p{N}_'-]+/uy)?.[0] ?? this.#text[this.#at] ?? "";
    this.#take(`W:${word.toLowerCase()}`, word);
  }
}

const values = new WeakMap<Vocabulary, ReadonlySet<string>>();

function valuesOf(vocabulary: Vocabulary): ReadonlySet<string> {
  const known =
    values.get(vocabulary) ??
    new Set([...vocabulary.fields.values()].flatMap((field) => field.values.map(String)));
  values.set(vocabulary, known);
  return known;
}

/** A test for a spelling of a field, the field's name, and the spelling. */
type Name = readonly [test: RegExp, name: string, words: string];

/** Names by their first character in upper case. Longer names come first. */
type NamesByInitial = ReadonlyMap<string, readonly Name[]>;

const cache = new WeakMap<Vocabulary, NamesByInitial>();

function initialOf(text: string): string {
  return text.charAt(0).toUpperCase();
}

/** The names of fields, and other words that the prose uses for them. */
function namesOf(vocabulary: Vocabulary): NamesByInitial {
  const cached = cache.get(vocabulary);
  if (cached) return cached;
  const fields = [...vocabulary.fields.values()];
  const names = fields.flatMap((field): (readonly [string, string])[] => {
    const escaped = field.name.replaceAll(/[^\w]/g, "\\$&");
    const words = field.name.includes("_") ? [`${escaped.replaceAll("_", "[ -]")}`] : [];
    const other = field.isList ? field.name.replace(/s$/, "") : field.name.replace(/_id$/, "_ids");
    const one = fields.some(({ name }) => name === other)
      ? []
      : [other.replaceAll(/[^\w]/g, "\\$&")];
    const singular = words.flatMap((word) =>
      word.endsWith("s") ? [word.slice(0, -1)] : [`${word}s`],
    );
    const parts = field.name.split("_");
    const tails =
      parts.length > 2
        ? parts.slice(1, -1).map((_, index) => parts.slice(index + 1).join("_"))
        : [];
    const isOnly = (tail: string): boolean =>
      fields.filter(({ name }) =>
        `_${name.replace(/s$/, "")}`.endsWith(`_${tail.replace(/s$/, "")}`),
      ).length === 1;
    const shorter = tails
      .filter(isOnly)
      .map((tail) => tail.replaceAll("_", "[ -]"))
      .flatMap((tail) => [tail, tail.endsWith("s") ? tail.slice(0, -1) : `${tail}s`]);
    const alone = field.name.includes("_")
      ? []
      : [
          field.name.endsWith("y") ? `${escaped.slice(0, -1)}ies` : `${escaped}s`,
          escaped.replace(/s$/, ""),
        ];
    const names =
      /^[a-z]+(?: [a-z]+){1,3}$/.test(field.synonym) &&
      fields.filter(({ synonym }) => synonym === field.synonym).length === 1
        ? [field.synonym]
        : [];
    return [escaped, ...one, ...words, ...singular, ...alone, ...names, ...shorter]
      .filter((word) => word.length > 2 || word === field.name)
      .map((word) => [word, field.name] as const);
  });
  const known = new Set([""]);
  const byInitial = new Map<string, Name[]>();
  for (const [word, name] of names.sort(([a], [b]) => b.length - a.length)) {
    if (known.has(word)) continue;
    known.add(word);
    if (name === "") continue;
    const initials = word.startsWith("[ -]") ? [" ", "-"] : [initialOf(word.replace(/^\\/, ""))];
    const test = new RegExp(`(?<![\\w-])(?:${word})(?![\\w-]*\\w)`, "iy");
    for (const initial of initials)
      byInitial.set(initial, [...(byInitial.get(initial) ?? []), [test, name, word]]);
  }
  cache.set(vocabulary, byInitial);
  return byInitial;
}

/**
 * The number that words mean: "90", "25,000", "forty-five", "two and a half", "a". Null if they are
 * not a number.
 */
function numberOf(words: string): number | null {
  if (/^\d/.test(words)) return Number(words.replaceAll(",", ""));
  const [units = "", half] = words.toLowerCase().split(" and a ");
  if (/^an?$/.test(units)) return 1;
  const parts = units.split(/[ -]/).map((word) => ones.get(word) ?? tens.get(word) ?? Number.NaN);
  const sum =
    parts.length === 2 && !((parts[0] ?? 0) >= 20 && (parts[1] ?? 0) < 10)
      ? Number.NaN
      : parts.reduce((all, part) => all + part, 0);
  return Number.isNaN(sum) ? null : sum + (half === undefined ? 0 : 0.5);
}

function isoOf(year = "", month = "", day = ""): string {
  return `${year}-${String(months.indexOf(month.toLowerCase()) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
