"""The command that a task runs: its options, and where it is on the machine of the task."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple, Union

from .child import AdstripError

__all__ = ["CATEGORIES", "Options", "command_line"]

CATEGORIES = ("ad", "tracker", "consent", "widget", "label", "promo", "style", "script", "data")

#: Where the archives of the README put Node and the package, below the folder in which Spark unpacks them.
NODE = os.path.join("node", "bin", "node")
SCRIPT = os.path.join("adstrip", "node_modules", "adstrip", "dist", "shells", "cli.js")


@dataclass(frozen=True)
class Options:
    """What is done with each record: the command's own options of these names."""

    #: "clean", or "strip" to take the ads out only.
    mode: str = "clean"
    #: The categories to remove; None for all.
    remove: Optional[Tuple[str, ...]] = None
    #: Categories that stay.
    keep: Tuple[str, ...] = ()
    #: Paths of filter lists on the machine of the task, or names of files that Spark has brought there.
    filters: Tuple[str, ...] = ()
    #: UTF-16 units of a document that are looked at; None for the command's default.
    max_length: Optional[int] = None

    @classmethod
    def of(
        cls,
        mode: str = "clean",
        remove: Optional[Sequence[str]] = None,
        keep: Sequence[str] = (),
        filters: Sequence[str] = (),
        max_length: Optional[int] = None,
    ) -> Options:
        """The same from sequences of any kind."""
        return cls(mode, None if remove is None else tuple(remove), tuple(keep), tuple(filters), max_length)

    def __post_init__(self) -> None:
        if self.mode not in ("clean", "strip"):
            raise ValueError(f"mode must be 'clean' or 'strip', not {self.mode!r}")
        for category in (*(self.remove or ()), *self.keep):
            if category not in CATEGORIES:
                raise ValueError(f"unknown category {category!r}; known are {', '.join(CATEGORIES)}")
        if self.max_length is not None and self.max_length < 1:
            raise ValueError("max_length must be at least 1")


def command_line(
    base: Union[None, str, Sequence[str]],
    options: Options,
    timeout: Optional[float],
    folders: Sequence[str] = (),
) -> List[str]:
    """The arguments of the child, from the program's name on.

    :param base: the program, with its first arguments if there are any; None looks for it
    :param timeout: seconds
    :param folders: where files lie that have been brought to this machine
    """
    command = _found(folders) if base is None else [base] if isinstance(base, str) else list(base)
    command = [_there(part, folders) for part in command]
    command += ["--input", "jsonl", "--format", "jsonl", "--jobs", "1", "--no-progress"]
    if options.mode == "strip":
        command.append("--strip")
    if options.remove is not None:
        command += ["--remove", ",".join(options.remove)]
    if options.keep:
        command += ["--keep", ",".join(options.keep)]
    for name in options.filters:
        command += ["--filters", _there(name, folders)]
    if options.max_length is not None:
        command += ["--max-length", str(options.max_length)]
    if timeout is not None:
        command += ["--timeout", str(max(1, round(timeout * 1000)))]
    return [*command, "-"]


def _found(folders: Sequence[str]) -> List[str]:
    for folder in folders:
        script = os.path.join(folder, SCRIPT)
        if os.path.exists(script):
            node = os.path.join(folder, NODE)
            return [node if os.path.exists(node) else "node", script]
    if shutil.which("adstrip") is None:
        raise AdstripError(f"no adstrip: not in PATH, and no {SCRIPT} among what Spark has brought here")
    return ["adstrip"]


def _there(name: str, folders: Sequence[str]) -> str:
    """A relative path made whole where there is such a file; anything else as it is."""
    if os.path.isabs(name):
        return name
    return next((path for path in (os.path.join(folder, name) for folder in folders) if os.path.isfile(path)), name)
