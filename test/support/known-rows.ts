import type { Clock } from "../../runtime/clock.js";
import type { FakeServer } from "../../runtime/testing/index.js";

/** A row as the server created it, including zeros. Each value is exact text. */
export type KnownRow = Readonly<Record<string, string>>;

/** The server's data for an ad account. */
export interface KnownAccount {
  readonly id: string;
  readonly currency: string;
  readonly time_zone: string;
}

type Server = Pick<FakeServer<Clock>, "url" | "accessToken" | "rows">;

async function requested(
  { url, accessToken }: Server,
  path: string,
  body?: object,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(url + path, {
    headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
  return JSON.parse(text);
}

/** The server's current rows for a report, taken from its data without our client or reader. */
export async function knownRows(
  server: Server,
  account: string,
  body: Readonly<Record<string, unknown>>,
): Promise<readonly KnownRow[]> {
  const { token, data } = await requested(server, `/ad_accounts/${account}/reports`, body);
  const { token: inEnvelope } = Object(data) as { readonly token?: unknown };
  return [...server.rows(String(token ?? inEnvelope))];
}

export async function knownAccounts(server: Server): Promise<readonly KnownAccount[]> {
  const { items } = await requested(server, "/ad_accounts?page_size=250");
  return items as readonly KnownAccount[];
}

/** The names of an account's campaigns, by id. */
export async function knownCampaigns(
  server: Server,
  account: string,
): Promise<ReadonlyMap<string, string>> {
  const { items } = await requested(
    server,
    `/ad_accounts/${account}/campaigns?page_size=250&entity_statuses=ACTIVE&entity_statuses=ARCHIVED`,
  );
  return new Map(
    (items as readonly { readonly id: string; readonly name: string }[]).map(({ id, name }) => [
      id,
      name,
    ]),
  );
}

const SCALE = 18;
const ONE = 10n ** BigInt(SCALE);

/** Converts a decimal to an integer in units of 10⁻¹⁸. */
export function exact(text: string): bigint {
  const [, sign, whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d{1,18}))?$/.exec(text) ?? [];
  if (whole === "") throw new RangeError(`${text} is not a number with at most 18 decimal places`);
  const units = BigInt(whole + fraction.padEnd(SCALE, "0"));
  return sign === "-" ? -units : units;
}

/** Converts such an integer back to text, without trailing zeros. */
export function exactText(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, "0");
  const text = `${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`.replace(/\.?0+$/, "");
  return units < 0n ? `-${text}` : text;
}

export function exactSum(texts: readonly string[]): bigint {
  return texts.reduce((sum, text) => sum + exact(text), 0n);
}

/** The quotient as text, rounded to this many decimal places. */
export function quotientText(units: bigint, by: number, digits: number): string {
  const step = ONE / 10n ** BigInt(digits);
  const divisor = BigInt(by) * step;
  return exactText(((units + divisor / 2n) / divisor) * step);
}
