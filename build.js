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
import { isBuiltin } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import { build } from "rolldown";
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
 * for browsers need nothing of Node, and rolldown takes only what is used.
 */
const BROUGHT = { handlebars: "handlebars/runtime.js", yaml: "yaml/browser/index.js" };
/** Makes the modules of packages that become part of the output as small as they get. */
const smallPackages = {
  name: "small-packages",
  transform: {
    filter: { id: /[\\/]node_modules[\\/].*\.js$/ },
    handler: (code) => ({
      code: transformSync(code, { minifyWhitespace: true, minifySyntax: true, charset: "utf8" })
        .code,
      moduleSideEffects: false,
    }),
  },
};
/** Draws the charts of a page: its code is data of the command, and becomes a part of each page. */
const IN_PAGES = ["uplot"];
checkNotice();

const { exports, bin, dependencies, peerDependencies } = JSON.parse(
  readFileSync(here("package.json"), "utf8"),
);
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
await bundle(
  files.filter((file) => !isAlone(file)),
  { together: ["generated/validators", "generated/index"] },
);
// Each in one file: a program that validates one report loads nothing else.
for (const file of files.filter(isAlone)) await bundle([file]);
// The commands import the entries as a user does: cli/modules.ts.
await bundle(commands, {
  together: ["cli/bin", "cli/commands/generate/generate", "generator/pipeline"],
  external: /^\.\.\/generated\//,
  brings: BROUGHT,
});
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
 * Writes these files of dist/, each from the source of the same path. Modules that several of them
 * import become chunks.
 *
 * `together` are sources; everything that each of them imports becomes one chunk, because an entry
 * loads faster from few files. A module that several of these sources import belongs to the first
 * of them, so chunks never import each other in a circle. Paths that match `external` stay imports,
 * and so do packages, except the ones in `brings`.
 */
async function bundle(files, { together = [], external = null, brings = {} } = {}) {
  const sources = files.map((file) => file.replace(/^(\.\/)?dist\/(.*)\.js$/, "$2"));
  const brought = Object.entries(brings).map(([name, path]) => [
    name,
    here(`node_modules/${path}`),
  ]);
  await build({
    cwd: here("."),
    input: Object.fromEntries(sources.map((source) => [source, `./${source}.ts`])),
    resolve: {
      alias: Object.fromEntries(brought),
      extensionAlias: { ".js": [".ts", ".js"] },
    },
    external: (id) =>
      external?.test(id) || (/^[^./\0]/.test(id) && !Object.hasOwn(brings, id) && isDeclared(id)),
    plugins: [smallPackages],
    platform: "node",
    transform: { target: "es2022" },
    treeshake: { moduleSideEffects: false },
    experimental: {
      attachDebugInfo: "none",
      // Otherwise an entry would also export what other chunks need from it.
      chunkOptimization: { mergeCommonChunks: false },
    },
    // A command imports the entries by the path in its source, from dist/cli/ and dist/chunks/ alike.
    makeAbsoluteExternalsRelative: false,
    // `includeDependenciesRecursively: false` needs it.
    preserveEntrySignatures: "allow-extension",
    output: {
      dir: here("dist"),
      entryFileNames: "[name].js",
      // One folder below dist/, as the generator's in the repository: it looks for templates/ and
      // spec/ beside its folder.
      chunkFileNames: "chunks/[name]-[hash].js",
      // Editors show the comments of the types. Bundlers read `@__PURE__`.
      comments: { annotation: true, jsdoc: false, legal: false },
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ debugName: "together", minShareCount: 2, name: chunkOf(together) }],
      },
    },
  });
}

/** True for an import of Node or of a dependency; throws for another package, which users lack. */
function isDeclared(id) {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];
  if (isBuiltin(id) || name in dependencies || name in peerDependencies) return true;
  throw new Error(`the build imports ${id}, which package.json does not name as a dependency`);
}

/** Names a module's chunk after the first of these sources that imports it, directly or not. */
function chunkOf(sources) {
  const reached = new Map();
  const reachedFrom = (source, context) => {
    const modules = reached.get(source) ?? new Set([here(`${source}.ts`)]);
    if (!reached.has(source))
      for (const id of modules)
        for (const imported of context.getModuleInfo(id)?.importedIds ?? []) modules.add(imported);
    reached.set(source, modules);
    return modules;
  };
  return (id, context) => {
    const source = sources.find((each) => reachedFrom(each, context).has(id));
    return source === undefined ? null : basename(source);
  };
}
