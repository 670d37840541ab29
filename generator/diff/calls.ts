import type { Call, Content, Parameter } from "../model/model.js";
import { compareAccess } from "./access.js";
import type { Data, Found } from "./change.js";
import type { Sides } from "./sides.js";
import { asked } from "./words.js";

/** What who calls has to bring, and what the client does by itself. `requested` are parameters that the request has among its fields. */
export function compareCalls(old: Call, now: Call, place: string, { requested, sides }: Handed): readonly Found[] {
  return [
    ...compareAccess(old.access, now.access, place),
    ...wire(old.id === now.id ? null : [`operation ${now.id}, was ${old.id}`, old.id, now.id], place),
    ...wire(asked(old) === asked(now) ? null : [`${asked(now)}, was ${asked(old)}`, asked(old), asked(now)], place),
    ...said("rate limit", old.rateLimit, now.rateLimit, place),
    ...said("sandbox", old.sandbox, now.sandbox, place),
    ...compareParameters(old.parameters, now.parameters, place),
    ...compareBeside(old, now, place, { requested, sides }),
  ];
}

export interface Handed {
  readonly requested: readonly string[];
  readonly sides: Sides;
}

/** Where a parameter goes is the client's business. */
function compareParameters(old: readonly Parameter[], now: readonly Parameter[], place: string): readonly Found[] {
  return now.flatMap((after) => {
    const before = old.find(({ name }) => name === after.name);
    if (before === undefined) return [];
    const at = below(place, after.name);
    return [
      ...wire(before.in === after.in ? null : [`goes in the ${after.in} now, was in the ${before.in}`, before.in, after.in], at),
      ...wire(
        differ(before, after)
          ? [`${styleInWords(after)} now`, before.style ?? before.commas ?? false, after.style ?? after.commas ?? false]
          : null,
        at,
      ),
    ];
  });
}

/** Whether lists or objects go in another way. A single value is the same with commas and without. */
function differ(...both: readonly [old: Parameter, now: Parameter]): boolean {
  if (both[0].style !== both[1].style) return true;
  return both[0].commas !== both[1].commas && both.every(({ type }) => type.kind === "array");
}

function styleInWords({ style, commas, type }: Parameter): string {
  if (style === "spread") return "each property a parameter of its own";
  if (style !== undefined) return { spaces: "one text with spaces", pipes: "one text with pipes", json: "as JSON" }[style];
  if (commas) return "one text with commas";
  return type.kind === "array" ? "once for each value" : "names in brackets";
}

/** What stands beside the request is handed on as it is. */
function compareBeside(
  { parameters: old }: Call,
  { parameters: now }: Call,
  place: string,
  { requested, sides }: Handed,
): readonly Found[] {
  return now.flatMap((after) => {
    const before = old.find(({ name }) => name === after.name);
    if (before === undefined || requested.includes(after.name)) return [];
    return sides.inside(before, after, below(place, after.name)).map((found): Found => ({ ...found, step: "patch" }));
  });
}

/** What a body goes as. */
export function compareContent(old: Content | null, now: Content | null): readonly Found[] {
  const words = (content: Content | null): string => (content === null ? "without a body" : `as ${content}`);
  return wire(old === now ? null : [`sent ${words(now)} now, was ${words(old)}`, old, now], "");
}

function said(what: string, old: string | null, now: string | null, place: string): readonly Found[] {
  return wire(old === now ? null : [`${what} ${now ?? "not told"}, was ${old ?? "not told"}`, old, now], place);
}

/** What only the client has to know. */
export function wire(changed: readonly [text: string, old: Data, now: Data] | null, place: string): readonly Found[] {
  if (changed === null) return [];
  const [text, old, now] = changed;
  return [{ place, kind: "wire", step: "patch", text, old, new: now }];
}

function below(place: string, name: string): string {
  return place === "" ? name : `${place}.${name}`;
}
