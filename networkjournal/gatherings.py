"""Sentences about events, for both front ends: who will be there, what fits, what came of it, what to do next."""

from datetime import date

from networkjournal import wording
from networkjournal.i18n import N_, _, ngettext
from networkjournal.lean import TYPE_CHECKING, NamedTuple
from networkjournal.model.event import Event
from networkjournal.model.exchange import Sums
from networkjournal.model.goal import Persona
from networkjournal.model.meeting import Meeting, Met, follow_up_by
from networkjournal.reports.gatherings import Gathered

if TYPE_CHECKING:  # a list of events has none of these, and pays for none
    from networkjournal.model.self_introduction import SelfIntroduction
    from networkjournal.reports.prep import Guest, Reason

_REASONS = {
    "purpose": N_("“{word}” is in your purpose"),
    "persona": N_("“{word}” is said of whom to meet: {whose}"),
    "need": N_("“{word}” is among what {whose} needs"),
    "notes": N_("“{word}” is in your notes about {whose}"),
}
_UNKNOWN = N_("Not in your contacts yet: ask what they do and what they need.")


class GuestLines(NamedTuple):
    """The brief of somebody expected, in three lines; an empty one has nothing to say."""

    who: str
    standing: str
    """How things stand between the two of you; tells no name and no words of anybody's."""
    owed: str
    """What is open between the two of you: goes with the line above, but tells words."""
    last: str


def when(event: Event, today: date) -> str:
    """How far off an event is."""
    days = (event.on - today).days
    if days == 1:
        return _("tomorrow")
    return wording.ago(-days) if days <= 0 else ngettext("in {days} day", "in {days} days", days).format(days=days)


def money_and_time(event: Event) -> str:
    """What it costs and how long it takes; empty where neither is known."""
    cost = "" if event.cost is None else wording.money(event.cost, event.currency or "")
    return " · ".join(filter(None, (cost, "" if event.minutes is None else wording.minutes(event.minutes))))


def purpose(event: Event) -> str:
    """Why one goes, or the plain word that there is no reason."""
    return event.purpose or _("no purpose")


def persona(item: Persona) -> str:
    """By what one recognises somebody one wants to meet."""
    knows = _("knows {what}").format(what=item.knowledge) if item.knowledge else ""
    return " · ".join(filter(None, (", ".join(item.fields), ", ".join(item.roles), knows)))


def reason(item: "Reason") -> str:
    """Why an offer fits."""
    return _(_REASONS[item.where]).format(word=item.word, whose=item.whose)


def guest(item: "Guest", today: date) -> GuestLines:
    """Three lines on somebody expected: who they are, how things stand, what they need and what was last."""
    person, account = item.contact, item.account
    if person is None or account is None:
        return GuestLines(_(_UNKNOWN), "", "", "")
    who = " ".join(filter(None, (person.organization, person.department, person.title)))
    met = _("met: {how}").format(how=person.how_met) if person.how_met else ""
    owed = [_("you owe: {words}").format(words=action.words) for action in item.owed]
    owed += [_("you await: {words}").format(words=action.words) for action in item.awaited]
    needs = _("needs {what}").format(what="; ".join(person.needs)) if person.needs else _("what they need: ask")
    return GuestLines(
        " · ".join(filter(None, (who, met))) or _("what they do: ask"),
        wording.balance(account, today),
        " · ".join(owed),
        " · ".join(filter(None, (needs, _last(item)))),
    )


def _last(item: "Guest") -> str:
    if item.exchange is not None:
        passed = item.exchange.exchange
        sign, kind = wording.direction(passed.direction), wording.kind(passed.kind)
        return _("last {date}: {what}").format(
            date=passed.on.isoformat(), what=" ".join(filter(None, (sign, kind, passed.words)))
        )
    if item.entry is not None:
        return _("last written of {date}").format(date=item.entry.day.isoformat())
    return ""


def introduction(item: "SelfIntroduction | None") -> str:
    """What to say of oneself, or how to come by it."""
    if item is None:
        return _("None is kept for this yet: `introduce`, or the page Me, makes one of your strengths and offers.")
    return item.text


def seconds(item: "SelfIntroduction") -> str:
    """How long a self-introduction takes, and when it was kept."""
    return _("{seconds} seconds, kept {date}").format(seconds=item.seconds, date=item.on.isoformat())


def follow_up(name: str, event: Event, today: date) -> str:
    """What to do about somebody met with whom nothing is agreed: within 72 hours, or late rather than never."""
    by = follow_up_by(event.on)
    if by < today:
        return _("{name}: no next step yet. A late word is better than none.").format(name=name)
    return _("{name}: no next step yet. A word by {date} keeps it alive.").format(name=name, date=wording.day(by))


def met(person: Met) -> str:
    """Whether somebody met was known already."""
    if person.new:
        return _("new")
    organization = person.contact.organization
    return _("known: {organization}").format(organization=organization) if organization else _("known")


def noted(meeting: Meeting) -> str:
    """What noting people did, in one line."""
    new, steps = sum(person.new for person in meeting.people), sum(person.line is not None for person in meeting.people)
    parts = [ngettext("{n} person noted", "{n} people noted", len(meeting.people)).format(n=len(meeting.people))]
    if new:
        parts.append(ngettext("{n} new contact", "{n} new contacts", new).format(n=new))
    if steps:
        parts.append(ngettext("{n} next step", "{n} next steps", steps).format(n=steps))
    waiting = len(meeting.receipt.draft.waiting)
    if waiting:
        parts.append(ngettext("{n} waits in the inbox", "{n} wait in the inbox", waiting).format(n=waiting))
    return " · ".join(parts)


def passed(sums: Sums) -> str:
    """How many exchanges came of an event, by direction; a dash for none."""
    if not sums.times:
        return "–"
    given, received = sums.of("given").times, sums.of("received").times
    return " ".join(filter(None, (f"→{given}" if given else "", f"←{received}" if received else "")))


def counted(number: int | None) -> str:
    """A figure of the review; a dash where nobody noted it."""
    return "–" if number is None else str(number)


def came(item: Gathered) -> str:
    """What came of an event, in one sentence: words first."""
    people = ngettext("{n} person met", "{n} people met", len(item.met)).format(n=len(item.met))
    first = ngettext("{n} for the first time", "{n} for the first time", len(item.first_met))
    parts = [people, first.format(n=len(item.first_met))] if item.met else [_("nobody noted as met")]
    count = item.exchanges.times
    parts.append(
        ngettext("{n} exchange came of it", "{n} exchanges came of it", count).format(n=count)
        if count
        else _("no exchange came of it so far")
    )
    return " · ".join(parts)
