import { readdirSync, readFileSync } from "node:fs";
import { main, run } from "./command.ts";
import { isPublished } from "./registry.ts";

const FOLDER = "release";

/**
 * Publishes the tarball that another job packed and tested, unless an earlier run published it. npm
 * trusts this job, so it needs no other package and runs no script of the tarball.
 */
await main(() => {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  const tarball = `${name}-${version}.tgz`;
  if (!readdirSync(FOLDER).includes(tarball))
    throw new Error(`${FOLDER}/ has no ${tarball}: run npm run release -- pack first`);
  if (!isPublished(name, version)) {
    if (
      run(["npm", "publish", `./${FOLDER}/${tarball}`, "--ignore-scripts", "--access", "public"])
        .exit !== 0
    )
      return 1;
  }
  // changesets/action creates the tag and the release when it finds this line.
  process.stdout.write(`New tag: v${version}\n`);
  return 0;
});
