import { expect } from "vitest";
import { always, type Case, creates, fails, heals } from "./scene.js";

const quick = async (work: Promise<unknown>) => void (await work);

/** Unexpected responses and error statuses. */
export const responses: readonly Case[] = [
  {
    name: "H1 a poll is retried after 500, 502, 503 or 504",
    async run() {
      for (const value of [500, 502, 503, 504])
        await heals({ faults: [{ name: "html-error", value }] });
    },
  },
  {
    name: "H2 an HTML page with status 200 causes an error that quotes the start of the page",
    run: () => quick(fails("api", { faults: [{ name: "html-response" }] }, { status: 200 })),
  },
  {
    name: "H2 an empty response is an error",
    run: () => quick(fails("api", { faults: [{ name: "empty-response" }] }, { status: 200 })),
  },
  {
    name: "H2 a response without content is an error",
    run: () => quick(fails("api", { faults: [{ name: "no-content" }] }, { status: 204 })),
  },
  {
    name: "H2 JSON that is not an object is an error",
    async run() {
      for (const value of ["null", "[]", "5", '"FINISHED"'])
        await fails("api", { faults: [{ name: "wrong-shape", value }] }, { status: 200 });
    },
  },
  {
    name: "H2 the error for incomplete JSON does not contain its link",
    async run() {
      const value =
        '{"report_status":"FINISHED","url":"https://files.example/r?X-Amz-Signature=abc","si';
      const { error } = await fails(
        "api",
        { faults: [{ name: "wrong-shape", value }] },
        { status: 200, body: "" },
      );
      expect((error as Error).message).not.toContain("files.example");
    },
  },
  {
    name: "H3 a response with fields of the wrong type is an error",
    async run() {
      for (const value of ['{"report_status":"FINISHED","url":5}', '{"report_status":5}', "{}"]) {
        await fails("api", { faults: [{ name: "wrong-shape", value }] }, { status: 200 });
      }
    },
  },
  {
    name: "H4 an empty 400 is not retried",
    run: () => quick(fails("api", { faults: [{ name: "empty-400" }] }, { status: 400 })),
  },
  {
    name: "H5 a 400 that gives a wait time is treated as a rate limit",
    async run() {
      const { steps, slept } = await trialOfCreate("retry-after-in-words");
      expect(steps).toEqual(["create", "create", "poll", "file"]);
      expect(Math.max(...slept)).toBeGreaterThanOrEqual(17_000);
    },
  },
  {
    name: "H6 a poll is retried after code 12",
    run: () => quick(heals({ faults: [{ name: "code-12" }] })),
  },
  {
    name: "H6 a create request is not retried after code 12",
    async run() {
      const outcome = await fails("create_outcome_unknown", {
        faults: [{ name: "code-12", on: "create" }],
      });
      expect(creates(outcome)).toBe(1);
    },
  },
  {
    name: "H7 a request is not retried after 403, 404, 409 or 422",
    async run() {
      for (const status of [403, 404, 409, 422]) {
        expect(
          (await fails("api", { faults: [{ name: "refusal", value: status }] }, { status })).steps,
        ).toEqual(["create", "poll"]);
      }
    },
  },
  {
    name: "H8 a request is not retried after 501 or 505",
    async run() {
      for (const status of [501, 505]) {
        expect(
          (await fails("api", { faults: [{ name: "html-error", value: status }] }, { status }))
            .steps,
        ).toEqual(["create", "poll"]);
      }
    },
  },
  {
    name: "H8 a poll is retried after 599",
    run: () => quick(heals({ faults: [{ name: "html-error", value: 599 }] })),
  },
  {
    name: "H9 a redirect of a poll is not followed",
    run: () => quick(fails("api", { faults: [{ name: "redirect" }] }, { status: 302 })),
  },
  {
    name: "H9 a redirect of a create request is not followed",
    async run() {
      const { steps } = await fails("create_outcome_unknown", {
        faults: [{ name: "redirect-307" }],
      });
      expect(steps).toEqual(["create"]);
    },
  },
  {
    name: "H10 unknown fields are ignored",
    run: () => quick(heals({ faults: [{ name: "more-members" }] })),
  },
  {
    name: "H11 polling continues after a one-minute outage",
    run: () => quick(heals({ faults: [{ name: "html-error", value: 503, times: 7 }] })),
  },
  {
    name: "H11 an outage that does not end causes a limited number of requests",
    run: () => quick(outage()),
  },
];

async function trialOfCreate(name: "retry-after-in-words") {
  const { trial } = await import("./scene.js");
  const outcome = await trial({ faults: [{ name, value: 17 }] });
  expect(outcome.error).toBeUndefined();
  return outcome;
}

async function outage(): Promise<void> {
  const { steps, slept } = await fails(
    "poll_timeout",
    { faults: [{ name: "html-error", value: 503, times: always }] },
    { cause: { status: 503 } },
  );
  // At most one per 30 seconds, once the wait has grown to that.
  expect(steps.length).toBeLessThan(30);
  expect(slept.filter((ms) => ms < 20_000).length).toBeLessThan(8);
}
