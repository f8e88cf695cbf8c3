"""`cadence`: how often to be in touch, with one contact, with all who have a tag, or with all who fit a persona."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from networkjournal import mirror
from networkjournal.capture.spans import read_span
from networkjournal.cli import mirrored
from networkjournal.cli.arguments import Args, Argument, Option, UsageError
from networkjournal.cli.command import JSON, PEOPLE, Command, Context
from networkjournal.cli.documents import Document
from networkjournal.cli.field_options import WrongUse, words, wrong
from networkjournal.cli.name import find_contact
from networkjournal.cli.numbered import numbered
from networkjournal.cli.output import Painted, Piece
from networkjournal.errors import NotFound
from networkjournal.i18n import N_, _, ngettext
from networkjournal.lean import NamedTuple
from networkjournal.model.cadence import Cadence, Rhythm
from networkjournal.model.contact import Contact
from networkjournal.model.days import shifted
from networkjournal.model.folding import name_key
from networkjournal.reports.cadences import by_cadence, rhythm_of

_WHO_DAYS = "WHO DAYS"
USUAL_SNOOZE = 14
"""So many days without a day or a span."""


class Listed(NamedTuple):
    """One cadence, whom it is for in words, and those for whom it holds."""

    cadence: Cadence
    title: str
    people: tuple[Rhythm, ...]


def set_(context: Context, args: Args) -> None:
    """Set how often to be in touch."""
    typed: Sequence[str] = args.get(_WHO_DAYS.lower())
    who, days = _split(typed, alone=args.tag is not None or args.persona is not None)
    cadence = context.journal.set_cadence(_target(context, args, who)._replace(days=days))
    if context.json:
        context.out.json(_document(next(_listed(context, [cadence])), context.today))
    else:
        title = _title(context, cadence)
        context.out.line(_("Set: {who}, {often}.").format(who=title, often=mirror.every(cadence.days)))


def show_all(context: Context, args: Args) -> None:
    """Print every cadence, with how things stand."""
    listed = [*_listed(context, context.journal.books.cadences.all())]
    if context.json:
        context.out.json([_document(each, context.today) for each in listed])
    elif listed:
        heads = (_("For"), _("How often"), _("How it stands"))
        context.out.table([_row(each, context.today) for each in listed], "lll", heads)
    else:
        context.out.line(
            _("Nothing is set: `cadence set NAME 30d`, and `today` says when a silence has grown too long.")
        )


def remove(context: Context, args: Args) -> None:
    """Let there be no cadence for somebody, a tag or a persona."""
    target = _target(context, args, words(args.who))
    cadence = context.journal.books.cadences.same(target)
    if cadence is None:
        raise NotFound("cadence", _title(context, target))
    title = _title(context, cadence)
    context.journal.remove_cadence(cadence)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=title))


def snooze(context: Context, args: Args) -> None:
    """Let somebody be silent for a while."""
    if args.until is not None and args.for_ is not None:
        raise WrongUse("--until", "", "one_of")
    person = find_contact(context, words(args.name))
    days = _days("--for", args.for_) if args.for_ is not None else USUAL_SNOOZE
    until = args.until or shifted(context.today, days)
    if until < context.today:
        raise wrong("--until", until.isoformat(), "range")
    _print_snoozed(context, context.journal.snooze(person.id, until))


def wake(context: Context, args: Args) -> None:
    """Mind somebody's silence again."""
    _print_snoozed(context, context.journal.snooze(find_contact(context, words(args.name)).id, None))


def _print_snoozed(context: Context, person: Contact) -> None:
    until = person.snoozed_until
    if context.json:
        found = rhythm_of(context.journal, person, context.today)
        snoozed = {"contact": person.handle, "snoozed_until": until.isoformat() if until else None}
        context.out.json(snoozed | {"cadence": mirrored.rhythm(found, context.today) if found else None})
    elif until is None:
        context.out.line(_("{name} may be silent as long as the cadence says.").format(name=person.name))
    else:
        context.out.line(_("Quiet until {date}: {name}").format(date=until.isoformat(), name=person.name))


def _split(typed: Sequence[str], *, alone: bool) -> tuple[str, int]:
    """Part the words into who and how often: the last two words where they are a span, or else the last one."""
    if alone:
        return "", _days("DAYS", words(typed))
    for count in (2, 1):
        days = read_span(" ".join(typed[-count:])) if len(typed) > count else None
        if days is not None:
            return words(typed[:-count]), days
    if len(typed) == 1:
        raise UsageError("missing", "DAYS")
    raise WrongUse("DAYS", typed[-1], "span")


def _days(name: str, typed: str) -> int:
    days = read_span(typed)
    if days is None:
        raise wrong(name, typed, "span")
    return days


