import { execFile } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { generator, transpileAgain, workingCopy } from "../../support/working-copy.js";

const run = promisify(execFile);

// A new kind of rule consists of a module, a partial, and a line in the list. The planner and the
// fake server need no change.
const MODULE = `import { literal, local } from "../code.js";
import { FIELD, type RuleKind, readText } from "./kind.js";

interface NotTogether {
  readonly field: string;
  readonly other: string;
}

/** Two fields that a request must not combine. */
export const notTogether: RuleKind<NotTogether> = {
  name: "not-together",
  when: "applies",
  parameters: { field: FIELD, other: FIELD },
  parse: (entry) => ({ field: readText(entry, "field"), other: readText(entry, "other") }),
  fields: ({ field, other }) => [field, other],
  days: () => [],
  check: () => [],
  message: ({ field, other }) => \`\${field} must not be set together with \${other}\`,
  view: ({ field, other }) => ({ value: local(field), second: local(other), path: literal(\`/\${field}\`) }),
  type: () => null,
  breaches: ({ field, other }) => [{ edge: false, body: { all: [{ field, present: true }, { field: other, present: true }] } }],
  uses: ["violation"],
  today: false,
};
`;
const PARTIAL = `if ({{guard}}{{value}} !== undefined && {{second}} !== undefined) {
  violations = push(violations, violation({{id}}, {{severity}}, {{path}}, {{message}}, {{params}}));
}
`;
const ENTRY = `
- operation: analytics/create_report
  id: campaigns-or-ads
  kind: not-together
  field: campaign_ids
  other: ad_ids
  reason: A trial.
`;

const PROGRAM = `
import { createClient } from "./generated/index.js";
import { planReport } from "./generated/planner.js";
import { reportRules } from "./generated/rules.js";
import { createFakeServer } from "./generated/testing.js";
import { validateReport } from "./generated/validators.js";

const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
const body = { start_date: day, end_date: day, granularity: "DAY", level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] };
const broken = { ...body, campaign_ids: ["1"], ad_ids: ["2"] };
const server = await createFakeServer();
const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, validate: false });
const refused = (one) => client.report.create("549755885175", one).then(() => null, (error) => error.message);
console.log(JSON.stringify({
  rule: reportRules.find(({ id }) => id === "campaigns-or-ads")?.message,
  valid: validateReport(body),
  found: validateReport(broken).map(({ rule, path, message, params }) => [rule, path, message, params]),
  accepted: await refused(body),
  refused: await refused(broken),
  planned: planReport(broken).problems.map(({ rule }) => rule),
}));
await server.close();
`;

describe("a new kind of rule", () => {
  let copy: URL;
  const file = (path: string) => new URL(path, copy);

  beforeAll(async () => {
    copy = workingCopy();
    writeFileSync(file("generator/rules/not-together.ts"), MODULE);
    writeFileSync(file("templates/rules/not-together.hbs"), PARTIAL);
    const list = readFileSync(file("generator/rules/kinds.ts"), "utf8");
    writeFileSync(
      file("generator/rules/kinds.ts"),
      `import { notTogether } from "./not-together.js";\n${list.replace("const KINDS = [\n", "const KINDS = [\n  notTogether,\n")}`,
    );
    appendFileSync(file("spec/rules.yaml"), ENTRY);
    await transpileAgain(copy);
  });

  it("is generated, checked by the validator, and enforced by the fake server and the planner", async () => {
    const { exit, stderr } = await generator(copy, "generate");
    expect([exit, stderr]).toEqual([0, expect.stringContaining("done in")]);
    expect(readFileSync(file("docs/rules.md"), "utf8")).toContain(
      "campaign_ids must not be set together with ad_ids",
    );
    await transpileAgain(copy, { generated: true });
    writeFileSync(file("program.mjs"), PROGRAM);
    const { stdout } = await run(process.execPath, [fileURLToPath(file("program.mjs"))], {
      cwd: fileURLToPath(copy),
    });
    expect(JSON.parse(stdout)).toEqual({
      rule: "campaign_ids must not be set together with ad_ids",
      valid: [],
      found: [
        [
          "campaigns-or-ads",
          "/campaign_ids",
          "must not be set together with ad_ids",
          { field: "campaign_ids", other: "ad_ids" },
        ],
      ],
      accepted: null,
      refused: expect.stringContaining("campaign_ids is not supported here"),
      planned: ["campaigns-or-ads"],
    });
  });
});
