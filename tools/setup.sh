#!/bin/sh
# Prepares this checkout so that Steady can run ("run") or be tested ("test").
#
#     sh tools/setup.sh run|test
#
# Makes .venv, fills it from requirements/ with every file's hash checked, and on Debian
# and Ubuntu adds the system libraries of tools/system-packages.txt. The last thing it
# writes is a stamp, so a run that was interrupted is simply done again, and a run with
# nothing to do ends after one comparison. PYTHON=/path/to/python chooses the Python that
# a new .venv is made with.

set -eu
cd "$(dirname "$0")/.."

purpose=${1:-}
case $purpose in
run) requirements=requirements/run.txt ;;
test) requirements=requirements/dev.txt ;;
*)
    echo "Usage: sh tools/setup.sh run|test" >&2
    exit 2
    ;;
esac

python=.venv/bin/python
packages=tools/system-packages.txt
stamp=.venv/.ready-$purpose

say() { echo "Steady: $*" >&2; }
stop() {
    say "$*"
    exit 2
}

# --- Is there anything to do? -----------------------------------------------------------

# What the environment was made from: changing any of it makes it afresh. The folder
# belongs to it because the environment points back at the checkout.
inputs() {
    pwd
    cat tools/setup.sh "$packages" "$requirements"
}
already_prepared() {
    [ -x "$python" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(inputs | cksum)" ]
}
if already_prepared; then exit 0; fi

# Two of these at once would trip over each other. The lock goes with the process, so an
# interrupted one never blocks the next. Where there is no flock, nothing is locked.
if command -v flock >/dev/null 2>&1; then
    mkdir -p build
    exec 9>build/.setup-lock
    flock 9
    if already_prepared; then exit 0; fi
fi

# --- System packages (Debian and Ubuntu only) -------------------------------------------

on_debian() { command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; }

installed() { # is the package $1 there?
    case $(dpkg-query -W -f='${db:Status-Abbrev} ' "$1" 2>/dev/null) in
    *i\ *) return 0 ;;
    *) return 1 ;;
    esac
}

wanted() { # the names in the sections that this purpose needs, one "a|b" a line
    awk -v purpose="$purpose" '
        { sub(/#.*/, "") }
        /^\[/ { use = ($1 == "[always]" || (purpose == "run" && $1 == "[window]") ||
                      (purpose == "test" && $1 == "[test]")); next }
        use && NF { print $1 }
    ' "$packages"
}

missing() { # which of the wanted packages, and of "$@", are not there; as named by this release
    gone=
    for names in $(wanted) "$@"; do
        found=
        for name in $(echo "$names" | tr '|' ' '); do
            if installed "$name"; then found=yes; fi
        done
        [ -n "$found" ] || gone="$gone $names"
    done
    [ -n "$gone" ] || return 0
    # One question for all of them: each takes half a second.
    # shellcheck disable=SC2046  # a list of words, on purpose
    offered=$(apt-cache show --no-all-versions $(echo "$gone" | tr '|' ' ') 2>/dev/null |
        sed -n 's/^Package: //p')
    for names in $gone; do
        chosen=${names%%|*} # when nothing is known, the older name
        for name in $(echo "$names" | tr '|' '\n' | sort -r); do
            if echo "$offered" | grep -qxF "$name"; then chosen=$name; fi
        done
        echo "$chosen"
    done
}

# How to become root without asking for a password; "no" when there is no such way.
root_by() {
    if [ "$(id -u)" = 0 ]; then
        echo ""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        echo "sudo -n"
    else
        echo no
    fi
}

not_installed=
install() { # install the packages, or say in one line how to, and remember that
    [ $# -gt 0 ] || return 0
    by=$(root_by)
    if [ "$by" != no ]; then
        say "Installing system packages (once): $*"
        mkdir -p build
        if { $by env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
            >build/system-packages.log 2>&1 9>&-; then
            return 0
        fi
        say "That did not work; build/system-packages.log says why."
    fi
    not_installed=$*
    say "Some system packages are missing. Please run: sudo apt-get install --no-install-recommends $*"
}

update_lists() { # a bare machine has no package lists at all
    by=$(root_by)
    [ "$by" != no ] || return 0
    $by env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null 2>&1 9>&- || true
}

# --- Python -----------------------------------------------------------------------------

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if command -v "$name" >/dev/null 2>&1 && new_enough "$name"; then
            command -v "$name"
            return 0
        fi
    done
}

can_make_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

base=$(find_python)
if on_debian; then
    extra=
    if [ -z "$base" ] && [ -z "${PYTHON:-}" ]; then extra="python3 python3-venv"; fi
    if [ -n "$base" ] && [ ! -x "$python" ] && ! can_make_venv "$base"; then
        extra=$("$base" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    fi
    # shellcheck disable=SC2086  # a list of words, on purpose
    if [ -n "$(missing $extra)" ]; then
        update_lists
        install $(missing $extra)
    fi
    base=$(find_python)
fi

if [ -z "$base" ]; then
    if [ -n "$not_installed" ]; then exit 2; fi
    if [ -n "${PYTHON:-}" ]; then stop "PYTHON=$PYTHON is not a Python 3.11 or newer."; fi
    stop "Python 3.11 or newer is needed and was not found. PYTHON=/path/to/python chooses one."
fi

# --- The virtual environment ------------------------------------------------------------

rm -f "$stamp"

# One that cannot start, is too old or has no pip was interrupted, or its Python is gone.
if ! { [ -x "$python" ] && new_enough "$python" && "$python" -m pip --version >/dev/null 2>&1; }; then
    if ! can_make_venv "$base"; then
        if [ -n "$not_installed" ]; then exit 2; fi
        stop "$base cannot make virtual environments: its venv and ensurepip modules are missing."
    fi
    say "Making a virtual environment in .venv ($("$base" -V))"
    "$base" -m venv --clear .venv 9>&-
fi

say "Fetching the packages in $requirements (once, about 100 MB)"
if ! "$python" -m pip install --quiet --disable-pip-version-check --no-input \
    --only-binary :all: --require-hashes -r "$requirements" 9>&-; then
    say "The packages could not be fetched. Please check the network and run it again."
    exit 2
fi

# The checkout itself: one line that Python reads at start-up, so an edit counts at once.
pwd >"$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/tiapp-checkout.pth"

# Libraries that could not be installed may be there all the same, from elsewhere.
if [ -n "$not_installed" ]; then
    if ! "$python" - "$purpose" <<'PYTHON' 2>/dev/null; then
import ctypes, os, pathlib, sys

import PySide6.QtWidgets

if sys.argv[1] == "run" and os.environ.get("DISPLAY"):
    plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    ctypes.CDLL(str(plugins / "libqxcb.so"))
PYTHON
        stop "Qt cannot start without the system packages named above."
    fi
fi

inputs | cksum >"$stamp"
