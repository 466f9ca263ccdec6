"""Text that stays text where Markdown is shown: no markup, no link, and nobody is called."""

import re

from allylint.reporters._safe import one_line

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()+!|~&:-]|(?<=www)\.)", re.IGNORECASE)
_CALL = re.compile("([@#])")


def plain(text: str) -> str:
    """The text in one line; what Markdown has a use for is escaped.

    GitHub and GitLab look for `@name` and `#1` after the escapes are gone, in each stretch of text
    between two tags: a tag of its own keeps the sign from its name.
    """
    return _CALL.sub(r"<span>\1</span>", _MARKUP.sub(r"\\\1", one_line(text)))
