"""The form of someone to meet, and what comes back from it. Lists are written with commas."""

from collections.abc import Mapping

from networkjournal import purpose
from networkjournal.i18n import _
from networkjournal.model.goal import Persona, vague
from networkjournal.tui.widgets.form import Field


def persona_fields(persona: Persona) -> list[Field]:
    """The fields, filled with what is known."""
    return [
        Field("who", _("Who"), persona.who, required=True, hint=_("a care manager who lacks cover at night")),
        Field("fields", _("Fields"), ", ".join(persona.fields), hint=_("what they work in, with commas")),
        Field("roles", _("Roles"), ", ".join(persona.roles), hint=_("what they are there, with commas")),
        Field("knowledge", _("Knowledge"), persona.knowledge, hint=_("what they know")),
        Field("found", _("Found at"), persona.found, hint=_("where such people are to be found")),
        Field("offer", _("To offer them"), persona.offer, hint=_("what you have to offer them")),
    ]


def persona_faults(told: set[str], values: Mapping[str, str]) -> dict[str, str]:
    """Say of a description that fits anybody that it does: once, for whoever means it may save it all the same.

    `told` are descriptions of which that was said; one more is added.
    """
    who = values.get("who", "").strip()
    if not vague(who) or who in told:
        return {}
    told.add(who)
    return {"who": purpose.vague(who)}


def persona_from(persona: Persona, values: Mapping[str, str]) -> Persona:
    """The persona with what was filled in."""
    return persona._replace(
        who=values["who"].strip(),
        fields=_listed(persona.fields, values["fields"]),
        roles=_listed(persona.roles, values["roles"]),
        knowledge=values["knowledge"].strip(),
        found=values["found"].strip(),
        offer=values["offer"].strip(),
    )


def _listed(before: tuple[str, ...], text: str) -> tuple[str, ...]:
    """What a line with commas lists; a list that nobody touched stays, commas inside its members too."""
    if text == ", ".join(before):
        return before
    return tuple(part.strip() for part in text.replace("、", ",").replace("，", ",").split(",") if part.strip())
