"""Handing a lead to the BDC or a colleague: as a mail with an ADF document, or as files."""
