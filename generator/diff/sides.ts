import type { Limits, Type } from "../model/model.js";
import type { Found, Side } from "./change.js";
import type { Bare, Types } from "./resolve.js";

/** The types of one report or call in both models, and which way what is compared goes. */
export interface Sides {
  readonly old: Types;
  readonly now: Types;
  readonly side: Side;
  /** Goes on inside: compares what a field, an item or a member holds. */
  readonly inside: (old: Limited, now: Limited, place: string) => readonly Found[];
  /** Compares what holds nothing: values, and types of different kinds. */
  readonly simple: (old: Bare, now: Bare, place: string) => readonly Found[];
}

/** What has limits of its own: a field, an item, a member. */
export interface Limited {
  readonly type: Type;
  readonly limits: Limits;
}
