import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { command, ROOT } from "./packed.js";

const { home, tarball, installed } = inject("packed");
const files = readdirSync(installed, { recursive: true, encoding: "utf8" })
  .filter((path) => statSync(join(installed, path)).isFile())
  .map((path) => path.replaceAll("\\", "/"));
const text = (path: string): string => readFileSync(join(installed, path), "utf8");

describe("the packed package", () => {
  it("brings one dependency", () => {
    const found = readdirSync(join(home, "node_modules")).filter((name) => !name.startsWith("."));
    expect(found.sort()).toEqual(["openapi-fetch", "openapi-typescript-helpers", "pinterest-reports"]);
  });

  it("holds what is used and nothing else", () => {
    expect(readdirSync(installed).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "NOTICE",
      "README.md",
      "dist",
      "generated",
      "package.json",
      "runtime",
    ]);
    expect(readdirSync(join(installed, "dist")).sort()).toEqual(["cli", "generated", "generator", "runtime", "spec", "templates"]);
    expect(files.filter((path) => /(\.test\.|test-d\.|(^|\/)(test|docs)\/|contract\.yaml$|source\.yaml$)/.test(path))).toEqual([]);
  });

  it("holds of spec/ only what the published generator reads", () => {
    const names = ["columns", "docs", "flows", "rows", "rules", "skipped"];
    expect(files.filter((path) => path.startsWith("dist/spec/")).sort()).toEqual(
      [...names.map((name) => `dist/spec/${name}.yaml`), ...names.map((name) => `dist/spec/schemas/${name}.schema.json`)].sort(),
    );
  });

  it("has no side effects when it is imported, and says so", () => {
    expect(JSON.parse(text("package.json")).sideEffects).toBe(false);
  });

  it("evaluates no text as code", () => {
    for (const path of files.filter((path) => path.endsWith(".js"))) expect(text(path), path).not.toMatch(/\beval\(|new Function\(/);
  });

  it("keeps this machine to itself", () => {
    for (const path of files) expect(text(path), path).not.toContain(ROOT);
  });
});

describe("its entries", () => {
  const { exports } = JSON.parse(text("package.json")) as { readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>> };

  it.each(Object.keys(exports).filter((path) => path !== "./package.json"))("%s names its types first, then its code", (path) => {
    expect(Object.keys(exports[path] ?? {})).toEqual(["types", "default"]);
    for (const file of Object.values(exports[path] ?? {})) expect(files, path).toContain(file.slice(2));
  });
});

describe("its source maps", () => {
  const mapped = files.filter((path) => /^dist\/(runtime|generated)\/.*\.(js|d\.ts)$/.test(path));

  it("are there for all that can be imported, code and types", () => {
    expect(mapped.filter((path) => !/^\/\/# sourceMappingURL=[\w.-]+\.map$/m.test(text(path)))).toEqual([]);
    expect(mapped.length).toBeGreaterThan(100);
  });

  it("lead to sources that are in the package", () => {
    const lost = files
      .filter((path) => /\.(js|d\.ts)$/.test(path))
      .flatMap((path) => {
        const [, name] = /^\/\/# sourceMappingURL=(.+)$/m.exec(text(path)) ?? [];
        if (name === undefined) return [];
        const map = join(dirname(path), name);
        if (!files.includes(map)) return [`${path}: no ${map}`];
        const { sources, sourceRoot = "" } = JSON.parse(text(map)) as { readonly sources: readonly string[]; readonly sourceRoot?: string };
        return sources.map((source) => join(dirname(map), sourceRoot, source)).filter((source) => !existsSync(join(installed, source)));
      });
    expect(lost).toEqual([]);
  });

  it("give Node the lines of the sources", async () => {
    const program = `import { createClient } from "pinterest-reports"; createClient({ accessToken: 1 });`;
    const { stderr } = await command(process.execPath, ["--enable-source-maps", "--input-type=module", "--eval", program], home);
    const [, path = "", line] = /\(?(?:file:\/\/)?([^\s(]*runtime\/(?:[\w-]+\/)*[\w-]+\.ts):(\d+):\d+/.exec(stderr) ?? [];
    expect(stderr).toContain(join("node_modules", "pinterest-reports", "runtime"));
    expect(readFileSync(path, "utf8").split("\n")[Number(line) - 1]).toMatch(/Error\(/);
  });
});

describe("its judges", () => {
  it("publint has nothing to say", async () => {
    const ended = await command(process.execPath, [join(ROOT, "node_modules/publint/src/cli.js"), "run", tarball, "--strict"], home);
    expect(ended.exit, ended.stdout + ended.stderr).toBe(0);
  });

  it("arethetypeswrong has nothing to say", async () => {
    const attw = join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const ended = await command(process.execPath, [attw, tarball, "--profile", "esm-only", "--no-color", "--no-emoji"], home);
    expect(ended.exit, ended.stdout + ended.stderr).toBe(0);
  }, 180_000);
});
