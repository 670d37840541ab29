// Bundles the types in dist/ by folder, as rolldown bundles the code into chunks.
// `rolldown-plugin-dts` was tried instead, but its last version for Node 20 dropped the comments
// that editors show and printed types that compilers reject.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import ts from "typescript";

/**
 * Joins the declarations of each folder, such as `runtime/http` and `generated/report`, in its
 * `index.d.ts`. A file stays separate if it is one of `entries`, or if one of its names has another
 * meaning in the files that are already joined.
 */
export function joinTypes(dist, entries) {
  expandStars(dist);
  const files = readdirSync(dist, { recursive: true })
    .filter((name) => name.endsWith(".d.ts"))
    .sort()
    .map((name) => parse(join(dist, name)));
  const named = new Map(files.map(({ path, names }) => [path, names]));
  // Follows re-exports.
  const origin = (of) => {
    const at = of.lastIndexOf("#");
    const next = named.get(of.slice(0, at))?.get(of.slice(at + 1)) ?? of;
    return next === of ? of : origin(next);
  };
  const folders = new Map();
  for (const file of files) {
    for (const [name, of] of file.names) file.names.set(name, origin(of));
    const [half, room, ...rest] = relative(dist, file.path).split(sep);
    if (rest.length === 0 || entries.includes(file.path)) continue;
    const path = join(dist, half, room, "index.d.ts");
    const folder = folders.get(path) ?? { path, files: [], names: new Map(), globals: new Set() };
    folders.set(path, folder);
    if (fits(file, folder)) add(file, folder);
  }
  const homes = new Map(
    [...folders.values()].flatMap(({ path, files }) => files.map((file) => [file.path, path])),
  );
  for (const { path } of files) rmSync(path);
  for (const file of files)
    if (!homes.has(file.path))
      writeFileSync(file.path, moved(file.text, file.path, file.path, homes));
  // Fails if a separate file already has that name.
  for (const folder of folders.values())
    writeFileSync(folder.path, joinedText(folder, homes), { flag: "wx" });
}

/**
 * Replaces `export type * from` by the names it exports, because a joined file has more names than
 * before.
 */
function expandStars(dist) {
  for (const name of readdirSync(dist, { recursive: true })) {
    if (!name.endsWith(".d.ts")) continue;
    const path = join(dist, name);
    const text = readFileSync(path, "utf8");
    const named = text.replace(/^export type \* from "(\.[^"]*)";$/gm, (_, from) => {
      const { declared } = parse(targetOf(path, from));
      return `export type { ${[...declared].join(", ")} } from "${from}";`;
    });
    if (named !== text) writeFileSync(path, named);
  }
}

/**
 * A file of types: its statements, the origin of each of its names (a file and the name there), and
 * the names that it imports.
 */
function parse(path) {
  const text = readFileSync(path, "utf8");
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false);
  const names = new Map();
  const declared = new Set();
  const statements = tree.statements.map((statement) => {
    const from = statement.moduleSpecifier?.text;
    const target = from?.startsWith(".") ? targetOf(path, from) : from;
    const list = statement.importClause?.namedBindings ?? statement.exportClause;
    const elements = list?.elements.map(({ name, propertyName }) => ({
      name: name.text,
      original: (propertyName ?? name).text,
    }));
    for (const { name, original } of elements ?? [])
      names.set(name, `${target ?? path}#${original}`);
    for (const { name } of statement.declarationList?.declarations ?? [statement])
      if (name) declared.add(name.text);
    return {
      isImport: ts.isImportDeclaration(statement),
      target,
      elements,
      text: text.slice(statement.pos, statement.end).trim(),
    };
  });
  for (const name of declared) names.set(name, `${path}#${name}`);
  const globals = new Set();
  const visit = (node) => {
    let name =
      node.typeName ??
      node.exprName ??
      (ts.isExpressionWithTypeArguments(node) ? node.expression : undefined);
    while (name !== undefined && !ts.isIdentifier(name)) name = name.left ?? name.expression;
    if (name !== undefined && !names.has(name.text)) globals.add(name.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path, text, names, declared, statements, globals };
}

function fits(file, { names, globals }) {
  return (
    [...file.names].every(
      ([name, origin]) => (names.get(name) ?? origin) === origin && !globals.has(name),
    ) && [...file.globals].every((name) => !names.has(name))
  );
}

function add(file, folder) {
  folder.files.push(file);
  for (const [name, origin] of file.names) folder.names.set(name, origin);
  for (const name of file.globals) folder.globals.add(name);
}

/** The imports of all files, each name once, followed by their declarations. */
function joinedText({ path, files }, homes) {
  const imports = new Map();
  const lines = [];
  for (const file of files)
    for (const { isImport, target, elements, text } of file.statements) {
      if (elements === undefined) {
        lines.push(moved(text, file.path, path, homes));
        continue;
      }
      const from = target === undefined ? "" : specifier(path, target, homes);
      for (const { name, original } of elements) {
        const isHere = files.some(
          (one) => one.declared.has(name) && file.names.get(name) === `${one.path}#${name}`,
        );
        const code = name === original ? name : `${original} as ${name}`;
        if (isHere) continue;
        if (isImport) imports.set(name, { code, from });
        else lines.push(`export { ${code} } from "${from}";`);
      }
    }
  const sources = new Set([...imports.values()].map(({ from }) => from));
  const codes = (source) =>
    [...imports.values()].flatMap(({ code, from }) => (from === source ? [code] : []));
  return `${[...[...sources].map((from) => `import { ${codes(from).join(", ")} } from "${from}";`), ...lines, "export {};"].join("\n")}\n`;
}

/** The code of a file that is now part of another file, or whose imports are. */
function moved(code, path, home, homes) {
  return code.replace(
    /(\bfrom |\bimport\()"(\.[^"]*)"/g,
    (_, before, from) => `${before}"${specifier(home, targetOf(path, from), homes)}"`,
  );
}

function specifier(path, target, homes) {
  if (!isAbsolute(target)) return target;
  const file = relative(dirname(path), homes.get(target) ?? target).replaceAll(sep, "/");
  return `${file.startsWith(".") ? "" : "./"}${file.replace(/\.d\.ts$/, ".js")}`;
}

function targetOf(path, from) {
  return resolve(dirname(path), from.replace(/\.js$/, ".d.ts"));
}
