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

Start here:
  pinterest-reports demo                             show a small report with made-up data; no account needed
  pinterest-reports login                            get tokens for your app
  pinterest-reports doctor                           check the token, its accounts and this machine
  pinterest-reports accounts                         list the ad accounts that the token can see

Reports:
  pinterest-reports run 549755885175 body.json --since 7d --out report.csv
                                                     create a report, wait for it, write its rows
  pinterest-reports run --accounts ids.txt body.json --since 1d --out rows.csv
                                                     the same for many ad accounts, in one file
  pinterest-reports sync sync.yaml                   keep tables of reports up to date, in a folder, DuckDB or PostgreSQL
  pinterest-reports validate body.json               check a report body before it is sent
  pinterest-reports plan body.json                   split any range of days into as few requests as possible
  pinterest-reports rules                            print the rules of the ad report, in words or as JSON Schema
  pinterest-reports columns --search "cost per click"
                                                     find a column by its name in Ads Manager
  pinterest-reports explain auth                     explain an error code, and what to do
  pinterest-reports mcp                              serve tools for agents, over the Model Context Protocol
  pinterest-reports serve                            run a local Pinterest with made-up data, for tests in any language

A client in your own repository:
  pinterest-reports generate --spec openapi.yaml --out src/pinterest
                                                     write a client for the operations you choose, and keep it up to date
  pinterest-reports diff old.yaml openapi.yaml       list the changes between two descriptions, and what they break

In a clone of the package's repository:
  pinterest-reports pull openapi.yaml                read Pinterest's description into spec/
  pinterest-reports generate                         write generated/ from spec/ and templates/

pinterest-reports <command> --help shows a command's help; --version prints the version.
Each command that prints data takes --format json, or --json for short. NO_COLOR and FORCE_COLOR turn colors off and on.
Exit codes: 0 done; 1 refused or failed, or a check found something; 2 wrong usage, or an input that cannot be read; 3 done, but something was
left out; 4 try again later; 129, 130, 143 stopped by a signal. Data goes to stdout, everything else to stderr.
`,
  pull: `pull: reads Pinterest's description and the rules in its prose, and writes spec/contract.yaml and spec/source.yaml

  pinterest-reports pull openapi.yaml
  pinterest-reports pull https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml
  pinterest-reports pull openapi.yaml --accept-proposed    accept the rules proposed for sentences in new wording
  pinterest-reports pull https://… --if-new                do nothing if spec/source.yaml already has this description
  pinterest-reports pull https://… --summary news.md       also write the text of a pull request; needs spec/contract.yaml
  pinterest-reports pull openapi.yaml --verbose            also count the sentences of each operation

For a clone of the package's repository; in your own, use generate --spec. Reads YAML or JSON. Writes nothing if a sentence may state a rule
but is not understood. For a known rule in new wording, pull proposes a rule. It writes nothing until you accept the rule, add it to rules.yaml,
or skip the sentence.
With --summary, spec/ only changes if generate will succeed; --keep-going leaves out operations that cannot be generated. If the description is
refused, the summary lists the decisions to make.
--format github prints problems as GitHub annotations, --format json as one object per line, both to stdout.
Exit codes: 0 written, or nothing is new; 1 refused; 2 wrong usage, or a description that cannot be read; 3 with --summary: written, but with
a breaking change, or with something left out, loosened or not enforced; 4 the download failed, or another run is writing: try again.
`,
  generate: `generate: writes the client, validators and types

  pinterest-reports generate --spec openapi.yaml --out src/pinterest    a file or a URL
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --check
                                                                        writes nothing; exit 1 if files would change
  pinterest-reports generate --spec https://… --out src/pinterest --summary news.md
                                                                        also writes the text of a pull request
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --flows flows.yaml
                                                                        only the reports and calls that you choose
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --spec-folder pinterest
                                                                        adds your own rules.yaml, docs.yaml …
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --keep-going
                                                                        leaves out, and lists, operations that cannot be generated
  --accept-proposed     accepts the rules proposed for sentences in new wording
  --strict-prose        fails if a sentence may state a rule but is not understood, and shows what to paste
  --no-descriptions     omits the description's text from comments
  --schema              adds schema.ts with types for openapi-fetch; needs npm install openapi-typescript@7 typescript@5
  --allow-older         accepts a description older than the last one
  --format github       prints problems and notices as GitHub annotations; json: one object per line; both to stdout

In a clone of the package's repository:
  pinterest-reports generate                                            generated/ from spec/ and templates/
  pinterest-reports generate --check

