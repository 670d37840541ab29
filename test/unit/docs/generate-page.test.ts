import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { parseOwnRules, parseSkipped } from "../../../generator/parse/annotations.js";
import { parseFlows, unofferedIn } from "../../../generator/parse/config.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { isAll } from "../../support/effort.js";
import { blocksOf } from "../../support/markdown.js";

const SPECS = process.env.PINTEREST_SPECS;
const page = readFileSync(new URL("../../../docs/guide/generate.md", import.meta.url), "utf8");
const all = blocksOf(page).filter(({ language }) => language === "yaml");
const isRule = ({ text }: { readonly text: string }): boolean => text.startsWith("- ");
const isSkipped = ({ text }: { readonly text: string }): boolean => text.startsWith("skipped:");
const blocks = all.filter((block) => !isRule(block) && !isSkipped(block));
// Entries within a line of prose.
const inline = [...page.matchAll(/`(operations: \{[^`]*\})`/g)].map(([, text = ""]) => ({
  line: "in the text",
  text: `${text}\n`,
}));

describe.skipIf(!SPECS)("a flows file in the guide (skipped without PINTEREST_SPECS)", () => {
  const description = descriptionText();
  const known = readAnnotations((name) => new URL(`../../../spec/${name}`, import.meta.url));

  it.each([...blocks, ...inline])("is accepted for 5.23.0: $line", ({ text }) => {
    const named = parseFlows(text, "flows.yaml");
    const flows = { ...named, unoffered: unofferedIn(named, known.flows) };
    const annotations = { ...known, flows };
    const wanted = { ...flows, prose: "tolerant" as const };
    const { document, source } = contractOf(description, wanted, known.skipped);
    const { operations } = lower({ document, source, annotations }).model;
    expect(operations.length).toBeGreaterThan(0);
  });
});

/**
 * The description. A short run omits its sentences, which take the most time and are not needed
 * here.
 */
function descriptionText(): string {
  if (!SPECS) return "";
  const text = readFileSync(`${SPECS}/5.23.0.json`, "utf8");
  if (isAll) return text;
  return JSON.stringify(
    JSON.parse(text, (key, value) =>
      key === "description" && typeof value === "string" ? undefined : value,
    ),
  );
}

it.each(all.filter(isRule))("the page's rule is accepted as shown: $line", ({ text }) => {
  const rules = parseOwnRules(text);
  expect(rules).toHaveLength(1);
  expect(rules[0]?.entry.reason).toBe("The description states it.");
});

it.each(all.filter(isSkipped))(
  "the page's entries for skipped.yaml are accepted: $line",
  ({ text }) => {
    expect(parseSkipped(text).size).toBe(1);
  },
);
