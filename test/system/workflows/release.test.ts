import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Registry, registryServer } from "./registry-server.js";
import { type Clone, type Ended, scratchClone } from "./scratch-clone.js";

// Where the workflow runs. GitHub sets these variables for each step.
const PLACE = { GITHUB_SERVER_URL: "https://host.example", GITHUB_REPOSITORY: "made/up" };

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

const { jobs } = parse(
  readFileSync(new URL("../../../.github/workflows/release.yml", import.meta.url), "utf8"),
) as {
  readonly jobs: Readonly<
    Record<"version" | "propose" | "publish", { readonly steps: readonly Step[] }>
  >;
};

/** The commands that a job passes to changesets/action. */
function commandsOf(job: keyof typeof jobs): Readonly<Record<string, string>> {
  return jobs[job].steps.find(({ uses }) => uses?.startsWith("changesets/action@"))?.with ?? {};
}

// Runs the release workflow's commands in a scratch clone, with a registry on 127.0.0.1. The
// actions themselves are not run.
describe("a change that is waiting for a release", () => {
  let clone: Clone;
  let registry: Registry;
  let npm: Readonly<Record<string, string>>;
  const versionIn = (text: string): string => JSON.parse(text).version;

  beforeAll(async () => {
    registry = await registryServer();
    clone = scratchClone();
    // Nothing is built here; another test checks the package's content.
    npm = { npm_config_userconfig: join(clone.folder, "../npmrc") };
    clone.write("../npmrc", registry.npmrc);
    clone.write(
      ".changeset/a-test.md",
      '---\n"pinterest-reports": minor\n---\n\nSomething that a consumer notices.\n',
    );
    clone.land("Change something");
  });

  afterAll(() => registry.close());

  /** Runs a command as an action does, without a shell. */
  function exec(command: string | undefined): void {
    const [file = "", ...words] = (command ?? "").split(" ");
    execFileSync(file, words, { cwd: clone.folder, stdio: "pipe" });
  }

  /**
   * Does what the first job does: moves the changes out of the working tree to where the second job
   * finds them.
   */
  function handOver(): void {
    for (const { run = "" } of jobs.version.steps) if (run.startsWith("git ")) exec(run);
    clone.git("reset", "--quiet", "--hard");
    mkdirSync(join(clone.folder, "proposal"), { recursive: true });
    renameSync(join(clone.folder, "changes.patch"), join(clone.folder, "proposal/changes.patch"));
  }

  const publish = (): Promise<Ended> => clone.script("release", ["publish"], npm);

  it("becomes a version, and only the changelog and the files that contain the version are changed", async () => {
    const before = {
      changelog: clone.read("CHANGELOG.md"),
      version: versionIn(clone.read("package.json")),
      lock: clone.read("package-lock.json"),
    };
    expect(
      jobs.version.steps.flatMap(({ run = "" }) => run.match(/^npm run (.*)/)?.[1] ?? []),
    ).toEqual(["release -- version"]);
    const { exit, said } = await clone.script("release", ["version"], npm);
    expect(exit, said).toBe(0);
    clone.write("runtime/options.ts", "stolen();\n");
    handOver();
    exec(commandsOf("propose").version);

    const changed = clone
      .git("status", "--porcelain")
      .split("\n")
      .map((line) => line.trim().split(" ").at(-1) ?? "");
    expect(changed.filter((path) => !path.startsWith(".changeset/"))).toEqual([
      "CHANGELOG.md",
      "package-lock.json",
      "package.json",
      "server.json",
    ]);
    const version = versionIn(clone.read("package.json"));
    expect(version).not.toBe(before.version);
    expect(
      clone
        .read("package-lock.json")
        .replaceAll(`"version": "${version}"`, `"version": "${before.version}"`),
    ).toBe(before.lock.replaceAll(`"version": "${version}"`, `"version": "${before.version}"`));
    expect(versionIn(clone.read("package-lock.json"))).toBe(version);
    expect(clone.read("CHANGELOG.md")).toContain(
      before.changelog.slice(before.changelog.indexOf("\n## ")),
    );
    expect(clone.read("CHANGELOG.md")).toContain("Something that a consumer notices.");
    expect(readdirSync(join(clone.folder, ".changeset"))).toEqual(["config.json"]);
    clone.land(`Release ${version}`);
  });

  it("is packed only if the repository is named, and published only after it is packed", async () => {
    const { exit, said } = await clone.script("release", ["pack"], {
      ...npm,
      GITHUB_SERVER_URL: PLACE.GITHUB_SERVER_URL,
    });
    expect([exit, said]).toEqual([
      1,
      expect.stringMatching(
        /error {2}GITHUB_SERVER_URL and GITHUB_REPOSITORY say which repository this is/,
      ),
    ]);
    expect((await publish()).exit).toBe(1);
    expect(registry.versions).toEqual([]);
  });

  it("is published as it was packed, and only once", async () => {
    const version = versionIn(clone.read("package.json"));
    const packed = await clone.script("release", ["pack"], { ...npm, ...PLACE });
    expect(packed.exit, packed.said).toBe(0);
    expect(commandsOf("publish").publish).toBe("node .github/scripts/publish.ts");
    // The line from which the action creates a tag and a release.
    const tag = new RegExp(`^New tag: v${version.replaceAll(".", "\\.")}$`, "m");
    for (const _ of ["first", "again, after a later failure"]) {
      const { exit, said } = await publish();
      expect([exit, said]).toEqual([0, expect.stringMatching(tag)]);
      expect(registry.versions).toEqual([version]);
    }
    clone.git("tag", `v${version}`);
    clone.git("push", "--quiet", "origin", `v${version}`);
    expect((await clone.script("release", ["pack"], { ...npm, ...PLACE })).said).toContain(
      `nothing to publish: ${version} is published and tagged`,
    );
    expect(existsSync(join(clone.folder, "release"))).toBe(false);
  });

  it("names its repository, which npm compares with the provenance, and leaves no other trace of it in the files", () => {
    expect(registry.manifest).toMatchObject({
      repository: { type: "git", url: "git+https://host.example/made/up.git" },
      homepage: "https://host.example/made/up#readme",
      bugs: { url: "https://host.example/made/up/issues" },
    });
    expect(JSON.parse(registry.file("package.json"))).toMatchObject({
      repository: { url: "git+https://host.example/made/up.git" },
      mcpName: "io.github.made/up",
    });
    expect(JSON.parse(registry.file("server.json"))).toMatchObject({
      name: "io.github.made/up",
      repository: { url: "https://host.example/made/up", source: "github" },
    });
    expect(clone.git("status", "--porcelain")).toBe("");
  });

  it("has a README whose links lead to its own tag", () => {
    const base = `https://host.example/made/up/blob/v${registry.versions[0]}/`;
    const links = [...registry.file("README.md").matchAll(/\]\(([^)]+)\)/g)].map(
      ([, link = ""]) => link,
    );
    const ours = links
      .filter((link) => link.startsWith(base))
      .map((link) => link.slice(base.length).replace(/#.*/, ""));
    expect(links.filter((link) => !link.startsWith("https://"))).toEqual([]);
    expect(ours.length).toBeGreaterThan(10);
    expect(ours.filter((path) => !existsSync(join(clone.folder, path)))).toEqual([]);
  });

  it("has a guide whose links lead to its own pages or its own tag", () => {
    const base = `https://host.example/made/up/blob/v${registry.versions[0]}/`;
    const pages = readdirSync(join(clone.folder, "docs/guide"))
      .filter((name) => name.endsWith(".md"))
      .map((name) => registry.file(`docs/guide/${name}`));
    const links = pages.flatMap((page) =>
      [...page.matchAll(/\]\((?!#)([^)#]+)[^)]*\)/g)].map(([, link = ""]) => link),
    );
    expect(pages.length).toBeGreaterThan(10);
    expect(
      pages.filter((page) => /\]\(\.\.\/|^\[[^\]]+\]: *\.|(href|src)="\./m.test(page)),
    ).toEqual([]);
    const [ours, beside] = [
      links.filter((link) => link.startsWith(base)),
      links.filter((link) => !link.startsWith("https://")),
    ];
    expect(ours).toContain(`${base}docs/rules.md`);
    expect(ours.filter((link) => !existsSync(join(clone.folder, link.slice(base.length))))).toEqual(
      [],
    );
    expect(beside.filter((link) => !existsSync(join(clone.folder, "docs/guide", link)))).toEqual(
      [],
    );
    expect(beside).toContain("getting-started.md");
  });
});
