"""Completion summaries: what leaves the computer, one person's and a team's, and in which forms.

Built on the record alone. Nothing here imports the private room, so no summary can reach it; a test
makes every export in a fresh interpreter and looks. What leaves is the list of columns in `summary`
and nothing besides: no score, no answer, no skip, no hour of the day.
"""
