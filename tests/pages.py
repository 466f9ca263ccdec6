"""A draft with notes of every kind, and a page as a browser would take it apart."""

from html.parser import HTMLParser

from allylint.model import Finding, Note, Report

TEXT = f"""\
Hi Imani,

as an ally, I have to say that my wife is Brazilian, so I know what an accent is; that was
all that I meant. As I said: שלום, as a friend.\r
\r
See https://example.org/{"long" * 40}

I'm sorry I laughed & <b>left</b>.
"""


def finding(quote: str, level: str = "suggestion", path: str = "draft.md", **more: str) -> Finding:
    """A finding on the first of these words in TEXT."""
    start = TEXT.index(quote)
    line = TEXT.count("\n", 0, start) + 1
    return Finding(
        path, f"rule-{level}", "family", level, line, 1, line, 2, start, start + len(quote), quote,
        f'"{quote}" can land.', "A reason.", "A step.", (), "A title", **more,
    )  # fmt: skip


NOTES = (
    finding("as an ally, I have to say that my wife is Brazilian"),
    finding("my wife is Brazilian, so I know", policy="3. Be kind."),
    finding("wife", level="hint"),
    finding("as a friend", offer="Well."),
    finding("sorry I laughed & <b>left</b>", level="praise"),
)
REPORT = Report(
    (*NOTES, finding("Hi Imani", path="other.md")),
    notes=(Note("draft.md", 2, "a note."),),
    errors=("b.md: this is a binary file.",),
    sources={"draft.md": TEXT, "other.md": TEXT},
    files=3,
)


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[tuple[list[tuple[str, str]], str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(([*self.open], data))

    def within(self, tag: str, kind: str = "", without: str = "-") -> str:
        """The text in every such element, without what stands in another."""
        return "".join(
            text
            for path, text in self.texts
            if any(each == tag and kind in [*kinds.split(), ""] for each, kinds in path)
            and without not in [each for each, _ in path]
        )

    @property
    def words(self) -> str:
        """All of its text, with single blanks."""
        return " ".join("".join(text for _, text in self.texts).split())

    @property
    def draft(self) -> str:
        """The text of the drafts, without the numbers of notes."""
        return self.within("p", "words", without="a")
