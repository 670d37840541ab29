import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FolderOptions } from "../../../cli/commands/generate/folder-options.js";
import { generate } from "../../../cli/commands/generate/generate.js";
import { printProblems } from "../../../generator/print.js";
import { Problems } from "../../../generator/problem.js";
import { command, testIo } from "../../support/in-process.js";
import { description } from "../../support/made-up-description.js";

const RULE = "If grain is HOUR, you can request data for up to 5 days before today.";
const IN_NEW_WORDS =
  "When grain is HOUR, the time between start_date and end_date cannot exceed 9 days.";
const ours = description.replace("https://example.test/v1", "https://api.pinterest.com/v5");
const reworded = ours.replace(RULE, `${RULE}\n        - ${IN_NEW_WORDS}`);

let folder = "";
let said = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "generate-"));
  writeFileSync(join(folder, "named.yaml"), "operations: { question: shop/ask }\n");
  writeFileSync(join(folder, "all.yaml"), "operations: all\n");
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  said = "";
});
const io = testIo({ stderr: (text) => (said += text) });

const at = (name: string): string => join(folder, name);

/**
 * Runs generate on a description into `out`, and returns the exit code. `said` then contains what
 * the command would print.
 */
async function from(
  text: string,
  out: string,
  flows: string,
  more: Partial<FolderOptions> = {},
): Promise<number> {
  said = "";
  writeFileSync(at(`${out}.yaml`), text);
  try {
    return await generate(
      { check: false, spec: at(`${out}.yaml`), out: at(out), flows: at(flows), ...more },
      io,
    );
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    said += printProblems(error.list);
    return 1;
  }
}

const rulesIn = (out: string, name: string): string =>
  readFileSync(join(folder, out, "operations", name, "rules.ts"), "utf8");

describe.each([
  ["named.yaml", "question"],
  ["all.yaml", "shop-ask"],
])("generate --spec with %s", (flows, name) => {
  const out = `from-${name}`;

  it("prints nothing about prose that it understood", async () => {
    expect(await from(ours, out, flows)).toBe(0);
    expect(said).not.toMatch(/^(?:prose|accepted|note|error)/m);
    expect(rulesIn(out, name)).toContain('"max-lookback-hour"');
  });

  it("ignores a proposed rule until it is accepted", async () => {
    expect(await from(reworded, `${out}-none`, flows)).toBe(0);
    expect(rulesIn(`${out}-none`, name)).not.toContain('"max-range-hour"');
    said = "";
    expect(await from(reworded, `${out}-new`, flows, { strictProse: true })).toBe(1);
    expect(said).toContain("a sentence has unfamiliar wording, and a rule is proposed");
    expect(said).toContain(
      "rules.yaml    - { operation: shop/ask, id: max-range-hour, kind: max-range, ",
    );
    expect(said).toContain("run the command again with --accept-proposed");
    expect(existsSync(at(`${out}-new`))).toBe(false);

    expect(await from(reworded, `${out}-new`, flows, { acceptProposed: true })).toBe(0);
    expect(said).toContain("accepted   shop/ask max-range-hour, as proposed\n");
    expect(rulesIn(`${out}-new`, name)).toContain('"max-range-hour"');
  });

  it("checks the output with --accept-proposed too, and repeats the flag in its advice if the output has drifted", async () => {
    await from(reworded, `${out}-kept`, flows, { acceptProposed: true });
    expect(await from(reworded, `${out}-kept`, flows, { check: true })).toBe(1);
    expect(await from(reworded, `${out}-kept`, flows, { check: true, acceptProposed: true })).toBe(
      0,
    );
    writeFileSync(
      at(`${out}-kept/source.ts`),
      readFileSync(at(`${out}-kept/source.ts`), "utf8").concat("//\n"),
    );
    expect(await from(reworded, `${out}-kept`, flows, { check: true, acceptProposed: true })).toBe(
      1,
    );
    expect(said).toContain(`--flows ${at(flows)} --accept-proposed, then commit`);
  });

  it("reports a contradiction between prose and schema", async () => {
    expect(
      await from(
        ours.replace("Steps of time", "YEAR - counted by the year"),
        `${out}-other`,
        flows,
      ),
    ).toBe(0);
    expect(said).toContain(
      "note       the prose explains YEAR, which is not a valid value for grain   shop/ask body:grain\n",
    );
  });
});

