"""Pages to measure on: paragraphs of the files that it is pointed at, or of the project's own texts."""

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLEAN = """The parser is in main since Tuesday, and the release notes are on the site. Ana and Bo looked
at the second page yesterday; they found two places where the old table was still used. I fixed both
this morning. The tests are green on all three machines, the slow one included.

Next week we could look at the import of the archive. It holds about nine thousand messages from 2009
to 2021, some of them in Latin-1. The plan is to read them month by month and to keep the originals.
Whoever has time on Thursday is welcome to join; the room with the round table is free from ten to one.

One more thing about the summer meeting. The train from the north arrives at four, so the first talk
starts at half past five. There is a kettle, there are thirty chairs, and the garden is open until
late. Lunch on Saturday is soup, bread and fruit; if you need something else, the kitchen takes notes
until Friday noon. The map of the town is in the folder, along with the bus times and the number of
the hostel, which opens its doors at eight.
"""
TEN = """As an ally, I think the talk was fine. That's not what I said, and I meant well. I'm sorry if you
were offended. I'm not racist; my best friend is Black. Calm down.

Well, actually, it is GNU/Linux. You've never heard of it? Not all men are like that. You speak so
well, and you people always say so. Educate me.
"""


def paragraphs(paths: Iterable[Path]) -> list[str]:
    """The paragraphs of these files and folders; by default, of what the project itself has to say."""
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*.md"))]
    found = [
        p
        for file in files
        for p in file.read_text(encoding="utf-8", errors="replace").split("\n\n")
    ]
    return found or list(_own())


def _own() -> Iterator[str]:
    for path in (*ROOT.glob("*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("tests/corpus/*.md")):
        yield from path.read_text(encoding="utf-8").split("\n\n")
    for path in sorted(ROOT.glob("tests/corpus/*.jsonl")):
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            draft = json.loads(line)
            if not draft["labels"] or at % 50 == 0:
                yield draft["text"]


def write_pages(folder: Path, every: list[str], size: int) -> int:
    """Pages of about 8 kB in ever another order, up to so many bytes in all. Gives the bytes written."""
    folder.mkdir(parents=True)
    order = random.Random(4)
    written = number = 0
    while written < size:
        page: list[str] = []
        while sum(map(len, page)) < 8_000:
            page.append(order.choice(every))
        written += (folder / f"{number:05}.md").write_text("\n\n".join(page), encoding="utf-8")
        number += 1
    return written
