import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import {
  createFakeClock,
  createFakeServer,
  type FakeServer,
  type FakeServerOptions,
  type Fault,
  type FaultName,
  faultNames,
  faults,
  type Step,
} from "../../../runtime/testing/index.js";
import { account, all, bodyFor, facts, setting } from "../../support/flow.js";

const always = Number.POSITIVE_INFINITY;
const start = (options: object) => createFakeServer([facts], options as FakeServerOptions);

describe("invalid settings for the fake server", () => {
  it.each<[object, string]>([
    [
      { fault: [] },
      'createFakeServer has no option "fault"; did you mean faults?; the options are accessToken, polls,',
    ],
    [{ bytes: Number.NaN }, "bytes must be a whole number, 0 or more"],
    [{ bytes: always }, "bytes must be a whole number, 0 or more"],
    [{ bytes: -1 }, "bytes must be a whole number, 0 or more"],
    [{ entities: 1.5 }, "entities must be a whole number, 0 or more"],
    [{ accounts: "3" }, "accounts must be a whole number, 0 or more"],
    [
      { accounts: [{ curency: "EUR" }] },
      'accounts[0] has no option "curency"; did you mean currency?',
    ],
    [{ accounts: [{}, { time_zone: 5 }] }, "accounts[1]: time_zone must be a string"],
    [{ accounts: [{ id: "a" }] }, "accounts[0]: id must be 1 to 18 digits"],
    [{ accounts: [{ id: "1" }, { id: "1" }] }, "accounts[1]: another account has the id 1"],
    [{ accounts: [null] }, "accounts[0] must be an object"],
    [{ port: 99_999 }, "port must be a whole number, 0 to 65535"],
    [{ polls: -1 }, "polls must be a whole number, 0 or more, or Infinity"],
    [{ seed: Number.NaN }, "seed must be a number"],
    [{ accessToken: "" }, "accessToken must be a string"],
    [{ accessToken: "a b" }, "accessToken must be a string"],
    [{ app: { clientId: "x", clientSecret: "y" } }, "app: refreshToken must be a string"],
    [{ app: { client_id: "x" } }, 'app has no option "client_id"; did you mean clientId?'],
    [{ clock: Date }, "clock must be systemClock or a clock from createFakeClock"],
    [{ faults: { name: "failed" } }, "quotas and faults must be lists"],
    [
      { quotas: [{ requests: 0, perMs: 1 }] },
      "quotas[0]: requests must be a whole number, 1 or more",
    ],
    [
      { quotas: [{ requests: 1, perMs: 0 }] },
      "quotas[0]: perMs must be a number of milliseconds above 0",
    ],
    [
      { quotas: [{ requests: 1, perMs: 1, steps: ["look"] }] },
      'quotas[0]: there is no step "look"; the steps are poll, create,',
    ],
    [
      { quotas: [{ requests: 1, perMs: 1, steps: ["file"] }] },
      "quotas[0]: files have no rate limit",
    ],
    [
      { quotas: [{ requests: 1, perMs: 1, announce: "words" }] },
      'quotas[0]: announce must be "headers"',
    ],
    [{ quotas: [{ requests: 1, per: 1 }] }, 'quotas[0] has no option "per"; did you mean perMs?'],
  ])("cause an error: %j", async (options, message) => {
    await expect(start(options)).rejects.toThrow(message);
  });

  it.each<[unknown, string]>([
    ["failed", "faults[1] must be an object with a name"],
    [
      { name: "rate-limt" },
      'faults[1]: there is no fault "rate-limt"; did you mean rate-limit?; the faults are rate-limit,',
    ],
    [{ name: "toString" }, 'faults[1]: there is no fault "toString"'],
    [
      { name: "rate-limit", on: "nowhere" },
      'faults[1]: rate-limit cannot happen on "nowhere"; only on poll, create,',
    ],
    [
      { name: "flaky-file", on: "poll" },
      'faults[1]: flaky-file cannot happen on "poll"; only on file',
    ],
    [{ name: "expired-link", on: "create" }, "only on file"],
    [{ name: "slow", on: "create" }, "only on poll"],
    [{ name: "refresh-refused", on: "poll" }, "only on token"],
    [
      { name: "failed", times: -1 },
      "faults[1]: times must be a whole number, 1 or more, or Infinity",
    ],
    [{ name: "failed", times: 0 }, "faults[1]: times must be"],
    [{ name: "failed", times: 1.5 }, "faults[1]: times must be"],
    [{ name: "failed", skip: always }, "faults[1]: skip must be a whole number, 0 or more"],
    [
      { name: "failed", time: 1 },
      'faults[1] has no option "time"; did you mean times?; the options are name, account, on, times,',
    ],
    [{ name: "no-content", value: 1 }, "faults[1]: no-content takes no value"],
    [
      { name: "short-file", value: "100" },
      "short-file: value must be a number, 0 or more (the position of the first missing byte)",
    ],
    [{ name: "short-file", value: -1 }, "a number, 0 or more"],
    [{ name: "slow", value: Number.NaN }, "a number, 0 or more"],
    [
      { name: "html-error", value: 42 },
      "html-error: value must be a whole number from 200 to 599 (the status)",
    ],
    [
      { name: "redirect", value: 5 },
      "redirect: value must be text (the target: an address, or a path on the same host)",
    ],
    [{ name: "rate-limit", value: {} }, "text, or a number, 0 or more"],
    [{ name: "other-file", value: 7 }, "text, or a Uint8Array"],
    [
      { name: "failed", account: 549755885175 },
      "faults[1]: account must be the id of an ad account: a string of up to 18 digits",
    ],
    [
      { name: "failed", account: "my account" },
      "faults[1]: account must be the id of an ad account",
    ],
    [
      { name: "html-error", on: "metrics", account },
      "faults[1]: metrics does not belong to an account; create, poll, file, other do",
    ],
    [{ name: "refresh-refused", account }, "faults[1]: token does not belong to an account"],
    [
      { name: "file-refused", headers: { a: "b" } },
      "file-refused cannot have headers; only other-file can",
    ],
  ])("cause an error within a fault too: %j", async (fault, message) => {
    await expect(start({ faults: [{ name: "silence" }, fault] })).rejects.toThrow(message);
  });

  it("cause an error in createFakeClock, too", () => {
    expect(() => createFakeClock({ begin: "2026-03-10" } as object)).toThrow(
      'createFakeClock has no option "begin"',
    );
    expect(() => createFakeClock({ start: "tomorrow" })).toThrow("start must be a date");
  });
});

