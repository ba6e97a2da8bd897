"""The cases. A floor and a subject each; see docs/benchmarks.md for what they mean."""

from benchmarks.cases import (
    content,
    journal,
    memory,
    reading,
    stalls,
    start,
    summaries,
    team,
    team_table,
    trends,
    vault,
)
from benchmarks.cases.setting import Setting
from benchmarks.runner import Case


def every(setting: Setting) -> list[Case]:
    """All cases, in the order of the table."""
    return [
        *start.cases(setting),
        *reading.cases(setting),
        *stalls.cases(setting),
        *memory.cases(setting),
        *summaries.cases(setting),
        *vault.cases(setting),
        *journal.cases(setting),
        *team.cases(setting),
        *content.cases(setting),
        *team_table.cases(setting),
        *trends.cases(setting),
    ]
