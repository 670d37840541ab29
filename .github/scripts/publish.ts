import { readdirSync, readFileSync } from "node:fs";
import { main, run } from "./command.ts";
import { isPublished } from "./registry.ts";

const FOLDER = "release";

/**
 * Publishes the tarball that another job has packed and tested, unless the registry has it from an
 * earlier run. Needs no package, and runs no script of the tarball: npm trusts the job that runs
 * this.
 */
await main(() => {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  const tarball = `${name}-${version}.tgz`;
  if (!readdirSync(FOLDER).includes(tarball))
    throw new Error(`${FOLDER}/ has no ${tarball}: npm run release -- pack makes it`);
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
