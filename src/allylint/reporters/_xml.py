"""Text made safe for XML: markup escaped, characters that XML can't hold replaced."""

from xml.sax.saxutils import escape, quoteattr

from allylint.reporters._inert import inert
from allylint.reporters._safe import one_line, safe


def attributes(**values: object) -> str:
    """Attributes in the order given, each with a blank before it."""
    quoted = ((name, quoteattr(one_line(str(value)))) for name, value in values.items())
    return "".join(f" {name}={inert(value, entity)}" for name, value in quoted)


def content(text: str) -> str:
    """Text between tags; line breaks stay."""
    return inert(escape(safe(text, keep="\n")), entity)


def entity(char: str) -> str:
    """The character as XML and HTML may spell it."""
    return f"&#{ord(char)};"
