import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";

it("the form's bundle contains the rules and no network code", async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [
      fileURLToPath(new URL("../../../docs/examples/form/report-form.tsx", import.meta.url)),
    ],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    metafile: true,
    external: ["react", "react-hook-form"],
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((name) => name.endsWith("generated/report/schema.ts"))).toHaveLength(1);
  expect(
    inputs.filter((name) =>
      /openapi-fetch|generated\/index|runtime\/(call|client|download|oauth|transport)/.test(name),
    ),
  ).toEqual([]);
  expect(outputFiles[0]?.text).not.toMatch(
    /\bfetch\s*\(|XMLHttpRequest|WebSocket|api\.pinterest\.com/,
  );
});
