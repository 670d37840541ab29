import { existsSync } from "node:fs";
import { rememberGood } from "../fingerprint.js";
import type { Contract } from "../load/contract.js";
import { leftOut as leftOutOf } from "../load/flows.js";
import type { Model } from "../model/model.js";
import { distinct, type Notice } from "../notice.js";
import { withoutWords } from "../parse/words.js";
import { build, readSpec } from "../pipeline.js";
import { folderUrl, workplace } from "../place.js";
import { count } from "../print.js";
import { type Problem, Problems } from "../problem.js";
import type { Pulled } from "../prose/contract.js";
import { compare, type Difference } from "../write/compare.js";
import { write } from "../write/write.js";
import { type CheckOptions, check, problemsOf, report, withoutForeign } from "./check.js";
import { foldersOf, MOST_NAMED, writtenIn } from "./folders.js";
import { knowledgeWith, type Own, ownFiles } from "./knowledge.js";
import { acceptedLine } from "./pull-summary.js";

/** What a repository has of its own goes with `spec`. */
export interface GenerateOptions extends CheckOptions, Own {
  /** Compare instead of writing. */
  readonly check: boolean;
  /** A description: pull and generate in one go. */
  readonly spec?: string;
  /** The folder that the files go to; with `spec`. */
  readonly out?: string;
  /** Takes the rules that are proposed for sentences in new words; with `spec`. Without it they stop the generation. */
  readonly acceptProposed?: boolean;
  /** Whether comments carry the description's words, as they do unless it is false; with `spec`. */
  readonly descriptions?: boolean;
}

/** Makes generated/ from spec/, or an output folder from a description. Resolves to the exit code. */
export async function generate(options: GenerateOptions): Promise<number> {
  if (options.spec !== undefined && options.out !== undefined) return generateElsewhere(options.spec, options.out, options);
  if (options.check) return check(options);
  const began = performance.now();
  const place = workplace();
  const contract = readSpec(place);
  const { model, output, docs, notices } = await build(contract, place.home);
  const differences = await write(new URL("generated/", place.root), output, { called: "generated" });
  const inDocs = docs.size === 0 ? [] : await write(new URL("docs/", place.root), docs, { called: "docs" });
  if (withoutForeign(differences).length === differences.length) rememberGood(place.root);
  say(summary(model));
  for (const line of leftOutLines(contract)) say(line);
  for (const line of noticeLines(notices)) say(line);
  say(changes(differences, output.size, "generated"));
  for (const line of foreignLines(differences, "generated", "left alone; `check` will name it")) say(line);
  if (withoutForeign(inDocs).length > 0) say(changes(inDocs, docs.size, "docs"));
  say(`done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return 0;
}

async function generateElsewhere(spec: string, out: string, options: GenerateOptions): Promise<number> {
  const { check: only, flows, specFolder, acceptProposed = false, descriptions = true, asProblems = false } = options;
  const { readDescriptionText } = await import("./pull.js");
  const { contractOf } = await import("../prose/contract.js");
  const knowledge = knowledgeWith(options);
  const problems: Problem[] = [];
  const pulled = contractOf(
    await readDescriptionText(spec),
    { ...knowledge.flows, acceptProposed, undecided: problems },
    knowledge.skipped,
  );
  const { source, notices: met, leftOut } = pulled;
  const document = descriptions ? pulled.document : withoutWords(pulled.document);
  const contract: Contract = { document, source, knowledge, met: { problems, notices: met, leftOut } };
  const { model, output, notices } = await build(contract, "elsewhere");
  const folder = folderUrl(out);
  const called = out.replace(/(?<=.)[\\/]+$/, "");
  if (existsSync(new URL("package.json", folder))) throw new Problems([notForUs(called)]);
  if (only) {
    const compared = {
      folder: called,
      fix: commandLine({
        spec,
        out,
        flows,
        "spec-folder": specFolder,
        "accept-proposed": acceptProposed,
        "no-descriptions": !descriptions,
      }),
      from: spec,
    };
    const differences = withoutForeign(compare(folder, output, called));
    if (asProblems && differences.length > 0) throw new Problems(problemsOf(differences, compared));
    return report(differences, compared);
  }
  const differences = await write(folder, output, { called });
  say(summary(model));
  for (const line of leftOutLines(contract)) say(line);
  for (const [name, file] of ownFiles(options)) if (name !== "flows.yaml") say(`added      ${file}, to what is known already`);
  for (const line of [...proseLines(pulled), ...noticeLines(notices)]) say(line);
  say(changes(differences, output.size, called));
  for (const line of foreignLines(differences, called, "left alone")) say(line);
  return 0;
}

/** What stopped nothing: a line for each, with its place. */
function noticeLines(notices: readonly Notice[]): readonly string[] {
  return distinct(notices).map(({ kind, what, where, places }) => {
    const more = places > 1 ? ` and ${count(places - 1, "more place")}` : "";
    return `${kind.padEnd(10)} ${what}   ${where}${more}`;
  });
}

/** What else is in the folder: so many are named. */
const MOST_FOREIGN = 5;

function foreignLines(differences: readonly Difference[], folder: string, become: string): readonly string[] {
  const foreign = differences.filter(({ kind }) => kind === "foreign");
  const lines = foreign.slice(0, MOST_FOREIGN).map(({ path }) => `           foreign ${folder}/${path}   not ours, ${become}`);
  return foreign.length > MOST_FOREIGN ? [...lines, `           and ${foreign.length - MOST_FOREIGN} more`] : lines;
}

/** What the flows file says that this description is too old for. */
function leftOutLines({ knowledge, source }: Contract): readonly string[] {
  return leftOutOf(knowledge.flows, source.version).map(({ name, since }) => `left out   ${name}, which is there since ${since}`);
}

/** What became of the prose, as far as somebody may want to look at it. What must be decided has stopped the generation already. */
function proseLines({ accepted, remarks, unread }: Pulled): readonly string[] {
  return [
    ...accepted.map(acceptedLine),
    ...(remarks.length > 0 ? [`prose      contradicts the schema in ${count(remarks.length, "place")}; \`pull\` names them`] : []),
    ...(unread.length > 0
      ? [
          `prose      ${count(new Set(unread.map(({ operation }) => operation)).size, "operation")} with sentences that may bind and are not enforced`,
        ]
      : []),
  ];
}

