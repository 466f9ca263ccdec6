"""Makes text from elsewhere inert: what could steer or fool a terminal gets a visible stand-in.

Each stand-in is one character in one cell, so offsets stay what they were.
"""

from allylint.lazily import lazily

_EMOJI = (
    "[\u2194\u2195\u2620\u2640\u2642\u2695\u2696\u26a7\u26d3\u26f9\u2708\u2764\u27a1\u2b1b"
    "\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff]"
)
"""What a zero width joiner joins."""
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_BREAKS = "\u2028\u2029"
_NONE = "\ufffe\uffff"
"""What is no character; XML can't hold it."""
_LONE_SELECTOR = r"(?:(?<![^\s\ufe0e\ufe0f\u200d])[\ufe0e\ufe0f])"
_LONE_JOINER = rf"(?:(?<!{_EMOJI})(?<!{_EMOJI}\ufe0f)\u200d|\u200d(?!{_EMOJI}))"
_HOSTILE = lazily(
    rf"[\x00-\x1f\x7f-\x9f\ud800-\udfff{_BREAKS}{_BIDI}{_UNSEEN}{_NONE}]|{_LONE_SELECTOR}|{_LONE_JOINER}"
)
_IS_BIDI = lazily(f"[{_BIDI}]")


def safe(text: str, keep: str = "") -> str:
    """The text with a stand-in for each character that a terminal might obey or not show."""
    if text.isascii() and text.isprintable():
        return text
    return _HOSTILE.sub(lambda found: found[0] if found[0] in keep else _stand_in(found[0]), text)


def one_line(text: str) -> str:
    """The text in one inert line, with single blanks."""
    return safe(" ".join(text.split()))


def _stand_in(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if char in _BREAKS:
        return "␤"
    if char in _NONE or code < 0xA0 or 0xD800 <= code < 0xE000:
        return "�"
    return "⇆" if _IS_BIDI.match(char) else "·"
