"""Rules made again from plain data, each part when somebody asks for it: nothing is read twice.

What is kept of a rule is its words, and for each of its checks the scope; the phrases of a check
that nothing wakes are never read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from allylint.cache import Kept, Parts
from allylint.index import Needs
from allylint.matches import Check, Context, Match
from allylint.pattern import NONE, Pattern, PhrasePattern, Phrases, RegexPattern
from allylint.program import Book, Program, Table
from allylint.rule import Rule, Saying, Way

_WORDS = ("id family title level message why try_ fine_when path weight").split()
_SETS = ("not_cleared_by", "not_beside")

Data = dict[str, Any]


def data_of(rule: Rule, kept: Kept) -> Data:
    """A rule as plain data, without its examples; its phrases are parts of their own."""
    said: Data = {name: getattr(rule, name) for name in _WORDS}
    said |= {name: sorted(getattr(rule, name)) for name in _SETS}
    ways = [_data_of_way(way, kept) for way in rule.ways]
    return {**said, "sources": rule.sources, "related": rule.related, "ways": ways,
            "unless_draft": rule.unless_draft is not NONE,
            **_recipe(rule.recipe, kept)}  # fmt: skip


def _data_of_way(way: Way, kept: Kept) -> Data:
    return {"level": way.level, "scope": way.check.scope, "saying": way.saying[:4],
            **_recipe(way.recipe, kept)}  # fmt: skip


def _recipe(recipe: Mapping[str, Any], kept: Kept) -> Data:
    said = {"settings": recipe.get("settings"), "made": kept_phrases(recipe["made"], kept)}
    return {"recipe": kept.add(said), "lists": kept_lists(recipe["lists"], kept)}


def recalled(data: Data, above: "RecalledLists", parts: Parts) -> Rule:
    """The rule that was kept; `above` are the lists that it shares with others."""
    recipe = _Recipe(data, above, parts)
    fields: Data = {name: data[name] for name in _WORDS}
    fields |= {name: frozenset(data[name]) for name in _SETS}
    return Rule(
        **fields, sources=tuple(data["sources"]), related=tuple(data["related"]),
        ways=tuple(_way(each, recipe.lists, parts) for each in data["ways"]), flags=(), passes=(),
        raised_by=recipe.phrases("", ("raised-by",)),
        unless_draft=recipe.phrases("", ("unless-draft",)) if data["unless_draft"] else NONE,
    )  # fmt: skip


class RecalledRules(Mapping[str, Rule]):
    """Rules by id, each made again when somebody first asks for it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._kept: dict[str, tuple[Data, RecalledLists, str]] = {}
        self._made: dict[str, Rule] = {}

    def add(self, data: Data, above: "RecalledLists", path: str) -> None:
        """One more rule, which stands at this path."""
        self._kept[data["id"]] = (data, above, path)

    def __getitem__(self, id: str) -> Rule:
        if id not in self._made:
            data, above, path = self._kept[id]
            self._made[id] = recalled({**data, "path": path}, above, self._parts)
        return self._made[id]

    def __contains__(self, id: object) -> bool:
        return id in self._kept

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _way(data: Data, above: "RecalledLists", parts: Parts) -> Way:
    recipe = _Recipe(data, above, parts)
    saying = Saying(*data["saying"])._replace(cut=recipe.phrases("", ("cut",)))
    return Way(data["level"], _Sleeping(data["scope"], recipe), saying)


class _Sleeping:
    """A check that is made when it is first woken."""

    def __init__(self, scope: str, recipe: "_Recipe") -> None:
        self.scope = scope
        self._recipe = recipe

    @property
    def looked_for(self) -> Phrases:
        looked_for: Phrases = self._check.looked_for
        return looked_for

    def aside(self, text: str) -> str:
        return self._check.aside(text)

    def needs(self) -> Sequence[Needs]:
        return self._check.needs()

    def find(self, text: str, context: Context) -> Iterator[Match]:
        return self._check.find(text, context)

    @cached_property
    def _check(self) -> Check:
        settings = self._recipe.settings
        kind = import_module(f"allylint.checks.{settings['kind']}")
        made: Check = kind.build(SimpleNamespace(**settings), self._recipe)
        return made


class _Recipe:
    """A vocabulary whose phrases are at hand, parsed; what it holds is read on first use."""

    def __init__(self, data: Data, above: "RecalledLists", parts: Parts) -> None:
        self._number, self._parts = data["recipe"], parts
        self.lists = RecalledLists(data["lists"], parts, above)

    @cached_property
    def _data(self) -> Data:
        data: Data = self._parts[self._number]
        return data

    @property
    def settings(self) -> Data:
        """What the check was built from."""
        settings: Data = self._data["settings"]
        return settings

    def phrases(self, text: str, path: tuple[str | int, ...], regex: Iterable[str] = ()) -> Phrases:
        """The phrases of a field, whose needs are known."""
        del text, regex
        return phrases_of(lambda: self._data["made"][str(path[0])], self.lists, self._parts)


def phrases_of(made: Callable[[], Data], lists: "RecalledLists", parts: Parts) -> Phrases:
    """The patterns of a field and their index, once somebody looks for them."""

    def patterns() -> tuple[Pattern, ...]:
        phrases = (_phrase(at, parts, reach, lists.book) for at, reach in made()["phrases"])
        return (*phrases, *map(RegexPattern, made()["regex"]))

    return Phrases(patterns, lambda: parts[made()["index"]])


def kept_phrases(made: Mapping[str, Data], kept: Kept) -> dict[str, Data]:
    """The phrases of each field as plain data; each is a part of its own, and so is their index."""
    return {
        name: {
            "phrases": [(kept.add(steps), reach) for steps, reach in said["phrases"]],
            "regex": said["regex"],
            "index": kept.add(said["index"]),
        }
        for name, said in made.items()
    }


def kept_lists(lists: Mapping[str, Table], kept: Kept) -> dict[str, int]:
    """Lists by name, each a part of its own."""
    return {name: kept.add(table) for name, table in lists.items()}


def _phrase(at: int, parts: Parts, reach: int, book: Book) -> Pattern:
    def steps() -> Program:
        made: Program = parts[at]
        return made

    return PhrasePattern(steps, reach, book)


class RecalledLists(dict[str, Table]):
    """Lists by name, each read when first looked up; those above are made ready there, only once.

    Where some of its own are called as some above, all that it knows are its own: see `own_lists`.
    """

    def __init__(
        self, own: Mapping[str, int], parts: Parts, above: "RecalledLists | None" = None
    ) -> None:
        super().__init__()
        self._own, self._parts = own, parts
        known: frozenset[str] = above.names if above is not None else frozenset()
        self.names: frozenset[str] = known | own.keys()
        shared = above.book if above is not None and known.isdisjoint(own) else None
        self.book: Book = shared if shared is not None and not own else Book(self, shared)

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __missing__(self, name: str) -> Table:
        self[name] = self._parts[self._own[name]]
        return self[name]
