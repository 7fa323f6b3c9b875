"""The scripts of the steps in ``store.migrations``, by subject.

One that was released is never edited.
"""
