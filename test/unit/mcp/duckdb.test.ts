import { describe, expect, it } from "vitest";
import { withMemory } from "../../../cli/commands/mcp/duckdb.js";

describe("a database in memory", () => {
  it("runs no statement after an abort between two of them", async () => {
    const aborted = new AbortController();
    const reason = new Error("stopped");
    const ran: string[] = [];
    const work = withMemory(aborted.signal, async (memory) => {
      await memory.run("CREATE TABLE days (day DATE)");
      ran.push("first");
      aborted.abort(reason);
      await memory.rows("SELECT * FROM days");
      ran.push("second");
    });
    await expect(work).rejects.toBe(reason);
    expect(ran).toEqual(["first"]);
  });

  it("interrupts a statement that is running", async () => {
    const aborted = new AbortController();
    const reason = new Error("stopped");
    const work = withMemory(aborted.signal, (memory) => {
      setTimeout(() => aborted.abort(reason), 50);
      return memory.rows("SELECT count(*) FROM range(100000000000) WHERE hash(range) = 7");
    });
    await expect(work).rejects.toBe(reason);
  });
});
