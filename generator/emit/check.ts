import { type Code, identifier, joined, list, literal, property, type View } from "../code.js";
import { pascal, signOf } from "../lower/names.js";
import { shapeOf } from "../lower/shape.js";
import type { Request } from "../model/model.js";
import type { Condition, Rule } from "../model/rule.js";
import { certainly, typeOf } from "../rules/certain.js";
import { conditionsInWords } from "../rules/condition.js";
import type { Shape, TypeCheck } from "../rules/kind.js";
import { ruleInWords } from "../rules/parse.js";
import { strictView } from "./strict.js";

/** `check.ts`: the rules as types, for literals and for annotated variables. */
export function checkView(flow: Request): View {
  const shape = shapeOf(flow);
  const named = ruleNames(flow);
  const rules = flow.rules.flatMap((rule) => {
    const check = typeOf(rule);
    return check === null ? [] : [ruleView(rule, check, shape, named.get(rule) ?? pascal(rule.id))];
  });
  const strict = strictView(flow);
  return { rules, strict, uses: usesOf(rules), typeNames: typesIn(strict, flow) };
}

/** What each rule's type is called: no other type of the file has the name. */
function ruleNames(flow: Request): ReadonlyMap<Rule, string> {
  const { body, enums, objects, unions = [] } = flow;
  const taken = new Set([...USES, body.name, ...[...enums, ...objects, ...unions].map(({ name }) => name), `Checked${pascal(flow.name)}`]);
  return new Map(
    flow.rules.map((rule) => {
      const wanted = pascal(rule.id);
      const name = taken.has(wanted) ? `${wanted}_${signOf(rule.id)}` : wanted;
      taken.add(name);
      return [rule, name];
    }),
  );
}

function ruleView(rule: Rule, check: TypeCheck, shape: Shape, name: string): View {
  const condition = rule.when.length === 0 ? "" : ` when ${conditionsInWords(rule.when, shape)}`;
  const says = literal(ruleInWords(rule, shape));
  return {
    name: identifier(name),
    certain: list(
      certainly(rule, check).map((any) => clauseType(any, shape)),
      ", ",
    ),
    marked: marked(check, says, condition),
  };
}

/** What the request is intersected with when the rule is certainly broken. */
function marked({ at, items }: TypeCheck, says: Code, condition: string): Code {
  if (at === null) return joined`NotAllowed<${says}>`;
  if (items === undefined) return joined`{ readonly ${property(at)}: NotAllowed<${says}> }`;
  const barred = list(
    items.values.map((value) => literal(value)),
    " | ",
  );
  return joined`{ readonly ${property(at)}: Barred<Has<Asked, ${literal(at)}>, ${barred}, ${literal(items.says + condition)}> }`;
}

function clauseType(any: readonly Condition[], shape: Shape): Code {
  const types = any.map((one) => conditionType(one, shape));
  return types.length === 1 ? list(types, " | ") : joined`Either<${list(types, " | ")}>`;
}

function conditionType(condition: Condition, shape: Shape): Code {
  const field = literal(condition.field);
  if ("present" in condition) return condition.present ? joined`Given<Asked, ${field}>` : joined`NotGiven<Asked, ${field}>`;
  const assumed = shape.field(condition.field)?.default;
  const value = assumed === undefined ? joined`Has<Asked, ${field}>` : joined`Has<Asked, ${field}, ${literal(assumed)}>`;
  const values = list(
    ("is" in condition ? condition.is : condition.isNot).map((one) => literal(one)),
    " | ",
  );
  return "is" in condition ? joined`Is<${value}, ${values}>` : joined`IsNot<${value}, ${values}>`;
}

const USES = ["Barred", "Either", "Given", "Has", "If", "Is", "IsNot", "NoOthers", "NotAllowed", "NotGiven"];

function usesOf(rules: readonly View[]): readonly Code[] {
  const text = JSON.stringify(rules);
  return USES.filter((name) => name === "NoOthers" || (name === "If" && rules.length > 0) || new RegExp(`\\b${name}<`).test(text)).map(
    identifier,
  );
}

/** The request and the named types that the union mentions. */
function typesIn(strict: View, flow: Request): readonly Code[] {
  const text = JSON.stringify(strict);
  const named = [...flow.enums, ...flow.objects, ...(flow.unions ?? [])]
    .map(({ name }) => name)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return [...named, flow.body.name].sort().map(identifier);
}
