import ts from "typescript";
import { describe, expect, it } from "vitest";
import { kebab } from "../../../generator/lower/names.js";
import { nameError, parseFlows } from "../../../generator/parse/config.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { build } from "../../../generator/pipeline.js";
import { Problems } from "../../../generator/problem.js";
import { contractOf } from "../../../generator/prose/contract.js";
import type { Output } from "../../../generator/workspace.js";
import { noAnnotations } from "../../support/annotations.js";
import { compile } from "../../support/compile.js";
import { randomBy, shuffled } from "../evolution/random.js";

const SEED = process.env.NAMES_SEED ?? "1";
/** How many random words of the generated code are tried as names. */
const DRAWN = 60;

const text: JsonObject = { type: "string" };
const day: JsonObject = { ...text, description: "YYYY-MM-DD" };
const answered = (properties: JsonObject): JsonObject => ({
  "200": {
    description: "",
    content: { "application/json": { schema: { type: "object", properties } } },
  },
});
const asked = {
  start_date: day,
  end_date: day,
  granularity: { ...text, enum: ["DAY", "HOUR"] },
  columns: { type: "array", items: { ...text, enum: ["CLICKS", "SPEND"] } },
  report_format: { ...text, enum: ["JSON", "CSV"] },
  ids: { type: "array", maxItems: 5, items: text },
  // The types of a report named "report" get the same names as the runtime's types.
  item: { type: "object", properties: { handle: text } },
  handle: { ...text, enum: ["A"] },
  progress: { type: "array", items: { type: "object", properties: { look: text } } },
};
const status: JsonObject = { ...text, enum: ["BUSY", "DONE", "GONE"] };
const query = ["bookmark", "granularity", "start_date", "end_date"].map((name) => ({
  name,
  in: "query",
  schema: { ...((asked as JsonObject)[name] as JsonObject), type: "string" },
}));
const inPath = { name: "account", in: "path", required: true, schema: text };
const RULES =
  "If granularity is HOUR, the time between start_date and end_date must not exceed 3 days. If granularity is HOUR, ids are not permitted.";

/**
 * Operations that only `all` includes. Their names conflict with the clients' own names and with
 * each other.
 */
const IDS = [
  ...[
    "client/options",
    "connect",
    "journal",
    "operation",
    "paged",
    "pins/schema",
    "report/item",
    "standard",
    "validate/pins",
  ],
  // Namespaces named after words in the code, and calls whose ids differ only slightly.
  ...[
    "connect/a",
    "create_full_client/a",
    "default/a",
    "flow/a",
    "share/connection",
    "pins/a-b",
    "pins/a_b",
    "Pins/then",
    "a_b/a",
    "aB/a",
  ],
];

const description = JSON.stringify({
  openapi: "3.0.3",
  info: { title: "Small", version: "1.0.0" },
  servers: [{ url: "https://api.pinterest.com/v5" }],
  paths: {
    "/a/{account}/reports": {
      post: {
        operationId: "make",
        description: RULES,
        parameters: [inPath],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["start_date", "end_date", "columns"],
                properties: asked,
              },
            },
          },
        },
        responses: answered({ report_status: status, token: text }),
      },
      get: {
        operationId: "look",
        parameters: [inPath, { name: "token", in: "query", required: true, schema: text }],
        responses: answered({ report_status: status, url: text }),
      },
    },
    ...Object.fromEntries(
      IDS.map((operationId) => [
        `/${operationId}`,
        { get: { operationId, parameters: query, responses: answered({ id: text }) } },
      ]),
    ),
    "/pages": {
      get: {
        operationId: "page",
        parameters: query,
        responses: answered({
          items: { type: "array", items: { type: "object", properties: { id: text } } },
          bookmark: text,
        }),
      },
    },
  },
});

/** The generated files, or for each rejected name the two entries that claim it. */
async function made(
  flows: readonly string[],
  operations: readonly string[],
  more = "",
): Promise<Output | readonly (readonly string[])[]> {
  const [reports, calls] = [
    flows.map((name) => `${JSON.stringify(name)}: { create: make, poll: look }`),
    operations.map((name) => `${JSON.stringify(name)}: page`),
  ];
  const file = parseFlows(
    `flows: { ${reports.join(", ")} }\noperations: { ${[...calls, more].filter(Boolean).join(", ")} }\nstatuses: { pending: [BUSY], done: [DONE], failed: [GONE] }\n`,
    "my.yaml",
  );
  const { document, source, notices, leftOut } = contractOf(description, {
    ...file,
    prose: "tolerant",
  });
  const contract: Contract = {
    document,
    source,
    annotations: { ...noAnnotations, flows: file },
    findings: { problems: [], notices, leftOut },
  };
  try {
    return (await build(contract, "elsewhere")).output;
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    return error.list.map(
      ({ what }) =>
        /^two entries would get the name [\w$]+: ([\w-]+) and (.+)$/.exec(what)?.slice(1) ??
        expect.fail(what),
    );
  }
}

