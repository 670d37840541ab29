import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { compile } from "../support/compile.js";
import { descriptions, versions } from "../support/descriptions.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { transpile } from "../support/transpiled.js";
import { SEED } from "./seed.js";

const DRAFTS = 1_000;
const BATCH = 50;
/** The time after which a program counts as hanging and is killed. */
const LONGEST_MS = 1_800_000;
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FIXTURES = ["spec/contract.yaml", "test/fixtures/contract-5.12.0.yaml"];
const FILES = [
  ...FIXTURES.map((path) => join(ROOT, path)),
  ...versions.slice(-2).map((version) => join(descriptions ?? "", `${version}.yaml`)),
];

// Node 20 has a different flag for the permission model.
const PERMISSION = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";
const CHILDREN = inject("transpiled");

beforeAll(() =>
  transpile(ROOT, CHILDREN, ["test/long/hostile", "test/support", "test/system/evolution"]),
);

interface Allowed {
  readonly read: string;
  readonly write?: string;
}

/**
 * The output of a process that can read only the packages and one folder, write to at most one, and
 * start no other process.
 */
function lines(
  name: string,
  words: readonly string[],
  allowed: Allowed,
): Promise<readonly string[]> {
  const reading = [ROOT, CHILDREN, allowed.read, ...(descriptions === null ? [] : [descriptions])];
  const writing = allowed.write === undefined ? [] : [`--allow-fs-write=${allowed.write}`];
  const flags = [
    PERMISSION,
    "--no-warnings",
    ...reading.map((path) => `--allow-fs-read=${path}`),
    ...writing,
  ];
  const child = spawn(
    process.execPath,
    [...flags, join(CHILDREN, `test/long/hostile/${name}.js`), ...words],
    { timeout: LONGEST_MS },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve([
        ...said.trim().split("\n"),
        ...(code === 0 ? [] : [`ended with ${code ?? signal}`]),
      ]),
    );
  });
}

/** The files below a folder. Generated files include their content. */
function madeIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

const tally = { made: 0, refused: 0, files: 0 };
const batches = Array.from({ length: DRAFTS / BATCH }, (_, index) => index * BATCH);

it.concurrent.each(batches)(
  "malicious descriptions from number %i on are rejected, or produce a client that compiles and runs no injected code",
  async (first) => {
    const parent = fileURLToPath(temporaryFolder());
    const out = join(parent, "out");
    mkdirSync(out);
    const said = await lines(
      "generating",
      [out, String(SEED), String(first), String(BATCH), ...FILES],
      { read: out, write: out },
    );
    expect(said.filter((line) => !/^\d+ (made|refused)$/.test(line))).toEqual(["done"]);
    expect(said).toHaveLength(BATCH + 1);
    // `..` could reach the parent folder.
    expect(readdirSync(parent)).toEqual(["out"]);
    const made = madeIn(out);
    tally.made += said.filter((line) => line.endsWith(" made")).length;
    tally.refused += said.filter((line) => line.endsWith(" refused")).length;
    tally.files += made.size;
    expect(
      [...made.keys()].filter((path) => !/^c\d+\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(path)),
    ).toEqual([]);
    expect(compile(made)).toEqual([]);
    const js = join(parent, "js");
    await build({
      entryPoints: [...made.keys()].map((path) => join(out, path)),
      outdir: js,
      outbase: out,
      format: "esm",
      platform: "node",
      target: "node20",
    });
    mkdirSync(join(parent, "node_modules"));
    symlinkSync(CHILDREN, join(parent, "node_modules/pinterest-reports"), "junction");
    expect(await lines("loading", [js], { read: parent })).toEqual(["done"]);
  },
);

// This must run after the concurrent tests.
it("some malicious descriptions are accepted, and some are rejected", () => {
  expect(tally.made + tally.refused).toBe(DRAFTS);
  expect(Math.min(tally.made, tally.refused)).toBeGreaterThan(DRAFTS / 20);
});

afterAll(() => console.log(`malicious descriptions: ${JSON.stringify(tally)}`));