it("generate lists each requirement that it did not understand, and only fails on request", async () => {
  const strange = ours.replace("Last day", "Must not be a Sunday");
  expect(await from(strange, "strange-all", "all.yaml")).toBe(0);
  expect(said).toContain(
    "unread     1 sentence that may state a rule, in 1 operation where unread sentences are allowed\n",
  );
  expect(await from(strange, "strange-all", "all.yaml", { strictProse: true })).toBe(1);
  expect(said).toContain("error  a sentence states a requirement that is not understood\n");
  said = "";
  expect(await from(strange, "strange-named", "named.yaml")).toBe(0);
  expect(said).toContain(
    "unread     1 sentence that may state a rule, in 1 operation where unread sentences are allowed\n",
  );
  writeFileSync(at("offered.yaml"), "operations: { question: delivery_metrics/get }\n");
  said = "";
  expect(
    await from(
      strange.replace("shop/ask", "delivery_metrics/get"),
      "strange-offered",
      "offered.yaml",
    ),
  ).toBe(0);
  expect(said).toMatch(
    /^unread {5}a sentence states a requirement that is not understood: "Must not be a Sunday" {3}#\/\S+\/end_date\/description, sentence 1 {3}([0-9a-f]{16})\n {11}skipped\.yaml: - \{ fingerprint: "?\1"?, reason: .* \}$/m,
  );
  // The understood sentences still produce rules.
  expect(rulesIn("strange-named", "question")).toContain('"max-lookback-hour"');
  expect(await from(strange, "strange-strict", "named.yaml", { strictProse: true })).toBe(1);
  expect(said).toContain("error  a sentence states a requirement that is not understood\n");
  expect(said).toContain(
    "Alternatively, add `prose: certain` to flows.yaml, for one call or the whole file",
  );
  expect(existsSync(at("strange-strict"))).toBe(false);
  writeFileSync(
    at("certain.yaml"),
    "operations: { question: { operation: shop/ask, prose: certain } }\n",
  );
  writeFileSync(at("file-certain.yaml"), "prose: certain\noperations: { question: shop/ask }\n");
  writeFileSync(at("all-certain.yaml"), "prose: certain\noperations: all\n");
  for (const file of ["certain.yaml", "file-certain.yaml", "all-certain.yaml"]) {
    said = "";
    expect(await from(strange, "strange-certain", file, { strictProse: true })).toBe(0);
    expect(said).toContain(
      "unread     1 sentence that may state a rule, in 1 operation where unread sentences are allowed\n",
    );
  }
});

it("generate reports a repeated sentence once, and lists the places where it occurs", async () => {
  const twice = ours
    .replace("Last day", "Must not be a Sunday.")
    .replace("First day.", "Must not be a Sunday.");
  expect(
    await from(twice.replace("shop/ask", "delivery_metrics/get"), "twice-offered", "offered.yaml"),
  ).toBe(0);
  expect(said).toMatch(/\/start_date\/description, sentence 1 and 1 more place {3}[0-9a-f]{16}\n/);
  expect(await from(twice, "twice", "named.yaml", { strictProse: true })).toBe(1);
  expect(said).toMatch(
    /\/start_date\/description, sentence 1\n[\s\S]*\n {4}also +#\S+\/end_date\/description, sentence 1\n/,
  );
  expect(said).toContain("1 error. Nothing was written.");
});

it("generate prints the rules that a description has but this package's contract lacks, and the rules that were lost", async () => {
  expect(await from(ours, "rules", "named.yaml")).toBe(0);
  const [, id] =
    /^rule {7}to review: shop\/ask (max-lookback-hour): .* {3}#\/paths\/\S+ {3}[0-9a-f]{16}$/m.exec(
      said,
    ) ?? [];
  expect(id).toBe("max-lookback-hour");
  said = "";
  const without = ours
    .replace(/^ +- If grain is HOUR, .*\n/m, "")
    .replace("Last day", "Last day. The time between start_date and end_date cannot exceed 9 days");
  expect(await from(without, "rules", "named.yaml", { acceptProposed: true })).toBe(0);
  const lines = said.split("\n").filter((line) => /^(lost|new|rule) /.test(line));
  expect(lines.map((line) => line.slice(0, 60))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^lost {7}question max-lookback-hour: /)]),
  );
  expect(lines[0]).toMatch(/^lost/);
  expect(said.indexOf("\nlost ")).toBeLessThan(said.indexOf("\nrule "));
});

