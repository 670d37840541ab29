import type { Groups, Sight } from "./read-context.js";
import { bounds, type Finding, gloss, list, listOrAll, transport, unsaid } from "./schema-says.js";

/** What a sentence is when it gives no rule. */
export type Label = "schema-implied" | "server-side" | "informational";

/** A kind of sentence that uses binding words and binds no field of the request to another. */
export interface Plain {
  readonly name: string;
  readonly label: Label;
  /** What a hole called `rest…` catches must itself be free of cues. */
  readonly test: RegExp;
  /** Compares what is said with the schema; without it the label stands. */
  readonly compare?: (groups: Groups, sight: Sight) => Finding;
}

/** A hole for words that must be free of cues. */
const rest = (name: string, signs = String.raw`\w `): string => `(?<rest${name}>[${signs}]+?)`;
const token = "the token(?:'s)? user_account";
const acting = "the operation user_account";

function p(name: string, label: Label, test: string, compare?: Plain["compare"]): Plain {
  const whole = new RegExp(`^${test}$`, "i");
  return compare ? { name, label, test: whole, compare } : { name, label, test: whole };
}

/** What the schema states as well, or states differently. */
const schemaSays: readonly Plain[] = [
  p("default", "schema-implied", `(?:${rest("Of")}, )?(?:the )?default(?:s to| is|:) (?<value>\\w+)(?: days?)?`, listOrAll),
  p("default", "schema-implied", "if not (?:specified|provided|given), (?:it )?defaults to (?<value>\\w+)(?: days?)?", listOrAll),
  p("default", "schema-implied", "default is \\[(?<value>[^\\]]+)\\]", list),
  p("default", "schema-implied", `not including this param(?:eter)? means ${rest("What")} won't be split`, unsaid),
  p("bound", "schema-implied", "max(?:imum)? is (?<most>\\d+)", bounds),
  p("bound", "schema-implied", "the maximum number of (?<what>\\w+) supported in a single request is (?<most>\\d+)", bounds),
  p(
    "transport",
    "schema-implied",
    "(?:note that )?this endpoint (?:requires|expects) (?:the|its) parameters (?:to be passed )?as json[\\w -]* body",
    transport,
  ),
  p("transport", "schema-implied", "this endpoint does not support url query parameters", transport),
  p("transport", "schema-implied", `${rest("What")}, encoded as a comma-separated string`),
];

/** What only the API can know: who asks, what exists, what is switched on. */
const serverKnows: readonly Plain[] = [
  p(
    "role",
    "server-side",
    `${token} must either be the owner of ${rest("What")}, or have one of the ${rest("How")}: ${rest("Roles", "\\w ,")}`,
  ),
  p("role", "server-side", `in order to do this, ${token} must have one of the following ${rest("What")}:(?: ${rest("Roles", "\\w ,")})?`),
  p("role", "server-side", `by default, ${acting} is ${token}`),
  p(
    "role",
    "server-side",
    `optional: business access: specify an ad_account_id (?:\\(${rest("How")}\\) )?to use the owner of that ad_account as ${acting}`,
  ),
  p("role", "server-side", `get analytics for ${rest("What")} owned by ${acting} - or on a group board ${rest("Which")}`),
  p("role", "server-side", `for pins on ${rest("Boards")} boards: ${rest("Roles", "\\w ,")}`),
  p("role", "server-side", `(?:note: )?access to ${rest("What")} is restricted to ${rest("Whom")}`),
  p("role", "server-side", `if you require access, please ${rest("Do")}`),
  p("beta", "server-side", "(?:closed beta|open beta|beta|restricted|learn more)"),
  p(
    "beta",
    "server-side",
    "(?:this (?:feature|endpoint)|\\[[\\w ,]+\\]) (?:(?:is|are) )?(?:currently )?in beta(?: and (?:is |are )?not (?:yet )?available to all (?:users|apps))?",
  ),
  p(
    "rate-limit",
    "server-side",
    `(?:note: )?an additional limit of \\d+ quer\\w+ per \\w+ per \\w+ applies to this endpoint(?: ${rest("While", "\\w' ")})?`,
  ),
  p("entity-state", "server-side", `for update, only draft campaigns may ${rest("Do")}`),
  p("entity-state", "server-side", `you can only update ${rest("What")} for draft campaigns`),
  p("entity-state", "server-side", `if pin was created before [\\d-]+,? ${rest("What")} will only be available for ${rest("Formats")}`),
  p("entity-state", "server-side", `(?:lifetime|these) metrics are available for ${rest("Formats")} since then`),
];

