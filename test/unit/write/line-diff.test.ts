import { describe, expect, it } from "vitest";
import { countsOf, type LineChange, lineChanges } from "../../../generator/write/line-diff.js";

/** Applies changes to a text. */
function applied(text: string, changes: readonly LineChange[]): string {
  const gone = new Set(changes.filter(({ sign }) => sign === "-").map(({ line }) => line));
  const left = text.split("\n").filter((_, index) => !gone.has(index + 1));
  for (const { sign, line, text: added } of changes)
    if (sign === "+") left.splice(line - 1, 0, added);
  return left.join("\n");
}

/** A text of many records with mostly similar lines, as in a model. */
function records(names: readonly string[]): string {
  return names
    .map((name) => `{\n "name": "${name}",\n "required": true,\n "doc": ""\n},`)
    .join("\n");
}

const names = Array.from({ length: 3_000 }, (_, index) => `field-${index}`);

describe("the differing lines of two long texts", () => {
  it.each<readonly [string, readonly string[], number]>([
    ["one more in front and one less at the end", ["first", ...names.slice(0, -1)], 10],
    ["far apart", names.map((name, index) => (index % 1_000 === 500 ? `other-${index}` : name)), 6],
    [
      "one that has moved",
      [...names.slice(10, 2_990), ...names.slice(0, 10), ...names.slice(2_990)],
      100,
    ],
    ["none that is the same", names.map((name) => `not-${name}`), 30_000],
  ])("are %s", (_, changed, most) => {
    const [is, shouldBe] = [records(names), records(changed)];
    const changes = lineChanges(is, shouldBe);
    expect(applied(is, changes)).toBe(shouldBe);
    expect(changes.length).toBeLessThanOrEqual(most);
  });

  it("are few if the texts differ in only a few lines", () => {
    const changed = names.map((name, index) => (index % 1_000 === 500 ? `other-${index}` : name));
    expect(countsOf(records(names), records(changed))).toEqual({ added: 3, removed: 3 });
    expect(lineChanges(records(names), records(changed))[0]).toEqual({
      sign: "-",
      line: 2_502,
      text: ' "name": "field-500",',
    });
  });

  it.each(["", "\n", "a", "a\n", "a\r\nb\r\n\r\n", "a\na"])(
    "are all lines of a new file: %j",
    (text) => {
      expect(countsOf("", text)).toEqual({ added: lineChanges("", text).length, removed: 0 });
    },
  );

  it("are all lines if no line is unique in both texts", () => {
    const [is, shouldBe] = ["a\nb\n".repeat(1_500), "b\nc\n".repeat(1_500)];
    expect(applied(is.trimEnd(), lineChanges(is, shouldBe))).toBe(shouldBe.trimEnd());
    expect(countsOf(is, shouldBe)).toEqual({ added: 3_000, removed: 3_000 });
  });
});
