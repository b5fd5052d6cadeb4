"""The stages of a write, shown as they are reached: checked, saved, read again, proved."""

from PySide6.QtWidgets import QLabel, QWidget

from untwin.flows.changing.going import Stage
from untwin.ui.kit.labels import line, plain, restyle
from untwin.ui.kit.words import tr

_ROAD = (Stage.CHECKED, Stage.SAVED, Stage.READ_AGAIN, Stage.PROVED)
_WORDS = {stage: stage.value.replace("_", " ") for stage in _ROAD}


class Stages(QWidget):
    """One line; what is reached has a check mark and its own word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = line(self, gap=10)
        self._labels: dict[Stage, QLabel] = {}
        for number, stage in enumerate(_ROAD):
            if number:
                row.addWidget(plain(">", "muted", wrap=False))
            self._labels[stage] = plain(tr(_WORDS[stage]), "stage", wrap=False)
            row.addWidget(self._labels[stage])
        row.addStretch(1)
        self.clear()

    def clear(self) -> None:
        """Nothing is reached yet."""
        self.setAccessibleName(tr("Nothing is saved yet"))
        for stage, label in self._labels.items():
            label.setText(tr(_WORDS[stage]))
            restyle(label, "look", "stage")

    def reach(self, stage: Stage) -> None:
        """Marks a stage and all before it as reached; an end that isn't on the road marks nothing."""
        if stage not in self._labels:
            return
        for each, label in self._labels.items():
            label.setText(f"✓ {tr(_WORDS[each])}")
            restyle(label, "look", "stage-done")
            if each is stage:
                break
        self.setAccessibleName(tr("Reached: {}").format(tr(_WORDS[stage])))
