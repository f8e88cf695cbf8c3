"""Actions: what is declared, awaited and done. Several lines, written on different days, may be one action."""

from collections.abc import Iterator
from datetime import date

from networkjournal.lean import NamedTuple
from networkjournal.model.days import shifted
from networkjournal.model.folding import fold, is_latin_word
from networkjournal.model.posting import ActionState, Named

WEEK = 7
_NOT_BEFORE = frozenset("@#%+/&=?.-_")
"""What makes an `@` behind it part of an address (the capture language has the rule)."""
_BETWEEN = " \u3000、,・&"


class OpenAction(NamedTuple):
    """An action as it stands now: the latest line that speaks of it."""

    entry: int
    line: int
    state: ActionState
    declared: date
    """The date of the entry with that line."""
    due: date | None
    words: str
    contacts: tuple[Named, ...]
    done: date | None = None

    @property
    def number(self) -> str:
        """What it is called by on the command line: its entry and its line."""
        return f"{self.entry}:{self.line}"

    def overdue(self, today: date) -> bool:
        """Whether its due date has passed and it still stands."""
        return self.state in ("open", "awaiting") and self.due is not None and self.due < today

    def snoozed(self, today: date) -> date:
        """The due date a week later: after today, or after its own where that is yet to come."""
        return shifted(max(today, self.due or today), WEEK)


def action_key(words: str) -> str:
    """Tell which lines are one action: the same words, however they are spaced, cased or wide.

    Declaring `[ ] send the notes` and writing `[x] send the notes` days later is one action, done; nobody need search
    for the line that declared it. Handles stand in the words, so promises to two people stay two.
    """
    return fold(words).replace(" ", "")


def exchange_line(action: OpenAction) -> str:
    """Give the line of the exchange that a kept promise is (or that what was awaited is); empty where nobody is named.

    `action` is as it stood before it was done. Everybody it names becomes a counterparty: those with whom the words
    begin stand as written, the others are put in front, and in the words they stay as plain names, for nobody is a
    third party to a promise made to them.
    """
    if not action.contacts:
        return ""
    places = tuple(_mentions(action.words, action.contacts))
    front = _front(action.words, places)
    at_front = {named for _start, _end, named in places[:front]}
    missing = [f"@{contact.handle}" for contact in action.contacts if contact not in at_front]
    line = " ".join(["<-" if action.state == "awaiting" else "->", *missing, _plain(action.words, places[front:])])
    return line if action.words[places[front - 1][1] if front else 0 :].strip() else f"{line} "


def _mentions(words: str, contacts: tuple[Named, ...]) -> Iterator[tuple[int, int, Named]]:
    """Where the contacts are mentioned, in canonical form as every saved line has them: start, end, who."""
    longest_first = sorted(contacts, key=lambda contact: len(contact.handle), reverse=True)
    at = words.find("@")
    while at >= 0:
        end = at + 1
        if not at or not (is_latin_word(words[at - 1]) or words[at - 1] in _NOT_BEFORE):
            for contact in longest_first:
                form = next((f for f in (contact.handle, f"[{contact.handle}]") if words.startswith(f, at + 1)), "")
                if form:
                    end = at + 1 + len(form)
                    yield at, end, contact
                    break
        at = words.find("@", end)


def _front(words: str, places: tuple[tuple[int, int, Named], ...]) -> int:
    """How many of the mentions stand at the very front, one right after another as counterparties do."""
    count = here = 0
    for start, end, _named in places:
        if words[here:start].strip(_BETWEEN) not in ("", "と"):
            break
        count, here = count + 1, end
    return count if words[:1] == "@" else 0


def _plain(words: str, places: tuple[tuple[int, int, Named], ...]) -> str:
    """The words with plain names for these mentions."""
    pieces, here = [], 0
    for start, end, named in places:
        pieces += [words[here:start], named.handle]
        here = end
    return "".join([*pieces, words[here:]])
