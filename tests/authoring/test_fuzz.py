"""Whatever becomes of a module's text, reading and checking it end soon, with findings.

The short form runs with the other tests; `make torture` runs ten thousand.
"""

import random
import time
from pathlib import Path

import pytest

from tests.authoring.packs import MODULE, SCENARIO, TODAY, pack_with, with_text
from tiapp.authoring.check import check
from tiapp.authoring.outline import outline
from tiapp.learning.module_reader import read_module

SECONDS = 2.0
SHIPPED = sorted((Path(__file__).parents[2] / "content").glob("*/modules/*/module.md"))
SEEDS = [with_text(SCENARIO), MODULE, *(path.read_text("utf-8") for path in SHIPPED)]

PIECES = [
    "///", "////", "/////", "+++", "## A {#a}", "### ", "#### ", "    id: a", "    next: a",
    "- [x] ", "- [ ] ", "    > ", "> ", "|", "|---|---|", "[", "]", "](#a)", "![a](b.png)", "<b>",
    "**", "*", "_", "`", "\\", "&amp;", "\n", "\n\n", "    ", "\t", "{#", "}", "id = ",
    "[[sources]]", "'''", '"""', "\x00", "\u202e", "\ufeff", "\u2028", "\ud7ff", "\r",
    "é" * 300, "[" * 199, "a." * 150, "suicide", "addict", "ACRONYM", "organize", "1999-99-99",
    "9" * 400, "(((((" * 40, "“" * 200, "“a " * 80, "’" * 80, "Mr. " * 60, "A&" * 120, "-" * 300,
    "word-" * 90,
]  # fmt: skip


def spoil(text: str, chance: random.Random) -> bytes:
    """The text with up to eight things done to it that no author would do."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        piece = chance.choice(PIECES)
        match chance.randrange(8):
            case 0:
                text = text[:at] + text[at + chance.randint(1, 400) :]
            case 1 | 2:
                text = text[:at] + piece + text[at:]
            case 3:
                text = text[:at] + piece * chance.choice((2, 20, 300)) + text[at:]
            case 4:
                text = text[:at] + text[at : at + chance.randint(1, 2000)] * 3 + text[at:]
            case 5:
                lines = text.split("\n")
                a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[a], lines[b] = lines[b], lines[a]
                text = "\n".join(lines)
            case 6:
                text = text.replace(piece, chance.choice(PIECES))
            case _:
                text = text[at:] + text[:at] if chance.random() < 0.2 else text[: at + 800]
        text = text[: 600 * 1024]
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.randbytes(chance.randint(1, 40)) + data[at:]
    return data


@pytest.mark.torture
def test_a_spoiled_module_ends_in_a_clean_result_or_in_clear_findings(tmp_path, rounds):
    pack = pack_with(tmp_path / "pack")
    file = next(pack.glob("modules/*/module.md"))
    outside = {path for path in tmp_path.rglob("*") if path != file}
    slowest = 0.0
    opened = 0
    for seed in range(rounds(120, 10_000)):
        chance = random.Random(seed)
        file.write_bytes(spoil(chance.choice(SEEDS), chance))
        begun = time.process_time()
        report = check(pack, TODAY)
        reading = read_module(file, "a-pack", pack)
        if reading.module is not None:
            opened += 1
            outline(reading.module)
        took = time.process_time() - begun
        slowest = max(slowest, took)
        assert took < SECONDS, f"seed {seed} took {took:.1f} s"
        for finding in report.findings:
            said = f"{finding.what}{finding.mend}{finding.words}"
            assert finding.what and finding.mend, seed
            assert finding.line >= 0, seed
            assert said.isprintable(), f"seed {seed}: {said!r}"
            assert "could not be read (" not in finding.what, f"seed {seed}: {finding.what}"
            assert "could not be followed" not in finding.what, f"seed {seed}: {finding.what}"
        unread = any(finding.code == "does-not-read" for finding in report.findings)
        assert unread == (reading.module is None), seed
    assert opened > 0
    assert {path for path in tmp_path.rglob("*") if path != file} == outside


@pytest.mark.torture
def test_a_spoiled_pack_file_ends_in_clear_findings(tmp_path, rounds):
    names = ("pack.toml", "glossary.toml", "support.toml", "prompts.toml", "exercises.toml")
    shipped = Path(__file__).parents[2] / "content" / "steady"
    pack = pack_with(tmp_path / "pack")
    for seed in range(rounds(60, 2_000)):
        chance = random.Random(seed)
        name = chance.choice(names)
        whole = (shipped / name).read_text("utf-8")
        (pack / name).write_bytes(spoil(whole, chance))
        begun = time.process_time()
        report = check(pack, TODAY)
        assert time.process_time() - begun < SECONDS, seed
        for finding in report.findings:
            said = f"{finding.what}{finding.mend}"
            assert said.isprintable(), f"seed {seed}: {said!r}"
            assert "could not be read (" not in finding.what, f"seed {seed}: {finding.what}"
            assert "could not be followed" not in finding.what, f"seed {seed}: {finding.what}"
        (pack / name).write_text(whole, "utf-8")
