"""`add`: saves an entry, and says what it posted and what waits."""

from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import DAILY, JSON, Command, Context
from networkjournal.cli.output import Painted
from networkjournal.errors import Invalid
from networkjournal.i18n import N_, _
from networkjournal.model.entry import Entry, Receipt
from networkjournal.wording import preview, receipt


def run(context: Context, args: Args) -> None:
    """Save the text given, or what comes from standard input or the editor."""
    text = _text(context, args)
    if not text.strip():
        raise Invalid("text", "", "empty")
    if args.text or not context.interactive:
        given = _save(context, args, text)
    else:
        from networkjournal.cli.typed import keeping  # only for what came from the editor and is nowhere else

        with keeping(context, text, Entry(0, args.date or context.today, "")):
            given = _save(context, args, text)
    if context.json:
        from networkjournal.cli import documents  # 1.5 ms with the model of all that can be printed so

        context.out.json(documents.receipt(given))
        return
    context.out.line(_("Preview, nothing saved") if args.dry_run else receipt(given.draft, given.created))
    for line, sentence, waits in preview(given.draft):
        context.out.line(f"{line:4}  ", Painted(sentence, "attention") if waits else sentence)


def _save(context: Context, args: Args, text: str) -> Receipt:
    journal = context.journal
    day, text = journal.opening(text, args.date or context.today)
    if not args.dry_run:
        return journal.capture(text, day, create=args.create)
    return journal.rehearse(text, day) if args.create else Receipt(None, journal.preview(text, day))


def _text(context: Context, args: Args) -> str:
    words: tuple[str, ...] = args.text
    if words == ("-",) or (not words and not context.interactive):
        return context.standard_input()
    if words:
        return " ".join(words)
    from networkjournal.cli.editing import edited  # only without a text: starts another program

    return edited(context, "")


COMMAND = Command(
    "add",
    N_("Write an entry; its marked lines are posted."),
    run,
    arguments=(Argument("TEXT", N_("The entry; `-` reads it from standard input, nothing opens $EDITOR."), "rest"),),
    options=(
        Option(("--date",), N_("The day it is about; today without it."), metavar="DATE", kind="date"),
        Option(("--create",), N_("Make contacts of the names that nobody bears yet.")),
        Option(("--dry-run",), N_("Show what would be posted; save nothing.")),
        JSON,
    ),
    group=DAILY,
    examples=(
        ('add "-> @suzuki info: the rules for home visits 20m"', N_("what you gave")),
        ('add "yesterday: <- @tanaka intro: @[Anna Miller]"', N_("what you received, the day before")),
    ),
)
