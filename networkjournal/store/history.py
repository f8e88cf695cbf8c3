"""History: every change as a named step with the before-images of the rows it touched.

Triggers write the images; this book begins steps, lists them, and puts rows back.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from networkjournal.lean import Any, NamedTuple
from networkjournal.store.connection import Connection
from networkjournal.store.rows import now
from networkjournal.store.uid import new_uid

_TABLES = frozenset(
    {
        *("contacts", "goals", "personas", "strengths", "offers", "asks", "events", "entries", "sources"),
        *("cadences", "budgets", "self_introductions", "refusals", "dismissals"),
    }
)


class Step(NamedTuple):
    """One named change."""

    id: int
    name: str
    """A code such as `capture` or `contact_edit`, which `wording` says in words."""
    subject: str
    """What it was done to: a handle, a file's name; empty where there is nothing to name."""
    source: str
    """Who made it: `cli`, `tui`, `import`."""
    at: str
    """UTC, ISO 8601."""
    undoes: int | None
    undone: bool
    """Whether a later step has taken it back and stands."""
    of: str = ""
    """Of an `undo` or `redo`: the name of the change that it took back or did again."""


class Change(NamedTuple):
    """One record as it was before a step and as it was after it."""

    table: str
    row: int
    before: Mapping[str, Any] | None
    """Columns and values; `None` where the step added the record."""
    after: Mapping[str, Any] | None
    """`None` where the step took it out of the file for good."""


