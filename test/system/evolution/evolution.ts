import { Pool } from "./compile.js";
import { consumersOf } from "./consumer.js";
import { Draft, type Tree, tree } from "./draft.js";
import { differencesOf, generated, readAsYaml, written, writtenAsYaml } from "./generate.js";
import { brokenBy, misjudged } from "./judge.js";
import type { Edit, Expected, Kind } from "./kind.js";
import { lostRules } from "./lost-rules.js";
import { pageMappingOf } from "./mapping.js";
import type { Made, Said } from "./output.js";
import { misplayed, pagesOf } from "./play.js";
import { randomBy } from "./random.js";
import { type Stage, stageOf } from "./subject.js";
import { descriptionOf, offersOf, wantedOf } from "./versions.js";

/** Edits of one version, applied one after another at places that depend on the seed. */
export interface Case {
  readonly kinds: readonly Kind[];
  readonly version: string;
  readonly seed: number;
}

/**
 * `right`: compiles, works with a server made from the edited description, agrees with Ajv, and has
 * all rules that still apply. `refused`: rejected by name, with a valid reason. `needless`:
 * rejected by name, without a reason. `wrong`: anything else. `no place`: the description has no
 * place for this edit.
 */
export type Verdict = "right" | "refused" | "needless" | "wrong" | "no place";

export interface Judged extends Case {
  readonly verdict: Verdict;
  readonly edits: readonly Edit[];
  /** What was wrong, or why the description was rejected. */
  readonly why: readonly string[];
}

/** An edited description and its edits. */
export interface Edited {
  readonly document: Tree;
  /** The description's text. Numbers can have more digits there. */
  readonly text: string;
  /** The flows file, if it was edited too. */
  readonly offers: Tree | null;
  readonly edits: readonly Edit[];
}

/** Applies the edits of a case. Returns null if there is no place for one of them. */
export function edited({ kinds, version, seed }: Case): Edited | null {
  const document = descriptionOf(version);
  const offers = offersOf();
  const before = JSON.stringify(offers);
  const edits: Edit[] = [];
  for (const [index, kind] of kinds.entries()) {
    // The place of an edit does not depend on the other edits, unless a kind is applied twice.
    const times = kinds.slice(0, index).filter((one) => one === kind).length;
    const edit = kind.edit(
      new Draft({ document, offers }, wantedOf(version), randomBy(seed, version, kind.name, times)),
    );
    if (edit === null) return null;
    edits.push(edit);
  }
  const isYaml = edits.some((edit) => edit.isYaml === true);
  const text = isYaml ? writtenAsYaml(document) : written(document);
  return {
    document: isYaml ? readAsYaml(text) : JSON.parse(text),
    text,
    offers: JSON.stringify(offers) === before ? null : offers,
    edits,
  };
}

/** The name of a case, which is also the arguments to run it again. */
export function nameOf({ kinds, version, seed }: Case): string {
  return `--kind ${kinds.map(({ name }) => name).join("+")} --version ${version} --seed ${seed}`;
}

/** The operations that were generated. */
function madeIn({ model: { flows, operations } }: Made): ReadonlySet<string> {
  return new Set([
    ...flows.flatMap(({ create, poll }) => [create.id, poll.id]),
    ...operations.map(({ call }) => call.id),
  ]);
}

/** Path segments that Windows reserves for devices. */
const DEVICE = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(\/|$)/i;

/**
 * Problems of all files: names that a file system rejects or confuses, and problems that an edit
 * must not cause.
 */
function flawsOf(output: ReadonlyMap<string, string>, edits: readonly Edit[]): readonly string[] {
  const paths = [...output.keys()];
  const folded = paths.map((path) => path.toLowerCase());
  const never = edits.flatMap((edit) => edit.never ?? []);
  return [
    ...paths.filter((path) => DEVICE.test(path)).map((path) => `${path} is a device name`),
    ...folded
      .filter((path, index) => folded.indexOf(path) !== index)
      .map((path) => `two files have the path ${path}`),
    ...never.flatMap((text) =>
      [...output].filter(([, file]) => file.includes(text)).map(([path]) => `${path} has ${text}`),
    ),
  ];
}

