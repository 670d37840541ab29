import type { Notice } from "./notice.js";
import type { Problem } from "./problem.js";

/**
 * What a construct of a description leads to. `fatal`: a request would be wrong, or a report could not be made or read. `loosened`: a type or a
 * check is left out, the field becomes wider, the run goes on. `ignored`: it changes nothing that is generated.
 */
export type Step = "fatal" | "loosened" | "ignored";

/** How one kind of construct is met: the step, and the words for it. `about` is what the description has there. */
interface Entry {
  readonly step: Step;
  what(about: string): string;
  readonly why?: string;
  readonly fix?: string;
}

const LIE = "Types and checks that guess would lie.";
const WRONG_CALL = "A call made from it would not be the call that the API describes.";
const NEWER =
  "A newer version of the generator may know it; in its own repository, teach generator/lower/schema.ts to read it, with a scenario.";
const EXCEPT = "Leave the operation out, or tell Pinterest; a newer version of the generator may know it.";

const unknown =
  (of = "") =>
  (about: string): string =>
    `the generator does not know what to make of${of} ${about}`;

export type Construct = "object in a path" | "parameter in another format" | "style of a parameter" | "unknown part" | "unknown schema";

/** The one table of decisions. A construct that is not in it is a bug of the generator, not of the description. */
const CONSTRUCTS: Readonly<Record<Construct, Entry>> = {
  "object in a path": { step: "fatal", what: (name) => `the parameter ${name} is an object in a path`, why: WRONG_CALL, fix: EXCEPT },
  "parameter in another format": {
    step: "fatal",
    what: (name) => `the parameter ${name}, which the generator cannot write`,
    why: WRONG_CALL,
    fix: EXCEPT,
  },
  "style of a parameter": {
    step: "fatal",
    what: (name) => `the parameter ${name}, which the generator cannot write`,
    why: WRONG_CALL,
    fix: EXCEPT,
  },
  "unknown part": { step: "fatal", what: unknown(), why: WRONG_CALL, fix: EXCEPT },
  "unknown schema": { step: "fatal", what: unknown(":"), why: LIE, fix: NEWER },
};

/** What is met in a description, on its way into code: problems and notices, as the table of constructs decides. */
export class Diagnostics {
  readonly problems: Problem[] = [];
  readonly notices: Notice[] = [];

  /** Reports a construct by its name: where it stands, and what it is there. */
  report(construct: Construct, where: string, about = ""): void {
    const { step, what, why, fix } = CONSTRUCTS[construct];
    if (step === "fatal") this.problems.push({ what: what(about), where, why: why ?? WRONG_CALL, fix: fix ?? EXCEPT });
    else if (step === "loosened") this.notices.push({ kind: "loosened", what: what(about), where });
  }

  /** Takes over what was found elsewhere. */
  add({ problems, notices }: Pick<Diagnostics, "problems" | "notices">): void {
    this.problems.push(...problems);
    this.notices.push(...notices);
  }
}
