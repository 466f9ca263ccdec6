"""Which of a form's texts people read, and which of them GitHub reads as Markdown."""

from typing import Any

from allylint.inputs._commonmark import read_markdown
from allylint.inputs._prose import Prose
from allylint.inputs._yaml import Path, Yaml
from allylint.inputs._yamlscalar import derived
from allylint.model import Block, Comment

_TOP = ("name", "description", "title")
_TEXTS = ("description", "placeholder", "value")


class Form:
    """Reads the scalars of a form, field by field."""

    def __init__(self, yaml: Yaml) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._yaml = yaml

    def read(self) -> None:
        """Fills `blocks` and `comments`; what is no form is noted."""
        if not self._yaml.has("body", "contact_links", "blank_issues_enabled"):
            self._yaml.note("this is no issue form, for it has no `body:`")
            return
        for key in _TOP:
            self._plain((key,), "metadata")
        scalars = self._yaml.scalars
        for path in [path for path in scalars if len(path) > 2 and isinstance(path[1], int)]:
            if path[0] == "contact_links" and len(path) == 3:
                self._link(path)
            elif path[0] == "body" and path[2] == "attributes" and len(path) > 3:
                self._attribute(path)

    def _link(self, path: Path) -> None:
        name = (*path[:2], "name")
        if path[2] == "name":
            self._plain(path, "heading")
        elif path[2] == "about":
            self._plain(path, "paragraph", self._value(name))

    def _attribute(self, path: Path) -> None:
        field, key = path[:2], path[3]
        label = self._value((*field, "attributes", "label"))
        code = self._value((*field, "attributes", "render"))
        if len(path) == 4 and key == "label":
            self._plain(path, "heading")
        elif len(path) == 4 and key in _TEXTS and not (code and key != "description"):
            if key == "placeholder":
                self._plain(path, "paragraph", label)
            else:
                self._markdown(path, label)
        elif key == "options" and len(path) == 5:
            self._plain(path, "item", label, lead=label)
        elif key == "options" and len(path) == 6 and path[5] == "label":
            self._markdown(path, label, lead=label)

    def _value(self, path: Path) -> str:
        event = self._yaml.scalars.get(path)
        return " ".join(event.value.split()) if event else ""

    def _derived(self, path: Path) -> Any:
        event = self._yaml.scalars.get(path)
        value = derived(self._yaml.text, self._yaml.source, event) if event else None
        if event and not value:
            line = event.start_mark.line
            self._yaml.partly(f"how `{path[-1]}` is written could not be followed", line)
        return value

    def _plain(self, path: Path, kind: str, heading: str = "", lead: str = "") -> None:
        value = self._derived(path)
        if not value:
            return
        prose, text = Prose(self._yaml.source), value.text
        for at, length, source, size in value.runs:
            prose.put(text[at : at + length], source, source + size)
        headings = (heading,) if heading else ()
        block = prose.block(kind, headings=headings, lead=lead, code=True)
        if block:
            self.blocks.append(block)

    def _markdown(self, path: Path, heading: str, lead: str = "") -> None:
        value = self._derived(path)
        if not value:
            return
        reader = read_markdown(value.text)
        for block in map(value.block, reader.blocks):
            if heading:
                block = block._replace(headings=(heading, *block.headings))
            if lead and block.kind == "paragraph":
                block = block._replace(kind="item", lead=lead)
            self.blocks.append(block)
        self.comments += map(value.comment, reader.comments)
