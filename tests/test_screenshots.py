"""The pictures of the documentation: what the program draws now, to the byte, and with no word to the network."""

import asyncio
import re
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from scripts.picture import HEIGHT, WIDTH, svg
from scripts.screenshots import FOLDER, Shot, files, picture

EVERY = list(files())


def drawn(*segments: Segment) -> str:
    """The picture of one line of twenty cells."""
    return svg([Strip(segments)], 20, ink="#eeeeee", paper="#111111")


def texts(picture: str) -> list[tuple[float, float, str]]:
    """The texts of a picture: where each begins, how wide it is, and what it says; in cells."""
    found = re.findall(r'<text x="([\d.]+)" y="[\d.]+" textLength="([\d.]+)"[^>]*>([^<]*)</text>', picture)
    return [(float(x) / WIDTH, float(width) / WIDTH, text) for x, width, text in found]


@pytest.mark.parametrize(("path", "shot", "lang"), EVERY, ids=lambda value: getattr(value, "stem", None))
def test_a_picture_is_as_it_would_be_made_now(path: Path, shot: Shot, lang: str) -> None:
    assert path.read_text(encoding="utf-8") == asyncio.run(picture(shot, lang)), "run: make screenshots"


def test_there_is_no_picture_that_nothing_makes() -> None:
    assert sorted(FOLDER.iterdir()) == sorted(path for path, _shot, _lang in EVERY)


@pytest.mark.parametrize("path", [path for path, _shot, _lang in EVERY], ids=lambda path: path.stem)
def test_a_picture_refers_to_nothing_outside(path: Path) -> None:
    told = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "", 1)
    assert [word for word in ("http", "url(", "@import", "href", "<script", "<image") if word in told] == []


def test_wide_characters_are_fitted_to_two_cells_and_others_to_one() -> None:
    assert texts(drawn(Segment("ab 漢字c"))) == [(0, 2, "ab"), (3, 4, "漢字"), (7, 1, "c")]


def test_marks_without_a_cell_of_their_own_stay_with_their_letter() -> None:
    assert texts(drawn(Segment("e\u0301x"))) == [(0, 2, "e\u0301x")]


def test_frames_and_blocks_are_shapes_that_meet() -> None:
    line = drawn(Segment("┏━━┓"), Segment("█▌", Style(color="#ff0000")))
    assert texts(line) == []
    assert f'd="M{WIDTH:g} {HEIGHT / 2:g}L{3 * WIDTH:g} {HEIGHT / 2:g}"' in line, "one line from corner to corner"
    assert line.count('fill="#ff0000"') == 2


def test_what_is_no_markup_stays_literal() -> None:
    assert "&lt;b&gt;&amp;" in drawn(Segment("<b>&"))


def test_grounds_and_reversed_text_are_drawn() -> None:
    line = drawn(Segment("ab", Style(reverse=True)), Segment("cd", Style(bgcolor="#222222", bold=True)))
    assert 'fill="#eeeeee"/>' in line and 'fill="#222222"/>' in line
    assert re.search(r'fill="#111111"[^>]*>ab<', line) and re.search(r'class="b">cd<', line)
