import fc from "fast-check";
import { expect, it } from "vitest";
import { reportColumns } from "../../../generated/columns.js";
import { nearest } from "../../../runtime/validation/wording.js";
import { runs } from "../../support/effort.js";

/** The number of edits between two words, from the full table of prefixes. */
function edits(from: string, to: string): number {
  const table: number[][] = [];
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= from.length; i++) {
    table.push([]);
    for (let j = 0; j <= to.length; j++) {
      const replaced = at(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
          ? at(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      (table[i] as number[])[j] =
        i + j === 0 ? 0 : Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped);
    }
  }
  return at(from.length, to.length);
}

/** The first of the nearest names, determined only by `edits`. */
function plainNearest(name: string, known: readonly string[]): string | null {
  const most = Math.min(Math.max(2, Math.floor(name.length / 3)), name.length - 1);
  const counts = known.map((candidate) => {
    const count = edits(name.toUpperCase(), candidate.toUpperCase());
    const isClose = 2 * count < Math.max(name.length, candidate.length);
    return isClose && count <= most ? count : Number.POSITIVE_INFINITY;
  });
  return (
    known[counts.findIndex((count) => count < Infinity && count === Math.min(...counts))] ?? null
  );
}

/** Edits a name. The numbers determine the positions and the characters. */
function misspell(
  name: string,
  changes: readonly (readonly [place: number, character: number])[],
): string {
  return changes.reduce((text, [place, character]) => {
    const at = place % (text.length + 1);
    const [before, after] = [text.slice(0, at), text.slice(at)];
    const letter = "ABEILNORST_019ae-".charAt(character % 17);
    if (character % 4 === 0) return before + letter + after;
    if (character % 4 === 1) return before + after.slice(1);
    if (character % 4 === 2) return before + letter + after.slice(1);
    return before + after.charAt(1) + after.charAt(0) + after.slice(2);
  }, name);
}

const changes = fc.array(fc.tuple(fc.nat(60), fc.nat(67)), { maxLength: 9 });

it("the suggested column is the first that needs the fewest edits", () => {
  const columns = Object.keys(reportColumns);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(columns, { minLength: 9, maxLength: 12 }),
      fc.nat(8),
      changes,
      (known, at, made) => {
        const name = misspell(known[at] ?? "", made);
        expect(nearest(name, known)).toBe(plainNearest(name, known));
      },
    ),
    { numRuns: runs(1_000, 40) },
  );
});

it("the suggestion for any short word is the first that needs the fewest edits, whatever the case of its letters", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcABC_19~é"), maxLength: 12 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 8 }), (name, known) => {
      expect(nearest(name, known)).toBe(plainNearest(name, known));
    }),
    { numRuns: runs(20_000, 500) },
  );
});

it.each([
  ["CPC", null],
  ["ROI", null],
  ["ECPM", null],
  ["CT", "CTR"],
  ["CRT", "CTR"],
  ["CTRR", "CTR"],
  ["SPEND_IN_DOLAR", "SPEND_IN_DOLLAR"],
])("suggests for %s a column with most of its letters, or none: %s", (name, column) => {
  expect(nearest(name, Object.keys(reportColumns))).toBe(column);
});
