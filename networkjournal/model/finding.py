"""Findings: what one would rather not have noticed about one's own networking, each with its records and arithmetic.

Promises the rules as plain questions: values in, yes or no out. A finding speaks of what *I* did, never of what
somebody owes. Refuses to judge a relationship that is early: whoever gathers marks such a finding, and it is said so.
"""

from datetime import date

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.event import Event

FindingCode = Literal[
    "cards_only",
    "attending",
    "referral_silence",
    "only_taking",
    "no_purpose",
    "vague_persona",
    "scattered",
    "one_sided",
    "fading",
]
FINDING_CODES: tuple[FindingCode, ...] = (
    "referral_silence",
    "only_taking",
    "cards_only",
    "attending",
    "no_purpose",
    "vague_persona",
    "scattered",
    "one_sided",
    "fading",
)
"""In the order in which they are shown: what one can put right with somebody comes first."""

About = Literal["contact", "event", "persona", ""]
"""What a finding is about; `""` for everything together."""
EvidenceKind = Literal["entry", "event", "contact", "persona"]


class Evidence(NamedTuple):
    """One record behind a finding."""

    kind: EvidenceKind
    id: int
    line: int = 0
    """Of an entry: the line, from 1; 0 for the whole of it."""
    on: date | None = None


class Finding(NamedTuple):
    """One thing that stands out."""

    code: FindingCode
    kind: About
    id: int
    """The record that it is about; 0 for everything together."""
    handle: str
    """Empty for a persona and for everything together."""
    name: str
    """As shown: a person's name, an event's title, a persona's words."""
    figures: tuple[tuple[str, int], ...] = ()
    """Its arithmetic: names and whole numbers; weights are thousandths, times minutes, days days."""
    evidence: tuple[Evidence, ...] = ()
    """The records behind it, the newest first; of very many the newest."""
    early: bool = False
    """Whether the relationship is too young to judge: then this is no verdict, only how it stands so far."""

    def figure(self, name: str) -> int:
        """One number of the arithmetic; 0 where it has none of that name."""
        return dict(self.figures).get(name, 0)


class Thresholds(NamedTuple):
    """From where on something is a finding. The table `[findings]` of the configuration sets them."""

    cards: int = 5
    """So many business cards are many."""
    follow_up_days: int = 14
    """So long after an event there is time to follow up."""
    return_days: int = 60
    """So long after a referral or an introduction one has given something back."""
    taken_times: float = 2
    """So many times what was given is received before it is taking."""
    taken_count: int = 2
    """So many things are received before it is taking."""
    scattered_percent: int = 50
    """So much of the time may go to no goal."""
    scattered_minutes: int = 120
    """Less time than this tells nothing."""
    one_sided_count: int = 5
    """So often one has given."""
    one_sided_days: int = 180
    """So long ago one began to give."""


THRESHOLDS = Thresholds()
SO_FAR = 2
"""So often one has given to an early relationship before it is called one-sided so far."""


def no_purpose(event: Event) -> bool:
    """Whether one goes, or went, without knowing why."""
    return not event.purpose.strip()


def cards_only(event: Event, followed: bool, today: date, limits: Thresholds = THRESHOLDS) -> bool:
    """Whether many cards were brought home and nothing followed while there was time. Not before that time is over."""
    return (event.cards or 0) >= limits.cards and not followed and _over(event.on, limits.follow_up_days, today)


def attending(event: Event, came: bool, today: date, limits: Thresholds = THRESHOLDS) -> bool:
    """Whether having been there was all: no action and no exchange came of it.

    Said once one has looked back at the event, or once the time to follow up is over.
    """
    looked_back = event.reviewed_on is not None and event.reviewed_on <= today
    return not came and event.on < today and (looked_back or _over(event.on, limits.follow_up_days, today))


def referral_silence(referred: date, given: date | None, today: date, limits: Thresholds = THRESHOLDS) -> bool:
    """Whether a referral or an introduction was received and nothing was given back; `given` is when one last gave."""
    return (given is None or given < referred) and _over(referred, limits.return_days, today)


def only_taking(given: int, received: int, times: int, limits: Thresholds = THRESHOLDS) -> bool:
    """Whether far more was received than given; `times` is how many things were received."""
    return times >= limits.taken_count and received > limits.taken_times * given


def one_sided(given: int, received: int, since: date, today: date, aims: str, limits: Thresholds = THRESHOLDS) -> bool:
    """Whether one gave often and for long, nothing came back, and what they are after is not known either."""
    return (
        given >= limits.one_sided_count
        and not received
        and not aims.strip()
        and (today - since).days >= limits.one_sided_days
    )


def one_sided_so_far(given: int, received: int, aims: str) -> bool:
    """Whether an early relationship went one way only until now, which is no verdict."""
    return given >= SO_FAR and not received and not aims.strip()


def scattered(without: int, total: int, limits: Thresholds = THRESHOLDS) -> bool:
    """Whether most of the time went to no goal; minutes."""
    return total >= limits.scattered_minutes and without * 100 > limits.scattered_percent * total


def _over(start: date, days: int, today: date) -> bool:
    """Whether so many days after `start` have passed, the last of them too."""
    return (today - start).days > days
