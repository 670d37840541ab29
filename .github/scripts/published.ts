import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";

const MANIFEST = "package.json";
const SERVER = "server.json";
const README = "README.md";
const GUIDE = "docs/guide";

/**
 * Completes the files that only a publication can complete, because no file of the repository knows
 * where the repository is: the manifest, the entry for the registry of MCP servers, the README and
 * the guide. Returns what puts them back.
 * Throws where the environment does not say: npm refuses the provenance of a package whose
 * `repository` is another one, or missing.
 */
export function completeForNpm({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: name,
}: NodeJS.ProcessEnv): () => void {
  if (!server || !name)
    throw new Error(
      "GITHUB_SERVER_URL and GITHUB_REPOSITORY say which repository this is: set them, as each workflow has them. " +
        "Without `repository` in package.json, npm refuses the provenance, and no link of the README leads anywhere",
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
  // The registry gives this namespace to the owner of the repository alone, and compares the names.
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
 * The page with complete links: npm's site would lead relative links to the newest commit, where
 * the page of an old version may be gone. Links of the guide to pages beside them, which are in the
 * package too, stay.
 */
function withPlaces(markdown: string, page: string, base: string): string {
  return markdown.replace(/\]\((?![a-z]+:|#)([^)\s]+)\)/g, (whole, link: string) =>
    page !== README && !link.includes("/")
      ? whole
      : `](${base}/${posix.join(posix.dirname(page), link)})`,
  );
}
