"""`contact`: the people one knows. Adding, listing, showing, changing and removing them."""

from networkjournal import labels
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import JSON, PEOPLE, Command, Context
from networkjournal.cli.contact_archive import COMMANDS as ARCHIVING
from networkjournal.cli.contact_duplicates import COMMAND as DUPLICATES
from networkjournal.cli.contact_forget import COMMAND as FORGETTING
from networkjournal.cli.contact_merge import COMMAND as MERGING
from networkjournal.cli.field_options import EDITING, Values, changed, given, listed, options, read_by, text, words
from networkjournal.cli.field_values import birthday
from networkjournal.cli.name import find_contact
from networkjournal.cli.sheet import sheet
from networkjournal.errors import NotFound
from networkjournal.i18n import N_, _
from networkjournal.model.contact import CAUTIONS, Contact, Labelled
from networkjournal.model.folding import name_key
from networkjournal.model.name import plain_handle
from networkjournal.together import insist

_LABELLED = ("emails", "phones", "urls", "addresses")


def add(context: Context, args: Args) -> None:
    """Add a contact and say how it is called in texts."""
    fields = _fields_of(context, given(context, args, _FIELDS), Contact(""))
    person = context.journal.add_contact(Contact(words(args.name))._replace(**fields))
    if context.json:
        context.out.json(documents.contact(person))
    elif args.handle or person.handle == plain_handle(person.name):
        context.out.line(_("Added {name}; in texts: {handle}").format(name=person.name, handle=f"@{person.handle}"))
    else:
        context.out.line(
            _("Added another {name}; in texts this one is {handle}").format(
                name=person.name, handle=f"@{person.handle}"
            )
        )


def show_all(context: Context, args: Args) -> None:
    """Print the contacts in the order of their readings."""
    people = [person for person in context.journal.books.contacts.all(args.archived) if _wanted(person, args)]
    if context.json:
        context.out.json([documents.contact(person) for person in people])
    elif people:
        rows = [(person.name, person.reading, person.organization, ", ".join(person.tags)) for person in people]
        context.out.table(rows, "llll", (_("Name"), _("Reading"), _("Organization"), _("Tags")))
    elif args.archived and not (args.tag or args.org):
        context.out.line(_("Nobody is archived."))
    elif args.tag or args.org:
        context.out.line(_("No contact is so."))
    elif next(context.journal.books.contacts.all(archived=True), None):
        context.out.line(_("Everybody is archived; `contact list --archived` shows them."))
    else:
        context.out.line(_("No contacts yet: `contact add NAME` adds one, `import` brings them from a file."))


def show(context: Context, args: Args) -> None:
    """Print all that is known of a contact."""
    person = find_contact(context, words(args.contact))
    if context.json:
        context.out.json(documents.contact(person))
    else:
        sheet(context.out, person.name, _facts(person))


def edit(context: Context, args: Args) -> None:
    """Change a contact's fields; a new name brings a new handle, which is written into every entry."""
    person = find_contact(context, words(args.contact))
    fields = _fields_of(context, changed(context, args, (*_FIELDS, _NAME)), person)
    person = insist(context.journal.change_contact, person._replace(**fields), person)
    if context.json:
        context.out.json(documents.contact(person))
    else:
        context.out.line(_("Changed {name}; in texts: {handle}").format(name=person.name, handle=f"@{person.handle}"))


def remove(context: Context, args: Args) -> None:
    """Take a contact out of the lists."""
    person = find_contact(context, words(args.contact))
    context.journal.remove_contact(person)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=person.name))


def _fields_of(context: Context, fields: Values, old: Contact) -> Values:
    """The fields as a contact has them: labels are kept, whoever introduced them is called by the handle."""
    for name in _LABELLED:
        values = fields.get(name)
        if isinstance(values, tuple):
            known = {labelled.value: labelled for labelled in getattr(old, name)}
            fields[name] = tuple(known.get(value, Labelled(value)) for value in values)
    if introduced_by := fields.get("introduced_by"):
        fields["introduced_by"] = _introducer(context, str(introduced_by))
    if "name" in fields and "family" not in fields and "given" not in fields:
        fields |= {"family": "", "given": ""}  # they are split from the new name
    return fields


def _introducer(context: Context, name: str) -> str:
    """The handle of a contact; of someone who is none, the words as they were typed."""
    try:
        return find_contact(context, name).handle
    except NotFound:
        return name


def _wanted(person: Contact, args: Args) -> bool:
    if args.org and name_key(args.org) not in name_key(person.organization):
        return False
    tags = {name_key(tag) for tag in person.tags}
    return all(name_key(tag) in tags for tag in args.tag)


