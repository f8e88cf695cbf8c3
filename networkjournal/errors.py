"""What can go wrong, as data. Each error knows its exit status; `wording.error` says it in the reader's language.

Refuses to hold a sentence: the same error is worded once, for the command line and the program alike.
"""

from networkjournal.lean import Any, Literal

FileReason = Literal[
    "damaged", "newer", "locked", "read_only", "not_a_journal", "missing", "full", "unwritable", "doubtful", "moved"
]

SealedReason = Literal["locked", "wrong", "no_cipher", "command_failed"]


class JournalError(Exception):
    """Anything the person can be told in one line. Never a traceback."""

    exit_code = 1


class NotFound(JournalError):
    """No record of this concept goes by this name."""

    def __init__(self, concept: str, name: str, nearest: tuple[str, ...] = ()) -> None:
        """`concept` is a noun of the model ("contact"); `nearest` are handles that come close."""
        super().__init__(concept, name, nearest)
        self.concept, self.name, self.nearest = concept, name, nearest


class Ambiguous(JournalError):
    """Several records go by this name."""

    def __init__(self, concept: str, name: str, candidates: tuple[tuple[str, str], ...]) -> None:
        """`candidates` are pairs of a handle and what tells its bearer apart (an organization, say)."""
        super().__init__(concept, name, candidates)
        self.concept, self.name, self.candidates = concept, name, candidates


class Invalid(JournalError):
    """A value that cannot be taken: nothing was changed."""

    def __init__(self, field: str, value: str, reason: str, where: str | None = None) -> None:
        """`field` names what was being read, `reason` is a code that `wording` knows, `where` a file and line."""
        super().__init__(field, value, reason, where)
        self.field, self.value, self.reason, self.where = field, value, reason, where


class ChangedElsewhere(JournalError):
    """A record was changed by somebody else since it was looked at, and not as it is to be changed now."""

    def __init__(self, concept: str, seen: Any, mine: Any, theirs: Any, fields: tuple[str, ...]) -> None:  # noqa: ANN401
        """The record as it was `seen`, as it was to become, and as it is; `fields` are those that clash."""
        super().__init__(concept, fields)
        self.concept, self.seen, self.mine, self.theirs, self.fields = concept, seen, mine, theirs, fields


class FileTrouble(JournalError):
    """The journal file itself cannot be used: damaged, locked, newer, not writable. It was not touched."""

    exit_code = 3

    def __init__(self, path: str, reason: FileReason, detail: str = "") -> None:
        """`detail` is SQLite's or the system's own word, never a text of the person's."""
        super().__init__(path, reason, detail)
        self.path, self.reason, self.detail = path, reason, detail


class Sealed(JournalError):
    """The file is encrypted and was not opened: not touched, and nothing of it read."""

    def __init__(self, path: str, reason: SealedReason = "locked") -> None:
        """`locked`: nobody told the passphrase. `no_cipher`: what opens such files is not installed.

        `command_failed`: what is configured to print the passphrase did not.
        """
        super().__init__(path, reason)
        self.path, self.reason = path, reason


class CheckFailed(JournalError):
    """`check` found that the file or the ledger is not what it should be."""

    exit_code = 3

    def __init__(self, differences: int) -> None:
        """`differences` counts what `check` has printed."""
        super().__init__(differences)
        self.differences = differences
