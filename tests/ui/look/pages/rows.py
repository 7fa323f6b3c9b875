"""The sidebar, groups of rows, tables, trees and messages."""

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHeaderView,
    QListView,
    QPushButton,
    QTableView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.look.banner import Banner
from assistant.ui.look.dots import Dot, Dots
from assistant.ui.look.dress import dress_rows
from assistant.ui.look.empty import EmptyState
from assistant.ui.look.icons import icon
from assistant.ui.look.nav import NavRow
from assistant.ui.look.pill import Pill
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.ring import Ring
from assistant.ui.look.roles import State, Surface, Text, set_mark, set_surface
from assistant.ui.look.section import SectionHeader
from assistant.ui.look.tokens import SPACE
from tests.ui.look.pages import frame


def page() -> QWidget:
    body = frame.column(
        _banners(),
        frame.card(_top(), _now(), _later()),
        frame.row(frame.card(_list()), frame.card(_empty())),
        spacing=SPACE.one + SPACE.half,
    )
    body.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
    main = frame.row(_sidebar(), body, spacing=0)
    result = frame.page(main)
    main.setContentsMargins(0, 0, 0, 0)
    return result


def lists() -> QWidget:
    return frame.page(
        frame.column(
            frame.card(_table()),
            frame.row(frame.card(_tree()), frame.card(_list()), spacing=SPACE.two),
            frame.row(frame.card(_empty(), surface=Surface.INSET)),
            spacing=SPACE.two,
        )
    )


def _sidebar() -> QFrame:
    side = QFrame()
    set_surface(side, Surface.SIDEBAR)
    side.setFixedWidth(168)
    layout = frame.column(spacing=2)
    layout.setContentsMargins(SPACE.one, SPACE.two, SPACE.one, SPACE.two)
    group = QButtonGroup(side)
    for text, name, count in (
        ("Vandaag", "today", 3),
        ("Zoeken", "search", 0),
        ("Afspraken", "calendar", 12),
        ("Overgedragen", "handover", 0),
        ("Onleesbaar", "unreadable", 2),
        ("Inspectie", "inspection", 0),
        ("Instellingen", "settings", 0),
    ):
        nav = NavRow(text, name)
        nav.show_count(count, f"{count}", pressing=name == "today")
        nav.setChecked(name == "today")
        group.addButton(nav)
        layout.addWidget(nav)
    layout.addStretch(1)
    side.setLayout(layout)
    return side


def _banners() -> QVBoxLayout:
    late = Banner("De mailbox antwoordt niet sinds 10:04.", State.LATE)
    late.add(QPushButton("Opnieuw"))
    return frame.column(late, Banner("Vrijdag is de zaak dicht: wijzig dit bij Instellingen."))


def _top() -> QWidget:
    ring, full, none = Ring(64), Ring(48), Ring(48)
    ring.show_share(7, 8, "Called in time today: 7 of 8")
    full.show_share(8, 8, "All in time")
    none.show_share(0, 0, "None yet")
    box = QWidget()
    title = frame.column(PlainLabel("Vandaag", Text.TITLE), PlainLabel("di 3 maart", Text.MUTED))
    box.setLayout(frame.row(title, None, none, full, ring, spacing=SPACE.two))
    return box


def _now() -> QVBoxLayout:
    head = SectionHeader("Nu")
    head.show_count(2, "2 now", State.LATE)
    return frame.column(
        head,
        _lead("6 min te laat", State.LATE, "Sanne Hoekstra", (Dot.MADE, Dot.LATE, Dot.NEXT)),
        _lead("0:42", State.WARM, "J. de Haan", (Dot.NEXT, Dot.OPEN, Dot.OPEN)),
    )


def _later() -> QVBoxLayout:
    head = SectionHeader("Later vandaag")
    head.show_count(3, "3 later")
    return frame.column(
        head,
        _lead("over 4 min", State.CALM, "Ahmed Yılmaz", (Dot.MADE, Dot.BUSY, Dot.NEXT)),
        _lead("0:09", State.URGENT, "Wolfeschlegelsteinhausenbergerdorff", (Dot.NEXT,)),
        _lead("gesproken", State.DONE, "P. Bakker", (Dot.MADE, Dot.REACHED)),
    )


def _lead(due: str, state: State, name: str, tries: tuple[Dot, ...]) -> QWidget:
    dots = Dots()
    dots.show_tries(tries, f"{len(tries)} tries")
    pill = Pill(due, state)
    box = QWidget()
    box.setLayout(
        frame.row(
            pill, PlainLabel(name, Text.HEADING, one_line=True), None, dots, Pill("AutoTrack")
        )
    )
    return box


def _table() -> QTableView:
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["Klant", "Auto", "Wanneer"])
    for cells in (("Sanne", "208", "10:04"), ("De Haan", "Clio", "14:00"), ("Bakker", "Golf", "")):
        model.appendRow([QStandardItem(cell) for cell in cells])
    table = QTableView()
    model.setParent(table)
    dress_rows(table)
    table.setModel(model)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.selectRow(1)
    table.setSortingEnabled(True)
    set_mark(table, "keyboard", "true")
    return table


def _tree() -> QTreeView:
    model = QStandardItemModel()
    for text, children in (("AutoTrack", ("Sanne", "Piet")), ("Marktplaats", ("Anja",))):
        top = QStandardItem(icon("folder"), text)
        top.appendRows([QStandardItem(icon("person"), child) for child in children])
        model.appendRow(top)
    tree = QTreeView()
    model.setParent(tree)
    dress_rows(tree)
    tree.setModel(model)
    tree.setHeaderHidden(True)
    tree.expand(model.index(0, 0))
    tree.setCurrentIndex(model.index(1, 0))
    return tree


def _list() -> QListView:
    view = QListView()
    dress_rows(view)
    names = [f"Klant {number}" for number in range(1, 20)]
    view.setModel(QStringListModel(names, view))
    view.setCurrentIndex(view.model().index(1, 0))
    return view


def _empty() -> EmptyState:
    return EmptyState("check", "Er is niets te doen", "Volgende: 14:00 J. de Haan")
