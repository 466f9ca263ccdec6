"""MDX: Markdown with components. Imports, exports and what stands in braces are no prose.

What components say in their attributes, or in braces, is not read.
"""

from allylint.model import Document

SUFFIXES = (".mdx",)


def read(path: str, text: str) -> Document:
    """The draft's prose as for Markdown, and its comments, `{/* … */}` as well as HTML's."""
    from allylint.inputs._commonmark import read_markdown
    from allylint.inputs._frontmatter import front_matter
    from allylint.inputs._mdx import Mdx

    front, begin = front_matter(text)
    mdx = Mdx(text)
    mdx.read(begin)
    markdown = read_markdown(mdx.plain.text)
    blocks = (mdx.plain.block(block) for block in markdown.blocks)
    comments = (*mdx.comments, *map(mdx.plain.comment, markdown.comments))
    return Document(
        path, text, "mdx", (*front, *blocks), tuple(sorted(comments, key=lambda each: each.start))
    )
