"""The SQLite file and everything that knows its columns: the only importer of sqlite-utils."""
