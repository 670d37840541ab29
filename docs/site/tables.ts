/**
 * Tables that scroll by themselves where they are wider than the page, and names in them that may
 * break where people would break them.
 */
export function readableTables(html: string): string {
  return html
    .replace(/<table>.*?<\/table>/gs, (table) => `<div class="wide">${breakable(table)}</div>`)
    .replace(/<h1[^>]*>.*?<\/h1>/gs, breakable);
}

/**
 * After an underscore, and before a capital within a name; in what is shown only, not within tags.
 */
function breakable(html: string): string {
  return html.replace(
    /(^|>)([^<]+)/g,
    (_, end: string, text: string) => end + text.replace(/_(?=\w)|(?<=[a-z])(?=[A-Z])/g, "$&<wbr>"),
  );
}
