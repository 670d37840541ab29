import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CreateOutcomeUnknownError } from "../../../generated/index.js";
import { connect, flowClient, reconnect } from "../../../runtime/support-client.js";
import type { FakeServerOptions } from "../../../runtime/testing/index.js";
import type { ClientEvent, ReportHandle, RequestSettings } from "../../../runtime/types.js";
import { many } from "../../support/effort.js";
import { account, all, bodyFor, flow, setting } from "../../support/flow.js";

const always = Number.POSITIVE_INFINITY;

/** A server, its client, and a client with other settings. */
async function scene(options: FakeServerOptions = {}) {
  const at = await setting({ polls: 1, ...options });
  const { server } = at;
  const common = { accessToken: server.accessToken, baseUrl: server.url, clock: server.clock };
  const connection = connect(common);
  return {
    server,
    body: bodyFor(server),
    client: flowClient(connection, flow),
    changed: (settings: RequestSettings) => flowClient(reconnect(connection, settings), flow),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** What was sent, in order: the step, and the headers from the settings. */
const sentBy = ({ server }: Scene) =>
  server.requests.map(({ step, headers }) => [step, headers["x-a"] ?? "", headers["x-b"] ?? ""]);

const settings = fc.record(
  {
    maxRetries: fc.integer({ min: 0, max: 3 }),
    headers: fc.dictionary(fc.constantFrom("x-a", "X-B"), fc.constantFrom("1", "2")),
    timeoutMs: fc.integer({ min: 5_000, max: 60_000 }),
  },
  { requiredKeys: [] },
);

describe("the settings of a single report call", () => {
  it("have the same effect as client settings, for every request of the report", async () => {
    const failing = fc.record({ create: fc.nat(2), poll: fc.nat(2), file: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(settings, failing, async (own, times) => {
        const faults = [
          { name: "rate-limit", on: "create", value: 1, times: times.create },
          { name: "html-error", on: "poll", value: 503, times: times.poll },
          { name: "slow-down", times: times.file },
        ] as const;
        const used = faults.filter((fault) => fault.times > 0);
        const end = async (run: (at: Scene) => Promise<{ toArray(): Promise<unknown[]> }>) => {
          await using at = await scene({ faults: used });
          const rows = await run(at)
            .then((report) => report.toArray())
            .catch(({ code }) => code);
          return { rows, sent: sentBy(at) };
        };
        const expected = await end((at) => at.changed(own).run(account, at.body));
        const { headers = {} } = own as RequestSettings;
        for (const [step, a, b] of expected.sent)
          expect([a, b]).toEqual(
            step === "file" ? ["", ""] : [headers["x-a"] ?? "", headers["X-B"] ?? ""],
          );
        if ((own.maxRetries ?? 5) < times.create)
          expect(expected.sent).toHaveLength(1 + (own.maxRetries ?? 0));
        expect(await end((at) => at.client.run(account, at.body, own))).toEqual(expected);
        const inSteps = async ({ client, body }: Scene) =>
          client.resume(await client.create(account, body, own), own);
        expect(await end(inSteps)).toEqual(expected);
      }),
      { numRuns: many(25, 10) },
    );
  });

  it("apply to that call only, so the next one uses the client's settings", async () => {
    await using at = await scene();
    const handle = await at.client.create(account, at.body, { headers: { "x-a": "1" } });
    await at.client.poll(handle);
    await at.client.poll(handle, { headers: { "x-b": "2" } });
    expect(sentBy(at)).toEqual([
      ["create", "1", ""],
      ["poll", "", ""],
      ["poll", "", "2"],
    ]);
  });

  it("limit the duration of each request", async () => {
    for (const on of ["create", "poll", "file"] as const) {
      await using at = await scene({ faults: [{ name: "silence", on }] });
      if (on === "create") {
        await expect(at.client.run(account, at.body, { timeoutMs: 50 })).rejects.toBeInstanceOf(
          CreateOutcomeUnknownError,
        );
        continue;
      }
      // The create has enough time, so that a busy machine does not look like a missing response.
      const handle = await at.client.create(account, at.body);
      const report = await at.client.resume(handle, { timeoutMs: 250 });
      expect((await report.toArray()).length).toBeGreaterThan(0);
    }
  });

  it("never cause a create to be repeated if it may have been accepted", async () => {
    await using at = await scene({
      faults: [{ name: "cut-connection", on: "create", times: always }],
    });
    await expect(at.client.run(account, at.body, { maxRetries: 9 })).rejects.toBeInstanceOf(
      CreateOutcomeUnknownError,
    );
    expect(sentBy(at)).toHaveLength(1);
  });

  it("set the number of poll retries and an event listener", async () => {
    await using at = await scene({
      faults: [{ name: "html-error", on: "poll", value: 503, times: always }],
    });
    const handle = await at.client.create(account, at.body);
    const events: ClientEvent[] = [];
    await expect(
      at.client.poll(handle, { maxRetries: 2, onEvent: (event) => events.push(event) }),
    ).rejects.toMatchObject({ status: 503 });
    expect(events.filter(({ type }) => type === "request")).toHaveLength(3);
  });

  it("apply to every request of runAll", async () => {
    await using at = await scene();
    const { body, client } = at;
    const requests = [
      { adAccountId: account, body },
      { adAccountId: "1", body },
    ];
    const items = await all(client.runAll(requests, { headers: { "x-a": "1" } }));
    expect(items.filter(({ type }) => type === "done")).toHaveLength(2);
    const sent = sentBy(at);
    expect(sent.filter(([step]) => step === "create")).toHaveLength(2);
    expect(sent.map(([step, a]) => [step, a])).toEqual(
      sent.map(([step]) => [step, step === "file" ? "" : "1"]),
    );
    await using hasty = await scene({ faults: [{ name: "slow-down", times: always }] });
    const ends = await all(hasty.client.runAll(requests.slice(0, 1), { maxRetries: 1 }));
    expect(ends).toMatchObject([{ type: "failed", error: { code: "download" } }]);
    expect(hasty.server.requests.filter(({ step }) => step === "file")).toHaveLength(2);
  });

  it.each<[RequestSettings, string]>([
    [{ headers: { Authorization: "Bearer x" } }, "headers: authorization is set by the client"],
    [{ headers: { "content-type": "text/plain" } }, "headers: content-type is set by the client"],
    [
      { headers: { "x-a": "line\nbreak" } },
      "headers: x-a must be one line of printable ASCII text",
    ],
    [{ headers: [] as never }, "headers must be an object that maps names to strings"],
    [{ onEvent: "x" } as never, "onEvent must be a function"],
    [{ maxRetries: -1 }, "maxRetries must be a whole number, 0 or more"],
    [{ maxRetries: 1.5 }, "maxRetries must be a whole number, 0 or more"],
    [{ timeoutMs: 0 }, "timeoutMs must be a number of milliseconds above 0 and below 2 ** 31"],
    [
      { timeoutMs: null as never },
      "timeoutMs must be a number of milliseconds above 0 and below 2 ** 31",
    ],
  ])(
    "are rejected if they are %j, with the same error as withOptions, and nothing is sent",
    async (wrong, message) => {
      await using at = await scene();
      const expected = expect.objectContaining({
        name: "maxRetries" in wrong || "timeoutMs" in wrong ? "RangeError" : "TypeError",
        message,
      });
      expect(() => at.changed(wrong)).toThrow(expected);
      const handle: ReportHandle = {
        version: 1,
        flow: flow.name,
        adAccountId: account,
        token: "t",
        createdAt: "2026-03-10T12:00:00Z",
      };
      await expect(at.client.run(account, at.body, wrong)).rejects.toEqual(expected);
      await expect(at.client.create(account, at.body, wrong)).rejects.toEqual(expected);
      await expect(at.client.poll(handle, wrong)).rejects.toEqual(expected);
      await expect(at.client.resume(handle, wrong)).rejects.toEqual(expected);
      // Nothing is checked until the first item is requested.
      const items = at.client.runAll([{ adAccountId: account, body: at.body }], wrong);
      await expect(items.next()).rejects.toEqual(expected);
      expect(at.server.requests).toEqual([]);
    },
  );

  it("are read only from own properties, and settings of other calls are ignored", async () => {
    await using at = await scene();
    const options = Object.assign(
      Object.create({ headers: { "x-a": "1" }, maxRetries: -1, timeoutMs: -1 }),
      {
        userAgent: "\n",
        concurrency: -1,
        maxBytes: -1,
      },
    );
    await (await at.client.run(account, at.body, options)).toArray();
    expect(sentBy(at).every(([, a]) => a === "")).toBe(true);
  });
});

describe("an unknown call option", () => {
  const misspelt: readonly (readonly [name: string, message: string])[] = [
    ["timeoutMS", "; did you mean timeoutMs?"],
    ["onevent", "; did you mean onEvent?"],
    ["deadlineMs_", "; did you mean deadlineMs?"],
    ["zerofill", "; did you mean zeroFill?"],
    ["zzzzzzzzzzzz", "; the options are timeoutMs, maxRetries, headers, "],
    ["toString", "; the options are timeoutMs, maxRetries, headers, "],
  ];

  it("is rejected with a TypeError that suggests the nearest name, before anything is sent", async () => {
    await using at = await scene();
    const handle = await at.client.create(account, at.body);
    const report = await at.client.resume(handle);
    const sent = at.server.requests.length;
    for (const [name, message] of misspelt) {
      const options = { [name]: 5 } as never;
      const calls = [
        () => at.client.run(account, at.body, options),
        () => at.client.create(account, at.body, options),
        () => at.client.poll(handle, options),
        () => at.client.resume(handle, options),
        async () => collect(at.client.runAll([{ adAccountId: account, body: at.body }], options)),
        async () => collect(report.rows(options)),
        () => report.toArray(options),
        async () => collect(report.entries(options)),
        () => report.text(options),
        () => report.json(options),
        () => report.download("none.json", options),
      ];
      for (const call of calls) {
        const error = await call().then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error).toBeInstanceOf(TypeError);
        expect((error as Error).message).toMatch(`${name} is not an option here${message}`);
      }
    }
    expect(at.server.requests).toHaveLength(sent);
  });

  it("is ignored if a library adds it to Object.prototype", async () => {
    await using at = await scene();
    Object.assign(Object.prototype, { timeoutMS: 5 });
    try {
      const report = await at.client.run(account, at.body, {});
      expect((await report.toArray({})).length).toBeGreaterThan(0);
    } finally {
      Reflect.deleteProperty(Object.prototype, "timeoutMS");
    }
  });
});

/** Reads an iterable to its end. */
async function collect(value: unknown): Promise<void> {
  if (typeof value === "object" && value !== null && Symbol.asyncIterator in value)
    for await (const _ of value as AsyncIterable<unknown>);
}