def _facts(person: Contact) -> tuple[tuple[str, str], ...]:
    """All fields, labelled."""
    return (
        (_("In texts"), f"@{person.handle}"),
        (_("Reading"), person.reading),
        (_("Also called"), ", ".join(person.aliases)),
        (_("Organization"), person.organization),
        (_("Department"), person.department),
        (_("Title"), person.title),
        (_("Mail"), _listed(person.emails)),
        (_("Phone"), _listed(person.phones)),
        (_("Web"), _listed(person.urls)),
        (_("Address"), _listed(person.addresses)),
        (_("Birthday"), person.birthday),
        (_("Met"), person.how_met),
        (_("Introduced by"), person.introduced_by),
        (_("Needs"), "\n".join(person.needs)),
        (_("Can give"), "\n".join(person.can_give)),
        (_("To ask of them"), "\n".join(person.asks)),
        *((labels.field(field), getattr(person, field)) for field in CAUTIONS),
        (_("Notes"), person.notes),
        (_("Tags"), ", ".join(person.tags)),
        (_("Archived"), _("yes; out of the lists") if person.archived else ""),
    )


def _listed(values: tuple[Labelled, ...]) -> str:
    return "\n".join(f"{item.value} ({item.label})" if item.label else item.value for item in values)


_NAME = text("--name", N_("A new name; a handle that was made of the old one follows, in every entry."), metavar="NAME")
_FIELDS = (
    text("--handle", N_("What to call them in texts; made from the name without it."), metavar="WORD"),
    text("--reading", N_("The reading in kana, with a space between family and given name.")),
    text("--family", N_("The family name, where the name does not tell.")),
    text("--given", N_("The given name, where the name does not tell.")),
    listed("--alias", N_("A nickname or former name; it finds them as well."), "aliases", "NAME"),
    text("--org", N_("The organization."), "organization"),
    text("--department", N_("The department.")),
    text("--title", N_("What they are there.")),
    listed("--email", N_("A mail address."), "emails"),
    listed("--phone", N_("A phone number."), "phones"),
    listed("--url", N_("A web page."), "urls"),
    listed("--address", N_("A postal address."), "addresses"),
    read_by(birthday, "--birthday", N_("A date, --02-28 without the year, or words."), "DATE"),
    text("--met", N_("How you met."), "how_met"),
    text("--introduced-by", N_("Who brought you together."), metavar="NAME"),
    listed("--need", N_("What they look for."), "needs"),
    listed("--can-give", N_("What they can give."), "can_give"),
    listed("--ask", N_("What you would ask of them."), "asks"),
    text("--caution", N_("What to be careful of."), lines=True),
    text("--aims", N_("What they say they are after."), lines=True),
    text("--suspected", N_("What you think they are after."), lines=True),
    text("--knows", N_("What they know that you do not."), lines=True),
    text("--withheld", N_("What you will not share with them."), lines=True),
    text("--note", N_("What else there is to know."), "notes", lines=True),
    listed("--tag", N_("A tag."), "tags", "TAG"),
)
_CONTACT = Argument("CONTACT", N_("A name, a reading, romaji, or a handle."), "some")

COMMAND = Command(
    "contact",
    N_("The people you know."),
    group=PEOPLE,
    subcommands=(
        Command(
            "add",
            N_("Add someone."),
            add,
            (Argument("NAME", N_("As it is written, with a space between the parts."), "some"),),
            options(*_FIELDS),
            examples=(("contact add 山田 花子 --reading 'ヤマダ ハナコ' --tag 介護", N_("someone new, with a tag")),),
        ),
        Command(
            "list",
            N_("List them by reading."),
            show_all,
            options=(
                Option(("--tag",), N_("Only those with this tag."), metavar="TAG", repeatable=True),
                Option(("--org",), N_("Only those whose organization has this in its name."), metavar="TEXT"),
                Option(("--archived",), N_("Those who are archived instead.")),
                JSON,
            ),
        ),
        Command("show", N_("Show all that is known of someone."), show, (_CONTACT,), (JSON,)),
        Command(
            "edit",
            N_("Change what is known of someone."),
            edit,
            (_CONTACT,),
            options(_NAME, *_FIELDS),
            description=EDITING,
        ),
        Command("remove", N_("Take someone out of the lists; what was written stays."), remove, (_CONTACT,)),
        *ARCHIVING,
        DUPLICATES,
        MERGING,
        FORGETTING,
    ),
)
