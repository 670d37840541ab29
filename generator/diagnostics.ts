import type { Notice, Problem } from "./problem.js";

/**
 * How serious a construct is. Constructs that are not in `CONSTRUCTS` do not change the output and
 * are ignored.
 *
 * `fatal`: a request would be wrong, or a report could not be created or read. `loosened`: a type
 * or check is left out, so the field accepts more values; the run continues.
 */
export type Consequence = "fatal" | "loosened";

/**
 * Severity and message of a construct. `about` is the part of the description that the message
 * refers to.
 */
interface ConstructHandling {
  readonly step: Consequence;
  what(about: string): string;
  readonly why: string;
  readonly fix: string;
}

type Words = (about: string) => string;

const WRONG_CALL = "The generated call would differ from the one that the API expects.";
const UNREAD = "The client could not read the response.";
const EXCEPT =
  "Leave the operation out of flows.yaml, try a newer version of the generator, or report the construct to Pinterest.";
const AGAIN = "Check this part of the description, or download the description again.";

const fatal = (what: Words, why: string = WRONG_CALL, fix: string = EXCEPT): ConstructHandling => ({
  step: "fatal",
  what,
  why,
  fix,
});
const loosened = (what: Words): ConstructHandling => ({ step: "loosened", what, why: "", fix: "" });

export type Construct =
  | "ambiguous discriminator"
  | "body left out"
  | "body that cannot be sent"
  | "contradicting keyword"
  | "contradiction"
  | "cursor without a parameter"
  | "default"
  | "discriminator without a target"
  | "duplicate parameter"
  | "dynamic reference"
  | "empty enum"
  | "encoding"
  | "enum of several types"
  | "external reference"
  | "header that is not text"
  | "header without a value"
  | "inexact number"
  | "items by position"
  | "keyword next to a reference"
  | "keyword with an invalid value"
  | "list that cannot be paged"
  | "list that is not a GET request"
  | "node that is ignored"
  | "node that is not an object"
  | "object in a path"
  | "optional parameter"
  | "optional reference without a target"
  | "parameter in another location"
  | "parameter missing from the path"
  | "parameter without a name"
  | "parameters with the same name"
  | "partly checked keyword"
  | "path with an unsupported segment"
  | "pattern"
  | "placeholder without a parameter"
  | "recursion"
  | "reference without a target"
  | "required but not described"
  | "reserved header"
  | "response that is not JSON"
  | "response without content"
  | "rule that does not fit"
  | "schema that accepts nothing"
  | "schema that is not an object"
  | "schema with further variants"
  | "schema without a type"
  | "security scheme"
  | "server"
  | "two sets of alternatives"
  | "unchecked keyword"
  | "unknown type"
  | "unsupported parameter"
  | "unsupported security";

