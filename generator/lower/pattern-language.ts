/**
 * How a second pattern compares with a first one. It can match the same strings (`same`), more
 * strings (`wider`), fewer (`narrower`), or partly different ones (`other`).
 */
export type Comparison = "same" | "wider" | "narrower" | "other";

/**
 * Characters as sorted, disjoint ranges of UTF-16 code units. Two extra codes above all characters
 * stand for the start and the end of a string.
 */
type Ranges = readonly (readonly [first: number, last: number])[];

type Node =
  | { readonly kind: "none" | "empty"; readonly key: string }
  | { readonly kind: "set"; readonly key: string; readonly ranges: Ranges }
  | { readonly kind: "sequence"; readonly key: string; readonly first: Node; readonly tail: Node }
  | { readonly kind: "choice"; readonly key: string; readonly nodes: readonly Node[] }
  | {
      readonly kind: "repeat";
      readonly key: string;
      readonly node: Node;
      readonly min: number;
      readonly max: number;
    };

/**
 * Syntax tree of a pattern, ignoring whether repetitions are greedy. `lookahead` is a positive or
 * negative lookahead group.
 */
export type PatternNode =
  | { readonly kind: "set"; readonly ranges: Ranges }
  | { readonly kind: "sequence" | "choice"; readonly nodes: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly node: PatternNode;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: "lookahead"; readonly node: PatternNode };

const LAST = 0xffff;
/** Code for the start of a string, as a character in `Ranges`. */
export const START: number = LAST + 1;
/** Code for the end of a string, as a character in `Ranges`. */
export const END: number = LAST + 2;

/** Maximum length of a pattern, in characters. Patterns in APIs are shorter. */
const MAX_LENGTH = 1_000;

/**
 * Maximum work: total length of the compared states times the size of the alphabet. This much work
 * takes about 0.3 s. Only patterns with repetition counts in the hundreds need more.
 */
const MAX_WORK = 1_000_000;

/**
 * Compares the strings in which the two patterns match somewhere.
 *
 * The result is:
 * * `wider` if `otherPattern` matches everything that `pattern` matches, and more,
 * * `narrower` if `otherPattern` matches only some of what `pattern` matches,
 * * `other` if each pattern matches strings that the other one does not.
 *
 * Equal patterns are always `same`. For different patterns, returns null if a pattern is invalid,
 * has lookarounds, is not supported or is too large.
 */
export function comparePatterns(pattern: string, otherPattern: string): Comparison | null {
  if (pattern === otherPattern) return "same";
  const [before, after] = [languageOf(pattern), languageOf(otherPattern)];
  if (before === null || after === null) return null;
  const alphabet = alphabetOf([before, after]);
  const seen = new Set<string>();
  const pending: (readonly [Node, Node])[] = [
    [derivative(before, START), derivative(after, START)],
  ];
  let [isWider, isNarrower, work] = [false, false, 0];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [old, next] = pair;
    const key = `${old.key}\n${next.key}`;
    if (old.key === next.key || seen.has(key)) continue;
    work += key.length * alphabet.length;
    if (work > MAX_WORK) return null;
    seen.add(key);
    const [acceptedBefore, acceptedAfter] = [old, next].map((node) =>
      isNullable(derivative(node, END)),
    );
    if (acceptedAfter && !acceptedBefore) isWider = true;
    if (acceptedBefore && !acceptedAfter) isNarrower = true;
    if (isWider && isNarrower) return "other";
    for (const character of alphabet)
      pending.push([derivative(old, character), derivative(next, character)]);
  }
  return isWider ? "wider" : isNarrower ? "narrower" : "same";
}

const NONE: Node = { kind: "none", key: "!" };
const EMPTY: Node = { kind: "empty", key: "" };
const ANY: Ranges = [[0, LAST]];

/** A node that matches any one character in the ranges, or nothing if there are none. */
function set(ranges: Ranges): Node {
  const all = mergeRanges(ranges);
  return all.length === 0
    ? NONE
    : {
        kind: "set",
        key: `[${all.map(([first, last]) => `${first}-${last}`).join()}]`,
        ranges: all,
      };
}

