"""Commit and merge messages: plain text without what git takes out or puts in."""

from allylint.lazily import lazily
from allylint.model import Comment, Document

SUFFIXES = ()
NAMES = ("COMMIT_EDITMSG", "MERGE_MSG", "TAG_EDITMSG")

_SCISSORS = lazily(r"(\S+) -{8,} >8 -{8,}\s*")
"""What git puts above the diff of `git commit -v`, behind `#` or what core.commentChar names."""
_COPIED = lazily(r"(?:fixup|squash|amend)! ")
"""What git puts before the subject of the commit that this one will become part of."""
_TRAILER = lazily(r"[A-Za-z0-9-]+[ \t]*:")
_GIT_TRAILER = lazily(r"Signed-off-by: |\(cherry picked from commit ")

Span = tuple[int, int]


def read(path: str, text: str) -> Document:
    """The message as git will keep it, without its trailers."""
    from allylint.inputs._letter import Letter
    from allylint.inputs._mail import line_spans

    spans, mark = _until_scissors(text, line_spans(text))
    remarks = [span for span in spans if text.startswith(mark, span[0])]
    kept = [span for span in spans if not text.startswith(mark, span[0])]
    letter = Letter(text)
    letter.read(_without_copied(text, _without_trailers(text, kept)))
    comments = sorted(
        (*letter.comments, *_comments(text, remarks, mark)), key=lambda each: each.start
    )
    return Document(path, text, "commit", tuple(letter.blocks), tuple(comments))


def _until_scissors(text: str, spans: list[Span]) -> tuple[list[Span], str]:
    """The lines that git keeps, and what its remarks begin with."""
    for index, span in enumerate(spans):
        if scissors := _SCISSORS.fullmatch(text, *span):
            return spans[:index], scissors[1]
    return spans, "#"


def _comments(text: str, remarks: list[Span], mark: str) -> list[Comment]:
    words = [(text[start:end].lstrip(mark).strip(), start, end) for start, end in remarks]
    return [Comment(*each) for each in words if each[0].startswith("allylint-")]


def _without_copied(text: str, spans: list[Span]) -> list[Span]:
    """The subject of another commit is not this message's prose."""
    subject = next((at for at, span in enumerate(spans) if not _blank(text, span)), 0)
    copied = spans and _COPIED.match(text, *spans[subject])
    return spans[subject + 1 :] if copied else spans


def _without_trailers(text: str, spans: list[Span]) -> list[Span]:
    """Git's rule: the last paragraph, not the first, of trailers or signed off among them."""
    end = len(spans)
    while end and _blank(text, spans[end - 1]):
        end -= 1
    start = end
    while start and not _blank(text, spans[start - 1]):
        start -= 1
    first = all(_blank(text, span) for span in spans[:start])
    lines = [text[slice(*span)] for span in spans[start:end]]
    return spans if first or not _are_trailers(lines) else spans[:start]


def _blank(text: str, span: Span) -> bool:
    return not text[slice(*span)].strip()


def _are_trailers(lines: list[str]) -> bool:
    own = [line for line in lines if not line[:1].isspace()]
    by_git = any(_GIT_TRAILER.match(line) for line in own)
    trailers = sum(bool(_TRAILER.match(line) or _GIT_TRAILER.match(line)) for line in own)
    others = len(own) - trailers
    return trailers > 0 and (not others or (by_git and trailers * 3 >= others))
