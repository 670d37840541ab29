import { expect, it } from "vitest";
import { build } from "../../../generator/pipeline.js";
import { compile } from "../../support/compile.js";
import { KINDS, namesFor, supportNames } from "../../support/taken-names.js";

it("the code compiles if schemas, parameters and fields have the names that it imports", async () => {
  const names = [...new Set(["checkBody", ...supportNames].flatMap(namesFor))];
  const files = new Map<string, string>();
  for (const [at, described] of Object.values(KINDS).entries()) {
    const { output } = await build(described(names), "elsewhere");
    for (const [path, text] of output)
      if (path.endsWith(".ts")) files.set(`kind-${at}/${path}`, text);
  }
  expect(compile(files)).toEqual([]);
});
