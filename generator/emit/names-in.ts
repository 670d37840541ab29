/** The names in a generated file that no two things may share. */
export interface NamesIn {
  /** What the file calls something: imports and declarations, as often as they stand there. */
  readonly local: readonly string[];
  /** What other files see of it, as often as it stands there. */
  readonly exported: readonly string[];
  /** What functions call their own: parameters, variables. */
  readonly within: readonly string[];
}

/** A list of imports or exports: its word, and what is between the braces. */
const LIST = /^(import|export)(?: type)? \{([^{}]*)\}/gm;
const DECLARATION = /^(export )?(?:async )?(?:const|function|interface|type) ([A-Za-z_$][\w$]*)/gm;
const PARAMETERS = /^(?:export )?function [^(]*\(([^()]*)\)/gm;
const VARIABLE = /^ +(?:const|let) ([A-Za-z_$][\w$]*)/gm;

/** Reads the names out of a file as templates print them: each statement begins a line, and nothing else that begins one looks like it. */
export function namesIn(text: string): NamesIn {
  const lists = [...text.matchAll(LIST)].map(([, word, inside = ""]) => ({ word, names: listed(inside) }));
  const declarations = [...text.matchAll(DECLARATION)].map(([, word, name = ""]) => ({ isExported: word !== undefined, name }));
  const of = (word: string): readonly string[] => lists.filter((list) => list.word === word).flatMap(({ names }) => names);
  return {
    local: [...of("import"), ...declarations.map(({ name }) => name)],
    exported: [...of("export"), ...declarations.filter(({ isExported }) => isExported).map(({ name }) => name)],
    within: [
      ...[...text.matchAll(PARAMETERS)].flatMap(([, inside = ""]) =>
        [...inside.matchAll(/([A-Za-z_$][\w$]*)\??:/g)].map(([, name = ""]) => name),
      ),
      ...[...text.matchAll(VARIABLE)].map(([, name = ""]) => name),
    ],
  };
}

/** `a, type B, c as d` are called a, B and d here. */
function listed(inside: string): readonly string[] {
  return inside
    .split(",")
    .map((one) =>
      one
        .trim()
        .replace(/^type /, "")
        .replace(/^.* as /, ""),
    )
    .filter((name) => name !== "");
}
