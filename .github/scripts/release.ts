import { readFileSync, writeFileSync } from "node:fs";
import { main, run, say } from "./command.ts";

const STEPS: Readonly<Record<string, () => Promise<unknown>>> = {
  version: () => main(version),
  pack: () => import("./pack.ts"),
  publish: () => import("./publish.ts"),
};

/**
 * Moves the changesets into CHANGELOG.md, and sets the version in package.json, package-lock.json
 * and server.json.
 */
function version(): number {
  const lock = [
    "npm",
    "install",
    "--package-lock-only",
    "--ignore-scripts",
    "--omit-lockfile-registry-resolved",
  ];
  const { exit } = run(["npx", "--no", "changeset", "version"]);
  if (exit !== 0) return exit;
  const { version: next } = JSON.parse(readFileSync("package.json", "utf8"));
  const entry = readFileSync("server.json", "utf8");
  writeFileSync("server.json", entry.replaceAll(/("version": ")[^"]*/g, `$1${next}`));
  return run(lock).exit;
}

// npm run release -- version | pack | publish: the steps that .github/workflows/release.yml runs.
const step = STEPS[process.argv[2] ?? ""];
if (step === undefined) {
  say(`error  npm run release needs a step: ${Object.keys(STEPS).join(", ")}`);
  process.exitCode = 1;
} else await step();