/** A part followed by another, simplified. */
function sequence(first: Node, tail: Node): Node {
  if (first.kind === "none" || tail.kind === "none") return NONE;
  if (first.kind === "empty") return tail;
  if (tail.kind === "empty") return first;
  if (first.kind === "sequence") return sequence(first.first, sequence(first.tail, tail));
  // A string starts and ends only once, no matter how often a pattern asserts it.
  if (first.key === tail.key && isEnd(first)) return first;
  if (tail.kind === "sequence" && tail.first.key === first.key && isEnd(first)) return tail;
  return { kind: "sequence", key: `${first.key}${tail.key}`, first, tail };
}

/** Whether a node only matches the start or the end of a string. */
function isEnd(node: Node): boolean {
  return node.kind === "set" && node.ranges.every(([first]) => first > LAST);
}

/** Whether a part can match `end`, which is `START` or `END`. */
function hasEnd(tree: PatternNode, end: number): boolean {
  switch (tree.kind) {
    case "set":
      return tree.ranges.some(([first, last]) => first <= end && end <= last);
    case "repeat":
      return hasEnd(tree.node, end);
    case "lookahead":
      return false;
    default:
      return tree.nodes.some((node) => hasEnd(node, end));
  }
}

/**
 * Converts a syntax tree to a node of the regular language. Throws a SyntaxError for a lookahead.
 */
function meaningOf(tree: PatternNode): Node {
  switch (tree.kind) {
    case "set":
      return set(tree.ranges);
    case "sequence":
      return tree.nodes.map(meaningOf).reduceRight((tail, node) => sequence(node, tail), EMPTY);
    case "choice":
      return choice(tree.nodes.map(meaningOf));
    case "repeat":
      return repeat(meaningOf(tree.node), tree.min, tree.max);
    default:
      throw new SyntaxError("unsupported lookahead");
  }
}

/**
 * Parses a pattern into its syntax tree.
 *
 * Null in these cases:
 * - The pattern is invalid, or longer than 1,000 characters.
 * - The pattern uses lookbehinds, backreferences, word boundaries or rare escapes.
 * - `^` or `$` is repeated, or `^` comes after `$`.
 */
export function parsePattern(pattern: string): PatternNode | null {
  try {
    if (pattern.length > MAX_LENGTH) return null;
    new RegExp(pattern);
    return new Parser(pattern).parse();
  } catch {
    return null;
  }
}

