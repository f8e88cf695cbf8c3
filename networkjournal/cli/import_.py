"""`import FILE…`: reads contacts and entries of other programs, as a plan first, then in one step."""

from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.cli.output import Painted
from networkjournal.errors import Invalid
from networkjournal.formats import FORMATS, read_path
from networkjournal.formats.plan import Item, Plan, apply, plan
from networkjournal.i18n import N_, _

_VERDICTS = {
    "new": N_("new"),
    "same": N_("same"),
    "changed": N_("changed"),
    "doubtful": N_("doubtful"),
    "unreadable": N_("unreadable"),
}
_MIND = ("doubtful", "unreadable")
_REASONS = {
    "no_name": N_("nothing to call the person by"),
    "truncated": N_("it has no end"),
    "undecodable": N_("it is in no known encoding"),
    "stray": N_("text that belongs to no record"),
    "bad_date": N_("there is no such day"),
    "too_large": N_("it is too large"),
    "unreadable": N_("it cannot be opened"),
}


def run(context: Context, args: Args) -> None:
    """Plan, and unless it is a dry run or something cannot be read, apply."""
    journal = context.journal
    journal.source = "import"
    found = tuple(item for path in args.file for item in _items(context, path, args.format))
    made = Plan(found)
    if made.unreadable and not args.skip_bad:
        first = made.unreadable[0]
        raise Invalid(first.where, _reason(first), "bad_record" if len(made.unreadable) == 1 else "bad_records")
    if not args.dry_run:
        apply(journal, found, ", ".join(_name(path) for path in args.file))
    if context.json:
        context.out.json(_document(made, args.dry_run))
    else:
        _print(made, context, args.dry_run)


def _items(context: Context, path: str, format: str | None) -> tuple[Item, ...]:
    name, reading = read_path(path, format)
    return tuple(plan(context.journal, name, reading))


def _name(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1]


def _reason(item: Item) -> str:
    return _(_REASONS.get(item.name, item.name))


def _document(made: Plan, dry: bool) -> dict[str, object]:
    items = [
        {
            "verdict": item.verdict,
            "where": item.where,
            "name": item.name,
            "format": item.format,
            "fields": list(item.fields),
        }
        for item in made.items
    ]
    return {"applied": not dry, "items": items} | {verdict: made.count(verdict) for verdict in _VERDICTS}  # type: ignore[arg-type]


def _print(made: Plan, context: Context, dry: bool) -> None:
    shown = made.items if dry else [item for item in made.items if item.verdict in _MIND]
    rows = [
        (
            Painted(_(_VERDICTS[item.verdict]), "attention") if item.verdict in _MIND else _(_VERDICTS[item.verdict]),
            item.where,
            _reason(item) if item.verdict == "unreadable" else item.name,
            ", ".join(item.fields),
        )
        for item in shown
    ]
    context.out.table(rows, "llll")
    counts = [f"{_(word)} {made.count(verdict)}" for verdict, word in _VERDICTS.items() if made.count(verdict)]  # type: ignore[arg-type]
    sentence = _("Nothing imported yet: {counts}.") if dry else _("Imported: {counts}.")
    context.out.line(sentence.format(counts=", ".join(counts) or _("nothing")))


COMMAND = Command(
    "import",
    N_("Read contacts and entries of other programs."),
    run,
    arguments=(Argument("FILE", N_("A file, or a folder of Markdown files named by date."), "some", kind="path"),),
    options=(
        Option(
            ("--format",),
            N_("Say the format instead of having it recognised."),
            metavar="FORMAT",
            choices=tuple(f.name for f in FORMATS),
        ),
        Option(("--dry-run",), N_("Show the plan; change nothing.")),
        Option(("--skip-bad",), N_("Leave out what cannot be read, and list it.")),
        JSON,
    ),
    group=DATA,
)
