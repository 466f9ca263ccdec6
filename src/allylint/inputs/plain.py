"""Plain text: blocks between blank lines, and the ways of mail."""

from allylint.model import Document

SUFFIXES = (".txt", ".text")


def read(path: str, text: str) -> Document:
    """The draft's paragraphs and items, its quoted lines, and comments on lines of their own."""
    from allylint.inputs._letter import Letter
    from allylint.inputs._mail import line_spans

    letter = Letter(text)
    letter.read(line_spans(text))
    return Document(path, text, "plain", tuple(letter.blocks), tuple(letter.comments))
