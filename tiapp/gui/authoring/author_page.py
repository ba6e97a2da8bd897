"""The Author screen: everything that a person without a terminal needs to make a pack."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.authoring.ask_box import AskBox
from tiapp.gui.authoring.author_calls import AuthorCalls, Desk, need
from tiapp.gui.authoring.desk_view import DeskView
from tiapp.gui.authoring.file_dialogs import PACK_ENDING, FileDialogs
from tiapp.gui.authoring.local_form import LocalForm
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.button import Button
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.preview import MakePreview
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.text import Label, Muted

if TYPE_CHECKING:
    from tiapp.authoring.check import Report
    from tiapp.authoring.installed import Installed, Look


class AuthorPage(Page):
    """A row of buttons, a box for what is being asked, and the desk once a pack is open."""

    widest = 1500

    def __init__(
        self,
        calls: AuthorCalls,
        worker: Worker,
        hub: Hub,
        make_preview: MakePreview,
        dialogs: FileDialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Author"), "author_page", parent)
        self._calls = calls
        self._worker = worker
        self._hub = hub
        self._make_preview = make_preview
        self.dialogs = dialogs or FileDialogs()
        self._ask: AskBox | None = None
        self._desk: DeskView | None = None
        self._intro = Label(
            self.tr(
                "Write a module, see it as people will see it, and make one file of it to hand "
                "out. You need a folder for your pack; nothing outside it is changed."
            )
        )
        self.add(self._intro)
        self._guide = buttons.link(self.tr("Read how to write a module"), "open_guide")
        self._guide.clicked.connect(self._open_guide)
        self.column.addWidget(self._guide, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._tools())
        self._pack_words = Muted("")
        self._pack_words.setObjectName("open_pack")
        self._pack_words.hide()
        self.add(self._pack_words)
        self._place = QWidget()
        self._place_column = QVBoxLayout(self._place)
        self._place_column.setContentsMargins(0, 0, 0, 0)
        self.add(self._place)
        self._place.hide()

    def _tools(self) -> FlowRow:
        row = FlowRow()
        tr = self.tr
        self._tool(row, tr("New pack"), "new_pack", "plus", self._ask_new_pack)
        self._tool(row, tr("Open folder"), "open_folder", "folder-open", self._open_folder)
        of_pack = [
            self._tool(row, tr("Check"), "check", "search", self._check),
            self._tool(row, tr("Make pack"), "make_pack", "download", self._make_pack),
            self._tool(row, tr("Compare"), "compare", "history", self._compare),
        ]
        self._of_pack = of_pack
        for button in of_pack:
            button.hide()
        self._tool(row, tr("Install"), "install", "upload", self._choose_install)
        self._tool(row, tr("Undo install"), "undo_install", "undo-2", self._ask_undo)
        self._tool(row, tr("Local details"), "local_details", "map-pin", self._ask_local)
        return row

    @staticmethod
    def _tool(row: FlowRow, words: str, name: str, icon: str, act: Callable[[], None]) -> Button:
        button = buttons.secondary(words, name, icon)
        button.clicked.connect(lambda: act())
        row.add(button)
        return button

    # What the shell asks

    def open(self, destination: Destination) -> None:
        """Told of a pack file that somebody opened from outside."""
        if destination.file:
            self._look(Path(destination.file))

    def leaving(self) -> bool:
        """Saves what is typed."""
        if self._desk is not None:
            self._desk.save_now()
        return True

    def escape(self) -> bool:
        """Closes what is being asked."""
        if self._ask is not None:
            self._close_ask()
            return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        self.leaving()
        super().hideEvent(event)

    # The box for what is being asked

    def _put(self, box: AskBox) -> None:
        self._close_ask()
        self._ask = box
        box.left.connect(self._close_ask)
        self._place_column.addWidget(box)
        self._place.show()
        box.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensure_visible(box)

    def _close_ask(self) -> None:
        box, self._ask = self._ask, None
        if box is not None:
            had_focus = box.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self._place.hide()
            self._place_column.removeWidget(box)
            box.hide()
            box.deleteLater()
            if had_focus:
                self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, title: str, lines: list[str], kind: str = "info") -> None:
        """Says what came of something, until it has been read."""
        box = AskBox(title, "told", kind)
        for line in lines:
            box.say(line)
        box.leave(self.tr("Close this message"))
        self._put(box)
        announce(self, " ".join([title, *lines]))

    def _run(self, call: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._worker.run(self, call, then, failed=self._show_error)

    def _show_error(self, error: AppError) -> None:
        self._tell(error.title, [error.advice], "attn")

    def _open_guide(self) -> None:
        """The guide is a text file; whatever this computer shows such files with opens it."""
        guide = self._calls.guide
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(guide))):
            self._tell(
                self.tr("This computer has no program to show the guide"),
                [self.tr("It is the file {file}.").format(file=guide)],
            )

    # New and open

    def _ask_new_pack(self) -> None:
        box = AskBox(self.tr("A new pack"), "new_pack_box")
        title = box.field(self.tr("What is it called?"), "new_pack_title")
        publisher = box.field(
            self.tr("Which organisation does it come from?"), "new_pack_publisher"
        )
        box.say(self.tr("Next you choose where its folder should be; a new one is made there."))

        def make() -> None:
            try:
                called = need(title.text(), self.tr("What it is called"))
                comes_from = need(publisher.text(), self.tr("The organisation"))
            except AppError as error:
                self._hub.status.emit(error.title)
                (title if not title.text().strip() else publisher).setFocus()
                return
            folder = self.dialogs.folder(self, self.tr("Where should the pack be?"))
            if folder is not None:
                self._run(lambda: self._calls.new_pack(folder, called, comes_from), self._show_desk)

        box.offer(self.tr("Choose where it should be"), "new_pack_make", make, main=True)
        box.leave(self.tr("Leave it"))
        self._put(box)

    def _open_folder(self) -> None:
        folder = self.dialogs.folder(self, self.tr("The folder of a pack"))
        if folder is not None:
            self.open_pack(folder)

    def open_pack(self, folder: Path) -> None:
        """Puts the pack in this folder on the desk."""
        self._run(lambda: self._calls.open(folder), self._show_desk)

    def _show_desk(self, desk: Desk, at: Path | None = None) -> None:
        self._close_ask()
        if self._desk is None:
            view = DeskView(self._calls, self._worker, self._make_preview(), self)
            view.failed.connect(self._show_error)
            view.new_module_wanted.connect(self._ask_new_module)
            view.said.connect(self._hub.status)
            self._desk = view
            self.add(view)
        self._intro.hide()
        self._guide.hide()
        self._pack_words.setText(self.tr("Open: {folder}").format(folder=desk.root))
        self._pack_words.show()
        for button in self._of_pack:
            button.show()
        self._desk.show_desk(desk, at)

    def _ask_new_module(self) -> None:
        view = self._desk
        desk = view.desk if view else None
        if desk is None:
            return
        box = AskBox(self.tr("A new module"), "new_module_box")
        title = box.field(self.tr("What is it called?"), "new_module_title")

        def make() -> None:
            if not title.text().strip():
                title.setFocus()
                return
            called = title.text()
            self._run(
                lambda: self._calls.new_module(desk, called), lambda made: self._show_desk(*made)
            )

        box.offer(self.tr("Make the module"), "new_module_make", make, main=True)
        box.leave(self.tr("Leave it"))
        self._put(box)

    # Check, make, compare

    def _root(self) -> Path | None:
        """The folder of the pack that is open, with what is typed saved first."""
        view = self._desk
        if view is None or view.desk is None:
            return None
        view.editor.save_now()
        return view.desk.root

    def _check(self) -> None:
        root = self._root()
        if root is not None:
            self._run(lambda: self._calls.check(root), self._show_report)

    def _show_report(self, report: "Report") -> None:
        assert self._desk is not None
        self._desk.findings.show_report(report)
        self.ensure_visible(self._desk.findings.list)
        if report.findings:
            self._desk.findings.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_pack(self) -> None:
        root = self._root()
        if root is None:
            return
        name = f"{root.name}{PACK_ENDING}"
        out = self.dialogs.new_pack_file(self, self.tr("Save the pack as"), name)
        if out is not None:
            self._run(
                lambda: self._calls.make_pack(root, out), lambda report: self._made(report, out)
            )

    def _made(self, report: "Report", out: Path) -> None:
        if report.clean:
            self._tell(
                self.tr("The pack is made"),
                [
                    self.tr("It is in {file}.").format(file=out),
                    self.tr("You can send it to others. They install it in Steady."),
                ],
                "ok",
            )
            return
        self._show_report(report)
        self._tell(
            self.tr("The pack was not made yet"),
            [self.tr("Something has to be mended first. It stands at the top of the list below.")],
            "attn",
        )

    def _compare(self) -> None:
        root = self._root()
        box = AskBox(self.tr("Compare with the version before"), "compare_box")
        box.say(self.tr("Where is the version before: in a pack file, or in a folder?"))

        def with_version(old: Path | None) -> None:
            if old is not None and root is not None:
                self._run(lambda: self._calls.compare(old, root), self._show_compared)

        box.offer(
            self.tr("Choose a pack file"),
            "compare_file",
            lambda: with_version(self.dialogs.pack_file(self, self.tr("The version before"))),
        )
        box.offer(
            self.tr("Choose a folder"),
            "compare_folder",
            lambda: with_version(self.dialogs.folder(self, self.tr("The version before"))),
        )
        box.leave(self.tr("Leave it"))
        self._put(box)

    def _show_compared(self, compared: Any) -> None:
        changes, report = compared
        self._show_report(report)
        self._tell(self.tr("What is new"), changes.lines())

    # Install and undo

    def _choose_install(self) -> None:
        file = self.dialogs.pack_file(self, self.tr("A pack to install"))
        if file is not None:
            self._look(file)

    def _look(self, file: Path) -> None:
        self._run(lambda: self._calls.look(file), lambda look: self._ask_install(file, look))

    def _ask_install(self, file: Path, look: "Look") -> None:
        made = look.manifest
        box = AskBox(self.tr("Install this pack?"), "install_box")
        box.say(
            self.tr("{title}, version {version}").format(title=made.title, version=made.version),
            "install_title",
        )
        box.say(
            self.tr("Published by {publisher}. Steady cannot tell whether that is so.").format(
                publisher=made.publisher
            ),
            "install_publisher",
        )
        if look.before is not None:
            box.say(self.tr("Version {version} is here now.").format(version=look.before.version))
        for line in look.changes.lines():
            box.say(line.strip())
        box.say(self.tr("What you and others have done in its modules is kept. You can undo it."))
        box.offer(self.tr("Install the pack"), "install_now", lambda: self._install(file))
        box.leave(self.tr("Leave it"))
        self._put(box)

    def _install(self, file: Path) -> None:
        self._worker.run(
            self,
            lambda: self._calls.install(file),
            self._installed,
            failed=self._show_error,
            changed=Topic.LIBRARY,
        )

    def _installed(self, look: "Look") -> None:
        title = self.tr("{title} is installed").format(title=look.manifest.title)
        box = AskBox(title, "installed_box", "ok")
        box.say(self.tr("Its modules stand in Learn. Undo install takes it back."))
        box.offer(
            self.tr("Open Learn"),
            "open_learn",
            lambda: self.go.emit(Destination(Screen.LEARN)),
        )
        box.leave(self.tr("Close this message"))
        self._put(box)

    def _ask_undo(self) -> None:
        self._run(self._calls.undoable, self._show_undoable)

    def _show_undoable(self, found: "tuple[tuple[Installed, ...], tuple[str, ...]]") -> None:
        installed, undoable = found
        box = AskBox(self.tr("Undo an install"), "undo_box")
        if not undoable:
            box.say(self.tr("No pack was installed, so there is nothing to take back."))
            box.leave(self.tr("Close this message"))
            self._put(box)
            return
        box.say(
            self.tr(
                "A pack becomes what it was before it was last changed. What people have done in "
                "it is kept, and you can undo that too."
            )
        )
        titles = {one.pack.id: one.pack.title for one in installed}
        for pack_id in undoable:
            title = titles.get(pack_id, pack_id)
            box.offer(
                self.tr("Undo {title}").format(title=title),
                f"undo_{pack_id}",
                lambda pack_id=pack_id: self._undo(pack_id),  # type: ignore[misc]
            )
        box.leave(self.tr("Leave it"))
        self._put(box)

    def _undo(self, pack_id: str) -> None:
        self._worker.run(
            self,
            lambda: self._calls.undo(pack_id),
            lambda _: self._tell(
                self.tr("The pack is as it was before"),
                [self.tr("What people have done in it is kept.")],
                "ok",
            ),
            failed=self._show_error,
            changed=Topic.LIBRARY,
        )

    # Local details

    def _ask_local(self) -> None:
        self._run(self._calls.local_now, lambda now: self._show_local(*now))

    def _show_local(self, organisation: str, before: Any) -> None:
        form = LocalForm(self._calls.today(), organisation, before)

        def filled() -> bool:
            if form.organisation.text().strip():
                return True
            form.organisation.setFocus()
            self._hub.status.emit(self.tr("The organisation is still empty."))
            return False

        def install() -> None:
            name, details = form.organisation.text().strip(), form.details()
            if filled():
                self._worker.run(
                    self,
                    lambda: self._calls.install_local(name, details),
                    lambda _: self._tell(
                        self.tr("Support shows your local details"),
                        [self.tr("Undo install takes them back.")],
                        "ok",
                    ),
                    failed=self._tell_beside,
                    changed=Topic.LIBRARY,
                )

        def save() -> None:
            name, details = form.organisation.text().strip(), form.details()
            if not filled():
                return
            out = self.dialogs.new_pack_file(
                self, self.tr("Save the pack as"), f"local-details{PACK_ENDING}"
            )
            if out is not None:
                self._worker.run(
                    self,
                    lambda: self._calls.save_local(name, details, out),
                    lambda made: self._tell(
                        self.tr("The pack is made"),
                        [self.tr("It is in {file}.").format(file=made)],
                        "ok",
                    ),
                    failed=self._tell_beside,
                )

        form.offer(self.tr("Show these in Support"), "local_install", install, main=True)
        form.offer(self.tr("Make a file to hand out"), "local_save", save)
        form.leave(self.tr("Leave it"))
        self._put(form)

    def _tell_beside(self, error: AppError) -> None:
        """Says what is the matter without taking away what was filled in."""
        self._hub.failed.emit(error)
