"""What the parts of Reflect share: the journal, the entry that is open, and where it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.run import Runner
from tiapp.gui.private.reflect_autosave import Autosave
from tiapp.gui.private.reflect_entry import EntryView
from tiapp.gui.private.reflect_panes import Panes
from tiapp.private.journal import Journal
from tiapp.private.journal_model import Entry


@dataclass(frozen=True, slots=True)
class AtHand:
    """Each part of the page does one thing with these; none knows another part.

    `entry()` is the entry that is open, if one is. Only the page changes which.
    """

    journal: Journal
    worker: Runner
    hub: Hub
    now: Callable[[], datetime]
    autosave: Autosave
    view: EntryView
    panes: Panes
    entry: Callable[[], Entry | None]
