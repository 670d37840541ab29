import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why Redis is not available; null if it is. */
export const NO_REDIS: string | null =
  spawnSync("redis-server", ["--version"]).error === undefined
    ? null
    : "no redis-server is installed";

export interface Redis extends AsyncDisposable {
  readonly url: string;
  /** Stops the server and breaks all connections. */
  stop(): Promise<void>;
  /** Restarts the server at the same address. Unless it is durable, its data is lost. */
  start(): Promise<void>;
}

/**
 * Starts a Redis server for one test, on a free port of this machine. Only a durable server writes
 * to the disk.
 */
export async function redis({
  durable = false,
}: {
  readonly durable?: boolean;
} = {}): Promise<Redis> {
  const port = await freePort();
  const folder = durable ? await mkdtemp(join(tmpdir(), "redis-")) : null;
  const kept =
    folder === null
      ? ["--appendonly", "no"]
      : ["--appendonly", "yes", "--appendfsync", "always", "--dir", folder];
  const settings = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    // Lets a replica load its data without a file.
    "--repl-diskless-load",
    "on-empty-db",
    ...kept,
    "--maxmemory-policy",
    "noeviction",
  ];
  let end = await started(settings);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => end(),
    async start() {
      end = await started(settings);
    },
    async [Symbol.asyncDispose]() {
      await end();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a server, and resolves to a function that stops it. */
async function started(settings: readonly string[]): Promise<() => Promise<void>> {
  // The child exits when its input ends, even if this process is killed.
  const child = spawn(
    "sh",
    ["-c", 'redis-server "$@" & read -r _; kill $!; wait', "sh", ...settings],
    {
      stdio: ["pipe", "pipe", "ignore"],
    },
  );
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text: Buffer) => {
      said += text;
      if (said.includes("Ready to accept connections")) resolve();
    });
    ended.then(() => reject(new Error(`redis-server did not start:\n${said}`)));
  });
  return async () => {
    child.stdin.end();
    await ended;
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null
          ? resolve(address.port)
          : reject(new Error("no port")),
      );
    });
  });
}
