import { didYouMean } from "../../runtime/validation/wording.js";
import type { ReportOperation } from "../model/model.js";
import type { FlowEntry } from "../parse/config.js";
import type { Node } from "./context.js";

/** What is wrong with a report. `where` and `fix` are set if the flows file is the cause. */
export interface Flaw {
  readonly what: string;
  readonly where?: string;
  readonly fix?: string;
}

/** The parameters of both operations of a report. */
interface Parameters {
  readonly create: readonly Node[];
  readonly poll: readonly Node[];
}

/**
 * Names of the parameters that take the account and the token. The name of a missing parameter is
 * empty.
 */
interface Taken {
  readonly create: { readonly account: string };
  readonly poll: { readonly account: string; readonly token: string };
}

/** The parameters' names, in order. */
function namesOf(parameters: readonly Node[]): readonly string[] {
  return parameters.map(({ name }) => String(name));
}

/**
 * Finds the parameters for the ad account and the token. If one is missing, its name is empty.
 *
 * Parameters that the entry names take precedence. An account that the entry names is returned even
 * if no parameter has that name.
 *
 * Otherwise, the account is a path parameter or `ad_account_id`, preferably one that both calls
 * have. If they share no such parameter, each call has its own:
 * * create: its only such parameter, or empty if it has several,
 * * poll, which does not need an account: its first such parameter.
 *
 * The token's parameter has the name of the response field in the entry's `token`, or else the name
 * `token`. A parameter with one of these names does not count if the create operation has it too.
 * If no parameter matches, but the entry has a `token`, the token's parameter is the only required
 * one, other than the account's.
 */
export function takenBy({ create, poll }: Parameters, { mapping }: FlowEntry): Taken {
  const { account, token } = mapping ?? {};
  const [ofCreate, ofPoll] = [namesOf(create), namesOf(poll)];
  // A parameter that the create operation also has, such as `id`, is never the token.
  const named = token === undefined ? [] : [token.from.slice(token.from.lastIndexOf(".") + 1)];
  const usual = [...named, "token"].filter((name) => !ofCreate.includes(name));
  const tokenNames = token?.as === undefined ? usual : [token.as];
  const mayBeAccount = ({ name, in: location }: Node): boolean =>
    !tokenNames.includes(String(name)) && (location === "path" || name === "ad_account_id");
  const [inCreate, inPoll] = [create, poll].map((parameters) =>
    namesOf(parameters.filter(mayBeAccount)),
  );
  const shared = inPoll?.find((name) => ofCreate.includes(name));
  const accountOfPoll = account?.poll ?? shared;
  const [only, ...others] = namesOf(
    poll.filter(({ required, name }) => required === true && name !== accountOfPoll),
  );
  const isLeft = token !== undefined && others.length === 0;
  const takesToken =
    tokenNames.find((name) => ofPoll.includes(name)) ?? (isLeft ? only : undefined) ?? "";
  const accounts = account ?? {
    create: shared ?? (inCreate?.length === 1 ? inCreate[0] : undefined) ?? "",
    poll: shared ?? inPoll?.find((name) => name !== takesToken) ?? "",
  };
  return {
    create: { account: accounts.create },
    poll: { account: accounts.poll, token: takesToken },
  };
}

/**
 * Returns `{ account }`, to spread into an operation. Empty if the account's parameter is
 * `ad_account_id` or missing.
 */
export function takenAs({
  account,
}: {
  readonly account: string;
}): Pick<ReportOperation, "account"> {
  return account === "ad_account_id" || account === "" ? {} : { account };
}

const OTHERWISE = "Alternatively, choose other operations for the flow, or remove the flow.";

/** Facts about a report that are known before its parameters are checked. */
interface Known extends Pick<FlowEntry, "mapping"> {
  /**
   * Whether the response field that contains the token is known. The token's parameter may have the
   * same name.
   */
  readonly knowsToken: boolean;
  /** Names of the poll parameters that have only one possible value. */
  readonly constants?: readonly string[];
}

/**
 * Finds what is wrong with the parameters of a report. Empty if nothing is wrong.
 *
 * Checks the following in this order, and returns only the flaws that the first failing check
 * finds:
 * 1. If `mapping` names the account's parameters, both must exist. Otherwise, create must take
 *    the account, and poll may take it only in a parameter of the same name.
 * 2. poll must take the token. If `mapping` names its parameter, that parameter must exist.
 *    Otherwise, if `knowsToken` is false and poll has a parameter other than the account's, no
 *    parameter for the token is needed yet, and nothing else is checked.
 * 3. poll must require no other parameters, except `constants`, because the runtime does not
 *    send them.
 */
export function checkParameters(
  { create, poll }: Parameters,
  takes: Taken,
  { mapping, knowsToken, constants = [] }: Known,
): readonly Flaw[] {
  const [ofCreate, ofPoll] = [namesOf(create), namesOf(poll)];
  const { account, token } = mapping ?? {};
  if (account !== undefined) {
    const absent = [
      ...absentParameter("create", account.create, { key: "account", ...account }, ofCreate),
      ...absentParameter("poll", account.poll, { key: "account", ...account }, ofPoll),
    ];
    if (absent.length > 0) return absent;
  } else if (
    takes.create.account === "" ||
    ![takes.create.account, ""].includes(takes.poll.account)
  )
    return [
      {
        what: "cannot tell which parameters take the ad account: create and poll have neither a path parameter nor ad_account_id in common",
        fix: `Specify in the entry which parameters take the ad account, as in \`account: { create: ${ofCreate[0] ?? "…"}, poll: ${takes.poll.account || (ofPoll[0] ?? "…")} }\`. ${OTHERWISE}`,
      },
    ];
  if (token?.as !== undefined && !ofPoll.includes(token.as))
    return absentParameter("poll", token.as, { key: "token", ...token }, ofPoll);
  const mayTakeToken = ofPoll.some((name) => name !== takes.poll.account);
  if (takes.poll.token === "" && !knowsToken && mayTakeToken) return [];
  if (takes.poll.token === "")
    return [
      {
        what: "poll has no parameter for the token that create returns",
        ...(token && { where: token.where }),
        fix: `Specify in the entry which parameter takes the token, as in \`token: { from: ${token?.from ?? "token"}, as: ${ofPoll.find((name) => name !== takes.poll.account) ?? "…"} }\`. ${OTHERWISE}`,
      },
    ];
  const required = namesOf(poll.filter((node) => node.required === true)).filter(
    (name) => ![takes.poll.account, takes.poll.token, ...constants].includes(name),
  );
  return required.length === 0
    ? []
    : [
        {
          what: `poll requires parameters other than the ad account and the token: ${required.join(", ")}`,
        },
      ];
}

/** Returns a flaw if the operation lacks a parameter that the entry names, otherwise nothing. */
function absentParameter(
  role: string,
  name: string,
  { key, where }: { readonly key: string; readonly where: string },
  names: readonly string[],
): readonly Flaw[] {
  if (names.includes(name)) return [];
  return [
    {
      what: `${role} has no parameter ${name} (named in \`${key}\`)${didYouMean(name, names)}`,
      where,
      fix:
        names.length === 0
          ? "Choose another operation: this one has no parameters."
          : `Use one of its parameters: ${names.join(", ")}.`,
    },
  ];
}
