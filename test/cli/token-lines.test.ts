import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keepTokens, readTokens, tokenLines } from "../../generator/commands/tokens.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pinterest-reports-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All characters that a header can hold. */
const SIGNS = Array.from({ length: 0x7e - 0x21 + 1 }, (_, index) => String.fromCharCode(0x21 + index));

it("keeps tokens with any sign, at either end and in between, as they came", async () => {
  const file = join(folder, "tokens.env");
  const all = SIGNS.flatMap((one) => SIGNS.map((other) => `${one}a${other}b${one}`));
  expect(all.length).toBeGreaterThan(8000);
  // Each kind of value goes through the file; all go through its lines.
  for (const refreshToken of SIGNS.map((sign) => `${sign}a#${sign}`)) {
    await keepTokens(file, { accessToken: "a#b", refreshToken });
    expect(await readTokens(file)).toMatchObject({ accessToken: "a#b", refreshToken });
  }
  const { parseEnv } = await import("node:util");
  const cut = all.filter((token) => !Object.values(parseEnv(tokenLines({ accessToken: token }))).includes(token));
  expect(cut).toEqual([]);
});

it("refuses one that no line can hold, and says so", () => {
  expect(() => tokenLines({ accessToken: "#'\"`" })).toThrow(/no line of .env holds it/);
});