/** What happens, was, or is meant. */
const told: readonly Plain[] = [
  p(
    "deprecation",
    "informational",
    `(?:deprecation notice )?(?:as of [\\w ]+, \\d{4}, )?${rest("What")} have changed for the following parameters:`,
  ),
  p("deprecation", "informational", "\\[?[\\w ,]+\\]? (?:is|are) deprecated"),
  p("deprecation", "informational", "all other enums (?:remain available as usual|are unchanged)"),
  p(
    "deprecation",
    "informational",
    `however, you can still access ${rest("What")} (?:through [\\w ,]+|for up to \\d+ weeks after ${rest("When")})`,
  ),
  p("deprecation", "informational", "we recommend using \\w+ as an alternative for the (?:latter|former)"),
  p(
    "advisory",
    "informational",
    `(?:note: |\\w+: )?the \\w+ enum (?:for this parameter )?no longer provides ${rest("Gone")}, but it still returns ${rest("Left", "\\w -")}`,
  ),
  p("advisory", "informational", `data will not be provided for ${rest("Gone")} but will be available for ${rest("Left", "\\w -")}`),
  p("default", "informational", `if not (?:given|provided|specified), (?:default to )?${rest("What")}(?: will be used)?`),
  p("default", "informational", `the entire day ${rest("Is")} if no (?:start|end) hour is provided`),
  p(
    "example",
    "informational",
    "for example, (?:when|with|if) [^.;]+, (?:if [^.;]+, )?(?:the (?:response|report) will (?:have|contain)|all \\w+ fields will be) [^;]+",
  ),
  p("example", "informational", "for the requested [\\w ()]+, the response will include [^;]+"),
  p("unit", "informational", "for usd,\\([^;]+\\)\\. it's microdollars"),
  p("response", "informational", "the (?:link|url) is valid for \\w+ minutes?(?: and the report (?:is valid )?for \\w+ hours?)?"),
  p("response", "informational", "if a column has no \\w+, it may not be returned"),
  p("response", "informational", `reports in (?:json|csv) will not ${rest("Do", "\\w -")}, whereas reports in (?:json|csv) will`),
  p("response", "informational", `both report formats will omit ${rest("What")} equal to 0`),
  p("response", "informational", `(?:it|this(?: request)?) returns a (?:token|url) ${rest("For")} when it is ready`),
  p("response", "informational", `gets analytics data about ${rest("What", "\\w' ")} \\(limited to the top \\d+\\)`),
  p("response", "informational", `any following requests with ${rest("What")} will yield the same report(?: even if ${rest("Though")})?`),
  p("response", "informational", `maximum number of ${rest("What")} to include in a single page${rest("Of")}`),
  p("response", "informational", `date will be used as ${rest("What")} for json reports that use by_date`),
  p("foreign", "informational", "if set as one of \\[[\\w ,]+\\] the campaign is considered as [^;]+"),
  p("description", "informational", `(?:determines|specifies|controls) (?:if|whether) ${rest("What")} should be ${rest("How")}`),
  p("enum-gloss", "informational", `(?<value>[A-Z][A-Z0-9_]*) - ${rest("Means")}`, gloss),
  p("conflict", "informational", `required ${rest("What")} of the b/c/s report`),
];

/** Sentences that bind nothing, by what they are about. They hold for whole sentences, as the patterns of rules do. */
export const plain: readonly Plain[] = [...schemaSays, ...serverKnows, ...told];
