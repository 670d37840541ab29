import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { isAll } from "../support/effort.js";
import {
  COMPILERS,
  type Complaint,
  compileAll,
  compileBy,
  RESOLUTIONS,
  whyNotRequired,
} from "./compilers.js";
import { consumer, ENTRIES } from "./packed.js";
import { fileOf } from "./programs.js";

const packed = inject("packed");

/** A short run tries only the oldest and the newest compiler. */
const TRIED = isAll ? COMPILERS : [COMPILERS[0], COMPILERS[3]];

describe.each(TRIED)("TypeScript $version", (compiler) => {
  describe.each(RESOLUTIONS)("moduleResolution %s", (resolution) => {
    const why = whyNotRequired(compiler, resolution);
    let complaints: readonly Complaint[] = [];

    beforeAll(async () => {
      complaints = await compileAll(packed, compiler, resolution);
    });

    it("finds no error in the types of the package and its dependencies", () => {
      expect(complaints.filter(({ file }) => !file.endsWith(".cts"))).toEqual([]);
    });

    it.each(ENTRIES)("compiles import %s", (entry) => {
      expect(
        complaints.filter(({ file }) => file === `${fileOf(entry)}.ts` || file === ""),
      ).toEqual([]);
    });

    it(why === null ? "require of every entry" : `no require of an entry: ${why}`, () => {
      const refused = complaints.filter(({ file }) => file.endsWith(".cts"));
      expect([...new Set(refused.map(({ file }) => file))].sort()).toEqual(
        why === null ? [] : ENTRIES.map((entry) => `${fileOf(entry)}.cts`).sort(),
      );
      const codes = why?.match(/TS\d+/g) ?? [];
      expect(refused.filter(({ text }) => !codes.some((code) => text.includes(code)))).toEqual([]);
    });
  });
});

describe("the types without Node's types, as in a browser", () => {
  it.each(TRIED)(
    "compile with TypeScript $version in all entry points except /testing",
    async (compiler) => {
      const folder = await consumer(packed, `browser-${compiler.version}`);
      const entries = ENTRIES.filter((entry) => !entry.endsWith("/testing"));
      writeFileSync(
        join(folder, "use.ts"),
        entries
          .map((entry, index) => `export * as entry${index} from ${JSON.stringify(entry)};`)
          .join("\n"),
      );
      expect(
        await compileBy(compiler, "bundler", folder, ["use.ts"], {
          types: [],
          lib: ["es2022", "dom"],
        }),
      ).toEqual([]);
    },
  );
});
