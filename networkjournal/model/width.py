"""How many cells of a terminal a text takes, and how to fit it into a number of them.

Promises to agree with the terminal library of the interface on every character that Python's own tables know; refuses
to import it, because a command line that prints a table must not pay for an interface.
"""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xFFE1: 0xA3, 0xFFE5: 0xA5}

_JOINER, _EMOJI_STYLE, _ELLIPSIS = "\u200d", "\ufe0f", "…"
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)

# What terminals draw otherwise than the tables say, or than the tables of an older Python say: first, last, cells.
_SPECIAL = (
    (0x0000, 0x001F, 0),
    (0x007F, 0x009F, 0),
    (0x00AD, 0x00AD, 1),
    (0x0600, 0x0605, 1),
    (0x06DD, 0x06DD, 1),
    (0x070F, 0x070F, 1),
    (0x0890, 0x0891, 1),
    (0x08E2, 0x08E2, 1),
    (0x1160, 0x11FF, 0),
    (0x2630, 0x2637, 2),
    (0x268A, 0x268F, 2),
    (0x3164, 0x3164, 0),
    (0x4DC0, 0x4DFF, 2),
    (0xD7B0, 0xD7FF, 0),
    (0xFFA0, 0xFFA0, 0),
    (0x110BD, 0x110BD, 1),
    (0x110CD, 0x110CD, 1),
    (0x1D300, 0x1D376, 2),
    (0x1F3FB, 0x1F3FF, 0),
    (0x1FA70, 0x1FAFF, 2),
)
# The narrow characters that Unicode lists with an emoji style (emoji-variation-sequences): wide when it is asked for.
_TAKES_EMOJI_STYLE = frozenset(
    "#*0123456789"
    "©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼☀☁☂☃☄☎☑☘☝☠☢☣☦☪☮"
    "☯☸☹☺♀♂♟♠♣♥♦♨♻♾⚒⚔⚕⚖⚗⚙⚛⚜⚠⚧⚰⚱⛈⛏⛑⛓⛩⛰⛱⛴⛷⛸⛹✂✈✉✌✍✏✒✔✖"
    "✝✡✳✴❄❇❣❤➡⤴⤵⬅⬆⬇🅰🅱🅾🅿🌡🌤🌥🌦🌧🌨🌩🌪🌫🌬🌶🍽🎖🎗🎙🎚🎛🎞🎟🏋🏌🏍🏎🏔🏕🏖🏗🏘"
    "🏙🏚🏛🏜🏝🏞🏟🏳🏵🏷🐿👁📽🕉🕊🕯🕰🕳🕴🕵🕶🕷🕸🕹🖇🖊🖋🖌🖍🖐🖥🖨🖱🖲🖼🗂🗃🗄🗑🗒🗓🗜🗝🗞🗡🗣"
    "🗨🗯🗳🗺🛋🛍🛎🛏🛠🛡🛢🛣🛤🛥🛩🛰🛳"
)

NEVER_FIRST = frozenset("、。，．・：；？！ー〜…’”）〕］｝〉》」』】ぁぃぅぇぉっゃゅょァィゥェォッャュョ々")
NEVER_LAST = frozenset("‘“（〔［｛〈《「『【")
"""Characters before which a line never breaks, and after which."""


def narrow(text: str) -> str:
    """The text with full-width ASCII (＊３：　￥) made half-width, one character for one, so that offsets stay true."""
    return text if text.isascii() else text.translate(_NARROW)


def width(text: str) -> int:
    """The number of cells the text takes on a terminal's line; control characters count as none."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cells for _, cells in _clusters(text))


def clip(text: str, cells: int) -> str:
    """The text itself where it fits into `cells`; else its beginning and a `…`, never part of what is drawn as one."""
    if cells <= 0:
        return ""
    if len(text) <= cells and text.isascii() and text.isprintable():
        return text
    taken = kept = 0
    for end, more in _clusters(text):
        taken += more
        if taken > cells:
            return text[:kept].rstrip() + _ELLIPSIS
        if taken < cells:
            kept = end
    return text


def pad(text: str, cells: int, right: bool = False) -> str:
    """The text with spaces behind it (before it where `right`) up to `cells`; a wider text stays as it is."""
    spaces = " " * (cells - width(text))
    return spaces + text if right else text + spaces


def pieces(text: str) -> Iterator[str]:
    """The pieces between which a line may break; spaces are pieces of their own.

    Japanese may break between any characters but before a closing mark or small kana and after an opening one.
    """
    start, before, before_wide = 0, "", False
    for place, character in enumerate(text):
        size = 1 if character.isascii() else width(character)
        wide = size == 2
        space = character == " "
        breaks = (space != (before == " ")) if not (wide or before_wide) else True
        if place and breaks and size and character not in NEVER_FIRST and before not in NEVER_LAST:
            yield text[start:place]
            start = place
        if size:
            before, before_wide = character, wide
    if text[start:]:
        yield text[start:]


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Where each run that is drawn as one (a letter with its marks, an emoji, a flag) ends, and its cells."""
    here, end = 0, len(text)
    while here < end:
        first = text[here]
        cells = _cells(first)
        here += 1
        if ord(first) in _FLAG_LETTERS and here < end and ord(text[here]) in _FLAG_LETTERS:
            cells, here = 2, here + 1
        grows = first in _TAKES_EMOJI_STYLE
        if first == _JOINER:
            here += 1
        while here < end and (text[here] == _EMOJI_STYLE or _cells(text[here]) == 0):
            if text[here] == _JOINER:
                here += 1  # and what it joins takes no cells of its own
            elif text[here] == _EMOJI_STYLE and grows:
                cells, grows = 2, False
            here += 1
        yield min(here, end), cells


def _cells(char: str) -> int:
    code = ord(char)
    if 0x20 <= code < 0x7F:
        return 1
    if 0x4E00 <= code < 0xA000 or 0x30A1 <= code < 0x3100:
        return 2
    for first, last, cells in _SPECIAL:
        if code <= last:
            if code >= first:
                return cells
            break
    kind = category(char)
    if kind in ("Mn", "Me", "Mc", "Cf", "Zl", "Zp"):
        return 0
    if kind == "Cn":  # older Pythons call all of these wide
        return 2 if 0x20000 <= code <= 0x3FFFD else 1
    return 2 if east_asian_width(char) in "WF" else 1