/** The severity and message of each construct. */
const CONSTRUCTS: Readonly<Record<Construct, ConstructHandling>> = {
  // Requests and responses.
  server: fatal(
    (url) => `the operation declares another server: ${url}`,
    "Credentials are only sent to one host, and a description cannot change it.",
  ),
  "path with an unsupported segment": fatal(
    (path) => `the path has a segment that is neither plain text nor a placeholder: ${path}`,
  ),
  "placeholder without a parameter": fatal(
    (name) => `the path contains {${name}}, but the parameter ${name} is not described`,
  ),
  "parameter missing from the path": loosened(
    (name) => `the path parameter ${name} does not occur in the path and is left out`,
  ),
  "parameter without a name": fatal(
    () =>
      "a parameter lacks `name` or `in`: it is invalid, or its `$ref` does not lead to a parameter",
    WRONG_CALL,
    AGAIN,
  ),
  "parameters with the same name": fatal((name) => `two parameters have the name ${name}`),
  "duplicate parameter": loosened((name) => `a second parameter with the name ${name} is left out`),
  "parameter in another location": fatal(
    (what) => `the client cannot send the required parameter ${what}`,
  ),
  "unsupported parameter": fatal((what) => `the client cannot send the parameter ${what}`),
  "optional parameter": loosened(
    (what) => `an optional parameter is left out, because the client cannot send it: ${what}`,
  ),
  "header without a value": fatal(
    (name) => `the client cannot send the required header parameter ${name}`,
    WRONG_CALL,
    "Set its value in flows.yaml, as in `boards: { operation: boards/list, headers: { X-Version: '2' } }`, or leave the operation out.",
  ),
  "header that is not text": fatal(
    (name) =>
      `the client cannot send the required header parameter ${name}: none of its values is plain text on one line`,
  ),
  "reserved header": fatal(
    (name) => `the operation requires the header ${name}`,
    "The client or the connection sets this header. It determines where a request goes, which credentials it carries, or how it is read.",
    "Leave the operation out of flows.yaml, or report the construct to Pinterest.",
  ),
  "object in a path": fatal((name) => `the path parameter ${name} is an object`),
  "body that cannot be sent": fatal((reason) => `the required body cannot be sent: ${reason}`),
  "body left out": loosened((reason) => `the optional body is left out: ${reason}`),
  "schema with further variants": loosened(
    (names) => `fields with any name are accepted here, because the value may also be ${names}`,
  ),
  encoding: loosened(
    (name) =>
      `\`encoding\` of ${name} is ignored: each item of a list is sent as a field with that name, and an object as JSON`,
  ),
  "response without content": loosened(
    (status) =>
      `the success status ${status} has no content, but another success status does: the call throws an \`ApiError\` if it gets ${status}`,
  ),
  "response that is not JSON": fatal((types) => `a success response is not JSON: ${types}`, UNREAD),
  "unsupported security": fatal(
    (needed) => `an access token alone is not enough for the call: it needs ${needed}`,
    "A client sends one OAuth access token as a bearer token, or the app's id and secret to the token endpoint.",
    "Leave the operation out, or add bearer token authorization to its description.",
  ),
  "list that is not a GET request": loosened(
    (name) =>
      `the list is not paged automatically: ${name} leads to the next page, but only GET requests are safe to repeat; pass ${name} yourself`,
  ),
  "cursor without a parameter": loosened(
    (name) =>
      `the list is not paged automatically: no query parameter for ${name} was found; set \`cursor.as\` in flows.yaml to the parameter's name`,
  ),
  "list that cannot be paged": loosened(
    (name) =>
      `the list is not paged automatically: ${name} leads to the next page, but the response fields for the cursor and the items could not be identified; name them as \`cursor\` and \`items\` in flows.yaml`,
  ),
  "security scheme": loosened(
    (scheme) => `the security scheme ${scheme} is not defined in the description`,
  ),
  // Document structure.
  "node that is not an object": fatal(
    (kind) => `\`${kind}\` does not have the expected type`,
    WRONG_CALL,
    AGAIN,
  ),
  "node that is ignored": loosened(
    (kind) => `\`${kind}\` does not have the expected type and is ignored`,
  ),
  "reference without a target": fatal(
    (reference) => `the target of a reference does not exist: ${reference}`,
    "The description may be truncated, and types generated from it would be wrong.",
    "Download the complete description again.",
  ),
  "external reference": fatal(
    (reference) => `a reference is not a path in this document: ${reference}`,
    "References to other documents are never fetched, and anchors are not followed.",
    "Bundle the description into one document whose references begin with #/.",
  ),
  "optional reference without a target": loosened(
    (reference) =>
      `the target of a reference does not exist, so any value is accepted: ${reference}`,
  ),
  "dynamic reference": loosened(
    (keyword) => `\`${keyword}\` is not supported, so any value is accepted`,
  ),
  // Types of values.
  "schema that is not an object": loosened(
    () => "a schema is not an object, so any value is accepted",
  ),
  "schema that accepts nothing": loosened(
    () => "a schema accepts no value at all; any value is accepted instead",
  ),
  "schema without a type": loosened(
    (keywords) =>
      `a schema has no type, so any value is accepted${keywords === "" ? "" : `, and ${keywords} not checked`}`,
  ),
  recursion: loosened((reference) => `${reference} contains itself; deeper levels are not checked`),
  contradiction: loosened(
    (keyword) =>
      `two parts of a schema contradict each other in \`${keyword}\`, so any value is accepted`,
  ),
  "contradicting keyword": loosened(
    (keyword) => `two parts of a schema contradict each other in \`${keyword}\`, which is ignored`,
  ),
  "two sets of alternatives": loosened(
    () => "two parts of a schema have alternatives; their combination is not checked",
  ),
  "ambiguous discriminator": loosened(
    (property) =>
      `the discriminator ${property} does not identify each member of a union; members are distinguished by their structure`,
  ),
  "discriminator without a target": loosened(
    (target) => `the target of a discriminator does not exist: ${target}`,
  ),
  "required but not described": loosened(
    (name) => `${name} is required but not described, so any value is accepted`,
  ),
  "enum of several types": loosened(
    (type) => `an enum has values of several types and is treated as ${type}`,
  ),
  "inexact number": loosened(
    (keyword) =>
      `\`${keyword}\` has a number that JavaScript cannot represent exactly, such as an integer above 2^53, and is ignored`,
  ),
  "empty enum": loosened((type) => `an enum has no values and is treated as ${type}`),
  default: loosened(
    (value) => `the default ${value} is ignored: it is not a single value of its field's type`,
  ),
  // Checks.
  "keyword next to a reference": loosened(
    (keyword) => `\`${keyword}\` next to \`$ref\` is ignored, as OpenAPI 3.0 specifies`,
  ),
  "keyword with an invalid value": loosened(
    (keyword) => `\`${keyword}\` has an invalid value and is ignored`,
  ),
  "unknown type": loosened((type) => `an unknown type is ignored: ${type}`),
  "unchecked keyword": loosened((keyword) => `\`${keyword}\` is not checked`),
  "partly checked keyword": loosened((keyword) => `\`${keyword}\` is only partly checked`),
  pattern: loosened((reason) => `a pattern is not checked: ${reason}`),
  "items by position": loosened(
    (keyword) => `\`${keyword}\` is not checked by position: all items of the list share one type`,
  ),
  "rule that does not fit": loosened((rule) => `a rule is not enforced: ${rule}`),
};

/**
 * Collects problems and notices about a description. `CONSTRUCTS` determines which of the two a
 * construct becomes.
 */
export class Diagnostics {
  readonly problems: Problem[] = [];
  readonly notices: Notice[] = [];

  /**
   * Adds a problem for a fatal construct, otherwise a notice. `where` is the construct's location.
   * `about` is the part of the description in question; at most 200 of its characters are quoted.
   */
  report(construct: Construct, where: string, about = ""): void {
    const { step, what, why, fix } = CONSTRUCTS[construct];
    // A name can be as long as the whole description.
    const text = what(about.length > LONGEST_QUOTE ? `${about.slice(0, LONGEST_QUOTE)}…` : about);
    if (step === "fatal") this.problems.push({ what: text, where, why, fix });
    else this.notices.push({ kind: "loosened", what: text, where });
  }

  /** Appends the findings of another collector. */
  add({ problems, notices }: Pick<Diagnostics, "problems" | "notices">): void {
    this.problems.push(...problems);
    this.notices.push(...notices);
  }
}

/** Maximum length of a quoted name or value, in characters. */
const LONGEST_QUOTE = 200;
