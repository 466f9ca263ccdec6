"""The names that rule files and voice files share: levels, voice rows, places of cues."""

from typing import Literal, get_args

Level = Literal["suggestion", "hint", "praise"]
Row = Literal[
    "quoted", "blockquote", "reported", "denied", "aspired", "taught", "supposed", "owned",
    "given", "other-sense", "own-hurt",
]  # fmt: skip
ROWS: tuple[Row, ...] = get_args(Row)
Where = Literal["before", "after", "sentence", "nearby", "block", "heading", "lead", "column"]
Reach = Literal["next", "phrase", "clause", "sentence"]
