import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { reportColumns } from "pinterest-reports/data";
import type { Bench, Findings, Options } from "./bench.js";
import {
  type Costs,
  CPU_MICROSECONDS,
  CPU_MILLISECONDS,
  comparison,
  takeTurns,
} from "./harness.js";
import { requestSchema } from "./request-schema.js";
import type { Workspace } from "./workspace.js";

/** Each validator, and the package that it needs. */
const VALIDATORS = [
  ["Ajv, allErrors", "ajv"],
  ["Ajv, allErrors, enums as sets", "ajv"],
  ["TypeBox", "typebox"],
  ["zod", "zod"],
  ["zod, compiled", "zod"],
  ["valibot", "valibot"],
] as const;
const REFERENCE = "Ajv, allErrors";

export const validate: Bench = {
  name: "validate",
  heading: "Validators",
  about: `\`npm run bench -- validate\`: \`validateReport\` beside validators of the same request, in one process and in turn. The peers check what
JSON Schema expresses about single fields; \`validateReport\` checks that, and the rules between fields. All find the same number of errors in each
body. Ajv compares a column with one value of the enum after the other; "enums as sets" replaces its keyword, and its message then names no
value. An error is read when its message is made: that of \`validateReport\` suggests a column. Of 5,000 wrong columns it lists a hundred, and
the number of the others.`,
  peers: ["ajv", "typebox", "zod", "valibot"],
  needsDescription: false,
  run,
};

async function run(workspace: Workspace, { rounds }: Options): Promise<Findings> {
  const { home, version } = workspace;
  const peers = VALIDATORS.filter(([, peer]) => version(peer) !== null).map(([name]) => name);
  const schema = join(home, "request-schema.json");
  writeFileSync(schema, JSON.stringify(requestSchema()));
  const columns = join(home, "columns.json");
  writeFileSync(columns, JSON.stringify(Object.keys(reportColumns)));

  const program = await workspace.program("validate-in-turns");
  const { stdout } = await workspace.run([program, schema, ...peers], { node: ["--expose-gc"] });
  const costs: Readonly<Record<string, readonly Costs[]>> = JSON.parse(stdout);
  const tables = Object.entries(costs).map(([title, measured]) =>
    comparison(measured, { title, reference: REFERENCE, unit: CPU_MICROSECONDS, as: "speed" }),
  );

  const first = await workspace.program("validate-first");
  const starts = [
    "Node alone",
    "pinterest-reports/validators/report",
    "pinterest-reports/validators",
    ...peers,
  ].map((name) => ({
    name,
    turn: async () => (await workspace.run([first, schema, columns, name])).cpuS,
  }));
  const imports = {
    name: 'import "pinterest-reports"',
    turn: async () =>
      (await workspace.run(["--input-type=module", "--eval", 'import "pinterest-reports"'])).cpuS,
  };
  const title = "A process, from its start to the end of the first check";
  const started = await takeTurns([...starts, imports], rounds);
  return {
    tables: [
      ...tables,
      comparison(started, { title, reference: "Node alone", unit: CPU_MILLISECONDS, as: "cost" }),
    ],
    skipped: [
      "typia: its compiler needs a Go toolchain, which installs without scripts do not bring",
    ],
  };
}
