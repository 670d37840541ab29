import { cp, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { command, consumer, type Ended, type Packed, ROOT, SPECS } from "./packed.js";

const PEERS = ["handlebars", "openapi-typescript", "typescript", "yaml"];

/** Another repository, which has installed the package and the peers of its generator; its command generates below src/pinterest. */
export interface Repository {
  readonly folder: string;
  generate(...more: readonly string[]): Promise<Ended>;
}

export async function anotherRepository(packed: Packed, name: string, flows?: string): Promise<Repository> {
  const folder = await consumer(packed, name);
  // A copy, for Node looks for the peers beside the package's true place.
  await cp(join(packed.home, "node_modules"), join(folder, "node_modules"), { recursive: true });
  for (const peer of PEERS) await symlink(join(ROOT, "node_modules", peer), join(folder, "node_modules", peer), "junction");
  if (flows !== undefined) await writeFile(join(folder, "flows.yaml"), flows);
  const args = [
    "generate",
    "--spec",
    `${SPECS}/5.23.0.yaml`,
    "--out",
    "src/pinterest",
    ...(flows === undefined ? [] : ["--flows", "flows.yaml"]),
  ];
  const bin = join(folder, "node_modules/pinterest-reports/dist/generator/bin.js");
  return { folder, generate: (...more) => command(process.execPath, [bin, ...args, ...more], folder) };
}
