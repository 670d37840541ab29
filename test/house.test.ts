import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const HOUSE = ["runtime", "generated", "generator", "cli"];

// Who may import whom, by room; anyone may import the generator's problem.ts and notice.ts, and a room its own files.
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  "generator/bin.ts": ["cli", "generator/commands/run", "generator/commands", "generator/tell.ts"],
  cli: [
    "generator/commands",
    "generator/pipeline.ts",
    "generator/commit.ts",
    "generator/place.ts",
    "generator/print.ts",
    "generator/write",
    "generator/exports",
    "generator/diff",
    "generator/prose",
    "generator/load",
    "generator/model",
  ],
  "generator/tell.ts": ["generator/commands/usage.ts", "generator/print.ts"],
  "generator/print.ts": [],
  "generator/commit.ts": [],
  "generator/commands": [
    "generator/pipeline.ts",
    "generator/commit.ts",
    "generator/fingerprint.ts",
    "generator/write",
    "generator/line-diff.ts",
    "generator/place.ts",
    "generator/print.ts",
    "generator/exports",
    "generator/diff",
    "generator/lower",
    "generator/prose",
    "generator/load",
    "generator/parse",
    "generator/rules",
    "generator/model",
  ],
  "generator/commands/run": ["generator/commands", "generator/commit.ts", "generator/print.ts"],
  "generator/fingerprint.ts": ["generator/write", "generator/place.ts"],
  "generator/write": ["generator/commit.ts", "generator/pipeline.ts", "generator/line-diff.ts"],
  "generator/line-diff.ts": [],
  "generator/pipeline.ts": [
    "generator/place.ts",
    "generator/exports",
    "generator/prose",
    "generator/load",
    "generator/lower",
    "generator/views",
    "generator/render.ts",
    "generator/rules",
    "generator/text",
    "generator/model",
  ],
  "generator/place.ts": ["generator/views"],
  "generator/render.ts": ["generator/text"],
  "generator/exports": ["generator/print.ts", "generator/views", "generator/lower", "generator/rules", "generator/model"],
  "generator/diff": ["generator/print.ts", "generator/exports", "generator/lower", "generator/rules", "generator/model"],
  "generator/views": ["generator/parse", "generator/lower", "generator/rules", "generator/text", "generator/model"],
  "generator/lower": ["generator/parse", "generator/load", "generator/rules", "generator/model", "generator/tolerance.ts"],
  "generator/prose": ["generator/load", "generator/rules", "generator/model", "generator/tolerance.ts"],
  "generator/load": ["generator/parse", "generator/rules", "generator/model", "generator/tolerance.ts"],
  "generator/parse": ["generator/load", "generator/tolerance.ts"],
  "generator/rules": ["generator/text", "generator/model"],
  "generator/text": ["generator/model"],
  "generator/model": [],
  "generator/problem.ts": [],
  "generator/notice.ts": [],
  "generator/tolerance.ts": [],
  runtime: [],
  "runtime/testing": ["runtime"],
};

const RUN = "generator/commands/run";
// The client's side of the bin must start when the rest of the generator does not; what `run` consists of besides stands in its own room.
const CLIENT_COMMANDS = [
  "body",
  "client",
  "days",
  "demo",
  "destination",
  "generated",
  "help",
  "input",
  "interruption",
  "leftovers",
  "login",
  "parent",
  "places",
  "plan",
  "progress",
  "row",
  "screen",
  "table",
  "tokens",
  "tokens-lock",
  "unwritable",
  "usage",
  "validate",
  "write",
].map((name) => `generator/commands/${name}.ts`);
const RUNTIME_ENTRIES = ["runtime/support.ts", "runtime/support-client.ts", "runtime/testing/index.ts"];
const ENTRIES = ["generated/index.ts", "runtime/index.ts", "runtime/testing/index.ts"];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly dynamic: boolean;
}

