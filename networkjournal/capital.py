"""Human capital in sentences: how a strength grew, what is missing, and a self-introduction to be said aloud.

Promises sentences that one can speak: no list is read out, each stands by itself, and which of them fit is decided by
`model.speech`. What nobody put into words is not invented: `missing` says that it is missing.
"""

from collections.abc import Iterator, Mapping

from networkjournal.i18n import N_, _, language, ngettext
from networkjournal.journal import Journal
from networkjournal.lean import NamedTuple
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.model.speech import Sentence, Shape, bare, cause, chosen, says_years, seconds, shape
from networkjournal.reports.capital import Gap, Held, Offered
from networkjournal.reports.introduction import Material, Missing, Practised

Forms = Mapping[Shape, str]
"""What to say of a phrase of each shape; a noun's where a shape has none. A `sentence` is said as it is."""

_PURPOSE: Forms = {
    "clause": N_("I came here {words}."),
    "wish": N_("I came here with a wish: {words}."),
    "reason": N_("I am here {words}."),
    "past": N_("What brought me here: {words}."),
    "noun": N_("Today I am here for this: {words}."),
}
_GOAL: Forms = {
    "clause": N_("My aim is {words}."),
    "wish": N_("My wish is this: {words}."),
    "noun": N_("Right now I am working on this: {words}."),
}
_WHY: Forms = {
    "clause": N_("I do it {words}."),
    "wish": N_("I do it because I wish this: {words}."),
    "reason": N_("That is {words}."),
    "past": N_("It is because of this: {words}."),
    "noun": N_("What it is for: {words}."),
}
_OFFER: Forms = {
    "clause": N_("I offer {words}."),
    "past": N_("Ask me about this: {words}."),
    "wish": N_("What I would gladly do for you: {words}."),
    "noun": N_("One thing I can offer: {words}."),
}
_OFFER_MORE: Forms = {
    "clause": N_("I also offer {words}."),
    "past": N_("Ask me about this, too: {words}."),
    "wish": N_("What I would gladly do as well: {words}."),
    "noun": N_("Another thing I can offer: {words}."),
}
_ASK: Forms = {
    "clause": N_("I would like {words}."),
    "wish": N_("What I would wish for: {words}."),
    "noun": N_("What would help me now: {words}."),
}
_EVIDENCE: Forms = {
    "clause": N_("What shows it: {words}."),
    "past": N_("What shows it is this: {words}."),
    "noun": N_("What stands behind it: {words}."),
}
_STRENGTH = {
    "skill": N_("I am good at this: {words}."),
    "knowledge": N_("I know my way around this: {words}."),
    "experience": N_("I have experience in this: {words}."),
    "character": N_("People know me for this: {words}."),
}
_EXPERIENCE_WORDS = ("経験", "experience")
_GAPS = {
    "no_evidence": N_("{name}: nothing shows it yet. What have you done with it?"),
    "no_strength": N_("{name}: no strength of yours serves this goal yet."),
    "for_nobody": N_("{name}: for whom is it? Nobody is named yet."),
}
_WHAT_FILLS = {
    "no_evidence": N_("A strength without evidence is a claim. A number, a piece of work or a person will do."),
    "no_strength": N_(
        "A strength serves a goal where a line names both, or where an offer out of it is for somebody whom the goal "
        "wants to meet."
    ),
    "for_nobody": N_("An offer finds its people by the words that say for whom it is: a field, a role, a need."),
}
_MISSING: Mapping[Missing, str] = {
    "strength": N_("No strength is in words yet, so it does not say what you bring."),
    "goal": N_("No goal is stated, so it does not say what you are after."),
    "offer": N_("No offer is noted yet, so it gives nothing."),
    "purpose": N_("This event has no purpose yet, so it does not say why you are there."),
}


class Introduction(NamedTuple):
    """A text to be said aloud."""

    text: str
    """Empty where there is nothing to say."""
    takes: int
    """Seconds, as `model.speech` counts them."""
    missing: tuple[Missing, ...]


# the Me screen


def years(count: int | None) -> str:
    """For how many years one has a strength; less than one is told so, and nothing where nobody knows."""
    if count is None:
        return ""
    return ngettext("{n} year", "{n} years", count).format(n=count) if count else _("less than a year")


def since(held: Held) -> str:
    """A beginning with the years since."""
    if not held.strength.since:
        return ""
    return " · ".join(filter(None, (held.strength.since, years(held.years))))


def growth(held: Held) -> str:
    """What became of a strength: entries that mention it, and exchanges in which it was given."""
    if not held.entries or held.latest is None:
        return _("no entry mentions it yet")
    entries = ngettext("{n} entry, the latest {date}", "{n} entries, the latest {date}", held.entries)
    parts = [entries.format(n=held.entries, date=held.latest.isoformat())]
    if held.given:
        parts.append(ngettext("given {n} time", "given {n} times", held.given).format(n=held.given))
    return " · ".join(parts)


