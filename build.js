// Builds dist/: the entry points and the command, whose modules are bundled into chunks, and the
// files that the published generator reads.
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

// The contract is not copied, because it only covers this package's calls. Another repository
// passes its own description with --spec. `generate` reads dist/spec/parsed.json; `pull` and users'
// own files start from these two.
const READ_WHEN_PUBLISHED = ["flows", "skipped"];

/**
 * Packages that are bundled into the commands so that users need not install them, with the module
 * where each begins. Templates are compiled here, so the runtime is enough. yaml's browser modules
 * need nothing from Node, and rolldown includes only what is used.
 */
const BROUGHT = { handlebars: "handlebars/runtime.js", yaml: "yaml/browser/index.js" };
/** Minifies the modules of packages that become part of the output. */
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
/**
 * The library that draws the charts in a page. The command embeds the library's code as data and
 * copies it into each page.
 */
const IN_PAGES = ["uplot"];
checkNotice();

const { exports, bin, dependencies, peerDependencies } = JSON.parse(
  readFileSync(here("package.json"), "utf8"),
);
const entries = entriesOf(exports);
// Besides the command, the program that `mcp` starts for each query.
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
  // The compiler has printed the errors. Its partial output must not look like a build.
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
// Each of these is a single file, so that a program that validates one report loads nothing else.
for (const file of files.filter(isAlone)) await bundle([file]);
// The commands import the entry points as a user would: see cli/modules.ts.
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
// Lets the editors of users complete and check these files.
cpSync(here("spec/schemas"), here("dist/spec/schemas"), { recursive: true });
// For the manifests of outputs, so that the packed command writes the same digests as these
// sources.
const digests = buildDigests(pathToFileURL(here("./")), pathToFileURL(here("dist/")));
writeFileSync(here("dist/generator.json"), JSON.stringify(digests));
for (const file of commands) chmodSync(here(file), 0o755);

/**
 * Removes types that no entry point uses, including all of the generator, which runs only as a
 * command.
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

/** Fails if NOTICE lacks the license of a package that is bundled into the commands. */
function checkNotice() {
  const notice = readFileSync(here("NOTICE"), "utf8");
  for (const name of [...Object.keys(BROUGHT), ...IN_PAGES])
    if (!notice.includes(readFileSync(here(`node_modules/${name}/LICENSE`), "utf8").trim()))
      throw new Error(`NOTICE lacks node_modules/${name}/LICENSE`);
}

/**
 * Writes these files of dist/, each from the source with the same path. Modules that several of
 * them import become chunks. `together` are sources whose imports are merged into one chunk each,
 * because an entry point loads faster from few files. A module that several of these sources import
 * belongs to the first of them, so chunks never import each other in a circle. Paths that match
 * `external` stay imports, and so do packages, except the ones in `brings`.
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
      // Otherwise an entry point would also export what other chunks need from it.
      chunkOptimization: { mergeCommonChunks: false },
    },
    // The commands import the entry points by the path in their source, both from dist/cli/ and
    // from dist/chunks/.
    makeAbsoluteExternalsRelative: false,
    // Required by `includeDependenciesRecursively: false`.
    preserveEntrySignatures: "allow-extension",
    output: {
      dir: here("dist"),
      entryFileNames: "[name].js",
      // Chunks are one folder below dist/, like the generator in the repository, because it looks
      // for templates/ and spec/ next to its folder.
      chunkFileNames: "chunks/[name]-[hash].js",
      // Editors show the comments from the types. Bundlers read `@__PURE__`.
      comments: { annotation: true, jsdoc: false, legal: false },
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ debugName: "together", minShareCount: 2, name: chunkOf(together) }],
      },
    },
  });
}

/**
 * True if the import is from Node or a dependency. Throws for any other package, because users do
 * not have it.
 */
function isDeclared(id) {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];
  if (isBuiltin(id) || name in dependencies || name in peerDependencies) return true;
  throw new Error(`the build imports ${id}, which package.json does not name as a dependency`);
}

/**
 * Names a module's chunk after the first of these sources that imports it, directly or indirectly.
 */
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
