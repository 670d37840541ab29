import type { Json } from "../parse/json.js";
import type { Field, Groups, ReadContext } from "./vocabulary.js";

/** Words with which sentences bind. A sentence with one of them has to be explained; otherwise it is a problem. */
const BINDING_WORDS: readonly RegExp[] = [
  /\b(?:must|shall|should|shouldn't|cannot|can't|may not|need(?:s|ed)?|requires?|required|mandatory|have to|has to|ought)\b/i,
  /\b(?:not|no|never|none|neither|nor|without|except|unless|exclud\w*|unsupported|invalid|prohibited|forbidden)\b|n't\b/i,
  /\b(?:only|exclusive\w*|at least|at most|max|min|maximum|minimum|limit\w*|up to|more than|less than|fewer|exceed\w*|restrict\w*)\b/i,
  /\b(?:before|after|earlier|later|older|newer|back from|in advance)\b/i,
  /\b(?:either|both|together|mutually|one of|combin\w+ with|conflicts?|instead of)\b/i,
  /\b(?:if|when|whenever|unless|provided that|in case)\b/i,
  /\b(?:allowed|permitted|supported|supports?|accepted|accepts?|available|unavailable|ignor\w+|rejected|non-empty|(?:ending|starting|beginning) (?:in|with))\b/i,
  /\b(?:defaults?|formatted|YYYY)\b|\bformat:|\bformats? is\b/i,
  /\b(?:hourly|daily|weekly|monthly|level) reports?\b/i,
  /\b(?:solely|exclusively|in conjunction|alongside|depends?|dependent|conditional|as long as|rather than|other than|apart from|until|beyond|prior to|ago|future|disallow\w*|refus\w*|ban(?:s|ned)?|incompatible|reserved|between|greater|smaller|larger|longer|shorter|equals?)\b/i,
  /\b\d+(?:\.\d+)?[ -](?:hour|day|week|month|year|item|value|id|character|quer|request|row|column)\w*\b/i,
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|\w+teen|\w+ty|hundred|thousand|full|whole|calendar)[ -](?:hour|day|week|month|year)s?\b/i,
  /\ba (?:week|month|quarter|year)\b/i,
  /\b\d+\s*-\s*\d+\b|\bapply \d+/i,
];

/** The first word or phrase of a text that may bind; null if there is none. */
export function bindingWordIn(text: string, context: ReadContext): string | null {
  for (const bindingWord of BINDING_WORDS) {
    const found = bindingWord.exec(text);
    if (found) return found[0];
  }
  return foreignMentionIn(text, context);
}

/** A mention of another field, or of a value that only other fields have. */
export function foreignMentionIn(text: string, { self, vocabulary }: ReadContext): string | null {
  const others = [...vocabulary.fields.values()].filter((field) => field !== self);
  const named = others.find(({ name }) => {
    // Escaped, since a description may give a field any name.
    const literal = name.replaceAll(/[^\w]/g, "\\$&");
    return new RegExp(
      name.includes("_")
        ? `\\b${literal}\\b`
        : `\`${literal}\`|(?:^|[.,;:(] ?|\\b(?:if|when|whenever|where|and|or|unless) (?:the )?)${literal} (?:is|=|equals)\\b`,
    ).test(text);
  });
  if (named) return named.name;
  const words = new Set(text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g) ?? []);
  const isOwn = (word: string): boolean => self?.values.includes(word) ?? false;
  return [...words].find((word) => word.length > 2 && !isOwn(word) && others.some(({ values }) => values.includes(word))) ?? null;
}

/** Result of comparing a sentence with the schema: the schema states the same, nothing, something else, or a decision is needed. */
export type Finding =
  | { readonly outcome: "same" | "silent" }
  | { readonly outcome: "different"; readonly remark: string }
  | { readonly outcome: "unknown"; readonly remark?: string };

const same: Finding = { outcome: "same" };
const silent: Finding = { outcome: "silent" };
const unknown: Finding = { outcome: "unknown" };

