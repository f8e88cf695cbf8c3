"""How often one means to be in touch, and with whom the silence has grown longer than that.

Promises the nearest cadence for each: the contact's own, then a persona's, then a tag's, the shortest of several. Looks
people up one by one only where they are few, or are to be shown.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from networkjournal.journal import Journal
from networkjournal.lean import NamedTuple
from networkjournal.model.cadence import Cadence, Rhythm, holding, is_fading, is_snoozed
from networkjournal.model.contact import Contact
from networkjournal.model.folding import name_key
from networkjournal.store.silences import Quiet

FEW = 200
"""So many people are looked up one by one; of more, those whom entries mention lately are left out at once."""


class Fading(NamedTuple):
    """Those whose silence is longer than meant, the one that is longest over first."""

    shown: tuple[Rhythm, ...]
    total: int
    """How many there are, shown or not."""


def rhythm_of(journal: Journal, contact: Contact, today: date) -> Rhythm | None:
    """Give how the silence of one contact stands; `None` where nothing is meant for them."""
    cadence = journal.books.cadences.of_contact(contact.id) or holding(_around(journal, contact))
    if cadence is None:
        return None
    last, entry = journal.books.silences.last(contact.id, today) or (None, 0)
    return Rhythm(contact.id, contact.handle, contact.name, cadence, last, entry, contact.snoozed_until)


def fading(journal: Journal, today: date, most: int | None = None) -> Fading:
    """Give those with whom contact fades, at most so many."""
    meant = targets(journal)
    if not meant:
        return Fading((), 0)
    quiet = [who for who in journal.books.silences.some(sorted(meant), today) if _may_fade(who, meant, today)]
    quiet.sort(key=lambda who: (who.exchanged or date.min).toordinal() + meant[who.contact].days)
    if len(quiet) > FEW:
        quiet = _unmentioned(journal, quiet, meant, today)
        shown = quiet[:most]
        found = [_rhythm(journal, who, meant, today) for who in shown[:FEW]]
        found += [_by_exchange(who, meant) for who in shown[FEW:]]
        return Fading(_longest_over(found), len(quiet))
    found = [_rhythm(journal, who, meant, today) for who in quiet]
    over = _longest_over(rhythm for rhythm in found if rhythm.fading(today))
    return Fading(over[:most], len(over))


def targets(journal: Journal) -> Mapping[int, Cadence]:
    """Give everybody for whom a cadence is meant, with the one that holds."""
    found: dict[int, list[Cadence]] = {}
    cadences = tuple(journal.books.cadences.all())
    for cadence in cadences:
        for contact in _whom(journal, cadence):
            found.setdefault(contact, []).append(cadence)
    by_tag: dict[str, list[Cadence]] = {}
    for cadence in cadences:
        if cadence.tag:
            by_tag.setdefault(name_key(cadence.tag), []).append(cadence)
    if by_tag:
        for contact, tag in journal.books.silences.tags():
            if theirs := by_tag.get(name_key(tag)):
                found.setdefault(contact, []).extend(theirs)
    return {contact: nearest for contact, theirs in found.items() if (nearest := holding(theirs))}


def by_cadence(journal: Journal, today: date) -> Mapping[int, tuple[Rhythm, ...]]:
    """Give, for each cadence by its id, those for whom it holds."""
    meant = targets(journal)
    found: dict[int, list[Rhythm]] = {}
    for who in journal.books.silences.some(sorted(meant), today):
        found.setdefault(meant[who.contact].id, []).append(_rhythm(journal, who, meant, today))
    return {cadence: tuple(people) for cadence, people in found.items()}


def _whom(journal: Journal, cadence: Cadence) -> Iterator[int]:
    """The contact or, of a persona, those who fit it."""
    if cadence.contact is not None:
        yield cadence.contact
    elif cadence.persona is not None:
        yield from fitting(journal, cadence.persona)


def fitting(journal: Journal, persona: int) -> tuple[int, ...]:
    """Give the contacts who fit a persona; nobody where it was removed."""
    from networkjournal.reports.coverage import persona_matches  # words and matching: only for personas

    try:
        found = persona_matches(journal, journal.books.personas.get(persona))
    except KeyError:
        return ()
    return tuple(fit.contact.id for fit in found)


def _fits(journal: Journal, contact: Contact, persona: int) -> bool:
    from networkjournal.model.matching import match, parts, sought  # see `fitting`

    try:
        wanted = sought(journal.books.personas.get(persona))
    except KeyError:
        return False
    return match(wanted, parts(contact)) is not None


def _around(journal: Journal, contact: Contact) -> Iterator[Cadence]:
    """The cadences that are for a contact because of a tag or a persona."""
    tags = {name_key(tag) for tag in contact.tags}
    for cadence in journal.books.cadences.all():
        if cadence.tag:
            if name_key(cadence.tag) in tags:
                yield cadence
        elif cadence.persona is not None and _fits(journal, contact, cadence.persona):
            yield cadence


def _may_fade(who: Quiet, meant: Mapping[int, Cadence], today: date) -> bool:
    """Whether exchanges alone would let it fade; an entry may still have kept it alive."""
    if who.exchanged is None:
        return not is_snoozed(who.snoozed, today)
    return is_fading(who.exchanged, meant[who.contact].days, who.snoozed, today)


def _unmentioned(journal: Journal, quiet: list[Quiet], meant: Mapping[int, Cadence], today: date) -> list[Quiet]:
    """Those whom no entry mentions within their days; who was never in touch at all cannot fade."""
    lately = {
        days: journal.books.silences.mentioned(today - min(timedelta(days=days), today - date.min), today)
        for days in {meant[who.contact].days for who in quiet}
    }
    return [
        who
        for who in quiet
        if who.contact not in lately[meant[who.contact].days]
        and (who.exchanged or journal.books.silences.last(who.contact, today))
    ]


def _rhythm(journal: Journal, who: Quiet, meant: Mapping[int, Cadence], today: date) -> Rhythm:
    last, entry = journal.books.silences.last(who.contact, today) or (None, 0)
    return Rhythm(who.contact, who.handle, who.name, meant[who.contact], last, entry, who.snoozed)


def _by_exchange(who: Quiet, meant: Mapping[int, Cadence]) -> Rhythm:
    """Of very many the last exchange tells: that it fades is sure, an entry may have mentioned them a bit later."""
    return Rhythm(who.contact, who.handle, who.name, meant[who.contact], who.exchanged, 0, who.snoozed)


def _longest_over(found: Iterator[Rhythm] | list[Rhythm]) -> tuple[Rhythm, ...]:
    return tuple(sorted(found, key=lambda rhythm: (rhythm.due or date.max, rhythm.contact)))
