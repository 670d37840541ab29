import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { access } from "./access.js";
import { certificates } from "./certificates.js";
import { files } from "./files.js";
import { leaving } from "./leaving.js";
import { life } from "./life.js";
import { many } from "./many.js";
import { network } from "./network.js";
import { responses } from "./responses.js";
import { resumed } from "./resumed.js";
import { saving } from "./saving.js";
import type { Case } from "./scene.js";
import { time } from "./time.js";
import { transfer } from "./transfer.js";
import { use } from "./use.js";

const all: readonly Case[] = [
  ...[network, certificates, responses, access, life, files].flat(),
  ...[resumed, transfer, leaving, saving, time, many, use].flat(),
];
const ran: string[] = [];
const unhandled: unknown[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(reason));

afterEach(() => expect(unhandled).toEqual([]));

describe("fault", () => {
  it.each(all)("$name", async ({ name, run }) => {
    await run();
    ran.push(name);
  });
});

describe("docs/faults.md", () => {
  const table = readFileSync(new URL("../../../docs/faults.md", import.meta.url), "utf8");
  const rows = table.split("\n").filter((line) => /^\| [A-Z]\d+ /.test(line));
  const tests = rows.map((row) => (/`([^`]+)` \|$/.exec(row)?.[1] ?? "").replaceAll("\\|", "|"));

  it("has at least 40 rows, with four cells each", () => {
    const wrong = rows.filter((row) => row.replaceAll("\\|", "").split("|").length !== 6);
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(40);
  });

  it("names all tests that ran, and no others", () => {
    expect(tests.toSorted()).toEqual(all.map(({ name }) => name).toSorted());
    expect(ran.toSorted()).toEqual(tests.toSorted());
  });

  it("gives each test the number of its fault", () => {
    expect(
      rows.filter(
        (row, index) => !(tests[index] ?? "").startsWith(`${/^\| (\S+)/.exec(row)?.[1]} `),
      ),
    ).toEqual([]);
  });
});
