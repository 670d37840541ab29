import { dirname, resolve } from "node:path";
import { inputName, readInput } from "../../terminal/input.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { suggestion, Usage } from "../../terminal/usage.js";

/**
 * Where to store the tables: in a folder, a DuckDB file, PostgreSQL, or a bucket. Paths are
 * absolute.
 */
export type TargetConfig =
  | { readonly folder: string }
  | { readonly duckdb: { readonly path: string; readonly schema?: string } }
  | { readonly postgres: { readonly connection?: string; readonly schema?: string } }
  | { readonly s3: BucketConfig };

/** A bucket, and the settings of the S3 client that the sync file can set. */
interface BucketConfig {
  readonly bucket: string;
  readonly prefix?: string;
  readonly endpoint?: string;
  readonly region?: string;
  readonly force_path_style?: boolean;
}

/** The content of a sync file, with keys renamed to the client's options. */
export interface SyncConfig {
  readonly target: TargetConfig;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The keys of a sync file except `target`, and the client option that each key sets. */
const OPTIONS: Readonly<Record<string, string>> = {
  tables: "tables",
  accounts: "accounts",
  entities: "entities",
  lookback_days: "lookbackDays",
  since: "since",
  backfill: "backfill",
  names: "names",
};

/** The keys that each kind of target has when it is written as an object. */
const KEYS = {
  duckdb: ["path", "schema"],
  postgres: ["connection", "schema"],
  s3: ["bucket", "prefix", "endpoint", "region", "force_path_style"],
};

/** The only boolean key of a target. The others are strings. */
const PATH_STYLE = "force_path_style";

/** Maximum number of expansions of YAML aliases, including nested ones. */
const MAX_ALIASES = 100;

const EXAMPLE = "`pinterest-reports sync --help` shows an example.";

/**
 * Reads a sync file (YAML or JSON) from a path, or from stdin if the path is `-`. The keys of the
 * returned `options` are the client's option names, such as `lookbackDays`. A relative target is
 * resolved against the file's folder, or for stdin against the working folder. An integer that a
 * JavaScript number cannot represent exactly becomes a string.
 *
 * Rejects with `Usage` if the file cannot be read, is empty, is not YAML, or has an unknown or
 * repeated key. Also rejects with `Usage` if the file lacks `target` or `tables`, or has an invalid
 * `target` or `lookback_days`. The client checks the other values.
 */
export async function readConfig(from: string, io: Io): Promise<SyncConfig> {
  const name = inputName(from);
  const content = await parsed(await readInput(from, "the sync file", io), name);
  if (typeof content !== "object" || content === null || Array.isArray(content))
    throw new Usage(`${name} must be an object with target and tables`, EXAMPLE);
  const { target, ...settings } = content as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(settings).find((key) => !Object.hasOwn(OPTIONS, key));
  if (unknown !== undefined)
    throw new Usage(
      `${name} has the unknown key ${JSON.stringify(unknown)}`,
      suggestion(unknown, ["target", ...Object.keys(OPTIONS)]),
    );
  if (settings.tables === undefined) throw new Usage(`${name} has no tables`, EXAMPLE);
  const { lookback_days: lookback = 0 } = settings;
  if (!(Number.isInteger(lookback) && Number(lookback) >= 0))
    throw new Usage(
      `${name} has an invalid lookback_days: ${JSON.stringify(lookback)}`,
      "Use a whole number of days, 0 or more.",
    );
  const inFolder = (path: string): string => {
    if (path.includes("\0"))
      throw new Usage(
        `${name} has a target with a NUL character, which is not allowed`,
        "Remove it.",
      );
    return from === "-" ? fullPath(path, io) : resolve(dirname(fullPath(from, io)), path);
  };
  return {
    target: targetIn(target, name, inFolder),
    options: Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [OPTIONS[key] ?? key, value]),
    ),
  };
}

/**
 * Parses the target of a sync file. `inFolder` returns the full path of a folder or file. Throws
 * `Usage` for an invalid target.
 */
