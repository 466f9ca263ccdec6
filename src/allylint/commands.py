"""What the commands do, between the options that were read and the text that is printed."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from allylint.asked import Asked, known_syntax
from allylint.console import read_stdin
from allylint.errors import AllylintError, perhaps
from allylint.rulebook import Rulebook, load_rulebook
from allylint.run import Run, Runner


def check_drafts(paths: Sequence[str], options: Mapping[str, Any]) -> Run:
    """Check files, folders and `-`. Raises AllylintError where an option has no meaning."""
    asked = Asked(
        select=options["select"],
        ignore=options["ignore"],
        fail_on=options["fail_on"],
        hints=options["hints"],
        praise=options["praise"],
        for_people=options["format_"] == "text",
        reply_to=_message(options["reply_to"]),
        syntax=known_syntax(options["syntax"], "--syntax"),
        config=options["config"],
        no_config=options["no_config"],
    )
    runner = Runner(asked)
    if not paths or "-" in paths:
        runner.text(read_stdin(), options["stdin_filename"])
    runner.paths([path for path in paths if path != "-"])
    return runner.done()


def _message(path: str | None) -> str | None:
    """What is replied to."""
    if path is None:
        return None
    from allylint.files import read_bytes
    from allylint.inputs import decode, is_binary

    data = read_bytes(path)
    if is_binary(data):
        raise AllylintError(path, "this is a binary file.", "`--reply-to` reads text.")
    return decode(data)[0]


def rulebook_here() -> Rulebook:
    """The rules as drafts in this folder have them; without its own where they can't be told."""
    from allylint.config import config_for

    try:
        return load_rulebook(config_for(os.path.join(os.curdir, "draft.md")).rules)
    except AllylintError as error:
        built_in = load_rulebook()
        return built_in._replace(errors=(str(error), *built_in.errors))


def explain_rule(id: str, rulebook: Rulebook, width: int) -> str:
    """A rule's page. Raises AllylintError for an unknown one."""
    from allylint.documentation import page

    if id not in rulebook.rules:
        instead = perhaps(id, rulebook.rules) or "`allylint rules` lists them."
        raise AllylintError("explain", f"no rule is called `{id}`.", instead)
    return page(rulebook.rules[id], width)
