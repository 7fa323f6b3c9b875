"""The QR code that takes a number from the screen to the salesperson's own telephone."""

from assistant.outreach.links import call_link


def call_code(number: str) -> tuple[tuple[bool, ...], ...]:
    """Return the code that dials ``number`` as rows of dark and light squares, no border."""
    import segno  # noqa: PLC0415 - only needed once somebody calls

    code = segno.make(call_link(number), micro=False, error="m")
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)
