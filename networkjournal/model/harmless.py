"""Text from people and files, made safe to send to a terminal: nothing in it moves the cursor or turns the line around.

Promises that what is shown stands for what is there, with a visible stand-in for each character that would act instead
of show; refuses to change what is stored (this is for showing only) and to know any markup.
"""

_PICTURES: dict[int, int] = {
    **{code: 0x2400 + code for code in range(0x20)},
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((0x061C, *range(0x200E, 0x2010), *range(0x2028, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
    0x7F: 0x2421,
    0x09: 0x20,
}
_ONE_LINE = _PICTURES | {0x0A: 0x20}
_LINES = {code: picture for code, picture in _PICTURES.items() if code != 0x0A}


def harmless(text: str, keep_newlines: bool = False) -> str:
    """The text as it may be shown: one visible character, one cell wide, for each that a terminal would obey.

    Control characters become their pictures (ESC is ␛, DEL is ␡); C1 controls, direction marks, line and paragraph
    separators and lone surrogates become �. A tab is one space, and so is a newline unless `keep_newlines`. The length
    never changes, so offsets stay true.
    """
    if text.isprintable():  # the ordinary case, at C speed
        return text
    shown = text.translate(_LINES if keep_newlines else _ONE_LINE)
    if max(shown) < "\ud800":
        return shown
    # Apart from the tables, because two thousand surrogates in them are felt at every start.
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in shown)
