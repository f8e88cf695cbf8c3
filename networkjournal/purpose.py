"""The sentences about purpose: how far a goal has come, who fits whom one wants to meet and why, what could be given.

Promises words before numbers and how each number came about. Values in, words out; prints and draws nothing.
"""

from collections.abc import Iterable
from datetime import date

from networkjournal import wording
from networkjournal.i18n import N_, _, language, ngettext
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.folding import fold
from networkjournal.model.snippet import beginning, snippet
from networkjournal.reports.suggest import LeftOut, Mind, Suggestion

if TYPE_CHECKING:  # a brief has none of these, and pays for none
    from networkjournal.model.giving import Why
    from networkjournal.model.matching import Match
    from networkjournal.model.measure import Progress
    from networkjournal.reports.coverage import Coverage, Fit

_WHERE = {
    "tags": N_("{words} in the tags"),
    "title": N_("{words} in the title"),
    "department": N_("{words} in the department"),
    "organization": N_("{words} in the organization"),
    "needs": N_("{words} in their needs"),
    "notes": N_("{words} in your notes"),
    "how_met": N_("{words} in how you met"),
    "can_give": N_("{words} in what they can give"),
    "entries": N_("{words} in what you wrote about them"),
}
_MINDS = {
    "caution": N_("Mind: there is a note of caution about {name}."),
    "withheld": N_("Mind what you will not share with {name}: {words}"),
    "refusal": N_("Mind: you decided not to pursue this: {words}"),
}
CELLS = 60


# goals


def progress(found: "Progress") -> str:
    """How far a goal has come, and how that was counted."""
    if not found.lines:
        return _("{far}; no result line speaks of it yet").format(far=far(found))
    sentence = ngettext("{far}, counted from {n} result line", "{far}, counted from {n} result lines", found.lines)
    return sentence.format(far=far(found), n=found.lines)


def far(found: "Progress") -> str:
    """How far a goal has come, short: "2 of 12"."""
    counter = found.counter if language() == "ja" else ""  # English says it in the measure
    return _("{reached} of {target}").format(reached=f"{found.reached}{counter}", target=f"{found.target}{counter}")


# personas


def vague(who: str) -> str:
    """Why a description helps nobody to think of somebody."""
    return _(
        "Vague: “{who}” fits almost anybody, so nobody can think of someone to introduce. "
        "Say their field, their role, or what troubles them."
    ).format(who=who)


def covered(found: "Coverage") -> str:
    """Who fits a persona, in one sentence."""
    count = len(found.fits)
    if found.state == "nobody":
        return _("Nobody you know fits yet.")
    if found.state == "cards":
        return ngettext(
            "{n} person fits, known only by card: you have not met them yet.",
            "{n} people fit, known only by card: you have not met any of them yet.",
            count,
        ).format(n=count)
    if found.met == count:
        return ngettext(
            "{n} person fits, and you have met them.", "{n} people fit, and you have met them all.", count
        ).format(n=count)
    return ngettext(
        "{n} person fits; you have met {met}.", "{n} people fit; you have met {met} of them.", count
    ).format(n=count, met=found.met)


def fits_short(found: "Coverage") -> str:
    """Who fits a persona, for a column: the best one, and how many more."""
    if not found.fits:
        return _("nobody yet")
    first = found.fits[0].contact.name
    more = len(found.fits) - 1
    named = f"{first} +{more}" if more else first
    return named if found.state == "met" else _("{names} (cards only)").format(names=named)


def fit(found: "Fit") -> str:
    """Why somebody fits, and whether one knows them only by card."""
    because = reasons(found.match)
    return because if found.met else _("{because}; not met yet").format(because=because)


def reasons(match: "Match") -> str:
    """The words that were found, and in which fields."""
    from networkjournal.model.giving import Why  # words and their patterns, which whoever matches has loaded

    return _where(Why(reason.field, reason.words) for reason in match.reasons)


# suggestions


