"""What the cases of one run share: data folders, made when they are first needed."""

from functools import cached_property
from pathlib import Path

from benchmarks import data
from benchmarks.child import python
from tiapp.learning.library import Library


class Setting:
    """`folder` is a throwaway folder; `environment` is for every child with a window."""

    def __init__(self, folder: Path, environment: dict[str, str], *, quick: bool) -> None:
        self.folder = folder
        self.environment = environment
        self.quick = quick

    @cached_property
    def shipped(self) -> data.Folder:
        """In the middle of a shipped module."""
        return data.folder_in_the_middle(self.folder / "shipped", data.shipped_content())

    @cached_property
    def between(self) -> data.Folder:
        """The shipped modules alone, a few finished and none begun: Home needs the list too."""
        return data.folder_between_modules(self.folder / "between", data.shipped_content(), 3)

    @cached_property
    def large(self) -> data.Folder:
        """A hundred more modules, twenty of all finished, and none begun: Home needs the list."""
        content = (data.generated_content()[0], *data.shipped_content())
        return data.folder_between_modules(self.folder / "large", content, 20)

    @cached_property
    def large_in_the_middle(self) -> data.Folder:
        """A hundred more modules, and in the middle of one of them."""
        content = (data.generated_content()[0], *data.shipped_content())
        return data.folder_in_the_middle(self.folder / "large-middle", content)

    @cached_property
    def library(self) -> Library:
        """What is shipped."""
        return data.library_of(data.shipped_content())

    def drive(self, plan: str, folder: data.Folder, **chosen: str) -> list[str]:
        """The command that runs the program with a plan."""
        given = [f"{name}={value}" for name, value in chosen.items()]
        return python("-m", "benchmarks.drive", plan, *folder.arguments(), *given)

    def new(self, name: str) -> data.Folder:
        """Somebody new, in a folder of their own for each run: for plans that change it."""
        return data.folder_between_modules(self.next(name), data.shipped_content(), 0)

    def in_the_middle(self, name: str) -> data.Folder:
        """Somebody in the middle of a module, in a folder of their own for each run."""
        return data.folder_in_the_middle(self.next(name), data.shipped_content())

    def next(self, name: str) -> Path:
        """A folder of that name that is not there yet."""
        return self.folder / f"{name}-{len(list(self.folder.glob(f'{name}-*'))) + 1}"
