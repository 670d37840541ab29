// A form for a report: react-hook-form, checked in the browser by the package's own rules. They bring no network code along.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { type ReportRequest, reportSchema } from "pinterest-reports/validators";
import { type ReactNode, useId } from "react";
import { type FieldErrors, useForm } from "react-hook-form";

const LEVELS = ["ADVERTISER", "CAMPAIGN", "AD_GROUP", "PIN_PROMOTION"] as const;
const GRANULARITIES = ["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"] as const;

export interface ReportFormProps {
  /** Given a body that breaks no rule. */
  readonly onReport: (body: ReportRequest) => void;
}

export function ReportForm({ onReport }: ReportFormProps) {
  const { register, handleSubmit, formState } = useForm({ resolver: standardSchemaResolver(reportSchema) });
  const { errors } = formState;
  return (
    <form onSubmit={handleSubmit((body) => onReport(body))} noValidate>
      <Field label="First day" errors={[errors.start_date]}>
        {(its) => <input type="date" {...its} {...register("start_date")} />}
      </Field>
      <Field label="Last day" errors={[errors.end_date]}>
        {(its) => <input type="date" {...its} {...register("end_date")} />}
      </Field>
      <Field label="One row for each" errors={[errors.granularity]}>
        {(its) => (
          <select {...its} {...register("granularity")}>
            <Options values={GRANULARITIES} />
          </select>
        )}
      </Field>
      <Field label="Level" errors={[errors.level]}>
        {(its) => (
          <select {...its} {...register("level")}>
            <Options values={LEVELS} />
          </select>
        )}
      </Field>
      <Field label="Columns, with spaces between" errors={eachOf(errors.columns)}>
        {(its) => <input {...its} {...register("columns", { setValueAs: namesIn })} />}
      </Field>
      <button type="submit">Make the report</button>
    </form>
  );
}

type Said = { readonly message?: string | undefined } | undefined;

interface FieldProps {
  readonly label: string;
  readonly errors: readonly Said[];
  readonly children: (its: { readonly id: string; readonly "aria-invalid": boolean; readonly "aria-describedby": string }) => ReactNode;
}

/** A field under its label, and what is wrong with it under the field. */
function Field({ label, errors, children }: FieldProps) {
  const id = useId();
  const messages = errors.flatMap((error) => error?.message ?? []);
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-invalid": messages.length > 0, "aria-describedby": `${id}-errors` })}
      <span id={`${id}-errors`} role="alert">
        {messages.join("; ")}
      </span>
    </p>
  );
}

function Options({ values }: { readonly values: readonly string[] }) {
  return values.map((value) => <option key={value}>{value}</option>);
}

/** What is wrong with a list as a whole, or with each of its values. */
function eachOf(errors: FieldErrors<ReportRequest>["columns"]): readonly Said[] {
  return Array.isArray(errors) ? errors : [errors];
}

function namesIn(text: unknown): readonly string[] {
  return typeof text === "string" ? text.split(/\s+/).filter((name) => name !== "") : [];
}
