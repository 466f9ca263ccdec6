"""The rule file that `allylint new` starts: one that works, with a line of help for each part."""

import os
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from allylint.errors import AllylintError
from allylint.files import write_new
from allylint.nodes import Word
from allylint.notation import said
from allylint.phrases import PhraseError, parse_phrases
from allylint.rulefolder import OWN

_TEXT = """\
id: {id}   # the same as the file's name
title: {title}   # what was found, in up to 8 words
level: hint   # suggestion, once you know that it is right 9 times in 10
sources: []   # who argued for it

# What the words may do to their reader, as a possibility: up to 14 words. {{quote}} is what was found.
message: {message}
# What that does, in up to 40 words.
why: {why}
# One small thing to do now, in up to 25 words.
try: {try_}
# The best case against this rule, in up to 30 words.
fine-when: {fine_when}

check:
  # Words that phrases name as <list>: say <manual> for any of these.
  lists:
    manual: [manual, docs, documentation, faq, wiki]
  # Phrases, one a line: (this | that), [what may be left out], <a list>, ... up to three words between,
  # apologiz* any ending, <start> and <end> of a sentence. "I am", "I'm" and "im" are one.
  any: |
{phrases}

# Its tests, and its documentation: first see them fail, then write the phrase.
examples:
  flag:   # drafts that are reported, and the words that are to be underlined
{flags}
  pass:   # near misses: as many, in nearly the same words
    - text: {quotation}
      because: quoted   # or reported, denied, taught, other-sense …; `other` where nothing is matched
    - text: {near}
      because: other
"""
_PHRASES = ("(just | please) read the [fine] <manual>",
            "(rtfm | have you (even | actually) read the <manual>)")  # fmt: skip
_LISTS = {"manual": ["docs", "manual"]}


class Wish(NamedTuple):
    """What somebody wants a rule for; what is left out is an example to write over."""

    phrases: tuple[str, ...] = ()
    message: str = ""
    try_: str = ""


_EXAMPLE = {
    "title": "Telling somebody to read the manual",
    "message": '"{quote}" can sound like: you should have known.',
    "why": "Who asks has often read it and not found it. The answer says that the question was not welcome.",
    "try_": "Link the page, or the line of it that answers.",
    "fine_when": "The manual is what they asked for.",
    "near": "I have read the manual twice now.",
}
_TO_WRITE = {
    "title": "Words that we would rather do without",
    "message": '"{quote}" can … (say here how these words can land).',
    "why": "Say here what that may do to somebody who reads it.",
    "try_": "Say here what they could write instead.",
    "fine_when": "Say here when these words are fine.",
    "near": "Here stand nearly the same words, where they are fine.",
}


def rule_text(id: str, wish: Wish) -> str:
    """A rule file that works, with a line of help for each part. Raises AllylintError for a slip."""
    given = [line.strip() for text in wish.phrases for line in text.splitlines() if line.strip()]
    asked = {"message": wish.message, "try_": wish.try_}
    words = (_TO_WRITE if given else _EXAMPLE) | {key: text for key, text in asked.items() if text}
    phrases = given or _PHRASES
    quotes = _drafts(phrases)
    flags = (f"    - text: {_quoted(f'{each}.')}\n      quote: {_quoted(each)}" for each in quotes)
    quoted = {name: _quoted(text) for name, text in words.items()}
    return _TEXT.format(
        id=id, phrases="\n".join(f"    {phrase}" for phrase in phrases), flags="\n".join(flags),
        quotation=_quoted(f"“{quotes[0]}” is no answer."), **quoted,
    )  # fmt: skip


def unwritten(texts: Iterable[str]) -> int:
    """How many of a rule's texts are still those that stand there to be written over."""
    ours = set(_TO_WRITE.values())
    return sum(text in ours for text in texts)


def _quoted(text: str) -> str:
    """A text as YAML has it, in the quotes that leave it readable."""
    text = " ".join(text.split())
    return f"'{text.replace(chr(39), chr(39) * 2)}'" if '"' in text else f'"{text}"'


def _drafts(phrases: Sequence[str]) -> list[str]:
    """What each phrase might find first. Raises AllylintError for a slip in one."""
    lists = {name: tuple((Word(item),) for item in items) for name, items in _LISTS.items()}
    drafts = []
    for text in phrases:
        try:
            (phrase,) = parse_phrases(text, frozenset(_LISTS))
        except PhraseError as slip:
            raise AllylintError("--phrase", f"`{text}`: {slip.what}", slip.instead) from None
        said_first = said(phrase, lists, most=1)[0]
        said_first = re.sub(r"\bi\b", "I", said_first)
        drafts.append(said_first[:1].upper() + said_first[1:])
    return drafts


def write_rule(id: str, folders: Sequence[str] = (), wish: Wish = Wish()) -> str:  # noqa: B008
    """Start a rule file in the first of the folders. Gives its path. Raises AllylintError."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", id):
        raise AllylintError("new", f"`{id}` is no name of a rule.", "Small letters, joined by `-`.")
    path = os.path.join(os.path.relpath(folders[0]) if folders else OWN, f"{id}.yaml")
    write_new(path, rule_text(id, wish))
    return path
