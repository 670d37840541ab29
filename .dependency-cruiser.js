// Who may import whom, type imports too: arrows go down only. CONTRIBUTING.md draws it.

/** Modules that stand in runtime/ itself: every room may import them. */
const LEAVES = "^runtime/[^/]+\\.ts$";
export const ROOMS = {
  "runtime/validation": [],
  "runtime/planner": ["runtime/validation"],
  "runtime/rows": [],
  "runtime/http": [],
  "runtime/auth": ["runtime/http"],
  "runtime/shared-state": ["runtime/auth", "runtime/http"],
  "runtime/download": ["runtime/http"],
  "runtime/tables": ["runtime/validation"],
  "runtime/writers": ["runtime/download", "runtime/tables", "runtime/validation"],
  "runtime/batch": ["runtime/auth", "runtime/http"],
  "runtime/client": [
    "runtime/auth",
    "runtime/batch",
    "runtime/download",
    "runtime/http",
    "runtime/rows",
    "runtime/shared-state",
    "runtime/validation",
  ],
  "runtime/sync": [
    "runtime/batch",
    "runtime/client",
    "runtime/http",
    "runtime/planner",
    "runtime/shared-state",
    "runtime/tables",
    "runtime/validation",
    "runtime/writers",
  ],
  "runtime/jobs": [
    "runtime/auth",
    "runtime/batch",
    "runtime/client",
    "runtime/http",
    "runtime/sync",
    "runtime/validation",
    "runtime/shared-state",
    "runtime/writers",
  ],
  "runtime/testing": ["runtime/validation"],
  "generator/model": [],
  "generator/rules": ["generator/model"],
  "generator/parse": ["generator/model"],
  "generator/lower": ["generator/model", "generator/parse", "generator/rules"],
  "generator/prose": ["generator/lower", "generator/model", "generator/parse", "generator/rules"],
  "generator/emit": ["generator/lower", "generator/model", "generator/parse", "generator/rules"],
  "generator/export": ["generator/emit", "generator/lower", "generator/model", "generator/rules"],
  "generator/diff": ["generator/export", "generator/lower", "generator/model", "generator/rules"],
  "generator/write": ["generator/model", "generator/parse"],
};
/**
 * Modules of runtime/ that the generator and the command line import: what they say must stand
 * once.
 */
const SHARED =
  "^runtime/(environment|file-lock|validation/(column-kinds|dates|lookback|multiples|pointer|rule|wording))\\.ts$";
/**
 * Modules of runtime/ that only the command line imports: it has rows before any client is loaded,
 * and adds up their money.
 */
const SHARED_ROWS = "^runtime/(decimal|writers/row|rows/columns)\\.ts$";
const GENERATOR_LEAVES =
  "^generator/(code|comment|diagnostics|print|problem|taken-names|workspace)\\.ts$";
const ENTRIES =
  "^runtime/(support|support-client|support-data|shared-state/redis|sync/(index|duckdb|postgres|s3)|jobs/index|testing/index|writers/index)\\.ts$";

/**
 * The packages that the sources import, each with the files that do: replacing a package changes
 * these alone.
 */
const SEAMS = {
  "openapi-fetch": "runtime/http/openapi-fetch",
  "hyparquet-writer": "runtime/writers/parquet-file",
  "@duckdb/node-api": "runtime/sync/duckdb-database|cli/commands/mcp/duckdb",
  "@modelcontextprotocol/server": "cli/commands/mcp/protocol",
  pg: "runtime/sync/postgres-connection",
  "@aws-sdk/client-s3": "runtime/sync/s3-bucket",
  ioredis: "runtime/shared-state/redis-connection",
  bullmq: "runtime/jobs/bullmq",
  "(?:openapi-typescript|typescript)": "generator/emit/schema",
  // build.js makes these two a part of the published command.
  handlebars: "generator/emit/templates",
  yaml: "generator/parse/(yaml|annotations)|cli/commands/sync/config",
};

const seams = Object.entries(SEAMS).map(([name, files]) => ({
  name: `only ${files} may import ${name}`,
  severity: "error",
  from: { path: "^(cli|generator|runtime)/", pathNot: `^(${files})\\.ts$` },
  to: { path: `node_modules/${name}/` },
}));

