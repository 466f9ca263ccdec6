"""Colour for a terminal that asked for it: calm, and never red."""

from allylint.model import Terminal

BOLD = "1"
DIM = "2"
UNDERLINE = "4"
CYAN = "36"


def paint(text: str, style: str, terminal: Terminal) -> str:
    """The text in that style, or as it is where nobody asked for colour."""
    return f"\x1b[{style}m{text}\x1b[0m" if terminal.color and text else text
