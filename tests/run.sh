#!/usr/bin/env bash
# Installs what the tests need, builds, runs the tests, and ends with a count.
#   tests/run.sh            the fast tier: what every change must pass
#   tests/run.sh --nightly  all of it in the nightly sizes, with all negative controls, the fuzz
#                           targets, a short benchmark and both sanitizer builds
#   tests/run.sh --fuzz     the fuzz targets, 60 seconds each
#   tests/run.sh --asan     the GoogleTest suites under AddressSanitizer and UBSan
#   tests/run.sh --tsan     the same under ThreadSanitizer
# Exit code 0 only if nothing failed. Needs no input; talks to nobody but 127.0.0.1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mode=${1:-fast}
case "$mode" in
    fast | --nightly | --fuzz | --asan | --tsan) ;;
    *)
        sed -n '2,9s/^# *//p' "${BASH_SOURCE[0]}" >&2
        exit 2
        ;;
esac

export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
passed=0 failed=0 skipped=0
failures=()
cluster_pid= aside_pid=

end_process() {
    [ -n "$1" ] || return 0
    kill -TERM "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

end_cluster() {
    end_process "$cluster_pid"
    cluster_pid=
}

end_all() {
    end_process "$aside_pid"
    end_cluster
}
trap end_all EXIT
trap 'exit 130' INT TERM

say() { printf '\n== %s (%d s)\n' "$*" "$SECONDS"; }

count_failure() {
    failed=$((failed + $2))
    failures+=("$1")
}

# build PRESET TARGET...: everything of the preset without a target.
build() {
    local preset=$1 log=build/$1.log
    shift
    say "build $preset"
    mkdir -p build
    if ! {
        cmake --preset "$preset" && cmake --build --preset "$preset" ${1:+--target "$@"}
    } >"$log" 2>&1; then
        grep -aE 'error|FAILED|Error' "$log" | head -n 40 || true
        tail -n 40 "$log"
        echo "0 passed, 1 failed"
        exit 1
    fi
    tail -n 1 "$log"
}

# start_cluster FOLDER [SETTING...]: lines of postgresql.conf.
start_cluster() {
    local folder=$1 log=$1/cluster.log
    shift
    : >"$log"
    "$folder/skpbot_cluster" "$@" >"$log" 2>&1 </dev/null &
    cluster_pid=$!
    local end=$((SECONDS + 60))
    until grep -q '^postgresql://' "$log"; do
        if [ "$SECONDS" -ge "$end" ] || ! kill -0 "$cluster_pid" 2>/dev/null; then
            cat "$log"
            exit 1
        fi
        sleep 0.1
    done
    SKPBOT_TEST_DATABASE_URL=$(grep -m1 '^postgresql://' "$log")
    export SKPBOT_TEST_DATABASE_URL
}

# What other libraries print may stand before it on its line.
number_after() { grep -aoE "\[  $1 *\] [0-9]+" "$2" | tail -n 1 | grep -oE '[0-9]+$' || echo 0; }

# count_suite NAME LOG STATUS: adds up what one GoogleTest program printed.
count_suite() {
    local name=$1 log=$2 status=$3 good bad
    good=$(number_after PASSED "$log")
    # The brief printer gives no sum of them.
    bad=$(grep -acE '\[  FAILED  \] [A-Za-z]' "$log" || true)
    # A program that died or ran no test at all has failed, whatever it printed before.
    if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || ! grep -aq '\[==========\] [0-9]' "$log"; }; then bad=1; fi
    passed=$((passed + good))
    skipped=$((skipped + $(number_after SKIPPED "$log")))
    if [ "$bad" -gt 0 ]; then
        count_failure "$name (exit code $status)" "$bad"
        tail -n 200 "$log"
    else
        grep -aoE '\[(==========|  PASSED  |  SKIPPED )\] [0-9].*' "$log" || true
    fi
}

# suite FOLDER NAME [ARGUMENT...]: runs one GoogleTest program and adds up its count.
suite() {
    local folder=$1 name=$2 log status=0
    shift 2
    [ -x "$folder/$name" ] || return 0
    log=$folder/$name.log
    say "$name $*"
    timeout -k 10 7200 "$folder/$name" --gtest_brief=1 "$@" </dev/null >"$log" 2>&1 || status=$?
    count_suite "$name" "$log" "$status"
}

