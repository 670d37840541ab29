import type { Draft, FieldPlace, Place } from "./draft.js";

export type Expected = "lives" | "refused";

/** An edit that was made. */
export interface Edit {
  /** Where, as a JSON pointer. */
  readonly place: string;
  readonly expected: Expected;
  /** Why a refusal is right; of an edit that has to live nothing needs to be said. */
  readonly because?: string;
  /** What would be wrong in any of the files. */
  readonly never?: string;
}

/** A kind of edit that an owner of an API makes. */
export interface Kind {
  readonly name: string;
  /** What the owner does, in words. */
  readonly says: string;
  /** Makes the edit at a place that is drawn; null where the description has no place for it. */
  edit(draft: Draft): Edit | null;
}

export function kind(name: string, says: string, edit: (draft: Draft) => Edit | null): Kind {
  return { name, says, edit };
}

export function lives(place: string): Edit {
  return { place, expected: "lives" };
}

export function refused(place: string, because: string): Edit {
  return { place, expected: "refused", because };
}

/** A kind that changes one of the fields that fit. */
export function ofField(
  name: string,
  says: string,
  fits: (field: FieldPlace, draft: Draft) => boolean,
  change: (field: FieldPlace, draft: Draft) => Edit | undefined,
): Kind {
  return kind(name, says, (draft) => {
    const field = draft.pick(draft.fields().filter((one) => fits(one, draft)));
    return field === undefined ? null : (change(field, draft) ?? lives(field.at));
  });
}

/** A kind that changes one of the schemas that fit, wherever it stands. */
export function ofSchema(
  name: string,
  says: string,
  fits: (place: Place, draft: Draft) => boolean,
  change: (place: Place, draft: Draft) => Edit | undefined,
): Kind {
  return kind(name, says, (draft) => {
    const place = draft.pick(draft.schemas().filter((one) => fits(one, draft)));
    return place === undefined ? null : (change(place, draft) ?? lives(place.at));
  });
}
