import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Problems } from "../problem.js";
import { readBody } from "./body.js";
import { accessFromEnvironment, type Body, withClient } from "./client.js";
import { FORMATS, printed, type Row } from "./rows.js";
import { suggestion, Usage } from "./usage.js";

export interface RunArguments {
  readonly adAccountId: string;
  /** A file, or `-` for stdin. */
  readonly from: string;
  readonly format?: string;
  /** A file instead of stdout. */
  readonly out?: string;
}

/** Makes a report, waits for it and prints its rows. */
export async function run({ adAccountId, from, format = "json", out }: RunArguments): Promise<number> {
  const shape = FORMATS.find((known) => known === format);
  if (!shape) throw new Usage(`--format ${format} is not a format`, suggestion(format, FORMATS));
  if (!/^\d{1,18}$/.test(adAccountId))
    throw new Usage(`${adAccountId} is not an ad account id`, "It is 1 to 18 digits, such as 549755885175.");
  const access = accessFromEnvironment();
  if (out !== undefined) await checkFolder(out);
  const body = await readBody(from);
  return withClient(access, async ({ client, signal, created, ready }) => {
    // The client validates the body before anything is sent, so that it needs no shape before.
    const handle = await client.report.create(adAccountId, body as Body, { signal });
    created(handle);
    const finished = await client.report.resume<Row>(handle, { signal });
    if (out === undefined) ready();
    await write(
      printed(() => finished.rows({ signal }), shape, columnsOf(body)),
      out,
      signal,
    );
  });
}

/** The columns that every row may have. A CSV file has its own names for them, so there its header alone counts. */
function columnsOf(body: unknown): readonly string[] {
  const { columns, report_format } = body as { readonly columns?: unknown; readonly report_format?: unknown };
  if (report_format === "CSV") return [];
  return Array.isArray(columns) ? columns.filter((name) => typeof name === "string") : [];
}

async function write(text: AsyncIterable<string>, out: string | undefined, signal: AbortSignal): Promise<void> {
  if (out === undefined) return pipeline(Readable.from(text), process.stdout, { end: false, signal });
  // Whoever looks at the file meanwhile sees the old one or the whole new one, never a part.
  const part = `${out}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(text), createWriteStream(part), { signal });
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new Problems([
      { what: `${out} cannot be written`, where: out, why: (error as Error).message, fix: "Give another file with --out." },
    ]);
  }
}

/** Before a report is made that could not be kept. */
async function checkFolder(out: string): Promise<void> {
  const folder = dirname(out);
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new Usage(`there is no folder ${folder}`, "Make it first, or give another file with --out.");
}
