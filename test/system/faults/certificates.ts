import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { run } from "../../support/consumer.js";
import { type Certified, issued, issuer } from "./certificate.js";
import type { Case } from "./scene.js";

const CHILD = fileURLToPath(new URL("certificates-child.ts", import.meta.url));
const HERE = "127.0.0.1";
const FILE = '{"626700000001":[{"DATE":"2026-03-03","CAMPAIGN_ID":626700000001}]}';

interface Place extends AsyncDisposable {
  readonly origin: string;
  /** How many connections the servers have accepted. */
  readonly connections: number;
}

/** Starts an API server and a file host with one certificate. Links lead to `files`. */
async function place({ cert, key }: Certified, files?: Place): Promise<Place> {
  let connections = 0;
  const server = createServer({ cert, key }, (request, response) => {
    request.resume();
    response.setHeader("content-type", "application/json");
    if (request.url?.startsWith("/file")) return response.end(FILE);
    const created = { report_status: "IN_PROGRESS", token: "token-of-a-report", message: null };
    const done = {
      report_status: "FINISHED",
      url: `${(files ?? self).origin}/file?X-Amz-Signature=x`,
      size: FILE.length,
    };
    return response.end(JSON.stringify(request.method === "POST" ? created : done));
  });
  server.on("connection", () => connections++).on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, HERE, resolve));
  server.unref();
  const self: Place = {
    origin: `https://${HERE}:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections;
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}

interface Came {
  readonly code?: string;
  readonly sent?: boolean;
  readonly cause?: string;
  readonly message?: string;
  readonly rows?: number;
}

/**
 * Requests a report at each place in a process that trusts this issuer, and resolves to the
 * results.
 */
async function outcomes(trusted: Certified, places: readonly Place[]): Promise<readonly Came[]> {
  const folder = await mkdtemp(join(tmpdir(), "trusted-"));
  try {
    await writeFile(join(folder, "issuer.pem"), trusted.cert);
    const addresses = JSON.stringify(places.map(({ origin }) => `${origin}/v5`));
    const env = { NODE_EXTRA_CA_CERTS: join(folder, "issuer.pem"), ADDRESSES: addresses };
    const { stdout, stderr, exit } = await run(CHILD, { env });
    expect([exit, stderr]).toEqual([0, ""]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const trusted = issuer("trusted by the test");
const good = { host: HERE, from: -1, until: 1 };
const bad: Readonly<Record<string, Certified>> = {
  CERT_HAS_EXPIRED: issued(trusted, { ...good, from: -2, until: -1 }),
  CERT_NOT_YET_VALID: issued(trusted, { ...good, from: 1, until: 2 }),
  ERR_TLS_CERT_ALTNAME_INVALID: issued(trusted, { ...good, host: "elsewhere.invalid" }),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: issued(issuer("untrusted"), good),
};

/**
 * Tries each certificate that must be rejected, on separate ports, and checks for the expected
 * result.
 */
async function each(
  files: boolean,
  check: (came: Came, cause: string, bad: Place) => void,
): Promise<void> {
  const own = issued(trusted, good);
  const bads = await Promise.all(Object.values(bad).map((one) => place(one)));
  const asked = [
    await place(own),
    ...(files ? await Promise.all(bads.map((one) => place(own, one))) : bads),
  ];
  try {
    const [fine, ...came] = await outcomes(trusted, asked);
    // First try a valid certificate, so that only the certificates can cause the failures below.
    expect(fine).toEqual({ rows: 1 });
    for (const [index, cause] of Object.keys(bad).entries())
      check(came[index] as Came, cause, bads[index] as Place);
  } finally {
    await Promise.all([...new Set([...bads, ...asked])].map((one) => one[Symbol.asyncDispose]()));
  }
}

/** Certificates, checked with a real TLS server and a process that trusts one issuer. */
export const certificates: readonly Case[] = [
  {
    name: "N10 an API certificate that is expired, not yet valid, for another host or untrusted fails immediately",
    run: () =>
      each(false, (came, cause, { connections }) => {
        // The create was certainly not sent, and retrying would not make the certificate valid.
        expect(came).toMatchObject({ code: "connection", sent: false, cause });
        expect(connections).toBe(1);
      }),
  },
  {
    name: "N10 a file host's certificate that is expired, not yet valid, for another host or untrusted fails immediately",
    run: () =>
      each(true, (came, cause, { connections }) => {
        expect(came).toMatchObject({ code: "download", cause });
        expect(connections).toBe(1);
      }),
  },
];
