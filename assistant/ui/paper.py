"""Pages on paper: HTML as a PDF, by Qt's own printing, with a screen or without one."""

import os
import sys

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QMarginsF
from PySide6.QtGui import (
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

_MARGINS = QMarginsF(13, 11, 13, 11)
_RESOLUTION = 300
_FOLLOWING = 5
"""So many lines stand on the page of their heading."""


def pdf_of(page: str, title: str) -> bytes:
    """Return a page as a PDF on A4. There must be an application; any thread will do.

    Args:
        page: HTML of our own making, in which strangers' words are escaped.
        title: What the document is called.
    """
    _loop = QEventLoop()  # gives a thread that is not Qt's what a document's timers need
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            _MARGINS,
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setHtml(page)
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(writer.pageLayout().paintRectPixels(_RESOLUTION).size().toSizeF())
    keep_headings(document)
    name_rows_anew(document)
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def lay_out_anew(document: QTextDocument) -> None:
    """Lay out all of an edited document.

    Of itself Qt lays out what was edited alone, and then draws nothing of what follows a table.
    A size of page that is set lays out everything, also where it is the same size.
    """
    document.setPageSize(document.pageSize())


def keep_headings(document: QTextDocument) -> None:
    """Let no heading stand alone at the foot of a page: it goes on the next with what follows."""
    height, block = document.pageSize().height(), document.begin()
    while block.isValid():
        room = document.documentLayout().blockBoundingRect(block)
        left = height - room.bottom() % height
        if block.blockFormat().headingLevel() and left < _FOLLOWING * room.height():
            form = block.blockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).setBlockFormat(form)
            lay_out_anew(document)
        block = block.next()


def name_rows_anew(document: QTextDocument) -> None:
    """Let a row at the top of a page say what the rows before it said once."""
    layout, height = document.documentLayout(), document.pageSize().height()
    for table in document.rootFrame().childFrames():
        if not isinstance(table, QTextTable):
            continue
        said, before = "", None
        for row in range(table.rows()):
            cursor = table.cellAt(row, 0).firstCursorPosition()
            page = layout.blockBoundingRect(cursor.block()).bottom() // height
            if not cursor.block().text() and page != before:
                cursor.insertText(said)
                lay_out_anew(document)
            said, before = cursor.block().text() or said, page


def pdf_without_screen(page: str, title: str) -> bytes:
    """Return a page as a PDF in a program that has no windows, such as a command."""
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QGuiApplication(["followup"])
        made = pdf_of(page, title)
        application.shutdown()
        return made
    return pdf_of(page, title)
