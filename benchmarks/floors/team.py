"""The roll-up by team as somebody would write it by hand, in SQL and with the driver alone."""

import sqlite3
from datetime import date
from pathlib import Path

_FINISHED = """
SELECT p.site, p.team, t.module_id, count(DISTINCT c.person_id), count(*)
FROM completion c JOIN taught t ON t.id = c.taught_id JOIN person p ON p.id = c.person_id
GROUP BY p.site, p.team, t.module_id
"""

_EXPECTED = """
SELECT p.site, p.team, e.module_id, count(*),
    sum(d.last_on IS NULL AND a.how IS NULL),
    sum(d.last_on < ? AND a.how IS NULL), sum(a.how IS NOT NULL)
FROM person p JOIN pathway_module e ON e.pathway = p.pathway
LEFT JOIN agreement a ON a.person_id = p.id AND a.module_id = e.module_id
LEFT JOIN (
    SELECT c.person_id, t.module_id, max(c.finished_on) AS last_on
    FROM completion c JOIN taught t ON t.id = c.taught_id GROUP BY c.person_id, t.module_id
) d ON d.person_id = p.id AND d.module_id = e.module_id
WHERE p.on_list AND (p.starts_on IS NULL OR p.starts_on <= ?)
    AND (p.leaves_on IS NULL OR p.leaves_on > ?)
GROUP BY p.site, p.team, e.module_id
"""


def team_counts(file: Path, today: date, valid_months: int) -> dict[tuple[str, ...], list[int]]:
    """What was finished and what is expected, by site, team and module."""
    years = valid_months // 12
    holds = today.replace(year=today.year - years).isoformat()
    connection = sqlite3.connect(file)
    counts: dict[tuple[str, ...], list[int]] = {}
    for site, team, module, *finished in connection.execute(_FINISHED):
        counts[site, team, module] = [*finished, 0, 0, 0, 0]
    asked = (holds, today.isoformat(), today.isoformat())
    for site, team, module, *expected in connection.execute(_EXPECTED, asked):
        counts.setdefault((site, team, module), [0] * 6)[2:] = expected
    connection.close()
    return counts
