import { describe, expect, it } from "vitest";
import {
  type FlowsFile,
  idsOf,
  missingOperations,
  parseFlows,
  unofferedIn,
} from "../../../generator/parse/config.js";
import { type Problem, Problems } from "../../../generator/problem.js";

const statuses = "statuses: { pending: [A], done: [B], failed: [C] }\n";

function told(text: string): string {
  try {
    parseFlows(text, "my/flows.yaml");
  } catch (error) {
    if (error instanceof Problems) return error.message;
    throw error;
  }
  return "nothing was refused";
}

describe("all operations", () => {
  it("can be requested with `all`, on its own or with exceptions and names", () => {
    expect(parseFlows("operations: all\n").remaining).toEqual({ except: [] });
    const file = parseFlows(
      "operations:\n  all: true\n  except: [ads/preview, GET /odd]\n  boards: boards/list\n",
      "my.yaml",
    );
    expect(file.operations).toEqual([
      { name: "boards", operation: "boards/list", where: "my.yaml:4" },
    ]);
    expect(file.remaining?.except).toEqual([
      { operation: "ads/preview", where: "my.yaml:3" },
      { operation: "GET /odd", where: "my.yaml:3" },
    ]);
  });

  it("leave `all` and `except` available as names in a list of operations", () => {
    const { operations, remaining: others } = parseFlows(
      "operations: { all: ads/all, except: ads/except }\n",
    );
    expect(operations?.map(({ name, operation }) => `${name} ${operation}`)).toEqual([
      "all ads/all",
      "except ads/except",
    ]);
    expect(others).toBeUndefined();
  });
});

/** For each problem: what is wrong, where, why and how to fix it. */
function problemsOf(text: string): readonly Problem[] {
  try {
    parseFlows(text, "flows.yaml");
  } catch (error) {
    if (error instanceof Problems) return error.list;
    throw error;
  }
  return [];
}

describe("an unknown key", () => {
  const flowKeys =
    "create, poll, required, prose, headers, account, token, status, link, pending, done, failed";
  it.each([
    [
      `flows:\n  a: { create: b, poll: c, statuss: d }\n${statuses}`,
      "unknown key statuss; did you mean status?",
      `Valid keys: ${flowKeys}.`,
    ],
    [
      "operations: { a: { operation: b, status: x } }\n",
      "unknown key status",
      "Valid keys: operation, prose, client, headers, cursor, items.",
    ],
    [
      "operations: { a: { oparation: b } }\n",
      "unknown key oparation; did you mean operation?",
      "Valid keys: operation, prose, client, headers, cursor, items.",
    ],
    [
      "operation: { a: b }\n",
      "unknown key operation; did you mean operations?",
      "Valid keys: flows, operations, statuses, prose, missing.",
    ],
    [
      "flows:\n  a: { create: b, poll: c }\nstatuses: { pending: [A], done: [B], failed: [C], fialed: [D] }\n",
      "unknown key fialed; did you mean failed?",
      "Valid keys: pending, done, failed.",
    ],
  ])("is reported for %j, with the keys that are known at that location", (text, what, fix) => {
    const [first] = problemsOf(text);
    expect(first).toMatchObject({ what, fix });
  });

  it("is the only error reported in a file that has nothing else", () => {
    expect(problemsOf("operations: { a: { operation: b, status: x } }\n")).toHaveLength(1);
    expect(problemsOf("operation: { a: b }\n")).toHaveLength(1);
    expect(problemsOf("operations: { a: { oparation: b } }\n")).toHaveLength(1);
    expect(problemsOf(`flows: { a: { create: b, pull: c } }\n${statuses}`)).toHaveLength(1);
  });
});

describe("the suggested fix", () => {
  it.each([
    [
      `flows:\n  a: { create: b, poll: c, done: READY }\n${statuses}`,
      "List the statuses as strings, as in `done: [FINISHED]`.",
    ],
    [
      `flows:\n  a: { create: b, poll: c, done: [X], failed: [X] }\n${statuses}`,
      "List it only once: a status means pending, done or failed.",
    ],
    [
      `flows:\n  a: { create: b, poll: c, link: [url] }\n${statuses}`,
      "Write the field's path in the response, as in `link: data.link`.",
    ],
    [
      "operations: { A: b }\n",
      "Choose another name, in lower case and with hyphens, such as `ad-groups`.",
    ],
    ["missing: no\noperations: all\n", "Write `missing: leave-out`, or remove it."],
  ])("matches the error in %j", (text, fix) => {
    const [first] = problemsOf(text);
    expect(first?.fix).toBe(fix);
    expect(first?.why).toBe("The generated client would lack something that the file specifies.");
  });
});

