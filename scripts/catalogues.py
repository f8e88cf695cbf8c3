"""The translators' catalogues, with Babel: `update` collects the sentences, `compile` makes what gettext reads.

Promises files that differ only where a sentence does: sorted, no dates, no line numbers, no guesses. Refuses to
translate: a sentence new to a language stays empty in its .po file, and `check` names it until somebody has written it.
English needs nobody, its sentences are the ids.
"""

import io
import os
import string
import sys
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from networkjournal.i18n import LANGUAGES, catalogue_path

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + "/networkjournal"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
NOTE = "Translators: a comment above a sentence in the code that starts with this word is copied here."


class PlainCatalog(Catalog):
    """A catalogue whose header tells no date and no tool, so that the same sentences make the same file."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext needs to know, and nothing else."""
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", f"{self.plural_forms}\n"),
        ]


def extracted() -> Catalog:
    """All sentences of the package, as a template without translations."""
    template = Catalog()
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS, comment_tags=["Translators:"])
    for _file, _line, sentence, comments, context in found:
        template.add(sentence, auto_comments=comments, context=context)
    return template


def read(lang: str) -> Catalog:
    """The catalogue of `lang` as its .po file has it; empty where there is none yet."""
    catalog = PlainCatalog(locale=lang, fuzzy=False)
    try:
        with open(catalogue_path(lang, "po"), "rb") as file:
            for message in read_po(file, locale=lang):
                if message.id:
                    message.flags.discard("python-format")  # guessed from a percent sign; ours are filled by str.format
                    catalog[message.id] = message
    except FileNotFoundError:
        pass
    return catalog


def merged(lang: str) -> Catalog:
    """The catalogue of `lang` with exactly the sentences that the code has now; what was translated is kept."""
    catalog, template = read(lang), extracted()
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
    for message in sentences(catalog):
        message.flags.discard("python-format")  # as in `read`
        if lang == "en":
            message.string = message.id
    return catalog


def sentences(catalog: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its header."""
    return (message for message in catalog if message.id)


def po(catalog: Catalog) -> bytes:
    """The catalogue as its .po file."""
    catalog.header_comment = f"# {NOTE}"
    file = io.BytesIO()
    write_po(file, catalog, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    return file.getvalue().rstrip(b"\n") + b"\n"


def mo(catalog: Catalog) -> bytes:
    """The catalogue compiled, as gettext reads it."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def faults(lang: str) -> list[str]:
    """What is wrong with the catalogue of `lang`, one line each; none when it is complete and compiled."""
    catalog = read(lang)
    found = [f"{lang}: not as `update` writes it"] if po(catalog) != po(merged(lang)) else []
    with open(catalogue_path(lang), "rb") as file:
        if file.read() != mo(catalog):
            found.append(f"{lang}: not compiled")
    return found + [f"{lang}: {fault}: {message.id!r}" for message in sentences(catalog) if (fault := _fault(message))]


def _fault(message: Message) -> str:
    ids, strings = forms(message.id), forms(message.string)
    if message.fuzzy:
        return "fuzzy"
    if not all(strings):
        return "not translated"
    # The last form is the plural's in any language, the only one in many; another may say "one" without its number.
    if placeholders(strings[-1]) != placeholders(ids[-1]) or any(
        placeholders(form) - placeholders(ids[-1]) for form in strings
    ):
        return "other placeholders"
    return ""


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """A message's one text, or its texts for different numbers, as a tuple."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def placeholders(sentence: str) -> set[str]:
    """The names in braces that str.format would fill."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(sentence) if name is not None}


def main(command: str) -> int:
    """Run one subcommand; 1 where `check` found faults."""
    for lang in LANGUAGES:
        if command == "update":
            _write(catalogue_path(lang, "po"), po(merged(lang)))
        elif command == "compile":
            _write(catalogue_path(lang), mo(read(lang)))
    if command not in ("update", "compile", "check"):
        sys.exit(f"{command}: neither update, compile nor check")
    found = [fault for lang in LANGUAGES for fault in faults(lang)] if command != "update" else []
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    return 1 if found and command == "check" else 0


def _write(path: str, content: bytes) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
