#!/usr/bin/env bash
# Plays one working day against telegram-test-api, a Bot API server that nobody here wrote, once with
# the webhook and once with long polling. The first run fetches its packages with npm into build/peer;
# after that no network is needed. Run by tests/run.sh; expects that build/release is built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

modules=build/peer
if ! cmp -s tests/peer/package-lock.json "$modules/installed.json"; then
    rm -rf "$modules"
    mkdir -p "$modules"
    cp tests/peer/package.json tests/peer/package-lock.json tests/peer/.npmrc "$modules/"
    (cd "$modules" && npm ci --ignore-scripts --prefer-offline --loglevel=error)
    cp tests/peer/package-lock.json "$modules/installed.json"
fi

NODE_PATH=$PWD/$modules/node_modules exec build/release/skpbot_peer_tests --gtest_brief=1 "$@"