class History:
    """The book of steps."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def begin(self, name: str, subject: str, source: str, undoes: int | None = None) -> int:
        """Begin a step: what the running transaction changes from now on belongs to it."""
        cursor = self._connection.execute(
            "insert into steps (uid, name, subject, source, at, undoes) values (?, ?, ?, ?, ?, ?)",
            (new_uid(), name, subject, source, now(), undoes),
        )
        return int(cursor.lastrowid or 0)

    def entitle(self, step: int, name: str, subject: str) -> None:
        """Say better what a step does, once that is known; nothing for a part of another step, which is called 0."""
        self._connection.execute("update steps set name = ?, subject = ? where id = ?", (name, subject, step))

    def drop_if_empty(self, step: int) -> bool:
        """Forget a step that changed nothing; tells whether it did so. One that forgot someone has kept nothing."""
        found = self._connection.execute(
            "select 1 from changes where step_id = ?1 union select 1 from steps where id = ?1 and name = 'forget'",
            (step,),
        ).fetchone()
        if found is None:
            self._connection.execute("delete from steps where id = ?", (step,))
        return found is None

    def steps(self, most: int = 50, skip: int = 0, latest: int | None = None) -> tuple[Step, ...]:
        """Give the latest steps, the newest first.

        `skip` leaves so many out; `latest` is the id of the newest to count from, so that what is written
        meanwhile moves no page.
        """
        rows = self._connection.execute(
            f"{_STEPS} where steps.id <= ? order by steps.id desc limit ? offset ?",
            (_LAST if latest is None else latest, most, skip),
        )
        return tuple(_step(row) for row in rows)

    def begun(self) -> bool:
        """Whether anything was ever written."""
        return self._connection.execute("select 1 from steps limit 1").fetchone() is not None

    def count(self, after: int = 0) -> int:
        """How many steps there are, or only those after one."""
        return int(self._connection.execute("select count(*) from steps where id > ?", (after,)).fetchone()[0])

    def edited(self, entry: int) -> bool:
        """Whether a person has changed this entry's text; a rename or an import that wrote it anew does not count."""
        row = self._connection.execute(
            """select 1 from changes join steps on steps.id = step_id
                where tbl = 'entries' and row = ?
                    and (steps.name in ('entry_edit', 'settle') or steps.name like 'action%') limit 1""",
            (entry,),
        ).fetchone()
        return row is not None

    def to_undo(self) -> Step | None:
        """Give the latest change that stands and can be taken back, undoing, redoing and having asked left aside.

        What a step changed may have been forgotten since; then nothing is left of it to be taken back.
        """
        return self._first(
            """name not in ('undo', 'redo', 'event_asked') and not undone
                and exists (select 1 from changes where step_id = all_steps.id)"""
        )

    def to_redo(self) -> Step | None:
        """Give the latest undoing that stands, unless something else was changed since."""
        return self._first(
            """name = 'undo' and not undone and not exists (select 1 from steps as since
                where since.id > all_steps.id and since.name not in ('undo', 'redo', 'event_asked'))"""
        )

    def get(self, step: int) -> Step | None:
        """Give a step."""
        return self._first("id = ?", (step,))

    def _first(self, test: str, values: tuple[int, ...] = ()) -> Step | None:
        row = self._connection.execute(
            f"select * from ({_STEPS}) as all_steps where {test} order by id desc limit 1", values
        ).fetchone()
        return None if row is None else _step(row)

    def rows(self, step: int) -> Mapping[str, Sequence[int]]:
        """Give the rows that a step changed, by table."""
        found: dict[str, list[int]] = {}
        changes = self._connection.execute(
            "select distinct tbl, row from changes where step_id = ? order by row", (step,)
        )
        for table, row in changes:
            found.setdefault(table, []).append(row)
        return found

    def touched(self, step: int, most: int = -1) -> int:
        """How many records a step changed; `most` ends the counting early."""
        row = self._connection.execute(
            f"""select count(*) from
                (select distinct tbl, row from changes where step_id = ? and tbl in ({_SEEN}) limit ?)""",
            (step, most),
        ).fetchone()
        return int(row[0])

    def changes(self, step: int, most: int = -1) -> Iterator[Change]:
        """Give the records that a step changed, in the order in which it came to them; `most` ends it early."""
        touched = self._connection.execute(
            f"""select min(id), tbl, row from changes where step_id = ? and tbl in ({_SEEN})
                group by tbl, row order by 1 limit ?""",
            (step, most),
        ).fetchall()
        for first, table, row in touched:
            image = self._connection.execute("select before from changes where id = ?", (first,)).fetchone()[0]
            yield Change(table, row, _image(image), self._after(step, table, row))

    def _after(self, step: int, table: str, row: int) -> Mapping[str, Any] | None:
        """A record as the step left it: what the next step to change it found, or else as it is now."""
        later = self._connection.execute(
            "select before from changes where tbl = ? and row = ? and step_id > ? order by id limit 1",
            (table, row, step),
        ).fetchone()
        if later is not None:
            return _image(later[0])
        now = self._connection.execute(f"select * from {table} where id = ?", (row,))
        found = now.fetchone()
        return None if found is None else dict(zip((column[0] for column in now.description), found, strict=True))

    def put_back(self, step: int) -> None:
        """Put every row that a step changed back as it was, the newest change first."""
        changes = self._connection.execute(
            "select tbl, row, before from changes where step_id = ? order by id desc", (step,)
        ).fetchall()
        with self._found_quickly(len(changes)):
            for table, row, before in changes:
                if table in _TABLES:
                    self._restore(table, row, before)

    @contextmanager
    def _found_quickly(self, changes: int) -> Iterator[None]:
        """Have indexes, for as long as it takes, on what SQLite looks through for each row that goes: who refers to it.

        Without, taking ten thousand people back would look through all people ten thousand times.
        """
        names = [f"{table}_by_{column}_for_undo" for table, column in _REFERRING] if changes > _MANY else []
        for name, (table, column) in zip(names, _REFERRING, strict=False):
            self._connection.execute(f"create index {name} on {table} ({column}) where {column} is not null")
        yield
        for name in names:
            self._connection.execute(f"drop index {name}")

    def _restore(self, table: str, row: int, before: str | None) -> None:
        if before is None:
            self._connection.execute(f"delete from {table} where id = ?", (row,))
            return
        import json  # 3 ms, and only undoing needs it

        image: dict[str, Any] = json.loads(before)
        there = self._connection.execute(f"select 1 from {table} where id = ?", (row,)).fetchone()
        if there:
            pairs = ", ".join(f"{column} = ?" for column in image)
            self._connection.execute(f"update {table} set {pairs} where id = ?", (*image.values(), row))
        else:
            holes = ", ".join("?" * len(image))
            columns = ", ".join(image)
            self._connection.execute(f"insert into {table} ({columns}) values ({holes})", tuple(image.values()))


def _step(row: tuple[Any, ...]) -> Step:
    *plain, undone, of = row
    return Step._make((*plain, bool(undone), of or ""))


def _image(before: str | None) -> Mapping[str, Any] | None:
    if before is None:
        return None
    import json  # 3 ms, and only a look at single changes needs it

    image: dict[str, Any] = json.loads(before)
    return image


_LAST = 2**63 - 1
_MANY = 500
"""Changes from which on making the indexes costs less than doing without."""
_REFERRING = (("contacts", "merged_into"), ("sources", "contact_id"), ("sources", "entry_id"))
"""What refers to people and entries, and is looked for by nobody else: an index of its own would cost every write."""
_SEEN = ", ".join(f"'{table}'" for table in sorted(_TABLES - {"sources"}))
"""What people know as records; `sources` is a memory of imports."""

_STANDING = "select undoes from steps where undoes is not null"
# The lists are made once for each question; asked per step, thousands of steps would each read all the others.
_STEPS = f"""select steps.id, steps.name, steps.subject, steps.source, steps.at, steps.undoes,
    steps.id in ({_STANDING} and id not in ({_STANDING})) as undone, coalesce(first.name, target.name) as of
    from steps left join steps as target on target.id = steps.undoes
    left join steps as first on first.id = target.undoes"""
