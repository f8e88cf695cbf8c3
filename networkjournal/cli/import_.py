"""`import FILE…`: reads contacts, events and entries of other programs, as a plan first, then in one step."""

from collections.abc import Iterator

from networkjournal import importing
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.cli.field_options import WrongUse
from networkjournal.cli.output import Painted, Piece
from networkjournal.cli.progress import Progress
from networkjournal.errors import Invalid
from networkjournal.formats import FORMATS, mapping, read_path
from networkjournal.formats.asked import Asked
from networkjournal.formats.decisions import DECISIONS, decided
from networkjournal.formats.item import Item, Plan
from networkjournal.formats.known import Known
from networkjournal.formats.records import Reading
from networkjournal.formats.several import Decide, bring, planned
from networkjournal.formats.three_way import Value
from networkjournal.i18n import N_, _
from networkjournal.model.contact import Labelled

_MIND = ("doubtful", "unreadable")


def run(context: Context, args: Args) -> None:
    """Plan, and unless it is a dry run or something cannot be read, bring it in."""
    journal = context.journal
    journal.source = "import"
    readings = [_read(context, path, args) for path in args.file]
    bad = [broken for _format, reading in readings for broken in reading.bad]
    decide = _decide(context, args)
    with Progress(importing.progress, context.environment, quiet=context.json) as progress:
        made = None
        if args.dry_run or bad or _own(readings):
            made = planned(journal, readings, decide, progress.tell)
        unreadable = made.unreadable if made else ()
        if unreadable and not args.skip_bad:
            where, why = importing.where(unreadable[0].where), importing.reason(unreadable[0].name)
            raise Invalid(where, why, "bad_record" if len(unreadable) == 1 else "bad_records")
        if not args.dry_run:
            made = bring(journal, readings, decide, ", ".join(map(_name, args.file)), progress.tell)
    assert made is not None
    if context.json:
        context.out.json(_document(context, made, args.dry_run))
    else:
        _print(made, context, args.dry_run)


def _own(readings: list[tuple[str, Reading]]) -> bool:
    """Whether there are records of which only the journal can say whether they can be written."""
    return any(reading.own for _format, reading in readings)


def _decide(context: Context, args: Args) -> Decide:
    def decide(_file: int, items: tuple[Item, ...]) -> tuple[Item, ...]:
        if args.doubtful == "add" or not items:
            return items
        return decided(items, Known(context.journal, items[0].format, frozenset()), args.doubtful)

    return decide


def _read(context: Context, path: str, args: Args) -> tuple[str, Reading]:
    columns = tuple(_column(said) for said in args.map)
    asked = Asked(context.today, columns, lambda headings: mapping.recall(context.journal, headings))
    return read_path(path, args.format or ("csv" if columns else None), asked)


def _column(said: str) -> tuple[str, str]:
    field, sign, heading = said.partition("=")
    if not sign or not field.strip() or not heading.strip():
        raise WrongUse("--map", said, "choice")
    return field.strip(), heading.strip()


def _name(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1]


def _document(context: Context, made: Plan, dry: bool) -> dict[str, object]:
    items = [
        {
            "verdict": item.verdict,
            "where": item.where,
            "name": item.name,
            "format": item.format,
            "fields": list(item.fields),
            "changes": [
                {"field": one.field, "from": _value(one.before), "to": _value(one.after)} for one in item.changes
            ],
            "kept": list(item.kept),
            "reasons": list(item.reasons),
            "known": _handle(context, item),
        }
        for item in made.items
    ]
    return {"applied": not dry, "items": items} | {verdict: made.count(verdict) for verdict in importing.VERDICTS}


def _value(value: Value) -> object:
    if isinstance(value, str):
        return value
    return [{"value": one.value, "label": one.label} if isinstance(one, Labelled) else one for one in value]


def _handle(context: Context, item: Item) -> str | None:
    """Whom a doubtful record may be."""
    return context.journal.books.contacts.get(item.known).handle if item.reasons and item.known else None


def _print(made: Plan, context: Context, dry: bool) -> None:
    shown = (item for item in made.items if dry or item.verdict in _MIND or item.kept)
    context.out.table([row for item in shown for row in _rows(item)], "lll")
    counts = importing.counts({code: made.count(code) for code in importing.VERDICTS})
    sentence = _("Nothing imported yet: {counts}.") if dry else _("Imported: {counts}.")
    context.out.line(sentence.format(counts=counts or _("nothing")))


def _rows(item: Item) -> Iterator[tuple[Piece, ...]]:
    """The record, and below it what there is to say of it."""
    verdict = importing.verdict(item.verdict)
    told = importing.reason(item.name) if item.verdict == "unreadable" else item.name
    yield (Painted(verdict, "attention") if item.verdict in _MIND else verdict, importing.where(item.where), told)
    for note in importing.notes(item):
        yield "", "", "  " + note


COMMAND = Command(
    "import",
    N_("Read contacts, events and entries of other programs."),
    run,
    arguments=(Argument("FILE", N_("A file, or a folder of Markdown files named by date."), "some", kind="path"),),
    options=(
        Option(
            ("--format",),
            N_("Say the format instead of having it recognised."),
            metavar="FORMAT",
            choices=tuple(f.name for f in FORMATS),
        ),
        Option(
            ("--map",),
            N_("Which column of a table fills which field: name=COLUMN. It is remembered."),
            metavar="FIELD=COLUMN",
            repeatable=True,
        ),
        Option(
            ("--doubtful",),
            N_("Who may be someone you know: add another person, join them, or leave them out."),
            metavar="add|join|leave",
            choices=DECISIONS,
            default="add",
        ),
        Option(("--dry-run",), N_("Show the plan; change nothing.")),
        Option(("--skip-bad",), N_("Leave out what cannot be read, and list it.")),
        JSON,
    ),
    group=DATA,
    description=N_(
        "Address books (vCard, and the tables of Google, LinkedIn, Outlook, Eight and Sansan), any other table with "
        "--map, calendars, journals (daily notes, jrnl, friends.md), Monica, and what `export json` wrote. The same "
        "file again changes nothing; a later edition of it changes what you have not edited here."
    ),
    examples=(
        ("import contacts.vcf --dry-run", N_("see first what it would do")),
        ("import list.csv --map name=氏名 --map email=メール", N_("a table of your own")),
    ),
)
