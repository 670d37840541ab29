# A morning at the command line: what is wrong, which accounts there are, one report, and a long one.
set -e
pinterest-reports doctor
pinterest-reports accounts --format ids > accounts.txt
account=$(head -n 1 accounts.txt | cut -d ' ' -f 1)
pinterest-reports validate typo.json || echo "exit $?"
pinterest-reports run "$account" body.json --since 7d --out week.csv
pinterest-reports plan body.json --since 400d
pinterest-reports run "$account" body.json --since 400d --plan --out year.ndjson --quiet
