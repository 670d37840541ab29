import { createReadStream } from "node:fs";
import { access, mkdir, mkdtemp, open, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Row } from "../row.js";
import { unwritable } from "../unwritable.js";
import { forget, remove, temporary } from "./leftovers.js";

const BUFFER = 64 * 1024;

/**
 * Rows on the disk, by the name of what they are of: rows count only once all of them have come, and some formats must see all of them
 * before they can begin.
 */
export class RowStore {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** One that is gone when the process is, on the disk of `beside`. */
  static async temporary(beside: string | undefined): Promise<RowStore> {
    const folder = await mkdtemp(beside === undefined ? join(tmpdir(), "pinterest-reports-") : join(dirname(beside), ".rows-"));
    temporary(folder);
    return new RowStore(folder);
  }

  /** One that stays until it is removed, in a folder that the first rows make. Only its owner may read it. */
  static at(folder: string): RowStore {
    return new RowStore(folder);
  }

  async write(name: string): Promise<RowFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return RowFile.open(join(this.folder, `${name}.ndjson`));
  }

  /** Writes rows that come one after another, all of them or none. */
  async fill(name: string, rows: AsyncIterable<Row>): Promise<void> {
    const file = await this.write(name);
    try {
      for await (const row of rows) await file.add(row);
      await file.keep();
    } catch (error) {
      await file.drop();
      throw error;
    }
  }

  has(name: string): Promise<boolean> {
    return access(join(this.folder, `${name}.ndjson`)).then(
      () => true,
      () => false,
    );
  }

  async *read(name: string): AsyncGenerator<Row> {
    let rest = "";
    for await (const piece of createReadStream(join(this.folder, `${name}.ndjson`), { encoding: "utf8", highWaterMark: BUFFER })) {
      // By line feeds alone: names may hold characters that others take for line ends.
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) yield JSON.parse(line);
    }
  }

  remove(): Promise<void> {
    return remove(this.folder);
  }
}

/** Rows that are being written; nobody can read them before they are kept. */
export class RowFile {
  readonly #path: string;
  readonly #file: Awaited<ReturnType<typeof open>>;
  #lines = "";

  private constructor(path: string, file: Awaited<ReturnType<typeof open>>) {
    this.#path = path;
    this.#file = file;
  }

  static async open(path: string): Promise<RowFile> {
    temporary(`${path}.part`);
    return new RowFile(path, await open(`${path}.part`, "w", 0o600));
  }

  /** Undefined where there is nothing to wait for, which is nearly always. */
  add(row: Row): Promise<void> | undefined {
    this.#lines += `${JSON.stringify(row)}\n`;
    return this.#lines.length < BUFFER ? undefined : this.#flush();
  }

  /** All rows are there, also after a crash of the machine. */
  async keep(): Promise<void> {
    await this.#flush();
    await this.#file.sync();
    await this.#file.close();
    await rename(`${this.#path}.part`, this.#path);
    forget(`${this.#path}.part`);
  }

  async drop(): Promise<void> {
    await this.#file.close();
    await remove(`${this.#path}.part`);
  }

  async #flush(): Promise<void> {
    const lines = this.#lines;
    this.#lines = "";
    await this.#file.appendFile(lines).catch((error: unknown) => {
      throw unwritable(error, dirname(this.#path), "Make room on that disk: rows are kept there until all have come.");
    });
  }
}