const files = HOUSE.flatMap((folder) => walk(folder)).filter((file) => file.endsWith(".ts"));
const sources = new Map(files.map((file) => [file, ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)]));
const imports = files.flatMap(importsOf);
const inside = imports.filter(({ to }) => sources.has(to));
const written = files.filter((file) => !file.startsWith("generated/"));

describe("imports", () => {
  it("go down only", () => {
    const up = inside.filter(({ from }) => !from.startsWith("generated/")).filter((one) => !isAllowed(one));
    expect(up.map(arrow)).toEqual([]);
  });

  it("name files that exist", () => {
    const lost = imports.filter(
      ({ from, to }) => to.includes("/") && HOUSE.some((room) => to.startsWith(`${room}/`)) && !sources.has(to) && from,
    );
    expect(lost.map(arrow)).toEqual([]);
  });

  it("reach generated/ from the generator in one file, when a command asks for it", () => {
    const reach = inside.filter(({ from, to }) => from.startsWith("generator/") && to.startsWith("generated/"));
    expect(reach.filter(({ from, dynamic }) => from !== "generator/commands/generated.ts" || !dynamic).map(arrow)).toEqual([]);
  });

  it("of the bin wait until a command is called", () => {
    const early = inside.filter(({ from, to, dynamic }) => from === "generator/bin.ts" && to.startsWith("generator/commands/") && !dynamic);
    expect(early.map(({ to }) => basename(to))).toEqual(["help.ts", "usage.ts"]);
  });

  it("of generated/ reach the runtime through its entries", () => {
    const reach = inside.filter(({ from, to }) => from.startsWith("generated/") && !to.startsWith("generated/"));
    expect(reach.filter(({ to }) => !RUNTIME_ENTRIES.includes(to)).map(arrow)).toEqual([]);
  });

  it("of what validates bring no network", () => {
    const network = ["generated/validators.ts", "generated/rules.ts", "generated/columns.ts", "generated/planner.ts", "runtime/support.ts"]
      .filter((entry) => sources.has(entry))
      .flatMap((entry) => [...reached(entry)])
      .flatMap((file) => imports.filter(({ from }) => from === file))
      .filter(({ to }) => !sources.has(to));
    expect(network.map(arrow)).toEqual([]);
  });

  it("bring one dependency into the runtime", () => {
    const foreign = imports.filter(({ from, to }) => from.startsWith("runtime/") && !sources.has(to) && !to.startsWith("node:"));
    expect([...new Set(foreign.map(({ to }) => to))].filter((name) => name !== "openapi-fetch")).toEqual([]);
  });

  it("are as CONTRIBUTING.md lists them", () => {
    const [, list = ""] = /## Who may import whom\n\n```\n(.*?)\n\n/s.exec(read("CONTRIBUTING.md")) ?? [];
    const told = list.split("\n").map((line) => line.split(/ +-> |, /));
    const short = (name: string): string => name.replace(/^generator\/|\.ts$/g, "");
    const allowed = Object.entries(ARROWS)
      .map(([from, to]) => [from, ...to.filter((name) => name !== "generator/model")].map(short))
      .filter(([from = "", ...to]) => !from.startsWith("runtime") && to.length > 0);
    const sorted = (rows: readonly (readonly string[])[]) => rows.map(([from, ...to]) => `${from} -> ${to.sort().join(", ")}`).sort();
    expect(sorted(told)).toEqual(sorted(allowed));
  });

  it("close no circle", () => {
    expect(circles()).toEqual([]);
  });
});

describe("names", () => {
  it("say what is inside", () => {
    const vague = [...files, ...walk("templates")].filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.|$)/.test(file));
    expect(vague).toEqual([]);
  });

  it("have no index inside the house", () => {
    expect(files.filter((file) => basename(file) === "index.ts" && !ENTRIES.includes(file))).toEqual([]);
  });

  it("are kebab-case", () => {
    expect(written.filter((file) => !/^[a-z0-9-]+\.ts$/.test(basename(file)))).toEqual([]);
  });

  it("are listed where the package ends, never passed on with a star", () => {
    const stars = [...sources].filter(([, source]) => source.statements.some((line) => ts.isExportDeclaration(line) && !line.exportClause));
    expect(stars.map(([file]) => file)).toEqual([]);
  });
});

