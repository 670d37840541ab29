import { type Problem, Problems } from "../generator/problem.js";

// generated/ is imported only here and only on call, so that broken output cannot stop `generate`. Each function throws `Problems` if its
// module does not load.

export const loadValidators = (): Promise<typeof import("../generated/validators.js")> =>
  loaded("validators", () => import("../generated/validators.js"));

export const loadPlanner = (): Promise<typeof import("../generated/planner.js")> =>
  loaded("planner", () => import("../generated/planner.js"));

export const loadClient = (): Promise<typeof import("../generated/index.js")> => loaded("index", () => import("../generated/index.js"));

export const loadColumns = (): Promise<typeof import("../generated/columns.js")> =>
  loaded("columns", () => import("../generated/columns.js"));

export const loadTesting = (): Promise<typeof import("../generated/testing.js")> =>
  loaded("testing", () => import("../generated/testing.js"));

async function loaded<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const problem: Problem = {
      what: `generated/${name} does not load`,
      where: `generated/${name}.ts`,
      why: error instanceof Error ? error.message : String(error),
      fix: "npm run generate",
    };
    throw new Problems([problem]);
  }
}
