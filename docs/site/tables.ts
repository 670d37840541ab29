/**
 * Makes wide tables scroll by themselves, and lets names in them break at underscores and capitals.
 */
export function readableTables(html: string): string {
  return html
    .replace(
      /<table>.*?<\/table>/gs,
      (table) => `<div class="wide">${breakable(marked(table))}</div>`,
    )
    .replace(/<h1[^>]*>.*?<\/h1>/gs, breakable);
}

// A cell with more characters is treated as a sentence, which needs some width.
const LONG = 40;

/** Marks the cells with long texts, for the style sheet. */
function marked(table: string): string {
  return table.replace(/<td>(.*?)<\/td>/gs, (cell, content: string) =>
    content.replace(/<[^>]+>/g, "").length > LONG ? `<td class="long">${content}</td>` : cell,
  );
}

/**
 * Allows breaks after an underscore, and before a capital within a name. Only in text, not within
 * tags.
 */
function breakable(html: string): string {
  return html.replace(
    /(^|>)([^<]+)/g,
    (_, end: string, text: string) => end + text.replace(/_(?=\w)|(?<=[a-z])(?=[A-Z])/g, "$&<wbr>"),
  );
}
