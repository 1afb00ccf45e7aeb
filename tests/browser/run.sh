#!/usr/bin/env bash
# Tries the page of the simulator in Debian's Chromium against the real program, with a throw-away
# cluster and a database for each file of tests. The first run fetches its packages with npm into
# build/browser; after that no network is needed. Screenshots: build/browser/screens. Run by
# tests/run.sh; expects that build/release is built.
#   tests/browser/run.sh [FILE.test.js...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export SKPBOT_BROWSER_BUILD=$PWD/build/browser
export SKPBOT_BINARY=${SKPBOT_BINARY:-$PWD/build/release/skpbot}
export SKPBOT_CHROMIUM=${SKPBOT_CHROMIUM:-$(command -v chromium || true)}
if [ -z "$SKPBOT_CHROMIUM" ]; then
    echo "tests/browser/run.sh: no chromium; name one with SKPBOT_CHROMIUM" >&2
    exit 1
fi

install_modules() {
    local folder=$SKPBOT_BROWSER_BUILD/modules
    cmp -s tests/browser/package-lock.json "$folder/installed.json" && return
    rm -rf "$folder"
    mkdir -p "$folder"
    cp tests/browser/package.json tests/browser/package-lock.json tests/browser/.npmrc "$folder/"
    (cd "$folder" && npm ci --ignore-scripts --prefer-offline --loglevel=error)
    cp tests/browser/package-lock.json "$folder/installed.json"
}

cluster_pid=
end_cluster() {
    [ -n "$cluster_pid" ] || return 0
    kill -TERM "$cluster_pid" 2>/dev/null || true
    wait "$cluster_pid" 2>/dev/null || true
}
trap end_cluster EXIT
trap 'exit 130' INT TERM

start_cluster() {
    local log=$SKPBOT_BROWSER_BUILD/cluster.log end=$((SECONDS + 60))
    build/release/skpbot_cluster >"$log" 2>&1 </dev/null &
    cluster_pid=$!
    until grep -q '^postgresql://' "$log"; do
        if [ "$SECONDS" -ge "$end" ] || ! kill -0 "$cluster_pid" 2>/dev/null; then
            cat "$log" >&2
            exit 1
        fi
        sleep 0.1
    done
    SKPBOT_BROWSER_CLUSTER=$(grep -m1 '^postgresql://' "$log")
    export SKPBOT_BROWSER_CLUSTER SKPBOT_BROWSER_CLUSTER_PID=$cluster_pid
}

install_modules
rm -rf "$SKPBOT_BROWSER_BUILD/screens" "$SKPBOT_BROWSER_BUILD/logs"
mkdir -p "$SKPBOT_BROWSER_BUILD/screens" "$SKPBOT_BROWSER_BUILD/logs"
start_cluster

files=("$@")
[ $# -gt 0 ] || files=(tests/browser/*.test.js)
# One file after the other: they share two cores and one cluster.
status=0
for file in "${files[@]}"; do
    timeout -k 10 600 node --test --test-reporter=spec "$file" || status=1
done
exit "$status"