Flags are not remembered: give them each time, for example in a package.json script. The command only reads the files named here, and only writes
--out and the summary. src/pinterest/manifest.json records the description and its ETag: commit it. If nothing has changed, nothing is written, not
even the summary, and a URL costs one request without a body.
The output first lists what breaks or is lost since the last run, then what was left out, loosened or not enforced. If the list is cut, its last
line is the diff command that shows everything. The model for that command is in the system's folder for temporary files.
Exit codes: 0 done, or nothing to do; 1 refused: nothing was written, or --check found differences; 2 wrong usage, or an
input that cannot be read; 3 an operation that you named is left out, even if nothing is new; with --summary also for a breaking change,
or if something was loosened or not enforced; 4 the download failed, or another run is writing: try again.
`,
  diff: `diff: lists the changes between two descriptions, contracts or model.json files, and what they mean for users of the code

  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml
  pinterest-reports diff spec/contract.yaml https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml
  pinterest-reports diff old/model.json generated/model.json --format markdown    as a changelog
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --format json                    each change with its old and new value
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --fail-on major                  exit 1 if something breaks
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --flows flows.yaml               reports other than those of this package

Compares what matters to the code: renamed, moved or split schemas and reworded prose are not changes. A contract is read with the flows.yaml
beside it. --fail-on takes major or minor.
Exit codes: 0 compared; 1 the --fail-on step was or may be reached; 2 wrong usage, or an input that cannot be read; 4 a download failed: try again.
`,
  validate: `validate: checks a report body, without a request to Pinterest

  pinterest-reports validate body.json
  cat body.json | pinterest-reports validate -
  pinterest-reports validate body.json --today 2026-03-08    apply rules about age as of that day in UTC
  pinterest-reports validate body.json --json                print the violations as JSON
  pinterest-reports validate body.json --format github       print the violations as GitHub annotations
  pinterest-reports validate body.json --of mmm-report       check the body of another report, or the request of a synchronous call

--of defaults to report; an unknown name lists all names. --quiet omits the number of violations.
Exit codes: 0 no errors (warnings are allowed); 1 Pinterest would reject the body; 2 wrong usage, or a file that cannot be read or is not JSON.
`,
  plan: `plan: splits a body with any range of days into the fewest requests that Pinterest's rules allow, oldest days first

  pinterest-reports plan body.json
  pinterest-reports plan body.json --since 400d              choose days as for run: --since, --last-month, --start and --end
  pinterest-reports plan body.json --json                    print the plan as JSON; "requests" contains the bodies to send
  pinterest-reports plan body.json --today 2024-06-15        apply rules about age as of that day in UTC
  pinterest-reports plan body.json --split-total             split TOTAL into several totals; rates and user counts cannot be summed
  pinterest-reports plan input.json --of ad-analytics        plan another report, or a synchronous call
  cat body.json | pinterest-reports plan - --json | jq -c '.requests[]'

--of defaults to report. Dropped parts and the reasons are printed to stderr. Long lists of ids and statuses are split too; weeks and months are
not. --quiet omits the number of requests.
Exit codes: 0 there is a plan; 1 the body cannot be planned, or the rules do not allow any part of it; 2 wrong usage, or a file that cannot be
read or is not JSON.
`,
  run: `run: creates a report, waits for it and prints its rows; also for many ad accounts at once

  pinterest-reports run 549755885175 body.json --out report.csv
  pinterest-reports run 549755885175 body.json --since 30d --format ndjson | head
  pinterest-reports run 549755885175 - --last-month --out report.parquet < body.json

  pinterest-reports run 549755885175 body.json --of mmm-report --out mmm.csv

body.json contains the report's level, columns, granularity and days; flags can replace the days. --of selects another kind of report, such as
template-report or mmm-report.

Days. These flags replace the days of the body. Today (UTC) is excluded because it is not over.
  --since 30d                       the 30 days before today; 4w for weeks
  --last-month                      the previous calendar month
  --start 2026-03-01 --end 2026-03-31
  --today 2026-04-02                count --since and --last-month from this day, for example to repeat yesterday's run
  --plan                            split a range that is too long for one report; the rows go to one output

Output. An output file appears only when it is complete.
  --out report.csv                  the output file; its extension selects the format: .csv .ndjson .jsonl .json .parquet .html; - for stdout
  --out report.html                 a web page with charts, totals and a sortable table, in one self-contained file
  --format csv                      the format, whatever the extension: json (default), ndjson, csv, parquet, html, table
  --no-zero-fill                    do not add the zeros that Pinterest's JSON omits; by default they are added in all formats
  --defuse-formulas                 in CSV, put ' before text that a spreadsheet would read as a formula; numbers are unchanged
