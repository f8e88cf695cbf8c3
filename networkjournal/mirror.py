"""The mirror's sentences: what stands out, with its arithmetic, and how often one means to be in touch.

Promises words before numbers, and that they speak of what the reader gave, received and did, never of what somebody
owes; and that an early relationship is told to be too young to judge. Prints and draws nothing.
"""

from datetime import date

from networkjournal import wording
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.cadence import Rhythm, is_snoozed
from networkjournal.model.finding import Finding

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
    "cards_only": N_(
        "Cards came home from {name}, and nothing has followed: one line to one of them would change that."
    ),
    "attending": N_("You were at {name}, and no action and no exchange came of it: what could still come of it?"),
    "referral_silence": N_(
        "{name} sent someone your way, and you have given nothing back since: word of what became of it is a beginning."
    ),
    "only_taking": N_("You received far more from {name} than you gave: what could you do for them next?"),
    "no_purpose": N_("{name} has no purpose: whoever knows why they go also knows whom to look for."),
    "vague_persona": N_(
        "“{name}” fits almost anybody, so nobody could introduce such a person: what do they do, what troubles them?"
    ),
    "scattered": N_("Most of your time went to people and events without a goal: is that how you meant it?"),
    "one_sided": N_(
        "You gave to {name} often and for long, nothing came back, and what they are after is not known: "
        "you may give elsewhere."
    ),
    "fading": N_("You have been silent with {name} for longer than you meant: a greeting is enough."),
}
_EARLY = {
    "referral_silence": N_("{name} sent someone your way, and you gave nothing back so far; it is too early to judge."),
    "only_taking": N_("You only received from {name} so far; it is too early to judge."),
    "one_sided": N_("One-sided with {name} so far, but it is too early to judge."),
}
_OVERALL = N_("You received far more than you gave in all: for whom could you do something next?")


def name_of(code: str) -> str:
    """What a finding is called."""
    return _(_NAMES[code])


def finding(found: Finding) -> str:
    """A finding in one kind sentence."""
    if found.code == "only_taking" and not found.kind:
        return _(_OVERALL)
    if found.early and found.code in _EARLY:
        return _(_EARLY[found.code]).format(name=found.name)
    return _(_SENTENCES[found.code]).format(name=found.name)


def arithmetic(found: Finding) -> str:
    """What a finding was reckoned from; empty where there is nothing to reckon."""
    figure = found.figure
    if found.code == "cards_only":
        parts = [
            ngettext("{n} card", "{n} cards", figure("cards")).format(n=figure("cards")),
            _("nothing within {n} days").format(n=figure("within")),
            wording.ago(figure("days")),
        ]
    elif found.code == "attending":
        parts = [_("{n} exchanges, {m} actions").format(n=0, m=0), wording.ago(figure("days"))]
    elif found.code == "referral_silence":
        referrals = ngettext("received {n} referral or introduction", "received {n} referrals or introductions",
                             figure("referrals"))  # fmt: skip
        parts = [
            f"{referrals.format(n=figure('referrals'))} ({wording.weight(figure('received'))})",
            _("gave nothing since"),
            wording.ago(figure("days")),
        ]
    elif found.code == "scattered":
        spent = _("{without} of {total} without a goal").format(
            without=wording.minutes(figure("without")), total=wording.minutes(figure("total"))
        )
        parts = [f"{spent} ({figure('percent')}%)"]
    elif found.code == "fading":
        silent = ngettext("silent for {n} day", "silent for {n} days", figure("days")).format(n=figure("days"))
        parts = [silent, _("meant: {often}").format(often=every(figure("cadence")))]
    elif found.code == "no_purpose":
        parts = [wording.minutes(figure("minutes"))] if figure("minutes") else []
    else:
        parts = [*_balance(found)]
    return " · ".join(parts)


def _balance(found: Finding) -> list[str]:
    """What was received and given, and since when where that matters."""
    if found.code == "vague_persona":
        return []
    figure = found.figure
    received = _("received {weight} ({n}×)").format(
        weight=wording.weight(figure("received")), n=figure("received_count")
    )
    gave = _("gave {weight} ({n}×)").format(weight=wording.weight(figure("given")), n=figure("given_count"))
    if found.code == "one_sided":
        return [gave, received, _("since {days} days").format(days=figure("days"))]
    return [received, gave]


def every(days: int) -> str:
    """How often: every so many days."""
    return ngettext("every day", "every {n} days", days).format(n=days)


def rhythm(found: Rhythm, today: date) -> str:
    """How often one means to be in touch, when it was last, and when it is next."""
    parts = [every(found.cadence.days)]
    if found.last is None:
        parts.append(_("no contact yet"))
    elif found.due is not None:
        parts.append(_("last {ago}").format(ago=wording.ago(found.silent(today))))
        parts.append(_("next {date}").format(date=found.due.isoformat()))
    if is_snoozed(found.snoozed, today) and found.snoozed is not None:
        parts.append(_("quiet until {date}").format(date=found.snoozed.isoformat()))
    return ", ".join(parts)