function targetIn(target: unknown, name: string, inFolder: (path: string) => string): TargetConfig {
  if (typeof target === "string" && /^postgres(ql)?:\/\//.test(target))
    return { postgres: { connection: target } };
  const [, bucket, prefix] = /^s3:\/\/([^/]+)(?:\/+(.*?))?\/*$/.exec(String(target)) ?? [];
  if (typeof target === "string" && bucket !== undefined)
    return { s3: { bucket, ...(prefix && { prefix }) } };
  if (typeof target === "string" && target.includes("://"))
    throw new Usage(
      `${name} has the target ${target}, which is not a folder, a file, a bucket or a PostgreSQL database`,
      EXAMPLE,
    );
  if (typeof target === "string" && target.endsWith(".duckdb"))
    return { duckdb: { path: inFolder(target) } };
  if (typeof target === "string" && target !== "") return { folder: inFolder(target) };
  const [[kind = "", options] = [], ...further] = Object.entries(Object(target));
  if (!Object.hasOwn(KEYS, kind) || further.length > 0)
    throw new Usage(
      `${name} has no valid target: use a folder, a .duckdb file, a postgresql:// or s3:// address, duckdb with path and schema, postgres with connection and schema, or s3 with bucket and prefix`,
      EXAMPLE,
    );
  const keys = KEYS[kind as keyof typeof KEYS];
  const values = Object.entries(Object(options)) as readonly (readonly [string, string])[];
  const isInvalid =
    typeof (options ?? {}) !== "object" ||
    values.some(
      ([key, value]) =>
        !keys.includes(key) || typeof value !== (key === PATH_STYLE ? "boolean" : "string"),
    );
  const settings: Readonly<Record<string, string>> = Object.fromEntries(values);
  if (isInvalid || (kind === "duckdb" && !settings.path) || (kind === "s3" && !settings.bucket))
    throw new Usage(`${name}: the target ${kind} must be an object with ${listed(keys)}`, EXAMPLE);
  if (kind === "s3") return { s3: { ...settings, bucket: settings.bucket ?? "" } };
  return kind === "duckdb"
    ? { duckdb: { ...settings, path: inFolder(settings.path ?? "") } }
    : { postgres: settings };
}

/** The keys of a target and their types, in words. */
function listed(keys: readonly string[]): string {
  const texts = keys.filter((key) => key !== PATH_STYLE);
  const list = `the strings ${texts.join(", ").replace(/, (?=\w+$)/, " and ")}`;
  return texts.length === keys.length ? list : `${list}, and ${PATH_STYLE}: true or false`;
}

/**
 * Parses a sync file as JSON or YAML. Throws `Usage` if it is empty, invalid, or has a repeated
 * key.
 */
async function parsed(text: string, name: string): Promise<unknown> {
  if (text.trim() === "") throw new Usage(`${name} is empty`, EXAMPLE);
  const json = parsedJson(text);
  const repeated = json === undefined ? undefined : repeatedKey(text);
  if (repeated !== undefined)
    throw new Usage(
      `${name} has the key ${JSON.stringify(repeated)} twice`,
      "Remove or rename one of the two.",
    );
  if (json !== undefined) return json;
  const { parseDocument } = await import("yaml");
  const invalid = (why: string | undefined): Usage =>
    new Usage(`${name} is not YAML: ${why?.replace(/:$/, "")}`, "Correct the file.");
  try {
    const document = parseDocument(text, { intAsBigInt: true, prettyErrors: true, merge: true });
    const [error] = document.errors;
    if (error !== undefined) throw invalid(error.message.split("\n")[0]);
    return withExactIntegers(document.toJS({ maxAliasCount: MAX_ALIASES }));
  } catch (error) {
    if (error instanceof RangeError) throw invalid("it is nested too deeply, or contains itself");
    // An alias has no anchor, or aliases expand to too many values.
    if (error instanceof ReferenceError) throw invalid(error.message);
    throw error;
  }
}

/**
 * Parses JSON; undefined for anything else. Broken JSON goes to the YAML parser, which has better
 * error messages.
 */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text, exactInteger);
  } catch {
    return undefined;
  }
}

/**
 * The first key that occurs twice in the same object. `json` must be valid JSON. JSON.parse would
 * silently keep only the key's last value.
 */
function repeatedKey(json: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, colon] of json.matchAll(/[{}]|"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    if (colon === undefined) continue;
    const key = String(JSON.parse(token.slice(0, -colon.length)));
    if (open.at(-1)?.has(key)) return key;
    open.at(-1)?.add(key);
  }
  return undefined;
}

/**
 * Turns each bigint into a number if a number can represent it exactly, or else into a string. Ids
 * have up to 18 digits.
 */
function withExactIntegers(value: unknown): unknown {
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (Array.isArray(value)) return value.map(withExactIntegers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withExactIntegers(member)]),
  );
}

/**
 * Makes JSON.parse fail for an integer that a number cannot represent exactly. The YAML parser then
 * reads the file without losing digits.
 */
function exactInteger(_: string, value: unknown): unknown {
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new RangeError("not exact");
  return value;
}
