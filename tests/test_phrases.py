"""The notation of phrases: what each part finds, what it leaves, and how a slip is told."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allylint.fold import fold
from allylint.phrases import PhraseError, parse_phrases
from allylint.search import Search
from allylint.tokens import Tokens
from allylint.vocabulary import Misspelt, Vocabulary

WORDS = Vocabulary({"title": ["ally", "(male | man) feminist"], "a": ["a", "an"]})
NAMES = frozenset({"title", "a"})


def found(phrase: str, text: str) -> list[str]:
    """What a phrase finds in a draft, as folded."""
    return [hit.words for hit in WORDS.phrases(phrase, ("any",)).find(fold(text).text)]


FINDS = {
    "words": ("calm down", "Please calm down now", "calm down"),
    "words, whatever the case": ("Calm Down", "CALM down", "calm down"),
    "words over a line break": ("calm down", "calm\ndown", "calm down"),
    "words with a comma between": ("sorry if", "sorry, if so", "sorry, if"),
    "words with a quotation mark between": ("calm down", 'a "calm" down', 'calm" down'),
    "words with an adverb set aside": ("I'm sorry", "I'm truly, honestly sorry", "i'm sorry"),
    "a full form for a short one": ("I'm sorry", "I am sorry", "i'm sorry"),
    "a short form for a full one": ("I am sorry", "im sorry", "i'm sorry"),
    "a negation written apart": ("don't mind", "I do not mind", "don't mind"),
    "an auxiliary after a slot": ("<title> is here", "an ally's here", "ally's here"),
    "a British spelling": ("apologize for", "I apologise for it", "apologize for"),
    "the first alternative": ("(this | that) one", "this one", "this one"),
    "the other alternative": ("(this | that) one", "that one", "that one"),
    "an alternative of several words": ("(a lot | many) of", "a lot of", "a lot of"),
    "what may be left out, there": ("as [an] ally", "as an ally", "as an ally"),
    "what may be left out, gone": ("as [an] ally", "as ally", "as ally"),
    "an optional alternative": ("as [a | an] ally", "as an ally", "as an ally"),
    "an option at the end": ("calm down [now]", "calm down now", "calm down now"),
    "an option at the start": ("[please] calm down", "please calm down", "please calm down"),
    "a list's word": ("as an <title>", "as an ally", "as an ally"),
    "a list's phrase": ("as a <title>", "as a male feminist", "as a male feminist"),
    "any ending": ("apologiz*", "she apologized", "apologized"),
    "no ending": ("apolog*", "an apolog", "apolog"),
    "no word between": ("sorry ... you", "sorry you", "sorry you"),
    "three words between": ("sorry ... you", "sorry that all of you", "sorry that all of you"),
    "the start of a sentence": ("<start> sorry", "Sorry, that.", "sorry"),
    "the start after a lead-in": ("<start> sorry", "well, sorry then", "sorry"),
    "the end of a sentence": ("sorry <end>", "I'm sorry.", "sorry"),
    "any word": ("as a <word> ally", "as a proud ally", "as a proud ally"),
    "any word that ends so": ("was *ing", "he was walking", "was walking"),
    "none of a list": ("as <!title> [an] <word>", "as an ally", "as an ally"),
    "none of a list, at the end": ("as <!title>", "say it as.", "as"),
    "a colon, one of several": ("sorry (, | :) (we | you)", "sorry: we", "sorry: we"),
    "a comma that has to stand": ("sorry, but", "sorry, but no", "sorry, but"),
    "a question mark": ("really?", "Oh, really?", "really?"),
    "a hyphen": ("card-carrying", "a card-carrying member", "card-carrying"),
}


@pytest.mark.parametrize(("phrase", "text", "hit"), FINDS.values(), ids=FINDS.keys())
def test_a_phrase_finds(phrase: str, text: str, hit: str) -> None:
    assert found(phrase, text) == [hit]


LEAVES = {
    "a part of a word": ("all", "ally"),
    "a word that goes on": ("calm down", "calm downtown"),
    "a word after a hyphen": ("ally", "non-ally"),
    "a word before a hyphen": ("ally", "ally-ship"),
    "words over a full stop": ("calm down", "Stay calm. Down there"),
    "words over a question mark": ("sorry if", "Sorry? If so"),
    "another word between": ("calm down", "calm it down"),
    "no alternative": ("(this | that) one", "which one"),
    "a word that is not on the list": ("as an <title>", "as an actor"),
    "an ending before the stem": ("apologiz*", "unapologizing"),
    "four words between": ("sorry ... you", "sorry that each one of you"),
    "a comma among the words between": ("sorry ... you", "sorry, he said; you"),
    "the middle of a sentence": ("<start> sorry", "I feel sorry"),
    "a sentence that goes on": ("sorry <end>", "sorry about that"),
    "an ending for a word": ("was *ing", "he was ing"),
    "an ending that goes on": ("was *ing", "it was things"),
    "one of a list where none may stand": ("as <!title> <word>", "as ally he"),
    "a stop for any word": ("as a <word> ally", "as a . ally"),
    "no comma where one has to stand": ("sorry, but", "sorry but no"),
}


@pytest.mark.parametrize(("phrase", "text"), LEAVES.values(), ids=LEAVES.keys())
def test_a_phrase_leaves(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


def test_each_line_is_a_phrase_and_comments_are_none() -> None:
    assert len(list(parse_phrases("one\n\n  # a comment\ntwo\n", NAMES))) == 2


def test_a_hashtag_is_no_comment() -> None:
    assert found("#shecodedally", "so #shecodedally") == ["#shecodedally"]


def test_what_may_be_left_out_is_known_as_open() -> None:
    phrases = WORDS.phrases("I'm [not] an ally", ("any",))
    hit = next(phrases.find(text := "i'm not an ally"))
    assert [text[slice(*each)] for each in hit.open] == ["not"]


SLIPS = {
    "unknown list": ("as an <titel>", 1, 8, "no list is called `titel`.", "Perhaps `title`?"),
    "unknown list, near none": ("as <zzz>", 1, 5, "no list is called `zzz`.", ""),
    "none of no list": ("as <!titel>", 1, 6, "no list is called `titel`.", "Perhaps `title`?"),
    "none of what is no list": ("as <!word>", 1, 6, "no list is called `word`.", ""),
    "nothing but what may not stand": (
        "<!title>",
        1,
        1,
        "every part of this phrase may be left out.",
        "One must stand.",
    ),
    "a built-in, misspelt": ("<strat> as", 1, 2, "no list is called `strat`.", "Perhaps `start`?"),
    "on a later line": ("fine\n  as <titl>", 2, 7, "no list is called `titl`.", "Perhaps `title`?"),
    "never closed": ("as (a | an ally", 1, 4, "`(` is never closed.", "`)` closes it."),
    "closed by another": ("as (a | an] ally", 1, 4, "`(` is never closed.", "`)` closes it."),
    "an option never closed": ("as [a ally", 1, 4, "`[` is never closed.", "`]` closes it."),
    "never opened": (
        "as a) b",
        1,
        5,
        "`)` has no partner before it.",
        "Alternatives stand in ( ).",
    ),
    "a bar alone": ("a | b", 1, 3, "`|` has no partner before it.", "Alternatives stand in ( )."),
    "an empty alternative": (
        "as (a | ) b",
        1,
        4,
        "one of the alternatives is empty.",
        "`[ ]` is for what may be left out.",
    ),
    "nothing that must stand": (
        "[a] [b]",
        1,
        1,
        "every part of this phrase may be left out.",
        "One must stand.",
    ),
    "a gap first": ("... sorry", 1, 1, "`...` is the first part.", "It stands between words."),
    "a gap last": ("sorry ...", 1, 1, "`...` is the last part.", "It stands between words."),
    "a star alone": (
        "as * b",
        1,
        4,
        "`*` can't be read here.",
        "It ends a word (`apologiz*`) or stands for its letters (`f***ing`).",
    ),
    "an adverb that the fold sets aside": (
        "I'm truly sorry",
        1,
        5,
        "`truly` is set aside when a draft is read.",
        "Leave it out.",
    ),
    "a stem that drafts never have": (
        "apologis*",
        1,
        1,
        "drafts are read with `apologize` for `apologise`.",
        "Write `apologiz*`.",
    ),
}


@pytest.mark.parametrize(
    ("text", "line", "column", "what", "instead"), SLIPS.values(), ids=SLIPS.keys()
)
def test_a_slip_says(text: str, line: int, column: int, what: str, instead: str) -> None:
    with pytest.raises(PhraseError) as caught:
        list(parse_phrases(text, NAMES))
    slip = caught.value
    assert (slip.line, slip.column, slip.what, slip.instead) == (line, column, what, instead)


LINES = {
    "one a line": ("foo bar\nbaz", [2, 1]),
    "an open bracket": ("foo (bar\n| baz)\nqux", [2, 1]),
    "a line that is set in": ("foo\n  bar\n  baz\nqux", [3, 1]),
    "lines that are all set in": ("  foo\n  bar", [1, 1]),
    "an empty line between": ("foo\n\n  bar", [1, 1]),
    "a comment between": ("foo (bar\n# so\n| baz)", [2]),
}


@pytest.mark.parametrize(("text", "sizes"), LINES.values(), ids=LINES.keys())
def test_a_phrase_takes(text: str, sizes: list[int]) -> None:
    assert [len(phrase) for phrase in parse_phrases(text, NAMES)] == sizes


SAID = {
    "stars for letters": ("read the f***ing manual", "Read the f***ing manual!", True),
    "other stars": ("read the f***ing manual", "Read the f**ing manual!", False),
    "stars at the end": ("s*** happens", "S*** happens.", True),
    "letters with dots": ("r.t.f.m.", "Just R.T.F.M. please", True),
    "sentences": ("a b", "That was a. B came.", False),
    "marks in a row": ("answer me !!!", "ANSWER ME!!!!", True),
    "fewer marks": ("answer me !!!", "Answer me! Now!!", False),
    "mixed marks": ("what ?!", "What?!", True),
}


@pytest.mark.parametrize(("phrase", "text", "found"), SAID.values(), ids=SAID.keys())
def test_a_phrase_says_stars_and_marks_as_people_type_them(
    phrase: str, text: str, found: bool
) -> None:
    phrases = Vocabulary({}).phrases(phrase, ("any",))
    assert bool(phrases.first(fold(text).text)) == found


def test_marks_alone_are_no_company() -> None:
    with pytest.raises(Misspelt):
        Vocabulary({}).phrases("!!!", ("near",))


def test_what_follows_a_number_sign_among_blanks_is_a_comment() -> None:
    text = "foo bar # so\n# all of it\n  #\n#tag\nbaz #"
    assert [len(phrase) for phrase in parse_phrases(text, NAMES)] == [2, 1, 1]


LISTS = {
    "an unknown list in an item": ({"a": ["<b>"]}, ("lists", "a", 0), "no list is called `b`."),
    "a list that holds itself": ({"a": ["x <a>"]}, ("lists", "a"), "the list `a` holds itself."),
    "lists that go round": (
        {"a": ["<b>"], "b": ["(x | <a>)"]},
        ("lists", "a"),
        "the list `a` holds itself.",
    ),
    "lists that stand too deep": (
        {f"a{at}": [f"<a{at + 1}>"] for at in range(2000)} | {"a2000": ["x"]},
        ("lists", "a0"),
        "lists stand more than 20 levels deep here.",
    ),
    "deep lists, the innermost first": (
        {"a0": ["x"]} | {f"a{at + 1}": [f"<a{at}>"] for at in range(30)},
        ("lists", "a21"),
        "lists stand more than 20 levels deep here.",
    ),
    "an empty list": ({"a": []}, ("lists", "a"), "this list is empty."),
    "an empty item": ({"a": ["x", ""]}, ("lists", "a", 1), "this word is empty."),
}


@pytest.mark.parametrize(("lists", "path", "what"), LISTS.values(), ids=LISTS.keys())
def test_a_list_with_a_slip_says(
    lists: dict[str, list[str]], path: tuple[str | int, ...], what: str
) -> None:
    with pytest.raises(Misspelt) as caught:
        Vocabulary(lists)
    assert (caught.value.path, caught.value.slip.what) == (path, what)


@pytest.mark.parametrize("item", ["<X> <X>", "<X> ... <X>", "(<X> | <X> too)"])
def test_lists_that_name_the_next_one_twice_are_made_and_looked_for_in_no_time(item: str) -> None:
    lists = {f"a{at}": [item.replace("X", f"a{at + 1}")] for at in range(19)}
    vocabulary = Vocabulary({**lists, "a19": ["zebra", "ox"]})
    phrases = vocabulary.phrases("gnu <a0>", ("any",))
    assert phrases.needs[0][0]


PHRASEY = st.lists(
    st.sampled_from(
        "as an ally I'm don't cannot won't it's sorry truly apologiz* * ... ( ) [ ] | , . ? <title> "
        "<a> <start> <end> <word> <titel> < > # e.g. é ’ — 'd not will can is \n \u2028".split(" ")
    ),
    max_size=12,
).map(" ".join)


@given(st.text() | PHRASEY)
@example("(" * 5000)
@example("won't can't *")
@example("a.b.c*")
@example("ﬁ* İ*")
@example("\ud800 \x00")
def test_any_text_is_phrases_that_can_be_looked_for_or_a_slip_at_a_place(text: str) -> None:
    lines = text.splitlines()
    placed = True
    try:
        for phrase in parse_phrases(text, NAMES):
            list(Search(WORDS._tables.program(phrase), 9).find(Tokens(text.lower())))
    except PhraseError as slip:
        placed = 1 <= slip.column <= len(lines[slip.line - 1])
    assert placed


@pytest.mark.parametrize("phrase", ["(talk* to | see) you", "[talk* to] you", "<talk> you"])
def test_an_alternative_that_begins_with_any_ending_may_go_on(phrase: str) -> None:
    words = Vocabulary({"talk": ["talk* to", "see"]})
    [match] = words.phrases(phrase, ("any",)).find("i was talking to you")
    assert match.words == "talking to you"


def test_a_start_may_be_one_of_several() -> None:
    assert found("(<start> | but) ally here", "Ally here.") == ["ally here"]


def test_a_list_may_not_take_a_name_that_has_a_meaning() -> None:
    with pytest.raises(Misspelt, match="meaning of its own"):
        Vocabulary({"end": ["stop"]})


def test_words_joined_by_slashes_are_any_one_word() -> None:
    assert found("a <word> ally", "a straight/white/cis ally") == ["a straight/white/cis ally"]


def test_a_denial_may_follow_an_alternative() -> None:
    assert found("(I have | we have) not seen", "I haven't seen it") == ["i haven't seen"]


def test_a_phrase_does_not_end_within_a_word() -> None:
    assert found("I do", "I don't") == []


def test_a_gap_does_not_pass_over_a_denial() -> None:
    assert found("you're ... overreacting", "you are not overreacting") == []


def test_a_phrase_goes_on_while_a_bracket_is_open() -> None:
    split = "(calm\n  | settle) down\nplease"
    assert list(parse_phrases(split, frozenset())) == list(
        parse_phrases("(calm | settle) down\nplease", frozenset())
    )


def test_a_slip_in_a_later_line_of_a_phrase_is_placed_there() -> None:
    with pytest.raises(PhraseError) as slip:
        list(parse_phrases("please\n(calm\n  | <settle>) down", frozenset()))
    assert (slip.value.line, slip.value.column) == (3, 6)