def _target(context: Context, args: Args, who: str) -> Cadence:
    """The cadence of whom it is for, without its days. Exactly one of contact, tag and persona has to be said."""
    if bool(who) + (args.tag is not None) + (args.persona is not None) != 1:
        raise WrongUse("", "", "one_target")
    if args.tag is not None:
        tag = args.tag.strip().lstrip("#＃").strip()
        if not tag:
            raise wrong("--tag", args.tag, "empty")
        return Cadence(0, tag=_known_tag(context, tag))
    if args.persona is not None:
        personas = tuple(context.journal.books.personas.all())
        found = numbered("persona", args.persona, personas, lambda item: item.id, lambda item: item.who)
        return Cadence(0, persona=found.id)
    return Cadence(0, contact=find_contact(context, who).id)


def _known_tag(context: Context, tag: str) -> str:
    """The tag as a cadence or a contact writes it already, so that one tag has one cadence."""
    set_already = (cadence.tag for cadence in context.journal.books.cadences.all() if cadence.tag)
    known = (*set_already, *(known for _contact, known in context.journal.books.silences.tags()))
    return next((other for other in known if name_key(other) == name_key(tag)), tag)


def _title(context: Context, cadence: Cadence) -> str:
    books = context.journal.books
    if cadence.contact is not None:
        return books.contacts.get(cadence.contact).name
    if cadence.persona is not None:
        try:
            return books.personas.get(cadence.persona).who
        except KeyError:  # the persona was removed; its cadence means nobody now
            return _("a persona that was removed")
    return f"#{cadence.tag}"


def _listed(context: Context, cadences: Iterable[Cadence]) -> Iterator[Listed]:
    found = by_cadence(context.journal, context.today)
    return (Listed(each, _title(context, each), found.get(each.id, ())) for each in cadences)


def _row(listed: Listed, today: date) -> tuple[Piece, ...]:
    return listed.title, mirror.every(listed.cadence.days), _stands(listed, today)


def _stands(listed: Listed, today: date) -> Piece:
    """When it was last and is next; of a tag or a persona, how many they are."""
    fading = sum(rhythm.fading(today) for rhythm in listed.people)
    if listed.cadence.contact is not None:
        said = "".join(mirror.standing(rhythm, today) for rhythm in listed.people)
    else:
        count = len(listed.people)
        said = ngettext("{n} person", "{n} people", count).format(n=count)
        if fading:
            said += " · " + ngettext("{n} fading", "{n} fading", fading).format(n=fading)
    return Painted(f"{said} !", "attention") if fading else said


def _document(listed: Listed, today: date) -> Document:
    cadence = listed.cadence
    return {
        "number": cadence.id,
        "for": ("contact", "persona", "tag")[cadence.rank],
        "title": listed.title,
        "tag": cadence.tag or None,
        "persona": cadence.persona,
        "days": cadence.days,
        "people": [mirrored.rhythm(rhythm, today) for rhythm in listed.people],
    }


_TAG = Option(("--tag",), N_("Everybody who has this tag."), metavar="TAG")
_PERSONA = Option(("--persona",), N_("Everybody who fits this persona: its number, or its words."), metavar="PERSONA")
_UNTIL = Option(("--until",), N_("The last day on which silence is all right."), metavar="DATE", kind="due")
_FOR = Option(("--for",), N_("For so long: 2w, 10 days, 1 month."), metavar="SPAN")
_NAME = Argument("NAME", N_("The contact: a name, a reading, romaji, or a handle."), "some")

COMMAND = Command(
    "cadence",
    N_("How often to be in touch; `today` says when a silence has grown too long."),
    group=PEOPLE,
    subcommands=(
        Command(
            "set",
            N_("Set how often: for a contact, a tag or a persona."),
            set_,
            (Argument(_WHO_DAYS, N_("The contact (none with --tag or --persona), and how often: 30d, 6w, 3 months."),
                      "some"),),
            (_TAG, _PERSONA, JSON),
            description=N_(
                "A contact's own cadence holds before a persona's, and that before a tag's; of several the shortest. "
                "Any exchange with somebody, and any entry that mentions them, counts as being in touch."
            ),
            examples=(
                ("cadence set tanaka 30d", N_("at most 30 days of silence with 田中 太郎")),
                ("cadence set --tag care 3 months", N_("everybody with the tag care")),
            ),
        ),
        Command("list", N_("List them, with how things stand."), show_all, options=(JSON,)),
        Command(
            "remove",
            N_("Remove one."),
            remove,
            (Argument("WHO", N_("The contact; none with --tag or --persona."), "rest"),),
            (_TAG, _PERSONA),
        ),
        Command(
            "snooze",
            N_("Let somebody be silent for a while; for two weeks where nothing else is said."),
            snooze,
            (_NAME,),
            (_UNTIL, _FOR, JSON),
        ),
        Command("wake", N_("Mind somebody's silence again."), wake, (_NAME,), (JSON,)),
    ),
)  # fmt: skip
