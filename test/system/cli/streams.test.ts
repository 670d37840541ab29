import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BIN, linkToStdout } from "../../support/bin.js";
import { BODY, type Place, place } from "../../support/cli-fake-server.js";

const RUN = ["run", "549755885175", "body.json", "--since", "3d"];

/** Runs a shell command in which `$BIN` is the path of the command line. */
async function shell(
  line: string,
  made?: Place,
): Promise<{ readonly exit: number | null; readonly stderr: string }> {
  const access = made && {
    PINTEREST_ACCESS_TOKEN: made.server.accessToken,
    PINTEREST_API_BASE_URL: made.server.url,
  };
  const env = { ...process.env, ...access, BIN: `${process.execPath} ${BIN}` };
  const child = spawn("bash", ["-o", "pipefail", "-c", line], { cwd: made?.folder, env });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout.resume();
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, stderr }));
  });
}

async function withBody(options: Parameters<typeof place>[0] = {}): Promise<Place> {
  const made = await place(options);
  await writeFile(join(made.folder, "body.json"), JSON.stringify(BODY));
  return made;
}

describe.skipIf(process.platform === "win32")("an output stream", () => {
  it("does not end the run if the reader of its messages has exited", async () => {
    await using made = await withBody({ polls: 2 });
    const { exit } = await shell(`$BIN ${RUN.join(" ")} --out rows.csv 2> >(head -n 1)`, made);
    expect(exit).toBe(0);
    expect(await readFile(join(made.folder, "rows.csv"), "utf8")).toMatch(/^CAMPAIGN_ID,/);
  });

  it("ends the run quietly if the reader of its rows has exited", async () => {
    await using made = await withBody({ bytes: 20_000_000 });
    const { exit, stderr } = await shell(`$BIN ${RUN.join(" ")} --format ndjson | head -n 1`, made);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.not.stringContaining("error") });
  });

  it("does not replace the file that the shell has redirected it to", async () => {
    await using made = await withBody();
    await linkToStdout(made.folder);
    const { exit } = await shell(
      `touch a.csv && ln a.csv b.csv && $BIN ${RUN.join(" ")} --out stdout --format csv > a.csv`,
      made,
    );
    expect(exit).toBe(0);
    expect(await readFile(join(made.folder, "b.csv"), "utf8")).toMatch(/^CAMPAIGN_ID,/);
  });

  it.skipIf(process.platform !== "linux")(
    "is named in a one-line error if its disk is full",
    async () => {
      await using made = await withBody();
      const rows = await shell(`$BIN ${RUN.join(" ")} > /dev/full`, made);
      expect(rows).toMatchObject({
        exit: 1,
        stderr: expect.stringMatching(/error {2}stdout cannot be written\n[\s\S]*ENOSPC/),
      });
      const words = await shell(
        `echo '{}' | $BIN validate - > /dev/full; echo '${JSON.stringify(BODY)}' | $BIN plan - > /dev/full`,
      );
      expect(words.stderr).not.toContain("itself is wrong");
      const help = await shell("$BIN --help > /dev/full");
      expect(help).toMatchObject({
        exit: 1,
        stderr: expect.stringMatching(/^error {2}cannot write to stdout: .*ENOSPC.*\n$/),
      });
    },
  );
});
