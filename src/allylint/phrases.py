"""Phrases as rule authors write them, one a line, and the pattern that each becomes.

A phrase goes on in the next line while a bracket is open, and where that line is set in.

    as [a | an] <title>          words; [what may be left out]; <a list's name>
    (I | we) apologiz* ... for   (one | another); any ending; up to three words between
    was *ing, was <!verb> <word>   any word that ends so; none of a list may stand here
    f***ing !!!                  stars and marks as people type them
    <start> sorry, but <end>     the sentence's start and end; a comma that must stand

`...` does not pass over "not" or "never". What follows a `#` with blanks around is a comment. Words are
folded as drafts are, so `I am`, `I'm` and `im` are one; between two words a comma or a quotation
mark may stand.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from allylint.errors import perhaps
from allylint.fold import fold_words
from allylint.nodes import BUILT_IN, Ending, Gap, Group, Node, Not, Sequence, Slot, Stop, Word
from allylint.spellings import ADVERBS


class PhraseError(Exception):
    """A slip in a phrase: line and column from 1 within the text, what, and what could be."""

    def __init__(self, line: int, column: int, what: str, instead: str = "") -> None:
        super().__init__(what)
        self.line, self.column, self.what, self.instead = line, column, what, instead


DEEPEST = 20
"""Levels of ( ) and [ ] in a phrase."""
_TOKEN = re.compile(
    r"(?P<gap>\.\.\.)|<(?P<none>!?)(?P<slot>[\w-]+)>|(?P<mark>[()\[\]|])|(?P<stop>[?!]+|[,:;.])"
    r"|\*(?P<ending>\w+)(?![\w*])|(?P<masked>\w+\*{2,}\w*|\w+\*+\w+)|(?P<word>[^\s()\[\]|<>,?!:;*.]+(?:\.(?=\w)[^\s()\[\]|<>,?!:;*.]+)*\*?)"
)
_COMMENT = re.compile(r"(?:^|(?<=\s))#(?:\s|$)")
_STARS = re.compile(r"\*|[^*]+")
_GOES_ON = re.compile(r"\s*[\w'<(\[]")
_CAN = "Words, (this | that), [optional], <list>, `...` can."
_ENDS = "It ends a word (`apologiz*`) or stands for its letters (`f***ing`)."
_CLOSING = {"(": ")", "[": "]"}


def parse_phrases(text: str, lists: frozenset[str]) -> Iterator[Sequence]:
    """Each phrase; `lists` are the names that may stand in `<…>`. Raises PhraseError."""
    return (phrase for _, phrase in numbered_phrases(text, lists))


def numbered_phrases(text: str, lists: frozenset[str]) -> Iterator[tuple[int, Sequence]]:
    """Each phrase with the number of its first line, from 1. Raises PhraseError."""
    for number, written in _written(text):
        yield number, _Line(written, number, lists).parse()


def _written(text: str) -> Iterator[tuple[int, str]]:
    """Each phrase as written, with the number of its first line; what is set in goes on."""
    begun: list[str] = []
    depth = first = 0
    for number, whole in enumerate(text.splitlines(), 1):
        line = _COMMENT.split(whole)[0]
        ended = depth <= 0 and not (line.strip() and begun and _indent(line) > _indent(begun[0]))
        if begun and ended:
            yield first, "\n".join(begun)
            begun, depth = [], 0
        if begun or line.strip():
            first = first if begun else number
            begun.append(line)
            depth += sum(map(line.count, "([")) - sum(map(line.count, ")]"))
    if begun:
        yield first, "\n".join(begun)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


class _Line:
    def __init__(self, line: str, number: int, lists: frozenset[str]) -> None:
        self.line, self.number, self.lists = line, number, lists
        self.at = 0
        self.depth = 0

    def parse(self) -> Sequence:
        sequence = self._sequence()
        if self.at < len(self.line):
            raise self._error(self.at, f"`{self.line[self.at]}` has no partner before it.",
                              "Alternatives stand in ( ).")  # fmt: skip
        if not any(_needed(node) for node in sequence):
            raise self._error(0, "every part of this phrase may be left out.", "One must stand.")
        for node, which in ((sequence[0], "first"), (sequence[-1], "last")):
            if isinstance(node, Gap):
                raise self._error(0, f"`...` is the {which} part.", "It stands between words.")
        return sequence

    def _sequence(self) -> Sequence:
        nodes: list[Node] = []
        while True:
            while self.at < len(self.line) and self.line[self.at].isspace():
                self.at += 1
            if self.at >= len(self.line) or self.line[self.at] in ")]|":
                return tuple(nodes)
            found = _TOKEN.match(self.line, self.at)
            if found is None:
                raise self._error(self.at, f"`{self.line[self.at]}` can't be read here.",
                                  _ENDS if self.line[self.at] == "*" else _CAN)  # fmt: skip
            nodes.extend(self._nodes(found))

    def _nodes(self, found: re.Match[str]) -> Iterator[Node]:
        at, self.at = found.start(), found.end()
        if found["mark"]:
            yield self._group(found["mark"], at)
        elif found["slot"]:
            built_in = () if found["none"] else BUILT_IN
            if found["slot"] not in self.lists and found["slot"] not in built_in:
                raise self._error(found.start("slot"), f"no list is called `{found['slot']}`.",
                                  perhaps(found["slot"], [*self.lists, *built_in]))  # fmt: skip
            yield Not(found["slot"]) if found["none"] else Slot(found["slot"])
        elif found["ending"]:
            yield Ending(fold_words(found["ending"]))
        elif found["masked"]:
            yield from (
                word for part in _STARS.findall(found[0]) for word in _plain(fold_words(part))
            )
        elif found["word"]:
            yield from self._words(found["word"], at)
        else:
            yield Gap() if found["gap"] else Stop(found["stop"])

    def _group(self, opening: str, at: int) -> Group:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self._error(at, f"this stands more than {DEEPEST} levels deep.")
        options = [self._sequence()]
        while self.at < len(self.line) and self.line[self.at] == "|":
            self.at += 1
            options.append(self._sequence())
        if self.line[self.at : self.at + 1] != _CLOSING[opening]:
            raise self._error(
                at, f"`{opening}` is never closed.", f"`{_CLOSING[opening]}` closes it."
            )
        self.at += 1
        self.depth -= 1
        if not all(any(_needed(node) for node in option) for option in options):
            raise self._error(at, "one of the alternatives is empty.",
                              "`[ ]` is for what may be left out.")  # fmt: skip
        return Group(tuple(options), opening == "[")

    def _words(self, written: str, at: int) -> Iterator[Word]:
        plain = written.rstrip("*")
        folded = fold_words(plain)
        if written.endswith("*"):
            for ending in ("e", "ed", "es"):
                if not (whole := fold_words(plain + ending)).startswith(folded):
                    raise self._error(at, f"drafts are read with `{whole}` for `{plain}{ending}`.",
                                      f"Write `{whole[: len(folded)]}*`.")  # fmt: skip
            yield Word(folded, stem=True)
            return
        if folded in ADVERBS and _GOES_ON.match(self.line, self.at):
            raise self._error(at, f"`{plain}` is set aside when a draft is read.", "Leave it out.")
        yield from _plain(folded)

    def _error(self, at: int, what: str, instead: str = "") -> PhraseError:
        line = self.number + self.line.count("\n", 0, at)
        return PhraseError(line, at - self.line.rfind("\n", 0, at), what, instead)


@lru_cache(maxsize=8192)
def _plain(folded: str) -> tuple[Word, ...]:
    return tuple(Word(word) for word in folded.split())


def _needed(node: Node) -> bool:
    return not isinstance(node, Gap | Not) and not (isinstance(node, Group) and node.optional)
