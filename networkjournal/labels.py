"""What kinds of records and their fields are called, for both front ends. Says no sentence."""

from networkjournal.i18n import N_, _

_KINDS = {
    "contact": N_("Contacts"),
    "goal": N_("Goals"),
    "persona": N_("To meet"),
    "strength": N_("Strengths"),
    "offer": N_("Offers"),
    "event": N_("Events"),
    "ask": N_("Asks"),
    "refusal": N_("Not pursued"),
    "introduction": N_("Self-introduction"),
    "entry": N_("Entries"),
}
_FIELDS = {
    "name": N_("Name"),
    "handle": N_("Short name"),
    "reading": N_("Reading"),
    "aliases": N_("Also called"),
    "organization": N_("Organization"),
    "department": N_("Department"),
    "title": N_("Title"),
    "tags": N_("Tags"),
    "needs": N_("Needs"),
    "can_give": N_("Can give"),
    "asks": N_("To ask of them"),
    "how_met": N_("Met"),
    "introduced_by": N_("Introduced by"),
    "notes": N_("Notes"),
    "emails": N_("Mail"),
    "phones": N_("Phone"),
    "urls": N_("Web"),
    "addresses": N_("Address"),
    "birthday": N_("Birthday"),
    "caution": N_("Caution"),
    "aims": N_("What they are after"),
    "suspected": N_("What they may be after"),
    "knows": N_("What they know and you do not"),
    "withheld": N_("What you will not share"),
    "why": N_("Why"),
    "measure": N_("Measure"),
    "who": N_("Who"),
    "fields": N_("Fields"),
    "roles": N_("Roles"),
    "knowledge": N_("Knows"),
    "found": N_("To be found"),
    "offer": N_("What you offer"),
    "evidence": N_("Evidence"),
    "since": N_("Since"),
    "what": N_("What"),
    "for": N_("For"),
    "purpose": N_("Purpose"),
    "place": N_("Place"),
    "outcome": N_("Outcome"),
    "expected": N_("Expected"),
    "bring": N_("What you bring"),
    "questions": N_("Questions"),
    "series": N_("Series"),
    "on": N_("Date"),
    "text": N_("Text"),
}


def kind(code: str) -> str:
    """What records of a kind are called, as a heading."""
    return _(_KINDS[code])


def known(code: str) -> bool:
    """Whether a field has a name here."""
    return code in _FIELDS


def field(code: str) -> str:
    """What a field is called."""
    return _(_FIELDS[code])
