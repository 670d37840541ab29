import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeServer, type FakeServer } from "../../../generated/testing.js";
import { bin, type Ended } from "../../support/bin.js";
import { access, type Consumer, consumer, run } from "../../support/consumer.js";
import { blocksOf, linksOf } from "../../support/markdown.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SPECS = process.env.PINTEREST_SPECS;

const readme = await readFile(join(ROOT, "README.md"), "utf8");
const blocks = blocksOf(readme);
const [client = ""] = texts("ts");
const commands = texts("sh").flatMap((text) => text.trim().split("\n"));
const calls = commands.flatMap((line) => {
  const [, words] =
    /^(?:npx |node_modules\/\.bin\/)pinterest-reports (.*?)(?: +#.*)?$/.exec(line) ?? [];
  return words === undefined ? [] : [words.split(" ")];
});
const generating = calls.filter(([command]) => command === "generate");

let folder: string;
let home: Consumer;
let server: FakeServer;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "readme-"));
  home = await consumer("readme");
  server = await createFakeServer({ polls: 0 });
  const { PINTEREST_ACCESS_TOKEN = "", PINTEREST_API_BASE_URL = "" } = access(server);
  env = { PINTEREST_ACCESS_TOKEN, PINTEREST_API_BASE_URL };
});

afterAll(async () => {
  await server.close();
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the README's first lines", () => {
  it("contain existing commands", async () => {
    const { name, scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    expect(commands[0]).toBe(`npm install ${name}`);
    expect(commands[1]).toMatch(/^npm ci && npm start /);
    expect(commands[2]).toMatch(/^npm ci && npm test /);
    expect(readme).toContain("`npx pinterest-reports demo`");
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["start", "test"]));
  });

  it("are part of a README that fits on two screens", () => {
    expect(readme.split("\n").length).toBeLessThanOrEqual(81);
  });
});

describe("the client's example", () => {
  it("compiles, except where the text says that it does not", async () => {
    expect(await compile(client)).toBe("");
    expect(await compile(client.replace("row.DATE", "row.CTR"))).toContain("CTR");
  });

  it("prints rows", async () => {
    // The README's days are fixed, but the API only accepts the last two and a half years.
    const { start_date, end_date } = lastWeek();
    const program = client.replace("2026-03-01", start_date).replace("2026-03-07", end_date);
    expect(program).not.toBe(client);
    const { stdout, stderr } = await run(await home.write("client.ts", program), { env });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^\d{4}-\d\d-\d\d \d+ [\d.]+\n/);
  });
});

describe("the commands", () => {
  const body = {
    ...lastWeek(),
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
  };

  it("are all tested", () => {
    expect(calls.map(([command]) => command)).toEqual(
      expect.arrayContaining(["validate", "plan", "demo", "run", "generate"]),
    );
  });

  it.each(calls.filter(([command]) => command !== "generate"))("work: %s %s", async (...words) => {
    await writeFile(join(folder, "body.json"), JSON.stringify(body));
    expectFine(await bin(words, { cwd: folder, ...(words[0] !== "demo" && { env }) }));
    if (words[0] === "run")
      expect(await readFile(join(folder, "report.csv"), "utf8")).toMatch(
        /^CAMPAIGN_ID,SPEND_IN_DOLLAR,DATE\n\d/,
      );
  });

  it.skipIf(!SPECS).each(generating)("work: %s %s", async (...words) => {
    await symlink(join(SPECS ?? "", "5.23.0.yaml"), join(folder, "openapi.yaml"));
    expectFine(await bin(words, { cwd: folder }));
    expect(await readFile(join(folder, "src/pinterest/index.ts"), "utf8")).toContain(
      "createClient",
    );
  });
});

describe("the links", () => {
  it("lead to existing files", async () => {
    for (const path of linksOf(readme)) await readFile(join(ROOT, path));
  });
});

function texts(language: string): readonly string[] {
  return blocks.filter((block) => block.language === language).map(({ text }) => text);
}

function lastWeek(): { readonly start_date: string; readonly end_date: string } {
  const day = (ago: number): string =>
    new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  return { start_date: day(7), end_date: day(1) };
}

function expectFine({ exit, stderr }: Ended): void {
  expect(exit, stderr).toBe(0);
}

async function compile(text: string): Promise<string> {
  await home.write("types.ts", text);
  return home.compile(["types.ts"]);
}
