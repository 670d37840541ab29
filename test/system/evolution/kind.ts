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

/** An edit that was made. */
export interface Edit {
  /** Where, as a JSON pointer. */
  readonly place: string;
  readonly expected: Expected;
  /** Why a refusal is right; of an edit that has to live nothing needs to be said. */
  readonly because?: string;
  /** What would be wrong in any of the files. */
  readonly never?: string;
  /** What a line of `generate` must say, which the unedited description does not get. */
  readonly told?: RegExp;
  /** What a line of `diff` must say of what is before and what is now. */
  readonly differs?: RegExp;
  /** What no line of `diff` may say. */
  readonly keeps?: RegExp;
  /** Written as YAML: what stands at several places of the draft has an anchor and aliases. */
  readonly isYaml?: boolean;
  /** What others do at its place would make another edit of it. */
  readonly isAlone?: boolean;
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

/** It lives, and is not made together with others. */
export function livesAlone(place: string): Edit {
  return { ...lives(place), isAlone: true };
}

/** It lives, and one line says what it lost. */
export function told(place: string, line: RegExp): Edit {
  return { ...lives(place), told: line };
}

/** It lives, and `diff` says what the client of before could do. */
export function differs(place: string, line: RegExp): Edit {
  return { ...lives(place), differs: line };
}

/** A kind that changes one of some places; null where there is none after all. */
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

/** A kind that changes one of the operations that fit. */
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

/** A kind that changes the document around the operations. */
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

/** A kind that changes one of the parameters that fit. */
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

/** A kind that changes one of the good responses. */
export function ofGood(
  name: string,
  says: string,
  change: (place: ResponsePlace, draft: Draft) => Edit | undefined,
): Kind {
  return ofPlace(name, says, (draft) => draft.good(), change);
}

/** A kind that changes what a body or a good response holds, where it fits. */
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

/** A kind that changes one of the fields that fit. */
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

/** A kind that changes one of the schemas that fit, wherever it stands. */
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
