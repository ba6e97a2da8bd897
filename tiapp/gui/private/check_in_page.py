"""Check-in: off until it is switched on, a few optional questions, and then where support is."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit.card import notice
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.private.check_in_after import CheckInAfter
from tiapp.gui.private.check_in_calls import CheckInCalls
from tiapp.gui.private.check_in_offer import CheckInOffer
from tiapp.gui.private.check_in_view import CheckInView
from tiapp.gui.private.view import View
from tiapp.gui.private.view_page import ViewPage
from tiapp.private.check_in_model import CheckIn

DRAFT_AFTER_MS = 1200
"""After the last key or choice; nobody loses more than two seconds of it."""


class CheckInPage(ViewPage):
    """Lives as long as the private room is open. What was begun is kept as a draft in the vault."""

    topics = frozenset({Topic.SETTINGS, Topic.LIBRARY})

    def __init__(self, calls: CheckInCalls, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Check-in"), "check_in_page", parent)
        self._calls = calls
        self._hub = hub
        self._asked_for_draft = False
        self._saving = False
        self._edits = 0
        self._edits_kept = 0
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_AFTER_MS)
        self._draft_timer.timeout.connect(self._keep_draft)

    def open(self, destination: Destination) -> None:
        """Coming here anew after a check-in begins another one."""
        if isinstance(self.view, CheckInAfter):
            self._show_questions()

    def refresh(self) -> None:
        """Follows the settings; a check-in under way stays as it is."""
        if not self._calls.on:
            if not isinstance(self.view, CheckInOffer):
                self._calls.runner.run(self, self._calls.check_ins.count, self._show_offer)
        elif isinstance(self.view, CheckInView):
            self.view.show_history(self._calls.keeps_history)
        elif not isinstance(self.view, CheckInAfter):
            self._show_questions()

    def leaving(self) -> bool:
        """Keeps what was begun: also called before the room locks."""
        if self._edits != self._edits_kept:
            self._keep_draft()
        return True

    # Off

    def _show_offer(self, kept: int) -> None:
        if self._calls.on:
            return
        offer = CheckInOffer(self.go.emit, kept)
        offer.wanted.connect(lambda history: self._switch(on=True, history=history))
        offer.not_wanted.connect(lambda: self.go.emit(Destination(Screen.HOME)))
        offer.delete_wanted.connect(self._delete_all)
        self.show_view(offer)

    def _switch(self, *, on: bool, history: bool) -> None:
        try:
            self._calls.switch(on=on, history=history)
        except AppError as error:
            self._hub.failed.emit(error)
            return
        if not on:
            self._forget_edits()
            self._calls.runner.run(self, self._calls.check_ins.drop_draft)
        self.refresh()

    def _delete_all(self) -> None:
        self._calls.runner.run(
            self, self._calls.check_ins.delete_all, self._deleted, changed=Topic.CHECK_INS
        )

    def _deleted(self, _: object) -> None:
        self._hub.status.emit(self.tr("All check-ins deleted"))
        self._show_offer(0)

    # Questions

    def _show_questions(self) -> None:
        items = self._calls.items()
        if items is None:
            missing = View(self.tr("Check-in"), "check_in_missing")
            missing.add(
                notice(
                    "info",
                    self.tr("The questions cannot be shown at the moment"),
                    self.tr(
                        "What you kept before is safe. Ask the person who looks after "
                        "Steady here to check its content folder."
                    ),
                )
            )
            self.show_view(missing)
            return
        view = CheckInView(items, self.go.emit, history=self._calls.keeps_history)
        view.save_wanted.connect(self._save)
        view.not_today_wanted.connect(self._not_today)
        view.picture_wanted.connect(lambda: self.go.emit(Destination(Screen.TRENDS)))
        view.off_wanted.connect(lambda: self._switch(on=False, history=self._calls.keeps_history))
        view.history_changed.connect(lambda history: self._switch(on=True, history=history))
        view.answers_changed.connect(self._on_edited)
        self.show_view(view)
        if not self._asked_for_draft:
            self._asked_for_draft = True
            self._calls.runner.run(self, self._calls.check_ins.draft, self._show_draft)

    def _show_draft(self, draft: CheckIn | None) -> None:
        view = self.view
        if draft is None or not isinstance(view, CheckInView) or self._edits:
            return
        view.show_draft(draft)

    def _on_edited(self) -> None:
        self._edits += 1
        self._draft_timer.start()

    def _keep_draft(self) -> None:
        self._draft_timer.stop()
        if not isinstance(self.view, CheckInView):
            return
        begun, edits = self.view.form.check_in(self._calls.now()), self._edits

        def kept(_: object) -> None:
            self._edits_kept = max(self._edits_kept, edits)

        self._calls.runner.run(self, lambda: self._calls.check_ins.keep_draft(begun), kept)

    def _forget_edits(self) -> None:
        """Nothing on the page is to become a draft any more."""
        self._draft_timer.stop()
        self._edits_kept = self._edits

    # Ends

    def _save(self) -> None:
        if self._saving or not isinstance(self.view, CheckInView):
            return
        self._saving = True
        self._draft_timer.stop()
        answered = self.view.form.check_in(self._calls.now())
        check_ins, run = self._calls.check_ins, self._calls.runner.run
        if self._calls.keeps_history:
            run(
                self,
                lambda: check_ins.add(answered),
                self._kept,
                failed=self._not_kept,
                changed=Topic.CHECK_INS,
            )
        else:
            run(
                self,
                check_ins.drop_draft,
                lambda _: self._show_after(kept=False),
                failed=self._not_kept,
            )

    def _kept(self, _: CheckIn) -> None:
        self._hub.status.emit(self.tr("Check-in kept"))
        self._show_after(kept=True)

    def _not_kept(self, error: AppError) -> None:
        """What was answered still stands on the page, and can be saved again."""
        self._saving = False
        self._hub.failed.emit(error)

    def _not_today(self) -> None:
        self._forget_edits()
        self._calls.runner.run(
            self,
            self._calls.check_ins.drop_draft,
            lambda _: self._show_after(kept=False, skipped=True),
        )

    def _show_after(self, *, kept: bool, skipped: bool = False) -> None:
        self._saving = False
        self._forget_edits()
        after = CheckInAfter(self._calls.support(), self.go.emit, kept=kept, skipped=skipped)
        after.again_wanted.connect(self._show_questions)
        after.picture_wanted.connect(lambda: self.go.emit(Destination(Screen.TRENDS)))
        self.show_view(after)
