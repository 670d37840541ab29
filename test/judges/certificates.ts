import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { judge } from "./judge.js";

export const HERE = "127.0.0.1";
const DAY_MS = 86_400_000;

interface KeyPair {
  readonly publicKey: object;
  readonly privateKey: object;
}

interface Attribute {
  readonly name: string;
  readonly value: string;
}

interface ForgeCertificate {
  publicKey: object;
  serialNumber: string;
  readonly validity: { notBefore: Date; notAfter: Date };
  setSubject(attributes: readonly Attribute[]): void;
  setIssuer(attributes: readonly Attribute[]): void;
  setExtensions(extensions: readonly object[]): void;
  sign(key: object, digest: object): void;
}

interface Forge {
  readonly pki: {
    readonly rsa: { generateKeyPair(bits: number): KeyPair };
    createCertificate(): ForgeCertificate;
    certificateToPem(certificate: ForgeCertificate): string;
    privateKeyToPem(key: object): string;
  };
  readonly md: { readonly sha256: { create(): object }; readonly sha1: { create(): object } };
}

/** An issuer's name and key. */
export interface Signer {
  readonly name: string;
  readonly keys: KeyPair;
  readonly pem: string;
}

export interface Certified {
  readonly cert: string;
  readonly key: string;
}

/** Fields that make a certificate invalid. */
interface Said {
  /** Start of validity, in days from now. */
  readonly from?: number;
  readonly until?: number;
  readonly host?: string;
  readonly extensions?: readonly object[];
  readonly digest?: "sha256" | "sha1";
}

let serial = 1;

/**
 * Creates certificates with node-forge, which is independent of Node's verification. All of them
 * share one key pair.
 */
export function certificates(): {
  readonly authority: (name: string, isAuthority?: boolean) => Signer;
  readonly server: (by: Signer | null, said?: Said) => Certified;
} {
  const { pki, md } = judge<Forge>("node-forge");
  const keys = pki.rsa.generateKeyPair(2048);
  const made = (
    name: string,
    by: { readonly name: string; readonly keys: KeyPair },
    { from = -2, until = 2, extensions = [], digest = "sha256" }: Said,
  ) => {
    const certificate = pki.createCertificate();
    certificate.publicKey = keys.publicKey;
    certificate.serialNumber = (serial++).toString(16).padStart(4, "01");
    certificate.validity.notBefore = new Date(Date.now() + from * DAY_MS);
    certificate.validity.notAfter = new Date(Date.now() + until * DAY_MS);
    certificate.setSubject([{ name: "commonName", value: name }]);
    certificate.setIssuer([{ name: "commonName", value: by.name }]);
    certificate.setExtensions(extensions);
    certificate.sign(by.keys.privateKey, md[digest].create());
    return pki.certificateToPem(certificate);
  };
  const key = pki.privateKeyToPem(keys.privateKey);
  return {
    authority(name, isAuthority = true) {
      const extensions = [{ name: "basicConstraints", cA: isAuthority, critical: true }];
      return { name, keys, pem: made(name, { name, keys }, { extensions }) };
    },
    server(by, { host = HERE, extensions = [], ...said } = {}) {
      const isAddress = /^[\d.]+$/.test(host);
      const altNames = [isAddress ? { type: 7, ip: host } : { type: 2, value: host }];
      const all = [{ name: "subjectAltName", altNames }, ...extensions];
      return { cert: made(host, by ?? { name: host, keys }, { ...said, extensions: all }), key };
    },
  };
}

/** A TLS server, and the requests that it received. */
export interface Peer extends AsyncDisposable {
  readonly origin: string;
  readonly connections: number;
  readonly requests: readonly string[];
}

/**
 * Starts an API or file host with this certificate. Its reports are finished immediately, and their
 * links lead to `files`.
 */
export async function peer({ cert, key }: Certified, file: string, files?: Peer): Promise<Peer> {
  const requests: string[] = [];
  let connections = 0;
  const server = createServer(
    { cert, key, ciphers: "DEFAULT@SECLEVEL=0" },
    async (request, response) => {
      let body = "";
      for await (const chunk of request.setEncoding("utf8")) body += chunk;
      requests.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body}`);
      response.setHeader("content-type", "application/json");
      if (request.url?.startsWith("/file")) return response.end(file);
      const created = { report_status: "IN_PROGRESS", token: "token-of-a-report", message: null };
      const link = `${(files ?? self).origin}/file?X-Amz-Signature=signature-of-a-link`;
      const done = { report_status: "FINISHED", url: link, size: Buffer.byteLength(file) };
      return response.end(JSON.stringify(request.method === "POST" ? created : done));
    },
  );
  server.on("connection", () => connections++).on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, HERE, resolve));
  server.unref();
  const self: Peer = {
    origin: `https://${HERE}:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections;
    },
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}
