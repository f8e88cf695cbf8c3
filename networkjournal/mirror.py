"""The mirror's sentences: what stands out, with its arithmetic, and how often one means to be in touch.

Promises words before numbers, and that they speak of what the reader gave, received and did, never of what somebody
owes; and that an early relationship is told to be too young to judge. Prints and draws nothing.
"""

from collections.abc import Callable, Mapping
from datetime import date

from networkjournal import wording
from networkjournal.i18n import N_, _, ngettext
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.balance import Account
from networkjournal.model.cadence import Rhythm, is_snoozed
from networkjournal.model.finding import Finding

if TYPE_CHECKING:
    from networkjournal.reports.today import Counts, Someone

_NAMES = {
    "cards_only": N_("Cards only"),
    "attending": N_("Satisfied with attending"),
    "referral_silence": N_("Referral, then silence"),
    "only_taking": N_("Only taking"),
    "no_purpose": N_("No purpose"),
    "vague_persona": N_("Vague persona"),
    "scattered": N_("Scattered"),
    "one_sided": N_("One-sided giving"),
    "fading": N_("Fading"),
}
_SENTENCES = {
    "cards_only": N_("Cards came home from {name}, and nothing has followed. A line to one of them would change that."),
    "attending": N_("You were at {name}, and no action and no exchange came of it. What could still come of it?"),
    "referral_silence": N_(
        "{name} sent someone your way, and you gave nothing back since. Would they like to hear what became of it?"
    ),
    "only_taking": N_("You received far more from {name} than you gave. What could you do for them next?"),
    "no_purpose": N_("{name} has no purpose. Whoever knows why they go also knows whom to look for."),
    "vague_persona": N_(
        "“{name}” fits almost anybody, so nobody could introduce such a person. What do they do, what troubles them?"
    ),
    "scattered": N_("Most of your time went to people and events without a goal. Is that how you meant it?"),
    "one_sided": N_(
        "You gave to {name} often and for long, nothing came back, and it is not known what they are after. "
        "You may give elsewhere."
    ),
    "fading": N_("You have been silent with {name} for longer than you meant. A greeting is enough."),
}
_EARLY = {
    "referral_silence": N_("{name} sent someone your way, and you gave nothing back so far. It is too early to judge."),
    "only_taking": N_("You mostly received from {name} so far. It is too early to judge."),
    "one_sided": N_("One-sided with {name} so far, but it is too early to judge."),
}
_OVERALL = N_("You received far more than you gave in all. For whom could you do something next?")


def name_of(code: str) -> str:
    """What a finding is called."""
    return _(_NAMES[code])


def heading(found: Finding) -> str:
    """What stands before its sentence: its name, or that it is too early for one."""
    return _("So far") if found.early else name_of(found.code)


def finding(found: Finding) -> str:
    """A finding in one kind sentence."""
    if found.code == "only_taking" and not found.kind:
        return _(_OVERALL)
    if found.early and found.code in _EARLY:
        return _(_EARLY[found.code]).format(name=found.name)
    return _(_SENTENCES[found.code]).format(name=found.name)


def arithmetic(found: Finding) -> str:
    """What a finding was reckoned from; empty where there is nothing to reckon."""
    return " · ".join(_RECKONED[found.code](found))


def _cards_only(found: Finding) -> list[str]:
    cards, within, days = map(found.figure, ("cards", "within", "days"))
    return [
        ngettext("{n} card", "{n} cards", cards).format(n=cards),
        ngettext("nothing within {n} day", "nothing within {n} days", within).format(n=within),
        wording.ago(days),
    ]


def _attending(found: Finding) -> list[str]:
    return [_("no exchange, no action"), wording.ago(found.figure("days"))]


def _referral_silence(found: Finding) -> list[str]:
    count = found.figure("referrals")
    sentence = ngettext("received {n} referral or introduction ({weight})",
                        "received {n} referrals or introductions ({weight})", count)  # fmt: skip
    received = sentence.format(n=count, weight=wording.weight(found.figure("received")))
    return [received, _("gave nothing since"), wording.ago(found.figure("days"))]


