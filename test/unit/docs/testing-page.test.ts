import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { faultRows } from "./fault-table.js";

it("docs/guide/testing.md lists the faults as the server has them", async () => {
  const page = await readFile(new URL("../../../docs/guide/testing.md", import.meta.url), "utf8");
  expect(page.split("\n").filter((line) => line.startsWith("| `"))).toEqual(faultRows);
});
