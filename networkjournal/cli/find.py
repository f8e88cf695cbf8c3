"""`find QUERY`: everything that has the words, the best first, each with the piece that matched."""

from networkjournal import labels
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Argument, Option, UsageError
from networkjournal.cli.command import DAILY, JSON, Command, Context
from networkjournal.cli.output import Out, Painted, Piece
from networkjournal.errors import Invalid, NotFound
from networkjournal.i18n import N_, _
from networkjournal.model.query import in_one_word, read_asked
from networkjournal.reports.find import Hit, find
from networkjournal.reports.scope import scope

MOST = 50


def run(context: Context, args: Args) -> int | None:
    """Print what is found, one line each, under what it is; exit 1 where that is nothing."""
    query = " ".join(_typed(context, word) for word in args.query)
    if not query.strip():
        raise UsageError("missing", "QUERY")
    found = find(context.journal, query, args.most, context.today, best=args.sort == "best")
    if context.json:
        context.out.json([documents.hit(hit) for hit in found.hits])
        return None
    if not found.hits:
        context.err(_("Nothing is found."))
        return 1
    for kind, hits in found.groups:
        context.out.line(Painted(labels.kind(kind), "faint"))
        for hit in hits:
            _print(context.out, hit)
    if found.more:
        context.out.line(Painted(_("There is more; ask for it with --most."), "faint"))
    return None


def _typed(context: Context, word: str) -> str:
    """A word of a command line, typed in one line: a shell may have kept a name together, or the whole query."""
    whole = in_one_word(word)
    try:
        scope(context.journal, read_asked(whole).filters, context.today)
    except (NotFound, Invalid):
        return word
    return whole


def _print(out: Out, hit: Hit) -> None:
    day = f"{hit.day.isoformat()}  " if hit.day else ""
    if hit.kind == "entry":
        out.line("  ", day, Painted(str(hit.id), "faint"), "  ", *_matched(hit))
    elif hit.by_title:
        out.line("  ", day, *_matched(hit), *((f"  {hit.detail}",) if hit.detail else ()))
    else:
        label = Painted(f"  {labels.field(hit.field)}", "faint")
        out.line("  ", day, hit.title, label, *(("  ", *_matched(hit)) if hit.match else ()))


def _matched(hit: Hit) -> tuple[Piece, ...]:
    return hit.before, Painted(hit.match, "heading"), hit.after


COMMAND = Command(
    "find",
    N_("Find people, goals, events and all that was written, the best first."),
    run,
    arguments=(Argument("QUERY", N_('Words that must all be there; "…" keeps words together.'), "some"),),
    options=(
        Option(
            ("--sort",),
            N_("Which entries come first: the newest, or those in which the words stand closest."),
            metavar="ORDER",
            choices=("newest", "best"),
            default="newest",
        ),
        Option(("--most",), N_("Show at most so many."), metavar="N", kind="count", default=MOST),
        JSON,
    ),
    group=DAILY,
    description=N_(
        "People are found by every spelling of their names: kanji, kana, romaji. Japanese words are found anywhere, "
        "even of one character; Latin words by their beginnings. Filters say where to look: who:NAME goal:NAME "
        "event:NAME (what mentions them, or is about them), kind:KIND (insight, result, action, exchange, a kind of "
        "exchange, entry, contact, goal, event …), from:DATE to:DATE (a day, 2026-11 or 2026; entries and what has a "
        "day). In Japanese: 誰: 目的: 会: 種類: から: まで:. Exit status 1: nothing is found."
    ),
    examples=(
        ("find tanaka", N_("田中 太郎, by his reading")),
        ("find 訪問 加算", N_("what has both words, in any order")),
        ("find '\"home care\"'", N_("what has these words together")),
        ("find who:tanaka kind:insight", N_("what you learned, in entries that mention Tanaka")),
        ("find 夜間 誰:鈴木 から:2026-11", N_("the same word, with Suzuki, since November")),
    ),
)
