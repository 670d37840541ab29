import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeServer, type FakeServer, type systemClock } from "../../../generated/testing.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { type Agent, agent as startAgent } from "../../support/agent.js";
import { descriptions, descriptionText, followed } from "../../support/descriptions.js";
import { ACCOUNTS, CountingAsker, Days, Truth } from "../../support/marketers.js";
import { QUESTIONS } from "../../support/marketers-questions.js";
import { type RecordingProxy, recordingProxy } from "../../support/recording-proxy.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const days = new Days();
let server: FakeServer<typeof systemClock>;
let proxy: RecordingProxy;
let agent: Agent;
/** How many questions ask for the same days again. */
const RESTATED = 3;
const table: string[] = [];

beforeAll(async () => {
  const options = { polls: 1, entities: 4, restated: 0.1, accounts: ACCOUNTS, clock: days.clock };
  server = await createFakeServer(options);
  proxy = await recordingProxy(server.url);
  const env = { PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: proxy.url };
  agent = await startAgent(env, fileURLToPath(temporaryFolder()));
});

afterAll(async () => {
  await agent[Symbol.asyncDispose]();
  await proxy[Symbol.asyncDispose]();
  await server.close();
  console.log(`wrong first  calls  refused here  refused by Pinterest\n${table.join("\n")}`);
});

/** The rejected calls to Pinterest. */
const refusals = () => proxy.passed.filter(({ status }) => status >= 400);

describe("fifty questions from marketers", () => {
  it("number exactly fifty, and at least half of them begin with an invalid call", () => {
    expect(new Set(QUESTIONS.map(({ words }) => words)).size).toBe(50);
    expect(QUESTIONS.filter(({ isWrong }) => isWrong).length).toBeGreaterThanOrEqual(25);
  });

  it.each(QUESTIONS)("$words", async ({ words, isWrong, ask, truth }) => {
    days.ahead = 0;
    const asker = new CountingAsker(agent, days);
    const answer = await ask(asker);
    days.ahead = 0;
    expect(answer).toEqual(await truth(new Truth(server, days)));
    expect(asker.refused > 0, "whether a call was wrong").toBe(isWrong);
    expect(refusals()).toEqual([]);
    const cells = [isWrong ? "yes" : "no", asker.calls, asker.refused, refusals().length];
    table.push(`${cells.map((cell) => String(cell).padEnd(12)).join(" ")} ${words}`);
  });

  it("never create a report twice for the same account and body, except on request", () => {
    const made = proxy.passed.filter(({ method }) => method === "POST");
    const bodies = made.map(({ path, body }) => `${path} ${body}`);
    expect(made.length).toBeGreaterThan(50);
    expect(made.length - new Set(bodies).size).toBeLessThanOrEqual(RESTATED);
  });

  it.skipIf(descriptions === null)(
    "send no body that the description's schema rejects (skipped without PINTEREST_SPECS)",
    () => {
      const { paths, components } = parseYaml(descriptionText(followed), "description")
        .value as unknown as {
        readonly paths: Readonly<Record<string, Described>>;
        readonly components: object;
      };
      const { schema } = (paths["/ad_accounts/{ad_account_id}/reports"] as Described).post
        .requestBody.content["application/json"];
      const isValid = new Ajv({ strict: false, validateFormats: false }).compile({
        ...schema,
        components,
      });
      const made = proxy.passed.filter(({ method }) => method === "POST");
      for (const { body } of made)
        expect([isValid(JSON.parse(body)), isValid.errors], body).toEqual([true, null]);
      expect(isValid({ ...JSON.parse(made[0]?.body ?? "{}"), level: "CAMPAIGNS" })).toBe(false);
    },
  );
});

interface Described {
  readonly post: {
    readonly requestBody: {
      readonly content: { readonly "application/json": { readonly schema: object } };
    };
  };
}
