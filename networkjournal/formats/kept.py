"""What a record says beyond the fields there are, kept as lines in the contact's `extra`.

Promises lines that are good vCard properties, so that they go out and come in again like any unknown property; refuses
to interpret them.
"""

from networkjournal.formats.vcard_text import escape

NAME = "X-IMPORTED"
_UNFIT = str.maketrans({'"': "'", **{code: " " for code in (*range(0x20), 0x7F)}})
_LONGEST_LABEL = 200


def kept_line(label: str, value: str) -> str:
    """The line for a value that stood under `label` and has no field."""
    said = " ".join(label.translate(_UNFIT).split())[:_LONGEST_LABEL]
    return f'{NAME};LABEL="{said}":{escape(value.strip())}'
