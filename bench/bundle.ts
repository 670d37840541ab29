import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { byEsbuild, gzipped } from "../test/package/bundles.js";
import type { Bench, Findings, Options } from "./bench.js";
import { generated, heyClient, OURS, openapiFetch } from "./consumers.js";
import { heyApi, openapiTypescript } from "./generators.js";
import { count } from "./harness.js";
import { requestSchema, type Schema } from "./request-schema.js";
import type { Workspace } from "./workspace.js";

export const bundle: Bench = {
  name: "bundle",
  heading: "Bundles and package",
  about: `\`npm run bench -- bundle\`: esbuild bundles and minifies programs for browsers. Sizes are in bytes.

* Each client program creates a report and polls it once. Our client can also poll until the report is done, retry, validate and read rows.
  The other clients only send single requests.
* The validators check a report request. The other validators only check individual fields.
* The names of the 626 columns account for 22 kB, or 2.7 kB gzipped.

The [package reference](guide/package.md#bundle-size) lists the size of every entry point. Their budgets are in \`test/package/budgets.json\`.`,
  peers: ["openapi-typescript", "openapi-fetch", "@hey-api/openapi-ts", "ajv", "valibot", "zod"],
  needsDescription: true,
  run,
};

async function run(workspace: Workspace, { specs }: Options): Promise<Findings> {
  const { version } = workspace;
  const input = { specs: specs ?? "", workspace };
  const folder = join(workspace.home, "consumers");
  mkdirSync(folder, { recursive: true });
  const isPresent = (...peers: readonly string[]): boolean =>
    peers.every((peer) => version(peer) !== null);
  const programs = new Map([["client: pinterest-reports, createClient", OURS]]);
  if (isPresent("openapi-typescript", "openapi-fetch"))
    programs.set(
      "client: openapi-typescript + openapi-fetch",
      openapiFetch(
        await generated(
          workspace,
          openapiTypescript(input, "--default-non-nullable=false"),
          "schema",
        ),
      ),
    );
  if (isPresent("@hey-api/openapi-ts", "zod")) {
    const subset = await generated(workspace, heyApi(input, { isSubset: true }), "hey-two");
    programs.set("client: @hey-api/openapi-ts, two operations", heyClient(subset));
    const checked = await generated(
      workspace,
      heyApi(input, { isSubset: true, isChecked: true }),
      "hey-two-zod",
    );
    programs.set("client: @hey-api/openapi-ts, zod, two operations", heyClient(checked));
  }
  programs.set(
    "validator: pinterest-reports/validators",
    'export { validateReport } from "pinterest-reports/validators";',
  );
  const schema = requestSchema();
  if (isPresent("valibot"))
    programs.set(
      "validator: valibot",
      `import * as v from "valibot";\nconst request = ${valibotText(schema)};\nexport const validate = (body: unknown) => v.safeParse(request, body).issues;`,
    );
  if (isPresent("ajv")) {
    const { Ajv } = await import("ajv");
    const { default: standalone } = await import("ajv/dist/standalone/index.js");
    const ajv = new Ajv({ allErrors: true, strict: false, code: { source: true, esm: true } });
    const text = (standalone.default ?? standalone)(ajv, ajv.compile(schema));
    programs.set("validator: Ajv, standalone code", text);
    programs.set(
      "validator: Ajv",
      `import { Ajv } from "ajv";\nexport const validate = new Ajv({ allErrors: true }).compile(${JSON.stringify(schema)});`,
    );
  }
  const rows: (readonly string[])[] = [];
  for (const [name, program] of programs) {
    const made = await byEsbuild(folder, program);
    rows.push([name, count(Buffer.byteLength(made.text)), count(gzipped(made))]);
  }
  const { installed, tarball } = workspace.packed;
  const files = readdirSync(installed, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(join(installed, name)))
    .filter((file) => file.isFile());
  const unpacked = files.reduce((sum, { size }) => sum + size, 0);
  return {
    tables: [
      { title: "", columns: ["program", "minified", "gzip"], rows },
      {
        title: "The package, without its one dependency",
        columns: ["", "number"],
        rows: [
          ["bytes of the tarball", count(statSync(tarball).size)],
          ["bytes unpacked", count(unpacked)],
          ["files", count(files.length)],
        ],
      },
    ],
  };
}

/** The schema as valibot code. */
function valibotText(schema: Schema): string {
  if (schema.enum !== undefined) return `v.picklist(${JSON.stringify(schema.enum)})`;
  const { items = {}, minItems, maxItems, pattern, properties = {}, required = [], type } = schema;
  switch (type) {
    case "array": {
      const limits = [
        minItems === undefined ? [] : `v.minLength(${minItems})`,
        maxItems === undefined ? [] : `v.maxLength(${maxItems})`,
      ].flat();
      return `v.pipe(${[`v.array(${valibotText(items)})`, ...limits].join(", ")})`;
    }
    case "object": {
      const members = Object.entries(properties).map(([name, member]) => {
        const text = valibotText(member);
        return `${name}: ${required.includes(name) ? text : `v.optional(${text})`}`;
      });
      return `v.strictObject({ ${members.join(", ")} })`;
    }
    case "integer":
      return `v.pipe(v.number(), v.integer(), v.minValue(${schema.minimum}), v.maxValue(${schema.maximum}))`;
    case "number":
    case "boolean":
      return `v.${type}()`;
    default:
      return pattern === undefined ? "v.string()" : `v.pipe(v.string(), v.regex(/${pattern}/))`;
  }
}
