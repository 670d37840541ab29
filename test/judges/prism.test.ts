import { readFileSync } from "node:fs";
import { type Client, createClient, type Fetch } from "pinterest-reports";
import { createFullClient } from "pinterest-reports/calls";
import { createFakeServer, type FakeServer, type FaultName } from "pinterest-reports/testing";
import { describe, expect, it } from "vitest";
import { oauthToken } from "../../generated/operations/oauth-token/call.js";
import type { Model } from "../../generator/model/model.js";
import { parseYaml } from "../../generator/parse/yaml.js";
import { appClient } from "../../runtime/support-client.js";
import { descriptions, descriptionText, followed } from "../support/descriptions.js";
import { maximalInput } from "../support/maximal-input.js";
import {
  type Described,
  type Json,
  minimalInput,
  type Node,
  operationsIn,
  STATED_ALONE,
} from "../support/minimal-input.js";
import { areHere } from "./judge.js";
import { type Judged, judgedFetch, prism } from "./prism.js";

const ACCOUNT = "549755885175";
const model = JSON.parse(
  readFileSync(new URL("../../generated/model.json", import.meta.url), "utf8"),
) as Model;
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

// This call's query contains a nested object. The description gives it no style, and OpenAPI's
// default style cannot represent it: Prism expects a parameter with the plain name, but the client
// sends names in brackets.
const WITHOUT_STYLE: Readonly<Record<string, readonly string[]>> = {
  "catalog-report-stats": ["request.query: Request query must have required property 'parameters'"],
};

type Input = Readonly<Record<string, Json>>;
type Call = (input: Input, options: { readonly validate: false }) => Promise<unknown>;
interface Flow {
  create(account: string, body: Input, options: { readonly validate: false }): Promise<object>;
  poll(handle: object): Promise<unknown>;
}

const camel = (name: string): string =>
  name.replace(/[-_](\w)/g, (_, letter) => letter.toUpperCase());

/** The generated client's calls and reports by name, for a server at this address. */
function generated(
  baseUrl: string,
  fetch: Fetch,
): { readonly call: (name: string) => Call; readonly flow: (name: string) => Flow } {
  const shared = { baseUrl, fetch, rateLimits: false } as const;
  const client = createClient({ ...shared, accessToken: "token" }) as unknown as Readonly<
    Record<string, Call & Flow>
  >;
  const calls = createFullClient({ ...shared, accessToken: "token" }) as unknown as Readonly<
    Record<string, Readonly<Record<string, Call>>>
  >;
  const found = <Found>(name: string, one: Found | undefined): Found => {
    if (one === undefined) throw new TypeError(`the client has no ${name}`);
    return one;
  };
  const called = (name: string): Call | undefined => {
    const { onClient = true, call } = found(
      name,
      model.operations.find((one) => one.name === name),
    );
    if (onClient) return client[camel(name)];
    const [namespace = "", member = ""] = call.id.split("/").map(camel);
    return calls[namespace]?.[member];
  };
  const token = appClient(
    { ...shared, clientId: "1", clientSecret: "secret" },
    oauthToken,
  ) as unknown as Call;
  return {
    call: (name) => (name === oauthToken.name ? token : found(name, called(name))),
    flow: (name) => found(name, client[camel(name)]),
  };
}

/**
 * Returns a function that creates the minimal and maximal input of a request, without the
 * generator.
 */
function requests(): (id: string, bodyField?: string | null) => readonly Input[] {
  const document = parseYaml(descriptionText(followed), "description").value as Node;
  const described = new Map(operationsIn(document).map((one) => [one.id, one]));
  return (id, bodyField = null) => {
    const one = described.get(id) as Described;
    return [minimalInput(document, one, bodyField), maximalInput(document, one, bodyField)];
  };
}

const said = (judged: readonly Judged[], side: string): readonly string[] =>
  judged
    .flatMap(({ violations }) => violations)
    .filter(({ location: [place] }) => place === side || place === "prism")
    .map(({ location, message }) => `${location.join(".")}: ${message}`);

