import { visible } from "../print.js";

/** A Markdown table. What stands in its cells is Markdown already, on one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A name or a value as it is written in a request. */
export function code(text: string): string {
  return `\`${visible(text.replaceAll("`", "'").replaceAll("|", "\\|").replace(/\s+/g, " "))}\``;
}

/** Words that no Markdown comes out of, and with which GitHub calls nobody and links to nothing. */
export function words(text: string): string {
  return visible(text.replace(/\s+/g, " "))
    .replace(/[\\`*{}[\]<>|#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&")
    .replace(/@(?=\w)|\bhttps?:(?=\/\/)|\bwww(?=\.)/gi, "$&<!-- -->")
    .trim();
}

/** Names and values in words, each as code: "a, b and c". */
export function codes(names: readonly string[], last = "and"): string {
  const each = names.map(code);
  return each.length < 2 ? (each[0] ?? "") : `${each.slice(0, -1).join(", ")} ${last} ${each.at(-1)}`;
}
