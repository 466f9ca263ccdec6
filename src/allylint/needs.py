"""What a pattern cannot match without: words of which a text must hold one, of each of several kinds."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

from allylint.index import Clause, Need, Needs
from allylint.nodes import BUILT_IN, Ending, Gap, Group, Node, ParsedLists, Sequence, Slot, Word
from allylint.tokens import Tokens

Thing = TypeVar("Thing")
Value = TypeVar("Value")

_MOST = 64
"""Needs of one phrase; beyond that, alternatives are asked for as one."""


class Lists:
    """Parsed lists by name, and what the phrases that name them cannot match without."""

    def __init__(self, items: ParsedLists) -> None:
        self._items = items
        self._reaches: dict[str, int] = {}
        self._asked = _ByIdentity[Sequence, list[Clause]]()
        self._chosen = _ByIdentity[tuple[Sequence, ...], Clause | None]()

    def needs(self, phrase: Sequence, most: int = _MOST) -> Needs:
        """What a text must hold for the phrase to match in it."""
        clauses, choices = self._parts(phrase)
        spread = max(choices, key=self._gain, default=())
        if not self._gain(spread) or len(spread) > most:
            every = (self._one_of(options) for options in choices)
            return (tidy([*clauses, *filter(None, every)]),)
        others = (self._one_of(options) for options in choices if options is not spread)
        common = [*clauses, *filter(None, others)]
        inner = [n for option in spread for n in self.needs(option, max(1, most // len(spread)))]
        single = [need[0] for need in inner if len(need) == 1]
        together = [(frozenset().union(*single),)] if single else []
        needs = [*together, *(need for need in inner if len(need) != 1)]
        return tuple(tidy([*common, *need]) for need in needs)

    def reach(self, phrase: Sequence) -> int:
        """How many tokens a match may hold at most, where no slashes make one word of many."""
        return sum(map(self._reach, phrase))

    def _reach(self, node: Node) -> int:
        match node:
            case Word():
                return max(1, len(_of_word(node))) + node.stem
            case Group(options):
                return max(2, *map(self.reach, options))
            case Ending():
                return 1
            case Slot("word"):
                return 2
            case Slot(name) if name in self._items:
                if name not in self._reaches:
                    self._reaches[name] = max(2, *map(self.reach, self._items[name]))
                return self._reaches[name]
            case Gap():
                return 6
            case _:
                return 0

    def _parts(self, phrase: Sequence) -> tuple[list[Clause], list[tuple[Sequence, ...]]]:
        """The words that a phrase needs, and the choices that it has to make."""
        clauses: list[Clause] = []
        choices: list[tuple[Sequence, ...]] = []
        for node in phrase:
            if isinstance(node, Word):
                clauses += _of_word(node)
            elif options := self._options(node):
                choices.append(options)
        return clauses, choices

    def _options(self, node: Node) -> tuple[Sequence, ...]:
        if isinstance(node, Group):
            return () if node.optional else node.options
        return (
            self._items[node.name] if isinstance(node, Slot) and node.name not in BUILT_IN else ()
        )

    def _gain(self, options: tuple[Sequence, ...]) -> int:
        """How many clauses more are asked for if each option is asked for by itself."""
        return sum(max(0, len(self._clauses(option)) - 1) for option in options)

    def _clauses(self, phrase: Sequence) -> list[Clause]:
        return self._asked.get(phrase, self._make_clauses)

    def _make_clauses(self, phrase: Sequence) -> list[Clause]:
        clauses, choices = self._parts(phrase)
        return [*clauses, *filter(None, map(self._one_of, choices))]

    def _one_of(self, options: tuple[Sequence, ...]) -> Clause | None:
        return self._chosen.get(options, self._make_one_of)

    def _make_one_of(self, options: tuple[Sequence, ...]) -> Clause | None:
        """One clause for a choice: the rarest of each option; None where one needs nothing."""
        every = [self._clauses(option) for option in options]
        if not all(every):
            return None
        return frozenset().union(*(min(clauses, key=load) for clauses in every))


class _ByIdentity(Generic[Thing, Value]):
    """What was made of a thing, which is kept: comparing whole phrases would take longer."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, Value]] = {}

    def get(self, thing: Thing, make: Callable[[Thing], Value]) -> Value:
        """What was made of it before, or makes it."""
        if id(thing) not in self._known:
            self._known[id(thing)] = (thing, make(thing))
        return self._known[id(thing)][1]


def tidy(clauses: Iterable[Clause]) -> Need:
    """The clauses without those that another makes needless, the rarest first."""
    kept: list[Clause] = []
    for clause in sorted(set(clauses), key=lambda each: (load(each), sorted(each))):
        if not any(other <= clause for other in kept):
            kept.append(clause)
    return tuple(kept)


@lru_cache(maxsize=16384)
def _of_word(word: Word) -> list[Clause]:
    if word.stem:
        return [frozenset({word.text + "*"})]
    return [frozenset({token.word}) for token in Tokens(word.text).all]


_FREQUENT = {
    400: "the i to",
    200: "a and of it not you",
    100: "that in is 's for have this are am",
    50: "be on do my with but if as or so can was just what we your will like they me would had has us",
    25: "all at about there an people one 'd any he some out how get more up no by think know when "
    "should does because time them who been want could now",
    12: "here did also other make which only see their then good even way than something need going why "
    "his use being go much into work thanks first well user new right where anyone still our things "
    "were help she edit too feel say after same over her someone him these most back please find name "
    "before those",
    6: "better never got sure anything since using point off thing take issue many its game while day lot "
    "said made love two problem few post look without actually try around might again doing years "
    "always down guys great change let trying little last give everyone thought looking another else "
    "such best used seems every getting keep though maybe different read pretty own may through long "
    "life person bad question come kind idea start already both having wrong able working mean bit "
    "probably thank put place nothing understand year free myself support enough yes ever saying",
}
"""How often words stand among 10,000 of public comments (counted on a third of real/comments)."""
_LOADS = {word: count for count, words in _FREQUENT.items() for word in words.split()}
_SELDOM = 0.5


def load(clause: Clause) -> float:
    """How often a text meets the clause, roughly: what asking for it first would let pass."""
    return sum(map(_load, clause))


@lru_cache(maxsize=16384)
def _load(word: str) -> float:
    if word[0] == "~":
        return 200 / len(word) ** 2
    if word[-1] == "*":
        inside = sum(count for known, count in _LOADS.items() if known.startswith(word[:-1]))
        return _SELDOM * 4 + inside
    return _LOADS.get(word, _SELDOM)
