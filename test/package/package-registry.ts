import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closed, listening } from "../support/description-server.js";

export interface PackageRegistry extends AsyncDisposable {
  readonly url: string;
}

/**
 * A registry on 127.0.0.1 from which npm can install one version of each of these packages.
 * `packages` are tarballs and folders.
 */
export async function packageRegistry(packages: readonly string[]): Promise<PackageRegistry> {
  const folder = mkdtempSync(join(tmpdir(), "registry-"));
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder, ...packages], {
    cwd: folder,
    stdio: "ignore",
  });
  const server = createServer((request, answer) => {
    const name = decodeURIComponent((request.url ?? "").slice(1));
    const found = documents.get(name);
    if (found !== undefined)
      answer.writeHead(200, { "content-type": "application/json" }).end(found);
    else if (tarballs.includes(name)) answer.end(readFileSync(join(folder, name)));
    else answer.writeHead(404).end();
  });
  await listening(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const tarballs = readdirSync(folder);
  const documents = new Map(
    tarballs.map((tarball) => {
      const manifest = JSON.parse(
        execFileSync("tar", ["-xzOf", join(folder, tarball), "package/package.json"], {
          encoding: "utf8",
        }),
      );
      const { name, version } = manifest;
      const dist = { tarball: `${url}${tarball}` };
      const document = {
        name,
        "dist-tags": { latest: version },
        versions: { [version]: { ...manifest, dist } },
      };
      return [name as string, JSON.stringify(document)] as const;
    }),
  );
  return {
    url,
    async [Symbol.asyncDispose]() {
      await closed(server);
      rmSync(folder, { recursive: true });
    },
  };
}
