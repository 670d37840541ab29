import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";

/** Why there can be no Redis here; null when there can. */
export const NO_REDIS: string | null = spawnSync("redis-server", ["--version"]).error === undefined ? null : "no redis-server is installed";

export interface Redis extends AsyncDisposable {
  readonly url: string;
}

/** A Redis of this test's own, on a free port of this machine. It writes nothing to the disk. */
export async function redis(): Promise<Redis> {
  const port = await freePort();
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction"];
  // It ends when its input does: also when this process is killed.
  const child = spawn("sh", ["-c", 'redis-server "$@" & read -r _; kill $!; wait', "sh", ...settings], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text: Buffer) => {
      said += text;
      if (said.includes("Ready to accept connections")) resolve();
    });
    ended.then(() => reject(new Error(`redis-server did not start:\n${said}`)));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
