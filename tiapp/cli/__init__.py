"""The command line: opens the window, or answers without one. Qt is never imported for an answer.

A file a command: `add` makes it known to the parser and names the function that does it, which
takes the arguments and the folders and returns the exit code. What is heavy is imported there.

Exit codes: 0 done; 1 done, and something in what was looked at needs attention (only where a
command says so); 2 anything that went wrong, wrong usage included; 130 stopped with Ctrl+C. What
went wrong stands on stderr, on one line, with what to do next.
"""

from tiapp.cli.main import run

__all__ = ["run"]
