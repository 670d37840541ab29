import { readdirSync, readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
} from "@microsoft/api-extractor";
import { consumer, ENTRIES, type Packed, ROOT, typesOf } from "./packed.js";
import { fileOf } from "./programs.js";

/** The page with all public names, on which a reviewer sees the effect of a change. */
export const PAGE = join(ROOT, "docs/api.md");

/** Excludes openapi-typescript's own types, which are reviewed in generated/schema.ts. */
const REPORTED: readonly string[] = ENTRIES.filter((entry) => entry !== "pinterest-reports/schema");

export interface Report {
  readonly entry: string;
  readonly name: string;
  readonly text: string;
  /** Names that its types use but that it does not export. */
  readonly forgotten: readonly string[];
  readonly exported: readonly string[];
}

/** A report of each entry of the package: all public names with their types, and their errors. */
export async function apiReports(
  packed: Pick<Packed, "home" | "installed">,
): Promise<readonly Report[]> {
  const folder = await consumer(packed, "api");
  // The folder must be outside node_modules, where every file would belong to another package.
  await cp(packed.installed, join(folder, "package"), { recursive: true });
  const configs = REPORTED.map((entry) => ({ entry, config: configOf(folder, entry) }));
  const [first, ...others] = configs;
  if (first === undefined) throw new Error("the package has no entry");
  const additionalEntryPoints = others.map(({ config }) => config.mainEntryPointFilePath);
  const compilerState = CompilerState.create(first.config, { additionalEntryPoints });
  return configs.map(({ entry, config }) => {
    const forgotten: string[] = [];
    const messageCallback = (message: ExtractorMessage): void => {
      if (message.messageId !== "ae-forgotten-export") {
        if (message.logLevel === ExtractorLogLevel.Error)
          throw new Error(message.formatMessageWithLocation(folder));
      } else forgotten.push(/The symbol "(\w+)"/.exec(message.text)?.[1] ?? message.text);
      message.handled = true;
    };
    Extractor.invoke(config, { localBuild: true, compilerState, messageCallback });
    const name = `${fileOf(entry)}.api.md`;
    const text = readFileSync(join(folder, name), "utf8");
    const exported = [
      ...text.matchAll(
        /^export (?:declare |abstract )*(?:type|interface|class|function|const) (\w+)/gm,
      ),
    ].map(([, one = ""]) => one);
    return { entry, name, text, exported, forgotten: [...new Set(forgotten)].sort() };
  });
}

// Sources that turn a request into the type of its rows, or into a compiler message. Users write
// the outer names, never the inner ones.
const WORKSHOPS =
  /^(generated\/([\w-]+\/(check|row)|operations\/[\w-]+\/(check|client))|runtime\/validation\/request-(types|mistakes))\.ts$/;
const WITHIN = new Set(
  ["generated", "runtime/validation"]
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map(
        (path) => `${folder}/${path}`,
      ),
    )
    .filter((path) => WORKSHOPS.test(path.replaceAll("\\", "/")))
    .flatMap((path) => [
      ...readFileSync(join(ROOT, path), "utf8").matchAll(/^(?:export )?(?:type|interface) (\w+)/gm),
    ])
    .map(([, name = ""]) => name),
);
// The arguments of a call as a list, the used part of openapi-fetch, the kinds of a table of
// columns, a test of a type, and the columns that a plan may drop.
const INNER = [
  "CallArgs",
  "ColumnOf",
  "ColumnValues",
  "Endpoint",
  "FieldType",
  "IsNoneOf",
  "IsSingle",
  "ItemOf",
  "ListsNoneOf",
  "MixedKind",
  "Or",
  "TextKind",
  "TypeOf",
  "ZeroColumns",
];
// Lists of values and tables of columns, from which exported types are derived.
const LISTS = /_(?:VALUES|COLUMN_KINDS)$/;

