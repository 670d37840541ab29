/** Whether a host of a parsed URL is this machine. */
export function isLoopback(name: string): boolean {
  const host = name.replace(/\.$/, "");
  if (host === "localhost" || host.endsWith(".localhost") || host === "[::1]") return true;
  return ipv4(host)?.[0] === 127;
}

/** Whether a host of a parsed URL is this machine, or an address that only this network knows. */
export function isLocal(name: string): boolean {
  const host = name.replace(/\.$/, "");
  if (isLoopback(host) || host.endsWith(".local") || host.endsWith(".internal")) return true;
  if (host.startsWith("[")) return /^\[(::|f[cd]|fe[89ab])/.test(host) && ipv4(host) === null ? true : privateIpv4(ipv4(host));
  return privateIpv4(ipv4(host));
}

function privateIpv4(parts: readonly number[] | null): boolean {
  if (parts === null) return false;
  const [first = 0, second = 0] = parts;
  if ([0, 10, 127].includes(first) || first >= 224) return true;
  if (first === 100) return second >= 64 && second < 128;
  if (first === 172) return second >= 16 && second < 32;
  return (first === 169 && second === 254) || (first === 192 && second === 168);
}

/** The four numbers of an IPv4 address, also of one that hides in an IPv6 address. URL has already brought all spellings into one. */
function ipv4(host: string): readonly number[] | null {
  const plain = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host);
  if (plain) return plain.slice(1).map(Number);
  const mapped = /^\[(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(host);
  if (!mapped) return null;
  return mapped.slice(1).flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 255]);
}

/** What is known about the API that gave a link. */
export interface LinkPolicy {
  readonly loopback: boolean;
  readonly local: boolean;
  /** The only hosts that links may point to, such as `*.amazonaws.com`; left out, any. */
  readonly downloadHosts?: readonly string[] | undefined;
}

/** Why a link must not be followed, without showing it; null when it may be. */
export function refusal(link: string, { loopback, local, downloadHosts }: LinkPolicy): string | null {
  if (!URL.canParse(link)) return "is not an address";
  const { protocol, hostname, username, password } = new URL(link);
  if (protocol !== "https:" && !(protocol === "http:" && loopback && isLoopback(hostname))) return "is not https";
  if (username !== "" || password !== "") return "holds a user or a password";
  if (isLocal(hostname) && !local) return "points into a private network";
  if (downloadHosts !== undefined && !downloadHosts.some((host) => isHost(hostname, host)))
    return "points to a host that is not among downloadHosts";
  return null;
}

/** A list of hosts, checked: names as `example.com`, or `*.example.com` for all below that. */
export function hostList(hosts: readonly string[]): readonly string[] {
  return hosts.map((host) => {
    const name = host.replace(/^\*\./, "");
    if (name.includes("*") || !URL.canParse(`https://${name}/`) || new URL(`https://${name}/`).hostname !== name.toLowerCase()) {
      throw new TypeError("downloadHosts must be names of hosts, such as example.com or *.example.com");
    }
    return host.toLowerCase();
  });
}

function isHost(name: string, wanted: string): boolean {
  const host = name.replace(/\.$/, "");
  return wanted.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted;
}
