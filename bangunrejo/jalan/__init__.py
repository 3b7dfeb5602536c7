"""How the portal runs: its database server, its processes, its backups."""
