"""JSON as the reports print it: nothing in it is a command to a log."""

import json

from allylint.reporters._inert import inert


def printed(content: object) -> str:
    """The content as indented JSON in printable ASCII."""
    return inert(json.dumps(content, indent=2), lambda char: f"\\u{ord(char):04x}")
