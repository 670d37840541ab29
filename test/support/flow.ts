import { certainBreaches } from "../../generator/rules/breaches.js";
import type { FlowClient } from "../../runtime/client/report-client.js";
import type { Clock } from "../../runtime/clock.js";
import type { Flow } from "../../runtime/contract.js";
import { type ClientOptions, connect, flowClient } from "../../runtime/support-client.js";
import {
  type ContractFacts,
  createFakeServer,
  type FakeServer,
  type FakeServerOptions,
} from "../../runtime/testing/index.js";
import type { ClientEvent, FinishedReport, RunOptions } from "../../runtime/types.js";
import type { Rule } from "../../runtime/validation/rule.js";
import { createSteadyClock } from "./steady-clock.js";

// A made-up flow, as generated code passes one to the runtime.
interface Body {
  readonly start_date: string;
  readonly end_date: string;
  readonly granularity: "DAY" | "HOUR" | "TOTAL";
  readonly level: "CAMPAIGN" | "CAMPAIGN_TARGETING";
  readonly columns: readonly Column[];
  readonly ad_ids?: readonly string[];
  readonly report_format?: "JSON" | "CSV";
  readonly primary_sort?: "BY_ID" | "BY_DATE";
}
type Column =
  | "CAMPAIGN_ID"
  | "CAMPAIGN_NAME"
  | "PIN_ID"
  | "CLICKS"
  | "SPEND_IN_MICRO_DOLLAR"
  | "SPEND_IN_DOLLAR"
  | "KEY";

const statuses = {
  pending: ["IN_PROGRESS"],
  done: ["FINISHED"],
  failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"],
};
const path = "/ad_accounts/{ad_account_id}/reports";

export const flow: Flow<Body> = {
  name: "made-up",
  statuses,
  ids: ["KEY"],
  zeros: ["CLICKS", "SPEND_IN_MICRO_DOLLAR", "SPEND_IN_DOLLAR"],
  create: {
    rateLimit: "made_up",
    call: (api, { account, body }, init) =>
      api.POST(path, { ...init, params: { path: { ad_account_id: account } }, body }),
  },
  poll: {
    rateLimit: "made_up",
    call: (api, { account, token }, init) =>
      api.GET(path, { ...init, params: { path: { ad_account_id: account }, query: { token } } }),
  },
  validate: (body) => {
    const { start_date, end_date } = body as Body;
    if (end_date < start_date)
      return [
        {
          rule: "date-order",
          severity: "error",
          path: "/end_date",
          message: "must not be before start_date",
          params: {},
        },
      ];
    return end_date === start_date
      ? [
          {
            rule: "one-day",
            severity: "warning",
            path: "/end_date",
            message: "is one day only",
            params: {},
          },
        ]
      : [];
  },
};

const limits = {};
const text = { kind: "string" } as const;
const member = (name: string) => ({ kind: "enum", name }) as const;

function rule(kind: string, params: Record<string, unknown>, when: Rule["when"] = []): Rule {
  return { id: kind, kind, severity: "error", message: kind, when, params, sources: [] };
}

const rules = [
  rule("max-lookback", { field: "start_date", amount: 914, unit: "day" }, [
    { field: "granularity", isNot: ["HOUR"] },
  ]),
  rule("max-range", { start: "start_date", end: "end_date", amount: 3, unit: "day" }, [
    { field: "granularity", is: ["HOUR"] },
  ]),
  rule("date-format", { field: "start_date" }),
  rule("date-order", { start: "start_date", end: "end_date" }),
  rule("forbidden-when", { field: "ad_ids" }, [{ field: "level", is: ["CAMPAIGN_TARGETING"] }]),
  rule("only-when", { field: "start_hour" }, [{ field: "granularity", is: ["HOUR"] }]),
  rule("forbidden-values-when", { field: "columns", values: ["KEY"] }, [
    { field: "level", is: ["CAMPAIGN_TARGETING"] },
  ]),
];

