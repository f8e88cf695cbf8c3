"""The forms of what is one's own: strengths, offers, asks, what one does not pursue; and what comes back from them."""

from collections.abc import Iterable, Mapping
from datetime import date

from networkjournal import wording
from networkjournal.capture.dates import read_date
from networkjournal.capture.values import find_values
from networkjournal.i18n import _
from networkjournal.model.ask import Ask
from networkjournal.model.goal import Goal
from networkjournal.model.refusal import Refusal
from networkjournal.model.strength import STRENGTH_KINDS, Offer, Strength, beginning
from networkjournal.model.width import narrow
from networkjournal.tui.screens.contact_form import parts
from networkjournal.tui.widgets.form import Field

Values = Mapping[str, str]


def strength_fields(strength: Strength) -> list[Field]:
    """The fields of a strength, filled with what is known."""
    kinds = tuple((kind, wording.strength_kind(kind)) for kind in STRENGTH_KINDS)
    return [
        Field("title", _("Strength"), strength.title, required=True,
              hint=_("in a few words: home visits, fifteen years")),
        Field("kind", _("Kind"), strength.kind, choices=kinds),
        Field("since", _("Since"), strength.since, hint="2011, 2011-04"),
        Field("evidence", _("Evidence"), "\n".join(strength.evidence), multiline=True,
              hint=_("what shows it, one to a line: a number, a piece of work")),
        Field("handle", _("Short name"), strength.handle, hint=_("how you write it after + in texts")),
    ]  # fmt: skip


def strength_faults(values: Values) -> dict[str, str]:
    """What is wrong with the values, by field."""
    since = narrow(values["since"].strip())
    if since and beginning(since) is None:
        return {"since": _("This is no beginning; write it like 2011, 2011-04 or 2011-04-01.")}
    return {}


def strength_from(strength: Strength, values: Values) -> Strength:
    """The strength with what was filled in."""
    return strength._replace(
        title=values["title"],
        kind=next((kind for kind in STRENGTH_KINDS if kind == values["kind"]), strength.kind),
        since=narrow(values["since"].strip()),
        evidence=_lines(values["evidence"]),
        handle=values["handle"].strip(),
    )


def offer_fields(offer: Offer, strengths: Iterable[Strength]) -> list[Field]:
    """The fields of an offer, filled with what is known."""
    choices = [("", "–"), *((strength.handle, strength.title) for strength in strengths)]
    spent = "" if offer.minutes is None else wording.minutes(offer.minutes)
    return [
        Field("what", _("Offer"), offer.what, required=True, hint=_("what you could give at once")),
        Field("audience", _("For"), ", ".join(offer.audience), hint=_("fields, roles, needs, parted by commas")),
        Field("minutes", _("Time"), spent, hint=_("what it costs you to give: 30m, 1h")),
        Field("strength", _("Strength"), offer.strength, choices=choices),
    ]


def offer_faults(values: Values) -> dict[str, str]:
    """What is wrong with the values, by field."""
    if values["minutes"].strip() and read_minutes(values["minutes"]) is None:
        return {"minutes": _("This is no time; write it like 30m or 1h30m.")}
    return {}


def offer_from(offer: Offer, values: Values) -> Offer:
    """The offer with what was filled in."""
    return offer._replace(
        what=_line(values["what"]),
        audience=parts(values["audience"]),
        minutes=read_minutes(values["minutes"]),
        strength=values["strength"],
    )


def ask_fields(ask: Ask, goals: Iterable[Goal]) -> list[Field]:
    """The fields of an ask, filled with what is known."""
    choices = [("", "–"), *((goal.handle, goal.title) for goal in goals)]
    return [
        Field("what", _("Ask"), ask.what, required=True, hint=_("what you need, so that somebody could answer to it")),
        Field("audience", _("Who could help"), ", ".join(ask.audience), hint=_("fields, roles, parted by commas")),
        Field("goal", _("Goal"), ask.goal, choices=choices),
    ]


def ask_from(ask: Ask, values: Values) -> Ask:
    """The ask with what was filled in."""
    return ask._replace(what=_line(values["what"]), audience=parts(values["audience"]), goal=values["goal"])


def refusal_fields(refusal: Refusal) -> list[Field]:
    """The fields of what is not pursued, filled with what is known."""
    return [
        Field("what", _("Not pursued"), refusal.what, required=True, hint=_("what you will not go after")),
        Field("why", _("Why"), refusal.why, multiline=True),
        Field("contact", _("With whom"), refusal.contact, hint=_("whom it has to do with, if anybody")),
        Field("on", _("Decided"), refusal.on.isoformat(), required=True),
    ]


def refusal_faults(values: Values, today: date) -> dict[str, str]:
    """What is wrong with the values, by field."""
    if values["on"].strip() and read_date(values["on"].strip(), today, "latest") is None:
        return {"on": _("This is no date; write it like 2027-02-28.")}
    return {}


def refusal_from(refusal: Refusal, values: Values, today: date) -> Refusal:
    """What is not pursued, with what was filled in."""
    return refusal._replace(
        what=_line(values["what"]),
        why=values["why"].strip(),
        contact=values["contact"].strip().lstrip("@"),
        on=read_date(values["on"].strip(), today, "latest") or refusal.on,
    )


def read_minutes(text: str) -> int | None:
    """A time as a whole, in minutes: a bare number, or as in texts. `None` for anything else."""
    plain = narrow(text.strip())
    if plain.isdecimal():
        return int(plain) if len(plain) <= MOST_DIGITS else None
    found = find_values(plain, date.min, ("minutes",)).values
    return round(found[0].number) if found and (found[0].start, found[0].end) == (0, len(plain)) else None


MOST_DIGITS = 5
"""More minutes than this are a slip of the finger."""


def _line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())
