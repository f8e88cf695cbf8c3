"""Making one contact of two records of one person: choosing the other, seeing what would become of them, saying yes."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType

from networkjournal import previews
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.folding import name_key
from networkjournal.model.merge import Merge
from networkjournal.model.name import romaji_keys
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.one_contact import OneContact
from networkjournal.tui.screens.page import Page
from networkjournal.tui.veil import DOTS, Veil
from networkjournal.tui.widgets.choice import Choice, Option
from networkjournal.tui.widgets.confirm import Confirm
from networkjournal.tui.widgets.facts import Fact, Group, fact_rows
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

OFFERED = 50
"""So many people are offered for what was typed."""


class Merging(OneContact):
    """A screen about one contact, from which it is merged with another."""

    @work(exclusive=True, group="merge")
    async def action_merge(self) -> None:
        """Merge this contact with another record of the same person."""
        question = ""
        with self.telling():
            if self.unveiled():
                question = _("Who is the same person as {name}?").format(name=self.contact.name)
        if not question:
            return
        other = await self.app.push_screen_wait(Choice(question, self._others(), find=self._other_called))
        if other is None:
            return
        self.asking = True
        kept = await self.app.push_screen_wait(MergePage(self.journal, self.clock, self.contact_id, other))
        self.asking = False
        if kept is not None and kept != self.contact_id:
            self.replace(kept)
        else:
            self.look()
            self.close_if_gone()

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
        self._planned: tuple[tuple[int, int, tuple[int, int]], Merge] | None = None

    def title_now(self) -> str:
        """See `Page`."""
        return _("Merge")

    def gone(self) -> str:
        """See `Page`."""
        return _("One of the two is no longer in the journal.")

    def _plan(self) -> Merge:
        """The plan, made once for what is in the file now."""
        contacts = self.journal.books.contacts
        for contact in (self._kept, self._absorbed):
            if not contacts.live(contact):
                raise KeyError(contact)
        made = (self._kept, self._absorbed, self.journal.version)
        if self._planned is None or self._planned[0] != made:
            plan = self.journal.merge_plan(
                contacts.get(self._kept), contacts.get(self._absorbed), previews.field_labels()
            )
            # Planning does and takes back: its own changes are not to be seen as somebody's.
            self._planned = (self._kept, self._absorbed, self.journal.version), plan
            self.set_reactive(JournalScreen.revision, self.journal.version)
        return self._planned[1]

    def source(self) -> ListSource:
        """The plan as facts."""
        groups = merge_groups(self._plan(), self.veil)
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
                self.journal.merge_contacts(kept, absorbed, previews.field_labels())
                merged = _("{absorbed} is merged into {kept}; u takes it back.")
                self.say(merged.format(absorbed=name(absorbed.name), kept=name(kept.name)))
                self.dismiss(kept.id)


def merge_groups(plan: Merge, veil: Veil) -> tuple[Group, ...]:
    """The plan in words: who is kept, what that one gains, what is rewritten, the balance before and after."""
    said = veil.words
    gains = [
        Fact(label, Text(safe(said(DOTS if label == _("Caution") else text))), ("gain", number))
        for number, (label, text) in enumerate(previews.added(plan))
    ]
    counts = [
        Fact("", Text(sentence), ("count", number), wide=True)
        for number, sentence in enumerate(previews.merge_counts(plan))
    ]
    balances = [
        Fact(safe(veil.name(name)), Text(sums), ("balance", number))
        for number, (name, sums) in enumerate(previews.merge_balances(plan))
    ]
    who = list(_who(plan, veil))
    return who, _headed(_("What the one who stays gains:"), gains), counts, _headed(_("The balance:"), balances)


def _headed(sentence: str, facts: list[Fact]) -> Group:
    """Facts below what they have in common; nothing where there are none."""
    return [Fact("", Text(sentence, "bold"), ("head", sentence), wide=True), *facts] if facts else []


def _who(plan: Merge, veil: Veil) -> Iterator[Fact]:
    for key, label, contact in (("kept", _("Stays"), plan.kept), ("absorbed", _("Goes into it"), plan.absorbed)):
        line = Text().append(safe(veil.name(contact.name)), "bold")
        yield Fact(label, line.append(f"  @{safe(veil.name(contact.handle))}", "dim"), (key,))
