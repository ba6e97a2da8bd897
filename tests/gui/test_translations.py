"""English plurals come from a compiled file; every one in the source has to be in it."""

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

ROOT = Path(__file__).resolve().parents[2]
PLURAL = re.compile(r'\.tr\(\s*"([^"]*%n[^"]*)"')


def test_every_count_has_its_english_forms(qapp: QCoreApplication) -> None:
    words = QTranslator()
    assert words.load(str(ROOT / "resources" / "i18n" / "tiapp_en.qm"))
    found = 0
    for file in sorted((ROOT / "tiapp" / "gui").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        classes = re.findall(r"^class (\w+)", text, re.MULTILINE)
        for source in PLURAL.findall(text):
            found += 1
            forms = {words.translate(name, source, "", 1) for name in classes} - {""}
            assert forms, f"{file.name}: {source!r} (run tools/translations.py)"
            assert all("(s)" not in form for form in forms)
    assert found > 5


def test_no_text_for_people_is_an_f_string() -> None:
    """lupdate takes an f-string for literal text, which then never matches."""
    for file in sorted((ROOT / "tiapp" / "gui").rglob("*.py")):
        assert not re.search(r'\.tr\(\s*f"', file.read_text(encoding="utf-8")), file.name
