"""The Author screen: everything that a person without a terminal needs to make a pack."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import QWidget

from tiapp.core.errors import AppError
from tiapp.gui.authoring.ask_box import AskBox
from tiapp.gui.authoring.ask_place import AskPlace
from tiapp.gui.authoring.author_calls import AuthorCalls, Desk, need
from tiapp.gui.authoring.desk_view import DeskView
from tiapp.gui.authoring.file_dialogs import PACK_ENDING, FileDialogs
from tiapp.gui.authoring.findings_list import FindingsList
from tiapp.gui.authoring.install_tools import InstallTools
from tiapp.gui.authoring.local_tools import LocalTools
from tiapp.gui.authoring.opener_tools import OpenerTools
from tiapp.gui.authoring.paper_tools import DraftPaper, PaperTools
from tiapp.gui.kit import buttons
from tiapp.gui.kit.button import Button
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination
from tiapp.gui.kit.preview import MakePreview
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.text import Label, Muted

if TYPE_CHECKING:
    from tiapp.authoring.check import Report


class AuthorPage(Page):
    """A row of buttons, a box for what is being asked, and the desk once a pack is open."""

    widest = 1500

    def __init__(
        self,
        calls: AuthorCalls,
        worker: Worker,
        hub: Hub,
        make_preview: MakePreview,
        paper: DraftPaper,
        dialogs: FileDialogs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Author"), "author_page", parent)
        self._calls = calls
        self._worker = worker
        self._hub = hub
        self._make_preview = make_preview
        self.dialogs = dialogs or FileDialogs()
        self._desk: DeskView | None = None
        self._place = AskPlace()
        self._place.shown.connect(self.ensure_visible)
        self._place.focus_freed.connect(
            lambda: self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self._installs = InstallTools(calls, worker, self._place, lambda: self.dialogs)
        self._installs.go.connect(self.go)
        self._opener = OpenerTools(calls, worker, self._place)
        self._paper = PaperTools(paper, worker, self._place)
        self._local = LocalTools(calls, worker, hub, self._place, lambda: self.dialogs)
        self._intro = Label(
            self.tr(
                "Write a module, see it as people will see it, and make a single file to "
                "share. You need a folder for your pack; nothing outside it is changed."
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
        self.add(self._place)

    def _tools(self) -> FlowRow:
        row = FlowRow()
        tr = self.tr
        self._tool(row, tr("New pack"), "new_pack", "plus", self._ask_new_pack)
        self._tool(row, tr("Open folder"), "open_folder", "folder-open", self._open_folder)
        of_pack = [
            self._tool(row, tr("Check"), "check", "search", self._check),
            self._tool(row, tr("Make pack"), "make_pack", "download", self._make_pack),
            self._tool(row, tr("Compare"), "compare", "history", self._compare),
            self._tool(row, tr("Save as PDF"), "draft_paper", "printer", self._ask_for_paper),
        ]
        self._of_pack = of_pack
        for button in of_pack:
            button.hide()
        self._tool(row, tr("Install"), "install", "upload", self._installs.choose)
        self._tool(row, tr("Undo install"), "undo_install", "undo-2", self._installs.ask_undo)
        self._tool(row, tr("Local details"), "local_details", "map-pin", self._local.ask)
        opens = tr("Open pack files with Steady")
        self._tool(row, opens, "double_click", "file-text", self._opener.ask)
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
            self._installs.look(Path(destination.file))

    def leaving(self) -> bool:
        """Saves what is typed."""
        if self._desk is not None:
            self._desk.save_now()
        return True

    def escape(self) -> bool:
        """Closes what is being asked."""
        if self._place.box is not None:
            self._place.close_box()
            return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        self.leaving()
        super().hideEvent(event)

    def _run(self, call: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._worker.run(self, call, then, failed=self._place.tell_error)

    def _open_guide(self) -> None:
        """The guide is a text file; whatever this computer shows such files with opens it."""
        guide = self._calls.guide
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(guide))):
            self._place.tell(
                self.tr("Steady cannot open the guide on this computer"),
                [self.tr("You can find it here: {file}").format(file=guide)],
            )

    # New and open

    def _ask_new_pack(self) -> None:
        box = AskBox(self.tr("A new pack"), "new_pack_box")
        title = box.field(self.tr("What is it called?"), "new_pack_title")
        publisher = box.field(
            self.tr("Which organisation does it come from?"), "new_pack_publisher"
        )
        box.say(
            self.tr("Next, choose where its folder should go. Steady makes a new folder there.")
        )

        def make() -> None:
            try:
                called = need(title.text(), self.tr("What it is called"))
                comes_from = need(publisher.text(), self.tr("The organisation"))
            except AppError as error:
                self._hub.status.emit(error.title)
                (title if not title.text().strip() else publisher).setFocus()
                return
            folder = self.dialogs.folder(self, self.tr("Where should the pack go?"))
            if folder is not None:
                self._run(lambda: self._calls.new_pack(folder, called, comes_from), self._show_desk)

        box.offer(self.tr("Choose where it should go"), "new_pack_make", make, main=True)
        box.leave(self.tr("Not now"))
        self._place.put(box)

    def _open_folder(self) -> None:
        folder = self.dialogs.folder(self, self.tr("The folder of a pack"))
        if folder is not None:
            self.open_pack(folder)

    def open_pack(self, folder: Path) -> None:
        """Puts the pack in this folder on the desk."""
        self._run(lambda: self._calls.open(folder), self._show_desk)

    def _show_desk(self, desk: Desk, at: Path | None = None) -> None:
        self._place.close_box()
        if self._desk is None:
            view = DeskView(self._calls, self._worker, self._make_preview(), self)
            view.failed.connect(self._place.tell_error)
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
        box.leave(self.tr("Not now"))
        self._place.put(box)

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
        findings = self._list(report)
        # once the list has been laid out
        QTimer.singleShot(0, findings, lambda: self.ensure_visible(findings))
        if report.findings:
            findings.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, report: "Report") -> FindingsList:
        """Lists what was found, and leaves in view whatever is told beside it."""
        assert self._desk is not None
        self._desk.findings.show_report(report)
        return self._desk.findings

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
            self._place.tell(
                self.tr("The pack is ready"),
                [
                    self.tr("It is in {file}.").format(file=out),
                    self.tr("You can send it to others, who can install it in Steady."),
                ],
                "ok",
            )
            return
        self._list(report)
        self._place.tell(
            self.tr("The pack has not been made yet"),
            [self.tr("Something needs to be put right first. It is at the top of the list below.")],
            "attn",
        )

    def _ask_for_paper(self) -> None:
        root = self._root()
        if root is not None and self._desk is not None:
            self._paper.ask(self._desk.file, root)

    def _compare(self) -> None:
        root = self._root()
        box = AskBox(self.tr("Compare with the previous version"), "compare_box")
        box.say(self.tr("Where is the previous version: in a pack file, or in a folder?"))

        def with_version(old: Path | None) -> None:
            if old is not None and root is not None:
                self._run(lambda: self._calls.compare(old, root), self._show_compared)

        box.offer(
            self.tr("Choose a pack file"),
            "compare_file",
            lambda: with_version(self.dialogs.pack_file(self, self.tr("The previous version"))),
        )
        box.offer(
            self.tr("Choose a folder"),
            "compare_folder",
            lambda: with_version(self.dialogs.folder(self, self.tr("The previous version"))),
        )
        box.leave(self.tr("Not now"))
        self._place.put(box)

    def _show_compared(self, compared: Any) -> None:
        changes, report = compared
        self._list(report)
        self._place.tell(self.tr("What is new"), changes.lines())
