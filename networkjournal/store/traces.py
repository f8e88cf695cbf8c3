"""Where a person stands in the file besides what is posted: their rows, texts of other records, and the history.

Promises to reach every column in which people write; a test compares them with the schema. Refuses to know what a name
is: it hands texts out and writes them back.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing

from networkjournal.errors import JournalError
from networkjournal.lean import Any, NamedTuple
from networkjournal.store.connection import FAILURES, Connection, opened
from networkjournal.store.rows import marks

TEXTS: Mapping[str, tuple[str, ...]] = {
    "contacts": (
        *("organization", "department", "title", "emails", "phones", "urls", "addresses", "birthday", "how_met"),
        *("introduced_by", "needs", "can_give", "asks", "caution", "aims", "suspected", "knows"),
        *("withheld", "notes", "tags", "extra"),
    ),
    "goals": ("title", "handle", "why", "measure"),
    "personas": ("who", "fields", "roles", "knowledge", "found", "offer"),
    "strengths": ("title", "handle", "since", "evidence"),
    "offers": ("what", "audience"),
    "asks": ("what", "audience"),
    "events": ("title", "handle", "purpose", "place", "outcome", "expected", "bring", "questions", "series"),
    "cadences": ("tag",),
    "self_introductions": ("text",),
    "refusals": ("what", "why"),
    "dismissals": ("what",),
}
"""The columns that hold words of people, entries aside. The names of other contacts are their own."""


_SQUEEZED = (("' '", ""), ("char(10)", ""), ("'-'", ""), ("'_'", ""), ("'\u2010'", ""), ("'\u2018'", "''"),
             ("'\u2019'", "''"), ("'\u02bc'", "''"))  # fmt: skip
"""What a key leaves out of a folded text, and what it has instead; see `model.phrases` and `model.folding`."""


class Row(NamedTuple):
    """Some columns of one row."""

    table: str
    id: int
    values: Mapping[str, str]


class Text(NamedTuple):
    """An entry, whether or not it was removed."""

    id: int
    day: str
    text: str
    live: bool


class Image(NamedTuple):
    """A row as it was before a change."""

    change: int
    table: str
    row: int
    values: dict[str, Any]


class Traces:
    """The book of traces. Everything in it is for forgetting."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._ask = connection.execute
        self.steps: set[int] = set()
        """The steps of the history that were written otherwise, or of which something was taken out."""

    # reading

    def people(self, contact: int) -> tuple[int, ...]:
        """Give the contact and everyone who was merged into them."""
        rows = self._ask(
            """with recursive person (id) as (values (?) union
                select contacts.id from contacts join person on merged_into = person.id) select id from person""",
            (contact,),
        )
        return tuple(row[0] for row in rows)

    def uids(self, people: tuple[int, ...]) -> tuple[str, ...]:
        """Give the identifiers by which these contacts are known in every copy of the file."""
        rows = self._ask(f"select uid from contacts where id in ({marks(len(people))})", people)
        return tuple(row[0] for row in rows)

    def lives(self, people: Iterable[int]) -> Iterator[Mapping[str, Any]]:
        """Give these contacts' rows as they are and as they ever were."""
        for contact in people:
            cursor = self._ask("select * from contacts where id = ?", (contact,))
            columns = [column[0] for column in cursor.description]
            yield from (dict(zip(columns, row, strict=True)) for row in cursor.fetchall())
            images = self._ask(
                "select before from changes where tbl = 'contacts' and row = ? and before is not null", (contact,)
            )
            yield from (json.loads(image) for (image,) in images)

    def others(self, people: tuple[int, ...]) -> Iterator[tuple[str, str, str]]:
        """Give mails, phones and aliases (as lists in JSON) of all live contacts but these."""
        return iter(
            self._ask(
                f"""select emails, phones, aliases from contacts
                    where deleted_at is null and id not in ({marks(len(people))})""",
                people,
            ).fetchall()
        )

    def keys_with(self, key: str, people: tuple[int, ...]) -> tuple[str, ...]:
        """Give the keys of other contacts' names that contain `key`."""
        rows = self._ask(
            f"""select distinct key from names
                where sign = '@' and instr(replace(key, ' ', ''), ?) and target not in ({marks(len(people))})""",
            (key, *people),
        )
        return tuple(row[0] for row in rows)

    def handle(self, table: str, record: int) -> str:
        """Give a record's handle."""
        return str(self._ask(f"select handle from {table} where id = ?", (record,)).fetchone()[0])

    def near(self, keys: Collection[str]) -> frozenset[int]:
        """Give the live entries in which one of these keys may stand, told by the folded texts of the search index.

        Spaces, hyphens and the like make no difference; keys are without them.
        """
        keys = [key for key in keys if key]
        if not keys:
            return frozenset()
        plain = "body"
        for sign, other in _SQUEEZED:
            plain = f"replace({plain}, {sign}, '{other}')"
        rows = self._ask(f"select ref, {plain} from documents where kind = 'entry'")
        found = re.compile("|".join(map(re.escape, keys))).search
        return frozenset(ref for ref, text in rows if found(text))

    def mentioning(self, people: tuple[int, ...]) -> frozenset[int]:
        """Give the entries with a mention of these contacts, or with one that stands for nobody yet."""
        rows = self._ask(
            f"""select entry_id from mentions where contact_id in ({marks(len(people))})
                union select entry_id from mentions where sign = '@' and name is not null""",
            people,
        )
        return frozenset(row[0] for row in rows)

    def removed(self) -> frozenset[int]:
        """Give the entries that were removed: no index knows what they say."""
        return frozenset(row[0] for row in self._ask("select id from entries where deleted_at is not null"))

    def texts(self, entries: Iterable[int]) -> Iterator[Text]:
        """Give these entries, removed ones too, in the order of their ids. They may be changed on the way."""
        ids = sorted(entries)
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            sql = f"select id, day, text, deleted_at is null from entries where id in ({marks(len(some))}) order by id"
            for entry, day, text, live in self._ask(sql, some).fetchall():
                yield Text(entry, day, text, bool(live))

    def records(self, people: tuple[int, ...]) -> Iterator[Row]:
        """Give the words of all other records, these contacts left out."""
        for table, columns in TEXTS.items():
            for record, *values in self._ask(f"select id, {', '.join(columns)} from {table}").fetchall():
                if table != "contacts" or record not in people:
                    yield Row(table, record, dict(zip(columns, values, strict=True)))

    def images(self) -> Iterator[Image]:
        """Give all rows as they were before a change. They may be written on the way."""
        last = 0
        sql = "select id, tbl, row, before from changes where id > ? and before is not null order by id limit 500"
        while rows := self._ask(sql, (last,)).fetchall():
            yield from (Image(change, table, row, json.loads(before)) for change, table, row, before in rows)
            last = rows[-1][0]

    def subjects(self) -> Iterator[tuple[int, str]]:
        """Give what each step was done to, where it says so."""
        return iter(self._ask("select id, subject from steps where subject <> ''").fetchall())

    def steps_with(self, people: tuple[int, ...]) -> frozenset[int]:
        """Give the steps that changed one of these contacts, and those that took such a step back."""
        rows = self._ask(
            f"""with recursive own (id) as (select distinct step_id from changes
                    where tbl = 'contacts' and row in ({marks(len(people))})
                union select steps.id from steps join own on steps.undoes = own.id) select id from own""",
            people,
        )
        return frozenset(row[0] for row in rows)

    # writing

    def write(self, row: Row) -> None:
        """Write columns of a row, and no stamp: nobody has changed what it says."""
        pairs = ", ".join(f"{column} = ?" for column in row.values)
        self._ask(f"update {row.table} set {pairs} where id = ?", (*row.values.values(), row.id))

    def write_image(self, image: Image) -> None:
        """Write what a row was before a change."""
        before = json.dumps(image.values, ensure_ascii=False)
        self._rewrite("update changes set before = ? where id = ?", (before, image.change))

    def _rewrite(self, statement: str, values: Iterable[Any]) -> None:
        """Write the history otherwise, and remember of which steps."""
        self.steps.update(row[0] for row in self._ask(f"{statement} returning step_id", tuple(values)).fetchall())

    def write_subject(self, step: int, subject: str) -> None:
        """Write what a step was done to."""
        self.steps.add(step)
        self._ask("update steps set subject = ? where id = ?", (subject, step))

    def remove(self, people: tuple[int, ...]) -> None:
        """Take the rows of these contacts out of the file, and what the history keeps of them.

        Of steps that only named them, or named them otherwise, nothing is left that could be taken back.
        """
        holes = marks(len(people))
        own = sorted(self.steps_with(people))
        self._rewrite(
            f"""delete from changes where step_id in
                (select id from steps where substr(name, 1, 8) = 'contact_' and id in ({marks(len(own))}))""",
            own,
        )
        self._rewrite(f"delete from changes where tbl = 'contacts' and row in ({holes})", people)
        for table in ("sources", "cadences"):
            self._rewrite(
                f"""delete from changes where tbl = '{table}' and (row in
                    (select id from {table} where contact_id in ({holes}))
                    or json_extract(before, '$.contact_id') in ({holes}))""",
                (*people, *people),
            )
            self._ask(f"delete from {table} where contact_id in ({holes})", people)
        self._unlink(people)
        self._ask(f"delete from contacts where id in ({holes})", people)

    def _unlink(self, people: tuple[int, ...]) -> None:
        """Let nothing that is somebody else's, or one's own, have to do with these contacts any more."""
        holes = marks(len(people))
        self._ask(f"update refusals set contact_id = null where contact_id in ({holes})", people)
        self._rewrite(
            f"""update changes set before = json_set(before, '$.contact_id', null)
                where tbl = 'refusals' and json_extract(before, '$.contact_id') in ({holes})""",
            people,
        )
        for event, expected in self._ask("select id, expected from events where expected != '[]'").fetchall():
            self._ask("update events set expected = ? where id = ?", (_without(expected, people), event))
        images = "select id, before from changes where tbl = 'events' and before like '%\"expected\"%'"
        for change, before in self._ask(images).fetchall():
            image = json.loads(before)
            image["expected"] = _without(image["expected"], people)
            self._rewrite("update changes set before = ? where id = ?", (json.dumps(image, ensure_ascii=False), change))

    def forget_undone(self) -> None:
        """Drop the images that nothing can put back any more once a step that cannot be undone has been made."""
        self._rewrite(
            """delete from changes where step_id in (select id from steps where name in ('undo', 'redo')
                or exists (select 1 from steps as later where later.undoes = steps.id
                    and not exists (select 1 from steps as again where again.undoes = later.id)))""",
            (),
        )

    def forget_images(self, step: int) -> None:
        """Drop what a step itself has written down."""
        self._ask("delete from changes where step_id = ?", (step,))


def holds(path: str, uids: Collection[str], names: Collection[str]) -> bool:
    """Whether a copy of a file has these contacts, or texts with these names; one that cannot be read may."""
    try:
        with closing(opened(path, "mode=ro&immutable=1")) as copy:
            known = f"select 1 from contacts where uid in ({marks(len(uids))})"
            if copy.execute(known, tuple(uids)).fetchone():
                return True
            written = " or ".join("instr(text, ?)" for _name in names) or "false"
            return copy.execute(f"select 1 from entries where {written} limit 1", tuple(names)).fetchone() is not None
    except (*FAILURES, JournalError):
        return True


def _without(expected: str, people: tuple[int, ...]) -> str:
    """A list of who is expected without these contacts."""
    return json.dumps([one for one in json.loads(expected) if one not in people], ensure_ascii=False)
