"""What may be wrong with a block's ties to its source, one claim each."""

from allylint.model import Block, Document


def copied_runs_differ(document: Document, block: Block) -> bool:
    return any(
        block.prose[run.prose : run.prose + run.length]
        != document.text[run.source : run.source + run.length]
        for run in block.runs
        if run.length == run.source_length
    )


def runs_leave_prose_out(_: Document, block: Block) -> bool:
    ends = [0] + [run.prose + run.length for run in block.runs]
    return [run.prose for run in block.runs] != ends[:-1] or ends[-1] != len(block.prose)


def runs_overlap_in_source(_: Document, block: Block) -> bool:
    ends = [0] + [run.source + run.source_length for run in block.runs]
    return any(run.source < end for run, end in zip(block.runs, ends, strict=False))


def runs_leave_the_text(document: Document, block: Block) -> bool:
    return any(
        run.length < 1
        or run.source_length < 1
        or run.source < 0
        or run.source + run.source_length > len(document.text)
        for run in block.runs
    )


def marks_leave_the_prose(_: Document, block: Block) -> bool:
    return any(not 0 <= mark.start < mark.end <= len(block.prose) for mark in block.marks)


def a_span_has_no_source(document: Document, block: Block) -> bool:
    size, step = len(block.prose), max(1, len(block.prose) // 12)
    spans = [
        block.source(start, end)
        for start in range(0, size, step)
        for end in {start + 1, min(size, start + step), size}
    ]
    return any(not 0 <= span.start < span.end <= len(document.text) for span in spans)


FAULTS = [
    copied_runs_differ,
    runs_leave_prose_out,
    runs_overlap_in_source,
    runs_leave_the_text,
    marks_leave_the_prose,
    a_span_has_no_source,
]
