import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { listening, closed as stopped } from "../../support/description-server.js";

export interface PullRequest {
  readonly number: number;
  title: string;
  body: string;
  head: string;
  base: string;
}

export interface PullRequestsServer {
  /** What a step gets of the host: where it is, and who asks. */
  readonly env: Readonly<Record<string, string>>;
  readonly open: readonly PullRequest[];
  /** Closes the one that is open, merged or not. */
  end(merged: boolean): void;
  /** The methods of what was asked, in order; then forgets them. */
  asked(): readonly string[];
  close(): Promise<void>;
}

const TOKEN = "made-up-token";

/** As much of the host's API as a proposal needs: lists, opens and changes pull requests, and refuses a second one for a branch. */
export async function pullRequestsServer(): Promise<PullRequestsServer> {
  const open: PullRequest[] = [];
  const closed: (PullRequest & { readonly merged_at: string | null })[] = [];
  let asked: string[] = [];
  const server = createServer(async (request, answer) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
    const reply = (status: number, body: unknown): unknown => answer.writeHead(status).end(JSON.stringify(body));
    const sent = await textOf(request);
    asked.push(`${request.method}`);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return reply(401, { message: "Bad credentials" });
    const [, number] = /^\/repos\/made\/up\/pulls(?:\/(\d+))?$/.exec(pathname) ?? [];
    const one = open.find((each) => each.number === Number(number));
    if (request.method === "GET") {
      const asked = searchParams.get("state") === "closed" ? closed : open;
      return reply(
        200,
        asked.filter(({ head, base }) => `made:${head}` === searchParams.get("head") && base === searchParams.get("base")),
      );
    }
    if (request.method === "PATCH" && one) return reply(200, Object.assign(one, JSON.parse(sent)));
    const next: PullRequest = { number: open.length + closed.length + 1, ...JSON.parse(sent) };
    if (request.method !== "POST" || open.some(({ head }) => head === next.head)) return reply(422, { message: "Validation Failed" });
    open.push(next);
    return reply(201, next);
  });
  await listening(server);
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: { GITHUB_API_URL: api, GITHUB_REPOSITORY: "made/up", GITHUB_TOKEN: TOKEN, GITHUB_SERVER_URL: api },
    open,
    asked: () => {
      const [said, none] = [asked, []];
      asked = none;
      return said;
    },
    end: (merged) => {
      for (const one of open.splice(0)) closed.unshift({ ...one, merged_at: merged ? "2026-03-10T12:00:00Z" : null });
    },
    close: () => stopped(server),
  };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
