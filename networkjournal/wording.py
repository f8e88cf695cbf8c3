"""The sentences that both front ends say: a value in, words out, in the reader's language. Prints and draws nothing."""

from collections.abc import Iterable
from datetime import date

from networkjournal.i18n import N_, _, ngettext
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.balance import Account
from networkjournal.model.posting import (
    Action,
    Draft,
    Exchange,
    Insight,
    Named,
    Posting,
    Remark,
    Settlement,
    Waiting,
)
from networkjournal.model.refusal import Refusal

if TYPE_CHECKING:
    from networkjournal.model.exchange import Passed, Settled
    from networkjournal.model.register import RegisterLine

_STATES = {
    "received_more": N_("received more"),
    "even": N_("even"),
    "given_more": N_("given more"),
    "none": N_("nothing yet"),
}
_KINDS = {
    "introduction": N_("introduction"),
    "referral": N_("referral"),
    "opportunity": N_("opportunity"),
    "information": N_("information"),
    "feedback": N_("feedback"),
    "help": N_("help"),
    "time": N_("time"),
    "gift": N_("gift"),
    "money": N_("money"),
    "other": N_("other"),
}
_ACTIONS = {
    "open": N_("to do"),
    "awaiting": N_("awaited"),
    "done": N_("done"),
    "dropped": N_("dropped"),
}
_MARKED = {
    "open": N_("Taken up again: {words}"),
    "awaiting": N_("Awaited: {words}"),
    "done": N_("Kept: {words}"),
    "dropped": N_("Dropped: {words}"),
}
_GOALS = {"open": N_("open"), "reached": N_("reached"), "dropped": N_("given up")}
_STRENGTHS = {
    "skill": N_("skill"),
    "knowledge": N_("knowledge"),
    "experience": N_("experience"),
    "character": N_("character"),
}
_VERDICTS = {"again": N_("go again"), "maybe": N_("perhaps again"), "never": N_("not again")}
_PHASES = {"planned": N_("planned"), "to_review": N_("to review"), "past": N_("past")}
_PERIODS = {"week": N_("week"), "month": N_("month"), "quarter": N_("quarter"), "year": N_("year"), "span": N_("span")}
_SYMBOLS = {"JPY": "¥", "USD": "$", "EUR": "€"}
_WHOLE = {"JPY"}
"""Currencies without minor units."""


def state(code: str) -> str:
    """A relationship's state in words."""
    return _(_STATES[code])


def kind(code: str) -> str:
    """A kind of exchange in words; one's own kinds are called as they are written."""
    return _(_KINDS[code]) if code in _KINDS else code


def action_state(code: str) -> str:
    """An action's state in words."""
    return _(_ACTIONS[code])


def marked(words: str, state: str) -> str:
    """What was done with an action."""
    return _(_MARKED[state]).format(words=words)


def scheduled(words: str, due: date | None) -> str:
    """When an action is due from now on."""
    if due is None:
        return _("No longer due: {words}").format(words=words)
    return _("Due {date}: {words}").format(date=day(due), words=words)


def goal_state(code: str) -> str:
    """A goal's state in words."""
    return _(_GOALS[code])


def strength_kind(code: str) -> str:
    """A strength's kind in words."""
    return _(_STRENGTHS[code])


def verdict(code: str) -> str:
    """An event's verdict in words."""
    return _(_VERDICTS[code])


def phase(code: str) -> str:
    """Where an event stands, in words."""
    return _(_PHASES[code])


def period(code: str) -> str:
    """A kind of period in words."""
    return _(_PERIODS[code])


def direction(code: str) -> str:
    """A direction as one sign that the capture language has too."""
    return "→" if code == "given" else "←"


def weight(thousandths: int) -> str:
    """A weight: whole where it is whole."""
    return f"{thousandths / 1000:.10g}"


def net(thousandths: int) -> str:
    """A difference with its sign; the minus is a real one, so that columns look even."""
    if not thousandths:
        return "0"
    return ("+" if thousandths > 0 else "−") + weight(abs(thousandths))


def money(amount: int, currency: str) -> str:
    """An amount in minor units, as it is written by hand."""
    symbol = _SYMBOLS.get(currency, currency + " ")
    return symbol + (f"{amount:,}" if currency in _WHOLE else f"{amount / 100:,.2f}")


def minutes(count: int) -> str:
    """A time: `45m`, `2h`, `1h30m`."""
    hours, rest = divmod(count, 60)
    if not hours:
        return _("{minutes}m").format(minutes=rest)
    if not rest:
        return _("{hours}h").format(hours=hours)
    return _("{hours}h{minutes}m").format(hours=hours, minutes=rest)


def days(count: int | None) -> str:
    """How long ago, short, for a column: `14d`; a dash for never."""
    return "–" if count is None else _("{days}d").format(days=count)


def ago(count: int) -> str:
    """How long ago, in a sentence."""
    if count == 0:
        return _("today")
    return ngettext("{days} day ago", "{days} days ago", count).format(days=count)


def day(value: date) -> str:
    """A date with its weekday, short."""
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    return _("{date} {weekday}").format(date=value.isoformat(), weekday=names[value.weekday()])


def short_day(value: date, today: date) -> str:
    """A date for a narrow column: without the year where it is this one."""
    return f"{value.month}/{value.day}" if value.year == today.year else value.isoformat()


def names(people: Iterable[Named]) -> str:
    """Handles, joined."""
    return ", ".join(named.handle for named in people)


