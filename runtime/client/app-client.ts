import { appEntry, checkApp } from "../auth/oauth-call.js";
import { InvalidArgumentError } from "../errors.js";
import { type SharedOptions, settle } from "../http/config.js";
import { ownOptions } from "../option-kinds.js";
import type { Operation, OperationClient } from "./operation.js";
import { send } from "./operation-client.js";

/** An app's own credentials, and how its calls reach the API. */
export interface AppOptions extends SharedOptions {
  /** The app's id, as the developer portal shows it. */
  readonly clientId: string;
  /** The app's secret. */
  readonly clientSecret: string;
}

// What stands in a form of OAuth and lets somebody in.
const SECRET = ["token", "refresh_token", "code"];

/** The client of a call that takes the app's own credentials and no user's token, such as the one that revokes a token. */
export function appClient<Input extends object, Output, Client>(given: AppOptions, operation: Operation<Input, Output, Client>): Client {
  const options = ownOptions(given);
  const app = checkApp(options);
  const wire = settle(options);
  const { name, basic } = operation;
  const shown = { givesTokens: true, showable: [] };
  const client: OperationClient<Input, Output> = async (...[input, asked]) => {
    if (basic !== true) throw new InvalidArgumentError(`${name} needs a user's token: call it by operationClient(connection, …)`);
    const entry = () =>
      appEntry(
        app,
        SECRET.map((field) => (input === undefined ? undefined : Reflect.get(input, field))),
      );
    return send({ wire, shown, entry }, operation, input, asked);
  };
  return client as Client;
}
