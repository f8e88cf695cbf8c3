"""A contact: a person, the names that find them, and the unique handle that stands for them in texts.

Promises the rules of names (which names find a person, which handle they get); refuses to look anything up.
"""

from datetime import date

from networkjournal.lean import NamedTuple

CAUTIONS = ("caution", "aims", "suspected", "knows", "withheld")
"""The fields that say what to mind with somebody. They are hidden from onlookers, and exported only when asked."""


class Labelled(NamedTuple):
    """A value with what it is for: an address of work, a mobile phone."""

    value: str
    label: str = ""
    """As the source wrote it, lower case ("work", "cell", "自宅"); empty when unsaid."""


class Contact(NamedTuple):
    """One person. Every field but `name` may be empty; nothing is guessed."""

    name: str
    """As shown: "田中 太郎", "Anna Miller"."""
    handle: str = ""
    """The unique name in texts; given by the store when the contact is added without one."""
    family: str = ""
    given: str = ""
    reading: str = ""
    """The whole reading in kana, a space between family and given name: "タナカ タロウ"."""
    aliases: tuple[str, ...] = ()
    """Nicknames and former names; each finds the person like the name does."""
    organization: str = ""
    department: str = ""
    title: str = ""
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    urls: tuple[Labelled, ...] = ()
    addresses: tuple[Labelled, ...] = ()
    birthday: str = ""
    """`YYYY-MM-DD`, or `--MM-DD` where the year is unknown, or the words that stood there."""
    how_met: str = ""
    introduced_by: str = ""
    """A handle, or the words that stood there."""
    needs: tuple[str, ...] = ()
    can_give: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    """What I would ask of them."""
    caution: str = ""
    """What to be careful of; never exported unless asked."""
    notes: str = ""
    tags: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    """Lines of the source that have no field here (unknown vCard properties), kept for export."""
    aims: str = ""
    """What they say they are after. As private as the caution, like the three that follow."""
    suspected: str = ""
    """What I think they are after."""
    knows: str = ""
    """What they know that I do not."""
    withheld: str = ""
    """What I will not share with them."""
    archived: bool = False
    """Kept out of the lists; names, texts and the ledger still know them."""
    snoozed_until: date | None = None
    """Until when their silence is all right, whatever the cadence."""
    id: int = 0
    """The row in the file; 0 before it is stored."""
