"""How often to be in touch with one contact: a small form, and a key that lets them be quiet for a while."""

from datetime import date

from textual import work

from networkjournal import mirror
from networkjournal.capture.dates import read_date
from networkjournal.i18n import _
from networkjournal.model.cadence import Cadence, is_snoozed
from networkjournal.model.days import shifted
from networkjournal.tui.screens.one_contact import OneContact
from networkjournal.tui.widgets.form import Field, Form

OFTEN = (7, 14, 30, 60, 90, 180, 365)
QUIET = 14
"""So long a contact may be silent at one key."""


class Cadencing(OneContact):
    """A screen on which one says how often to be in touch with its contact."""

    @work(exclusive=True, group="cadence")
    async def action_cadence(self) -> None:
        """Ask how often, and until when silence is all right."""
        if not self.unveiled():
            return
        person, today = self.contact, self.clock()
        own = self.journal.books.cadences.of_contact(self.contact_id)
        days = str(own.days) if own else ""
        known = sorted({*OFTEN, *([own.days] if own else [])})
        choices = (("", _("not set for them alone")), *((str(count), mirror.every(count)) for count in known))
        snoozed = person.snoozed_until
        quiet = snoozed.isoformat() if snoozed is not None and is_snoozed(snoozed, today) else ""
        fields = [
            Field("often", _("In touch"), days, choices=choices),
            Field("quiet", _("Quiet until"), quiet, hint=_("a day: in 2 weeks, 11/30; empty for none")),
        ]
        title = _("How often: {name}").format(name=person.name)
        values = await self.app.push_screen_wait(Form(title, fields, lambda found: _faults(found, today)))
        if values is None:
            return
        with self.telling():
            if values["often"] != days:
                self._set(own, values["often"])
            if values["quiet"].strip() != quiet:
                self.journal.snooze(self.contact_id, _day(values["quiet"], today))
        self.look()

    def _set(self, own: Cadence | None, often: str) -> None:
        if often:
            self.journal.set_cadence(Cadence(int(often), contact=self.contact_id))
            self.say(_("Set: {who}, {often}.").format(who=self.contact.name, often=mirror.every(int(often))))
        elif own is not None:
            self.journal.remove_cadence(own)
            self.say(_("Removed; u takes it back."))

    def action_quiet(self) -> None:
        """Let them be silent for two weeks; where they may be already, mind it again."""
        with self.telling():
            person, today = self.contact, self.clock()
            until = None if is_snoozed(person.snoozed_until, today) else shifted(today, QUIET)
            self.journal.snooze(self.contact_id, until)
            name = self.veil.name(person.name)
            if until is None:
                self.say(_("{name} may be silent as long as the cadence says.").format(name=name))
            else:
                self.say(_("Quiet until {date}: {name}").format(date=until.isoformat(), name=name))
        self.look()


def _day(typed: str, today: date) -> date | None:
    return read_date(typed.strip(), today, "coming") if typed.strip() else None


def _faults(values: dict[str, str], today: date) -> dict[str, str]:
    if values["quiet"].strip() and _day(values["quiet"], today) is None:
        return {"quiet": _("This is no day yet")}
    return {}
