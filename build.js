// Makes dist/: the entries and the command, whose modules are joined into chunks, and beside them
// what the published generator reads.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, transformSync } from "esbuild";
import ts from "typescript";
import { joinTypes } from "./build-types.js";
import { sourceAssets } from "./cli/overview/assets.ts";
import { entriesOf } from "./entries.ts";
import { compiledTemplates } from "./generator/emit/templates.js";
import { parsedAsJson } from "./generator/parse/shipped.js";
import { buildDigests } from "./generator/write/generator-digest.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// The contract stays behind: it is this package's slice. Another repository brings its own
// description with --spec. `generate` reads what was parsed here; `pull` and the user's own files
// start from these two.
const READ_WHEN_PUBLISHED = ["flows", "skipped"];

/**
 * Packages whose code the commands contain, so that a user need not install them, by the module
 * that they begin at. Templates are compiled here, so that the runtime is enough; yaml's modules
 * for browsers need nothing of Node, and esbuild takes only what is used.
 */
const BROUGHT = { handlebars: "handlebars/runtime.js", yaml: "yaml/browser/index.js" };
/** Draws the charts of a page: its code is data of the command, and becomes a part of each page. */
const IN_PAGES = ["uplot"];
checkNotice();

const { exports, bin } = JSON.parse(readFileSync(here("package.json"), "utf8"));
const entries = entriesOf(exports);
// Beside the command, the program that `mcp` starts for each query.
const commands = [...Object.values(bin), "dist/cli/sql-process.js"];

rmSync(here("dist"), { recursive: true, force: true });
try {
  const declarations = ["--emitDeclarationOnly", "--outDir", here("dist")];
  execFileSync(
    process.execPath,
    [here("node_modules/typescript-7/bin/tsc"), "-p", here("tsconfig.json"), ...declarations],
    {
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
} catch {
  // The compiler has said what is wrong. What it wrote all the same must not be taken for a build.
  rmSync(here("dist"), { recursive: true, force: true });
  process.exit(1);
}
removeUnreachedTypes();
joinTypes(
  here("dist"),
  entries.map(({ types }) => here(types)),
);
const isAlone = (file) => dirname(file) === "./dist/generated/validators";
const files = entries.map((entry) => entry.default);
await bundle(files.filter((file) => !isAlone(file)));
// Each in one file: a program that validates one report loads nothing else.
for (const file of files.filter(isAlone)) await bundle([file]);
// The commands import the entries as a user does: cli/modules.ts.
await bundle(commands, { external: ["../generated/*"], brings: BROUGHT });
removeComments();
writeFileSync(
  here("dist/generated/model.json"),
  JSON.stringify(JSON.parse(readFileSync(here("generated/model.json"), "utf8"))),
);
mkdirSync(here("dist/overview"));
const minified = (code, loader) =>
  transformSync(code, { loader, minify: true, target: "es2022" }).code;
writeFileSync(here("dist/overview/assets.json"), JSON.stringify(sourceAssets(minified)));
mkdirSync(here("dist/templates"));
writeFileSync(
  here("dist/templates/compiled.cjs"),
  transformSync(compiledTemplates(pathToFileURL(here("templates/"))), { minify: true }).code,
);
mkdirSync(here("dist/spec"));
for (const name of READ_WHEN_PUBLISHED)
  cpSync(here(`spec/${name}.yaml`), here(`dist/spec/${name}.yaml`));
writeFileSync(here("dist/spec/parsed.json"), parsedAsJson());
// For editors of those who write such files.
cpSync(here("spec/schemas"), here("dist/spec/schemas"), { recursive: true });
// For the manifests of outputs, which the command writes as these sources do.
const digests = buildDigests(pathToFileURL(here("./")), pathToFileURL(here("dist/")));
writeFileSync(here("dist/generator.json"), JSON.stringify(digests));
for (const file of commands) chmodSync(here(file), 0o755);

/**
 * Removes the comments of the code. Editors show those of the types, which stay; `@__PURE__` marks,
 * which bundlers read, stay as well.
 */
function removeComments() {
  for (const name of readdirSync(here("dist"), { recursive: true })) {
    if (!name.endsWith(".js")) continue;
    const file = join(here("dist"), name);
    writeFileSync(file, withoutComments(readFileSync(file, "utf8")));
  }
}

/**
 * The code without comments, and without the lines that had nothing else. Comments are only looked
 * for between the tokens of the syntax tree, so strings, templates and regular expressions with
 * `//` or `/*` are unchanged.
 */
function withoutComments(code) {
  const tree = ts.createSourceFile(
    "module.js",
    code,
    ts.ScriptTarget.ESNext,
    false,
    ts.ScriptKind.JS,
  );
  let text = "";
  const addToken = (token) => {
    const start = token.getStart(tree);
    text += withoutCommentsBetween(code.slice(token.pos, start)) + code.slice(start, token.end);
  };
  const addNode = (node) => {
    if (ts.isJSDoc(node)) return;
    if (ts.isTokenKind(node.kind)) addToken(node);
    else node.getChildren(tree).forEach(addNode);
  };
  addNode(tree);
  return text.trimStart();
}

/** What is between two tokens, without comments: at most one line feed if there was a comment. */
function withoutCommentsBetween(space) {
  const kept = space.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) =>
    /^\/\* [@#]__PURE__ \*\/$/.test(comment) ? comment : "",
  );
  return kept === space ? space : kept.replace(/[^\S\n]*\n\s*\n|[^\S\n]+\n/g, "\n");
}

/**
 * Removes types that no entry reaches, among them all of the generator, which is run as a command.
 */
function removeUnreachedTypes() {
  const kept = new Set();
  for (const { types } of entries) reach(here(types), kept);
  for (const name of readdirSync(here("dist"), { recursive: true })) {
    const file = join(here("dist"), name);
    if (name.endsWith(".d.ts") && !kept.has(file)) rmSync(file);
  }
}

/** Adds a file of types and all files that it imports. */
function reach(file, kept) {
  if (kept.has(file) || !existsSync(file)) return;
  kept.add(file);
  for (const [, path] of readFileSync(file, "utf8").matchAll(
    /\b(?:from|import)[\s(]*"(\.{1,2}\/[^"]*)\.js"/g,
  ))
    reach(resolve(dirname(file), `${path}.d.ts`), kept);
}

