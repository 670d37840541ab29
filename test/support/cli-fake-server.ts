import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFakeServer, type FakeServer, type FakeServerOptions } from "../../generated/testing.js";
import { bin, type Ended, type Given } from "./bin.js";

export interface Place {
  readonly folder: string;
  readonly server: FakeServer;
  /** Runs the bin in the folder against the server. */
  call(args: readonly string[], given?: Given): Promise<Ended>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A folder of its own and a server that the bin calls from there. */
export async function place(options: FakeServerOptions = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "cli-"));
  const server = await createFakeServer({ polls: 0, ...options });
  const access = { PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: server.url };
  return {
    folder,
    server,
    call: (args, { env, ...given } = {}) => bin(args, { cwd: folder, ...given, env: { ...access, ...env } }),
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes `stdout` in the folder, a link as `/dev/stdout` is one: that itself is not for trying, because root may replace it. */
export function linkToStdout(folder: string): Promise<void> {
  return symlink("/dev/fd/1", join(folder, "stdout"));
}

/** A report is not finished before the server's clock, which stands still, has gone on by a minute: no signal comes too late. */
export const MINUTE = { name: "slow", value: 60_000 } as const;

/** A body without days. */
export const BODY = { granularity: "DAY", level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "PAID_IMPRESSION"] };
