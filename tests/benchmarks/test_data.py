"""The generated pack: the same everywhere, and a pack like any other."""

import random
from pathlib import Path

from benchmarks.data import PARTS, WORDS, checksum, module_text, words_of, write_pack
from tiapp.learning.library import Library

SEED = 7


def test_the_same_seed_makes_the_same_pack(tmp_path: Path):
    write_pack(tmp_path / "a", 2, SEED)
    write_pack(tmp_path / "b", 2, SEED)
    assert checksum(tmp_path / "a") == checksum(tmp_path / "b")


def test_another_seed_makes_another_pack():
    assert module_text(1, random.Random(1)) != module_text(1, random.Random(2))


def test_the_program_reads_it_without_a_problem(tmp_path: Path):
    write_pack(tmp_path / "pack", 1, SEED)
    library = Library([tmp_path], None)
    assert library.problems() == ()
    module = library.module("generated-1")
    assert len(module.parts) == PARTS
    for part in module.parts:
        assert 0.8 * WORDS < words_of(part.blocks) < 1.3 * WORDS