Parquet needs an additional package: npm install hyparquet-writer. CSV and Parquet keep the body's column order.

Many accounts. One id per line, # starts a comment, - for stdin. AD_ACCOUNT_ID becomes the first column, unless the report already has it.
  pinterest-reports run --accounts accounts.txt body.json --since 1d --out yesterday.csv --journal yesterday.journal
A failed account does not stop the others: their rows are written, failed accounts are listed, and the exit code is 3.
  --allow-failed 5                  exit with 0 if at most 5 accounts failed; or list the accounts that may fail, such as
                                    --allow-failed 549755885175,549755885176. Failures are still listed, and the journal is removed.
                                    If every report failed, nothing is written, and the exit code is 1 or 4
  --summary night.json              write counts and failures as JSON, even if the run is stopped; also works for one report
  --journal FILE                    record progress: after a crash or a failure, the same command continues and does not create a
                                    report twice. FILE and FILE.rows are removed on success. With --since, a run on another day is a new run.
  --journal FILE --finish           remove FILE and FILE.rows of a run that you will not continue; sends nothing
  --recreate-unknown                create a report again if it is unknown whether it exists
  --concurrency 20                  number of reports in progress at once, 1 to 1000

Messages. On a terminal, you see the progress of each account, then a table of totals and top campaigns. Elsewhere, or if CI is set, a line is printed
at least every 30 s, and failures at once.
  --quiet                           only print warnings, failures, errors and what --plan leaves out

Limits.
  --deadline 10m                    maximum wait for each report: 90s, 30m, 2h; at most 24h
  --give-up-after 30m               maximum duration of the whole run; unfinished reports are listed, the others are written
  --rate-limit 300                  maximum number of calls per minute; use 1000/day for trial access

Ctrl-C, SIGTERM, SIGHUP and failures. Pinterest continues to generate a single report. Its handle is written to a file, and the command that
resumes it is printed. A second ctrl-C stops at once.
  pinterest-reports run --resume report-549755885175-20260402T083000000Z.handle.json --out report.csv

PINTEREST_ACCESS_TOKEN    the access token; needs the scope ads:read
PINTEREST_REFRESH_TOKEN   with PINTEREST_APP_ID and PINTEREST_APP_SECRET: access tokens are fetched as needed
PINTEREST_TOKENS_FILE     or --tokens FILE: the token file that login --tokens writes; takes precedence over both
PINTEREST_API_BASE_URL    the base URL, such as a proxy's; default: https://api.pinterest.com/v5
PINTEREST_LOG             off, error, warn, info or debug: messages about requests, on stderr

Exit codes: 0 all rows (or only failures that --allow-failed allows); 1 the body was refused, or every report failed; 2 wrong usage (nothing was
sent); 3 some reports failed, and the rows of the others are written; 4 no rows, but the same command may succeed later: no response, a limit,
or a report that is not ready; 129, 130, 143 stopped by a signal.
`,
  sync: `sync: keeps tables of reports up to date: loads new days, and reloads days that may have changed

  pinterest-reports sync sync.yaml
  pinterest-reports sync sync.yaml --dry-run                 list the reports that would be requested; only the accounts are loaded
  pinterest-reports sync sync.yaml --json                    print what was loaded and what failed as JSON; with --dry-run, the plan

sync.yaml, or the same as JSON:
  target: ads                       a folder of Parquet files, relative to this file; needs npm install hyparquet-writer.
                                    Or a DuckDB file, ads.duckdb; needs npm install @duckdb/node-api.
                                    Or postgresql://user@host/database; needs npm install pg
  tables:
    campaign_days:                  a report body without days; granularity DAY or HOUR; columns must include the level's ids
      level: CAMPAIGN
      granularity: DAY
      columns: [CAMPAIGN_ID, CAMPAIGN_NAME, SPEND_IN_DOLLAR]
  accounts: ["549755885175"]        default: all that the token can see
  entities: [campaigns, keywords]   lists to load as tables: campaigns, ad_groups, ads (default: these three), keywords,
                                    product_groups, targeting_options
  lookback_days: 31                 number of past days to reload; default: depends on each request's attribution windows
  since: 2026-01-01                 first day; default: the first day that is reloaded
  backfill: never                   do not reload old days for a column that you add; default: columns, which reloads them
  names: pinterest                  name columns like CAMPAIGN_ID; default: database, like campaign_id

