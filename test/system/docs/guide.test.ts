import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeServer } from "../../../generated/testing.js";
import { access, type Consumer, consumer, run } from "../../support/consumer.js";
import { blocksOf, linksOf } from "../../support/markdown.js";
import { moto, NO_MOTO } from "../../support/moto.js";
import { NO_POSTGRES, postgres } from "../../support/postgres.js";
import { bucketAccess } from "../../support/s3-stores.js";
import { NO_REDIS, redis } from "../examples/redis.js";

const GUIDE = fileURLToPath(new URL("../../../docs/guide", import.meta.url));

const names = (await readdir(GUIDE)).filter((name) => name.endsWith(".md")).sort();
// The page for agents also contains a program.
const pages = await Promise.all(
  [...names, "../../AGENTS.md"].map(async (name) => ({
    name,
    text: await readFile(join(GUIDE, name), "utf8"),
  })),
);
const programs = pages.flatMap(({ name, text }) =>
  blocksOf(text)
    // A block of text right after a program is its output.
    .map((block, index, all) => ({
      ...block,
      prints: all[index + 1]?.language === "text" ? all[index + 1]?.text : undefined,
    }))
    .filter(({ language }) => language === "ts")
    .map((block) => ({
      ...block,
      where: `${name}:${block.line}`,
      file: `${basename(name, ".md")}-${block.line}.ts`,
    })),
);

let home: Consumer;

beforeAll(async () => {
  home = await consumer("guide");
  await Promise.all(programs.map(({ file, text }) => home.write(file, text)));
});

afterAll(() => home.close());

describe("the guide", () => {
  it("has pages with programs", () => {
    expect(programs.length).toBeGreaterThan(0);
  });

  it.each(pages)("has working links in $name", async ({ name, text }) => {
    for (const path of linksOf(text)) await readFile(join(dirname(join(GUIDE, name)), path));
  });
});

describe("a program of the guide", () => {
  it("compiles in strict mode", async () => {
    expect(await home.compile(programs.map(({ file }) => file))).toBe("");
  });

  // Each program runs in an empty folder with its own server. A worker does not end by itself, so
  // test/system/queue/page.test.ts runs it.
  it.concurrent.for(programs.filter(({ text }) => !text.includes("startWorker(")))(
    "runs and prints something: $where",
    async ({ file, text, prints }, { skip }) => {
      const needsDatabase = text.includes("WAREHOUSE_URL");
      const needsBucket = text.includes("ADS_BUCKET");
      const needsRedis = text.includes("REDIS_URL");
      if (needsDatabase && NO_POSTGRES !== null) skip(NO_POSTGRES);
      if (needsBucket && NO_MOTO !== null) skip(NO_MOTO);
      if (needsRedis && NO_REDIS !== null) skip(NO_REDIS);
      const server = await createFakeServer({ polls: 0 });
      const database = needsDatabase ? await postgres() : null;
      const objects = needsBucket ? await moto() : null;
      const store = needsRedis ? await redis() : null;
      const cwd = await mkdtemp(join(tmpdir(), "guide-"));
      try {
        const env = {
          ...access(server),
          ...(database && { WAREHOUSE_URL: database.url }),
          ...(objects && (await bucketAccess(objects.url))),
          ...(store && { REDIS_URL: store.url }),
        };
        const ended = await run(await home.write(`run-${file}`, text), { cwd, env });
        expect(ended).toMatchObject({ exit: 0, stderr: "" });
        expect(ended.stdout).not.toBe("");
        if (prints !== undefined) expect(ended.stdout).toBe(prints);
      } finally {
        await server.close();
        await database?.[Symbol.asyncDispose]();
        await objects?.[Symbol.asyncDispose]();
        await store?.[Symbol.asyncDispose]();
        await rm(cwd, { recursive: true, force: true });
      }
    },
  );
});
