"""Suggestions: what I could give to whom, and why: an offer, an introduction, a return for what I received.

Promises at most a few, each with its reason and with what speaks against it, and a count of what was left out. Refuses
to look at everybody for one person: then only their own records are read, and whom the index of words leads to.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from networkjournal.journal import Journal
from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.contact import Contact
from networkjournal.model.days import shifted
from networkjournal.model.exchange import Passed, Which
from networkjournal.model.giving import (
    Giving,
    Offered,
    Why,
    Wish,
    alike,
    answers,
    has,
    known,
    lines_about,
    offered,
    together,
    touches,
    wishes,
)
from networkjournal.model.posting import Named
from networkjournal.model.strength import Offer
from networkjournal.model.words import Word, pieces, seed, words

Kind = Literal["offer", "introduction", "return"]

MOST = 5
EACH = 2
"""So many for one person: a list about a single one is not a look around."""
A_KIND = 3
"""So many of a kind, where there are others."""
GIVEN_LATELY = 60
"""What was given to somebody in so many days is not suggested again."""
RETURN_AFTER = 14
"""So many days after something was received it is time to think of a return."""
GIVEN_READ = 30
"""So many of the latest exchanges with somebody are looked through for what was given already."""
ENTRIES_READ = 3
ASKING = 100
"""So many people are asked what they look for: those with whom something passed last."""
HELPING = 12
"""So many people are looked at for one who has what another looks for."""
LIKELY = 300
"""So many people are looked at closely for what could be offered them: those on whose cards most of its words stand."""
RETURNS = 20
TELLING = 200
"""So many entries are looked through for words of an offer, the newest."""
BATCH = 500


class Mind(NamedTuple):
    """What speaks against giving this, or asks for care."""

    code: Literal["caution", "withheld", "refusal"]
    words: str


class Suggestion(NamedTuple):
    """Something I could give."""

    kind: Kind
    contact: Named
    """To whom."""
    name: str
    what: str
    """The offer; whom to introduce; the words of what was received."""
    because: tuple[Why, ...]
    key: str
    """By which it is known when it is not wanted."""
    score: int
    offer: Offer | None = None
    other: Named | None = None
    """Whom to introduce."""
    received: Passed | None = None
    """What asks for a return."""
    given_on: date | None = None
    """When something like it was given before."""
    mind: tuple[Mind, ...] = ()


class LeftOut(NamedTuple):
    """How many were left out, and why."""

    given: int = 0
    """Given to them lately, or introduced already."""
    dismissed: int = 0
    archived: int = 0
    more: int = 0
    """Behind the few that are shown."""


class Suggested(NamedTuple):
    """What could be given, the best first."""

    suggestions: tuple[Suggestion, ...]
    left_out: LeftOut


def suggest(journal: Journal, today: date, contact_id: int | None = None, most: int = MOST) -> Suggested:
    """Suggest what to give: to anybody, or to (or by means of) one contact."""
    if contact_id is None:
        return _chosen(journal, today, _everybody(journal, today), most, EACH)
    contact = journal.books.contacts.get(contact_id)
    found = (*_for_one(journal, contact, today), *_helped_by(journal, contact))
    return _chosen(journal, today, found, most, most)


def suggest_for(journal: Journal, contact: Contact, today: date, most: int = MOST) -> Suggested:
    """Suggest what to give to one contact. Reads their records, and whom the index of words leads to."""
    return _chosen(journal, today, _for_one(journal, contact, today), most, most)


def _for_one(journal: Journal, contact: Contact, today: date) -> Iterator[Suggestion]:
    offers = tuple(map(offered, journal.books.offers.all()))
    if offers:
        yield from _offers(contact, offers, _lines(journal, contact))
    asking = wishes(contact)
    if asking and journal.books.contacts.met((contact.id,)):
        for wish in asking:
            ids = journal.books.search.having("contact", map(pieces, wish.words), HELPING)
            yield from _who_has(journal, contact, wish, ids)
    yield from _returns(journal, today, contact.id)


def _helped_by(journal: Journal, contact: Contact) -> Iterator[Suggestion]:
    """Whom one contact could help, as far as the index of words leads to somebody who looks for their field."""
    if not journal.books.contacts.met((contact.id,)):
        return
    theirs = (*words(contact.title), *(word for text in (*contact.tags, *contact.can_give) for word in words(text)))
    ids = journal.books.search.having("contact", map(pieces, theirs), ASKING)
    others = journal.books.contacts.met(other for other in ids if other != contact.id)
    for other in journal.books.contacts.some(others):
        for wish in wishes(other):
            yield from _who_has(journal, other, wish, (contact.id,))


def _everybody(journal: Journal, today: date) -> Iterator[Suggestion]:
    """From one look at everybody's card: whom an offer may be for, and who may have what another one looks for."""
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
    yield from _returns(journal, today)


