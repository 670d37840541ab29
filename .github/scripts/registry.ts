import { run } from "./command.ts";

/** Whether npm has this version. Throws if npm does not respond. */
export function isPublished(name: string, version: string): boolean {
  const { exit, stdout } = run(["npm", "view", `${name}@${version}`, "version", "--json"], {
    quietly: true,
  });
  if (exit === 0) return stdout.trim() !== "";
  if (/"code": "E404"/.test(stdout)) return false;
  throw new Error(`could not check whether npm has ${name} ${version}; npm's error is above`);
}
