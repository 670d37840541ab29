import { spawn } from "node:child_process";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, inject, it } from "vitest";
import { commandLine } from "../support/command-line.js";
import { command } from "./packed.js";

const { home, tarball, installed } = inject("packed");

// Installs from npm's cache if that contains everything.
it("npx starts the MCP server from an empty folder, with the arguments of the registry's entry", async () => {
  const entry = JSON.parse(await readFile(join(installed, "server.json"), "utf8"));
  const [file = "", ...words] = commandLine(entry.packages[0], () => tarball);
  const cwd = join(home, "empty");
  await mkdir(cwd);
  const child = spawn(file, ["--prefer-offline", ...words, "--folder", "agent"], {
    cwd,
    env: {
      ...process.env,
      PINTEREST_ACCESS_TOKEN: "made-up",
      npm_config_cache: await cacheOfItsOwn("cache"),
    },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const send = (message: object): boolean =>
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const clientInfo = { name: "test", version: "1" };
  const params = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo };
  send({ id: 1, method: "initialize", params });
  send({ method: "notifications/initialized" });
  send({ id: 2, method: "tools/call", params: { name: "query", arguments: { sql: "SELECT 1" } } });
  const replies: { readonly id: number; readonly result: { readonly isError?: boolean } }[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    replies.push(JSON.parse(line));
    if (replies.length === 2) child.stdin.end();
  }
  expect(replies).toMatchObject([
    { id: 1, result: { serverInfo: { name: "pinterest-reports" } } },
    { id: 2, result: { structuredContent: { rows: [[1]] } } },
  ]);
});

it("the command names missing packages and says how to install them", async () => {
  const cwd = join(home, "alone");
  await mkdir(cwd);
  const words = ["-y", "-p", tarball, "pinterest-reports", "mcp"];
  const { exit, stdout, stderr } = await command("npx", ["--prefer-offline", ...words], cwd, {
    PINTEREST_ACCESS_TOKEN: "made-up",
    npm_config_cache: await cacheOfItsOwn("alone-cache"),
  });
  expect([exit, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("mcp needs ");
  for (const name of ["@modelcontextprotocol/server", "@duckdb/node-api", "hyparquet-writer"])
    expect(stderr).toContain(name);
});

/** npm's cache without the packages that npx installs, which would otherwise stay there. */
async function cacheOfItsOwn(name: string): Promise<string> {
  const { stdout } = await command("npm", ["config", "get", "cache"], home);
  const cache = join(home, name);
  await mkdir(cache);
  await symlink(join(stdout.trim(), "_cacache"), join(cache, "_cacache"), "junction");
  return cache;
}
