import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { expect, inject, it } from "vitest";
import { createFakeServer } from "../../generated/testing.js";
import { systemClock } from "../../runtime/clock.js";
import { command, consumer, ROOT } from "./packed.js";

// Docker may be missing here, so the commands of each line run in an empty folder instead of an
// image. The image, USER and VOLUME are not tested.

const FOLDER = join(ROOT, "docs/examples/container");
const LINES = readFileSync(join(FOLDER, "Dockerfile"), "utf8")
  .split("\n")
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => line.split(/ (.*)/s) as [string, string]);
const packed = inject("packed");

it("the Dockerfile contains at most a dozen instructions", () => {
  expect(LINES.length).toBeLessThanOrEqual(12);
  expect(new Set(LINES.map(([word]) => word))).toEqual(
    new Set(["FROM", "WORKDIR", "RUN", "COPY", "USER", "VOLUME", "ENV", "CMD"]),
  );
});

it("the steps of the Dockerfile produce a folder whose command loads the tables, twice in a row", async () => {
  const folder = join(await consumer(packed, "container"), "app");
  mkdirSync(folder);
  const bin = join(folder, "..", "bin");
  mkdirSync(bin);
  // The user `node` is not needed here.
  writeFileSync(join(bin, "chown"), "#!/bin/sh\n", { mode: 0o755 });
  await using server = await createFakeServer({ accounts: 2, polls: 0, clock: systemClock });
  const env: Record<string, string> = {
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    PINTEREST_ACCESS_TOKEN: server.accessToken,
    PINTEREST_API_BASE_URL: server.url,
  };
  for (const [word, rest] of LINES) {
    if (word === "ENV") Object.assign(env, Object.fromEntries([rest.split("=")]));
    if (word === "COPY") {
      const [from = "", to = ""] = rest.split(" ");
      copyFileSync(join(FOLDER, from), join(folder, to, from));
    }
    if (word !== "RUN") continue;
    const local = rest.replace(
      "npm install pinterest-reports hyparquet-writer",
      `npm install --prefer-offline --no-audit --no-fund ${packed.tarball}`,
    );
    const ended = await command("sh", ["-c", local], folder, env);
    expect(ended.exit, `${rest}\n${ended.stderr}`).toBe(0);
    const writer = join(folder, "node_modules/hyparquet-writer");
    if (!existsSync(writer))
      symlinkSync(join(ROOT, "node_modules/hyparquet-writer"), writer, "junction");
  }
  const [program = "", ...args] = JSON.parse(
    LINES.find(([word]) => word === "CMD")?.[1] ?? "[]",
  ) as string[];
  expect(existsSync(join(folder, program))).toBe(true);
  for (const time of [1, 2]) {
    const ended = await command(join(folder, program), args, folder, env);
    expect(ended.exit, `${time}\n${ended.stderr}`).toBe(0);
  }
  expect(existsSync(join(folder, "data/ads"))).toBe(true);
});
