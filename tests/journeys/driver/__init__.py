"""The part of the screen reader that runs under the system's Python.

Debian puts the binding to D-Bus there and the tests run in a virtual environment, so
this package is a program of its own, ``python3 -m tests.journeys.driver``: commands in
and answers out as lines of JSON. :mod:`tests.journeys.reader` is its face. It may
import nothing that only the virtual environment has.
"""
