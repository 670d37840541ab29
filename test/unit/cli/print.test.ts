import { describe, expect, it } from "vitest";
import { printProblems } from "../../../generator/print.js";

const problem = {
  what: "a sentence states a requirement that is not understood",
  where: "#/paths/~1reports/post/description, sentence 7",
  why: "If a rule is missed, the API rejects requests that break it.",
  fix: "Add a pattern.",
};

describe("printed problems", () => {
  it("say what is wrong, where, why and how to fix it", () => {
    expect(
      printProblems([
        {
          ...problem,
          notes: [
            ["text", "“… 3 days …”"],
            ["nearest", "max-range"],
          ],
        },
      ]),
    ).toBe(`error  a sentence states a requirement that is not understood

  #/paths/~1reports/post/description, sentence 7
    text     “… 3 days …”
    nearest  max-range

  why  If a rule is missed, the API rejects requests that break it.
  fix  Add a pattern.

1 error. Nothing was written.
`);
  });

  it("end with their count", () => {
    expect(printProblems([problem, problem])).toMatch(/\n\n2 errors\. Nothing was written\.\n$/);
  });

  it("have the same text with and without color", () => {
    const colored = printProblems([problem], { color: true });
    expect(colored).not.toBe(printProblems([problem]));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the point of it
    expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(printProblems([problem]));
  });

  it("cannot move the cursor or reverse text", () => {
    const printed = printProblems([
      { ...problem, what: "\u001b[2Jgone", notes: [["text", "one\ntwo \u202e\r"]] },
    ]);
    expect(printed).toContain("error  \\u001b[2Jgone");
    expect(printed).toContain("    text  one\n          two \\u202e\\u000d\n");
  });
});
