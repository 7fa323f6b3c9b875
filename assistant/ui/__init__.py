"""What the salesperson sees. With ``app`` the only importer of Qt."""
