import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparePatterns,
  isLinearTime,
  type PatternNode,
  parsePattern,
} from "../../../generator/lower/pattern-language.js";
import { runs } from "../../support/effort.js";

describe("two patterns", () => {
  it.each([
    ["^(\\d{4})-(\\d{2})-(\\d{2})$", "^\\d{4}-\\d{2}-\\d{2}$"],
    ["[0-9]", "\\d"],
    ["^[0-9]+$", "^\\d\\d*$"],
    ["^(?:a|b|c)$", "^[a-c]$"],
    ["^a$|^b$", "^(b|a)$"],
    ["^(?<year>\\d{1,2})$", "^\\d\\d?$"],
    ["^((a))b{1}$", "^ab$"],
    ["^\\x41\\u0042\\/$", "^AB/$"],
    ["^[^\\W_]+?$", "^[0-9A-Za-z]+$"],
    ["\\d+", "[0-9]"],
    ["", "a*"],
    ["^", "$"],
    ["^[\\s\\S]*$", ""],
    ["^(ab|ac)$", "^a[bc]$"],
    ["^(a|ab)(c|bcd)$", "^(ac|abc|abcd|abbcd)$"],
    ["^^a$$", "^a$"],
    ["^[a-zA-Z0-9_-]+$", "^[\\w-]+$"],
  ])("match the same text if they are %s and %s", (one, other) => {
    expect(comparePatterns(one, other)).toBe("same");
    expect(comparePatterns(other, one)).toBe("same");
  });

  it.each([
    ["^\\d+$", "^\\d*$", "wider"],
    ["^\\d+$", "\\d+", "wider"],
    ["^[a-z]{1,5}$", "^[a-z]{1,6}$", "wider"],
    ["^(A|B)$", "^(A|B|C)$", "wider"],
    ["", "^.", "narrower"],
    ["^a+$", "^b+$", "other"],
    ["^a.$", "^a[\\s\\S]$", "wider"],
  ])("like %s and %s compare as %s", (one, other, comparison) => {
    expect(comparePatterns(one, other)).toBe(comparison);
    const turned = { wider: "narrower", narrower: "wider" }[comparison] ?? comparison;
    expect(comparePatterns(other, one)).toBe(turned);
  });

  it.each([
    ["^(a)\\1$"],
    ["^(?=a)"],
    ["(?<!a)b"],
    ["\\bword"],
    ["^(a"],
    ["(^a)+"],
    ["$^"],
    ["a".repeat(2_000)],
  ])("are not compared if %s cannot be analyzed", (pattern) => {
    expect(comparePatterns(pattern, "^a$")).toBeNull();
    expect(comparePatterns("^a$", pattern)).toBeNull();
    expect(comparePatterns(pattern, pattern)).toBe("same");
  });

  it("are not compared for longer than a time limit", () => {
    const large = [
      "^(a{0,900}b{0,900}){0,900}$",
      "^(a|b|ab|ba){0,1000}(c|d|cd){0,1000}$",
      `^(${"(a|b){0,99}".repeat(30)}){5}$`,
    ];
    // Without a limit, this comparison would never finish.
    for (const pattern of large)
      expect(comparePatterns(pattern, `${pattern}x`), pattern).toBeNull();
  });
});

