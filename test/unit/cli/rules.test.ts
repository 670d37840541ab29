import { describe, expect, it } from "vitest";
import { command } from "../../support/in-process.js";

describe("pinterest-reports rules", () => {
  it("prints the body's JSON Schema", async () => {
    const { exit, stdout, stderr } = await command(["rules", "--format", "json-schema"]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "ReportRequest",
    });
  });

  it("prints the schema and the rules of a synchronous call", async () => {
    const [schema, words] = await Promise.all(
      [
        ["--of", "ad-analytics", "--format", "json-schema"],
        ["--of", "ad-analytics", "--format", "markdown"],
      ].map(async (args) => (await command(["rules", ...args])).stdout),
    );
    expect(JSON.parse(schema ?? "")).toMatchObject({
      title: "AdAnalyticsRequest",
      properties: { start_date: { format: "date" } },
    });
    expect(words).toContain(
      "| `at-least-one-of` | error | requires ad_ids, or campaign_ids and pin_ids |",
    );
  });

  it("prints the rules of a named report in words", async () => {
    const { stdout } = await command(["rules", "--of", "report", "--format", "markdown"]);
    expect(stdout).toMatch(/^### Cross-field rules\n\n\| rule /);
  });

  it("prints the rules of the ad report in words by default", async () => {
    expect(await command(["rules"])).toEqual(
      await command(["rules", "--of", "report", "--format", "markdown"]),
    );
  });

  it.each([
    [
      ["rules", "--format", "cel"],
      "unknown format: cel",
      "Use one of json, json-schema, markdown.",
    ],
    [
      ["rules", "--format", "jsonschema"],
      "unknown format: jsonschema",
      "Did you mean json-schema?",
    ],
    [
      ["rules", "--format", "toString"],
      "unknown format: toString",
      "Use one of json, json-schema, markdown.",
    ],
    [
      ["rules", "--format", "markdown", "--of", "repot"],
      "no report or call is named repot",
      "Did you mean report?",
    ],
    [
      ["rules", "--format", "markdown", "--of", "ad-analitics"],
      "no report or call is named ad-analitics",
      "Did you mean ad-analytics?",
    ],
  ])("rejects %j as a usage error", async (args, message, fix) => {
    expect(await command(args)).toEqual({
      exit: 2,
      stdout: "",
      stderr: `error  ${message}\n  fix  ${fix}\n`,
    });
  });
});