A day of an account is replaced as a whole. The target records what is loaded, so the same command continues after a crash.
  --since 90d                       the first day: days before today, 4w, or 2026-01-01; overrides the file
  --full                            reload all days, including days that are final or were loaded with another body
  --only campaign_days,ads          only these tables
  --allow-failed 5                  exit with 0 if at most 5 accounts failed; or list the accounts that may fail, as for run
  --concurrency 20, --deadline 10m, --give-up-after 30m, --rate-limit 300, --tokens FILE, --quiet
                                    as for run

A failed report is listed, keeps its old rows, and does not stop the others. Lines with backfill count reports for days that lack a new column.
Lines with emptied name days whose rows were removed because two reports had none. The environment variables are those of run; PostgreSQL also
uses its own, such as PGPASSWORD. For a schema, use target: { postgres: { connection: "postgresql://user@host/database", schema: ads } }
or target: { duckdb: { path: ads.duckdb, schema: ads } }. For a bucket, use target: s3://bucket/prefix with credentials from the environment.

In steps, for many processes or machines that share one PostgreSQL:
  pinterest-reports sync sync.yaml --plan --tasks night      write night/plan.json, and a file for each task in night/tasks
  pinterest-reports sync sync.yaml --plan --json             print the plan; run its "tasks"
  pinterest-reports sync sync.yaml --task task.json          run a task and print its result as a line of JSON
  pinterest-reports sync sync.yaml --finish night/plan.json < results
                                                             close the run: list failures, and exit like sync
  --journal FILE                    with --task: record the report, so that the next attempt does not create another
  --recreate-unknown                with --task: create a report again if it is unknown whether it exists
  --deadline 1m                     with --task: stop waiting after this time; the result has a task that continues
You can run a task any number of times; a task of an older plan changes nothing. --task exits with 0 if the task is done, with 4 if the same
command may succeed later, and with 1 if it cannot.
Exit codes: 0 everything is loaded (or only failures that --allow-failed allows); 1 every report failed; 2 wrong usage (nothing was sent); 3 some
reports failed, and the others are loaded; 4 nothing is loaded, but the same command may succeed later; 129, 130, 143 stopped by a signal.
`,
  rules: `rules: prints the rules of a request, in words, as JSON or as JSON Schema

  pinterest-reports rules                         the rules of the ad report, as Markdown
  pinterest-reports rules --format json-schema    the whole request as JSON Schema 2020-12
  pinterest-reports rules --json                  the rules between fields as data
  pinterest-reports rules --of ad-analytics       the rules of another report, or of a synchronous call

Defaults: --format markdown, --of report; an unknown name lists all names. The schema's $comment names the rules that JSON Schema cannot express,
such as rules about days.
Exit codes: 0 printed; 2 wrong usage.
`,
  columns: `columns: finds columns of ad reports by their names in Ads Manager

  pinterest-reports columns                           all columns, with label and unit
  pinterest-reports columns --search "cost per click" matching columns, best match first; finds misspelt names too
  pinterest-reports columns --search clicks --level KEYWORD
                                                      only columns that this level allows
  pinterest-reports columns --search spend --format json
                                                      also each column's meaning, and whether its sums make sense
  pinterest-reports columns --search spend --format names
                                                      one name per line

Exit codes: 0 printed; 2 wrong usage, or no column matches.
`,
  explain: `explain: explains an error code, and what to do about it

  pinterest-reports explain                           all codes, one per line
  pinterest-reports explain poll_timeout              what the guide says about this code
  pinterest-reports explain poll_timeout --format json
                                                      an object for each error class with this code

Every error of the package has a code; its message suggests this command.
Exit codes: 0 printed; 2 wrong usage, such as an unknown code.
`,
  login: `login: gets an access token and a refresh token for your app, through Pinterest's authorization page

  1. At developers.pinterest.com, open or create your app. Add http://localhost:8085/ to its redirect links.
  2. Set the app's id and secret, which are on the same page:
  export PINTEREST_APP_ID=… PINTEREST_APP_SECRET=…
  3. Get the tokens, in one of these ways:
  pinterest-reports login > .env                             prints PINTEREST_ACCESS_TOKEN and PINTEREST_REFRESH_TOKEN as lines
  pinterest-reports login --tokens tokens.env                stores them in a file, for run --tokens tokens.env; only its owner can read it
  4. Open the printed address as a user with access to the ad accounts, and grant the scope ads:read.

createClient() and the commands read the access token from PINTEREST_ACCESS_TOKEN, or the refresh token from PINTEREST_REFRESH_TOKEN with the
app's id and secret: set them as environment variables. The access token is valid for 30 days, the refresh token for 60 days.

  pinterest-reports login --json                             prints the tokens as one object, or with --tokens the file's name
  pinterest-reports login --port 8086                        the port of the redirect link, on localhost (127.0.0.1 and ::1); default: 8085
