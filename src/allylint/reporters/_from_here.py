"""Paths as other tools look them up: from the folder that we are in, with `/` between their parts."""

import os

from allylint.model import Report


def from_here(report: Report, folder: str) -> Report:
    """The report with such paths; one that leads elsewhere stays as it is."""
    if not folder:
        return report
    return report._replace(
        findings=tuple(f._replace(path=_near(f.path, folder)) for f in report.findings),
        sources={_near(path, folder): text for path, text in report.sources.items()},
        paths=tuple(_near(path, folder) for path in report.paths),
    )


def _near(path: str, folder: str) -> str:
    return path.removeprefix(folder.rstrip(os.sep) + os.sep).replace(os.sep, "/")
