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
  pinterest-reports demo                             show a small report with sample data; no account needed
  pinterest-reports login                            get tokens for your app
  pinterest-reports doctor                           check the token, its accounts and this machine
  pinterest-reports accounts                         list the ad accounts that the token can access

Reports:
  pinterest-reports run 549755885175 body.json --since 7d --out report.csv
                                                     create a report, wait for it, write its rows
  pinterest-reports run --accounts ids.txt body.json --since 1d --out rows.csv
                                                     create reports for many ad accounts, in one file
  pinterest-reports sync sync.yaml                   keep report tables up to date, in a folder, DuckDB or PostgreSQL
  pinterest-reports validate body.json               check a report body before you send it
  pinterest-reports plan body.json                   split a long date range into as few requests as possible
  pinterest-reports rules                            print the rules for the ad report, as text or JSON Schema
  pinterest-reports columns --search "cost per click"
                                                     find a column by its name in Ads Manager
  pinterest-reports explain auth                     explain an error code and how to fix it
  pinterest-reports mcp                              serve tools for agents over the Model Context Protocol
  pinterest-reports serve                            run a fake Pinterest server with sample data, for tests in any language

A client in your own repository:
  pinterest-reports generate --spec openapi.yaml --out src/pinterest
                                                     write or update a client for the operations you choose
  pinterest-reports diff old.yaml openapi.yaml       list changes between two descriptions, and what they break

In a clone of the package's repository:
  pinterest-reports pull openapi.yaml                read Pinterest's description into spec/
  pinterest-reports generate                         write generated/ from spec/ and templates/

pinterest-reports <command> --help shows a command's help; --version prints the version.
Commands that print data accept --format json, or --json for short. NO_COLOR and FORCE_COLOR turn colors off and on.
Data goes to stdout, everything else to stderr. Exit codes: 0 done; 1 rejected or failed, or a check found a problem; 2 usage error or
unreadable input; 3 done, but something was left out; 4 try again later; 129, 130, 143 stopped by a signal.
`,
  pull: `pull: reads Pinterest's description, including rules in its prose, and writes spec/contract.yaml and spec/source.yaml

  pinterest-reports pull openapi.yaml
  pinterest-reports pull https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml
  pinterest-reports pull openapi.yaml --accept-proposed    accept the rules proposed for newly worded sentences
  pinterest-reports pull https://… --if-new                do nothing if spec/source.yaml already records this description
  pinterest-reports pull https://… --summary news.md       also write the text of a pull request; needs spec/contract.yaml
  pinterest-reports pull openapi.yaml --verbose            also count the sentences in each operation

Use it in a clone of the package's repository; in your own repository, use generate --spec. Reads YAML or JSON. If a sentence may state a rule
but is not understood, nothing is written. If the wording is unfamiliar, pull proposes a rule, and writes nothing until you accept it, add it
to rules.yaml, or skip the sentence.
With --summary, spec/ changes only if generate will succeed. --keep-going leaves out operations that cannot be generated. If the description is
rejected, the summary lists the decisions you need to make.
--format github prints problems as GitHub annotations, --format json as one object per line, both to stdout.
Exit codes: 0 written, or nothing is new; 1 rejected; 2 usage error, or an unreadable description; 3 with --summary: written, but with a breaking
change, or with something left out, loosened or not enforced; 4 the download failed, or another run is writing: try again.
`,
  generate: `generate: writes the client, validators and types

  pinterest-reports generate --spec openapi.yaml --out src/pinterest    from a file or a URL
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --check
                                                                        writes nothing; exits with 1 if files would change
  pinterest-reports generate --spec https://… --out src/pinterest --summary news.md
                                                                        also writes the text of a pull request
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --flows flows.yaml
                                                                        only the reports and calls you choose
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --spec-folder pinterest
                                                                        adds your own rules.yaml, docs.yaml …
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --keep-going
                                                                        leaves out operations that cannot be generated, and lists them
  --accept-proposed     accepts the rules proposed for newly worded sentences
  --strict-prose        fails if a sentence may state a rule but is not understood; prints the entry to paste
  --no-descriptions     omits the description's text from comments
  --schema              adds schema.ts with types for openapi-fetch; needs npm install openapi-typescript@7 typescript@5
  --allow-older         accepts a description that is older than the last one
  --format github       prints problems and notices as GitHub annotations; json: one object per line; both to stdout

In a clone of the package's repository:
  pinterest-reports generate                                            generated/ from spec/ and templates/
  pinterest-reports generate --check

