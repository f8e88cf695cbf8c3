"""What annotations are made of, without importing `typing`: 4 ms, and 4 more for the `re` that it loads.

Whoever checks the types sees `typing` itself. A process sees stand-ins that do what is asked of them while it runs: a
class of values costs 0.05 ms instead of 0.28, and a look-up declares forty of them. Refuses to check anything, and to
stand in for more than the rooms use that a daily command may enter; `tui`, `formats` and `demo` import `typing`.
"""

import sys

TYPE_CHECKING = False
"""Taken for true by whoever checks the types, whichever module it stands in."""

if TYPE_CHECKING or sys.version_info >= (3, 14):  # where annotations are read when asked for
    from typing import Any, Literal, NamedTuple, NoReturn, Protocol, Self, TypeAlias, cast
else:
    from collections import _tuplegetter  # how the fields of the standard library's own are read, in C

    class _Declared(type):
        """Makes fields of the annotations in a class's body."""

        def __new__(meta, name, bases, body):  # noqa: ANN001, ANN204
            fields = tuple(body.get("__annotations__", ()))
            if fields:
                body["_fields"] = body["__match_args__"] = fields
                body["_field_defaults"] = {field: body[field] for field in fields if field in body}
                body.update((field, _tuplegetter(place, "")) for place, field in enumerate(fields))
            body.setdefault("__slots__", ())
            return super().__new__(meta, name, bases, body)

    class NamedTuple(tuple, metaclass=_Declared):
        """Values by name that cannot be changed, as `typing.NamedTuple` has them."""

        _fields = ()
        _field_defaults = {}  # noqa: RUF012

        def __new__(cls, *values, **named):  # noqa: ANN002, ANN003, ANN204, D102
            fields = cls._fields
            if len(values) != len(fields):
                defaults = cls._field_defaults
                try:
                    values += tuple(
                        [named.pop(field) if field in named else defaults[field] for field in fields[len(values) :]]
                    )
                except KeyError as missing:
                    raise TypeError(f"{cls.__name__} needs {missing}") from None
            if named or len(values) > len(fields):
                raise TypeError(f"{cls.__name__} has no {', '.join(named) or len(values)}")
            return tuple.__new__(cls, values)

        _make = classmethod(tuple.__new__)

        def _replace(self, /, **named):  # noqa: ANN003, ANN202
            made = tuple.__new__(type(self), map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"{type(self).__name__} has no {', '.join(named)}")
            return made

        def _asdict(self):  # noqa: ANN202
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):  # noqa: ANN204
            return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self._asdict().items())})"

        def __getnewargs__(self):  # noqa: ANN204 - for copy and pickle
            return tuple(self)

    class Literal:
        """Words that are allowed; `typing.get_args` gives them."""

        __class_getitem__ = classmethod(type(list[int]))

    class Protocol:
        """What something has to have."""

    def cast(kind, value):  # noqa: ANN001, ANN201
        """Give the value: that it is of this kind is said to whoever checks the types."""
        return value

    Any = NoReturn = Self = TypeAlias = object

__all__ = ["TYPE_CHECKING", "Any", "Literal", "NamedTuple", "NoReturn", "Protocol", "Self", "TypeAlias", "cast"]
