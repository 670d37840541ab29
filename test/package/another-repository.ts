import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { command, consumer, type Ended, type Packed, ROOT, SPECS } from "./packed.js";

const PEERS = ["handlebars", "openapi-typescript", "yaml"];

export interface Given {
  /** The text of its flows.yaml, where it has one. */
  readonly flows?: string;
  /** The version of the description; default: 5.23.0. */
  readonly version?: string;
  /** Its compiler, by the name under which it is installed here. */
  readonly typescript?: string;
}

/** Another repository, which has installed the package and the peers of its generator; its command generates below src/pinterest. */
export interface Repository {
  readonly folder: string;
  generate(...more: readonly string[]): Promise<Ended>;
  follow(...more: readonly string[]): Promise<Ended>;
}

export async function anotherRepository(
  packed: Packed,
  name: string,
  { flows, version = "5.23.0", typescript = "typescript" }: Given = {},
): Promise<Repository> {
  const folder = await consumer(packed, name);
  // A copy, for Node looks for the peers beside the package's true place.
  await cp(join(packed.home, "node_modules"), join(folder, "node_modules"), { recursive: true });
  for (const peer of PEERS) await symlink(join(ROOT, "node_modules", peer), join(folder, "node_modules", peer), "junction");
  await symlink(join(ROOT, "node_modules", typescript), join(folder, "node_modules/typescript"), "junction");
  if (typescript !== "typescript") await openapiTypescript(folder);
  if (flows !== undefined) await writeFile(join(folder, "flows.yaml"), flows);
  const args = ["--spec", `${SPECS}/${version}.yaml`, "--out", "src/pinterest", ...(flows === undefined ? [] : ["--flows", "flows.yaml"])];
  const bin = join(folder, "node_modules/pinterest-reports/dist/cli/bin.js");
  const call =
    (name: string): Repository["generate"] =>
    (...more) =>
      command(process.execPath, [bin, name, ...args, ...more], folder);
  return { folder, generate: call("generate"), follow: call("follow") };
}

/** openapi-typescript as a copy: by a link, it would find the repository's compiler. What it needs besides is linked. */
async function openapiTypescript(folder: string): Promise<void> {
  const copy = join(folder, "node_modules/openapi-typescript");
  await rm(copy);
  await cp(join(ROOT, "node_modules/openapi-typescript"), copy, { recursive: true });
  const { dependencies } = JSON.parse(await readFile(join(copy, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(ROOT, "node_modules", name), link, "junction");
  }
}
