import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { outcomeOf, type Scenario } from "./outcome.js";

const HERE = new URL("./", import.meta.url);

/** A fenced block: its info string, such as `ts types`, and its content. */
const BLOCK = /^```([^\n]*)\n([\s\S]*?)^```$/gm;

// A scenario is its own snapshot: its file is rewritten from the results and must not change. `npm
// test -- -u` updates it.
describe("the scenario", () => {
  const files = readdirSync(HERE).filter((file) => file.endsWith(".md"));

  it.each(files)("%s", async (file) => {
    const text = readFileSync(new URL(file, HERE), "utf8").replaceAll("\r\n", "\n");
    const scenario = givenIn(text);
    expect(Object.keys(scenario), "a scenario needs a `yaml body` block").toContain("body");
    const blocks = [...text.matchAll(BLOCK)]
      .map(([, info = ""]) => info)
      .filter((info) => !info.startsWith("yaml"));
    expect(blocks.length, "a scenario needs a block with an expected result").toBeGreaterThan(0);
    const outcome = outcomeOf(scenario);
    const rewritten = text.replace(BLOCK, (block, info: string) =>
      info.startsWith("yaml") ? block : `\`\`\`${info}\n${outcome(info)}\`\`\``,
    );
    await expect(rewritten).toMatchFileSnapshot(fileURLToPath(new URL(file, HERE)));
  });
});

function givenIn(text: string): Scenario {
  const given = [...text.matchAll(BLOCK)].filter(([, info = ""]) => info.startsWith("yaml "));
  return Object.fromEntries(
    given.map(([, info = "", yaml = ""]) => [info.slice("yaml ".length), yaml]),
  ) as unknown as Scenario;
}
