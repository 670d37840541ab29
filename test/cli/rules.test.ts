import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bin } from "./bin.js";

describe("rules", () => {
  it("prints the body as JSON Schema", async () => {
    const { exit, stdout, stderr } = await bin(["rules", "--format", "json-schema"]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", title: "ReportRequest" });
  });

  it("prints the rules as CEL, IDL and words, of the report that is named", async () => {
    const [cel, idl, words] = await Promise.all(
      ["cel", "idl", "markdown"].map(async (format) => (await bin(["rules", "--flow", "report", "--format", format])).stdout),
    );
    expect(JSON.parse(cel ?? "").cel[0]).toEqual({
      id: expect.any(String),
      message: expect.any(String),
      severity: "error",
      expression: expect.stringContaining("today"),
    });
    expect(parse(idl ?? "")["x-dependencies"]).toContain("start_date <= end_date;");
    expect(words).toMatch(/^### Rules between fields\n\n\| rule /);
  });

  it.each([
    [["rules"], "rules needs --format", "There are json-schema, cel, idl, markdown."],
    [["rules", "--format", "jsonschema"], "--format jsonschema is not known", "Did you mean json-schema?"],
    [["rules", "--format", "toString"], "--format toString is not known", "There are json-schema, cel, idl, markdown."],
    [["rules", "--format", "cel", "--flow", "repot"], "there is no report called repot", "Did you mean report?"],
  ])("%j is called wrongly", async (args, message, fix) => {
    expect(await bin(args)).toEqual({ exit: 2, stdout: "", stderr: `error  ${message}\n  fix  ${fix}\n` });
  });
});
