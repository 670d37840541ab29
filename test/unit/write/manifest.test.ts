import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { describe, expect, it } from "vitest";
import { MANIFEST } from "../../../generator/write/compare.js";
import { digestOf } from "../../../generator/write/digest.js";
import {
  digestOfOutput,
  hasInputs,
  type Manifest,
  readManifest,
  stateOf,
  withManifest,
} from "../../../generator/write/manifest.js";
import { writeFolder } from "../../../generator/write/write.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const HEADER =
  "// Generated from Pinterest's API description. Do not edit: run `pinterest-reports generate` again.\n";
const output = new Map([
  ["source.ts", `${HEADER}export const source = 1;\n`],
  ["in/a.ts", `${HEADER}export const a = 1;\n`],
]);
const facts: Omit<Manifest, "output"> = {
  generator: digestOf("generator"),
  description: { title: "Shop", version: "5.1.0", sha256: digestOf("description") },
  origin: { url: "https://example.test/openapi.yaml", etag: '"abc"' },
  options: ["--keep-going"],
  inputs: { "flows.yaml": digestOf("flows") },
  leftOut: ["shop/look: not supported"],
};

async function written(): Promise<{
  readonly folder: URL;
  readonly manifest: URL;
  readonly known: Manifest;
}> {
  const folder = new URL("out/", temporaryFolder());
  await writeFolder(folder, withManifest(output, facts), { label: "out" });
  return { folder, manifest: new URL(MANIFEST, folder), known: readManifest(folder) as Manifest };
}

describe("the manifest", () => {
  it("contains its input and the digest of the output", async () => {
    const { known } = await written();
    expect(known).toMatchObject({ ...facts, output: digestOfOutput(output) });
  });

  it("contains a digest of the model, or none if there is no model", async () => {
    const withModel = new Map([...output, ["model.json", "{}\n"]]);
    const folder = new URL("modelled/", temporaryFolder());
    await writeFolder(folder, withManifest(withModel, facts), { label: "modelled" });
    expect(readManifest(folder)?.model).toBe(digestOf("{}\n"));
    expect((await written()).known.model).toBeUndefined();
  });

  it("has the same text for any order of the files", () => {
    const reversed = new Map([...output].reverse());
    expect(withManifest(reversed, facts).get(MANIFEST)).toBe(
      withManifest(output, facts).get(MANIFEST),
    );
  });

  it("is read with Windows line endings", async () => {
    const { folder, manifest, known } = await written();
    writeFileSync(manifest, readFileSync(manifest, "utf8").replaceAll("\n", "\r\n"));
    expect(readManifest(folder)).toEqual(known);
  });

  const EDITS: Readonly<Record<string, (text: string) => string>> = {
    "a digest": (text) => text.replace(digestOf("flows"), digestOf("others")),
    "a member": (text) => text.replace('"leftOut"', '"out"'),
    "a member more": (text) => text.replace(' "leftOut"', ' "more": "",\n "leftOut"'),
    "a list that is a text": (text) => text.replace(/"leftOut": \[[^\]]*\]/, '"leftOut": ""'),
    "conflict markers": (text) => `<<<<<<< HEAD\n${text}`,
    "half of it": (text) => text.slice(0, text.length / 2),
    nothing: () => "",
    null: () => "null\n",
  };
  it.each(Object.entries(EDITS))(
    "is invalid after a manual edit or a merge: %s",
    async (_, edit) => {
      const { folder, manifest } = await written();
      const edited = edit(readFileSync(manifest, "utf8"));
      expect(edited).not.toBe(readFileSync(manifest, "utf8"));
      writeFileSync(manifest, edited);
      expect(readManifest(folder)).toBeNull();
    },
  );

  it("is invalid if it is a link, even to a manifest", async () => {
    const { folder, manifest } = await written();
    renameSync(manifest, new URL("other.json", folder));
    symlinkSync("other.json", manifest);
    expect(readManifest(folder)).toBeNull();
  });

  it("counts its inputs as unchanged only if each input and the generator are the same", async () => {
    const { known } = await written();
    const { generator, options, inputs } = facts;
    expect(hasInputs(known, { generator, options, inputs })).toBe(true);
    expect(hasInputs(known, { generator: digestOf("another"), options, inputs })).toBe(false);
    expect(hasInputs(known, { generator, options: [], inputs })).toBe(false);
    expect(
      hasInputs(known, { generator, options, inputs: { ...inputs, "rules.yaml": digestOf("") } }),
    ).toBe(false);
    expect(
      hasInputs(known, { generator, options, inputs: { "flows.yaml": digestOf("newer") } }),
    ).toBe(false);
    const piped = { ...inputs, "flows.yaml": "" };
    expect(hasInputs({ ...known, inputs: piped }, { generator, options, inputs: piped })).toBe(
      false,
    );
  });
});

describe("the state of a folder", () => {
  it("is the same with Windows line endings and with files that the generator did not write, which are listed", async () => {
    const { folder, known } = await written();
    expect(stateOf(folder)).toEqual({ output: known.output, foreign: [] });
    writeFileSync(
      new URL("in/a.ts", folder),
      (output.get("in/a.ts") ?? "").replaceAll("\n", "\r\n"),
    );
    writeFileSync(new URL("in/notes.md", folder), "mine\n");
    symlinkSync("nowhere", new URL("link", folder));
    expect(stateOf(folder)).toEqual({ output: known.output, foreign: ["in/notes.md", "link"] });
  });

  const CHANGES: Readonly<Record<string, (folder: URL) => void>> = {
    "a file is changed": (folder) => appendFileSync(new URL("in/a.ts", folder), "// by hand\n"),
    "a file has lost its header": (folder) =>
      writeFileSync(new URL("in/a.ts", folder), "export const a = 1;\n"),
    "a file is missing": (folder) => rmSync(new URL("in/a.ts", folder)),
    "a file is extra": (folder) => writeFileSync(new URL("in/b.ts", folder), HEADER),
    "a file has another name": (folder) =>
      renameSync(new URL("in/a.ts", folder), new URL("in/b.ts", folder)),
    "a file is a folder": (folder) => {
      rmSync(new URL("in/a.ts", folder));
      mkdirSync(new URL("in/a.ts/", folder));
    },
    "a file is a link to its text": (folder) => {
      renameSync(new URL("in/a.ts", folder), new URL("text", folder));
      symlinkSync("../text", new URL("in/a.ts", folder));
    },
    "files are in a package of its own": (folder) =>
      writeFileSync(new URL("in/package.json", folder), "{}"),
  };
  it.each(Object.entries(CHANGES))("differs if %s", async (_, change) => {
    const { folder, known } = await written();
    change(folder);
    expect(stateOf(folder)?.output).not.toBe(known.output);
  });

  it("is null if there is no folder", () => {
    expect(stateOf(new URL("nowhere/", temporaryFolder()))).toBeNull();
  });
});
