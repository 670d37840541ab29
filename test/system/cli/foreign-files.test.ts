import { type ChildProcess, execFileSync } from "node:child_process";
import { chmod, lstat, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generate } from "../../../cli/commands/generate/generate.js";
import { login } from "../../../cli/commands/login.js";
import { pull } from "../../../cli/commands/pull/pull.js";
import { run } from "../../../cli/commands/run/run.js";
import type { Environment, Io } from "../../../cli/terminal/io.js";
import { WORK } from "../../../generator/write/lock.js";
import { writeFolder } from "../../../generator/write/write.js";
import { openJournal } from "../../../runtime/batch/journal-file.js";
import { bin } from "../../support/bin.js";
import { BODY, type Place, place } from "../../support/cli-fake-server.js";
import { testIo } from "../../support/in-process.js";
import { description, flowsText } from "../../support/made-up-description.js";

// Dated today, because a successful run would remove an older one.
const LINE = `{"version":1,"at":"${new Date().toISOString()}","key":"a","what":"intent"}\n`;
const OURS =
  "// Generated from Pinterest's API description. Do not edit: run `pinterest-reports generate` again.\n";

// No command continues any of these files, although some look similar.
const KINDS: Readonly<Record<string, string | Uint8Array>> = {
  "tokens as JSON": '{"access_token":"made-up","refresh_token":"made-up"}',
  "a package.json": '{\n  "name": "shop",\n  "private": true\n}\n',
  "a yarn.lock": '# yarn lockfile v1\n\n"a@^1":\n  version "1.0.0"\n',
  "a picture": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff),
  "compressed bytes": gzipSync("rows"),
  zeros: new Uint8Array(64),
  "a CSV file": "DATE,CLICKS\n2026-03-01,4\n",
  "one JSON object per line": '{"level":"info"}\n{"level":"warn"}\n',
  YAML: "a: 1\nb:\n  - 2\n",
  Markdown: "# Notes\n\nMine.\n",
  code: "export const mine = 1;\n",
  "a script": "#!/bin/sh\nset -e\nTOKEN=a run\necho done\n",
  "a key": "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
  "UTF-16 text": Buffer.from("\uFEFFA=1\n", "utf16le"),
  "text after a byte order mark": `\uFEFF${LINE}`,
  "a word without a newline": "mine",
  null: "null\n",
  "a database": Buffer.concat([Buffer.from("SQLite format 3\0"), new Uint8Array(84)]),
  settings: "[a]\r\nb = 1\r\n",
  "a journal with an extra line": `${LINE}mine\n`,
  "a journal of another version": LINE.replace(":1,", ":2,"),
  "an unclosed object": "{",
};

let made: Place;
let said = "";
let io: Io;

beforeEach(async () => {
  made = await place();
  await writeFile(join(made.folder, "body.json"), JSON.stringify(BODY));
  said = "";
  io = ioWith({ PINTEREST_APP_ID: "made-up", PINTEREST_APP_SECRET: "made-up" });
});

afterEach(async () => {
  await made[Symbol.asyncDispose]();
});

const ioWith = (env: Environment): Io => {
  const access = {
    PINTEREST_API_BASE_URL: made.server.url,
    PINTEREST_ACCESS_TOKEN: made.server.accessToken,
  };
  return testIo({ env: { ...access, ...env }, stderr: (text) => (said += text) });
};
const at = (name: string): string => join(made.folder, name);
const running = (flags: Readonly<Record<string, string>>) =>
  run(
    {
      positionals: ["549755885175", at("body.json")],
      flags: { since: "2d", out: at("rows.csv"), ...flags },
    },
    io,
  );

/** Every entry of the folder: name, type, permissions and content. */
async function everything(): Promise<readonly string[]> {
  const names = (await readdir(made.folder, { recursive: true })).sort();
  return Promise.all(
    names.map(async (name) => {
      const found = await lstat(at(name));
      return `${name} ${found.mode.toString(8)} ${found.isFile() ? (await readFile(at(name))).toString("hex") : ""}`;
    }),
  );
}

