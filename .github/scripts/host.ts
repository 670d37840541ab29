import type { Proposal } from "./proposal.js";

/** The host's API, as GitHub gives its address to every step. */
export interface Host {
  readonly api: string;
  readonly repository: string;
  readonly token: string;
}

interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
}

export function hostFrom(env: NodeJS.ProcessEnv): Host {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
  if (!api || !repository || !token)
    throw new Error("GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN say where the pull request goes: set them");
  return { api, repository, token };
}

/** Opens the branch's pull request, or brings the one that is open up to date. Says in words what became of it. */
export async function propose(host: Host, { branch, base, title, body }: Proposal): Promise<string> {
  const [owner] = host.repository.split("/");
  const query = new URLSearchParams({ state: "open", head: `${owner}:${branch}`, base });
  const [open] = (await ask(host, "GET", `pulls?${query}`)) as readonly PullRequest[];
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
