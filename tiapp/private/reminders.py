"""The words that a person gave their reminders. When reminders come is in their settings."""

from collections.abc import Sequence
from datetime import date

from tiapp.core.clock import Clock
from tiapp.private.sessions import Sessions
from tiapp.private.store import plan as store

MOST_TEXTS = 10
LONGEST = 200


class ReminderTexts:
    """Made by Room. Every method may raise AppError, and then nothing has changed."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def texts(self) -> tuple[str, ...]:
        """All of them, in the person's order; empty when they gave none."""
        with self._sessions.reading() as session:
            return store.texts(session)

    def keep(self, texts: Sequence[str]) -> tuple[str, ...]:
        """These in the place of those before. Empty ones are left out; what is kept comes back."""
        kept = [" ".join(text.split())[:LONGEST] for text in texts]
        kept = [text for text in kept if text][:MOST_TEXTS]
        with self._sessions() as session:
            store.keep_texts(session, kept)
        return tuple(kept)

    def for_today(self) -> str:
        """The words for today: they take turns, a day each. Empty when there are none."""
        return text_of_the_day(self.texts(), self._clock.today())


def text_of_the_day(texts: Sequence[str], today: date) -> str:
    """One of the texts, the same all day."""
    return texts[today.toordinal() % len(texts)] if texts else ""