Flags are not saved: pass them each time, for example in a package.json script. The command reads only the files you pass, and writes only to
--out and the summary. Commit src/pinterest/manifest.json, which records the description and its ETag. If nothing has changed, nothing is
written, not even the summary, and checking a URL takes a single request with an empty response.
The output starts with what broke or was lost since the last run, then lists what was left out, loosened or not enforced. If the list is too long,
its last line is a diff command that shows everything, using a model in the system's temporary folder.
Exit codes: 0 done, or nothing to do; 1 rejected: nothing was written, or --check found differences; 2 usage error, or
unreadable input; 3 an operation that you named is left out, even if nothing is new; with --summary also for a breaking change, or if something
was loosened or not enforced; 4 the download failed, or another run is writing: try again.
`,
  diff: `diff: lists the changes between two descriptions, contracts or model.json files, and how they affect users of the code

  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml
  pinterest-reports diff spec/contract.yaml https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml
  pinterest-reports diff old/model.json generated/model.json --format markdown    as a changelog
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --format json                    each change with its old and new values
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --fail-on major                  exit with 1 if something breaks
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --flows flows.yaml               compare the reports in flows.yaml, not this package's

Compares only what affects the code: renamed, moved or split schemas and reworded prose do not count as changes. A contract is read with the
flows.yaml next to it. --fail-on accepts major or minor.
Exit codes: 0 compared; 1 the changes require, or may require, the --fail-on bump; 2 usage error, or unreadable input; 4 a download failed: try again.
`,
  validate: `validate: checks a report body without sending it to Pinterest

  pinterest-reports validate body.json
  cat body.json | pinterest-reports validate -
  pinterest-reports validate body.json --today 2026-03-08    use this day as today, in UTC
  pinterest-reports validate body.json --json                print the violations as JSON
  pinterest-reports validate body.json --format github       print the violations as GitHub annotations
  pinterest-reports validate body.json --of mmm-report       check the body of another report or of a synchronous call

--of defaults to report; an unknown name prints all names. --quiet omits the number of violations.
Exit codes: 0 no errors (warnings are allowed); 1 Pinterest would reject the body; 2 usage error, or a file that is unreadable or not JSON.
`,
  plan: `plan: splits a body with a long date range into as few requests as Pinterest's rules allow, oldest days first

  pinterest-reports plan body.json
  pinterest-reports plan body.json --since 400d              choose days, as for run: --since, --last-month, --start and --end
  pinterest-reports plan body.json --json                    print the plan as JSON; "requests" contains the bodies to send
  pinterest-reports plan body.json --today 2024-06-15        use this day as today, in UTC
  pinterest-reports plan body.json --split-total             split TOTAL into several totals, whose rates and user counts you cannot add up
  pinterest-reports plan input.json --of ad-analytics        plan another report or a synchronous call
  cat body.json | pinterest-reports plan - --json | jq -c '.requests[]'

--of defaults to report. Anything dropped is printed to stderr, with the reason. Long lists of ids and statuses are also split; weeks and months
are not. --quiet omits the number of requests.
Exit codes: 0 the plan was printed; 1 the body cannot be planned, or nothing in it is allowed; 2 usage error, or a file that is unreadable or
not JSON.
`,
  run: `run: creates a report, waits for it and prints its rows, for one ad account or many

  pinterest-reports run 549755885175 body.json --out report.csv
  pinterest-reports run 549755885175 body.json --since 30d --format ndjson | head
  pinterest-reports run 549755885175 - --last-month --out report.parquet < body.json

  pinterest-reports run 549755885175 body.json --of mmm-report --out mmm.csv

body.json contains the report's level, columns, granularity and days. --of selects another kind of report, such as template-report or
mmm-report.

Days. These flags override the days in the body. Today (UTC) is not included, because it is not over.
  --since 30d                       the 30 days before today; 4w means four weeks
  --last-month                      the previous calendar month
  --start 2026-03-01 --end 2026-03-31
  --today 2026-04-02                use this day as today, for example to repeat yesterday's run
  --plan                            split a range that is too long for one report; all rows go to one output

Output. An output file appears only when it is complete.
  --out report.csv                  the output file, or - for stdout; format by extension: .csv .ndjson .jsonl .json .parquet .html
  --out report.html                 a web page with charts, totals and a sortable table, in one self-contained file
  --format csv                      the format, whatever the extension: json (default), ndjson, csv, parquet, html, table
  --no-zero-fill                    do not add the zeros that Pinterest's JSON omits; by default, all formats contain them
  --defuse-formulas                 in CSV, put ' before text that spreadsheets would treat as a formula; numbers stay as they are
Parquet needs an additional package: npm install hyparquet-writer. CSV and Parquet keep the body's column order.

