import { describe, expect, it } from "vitest";
import { leftOut, offered, parseFlows, unofferedIn } from "../../generator/load/flows.js";
import { Problems } from "../../generator/problem.js";

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
  it("are one word, or a list of what is left out and what is called otherwise", () => {
    expect(parseFlows("operations: all\n").others).toEqual({ except: [] });
    const file = parseFlows("operations:\n  all: true\n  except: [ads/preview, GET /odd]\n  boards: boards/list\n", "my.yaml");
    expect(file.operations).toEqual([{ name: "boards", operation: "boards/list", where: "my.yaml:4" }]);
    expect(file.others?.except).toEqual([
      { operation: "ads/preview", where: "my.yaml:3" },
      { operation: "GET /odd", where: "my.yaml:3" },
    ]);
  });

  it("leave the two words as names where not all are meant", () => {
    const { operations, others } = parseFlows("operations: { all: ads/all, except: ads/except }\n");
    expect(operations?.map(({ name, operation }) => `${name} ${operation}`)).toEqual(["all ads/all", "except ads/except"]);
    expect(others).toBeUndefined();
  });
});

describe("a slip is refused with its file and line", () => {
  it.each([
    ["operations: some\n", "my/flows.yaml:1: operations are neither `all` nor a list of names"],
    ["operations: {}\n", "my/flows.yaml:1: there is neither a flow nor an operation"],
    [`flows: {}\n${statuses}`, "my/flows.yaml:1: there is neither a flow nor an operation"],
    ["operations:\n  a: b\n  c: { operation: d, since: six }\n", "my/flows.yaml:3: since is not the version of a description"],
    ["operations: { c: { operation: d, since: 5.10 } }\n", "since is not the version of a description, such as 5.10.0"],
    [`flows:\n  a: { create: b, poll: c, since: soon }\n${statuses}`, "my/flows.yaml:2: since is not the version of a description"],
    ["operations:\n  a: b\n  c: { operation: d, prose: all }\n", "my/flows.yaml:3: prose is not `certain`, the one thing that it can be"],
    [
      "operations: { c: { operation: '', prose: certain } }\n",
      "c is neither an operation nor `{ operation: …, since: …, prose: certain }`",
    ],
    [
      `flows:\n  a: { create: b, poll: c, prose: all }\n${statuses}`,
      "my/flows.yaml:2: prose is not `certain`, the one thing that it can be",
    ],
    ["prose: all\noperations: { a: b }\n", "my/flows.yaml:1: prose is not `certain`, the one thing that it can be"],
    [
      `flows:\n  a:\n    create: b\n    poll: c\n    answer: data\n${statuses}`,
      "my/flows.yaml:5: `answer`, where responses have their envelope, is read from the description now",
    ],
    ["operations: { all: true, except: ads/list }\n", "except is not a list of operations"],
    ["operations:\n  all: true\n  except: [a/b]\n  c: a/b\n", "my/flows.yaml:4: a/b is excepted and has a name"],
    [`operations: { ${"a".repeat(101)}: b }\n`, "the name of an operation is longer than 100 letters"],
    ...["then", "to-json", "to-string", "value-of"].map((name) => [`operations: { ${name}: b }\n`, `asks for by itself: ${name}`]),
    [`flows:\n  then: { create: b, poll: c }\n${statuses}`, "the name of a flow is one that JavaScript asks for by itself: then"],
  ])("%j", (text, says) => {
    expect(told(text)).toContain(says);
  });
});

it("takes `prose: certain` for one entry or for the whole file", () => {
  const entries = `flows:\n  a: { create: b, poll: c }\n${statuses}operations: { d: e, f: { operation: g, prose: certain } }\n`;
  const prose = (text: string) => {
    const { flows, operations = [] } = parseFlows(text);
    return [...flows, ...operations].map((entry) => entry.prose);
  };
  expect(prose(entries)).toEqual([undefined, undefined, "certain"]);
  expect(prose(`prose: certain\n${entries}`)).toEqual(["certain", "certain", "certain"]);
});

it("names the operations that this package does not offer", () => {
  const ours = parseFlows(`flows:\n  a: { create: b, poll: c }\n${statuses}operations: { d: e }\n`);
  const theirs = parseFlows(`flows:\n  x: { create: b, poll: z }\n${statuses}operations: { y: e, w: other }\n`);
  expect(unofferedIn(theirs, ours)).toEqual(["z", "other"]);
});

it("says what a description is too old for", () => {
  const file = parseFlows(
    `flows:\n  a: { create: b, poll: c, since: 5.10.0 }\n${statuses}operations: { d: { operation: e, since: 6.0.0 }, f: g }\n`,
  );
  expect(leftOut(file, "5.9.0").map(({ name }) => name)).toEqual(["a", "d"]);
  expect(leftOut(file, "5.23.0").map(({ name }) => name)).toEqual(["d"]);
  expect(offered(file, "5.23.0").operations?.map(({ name }) => name)).toEqual(["f"]);
});
