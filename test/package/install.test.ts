import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { COMPILERS } from "./compilers.js";
import { command, type Ended, ROOT } from "./packed.js";

const { home, tarball } = inject("packed");

// npm also rejects an optional peer if another version of it is already installed.
describe("npm install of the package", () => {
  it("accepts the oldest TypeScript", async () => {
    const { version } = await manifest(COMPILERS[0].name);
    expect(await installBeside({ typescript: version })).toMatchObject({ exit: 0, stderr: "" });
  });

  it("accepts the next TypeScript together with older versions of the other build tools", async () => {
    const tools = { "openapi-typescript": "6.7.6", handlebars: "3.0.8", yaml: "1.10.2" };
    expect(await installBeside({ ...tools, typescript: "7.1.0-dev.20260401" })).toMatchObject({
      exit: 0,
      stderr: "",
    });
  });

  it("accepts a peer dependency within its range, and rejects one below it", async () => {
    expect(await installBeside({ "hyparquet-writer": "0.16.8" })).toMatchObject({
      exit: 0,
      stderr: "",
    });
    expect(await installBeside({ "hyparquet-writer": "0.16.6" })).toMatchObject({
      stderr: expect.stringMatching(/ERESOLVE[\s\S]*hyparquet-writer/),
    });
  });
});

/** npm's install plan for a project that already has these packages. */
async function installBeside(versions: Readonly<Record<string, string>>): Promise<Ended> {
  const project = await mkdtemp(join(home, "project-"));
  await writeFile(
    join(project, "package.json"),
    JSON.stringify({ private: true, devDependencies: versions }),
  );
  const registry = await listening(versions);
  try {
    const { port } = registry.address() as AddressInfo;
    const from = ["--registry", `http://127.0.0.1:${port}`, "--cache", join(home, "empty-cache")];
    return await command(
      "npm",
      ["install", "--dry-run", "--no-audit", "--no-fund", "--no-package-lock", ...from, tarball],
      project,
    );
  } finally {
    registry.closeAllConnections();
    registry.close();
  }
}

/**
 * A registry with one version of each package: the given version, or the repository's. Nothing is
 * downloaded from it.
 */
async function listening(versions: Readonly<Record<string, string>>): Promise<Server> {
  const server = createServer(async (request, answer) => {
    const name = decodeURIComponent(request.url?.slice(1) ?? "");
    const own = versions[name]
      ? { version: versions[name] }
      : await manifest(name).catch(() => ({ version: "1.0.0" }));
    const one = { name, ...own, dist: { tarball: "http://127.0.0.1:9/none.tgz" } };
    answer.end(
      JSON.stringify({
        name,
        "dist-tags": { latest: one.version },
        versions: { [one.version]: one },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function manifest(name: string): Promise<{ readonly version: string }> {
  const { version, dependencies, peerDependencies } = JSON.parse(
    await readFile(join(ROOT, "node_modules", name, "package.json"), "utf8"),
  );
  return { version, dependencies, peerDependencies } as { readonly version: string };
}