interface Use {
  /** The path of the file that the command would continue. */
  readonly file: string;
  readonly act: () => Promise<unknown>;
}

const written = new Map([["in/index.ts", `${OURS}export const a = 1;\n`]]);
const output = () => pathToFileURL(`${at("out")}/`);

const CONTINUED: Readonly<Record<string, Use>> = {
  "run --journal": { file: "x", act: () => running({ journal: at("x") }) },
  "run --journal (its lock)": { file: "x.lock", act: () => running({ journal: at("x") }) },
  "run --journal (its rows)": { file: "x.rows", act: () => running({ journal: at("x") }) },
  "run --journal (a file in its rows folder)": {
    file: "x.rows/mine",
    act: () => running({ journal: at("x") }),
  },
  "run --tokens": { file: "x", act: () => running({ tokens: at("x") }) },
  "login --tokens": { file: "x", act: () => login({ port: "0", tokens: at("x") }, io) },
  "run --resume": {
    file: "x",
    act: () => run({ positionals: [], flags: { resume: at("x"), out: at("rows.csv") } }, io),
  },
  openJournal: { file: "x", act: () => openJournal(at("x")) },
  "generate (an output file)": {
    file: "out/in/index.ts",
    act: () => writeFolder(output(), written, { label: "out" }),
  },
  "generate (a path that should be a folder)": {
    file: "out/in",
    act: () => writeFolder(output(), written, { label: "out" }),
  },
  "generate (its work folder)": {
    file: `out/${WORK}`,
    act: () => writeFolder(output(), written, { label: "out", maxWaitMs: 50 }),
  },
  "pull (the contract)": {
    file: "spec/contract.yaml",
    act: () => pull({ from: at("shop.yaml"), spec: at("spec") }, io),
  },
  "pull (the source)": {
    file: "spec/source.yaml",
    act: () => pull({ from: at("shop.yaml"), spec: at("spec") }, io),
  },
};

describe.each(Object.entries(CONTINUED))("a file that %s would continue", (name, { file, act }) => {
  it.each(Object.entries(KINDS))("is rejected and left unchanged if it is %s", async (_, bytes) => {
    await mkdir(join(at(file), ".."), { recursive: true });
    if (name.startsWith("pull")) {
      await writeFile(at("spec/flows.yaml"), flowsText);
      await writeFile(at("spec/skipped.yaml"), "skipped: []\n");
      await writeFile(at("shop.yaml"), description);
    }
    await writeFile(at(file), bytes);
    await chmod(at(file), 0o644);
    const before = await everything();
    await expect(act()).rejects.toThrow();
    expect(await everything()).toEqual(before);
    expect(made.server.requests).toEqual([]);
  });
});

describe("the output of a command", () => {
  it.each(Object.entries(KINDS))("replaces %s as a whole", async (_, bytes) => {
    await writeFile(at("rows.csv"), bytes);
    expect(await running({}), said).toBe(0);
    expect(await readFile(at("rows.csv"), "utf8")).toMatch(/^CAMPAIGN_ID,[\w,]+\n\d/);
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "rows.csv"]);
  });

  it.each(["x", "x.lock", "x.rows", "body.json", "tokens.env"])(
    "is rejected if the same run also reads or continues the file: %s",
    async (out) => {
      await writeFile(at("tokens.env"), "PINTEREST_ACCESS_TOKEN=made-up\n");
      const before = await everything();
      await expect(
        running({ out: at(out), format: "csv", journal: at("x"), tokens: at("tokens.env") }),
      ).rejects.toThrow("same file");
      expect(await everything()).toEqual(before);
    },
  );
});

describe("a summary", () => {
  const MADE = { "shop.yaml": description, "own/flows.yaml": flowsText, "out/other.txt": "theirs" };
  const SPELT = [
    ...Object.keys(MADE),
    "./out/../shop.yaml",
    "out/manifest.json",
    "out/index.ts",
    "out/in/new.md",
    "out",
  ];
  it.each(SPELT)(
    "is rejected if it would replace a file that the same run reads or writes: %s",
    async (summary) => {
      for (const [name, text] of Object.entries(MADE)) {
        await mkdir(join(at(name), ".."), { recursive: true });
        await writeFile(at(name), text);
      }
      const before = await everything();
      const options = {
        check: false,
        spec: at("shop.yaml"),
        out: at("out"),
        specFolder: at("own"),
        summary: at(summary),
      };
      await expect(generate(options, io)).rejects.toThrow(
        /are the same file$|, which is reserved for this run$/,
      );
      expect(await everything()).toEqual(before);
    },
  );
});

