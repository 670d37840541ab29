import type { ColumnFacts } from "../../runtime/validation/column-kinds.js";

/** Facts and labels for the columns of all reports. */
export interface ColumnKnowledge {
  readonly facts: Readonly<Record<string, ColumnFacts>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** A column whose values can be added up. */
export interface Measure {
  readonly column: string;
  readonly label: string;
  /** Whether the values are money. */
  readonly isMoney: boolean;
  /** Whether the money is in millionths of the account's currency. */
  readonly isMicro: boolean;
}

/** What rows are about, such as campaigns, with the columns that contain the id and the name. */
export interface Entity {
  readonly id: string;
  readonly name: string | undefined;
  readonly singular: string;
  readonly plural: string;
}

// The measures that people want most. Each line lists equivalent columns; the first that the report
// contains is used.
const ASKED_FIRST: readonly (readonly string[])[] = [
  ["SPEND_IN_DOLLAR", "SPEND_IN_MICRO_DOLLAR"],
  ["PAID_IMPRESSION", "TOTAL_IMPRESSION", "IMPRESSION_1"],
  ["TOTAL_CLICKTHROUGH", "CLICKTHROUGH_1", "OUTBOUND_CLICK_1"],
  ["TOTAL_CONVERSIONS", "TOTAL_WEB_CHECKOUT", "TOTAL_CHECKOUT"],
];
const MAX_MEASURES = 4;

// Most detailed first, because a report on ads can also have columns for their campaigns.
const ENTITIES: readonly Entity[] = [
  { id: "PRODUCT_GROUP_ID", name: undefined, singular: "product group", plural: "product groups" },
  { id: "AD_ID", name: "AD_NAME", singular: "ad", plural: "ads" },
  { id: "PIN_PROMOTION_ID", name: "PIN_PROMOTION_NAME", singular: "ad", plural: "ads" },
  { id: "AD_GROUP_ID", name: "AD_GROUP_NAME", singular: "ad group", plural: "ad groups" },
  { id: "CAMPAIGN_ID", name: "CAMPAIGN_NAME", singular: "campaign", plural: "campaigns" },
  { id: "AD_ACCOUNT_ID", name: undefined, singular: "ad account", plural: "ad accounts" },
  { id: "ADVERTISER_ID", name: undefined, singular: "ad account", plural: "ad accounts" },
];

/**
 * Selects at most four columns to add up: spend, impressions, clicks and conversions first. The
 * others follow in the order of `columns`. Of equivalent columns, such as spend in units and in
 * millionths, only one is selected. Leaves out unknown columns, rates, costs per action and
 * averages. Also leaves out numbers of people, because the same person would be counted again each
 * day.
 */
export function measuresIn(
  columns: readonly string[],
  knowledge: ColumnKnowledge,
): readonly Measure[] {
  const first = ASKED_FIRST.flatMap((names) => names.find((name) => columns.includes(name)) ?? []);
  // The equivalent columns in `ASKED_FIRST` would add no new measure.
  const others = columns.filter((name) => !ASKED_FIRST.flat().includes(name));
  return [...first, ...others]
    .filter((name) => isSum(name, knowledge))
    .slice(0, MAX_MEASURES)
    .map((name) => measureOf(name, knowledge));
}

/**
 * Whether a column's values can be added up. True for counts and money, except numbers of people.
 */
function isSum(name: string, { facts }: ColumnKnowledge): boolean {
  const known = factsOf(name, facts);
  if (known === undefined || !known.zero || /_USER$|UNIQUE/.test(name)) return false;
  return ["count", "money", "micro-money"].includes(known.value);
}

/**
 * The measure for a column, even if it cannot be added up. An unknown column is labeled with its
 * name and is not money. The suffix ` (millionths)` is removed from a label.
 */
export function measureOf(column: string, { facts, labels }: ColumnKnowledge): Measure {
  const value = factsOf(column, facts)?.value;
  const isMicro = value === "micro-money";
  const label = Object.hasOwn(labels, column) ? (labels[column] ?? column) : column;
  return {
    column,
    // Amounts are shown in units of the currency, not in millionths.
    label: isMicro ? label.replace(/ \(millionths\)$/, "") : label,
    isMoney: isMicro || value === "money",
    isMicro,
  };
}

/**
 * What is known about a column; undefined for unknown names, including inherited ones such as
 * `constructor`.
 */
export function factsOf(name: string, facts: ColumnKnowledge["facts"]): ColumnFacts | undefined {
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}

/**
 * What rows with these columns are about, such as campaigns. The most detailed entity is used, such
 * as ads rather than their campaigns. If no column contains the entity's id, the column with its
 * name is used as the id. Null if no column identifies an entity.
 */
export function entityIn(columns: readonly string[]): Entity | null {
  for (const { name, ...entity } of ENTITIES) {
    const named = name !== undefined && columns.includes(name) ? name : undefined;
    if (columns.includes(entity.id)) return { ...entity, name: named };
    // Names identify rows less reliably, but there is nothing better.
    if (named !== undefined) return { ...entity, id: named, name: named };
  }
  return null;
}
