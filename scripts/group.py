"""Prints the requirements of a development group, one a line, for a pip that does not know `--group` (before 25.1)."""

import sys
import tomllib


def main(name: str) -> None:
    """Print group `name` of the pyproject.toml in the working folder."""
    with open("pyproject.toml", "rb") as file:
        print(*tomllib.load(file)["dependency-groups"][name], sep="\n")


if __name__ == "__main__":
    main(sys.argv[1])
