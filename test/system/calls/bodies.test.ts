import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../../generator/pipeline.js";
import { compile } from "../../support/compile.js";
import { calls, contract } from "../../support/every-shape.js";

describe("synchronous calls of every shape", () => {
  let output: ReadonlyMap<string, string>;
  beforeAll(async () => {
    ({ output } = await build(contract(calls), "elsewhere"));
  });

  it("compile in strict mode", () => {
    const files = new Map([...output].filter(([path]) => path.endsWith(".ts")));
    expect(compile(files)).toEqual([]);
  });
});