/** Names in an entry's types that a consumer might want to write but cannot import. */
export function unreachable(reports: readonly Report[]): readonly string[] {
  const isInner = ({ name }: Report): boolean => name.startsWith("pinterest-reports-support");
  return reports.flatMap((report) => {
    const importable = reports
      .filter((other) => isInner(report) || !isInner(other))
      .flatMap(({ exported }) => exported);
    const lost = report.forgotten.filter((one) => {
      const name = one.replace(/_\d+$/, "");
      return (
        !importable.includes(name) && !WITHIN.has(name) && !INNER.includes(one) && !LISTS.test(one)
      );
    });
    return lost.map((one) => `${report.name}: ${one}`);
  });
}

const INTRO = `# Public names

All names that the package exports, with their types, by entry. \`npm run api\` updates this page from the reports of
API Extractor, and a test compares it with the packed package. A type that several entries export stands where it comes first. What only generated
code imports, \`pinterest-reports/support\`, comes last; \`pinterest-reports/schema\` is the output of openapi-typescript and is left out.
`;

/** One page of the reports: a section for each entry, and each declaration once. */
export function pageOf(reports: readonly Report[]): string {
  const isInner = ({ entry }: Report): boolean => entry.startsWith("pinterest-reports/support");
  const sorted = reports.toSorted((one, other) => Number(isInner(one)) - Number(isInner(other)));
  const seen = new Set<string>();
  const sections = sorted.map(({ entry, text }) => {
    const declarations = declarationsIn(text);
    const added = declarations.filter((one) => !seen.has(one));
    const repeated = declarations.filter((one) => seen.has(one)).flatMap(nameOf);
    for (const one of added) seen.add(one);
    const also =
      repeated.length === 0
        ? []
        : [`Also exports, as above: ${repeated.map((name) => `\`${name}\``).join(", ")}.`];
    const code = added.length === 0 ? [] : [`\`\`\`ts\n${added.join("\n\n")}\n\`\`\``];
    return [`## ${entry}`, ...code, ...also].join("\n\n");
  });
  return `${INTRO}\n${sections.join("\n\n")}\n`;
}

/** The declarations in a report, without the remarks above most of them. */
function declarationsIn(report: string): readonly string[] {
  const [, code = ""] = /^```ts\n(.*)^```$/ms.exec(report) ?? [];
  return code
    .replace(/^ *\/\/ (@public.*|\(undocumented\)|\(No @packageDocumentation .*)\n/gm, "")
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

function nameOf(declaration: string): readonly string[] {
  const [, name] =
    /^export (?:declare |abstract )*(?:type|interface|class|function|const) (\w+)/.exec(
      declaration,
    ) ?? [];
  return name === undefined ? [] : [name];
}

function configOf(folder: string, entry: string): ExtractorConfig {
  const unpacked = join(folder, "package");
  const file = join(unpacked, typesOf(entry));
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: unpacked,
      mainEntryPointFilePath: file,
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            module: "nodenext",
            target: "es2022",
            lib: ["es2023"],
            types: ["node"],
            typeRoots: [join(ROOT, "node_modules/@types")],
            strict: true,
          },
          files: [file],
        },
      },
      apiReport: {
        enabled: true,
        // Lists of values are not exported, but types are derived from them, so the removal of a value shows up in the list's type.
        includeForgottenExports: entry === "pinterest-reports",
        reportFileName: `${fileOf(entry)}.api.md`,
        reportFolder: folder,
        reportTempFolder: join(folder, "made"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: "error" as ExtractorLogLevel } },
        // The comments are for people and editors, and have no release tags.
        extractorMessageReporting: {
          default: { logLevel: "none" as ExtractorLogLevel },
          "ae-forgotten-export": {
            logLevel: "warning" as ExtractorLogLevel,
            addToApiReportFile: false,
          },
        },
        tsdocMessageReporting: { default: { logLevel: "none" as ExtractorLogLevel } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(unpacked, "package.json"),
  });
}
