import type { ReportLook } from "../report.js";

/** A look that gives its link to who asks for it, and to nobody else: not when it is printed, copied or made JSON. */
export class Look implements ReportLook {
  readonly status: string;
  readonly state: ReportLook["state"];
  readonly known: boolean;
  readonly size: number | null;
  readonly #url: string | null;

  constructor({ status, state, known, size, url }: ReportLook) {
    this.status = status;
    this.state = state;
    this.known = known;
    this.size = size;
    this.#url = url;
  }

  get url(): string | null {
    return this.#url;
  }
}
