// The fake server in a process of its own. Its options come as JSON in the environment; it reports its state to its parent when asked.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createFakeServer, type FakeServerOptions, type RecordedRequest, systemClock } from "pinterest-reports/testing";
import type { State } from "./job.js";

const options: FakeServerOptions = JSON.parse(process.env.FAKE_SERVER ?? "{}");
const uploads: string[] = [];
const uploadHost = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  uploads.push(Buffer.concat(parts).toString("latin1"));
  response.writeHead(204).end();
}).listen(0, "127.0.0.1");
await once(uploadHost, "listening");
const MEDIA = "12345";
let looks = 0;

/** Campaigns, and one video whose upload is processed when its status is read for the second time. */
function respond({ method, path, body }: RecordedRequest): unknown {
  if (method === "POST" && path.endsWith("/campaigns"))
    return { items: JSON.parse(body).map((campaign: object, index: number) => ({ data: { ...campaign, id: `62673556583${index}` } })) };
  if (path.endsWith("/media"))
    return {
      media_id: MEDIA,
      media_type: "video",
      upload_url: `http://127.0.0.1:${(uploadHost.address() as AddressInfo).port}/`,
      upload_parameters: { key: "uploads/spring", policy: "signed" },
    };
  if (path.endsWith(`/media/${MEDIA}`)) {
    const status = uploads.length === 0 ? "registered" : looks++ === 0 ? "processing" : "succeeded";
    return { media_id: MEDIA, media_type: "video", status };
  }
  return undefined;
}

const server = await createFakeServer({ polls: 1, respond, ...options, clock: systemClock });

function state(): State {
  const tokens = new Map<string, string>();
  for (const { step, query, path } of server.requests)
    if (step === "poll" && query.token !== undefined) tokens.set(query.token, path.split("/").at(-2) ?? "");
  return {
    uploads,
    requests: server.requests.map(({ step, path, body }) => ({ step, path, body })),
    files: [...tokens].map(([token, account]) => ({ token, account, text: Buffer.concat([...server.file(token)]).toString() })),
  };
}

process.on("message", (question) => process.send?.(question === "state" ? state() : server.requests.length));
process.on("disconnect", () => process.exit());
process.send?.({ PINTEREST_API_BASE_URL: server.url, PINTEREST_ACCESS_TOKEN: server.accessToken });
