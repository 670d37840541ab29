import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { annotationsWith } from "../../../cli/commands/generate/annotations.js";
import { PARSERS, parsedAsJson, parsedFrom } from "../../../generator/parse/shipped.js";
import { Problems } from "../../../generator/problem.js";
import { shippedFile } from "../../../generator/workspace.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const ours = annotationsWith({});
const REPORT = "analytics/create_report";

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = fileURLToPath(temporaryFolder());
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function told(files: Readonly<Record<string, string>>): string {
  try {
    annotationsWith({ specFolder: folderOf(files) });
  } catch (error) {
    if (error instanceof Problems) return error.message;
    throw error;
  }
  return "nothing was refused";
}

describe("a repository's own annotations", () => {
  it("are added to ours", () => {
    const { rules, docs, columns, rows, skipped, flows, added } = annotationsWith({
      specFolder: folderOf({
        "rules.yaml": `- { operation: ${REPORT}, id: mine, kind: forbidden-when, field: a, reason: We say so. }\n`,
        "docs.yaml": `${REPORT}: { level: What we call a level. }\nboards/list: { "": All boards. }\n`,
        "columns.yaml": "columns: { MY_COLUMN: { value: count, evidence: unverified } }\n",
        "rows.yaml": "reports/create: { PIN: { ids: [PIN_ID], evidence: [description] } }\n",
        "skipped.yaml": "skipped: [{ fingerprint: 0123456789abcdef, reason: We know. }]\n",
      }),
    });
    expect(rules).toHaveLength(ours.rules.length + 1);
    expect(docs.get(REPORT)?.size).toBe(ours.docs.get(REPORT)?.size);
    expect([docs.get(REPORT)?.get("level"), docs.get(REPORT)?.get("start_date")]).toEqual([
      "What we call a level.",
      ours.docs.get(REPORT)?.get("start_date"),
    ]);
    expect([
      columns.size - ours.columns.size,
      rows.size - ours.rows.size,
      skipped.size - ours.skipped.size,
    ]).toEqual([1, 1, 1]);
    expect(flows).toEqual(ours.flows);
    expect(added?.map(({ operation }) => operation)).toEqual([REPORT, REPORT, "boards/list"]);
  });

  it("replace ours if they are about the same thing", () => {
    const [rule] = ours.rules;
    const text = `- { operation: ${rule?.operation}, id: ${rule?.entry.id}, kind: date-order, severity: warning, reason: We only want to know. }\n`;
    const { rules } = annotationsWith({ specFolder: folderOf({ "rules.yaml": text }) });
    expect(rules).toHaveLength(ours.rules.length);
    expect(
      rules.filter(({ entry }) => entry.id === rule?.entry.id).map(({ entry }) => entry.reason),
    ).toContain("We only want to know.");
  });

  it("select the generated operations, and a file that is named explicitly replaces the folder's", () => {
    const folder = folderOf({
      "flows.yaml": "operations: { boards: boards/list }\n",
      "other.txt": "operations: { pins: pins/list }\n",
    });
    expect(
      annotationsWith({ specFolder: folder }).flows.operations?.map(({ name }) => name),
    ).toEqual(["boards"]);
    const { flows } = annotationsWith({ specFolder: folder, flows: join(folder, "other.txt") });
    expect(flows.operations?.map(({ where }) => where)).toEqual([`${join(folder, "other.txt")}:1`]);
  });
});

describe("an unknown or invalid annotation file", () => {
  it.each([
    [{ "rules.yaml": "extends: spectral:oas\n" }, /rules\.yaml:1: a rule file must be a list$/],
    [{ "rules.yaml": "" }, /rules\.yaml:1: a rule file must be a list/],
    [{ "rules.yaml": "rules: []\n" }, /rules\.yaml:1: a rule file must be a list/],
    [{ "docs.yaml": "x: 1\n" }, /docs\.yaml:1: the entry for x has no fields$/],
    [{ "docs.yaml": "- x\n" }, /docs\.yaml:1: the file has no operations$/],
    [{ "docs.yaml": "" }, /docs\.yaml:1: the file has no operations$/],
    [{ "columns.yaml": "x: 1\n" }, /columns\.yaml:1: unknown key "x"$/],
    [{ "rows.yaml": "- x\n" }, /rows\.yaml:1: the file has no operations$/],
    [{ "skipped.yaml": "x: 1\n" }, /skipped\.yaml:1: the file has no list `skipped`/],
    [
      { "rule.yaml": "[]\n", "docs.yaml": "a: { b: C. }\n" },
      /rule\.yaml: rule\.yaml is not an annotation file$/,
    ],
    [{ "notes.md": "mine\n" }, /: the folder contains no annotation file$/],
  ])("is rejected by name: %j", (files, says) => {
    expect(told(files)).toMatch(says);
  });

  it("is not looked for in a missing folder or in a file: both are rejected", () => {
    const folder = folderOf({ file: "" });
    for (const name of ["nowhere", "file"])
      expect(() => annotationsWith({ specFolder: join(folder, name) })).toThrow(
        `${name}: there is no such folder`,
      );
  });
});

it("the generator's own files have the names that it expects", () => {
  const folder = folderOf({});
  mkdirSync(join(folder, "all"));
  for (const name of ["flows", "rules", "docs", "columns", "rows", "skipped"])
    writeFileSync(join(folder, "all", `${name}.yaml`), readFileSync(shippedFile(`${name}.yaml`)));
  const { added: _, ...all } = annotationsWith({ specFolder: join(folder, "all") });
  expect(all.docs).toEqual(ours.docs);
  expect(all.rules).toHaveLength(ours.rules.length);
});

it("the annotations that the build compiles match the files", () => {
  const parsed = parsedFrom(parsedAsJson());
  for (const name of [
    "flows.yaml",
    "rules.yaml",
    "docs.yaml",
    "columns.yaml",
    "rows.yaml",
    "skipped.yaml",
  ] as const)
    expect(parsed[name]).toStrictEqual(PARSERS[name](readFileSync(shippedFile(name), "utf8")));
});
