import { spawn, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where Debian installs the PostgreSQL server programs, which are not in the PATH. */
const DEBIAN = "/usr/lib/postgresql";

function programFolder(): string | null {
  if (spawnSync("initdb", ["--version"]).error === undefined) return "";
  try {
    const newest = readdirSync(DEBIAN)
      .toSorted((a, b) => Number(b) - Number(a))
      .find(
        (version) =>
          spawnSync(join(DEBIAN, version, "bin", "initdb"), ["--version"]).error === undefined,
      );
    return newest === undefined ? null : `${join(DEBIAN, newest, "bin")}/`;
  } catch {
    return null;
  }
}

/** The user that runs the server, which refuses to run as root. */
function serverUser(): { readonly uid: number; readonly gid: number } | null | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string) =>
    Number(spawnSync("id", [option, "postgres"], { encoding: "utf8" }).stdout);
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  return uid > 0 && gid > 0 ? { uid, gid } : null;
}

const programs = programFolder();
const user = programs === null ? null : serverUser();

/** Why PostgreSQL is not available; null if it is. */
export const NO_POSTGRES: string | null =
  programs === null
    ? "no PostgreSQL server is installed"
    : user === null
      ? "PostgreSQL does not run as root, and there is no user postgres"
      : null;

/** A suffix for the titles of tests that need PostgreSQL; empty unless they are skipped. */
export const SKIPPED: string = NO_POSTGRES === null ? "" : ` (skipped: ${NO_POSTGRES})`;

/** A PostgreSQL server. */
export interface Postgres extends AsyncDisposable {
  /** The database's connection string. */
  readonly url: string;
}

/**
 * Starts a PostgreSQL server in a new folder, with a socket but no port. It ends with the test's
 * process.
 */
export async function postgres(): Promise<Postgres> {
  // A short path, because a socket's path has at most 107 bytes.
  const folder = mkdtempSync(join(tmpdir(), "pg-"));
  const as = user ?? {};
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { ...as, encoding: "utf8", cwd: folder } as const;
  const data = join(folder, "data");
  const made = spawnSync(
    `${programs}initdb`,
    ["-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"],
    options,
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}${String(made.error ?? "")}`);
  const settings = ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"];
  // The server exits when its input ends, even if this process is killed.
  const child = spawn(
    "sh",
    ["-c", '"$@" & read -r _; kill -QUIT $!; wait', "sh", `${programs}postgres`, ...settings],
    {
      ...as,
      cwd: folder,
      stdio: ["pipe", "ignore", "pipe"],
    },
  );
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    child.stderr.on("data", (text: Buffer) => {
      printed += text;
      if (printed.includes("ready to accept connections")) resolve();
    });
    ended.then(() => reject(new Error(`postgres did not start:\n${printed}`)));
  });
  return {
    url: `postgresql:///postgres?host=${encodeURIComponent(folder)}&user=test`,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
