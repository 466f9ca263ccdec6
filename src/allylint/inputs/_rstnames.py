"""What the names in reStructuredText mean for prose: directives, roles, fields."""

import re

_ADMONITIONS = """attention caution danger error hint important note tip warning seealso todo
admonitions information question abstract"""
_TITLED = """admonition topic sidebar rubric centered table list-table csv-table tab-item tab dropdown
card grid-item-card details collapse"""
_VERSIONS = "versionadded versionchanged versionremoved deprecated deprecated-removed"
_QUOTES = "epigraph pull-quote"
_NO_PROSE = """code code-block sourcecode highlight literalinclude parsed-literal math raw include
image toctree contents sectnum section-numbering doctest testcode testsetup testoutput testcleanup
productionlist graphviz digraph graph inheritance-diagram mermaid plantuml uml plot ipython
ipython-input exec exec_code program-output command-output prompt console terminal jupyter-execute
index role default-role unicode date replace tabularcolumns currentmodule module target-notes
code-tab code-cell datatemplate autosummary literal cssclass title header footer bibliography
altair-plot bokeh-plot thumbnail video youtube gist datatable csv-data asciinema only-code"""
KINDS = {
    name: kind
    for kind, names in {
        "text": _ADMONITIONS, "title": _TITLED, "version": _VERSIONS,
        "quote": _QUOTES, "none": _NO_PROSE,
    }.items()
    for name in names.split()
}  # fmt: skip
"""What a directive's first line and content are; of an unknown one, the content is prose."""

SPOKEN = frozenset(
    """emphasis strong sub subscript sup superscript title title-reference t term abbr
    abbreviation ac acronym dfn guilabel menuselection any""".split()
)
"""Roles whose text is words; of any other, only a text of its own before a target is."""

_READ = frozenset(["title", "subtitle", "description", "summary", "excerpt", "bio", "tags"])
_PROSE = frozenset(["abstract", "dedication"])
_CODE = re.compile(r"(?:^|[-_])(?:code|diagram|literal|graph|plot)(?:$|[-_])")


def directive(name: str) -> str:
    """`text`, `title`, `version`, `quote` or `none`; `other`: the content alone is prose."""
    name = name.lower()
    return KINDS.get(name) or ("none" if _CODE.search(name) else "other")


def field(name: str, bibliographic: bool) -> str:
    """The kind of block that a field's text is: at the top of a draft, mostly none."""
    name = name.strip().lower()
    if not bibliographic:
        return "item"
    return "metadata" if name in _READ else "paragraph" if name in _PROSE else ""
