import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";

const MANIFEST = "package.json";
const SERVER = "server.json";
const README = "README.md";
const GUIDE = "docs/guide";

/**
 * Adds the repository's address to the manifest, the entry for the registry of MCP servers, the
 * README and the guide. No file of the repository contains it. Returns a function that undoes the
 * changes. Throws if the environment lacks the address, because npm rejects the provenance of a
 * package whose `repository` is missing or different.
 */
export function completeForNpm({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: name,
}: NodeJS.ProcessEnv): () => void {
  if (!server || !name)
    throw new Error(
      "GITHUB_SERVER_URL and GITHUB_REPOSITORY say which repository this is: set them, as each workflow has them. " +
        "Without `repository` in package.json, npm refuses the provenance, and the README's links are broken",
    );
  const guide = readdirSync(GUIDE).filter((name) => name.endsWith(".md"));
  const pages = [README, ...guide.map((name) => `${GUIDE}/${name}`)];
  const before = new Map(
    [MANIFEST, SERVER, ...pages].map((file) => [file, readFileSync(file, "utf8")]),
  );
  const manifest = before.get(MANIFEST) ?? "";
  const home = `${server}/${name}`;
  const { version, ...rest } = JSON.parse(manifest);
  const places = {
    repository: { type: "git", url: `git+${home}.git` },
    homepage: `${home}#readme`,
    bugs: { url: `${home}/issues` },
  };
  // The registry reserves this namespace for the repository's owner, and compares the names.
  const mcpName = `io.github.${name}`;
  const { $schema, ...entry } = JSON.parse(before.get(SERVER) ?? "");
  const named = { $schema, name: mcpName, ...entry, repository: { url: home, source: "github" } };
  writeFileSync(SERVER, `${JSON.stringify(named, null, 2)}\n`);
  writeFileSync(MANIFEST, `${JSON.stringify({ ...rest, version, mcpName, ...places }, null, 2)}\n`);
  for (const page of pages)
    writeFileSync(page, withPlaces(before.get(page) ?? "", page, `${home}/blob/v${version}`));
  return () => {
    for (const [file, text] of before) writeFileSync(file, text);
  };
}

/**
 * Makes the links of a page absolute. npm's site would resolve relative links to the newest commit,
 * which may lack a page of an old version. Links between pages of the guide stay relative, because
 * the package contains these pages.
 */
function withPlaces(markdown: string, page: string, base: string): string {
  return markdown.replace(/\]\((?![a-z]+:|#)([^)\s]+)\)/g, (whole, link: string) =>
    page !== README && !link.includes("/")
      ? whole
      : `](${base}/${posix.join(posix.dirname(page), link)})`,
  );
}
