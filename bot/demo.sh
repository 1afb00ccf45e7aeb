#!/usr/bin/env bash
# The first thing to run. Installs what is missing, builds, and shows the bot with sample data:
#   bot/demo.sh                  starts everything and says which address to open; Ctrl-C ends it
#   bot/demo.sh --once           plays one working day and compares it with bot/demo/transcript.txt
#   bot/demo.sh --once --record  plays it and writes that file anew
# PostgreSQL runs as a cluster of its own below .local/, on a Unix socket only; every start begins
# with a fresh database.
# shellcheck disable=SC2034  # the variables are read by bot/demo/lib.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

once=no record=no
for argument in "$@"; do
    case "$argument" in
        --once) once=yes ;;
        --record) record=yes ;;
        *)
            sed -n '2,5s/^# *//p' "${BASH_SOURCE[0]}" >&2
            exit 2
            ;;
    esac
done

clock=2026-04-27T08:00:00+07:00
token=7000000001:contoh-untuk-demo
secret=rahasia-demo-rahasia-demo-rahasia-demo

# shellcheck source=bot/demo/lib.sh
. bot/demo/lib.sh
trap end_children EXIT
trap 'exit 130' INT TERM

take_the_lock
bash bot/deploy/packages.sh
build_program
start_cluster
fresh_database

if [ "$once" = yes ]; then
    play_one_day
else
    serve_until_ctrl_c
fi
