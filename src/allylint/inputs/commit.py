"""Commit and merge messages: plain text without what git takes out or puts in."""

import re

from allylint.model import Comment, Document

SUFFIXES = ()
NAMES = ("COMMIT_EDITMSG", "MERGE_MSG", "TAG_EDITMSG")

_SCISSORS = re.compile(r"# -+ >8 -+\s*")
_TRAILER = re.compile(r"[A-Za-z0-9-]+[ \t]*:")
_GIT_TRAILER = re.compile(r"Signed-off-by: |\(cherry picked from commit ")

Span = tuple[int, int]


def read(path: str, text: str) -> Document:
    """The message as git will keep it, without its trailers."""
    from allylint.inputs._letter import Letter
    from allylint.inputs._mail import line_spans

    spans = _until_scissors(text, line_spans(text))
    remarks = [span for span in spans if text.startswith("#", span[0])]
    kept = [span for span in spans if not text.startswith("#", span[0])]
    letter = Letter(text)
    letter.read(_without_trailers(text, kept))
    comments = sorted((*letter.comments, *_comments(text, remarks)), key=lambda each: each.start)
    return Document(path, text, "commit", tuple(letter.blocks), tuple(comments))


def _until_scissors(text: str, spans: list[Span]) -> list[Span]:
    for index, span in enumerate(spans):
        if _SCISSORS.fullmatch(text, *span):
            return spans[:index]
    return spans


def _comments(text: str, remarks: list[Span]) -> list[Comment]:
    words = [(text[start:end].lstrip("#").strip(), start, end) for start, end in remarks]
    return [Comment(*each) for each in words if each[0].startswith("allylint-")]


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
