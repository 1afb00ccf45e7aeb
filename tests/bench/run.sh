#!/usr/bin/env bash
# Measures the program on this machine and prints a Markdown table: durable turns per second, times to
# the 200, CPU time, memory, and in the same run what PostgreSQL alone does (pgbench).
#   tests/bench/run.sh [OPTION...]   options of skpbot_bench (--help)
#   tests/bench/run.sh --smoke       a short form that only shows that it works
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

arguments=("$@")
if [ "${1:-}" = --smoke ]; then
    arguments=(--chats 500 --turns 5000 --rate 300 --seconds 3)
fi
mkdir -p build
if ! {
    cmake --preset release && cmake --build --preset release --target skpbot skpbot_bench
} >build/bench.log 2>&1; then
    tail -n 40 build/bench.log
    exit 1
fi
echo "$(nproc) cores, $(uname -sr), load before: $(cut -d' ' -f1-3 /proc/loadavg)"
echo
exec build/release/skpbot_bench ${arguments[@]+"${arguments[@]}"}
