"""A page for a browser and a printer: one file of HTML with its plots inside, which asks for nothing from anywhere.

Promises that every text is escaped, that no script can run in it and nothing is loaded (its own policy says so), and
that light and dark are as the reader has them. Refuses to word anything, and to know what is shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from networkjournal.model.harmless import harmless
from networkjournal.model.plot import LETTERS, Bar, Point
from networkjournal.model.width import clip

MARKER = '<meta name="generator" content="networkjournal review">'
"""By this a file is known as one of ours, which may be written over."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
:root { color-scheme: light dark; --ground: #fbfaf6; --text: #22252a; --dim: #595c61; --line: #c9c5b8;
  --given: #0b5f4f; --received: #8a3d0a; --attention: #6b4f00; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171b; --text: #dfe3e8; --dim: #9aa3ad; --line: #3a414b;
  --given: #6fd0b4; --received: #f0a875; --attention: #e6c860; } }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.55 system-ui, "Hiragino Sans", "Noto Sans CJK JP", "Yu Gothic UI", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem;
  border-bottom: 1px solid var(--line); padding-bottom: .2rem; } h3 { font-size: 1rem; margin: 1rem 0 .1rem; }
p { margin: .15rem 0; overflow-wrap: anywhere; } .label { display: inline-block; min-width: 6.5rem; color: var(--dim);
  padding-right: .6rem; } .faint { color: var(--dim); font-weight: normal; } .attention { color: var(--attention); }
.given { color: var(--given); } .received { color: var(--received); }
svg { display: block; width: 100%; height: auto; margin: .6rem 0; } svg.share { display: inline-block; width: 7rem;
  height: .7rem; margin: 0 0 0 .6rem; } svg text { fill: var(--text); font-size: 13px; }
