// Edits to a report's status, which says when it is done.

import { copyOf, type Draft, type FieldPlace, listed, type Tree, type Value } from "../draft.js";
import { type Edit, type Kind, lives, ofField, refused } from "../kind.js";
import { upgrade } from "./newer.js";

const isStatus = (field: FieldPlace, draft: Draft): boolean =>
  field.operation.role === "poll" && field.key === "report_status" && draft.isRead(field);

const valuesOf = (field: FieldPlace, draft: Draft): readonly Value[] =>
  listed(draft.held(field).enum);

const ENDLESS = "nothing says that a report is done";

/** A kind that replaces the schema of a report's status. */
function becomes(
  name: string,
  says: string,
  to: (values: readonly Value[], draft: Draft) => Tree,
  because: string | null = null,
): Kind {
  return ofField(
    name,
    says,
    (field, draft) => isStatus(field, draft) && valuesOf(field, draft).length > 1,
    (field, draft): Edit => {
      const made = to(valuesOf(field, draft), draft);
      field.holder[field.key] = made;
      return because === null ? lives(field.at) : refused(field.at, because);
    },
  );
}

const texts = (values: readonly Value[]): Tree => ({ type: "string", enum: [...values] });

export const statusKinds: readonly Kind[] = [
  becomes(
    "report-status-other-words",
    "a report's statuses are renamed",
    (_, draft) =>
      texts(
        draft.random.of([
          // Names as in LinkedIn, Amazon Ads, Snap, TikTok and Microsoft Advertising.
          ["ACCEPTED", "RUNNING", "COMPLETED_OK"],
          ["PENDING", "PROCESSING", "SUCCESS", "FAILURE"],
          ["STARTED", "RUNNING", "ENDED"],
          ["QUEUING", "PROCESSING", "DONE_OK"],
        ]),
      ),
    ENDLESS,
  ),
  becomes(
    "report-status-without-done",
    "a report's statuses lack a status for done",
    (values) => texts(values.filter((value) => value !== "FINISHED")),
    ENDLESS,
  ),
  becomes("report-status-lower-case", "a report's statuses are in lower case", (values) =>
    texts(values.map((value) => String(value).toLowerCase())),
  ),
  becomes("report-status-capitalised", "a report's statuses begin with a capital", (values) =>
    texts(values.map((value) => `${String(value)[0]}${String(value).slice(1).toLowerCase()}`)),
  ),
  becomes(
    "report-status-number",
    "a report's status is a number",
    (_, draft) => ({ type: "integer", ...(draft.random.coin() && { enum: [0, 1, 2] }) }),
    ENDLESS,
  ),
  becomes(
    "report-status-switch",
    "a report's status is a boolean",
    () => ({ type: "boolean" }),
    ENDLESS,
  ),
  becomes(
    "report-status-object",
    "a report's status is an object",
    (values) => ({
      type: "object",
      properties: { code: texts(values), message: { type: "string" } },
      required: ["code"],
    }),
    "nothing says where the status is",
  ),
  becomes(
    "report-status-list",
    "a report's status is a list",
    (values) => ({ type: "array", items: texts(values) }),
    "nothing says which of them counts",
  ),
  becomes("report-status-done-alone", "a report's only status means done", () =>
    texts(["FINISHED"]),
  ),
  becomes("report-status-nullable", "a report's status is nullable", (values) => ({
    ...texts([...values, null]),
    nullable: true,
  })),
  becomes("report-status-open", "a report's status is a known one or any string", (values) => ({
    // OpenAI and Azure make enums extensible this way.
    anyOf: [texts(values), { type: "string" }],
  })),
  becomes("report-status-in-parts", "a report's statuses are listed in two parts", (values) => ({
    oneOf: [texts(values.slice(0, 2)), texts(values.slice(2))],
  })),
  becomes(
    "report-status-in-all-of",
    "a report's status is `allOf` a string and an enum",
    (values) => ({
      allOf: [{ type: "string" }, { enum: [...values] }],
    }),
  ),
  becomes("report-status-named", "a report's statuses are a separate schema", (values, draft) => ({
    $ref: draft.component("schemas", "ReportState", texts(values)),
  })),
  ofField(
    "report-status-of-consts",
    "a report's statuses are constants, each with a title",
    (field, draft) => isStatus(field, draft) && valuesOf(field, draft).length > 1,
    (field, draft) => {
      const values = copyOf([...valuesOf(field, draft)]);
      upgrade(draft.document);
      field.holder[field.key] = {
        [draft.random.of(["oneOf", "anyOf"])]: values
          .filter((value) => value !== null)
          .map((value) => ({ const: value, title: `Is ${String(value)}` })),
      };
    },
  ),
  ofField(
    "report-status-read-only",
    "a report's status is read-only and has a default",
    isStatus,
    (field, draft) => {
      Object.assign(draft.held(field), { readOnly: true, default: "IN_PROGRESS" });
    },
  ),
];
