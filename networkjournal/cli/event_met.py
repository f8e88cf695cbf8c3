"""`event met EVENT`: notes the people met, with what to remember and what comes next. It is one change to take back."""

from networkjournal import gatherings, wording
from networkjournal.cli import gathered
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import JSON, Command, Context
from networkjournal.cli.field_options import words
from networkjournal.cli.name import find
from networkjournal.cli.output import Painted
from networkjournal.i18n import N_, _
from networkjournal.model.event import Event
from networkjournal.model.meeting import Meeting, Row

STANDARD_INPUT = "-"


def run(context: Context, args: Args) -> None:
    """Note them, or with `--dry-run` say what would be noted."""
    from networkjournal.capture.meeting import read_row, read_rows  # with the capture language: 5 ms
    from networkjournal.meetings import meet, rehearse

    piped = args.event[-1] == STANDARD_INPUT
    name = words(args.event[:-1] if piped else args.event)
    event = context.journal.books.events.get(find(context, "event", name).id)
    rows = [read_row(typed) for typed in args.person]
    if piped or not (rows or context.interactive):
        rows += read_rows(context.standard_input())
    write = rehearse if args.dry_run else meet
    meeting = write(context.journal, event, [_settled(context, row) for row in rows], args.due)
    if context.json:
        context.out.json(gathered.met(event, meeting))
    else:
        _print(context, event, meeting, dry=args.dry_run)


def _settled(context: Context, row: Row) -> Row:
    """The row with a name that says whom; at a terminal a person can be asked."""
    from networkjournal.meetings import known  # see `run`

    if len(known(context.journal, row.name)) < 2:
        return row
    return row._replace(name=find(context, "contact", row.name).handle)


def _print(context: Context, event: Event, meeting: Meeting, *, dry: bool) -> None:
    out = context.out
    out.line(_("Preview, nothing saved") if dry else f"{event.title}: {gatherings.noted(meeting)}")
    rows = [
        (person.contact.name, Painted(gatherings.met(person), "faint"), person.row.detail, person.row.step)
        for person in meeting.people
    ]
    out.table(rows, "llll", (_("Name"), "", _("Detail"), _("Next step")))
    for waits in meeting.receipt.draft.waiting:
        out.line(Painted(wording.waiting(waits), "attention"))


COMMAND = Command(
    "met",
    N_("Note whom you met there, many at once."),
    run,
    (Argument("EVENT", N_("The event; `-` after it reads the people from standard input."), "some"),),
    (
        Option(
            ("--person",),
            N_("Somebody met: name; organization; one detail; next step. All but the name may be empty."),
            metavar="TEXT",
            repeatable=True,
        ),
        Option(("--due",), N_("When the next steps are due; within 72 hours without it."), metavar="DATE", kind="due"),
        Option(("--dry-run",), N_("Show who is known and what would be noted; save nothing.")),
        JSON,
    ),
    description=N_(
        "Makes contacts of those who are new, an entry on the day of the event with each detail, and an action for "
        "each next step. Who is known is recognised by name; + before a name says that it is somebody new. Standard "
        "input has one person a line, cells parted by tabs or semicolons. `undo` takes all of it back."
    ),
    examples=(
        (
            'event met "Care meetup" --person "Anna Miller; CareTech; knows the app; send the template"',
            N_("one person, with a next step"),
        ),
    ),
)
