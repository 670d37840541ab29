import { describe, expect, it } from "vitest";
import { type JsonClient, jsonClient } from "../../../runtime/client/json-client.js";
import { KINDS } from "../../../runtime/testing/faults/all.js";
import { type Fault, type FaultName, faultNames } from "../../../runtime/testing/index.js";
import type { ClientEvent } from "../../../runtime/types.js";
import { account, bodyFor, flow, setting } from "../../support/flow.js";

const STEPS = ["create", "poll", "file"] as const;
const TIMES = { timeoutMs: 400, deadlineMs: 60_000 };

interface Outcome {
  /** The rows, or the class and the code of the error. */
  readonly end: unknown;
  /** How many reports were asked for. */
  readonly creates: number;
  /** All that a log may hold of it. */
  readonly shown: string;
}

async function outcome(fault: Fault, kind: "whole" | "small"): Promise<Outcome> {
  const events: ClientEvent[] = [];
  const onEvent = (event: ClientEvent) => void events.push(event);
  await using scene = await setting({ faults: [fault] }, { ...TIMES, onEvent });
  const { server } = scene;
  const options = { accessToken: server.accessToken, baseUrl: server.url, clock: server.clock, onEvent, ...TIMES };
  const client =
    kind === "small" ? jsonClient(options, flow) : (scene.client.report as Pick<JsonClient<ReturnType<typeof bodyFor>>, "run">);
  let error: Error | null = null;
  const end = await client
    .run(account, bodyFor(server))
    .then((report) => report.toArray())
    .catch((thrown) => {
      error = thrown;
      return { name: thrown.name, code: thrown.code };
    });
  const shown = `${JSON.stringify([events, error])} ${textsOf(error)}`;
  return { end, creates: server.requests.filter(({ step }) => step === "create").length, shown };
}

function textsOf(error: unknown): string {
  return error instanceof Error ? `${error.stack} ${textsOf(error.cause)}` : "";
}

// A download that breaks off, or whose end shows that it is cut, begins again, and is not resumed. So it never ends where every transfer breaks, and does where the next one is whole.
const OTHERWISE: Readonly<Partial<Record<FaultName, "rows" | "error">>> = {
  "flaky-file": "error",
  "cut-without-tag": "rows",
  "cut-with-weak-tag": "rows",
  "short-file-without-length": "rows",
  "cut-gzip-file": "rows",
  "half-gzip-file": "rows",
  "damaged-gzip-file": "rows",
  "corrupt-gzip-file": "rows",
};

const cases = faultNames.flatMap((name) =>
  STEPS.filter((step) => KINDS[name].on.includes(step)).flatMap((on) =>
    [KINDS[name].times, Number.POSITIVE_INFINITY].map((times) => ({ name, on, times })),
  ),
);

describe("a client of one report ends a run as the whole client does, and asks for as many reports", () => {
  it.each(faultNames.filter((name) => cases.some((one) => one.name === name)))("after %s", async (name) => {
    const mine = cases.filter((one) => one.name === name);
    await Promise.all(
      mine.map(async (fault) => {
        const [whole, small] = await Promise.all([outcome(fault, "whole"), outcome(fault, "small")]);
        const otherwise = OTHERWISE[name];
        if (otherwise === undefined || (otherwise === "rows" && fault.times > 5))
          expect({ ...fault, end: small.end }).toEqual({ ...fault, end: whole.end });
        else if (otherwise === "rows") expect(small.end).toHaveLength(16);
        else expect(small.end).toMatchObject({ code: "download" });
        expect(small.creates).toBe(whole.creates);
        expect(small.shown).not.toMatch(/fake-access-token|X-Amz-Signature=\w/);
      }),
    );
  });
});
