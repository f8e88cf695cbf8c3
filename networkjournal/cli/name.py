"""Finding the record that a NAME on the command line means; at a terminal, asking which of several."""

from networkjournal.cli.command import Context
from networkjournal.errors import Ambiguous
from networkjournal.i18n import _
from networkjournal.model.contact import Contact
from networkjournal.model.posting import Named
from networkjournal.records import Concept


def find(context: Context, concept: Concept, name: str) -> Named:
    """Find the one record of this name. Raises `NotFound`, and `Ambiguous` where nobody can be asked."""
    try:
        return context.journal.find(concept, name)
    except Ambiguous as several:
        if not context.interactive or context.json:
            raise
        from networkjournal.cli.question import choose  # only where a person has to choose

        chosen = choose(_("Who is {name}?").format(name=name), several.candidates)
        if chosen is None:
            raise
        return context.journal.find(concept, several.candidates[chosen][0])


def find_contact(context: Context, name: str) -> Contact:
    """Find a contact and give it whole."""
    return context.journal.books.contacts.get(find(context, "contact", name).id)
