"""Findings, gathered: what stands out in a period or so far, about one contact, or about one event.

Promises a finding's records and its arithmetic with it, and never a verdict on an early relationship. Looks closer only
at what an aggregate has shown to be worth it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from networkjournal.journal import Journal
from networkjournal.lean import Any, NamedTuple
from networkjournal.model.balance import EARLY_EXCHANGES, Account
from networkjournal.model.cadence import Rhythm
from networkjournal.model.days import shifted
from networkjournal.model.event import Event
from networkjournal.model.finding import (
    FINDING_CODES,
    SO_FAR,
    Evidence,
    Finding,
    FindingCode,
    Thresholds,
    attending,
    cards_only,
    no_purpose,
    one_sided,
    one_sided_so_far,
    only_taking,
    referral_silence,
    scattered,
)
from networkjournal.model.goal import vague
from networkjournal.model.period import Period
from networkjournal.reports.cadences import fading, rhythm_of
from networkjournal.store.findings import Leaning, Line

SHOWN = 20
"""So many records of one finding at most, the newest."""
DETAILED = 100
"""So many findings of one code about people have their lines with them; of the others the person is told."""
LATELY = 90
"""So many days are looked at for how time was spent, where no period is asked for."""
REFERRALS = ("referral", "introduction")


def findings(journal: Journal, today: date, period: Period | None = None) -> tuple[Finding, ...]:
    """Give everything that stands out, in the order of `FINDING_CODES`; verdicts before what is too early to judge.

    Within a period: events of its days, and what was given and received in them. Referrals without an answer, one-sided
    giving and fading are as they stand on `today`.
    """
    found = [
        *_about_people(journal, today, period),
        *_all_together(journal, today, period),
        *_about_events(journal, today, period),
        *_about_personas(journal),
        *_time(journal, today, period),
        *(_faded(rhythm, today) for rhythm in fading(journal, today).shown),
    ]
    return tuple(sorted(found, key=lambda finding: (finding.early, FINDING_CODES.index(finding.code))))


def findings_about(journal: Journal, contact_id: int, today: date) -> tuple[Finding, ...]:
    """Give what stands out in the relationship with one contact."""
    rhythm = rhythm_of(journal, journal.books.contacts.get(contact_id), today)
    return findings_of(journal, contact_id, rhythm, today)


def findings_of(journal: Journal, contact_id: int, rhythm: Rhythm | None, today: date) -> tuple[Finding, ...]:
    """Give the same as `findings_about`, where the contact's rhythm is at hand."""
    found = [*_about_people(journal, today, None, contact_id)]
    if rhythm is not None and rhythm.fading(today):
        found.append(_faded(rhythm, today))
    return tuple(found)


def findings_of_event(journal: Journal, event: Event, today: date) -> tuple[Finding, ...]:
    """Give what stands out about one event."""
    return tuple(_of_event(journal, event, today))


def limits_of(journal: Journal) -> Thresholds:
    """Give the thresholds in force: those of the configuration, and the usual ones beside them."""
    own: dict[str, Any] = dict(journal.thresholds)
    return Thresholds(**own)


# people


class _Drafted(NamedTuple):
    """A finding about a person, and where its lines are; they are read once it is known that it will be shown."""

    finding: Finding
    grave: int
    """What stands above what, within one code."""
    after: date | None
    until: date
    directions: tuple[str, ...]
    kinds: tuple[str, ...] = ()


def _about_people(
    journal: Journal, today: date, period: Period | None, contact: int | None = None
) -> Iterator[Finding]:
    """The findings about people, the gravest of each code first and with its lines."""
    limits, book = limits_of(journal), journal.books.findings
    leaning = [*book.leaning(limits.taken_times, limits.taken_count, SO_FAR, contact)]
    taken = leaning
    if period is not None:
        taken = [*book.leaning_in(period.start, period.end, limits.taken_times, limits.taken_count)]
    for drafts in (
        _silences(journal, today, contact),
        (_taking(each.account, period, today) for each in taken if _takes(each.account, limits)),
        _one_way(leaning, today, limits),
    ):
        for number, draft in enumerate(sorted(drafts, key=lambda draft: (draft.finding.early, -draft.grave))):
            yield draft.finding._replace(evidence=_lines(journal, draft) if number < DETAILED else _whom(draft))


def _silences(journal: Journal, today: date, contact: int | None) -> Iterator[_Drafted]:
    limits = limits_of(journal)
    before = shifted(today, -limits.return_days)
    for referred in journal.books.findings.referred(before, today, contact):
        account, days = referred.account, (today - referred.first).days
        if referral_silence(referred.first, referred.given, today, limits):
            figures = (("referrals", referred.times), ("received", referred.weight), ("returned", 0), ("days", days))
            after = max(filter(None, (referred.given, account.settled_on)), default=None)
            found = _person("referral_silence", account, figures, today)
            yield _Drafted(found, days, after, shifted(before, -1), ("received",), REFERRALS)


def _takes(account: Account, limits: Thresholds) -> bool:
    return only_taking(account.given, account.received, account.received_count, limits)


def _taking(account: Account, period: Period | None, today: date) -> _Drafted:
    after, until = account.settled_on, today if period is None else period.end
    if period is not None and (after is None or after < period.start):
        after = shifted(period.start, -1) if period.start > date.min else None
    found = _person("only_taking", account, _balance(account), today)
    return _Drafted(found, -account.net, after, until, ("received", "given"))


def _one_way(leaning: Iterable[Leaning], today: date, limits: Thresholds) -> Iterator[_Drafted]:
    for account, aims, since in leaning:
        begun = since or today
        early = account.early(today) and one_sided_so_far(account.given_count, account.received_count, aims)
        if early or one_sided(account.given_count, account.received_count, begun, today, aims, limits):
            figures = (*_balance(account), ("days", max((today - begun).days, 0)))
            found = _person("one_sided", account, figures, today)
            yield _Drafted(found, account.given, account.settled_on, today, ("given",))


