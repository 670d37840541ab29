import type { Access } from "../model/model.js";
import type { Found } from "./change.js";
import { listed } from "./words.js";

/** Who was let in and no longer is, and who is now. */
export function compareAccess(old: readonly Access[], now: readonly Access[], place: string): readonly Found[] {
  const shut = old.filter((way) => !letsIn(now, way));
  const opened = now.filter((way) => !letsIn(old, way));
  const gone = shut.filter((way) => like(way, now) === undefined);
  // What an open call asks for now lets in nobody new, but says what it is that it asks for.
  const added = (gone.length > 0 ? now : opened).filter((way) => like(way, old) === undefined);
  const several = old.length > 1 || now.length > 1;
  return [...scopes(opened, old, "minor", several), ...scopes(shut, now, "major", several), ...ways(gone, added)].map((found) => ({
    ...{ place, kind: "access" },
    ...found,
  }));
}

type Said = Omit<Found, "place" | "kind">;

/** Whether who comes this way is let in. Nobody is sent away for showing more. */
function letsIn(ways: readonly Access[], { by, scopes }: Access): boolean {
  return ways.some((way) => way.by.every((kind) => by.includes(kind)) && way.scopes.every((scope) => scopes.includes(scope)));
}

/** The same ways with other scopes. */
function scopes(changed: readonly Access[], others: readonly Access[], step: "major" | "minor", several: boolean): readonly Said[] {
  return changed.flatMap((way): Said[] => {
    const other = like(way, others);
    if (other === undefined) return [];
    const beyond = other.scopes.filter((scope) => !way.scopes.includes(scope));
    const whose = several ? ` with ${inWords(way)}` : "";
    return step === "major"
      ? [{ step, text: `needs ${listed(beyond)} now${whose}`, old: null, new: beyond }]
      : [{ step, text: `no longer needs ${listed(beyond)}${whose}`, old: beyond, new: null }];
  });
}

/** Ways that were not there, or are not there any more. */
function ways(gone: readonly Access[], added: readonly Access[]): readonly Said[] {
  const [before, after] = [gone, added].map((all) => all.map(inWords));
  const told = { old: before?.length ? before : null, new: after?.length ? after : null };
  const [was, takes] = [before, after].map((all) => listed(all ?? [], "or"));
  if (told.old === null && told.new === null) return [];
  if (told.old === null) return [{ step: "minor", text: `takes ${takes} as well`, ...told }];
  return [{ step: "major", text: told.new === null ? `no longer takes ${was}` : `takes ${takes} now, was ${was}`, ...told }];
}

function like({ by }: Access, ways: readonly Access[]): Access | undefined {
  return ways.find((way) => way.by.length === by.length && way.by.every((kind) => by.includes(kind)));
}

const WORDS: Readonly<Record<string, string>> = {
  authorizationCode: "a user's token",
  clientCredentials: "the app's own token",
  basic: "the app's own credentials",
  bearer: "a token made for this call",
};

function inWords({ by }: Access): string {
  return by.length === 0 ? "no credentials" : by.map((kind) => WORDS[kind] ?? kind).join(" together with ");
}
