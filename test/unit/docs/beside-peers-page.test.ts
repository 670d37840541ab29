import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync(new URL("../../../docs/beside-peers.md", import.meta.url), "utf8");
/** All public names and their members, which a test compares with the packed package. */
const api = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");

/** The names that would be exported, or be a member of an export, if the feature existed. */
const WOULD_BE: Readonly<Record<string, RegExp>> = {
  "another token for one call":
    /interface (?:CallOptions|CallSettings|RequestSettings|CreateOptions)\b[^}]*\b(?:accessToken|token)\b/,
  "a raw `Response`": /\b(?:asResponse|rawResponse)\b/,
  "hooks that change requests, plugins": /\b(?:hooks|plugins|middleware|interceptors|before)\??:/,
  "hooks for React, Vue and others": /\b(?:function|const) use[A-Z]\w*/,
  "event streams": /EventSource|ServerSentEvent/i,
  webhooks: /webhook/i,
};

function rowsOf(heading: string): readonly string[] {
  const [, section = ""] = page.split(`\n## ${heading}\n`);
  const [, , ...rows] = (section.split("\n## ")[0] ?? "").match(/^\|.*\|$/gm) ?? [];
  return rows.map((row) => row.split("|")[1]?.trim() ?? "");
}

describe("a feature that the page lists as missing", () => {
  it("is compared with the package's public names", () => {
    expect(rowsOf("Not included").toSorted()).toEqual(Object.keys(WOULD_BE).toSorted());
  });

  it.each(Object.entries(WOULD_BE))("does not exist: %s", (_, pattern) => {
    expect(pattern.exec(api)?.[0]).toBeUndefined();
  });

  it("would be noticed if it existed, like rate limits across processes, which the page used to list", () => {
    expect(api).toMatch(/\bfunction redisState\b/);
    expect(page).not.toMatch(/rate limits across processes|Not across processes/);
  });
});

it("the page's conventions for this package use existing names", () => {
  const [, section = ""] = page.split("\n## Conventions\n");
  const ours = (section.split("\n## ")[0] ?? "")
    .match(/^\|.*\|$/gm)
    ?.slice(2)
    .flatMap((row) => [...(row.split("|").at(-2) ?? "").matchAll(/`(\w+)(?:\(.*?\))?`/g)]);
  const names = (ours ?? []).map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(15);
  const variables = /^PINTEREST_/;
  const known = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(api);
  const words = ["await", "instanceof", "undefined", "tracer", "meter"];
  expect(
    names.filter((name) => !variables.test(name) && !words.includes(name) && !known(name)),
  ).toEqual([]);
});
