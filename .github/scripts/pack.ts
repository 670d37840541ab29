import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { main, output, run, say } from "./command.ts";
import { completeForNpm } from "./published.ts";
import { isPublished } from "./registry.ts";

const FOLDER = "release";

/**
 * Packs the version of package.json into `release/`, unless it is published and tagged already.
 * Needs no credentials, because other jobs test and publish the tarball.
 */
await main(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  if (isPublished(name, version) && isTagged(version)) {
    say(`nothing to publish: ${version} is published and tagged`);
    return 0;
  }
  const putBack = completeForNpm(process.env);
  try {
    mkdirSync(FOLDER);
    if (run(["npm", "pack", "--pack-destination", FOLDER]).exit !== 0) return 1;
  } finally {
    putBack();
  }
  output("ready", "true");
  return 0;
});

function isTagged(version: string): boolean {
  const { exit, stdout } = run(["git", "ls-remote", "--tags", "origin", `refs/tags/v${version}`], {
    quietly: true,
  });
  if (exit !== 0)
    throw new Error(`could not check whether v${version} is tagged; git's error is above`);
  return stdout !== "";
}
