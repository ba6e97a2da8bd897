"""Something to write into a vault and to find again, through the bare tables."""

from sqlalchemy import text

from tiapp.private.room import Room


def write(room: Room, *words: str) -> None:
    """Each word in a transaction of its own."""
    for word in words:
        with room.sessions() as session:
            place = session.execute(
                text("SELECT coalesce(max(place), 0) + 1 FROM reminder_text")
            ).scalar_one()
            session.execute(
                text("INSERT INTO reminder_text (place, words) VALUES (:place, :words)"),
                {"place": place, "words": word},
            )


def read(room: Room) -> list[str]:
    """All of them, in order."""
    with room.sessions.reading() as session:
        rows = session.execute(text("SELECT words FROM reminder_text ORDER BY place"))
        return [str(words) for (words,) in rows]
