# The steps of bot/demo.sh. Sourced by it, in the root of the repository; not a program.
# shellcheck shell=bash disable=SC2154

local_folder=$root/.local
build=$root/build/release
children=()
socket_folder=
cluster_folder=

mkdir -p "$local_folder"

say() { printf '%s\n' "$*" >&2; }

# Runs a program in the background that ends with this script, even if the script is killed. Its
# output goes to a log; the lock is not handed on.
start_child() {
    local log=$1
    shift
    setpriv --pdeathsig TERM "$@" >>"$log" 2>&1 9>&- </dev/null &
    children+=("$!")
}

# Ends what was started, the last one first, by pid; waits until each is gone.
end_children() {
    local index
    for ((index = ${#children[@]} - 1; index >= 0; index--)); do
        kill -TERM "${children[index]}" 2>/dev/null || true
        wait "${children[index]}" 2>/dev/null || true
    done
    children=()
}

take_the_lock() {
    exec 9>"$local_folder/demo.lock"
    if ! flock -n 9; then
        say "The demo is running already in this folder."
        exit 1
    fi
}

build_program() {
    say "Building (the first time takes some minutes; log: .local/build.log) …"
    local targets=(skpbot)
    [ "$once" = yes ] && targets+=(skpbot_demo_day) || targets+=(skpbot_bot_api)
    if ! {
        cmake --preset release && cmake --build --preset release --target "${targets[@]}"
    } >"$local_folder/build.log" 2>&1 9>&-; then
        tail -n 30 "$local_folder/build.log" >&2
        exit 1
    fi
}

postgresql_programs() {
    local found
    found=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)
    dirname "$found"
}

# PostgreSQL refuses to run as root: then it runs as an unprivileged user, and every command for it
# goes through this. The pid stays the same, because setpriv replaces itself.
as_cluster_user() {
    if [ "$(id -u)" -ne 0 ]; then
        setpriv --pdeathsig INT "$@"
    else
        setpriv --reuid "$cluster_user" --regid "$(id -g "$cluster_user")" --init-groups \
            --pdeathsig INT "$@"
    fi
}

choose_cluster_folder() {
    cluster_user=$(id -un)
    if [ "$(id -u)" -eq 0 ]; then
        cluster_user=postgres
        id -u postgres >/dev/null 2>&1 || cluster_user=nobody
    fi
    cluster_folder=$local_folder/postgres
    mkdir -p "$cluster_folder"
    [ "$(id -u)" -ne 0 ] || chown "$cluster_user" "$cluster_folder"
    chmod 700 "$cluster_folder"
    # A Unix socket's path may be 107 bytes long, and the user must get to the folder.
    if [ ${#cluster_folder} -gt 80 ] || ! as_cluster_user test -w "$cluster_folder" 2>/dev/null; then
        cluster_folder=/tmp/skpbot-$(printf %s "$root" | sha256sum | cut -c1-16)
        say "PostgreSQL cannot use .local/ here; its data is in $cluster_folder."
        if [ ! -e "$cluster_folder" ]; then
            mkdir -m 700 "$cluster_folder"
            [ "$(id -u)" -ne 0 ] || chown "$cluster_user" "$cluster_folder"
        fi
        if [ -L "$cluster_folder" ] || [ "$(stat -c %U "$cluster_folder")" != "$cluster_user" ]; then
            say "$cluster_folder belongs to somebody else."
            exit 1
        fi
    fi
    socket_folder=$cluster_folder
}

# A server that outlived an earlier script: only ever the one of our own data folder.
stop_leftover_server() {
    local bin=$1
    if (cd / && as_cluster_user "$bin/pg_ctl" -D "$cluster_folder/data" status) >/dev/null 2>&1; then
        (cd / && as_cluster_user "$bin/pg_ctl" -D "$cluster_folder/data" -m fast -w stop) \
            >/dev/null 2>&1 || true
    fi
}

start_cluster() {
    local bin log
    bin=$(postgresql_programs)
    choose_cluster_folder
    log=$cluster_folder/server.log
    if [ -f "$cluster_folder/data/PG_VERSION" ] &&
        [ "$(cat "$cluster_folder/data/PG_VERSION")" = "$(basename "$(dirname "$bin")")" ]; then
        stop_leftover_server "$bin"
    else
        say "Making a PostgreSQL cluster of its own in $cluster_folder …"
        rm -rf "$cluster_folder/data"
        (cd / && as_cluster_user "$bin/initdb" -D "$cluster_folder/data" -U skpbot --auth=trust \
            --encoding=UTF8 --locale=C) >"$local_folder/initdb.log" 2>&1 ||
            { cat "$local_folder/initdb.log" >&2; exit 1; }
    fi
    programs=$bin
    launch_server "$bin" >>"$local_folder/server.log" 2>&1 9>&- </dev/null &
    children+=("$!")
    server=${#children[@]}
    wait_for "$bin/pg_isready" -q -h "$socket_folder" -p 5432 -t 1 ||
        { tail -n 20 "$local_folder/server.log" >&2; exit 1; }
    database_url=$(url_of skpbot_demo)
    psql_program=$bin/psql
}

# Ends the server as an operator would, and starts it again in its place.
restart_cluster() {
    local index=$((server - 1))
    kill -INT "${children[index]}" 2>/dev/null || true
    wait "${children[index]}" 2>/dev/null || true
    launch_server "$programs" >>"$local_folder/server.log" 2>&1 9>&- </dev/null &
    children[index]=$!
    wait_for "$programs/pg_isready" -q -h "$socket_folder" -p 5432 -t 1
}

# Replaces the subshell that runs it, so that its pid is the server's.
launch_server() {
    cd /
    local arguments=(
        --pdeathsig INT
        "$1/postgres" -D "$cluster_folder/data" -p 5432 -c listen_addresses=
        -c "unix_socket_directories=$socket_folder"
    )
    if [ "$(id -u)" -eq 0 ]; then
        exec setpriv --reuid "$cluster_user" --regid "$(id -g "$cluster_user")" --init-groups \
            "${arguments[@]}"
    fi
    exec setpriv "${arguments[@]}"
}

# Asks again and again until the command succeeds, at most 30 s.
wait_for() {
    local end=$((SECONDS + 30))
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.1
    done
}

# The address of a database of the cluster; what is special in a URL is written as %XX.
url_of() {
    local text=$socket_folder encoded='' index character
    for ((index = 0; index < ${#text}; index++)); do
        character=${text:index:1}
        case "$character" in
            [A-Za-z0-9/._-]) encoded+=$character ;;
            *) encoded+=$(printf %s "$character" | od -An -tx1 | tr -d '\n' | tr ' ' %) ;;
        esac
    done
    printf 'postgresql://skpbot@/%s?host=%s&port=5432' "$1" "$encoded"
}

fresh_database() {
    "$psql_program" -qX "$(url_of postgres)" -c 'DROP DATABASE IF EXISTS skpbot_demo WITH (FORCE)' \
        -c 'CREATE DATABASE skpbot_demo' >/dev/null 2>&1
    export SKPBOT_DATABASE_URL=$database_url
    export SKPBOT_TELEGRAM_TOKEN=$token SKPBOT_TELEGRAM_SECRET=$secret
    export SKPBOT_EVIDENCE_DIR=$local_folder/evidence
    mkdir -p "$SKPBOT_EVIDENCE_DIR"
    "$build/skpbot" migrate >"$local_folder/migrate.log" 2>&1 ||
        { cat "$local_folder/migrate.log" >&2; exit 1; }
    "$build/skpbot" import bot/demo >"$local_folder/import.log" 2>&1 ||
        { cat "$local_folder/import.log" >&2; exit 1; }
}

# Receipt codes are drawn by chance.
without_codes() { sed -E 's/R-[2-9A-HJKMNP-Z]{6}/R-######/g'; }

play_one_day() {
    local played=$local_folder/transcript.txt
    if ! "$build/skpbot_demo_day" "$build/skpbot" "$clock" >"$played.raw" 9>&-; then
        cat "$played.raw"
        say "The day could not be played to its end."
        exit 1
    fi
    without_codes <"$played.raw" >"$played"
    cat "$played"
    if [ "$record" = yes ]; then
        cp "$played" bot/demo/transcript.txt
        say "Written: bot/demo/transcript.txt"
        return
    fi
    if ! diff -u --label expected --label played bot/demo/transcript.txt "$played" \
        >"$local_folder/transcript.diff"; then
        say "The day went differently. The first differing lines:"
        head -n 40 "$local_folder/transcript.diff" >&2
        exit 1
    fi
    say "The day went as bot/demo/transcript.txt says."
}

http_status_is_200() (
    exec 8<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&8
    IFS= read -r -t 5 line <&8 || true
    [[ $line == *" 200 "* ]]
)

is_port_taken() { (exec 8<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

serve_until_ctrl_c() {
    local port=8080
    while is_port_taken "$port"; do port=$((port + 1)); done
    : >"$local_folder/bot_api.log"
    start_child "$local_folder/bot_api.log" "$build/skpbot_bot_api" "$token"
    wait_for grep -q '^http' "$local_folder/bot_api.log" ||
        { cat "$local_folder/bot_api.log" >&2; exit 1; }
    SKPBOT_TELEGRAM_API=$(head -n 1 "$local_folder/bot_api.log")
    export SKPBOT_TELEGRAM_API SKPBOT_LISTEN=127.0.0.1:$port
    : >"$local_folder/skpbot.log"
    requests=$local_folder/requests
    : >"$requests"
    start_service "$port"
    say ""
    say "Open http://127.0.0.1:$port/simulator (log: .local/skpbot.log). Ctrl-C ends everything."
    while true; do
        watch_service "$port"
        answer_requests
        sleep 0.2
    done
}

start_service() {
    start_child "$local_folder/skpbot.log" "$build/skpbot" serve --demo --clock "$clock" \
        --requests "$requests"
    service=${children[-1]}
    wait_for ready_or_gone "$1" "$service"
    if ! kill -0 "$service" 2>/dev/null || ! http_status_is_200 "$1" /readyz 2>/dev/null; then
        tail -n 20 "$local_folder/skpbot.log" >&2
        exit 1
    fi
}

# The fault panel may have the service killed: then it starts again. Any other end is the end.
watch_service() {
    ! kill -0 "$service" 2>/dev/null || return 0
    local status=0
    { wait "$service" || status=$?; } 2>/dev/null
    unset 'children[-1]'
    if [ "$status" -ne 137 ]; then
        say "The service has ended (code $status)."
        exit 1
    fi
    say "The service was killed; it starts again."
    start_service "$1"
}

# What the page asks for and the service cannot do itself.
answer_requests() {
    [ -s "$requests" ] || return 0
    : >"$requests"
    say "PostgreSQL is restarted."
    restart_cluster
}

ready_or_gone() {
    ! kill -0 "$2" 2>/dev/null || http_status_is_200 "$1" /readyz
}
