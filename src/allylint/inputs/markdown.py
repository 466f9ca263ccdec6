"""Markdown as GitHub reads it; every prose character knows where it stands."""

from allylint.model import Block, Document

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")


def read(path: str, text: str) -> Document:
    """The draft's paragraphs, headings, items, cells …, and its HTML comments."""
    from allylint.inputs._commonmark import read_markdown

    front: list[Block] = []
    begin = 0
    if text.startswith(("---", "+++")):
        from allylint.inputs._frontmatter import front_matter

        front, begin = front_matter(text)
    reader = read_markdown(text, begin)
    return Document(path, text, "markdown", (*front, *reader.blocks), tuple(reader.comments))
