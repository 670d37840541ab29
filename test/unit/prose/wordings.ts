/**
 * The wordings of a template such as "Names {are|must be} {short|long}.". The first one has the
 * first words of each pair of braces. Each of the others has one other word: "Names are long.".
 */
export function wordingsOf(template: string): readonly string[] {
  const choices = template
    .split(/\{([^{}]*)\}/)
    .map((part, index) => (index % 2 === 1 ? part.split("|") : [part]));
  const first = choices.map(([word = ""]) => word);
  const others = choices.flatMap(([, ...words], index) =>
    words.map((word) => first.map((known, at) => (at === index ? word : known))),
  );
  return [first, ...others].map((words) => {
    const text = words.join("").replaceAll(/ {2,}/g, " ").trim();
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  });
}

/** The wordings of several templates. */
export function allWordings(templates: readonly string[]): readonly string[] {
  return [...new Set(templates.flatMap(wordingsOf))];
}
