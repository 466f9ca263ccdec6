"""A block's prose in the making, each piece with the source that it came from."""

from allylint.inputs._holes import HOLE, cut
from allylint.model import Block, Mark, Run


class Prose:
    """Takes pieces in the order of the source; gives a block, or None if no word came."""

    __slots__ = (
        "_breaks",
        "_copied",
        "_length",
        "_marks",
        "_opened",
        "_parts",
        "_runs",
        "_text",
        "hidden",
    )

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._marks: list[Mark] = []
        self._opened: list[tuple[str, int]] = []
        self._length = 0
        self._copied = -1
        self._breaks: int | None = None
        self.hidden: tuple[str, int, int] | None = None

    def __bool__(self) -> bool:
        """Whether anything came at all."""
        return bool(self._runs or self.hidden)

    def put(self, prose: str, start: int, end: int) -> None:
        """Adds what stands for this source; of the same length, it is the source itself."""
        if self.hidden:
            self.hidden = (*self.hidden[:2], end)
            return
        if self._breaks is not None:
            self.reach(start)
        if start < end and prose:
            self._add(prose, start, end)

    def line(self, start: int) -> None:
        """A line ends here; the break's source reaches to the next piece."""
        if self._breaks is None and self._runs and not self.hidden:
            self._breaks = start

    def reach(self, start: int) -> None:
        """Ends a break before something that is not prose of itself."""
        if self._breaks is not None and not self.hidden:
            begin, self._breaks = self._breaks, None
            self._add("\n", begin, start)

    def hide(self, name: str, start: int) -> None:
        """What comes now is one hole, until `show`."""
        self.reach(start)
        self.hidden = (name, start, start)

    def show(self, end: int, prose: str = HOLE) -> None:
        """Closes what `hide` opened, and adds what stands for it."""
        if self.hidden:
            start, self.hidden = self.hidden[1], None
            self.put(prose, start, end)

    def open(self, kind: str, start: int) -> None:
        """Markup begins."""
        self.reach(start)
        self._opened.append((kind, self._length))

    def close(self) -> None:
        """The markup opened last ends."""
        if self._opened:
            kind, start = self._opened.pop()
            if start < self._length:
                self._marks.append(Mark(kind, start, self._length))

    def block(
        self,
        kind: str,
        quoted: int = 0,
        headings: tuple[str, ...] = (),
        lead: str = "",
        column: str = "",
        *,
        code: bool = False,
    ) -> Block | None:
        """The block, unless there is nothing to read in it; `code` cuts out backticks."""
        if self.hidden:
            self.show(self.hidden[2])
        prose = "".join(self._parts)
        if self._marks:
            self._marks.sort(key=lambda mark: (mark.start, -mark.end))
        runs, marks = tuple(self._runs), tuple(self._marks)
        block = cut(Block(kind, prose, runs, quoted, headings, lead, column, marks), code)
        return block if block.prose.replace(HOLE, " ").strip() else None

    def _add(self, prose: str, start: int, end: int) -> None:
        length = end - start
        if len(prose) != length:
            prose = prose[0]  # one character, so that no cut falls inside
            self._runs.append(Run(self._length, 1, start, length))
            self._copied = -1
        else:
            prose = self._text[start:end]
            if self._copied == start:
                at, grown, source, _ = self._runs[-1]
                grown += length
                self._runs[-1] = Run(at, grown, source, grown)
            else:
                self._runs.append(Run(self._length, length, start, length))
            self._copied = end
        self._parts.append(prose)
        self._length += len(prose)
