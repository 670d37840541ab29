import type { Proposal } from "./proposal.ts";

/** The host's API, as GitHub gives its address to every step. */
export interface Host {
  readonly api: string;
  readonly repository: string;
  readonly token: string;
}

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  /** Null where it was closed without. */
  readonly merged_at?: string | null;
}

export function hostFrom(env: NodeJS.ProcessEnv): Host {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
  if (!api || !repository || !token)
    throw new Error("GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN say where the pull request goes: set them");
  return { api, repository, token };
}

/** The branch's pull request that is open. */
export function openRequest(host: Host, proposal: Proposal): Promise<PullRequest | undefined> {
  return newest(host, proposal, "open");
}

/** The branch's pull request that was closed last, merged or not. */
export function lastClosed(host: Host, proposal: Proposal): Promise<PullRequest | undefined> {
  return newest(host, proposal, "closed");
}

async function newest(host: Host, { branch, base }: Proposal, state: "open" | "closed"): Promise<PullRequest | undefined> {
  const [owner] = host.repository.split("/");
  const order = { sort: "updated", direction: "desc", per_page: "1" };
  const query = new URLSearchParams({ state, head: `${owner}:${branch}`, base, ...order });
  const [request] = (await ask(host, "GET", `pulls?${query}`)) as readonly PullRequest[];
  return request;
}

/** Whether this very proposal was closed without being merged. */
export function isUnwanted(closed: PullRequest, { title, body }: Proposal): boolean {
  return !closed.merged_at && closed.title === title && closed.body === body;
}

/** Opens the branch's pull request, or brings the one that is open up to date. Says in words what became of it. */
export async function propose(host: Host, { branch, base, title, body }: Proposal, open: PullRequest | undefined): Promise<string> {
  if (!open) {
    const { number } = (await ask(host, "POST", "pulls", { title, body, head: branch, base })) as PullRequest;
    return `opened pull request ${number}: ${title}`;
  }
  if (open.title === title && open.body === body) return `pull request ${open.number} is as it was`;
  await ask(host, "PATCH", `pulls/${open.number}`, { title, body });
  return `brought pull request ${open.number} up to date: ${title}`;
}

async function ask({ api, repository, token }: Host, method: string, path: string, content?: object): Promise<unknown> {
  const answer = await fetch(`${api}/repos/${repository}/${path}`, {
    method,
    headers: { accept: "application/vnd.github+json", authorization: `Bearer ${token}`, "x-github-api-version": "2022-11-28" },
    ...(content && { body: JSON.stringify(content) }),
    signal: AbortSignal.timeout(30_000),
    redirect: "error",
  });
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text);
  const hint = answer.status === 403 ? "; the repository's settings must allow Actions to open pull requests" : "";
  throw new Error(`${method} ${path.split("?")[0]} was answered ${answer.status}${hint}: ${text.slice(0, 300)}`);
}
