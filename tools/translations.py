"""Writes resources/i18n/tiapp_en.ts and .qm: the English plurals that Qt cannot guess.

Run it after adding a `tr()` with a count. Write "(s)" in the source for what only the plural has:
"%n part(s)" becomes "1 part" and "3 parts". A test fails when a plural is missing.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "i18n" / "tiapp_en.ts"


def _program(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def forms(source: str) -> tuple[str, str]:
    """Singular and plural of a source text."""
    return source.replace("(s)", ""), source.replace("(s)", "s")


def main() -> int:
    """Collects, fills in and compiles."""
    files = sorted(str(path) for path in (ROOT / "tiapp" / "gui").rglob("*.py"))
    TS.parent.mkdir(parents=True, exist_ok=True)
    TS.unlink(missing_ok=True)
    subprocess.run(
        [
            _program("pyside6-lupdate"),
            "-pluralonly",
            "-locations",
            "none",
            "-silent",
            "-source-language",
            "en",
            "-target-language",
            "en",
            *files,
            "-ts",
            str(TS),
        ],
        check=True,
    )
    tree = ET.parse(TS)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        source = message.findtext("source") or ""
        if message.get("numerus") != "yes" or translation is None:
            continue
        translation.attrib.pop("type", None)
        translation.text = None
        for old in list(translation):
            translation.remove(old)
        for words in forms(source):
            ET.SubElement(translation, "numerusform").text = words
    ET.indent(tree, "    ")
    tree.write(TS, encoding="utf-8", xml_declaration=True)
    subprocess.run(
        [_program("pyside6-lrelease"), "-silent", str(TS), "-qm", str(TS.with_suffix(".qm"))],
        check=True,
    )
    print(f"{TS.relative_to(ROOT)} and its .qm are written.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
