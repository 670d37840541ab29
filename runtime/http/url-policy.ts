// Names of machines on the local network: names from /etc/hosts or mDNS, and names reserved for
// home and company networks.
const LOCAL_NAME =
  /(^|\.)(localhost|localdomain|local|internal|home\.arpa)$|^ip6-(localhost|loopback)$/;

/**
 * Whether `name`, a `URL.hostname`, is this machine. True for `localhost` and its subdomains,
 * 127.0.0.0/8 (including IPv4-mapped IPv6 addresses) and ::1. Does not use DNS.
 */
export function isLoopback(name: string): boolean {
  const host = name.replace(/\.$/, "");
  if (host === "localhost" || host.endsWith(".localhost") || host === "[::1]") return true;
  const words = ipv6(host);
  return (words === null ? ipv4(host) : mappedIpv4(words))?.[0] === 127;
}

/**
 * Whether a `URL.hostname` is not a public host. True for this machine, names on local networks
 * (such as `localhost`, `*.local` or `*.internal`), and private, link-local, multicast or reserved
 * addresses. Any other name counts as public, because DNS is not used.
 */
export function isLocal(name: string): boolean {
  const host = name.replace(/\.$/, "");
  const words = ipv6(host);
  return LOCAL_NAME.test(host) || (words === null ? isPrivate(ipv4(host)) : !isPublic(words));
}

/** Whether an IPv4 address is not public; false for null. */
function isPrivate(parts: readonly number[] | null): boolean {
  if (parts === null) return false;
  const [first = 0, second = 0, third = 0] = parts;
  if ([0, 10, 127].includes(first) || first >= 224) return true;
  if (first === 100) return second >= 64 && second < 128;
  if (first === 172) return second >= 16 && second < 32;
  if (first === 192) return second === 168 || (second === 0 && third === 0);
  return (first === 169 && second === 254) || (first === 198 && (second === 18 || second === 19));
}

/**
 * Whether an IPv6 address is public. A public address is in 2000::/3 but not in 2001::/23
 * (protocols such as Teredo), or it contains a public IPv4 address.
 */
function isPublic(words: readonly number[]): boolean {
  const inside = mappedIpv4(words) ?? translatedIpv4(words);
  if (inside !== null) return !isPrivate(inside);
  const [first = 0, second = 0] = words;
  return first >> 13 === 1 && !(first === 0x2001 && second < 0x200);
}

/** The four numbers of an IPv4 address, as normalized by `URL`; null for other hosts. */
function ipv4(host: string): readonly number[] | null {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host);
  return match?.slice(1).map(Number) ?? null;
}

/**
 * The eight numbers of an IPv6 address in brackets; null for any other host. A `::` stands for
 * zeros.
 */
function ipv6(host: string): readonly number[] | null {
  if (!host.startsWith("[")) return null;
  const [head = [], tail = []] = host
    .slice(1, -1)
    .split("::")
    .map((part) => (part === "" ? [] : part.split(":").map((word) => Number.parseInt(word, 16))));
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

/**
 * The IPv4 address in an IPv4-mapped IPv6 address (::ffff:a.b.c.d), which is the same machine. Null
 * for other addresses.
 */
function mappedIpv4(words: readonly number[]): readonly number[] | null {
  return words.slice(0, 5).every((word) => word === 0) && words[5] === 0xffff
    ? bytesOf(words.slice(6))
    : null;
}

/**
 * The IPv4 address in a translated (64:ff9b::/96) or tunneled (2002::/16) IPv6 address; null for
 * other addresses.
 */
function translatedIpv4(words: readonly number[]): readonly number[] | null {
  if (words[0] === 0x2002) return bytesOf(words.slice(1, 3));
  const is64 =
    words[0] === 0x64 && words[1] === 0xff9b && words.slice(2, 6).every((word) => word === 0);
  return is64 ? bytesOf(words.slice(6)) : null;
}

/** Splits 16-bit numbers into bytes, high byte first. */
function bytesOf(words: readonly number[]): readonly number[] {
  return words.flatMap((word) => [word >> 8, word & 255]);
}

/** Which links from the API may be followed. */
export interface LinkPolicy {
  readonly loopback: boolean;
  readonly local: boolean;
  /**
   * Returns why links to a host must not be followed; null if they may be. The reason is worded as
   * the end of a sentence. Default: all hosts are allowed.
   */
  readonly refuseHost?: ((hostname: string) => string | null) | undefined;
}

/** A checked link, or why it must not be followed. The reason does not contain the link. */
export type CheckedLink =
  | { readonly url: URL; readonly refused: null }
  | { readonly url: null; readonly refused: string };

/**
 * Parses a link and checks it against the policy. `refused` is null if the link may be followed.
 * Otherwise `url` is null, and `refused` is the reason, as the end of a sentence. A link is
 * refused:
 * - if it is not a URL
 * - if it is not https, except http to this machine with `loopback`
 * - if it contains a user name or password
 * - if it points to this machine or into a private network, unless `local` is set
 * - if `refuseHost` returns a reason for its host
 *
 * Throws only if `refuseHost` does. Fetch the returned `url`, not the original string. Another
 * parser may read a string such as `https:\\host`, or a string with a line break, as a different
 * address.
 */
export function checkLink(link: string, policy: LinkPolicy): CheckedLink {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null) return { url, refused: "is not a URL" };
  const refused = refusal(url, policy);
  return refused === null ? { url, refused } : { url: null, refused };
}

/** Why a URL must not be followed; null if it may be. */
function refusal(
  { protocol, hostname, username, password }: URL,
  { loopback, local, refuseHost }: LinkPolicy,
): string | null {
  if (protocol !== "https:" && !(protocol === "http:" && loopback && isLoopback(hostname)))
    return "is not https";
  if (username !== "" || password !== "") return "contains a user name or password";
  if (isLocal(hostname) && !local) return "points into a private network";
  return refuseHost?.(hostname) ?? null;
}

/**
 * Returns a `refuseHost` that allows only these hosts, ignoring case. An entry is a host name, such
 * as `example.com`, or a wildcard, such as `*.example.com`. The wildcard matches all subdomains,
 * but not `example.com` itself. An empty list allows no host. Throws a `TypeError` for any other
 * entry, such as a host with a port.
 */
export function onlyHosts(hosts: readonly string[]): NonNullable<LinkPolicy["refuseHost"]> {
  const allowed = hosts.map((host) => {
    const name = host.replace(/^\*\./, "");
    if (
      name.includes("*") ||
      !URL.canParse(`https://${name}/`) ||
      new URL(`https://${name}/`).hostname !== name.toLowerCase()
    ) {
      throw new TypeError("downloadHosts must be host names, such as example.com or *.example.com");
    }
    return host.toLowerCase();
  });
  return (hostname) =>
    allowed.some((host) => isHost(hostname, host))
      ? null
      : "points to a host that is not in downloadHosts";
}

/** Whether a host name matches `pattern`. A leading `*.` stands for any subdomain. */
function isHost(name: string, pattern: string): boolean {
  const host = name.replace(/\.$/, "");
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}
