"""A PostgreSQL server of the tests' own: private, on a socket in a temporary folder, no network.

PostgreSQL refuses to run as root, so that a machine that runs the tests as root (a container, say)
starts it under the account that comes with the package.
"""

import glob
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

PATIENCE = 90


class CannotStart(Exception):
    """There is no server to be had here; the message says why."""


class Server:
    """A running server. `url(database)` is where a new, empty database of it is."""

    def __init__(self) -> None:
        """Make a cluster and start it. CannotStart where that is not possible."""
        self._programs = _programs()
        self._account = _account()
        self.folder = Path(tempfile.mkdtemp(prefix="steady-pg-", dir="/tmp"))
        if self._account is not None:
            os.chown(self.folder, self._account.pw_uid, self._account.pw_gid)
        try:
            self._run(
                "initdb", "-D", self._data, "-U", "steady", "-A", "trust", "-E", "UTF8",
                "--no-sync", "--locale=C.UTF-8",
            )  # fmt: skip
            # fsync off: nothing here outlives the tests
            options = f"-k {self.folder} -c listen_addresses= -c fsync=off"
            log = str(self.folder / "log")
            self._run("pg_ctl", "-D", self._data, "-w", "-l", log, "-o", options, "start")
        except CannotStart:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        self._made = 0

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def url(self) -> str:
        """The address of a new, empty database."""
        import psycopg

        self._made += 1
        name = f"team{self._made}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._address(name)

    def stop(self) -> None:
        """End it and take its files away."""
        self._run("pg_ctl", "-D", self._data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _address(self, database: str) -> str:
        return f"postgresql://steady@/{database}?host={self.folder}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        as_whom = {} if self._account is None else {
            "user": self._account.pw_uid,
            "group": self._account.pw_gid,
            "extra_groups": [],
        }  # fmt: skip
        try:
            done = subprocess.run(
                command,
                cwd=self.folder,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                stdin=subprocess.DEVNULL,
                **as_whom,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise CannotStart(f"{program} could not be started: {error}") from error
        if done.returncode:
            raise CannotStart(f"{program} said: {(done.stderr or done.stdout).strip()[-300:]}")


def _programs() -> Path:
    """Where the server's programs are: Debian keeps them out of the path."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=_release)
    if found:
        return Path(found[-1]).parent
    beside = shutil.which("initdb")
    if beside is None:
        raise CannotStart("PostgreSQL is not installed (Debian package postgresql)")
    return Path(os.path.realpath(beside)).parent


def _release(path: str) -> float:
    return float(path.split("/")[4])


def _account() -> "pwd.struct_passwd | None":
    """None for whoever runs the tests, or an account without rights when that is root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise CannotStart("PostgreSQL does not run as root, and there is no other account to use")
