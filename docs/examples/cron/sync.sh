#!/bin/sh
# Run this with cron every morning. You can safely run it again at any time: nothing is loaded twice.
cd "$(dirname "$0")" || exit 2
night=nights/$(date -u +%F)
mkdir -p nights

[ -e "$night" ] || pinterest-reports sync sync.yaml --quiet --plan --tasks "$night" || exit
mkdir -p "$night/never"
for wait in 60 300 900 1800 0; do
  # Exit code 0: remove the task. 1: a retry cannot help, so move the task to never/. Other codes, such as after a kill: run it again.
  find "$night/tasks" -name '*.json' | xargs -P 8 -I {} sh -c '
    pinterest-reports sync sync.yaml --quiet --task {} --journal {}.journal --recreate-unknown >> '"$night"'/results
    case $? in 0) rm -f {} {}.journal ;; 1) mv {} '"$night"'/never ;; esac'
  pinterest-reports sync sync.yaml --finish "$night/plan.json" < "$night/results"
  code=$?
  [ -n "$(find "$night/tasks" -name '*.json')" ] || break
  sleep "${WAIT:-$wait}"
done
exit $code
