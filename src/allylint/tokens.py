"""Folded text as words: `don't` is `do` and `not`, as patterns see it, each with its place."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from allylint.lazily import lazily

_TOKEN = re.compile(r"\w+(?:['-]\w+)*\+?|[^\w\s.,!?;:\"'()\[\]{}—-]")
"""A word, or a sign that is none."""
_RUN_TOGETHER = lazily(r"(?P<stem>.+?)(?P<end>n't|'m|'re|'ve|'ll|'d|'s)$")
_FULL = {
    "n't": "not",
    "'m": "am",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'d": "'d",
    "'s": "'s",
}
_IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall"}
_CLOSE = lazily(r""",? ['"]?|['"],? |,['"] """)
_OVER = lazily(r"[\s\"')*_]*(?:$|[.!?;:—(]|[^\w\s,'\"(\[@&/-])")
_FRESH = lazily(r"[.!?:;—(][\"')*_]* ")
MEANS = {
    "'s": ("is", "has", "us"), "'d": ("would", "had"),
    "is": ("'s",), "has": ("'s",), "us": ("'s",), "would": ("'d",), "had": ("'d",),
}  # fmt: skip
"""What may stand behind a short form, and the other way round."""


class Token(NamedTuple):
    """A word, or a sign that is none, of folded text."""

    word: str
    start: int
    end: int
    close: bool
    """Only a blank, a comma or a quotation mark stands before it, or nothing."""
    joined: bool = False
    """It has run together with the word before."""
    sign: bool = False


class Tokens:
    """A text's tokens, and where its sentences may begin and end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: dict[tuple[Any, int, bool], Any] = {}
        """What walks through the text have found out about it."""

    @cached_property
    def all(self) -> list[Token]:
        """The tokens, in order."""
        return _split(self.text)

    @cached_property
    def words(self) -> set[str]:
        """The words of all tokens, and what each may stand for; quicker than the tokens are."""
        words = set(_TOKEN.findall(self.text))
        if "'" in self.text:
            for word in [word for word in words if "'" in word]:
                words.update(apart(word)[:2])
        for word in MEANS.keys() & words:
            words.update(MEANS[word])
        return words

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The numbers of the tokens by their words, without those that have run together with another."""
        places: dict[str, list[int]] = {}
        for at, token in enumerate(self.all):
            if not token.joined:
                places.setdefault(token.word, []).append(at)
        return places

    def spots(self, words: Iterable[str]) -> list[int] | None:
        """The numbers of the tokens that are one of the words; None where that can't be told."""
        found: list[int] = []
        for word in words:
            if word[0] == "~":
                return None
            if word[-1] == "*":
                stem = word[:-1]
                found += (at for at, token in enumerate(self.all) if token.word.startswith(stem))
                continue
            for each in (word, *MEANS.get(word, ())):
                found += self.places.get(each, ())
                found += self.run_together.get(each, ())
        return sorted(found)

    @cached_property
    def run_together(self) -> dict[str, list[int]]:
        """The numbers of the tokens that have run together with another, by their words."""
        places: dict[str, list[int]] = {}
        for at, token in enumerate(self.all):
            if token.joined:
                places.setdefault(token.word, []).append(at)
        return places

    @cached_property
    def starts(self) -> set[int]:
        """The numbers of the tokens with which a sentence may begin."""
        return {at for at in range(len(self.all)) if self._may_begin(at) and self._begins(at)}

    @cached_property
    def marked(self) -> set[int]:
        """The numbers of the tokens that stand behind a mark."""
        return {at for at in range(len(self.all)) if self.between(at).strip()}

    def between(self, at: int) -> str:
        """What stands before the token of that number; after the last one, the rest."""
        start = self.all[at - 1].end if at else 0
        end = self.all[at].start if at < len(self.all) else len(self.text)
        return self.text[start:end]

    def may_end(self, at: int) -> bool:
        """Whether a match may end before that token: not within `don't`."""
        return (
            at == len(self.all) or not self.all[at].joined or self.text[self.all[at].start] == "'"
        )

    def over(self, at: int) -> bool:
        """Whether the sentence may end before that token."""
        if at >= len(self.all):
            return True
        start = self.all[at - 1].end if at else 0
        return bool(_OVER.match(self.text, start, self.all[at].end))

    def _may_begin(self, at: int) -> bool:
        """What most tokens fail at once: more than a blank before it, or a word that leads in."""
        before = self.all[at - 1] if at else None
        return (
            before is None
            or before.sign
            or before.word in LEAD_INS
            or self.all[at].start - before.end != 1
        )

    def _begins(self, at: int) -> bool:
        lead_ins = 0
        while at and not _FRESH.search(self.between(at)):
            before = self.all[at - 1]
            far = not re.fullmatch(r"[^\w.]{1,3}", self.between(at))
            if before.joined or before.word not in LEAD_INS or lead_ins == 2 or far:
                return before.sign and at < 3 and self._begins(at - 1)
            lead_ins += 1
            at -= 1
        return True


LEAD_INS = frozenset(
    "and but so well ok okay oh ah look hey no yes yeah hmm lol also then now again".split()
)


def _split(text: str) -> list[Token]:
    found: list[Token] = []
    last = before = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        close = start - last == 1 and text[last] == " "
        close = close or start == last or bool(_CLOSE.fullmatch(text, last, start))
        if not close and text[last:start] == "." and last - before == end - start == 1:
            close = True  # the letters of "r.t.f.m."
        word, last, before = match[0], end, start
        if not (word[0].isalnum() or word[0] == "_"):
            found.append(_token(Token, (word, start, end, close, False, True)))
        elif "'" not in word:
            found.append(_token(Token, (word, start, end, close, False, False)))
        else:
            stem, rest, cut = apart(word)
            found.append(Token(stem, start, start + cut, close))
            if rest:
                found.append(Token(rest, start + cut, end, True, joined=True))
    return found


_token = tuple.__new__
"""A token without the call that a NamedTuple puts before it: there are many of them."""


@lru_cache(maxsize=8192)
def apart(word: str) -> tuple[str, str, int]:
    """`don't` as `do`, `not` and the length of the first; the second is empty for other words."""
    if "'" in word and (found := _RUN_TOGETHER.match(word)):
        stem = found["stem"]
        return _IRREGULAR.get(stem, stem), _FULL[found["end"]], len(stem)
    return word, "", len(word)


@lru_cache(maxsize=64)
def tokens_of(text: str) -> Tokens:
    """A text's tokens; the last texts are remembered, since many phrases look at each."""
    return Tokens(text)
