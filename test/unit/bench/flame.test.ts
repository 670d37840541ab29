import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type CpuProfile, flameText } from "../../../bench/flame.js";

const node = (id: number, functionName: string, url: string, hitCount: number, children: readonly number[] = []) => ({
  id,
  callFrame: { functionName, url },
  hitCount,
  children,
});

test("A line has the share of a module with its callees, and of the module itself; packages, Node and engine functions are joined", () => {
  const profile: CpuProfile = {
    nodes: [
      node(1, "(root)", "", 0, [2, 7, 8]),
      node(2, "main", "file:///app/cli/main.js", 10, [3, 4, 5]),
      node(3, "helper", "file:///app/cli/main.js", 10),
      node(4, "parse", "", 5),
      node(5, "read", "file:///app/node_modules/@scope/yaml/dist/parse.js", 40, [6]),
      node(6, "read", "file:///app/node_modules/@scope/yaml/dist/lexer.js", 20, []),
      node(7, "(garbage collector)", "", 14),
      node(8, "(idle)", "", 1_000, [9]),
      node(9, "late", "file:///app/late.js", 1),
    ],
  };
  const text = flameText(profile, { folder: "/app", least: 0.1 });
  expect(text.split("\n")).toEqual([
    " total    own  of 99 samples",
    " 85.9 % 25.3 %  cli/main.js",
    " 60.6 % 60.6 %    @scope/yaml",
    " 14.1 % 14.1 %  garbage collection",
  ]);
});

test("A profile of V8 becomes a flame graph, whose first modules have all samples together", async () => {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  let sum = 1;
  for (const end = Date.now() + 100; Date.now() < end; ) sum += Math.sqrt(sum);
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  const lines = flameText(profile as CpuProfile, {
    folder: fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, ""),
    least: 0,
  })
    .split("\n")
    .slice(1);
  const shares = lines.flatMap((line) => /^ *([\d.]+) % *[\d.]+ % {2}\S/.exec(line)?.[1] ?? []).map(Number);
  expect(lines.length).toBeGreaterThan(0);
  expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(100, -1);
});