# shared_suite FOLDER NAME PARTS: the same in so many parts at once, for tests that mostly wait.
shared_suite() {
    local folder=$1 name=$2 parts=$3 part pids=()
    [ -x "$folder/$name" ] || return 0
    say "$name, in $parts parts"
    for ((part = 0; part < parts; ++part)); do
        GTEST_TOTAL_SHARDS=$parts GTEST_SHARD_INDEX=$part timeout -k 10 7200 \
            "$folder/$name" --gtest_brief=1 </dev/null >"$folder/$name.$part.log" 2>&1 &
        pids+=($!)
    done
    for ((part = 0; part < parts; ++part)); do
        local status=0
        wait "${pids[$part]}" || status=$?
        count_suite "$name" "$folder/$name.$part.log" "$status"
    done
}

count_script() {
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        count_failure "$1 (exit code $2)" 1
    fi
}

# script NAME COMMAND...: one test that is a command of its own.
script() {
    local name=$1 status=0
    shift
    say "$name"
    "$@" </dev/null || status=$?
    count_script "$name" "$status"
}

# aside LOG COMMAND...: starts a test that mostly waits, beside those that follow.
aside() {
    local log=$1
    shift
    "$@" </dev/null >"$log" 2>&1 &
    aside_pid=$!
}

# settle NAME LOG: waits for it, shows what it printed and counts it.
settle() {
    local status=0
    [ -n "$aside_pid" ] || return 0
    wait "$aside_pid" || status=$?
    aside_pid=
    say "$1"
    cat "$2"
    count_script "$1" "$status"
}

# Each of their tests makes a database and drops it: nobody pulls the plug, so the disk can be spared,
# and the memory serves instead where there is plenty.
unit_suites() {
    local name folder=${TMPDIR:-/tmp} kilobytes
    kilobytes=$(df --output=avail /dev/shm 2>/dev/null | tail -n 1) || true
    [ ! -w /dev/shm ] || [ "${kilobytes:-0}" -lt 6000000 ] || folder=/dev/shm
    TMPDIR=$folder start_cluster "$1" fsync=off
    for name in domain conversation adapters storage; do
        suite "$1" "skpbot_${name}_tests"
    done
    shared_suite "$1" skpbot_bot_tests 2
    end_cluster
}

# The same suites, with the program itself under the sanitizer too.
sanitized() {
    local preset=$1 folder=build/$1
    build "$preset" skpbot skpbot_defects skpbot_cluster \
        skpbot_{domain,conversation,adapters,storage,bot,service}_tests
    export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
    export UBSAN_OPTIONS=print_stacktrace=1
    export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
    export TSAN_OPTIONS=second_deadlock_stack=1
    unit_suites "$folder"
    start_cluster "$folder"
    SKPBOT_BINARY=$PWD/$folder/skpbot SKPBOT_DEFECTS_BINARY=$PWD/$folder/skpbot_defects \
        shared_suite "$folder" skpbot_service_tests 2
    end_cluster
}

fuzz() {
    build fuzz skpbot_fuzz
    local target
    for target in build/fuzz/fuzz_*; do
        [ -x "$target" ] || continue
        script "$(basename "$target")" "$target" -max_total_time=60 -timeout=5 -rss_limit_mb=512 \
            -verbosity=0 -print_final_stats=0
    done
}

say 'packages'
bash bot/deploy/packages.sh --tests

case "$mode" in
    --fuzz) fuzz ;;
    --asan) sanitized asan ;;
    --tsan) sanitized tsan ;;
    *)
        [ "$mode" = fast ] || export SKPBOT_TEST_SIZE=nightly
        build release
        script 'tests/layers.sh' bash tests/layers.sh
        if command -v "${SKPBOT_CHROMIUM:-chromium}" >/dev/null; then
            aside build/browser.log bash tests/browser/run.sh
        else
            echo 'tests/browser/run.sh: skipped, no Chromium here (name one with SKPBOT_CHROMIUM)'
            skipped=$((skipped + 1))
        fi
        unit_suites build/release
        start_cluster build/release
        if [ "$mode" = fast ]; then
            shared_suite build/release skpbot_service_tests 4
        else
            suite build/release skpbot_service_tests
        fi
        settle 'tests/browser/run.sh' build/browser.log
        script 'tests/peer/run.sh' bash tests/peer/run.sh
        script 'bot/demo.sh --once' bash bot/demo.sh --once
        if [ "$mode" = --nightly ]; then
            script 'tests/bench/run.sh --smoke' bash tests/bench/run.sh --smoke
            script 'tests/bench/parse.sh' bash tests/bench/parse.sh
            end_cluster
            fuzz
            unset SKPBOT_TEST_SIZE
            sanitized asan
            sanitized tsan
        fi
        ;;
esac

say 'result'
for failure in ${failures[@]+"${failures[@]}"}; do echo "FAILED: $failure"; done
[ "$skipped" -eq 0 ] || echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
