import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { expect, it } from "vitest";
import { InvalidBodyError } from "../../../runtime/errors.js";
import { NO_VIOLATIONS, pushNotOneOf } from "../../../runtime/validation/checks.js";
import { transpiled } from "../../support/consumer.js";

const CHILD = transpiled(fileURLToPath(new URL("uncaught-child.ts", import.meta.url)));

it("an uncaught InvalidBodyError shows its message and the params of each violation", () => {
  const { stderr, status } = spawnSync(process.execPath, [CHILD], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).not.toContain("Getter");
  expect(stderr).toContain(`message: 'must be one of CTR, not "CTRR"; did you mean CTR?'`);
  expect(stderr).toContain("nearest: 'columns'");
});

it("an InvalidBodyError is printed without getters", () => {
  const error = new InvalidBodyError(pushNotOneOf(NO_VIOLATIONS, "/columns/0", "CTRR", ["CTR"]));
  expect(inspect(error, { customInspect: false, depth: 9 })).not.toContain("Getter");
});