# finding


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


def _returns(journal: Journal, today: date, contact: int | None = None) -> Iterator[Suggestion]:
    """For what I received longest ago and gave nothing for since."""
    until = shifted(today, -RETURN_AFTER)
    for passed in journal.books.exchanges.unreturned(until, RETURNS, contact):
        score = 4 + min((today - passed.on).days // 30, 4)
        key = f"return {passed.contact.id} {passed.on.isoformat()}"
        yield Suggestion("return", passed.contact, passed.name, passed.words, (), key, score, received=passed)


def _suggestion(
    kind: Kind, contact: Contact, what: str, giving: Giving, key: str, offer: Offer | None = None,
    other: Named | None = None,
) -> Suggestion:  # fmt: skip
    named = Named(contact.id, contact.handle)
    return Suggestion(kind, named, contact.name, what, giving.because, key, giving.score, offer, other)


# choosing


def _chosen(journal: Journal, today: date, found: Iterable[Suggestion], most: int, each: int) -> Suggested:
    """The best few, looked at from the best on; what is behind them is only counted."""
    dismissed = journal.books.dismissals.keys()
    ranked = sorted({item.key: item for item in found}.values(), key=lambda item: -item.score)
    wanted = [item for item in ranked if item.key not in dismissed]
    out: Counter[str] = Counter(dismissed=len(ranked) - len(wanted))
    several = len({item.kind for item in wanted}) > 1
    shown, later = list[Suggestion](), list[Suggestion]()
    people: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    looking = _Looking(journal, today)
    for item in wanted:
        if len(shown) == most or people[item.contact.id] == each or (several and kinds[item.kind] == A_KIND):
            later.append(item)
            continue
        reason, looked = looking.at(item)
        if reason:
            out[reason] += 1
        else:
            shown.append(looked)
            people[item.contact.id] += 1
            kinds[item.kind] += 1
    shown.sort(key=lambda item: -item.score)
    out["more"] = len(later)
    return Suggested(tuple(shown), LeftOut(**out))


class _Looking:
    """Looks at one suggestion after another closely: whether it was given already, and what speaks against it."""

    def __init__(self, journal: Journal, today: date) -> None:
        self._journal, self._today = journal, today
        self._refusals = tuple(journal.books.refusals.all())

    def at(self, item: Suggestion) -> tuple[str, Suggestion]:
        """Why it is to be left out, if it is; and the suggestion with what there is to mind."""
        contact = self._journal.books.contacts.get(item.contact.id)
        if contact.archived:
            return "archived", item
        if item.other and self._introduced(contact, item.other):
            return "given", item
        given_on = self._given(item)
        if given_on and (self._today - given_on).days <= GIVEN_LATELY:
            return "given", item
        mind = tuple(self._mind(contact, item))
        return "", item._replace(given_on=given_on, mind=mind, score=item.score - 2 * bool(given_on) - 2 * len(mind))

    def _introduced(self, contact: Contact, other: Named) -> bool:
        """Whether they know each other, as far as the journal tells."""
        if contact.introduced_by == other.handle:
            return True
        books = self._journal.books
        return books.contacts.get(other.id).introduced_by == contact.handle or books.exchanges.introduced(
            contact.id, other.id
        )

    def _given(self, item: Suggestion) -> date | None:
        """When something like the offer was given to them last."""
        if item.offer is None:
            return None
        which = Which(contact=item.contact.id, direction="given")
        given = self._journal.books.exchanges.page(which, 0, GIVEN_READ)
        wanted = words(item.offer.what)
        return next((passed.on for passed in given if alike(wanted, passed.words)), None)

    def _mind(self, contact: Contact, item: Suggestion) -> Iterator[Mind]:
        what = _said(item)
        if contact.caution.strip() or contact.suspected.strip():
            yield Mind("caution", contact.caution.strip() or contact.suspected.strip())
        if contact.withheld.strip() and (item.kind == "return" or touches(contact.withheld, what)):
            yield Mind("withheld", contact.withheld.strip())
        for refusal in self._refusals:
            if refusal.contact == contact.handle or (not refusal.contact and alike(words(refusal.what), what)):
                yield Mind("refusal", refusal.what)


def _said(item: Suggestion) -> str:
    offer = item.offer
    return "\n".join((offer.what, *offer.audience)) if offer else item.what
