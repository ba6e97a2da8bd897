"""The least for summaries: csv.writer, bare XlsxWriter, and a loop that only verifies.

python -m benchmarks.floors.summaries csv ROWS.db OUT
"""

import base64
import csv
import json
import sqlite3
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

SIGNED_AS = b"tiapp-completion-v1\n"


def write_csv(rows: Path, out: Path) -> None:
    """A cursor's rows, as they come."""
    connection = sqlite3.connect(rows)
    with out.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows(connection.execute("SELECT * FROM row"))
    connection.close()


def write_xlsx(rows: Path, out: Path) -> None:
    """The same in XlsxWriter's constant-memory mode."""
    import xlsxwriter

    connection = sqlite3.connect(rows)
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(connection.execute("SELECT * FROM row")):
        sheet.write_row(number, 0, row)
    book.close()
    connection.close()


def verify(folder: Path) -> int:
    """Reads each file and verifies its signature; nothing else of it is looked at."""
    good = 0
    for file in sorted(folder.glob("*.json")):
        data = file.read_bytes()
        begin, end = data.index(b'"payload":') + 10, data.rindex(b',"signature":')
        signature = json.loads(data[end + 13 : -2])
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(signature["key"]))
        key.verify(base64.b64decode(signature["value"]), SIGNED_AS + data[begin:end])
        good += 1
    return good


if __name__ == "__main__":
    from benchmarks.measured import measured

    _, form, rows_file, out_file = sys.argv
    write = {"csv": write_csv, "xlsx": write_xlsx}[form]
    measured(lambda: write(Path(rows_file), Path(out_file)))