function factOf(field: Field, name: string): Json | undefined {
  const schema = field.facts.schema;
  const inside =
    typeof schema === "object" && schema !== null && !Array.isArray(schema) ? (schema as { [key: string]: Json })[name] : undefined;
  return field.facts[name] ?? inside;
}

/** "default is all", "defaults to 30". */
export function listOrAll({ value = "" }: Groups, { self }: ReadContext): Finding {
  const stated = self ? factOf(self, "default") : undefined;
  if (stated === undefined) return silent;
  if (String(stated).toLowerCase() === value.toLowerCase()) return same;
  return { outcome: "different", remark: `the prose calls ${value} the default of ${self?.name}, the schema ${JSON.stringify(stated)}` };
}

/** "Default is [A, B]". */
export function list({ value = "" }: Groups, { self }: ReadContext): Finding {
  const stated = self ? factOf(self, "default") : undefined;
  if (stated === undefined) return silent;
  const listed = value.split(",").map((item) => item.replaceAll(/['"\s]/g, ""));
  if (Array.isArray(stated) && stated.map(String).join() === listed.join()) return same;
  return {
    outcome: "different",
    remark: `the prose calls ${listed.join(", ")} the default of ${self?.name}, the schema ${JSON.stringify(stated)}`,
  };
}

/** "HOUR - counted by the hour": the meaning of one of the field's values. */
export function gloss({ value = "" }: Groups, { self }: ReadContext): Finding {
  if (!self || self.values.length === 0 || self.values.includes(value)) return silent;
  return { outcome: "different", remark: `the prose explains ${value}, which ${self.name} does not have` };
}

/** What an absent field means, where the sentence does not name the default. */
export function unsaid(_: Groups, { self }: ReadContext): Finding {
  return self && factOf(self, "default") !== undefined ? same : silent;
}

/** "Max is 50": the schema must state the same; otherwise a limit would be missing. */
export function bounds({ what, most = "" }: Groups, { self, vocabulary }: ReadContext): Finding {
  const named = what === undefined ? self : vocabulary.fields.get(`${what.toLowerCase().replace(/s$/, "")}_ids`);
  const stated = named && (factOf(named, named.isList || what !== undefined ? "maxItems" : "maximum") ?? factOf(named, "maximum"));
  if (stated === Number(most)) return same;
  return stated === undefined
    ? unknown
    : { outcome: "unknown", remark: `the prose bounds ${named?.name} by ${most}, the schema by ${stated}` };
}

/** The request is sent as JSON and not in the query. */
export function transport(_: Groups, { vocabulary }: ReadContext): Finding {
  return [...vocabulary.fields.values()].some(({ where }) => where === "query") ? unknown : same;
}

/** Classification of a sentence that gives no rule. */
export type Label = "schema-implied" | "server-side" | "informational";

/** A kind of sentence that uses binding words and states no rule between fields of the request. */
export interface InformationalPattern {
  readonly name: string;
  readonly label: Label;
  /** Text that a group named `rest…` captures must contain no binding words. */
  readonly test: RegExp;
  /** Compares the statement with the schema. Without it the label applies as it is. */
  readonly compare?: (groups: Groups, context: ReadContext) => Finding;
}

/** A group for words that must not bind. */
const rest = (name: string, signs = String.raw`\w `): string => `(?<rest${name}>[${signs}]+?)`;
const token = "the token(?:'s)? user_account";
const acting = "the operation user_account";

function p(name: string, label: Label, test: string, compare?: InformationalPattern["compare"]): InformationalPattern {
  const pattern = new RegExp(`^${test}$`, "i");
  return compare ? { name, label, test: pattern, compare } : { name, label, test: pattern };
}

/** Statements that the schema makes too, or makes differently. */
const schemaSays: readonly InformationalPattern[] = [
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

/** Things that only the API knows: permissions, existing objects, enabled features. */
const serverKnows: readonly InformationalPattern[] = [
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

/** Events, past states, and meanings. */
const statements: readonly InformationalPattern[] = [
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

/** Sentences that bind nothing, by subject. They match whole sentences, as the patterns of rules do. */
export const informational: readonly InformationalPattern[] = [...schemaSays, ...serverKnows, ...statements];
