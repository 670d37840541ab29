import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BODY, type Place, place } from "./cli-fake-server.js";

export const IDS: readonly string[] = ["549755885175", "549755885176", "549755885177"];
/** Arguments for running the same report for each account in the folder. */
export const MANY: readonly string[] = [
  "run",
  "--accounts",
  "ids.txt",
  "body.json",
  "--since",
  "2d",
];

/** Creates a place whose folder contains a body and a list of accounts. */
export async function many(
  options: Parameters<typeof place>[0] = {},
  ids: readonly string[] = IDS,
): Promise<Place> {
  const made = await place(options);
  await writeFile(join(made.folder, "ids.txt"), ids.map((id) => `${id}\n`).join(""));
  await writeFile(join(made.folder, "body.json"), JSON.stringify(BODY));
  return made;
}

/** How many accounts have a report that was polled, which means that its handle was recorded. */
export function polled(server: Place["server"]): number {
  return new Set(
    server.requests.filter(({ step }) => step === "poll").map(({ path }) => path.split("/")[3]),
  ).size;
}

/** The accounts for which a report was created, in order. */
export function created(server: Place["server"]): readonly string[] {
  return server.requests
    .filter(({ step }) => step === "create")
    .map(({ path }) => path.split("/")[3] ?? "");
}
