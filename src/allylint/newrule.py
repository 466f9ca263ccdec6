"""The rule file that `allylint new` starts: one that works, with a line of help for each part."""

import os
import re
from collections.abc import Sequence

from allylint.errors import AllylintError
from allylint.files import write_new

FOLDER = "allylint-rules"
"""Where rules go as long as no configuration names a folder of them."""
_TEXT = """\
id: {id}   # the same as the file's name
title: Telling somebody to read the manual   # what was found, in up to 8 words
level: hint   # suggestion, once you know that it is right 9 times in 10
sources: []   # who argued for it

# What the words may do to their reader, as a possibility: up to 14 words. {{quote}} is what was found.
message: '"{{quote}}" can sound like: you should have known.'
# What that does, in up to 40 words.
why: >-
  Who asks has often read it and not found it. The answer says that the question was not welcome.
# One small thing to do now, in up to 25 words.
try: >-
  Link the page, or the line of it that answers.
# The best case against this rule, in up to 30 words.
fine-when: >-
  The manual is what they asked for.

check:
  kind: pattern
  lists:
    manual: [manual, docs, documentation, faq, wiki]
  # Phrases, one a line: (this | that), [what may be left out], <a list>, ... up to three words between,
  # apologiz* any ending, <start> and <end> of a sentence. "I am", "I'm" and "im" are one.
  any: |
    (just | please) read the [fine] <manual>
    (rtfm | have you (even | actually) read the <manual>)

# Its tests, and its documentation: first see them fail, then write the phrase.
examples:
  flag:   # drafts that are reported, and the words that are to be underlined
    - text: Just read the docs.
      quote: Just read the docs
    - text: Have you even read the manual?
      quote: Have you even read the manual
  pass:   # near misses: as many, in nearly the same words
    - text: '"Just read the docs" is no answer.'
      because: quoted   # or reported, denied, taught, other-sense …; `other` where nothing is matched
    - text: I have read the manual twice now.
      because: other
"""


def write_rule(id: str, folders: Sequence[str] = ()) -> str:
    """Start a rule file in the first of the folders. Gives its path. Raises AllylintError."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", id):
        raise AllylintError("new", f"`{id}` is no name of a rule.", "Small letters, joined by `-`.")
    path = os.path.join(os.path.relpath(folders[0]) if folders else FOLDER, f"{id}.yaml")
    write_new(path, _TEXT.format(id=id))
    return path
