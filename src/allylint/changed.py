"""Which lines of which files changed since a commit, as git says."""

import codecs
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from allylint.errors import AllylintError
from allylint.lazily import lazily

_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_HUNK = lazily(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_SAFE = ("-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "diff.noprefix=false")


class Changed(NamedTuple):
    """Changed lines by absolute path; a file that is not tracked is changed in every line.

    A link is left out: what it leads to may be no part of the repository.
    """

    lines: Mapping[str, frozenset[int] | None]

    def holds(self, path: str, first: int, last: int) -> bool:
        """Whether any line from first to last (from 1) of the file changed."""
        real = os.path.realpath(path)
        if real not in self.lines:
            return False
        changed = self.lines[real]
        return changed is None or any(line in changed for line in range(first, last + 1))

    def drafts(self) -> list[str]:
        """The changed files that are there and that a format reads, relative to this folder."""
        from allylint.inputs import reads

        near = (os.path.relpath(path) for path in self.lines if reads(path))
        return sorted(path for path in near if os.path.isfile(path))


def changed_lines(folder: str = ".", since: str | None = None) -> Changed:
    """Lines changed since `since`, or the merge base with the default branch. Raises AllylintError."""
    root = _git(folder, "rev-parse", "--show-toplevel").strip()
    base = _commit(folder, since) if since else _merge_base(folder)
    lines: dict[str, frozenset[int] | None] = {}
    if base is None:
        tracked = _git(root, "ls-files", "-z").split("\0")
    else:
        tracked = []
        diff = _git(root, "diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "-M",
                    "--src-prefix=a/", "--dst-prefix=b/", base, "--")  # fmt: skip
        lines |= {path: frozenset(at) for path, at in _hunks(diff)}
    new = _git(root, "ls-files", "-z", "--others", "--exclude-standard").split("\0")
    lines |= {path: None for path in (*tracked, *new) if path}
    whole = ((os.path.join(root, path), at) for path, at in lines.items())
    return Changed({os.path.realpath(path): at for path, at in whole if not os.path.islink(path)})


def _hunks(diff: str) -> Iterator[tuple[str, set[int]]]:
    path, lines = "", set[int]()
    left = 0
    for line in diff.split("\n"):
        if left > 0 and line[:1] in "+-\\":
            left -= line[:1] != "\\"
        elif line.startswith("diff --git "):
            if path:
                yield path, lines
            path, lines = "", set()
        elif line.startswith("+++ "):
            path = _unquoted(line[4:].rstrip("\t"))
        elif found := _HUNK.match(line):
            first, count = int(found[1]), int(found[2] or 1)
            lines.update(range(first, first + count))
            removed = re.match(r"@@ -\d+(?:,(\d+))?", line)
            left = count + int((removed and removed[1]) or 1)
    if path:
        yield path, lines


def _unquoted(name: str) -> str:
    if name.startswith('"'):
        name = codecs.escape_decode(name[1:-1].encode())[0].decode(errors="surrogateescape")
    return name[2:] if name.startswith("b/") else ""


def _commit(folder: str, rev: str) -> str:
    try:
        return _git(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", rev + "^{commit}"
        ).strip()
    except AllylintError:
        raise AllylintError(
            "--changed-since", f"git knows no commit `{rev}` here.", _deeper(folder)
        ) from None


def _merge_base(folder: str) -> str | None:
    """Where this branch left the default one; None in a repository without a commit."""
    try:
        head = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD").strip()
    except AllylintError:
        return None
    for branch in _BRANCHES:
        try:
            tip = _git(
                folder, "rev-parse", "--verify", "--quiet", "--end-of-options", branch
            ).strip()
        except AllylintError:
            continue
        try:
            return _git(folder, "merge-base", head, tip).strip()
        except AllylintError:
            raise AllylintError(
                "--changed", f"HEAD and {branch} share no commit here.", _deeper(folder)
            ) from None
    return head


def _deeper(folder: str) -> str:
    shallow = _git(folder, "rev-parse", "--is-shallow-repository").strip() == "true"
    return "This clone is shallow: fetch more of it (`git fetch --unshallow`)." if shallow else ""


def _git(folder: str, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *_SAFE, "-C", folder, *arguments], capture_output=True, timeout=120, check=False
        )
    except FileNotFoundError:
        raise AllylintError("--changed", "git is not installed here.") from None
    except subprocess.TimeoutExpired:
        raise AllylintError("--changed", "git took longer than two minutes.") from None
    if done.returncode:
        first = done.stderr.decode(errors="replace").strip().split("\n")[0]
        raise AllylintError("--changed", f"git says: {first or arguments[0]}.")
    return done.stdout.decode(errors="surrogateescape")
