"""Reading an amount of money from the command line, as the capture language has it.

Promises an amount with its currency or an error. Refuses a bare number: which money it is would be a guess.
"""

from networkjournal.capture.amounts import Money, read_money
from networkjournal.cli.command import Context
from networkjournal.cli.field_options import wrong


def money(name: str, value: str, context: Context) -> Money | tuple[None, None]:
    """Read the value of an option; two times None for an empty one. Raises `WrongUse`."""
    if not value:
        return None, None
    found = read_money(value)
    if found is None:
        raise wrong(name, value, "money")
    return found
