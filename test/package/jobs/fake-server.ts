// The fake server in a separate process. Its options come as JSON in the environment, and it
// reports its state to its parent on request.
import {
  createFakeServer,
  type FakeServerOptions,
  type RecordedRequest,
  systemClock,
} from "pinterest-reports/testing";
import type { State } from "./job.js";

const options: FakeServerOptions = JSON.parse(process.env.FAKE_SERVER ?? "{}");

/** The campaigns of a request, with their ids. */
function respond({ method, path, body }: RecordedRequest): unknown {
  if (method !== "POST" || !path.endsWith("/campaigns")) return undefined;
  return {
    items: JSON.parse(body).map((campaign: object, index: number) => ({
      data: { ...campaign, id: `62673556583${index}` },
    })),
  };
}

const server = await createFakeServer({ polls: 1, respond, ...options, clock: systemClock });

function state(): State {
  const tokens = new Map<string, string>();
  for (const { step, query, path } of server.requests)
    if (step === "poll" && query.token !== undefined)
      tokens.set(query.token, path.split("/").at(-2) ?? "");
  return {
    requests: server.requests.map(({ step, path, body }) => ({ step, path, body })),
    files: [...tokens].map(([token, account]) => ({
      token,
      account,
      text: Buffer.concat([...server.file(token)]).toString(),
    })),
  };
}

process.on("message", (question) =>
  process.send?.(question === "state" ? state() : server.requests.length),
);
process.on("disconnect", () => process.exit());
process.send?.({ PINTEREST_API_BASE_URL: server.url, PINTEREST_ACCESS_TOKEN: server.accessToken });
