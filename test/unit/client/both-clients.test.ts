import { describe, expect, it } from "vitest";
import { jsonClient } from "../../../runtime/client/json-client.js";
import { connect, flowClient } from "../../../runtime/support-client.js";
import { type Fault, faultNames, faults } from "../../../runtime/testing/index.js";
import type { JsonReport } from "../../../runtime/types.js";
import { account, bodyFor, flow, type Setting, setting } from "../../support/flow.js";

type Name = "whole" | "small";

/** The client of this name, before a server. */
function clientOf(name: Name, { accessToken, url: baseUrl, clock }: Setting["server"], timeoutMs: number) {
  const options = { accessToken, baseUrl, clock, timeoutMs };
  return name === "whole" ? flowClient(connect(options), flow) : jsonClient(options, flow);
}

/** The report, created and awaited. `fileMs` is the time limit of the requests after the create, which has all the time it needs. */
async function reportOf(name: Name, { server }: Setting, fileMs = 60_000): Promise<JsonReport<unknown>> {
  const handle = await clientOf(name, server, 60_000).create(account, bodyFor(server));
  return clientOf(name, server, fileMs).resume(handle);
}

// Waited out: short for these alone, since a busy machine must not look like a fault.
const WAITED = /silence|stalled|dribble/;

/** The message without its page, numbers, and without what a continued download adds. */
const kindOf = (message: string) =>
  message
    .replace(/ \(docs\/guide\/\S+\)$/, "")
    .replace(/[\d,.]+/g, "N")
    .replace(/; then .*/, "")
    .replace(/ \(?after N rows?\)?/, "");

/** How reading ends: its rows, or the class and code of its error and the kind of its message. */
async function end(name: Name, fault: Fault): Promise<unknown> {
  await using scene = await setting({ polls: 0, faults: [fault] });
  return await reportOf(name, scene, WAITED.test(fault.name) ? 300 : undefined)
    .then(async (report) => ({ rows: (await report.toArray()).length }))
    .catch(({ name, code, message }) => ({ name, code, kind: kindOf(message) }));
}

// What the whole client resumes, by the rest of the file or by skipping what it has, and the small one begins again.
const RESUMED: readonly string[] = ["flaky-file", "partial-file", "changed-file", "cut-without-tag", "cut-with-weak-tag"];
// Files that do not decode: the small client begins them again, and its error is that of a transfer that broke off.
const REPEATED: readonly string[] = ["damaged-gzip-file", "corrupt-gzip-file"];
const inFiles = faultNames.filter((name) => faults[name].on.includes("file") && !RESUMED.includes(name));

describe("the two clients", () => {
  it.concurrent.each(inFiles)("end alike, with the rows or with the same error: %s of a file", async (name) => {
    const always: Fault = { name, on: "file", times: Number.POSITIVE_INFINITY };
    const whole = await end("whole", always);
    expect(await end("small", always)).toEqual(REPEATED.includes(name) ? { ...(whole as object), kind: expect.any(String) } : whole);
    // The small client yields no row of a file before its end, so it may begin again where the whole one may not.
    const once: Fault = { name, on: "file", times: 1 };
    const small = await end("small", once);
    expect([{ rows: 16 }, await end("whole", once)]).toContainEqual(small);
  });

  it.each([
    ["a page", "<!doctype html><p>Sign in</p>", /is damaged after 0 rows: it is HTML or XML/],
    ["a page after white space", "\ufeff \n<html>", /it is HTML or XML/],
    ["CSV", "A,B\n1,2\n", /JSON was requested, but it begins with "A"/],
    ["gzip", new Uint8Array([0x1f, 0x8b, 8, 0]), /it is gzip, but the host does not declare it/],
    ["white space", " ".repeat(20_000), /it begins with more than 16 KiB of white space/],
  ])("name a file that is no report alike: %s", async (_, value, message) => {
    const fault: Fault = { name: "other-file", value: value as string };
    const whole = await end("whole", fault);
    expect(whole).toMatchObject({ name: "DownloadError" });
    expect(await end("small", fault)).toEqual(whole);
    await using scene = await setting({ polls: 0, faults: [fault] });
    await expect((await reportOf("small", scene)).toArray()).rejects.toThrow(message);
  });

  it("limit the time of a whole download by deadlineMs", async () => {
    for (const name of ["whole", "small"] as const) {
      await using scene = await setting({ polls: 0, faults: [{ name: "stalled-file", times: Number.POSITIVE_INFINITY }] });
      const report = await reportOf(name, scene);
      await expect(report.toArray({ deadlineMs: 20 })).rejects.toMatchObject({
        code: "download",
        message: expect.stringMatching(
          /^the download took longer than deadlineMs, 0\.02 s: [\d,]+ of [\d,]+ bytes received \(after \d+ rows?\) \(docs\/guide\/\S+\)$/,
        ),
        handle: report.handle,
      });
      const reading = async (deadlineMs: number) => report.toArray({ deadlineMs });
      await expect(reading(0)).rejects.toThrow(new RangeError("deadlineMs must be a number of milliseconds above 0 and below 2 ** 31"));
    }
    await using calm = await setting();
    expect((await (await reportOf("small", calm)).toArray({ deadlineMs: 60_000 })).length).toBeGreaterThan(0);
  });
});