export const facts: ContractFacts = {
  name: "made-up",
  create: { method: "post", path },
  poll: { method: "get", path },
  statuses,
  body: {
    name: "Body",
    fields: [
      {
        name: "start_date",
        type: text,
        required: true,
        limits: { pattern: "^(\\d{4})-(\\d{2})-(\\d{2})$" },
      },
      {
        name: "end_date",
        type: text,
        required: true,
        limits: { pattern: "^(\\d{4})-(\\d{2})-(\\d{2})$" },
      },
      { name: "granularity", type: member("Granularity"), required: true, limits },
      { name: "level", type: member("Level"), required: true, limits },
      {
        name: "columns",
        type: { kind: "array", items: member("Column"), each: limits },
        required: true,
        limits,
      },
      {
        name: "ad_ids",
        type: { kind: "array", items: text, each: { pattern: "^\\d+$" } },
        required: false,
        limits: { minItems: 1, maxItems: 3 },
      },
      {
        name: "start_hour",
        type: { kind: "integer" },
        required: false,
        limits: { minimum: 0, maximum: 23 },
      },
      { name: "report_format", type: member("Format"), required: false, default: "JSON", limits },
      { name: "primary_sort", type: member("Sort"), required: false, default: "BY_ID", limits },
    ],
  },
  objects: [],
  enums: [
    { name: "Granularity", values: ["DAY", "HOUR", "TOTAL"] },
    { name: "Level", values: ["CAMPAIGN", "CAMPAIGN_TARGETING"] },
    {
      name: "Column",
      values: [
        "CAMPAIGN_ID",
        "CAMPAIGN_NAME",
        "PIN_ID",
        "CLICKS",
        "SPEND_IN_MICRO_DOLLAR",
        "SPEND_IN_DOLLAR",
        "KEY",
      ],
    },
    { name: "Format", values: ["JSON", "CSV"] },
    { name: "Sort", values: ["BY_ID", "BY_DATE"] },
  ],
  rules,
  breaches: certainBreaches(rules),
  columns: {
    CAMPAIGN_ID: { value: "id", verified: true, zero: false },
    CAMPAIGN_NAME: { value: "name", verified: true, zero: false },
    PIN_ID: { value: "id", verified: true, zero: false },
    CLICKS: { value: "count", verified: true, zero: true },
    SPEND_IN_MICRO_DOLLAR: { value: "micro-money", verified: true, zero: true },
    SPEND_IN_DOLLAR: { value: "money", verified: true, zero: true },
    KEY: { value: "id", verified: true, zero: false },
  },
};
/** What generated code exposes for a flow, with the caller's row types. */
export interface Client {
  readonly report: Omit<FlowClient<Body>, "run"> & {
    run<const R extends Body>(
      adAccountId: string,
      body: R,
      options?: RunOptions,
    ): Promise<FinishedReport<{ readonly [Name in R["columns"][number]]?: unknown }>>;
  };
}

export function createClient(options?: ClientOptions): Client {
  const connection = connect(options);
  return { report: flowClient(connection, flow) };
}

/**
 * A port on which nothing listens. Unlike a port that was free a moment ago, it is never assigned
 * to another test's server.
 */
export const CLOSED_PORT = 2;

export const account = "549755885175";

/** A valid body for the server's current day. */
export function bodyFor({ clock }: Pick<FakeServer<Clock>, "clock">): Body & {
  readonly columns: readonly ("CAMPAIGN_ID" | "CLICKS" | "PIN_ID")[];
} {
  const day = (ago: number) => new Date(clock.date() - ago * 86_400_000).toISOString().slice(0, 10);
  return {
    start_date: day(7),
    end_date: day(1),
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "PIN_ID", "CLICKS"],
  };
}

export interface Setting extends AsyncDisposable {
  readonly server: FakeServer;
  readonly client: Client;
  readonly events: ClientEvent[];
}

/** Creates a server and a client that use the same clock. */
export async function setting(
  options: FakeServerOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<Setting> {
  const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z" });
  const server = await createFakeServer([facts], { clock, ...options });
  const events: ClientEvent[] = [];
  const client = createClient({
    accessToken: server.accessToken,
    baseUrl: server.url,
    clock: server.clock,
    onEvent: (event) => events.push(event),
    ...clientOptions,
  } as ClientOptions);
  return { server, client, events, [Symbol.asyncDispose]: () => server.close() };
}

/** Collects all items of an async iterable. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