def what(item: Suggestion) -> str:
    """What could be given to whom."""
    if item.kind == "introduction":
        return _("Introduce {name} to {other}").format(name=item.name, other=item.what)
    if item.received is not None:
        return _("Give {name} something in return").format(name=item.name)
    return _("To {name}: {what}").format(name=item.name, what=item.what)


def given(item: Suggestion) -> str:
    """What could be given, where it is said already to whom."""
    if item.kind == "introduction":
        return _("an introduction to {other}").format(other=item.what)
    return _("something in return") if item.received is not None else item.what


def because(item: Suggestion, today: date) -> str:
    """Why it is suggested."""
    if item.received is not None:
        received = item.received
        sentence = _("{kind} received {ago} ({date}), nothing given since: {words}")
        return sentence.format(kind=wording.kind(received.kind), ago=wording.ago((today - received.on).days),
                               date=received.on.isoformat(), words=received.words)  # fmt: skip
    if item.kind == "introduction":
        wish, *has = item.because
        return _("{name} looks for it: “{wish}”; {other}: {has}").format(
            name=item.name, wish=_quoted(wish), other=item.what, has=_where(has)
        )
    if item.given_on is None:
        return _where(item.because)
    sentence = _("{because}; something like it was given on {date}")
    return sentence.format(because=_where(item.because), date=item.given_on.isoformat())


def mind(item: Mind, name: str) -> str:
    """What speaks against giving it, or asks for care."""
    return _(_MINDS[item.code]).format(name=name, words=item.words)


def left_out(found: LeftOut) -> str:
    """How many suggestions were left out, and why; empty where none was."""
    more, given, dismissed, archived = found.more, found.given, found.dismissed, found.archived
    parts = (
        more and ngettext("{n} more that fits less", "{n} more that fit less", more).format(n=more),
        given and ngettext("{n} given or known already", "{n} given or known already", given).format(n=given),
        dismissed and ngettext("{n} you did not want", "{n} you did not want", dismissed).format(n=dismissed),
        archived and ngettext("{n} for someone archived", "{n} for people archived", archived).format(n=archived),
    )
    said = _(", ").join(str(part) for part in parts if part)
    return _("Left out: {parts}.").format(parts=said) if said else ""


def none() -> str:
    """What to say where nothing is suggested."""
    return _(
        "Nothing to suggest now. Offers, and notes of what people need, are what suggestions are made of: "
        "`offer add WHAT --for WHOM`, `contact edit NAME --need TEXT`."
    )


def line(item: Suggestion) -> str:
    """The line of an entry that notes it as given; one goes on typing at its end."""
    if item.other is not None:
        return _("-> @{handle} intro: @{other}").format(handle=item.contact.handle, other=item.other.handle) + " "
    if item.offer is None:
        return f"-> @{item.contact.handle} "
    offer = item.offer
    minutes = f" {offer.minutes}m" if offer.minutes else ""
    strength = f" +{offer.strength}" if offer.strength else ""
    written = _("-> @{handle} info: {what}").format(handle=item.contact.handle, what=offer.what)
    return f"{written}{minutes}{strength} "


def _where(found: "Iterable[Why]") -> str:
    """Words by the fields they stand in."""
    fields: dict[str, list[Why]] = {}
    for why in found:
        fields.setdefault(why.field, []).append(why)
    return _("; ").join(_in_field(field, whys) for field, whys in fields.items())


def _in_field(field: str, whys: "list[Why]") -> str:
    said = _(_WHERE[field]).format(words=_(", ").join(dict.fromkeys(why.words for why in whys)))
    return _("{said} (“{line}”)").format(said=said, line=_quoted(whys[0])) if whys[0].line else said


def _quoted(why: "Why") -> str:
    """The sentence in which the words stand, or the piece of it around them."""
    folded = fold(why.line)
    at = folded.find(fold(why.words))
    piece = snippet(why.line, folded, at, at + len(fold(why.words)), CELLS) if at >= 0 else None
    return "".join(piece) if piece else beginning(why.line, CELLS)
