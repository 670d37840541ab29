import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { Redis } from "ioredis";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { createJobs, startWorker } from "../../../generated/jobs.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { postgresOptions } from "../../../runtime/connection-url.js";
import { InvalidArgumentError } from "../../../runtime/errors.js";
import { redisState } from "../../../runtime/shared-state/redis.js";
import { redisOptions } from "../../../runtime/shared-state/redis-options.js";
import { runs } from "../../support/effort.js";
import { command } from "../../support/in-process.js";
import { printed } from "../../support/printed.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
const CANARY = "CANARY";

/** Passwords with every ASCII character before and after a word that must not be printed. */
const signs = fc.string({ unit: fc.constantFrom(...PUNCTUATION, "7", "a", " "), maxLength: 5 });
const passwords = fc.tuple(signs, signs).map(([before, after]) => before + CANARY + after);

type Options = (connection: string) => Readonly<Record<string, unknown>>;

/** The password that the library would send. */
const CLIENTS: Readonly<
  Record<string, { readonly scheme: string; password(options: ReturnType<Options>): unknown }>
> = {
  ioredis: {
    scheme: "redis",
    password: (options) => new Redis({ ...options, lazyConnect: true }).options.password,
  },
  pg: { scheme: "postgresql", password: (options) => new pg.Client(options).password },
};
const PARSERS: Readonly<Record<string, Options>> = { ioredis: redisOptions, pg: postgresOptions };

/** Every option that takes a connection. */
const GIVEN: readonly ((url: string) => unknown)[] = [
  (connection) => redisState({ connection }),
  (url) => redisState({ connection: { url } }),
  (host) => redisState({ connection: { host } }),
  (connection) => createJobs({ connection }),
  (url) => createJobs({ connection: { url } }),
  (connection) => startWorker({ connection } as never),
  (connection) => postgres({ connection }),
  (connectionString) => postgres({ connection: { connectionString } }),
  (host) => postgres({ connection: { host } }),
];

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

describe.each(Object.keys(CLIENTS))("a password in a connection URL for %s", (name) => {
  const client = CLIENTS[name] as (typeof CLIENTS)[string];
  const options = PARSERS[name] as Options;
  const url = (password: string) => `${client.scheme}://user:${password}@127.0.0.1:1/5`;

  it("reaches the library unchanged if it is percent-encoded", () => {
    fc.assert(
      fc.property(passwords, (password) => {
        expect(client.password(options(url(encodeURIComponent(password))))).toBe(password);
      }),
      { numRuns: runs(300) },
    );
  });

  it("if not encoded, is rejected or reaches the library unchanged", () => {
    fc.assert(
      fc.property(passwords, (password) => {
        fc.pre(!/%[\da-f]{2}/i.test(password));
        const error = thrownBy(() => options(url(password)));
        if (error === null) expect(client.password(options(url(password)))).toBe(password);
        else expect((error as Error).message).toMatch(/percent-encode special characters/);
      }),
      { numRuns: runs(300) },
    );
  });
});

it("rejecting a connection option never reveals a password", () => {
  const schemes = fc.constantFrom(
    "redis://",
    "rediss://",
    "postgresql://",
    "redis:",
    "mysql://",
    "",
  );
  fc.assert(
    fc.property(passwords, schemes, fc.constantFrom(...GIVEN), (password, scheme, give) => {
      const error = thrownBy(() => give(`${scheme}user:${password}@127.0.0.1:1/5`));
      if (error === null) return;
      expect(printed(error)).not.toContain(CANARY);
      // In a worker, the next option is the invalid one.
      if ((error as Error).message.startsWith("expected a client or a connection")) return;
      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect(Object.getOwnPropertyNames(error)).not.toContain("cause");
    }),
    { numRuns: runs(600) },
  );
});

it("the command line shows no password from a misplaced URL", async () => {
  const folder = temporaryFolder();
  const cwd = fileURLToPath(folder);
  const file = (target: string) => {
    const tables = { days: { level: "CAMPAIGN", granularity: "DAY", columns: ["CAMPAIGN_ID"] } };
    writeFileSync(new URL("sync.json", folder), JSON.stringify({ target, tables }));
    return ["sync", "sync.json"];
  };
  const places: readonly ((url: string) => readonly string[])[] = [
    (url) => [url],
    (url) => ["sync", url],
    (url) => ["sync", "sync.json", url],
    (url) => ["sync", "sync.json", "--only", `${url},`],
    (url) => ["sync", "sync.json", "--concurrency", url],
    (url) => ["sync", "sync.json", "--tokens", url],
    (url) => ["accounts", "--format", url],
    (url) => ["run", url, "-"],
    (url) => ["run", "1", "-", "--out", url],
    (url) => ["rules", `--of=${url}`],
    file,
  ];
  const schemes = fc.constantFrom("redis", "postgresql", "mysql", "https");
  await fc.assert(
    fc.asyncProperty(
      passwords,
      schemes,
      fc.constantFrom(...places),
      async (password, scheme, place) => {
        const { stdout, stderr, exit } = await command(
          place(`${scheme}://user:${password}@127.0.0.1:1/5`),
          {
            cwd,
            env: { PINTEREST_ACCESS_TOKEN: "x", PINTEREST_API_BASE_URL: "http://127.0.0.1:1" },
          },
        );
        expect(stdout + stderr).not.toContain(CANARY);
        expect(exit).toBe(2);
      },
    ),
    { numRuns: runs(200) },
  );
});
