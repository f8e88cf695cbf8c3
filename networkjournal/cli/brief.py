"""`brief NAME`: the sheet to read before meeting someone, on one screen."""

from collections.abc import Sequence

from networkjournal import brief_sheet, wording
from networkjournal.brief_sheet import Line
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import DAILY, JSON, MARKDOWN, Command, Context
from networkjournal.cli.name import find_contact
from networkjournal.cli.output import Meaning, Out, Painted, Piece, terminal_size, wrapped
from networkjournal.i18n import N_, _, ngettext
from networkjournal.lean import Any
from networkjournal.reports.brief import Brief, brief_of

_PAINT: dict[str, Meaning] = {"name": "heading", "reason": "faint", "mind": "attention"}
BELOW = 2
"""Lines of a terminal that the prompt takes, once the brief stands above it."""


def run(context: Context, args: Args) -> None:
    """Print the brief of the one contact meant."""
    sheet = brief_of(context.journal, find_contact(context, " ".join(args.name)), context.today)
    if args.markdown:
        _write(context, sheet, args.private)
    elif context.json:
        context.out.json(document(sheet))
    else:
        _print(sheet, context.out)


def document(sheet: Brief) -> dict[str, Any]:
    """The brief as `--json` prints it."""
    from networkjournal.cli import documents, human_capital, mirrored, purposed  # all that can be printed so: 1.5 ms

    return {
        "contact": documents.contact(sheet.contact),
        "balance": documents.balance(sheet.account, sheet.today),
        "recent": [documents.exchange(item.exchange) | {"entry": item.entry} for item in sheet.recent],
        "owed": [documents.action(action, sheet.today) for action in sheet.owed],
        "awaited": [documents.action(action, sheet.today) for action in sheet.awaited],
        "goals": list(sheet.goals),
        "events": [documents.event(event, sheet.today) for event in sheet.events],
        "suggestions": [purposed.suggestion(item, sheet.today) for item in sheet.suggestions],
        "last_entries": [documents.entry(entry) for entry in sheet.last_entries],
        "refusals": [human_capital.refusal(refusal) for refusal in sheet.refusals],
        "flags": list(sheet.flags),
        "findings": [mirrored.finding(found) for found in sheet.findings],
        "cadence": mirrored.rhythm(sheet.rhythm, sheet.today) if sheet.rhythm else None,
    }


def _write(context: Context, sheet: Brief, private: bool) -> None:
    from networkjournal import markdown_page  # nothing else needs it

    context.out.document(markdown_page.brief_page(sheet, private))
    if markdown_page.minds(sheet):
        told = _("It has what to mind about them as well. Mind who gets it.")
        context.err(told if private else _("What to mind about them stays here; with --private it comes along."))


def _print(sheet: Brief, out: Out) -> None:
    found = brief_sheet.lines(sheet)
    size = terminal_size()
    shown = found if size is None else fitted(found, size.columns, size.lines - BELOW)
    count = sum(line.meaning == "exchange" for line in shown)
    rows = [wording.exchange_row(item.exchange) for item in sheet.recent[:count]]
    for line in shown:
        if line.meaning != "exchange":
            out.line(*_pieces(line))
        elif rows:
            out.table(rows, "llllrr")
            rows = []
    if left := len(found) - len(shown):
        sentence = ngettext("{n} more line: `contact show`, `ledger`", "{n} more lines: `contact show`, `ledger`", left)
        out.line(Painted(sentence.format(n=left), "faint"))


def fitted(lines: Sequence[Line], cells: int, most: int) -> tuple[Line, ...]:
    """The lines that matter most, as far as they fit so many lines of a terminal. What is first is never left out."""
    heights = [1 if line.meaning in ("exchange", "gap") else len(wrapped(_plain(line), cells)) for line in lines]
    kept = set(range(len(lines)))
    for place in sorted(kept, key=lambda place: (-lines[place].rank, -place)):
        if sum(heights[place] for place in kept) <= most - (len(kept) < len(lines)) or not lines[place].rank:
            break
        kept.remove(place)
    return tuple(line for place, line in enumerate(lines) if place in kept)


def _plain(line: Line) -> str:
    return "".join(piece if isinstance(piece, str) else piece.text for piece in _pieces(line))


def _pieces(line: Line) -> tuple[Piece, ...]:
    label = (Painted(f"{line.label}: ", "faint"),) if line.label else ()
    indent = "  " if line.meaning in ("reason", "mind") else ""
    text: Piece = Painted(line.text, _PAINT[line.meaning]) if line.meaning in _PAINT else line.text
    return (*label, indent, text, line.note)


COMMAND = Command(
    "brief",
    N_("The sheet to read before meeting someone."),
    run,
    arguments=(Argument("NAME", N_("The contact: a name, a reading, romaji, or a handle."), "some"),),
    options=(
        MARKDOWN,
        Option(("--private",), N_("With --markdown: also cautions, and what you decided not to pursue.")),
        JSON,
    ),
    group=DAILY,
    description=N_(
        "At a terminal it fits one screen: what matters least is left out, and the last line says how much."
    ),
    examples=(("brief tanaka", N_("find 田中 太郎 by his reading")),),
)
