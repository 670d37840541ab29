import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A certificate and its key, as a TLS server expects them. */
export interface Certified {
  readonly cert: string;
  readonly key: string;
}

export interface Issuer extends Certified {
  readonly name: string;
  readonly signer: KeyObject;
}

export interface Asked {
  /** The host that it is valid for: an IPv4 address or a name. */
  readonly host: string;
  /** Start of validity, in days from now. */
  readonly from: number;
  readonly until: number;
}

const DAY_MS = 86_400_000;
const ECDSA_WITH_SHA256 = "06082a8648ce3d040302";
const COMMON_NAME = "0603550403";
const BASIC_CONSTRAINTS = "0603551d13";
const ALTERNATIVE_NAME = "0603551d11";

/** Creates a certificate authority. A client may or may not trust it. */
export function issuer(name: string): Issuer {
  const { privateKey: signer, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const isIssuer = der(
    0x30,
    hex(BASIC_CONSTRAINTS),
    hex("0101ff"),
    der(0x04, der(0x30, hex("0101ff"))),
  );
  const cert = certificate({
    name,
    issuer: { name, signer },
    publicKey,
    from: -30,
    until: 30,
    extension: isIssuer,
  });
  return {
    name,
    signer,
    cert,
    key: pem("PRIVATE KEY", signer.export({ type: "pkcs8", format: "der" })),
  };
}

/** Issues a server certificate. */
export function issued(by: Issuer, { host, from, until }: Asked): Certified {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const isAddress = /^[\d.]+$/.test(host);
  const subject = isAddress
    ? der(0x87, Buffer.from(host.split(".").map(Number)))
    : der(0x82, Buffer.from(host));
  const extension = der(0x30, hex(ALTERNATIVE_NAME), der(0x04, der(0x30, subject)));
  const cert = certificate({ name: host, issuer: by, publicKey, from, until, extension });
  return { cert, key: pem("PRIVATE KEY", privateKey.export({ type: "pkcs8", format: "der" })) };
}

interface Parts {
  readonly name: string;
  readonly issuer: Pick<Issuer, "name" | "signer">;
  readonly publicKey: KeyObject;
  readonly from: number;
  readonly until: number;
  readonly extension: Buffer;
}

let serial = 1;

/** Builds a certificate in the format of RFC 5280, section 4.1, with only the required parts. */
function certificate({ name, issuer: by, publicKey, from, until, extension }: Parts): string {
  const algorithm = der(0x30, hex(ECDSA_WITH_SHA256));
  const version = der(0xa0, hex("020102"));
  const body = der(
    0x30,
    ...[version, der(0x02, Buffer.from([serial++])), algorithm, named(by.name)],
    ...[
      der(0x30, time(from), time(until)),
      named(name),
      publicKey.export({ type: "spki", format: "der" }),
    ],
    der(0xa3, der(0x30, extension)),
  );
  const signature = der(0x03, hex("00"), sign("sha256", body, by.signer));
  return pem("CERTIFICATE", der(0x30, body, algorithm, signature));
}

function named(name: string): Buffer {
  return der(0x30, der(0x31, der(0x30, hex(COMMON_NAME), der(0x0c, Buffer.from(name)))));
}

function time(days: number): Buffer {
  const text = new Date(Date.now() + days * DAY_MS).toISOString().replace(/[-:T]|\.\d+/g, "");
  return der(0x17, Buffer.from(text.slice(2)));
}

/** Encodes one DER value: tag, length and content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function hex(text: string): Buffer {
  return Buffer.from(text, "hex");
}

function pem(what: string, bytes: Buffer): string {
  return `-----BEGIN ${what}-----\n${bytes.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END ${what}-----\n`;
}
