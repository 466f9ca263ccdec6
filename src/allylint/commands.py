"""What the commands do, between the options that were read and the text that is printed."""

import os
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from allylint.asked import Options, known_syntax
from allylint.console import read_stdin
from allylint.errors import AllylintError, perhaps
from allylint.model import Note
from allylint.progress import watched
from allylint.rulebook import Rulebook, load_rulebook
from allylint.run import Run, Runner

if TYPE_CHECKING:
    from allylint.changed import Changed


def check_drafts(paths: Sequence[str], options: Options) -> Run:
    """Check files, folders and `-`. Raises AllylintError where an option has no meaning."""
    reply = _message(options.reply_to)
    known_syntax(options.syntax, "--syntax")
    changed = _changed(options)
    runner = Runner(options, reply)
    if "-" in paths or not (paths or changed):
        runner.text(read_stdin(), options.stdin_filename)
    named = [path for path in paths if path != "-"] or (changed.drafts() if changed else ())
    runner.paths(named, watched)
    run = runner.done()
    if changed:
        run = run.only(f for f in run.report.findings if changed.holds(f.path, f.line, f.end_line))
    return _since_baseline(run, options)


def _changed(options: Options) -> "Changed | None":
    if not options.changed and options.changed_since is None:
        return None
    from allylint.changed import changed_lines

    return changed_lines(os.curdir, options.changed_since)


def _since_baseline(run: Run, options: Options) -> Run:
    """Without what the baseline knows; or the baseline written anew, and what changed in it told."""
    path = options.baseline
    if path is None:
        if options.write_baseline:
            raise AllylintError("--write-baseline", "says not where.", "`--baseline FILE` does.")
        return run
    from allylint.baseline import Baseline, difference, read_baseline
    from allylint.files import write_whole

    findings = [f for f in run.shown(options.format_).findings if f.level != "praise"]
    if not options.write_baseline:
        known = read_baseline(path)
        fresh = known.new(findings)
        return run.only(f for f in run.report.findings if f.level == "praise" or f in fresh)
    old = read_baseline(path) if os.path.exists(path) else Baseline(Counter())
    new = old.rewritten(findings, run.report.sources)
    write_whole(path, new.text())
    notes = tuple(Note(path, 1, line) for line in difference(old, new))
    return run.only(())._replace(report=run.only(()).report._replace(notes=notes))


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
    """The rules as drafts in this folder have them, with their examples."""
    from allylint.config import config_for

    try:
        return load_rulebook(config_for(os.path.join(os.curdir, "draft.md")).rules, whole=True)
    except AllylintError as error:
        built_in = load_rulebook(whole=True)
        return built_in._replace(errors=(str(error), *built_in.errors))


def explain_rule(id: str, rulebook: Rulebook, width: int) -> str:
    """A rule's page. Raises AllylintError for an unknown one."""
    from allylint.documentation import page

    if id not in rulebook.rules:
        instead = perhaps(id, rulebook.rules) or "`allylint rules` lists them."
        raise AllylintError("explain", f"no rule is called `{id}`.", instead)
    return page(rulebook.rules[id], width)
