const LONGEST_WORD = 80;

/**
 * Somebody else's text as one line of a message, without what a terminal or a log would take for its own: line ends, escapes, marks that turn
 * the direction of writing. What is longer is cut.
 */
export function oneLine(text: string, most: number = Number.POSITIVE_INFINITY): string {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ");
}

/** One word of the API's, such as a status: as it is where it looks like one, else in quotes. */
export function word(text: string): string {
  return /^\w{1,80}$/.test(text) ? text : JSON.stringify(oneLine(text, LONGEST_WORD));
}
