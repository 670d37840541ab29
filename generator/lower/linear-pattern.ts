import { END, joined, type Ranges, START, type Written, writtenIn } from "./pattern-language.js";

/** Most alternatives that a backtracking engine may try from one position of a text. */
const MOST_WAYS = 1_000;

/** The continuation of a part of a pattern, up to the end of the pattern. */
interface Behind {
  /** The characters it can start with. */
  readonly first: Ranges;
  /** Whether it has an unbounded repetition. */
  readonly isEndless: boolean;
  /** Whether it can fail to match, which makes the engine backtrack into the part before it. */
  readonly canFail: boolean;
  readonly ways: number;
}

/** Steps of the proof: more than any pattern of an API needs. */
const MOST_STEPS = 20_000;

const DONE: Behind = { first: [], isEndless: false, canFail: false, ways: 1 };

class Unproved extends Error {}

/**
 * Whether the form of a pattern proves that a backtracking engine matches it in time linear in the length of the text. In an unbounded
 * repetition the next character must decide whether it continues. One repetition of a single character class may leave that open if its
 * continuation has no unbounded repetition. A pattern that may match anywhere must be bounded, or must not be able to fail after an
 * unbounded repetition. False if the pattern cannot be analyzed.
 */
export function isLinear(pattern: string): boolean {
  const written = writtenIn(pattern);
  if (written === null) return false;
  try {
    return waysOf(written, { isAnchored: false, steps: { left: MOST_STEPS } }) <= MOST_WAYS;
  } catch (error) {
    if (error instanceof Unproved) return false;
    throw error;
  }
}

interface Place {
  /** Whether it is tried at one position of the text only. */
  readonly isAnchored: boolean;
  /** Steps left for the proof, so that the proof itself ends. */
  readonly steps: { left: number };
}

/**
 * The number of alternatives to try from one position. Lookaheads are only supported at the start of a pattern, where each is tried once.
 */
function waysOf(written: Written, place: Place): number {
  if (written.kind === "choice") return written.nodes.reduce((sum, node) => sum + waysOf(node, place), 0);
  const parts = written.kind === "sequence" ? written.nodes : [written];
  let [at, { isAnchored }] = [0, place];
  for (; at < parts.length; at++) {
    const part = parts[at] as Written;
    if (part.kind === "look") waysOf(part.node, { ...place, isAnchored });
    else if (isStart(part)) isAnchored = true;
    else break;
  }
  return before({ kind: "sequence", nodes: parts.slice(at) }, DONE, { ...place, isAnchored }).ways;
}

function isStart(part: Written): boolean {
  return part.kind === "set" && part.ranges.length > 0 && part.ranges.every(([first, last]) => first === START && last === START);
}

/** Prepends a part to its continuation. Throws `Unproved`. */
function before(part: Written, behind: Behind, place: Place): Behind {
  if (place.steps.left-- <= 0) throw new Unproved();
  switch (part.kind) {
    case "set":
      return { ...behind, first: part.ranges, canFail: true };
    case "sequence":
      return part.nodes.reduceRight((rest, node) => before(node, rest, place), behind);
    case "choice":
      return part.nodes.map((node) => before(node, behind, place)).reduce(either);
    case "repeat":
      return part.most === Number.POSITIVE_INFINITY ? beforeEndless(part, behind, place) : beforeRepeated(part, behind, place);
    default:
      throw new Unproved();
  }
}

/** Combines two alternatives: the larger number of ways if their first characters differ, else the sum. */
function either(one: Behind, other: Behind): Behind {
  const ways = areApart(one.first, other.first) ? Math.max(one.ways, other.ways) : one.ways + other.ways;
  if (ways > MOST_WAYS) throw new Unproved();
  return {
    first: joined([...one.first, ...other.first]),
    isEndless: one.isEndless || other.isEndless,
    canFail: one.canFail || other.canFail,
    ways,
  };
}

type Repeat = Extract<Written, { kind: "repeat" }>;

function beforeRepeated({ node, least, most }: Repeat, behind: Behind, place: Place): Behind {
  if (most > MOST_WAYS) throw new Unproved();
  let rest = behind;
  for (let times = most; times > 0; times--) {
    const one = before(node, rest, place);
    rest = times > least ? either(one, behind) : one;
  }
  return rest;
}

function beforeEndless({ node, least }: Repeat, behind: Behind, place: Place): Behind {
  if (isNullable(node) || least > MOST_WAYS) throw new Unproved();
  // Unanchored, the repetition would be run again from each position of the text.
  if (!place.isAnchored && behind.canFail) throw new Unproved();
  const first = firstOf(node);
  const round = before(
    node,
    { first: [...first, ...behind.first], isEndless: true, canFail: true, ways: 1 },
    { ...place, isAnchored: true },
  );
  if (round.ways > 1) throw new Unproved();
  const isTold = !behind.canFail || areApart(first, behind.first);
  if (!isTold && (node.kind !== "set" || behind.isEndless)) throw new Unproved();
  return {
    first: least > 0 ? first : [...first, ...behind.first],
    isEndless: true,
    canFail: behind.canFail || least > 0,
    ways: behind.ways,
  };
}

function isNullable(part: Written): boolean {
  switch (part.kind) {
    case "set":
      return isZeroWidth(part.ranges);
    case "sequence":
      return part.nodes.every(isNullable);
    case "choice":
      return part.nodes.some(isNullable);
    case "repeat":
      return part.least === 0 || isNullable(part.node);
    default:
      return true;
  }
}

function isZeroWidth(ranges: Ranges): boolean {
  return ranges.some(([first]) => first === START || first === END);
}

function firstOf(part: Written): Ranges {
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

function areApart(one: Ranges, other: Ranges): boolean {
  return one.every(([first, last]) => other.every(([from, to]) => last < from || to < first));
}
