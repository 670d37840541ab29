import { describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../../runtime/errors.js";
import {
  databaseError,
  databaseOf,
  isInstance,
  redisOptions,
} from "../../../runtime/shared-state/redis-options.js";

const HOW =
  "connection must be a URL such as redis://127.0.0.1:6379, ioredis options, or an ioredis instance";

describe("the options for ioredis", () => {
  it.each([
    ["redis://", {}],
    ["redis://db.example.com", { host: "db.example.com" }],
    ["REDIS://db.example.com:7", { host: "db.example.com", port: 7 }],
    ["redis://[::1]:7/3", { host: "::1", port: 7, db: 3 }],
    ["rediss://db", { host: "db", tls: {} }],
    ["redis://:pass@db", { host: "db", username: "", password: "pass" }],
    ["redis://me@db", { host: "db", username: "me", password: "" }],
    ["redis://db?family=6&db=2&name=x", { host: "db", family: 6, db: 2, name: "x" }],
  ])("are read from the URL %s", (url, options) => {
    expect(redisOptions(url)).toStrictEqual(options);
    expect(redisOptions({ url, lazyConnect: true })).toStrictEqual({
      lazyConnect: true,
      ...options,
    });
  });

  it("can be an object whose URL overrides other properties", () => {
    const url = "redis://db:7";
    expect(redisOptions({ url, host: "other", port: 1, db: 4 })).toStrictEqual({
      ...{ host: "db", port: 7, db: 4 },
    });
    expect(redisOptions({})).toStrictEqual({});
    for (const db of [null, undefined, 0, "15"]) expect(() => redisOptions({ db })).not.toThrow();
    for (const port of [null, undefined, 0, 65_535, "7"])
      expect(() => redisOptions({ port })).not.toThrow();
  });

  it("can be an ioredis instance, which is returned unchanged", () => {
    const instance = { duplicate() {}, options: { host: "db", db: 5 } };
    expect(redisOptions(instance)).toBe(instance);
    expect(isInstance(instance)).toBe(true);
    expect(isInstance({ host: "db" })).toBe(false);
    expect(databaseOf(instance)).toBe(5);
    expect(databaseOf({ duplicate() {} })).toBe(0);
    expect(redisOptions({ duplicate() {} })).toBeDefined();
  });

  it.each([
    [undefined, HOW],
    [null, HOW],
    [6379, HOW],
    ["", HOW],
    ["localhost:6379", HOW],
    ["a redis://db", HOW],
    ["http://db", HOW],
    [{ url: 1 }, HOW],
    [{ host: "redis://db" }, "connection has a host that is neither a name nor an address"],
    [{ duplicate() {}, options: { host: "a@b" } }, "connection has a host that is neither a name"],
    [{ port: 65_536 }, "connection has a port that is not a whole number from 0 to 65535"],
    [{ port: "a7" }, "connection has a port that is not a whole number from 0 to 65535"],
    [{ port: "7a" }, "connection has a port that is not a whole number from 0 to 65535"],
    [{ port: -1 }, "connection has a port that is not a whole number from 0 to 65535"],
    [
      { db: 2 ** 31 },
      "connection has an invalid database number; use a URL such as redis://host/1",
    ],
    [{ db: "" }, "connection has an invalid database number"],
    ["redis://db/1x", "connection has an invalid database number"],
    ["redis://db//1", "connection has an invalid database number"],
    ["redis://db?db=x", "connection has an invalid database number"],
  ])("are rejected if they are %j", (connection, message) => {
    expect(() => redisOptions(connection)).toThrow(InvalidArgumentError);
    expect(() => redisOptions(connection)).toThrow(message);
  });

  it("include the database, which is 0 by default", () => {
    expect([{}, { db: null }, { db: 3 }, { db: "4" }].map(databaseOf)).toEqual([0, 0, 3, 4]);
  });
});

describe("the error about a database", () => {
  const of = (error: unknown) => databaseError(error, { name: "Redis on db", database: 3 });

  it.each([
    "ERR DB index is out of range",
    "ERR invalid DB index",
    "NOPERM this user has no permissions to run the 'select' command",
    "ERR value is not an integer or out of range",
    "ERR SELECT is not allowed in cluster mode",
  ])("shows the server's message: %s", (message) => {
    expect(of(new Error(message))).toBeInstanceOf(InvalidArgumentError);
    expect(of({ message })?.message).toBe(
      `Redis on db refuses database 3: ${message}; choose another number, or leave it out for database 0`,
    );
  });

  it.each([
    new Error("connect ECONNREFUSED"),
    new Error("not: ERR DB index is out of range"),
    new Error("ERRDB index"),
    new Error("ERR unknown command"),
    new Error("ERR selected"),
    new Error("ERR reselect"),
    null,
    undefined,
    { message: 1 },
  ])("is not created for %s", (error) => {
    expect(of(error)).toBeUndefined();
  });
});
