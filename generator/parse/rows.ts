import { type Problem, Problems } from "../problem.js";
import { WITNESSES } from "./columns.js";
import { entriesOf, isObject, type Json, listOf } from "./json.js";
import { parseYaml } from "./yaml.js";

/** What a row may be about, such as a campaign. */
export interface Entity {
  /** The columns that hold its id. */
  readonly ids: readonly string[];
  /** What we call that id where no column holds it. */
  readonly ours?: string;
  /** The columns that tell apart rows of one id. */
  readonly besides: readonly string[];
  /** What it stands in; null for the outermost. */
  readonly within: string | null;
}

/** What the rows of reports are about: by the operation that creates the report, then by the name of the level. */
export type RowFacts = ReadonlyMap<string, ReadonlyMap<string, Entity>>;

type RefuseRow = (what: string, ...path: readonly string[]) => void;

/** Reads `spec/rows.yaml`. Throws `Problems` with all that is wrong in the file. */
export function parseRows(text: string, file = "spec/rows.yaml"): RowFacts {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const refuse: RefuseRow = (what, ...path) => {
    problems.push({
      what,
      where: `${file}:${yaml.lineOf(...path)}`,
      why: "The types of the rows promise what stands here; a slip would make them lie.",
      fix:
        "Write `<level>: { ids: [<columns>], within: <a level above>, evidence: [<who>] }`, without `within` where nothing is around it; " +
        "`ours: <NAME_ID>` where no column holds the id, `besides: [<columns>]` where it is not enough.",
    });
  };
  if (!isObject(yaml.value)) refuse("the file has no operations");
  const facts = new Map<string, ReadonlyMap<string, Entity>>();
  for (const [operation, levels] of entriesOf(yaml.value)) {
    const entities = new Map<string, Entity>();
    for (const [level, entry] of entriesOf(levels)) {
      const entity = readEntity(entry, entities, (what) => refuse(`${level} ${what}`, operation, level));
      if (entity) entities.set(level, entity);
    }
    if (entities.size === 0) refuse(`${operation} has no levels`, operation);
    facts.set(operation, entities);
  }
  if (problems.length > 0) throw new Problems(problems);
  return facts;
}

/** An entity that stands in one of those before it: so there is no way round in a circle. */
function readEntity(entry: Json, above: ReadonlyMap<string, Entity>, refuse: (what: string) => void): Entity | undefined {
  const { ids, ours, besides = [], within = null, evidence, ...others } = Object.fromEntries(entriesOf(entry));
  const [other] = Object.keys(others);
  if (other !== undefined) refuse(`has an unknown key: ${other}`);
  else if (!Array.isArray(ids) || !ids.every(isColumn)) refuse("has no list of columns called ids");
  else if (ours !== undefined && !(isColumn(ours) && ours.endsWith("_ID"))) refuse("calls its id by a name that does not end in _ID");
  else if (!Array.isArray(besides) || !besides.every(isColumn)) refuse("has no list of columns called besides");
  else if (within !== null && (typeof within !== "string" || !above.has(within))) refuse("stands within a level that is not above it");
  else if (!isEvidence(evidence)) refuse(`has no known evidence: ${WITNESSES.join(", ")}`);
  else return { ids, ...(ours !== undefined && { ours }), besides, within };
  return undefined;
}

function isColumn(value: unknown): value is string {
  return typeof value === "string" && /^[A-Z][A-Z0-9_]*$/.test(value);
}

function isEvidence(value: Json | undefined): boolean {
  return listOf(value).length > 0 && listOf(value).every((one) => typeof one === "string" && WITNESSES.includes(one));
}
