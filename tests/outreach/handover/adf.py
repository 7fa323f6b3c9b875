"""Whether a document keeps the rules of ADF 1.0: its DTD, as published, lies beside this."""

from io import BytesIO
from pathlib import Path

from lxml import etree

_DTD = etree.DTD(str(Path(__file__).with_name("adf_1_0.dtd")))


def adf(content: bytes) -> etree._Element:
    """Return a document's root; fail for one that breaks a rule."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.parse(BytesIO(content), parser).getroot()
    assert _DTD.validate(root), str(_DTD.error_log)
    return root
