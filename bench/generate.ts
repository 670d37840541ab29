import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../test/package/packed.js";
import type { Bench, Findings, Options } from "./bench.js";
import {
  checkOutput,
  description,
  type Generator,
  heyApi,
  type Input,
  oazapfts,
  openapiTypescript,
  ours,
  redocly,
  SIZE_COLUMNS,
  sizeOf,
  VERSION,
} from "./generators.js";
import { type Contestant, CPU_SECONDS, comparison, takeTurns } from "./harness.js";
import type { Workspace } from "./workspace.js";

export const generate: Bench = {
  name: "generate",
  heading: "Generating",
  about: `\`npm run bench -- generate\` measures whole processes that read the same API description and write to a new folder. The description is
version ${VERSION}, with 231 operations. It is YAML (1.6 MB) unless stated otherwise. We check that every output includes the ad report's
columns.

* "Default" generates this package's reports and calls: types, validators, rules read from the description's prose, and a client.
* "Contract" reads \`spec/contract.yaml\`, our smaller description, in which the rules are already data.
* "One report" generates only the ad report.
* \`--check\` runs on up-to-date output, so it generates nothing.
* openapi-typescript generates types for all operations.
* \`--schema\` adds openapi-typescript's types for the same operations. Only this flag loads the TypeScript compiler.
* Memory is the highest peak of all runs.
* For clients that cover all operations, see "All operations".
* Files, lines and bytes are counted before formatting.`,
  peers: ["openapi-typescript", "@redocly/cli", "@hey-api/openapi-ts", "oazapfts"],
  needsDescription: true,
  run,
};

async function run(workspace: Workspace, { large, rounds, specs }: Options): Promise<Findings> {
  const input: Input = { specs: specs ?? "", workspace };
  const yaml = description(input, "yaml");
  const folder = join(workspace.home, "generate");
  mkdirSync(folder, { recursive: true });
  const installed = (peer: string, ...makers: readonly (() => Generator)[]) =>
    workspace.version(peer) === null ? [] : makers.map((make) => make());
  const generators = [
    ...installed("openapi-typescript", () => openapiTypescript(input)),
    ours(input, "ours, default", yaml),
    withSchema(ours(input, "ours, default, --schema", yaml)),
    ours(input, "ours, default, JSON", description(input, "json")),
    ours(input, "ours, default, contract", join(ROOT, "spec/contract.yaml")),
    ours(input, "ours, one report", yaml, "one report"),
    ...installed("@redocly/cli", () => redocly(input)),
    ...installed(
      "@hey-api/openapi-ts",
      () => heyApi(input),
      () => heyApi(input, { isSubset: true, isChecked: true }),
    ),
    ...(large ? installed("oazapfts", () => oazapfts(input)) : []),
  ];
  const peaks = new Map<string, number>();
  const sizes = new Map<string, readonly string[]>();
  const contestants = generators.map(({ name, args }, index): Contestant => {
    const out = join(folder, String(index));
    return {
      name,
      async turn() {
        for (const path of [out, `${out}.ts`]) rmSync(path, { recursive: true, force: true });
        const { cpuS, peakMb } = await workspace.run(args(out));
        checkOutput(out);
        peaks.set(name, Math.max(peakMb, peaks.get(name) ?? 0));
        sizes.set(name, sizeOf(out));
        return cpuS;
      },
    };
  });
  const checked = join(folder, "checked");
  const unchanged = ours(input, "ours, default, --check", yaml);
  await workspace.run(unchanged.args(checked));
  contestants.splice(4, 0, {
    name: unchanged.name,
    turn: async () => (await workspace.run([...unchanged.args(checked), "--check"])).cpuS,
  });
  const table = comparison(await takeTurns(contestants, rounds), {
    title: "",
    reference: "openapi-typescript",
    unit: CPU_SECONDS,
    as: "cost",
  });
  return {
    tables: [
      {
        ...table,
        columns: [...table.columns, "peak, MB", ...SIZE_COLUMNS],
        rows: table.rows.map(([name = "", ...cells]) => [
          name,
          ...cells,
          peaks.get(name)?.toFixed(0) ?? "",
          ...(sizes.get(name) ?? []),
        ]),
      },
    ],
    skipped: large ? [] : ["oazapfts (add `-- --large` to include it)"],
  };
}

function withSchema({ name, args }: Generator): Generator {
  return { name, args: (out) => [...args(out), "--schema"] };
}