describe("a mistake in flows.yaml", () => {
  it.each([
    [
      "operations: some\n",
      "my/flows.yaml:1: `operations` is neither `all` nor a map from names to operations",
    ],
    ["operations: {}\n", "my/flows.yaml:1: the file lists neither a flow nor an operation"],
    [`flows: {}\n${statuses}`, "my/flows.yaml:1: the file lists neither a flow nor an operation"],
    [
      "operations:\n  a: b\n  c: { operation: d, since: 5.10.0 }\n",
      "my/flows.yaml:3: `since` has no effect: `missing: leave-out`",
    ],
    [
      `flows:\n  a: { create: b, poll: c, since: 5.10.0 }\n${statuses}`,
      "my/flows.yaml:2: `since` has no effect",
    ],
    [
      `flows:\n  a: { create: b, poll: c, required: false }\n${statuses}`,
      "my/flows.yaml:2: `required` is not `true`",
    ],
    [
      "missing: fail\noperations: { a: b }\n",
      "my/flows.yaml:1: `missing` is not `leave-out`, its only valid value",
    ],
    [
      "operations:\n  a: b\n  c: { operation: d, prose: all }\n",
      "my/flows.yaml:3: `prose` is not `certain`, its only valid value",
    ],
    [
      "operations: { c: { operation: '', prose: certain } }\n",
      "c is neither an operationId nor an entry with an `operation`",
    ],
    [
      `flows:\n  a: { create: b, poll: c, prose: all }\n${statuses}`,
      "my/flows.yaml:2: `prose` is not `certain`, its only valid value",
    ],
    [
      "prose: all\noperations: { a: b }\n",
      "my/flows.yaml:1: `prose` is not `certain`, its only valid value",
    ],
    [
      `flows:\n  a:\n    create: b\n    poll: c\n    answer: data\n${statuses}`,
      "my/flows.yaml:5: `answer` has no effect: the envelope of responses is read from the description",
    ],
    [
      `flows:\n  a: { create: b, poll: c,\n    token: [id] }\n${statuses}`,
      "my/flows.yaml:3: `token` is not the path of a field, such as data.token, or `{ from: data.token, as: token }`",
    ],
    [
      `flows:\n  a: { create: b, poll: c,\n    link: { from: url } }\n${statuses}`,
      "my/flows.yaml:3: `link` is not the path of a field, such as data.link",
    ],
    [
      `flows:\n  a: { create: b, poll: c,\n    account: { create: d } }\n${statuses}`,
      "my/flows.yaml:3: `account` is neither the name of a parameter nor `{ create: …, poll: … }`",
    ],
    [
      `flows:\n  a: { create: b, poll: c,\n    done: READY }\n${statuses}`,
      "my/flows.yaml:3: `done` is not a list of statuses",
    ],
    [
      `flows:\n  a: { create: b, poll: c,\n    done: [READY],\n    failed: [READY] }\n${statuses}`,
      "my/flows.yaml:4: the status READY is listed twice",
    ],
    [
      "operations:\n  a: { operation: b,\n    cursor: { from: next, at: after } }\n",
      "my/flows.yaml:3: `cursor` is not the path of a field, such as data.cursor, or `{ from: data.cursor, as: cursor }`",
    ],
    ["operations: { all: true, except: ads/list }\n", "`except` is not a list of operations"],
    [
      "operations:\n  all: true\n  except: [a/b]\n  c: a/b\n",
      "my/flows.yaml:4: a/b is in `except`, but also has an entry",
    ],
    [
      `operations: { ${"a".repeat(101)}: b }\n`,
      "the name of an operation is longer than 100 characters",
    ],
    ...["then", "to-json", "to-string", "value-of"].map((name) => [
      `operations: { ${name}: b }\n`,
      `has a special meaning in JavaScript: ${name}`,
    ]),
    ...["request", "with-options"].map((name) => [
      `operations: { ${name}: b }\n`,
      `is also a method of every client: ${name}`,
    ]),
    ...["con", "nul", "com1", "lpt9"].map((name) => [
      `operations: { ${name}: b }\n`,
      `is reserved on Windows and cannot be a folder name there: ${name}`,
    ]),
    [
      "operations:\n  a:\n    operation: b\n    headers:\n      X-A: 2\n",
      "my/flows.yaml:5: the header X-A has a value that is not a string: put it in quotes",
    ],
    [
      'operations:\n  a: { operation: b, headers: { X-A: "1", x-a: "2" } }\n',
      "my/flows.yaml:2: the header x-a occurs twice",
    ],
    [
      "operations:\n  a: { operation: b, headers: X-A }\n",
      "my/flows.yaml:2: `headers` is not a map of header names to strings",
    ],
    [
      `flows:\n  then: { create: b, poll: c }\n${statuses}`,
      "the name of a flow has a special meaning in JavaScript: then",
    ],
  ])("is rejected with its file name and line: %j", (text, says) => {
    expect(told(text)).toContain(says);
  });
});

