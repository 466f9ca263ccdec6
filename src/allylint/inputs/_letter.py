"""Text as people type it where nothing renders it, mail above all."""

import re
from collections.abc import Iterable

from allylint.inputs._mail import Line, mail_lines
from allylint.inputs._prose import Prose
from allylint.model import Block, Comment

_BULLET = re.compile(r"(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=\S)")
_COMMENT = re.compile(r"<!--(.*?)-->")
_SIGNATURE = "--"


class Letter:
    """Reads lines in order; a block ends where a blank line, a bullet or another depth begins."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._text = text
        self._prose: Prose | None = None
        self._item = False
        self._end = 0
        self._quoted = 0
        self._lead = ""

    def read(self, spans: Iterable[tuple[int, int]]) -> None:
        """Fills `blocks` and `comments` from the lines that these spans hold."""
        for line in mail_lines(self._text, spans):
            self._line(line)
        self._flush()

    def _line(self, line: Line) -> None:
        quoted, start, end = line
        comment = _COMMENT.fullmatch(self._text, start, end)
        bullet = _BULLET.match(self._text, start, end)
        separates = start == end or self._text[start:end] == _SIGNATURE
        if separates or comment or bullet or quoted != self._quoted:
            self._flush()
        if comment:
            self.comments.append(Comment(comment[1].strip(), start, end))
        elif not separates:
            if quoted != self._quoted:
                self._quoted, self._lead = quoted, ""
            if bullet:
                self._item, start = True, bullet.end()
            self._add(start, end)

    def _add(self, start: int, end: int) -> None:
        if self._prose is None:
            self._prose = Prose(self._text)
        else:
            self._prose.line(self._end)
        self._prose.put(self._text[start:end], start, end)
        self._end = end

    def _flush(self) -> None:
        if self._prose is None:
            return
        block = self._prose.block(
            "item" if self._item else "paragraph",
            code=True,
            quoted=self._quoted,
            lead=self._lead if self._item else "",
        )
        if block:
            self.blocks.append(block)
            if not self._item:
                self._lead = block.prose
        self._prose, self._item = None, False
