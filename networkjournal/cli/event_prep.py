"""`event prep [EVENT]`: the sheet to read on the way to an event, by default to the next one."""

from collections.abc import Iterable, Iterator

from networkjournal import gatherings, wording
from networkjournal.cli import gathered
from networkjournal.cli.arguments import Args, Argument
from networkjournal.cli.command import JSON, Command, Context
from networkjournal.cli.field_options import words
from networkjournal.cli.name import find
from networkjournal.cli.output import Out, Painted, terminal_width, wrapped
from networkjournal.errors import Invalid
from networkjournal.i18n import N_, _
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.event import Event
from networkjournal.reports.gatherings import next_planned

if TYPE_CHECKING:  # loaded by whoever prepares; the other commands of `event` pay nothing for it
    from networkjournal.reports.prep import Guest, Prep

INDENT = 2
NARROWEST = 20


def run(context: Context, args: Args) -> None:
    """Print the sheet."""
    from networkjournal.reports.prep import prep  # matching words compiles patterns: 5 ms

    sheet = prep(context.journal, _meant(context, args), context.today)
    if context.json:
        context.out.json(gathered.prep(sheet))
    else:
        _print(sheet, context.out)


def _meant(context: Context, args: Args) -> Event:
    if args.event:
        return context.journal.books.events.get(find(context, "event", words(args.event)).id)
    event = next_planned(context.journal, context.today)
    if event is None:
        raise Invalid("event", "", "none_planned")
    return event


def _print(sheet: "Prep", out: Out) -> None:
    event = sheet.event
    out.line(Painted(event.title, "heading"), f"  {wording.day(event.on)} · {gatherings.when(event, sheet.today)}")
    out.line(Painted(f"{_('Purpose')}: ", "faint"), event.purpose or Painted(_("no purpose"), "attention"))
    _said(out, _("Goals"), ", ".join(f"#{goal}" for goal in event.goals))
    _said(out, _("Place"), event.place)
    _said(out, _("It costs"), gatherings.money_and_time(event))
    _group(out, _("To meet"), _sought(sheet))
    if not sheet.sought:
        _indented(out, _("nobody described: `event edit … --persona`, and you will know them when you see them"))
    _group(out, _("Expected"), ())
    for guest in sheet.guests:
        _guest(out, guest, sheet)
    if not sheet.guests:
        _indented(out, _("nobody known: `event edit … --expect NAME` for whoever you hear of"))
    kept = sheet.introduction
    _group(out, _("Your self-introduction"), (gatherings.introduction(kept), gatherings.seconds(kept) if kept else ""))
    _group(out, _("To offer"), _offers(sheet))
    if not sheet.offers:
        _indented(out, _("none of your offers is for them by its words: `offer list`"))
    _group(out, _("Questions"), event.questions)
    if not event.questions:
        _indented(out, _("no question noted: `event edit … --question`"))
    if event.bring:
        _group(out, _("To bring"), event.bring)


def _sought(sheet: "Prep") -> Iterator[str]:
    from networkjournal import purpose  # see `run`

    for sought in sheet.sought:
        yield sought.persona.who
        if details := gatherings.persona(sought.persona):
            yield f"  {details}"
        for fit in sought.fits:
            yield f"  → {fit.contact.name}: {purpose.reasons(fit.match)}"


def _guest(out: Out, guest: "Guest", sheet: "Prep") -> None:
    lines = gatherings.guest(guest, sheet.today)
    out.line("  ", Painted(guest.name, "heading"), f"  {lines.who}")
    for text in (" · ".join(filter(None, (lines.standing, lines.owed))), lines.last):
        if text:
            _indented(out, text, 2 * INDENT)


def _offers(sheet: "Prep") -> Iterator[str]:
    for fitting in sheet.offers:
        reasons = _("; ").join(gatherings.reason(reason) for reason in fitting.because)
        yield f"{fitting.offer.what}  ({reasons})"


def _said(out: Out, label: str, text: str) -> None:
    if text:
        out.line(Painted(f"{label}: ", "faint"), text)


def _group(out: Out, label: str, lines: Iterable[str]) -> None:
    out.line()
    out.line(Painted(label, "heading"))
    for line in lines:
        _indented(out, line)


def _indented(out: Out, text: str, indent: int = INDENT) -> None:
    cells = terminal_width()
    lines = text.split("\n") if cells is None else wrapped(text, max(cells - indent, NARROWEST))
    for line in filter(None, lines):
        out.line(" " * indent, line)


COMMAND = Command(
    "prep",
    N_("The sheet to read on the way there."),
    run,
    (Argument("EVENT", N_("The event; the next one planned without it."), "rest"),),
    (JSON,),
    description=N_(
        "Why you go, whom to look for, everyone expected in three lines, what to say of yourself, what to offer, ask "
        "and bring. Where nothing is known, it says so."
    ),
)
