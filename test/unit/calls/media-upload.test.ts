import { describe, expect, it } from "vitest";
import type { ClientOptions, Fetch } from "../../../generated/index.js";
import { createFakeClock } from "../../../generated/testing.js";
import { mediaUpload } from "../../../runtime/client/media-upload.js";
import { connect, type Operation } from "../../../runtime/support-client.js";

const create: Operation<{ readonly media_type: "video" }, { readonly media_id: string }> = {
  ...{ name: "media-create", method: "POST", path: "/media", rateLimit: "org_write", validate: () => [] },
  call: (api, body, init) => api.POST("/media", { ...init, body }),
};
const get: Operation<{ readonly media_id: string }, { readonly status?: string }> = {
  ...{ name: "media-get", method: "GET", path: "/media/{media_id}", rateLimit: "org_read", validate: () => [] },
  call: (api, path, init) => api.GET("/media/{media_id}", { ...init, params: { path } }),
};
const HOST = "https://bucket.s3.amazonaws.com/up?sig=s3cret-1";
const registered = { media_id: "7", media_type: "video", upload_url: HOST, upload_parameters: { key: "a/b", policy: "s3cret-2" } };
const file = new Blob(["film"], { type: "video/mp4" });

interface Stage {
  readonly upload: ReturnType<typeof mediaUpload>;
  readonly sent: { readonly method: string; readonly url: string; readonly authorization: string | null; readonly init: RequestInit }[];
}

/** Answers the registration, the host and the polls in turn; the last answer of each stays. */
function stage(answers: {
  readonly create?: object;
  readonly host?: readonly (number | Error)[];
  readonly statuses?: readonly string[];
}): Stage {
  const { create: first = registered, host = [204], statuses = ["succeeded"] } = answers;
  const sent: Stage["sent"] = [];
  const [hosts, polls] = [[...host], [...statuses]];
  const next = <Item>(list: Item[]): Item => (list.length > 1 ? (list.shift() as Item) : (list[0] as Item));
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { method = "GET", headers } = init;
    sent.push({ method, url, authorization: new Headers(headers).get("authorization"), init });
    if (url.startsWith("https://api.")) return Response.json(method === "POST" ? first : { media_id: "7", status: next(polls) });
    const outcome = next(hosts);
    if (outcome instanceof Error) throw outcome;
    return new Response(null, { status: outcome });
  };
  const options = { accessToken: "token-1", fetch: fetch as unknown as Fetch, clock: createFakeClock() } as ClientOptions;
  return { upload: mediaUpload(connect(options), create, get), sent };
}

