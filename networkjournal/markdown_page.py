"""A ledger, a brief and a review as pages of Markdown, for the command line and the program alike.

Promises the sentences that are printed, every text escaped, and that what one minds about somebody stays at home unless
it is asked for. Refuses to draw: a plot is a table here.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from networkjournal import account, brief_sheet, wording
from networkjournal.account_parts import Section, summed
from networkjournal.formats import markdown_text as text
from networkjournal.i18n import _
from networkjournal.model.contact import CAUTIONS
from networkjournal.model.exchange import Passed, Settled
from networkjournal.model.exchange import summed as added
from networkjournal.model.period import Period
from networkjournal.model.register import RegisterLine
from networkjournal.reports.brief import Brief
from networkjournal.reports.review import Review

_STANDING_ALONE = ("name", "gap", "exchange")


def register_page(name: str, balance: str, lines: Sequence[RegisterLine]) -> str:
    """One relationship's exchanges with the running balance; `balance` is the sentence about it."""
    heads = (_("Date"), "", _("Kind"), _("Words"), _("Time"), _("Money"), _("Weight"), _("Balance"))
    rows = tuple(wording.register_row(line) for line in lines)
    return text.page(
        ((text.heading(name),), (text.strong(balance),), text.table(heads, rows, "llllrrrr") if rows else ())
    )


def ledger_page(period: Period, passed: Sequence[Passed], settled: Sequence[Settled]) -> str:
    """What passed in a span of days with whomever, summed up above."""
    heads = (_("Date"), "", _("Contact"), _("Kind"), _("Words"), _("Time"), _("Money"), _("Weight"))
    rows = ledger_rows(passed, settled)
    sums = (text.item(said, label) for label, said in ledger_sums(passed))
    return text.page(
        (
            (text.heading(ledger_title(period)),),
            tuple(sums),
            text.table(heads, rows, "lllllrrr") if rows else (text.plain(_("Nothing passed in these days.")),),
        )
    )


def ledger_title(period: Period) -> str:
    """What the ledger of a span of days is called."""
    return _("Ledger · {period}").format(period=account.title(period))


def ledger_rows(passed: Iterable[Passed], settled: Iterable[Settled]) -> list[tuple[str, ...]]:
    """Exchanges and settlements as rows, the oldest first; what settled a day stands behind what passed on it."""
    told = [(one.on, wording.passed_row(one)) for one in passed]
    told += [(one.on, wording.settled_row(one)) for one in settled]
    return [row for _on, row in sorted(told, key=lambda one: one[0])]


def ledger_sums(passed: Iterable[Passed]) -> Iterator[tuple[str, str]]:
    """What exchanges add up to in each direction; money of each currency by itself."""
    sums = added(passed)
    for label, one in ((_("Given"), sums.of("given")), (_("Received"), sums.of("received"))):
        if one.times:
            yield label, summed(one.weight, one.times, one.minutes, one.money)


def brief_page(sheet: Brief, private: bool = False) -> str:
    """The whole brief. Without `private`, cautions and what was decided not to pursue are left out."""
    if not private:
        sheet = without_cautions(sheet)
    return text.page(_brief(sheet))


def minds(sheet: Brief) -> bool:
    """Whether a brief has anything that stays at home unless asked for."""
    return without_cautions(sheet) != sheet


def without_cautions(sheet: Brief) -> Brief:
    """The brief as anybody may see it."""
    emptied: dict[str, Any] = dict.fromkeys(CAUTIONS, "")
    return sheet._replace(
        contact=sheet.contact._replace(**emptied),
        refusals=(),
        suggestions=tuple(one._replace(mind=()) for one in sheet.suggestions),
    )


def _brief(sheet: Brief) -> Iterator[Iterable[str]]:
    items: list[str] = []
    shown = False
    for line in brief_sheet.lines(sheet):
        if line.meaning in _STANDING_ALONE and items:
            yield items
            items = []
        if line.meaning == "name":
            yield (text.heading(line.text + line.note),)
        elif line.meaning == "exchange":
            if not shown:
                heads = (_("Date"), "", _("Kind"), _("Words"), _("Time"), _("Weight"))
                yield text.table(heads, (wording.exchange_row(one.exchange) for one in sheet.recent), "llllrr")
            shown = True
        elif line.meaning != "gap":
            items.append(text.item(line.text + line.note, line.label, int(line.meaning in ("reason", "mind"))))
    yield items


def review_page(made: Review) -> str:
    """The whole account of a period."""
    found = (part for section in account.sections(made) for part in _section(section))
    return text.page(((text.heading(account.title(made.period)),), *found))


def _section(section: Section) -> Iterator[Iterable[str]]:
    if section.heading:
        yield (text.heading(section.heading, 2),)
    if section.bars:
        rows = ((bar.label, *bar.shown) for bar in section.bars)
        yield text.table(("", _("given"), _("received")), rows, "lrr")
    items: list[str] = []
    for line in section.lines:
        if not line.label and any(figure.meaning == "heading" for figure in line.figures):
            yield items
            items = []
            yield (text.strong(line.text),)
        else:
            items.append(text.item(line.text, line.label))
    yield items
    points = zip(section.points, section.notes, strict=False)
    yield tuple(text.item(account.legend(point, note)) for point, note in points)
