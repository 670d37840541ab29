import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { main, run, say } from "./command.ts";
import { git, isTagged } from "./git.ts";
import { isPublished } from "./registry.ts";

const FOLDER = "release";

/**
 * Publishes the tarball that another job has packed, unless the registry has it, and tags its version. It needs no package and runs none of the
 * tarball's scripts: this is where npm lets the workflow in.
 */
await main(() => {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  const tarball = `${name}-${version}.tgz`;
  if (!readdirSync(FOLDER).includes(tarball)) throw new Error(`${FOLDER}/ has no ${tarball}: npm run release:pack makes it`);
  // An earlier run may have published it, and then failed.
  if (!isPublished(name, version)) {
    if (run(["npm", "publish", `./${join(FOLDER, tarball)}`, "--ignore-scripts", "--access", "public"]).exit !== 0) return 1;
  }
  if (isTagged(version)) return 0;
  // The commit that named the version: there may be more on top of it by now.
  const commit = git("log", "-1", "--format=%H", "-G", '^  "version":', "--", "package.json");
  git("tag", "--annotate", "--message", `v${version}`, `v${version}`, commit);
  git("push", "--quiet", "origin", `refs/tags/v${version}`);
  say(`published and tagged v${version}`);
  return 0;
});