def balance(account: Account, today: date) -> str:
    """A relationship in one sentence, words before numbers, with its arithmetic."""
    if account.state == "none":
        return _("Nothing has passed between you yet.")
    sentence = _("You gave {given} ({given_count}×), you received {received} ({received_count}×): {state}.").format(
        given=weight(account.given),
        given_count=account.given_count,
        received=weight(account.received),
        received_count=account.received_count,
        state=state(account.state),
    )
    if account.early(today):
        sentence += " " + _("Too early to judge.")
    return sentence


def refusal(item: Refusal) -> str:
    """What one decided not to pursue, with the reason and the day."""
    why = f" ({item.why})" if item.why else ""
    return f"{item.what}{why} · {item.on.isoformat()}"


def exchange_row(item: Exchange) -> tuple[str, ...]:
    """An exchange as the cells of a table: day, direction, kind, words, time, weight."""
    time = "" if item.minutes is None else minutes(item.minutes)
    return item.on.isoformat(), direction(item.direction), kind(item.kind), item.words, time, weight(item.weight)


def register_row(line: "RegisterLine") -> tuple[str, ...]:
    """A line of a register: as an exchange, with money before the weight and the balance after it."""
    if line.direction is None:
        return line.on.isoformat(), "=", _("even from here"), "", "", "", "", "0"
    sums = _sums(line)
    return line.on.isoformat(), direction(line.direction), kind(line.kind or ""), line.words, *sums, net(line.running)


def passed_row(item: "Passed") -> tuple[str, ...]:
    """An exchange of the ledger: with whom it was behind its direction, and money before the weight."""
    return item.on.isoformat(), direction(item.direction), item.name, kind(item.kind), item.words, *_sums(item)


def settled_row(item: "Settled") -> tuple[str, ...]:
    """A settlement among the exchanges of the ledger."""
    return item.on.isoformat(), "=", item.handle, _("even from here"), "", "", "", ""


def _sums(item: "RegisterLine | Passed") -> tuple[str, str, str]:
    return (
        "" if item.minutes is None else minutes(item.minutes),
        "" if item.money is None else money(item.money, item.currency or ""),
        weight(item.weight),
    )


def posting(item: Posting, entry_day: date) -> str:
    """What a line becomes, for the preview and the receipt."""
    if isinstance(item, Exchange):
        return _exchange(item, entry_day)
    if isinstance(item, Settlement):
        return _("even with {who} from {date} on").format(who=item.contact.handle, date=item.on.isoformat())
    if isinstance(item, Action):
        return _action(item)
    if isinstance(item, Insight):
        return _("insight")
    parts = [_("result"), names(item.goals)]
    if item.money is not None:
        parts.append(money(item.money, item.currency or ""))
    return _dotted(parts)


def _exchange(item: Exchange, entry_day: date) -> str:
    who = item.contact.handle
    head = _("given to {who}") if item.direction == "given" else _("received from {who}")
    parts = [head.format(who=who), kind(item.kind), weight(item.weight)]
    if item.minutes is not None:
        parts.append(minutes(item.minutes))
    if item.money is not None:
        parts.append(money(item.money, item.currency or ""))
    if item.on != entry_day:
        parts.append(item.on.isoformat())
    return _dotted([*parts, names((*item.goals, *item.events, *item.strengths)), names(item.third_parties)])


def _action(item: Action) -> str:
    parts = [action_state(item.state), names(item.contacts)]
    if item.due is not None:
        parts.append(_("due {date}").format(date=item.due.isoformat()))
    return _dotted(parts)


def _dotted(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def waiting(item: Waiting) -> str:
    """Why a line waits."""
    return reason(item.reason, item.name, tuple(named.handle for named in item.candidates))


def reason(code: str, name: str, candidates: Iterable[str] = ()) -> str:
    """Why a line waits, from the code."""
    if code == "ambiguous":
        return _("waits: {name} may be {candidates}").format(name=name, candidates=" / ".join(candidates))
    if code == "unknown":
        return _("waits: nobody is called {name} yet").format(name=name)
    return _("waits: with whom? name someone with @ right after the mark")


def remark(item: Remark) -> str:
    """What else the preview says of a line."""
    if item.code == "repeated_value":
        return _("a second value stays words: {text}").format(text=item.text)
    return _("no date can be read here: {text}").format(text=item.text)


def preview(draft: Draft) -> tuple[tuple[int, str, bool], ...]:
    """All that a draft's lines become: line number, sentence, and whether the line waits; in line order."""
    found = [(item.line, posting(item, draft.day), False) for item in draft.posted]
    found += [(item.line, waiting(item), True) for item in draft.waiting]
    found += [(item.line, remark(item), False) for item in draft.remarks]
    return tuple(sorted(found, key=lambda row: row[0]))


def receipt(draft: Draft, created: Iterable[str] = ()) -> str:
    """What a save did, in one line."""
    posted, waits = len(draft.posted), len(draft.waiting)
    parts = [_("Saved {date}").format(date=draft.day.isoformat())]
    if posted:
        parts.append(ngettext("{n} line posted", "{n} lines posted", posted).format(n=posted))
    if waits:
        parts.append(ngettext("{n} waits in the inbox", "{n} wait in the inbox", waits).format(n=waits))
    for handle in created:
        parts.append(_("new contact {who}").format(who=handle))
    return _dotted(parts)
