"""HTML pages: their title and description, and all that stands in the body.

`alt` and other attributes are not read, as in Markdown: they name things.
"""

from allylint.model import Document

SUFFIXES = (".html", ".htm", ".xhtml")


def read(path: str, text: str) -> Document:
    """The page's paragraphs, headings, items, cells …, and its comments."""
    from allylint.inputs._html import Html
    from allylint.inputs._place import Place

    page = Html(text, [(0, len(text))], Place(), "paragraph")
    page.read()
    return Document(path, text, "html", tuple(page.blocks), tuple(page.comments))
