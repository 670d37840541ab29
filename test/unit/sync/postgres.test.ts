import { describe, expect, it, vi } from "vitest";
import { postgres } from "../../../generated/sync-postgres.js";
import { postgresTarget } from "../../../runtime/sync/postgres.js";
import { copyLine } from "../../../runtime/sync/postgres-connection.js";

describe("the options of postgres", () => {
  it.each([
    [
      "a connection of another kind",
      { connection: 5 },
      "connection must be a connection string such as postgresql://127.0.0.1/ads, or options for pg's Client",
    ],
    [
      "a connection that is no address",
      { connection: "no address with a secret" },
      /^connection must be a connection string such as postgresql:\/\/127\.0\.0\.1\/ads, or/,
    ],
    [
      "an address without slashes",
      { connection: "postgresql:user:Zsecret@127.0.0.1/db" },
      /^connection must be a connection string/,
    ],
    [
      "a password whose beginning could be a port",
      { connection: "postgresql://user:12/Zsecret@127.0.0.1:1/db" },
      /^connection has an @ or # after the host: percent-encode special characters/,
    ],
    [
      "a % that encodes nothing",
      { connection: "postgresql://user@db.example.com/100%" },
      /^connection has a % without two hexadecimal digits after it/,
    ],
    [
      "an address as a host",
      { connection: { host: "postgresql://user:secret@127.0.0.1" } },
      /^connection has a host that is neither a name nor an address/,
    ],
    [
      "a misspelled schema",
      { connection: "postgresql://127.0.0.1/ads", shema: "ads" },
      "shema is not an option here; did you mean schema?",
    ],
    ["an empty schema", { schema: "" }, /^"" is not a valid name for a table or column/],
    [
      "a schema that PostgreSQL would cut",
      { schema: "x".repeat(64) },
      /it must be a string of at most 63 bytes/,
    ],
  ])("are checked immediately: %s", (_, options, message) => {
    expect(() => postgres(options as never)).toThrow(message);
  });

  it("are all optional, because the environment supplies what is missing", () => {
    expect(postgresTarget().name).toBe("PostgreSQL");
  });
});

describe("the name of the database in messages", () => {
  it.each([
    [
      "postgresql://user:secret@db.example.com:5433/ads?sslmode=require",
      "PostgreSQL ads on db.example.com",
    ],
    ["postgres://user:secret@db.example.com", "PostgreSQL on db.example.com"],
    ["postgresql://user@db.example.com/100%25", "PostgreSQL 100% on db.example.com"],
    ["postgresql://user:p^[w @db.example.com/my ads", "PostgreSQL my ads on db.example.com"],
    ["postgresql://user:secret@/ads?host=%2Fvar%2Frun", "PostgreSQL"],
    ["/var/run/postgresql ads", "PostgreSQL"],
    [
      "postgresql:///my%20ads?host=/var/run/postgresql&user=me&password=secret",
      "PostgreSQL my ads on /var/run/postgresql",
    ],
    [
      { host: "db.example.com", database: "ads", user: "user", password: "secret" },
      "PostgreSQL ads on db.example.com",
    ],
    [{ password: "secret" }, "PostgreSQL"],
  ])("omits user and password: %j becomes %s", (connection, name) => {
    expect(postgresTarget({ connection }).name).toBe(name);
  });
});

describe("a database that cannot be opened", () => {
  it("is reported by name, with the reason but without the password", async () => {
    const target = postgresTarget({ connection: "postgresql://user:secret@127.0.0.1:1/ads" });
    const error = await target.open().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "invalid_argument",
      message:
        "PostgreSQL ads on 127.0.0.1 cannot be opened: connect ECONNREFUSED 127.0.0.1:1; nothing was sent",
    });
    expect(JSON.stringify(error)).not.toContain("secret");
  });

  it("if the package pg is missing, causes an error that says how to install it", async () => {
    vi.doMock("pg", () => {
      throw new Error("Cannot find package 'pg'");
    });
    try {
      await expect(postgresTarget().open()).rejects.toMatchObject({
        code: "invalid_argument",
        message:
          "postgres() needs the package pg, which could not be loaded: run npm install pg; nothing was sent",
      });
    } finally {
      vi.doUnmock("pg");
    }
  });
});

describe("a row that is written as a line of COPY", () => {
  it.each([
    [["1", null, 5, 0.5, true, false], "1\t\\N\t5\t0.5\ttrue\tfalse"],
    [["a\tb", "a\nb\r", "\\N", "", "\\."], "a\\tb\ta\\nb\\r\t\\\\N\t\t\\\\."],
    [["a\0b", "日本 😀"], "a\ufffdb\t日本 😀"],
    [[-0.1, 5e-324, 1e21, -5], "-0.1\t5e-324\t1e+21\t-5"],
    [[], ""],
  ])("is encoded correctly: %j", (cells, line) => {
    expect(copyLine(cells)).toBe(`${line}\n`);
  });

  it("keeps every digit of a 64-bit integer", () => {
    expect(copyLine([2n ** 63n - 1n])).toBe("9223372036854775807\n");
  });
});
