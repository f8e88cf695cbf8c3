"""The brief of one contact as a page: what one wants to have read before shaking hands."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from networkjournal import purpose, wording
from networkjournal.i18n import _
from networkjournal.model.action import OpenAction
from networkjournal.reports.brief import Brief
from networkjournal.tui.screens.suggestions import veiled
from networkjournal.tui.theme import Palette
from networkjournal.tui.veil import OPEN, Veil
from networkjournal.tui.widgets.plain import safe


def brief_lines(sheet: Brief, colours: Palette, veil: Veil = OPEN) -> list[Text]:
    """The brief, line by line; what tells of the person goes through the veil."""
    standing = (*_standing(sheet, veil), *_suggestions(sheet, colours, veil))
    return [*_person(sheet, colours, veil), Text(), *standing, Text(), *_exchanges(sheet, colours, veil)]


def _person(sheet: Brief, colours: Palette, veil: Veil) -> Iterator[Text]:
    person, name, words = sheet.contact, veil.name, veil.words
    more = f"  {safe(name(person.reading))}  @{safe(name(person.handle))}"
    yield Text(safe(name(person.name)), "bold").append(more, colours.dim)
    yield from _said("", name(" ".join(filter(None, (person.organization, person.department, person.title)))))
    yield from _said("", name("  ".join(item.value for item in (*person.emails, *person.phones))))
    yield from _said(_("Met"), words(" · ".join(filter(None, (person.how_met, person.introduced_by)))))
    yield from _said(_("Tags"), words(", ".join(person.tags)))
    yield from _said(_("Needs"), words("; ".join(person.needs)))
    yield from _said(_("Can give"), words("; ".join(person.can_give)))
    yield from _said(_("To ask"), words("; ".join(person.asks)))
    yield from _said(_("Notes"), words(person.notes))
    yield from _said(_("Caution"), words(person.caution))


def _standing(sheet: Brief, veil: Veil) -> Iterator[Text]:
    yield Text(wording.balance(sheet.account, sheet.today), "bold")
    silent = sheet.account.silent_days(sheet.today)
    if silent is not None:
        yield Text(_("Last exchange {ago}.").format(ago=wording.ago(silent)))
    yield from _said(_("Goals"), ", ".join(f"#{goal}" for goal in sheet.goals))
    yield from _said(_("Met at"), ", ".join(f"{event.title} {event.on.isoformat()}" for event in sheet.events))
    yield from _actions(_("You owe"), sheet.owed, veil)
    yield from _actions(_("You await"), sheet.awaited, veil)


def _suggestions(sheet: Brief, colours: Palette, veil: Veil) -> Iterator[Text]:
    for item in sheet.suggestions:
        shown = veiled(item, veil)
        yield from _said(_("You could give"), purpose.given(shown))
        yield Text(f"  {safe(purpose.because(shown, sheet.today))}", colours.dim)
        yield from (Text(f"  {safe(purpose.mind(mind, shown.name))}", colours.waiting) for mind in shown.mind)


def _exchanges(sheet: Brief, colours: Palette, veil: Veil) -> Iterator[Text]:
    for item in sheet.recent:
        exchange = item.exchange
        tint = colours.given if exchange.direction == "given" else colours.received
        line = Text(f"{exchange.on.isoformat()} ").append(wording.direction(exchange.direction), tint)
        minutes = "" if exchange.minutes is None else f" · {wording.minutes(exchange.minutes)}"
        yield line.append(f" {wording.kind(exchange.kind)} {safe(veil.words(exchange.words))}{minutes} · ").append(
            wording.weight(exchange.weight)
        )


def _said(label: str, text: str) -> Iterator[Text]:
    if text:
        yield Text(f"{label}: " if label else "", "dim").append(safe(text), "not dim")


def _actions(label: str, actions: Iterable[OpenAction], veil: Veil) -> Iterator[Text]:
    for action in actions:
        due = "  " + _("due {date}").format(date=action.due.isoformat()) if action.due else ""
        yield from _said(label, veil.words(action.words) + due)
