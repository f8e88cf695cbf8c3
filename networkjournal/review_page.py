"""The account of a period as a page of HTML, for the command line and the program alike."""

from collections.abc import Iterable

from networkjournal import account
from networkjournal.account_parts import OPEN, Line, Mask, Section
from networkjournal.formats.html_page import MARKER, Bit, Paragraph, Part, Words, page
from networkjournal.formats.private_file import write_private
from networkjournal.i18n import _, language
from networkjournal.reports.review import Review


def review_html(made: Review, mask: Mask = OPEN) -> str:
    """The page."""
    parts = (_part(section) for section in account.sections(made, mask))
    return page(language(), account.title(made.period), parts, Words(_("given"), _("received")))


def write_review(path: str, made: Review, mask: Mask = OPEN, *, force: bool = False) -> str:
    """Write the page; gives the path. Raises `Invalid` where another file is there, or it cannot be written."""
    return write_private(path, review_html(made, mask), marker=MARKER, force=force)


def _part(section: Section) -> Part:
    names = [account.legend(point, note) for point, note in zip(section.points, section.notes, strict=False)]
    return Part(section.heading, tuple(_paragraphs(section.lines)), section.bars, section.points, tuple(names))


def _paragraphs(lines: Iterable[Line]) -> Iterable[Paragraph]:
    for line in lines:
        bits = tuple(Bit(one.text, "" if one.meaning == "heading" else one.meaning) for one in line.figures)
        heading = not line.label and any(one.meaning == "heading" for one in line.figures)
        yield Paragraph(line.label, bits, line.share, heading)
