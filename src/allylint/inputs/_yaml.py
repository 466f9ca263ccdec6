"""A YAML file of a stranger's: where its scalars stand; what is odd is noted, never raised."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

import yaml

from allylint.model import Comment, Note
from allylint.surrogates import replaced

Path = tuple[str | int, ...]
_LONGEST, _DEEPEST = 1_000_000, 50
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_COMMENT = re.compile(r"(?<![^\s])#[ \t]*(allylint-[^\r\n]*)")


class Yaml:
    """Reads events, so that aliases stay what they are and nothing is built."""

    def __init__(self, path: str, text: str) -> None:
        self.text = replaced(text)
        self.source = text
        self.notes: list[Note] = []
        self.scalars: dict[Path, Any] = {}
        """The event of each scalar, by its path."""
        self._path = path
        self._spans: list[tuple[int, int]] = []

    def read(self) -> bool:
        """Whether it could be read."""
        if len(self.text) > _LONGEST:
            return self.note("this is longer than a million characters")
        try:
            return self._build(yaml.parse(self.text, Loader=_LOADER))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            line = mark.line if mark else self._line(getattr(error, "position", 0))
            problem = getattr(error, "problem", None) or getattr(error, "reason", "")
            return self.note(f"this is not YAML ({' '.join(str(problem).split())})", line)

    def note(self, what: str, line: int = 0) -> bool:
        """Says at this line (from 0) why nothing is read, and that it is so."""
        self.notes.append(Note(self._path, line + 1, f"{what}; nothing in it is read."))
        self.scalars, self._spans = {}, []
        return False

    def partly(self, what: str, line: int) -> None:
        """Says at this line (from 0) what could not be read."""
        self.notes.append(Note(self._path, line + 1, f"{what}; it is not read."))

    def has(self, *keys: str) -> bool:
        """Whether one of these keys stands at the top."""
        return any(path[0] in keys for path in self.scalars if path)

    def comments(self) -> list[Comment]:
        """What `#` says to allylint."""
        if "allylint-" not in self.text:
            return []
        found = (each for each in _COMMENT.finditer(self.text) if not self._within(each.start()))
        return [Comment(each[1].strip(), *each.span()) for each in found]

    def _within(self, offset: int) -> bool:
        index = bisect_right(self._spans, (offset, len(self.text))) - 1
        return index >= 0 and offset < self._spans[index][1]

    def _line(self, offset: int) -> int:
        return len(re.findall("\r\n|[\r\n]", self.text[:offset]))

    def _build(self, events: Iterable[Any]) -> bool:
        stack: list[_Node] = []
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and self._spans:
                return True  # what stands in a second document is no form
            if isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
            if not isinstance(event, yaml.NodeEvent):
                continue
            path = stack[-1].place(event) if stack else ()
            if isinstance(event, yaml.CollectionStartEvent):
                stack.append(_Node(path, event))
                if len(stack) > _DEEPEST:
                    return self.note(f"this is more than {_DEEPEST} levels deep", stack[-1].line)
            elif isinstance(event, yaml.ScalarEvent):
                scalar: Any = event
                self._spans.append((scalar.start_mark.index, scalar.end_mark.index))
                if path is not None:
                    self.scalars.setdefault(path, event)
        return True


class _Node:
    """A list or a mapping that is being read."""

    __slots__ = ("_key", "_mapping", "_path", "_seen", "line")

    def __init__(self, path: Path | None, event: Any) -> None:
        self._path, self._mapping = path, isinstance(event, yaml.MappingStartEvent)
        self.line: int = event.start_mark.line
        self._seen = 0
        self._key: str | None = None

    def place(self, event: Any) -> Path | None:
        """The path of what comes; None for keys, and for what has a key that is no word."""
        self._seen += 1
        if not self._mapping:
            return None if self._path is None else (*self._path, self._seen - 1)
        if self._seen % 2:
            self._key = event.value if isinstance(event, yaml.ScalarEvent) else None
            return None
        return None if self._path is None or self._key is None else (*self._path, self._key)
