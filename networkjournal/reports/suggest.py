"""Suggestions: what I could give to whom, and why: an offer, an introduction, a return for what I received.

Promises at most a few, each with its reason and with what speaks against it, and a count of what was left out. Refuses
to look at everybody for one person: then only their own records are read, and whom the index of words leads to.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from networkjournal.journal import Journal
from networkjournal.lean import TYPE_CHECKING, Literal, NamedTuple
from networkjournal.model.contact import Contact
from networkjournal.model.days import shifted
from networkjournal.model.exchange import Passed, Which
from networkjournal.model.posting import Named

if TYPE_CHECKING:
    from networkjournal.model.giving import Why
    from networkjournal.model.strength import Offer

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
RETURNS = 20


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
    because: "tuple[Why, ...]"
    key: str
    """By which it is known when it is not wanted."""
    score: int
    offer: "Offer | None" = None
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
    offers = tuple(journal.books.offers.all())
    if offers or contact.needs or contact.notes:
        from networkjournal.reports.suggesting import for_one  # words and their patterns: 6 ms

        yield from for_one(journal, contact, offers)
    yield from _returns(journal, today, contact.id)


def _everybody(journal: Journal, today: date) -> Iterator[Suggestion]:
    from networkjournal.reports.suggesting import for_everybody  # see `_for_one`

    yield from for_everybody(journal)
    yield from _returns(journal, today)


def _helped_by(journal: Journal, contact: Contact) -> Iterator[Suggestion]:
    from networkjournal.reports.suggesting import helped_by  # see `_for_one`

    yield from helped_by(journal, contact)


def _returns(journal: Journal, today: date, contact: int | None = None) -> Iterator[Suggestion]:
    """For what I received longest ago and gave nothing for since."""
    until = shifted(today, -RETURN_AFTER)
    for passed in journal.books.exchanges.unreturned(until, RETURNS, contact):
        score = 4 + min((today - passed.on).days // 30, 4)
        key = f"return {passed.contact.id} {passed.on.isoformat()}"
        yield Suggestion("return", passed.contact, passed.name, passed.words, (), key, score, received=passed)


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
        from networkjournal.model.giving import alike  # see `_for_one`
        from networkjournal.model.words import words

        which = Which(contact=item.contact.id, direction="given")
        given = self._journal.books.exchanges.page(which, 0, GIVEN_READ)
        wanted = words(item.offer.what)
        return next((passed.on for passed in given if alike(wanted, passed.words)), None)

    def _mind(self, contact: Contact, item: Suggestion) -> Iterator[Mind]:
        what = _said(item)
        if contact.caution.strip() or contact.suspected.strip():
            yield Mind("caution", contact.caution.strip() or contact.suspected.strip())
        if contact.withheld.strip() and (item.kind == "return" or _touches(contact.withheld, what)):
            yield Mind("withheld", contact.withheld.strip())
        for refusal in self._refusals:
            if refusal.contact == contact.handle or (not refusal.contact and _alike(refusal.what, what)):
                yield Mind("refusal", refusal.what)


def _said(item: Suggestion) -> str:
    offer = item.offer
    return "\n".join((offer.what, *offer.audience)) if offer else item.what


def _alike(wanted: str, said: str) -> bool:
    from networkjournal.model.giving import alike  # see `_for_one`
    from networkjournal.model.words import words

    return alike(words(wanted), said)


def _touches(said: str, what: str) -> bool:
    from networkjournal.model.giving import touches  # see `_for_one`

    return touches(said, what)
