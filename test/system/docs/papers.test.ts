import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { linksOf } from "../../support/markdown.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SPECS = process.env.PINTEREST_SPECS;
const text = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: ROOT,
  encoding: "utf8",
}).split("\n");

describe("Pinterest's notice", () => {
  const notice = text("NOTICE");

  it("is included word for word in the repository and the tarball", () => {
    // The licenses of bundled packages follow it.
    const license = /^Copyright ©.*?^SOFTWARE\.\n/ms.exec(notice)?.[0] ?? "";
    expect(createHash("sha256").update(license).digest("hex")).toBe(
      "37a3e8f41c81be271cebb9b34e8a197f9b0a99885f872c94e81d4d8f0482dfa0",
    );
    expect(JSON.parse(text("package.json")).files).toContain("NOTICE");
    expect(text("README.md")).toContain("(NOTICE)");
  });

  it.skipIf(SPECS === undefined || !existsSync(join(SPECS ?? "", "LICENSE")))(
    "equals the file next to the descriptions",
    () => {
      expect(notice).toContain(readFileSync(join(SPECS ?? "", "LICENSE"), "utf8"));
    },
  );
});

describe("SECURITY.md", () => {
  const page = text("SECURITY.md");

  it("contains no placeholder address, and its links lead to existing files", () => {
    expect(page).not.toMatch(/[\w.+-]+@[\w-]+\.\w+|https?:/);
    expect(linksOf(page).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(linksOf(text("README.md"))).toContain("SECURITY.md");
  });

  it("names existing commands", () => {
    const { scripts } = JSON.parse(text("package.json"));
    for (const [, name = ""] of page.matchAll(/`npm run ([\w:]+)`/g))
      expect(Object.keys(scripts)).toContain(name);
  });
});

describe("dependabot", () => {
  const { updates } = parse(text(".github/dependabot.yml")) as {
    readonly updates: readonly {
      readonly "package-ecosystem": string;
      readonly directory: string;
      readonly schedule: { readonly interval: string };
    }[];
  };
  const followed = (ecosystem: string) =>
    updates
      .filter((one) => one["package-ecosystem"] === ecosystem && one.schedule.interval === "weekly")
      .map(({ directory }) => directory);

  it("proposes newer versions of GitHub Actions", () => {
    expect(followed("github-actions")).toEqual(["/"]);
  });

  it("proposes newer versions of the packages in each lock file", () => {
    const folders = files
      .filter((file) => /(^|\/)package-lock\.json$/.test(file) && !file.includes("fixtures/"))
      .map(dirname);
    expect(folders.length).toBeGreaterThan(1);
    expect(followed("npm").sort()).toEqual(
      folders.map((folder) => (folder === "." ? "/" : `/${folder}`)).sort(),
    );
  });
});

describe.each([
  ["the runtime tests", "test/runtimes/locked", "test/runtimes/run.ts"],
  ["the external checkers", "test/judges/locked", "test/judges/install.ts"],
  ["the packages compared in benchmarks", "bench", null],
])("the tools for %s", (_, folder, installer) => {
  interface Locked {
    readonly version?: string;
    readonly integrity?: string;
    readonly resolved?: string;
  }
  interface Manifest {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  }
  const { optionalDependencies, devDependencies } = JSON.parse(
    text(`${folder}/package.json`),
  ) as Manifest;
  const wanted = { ...optionalDependencies, ...devDependencies };
  const { packages } = JSON.parse(text(`${folder}/package-lock.json`)) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };

  it("are pinned to their versions and hashes, but not to a registry", () => {
    for (const [name, version] of Object.entries(wanted)) {
      expect(version, name).toMatch(/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version.replace(/^npm:.*@/, ""));
    }
    const locked = Object.entries(packages).filter(([path]) => path !== "");
    expect(locked.length).toBeGreaterThan(Object.keys(wanted).length);
    for (const [path, { integrity, resolved }] of locked)
      expect([path, integrity?.slice(0, 7), resolved]).toEqual([path, "sha512-", undefined]);
  });

  it("are installed only from their lock file, without running scripts", () => {
    if (installer === null)
      return expect(text("CONTRIBUTING.md")).toContain(
        `npm ci --prefix ${folder} --ignore-scripts`,
      );
    const calls = [...text(installer).matchAll(/run\("npm", \[([^\]]*)\]/g)].map(
      ([, words = ""]) => words,
    );
    expect(calls.length).toBeGreaterThan(0);
    for (const words of calls) expect(words).toMatch(/^"ci", "--ignore-scripts"/);
  });
});
