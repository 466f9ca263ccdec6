import re
from typing import Annotated, Literal

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allylint.errors import AllylintError
from allylint.places import Places
from allylint.yamlfile import load


class Near(msgspec.Struct, tag="near", tag_field="kind", forbid_unknown_fields=True):
    words: list[str]
    within: int = 3


class Stack(msgspec.Struct, tag="stack", tag_field="kind", forbid_unknown_fields=True):
    top: Literal["first", "last"]


class Shape(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    title: str
    level: Literal["suggestion", "hint"] = "hint"
    fine_when: str = ""
    check: Near | Stack | list[Near | Stack] = []
    lists: dict[str, list[str]] = {}
    short: Annotated[str, msgspec.Meta(max_length=4)] = ""
    loud: bool = False


def read(text: str) -> Shape:
    return load(text, "r.yaml", Shape)[0]


def places(text: str) -> Places:
    return load(text, "r.yaml", dict[str, str])[1]


def test_scalars_stay_words() -> None:
    shape = read("title: no\nlists: {odd: [on, 1.10, yes, 12:30, null, ~]}")
    assert (shape.title, shape.lists["odd"]) == ("no", ["on", "1.10", "yes", "12:30", "null", "~"])


def test_kebab_keys_are_read() -> None:
    assert read("title: a\nfine-when: b").fine_when == "b"


def test_numbers_and_booleans_are_read_where_the_shape_wants_them() -> None:
    shape = read("title: a\nloud: true\ncheck: {kind: near, words: [a], within: 5}")
    assert (shape.loud, shape.check) == (True, Near(["a"], 5))


def test_one_struct_or_a_list_of_them() -> None:
    assert read("title: a\ncheck: [{kind: stack, top: last}]").check == [Stack("last")]


MISTAKES = {
    "unknown key, near one": (
        "titel: a",
        "1:1: no key is called `titel`. Perhaps `title`?",
    ),
    "unknown key, near none": (
        "title: a\ncheck:\n  kind: stack\n  top: last\n  zzz: b",
        "5:3: no key is called `zzz`. There are: top.",
    ),
    "missing key": (
        "level: hint",
        "1:1: the key `title` is missing. It could be a word or text.",
    ),
    "list for a choice": (
        "title: a\nlevel: [hint]",
        "2:8: `level` is a list; it could be `hint`, `suggestion`.",
    ),
    "list for a text": ("title: [a]", "1:8: `title` is a list; it could be a word or text."),
    "mapping in a list": (
        "title: a\nlists:\n  x:\n    - a\n    - b: c",
        "5:7: item 2 of `x` is a mapping; it could be a word or text.",
    ),
    "text for a number": (
        "title: a\ncheck: {kind: near, words: [], within: few}",
        "2:40: `within` is `few`; it could be a whole number.",
    ),
    "yes for true": ("title: a\nloud: yes", "2:7: `loud` is `yes`; it could be `true` or `false`."),
    "an open quote": (
        "title: 'a\nlists: {b: ['c']}",
        "1:8: the ' that opens here is not closed in its line. "
        "Close it, or write it twice where it is a letter.",
    ),
    "an open double quote": (
        'title: "a\nlists: {b: [c]}',
        '1:8: the " that opens here is not closed in its line. '
        'Close it, or write \\" where it is a letter.',
    ),
    "an apostrophe": (
        "title: 'it isn't'",
        "1:16: a ' within '…' ends the text. Write it twice where it is a letter: isn''t.",
    ),
    "a tab": ("title: a\nlists:\n\tb: [c]", "3:1: a tab stands here. Indent with blanks."),
    "an open list": (
        "title: a\nlists: {b: [c}",
        "2:14: this can't be read as YAML: did not find expected ',' or ']'. "
        "A list ends with `]`, and commas stand between its items.",
    ),
    "empty for a mapping": ("title: a\nlists:", "2:7: `lists` is empty; it could be a mapping."),
    "value outside its choices": (
        "title: a\nlevel: hnt",
        "2:8: `level` is `hnt`. There are: hint, suggestion. Perhaps `hint`?",
    ),
    "unknown tag": (
        "title: a\ncheck:\n- kind: stak",
        "3:9: `kind` is `stak`. There are: near, stack. Perhaps `stack`?",
    ),
    "missing tag": (
        "title: a\ncheck: {top: last}",
        "2:8: the key `kind` is missing. There are: near, stack.",
    ),
    "list for a tag": (
        "title: a\ncheck: {kind: [near]}",
        "2:15: `kind` is a list. There are: near, stack.",
    ),
    "a bound of the shape": ("title: a\nshort: longer", "2:8: Expected `str` of length <= 4."),
    "key twice": ("title: a\ntitle: b", "2:1: the key `title` stands twice; first on line 1."),
    "key twice, deeper": (
        "title: a\nlists:\n  x: [a]\n  x: [b]",
        "4:3: the key `x` stands twice; first on line 3.",
    ),
    "list as a key": (
        "? [a]\n: b",
        "1:3: this key is a list or a mapping; it could be a word.",
    ),
    "empty": ("", "1:1: the file is empty."),
    "comments alone": ("# soon\n", "1:1: the file is empty."),
    "list": ("- a", "1:1: the file is a list; it could be a mapping with `title`."),
    "text": ("a", "1:1: the file is `a`; it could be a mapping with `title`."),
    "two documents": (
        "title: a\n---\ntitle: b",
        "2:1: a second document starts here. Give it its own file.",
    ),
    "alias": ("title: *a", "1:8: `*a` is an alias. Write the value itself."),
    "anchor": ("title: &a b", "1:8: `&a` is an alias. Write the value itself."),
    "tag": (
        "title: !!python/object:os.system ls",
        "1:8: `!!python/object:os.system` is a tag. Write the value alone.",
    ),
    "colon in a text": (
        "title: a: b",
        "1:9: this can't be read as YAML: mapping values are not allowed in this context. "
        "Put a text with a colon in quotes.",
    ),
    "a long tag is cut short": (
        f"title: {'!' + 'a' * 99}",
        f"1:8: `!{'a' * 39}…` is a tag. Write the value alone.",
    ),
    "control character": ("title: a\x01", "1:9: the character U+0001 can't stand in YAML."),
    "lone surrogate": ("title: \ud800", "1:8: the character U+D800 can't stand in YAML."),
    "too deep": ("[" * 200_000, "1:51: this stands more than 50 levels deep."),
    "too deep, in blocks": ("- " * 200_000, "1:101: this stands more than 50 levels deep."),
    "too long": ("title: " + "a" * 1_000_000, "1:1: the file is longer than a million characters."),
}


@pytest.mark.parametrize(("text", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_placed_and_named(text: str, said: str) -> None:
    with pytest.raises(AllylintError) as caught:
        read(text)
    assert str(caught.value) == f"r.yaml:{said}"


INSIDE = {
    "plain": ("a: word", 0, 3, "1:6"),
    "single quotes": ("a: 'word'", 0, 3, "1:7"),
    "a doubled quote is one character": ("a: 'it''s so'", 0, 6, "1:11"),
    "an escape is one character": ('a: "\\u00e9\\n!"', 0, 3, "1:13"),
    "block": ("a: |\n  first\n  second\n", 2, 4, "3:6"),
    "block, after its own empty line": ("a: |\n\n  second\n", 2, 1, "3:3"),
    "block with a comment": ("a: |  # so\n    first\n", 1, 1, "2:5"),
    "block with an indentation of its own": ("a: |2\n    first\n", 1, 3, "2:5"),
    "folded": ("a: >-\n  one\n  two\n", 2, 1, "3:3"),
    "no place inside": ("a: |\n  one\n", 0, 0, "1:4"),
    "several lines in quotes": ("a: 'one\n  two'", 0, 6, "1:4"),
}


@pytest.mark.parametrize(("text", "line", "column", "at"), INSIDE.values(), ids=INSIDE.keys())
def test_a_place_inside_of_a_value_is_the_files(text: str, line: int, column: int, at: str) -> None:
    assert places(text).error(["a"], "x", line=line, column=column).where == f"r.yaml:{at}"


def test_a_key_has_a_place_of_its_own() -> None:
    assert places("a: b\nc:   d").error(["c"], "x", key=True).where == "r.yaml:2:1"


def test_what_does_not_stand_there_is_placed_at_what_holds_it() -> None:
    _, found = load("a:\n  b: c", "r.yaml", dict[str, dict[str, str]])
    assert found.error(["a", "z", 3], "x").where == "r.yaml:2:3"


YAMLISH = st.text(st.sampled_from("ab:-[]{}'\"|>&*!?#%@`,. \t\n\r\x85\u2028é\ufeff\ud800\x00"))


@given(st.text() | YAMLISH | YAMLISH.map("title: {}".format) | YAMLISH.map("title: a\n{}".format))
@example("title: a\ncheck: {kind: {}}")
@example("{}: {}")
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    where = "r.yaml:1:1"
    try:
        read(text)
    except AllylintError as error:
        where = error.where
    assert re.fullmatch(r"r\.yaml:[1-9]\d*:[1-9]\d*", where)


@given(st.text("ab '\\\"é:#", min_size=1), st.sampled_from(["'", '"', "|"]), st.data())
def test_each_character_of_a_value_is_found_in_the_file(
    value: str, style: str, data: st.DataObject
) -> None:
    quoted = {
        "'": "'" + value.replace("'", "''") + "'",
        '"': '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"',
        "|": f"|1-\n  {value}",
    }[style]
    text = f"a: {quoted}"
    shape, found = load(text, "r.yaml", dict[str, str])
    column = data.draw(st.integers(1, len(shape["a"])))
    line, at = map(int, found.error(["a"], "x", column=column).where.split(":")[1:])
    start = text.splitlines()[line - 1][at - 1 :]
    escaped = {"'": {"'"}, '"': {"\\", '"'}}.get(style, set())
    expected = shape["a"][column - 1]
    assert start[1 if expected in escaped else 0] == expected