it("`prose: certain` can be set for one entry or for the whole file", () => {
  const entries = `flows:\n  a: { create: b, poll: c }\n${statuses}operations: { d: e, f: { operation: g, prose: certain } }\n`;
  const prose = (text: string) => {
    const { flows, operations = [] } = parseFlows(text);
    return [...flows, ...operations].map((entry) => entry.prose);
  };
  expect(prose(entries)).toEqual([undefined, undefined, "certain"]);
  expect(prose(`prose: certain\n${entries}`)).toEqual(["certain", "certain", "certain"]);
});

it("the line of each mapped field is recorded", () => {
  const { flows, operations } = parseFlows(
    `flows:\n  a:\n    create: b\n    poll: c\n    account: owner\n    token: report_id\n    link: result.url\n    done: [READY]\n${statuses}operations:\n  d: { operation: e, cursor: { from: page.next, as: after } }\n`,
    "my.yaml",
  );
  expect(flows[0]?.mapping).toEqual({
    account: { create: "owner", poll: "owner", where: "my.yaml:5" },
    token: { from: "report_id", where: "my.yaml:6" },
    link: { from: "result.url", where: "my.yaml:7" },
    statuses: { done: { words: ["READY"], where: "my.yaml:8" } },
  });
  expect(operations?.[0]?.cursor).toEqual({ from: "page.next", as: "after", where: "my.yaml:11" });
});

it("operations that this package does not offer are listed", () => {
  const ours = parseFlows(`flows:\n  a: { create: b, poll: c }\n${statuses}operations: { d: e }\n`);
  const theirs = parseFlows(
    `flows:\n  x: { create: b, poll: z }\n${statuses}operations: { y: e, w: other }\n`,
  );
  expect(unofferedIn(theirs, ours)).toEqual(["z", "other"]);
});

it("an entry whose operation is missing in a description is handled according to its `missing` option", () => {
  const text = `flows:\n  a: { create: b, poll: c }\n  r: { create: s, poll: t, required: true }\n${statuses}operations: { f: ads/list }\n`;
  const known = () => ["ads/lists"];
  const said = (file: FlowsFile) =>
    [...file.flows, ...(file.operations ?? [])].map((entry) =>
      missingOperations(entry, idsOf(entry).slice(0, 1), { ...file, known }),
    );
  expect(
    said(parseFlows(text)).map(({ problems, notices }) => [
      problems.map(({ what }) => what),
      notices,
    ]),
  ).toEqual([
    [["a uses operation b, which the description does not have"], []],
    [["r uses operation s, which the description does not have"], []],
    [
      ["f uses operation ads/list, which the description does not have; did you mean ads/lists?"],
      [],
    ],
  ]);
  const left = said(parseFlows(`missing: leave-out\n${text}`));
  expect(left.map(({ notices }) => notices.map(({ kind, what }) => `${kind} ${what}`))).toEqual([
    ["left out a: the description has no operation b"],
    [],
    ["left out f: the description has no operation ads/list"],
  ]);
  expect(left[1]?.problems).toHaveLength(1);
});
