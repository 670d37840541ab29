import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFlows } from "../../../generator/parse/config.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { createFakeClock } from "../../../runtime/testing/index.js";
import { runs } from "../../support/effort.js";
import { generatedFrom } from "../../support/generated-code.js";
import { smallContract } from "../../support/small-contract.js";

/** The parts of a generated client's index that these tests use. */
interface Generated {
  createClient(options: object): {
    readonly thing: {
      run(
        account: string,
        body: object,
      ): Promise<{ rows(): AsyncIterable<Readonly<Record<string, unknown>>> }>;
    };
    list(input?: object): { toArray(): Promise<readonly unknown[]> };
  };
}

/** Calls `use` with the client generated for a contract. */
async function withGenerated(
  contract: Contract,
  use: (index: Generated) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pinterest-reports-"));
  try {
    for (const [path, text] of generatedFrom(contract, "elsewhere")) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    await use(await import(/* @vite-ignore */ join(folder, "index.ts")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A field somewhere in a response. */
interface Place {
  readonly path: readonly string[];
  readonly schema: JsonObject;
}

/** The schema of an object with fields at these places. */
function schemaOf(places: readonly Place[]): JsonObject {
  const properties: Record<string, Json> = {};
  for (const [name, ofName] of groups(places)) {
    const leaf = ofName.find(({ path }) => path.length === 1);
    const inner = ofName.map(({ path, schema }) => ({ path: path.slice(1), schema }));
    properties[name] = leaf?.schema ?? schemaOf(inner);
  }
  return { type: "object", properties };
}

/** The value of an object with values at these paths. */
function objectWith(
  values: readonly (readonly [path: readonly string[], value: unknown])[],
): unknown {
  const result: Record<string, unknown> = {};
  for (const [path, value] of values) {
    let at = result;
    for (const name of path.slice(0, -1)) {
      at[name] ??= {};
      at = at[name] as Record<string, unknown>;
    }
    at[path.at(-1) ?? ""] = value;
  }
  return result;
}

function groups(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const byName = new Map<string, Place[]>();
  for (const place of places) {
    const [name = ""] = place.path;
    byName.set(name, [...(byName.get(name) ?? []), place]);
  }
  return byName;
}

const reply = (schema: JsonObject): JsonObject => ({
  "200": { description: "", content: { "application/json": { schema } } },
});

const parameter = (name: string, place: string, type = "string", required = true): JsonObject => ({
  name,
  in: place,
  required,
  schema: { type },
});

const text: JsonObject = { type: "string" };

/** Field names. No two fields of an object begin with the same name, so none is inside another. */
const name = fc.stringMatching(/^[a-z][a-z_]{2,7}[a-z]$/);
const path = fc.array(name, { minLength: 1, maxLength: 3 });
const paths = (count: number) =>
  fc
    .uniqueArray(path, { minLength: count, maxLength: count, selector: ([first]) => first })
    .filter((all) => new Set(all.flat()).size === all.flat().length);

const written = (names: readonly string[]): string => names.join(".");

/** The type of the values that an arbitrary generates. */
type Drawn<Words> = Words extends fc.Arbitrary<infer Value> ? Value : never;

/** Random names for a report's fields, and ways to create and poll it. */
const drawn = fc.record({
  token: path,
  polled: paths(2),
  as: name,
  sameName: fc.boolean(),
  inPath: fc.boolean(),
  digits: fc.boolean(),
  account: name,
  accountInPath: fc.boolean(),
  byTokenAlone: fc.boolean(),
  done: fc.stringMatching(/^[A-Z]{4,8}$/),
});

/** The report's token: text, or more digits than a double can hold. */
const TOKENS = { digits: "90071992547409931234", text: "made-up-token-of-this-report" };

describe("a report with field names other than Pinterest's", () => {
  it("can be created, polled and read from a server that uses the same field names", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (words) => {
        const { contract, fetch, seen } = reportOf(words);
        await withGenerated(contract, async ({ createClient }) => {
          const events: unknown[] = [];
          const client = createClient({
            accessToken: "pina_made_up",
            fetch,
            clock: createFakeClock(),
            onEvent: (event: unknown) => events.push(event),
          });
          const report = await client.thing.run("549755885175", { name: "spring" });
          const rows = [];
          for await (const row of report.rows()) rows.push(row);
          expect(rows).toEqual([{ DATE: "2026-03-01", SPEND: "5" }]);
          expect(seen.polls).toBe(2);
          const token = words.digits ? TOKENS.digits : TOKENS.text;
          expect(JSON.stringify(events)).not.toContain(token);
        });
      }),
      { numRuns: runs(12) },
    );
  });
});

/** A contract with the random names, its mapping, and a server that follows the description. */
function reportOf(words: Drawn<typeof drawn>): {
  readonly contract: Contract;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly seen: { polls: number };
} {
  const { token: tokenAt, polled, sameName, inPath, digits, account, done } = words;
  const [status = [], link = []] = polled;
  const names = [account, ...tokenAt, ...polled.flat()];
  const as = sameName ? (tokenAt.at(-1) ?? "") : names.includes(words.as) ? "made_up" : words.as;
  // If poll takes no account, the account in create is found by its place or its usual name.
  const isUsual = as === account || (words.byTokenAlone && !words.accountInPath);
  const accountAt = isUsual ? "ad_account_id" : account;
  const place = inPath ? "path" : "query";
  const owner = parameter(accountAt, words.accountInPath ? "path" : "query");
  const isAlone = words.byTokenAlone;
  const base = words.accountInPath ? `/owners/{${accountAt}}/reports` : "/reports";
  const polls = isAlone ? "/jobs" : base;
  const pollPath = inPath ? `${polls}/{${as}}` : `${polls}/poll`;
  const document = smallContract({ body: { type: "object", properties: { name: text } } });
  const body = {
    content: { "application/json": { schema: { type: "object", properties: { name: text } } } },
  };
  const paths: JsonObject = {
    [base]: {
      post: {
        operationId: "things/create",
        parameters: [owner],
        requestBody: { required: true, ...body },
        responses: reply(
          schemaOf([{ path: tokenAt, schema: digits ? { type: "integer" } : text }]),
        ),
      },
    },
    [pollPath]: {
      get: {
        operationId: "things/get",
        parameters: [...(isAlone ? [] : [owner]), parameter(as, place)],
        responses: reply(
          schemaOf([
            { path: status, schema: { type: "string", enum: ["IN_PROGRESS", done] } },
            { path: link, schema: { ...text, nullable: true } },
          ]),
        ),
      },
    },
  };
  const token = sameName ? written(tokenAt) : `{ from: ${written(tokenAt)}, as: ${as} }`;
  const flows = parseFlows(
    `flows:\n  thing: { create: things/create, poll: things/get, ${isAlone ? "" : `account: ${accountAt}, `}token: ${token}, status: ${written(status)}, link: ${written(link)}, done: [${done}] }\nstatuses: { pending: [IN_PROGRESS], done: [FINISHED], failed: [FAILED] }\n`,
  );
  const seen = { polls: 0 };
  const value = digits ? TOKENS.digits : TOKENS.text;
  const json = (data: unknown) =>
    new Response(
      // Writes a number with more digits than a double can hold, as servers in other languages do.
      JSON.stringify(data).replace('"90071992547409931234"', "90071992547409931234"),
      { headers: { "content-type": "application/json" } },
    );
  const fetch = async (url: string, { method = "GET" }: RequestInit): Promise<Response> => {
    const { pathname, searchParams, hostname } = new URL(url);
    if (hostname !== "api.pinterest.com") return new Response("DATE,SPEND\n2026-03-01,5\n");
    const ownerIn = words.accountInPath ? pathname.split("/")[3] : searchParams.get(accountAt);
    if (!(isAlone && method === "GET") && ownerIn !== "549755885175")
      return new Response("{}", { status: 400 });
    if (method === "POST") return json(objectWith([[tokenAt, value]]));
    const sent = inPath
      ? decodeURIComponent(pathname.split("/").at(-1) ?? "")
      : searchParams.get(as);
    if (sent !== value) return new Response("{}", { status: 404 });
    seen.polls++;
    const isDone = seen.polls > 1;
    return json(
      objectWith([
        [status, isDone ? done : "IN_PROGRESS"],
        [link, isDone ? "https://files.example/report.csv?signature=made-up" : null],
      ]),
    );
  };
  return {
    contract: {
      ...document,
      document: { ...document.document, paths },
      annotations: { ...document.annotations, flows },
    },
    fetch,
    seen,
  };
}

/** Random names for a list, and ways to describe it. */
const drawnList = fc.record({
  places: paths(2),
  as: name,
  sameName: fc.boolean(),
  numeric: fc.boolean(),
  lastIs: fc.constantFrom("absent", "null", "empty"),
  nullItems: fc.boolean(),
});

/** The arguments of `listOf`. */
interface ListWords extends Omit<Drawn<typeof drawnList>, "places"> {
  readonly places: readonly (readonly string[])[];
}

/** The same for a list with Pinterest's names in a different spelling. */
const respelt = fc.record({
  places: fc.tuple(
    fc.constantFrom(["items"], ["data", "items"]),
    fc.constantFrom(["bookmark"], ["page", "bookmark"], ["paging", "next", "bookmark"]),
  ),
  as: fc.constant("bookmark"),
  sameName: fc.constant(true),
  numeric: fc.boolean(),
  lastIs: fc.constantFrom("absent", "null", "empty"),
  nullItems: fc.boolean(),
});

/** Cursors of four pages. Their digits exceed a double and differ only at the end. */
const CURSORS = ["90071992547409931", "90071992547409932", "7", ""];

/** A contract with a list of seven items on four pages, one of them empty, and its server. */
function listOf({ places, as: drawnAs, sameName, numeric, lastIs, nullItems }: ListWords): {
  readonly contract: (cursor: string, items: string) => Contract;
  readonly as: string;
  readonly fetch: (url: string) => Promise<Response>;
} {
  const [itemsAt = [], cursorAt = []] = places;
  const as = sameName || places.flat().includes(drawnAs) ? (cursorAt.at(-1) ?? "") : drawnAs;
  const item: JsonObject = { type: "object", properties: { id: text } };
  const type: JsonObject = { type: numeric ? "integer" : "string" };
  const pages = [[1, 2, 3], [4], [], [5, 6, 7]];
  const base = smallContract({ body: { type: "object", properties: { name: text } } });
  const contract = (cursor: string, items: string): Contract => ({
    ...base,
    document: {
      ...base.document,
      paths: {
        "/things": {
          get: {
            operationId: "things/list",
            parameters: [parameter(as, "query", String(type.type), false)],
            responses: reply(
              schemaOf([
                { path: itemsAt, schema: { type: "array", items: item, nullable: true } },
                { path: cursorAt, schema: { ...type, nullable: true } },
              ]),
            ),
          },
        },
      },
    },
    annotations: {
      ...base.annotations,
      flows: parseFlows(`operations:\n  list: { operation: things/list${cursor}${items} }\n`),
    },
  });
  const fetch = async (url: string): Promise<Response> => {
    const sent = new URL(url).searchParams.get(as);
    const at = sent === null ? 0 : CURSORS.indexOf(sent) + 1;
    const ids = pages[at]?.map((id) => ({ id: String(id) }));
    if (ids === undefined || sent === "") return new Response("{}", { status: 400 });
    const last = { absent: [], null: [[cursorAt, null]], empty: [[cursorAt, numeric ? null : ""]] };
    const next = CURSORS[at] === "" ? last[lastIs] : [[cursorAt, CURSORS[at]]];
    const data = objectWith([
      [itemsAt, ids.length === 0 && nullItems ? null : ids],
      ...(next as [string[], unknown][]),
    ]);
    const json = JSON.stringify(data);
    const cursor = new RegExp(`("${cursorAt.at(-1)}":)"(\\d+)"`);
    return new Response(numeric ? json.replace(cursor, "$1$2") : json, {
      headers: { "content-type": "application/json" },
    });
  };
  return { contract, as, fetch };
}

async function idsOf(contract: Contract, fetch: unknown): Promise<readonly unknown[]> {
  let ids: readonly unknown[] = [];
  await withGenerated(contract, async ({ createClient }) => {
    const client = createClient({ accessToken: "pina_made_up", fetch });
    const items = await client.list().toArray();
    ids = items.map((item) => (item as { readonly id: string }).id);
  });
  return ids;
}

const ALL = ["1", "2", "3", "4", "5", "6", "7"];

describe("a paginated list", () => {
  it("is read to the end even if its field names differ from Pinterest's", async () => {
    await fc.assert(
      fc.asyncProperty(drawnList, async (words) => {
        const { contract, as, fetch } = listOf(words);
        const [items = [], cursor = []] = words.places;
        const from =
          as === cursor.at(-1) ? written(cursor) : `{ from: ${written(cursor)}, as: ${as} }`;
        const mapped = contract(`, cursor: ${from}`, `, items: ${written(items)}`);
        expect(await idsOf(mapped, fetch)).toEqual(ALL);
      }),
      { numRuns: runs(10) },
    );
  });

  it("needs no mapping for a name that differs only in case", async () => {
    await fc.assert(
      fc.asyncProperty(respelt, async (words) => {
        const { contract, fetch } = listOf(words);
        expect(await idsOf(contract("", ""), fetch)).toEqual(ALL);
      }),
      { numRuns: runs(10) },
    );
  });
});
