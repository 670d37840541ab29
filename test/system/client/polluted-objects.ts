import { readFileSync } from "node:fs";
import { createClient, exchangeCode, type ReportRequest } from "../../../generated/index.js";

/**
 * A separate program, because it changes Object.prototype. It finds the names that are looked up
 * there while a report is created and its file is read. Then it repeats that with each of these
 * names set to a value that would redirect requests. Arguments: the addresses of the API and of the
 * trap. Output: the names, and the requests that sent a secret to another address.
 */
const [, program = "", baseUrl = "", trap = ""] = process.argv;

const SECRETS = ["access-CANARY", "refresh-CANARY", "secret-CANARY", btoa("1234567:secret-CANARY")];
const APP = { clientId: "1234567", clientSecret: "secret-CANARY" };
const body: ReportRequest = {
  start_date: "2026-03-03",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID"],
};
const clock = {
  now: () => performance.now(),
  date: () => Date.parse("2026-03-10T12:00:00Z"),
  random: () => 0,
  sleep: async () => {},
};

// Setting these breaks every program, because property descriptors inherit them.
const BROKEN = new Set([
  "get",
  "set",
  "value",
  "writable",
  "enumerable",
  "configurable",
  ...Object.getOwnPropertyNames(Object.prototype),
]);

interface Sent {
  readonly url: string;
  readonly text: string;
}

let sent: Sent[] = [];

/** Calls the platform's `fetch` and records its arguments. */
function noting(url: string, init: object): Promise<Response> {
  const { headers, body: content, method } = Object.assign(Object.create(null), init);
  const text = [url, method, String(content), ...Object.entries(headers ?? {}).flat()].join("\n");
  sent.push(Object.assign(Object.create(null), { url: String(url), text }));
  return globalThis.fetch(url, init);
}

/**
 * Makes every request that sends a secret: a refresh, a report and its file, a call, and a code
 * exchange.
 */
async function work(): Promise<void> {
  const options = {
    baseUrl,
    fetch: noting,
    clock,
    timeoutMs: 300,
    deadlineMs: 300,
    rateLimits: false,
  } as const;
  const steps = [
    async () => {
      const client = createClient({ ...APP, refreshToken: "refresh-CANARY", ...options });
      const report = await client.report.run("549755885175", body);
      for await (const _ of report.rows());
      await report.json();
    },
    async () =>
      createClient({ accessToken: "access-CANARY", ...options }).adAccounts({ page_size: 5 }),
    async () =>
      exchangeCode({
        ...APP,
        ...options,
        redirectUri: "http://localhost/",
        state: "state",
        callback: "http://localhost/?state=state&code=code",
      }),
  ];
  // If the polluted prototype makes a call hang, its requests have already been sent.
  for (const step of steps)
    await Promise.race([
      step().catch(() => {}),
      new Promise((resolve) => setTimeout(resolve, 1_000)),
    ]);
}

/**
 * The names that are looked up on Object.prototype, among all names that the program's text
 * contains or that are read from request options.
 */
async function namesLookedFor(): Promise<readonly string[]> {
  const candidates = new Set(readFileSync(program, "utf8").match(/[A-Za-z_$][\w$]*/g));
  const options = new Proxy(Object.create(null), {
    get(_, name) {
      candidates.add(String(name));
    },
  });
  new Request(baseUrl, options);
  new Response("", options);
  const found = new Set<string>();
  const set: string[] = [];
  for (const name of candidates) {
    if (BROKEN.has(name)) continue;
    set.push(name);
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get: () => void found.add(name),
      set(value) {
        Object.defineProperty(this, name, {
          value,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
    });
  }
  await work();
  for (const name of set) Reflect.deleteProperty(Object.prototype, name);
  return [...found].sort();
}

/** Values that could redirect or extend a request. */
function hostileValues(name: string): readonly unknown[] {
  const address = `${trap}/${name}/`;
  return [
    address,
    {
      authorization: "other",
      host: trap,
      path: { ad_account_id: address },
      origin: trap,
      href: address,
      "x-added": "yes",
    },
    () => address,
    true,
    1,
  ];
}

await work();
const clean = new Set(sent.map(({ text }) => text));
const names = await namesLookedFor();
const leaks: string[] = [];
const changes: string[] = [];
for (const name of names) {
  for (const [index, value] of hostileValues(name).entries()) {
    sent = [];
    Object.defineProperty(Object.prototype, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
    await work();
    Reflect.deleteProperty(Object.prototype, name);
    for (const { url, text } of sent) {
      const holds = SECRETS.some((secret) => text.includes(secret));
      if (holds && !url.startsWith(`${baseUrl}/`)) leaks.push(`${name} (${index}): ${text}`);
      if (!clean.has(text)) changes.push(`${name} (${index}): ${text}`);
    }
  }
}
process.stdout.write(JSON.stringify({ names, leaks, changes, clean: [...clean] }), () =>
  process.exit(),
);
