"""What the sentences of an account are made of: sections, lines, figures, and the mask that names go through."""

from collections.abc import Iterable
from datetime import date

from networkjournal import wording
from networkjournal.i18n import ngettext
from networkjournal.lean import Literal, NamedTuple, Protocol
from networkjournal.model.plot import Bar, Point

FigureMeaning = Literal["", "heading", "given", "received", "attention", "faint"]
Key = tuple[object, ...]
"""What is behind a figure: a word, and a record's id or a day. Empty: nothing to open."""


class Mask(Protocol):
    """What an onlooker may see; the veil of the program is one."""

    def name(self, text: str) -> str: ...  # noqa: D102 - as in the veil
    def words(self, text: str) -> str: ...  # noqa: D102


class _Open:
    """Nothing is hidden."""

    def name(self, text: str) -> str:
        return text

    def words(self, text: str) -> str:
        return text


OPEN: Mask = _Open()


class Figure(NamedTuple):
    """A piece of a line that can be opened by itself."""

    text: str
    key: Key = ()
    meaning: FigureMeaning = ""


class Line(NamedTuple):
    """Figures side by side under a label."""

    label: str
    figures: tuple[Figure, ...]
    share: tuple[int, int] | None = None
    """A part and its whole, to be drawn as a bar behind the words."""

    @property
    def text(self) -> str:
        """The figures in one text."""
        return " · ".join(figure.text for figure in self.figures)


class Section(NamedTuple):
    """A part of the account."""

    code: str
    heading: str
    lines: tuple[Line, ...] = ()
    plot: tuple[Bar, ...] | tuple[Point, ...] = ()
    keys: tuple[Key, ...] = ()
    """What is behind each bar or point."""
    notes: tuple[str, ...] = ()
    """What is to be said of the first points besides their figures: that it is early."""

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The plot, where it is one of bars."""
        return tuple(one for one in self.plot if isinstance(one, Bar))

    @property
    def points(self) -> tuple[Point, ...]:
        """The plot, where it is one of points."""
        return tuple(one for one in self.plot if isinstance(one, Point))


def share(part: int, whole: int) -> tuple[int, int] | None:
    """A share to draw; none of nothing."""
    return (part, whole) if whole else None


def short(day: date, beside: date) -> str:
    """A day without its year where another beside it has the same one."""
    return f"{day:%m-%d}" if day.year == beside.year else day.isoformat()


def exchanges(count: int) -> str:
    """So many exchanges."""
    return ngettext("{n} exchange", "{n} exchanges", count).format(n=count)


def money(amounts: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Each currency by itself: they are never added up."""
    return tuple(wording.money(amount, currency) for currency, amount in amounts if amount)


def summed(weight: int, count: int, minutes: int, amounts: Iterable[tuple[str, int]]) -> str:
    """Sums in one text: `21 in 13 exchanges · 8h15m · ¥17,000`."""
    head = ngettext("{weight} in {n} exchange", "{weight} in {n} exchanges", count)
    parts = [head.format(weight=wording.weight(weight), n=count)]
    if minutes:
        parts.append(wording.minutes(minutes))
    return " · ".join([*parts, *money(amounts)])
