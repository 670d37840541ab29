import { describe, expect, it } from "vitest";
import { readDescription, readDescriptionUnindexed } from "../../../generator/parse/description.js";
import { MAX_KEYS, MAX_YAML_LENGTH, parseYaml } from "../../../generator/parse/yaml.js";
import { Problems } from "../../../generator/problem.js";

const keys = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index));

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof Problems) return error.list.map(({ what }) => what);
    throw error;
  }
  return [];
}

describe("a text that exceeds a limit", () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      "YAML with too many characters",
      () => parseYaml("#".repeat(MAX_YAML_LENGTH + 1), "a"),
      /more than 16 million characters/,
    ],
    [
      "JSON with an object of too many keys",
      () => readDescription(`{${keys(MAX_KEYS + 1, (at) => `"k${at}":1`).join()}}`),
      /more than 100,000 keys/,
    ],
    [
      "YAML that nests too deep",
      () => readDescriptionUnindexed("- ".repeat(500)),
      /deeper than 400 levels/,
    ],
    [
      "JSON that nests too deep",
      () => readDescription(`{"a":${"[".repeat(500)}${"]".repeat(500)}}`),
      /deeper than 400 levels/,
    ],
  ])("is rejected with the name of the limit: %s", (_, read, says) => {
    expect(problemsOf(read).join()).toMatch(says);
  });

  it("is rejected as YAML if an object has too many keys", () => {
    const text = keys(MAX_KEYS + 1, (at) => `k${at}: 1\n`).join("");
    expect(problemsOf(() => parseYaml(text, "a"))).toEqual([
      "this object has more than 100,000 keys",
    ]);
  });
});

it.each<[string, string]>([
  ["syntax errors", `a:\n${"- }\n".repeat(500)}`],
  ["tags", "- !a 1\n".repeat(500)],
  ["repeated keys", "k: 1\n".repeat(500)],
])("at most twenty problems are reported for one text: %s", (_, text) => {
  const found = problemsOf(() => parseYaml(text, "a"));
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(20);
});
