"""What a supervisor keeps of a team: who finished which module on which day, and nothing else.

It is filled from completion files that people handed over themselves, each verified first. The
store is a file on this computer or, if an organisation chooses, a PostgreSQL server; the tables
are the same. `Team` in team.py is the door; only store.py and its neighbours know the tables.
"""
