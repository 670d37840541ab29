import { execSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { cure, generator, poison, workingCopy } from "../../support/working-copy.js";

const SPEC = "spec/contract.yaml";

let copy: URL;
const file = (path: string) => new URL(path, copy);
const command = [
  "generate",
  "--spec",
  SPEC,
  "--out",
  "out",
  "--spec-folder",
  "own",
  "--flows",
  "flows.yaml",
];
const check = (...flags: readonly string[]) => generator(copy, ...command, "--check", ...flags);
const UP_TO_DATE = { exit: 0, stderr: `out/ is up to date with ${SPEC}\n` };
/** Everything is compared again, which loads a tool. Here, the tool reports that it was loaded. */
const COMPARED = { exit: 1, stderr: expect.stringContaining("loaded handlebars") };

beforeAll(async () => {
  copy = workingCopy();
  writeFileSync(file("flows.yaml"), "operations:\n  ad-accounts: ad_accounts/list\n");
  mkdirSync(file("own/"));
  writeFileSync(file("own/docs.yaml"), "ad_accounts/list: { '': Accounts. }\n");
  expect(await generator(copy, ...command)).toMatchObject({ exit: 0 });
  poison(copy, "handlebars");
});

it("--check loads no tools if nothing has changed since the output was written", async () => {
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
  "the first output file": "out/index.ts",
  "an output file in a folder": "out/operations/ad-accounts/call.ts",
  "the model": "out/model.json",
};

it.each(Object.entries(CHANGES))(
  "--check compares everything after a change to %s, and nothing after the change is undone",
  async (_, path) => {
    const before = readFileSync(file(path));
    appendFileSync(file(path), path.endsWith(".yaml") ? "# more\n" : "\n");
    expect(await check()).toMatchObject(COMPARED);
    writeFileSync(file(path), before);
    expect(await check()).toEqual(UP_TO_DATE);
  },
);

it.each(["--accept-proposed", "--keep-going", "--strict-prose", "--no-descriptions"])(
  "--check compares everything if run with %s",
  async (flag) => {
    expect(await check(flag)).toMatchObject(COMPARED);
  },
);

it.each(["node_modules/handlebars/package.json", "node_modules/yaml/package.json"])(
  "--check compares everything if %s has a new version",
  async (at) => {
    const before = readFileSync(file(at), "utf8");
    writeFileSync(file(at), before.replace(/("version": ?")/, "$19"));
    expect(await check()).toMatchObject(COMPARED);
    writeFileSync(file(at), before);
    expect(await check()).toEqual(UP_TO_DATE);
  },
);

it("--check compares everything if an output file is missing, added, or a link", async () => {
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

it("--check compares everything if the manifest is missing, damaged, or for a different output", async () => {
  const manifest = file("out/manifest.json");
  const good = readFileSync(manifest, "utf8");
  const { output, generator, description, inputs, sha256 } = JSON.parse(good);
  const edited = [output, generator, description.sha256, inputs["flows.yaml"], sha256].map(
    (digest) => good.replace(digest, "0".repeat(64)),
  );
  for (const text of ["", good.slice(1), "{}", "null", ...edited]) {
    writeFileSync(manifest, text);
    expect(await check()).toMatchObject(COMPARED);
  }
  rmSync(manifest);
  expect(await check()).toMatchObject(COMPARED);
  writeFileSync(manifest, good.replaceAll("\n", "\r\n"));
  expect(await check()).toEqual(UP_TO_DATE);
  writeFileSync(manifest, good);
});

it("--check also loads no tools in a fresh checkout, without node_modules/.cache", async () => {
  rmSync(file("node_modules/.cache/"), { recursive: true, force: true });
  expect(await check()).toEqual(UP_TO_DATE);
  expect(existsSync(file("node_modules/.cache/"))).toBe(false);
});

it("--check names a file that differs, and writes nothing", async () => {
  cure(copy, "handlebars");
  const [before, manifest] = [
    readFileSync(file("out/index.ts")),
    readFileSync(file("out/manifest.json"), "utf8"),
  ];
  appendFileSync(file("out/index.ts"), "// by hand\n");
  expect(await check()).toMatchObject({
    exit: 1,
    stderr: expect.stringContaining("changed  out/index.ts"),
  });
  expect(readFileSync(file("out/manifest.json"), "utf8")).toBe(manifest);
  writeFileSync(file("out/index.ts"), before);
});

it.skipIf(process.platform === "win32")(
  "generate accepts a pipe as an input, although a pipe can be read only once",
  async () => {
    const words = [
      "cli/bin.js",
      "generate",
      "--spec",
      SPEC,
      "--out",
      "piped",
      "--flows",
      "/dev/stdin",
    ].join(" ");
    const cwd = fileURLToPath(copy);
    execSync(`cat flows.yaml | "${process.execPath}" ${words}`, { cwd, stdio: "ignore" });
    expect(readdirSync(file("piped/"))).toEqual(readdirSync(file("out/")));
  },
);
