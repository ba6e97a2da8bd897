"""Dates in words: 22 November 2026."""

from datetime import date

from PySide6.QtCore import QDate, QLocale


def long_date(day: date) -> str:
    """A day in words, in the language of the system."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
