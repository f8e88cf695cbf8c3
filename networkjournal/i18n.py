"""Which language the program speaks, and its sentences in it. Standard gettext catalogues lie in `locale/`.

Promises that every look-up happens when it is called, so the language may change while the program runs. Refuses to
word anything itself, and to import gettext (7 ms, mostly `re`) before a sentence is needed in another language than
English.
"""

import os
from collections.abc import Mapping

from networkjournal.lean import Protocol

LANGUAGES = ("en", "ja")
DOMAIN = "networkjournal"


class Catalogue(Protocol):
    """What is used of `gettext.GNUTranslations`."""

    def gettext(self, message: str) -> str: ...  # noqa: D102 - as in the standard library
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...  # noqa: D102
    def pgettext(self, context: str, message: str) -> str: ...  # noqa: D102


class _English:
    """The message ids are the English sentences, so English reads no file: 7 ms and one file saved on every command.

    The `en` catalogue ships all the same, as the reference for translators; a test proves that it says the same.
    """

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        return message


_chosen: str | None = None
_catalogue: Catalogue | None = None


def set_language(lang: str | None) -> None:
    """Speak `lang` (one of `LANGUAGES`) from the next sentence on; None asks the environment again."""
    global _chosen, _catalogue
    if lang is not None and lang not in LANGUAGES:
        raise ValueError(lang)
    _chosen, _catalogue = lang, None


def language() -> str:
    """The language spoken now, one of `LANGUAGES`."""
    global _chosen
    if _chosen is None:
        _chosen = language_from(os.environ)
    return _chosen


def language_from(environment: Mapping[str, str]) -> str:
    """The language that a POSIX environment asks for, one of `LANGUAGES`; English where it asks for none of them.

    As in gettext: the first of LC_ALL, LC_MESSAGES and LANG that is not empty decides, and LANGUAGE, a list in order of
    preference, goes before it unless the locale is C.
    """
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    wishes = [locale]
    if locale.partition(".")[0] not in ("C", "POSIX"):
        wishes = [*environment.get("LANGUAGE", "").split(":"), locale]
    for wish in wishes:
        short = wish.replace("-", "_").partition(".")[0].partition("_")[0].lower()
        if short in LANGUAGES:
            return short
    return "en"


def catalogue_path(lang: str, ending: str = "mo") -> str:
    """Where the catalogue of `lang` lies; `ending` is "mo" (compiled) or "po" (what translators edit)."""
    return os.path.join(os.path.dirname(__file__), "locale", lang, "LC_MESSAGES", f"{DOMAIN}.{ending}")


def _speaking() -> Catalogue:
    global _catalogue
    if _catalogue is None:
        _catalogue = _English() if language() == "en" else _read(catalogue_path(language()))
    return _catalogue


def _read(path: str) -> Catalogue:
    from gettext import GNUTranslations  # 7 ms: only where the language is not English

    try:
        with open(path, "rb") as file:
            return GNUTranslations(file)
    except OSError:  # a package without its catalogues: English is better than a journal that does not open
        return _English()


def _(message: str) -> str:
    """Say the sentence in the language spoken now. Placeholders are filled by the caller, with str.format."""
    return _speaking().gettext(message) if message else ""  # "" is the catalogue's own header


def ngettext(one: str, many: str, n: int) -> str:
    """Say the sentence in the form that `n` things take; `n` itself is filled in by the caller."""
    return _speaking().ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """Say a word that is the same in English for different things; `context` tells them apart."""
    return _speaking().pgettext(context, message)


def N_(message: str) -> str:
    """Mark a constant for the catalogues and return it as it is; whoever shows it says `_(constant)`."""
    return message