const code = (output: Output): Output =>
  new Map([...output].filter(([path]) => path.endsWith(".ts")));

const TypeScript = (path: string, file: string): ts.SourceFile =>
  ts.createSourceFile(path, file, ts.ScriptTarget.Latest, true);

/** All identifiers in the generated code. */
function wordsIn(output: Output): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [path, file] of code(output)) {
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) words.add(node.text);
      ts.forEachChild(node, visit);
    };
    visit(TypeScript(path, file));
  }
  return words;
}

const AFFIXES =
  /^(?:validate|plan|Checked|Strict)(?=[A-Z])|(?:Json|Standard)(?=Schema$)|(?:Schema|Rules|Columns|Request|Answer|Row|ColumnValues|Client|Facts)$/g;

/**
 * The word itself, and what remains of it without the prefixes and suffixes that the generator adds
 * to an entry's name.
 */
function variantsOf(word: string): readonly string[] {
  const found = new Set([word]);
  // Iteration over a set includes items added on the way.
  for (const one of found)
    for (const { 0: affix, index } of one.matchAll(AFFIXES))
      found.add(one.slice(0, index) + one.slice(index + affix.length));
  return [...found];
}

/**
 * Entry names that would produce these words: first those with a prefix or suffix, then others in
 * random order.
 */
function namesFrom(words: ReadonlySet<string>): readonly string[] {
  const first = [...words].flatMap((word) => variantsOf(word).slice(1));
  const all = [...first, ...shuffled([...words], randomBy("names", SEED)).slice(0, DRAWN)];
  return [...new Set(all.map(kebab))].filter((name) => nameError(name) === null);
}

describe("the names of entries", () => {
  it.each(["reports", "calls"])(
    "are either rejected or produce code that compiles: %s",
    async (kind) => {
      const first = await made(["report"], ["boards"]);
      if (!(first instanceof Map)) throw new Error(`refused: ${first}`);
      let names = namesFrom(wordsIn(first)).filter(
        (name) => name !== "report" && name !== "boards",
      );
      expect(names.length).toBeGreaterThan(DRAWN);
      for (let round = 0; round < names.length; round++) {
        const output =
          kind === "reports"
            ? await made(["report", ...names], ["boards"])
            : await made(["report"], ["boards", ...names]);
        if (output instanceof Map) {
          expect(compile(code(output)), `NAMES_SEED=${SEED}`).toEqual([]);
          expect(round).toBeGreaterThan(0);
          return;
        }
        const drawn = (output as readonly (readonly string[])[]).map(
          (owners) => owners.find((name) => names.includes(name)) ?? owners,
        );
        expect(drawn.filter((name) => typeof name !== "string")).toEqual([]);
        const refused = new Set(drawn);
        names = names.filter((name) => !refused.has(name));
      }
      expect.fail("every name was rejected");
    },
  );

  it("are changed if they come from ids that clash with the generated code, as are type names within an entry", async () => {
    const output = await made(["report"], [], "all: true");
    if (!(output instanceof Map)) throw new Error(`refused: ${output}`);
    expect(output.get("index.ts")).toMatch(/^ {2}ReportHandle_[0-9a-f]{6},$/m);
    expect(output.get("report/schema.ts")).toMatch(/export \w+ ReportHandle_[0-9a-f]{6} /);
    const names = [...output.keys()].flatMap(
      (path) => /^operations\/(.+)\/call\.ts$/.exec(path)?.[1] ?? [],
    );
    const plain = names.map((name) => name.replace(/-[0-9a-f]{6}$/, ""));
    expect(plain.sort()).toEqual([...IDS.map(kebab), "look", "make", "page"].sort());
    expect(names.filter((name) => /-[0-9a-f]{6}$/.test(name))).not.toEqual([]);
    expect(compile(code(output))).toEqual([]);
  });
});
