import { END, mergeRanges, type PatternNode, parsePattern, type Ranges, START } from "./pattern-language.js";

/** Most alternatives that a backtracking engine may try from one position of a text. */
const MAX_ALTERNATIVES = 1_000;

/** The continuation of a part of a pattern, up to the end of the pattern. */
interface Continuation {
  /** The characters it can start with. */
  readonly first: Ranges;
  /** Whether it has an unbounded repetition. */
  readonly isUnbounded: boolean;
  /** Whether it can fail to match, which makes the engine backtrack into the part before it. */
  readonly canFail: boolean;
  readonly alternatives: number;
}

/** Steps of the proof: more than any pattern of an API needs. */
const MAX_STEPS = 20_000;

const DONE: Continuation = { first: [], isUnbounded: false, canFail: false, alternatives: 1 };

class Unproved extends Error {}

/**
 * Whether the form of a pattern proves that a backtracking engine matches it in time linear in the length of the text. In an unbounded
 * repetition the next character must decide whether it continues. One repetition of a single character class may leave that open if its
 * continuation has no unbounded repetition. A pattern that may match anywhere must be bounded, or must not be able to fail after an
 * unbounded repetition. False if the pattern cannot be analyzed.
 */
export function isLinearTime(pattern: string): boolean {
  const tree = parsePattern(pattern);
  if (tree === null) return false;
  try {
    return countAlternatives(tree, { isAnchored: false, steps: { remaining: MAX_STEPS } }) <= MAX_ALTERNATIVES;
  } catch (error) {
    if (error instanceof Unproved) return false;
    throw error;
  }
}

interface Position {
  /** Whether it is tried at one position of the text only. */
  readonly isAnchored: boolean;
  /** Steps left for the proof, so that the proof itself ends. */
  readonly steps: { remaining: number };
}

/**
 * The number of alternatives to try from one position. Lookaheads are only supported at the start of a pattern, where each is tried once.
 */
function countAlternatives(tree: PatternNode, position: Position): number {
  if (tree.kind === "choice") return tree.nodes.reduce((sum, node) => sum + countAlternatives(node, position), 0);
  const parts = tree.kind === "sequence" ? tree.nodes : [tree];
  let [at, { isAnchored }] = [0, position];
  for (; at < parts.length; at++) {
    const part = parts[at] as PatternNode;
    if (part.kind === "lookahead") countAlternatives(part.node, { ...position, isAnchored });
    else if (isStart(part)) isAnchored = true;
    else break;
  }
  return prepend({ kind: "sequence", nodes: parts.slice(at) }, DONE, { ...position, isAnchored }).alternatives;
}

function isStart(part: PatternNode): boolean {
  return part.kind === "set" && part.ranges.length > 0 && part.ranges.every(([first, last]) => first === START && last === START);
}

/** Prepends a part to its continuation. Throws `Unproved`. */
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
      return part.max === Number.POSITIVE_INFINITY ? prependUnbounded(part, next, position) : prependBounded(part, next, position);
    default:
      throw new Unproved();
  }
}

/** Combines two alternatives: the larger number of ways if their first characters differ, else the sum. */
function combine(a: Continuation, b: Continuation): Continuation {
  const alternatives = areDisjoint(a.first, b.first) ? Math.max(a.alternatives, b.alternatives) : a.alternatives + b.alternatives;
  if (alternatives > MAX_ALTERNATIVES) throw new Unproved();
  return {
    first: mergeRanges([...a.first, ...b.first]),
    isUnbounded: a.isUnbounded || b.isUnbounded,
    canFail: a.canFail || b.canFail,
    alternatives,
  };
}

type Repeat = Extract<PatternNode, { kind: "repeat" }>;

function prependBounded({ node, min, max }: Repeat, next: Continuation, position: Position): Continuation {
  if (max > MAX_ALTERNATIVES) throw new Unproved();
  let result = next;
  for (let times = max; times > 0; times--) {
    const repetition = prepend(node, result, position);
    result = times > min ? combine(repetition, next) : repetition;
  }
  return result;
}

function prependUnbounded({ node, min }: Repeat, next: Continuation, position: Position): Continuation {
  if (isNullable(node) || min > MAX_ALTERNATIVES) throw new Unproved();
  // Unanchored, the repetition would be run again from each position of the text.
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

function isNullable(part: PatternNode): boolean {
  switch (part.kind) {
    case "set":
      return isZeroWidth(part.ranges);
    case "sequence":
      return part.nodes.every(isNullable);
    case "choice":
      return part.nodes.some(isNullable);
    case "repeat":
      return part.min === 0 || isNullable(part.node);
    default:
      return true;
  }
}

function isZeroWidth(ranges: Ranges): boolean {
  return ranges.some(([first]) => first === START || first === END);
}

function firstOf(part: PatternNode): Ranges {
  switch (part.kind) {
    case "set":
      return part.ranges;
    case "sequence": {
      const end = part.nodes.findIndex((node) => !isNullable(node));
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

function areDisjoint(a: Ranges, b: Ranges): boolean {
  return a.every(([first, last]) => b.every(([from, to]) => last < from || to < first));
}
