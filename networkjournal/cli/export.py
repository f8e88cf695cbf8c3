"""`export FORMAT`: takes everything away again, for other programs and for reading. Nothing private unless asked.

Writes to standard output, or with `--to` a file (or folder) that only its owner can read, whole or not at all.
"""

from collections.abc import Callable, Mapping
from datetime import date

from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import DATA, Command, Context
from networkjournal.cli.field_options import WrongUse
from networkjournal.i18n import N_, _
from networkjournal.model.contact import Contact

Make = Callable[[Context, Args], str]


def run(context: Context, args: Args) -> None:
    """Make the document, and print or write it."""
    _refuse_unfit(args)
    if args.format == "markdown":
        from networkjournal.cli.export_folder import write_folder  # json, and only for folders

        write_folder(context, args, _people(context))
    elif args.to is None:
        context.out.document(_MAKERS[args.format](context, args))
    else:
        from networkjournal.formats.private_file import write_private  # only where a file is written

        path = write_private(args.to, _MAKERS[args.format](context, args), force=args.force)
        context.err(_("Written: {path}").format(path=path))
    if args.private:
        context.err(_private_told(args))


def _refuse_unfit(args: Args) -> None:
    """Refuse what would be passed over silently. Raises `WrongUse`."""
    what = f"{args.format} --of {args.of}" if args.of else args.format
    for option, given, fitting in (
        ("--of", args.of, ("csv",)),
        ("--version", args.card_version, ("vcf",)),
        ("--from", args.from_, _DATED),
        ("--until", args.until, _DATED),
    ):
        if given is not None and not {args.format, what} & {*fitting}:
            raise WrongUse(option, args.format if option == "--of" else what, "apart")


def _private_told(args: Args) -> str:
    """What else goes out with `--private`."""
    if args.format == "json":
        return _(
            "It has what is private as well: cautions and aims, what you suspect and will not share, what you decided "
            "not to pursue, removed entries. Mind who gets it."
        )
    if args.format in ("ics", "hledger") or args.of == "ledger":
        return _("With --private there is nothing more in it: it has no cautions, aims or needs in any case.")
    return _(
        "It has what is private as well: cautions and aims, what you suspect and will not share, needs, "
        "how you met. Mind who gets it."
    )


def _vcf(context: Context, args: Args) -> str:
    from networkjournal.formats.vcard_write import write  # re, and much besides

    return write(_people(context), args.card_version or "3.0", args.private, context.journal.books.contacts.uids())


def _csv(context: Context, args: Args) -> str:
    from networkjournal.formats import csv_write  # csv

    if args.of != "ledger":
        return csv_write.contacts(_people(context), args.private, context.journal.books.contacts.uids())
    from networkjournal.reports.ledger import told

    return csv_write.exchanges(told(context.journal, *_span(args)))


def _ics(context: Context, args: Args) -> str:
    from networkjournal.formats.ics_write import Dated, calendar  # hashlib

    books, (first, last) = context.journal.books, _span(args)
    events = [Dated(books.events.uid(event.id), event) for event in books.events.all() if first <= event.on <= last]
    return calendar(reversed(events), books.actions.standing(), context.today)


def _hledger(context: Context, args: Args) -> str:
    from networkjournal.formats.hledger_write import journal
    from networkjournal.reports.ledger import settlements, told

    first, last = _span(args)
    settled = (one for one in settlements(context.journal) if first <= one.on <= last)
    return journal(told(context.journal, first, last), settled)


def _json(context: Context, args: Args) -> str:
    from networkjournal.formats.own_json import write  # json, and much besides

    return write(context.journal, args.private)


def _people(context: Context) -> tuple[Contact, ...]:
    """All contacts, archived ones last."""
    contacts = context.journal.books.contacts
    return (*contacts.all(), *contacts.all(archived=True))


def _span(args: Args) -> tuple[date, date]:
    return args.from_ or date.min, args.until or date.max


_DATED = ("csv --of ledger", "ics", "hledger", "markdown")
"""What can be of some days only."""
_MAKERS: Mapping[str, Make] = {"vcf": _vcf, "csv": _csv, "ics": _ics, "hledger": _hledger, "json": _json}

COMMAND = Command(
    "export",
    N_("Take everything away, for other programs and for reading."),
    run,
    arguments=(Argument("FORMAT", N_("What to make."), choices=(*_MAKERS, "markdown")),),
    options=(
        Option(("--to",), N_("The file to write, or the folder for markdown."), metavar="PATH", kind="path"),
        Option(("--force",), N_("Write over what is there.")),
        Option(("--private",), N_("Let out cautions, aims, needs and how you met, too.")),
        Option(("--of",), N_("What a CSV is of: contacts without it."), metavar="WHAT", choices=("contacts", "ledger")),
        Option(("--from",), N_("Only what is dated this day or later."), metavar="DATE", kind="date"),
        Option(("--until",), N_("Only what is dated this day or earlier."), metavar="DATE", kind="date"),
        Option(
            ("--version",), N_("The version of vCard: 3.0 without it."), metavar="3.0|4.0", choices=("3.0", "4.0"),
            name="card_version",
        ),
    ),
    group=DATA,
    description=N_(
        "vcf: contacts for an address book. csv: contacts, or the ledger, for a spreadsheet. ics: events and what is "
        "to be done. hledger: the ledger as a journal for hledger. markdown: a folder with a page for each day and "
        "each person. json: everything, which `import` reads again without loss.\n\nWithout --private, cautions, aims, "
        "needs and how you met stay here (of json: cautions, aims and refusals); entries are texts, and go out as they "
        "are."
    ),
    examples=(
        ("export vcf --to contacts.vcf", N_("for the telephone")),
        ("export csv --of ledger --from 2026-01-01", N_("what passed this year, for a spreadsheet")),
        ("export json --private --to all.json", N_("everything, for another journal file")),
        ("export markdown --to ~/journal-pages", N_("to read without this program")),
    ),
)  # fmt: skip