/** Notices that an edit should cause but that are missing. */
function untold(edits: readonly Edit[], made: Made, before: Made | null): readonly string[] {
  const usual = before?.said.map(lineOf) ?? [];
  const lines = made.said.map(lineOf).filter((line) => !usual.includes(line));
  const changes = (): readonly string[] => (before === null ? [] : differencesOf(before, made));
  return edits.flatMap(({ told, differs, keeps }) => [
    ...(told === undefined || lines.some((line) => told.test(line))
      ? []
      : [`no line matches ${told}: ${JSON.stringify(lines.slice(0, 4))}`]),
    ...(differs === undefined || changes().some((line) => differs.test(line))
      ? []
      : [`no difference matches ${differs}: ${JSON.stringify(changes().slice(0, 4))}`]),
    ...(keeps === undefined ? [] : changes().filter((line) => keeps.test(line))),
  ]);
}

function lineOf({ where, what }: Said): string {
  return `${where}: ${what}`;
}

interface Base {
  readonly document: Tree;
  readonly made: Made | null;
  /** The operations that were generated. */
  readonly offered: ReadonlySet<string>;
  /** The rules between fields that the smallest requests violate. */
  readonly usual: ReadonlySet<string>;
  /** The paginated lists. */
  readonly pages: ReadonlySet<string>;
}

/** Lists that were paginated and still could be, but no longer are, without a notice. */
export function lostPages(
  { said }: Made,
  { subjects, reading }: Stage,
  offers: Tree,
  pages: ReadonlySet<string>,
): readonly string[] {
  return subjects
    .filter(({ id, listed }) => pages.has(id) && "call" in listed && listed.pageOf === null)
    .filter(
      ({ described, listed }) =>
        pagesOf(described, reading, pageMappingOf(listed.name, offers)) !== null,
    )
    .filter(
      ({ id, described }) =>
        !said.some(
          ({ where, what }) =>
            /page|bookmark|cursor/i.test(what) &&
            (what.includes(id) || where.startsWith(described.at) || where.includes(id)),
        ),
    )
    .map(({ id }) => `${id} is no longer read page by page, without a notice`);
}

/** Judges many cases and compiles their outputs together. */
export class Evolution {
  readonly #pool = new Pool();
  readonly #bases = new Map<string, Base>();
  readonly #judged = new Map<string, Judged>();
  #count = 0;

  /** Generates one case and judges everything except compilation. */
  async add(one: Case): Promise<void> {
    this.#count += 1;
    const key = `case-${this.#count}`;
    const made = edited(one);
    if (made === null) {
      this.#judged.set(key, { ...one, verdict: "no place", edits: [], why: [] });
      return;
    }
    this.#judged.set(key, { ...one, edits: made.edits, ...(await this.#verdict(key, one, made)) });
  }

