import type { Notice, Problem } from "./problem.js";

/**
 * Severity of a construct. `fatal`: a request would be wrong, or a report could not be created or read. `loosened`: a type or a check is
 * left out, the field becomes wider, the run continues. Constructs that are not in the table are ignored: they do not change the output.
 */
export type Consequence = "fatal" | "loosened";

/** How a kind of construct is handled: severity and message. `about` is the text of the description that it concerns. */
interface ConstructHandling {
  readonly step: Consequence;
  what(about: string): string;
  readonly why: string;
  readonly fix: string;
}

type Words = (about: string) => string;

const WRONG_CALL = "A call made from it would not be the call that the API describes.";
const UNREAD = "What the API answers could not be read.";
const EXCEPT = "Leave the operation out, or tell Pinterest; a newer version of the generator may know it.";
const AGAIN = "Look at the description there; get it again, whole.";

const fatal = (what: Words, why: string = WRONG_CALL, fix: string = EXCEPT): ConstructHandling => ({ step: "fatal", what, why, fix });
const loosened = (what: Words): ConstructHandling => ({ step: "loosened", what, why: "", fix: "" });

export type Construct =
  | "body left out"
  | "body that cannot be sent"
  | "choice without a tag"
  | "contradiction"
  | "contradicting keyword"
  | "default"
  | "empty enum"
  | "enum of several kinds"
  | "exclusive limit"
  | "keyword of another type"
  | "mapping to nothing"
  | "node passed over"
  | "node that is no object"
  | "number of many digits"
  | "object in a path"
  | "optional reference to nothing"
  | "parameter elsewhere"
  | "parameter in another format"
  | "parameter left out"
  | "parameter without a place"
  | "parameters of one name"
  | "path that is not plain"
  | "pattern"
  | "place without a parameter"
  | "places of a list"
  | "recursion"
  | "reference that moves"
  | "reference to elsewhere"
  | "reference to nothing"
  | "required and not described"
  | "response that is no JSON"
  | "rule that does not fit"
  | "schema of nothing"
  | "schema that is no object"
  | "schema without a type"
  | "security scheme"
  | "server"
  | "style of a parameter"
  | "two choices"
  | "unchecked keyword";

/** The severity and message of each construct, all in one table. */
const CONSTRUCTS: Readonly<Record<Construct, ConstructHandling>> = {
  // Requests and responses.
  server: fatal(
    (url) => `the operation names another server: ${url}`,
    "Credentials go to one host; it does not move because a document says so.",
  ),
  "path that is not plain": fatal((path) => `the path is not made of plain steps: ${path}`),
  "place without a parameter": fatal((name) => `the path has a place {${name}}, and no parameter ${name} is described`),
  "parameter without a place": loosened((name) => `the path has no place for its parameter ${name}, which is left out`),
  "parameters of one name": fatal((name) => `two parameters are called ${name}`),
  "parameter left out": loosened((name) => `a second parameter ${name} is left out`),
  "parameter elsewhere": fatal((what) => `a required parameter that no call fills in: ${what}`),
  "parameter in another format": fatal((what) => `the parameter ${what}, a format that no call writes`),
  "style of a parameter": fatal((what) => `the parameter ${what}, which no call writes`),
  "object in a path": fatal((name) => `the parameter ${name} is an object in a path`),
  "body that cannot be sent": fatal((type) => `the body goes as ${type}, which no call sends`),
  "body left out": loosened((type) => `a body that may be left out is left out, for no call sends it: ${type}`),
  "response that is no JSON": fatal((types) => `a good response is ${types}`, UNREAD),
  "security scheme": loosened((scheme) => `the security scheme ${scheme} is not described`),
  // Document structure.
  "node that is no object": fatal((kind) => `a ${kind} is not what it should be`, WRONG_CALL, AGAIN),
  "node passed over": loosened((kind) => `a ${kind} is not what it should be, and counts as left out`),
  "reference to nothing": fatal(
    (reference) => `a reference leads nowhere: ${reference}`,
    "A description that was cut off looks like this, and types made from it would lie.",
    "Get the description again, whole.",
  ),
  "reference to elsewhere": fatal(
    (reference) => `a reference leaves this document: ${reference}`,
    "What stands elsewhere cannot be checked, and is never fetched.",
    "Bundle the description into one document whose references begin with #/.",
  ),
  "optional reference to nothing": loosened((reference) => `a reference leads nowhere, and counts as any value: ${reference}`),
  "reference that moves": loosened((keyword) => `\`${keyword}\` counts as any value`),
  // Types of values.
  "schema that is no object": loosened(() => "a schema that is no object counts as any value"),
  "schema of nothing": loosened(() => "a schema that allows nothing counts as any value"),
  "schema without a type": loosened(() => "a schema without a type counts as any value"),
  recursion: loosened((reference) => `${reference} holds itself: what lies deeper is not checked`),
  contradiction: loosened((keyword) => `two parts of a schema contradict each other in \`${keyword}\`: it counts as any value`),
  "contradicting keyword": loosened((keyword) => `two parts of a schema give \`${keyword}\` differently: it is left out`),
  "two choices": loosened(() => "two parts of a schema are each one of several: what goes together is not checked"),
  "choice without a tag": loosened((property) => `${property} does not tell the members of a choice apart: each value is whatever it fits`),
  "mapping to nothing": loosened((target) => `a discriminator leads to nothing: ${target}`),
  "required and not described": loosened((name) => `${name} is required and not described: it counts as any value`),
  "enum of several kinds": loosened((type) => `an enum has values of several kinds: it counts as ${type}`),
  "number of many digits": loosened(
    (keyword) => `\`${keyword}\` has a number that no JavaScript number holds, such as an integer above 2^53: it is left out`,
  ),
  "empty enum": loosened((type) => `an enum has no values: it counts as ${type}`),
  default: loosened((value) => `the default ${value} is not assumed: it is no single value of its field`),
  // Checks.
  "keyword of another type": loosened((keyword) => `\`${keyword}\` is not what the keyword holds, and counts as left out`),
  "unchecked keyword": loosened((keyword) => `\`${keyword}\` is not checked`),
  "exclusive limit": loosened((keyword) => `\`${keyword}\`: the limit itself is let through`),
  pattern: loosened((reason) => `a pattern is not checked: ${reason}`),
  "places of a list": loosened(() => "the items of a list are checked alike, whatever their places"),
  "rule that does not fit": loosened((rule) => `a rule is not enforced: ${rule}`),
};

/** Collects problems and notices about a description; the table of constructs decides which. */
export class Diagnostics {
  readonly problems: Problem[] = [];
  readonly notices: Notice[] = [];

  /** Reports a construct: its place, and the text of the description that it concerns. */
  report(construct: Construct, where: string, about = ""): void {
    const { step, what, why, fix } = CONSTRUCTS[construct];
    // A name may be as long as the whole description.
    const text = what(about.length > LONGEST_QUOTE ? `${about.slice(0, LONGEST_QUOTE)}…` : about);
    if (step === "fatal") this.problems.push({ what: text, where, why, fix });
    else this.notices.push({ kind: "loosened", what: text, where });
  }

  /** Adds findings of another collector. */
  add({ problems, notices }: Pick<Diagnostics, "problems" | "notices">): void {
    this.problems.push(...problems);
    this.notices.push(...notices);
  }
}

/** Length in characters at which a quoted name or value is cut. */
const LONGEST_QUOTE = 200;