describe("pending faults", () => {
  it("are listed until they have happened as often as configured", async () => {
    const planned: Fault[] = [
      { name: "rate-limit", times: 2 },
      { name: "failed", on: "poll", skip: 50 },
      { name: "flaky-file", value: 400 },
    ];
    await using scene = await setting({ faults: planned });
    const { server, client } = scene;
    expect(server.pending).toEqual(planned);
    const report = await client.report.run(account, bodyFor(server));
    expect(server.pending).toEqual(planned.slice(1));
    await all(report.rows());
    expect(server.pending).toEqual([planned[1]]);
  });

  it("include faults that found nothing to change", async () => {
    for (const name of [
      "no-ranges",
      "range-refused",
      "other-range",
      "range-without-tag",
      "renamed-column",
    ] as const) {
      await using scene = await setting({ faults: [{ name }] });
      await all((await scene.client.report.run(account, bodyFor(scene.server))).rows());
      expect(scene.server.pending).toEqual([{ name }]);
    }
  });

  it("let a later fault apply to a call that they do not change", async () => {
    await using scene = await setting({ faults: [{ name: "no-ranges" }, { name: "short-file" }] });
    expect(
      await all((await scene.client.report.run(account, bodyFor(scene.server))).rows()),
    ).toHaveLength(16);
    expect(scene.server.pending).toEqual([]);
  });
});

const others = ["549755885176", "549755885177"];

