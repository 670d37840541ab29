import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createClient, type FinishedReport } from "pinterest-reports";
import { createFakeServer, type FakeServer } from "pinterest-reports/testing";
import { describe, expect, it } from "vitest";
import { areHere } from "./judge.js";
import { type Bucket, bucket, type Cut, linking, type Signing } from "./s3.js";

const ACCOUNT = "549755885175";
const TOKEN = "pina_CANARY0123456789";
const BYTES = 400_000;

interface Stage extends AsyncDisposable {
  readonly server: FakeServer;
  readonly files: Bucket;
  /** All links that the API returned, in order. */
  readonly links: readonly string[];
  readonly report: FinishedReport<object>;
  /** The file before it was stored. */
  readonly file: Buffer;
}

interface Given {
  /** How to sign each link. The last one is repeated. */
  readonly signings?: readonly Signing[];
  readonly cuts?: readonly Cut[];
  readonly format?: "JSON" | "CSV";
  /** How the file is stored. */
  readonly stored?: "plain" | "encoded" | "unsaid";
}

/** A finished report whose file is in S3. */
async function stage({
  signings = [{}],
  cuts = [],
  format = "JSON",
  stored = "plain",
}: Given = {}): Promise<Stage> {
  const server = await createFakeServer({ accessToken: TOKEN, bytes: BYTES, polls: 1 });
  const files = await bucket(cuts);
  const links: string[] = [];
  const api = await linking(server, async (token) => {
    const key = `${token}.${format.toLowerCase()}`;
    const body = whole(server, token);
    if (links.length === 0) {
      if (stored === "plain") await files.put(key, body, { ContentType: "application/json" });
      else
        await files.put(
          key,
          gzipSync(body),
          stored === "encoded" ? { ContentEncoding: "gzip" } : { ContentType: "application/gzip" },
        );
    }
    const link = await files.sign(key, signings[Math.min(links.length, signings.length - 1)] ?? {});
    links.push(link);
    return link;
  });
  const { clock } = server;
  const day = new Date(clock.date() - 2 * 86_400_000).toISOString().slice(0, 10);
  const client = createClient({ accessToken: TOKEN, baseUrl: api.url, clock });
  const body = {
    start_date: day,
    end_date: day,
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME"],
  } as const;
  const report = await client.report.run(ACCOUNT, { ...body, report_format: format });
  return {
    server,
    files,
    links,
    report,
    file: whole(server, report.handle.token),
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await files[Symbol.asyncDispose]();
      await server.close();
    },
  };
}

const whole = (server: FakeServer, token: string): Buffer => Buffer.concat([...server.file(token)]);