describe.skipIf(!areHere || descriptions === null)(
  `Prism with the description of ${followed}`,
  () => {
    const inputs = areHere && descriptions !== null ? requests() : () => [];

    describe("as a mock of the API", () => {
      it.each(names(model.operations))(
        "accepts %s with minimal and maximal input",
        async (name) => {
          await using mock = await prism(followed);
          const judged: Judged[] = [];
          const call = generated(mock.url, judgedFetch(judged)).call(name);
          const single = model.operations.find((one) => one.name === name);
          const wrong = WITHOUT_STYLE[name] ?? [];
          for (const input of inputs(single?.call.id ?? "", single?.bodyField)) {
            const before = judged.length;
            // A body with every field violates rules between fields, which Prism does not know.
            const attempt = call(input, { validate: false });
            await (wrong.length === 0
              ? attempt
              : expect(attempt).rejects.toMatchObject({ code: "api" }));
            expect(judged.length).toBe(before + 1);
            expect(said(judged.slice(before), "request")).toEqual(wrong);
          }
        },
      );

      it.each(names(model.flows))(
        "accepts create and poll of %s with minimal and maximal input",
        async (name) => {
          await using mock = await prism(followed);
          const judged: Judged[] = [];
          const flow = generated(mock.url, judgedFetch(judged)).flow(name);
          const made = model.flows.find((one) => one.name === name);
          for (const { ad_account_id: _, ...body } of inputs(made?.create.id ?? "")) {
            await flow.poll(await flow.create(ACCOUNT, body, { validate: false }));
          }
          expect(judged.map(({ method, status }) => [method, status])).toEqual(
            ["POST", "GET", "POST", "GET"].map((method) => [method, 200]),
          );
          expect(said(judged, "request")).toEqual([]);
        },
      );

      // Makes sure that Prism really checks requests, so that its silence above means something.
      it("rejects every request that has one invalid part", async () => {
        await using mock = await prism(followed);
        const passed: string[] = [];
        for (const spoil of [withoutToken, withoutValues] as const) {
          const judged: Judged[] = [];
          const { call, flow } = generated(mock.url, judgedFetch(judged, spoil));
          for (const { name, call: operation, bodyField } of model.operations) {
            const [least = {}] = inputs(operation.id, bodyField);
            if (spoil === withoutValues && isInPath(operation, least)) continue;
            await call(name)(least, { validate: false }).catch(() => {});
            if (!isRefused(judged.at(-1))) passed.push(`${name} ${spoil.name}`);
          }
          for (const { name, create } of model.flows) {
            const { ad_account_id: _, ...body } = inputs(create.id)[0] ?? {};
            if (spoil === withoutValues && isInPath(create, body)) continue;
            await flow(name)
              .create(ACCOUNT, body, { validate: false })
              .catch(() => {});
            if (!isRefused(judged.at(-1))) passed.push(`${name} ${spoil.name}`);
          }
        }
        expect(passed).toEqual([]);
      });
    });

    describe("as a proxy between the client and the fake server", () => {
      it.each(names(model.flows))(
        "reports no violation from create to rows of %s",
        async (name) => {
          await using stage = await between();
          const rows = await reports(stage)[name]?.();
          // The format of a catalog report's file is unknown, so the fake server's file has no
          // rows.
          expect(rows).toBeGreaterThanOrEqual(name === "catalog-report" ? 0 : 1);
          const steps = new Set(stage.server.requests.map(({ step }) => step));
          expect([...steps]).toEqual(["create", "poll", "file"]);
          expect(new Set(stage.judged.map(({ status }) => status))).toEqual(new Set([200]));
          expect(wrongIn(stage)).toEqual([]);
        },
      );

      it("reports no violation in token requests and synchronous calls that the fake server supports", async () => {
        await using stage = await between();
        const { clientId, clientSecret, refreshToken } = APP;
        const client = createClient({ ...stage.options, clientId, clientSecret, refreshToken });
        const accounts: string[] = [];
        for await (const { id } of client.adAccounts.each({ page_size: 1 })) accounts.push(id);
        expect(accounts).toHaveLength(3);
        expect((await client.deliveryMetrics()).items?.length).toBeGreaterThan(0);
        expect(new Set(stage.server.requests.map(({ step }) => step))).toEqual(
          new Set(["token", "accounts", "metrics"]),
        );
        expect(wrongIn(stage)).toEqual([]);
      });

      const allowed = [
        "token-refused",
        "rate-limit",
        "rate-limit-without-time",
        "query-cost",
        "retry-after-in-words",
        "code-12",
      ] as const;
      it.each<FaultName>([
        ...allowed,
        "refusal",
        "failed",
        "null-url",
        "more-members",
        "gzip-response",
      ])("accepts %s, which the description allows", async (name) => {
        await using stage = await between(name);
        await report(stage).catch(() => {});
        expect(stage.server.pending).toEqual([]);
        expect(wrongIn(stage)).toEqual([]);
      });

      it.each<FaultName>([
        "unknown-status",
        "wrong-shape",
        "empty-400",
        "html-error",
        "html-response",
      ])("reports %s", async (name) => {
        await using stage = await between(name);
        await report(stage).catch(() => {});
        expect(stage.server.pending).toEqual([]);
        expect(said(stage.judged, "response")).not.toEqual([]);
        expect(said(stage.judged, "request")).toEqual([]);
      });
    });
  },
);

