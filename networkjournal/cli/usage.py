"""The sentences about wrong usage, and about what went wrong inside. Loaded only when something did.

The journal's own errors are worded in `networkjournal.complaint`, which the program shares.
"""

from collections.abc import Sequence

from networkjournal.cli.arguments import UsageError
from networkjournal.i18n import _
from networkjournal.model.harmless import harmless
from networkjournal.model.width import clip

PROGRAM = "networkjournal"
SHOWN = 60
"""How many cells of a mistaken word are shown."""


def usage_sentence(error: UsageError, command: str) -> str:
    """What was wrong on the command line, and where it says how it is right; `command` is what was called."""
    told = f"{PROGRAM}: {_told(error)}"
    guess = nearest(error.subject, error.known) if error.reason.startswith("unknown") else None
    if guess:
        told = _("{error} Did you mean {word}?").format(error=told, word=guess)
    if error.reason.endswith("_terminal"):
        return told
    more = " ".join(filter(None, (PROGRAM, command, "--help")))
    return _("{error} How it is used: {command}").format(error=told, command=more)


def _told(error: UsageError) -> str:
    subject, value = shown(error.subject), shown(error.value)
    match error.reason:
        case "unknown_option":
            return _("There is no option {option}.").format(option=subject)
        case "unknown_command":
            return _("There is no command “{word}”.").format(word=subject)
        case "no_command":
            return _("“{command}” needs one of: {words}.").format(command=subject, words=", ".join(error.known))
        case "no_value":
            return _("The option {option} needs a value: {metavar}.").format(option=subject, metavar=value)
        case "takes_no_value":
            return _("The option {option} takes no value.").format(option=subject)
        case "missing":
            return _("{what} is missing.").format(what=subject)
        case "too_many":
            return _("“{word}” is one word too many.").format(word=subject)
        case "bad_choice":
            return _("{what} must be one of {words}, not “{value}”.").format(
                what=subject, words=", ".join(error.known), value=value
            )
        case "bad_value":
            return _bad_value(error.known, subject, value)
        case "not_a_terminal":
            return _("The program needs a terminal. For use in scripts, see: {command}.").format(
                command=f"{PROGRAM} --help"
            )
        case "dumb_terminal":
            return _("This terminal cannot be drawn on (TERM=dumb); the commands work in it: {command}.").format(
                command=f"{PROGRAM} --help"
            )


def _bad_value(kinds: Sequence[str], subject: str, value: str) -> str:
    match kinds[0] if kinds else "":
        case "date" | "due" | "today":
            return _("{what} must be a date such as 2026-11-27, today or 3 days ago, not “{value}”.").format(
                what=subject, value=value
            )
        case "int" | "count":
            return _("{what} must be a whole number, not “{value}”.").format(what=subject, value=value)
        case "number":
            return _("{what} must be a number, not “{value}”.").format(what=subject, value=value)
        case "path":
            return _("{what} must be the path of a file, not “{value}”.").format(what=subject, value=value)
        case _other:
            return _("{what} cannot be “{value}”.").format(what=subject, value=value)


def internal_error(error: BaseException) -> str:
    """Say that the fault is the program's own: the class of the error, and nothing that might be private."""
    told = _("Internal error ({kind}). To see where it comes from, set {variable}=1.").format(
        kind=type(error).__name__, variable="NETWORKJOURNAL_DEBUG"
    )
    return f"{PROGRAM}: {told}"


def system_error(error: OSError) -> str:
    """Say what the system refused, and of which file."""
    reason = shown(error.strerror or type(error).__name__)
    name = error.filename
    if name is None or isinstance(name, int):
        return f"{PROGRAM}: {reason}"
    path = name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
    return f"{PROGRAM}: {clip(harmless(path, keep_newlines=False), 4 * SHOWN)}: {reason}"


def unprinted(error: OSError, done: bool) -> str:
    """Say that standard output takes nothing, and that what was asked for is done nevertheless, where it is."""
    reason = shown(error.strerror or type(error).__name__)
    told = _("the answer could not be written ({reason})").format(reason=reason)
    if done:
        told = _("the answer could not be written ({reason}); what was asked for is done").format(reason=reason)
    return f"{PROGRAM}: {told}"


def shown(word: str) -> str:
    """A word that someone typed, fit to be repeated to them."""
    return clip(harmless(word[: 4 * SHOWN], keep_newlines=False), SHOWN)


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The known word that comes closest, if any does."""
    from difflib import get_close_matches  # 6 ms, and only after a mistake

    # Comparing costs the product of the lengths, and no word of ours is longer than this.
    return next(iter(get_close_matches(word, known, n=1)), None) if len(word) <= 40 else None
