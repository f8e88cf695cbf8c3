"""Making one contact of two records of one person: choosing the other, seeing what would become of them, saying yes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType

from networkjournal import wording
from networkjournal.i18n import N_, _, ngettext
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.folding import fold, name_key
from networkjournal.model.merge import NOTED, Merge
from networkjournal.model.name import romaji_keys
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.page import Page
from networkjournal.tui.screens.places import Place
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.choice import Choice, Option
from networkjournal.tui.widgets.confirm import Confirm
from networkjournal.tui.widgets.facts import Fact, Group, fact_rows
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

OFFERED = 50
"""So many people are offered for what was typed."""


def field_names() -> Mapping[str, str]:
    """What the fields are called on the page, and in the notes of a merged contact."""
    return {
        "organization": _("Organization"), "department": _("Department"), "title": _("Title"),
        "birthday": _("Birthday"), "how_met": _("How you met"), "introduced_by": _("Introduced by"),
        "reading": _("Reading"), "aliases": _("Also called"), "needs": _("Needs"), "can_give": _("Can give"),
        "asks": _("To ask"), "tags": _("Tags"), "emails": _("E-mail"), "phones": _("Phone"), "urls": _("Web"),
        "addresses": _("Address"), "caution": _("Caution"),
    }  # fmt: skip


class Merging(JournalScreen[None]):
    """A screen about one contact, from which it is merged with another."""

    contact_id: int

    @property
    def contact(self) -> Contact:
        """The contact that the screen is about."""
        raise NotImplementedError

    def unveiled(self) -> bool:
        """Whether names may be shown now."""
        raise NotImplementedError

    @work(exclusive=True, group="merge")
    async def action_merge(self) -> None:
        """Merge this contact with another record of the same person."""
        if not self.unveiled():
            return
        name = self.contact.name
        question = _("Who is the same person as {name}?").format(name=name)
        other = await self.app.push_screen_wait(Choice(question, self._others(), find=self._other_called))
        if other is None:
            return
        page = MergePage(self.journal, self.clock, self.contact_id, other)
        kept = await self.app.push_screen_wait(page)
        if kept is not None and kept != self.contact_id:
            self.dismiss(None)
            self.open(Place("contact", kept))
        else:
            self.look()

    def _others(self) -> Sequence[Option[int]]:
        return [
            Option(account.contact_id, account.name, account.organization)
            for account in self.journal.books.ledger.accounts(archived=True)
            if account.contact_id != self.contact_id
        ]

    def _other_called(self, typed: str) -> Sequence[Option[int]]:
        """People by any spelling of a name: how it begins first, and then what it holds."""
        names, contacts = self.journal.books.names, self.journal.books.contacts
        keys = (name_key(typed), *sorted(romaji_keys(typed)))
        ids = [named.id for named, _detail in names.starting("@", keys, OFFERED)]
        ids += [id for id in sorted(names.narrowed("@", typed))[:OFFERED] if id not in ids]
        found = {contact.id: contact for contact in contacts.some(ids)}
        people = [found[id] for id in ids if id in found and id != self.contact_id]
        return [Option(contact.id, contact.name, contact.organization) for contact in people]


class MergePage(Page[int | None]):
    """What a merge would do. Dismissed with the id of the contact that was kept, or None where nothing was merged."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "merge", N_("Merge"), id="merge.merge", tooltip=N_("Merge them as described here"),
                priority=True),
        Binding("s,f8", "swap", N_("Keep the other"), id="merge.swap",
                tooltip=N_("Keep the other record, and merge this one into it")),
    ]  # fmt: skip
    KEYS = ("merge.merge", "merge.swap", "page.leave", "everywhere.help")

    def __init__(self, journal: Journal, clock: Clock, kept: int, absorbed: int) -> None:
        """Two contacts by their ids."""
        super().__init__(journal, clock)
        self._kept, self._absorbed = kept, absorbed

    def title_now(self) -> str:
        """See `Page`."""
        return _("Merge")

    def gone(self) -> str:
        """See `Page`."""
        return _("One of the two is no longer in the journal.")

    def _plan(self) -> Merge:
        contacts = self.journal.books.contacts
        for contact in (self._kept, self._absorbed):
            if not contacts.live(contact):
                raise KeyError(contact)
        return self.journal.merge_plan(contacts.get(self._kept), contacts.get(self._absorbed), field_names())

    def source(self) -> ListSource:
        """The plan as facts."""
        groups = merge_groups(self._plan(), self.veil, field_names())
        return fact_rows(groups, self.width, self.colours.dim, self.app.console)

    def chosen(self, event: Rows.Chosen) -> None:
        """A double click on a row is no yes."""

    def action_swap(self) -> None:
        """Keep the other one."""
        self._kept, self._absorbed = self._absorbed, self._kept
        self.fill()

    @work(exclusive=True, group="merge")
    async def action_merge(self) -> None:
        """Ask once more, and merge."""
        contacts = self.journal.books.contacts
        try:
            kept, absorbed = contacts.get(self._kept), contacts.get(self._absorbed)
        except KeyError:
            self.fill()
            return
        name = self.veil.name
        question = _("Merge {absorbed} into {kept}?").format(absorbed=name(absorbed.name), kept=name(kept.name))
        if await self.app.push_screen_wait(Confirm(question, [_("Undo takes it back.")])):
            with self.telling():
                self.journal.merge_contacts(kept, absorbed, field_names())
                merged = _("{absorbed} is merged into {kept}; u takes it back.")
                self.say(merged.format(absorbed=name(absorbed.name), kept=name(kept.name)))
                self.dismiss(kept.id)


