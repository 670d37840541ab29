import { execSync } from "node:child_process";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { cure, generator, poison, workingCopy } from "../../support/working-copy.js";

const CACHE = "node_modules/.cache/pinterest-reports/";
const SPEC = "spec/contract.yaml";

let copy: URL;
const file = (path: string) => new URL(path, copy);
const command = ["generate", "--spec", SPEC, "--out", "out", "--spec-folder", "own", "--flows", "flows.yaml"];
const check = (...flags: readonly string[]) => generator(copy, ...command, "--check", ...flags);
const UP_TO_DATE = { exit: 0, stderr: `out/ is up to date with ${SPEC}\n` };
/** All is compared again, which needs a tool that says so when it is loaded. */
const COMPARED = { exit: 1, stderr: expect.stringContaining("loaded typescript") };

beforeAll(async () => {
  copy = workingCopy();
  writeFileSync(file("flows.yaml"), "operations:\n  ad-accounts: ad_accounts/list\n");
  mkdirSync(file("own/"));
  writeFileSync(file("own/docs.yaml"), "ad_accounts/list: { '': Accounts. }\n");
  mkdirSync(file("chunks/"));
  writeFileSync(file("chunks/generate.js"), "// as published\n");
  expect(await generator(copy, ...command)).toMatchObject({ exit: 0 });
  poison(copy, "typescript");
});

it("loads no tool as long as nothing has changed since the output was written", async () => {
  expect(await check()).toEqual(UP_TO_DATE);
});

const CHANGES: Readonly<Record<string, string>> = {
  "the description": SPEC,
  "the flows": "flows.yaml",
  "a file of the folder of annotations": "own/docs.yaml",
  "the package's own annotations": "spec/rules.yaml",
  "a template": "templates/header.hbs",
  "the code of the generator": "generator/pipeline.js",
  "the code of the command": "cli/commands/generate/from-description.js",
  "the code of the published generator": "chunks/generate.js",
  "the first output file": "out/index.ts",
  "an output file in a folder": "out/operations/ad-accounts/call.ts",
  "the model": "out/model.json",
};

it.each(Object.entries(CHANGES))("compares all again after a change of %s, and none after it is undone", async (_, path) => {
  const before = readFileSync(file(path));
  appendFileSync(file(path), path.endsWith(".yaml") ? "# more\n" : "\n");
  expect(await check()).toMatchObject(COMPARED);
  writeFileSync(file(path), before);
  expect(await check()).toEqual(UP_TO_DATE);
});

it.each(["--accept-proposed", "--keep-going", "--strict-prose", "--no-descriptions"])("compares all again with %s", async (flag) => {
  expect(await check(flag)).toMatchObject(COMPARED);
});

it.each(["node_modules/typescript/package.json", "package.json"])("compares all again with a new version in %s", async (at) => {
  const before = readFileSync(file(at), "utf8");
  writeFileSync(file(at), before.replace(/("version": ?")/, "$19"));
  expect(await check()).toMatchObject(COMPARED);
  writeFileSync(file(at), before);
  expect(await check()).toEqual(UP_TO_DATE);
});

it("compares all again if an output file is missing, added, or a link", async () => {
  const [path, aside] = [file("out/source.ts"), file("source.ts")];
  renameSync(path, aside);
  expect(await check()).toMatchObject(COMPARED);
  symlinkSync(aside, path);
  expect(await check()).toMatchObject(COMPARED);
  rmSync(path);
  renameSync(aside, path);
  writeFileSync(file("out/more.ts"), readFileSync(path));
  expect(await check()).toMatchObject(COMPARED);
  rmSync(file("out/more.ts"));
  expect(await check()).toEqual(UP_TO_DATE);
});

it("compares all again if the memory is lost, damaged, or that of another state", async () => {
  const [name = ""] = readdirSync(file(CACHE)).filter((entry) => entry.startsWith("description-"));
  const at = file(`${CACHE}${name}`);
  const good = readFileSync(at, "utf8");
  expect(good).toMatch(/^[0-9a-f]{64}$/);
  for (const text of ["", good.slice(1), `${good}\n`, "0".repeat(64), good.toUpperCase(), "\0"]) {
    writeFileSync(at, text);
    expect(await check()).toMatchObject(COMPARED);
  }
  rmSync(at);
  expect(await check()).toMatchObject(COMPARED);
  writeFileSync(at, good);
  expect(await check()).toEqual(UP_TO_DATE);
});

it("remembers nothing of an output that differs", async () => {
  cure(copy, "typescript");
  const before = readFileSync(file("out/index.ts"));
  appendFileSync(file("out/index.ts"), "// by hand\n");
  const memory = () => readdirSync(file(CACHE)).map((name) => readFileSync(file(`${CACHE}${name}`), "utf8"));
  const remembered = memory();
  expect(await check()).toMatchObject({ exit: 1, stderr: expect.stringContaining("changed  out/index.ts") });
  expect(memory()).toEqual(remembered);
  writeFileSync(file("out/index.ts"), before);
});

it.skipIf(process.platform === "win32")("reads a pipe once, for the output", async () => {
  const words = ["cli/bin.js", "generate", "--spec", SPEC, "--out", "piped", "--flows", "/dev/stdin"].join(" ");
  const cwd = fileURLToPath(copy);
  execSync(`cat flows.yaml | "${process.execPath}" ${words}`, { cwd, stdio: "ignore" });
  expect(readdirSync(file("piped/"))).toEqual(readdirSync(file("out/")));
});
