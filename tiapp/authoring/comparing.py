"""Two versions of a pack side by side, whether folders or pack files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tiapp.authoring.pack_changes import PackChanges, pack_changes
from tiapp.authoring.pack_file import manifest_of, sound_pack
from tiapp.learning.pack_reader import read_pack


def compare(old: Path, new: Path) -> PackChanges:
    """What differs. AppError when one of the two is no sound pack."""
    with folder_of(old) as before, folder_of(new) as after:
        return pack_changes(
            read_pack(before),
            read_pack(after),
            manifest_of(before, sound_pack(before)),
            manifest_of(after, sound_pack(after)),
        )


@contextmanager
def folder_of(path: Path) -> Iterator[Path]:
    """A pack's folder, or a pack file unpacked for the moment."""
    if path.is_dir():
        yield path
        return
    # late: it reads archives, and folders need no such thing
    from tiapp.authoring.pack_opening import unpack

    with TemporaryDirectory(prefix="steady-pack-") as scratch:
        unpack(path, Path(scratch))
        yield Path(scratch)
