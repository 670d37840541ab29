/** Something that a person has to decide or mend before anything is written: what, where, why, how. */
export interface Problem {
  /** What is wrong, in one line without a full stop. */
  readonly what: string;
  /** Where: a file with its line, or a JSON pointer into the description. */
  readonly where: string;
  /** What would go wrong if it were let through. */
  readonly why: string;
  /** How to mend it. */
  readonly fix: string;
  /** More lines about the place, such as the sentence in question; name and value. */
  readonly notes?: readonly (readonly [name: string, value: string])[];
}

/** Stops a stage. Carries all the problems the stage found, never just the first. */
export class Problems extends Error {
  override readonly name = "Problems";
  readonly list: readonly Problem[];

  constructor(list: readonly Problem[]) {
    super(list.map(({ what, where }) => `${where}: ${what}`).join("\n"));
    this.list = list;
  }
}
