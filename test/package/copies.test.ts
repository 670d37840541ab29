import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { command, consumer } from "./packed.js";

const packed = inject("packed");

it("the package recognizes an error from another copy of the package, such as one in a dependency", async () => {
  const folder = await consumer(packed, "copies");
  const inner = join(folder, "node_modules/dependency/node_modules");
  await mkdir(inner, { recursive: true });
  await cp(packed.installed, join(inner, "pinterest-reports"), { recursive: true });
  const dependency = {
    "package.json": JSON.stringify({ name: "dependency", type: "module", exports: "./index.js" }),
    "index.js": `
      import { createClient } from "pinterest-reports";
      export * as package from "pinterest-reports";
      const fetch = async () => Response.json({ code: 7, message: "No." }, { status: 404 });
      export const fail = () => createClient({ accessToken: "t", fetch }).adAccounts();`,
  };
  for (const [name, text] of Object.entries(dependency))
    await writeFile(join(folder, "node_modules/dependency", name), text);
  await writeFile(
    join(folder, "main.js"),
    `import * as ours from "pinterest-reports";
    import { fail, package as theirs } from "dependency";
    const error = await fail().catch((thrown) => thrown);
    const known = ["PinterestReportsError", "ApiError", "NotFoundError", "AuthError", "ConnectionError"]
      .filter((name) => error instanceof ours[name]);
    console.log(ours.ApiError === theirs.ApiError, known.join());`,
  );
  expect(await command(process.execPath, ["main.js"], folder)).toEqual({
    exit: 0,
    stdout: "false PinterestReportsError,ApiError,NotFoundError\n",
    stderr: "",
  });
});
