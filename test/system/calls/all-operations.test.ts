import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { build as bundle } from "esbuild";
import { describe, expect, it } from "vitest";
import { type ComparedModel, compareModels } from "../../../generator/diff/compare.js";
import { namesWithin } from "../../../generator/emit/render.js";
import { parseFlows } from "../../../generator/parse/config.js";
import { packageRoot } from "../../../generator/workspace.js";
import * as supportClient from "../../../runtime/support-client.js";
import { compiled } from "../../support/compile.js";
import { descriptions, versions } from "../../support/descriptions.js";
import { isAll } from "../../support/effort.js";
import type { Described, Json } from "../../support/minimal-input.js";
import {
  callable,
  everything,
  holdsOf,
  judged,
  NEWEST,
  there,
  today,
  typed,
} from "./all-operations.js";
import { expected, wire } from "./wire.js";

const ROOT = fileURLToPath(packageRoot);

/**
 * The version as an `it.each` list, empty unless all cases run and its description is available.
 * These tests take seconds.
 */
const whereAll = (version: string): readonly string[] =>
  isAll && versions.includes(version) ? [version] : [];

describe.skipIf(descriptions === null)("operations: all (skipped without PINTEREST_SPECS)", () => {
  it("has descriptions to generate from", () => {
    expect(there.map(([version]) => version)).toContain(NEWEST);
  });

  holdsOf(isAll ? there : there.slice(-1));

  // The discriminators are in a schema that is part of the response's items, and in part of a
  // schema.
  it.each(whereAll("5.17.0"))(
    "creates a type for each form of a response's items in %s",
    async () => {
      const file = async (version: string, path: string): Promise<string> =>
        (await everything(version)).output.get(path) ?? "";
      for (const version of ["5.17.0", NEWEST])
        expect(await file(version, "operations/feeds-list/schema.ts")).toContain(
          "FeedsListResponseItem = FeedsListResponseItemRetail | FeedsListResponseItemHotel | FeedsListResponseItemCreativeAssets;",
        );
      expect(await file("5.17.0", "schemas.ts")).toMatch(/ images\?: \w+Images/);
    },
  );

  // Quick runs compile this output in the test with the strictest options instead.
  it.runIf(isAll)(`compiles cheaply for ${NEWEST}`, async () => {
    const { model, output } = await everything(NEWEST);
    const { errors, instantiations } = compiled(typed(output));
    expect(errors).toEqual([]);
    expect(
      instantiations / model.operations.length,
      "a compiler's work per operation",
    ).toBeLessThan(3_000);
  });

  it("reports each missing required parameter", async () => {
    const { model, output, described, smallest } = await everything(NEWEST);
    for (const single of model.operations) {
      const { parameters } = described.find(({ id }) => id === single.call.id) as Described;
      for (const { name } of parameters.filter(({ required }) => required === true)) {
        const { [String(name)]: _, ...rest } = smallest(single);
        expect(
          judged(output, single, rest),
          `${single.call.id} without ${String(name)}`,
        ).toContainEqual(expect.stringContaining(`/${String(name)} required`));
      }
    }
  });

  it.each(whereAll("5.21.0"))(
    "reports each body that became required since %s, and no change for fields that only moved",
    async () => {
      const [old, now] = await Promise.all(
        ["5.21.0", NEWEST].map(async (name) => ({ name, model: (await everything(name)).model })),
      );
      const { changes } = compareModels(old as ComparedModel, now as ComparedModel);
      const bodies = changes.filter(
        ({ path: place, step }) => place === "body" && step === "major",
      );
      expect(bodies.map(({ flow, text }) => [flow, text])).toEqual([
        [
          "ad-groups-audience-sizing",
          "now required; its fields moved from the field body into the request",
        ],
        ["audiences-update", "now required"],
        [
          "integrations-commerce-post",
          "now required; its fields moved from the field body into the request",
        ],
        [
          "integrations-commerce-patch",
          "now required; its fields moved from the field body into the request",
        ],
      ]);
      expect(
        changes.filter(
          ({ flow, kind }) => flow.startsWith("integrations-commerce-p") && kind === "field",
        ),
      ).toEqual([]);
    },
  );

  // 5.14.0 has query parameters that are objects containing lists.
  const sent = [...whereAll("5.14.0"), ...versions.filter((version) => version === NEWEST)];
  it.each(sent)(
    "sends minimal and maximal input for every operation of %s as described",
    async (version) => {
      const { model, output, described, smallest, largest } = await everything(version);
      let answer: Json | undefined;
      await using server = await wire(() => answer);
      const clock = {
        now: Date.now,
        date: () => Date.parse(today),
        sleep: async () => {},
        random: () => 0,
      };
      const shared = { baseUrl: server.url, clock, rateLimits: false } as const;
      const connection = supportClient.connect({ ...shared, accessToken: "token" });
      const wrong: unknown[] = [];
      for (const single of model.operations) {
        const one = described.find(({ id }) => id === single.call.id) as Described;
        const operation = callable(output, single);
        const client = one.basic
          ? supportClient.appClient({ ...shared, clientId: "1", clientSecret: "secret" }, operation)
          : supportClient.operationClient(connection, operation);
        answer = one.answer === null ? undefined : one.answer.type === "array" ? [] : {};
        // A body with every field violates rules between fields.
        for (const [input, validate] of [
          [smallest(single), "error"] as const,
          [largest(single), false] as const,
        ]) {
          const thrown = await client(input, { validate }).then(
            () => null,
            (error: unknown) => String(error),
          );
          const should = expected(one, single.bodyField, input);
          const arrived = server.arrived();
          if (thrown !== null || !isDeepStrictEqual(arrived, [should]))
            wrong.push({ id: one.id, input, thrown, should, arrived });
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it("bundles only the operation that is imported", async () => {
    const { model, output } = await everything(NEWEST);
    const entry = [
      'import { connect, operationClient } from "pinterest-reports/support";',
      'import { boardsList, catalogsProductGroupsCreate } from "./operations.js";',
      'export const boards = operationClient(connect({ accessToken: "x" }), boardsList);',
    ].join("\n");
    const text = await bundled(output, entry);
    expect(text).toContain("boards-list");
    expect(text).not.toContain("catalogs-product-groups-create");
    expect(
      model.operations
        .filter(({ name }) => text.includes(`name: "${name}"`))
        .map(({ name }) => name),
    ).toEqual(["boards-list"]);
    // The runtime and one validator. All validators together would take megabytes.
    expect(text.length).toBeLessThan(160_000);
  });

  it("bundles only the imported namespace, but all calls with the full client", async () => {
    const { model, output } = await everything(NEWEST);
    const callsIn = (text: string) =>
      model.operations
        .filter(({ name }) => text.includes(`name: "${name}"`))
        .map(({ name }) => name);
    const single = await bundled(output, 'export { campaigns } from "./calls.js";');
    const called = [
      "ad-pins-analytics",
      "campaign-targeting-analytics-get",
      ...["list", "create", "update", "analytics", "get"].map((method) => `campaigns-${method}`),
    ];
    expect(callsIn(single).sort()).toEqual(called.sort());
    const all = await bundled(output, 'export { createFullClient } from "./calls.js";');
    const ofUser = model.operations.filter(({ call }) => call.clientCredentials !== true);
    expect(callsIn(all)).toEqual(ofUser.map(({ name }) => name));
    // This compares the validators of seven calls with the validators of all calls.
    expect(single.length).toBeLessThan(all.length / 8);
  });

  it("exports calls from operations.ts and calls.ts, and types from types.ts", async () => {
    const { model, output } = await everything(NEWEST);
    const exported = (path: string) => namesWithin(path, output).exported;
    expect(exported("operations.ts")).toHaveLength(model.operations.length);
    const types = new Set(exported("types.ts"));
    expect(exported("calls.ts").filter((name) => types.has(name))).toEqual([]);
    expect(exported("calls.ts").filter((name) => /^[a-z]/.test(name)).length).toBeGreaterThan(50);
    expect(types.size).toBeGreaterThan(1_500);
  });

  it("bundles no client for a validator", async () => {
    const { output } = await everything(NEWEST);
    const text = await bundled(output, 'export { validateBoardsList } from "./validators.js";');
    expect(text).not.toContain("openapi");
    expect(text.length).toBeLessThan(15_000);
  });
});

/** Bundles `entry` as a file next to the generated files, all of them in memory. */
async function bundled(output: ReadonlyMap<string, string>, entry: string): Promise<string> {
  const { outputFiles } = await bundle({
    stdin: { contents: entry, resolveDir: ROOT, sourcefile: "entry.ts", loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    plugins: [
      {
        name: "made",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^pinterest-reports\/support$/ }, () => ({
            path: join(ROOT, "runtime/support.ts"),
            sideEffects: false,
          }));
          onResolve({ filter: /^\.\.?\// }, ({ path, importer, namespace }) => {
            if (namespace !== "made" && !importer.endsWith("entry.ts"))
              return {
                path: join(dirname(importer), path).replace(/\.js$/, ".ts"),
                sideEffects: false,
              };
            const from = namespace === "made" ? posix.dirname(importer) : ".";
            return { path: posix.join(from, path).replace(/\.js$/, ".ts"), namespace: "made" };
          });
          onLoad({ filter: /.*/, namespace: "made" }, ({ path }) => ({
            contents: output.get(path) ?? "",
            loader: "ts",
            resolveDir: ROOT,
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

it("adding an operation takes one line in flows.yaml", () => {
  const statuses = { pending: [], done: [], failed: [] };
  expect(parseFlows("operations: all\n")).toEqual({
    flows: [],
    remaining: { except: [] },
    statuses,
    statusesAt: "spec/flows.yaml:1",
    file: "spec/flows.yaml",
  });
  expect(readFileSync(new URL("spec/flows.yaml", packageRoot), "utf8")).not.toContain(
    "operations: all",
  );
});
