'''The configuration file: weights, words and kinds of exchange, the theme, templates, keys, thresholds of findings.

    [weights]
    introduction = 4

    [kinds.mentoring]            # a new kind, or a known one to which words are added
    words = ["mentoring", "メンタリング"]
    weight = 2

    [display]
    theme = "light"

    [templates]                  # texts to begin an entry with; lines that are left as they were are not saved
    meeting = """
    -> @
    <- @
    ! """

    [keys]                       # a binding's id and the key or keys that it is to have
    "goals.add" = "ctrl+g"

    [findings]                   # from where on something stands out; docs/method.md says what each is for
    cards = 5                    # cards only: so many business cards
    follow_up_days = 14          # cards only, satisfied with attending: so long there is time to follow up
    return_days = 60             # a referral, then silence: so long one has to give something back
    taken_times = 2              # only taking: received more than so many times what was given
    taken_count = 2              # only taking: in so many exchanges at least
    scattered_percent = 50       # scattered: more than so much of the time without a goal
    scattered_minutes = 120      # scattered: of so many minutes at least
    one_sided_count = 5          # one-sided giving: given so often
    one_sided_days = 180         # one-sided giving: for so long

    [encryption]
    passphrase_command = "pass show networkjournal"   # prints the passphrase of an encrypted journal as its first line

Promises that nothing in the file is passed over: what is not understood is reported. Refuses to know which kinds,
themes and bindings there are; those who do take their part of it.
'''

from collections.abc import Mapping
from types import MappingProxyType

from networkjournal.errors import Invalid
from networkjournal.lean import NamedTuple

HIGHEST_WEIGHT = 100
TABLES = ("weights", "kinds", "display", "templates", "keys", "findings", "encryption")
THRESHOLDS = {
    "cards": 100_000,
    "follow_up_days": 3660,
    "return_days": 3660,
    "taken_times": 1000,
    "taken_count": 100_000,
    "scattered_percent": 100,
    "scattered_minutes": 100_000,
    "one_sided_count": 100_000,
    "one_sided_days": 3660,
}
"""The names of thresholds and the largest number of each; the smallest is 1. All but `taken_times` are whole."""


class KindSetting(NamedTuple):
    """What the file says about one kind of exchange."""

    name: str
    words: tuple[str, ...] = ()
    """Further words that name it, in the order of the file."""
    weight: int | None = None
    """In thousandths; None where the file leaves it as it is."""


class Config(NamedTuple):
    """The whole file; what it leaves out is empty."""

    kinds: tuple[KindSetting, ...] = ()
    theme: str = ""
    templates: Mapping[str, str] = MappingProxyType({})
    """The name of a template -> its text, in the order of the file."""
    keys: Mapping[str, str] = MappingProxyType({})
    """A binding's id -> the keys that it is to have, separated by commas."""
    findings: Mapping[str, float] = MappingProxyType({})
    """A threshold's name -> its number."""
    passphrase_command: str = ""
    """What prints the passphrase of an encrypted journal."""


DEFAULTS = Config()


def read_config(path: str) -> Config:
    """The configuration at `path`, or `DEFAULTS` where there is no such file.

    Raises `Invalid`; its `field` is the dotted name of the setting and its `reason` one of `unreadable`, `not_toml`,
    `unknown_setting`, `not_a_table`, `not_a_text`, `not_words`, `not_a_weight`, `not_a_threshold`, `said_twice`.
    """
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        return DEFAULTS
    except OSError as error:
        raise Invalid("config", error.strerror or "", "unreadable", path) from None
    except UnicodeDecodeError:
        raise Invalid("config", "", "not_toml", path) from None
    return _Reader(path).config(_parsed(text, path))


def _parsed(text: str, path: str) -> dict[str, object]:
    import tomllib  # 15 ms: only for those who have a configuration

    try:
        return tomllib.loads(text.removeprefix("\ufeff"))  # the mark that some editors on Windows put first
    except (ValueError, RecursionError) as error:  # ValueError also for numbers longer than Python reads
        raise Invalid("config", str(error).partition("\n")[0][:80], "not_toml", path) from None


