// A report form with react-hook-form. The package validates it in the browser without any network
// code.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import {
  columnDescriptions,
  columnLabels,
  reportClickWindowDaysValues,
  reportColumnValues,
  reportGranularityValues,
  reportLevelValues,
} from "pinterest-reports/data";
import {
  formatViolation,
  type ReportRequest,
  reportSchema,
  type Violation,
} from "pinterest-reports/validators";
import { type ReactNode, useId, useMemo, useState } from "react";
import { type FieldErrors, useForm } from "react-hook-form";

export interface ReportFormProps {
  /** Called when the form is submitted and the body has no violations. */
  readonly onReport: (body: ReportRequest) => void;
}

export function ReportForm({ onReport }: ReportFormProps) {
  const [warnings, setWarnings] = useState<readonly Violation[]>([]);
  const schema = useMemo(() => reportSchema.with({ onWarnings: setWarnings }), []);
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(schema),
    defaultValues: { click_window_days: 30 },
  });
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
            <Options values={reportGranularityValues} />
          </select>
        )}
      </Field>
      <Field label="Level" errors={[errors.level]}>
        {(its) => (
          <select {...its} {...register("level")}>
            <Options values={reportLevelValues} />
          </select>
        )}
      </Field>
      <Field label="Days after a click" errors={[errors.click_window_days]}>
        {(its) => (
          <select {...its} {...register("click_window_days", { valueAsNumber: true })}>
            <Options values={reportClickWindowDaysValues} />
          </select>
        )}
      </Field>
      <Field label="Columns" errors={eachOf(errors.columns)}>
        {(its) => (
          <select multiple {...its} {...register("columns")}>
            {reportColumnValues.map((column) => (
              <option key={column} value={column} title={columnDescriptions[column]}>
                {columnLabels[column]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ul aria-label="Warnings">
        {warnings.map((warning) => (
          <li key={warning.rule + warning.path}>{formatViolation(warning)}</li>
        ))}
      </ul>
      <button type="submit">Create report</button>
    </form>
  );
}

type FieldError = { readonly message?: string | undefined } | undefined;

interface FieldProps {
  readonly label: string;
  readonly errors: readonly FieldError[];
  readonly children: (its: {
    readonly id: string;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string;
  }) => ReactNode;
}

/** A label, its field, and the field's violations. */
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

function Options({ values }: { readonly values: readonly (string | number)[] }) {
  return values.map((value) => <option key={value}>{value}</option>);
}

/** The violations of a list field: one for the list itself, or one for each invalid item. */
function eachOf(errors: FieldErrors<ReportRequest>["columns"]): readonly FieldError[] {
  return Array.isArray(errors) ? errors : [errors];
}
