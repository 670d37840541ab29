# Yesterday of all accounts as one Parquet file. After a crash the same command continues.
set -e
pinterest-reports accounts --format ids > accounts.txt
pinterest-reports run --accounts accounts.txt nightly.json --since 1d --out yesterday.parquet \
  --journal night.journal --recreate-unknown --allow-failed 10 --summary night.json "$@"