/** Fails if NOTICE lacks the license of a package whose code the commands contain. */
function checkNotice() {
  const notice = readFileSync(here("NOTICE"), "utf8");
  for (const name of [...Object.keys(BROUGHT), ...IN_PAGES])
    if (!notice.includes(readFileSync(here(`node_modules/${name}/LICENSE`), "utf8").trim()))
      throw new Error(`NOTICE lacks node_modules/${name}/LICENSE`);
}

/**
 * Writes these files of dist/, each from the source of the same path, and the modules that they
 * share as chunks: an entry of a hundred modules takes twice as long to load. `external` stay
 * imports, as all packages do but those of `brings`.
 */
async function bundle(files, { external = [], brings = {} } = {}) {
  await build({
    absWorkingDir: here("."),
    entryPoints: files.map((file) => file.replace(/^(\.\/)?dist\/(.*)\.js$/, "$2.ts")),
    outdir: "dist",
    outbase: ".",
    // One folder below dist/, as the generator's in the repository: it looks for templates/ and
    // spec/ beside its folder.
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    external,
    plugins: [packages(brings)],
    format: "esm",
    platform: "node",
    target: "es2022",
    charset: "utf8",
    logLevel: "warning",
  });
}

/**
 * Leaves packages as imports, but for those that are brought: their modules, as small as they get,
 * become part of the output.
 */
function packages(brought) {
  return {
    name: "packages",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === "entry-point") return undefined;
        const file = Object.hasOwn(brought, path) && here(`node_modules/${brought[path]}`);
        return file ? { path: file, sideEffects: false } : { path, external: true };
      });
      onLoad({ filter: /[\\/]node_modules[\\/].*\.js$/ }, ({ path }) => ({
        contents: transformSync(readFileSync(path, "utf8"), {
          minifyWhitespace: true,
          minifySyntax: true,
          charset: "utf8",
        }).code,
      }));
    },
  };
}