describe("a video", () => {
  it("is registered, uploaded without the token and polled until it is processed", async () => {
    const { upload, sent } = stage({ statuses: ["registered", "processing", "succeeded"] });
    expect(await upload(file)).toBe("7");
    expect(sent.map(({ method, url }) => `${method} ${url.replace(/\?.*/, "")}`)).toEqual([
      "POST https://api.pinterest.com/v5/media",
      "POST https://bucket.s3.amazonaws.com/up",
      ...Array<string>(3).fill("GET https://api.pinterest.com/v5/media/7"),
    ]);
    expect(sent.map(({ authorization }) => authorization)).toEqual(["Bearer token-1", null, ...Array<string>(3).fill("Bearer token-1")]);
    const { body = null, headers = {} } = sent[1]?.init ?? {};
    const form = await new Response(body, { headers: { "content-type": new Headers(headers).get("content-type") ?? "" } }).formData();
    // S3 ignores what follows the file.
    expect([...form.keys()]).toEqual(["key", "policy", "file"]);
    expect([form.get("key"), await (form.get("file") as Blob).text()]).toEqual(["a/b", "film"]);
  });

  it.each([
    ["a path", "film.mp4", "file must be a Blob"],
    ["its bytes", new Uint8Array(4), "file must be a Blob"],
    ["missing", undefined, "file must be a Blob"],
    ["empty", new Blob([]), "file must not be empty"],
  ])("is not registered if it is %s", async (_, wrong, message) => {
    const { upload, sent } = stage({});
    await expect(upload(wrong as Blob)).rejects.toThrow(
      expect.objectContaining({ name: "TypeError", message: expect.stringContaining(message) }),
    );
    expect(sent).toEqual([]);
  });

  it.each([Number.NaN, 0, -1, 2 ** 31, "600"])("is not registered with %j as the time limit", async (deadlineMs) => {
    const { upload, sent } = stage({ statuses: ["processing"] });
    await expect(upload(file, { deadlineMs: deadlineMs as number })).rejects.toThrow(
      expect.objectContaining({ name: "RangeError", message: expect.stringContaining("deadlineMs") }),
    );
    expect(sent).toEqual([]);
  });

  it("is uploaded in a form of its own if the registration has null as its fields", async () => {
    const { upload, sent } = stage({ create: { ...registered, upload_parameters: null } });
    expect(await upload(file)).toBe("7");
    const { body = null, headers = {} } = sent[1]?.init ?? {};
    const form = await new Response(body, { headers: { "content-type": new Headers(headers).get("content-type") ?? "" } }).formData();
    expect([...form.keys()]).toEqual(["file"]);
  });

  it.each(["POST", "GET"])("ends at its own deadline, not at that of the client, while the API fails each %s", async (method) => {
    const clock = createFakeClock();
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      if (!url.startsWith("https://api.")) return new Response(null, { status: 204 });
      if (init.method === method) return Response.json({ code: 1, message: "retry after 20 seconds" }, { status: 429 });
      return Response.json(registered);
    };
    const options = { accessToken: "token-1", fetch: fetch as unknown as Fetch, clock, maxRetries: 100 } as ClientOptions;
    const begun = clock.now();
    await expect(mediaUpload(connect(options), create, get)(file, { deadlineMs: 60_000 })).rejects.toThrow("429");
    expect(clock.now() - begun).toBeLessThanOrEqual(61_000);
  });

  it("is sent again after an outage of the host", async () => {
    const { upload, sent } = stage({ host: [503, new TypeError("fetch failed"), 204] });
    expect(await upload(file)).toBe("7");
    expect(sent.filter(({ url }) => url === HOST)).toHaveLength(3);
    expect(sent.filter(({ method, url }) => method === "POST" && url.endsWith("/media"))).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof stage>[0], string]>([
    ["the host refuses it", { host: [403] }, "the host of the upload responded with 403"],
    ["the host redirects", { host: [307] }, "the host of the upload responded with 307"],
    ["it cannot be processed", { statuses: ["processing", "failed"] }, "with the status failed: the file cannot be processed"],
    ["it is not processed in time", { statuses: ["processing"] }, 'with the status "processing" after 600 s'],
    ["there is no id", { create: { upload_url: "https://x.amazonaws.com/" } }, "without a media_id"],
    ["there is no address", { create: { media_id: "7" } }, "without an upload_url"],
    [
      "the address is not safe",
      { create: { ...registered, upload_url: "http://bucket.s3.amazonaws.com" } },
      "with an upload_url that is not https",
    ],
    [
      "the address is private",
      { create: { ...registered, upload_url: "https://10.0.0.1/up" } },
      "with an upload_url that points into a private",
    ],
  ])("is an ApiError if %s", async (_, answers, message) => {
    const { upload } = stage(answers);
    const error: unknown = await upload(file).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ApiError", message: expect.stringContaining(message) });
    expect(String((error as Error).stack)).not.toMatch(/s3cret|token-1/);
  });

  it("is a ConnectionError without the fields of the form if the host does not respond", async () => {
    const { upload } = stage({ host: [new TypeError("fetch failed for s3cret-2")] });
    const error: unknown = await upload(file).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ConnectionError", message: expect.stringContaining("no response from the host of the upload") });
    const cause = String((error as Error).cause);
    expect(`${String((error as Error).stack)} ${cause}`).not.toMatch(/s3cret/);
  });

  it("ends with the reason of an abort, whatever it is doing", async () => {
    const controller = new AbortController();
    const { upload, sent } = stage({ statuses: ["processing"] });
    const ended = upload(file, { signal: controller.signal, deadlineMs: 2 ** 30 });
    const reason = new Error("enough");
    while (sent.length < 4) await new Promise((resolve) => setTimeout(resolve, 1));
    controller.abort(reason);
    await expect(ended).rejects.toBe(reason);
  });
});
