import { describe, expect, it } from "vitest";
import {
  checkLink,
  isLoopback,
  type LinkPolicy,
  onlyHosts,
} from "../../../runtime/http/url-policy.js";

const strangers = { loopback: false, local: false };
const refusal = (link: string, policy: LinkPolicy = strangers) => checkLink(link, policy).refused;
const hostOf = (host: string) => new URL(`https://${host}/`).hostname;

describe("a download link", () => {
  it.each([
    "0.0.0.0",
    "0",
    "10.1.2.3",
    "127.1",
    "100.64.0.1",
    "169.254.169.254",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.0.1",
    "198.18.0.1",
    "198.19.255.255",
    "224.0.0.1",
    "255.255.255.255",
    "[::]",
    "[::1]",
    "[::127.0.0.1]",
    "[::ffff:10.0.0.1]",
    "[64:ff9b::10.0.0.1]",
    "[64:ff9b:1::8.8.8.8]",
    "[64:ff9c::8.8.8.8]",
    "[100::1]",
    "[2001::1]",
    "[2001:1ff::1]",
    "[2002:7f00:1::]",
    "[2002:a9fe:a9fe::1]",
    "[fc00::1]",
    "[fd12:3456::1]",
    "[fe80::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[4000::1]",
    "localhost",
    "a.localhost",
    "localhost.localdomain",
    "ip6-localhost",
    "ip6-loopback",
    "printer.local",
    "metadata.google.internal",
    "nas.home.arpa",
    "nas.home.arpa.",
  ])("is not followed to the private host %s from a public API", (host) => {
    expect(refusal(`https://${host}/file?secret`, strangers)).toBe("points into a private network");
    expect(refusal(`https://${host}/file?secret`, { ...strangers, local: true })).toBeNull();
  });

  it.each([
    "8.8.8.8",
    "100.128.0.1",
    "172.32.0.1",
    "192.0.1.1",
    "198.20.0.1",
    "[2001:200::1]",
    "[2600:1f00::1]",
    "[2002:808:808::1]",
    "[64:ff9b::8.8.8.8]",
    "[::ffff:8.8.8.8]",
    "pinterest-tokyo.s3.us-east-1.amazonaws.com",
    "local.example.com",
    "notlocal",
    "xlocaldomain",
    "home.arpa.example.com",
  ])("is followed to the public host %s", (host) => {
    expect(refusal(`https://${host}/file`, strangers)).toBeNull();
  });
});

describe("the check of a link's protocol, credentials and host", () => {
  const near = { loopback: true, local: true };

  it("rejects each invalid part, whatever else is allowed", () => {
    for (const link of [
      "ftp://localhost/",
      "ftp://8.8.8.8/",
      "http://8.8.8.8/",
      "http://10.0.0.1/",
      "data:,x",
    ]) {
      for (const policy of [strangers, near, { loopback: true, local: false }])
        expect([link, refusal(link, policy)]).toEqual([link, "is not https"]);
    }
    for (const link of ["http://localhost/", "http://127.0.0.1/"]) {
      expect(refusal(link, { loopback: false, local: true })).toBe("is not https");
      expect(refusal(link, { loopback: true, local: false })).toBe("points into a private network");
      expect(refusal(link, near)).toBeNull();
    }
    for (const link of ["https://a@8.8.8.8/", "https://:b@8.8.8.8/", "https://a:b@8.8.8.8/"])
      expect(refusal(link, near)).toBe("contains a user name or password");
    for (const link of ["", "x", "//8.8.8.8/", "https://"])
      expect(refusal(link, near)).toBe("is not a URL");
  });

  it("accepts only hosts that match downloadHosts, if the option is given", () => {
    const refuseHost = onlyHosts(["Files.example.com", "*.cdn.example.com"]);
    const to = (host: string): string | null =>
      refusal(`https://${host}/`, { ...strangers, refuseHost });
    for (const host of [
      "files.example.com",
      "FILES.example.com.",
      "a.cdn.example.com",
      "a.b.cdn.example.com.",
    ])
      expect([host, to(host)]).toEqual([host, null]);
    for (const host of [
      "example.com",
      "a.files.example.com",
      "xfiles.example.com",
      "cdn.example.com",
      "xcdn.example.com",
      "files.example.com.evil.com",
    ])
      expect([host, to(host)]).toEqual([host, "points to a host that is not in downloadHosts"]);
    expect(refusal("https://8.8.8.8/", { ...strangers, refuseHost: onlyHosts([]) })).toBe(
      "points to a host that is not in downloadHosts",
    );
  });

  it("rejects an entry of downloadHosts that is more than a host", () => {
    for (const host of [
      "",
      "*",
      "*.",
      "a.*.com",
      "x*.com",
      "*.*.com",
      "https://a.com",
      "a.com/",
      "a.com:81",
      "a@b.com",
      "a b.com",
    ])
      expect(() => onlyHosts(["a.com", host]), host).toThrow(TypeError);
  });
});

describe("the local machine", () => {
  it("is recognized by its own names and addresses, and by no others", () => {
    for (const host of [
      "localhost",
      "localhost.",
      "a.localhost",
      "127.0.0.1",
      "127.9.9.9",
      "[::1]",
      "[::ffff:127.0.0.1]",
    ]) {
      expect([host, isLoopback(hostOf(host))]).toEqual([host, true]);
    }
    for (const host of [
      "10.0.0.1",
      "[64:ff9b::127.0.0.1]",
      "[2002:7f00:1::]",
      "[::2]",
      "localhost.localdomain",
      "127.0.0.1.example.com",
    ]) {
      expect([host, isLoopback(hostOf(host))]).toEqual([host, false]);
    }
  });
});