describe("a listed operation that cannot be generated", () => {
  beforeAll(() => writeFileSync(at("two-calls.yaml"), flows));
  const flows = "operations: { question: shop/ask, look: shop/look }\n";
  // A required cookie, which the client cannot send.
  const broken = ours.replace(
    '      parameters:\n        - $ref: "#/components/parameters/Shop"\n',
    (text) =>
      `${text}        - { name: session, in: cookie, required: true, schema: { type: string } }\n`,
  );

  it("stops generation, or with --keep-going is listed as left out, with a separate exit code", async () => {
    expect(await from(broken, "both", "two-calls.yaml")).toBe(1);
    expect(existsSync(at("both"))).toBe(false);
    said = "";
    expect(await from(broken, "both", "two-calls.yaml", { keepGoing: true })).toBe(3);
    expect(said).toMatch(/^left out {3}shop\/look: .* cookie {3}#\/paths\/\S+$/m);
    expect(rulesIn("both", "question")).toContain('"max-lookback-hour"');
    expect(existsSync(at("both/operations/look"))).toBe(false);
    expect(await from(broken, "both", "two-calls.yaml", { keepGoing: true, check: true })).toBe(0);
    expect(await from(ours, "both", "two-calls.yaml", { keepGoing: true })).toBe(0);
  });

  it("is rejected if the description names another server, even with --keep-going", async () => {
    expect(
      await from(
        broken.replace("https://api.pinterest.com/v5", "https://elsewhere.example"),
        "moved",
        "two-calls.yaml",
        {
          keepGoing: true,
        },
      ),
    ).toBe(1);
    expect(said).toContain("the description's server is not");
    expect(said).toContain("session, in cookie");
    expect(existsSync(at("moved"))).toBe(false);
  });

  it("is listed in the JSON output, like everything that was left out", async () => {
    const offered = "delivery_metrics/get";
    writeFileSync(
      at("broken.yaml"),
      broken.replace("Last day", "Must not be a Sunday").replace("shop/ask", offered),
    );
    writeFileSync(at("one-offered.yaml"), flows.replace("shop/ask", offered));
    const args = [
      "generate",
      "--spec",
      at("broken.yaml"),
      "--flows",
      at("one-offered.yaml"),
      "--keep-going",
    ];
    const { exit, stdout } = await command([...args, "--out", at("data"), "--format", "json"]);
    const told = stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(exit).toBe(3);
    expect(told).toContainEqual({
      kind: "left out",
      what: expect.stringMatching(/^shop\/look: .* cookie$/),
      where: expect.stringMatching(/^#\//),
      locationCount: 1,
    });
    expect(told).toContainEqual(
      expect.objectContaining({
        kind: "unread",
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      }),
    );
    expect(told).toContainEqual(
      expect.objectContaining({
        kind: "rule",
        what: expect.stringMatching(/^to review: delivery_metrics\/get /),
      }),
    );
    const github = await command([...args, "--out", at("annotated"), "--format", "github"]);
    expect(github.stdout).toMatch(/^::warning title=left out%3A /m);
  });
});

describe("a spec/ folder in the working directory", () => {
  it("is not read: the output depends only on the given files", async () => {
    const cwd = at("theirs");
    mkdirSync(join(cwd, "spec"), { recursive: true });
    writeFileSync(join(cwd, "openapi.yaml"), ours);
    for (const [name, text] of Object.entries({
      rules: "extends: spectral:oas\n",
      docs: "x: 1\n",
      flows: "flows: {}\n",
      skipped: "",
    }))
      writeFileSync(join(cwd, "spec", `${name}.yaml`), text);
    const { exit, stderr } = await command(
      ["generate", "--spec", "openapi.yaml", "--out", "out", "--flows", "../named.yaml"],
      { cwd },
    );
    expect([exit, stderr]).toEqual([
      0,
      expect.stringContaining("spec       Made up 1.2.3, 1 operation\n"),
    ]);
    expect(readdirSync(join(cwd, "spec")).length).toBe(4);
  });

  it("is read if it is given, and the output says so", async () => {
    mkdirSync(at("mine"));
    writeFileSync(at("mine/docs.yaml"), 'shop/ask: { "": What we ask a shop. }\n');
    const options = { specFolder: at("mine") };
    expect(await from(ours, "documented", "named.yaml", options)).toBe(0);
    expect(said).toContain(
      `added      ${at("mine/docs.yaml")}, to the package's own annotations\n`,
    );
    expect(readFileSync(at("documented/operations/question/call.ts"), "utf8")).toContain(
      "/**\n * What we ask a shop.\n *\n * Ask about a shop",
    );
    expect(await from(ours, "documented", "named.yaml", { ...options, check: true })).toBe(0);
    writeFileSync(at("mine/docs.yaml"), 'shop/aks: { "": What we ask a shop. }\n');
    expect(await from(ours, "documented", "named.yaml", options)).toBe(1);
    expect(said).toContain("the entry is for shop/aks, which is not generated");
  });
});

it("generate prints folders if many files change, and individual files if few do", async () => {
  const [spec, out] = ["test/fixtures/contract-5.12.0.yaml", at("many")];
  const files = (): string[] => said.split("\n").filter((line) => line.includes(`${out}/`));
  await generate({ check: false, spec, out }, io);
  expect(files()).toContainEqual(
    expect.stringMatching(/\/many\/report\/ {3}\d+ files {3}\+\d+ -0$/),
  );
  expect(files()).toContainEqual(
    expect.stringMatching(/\/many\/operations\/ {3}\d+ files {3}\+\d+ -0$/),
  );
  expect(files().length).toBeLessThan(10);

  said = "";
  const rules = join(out, "report/rules.ts");
  writeFileSync(rules, `${readFileSync(rules, "utf8")}// by hand\n`);
  await generate({ check: false, spec, out }, io);
  expect(files()).toEqual([`           ${out}/report/rules.ts   +0 -1`]);

  // The folder loses all reports except one. Only their number is printed.
  writeFileSync(
    at("few.yaml"),
    `flows: { report: { create: analytics/create_report, poll: analytics/get_report } }
operations: {}
statuses: { pending: [IN_PROGRESS], done: [FINISHED], failed: [FAILED, EXPIRED, CANCELLED, DOES_NOT_EXIST] }
`,
  );
  said = "";
  await generate({ check: true, spec, out, flows: at("few.yaml") }, io);
  expect(files()).toContainEqual(
    expect.stringMatching(/^ {2}\S+\/many\/operations\/ {3}\d+ orphans$/),
  );
  expect(files()).toContainEqual(
    expect.stringMatching(/^ {2}\S+\/many\/ {3}\d+ changed, 4 orphans$/),
  );
  const problems = generate(
    { check: true, spec, out, flows: at("few.yaml"), asProblems: true },
    io,
  );
  await expect(problems).rejects.toMatchObject({
    list: expect.arrayContaining([
      expect.objectContaining({
        what: expect.stringMatching(/^\d+ differences: \d+ orphans$/),
        where: `${out}/operations/`,
        fix: expect.stringContaining("pinterest-reports generate --spec"),
      }),
    ]),
  });
  said = "";
  await generate({ check: false, spec, out, flows: at("few.yaml") }, io);
  expect(files()).toContainEqual(
    expect.stringMatching(/\/many\/operations\/ {3}(\d+) files {3}\+0 -\d+, \1 removed$/),
  );
});

it("generate refers to the description by the path that the user gave", async () => {
  mkdirSync(at("deep"));
  writeFileSync(at("deep/packed.yaml"), new Uint8Array([0x1f, 0x8b, 0xff]));
  const named = ["nowhere/openapi.yaml", "deep", "deep/packed.yaml"].map(at);
  for (const spec of named) {
    const refused = generate(
      { check: false, spec, out: at("deep-out"), flows: at("named.yaml") },
      io,
    );
    await expect(refused).rejects.toMatchObject({ list: [{ where: spec }] });
  }
});

it("generate says what the description lacks, and lists the other files in its folder", async () => {
  writeFileSync(
    at("young.yaml"),
    "missing: leave-out\noperations: { question: shop/ask, answer: shop/answer }\n",
  );
  mkdirSync(at("later"));
  for (let number = 1; number <= 7; number++)
    writeFileSync(at(`later/notes-${number}.md`), "mine\n");
  expect(await from(ours, "later", "young.yaml")).toBe(0);
  expect(said).toContain("left out   answer: the description has no operation shop/answer");
  expect(said.split("\n").filter((line) => /extra|more$/.test(line))).toEqual([
    ...[1, 2, 3, 4, 5].map(
      (number) =>
        `           extra   ${at("later")}/notes-${number}.md   not generated, left unchanged`,
    ),
    "           and 2 more",
  ]);
  expect(await from(ours, "later", "young.yaml", { check: true })).toBe(0);
});

describe("the output folder", () => {
  const out = "shared";
  const foreign = (name: string, treatment: string): string =>
    `           extra   ${at(out)}/${name}   not generated, ${treatment}\n`;
  const call = (more: Partial<FolderOptions> = {}) => from(ours, out, "named.yaml", more);

  it("can contain an extra file, which every run reports without failing", async () => {
    await call();
    writeFileSync(at(`${out}/mine.ts`), "export const mine = 1;\n");
    expect(await call()).toBe(0);
    expect(said).toContain(
      `nothing new since the last run\n${foreign("mine.ts", "left unchanged")}`,
    );
    expect(await call({ check: true })).toBe(0);
    expect(said).toBe(
      `${at(out)}/ is up to date with ${at(out)}.yaml\n${foreign("mine.ts", "not compared")}`,
    );
  });

  it("has its extra files reported along with the files that differ, including in JSON", async () => {
    const source = readFileSync(at(`${out}/source.ts`));
    writeFileSync(at(`${out}/source.ts`), `${source}//\n`);
    for (const asProblems of [false, true]) {
      expect(await call({ check: true, asProblems })).toBe(1);
      expect(said.split(foreign("mine.ts", "not compared"))).toHaveLength(2);
      expect(said).toContain(`${at(out)}/source.ts`);
    }
    writeFileSync(at(`${out}/source.ts`), source);
    rmSync(at(`${out}/mine.ts`));
  });

  const LOST =
    "manifest.json is missing, damaged or from another version, so everything was generated for the comparison; run generate to rewrite that file\n";
  it("is compared without its manifest if the manifest is missing or damaged, and a message says so", async () => {
    expect(await call({ check: true })).toBe(0);
    expect(said).not.toContain("manifest.json");
    const manifest = readFileSync(at(`${out}/manifest.json`), "utf8");
    const changes = [
      () => rmSync(at(`${out}/manifest.json`)),
      () => writeFileSync(at(`${out}/manifest.json`), manifest.replace('"leftOut"', '"out"')),
    ];
    for (const change of changes) {
      change();
      expect(await call({ check: true })).toBe(0);
      expect(said).toBe(
        `${at(out)}/ is up to date with ${at(out)}.yaml\n           ${at(out)}/${LOST}`,
      );
      expect(await call()).toBe(0);
      expect(readFileSync(at(`${out}/manifest.json`), "utf8")).toBe(manifest);
    }
  });

  const TAKEN: Readonly<Record<string, (path: string) => void>> = {
    "a link": (path) => {
      renameSync(path, at("elsewhere.json"));
      symlinkSync(at("elsewhere.json"), path);
    },
    "a folder": (path) => {
      rmSync(path);
      mkdirSync(path);
    },
    "a file of yours": (path) => writeFileSync(path, "{}\n"),
  };
  it.each(Object.entries(TAKEN))(
    "makes --check fail, like a run, if the manifest is %s",
    async (_, take) => {
      await call();
      take(at(`${out}/manifest.json`));
      expect(await call({ check: true })).toBe(1);
      expect(said).toContain(
        `  obstacle ${at(out)}/manifest.json   not generated, but has the path of a generated file\n`,
      );
      expect(said.split("manifest.json")).toHaveLength(2);
      expect(await call()).toBe(1);
      expect(said).toContain("a generated file belongs here, but something else is in its place");
      rmSync(at(`${out}/manifest.json`), { recursive: true });
    },
  );
});

it.each([true, false])(
  "generate rejects an output folder that is a file (--check: %s)",
  async (check) => {
    writeFileSync(at("a-file"), "mine\n");
    expect(await from(ours, "a-file", "named.yaml", { check })).toBe(1);
    expect(said).toContain("error  the output folder is a file\n");
    expect(readFileSync(at("a-file"), "utf8")).toBe("mine\n");
  },
);

it("generate accepts --accept-proposed only with --spec", async () => {
  writeFileSync(at("whole.yaml"), reworded);
  const given = [
    "generate",
    "--spec",
    "whole.yaml",
    "--out",
    "whole",
    "--flows",
    "named.yaml",
    "--accept-proposed",
  ];
  const [taken, alone] = await Promise.all([
    command(given, { cwd: folder }),
    command(["generate", "--accept-proposed"]),
  ]);
  expect([taken.exit, taken.stderr]).toEqual([
    0,
    expect.stringContaining("accepted   shop/ask max-range-hour, as proposed\n"),
  ]);
  expect([alone.exit, alone.stderr.split("\n")[0]]).toEqual([
    2,
    "error  --accept-proposed needs --spec and --out",
  ]);
});