  async #verdict(
    key: string,
    { version }: Case,
    { document, text, offers, edits }: Edited,
  ): Promise<Pick<Judged, "verdict" | "why">> {
    const base = await this.#base(version);
    const expected: Expected = edits.some((edit) => edit.expected === "refused")
      ? "refused"
      : "lives";
    const result = await generated(text, offers);
    if (result.is === "crashed")
      return {
        verdict: "wrong",
        why: [`a stack trace: ${result.error.stack?.split("\n").slice(0, 4).join(" | ")}`],
      };
    if (result.is === "refused") {
      const why = result.problems.map(({ where, what }) => `${where}: ${what}`);
      const isNamed =
        result.problems.length > 0 &&
        result.problems.every(({ where, what }) => where.trim() !== "" && what.trim() !== "");
      return {
        verdict: isNamed ? (expected === "refused" ? "refused" : "needless") : "wrong",
        why,
      };
    }
    const why = [
      ...(await this.#wrong(key, result, { document, offers: offers ?? offersOf() }, base)),
      ...flawsOf(result.output, edits),
      ...untold(edits, result, base.made),
    ];
    const missing = [...base.offered].filter((id) => !madeIn(result).has(id));
    const leftOut = result.said.filter(({ kind }) => kind === "left out").map(lineOf);
    // If a report's create is left out, its poll is too, and vice versa.
    const withPartners = (id: string): readonly string[] => {
      const reports = Object.values(tree((offers ?? offersOf()).flows)).map(tree);
      const partners = reports.filter(({ create, poll }) => create === id || poll === id);
      return [id, ...partners.flatMap(({ create, poll }) => [String(create), String(poll)])];
    };
    const isNamed = (id: string): boolean => leftOut.some((line) => line.includes(id));
    const unnamed = missing.filter((id) => !withPartners(id).some(isNamed));
    why.push(...unnamed.map((id) => `${id} is left out without a notice`));
    if (why.length > 0) return { verdict: "wrong", why };
    if (expected === "lives")
      return {
        verdict: missing.length === 0 ? "right" : "needless",
        why: missing.length === 0 ? [] : leftOut,
      };
    if (missing.length > 0) return { verdict: "refused", why: leftOut };
    return {
      verdict: "wrong",
      why: [`it should be rejected: ${edits.map(({ because }) => because ?? "").join("; ")}`],
    };
  }

  async #wrong(
    key: string,
    made: Made,
    { document, offers }: { readonly document: Tree; readonly offers: Tree },
    base: Base,
  ): Promise<string[]> {
    try {
      const stage = stageOf(made, document, offers);
      this.#pool.add(
        key,
        new Map([...made.output, ...consumersOf(stage.subjects, made.output)]),
        made.document,
      );
      const lost =
        base.made === null
          ? []
          : lostRules(
              { model: base.made.model, document: base.document },
              { model: made.model, document },
            );
      return [
        ...stage.unreadable.map((one) => `no valid request is known: ${one}`),
        ...misjudged(made, stage, base.usual),
        ...lost,
        ...lostPages(made, stage, offers, base.pages),
        ...(await misplayed(made, stage, offers)),
      ];
    } catch (error) {
      return [
        `the generated code does not load: ${error instanceof Error ? error.stack?.split("\n").slice(0, 3).join(" | ") : error}`,
      ];
    }
  }

  async #base(version: string): Promise<Base> {
    const known = this.#bases.get(version);
    if (known !== undefined) return known;
    const document = descriptionOf(version);
    const result = await generated(written(document));
    const made = result.is === "made" ? result : null;
    const base: Base = {
      document,
      made,
      usual:
        made === null
          ? new Set<string>()
          : brokenBy(made, stageOf(made, document, offersOf()).subjects),
      offered: made === null ? new Set<string>() : madeIn(made),
      pages: new Set(
        made?.model.operations.filter(({ pageOf }) => pageOf !== null).map(({ call }) => call.id),
      ),
    };
    this.#bases.set(version, base);
    return base;
  }

  /** Compiles the outputs that were added since the last call. */
  async compile(): Promise<void> {
    for (const [key, errors] of await this.#pool.compile()) {
      const judged = this.#judged.get(key);
      if (judged === undefined) throw new Error(`a compiler failed: ${errors.join("\n")}`);
      this.#judged.set(key, { ...judged, verdict: "wrong", why: [...judged.why, ...errors] });
    }
  }

  /** All cases so far, in the order in which they were added. */
  judged(): readonly Judged[] {
    return [...this.#judged.values()];
  }

  /** The folder of the compiled files. */
  get folder(): string {
    return this.#pool.folder;
  }

  remove(): void {
    this.#pool.remove();
  }
}