describe("a fault limited to one account", () => {
  it("happens only to calls for that account, and counts only those", async () => {
    const [spared = "", refused = ""] = others;
    await using scene = await setting({
      faults: [
        { account: refused, name: "refusal", on: "create", skip: 1 },
        { account: refused, name: "short-file", value: 150 },
        { account: spared, name: "html-error", on: "poll", value: 503, times: 2 },
        { account: "1", name: "silence" },
      ],
    });
    const { server, client } = scene;
    const body = bodyFor(server);
    for (const id of [account, spared, refused])
      expect((await all((await client.report.run(id, body)).rows())).length).toBeGreaterThan(0);
    await expect(
      client.report.run(refused, { ...body, level: "CAMPAIGN_TARGETING" }),
    ).rejects.toMatchObject({ status: 403 });
    expect(server.pending).toEqual([{ account: "1", name: "silence" }]);
    const polls = (id: string) =>
      server.requests.filter(({ step, path }) => step === "poll" && path.includes(id)).length;
    expect([account, spared, refused].map(polls)).toEqual([2, 4, 2]);
    expect(server.requests.filter(({ step }) => step === "file")).toHaveLength(4);
  });

  it("changes only the announced size of that account's files", async () => {
    await using scene = await setting({
      polls: 0,
      faults: [{ account: others[0] ?? "", name: "other-file", value: "{}" }],
    });
    const { server, client } = scene;
    const handles = [account, ...others.slice(0, 1)].map((id) =>
      client.report.create(id, bodyFor(server)),
    );
    const sizes = await Promise.all(
      handles.map(async (handle) => (await client.report.poll(await handle)).size),
    );
    expect(sizes).toEqual([expect.any(Number), 2]);
    expect(sizes[0]).toBeGreaterThan(2);
  });

  it("also applies to other kinds of calls with the account in their path or query", async () => {
    await using scene = await setting({
      respond: () => [],
      faults: [{ account, name: "html-error", on: "other", value: 418, times: 2 }],
    });
    const { server } = scene;
    const statuses = [];
    for (const path of [
      "/ad_accounts/5/ads",
      `/ad_accounts/${account}/ads`,
      "/pins?ad_account_id=5",
      `/pins?ad_account_id=${account}`,
      "/pins",
    ]) {
      statuses.push(
        (
          await fetch(server.url + path, {
            headers: { authorization: `Bearer ${server.accessToken}` },
          })
        ).status,
      );
    }
    expect(statuses).toEqual([200, 418, 200, 418, 200]);
  });
});

const RANGES: readonly FaultName[] = [
  "no-ranges",
  "range-refused",
  "other-range",
  "range-without-tag",
];
const cases = faultNames.flatMap((name) => faults[name].on.map((on) => [name, on] as const));

describe("each fault", () => {
  // Some of these wait a second for a response that never comes.
  it.concurrent.each(cases)("takes effect: %s on %s", async (name, on) => {
    const server = await createFakeServer([facts], {
      polls: 0,
      clock: createFakeClock({ start: "2026-03-10" }),
      faults: [{ name, on, ...(name === "huge-refusal" && { value: 1 }) }],
    });
    await using _ = server;
    await ask(server, on, name);
    expect(server.pending).toEqual([]);
  });

  it("has the name of its type", async () => {
    const text = await readFile(
      new URL("../../../runtime/testing/faults/fault.ts", import.meta.url),
      "utf8",
    );
    expect(faultNames).toEqual(
      [...(/export type FaultName =[^;]*;/.exec(text)?.[0] ?? "").matchAll(/\| "([^"]+)"/g)].map(
        ([, name]) => name,
      ),
    );
  });

  it("has a description of its effect and its value", () => {
    for (const { effect, on, times, value } of Object.values(faults)) {
      expect(effect).toMatch(/^[^.]{3,110}$/);
      expect(on.length).toBeGreaterThan(0);
      expect([1, always]).toContain(times);
      if (value !== undefined) expect(value.meaning).toMatch(/^[^.]{3,70}$/);
    }
  });
});

/** Makes one call of this kind with the platform's fetch, and ignores the result. */
async function ask(server: FakeServer, on: Step, name: FaultName): Promise<void> {
  const { url, accessToken } = server;
  const path = `${url}/ad_accounts/${account}/reports`;
  const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
  // Only the call with the fault may never end.
  const call = async (address: string, init: RequestInit = {}, isLast = true) => {
    const asked = {
      redirect: "manual",
      signal: AbortSignal.timeout(isLast && /silence|stalled/.test(name) ? 1_000 : 120_000),
      headers,
      ...init,
    } as const;
    return await fetch(address, asked)
      .then((answer) => answer.text())
      .catch(() => "");
  };
  const body = JSON.stringify({
    ...bodyFor(server),
    report_format: name.endsWith("-column") ? "CSV" : "JSON",
  });
  const created = await call(path, { method: "POST", body }, on === "create");
  if (on === "create") return;
  const { token = "" } = JSON.parse(created) as { token?: string };
  if (on === "poll" || on === "file") {
    const look = await call(`${path}?token=${token}`, {}, on === "poll");
    if (on === "poll") return;
    const { url: link = "" } = JSON.parse(look) as { url?: string };
    await call(link, { headers: RANGES.includes(name) ? { range: "bytes=5-" } : {} });
  } else if (on === "token")
    await call(`${url}/oauth/token`, { method: "POST", body: "grant_type=client_credentials" });
  else
    await call(
      `${url}${{ metrics: "/resources/delivery_metrics", accounts: "/ad_accounts", other: "/pins" }[on]}`,
    );
}