describe("a pattern of one character", () => {
  it.each([
    ...[".", "a", "-", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\t", "\\n", "\\v", "\\f", "\\r"],
    ...[
      "\\0",
      "\\/",
      "\\-",
      "\\$",
      "\\[",
      "\\x41",
      "\\xaF",
      "\\u0042",
      "\\u2028",
      "\\x4",
      "\\u00g",
    ],
    ...[
      "[abc]",
      "[^abc]",
      "[a-c]",
      "[^a-cx-z]",
      "[c-cb]",
      "[-a]",
      "[a-]",
      "[^-]",
      "[a-c-e]",
      "[^]",
      "[\\b]",
    ],
    ...[
      "[\\]a]",
      "[\\d-z]",
      "[+--]",
      "[\\w.]",
      "[\\t-\\r]",
      "[\\0-\\x08]",
      "[.^$|(]",
      "[\\s\\S]",
      "[\uffff]",
    ],
  ])("matches the same characters as the JavaScript engine: %s", (source) => {
    const tree = parsePattern(source);
    if (tree?.kind === "sequence") {
      // An incomplete escape matches its own letter.
      expect(tree.nodes.every(({ kind }) => kind === "set")).toBe(true);
      expect(new RegExp(`^${source}$`).test(source.slice(1))).toBe(true);
      return;
    }
    const ranges = tree?.kind === "set" ? tree.ranges : [];
    const engine = new RegExp(`^${source}$`);
    const wrong: number[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const isTaken = ranges.some(([first, last]) => first <= code && code <= last);
      if (isTaken !== engine.test(String.fromCharCode(code))) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });

  it("is not analyzed if it is an empty class, a backreference or another rare escape", () => {
    for (const source of [
      "\\b",
      "\\B",
      "(a)\\1",
      "\\cA",
      "\\01",
      "[\\1]",
      "[\\B]",
      "[\\cA]",
      "\\k<a>",
      "(?<=a)",
    ])
      expect(parsePattern(source), source).toBeNull();
    for (const source of ["(", ")", "a)", "[a", "*", "a{2,1}", "(?a)"])
      expect(parsePattern(source), source).toBeNull();
    expect(parsePattern("[]")).toEqual({ kind: "set", ranges: [] });
  });
});

describe("a pattern", () => {
  const a: PatternNode = { kind: "set", ranges: [[97, 97]] };
  const repeated = (min: number, max: number): PatternNode => ({
    kind: "repeat",
    node: a,
    min,
    max,
  });

  it.each<readonly [source: string, tree: PatternNode]>([
    ["a", a],
    ["", { kind: "sequence", nodes: [] }],
    ["aa", { kind: "sequence", nodes: [a, a] }],
    ["a|a", { kind: "choice", nodes: [a, a] }],
    ["a|", { kind: "choice", nodes: [a, { kind: "sequence", nodes: [] }] }],
    ["(a)", a],
    ["(?:a)", a],
    ["(?<$x_1>a)", a],
    ["(?=a)", { kind: "lookahead", node: a }],
    ["(?!a)", { kind: "lookahead", node: a }],
    ["a*", repeated(0, Number.POSITIVE_INFINITY)],
    ["a+?", repeated(1, Number.POSITIVE_INFINITY)],
    ["a??", repeated(0, 1)],
    ["a{12}", repeated(12, 12)],
    ["a{3,}", repeated(3, Number.POSITIVE_INFINITY)],
    ["a{0,10}?", repeated(0, 10)],
  ])("is parsed as written: %s", (source, tree) => {
    expect(parsePattern(source)).toEqual(tree);
  });

  it("is parsed up to a thousand characters, and analyzed up to a thousand alternatives", () => {
    const read = (length: number) => parsePattern("a".repeat(length)) !== null;
    expect([read(1_000), read(1_001)]).toEqual([true, false]);
    const proved = (count: number) => [
      isLinearTime(`^a{${count}}$`),
      isLinearTime(`^a{${count},}$`),
    ];
    expect([proved(1_000), proved(1_001)]).toEqual([
      [true, true],
      [false, false],
    ]);
    // Each identical alternative adds another way to match.
    const ways = (count: number) => isLinearTime(`^(?:${Array(count).fill("a").join("|")})b$`);
    expect([ways(10), ways(400)]).toEqual([true, true]);
    expect(isLinearTime("^(?:a|a){9}b$")).toBe(true);
    expect(isLinearTime("^(?:a|a){10}b$")).toBe(false);
  });
});

/** A pattern of only a few characters, so that two patterns often match the same text. */
const pattern = fc.letrec<{ readonly atom: string; readonly part: string; readonly all: string }>(
  (tie) => ({
    atom: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(
        "a",
        "b",
        "1",
        ".",
        "\\d",
        "\\w",
        "[ab]",
        "[^a]",
        "[a-c1]",
        "[^\\d]",
        "\\n",
        "-",
        "\\D",
        "[\\s\\S]",
      ),
      tie("all").map((one) => `(${one})`),
      tie("all").map((one) => `(?:${one})`),
    ),
    part: fc.oneof(
      fc
        .tuple(
          tie("atom"),
          fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,2}", "{0,1}", "{1,}", "+?"),
        )
        .map((two) => two.join("")),
      fc.constantFrom("^", "$", ""),
    ),
    all: fc.oneof(
      { depthSize: "small" },
      fc.array(tie("part"), { maxLength: 4 }).map((parts) => parts.join("")),
      fc.tuple(tie("all"), tie("all")).map((two) => two.join("|")),
    ),
  }),
).all;

const TEXTS = textsOf(["a", "b", "1", "\n", "-"], 4);

function textsOf(characters: readonly string[], longest: number): readonly string[] {
  const shorter = longest === 0 ? [] : textsOf(characters, longest - 1);
  return longest === 0
    ? [""]
    : [
        ...new Set([
          ...shorter,
          ...shorter.flatMap((text) => characters.map((one) => `${text}${one}`)),
        ]),
      ];
}

function takenBy(source: string): readonly boolean[] {
  const expression = new RegExp(source);
  return TEXTS.map((text) => expression.test(text));
}

it("the comparison of random patterns agrees with what they match", () => {
  const told = new Map<string, number>();
  fc.assert(
    fc.property(pattern, pattern, (one, other) => {
      const comparison = comparePatterns(one, other);
      told.set(String(comparison), (told.get(String(comparison)) ?? 0) + 1);
      const [before, after] = [takenBy(one), takenBy(other)];
      const isWider = after.some((taken, at) => taken && !before[at]);
      const isNarrower = before.some((taken, at) => taken && !after[at]);
      // Short texts may fail to show a difference, but never show one that does not exist.
      if (comparison === "same") expect([isWider, isNarrower]).toEqual([false, false]);
      if (comparison === "wider") expect(isNarrower).toBe(false);
      if (comparison === "narrower") expect(isWider).toBe(false);
      if (isWider && isNarrower) expect([null, "other"]).toContain(comparison);
    }),
    { numRuns: runs(800, 800), seed: 20_260_308 },
  );
  for (const comparison of ["same", "wider", "narrower", "other"])
    expect(told.get(comparison)).toBeGreaterThan(3);
});

it("a pattern is equal to another spelling of itself", () => {
  fc.assert(
    fc.property(pattern, (one) => {
      const reworded = [
        `(?:${one})`,
        `(${one})`,
        one.replaceAll("[^\\d]", "\\D").replaceAll("\\d", "[0-9]"),
        `${one}|${one}`,
        `(?:|.)*(?:${one})`,
      ];
      for (const other of reworded) expect([null, "same"]).toContain(comparePatterns(one, other));
    }),
    { numRuns: 100, seed: 20_260_308 },
  );
});
