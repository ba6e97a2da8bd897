"""A name for a file cannot climb out of its folder, nor be a device, nor be too long."""

import pytest

from tiapp.storage.file_names import safe_file_name

HOSTILE = [
    "../../etc/passwd",
    "..\\..\\windows\\system32",
    "/etc/passwd",
    "C:\\autoexec.bat",
    "C:evil",
    "\\\\server\\share",
    "//server/share",
    ".",
    "..",
    "...",
    ".hidden",
    "-rf",
    "--help",
    "CON",
    "con.txt",
    "nul",
    "LPT1",
    "com¹",
    "aux ",
    "a" * 300,
    "é" * 300,
    "🙂" * 100,
    "",
    "   ",
    "\x00",
    "a\x00b",
    "line\nbreak",
    "tab\tbed",
    "\u202eexe.nosj",
    "stream:hidden",
    "a?b*c<d>e|f",
    "$(rm -rf ~)",
    "`id`; echo %PATH%",
    "trailing. ",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_names_become_harmless_ones(words, tmp_path):
    name = safe_file_name(words, "summary")
    assert name
    assert not set(name) & set('/\\:*?"<>|.\0\n\r\t$`;%~()')
    assert name == name.strip() and not name.startswith("-")
    assert name.casefold() not in {"con", "prn", "aux", "nul", "lpt1", "com1", "com¹"}
    assert len(name) <= 61 and len(name.encode()) <= 200
    file = tmp_path / f"{name}.json"
    file.write_bytes(b"")
    assert file.resolve().parent == tmp_path.resolve()


@pytest.mark.parametrize("name", ["山田 花子", "محمد", "Zoë", "Ann-Marie O", "हिन्दी"])
def test_names_of_every_script_stay_readable(name):
    assert safe_file_name(name) == name
