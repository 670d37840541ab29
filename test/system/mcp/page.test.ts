import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { HELP } from "../../../cli/help.js";
import { BODY } from "../../support/cli-fake-server.js";
import { commandLine } from "../../support/command-line.js";
import { blocksOf } from "../../support/markdown.js";
import { monday } from "../../support/monday.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const PAGE = read("docs/guide/mcp.md");
const manifest = JSON.parse(read("package.json"));
const NEEDED = ["@modelcontextprotocol/server@2", "@duckdb/node-api", "hyparquet-writer"];

it("the guide's MCP page shows a session that matches the server's actual responses", async () => {
  const session = await monday(fileURLToPath(temporaryFolder()));
  expect(PAGE.slice(PAGE.indexOf("### What did each client"))).toBe(session);
});

it("the guide's MCP page installs all packages that the command needs, for each client", () => {
  const [config] = blocksOf(PAGE).filter(({ language }) => language === "json");
  const { command, args } = JSON.parse(config?.text ?? "").mcpServers.pinterest;
  const packages = ["pinterest-reports", ...NEEDED];
  const words = ["-y", ...packages.flatMap((name) => ["-p", name]), "pinterest-reports", "mcp"];
  expect([command, ...args]).toEqual(["npx", ...words]);
  expect(PAGE).toContain(`-- npx ${words.join(" ")}\n`);
  const names = NEEDED.map((name) => name.replace(/(?<=.)@\d+$/, ""));
  expect(HELP.mcp).toContain(`npm install ${names.join(" ")}\n`);
  for (const name of names) expect(manifest.peerDependenciesMeta[name]).toEqual({ optional: true });
});

it("the entry for the MCP registry has this package's name and version", () => {
  const entry = JSON.parse(read("server.json"));
  const [packed] = entry.packages;
  expect(packed.identifier).toBe(manifest.name);
  // The name contains the repository's owner, which is added on publication.
  expect(entry).not.toHaveProperty("name");
  expect([entry.version, packed.version]).toEqual([manifest.version, manifest.version]);
  expect(entry.description.length).toBeLessThanOrEqual(100);
  // The command is the same as in the guide, except for the version.
  const [command, ...words] = commandLine(packed, ({ identifier }) => identifier);
  const [config] = blocksOf(PAGE).filter(({ language }) => language === "json");
  const { args } = JSON.parse(config?.text ?? "").mcpServers.pinterest;
  expect([command, words.toSorted()]).toEqual(["npx", args.toSorted()]);
  const settings = `${read("runtime/environment.ts")}${read("cli/tokens.ts")}`;
  for (const { name } of packed.environmentVariables) expect(settings).toContain(name);
});

it("the guide's MCP page names existing tools", () => {
  const skill = read("SKILL.md");
  expect(skill).toMatch(/^---\nname: pinterest-reports\ndescription: .{50,1024}\n---\n/);
  const tools = [...skill.matchAll(/^\d\. `(\w+)`/gm)].map(([, name]) => name);
  expect(tools).toEqual(["accounts", "columns", "check", "report", "query", "explain"]);
  expect(tools.filter((name) => !PAGE.includes(`| \`${name}\` |`))).toEqual([]);
  expect(skill).toContain(BODY.columns[0]);
});