describe("a rule kind", () => {
  const modules = walk("generator/rules")
    .filter((file) => /: RuleKind</.test(read(file)))
    .map((file) => basename(file, ".ts"));
  const listed = imports
    .filter(({ from, to }) => from === "generator/rules/kinds.ts" && to !== "generator/rules/kind.ts")
    .map(({ to }) => basename(to, ".ts"));
  const partials = walk("templates/rules").map((file) => basename(file, ".hbs"));
  const tests = walk("test/rules")
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => basename(file, ".test.ts"));
  const kinds = [...new Set([...modules, ...listed, ...partials])].sort();

  it.each(kinds)("%s has its module, its line, its partial and its test", (kind) => {
    const missing = [
      modules.includes(kind) ? [] : [`generator/rules/${kind}.ts with a RuleKind`],
      listed.includes(kind) ? [] : ["a line in generator/rules/kinds.ts"],
      partials.includes(kind) ? [] : [`templates/rules/${kind}.hbs`],
      tests.includes(kind) ? [] : [`test/rules/${kind}.test.ts`],
    ].flat();
    expect(missing).toEqual([]);
  });

  it.each(modules)("%s is named as its file", (kind) => {
    expect(/^ {2}name: "([a-z-]+)",$/m.exec(read(`generator/rules/${kind}.ts`))?.[1]).toBe(kind);
  });
});

describe("generated/", () => {
  const header = read("templates/header.hbs").split("{{")[0]?.trim() ?? "";

  it("holds only what the generator wrote", () => {
    const foreign = walk("generated").filter(
      (file) =>
        !read(file)
          .slice(0, 300)
          .includes(header.replace(/^\/\/ /, "")),
    );
    expect(foreign).toEqual([]);
  });
});

function walk(folder: string): readonly string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll("\\", "/"))
    .sort();
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

/** All imports: of values and types, static and when called, and what is passed on. */
function importsOf(file: string): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, dynamic: boolean): void => {
    if (node && ts.isStringLiteral(node)) found.push({ from: file, to: target(file, node.text), dynamic });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier, false);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], true);
    // A type of what is imported when called is no more than that.
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(sources.get(file) as ts.SourceFile);
  return found;
}

function target(from: string, specifier: string): string {
  return specifier.startsWith(".") ? posix.join(dirname(from), specifier).replace(/\.js$/, ".ts") : specifier;
}

function room(file: string): string {
  return (
    Object.keys(ARROWS)
      .filter((name) => file === name || file.startsWith(`${name}/`))
      .sort((a, b) => b.length - a.length)[0] ?? file
  );
}

function isAllowed({ from, to }: Import): boolean {
  if (to === "generator/problem.ts" || to === "generator/notice.ts") return true;
  if (from === "generator/commands/generated.ts") return to.startsWith("generated/");
  if (CLIENT_COMMANDS.includes(from)) return CLIENT_COMMANDS.includes(to) || to === "generator/print.ts";
  if (room(from) === RUN && room(to) === "generator/commands") return CLIENT_COMMANDS.includes(to);
  return room(from) === room(to) || [to, room(to)].some((one) => (ARROWS[room(from)] ?? []).includes(one));
}

function arrow({ from, to }: Import): string {
  return `${from} -> ${to}`;
}

/** An entry and all that comes with it when it is loaded or its types are. */
function reached(entry: string): ReadonlySet<string> {
  const seen = new Set([entry]);
  for (const file of seen) for (const { to } of inside.filter(({ from }) => from === file)) seen.add(to);
  return seen;
}

function circles(): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    else if (!done.has(file)) for (const { to } of inside.filter(({ from }) => from === file)) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}