Many accounts. The file has one id per line; # starts a comment; - means stdin. AD_ACCOUNT_ID becomes the first column, unless the report
already has it.
  pinterest-reports run --accounts accounts.txt body.json --since 1d --out yesterday.csv --journal yesterday.journal
A failed account does not stop the others: their rows are written, the failed accounts are listed, and the exit code is 3.
  --allow-failed 5                  exit with 0 if at most 5 accounts fail, or if only these accounts fail:
                                    --allow-failed 549755885175,549755885176. Failures are still listed, and the journal is removed.
                                    If every report fails, nothing is written, and the exit code is 1 or 4
  --summary night.json              write counts and failures as JSON, even if the run is stopped; also works for one report
  --journal FILE                    record progress: after a crash or a failure, run the same command again to continue; no report is
                                    created twice. FILE and FILE.rows are removed on success. With --since, a run on another day is a new run.
  --journal FILE --finish           remove FILE and FILE.rows after a run that you do not want to continue; sends nothing
  --recreate-unknown                create a report again if it may or may not exist
  --concurrency 20                  number of reports in progress at once, 1 to 1000

Messages. On a terminal, you see the progress of each account, then a table of totals and top campaigns. Otherwise, or if CI is set, a progress
line is printed at least every 30 s, and failures immediately.
  --quiet                           print only warnings, failures, errors and what --plan drops

Limits.
  --deadline 10m                    maximum wait for each report: 90s, 30m, 2h; at most 24h
  --give-up-after 30m               maximum duration of the whole run; unfinished reports are listed, and the others are written
  --rate-limit 300                  maximum number of calls per minute; use 1000/day for trial access

Ctrl-C, SIGTERM, SIGHUP and failures. If you run a single report, Pinterest continues to generate it. Its handle is written to a file, and a
command to resume it is printed. A second ctrl-C stops immediately.
  pinterest-reports run --resume report-549755885175-20260402T083000000Z.handle.json --out report.csv

PINTEREST_ACCESS_TOKEN    the access token; needs the ads:read scope
PINTEREST_REFRESH_TOKEN   with PINTEREST_APP_ID and PINTEREST_APP_SECRET: access tokens are fetched as needed
PINTEREST_TOKENS_FILE     or --tokens FILE: a token file from login --tokens; takes precedence over the tokens above
PINTEREST_API_BASE_URL    the base URL, for example of a proxy; default: https://api.pinterest.com/v5
PINTEREST_LOG             off, error, warn, info or debug: log requests to stderr

Exit codes: 0 all rows (or only failures that --allow-failed allows); 1 the body was rejected, or every report failed; 2 usage error (nothing was
sent); 3 some reports failed, and the rows of the others are written; 4 no rows, but the same command may succeed later: no response, a rate
limit, or a report that is not ready; 129, 130, 143 stopped by a signal.
`,
  sync: `sync: keeps report tables up to date: loads new days, and reloads days that may have changed

  pinterest-reports sync sync.yaml
  pinterest-reports sync sync.yaml --dry-run                 list the reports that would be requested; requests only the list of accounts
  pinterest-reports sync sync.yaml --json                    print what was loaded and what failed as JSON; with --dry-run, the plan

sync.yaml (or a JSON file with the same content):
  target: ads                       a folder of Parquet files, relative to this file; needs npm install hyparquet-writer.
                                    Or a DuckDB file, ads.duckdb; needs npm install @duckdb/node-api.
                                    Or postgresql://user@host/database; needs npm install pg
  tables:
    campaign_days:                  a report body without days; granularity DAY or HOUR; columns must include the level's ids
      level: CAMPAIGN
      granularity: DAY
      columns: [CAMPAIGN_ID, CAMPAIGN_NAME, SPEND_IN_DOLLAR]
  accounts: ["549755885175"]        default: all accounts that the token can access
  entities: [campaigns, keywords]   entity lists to load as tables: campaigns, ad_groups, ads (default: these three), keywords,
                                    product_groups, targeting_options
  lookback_days: 31                 number of past days to reload; by default, follows from each request's attribution windows
  since: 2026-01-01                 the first day; default: the first day that is reloaded
  backfill: never                   do not reload old days when you add a column; default: columns, which reloads them
  names: pinterest                  use column names like CAMPAIGN_ID; default: database, for names like campaign_id

Each day of an account is replaced as a whole. The target records what is loaded, so after a crash, just run the same command again.
  --since 90d                       the first day: 90 days before today; or 4w for weeks, or a date; overrides the file
  --full                            reload all days, even final ones and those that were loaded with a different body
  --only campaign_days,ads          update only these tables
  --allow-failed 5                  exit with 0 if at most 5 accounts fail; or list the accounts that may fail, as for run
  --concurrency 20, --deadline 10m, --give-up-after 30m, --rate-limit 300, --tokens FILE, --quiet
                                    as for run

