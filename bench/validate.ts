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
  about: `\`npm run bench -- validate\`: \`validateReport\` and other validators check the same request, taking turns in one process. The others check
what JSON Schema can express about single fields, while \`validateReport\` also checks cross-field rules. All validators find the same number
of errors in each body.

* Ajv compares a column with the enum's values one by one. "Enums as sets" replaces the \`enum\` keyword with a set lookup, whose error
  messages do not list the allowed values.
* "Not read" means that nothing reads the error messages. \`validateReport\` builds a message, including the column it suggests, only when it
  is read.
* Given 5,000 invalid columns, \`validateReport\` lists the first hundred and counts the rest.`,
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
  const title = "A process, from its start to the end of the first check";
  const started = await takeTurns(starts, rounds);
  return {
    tables: [
      ...tables,
      comparison(started, { title, reference: "Node alone", unit: CPU_MILLISECONDS, as: "cost" }),
    ],
    skipped: [
      "typia, because its compiler needs a Go toolchain, which npm does not install with `--ignore-scripts`",
    ],
  };
}
