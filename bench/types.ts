import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bench, Findings, Options } from "./bench.js";
import { generated, heyClient, OUR_ROWS, OURS, openapiFetch } from "./consumers.js";
import { heyApi, openapiTypescript } from "./generators.js";
import { type Contestant, CPU_SECONDS, comparison, count, takeTurns } from "./harness.js";
import type { Workspace } from "./workspace.js";

export const types: Bench = {
  name: "types",
  heading: "Type-checking",
  about: `\`npm run bench -- types\`: TypeScript 5.9 checks a ten-line program in strict mode. The program creates a report and polls it once. "From run
to rows" reads the rows instead, with types for the requested columns. With \`skipLibCheck: false\`, all of the package's types are checked.
All programs compile without errors. The numbers of types and instantiations are exact. "An empty file" is the baseline: it only loads the
standard library.`,
  peers: ["openapi-typescript", "openapi-fetch", "@hey-api/openapi-ts"],
  needsDescription: true,
  run,
};

const REFERENCE = "openapi-typescript + openapi-fetch";
const ROWS = "pinterest-reports, from run to rows";
const CHECKED_AS_A_WHOLE = ["pinterest-reports", ROWS, REFERENCE];

async function run(workspace: Workspace, { rounds, specs }: Options): Promise<Findings> {
  const input = { specs: specs ?? "", workspace };
  const folder = join(workspace.home, "consumers");
  mkdirSync(folder, { recursive: true });
  const programs = new Map([
    ["an empty file", "export {};\n"],
    ["pinterest-reports", OURS],
    [ROWS, OUR_ROWS],
  ]);
  if (
    workspace.version("openapi-typescript") !== null &&
    workspace.version("openapi-fetch") !== null
  )
    programs.set(
      REFERENCE,
      openapiFetch(
        await generated(
          workspace,
          openapiTypescript(input, "--default-non-nullable=false"),
          "schema",
        ),
      ),
    );
  if (workspace.version("@hey-api/openapi-ts") !== null)
    programs.set(
      "@hey-api/openapi-ts",
      heyClient(await generated(workspace, heyApi(input), "hey")),
    );

  const compiler = join(workspace.home, "node_modules/typescript/bin/tsc");
  const counts = new Map<string, readonly string[]>();
  const contestant = (name: string, program: string, skipLibCheck: boolean): Contestant => {
    const project = join(folder, `${name.replace(/\W+/g, "-")}-${skipLibCheck}`);
    writeFileSync(`${project}.ts`, program);
    const compilerOptions = {
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck,
    };
    writeFileSync(`${project}.json`, JSON.stringify({ compilerOptions, files: [`${project}.ts`] }));
    return {
      name,
      async turn() {
        const { cpuS, peakMb, stdout } = await workspace.run([
          compiler,
          "-p",
          `${project}.json`,
          "--extendedDiagnostics",
        ]);
        const found = (what: string): string =>
          count(Number(new RegExp(`^${what}:\\s+(\\d+)`, "m").exec(stdout)?.[1]));
        counts.set(`${name} ${skipLibCheck}`, [
          found("Types"),
          found("Instantiations"),
          peakMb.toFixed(0),
        ]);
        return cpuS;
      },
    };
  };
  // All contestants take turns in the same rounds, so that both tables are comparable.
  const contestants = [true, false].flatMap((skips) =>
    [...programs]
      .filter(([name]) => skips || CHECKED_AS_A_WHOLE.includes(name))
      .map(([name, program]) => ({ skips, ...contestant(name, program, skips) })),
  );
  const costs = await takeTurns(contestants, rounds);
  const tables = [true, false].map((skips) => {
    const measured = costs.filter((_, index) => contestants[index]?.skips === skips);
    const table = comparison(measured, {
      title: `skipLibCheck: ${skips}`,
      reference: REFERENCE,
      unit: CPU_SECONDS,
      as: "cost",
    });
    return {
      ...table,
      columns: [...table.columns, "types", "instantiations", "peak, MB"],
      rows: table.rows.map((row) => [...row, ...(counts.get(`${row[0]} ${skips}`) ?? [])]),
    };
  });
  return { tables };
}
