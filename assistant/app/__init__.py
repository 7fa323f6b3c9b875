"""The desktop put together. With ``ui`` the only importer of Qt."""
