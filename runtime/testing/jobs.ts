import type { ContractFacts } from "./facts.js";
import { dice, reportData } from "./report-data.js";
import { csvFile, jsonFile } from "./report-file.js";

const REPORT_LIVES_MS = 3_600_000;

/** A report that was asked for. */
export interface Job {
  readonly token: string;
  readonly facts: ContractFacts;
  readonly adAccountId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  looks: number;
}

export interface JobsOptions {
  readonly seed: number;
  readonly entities: number;
  readonly date: () => number;
}

interface Issued {
  readonly job: Job;
  readonly at: number;
}

/** All reports of a server, their files and the links to these. */
export class Jobs {
  readonly #options: JobsOptions;
  readonly #jobs = new Map<string, Job>();
  readonly #issued = new Map<string, Issued>();
  readonly #files = new WeakMap<Job, string>();

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  /** The same request within the hour is the same report, as at Pinterest. */
  create(facts: ContractFacts, adAccountId: string, body: Readonly<Record<string, unknown>>): Job {
    const { seed, date } = this.#options;
    const asked = JSON.stringify([facts.name, adAccountId, body]);
    const before = [...this.#jobs.values()].find((job) => JSON.stringify([job.facts.name, job.adAccountId, job.body]) === asked);
    if (before && date() - before.createdAt <= REPORT_LIVES_MS) return before;
    const token = hex(`token ${seed} ${this.#jobs.size}`, 64);
    const job = { token, facts, adAccountId, body, createdAt: date(), looks: 0 };
    this.#jobs.set(token, job);
    return job;
  }

  byToken(token: string | undefined): Job | undefined {
    return this.#jobs.get(token ?? "");
  }

  bySignature(signature: string | undefined): Issued | undefined {
    return this.#issued.get(signature ?? "");
  }

  /** Path and query of a new link, valid for five minutes. */
  sign(job: Job): string {
    const at = this.#options.date();
    const signature = hex(`signature ${job.token} ${this.#issued.size}`, 64);
    this.#issued.set(signature, { job, at });
    const time = new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
    const query = new URLSearchParams({
      "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
      "X-Amz-Date": time,
      "X-Amz-Expires": "300",
      "X-Amz-Signature": signature,
    });
    return `/async_reporting_v3/x-y-z/${job.token.slice(0, 8)}/metrics_report.txt?${query}`;
  }

  file(job: Job): string {
    const made = this.#files.get(job);
    if (made !== undefined) return made;
    const { body, facts } = job;
    const rows = reportData(facts, body, this.#options);
    const columns = Array.isArray(body.columns) ? body.columns.map(String) : [];
    const file = body.report_format === "CSV" ? csvFile(rows, columns) : jsonFile(rows, body.primary_sort === "BY_DATE");
    this.#files.set(job, file);
    return file;
  }
}

function hex(text: string, length: number): string {
  const next = dice(text);
  return Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join("");
}
