"""The words that name a kind of exchange, the person's own from the configuration file included."""

from collections.abc import Iterable, Mapping

from networkjournal.lean import NamedTuple, Protocol
from networkjournal.model.folding import fold
from networkjournal.model.kind import KINDS, OTHER


class Setting(Protocol):
    """What a configuration may say of a kind: further words for it, another weight (in thousandths)."""

    @property
    def name(self) -> str:
        """The kind's name; a new one makes a new kind."""

    @property
    def words(self) -> tuple[str, ...]:
        """Words that name it besides the known ones."""

    @property
    def weight(self) -> int | None:
        """Its default weight; `None` leaves the known one."""


class Kinds(NamedTuple):
    """All kinds in force: from a folded word to the kind's name, from the name to its default weight."""

    by_word: Mapping[str, str]
    weights: Mapping[str, int]

    def named(self, word: str) -> str | None:
        """Tell which kind `word` names; `None` where it names none."""
        return self.by_word.get(fold(word))

    def weight(self, kind: str) -> int:
        """Give the default weight of a kind, in thousandths; a kind no longer configured weighs like `other`."""
        return self.weights.get(kind, self.weights[OTHER])


def kinds(settings: Iterable[Setting] = ()) -> Kinds:
    """Join the built-in kinds with the person's settings; a word of theirs wins over a built-in one."""
    weights = {kind.name: kind.weight for kind in KINDS}
    by_word = {fold(word): kind.name for kind in KINDS for word in (kind.name, *kind.words)}
    for setting in settings:
        usual = weights.get(setting.name, weights[OTHER])
        weights[setting.name] = usual if setting.weight is None else setting.weight
        by_word.update({fold(word): setting.name for word in (setting.name, *setting.words)})
    return Kinds(by_word, weights)
