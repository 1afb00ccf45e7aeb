#!/usr/bin/env bash
# Installs the Debian packages that building and running skpbot needs; with --tests also those of
# the tests. For Debian 12, Debian 13 and Ubuntu 24.04, as root or with sudo. Asks dpkg first: if
# nothing is missing, neither apt nor the network is touched. Never starts or changes a PostgreSQL
# cluster of the system.
set -euo pipefail

with_tests=no
case "${1:-}" in
    '') ;;
    --tests) with_tests=yes ;;
    *)
        echo "usage: packages.sh [--tests]" >&2
        exit 2
        ;;
esac

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Debian 12 has Boost 1.74 under the plain names, without Boost.JSON.
boost_packages() {
    # shellcheck source=/dev/null
    case "$(. /etc/os-release && echo "${ID:-}${VERSION_ID:-}")" in
        debian12) echo libboost1.81-dev libboost-json1.81-dev ;;
        *) echo libboost-dev libboost-json-dev ;;
    esac
}

is_debian() {
    # shellcheck source=/dev/null
    [ "$(. /etc/os-release && echo "${ID:-}")" = debian ]
}

has_postgresql_server() {
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

wanted=(
    g++ cmake ninja-build ccache pkg-config git ca-certificates
    libpqxx-dev libspdlog-dev libfmt-dev libssl-dev libcli11-dev libtomlplusplus-dev
    prometheus-cpp-dev
)
# shellcheck disable=SC2207
wanted+=($(boost_packages))
if [ "$with_tests" = yes ]; then
    wanted+=(
        libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev
        clang libclang-rt-dev strace nginx-light
    )
    # Ubuntu has Chromium only as a snap, which does not run everywhere.
    if is_debian && ! command -v "${SKPBOT_CHROMIUM:-chromium}" >/dev/null; then
        wanted+=(chromium)
    fi
fi

missing=()
for package in "${wanted[@]}"; do
    is_installed "$package" || missing+=("$package")
done
# Node also comes from elsewhere than Debian; Debian's npm would then not go with it.
if [ "$with_tests" = yes ] && ! { command -v node && command -v npm; } >/dev/null; then
    missing+=(nodejs npm)
fi
server_missing=no
has_postgresql_server || server_missing=yes

if [ ${#missing[@]} -eq 0 ] && [ "$server_missing" = no ]; then
    exit 0
fi

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    [ "$server_missing" = no ] || missing+=(postgresql)
    echo "packages.sh: these packages are missing, and there is neither root nor sudo:" >&2
    echo "  apt-get install ${missing[*]}" >&2
    exit 1
fi

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "$@"
}

# A service that a package brings is not ours to start: the tests start their own copies.
without_starting() {
    local policy=/usr/sbin/policy-rc.d status=0
    if [ -e "$policy" ]; then
        "$@"
        return
    fi
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
    "$@" || status=$?
    as_root rm -f "$policy"
    return "$status"
}

# The server package would make a cluster "main" and start it; that is not ours to have. The line is
# taken out again afterwards, so that the machine is set up as before.
install_postgresql_server() {
    local file=/etc/postgresql-common/createcluster.conf
    local line='create_main_cluster = false # skpbot packages.sh'
    apt_install postgresql-common
    echo "$line" | as_root tee -a "$file" >/dev/null
    local status=0
    apt_install postgresql || status=$?
    as_root sed -i "/# skpbot packages.sh\$/d" "$file"
    return "$status"
}

as_root apt-get update -q
[ ${#missing[@]} -eq 0 ] || without_starting apt_install "${missing[@]}"
[ "$server_missing" = no ] || install_postgresql_server
