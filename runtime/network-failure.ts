// This package's own code for an address whose port `fetch` blocks.
const BAD_PORT = "BAD_PORT";
/** This package's own code for a response that a conforming `fetch` cannot return. */
export const BAD_RESPONSE = "BAD_RESPONSE";

const MAX_CAUSE_DEPTH = 5;
// `syscall` values of system errors that occur before a connection exists.
const CONNECT_SYSCALL = /^(connect|getaddrinfo|query\w*)$/;
// Codes of errors that occur before a connection exists and have no `syscall`. They mean that the
// host name cannot be resolved, or that the server or proxy cannot be reached.
const CONNECT_CODE =
  /^(BAD_PORT|ECONNREFUSED|ENOTFOUND|EAI_\w+|ENODATA|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|UND_ERR_CONNECT_TIMEOUT|UND_ERR_PRX_TLS|ConnectionRefused|FailedToOpenSocket)$/;
// OpenSSL's codes for rejected server certificates. Node reports `UNSPECIFIED` if it has no more
// specific code, for example for a key that is too weak.
const CERTIFICATE =
  /^(CERT_|CRL_|ERR_TLS|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERROR_IN_C|INVALID_(CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$|HOSTNAME_MISMATCH$|UNSPECIFIED$)/;
const REMEDIES = [
  [/EXPIRED|NOT_YET/, ": check this machine's clock"],
  [/NAME/, ": check the address, and whether a proxy answers in place of the server"],
  [/SIGNED|UNABLE/, ": if your network's certificate authority signed it, set NODE_EXTRA_CA_CERTS"],
] as const;
// OpenSSL messages for failures before a secure connection exists, for example because the server's
// port expects plain HTTP.
const HANDSHAKE =
  /wrong version number|packet length too long|unsupported protocol|alert handshake failure|unrecognized name/i;
// Messages from Node, undici (if a proxy does not open a tunnel) and Deno for a connection that was
// never established.
const NOT_CONNECTED =
  /before secure TLS connection was established|^Proxy response \(|client error \(Connect\)/;

/**
 * Whether `thrown` is an error, even from another realm. A test runner, for example, may have its
 * own `Error`. False for a `DOMException` from another realm.
 */
export function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
}

/**
 * Returns the error code of the system or platform, such as `ECONNREFUSED`. Uses the first code
 * found in the error and up to 5 of its causes. Codes that are not strings are ignored. `BAD_PORT`
 * means that `fetch` blocks the port. Null if there is no code, or if `thrown` is not an error.
 */
export function codeOf(thrown: unknown): string | null {
  return errorChain(thrown).find(({ code }) => code !== null)?.code ?? null;
}

/**
 * Whether `thrown` or one of its first 5 causes shows that nothing was sent. Examples are an
 * unresolved name, a failed connection to a server or proxy, a blocked port, a failed TLS
 * handshake, and a rejected certificate. If an error has several `errors`, all of them must show
 * that nothing was sent. False if it is unknown whether the request was sent.
 */
export function failedBeforeSend(thrown: unknown): boolean {
  return errorChain(thrown).some(isEarly);
}

/** Whether this error alone, without its causes, shows that nothing was sent. */
function isEarly({ message, code, syscall, errors }: Facts): boolean {
  if (
    NOT_CONNECTED.test(message) ||
    (/^(EPROTO|ERR_SSL_)/.test(code ?? "") && HANDSHAKE.test(message))
  )
    return true;
  // The code alone is not enough: a connection that breaks later may fail with the same code.
  if (typeof syscall === "string") return CONNECT_SYSCALL.test(syscall);
  // `errors` contains one error for each address of the host name.
  if (Array.isArray(errors) && errors.length > 0) return errors.every(failedBeforeSend);
  return CONNECT_CODE.test(code ?? "") || CERTIFICATE.test(code ?? "");
}

/**
 * Whether a failure with this `code` would recur on every retry. Such failures are a rejected
 * certificate, a blocked port, and a `fetch` that returned no valid response. False for null and
 * any other code.
 */
export function isPermanent(code: string | null): boolean {
  return code === BAD_PORT || code === BAD_RESPONSE || CERTIFICATE.test(code ?? "");
}

/**
 * Returns advice about a rejected certificate, to append to a message. It starts with a semicolon,
 * names `host` and, if known, says what to check. Empty for any other failure.
 */
export function remedy(thrown: unknown, host: string): string {
  const code = codeOf(thrown) ?? "";
  if (!CERTIFICATE.test(code)) return "";
  const [, fix = ""] = REMEDIES.find(([codes]) => codes.test(code)) ?? [];
  return `; ${host} presents this certificate${fix}`;
}

/** The properties that are examined in each error. */
interface Facts {
  readonly message: string;
  readonly code: string | null;
  readonly syscall: unknown;
  readonly errors: unknown;
}

/**
 * The error and its causes, at most 6 in all. Stops at an error whose properties throw when they
 * are read.
 */
function errorChain(thrown: unknown): readonly Facts[] {
  const facts: Facts[] = [];
  try {
    for (let at = thrown; isError(at) && facts.length <= MAX_CAUSE_DEPTH; at = at.cause) {
      const {
        code,
        syscall,
        errors,
      }: { readonly code?: unknown; readonly syscall?: unknown; readonly errors?: unknown } =
        at as object;
      const message = String(at.message);
      // The fetch standard blocks the ports of some other services; undici reports that without a
      // code.
      facts.push({
        message,
        code: typeof code === "string" ? code : message === "bad port" ? BAD_PORT : null,
        syscall,
        errors,
      });
    }
  } catch {}
  return facts;
}
