import { describe, expect, it } from "vitest";
import { type ClientOptions, createClient, type ReportRequest } from "../../../generated/index.js";
import { inTurn } from "../../support/effort.js";
import { printed, recorder } from "../../support/printed.js";

const ACCESS = "pina_CANARY/abc+def==";
const REFRESH = "pinr_CANARY/ghi+jkl==";
const SECRET = "app-CANARY-secret";
const REPORT = "rep/CANARY+tok==";
const LINK = `https://bucket.s3.amazonaws.com/CANARY/report.json?X-Amz-Signature=CANARY0123&X-Amz-Credential=CANARY`;
const BASIC = btoa(`1234567:${SECRET}`);

const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
const SPELLINGS: Readonly<Record<string, (secret: string) => string>> = {
  "as it is": (secret) => secret,
  "percent-encoded": encodeURIComponent,
  "percent-encoded twice": (secret) => encodeURIComponent(encodeURIComponent(secret)),
  "with escaped slashes": (secret) => secret.replaceAll("/", "\\/"),
  "with escaped signs": (secret) => secret.replace(/[^\w]/g, escaped),
  "with all letters escaped": (secret) => secret.replace(/./g, escaped),
  "as HTML": (secret) => secret.replace(/[^\w]/g, (letter) => `&#${letter.charCodeAt(0)};`),
};
// Matches the word in every secret, in several encodings, and in base64 at any offset.
const SHOWS = new RegExp(
  [
    "CANARY",
    [..."CANARY"].map((letter) => `\\${escaped(letter)}`).join(""),
    BASIC.slice(4, -4),
  ].join("|"),
);

type Hostile = (secret: string) => {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};
const PLACES: Readonly<Record<string, Hostile>> = {
  "its message": (secret) => ({ body: `{"code":1,"message":"not ${secret}, no"}` }),
  "a member unknown to the client": (secret) => ({
    body: `{"code":1,"message":"no","more":[{"x":"${secret}"}]}`,
  }),
  "the name of a member": (secret) => ({ body: `{"message":"no","${secret}":1}` }),
  "a JSON string": (secret) => ({ body: `"${secret}"` }),
  "a list of errors": (secret) => ({ body: `{"errors":[{"message":"${secret}"}]}` }),
  "JSON that is cut off": (secret) => ({
    body: `{"report_status":"FINISHED","url":"${secret}","si`,
  }),
  "JSON of another shape": (secret) => ({
    body: `{"report_status":3,"token":5,"size":"1","url":"${secret}"}`,
  }),
  "a response that is nearly right": (secret) => ({
    body: `{"report_status":"FINISHED","url":"${secret}","size":"${secret}"}`,
  }),
  "a page": (secret) => ({
    body: `<html>${secret}</html>`,
    headers: { "content-type": "text/html" },
  }),
  "a page that is cut off within the secret": (secret) => ({
    body: `<html>${"-".repeat(65_530 - Math.ceil(secret.length * 0.9))}${secret}</html>`,
  }),
  "a text that is cut off before its last letter": (secret) => ({
    body: `${"-".repeat(65_537 - secret.length)}${secret}`,
  }),
  "its content type": (secret) => ({
    body: "x",
    headers: { "content-type": `text/html; x="${secret}"` },
  }),
  "its request id header": (secret) => ({ body: "{}", headers: { "x-pinterest-rid": secret } }),
  "its Location header": (secret) => ({ body: "", headers: { location: secret } }),
  "its Retry-After header": (secret) => ({ body: "{}", headers: { "retry-after": secret } }),
};