def merge_groups(plan: Merge, veil: Veil, labels: Mapping[str, str]) -> tuple[Group, ...]:
    """The plan in words: who is kept, what comes together, what is filled, what goes to the notes, what is rewritten."""
    return (
        list(_who(plan, veil)),
        [Fact(label, Text(safe(veil.words(said))), ("united", label)) for label, said in _united(plan, labels)],
        [Fact(label, Text(safe(veil.words(said))), ("filled", label)) for label, said in _filled(plan, labels)],
        list(_noted(plan, veil, labels)),
        list(_counted(plan)),
    )


def _who(plan: Merge, veil: Veil) -> Iterator[Fact]:
    for key, label, contact in (("kept", _("Kept"), plan.kept), ("absorbed", _("Merged into it"), plan.absorbed)):
        line = Text(safe(veil.name(contact.name)), "bold")
        yield Fact(label, line.append(f"  @{safe(veil.name(contact.handle))}", "not bold dim"), (key,))


def _united(plan: Merge, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Lists that the merged one adds to."""
    for field in ("aliases", "needs", "can_give", "asks", "tags", "emails", "phones", "urls", "addresses"):
        had, has = getattr(plan.kept, field), getattr(plan.merged, field)
        if len(has) > len(had):
            yield labels[field], ", ".join(_texts(has))


def _texts(values: Iterable[object]) -> Iterator[str]:
    return (value if isinstance(value, str) else str(getattr(value, "value", value)) for value in values)


def _filled(plan: Merge, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Fields that were empty."""
    for field in ("reading", *NOTED, "caution"):
        had, has = getattr(plan.kept, field), getattr(plan.merged, field)
        if has and not had:
            yield labels[field], has


def _noted(plan: Merge, veil: Veil, labels: Mapping[str, str]) -> Iterator[Fact]:
    """Values that differ: the kept one's stays, the other's goes to the notes."""
    for field in NOTED:
        kept, other = getattr(plan.kept, field), getattr(plan.absorbed, field)
        if kept and other and fold(kept) != fold(other):
            said = _("{kept} stays; {other} goes to the notes").format(kept=veil.words(kept), other=veil.words(other))
            yield Fact(labels[field], Text(safe(said)), ("noted", field))


def _counted(plan: Merge) -> Iterator[Fact]:
    entries = ngettext("{n} entry is rewritten", "{n} entries are rewritten", plan.entries).format(n=plan.entries)
    moved = ngettext("{n} exchange moves", "{n} exchanges move", plan.exchanges).format(n=plan.exchanges)
    yield Fact(_("Journal"), Text(f"{entries} · {moved}"), ("entries",))
    if plan.waiting > 0:
        waits = ngettext("{n} line waits no longer", "{n} lines wait no longer", plan.waiting)
        yield Fact(_("Inbox"), Text(waits.format(n=plan.waiting)), ("waiting",))
    before = " + ".join(wording.net(account.net) for account in plan.before)
    after = f"{wording.net(plan.after.net)} ({wording.state(plan.after.state)})"
    yield Fact(_("Balance"), Text(f"{before} → {after}"), ("balance",))
