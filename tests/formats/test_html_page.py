"""The page: well-formed, escaped, and closed to everything outside it."""

from html.parser import HTMLParser

import pytest

from networkjournal.formats.html_page import Bit, Paragraph, Part, Words, page
from networkjournal.model.plot import Bar, Point

VOID = {"meta", "br", "hr", "img", "link", "input"}
HOSTILE = "</style><script>alert(1)</script>\" onload='x' & \x1b[2J \u202e <img src=//evil.example>"
LOADING = {"src", "href", "action", "srcset", "data", "poster", "background", "xlink:href", "ping"}


class Reader(HTMLParser):
    """Reads a document strictly: every tag is closed in its order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


def closed(text: str) -> Reader:
    """Read a page, and prove that it asks nothing of the outside and runs nothing."""
    read = Reader(text)
    assert not {"script", "iframe", "object", "embed", "link", "img", "form", "base"} & set(read.tags)
    assert [name for _tag, name, _value in read.attributes if name in LOADING or name.startswith("on")] == []
    policy = dict((name, value) for tag, name, value in read.attributes if tag == "meta")
    assert "default-src 'none'" in str(policy["content"]) or any(
        "default-src 'none'" in str(value) for tag, _name, value in read.attributes if tag == "meta"
    )
    style = text[text.index("<style>") : text.index("</style>")]
    assert "url(" not in style and "@import" not in style
    return read


PART = Part(
    HOSTILE,
    (Paragraph(HOSTILE, (Bit(HOSTILE, "faint"), Bit("plain")), (1, 3)), Paragraph("", (Bit("head"),), heading=True)),
    (Bar(HOSTILE, 3000, 1000, ("3", "1")), Bar("b", 0, 0)),
    (Point(HOSTILE, 3000, 1000), Point("x", 0, 0), Point("y", 1, 5)),
    (HOSTILE, "second"),
)


def test_a_hostile_text_stays_text() -> None:
    read = closed(page("ja", HOSTILE, [PART], Words(HOSTILE, "received")))
    assert "<script>alert(1)</script>" in read.text
    assert "\x1b" not in read.text and "\u202e" not in read.text


def test_it_says_its_language_and_has_its_plots_inside() -> None:
    read = closed(page("ja", "振り返り", [PART], Words("given", "received")))
    assert ("html", "lang", "ja") in read.attributes
    assert read.tags.count("svg") == 3 and read.tags.count("circle") == 3
    assert "振り返り" in read.text


def test_it_follows_the_reader_s_light_or_dark_and_prints() -> None:
    text = page("en", "x", [], Words("g", "r"))
    assert "prefers-color-scheme: dark" in text and "@media print" in text and "color-scheme: light dark" in text


@pytest.mark.parametrize("bars", [(), (Bar("only", 0, 0),)])
def test_nothing_to_draw_is_drawn_as_nothing(bars: tuple[Bar, ...]) -> None:
    closed(page("en", "x", [Part("", (), bars)], Words("g", "r")))
