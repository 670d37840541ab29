import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { describe, expect, it, onTestFinished } from "vitest";
import { connect } from "../../../runtime/support-client.js";
import { account, all, bodyFor, setting } from "../../support/flow.js";

describe("a file that is read into memory as a whole", () => {
  it("is parsed as JSON with exact ids", async () => {
    await using scene = await setting({ polls: 0 });
    const report = await scene.client.report.run(account, bodyFor(scene.server));
    const json = (await report.json()) as Record<string, { readonly PIN_ID: string }[]>;
    expect(Object.keys(json)).toEqual(["627052500001", "627052500002", "627052500003"]);
    expect(json["627052500001"]?.[0]?.PIN_ID).toBe("217861707052500001");
    expect(Object.values(json).flat()).toEqual(await all(report.rows()));
  });

  it.each([
    ["", {}],
    [" {} \n", {}],
    ["\ufeff[]", []],
    [
      '{"1":{"KEY":12,"A":[1,{"X_ID":2}],"B":null}}',
      { "1": { KEY: "12", A: [1, { X_ID: "2" }], B: null } },
    ],
  ])("is parsed the way JSON.parse parses it: %j", async (value, expected) => {
    await using scene = await setting({ polls: 0, faults: [{ name: "other-file", value }] });
    expect(await (await scene.client.report.run(account, bodyFor(scene.server))).json()).toEqual(
      expected,
    );
  });

  it.each(["{", "{}x", '{"1":', "<html>", '{"1":[{"A":01}]}'])(
    "is rejected as damaged: %j",
    async (value) => {
      await using scene = await setting({ polls: 0, faults: [{ name: "other-file", value }] });
      const report = await scene.client.report.run(account, bodyFor(scene.server));
      await expect(report.json()).rejects.toMatchObject({
        code: "download",
        received: value.length,
      });
    },
  );

  it("is rejected by json() if it is CSV", async () => {
    await using scene = await setting({ polls: 0 });
    const report = await scene.client.report.run(account, {
      ...bodyFor(scene.server),
      report_format: "CSV",
    });
    await expect(report.json()).rejects.toThrow(/use rows\(\) or text\(\)/);
  });

  it("is rejected before it is read if it is too long", async () => {
    await using scene = await setting({ polls: 0, bytes: 3e9 });
    const report = await scene.client.report.run(account, bodyFor(scene.server));
    expect(report.size).toBeGreaterThan(3e9 - 1);
    await expect(report.text()).rejects.toMatchObject({
      code: "download",
      expected: report.size,
      received: 0,
    });
    await expect(report.json({ maxBytes: 1_000 })).rejects.toThrow("maxBytes is 1,000");
    await expect(report.text({ maxBytes: 0 })).rejects.toBeInstanceOf(RangeError);
  });
});

describe("downloadHosts", () => {
  it("must contain host names", () => {
    for (const host of ["https://a.b", "a b", "*", "*.*", "a/b", ""]) {
      expect(() => connect({ accessToken: "t", downloadHosts: [host] }), host).toThrow(TypeError);
    }
    connect({ accessToken: "t", downloadHosts: ["*.amazonaws.com", "example.com", "127.0.0.1"] });
  });

  it("allows downloads only from the listed hosts", async () => {
    for (const [downloadHosts, fine] of [
      [["127.0.0.1"], true],
      [["*.amazonaws.com"], false],
      [["localhost"], false],
    ] as const) {
      await using scene = await setting({ polls: 0 }, { downloadHosts });
      const report = await scene.client.report.run(account, bodyFor(scene.server));
      const rows = all(report.rows());
      if (fine) expect(await rows).toHaveLength(16);
      else await expect(rows).rejects.toThrow(/not in downloadHosts/);
    }
  });
});

// 1000 MB takes a minute or two; see docs/benchmarks.md.
const MEGABYTES = Number(process.env.REPORT_MB ?? 200);

it(`reading ${MEGABYTES} megabytes takes less than 150 MB of memory`, {
  timeout: 120_000 + MEGABYTES * 500,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "pinterest-reports-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  // A loader that compiles the program would take about 50 MB of this.
  const [program, outfile] = [
    new URL("./read-large.ts", import.meta.url).pathname,
    join(folder, "read-large.mjs"),
  ];
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2022",
  });
  const results = await Promise.all(
    ["JSON", "CSV"].map(async (format) => {
      await using scene = await setting({ polls: 0, bytes: MEGABYTES * 1e6, entities: 200 });
      const report = await scene.client.report.run(account, {
        ...bodyFor(scene.server),
        report_format: format as "JSON",
      });
      const { stdout } = await promisify(execFile)(process.execPath, [outfile], {
        env: {
          ...process.env,
          HANDLE: JSON.stringify(report.handle),
          URL: scene.server.url,
          TOKEN: scene.server.accessToken,
        },
        timeout: 110_000 + MEGABYTES * 500,
      });
      return JSON.parse(stdout) as { readonly rows: number; readonly peakMb: number };
    }),
  );
  if (MEGABYTES > 200) console.log(results);
  for (const { rows, peakMb } of results) {
    expect(rows).toBeGreaterThan(MEGABYTES * 6_500);
    expect(peakMb).toBeLessThan(process.platform === "linux" ? 150 : Number.POSITIVE_INFINITY);
  }
});
