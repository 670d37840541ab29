import { expect, it } from "vitest";
import { parseFlows } from "../../../generator/parse/config.js";
import { build } from "../../../generator/pipeline.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { noAnnotations } from "../../support/annotations.js";
import { compile } from "../../support/compile.js";
import { written } from "../../support/dialect.js";

it("code generated from an OpenAPI 3.2 description with every tolerated feature compiles", async () => {
  const flows = parseFlows("operations: all\n");
  const { document, source, notices, leftOut } = contractOf(written, flows);
  const annotations = {
    flows,
    ...noAnnotations,
  };
  const { output } = await build(
    { document, source, annotations, findings: { problems: [], notices, leftOut } },
    "elsewhere",
  );
  expect(compile(new Map([...output].filter(([path]) => path.endsWith(".ts"))))).toEqual([]);
});
