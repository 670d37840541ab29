// Edits to the format of a request's dates.

import {
  copyOf,
  type Draft,
  type FieldPlace,
  listed,
  type Offered,
  type ParameterPlace,
  type Tree,
} from "../draft.js";
import { type Edit, type Kind, lives, ofOperation, refused, told } from "../kind.js";

const isDate = (name: unknown): boolean => /^(start|end)_date$/.test(String(name));

/**
 * The positions of the date schemas of an operation. Shared parameters are first copied into the
 * operation.
 */
function dates(operation: Offered, draft: Draft): readonly { holder: Tree; key: string }[] {
  const ofQuery = datesOfQuery(operation, draft).map(({ list, index, node }) => {
    const own = copyOf(node);
    list[index] = own;
    return { holder: own, key: "schema" };
  });
  return [...ofQuery, ...datesOfBody(operation, draft)];
}

function datesOfQuery({ id }: Offered, draft: Draft): readonly ParameterPlace[] {
  return draft
    .parameters()
    .filter(({ operation, node }) => operation.id === id && isDate(node.name));
}

function datesOfBody({ id }: Offered, draft: Draft): readonly FieldPlace[] {
  return draft
    .fields("request")
    .filter(({ operation, depth, key }) => operation.id === id && depth === 0 && isDate(key));
}

/** A kind that gives both dates of a request another form. */
function written(
  name: string,
  says: string,
  to: (draft: Draft, before: Tree) => Tree,
  edit: (at: string, isInQuery: boolean) => Edit = lives,
): Kind {
  return ofOperation(
    name,
    says,
    (operation, draft) => {
      const isInQuery = datesOfQuery(operation, draft).length > 0;
      for (const { holder, key } of dates(operation, draft)) {
        const before = draft.followed(holder[key]);
        const { description } = before;
        holder[key] = { ...to(draft, before), ...(description !== undefined && { description }) };
      }
      return edit(operation.at, isInQuery);
    },
    (operation, draft) =>
      [datesOfBody, datesOfQuery].some((datesOf) => datesOf(operation, draft).length === 2),
  );
}

/** A rule about days is lost if a value does not identify a day. */
const lost = (at: string): Edit => told(at, /rule|not (checked|enforced)/);

export const dateKinds: readonly Kind[] = [
  written(
    "dates-compact",
    "dates are eight digits",
    () => ({
      type: "string",
      pattern: "^\\d{8}$",
      example: "20260301",
    }),
    lost,
  ),
  written(
    "dates-times",
    "dates are times of RFC 3339, as with Google and Twitter",
    () => ({
      type: "string",
      format: "date-time",
    }),
    lost,
  ),
  written(
    "dates-seconds",
    "dates are seconds since 1970, as with Stripe and LinkedIn",
    () => ({ type: "integer", format: "int64", minimum: 0 }),
    lost,
  ),
  written(
    "dates-slashed",
    "dates are written with slashes",
    () => ({ type: "string", pattern: "^\\d{2}/\\d{2}/\\d{4}$" }),
    lost,
  ),
  written(
    "dates-objects",
    "dates are objects with year, month and day, as with LinkedIn and Microsoft Advertising",
    () => ({
      type: "object",
      properties: Object.fromEntries(
        ["year", "month", "day"].map((name) => [name, { type: "integer", minimum: 1 }]),
      ),
      required: ["year", "month", "day"],
    }),
    (at, isInQuery) =>
      isInQuery
        ? refused(at, "in a query, the fields of both dates have the same names")
        : lost(at),
  ),
  written("dates-without-format", "dates are plain strings", () => ({
    type: "string",
  })),
  written("dates-by-pattern", "dates are strings with a pattern", () => ({
    type: "string",
    pattern: "^\\d{4}-\\d{2}-\\d{2}$",
  })),
  written("dates-formatted-and-matched", "dates have a format and a pattern", (_, before) => ({
    ...copyOf(before),
    format: "date",
    pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
  })),
  written("dates-or-null", "dates may be null", (_, before) => ({
    ...copyOf(before),
    nullable: true,
  })),
  ofOperation(
    "dates-in-object",
    "both dates are in an object, as with Meta and Reddit",
    (operation, draft) => {
      const fields = datesOfBody(operation, draft);
      const [first] = fields;
      if (first === undefined || fields.some(({ owner }) => owner !== first.owner)) return null;
      const { owner, holder } = first;
      const names = fields.map(({ key }) => key);
      const needed = names.filter((name) => listed(owner.required).includes(name));
      holder.time_range = {
        type: "object",
        properties: Object.fromEntries(names.map((name) => [name, holder[name] ?? {}])),
        ...(needed.length > 0 && { required: needed }),
      };
      for (const name of names) delete holder[name];
      owner.required = listed(owner.required).filter((name) => !names.includes(String(name)));
      return lives(operation.at);
    },
    (operation, draft) => datesOfBody(operation, draft).length === 2,
  ),
];
