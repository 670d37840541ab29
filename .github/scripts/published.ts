import { readFileSync, writeFileSync } from "node:fs";

const MANIFEST = "package.json";
const README = "README.md";

/**
 * Completes the two files that only a publication can complete, because no file of the repository knows where the repository is. Returns what
 * puts them back. Throws where the environment does not say: npm refuses the provenance of a package whose `repository` is another one, or missing.
 */
export function completeForNpm({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name }: NodeJS.ProcessEnv): () => void {
  if (!server || !name)
    throw new Error(
      "GITHUB_SERVER_URL and GITHUB_REPOSITORY say which repository this is: set them, as each workflow has them. " +
        "Without `repository` in package.json, npm refuses the provenance, and no link of the README leads anywhere",
    );
  const before = [MANIFEST, README].map((file) => [file, readFileSync(file, "utf8")] as const);
  const [[, manifest], [, readme]] = before as [(typeof before)[0], (typeof before)[0]];
  const home = `${server}/${name}`;
  const { version, ...rest } = JSON.parse(manifest);
  const places = { repository: { type: "git", url: `git+${home}.git` }, homepage: `${home}#readme`, bugs: { url: `${home}/issues` } };
  writeFileSync(MANIFEST, `${JSON.stringify({ ...rest, version, ...places }, null, 2)}\n`);
  writeFileSync(README, withPlaces(readme, `${home}/blob/v${version}`));
  return () => {
    for (const [file, text] of before) writeFileSync(file, text);
  };
}

/** npm's site would lead relative links to the newest commit, where the page of an old version may be gone. */
function withPlaces(markdown: string, base: string): string {
  return markdown.replace(/\]\((?![a-z]+:|#)([^)\s]+)\)/g, `](${base}/$1)`);
}
