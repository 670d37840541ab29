import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { ConnectionError, CreateOutcomeUnknownError } from "../../../runtime/errors.js";
import { codeOf, failedBeforeSend, isPermanent, remedy } from "../../../runtime/network-failure.js";
import { account, bodyFor, createClient, setting } from "../../support/flow.js";

const wrapped = (message: string, more: object) =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(message), more) });
const refused = (address: string) =>
  Object.assign(new Error(`connect ECONNREFUSED ${address}`), {
    code: "ECONNREFUSED",
    syscall: "connect",
  });

describe("whether it is certain that a request was not sent", () => {
  it.each<[string, unknown, boolean]>([
    [
      "a refused connection",
      wrapped("connect ECONNREFUSED 127.0.0.1:9", { code: "ECONNREFUSED", syscall: "connect" }),
      true,
    ],
    [
      "a connection that takes too long",
      wrapped("connect ETIMEDOUT", { code: "ETIMEDOUT", syscall: "connect" }),
      true,
    ],
    [
      "no port left on this machine",
      wrapped("connect EADDRNOTAVAIL", { code: "EADDRNOTAVAIL", syscall: "connect" }),
      true,
    ],
    [
      "no file descriptor left on this machine",
      wrapped("connect EMFILE", { code: "EMFILE", syscall: "connect" }),
      true,
    ],
    [
      "a host name that is not found",
      wrapped("getaddrinfo ENOTFOUND x", { code: "ENOTFOUND", syscall: "getaddrinfo" }),
      true,
    ],
    [
      "a host name without addresses",
      wrapped("queryA ENODATA x", { code: "ENODATA", syscall: "queryA" }),
      true,
    ],
    [
      "undici's own timeout",
      wrapped("Connect Timeout Error", { code: "UND_ERR_CONNECT_TIMEOUT" }),
      true,
    ],
    [
      "a refused connection to every address of a host name",
      wrapped("", { code: "ECONNREFUSED", errors: [refused("::1"), refused("127.0.0.1")] }),
      true,
    ],
    [
      "plain HTTP in place of TLS",
      wrapped("write EPROTO 00:error:0A00010B:SSL routines:ssl3_get_record:wrong version number", {
        code: "EPROTO",
        syscall: "write",
      }),
      true,
    ],
    [
      "plain HTTP in place of TLS, reported while reading",
      wrapped("SSL routines:ssl3_get_record:wrong version number", {
        code: "ERR_SSL_WRONG_VERSION_NUMBER",
      }),
      true,
    ],
    [
      "a connection that ends before it is secure",
      wrapped("Client network socket disconnected before secure TLS connection was established", {
        code: "ECONNRESET",
      }),
      true,
    ],
    [
      "an expired certificate",
      wrapped("certificate has expired", { code: "CERT_HAS_EXPIRED" }),
      true,
    ],
    [
      "a certificate for another purpose",
      wrapped("unsuitable certificate purpose", { code: "INVALID_PURPOSE" }),
      true,
    ],
    [
      "a certificate that is too weak",
      wrapped("EE certificate key too weak", { code: "UNSPECIFIED" }),
      true,
    ],
    [
      "a proxy that opens no tunnel",
      wrapped("Proxy response (407) !== 200 when HTTP Tunneling", { code: "UND_ERR_ABORTED" }),
      true,
    ],
    [
      "Deno's refused connection",
      new TypeError(
        "error sending request for url (http://127.0.0.1:9/): client error (Connect): tcp connect error",
      ),
      true,
    ],
    [
      "Bun's refused connection",
      Object.assign(new Error("Unable to connect."), { code: "ConnectionRefused" }),
      true,
    ],
    [
      "a cut connection",
      wrapped("read ECONNRESET", { code: "ECONNRESET", syscall: "read" }),
      false,
    ],
    [
      "a host that becomes unreachable after connecting",
      wrapped("read EHOSTUNREACH", { code: "EHOSTUNREACH", syscall: "read" }),
      false,
    ],
    [
      "damage within TLS",
      wrapped("decryption failed or bad record mac", {
        code: "ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC",
      }),
      false,
    ],
    [
      "several attempts of which one connected",
      wrapped("", { errors: [refused("::1"), new Error("read ECONNRESET")] }),
      false,
    ],
    ["an unknown error", new Error("no"), false],
    ["a string", "connect ECONNREFUSED", false],
  ])("is determined after %s", (_, thrown, expected) => {
    expect(failedBeforeSend(thrown)).toBe(expected);
  });

  it("is determined for an error from another realm, as in test runners", () => {
    const thrown = runInNewContext(
      'const error = new TypeError("fetch failed"); error.cause = Object.assign(new Error("x"), { code: "ECONNREFUSED" }); error',
    );
    expect(thrown).not.toBeInstanceOf(Error);
    expect([failedBeforeSend(thrown), codeOf(thrown)]).toEqual([true, "ECONNREFUSED"]);
  });

  it("is true for a create sent over TLS to a plain HTTP port", async () => {
    const plain = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    await using scene = await setting();
    const { clock } = scene.server;
    const client = createClient({
      accessToken: "t",
      baseUrl: `https://127.0.0.1:${(plain.address() as AddressInfo).port}/v5`,
      clock,
    });
    const error = await client.report
      .create(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    plain.close();
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).not.toBeInstanceOf(CreateOutcomeUnknownError);
    expect(error.sent).toBe(false);
  });
});

it.each([
  ["CERT_HAS_EXPIRED", "; 127.0.0.1:9 presents this certificate: check this machine's clock"],
  [
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "; 127.0.0.1:9 presents this certificate: check the address, and whether a proxy answers in place of the server",
  ],
  ["INVALID_PURPOSE", "; 127.0.0.1:9 presents this certificate"],
  ["ECONNREFUSED", ""],
])("the hint about %s is %j", (code, expected) => {
  expect(remedy(wrapped("", { code }), "127.0.0.1:9")).toBe(expected);
});

it.each([
  ["BAD_RESPONSE", true],
  ["BAD_PORT", true],
  ["CERT_HAS_EXPIRED", true],
  ["INVALID_PURPOSE", true],
  ["INVALID_CA", true],
  ["UNSPECIFIED", true],
  ["INVALID_URL", false],
  ["ECONNRESET", false],
  [null, false],
])("whether the error %s counts as permanent: %j", (code, expected) => {
  expect(isPermanent(code)).toBe(expected);
});
