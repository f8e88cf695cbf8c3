"""Asking whose is to stay, where what one has open was changed elsewhere. Both are offered, and neither is chosen.

Promises that a veiled screen shows neither. Refuses to write.
"""

from collections.abc import Mapping

from networkjournal.errors import ChangedElsewhere
from networkjournal.i18n import _
from networkjournal.model.entry import Entry
from networkjournal.model.weave import Side, can_hold_both, woven
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.choice import Choice, Option


def whose_text(clash: ChangedElsewhere, veil: Veil) -> Choice[Side]:
    """Ask about an entry."""
    return Choice(
        _("This entry was changed elsewhere meanwhile. What should it say?"),
        (
            Option("mine", _("Mine, written over the other"), _new_line(clash.seen, clash.mine, veil)),
            Option("theirs", _("Theirs: show it here instead"), _new_line(clash.seen, clash.theirs, veil)),
            Option("both", _("Both: show them here as one text")),
        ),
    )


def whose_fields(clash: ChangedElsewhere, labels: Mapping[str, str], veil: Veil) -> Choice[Side]:
    """Ask about the fields of a record; `labels` are what its form calls them."""
    names = ", ".join(labels.get(name, name) for name in clash.fields)
    options: list[Option[Side]] = [
        Option("mine", _("Keep mine"), _values(clash.mine, clash.fields, veil)),
        Option("theirs", _("Take theirs"), _values(clash.theirs, clash.fields, veil)),
    ]
    if can_hold_both(clash.mine, clash.theirs, clash.fields):
        options.append(Option("both", _("Keep both")))
    return Choice(_("Changed elsewhere meanwhile: {fields}").format(fields=names), options)


def brought_together(clash: ChangedElsewhere, side: Side) -> Entry:
    """The entry to go on with: theirs, or one text with both, on the day that was chosen here if one was."""
    seen, mine, theirs = clash.seen, clash.mine, clash.theirs
    if side == "theirs":
        return Entry(theirs.id, theirs.day, theirs.text)
    day = theirs.day if mine.day == seen.day else mine.day
    return Entry(theirs.id, day, woven(seen.text, mine.text, theirs.text))


def _new_line(seen: Entry, other: Entry, veil: Veil) -> str:
    """The first line that is new, to tell one text from the other."""
    if veil.on:
        return ""
    old = set(seen.text.split("\n"))
    return next((line for line in other.text.split("\n") if line not in old), other.day.isoformat())


def _values(record: object, fields: tuple[str, ...], veil: Veil) -> str:
    if veil.on:
        return ""
    return "; ".join(_said(getattr(record, name)) for name in fields)


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(getattr(one, "value", one)) for one in value) or "–"
    return " ".join(str(value).split()) if value not in (None, "") else "–"