/** Alternatives, simplified: sets are merged, and duplicates are removed. */
function choice(nodes: readonly Node[]): Node {
  const all = new Map<string, Node>();
  for (const node of nodes.flatMap((node) => (node.kind === "choice" ? node.nodes : [node])))
    if (node.kind !== "none") all.set(node.key, node);
  const sets = [...all.values()].flatMap((node) => (node.kind === "set" ? [node] : []));
  for (const { key } of sets) all.delete(key);
  const united = set(sets.flatMap(({ ranges }) => ranges));
  if (united.kind !== "none") all.set(united.key, united);
  const [only = NONE, ...further] = [...all.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  if (further.length === 0) return only;
  const sorted = [only, ...further];
  return { kind: "choice", key: `(${sorted.map(({ key }) => key).join("|")})`, nodes: sorted };
}

/** A repetition, simplified. */
function repeat(node: Node, min: number, max: number): Node {
  if (max === 0 || node.kind === "empty") return EMPTY;
  if (node.kind === "none") return min === 0 ? EMPTY : NONE;
  if (min === 1 && max === 1) return node;
  const from = isNullable(node) ? 0 : min;
  return { kind: "repeat", key: `(${node.key}){${from},${max}}`, node, min: from, max };
}

/** Whether a node matches the empty string. */
function isNullable(node: Node): boolean {
  switch (node.kind) {
    case "empty":
      return true;
    case "sequence":
      return isNullable(node.first) && isNullable(node.tail);
    case "choice":
      return node.nodes.some(isNullable);
    case "repeat":
      return node.min === 0 || isNullable(node.node);
    default:
      return false;
  }
}

/** The derivative of a language: the possible continuations after this character. */
function derivative(node: Node, character: number): Node {
  switch (node.kind) {
    case "set":
      return node.ranges.some(([first, last]) => first <= character && character <= last)
        ? EMPTY
        : NONE;
    case "sequence": {
      const next = sequence(derivative(node.first, character), node.tail);
      return isNullable(node.first) ? choice([next, derivative(node.tail, character)]) : next;
    }
    case "choice":
      return choice(node.nodes.map((option) => derivative(option, character)));
    case "repeat":
      return sequence(
        derivative(node.node, character),
        repeat(node.node, Math.max(0, node.min - 1), node.max - 1),
      );
    default:
      return NONE;
  }
}

/** One representative of each class of characters that the patterns distinguish. */
function alphabetOf(nodes: readonly Node[]): readonly number[] {
  const starts = new Set([0]);
  const visit = (node: Node): void => {
    if (node.kind === "set")
      for (const [first, last] of node.ranges)
        for (const start of [first, last + 1]) if (start <= LAST) starts.add(start);
    if (node.kind === "sequence") for (const child of [node.first, node.tail]) visit(child);
    if (node.kind === "choice") node.nodes.forEach(visit);
    if (node.kind === "repeat") visit(node.node);
  };
  nodes.forEach(visit);
  return [...starts];
}

/**
 * The strings, with start and end markers, in which a pattern matches somewhere. Null if the
 * pattern cannot be parsed or has lookaheads.
 */
function languageOf(pattern: string): Node | null {
  try {
    const tree = parsePattern(pattern);
    if (tree === null) return null;
    const [before, after] = [[...ANY, [START, START]] as const, [...ANY, [END, END]] as const];
    const around = (ranges: Ranges): Node => repeat(set(ranges), 0, Number.POSITIVE_INFINITY);
    return sequence(around(before), sequence(meaningOf(tree), around(after)));
  } catch {
    return null;
  }
}

/** Parser for patterns without flags. Throws a SyntaxError for unsupported syntax. */
class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): PatternNode {
    const node = this.#choice();
    if (this.#at < this.#text.length) throw new SyntaxError("unmatched closing parenthesis");
    return node;
  }

