import { utcToday } from "../validation/dates.js";
import type { ContractFacts } from "./facts.js";
import type { FaultyContent } from "./faults/fault.js";
import { seededRandom } from "./report-data.js";
import type { GeneratedFile, Shape } from "./report-file.js";
import { reportFile } from "./report-file.js";

const REPORT_LIFETIME_MS = 3_600_000;

/** A requested report. */
export interface Job {
  readonly token: string;
  readonly facts: ContractFacts;
  readonly adAccountId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  polls: number;
}

/** Options for `Jobs`, as in `FakeServerOptions`; `date` returns milliseconds since 1970. */
export interface JobsOptions {
  readonly seed: number;
  readonly entities: number;
  readonly bytes: number;
  readonly restated: number;
  readonly date: () => number;
}

/** An issued download link; `at` is in milliseconds since 1970. */
export interface Issued {
  readonly job: Job;
  readonly at: number;
}

/** Stores all reports of a server, with their files and download links. */
export class Jobs {
  readonly #options: JobsOptions;
  readonly #jobs = new Map<string, Job>();
  readonly #byRequest = new Map<string, Job>();
  readonly #issued = new Map<string, Issued>();
  readonly #files = new WeakMap<Job, GeneratedFile>();

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  /**
   * Stores and returns a new report. If a report with the same flow, account and body was created
   * within the last hour by the server's clock, returns that report, as Pinterest appears to do.
   */
  create(facts: ContractFacts, adAccountId: string, body: Readonly<Record<string, unknown>>): Job {
    const { seed, date } = this.#options;
    const requestKey = JSON.stringify([facts.name, adAccountId, body]);
    const previous = this.#byRequest.get(requestKey);
    if (previous && date() - previous.createdAt <= REPORT_LIFETIME_MS) return previous;
    const token = hex(`token ${seed} ${this.#jobs.size}`, 64);
    const job = { token, facts, adAccountId, body, createdAt: date(), polls: 0 };
    this.#jobs.set(token, job);
    this.#byRequest.set(requestKey, job);
    return job;
  }

  /** Returns the report with this token, regardless of its age; undefined if there is none. */
  byToken(token: string | undefined): Job | undefined {
    return this.#jobs.get(token ?? "");
  }

  /** Returns the link with this signature, even an expired one; undefined if there is none. */
  bySignature(signature: string | undefined): Issued | undefined {
    return this.#issued.get(signature ?? "");
  }

  /**
   * Issues a new link to a report's file and returns the link's path and query. The link is valid
   * for five minutes.
   */
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

  /** Returns a report's file, unaffected by faults. The file is generated only once. */
  file(job: Job): GeneratedFile {
    const file = this.#files.get(job) ?? this.#generate(job, "usual");
    this.#files.set(job, file);
    return file;
  }

  /**
   * Returns a report's file, and a function that returns the same report in a different shape. The
   * function returns null for CSV files and TOTAL reports.
   */
  content(job: Job): Omit<FaultyContent, "value"> {
    const { report_format, granularity } = job.body;
    const isNested = report_format !== "CSV" && granularity !== "TOTAL";
    const usualFile = () => this.file(job);
    return {
      get file() {
        return usualFile();
      },
      shaped: (shape) => (isNested ? this.#generate(job, shape) : null),
    };
  }

  /** Generates a report's file in the given shape. */
  #generate({ facts, adAccountId: account, body, createdAt }: Job, shape: Shape): GeneratedFile {
    const { seed, restated } = this.#options;
    return reportFile(
      { facts, account, body, seed, restated, madeOn: utcToday(createdAt) },
      this.#options,
      shape,
    );
  }
}

/** Returns `length` hexadecimal digits that depend only on `text`. */
function hex(text: string, length: number): string {
  const next = seededRandom(text);
  return Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join("");
}
