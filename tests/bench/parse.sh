#!/usr/bin/env bash
# Reading one message takes less than 50 microseconds, in the median of every kind of message.
#   tests/bench/parse.sh [BINARY]   default: build/release/tests/skpbot_parse_benchmark
# Exit code 0 only if all are below; the longest possible message is shown, not judged.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

binary=${1:-$(find build/release -name skpbot_parse_benchmark -type f | head -n 1)}
[ -x "$binary" ] || { echo "no such program: $binary" >&2; exit 2; }

"$binary" --benchmark_repetitions=5 --benchmark_report_aggregates_only=true \
    --benchmark_min_time=0.1 --benchmark_format=csv 2>/dev/null </dev/null |
    awk -F, '
        /_median"/ {
            name = $1
            gsub(/"/, "", name)
            # real time, in nanoseconds
            printf "%-34s %8.1f us\n", name, $3 / 1000
            if (name ~ /longest/) next
            seen++
            if ($3 > 50000) slow++
        }
        END { exit seen < 8 || slow > 0 }'