  /** Parses alternatives separated by `|`. */
  #choice(): PatternNode {
    const nodes = [this.#sequence()];
    while (this.#consume("|")) nodes.push(this.#sequence());
    return nodes.length === 1 ? (nodes[0] as PatternNode) : { kind: "choice", nodes };
  }

  /** Parses parts up to `|`, `)` or the end. */
  #sequence(): PatternNode {
    const nodes: PatternNode[] = [];
    while (this.#at < this.#text.length && !"|)".includes(this.#text.charAt(this.#at)))
      nodes.push(this.#repeated());
    const ended = nodes.findIndex((node) => hasEnd(node, END));
    if (ended >= 0 && nodes.slice(ended).some((node) => hasEnd(node, START)))
      throw new SyntaxError("the start assertion is after the end assertion");
    return nodes.length === 1 ? (nodes[0] as PatternNode) : { kind: "sequence", nodes };
  }

  /** Parses an atom with its quantifier, if any. */
  #repeated(): PatternNode {
    const node = this.#atom();
    const [quantifier, min, comma, max] = this.#match(/^(?:[*+?]|\{(\d+)(,?)(\d*)\})/) ?? [];
    if (quantifier === undefined) return node;
    if (hasEnd(node, START) || hasEnd(node, END))
      throw new SyntaxError("a start or end assertion is repeated");
    // Lazy and greedy repetitions match the same strings.
    this.#consume("?");
    if (quantifier === "*") return repeated(node, 0, Number.POSITIVE_INFINITY);
    if (quantifier === "+") return repeated(node, 1, Number.POSITIVE_INFINITY);
    if (quantifier === "?") return repeated(node, 0, 1);
    const from = Number(min);
    return repeated(
      node,
      from,
      max !== undefined && max !== ""
        ? Number(max)
        : comma === ""
          ? from
          : Number.POSITIVE_INFINITY,
    );
  }

  /** Parses a character, class, escape or group. */
  #atom(): PatternNode {
    const character = this.#text.charAt(this.#at++);
    if (character === "^") return setNode([[START, START]]);
    if (character === "$") return setNode([[END, END]]);
    if (character === ".") return setNode(without(LINE_ENDS));
    if (character === "[") return setNode(this.#class());
    if (character === "\\") return setNode(this.#escape(false));
    if (character !== "(") return setNode([unit(character)]);
    const [kind] = this.#match(/^\?(?:[:=!]|<[A-Za-z_$][\w$]*>)/) ?? [];
    if (kind === undefined && this.#text.charAt(this.#at) === "?")
      throw new SyntaxError("unsupported lookbehind");
    const node = this.#choice();
    if (!this.#consume(")")) throw new SyntaxError("unclosed group");
    return kind === "?=" || kind === "?!" ? { kind: "lookahead", node } : node;
  }

  /** Parses the rest of a character class after `[`. */
  #class(): Ranges {
    const isNegated = this.#consume("^");
    const ranges: (readonly [number, number])[] = [];
    while (!this.#consume("]")) {
      const first = this.#classAtom();
      const isRange =
        this.#text.charAt(this.#at) === "-" && this.#text.charAt(this.#at + 1) !== "]";
      if (!isRange) ranges.push(...first);
      else {
        this.#at++;
        const last = this.#classAtom();
        const [[from, fromEnd = -1] = [0, -1]] = first;
        const [[, to] = [0, 0]] = last;
        if (isSingle(first) && isSingle(last) && from === fromEnd) ranges.push([from, to]);
        else ranges.push(...first, unit("-"), ...last);
      }
    }
    return isNegated ? without(ranges) : ranges;
  }

  /** Parses one character or escape in a character class. */
  #classAtom(): Ranges {
    const character = this.#text.charAt(this.#at++);
    if (character === "") throw new SyntaxError("unclosed character class");
    return character === "\\" ? this.#escape(true) : [unit(character)];
  }

  /** Parses the rest of an escape after the backslash. */
  #escape(isInClass: boolean): Ranges {
    const character = this.#text.charAt(this.#at++);
    if (Object.hasOwn(CLASSES, character)) return CLASSES[character] as Ranges;
    if (Object.hasOwn(CONTROLS, character))
      return [[CONTROLS[character] as number, CONTROLS[character] as number]];
    if (isInClass && character === "b") return [[8, 8]];
    const [code] =
      character === "x"
        ? (this.#match(/^[0-9a-f]{2}/i) ?? [])
        : character === "u"
          ? (this.#match(/^[0-9a-f]{4}/i) ?? [])
          : [];
    if (code !== undefined) return [[Number.parseInt(code, 16), Number.parseInt(code, 16)]];
    if (character === "0" && !/^\d/.test(this.#text.slice(this.#at))) return [[0, 0]];
    // Unsupported: backreferences, word boundaries and rare escapes.
    if (/[\dbBkc]/.test(character) || character === "") throw new SyntaxError(`\\${character}`);
    return [unit(character)];
  }

  /** Skips the character if it comes next, and returns whether it did. */
  #consume(character: string): boolean {
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }

  /** Matches the rest of the text, and skips the match. Null if there is no match. */
  #match(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#text.slice(this.#at));
    this.#at += match?.[0].length ?? 0;
    return match;
  }
}

/** A syntax node that matches one character in these ranges. */
function setNode(ranges: Ranges): PatternNode {
  return { kind: "set", ranges };
}

/** A syntax node for a repetition. */
function repeated(node: PatternNode, min: number, max: number): PatternNode {
  return { kind: "repeat", node, min, max };
}

/** The range that contains only this character. */
function unit(character: string): readonly [number, number] {
  const code = character.charCodeAt(0);
  return [code, code];
}

/** Whether the ranges contain exactly one character. */
function isSingle(ranges: Ranges): boolean {
  return ranges.length === 1 && ranges[0]?.[0] === ranges[0]?.[1];
}

/**
 * Sorts ranges and merges ranges that overlap or touch. The start and end markers are kept
 * separate.
 */
function mergeRanges(ranges: Ranges): Ranges {
  const all: [number, number][] = [];
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    const before = all.at(-1);
    // The start and end markers are not merged with characters.
    if (before !== undefined && first <= before[1] + 1 && (first <= LAST || first === before[0]))
      before[1] = Math.max(before[1], last);
    else all.push([first, last]);
  }
  return all;
}

/** The complement of ranges, without the markers. */
function without(ranges: Ranges): Ranges {
  const complement: [number, number][] = [];
  let from = 0;
  for (const [first, last] of mergeRanges(ranges)) {
    if (first > from) complement.push([from, first - 1]);
    from = last + 1;
  }
  return from <= LAST ? [...complement, [from, LAST]] : complement;
}

const LINE_ENDS: Ranges = [unit("\n"), unit("\r"), [0x2028, 0x2029]];
const DIGITS: Ranges = [[0x30, 0x39]];
const WORDS: Ranges = [...DIGITS, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const BLANKS: Ranges = [
  [9, 13],
  unit(" "),
  unit("\u00a0"),
  unit("\u1680"),
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  unit("\u202f"),
  unit("\u205f"),
  unit("\u3000"),
  unit("\ufeff"),
];
const CLASSES: Readonly<Record<string, Ranges>> = {
  ...{ d: DIGITS, w: WORDS, s: BLANKS },
  ...{ D: without(DIGITS), W: without(WORDS), S: without(BLANKS) },
};
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

// ---- Proof that a pattern matches in linear time

/** Maximum number of alternatives that a backtracking engine may try from one position. */
const MAX_ALTERNATIVES = 1_000;

/** What follows a part, up to the end of the pattern. */
interface Continuation {
  /** The characters that the continuation can start with. */
  readonly first: Ranges;
  /** Whether the continuation has an unbounded repetition. */
  readonly isUnbounded: boolean;
  /**
   * Whether the continuation can fail to match. If so, the engine backtracks into the part before
   * it.
   */
  readonly canFail: boolean;
  readonly alternatives: number;
}

/** Maximum number of steps in the proof. Patterns in APIs need fewer. */
const MAX_STEPS = 20_000;

const DONE: Continuation = { first: [], isUnbounded: false, canFail: false, alternatives: 1 };

/** Thrown if a pattern cannot be proved to match in linear time. */
class Unproved extends Error {}

/**
 * Whether a backtracking engine is certain to match a pattern in linear time.
 *
 * The proof only looks at the pattern's syntax. Among other things, it requires that:
 * * the next character decides whether an unbounded repetition continues, except for the
 *   repetition of a single character class with nothing unbounded after it,
 * * a pattern that is not anchored cannot fail after an unbounded repetition.
 *
 * False if the pattern cannot be analyzed.
 */
export function isLinearTime(pattern: string): boolean {
  const tree = parsePattern(pattern);
  if (tree === null) return false;
  try {
    return (
      countAlternatives(tree, { isAnchored: false, steps: { remaining: MAX_STEPS } }) <=
      MAX_ALTERNATIVES
    );
  } catch (error) {
    if (error instanceof Unproved) return false;
    throw error;
  }
}

interface Position {
  /** Whether matching is tried only at one position of the string. */
  readonly isAnchored: boolean;
  /** Remaining steps of the proof, which limit its running time. */
  readonly steps: { remaining: number };
}

/**
 * The number of alternatives to try from one position. Lookaheads are supported only at the start
 * of a pattern, where each is tried once.
 */
function countAlternatives(tree: PatternNode, position: Position): number {
  if (tree.kind === "choice")
    return tree.nodes.reduce((sum, node) => sum + countAlternatives(node, position), 0);
  const parts = tree.kind === "sequence" ? tree.nodes : [tree];
  let [at, { isAnchored }] = [0, position];
  for (; at < parts.length; at++) {
    const part = parts[at] as PatternNode;
    if (part.kind === "lookahead") countAlternatives(part.node, { ...position, isAnchored });
    else if (isStart(part)) isAnchored = true;
    else break;
  }
  return prepend({ kind: "sequence", nodes: parts.slice(at) }, DONE, { ...position, isAnchored })
    .alternatives;
}

/** Whether a part only matches the start of a string. */
function isStart(part: PatternNode): boolean {
  return (
    part.kind === "set" &&
    part.ranges.length > 0 &&
    part.ranges.every(([first, last]) => first === START && last === START)
  );
}

/** Prepends a part to its continuation. Throws `Unproved` if the proof fails. */
function prepend(part: PatternNode, next: Continuation, position: Position): Continuation {
  if (position.steps.remaining-- <= 0) throw new Unproved();
  switch (part.kind) {
    case "set":
      return { ...next, first: part.ranges, canFail: true };
    case "sequence":
      return part.nodes.reduceRight((following, node) => prepend(node, following, position), next);
    case "choice":
      return part.nodes.map((node) => prepend(node, next, position)).reduce(combine);
    case "repeat":
      return part.max === Number.POSITIVE_INFINITY
        ? prependUnbounded(part, next, position)
        : prependBounded(part, next, position);
    default:
      throw new Unproved();
  }
}

/**
 * Combines two alternatives. The numbers of alternatives are added, unless the first characters
 * differ, in which case the larger number is used. Throws `Unproved` if the result is too large.
 */
function combine(a: Continuation, b: Continuation): Continuation {
  const alternatives = areDisjoint(a.first, b.first)
    ? Math.max(a.alternatives, b.alternatives)
    : a.alternatives + b.alternatives;
  if (alternatives > MAX_ALTERNATIVES) throw new Unproved();
  return {
    first: mergeRanges([...a.first, ...b.first]),
    isUnbounded: a.isUnbounded || b.isUnbounded,
    canFail: a.canFail || b.canFail,
    alternatives,
  };
}

type Repeat = Extract<PatternNode, { kind: "repeat" }>;

/** Prepends a repetition with a maximum. Throws `Unproved` if the proof fails. */
function prependBounded(
  { node, min, max }: Repeat,
  next: Continuation,
  position: Position,
): Continuation {
  if (max > MAX_ALTERNATIVES) throw new Unproved();
  let result = next;
  for (let times = max; times > 0; times--) {
    const repetition = prepend(node, result, position);
    result = times > min ? combine(repetition, next) : repetition;
  }
  return result;
}

/** Prepends a repetition without a maximum. Throws `Unproved` if the proof fails. */
function prependUnbounded(
  { node, min }: Repeat,
  next: Continuation,
  position: Position,
): Continuation {
  if (mayBeEmpty(node) || min > MAX_ALTERNATIVES) throw new Unproved();
  // Without an anchor, the repetition would run again from each position of the string.
  if (!position.isAnchored && next.canFail) throw new Unproved();
  const first = firstOf(node);
  const round = prepend(
    node,
    { first: [...first, ...next.first], isUnbounded: true, canFail: true, alternatives: 1 },
    { ...position, isAnchored: true },
  );
  if (round.alternatives > 1) throw new Unproved();
  const isDecided = !next.canFail || areDisjoint(first, next.first);
  if (!isDecided && (node.kind !== "set" || next.isUnbounded)) throw new Unproved();
  return {
    first: min > 0 ? first : [...first, ...next.first],
    isUnbounded: true,
    canFail: next.canFail || min > 0,
    alternatives: next.alternatives,
  };
}

/** Whether a part can match without consuming a character. */
function mayBeEmpty(part: PatternNode): boolean {
  switch (part.kind) {
    case "set":
      return isZeroWidth(part.ranges);
    case "sequence":
      return part.nodes.every(mayBeEmpty);
    case "choice":
      return part.nodes.some(mayBeEmpty);
    case "repeat":
      return part.min === 0 || mayBeEmpty(part.node);
    default:
      return true;
  }
}

/** Whether the ranges include the start or the end of a string. */
function isZeroWidth(ranges: Ranges): boolean {
  return ranges.some(([first]) => first === START || first === END);
}

/** The characters that a match of the part can start with. */
function firstOf(part: PatternNode): Ranges {
  switch (part.kind) {
    case "set":
      return part.ranges;
    case "sequence": {
      const end = part.nodes.findIndex((node) => !mayBeEmpty(node));
      return part.nodes.slice(0, end < 0 ? undefined : end + 1).flatMap(firstOf);
    }
    case "choice":
      return part.nodes.flatMap(firstOf);
    case "repeat":
      return firstOf(part.node);
    default:
      return [];
  }
}

/** Whether no character is in both. */
function areDisjoint(a: Ranges, b: Ranges): boolean {
  return a.every(([first, last]) => b.every(([from, to]) => last < from || to < first));
}
