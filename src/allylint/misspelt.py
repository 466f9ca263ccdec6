"""A slip in what a rule looks for, with the field that it stands in."""

from allylint.phrases import PhraseError


class Misspelt(Exception):
    """A slip in a field of a rule: the field's path, and the slip's place within it."""

    def __init__(self, path: tuple[str | int, ...], slip: PhraseError) -> None:
        super().__init__(str(slip))
        self.path, self.slip = path, slip
