"""reStructuredText, without the parts that docutils only fills in: substitutions, includes, CSV."""

from allylint.model import Document

SUFFIXES = (".rst", ".rest")


def read(path: str, text: str) -> Document:
    """The draft's paragraphs, titles, items, cells …, and its comments."""
    from allylint.inputs._place import Place
    from allylint.inputs._rst import Rst
    from allylint.inputs._rstlines import lines_of

    rst = Rst(text, lines_of(text), Place())
    rst.read()
    return Document(path, text, "rst", tuple(rst.blocks), tuple(rst.comments))
