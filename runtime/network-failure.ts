// For an address whose port `fetch` refuses to call.
const BAD_PORT = "BAD_PORT";
/** For an answer that no `fetch` should give. */
export const BAD_RESPONSE = "BAD_RESPONSE";

const DEEPEST_CAUSE = 5;
// The steps on the way to a connection, as errors of the system name them.
const STEP = /^(connect|getaddrinfo|query\w*)$/;
// Where no step is named: names that are not found, and connections that are not made, also not to a proxy.
const BEFORE =
  /^(BAD_PORT|ECONNREFUSED|ENOTFOUND|EAI_\w+|ENODATA|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|UND_ERR_CONNECT_TIMEOUT|UND_ERR_PRX_TLS|ConnectionRefused|FailedToOpenSocket)$/;
// The other side showed no certificate that can be taken: names of OpenSSL's. Node says `UNSPECIFIED` for those that it has no name for, such as a key
// that is too weak.
const CERTIFICATE =
  /^(CERT_|CRL_|ERR_TLS|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERROR_IN_C|INVALID_(CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$|HOSTNAME_MISMATCH$|UNSPECIFIED$)/;
const REMEDIES = [
  [/EXPIRED|NOT_YET/, ": is the clock of this machine right?"],
  [/NAME/, ": is the address right, and is no proxy in its place?"],
  [/SIGNED|UNABLE/, ": if an authority of your network has signed it, name that in NODE_EXTRA_CA_CERTS"],
] as const;
// What OpenSSL says before there is a secure connection, such as to a port that speaks plain HTTP.
const HANDSHAKE = /wrong version number|packet length too long|unsupported protocol|alert handshake failure|unrecognized name/i;
// Node's; undici's, of a proxy that makes no tunnel; Deno's.
const NOT_CONNECTED = /before secure TLS connection was established|^Proxy response \(|client error \(Connect\)/;

/** Whether it is an error, also one of another realm: a test runner may have an `Error` of its own. */
export function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
}

/** The system's or the platform's word for what went wrong, such as `ECONNREFUSED`; null when there is none. */
export function codeOf(thrown: unknown): string | null {
  return chain(thrown).find(({ code }) => code !== null)?.code ?? null;
}

/** Whether this was thrown before anything was sent. False where that is not sure. */
export function failedBeforeSend(thrown: unknown): boolean {
  return chain(thrown).some(isEarly);
}

function isEarly({ message, code, syscall, errors }: Facts): boolean {
  if (NOT_CONNECTED.test(message) || (/^(EPROTO|ERR_SSL_)/.test(code ?? "") && HANDSHAKE.test(message))) return true;
  // Of a connection that was made, and then broke, the code may be the same.
  if (typeof syscall === "string") return STEP.test(syscall);
  // One for each address of a name.
  if (Array.isArray(errors) && errors.length > 0) return errors.every(failedBeforeSend);
  return BEFORE.test(code ?? "") || CERTIFICATE.test(code ?? "");
}

/** Whether a failure with this code will be there the next time: no certificate becomes valid by asking again, nor a port, nor a `fetch`. */
export function isPermanent(code: string | null): boolean {
  return code === BAD_PORT || code === BAD_RESPONSE || CERTIFICATE.test(code ?? "");
}

/** Whose certificate is not taken and what to do about it, as the end of a message; empty for any other failure. */
export function remedy(thrown: unknown, host: string): string {
  const code = codeOf(thrown) ?? "";
  if (!CERTIFICATE.test(code)) return "";
  const [, fix = ""] = REMEDIES.find(([codes]) => codes.test(code)) ?? [];
  return `; ${host} shows this certificate${fix}`;
}

/** What is to be known of one error. */
interface Facts {
  readonly message: string;
  readonly code: string | null;
  readonly syscall: unknown;
  readonly errors: unknown;
}

/** An error and its causes, as far as they can be read: somebody else's may throw even then. */
function chain(thrown: unknown): readonly Facts[] {
  const facts: Facts[] = [];
  try {
    for (let at = thrown; isError(at) && facts.length <= DEEPEST_CAUSE; at = at.cause) {
      const { code, syscall, errors }: { readonly code?: unknown; readonly syscall?: unknown; readonly errors?: unknown } = at as object;
      const message = String(at.message);
      // The fetch standard bars ports of other services; undici says so without a code.
      facts.push({ message, code: typeof code === "string" ? code : message === "bad port" ? BAD_PORT : null, syscall, errors });
    }
  } catch {}
  return facts;
}
