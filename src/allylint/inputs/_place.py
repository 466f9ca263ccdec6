"""Where a block stands: in which quotes and list, under which headings, after what."""

from allylint.model import Block


class Place:
    """A container of blocks (the document, a quote, a list item …), while it is read."""

    __slots__ = ("_levels", "_outer", "before", "headings", "kind", "lead", "open_quotes", "quoted")

    def __init__(
        self, kind: str = "paragraph", quoted: int = 0, lead: str = "", outer: tuple[str, ...] = ()
    ) -> None:
        self.kind = kind
        self.quoted = quoted
        self.lead = lead
        self.before = lead
        """The paragraph just before: what introduces a list that comes next."""
        self.headings = outer
        self.open_quotes = 0
        """Block quotes that HTML has opened here and not closed yet."""
        self._outer = len(outer)
        self._levels: list[int] = []

    def inside(self, kind: str = "", quotes: int = 0, lead: str | None = None) -> "Place":
        """A container in this one; the headings in it end with it."""
        return Place(
            kind or self.kind,
            self.quoted + self.open_quotes + quotes,
            self.lead if lead is None else lead,
            self.headings,
        )

    def under(self, level: int, heading: Block | None) -> None:
        """A heading of this level begins a section here."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self.headings = self.headings[: self._outer + len(self._levels)]
        if heading:
            self._levels.append(level)
            self.headings = (*self.headings, heading.prose)

    def after(self, block: Block | None) -> None:
        """A block has ended; a list that comes next is introduced by it or by nothing."""
        self.before = block.prose if block else ""
