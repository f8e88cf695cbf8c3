"""The version, which `pyproject.toml` says too: reading it out of the installed package would cost 30 ms."""

VERSION = "0.1.0"
