/** The number that a text writes; the text itself for an integer that a number cannot hold, so that no digit is lost; null for no number. */
export function numberOf(text: string): number | string | null {
  if (!/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  const lossy = /^-?\d+$/.test(text) ? !Number.isSafeInteger(value) : !Number.isFinite(value);
  return lossy ? text : value;
}

/** Whether an id is written as spreadsheets and floating numbers write long ones (`2.1786E+17`): with fewer digits than it had. */
export function isRounded(id: string): boolean {
  return /^\d(\.\d+[eE]\+?|[eE]\+)\d+$/.test(id);
}