class _Reader:
    """Reads parsed tables; knows the path only to say where something is wrong."""

    def __init__(self, path: str) -> None:
        self.path = path

    def wrong(self, field: str, value: object, reason: str) -> Invalid:
        # Only what is sure to be short and to have a text: Python refuses to write out an integer of 5,000 digits.
        plain = isinstance(value, str | float) or (isinstance(value, int) and abs(value) < 10**12)
        return Invalid(field, str(value)[:80] if plain else "", reason, self.path)

    def config(self, tables: dict[str, object]) -> Config:
        self.only("", tables, TABLES)
        weights, kinds, display, templates, keys, findings, encryption = (
            self.table(name, tables.get(name, {})) for name in TABLES
        )
        self.only("display.", display, ("theme",))
        self.only("findings.", findings, tuple(THRESHOLDS))
        self.only("encryption.", encryption, ("passphrase_command",))
        return Config(
            kinds=self.kinds(kinds, weights),
            theme=self.said("display.theme", display),
            templates=MappingProxyType({name: self.lines(f"templates.{name}", t) for name, t in templates.items()}),
            keys=MappingProxyType({name: self.text(f"keys.{name}", key) for name, key in keys.items()}),
            findings=MappingProxyType({name: self.threshold(name, number) for name, number in findings.items()}),
            passphrase_command=self.said("encryption.passphrase_command", encryption),
        )

    def kinds(self, kinds: dict[str, object], weights: dict[str, object]) -> tuple[KindSetting, ...]:
        """Both tables as one: those of `kinds` in their order, then those that `weights` alone names."""
        settings = [self.kind(name, self.table(f"kinds.{name}", kind)) for name, kind in kinds.items()]
        self.no_word_twice(settings)
        by_name = {setting.name: setting for setting in settings}
        for name, value in weights.items():
            setting = by_name.get(name, KindSetting(name))
            if setting.weight is not None:
                raise self.wrong(f"weights.{name}", value, "said_twice")
            by_name[name] = setting._replace(weight=self.weight(f"weights.{name}", value))
        return tuple(by_name.values())

    def kind(self, name: str, kind: dict[str, object]) -> KindSetting:
        self.only(f"kinds.{name}.", kind, ("words", "weight"))
        words = self.words(f"kinds.{name}.words", kind.get("words", []))
        weight = self.weight(f"kinds.{name}.weight", kind["weight"]) if "weight" in kind else None
        return KindSetting(name, words, weight)

    def no_word_twice(self, settings: list[KindSetting]) -> None:
        seen = set[str]()
        for setting in settings:
            for word in setting.words:
                if word.casefold() in seen:
                    raise self.wrong(f"kinds.{setting.name}.words", word, "said_twice")
                seen.add(word.casefold())

    def only(self, prefix: str, table: dict[str, object], known: tuple[str, ...]) -> None:
        for name, value in table.items():
            if name not in known:
                raise self.wrong(prefix + name, value, "unknown_setting")

    def table(self, field: str, value: object) -> dict[str, object]:
        if not isinstance(value, dict):
            raise self.wrong(field, value, "not_a_table")
        return value

    def text(self, field: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            raise self.wrong(field, value, "not_a_text")
        return value.strip()

    def said(self, field: str, table: dict[str, object]) -> str:
        """A text that may be left out."""
        name = field.rpartition(".")[2]
        return self.text(field, table[name]) if name in table else ""

    def lines(self, field: str, value: object) -> str:
        """A text of several lines; what stands before its first line and behind its last says nothing."""
        plain = isinstance(value, str) and all(line.isprintable() for line in value.replace("\t", " ").split("\n"))
        if not isinstance(value, str) or not plain or not value.strip():
            raise self.wrong(field, value, "not_a_text")
        return value.strip("\n")

    def words(self, field: str, value: object) -> tuple[str, ...]:
        """Words that can stand before a colon: none holds one itself."""
        if not isinstance(value, list):
            raise self.wrong(field, value, "not_words")
        for word in value:
            if not isinstance(word, str) or not word.strip() or not word.isprintable() or ":" in word or "：" in word:
                raise self.wrong(field, word, "not_words")
        return tuple(word.strip() for word in value)

    def weight(self, field: str, value: object) -> int:
        """Thousandths; more than 0 and at most 100, as a weight in a text is."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= HIGHEST_WEIGHT:
            raise self.wrong(field, value, "not_a_weight")
        thousandths = round(value * 1000)
        if thousandths == 0:
            raise self.wrong(field, value, "not_a_weight")
        return thousandths

    def threshold(self, name: str, value: object) -> float:
        """A number from 1 on; whole where things are counted."""
        whole = isinstance(value, int) and not isinstance(value, bool)
        part = name == "taken_times" and isinstance(value, float)
        if not (whole or part) or not isinstance(value, int | float) or not 1 <= value <= THRESHOLDS[name]:
            raise self.wrong(f"findings.{name}", value, "not_a_threshold")
        return value