describe.skipIf(process.platform === "win32")(
  "a file of the repository that might never end",
  () => {
    const MAKING = ["--spec", "shop.yaml", "--out", "out"];
    it.each([
      ["out/model.json", ["generate", ...MAKING]],
      ["out/manifest.json", ["generate", ...MAKING]],
      [`out/${WORK}/holder.json`, ["generate", ...MAKING]],
      ["own/rules.yaml", ["generate", ...MAKING, "--spec-folder", "own"]],
      ["spec/contract.yaml", ["generate"]],
      ["spec/source.yaml", ["pull", "shop.yaml"]],
    ])("is not read if it is a link to a pipe: %s", async (name, args) => {
      await writeFile(
        at("shop.yaml"),
        description.replace("https://example.test/v1", "https://api.pinterest.com/v5"),
      );
      await mkdir(join(at(name), ".."), { recursive: true });
      execFileSync("mkfifo", [at("pipe")]);
      await symlink(at("pipe"), at(name));
      const started = (child: ChildProcess): void =>
        void setTimeout(() => child.kill("SIGKILL"), 60_000).unref();
      const { exit, stderr } = await bin(args, { cwd: made.folder, started });
      expect(exit, stderr).not.toBeNull();
      expect(stderr).not.toContain("itself is wrong");
    });
  },
);

describe.skipIf(process.platform === "win32")("a file that a command continues", () => {
  const mode = async (name: string): Promise<number> => (await lstat(at(name))).mode & 0o777;

  it("becomes readable only by its owner if it is a journal, and a message says so if others could read it", async () => {
    await writeFile(at("open.journal"), LINE, { mode: 0o644 });
    await chmod(at("open.journal"), 0o644);
    expect(await running({ journal: at("open.journal") }), said).toBe(0);
    expect([await mode("open.journal"), await readFile(at("open.journal"), "utf8")]).toEqual([
      0o600,
      LINE,
    ]);
    expect(said).toContain(
      `journal   other users could read ${at("open.journal")}; now only its owner can\n`,
    );
    const journal = await openJournal(at("new.journal"));
    expect(await mode("new.journal")).toBe(0o600);
    await journal.close?.();
  });

  it("becomes readable only by its owner if it is a token file, and a message says so if others could read it", async () => {
    const lines = "# ours\nexport OTHER='a\nb'\n\nPINTEREST_REFRESH_TOKEN=fake-refresh-token\n";
    await writeFile(at("tokens.env"), lines);
    await chmod(at("tokens.env"), 0o644);
    io = ioWith({ PINTEREST_APP_ID: "fake-client-id", PINTEREST_APP_SECRET: "fake-client-secret" });
    expect(await running({ tokens: at("tokens.env") }), said).toBe(0);
    expect(await mode("tokens.env")).toBe(0o600);
    expect(await readFile(at("tokens.env"), "utf8")).toMatch(
      /^# ours\nexport OTHER='a\nb'\n\nPINTEREST_ACCESS_TOKEN=/,
    );
    expect(said).toContain(
      `tokens    other users could read ${at("tokens.env")}; now only its owner can\n`,
    );
  });

  it("can be a journal that is empty or contains only an incomplete line, and is empty afterwards", async () => {
    await writeFile(at("empty"), "");
    expect(await running({ journal: at("empty") }), said).toBe(0);
    expect(await readFile(at("empty"), "utf8")).toBe("");
    await writeFile(at("torn"), LINE.slice(0, 40));
    const journal = await openJournal(at("torn"));
    expect(await journal.read()).toEqual([]);
    await journal.close?.();
    expect(await readFile(at("torn"), "utf8")).toBe("");
  });
});
