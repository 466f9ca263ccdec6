"""Text made safe for XML: markup escaped, characters that XML can't hold replaced."""

from xml.sax.saxutils import escape, quoteattr

from allylint.reporters._safe import one_line, safe


def attributes(**values: object) -> str:
    """Attributes in the order given, each with a blank before it."""
    return "".join(f" {name}={quoteattr(one_line(str(value)))}" for name, value in values.items())


def content(text: str) -> str:
    """Text between tags; line breaks stay."""
    return escape(safe(text, keep="\n"))
