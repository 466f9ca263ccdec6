"""HTML cut into tokens, and what its tags mean for those who read the page.

The standard library's parser takes quadratic time on unclosed markup and raises
on some of it; tokens are all that is needed here.
"""

import re

CODE = frozenset(["code", "kbd", "samp", "tt"])
DROPPED = CODE | {"pre", "svg", "template", "math", "object"}
RAW = frozenset(["script", "style", "iframe", "noembed", "noframes", "xmp"])
SHOWN = CODE | {"math", "object", "svg", "img", "video", "audio", "canvas", "embed"}
"""What a reader sees something for, though no words: a hole in the sentence."""
LISTS = frozenset(["ul", "ol", "dl", "menu", "dir"])
ITEMS = frozenset(["li", "dt", "dd"])
CELLS = frozenset(["td", "th"])
QUOTES = frozenset(["blockquote", "q"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
BREAKS = (
    LISTS | ITEMS | CELLS | HEADINGS | {"blockquote", "pre"}
    | frozenset(
        """address article aside body caption center details dialog div fieldset figcaption
        figure footer form frameset head header hgroup hr html legend main nav noscript optgroup
        option p search section select summary table tbody textarea tfoot thead title tr""".split()
    )
)  # fmt: skip
ENDS_CODE = HEADINGS | {"p", "li", "dt", "dd"}
"""Where code that was never closed ends at last."""
MARKS = {
    "em": "emphasis", "i": "emphasis", "cite": "emphasis", "dfn": "emphasis",
    "strong": "strong", "b": "strong", "a": "link",
    "s": "strikethrough", "del": "strikethrough", "strike": "strikethrough",
}  # fmt: skip
ENDS = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"},
    **dict.fromkeys(["td", "th", "tr", "tbody", "thead", "tfoot"], CELLS),
}  # fmt: skip
"""What a tag ends that stands open just before it: `</li>` and the like may be left out."""

_ENTITY = r"&(?:\#[0-9]{1,7};?|\#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)"
ENTITY = re.compile(_ENTITY)
TOKEN = re.compile(
    rf"""
    <!--(?P<comment>.*?)--> | <!--.*+ | <[!?][^>]*+>?
  | <(?P<closes>/?)(?P<name>[a-zA-Z][^\s/<>]*+)
    (?: (?:[^<>"']|"[^"<]*"|'[^'<]*')*+>  # as it should be
      | [^<>]*+>                          # with a quotation mark too many
      | (?:[^<>"']|"[^"]*"|'[^']*')*+>    # with a < in a value
    )
  | (?P<entity>{_ENTITY})
  | (?P<filled>\{{\{{[^{{}}]*+\}}\}})         # what a template fills in, and how
  | \{{%(?:[^%{{}}]|%(?!\}}))*+%\}} | \{{\#[^{{}}#]*+\#\}}
    """,
    re.VERBOSE | re.DOTALL,
)
"""Linear on any text: a token that starts inside of one that found no end sees its
quotes the other way round, so at most three of them ever read on at the same time."""


def name_of(token: re.Match[str]) -> str:
    """The tag's name in small letters; nothing for what is no tag."""
    return (token["name"] or "").lower()


def character(entity: str) -> tuple[str, int]:
    """What an entity stands for and how much of it is one: `&copyright` is © and `right`."""
    from html import unescape
    from html.entities import html5

    if entity[1] == "#":
        return unescape(entity), len(entity)
    known = next((end for end in range(len(entity), 2, -1) if entity[1:end] in html5), 0)
    return (html5[entity[1:known]], known) if known else ("", 0)
