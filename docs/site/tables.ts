/**
 * Makes wide tables scroll separately, and lets names in them break at underscores and capitals.
 */
export function readableTables(html: string): string {
  return html
    .replace(
      /<table>.*?<\/table>/gs,
      (table) => `<div class="wide">${breakable(marked(table))}</div>`,
    )
    .replace(/<h1[^>]*>.*?<\/h1>/gs, breakable);
}

// A cell with more characters gets a minimum width.
const LONG = 40;

/** Marks cells with long text for the style sheet. */
function marked(table: string): string {
  return table.replace(/<td>(.*?)<\/td>/gs, (cell, content: string) =>
    content.replace(/<[^>]+>/g, "").length > LONG ? `<td class="long">${content}</td>` : cell,
  );
}

/**
 * Allows line breaks after an underscore and before a capital within a name. It leaves tags
 * unchanged.
 */
function breakable(html: string): string {
  return html.replace(
    /(^|>)([^<]+)/g,
    (_, end: string, text: string) => end + text.replace(/_(?=\w)|(?<=[a-z])(?=[A-Z])/g, "$&<wbr>"),
  );
}
