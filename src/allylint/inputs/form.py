"""GitHub's issue forms and discussion templates in YAML: the texts that people read in them."""

from allylint.model import Document

SUFFIXES = ()
PLACES = tuple(
    f".github/{folder}/*{suffix}"
    for folder in ("issue_template", "discussion_template")
    for suffix in (".yml", ".yaml")
)


def read(path: str, text: str) -> Document:
    """The form's names, labels, descriptions, values …, and its `# allylint-…` comments."""
    from allylint.inputs._form import Form
    from allylint.inputs._yaml import Yaml

    yaml = Yaml(path, text)
    form = Form(yaml)
    if yaml.read():
        form.read()
    blocks = sorted(form.blocks, key=lambda block: block.runs[0].source)
    comments = sorted((*form.comments, *yaml.comments()), key=lambda comment: comment.start)
    return Document(path, text, "form", tuple(blocks), tuple(comments), tuple(yaml.notes))
