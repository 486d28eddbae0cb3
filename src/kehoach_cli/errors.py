"""What no edit of the workspace's data can cure.

Wrong data are values (``diagnostics.Fault``), never exceptions. These are raised up to ``cli``,
the only room that turns them into a sentence and an exit code::

    KehoachError            exit code 3
    ├── WorkspaceNotFound   no kehoach.yaml here or above
    ├── TemplateError       a template is missing or cannot be rendered
    │   └── NothingToDraft  the data hold nothing for a document of this kind
    ├── OutputError         a file cannot be written
    ├── GitFailed           no git, no repository, no such revision
    └── EditRefused         a data file cannot be changed without touching more than was asked
"""


class KehoachError(Exception):
    """A Vietnamese sentence for the user; ``hint`` says how to go on.

    ``rule``: the ``NAME`` of the rule whose page explains it; "" for what needs no page. ``cli``
    puts its code before the sentence.
    """

    def __init__(self, message: str, hint: str = "", rule: str = "") -> None:
        """Keep the sentence and its hint apart, so that reporters can set them apart."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.rule = rule


class WorkspaceNotFound(KehoachError):  # noqa: N818 - named for what happened, as FileNotFoundError is
    """No ``kehoach.yaml`` in this folder or above it."""


class TemplateError(KehoachError):
    """A template is missing, or its text cannot become a document."""


class NothingToDraft(TemplateError):  # noqa: N818 - named for what it says
    """The data hold nothing that a document of this kind could tell."""


class OutputError(KehoachError):
    """A file cannot be written, or must not be: someone has edited it by hand."""


class GitFailed(KehoachError):  # noqa: N818 - named for what happened
    """What git was asked for is not to be had: no git, no repository, no such revision."""


class EditRefused(KehoachError):  # noqa: N818 - named for what happened
    """A change cannot be written into a file so that all else stays as people typed it."""
