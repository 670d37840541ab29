import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import type { FakeServer } from "pinterest-reports/testing";
import { judge } from "./judge.js";

const HERE = "127.0.0.1";
const BUCKET = "reports";
// The only account in s3rver.
const KEY = "S3RVER";

interface S3rver {
  new (options: object): { run(): Promise<AddressInfo>; close(): Promise<void> };
}

interface S3Sdk {
  readonly S3Client: new (
    options: object,
  ) => { send(command: object): Promise<unknown>; destroy(): void };
  readonly PutObjectCommand: new (input: object) => object;
  readonly GetObjectCommand: new (input: object) => object;
}

interface Presigner {
  getSignedUrl(
    client: object,
    command: object,
    options: { readonly expiresIn: number; readonly signingDate: Date },
  ): Promise<string>;
}

/** A request that reached the file host. */
export interface Arrived {
  readonly target: string;
  readonly headers: IncomingMessage["headers"];
  readonly status: number;
}

/** How to sign a link. Default: version 4, from now on, for five minutes. */
export interface Signing {
  readonly version?: 2 | 4;
  readonly ageMs?: number;
  readonly livesSeconds?: number;
}

/** A fault of one response: its connection is cut after this many bytes or milliseconds. */
export interface Cut {
  readonly after: number;
  readonly ms?: number;
}

export interface Bucket extends AsyncDisposable {
  /** The requests, in order. */
  readonly arrived: readonly Arrived[];
  put(
    key: string,
    body: Uint8Array,
    headers?: { readonly ContentEncoding?: string; readonly ContentType?: string },
  ): Promise<void>;
  sign(key: string, signing: Signing): Promise<string>;
}

/**
 * Starts a local S3 server behind a proxy that records its requests. `cuts` are the faults of the
 * first responses.
 */
export async function bucket(cuts: readonly Cut[] = []): Promise<Bucket> {
  const directory = mkdtempSync(join(tmpdir(), "bucket-"));
  const Server = judge<S3rver>("s3rver");
  const server = new Server({
    address: HERE,
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET }],
  });
  const { port } = await server.run();
  const arrived: Arrived[] = [];
  const left = [...cuts];
  const recorder = createServer((request, response) => {
    const { url: path = "", method, headers } = request;
    const back = send({ host: HERE, port, path, method, headers }, async (answer) => {
      const { statusCode: status = 0 } = answer;
      arrived.push({ target: `${headers.host}${path}`, headers, status });
      response.writeHead(status, answer.headers);
      const cut = left.shift();
      let sent = 0;
      for await (const piece of answer as AsyncIterable<Uint8Array>) {
        const some = cut === undefined ? piece : piece.subarray(0, cut.after - sent);
        sent += some.length;
        response.write(some);
        if (cut === undefined || sent < cut.after) continue;
        await rest(cut.ms ?? 10);
        response.destroy();
        return;
      }
      response.end();
    });
    back.on("error", () => response.destroy());
    request.pipe(back);
  });
  const origin = await listening(recorder);
  const { S3Client, PutObjectCommand, GetObjectCommand } = judge<S3Sdk>("@aws-sdk/client-s3");
  const { getSignedUrl } = judge<Presigner>("@aws-sdk/s3-request-presigner");
  const at = (endpoint: string) =>
    new S3Client({
      endpoint,
      region: "us-east-1",
      forcePathStyle: true,
      requestChecksumCalculation: "WHEN_REQUIRED",
      credentials: { accessKeyId: KEY, secretAccessKey: KEY },
    });
  const [client, signer] = [at(`http://${HERE}:${port}`), at(origin)];
  return {
    arrived,
    async put(Key, Body, more = {}) {
      await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ...more }));
    },
    async sign(Key, { version = 4, ageMs = 0, livesSeconds = 300 }) {
      const signingDate = new Date(Date.now() - ageMs);
      if (version === 2)
        return `${origin}${signed2(`/${BUCKET}/${Key}`, Math.floor(signingDate.getTime() / 1_000) + livesSeconds)}`;
      return getSignedUrl(signer, new GetObjectCommand({ Bucket: BUCKET, Key }), {
        expiresIn: livesSeconds,
        signingDate,
      });
    },
    async [Symbol.asyncDispose]() {
      client.destroy();
      signer.destroy();
      await closed(recorder);
      await server.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** A link with signature version 2. s3rver computes it, too, and rejects a modified link. */
function signed2(path: string, expires: number): string {
  const signature = createHmac("sha1", KEY).update(`GET\n\n\n${expires}\n${path}`).digest("base64");
  return `${path}?AWSAccessKeyId=${KEY}&Expires=${expires}&Signature=${encodeURIComponent(signature)}`;
}

export interface Api extends AsyncDisposable {
  readonly url: string;
}

/** The fake server, with its links replaced by `link`, which gets the report's token. */
export async function linking(
  fake: FakeServer,
  link: (token: string) => Promise<string>,
): Promise<Api> {
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const { method = "GET", url = "/", headers } = request;
    const given = {
      authorization: String(headers.authorization),
      "content-type": String(headers["content-type"]),
    };
    const body = method === "GET" ? {} : { body: Buffer.concat(chunks) };
    const answer = await fetch(new URL(url, fake.url), { method, headers: given, ...body });
    const said = (await answer.json()) as { readonly url?: string | null };
    const token = new URL(url, fake.url).searchParams.get("token");
    const changed =
      typeof said.url === "string" && token !== null ? { ...said, url: await link(token) } : said;
    response
      .writeHead(answer.status, { "content-type": "application/json" })
      .end(JSON.stringify(changed));
  });
  return { url: `${await listening(server)}/v5`, [Symbol.asyncDispose]: () => closed(server) };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, HERE, resolve));
  server.unref();
  return `http://${HERE}:${(server.address() as AddressInfo).port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
