"""Writes docs/checks.md from the rules themselves: every rule has its page there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tiapp.authoring.rule_pages import page

if __name__ == "__main__":
    target = Path(__file__).parents[1] / "docs" / "checks.md"
    target.write_text(page(), encoding="utf-8")
    print(target)
