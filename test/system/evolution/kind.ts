import type {
  Draft,
  FieldPlace,
  MediaPlace,
  Offered,
  ParameterPlace,
  Place,
  ResponsePlace,
} from "./draft.js";

export type Expected = "lives" | "refused";

/** An edit that was applied. */
export interface Edit {
  /** The edited place, as a JSON pointer. */
  readonly place: string;
  readonly expected: Expected;
  /** Why rejecting the description is correct. Unset if it must be accepted. */
  readonly because?: string;
  /** Text that no generated file may contain. */
  readonly never?: string;
  /** A line that `generate` must print, and does not print for the unedited description. */
  readonly told?: RegExp;
  /** A line that `diff` must print about the outputs before and after. */
  readonly differs?: RegExp;
  /** A line that `diff` must not print. */
  readonly keeps?: RegExp;
  /**
   * Write the description as YAML, with an anchor and aliases for objects that occur more than
   * once.
   */
  readonly isYaml?: boolean;
  /** Another edit at the same place would change the meaning of this one. */
  readonly isAlone?: boolean;
}

/** A kind of edit that an API's owner makes. */
export interface Kind {
  readonly name: string;
  /** What the owner does. */
  readonly says: string;
  /** Applies the edit at a random place. Returns null if the description has no place for it. */
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

/** The description must be accepted. The edit is not combined with others. */
export function livesAlone(place: string): Edit {
  return { ...lives(place), isAlone: true };
}

/** The description must be accepted, and one line must say what was lost. */
export function told(place: string, line: RegExp): Edit {
  return { ...lives(place), told: line };
}

/** The description must be accepted, and `diff` must say what the previous client could do. */
export function differs(place: string, line: RegExp): Edit {
  return { ...lives(place), differs: line };
}

/** A kind that changes one of several places. Returns null if there is none. */
function ofPlace<One extends { readonly operation: Offered; readonly at: string }>(
  name: string,
  says: string,
  places: (draft: Draft) => readonly One[],
  change: (place: One, draft: Draft) => Edit | null | undefined,
): Kind {
  return kind(name, says, (draft) => {
    const place = draft.pick(places(draft));
    if (place === undefined) return null;
    const edit = change(place, draft);
    return edit === undefined ? lives(place.at) : edit;
  });
}

/** A kind that changes a random operation that fits. */
export function ofOperation(
  name: string,
  says: string,
  change: (operation: Offered, draft: Draft) => Edit | null | undefined,
  fits: (operation: Offered, draft: Draft) => boolean = () => true,
): Kind {
  const places = (draft: Draft): readonly { operation: Offered; at: string }[] =>
    draft
      .operations()
      .filter((one) => fits(one, draft))
      .map((operation) => ({ operation, at: operation.at }));
  return ofPlace(name, says, places, ({ operation }, draft) => change(operation, draft));
}

/** A kind that changes the document outside of its operations. */
export function ofDocument(
  name: string,
  says: string,
  change: (draft: Draft) => Edit | null | undefined,
): Kind {
  return kind(name, says, (draft) => {
    const edit = change(draft);
    return edit === undefined ? lives("#") : edit;
  });
}

/** A kind that changes a random parameter that fits. */
export function ofParameter(
  name: string,
  says: string,
  fits: (place: ParameterPlace, draft: Draft) => boolean,
  change: (place: ParameterPlace, draft: Draft) => Edit | undefined,
): Kind {
  const places = (draft: Draft): readonly ParameterPlace[] =>
    draft.parameters().filter((one) => fits(one, draft));
  return ofPlace(name, says, places, change);
}

/** A kind that changes a random successful response. */
export function ofGood(
  name: string,
  says: string,
  change: (place: ResponsePlace, draft: Draft) => Edit | undefined,
): Kind {
  return ofPlace(name, says, (draft) => draft.good(), change);
}

/** A kind that changes the content of a random body or successful response that fits. */
export function ofMedia(
  name: string,
  says: string,
  side: "request" | "response",
  change: (place: MediaPlace, draft: Draft) => Edit | undefined,
  fits: (place: MediaPlace, draft: Draft) => boolean = () => true,
): Kind {
  const places = (draft: Draft): readonly MediaPlace[] =>
    draft.media(side).filter((one) => fits(one, draft));
  return ofPlace(name, says, places, change);
}

/** A kind that changes a random field that fits. */
export function ofField(
  name: string,
  says: string,
  fits: (field: FieldPlace, draft: Draft) => boolean,
  change: (field: FieldPlace, draft: Draft) => Edit | undefined,
): Kind {
  const places = (draft: Draft): readonly FieldPlace[] =>
    draft.fields().filter((one) => fits(one, draft));
  return ofPlace(name, says, places, change);
}

/** A kind that changes a random schema that fits, anywhere in the description. */
export function ofSchema(
  name: string,
  says: string,
  fits: (place: Place, draft: Draft) => boolean,
  change: (place: Place, draft: Draft) => Edit | undefined,
): Kind {
  const places = (draft: Draft): readonly Place[] =>
    draft.schemas().filter((one) => fits(one, draft));
  return ofPlace(name, says, places, change);
}
