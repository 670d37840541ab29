import { shapeOf } from "../lower/lower.js";
import type { Flow } from "../model/model.js";
import { ruleInWords } from "../rules/parse.js";
import { data, type View } from "../text/code.js";

/** `rules.ts`: the rules as data. */
export function rulesView(flow: Flow): View {
  const shape = shapeOf(flow);
  return {
    list: flow.rules.map((rule) => ({
      id: data(rule.id),
      kind: data(rule.kind),
      severity: data(rule.severity),
      says: data(ruleInWords(rule, shape)),
      when: data(rule.when),
      params: data(rule.params),
      reasoned: rule.because !== undefined,
      because: data(rule.because ?? ""),
      sources: data(rule.sources),
    })),
  };
}
