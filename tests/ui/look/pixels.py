"""What a test can see of a picture."""

from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QWidget


def colours(picture: QPixmap | QImage) -> set[str]:
    """Return every colour that stands fully opaque in a picture, as ``#rrggbb``."""
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    seen: set[str] = set()
    for y in range(image.height()):
        for x in range(image.width()):
            pixel: QColor = image.pixelColor(x, y)
            if pixel.alpha() == 255:
                seen.add(pixel.name())
    return seen


def shot(widget: QWidget) -> QImage:
    """Return what a widget shows."""
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()
