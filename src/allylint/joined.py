"""Words that may have run together with the one before: `I'm`, `don't`, `won't`."""

import re
from functools import lru_cache

JOINED = {
    "am": "'m", "are": "'re", "is": "'s", "has": "'s", "have": "'ve", "will": "'ll", "would": "'d",
    "had": "'d", "not": "n't", "'s": "'s", "'d": "'d", "us": "'s",
}  # fmt: skip
APART = {
    "'s": "(?:is|has)",
    "'d": "(?:would|had)",
    "will": "(?:will|wo(?=n't))",
    "can": "(?:can|ca(?=n't))",
}
_RUN_TOGETHER = re.compile(
    r"(?P<stem>.+?)(?P<end>n't|'m|'re|'ve|'ll|'d|(?<=^he|it)'s|(?<=^(?:she|who|how))'s"
    r"|(?<=^(?:that|what|here))'s|(?<=^(?:there|where))'s)$"
)
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


@lru_cache(maxsize=4096)
def apart(word: str) -> tuple[str, ...]:
    """`don't` is `do not` to a pattern, which takes both."""
    if found := _RUN_TOGETHER.match(word):
        stem = _IRREGULAR.get(found["stem"], found["stem"])
        return (stem, _FULL[found["end"]])
    return (word,)
