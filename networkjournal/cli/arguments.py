"""Reading a command line against a declaration: which options a command knows, and which arguments it takes.

Promises that an option's value and a text are never taken for options, however they begin. Refuses to guess: an option
is written whole, and what looks like an option but is none is an error that names the nearest one. Not argparse (8 ms,
and it takes a text such as `-> @suzuki` for options), nor click (31 ms).
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from keyword import iskeyword

from networkjournal.errors import JournalError
from networkjournal.lean import Any, Literal, NamedTuple, NoReturn

Kind = Literal["text", "path", "int", "count", "number", "date", "due", "today"]
"""How a value is read. Where words leave open which day is meant, `date` is the latest such day and `due` the coming
one; `today` is counted from the real day instead of from `--today`."""
Reader = Callable[[str], object]
"""Makes a value of a text, or raises ValueError."""
UsageReason = Literal[
    "unknown_option",
    "unknown_command",
    "no_command",
    "no_value",
    "takes_no_value",
    "missing",
    "too_many",
    "bad_value",
    "bad_choice",
    "not_a_terminal",
    "dumb_terminal",
]

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LARGEST = 2**63 - 1
"""The largest whole number that the file holds."""


class UsageError(JournalError):
    """The command line was not written as the command asks. Nothing was done."""

    exit_code = 2

    def __init__(self, reason: UsageReason, subject: str = "", value: str = "", known: Iterable[str] = ()) -> None:
        """`subject` is the option, argument or command spoken of, `known` are the words that would have been right.

        For a `bad_value`, `known` is the kind of value that was wanted.
        """
        super().__init__(reason, subject, value)
        self.reason, self.subject, self.value, self.known = reason, subject, value, tuple(known)


class Option(NamedTuple):
    """An option, declared once for reading, help, completion and the documentation."""

    names: tuple[str, ...]
    """As typed, the first one shown first: ("--from",)."""
    help: str
    """Marked with N_."""
    metavar: str = ""
    """What its value is called in the help: "DATE". Empty: a flag."""
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    repeatable: bool = False
    """Its value is then a tuple of all that were given; otherwise the last one holds."""
    required: bool = False
    default: Any = None
    """What stands for an option that was not given; an absent flag is always False, an absent repeatable option ()."""
    name: str = ""
    """Under which name `Args` has it; by default its first name, `--dry-run` as `dry_run` and `--from` as `from_`."""

    @property
    def key(self) -> str:
        """Under which name `Args` has it."""
        return self.name or attribute(self.names[0])


class Argument(NamedTuple):
    """A word that a command takes by its place."""

    name: str
    """As shown in the help, and in lower case the name under which `Args` has it: "NAME"."""
    help: str = ""
    """Marked with N_."""
    arity: Literal["required", "optional", "rest", "some"] = "required"
    """`rest` takes all further words as a tuple, which may be empty; `some` takes one or more. Both come last."""
    kind: Kind = "text"
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Under which name `Args` has it."""
        return attribute(self.name)


class Args:
    """What was given, as attributes. Cannot be changed."""

    __slots__ = ("_values",)

    def __init__(self, values: dict[str, object]) -> None:
        """Hold the values by their keys."""
        object.__setattr__(self, "_values", values)

    def __getattr__(self, key: str) -> Any:  # noqa: ANN401 - each command knows what it declared
        try:
            return self._values[key]
        except KeyError:
            raise AttributeError(key) from None

    def __setattr__(self, key: str, value: object) -> NoReturn:
        raise AttributeError(key)

    def __repr__(self) -> str:
        """Show the names alone: the values are private."""
        return f"Args({', '.join(self._values)})"

    def get(self, key: str, default: object = None) -> Any:  # noqa: ANN401
        """Give the value, or `default` where the command declares no such option or argument."""
        return self._values.get(key, default)


class Scan:
    """A command line taken apart, its values still unread. Holds the first mistake instead of raising it.

    That way `--help` and `--lang` work on a line that is wrong elsewhere.
    """

    __slots__ = ("trouble", "values", "words")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.values: dict[str, list[str]] = {}
        self.words: list[str] = []
        self.trouble: UsageError | None = None

    def last(self, key: str) -> str | None:
        """The value given last, "" for a flag; None when the option was not given."""
        return self.values[key][-1] if key in self.values else None

    def note(self, trouble: UsageError) -> None:
        """Keep the first mistake."""
        self.trouble = self.trouble or trouble


def attribute(name: str) -> str:
    """The name of a Python attribute for an option or an argument: `--dry-run` is `dry_run`, `--from` is `from_`."""
    key = name.lstrip("-").replace("-", "_").lower()
    return key + "_" if iskeyword(key) else key


def looks_like_option(token: str) -> bool:
    """Whether a token that is no known option must have been meant as one: `--` and a word, then perhaps `=` and more.

    `-> @x`, `- item`, `-5`, `---` and `--- x` are texts.
    """
    word = token.partition("=")[0]
    return word[:2] == "--" and word[2:3] in LETTERS and len(word) > 2 and not word[2:].strip(LETTERS + "0123456789-")


def by_name(options: Iterable[Option]) -> dict[str, Option]:
    """Each option under each of its names."""
    return {name: option for option in options for name in option.names}


