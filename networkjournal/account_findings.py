"""Findings as a section of an account: each in its sentence, with its arithmetic beside it."""

from collections.abc import Sequence

from networkjournal import mirror
from networkjournal.account_parts import OPEN, Figure, Line, Mask, Section
from networkjournal.i18n import _
from networkjournal.model.finding import Finding


def finding_section(found: Sequence[Finding], mask: Mask = OPEN) -> Section:
    """What stands out; each opens its records."""
    return Section("findings", _("What stands out"), tuple(_line(n, one, mask) for n, one in enumerate(found)))


def _line(number: int, found: Finding, mask: Mask) -> Line:
    key = ("finding", number)
    name = found.name if found.kind == "event" else mask.name(found.name)
    figures = [Figure(mirror.finding(found._replace(name=name)), key)]
    reckoned = mirror.arithmetic(found)
    if reckoned:
        figures.append(Figure(reckoned, key, "faint"))
    return Line(mirror.name_of(found.code), tuple(figures))
