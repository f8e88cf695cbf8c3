"""The program as people have it: a wheel in an environment of its own, with bytecode. Never an editable install."""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


class Installed:
    """An environment with the program in it."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made where it is not there."""
        self.folder = folder
        self.python = str(folder / "bin" / "python")
        self.program = str(folder / "bin" / "networkjournal")

    def install(self) -> None:
        """Install what stands in the tree now; libraries as the lock has them."""
        if not self.folder.exists():
            venv.create(self.folder, with_pip=True)
        environment = {**os.environ, "PIP_CONSTRAINT": str(ROOT / "constraints.txt")}
        pip = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, str(ROOT)], check=True, env=environment)
        subprocess.run([*pip, "--force-reinstall", "--no-deps", str(ROOT)], check=True, env=environment)

    def running(self, module: str, *arguments: str) -> list[str]:
        """The command that runs a module of this folder under the installed program, the tree behind it."""
        code = f"import sys; sys.path.append({str(ROOT)!r}); from benchmarks.{module} import main; main()"
        return [self.python, "-P", "-c", code, *arguments]


def here() -> str:
    """What machine this is, in so far as it matters for comparing figures."""
    return f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
