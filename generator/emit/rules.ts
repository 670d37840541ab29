import { data, type View } from "../code.js";
import { shapeOf } from "../lower/shape.js";
import type { Request } from "../model/model.js";
import { ruleInWords } from "../rules/parse.js";

/** `rules.ts`: the rules as data. */
export function rulesView(flow: Request): View {
  const shape = shapeOf(flow);
  return {
    list: flow.rules.map((rule) => ({
      id: data(rule.id),
      kind: data(rule.kind),
      severity: data(rule.severity),
      says: data(ruleInWords(rule, shape)),
      when: data(rule.when),
      params: data(rule.params),
      dated: rule.until !== undefined,
      until: data(rule.until ?? ""),
      reasoned: rule.because !== undefined,
      because: data(rule.because ?? ""),
      sources: data(rule.sources),
    })),
  };
}
