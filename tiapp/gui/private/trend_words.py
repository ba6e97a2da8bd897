"""A trend in plain words: what was said, never how good it was."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from tiapp.gui.kit.dates import long_date
from tiapp.learning.practice.model import CheckInItem
from tiapp.private.trend import Grain, Lean, LineSummary, Trend, between


def name_of(item: CheckInItem) -> str:
    """The item's short name, or else the question itself."""
    return item.name or item.ask


def height_words(height: float, item: CheckInItem) -> str:
    """A place on the scale in the scale's own words."""
    low, high = between(height, len(item.scale))
    if low == high:
        return item.scale[low]
    return QCoreApplication.translate("TrendWords", "between {low} and {high}").format(
        low=_quoted(item.scale[low]), high=_quoted(item.scale[high])
    )


def start_words(start: datetime, grain: Grain) -> str:
    """What a point stands for: a moment, a day, a week or a month."""
    day = long_date(start.date())
    match grain:
        case Grain.CHECK_IN:
            return QCoreApplication.translate("TrendWords", "{day}, {time}").format(
                day=day, time=f"{start:%H:%M}"
            )
        case Grain.DAY:
            return day
        case Grain.WEEK:
            return QCoreApplication.translate("TrendWords", "Week of {day}").format(day=day)
        case Grain.MONTH:
            on = QDate(start.year, start.month, start.day)
            return QLocale().toString(on, "MMMM yyyy")


def grain_words(grain: Grain) -> str:
    """What one point of the picture is."""
    tr = QCoreApplication.translate
    return {
        Grain.CHECK_IN: tr("TrendWords", "Each point is one check-in."),
        Grain.DAY: tr(
            "TrendWords",
            "Each point is one day. If you checked in more than once, it shows the middle "
            "of your answers.",
        ),
        Grain.WEEK: tr(
            "TrendWords", "Each point is one week, and shows the middle of your answers."
        ),
        Grain.MONTH: tr(
            "TrendWords", "Each point is one month, and shows the middle of your answers."
        ),
    }[grain]


def period_words(trend: Trend, count: str) -> str:
    """How many check-ins there were ("3 check-ins"), and when."""
    return QCoreApplication.translate("TrendWords", "{count} from {first} to {last}.").format(
        count=count, first=long_date(trend.first), last=long_date(trend.last)
    )


def summary_words(summary: LineSummary, item: CheckInItem) -> str:
    """One line in words: where it mostly was, how far it went, and to which end it moved."""
    tr = QCoreApplication.translate
    name, usual = name_of(item), height_words(summary.usual, item)
    lowest, highest = height_words(summary.lowest, item), height_words(summary.highest, item)
    if summary.count == 1:
        return tr("TrendWords", "{name}: answered once, {usual}.").format(
            name=name, usual=_said(usual)
        )
    if lowest == highest:
        return tr("TrendWords", "{name}: {usual} each time.").format(name=name, usual=_said(usual))
    words = tr(
        "TrendWords", "{name}: mostly {usual}. It ranged from {lowest} to {highest}."
    ).format(name=name, usual=_said(usual), lowest=_said(lowest), highest=_said(highest))
    if summary.lean is Lean.NEITHER:
        return words
    end = item.scale[0] if summary.lean is Lean.FIRST else item.scale[-1]
    later = tr("TrendWords", "In the second half of this time it was nearer to {end}.").format(
        end=_quoted(end)
    )
    return f"{words} {later}"


def _quoted(words: str) -> str:
    return f"“{words.lower()}”"


def _said(words: str) -> str:
    """A word of the scale in quotation marks; what lies between two has them already."""
    return words if "“" in words else _quoted(words)
