from pathlib import Path

import pytest

from networkjournal.errors import Invalid
from networkjournal.formats import FORMATS, read_path, recognised

DATA = Path(__file__).parents[1] / "data"
CARD = b"BEGIN:VCARD\nFN:Anna\nEND:VCARD\n"


def test_every_format_has_a_name_of_its_own() -> None:
    assert len({known.name for known in FORMATS}) == len(FORMATS)


def test_the_content_decides_before_the_name(tmp_path: Path) -> None:
    path = tmp_path / "2026-09-01.md"
    path.write_bytes(CARD)
    known = recognised(str(path), CARD)
    assert known is not None and known.name == "vcard"


@pytest.mark.parametrize(
    ("name", "format", "count"),
    [("cards/apple.vcf", "vcard", 1), ("notes", "markdown", 2), ("notes/2026-09-01.md", "markdown", 1)],
)
def test_a_path_is_read_in_its_format(name: str, format: str, count: int) -> None:
    found, reading = read_path(str(DATA / name))
    assert (found, len(reading.contacts + reading.entries)) == (format, count)


def test_a_format_that_is_said_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "2026-09-01.md"
    path.write_bytes(CARD)
    assert read_path(str(path), "markdown")[1].entries[0].text == CARD.decode().strip()


@pytest.mark.parametrize(
    ("name", "format", "reason"),
    [
        ("gone.vcf", None, "missing"),
        ("other.txt", None, "unknown_format"),
        ("other.txt", "no such format", "unknown_format"),
        ("", None, "unknown_format"),
        ("", "vcard", "unknown_format"),
        ("a\0b", None, "unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    tmp_path: Path, name: str, format: str | None, reason: str
) -> None:
    (tmp_path / "other.txt").write_text("text")
    with pytest.raises(Invalid) as caught:
        read_path(f"{tmp_path}/{name}", format)
    assert caught.value.reason == reason