/** The command as it was given, so that it can be pasted. */
function commandLine(flags: Readonly<Record<string, string | boolean | undefined>>): string {
  const quote = (value: string): string => (/^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`);
  const given = Object.entries(flags).filter(([, value]) => value !== undefined && value !== false);
  return [
    "pinterest-reports generate",
    ...given.map(([name, value]) => `--${name}${typeof value === "string" ? ` ${quote(value)}` : ""}`),
  ].join(" ");
}

function notForUs(out: string): Problem {
  return {
    what: "the output folder is a package's own folder",
    where: `${out}/package.json`,
    why: "The output folder is kept as the generator makes it, and files of an earlier run are removed from it.",
    fix: "Give a folder of its own, such as src/pinterest.",
  };
}

function summary({ source, flows, operations }: Model): string {
  const rules = [...flows, ...operations].flatMap((request) => request.rules);
  const ours = rules.filter(({ because }) => because !== undefined).length;
  const offers = [count(flows.length, "report"), count(operations.length, "operation")].filter((one) => !one.startsWith("0"));
  return `spec       ${source.title} ${source.version}, ${offers.join(", ")}\nrules      ${rules.length} rules: ${rules.length - ours} from the description, ${ours} ours`;
}

function changes(differences: readonly Difference[], files: number, folder: string): string {
  const ours = withoutForeign(differences);
  if (ours.length === 0) return `${folder}  nothing changed, ${files} files as they were`;
  const removed = ours.filter(({ kind }) => kind === "orphan").length;
  const sums = `${ours.length - removed} of ${files} files changed${removed > 0 ? `, ${removed} removed` : ""}`;
  const lines =
    ours.length > MOST_NAMED
      ? foldersOf(ours).map((one) => `${folder}/${one.path}   ${writtenIn(one)}`)
      : ours.map((one) => lineOf(one, folder));
  return [`${folder.padEnd("generated".length)}  ${sums}`, ...lines.map((line) => `           ${line}`)].join("\n");
}

function lineOf({ kind, path, added, removed }: Difference, folder: string): string {
  return `${kind === "orphan" ? "removed " : ""}${folder}/${path}   +${added} -${removed}`;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