def _only_taking(found: Finding) -> list[str]:
    return [_received(found), _gave(found)]


def _one_sided(found: Finding) -> list[str]:
    days = found.figure("days")
    return [_gave(found), _received(found), ngettext("for {n} day", "for {n} days", days).format(n=days)]


def _received(found: Finding) -> str:
    weight, times = wording.weight(found.figure("received")), found.figure("received_count")
    return _("received {weight} ({n}×)").format(weight=weight, n=times)


def _gave(found: Finding) -> str:
    weight, times = wording.weight(found.figure("given")), found.figure("given_count")
    return _("gave {weight} ({n}×)").format(weight=weight, n=times)


def _no_purpose(found: Finding) -> list[str]:
    minutes = found.figure("minutes")
    return [_("takes {time}").format(time=wording.minutes(minutes))] if minutes else []


def _scattered(found: Finding) -> list[str]:
    without, total = (wording.minutes(found.figure(name)) for name in ("without", "total"))
    spent = _("{without} of {total} without a goal").format(without=without, total=total)
    return [spent, f"{found.figure('percent')}%"]


def _fading(found: Finding) -> list[str]:
    days = found.figure("days")
    silent = ngettext("silent for {n} day", "silent for {n} days", days).format(n=days)
    return [silent, _("meant: {often}").format(often=every(found.figure("cadence")))]


_RECKONED: Mapping[str, Callable[[Finding], list[str]]] = {
    "cards_only": _cards_only,
    "attending": _attending,
    "referral_silence": _referral_silence,
    "only_taking": _only_taking,
    "no_purpose": _no_purpose,
    "vague_persona": lambda _found: [],
    "scattered": _scattered,
    "one_sided": _one_sided,
    "fading": _fading,
}


def every(days: int) -> str:
    """How often: every so many days."""
    return ngettext("every day", "every {n} days", days).format(n=days)


def rhythm(found: Rhythm, today: date) -> str:
    """How often one means to be in touch, when it was last, and when it is next."""
    return f"{every(found.cadence.days)} · {standing(found, today)}"


def standing(found: Rhythm, today: date) -> str:
    """When one was in touch last, and is to be next."""
    if found.last is None or found.due is None:
        parts = [_("no contact yet")]
    else:
        parts = [
            _("last {ago}").format(ago=wording.ago(found.silent(today))),
            _("next {date}").format(date=found.due.isoformat()),
        ]
    if found.snoozed is not None and is_snoozed(found.snoozed, today):
        parts.append(_("quiet until {date}").format(date=found.snoozed.isoformat()))
    return " · ".join(parts)


# the day


def why_now(someone: "Someone", today: date) -> str:
    """Why it is time to be in touch with somebody."""
    said = []
    if "give_back" in someone.why:
        said.append(returned(someone.account))
    if someone.rhythm is not None:
        silent = someone.rhythm.silent(today)
        sentence = ngettext("silent for {n} day, meant {often}", "silent for {n} days, meant {often}", silent)
        said.append(sentence.format(n=silent, often=every(someone.rhythm.cadence.days)))
    return " · ".join(said)


def returned(account: Account) -> str:
    """What was received from somebody and what was returned, in words."""
    received = ngettext("received once", "received {n}×", account.received_count).format(n=account.received_count)
    if not account.given_count:
        return _("{received}, gave nothing yet").format(received=received)
    given = ngettext("gave once", "gave {n}×", account.given_count).format(n=account.given_count)
    return _("{received}, {given}").format(received=received, given=given)


def oneline(counts: "Counts") -> str:
    """The day in a few words; empty where it asks for nothing."""
    said = (
        (counts.due, ngettext("{n} due", "{n} due", counts.due)),
        (counts.awaited, ngettext("{n} awaited", "{n} awaited", counts.awaited)),
        (counts.to_review, ngettext("{n} to review", "{n} to review", counts.to_review)),
        (counts.to_prepare, ngettext("{n} to prepare", "{n} to prepare", counts.to_prepare)),
        (counts.waiting, ngettext("{n} in the inbox", "{n} in the inbox", counts.waiting)),
    )
    return " · ".join(sentence.format(n=count) for count, sentence in said if count)