def _person(code: FindingCode, account: Account, figures: tuple[tuple[str, int], ...], today: date) -> Finding:
    early = account.early(today)
    return Finding(code, "contact", account.contact_id, account.handle, account.name, figures, (), early)


def _lines(journal: Journal, draft: _Drafted) -> tuple[Evidence, ...]:
    return _written(
        journal.books.findings.lines(draft.finding.id, draft.after, draft.until, draft.directions, SHOWN, draft.kinds)
    )


def _whom(draft: _Drafted) -> tuple[Evidence, ...]:
    """Of very many findings the person alone: their page has the lines."""
    return (Evidence("contact", draft.finding.id),)


def _balance(account: Account) -> tuple[tuple[str, int], ...]:
    return (
        ("received", account.received),
        ("given", account.given),
        ("received_count", account.received_count),
        ("given_count", account.given_count),
    )


def _faded(rhythm: Rhythm, today: date) -> Finding:
    figures = (("days", rhythm.silent(today)), ("cadence", rhythm.cadence.days))
    told = Evidence("entry", rhythm.entry, on=rhythm.last) if rhythm.entry else Evidence("contact", rhythm.contact)
    return Finding("fading", "contact", rhythm.contact, rhythm.handle, rhythm.name, figures, (told,))


def _all_together(journal: Journal, today: date, period: Period | None) -> Iterator[Finding]:
    """Whether far more was received than given over all relationships."""
    limits, book = limits_of(journal), journal.books.findings
    given, received, times_given, times = (
        book.sums_ever() if period is None else book.sums(period.start, min(period.end, today))
    )
    if not only_taking(given, received, times, limits):
        return
    leaning = (
        book.leaning(limits.taken_times, limits.taken_count, SO_FAR)
        if period is None
        else book.leaning_in(period.start, period.end, limits.taken_times, 1)
    )
    most = sorted((each.account for each in leaning if each.account.net < 0), key=lambda account: account.net)
    figures = (("received", received), ("given", given), ("received_count", times), ("given_count", times_given))
    evidence = tuple(Evidence("contact", account.contact_id) for account in most[:SHOWN])
    yield Finding("only_taking", "", 0, "", "", figures, evidence, times + times_given < EARLY_EXCHANGES)


# events, personas, time


def _about_events(journal: Journal, today: date, period: Period | None) -> Iterator[Finding]:
    for event in journal.books.events.all():
        if period is None or period.contains(event.on):
            yield from _of_event(journal, event, today)


def _of_event(journal: Journal, event: Event, today: date) -> Iterator[Finding]:
    limits = limits_of(journal)
    if no_purpose(event):
        yield _gathering("no_purpose", journal, event, (("minutes", event.minutes),) if event.minutes else ())
    # The rules are asked before anything is counted: most events are over, and many things came of them.
    if not cards_only(event, False, today, limits) and not attending(event, False, today, limits):
        return
    if journal.books.findings.came_of(event.id):
        return
    people = journal.books.events.contacts(event.id)
    until = min(shifted(event.on, limits.follow_up_days), today)
    later = journal.books.findings.followed(event.id, people, event.on, until)
    days = (today - event.on).days
    if cards_only(event, later.postings or later.entries, today, limits):
        figures = (("cards", event.cards or 0), ("follow_ups", 0), ("within", limits.follow_up_days), ("days", days))
        yield _gathering("cards_only", journal, event, figures)
    if attending(event, later.postings, today, limits):
        yield _gathering("attending", journal, event, (("exchanges", 0), ("actions", 0), ("days", days)))


def _gathering(code: FindingCode, journal: Journal, event: Event, figures: tuple[tuple[str, int], ...]) -> Finding:
    entries = journal.books.entries.page_with("%", event.id, 0, SHOWN - 1)
    told = tuple(Evidence("entry", entry.id, on=entry.day) for entry in entries)
    evidence = (Evidence("event", event.id, on=event.on), *told)
    return Finding(code, "event", event.id, event.handle, event.title, figures, evidence)


def _about_personas(journal: Journal) -> Iterator[Finding]:
    live = {goal.id for goal in journal.books.goals.all() if goal.state == "open"}
    for persona in journal.books.personas.all():
        if persona.goal_id in live and vague(persona.who):
            evidence = (Evidence("persona", persona.id),)
            yield Finding("vague_persona", "persona", persona.id, "", persona.who, (), evidence)


def _time(journal: Journal, today: date, period: Period | None) -> Iterator[Finding]:
    """Whether most of the time went to people and events without a goal."""
    limits, book = limits_of(journal), journal.books.findings
    end = today if period is None else min(period.end, today)
    start = shifted(end, 1 - LATELY) if period is None else period.start
    events = [event for event in journal.books.events.all() if start <= event.on <= end and event.minutes]
    aimless = [event for event in events if not event.goals]
    without, total = book.minutes(start, end)
    without += sum(event.minutes or 0 for event in aimless)
    total += sum(event.minutes or 0 for event in events)
    if scattered(without, total, limits):
        figures = (("without", without), ("total", total), ("percent", without * 100 // total))
        evidence = tuple(Evidence("event", event.id, on=event.on) for event in aimless[:SHOWN])
        lines = book.aimless(start, end, max(SHOWN - len(evidence), 0))
        yield Finding("scattered", "", 0, "", "", figures, (*evidence, *_written(lines)))


def _written(lines: Iterable[Line]) -> tuple[Evidence, ...]:
    return tuple(Evidence("entry", line.entry, line.line, line.on) for line in lines)
