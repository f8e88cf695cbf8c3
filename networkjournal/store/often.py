"""Whether a contact is mentioned so often that a look from the newest on, or from the few there are, is the short way.

Someone with 25,000 mentions stands in every fourth entry; someone with ten, in hardly any. SQLite does not know which
of them is asked about, so the books that read by mentions have a statement for each.
"""

from networkjournal.store.connection import Connection

OFTEN = 1_000


def often(connection: Connection, contact: int) -> bool:
    """Whether there are so many mentions; counts no further than that."""
    row = connection.execute(
        "select count(*) from (select 1 from mentions where contact_id = ? limit ?)", (contact, OFTEN)
    ).fetchone()
    return bool(row[0] == OFTEN)
