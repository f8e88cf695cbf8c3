"""The form of a contact, and what comes back from it."""

from collections.abc import Mapping

from networkjournal.i18n import _
from networkjournal.model.contact import CAUTIONS, Contact, Labelled
from networkjournal.tui.widgets.form import Field

_TEXTS = ("name", "reading", "organization", "title", "birthday", "how_met", "introduced_by", *CAUTIONS, "notes")
_LISTS = ("tags", "aliases")
_LINES = ("needs", "can_give", "asks")
"""Lists of sentences, which may hold commas: one to a line."""
_LABELLED = ("emails", "phones", "urls")


def contact_fields(person: Contact) -> list[Field]:
    """The fields, filled with what is known. Lists stand on one line, parted by commas."""
    labels = {
        "name": (_("Name"), _("family and given name parted by a space")),
        "reading": (_("Reading"), _("in kana, parted by a space")),
        "organization": (_("Organization"), ""),
        "title": (_("Title"), ""),
        "emails": (_("E-mail"), _("several parted by commas")),
        "phones": (_("Phone"), ""),
        "needs": (_("Needs"), _("what they are looking for, one to a line")),
        "can_give": (_("Can give"), _("what they could give, one to a line")),
        "asks": (_("To ask"), _("what you would ask of them, one to a line")),
        "how_met": (_("How you met"), ""),
        "introduced_by": (_("Introduced by"), ""),
        "tags": (_("Tags"), ""),
        "aliases": (_("Also called"), _("nicknames, former names")),
        "birthday": (_("Birthday"), "1979-02-28, --02-28"),
        "urls": (_("Web"), ""),
        "caution": (_("Caution"), _("what to be careful of")),
        "aims": (_("They are after"), _("what they say they are after")),
        "suspected": (_("Perhaps after"), _("what you think they are after")),
        "knows": (_("They know"), _("what they know that you do not")),
        "withheld": (_("Not shared"), _("what you will not share with them")),
        "notes": (_("Notes"), ""),
    }
    return [
        Field(name, label, _value(person, name), name == "name", name in (*_LINES, "notes"), hint)
        for name, (label, hint) in labels.items()
    ]


def _value(person: Contact, name: str) -> str:
    value = getattr(person, name)
    if name in _LABELLED:
        return ", ".join(item.value for item in value)
    if name in _LINES:
        return "\n".join(value)
    return ", ".join(value) if name in _LISTS else str(value)


def contact_from(person: Contact, values: Mapping[str, str]) -> Contact:
    """The contact with what was filled in; what nobody touched stays as it was, labels included."""
    changed = {name: text for name, text in values.items() if text != _value(person, name)}
    fields: dict[str, object] = {name: changed[name] for name in _TEXTS if name in changed}
    fields.update({name: parts(changed[name]) for name in _LISTS if name in changed})
    for name in _LINES:
        if name in changed:
            fields[name] = tuple(line.strip() for line in changed[name].split("\n") if line.strip())
    for name in _LABELLED:
        if name in changed:
            known = {item.value: item for item in getattr(person, name)}
            fields[name] = tuple(known.get(value, Labelled(value)) for value in parts(changed[name]))
    if "name" in changed:
        fields.update(family="", given="")
    return person._replace(**fields)  # type: ignore[arg-type]


def parts(text: str) -> tuple[str, ...]:
    """The parts of a list on one line, parted by commas of any kind."""
    return tuple(part.strip() for part in text.replace("、", ",").replace("，", ",").split(",") if part.strip())
