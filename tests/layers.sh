#!/usr/bin/env bash
# Fails on what ARCHITECTURE.md section 2 and STYLE.md section 1 forbid between the folders: includes,
# libpqxx outside storage, SQL outside storage, coroutines outside the HTTP server and its session.
# Prints one line per rule that is broken and ends with a count. With a folder as argument it looks
# there instead of in the repository (its own tests do that).
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/..}"

passed=0
failed=0

sources() {
    local folder
    for folder in "$@"; do
        [ ! -d "$folder" ] || find "$folder" -type f \( -name '*.cpp' -o -name '*.hpp' \)
    done
}

# check WHAT PATTERN FILES: no line of the files may match.
check() {
    local what=$1 pattern=$2 files=$3 found
    found=$([ -z "$files" ] || tr '\n' '\0' <<<"${files%$'\n'}" | xargs -0 grep -nHE "$pattern" || true)
    if [ -n "$found" ]; then
        failed=$((failed + 1))
        printf 'layers: %s\n%s\n' "$what" "$found"
    else
        passed=$((passed + 1))
    fi
}

include='^[[:space:]]*#[[:space:]]*include[[:space:]]*'

check 'domain knows the standard library, fmt and itself only' \
    "$include(\"(storage|adapters|bot|tests)/|<(boost|pqxx|spdlog|openssl|CLI|toml|prometheus|libpq))" \
    "$(sources domain)"
check 'domain has no clock, thread, socket, file or log' \
    "$include<(thread|mutex|fstream|iostream|filesystem|future|sys/|netinet/|unistd)|system_clock::now|steady_clock::now" \
    "$(sources domain)"
check 'storage knows domain and itself only' \
    "$include(\"(adapters|bot|tests)/|<(boost|spdlog|CLI|toml|prometheus))" "$(sources storage)"
check 'adapters know domain and themselves only' \
    "$include(\"(storage|bot|tests)/|<(pqxx|spdlog|CLI|toml|prometheus))" "$(sources adapters)"
check 'the conversation knows domain and itself only' \
    "$include(\"(storage|adapters|tests|bot/(actions|notices|service|cli))/|<(pqxx|spdlog|CLI|toml|prometheus|openssl|boost/(asio|beast)))" \
    "$(sources bot/conversation)"
check 'the program does not know its tests' "$include\"tests/" "$(sources domain storage adapters bot)"
check 'libpqxx stands in storage only' \
    "$include<pqxx|pqxx::" "$(sources domain adapters bot)"
check 'SQL stands in storage/queries and storage/migrations only' \
    '"[^"]*\b(SELECT |INSERT INTO |UPDATE [a-z_]+ SET |DELETE FROM )' \
    "$(sources domain adapters bot)"
check 'coroutines stand in the HTTP server and its session only' \
    '\bco_(await|return|yield)\b' \
    "$(sources domain storage adapters bot | grep -vE '^bot/service/http_(server|session)\.cpp$' || true)"
check 'only bot logs' 'spdlog' "$(sources domain storage adapters)"
check 'names of a whole namespace are not taken over' \
    '^[[:space:]]*using namespace' "$(sources domain storage adapters bot)"

echo "layers: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
