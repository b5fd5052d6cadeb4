"""The store: SQLite with numbered migrations, behind the ports; all times carry an offset, all money is text."""
