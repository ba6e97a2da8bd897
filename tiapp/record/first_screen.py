"""What Home needs of one person, by two plain statements. SQLAlchemy is not imported for it."""

from datetime import date
from pathlib import Path

from tiapp.record.file import RECORD
from tiapp.record.model import CarryOn, FirstScreen, ModuleProgress, ModuleState, Place
from tiapp.storage.faults import calmly, damaged
from tiapp.storage.migrate import bring_up_to_date
from tiapp.storage.plain import connected

_STATES = """
    SELECT a.module_id, a.reached_count, c.id IS NOT NULL,
           (SELECT max(finished_on) FROM
              (SELECT finished_on FROM completion WHERE module_id = a.module_id
               UNION ALL SELECT finished_on FROM elsewhere WHERE module_id = a.module_id))
    FROM attempt AS a LEFT JOIN completion AS c ON c.attempt_id = a.id
    WHERE a.number = (SELECT max(b.number) FROM attempt AS b WHERE b.module_id = a.module_id)
    UNION ALL
    SELECT e.module_id, 0, 1, max(e.finished_on) FROM elsewhere AS e
    WHERE NOT EXISTS (SELECT 1 FROM attempt AS f WHERE f.module_id = e.module_id)
    GROUP BY e.module_id
    ORDER BY 1
"""

_CARRY_ON = """
    SELECT a.module_id, a.title, a.part_id, a.part_title, a.part_number, a.part_count,
           a.reached_count, a.minutes, a.block, a."into"
    FROM attempt AS a LEFT JOIN completion AS c ON c.attempt_id = a.id
    WHERE c.id IS NULL ORDER BY a.turn DESC LIMIT 1
"""


def read_first_screen(file: Path) -> FirstScreen:
    """The lines for lists, and what to carry on with. Changes nothing in the record.

    No file: an empty answer, since nothing was begun. A file of an older version is upgraded first
    (this once it is slow). AppError when the file can't be read; it is then left as it is.
    """
    with calmly(file):
        if not file.exists():
            return FirstScreen()
    bring_up_to_date(file, RECORD)
    try:
        return _read(file)
    except (ValueError, TypeError) as error:
        # what was a day or a number is so no more
        raise damaged(file) from error


def _read(file: Path) -> FirstScreen:
    with connected(file) as connection:
        connection.execute("BEGIN")  # both answers are of the same moment
        states = tuple(
            ModuleProgress(
                module_id=module_id,
                state=ModuleState.FINISHED if finished else ModuleState.STARTED,
                reached=reached,
                finished_on=date.fromisoformat(day) if day else None,
            )
            for module_id, reached, finished, day in connection.execute(_STATES)
        )
        row = connection.execute(_CARRY_ON).fetchone()
        connection.execute("COMMIT")
    return FirstScreen(_carry_on(row) if row else None, states)


def _carry_on(row: tuple[str, str, str, str, int, int, int, int, int, float]) -> CarryOn:
    module_id, title, part_id, part_title, number, count, reached, minutes, block, into = row
    return CarryOn(
        module_id=module_id,
        title=title,
        part_id=part_id,
        part_title=part_title,
        part_number=number,
        part_count=count,
        reached=reached,
        minutes=minutes,
        place=Place(part_id, block, into),
    )
