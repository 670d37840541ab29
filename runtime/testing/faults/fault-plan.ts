import type { ReportFile } from "../long-file.js";
import type { Reply, Step } from "../reply.js";
import { type Fault, KINDS } from "./all.js";
import { checkFault } from "./check-fault.js";
import type { FaultKind, FaultValue, FaultyCall, FaultyContent } from "./fault-kind.js";

interface Planned {
  readonly fault: Fault;
  readonly kind: FaultKind;
  readonly on: Step | undefined;
  readonly value: FaultValue;
  skip: number;
  left: number;
  happened: boolean;
}

/** A call, and how its answer would be with another file. */
export interface PlannedCall extends Omit<FaultyCall, "value"> {
  readonly content?: Omit<FaultyContent, "value">;
  served(file: ReportFile, headers: Readonly<Record<string, string>>): Reply;
}

/** Keeps count of which faults are still to happen. */
export class FaultPlan {
  readonly #plan: readonly Planned[];

  constructor(faults: readonly Fault[]) {
    this.#plan = faults.map((fault, index) => {
      checkFault(fault, `faults[${index}]`);
      const kind: FaultKind = KINDS[fault.name];
      return {
        fault,
        kind,
        on: fault.on ?? kind.on[0],
        value: fault.value ?? kind.value?.usual ?? "",
        skip: fault.skip ?? 0,
        left: fault.times ?? kind.times,
        happened: false,
      };
    });
  }

  /** Those that have not happened as often as they were to; what is to happen always must have happened once. */
  get pending(): readonly Fault[] {
    return this.#plan
      .filter(({ left, happened }) => left > 0 && !(happened && left === Number.POSITIVE_INFINITY))
      .map(({ fault }) => fault);
  }

  /** The answer of the first fault that can happen to this call; null where all goes well. */
  reply(call: PlannedCall): Reply | null {
    for (const one of this.#plan) {
      if (one.on !== call.request.step || one.left <= 0) continue;
      if (one.skip > 0) {
        one.skip--;
        continue;
      }
      const reply = replyOf(one, call);
      if (reply === null) continue;
      one.left--;
      one.happened = true;
      return reply;
    }
    return null;
  }

  /** The file that the next download gets, if it goes well; null for the report's own. The API announces its size. */
  file(content: Omit<FaultyContent, "value">): ReportFile | null {
    const next = this.#plan.find(({ kind, left, skip }) => kind.content !== undefined && left > 0 && skip === 0);
    return next?.kind.content?.({ ...content, value: next.value }) ?? null;
  }
}

function replyOf({ kind, value, fault }: Planned, { content, served, ...call }: PlannedCall): Reply | null {
  if (kind.reply !== undefined) return kind.reply({ ...call, value });
  const file = content && kind.content?.({ ...content, value });
  return file ? served(file, fault.headers ?? {}) : null;
}
