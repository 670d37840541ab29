import { cpSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, inject, it } from "vitest";
import { isLong } from "../support/effort.js";
import { COMPILERS } from "./compilers.js";
import { command, ROOT, SPECS } from "./packed.js";
import { RUN } from "./programs.js";

const { home, tarball } = inject("packed");

/** Registry errors that this package does not cause. */
const UNREACHABLE = /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENOTCACHED|network/;

/** Each run tests the newest compiler and no compiler. The long run tests all of them. */
const BESIDE = isLong ? [null, ...COMPILERS] : [null, COMPILERS[3]];

describe.each(BESIDE)("an empty folder with TypeScript $version", (compiler) => {
  it("can install the package, generate from a description, compile the output and run a report", async ({
    skip,
  }) => {
    const folder = mkdtempSync(join(home, "beside-"));
    const at = (path: string): string => join(folder, path);
    writeFileSync(at("package.json"), JSON.stringify({ private: true, type: "module" }));
    cpSync(SPECS ? `${SPECS}/5.28.0.yaml` : join(ROOT, "spec/contract.yaml"), at("openapi.yaml"));

    const packages = [tarball, ...(compiler === null ? [] : [`typescript@~${compiler.version}.0`])];
    const installed = await command(
      "npm",
      ["install", "-D", "--no-audit", "--no-fund", "--prefer-offline", ...packages],
      folder,
    );
    if (installed.exit !== 0 && UNREACHABLE.test(installed.stderr))
      skip("the registry is not reachable");
    expect(installed.exit, installed.stderr).toBe(0);

    const generate = [
      "pinterest-reports",
      "generate",
      "--spec",
      "openapi.yaml",
      "--out",
      "src/pinterest",
    ];
    const generated = await command("npx", ["--no", ...generate], folder);
    expect(generated.exit, generated.stderr).toBe(0);
    expect(readdirSync(at("src/pinterest"))).not.toContain("schema.ts");

    if (compiler !== null) {
      const options = {
        strict: true,
        module: "nodenext",
        target: "es2022",
        lib: ["es2022", "dom"],
        types: [],
        noEmit: true,
      };
      writeFileSync(
        at("tsconfig.json"),
        JSON.stringify({ compilerOptions: options, include: ["src"] }),
      );
      expect(await command("npx", ["--no", "tsc"], folder)).toEqual({
        exit: 0,
        stdout: "",
        stderr: "",
      });
    }

    const program = RUN(
      (names, entry) =>
        `import ${names} from "${entry === "pinterest-reports" ? "./src/pinterest/index.js" : entry}";`,
    );
    const entryPoints = { run: at("run.ts") };
    writeFileSync(entryPoints.run, program);
    await build({
      entryPoints,
      outdir: folder,
      bundle: true,
      packages: "external",
      format: "esm",
      platform: "node",
      logLevel: "error",
    });
    const ran = await command(process.execPath, ["run.js"], folder);
    expect(ran).toMatchObject({
      exit: 0,
      stderr: "",
      stdout: expect.stringContaining("CAMPAIGN_ID"),
    });
  });
});