const isInPath = ({ id, path }: { readonly id: string; readonly path: string }, input: Input) =>
  Object.keys(input).every(
    (field) => path.includes(`{${field}}`) || Object.hasOwn(STATED_ALONE[id] ?? {}, field),
  );

const isRefused = (judged: Judged | undefined): boolean =>
  judged !== undefined && (judged.status === 401 || said([judged], "request").length > 0);

type Spoil = NonNullable<Parameters<typeof judgedFetch>[1]>;

const withoutToken: Spoil = (url, init) => {
  const { authorization: _, ...headers } = init.headers;
  return [url.href, { ...init, headers }];
};

const withoutValues: Spoil = (url, init) => {
  const { body, ...rest } = init;
  return [
    `${url.origin}${url.pathname}`,
    body === undefined
      ? rest
      : { ...rest, body: init.headers["content-type"]?.includes("json") ? "{}" : "" },
  ];
};

const APP = {
  clientId: "client-id",
  clientSecret: "client-secret",
  refreshToken: "refresh-token-of-a-test",
};

interface Between extends AsyncDisposable {
  readonly server: FakeServer;
  readonly judged: readonly Judged[];
  readonly options: Pick<FakeServer, "clock"> & { readonly baseUrl: string; readonly fetch: Fetch };
  readonly client: Client;
}

/** Starts Prism in front of a fake server, and a client that calls it. */
async function between(fault?: FaultName): Promise<Between> {
  const server = await createFakeServer({
    app: APP,
    faults: fault === undefined ? [] : [{ name: fault }],
  });
  const proxy = await prism(followed, server.url);
  const judged: Judged[] = [];
  const options = { baseUrl: proxy.url, clock: server.clock, fetch: judgedFetch(judged) };
  const close = async () => {
    await proxy[Symbol.asyncDispose]();
    await server.close();
  };
  return {
    server,
    judged,
    options,
    client: createClient({ ...options, accessToken: server.accessToken }),
    [Symbol.asyncDispose]: close,
  };
}

/**
 * The violations in requests and responses. Files are excluded, because they come from another
 * host.
 */
const wrongIn = ({ judged }: Between): readonly string[] => [
  ...said(judged, "request"),
  ...said(judged, "response"),
];

const report = (stage: Between): Promise<number> =>
  reports(stage).report?.() ?? Promise.reject(new TypeError("this report does not exist"));

/** Runs each kind of report from create to its last row. */
function reports({ client, server }: Between): Readonly<Record<string, () => Promise<number>>> {
  const day = (back: number) =>
    new Date(server.clock.date() - back * 86_400_000).toISOString().slice(0, 10);
  const days = { start_date: day(9), end_date: day(3), granularity: "DAY" } as const;
  const read = async (run: Promise<{ rows(): AsyncIterable<unknown> }>) => {
    let rows = 0;
    const report = await run;
    for await (const _ of report.rows()) rows++;
    return rows;
  };
  const columns = ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] as const;
  const kind = { report_name: "products", granularity: "TOTAL", level: "CAMPAIGN" } as const;
  const products = {
    ...days,
    ...kind,
    columns: ["CAMPAIGN_ID", "CONVERSION_PRODUCT_BRAND", "TOTAL_CONVERSION_PRODUCT_QUANTITY"],
  } as const;
  const mmm = {
    report_name: "mmm",
    level: "CAMPAIGN_TARGETING",
    targeting_types: ["GENDER"],
  } as const;
  return {
    report: () => read(client.report.run(ACCOUNT, { ...days, level: "CAMPAIGN", columns })),
    "template-report": () =>
      read(client.templateReport.run(ACCOUNT, { ...days, template_id: "77" })),
    "mmm-report": () => read(client.mmmReport.run(ACCOUNT, { ...days, ...mmm, columns })),
    "conversion-product-report": () => read(client.conversionProductReport.run(ACCOUNT, products)),
    "catalog-report": () =>
      read(
        client.catalogReport.run(ACCOUNT, {
          catalog_type: "RETAIL",
          report: { report_type: "ALL_ITEMS" },
        }),
      ),
  };
}
