"""What the commands do, between the options that were read and the text that is printed."""

import os
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from allylint.asked import Options, known_syntax
from allylint.console import read_stdin
from allylint.errors import AllylintError
from allylint.model import Finding
from allylint.progress import progress
from allylint.rulebook import Rulebook, load_rulebook
from allylint.run import Run, Runner

if TYPE_CHECKING:
    from allylint.changed import Changed
    from allylint.newrule import Wish


def check_drafts(paths: Sequence[str], options: Options) -> Run:
    """Check files, folders and `-`. Raises AllylintError where an option has no meaning."""
    _refuse_odd(options)
    options = options._replace(rules=_folders(options.rules))
    reply = _message(options.reply_to)
    changed = _changed(options)
    runner = Runner(options, reply)
    if "-" in paths or not (paths or changed):
        runner.text(read_stdin(), options.stdin_filename)
    named = [path for path in paths if path != "-"] or (changed.drafts() if changed else ())
    runner.paths(named, progress)
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
    """The run without what the baseline knows."""
    if options.baseline is None or options.write_baseline:
        return run
    from allylint.baseline import read_baseline

    fresh = set(read_baseline(options.baseline).new(_counting(run, options)))
    return run.only(f for f in run.report.findings if f.level == "praise" or f in fresh)


def write_baseline(run: Run, options: Options) -> str:
    """Write the baseline anew. Gives what changed in it, a line each."""
    from allylint.baseline import Baseline, difference, read_baseline
    from allylint.files import write_whole

    path = options.baseline or ""
    old = read_baseline(path) if os.path.exists(path) else Baseline(Counter())
    new = old.rewritten(_counting(run, options), run.report.paths)
    write_whole(path, new.text())
    count = new.entries.total()
    told = f"{path} knows {count} {'finding' if count == 1 else 'findings'} now."
    return "\n".join([*difference(old, new), told])


def _counting(run: Run, options: Options) -> list[Finding]:
    return [f for f in run.shown(options.format_).findings if f.level != "praise"]


def _refuse_odd(options: Options) -> None:
    """Raises AllylintError where options have no meaning together."""
    known_syntax(options.syntax, "--syntax")
    if options.write_baseline and options.baseline is None:
        raise AllylintError("--write-baseline", "says not where.", "`--baseline FILE` does.")
    if options.write_baseline and (options.changed or options.changed_since is not None):
        what = "a baseline is of whole files, `--changed` of lines."
        raise AllylintError("--write-baseline", what, "Leave one of them out.")


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


def _folders(named: Sequence[str]) -> tuple[str, ...]:
    """The folders of rules that `--rules` names. Raises AllylintError."""
    if not named:
        return ()
    from allylint.packages import rules_folder

    return tuple(rules_folder(each, "--rules") for each in named)


def folders_here(more: Sequence[str] = ()) -> tuple[str, ...]:
    """The folders of rules that drafts in this folder have, and `more`. Raises AllylintError."""
    from allylint.config import config_here

    return (*config_here().rules, *_folders(more))


def rulebook_here(more: Sequence[str] = (), *, whole: bool = True) -> Rulebook:
    """The rules as drafts in this folder have them, and `more`, with their examples if whole."""
    from allylint.config import config_here

    folders = _folders(more)
    try:
        return load_rulebook((*config_here().rules, *folders), whole=whole)
    except AllylintError as error:
        built_in = load_rulebook(folders, whole=whole)
        return built_in._replace(errors=(str(error), *built_in.errors))


def new_rule(id: str, wish: "Wish") -> str:
    """Start a rule file. Gives where it is and what comes next. Raises AllylintError."""
    from allylint.config import config_here
    from allylint.newrule import write_rule
    from allylint.rulefolder import OWN

    if id in load_rulebook().rules:
        raise AllylintError(
            "new", f"a rule is called `{id}` already.", "Another name tells them apart."
        )
    folders = config_here().rules
    path = write_rule(id, folders, wish)
    lines = [f"{path} is there, and works. Make it yours, then run `allylint test {id}`."]
    if not wish.phrases:
        lines.append("Its phrases are a sample; `--phrase` brings your own.")
    if not folders:
        lines.append(f"To use it, write `rules: [{OWN}]` into .allylint.yaml (`allylint init`).")
    lines.append("It is a hint: `--hints`, or `hints: true` there, shows it.")
    return "\n".join(lines)
