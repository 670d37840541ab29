import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, inject, it } from "vitest";
import { entriesOf } from "../../entries.js";
import { headingsOf, placesOf } from "../support/markdown.js";
import { command, ENTRIES, ROOT } from "./packed.js";

const { home, tarball, installed } = inject("packed");
const files = readdirSync(installed, { recursive: true, encoding: "utf8" })
  .filter((path) => statSync(join(installed, path)).isFile())
  .map((path) => path.replaceAll("\\", "/"));
type Exports = Readonly<Record<string, (...args: unknown[]) => unknown>>;
type AnyError = new (...args: unknown[]) => Error;
const ARGUMENTS: Readonly<Record<string, unknown[]>> = {
  InvalidBodyError: [[]],
  CreateOutcomeUnknownError: [null],
  ReportFailedError: ["FAILED"],
};
/** The options that all other classes of errors accept as any of their arguments. */
const EXAMPLE = {
  status: "FAILED",
  unknownStatuses: [],
  attempts: 1,
  ms: 1,
  state: "waiting",
  toString: () => "example",
};
const text = (path: string): string => readFileSync(join(installed, path), "utf8");

describe("the packed package", () => {
  it("has one dependency", () => {
    const found = readdirSync(join(home, "node_modules")).filter((name) => !name.startsWith("."));
    expect(found.sort()).toEqual([
      "openapi-fetch",
      "openapi-typescript-helpers",
      "pinterest-reports",
    ]);
  });

  it("contains only the expected folders, and no tests or contracts", () => {
    expect(readdirSync(installed).sort()).toEqual([
      "AGENTS.md",
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "LICENSE",
      "NOTICE",
      "README.md",
      "SECURITY.md",
      "SKILL.md",
      "dist",
      "docs",
      "package.json",
      "server.json",
    ]);
    expect(readdirSync(join(installed, "dist")).sort()).toEqual([
      "chunks",
      "cli",
      "generated",
      "generator.json",
      "overview",
      "runtime",
      "spec",
      "templates",
    ]);
    expect(
      files.filter((path) =>
        /(^(?!docs\/examples\/).*\.test\.|test-d\.|^dist\/(.*\/)?(test|docs)\/|(^|\/)test\/|contract\.yaml$|source\.yaml$)/.test(
          path,
        ),
      ),
    ).toEqual([]);
  });

  it("has pages whose links lead to files and headings in the package", () => {
    const pages = files.filter((path) => path.endsWith(".md"));
    const links = pages.flatMap((page) => placesOf(text(page)).map((link) => ({ page, link })));
    const dead = links.filter(({ page, link }) => {
      const [path = "", heading] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path).replaceAll("\\", "/");
      if (!existsSync(join(installed, target))) return true;
      return heading !== undefined && !headingsOf(text(target)).includes(heading);
    });
    expect(links.length).toBeGreaterThan(200);
    expect(dead).toEqual([]);
  });

  it("contains every page that its messages mention", () => {
    const sources = files.filter((path) => /(\.js|\.d\.ts|^AGENTS\.md)$/.test(path));
    const named = sources.flatMap((path) => [
      ...text(path).matchAll(/\b(docs\/[\w/-]+\.md)(?:#([\w-]+))?/g),
    ]);
    expect(named.length).toBeGreaterThan(0);
    for (const [place, page = "", heading] of named) {
      expect(files, place).toContain(page);
      if (heading !== undefined) expect(headingsOf(text(page)), place).toContain(heading);
    }
  });

  it("ends each error's message with the command that explains the error's code, unless the error wraps another cause", async () => {
    const url = pathToFileURL(join(installed, "dist/generated/index.js")).href;
    const exported = Object.entries((await import(url)) as Readonly<Record<string, unknown>>);
    const errors = exported.filter(
      ([name]) => name.endsWith("Error") && name !== "PinterestReportsError",
    ) as [string, AnyError][];
    const hints = errors.map(([name, ErrorClass]) => {
      const error = new ErrorClass(...(ARGUMENTS[name] ?? [EXAMPLE, EXAMPLE]));
      const { code } = error as Error & { readonly code?: string };
      return { name, isNamed: error.message.endsWith(` (pinterest-reports explain ${code})`) };
    });
    expect(hints.filter(({ isNamed }) => !isNamed).map(({ name }) => name)).toEqual([
      "ApiError",
      "InvalidArgumentError",
    ]);
  });

  it("contains only the files of spec/ that the published generator reads", () => {
    const names = ["columns", "docs", "flows", "rows", "rules", "skipped"];
    const read = ["flows", "skipped"];
    expect(files.filter((path) => path.startsWith("dist/spec/")).sort()).toEqual(
      [
        "parsed.json",
        ...read.map((name) => `${name}.yaml`),
        ...names.map((name) => `schemas/${name}.schema.json`),
      ]
        .map((path) => `dist/spec/${path}`)
        .sort(),
    );
  });

  it("contains compiled templates", () => {
    expect(files.filter((path) => path.startsWith("dist/templates/"))).toEqual([
      "dist/templates/compiled.cjs",
    ]);
  });

  it("declares no side effects, and has none when it is imported", () => {
    expect(JSON.parse(text("package.json")).sideEffects).toBe(false);
  });

  it("never evaluates text as code", () => {
    for (const path of files.filter((path) => /\.c?js$/.test(path)))
      expect(text(path), path).not.toMatch(/\beval\(|new Function\(/);
  });

  it("contains no trace of the machine that built it", () => {
    for (const path of files) expect(text(path), path).not.toContain(ROOT);
  });
});

describe("its entry points", () => {
  const { exports } = JSON.parse(text("package.json"));

  it.each(Object.keys(exports).filter((path) => path !== "./package.json"))(
    "list types first, then code: %s",
    (path) => {
      expect(Object.keys(exports[path])).toEqual(["types", "default"]);
    },
  );

  it.each(entriesOf(exports))(
    "have their types and code in the package: $name",
    ({ types, default: code }) => {
      expect(files).toEqual(expect.arrayContaining([types.slice(2), code.slice(2)]));
    },
  );
});

describe("its validators for a single report", () => {
  const names = ENTRIES.flatMap((entry) => /\/validators\/(.+)/.exec(entry)?.slice(1) ?? []);

  it.each(names)("consist of one file that imports nothing: %s", (name) => {
    const imported = (path: string) =>
      ts.preProcessFile(text(`dist/generated/${path}.js`)).importedFiles;
    expect(imported(`validators/${name}`)).toEqual([]);
    expect(imported("validators")).not.toEqual([]);
  });

  it.each(names)(
    "export the same names as the full validators for that report, and return the same results: %s",
    async (name) => {
      const load = (path: string): Promise<Exports> =>
        import(pathToFileURL(join(installed, `dist/generated/${path}.js`)).href);
      const [one, all] = await Promise.all([load(`validators/${name}`), load("validators")]);
      const [validate = ""] = Object.keys(one).filter((key) => key.startsWith("validate"));
      expect(Object.keys(one).sort()).toEqual(
        [
          validate,
          "formatViolation",
          `${name.replace(/-(\w)/g, (_, first: string) => first.toUpperCase())}Schema`,
        ].sort(),
      );
      for (const body of [
        null,
        {},
        { start_date: "2026-03-01", end_date: "2027-03-01", columns: ["SPEND"], nothing: 1 },
      ]) {
        const violations = one[validate]?.(body, { today: "2026-03-08" });
        expect(violations).not.toEqual([]);
        expect(violations).toEqual(all[validate]?.(body, { today: "2026-03-08" }));
      }
    },
  );
});

describe("its modules", () => {
  const modules = files.filter((path) => /\.(js|d\.ts)$/.test(path));
  const imports = (path: string): readonly string[] =>
    [...text(path).matchAll(/^(?:import|export|\} from|const)\b.*"(\.{1,2}\/[^"]+\.js)"/gm)].map(
      ([, name = ""]) => join(dirname(path), name),
    );

  it("import only modules in the package: code imports code, and types import types", () => {
    const lost = modules.flatMap((path) => {
      const target = path.endsWith(".js") ? ".js" : ".d.ts";
      const missing = imports(path).filter(
        (name) => !files.includes(name.replace(/\.js$/, target)),
      );
      return missing.map((name) => `${path}: no ${name}`);
    });
    expect(lost).toEqual([]);
    expect(modules.flatMap(imports).length).toBeGreaterThan(500);
  });

  it("contain code, except the entry point that has only types", () => {
    const empty = modules.filter(
      (path) =>
        path.endsWith(".js") && /^(\s|\/\/.*|\/\*[\s\S]*?\*\/|export \{\};)*$/.test(text(path)),
    );
    expect(empty).toEqual(["dist/generated/schema.js"]);
  });

  it("are packed without sources, source maps, or types of modules that run only as a command", () => {
    expect(
      files.filter((path) =>
        /\.map$|^dist\/.*(?<!\.d)\.ts$|^dist\/(cli|generator)\/.*\.d\.ts$/.test(path),
      ),
    ).toEqual([]);
    expect(modules.filter((path) => text(path).includes("//# sourceMappingURL="))).toEqual([]);
  });

  it("have no comments in their code, except annotations for bundlers", () => {
    expect(new Set(modules.filter((path) => path.endsWith(".js")).flatMap(commentsOf))).toEqual(
      new Set(["/* @__PURE__ */"]),
    );
  });

  it("are combined into fewer than 150 files, because modules that are used together share a file", () => {
    expect(modules.filter((path) => path.endsWith(".js")).length).toBeLessThan(150);
  });

  it("have stack traces with readable lines", async () => {
    const program = `import { createClient } from "pinterest-reports"; createClient({ accessToken: 1 });`;
    const { stderr } = await command(
      process.execPath,
      ["--input-type=module", "--eval", program],
      home,
    );
    const [, path = "", line] =
      /\(?file:\/\/([^\s(]*chunks\/[\w-]+\.js):(\d+):\d+/.exec(stderr) ?? [];
    expect(path).toContain(join("node_modules", "pinterest-reports", "dist", "chunks"));
    expect(readFileSync(path, "utf8").split("\n")[Number(line) - 1]).toMatch(
      /^\s+throw new \w*Error\(/,
    );
  });
});

/** The comments of a module, which are between the tokens of its syntax tree. */
function commentsOf(path: string): readonly string[] {
  const tree = ts.createSourceFile(path, text(path), ts.ScriptTarget.ESNext);
  const comments: string[] = [];
  const addNode = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    if (!ts.isTokenKind(node.kind)) for (const child of node.getChildren(tree)) addNode(child);
    else {
      const space = tree.text.slice(node.pos, node.getStart(tree));
      for (const { pos, end } of ts.getLeadingCommentRanges(space, 0) ?? [])
        comments.push(space.slice(pos, end));
    }
  };
  addNode(tree);
  return comments;
}

describe("the package checkers", () => {
  it("find no problem: publint", async () => {
    const ended = await command(
      process.execPath,
      [join(ROOT, "node_modules/publint/src/cli.js"), "run", tarball, "--strict"],
      home,
    );
    expect(ended.exit, ended.stdout + ended.stderr).toBe(0);
  });

  it("find no problem: arethetypeswrong", async () => {
    const attw = join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const ended = await command(
      process.execPath,
      [attw, tarball, "--profile", "esm-only", "--no-color", "--no-emoji"],
      home,
    );
    expect(ended.exit, ended.stdout + ended.stderr).toBe(0);
  });
});
