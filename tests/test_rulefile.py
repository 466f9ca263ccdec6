"""One rule file: each kind of mistake is told at its place, with the nearest right spelling."""

import pytest

from allylint.errors import AllylintError
from allylint.rulefile import read_rule
from small_rules import rule


def checks(kind: str, *lines: str) -> str:
    return "".join(f"\n  {line}" for line in (f"kind: {kind}", *lines))


BROKEN = {
    "an unknown kind": (
        rule("aa", check=checks("patern")),
        "8:9: `kind: patern` names no file in checks/. There are: near, outweighs, pattern, stack. "
        "Perhaps `pattern`?",
    ),
    "an unknown key": (
        rule("aa", tri="Leave it."),
        "7:1: no key is called `tri`. Perhaps `try`?",
    ),
    "a missing key": (
        rule("aa").replace("why: It may.\n", ""),
        "1:1: the key `why` is missing. It could be a word or text.",
    ),
    "an unknown key of a check": (
        rule("aa", check=checks("pattern", "any: foo", "scop: block")),
        "10:3: no key is called `scop`. Perhaps `scope`?",
    ),
    "an unknown key of a check among several": (
        rule(
            "aa",
            check="\n  - {kind: pattern, any: foo}\n  - kind: pattern\n    any: foo\n    scop: x",
        ),
        "11:5: no key is called `scop`. Perhaps `scope`?",
    ),
    "a missing key of a check": (
        rule("aa", check=checks("near", "any: foo")),
        "8:3: the key `near` is missing. It could be a word or text.",
    ),
    "an unknown scope": (
        rule("aa", check=checks("pattern", "any: foo", "scope: sentense")),
        "10:10: `scope` is `sentense`. There are: block, document, sentence. Perhaps `sentence`?",
    ),
    "an unknown level": (
        rule("aa", level="sugestion"),
        "3:8: `level` is `sugestion`. There are: hint, praise, suggestion. Perhaps `suggestion`?",
    ),
    "nothing to look for": (
        rule("aa", check=checks("pattern", "senses: foo")),
        "8:3: nothing says what to look for. `any` holds phrases, one a line.",
    ),
    "a slip in a phrase": (
        rule("aa", "foo (bar"),
        "9:12: `(` is never closed. `)` closes it.",
    ),
    "a phrase broken in two": (
        rule("aa", "|\n    foo ...\n    [<word>] bar\n    [<word>] <end>"),
        "10:5: `...` is the last part. It stands between words.",
    ),
    "a phrase that needs no word": (
        rule("aa", "|\n    foo [<word>] bar\n    [<word>] <word> <end>"),
        "11:5: no word has to stand in this phrase. "
        "One must; a phrase goes on in the next line where that is set in.",
    ),
    "a slip in a block of phrases": (
        rule("aa", "|\n    foo\n    # a comment\n    foo [bar"),
        "12:9: `[` is never closed. `]` closes it.",
    ),
    "a slip in a block that is set in further": (
        rule(
            "aa",
            check=checks("pattern", "any: |", "      foo", "      a <lst> b", "lists: {list: [x]}"),
        ),
        "11:12: no list is called `lst`. Perhaps `list`?",
    ),
    "a slip in another field": (
        rule("aa", check=checks("pattern", "any: foo", "senses: |", "  foo", "  truly bar")),
        "12:5: `truly` is set aside when a draft is read. Leave it out.",
    ),
    "a slip in raised-by": (
        rule("aa", raised_by="foo <ba>"),
        "7:17: no list is called `ba`.",
    ),
    "a slip in a list": (
        rule("aa", check=checks("pattern", "any: foo <x>", "lists:", "  x: [a, 'b (c']")),
        "11:15: `(` is never closed. `)` closes it.",
    ),
    "an unknown list": (
        rule("aa", check=checks("pattern", "any: as <titel>", "lists: {title: [ally]}")),
        "9:12: no list is called `titel`. Perhaps `title`?",
    ),
    "a regex with capital letters": (
        rule("aa", check=checks("pattern", "regex: ['foo', 'as (?:an )?Ally']")),
        "9:30: no draft reads `Ally` once it is folded. Write `ally`.",
    ),
    "a regex that the fold would change": (
        rule("aa", check=checks("pattern", "regex: ['^i am$']")),
        "9:13: no draft reads `i am` once it is folded. Write `i'm`.",
    ),
    "a regex with too many repeats": (
        rule("aa", check=checks("pattern", "regex: ['(?:a{99}){99}']")),
        "9:21: the repeats come to more than 1,000.",
    ),
    "a regex that is too deep": (
        rule("aa", check=checks("pattern", f"regex: ['{'(?:' * 51}a{')' * 51}']")),
        "9:12: the parentheses are 51 deep. 50 is the most.",
    ),
    "a regex that is too long": (
        rule("aa", check=checks("pattern", f"regex: ['{'a|' * 2500}a']")),
        "9:12: this pattern is longer than 5,000 characters.",
    ),
    "a regex that is never closed": (
        rule("aa", check=checks("pattern", "regex:", "  - 'foo (bar'")),
        "10:16: this can't be read as a pattern: missing ).",
    ),
    "a regex with an unknown property": (
        rule("aa", check=checks("pattern", r"regex: ['\p{Foo}']")),
        "9:19: this can't be read as a pattern: unknown property.",
    ),
    "a regex that needs no words": (
        rule("aa", check=checks("pattern", "regex: ['(?:foo)?']")),
        "9:12: this pattern needs no words: it matches where nothing stands.",
    ),
    "an id that is not the file's name": (
        rule("bb"),
        "1:5: the id is `bb`, the file's name is `aa`. They are the same word.",
    ),
    "a message with an unknown field": (
        rule("aa", message="'\"{quot}\" can land so.'"),
        "4:10: `{quot}` stands for nothing. `{quote}` does.",
    ),
    "a try with an unknown field": (
        rule("aa", **{"try": "End at {}."}),
        "6:6: `{}` stands for nothing. `{quote}` does.",
    ),
    "an unknown because": (
        rule("aa", examples="\n  flag: []\n  pass:\n    - text: foo bar\n      because: qouted"),
        "14:16: `because` is `qouted`. There are: aspired, blockquote, denied, given, other, "
        "other-sense, own-hurt, owned, quoted, reported, supposed, taught. Perhaps `quoted`?",
    ),
    "an unknown row that is not to clear it": (
        rule("aa", not_cleared_by="[denyed]"),
        "7:18: item 1 of `not-cleared-by` is `denyed`. There are: aspired, blockquote, denied, given, "
        "other-sense, own-hurt, owned, quoted, reported, supposed, taught. Perhaps `denied`?",
    ),
    "a flag without a quote": (
        rule("aa", examples="\n  flag:\n    - text: foo bar\n  pass: []"),
        "12:7: the key `quote` is missing. It could be a word or text.",
    ),
    "an empty file": ("", "1:1: the file is empty."),
    "no YAML": (
        "id: aa\ntitle: a: b\n",
        "2:9: this can't be read as YAML: mapping values are not "
        "allowed in this context. Put a text with a colon in quotes.",
    ),
}


def test_a_check_that_says_no_kind_is_a_pattern() -> None:
    made = read_rule(rule("aa", check="\n  any: foo"), "fam/aa.yaml", "fam")
    assert [way.check.looked_for.first("a foo") for way in made.ways] == ["foo"]


@pytest.mark.parametrize(("text", "said"), BROKEN.values(), ids=BROKEN.keys())
def test_a_mistake_is_told_at_its_place(text: str, said: str) -> None:
    with pytest.raises(AllylintError) as caught:
        read_rule(text, "rules/fam/aa.yaml", "fam")
    assert str(caught.value) == f"rules/fam/aa.yaml:{said}"


@pytest.mark.parametrize("id", ["Aa", "a_a", "1a", "a--a", "-a", "a b"])
def test_an_id_is_small_words_joined_by_hyphens(id: str) -> None:
    with pytest.raises(AllylintError, match=f"1:5: `{id}` is no id. Small letters, joined by `-`."):
        read_rule(rule(id), f"fam/{id}.yaml", "fam")