const body: ReportRequest = {
  start_date: "2026-03-03",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID"],
};
type Step = "token" | "create" | "poll" | "call";
const STEPS: readonly Step[] = ["token", "create", "poll", "call"];
const STATUSES = [200, 302, 400, 401, 500] as const;
/** The secrets that a response to each step may contain, because they were sent or are returned. */
const KNOWN: Readonly<Record<Step, readonly string[]>> = {
  token: [REFRESH, SECRET, BASIC, LINK],
  create: [ACCESS, LINK],
  poll: [ACCESS, REPORT, LINK],
  call: [ACCESS, LINK],
};
const GOOD: Readonly<Record<Step, string>> = {
  token: JSON.stringify({ access_token: ACCESS, refresh_token: REFRESH, expires_in: 2_592_000 }),
  create: JSON.stringify({ report_status: "IN_PROGRESS", token: REPORT }),
  poll: JSON.stringify({ report_status: "IN_PROGRESS", url: null, size: null }),
  call: JSON.stringify({ items: [], bookmark: null }),
};

function stepOf(url: string, method = "GET"): Step {
  if (url.includes("/oauth/token")) return "token";
  if (!url.includes("/reports")) return "call";
  return method === "POST" ? "create" : "poll";
}

/** All visible output of a report and of a call, with this response to one step. */
async function seen(step: Step, answer: () => Response | Promise<Response>): Promise<string> {
  const { tracer, meter, told } = recorder();
  const events: unknown[] = [];
  let now = Date.parse("2026-03-10T12:00:00Z");
  const sleep = async (ms: number) => {
    now += ms;
  };
  const fetch = async (url: string, { method }: { readonly method?: string }) => {
    const at = stepOf(url, method);
    return at === step ? answer() : new Response(GOOD[at]);
  };
  const options = {
    refreshToken: REFRESH,
    clientId: "1234567",
    clientSecret: SECRET,
    fetch,
    tracer,
    meter,
    onEvent: (event: unknown) => events.push(event),
    clock: { now: () => now, date: () => now, random: () => 0.5, sleep },
    deadlineMs: 5_000,
  };
  const client = createClient(options as ClientOptions);
  const work = step === "call" ? client.adAccounts() : client.report.run("549755885175", body);
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return [error, events, told].map(printed).join("\n");
}

describe.each(STEPS)("a hostile response to %s", (step) => {
  it.each(Object.keys(PLACES))("leaks no secret through %s", async (place) => {
    const hostile = PLACES[place] as Hostile;
    const leaks: string[] = [];
    // A successful response may return a secret of its own.
    const isGiven = step === "token" || (step === "create" && /shape|cut|nearly/.test(place));
    const given = isGiven ? [step === "token" ? ACCESS : REPORT] : [];
    const answers = STATUSES.flatMap((status) =>
      [...KNOWN[step], ...(status === 200 ? given : [])].map(
        (secret) => ({ status, secret }) as const,
      ),
    );
    for (const [turn, [spelling, spell]] of Object.entries(SPELLINGS).entries()) {
      for (const { status, secret } of inTurn(answers, turn, STATUSES.length)) {
        const { body: text, headers = {} } = hostile(spell(secret));
        const all = await seen(step, () => new Response(text, { status, headers }));
        if (SHOWS.test(all)) leaks.push(`${secret} ${spelling} with ${status}: ${excerptOf(all)}`);
      }
    }
    expect(leaks).toEqual([]);
  });

  it.each(Object.keys(SPELLINGS))(
    "leaks no secret if a connection error contains it %s",
    async (spelling) => {
      const all = KNOWN[step].map(SPELLINGS[spelling] as (secret: string) => string);
      const words = `error sending request for url (https://api.pinterest.com/v5/x?token=${all.join("&y=")}): ${all.join(" ")}`;
      const answer = () => {
        const error = new TypeError(words, {
          cause: Object.assign(new Error(words), { code: all[0], headers: all }),
        });
        return Promise.reject(
          Object.assign(error, {
            request: { url: words, headers: { authorization: `Bearer ${ACCESS}` } },
          }),
        );
      };
      const text = await seen(step, answer);
      expect(SHOWS.test(text), excerptOf(text)).toBe(false);
    },
  );
});

function excerptOf(text: string): string {
  const at = SHOWS.exec(text)?.index ?? 0;
  return text.slice(Math.max(0, at - 150), at + 80);
}
