"""The brief of one contact as a page: what one wants to have read before shaking hands."""

from collections.abc import Iterator

from rich.text import Text

from networkjournal import brief_sheet, wording
from networkjournal.brief_sheet import Line, Tells
from networkjournal.reports.brief import Brief, Dated
from networkjournal.tui.screens.suggestions import veiled
from networkjournal.tui.theme import Palette
from networkjournal.tui.veil import OPEN, Veil
from networkjournal.tui.widgets.plain import safe


def brief_lines(sheet: Brief, colours: Palette, veil: Veil = OPEN) -> list[Text]:
    """The brief, line by line; what tells of the person goes through the veil."""

    def hide(text: str, tells: Tells) -> str:
        return veil.name(text) if tells == "name" else veil.words(text) if tells else text

    covered = sheet._replace(suggestions=tuple(veiled(item, veil) for item in sheet.suggestions))
    exchanges = iter(sheet.recent)
    return list(_drawn(brief_sheet.lines(covered, hide), exchanges, colours, veil))


def _drawn(lines: tuple[Line, ...], exchanges: Iterator[Dated], colours: Palette, veil: Veil) -> Iterator[Text]:
    for line in lines:
        match line.meaning:
            case "exchange":
                yield _exchange(next(exchanges), colours, veil)
            case "name":
                yield Text(safe(line.text), "bold").append(safe(line.note), colours.dim)
            case "strong":
                yield Text(safe(line.text), "bold")
            case "reason":
                yield Text(f"  {safe(line.text)}", colours.dim)
            case "mind":
                yield Text(f"  {safe(line.text)}", colours.waiting)
            case _:
                yield Text(f"{line.label}: " if line.label else "", "dim").append(safe(line.text), "not dim")


def _exchange(item: Dated, colours: Palette, veil: Veil) -> Text:
    exchange = item.exchange
    tint = colours.given if exchange.direction == "given" else colours.received
    line = Text(f"{exchange.on.isoformat()} ").append(wording.direction(exchange.direction), tint)
    minutes = "" if exchange.minutes is None else f" · {wording.minutes(exchange.minutes)}"
    line.append(f" {wording.kind(exchange.kind)} {safe(veil.words(exchange.words))}{minutes} · ")
    return line.append(wording.weight(exchange.weight))
