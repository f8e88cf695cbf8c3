"""What the page of one person says, in the order in which one needs it minutes before a meeting.

Who, how met, the balance, promises both ways, needs and what one could ask, goals, caution, notes, and then the rest.
Promises that whatever tells who somebody is, or was written about them, went through the veil, and that what is not
known leaves no row behind. Every key says what is behind its row; the screen knows how to open it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.style import Style
from rich.text import Text

from networkjournal import mirror, wording
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.action import OpenAction
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.exchange import Sums
from networkjournal.model.finding import Finding
from networkjournal.reports.person import GoalTie, Person
from networkjournal.tui.theme import Palette
from networkjournal.tui.veil import DOTS, Veil
from networkjournal.tui.widgets.facts import Fact, Group
from networkjournal.tui.widgets.plain import safe


class Look(NamedTuple):
    """How the page is to be drawn."""

    veil: Veil
    colours: Palette
    caution: bool = False
    """Whether the caution note is shown; never while the veil is on."""


def person_groups(found: Person, look: Look) -> tuple[Group, ...]:
    """The page, group by group."""
    groups = (
        [*_identity(found.contact, look), *_met(found, look)],
        list(_balance(found, look)),
        list(_promises(found, look)),
        list(_wishes(found.contact, look)),
        list(finding_facts(found.brief.findings, look.veil, look.colours)),
        [fact for tie in found.goals for fact in _goal(tie, look)],
        [*_caution(found.contact, look), *_lines("notes", _("Notes"), found.contact.notes.split("\n"), look)],
        list(_refused(found, look)),
        list(_where(found, look)),
        list(_reach(found.contact, look)),
    )
    return (*groups, [_teaching(found.contact, look)]) if found.untold else groups


def _identity(contact: Contact, look: Look) -> Iterator[Fact]:
    name, dim = look.veil.name, look.colours.dim
    line = Text(safe(name(contact.name)), "bold")
    more = filter(None, (name(contact.reading), "@" + name(contact.handle)))
    yield Fact("", line.append("  " + safe("  ".join(more)), dim), ("field", "name", 0), wide=True)
    place = " ".join(name(part) for part in (contact.organization, contact.department, contact.title) if part)
    if place:
        yield Fact("", Text(safe(place)), ("field", "organization", 0), wide=True)
    if contact.archived:
        sentence = _("Archived: left out of the lists; A brings them back.")
        yield Fact("", Text(sentence, look.colours.waiting), ("archived",), wide=True)


def _met(found: Person, look: Look) -> Iterator[Fact]:
    contact = found.contact
    yield from _lines("how_met", _("Met"), contact.how_met.split("\n"), look)
    if found.introducer is not None:
        yield Fact(_("Introduced by"), Text(safe(look.veil.name(found.introducer.name))),
                   ("contact", found.introducer.id, "introducer"))  # fmt: skip
    elif contact.introduced_by.strip():
        yield Fact(_("Introduced by"), Text(safe(look.veil.name(contact.introduced_by))), ("field", "introduced_by", 0))
    if contact.tags:
        yield Fact(_("Tags"), Text(safe(look.veil.words(", ".join(contact.tags)))), ("field", "tags", 0))


def _balance(found: Person, look: Look) -> Iterator[Fact]:
    """The relationship in words, and below it the sums that say why; each opens its exchanges."""
    account, today = found.brief.account, found.brief.today
    if account.state == "none" and found.untold:
        return
    yield Fact("", Text(wording.balance(account, today), "bold"), ("all",), wide=True)
    for direction, label, tint in (
        ("given", _("Given"), look.colours.given),
        ("received", _("Received"), look.colours.received),
    ):
        sums = found.counting.of("given" if direction == "given" else "received")
        if sums.times:
            yield Fact(label, Text(_summed(sums), tint), (direction,))
    if account.settled_on is not None:
        even = _("even from {date} on").format(date=account.settled_on.isoformat())
        yield Fact(_("Settled"), Text(f"{even} · {_exchanges(account.exchanges)}", look.colours.dim), ("ever",))
    silent = account.silent_days(today)
    if silent is not None and account.last_on is not None:
        last = f"{wording.ago(silent)} · {account.last_on.isoformat()}"
        yield Fact(_("Last"), Text(last), ("last",))
    rhythm = found.brief.rhythm
    if rhythm is not None:
        fades = rhythm.fading(today)
        line = Text(mirror.rhythm(rhythm, today), look.colours.waiting if fades else "")
        yield Fact(_("In touch"), line.append(" !" if fades else ""), ("cadence",))


def finding_facts(findings: Iterable[Finding], veil: Veil, colours: Palette) -> Iterator[Fact]:
    """What stands out, each with its sentence and its arithmetic; behind each are its records."""
    for number, found in enumerate(findings):
        hidden = found._replace(name=veil.name(found.name))
        sentence = safe(mirror.finding(hidden))
        line = Text(f"{mirror.heading(found)}: ", "" if found.early else "bold").append(sentence, "not bold")
        if reckoned := mirror.arithmetic(found):
            line.append(f"\n{reckoned}", Style(bold=False) + colours.dim)
        yield Fact("" if number else _("Stands out"), line, ("finding", found.code))


def _summed(sums: Sums) -> str:
    head = ngettext("{weight} in {n} exchange", "{weight} in {n} exchanges", sums.times)
    parts = [head.format(weight=wording.weight(sums.weight), n=sums.times)]
    if sums.minutes:
        parts.append(wording.minutes(sums.minutes))
    return " · ".join([*parts, *(wording.money(amount, currency) for currency, amount in sums.money)])


def _exchanges(count: int) -> str:
    return ngettext("{n} exchange", "{n} exchanges", count).format(n=count)


def _promises(found: Person, look: Look) -> Iterator[Fact]:
    yield from _actions(_("You owe"), found.brief.owed, found, look)
    yield from _actions(_("You await"), found.brief.awaited, found, look)
    if found.kept:
        kept = ngettext("{n} done", "{n} done", found.kept).format(n=found.kept)
        yield Fact(_("Kept"), Text(kept, look.colours.dim), ("kept",))


def _actions(label: str, actions: Sequence[OpenAction], found: Person, look: Look) -> Iterator[Fact]:
    today = found.brief.today
    for number, action in enumerate(actions):
        overdue = action.overdue(today)
        sign = "!" if overdue else "…" if action.state == "awaiting" else "☐"
        line = Text(f"{sign} {safe(look.veil.words(action.words))}", look.colours.overdue if overdue else "")
        if action.due is not None:
            due = _("due {date}").format(date=wording.short_day(action.due, today))
            line.append(f"  {due}", look.colours.overdue if overdue else look.colours.dim)
        yield Fact("" if number else label, line, ("action", action.entry, action.line))


def _wishes(contact: Contact, look: Look) -> Iterator[Fact]:
    yield from _lines("needs", _("Needs"), contact.needs, look)
    yield from _lines("can_give", _("Can give"), contact.can_give, look)
    yield from _lines("asks", _("To ask"), contact.asks, look)


def _goal(tie: GoalTie, look: Look) -> Iterator[Fact]:
    """A goal with how much of the relationship is about it, and whom one wants to meet for it."""
    title = Text(safe(tie.goal.title), "" if tie.goal.state == "open" else look.colours.dim)
    if tie.exchanges:
        title = Text().append(f"{tie.exchanges}×  ", look.colours.dim).append_text(title)
    yield Fact(_("Goal"), title, ("goal", tie.goal.id))
    for persona in tie.personas:
        yield Fact("", Text(safe(look.veil.words(persona.who)), look.colours.dim), ("persona", persona.id))


_CAUTIONS = {
    "caution": N_("Caution"),
    "aims": N_("They are after"),
    "suspected": N_("Perhaps after"),
    "knows": N_("They know"),
    "withheld": N_("Not shared"),
}
"""What to mind with somebody, each called so that it fits into the column of labels."""


def _caution(contact: Contact, look: Look) -> Iterator[Fact]:
    minded = {field: getattr(contact, field) for field in _CAUTIONS if getattr(contact, field).strip()}
    if not minded:
        return
    if look.caution and not look.veil.on:
        for field, text in minded.items():
            yield from _lines(field, _(_CAUTIONS[field]), text.split("\n"), look)
    else:
        hint = "" if look.veil.on else "  " + _("(c shows it)")
        yield Fact(_("Caution"), Text(DOTS).append(hint, look.colours.dim), ("caution",))


def _refused(found: Person, look: Look) -> Iterator[Fact]:
    """What one decided not to pursue with them."""
    for number, refusal in enumerate(found.brief.refusals):
        line = Text(safe(look.veil.words(refusal.what))).append(f"  {refusal.on.isoformat()}", look.colours.dim)
        yield Fact("" if number else _("Not pursued"), line, ("refusal", refusal.id))


def _where(found: Person, look: Look) -> Iterator[Fact]:
    """Where they come up: events, entries, what was learned of them and came of them, introductions."""
    for number, event in enumerate(found.brief.events):
        line = Text(safe(event.title)).append(f"  {event.on.isoformat()}", look.colours.dim)
        yield Fact("" if number else _("Met at"), line, ("event", event.id))
    for count, label, key in (
        (found.entries, _("Entries"), "entries"),
        (found.insights, _("Insights"), "insights"),
        (found.results, _("Results"), "results"),
        (found.third_party, _("Named in"), "third"),
    ):
        if count:
            latest = found.brief.last_entries[0].day.isoformat() if key == "entries" else ""
            said = _("{n} · latest {date}").format(n=count, date=latest) if latest else str(count)
            shown = _exchanges(count) if key == "third" else said
            yield Fact(label, Text(shown), (key,))
    for number, contact in enumerate(found.introduced):
        yield Fact("" if number else _("Introduced"), Text(safe(look.veil.name(contact.name))),
                   ("contact", contact.id, "introduced"))  # fmt: skip


def _reach(contact: Contact, look: Look) -> Iterator[Fact]:
    yield from _labelled("emails", _("E-mail"), contact.emails, look)
    yield from _labelled("phones", _("Phone"), contact.phones, look)
    yield from _labelled("urls", _("Web"), contact.urls, look)
    yield from _labelled("addresses", _("Address"), contact.addresses, look)
    yield from _lines("birthday", _("Birthday"), [contact.birthday], look)
    if contact.aliases:
        yield Fact(_("Also called"), Text(safe(look.veil.name(", ".join(contact.aliases)))), ("field", "aliases", 0))


def _labelled(field: str, label: str, values: Iterable[Labelled], look: Look) -> Iterator[Fact]:
    for number, item in enumerate(values):
        line = Text(safe(look.veil.name(item.value)))
        if item.label:
            line.append(f"  {safe(look.veil.words(item.label))}", look.colours.dim)
        yield Fact("" if number else label, line, ("field", field, number))


def _lines(field: str, label: str, lines: Iterable[str], look: Look) -> Iterator[Fact]:
    """The lines of a text, or the members of a list, that say something. Veiled, the first stands for all of them."""
    shown = [line for line in lines if line.strip()]
    for number, line in enumerate(shown[:1] if look.veil.on else shown):
        yield Fact("" if number else label, Text(safe(look.veil.words(line))), ("field", field, number))


def _teaching(contact: Contact, look: Look) -> Fact:
    sentence = _(
        "Only the name is known yet. e notes how you met and what they need; a writes what passed: -> @{handle} info: …"
    )
    return Fact("", Text(sentence.format(handle=safe(look.veil.name(contact.handle)))), ("teach",), wide=True)