def given(offered: Offered) -> str:
    """How often an offer was given, as far as lines tell."""
    if offered.given is None:
        return ""
    if not offered.given or offered.latest is None:
        return _("not given yet")
    times = ngettext("given {n} time, last {date}", "given {n} times, last {date}", offered.given)
    return times.format(n=offered.given, date=offered.latest.isoformat())


def gap(found: Gap) -> str:
    """Something that is missing, in one sentence."""
    return _(_GAPS[found.code]).format(name=found.name)


def what_fills(found: Gap) -> str:
    """How it would no longer be missing."""
    return _(_WHAT_FILLS[found.code])


# introducing oneself


def introduction(material: Material, limit: int) -> Introduction:
    """Compose a self-introduction of at most so many seconds, in the language spoken."""
    text = joined(chosen(tuple(_sentences(material)), limit))
    return Introduction(text, seconds(text), material.missing)


def joined(sentences: tuple[str, ...]) -> str:
    """Sentences one after another."""
    return ("" if language() == "ja" else " ").join(sentences)


def missing(code: Missing) -> str:
    """What a self-introduction cannot say, and why."""
    return _(_MISSING[code])


def takes(count: int) -> str:
    """How long a text takes to say."""
    return ngettext("about {n} second aloud", "about {n} seconds aloud", count).format(n=count)


def lasts(count: int) -> str:
    """How long a text is meant to be, short, for a column."""
    return _("{n} s").format(n=count)


def made_for(journal: Journal, kept: SelfIntroduction) -> str:
    """What a kept text was made for: a persona, an event or a goal; nothing where nobody said."""
    if kept.persona is not None:
        try:
            return journal.books.personas.get(kept.persona).who
        except KeyError:  # removed since
            return ""
    return f"%{kept.event}" if kept.event else f"#{kept.goal}" if kept.goal else ""


STRENGTH, OFFER, GOAL, PURPOSE, PERSONA, EVIDENCE, WHY, STRENGTH_MORE, OFFER_MORE, ASK, CLOSING = range(11)
"""What is said sooner when there is little time: what I bring and what I can give come before what I am after."""


def _sentences(material: Material) -> Iterator[Sentence]:
    """All that could be said, in the order in which one says it."""
    strengths, offers, goal = material.strengths, material.offers, material.goal
    if not (strengths or offers or goal):
        return
    if material.event is not None and material.event.purpose:
        yield Sentence(_said(_PURPOSE, material.event.purpose), PURPOSE)
    if strengths:
        yield Sentence(_strength(strengths[0]), STRENGTH)
        if strengths[0].strength.evidence:
            yield Sentence(_said(_EVIDENCE, strengths[0].strength.evidence[0]), EVIDENCE, STRENGTH)
    if len(strengths) > 1:
        yield Sentence(_strength_more(strengths[1]), STRENGTH_MORE, STRENGTH)
    if goal is not None:
        yield Sentence(_said(_GOAL, goal.title), GOAL)
        if goal.why:
            yield Sentence(_said(_WHY, goal.why), WHY, GOAL)
    if offers:
        yield Sentence(_said(_OFFER, offers[0].what), OFFER)
    if len(offers) > 1:
        yield Sentence(_said(_OFFER_MORE, offers[1].what), OFFER_MORE, OFFER)
    if material.persona is not None:
        yield Sentence(_("I would love to talk with {who}.").format(who=bare(material.persona.who)), PERSONA)
    if material.asks:
        yield Sentence(_said(_ASK, material.asks[0].what), ASK)
    yield Sentence(_("I look forward to talking with you."), CLOSING)


def _said(forms: Forms, phrase: str) -> str:
    kind = shape(phrase)
    if kind == "sentence":
        return bare(phrase) + ("。" if language() == "ja" else ".")
    words = cause(phrase) if kind == "reason" else bare(phrase)
    if kind == "reason" and forms is _PURPOSE and words.endswith("ため"):
        words += "に"  # why one came, and not what that is
    return _(forms.get(kind, forms["noun"])).format(words=words)


def _strength(held: Practised) -> str:
    title, kind = bare(held.strength.title), held.strength.kind
    if shape(title) == "clause":
        return _("One of my strengths: {words}.").format(words=title)
    if kind == "character":
        return _(_STRENGTH[kind]).format(words=title)
    if held.years and not says_years(title):
        lived = ngettext("I bring {n} year of this: {words}.", "I bring {n} years of this: {words}.", held.years)
        return lived.format(n=held.years, words=title)
    if held.years == 0:
        return _("I am still learning this: {words}.").format(words=title)
    if kind == "experience" and any(word in title.casefold() for word in _EXPERIENCE_WORDS):
        return _("I have this experience: {words}.").format(words=title)
    return _(_STRENGTH[kind]).format(words=title)


def _strength_more(held: Practised) -> str:
    title = bare(held.strength.title)
    if shape(title) == "clause":
        return _("Another strength of mine: {words}.").format(words=title)
    if held.years == 0 and held.strength.kind != "character":
        return _("I am also learning this: {words}.").format(words=title)
    return _("Besides, there is this: {words}.").format(words=title)
