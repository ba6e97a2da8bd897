"""Python's cyclic garbage is collected in the interface thread alone.

Left to itself Python collects in whichever thread happens to make the next object. When that is
the worker, it takes apart wrappers of widgets that Qt is deleting at the same moment in the
interface thread, and the program dies (a segmentation fault in Shiboken's `releaseWrapper`, met in
a walk through every module). Anki and calibre do the same for the same reason.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 2_000


class GarbageKeeper(QObject):
    """Switches automatic collection off, and collects from a timer what has piled up.

    The thresholds are Python's own, so that the youngest objects are looked at most often and a
    look at everything stays rare.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collects the oldest generation that is due, if any."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return


_keepers: list[GarbageKeeper] = []


def keep_one(app: QObject) -> None:
    """Makes the keeper of this program, once."""
    if not _keepers:
        _keepers.append(GarbageKeeper(app))


def leave_alone_what_is_there() -> None:
    """Takes everything that exists now out of later looks: imported modules, for the most part.

    A look at everything took 120 ms with them, which is felt.
    """
    gc.freeze()
