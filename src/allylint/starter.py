"""The `.allylint.yaml` that `allylint init` writes: every setting, explained and switched off."""

from allylint.files import write_new

NAME = ".allylint.yaml"
TEXT = """\
# What allylint goes by for the drafts in this folder and below it. The nearest file wins.
# All of it is optional: take the # away from a line that you want.
# `allylint --show-config FILE` tells what holds for a file, and where that was said.

# Rules or families to leave out, or the only ones to use. `allylint rules` lists them.
#ignore: [othering]
#select: [defensiveness, dismissal, labels]

# Show hints too: right at least 2 times in 3 (suggestions: 9 in 10).
#hints: true

# Show what already works. In text and html it is shown unless you say false.
#praise: false

# What makes the exit status 1: suggestion, hint or never.
#fail-on: never

# Paths that are not read, written as in .gitignore.
#exclude: [CHANGELOG.md, "vendor/"]

# Other settings for some paths: select, ignore, hints, fail-on, syntax.
#paths:
#  "docs/**": {ignore: [repair]}
#  "minutes/*.log": {syntax: plain}

# Folders of your own rules, in this repository. `allylint new NAME` starts one; examples/own-rules.md
# of allylint shows how to write it.
#rules: [allylint-rules]

# The clause of your own guidelines that findings of a rule or family cite.
#policy:
#  dismissal: {clause: "3. We answer what was said", link: "https://example.org/conduct#3"}
#  self-label: "5. Let others say it"
"""


def write_starter() -> str:
    """Write the file here, unless one is there. Gives its path. Raises AllylintError."""
    write_new(NAME, TEXT)
    return NAME
