import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createFakeServer,
  type FakeServer,
  type FakeServerOptions,
} from "../../generated/testing.js";
import { command, type Ended, type IoOptions } from "./in-process.js";

export interface Place {
  readonly folder: string;
  readonly server: FakeServer;
  /** Environment variables that make a command call the server. */
  readonly access: Readonly<Record<string, string>>;
  /** Runs a command in this process, in the folder and against the server. */
  call(args: readonly string[], given?: Pick<IoOptions, "stdin" | "env" | "clock">): Promise<Ended>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Creates a folder, and a server for commands that run in it. */
export async function place(options: FakeServerOptions = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "cli-"));
  const server = await createFakeServer({ polls: 0, ...options });
  const access = { PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: server.url };
  return {
    folder,
    server,
    access,
    call: (args, { env, ...given } = {}) =>
      command(args, { cwd: folder, ...given, env: { ...access, ...env } }),
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A fault that keeps reports pending until a test advances the server's clock by a minute, so that
 * signals are never sent too late.
 */
export const MINUTE = { name: "slow", value: 60_000 } as const;

/** A request body without dates. */
export const BODY = {
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "PAID_IMPRESSION"],
};
