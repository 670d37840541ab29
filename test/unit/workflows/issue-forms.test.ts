import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const FOLDER = fileURLToPath(new URL("../../../.github/ISSUE_TEMPLATE/", import.meta.url));
const read = (name: string): unknown => parse(readFileSync(`${FOLDER}${name}`, "utf8"));
const forms = readdirSync(FOLDER)
  .filter((name) => name !== "config.yml")
  .map((name) => ({ name, form: read(name) }));

const text = { type: "string", minLength: 1 };
const closed = { type: "object", additionalProperties: false };
const input = (
  type: string,
  attributes: Readonly<Record<string, unknown>>,
  required: readonly string[] = [],
) => ({
  ...closed,
  required: ["type", "id", "attributes"],
  properties: {
    type: { const: type },
    id: { type: "string", pattern: "^[\\w-]+$" },
    attributes: {
      ...closed,
      required: ["label", ...required],
      properties: { label: text, description: text, ...attributes },
    },
    validations: { ...closed, properties: { required: { type: "boolean" } } },
  },
});

// The issue forms that GitHub accepts. It does not show a form that breaks these rules.
const isForm = new Ajv({ allErrors: true, strict: false }).compile({
  ...closed,
  required: ["name", "description", "body"],
  properties: {
    name: text,
    description: text,
    title: text,
    labels: { type: "array", items: text },
    body: {
      type: "array",
      contains: { properties: { type: { not: { const: "markdown" } } } },
      items: {
        anyOf: [
          {
            ...closed,
            required: ["type", "attributes"],
            properties: {
              type: { const: "markdown" },
              attributes: { ...closed, required: ["value"], properties: { value: text } },
            },
          },
          input("input", { placeholder: text, value: text }),
          input("textarea", { placeholder: text, value: text, render: text }),
          input(
            "dropdown",
            {
              options: { type: "array", minItems: 1, uniqueItems: true, items: text },
              multiple: { type: "boolean" },
            },
            ["options"],
          ),
        ],
      },
    },
  },
});

interface Form {
  readonly body: readonly {
    readonly id?: string;
    readonly attributes: { readonly label?: string };
  }[];
}

describe("the issue forms", () => {
  it("exist, with unique names", () => {
    const names = forms.map(({ form }) => (form as { readonly name: string }).name);
    expect(names.length).toBeGreaterThan(2);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(forms)("$name is a form that GitHub shows", ({ form }) => {
    expect(isForm(form), JSON.stringify(isForm.errors, null, 1)).toBe(true);
    const { body } = form as Form;
    for (const values of [
      body.map(({ id }) => id),
      body.map(({ attributes }) => attributes.label),
    ]) {
      const given = values.filter((value) => value !== undefined);
      expect(new Set(given).size).toBe(given.length);
    }
  });

  it("allow issues without a form, as SECURITY.md promises", () => {
    expect(read("config.yml")).toEqual({ blank_issues_enabled: true });
  });
});
