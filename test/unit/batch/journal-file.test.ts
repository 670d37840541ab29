import { type FileHandle, mkdtemp, open, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { JournalEntry } from "../../../runtime/batch/journal.js";
import { openJournal } from "../../../runtime/batch/journal-file.js";

afterEach(() => vi.restoreAllMocks());

const intent = (key: string): JournalEntry => ({
  version: 1,
  at: "2026-03-10T12:00:00Z",
  key,
  what: "intent",
});

describe("a journal file", () => {
  it.skipIf(process.platform === "win32")(
    "belongs to one run, even under another name",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "journal-"));
      const [path, linked] = [join(folder, "night.journal"), join(folder, "current.journal")];
      await writeFile(path, "");
      await symlink("night.journal", linked);
      await symlink(".", join(folder, "here"));
      const names = [
        path,
        linked,
        join(folder, "here", "night.journal"),
        join(folder, "here", "current.journal"),
      ];
      try {
        for (const name of names) {
          const journal = await openJournal(name);
          for (const other of names)
            await expect(openJournal(other)).rejects.toThrow("in use by process");
          await journal.close?.();
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );

  it("receives no more lines after a failed write", async () => {
    const folder = await mkdtemp(join(tmpdir(), "journal-"));
    const path = join(folder, "night.journal");
    const journal = await openJournal(path);
    try {
      await journal.append(intent("first"));
      // A disk that is full for one write and then has room again.
      const handle = await open(path);
      const files: FileHandle = Object.getPrototypeOf(handle);
      const full = vi
        .spyOn(files, "appendFile")
        .mockRejectedValueOnce(new Error("ENOSPC: no space left on device"));
      await handle.close();
      const together = ["second", "third"].map((key) => journal.append(intent(key)));
      expect((await Promise.allSettled(together)).map(({ status }) => status)).toEqual([
        "rejected",
        "rejected",
      ]);
      await expect(journal.append(intent("fourth"))).rejects.toThrow("ENOSPC");
      expect(full).toHaveBeenCalledTimes(1);
      expect(
        (await readFile(path, "utf8")).split("\n").map((line) => line && JSON.parse(line).key),
      ).toEqual(["first", ""]);
    } finally {
      await journal.close?.();
      await rm(folder, { recursive: true });
    }
  });
});
