"""The brief as lines, in the order in which one reads it: who, what to mind, how things stand, what could be given,
what passed. Both front ends show these lines.

Promises a rank to each, so that a small screen can leave out what matters least, and to hand every text that tells of
the person to `hide` first. Refuses to lay out: an exchange is told by its place in the sheet.
"""

from collections.abc import Callable, Iterable, Iterator

from networkjournal import labels, mirror, purpose, wording
from networkjournal.i18n import _
from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.action import OpenAction
from networkjournal.model.contact import CAUTIONS
from networkjournal.reports.brief import Brief

Meaning = Literal["name", "said", "strong", "reason", "mind", "exchange", "gap"]
"""`reason` explains the line before it, `mind` asks for care, an `exchange` is the next of the sheet's."""
Tells = Literal["", "name", "words"]
"""What a text would tell an onlooker: nothing, who somebody is, or what was written about them."""
Hide = Callable[[str, Tells], str]
EVENTS = 5
"""So many events where one met are shown, the newest first."""


class Line(NamedTuple):
    """One line of a brief."""

    rank: int
    """How much it matters: 0 is never left out, higher goes first."""
    text: str
    label: str = ""
    meaning: Meaning = "said"
    note: str = ""
    """What follows in a fainter voice."""


def lines(sheet: Brief, hide: Hide = lambda text, tells: text) -> tuple[Line, ...]:
    """Give the lines of a brief. Those that would say nothing are left out."""
    found = (
        *_person(sheet, hide),
        Line(0, "", meaning="gap"),
        *_standing(sheet, hide),
        *_owed(sheet, hide),
        *_suggestions(sheet),
        Line(0, "", meaning="gap"),
        *(Line(2 + place, "", meaning="exchange") for place in range(len(sheet.recent))),
        *_entries(sheet, hide),
    )
    return tuple(line for line in found if line.text or line.meaning in ("gap", "exchange"))


def _person(sheet: Brief, hide: Hide) -> Iterator[Line]:
    person = sheet.contact
    reading = f" ({hide(person.reading, 'name')})" if person.reading else ""
    yield Line(0, hide(person.name, "name"), meaning="name", note=f"{reading}  @{hide(person.handle, 'name')}")
    place = " ".join(filter(None, (person.organization, person.department, person.title)))
    yield Line(0, hide(place, "name"))
    yield Line(5, hide("  ".join(item.value for item in (*person.emails, *person.phones)), "name"))
    yield Line(6, hide(" · ".join(filter(None, (person.how_met, person.introduced_by))), "words"), _("Met"))
    yield Line(8, hide(", ".join(person.tags), "words"), _("Tags"))
    for field in CAUTIONS:
        yield Line(1, hide(getattr(person, field), "words"), labels.field(field))
    for refusal in sheet.refusals:
        yield Line(3, hide(wording.refusal(refusal), "words"), _("Not pursued"))
    yield Line(1, hide("; ".join(person.needs), "words"), _("Needs"))
    yield Line(3, hide("; ".join(person.can_give), "words"), _("Can give"))
    yield Line(3, hide("; ".join(person.asks), "words"), _("To ask"))
    yield Line(3, hide(person.notes, "words"), _("Notes"))
    if not (person.needs or person.notes):
        yield Line(4, _("What they need is not noted yet: that is what to ask."))


def _standing(sheet: Brief, hide: Hide) -> Iterator[Line]:
    yield Line(0, wording.balance(sheet.account, sheet.today), meaning="strong")
    silent = sheet.account.silent_days(sheet.today)
    if silent is not None:
        yield Line(2, _("Last exchange {ago}.").format(ago=wording.ago(silent)))
    if sheet.rhythm is not None:
        yield Line(3, mirror.rhythm(sheet.rhythm, sheet.today), _("In touch"))
    for found in sheet.findings:
        yield Line(1, mirror.finding(found._replace(name=hide(found.name, "name"))), mirror.heading(found))
    yield Line(6, ", ".join(f"#{goal}" for goal in sheet.goals), _("Goals"))
    met = ", ".join(f"{event.title} {event.on.isoformat()}" for event in sheet.events[:EVENTS])
    yield Line(7, met + (" …" if len(sheet.events) > EVENTS else ""), _("Met at"))


def _owed(sheet: Brief, hide: Hide) -> Iterator[Line]:
    yield from _actions(1, _("You owe"), sheet.owed, hide)
    yield from _actions(2, _("You await"), sheet.awaited, hide)


def _actions(rank: int, label: str, actions: Iterable[OpenAction], hide: Hide) -> Iterator[Line]:
    for place, action in enumerate(actions):
        due = "  " + _("due {date}").format(date=action.due.isoformat()) if action.due else ""
        yield Line(rank + place, hide(action.words, "words") + due, label)


def _suggestions(sheet: Brief) -> Iterator[Line]:
    """What could be given. Whoever hides words has hidden them in the suggestions already."""
    for place, item in enumerate(sheet.suggestions):
        yield Line(2 + 2 * place, purpose.given(item), _("You could give"))
        yield Line(4 + 2 * place, purpose.because(item, sheet.today), meaning="reason")
        for minded in item.mind:
            yield Line(2 + 2 * place, purpose.mind(minded, item.name), meaning="mind")


def _entries(sheet: Brief, hide: Hide) -> Iterator[Line]:
    """How the latest entries that name them begin; an exchange that is shown already says the same."""
    shown = {item.entry for item in sheet.recent}
    for entry in sheet.last_entries:
        if entry.id not in shown:
            first = entry.text.strip().partition("\n")[0]
            yield Line(9, hide(first, "words"), wording.day(entry.day))
