"""What a draft's own comments hide: `<!-- allylint-ignore self-label: a quotation -->`."""

from bisect import bisect_right
from collections.abc import Callable, Collection
from typing import NamedTuple

from allylint.errors import perhaps
from allylint.model import Comment, Document, Note, Span

_VERBS = ("allylint-ignore", "allylint-off", "allylint-on")


class _Stretch(NamedTuple):
    """A piece of the source in which a comment hides these rules (none: all), but for some."""

    span: Span
    ids: frozenset[str]
    comment: Comment
    but: frozenset[str] = frozenset()


class Suppressor:
    """Knows which findings a draft's comments hide, and which comments hide nothing."""

    def __init__(self, document: Document, known: Callable[[], Collection[str]]) -> None:
        self._document = document
        self._stretches: list[_Stretch] = []
        self._open: list[_Stretch] = []
        self._said: list[tuple[Comment, str]] = []
        self._idle_ons: list[tuple[Comment, str]] = []
        self._used: set[Comment] = set()
        self._spared: set[str] = set()
        ours = [each for each in document.comments if each.text.strip().startswith("allylint-")]
        self._known = known() if ours else ()
        self._blocks = _block_spans(document) if ours else []
        for comment in ours:
            self._read(comment)
        self._close(len(document.text))

    def hides(self, span: Span, rule: str, family: str) -> bool:
        """Whether a comment hides this rule here; each comment that does counts as used."""
        names = {rule, family}
        hidden = False
        for each in self._stretches:
            if each.span.overlaps(span) and (not each.ids or names & each.ids):
                if spared := names & each.but:
                    self._spared |= spared
                else:
                    self._used.add(each.comment)
                    hidden = True
        return hidden

    def notes(self) -> list[Note]:
        """What is odd about the comments, once all findings were asked about."""
        said = list(self._said)
        for comment in dict.fromkeys(each.comment for each in self._stretches):
            if comment not in self._used:
                verb = _words(comment)[0].removeprefix("allylint-")
                said.append((comment, f"this {verb} hides nothing: it can go."))
        for comment, name in self._idle_ons:
            if name not in self._spared:
                said.append((comment, f"no off for `{name}` stands before this on: it can go."))
        breaks = [at for at, sign in enumerate(self._document.text) if sign == "\n"] if said else []
        said.sort(key=lambda each: each[0].start)
        path = self._document.path
        return [Note(path, bisect_right(breaks, at.start) + 1, text) for at, text in said]

    def _read(self, comment: Comment) -> None:
        verb, *named = _words(comment)
        if verb not in _VERBS:
            near = perhaps(verb, _VERBS) or f"There are: {', '.join(_VERBS)}."
            self._said.append((comment, f"`{verb}` says nothing to allylint. {near}"))
            return
        for name in named:
            if name not in self._known:
                what = f"no rule or family is called `{name}`. {perhaps(name, self._known)}"
                self._said.append((comment, what.rstrip()))
        ids = frozenset(named).intersection(self._known)
        if named and not ids:
            return
        if verb == "allylint-ignore":
            self._stretches.append(_Stretch(self._block_for(comment), ids, comment))
        elif verb == "allylint-off":
            self._open.append(_Stretch(Span(comment.end, comment.end), ids, comment))
        else:
            self._turn_on(ids, comment)

    def _turn_on(self, ids: frozenset[str], comment: Comment) -> None:
        if not self._open:
            self._said.append((comment, "no off stands before this on: it can go."))
            return
        named = frozenset().union(*(each.ids for each in self._open))
        if all(each.ids for each in self._open):
            self._idle_ons += [(comment, name) for name in sorted(ids - named)]
        still = [
            each._replace(
                span=Span(comment.end, comment.end), ids=each.ids - ids, but=each.but | ids
            )
            for each in self._open
            if ids and (not each.ids or each.ids - ids)
        ]
        self._close(comment.start)
        self._open = still

    def _close(self, end: int) -> None:
        self._stretches += [each._replace(span=Span(each.span.start, end)) for each in self._open]
        self._open = []

    def _block_for(self, comment: Comment) -> Span:
        """The block that the comment stands in or ends; else the next one."""
        at = bisect_right(self._blocks, comment.start, key=lambda span: span.start)
        if at:
            before = self._blocks[at - 1]
            gap = self._document.text[before.end : comment.start]
            if "\n" not in gap and "|" not in gap:
                return before
        return self._blocks[at] if at < len(self._blocks) else Span(comment.end, comment.end)


def _block_spans(document: Document) -> list[Span]:
    return sorted(each.source(0, len(each.prose)) for each in document.blocks if each.runs)


def _words(comment: Comment) -> list[str]:
    """The verb and the ids; what follows a colon is the reason."""
    return comment.text.partition(":")[0].replace(",", " ").split()
