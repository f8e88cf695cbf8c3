"""`suggest`: what could be given, to whom, and why."""

from networkjournal import purpose
from networkjournal.cli import purposed
from networkjournal.cli.arguments import Args, Option
from networkjournal.cli.command import JSON, LOOKING_BACK, Command, Context
from networkjournal.cli.name import find_contact
from networkjournal.cli.output import Painted, terminal_width, wrapped
from networkjournal.errors import NotFound
from networkjournal.i18n import N_, _
from networkjournal.reports.suggest import Suggested, Suggestion, suggest

INDENT = 4
NARROWEST = 20


def run(context: Context, args: Args) -> None:
    """Print what could be given, or set one of it aside."""
    contact = find_contact(context, args.who).id if args.who else None
    found = suggest(context.journal, context.today, contact)
    if args.not_ is not None:
        found = _set_aside(context, found, args.not_, contact)
    if context.json:
        context.out.json(purposed.suggested(found, context.today))
    elif args.not_ is None:
        _print(context, found)


def _set_aside(context: Context, found: Suggested, number: int, contact: int | None) -> Suggested:
    """Remember that the suggestion of this number is not wanted; give what is suggested then."""
    if not 1 <= number <= len(found.suggestions):
        known = tuple(str(n) for n in range(1, len(found.suggestions) + 1))
        raise NotFound("suggestion", str(number), known)
    item = found.suggestions[number - 1]
    context.journal.dismiss(item.key, purpose.what(item))
    if not context.json:
        context.out.line(_("Not suggested again: {what}. `undo` brings it back.").format(what=purpose.what(item)))
    return suggest(context.journal, context.today, contact)


def _print(context: Context, found: Suggested) -> None:
    out = context.out
    if not found.suggestions:
        out.line(purpose.none())
    for number, item in enumerate(found.suggestions, 1):
        out.line(Painted(f"{number:2}  ", "heading"), purpose.what(item))
        for line in _below(context, item):
            out.line(" " * INDENT, Painted(line, "faint"))
        for minded in item.mind:
            out.line(" " * INDENT, Painted(purpose.mind(minded, item.name), "attention"))
    if left := purpose.left_out(found.left_out):
        out.line(Painted(left, "faint"))


def _below(context: Context, item: Suggestion) -> list[str]:
    because, cells = purpose.because(item, context.today), terminal_width()
    return [because] if cells is None else wrapped(because, max(cells - INDENT, NARROWEST))


COMMAND = Command(
    "suggest",
    N_("What you could give, to whom, and why."),
    run,
    options=(
        Option(("--who",), N_("Only what this contact could be given, or could help with."), metavar="NAME"),
        Option(("--not",), N_("Do not suggest the one of this number again."), metavar="N", kind="int"),
        JSON,
    ),
    group=LOOKING_BACK,
    examples=(("suggest --who tanaka", N_("what 田中 太郎 could use")), ("suggest --not 2", N_("not this one"))),
)
