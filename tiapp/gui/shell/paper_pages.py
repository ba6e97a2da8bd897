"""The pages that save documents, and what they need from the services for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Screen
from tiapp.gui.shell.session import Session

if TYPE_CHECKING:
    from tiapp.gui.authoring.paper_tools import DraftPaper
    from tiapp.gui.kit.save_pdf import PdfSaver
    from tiapp.gui.learning.module_paper import ModulePaper


def paper_of_modules(session: Session) -> "ModulePaper":
    """What a module's page needs to save it."""
    from tiapp.gui.learning.module_paper import ModulePaper

    services = session.services
    return ModulePaper(
        _saver(session),
        huddle=lambda module_id: services.handouts.huddle(module_id),
        whole=lambda module_id: services.handouts.module(module_id),
        short=lambda module_id: services.handouts.module(module_id, short=True),
    )


def paper_of_drafts(session: Session) -> "DraftPaper":
    """What Author needs to save a module that is being written."""
    from tiapp.gui.authoring.paper_tools import DraftPaper

    handouts = session.services.handouts
    return DraftPaper(
        _saver(session),
        whole=lambda module: handouts.of_module(module),
        short=lambda module: handouts.of_module(module, short=True),
        huddle=lambda sheet: handouts.of_huddle(sheet),
    )


def paper_page(screen: Screen, session: Session) -> Page:
    """Practice tools or Resources."""
    services = session.services
    if screen is Screen.TOOLS:
        from tiapp.gui.learning.tools_page import Tools, ToolsPage, ToolsPaper

        paper = ToolsPaper(
            _saver(session),
            template=lambda template_id: services.handouts.template(template_id),
            huddle=lambda module_id: services.handouts.huddle(module_id),
        )
        return ToolsPage(
            lambda: Tools(services.library.templates(), services.library.with_a_huddle()),
            paper,
            session.worker,
        )
    from tiapp.gui.learning.resources_page import ResourcesPage, Shown

    return ResourcesPage(
        lambda: Shown(services.library.sheets(), services.library.resources()),
        lambda sheet_id: services.handouts.sheet(sheet_id),
        _saver(session),
        session.worker,
    )


def _saver(session: Session) -> "PdfSaver":
    from tiapp.gui.kit.save_pdf import PdfSaver

    def write(data: bytes, file: Path) -> None:
        # the dialog has asked already if there was a file of that name
        session.services.handouts.save(data, file, force=True)

    return PdfSaver(write, session.files, session.worker, session.hub)
