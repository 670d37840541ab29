import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { consumer } from "./packed.js";

const packed = inject("packed");

const BODY = `{ start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY", level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] }`;
const ROWS = `export const spend: number[] = [];
for await (const row of report.rows()) spend.push(row.SPEND_IN_DOLLAR ?? 0);
`;

// From `run` to rows, because the row type is the most expensive type in a program.
const PROGRAMS = {
  client: `import { createClient } from "pinterest-reports";
const report = await createClient().report.run("549755885175", ${BODY});
${ROWS}`,
  call: `import { createClient } from "pinterest-reports";
const rows = await createClient().campaignAnalytics({ ad_account_id: "549755885175", campaign_ids: ["626735565838"], start_date: "2026-03-01",
  end_date: "2026-03-07", granularity: "DAY", columns: ["SPEND_IN_DOLLAR"] });
export const spend = rows.map((row) => row.SPEND_IN_DOLLAR ?? 0);
`,
};

interface Cost {
  readonly errors: readonly string[];
  readonly types: number;
  readonly instantiations: number;
}

async function cost(name: string, text: string, skipLibCheck: boolean): Promise<Cost> {
  const folder = await consumer(packed, "compile-cost");
  const file = join(folder, `${name.replace(" ", "-")}.ts`);
  writeFileSync(file, text);
  const options = {
    strict: true,
    skipLibCheck,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    noEmit: true,
    types: [],
  };
  const program = ts.createProgram({ rootNames: [file], options });
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  return { errors, types: program.getTypeCount(), instantiations: program.getInstantiationCount() };
}

// The numbers are the same on every machine. The client's are 1,690 and 2,450, or 8,703 and 13,045
// if the package's types are checked. Each call adds a few.
describe.each([
  { skipLibCheck: true, types: 2_000, instantiations: 3_500 },
  { skipLibCheck: false, types: 8_800, instantiations: 13_200 },
])(
  "the types, compared with an empty program (skipLibCheck: $skipLibCheck)",
  ({ skipLibCheck, types, instantiations }) => {
    let empty: Cost;

    beforeAll(async () => {
      empty = await cost("empty", "export {};\n", skipLibCheck);
    });

    it.each(Object.entries(PROGRAMS))(
      "add few types and instantiations to a program with a %s",
      async (name, text) => {
        const found = await cost(name, text, skipLibCheck);
        expect(found.errors).toEqual([]);
        expect(found.types - empty.types).toBeLessThan(types);
        expect(found.instantiations - empty.instantiations).toBeLessThan(instantiations);
      },
    );
  },
);
