"""The part of the style sheet for fields, boxes to tick, sliders, tables, menus and the like."""

CONTROLS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: @surface; color: @text; border: 1px solid @control; border-radius: {6};
    padding: {7} {9}; placeholder-text-color: @muted;
    selection-background-color: @primary; selection-color: @on_primary;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: {22}; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled {
    background: transparent; color: @control; border: 1px dashed @control;
}
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only {
    background: @sunken; color: @text;
}
QAbstractSpinBox QLineEdit {
    background: transparent; border: none; padding: 0 {4}; min-height: 0;
}
QComboBox { padding-end: {32}; }
QComboBox::drop-down {
    subcontrol-origin: padding; subcontrol-position: center right; width: {32}; border: none;
}
QComboBox::down-arrow { image: url(look:arrow-down.svg); width: {18}; height: {18}; }
QComboBox::down-arrow:disabled { image: url(look:arrow-down-disabled.svg); }
QComboBox QAbstractItemView {
    background: @surface; color: @text; border: 1px solid @control; padding: {4}; outline: none;
    selection-background-color: @primary_soft; selection-color: @on_soft;
}
QComboBox QAbstractItemView::item { min-height: {34}; padding: 0 {8}; border-radius: {6}; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: {28}; border: none; background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(look:arrow-up.svg); width: {14}; height: {14}; }
QAbstractSpinBox::down-arrow { image: url(look:arrow-down.svg); width: {14}; height: {14}; }

QCheckBox, QRadioButton {
    background: transparent; color: @text; spacing: {10}; min-height: {30}; outline: none;
}
QCheckBox:disabled, QRadioButton:disabled { color: @control; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator,
QAbstractItemView::indicator, QMenu::indicator { width: {20}; height: {20}; }
QCheckBox::indicator:unchecked, QGroupBox::indicator:unchecked,
QAbstractItemView::indicator:unchecked { image: url(look:check-off.svg); }
QCheckBox::indicator:checked, QGroupBox::indicator:checked,
QAbstractItemView::indicator:checked { image: url(look:check-on.svg); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    image: url(look:check-part.svg);
}
QCheckBox::indicator:unchecked:hover { image: url(look:check-off-hover.svg); }
QCheckBox::indicator:unchecked:disabled { image: url(look:check-off-disabled.svg); }
QCheckBox::indicator:checked:disabled { image: url(look:check-on-disabled.svg); }
QRadioButton::indicator:unchecked { image: url(look:radio-off.svg); }
QRadioButton::indicator:unchecked:hover { image: url(look:radio-off-hover.svg); }
QRadioButton::indicator:checked { image: url(look:radio-on.svg); }
QRadioButton::indicator:unchecked:disabled { image: url(look:radio-off-disabled.svg); }
QRadioButton::indicator:checked:disabled { image: url(look:radio-on-disabled.svg); }

QGroupBox {
    background: transparent; color: @text; border: 1px solid @border; border-radius: {10};
    margin-top: {12}; padding: {16} {12} {12} {12}; font-weight: 600;
}
QGroupBox::title {
    subcontrol-origin: margin; subcontrol-position: top left; left: {12}; padding: 0 {4};
    background: @page; color: @text;
}

QSlider { background: transparent; min-height: {36}; }
QSlider::groove:horizontal {
    height: {6}; background: @sunken; border: 1px solid @control; border-radius: {4};
}
QSlider::page-done:horizontal {
    background: @primary; border: 1px solid @primary; border-radius: {4};
}
QSlider::handle:horizontal {
    background: @surface; border: {2} solid @primary; width: {20}; height: {20};
    margin: -{9} 0; border-radius: {12};
}
QSlider::handle:horizontal:hover { background: @primary_soft; }
QSlider::page-done:horizontal:disabled { background: @control; border-color: @control; }
QSlider::handle:horizontal:disabled { border-color: @control; }

QProgressBar {
    background: @sunken; color: @text; border: 1px solid @control; border-radius: {5};
    min-height: {8}; max-height: {8};
}
ProgressLine { background: transparent; border: none; min-height: {18}; max-height: {18}; }
QProgressBar::chunk { background: @primary; border-radius: {4}; }

QAbstractItemView {
    background: @surface; color: @text; border: 1px solid @border; border-radius: {8};
    outline: none; selection-background-color: @primary_soft; selection-color: @on_soft;
}
QListView::item, QTreeView::item { min-height: {34}; padding: {2} {8}; }
QTableView { gridline-color: @border; alternate-background-color: @sunken; }
QTableView::item { padding: {4} {8}; }
QAbstractItemView::item:hover { background: @sunken; color: @text; }
QAbstractItemView::item:selected { background: @primary_soft; color: @on_soft; }
QHeaderView { background: @sunken; border: none; border-radius: 0; }
QHeaderView::section {
    background: @sunken; color: @text; border: none; border-bottom: 1px solid @border;
    padding: {8} {9}; min-height: {22}; font-weight: 600; text-align: left;
}
QHeaderView::down-arrow { image: url(look:arrow-down.svg); width: {14}; height: {14}; }
QHeaderView::up-arrow { image: url(look:arrow-up.svg); width: {14}; height: {14}; }
QTableCornerButton::section { background: @sunken; border: none; }

QScrollArea, QScrollArea > QWidget > QWidget { border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: {14}; }
QScrollBar:horizontal { height: {14}; }
QScrollBar::handle { background: @control; border-radius: {4}; margin: {3}; }
QScrollBar::handle:vertical { min-height: {36}; }
QScrollBar::handle:horizontal { min-width: {36}; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @primary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QToolTip {
    background: @surface; color: @text; border: 1px solid @control; padding: {6} {8};
}
QMenuBar { background: @surface; color: @text; border-bottom: 1px solid @border; }
QMenuBar::item { background: transparent; padding: {7} {11}; border-radius: {6}; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @primary_soft; color: @on_soft; }
QMenu { background: @surface; color: @text; border: 1px solid @control; padding: {4}; }
QMenu::item { padding: {8} {28} {8} {14}; border-radius: {6}; }
QMenu::item:selected { background: @primary_soft; color: @on_soft; }
QMenu::item:disabled { background: transparent; color: @control; }
QMenu::icon { padding-start: {8}; }
QMenu::indicator { padding-start: {6}; }
QMenu::indicator:checked { image: url(look:tick.svg); }
QMenu::separator { height: 1px; background: @border; margin: {4} {8}; }
QMenu::right-arrow { image: url(look:arrow-end.svg); width: {16}; height: {16}; }

QTabWidget::pane { border: 1px solid @border; border-radius: {8}; }
QTabBar::tab {
    background: transparent; color: @text; padding: {9} {14}; border: none;
    border-bottom: {3} solid transparent; min-height: {20};
}
QTabBar::tab:hover { background: @sunken; }
QTabBar::tab:selected { border-bottom: {3} solid @primary; font-weight: 600; }
QSplitter::handle { background: @border; }
QStatusBar { background: @surface; color: @text; border-top: 1px solid @border; }
"""
