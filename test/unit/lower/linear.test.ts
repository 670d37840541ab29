import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  END,
  isLinearTime,
  type PatternNode,
  parsePattern,
  START,
} from "../../../generator/lower/pattern-language.js";
import { columnGroups } from "../../../generator/rules/column-groups.js";
import { many, runs } from "../../support/effort.js";

const MAX_STEPS = 3_000_000;

class TooMany extends Error {}

/**
 * The number of steps that a backtracking engine takes to match the text, or to fail, starting from
 * each position.
 */
function stepsOf(written: PatternNode, text: string): number {
  let steps = 0;
  const match = (node: PatternNode, at: number, then: (at: number) => boolean): boolean => {
    if (++steps > MAX_STEPS) throw new TooMany();
    switch (node.kind) {
      case "set": {
        const is = (code: number) =>
          node.ranges.some(([first, last]) => first <= code && code <= last);
        if (at === 0 && is(START)) return then(at);
        if (at === text.length && is(END)) return then(at);
        return at < text.length && is(text.charCodeAt(at)) && then(at + 1);
      }
      case "sequence": {
        const from = (index: number, place: number): boolean =>
          index === node.nodes.length
            ? then(place)
            : match(node.nodes[index] as PatternNode, place, (next) => from(index + 1, next));
        return from(0, at);
      }
      case "choice":
        return node.nodes.some((one) => match(one, at, then));
      case "repeat": {
        const round = (times: number, place: number): boolean => {
          const more =
            times < node.max &&
            match(
              node.node,
              place,
              (next) => (next > place || times < node.min) && round(times + 1, next),
            );
          return more || (times >= node.min && then(place));
        };
        return round(0, at);
      }
      default: {
        // Also tries the rest of the pattern without this part, because both choices cost steps.
        match(node.node, at, () => true);
        return then(at);
      }
    }
  };
  for (let at = 0; at <= text.length; at++) if (match(written, at, () => true)) break;
  return steps;
}

/** If the text doubles and the steps grow by more than this, the growth is not linear. */
const LINEAR = 2.6;
const SIZES = [60, 120, 240] as const;
const signs = ["a", "b", "1", "-", "aa", "ab", "a1", "a-", "1-", "aab"];
const ends = ["", "!", "\n", "a", "-"];

/** The largest growth of steps as texts double, or the first that is more than linear. */
function growthOf(pattern: string): number {
  const written = parsePattern(pattern) as PatternNode;
  let largest = 0;
  for (const sign of signs)
    for (const end of ends) {
      largest = Math.max(
        largest,
        growthIn(written, (size) => sign.repeat(size / sign.length) + end),
      );
      if (largest > LINEAR) return largest;
    }
  return largest;
}

function growthIn(written: PatternNode, text: (size: number) => string): number {
  try {
    const [one = 0, two = 0, four = 0] = SIZES.map((size) => stepsOf(written, text(size)));
    return Math.max(two / one, four / two);
  } catch (error) {
    if (error instanceof TooMany || error instanceof RangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

describe("a pattern from Pinterest's description", () => {
  it.each([
    "^\\d+$",
    "^(\\d{4})-(\\d{2})-(\\d{2})$",
    "^(AG)?\\d+$",
    "^((AG)|C)?\\d+$",
    "^(http|https|ftp|sftp)://",
    "[a-zA-Z0-9+\\/=]+",
    "\\d+",
    "(?!^\\d+$)^.+$",
    "^(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2}):(\\d{2}).(\\d{3})Z$",
    "^(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]$",
    "^[a-z0-9]*$",
    "^\\d+\\+?$",
  ])("takes linear time: %s", (pattern) => {
    expect(isLinearTime(pattern)).toBe(true);
    expect(growthOf(pattern)).toBeLessThanOrEqual(LINEAR);
  });
});

it.each([...columnGroups])("the generator's own pattern takes linear time: %s", (_, pattern) => {
  expect(isLinearTime(pattern)).toBe(true);
});

describe("a pattern that can take more than linear time", () => {
  it.each([
    "\\d+$",
    "a+b",
    "^a*a*$",
    "^a*(a|b)*$",
    "^(a|a)*$",
    "^(a|aa)*$",
    "^(a+)+$",
    "^(a*)*$",
    "^.*-.*-$",
    "^(?=a*$)(?:a*a*)b$",
    "a*$",
    "^(a?){30}a{30}$",
    "(.+)-(.+)1",
  ])("is not proved to be linear: %s", (pattern) => {
    expect(isLinearTime(pattern)).toBe(false);
    expect(growthOf(pattern)).toBeGreaterThan(LINEAR);
  });

  it.each([
    "^(a)\\1$",
    "(?<!a)b",
    "\\ba+",
    "^(a",
    "a".repeat(2_000),
    "^((a{0,999}b){0,999}c){0,999}$",
    "^(a{0,999}){0,999}$",
  ])("is not proved to be linear if it cannot be analyzed: %s", (pattern) => {
    expect(isLinearTime(pattern)).toBe(false);
  });
});

const pattern = fc.letrec<{ readonly atom: string; readonly part: string; readonly all: string }>(
  (tie) => ({
    atom: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom("a", "b", "1", ".", "\\d", "\\w", "[ab]", "[^a]", "-", "\\D", "ab", "a1"),
      tie("all").map((one) => `(${one})`),
      tie("all").map((one) => `(?=${one})`),
    ),
    part: fc
      .tuple(tie("atom"), fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,2}", "{0,3}", "{2,}"))
      .map((two) => two.join("")),
    all: fc.oneof(
      { depthSize: "small" },
      fc.array(tie("part"), { maxLength: 4 }).map((parts) => parts.join("")),
      fc.tuple(tie("all"), tie("all")).map((two) => two.join("|")),
    ),
  }),
).all;

it("a random pattern that is proved to be linear takes linear time", () => {
  const told = { proved: 0, endless: 0, other: 0 };
  // Skips repeats, because short patterns are often drawn twice.
  const measured = new Set<string>();
  fc.assert(
    fc.property(
      pattern,
      fc.constantFrom("", "^"),
      fc.constantFrom("", "$"),
      (inner, start, end) => {
        const whole = `${start}${inner}${end}`;
        if (!isLinearTime(whole)) {
          told.other++;
          return;
        }
        told.proved++;
        if (/[*+]|,\}/.test(whole)) told.endless++;
        if (measured.has(whole)) return;
        measured.add(whole);
        expect(growthOf(whole)).toBeLessThanOrEqual(LINEAR);
      },
    ),
    { numRuns: runs(5_000, many(4_000, 800)), seed: 20_260_308 },
  );
  expect(told.endless).toBeGreaterThan(many(50, 8));
  expect(told.other).toBeGreaterThan(100);
});
