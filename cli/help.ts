type Topic =
  | "top"
  | "pull"
  | "generate"
  | "diff"
  | "validate"
  | "plan"
  | "run"
  | "sync"
  | "rules"
  | "columns"
  | "explain"
  | "login"
  | "accounts"
  | "doctor"
  | "mcp"
  | "serve"
  | "demo";

/** Text of `--help` for each command: its purpose, then examples. */
export const HELP: Readonly<Record<Topic, string>> = {
  top: `pinterest-reports: typed, validated Pinterest ad reports, from create to rows

Begin here:
  pinterest-reports demo                             a small report with made-up data; no account needed
  pinterest-reports login                            get tokens for your app
  pinterest-reports doctor                           check the token, its accounts and this machine
  pinterest-reports accounts                         the ad accounts that the token can see

Reports:
  pinterest-reports run 549755885175 body.json --since 7d --out report.csv
                                                     create a report, wait for it, write its rows
  pinterest-reports run --accounts ids.txt body.json --since 1d --out rows.csv
                                                     the same for many ad accounts, into one file
  pinterest-reports sync sync.yaml                   keep tables of reports up to date, in a folder, DuckDB or PostgreSQL
  pinterest-reports validate body.json               check a report body before it is sent
  pinterest-reports plan body.json                   the fewest requests for a range of any length
  pinterest-reports rules                            the rules of the ad report, in words or as JSON Schema
  pinterest-reports columns --search "cost per click"
                                                     find a column by what Ads Manager calls it
  pinterest-reports explain auth                     what the code of an error means, and what to do
  pinterest-reports mcp                              tools for agents, over the Model Context Protocol
  pinterest-reports serve                            a local Pinterest with made-up data, for tests in any language

A client in your own repository:
  pinterest-reports generate --spec openapi.yaml --out src/pinterest
                                                     write a client for the operations you choose, and keep it up to date
  pinterest-reports diff old.yaml openapi.yaml       the changes between two descriptions, and what they break

In a clone of the package's repository:
  pinterest-reports pull openapi.yaml                read Pinterest's description into spec/
  pinterest-reports generate                         write generated/ from spec/ and templates/

pinterest-reports <command> --help prints the help of a command; --version prints the version.
Each command that prints data takes --format json, or --json for short. Colors: NO_COLOR and FORCE_COLOR are respected.
Exit codes: 0 done; 1 refused or failed, or a check found something; 2 wrong usage, or an input that cannot be read; 3 done, but something was
left out; 4 try again later; 129, 130, 143 stopped by a signal. Data goes to stdout, all else to stderr.
`,
  pull: `pull: reads Pinterest's description and the rules in its prose, writes spec/contract.yaml and spec/source.yaml

  pinterest-reports pull openapi.yaml
  pinterest-reports pull https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml
  pinterest-reports pull openapi.yaml --accept-proposed    accept the rules proposed for sentences in new wording
  pinterest-reports pull https://… --if-new                do nothing if the description is the one in spec/source.yaml
  pinterest-reports pull https://… --summary news.md       also write the text of a pull request; needs a spec/contract.yaml
  pinterest-reports pull openapi.yaml --verbose            also count the sentences of each operation

For a clone of the package's repository; in your own, use generate --spec. Reads YAML or JSON. If a sentence may state a rule and is not
understood, nothing is written. For a known rule in new wording, pull prints a proposed rule and writes nothing until the rule is accepted, its
entry is in rules.yaml, or the sentence is skipped.
With --summary, spec/ changes only if generate will succeed; --keep-going accepts operations that generate then leaves out. If the description
is refused, the summary lists the decisions to take.
--format github prints problems as GitHub annotations, --format json as one object per line, both to stdout.
Exit codes: 0 written, or nothing is new; 1 refused; 2 wrong usage, or a description that cannot be read; 3 with --summary: written, with a
breaking change, or something was left out, loosened or not enforced; 4 the download failed, or another run is writing: try again.
`,
  generate: `generate: writes the client, validators and types

  pinterest-reports generate --spec openapi.yaml --out src/pinterest    a file or a URL
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --check
                                                                        writes nothing; exit 1 if files would change
  pinterest-reports generate --spec https://… --out src/pinterest --summary news.md
                                                                        also writes the text of a pull request
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --flows flows.yaml
                                                                        reports and calls that you choose
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --spec-folder pinterest
                                                                        adds your own rules.yaml, docs.yaml …
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --keep-going
                                                                        leaves out, and lists, operations that cannot be generated
  --accept-proposed     accepts the rules proposed for sentences in new wording
  --strict-prose        fails for a sentence that may state a rule and is not understood, and shows what to paste
  --no-descriptions     leaves out the description's text in comments
  --schema              adds schema.ts, types for your own use of openapi-fetch; needs npm install openapi-typescript@7 typescript@5
  --allow-older         accepts a description of an older version than the last one
  --format github       problems and notices as GitHub annotations; json: one object per line; both to stdout

In a clone of the package's repository:
  pinterest-reports generate                                            generated/ from spec/ and templates/
  pinterest-reports generate --check

Give all flags each time: they are not remembered. A script in package.json is a good place for them. Only the files named here
are read, and only --out and the summary are written. src/pinterest/manifest.json records the description and its ETag: commit it. If nothing
has changed, an unchanged URL costs one request without a body, and nothing is written, not even the summary.
The output lists first what breaks or is lost since the last run, then what was left out, loosened or not enforced. If that list is cut, its last
line is the diff command for all of it, and the model that this compares is kept in the system's folder for temporary files.
Exit codes: 0 done, or nothing to do; 1 refused: nothing was written, or --check found differences; 2 wrong usage, or an
input that cannot be read; 3 left out an operation that you named, also if nothing is new; with --summary also for a breaking change, and if
something was loosened or not enforced; 4 the download failed, or another run is writing: try again.
`,
  diff: `diff: the changes between two descriptions, contracts or model.json files, and what they mean for users of the code

  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml
  pinterest-reports diff spec/contract.yaml https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml
  pinterest-reports diff old/model.json generated/model.json --format markdown    as a changelog
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --format json                    each change with its old and new value
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --fail-on major                  exit 1 if something breaks
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --flows flows.yaml               reports other than those of this package

Compares the generator's models: schemas may be renamed, moved or split, and prose reworded, without a difference. A contract is read with
the flows.yaml beside it. --fail-on takes major or minor.
Exit codes: 0 compared; 1 the step of --fail-on was or may be reached; 2 wrong usage, or an input that cannot be read; 4 a download failed: try again.
`,
  validate: `validate: checks a report body, without a request to Pinterest

  pinterest-reports validate body.json
  cat body.json | pinterest-reports validate -
  pinterest-reports validate body.json --today 2026-03-08    rules about age, as of that day in UTC
  pinterest-reports validate body.json --json                the violations as JSON
  pinterest-reports validate body.json --format github       the violations as GitHub annotations
  pinterest-reports validate body.json --of mmm-report       the body of another report, or the request of a synchronous call

Default of --of: report; an unknown name prints all names. --quiet leaves out the number of violations.
Exit codes: 0 no errors (warnings are allowed); 1 Pinterest would reject the body; 2 wrong usage, or a file that cannot be read or is not JSON.
`,
  plan: `plan: splits a body with any range of days into the fewest requests that Pinterest's rules allow, oldest days first

  pinterest-reports plan body.json
  pinterest-reports plan body.json --since 400d              days as of run: --since, --last-month, --start and --end
  pinterest-reports plan body.json --json                    the plan as JSON; "requests" has the bodies to send
  pinterest-reports plan body.json --today 2024-06-15        rules about age, as of that day in UTC
  pinterest-reports plan body.json --split-total             several totals instead of one; rates and user counts cannot be summed
  pinterest-reports plan input.json --of ad-analytics        for another report, or for a synchronous call
  cat body.json | pinterest-reports plan - --json | jq -c '.requests[]'

Default of --of: report. Parts that had to be dropped go to stderr, with the reason. Long lists of ids and statuses are split, too; weeks and
months are not split. --quiet leaves out the number of requests.
Exit codes: 0 there is a plan; 1 the body cannot be planned or no part of it is allowed; 2 wrong usage, or a file that cannot be read or is not JSON.
`,
  run: `run: creates a report, waits for it and prints its rows; or one report for each of many ad accounts

  pinterest-reports run 549755885175 body.json --out report.csv
  pinterest-reports run 549755885175 body.json --since 30d --format ndjson | head
  pinterest-reports run 549755885175 - --last-month --out report.parquet < body.json

  pinterest-reports run 549755885175 body.json --of mmm-report --out mmm.csv

body.json has the level, columns, granularity and days of the report; flags can replace the days. --of is the kind of report, such as
template-report or mmm-report; default: report.

Days. These flags replace the days of the body. Today (UTC) is excluded: it is not complete.
  --since 30d                       the 30 days before today; 4w for weeks
  --last-month                      the previous calendar month
  --start 2026-03-01 --end 2026-03-31
  --today 2026-04-02                the day from which --since and --last-month count, for example to repeat yesterday's run
  --plan                            split a range that is too long for one report into as many as the rules need, with one output

Output. Rows are written to a temporary file that is renamed when it is complete: an output file is never partial.
  --out report.csv                  a file; its extension selects the format: .csv .ndjson .jsonl .json .parquet .html; - for stdout
  --out report.html                 a page with charts, totals and a sortable table, for people; one file that loads nothing
  --format csv                      the format for any extension: json (default), ndjson, csv, parquet, html, table
  --no-zero-fill                    leave out the zeros that Pinterest's JSON omits; by default they are 0 in all formats
  --defuse-formulas                 in CSV, put ' before text that a spreadsheet would read as a formula; numbers are unchanged
Parquet needs an additional package: npm install hyparquet-writer. CSV and Parquet have the columns in the order of the body.

Many accounts. One id per line, # starts a comment, - for stdin. AD_ACCOUNT_ID is the first column, unless the report has it elsewhere.
  pinterest-reports run --accounts accounts.txt body.json --since 1d --out yesterday.csv --journal yesterday.journal
An account that fails does not stop the others: their rows are written, the failed accounts are listed, and the exit code is 3.
  --allow-failed 5                  exit with 0 if at most 5 accounts failed; or only those in a list, such as
                                    --allow-failed 549755885175,549755885176. They are listed as failed, and the journal is removed.
                                    If no report is complete, nothing is written, and the exit code is 1 or 4
  --summary night.json              write counts and failures as JSON, also if the run is stopped; for a single report, too
  --journal FILE                    records progress: after a crash or a failure, the same command continues and creates no report
                                    twice. FILE and FILE.rows are removed on success. With --since, a run on another day is a new run.
  --journal FILE --finish           removes FILE and FILE.rows of a run that is not to be continued; sends nothing
  --recreate-unknown                create a report again if a crash left it unknown whether it exists
  --concurrency 20                  the number of reports in progress at once, 1 to 1000

Messages. On a terminal, the progress of each account, and a table of totals and top campaigns at the end; elsewhere, and if CI is set, a line at least every 30 s. Failures are printed at once.
  --quiet                           only warnings, failures, errors and what --plan leaves out

Limits.
  --deadline 10m                    the maximum wait for each report: 90s, 30m, 2h; at most 24h
  --give-up-after 30m               the maximum duration of the whole run; reports that are not ready are listed, the others are written
  --rate-limit 300                  the maximum number of calls per minute, or 1000/day for trial access

Ctrl-C, SIGTERM, SIGHUP and failures. A single report: its handle is written to a file, because Pinterest continues to generate the report, and
the command that resumes it is printed. A second ctrl-C stops at once.
  pinterest-reports run --resume report-549755885175-20260402T083000000Z.handle.json --out report.csv

PINTEREST_ACCESS_TOKEN    the access token; needs the scope ads:read
PINTEREST_REFRESH_TOKEN   with PINTEREST_APP_ID and PINTEREST_APP_SECRET: access tokens are fetched as needed
PINTEREST_TOKENS_FILE     or --tokens FILE: the file with the newest tokens, as login --tokens writes it; takes precedence over both
PINTEREST_API_BASE_URL    a base URL other than https://api.pinterest.com/v5, for example of a proxy
PINTEREST_LOG             off, error, warn, info or debug: messages about requests, on stderr

Exit codes: 0 all rows (or only failures that --allow-failed allows); 1 the body was refused, or every report failed; 2 wrong usage (nothing was
sent); 3 the rows of some reports, and others failed; 4 no rows, and the same command may succeed later: no response, a limit, or a report that
is not ready; 129, 130, 143 stopped by a signal.
`,
  sync: `sync: keeps tables of reports up to date: loads new days, and reads again those that may have changed

  pinterest-reports sync sync.yaml
  pinterest-reports sync sync.yaml --dry-run                 the reports that would be requested; nothing is sent but the list of accounts
  pinterest-reports sync sync.yaml --json                    what was loaded and what failed; with --dry-run, the plan

sync.yaml, or the same as JSON:
  target: ads                       a folder of Parquet files, relative to this file; needs npm install hyparquet-writer.
                                    Or a DuckDB file, ads.duckdb; needs npm install @duckdb/node-api.
                                    Or postgresql://user@host/database; needs npm install pg
  tables:
    campaign_days:                  a request without days; granularity DAY or HOUR, and the ids of the level in columns
      level: CAMPAIGN
      granularity: DAY
      columns: [CAMPAIGN_ID, CAMPAIGN_NAME, SPEND_IN_DOLLAR]
  accounts: ["549755885175"]        default: all that the token can see
  entities: [campaigns, keywords]   lists that become tables: campaigns, ad_groups, ads (default: these three), keywords,
                                    product_groups, targeting_options
  lookback_days: 31                 days before today that are read again; default: by the attribution windows of each request
  since: 2026-01-01                 first day; default: the first that is read again
  backfill: never                   leaves days that lack a column that you have added; default: columns, which reads them again
  names: pinterest                  calls columns CAMPAIGN_ID; default: database, which calls them campaign_id

A day of an account is replaced as a whole. The tables and what is loaded are in the target: the same command continues after a crash.
  --since 90d                       the first day: a number of days before today, 4w, or 2026-01-01; in place of that of the file
  --full                            read all days again, those too that are final or that another body loaded
  --only campaign_days,ads          only these tables
  --allow-failed 5                  exit with 0 if at most 5 accounts failed; or only those in a list, as for run
  --concurrency 20, --deadline 10m, --give-up-after 30m, --rate-limit 300, --tokens FILE, --quiet
                                    as for run

A report that fails keeps its former rows, is listed, and does not stop the others. Lines that begin with backfill count reports of days that lack
a column; those with emptied name days whose rows were removed, since two reports had none. The environment variables are those of run.
PostgreSQL has its own, such as PGPASSWORD. For a schema: target: { postgres: { connection: "postgresql://user@host/database", schema: ads } }
or target: { duckdb: { path: ads.duckdb, schema: ads } }. A bucket is target: s3://bucket/prefix, with the credentials of the environment.

The same in steps, for many processes or machines and one PostgreSQL:
  pinterest-reports sync sync.yaml --plan --tasks night      plan it: night/plan.json, and a file for each task in night/tasks
  pinterest-reports sync sync.yaml --plan --json             print the plan, whose "tasks" are to be run
  pinterest-reports sync sync.yaml --task task.json          run a task, and print its result as a line of JSON
  pinterest-reports sync sync.yaml --finish night/plan.json < results
                                                             close the run: what failed, and the exit code of sync
  --journal FILE                    with --task: records the report, so that the next attempt creates no second one
  --recreate-unknown                with --task: create a report again if a crash left it unknown whether it exists
  --deadline 1m                     with --task: give up waiting then; the result has a task that goes on
A task may be run any number of times, and one of an older plan changes nothing. --task exits with 0 if the task is done, with 4 if it may be
done later, and with 1 if another attempt is of no use.
Exit codes: 0 everything is loaded (or only failures that --allow-failed allows); 1 every report failed; 2 wrong usage (nothing was sent); 3 some
reports are loaded, and others failed; 4 nothing is loaded, and the same command may succeed later; 129, 130, 143 stopped by a signal.
`,
  rules: `rules: the rules of a request, in words or in a notation for other tools

  pinterest-reports rules                         the rules of the ad report, in words (Markdown)
  pinterest-reports rules --format json-schema    the whole request as JSON Schema 2020-12, rules as if and then
  pinterest-reports rules --json                  the rules between fields as data
  pinterest-reports rules --of ad-analytics       of another report, or of a synchronous call

Defaults: --format markdown, --of report; an unknown name prints all names. A comment names the rules that JSON Schema cannot express, such as those on
days.
Exit codes: 0 printed; 2 wrong usage.
`,
  columns: `columns: finds columns of ad reports by the words of Ads Manager

  pinterest-reports columns                           all columns, with label and unit
  pinterest-reports columns --search "cost per click" those that fit, the likeliest first; a misspelt name is found, too
  pinterest-reports columns --search clicks --level KEYWORD
                                                      only those that a level allows
  pinterest-reports columns --search spend --format json
                                                      also what each means, and whether sums over rows make sense
  pinterest-reports columns --search spend --format names
                                                      one name per line

Exit codes: 0 printed; 2 wrong usage, or no column fits.
`,
  explain: `explain: what the code of an error means, and what to do

  pinterest-reports explain                           all codes, one per line
  pinterest-reports explain poll_timeout              what the guide says about this code
  pinterest-reports explain poll_timeout --format json
                                                      an object for each class of error with this code

Every error of the package has a code; its message names this command.
Exit codes: 0 printed; 2 wrong usage, such as an unknown code.
`,
  login: `login: gets an access token and a refresh token for your app, through Pinterest's authorization page

  1. At developers.pinterest.com, open your app, or create one: http://localhost:8085/ must be one of its redirect links.
  2. Set its id and its secret, which are on the same page:
  export PINTEREST_APP_ID=… PINTEREST_APP_SECRET=…
  3. Get the tokens, in one of these ways:
  pinterest-reports login > .env                             prints PINTEREST_ACCESS_TOKEN and PINTEREST_REFRESH_TOKEN as lines
  pinterest-reports login --tokens tokens.env                stores them in a file, for run --tokens tokens.env; only its owner can read it
  4. Open the address that it prints, as a user with access to the ad accounts, and grant the scope ads:read.

createClient() and the commands read the access token from PINTEREST_ACCESS_TOKEN, or the refresh token from PINTEREST_REFRESH_TOKEN with the
app's id and secret: set them as environment variables. The access token is valid for 30 days, the refresh token for 60 days.

  pinterest-reports login --json                             prints the tokens as one object, or with --tokens the name of the file
  pinterest-reports login --port 8086                        the port that receives the redirect at localhost (127.0.0.1 and ::1), and
                                                             that of the redirect link; default: 8085
Exit codes: 0 the tokens are stored or printed; 1 Pinterest refuses; 2 wrong usage, or a port in use; 4 no redirect within five minutes, or
Pinterest does not respond: try again; 129, 130, 143 stopped by a signal.
`,
  accounts: `accounts: lists the ad accounts that the token's user owns or has access to

  pinterest-reports accounts                          a table: id, name, owner, country, currency, time zone, permissions
  pinterest-reports accounts --format csv             the same as CSV; json and ndjson have Pinterest's objects
  pinterest-reports accounts --format ids > ids.txt   one id per line with the name as a comment, for run --accounts
  pinterest-reports accounts --tokens tokens.env      with the tokens of a file, as for run
  pinterest-reports accounts --format csv --defuse-formulas
                                                      with ' before names that a spreadsheet would read as formulas, as for run
  --quiet                                             only warnings and errors: no line if there is no account

The environment variables are those of run.
Exit codes: 0 listed, also without accounts; 1 Pinterest refuses; 2 wrong usage; 4 Pinterest does not respond: try again.
`,
  doctor: `doctor: checks the token, its accounts and this machine, and prints what to do about each problem

  pinterest-reports doctor
  pinterest-reports doctor --tokens tokens.env        with the tokens of a file, as for run
  pinterest-reports doctor --format json              a list of objects with state, subject, message and fix
  pinterest-reports doctor --live                     also makes three small reports, after a question; --yes answers it

--live settles what only an account can show: what a report without activity has, whether the windows 30/0/0 are accepted, and how ids of 18
digits are written. Its summary has no ids, names or tokens: please share it in an issue.

Checks: a token is set and accepted; the scope ads:read, and the other scopes if a refresh names them; the days until the refresh token ends;
the roles in the ad accounts; the rate limits and the clock, by the headers of the response. Lists the ad accounts, and fetches an access
token if there is only a refresh token; creates no report without --live, and prints no token. A token file with a refresh token becomes readable by its
owner only. States: ok, unknown, warning, broken.
Exit codes: 0 nothing is broken; 1 something is; 2 wrong usage; 4 only the connection is: try again.
`,
  mcp: `mcp: tools for agents: answers questions about ads, over the Model Context Protocol on stdin and stdout

  pinterest-reports mcp                               for the configuration of a client, such as Claude or Cursor
  pinterest-reports mcp --folder ads                  where tables are; default: .pinterest-reports in your home folder
  pinterest-reports mcp --tokens tokens.env           with the tokens of a file, as for run

Needs three packages: npm install @modelcontextprotocol/server @duckdb/node-api hyparquet-writer
Six tools: accounts, columns and check look things up; report makes a table; query reads tables by SQL; explain compares them.
Nothing is written to Pinterest, and no token is in a result. Several servers may use one folder: no report is made twice, and a server that was
stopped continues. The environment variables are those of run.
Exit codes: 0 stdin has ended; 2 wrong usage, or a package is missing; 129, 130, 143 stopped by a signal.
`,
  serve: `serve: a local Pinterest with made-up data, until ctrl-C

  pinterest-reports serve                             on a free port of 127.0.0.1
  pinterest-reports serve --port 8090 > .env          prints PINTEREST_API_BASE_URL and PINTEREST_ACCESS_TOKEN as lines
  pinterest-reports serve --polls 0                   reports are finished at once; default: at the second poll
  pinterest-reports serve --json                      prints them as one object
  pinterest-reports serve --accounts 300              the number of ad accounts; default: 3

For tests in any language: it checks the token and the bodies, lists accounts, creates reports and delivers their files, as Pinterest does.
Links expire after five minutes, reports after an hour. It keeps all requests and reports in memory until it ends.
In JavaScript, createFakeServer of pinterest-reports/testing does the same within a test, with faults.
Exit codes: 130, 143, 129 stopped by ctrl-C, SIGTERM, SIGHUP; 2 wrong usage or a port in use.
`,
  demo: `demo: last week's spend, impressions and clicks by campaign and day, from create to rows

  pinterest-reports demo                                                    of a made-up advertiser; no account needed
  PINTEREST_ACCESS_TOKEN=… pinterest-reports demo 549755885175              of your ad account, from Pinterest
  pinterest-reports demo --json                                             all rows as JSON
  pinterest-reports demo --out report.html                                  a page of the last 30 days, to open in a browser

Exit codes: 0 printed or written; 1 Pinterest refuses; 2 wrong usage; 4 Pinterest does not respond: try again.
`,
};
