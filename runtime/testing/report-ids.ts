/** Stands before each id in the text that a file is made of, so that the text can come again under other ids; it is never sent. */
export const MARK = "\ue000";

/** How many of the level below stand in one: two ad groups in a campaign, two ads in an ad group. */
export const CHILDREN = 2;

const LOW_DIGITS = 10;
const LOW = 10 ** LOW_DIGITS;
const HALF = 10 ** (LOW_DIGITS / 2);
// Coprime to the number of places for accounts, and near its golden section: accounts that follow each other lie far apart.
const STRIDE = 61_803n;
const ACCOUNTS = 100_000n;

// Ids of one kind begin alike, as they do at Pinterest.
const BEGINNINGS: Readonly<Record<string, string>> = {
  CAMPAIGN: "62",
  AD_GROUP: "26",
  PIN_PROMOTION: "68",
  PRODUCT_GROUP: "29",
  PIN: "21786170",
};
const OTHERS = "33";

/**
 * The id of an account's first, second … campaign, ad group or whatever the kind is, marked: twelve digits, eighteen for pins. The first two
 * or eight say the kind, the next five the account, the rest counts from 1.
 */
export function idOf(kind: string, account: string, number: number): string {
  const place = Number((BigInt(account) * STRIDE) % ACCOUNTS);
  const low = (place * Number(ACCOUNTS) + number + 1) % LOW;
  return `${MARK}${BEGINNINGS[kind] ?? OTHERS}${String(low).padStart(LOW_DIGITS, "0")}`;
}

/** Where the last ten digits of an id stand in bytes, and by how much they grow from one copy of these bytes to the next. */
export interface Place {
  readonly at: number;
  readonly low: number;
  readonly grows: number;
}

/** Text without its marks, as bytes, and where its ids are. `growth` is told how an id begins. */
export function unmarked(text: string, growth: (beginning: string) => number): { readonly bytes: Uint8Array; readonly places: Place[] } {
  const encoder = new TextEncoder();
  const places: Place[] = [];
  const pieces = text.split(MARK).map((piece) => encoder.encode(piece));
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    bytes.set(piece, at);
    if (index > 0) places.push(placeOf(piece, at, growth));
    at += piece.length;
  }
  return { bytes, places };
}

function placeOf(piece: Uint8Array, at: number, growth: (beginning: string) => number): Place {
  const digits = /^\d+/.exec(new TextDecoder().decode(piece.subarray(0, 20)))?.[0] ?? "";
  const beginning = digits.slice(0, -LOW_DIGITS);
  return { at: at + beginning.length, low: Number(digits.slice(-LOW_DIGITS)), grows: growth(beginning) };
}

/** How the ids of a kind begin. */
export function beginningOf(kind: string): string {
  return BEGINNINGS[kind] ?? OTHERS;
}

/** The bytes with the ids of their copy of this number; 0 is as they are. */
export function renumbered(bytes: Uint8Array, places: readonly Place[], copy: number): Uint8Array {
  if (copy === 0 || places.length === 0) return bytes;
  const other = bytes.slice();
  for (const { at, low, grows } of places) {
    const id = Math.floor(low + grows * copy) % LOW;
    // In halves, which are integers to the machine: gigabytes are written so.
    let [first, last] = [(id / HALF) | 0, (id % HALF) | 0];
    for (let digit = at + 4; digit >= at; digit--) {
      other[digit] = 0x30 + (first % 10);
      other[digit + 5] = 0x30 + (last % 10);
      [first, last] = [(first / 10) | 0, (last / 10) | 0];
    }
  }
  return other;
}