A failed report is listed, keeps its old rows, and does not stop the others. Lines that begin with "backfill" count reports for days that lack
a new column. Lines that begin with "emptied" list days whose rows were removed because two reports in a row had none. The environment
variables are the same as for run; PostgreSQL also uses its own, such as PGPASSWORD.
To use a schema, write target: { postgres: { connection: "postgresql://user@host/database", schema: ads } }
or target: { duckdb: { path: ads.duckdb, schema: ads } }. For a bucket, write target: s3://bucket/prefix; credentials come from the environment.

In steps, for many processes or machines that share a PostgreSQL database:
  pinterest-reports sync sync.yaml --plan --tasks night      write night/plan.json, and one file per task in night/tasks
  pinterest-reports sync sync.yaml --plan --json             print the plan as JSON; run its "tasks" next
  pinterest-reports sync sync.yaml --task task.json          run a task and print its result as one line of JSON
  pinterest-reports sync sync.yaml --finish night/plan.json < results
                                                             finish the run: list failures, and exit like sync
  --journal FILE                    with --task: record the report, so that the next attempt does not create another one
  --recreate-unknown                with --task: create a report again if it may or may not exist
  --deadline 1m                     with --task: stop waiting after this time; the result contains a task that continues it
You can run a task any number of times. A task from an older plan changes nothing. --task exits with 0 if the task is done, 4 if the same
command may succeed later, and 1 if a retry cannot help.
Exit codes: 0 everything is loaded (or only failures that --allow-failed allows); 1 every report failed; 2 usage error (nothing was sent); 3 some
reports failed, and the others are loaded; 4 nothing is loaded, but the same command may succeed later; 129, 130, 143 stopped by a signal.
`,
  rules: `rules: prints the rules for a request, as text, JSON or JSON Schema

  pinterest-reports rules                         the rules for the ad report, as Markdown
  pinterest-reports rules --format json-schema    the whole request as JSON Schema 2020-12
  pinterest-reports rules --json                  the cross-field rules as data
  pinterest-reports rules --of ad-analytics       the rules for another report or a synchronous call

Defaults: --format markdown, --of report; an unknown name prints all names. The schema's $comment lists the rules that JSON Schema cannot express,
such as rules about days.
Exit codes: 0 printed; 2 usage error.
`,
  columns: `columns: finds ad report columns by their names in Ads Manager

  pinterest-reports columns                           all columns, with their labels and units
  pinterest-reports columns --search "cost per click" matching columns, best match first; also finds misspelled names
  pinterest-reports columns --search clicks --level KEYWORD
                                                      only columns that this level allows
  pinterest-reports columns --search spend --format json
                                                      also each column's meaning, and whether you can sum it
  pinterest-reports columns --search spend --format names
                                                      one name per line

Exit codes: 0 printed; 2 usage error, or no column matches.
`,
  explain: `explain: says what an error code or a rule means, and how to fix the problem

  pinterest-reports explain                           all codes, one per line
  pinterest-reports explain poll_timeout              what the guide says about this code
  pinterest-reports explain enum                      the rule in brackets at the end of a violation
  pinterest-reports explain poll_timeout --format json
                                                      one object for each error class with this code

Every error from the package has a code. Error messages suggest this command.
Exit codes: 0 printed; 2 usage error, such as an unknown name.
`,
  login: `login: gets an access token and a refresh token for your app, through Pinterest's authorization page

  1. Open or create your app at developers.pinterest.com. Add http://localhost:8085/ to its redirect links.
  2. Set the app's id and secret, which are on the same page:
  export PINTEREST_APP_ID=… PINTEREST_APP_SECRET=…
  3. Get the tokens, in one of two ways:
  pinterest-reports login > .env                             prints PINTEREST_ACCESS_TOKEN and PINTEREST_REFRESH_TOKEN as lines
  pinterest-reports login --tokens tokens.env                stores them in a file for run --tokens tokens.env; only its owner can read it
  4. Open the printed URL, log in as a user with access to the ad accounts, and grant the ads:read scope.

createClient() and the commands read environment variables: PINTEREST_ACCESS_TOKEN, or PINTEREST_REFRESH_TOKEN with the app's id and secret.
The access token is valid for 30 days, the refresh token for 60 days.

  pinterest-reports login --json                             prints the tokens as one object; with --tokens, the file's name
  pinterest-reports login --port 8086                        the port of the redirect link, on localhost (127.0.0.1 and ::1); default: 8085
