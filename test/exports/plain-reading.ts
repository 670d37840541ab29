import type { Field, Flow, Limits, Type } from "../../generator/model/model.js";
import { read } from "../validators/second-reading.js";

type Body = Readonly<Record<string, unknown>>;

/**
 * All that is wrong with a body, each as `severity rule path`, sorted. A second reading of the model, fields and rules, written from its words
 * alone: no line of the generator or of the runtime is in it.
 */
export function readPlainly(body: Body, flow: Flow, today: string): readonly string[] {
  const defaults = new Map(
    flow.body.fields.flatMap((field) => (field.default === undefined ? [] : [[field.name, field.default] as const])),
  );
  const rules = flow.rules.flatMap((rule) => read({ ...rule, says: "" }, body, { defaults, today }));
  return [...readObject(body, flow.body.fields, "", flow), ...rules].sort();
}

function readObject(object: Body, fields: readonly Field[], at: string, flow: Flow): readonly string[] {
  const strangers = Object.keys(object).filter((name) => !fields.some((field) => field.name === name));
  return [
    ...strangers.map((name) => `error unknown-field ${at}/${name}`),
    ...fields.flatMap(({ name, required, type, limits }) => {
      if (Object.hasOwn(object, name)) return readValue(object[name], { type, limits, at: `${at}/${name}` }, flow);
      return required ? [`error required ${at}/${name}`] : [];
    }),
  ];
}

interface Place {
  readonly type: Type;
  readonly limits: Limits;
  readonly at: string;
}

function readValue(value: unknown, { type, limits, at }: Place, flow: Flow): readonly string[] {
  const wrong = (rule: string, is: boolean): readonly string[] => (is ? [`error ${rule} ${at}`] : []);
  switch (type.kind) {
    case "nullable":
      return value === null ? [] : readValue(value, { type: type.of, limits, at }, flow);
    case "enum":
      return wrong("enum", !(flow.enums.find(({ name }) => name === type.name)?.values ?? []).some((one) => one === value));
    case "array":
      if (!Array.isArray(value)) return wrong("type", true);
      return [
        ...wrong("min-items", value.length < (limits.minItems ?? 0)),
        ...wrong("max-items", value.length > (limits.maxItems ?? Number.POSITIVE_INFINITY)),
        ...value.flatMap((item, index) => readValue(item, { type: type.items, limits: type.each, at: `${at}/${index}` }, flow)),
      ];
    case "object":
      if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong("type", true);
      return readObject(value as Body, flow.objects.find(({ name }) => name === type.name)?.fields ?? [], at, flow);
  }
  if (type.kind === "integer" ? !Number.isInteger(value) : typeof value !== type.kind) return wrong("type", true);
  if (typeof value === "string") return wrong("pattern", limits.pattern !== undefined && !new RegExp(limits.pattern).test(value));
  return [
    ...wrong("minimum", (value as number) < (limits.minimum ?? Number.NEGATIVE_INFINITY)),
    ...wrong("maximum", (value as number) > (limits.maximum ?? Number.POSITIVE_INFINITY)),
  ];
}
