import type { Reply, SeenRequest, Step } from "./reply.js";

/** What a fault is about, where it has something: seconds to wait, a status, how many bytes come. */
export type FaultValue = number | string;

/** A call about to be answered. */
export interface FaultyCall {
  readonly request: SeenRequest;
  readonly value: FaultValue | undefined;
  /** How long ago the report was created, by the server's clock; 0 for none. */
  readonly ageMs: number;
  /** What would be answered if nothing went wrong. Carries it out, too. */
  usual(): Reply;
}

export interface FaultKind {
  /** Where it happens unless told. */
  readonly on: Step;
  readonly times?: number;
  reply(call: FaultyCall): Reply;
}
