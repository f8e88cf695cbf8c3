"""The brief of one contact as a page: what one wants to have read before shaking hands."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from networkjournal import wording
from networkjournal.i18n import _
from networkjournal.model.action import OpenAction
from networkjournal.reports.brief import Brief
from networkjournal.tui.theme import Palette
from networkjournal.tui.widgets.plain import safe


def brief_lines(sheet: Brief, colours: Palette) -> list[Text]:
    """The brief, line by line."""
    return [*_person(sheet, colours), Text(), *_standing(sheet), Text(), *_exchanges(sheet, colours)]


def _person(sheet: Brief, colours: Palette) -> Iterator[Text]:
    person = sheet.contact
    yield Text(safe(person.name), "bold").append(f"  {safe(person.reading)}  @{safe(person.handle)}", colours.dim)
    yield from _said("", " ".join(filter(None, (person.organization, person.department, person.title))))
    yield from _said("", "  ".join(item.value for item in (*person.emails, *person.phones)))
    yield from _said(_("Met"), " · ".join(filter(None, (person.how_met, person.introduced_by))))
    yield from _said(_("Tags"), ", ".join(person.tags))
    yield from _said(_("Needs"), "; ".join(person.needs))
    yield from _said(_("Can give"), "; ".join(person.can_give))
    yield from _said(_("Notes"), person.notes)
    yield from _said(_("Caution"), person.caution)


def _standing(sheet: Brief) -> Iterator[Text]:
    yield Text(wording.balance(sheet.account, sheet.today), "bold")
    silent = sheet.account.silent_days(sheet.today)
    if silent is not None:
        yield Text(_("Last exchange {ago}.").format(ago=wording.ago(silent)))
    yield from _said(_("Goals"), ", ".join(f"#{goal}" for goal in sheet.goals))
    yield from _said(_("Met at"), ", ".join(f"{event.title} {event.on.isoformat()}" for event in sheet.events))
    yield from _actions(_("You owe"), sheet.owed)
    yield from _actions(_("You await"), sheet.awaited)


def _exchanges(sheet: Brief, colours: Palette) -> Iterator[Text]:
    for item in sheet.recent:
        exchange = item.exchange
        tint = colours.given if exchange.direction == "given" else colours.received
        line = Text(f"{exchange.on.isoformat()} ").append(wording.direction(exchange.direction), tint)
        minutes = "" if exchange.minutes is None else f" · {wording.minutes(exchange.minutes)}"
        yield line.append(f" {wording.kind(exchange.kind)} {safe(exchange.words)}{minutes} · ").append(
            wording.weight(exchange.weight)
        )


def _said(label: str, text: str) -> Iterator[Text]:
    if text:
        yield Text(f"{label}: " if label else "", "dim").append(safe(text), "not dim")


def _actions(label: str, actions: Iterable[OpenAction]) -> Iterator[Text]:
    for action in actions:
        due = "  " + _("due {date}").format(date=action.due.isoformat()) if action.due else ""
        yield from _said(label, action.words + due)
