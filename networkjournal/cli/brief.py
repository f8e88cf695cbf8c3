"""`brief NAME`: the sheet to read before meeting someone, on one screen."""

from collections.abc import Iterable

from networkjournal import wording
from networkjournal.cli.arguments import Args, Argument
from networkjournal.cli.command import DAILY, JSON, Command, Context
from networkjournal.cli.name import find_contact
from networkjournal.cli.output import Out, Painted
from networkjournal.i18n import N_, _
from networkjournal.lean import Any
from networkjournal.model.action import OpenAction
from networkjournal.reports.brief import Brief, Dated, brief_of


def run(context: Context, args: Args) -> None:
    """Print the brief of the one contact meant."""
    sheet = brief_of(context.journal, find_contact(context, " ".join(args.name)), context.today)
    if context.json:
        context.out.json(document(sheet))
    else:
        _print(sheet, context.out)


def document(sheet: Brief) -> dict[str, Any]:
    """The brief as `--json` prints it."""
    from networkjournal.cli import documents  # 1.5 ms with the model of all that can be printed so

    return {
        "contact": documents.contact(sheet.contact),
        "balance": documents.balance(sheet.account, sheet.today),
        "recent": [documents.exchange(item.exchange) | {"entry": item.entry} for item in sheet.recent],
        "owed": [documents.action(action, sheet.today) for action in sheet.owed],
        "awaited": [documents.action(action, sheet.today) for action in sheet.awaited],
        "goals": list(sheet.goals),
        "events": [documents.event(event, sheet.today) for event in sheet.events],
        "suggestions": [suggestion._asdict() for suggestion in sheet.suggestions],
        "last_entries": [documents.entry(entry) for entry in sheet.last_entries],
        "flags": list(sheet.flags),
    }


def _print(sheet: Brief, out: Out) -> None:
    person = sheet.contact
    reading = f" ({person.reading})" if person.reading else ""
    out.line(Painted(person.name, "heading"), reading, "  @", person.handle)
    _said(out, "", " ".join(filter(None, (person.organization, person.department, person.title))))
    _said(out, "", "  ".join(item.value for item in (*person.emails, *person.phones)))
    _said(out, _("Met"), " · ".join(filter(None, (person.how_met, person.introduced_by))))
    _said(out, _("Tags"), ", ".join(person.tags))
    out.line()
    out.line(wording.balance(sheet.account, sheet.today))
    silent = sheet.account.silent_days(sheet.today)
    if silent is not None:
        out.line(_("Last exchange {ago}.").format(ago=wording.ago(silent)))
    _said(out, _("Needs"), "; ".join(person.needs))
    _said(out, _("Can give"), "; ".join(person.can_give))
    _said(out, _("Notes"), person.notes)
    _said(out, _("Caution"), person.caution)
    _said(out, _("Goals"), ", ".join(f"#{goal}" for goal in sheet.goals))
    _said(out, _("Met at"), ", ".join(f"{event.title} {event.on.isoformat()}" for event in sheet.events))
    _actions(out, _("You owe"), sheet.owed)
    _actions(out, _("You await"), sheet.awaited)
    _recent(out, sheet.recent)


def _said(out: Out, label: str, text: str) -> None:
    if text:
        out.line(*([Painted(f"{label}: ", "faint")] if label else []), text)


def _actions(out: Out, label: str, actions: Iterable[OpenAction]) -> None:
    for action in actions:
        due = "  " + _("due {date}").format(date=action.due.isoformat()) if action.due else ""
        _said(out, label, action.words + due)


def _recent(out: Out, recent: Iterable[Dated]) -> None:
    rows = [
        (
            item.exchange.on.isoformat(),
            wording.direction(item.exchange.direction),
            wording.kind(item.exchange.kind),
            item.exchange.words,
            "" if item.exchange.minutes is None else wording.minutes(item.exchange.minutes),
            wording.weight(item.exchange.weight),
        )
        for item in recent
    ]
    if rows:
        out.line()
        out.table(rows, "llllrr")


COMMAND = Command(
    "brief",
    N_("The sheet to read before meeting someone."),
    run,
    arguments=(Argument("NAME", N_("The contact: a name, a reading, romaji, or a handle."), "some"),),
    options=(JSON,),
    group=DAILY,
    examples=(("brief tanaka", N_("find 田中 太郎 by his reading")),),
)
