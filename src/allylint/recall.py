"""Rules made again from plain data, each part when somebody asks for it: nothing is read twice.

What is kept of a rule is its words, and for each of its checks the scope and the literals that
wake it; the phrases of a check that nothing wakes are never parsed.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from allylint.matches import Check, Context, Match
from allylint.pattern import Pattern, PhrasePattern, RegexPattern
from allylint.phrases import Sequence
from allylint.program import Book
from allylint.rule import Rule, Saying, Way
from allylint.sequences import sequence_of
from allylint.vocabulary import Made, Phrases

_WORDS = ("id family title level message why try_ fine_when path weight").split()
_SETS = ("not_cleared_by", "not_beside")

Data = dict[str, Any]


def data_of(rule: Rule) -> Data:
    """A rule as plain data, without its examples."""
    kept: Data = {name: getattr(rule, name) for name in _WORDS}
    kept |= {name: sorted(getattr(rule, name)) for name in _SETS}
    kept |= {"sources": rule.sources, "related": rule.related, "recipe": rule.recipe}
    return {**kept, "ways": [_data_of_way(way) for way in rule.ways]}


def recalled(data: Data, above: "RecalledLists") -> Rule:
    """The rule that was kept; `above` are the lists that it shares with others."""
    lists = RecalledLists(data["recipe"]["lists"], above)
    ways = tuple(_way(each, lists) for each in data["ways"])
    raised = RecalledWords(lists, data["recipe"]["made"])
    fields: Data = {name: data[name] for name in _WORDS}
    fields |= {name: frozenset(data[name]) for name in _SETS}
    return Rule(
        **fields, sources=tuple(data["sources"]), related=tuple(data["related"]), ways=ways, flags=(),
        passes=(), raised_by=raised.phrases("", ("raised-by",)),
    )  # fmt: skip


def _data_of_way(way: Way) -> Data:
    literals = way.check.literals()
    return {
        "level": way.level, "scope": way.check.scope, "recipe": way.recipe,
        "literals": literals and sorted(literals), "saying": way.saying[:4],
    }  # fmt: skip


def _way(data: Data, above: "RecalledLists") -> Way:
    recipe = data["recipe"]
    words = RecalledWords(RecalledLists(recipe["lists"], above), recipe["made"])
    cut = words.phrases("", ("cut",))
    check = _Sleeping(data["scope"], data["literals"], recipe["settings"], words)
    return Way(data["level"], check, Saying(*data["saying"])._replace(cut=cut))


class _Sleeping:
    """A check that is made when it is first woken."""

    def __init__(
        self, scope: str, literals: list[str] | None, settings: Data, words: "RecalledWords"
    ) -> None:
        self.scope = scope
        self._literals = None if literals is None else frozenset(literals)
        self._settings, self._words = settings, words

    def literals(self) -> frozenset[str] | None:
        return self._literals

    def find(self, text: str, context: Context) -> Iterator[Match]:
        return self._check.find(text, context)

    @cached_property
    def _check(self) -> Check:
        kind = import_module(f"allylint.checks.{self._settings['kind']}")
        made: Check = kind.build(SimpleNamespace(**self._settings), self._words)
        return made


class RecalledWords:
    """A vocabulary whose phrases are at hand, parsed."""

    def __init__(self, lists: "RecalledLists", made: Mapping[str, Made]) -> None:
        self._book, self._made = lists.book, made

    def phrases(self, text: str, path: tuple[str | int, ...]) -> Phrases:
        """The phrases of a field, whose literals are known."""
        del text
        return Phrases(tuple(map(self._phrase, self._made[str(path[0])])))

    def regexes(self, texts: list[str]) -> tuple[Pattern, ...]:
        """The regular expressions of a check, found good before."""
        del texts
        return tuple(
            RegexPattern(text, None if needs is None else frozenset(needs))
            for [text], needs, _ in self._made["regex"]
        )

    def _phrase(self, kept: tuple[list[Any], list[str] | None, list[list[str]]]) -> Pattern:
        data, literals, others = kept
        needs = None if literals is None else frozenset(literals)
        every = tuple(map(frozenset, others))
        return PhrasePattern(lambda: sequence_of(data), needs, every, self._book)


class RecalledLists(dict[str, tuple[Sequence, ...]]):
    """Lists by name, each made ready when first looked up; those above are made ready only once."""

    def __init__(self, own: Mapping[str, list[Any]], above: "RecalledLists | None" = None) -> None:
        super().__init__()
        self._own, self._above = own, above
        known: frozenset[str] = above.names if above is not None else frozenset()
        self.names: frozenset[str] = known | frozenset(own)
        if above is not None and not own:
            self.book: Book = above.book
        else:
            self.book = Book(
                self, above.book if above is not None and known.isdisjoint(own) else None
            )

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __missing__(self, name: str) -> tuple[Sequence, ...]:
        if name in self._own:
            self[name] = tuple(map(sequence_of, self._own[name]))
        elif self._above is not None:
            self[name] = self._above[name]
        else:
            raise KeyError(name)
        return self[name]
