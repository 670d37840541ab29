import { describe, expect, it, vi } from "vitest";
import { duckdb } from "../../../generated/sync-duckdb.js";
import { duckdbTarget } from "../../../runtime/sync/duckdb.js";

describe("the options of duckdb", () => {
  it.each([
    ["no path", {}, /^path must be a file path as a string, or a file: URL$/],
    ["an empty path", "", /^path must be a file path/],
    ["a path with NUL", { path: "a\0b" }, /^path must be a file path/],
    ["a path of another kind", { path: 5 }, /^path must be a file path/],
    [
      "a URL of another kind",
      new URL("https://example.com/ads.duckdb"),
      /^path must be a file path/,
    ],
    ["a database in memory", ":memory:", /^path must be a file path/],
    [
      "an empty schema",
      { path: "ads.duckdb", schema: "" },
      /^"" is not a valid name for a table or column/,
    ],
    [
      "a misspelled schema",
      { path: "ads.duckdb", shema: "ads" },
      "shema is not an option here; did you mean schema?",
    ],
    ["no options", undefined, /the options must be an object/],
  ])("are checked immediately: %s", (_, options, message) => {
    expect(() => duckdb(options as never)).toThrow(message);
  });

  it("determine the file's name in messages", () => {
    for (const options of [
      "/data/ads.duckdb",
      { path: "/data/ads.duckdb" },
      new URL("file:///data/ads.duckdb"),
    ])
      expect(duckdbTarget(options).name).toBe("the DuckDB file /data/ads.duckdb");
  });
});

it("a missing @duckdb/node-api is reported when a run begins, with instructions for installing it", async () => {
  vi.doMock("@duckdb/node-api", () => {
    throw new Error("Cannot find package '@duckdb/node-api'");
  });
  try {
    await expect(duckdbTarget("/data/ads.duckdb").open()).rejects.toMatchObject({
      code: "invalid_argument",
      message:
        "duckdb() needs the package @duckdb/node-api, which could not be loaded: run npm install @duckdb/node-api; nothing was sent",
    });
  } finally {
    vi.doUnmock("@duckdb/node-api");
  }
});
