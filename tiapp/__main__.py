"""`python -m tiapp` and the `tiapp` command start here."""

import os
import sys


def main() -> int:
    """Run the command line and return its exit code."""
    # before anything else: whatever is made from here on is for this account's eyes only
    os.umask(0o077)
    try:
        from tiapp.cli import run
    except KeyboardInterrupt:
        return 130
    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