async function collected(rows: AsyncIterable<object>): Promise<readonly object[]> {
  const all: object[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** The number of rows in the file, read without a network. */
const rowsOf = (file: Buffer): number => Object.values(JSON.parse(file.toString())).flat().length;

/** Expects that links were requested unchanged, and that nothing else was requested. */
function expectBareLinks({ files, links }: Stage): void {
  const targets = links.map((link) => link.replace("http://", ""));
  for (const { target, headers } of files.arrived) {
    expect(targets).toContain(target);
    expect(headers).not.toHaveProperty("authorization");
    expect(headers).not.toHaveProperty("cookie");
    expect(JSON.stringify(headers)).not.toContain("CANARY");
  }
}

const statuses = ({ files }: Stage): readonly number[] => files.arrived.map(({ status }) => status);

describe.skipIf(!areHere)("S3 with presigned links", () => {
  it.each([4, 2] as const)(
    "returns the rows when a link with signature version %i is requested unchanged, without the access token",
    async (version) => {
      await using one = await stage({ signings: [{ version }] });
      expect(await collected(one.report.rows())).toHaveLength(rowsOf(one.file));
      expect(statuses(one)).toEqual([200]);
      expectBareLinks(one);
    },
  );

  it("rejects a modified link and a request with a token, so these tests would detect a client that sends either", async () => {
    await using one = await stage({ signings: [{ version: 2 }] });
    const [link = ""] = one.links;
    expect((await fetch(link.replace("Signature=", "Signature=A"))).status).toBe(403);
    expect((await fetch(link, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(400);
    expect(() => expectBareLinks(one)).toThrow();
  });

  it("returns the rows of a file that is stored gzipped", async () => {
    await using one = await stage({ stored: "encoded" });
    expect(await collected(one.report.rows())).toHaveLength(rowsOf(one.file));
    expectBareLinks(one);
  });

  it.each(["JSON", "CSV"] as const)(
    "causes an error that mentions gzip if a %s file is gzipped but has no content-encoding",
    async (format) => {
      await using one = await stage({ stored: "unsaid", format });
      await expect(collected(one.report.rows())).rejects.toMatchObject({
        code: "download",
        message: expect.stringContaining("it is gzip"),
      });
    },
  );

  it.each(["plain", "encoded"] as const)(
    "serves a file that download() saves byte for byte: %s",
    async (stored) => {
      await using one = await stage({ stored, format: "CSV" });
      await inFolder(async (folder) => {
        await one.report.download(join(folder, "report.csv"));
        expect(readFileSync(join(folder, "report.csv")).equals(one.file)).toBe(true);
      });
    },
  );

  it("serves the rest of a file through a range request each time the connection is cut", async () => {
    await using one = await stage({ cuts: [{ after: 100_000 }, { after: 1 }, { after: 150_000 }] });
    expect((await one.report.text()) === one.file.toString()).toBe(true);
    expect(statuses(one)).toEqual([200, 206, 206, 206]);
    const asked = one.files.arrived.map(({ headers }) => headers.range);
    expect(asked).toEqual([undefined, "bytes=100000-", "bytes=100001-", "bytes=250001-"]);
    expect(new Set(one.files.arrived.slice(1).map(({ headers }) => headers["if-range"])).size).toBe(
      1,
    );
    expectBareLinks(one);
  });

  it("serves a truncated gzip file again from the beginning for a download to a path; a download that has already passed on rows fails", async () => {
    await using one = await stage({ stored: "encoded", cuts: [{ after: 2_000 }] });
    await inFolder(async (folder) => {
      await one.report.download(join(folder, "report.json"));
      expect(readFileSync(join(folder, "report.json")).equals(one.file)).toBe(true);
    });
    await using other = await stage({ stored: "encoded", cuts: [{ after: 30_000 }] });
    await expect(collected(other.report.rows())).rejects.toMatchObject({ code: "download" });
  });

  it("receives one more request, with a new link, after it rejects an expired link; if it also rejects the new one, the error contains no link", async () => {
    await using one = await stage({ signings: [{ ageMs: 600_000 }, {}] });
    expect(await collected(one.report.rows())).toHaveLength(rowsOf(one.file));
    expect(statuses(one)).toEqual([403, 200]);
    expect(one.links).toHaveLength(2);
    expectBareLinks(one);

    await using dead = await stage({ signings: [{ ageMs: 600_000 }] });
    const error = await collected(dead.report.rows()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "download", status: 403 });
    expect(String(error)).toContain("AccessDenied");
    for (const part of [...dead.links, "X-Amz-Signature", "CANARY"])
      expect(JSON.stringify(error) + String(error)).not.toContain(part);
    expect(statuses(dead)).toEqual([403, 403]);
  });

  it("serves the rest of a file through a new link if the first one expires during the download", async () => {
    await using one = await stage({
      signings: [{ livesSeconds: 1 }, {}],
      cuts: [{ after: 100_000, ms: 2_200 }],
    });
    expect((await one.report.text()) === one.file.toString()).toBe(true);
    expect(statuses(one)).toEqual([200, 403, 206]);
    expect(one.links).toHaveLength(2);
    expectBareLinks(one);
  });

  it("receives no request for an old link, because the client first gets a new one", async () => {
    await using one = await stage({ signings: [{}, {}] });
    one.server.clock.advance(300_000);
    expect(await collected(one.report.rows())).toHaveLength(rowsOf(one.file));
    expect(statuses(one)).toEqual([200]);
    expect(one.links).toHaveLength(2);
  });
});

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "downloads-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
