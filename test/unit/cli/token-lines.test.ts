import { mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readTokens, storeTokens, tokenLines } from "../../../cli/tokens.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pinterest-reports-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All characters that a header can contain. */
const SIGNS = Array.from({ length: 0x7e - 0x21 + 1 }, (_, index) =>
  String.fromCharCode(0x21 + index),
);

it("tokens with any characters are stored unchanged", async () => {
  const file = join(folder, "tokens.env");
  const all = SIGNS.flatMap((one) => SIGNS.map((other) => `${one}a${other}b${one}`));
  expect(all.length).toBeGreaterThan(8000);
  // A sample of each kind goes through the file; all values go through its lines.
  for (const refreshToken of SIGNS.map((sign) => `${sign}a#${sign}`)) {
    await storeTokens(file, { accessToken: "a#b", refreshToken }, {});
    expect(await readTokens(file, {})).toMatchObject({ accessToken: "a#b", refreshToken });
  }
  const cut = all.filter(
    (token) => !Object.values(parseEnv(tokenLines({ accessToken: token }))).includes(token),
  );
  expect(cut).toEqual([]);
});

it("other entries stay unchanged, whatever they contain, and old tokens are completely removed", async () => {
  const file = join(folder, "shared.env");
  const names = fc.constantFrom(
    "NOTE",
    "OTHER",
    "PINTEREST_ACCESS_TOKEN",
    "PINTEREST_REFRESH_TOKEN",
    "PINTEREST_REFRESH_TOKEN_EXPIRES_AT",
  );
  const inner = fc.stringMatching(/^[a-z =#]{0,6}$/);
  const lines = fc
    .array(
      fc.oneof(
        inner,
        names.map((name) => `${name}=x`),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((each) => each.join("\n"));
  const quoted = fc
    .tuple(fc.constantFrom('"', "'", "`"), lines, fc.constantFrom("", " # why", " z"))
    .map(([by, text, end]) => by + text + by + end);
  const entry = fc.oneof(
    fc.tuple(names, fc.oneof(quoted, inner)).map((pair) => pair.join("=")),
    fc.constantFrom("", "# NOTE=1", "# '"),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 6 }),
      fc.constantFrom("", "\n"),
      async (entries, end) => {
        const text = entries.join("\n") + end;
        const { NOTE, OTHER } = parseEnv(text);
        await writeFile(file, text, { mode: 0o600 });
        await storeTokens(
          file,
          { accessToken: "new", refreshToken: "newer", refreshTokenExpiresAt: null },
          {},
        );
        const kept = await readFile(file, "utf8");
        expect(parseEnv(kept)).toEqual({
          ...(NOTE !== undefined && { NOTE }),
          ...(OTHER !== undefined && { OTHER }),
          PINTEREST_ACCESS_TOKEN: "new",
          PINTEREST_REFRESH_TOKEN: "newer",
        });
      },
    ),
  );
});

it("a token that cannot be written on a line is rejected with a message", () => {
  expect(() => tokenLines({ accessToken: "#'\"`" })).toThrow(/cannot be stored in a .env file/);
});
