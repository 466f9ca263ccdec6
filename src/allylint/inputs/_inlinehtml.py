"""HTML within a paragraph of Markdown: what a tag or a comment does to it."""

from allylint.inputs import _tags
from allylint.inputs._holes import HOLE
from allylint.inputs._prose import Prose
from allylint.model import Comment

_HIDES = _tags.CODE | {"pre", "script", "style", "svg", "template"}


def inline_html(prose: Prose, html: str, start: int, end: int) -> list[Comment]:
    """Does what the tag says; gives the comment, if it is one."""
    if html.startswith("<!--"):
        return [Comment(html[4:-3].strip(), start, end)]
    token = _tags.TOKEN.fullmatch(html)
    name = _tags.name_of(token) if token else ""
    if prose.hidden:
        if html.startswith("</") and name == prose.hidden[0]:
            prose.show(end)
    elif name in _HIDES and not html.startswith("</"):
        prose.hide(name, start)
    elif name in _tags.BREAKS | {"br"} or name == "img":
        prose.put(HOLE if name == "img" else "\n", start, end)
    return []