svg .given { fill: var(--given); } svg .received { fill: var(--received); } svg .even { fill: var(--text); }
svg .axis { stroke: var(--line); fill: none; } svg .part { fill: var(--text); }
svg .whole { fill: none; stroke: var(--dim); } svg text.faint { fill: var(--dim); }
ol.names { columns: 2; padding-left: 1.4rem; list-style: lower-alpha; }
@media print { :root { --ground: #fff; --text: #000; --dim: #444; --line: #999; --given: #0b5f4f; --received: #8a3d0a;
  --attention: #5a4200; } body { max-width: none; padding: 0; font-size: 10.5pt; } h2, h3 { break-after: avoid; }
  p, svg, li { break-inside: avoid; } }
"""
ROW, WIDE, LABEL, MARGIN = 24, 720, 130, 46
"""Pixels of the bars: a row, the whole, the labels, an amount."""
SIDE = 420
"""Pixels of the scatter."""


class Bit(NamedTuple):
    """A piece of a line."""

    text: str
    kind: str = ""
    """A class of the style: `given`, `received`, `attention`, `faint`."""


class Paragraph(NamedTuple):
    """A line under a label; one that is a heading is set so."""

    label: str
    bits: tuple[Bit, ...]
    share: tuple[int, int] | None = None
    heading: bool = False


class Part(NamedTuple):
    """A section of the page."""

    heading: str
    paragraphs: tuple[Paragraph, ...]
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()
    names: tuple[str, ...] = ()
    """What stands for the letters of the plot, in their order."""


class Words(NamedTuple):
    """The words that plots need."""

    given: str
    received: str


def page(lang: str, title: str, parts: Iterable[Part], words: Words) -> str:
    """The whole document."""
    body = "\n".join(piece for part in parts for piece in _part(part, words))
    return f"""<!doctype html>
<html lang="{_text(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
{MARKER}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{_text(title)}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>{_text(title)}</h1>
{body}
</main>
</body>
</html>
"""


def _text(text: str) -> str:
    """A text as it may stand anywhere in the document, between tags and in quotes."""
    shown = harmless(text)
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        shown = shown.replace(sign, entity)
    return shown


def _part(part: Part, words: Words) -> Iterator[str]:
    yield "<section>"
    if part.heading:
        yield f"<h2>{_text(part.heading)}</h2>"
    if part.bars:
        yield bars_svg(part.bars, words, part.heading)
    yield from (_paragraph(one) for one in part.paragraphs)
    if part.points:
        yield points_svg(part.points, len(part.names), words, part.heading)
        yield '<ol class="names">' + "".join(f"<li>{_text(name)}</li>" for name in part.names) + "</ol>"
    yield "</section>"


def _paragraph(one: Paragraph) -> str:
    said = " · ".join(_bit(bit) for bit in one.bits)
    if one.heading:
        return f"<h3>{said}</h3>"
    label = f'<span class="label">{_text(one.label)}</span>' if one.label else ""
    return f"<p>{label}{said}{_share(one.share)}</p>"


def _bit(bit: Bit) -> str:
    return f'<span class="{_text(bit.kind)}">{_text(bit.text)}</span>' if bit.kind else _text(bit.text)


def _share(share: tuple[int, int] | None) -> str:
    """A small bar; the words before it say the same."""
    if share is None or share[1] <= 0:
        return ""
    part = round(min(max(share[0] / share[1], 0), 1) * 98, 1)
    return (
        '<svg class="share" viewBox="0 0 100 10" aria-hidden="true">'
        f'<rect class="part" x="1" y="1" width="{part}" height="8"/>'
        '<rect class="whole" x="1" y="1" width="98" height="8"/></svg>'
    )


def bars_svg(bars: Sequence[Bar], words: Words, told: str) -> str:
    """Diverging bars: received to the left of the middle, given to the right, the amounts at their ends."""
    scale = max((max(bar.given, bar.received) for bar in bars), default=0) or 1
    side = (WIDE - LABEL - 2 * MARGIN) / 2
    middle = LABEL + MARGIN + side
    height = ROW * (len(bars) + 1)
    pieces = [
        f'<svg role="img" aria-label="{_text(told)}" viewBox="0 0 {WIDE} {height}">',
        f'<text class="received" x="{middle - 8}" y="16" text-anchor="end">{_text(words.received)} ←</text>',
        f'<text class="given" x="{middle + 8}" y="16">→ {_text(words.given)}</text>',
        f'<line class="axis" x1="{middle}" y1="{ROW}" x2="{middle}" y2="{height}"/>',
    ]
    for number, bar in enumerate(bars, start=1):
        top = ROW * number
        left, right = (round(amount / scale * side, 1) for amount in (bar.received, bar.given))
        pieces += [
            f'<text x="0" y="{top + 16}">{_text(clip(bar.label, 20))}</text>',
            f'<rect class="received" x="{middle - left}" y="{top + 5}" width="{left}" height="14"/>',
            f'<rect class="given" x="{middle}" y="{top + 5}" width="{right}" height="14"/>',
            f'<text class="received" x="{middle - left - 6}" y="{top + 16}" text-anchor="end">'
            f"{_text(bar.shown[1])}</text>",
            f'<text class="given" x="{middle + right + 6}" y="{top + 16}">{_text(bar.shown[0])}</text>',
        ]
    return "".join([*pieces, "</svg>"])


def points_svg(points: Sequence[Point], lettered: int, words: Words, told: str) -> str:
    """The relationships on one scale both ways: received to the right, given upwards, even on the dashed line."""
    scale = max((max(point.given, point.received) for point in points), default=0) or 1
    edge, room = 40, SIDE - 80
    pieces = [
        f'<svg role="img" aria-label="{_text(told)}" viewBox="0 0 {SIDE} {SIDE}" style="max-width:{SIDE}px">',
        f'<path class="axis" d="M{edge} {edge}V{edge + room}H{edge + room}"/>',
        f'<path class="axis" stroke-dasharray="4 5" d="M{edge} {edge + room}L{edge + room} {edge}"/>',
        f'<text class="given" x="{edge - 10}" y="{edge - 14}">↑ {_text(words.given)}</text>',
        f'<text class="received" x="{edge + room}" y="{SIDE - 12}" text-anchor="end">{_text(words.received)} →</text>',
    ]
    # The largest last, so that their letters are on top of the crowd.
    for number, point in reversed([*enumerate(points)]):
        x = round(edge + point.received / scale * room, 1)
        y = round(edge + room - point.given / scale * room, 1)
        side = "even" if point.given == point.received else "given" if point.given > point.received else "received"
        known = number < min(lettered, len(LETTERS))
        pieces.append(f'<circle class="{side}" cx="{x}" cy="{y}" r="{4 if known else 2.5}"/>')
        if known:
            pieces.append(f'<text x="{x + 7}" y="{y - 6}">{LETTERS[number]}</text>')
    return "".join([*pieces, "</svg>"])
