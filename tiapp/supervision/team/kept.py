"""Answers that are worked out once and kept, until anything in the store changes."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, delete, select

from tiapp.core.errors import AppError
from tiapp.supervision.team.store import TeamStore, insert_new, turn_number
from tiapp.supervision.team.tables import KeptRow

_Answer = TypeVar("_Answer")


def ask(
    store: TeamStore,
    question: tuple[Any, ...],
    kind: type[_Answer],
    work_out: Callable[[Connection], _Answer],
) -> _Answer:
    """The answer to `question`, which names everything that it depends on but the store itself.

    Both the answer and the turn that it is true of come from the same moment, so that a change by
    somebody else in between can't make an old answer look new.
    """
    name = msgspec.json.encode(question).decode()
    with store.reading() as connection:
        turn = turn_number(connection)
        kept = connection.execute(
            select(KeptRow.answer).where(KeptRow.question == name, KeptRow.turn == turn)
        ).scalar()
        if kept is not None:
            return msgspec.json.decode(kept, type=kind)
        answer = work_out(connection)
    _keep(store, name, turn, msgspec.json.encode(answer))
    return answer


def _keep(store: TeamStore, name: str, turn: int, answer: bytes) -> None:
    try:
        with store.noting() as connection:
            row = KeptRow
            connection.execute(delete(row).where((row.question == name) | (row.turn < turn)))
            connection.execute(
                insert_new(connection, row).values(question=name, turn=turn, answer=answer)
            )
    except AppError:
        # a full disk or a busy store: the answer is good all the same, and is worked out again
        return
