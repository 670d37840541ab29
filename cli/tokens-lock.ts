import { link, open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Usage } from "./usage.js";

const TRIED_EVERY_MS = 100;
// Longer than any refresh may take.
const WAITS_MS = 180_000;
const GONE_AFTER_MS = 300_000;
const OF = "pinterest-reports tokens";

/** A process that is at its refresh. */
interface Holder {
  readonly of: typeof OF;
  readonly pid: number;
  readonly host: string;
  /** Told apart from another lock of the same process. */
  readonly id: string;
}

/** Does the work while no other process is at its refresh with these tokens. `place` is the tokens' file behind all links. */
export async function withTokensLock(place: string, work: () => Promise<void>): Promise<void> {
  const lock = `${place}.lock`;
  const me: Holder = { of: OF, pid: process.pid, host: hostname(), id: crypto.randomUUID() };
  const end = performance.now() + WAITS_MS;
  while (!(await isTaken(lock, me))) {
    const holder = await holderOf(lock);
    if (holder !== null && (await isGone(lock, holder))) await takeAway(lock, { holder, me });
    else if (performance.now() > end)
      throw new Usage(`${lock} is held by process ${holder?.pid} on ${holder?.host}`, `Remove it when none runs.`);
    else await sleep(TRIED_EVERY_MS);
  }
  try {
    await work();
  } finally {
    if ((await holderOf(lock).catch(() => null))?.id === me.id) await rm(lock, { force: true });
  }
}

/** Makes the lock, whole from its first moment on; false where there is one. */
async function isTaken(lock: string, me: Holder): Promise<boolean> {
  const part = `${lock}.${me.id}`;
  const file = await open(part, "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(me)}\n`);
    await link(part, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await file.close();
    await rm(part, { force: true });
  }
}

/** Null where there is no lock any more. Throws Usage where another program has a file of that name, which is left as it is. */
async function holderOf(lock: string): Promise<Holder | null> {
  let text: string;
  try {
    text = await readFile(lock, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    const { of, pid, host, id }: Partial<Holder> = JSON.parse(text);
    if (of === OF && Number.isInteger(pid) && typeof host === "string" && typeof id === "string") return { of, pid: pid ?? 0, host, id };
  } catch {}
  throw new Usage(
    `${lock} is no lock of pinterest-reports, and tokens cannot be refreshed without one`,
    "Give another file with --tokens.",
  );
}

/** Whether its process has ended. Of one on another machine its age alone tells; so of one whose number has gone to another process. */
async function isGone(lock: string, { pid, host }: Holder): Promise<boolean> {
  const { mtimeMs } = (await stat(lock).catch(() => null)) ?? { mtimeMs: Date.now() };
  if (Date.now() - mtimeMs > GONE_AFTER_MS) return true;
  try {
    return host === hostname() && !process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Takes away a lock that was left. Of several that find it one moves it; one that moves another's new lock by that puts it back. */
async function takeAway(lock: string, { holder, me }: { readonly holder: Holder; readonly me: Holder }): Promise<void> {
  const aside = `${lock}.${me.id}`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  if ((await holderOf(aside))?.id !== holder.id) await link(aside, lock).catch(() => {});
  await rm(aside, { force: true });
}
