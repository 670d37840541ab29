import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PullRequestsServer, pullRequestsServer } from "./pull-requests-server.js";
import { type Registry, registryServer } from "./registry-server.js";
import { type Clone, scratchClone } from "./scratch-clone.js";

// Where the workflow runs, as GitHub tells each of its steps.
const PLACE = { GITHUB_SERVER_URL: "https://host.example", GITHUB_REPOSITORY: "made/up" };

// The whole of the release workflow in a scratch clone, with a host and a registry on 127.0.0.1.
describe("a change that waits for a version", () => {
  let clone: Clone;
  let host: PullRequestsServer;
  let registry: Registry;
  let npm: Readonly<Record<string, string>>;
  const versionIn = (text: string): string => JSON.parse(text).version;

  beforeAll(async () => {
    [host, registry] = await Promise.all([pullRequestsServer(), registryServer()]);
    clone = scratchClone();
    // What is packed is another test's business: here nothing is built.
    npm = { npm_config_userconfig: join(clone.folder, "../npmrc") };
    clone.write("../npmrc", registry.npmrc);
    clone.write(".changeset/a-test.md", '---\n"pinterest-reports": minor\n---\n\nSomething that a consumer notices.\n');
    clone.land("Change something");
  });

  afterAll(() => Promise.all([host.close(), registry.close()]));

  it("keeps a version from being published", async () => {
    const { exit, said } = await clone.script("release:pack", [], npm);
    expect([exit, said]).toEqual([0, expect.stringMatching(/^\d+ changes? waits? for a version: nothing is published\n$/)]);
    expect((await clone.script("release:publish", [], npm)).exit).toBe(1);
    expect(registry.versions).toEqual([]);
  });

  it("becomes one pull request: version, lock and changelog, the older entries as they were", async () => {
    const before = {
      changelog: clone.read("CHANGELOG.md"),
      version: versionIn(clone.read("package.json")),
      lock: clone.read("package-lock.json"),
    };
    const { exit, said } = await clone.script("release:draft");
    expect(exit, said).toBe(0);
    expect((await clone.script("propose", [], host.env)).said).toMatch(
      /^branch next-release: pushed\nopened pull request 1: Release \d+\.\d+\.\d+\n$/,
    );
    expect(host.open[0]?.body).toMatch(/Something that a consumer notices\.[\s\S]*Merging this publishes it\.\n$/);

    clone.git("merge", "--quiet", "--ff-only", "next-release");
    const version = versionIn(clone.read("package.json"));
    expect(version).not.toBe(before.version);
    expect(clone.read("package-lock.json").replaceAll(`"version": "${version}"`, `"version": "${before.version}"`)).toBe(
      before.lock.replaceAll(`"version": "${version}"`, `"version": "${before.version}"`),
    );
    expect(versionIn(clone.read("package-lock.json"))).toBe(version);
    expect(clone.read("CHANGELOG.md")).toContain(before.changelog.slice(before.changelog.indexOf("\n## ")));
    expect(readdirSync(join(clone.folder, ".changeset"))).toEqual(["config.json"]);
  });

  it("is not packed by who does not say from where", async () => {
    const { exit, said } = await clone.script("release:pack", [], { ...npm, GITHUB_SERVER_URL: PLACE.GITHUB_SERVER_URL });
    expect([exit, said]).toEqual([
      1,
      expect.stringMatching(/error {2}GITHUB_SERVER_URL and GITHUB_REPOSITORY say which repository this is/),
    ]);
    expect(registry.versions).toEqual([]);
  });

  it("is published once that is merged, tagged, and not published twice", async () => {
    clone.git("push", "--quiet", "origin", "main");
    const version = versionIn(clone.read("package.json"));
    const released = clone.git("rev-parse", "HEAD");
    // More has landed since, as it may while a publication waits for a person.
    clone.land("Change something without effect");
    const packed = await clone.script("release:pack", [], { ...npm, ...PLACE });
    expect(packed.exit, packed.said).toBe(0);
    const first = await clone.script("release:publish", [], npm);
    expect(first.exit, first.said).toBe(0);
    expect(first.said).toContain(`published and tagged v${version}`);
    expect(registry.versions).toEqual([version]);
    expect(clone.git("ls-remote", "--tags", "origin", `v${version}^{}`)).toBe(`${released}\trefs/tags/v${version}^{}`);

    expect((await clone.script("release:publish", [], npm)).exit).toBe(0);
    expect(registry.versions).toEqual([version]);
    expect((await clone.script("release:pack", [], { ...npm, ...PLACE })).said).toContain(`nothing new is published: ${version} is there`);
    expect((await clone.script("release:draft")).said).toContain("no change waits for a version");
    expect([existsSync(join(clone.folder, "proposal")), existsSync(join(clone.folder, "release"))]).toEqual([false, false]);
  });

  it("is tagged by a later run where an earlier one has published it and failed", async () => {
    const version = versionIn(clone.read("package.json"));
    clone.git("push", "--quiet", "--delete", "origin", `v${version}`);
    clone.git("tag", "--delete", `v${version}`);
    await clone.script("release:pack", [], { ...npm, ...PLACE });
    expect((await clone.script("release:publish", [], npm)).said).toContain(`published and tagged v${version}`);
    expect(registry.versions).toEqual([version]);
  });

  it("names its repository, with which npm compares the provenance, and leaves no trace of that in the files", () => {
    expect(registry.manifest).toMatchObject({
      repository: { type: "git", url: "git+https://host.example/made/up.git" },
      homepage: "https://host.example/made/up#readme",
      bugs: { url: "https://host.example/made/up/issues" },
    });
    expect(JSON.parse(registry.file("package.json"))).toMatchObject({ repository: { url: "git+https://host.example/made/up.git" } });
    expect(clone.git("status", "--porcelain")).toBe("");
  });

  it("has a README whose links lead to its own tag", () => {
    const base = `https://host.example/made/up/blob/v${registry.versions[0]}/`;
    const links = [...registry.file("README.md").matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
    const ours = links.filter((link) => link.startsWith(base)).map((link) => link.slice(base.length).replace(/#.*/, ""));
    expect(links.filter((link) => !link.startsWith("https://"))).toEqual([]);
    expect(ours.length).toBeGreaterThan(10);
    expect(ours.filter((path) => !existsSync(join(clone.folder, path)))).toEqual([]);
  });
});
