"""What of the writer's own sentence could stand alone: offered, never applied.

"I'm sorry I interrupted you, but it was late" could end before its "but"; "As an ally, I think
the talk was fine" could start after its comma.
"""

import re
from typing import NamedTuple

from allylint.lazily import lazily
from allylint.model import Span
from allylint.reading import Paragraph
from allylint.rule import Saying

_FEWEST, _MOST = 3, 160
_FAR = 4 * _MOST
"""Characters of folded text beyond which no offer could be short enough."""
_JOIN = lazily(r"[\s,;:.!…—–-]*(?:[,;:.!…—–-]\s*|\b(?:but|so|however|yet)\b[\s,]*)", re.IGNORECASE)
_BEGUN = lazily(r"(?:[,;:.!…—–]\s*|\b(?:but|so|however|yet)\W*)$", re.IGNORECASE)
_HALF = lazily(r"(?:and|or|nor|who|which|that|because|if|when|than|to|of|for|with|as|not)\b", re.I)
_DANGLING = lazily(r"[\s,;:—–-]*(?:\b(?:and|but|so|because|that)\b)?[\s,;:—–-]*$", re.IGNORECASE)
_FIRST = lazily(r"\s*[^\w\s]*\w")


class Offer(NamedTuple):
    """A shorter version, and the span of the paragraph's folded text that it keeps."""

    text: str
    span: Span


def offer(saying: Saying, paragraph: Paragraph, match: Span) -> Offer | None:
    """The part of the match's sentence that the rule would keep, where it reads as a sentence."""
    if not saying.offer:
        return None
    sentence = paragraph.sentences[paragraph.sentence_at(match.start)]
    if saying.offer == "after":
        return _after(paragraph, sentence, match)
    return _before(paragraph, sentence, match, saying)


def _after(paragraph: Paragraph, sentence: Span, match: Span) -> Offer | None:
    text = paragraph.folded.text
    join = _JOIN.match(text, match.end, sentence.end)
    if not join and not _BEGUN.search(text, max(sentence.start, match.end - 9), match.end):
        return None
    kept = Span(join.end() if join else match.end, sentence.end)
    if _HALF.match(text, kept.start) or kept.end - kept.start > _FAR:
        return None
    begins = _FIRST.match(
        paragraph.block.prose, paragraph.prose(sentence.start, sentence.start + 1).start
    )
    words = _prose(paragraph, kept)
    if begins and begins[0][-1].isupper():
        words = words[:1].upper() + words[1:]
    return _worth(words, kept)


def _before(paragraph: Paragraph, sentence: Span, match: Span, saying: Saying) -> Offer | None:
    text = paragraph.folded.text
    far = min(sentence.end, sentence.start + _FAR)
    cuts = [found.start + match.start for found in saying.cut.find(text[match.start : far])]
    if match.start > far or (far < sentence.end and not cuts):
        return None
    kept = Span(sentence.start, min(cuts, default=match.start))
    words = _DANGLING.sub("", _prose(paragraph, kept))
    return _worth(words and words + ".", kept, fewest=2)


def _prose(paragraph: Paragraph, span: Span) -> str:
    return " ".join(paragraph.block.prose[slice(*paragraph.prose(*span))].split())


def _worth(words: str, span: Span, fewest: int = _FEWEST) -> Offer | None:
    """It, unless it holds code, is too long to quote or too short to say anything."""
    if "\x1a" in words or len(words) > _MOST or len(words.split()) < fewest:
        return None
    return Offer(words, span)