Exit codes: 0 the tokens are stored or printed; 1 Pinterest rejected the request; 2 usage error, or the port is in use;
4 no redirect within five minutes, or Pinterest did not respond: try again; 129, 130, 143 stopped by a signal.
`,
  accounts: `accounts: lists the ad accounts that the token's user owns or can access

  pinterest-reports accounts                          a table: id, name, owner, country, currency, time zone, permissions
  pinterest-reports accounts --format csv             the same as CSV; json and ndjson contain Pinterest's objects
  pinterest-reports accounts --format ids > ids.txt   one id per line, with the name as a comment, for run --accounts
  pinterest-reports accounts --tokens tokens.env      use the tokens in a file, as for run
  pinterest-reports accounts --format csv --defuse-formulas
                                                      put ' before names that a spreadsheet would treat as formulas
  --quiet                                             print only warnings and errors

The environment variables are the same as for run.
Exit codes: 0 listed, even if there are no accounts; 1 Pinterest rejected the request; 2 usage error; 4 Pinterest did not respond: try again.
`,
  doctor: `doctor: checks the token, its accounts and this machine, and says how to fix each problem

  pinterest-reports doctor
  pinterest-reports doctor --tokens tokens.env        use the tokens in a file, as for run
  pinterest-reports doctor --format json              print a list of objects with the state, subject, message and fix
  pinterest-reports doctor --live                     also create three small reports, after asking; --yes skips the question

--live answers questions that only a real account can answer: what a report without activity contains, whether Pinterest accepts the
attribution windows 30/0/0 (click, engagement and view), and how it writes 18-digit ids. The summary contains no ids, names or tokens. Please share it in an issue.

Checks that a token is set and accepted, then its scopes, the refresh token's expiry, the roles in the ad accounts, the rate limits and the
clock. To do this, it lists the ad accounts, and fetches an access token if there is only a refresh token. Without --live, it creates no reports.
It never prints tokens. If a token file contains a refresh token, the command makes the file readable only by its owner.
States: ok, unknown, warning, broken.
Exit codes: 0 nothing is broken; 1 something is broken; 2 usage error; 4 only the connection is broken: try again.
`,
  mcp: `mcp: serves tools for agents that answer questions about ads, over the Model Context Protocol (stdin and stdout)

  pinterest-reports mcp                               add this command to the configuration of Claude, Cursor or another client
  pinterest-reports mcp --folder ads                  the folder for tables; default: .pinterest-reports in your home folder
  pinterest-reports mcp --tokens tokens.env           use the tokens in a file, as for run

Needs three packages: npm install @modelcontextprotocol/server @duckdb/node-api hyparquet-writer
Six tools: accounts, columns and check look things up; report makes a table; query reads tables with SQL; explain compares tables.
The tools change nothing on Pinterest, and results never contain tokens. Several servers can share a folder: no report is created twice, and
a restarted server continues where it left off. The environment variables are the same as for run.
Exit codes: 0 stdin ended; 2 usage error, or a package is missing; 129, 130, 143 stopped by a signal.
`,
  serve: `serve: runs a fake Pinterest server with sample data until ctrl-C

  pinterest-reports serve                             on a free port on 127.0.0.1
  pinterest-reports serve --port 8090 > .env          print PINTEREST_API_BASE_URL and PINTEREST_ACCESS_TOKEN as lines
  pinterest-reports serve --polls 0                   finish reports immediately; default: on the second poll
  pinterest-reports serve --json                      print the address and the token as one object
  pinterest-reports serve --accounts 300              the number of ad accounts; default: 3

Use it for tests in any language. Like Pinterest, it checks tokens and bodies, lists accounts, creates reports and delivers their files.
Links expire after five minutes, reports after an hour. It keeps all requests and reports in memory until it stops.
In JavaScript tests, use createFakeServer from pinterest-reports/testing instead, which can also simulate faults.
Exit codes: 130, 143, 129 stopped by ctrl-C, SIGTERM, SIGHUP; 2 usage error, or the port is in use.
`,
  demo: `demo: shows last week's spend, impressions and clicks by campaign and day

  pinterest-reports demo                                                    for a made-up advertiser; no account needed
  PINTEREST_ACCESS_TOKEN=… pinterest-reports demo 549755885175              for your ad account, from Pinterest
  pinterest-reports demo --json                                             print all rows as JSON
  pinterest-reports demo --out report.html                                  write a page with the last 30 days, to open in a browser

Exit codes: 0 printed or written; 1 Pinterest rejected the request; 2 usage error; 4 Pinterest did not respond: try again.
`,
};