Exit codes: 0 the tokens are stored or printed; 1 Pinterest refuses; 2 wrong usage, or a port in use; 4 no redirect within five minutes, or
Pinterest does not respond: try again; 129, 130, 143 stopped by a signal.
`,
  accounts: `accounts: lists the ad accounts that the token's user owns or has access to

  pinterest-reports accounts                          a table: id, name, owner, country, currency, time zone, permissions
  pinterest-reports accounts --format csv             the same as CSV; json and ndjson contain Pinterest's objects
  pinterest-reports accounts --format ids > ids.txt   one id per line, with the name as a comment, for run --accounts
  pinterest-reports accounts --tokens tokens.env      use the tokens in a file, as for run
  pinterest-reports accounts --format csv --defuse-formulas
                                                      put ' before names that a spreadsheet would read as formulas
  --quiet                                             only print warnings and errors

The environment variables are those of run.
Exit codes: 0 listed, even if there are no accounts; 1 Pinterest refuses; 2 wrong usage; 4 Pinterest does not respond: try again.
`,
  doctor: `doctor: checks the token, its accounts and this machine, and prints what to do about each problem

  pinterest-reports doctor
  pinterest-reports doctor --tokens tokens.env        use the tokens in a file, as for run
  pinterest-reports doctor --format json              print a list of objects with state, subject, message and fix
  pinterest-reports doctor --live                     also make three small reports, after asking; --yes skips the question

--live answers what only a real account can show: what a report without activity contains, whether Pinterest accepts the attribution windows
30/0/0 (click, engagement and view), and how ids of 18 digits are written. Its summary has no ids, names or tokens: please share it in an issue.

Checks that a token is set and accepted, its scopes, the days until the refresh token expires, the roles in the ad accounts, the rate limits, and
the clock. Lists the ad accounts, and fetches an access token if there is only a refresh token. Without --live it creates no report. It never prints
a token. A token file with a refresh token becomes readable by its owner only. States: ok, unknown, warning, broken.
Exit codes: 0 nothing is broken; 1 something is broken; 2 wrong usage; 4 only the connection is broken: try again.
`,
  mcp: `mcp: serves tools for agents that answer questions about ads, over the Model Context Protocol on stdin and stdout

  pinterest-reports mcp                               put this command into the configuration of a client, such as Claude or Cursor
  pinterest-reports mcp --folder ads                  the folder for tables; default: .pinterest-reports in your home folder
  pinterest-reports mcp --tokens tokens.env           use the tokens in a file, as for run

Needs three packages: npm install @modelcontextprotocol/server @duckdb/node-api hyparquet-writer
Six tools: accounts, columns and check look things up; report makes a table; query reads tables with SQL; explain compares them.
Nothing is changed at Pinterest, and results never contain a token. Several servers can share a folder: no report is made twice, and a restarted
server continues. The environment variables are those of run.
Exit codes: 0 stdin ended; 2 wrong usage, or a package is missing; 129, 130, 143 stopped by a signal.
`,
  serve: `serve: runs a local Pinterest with made-up data, until ctrl-C

  pinterest-reports serve                             on a free port of 127.0.0.1
  pinterest-reports serve --port 8090 > .env          print PINTEREST_API_BASE_URL and PINTEREST_ACCESS_TOKEN as lines
  pinterest-reports serve --polls 0                   finish reports at once; default: at the second poll
  pinterest-reports serve --json                      print the address and the token as one object
  pinterest-reports serve --accounts 300              the number of ad accounts; default: 3

For tests in any language: it checks tokens and bodies, lists accounts, creates reports and delivers their files, like Pinterest.
Links expire after five minutes, reports after an hour. It keeps all requests and reports in memory until it ends.
In JavaScript, createFakeServer of pinterest-reports/testing does the same within a test, with faults.
Exit codes: 130, 143, 129 stopped by ctrl-C, SIGTERM, SIGHUP; 2 wrong usage or a port in use.
`,
  demo: `demo: shows last week's spend, impressions and clicks by campaign and day

  pinterest-reports demo                                                    for a made-up advertiser; no account needed
  PINTEREST_ACCESS_TOKEN=… pinterest-reports demo 549755885175              for your ad account, from Pinterest
  pinterest-reports demo --json                                             print all rows as JSON
  pinterest-reports demo --out report.html                                  write a page of the last 30 days, to open in a browser

Exit codes: 0 printed or written; 1 Pinterest refuses; 2 wrong usage; 4 Pinterest does not respond: try again.
`,
};
