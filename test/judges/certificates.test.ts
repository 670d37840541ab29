import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../support/consumer.js";
import { type Certified, certificates, type Peer, peer } from "./certificates.js";
import { areHere } from "./judge.js";

const CHILD = fileURLToPath(new URL("certificates-child.ts", import.meta.url));
const FILE = '{"626700000001":[{"DATE":"2026-03-03","CAMPAIGN_ID":626700000001}]}';

interface Came {
  readonly rows?: number;
  readonly code?: string;
  readonly sent?: boolean;
  readonly message?: string;
  /** The error as it would appear in a log. */
  readonly shown?: string;
  readonly cause?: string;
}

interface Outcome {
  readonly run: Came;
  readonly look: Came;
}

// Each invalid certificate, with Node's error code and words of the message.
const BAD = {
  "self-signed": ["DEPTH_ZERO_SELF_SIGNED_CERT", "NODE_EXTRA_CA_CERTS"],
  "signed by an untrusted authority": ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "NODE_EXTRA_CA_CERTS"],
  expired: ["CERT_HAS_EXPIRED", "clock"],
  "not yet valid": ["CERT_NOT_YET_VALID", "clock"],
  "for another host": ["ERR_TLS_CERT_ALTNAME_INVALID", "check the address"],
  "signed by a certificate that is not an authority": [
    "INVALID_PURPOSE",
    "presents this certificate",
  ],
  "for clients only": ["INVALID_PURPOSE", "presents this certificate"],
  "signed with a weak digest": ["UNSPECIFIED", "presents this certificate"],
} as const;
type Kind = keyof typeof BAD;
const kinds = Object.keys(BAD) as readonly Kind[];

describe.skipIf(!areHere)("a TLS peer", () => {
  let good: Peer;
  // An API for each bad certificate; a file host for each, and a valid API in front of it.
  let apis: readonly Peer[] = [];
  let hosts: readonly Peer[] = [];
  let fronts: readonly Peer[] = [];
  let outcomes: readonly Outcome[] = [];

  beforeAll(async () => {
    const make = certificates();
    const trusted = make.authority("an authority of the test");
    const noAuthority = make.authority("no authority", false);
    const fine = make.server(trusted);
    const bad: Readonly<Record<Kind, Certified>> = {
      "self-signed": make.server(null),
      "signed by an untrusted authority": make.server(make.authority("another authority")),
      expired: make.server(trusted, { until: -1 }),
      "not yet valid": make.server(trusted, { from: 1 }),
      "for another host": make.server(trusted, { host: "elsewhere.invalid" }),
      "signed by a certificate that is not an authority": make.server(noAuthority),
      "for clients only": make.server(trusted, {
        extensions: [{ name: "extKeyUsage", clientAuth: true }],
      }),
      "signed with a weak digest": make.server(trusted, { digest: "sha1" }),
    };
    const each = (certified: (kind: Kind) => Certified) =>
      Promise.all(kinds.map((kind) => peer(certified(kind), FILE)));
    good = await peer(fine, FILE);
    [apis, hosts] = [await each((kind) => bad[kind]), await each((kind) => bad[kind])];
    fronts = await Promise.all(hosts.map((host) => peer(fine, FILE, host)));
    const folder = mkdtempSync(join(tmpdir(), "trusted-"));
    try {
      const pem = join(folder, "trusted.pem");
      writeFileSync(pem, trusted.pem + noAuthority.pem);
      const addresses = [good, ...apis, ...fronts].map(({ origin }) => `${origin}/v5`);
      const { stdout, stderr, exit } = await run(CHILD, {
        env: { NODE_EXTRA_CA_CERTS: pem, ADDRESSES: JSON.stringify(addresses) },
      });
      expect([exit, stderr]).toEqual([0, ""]);
      outcomes = JSON.parse(stdout);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  afterAll(async () => {
    await Promise.all(
      [good, ...apis, ...hosts, ...fronts].map((one) => one?.[Symbol.asyncDispose]()),
    );
  });

  it("is sent API and file requests if its certificate is valid", () => {
    expect(outcomes[0]).toEqual({ run: { rows: 1 }, look: { rows: 0 } });
    const [create = "", look = "", file = ""] = good.requests;
    expect([create, look].every((request) => request.includes("CANARY"))).toBe(true);
    expect(file).toMatch(/^GET \/file/);
    expect(file).not.toContain("CANARY");
  });

  it.each(kinds)(
    "receives no API request if its certificate is %s, and the call fails immediately",
    (kind) => {
      const [index, [cause, words]] = [kinds.indexOf(kind), BAD[kind]];
      const { run: create, look } = outcomes[1 + index] ?? { run: {}, look: {} };
      const { origin, connections, requests } = apis[index] as Peer;
      for (const came of [create, look]) {
        expect(came).toMatchObject({ code: "connection", sent: false, cause });
        expectClear(came, origin, words);
      }
      expect(create.message).toContain(
        "POST /ad_accounts/549755885175/reports received no response",
      );
      expect(requests).toEqual([]);
      // One connection per call, without retries.
      expect(connections).toBe(2);
    },
  );

  it.each(kinds)(
    "is sent no file request if its certificate is %s, and the download fails immediately",
    (kind) => {
      const [index, [cause, words]] = [kinds.indexOf(kind), BAD[kind]];
      const { run: came, look } = outcomes[1 + apis.length + index] ?? { run: {}, look: {} };
      const { origin, connections, requests } = hosts[index] as Peer;
      expect(came).toMatchObject({ code: "download", cause });
      expectClear(came, origin, words);
      expect(came.shown).not.toContain("signature-of-a-link");
      expect(requests).toEqual([]);
      expect(connections).toBe(1);
      expect(look).toEqual({ rows: 0 });
    },
  );
});

/** Expects a one-line message without a token that says what is wrong, where, and how to fix it. */
function expectClear({ message = "", shown = "" }: Came, origin: string, words: string): void {
  expect(message).toContain(origin.replace("https://", ""));
  expect(message).toContain(words);
  expect(message).not.toContain("\n");
  for (const secret of ["CANARY", "token-of-a-report", "X-Amz"])
    expect(shown).not.toContain(secret);
}
