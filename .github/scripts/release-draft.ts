import { readFileSync } from "node:fs";
import { main, output, run, say } from "./command.ts";
import { cleanBranch, commitOn, goBack } from "./git.ts";
import { pendingChanges } from "./pending.ts";
import { forget, remember } from "./proposal.ts";

const BRANCH = "next-release";

// The changes that wait, as a version: package.json, its lock and the changelog, committed on a branch of their own.
await main(() => {
  forget();
  const base = cleanBranch();
  if (pendingChanges().length === 0) {
    say("no change waits for a version");
    return 0;
  }
  try {
    if (run(["npm", "run", "--silent", "release:version"]).exit !== 0) return 1;
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    commitOn(BRANCH, `Release ${version}`);
    say(`committed ${version} on ${BRANCH}`);
    remember({ branch: BRANCH, base, title: `Release ${version}`, body: newest(readFileSync("CHANGELOG.md", "utf8")) });
    output("proposed", "true");
    return 0;
  } finally {
    goBack(base);
  }
});

/** The changelog's first version, without its number. */
function newest(changelog: string): string {
  return `${(changelog.split(/^## .*\n/m)[1] ?? "").trim()}\n\nMerging this publishes it.\n`;
}
