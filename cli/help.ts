type Topic = "top" | "pull" | "generate" | "follow" | "check" | "diff" | "validate" | "plan" | "run" | "rules" | "login" | "demo";

/** Text of `--help` for each command: its purpose, then examples. */
export const HELP: Readonly<Record<Topic, string>> = {
  top: `pinterest-reports: typed, validated Pinterest ad reports, from create to rows

  pinterest-reports validate body.json               what is wrong with a report body, before it is sent
  pinterest-reports plan body.json                   the fewest requests for a span of any length
  pinterest-reports run 549755885175 body.json       make the report, wait for it, print its rows
  pinterest-reports run --accounts ids.txt body.json --since 1d --out rows.csv
                                                     the same for many ad accounts, into one file
  pinterest-reports rules --format json-schema       the rules in a notation that other tools read
  pinterest-reports login                            get tokens for your app
  pinterest-reports demo                             the same against a small server in this process

  pinterest-reports pull openapi.yaml                read Pinterest's description into spec/
  pinterest-reports generate                         write generated/ from spec/ and templates/
  pinterest-reports check                            is generated/ what spec/ and templates/ give?
  pinterest-reports diff old.yaml openapi.yaml       what changed between two descriptions, and what it breaks
  pinterest-reports generate --spec openapi.yaml --out src/pinterest
                                                     pull and generate in one go, for a repository of your own
  pinterest-reports follow --spec https://… --out src/pinterest --summary news.md
                                                     the same when there is a newer description, with the text of a pull request

pinterest-reports <command> --help shows more of one; --version, which one this is.
Exit 0: fine. 1: problems or drift. 2: wrong usage. Data goes to stdout, all else to stderr.
`,
  pull: `pull: reads Pinterest's description, finds the rules in its prose, writes spec/contract.yaml and spec/source.yaml

  pinterest-reports pull openapi.yaml
  pinterest-reports pull https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml
  pinterest-reports pull openapi.yaml --accept-proposed    take the rules that are proposed for sentences in new words
  pinterest-reports pull https://… --if-new                do nothing when the description is still the one in spec/source.yaml
  pinterest-reports pull openapi.yaml --verbose            what became of the sentences of each operation, not only of all

Takes YAML or JSON. Writes nothing when a sentence binds and is not understood. For one that is only worded in a new way a rule is
proposed: it is printed, and nothing is written until it is accepted, or skipped, or a pattern knows the wording.
--format github prints problems as GitHub's annotations, --format json as an object a line, both on stdout.
`,
  generate: `generate: writes the client, validators and types

  pinterest-reports generate                                            generated/ from spec/ and templates/
  pinterest-reports generate --check                                    writes nothing; exit 1 when files would change
  pinterest-reports generate --spec openapi.yaml --out src/pinterest    from a description, into a folder of your own
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --flows flows.yaml
                                                                        other reports than this package offers
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --spec-folder pinterest
                                                                        with rules.yaml, docs.yaml … of your own, added to ours
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --no-descriptions
                                                                        without the description's words in comments
  pinterest-reports generate --spec openapi.yaml --out src/pinterest --check
  pinterest-reports generate --check --format github                    problems as GitHub's annotations; json, an object a line

  pinterest-reports generate --spec openapi.yaml --out src/pinterest --keep-going
                                                                        without the calls that cannot be made, which are named

--spec and --out go together; --flows, --spec-folder, --accept-proposed, --strict-prose and --no-descriptions need both. No other file of yours is
read, and nothing outside of --out is written. First it says what matters: rules that are lost or new, then what was left out, loosened, or read and
not enforced. A sentence that may bind and is not understood is one line, with its place and fingerprint; --strict-prose makes it an error that shows
the sentence and the rule that it seems to say, --accept-proposed takes that rule. Annotations and JSON go to stdout.
Exit 0: made. 1: refused, nothing was written, or --check found drift. 2: wrong usage. 3: written without a call that was asked for by name.
`,
  follow: `follow: takes a newer description into your repository, and says what that means for your code

  pinterest-reports follow --spec https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml --out src/pinterest
  pinterest-reports follow --spec openapi.yaml --out src/pinterest --flows flows.yaml --spec-folder pinterest
  pinterest-reports follow --spec https://… --out src/pinterest --summary news.md
                                                       the text of a pull request: what breaks, rules lost and new, what was left out
  pinterest-reports follow --spec https://… --out src/pinterest --keep-going
                                                       without the calls that cannot be made, which are named
  pinterest-reports follow --spec https://… --out src/pinterest --strict-prose
                                                       refuses a sentence that may bind and is not understood
  pinterest-reports follow --spec https://…            in a repository with spec/contract.yaml: pull and generate

Asks with the ETag that src/pinterest/follow.json has from the last run: commit that file. --flows, --spec-folder, --accept-proposed,
--no-descriptions and --format are as of generate; when one of them or the generator's version is another one, all is made anew.
The guide has a workflow to copy, under "When the description changes".
Exit 0: nothing new, or written without loss. 1: refused, nothing was written. 2: wrong usage. 3: written, and something breaks, was loosened or
left out.
`,
  check: `check: is generated/ what spec/ and templates/ give? The same as generate --check, quicker when nothing moved

  pinterest-reports check
  pinterest-reports check --format github    what differs as GitHub's annotations; json, an object a line
`,
  diff: `diff: what changed between two descriptions, contracts or model.json files, and what it means for who uses the code

  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml
  pinterest-reports diff spec/contract.yaml https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml
  pinterest-reports diff old/model.json generated/model.json --format markdown    as a changelog
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --format json                    every change with what was and what is
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --fail-on major                  exit 1 when something breaks
  pinterest-reports diff 5.20.0.yaml 5.23.0.yaml --flows flows.yaml               other reports than this package offers

Compared is what the generator understood, so that schemas may be renamed, moved or cut in parts, and prose reworded. A contract is read
with the flows.yaml that lies beside it. --fail-on takes major or minor. Exit 0: fine. 1: the step was reached. 2: wrong usage, or
what cannot be read.
`,
  validate: `validate: what is wrong with a report body, without asking Pinterest

  pinterest-reports validate body.json
  cat body.json | pinterest-reports validate -
  pinterest-reports validate body.json --today 2026-03-08    rules about age, as of that day in UTC
  pinterest-reports validate body.json --json                the violations as JSON
  pinterest-reports validate body.json --format github       the violations as GitHub's annotations

Exit 0: fine, or warnings only. 1: Pinterest would refuse it. 2: the file cannot be read or is not JSON.
`,
  plan: `plan: the fewest requests that Pinterest's rules allow for a body of any length, oldest days first

  pinterest-reports plan body.json
  pinterest-reports plan body.json --json                    the plan as JSON; what to send is under "requests"
  pinterest-reports plan body.json --today 2024-06-15        rules about age, as of that day in UTC
  pinterest-reports plan body.json --split-total             several totals instead of one; rates and users do not add up
  pinterest-reports plan input.json --of ad-analytics        of a call that is answered at once, or of another report
  cat body.json | pinterest-reports plan - --json | jq -c '.requests[]'

Without --of it is the report called report.
What had to be dropped, and why, goes to stderr. Long lists of ids and statuses are split too; weeks and months stay whole.
Exit 0: there is a plan. 1: it cannot be planned, or nothing of it can be asked for. 2: the file cannot be read or is not JSON.
`,
  run: `run: makes a report, waits for it, prints its rows; or one for each of many ad accounts

  pinterest-reports run 549755885175 body.json --out report.csv
  pinterest-reports run 549755885175 body.json --since 30d --format ndjson | head
  pinterest-reports run 549755885175 - --last-month --out report.parquet < body.json

body.json says what a report holds: level, columns, granularity, and the days, unless a flag says them.

Which days. They count instead of the body's; today, in UTC, is not among them: it is not over.
  --since 30d                       the 30 days before today; 4w for weeks
  --last-month                      the calendar month before this one
  --start 2026-03-01 --end 2026-03-31
  --today 2026-04-02                what the first two count from, such as yesterday's run once more
  --plan                            a span that is too long for one report: as many as the rules ask for, one output

Where rows go. Written beside the file and renamed when all are there: a file that is there is whole.
  --out report.csv                  a file; its ending says the format: .csv .ndjson .jsonl .json .parquet; - for stdout
  --format csv                      the format whatever the ending: json (the default), ndjson, csv, parquet
  --defuse-formulas                 in CSV, a ' before what a spreadsheet would take for a formula; numbers stay numbers
Parquet needs a package of its own: npm install hyparquet-writer. CSV and Parquet have the columns in the order of the body.

Many accounts. One id a line, # begins a comment, - for stdin. RUN_ACCOUNT_ID is the first column of every row.
  pinterest-reports run --accounts accounts.txt body.json --since 1d --out yesterday.csv --journal yesterday.journal
An account that fails does not stop the others: exit 1, the rows of the others are written, and those that failed are named.
  --journal FILE                    what is done so far: after a crash, or a failure, the same command does the rest and no report
                                    twice. FILE and FILE.rows are gone when all is well. With --since, the next day is other days.
  --recreate-unknown                asks again where a crash left it open whether there is a report
  --concurrency 20                  how many reports are under way at once, 1 to 1000

How long, how fast.
  --deadline 10m                    how long each report is waited for: 90s, 30m, 2h; at most 24h
  --give-up-after 30m               how long the whole run may take; what has not come by then is named, and the rest is written
  --rate-limit 300                  the most calls a minute, or 1000/day, which trial access has

Ctrl-C, SIGTERM, SIGHUP, or a failure. One report: its handle is written to a file, because the report goes on being made, and the command
that takes it up is printed. A second ctrl-C ends at once.
  pinterest-reports run --resume report-549755885175-20260402T083000000Z.handle.json --out report.csv

PINTEREST_ACCESS_TOKEN    the token; needs the scope ads:read
PINTEREST_REFRESH_TOKEN   with PINTEREST_APP_ID and PINTEREST_APP_SECRET instead of it: fetches access tokens by itself
PINTEREST_TOKENS_FILE     or --tokens FILE: where the newest tokens are kept, as login --tokens writes them; counts before the two
PINTEREST_API_BASE_URL    another address than https://api.pinterest.com/v5, such as a proxy

Exit 0: all rows. 1: a report failed. 2: wrong usage, nothing was sent. 129, 130, 143: stopped.
`,
  rules: `rules: the rules of a request in a notation that other tools read

  pinterest-reports rules --format json-schema    the whole request as JSON Schema 2020-12, rules as if and then
  pinterest-reports rules --format markdown       the rules in words
  pinterest-reports rules --of ad-analytics --format markdown
                                                  of another report, or of a call that is answered at once

Without --of it is the report called report. docs/rules.md lists all names.
What a notation cannot say is named in a comment: JSON Schema has no rules on days.
`,
  login: `login: gets an access token and a refresh token for your app, by the page on which access is given

  export PINTEREST_APP_ID=… PINTEREST_APP_SECRET=…
  pinterest-reports login > .env                             the tokens as lines of PINTEREST_ACCESS_TOKEN and PINTEREST_REFRESH_TOKEN
  pinterest-reports login --tokens tokens.env                keeps them there, for run --tokens tokens.env; for your account's eyes only
  pinterest-reports login --port 8085                        listens on 127.0.0.1, port 8085 unless told, for who comes back

http://localhost:8085/ must be a redirect link of the app, on its page at developers.pinterest.com. Asks for the scope ads:read.
`,
  demo: `demo: one small report from create to rows

  pinterest-reports demo                                                    against a small server in this process; no account needed
  PINTEREST_ACCESS_TOKEN=… pinterest-reports demo 549755885175              against Pinterest: last week's spend by campaign
`,
};
