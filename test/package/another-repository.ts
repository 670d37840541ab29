import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { command, consumer, type Ended, type Packed, SPECS } from "./packed.js";

export interface Given {
  /** The text of its flows.yaml, if it has one. */
  readonly flows?: string;
  /** The version of the description; default: 5.23.0. */
  readonly version?: string;
}

/**
 * Another repository in which only the package is installed. Its command generates into
 * src/pinterest.
 */
export interface Repository {
  readonly folder: string;
  generate(...more: readonly string[]): Promise<Ended>;
}

export async function anotherRepository(
  packed: Packed,
  name: string,
  { flows, version = "5.23.0" }: Given = {},
): Promise<Repository> {
  const folder = await consumer(packed, name);
  if (flows !== undefined) await writeFile(join(folder, "flows.yaml"), flows);
  const args = [
    "--spec",
    `${SPECS}/${version}.yaml`,
    "--out",
    "src/pinterest",
    ...(flows === undefined ? [] : ["--flows", "flows.yaml"]),
  ];
  const bin = join(packed.installed, "dist/cli/bin.js");
  return {
    folder,
    generate: (...more) => command(process.execPath, [bin, "generate", ...args, ...more], folder),
  };
}
