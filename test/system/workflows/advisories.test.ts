import { spawn } from "node:child_process";
import { access, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { transpiled } from "../../support/consumer.js";
import { ended, own } from "./scratch-clone.js";

const PROGRAM = transpiled(
  fileURLToPath(new URL("../../../.github/scripts/advisories.ts", import.meta.url)),
);

/**
 * Runs the script in a folder with one dependency for consumers and one for development, with a
 * local registry that has these advisories. Returns its exit code and output.
 */
async function asked(advisories: Readonly<Record<string, string>> | null, name = "locked") {
  const home = await mkdtemp(join(tmpdir(), "advisories-"));
  const folder = join(home, name);
  await mkdir(folder);
  const packages = {
    "": {
      name: "a",
      version: "1.0.0",
      dependencies: { used: "1.0.0" },
      devDependencies: { beside: "1.0.0" },
    },
    "node_modules/used": { version: "1.0.0", integrity: "sha512-AAAA" },
    "node_modules/beside": { version: "1.0.0", integrity: "sha512-AAAA", dev: true },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(packages[""]));
  await writeFile(
    join(folder, "package-lock.json"),
    JSON.stringify({ name: "a", lockfileVersion: 3, requires: true, packages }),
  );
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === "POST" && advisories === null) return response.writeHead(405).end();
    response.setHeader("content-type", "application/json");
    if (request.method !== "POST") {
      const [, name = ""] = (request.url ?? "").split("/");
      return response.end(
        JSON.stringify({
          name,
          "dist-tags": { latest: "1.0.0" },
          versions: { "1.0.0": { name, version: "1.0.0" } },
        }),
      );
    }
    const one = (severity: string) => [
      {
        id: 1,
        url: "https://a.example/1",
        title: "made up",
        severity,
        vulnerable_versions: "<2.0.0",
      },
    ];
    response.end(
      JSON.stringify(
        Object.fromEntries(
          Object.entries(advisories ?? {}).map(([name, severity]) => [name, one(severity)]),
        ),
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const env = {
    ...own(),
    npm_config_registry: registry,
    npm_config_cache: join(folder, "cache"),
    npm_config_fetch_retries: "0",
  };
  const result = await ended(spawn(process.execPath, [PROGRAM, name], { cwd: home, env }));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(home, { recursive: true });
  return result;
}

it.each<[Readonly<Record<string, string>>, number, RegExp | null]>([
  [{}, 0, null],
  [{ used: "low" }, 1, /^advisory {2}used \S+: low$/m],
  [{ beside: "moderate" }, 0, /^advisory {2}beside \S+: moderate$/m],
  [{ beside: "high" }, 1, /^advisory {2}beside \S+: high$/m],
])(
  "known advisories fail the check if they affect consumers or are serious: %j",
  async (advisories, exit, words) => {
    const result = await asked(advisories);
    expect(result.exit, result.said).toBe(exit);
    if (words === null) expect(result.said).not.toContain("advisory");
    else expect(result.said).toMatch(words);
    expect(result.said).not.toContain("skipped");
  },
);

it("advisories for packages that only benchmarks install are printed, and never fail the check", async () => {
  const { exit, said } = await asked({ used: "critical", beside: "high" }, "bench");
  expect(exit, said).toBe(0);
  for (const line of [
    /^advisory {2}used \S+: critical \(benchmarks only\)$/m,
    /^advisory {2}beside \S+: high \(benchmarks only\)$/m,
  ])
    expect(said).toMatch(line);
});

it("the benchmarks folder has a lock file", async () => {
  await access(new URL("../../../bench/package-lock.json", import.meta.url));
});

it("a registry that returns no advisories is reported as not checked", async () => {
  const { exit, said } = await asked(null);
  expect(exit, said).toBe(0);
  // The line that .ci/run shows for a skipped check.
  expect(said).toMatch(/^\S+ +skipped: could not check .*: 405/m);
});
