"""`today`: what the day asks for. `--oneline` says it in a few words, for a shell prompt."""

from collections.abc import Iterable

from networkjournal import mirror, wording
from networkjournal.cli.arguments import Args, Option
from networkjournal.cli.command import DAILY, JSON, Command, Context
from networkjournal.cli.output import Out, Painted
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.action import OpenAction
from networkjournal.model.event import Event
from networkjournal.reports.today import Someone, Today, counts, today, with_gifts


def run(context: Context, args: Args) -> None:
    """Print the day's sheet."""
    if args.oneline and not context.json:
        context.out.line(mirror.oneline(counts(context.journal, context.today)))
        return
    sheet = with_gifts(context.journal, today(context.journal, context.today))
    if context.json:
        from networkjournal.cli import mirrored  # documents are for programs alone

        context.out.json(mirrored.today(sheet))
    else:
        _print(sheet, context.out)


def _print(sheet: Today, out: Out) -> None:
    out.line(Painted(wording.day(sheet.day), "heading"))
    due = set(sheet.due)
    _actions(out, _("Due"), sheet.due, sheet)
    _actions(out, _("You owe"), (action for action in sheet.owed if action not in due), sheet)
    _actions(out, _("You await"), sheet.awaited, sheet)
    _meetings(out, sheet)
    _events(out, _("To review"), sheet.to_review, sheet, more=sheet.unreviewed - len(sheet.to_review))
    _events(out, _("To prepare"), sheet.to_prepare, sheet)
    _people(out, sheet)
    if sheet.waiting:
        _head(out, _("Inbox"))
        out.line("  ? ", ngettext("{n} line waits", "{n} lines wait", sheet.waiting).format(n=sheet.waiting))
    if sheet.empty:
        out.line(_("Nothing is owed and nothing is due. What will you do for somebody next?"))


def _head(out: Out, title: str) -> None:
    out.line()
    out.line(Painted(title, "faint"))


def _actions(out: Out, title: str, actions: Iterable[OpenAction], sheet: Today) -> None:
    for number, action in enumerate(actions):
        if not number:
            _head(out, title)
        overdue = action.overdue(sheet.day)
        sign = "!" if overdue else "…" if action.state == "awaiting" else "☐"
        due = "  " + _("due {date}").format(date=action.due.isoformat()) if action.due else ""
        line = f"{sign} {action.words}{due}"
        out.line("  ", Painted(line, "attention") if overdue else line, Painted(f"  {action.number}", "faint"))


def _meetings(out: Out, sheet: Today) -> None:
    """Whom one meets today, and how one stands with them."""
    for number, meeting in enumerate(sheet.meetings):
        if not number:
            _head(out, _("You meet today"))
        account = meeting.account
        out.line("  ", Painted(account.name, "heading"), f"  {meeting.event.title}")
        out.line("    ", wording.balance(account, sheet.day))
        out.line("    ", Painted(f"networkjournal brief {account.handle}", "faint"))


def _events(out: Out, title: str, events: Iterable[Event], sheet: Today, more: int = 0) -> None:
    for number, event in enumerate(events):
        if not number:
            _head(out, title)
        purpose = event.purpose or Painted(_("no purpose"), "attention")
        out.line(f"  {event.on.isoformat()}  {event.title}  ", purpose)
    if more > 0:
        out.line("  ", ngettext("and {n} more", "and {n} more", more).format(n=more))


def _people(out: Out, sheet: Today) -> None:
    for number, someone in enumerate(sheet.people):
        if not number:
            _head(out, _("To be in touch with"))
        out.line("  ", Painted(someone.account.name, "heading"), f"  {someone.account.organization}")
        out.line("    ", mirror.why_now(someone, sheet.day))
        _gift(out, someone, sheet)
    if sheet.more_people:
        out.line("  ", ngettext("and {n} more", "and {n} more", sheet.more_people).format(n=sheet.more_people))


def _gift(out: Out, someone: Someone, sheet: Today) -> None:
    gift = someone.gift
    if gift is not None:
        from networkjournal import purpose  # only where something could be given

        out.line("    ", _("You could give: {what}").format(what=purpose.given(gift)))
        out.line("      ", Painted(purpose.because(gift, sheet.day), "faint"))
        for mind in gift.mind:
            out.line("      ", Painted(purpose.mind(mind, gift.name), "attention"))


COMMAND = Command(
    "today",
    N_("What the day asks for: promises, people, events."),
    run,
    options=(
        Option(("--oneline",), N_("In a few words, for a shell prompt; empty where there is nothing to do.")),
        JSON,
    ),
    group=DAILY,
    examples=(("today --oneline", N_("3 due · 2 awaited · 1 to review")),),
)
