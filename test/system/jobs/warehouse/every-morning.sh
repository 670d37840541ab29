# Loads what is new, and reads again what may have changed. After a crash the same command continues.
pinterest-reports sync sync.yaml "$@"
