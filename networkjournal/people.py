"""The verbs on contacts: adding, changing, archiving, merging, forgetting. Each is one named step.

Promises that texts keep saying whom they mean: a new name stands in every entry, and what named someone who was merged
names the one they were merged into.
"""

from collections.abc import Mapping
from contextlib import suppress

from networkjournal.errors import Invalid
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.contact import Contact
from networkjournal.model.folding import name_keys
from networkjournal.model.name import known_names, plain_handle, split_name
from networkjournal.model.posting import Named
from networkjournal.records import Records, Rehearsed, required

if TYPE_CHECKING:
    from networkjournal.model.forgetting import Forgetting
    from networkjournal.model.merge import Merge


class People(Records):
    """The verbs on contacts. `Journal` adds those on texts."""

    def add_contact(self, contact: Contact, uid: str = "") -> Contact:
        """Add a contact; gives it with its id and handle. Raises `Invalid` for an empty name or a taken handle.

        `uid` is the identifier that the same contact has in another file; nobody here may bear it.
        """
        contact = _tidy(contact)
        with self.step("contact_add", contact.name):
            contact = contact._replace(handle=self._handle("@", contact.handle, contact.name))
            contact = contact._replace(id=self.books.contacts.add(contact, uid))
            self._name("@", contact.id, contact.handle, known_names(contact))
        return contact

    def change_contact(self, contact: Contact, seen: Contact | None = None) -> Contact:
        """Write a contact's fields. A new name brings a new handle, unless the handle was one's own choice.

        With `seen`, the contact as it was looked at, what others changed meanwhile stays; may raise `ChangedElsewhere`.
        """
        contact = _tidy(contact)
        with self.step("contact_edit", contact.name) as step:
            old = self.books.contacts.get(contact.id)
            contact = self._onto("contact", seen, contact, old)
            handle = contact.handle
            if handle == old.handle and contact.name != old.name and _derived(old):
                handle = ""
            if handle != old.handle:
                contact = contact._replace(handle=self._handle("@", handle, contact.name, old.handle))
            self.books.contacts.change(contact)
            self._name("@", contact.id, contact.handle, known_names(contact))
            if contact.handle != old.handle:
                self._renamed(old, contact, step)
        return contact

    def _renamed(self, old: Contact, new: Contact, step: int) -> None:
        """Write a new handle wherever the old one stands."""
        names = (old.name, new.name) if old.name != new.name else (old.handle, new.handle)
        self.books.history.entitle(step, "contact_rename", "\t".join(names))
        self.books.contacts.introduced(old.handle, new.handle)
        self.poster.renamed("@", Named(new.id, new.handle), old.handle)

    def remove_contact(self, contact: Contact) -> None:
        """Take a contact out of the lists. Texts and the ledger keep what they say of it."""
        with self.step("contact_remove", contact.handle):
            self.books.contacts.remove(contact.id)
            self.reindex({"contacts": (contact.id,)})

    def removed_contact(self, name: str) -> Contact | None:
        """Give a contact that was removed and still has this name as its handle; `None` where there is none."""
        for bearers in self.books.names.bearers("@", name_keys(name)).values():
            for bearer in bearers:
                if bearer.by_handle and not self.books.contacts.live(bearer.named.id):
                    return self.books.contacts.get(bearer.named.id)
        return None

    # keeping the list short

    def archive_contact(self, contact: Contact, archived: bool = True) -> Contact:
        """Leave someone out of the lists, or (with False) bring them back. Names, texts and the ledger know them."""
        with self.step("contact_archive" if archived else "contact_unarchive", contact.name):
            found = self.books.contacts.get(contact.id)
            if found.archived != archived:
                found = found._replace(archived=archived)
                self.books.contacts.change(found)
        return found

    # two records of one person

    def merge_plan(self, kept: Contact, absorbed: Contact, labels: Mapping[str, str] | None = None) -> "Merge":
        """Tell what `merge_contacts` would do, by doing it and taking it back. Raises what it raises."""
        from networkjournal.model.merge import Merge  # only where people are merged

        books = self.books
        entries = len(tuple(books.entries.some(books.entries.mentioning("@", absorbed.id))))
        exchanges = len(books.ledger.register(absorbed.id))
        before = (books.ledger.account(kept.id), books.ledger.account(absorbed.id))
        waiting = books.inbox.count()
        found = None
        with suppress(Rehearsed), self.step("contact_merge"):
            made = self.merge_contacts(kept, absorbed, labels)
            self.poster.finish()
            after = books.ledger.account(kept.id)
            found = Merge(kept, absorbed, made, entries, exchanges, before, after, waiting - books.inbox.count())
            raise Rehearsed
        assert found is not None
        return found

    def merge_contacts(self, kept: Contact, absorbed: Contact, labels: Mapping[str, str] | None = None) -> Contact:
        """Make one contact of two records of one person; gives it as it now is.

        `labels` are what to call fields in the notes (see `model.merge`). Raises `Invalid` where the two are one, or
        one of them is not there.
        """
        from networkjournal.model.merge import merged  # only where people are merged

        if kept.id == absorbed.id:
            raise Invalid("contact", kept.handle, "same")
        with self.step("contact_merge", f"{absorbed.name}\t{kept.name}"):
            kept, absorbed = self._there(kept), self._there(absorbed)
            made = merged(kept, absorbed, labels)
            books = self.books
            books.contacts.absorb(absorbed.id, kept.id)
            books.contacts.change(made)
            books.contacts.introduced(absorbed.handle, kept.handle)
            books.sources.moved(absorbed.id, kept.id)
            books.cadences.moved(absorbed.id, kept.id)
            books.refusals.moved(absorbed.id, kept.id)
            books.events.moved(absorbed.id, kept.id)
            self.reindex({"contacts": (absorbed.id, kept.id)})
            self.poster.merged(Named(absorbed.id, absorbed.handle), Named(kept.id, kept.handle))
        return made

    def _there(self, contact: Contact) -> Contact:
        """The contact as it is in the file. Raises `Invalid` where it is no longer."""
        if not self.books.contacts.live(contact.id):
            raise Invalid("contact", contact.handle, "missing")
        return self.books.contacts.get(contact.id)

    # someone who is not to be known

    def forget_plan(self, contact: Contact) -> "Forgetting":
        """Tell what forgetting a contact comes to. Nothing is written."""
        from networkjournal.forgetting import plan  # only where someone is forgotten

        return plan(self, contact)

    def forget_contact(self, contact: Contact) -> "Forgetting":
        """Take a contact out of the file for good, out of all texts and the history too. It cannot be undone."""
        from networkjournal.forgetting import forget  # only where someone is forgotten

        return forget(self, contact)


def _tidy(contact: Contact) -> Contact:
    """Trim a contact's names and split them where they say how. Raises `Invalid` for an empty name."""
    name = " ".join(contact.name.split())
    required("name", name)
    family, given = contact.family.strip(), contact.given.strip()
    if not (family or given):
        family, given = split_name(name)
    return contact._replace(name=name, family=family, given=given, reading=" ".join(contact.reading.split()))


def _derived(contact: Contact) -> bool:
    """Whether a contact's handle was made from its name."""
    plain = plain_handle(contact.name)
    return contact.handle == plain or contact.handle.rpartition("_")[0] == plain
