import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const { ROOMS } = (await import(join(ROOT, ".dependency-cruiser.js"))) as {
  readonly ROOMS: Readonly<Record<string, readonly string[]>>;
};

describe.each([...Object.keys(ROOMS), "cli", "cli/commands/mcp", "templates", "spec", "test"])(
  "the README of %s",
  (room) => {
    const text = readFileSync(join(ROOT, room, "README.md"), "utf8");
    const code = [...text.replaceAll(/\s+/g, " ").matchAll(/`([^`]+)`/g)].map(
      ([, inside = ""]) => inside,
    );

    it("has at most twelve lines", () => {
      expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(12);
    });

    it("names files and folders that exist", () => {
      const files = code.filter((word) =>
        /^[\w./-]+(?:\.ts|\.hbs|\.yaml|\.md|\.json|\/)$/.test(word),
      );
      const tests = code.flatMap((word) => word.match(/\btest\/[\w/-]+/g) ?? []);
      const exists = (name: string): boolean =>
        existsSync(join(ROOT, room, name)) ||
        existsSync(join(ROOT, name)) ||
        existsSync(join(ROOT, "generated/report", name));
      expect(files.length + tests.length).toBeGreaterThan(0);
      expect([...files, ...tests].filter((name) => !exists(name))).toEqual([]);
    });

    it.runIf(room in ROOMS)("lists the folders that the folder may import from", () => {
      const line = /\* \*\*Imports\*\* ([\s\S]*?)\.\n\*/.exec(text)?.[1] ?? "";
      const below = (ROOMS[room] ?? []).map((other) => basename(other)).sort();
      expect((ROOMS[room] ?? []).every((other) => dirname(other) === dirname(room))).toBe(true);
      expect([...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort()).toEqual(below);
      if (below.length === 0) expect(line).toBe("no other folder");
    });
  },
);