const arrows = Object.entries(ROOMS).map(([room, below]) => {
  const [house] = room.split("/");
  const open = [room, ...below].map((name) => `^${name}/`);
  const leaves = house === "runtime" ? [LEAVES] : [GENERATOR_LEAVES, SHARED];
  return {
    name: `${room} imports what is below it`,
    severity: "error",
    from: { path: `^${room}/` },
    to: { path: "^(cli|generator|generated|runtime)/", pathNot: [...open, ...leaves] },
  };
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "imports name files that exist",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    ...arrows,
    {
      name: "leaf modules of the runtime import only each other and validation",
      severity: "error",
      from: { path: LEAVES, pathNot: ENTRIES },
      to: {
        path: "^(cli|generator|generated|runtime)/",
        pathNot: [LEAVES, "^runtime/validation/"],
      },
    },
    {
      name: "the runtime knows neither the generator nor what it makes",
      severity: "error",
      from: { path: "^runtime/" },
      to: { path: "^(cli|generator|generated)/" },
    },
    ...seams,
    {
      name: "no other package is imported: docs/guide/built-on.md lists them",
      severity: "error",
      from: { path: "^(cli|generator|runtime)/" },
      to: {
        path: "node_modules/",
        pathNot: `node_modules/(@types/node|${Object.keys(SEAMS).join("|")})/`,
      },
    },
    {
      name: "the generator knows a few leaves of the runtime, but neither the command line nor what it makes",
      severity: "error",
      from: { path: "^generator/" },
      to: { path: "^(cli|generated|runtime)/", pathNot: SHARED },
    },
    {
      name: "generated code reaches the runtime through its entries",
      severity: "error",
      from: { path: "^generated/" },
      to: { path: "^(cli|generator|runtime)/", pathNot: ENTRIES },
    },
    {
      // That way, broken output can never stop `generate`.
      name: "the command line loads generated code in one file",
      severity: "error",
      from: { path: "^cli/", pathNot: "^cli/modules\\.ts$" },
      to: { path: "^(generated|runtime)/", pathNot: [SHARED, SHARED_ROWS] },
    },
    {
      name: "the command line loads generated code when a command asks for it",
      severity: "error",
      from: { path: "^cli/modules\\.ts$" },
      to: { path: "^generated/", dynamic: false, dependencyTypesNot: ["type-only", "type-import"] },
    },
    {
      name: "what prints and reads for commands knows none of them",
      severity: "error",
      from: { path: "^cli/(terminal|overview)/" },
      to: { path: "^cli/", pathNot: ["^cli/(terminal|overview)/", "^cli/(modules|process)\\.ts$"] },
    },
    {
      name: "the command line loads each command only when that command is run",
      severity: "error",
      from: { path: "^cli/(bin|main|process)\\.ts$" },
      to: {
        path: "^(cli|generator)/",
        pathNot:
          "^(cli/(main|process|help|terminal/(temporary-files|errors|exit-codes|io|usage))|generator/(print|problem))\\.ts$",
        dynamic: false,
        dependencyTypesNot: ["type-only", "type-import"],
      },
    },
    {
      // A form in a browser validates without network code.
      name: "what validates brings no client",
      severity: "error",
      from: {
        path: [
          "^(runtime/support-data|generated/(validators|rules|columns|values|json-schema|planner|tables))\\.ts$",
          "^generated/validators/",
        ],
      },
      to: {
        path: "^runtime/(auth|batch|client|download|http|rows)/|node_modules/openapi-fetch/",
        reachable: true,
      },
    },
    {
      // The generator takes a while to load.
      name: "commands of the client do not load the generator",
      severity: "error",
      from: {
        path: "^cli/commands/(mcp/|run/|sync/|(validate|plan|login|accounts|doctor|serve|demo)\\.ts$)",
      },
      to: {
        path: "^generator/",
        pathNot: "^generator/(print|problem|write/commit)\\.ts$",
        reachable: true,
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(bench|dist|test|docs)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "node", "default"],
    },
  },
};