def match(token: str, known: Mapping[str, Option]) -> tuple[Option, str | None] | None:
    """The option that a token is, and the value that it carries after `=`; None when it is no known option."""
    if token in known:
        return known[token], None
    name, equals, value = token.partition("=")
    return (known[name], value) if equals and name in known and name[:2] == "--" else None


def first_word(tokens: Sequence[str], options: Iterable[Option]) -> int | None:
    """Where the first ordinary word stands; None when there are only options."""
    known = by_name(options)
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token == "--":
            return place + 1 if place + 1 < len(tokens) else None
        found = match(token, known)
        if found is None and not looks_like_option(token):
            return place
        place += 2 if found and found[0].metavar and found[1] is None else 1
    return None


def scan(tokens: Sequence[str], options: Iterable[Option]) -> Scan:
    """Tell options, their values and words apart. Never raises; a mistake is kept in `trouble`."""
    result, known = Scan(), by_name(options)
    rest = iter(tokens)
    for token in rest:
        if token == "--":
            result.words.extend(rest)
        elif found := match(token, known):
            _take(result, token, *found, rest)
        elif looks_like_option(token):
            result.note(UsageError("unknown_option", token.partition("=")[0], known=known))
        else:
            result.words.append(token)
    return result


def _take(result: Scan, token: str, option: Option, value: str | None, rest: Iterable[str]) -> None:
    """Note one option; its value is always the next token, even one that begins with `-`."""
    name = token.partition("=")[0]
    if not option.metavar:
        if value is not None:
            result.note(UsageError("takes_no_value", name, value))
        value = ""
    elif value is None:
        value = next(iter(rest), None)
    if value is None:
        result.note(UsageError("no_value", name, option.metavar))
    else:
        result.values.setdefault(option.key, []).append(value)


def read_options(found: Scan, options: Iterable[Option], readers: Mapping[str, Reader]) -> dict[str, object]:
    """Read the options that were found, by their keys. Raises `UsageError` for the first thing that is wrong."""
    if found.trouble:
        raise found.trouble
    return {option.key: _read_option(option, found.values.get(option.key, []), readers) for option in options}


def read(found: Scan, options: Iterable[Option], arguments: Iterable[Argument], readers: Mapping[str, Reader]) -> Args:
    """Read all that was found. Raises `UsageError` for the first thing that is wrong, also for a word too many."""
    values = read_options(found, options, readers)
    words = list(found.words)
    for argument in arguments:
        values[argument.key] = _read_argument(argument, words, readers)
    if words:
        raise UsageError("too_many", words[0])
    return Args(values)


def _read_option(option: Option, given: list[str], readers: Mapping[str, Reader]) -> object:
    if not option.metavar:
        return bool(given)
    read_values = [value_of(option.names[0], text, option.kind, option.choices, readers) for text in given]
    if option.required and not given:
        raise UsageError("missing", option.names[0])
    if option.repeatable:
        return tuple(read_values)
    return read_values[-1] if read_values else option.default


def _read_argument(argument: Argument, words: list[str], readers: Mapping[str, Reader]) -> object:
    """Take what is the argument's off the front of `words`."""
    many = argument.arity in ("rest", "some")
    taken = words[:] if many else words[:1]
    del words[: len(taken)]
    if not taken and argument.arity in ("required", "some"):
        raise UsageError("missing", argument.name)
    values = [value_of(argument.name, text, argument.kind, argument.choices, readers) for text in taken]
    return tuple(values) if many else (values[0] if values else None)


def value_of(subject: str, text: str, kind: Kind, choices: tuple[str, ...], readers: Mapping[str, Reader]) -> object:
    """Read one value. Raises `UsageError`, naming the subject, where it cannot be read so or is none of the choices."""
    text = text if kind == "path" else read_text(text)
    if choices and text not in choices:
        raise UsageError("bad_choice", subject, text, choices)
    try:
        return readers[kind](text)
    except ValueError:
        raise UsageError("bad_value", subject, text, (kind,)) from None


def read_text(text: str) -> str:
    """A text without the surrogates that stand for bytes which the locale cannot read.

    They are read as UTF-8, which they are where the locale is the bare `C`; what is no UTF-8 becomes U+FFFD.
    """
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    try:
        return os.fsencode(text).decode("utf-8", "replace")
    except UnicodeEncodeError:  # a surrogate that stands for no byte
        pass
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)


def read_path(text: str) -> str:
    """A path, byte for byte; `~/` is the home folder also where the shell left it alone (`--to=~/x`). Not empty."""
    if not text or "\0" in text:
        raise ValueError(text)
    if text == "~" or text.startswith("~/"):
        from os.path import expanduser

        return expanduser(text)
    return text


def read_int(text: str) -> int:
    """A whole number that the file can hold, in digits of any script."""
    number = int(text)
    if abs(number) > LARGEST:
        raise ValueError(text)
    return number


def read_count(text: str) -> int:
    """A whole number, not below zero."""
    number = read_int(text)
    if number < 0:
        raise ValueError(text)
    return number


def read_number(text: str) -> float:
    """A finite number."""
    number = float(text)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError(text)
    return number


READERS: Mapping[str, Reader] = {
    "text": read_text,
    "path": read_path,
    "int": read_int,
    "count": read_count,
    "number": read_number,
}
"""The readers that need no day to start from; a context adds those of dates."""
