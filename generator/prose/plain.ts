import { bounds, type Finding, list, listOrAll, transport, unsaid } from "./schema-says.js";
import type { Groups, Sight } from "./sight.js";

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

const p = (name: string, label: Label, test: RegExp, compare?: Plain["compare"]): Plain =>
  compare ? { name, label, test, compare } : { name, label, test };

/** Sentences that bind nothing, by what they are about. They hold for whole sentences, as the patterns of rules do. */
export const plain: readonly Plain[] = [
  // What the schema states as well, or states differently.
  p("default", "schema-implied", /^(?:(?<rest>[^,.]+), )?(?:the )?default(?:s to| is|:) (?<value>\w+)(?: days?)?$/i, listOrAll),
  p("default", "schema-implied", /^if not (?:specified|provided|given), (?:it )?defaults to (?<value>\w+)(?: days?)?$/i, listOrAll),
  p("default", "schema-implied", /^default is \[(?<value>[^\]]+)\]$/i, list),
  p("default", "schema-implied", /^not including this param(?:eter)? means (?<rest>[\w ]+) won't be split$/i, unsaid),
  p("bound", "schema-implied", /^max(?:imum)? is (?<most>\d+)$/i, bounds),
  p("bound", "schema-implied", /^the maximum number of (?<what>\w+) supported in a single request is (?<most>\d+)$/i, bounds),
  p(
    "transport",
    "schema-implied",
    /^(?:note that )?this endpoint requires the parameters to be passed as json[\w -]* in the request body$/i,
    transport,
  ),
  p("transport", "schema-implied", /^this endpoint does not support url query parameters$/i, transport),
  p("transport", "schema-implied", /^(?<rest>[\w ]+), encoded as a comma-separated string$/i),

  // What only the API can know: who asks, what exists, what is switched on.
  p(
    "role",
    "server-side",
    /^the token's user_account must either be the owner of the [\w ]+, or have one of the necessary roles [\w ]+ business access: (?<rest>[\w ,]+)$/i,
  ),
  p(
    "role",
    "server-side",
    /^in order to do this, the token user_account must have one of the following [\w ]+ roles on the ad_account:(?: [\w ,]+)?$/i,
  ),
  p("role", "server-side", /^by default, the operation user_account is the token user_account$/i),
  p(
    "role",
    "server-side",
    /^optional: business access: specify an ad_account_id [\w ()]*to use the owner of that ad_account as the operation user_account$/i,
  ),
  p(
    "role",
    "server-side",
    /^get analytics for (?<rest>[\w ]+) owned by the operation user_account - or on a group board that has been shared with this account$/i,
  ),
  p("role", "server-side", /^for pins on (?<restBoards>[\w ]+) boards: (?<restRoles>[\w ,]+)$/i),
  p("role", "server-side", /^(?:note: )?access to (?<rest>[\w ]+) is restricted to a specific group of users$/i),
  p("role", "server-side", /^if you require access, please reach out to your partner manager$/i),
  p("beta", "server-side", /^(?:closed beta|open beta|beta|restricted|learn more)$/i),
  p(
    "beta",
    "server-side",
    /^(?:this (?:feature|endpoint)|\[[\w ,]+\]) (?:(?:is|are) )?(?:currently )?in beta(?: and (?:is |are )?not (?:yet )?available to all (?:users|apps))?$/i,
  ),
  p(
    "rate-limit",
    "server-side",
    /^(?:note: )?an additional limit of \d+ quer\w+ per \w+ per \w+ applies to this endpoint(?<rest> while it's in beta release)?$/i,
  ),
  p(
    "entity-state",
    "server-side",
    /^(?:for update, only|you can only update objectives for) draft campaigns(?: may update objective type)?$/i,
  ),
  p(
    "entity-state",
    "server-side",
    /^if pin was created before [\d-]+,? (?<restMetrics>[\w ]+) will only be available for (?<restFormats>[\w ]+)$/i,
  ),
  p("entity-state", "server-side", /^(?:lifetime|these) metrics are available for all pin formats since then$/i),

  // What happens, was, or is meant.
  p(
    "deprecation",
    "informational",
    /^(?:deprecation notice )?(?:as of [\w ]+, \d{4}, )?(?<rest>[\w ]+) have changed for the following parameters:$/i,
  ),
  p("deprecation", "informational", /^(?:(?:note: )?this parameter|\w+: this parameter) no longer returns new data$/i),
  p("deprecation", "informational", /^(?:\[?[\w ,]+\]?) (?:objectives )?(?:is|are) deprecated$/i),
  p("deprecation", "informational", /^all other enums (?:remain available as usual|are unchanged)$/i),
  p(
    "deprecation",
    "informational",
    /^however, you can still access historic data (?:through [\w ,]+|for up to \d+ weeks after the deprecation date)$/i,
  ),
  p("deprecation", "informational", /^we recommend using \w+ as an alternative for the (?:latter|former)$/i),
  p(
    "advisory",
    "informational",
    /^(?:note: |\w+: )?the \w+ enum (?:for this parameter )?no longer provides data for (?<restGone>[\w ]+), but it still returns data for (?<restLeft>[\w -]+)$/i,
  ),
  p("advisory", "informational", /^data will not be provided for [\w -]+ but will be available for [\w -]+$/i),
  p("default", "informational", /^if not (?:given|provided|specified), (?:default to )?(?<rest>[\w ]+?)(?: will be used)?$/i),
  p("default", "informational", /^the entire day will be included if no (?:start|end) hour is provided$/i),
  p(
    "example",
    "informational",
    /^for example, (?:when|with|if) [^.;]+, (?:if [^.;]+, )?(?:the (?:response|report) will (?:have|contain)|all \w+ fields will be) (?:[^;]+)$/i,
  ),
  p(
    "example",
    "informational",
    /^for the requested [\w ()]+ and metrics, the response will include the requested metric information [^;]+$/i,
  ),
  p("unit", "informational", /^for usd,\([^;]+\)\. it's microdollars$/i),
  p("response", "informational", /^if a column has no value, it may not be returned$/i),
  p("response", "informational", /^reports in json will not zero-fill metrics, whereas reports in csv will$/i),
  p("response", "informational", /^both report formats will omit rows where all the columns are equal to 0$/i),
  p(
    "response",
    "informational",
    /^it? ?(?:returns|this returns) a (?:token|url) that you can use to download the report when it is ready$/i,
  ),
  p("response", "informational", /^th(?:is|is request) returns a token that you can use to download the report when it is ready$/i),
  p(
    "response",
    "informational",
    /^any following requests with identical parameters will yield the same report(?: even if data has changed)?$/i,
  ),
  p("response", "informational", /^gets analytics data about [\w ']+ \(limited to the top \d+\)$/i),
  p("response", "informational", /^maximum number of items to include in a single page of the response$/i),
  p("response", "informational", /^date will be used as the first level key for json reports that use by_date$/i),
  p("foreign", "informational", /^if set as one of \[[\w ,]+\] the campaign is considered as [^;]+$/i),
  p(
    "description",
    "informational",
    /^(?:determines|specifies|controls) (?:if|whether) (?<restSubject>[\w ]+?) should be (?<restState>[\w ]+)$/i,
  ),
  p("conflict", "informational", /^required attribution type of the b\/c\/s report$/i),
];
