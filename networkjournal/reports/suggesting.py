"""Finding what could be given: whom an offer is for, and who has what another one looks for.

Promises to read closely only whom the index of words leads to. Refuses to choose; `reports.suggest` does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.giving import (
    Giving,
    Offered,
    Why,
    Wish,
    answers,
    has,
    known,
    lines_about,
    offered,
    together,
    wishes,
)
from networkjournal.model.posting import Named
from networkjournal.model.strength import Offer
from networkjournal.model.words import Word, pieces, seed, words
from networkjournal.reports.suggest import Kind, Suggestion

ENTRIES_READ = 3
ASKING = 100
"""So many people are asked what they look for: those with whom something passed last."""
HELPING = 12
"""So many people are looked at for one who has what another looks for."""
LIKELY = 300
"""So many people are looked at closely for what could be offered them: those on whose cards most of its words stand."""
TELLING = 200
"""So many entries are looked through for words of an offer, the newest."""
BATCH = 500


def for_one(journal: Journal, contact: Contact, offers: Iterable[Offer]) -> Iterator[Suggestion]:
    """Find what could be offered to one contact, and whom to introduce to them."""
    ready = tuple(map(offered, offers))
    if ready:
        yield from _offers(contact, ready, _lines(journal, contact))
    asking = wishes(contact)
    if asking and journal.books.contacts.met((contact.id,)):
        for wish in asking:
            ids = journal.books.search.having("contact", map(pieces, wish.words), HELPING)
            yield from _who_has(journal, contact, wish, ids)


def helped_by(journal: Journal, contact: Contact) -> Iterator[Suggestion]:
    """Find whom one contact could help, as far as the index of words leads to somebody who looks for their field."""
    if not journal.books.contacts.met((contact.id,)):
        return
    theirs = (*words(contact.title), *(word for text in (*contact.tags, *contact.can_give) for word in words(text)))
    ids = journal.books.search.having("contact", map(pieces, theirs), ASKING)
    others = journal.books.contacts.met(other for other in ids if other != contact.id)
    for other in journal.books.contacts.some(others):
        for wish in wishes(other):
            yield from _who_has(journal, other, wish, (contact.id,))


def for_everybody(journal: Journal) -> Iterator[Suggestion]:
    """Find from one look at everybody's card whom an offer may be for, and who may have what another looks for."""
    offers = tuple(map(offered, journal.books.offers.all()))
    asking = _asking(journal)
    wanted = [word for offer in offers for word in offer.words]
    sought = [word for _contact, wish in asking for word in wish.words]
    cards = journal.books.search.people_by(frozenset(map(seed, (*wanted, *sought))) - {""})
    told = _told(journal, wanted)
    for contact in _contacts(journal, (*_often(cards, wanted, LIKELY), *told)):
        yield from _offers(contact, offers, told.get(contact.id, ()))
    for contact, wish in asking:
        yield from _who_has(journal, contact, wish, _often(cards, wish.words, HELPING + 1))


def _often(cards: Mapping[str, tuple[int, ...]], wanted: Iterable[Word], most: int) -> tuple[int, ...]:
    """The ids of those whose cards have most of these words, at most so many."""
    counts: Counter[int] = Counter()
    for piece in {seed(word) for word in wanted} - {""}:
        counts.update(cards[piece])
    return tuple(contact for contact, _count in counts.most_common(most))


def _told(journal: Journal, wanted: Iterable[Word]) -> Mapping[int, tuple[str, ...]]:
    """The lines about people, by person, of entries that have such words, the newest ones."""
    entries = journal.books.search.having("entry", map(pieces, wanted), TELLING)
    named = journal.books.contacts.named_in(entries)
    found: dict[int, tuple[str, ...]] = {}
    for entry in journal.books.entries.some(named):
        for contact in named[entry.id]:
            lines = tuple(lines_about(entry.text, contact.handle))
            if lines:
                found[contact.id] = found.get(contact.id, ()) + lines
    return found


def _contacts(journal: Journal, ids: Iterable[int]) -> Iterator[Contact]:
    unique = tuple(dict.fromkeys(ids))
    for start in range(0, len(unique), BATCH):
        yield from journal.books.contacts.some(unique[start : start + BATCH])


def _offers(contact: Contact, offers: Iterable[Offered], lines: Iterable[str]) -> Iterator[Suggestion]:
    person = known(contact, lines)
    whole = together(person)
    for item in offers:
        giving = answers(item, person, whole)
        if giving:
            offer = item.offer
            yield _suggestion("offer", contact, offer.what, giving, f"offer {offer.id} {contact.id}", offer=offer)


def _lines(journal: Journal, contact: Contact) -> tuple[str, ...]:
    entries = journal.books.entries.latest_with(contact.id, ENTRIES_READ)
    return tuple(line for entry in entries for line in lines_about(entry.text, contact.handle))


def _asking(journal: Journal) -> tuple[tuple[Contact, Wish], ...]:
    """What people look for whom I know, those first with whom something passed last."""
    asking = [(contact, wish) for contact in journal.books.contacts.wishing(ASKING) for wish in wishes(contact)]
    met = journal.books.contacts.met({contact.id for contact, _wish in asking})
    return tuple((contact, wish) for contact, wish in asking if contact.id in met)


def _who_has(journal: Journal, contact: Contact, wish: Wish, ids: Iterable[int]) -> Iterator[Suggestion]:
    """Who of these has in their field, or to give, what another one looks for, where I know both."""
    others = journal.books.contacts.met(other for other in ids if other != contact.id)
    for other in journal.books.contacts.some(others):
        giving = None if other.archived else has(wish, other)
        if giving:
            because = (Why(wish.field, wish.head.shown, wish.line), *giving.because)
            key = f"introduction {contact.id} {other.id}"
            yield _suggestion("introduction", contact, other.name, Giving(giving.score + 1, because), key,
                              other=Named(other.id, other.handle))  # fmt: skip


def _suggestion(
    kind: Kind, contact: Contact, what: str, giving: Giving, key: str, offer: Offer | None = None,
    other: Named | None = None,
) -> Suggestion:  # fmt: skip
    named = Named(contact.id, contact.handle)
    return Suggestion(kind, named, contact.name, what, giving.because, key, giving.score, offer, other)
