"""`export markdown`: the journal as a folder of pages, one for each day and one for each contact."""

import os
from collections.abc import Iterable, Iterator, Mapping

from networkjournal import wording
from networkjournal.cli.arguments import Args
from networkjournal.cli.command import Context
from networkjournal.errors import Invalid
from networkjournal.formats.markdown_write import Page, days, people
from networkjournal.formats.private_file import make_folder, write_private
from networkjournal.i18n import _, ngettext
from networkjournal.model.contact import Contact
from networkjournal.model.exchange import Passed, Which
from networkjournal.model.kind import KINDS

FOLDERS = ("journal", "people")


def write_folder(context: Context, args: Args, contacts: Iterable[Contact]) -> None:
    """Write the pages below `--to`. Nothing is written where one is there already and is not to be written over."""
    if args.to is None:
        raise Invalid("--to", "", "needs_folder")
    pages = tuple(_pages(context, args, contacts))
    there = (page.path for page in pages if os.path.lexists(os.path.join(args.to, page.path)))
    if not args.force and (found := next(there, None)):
        raise Invalid("file", os.path.join(args.to, found), "occupied")
    for folder in FOLDERS:
        make_folder(os.path.join(args.to, folder))
    for page in pages:
        write_private(os.path.join(args.to, page.path), page.text, force=args.force)
    sentence = ngettext("{n} page written to {path}", "{n} pages written to {path}", len(pages))
    context.err(sentence.format(n=len(pages), path=args.to))


def _pages(context: Context, args: Args, contacts: Iterable[Contact]) -> Iterator[Page]:
    entries = context.journal.books.entries
    yield from days(entries.listed(args.from_, args.until), entries.uids())
    told = ((contact, _passed(context, contact)) for contact in contacts)
    yield from people(told, _labels(), args.private, context.journal.books.contacts.uids())


def _passed(context: Context, contact: Contact) -> tuple[Passed, ...]:
    return context.journal.books.exchanges.page(Which(contact=contact.id), 0, -1)


def _labels() -> Mapping[str, str]:
    kinds = {kind.name: wording.kind(kind.name) for kind in KINDS}
    signs = {direction: wording.direction(direction) for direction in ("given", "received")}
    return {**kinds, **signs, "": "", "on": _("Date"), "kind": _("Kind"), "words": _("Words"), "weight": _("Weight")}
