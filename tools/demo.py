"""`make demo`: Steady on a throwaway folder with sample data. Nothing of yours is touched."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from demo_data import fill
from demo_room import PASSPHRASE

from tiapp.__main__ import main as tiapp


def main(arguments: list[str]) -> int:
    """Makes the folder, opens the window on it, and removes the folder afterwards."""
    with tempfile.TemporaryDirectory(prefix="steady-demo-") as folder:
        fill(Path(folder))
        print(f"Isla's private room opens with: {PASSPHRASE}")
        print(f"Sample data in {folder}; it is removed when the window is closed.")
        sys.argv = ["tiapp", "--data", folder, "--person", "Isla", *arguments]
        return tiapp()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
