import { spawn } from "node:child_process";
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { temporaryFolder, workingCopy } from "../pipeline/temporary.js";
import { bin } from "./bin.js";

const HERE = new URL("../../", import.meta.url);

interface Watching {
  /** All that it says from here on until the words have come, or the test's time is up. */
  until(words: RegExp): Promise<string>;
  interrupt(): Promise<number | null>;
}

/** Starts `generate --watch`. It ends by ctrl-C, at the latest when the test's time is up. */
function watching(copy: URL, cwd: URL, ...flags: readonly string[]): Watching {
  const bin = fileURLToPath(new URL("cli/bin.ts", copy));
  const args = ["--import", import.meta.resolve("tsx"), bin, "generate", "--watch", ...flags];
  const child = spawn(process.execPath, args, { cwd: fileURLToPath(cwd), timeout: 100_000 });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  let said = "";
  let look = (): void => {};
  const listen = (text: string): void => {
    said += text;
    look();
  };
  child.stderr.setEncoding("utf8").on("data", listen);
  child.stdout.setEncoding("utf8").on("data", listen);
  return {
    until: (words) =>
      new Promise((resolve, reject) => {
        void ended.then(() => reject(new Error(`it ended, having said ${JSON.stringify(said)}`)));
        look = () => {
          const end = said.search(words);
          if (end < 0) return;
          const upTo = said.indexOf("\n", end) + 1 || said.length;
          resolve(said.slice(0, upTo));
          said = said.slice(upTo);
          look = () => {};
        };
        look();
      }),
    interrupt: () => {
      child.kill("SIGINT");
      return ended;
    },
  };
}

it("generates again when spec/ or a template changes, and says what changed", async () => {
  const copy = workingCopy();
  const process = watching(copy, copy);
  expect(await process.until(/watching/)).toMatch(/nothing changed[\s\S]*watching {3}spec, templates; ctrl-C ends it\n$/);

  appendFileSync(new URL("templates/rules.hbs", copy), "// more\n");
  expect(await process.until(/done in/)).toMatch(/^\nchanged {4}templates\/rules\.hbs\n[\s\S]*\/rules\.ts {3}\+1 -0\n/);
  expect(readFileSync(new URL("generated/report/rules.ts", copy), "utf8")).toMatch(/\/\/ more\n$/);
  expect(await process.interrupt()).toBe(0);
  expect(await process.until(/stopped/)).toBe("stopped\n");
}, 120_000);

it("watches the description and the flows of another repository, and survives problems", async () => {
  const folder = temporaryFolder();
  const at = (path: string): URL => new URL(path, folder);
  copyFileSync(new URL("test/fixtures/contract-5.12.0.yaml", HERE), at("openapi.yaml"));
  const flows = (more: string): string => `flows:
  report: { create: analytics/create_report, poll: analytics/get_report }
${more}operations: {}
statuses: { pending: [IN_PROGRESS], done: [FINISHED], failed: [FAILED, EXPIRED, CANCELLED, DOES_NOT_EXIST] }
`;
  const mmm = "  mmm-report: { create: analytics/create_mmm_report, poll: analytics/get_mmm_report }\n";
  writeFileSync(at("flows.yaml"), flows(""));
  mkdirSync(at("ours"));
  writeFileSync(at("ours/rules.yaml"), "[]\n");
  const named = ["--spec", "openapi.yaml", "--flows", "flows.yaml", "--spec-folder", "ours"];
  const process = watching(HERE, folder, ...named, "--out", "out", "--format", "json");
  const ours = ["spec", "templates"].map((name) => fileURLToPath(new URL(name, HERE)));
  expect(await process.until(/watching/)).toContain(`watching   openapi.yaml, flows.yaml, ours, ${ours.join(", ")}; ctrl-C ends it\n`);

  appendFileSync(at("ours/rules.yaml"), "# more\n");
  expect(await process.until(/nothing changed/)).toMatch(/^\nchanged {4}ours\/rules\.yaml\n/);

  writeFileSync(at("flows.yaml"), flows("  nonsense: [\n"));
  expect(await process.until(/"the YAML is broken.*\}\n/)).toMatch(/(?:^|\n)changed {4}flows\.yaml\n\{"what":"the YAML is broken/);

  // Touched is not changed. The mended file comes as from an editor that writes beside and renames.
  utimesSync(at("openapi.yaml"), new Date(), new Date());
  writeFileSync(at("flows.yaml.swap"), flows(mmm));
  renameSync(at("flows.yaml.swap"), at("flows.yaml"));
  expect(await process.until(/files changed[\s\S]*index\.ts/)).toMatch(/^\nchanged {4}flows\.yaml\n/);
  expect(existsSync(at("out/mmm-report/flow.ts"))).toBe(true);
  expect(await process.interrupt()).toBe(0);
}, 120_000);

it("watches what the generator itself is made from, too, where somebody works on it", async () => {
  const [copy, folder] = [workingCopy(), temporaryFolder()];
  copyFileSync(new URL("test/fixtures/contract-5.12.0.yaml", HERE), new URL("openapi.yaml", folder));
  const process = watching(copy, folder, "--spec", "openapi.yaml", "--out", "out");
  await process.until(/watching/);

  const template = fileURLToPath(new URL("templates/rules.hbs", copy));
  appendFileSync(template, "// more\n");
  expect(await process.until(/files changed/)).toContain(`\nchanged    ${template}\n`);
  await process.until(/\/report\/rules\.ts|\/report\/ /);
  expect(readFileSync(new URL("out/report/rules.ts", folder), "utf8")).toMatch(/\/\/ more\n$/);
  expect(await process.interrupt()).toBe(0);
}, 120_000);

it("goes on where a folder goes away and comes back, as when another branch is checked out", async () => {
  const folder = temporaryFolder();
  const at = (path: string): URL => new URL(path, folder);
  const make = (): void => {
    mkdirSync(at("api"));
    copyFileSync(new URL("test/fixtures/contract-5.12.0.yaml", HERE), at("api/openapi.yaml"));
  };
  make();
  const process = watching(HERE, folder, "--spec", "api/openapi.yaml", "--out", "out");
  await process.until(/watching/);
  rmSync(at("api"), { recursive: true });
  expect(await process.until(/Nothing was written/)).toMatch(/^\nchanged {4}api\/openapi\.yaml\n[\s\S]*there is no such file/);
  make();
  expect(await process.until(/nothing changed/)).toMatch(/^\nchanged {4}api\/openapi\.yaml\n/);
  appendFileSync(at("api/openapi.yaml"), "# more\n");
  expect(await process.until(/nothing changed|files changed/)).toMatch(/^\nchanged {4}api\/openapi\.yaml\n/);
  expect(await process.interrupt()).toBe(0);
}, 120_000);

it.each([
  ["--spec", "nowhere/openapi.yaml", "there is no such file, and no folder for it"],
  ["--flows", "nowhere/flows.yaml", "there is no such file, and no folder for it"],
  ["--spec-folder", "nowhere", "there is no such folder"],
])("cannot watch a folder for %s that is not there, and says so at once", async (flag, path, what) => {
  const folder = temporaryFolder();
  const given = new Map([
    ["--spec", "openapi.yaml"],
    ["--out", "out"],
    [flag, path],
  ]);
  const { exit, stderr } = await bin(["generate", "--watch", ...[...given].flat()], { cwd: fileURLToPath(folder) });
  expect([exit, stderr]).toEqual([1, expect.stringContaining(`error  ${what}\n\n  ${path}\n`)]);
});
