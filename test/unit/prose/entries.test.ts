import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { parseOwnRules, parseSkipped } from "../../../generator/parse/annotations.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { contractOf, type Pulled } from "../../../generator/prose/contract.js";
import { shippedFile } from "../../../generator/workspace.js";
import { description } from "../../support/made-up-description.js";

const shipped = readAnnotations(shippedFile);
const flows = {
  ...shipped.flows,
  flows: [],
  operations: [{ name: "ask", operation: "shop/ask" }],
};
const annotations = { ...shipped, flows, rules: [], docs: new Map(), rows: new Map(), added: [] };

const withSentence = (sentence: string): string =>
  description
    .replace("https://example.test/v1", "https://api.pinterest.com/v5")
    .replace("Last day", JSON.stringify(sentence));

function pulled(text: string, rules = "[]", skipped = "skipped: []"): Pulled {
  const options = { ...flows, prose: "tolerant", rules: parseOwnRules(rules), undecided: [] };
  return contractOf(text, options as Parameters<typeof contractOf>[1], parseSkipped(skipped));
}

function linesOf({ unread }: Pulled, file: "rules.yaml" | "skipped.yaml"): readonly string[] {
  return unread.flatMap(({ entries }) =>
    entries.filter((entry) => entry.file === file).map(({ line }) => line),
  );
}

/** The rules that are enforced, and what is said of them. */
function enforced({ document, source }: Pulled, rules: string) {
  const { model, notices } = lower({
    document,
    source,
    annotations: { ...annotations, rules: parseOwnRules(rules) },
  });
  return {
    ids: model.operations.flatMap((one) => one.rules.map(({ id }) => id)),
    said: notices.map(({ what }) => what),
  };
}

// Each may state a rule of its own, and none of them is certain.
const sentences = [
  "The time between start_date and end_date cannot exceed 9 days",
  "A period between start_date and end_date may comprise nine days at the very most",
  "clerk_ids go with tier SHELF and with no other tier",
  "Whoever sends clerk_ids must send shelf_ids too",
  "shelf_ids and clerk_ids clash: use one of them, never both",
  "clerk_ids cannot see shelf_ids when tier is NO",
  "At least one of these: shelf_ids, clerk_ids is needed for grain HOUR",
  "It must not be a Sunday",
  "end_date is limited to 8 days after start_date after the shop was closed",
];

describe("an unread sentence", () => {
  it.each(sentences)(
    "gets entries that can be pasted into rules.yaml or skipped.yaml: %s",
    (sentence) => {
      const text = withSentence(sentence);
      const before = pulled(text);
      const unread = before.unread.filter((one) => one.text === sentence);
      expect(unread).toHaveLength(1);
      const rules = linesOf(before, "rules.yaml");
      if (rules.length > 0) {
        const file = rules.join("\n");
        expect(pulled(text, file).unread.map((one) => one.text)).not.toContain(sentence);
        const ids = rules.map((line) => /, id: ([a-z0-9-]+),/.exec(line)?.[1]);
        const { ids: known } = enforced(before, "[]");
        expect(known).not.toEqual(expect.arrayContaining(ids));
        expect(enforced(pulled(text, file), file)).toEqual({
          ids: expect.arrayContaining(ids),
          said: [],
        });
      }
      const skips = `skipped:\n${linesOf(before, "skipped.yaml").join("\n")}`;
      expect(pulled(text, "[]", skips).unread.map((one) => one.text)).not.toContain(sentence);
    },
  );

  it("gets a name that no other rule has, in the description or in your own rules", () => {
    const text = withSentence("The time between start_date and end_date cannot exceed 9 days");
    const other =
      "- { operation: shop/ask, id: max-range, kind: max-range, start: start_date, end: end_date, amount: 5, unit: day, reason: It is known. }";
    const [line = ""] = linesOf(pulled(text, other), "rules.yaml");
    expect(line).toContain(" id: max-range-2,");
    const both = `${other}\n${line}`;
    expect(enforced(pulled(text, both), both).ids).toEqual(
      expect.arrayContaining(["max-range", "max-range-2"]),
    );
  });

  it("gets one entry for all of its operations", () => {
    const text = withSentence("The time between start_date and end_date cannot exceed 9 days");
    const post = /\n {4}post:\n[\s\S]*?(?=\ncomponents:)/.exec(text)?.[0] ?? "";
    const twice = text.replace(
      "\ncomponents:",
      `\n  "/shops/{shop}/riddles":${post.replace("shop/ask", "shop/guess")}\ncomponents:`,
    );
    const { unread } = contractOf(twice, {
      ...flows,
      operations: [...flows.operations, { name: "guess", operation: "shop/guess" }],
      prose: "tolerant",
      undecided: [],
    });
    expect(unread).toHaveLength(2);
    expect(new Set(unread.map(({ entries }) => entries)).size).toBe(1);
    const [first] = unread;
    expect(first?.entries[0]?.line).toContain("operation: [ shop/ask, shop/guess ]");
  });
});
